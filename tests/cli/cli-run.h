/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/** Run: what came of one call of mentoring-cli. */
typedef struct {
  int   status;
  char *out;      /* (owned) */
  char *err;      /* (owned) */
} Run;

Run    run_cli       (const char   *first,
                      ...) G_GNUC_NULL_TERMINATED;
void   run_clear     (Run          *run);
char **list_lines    (const char   *text);
char  *make_folder   (void);
void   remove_folder (const char   *path);
void   execute       (const char   *path,
                      const char   *sql);
void   bind_text     (sqlite3_stmt *statement,
                      const char   *name,
                      const char   *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

G_END_DECLS
