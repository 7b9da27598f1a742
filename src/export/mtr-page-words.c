/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the writers of web pages and text documents say round the document
 * itself: the words at the top and the foot of a page, with the numbers left
 * to the program that lays the pages out, and which links lead anywhere.
 */

#include "mtr-page-words-private.h"

#include "mtr-date.h"
#include "mtr-messages.h"

#include <string.h>

/* Numbers that stand for those that only the layout knows. */
#define PAGE_MARK    700001U
#define COUNT_MARK   800002U
#define PAGE_DIGITS  "700001"
#define COUNT_DIGITS "800002"

/*< private >
 * mtr_page_words_init:
 * @self: (out caller-allocates): the words, in the language that is spoken now
 */
void
mtr_page_words_init (MtrPageWords *self)
{
  g_autofree char *words = g_strdup_printf (_("Page %u of %u"), PAGE_MARK, COUNT_MARK);
  const char *page = strstr (words, PAGE_DIGITS);
  const char *count = strstr (words, COUNT_DIGITS);
  const char *first = MIN (page, count);
  const char *second = MAX (page, count);

  g_return_if_fail (page != NULL && count != NULL);

  self->count_first = count < page;
  self->before = g_strndup (words, (gsize) (first - words));
  first += strlen (PAGE_DIGITS);
  self->between = g_strndup (first, (gsize) (second - first));
  self->after = g_strdup (second + strlen (COUNT_DIGITS));
}

/*< private >
 * mtr_page_words_clear:
 * @self: words of mtr_page_words_init()
 */
void
mtr_page_words_clear (MtrPageWords *self)
{
  g_clear_pointer (&self->before, g_free);
  g_clear_pointer (&self->between, g_free);
  g_clear_pointer (&self->after, g_free);
}

/*< private >
 * mtr_page_dup_as_at:
 * @document: a document
 *
 * Returns: (transfer full): "As at 21 November 2026"
 */
char *
mtr_page_dup_as_at (MtrDocument *document)
{
  g_autofree char *date = mtr_date_format (mtr_document_get_as_at (document), MTR_DATE_STYLE_LONG);

  /* Translators: a date: the day whose state a page shows. */
  return g_strdup_printf (_("As at %s"), date);
}

static void
collect_ids (MtrNode    *node,
             GHashTable *ids)
{
  if (node->id != NULL && node->type != MTR_NODE_DATA)
    g_hash_table_add (ids, node->id);

  for (guint i = 0; i < node->children->len; i++)
    collect_ids (mtr_node_nth (node, i), ids);
}

/*< private >
 * mtr_page_collect_ids:
 * @document: a document
 *
 * Returns: (transfer full) (element-type utf8 utf8): the ids that a link can go to; they belong to @document
 */
GHashTable *
mtr_page_collect_ids (MtrDocument *document)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  collect_ids (mtr_document_get_root (document), ids);

  return ids;
}

/*< private >
 * mtr_page_find_cover:
 * @document: a document
 *
 * Returns: (transfer none) (nullable): its title page
 */
MtrNode *
mtr_page_find_cover (MtrDocument *document)
{
  MtrNode *root = mtr_document_get_root (document);

  for (guint i = 0; i < root->children->len; i++)
    if (mtr_node_nth (root, i)->type == MTR_NODE_COVER)
      return mtr_node_nth (root, i);

  return NULL;
}

/*< private >
 * mtr_page_is_one_section:
 * @document: a document
 *
 * Returns: whether it is one section and nothing else, so that the heading of that is the title of the whole
 */
gboolean
mtr_page_is_one_section (MtrDocument *document)
{
  MtrNode *root = mtr_document_get_root (document);
  guint n_shown = 0;
  guint n_sections = 0;

  for (guint i = 0; i < root->children->len; i++)
    {
      n_shown += mtr_node_nth (root, i)->type != MTR_NODE_DATA;
      n_sections += mtr_node_nth (root, i)->type == MTR_NODE_SECTION;
    }

  return n_shown == 1 && n_sections == 1;
}
