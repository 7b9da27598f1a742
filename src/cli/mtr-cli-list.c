/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The commands that only look: list, search, packs, verify. */

#include "mtr-cli.h"


#include <glib/gi18n-lib.h>
#include <string.h>

/* A column is the field itself; a reference is followed to the name of the person. */
static const struct {
  const char *name;
  MtrKind     kind;
  MtrField    fields[12];  /* ends with MTR_FIELD_NONE */
} lists[] = {
  { "people", MTR_KIND_PERSON,
    { MTR_PERSON_NAME, MTR_PERSON_ROLE_TITLE, MTR_PERSON_EMPLOYER, MTR_PERSON_TEAM, MTR_PERSON_REGISTERED,
      MTR_PERSON_SUPERVISORY_MONTHS, MTR_PERSON_LINE_MANAGER_ID, MTR_FIELD_NONE } },
  { "pairings", MTR_KIND_PAIRING_SUMMARY,
    { MTR_PAIRING_SUMMARY_MENTEES, MTR_PAIRING_SUMMARY_MENTOR, MTR_PAIRING_SUMMARY_PACK, MTR_PAIRING_SUMMARY_STATE,
      MTR_PAIRING_SUMMARY_LAST_HELD_ON, MTR_PAIRING_SUMMARY_NEXT_PLANNED_ON, MTR_PAIRING_SUMMARY_OBSERVATIONS_DONE,
      MTR_PAIRING_SUMMARY_OBSERVATIONS_ASKED, MTR_PAIRING_SUMMARY_UNMET, MTR_PAIRING_SUMMARY_ATTENTION_FROM,
      MTR_FIELD_NONE } },
  { "sessions", MTR_KIND_SESSION,
    { MTR_SESSION_PAIRING_ID, MTR_SESSION_STATE, MTR_SESSION_KIND, MTR_SESSION_HELD_ON, MTR_SESSION_HELD_TIME,
      MTR_SESSION_MINUTES, MTR_SESSION_MODE, MTR_SESSION_NEXT_STEP, MTR_FIELD_NONE } },
  { "observations", MTR_KIND_OBSERVATION,
    { MTR_OBSERVATION_PAIRING_ID, MTR_OBSERVATION_TYPE, MTR_OBSERVATION_HELD_ON, MTR_OBSERVATION_OBSERVED_ID,
      MTR_OBSERVATION_OBSERVER_ID, MTR_OBSERVATION_MODE, MTR_OBSERVATION_CONSENT_STATE,
      MTR_OBSERVATION_FEEDBACK_GIVEN_ON, MTR_OBSERVATION_WITHDRAWN_ON, MTR_OBSERVATION_SEALED_AT, MTR_FIELD_NONE } },
  { "evidence", MTR_KIND_EVIDENCE,
    { MTR_EVIDENCE_PORTFOLIO_ID, MTR_EVIDENCE_NUMBER, MTR_EVIDENCE_KIND, MTR_EVIDENCE_HAPPENED_ON,
      MTR_EVIDENCE_TITLE, MTR_EVIDENCE_INCLUDED, MTR_EVIDENCE_WITHDRAWN_ON, MTR_FIELD_NONE } },
};

static gboolean
parse_format (MtrCli       *cli,
              MtrCliFormat *format)
{
  if (mtr_cli_format_parse (cli->options.format, format))
    return TRUE;

  mtr_cli_complain (_("There is no format “%s”. Use --format=table, csv or json."), cli->options.format);

  return FALSE;
}

static GHashTable *
load_names (MtrStore  *store,
            GError   **error)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PERSON);
  g_autoptr (GPtrArray) people = mtr_store_list_records (store, &query, MTR_READER_LEAD, error);
  GHashTable *names;

  if (people == NULL)
    return NULL;

  names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < people->len; i++)
    {
      MtrRecord *person = g_ptr_array_index (people, i);
      gint64 id = mtr_record_get_id (person);

      g_hash_table_insert (names, g_memdup2 (&id, sizeof id),
                           g_strdup (mtr_record_get_text (person, MTR_PERSON_NAME)));
    }

  return names;
}

