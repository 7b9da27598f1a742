/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mentoring-cli: everything without a window. Standard output is only data;
 * what went wrong, and what to do, goes to standard error.
 */

#include "mtr-cli.h"

#include "mtr-config.h"
#include "mtr-date.h"
#include "mtr-language.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

enum {
  OPTION_AS_AT = 1 << 0,
  OPTION_FORMAT = 1 << 1,
  OPTION_PACK = 1 << 2,
  OPTION_OUTPUT = 1 << 3,
  OPTION_PAPER = 1 << 4,
  OPTION_PAIRING = 1 << 5,
  OPTION_TITLE = 1 << 6,
  OPTION_SIZE = 1 << 7,
  OPTION_PRIVATE = 1 << 8,
  OPTION_PUBLISH = 1 << 12,
  OPTION_NAMES = 1 << 13,
  OPTION_IMPORT = 1 << 9,
  OPTION_ADJUSTMENT = 1 << 15,  /* what every command that writes pages takes */
  OPTION_SCOPE = 1 << 14,
  OPTION_AUDIENCE = 1 << 16,
  OPTION_PERSON = 1 << 17,
};

static const struct {
  const char *name;
  const char *arguments;
  const char *summary;
  MtrCliRun   run;
  int         min_arguments;
  int         max_arguments;  /* -1: any number */
  int         options;
} commands[] = {
  { "new", "FILE --pack=ID [--title=TEXT]", N_("Make an empty programme file."), mtr_cli_new, 1, 1,
    OPTION_PACK | OPTION_TITLE },
  { "sample", "FILE [--pairings=N] [--sessions=N] [--seed=N] [--as-at=DATE]",
    N_("Make the sample programme, or a large made-up one."), mtr_cli_sample, 1, 1, OPTION_SIZE | OPTION_AS_AT },
  { "list", "people|pairings|sessions|observations|evidence FILE [--format=table|csv|json]",
    N_("List what is in a file."), mtr_cli_list, 2, 2, OPTION_FORMAT },
  { "check", "FILE [--pairing=ID] [--as-at=DATE] [--format=table|csv|json]",
    N_("Say whether portfolios are ready (exit 0) or what is missing (exit 1)."), mtr_cli_check, 1, 1,
    OPTION_PAIRING | OPTION_AS_AT | OPTION_FORMAT },
  { "export", "portfolio FILE --pairing=ID --format=xml|pdf|odt|html --output=PATH [--person=ID] [--paper=a4|letter] [--as-at=DATE]\n"
    "      [--font=NAME] [--size=POINTS] [--spacing=1–2] [--tint=NAME] [--language=en|cy]\n"
    "  mentoring-cli export people|pairings|sessions FILE --output=PATH\n"
    "  mentoring-cli export archive FILE --audience=mine|pair|assessment|programme --output=PATH [--pairing=ID] "
    "[--as-at=DATE]\n"
    "      [--font=NAME] [--size=POINTS] [--spacing=1–2] [--tint=NAME] [--language=en|cy]",
    N_("Write a portfolio for its panel, a spreadsheet that can be taken in again, or all that an audience may have."),
    mtr_cli_export, 2, 2,
    OPTION_AUDIENCE | OPTION_PAIRING | OPTION_PERSON | OPTION_FORMAT | OPTION_OUTPUT | OPTION_PAPER | OPTION_AS_AT
    | OPTION_ADJUSTMENT },
  { "match", "FILE [--publish] [--pack=ID] [--as-at=DATE] [--format=table|csv|json]",
    N_("Suggest who mentors whom, and why, for everybody at once; propose it with --publish."), mtr_cli_match, 1, 1,
    OPTION_PUBLISH | OPTION_PACK | OPTION_AS_AT | OPTION_FORMAT },
  { "calendar", "FILE --output=PATH [--names] [--as-at=DATE]",
    N_("Write the programme’s year for a calendar; without a name but with --names."), mtr_cli_calendar, 1, 1,
    OPTION_OUTPUT | OPTION_NAMES | OPTION_AS_AT },
  { "import", "people|pairings|sessions FILE CSV [--dry-run] [--leave-out-refused] [--add-line-managers] "
    "[--include-identity] [--as-at=DATE] [--format=table|csv|json]\n"
    "  mentoring-cli import portfolio FILE XML [--dry-run] [--person=ID|new] [--format=table|csv|json]",
    N_("Take in a spreadsheet, or a portfolio from another programme, all of it or nothing; list what becomes of each part."), mtr_cli_import, 3, 3,
    OPTION_IMPORT | OPTION_PERSON | OPTION_AS_AT | OPTION_FORMAT },
  { "report", "FILE NAME --format=pdf|odt|html|csv --output=PATH [--from=DATE] [--to=DATE] [--as-at=DATE] [--pack=ID] "
    "[--service=TEXT] [--team=TEXT] [--pairing=ID] [--paper=a4|letter] "
    "[--font=NAME] [--size=POINTS] [--spacing=1–2] [--tint=NAME] [--language=en|cy]",
    N_("Write a report for whoever runs the programme; a wrong NAME lists them."), mtr_cli_report, 2, 2,
    OPTION_SCOPE | OPTION_PACK | OPTION_PAIRING | OPTION_FORMAT | OPTION_OUTPUT | OPTION_PAPER | OPTION_AS_AT
    | OPTION_ADJUSTMENT },
  { "verify", "FILE", N_("Check the file itself: integrity, seals, search index, history."), mtr_cli_verify, 1, 1, 0 },
  { "search", "FILE WORDS… [--private] [--format=table|csv|json]",
    N_("Find words; private notes only with --private."), mtr_cli_search, 2, -1, OPTION_FORMAT | OPTION_PRIVATE },
  { "packs", "[--format=table|csv|json]", N_("List the schemes of this computer."), mtr_cli_packs, 0, 0,
    OPTION_FORMAT },
};

