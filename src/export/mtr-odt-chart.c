/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts of text documents, as pictures in SVG: one thing to move and to
 * describe, where a group of shapes would be read out shape by shape. A picture
 * does not break its lines by itself, so that is done here, by the width that
 * letters have on average.
 */

#include "mtr-odt-private.h"

#include <string.h>

/* In millimetres. */
#define ROW         6.8
#define BAR_HEIGHT  4.2
#define PART_HEIGHT 8.0
#define WORDS_WIDTH 30.0
#define SWATCH      3.2
#define GAP         2.0
#define LABEL_SHARE 0.38
/* Of the words, as they are designed: their size, the distance of their lines, and how wide a letter is on average. */
#define LETTERS     3.2
#define LINE        4.0
#define LETTER      1.75

static const char * const tones[] = { "#2f6f8f", "#8a5a00", "#7b8794", "#5b4b8a" };

typedef struct {
  MtrMarkup *markup;
  double     width;
  double     scale;     /* of the letters */
} Drawing;

static void
write_length (Drawing    *drawing,
              const char *name,
              double      millimetres)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.2f", millimetres);
  mtr_markup_attribute (drawing->markup, name, number);
}

static void
write_bar (Drawing    *drawing,
           const char *colour,
           double      x,
           double      y,
           double      width,
           double      height)
{
  if (width <= 0.0)
    return;

  mtr_markup_start (drawing->markup, "rect");
  mtr_markup_attribute (drawing->markup, "fill", colour);
  write_length (drawing, "x", x);
  write_length (drawing, "y", y);
  write_length (drawing, "width", width);
  write_length (drawing, "height", height);
  mtr_markup_end_empty (drawing->markup);
}

/* The words of a text in lines of so many letters; a word that is longer has a line of its own. */
static GPtrArray *
break_lines (const char *text,
             double      width,
             double      scale)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) words = g_strsplit_set (text, " \n\t", -1);
  glong room = (glong) MAX (1.0, width / (LETTER * scale));
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (line->len > 0 && g_utf8_strlen (line->str, -1) + 1 + g_utf8_strlen (words[i], -1) > room)
        {
          g_ptr_array_add (lines, g_strdup (line->str));
          g_string_truncate (line, 0);
        }
      if (words[i][0] != '\0')
        g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);
    }
  g_ptr_array_add (lines, g_strdup (line->str));

  return lines;
}

/* Writes lines round the middle of a row. */
static void
write_lines (Drawing   *drawing,
             GPtrArray *lines,
             double     x,
             double     middle)
{
  double distance = LINE * drawing->scale;
  double first = middle - (lines->len - 1) * distance / 2 + LETTERS * drawing->scale * 0.35;

  for (guint i = 0; i < lines->len; i++)
    {
      mtr_markup_start (drawing->markup, "text");
      write_length (drawing, "x", x);
      write_length (drawing, "y", first + i * distance);
      mtr_markup_text (drawing->markup, g_ptr_array_index (lines, i));
      mtr_markup_end (drawing->markup);
    }
}

static double
get_row_height (Drawing   *drawing,
                GPtrArray *lines)
{
  return MAX (ROW, (lines->len * LINE + GAP) * drawing->scale);
}

/* Returns: how high it became */
static double
draw_marks (Drawing *drawing,
            MtrNode *chart)
{
  double label = drawing->width * LABEL_SHARE;
  double start = label + GAP;
  double words_width = WORDS_WIDTH * drawing->scale;
  double ground = drawing->width - start - GAP - words_width;
  double scale = MAX (1, chart->count);
  double y = 0.0;

  for (guint i = 0; i < chart->children->len; i++)
    {
      MtrNode *mark = mtr_node_nth (chart, i);
      g_autoptr (GPtrArray) names = break_lines (mark->label, label, drawing->scale);
      g_autoptr (GPtrArray) words = break_lines (mark->text != NULL ? mark->text : "", words_width, drawing->scale);
      double row = MAX (get_row_height (drawing, names), get_row_height (drawing, words));
      double bar = y + (row - BAR_HEIGHT) / 2;
      double number = MIN (mark->count, scale);

      write_lines (drawing, names, 0.0, y + row / 2);
      write_bar (drawing, "#e6ebef", start, bar, ground, BAR_HEIGHT);
      if (chart->chart == MTR_CHART_STRIP)
        write_bar (drawing, tones[0], start + MIN (number, scale - 1) * ground / scale, bar, ground / scale, BAR_HEIGHT);
      else
        write_bar (drawing, tones[0], start, bar, number * ground / scale, BAR_HEIGHT);
      write_lines (drawing, words, start + ground + GAP, y + row / 2);
      y += row;
    }

  return y;
}

