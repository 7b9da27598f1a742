/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The command that brings a portfolio in from another programme's file: what
 * would become of it, and then all of it or nothing.
 */

#include "mtr-cli.h"

#include "mtr-portfolio-import.h"
#include "mtr-portfolio-xml-reader.h"

#include <glib/gi18n-lib.h>

static gint64
make_id (gpointer user_data)
{
  return mtr_store_new_id (user_data);
}

static void
print_rows (MtrPortfolioImport *import,
            MtrCliFormat        format)
{
  GListModel *rows = mtr_portfolio_import_get_rows (import);
  g_autofree char *text = mtr_cli_import_rows_to_text (rows, format);

  mtr_cli_end_progress ();
  g_print ("%s", text);
}

/* Whose portfolio it becomes, as it was said with --person. */
static gboolean
parse_owner (MtrCli      *cli,
             MtrSnapshot *file,
             gint64      *owner)
{
  const char *typed = cli->options.person;

  *owner = MTR_PORTFOLIO_OWNER_FOUND;
  if (typed == NULL)
    return TRUE;
  if (g_str_equal (typed, "new"))
    *owner = MTR_PORTFOLIO_OWNER_NEW;
  else if (!mtr_cli_parse_id (typed, owner) || mtr_snapshot_get (file, MTR_KIND_PERSON, *owner) == NULL)
    {
      mtr_cli_complain (_("“%s” is nobody in this file. Use the id of somebody, or --person=new. “mentoring-cli list people” "
                          "shows them."), typed);
      return FALSE;
    }

  return TRUE;
}

static gboolean
apply (MtrStore            *store,
       MtrPortfolioImport  *import,
       MtrChange           *change,
       GError             **error)
{
  MtrPack *pack = mtr_portfolio_import_get_pack (import);

  if (mtr_store_get_pack (store, mtr_pack_get_id (pack)) == NULL && !mtr_store_add_pack (store, pack, error))
    return FALSE;

  return mtr_store_apply (store, change, error);
}

static MtrCliStatus
import_portfolio (MtrCli              *cli,
                  MtrStore            *store,
                  MtrCarriedPortfolio *carried,
                  MtrCliFormat         format)
{
  const char *path = cli->arguments[1];
  const char *pack_id = mtr_carried_portfolio_get_origin (carried)->pack;
  MtrPortfolioImportContext context = { .today = cli->today, .new_id = make_id, .new_id_data = store };
  GError *error = NULL;
  g_autoptr (MtrSnapshot) file = mtr_store_load (store, MTR_SCOPE_MATCHING, MTR_KIND_PROGRAMME, 0, MTR_READER_OWNER,
                                                 &error);
  g_autoptr (MtrPortfolioImport) import = NULL;
  g_autoptr (MtrChange) change = NULL;

  if (file == NULL)
    return mtr_cli_fail (error, path);
  if (!parse_owner (cli, file, &context.owner))
    return MTR_CLI_USAGE;

  context.file = file;
  context.pack = mtr_store_get_pack (store, pack_id);
  if (context.pack == NULL)
    context.pack = mtr_pack_library_find (cli->library, pack_id, NULL);
  import = mtr_portfolio_import_check (carried, &context);
  print_rows (import, format);

  switch ((int) mtr_portfolio_import_get_state (import))
    {
    case MTR_IMPORT_REFUSED:
      mtr_cli_complain (_("The portfolio is refused, so nothing was brought in. What is wrong is said above."));
      return MTR_CLI_NO;
    case MTR_IMPORT_SAME:
      g_printerr ("%s\n", _("It is in this file already. Nothing was changed."));
      return MTR_CLI_OK;
    default:
      break;
    }
  if (cli->options.dry_run)
    {
      g_printerr ("%s\n", _("Nothing was changed yet; without --dry-run all of this is brought in."));
      return MTR_CLI_OK;
    }

  change = mtr_portfolio_import_make_change (import, &error);
  if (change == NULL || !apply (store, import, change, &error))
    return mtr_cli_fail (error, path);
  g_printerr (_("Brought in: the portfolio of %s.\n"), mtr_portfolio_import_get_name (import));

  return MTR_CLI_OK;
}

/**
 * mtr_cli_import_portfolio:
 * @cli: arguments: "portfolio", the programme file, and the portfolio as XML
 *
 * Prints what becomes of each part of the portfolio, then brings it in, in one change.
 *
 * Returns: the exit status: %MTR_CLI_NO where it is refused
 */
MtrCliStatus
mtr_cli_import_portfolio (MtrCli *cli)
{
  const MtrCliOptions *options = &cli->options;
  const char *xml_path = cli->arguments[2];
  g_autoptr (MtrCarriedPortfolio) carried = NULL;
  g_autoptr (MtrStore) store = NULL;
  g_autoptr (GFile) xml = NULL;
  GError *error = NULL;
  MtrCliFormat format;
  MtrCliStatus status;

  if (options->leave_out_refused || options->add_line_managers || options->include_identity)
    {
      mtr_cli_complain (_("Use it as: mentoring-cli %s %s"), "import",
                        "portfolio FILE XML [--dry-run] [--person=ID|new] [--format=table|csv|json]");
      return MTR_CLI_USAGE;
    }
  if (!mtr_cli_format_parse (options->format, &format))
    {
      mtr_cli_complain (_("There is no format “%s”. Use --format=table, csv or json."), options->format);
      return MTR_CLI_USAGE;
    }

  store = mtr_cli_open (cli, cli->arguments[1]);
  if (store == NULL)
    return MTR_CLI_FILE;
  xml = g_file_new_for_commandline_arg (xml_path);
  carried = mtr_portfolio_xml_read_file (xml, NULL, &error);
  status = carried != NULL ? import_portfolio (cli, store, carried, format) : mtr_cli_fail (error, xml_path);
  mtr_store_close (store);

  return status;
}
