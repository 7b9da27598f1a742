/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The named styles of a text document, its pages, and what stands at the top
 * and the foot of each: what somebody who edits the document changes in one
 * place. One table says what the styles look like, as one does for the printed
 * pages.
 */

#include "mtr-odt-private.h"
#include "mtr-page-words-private.h"

#include <string.h>

/* Of running text, in points: what the sizes in the table are for. */
#define BODY_SIZE 10.5
/* What every text processor has, or something that is as wide. */
#define DESIGN_FONT "Arial"

typedef enum {
  KEEP_NEXT   = 1 << 0,   /* stays on the page of what follows */
  BOLD        = 1 << 1,
  RULE_BELOW  = 1 << 2,   /* a line of the accent below */
  BAR         = 1 << 3,   /* a bar at the left edge */
  FILL        = 1 << 4,   /* a light ground */
  WRITING     = 1 << 5,   /* a line to write on by hand */
  TAB_RIGHT   = 1 << 6,   /* a tab stop at the right edge, with dots for a table of contents */
  DOTS        = 1 << 7,
  HANGING     = 1 << 8,   /* the first line begins at the margin, the others further in */
  CENTRED     = 1 << 9,
  RIGHT       = 1 << 10,
  WHOLE       = 1 << 11,  /* is not broken over two pages */
} Look;

