/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cairo writes the structure of a tagged PDF, but not in which language it is,
 * nor that its title is to be shown rather than the name of the file; and not
 * every version says that it is tagged. What is missing is added the way the
 * format has for changes: an update at the end of the file that replaces the
 * catalogue and leaves all that was written as it is.
 */

#include "mtr-pdf-catalogue-private.h"

#include "mtr-pdf.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static GByteArray *
refuse (GError **error)
{
  g_set_error_literal (error, MTR_PRINT_ERROR, MTR_PRINT_ERROR_DAMAGED,
                       _("The PDF could not be finished, so it was not saved. Your programme file is unchanged. "
                         "Try again; if it happens again, save the portfolio as XML."));

  return NULL;
}

/* The last place where "key" stands. Streams hold zero bytes, so these are bytes and not a string. */
static const char *
find_last (const char *pdf,
           gsize       length,
           const char *key)
{
  gsize key_length = strlen (key);

  if (length < key_length)
    return NULL;

  for (const char *place = pdf + (length - key_length); place >= pdf; place--)
    if (memcmp (place, key, key_length) == 0)
      return place;

  return NULL;
}

/* The number after the last "key" in the file. */
static gboolean
find_number (const char *pdf,
             gsize       length,
             const char *key,
             guint64    *number)
{
  const char *digits = find_last (pdf, length, key);
  const char *end = pdf + length;
  gboolean found = FALSE;

  if (digits == NULL)
    return FALSE;

  for (digits += strlen (key); digits < end && g_ascii_isspace (*digits); digits++)
    ;
  for (*number = 0; digits < end && g_ascii_isdigit (*digits); digits++)
    {
      *number = *number * 10 + (guint64) g_ascii_digit_value (*digits);
      found = TRUE;
    }

  return found;
}

/* What stands in the dictionary of an object that is nothing else. */
static char *
dup_dictionary (const char *pdf,
                gsize       length,
                guint64     object)
{
  g_autofree char *head = g_strdup_printf ("\n%" G_GUINT64_FORMAT " 0 obj", object);
  const char *start = find_last (pdf, length, head);
  const char *end;

  if (start == NULL)
    return NULL;

  start += strlen (head);
  end = memmem (start, length - (gsize) (start - pdf), "endobj", strlen ("endobj"));
  start = memmem (start, length - (gsize) (start - pdf), "<<", 2);
  if (start == NULL || end == NULL || start >= end)
    return NULL;
  end = find_last (start, (gsize) (end - start), ">>");
  if (end == NULL || end < start + 2)
    return NULL;

  return g_strndup (start + 2, (gsize) (end - start) - 2);
}

/*< private >
 * mtr_pdf_add_catalogue:
 * @pdf: (transfer full): a PDF with a plain cross-reference table
 * @language: a BCP 47 tag
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): the PDF with an update that marks it as tagged, names its language and has
 *   its title shown; %NULL with %MTR_PRINT_ERROR_DAMAGED
 */
GByteArray *
mtr_pdf_add_catalogue (GByteArray  *pdf,
                       const char  *language,
                       GError     **error)
{
  g_autoptr (GByteArray) result = pdf;
  g_autoptr (GString) update = g_string_new (NULL);
  g_autofree char *catalogue = NULL;
  guint64 root, info, size, previous, object_offset, table_offset;
  const struct {
    const char *key;
    const char *value;
  } entries[] = {
    { "/MarkInfo", "<< /Marked true >>" },
    { "/Lang", NULL },
    { "/ViewerPreferences", "<< /DisplayDocTitle true >>" },
  };

  if (!find_number ((const char *) pdf->data, pdf->len, "/Root", &root)
      || !find_number ((const char *) pdf->data, pdf->len, "/Info", &info)
      || !find_number ((const char *) pdf->data, pdf->len, "/Size", &size)
      || !find_number ((const char *) pdf->data, pdf->len, "startxref", &previous))
    return refuse (error);

  catalogue = dup_dictionary ((const char *) pdf->data, pdf->len, root);
  if (catalogue == NULL)
    return refuse (error);

  object_offset = pdf->len + 1;
  g_string_append_printf (update, "\n%" G_GUINT64_FORMAT " 0 obj\n<<%s", root, catalogue);
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      if (strstr (catalogue, entries[i].key) != NULL)
        continue;
      if (entries[i].value != NULL)
        g_string_append_printf (update, "\n   %s %s", entries[i].key, entries[i].value);
      else
        g_string_append_printf (update, "\n   %s (%s)", entries[i].key, language);
    }
  g_string_append (update, "\n>>\nendobj\n");
  table_offset = pdf->len + update->len;
  g_string_append_printf (update,
                          "xref\n0 1\n0000000000 65535 f \n%" G_GUINT64_FORMAT " 1\n%010" G_GUINT64_FORMAT " 00000 n \n"
                          "trailer\n<< /Size %" G_GUINT64_FORMAT "\n   /Root %" G_GUINT64_FORMAT " 0 R\n"
                          "   /Info %" G_GUINT64_FORMAT " 0 R\n   /Prev %" G_GUINT64_FORMAT "\n>>\n"
                          "startxref\n%" G_GUINT64_FORMAT "\n%%%%EOF\n",
                          root, object_offset, size, root, info, previous, table_offset);
  g_byte_array_append (result, (const guint8 *) update->str, (guint) update->len);

  return g_steal_pointer (&result);
}
