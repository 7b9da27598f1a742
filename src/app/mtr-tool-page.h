/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_TOOL_PAGE (mtr_tool_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrToolPage, mtr_tool_page, MTR, TOOL_PAGE, MtrPage)

MtrPage    *mtr_tool_page_new          (MtrProgramme  *programme,
                                        MtrPack       *pack,
                                        const MtrForm *form);
MtrPage    *mtr_tool_page_new_for      (MtrProgramme  *programme,
                                        MtrKind        kind,
                                        gint64         id);
gboolean    mtr_tool_page_is_tool      (const MtrForm *form);
const char *mtr_tool_page_get_audience (const MtrForm *form);

G_END_DECLS
