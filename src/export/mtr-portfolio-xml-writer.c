/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A portfolio document as XML: the nodes that have a name become elements, in
 * the order of the document, which is fixed. The writer of libxml2 takes
 * anything and calls it a success, so each text is looked at first, each call
 * is checked, and the result is read again and held against our own schema
 * before anybody sees it. The same document always gives the same bytes.
 */

#include "mtr-portfolio-xml-writer.h"

#include "mtr-messages.h"
#include "mtr-portfolio-xml-reader.h"

#include <libxml/xmlwriter.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlTextWriter, xmlFreeTextWriter)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlBuffer, xmlBufferFree)

/* The production Char of XML 1.0: what may stand in a document at all. */
static gboolean
is_xml_character (gunichar character)
{
  return character == '\t' || character == '\n'
         || (character >= 0x20 && character <= 0xd7ff)
         || (character >= 0xe000 && character <= 0xfffd)
         || (character >= 0x10000 && character <= 0x10ffff);
}

static gboolean
check_text (const char  *text,
            const char  *element,
            GError     **error)
{
  gboolean fits = g_utf8_validate (text, -1, NULL);

  for (const char *c = text; fits && *c != '\0'; c = g_utf8_next_char (c))
    fits = is_xml_character (g_utf8_get_char (c));

  if (!fits)
    g_set_error (error, MTR_EXPORT_ERROR, MTR_EXPORT_ERROR_TEXT,
                 /* Translators: the name of a part of the portfolio, as in "rationale". */
                 _("A text has characters that cannot be saved (in “%s”), so no file was written. Nothing was lost. "
                   "Open the text, delete what looks odd, and try again."),
                 element);

  return fits;
}

static gboolean
check_written (int      result,
               GError **error)
{
  if (result >= 0)
    return TRUE;

  g_set_error_literal (error, MTR_EXPORT_ERROR, MTR_EXPORT_ERROR_MEMORY,
                       _("There was not enough memory to write the file. Nothing was changed. Close other programs and "
                         "try again."));

  return FALSE;
}

static gboolean
has_elements (MtrNode *node)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      MtrNode *child = mtr_node_nth (node, i);

      if (child->name != NULL || has_elements (child))
        return TRUE;
    }

  return FALSE;
}

static gboolean write_node (xmlTextWriter *writer, MtrNode *node, guint depth, GError **error);

static gboolean
write_children (xmlTextWriter  *writer,
                MtrNode        *node,
                guint           depth,
                GError        **error)
{
  for (guint i = 0; i < node->children->len; i++)
    if (!write_node (writer, mtr_node_nth (node, i), depth, error))
      return FALSE;

  return TRUE;
}

static gboolean
write_attributes (xmlTextWriter  *writer,
                  MtrNode        *node,
                  GError        **error)
{
  for (guint i = 0; i < node->attributes->len; i++)
    {
      MtrAttribute *attribute = g_ptr_array_index (node->attributes, i);

      if (!check_text (attribute->value, attribute->name, error)
          || !check_written (xmlTextWriterWriteAttribute (writer, BAD_CAST attribute->name, BAD_CAST attribute->value),
                             error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_line_end (xmlTextWriter  *writer,
                guint           depth,
                GError        **error)
{
  g_autofree char *space = g_strnfill (2 * depth + 1, ' ');

  space[0] = '\n';

  return check_written (xmlTextWriterWriteRaw (writer, BAD_CAST space), error);
}

static gboolean
write_node (xmlTextWriter  *writer,
            MtrNode        *node,
            guint           depth,
            GError        **error)
{
  const char *content = node->value != NULL ? node->value : node->text;

  if (node->name == NULL)
    return write_children (writer, node, depth, error);

  if (!write_line_end (writer, depth, error)
      || !check_written (xmlTextWriterStartElement (writer, BAD_CAST node->name), error)
      || !write_attributes (writer, node, error))
    return FALSE;

  /* An element holds text or elements, never both: white space in a text is the author's. */
  if (has_elements (node))
    {
      if (!write_children (writer, node, depth + 1, error) || !write_line_end (writer, depth, error))
        return FALSE;
    }
  else if (content != NULL && content[0] != '\0')
    {
      if (!check_text (content, node->name, error)
          || !check_written (xmlTextWriterWriteString (writer, BAD_CAST content), error))
        return FALSE;
    }

  return check_written (xmlTextWriterEndElement (writer), error);
}

static gboolean
write_document (xmlTextWriter  *writer,
                MtrDocument    *document,
                GError        **error)
{
  MtrNode *root = mtr_document_get_root (document);

  return check_written (xmlTextWriterStartDocument (writer, "1.0", "UTF-8", NULL), error)
         && check_written (xmlTextWriterStartElement (writer, BAD_CAST "portfolio"), error)
         && check_written (xmlTextWriterWriteAttribute (writer, BAD_CAST "xmlns",
                                                        BAD_CAST MTR_PORTFOLIO_XML_NAMESPACE), error)
         && check_written (xmlTextWriterWriteAttribute (writer, BAD_CAST "version",
                                                        BAD_CAST MTR_PORTFOLIO_XML_VERSION), error)
         && write_attributes (writer, root, error)
         && write_children (writer, root, 1, error)
         && write_line_end (writer, 0, error)
         && check_written (xmlTextWriterEndElement (writer), error)
         && check_written (xmlTextWriterEndDocument (writer), error);
}

/* What was written is read as if it came from somebody else. */
static gboolean
check_file (GBytes  *xml,
            GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (mtr_portfolio_xml_validate (xml, &reason))
    return TRUE;

  g_set_error (error, MTR_EXPORT_ERROR, MTR_EXPORT_ERROR_INVALID,
               /* Translators: a sentence that says what was found, and where. */
               _("The portfolio does not fit its own file format, so it was not saved. What was there before is unchanged, "
                 "and your programme file too. This is a mistake of the program: please report it with these words: %s"),
               reason->message);

  return FALSE;
}

/**
 * mtr_portfolio_xml_write:
 * @document: a document of mtr_portfolio_build()
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): a valid portfolio file; %NULL with an error of %MTR_EXPORT_ERROR
 */
GBytes *
mtr_portfolio_xml_write (MtrDocument  *document,
                         GError      **error)
{
  g_autoptr (xmlBuffer) buffer = xmlBufferCreate ();
  g_autoptr (xmlTextWriter) writer = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (MTR_IS_DOCUMENT (document), NULL);

  if (buffer != NULL)
    writer = xmlNewTextWriterMemory (buffer, 0);
  if (!check_written (writer != NULL ? 0 : -1, error) || !write_document (writer, document, error))
    return NULL;

  /* The writer keeps some of the text to itself until it is freed. */
  g_clear_pointer (&writer, xmlFreeTextWriter);
  bytes = g_bytes_new (xmlBufferContent (buffer), (gsize) xmlBufferLength (buffer));
  if (!check_file (bytes, error))
    return NULL;

  return g_steal_pointer (&bytes);
}
