/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A whole file for one audience, to be read with no software of ours:
 * documents, tables, attached files, an index and the sums of all of them. What
 * its readers may not have is not in it, and the index says so by kind.
 */

#include "mtr-archive-builder-private.h"

#include "mtr-contents.h"
#include "mtr-file-replace.h"
#include "mtr-html-writer.h"
#include "mtr-messages.h"
#include "mtr-observation-builder.h"
#include "mtr-observation-series.h"
#include "mtr-pairing.h"
#include "mtr-pdf.h"
#include "mtr-plan-builder.h"
#include "mtr-portfolio-builder.h"
#include "mtr-portfolio-xml-writer.h"
#include "mtr-portfolio.h"
#include "mtr-stored-report.h"

/* How much of the progress has gone when the documents are made, and when everything is collected. */
#define DOCUMENTS_TO 0.5
#define COLLECTED_TO 0.7

static GBytes *
write_pdf (MtrDocument  *document,
           GError      **error)
{
  g_autoptr (MtrPages) pages = mtr_pages_new (document, MTR_PAPER_A4);

  return mtr_pdf_write (pages, error);
}

/* In the order of the columns of the index; only the first two have every document. */
static const struct {
  const char *extension;
  GBytes   *(*write) (MtrDocument  *document,
                      GError      **error);
} formats[] = {
  { "html", mtr_html_write },
  { "pdf", write_pdf },
  { "xml", mtr_portfolio_xml_write },
};

/*< private >
 * mtr_archive_job_show_progress:
 * @job: an archive
 * @fraction: how much of it is done, from 0 to 1
 */
void
mtr_archive_job_show_progress (MtrArchiveJob *job,
                               double         fraction)
{
  if (job->order->progress != NULL)
    job->order->progress (fraction, job->order->user_data);
}

/*< private >
 * mtr_archive_job_link:
 * @job: the archive
 * @path: a file of it
 *
 * Returns: (transfer none): what a node of the index has as its target to lead there
 */
const char *
mtr_archive_job_link (MtrArchiveJob *job,
                      const char    *path)
{
  char *target = g_strdup_printf ("file-%u", g_hash_table_size (job->files) + 1);

  g_hash_table_insert (job->files, target, g_strdup (path));

  return target;
}

/* A document as a web page and as pages; where it is a portfolio, as data too. */
static gboolean
add_document (MtrArchiveJob  *job,
              const char     *name,
              MtrDocument    *document,
              gboolean        is_portfolio,
              GError        **error)
{
  MtrNode *row = mtr_node_add (job->documents, MTR_NODE_ROW, NULL);
  gsize n_formats = is_portfolio ? 3 : 2;

  mtr_document_set_adjustment (document, job->order->adjustment);
  mtr_node_set_flags (mtr_node_add_cell (row, name, NULL, NULL), MTR_NODE_HEADER);
  for (gsize i = 0; i < n_formats; i++)
    {
      g_autofree char *path = mtr_archive_dup_path (job->archive, "documents", name, formats[i].extension);
      g_autofree char *label = g_ascii_strup (formats[i].extension, -1);
      g_autoptr (GBytes) bytes = NULL;

      if (g_cancellable_set_error_if_cancelled (job->cancellable, error))
        return FALSE;
      bytes = formats[i].write (document, error);
      if (bytes == NULL || !mtr_archive_add (job->archive, path, bytes, error))
        return FALSE;
      mtr_node_add_cell (row, label, mtr_archive_job_link (job, path), NULL);
    }
  if (!is_portfolio)
    mtr_node_add_cell (row, NULL, NULL, NULL);

  return TRUE;
}

static gboolean
tell_what_leaves (MtrArchiveJob  *job,
                  MtrPack        *pack,
                  MtrSnapshot    *snapshot,
                  MtrDocument    *document,
                  GError        **error)
{
  g_auto (MtrLeaving) leaving = { 0 };

  if (job->order->leaving == NULL)
    return TRUE;
  if (!mtr_leaving_init (&leaving, job->order->store, pack, snapshot, document, error))
    return FALSE;
  job->order->leaving (&leaving, job->order->user_data);

  return TRUE;
}

