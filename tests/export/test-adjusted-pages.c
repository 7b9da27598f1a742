/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages for whoever reads best with other letters: the portfolio of the sample
 * in large ones loses no word and breaks none, nothing runs off the page, and
 * font, space and tint are what was asked for.
 */

#include "mtr-fonts.h"
#include "mtr-pack-library.h"
#include "mtr-pdf.h"
#include "mtr-portfolio-builder.h"
#include "mtr-sample.h"
#include "mtr-tool.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SIDE   40.0   /* points: nothing is nearer to the edge */
#define BOTTOM 30.0

/* The sample as the store would load it for a panel. */
static MtrSnapshot *
load_sample (const GDate *today)
{
  g_autoptr (GBytes) source = mtr_sample_dup_source ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = mtr_sample_build (source, today, 1000, &error);
  MtrSnapshot *snapshot = mtr_snapshot_new (MTR_READER_PANEL);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    {
      MtrRecord *record = g_ptr_array_index (records, i);
      const MtrKindInfo *kind = mtr_kind_get_info (mtr_record_get_kind (record));
      g_autoptr (MtrRecord) copy = mtr_record_copy (record);

      for (int field = kind->first_field; field <= (int) kind->last_field; field++)
        if (!(mtr_field_get_info (field)->audience & MTR_READER_PANEL))
          mtr_record_clear (copy, field);
      if (kind->home_audience & MTR_READER_PANEL)
        mtr_snapshot_add (snapshot, copy);
    }

  return snapshot;
}

static MtrDocument *
build_portfolio (const char *adjustment)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrAdjustment) wanted = mtr_adjustment_parse (adjustment, &error);
  g_autoptr (MtrSnapshot) snapshot = NULL;
  MtrDocument *document;
  MtrPack *pack;
  GDate today;

  g_assert_no_error (error);
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 21, 11, 2026);
  mtr_pack_library_load (library);
  pack = mtr_pack_library_find (library, "pqs-adults", NULL);
  g_assert_nonnull (pack);
  snapshot = load_sample (&today);
  document = mtr_portfolio_build (pack, snapshot, mtr_record_get_id (mtr_snapshot_nth (snapshot, MTR_KIND_PORTFOLIO, 0)),
                                  &today, &error);
  g_assert_no_error (error);
  mtr_document_set_adjustment (document, wanted);

  return document;
}

static char *
save_pdf (const char  *folder,
          MtrDocument *document,
          MtrPaper     paper)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrPages) pages = mtr_pages_new (document, paper);
  g_autoptr (GBytes) bytes = mtr_pdf_write (pages, &error);

  g_assert_no_error (error);

  return mtr_tool_save (folder, "pages.pdf", bytes);
}

/** Word: a word on a page, as another program finds it. */
typedef struct {
  double x_min, y_min, x_max, y_max;
  char   text[128];
} Word;

typedef void (*WordFunc) (double      page_width,
                          double      page_height,
                          const Word *word,
                          gpointer    user_data);

static void
for_each_word (const char *path,
               WordFunc    function,
               gpointer    user_data)
{
  g_autofree char *boxes = mtr_tool_run_well ("pdftotext", "-bbox", path, "-", NULL);
  g_auto (GStrv) lines = g_strsplit (boxes, "\n", -1);
  double width = 0.0;
  double height = 0.0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      Word word;

      if (sscanf (lines[i], " <page width=\"%lf\" height=\"%lf\"", &width, &height) == 2)
        continue;
      if (sscanf (lines[i], " <word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\">%127[^<]", &word.x_min,
                  &word.y_min, &word.x_max, &word.y_max, word.text) == 5)
        function (width, height, &word, user_data);
    }
}

static void
check_place (double      page_width,
             double      page_height,
             const Word *word,
             gpointer    user_data)
{
  guint *n_words = user_data;

  g_assert_cmpfloat (word->x_min, >=, SIDE);
  g_assert_cmpfloat (word->x_max, <=, page_width - SIDE);
  g_assert_cmpfloat (word->y_min, >=, BOTTOM);
  g_assert_cmpfloat (word->y_max, <=, page_height - BOTTOM + 10.0);
  (*n_words)++;
}

