/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The commands about portfolios: is it ready, and write it for its panel. */

#include "mtr-cli.h"

#include "mtr-anonymisation.h"
#include "mtr-cli-formats.h"
#include "mtr-contents.h"
#include "mtr-file-replace.h"
#include "mtr-import-column.h"
#include "mtr-language.h"
#include "mtr-pairing.h"
#include "mtr-portfolio-builder.h"
#include "mtr-portfolio.h"
#include "mtr-requirement.h"

#include <glib/gi18n-lib.h>

/* The pairing that was asked for; with none, every one that has not ended. */
static GArray *
list_pairings (MtrCli   *cli,
               MtrStore *store,
               GError  **error)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PAIRING);
  g_autoptr (GPtrArray) pairings = mtr_store_list_records (store, &query, MTR_READER_LEAD, error);
  GArray *ids;

  if (pairings == NULL)
    return NULL;

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < pairings->len; i++)
    {
      MtrRecord *pairing = g_ptr_array_index (pairings, i);
      gint64 id = mtr_record_get_id (pairing);
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

      if (cli->options.pairing != NULL ? g_str_equal (cli->options.pairing, text)
                                       : !mtr_record_text_is (pairing, MTR_PAIRING_STATE, MTR_PAIRING_ENDED))
        g_array_append_val (ids, id);
    }

  return ids;
}

static void
add_unmet (MtrCliTable *table,
           const char  *title,
           gint64       pairing_id,
           GPtrArray   *results)
{
  for (guint i = 0; i < results->len; i++)
    {
      const MtrRequirementResult *result = g_ptr_array_index (results, i);
      char **cells;

      if (result->met)
        continue;
      cells = g_new0 (char *, 7);
      cells[0] = g_strdup_printf ("%" G_GINT64_FORMAT, pairing_id);
      cells[1] = g_strdup (title);
      cells[2] = g_strdup (result->requirement->id);
      cells[3] = g_strdup (result->title);
      cells[4] = g_strdup (result->reason != NULL ? result->reason : "");
      cells[5] = g_strdup (result->due_on != NULL ? result->due_on : "");
      mtr_cli_table_add (table, cells);
    }
}

/* Each of a group has a portfolio of their own. Somebody who is mentored no more counts where nobody else is. */
static GArray *
list_mentees (MtrSnapshot *snapshot,
              gint64       pairing_id)
{
  g_autoptr (GPtrArray) members = mtr_pairing_list_mentees (snapshot, pairing_id, NULL);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = mtr_pairing_get_mentee (snapshot, pairing_id);

  if (members->len == 0)
    g_array_append_val (ids, id);
  for (guint i = 0; i < members->len; i++)
    {
      id = mtr_record_get_number (g_ptr_array_index (members, i), MTR_MEMBER_PERSON_ID);
      g_array_append_val (ids, id);
    }

  return ids;
}

static guint
check_pairing (MtrCliTable *table,
               MtrPack     *pack,
               MtrSnapshot *snapshot,
               gint64       pairing_id,
               const GDate *today)
{
  MtrRecord *pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, pairing_id);
  g_autoptr (GArray) mentees = list_mentees (snapshot, pairing_id);
  g_autofree char *title = mtr_pairing_dup_title (snapshot, pairing_id);
  guint n_unmet = 0;

  for (guint i = 0; i < mentees->len; i++)
    {
      gint64 person_id = g_array_index (mentees, gint64, i);
      MtrRecord *person = mtr_snapshot_get (snapshot, MTR_KIND_PERSON, person_id);
      g_autoptr (MtrRecord) portfolio = mtr_portfolio_find_or_make_up (snapshot, pairing, person_id);
      g_autoptr (GPtrArray) results = mtr_requirement_check (pack, snapshot, portfolio, 0, today);
      g_autofree char *whose = NULL;

      if (mentees->len > 1 && person != NULL)
        /* Translators: a group, as in "Thursday group with Oonagh", and the name of one of it. */
        whose = g_strdup_printf (_("%s: %s"), title, mtr_record_get_text (person, MTR_PERSON_NAME));
      n_unmet += mtr_requirement_count_unmet (results);
      add_unmet (table, whose != NULL ? whose : title, pairing_id, results);
    }

  return n_unmet;
}

/**
 * mtr_cli_check:
 * @cli: arguments: the file
 *
 * Prints what is missing, a row each.
 *
 * Returns: the exit status: %MTR_CLI_OK where nothing is missing, %MTR_CLI_NO where something is
 */