static gboolean
add_portfolio (MtrArchiveJob  *job,
               MtrSnapshot    *snapshot,
               MtrRecord      *portfolio,
               GError        **error)
{
  g_autoptr (MtrDocument) document = NULL;
  g_autoptr (GPtrArray) records = NULL;
  MtrPack *pack;

  pack = mtr_store_get_pack (job->order->store, mtr_record_get_text (portfolio, MTR_PORTFOLIO_PACK));
  if (pack == NULL || !mtr_pack_has_view (pack, "portfolio"))
    return TRUE;
  document = mtr_portfolio_build (pack, snapshot, mtr_record_get_id (portfolio), &job->order->today, error);
  if (document == NULL || !tell_what_leaves (job, pack, snapshot, document, error))
    return FALSE;

  records = mtr_contents_list_records (document, snapshot);
  for (guint i = 0; i < records->len; i++)
    mtr_archive_job_pass (job, g_ptr_array_index (records, i));

  return add_document (job, mtr_document_get_title (document), document, TRUE, error);
}

/* Each of a group has one, and whoever has left it takes theirs along as well. */
static gboolean
add_portfolios (MtrArchiveJob  *job,
                MtrSnapshot    *snapshot,
                MtrRecord      *pairing,
                GError        **error)
{
  g_autoptr (GPtrArray) members = mtr_snapshot_list_where (snapshot, MTR_KIND_MEMBER, MTR_MEMBER_PAIRING_ID,
                                                           mtr_record_get_id (pairing));
  g_autoptr (GPtrArray) portfolios = g_ptr_array_new ();

  for (guint i = 0; i < members->len; i++)
    {
      MtrRecord *member = g_ptr_array_index (members, i);
      MtrRecord *portfolio;

      if (!mtr_record_text_is (member, MTR_MEMBER_ROLE, MTR_ROLE_MENTEE))
        continue;
      portfolio = mtr_portfolio_find (snapshot, pairing, mtr_record_get_number (member, MTR_MEMBER_PERSON_ID));
      /* Somebody may have left and come back. */
      if (portfolio == NULL || g_ptr_array_find (portfolios, portfolio, NULL))
        continue;
      g_ptr_array_add (portfolios, portfolio);
      if (!add_portfolio (job, snapshot, portfolio, error))
        return FALSE;
    }

  return TRUE;
}

/* The pair has each record of an observation, the panel those that are in the portfolio. */
static gboolean
add_observations (MtrArchiveJob  *job,
                  MtrSnapshot    *snapshot,
                  MtrPack        *pack,
                  const char     *pair,
                  GError        **error)
{
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_OBSERVATION); i++)
    {
      MtrRecord *observation = mtr_snapshot_nth (snapshot, MTR_KIND_OBSERVATION, i);
      g_autofree char *title = mtr_observation_dup_title (pack, snapshot, observation);
      g_autofree char *name = g_strdup_printf ("%s: %s", pair, title);
      g_autoptr (MtrDocument) document = mtr_observation_build (pack, snapshot, mtr_record_get_id (observation),
                                                                &job->order->today, error);

      if (document == NULL || !add_document (job, name, document, FALSE, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_plan (MtrArchiveJob  *job,
          MtrPack        *pack,
          gint64          pairing_id,
          const char     *pair,
          GError        **error)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load (job->order->store, MTR_SCOPE_PAIRING, MTR_KIND_PAIRING, pairing_id,
                                                     MTR_READER_PAIR, error);
  g_autoptr (MtrDocument) document = NULL;
  g_autofree char *name = NULL;

  if (snapshot == NULL)
    return FALSE;
  document = mtr_plan_build (pack, snapshot, pairing_id, &job->order->today, error);
  if (document == NULL)
    return FALSE;
  name = g_strdup_printf ("%s: %s", pair, mtr_document_get_title (document));

  return add_document (job, name, document, FALSE, error);
}

static gboolean
add_pairing (MtrArchiveJob  *job,
             gint64          pairing_id,
             GError        **error)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load (job->order->store, MTR_SCOPE_PAIRING, MTR_KIND_PAIRING, pairing_id,
                                                     MTR_READER_PANEL, error);
  g_autofree char *pair = NULL;
  MtrRecord *pairing;
  MtrPack *pack;

  if (snapshot == NULL)
    return FALSE;
  pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, pairing_id);
  pack = mtr_store_get_pack (job->order->store, mtr_record_get_text (pairing, MTR_PAIRING_PACK));
  pair = mtr_pairing_dup_title (snapshot, pairing_id);
  if (!add_portfolios (job, snapshot, pairing, error))
    return FALSE;
  if (pack == NULL || !(job->reader->audiences & MTR_AUDIENCE_PAIR))
    return TRUE;

  return add_observations (job, snapshot, pack, pair, error) && add_plan (job, pack, pairing_id, pair, error);
}