/* A line may end after a hyphen, and headers that come together have a colon between them. */
static void
collect_word (double      page_width,
              double      page_height,
              const Word *word,
              gpointer    user_data)
{
  g_auto (GStrv) parts = g_strsplit_set (word->text, "-/:", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_utf8_strlen (parts[i], -1) < 24)
      g_hash_table_add (user_data, g_strdup (parts[i]));
}

/* Where a row is set as a list, its first cell is the heading, and what stood above it in the table is left out. */
static void
collect_first_columns (MtrNode    *node,
                       GHashTable *words)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      MtrNode *child = mtr_node_nth (node, i);

      collect_first_columns (child, words);
      if (child->type == MTR_NODE_ROW && (child->flags & MTR_NODE_HEADER) && child->children->len > 0)
        {
          g_auto (GStrv) parts = g_strsplit (mtr_node_nth (child, 0)->text, " ", -1);

          for (guint j = 0; parts[j] != NULL; j++)
            g_hash_table_add (words, g_strdup (parts[j]));
        }
    }
}

static void
test_adjusted_large (void)
{
  static const struct {
    const char *adjustment;
    MtrPaper    paper;
  } cases[] = {
    { "size=16", MTR_PAPER_A4 },
    { "size=16;spacing=1.5", MTR_PAPER_LETTER },
    { "size=24", MTR_PAPER_A4 },
    { "size=28;spacing=2;tint=cream", MTR_PAPER_A4 },
    { "size=9", MTR_PAPER_A4 },
  };
  g_autoptr (MtrDocument) designed = build_portfolio ("");
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *designed_path = save_pdf (folder, designed, MTR_PAPER_A4);
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) first_columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for_each_word (designed_path, collect_word, words);
  collect_first_columns (mtr_document_get_root (designed), first_columns);
  g_assert_cmpuint (g_hash_table_size (words), >, 500);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MtrDocument) document = build_portfolio (cases[i].adjustment);
      g_autofree char *path = save_pdf (folder, document, cases[i].paper);
      g_autofree char *check = mtr_tool_run_well ("qpdf", "--check", path, NULL);
      g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      GHashTableIter iter;
      gpointer word;
      guint n_words = 0;

      g_assert_null (strstr (check, "WARNING"));
      for_each_word (path, check_place, &n_words);
      for_each_word (path, collect_word, found);
      g_assert_cmpuint (n_words, >, 2000);
      /* A word that was broken in the middle would not be found; a number of a page is another one here. */
      g_hash_table_iter_init (&iter, words);
      while (g_hash_table_iter_next (&iter, &word, NULL))
        if (!g_ascii_isdigit (*(char *) word) && !g_hash_table_contains (first_columns, word)
            && !g_hash_table_contains (found, word))
          g_error ("%s: the word “%s” is missing", cases[i].adjustment, (char *) word);
    }
  mtr_tool_remove (folder);
}

/* No letter is smaller than was asked for, but at the head and the foot of a page, where it is not much smaller. */
static void
test_adjusted_sizes (void)
{
  g_autoptr (MtrDocument) document = build_portfolio ("size=16");
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *path = save_pdf (folder, document, MTR_PAPER_A4);
  g_autofree char *xml = mtr_tool_run_well ("pdftohtml", "-xml", "-zoom", "1", "-i", "-stdout", path, NULL);
  g_auto (GStrv) fonts = g_strsplit (xml, "<fontspec ", -1);
  guint n_small = 0;

  g_assert_cmpuint (g_strv_length (fonts), >, 4);
  for (guint i = 1; fonts[i] != NULL; i++)
    {
      const char *size = strstr (fonts[i], "size=\"");

      g_assert_nonnull (size);
      g_assert_cmpint (atoi (size + strlen ("size=\"")), >=, 12);
      if (atoi (size + strlen ("size=\"")) < 16)
        n_small++;
    }
  g_assert_cmpuint (n_small, <=, 2);
  mtr_tool_remove (folder);
}

static MtrDocument *
create_paragraph (const char *adjustment)
{
  g_autoptr (MtrAdjustment) wanted = mtr_adjustment_parse (adjustment, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  MtrDocument *document;
  GDate as_at;

  g_assert_nonnull (wanted);
  g_date_clear (&as_at, 1);
  g_date_set_dmy (&as_at, 21, 11, 2026);
  document = mtr_document_new ("Lines", "en-GB", &as_at);
  for (guint i = 0; i < 40; i++)
    g_string_append (text, "above below ");
  mtr_node_add_paragraph (mtr_node_add_section (mtr_document_get_root (document), "lines", "Lines"), text->str);
  mtr_document_set_adjustment (document, wanted);

  return document;
}

/** Lines: how far the lines of a paragraph are from each other. */
typedef struct {
  double last;
  double distance;
} Lines;

static void
measure_lines (double      page_width,
               double      page_height,
               const Word *word,
               gpointer    user_data)
{
  Lines *lines = user_data;

  if (!g_str_equal (word->text, "above") && !g_str_equal (word->text, "below"))
    return;
  if (lines->last > 0.0 && word->y_min > lines->last + 1.0)
    lines->distance = word->y_min - lines->last;
  lines->last = word->y_min;
}

static double
get_distance (const char *folder,
              const char *adjustment)
{
  g_autoptr (MtrDocument) document = create_paragraph (adjustment);
  g_autofree char *path = save_pdf (folder, document, MTR_PAPER_A4);
  Lines lines = { 0.0, 0.0 };

  for_each_word (path, measure_lines, &lines);

  return lines.distance;
}

static void
test_adjusted_spacing (void)
{
  g_autofree char *folder = mtr_tool_make_folder ();
  double single = get_distance (folder, "size=12");

  /* The design has 1.18 times what the font asks for, and never less. */
  g_assert_cmpfloat_with_epsilon (get_distance (folder, "size=12;spacing=1.1"), single, 0.01);
  g_assert_cmpfloat_with_epsilon (get_distance (folder, "size=12;spacing=1.5"), single / 1.18 * 1.5, 0.1);
  g_assert_cmpfloat_with_epsilon (get_distance (folder, "size=12;spacing=2"), single / 1.18 * 2.0, 0.1);
  g_assert_cmpfloat_with_epsilon (get_distance (folder, "size=24"), single * 2.0, 0.1);
  mtr_tool_remove (folder);
}

static void
test_adjusted_font (void)
{
  g_autoptr (MtrDocument) document = create_paragraph ("font=DejaVu Sans Mono");
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *path = save_pdf (folder, document, MTR_PAPER_A4);
  g_autofree char *fonts = mtr_tool_run_well ("pdffonts", path, NULL);
  g_auto (GStrv) names = mtr_fonts_list ();

  g_assert_true (mtr_fonts_has ("dejavu sans mono"));
  g_assert_true (g_strv_contains ((const char * const *) names, "DejaVu Sans Mono"));
  g_assert_false (mtr_fonts_has ("A font that nobody has"));
  g_assert_nonnull (strstr (fonts, "DejaVuSansMono"));
  mtr_tool_remove (folder);
}

/* The paper has the colour of the tint up to its edges, and none at all where there is no tint. */
static void
test_adjusted_tint (void)
{
  for (MtrTint tint = MTR_TINT_NONE; tint < MTR_N_TINTS; tint++)
    {
      g_autofree char *adjustment = g_strdup_printf ("tint=%s", mtr_tint_get_name (tint));
      g_autoptr (MtrDocument) document = create_paragraph (adjustment);
      g_autoptr (MtrPages) pages = mtr_pages_new (document, MTR_PAPER_A4);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 595, 841);
      cairo_t *cr = cairo_create (surface);
      guint32 pixel;

      mtr_pages_draw (pages, 0, cr);
      cairo_surface_flush (surface);
      memcpy (&pixel, cairo_image_surface_get_data (surface), sizeof pixel);
      g_assert_cmphex (pixel, ==, tint == MTR_TINT_NONE ? 0 : 0xFF000000 | mtr_tint_get_colour (tint));
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/print/adjusted/large", test_adjusted_large);
  g_test_add_func ("/print/adjusted/sizes", test_adjusted_sizes);
  g_test_add_func ("/print/adjusted/spacing", test_adjusted_spacing);
  g_test_add_func ("/print/adjusted/font", test_adjusted_font);
  g_test_add_func ("/print/adjusted/tint", test_adjusted_tint);

  return g_test_run ();
}
