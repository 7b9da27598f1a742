/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pages.h"

G_BEGIN_DECLS

/**
 * MtrPrintError:
 * @MTR_PRINT_ERROR_DRAWING: a page could not be drawn; nothing was written
 * @MTR_PRINT_ERROR_DAMAGED: what was drawn is not a sound PDF; nothing was written
 */
typedef enum {
  MTR_PRINT_ERROR_DRAWING,
  MTR_PRINT_ERROR_DAMAGED,
} MtrPrintError;

#define MTR_PRINT_ERROR (mtr_print_error_quark ())
GQuark  mtr_print_error_quark (void);

GBytes *mtr_pdf_write         (MtrPages  *pages,
                               GError   **error);

G_END_DECLS
