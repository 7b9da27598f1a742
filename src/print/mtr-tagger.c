/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The structure of a tagged PDF while it is drawn. The drawing says which
 * element it is in now; this closes and opens what lies between. The document
 * and its sections stay open over page ends, everything else is closed there,
 * because the running header comes in between.
 *
 * cairo 1.16 writes a damaged file where there are links and no structure, and
 * says so only after the page: everything that is drawn is inside an element.
 */

#include "mtr-tagger-private.h"

#include <string.h>

const char * const mtr_detailed_tags[MTR_N_DETAILED_TAGS] = { "Figure", "TH" };

struct _MtrTagger {
  cairo_t    *cr;    /* (owned) */
  MtrTagPath  open;
  GArray     *details;  /* (owned) (element-type MtrTagDetail): of every element that can have one, as they were opened */
};

/*< private >
 * mtr_tagger_new:
 * @cr: what is drawn on
 *
 * Returns: (transfer full): a tagger with no element open
 */
MtrTagger *
mtr_tagger_new (cairo_t *cr)
{
  MtrTagger *self = g_new0 (MtrTagger, 1);

  self->cr = cairo_reference (cr);
  self->details = g_array_new (FALSE, FALSE, sizeof (MtrTagDetail));

  return self;
}

static void
close_down_to (MtrTagger *self,
               guint      n_tags)
{
  while (self->open.n_tags > n_tags)
    cairo_tag_end (self->cr, self->open.tags[--self->open.n_tags].tag);
}

/*< private >
 * mtr_tagger_free:
 * @self: (transfer full): a tagger; what is open is closed
 */
void
mtr_tagger_free (MtrTagger *self)
{
  close_down_to (self, 0);
  cairo_destroy (self->cr);
  g_array_unref (self->details);
  g_free (self);
}

static void
open_element (MtrTagger    *self,
              const MtrTag *tag)
{
  cairo_tag_begin (self->cr, tag->tag, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (mtr_detailed_tags); i++)
    if (g_str_equal (tag->tag, mtr_detailed_tags[i]))
      {
        MtrTagDetail detail = { mtr_detailed_tags[i], tag->detail };

        g_array_append_val (self->details, detail);
      }
}

/*< private >
 * mtr_tagger_get_details:
 * @self: a tagger
 *
 * Returns: (transfer none) (element-type MtrTagDetail): a detail of every element in mtr_detailed_tags that was opened, in
 *   that order, which is the order of the elements in the file
 */
GArray *
mtr_tagger_get_details (MtrTagger *self)
{
  return self->details;
}

/*< private >
 * mtr_tagger_move_to:
 * @self: a tagger
 * @path: the elements that are open afterwards
 */
void
mtr_tagger_move_to (MtrTagger        *self,
                    const MtrTagPath *path)
{
  guint same = 0;

  while (same < self->open.n_tags && same < path->n_tags
         && self->open.tags[same].key == path->tags[same].key
         && strcmp (self->open.tags[same].tag, path->tags[same].tag) == 0)
    same++;

  close_down_to (self, same);
  for (guint i = same; i < path->n_tags; i++)
    {
      open_element (self, &path->tags[i]);
      self->open.tags[self->open.n_tags++] = path->tags[i];
    }
}

/*< private >
 * mtr_tagger_end_page:
 * @self: a tagger
 */
void
mtr_tagger_end_page (MtrTagger *self)
{
  guint stays = 0;

  while (stays < self->open.n_tags
         && (strcmp (self->open.tags[stays].tag, "Document") == 0 || strcmp (self->open.tags[stays].tag, "Sect") == 0))
    stays++;

  close_down_to (self, stays);
}

/* Quotes and backslashes would end the value early. */
static char *
escape_name (const char *name)
{
  GString *escaped = g_string_new (NULL);

  for (const char *c = name; *c != '\0'; c++)
    {
      if (*c == '\'' || *c == '\\')
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, *c);
    }

  return g_string_free (escaped, FALSE);
}

/*< private >
 * mtr_tagger_dup_target:
 * @id: what a link goes to
 *
 * Returns: (transfer full): it as cairo wants to have it
 */
char *
mtr_tagger_dup_target (const char *id)
{
  g_autofree char *name = escape_name (id);

  return g_strdup_printf ("dest='%s'", name);
}

/*< private >
 * mtr_tagger_mark:
 * @self: a tagger
 * @id: what links go to
 * @x: where it is on the page, in points
 * @y: where it is on the page, in points
 */
void
mtr_tagger_mark (MtrTagger  *self,
                 const char *id,
                 double      x,
                 double      y)
{
  g_autofree char *name = escape_name (id);
  char x_text[G_ASCII_DTOSTR_BUF_SIZE], y_text[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *attributes = NULL;

  g_ascii_formatd (x_text, sizeof x_text, "%.2f", x);
  g_ascii_formatd (y_text, sizeof y_text, "%.2f", y);
  attributes = g_strdup_printf ("name='%s' x=%s y=%s", name, x_text, y_text);
  cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (self->cr, CAIRO_TAG_DEST);
}

/*< private >
 * mtr_tagger_open_link:
 * @self: a tagger
 * @target: id of what it goes to
 */
void
mtr_tagger_open_link (MtrTagger  *self,
                      const char *target)
{
  g_autofree char *attributes = mtr_tagger_dup_target (target);

  cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes);
}

/*< private >
 * mtr_tagger_close_link:
 * @self: a tagger
 */
void
mtr_tagger_close_link (MtrTagger *self)
{
  cairo_tag_end (self->cr, CAIRO_TAG_LINK);
}
