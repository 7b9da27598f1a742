/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-document.h"
#include "mtr-export-error.h"

G_BEGIN_DECLS

GBytes *mtr_portfolio_xml_write (MtrDocument  *document,
                                 GError      **error);

G_END_DECLS
