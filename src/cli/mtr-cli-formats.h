/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-cli.h"
#include "mtr-document.h"
#include "mtr-leaving.h"
#include "mtr-pages.h"

G_BEGIN_DECLS

/** MtrCliUse: what a document is. */
typedef enum {
  MTR_CLI_PORTFOLIO = 1 << 0,
  MTR_CLI_REPORT    = 1 << 1,
} MtrCliUse;

/** MtrCliDocumentFormat: a format that documents are written in. Everything is static. */
typedef struct {
  const char  *name;
  MtrCliUse    uses;
  GBytes    *(*write) (MtrDocument  *document,
                       MtrPaper      paper,
                       GError      **error);
} MtrCliDocumentFormat;

const MtrCliDocumentFormat *mtr_cli_document_format_find (const char *name,
                                                          MtrCliUse   use);
char                       *mtr_cli_document_format_list (MtrCliUse   use);
gboolean                    mtr_cli_parse_paper          (const char *typed,
                                                          MtrPaper   *paper);
void                        mtr_cli_check_font           (MtrCli      *cli);
void                        mtr_cli_adjust               (MtrCli      *cli,
                                                          MtrDocument *document);
void                        mtr_cli_say_what_leaves      (const MtrLeaving *leaving,
                                                          const char       *whose);

G_END_DECLS
