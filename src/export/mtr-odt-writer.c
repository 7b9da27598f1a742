/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document as an OpenDocument text, to be read and edited: the zip, what is
 * in it, and what it says about itself. The same document always gives the same
 * bytes.
 */

#include "mtr-odt-writer.h"

#include "mtr-date.h"
#include "mtr-language.h"
#include "mtr-odt-private.h"
#include "mtr-zip-private.h"

#include <string.h>

#define MEDIA_TYPE "application/vnd.oasis.opendocument.text"

/*< private >
 * mtr_odt_dup_picture_name:
 * @number: of a picture, from 1
 *
 * Returns: (transfer full): its path in the zip
 */
char *
mtr_odt_dup_picture_name (guint number)
{
  return g_strdup_printf ("Pictures/chart-%u.svg", number);
}

static void
write_property (MtrMarkup  *markup,
                const char *element,
                const char *text)
{
  if (text == NULL)
    return;

  mtr_markup_start (markup, element);
  mtr_markup_text (markup, text);
  mtr_markup_end (markup);
}

/* The properties of the document: nothing about who made it, on what, or when. */
static GBytes *
write_meta (MtrDocument  *document,
            GError      **error)
{
  g_autoptr (MtrMarkup) markup = mtr_markup_new ();
  g_autofree char *day = mtr_date_to_iso (mtr_document_get_as_at (document));
  g_autofree char *moment = g_strconcat (day, "T00:00:00", NULL);

  mtr_odt_start_document (markup, "office:document-meta");
  mtr_markup_start (markup, "office:meta");
  write_property (markup, "meta:generator", "Mentoring");
  write_property (markup, "dc:title", mtr_document_get_title (document));
  write_property (markup, "dc:subject", mtr_document_get_subject (document));
  write_property (markup, "dc:language", mtr_document_get_language (document));
  write_property (markup, "meta:creation-date", moment);
  write_property (markup, "dc:date", moment);
  mtr_markup_end (markup);
  mtr_markup_end (markup);

  return mtr_markup_finish (markup, error);
}

static void
write_entry (MtrMarkup  *markup,
             const char *name,
             const char *media_type)
{
  mtr_markup_start (markup, "manifest:file-entry");
  mtr_markup_attributes (markup, "manifest:full-path", name, "manifest:media-type", media_type, NULL);
  mtr_markup_end_empty (markup);
}

static GBytes *
write_manifest (guint    n_pictures,
                GError **error)
{
  g_autoptr (MtrMarkup) markup = mtr_markup_new ();

  mtr_markup_raw (markup, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  mtr_markup_start (markup, "manifest:manifest");
  mtr_markup_attributes (markup, "xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
                         "manifest:version", "1.3", NULL);
  write_entry (markup, "/", MEDIA_TYPE);
  write_entry (markup, "content.xml", "text/xml");
  write_entry (markup, "styles.xml", "text/xml");
  write_entry (markup, "meta.xml", "text/xml");
  for (guint i = 1; i <= n_pictures; i++)
    {
      g_autofree char *name = mtr_odt_dup_picture_name (i);

      write_entry (markup, name, MTR_ODT_PICTURE_TYPE);
    }
  mtr_markup_end (markup);

  return mtr_markup_finish (markup, error);
}

static GBytes *
write_package (MtrDocument  *document,
               GError      **error)
{
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GBytes) media_type = g_bytes_new_static (MEDIA_TYPE, strlen (MEDIA_TYPE));
  g_autoptr (GBytes) content = mtr_odt_write_content (document, pictures, error);
  g_autoptr (GBytes) styles = content != NULL ? mtr_odt_write_styles (document, error) : NULL;
  g_autoptr (GBytes) meta = styles != NULL ? write_meta (document, error) : NULL;
  g_autoptr (GBytes) manifest = meta != NULL ? write_manifest (pictures->len, error) : NULL;
  g_autoptr (GOutputStream) package = g_memory_output_stream_new_resizable ();
  g_autoptr (MtrZip) zip = mtr_zip_new (mtr_document_get_as_at (document));
  const struct {
    const char *name;
    GBytes     *bytes;
    gboolean    compressed;
  } parts[] = {
    { "mimetype", media_type, FALSE },
    { "content.xml", content, TRUE },
    { "styles.xml", styles, TRUE },
    { "meta.xml", meta, TRUE },
    { "META-INF/manifest.xml", manifest, TRUE },
  };

  if (manifest == NULL)
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    mtr_zip_add_bytes (zip, parts[i].name, parts[i].bytes, parts[i].compressed);
  for (guint i = 0; i < pictures->len; i++)
    {
      g_autofree char *name = mtr_odt_dup_picture_name (i + 1);

      mtr_zip_add_bytes (zip, name, g_ptr_array_index (pictures, i), TRUE);
    }
  if (!mtr_zip_write (zip, package, NULL, NULL, NULL, error) || !g_output_stream_close (package, NULL, error))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (package));
}

/**
 * mtr_odt_write:
 * @document: a document
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): an OpenDocument text; %NULL with an error of %MTR_EXPORT_ERROR
 */
GBytes *
mtr_odt_write (MtrDocument  *document,
               GError      **error)
{
  const char *before;
  GBytes *bytes;

  g_return_val_if_fail (MTR_IS_DOCUMENT (document), NULL);

  before = mtr_language_switch (mtr_language_find (mtr_document_get_language (document)));
  bytes = write_package (document, error);
  mtr_language_switch (before);

  return bytes;
}
