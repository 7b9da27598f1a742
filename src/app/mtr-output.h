/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-document.h"
#include "mtr-file-dialogs.h"
#include "mtr-pages.h"
#include "mtr-pairing-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** MtrOutputFormat: what a document is written as. */
typedef enum {
  MTR_OUTPUT_PDF,
  MTR_OUTPUT_ODT,
  MTR_OUTPUT_HTML,
  MTR_OUTPUT_CSV,
  MTR_OUTPUT_XML,
  MTR_N_OUTPUT_FORMATS
} MtrOutputFormat;

/** MtrOutputKind: what is said and asked about a format. Everything is static. */
typedef struct {
  const char     *code;       /* also how the names of its files end */
  const char     *label;      /* untranslated, with a mnemonic: what saving as this is called in a menu */
  const char     *name;       /* untranslated: where one of several is chosen */
  MtrFilePurpose  purpose;    /* for choosing the file */
} MtrOutputKind;

/** MtrDocumentBuild: a builder of the room document, as mtr_portfolio_build(), mtr_map_build(), mtr_observation_build(). */
typedef MtrDocument *(*MtrDocumentBuild) (MtrPack      *pack,
                                          MtrSnapshot  *snapshot,
                                          gint64        record_id,
                                          const GDate  *as_at,
                                          GError      **error);

void         mtr_output_build_async  (MtrPairingModel      *model,
                                      MtrDocumentBuild      build,
                                      gint64                record_id,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
MtrDocument *mtr_output_build_finish (GAsyncResult         *result,
                                      GError              **error);
void         mtr_output_preview      (MtrPairingModel      *model,
                                      MtrDocumentBuild      build,
                                      gint64                record_id,
                                      const char           *suggested_name,
                                      GtkWidget            *parent);
void         mtr_output_preview_for  (MtrPairingModel      *model,
                                      MtrAudience           readers,
                                      MtrDocumentBuild      build,
                                      gint64                record_id,
                                      const char           *suggested_name,
                                      GtkWidget            *parent);

const MtrOutputKind *
             mtr_output_get_kind     (MtrOutputFormat       format);
void         mtr_output_write_async  (MtrDocument          *document,
                                      MtrOutputFormat       format,
                                      MtrPaper              paper,
                                      const char           *path,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
char        *mtr_output_write_finish (GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS
