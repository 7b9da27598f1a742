/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures for reports, on a few pairs: how they stood on a day that is over,
 * protected time beside the rule in core, and figures that belong together
 * although somebody writes meanwhile.
 */

#include "store-fixture.h"

#include "mtr-date.h"
#include "mtr-protected-time.h"

typedef struct {
  const char *state;
  const char *proposed_on;
  const char *started_on;
  const char *paused_on;
  const char *ended_on;
} PairRow;

static gint64
add_pair_to (MtrChange     *change,
             StoreFixture  *fixture,
             const PairRow *row)
{
  MtrRecord *pairing = mtr_record_new (MTR_KIND_PAIRING, mtr_store_new_id (fixture->store));
  gint64 id = mtr_record_get_id (pairing);

  mtr_record_set_text (pairing, MTR_PAIRING_PACK, "trial");
  mtr_record_set_text (pairing, MTR_PAIRING_STATE, row->state);
  mtr_record_set_text (pairing, MTR_PAIRING_PROPOSED_ON, row->proposed_on);
  mtr_record_set_text (pairing, MTR_PAIRING_STARTED_ON, row->started_on);
  mtr_record_set_text (pairing, MTR_PAIRING_PAUSED_ON, row->paused_on);
  mtr_record_set_text (pairing, MTR_PAIRING_ENDED_ON, row->ended_on);
  mtr_change_insert (change, pairing);

  return id;
}

static void
add_pair (StoreFixture  *fixture,
          const PairRow *row)
{
  g_autoptr (MtrChange) change = mtr_change_new ("pair");

  add_pair_to (change, fixture, row);
  store_fixture_apply (fixture, change);
}

static MtrFigures *
read_one (StoreFixture *fixture,
          MtrFigure     figure,
          const char   *from,
          const char   *to,
          const char   *as_at)
{
  g_auto (MtrReportScope) scope = { 0 };
  g_autoptr (GError) error = NULL;
  MtrFigures *figures;
  GDate day;

  g_assert_true (mtr_date_from_iso (as_at, &day));
  mtr_report_scope_init (&scope, &day);
  if (from != NULL)
    g_assert_true (mtr_date_from_iso (from, &scope.from));
  if (to != NULL)
    g_assert_true (mtr_date_from_iso (to, &scope.to));
  figures = mtr_store_read_figures (fixture->store, &scope, &figure, 1, MTR_FIGURES_ALONE, &error);
  g_assert_no_error (error);

  return figures;
}

/* ---- On a day that is over ------------------------------------------------------- */

static gint64
count_state (MtrFigures *figures,
             const char *state)
{
  for (guint row = 0; row < mtr_figures_count (figures, MTR_FIGURE_PAIRS); row++)
    if (g_strcmp0 (mtr_figures_get_text (figures, MTR_FIGURE_PAIRS, row, 1), state) == 0)
      return mtr_figures_get_number (figures, MTR_FIGURE_PAIRS, row, 2);

  return 0;
}

