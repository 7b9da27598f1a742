/* SPDX-License-Identifier: GPL-3.0-or-later */

/* summary FILE RUNS: prints how long the statements behind the programme
 * summary take by themselves, in milliseconds, how long the summary takes until
 * it is a document, and how long until it is the bytes of a PDF: the shortest of
 * so many runs, taken in turns.
 */

#include "mtr-date.h"
#include "mtr-pack-library.h"
#include "mtr-pdf.h"
#include "mtr-reports.h"
#include "mtr-store-figures-private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
bind (sqlite3_stmt *statement,
      const char   *name,
      const char   *text)
{
  int index = sqlite3_bind_parameter_index (statement, name);

  if (index > 0)
    sqlite3_bind_text (statement, index, text, -1, SQLITE_STATIC);
}

static gboolean
run_statement (sqlite3    *connection,
               const char *sql)
{
  sqlite3_stmt *statement;
  int code;

  if (sqlite3_prepare_v2 (connection, sql, -1, &statement, NULL) != SQLITE_OK)
    return FALSE;
  bind (statement, ":as_at", "2026-11-21");
  bind (statement, ":from", "2025-11-22");
  bind (statement, ":before", "2025-11-21");
  bind (statement, ":until", "2026-11-21");
  bind (statement, ":to", "2026-11-21");
  do
    code = sqlite3_step (statement);
  while (code == SQLITE_ROW);
  sqlite3_finalize (statement);

  return code == SQLITE_DONE;
}

/* SQL: COLLATE alphabet. Bare statements have no alphabet but that of bytes. */
static int
compare_bytes (void       *unused,
               int         first_length,
               const void *first,
               int         second_length,
               const void *second)
{
  int order = memcmp (first, second, (gsize) MIN (first_length, second_length));

  return order != 0 ? order : first_length - second_length;
}

static gboolean
run_bare (sqlite3         *connection,
          const MtrReport *report)
{
  for (guint i = 0; i < report->n_figures; i++)
    for (const MtrStoreFigure *figure = mtr_store_overview_figures; figure->sql != NULL; figure++)
      if (figure->figure == report->figures[i] && !run_statement (connection, figure->sql))
        return FALSE;

  return TRUE;
}

static MtrDocument *
run_report (MtrStore        *store,
            const MtrReport *report,
            GError         **error)
{
  g_auto (MtrReportScope) scope = { 0 };
  g_autoptr (MtrFigures) figures = NULL;
  GDate as_at;

  mtr_date_from_iso ("2026-11-21", &as_at);
  mtr_report_scope_init (&scope, &as_at);
  mtr_report_scope_set_period (&scope, MTR_REPORT_PERIOD_YEAR, NULL, NULL, FALSE);
  figures = mtr_store_read_figures (store, &scope, report->figures, report->n_figures, report->with, error);

  return figures != NULL ? mtr_report_build (report, &scope, figures, error) : NULL;
}

static void
keep_shortest (double *shortest_ms,
               gint64  began_us)
{
  *shortest_ms = MIN (*shortest_ms, (double) (g_get_monotonic_time () - began_us) / 1000);
}

int
main (int   argc,
      char *argv[])
{
  const MtrReport *report = mtr_report_find ("summary");
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  g_autoptr (MtrStore) store = NULL;
  g_autoptr (GError) error = NULL;
  double bare_ms = G_MAXDOUBLE, document_ms = G_MAXDOUBLE, pdf_ms = G_MAXDOUBLE;
  sqlite3 *connection;

  if (argc != 3)
    {
      fprintf (stderr, "usage: summary FILE RUNS\n");
      return 2;
    }

  mtr_pack_library_load (library);
  store = mtr_store_open (argv[1], mtr_pack_library_look_up, library, &error);
  if (store == NULL || sqlite3_open_v2 (argv[1], &connection, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK ||
      sqlite3_create_collation_v2 (connection, "alphabet", SQLITE_UTF8, NULL, compare_bytes, NULL) != SQLITE_OK)
    {
      fprintf (stderr, "%s: %s\n", argv[1], error != NULL ? error->message : "cannot be opened");
      return 3;
    }

  for (int run = 0; run < atoi (argv[2]); run++)
    {
      g_autoptr (MtrDocument) document = NULL;
      g_autoptr (MtrPages) pages = NULL;
      g_autoptr (GBytes) bytes = NULL;
      gint64 began_us = g_get_monotonic_time ();

      if (!run_bare (connection, report))
        {
          fprintf (stderr, "%s\n", sqlite3_errmsg (connection));
          return 3;
        }
      keep_shortest (&bare_ms, began_us);
      began_us = g_get_monotonic_time ();
      document = run_report (store, report, &error);
      if (document == NULL)
        break;
      keep_shortest (&document_ms, began_us);
      pages = mtr_pages_new (document, MTR_PAPER_A4);
      bytes = mtr_pdf_write (pages, &error);
      if (bytes == NULL)
        break;
      keep_shortest (&pdf_ms, began_us);
    }
  sqlite3_close (connection);
  mtr_store_close (store);
  if (error != NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 3;
    }
  printf ("%.3f %.3f %.3f\n", bare_ms, document_ms, pdf_ms);

  return 0;
}