/* One bar in parts, and below it which part is which, in the same order. Returns: how high it became */
static double
draw_parts (Drawing *drawing,
            MtrNode *chart)
{
  double scale = MAX (1, chart->count);
  double before = 0.0;
  double y = PART_HEIGHT + GAP;

  write_bar (drawing, "#e6ebef", 0.0, 0.0, drawing->width, PART_HEIGHT);
  for (guint i = 0; i < chart->children->len; i++)
    {
      MtrNode *mark = mtr_node_nth (chart, i);
      const char *tone = tones[i % G_N_ELEMENTS (tones)];
      g_autofree char *text = mark->text != NULL ? g_strdup_printf ("%s: %s", mark->label, mark->text)
                                                 : g_strdup (mark->label);
      g_autoptr (GPtrArray) lines = break_lines (text, drawing->width - SWATCH - GAP, drawing->scale);
      double row = (lines->len * LINE + GAP / 2) * drawing->scale;
      double number = MIN (mark->count, scale - before);

      /* A thin gap tells two parts apart without their colours. */
      write_bar (drawing, tone, before * drawing->width / scale, 0.0, number * drawing->width / scale - 0.5, PART_HEIGHT);
      write_bar (drawing, tone, 0.0, y + (row - SWATCH) / 2, SWATCH, SWATCH);
      write_lines (drawing, lines, SWATCH + GAP, y + row / 2);
      before += number;
      y += row;
    }

  return y;
}

/*< private >
 * mtr_odt_draw_chart:
 * @chart: a chart
 * @width: that it has, in millimetres
 * @scale: how many times as large as designed the letters are
 * @font: (nullable): what its reader wants them to be of
 * @height: (out): how high it became, in millimetres
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): a picture in SVG; %NULL with an error of %MTR_EXPORT_ERROR
 */
GBytes *
mtr_odt_draw_chart (MtrNode     *chart,
                    double       width,
                    double       scale,
                    const char  *font,
                    double      *height,
                    GError     **error)
{
  g_autoptr (MtrMarkup) inside = mtr_markup_new ();
  g_autoptr (MtrMarkup) markup = mtr_markup_new ();
  g_autoptr (GBytes) shapes = NULL;
  Drawing drawing = { inside, width, scale };
  g_autofree char *family = g_strconcat (font != NULL ? font : "Arial", ", Liberation Sans, sans-serif", NULL);
  char whole_width[G_ASCII_DTOSTR_BUF_SIZE];
  char whole_height[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *box = NULL;
  g_autofree char *width_unit = NULL;
  g_autofree char *height_unit = NULL;

  mtr_markup_set_place (inside, chart->text);
  mtr_markup_start (inside, "g");
  mtr_markup_attributes (inside, "font-family", family, "fill", MTR_ODT_INK, NULL);
  write_length (&drawing, "font-size", LETTERS * scale);
  *height = chart->chart == MTR_CHART_PROGRESS ? draw_parts (&drawing, chart) : draw_marks (&drawing, chart);
  mtr_markup_end (inside);
  shapes = mtr_markup_finish (inside, error);
  if (shapes == NULL)
    return NULL;

  g_ascii_formatd (whole_width, sizeof whole_width, "%.2f", width);
  g_ascii_formatd (whole_height, sizeof whole_height, "%.2f", *height);
  box = g_strdup_printf ("0 0 %s %s", whole_width, whole_height);
  width_unit = g_strconcat (whole_width, "mm", NULL);
  height_unit = g_strconcat (whole_height, "mm", NULL);
  mtr_markup_raw (markup, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  mtr_markup_start (markup, "svg");
  mtr_markup_attributes (markup, "xmlns", "http://www.w3.org/2000/svg", "viewBox", box, "width", width_unit,
                         "height", height_unit, NULL);
  mtr_markup_raw_bytes (markup, shapes);
  mtr_markup_end (markup);

  return mtr_markup_finish (markup, error);
}