static void
test_as_at (StoreFixture *fixture,
            gconstpointer data)
{
  /* Beside the pair of the fixture, proposed on 5 January and active from 12 January 2026. */
  static const PairRow pairs[] = {
    { "active", "2026-01-10", "2026-02-01", NULL, NULL },
    { "paused", "2026-01-20", "2026-03-01", "2026-08-01", NULL },
    { "ended", "2025-12-01", "2026-01-01", NULL, "2026-06-30" },
    { "proposed", "2026-09-01", NULL, NULL, NULL },
    { "induction", NULL, "2026-05-04", NULL, NULL },
    { "proposed", NULL, NULL, NULL, NULL },
  };
  static const struct {
    const char *from;
    const char *to;
    const char *as_at;
    gint64      counts[5];  /* proposed, induction, active, paused, ended */
  } rows[] = {
    { NULL, NULL, "2025-11-30", { 1, 0, 0, 0, 0 } },
    { NULL, NULL, "2025-12-01", { 2, 0, 0, 0, 0 } },
    { NULL, NULL, "2026-01-15", { 2, 0, 2, 0, 0 } },
    { NULL, NULL, "2026-03-15", { 1, 0, 4, 0, 0 } },
    { NULL, NULL, "2026-06-29", { 1, 1, 4, 0, 0 } },
    { NULL, NULL, "2026-06-30", { 1, 1, 3, 0, 1 } },
    { NULL, NULL, "2026-08-01", { 1, 1, 2, 1, 1 } },
    { NULL, NULL, "2026-11-21", { 2, 1, 2, 1, 1 } },
    /* Who ended before the period is not of it; who ended on its first day is. */
    { "2026-06-30", NULL, "2026-11-21", { 2, 1, 2, 1, 1 } },
    { "2026-07-01", NULL, "2026-11-21", { 2, 1, 2, 1, 0 } },
    /* Who came after the period is not of it, and all are as on the day of the report. */
    { "2026-01-01", "2026-04-30", "2026-11-21", { 1, 0, 2, 1, 1 } },
  };
  static const char * const states[] = { "proposed", "induction", "active", "paused", "ended" };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    add_pair (fixture, &pairs[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrFigures) figures = read_one (fixture, MTR_FIGURE_PAIRS, rows[i].from, rows[i].to, rows[i].as_at);

      for (gsize j = 0; j < G_N_ELEMENTS (states); j++)
        if (count_state (figures, states[j]) != rows[i].counts[j])
          g_error ("as at %s from %s: %d are %s", rows[i].as_at, rows[i].from, (int) count_state (figures, states[j]),
                   states[j]);
    }
}

/* ---- Protected time --------------------------------------------------------------- */

static gint64
read_agreed (StoreFixture *fixture,
             const char   *from,
             const GDate  *to)
{
  g_autofree char *day = mtr_date_to_iso (to);
  g_autoptr (MtrFigures) figures = read_one (fixture, MTR_FIGURE_PROTECTED_TIME, from, day, day);

  return mtr_figures_get_number (figures, MTR_FIGURE_PROTECTED_TIME, 0, 1);
}

/* Months are of one kind: on every day the statement agrees with the rule, and two periods add up to the whole. */
static void
test_protected_time (StoreFixture *fixture,
                     gconstpointer data)
{
  static const char * const starts[] = { "2023-12-31", "2024-01-29", "2024-01-30", "2024-02-29", "2025-08-31", "2025-11-15" };

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autoptr (MtrChange) change = mtr_change_new ("agree");
      g_autoptr (MtrSnapshot) snapshot = NULL;
      MtrRecord *pairing;
      GDate first, day;

      mtr_change_set_text (change, MTR_PAIRING_STARTED_ON, fixture->pairing, starts[i]);
      mtr_change_set_number (change, MTR_PAIRING_PROTECTED_MINUTES, fixture->pairing, 60);
      store_fixture_apply (fixture, change);
      snapshot = mtr_store_load (fixture->store, MTR_SCOPE_PAIRING, MTR_KIND_PAIRING, fixture->pairing, MTR_READER_LEAD, NULL);
      pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, fixture->pairing);
      mtr_date_from_iso (starts[i], &first);
      day = first;
      g_date_subtract_days (&day, 1);

      for (int days = -1; days < 125; days++, g_date_add_days (&day, 1))
        {
          MtrProtectedTime time;
          g_autofree char *next = NULL;
          GDate middle = first, after;

          mtr_protected_time_init (&time, snapshot, pairing, &day);
          g_assert_cmpint (read_agreed (fixture, NULL, &day), ==, time.agreed);

          g_date_add_days (&middle, 31);
          if (g_date_compare (&day, &middle) <= 0)
            continue;
          after = middle;
          g_date_add_days (&after, 1);
          next = mtr_date_to_iso (&after);
          g_assert_cmpint (read_agreed (fixture, NULL, &middle) + read_agreed (fixture, next, &day), ==, time.agreed);
        }
    }
}

