/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts as boxes: bars, a bar in parts, and a year as a strip. Every number
 * stands beside its shape in words, and parts differ in pattern, so that no
 * colour and no length has to be judged by eye.
 */

#include "mtr-chart-layout-private.h"

#include "mtr-date.h"

#define WIDEST        560.0   /* a chart that is wider is no clearer */
#define GAP           8.0
#define LABEL_SHARE   0.38    /* of the width, at most, for what stands before the bars */
#define WORDS_SHARE   0.30    /* and for what stands after them */
#define LEGEND_SHARE  0.55    /* at least, for what a sign stands for, where both it and the words are long */
#define ROW_PADDING   2.6
#define SWATCH        1.9     /* times its height */
#define MONTHS_A_ROW  12
#define LARGE_LETTERS 15.0
#define AXIS          1.2

/** Chart: what is laid out, and where. */
typedef struct {
  const MtrStyleSheet *styles;   /* (unowned) */
  MtrNode             *node;     /* (unowned) */
  GPtrArray           *boxes;    /* (unowned) */
  double               x;
  double               width;
  double               letters;  /* size of the letters */
} Chart;

static double
measure_text (Chart        *chart,
              MtrTextStyle  style,
              const char   *text)
{
  g_autoptr (PangoLayout) layout = mtr_style_sheet_new_layout (chart->styles, style, text, -1.0);
  int width;

  pango_layout_get_size (layout, &width, NULL);

  /* A hair more, so that what fits is not broken by rounding. */
  return (double) width / PANGO_SCALE + 0.5;
}

static char *
dup_words (MtrNode *mark)
{
  return mark->text != NULL ? g_strdup (mark->text) : g_strdup_printf ("%u", mark->count);
}

static double
measure_labels (Chart *chart)
{
  double widest = 0.0;

  for (guint i = 0; i < chart->node->children->len; i++)
    widest = MAX (widest, measure_text (chart, MTR_STYLE_TABLE, mtr_node_nth (chart->node, i)->label));

  return widest;
}

static double
measure_words (Chart *chart)
{
  double widest = 0.0;

  for (guint i = 0; i < chart->node->children->len; i++)
    {
      g_autofree char *words = dup_words (mtr_node_nth (chart->node, i));

      widest = MAX (widest, measure_text (chart, MTR_STYLE_TABLE, words));
    }

  return widest;
}

static MtrBox *
add_box (Chart *chart)
{
  MtrBox *box = mtr_box_new ();

  box->whole = TRUE;
  box->together = TRUE;
  g_ptr_array_add (chart->boxes, box);

  return box;
}

static double
get_line_height (MtrBox *box)
{
  MtrBoxCell *cell = g_ptr_array_index (box->cells, 0);

  return g_array_index (cell->lines, MtrLine, 0).bottom;
}

static void
add_bar (Chart   *chart,
         MtrNode *mark,
         guint    scale,
         double   label_width,
         double   words_width,
         gboolean above)
{
  g_autofree char *words = dup_words (mark);
  double start = chart->x + (above ? 0.0 : label_width + GAP);
  double room = chart->x + chart->width - words_width - GAP - start;
  double length = room * mark->count / scale;
  double line;
  MtrBox *box;

  if (above)
    {
      box = add_box (chart);
      box->with_next = TRUE;
      mtr_box_add_cell (box, chart->styles, MTR_STYLE_TABLE, mark->label, chart->x, chart->width);
      box->before = ROW_PADDING;
      mtr_box_measure (box);
    }

  box = add_box (chart);
  if (!above)
    mtr_box_add_cell (box, chart->styles, MTR_STYLE_TABLE, mark->label, chart->x, label_width);
  mtr_box_add_cell (box, chart->styles, MTR_STYLE_TABLE, words, start + length + GAP, words_width);
  box->padding = ROW_PADDING;
  mtr_box_measure (box);

  /* The line that the bars begin at: where there is nothing, the nothing shows. */
  mtr_box_add_shape (box, &(MtrShape) { .pattern = MTR_PATTERN_SOLID, .x = start - AXIS, .width = AXIS / 2,
                                        .height = box->height });
  line = get_line_height (box);
  if (length > 0.0)
    mtr_box_add_shape (box, &(MtrShape) { .pattern = MTR_PATTERN_SOLID, .x = start, .top = box->padding + line * 0.12,
                                          .width = length, .height = line * 0.76 });
}

