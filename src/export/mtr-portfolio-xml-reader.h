/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-carried-portfolio.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** The namespace of portfolio files, and the version of it that this program writes and reads. */
#define MTR_PORTFOLIO_XML_NAMESPACE "urn:example:mentoring:portfolio:1"
#define MTR_PORTFOLIO_XML_VERSION   "1.1"

/** A portfolio file may have so many bytes; the files that belong to the evidence are never in it. */
#define MTR_PORTFOLIO_XML_MAX_SIZE (64 * 1024 * 1024)

/**
 * MtrPortfolioXmlError: why a portfolio file could not be read. Nothing has been changed; each message says what was
 * found, on which line, and what to do.
 */
typedef enum {
  MTR_PORTFOLIO_XML_ERROR_FILE,           /* it could not be read from the disk: say the message */
  MTR_PORTFOLIO_XML_ERROR_TOO_LARGE,      /* larger, deeper or of more parts than any portfolio */
  MTR_PORTFOLIO_XML_ERROR_EMPTY,          /* ask for it again */
  MTR_PORTFOLIO_XML_ERROR_COMPRESSED,     /* ask to unpack it first */
  MTR_PORTFOLIO_XML_ERROR_ENCODING,       /* not UTF-8 */
  MTR_PORTFOLIO_XML_ERROR_MALFORMED,      /* not well-formed XML */
  MTR_PORTFOLIO_XML_ERROR_FORBIDDEN,      /* a document type or an entity: nobody honest writes those */
  MTR_PORTFOLIO_XML_ERROR_NOT_PORTFOLIO,  /* other XML: ask for a portfolio */
  MTR_PORTFOLIO_XML_ERROR_NEWER,          /* ask to update the program */
  MTR_PORTFOLIO_XML_ERROR_OLDER,          /* ask to save the portfolio again */
  MTR_PORTFOLIO_XML_ERROR_INVALID,        /* it does not follow the schema, or contradicts itself */
} MtrPortfolioXmlError;

#define MTR_PORTFOLIO_XML_ERROR (mtr_portfolio_xml_error_quark ())
GQuark mtr_portfolio_xml_error_quark (void);

gboolean             mtr_portfolio_xml_validate  (GBytes        *xml,
                                                  GError       **error);
MtrCarriedPortfolio *mtr_portfolio_xml_read      (GBytes        *xml,
                                                  GError       **error);
MtrCarriedPortfolio *mtr_portfolio_xml_read_file (GFile         *file,
                                                  GCancellable  *cancellable,
                                                  GError       **error);

G_END_DECLS
