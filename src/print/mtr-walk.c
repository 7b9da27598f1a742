/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The walk through a document that makes boxes of it: what every kind of node
 * needs to put its boxes into the flow.
 */

#include "mtr-walk-private.h"

/*< private >
 * mtr_walk_place_box:
 * @walk: a walk
 * @box: (transfer full): a box that is not in the flow yet
 *
 * Puts the box at the end of the flow; what waits for the next box begins with it.
 */
void
mtr_walk_place_box (MtrWalk *walk,
                    MtrBox  *box)
{
  box->path = walk->path;
  box->landscape = walk->landscape;
  box->cover = walk->cover;
  box->new_page = walk->new_page;
  walk->new_page = FALSE;
  g_ptr_array_extend_and_steal (box->ids, g_steal_pointer (&walk->ids));
  walk->ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (walk->flow->boxes, box);
}

/*< private >
 * mtr_walk_add_box:
 * @walk: a walk
 *
 * Returns: (transfer none): a new box at the end of the flow
 */
MtrBox *
mtr_walk_add_box (MtrWalk *walk)
{
  MtrBox *box = mtr_box_new ();

  mtr_walk_place_box (walk, box);

  return box;
}

/*< private >
 * mtr_walk_add_text:
 * @walk: a walk
 * @style: how the text looks
 * @tag: (nullable): the element the text is in; a constant
 * @text: (nullable): the text
 * @indent: how much further in than the rest, in points
 *
 * Returns: (transfer none): a new box at the end of the flow, with the text across all of its width
 */
MtrBox *
mtr_walk_add_text (MtrWalk      *walk,
                   MtrTextStyle  style,
                   const char   *tag,
                   const char   *text,
                   double        indent)
{
  const MtrStyleInfo *info = mtr_style_sheet_get (walk->flow->styles, style);
  MtrBox *box = mtr_walk_add_box (walk);
  MtrBoxCell *cell = mtr_box_add_cell (box, walk->flow->styles, style, text, walk->x + indent, walk->width - indent);

  cell->tag = tag;
  box->before = info->before;
  box->after = info->after;
  mtr_box_measure (box);

  return box;
}

/*< private >
 * mtr_walk_set_space_after:
 * @walk: a walk
 * @after: the space below the last box, in points
 */
void
mtr_walk_set_space_after (MtrWalk *walk,
                          double   after)
{
  GPtrArray *boxes = walk->flow->boxes;

  if (boxes->len > 0)
    ((MtrBox *) g_ptr_array_index (boxes, boxes->len - 1))->after = after;
}
