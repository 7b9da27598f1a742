/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Boxes: text in lines, side by side, measured once, and cut between lines
 * where a page ends: never one line alone at the foot or at the head of a page.
 */

#include "mtr-box-private.h"

/* So many lines of a text stand together before and after a break. */
#define LINES_TOGETHER 2

static void
clear_line (gpointer data)
{
  pango_layout_line_unref (((MtrLine *) data)->line);
}

static void
free_cell (gpointer data)
{
  MtrBoxCell *cell = data;

  g_array_unref (cell->lines);
  g_object_unref (cell->layout);
  g_free (cell);
}

/*< private >
 * mtr_box_new:
 *
 * Returns: (transfer full): an empty box
 */
MtrBox *
mtr_box_new (void)
{
  MtrBox *box = g_new0 (MtrBox, 1);

  box->cells = g_ptr_array_new_with_free_func (free_cell);
  box->shapes = g_array_new (FALSE, FALSE, sizeof (MtrShape));
  box->ids = g_ptr_array_new_with_free_func (g_free);

  return box;
}

/*< private >
 * mtr_box_free:
 * @box: (transfer full): a box
 */
void
mtr_box_free (MtrBox *box)
{
  g_ptr_array_unref (box->cells);
  g_array_unref (box->shapes);
  g_ptr_array_unref (box->ids);
  g_free (box);
}

/* Where a line is broken at a space, pango leaves the space out, and whoever takes the text out of a file would join the
 * last word of the line to the first of the next. It comes back without a width, so that nothing moves. It is part of its
 * run: cairo leaves out a space that is drawn by itself where it covers no pixel. */
static void
bring_space_back (PangoLayoutLine *line)
{
  int end = line->start_index + line->length;

  if (line->length == 0 || pango_layout_get_text (line->layout)[end - 1] != ' ')
    return;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = l->data;
      PangoGlyphString *space;
      PangoGlyphInfo *last;

      if (run->item->offset + run->item->length != end || run->glyphs->num_glyphs == 0)
        continue;
      last = &run->glyphs->glyphs[run->item->analysis.level % 2 == 1 ? 0 : run->glyphs->num_glyphs - 1];
      if (last->glyph != PANGO_GLYPH_EMPTY)
        continue;
      space = pango_glyph_string_new ();
      pango_shape (" ", 1, &run->item->analysis, space);
      if (space->num_glyphs == 1)
        last->glyph = space->glyphs[0].glyph;
      pango_glyph_string_free (space);
    }
}

