/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-anonymisation.h"
#include "mtr-document.h"
#include "mtr-pack.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

/** MtrExportLine: one line about what leaves, or does not. */
typedef struct {
  char *key;       /* (owned): unique; for what is left out the table of the record and its id */
  char *title;     /* (owned) */
  char *subtitle;  /* (owned) (nullable) */
} MtrExportLine;

void       mtr_export_line_free     (MtrExportLine    *line);
GPtrArray *mtr_export_list_records  (MtrDocument      *document,
                                     MtrSnapshot      *snapshot);
GPtrArray *mtr_export_list_counts   (GPtrArray        *records);
GPtrArray *mtr_export_list_left_out (MtrDocument      *document);
char      *mtr_export_dup_place     (MtrPack          *pack,
                                     MtrSnapshot      *snapshot,
                                     const MtrFinding *finding);

G_END_DECLS
