/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The commands for spreadsheets: import, which lists what becomes of each row
 * and takes all of them in or none; and export of the same columns.
 */

#include "mtr-cli.h"

#include "mtr-file-replace.h"
#include "mtr-import-result.h"
#include "mtr-import-writer.h"

#include <glib/gi18n-lib.h>

typedef struct {
  MtrCli   *cli;    /* (unowned) */
  MtrStore *store;  /* (unowned) */
} Finder;

static gint64
make_id (gpointer user_data)
{
  return mtr_store_new_id (user_data);
}

static MtrPack *
find_pack (const char *id,
           gpointer    user_data)
{
  const Finder *finder = user_data;
  MtrPack *pack = mtr_store_get_pack (finder->store, id);

  return pack != NULL ? pack : mtr_pack_library_find (finder->cli->library, id, NULL);
}

/* All that checking and exporting such rows looks at. */
static MtrSnapshot *
load (MtrStore          *store,
      MtrImportSubject   subject,
      MtrAudience        audiences,
      GError           **error)
{
  g_autoptr (MtrSnapshot) file = mtr_snapshot_new (audiences);
  guint n_kinds;
  const MtrKind *kinds = mtr_import_subject_list_kinds (subject, &n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      MtrStoreQuery query = MTR_STORE_QUERY_INIT (kinds[i]);
      g_autoptr (GPtrArray) records = mtr_store_list_records (store, &query, audiences, error);

      if (records == NULL)
        return NULL;
      for (guint j = 0; j < records->len; j++)
        mtr_snapshot_add (file, g_ptr_array_index (records, j));
    }

  return g_steal_pointer (&file);
}

/* Says on standard error how the file was read, and which of its columns are not taken. */
static void
describe_columns (MtrImportMapping *mapping,
                  MtrImportSubject  subject,
                  gboolean          include_identity)
{
  MtrCsv *csv = mtr_import_mapping_get_csv (mapping);
  g_autofree char *description = mtr_csv_describe (csv);

  g_printerr ("%s\n", description);
  for (guint i = 0; i < mtr_csv_get_n_columns (csv); i++)
    {
      const MtrImportColumn *column = mtr_import_mapping_get_column (mapping, i);

      if (column == NULL && mtr_import_column_guess (subject, mtr_csv_get_header (csv, i)) != NULL)
        g_printerr (_("Skipped: the column “%s”, because another column is taken for the same.\n"),
                    mtr_csv_get_header (csv, i));
      else if (column == NULL)
        g_printerr (_("Skipped: the column “%s”, which is not known.\n"), mtr_csv_get_header (csv, i));
      else if (column->is_private && !include_identity)
        g_printerr (_("Skipped: the column “%s”, which is about who somebody is. It is taken with --include-identity.\n"),
                    mtr_csv_get_header (csv, i));
      if (column != NULL && column->is_private)
        mtr_import_mapping_set_ticked (mapping, i, include_identity);
    }
}

/**
 * mtr_cli_import_rows_to_text:
 * @rows: (element-type MtrImportRow): what becomes of each
 * @format: how it is printed
 *
 * Returns: (transfer full): a table
 */
char *
mtr_cli_import_rows_to_text (GListModel   *rows,
                             MtrCliFormat  format)
{
  static const char * const headers[] = { "line", "state", "name", "details", NULL };
  g_autoptr (MtrCliTable) table = mtr_cli_table_new (headers);

  mtr_cli_table_set_number (table, 0);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (MtrImportRow) row = g_list_model_get_item (rows, i);
      char **cells = g_new0 (char *, G_N_ELEMENTS (headers));

      cells[0] = g_strdup_printf ("%u", mtr_import_row_get_line (row));
      cells[1] = g_strdup (mtr_import_state_get_code (mtr_import_row_get_state (row)));
      cells[2] = g_strdup (mtr_import_row_get_title (row));
      cells[3] = mtr_import_row_describe (row);
      mtr_cli_table_add (table, cells);
    }

  return mtr_cli_table_to_text (table, format);
}

static void
print_rows (MtrImportResult *result,
            MtrCliFormat     format)
{
  g_autofree char *text = mtr_cli_import_rows_to_text (mtr_import_result_get_rows (result), format);

  g_print ("%s", text);
}

static gboolean
apply (MtrStore         *store,
       MtrImportResult  *result,
       MtrChange        *change,
       GError          **error)
{
  GPtrArray *packs = mtr_import_result_get_packs (result);

  for (guint i = 0; i < packs->len; i++)
    {
      MtrPack *pack = g_ptr_array_index (packs, i);

      if (mtr_store_get_pack (store, mtr_pack_get_id (pack)) == NULL && !mtr_store_add_pack (store, pack, error))
        return FALSE;
    }

  return mtr_store_apply (store, change, error);
}

