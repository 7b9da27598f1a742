/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The formats that portfolios and reports are written in: one row each. */

#include "mtr-cli-formats.h"

#include "mtr-cli.h"
#include "mtr-csv-writer.h"
#include "mtr-fonts.h"
#include "mtr-html-writer.h"
#include "mtr-odt-writer.h"
#include "mtr-pdf.h"
#include "mtr-portfolio-xml-writer.h"

#include <glib/gi18n-lib.h>

static GBytes *
write_xml (MtrDocument  *document,
           MtrPaper      paper,
           GError      **error)
{
  return mtr_portfolio_xml_write (document, error);
}

static GBytes *
write_pdf (MtrDocument  *document,
           MtrPaper      paper,
           GError      **error)
{
  g_autoptr (MtrPages) pages = mtr_pages_new (document, paper);

  return mtr_pdf_write (pages, error);
}

static GBytes *
write_odt (MtrDocument  *document,
           MtrPaper      paper,
           GError      **error)
{
  return mtr_odt_write (document, error);
}

static GBytes *
write_html (MtrDocument  *document,
            MtrPaper      paper,
            GError      **error)
{
  return mtr_html_write (document, error);
}

static GBytes *
write_csv (MtrDocument  *document,
           MtrPaper      paper,
           GError      **error)
{
  return mtr_csv_write (document, NULL, error);
}

static const MtrCliDocumentFormat formats[] = {
  { "xml", MTR_CLI_PORTFOLIO, write_xml },
  { "pdf", MTR_CLI_PORTFOLIO | MTR_CLI_REPORT, write_pdf },
  { "odt", MTR_CLI_PORTFOLIO | MTR_CLI_REPORT, write_odt },
  { "html", MTR_CLI_PORTFOLIO | MTR_CLI_REPORT, write_html },
  { "csv", MTR_CLI_REPORT, write_csv },
};

/**
 * mtr_cli_document_format_find:
 * @name: (nullable): as typed
 * @use: what is to be written
 *
 * Returns: (transfer none) (nullable): the format of that name, where there is one for @use
 */
const MtrCliDocumentFormat *
mtr_cli_document_format_find (const char *name,
                              MtrCliUse   use)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if ((formats[i].uses & use) && g_strcmp0 (formats[i].name, name) == 0)
      return &formats[i];

  return NULL;
}

/**
 * mtr_cli_document_format_list:
 * @use: what is to be written
 *
 * Returns: (transfer full): the names of its formats: "xml|pdf"
 */
char *
mtr_cli_document_format_list (MtrCliUse use)
{
  GString *names = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].uses & use)
      g_string_append_printf (names, "%s%s", names->len > 0 ? "|" : "", formats[i].name);

  return g_string_free (names, FALSE);
}

/**
 * mtr_cli_parse_paper:
 * @typed: (nullable): as typed
 * @paper: (out): the paper; A4 where nothing was typed
 *
 * Returns: whether there is such a paper; otherwise it has been said
 */
gboolean
mtr_cli_parse_paper (const char *typed,
                     MtrPaper   *paper)
{
  *paper = g_strcmp0 (typed, "letter") == 0 ? MTR_PAPER_LETTER : MTR_PAPER_A4;
  if (typed == NULL || g_str_equal (typed, "a4") || g_str_equal (typed, "letter"))
    return TRUE;

  mtr_cli_complain (_("There is no paper “%s”. Use --paper=a4 or --paper=letter."), typed);

  return FALSE;
}

/**
 * mtr_cli_check_font:
 * @cli: the command
 *
 * Says where this computer has not the font that was asked for.
 */
void
mtr_cli_check_font (MtrCli *cli)
{
  const char *font = cli->adjustment->font;

  if (font != NULL && !mtr_fonts_has (font))
    mtr_cli_complain (_("This computer has no font “%s”, so a PDF has another. “fc-list : family” lists those it has."), font);
}

/**
 * mtr_cli_adjust:
 * @cli: the command
 * @document: what is to be written
 *
 * Sets in @document how its reader reads best, as far as this computer can.
 */
void
mtr_cli_adjust (MtrCli      *cli,
                MtrDocument *document)
{
  mtr_document_set_adjustment (document, cli->adjustment);
  mtr_cli_check_font (cli);
}
