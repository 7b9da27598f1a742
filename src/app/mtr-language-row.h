/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-figures.h"
#include "mtr-pack-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MTR_TYPE_LANGUAGE_ROW (mtr_language_row_get_type ())
G_DECLARE_FINAL_TYPE (MtrLanguageRow, mtr_language_row, MTR, LANGUAGE_ROW, AdwActionRow)

const char *mtr_document_language_get      (void);
MtrPack    *mtr_document_language_get_pack (const char     *language,
                                            MtrPackLibrary *library,
                                            MtrPack        *pack);
void        mtr_document_language_put_packs (const char     *language,
                                             MtrPackLibrary *library,
                                             MtrFigures     *figures);

G_END_DECLS