static void
lay_out_bars (Chart *chart)
{
  double label_width = measure_labels (chart);
  double words_width = MIN (measure_words (chart), chart->width * WORDS_SHARE);
  gboolean above = label_width > chart->width * LABEL_SHARE && chart->letters > LARGE_LETTERS;
  guint scale = MAX (chart->node->count, 1);

  label_width = MIN (label_width, chart->width * LABEL_SHARE);
  for (guint i = 0; i < chart->node->children->len; i++)
    scale = MAX (scale, mtr_node_nth (chart->node, i)->count);
  for (guint i = 0; i < chart->node->children->len; i++)
    add_bar (chart, mtr_node_nth (chart->node, i), scale, label_width, words_width, above);
}

/* One line of a legend: its sign, what it is, and how much or when. */
static MtrBox *
add_legend (Chart      *chart,
            MtrNode    *mark,
            const char *sign,
            double      sign_width,
            double      label_width)
{
  g_autofree char *words = dup_words (mark);
  MtrBox *box = add_box (chart);
  double x = chart->x + sign_width + GAP;

  mtr_box_add_cell (box, chart->styles, MTR_STYLE_TABLE, mark->label, x, label_width);
  mtr_box_add_cell (box, chart->styles, MTR_STYLE_TABLE, words, x + label_width + 2 * GAP,
                    chart->x + chart->width - x - label_width - 2 * GAP);
  if (sign != NULL)
    pango_layout_set_alignment (mtr_box_add_cell (box, chart->styles, MTR_STYLE_CHART, sign, chart->x, sign_width)->layout,
                                PANGO_ALIGN_CENTER);
  box->padding = ROW_PADDING;
  mtr_box_reread (box);

  return box;
}

static double
get_legend_width (Chart  *chart,
                  double  sign_width)
{
  double room = chart->width - sign_width - 3 * GAP;

  return MIN (measure_labels (chart), room - MIN (measure_words (chart), room * (1.0 - LEGEND_SHARE)));
}

static void
lay_out_progress (Chart *chart)
{
  double line = chart->letters * 1.3;
  double label_width = get_legend_width (chart, line * SWATCH);
  MtrBox *bar = add_box (chart);
  guint whole = MAX (chart->node->count, 1);
  guint sum = 0;
  double x = chart->x;

  for (guint i = 0; i < chart->node->children->len; i++)
    sum += mtr_node_nth (chart->node, i)->count;
  whole = MAX (whole, sum);

  bar->least_height = line * 1.3;
  bar->after = 4.0;
  mtr_box_measure (bar);
  mtr_box_add_shape (bar, &(MtrShape) { .pattern = MTR_PATTERN_EMPTY, .x = chart->x, .width = chart->width,
                                        .height = bar->height });
  for (guint i = 0; i < chart->node->children->len; i++)
    {
      MtrNode *mark = mtr_node_nth (chart->node, i);
      double length = chart->width * mark->count / whole;
      MtrBox *legend = add_legend (chart, mark, NULL, line * SWATCH, label_width);
      MtrPattern pattern = i % MTR_N_PATTERNS;

      if (length > 0.0)
        mtr_box_add_shape (bar, &(MtrShape) { .pattern = pattern, .x = x, .width = length, .height = bar->height });
      mtr_box_add_shape (legend, &(MtrShape) { .pattern = pattern, .x = chart->x, .top = legend->padding + line * 0.1,
                                               .width = line * SWATCH, .height = line * 0.8 });
      x += length;
    }
}

/* The name of a month of a strip, or its number where the strip says not in which month it begins. */
static char *
dup_month (Chart *chart,
           guint  month)
{
  g_autofree char *first = chart->node->label != NULL ? g_strconcat (chart->node->label, "-01", NULL) : NULL;
  GDate date;

  if (first == NULL || !mtr_date_from_iso (first, &date))
    return g_strdup_printf ("%u", month + 1);
  mtr_date_add_months (&date, (int) month);

  return mtr_date_format (&date, MTR_DATE_STYLE_MONTH);
}

static void
add_months (Chart *chart,
            guint  first,
            guint  end,
            double month_width)
{
  MtrBox *box = add_box (chart);

  for (guint month = first; month < end; month++)
    {
      g_autofree char *name = dup_month (chart, month);
      double x = chart->x + (month - first) * month_width;
      MtrBoxCell *cell = mtr_box_add_cell (box, chart->styles, MTR_STYLE_CHART, name, x, month_width);

      pango_layout_set_alignment (cell->layout, PANGO_ALIGN_CENTER);
    }
  box->padding = 2.0;
  box->before = first > 0 ? 6.0 : 0.0;
  mtr_box_reread (box);
  for (guint month = first; month < end; month++)
    mtr_box_add_shape (box, &(MtrShape) { .pattern = MTR_PATTERN_PALE, .quiet = TRUE,
                                          .x = chart->x + (month - first) * month_width, .width = month_width, .height = box->height });
}

