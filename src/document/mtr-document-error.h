/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MtrDocumentError:
 * @MTR_DOCUMENT_ERROR_AUDIENCE: the snapshot has fields that the reader of the document may not have: a mistake of
 *   the caller; load it again for %MTR_READER_PANEL
 * @MTR_DOCUMENT_ERROR_NOT_FOUND: the record that the document is about is not in the snapshot; it was removed
 */
typedef enum {
  MTR_DOCUMENT_ERROR_AUDIENCE,
  MTR_DOCUMENT_ERROR_NOT_FOUND,
} MtrDocumentError;

#define MTR_DOCUMENT_ERROR (mtr_document_error_quark ())
GQuark mtr_document_error_quark (void);

G_END_DECLS
