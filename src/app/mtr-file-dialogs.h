/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** MtrFilePurpose: what a file is chosen for. */
typedef enum {
  MTR_FILE_OPEN_PROGRAMME,
  MTR_FILE_NEW_PROGRAMME,
  MTR_FILE_COPY_PROGRAMME,
  MTR_FILE_ADD_FILES,
  MTR_FILE_SAVE_PDF,
  MTR_FILE_SAVE_XML,
  MTR_FILE_SAVE_ODT,
  MTR_FILE_SAVE_HTML,
  MTR_FILE_SAVE_CSV,
  MTR_FILE_SAVE_CALENDAR,
  MTR_FILE_SAVE_ARCHIVE,
  MTR_FILE_IMPORT_ROWS,
  MTR_FILE_EXPORT_ROWS,
  MTR_FILE_BRING_IN_PORTFOLIO,
} MtrFilePurpose;

void        mtr_file_dialogs_choose_async  (GtkWidget           *parent,
                                            MtrFilePurpose       purpose,
                                            const char          *suggested_name,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
GListModel *mtr_file_dialogs_choose_finish (GAsyncResult        *result);

G_END_DECLS