/* The marks of a month stand one below the other: a level is one of each month that has so many. */
static gboolean
add_level (Chart *chart,
           guint  first,
           guint  end,
           double month_width,
           guint  level)
{
  MtrBox *box = add_box (chart);
  double size = chart->letters * 1.7;
  gboolean more = FALSE;

  box->least_height = size + 4.0;
  for (guint month = first; month < end; month++)
    mtr_box_add_shape (box, &(MtrShape) { .pattern = MTR_PATTERN_EMPTY, .quiet = TRUE,
                                          .x = chart->x + (month - first) * month_width, .width = month_width });
  for (guint month = first; month < end; month++)
    {
      double x = chart->x + (month - first) * month_width;
      guint found = 0;

      for (guint i = 0; i < chart->node->children->len; i++)
        {
          g_autofree char *number = NULL;
          MtrBoxCell *cell;

          if (mtr_node_nth (chart->node, i)->count != month || found++ < level)
            continue;
          if (found > level + 1)
            {
              more = TRUE;
              break;
            }
          number = g_strdup_printf ("%u", i + 1);
          mtr_box_add_shape (box, &(MtrShape) { .pattern = MTR_PATTERN_EMPTY, .round = TRUE,
                                                .x = x + (month_width - size) / 2, .top = 2.0, .width = size,
                                                .height = size });
          cell = mtr_box_add_cell (box, chart->styles, MTR_STYLE_CHART, number, x, month_width);
          pango_layout_set_alignment (cell->layout, PANGO_ALIGN_CENTER);
        }
    }
  /* The number in the middle of its circle. */
  if (box->cells->len > 0)
    {
      mtr_box_reread (box);
      box->padding = MAX (0.0, (box->least_height - get_line_height (box)) / 2);
      box->least_height -= 2 * box->padding;
    }
  mtr_box_measure (box);
  for (guint i = 0; i < end - first; i++)
    g_array_index (box->shapes, MtrShape, i).height = box->height;

  return more;
}

static void
lay_out_strip (Chart *chart)
{
  guint n_months = MAX (chart->node->count, 1);
  guint a_row = chart->letters > LARGE_LETTERS ? MONTHS_A_ROW / 2 : MONTHS_A_ROW;
  double month_width = chart->width / MIN (n_months, a_row);
  double sign_width = chart->letters * 1.7;
  double label_width = get_legend_width (chart, sign_width);
  MtrBox *last;

  for (guint first = 0; first < n_months; first += a_row)
    {
      guint end = MIN (first + a_row, n_months);
      guint level = 0;

      add_months (chart, first, end, month_width);
      while (add_level (chart, first, end, month_width, level))
        level++;
    }

  last = g_ptr_array_index (chart->boxes, chart->boxes->len - 1);
  last->after = 4.0;
  for (guint i = 0; i < chart->node->children->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      MtrBox *box = add_legend (chart, mtr_node_nth (chart->node, i), number, sign_width, label_width);

      mtr_box_add_shape (box, &(MtrShape) { .pattern = MTR_PATTERN_EMPTY, .round = TRUE, .x = chart->x,
                                            .top = box->padding + (get_line_height (box) - sign_width * 0.9) / 2,
                                            .width = sign_width, .height = sign_width * 0.9 });
    }
}

/*< private >
 * mtr_chart_lay_out:
 * @styles: how texts look
 * @chart: a chart
 * @x: its left edge, from the left margin, in points
 * @width: how much room there is, in points
 *
 * Returns: (transfer full) (element-type MtrBox): its boxes without the caption, measured, from the top; each but the last
 *   stays with the next
 */
GPtrArray *
mtr_chart_lay_out (const MtrStyleSheet *styles,
                   MtrNode             *chart,
                   double               x,
                   double               width)
{
  static void (* const layouts[]) (Chart *chart) = {
    [MTR_CHART_BARS] = lay_out_bars,
    [MTR_CHART_PROGRESS] = lay_out_progress,
    [MTR_CHART_STRIP] = lay_out_strip,
  };
  Chart state = { styles, chart, NULL, x, MIN (width, WIDEST), mtr_style_sheet_get (styles, MTR_STYLE_TABLE)->size };

  state.boxes = g_ptr_array_new ();
  layouts[chart->chart] (&state);
  if (state.boxes->len > 0)
    ((MtrBox *) g_ptr_array_index (state.boxes, state.boxes->len - 1))->together = FALSE;

  return state.boxes;
}