static const struct {
  const char *name;      /* as it stands in files */
  const char *parent;
  const char *title;     /* untranslated names that every program knows the meaning of; NULL: as the name */
  guint       outline;   /* level of a heading; 0 for none */
  double      size;      /* points */
  guint       line;      /* per cent of the height of a line */
  double      before;    /* points */
  double      after;
  double      indent;    /* millimetres */
  const char *colour;
  Look        look;
} styles[] = {
  { "Text_20_body", "Standard", "Text body", 0, 10.5, 118, 0, 7, 0, MTR_ODT_INK, 0 },
  { "Text_20_kept", "Text_20_body", "Text kept", 0, 10.5, 118, 0, 7, 0, MTR_ODT_INK, KEEP_NEXT },
  { "Title", "Standard", NULL, 0, 30, 105, 0, 26, 0, MTR_ODT_ACCENT, BOLD | RULE_BELOW | KEEP_NEXT },
  { "Subtitle", "Standard", NULL, 0, 13, 115, 120, 8, 0, MTR_ODT_MUTED, KEEP_NEXT },
  { "Draft", "Standard", NULL, 0, 13, 115, 0, 14, 0, MTR_ODT_ALERT, BOLD },
  { "Heading_20_1", "Standard", "Heading 1", 1, 20, 105, 6, 8, 0, MTR_ODT_ACCENT, BOLD | KEEP_NEXT | WHOLE },
  { "Heading_20_2", "Standard", "Heading 2", 2, 14, 110, 16, 5, 0, MTR_ODT_ACCENT, BOLD | KEEP_NEXT | WHOLE },
  { "Heading_20_3", "Standard", "Heading 3", 3, 11.5, 110, 16, 4, 0, MTR_ODT_INK, BOLD | KEEP_NEXT | WHOLE },
  { "Heading_20_4", "Standard", "Heading 4", 4, 10.5, 110, 12, 3, 0, MTR_ODT_MUTED, BOLD | KEEP_NEXT | WHOLE },
  { "Label", "Standard", NULL, 0, 9.5, 110, 8, 2, 0, MTR_ODT_MUTED, BOLD | KEEP_NEXT },
  { "Field_20_label", "Standard", "Field label", 0, 9.5, 115, 0, 0, 0, MTR_ODT_MUTED, 0 },
  { "Field_20_label_20_kept", "Field_20_label", "Field label kept", 0, 9.5, 115, 0, 0, 0, MTR_ODT_MUTED, KEEP_NEXT },
  { "Field", "Standard", NULL, 0, 10.5, 112, 0, 0, 0, MTR_ODT_INK, 0 },
  { "Table_20_Contents", "Standard", "Table Contents", 0, 9.5, 112, 0, 0, 0, MTR_ODT_INK, 0 },
  { "Table_20_centred", "Table_20_Contents", "Table centred", 0, 9.5, 112, 0, 0, 0, MTR_ODT_INK, CENTRED },
  { "Table_20_number", "Table_20_Contents", "Table number", 0, 9.5, 112, 0, 0, 0, MTR_ODT_INK, RIGHT },
  { "Table_20_Heading", "Table_20_Contents", "Table Heading", 0, 9, 108, 0, 0, 0, MTR_ODT_ACCENT, BOLD | KEEP_NEXT },
  { "Table_20_Heading_20_centred", "Table_20_Heading", "Table Heading centred", 0, 9, 108, 0, 0, 0, MTR_ODT_ACCENT,
    BOLD | KEEP_NEXT | CENTRED },
  { "Table_20_Heading_20_number", "Table_20_Heading", "Table Heading number", 0, 9, 108, 0, 0, 0, MTR_ODT_ACCENT,
    BOLD | KEEP_NEXT | RIGHT },
  { "Table_20_end", "Standard", "Table end", 0, 5, 100, 0, 0, 0, MTR_ODT_INK, 0 },
  { "Table_20_end_20_kept", "Table_20_end", "Table end kept", 0, 5, 100, 0, 0, 0, MTR_ODT_INK, KEEP_NEXT },
  { "List_20_1", "Text_20_body", "List 1", 0, 10.5, 118, 0, 2, 0, MTR_ODT_INK, 0 },
  { "Keyed", "Text_20_body", NULL, 0, 10.5, 118, 0, 2, 15, MTR_ODT_INK, HANGING },
  { "Quotations", "Text_20_body", NULL, 0, 10.5, 118, 0, 0, 5, MTR_ODT_INK, BAR },
  { "Note", "Text_20_body", NULL, 0, 10, 115, 0, 0, 5, MTR_ODT_INK, BAR | FILL | WHOLE | KEEP_NEXT },
  { "Signature", "Standard", NULL, 0, 13, 110, 0, 3, 0, MTR_ODT_INK, RULE_BELOW | KEEP_NEXT },
  { "Line", "Standard", NULL, 0, 10.5, 100, 0, 0, 0, MTR_ODT_INK, WRITING },
  { "Chart", "Standard", NULL, 0, 10.5, 100, 0, 10, 0, MTR_ODT_INK, WHOLE },
  { "Contents_20_Heading", "Standard", "Contents Heading", 0, 20, 105, 0, 10, 0, MTR_ODT_ACCENT, BOLD | KEEP_NEXT },
  { "Contents_20_1", "Standard", "Contents 1", 0, 10.5, 110, 7, 2, 0, MTR_ODT_INK, BOLD | TAB_RIGHT | DOTS },
  { "Contents_20_2", "Standard", "Contents 2", 0, 10, 110, 0, 2, 5, MTR_ODT_INK, TAB_RIGHT | DOTS },
  { "Header", "Standard", NULL, 0, 8.5, 100, 0, 0, 0, MTR_ODT_MUTED, TAB_RIGHT },
  { "Footer", "Standard", NULL, 0, 8.5, 100, 0, 0, 0, MTR_ODT_MUTED, TAB_RIGHT },
};

static const struct {
  const char *prefix;
  const char *address;
} namespaces[] = {
  { "xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0" },
  { "xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0" },
  { "xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0" },
  { "xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0" },
  { "xmlns:draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" },
  { "xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" },
  { "xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" },
  { "xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0" },
  { "xmlns:dc", "http://purl.org/dc/elements/1.1/" },
  { "xmlns:xlink", "http://www.w3.org/1999/xlink" },
};

/*< private >
 * mtr_odt_start_document:
 * @markup: markup with nothing in it
 * @element: the outermost element of a part of a text document
 */
void
mtr_odt_start_document (MtrMarkup  *markup,
                        const char *element)
{
  mtr_markup_raw (markup, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  mtr_markup_start (markup, element);
  for (gsize i = 0; i < G_N_ELEMENTS (namespaces); i++)
    mtr_markup_attribute (markup, namespaces[i].prefix, namespaces[i].address);
  mtr_markup_attribute (markup, "office:version", "1.3");
}

/*< private >
 * mtr_odt_get_scale:
 * @document: a document
 *
 * Returns: how many times as large as designed its reader wants the letters
 */
double
mtr_odt_get_scale (MtrDocument *document)
{
  const MtrAdjustment *adjustment = mtr_document_get_adjustment (document);

  return adjustment->size > 0 ? adjustment->size / BODY_SIZE : 1.0;
}

/*< private >
 * mtr_odt_write_fonts:
 * @markup: a part of a text document that has styles, before the first of them
 * @document: a document
 *
 * Says which font the letters are of.
 */
void
mtr_odt_write_fonts (MtrMarkup   *markup,
                     MtrDocument *document)
{
  const char *font = mtr_document_get_adjustment (document)->font;
  g_autofree char *quoted = g_strdup_printf ("'%s'", font != NULL ? font : DESIGN_FONT);

  mtr_markup_start (markup, "office:font-face-decls");
  mtr_markup_start (markup, "style:font-face");
  mtr_markup_attributes (markup, "style:name", "Body", "svg:font-family", quoted, "style:font-family-generic", "swiss",
                         "style:font-pitch", "variable", NULL);
  mtr_markup_end_empty (markup);
  mtr_markup_end (markup);
}

static void
write_measure (MtrMarkup  *markup,
               const char *name,
               double      value,
               const char *unit)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *measure = NULL;

  g_ascii_formatd (number, sizeof number, "%.2f", value);
  measure = g_strconcat (number, unit, NULL);
  mtr_markup_attribute (markup, name, measure);
}

static void
write_tab_stop (MtrMarkup *markup,
                double     position,
                gboolean   is_right,
                gboolean   has_dots)
{
  mtr_markup_start (markup, "style:tab-stops");
  mtr_markup_start (markup, "style:tab-stop");
  write_measure (markup, "style:position", position, "mm");
  if (is_right)
    mtr_markup_attribute (markup, "style:type", "right");
  if (has_dots)
    mtr_markup_attributes (markup, "style:leader-style", "dotted", "style:leader-text", ".", NULL);
  mtr_markup_end_empty (markup);
  mtr_markup_end (markup);
}

static void
write_paragraph_look (MtrMarkup *markup,
                      gsize      i,
                      double     spacing)
{
  Look look = styles[i].look;

  mtr_markup_start (markup, "style:paragraph-properties");
  write_measure (markup, "fo:margin-top", styles[i].before, "pt");
  write_measure (markup, "fo:margin-bottom", styles[i].after, "pt");
  write_measure (markup, "fo:margin-left", styles[i].indent, "mm");
  if (look & HANGING)
    write_measure (markup, "fo:text-indent", -styles[i].indent, "mm");
  write_measure (markup, "fo:line-height", MAX (styles[i].line, spacing * 100), "%");
  if (look & CENTRED)
    mtr_markup_attribute (markup, "fo:text-align", "center");
  if (look & RIGHT)
    mtr_markup_attribute (markup, "fo:text-align", "end");
  if (look & KEEP_NEXT)
    mtr_markup_attribute (markup, "fo:keep-with-next", "always");
  if (look & WHOLE)
    mtr_markup_attribute (markup, "fo:keep-together", "always");
  if (look & RULE_BELOW)
    mtr_markup_attributes (markup, "fo:border-bottom", "1.2pt solid " MTR_ODT_ACCENT, "fo:padding-bottom", "2mm", NULL);
  if (look & WRITING)
    mtr_markup_attributes (markup, "fo:border-bottom", "0.6pt solid " MTR_ODT_MUTED, "fo:padding-top", "6mm",
                           "style:join-border", "false", NULL);
  if (look & BAR)
    mtr_markup_attributes (markup, "fo:border-left", "2.4pt solid " MTR_ODT_ACCENT, "fo:padding", "1.6mm",
                           "fo:padding-left", "4mm", NULL);
  if (look & FILL)
    mtr_markup_attribute (markup, "fo:background-color", MTR_ODT_FILL);
  if (look & TAB_RIGHT)
    write_tab_stop (markup, MTR_ODT_WIDTH - styles[i].indent, TRUE, (look & DOTS) != 0);
  else if (look & HANGING)
    write_tab_stop (markup, styles[i].indent, FALSE, FALSE);
  mtr_markup_end (markup);
}

