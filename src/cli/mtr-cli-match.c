/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The command that matches the whole pool, shows who would work with whom and
 * why, and publishes it if asked to.
 */

#include "mtr-cli.h"

#include "mtr-date.h"
#include "mtr-match-publish.h"

#include <glib/gi18n-lib.h>

enum {
  COLUMN_MENTEE_ID,
  COLUMN_MENTEE,
  COLUMN_MENTOR_ID,
  COLUMN_MENTOR,
  COLUMN_SCORE,
  COLUMN_PINNED,
  COLUMN_CRITERIA,
  COLUMN_WARNINGS,
  COLUMN_UNMATCHED,
  N_COLUMNS
};

static const char * const headers[] = {
  [COLUMN_MENTEE_ID] = "mentee_id",
  [COLUMN_MENTEE] = "mentee",
  [COLUMN_MENTOR_ID] = "mentor_id",
  [COLUMN_MENTOR] = "mentor",
  [COLUMN_SCORE] = "score",
  [COLUMN_PINNED] = "pinned",
  [COLUMN_CRITERIA] = "criteria",
  [COLUMN_WARNINGS] = "warnings",
  [COLUMN_UNMATCHED] = "unmatched",
  [N_COLUMNS] = NULL,
};

static char *
dup_name (MtrSnapshot *snapshot,
          gint64       id)
{
  MtrRecord *person = mtr_snapshot_get (snapshot, MTR_KIND_PERSON, id);
  const char *name = person != NULL ? mtr_record_get_text (person, MTR_PERSON_NAME) : NULL;

  return g_strdup (name != NULL ? name : "");
}

