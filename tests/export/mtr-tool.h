/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char  *mtr_tool_run        (const char **arguments,
                            int         *status);
char  *mtr_tool_run_well   (const char  *first,
                            ...) G_GNUC_NULL_TERMINATED;
char  *mtr_tool_make_folder (void);
char  *mtr_tool_save       (const char  *folder,
                            const char  *name,
                            GBytes      *bytes);
void   mtr_tool_remove     (const char  *folder);
char **mtr_tool_read_pages (const char  *pdf);
char  *mtr_tool_squeeze    (const char  *text);

G_END_DECLS