static void
write_style (MtrMarkup           *markup,
             gsize                i,
             const MtrAdjustment *adjustment,
             double               scale)
{
  mtr_markup_start (markup, "style:style");
  mtr_markup_attributes (markup, "style:name", styles[i].name, "style:family", "paragraph",
                         "style:parent-style-name", styles[i].parent, NULL);
  mtr_markup_attribute (markup, "style:display-name", styles[i].title);
  if (styles[i].outline > 0)
    {
      g_autofree char *level = g_strdup_printf ("%u", styles[i].outline);

      mtr_markup_attributes (markup, "style:default-outline-level", level, "style:next-style-name", "Text_20_body", NULL);
    }
  write_paragraph_look (markup, i, adjustment->spacing);
  mtr_markup_start (markup, "style:text-properties");
  mtr_markup_attribute (markup, "fo:color", styles[i].colour);
  write_measure (markup, "fo:font-size", styles[i].size * scale, "pt");
  write_measure (markup, "style:font-size-asian", styles[i].size * scale, "pt");
  write_measure (markup, "style:font-size-complex", styles[i].size * scale, "pt");
  mtr_markup_attribute (markup, "fo:font-weight", styles[i].look & BOLD ? "bold" : "normal");
  mtr_markup_end (markup);
  mtr_markup_end (markup);
}

/* A tag of BCP 47 in the two parts that text documents have it in; scripts and variants have no place there. */
static void
write_language (MtrMarkup  *markup,
                const char *tag)
{
  g_auto (GStrv) parts = g_strsplit (tag, "-", -1);
  const char *country = "none";

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    if (strlen (parts[i]) == 2)
      country = parts[i];

  mtr_markup_attributes (markup, "fo:language", parts[0] != NULL ? parts[0] : "none", "fo:country", country, NULL);
}

static void
write_default (MtrMarkup   *markup,
               MtrDocument *document)
{
  const MtrAdjustment *adjustment = mtr_document_get_adjustment (document);

  mtr_markup_start (markup, "style:default-style");
  mtr_markup_attribute (markup, "style:family", "paragraph");
  mtr_markup_start (markup, "style:paragraph-properties");
  mtr_markup_attributes (markup, "fo:orphans", "2", "fo:widows", "2", "fo:hyphenation-ladder-count", "no-limit",
                         "style:writing-mode", "page", "style:tab-stop-distance", "12.5mm", NULL);
  mtr_markup_end_empty (markup);
  mtr_markup_start (markup, "style:text-properties");
  mtr_markup_attributes (markup, "style:font-name", "Body", "fo:hyphenate", "false", NULL);
  write_measure (markup, "fo:font-size", BODY_SIZE * mtr_odt_get_scale (document), "pt");
  write_language (markup, mtr_document_get_language (document));
  mtr_markup_end_empty (markup);
  mtr_markup_end (markup);

  mtr_markup_start (markup, "style:style");
  mtr_markup_attributes (markup, "style:name", "Standard", "style:family", "paragraph", "style:class", "text", NULL);
  mtr_markup_end_empty (markup);
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    write_style (markup, i, adjustment, mtr_odt_get_scale (document));

  mtr_markup_start (markup, "style:style");
  mtr_markup_attributes (markup, "style:name", "Strong", "style:family", "text", NULL);
  mtr_markup_start (markup, "style:text-properties");
  mtr_markup_attributes (markup, "fo:font-weight", "bold", "fo:color", MTR_ODT_MUTED, NULL);
  mtr_markup_end_empty (markup);
  mtr_markup_end (markup);
  mtr_markup_start (markup, "style:style");
  mtr_markup_attributes (markup, "style:name", "Internet_20_link", "style:display-name", "Internet link",
                         "style:family", "text", NULL);
  mtr_markup_start (markup, "style:text-properties");
  mtr_markup_attributes (markup, "fo:color", MTR_ODT_ACCENT, "style:text-underline-style", "none", NULL);
  mtr_markup_end_empty (markup);
  mtr_markup_end (markup);
}