MtrCliStatus
mtr_cli_check (MtrCli *cli)
{
  static const char * const headers[] = { "pairing_id", "pairing", "requirement", "missing", "reason", "due_on", NULL };
  const char *path = cli->arguments[0];
  g_autoptr (MtrStore) store = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (MtrCliTable) table = mtr_cli_table_new (headers);
  g_autofree char *text = NULL;
  GError *error = NULL;
  MtrCliFormat format;
  guint n_unmet = 0;

  if (!mtr_cli_format_parse (cli->options.format, &format))
    {
      mtr_cli_complain (_("There is no format “%s”. Use --format=table, csv or json."), cli->options.format);
      return MTR_CLI_USAGE;
    }
  store = mtr_cli_open (cli, path);
  if (store == NULL)
    return MTR_CLI_FILE;
  ids = list_pairings (cli, store, &error);
  if (ids == NULL)
    return mtr_cli_fail (error, path);
  if (ids->len == 0 && cli->options.pairing != NULL)
    {
      mtr_cli_complain (_("There is no pairing %s in %s. “mentoring-cli list pairings” shows them."),
                        cli->options.pairing, path);
      return MTR_CLI_USAGE;
    }

  if (ids->len == 0)
    {
      mtr_cli_complain (_("There is no pairing to check in %s. Nothing is ready."), path);
      mtr_store_close (store);
      return MTR_CLI_NO;
    }

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (MtrSnapshot) snapshot = mtr_store_load (store, MTR_SCOPE_PAIRING, MTR_KIND_PAIRING, id,
                                                         MTR_READER_OWNER, &error);
      MtrPack *pack;

      if (snapshot == NULL)
        return mtr_cli_fail (error, path);
      pack = mtr_store_get_pack (store, mtr_record_get_text (mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, id),
                                                             MTR_PAIRING_PACK));
      if (pack == NULL)
        continue;
      n_unmet += check_pairing (table, pack, snapshot, id, &cli->today);
      mtr_cli_show_progress (_("Checking"), (double) (i + 1) / ids->len);
    }
  mtr_store_close (store);

  if (n_unmet == 0 && format == MTR_CLI_FORMAT_TABLE)
    {
      g_printerr ("%s\n", _("Everything the pathway asks for is here. Whether it is good enough, a person decides."));
      return MTR_CLI_OK;
    }
  text = mtr_cli_table_to_text (table, format);
  g_print ("%s", text);

  return n_unmet == 0 ? MTR_CLI_OK : MTR_CLI_NO;
}

static void
say_of (const char *whose,
        const char *words)
{
  /* Translators: a document, as in "Portfolio of Kiran Thackeray", and a sentence about it. */
  g_autofree char *of_whom = whose != NULL ? g_strdup_printf (_("%s: %s"), whose, words) : NULL;

  g_printerr ("%s\n", of_whom != NULL ? of_whom : words);
}

/**
 * mtr_cli_say_what_leaves:
 * @leaving: what is to be known of a portfolio
 * @whose: (nullable): whose it is, where there are several
 *
 * The window shows all this before anything leaves; a script is told, on standard error, where it shows in no pipe.
 */
void
mtr_cli_say_what_leaves (const MtrLeaving *leaving,
                         const char       *whose)
{
  const char *draft = mtr_document_get_draft (leaving->document);
  g_autofree char *on_pages = draft != NULL ? g_strdup_printf (_("Every page says “%s”."), draft) : NULL;

  if (on_pages != NULL)
    say_of (whose, on_pages);
  for (guint i = 0; i < leaving->left_out->len; i++)
    {
      const MtrContentsLine *line = g_ptr_array_index (leaving->left_out, i);
      g_autofree char *words = g_strdup_printf (_("Left out: %s"), line->title);

      say_of (whose, words);
    }
  for (guint i = 0; i < leaving->findings->len; i++)
    {
      const MtrFinding *finding = g_ptr_array_index (leaving->findings, i);
      g_autofree char *place = NULL;
      g_autofree char *words = NULL;

      if (finding->accepted)
        continue;
      place = mtr_contents_dup_place (leaving->pack, leaving->snapshot, finding);
      /* Translators: where it is, what it is (as in "telephone number"), and the sentence around it. */
      words = g_strdup_printf (_("May identify somebody: %s, %s: %s"), place, mtr_finding_type_get_label (finding->type),
                               finding->sentence);
      say_of (whose, words);
    }
}

/* Whose portfolio is meant: of two people it is clear, of a group somebody has to be named. */
static gboolean
find_whose (MtrCli      *cli,
            MtrSnapshot *snapshot,
            gint64       pairing_id,
            gint64      *person_id)
{
  g_autoptr (GArray) mentees = list_mentees (snapshot, pairing_id);

  *person_id = g_array_index (mentees, gint64, 0);
  if (cli->options.person == NULL && mentees->len == 1)
    return TRUE;
  if (cli->options.person == NULL)
    {
      mtr_cli_complain (_("Pairing %s is a group. Say whose portfolio with --person=ID; “mentoring-cli list people” shows "
                          "them."), cli->options.pairing);
      return FALSE;
    }
  if (mtr_cli_parse_id (cli->options.person, person_id))
    for (guint i = 0; i < mentees->len; i++)
      if (g_array_index (mentees, gint64, i) == *person_id)
        return TRUE;

  mtr_cli_complain (_("“%s” is nobody who is mentored in pairing %s. “mentoring-cli list people” shows the ids."),
                    cli->options.person, cli->options.pairing);

  return FALSE;
}