/**
 * mtr_cli_complain:
 * @format: what is wrong and what to do, translated, as for printf()
 * @...: the arguments of @format
 *
 * Says it on standard error.
 */
void
mtr_cli_complain (const char *format,
                  ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("mentoring-cli: %s\n", message);
}

/**
 * mtr_cli_parse_id:
 * @typed: an id as it stands in a list
 * @id: (out): the id
 *
 * Returns: whether it is one
 */
gboolean
mtr_cli_parse_id (const char *typed,
                  gint64     *id)
{
  return g_ascii_string_to_signed (typed, 10, 1, G_MAXINT64, id, NULL);
}

static void
print_help (void)
{
  g_print ("%s\n\n", _("Mentoring without a window: make, list, check, export and verify programme files."));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  mentoring-cli %s %s\n      %s\n", commands[i].name, commands[i].arguments, _(commands[i].summary));
  g_print ("\n  --help, --version\n\n%s\n",
           _("Exit: 0 done or ready, 1 not ready or something wrong found, 2 wrong usage, 3 the file cannot be used."));
}

static MtrCliStatus
refuse_usage (gsize command)
{
  mtr_cli_complain (_("Use it as: mentoring-cli %s %s"), commands[command].name, commands[command].arguments);

  return MTR_CLI_USAGE;
}