/* ---- While somebody writes ---------------------------------------------------------- */

typedef struct {
  MtrFigures *figures;
  GError     *error;
  gboolean    done;
} Reading;

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Reading *reading = user_data;

  reading->figures = mtr_store_read_figures_finish (MTR_STORE (source), result, &reading->error);
  reading->done = TRUE;
}

static void
begin (StoreFixture *fixture,
       GCancellable *cancellable,
       Reading      *reading)
{
  static const MtrFigure asked[] = { MTR_FIGURE_PAIRS, MTR_FIGURE_SESSIONS, MTR_FIGURE_ATTENTION, MTR_FIGURE_PROTECTED_TIME };
  g_auto (MtrReportScope) scope = { 0 };
  GDate day;

  mtr_date_from_iso ("2026-11-21", &day);
  mtr_report_scope_init (&scope, &day);
  mtr_store_read_figures_async (fixture->store, &scope, asked, G_N_ELEMENTS (asked), MTR_FIGURES_ALONE, cancellable, read_cb,
                                reading);
}

/* However a change falls between the figures, they are of one moment: a pair is counted with its session, or not at all. */
static void
test_together (StoreFixture *fixture,
               gconstpointer data)
{
  for (int i = 0; i < 20; i++)
    {
      static const PairRow row = { "active", "2026-01-10", "2026-02-01", NULL, NULL };
      Reading reading = { NULL, NULL, FALSE };
      g_autoptr (MtrChange) change = mtr_change_new ("session");
      MtrRecord *session = mtr_record_new (MTR_KIND_SESSION, mtr_store_new_id (fixture->store));
      gint64 n_pairs;

      mtr_record_set_number (session, MTR_SESSION_PAIRING_ID, add_pair_to (change, fixture, &row));
      mtr_record_set_text (session, MTR_SESSION_STATE, "held");
      mtr_record_set_text (session, MTR_SESSION_HELD_ON, "2026-03-01");
      mtr_record_set_number (session, MTR_SESSION_MINUTES, 60);
      mtr_change_insert (change, session);
      begin (fixture, NULL, &reading);
      store_fixture_apply (fixture, change);
      while (!reading.done)
        g_main_context_iteration (NULL, TRUE);
      g_assert_no_error (reading.error);
      n_pairs = mtr_figures_sum (reading.figures, MTR_FIGURE_PAIRS, 2);
      g_assert_true (n_pairs == i + 1 || n_pairs == i + 2);
      g_assert_cmpint (mtr_figures_get_number (reading.figures, MTR_FIGURE_SESSIONS, 0, 0), ==, n_pairs - 1);
      g_object_unref (reading.figures);
    }
}

static void
test_cancelled (StoreFixture *fixture,
                gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Reading reading = { NULL, NULL, FALSE };

  /* Before it begins: an empty programme is read in less time than it takes to say stop. */
  g_cancellable_cancel (cancellable);
  begin (fixture, cancellable, &reading);
  while (!reading.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (reading.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (reading.figures);
  g_clear_error (&reading.error);
}

static void
test_closed (StoreFixture *fixture,
             gconstpointer data)
{
  static const MtrFigure asked[] = { MTR_FIGURE_PAIRS };
  g_auto (MtrReportScope) scope = { 0 };
  g_autoptr (GError) error = NULL;
  GDate day;

  mtr_date_from_iso ("2026-11-21", &day);
  mtr_report_scope_init (&scope, &day);
  mtr_store_close (fixture->store);
  g_assert_null (mtr_store_read_figures (fixture->store, &scope, asked, 1, MTR_FIGURES_ALONE, &error));
  g_assert_error (error, MTR_STORE_ERROR, MTR_STORE_ERROR_CLOSED);
}

#define add(path, function) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/figures/as-at", test_as_at);
  add ("/store/figures/protected-time", test_protected_time);
  add ("/store/figures/together", test_together);
  add ("/store/figures/cancelled", test_cancelled);
  add ("/store/figures/closed", test_closed);

  return g_test_run ();
}