static MtrCliStatus
export_portfolio (MtrCli                     *cli,
                  MtrStore                   *store,
                  const char                 *path,
                  gint64                      pairing_id,
                  const MtrCliDocumentFormat *format,
                  MtrPaper                    paper)
{
  GError *error = NULL;
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load (store, MTR_SCOPE_PAIRING, MTR_KIND_PAIRING, pairing_id,
                                                     MTR_READER_PANEL, &error);
  g_autoptr (MtrDocument) document = NULL;
  g_auto (MtrLeaving) leaving = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  MtrRecord *pairing, *portfolio = NULL;
  MtrPack *pack = NULL;
  gint64 person_id;

  if (snapshot == NULL)
    return mtr_cli_fail (error, path);
  pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, pairing_id);
  if (pairing != NULL && mtr_snapshot_count (snapshot, MTR_KIND_PORTFOLIO) > 0)
    {
      if (!find_whose (cli, snapshot, pairing_id, &person_id))
        return MTR_CLI_USAGE;
      portfolio = mtr_portfolio_find (snapshot, pairing, person_id);
    }
  if (portfolio == NULL)
    {
      if (pairing != NULL)
        pack = mtr_store_get_pack (store, mtr_record_get_text (pairing, MTR_PAIRING_PACK));
      if (pack != NULL && !mtr_pack_has_view (pack, "portfolio"))
        {
          mtr_cli_complain (_("“%s” has no portfolios, so there is none of pairing %s."), mtr_pack_get_title (pack),
                            cli->options.pairing);
          return MTR_CLI_USAGE;
        }
      mtr_cli_complain (_("Pairing %s has no portfolio yet. “mentoring-cli list pairings” shows the pairings."),
                        cli->options.pairing);
      return MTR_CLI_USAGE;
    }

  mtr_cli_show_progress (_("Writing"), 0.1);
  pack = mtr_store_get_pack (store, mtr_record_get_text (portfolio, MTR_PORTFOLIO_PACK));
  document = mtr_portfolio_build (pack, snapshot, mtr_record_get_id (portfolio), &cli->today, &error);
  /* The rest is for the person at the keyboard; whoever writes the document finds its language in it. */
  mtr_language_switch (NULL);
  if (document == NULL || !mtr_leaving_init (&leaving, store, pack, snapshot, document, &error))
    return mtr_cli_fail (error, path);
  mtr_cli_say_what_leaves (&leaving, NULL);
  mtr_cli_show_progress (_("Writing"), 0.5);
  mtr_cli_adjust (cli, document);
  bytes = format->write (document, paper, &error);
  if (bytes == NULL)
    return mtr_cli_fail (error, path);
  mtr_cli_show_progress (_("Writing"), 0.9);
  if (!mtr_file_replace (cli->options.output, bytes, &error))
    return mtr_cli_fail (error, cli->options.output);

  return MTR_CLI_OK;
}

/**
 * mtr_cli_export:
 * @cli: arguments: "portfolio" or what mtr_cli_export_rows() writes, and the file
 *
 * Returns: the exit status
 */
MtrCliStatus
mtr_cli_export (MtrCli *cli)
{
  const MtrCliOptions *options = &cli->options;
  g_autoptr (MtrStore) store = NULL;
  MtrImportSubject subject;
  const MtrCliDocumentFormat *format = mtr_cli_document_format_find (options->format, MTR_CLI_PORTFOLIO);
  MtrCliStatus status;
  gint64 pairing_id;
  MtrPaper paper;

  if (mtr_import_subject_from_code (cli->arguments[0], &subject))
    return mtr_cli_export_rows (cli);
  if (g_str_equal (cli->arguments[0], "archive"))
    return mtr_cli_export_archive (cli);
  if (!g_str_equal (cli->arguments[0], "portfolio") || options->pairing == NULL || options->output == NULL ||
      format == NULL || options->audience != NULL)
    {
      g_autofree char *formats = mtr_cli_document_format_list (MTR_CLI_PORTFOLIO);
      g_autofree char *arguments = g_strdup_printf ("portfolio FILE --pairing=ID --format=%s --output=PATH", formats);

      mtr_cli_complain (_("Use it as: mentoring-cli %s %s"), "export", arguments);
      return MTR_CLI_USAGE;
    }
  if (!mtr_cli_parse_paper (options->paper, &paper))
    return MTR_CLI_USAGE;
  if (!mtr_cli_parse_id (options->pairing, &pairing_id))
    {
      mtr_cli_complain (_("“%s” is not an id. “mentoring-cli list pairings” shows them."), options->pairing);
      return MTR_CLI_USAGE;
    }

  store = mtr_cli_open (cli, cli->arguments[1]);
  if (store == NULL)
    return MTR_CLI_FILE;
  status = export_portfolio (cli, store, cli->arguments[1], pairing_id, format, paper);
  mtr_store_close (store);

  return status;
}