static void
read_lines (MtrBoxCell *cell)
{
  PangoLayoutIter *iter = pango_layout_get_iter (cell->layout);

  g_array_set_size (cell->lines, 0);
  do
    {
      PangoRectangle logical;
      int top, bottom;
      MtrLine line;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      line.line = pango_layout_line_ref (pango_layout_iter_get_line (iter));
      bring_space_back (line.line);
      line.x = (double) logical.x / PANGO_SCALE;
      line.top = (double) top / PANGO_SCALE;
      line.bottom = (double) bottom / PANGO_SCALE;
      line.baseline = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;
      g_array_append_val (cell->lines, line);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/* A line end has no glyph either: a space stands before each. */
static char *
dup_with_spaces (const char *text)
{
  g_autoptr (GString) spaced = g_string_new (text);

  g_string_replace (spaced, "\n", " \n", 0);

  return g_strdup (spaced->str);
}

/*< private >
 * mtr_box_add_cell:
 * @box: a box
 * @styles: how texts look
 * @style: how this one looks
 * @text: (nullable): the text
 * @x: from the left margin, in points
 * @width: in points
 *
 * Returns: (transfer none): the new last cell
 */
MtrBoxCell *
mtr_box_add_cell (MtrBox              *box,
                  const MtrStyleSheet *styles,
                  MtrTextStyle         style,
                  const char          *text,
                  double               x,
                  double               width)
{
  MtrBoxCell *cell = g_new0 (MtrBoxCell, 1);
  g_autofree char *spaced = dup_with_spaces (text);

  cell->style = style;
  cell->x = x;
  cell->width = width;
  cell->layout = mtr_style_sheet_new_layout (styles, style, spaced, width);
  cell->lines = g_array_new (FALSE, FALSE, sizeof (MtrLine));
  g_array_set_clear_func (cell->lines, clear_line);
  read_lines (cell);
  g_ptr_array_add (box->cells, cell);

  return cell;
}

/*< private >
 * mtr_box_cell_set_text:
 * @cell: a cell
 * @text: its new text; mtr_box_measure() the box afterwards
 */
void
mtr_box_cell_set_text (MtrBoxCell *cell,
                       const char *text)
{
  pango_layout_set_text (cell->layout, text, -1);
  read_lines (cell);
}

static gboolean
is_space (char letter)
{
  return letter == ' ' || letter == '\n' || letter == '\t';
}

/*< private >
 * mtr_box_cell_breaks_word:
 * @cell: a cell
 *
 * Returns: whether a word of a usual length is broken in the middle because the cell is too narrow for it
 */
gboolean
mtr_box_cell_breaks_word (MtrBoxCell *cell)
{
  const char *text = pango_layout_get_text (cell->layout);
  const PangoLogAttr *breaks = NULL;
  int n_breaks;

  for (guint i = 1; i < cell->lines->len; i++)
    {
      const char *place = text + g_array_index (cell->lines, MtrLine, i).line->start_index;
      const char *start = place;
      const char *end = place;
      glong offset;

      if (place == text || is_space (place[-1]))
        continue;
      if (breaks == NULL)
        breaks = pango_layout_get_log_attrs_readonly (cell->layout, &n_breaks);
      offset = g_utf8_pointer_to_offset (text, place);
      if (offset < n_breaks && breaks[offset].is_line_break)
        continue;
      while (start > text && !is_space (start[-1]))
        start--;
      while (*end != '\0' && !is_space (*end))
        end++;
      if (g_utf8_strlen (start, end - start) <= MTR_LONGEST_WORD)
        return TRUE;
    }

  return FALSE;
}

/*< private >
 * mtr_box_add_shape:
 * @box: a box
 * @shape: what is drawn in it
 */
void
mtr_box_add_shape (MtrBox         *box,
                   const MtrShape *shape)
{
  g_array_append_val (box->shapes, *shape);
}

/*< private >
 * mtr_box_reread:
 * @box: a box whose layouts were changed after their cells were made
 *
 * Reads where the lines are now, and measures the box.
 */
void
mtr_box_reread (MtrBox *box)
{
  for (guint i = 0; i < box->cells->len; i++)
    read_lines (g_ptr_array_index (box->cells, i));
  mtr_box_measure (box);
}

static double
measure_lines (MtrBoxCell *cell,
               guint       first,
               guint       end)
{
  if (end <= first)
    return 0.0;

  return g_array_index (cell->lines, MtrLine, end - 1).bottom - g_array_index (cell->lines, MtrLine, first).top;
}

/*< private >
 * mtr_box_measure:
 * @box: a box whose cells are all there
 */
void
mtr_box_measure (MtrBox *box)
{
  double baseline = 0.0;

  for (guint i = 0; i < box->cells->len; i++)
    {
      MtrBoxCell *cell = g_ptr_array_index (box->cells, i);

      baseline = MAX (baseline, g_array_index (cell->lines, MtrLine, 0).baseline);
    }
  box->height = box->least_height;
  for (guint i = 0; i < box->cells->len; i++)
    {
      MtrBoxCell *cell = g_ptr_array_index (box->cells, i);

      cell->drop = baseline - g_array_index (cell->lines, MtrLine, 0).baseline;
      box->height = MAX (box->height, cell->drop + measure_lines (cell, 0, cell->lines->len));
    }
  box->height += 2 * box->padding;
}

static gboolean
is_breakable (MtrBox *box,
              double  page_height)
{
  return !box->whole || box->height > page_height / 2;
}

/*< private >
 * mtr_box_get_least:
 * @box: a box
 * @page_height: height of the text of a page
 *
 * Returns: how much room its beginning needs, in points
 */
double
mtr_box_get_least (MtrBox *box,
                   double  page_height)
{
  double least = 0.0;

  if (!is_breakable (box, page_height))
    return box->height;

  for (guint i = 0; i < box->cells->len; i++)
    {
      MtrBoxCell *cell = g_ptr_array_index (box->cells, i);
      guint end = MIN (cell->lines->len, LINES_TOGETHER);

      /* Of three lines none can be left alone. */
      if (cell->lines->len < 2 * LINES_TOGETHER)
        end = cell->lines->len;
      least = MAX (least, cell->drop + measure_lines (cell, 0, end));
    }

  return MIN (least + 2 * box->padding, box->height);
}

static guint
count_fitting (MtrBoxCell *cell,
               guint       first,
               double      room)
{
  guint end = first;

  while (end < cell->lines->len && measure_lines (cell, first, end + 1) <= room)
    end++;

  return end;
}

/*< private >
 * mtr_box_take:
 * @box: a box
 * @previous: (nullable): the part that is on the page before
 * @room: how much room there is, in points
 * @force: whether at least one line is taken, room or not; on an empty page
 * @whole: (out): whether this is the end of the box
 *
 * Returns: (transfer full) (nullable): the next part of the box; %NULL where it has to begin on another page
 */
MtrFragment *
mtr_box_take (MtrBox      *box,
              MtrFragment *previous,
              double       room,
              gboolean     force,
              gboolean    *whole)
{
  guint n_cells = box->cells->len;
  MtrFragment *fragment = g_new0 (MtrFragment, 1);
  gboolean alone = FALSE;
  gboolean any = FALSE;
  double text_room = room - 2 * box->padding + 0.01;

  fragment->box = box;
  fragment->begins = previous == NULL;
  fragment->first = g_new0 (guint, MAX (n_cells, 1));
  fragment->end = g_new0 (guint, MAX (n_cells, 1));
  *whole = TRUE;

  for (guint i = 0; i < n_cells; i++)
    {
      MtrBoxCell *cell = g_ptr_array_index (box->cells, i);
      guint first = previous != NULL ? previous->end[i] : 0;
      double drop = first == 0 ? cell->drop : 0.0;
      guint end = count_fitting (cell, first, text_room - drop);
      guint left = cell->lines->len - end;

      if (force && end == first && first < cell->lines->len)
        end = first + 1;
      else if (left > 0 && left < LINES_TOGETHER && end > first)
        end -= MIN (LINES_TOGETHER - left, end - first);
      if (end < cell->lines->len)
        *whole = FALSE;
      if (end < cell->lines->len && end - first < LINES_TOGETHER && !force)
        alone = TRUE;
      if (end > first)
        any = TRUE;
      fragment->first[i] = first;
      fragment->end[i] = end;
      fragment->height = MAX (fragment->height, drop + measure_lines (cell, first, end));
    }
  fragment->height = MAX (fragment->height, previous == NULL ? box->least_height : 0.0) + 2 * box->padding;

  if ((alone || (!any && n_cells > 0) || fragment->height > room + 0.02) && !force)
    g_clear_pointer (&fragment, mtr_fragment_free);

  return fragment;
}

/*< private >
 * mtr_fragment_free:
 * @fragment: (transfer full): a part of a box
 */
void
mtr_fragment_free (MtrFragment *fragment)
{
  g_free (fragment->first);
  g_free (fragment->end);
  g_free (fragment);
}

/*< private >
 * mtr_tag_path_add:
 * @path: a path
 * @tag: the next element; a constant
 * @key: what makes it another one than the next with the same tag
 */
void
mtr_tag_path_add (MtrTagPath    *path,
                  const char    *tag,
                  gconstpointer  key)
{
  mtr_tag_path_add_with (path, tag, key, NULL);
}

/*< private >
 * mtr_tag_path_add_with:
 * @path: a path
 * @tag: the next element; a constant
 * @key: what makes it another one than the next with the same tag
 * @detail: (nullable): what more is said of it: of a Figure what is read out for it, of a TH what it heads
 */
void
mtr_tag_path_add_with (MtrTagPath    *path,
                       const char    *tag,
                       gconstpointer  key,
                       const char    *detail)
{
  g_return_if_fail (path->n_tags < MTR_MAX_TAGS);

  path->tags[path->n_tags].tag = tag;
  path->tags[path->n_tags].key = key;
  path->tags[path->n_tags].detail = detail;
  path->n_tags++;
}