/* Reports count everybody, so they are for whoever has the whole programme. */
static gboolean
add_reports (MtrArchiveJob  *job,
             GError        **error)
{
  for (guint i = 0; i < mtr_report_count (); i++)
    {
      const MtrReport *report = mtr_report_nth (i);
      g_auto (MtrReportScope) scope = { 0 };
      g_autoptr (MtrDocument) document = NULL;

      if (report->filters & MTR_REPORT_PAIRING)
        continue;
      mtr_report_scope_init (&scope, &job->order->today);
      document = mtr_stored_report_build (job->order->store, report, &scope, error);
      if (document == NULL || !add_document (job, mtr_report_get_title (report), document, FALSE, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_documents (MtrArchiveJob  *job,
               GError        **error)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PAIRING);
  g_autoptr (GArray) ids = NULL;

  if (job->order->pairing_id == 0 && (job->reader->audiences == MTR_READER_LEAD || job->reader->is_owner) &&
      !add_reports (job, error))
    return FALSE;
  if (!(job->reader->audiences & MTR_AUDIENCE_ASSESSMENT))
    return TRUE;
  if (job->order->pairing_id != 0)
    return add_pairing (job, job->order->pairing_id, error);

  ids = mtr_store_list_ids (job->order->store, &query, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      if (!add_pairing (job, g_array_index (ids, gint64, i), error))
        return FALSE;
      mtr_archive_job_show_progress (job, DOCUMENTS_TO * (i + 1) / ids->len);
    }

  return ids != NULL;
}

static MtrNode *
add_index_table (MtrNode    *root,
                 const char *id,
                 const char *heading,
                 const char *titles[],
                 const guint weights[])
{
  MtrNode *table = mtr_node_add (mtr_node_add_section (root, id, heading), MTR_NODE_TABLE, NULL);

  mtr_node_add_header_row (table, titles, weights);

  return table;
}

/* The page that leads to everything; its tables fill while the files are written. */
static void
create_index (MtrArchiveJob *job,
              const char    *title)
{
  /* Translators: columns of the tables in the index of an archive. */
  const char *document_titles[] = { _("Document"), _("To read"), _("To print"), _("As data"), NULL };
  const char *table_titles[] = { _("What"), _("File"), _("Rows"), NULL };
  const char *attachment_titles[] = { _("Evidence"), _("File"), NULL };
  const guint document_weights[] = { 55, 15, 15, 15 };
  const guint table_weights[] = { 50, 35, 15 };
  const guint attachment_weights[] = { 20, 80 };
  MtrNode *root, *section;

  job->index = mtr_document_new (title, mtr_language_get_tag (), &job->order->today);
  root = mtr_document_get_root (job->index);
  section = mtr_node_add_section (root, "about", _("What this is"));
  mtr_node_add_field (section, _("Made for"), _(job->reader->title));
  mtr_node_add_paragraph (section, _("Everything in a programme file that these readers may have, as it was on the day above. "
                                     "Web pages open in any browser, tables in any spreadsheet; nothing else is needed."));
  /* Translators: %s is the name of a file; “sha256sum -c” is a command. */
  job->check = g_strdup_printf (_("The file %s has the SHA-256 sum of every other file. Where nothing was changed or lost, "
                                  "“sha256sum -c %s” says OK for each."), MTR_ARCHIVE_SUMS, MTR_ARCHIVE_SUMS);
  mtr_node_add_paragraph (section, job->check);

  job->documents = add_index_table (root, "documents", _("Documents"), document_titles, document_weights);
  job->tables = add_index_table (root, "tables", _("Tables"), table_titles, table_weights);
  mtr_node_set_flags (mtr_node_nth (mtr_node_nth (job->tables, 0), 2), MTR_NODE_NUMBER);
  job->attachments = add_index_table (root, "attachments", _("Attached files"), attachment_titles, attachment_weights);
  section = mtr_node_add_section (root, "left-out", _("What is left out"));
  mtr_node_add_paragraph (section, _("By kind, without saying whose. The history and the search of the file never leave it."));
  if (job->reader->only_passed)
    mtr_node_add_paragraph (section, _("Of observations that are not signed by both, and of evidence and reports that are not "
                                       "passed on, there are states and dates only."));
  job->left_out = mtr_node_add (section, MTR_NODE_LIST, NULL);
}

static void
say_nothing_there (MtrNode *table)
{
  if (table->children->len == 1)
    mtr_node_add_cell (mtr_node_add (table, MTR_NODE_ROW, NULL), _("None"), NULL, NULL);
}

static gboolean
add_index (MtrArchiveJob  *job,
           GError        **error)
{
  g_autoptr (GBytes) page = NULL;

  say_nothing_there (job->documents);
  say_nothing_there (job->attachments);
  mtr_document_set_adjustment (job->index, job->order->adjustment);
  page = mtr_html_write_index (job->index, job->files, error);

  return page != NULL && mtr_archive_add (job->archive, "index.html", page, error);
}

static char *
dup_title (MtrStore  *store,
           GError   **error)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PROGRAMME);
  g_autoptr (GPtrArray) programmes = mtr_store_list_records (store, &query, MTR_READER_LEAD, error);

  if (programmes == NULL)
    return NULL;

  return g_strdup (programmes->len > 0 ? mtr_record_get_name (g_ptr_array_index (programmes, 0), MTR_PROGRAMME_TITLE)
                                       : mtr_kind_get_label (MTR_KIND_PROGRAMME));
}

