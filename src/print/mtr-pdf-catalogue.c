/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cairo writes the structure of a tagged PDF, but not in which language it is,
 * nor that its title is to be shown rather than the name of the file; not every
 * version says that it is tagged, and none says what a figure shows or what a
 * header of a table heads. What is missing is added the way the format has for
 * changes: an update at the end of the file that replaces the catalogue and the
 * elements that something is said of, and leaves all that was written as it is.
 */

#include "mtr-pdf-catalogue-private.h"

#include "mtr-messages.h"
#include "mtr-pdf.h"

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

/* What stands in the dictionary of an object that is nothing else; "start" is where its body begins. */
static char *
dup_dictionary (const char *start,
                gsize       length)
{
  const char *end = memmem (start, length, "endobj", strlen ("endobj"));

  start = memmem (start, length, "<<", 2);
  if (start == NULL || end == NULL || start >= end)
    return NULL;
  end = find_last (start, (gsize) (end - start), ">>");
  if (end == NULL || end < start + 2)
    return NULL;

  return g_strndup (start + 2, (gsize) (end - start) - 2);
}

static char *
dup_dictionary_of (const char *pdf,
                   gsize       length,
                   guint64     object)
{
  g_autofree char *head = g_strdup_printf ("\n%" G_GUINT64_FORMAT " 0 obj", object);
  const char *start = find_last (pdf, length, head);

  return start != NULL ? dup_dictionary (start + strlen (head), length - (gsize) (start + strlen (head) - pdf)) : NULL;
}

/** Update: the objects that replace others, and where they are. */
typedef struct {
  GByteArray *pdf;        /* (unowned) */
  GString    *objects;    /* (unowned) */
  GString    *table;      /* (unowned) */
} Update;

static void
update_object (Update     *update,
               guint64     object,
               const char *dictionary,
               const char *addition)
{
  gsize offset = update->pdf->len + update->objects->len + 1;

  g_string_append_printf (update->objects, "\n%" G_GUINT64_FORMAT " 0 obj\n<<%s%s\n>>\nendobj\n", object, dictionary,
                          addition);
  g_string_append_printf (update->table, "%" G_GUINT64_FORMAT " 1\n%010" G_GSIZE_FORMAT " 00000 n \n", object, offset);
}

/* Text in the one form that has all letters and none that ends it: UTF-16 in figures. */
static void
append_text (GString    *string,
             const char *text)
{
  glong length;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);

  g_string_append (string, "<FEFF");
  for (glong i = 0; units != NULL && i < length; i++)
    g_string_append_printf (string, "%04X", units[i]);
  g_string_append_c (string, '>');
}

static char *
dup_addition (const MtrTagDetail *detail)
{
  GString *addition = g_string_new (NULL);

  if (g_str_equal (detail->tag, "Figure"))
    {
      g_string_append (addition, "\n   /Alt ");
      append_text (addition, detail->detail);
    }
  else
    {
      g_string_append_printf (addition, "\n   /A << /O /Table /Scope /%s >>", detail->detail);
    }

  return g_string_free (addition, FALSE);
}

/* The number of the object that a place in the file lies in, and where the body of it begins. */
static guint64
find_object (const char  *pdf,
             const char  *place,
             const char **body)
{
  const char *head = find_last (pdf, (gsize) (place - pdf), " 0 obj");

  if (head == NULL)
    return 0;

  *body = head + strlen (" 0 obj");
  while (head > pdf && g_ascii_isdigit (head[-1]))
    head--;

  return g_ascii_strtoull (head, NULL, 10);
}

/* Elements are in the file in the order they were opened in. Returns whether there are as many as were opened. */
static gboolean
add_details (Update     *update,
             const char *tag,
             GArray     *details)
{
  g_autofree char *key = g_strdup_printf ("/S /%s\n", tag);
  const char *pdf = (const char *) update->pdf->data;
  const char *end = pdf + update->pdf->len;
  const char *place = pdf;

  for (guint i = 0; i < details->len; i++)
    {
      MtrTagDetail *detail = &g_array_index (details, MtrTagDetail, i);
      g_autofree char *dictionary = NULL;
      g_autofree char *addition = NULL;
      const char *body = NULL;
      guint64 object;

      if (!g_str_equal (detail->tag, tag))
        continue;
      place = memmem (place, (gsize) (end - place), key, strlen (key));
      if (place == NULL)
        return FALSE;
      object = find_object (pdf, place, &body);
      dictionary = object > 0 ? dup_dictionary (body, (gsize) (end - body)) : NULL;
      if (dictionary == NULL)
        return FALSE;
      place += strlen (key);
      if (detail->detail == NULL)
        continue;
      addition = dup_addition (detail);
      update_object (update, object, dictionary, addition);
    }

  return memmem (place, (gsize) (end - place), key, strlen (key)) == NULL;
}

/*< private >
 * mtr_pdf_add_catalogue:
 * @pdf: (transfer full): a PDF with a plain cross-reference table
 * @language: a BCP 47 tag
 * @details: (element-type MtrTagDetail): of its elements, in their order
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): the PDF with an update that marks it as tagged, names its language, has its title
 *   shown, and says of its elements what @details has; %NULL with %MTR_PRINT_ERROR_DAMAGED
 */
GByteArray *
mtr_pdf_add_catalogue (GByteArray  *pdf,
                       const char  *language,
                       GArray      *details,
                       GError     **error)
{
  g_autoptr (GByteArray) result = pdf;
  g_autoptr (GString) objects = g_string_new (NULL);
  g_autoptr (GString) table = g_string_new ("xref\n0 1\n0000000000 65535 f \n");
  g_autoptr (GString) additions = g_string_new (NULL);
  Update update = { pdf, objects, table };
  g_autofree char *catalogue = NULL;
  guint64 root, info, size, previous;
  gsize table_offset;
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

  catalogue = dup_dictionary_of ((const char *) pdf->data, pdf->len, root);
  if (catalogue == NULL)
    return refuse (error);

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      if (strstr (catalogue, entries[i].key) != NULL)
        continue;
      if (entries[i].value != NULL)
        g_string_append_printf (additions, "\n   %s %s", entries[i].key, entries[i].value);
      else
        g_string_append_printf (additions, "\n   %s (%s)", entries[i].key, language);
    }
  update_object (&update, root, catalogue, additions->str);
  for (gsize i = 0; i < MTR_N_DETAILED_TAGS; i++)
    if (!add_details (&update, mtr_detailed_tags[i], details))
      return refuse (error);

  table_offset = pdf->len + objects->len;
  g_string_append_printf (table,
                          "trailer\n<< /Size %" G_GUINT64_FORMAT "\n   /Root %" G_GUINT64_FORMAT " 0 R\n"
                          "   /Info %" G_GUINT64_FORMAT " 0 R\n   /Prev %" G_GUINT64_FORMAT "\n>>\n"
                          "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          size, root, info, previous, table_offset);
  g_byte_array_append (result, (const guint8 *) objects->str, (guint) objects->len);
  g_byte_array_append (result, (const guint8 *) table->str, (guint) table->len);

  return g_steal_pointer (&result);
}
