/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small things that several rules need: comparing and shifting ISO dates,
 * saying a name, and making a sentence from the words of a pack. Private to
 * the rules in this room.
 */

#pragma once

#include "mtr-pack.h"
#include "mtr-problem.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

char       *mtr_rules_dup_day         (const char   *moment);
char       *mtr_rules_shift           (const char   *iso,
                                       int           months,
                                       int           days);
const char *mtr_rules_later           (const char   *one,
                                       const char   *other);
const char *mtr_rules_earlier         (const char   *one,
                                       const char   *other);
int         mtr_rules_days_between    (const char   *from,
                                       const GDate  *to);
char       *mtr_rules_dup_short_date  (const char   *iso,
                                       const GDate  *today);
char       *mtr_rules_dup_date        (const char   *iso,
                                       const GDate  *today);
char       *mtr_rules_dup_long_date   (const char   *iso);
const char *mtr_rules_get_name        (MtrSnapshot  *snapshot,
                                       gint64        person_id);
gboolean    mtr_rules_has_code        (const char   *codes,
                                       const char   *code);

G_END_DECLS