static char *
dup_cell (MtrRecord  *record,
          MtrField    field,
          GHashTable *names)
{
  const MtrFieldInfo *info = mtr_field_get_info (field);
  gint64 number;

  if (!mtr_record_is_set (record, field))
    return g_strdup ("");
  if (!mtr_field_is_number (field))
    return g_strdup (mtr_record_get_text (record, field));

  number = mtr_record_get_number (record, field);
  if (info->type == MTR_TYPE_REF && info->reference == MTR_KIND_PERSON)
    {
      const char *name = g_hash_table_lookup (names, &number);

      return g_strdup (name != NULL ? name : "");
    }
  if (info->type == MTR_TYPE_BOOLEAN)
    return g_strdup (number != 0 ? "yes" : "no");

  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/* "line_manager_id" holds a name here, so the column is "line_manager". */
static char *
dup_header (MtrField field)
{
  const MtrFieldInfo *info = mtr_field_get_info (field);

  if (info->type == MTR_TYPE_REF && info->reference == MTR_KIND_PERSON)
    return g_strndup (info->column, strlen (info->column) - strlen ("_id"));

  return g_strdup (info->column);
}

static MtrCliStatus
print_list (MtrStore       *store,
            const char     *path,
            gsize           list,
            MtrCliFormat    format)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (lists[list].kind);
  GError *error = NULL;
  g_autoptr (GHashTable) names = load_names (store, &error);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MtrCliTable) table = NULL;
  g_autofree char *text = NULL;

  if (names != NULL)
    records = mtr_store_list_records (store, &query,
                                      (MtrAudience) (MTR_AUDIENCE_PROGRAMME | MTR_AUDIENCE_ASSESSMENT |
                                                     MTR_AUDIENCE_PAIR), &error);
  if (records == NULL)
    return mtr_cli_fail (error, path);

  g_ptr_array_add (headers, g_strdup ("id"));
  for (gsize i = 0; lists[list].fields[i] != MTR_FIELD_NONE; i++)
    g_ptr_array_add (headers, dup_header (lists[list].fields[i]));
  g_ptr_array_add (headers, NULL);
  table = mtr_cli_table_new ((const char * const *) headers->pdata);
  for (guint i = 0; lists[list].fields[i] != MTR_FIELD_NONE; i++)
    if (mtr_field_get_info (lists[list].fields[i])->type == MTR_TYPE_INTEGER)
      mtr_cli_table_set_number (table, i + 1);

  for (guint i = 0; i < records->len; i++)
    {
      MtrRecord *record = g_ptr_array_index (records, i);
      g_autoptr (GPtrArray) cells = g_ptr_array_new ();

      g_ptr_array_add (cells, g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (record)));
      for (gsize j = 0; lists[list].fields[j] != MTR_FIELD_NONE; j++)
        g_ptr_array_add (cells, dup_cell (record, lists[list].fields[j], names));
      g_ptr_array_add (cells, NULL);
      mtr_cli_table_add (table, (char **) g_ptr_array_steal (cells, NULL));
    }

  text = mtr_cli_table_to_text (table, format);
  g_print ("%s", text);

  return MTR_CLI_OK;
}

/**
 * mtr_cli_list:
 * @cli: arguments: what to list, and the file
 *
 * Returns: the exit status
 */
MtrCliStatus
mtr_cli_list (MtrCli *cli)
{
  g_autoptr (MtrStore) store = NULL;
  MtrCliFormat format;
  MtrCliStatus status;

  if (!parse_format (cli, &format))
    return MTR_CLI_USAGE;

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (lists[i].name, cli->arguments[0]))
      {
        store = mtr_cli_open (cli, cli->arguments[1]);
        if (store == NULL)
          return MTR_CLI_FILE;
        status = print_list (store, cli->arguments[1], i, format);
        mtr_store_close (store);
        return status;
      }

  mtr_cli_complain (_("“%s” cannot be listed. List people, pairings, sessions, observations or evidence."),
                    cli->arguments[0]);

  return MTR_CLI_USAGE;
}

/**
 * mtr_cli_search:
 * @cli: arguments: the file, and the words
 *
 * Returns: the exit status: %MTR_CLI_NO where nothing was found
 */