static gboolean
parse_options (MtrCli   *cli,
               int       allowed,
               int      *argc,
               char   ***argv,
               GError  **error)
{
  MtrCliOptions *options = &cli->options;
  const struct {
    int          option;
    GOptionEntry entry;
  } all[] = {
    { OPTION_AS_AT, { "as-at", 0, 0, G_OPTION_ARG_STRING, &options->as_at, NULL, NULL } },
    { OPTION_AUDIENCE, { "audience", 0, 0, G_OPTION_ARG_STRING, &options->audience, NULL, NULL } },
    { OPTION_FORMAT, { "format", 0, 0, G_OPTION_ARG_STRING, &options->format, NULL, NULL } },
    { OPTION_PACK, { "pack", 0, 0, G_OPTION_ARG_STRING, &options->kind, NULL, NULL } },
    { OPTION_OUTPUT, { "output", 0, 0, G_OPTION_ARG_FILENAME, &options->output, NULL, NULL } },
    { OPTION_ADJUSTMENT, { "font", 0, 0, G_OPTION_ARG_STRING, &options->font, NULL, NULL } },
    { OPTION_ADJUSTMENT, { "size", 0, 0, G_OPTION_ARG_STRING, &options->letters, NULL, NULL } },
    { OPTION_ADJUSTMENT, { "spacing", 0, 0, G_OPTION_ARG_STRING, &options->spacing, NULL, NULL } },
    { OPTION_ADJUSTMENT, { "tint", 0, 0, G_OPTION_ARG_STRING, &options->tint, NULL, NULL } },
    { OPTION_ADJUSTMENT, { "language", 0, 0, G_OPTION_ARG_STRING, &options->language, NULL, NULL } },
    { OPTION_PAPER, { "paper", 0, 0, G_OPTION_ARG_STRING, &options->paper, NULL, NULL } },
    { OPTION_PAIRING, { "pairing", 0, 0, G_OPTION_ARG_STRING, &options->pairing, NULL, NULL } },
    { OPTION_TITLE, { "title", 0, 0, G_OPTION_ARG_STRING, &options->title, NULL, NULL } },
    { OPTION_SIZE, { "pairings", 0, 0, G_OPTION_ARG_INT, &options->n_pairings, NULL, NULL } },
    { OPTION_SIZE, { "sessions", 0, 0, G_OPTION_ARG_INT, &options->n_sessions, NULL, NULL } },
    { OPTION_SIZE, { "seed", 0, 0, G_OPTION_ARG_INT, &options->seed, NULL, NULL } },
    { OPTION_SCOPE, { "from", 0, 0, G_OPTION_ARG_STRING, &options->from, NULL, NULL } },
    { OPTION_SCOPE, { "to", 0, 0, G_OPTION_ARG_STRING, &options->to, NULL, NULL } },
    { OPTION_SCOPE, { "service", 0, 0, G_OPTION_ARG_STRING, &options->service, NULL, NULL } },
    { OPTION_SCOPE, { "team", 0, 0, G_OPTION_ARG_STRING, &options->team, NULL, NULL } },
    { OPTION_PUBLISH, { "publish", 0, 0, G_OPTION_ARG_NONE, &options->publish, NULL, NULL } },
    { OPTION_NAMES, { "names", 0, 0, G_OPTION_ARG_NONE, &options->with_names, NULL, NULL } },
    { OPTION_PERSON, { "person", 0, 0, G_OPTION_ARG_STRING, &options->person, NULL, NULL } },
    { OPTION_IMPORT, { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options->dry_run, NULL, NULL } },
    { OPTION_IMPORT, { "leave-out-refused", 0, 0, G_OPTION_ARG_NONE, &options->leave_out_refused, NULL, NULL } },
    { OPTION_IMPORT, { "add-line-managers", 0, 0, G_OPTION_ARG_NONE, &options->add_line_managers, NULL, NULL } },
    { OPTION_IMPORT, { "include-identity", 0, 0, G_OPTION_ARG_NONE, &options->include_identity, NULL, NULL } },
    { OPTION_PRIVATE, { "private", 0, 0, G_OPTION_ARG_NONE, &options->include_private, NULL, NULL } },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  GOptionEntry entries[G_N_ELEMENTS (all) + 1];
  gsize n_entries = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].option & allowed)
      entries[n_entries++] = all[i].entry;
  entries[n_entries] = (GOptionEntry) { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL };
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);

  return g_option_context_parse (context, argc, argv, error);
}

static gboolean
find_adjustment (MtrCli  *cli,
                 GError **error)
{
  const struct {
    const char *name;
    const char *value;
  } parts[] = {
    { "font", cli->options.font },
    { "size", cli->options.letters },
    { "spacing", cli->options.spacing },
    { "tint", cli->options.tint },
  };

  cli->adjustment = mtr_adjustment_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].value != NULL && !mtr_adjustment_set (cli->adjustment, parts[i].name, parts[i].value, error))
      return FALSE;

  return TRUE;
}

/* As they are called, and as they are typed. */
static char *
dup_languages (void)
{
  GString *languages = g_string_new (NULL);

  for (const char * const *code = mtr_language_list (); *code != NULL; code++)
    g_string_append_printf (languages, "%s%s (%s)", languages->len > 0 ? ", " : "", mtr_language_get_name (*code), *code);

  return g_string_free (languages, FALSE);
}

/* The documents, and with them the packs, are in this language; what is said to the person stays in theirs. */
static gboolean
find_language (MtrCli *cli)
{
  const char *language = mtr_language_find (cli->options.language);

  mtr_language_switch (language);

  return language != NULL || cli->options.language == NULL;
}

