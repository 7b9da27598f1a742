/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages as a PDF: tagged, with an outline, links, a title and a language. The
 * same pages give the same bytes, whenever they are written.
 */

#include "mtr-pdf.h"

#include "mtr-date.h"
#include "mtr-messages.h"
#include "mtr-pages-private.h"
#include "mtr-pdf-catalogue-private.h"

#include <cairo-pdf.h>

G_DEFINE_QUARK (mtr-print-error-quark, mtr_print_error)

/* Cairo numbers outline entries from 1; 0 is the root. */
#define MAX_OUTLINE_LEVELS 6

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_status (cairo_status_t   status,
              guint            page,
              GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, MTR_PRINT_ERROR, MTR_PRINT_ERROR_DRAWING,
               _("Page %u could not be drawn (%s), so nothing was saved. Your programme file is unchanged. "
                 "Try again; if it happens again, save the portfolio as XML."),
               page, cairo_status_to_string (status));

  return FALSE;
}

static void
add_metadata (cairo_surface_t *surface,
              MtrDocument     *document)
{
  g_autofree char *date = mtr_date_to_iso (mtr_document_get_as_at (document));
  g_autofree char *moment = g_strconcat (date, "T00:00:00Z", NULL);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, mtr_document_get_title (document));
  if (mtr_document_get_subject (document) != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, mtr_document_get_subject (document));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Mentoring");
  /* Not the clock, but the day that the document is of: the same content gives the same bytes. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, moment);
}

static void
add_outline (cairo_surface_t *surface,
             MtrPages        *pages)
{
  GArray *outline = mtr_pages_get_outline (pages);
  int parents[MAX_OUTLINE_LEVELS + 1] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < outline->len; i++)
    {
      MtrOutlineEntry *entry = &g_array_index (outline, MtrOutlineEntry, i);
      guint level = CLAMP (entry->level, 1, MAX_OUTLINE_LEVELS);
      g_autofree char *attributes = mtr_tagger_dup_target (entry->id);

      parents[level] = cairo_pdf_surface_add_outline (surface, parents[level - 1], entry->title, attributes,
                                                      level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
      for (guint j = level + 1; j <= MAX_OUTLINE_LEVELS; j++)
        parents[j] = parents[level];
    }
}

static gboolean
draw_pages (cairo_surface_t  *surface,
            MtrPages         *pages,
            GArray           *details,
            GError          **error)
{
  cairo_t *cr = cairo_create (surface);
  MtrTagger *tagger = mtr_tagger_new (cr);
  guint n_pages = mtr_pages_get_n_pages (pages);
  gboolean drawn = TRUE;

  for (guint i = 0; drawn && i < n_pages; i++)
    {
      double width, height;

      mtr_pages_get_size (pages, i, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      mtr_pages_draw_tagged (pages, i, cr, tagger);
      if (i + 1 == n_pages)
        {
          GArray *seen = mtr_tagger_get_details (tagger);

          g_array_append_vals (details, seen->data, seen->len);
          g_clear_pointer (&tagger, mtr_tagger_free);
        }
      cairo_show_page (cr);
      /* Cairo finds wrong tags only when the page is finished. */
      drawn = check_status (cairo_status (cr), i + 1, error);
    }

  g_clear_pointer (&tagger, mtr_tagger_free);
  cairo_destroy (cr);

  return drawn;
}

/**
 * mtr_pdf_write:
 * @pages: pages
 * @error: where an error goes
 *
 * Writes the pages as a tagged PDF in memory. The same pages always give the same bytes.
 *
 * Returns: (transfer full) (nullable): the file; %NULL with an error of %MTR_PRINT_ERROR
 */
GBytes *
mtr_pdf_write (MtrPages  *pages,
               GError   **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GArray) details = g_array_new (FALSE, FALSE, sizeof (MtrTagDetail));
  MtrDocument *document;
  cairo_surface_t *surface;
  gboolean drawn;

  g_return_val_if_fail (MTR_IS_PAGES (pages), NULL);

  document = mtr_pages_get_document (pages);
  surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, 595.0, 842.0);
  /* 1.4 has a plain cross-reference table, which the update of the catalogue needs. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  add_metadata (surface, document);
  drawn = draw_pages (surface, pages, details, error);
  if (drawn)
    add_outline (surface, pages);
  cairo_surface_finish (surface);
  drawn = drawn && check_status (cairo_surface_status (surface), mtr_pages_get_n_pages (pages), error);
  cairo_surface_destroy (surface);
  if (!drawn)
    return NULL;

  bytes = mtr_pdf_add_catalogue (g_steal_pointer (&bytes), mtr_document_get_language (document), details, error);

  return bytes != NULL ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
