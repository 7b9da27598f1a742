/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The command that writes a whole file for one audience, to be read with no
 * software of ours: documents, tables, attached files, an index and the sums of
 * all of them. What its readers may not have is not in it, and the index says
 * so by kind.
 */

#include "mtr-cli-archive-private.h"

#include "mtr-cli-formats.h"
#include "mtr-contents.h"
#include "mtr-file-replace.h"
#include "mtr-html-writer.h"
#include "mtr-messages.h"
#include "mtr-observation-builder.h"
#include "mtr-observation-series.h"
#include "mtr-pairing.h"
#include "mtr-plan-builder.h"
#include "mtr-portfolio-builder.h"
#include "mtr-portfolio.h"
#include "mtr-reports.h"

static const MtrArchiveReader readers[] = {
  { "mine", N_("Whoever owns the file, and nobody else"), MTR_READER_OWNER, FALSE, TRUE },
  { "pair", N_("The mentor and whoever is mentored"), MTR_READER_PAIR | MTR_READER_PANEL, FALSE, FALSE },
  { "assessment", N_("The observer, the line manager and the panel"), MTR_READER_PANEL, TRUE, FALSE },
  { "programme", N_("Whoever runs the programme"), MTR_READER_LEAD, FALSE, FALSE },
};

static const MtrArchiveReader *
find_reader (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    if (g_strcmp0 (readers[i].name, name) == 0)
      return &readers[i];

  return NULL;
}

/*< private >
 * mtr_cli_archive_link:
 * @job: the archive
 * @path: a file of it
 *
 * Returns: (transfer none): what a node of the index has as its target to lead there
 */
const char *
mtr_cli_archive_link (MtrArchiveJob *job,
                      const char    *path)
{
  char *target = g_strdup_printf ("file-%u", g_hash_table_size (job->files) + 1);

  g_hash_table_insert (job->files, target, g_strdup (path));

  return target;
}

static gboolean
add_file (MtrArchiveJob  *job,
          MtrNode        *row,
          const char     *name,
          const char     *format,
          MtrDocument    *document,
          GError        **error)
{
  const MtrCliDocumentFormat *writer = mtr_cli_document_format_find (format, MTR_CLI_PORTFOLIO | MTR_CLI_REPORT);
  g_autofree char *path = mtr_archive_dup_path (job->archive, "documents", name, format);
  g_autofree char *label = g_ascii_strup (format, -1);
  g_autoptr (GBytes) bytes = writer->write (document, MTR_PAPER_A4, error);

  if (bytes == NULL || !mtr_archive_add (job->archive, path, bytes, error))
    return FALSE;

  mtr_node_add_cell (row, label, mtr_cli_archive_link (job, path), NULL);

  return TRUE;
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

  mtr_cli_adjust (job->cli, document);
  mtr_node_set_flags (mtr_node_add_cell (row, name, NULL, NULL), MTR_NODE_HEADER);
  if (!add_file (job, row, name, "html", document, error) || !add_file (job, row, name, "pdf", document, error))
    return FALSE;
  if (is_portfolio)
    return add_file (job, row, name, "xml", document, error);

  mtr_node_add_cell (row, NULL, NULL, NULL);

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

  pack = mtr_store_get_pack (job->store, mtr_record_get_text (portfolio, MTR_PORTFOLIO_PACK));
  if (pack == NULL || !mtr_pack_has_view (pack, "portfolio"))
    return TRUE;
  document = mtr_portfolio_build (pack, snapshot, mtr_record_get_id (portfolio), &job->cli->today, error);
  if (document == NULL || !mtr_cli_say_what_leaves (job->store, pack, snapshot, document, error))
    return FALSE;

  records = mtr_contents_list_records (document, snapshot);
  for (guint i = 0; i < records->len; i++)
    mtr_cli_archive_pass (job, g_ptr_array_index (records, i));

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
                                                                &job->cli->today, error);

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
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load (job->store, MTR_SCOPE_PAIRING, MTR_KIND_PAIRING, pairing_id,
                                                     MTR_READER_PAIR, error);
  g_autoptr (MtrDocument) document = NULL;
  g_autofree char *name = NULL;

  if (snapshot == NULL)
    return FALSE;
  document = mtr_plan_build (pack, snapshot, pairing_id, &job->cli->today, error);
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
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load (job->store, MTR_SCOPE_PAIRING, MTR_KIND_PAIRING, pairing_id,
                                                     MTR_READER_PANEL, error);
  g_autofree char *pair = NULL;
  MtrRecord *pairing;
  MtrPack *pack;

  if (snapshot == NULL)
    return FALSE;
  pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, pairing_id);
  pack = mtr_store_get_pack (job->store, mtr_record_get_text (pairing, MTR_PAIRING_PACK));
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
      mtr_report_scope_init (&scope, &job->cli->today);
      document = mtr_cli_build_report (job->store, report, &scope, error);
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

  if (job->pairing_id == 0 && (job->reader->audiences == MTR_READER_LEAD || job->reader->is_owner) &&
      !add_reports (job, error))
    return FALSE;
  if (!(job->reader->audiences & MTR_AUDIENCE_ASSESSMENT))
    return TRUE;
  if (job->pairing_id != 0)
    return add_pairing (job, job->pairing_id, error);

  ids = mtr_store_list_ids (job->store, &query, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      if (!add_pairing (job, g_array_index (ids, gint64, i), error))
        return FALSE;
      mtr_cli_show_progress (_("Writing"), 0.5 * (i + 1) / ids->len);
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

  job->index = mtr_document_new (title, mtr_language_get_tag (), &job->cli->today);
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
  mtr_cli_adjust (job->cli, job->index);
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

/* Documents come first: they say what has been passed on to the panel. */
static gboolean
write_archive_cb (const char  *path,
                  gpointer     user_data,
                  GError     **error)
{
  MtrArchiveJob *job = user_data;
  g_autofree char *title = dup_title (job->store, error);
  g_autofree char *index = NULL;
  gboolean written;

  if (title == NULL)
    return FALSE;

  job->archive = mtr_archive_new (path, &job->cli->today, error);
  if (job->archive == NULL)
    return FALSE;
  index = mtr_archive_dup_path (job->archive, NULL, "index", "html");
  create_index (job, title);
  written = add_documents (job, error) && mtr_cli_archive_add_tables (job, error) &&
            mtr_cli_archive_add_attachments (job, error) && add_index (job, error) &&
            mtr_archive_finish (job->archive, NULL, NULL, NULL, error);
  g_clear_pointer (&job->archive, mtr_archive_free);

  return written;
}

/* The words of several pairs in one archive are for nobody of a single pair. */
static void
warn_of_others (MtrArchiveJob *job)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PAIRING);
  gint64 n_pairings = mtr_store_count (job->store, &query, NULL);

  if (job->pairing_id != 0 || n_pairings < 2 || job->reader->is_owner || job->reader->audiences == MTR_READER_LEAD)
    return;

  mtr_cli_complain (ngettext ("It has what %u pair wrote. To hand it to one of them, choose the pair with --pairing=ID.",
                              "It has what %u pairs wrote. To hand it to one of them, choose the pair with --pairing=ID.",
                              (gulong) n_pairings), (guint) n_pairings);
}