static gboolean
find_today (MtrCli *cli)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (cli->options.as_at != NULL)
    return mtr_cli_parse_date (cli->options.as_at, &cli->today);

  g_date_clear (&cli->today, 1);
  g_date_set_dmy (&cli->today, (GDateDay) g_date_time_get_day_of_month (now), g_date_time_get_month (now),
                  (GDateYear) g_date_time_get_year (now));

  return TRUE;
}

static MtrCliStatus
run_command (gsize   command,
             int     argc,
             char  **argv)
{
  MtrCli cli = { 0 };
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  g_autoptr (GError) error = NULL;
  MtrCliStatus status;

  cli.options.n_pairings = G_MININT;
  cli.options.n_sessions = G_MININT;
  cli.options.seed = G_MININT;
  if (!parse_options (&cli, commands[command].options, &argc, &argv, &error))
    {
      if (error->domain == G_CONVERT_ERROR)
        mtr_cli_complain (_("What stands after an option is not text in the encoding of this terminal."));
      else
        mtr_cli_complain ("%s.", error->message);
      return refuse_usage (command);
    }

  /* As from a variable in a script that was never set: no path at all. */
  if (cli.options.output != NULL && *cli.options.output == '\0')
    g_clear_pointer (&cli.options.output, g_free);

  cli.library = library;
  cli.arguments = argv + 1;
  cli.n_arguments = argc - 1;
  if (cli.n_arguments < commands[command].min_arguments ||
      (commands[command].max_arguments >= 0 && cli.n_arguments > commands[command].max_arguments))
    {
      status = refuse_usage (command);
    }
  else if (!find_today (&cli))
    {
      mtr_cli_complain (_("“%s” is not a date. Write it as in --as-at=2026-11-21."), cli.options.as_at);
      status = MTR_CLI_USAGE;
    }
  else if (!find_language (&cli))
    {
      g_autofree char *languages = dup_languages ();

      /* Translators: what was typed; the names and tags of languages. */
      mtr_cli_complain (_("No document can be written in “%s”. There are: %s."), cli.options.language, languages);
      status = MTR_CLI_USAGE;
    }
  else if (!find_adjustment (&cli, &error))
    {
      mtr_cli_complain ("%s", error->message);
      status = MTR_CLI_USAGE;
    }
  else
    {
      mtr_cli_begin_progress (_("Working"));
      mtr_pack_library_load (library);
      status = commands[command].run (&cli);
    }

  mtr_cli_end_progress ();
  g_free (cli.options.audience);
  g_free (cli.options.as_at);
  g_free (cli.options.format);
  g_free (cli.options.kind);
  g_free (cli.options.output);
  g_free (cli.options.font);
  g_free (cli.options.letters);
  g_free (cli.options.spacing);
  g_free (cli.options.tint);
  g_free (cli.options.language);
  g_clear_pointer (&cli.adjustment, mtr_adjustment_free);
  g_free (cli.options.paper);
  g_free (cli.options.pairing);
  g_free (cli.options.person);
  g_free (cli.options.title);
  g_free (cli.options.from);
  g_free (cli.options.to);
  g_free (cli.options.service);
  g_free (cli.options.team);

  return status;
}

/* What did not get out must not look as if it had, least of all to a script. */
static MtrCliStatus
finish_output (MtrCliStatus status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;

  mtr_cli_complain ("%s", _("What was printed did not all arrive: the disk may be full. Make room, then try again."));

  return MTR_CLI_FILE;
}

int
main (int   argc,
      char *argv[])
{
  mtr_language_set_up (MTR_LOCALE_DIR);
  g_set_prgname ("mentoring-cli");

  if (argc < 2)
    {
      mtr_cli_complain ("%s", _("Say what to do. “mentoring-cli --help” lists the commands."));
      return MTR_CLI_USAGE;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "help"))
    {
      print_help ();
      return MTR_CLI_OK;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("mentoring-cli %s\n", MTR_VERSION);
      return MTR_CLI_OK;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, argv[1]))
      {
        if (argc > 2 && g_str_equal (argv[2], "--help"))
          {
            g_print ("mentoring-cli %s %s\n    %s\n", commands[i].name, commands[i].arguments,
                     _(commands[i].summary));
            return MTR_CLI_OK;
          }
        /* The parser takes the first argument for the name of the program. */
        return finish_output (run_command (i, argc - 1, argv + 1));
      }

  mtr_cli_complain (_("There is no command “%s”. “mentoring-cli --help” lists them."), argv[1]);

  return MTR_CLI_USAGE;
}
