/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which lines of a text changed from one version to the next: what stayed is
 * the longest sequence of lines that both have in the same order.
 */

#include "mtr-difference.h"

/* Two texts with more lines than that in the middle are shown one after the other; the table would grow too large. */
#define MAX_CELLS 4000000

static void
line_free (MtrLine *line)
{
  g_free (line->text);
  g_free (line);
}

static void
add_line (GPtrArray    *lines,
          MtrLineState  state,
          const char   *text)
{
  MtrLine *line = g_new0 (MtrLine, 1);

  line->state = state;
  line->text = g_strdup (text);
  g_ptr_array_add (lines, line);
}

static void
add_lines (GPtrArray    *lines,
           MtrLineState  state,
           char        **texts,
           guint         n_texts)
{
  for (guint i = 0; i < n_texts; i++)
    add_line (lines, state, texts[i]);
}

/* Lengths of the longest common sequences of what is left of both from each place on. */
static void
compare (GPtrArray  *lines,
         char      **before,
         guint       n_before,
         char      **after,
         guint       n_after)
{
  g_autofree guint *lengths = NULL;
  gsize width = (gsize) n_after + 1;
  guint i = 0, j = 0;

  if ((gsize) (n_before + 1) * width > MAX_CELLS)
    {
      add_lines (lines, MTR_LINE_REMOVED, before, n_before);
      add_lines (lines, MTR_LINE_ADDED, after, n_after);
      return;
    }

  lengths = g_new0 (guint, (gsize) (n_before + 1) * width);
  for (guint row = n_before; row-- > 0;)
    for (guint column = n_after; column-- > 0;)
      lengths[row * width + column] = g_str_equal (before[row], after[column])
                                      ? lengths[(row + 1) * width + column + 1] + 1
                                      : MAX (lengths[(row + 1) * width + column], lengths[row * width + column + 1]);

  while (i < n_before && j < n_after)
    if (g_str_equal (before[i], after[j]))
      {
        add_line (lines, MTR_LINE_SAME, before[i++]);
        j++;
      }
    else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])
      {
        add_line (lines, MTR_LINE_REMOVED, before[i++]);
      }
    else
      {
        add_line (lines, MTR_LINE_ADDED, after[j++]);
      }
  add_lines (lines, MTR_LINE_REMOVED, before + i, n_before - i);
  add_lines (lines, MTR_LINE_ADDED, after + j, n_after - j);
}

/**
 * mtr_difference_list_lines:
 * @before: (nullable): the earlier text; %NULL is an empty one
 * @after: (nullable): the later text
 *
 * Returns: (transfer full) (element-type MtrLine): every line of both, in order; where a line was replaced, what was removed
 *   comes before what was added
 */
GPtrArray *
mtr_difference_list_lines (const char *before,
                           const char *after)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  g_auto (GStrv) old_lines = g_strsplit (before != NULL ? before : "", "\n", -1);
  g_auto (GStrv) new_lines = g_strsplit (after != NULL ? after : "", "\n", -1);
  guint n_old = g_strv_length (old_lines), n_new = g_strv_length (new_lines), first = 0, last = 0;

  while (first < n_old && first < n_new && g_str_equal (old_lines[first], new_lines[first]))
    first++;
  while (last < n_old - first && last < n_new - first &&
         g_str_equal (old_lines[n_old - 1 - last], new_lines[n_new - 1 - last]))
    last++;

  add_lines (lines, MTR_LINE_SAME, old_lines, first);
  compare (lines, old_lines + first, n_old - first - last, new_lines + first, n_new - first - last);
  add_lines (lines, MTR_LINE_SAME, old_lines + (n_old - last), last);

  return lines;
}
