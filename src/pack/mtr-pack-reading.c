/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the reader of packs share. Only the first refusal is kept:
 * whatever follows is likely to follow from it.
 */

#include "mtr-pack-reading-private.h"

#include "mtr-messages.h"

#include <string.h>

gboolean
mtr_reading_is_refused (MtrPackReading *self)
{
  return self->refusal->reason != NULL;
}

void
mtr_reading_refuse (MtrPackReading *self,
                    MtrPackError    code,
                    int             line,
                    const char     *format,
                    ...)
{
  va_list arguments;

  if (mtr_reading_is_refused (self))
    return;

  va_start (arguments, format);
  self->refusal->reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  self->refusal->code = code;
  self->refusal->line = line;
}

gboolean
mtr_reading_is_element (xmlNode    *node,
                        const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

xmlNode *
mtr_reading_find_child (xmlNode    *node,
                        const char *name)
{
  MTR_FOR_EACH_CHILD (child, node, name)
    return child;

  return NULL;
}

char *
mtr_reading_dup_attribute (xmlNode    *node,
                           const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char *copy = value != NULL ? g_strstrip (g_strdup ((const char *) value)) : NULL;

  xmlFree (value);

  return copy;
}

gboolean
mtr_reading_is_yes (xmlNode    *node,
                    const char *name)
{
  g_autofree char *value = mtr_reading_dup_attribute (node, name);

  return g_strcmp0 (value, "yes") == 0;
}

/* The schema has proved that it is a whole number of at most six digits. */
int
mtr_reading_get_amount (xmlNode    *node,
                        const char *name,
                        int         otherwise)
{
  g_autofree char *value = mtr_reading_dup_attribute (node, name);

  return value != NULL ? (int) g_ascii_strtoll (value, NULL, 10) : otherwise;
}

/* Line breaks and indentation of the file are not part of a text. */
char *
mtr_reading_dup_text (xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  GString *text = g_string_sized_new (strlen ((const char *) content));

  for (const char *at = (const char *) content + strspn ((const char *) content, " \t\r\n"); *at != '\0';)
    {
      gsize length = strcspn (at, " \t\r\n");

      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append_len (text, at, length);
      at += length;
      at += strspn (at, " \t\r\n");
    }
  xmlFree (content);

  return g_string_free (text, FALSE);
}

char *
mtr_reading_dup_child_text (xmlNode    *node,
                            const char *name)
{
  xmlNode *child = mtr_reading_find_child (node, name);

  return child != NULL ? mtr_reading_dup_text (child) : NULL;
}

char **
mtr_reading_dup_children_texts (xmlNode    *node,
                                const char *name)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  MTR_FOR_EACH_CHILD (child, node, name)
    {
      g_autofree char *text = mtr_reading_dup_text (child);

      g_strv_builder_add (builder, text);
    }

  return g_strv_builder_end (builder);
}

/* @seen holds the lines of the codes that were there before. */
void
mtr_reading_refuse_duplicate (MtrPackReading *self,
                              GHashTable     *seen,
                              xmlNode        *node,
                              const char     *code)
{
  int line = GPOINTER_TO_INT (g_hash_table_lookup (seen, code));

  if (line != 0)
    mtr_reading_refuse_at (self, node, _("“%s” is here a second time; it was first on line %d."), code, line);
  else
    g_hash_table_insert (seen, g_strdup (code), GINT_TO_POINTER ((int) xmlGetLineNo (node)));
}

GHashTable *
mtr_reading_new_seen (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}
