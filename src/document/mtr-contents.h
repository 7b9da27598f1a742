/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-anonymisation.h"
#include "mtr-document.h"
#include "mtr-pack.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

/** MtrContentsLine: one line about what leaves, or does not. */
typedef struct {
  char *key;       /* (owned): unique; for what is left out the table of the record and its id */
  char *title;     /* (owned) */
  char *subtitle;  /* (owned) (nullable) */
} MtrContentsLine;

void       mtr_contents_line_free     (MtrContentsLine    *line);
GPtrArray *mtr_contents_list_records  (MtrDocument      *document,
                                       MtrSnapshot      *snapshot);
GPtrArray *mtr_contents_list_counts   (GPtrArray        *records);
GPtrArray *mtr_contents_list_left_out (MtrDocument      *document);
char      *mtr_contents_dup_place     (MtrPack          *pack,
                                       MtrSnapshot      *snapshot,
                                       const MtrFinding *finding);

G_END_DECLS