static void
writing_cb (double   fraction,
            gpointer user_data)
{
  mtr_archive_job_show_progress (user_data, COLLECTED_TO + (1 - COLLECTED_TO) * fraction);
}

/* Documents come first: they say what has been passed on to the panel. */
static gboolean
write_archive_cb (const char  *path,
                  gpointer     user_data,
                  GError     **error)
{
  MtrArchiveJob *job = user_data;
  g_autofree char *title = dup_title (job->order->store, error);
  g_autofree char *index = NULL;
  gboolean written;

  if (title == NULL)
    return FALSE;

  job->archive = mtr_archive_new (path, &job->order->today, error);
  if (job->archive == NULL)
    return FALSE;
  index = mtr_archive_dup_path (job->archive, NULL, "index", "html");
  create_index (job, title);
  written = add_documents (job, error) && mtr_archive_job_add_tables (job, error) &&
            mtr_archive_job_add_attachments (job, error) && add_index (job, error) &&
            mtr_archive_finish (job->archive, writing_cb, job, job->cancellable, error);
  g_clear_pointer (&job->archive, mtr_archive_free);

  return written;
}

static gboolean
load_pairing (MtrArchiveJob  *job,
              GError        **error)
{
  if (job->order->pairing_id == 0)
    return TRUE;
  job->pairing = mtr_store_load (job->order->store, MTR_SCOPE_PAIRING, MTR_KIND_PAIRING, job->order->pairing_id,
                                 MTR_READER_OWNER, error);

  return job->pairing != NULL;
}

/**
 * mtr_archive_build:
 * @order: what archive is wanted; its pairing is in the file
 * @cancellable: (nullable): stops it
 * @n_files: (out) (optional): how many files are in it
 * @error: where an error goes
 *
 * Writes the archive. What was at its path is replaced when all of it is there.
 *
 * Returns: whether it was written; %FALSE with an error of %MTR_EXPORT_ERROR about its path, of %MTR_STORE_ERROR about the
 *   file, or of %G_IO_ERROR where it was cancelled, and then what was at its path is as it was
 */
gboolean
mtr_archive_build (const MtrArchiveOrder  *order,
                   GCancellable           *cancellable,
                   guint                  *n_files,
                   GError                **error)
{
  MtrArchiveJob job = { .order = order, .reader = order->reader, .cancellable = cancellable };
  gboolean written;

  job.files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  job.passed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  written = load_pairing (&job, error) && mtr_file_replace_with (order->path, write_archive_cb, &job, error);
  /* The index and the sums are not in the index. */
  if (n_files != NULL)
    *n_files = g_hash_table_size (job.files) + 2;
  g_hash_table_unref (job.files);
  g_hash_table_unref (job.passed);
  g_clear_object (&job.index);
  g_clear_object (&job.pairing);
  g_free (job.check);

  return written;
}
