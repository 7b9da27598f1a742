/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-programme.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *mtr_reminder_dup_text (const char   *programme);
char *mtr_reminder_dup_uri  (const char   *address,
                             const char   *programme);
char *mtr_reminder_dup_request_text (const char *programme);
void  mtr_reminder_write    (GtkWidget    *widget,
                             MtrProgramme *programme,
                             MtrRecord    *person);
void  mtr_reminder_ask_for_change (GtkWidget    *widget,
                                   MtrProgramme *programme,
                                   MtrRecord    *lead);

G_END_DECLS
