/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Half of the time that a long document takes is breaking its paragraphs into
 * lines. A second thread does that for its later paragraphs while the earlier
 * ones are set; what comes out is the same. Letters may be measured in
 * two threads at once where each has its own fonts, so this one has its own
 * style sheet, and hands its work over only when all of it is done.
 */

#include "mtr-ahead-private.h"

#include <string.h>

/* With fewer letters than this a second thread is more work than it saves. */
#define WORTH_IT 60000
/* Of the letters, for the thread that sets them, which has more to do besides. */
#define OWN_SHARE 0.4

struct _MtrAhead {
  MtrStyleSheet *styles;    /* (owned): of the other thread while it runs */
  GPtrArray     *texts;     /* (owned) (element-type utf8): of running text, in the order of the document */
  GPtrArray     *layouts;   /* (owned) (element-type PangoLayout): of the texts, once the thread has ended */
  GHashTable    *places;    /* (owned) (element-type utf8 GQueue): text → which of the texts */
  GHashTable    *before;    /* (owned) (element-type utf8 guint): text → how often it still comes before those */
  GThread       *thread;    /* (nullable) */
  double         width;
};

static void
collect_texts (MtrNode   *node,
               GPtrArray *texts)
{
  if (node->type == MTR_NODE_COVER || (node->flags & MTR_NODE_LANDSCAPE))
    return;

  if ((node->type == MTR_NODE_LONG_TEXT || node->type == MTR_NODE_PARAGRAPH) && node->text != NULL)
    {
      g_auto (GStrv) paragraphs = g_strsplit (node->text, "\n", -1);

      for (guint i = 0; paragraphs[i] != NULL; i++)
        {
          g_strchomp (paragraphs[i]);
          if (paragraphs[i][0] != '\0')
            g_ptr_array_add (texts, g_strdup (paragraphs[i]));
        }
    }
  for (guint i = 0; i < node->children->len; i++)
    collect_texts (mtr_node_nth (node, i), texts);
}

/* Where the share of the second thread begins; nowhere where there are few letters. */
static guint
find_share (GPtrArray *texts)
{
  gsize total = 0;
  gsize before = 0;
  guint i;

  for (i = 0; i < texts->len; i++)
    total += strlen (g_ptr_array_index (texts, i));
  if (total < WORTH_IT)
    return texts->len;
  for (i = 0; i < texts->len && (double) before < OWN_SHARE * (double) total; i++)
    before += strlen (g_ptr_array_index (texts, i));

  return i;
}

static gpointer
break_lines (gpointer data)
{
  MtrAhead *self = data;

  for (guint i = 0; i < self->texts->len; i++)
    {
      PangoLayout *layout = mtr_style_sheet_new_layout (self->styles, MTR_STYLE_BODY, g_ptr_array_index (self->texts, i),
                                                        self->width);

      /* Asking for the lines is what makes them. */
      pango_layout_get_line_count (layout);
      g_ptr_array_add (self->layouts, layout);
    }

  return NULL;
}

static void
free_queue (gpointer data)
{
  g_queue_free (data);
}

/*< private >
 * mtr_ahead_new:
 * @document: a document
 * @width: of running text on its upright pages, in points
 *
 * Returns: (transfer full) (nullable): its later paragraphs on their way into lines; %NULL where it is too short
 *   for that
 */
MtrAhead *
mtr_ahead_new (MtrDocument *document,
               double       width)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint share;
  MtrAhead *self;

  collect_texts (mtr_document_get_root (document), texts);
  share = find_share (texts);
  if (share == texts->len)
    return NULL;

  self = g_new0 (MtrAhead, 1);
  self->before = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < share; i++)
    {
      const char *text = g_ptr_array_index (texts, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->before, text));

      g_hash_table_insert (self->before, g_strdup (text), GUINT_TO_POINTER (n + 1));
    }
  g_ptr_array_remove_range (texts, 0, share);
  self->styles = mtr_style_sheet_new (mtr_document_get_language (document), mtr_document_get_adjustment (document));
  self->texts = g_steal_pointer (&texts);
  self->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_queue);
  self->width = width;
  for (guint i = 0; i < self->texts->len; i++)
    {
      char *text = g_ptr_array_index (self->texts, i);
      GQueue *places = g_hash_table_lookup (self->places, text);

      if (places == NULL)
        {
          places = g_queue_new ();
          g_hash_table_insert (self->places, text, places);
        }
      g_queue_push_tail (places, GUINT_TO_POINTER (i));
    }
  self->thread = g_thread_new ("paragraphs", break_lines, self);

  return self;
}

/*< private >
 * mtr_ahead_free:
 * @self: (transfer full): paragraphs of mtr_ahead_new(), none of which will be asked for any more
 */
void
mtr_ahead_free (MtrAhead *self)
{
  if (self->thread != NULL)
    g_thread_join (self->thread);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->before);
  g_ptr_array_unref (self->layouts);
  g_ptr_array_unref (self->texts);
  mtr_style_sheet_free (self->styles);
  g_free (self);
}

/*< private >
 * mtr_ahead_take:
 * @self: paragraphs of mtr_ahead_new()
 * @style: a style
 * @text: a paragraph
 * @width: where its lines break, in points
 *
 * Returns: (transfer full) (nullable): its lines, where the other thread has made them; waits for it in that case
 */
PangoLayout *
mtr_ahead_take (MtrAhead     *self,
                MtrTextStyle  style,
                const char   *text,
                double        width)
{
  GQueue *places = style == MTR_STYLE_BODY && width == self->width ? g_hash_table_lookup (self->places, text) : NULL;
  guint n_before = places != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->before, text)) : 0;

  /* The same words in an earlier paragraph are not waited for. */
  if (n_before > 0)
    {
      g_hash_table_insert (self->before, g_strdup (text), GUINT_TO_POINTER (n_before - 1));
      return NULL;
    }
  if (places == NULL || g_queue_is_empty (places))
    return NULL;
  if (self->thread != NULL)
    g_thread_join (g_steal_pointer (&self->thread));

  return g_object_ref (g_ptr_array_index (self->layouts, GPOINTER_TO_UINT (g_queue_pop_head (places))));
}