static void
write_list_styles (MtrMarkup *markup)
{
  mtr_markup_start (markup, "text:outline-style");
  mtr_markup_attribute (markup, "style:name", "Outline");
  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *level = g_strdup_printf ("%u", i);

      mtr_markup_start (markup, "text:outline-level-style");
      mtr_markup_attributes (markup, "text:level", level, "style:num-format", "", NULL);
      mtr_markup_end_empty (markup);
    }
  mtr_markup_end (markup);

  mtr_markup_start (markup, "text:list-style");
  mtr_markup_attribute (markup, "style:name", "Bullets");
  mtr_markup_start (markup, "text:list-level-style-bullet");
  mtr_markup_attributes (markup, "text:level", "1", "text:bullet-char", "•", NULL);
  mtr_markup_start (markup, "style:list-level-properties");
  mtr_markup_attribute (markup, "text:list-level-position-and-space-mode", "label-alignment");
  mtr_markup_start (markup, "style:list-level-label-alignment");
  mtr_markup_attributes (markup, "text:label-followed-by", "listtab", "text:list-tab-stop-position", "5mm",
                         "fo:text-indent", "-5mm", "fo:margin-left", "5mm", NULL);
  mtr_markup_end_empty (markup);
  mtr_markup_end (markup);
  mtr_markup_end (markup);
  mtr_markup_end (markup);
}

static void
write_page_layout (MtrMarkup           *markup,
                   const char          *name,
                   gboolean             is_landscape,
                   const MtrAdjustment *adjustment)
{
  g_autofree char *tint = g_strdup_printf ("#%06x", mtr_tint_get_colour (adjustment->tint));

  mtr_markup_start (markup, "style:page-layout");
  mtr_markup_attribute (markup, "style:name", name);
  mtr_markup_start (markup, "style:page-layout-properties");
  write_measure (markup, "fo:page-width", is_landscape ? MTR_ODT_PAGE_LONG : MTR_ODT_PAGE_SHORT, "mm");
  write_measure (markup, "fo:page-height", is_landscape ? MTR_ODT_PAGE_SHORT : MTR_ODT_PAGE_LONG, "mm");
  mtr_markup_attributes (markup, "style:print-orientation", is_landscape ? "landscape" : "portrait",
                         "fo:margin-top", "12mm", "fo:margin-bottom", "12mm", NULL);
  write_measure (markup, "fo:margin-left", MTR_ODT_MARGIN_SIDE, "mm");
  write_measure (markup, "fo:margin-right", MTR_ODT_MARGIN_SIDE, "mm");
  if (adjustment->tint != MTR_TINT_NONE)
    mtr_markup_attributes (markup, "fo:background-color", tint, "draw:fill", "solid", "draw:fill-color", tint,
                           "draw:background-size", "full", NULL);
  mtr_markup_end_empty (markup);
  mtr_markup_raw (markup, "<style:header-style><style:header-footer-properties fo:min-height=\"9mm\" fo:margin-bottom=\"4mm\""
                  " style:dynamic-spacing=\"false\"/></style:header-style><style:footer-style><style:header-footer-properties"
                  " fo:min-height=\"9mm\" fo:margin-top=\"3mm\" style:dynamic-spacing=\"false\"/></style:footer-style>");
  mtr_markup_end (markup);
}

static void
write_number (MtrMarkup  *markup,
              const char *element)
{
  mtr_markup_start (markup, element);
  mtr_markup_text (markup, "1");
  mtr_markup_end (markup);
}

/* A sideways page is wider than the tab stop of the style is far. */
static void
start_running (MtrMarkup  *markup,
               const char *element,
               const char *style)
{
  mtr_markup_start (markup, element);
  mtr_markup_start (markup, "text:p");
  mtr_markup_attribute (markup, "text:style-name", style);
}