static MtrCliStatus
write_job (MtrArchiveJob *job,
           const char    *path)
{
  const char *output = job->cli->options.output;
  GError *error = NULL;

  if (job->pairing_id != 0)
    {
      job->pairing = mtr_store_load (job->store, MTR_SCOPE_PAIRING, MTR_KIND_PAIRING, job->pairing_id, MTR_READER_OWNER,
                                     &error);
      if (job->pairing == NULL)
        return mtr_cli_fail (error, path);
      if (mtr_snapshot_get (job->pairing, MTR_KIND_PAIRING, job->pairing_id) == NULL)
        {
          mtr_cli_complain (_("There is no pairing %s in %s. “mentoring-cli list pairings” shows them."),
                            job->cli->options.pairing, path);
          return MTR_CLI_USAGE;
        }
    }
  warn_of_others (job);
  if (!mtr_file_replace_with (output, write_archive_cb, job, &error))
    return mtr_cli_fail (error, error->domain == MTR_EXPORT_ERROR ? output : path);

  return MTR_CLI_OK;
}

/**
 * mtr_cli_export_archive:
 * @cli: arguments: "archive" and the file
 *
 * Returns: the exit status
 */
MtrCliStatus
mtr_cli_export_archive (MtrCli *cli)
{
  const MtrCliOptions *options = &cli->options;
  MtrArchiveJob job = { .cli = cli, .reader = find_reader (options->audience) };
  MtrCliStatus status;

  if (job.reader == NULL || options->output == NULL || options->format != NULL || options->paper != NULL)
    {
      mtr_cli_complain (_("Use it as: mentoring-cli %s %s"), "export",
                        "archive FILE --audience=mine|pair|assessment|programme --output=PATH [--pairing=ID]");
      return MTR_CLI_USAGE;
    }
  if (options->pairing != NULL && !mtr_cli_parse_id (options->pairing, &job.pairing_id))
    {
      mtr_cli_complain (_("“%s” is not an id. “mentoring-cli list pairings” shows them."), options->pairing);
      return MTR_CLI_USAGE;
    }
  job.store = mtr_cli_open (cli, cli->arguments[1]);
  if (job.store == NULL)
    return MTR_CLI_FILE;

  job.files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  job.passed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  status = write_job (&job, cli->arguments[1]);
  g_hash_table_unref (job.files);
  g_hash_table_unref (job.passed);
  g_clear_object (&job.index);
  g_clear_object (&job.pairing);
  g_free (job.check);
  mtr_store_close (job.store);
  g_object_unref (job.store);

  return status;
}