MtrCliStatus
mtr_cli_search (MtrCli *cli)
{
  static const char * const headers[] = { "id", "kind", "pairing_id", "private", "excerpt", NULL };
  g_autoptr (MtrStore) store = NULL;
  g_autofree char *words = g_strjoinv (" ", cli->arguments + 1);
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (MtrCliTable) table = mtr_cli_table_new (headers);
  g_autofree char *text = NULL;
  GError *error = NULL;
  MtrCliFormat format;

  if (!parse_format (cli, &format))
    return MTR_CLI_USAGE;
  store = mtr_cli_open (cli, cli->arguments[0]);
  if (store == NULL)
    return MTR_CLI_FILE;

  hits = mtr_store_search (store, words, 0, cli->options.include_private, &error);
  if (hits == NULL)
    return mtr_cli_fail (error, cli->arguments[0]);

  for (guint i = 0; i < hits->len; i++)
    {
      const MtrSearchHit *hit = g_ptr_array_index (hits, i);
      char **cells = g_new0 (char *, G_N_ELEMENTS (headers));

      cells[0] = g_strdup_printf ("%" G_GINT64_FORMAT, hit->id);
      cells[1] = g_strdup (mtr_kind_get_info (hit->kind)->table);
      cells[2] = hit->pairing_id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, hit->pairing_id) : g_strdup ("");
      cells[3] = g_strdup (hit->is_private ? "yes" : "no");
      cells[4] = g_strdup (hit->excerpt);
      mtr_cli_table_add (table, cells);
    }
  text = mtr_cli_table_to_text (table, format);
  g_print ("%s", text);
  mtr_store_close (store);

  if (hits->len > 0)
    return MTR_CLI_OK;
  g_printerr ("%s\n", cli->options.include_private ? _("Nothing was found.")
                                                    : _("Nothing was found. Private notes are searched only with --private."));

  return MTR_CLI_NO;
}

/**
 * mtr_cli_packs:
 * @cli: no arguments
 *
 * Lists the schemes that can be used; refused ones are named on standard error with file, line and reason.
 *
 * Returns: the exit status
 */
MtrCliStatus
mtr_cli_packs (MtrCli *cli)
{
  static const char * const headers[] = { "id", "version", "effective_on", "title", NULL };
  GPtrArray *packs = mtr_pack_library_get_packs (cli->library);
  GPtrArray *problems = mtr_pack_library_get_problems (cli->library);
  g_autoptr (MtrCliTable) table = mtr_cli_table_new (headers);
  g_autofree char *text = NULL;
  MtrCliFormat format;

  if (!parse_format (cli, &format))
    return MTR_CLI_USAGE;

  for (guint i = 0; i < packs->len; i++)
    {
      MtrPack *pack = g_ptr_array_index (packs, i);
      const char *effective_on = mtr_pack_get_effective_on (pack);
      char **cells = g_new0 (char *, G_N_ELEMENTS (headers));

      cells[0] = g_strdup (mtr_pack_get_id (pack));
      cells[1] = g_strdup (mtr_pack_get_version (pack));
      cells[2] = g_strdup (effective_on != NULL ? effective_on : "");
      cells[3] = g_strdup (mtr_pack_get_title (pack));
      mtr_cli_table_add (table, cells);
    }
  text = mtr_cli_table_to_text (table, format);
  g_print ("%s", text);

  for (guint i = 0; i < problems->len; i++)
    {
      const MtrPackProblem *problem = g_ptr_array_index (problems, i);

      mtr_cli_complain ("%s:%d: %s", problem->file, problem->line, problem->reason);
    }

  return MTR_CLI_OK;
}

/**
 * mtr_cli_verify:
 * @cli: arguments: the file
 *
 * Prints a line for each thing that is wrong; nothing where all is well.
 *
 * Returns: the exit status: %MTR_CLI_NO where something is wrong
 */
MtrCliStatus
mtr_cli_verify (MtrCli *cli)
{
  g_autoptr (MtrStore) store = mtr_cli_open (cli, cli->arguments[0]);
  g_autoptr (GPtrArray) problems = NULL;
  GError *error = NULL;

  if (store == NULL)
    return MTR_CLI_FILE;

  problems = mtr_store_verify (store, &error);
  if (problems == NULL)
    return mtr_cli_fail (error, cli->arguments[0]);

  for (guint i = 0; i < problems->len; i++)
    g_print ("%s\n", (const char *) g_ptr_array_index (problems, i));
  mtr_store_close (store);
  if (problems->len == 0)
    g_printerr ("%s\n", _("Everything is in order: integrity, references, seals, search index, history."));

  return problems->len == 0 ? MTR_CLI_OK : MTR_CLI_NO;
}
