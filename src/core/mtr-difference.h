/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MtrLineState: what became of a line between two versions. */
typedef enum {
  MTR_LINE_SAME,
  MTR_LINE_REMOVED,
  MTR_LINE_ADDED,
} MtrLineState;

typedef struct {
  MtrLineState  state;
  char         *text;   /* (owned): without the end of the line */
} MtrLine;

GPtrArray *mtr_difference_list_lines (const char *before,
                                      const char *after);

G_END_DECLS