static MtrCliStatus
import_rows (MtrCli           *cli,
             MtrStore         *store,
             MtrImportSubject  subject,
             MtrCliFormat      format)
{
  const char *path = cli->arguments[1];
  const char *csv_path = cli->arguments[2];
  const MtrCliOptions *options = &cli->options;
  Finder finder = { cli, store };
  MtrImportContext context = { NULL, cli->today, make_id, store, find_pack, &finder, NULL, options->add_line_managers };
  g_autoptr (GFile) csv_file = g_file_new_for_commandline_arg (csv_path);
  GError *error = NULL;
  g_autoptr (MtrCsv) csv = mtr_csv_new_from_file (csv_file, NULL, &error);
  g_autoptr (MtrSnapshot) file = NULL;
  g_autoptr (MtrImportMapping) mapping = NULL;
  g_autoptr (MtrImportResult) result = NULL;
  g_autoptr (MtrChange) change = NULL;
  g_autofree char *numbers = NULL;
  guint n_refused;

  if (csv == NULL)
    return mtr_cli_fail (error, csv_path);
  file = load (store, subject, MTR_READER_OWNER, &error);
  if (file == NULL)
    return mtr_cli_fail (error, path);

  context.file = file;
  mapping = mtr_import_mapping_new (csv, subject, file);
  describe_columns (mapping, subject, options->include_identity);
  result = mtr_import_check (mapping, &context, &error);
  if (g_error_matches (error, MTR_IMPORT_ERROR, MTR_IMPORT_ERROR_COLUMN))
    {
      /* Translators: a file; a sentence: "No column has the date. Choose which one it is."; what the rows are, as a code. */
      mtr_cli_complain (_("%1$s: %2$s Nothing was changed. Give it, in the first row, the header that “mentoring-cli "
                          "export %3$s” writes."), csv_path, error->message, cli->arguments[0]);
      g_error_free (error);
      return MTR_CLI_FILE;
    }
  if (result == NULL)
    return mtr_cli_fail (error, csv_path);

  print_rows (result, format);
  numbers = mtr_import_result_describe (result);
  g_printerr ("%s\n", numbers);
  n_refused = mtr_import_result_count (result, MTR_IMPORT_REFUSED);
  if (options->dry_run)
    return n_refused > 0 ? MTR_CLI_NO : MTR_CLI_OK;

  mtr_cli_begin_progress (_("Taking in"));
  change = mtr_import_result_make_change (result, options->leave_out_refused, &error);
  if (change == NULL)
    {
      g_clear_error (&error);
      mtr_cli_complain (g_dngettext (GETTEXT_PACKAGE,
                                     "%u row is refused, so nothing was taken in. Put it right, or take in the others with "
                                     "--leave-out-refused.",
                                     "%u rows are refused, so nothing was taken in. Put them right, or take in the others with "
                                     "--leave-out-refused.", n_refused), n_refused);
      return MTR_CLI_NO;
    }
  if (!mtr_change_is_empty (change) && !apply (store, result, change, &error))
    return mtr_cli_fail (error, path);

  return n_refused > 0 ? MTR_CLI_NO : MTR_CLI_OK;
}

/**
 * mtr_cli_import:
 * @cli: arguments: what the rows are, the programme file, and the spreadsheet
 *
 * Prints what becomes of each row, then takes them in, all in one change. Where a row is refused, nothing is taken in unless
 * the refused ones may be left out.
 *
 * Returns: the exit status: %MTR_CLI_NO where a row is refused
 */
MtrCliStatus
mtr_cli_import (MtrCli *cli)
{
  g_autoptr (MtrStore) store = NULL;
  MtrImportSubject subject;
  MtrCliFormat format;
  MtrCliStatus status;

  if (g_str_equal (cli->arguments[0], "portfolio"))
    return mtr_cli_import_portfolio (cli);
  if (!mtr_import_subject_from_code (cli->arguments[0], &subject) || cli->options.person != NULL)
    {
      mtr_cli_complain (cli->options.person != NULL
                          ? _("“%s” are not brought in for somebody. Use --person with a portfolio.")
                          : _("“%s” cannot be imported. Import people, pairings, sessions or a portfolio."),
                        cli->arguments[0]);
      return MTR_CLI_USAGE;
    }
  if (!mtr_cli_format_parse (cli->options.format, &format))
    {
      mtr_cli_complain (_("There is no format “%s”. Use --format=table, csv or json."), cli->options.format);
      return MTR_CLI_USAGE;
    }

  store = mtr_cli_check_path (cli->arguments[2]) ? mtr_cli_open (cli, cli->arguments[1]) : NULL;
  if (store == NULL)
    return MTR_CLI_FILE;
  status = import_rows (cli, store, subject, format);
  mtr_store_close (store);

  return status;
}

/**
 * mtr_cli_export_rows:
 * @cli: arguments: what the rows are, and the programme file
 *
 * Writes the spreadsheet that mtr_cli_import() reads.
 *
 * Returns: the exit status
 */
MtrCliStatus
mtr_cli_export_rows (MtrCli *cli)
{
  const MtrCliOptions *options = &cli->options;
  g_autoptr (MtrStore) store = NULL;
  g_autoptr (MtrSnapshot) file = NULL;
  g_autoptr (GBytes) csv = NULL;
  MtrImportSubject subject;
  GError *error = NULL;

  if (!mtr_import_subject_from_code (cli->arguments[0], &subject) || options->output == NULL ||
      options->pairing != NULL || options->paper != NULL || !mtr_adjustment_is_default (cli->adjustment) ||
      (options->format != NULL && !g_str_equal (options->format, "csv")))
    {
      mtr_cli_complain (_("Use it as: mentoring-cli %s %s"), "export", "people|pairings|sessions FILE --output=PATH");
      return MTR_CLI_USAGE;
    }

  store = mtr_cli_open (cli, cli->arguments[1]);
  if (store == NULL)
    return MTR_CLI_FILE;
  file = load (store, subject, MTR_AUDIENCE_PROGRAMME | MTR_AUDIENCE_ASSESSMENT | MTR_AUDIENCE_PAIR, &error);
  mtr_store_close (store);
  if (file == NULL)
    return mtr_cli_fail (error, cli->arguments[1]);

  csv = mtr_import_write (subject, file);
  if (!mtr_file_replace (options->output, csv, &error))
    return mtr_cli_fail (error, options->output);

  return MTR_CLI_OK;
}
