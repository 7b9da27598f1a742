/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-document.h"
#include "mtr-export-error.h"

G_BEGIN_DECLS

/** The namespace of portfolio files, and the version of it that this program writes. */
#define MTR_PORTFOLIO_XML_NAMESPACE "urn:example:mentoring:portfolio:1"
#define MTR_PORTFOLIO_XML_VERSION   "1.1"

GBytes   *mtr_portfolio_xml_write    (MtrDocument  *document,
                                      GError      **error);
gboolean  mtr_portfolio_xml_validate (GBytes       *xml,
                                      GError      **error);

G_END_DECLS
