/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-change.h"
#include "mtr-problem.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

MtrField    mtr_pairing_get_role_field (const char  *role);
MtrProblem *mtr_pairing_check_person   (MtrSnapshot *snapshot,
                                        MtrRecord   *pairing,
                                        const char  *role,
                                        gint64       person_id);
void        mtr_pairing_choose_person  (MtrChange   *change,
                                        MtrRecord   *pairing,
                                        const char  *role,
                                        gint64       person_id);
void        mtr_pairing_add_observer   (MtrChange   *change,
                                        MtrRecord   *pairing,
                                        gint64       member_id,
                                        gint64       person_id,
                                        const char  *on);
MtrChange  *mtr_pairing_remove_observer (MtrRecord  *member,
                                        const char  *on);
GPtrArray  *mtr_pairing_list_observers (MtrSnapshot *snapshot,
                                        gint64       pairing_id);

G_END_DECLS
