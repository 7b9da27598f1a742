/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes elements for the writers of web pages and text documents. The writer
 * of libxml2 takes anything and calls it a success, so each text is looked at
 * first and each call is checked; a writer of documents makes thousands of
 * calls, so it asks only once, at the end, whether all of them went well.
 */

#include "mtr-markup-private.h"

#include "mtr-messages.h"

#include <libxml/xmlwriter.h>

struct _MtrMarkup {
  xmlBuffer     *buffer;   /* (owned) (nullable) */
  xmlTextWriter *writer;   /* (owned) (nullable) */
  char          *place;    /* (owned) (nullable): where in the document we are */
  GError        *error;    /* (owned) (nullable): the first */
};

static void
check (MtrMarkup *self,
       int        result)
{
  if (result >= 0 || self->error != NULL)
    return;

  g_set_error_literal (&self->error, MTR_EXPORT_ERROR, MTR_EXPORT_ERROR_MEMORY,
                       _("There was not enough memory to write the file. Nothing was changed. Close other programs and "
                         "try again."));
}

/* The production Char of XML 1.0, which is what HTML allows too. */
static gboolean
is_allowed (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if ((character < 0x20 && character != '\t' && character != '\n') || character == 0xfffe || character == 0xffff)
        return FALSE;
    }

  return TRUE;
}

static gboolean
accept (MtrMarkup  *self,
        const char *text)
{
  if (self->error != NULL)
    return FALSE;

  if (!is_allowed (text))
    self->error = g_error_new (MTR_EXPORT_ERROR, MTR_EXPORT_ERROR_TEXT,
                               /* Translators: the name of a part of the portfolio, as in "rationale". */
                               _("A text has characters that cannot be saved (in “%s”), so no file was written. Nothing was "
                                 "lost. Open the text, delete what looks odd, and try again."),
                               self->place != NULL ? self->place : "–");

  return self->error == NULL;
}

/*< private >
 * mtr_markup_new:
 *
 * Returns: (transfer full): nothing yet; free it with mtr_markup_free()
 */
MtrMarkup *
mtr_markup_new (void)
{
  MtrMarkup *self = g_new0 (MtrMarkup, 1);

  self->buffer = xmlBufferCreate ();
  if (self->buffer != NULL)
    {
      /* Doubling keeps a document of hundreds of pages from being copied hundreds of times. */
      xmlBufferSetAllocationScheme (self->buffer, XML_BUFFER_ALLOC_DOUBLEIT);
      self->writer = xmlNewTextWriterMemory (self->buffer, 0);
    }
  check (self, self->writer != NULL ? 0 : -1);

  return self;
}

/*< private >
 * mtr_markup_free:
 * @self: (transfer full): markup
 */
void
mtr_markup_free (MtrMarkup *self)
{
  g_clear_pointer (&self->writer, xmlFreeTextWriter);
  g_clear_pointer (&self->buffer, xmlBufferFree);
  g_clear_error (&self->error);
  g_free (self->place);
  g_free (self);
}

/*< private >
 * mtr_markup_set_place:
 * @self: markup
 * @place: (nullable): what the part of the document is called, for an error in a text of it
 */
void
mtr_markup_set_place (MtrMarkup  *self,
                      const char *place)
{
  g_free (self->place);
  self->place = place != NULL && g_utf8_validate (place, -1, NULL) ? g_strdup (place) : NULL;
}

/*< private >
 * mtr_markup_start:
 * @self: markup
 * @element: name of an element; a constant of the program
 */
void
mtr_markup_start (MtrMarkup  *self,
                  const char *element)
{
  if (self->error == NULL)
    check (self, xmlTextWriterStartElement (self->writer, BAD_CAST element));
}

/*< private >
 * mtr_markup_attribute:
 * @self: markup in which an element has just been started
 * @name: name of an attribute; a constant of the program
 * @value: (nullable): its value; %NULL leaves the attribute out
 */
void
mtr_markup_attribute (MtrMarkup  *self,
                      const char *name,
                      const char *value)
{
  if (value != NULL && accept (self, value))
    check (self, xmlTextWriterWriteAttribute (self->writer, BAD_CAST name, BAD_CAST value));
}

/*< private >
 * mtr_markup_attributes:
 * @self: markup in which an element has just been started
 * @first_name: name of an attribute
 * @...: its value, which may not be %NULL, then more names and values, %NULL at the end
 */
void
mtr_markup_attributes (MtrMarkup  *self,
                       const char *first_name,
                       ...)
{
  va_list list;

  va_start (list, first_name);
  for (const char *name = first_name; name != NULL; name = va_arg (list, const char *))
    mtr_markup_attribute (self, name, va_arg (list, const char *));
  va_end (list);
}

/*< private >
 * mtr_markup_text:
 * @self: markup
 * @text: (nullable): text as it was typed
 */
void
mtr_markup_text (MtrMarkup  *self,
                 const char *text)
{
  if (text != NULL && accept (self, text))
    check (self, xmlTextWriterWriteString (self->writer, BAD_CAST text));
}

/*< private >
 * mtr_markup_raw:
 * @self: markup
 * @markup: what is written as it stands; nothing that anybody typed
 */
void
mtr_markup_raw (MtrMarkup  *self,
                const char *markup)
{
  if (self->error == NULL)
    check (self, xmlTextWriterWriteRaw (self->writer, BAD_CAST markup));
}

/*< private >
 * mtr_markup_raw_bytes:
 * @self: markup
 * @markup: what mtr_markup_finish() gave for another one
 */
void
mtr_markup_raw_bytes (MtrMarkup *self,
                      GBytes    *markup)
{
  if (self->error == NULL)
    check (self, xmlTextWriterWriteRawLen (self->writer, g_bytes_get_data (markup, NULL),
                                           (int) g_bytes_get_size (markup)));
}

/*< private >
 * mtr_markup_end:
 * @self: markup
 *
 * Ends the innermost element, with an end tag even where it is empty, as HTML wants it.
 */
void
mtr_markup_end (MtrMarkup *self)
{
  if (self->error == NULL)
    check (self, xmlTextWriterFullEndElement (self->writer));
}

/*< private >
 * mtr_markup_end_empty:
 * @self: markup
 *
 * Ends the innermost element, which has no content and can have none.
 */
void
mtr_markup_end_empty (MtrMarkup *self)
{
  if (self->error == NULL)
    check (self, xmlTextWriterEndElement (self->writer));
}

/*< private >
 * mtr_markup_element:
 * @self: markup
 * @element: name of an element
 * @css_class: (nullable): its "class"
 * @text: (nullable): its text
 *
 * Writes a whole element of HTML.
 */
void
mtr_markup_element (MtrMarkup  *self,
                    const char *element,
                    const char *css_class,
                    const char *text)
{
  mtr_markup_start (self, element);
  mtr_markup_attribute (self, "class", css_class);
  mtr_markup_text (self, text);
  mtr_markup_end (self);
}

/*< private >
 * mtr_markup_finish:
 * @self: markup in which every element has ended
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): what was written; %NULL with the first error of %MTR_EXPORT_ERROR
 */
GBytes *
mtr_markup_finish (MtrMarkup  *self,
                   GError    **error)
{
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return NULL;
    }

  /* The writer keeps some of the text to itself until it is freed. */
  g_clear_pointer (&self->writer, xmlFreeTextWriter);

  return g_bytes_new (xmlBufferContent (self->buffer), (gsize) xmlBufferLength (self->buffer));
}