static void
write_master (MtrMarkup    *markup,
              MtrDocument  *document,
              const char   *name,
              const char   *layout,
              gboolean      is_landscape)
{
  g_auto (MtrPageWords) words = { 0 };
  g_autofree char *as_at = mtr_page_dup_as_at (document);
  gboolean is_first = g_str_equal (name, "First_20_page");

  mtr_page_words_init (&words);
  mtr_markup_start (markup, "style:master-page");
  mtr_markup_attributes (markup, "style:name", name, "style:page-layout-name", layout, NULL);
  if (is_first)
    mtr_markup_attributes (markup, "style:display-name", "First page", "style:next-style-name", "Standard", NULL);

  if (!is_first)
    {
      start_running (markup, "style:header", is_landscape ? "Header_20_wide" : "Header_20_upright");
      mtr_odt_write_text (markup, mtr_document_get_header (document) != NULL ? mtr_document_get_header (document)
                                                                              : mtr_document_get_title (document));
      mtr_markup_raw (markup, "<text:tab/>");
      mtr_odt_write_text (markup, as_at);
      mtr_markup_end (markup);
      mtr_markup_end (markup);
    }
  start_running (markup, "style:footer", is_landscape ? "Footer_20_wide" : "Footer");
  if (mtr_document_get_draft (document) != NULL)
    {
      mtr_markup_start (markup, "text:span");
      mtr_markup_attribute (markup, "text:style-name", "Alert");
      mtr_odt_write_text (markup, mtr_document_get_draft (document));
      mtr_markup_end (markup);
    }
  mtr_markup_raw (markup, "<text:tab/>");
  mtr_odt_write_text (markup, words.before);
  write_number (markup, words.count_first ? "text:page-count" : "text:page-number");
  mtr_odt_write_text (markup, words.between);
  write_number (markup, words.count_first ? "text:page-number" : "text:page-count");
  mtr_odt_write_text (markup, words.after);
  mtr_markup_end (markup);
  mtr_markup_end (markup);
  mtr_markup_end (markup);
}

static void
write_running_style (MtrMarkup  *markup,
                     const char *name,
                     const char *parent,
                     double      width,
                     gboolean    has_rule)
{
  mtr_markup_start (markup, "style:style");
  mtr_markup_attributes (markup, "style:name", name, "style:family", "paragraph", "style:parent-style-name", parent, NULL);
  mtr_markup_start (markup, "style:paragraph-properties");
  if (has_rule)
    mtr_markup_attributes (markup, "fo:border-bottom", "0.6pt solid " MTR_ODT_RULE, "fo:padding-bottom", "1.5mm", NULL);
  write_tab_stop (markup, width, TRUE, FALSE);
  mtr_markup_end (markup);
  mtr_markup_end (markup);
}

static void
write_masters (MtrMarkup   *markup,
               MtrDocument *document)
{
  const MtrAdjustment *adjustment = mtr_document_get_adjustment (document);

  mtr_markup_start (markup, "office:automatic-styles");
  write_running_style (markup, "Header_20_upright", "Header", MTR_ODT_WIDTH, TRUE);
  write_running_style (markup, "Header_20_wide", "Header", MTR_ODT_WIDTH_LONG, TRUE);
  write_running_style (markup, "Footer_20_wide", "Footer", MTR_ODT_WIDTH_LONG, FALSE);
  mtr_markup_start (markup, "style:style");
  mtr_markup_attributes (markup, "style:name", "Alert", "style:family", "text", NULL);
  mtr_markup_start (markup, "style:text-properties");
  mtr_markup_attributes (markup, "fo:color", MTR_ODT_ALERT, "fo:font-weight", "bold", NULL);
  mtr_markup_end_empty (markup);
  mtr_markup_end (markup);
  write_page_layout (markup, "Upright", FALSE, adjustment);
  write_page_layout (markup, "Sideways", TRUE, adjustment);
  mtr_markup_end (markup);

  mtr_markup_start (markup, "office:master-styles");
  write_master (markup, document, "Standard", "Upright", FALSE);
  write_master (markup, document, "First_20_page", "Upright", FALSE);
  write_master (markup, document, "Landscape", "Sideways", TRUE);
  mtr_markup_end (markup);
}

/*< private >
 * mtr_odt_write_styles:
 * @document: a document
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): the part of a text document that is called "styles.xml"
 */
GBytes *
mtr_odt_write_styles (MtrDocument  *document,
                      GError      **error)
{
  g_autoptr (MtrMarkup) markup = mtr_markup_new ();

  mtr_markup_set_place (markup, mtr_document_get_title (document));
  mtr_odt_start_document (markup, "office:document-styles");
  mtr_odt_write_fonts (markup, document);
  mtr_markup_start (markup, "office:styles");
  write_default (markup, document);
  write_list_styles (markup);
  mtr_markup_end (markup);
  write_masters (markup, document);
  mtr_markup_end (markup);

  return mtr_markup_finish (markup, error);
}