/* A table is for eyes, and has no room for sentences. */
static char *
dup_criteria (const MtrMatchScore *score,
              gboolean             with_sentences)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < score->reasons->len; i++)
    {
      const MtrMatchReason *reason = g_ptr_array_index (score->reasons, i);

      const char *label = mtr_match_criterion_get_label (reason->criterion);

      if (i > 0)
        g_string_append (text, with_sentences ? "; " : ", ");
      if (with_sentences)
        /* Translators: a criterion, its points from 0 to 100, and why: "Skills 66: Offers 2 of 3 skills …" */
        g_string_append_printf (text, _("%s %d: %s"), label, reason->points, reason->sentence);
      else
        g_string_append_printf (text, "%s %d", label, reason->points);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_warnings (const MtrMatchScore *score)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < score->warnings->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", (const char *) g_ptr_array_index (score->warnings, i));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char **
begin_row (MtrSnapshot *snapshot,
           gint64       mentee_id)
{
  char **cells = g_new0 (char *, N_COLUMNS + 1);

  cells[COLUMN_MENTEE_ID] = g_strdup_printf ("%" G_GINT64_FORMAT, mentee_id);
  cells[COLUMN_MENTEE] = dup_name (snapshot, mentee_id);

  return cells;
}

/* Whatever has not been said of somebody is an empty cell. */
static void
end_row (MtrCliTable  *table,
         char        **cells)
{
  for (int column = 0; column < N_COLUMNS; column++)
    if (cells[column] == NULL)
      cells[column] = g_strdup ("");
  mtr_cli_table_add (table, cells);
}

static void
print_match (MtrMatch     *match,
             MtrCliFormat  format)
{
  g_autoptr (MtrCliTable) table = mtr_cli_table_new (headers);
  MtrSnapshot *snapshot = mtr_match_pool_get_snapshot (match->pool);
  g_autofree char *text = NULL;

  mtr_cli_table_set_number (table, COLUMN_SCORE);
  for (guint i = 0; i < match->suggestions->len; i++)
    {
      const MtrMatchSuggestion *suggestion = g_ptr_array_index (match->suggestions, i);
      char **cells = begin_row (snapshot, suggestion->score->mentee_id);

      cells[COLUMN_MENTOR_ID] = g_strdup_printf ("%" G_GINT64_FORMAT, suggestion->score->mentor_id);
      cells[COLUMN_MENTOR] = dup_name (snapshot, suggestion->score->mentor_id);
      cells[COLUMN_SCORE] = g_strdup_printf ("%d", suggestion->score->percent);
      cells[COLUMN_PINNED] = g_strdup (suggestion->pinned ? "yes" : "no");
      cells[COLUMN_CRITERIA] = dup_criteria (suggestion->score, format != MTR_CLI_FORMAT_TABLE);
      cells[COLUMN_WARNINGS] = dup_warnings (suggestion->score);
      end_row (table, cells);
    }
  for (guint i = 0; i < match->unmatched->len; i++)
    {
      const MtrMatchUnmatched *unmatched = g_ptr_array_index (match->unmatched, i);
      char **cells = begin_row (snapshot, unmatched->mentee_id);

      cells[COLUMN_UNMATCHED] = g_strdup (unmatched->sentence);
      end_row (table, cells);
    }

  text = mtr_cli_table_to_text (table, format);
  g_print ("%s", text);
}

static gint64
new_id (gpointer user_data)
{
  return mtr_store_new_id (user_data);
}

static MtrCliStatus
publish (MtrCli     *cli,
         MtrStore   *store,
         MtrMatch   *match,
         const char *path)
{
  g_autoptr (GDateTime) utc = g_date_time_new_now_utc ();
  g_autofree char *now = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *today = mtr_date_to_iso (&cli->today);
  MtrMatchPublication publication = {
    .match = match,
    .present = match->pool,
    .today = today,
    .now = now,
    .new_id = new_id,
    .new_id_data = store,
  };
  g_autoptr (GPtrArray) problems = mtr_match_publication_list_problems (&publication);
  g_autoptr (MtrChange) change = NULL;
  guint n_published = match->suggestions->len;
  GError *error = NULL;

  for (guint i = 0; i < problems->len; i++)
    mtr_cli_complain (_("%s: nothing was published. %s"), path, (const char *) g_ptr_array_index (problems, i));
  if (problems->len > 0)
    return MTR_CLI_NO;

  change = mtr_match_publication_make_change (&publication);
  if (!mtr_store_apply (store, change, &error))
    return mtr_cli_fail (error, path);

  g_printerr (g_dngettext (GETTEXT_PACKAGE, "Published: %u pairing is proposed.\n",
                           "Published: %u pairings are proposed.\n", n_published), n_published);

  return MTR_CLI_OK;
}

static MtrCliStatus
match_pool (MtrCli       *cli,
            MtrStore     *store,
            const char   *path,
            MtrCliFormat  format)
{
  GError *error = NULL;
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load (store, MTR_SCOPE_MATCHING, MTR_KIND_PROGRAMME, 0, MTR_READER_LEAD,
                                                     &error);
  g_autoptr (MtrMatchPool) pool = NULL;
  g_autoptr (MtrMatch) match = NULL;
  MtrMatchWeights weights;
  const char *pack_id = cli->options.kind;
  MtrPack *pack;

  if (snapshot == NULL)
    return mtr_cli_fail (error, path);
  if (pack_id == NULL && mtr_snapshot_count (snapshot, MTR_KIND_PROGRAMME) > 0)
    pack_id = mtr_record_get_text (mtr_snapshot_nth (snapshot, MTR_KIND_PROGRAMME, 0), MTR_PROGRAMME_PACK);
  pack = pack_id != NULL ? mtr_store_get_pack (store, pack_id) : NULL;
  if (pack == NULL)
    {
      mtr_cli_complain (_("%s: there is no scheme “%s” in it. Nothing was matched; “mentoring-cli packs” lists the "
                          "schemes of this computer."), path, pack_id != NULL ? pack_id : "");
      return cli->options.kind != NULL ? MTR_CLI_USAGE : MTR_CLI_NO;
    }

  mtr_match_weights_init (&weights, snapshot);
  pool = mtr_match_pool_new (pack, snapshot, &weights, &cli->today);
  match = mtr_match_new (pool);
  print_match (match, format);
  if (mtr_match_pool_count_mentees (pool) == 0)
    g_printerr ("%s\n", _("Nobody looks for a mentor."));

  return cli->options.publish ? publish (cli, store, match, path) : MTR_CLI_OK;
}

/**
 * mtr_cli_match:
 * @cli: arguments: the file
 *
 * Prints a row for each two who are suggested, then one for each who is not matched, with why; with --publish the
 * suggestions become pairings that are proposed.
 *
 * Returns: the exit status: %MTR_CLI_NO where publishing is refused
 */
MtrCliStatus
mtr_cli_match (MtrCli *cli)
{
  const char *path = cli->arguments[0];
  g_autoptr (MtrStore) store = NULL;
  MtrCliFormat format;
  MtrCliStatus status;

  if (!mtr_cli_format_parse (cli->options.format, &format))
    {
      mtr_cli_complain (_("There is no format “%s”. Use --format=table, csv or json."), cli->options.format);
      return MTR_CLI_USAGE;
    }
  store = mtr_cli_open (cli, path);
  if (store == NULL)
    return MTR_CLI_FILE;

  status = match_pool (cli, store, path, format);
  mtr_store_close (store);

  return status;
}
