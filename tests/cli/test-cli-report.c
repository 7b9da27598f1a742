/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reports of a programme. Every figure is counted a second time, by a
 * statement of its own that is written another way, on the sample, on an empty
 * programme and on one of 5,000 pairings; and the command that writes reports
 * is called as a script calls it.
 */

#include "cli-run.h"
#include "mtr-date.h"
#include "mtr-pack-library.h"
#include "mtr-reports.h"
#include "mtr-store.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

#define AS_AT "--as-at=2026-11-21"

typedef struct {
  char *folder;  /* (owned) */
  char *path;    /* (owned): of a programme */
} Fixture;

/* data: the command and the arguments that make the programme after its path. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const char * const *arguments = data;
  g_auto (Run) run = { 0 };

  fixture->folder = make_folder ();
  fixture->path = g_build_filename (fixture->folder, "programme.mentoring", NULL);
  run = run_cli (arguments[0], fixture->path, arguments[1], arguments[2], arguments[2] != NULL ? arguments[3] : NULL, NULL);
  g_assert_cmpint (run.status, ==, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* ---- Each figure counted a second time -------------------------------------------- */

static const struct {
  const char *from;
  const char *to;
} periods[] = {
  { NULL, NULL },
  { "2025-11-22", "2026-11-21" },
  { "2026-01-31", "2026-08-30" },
  { "2026-09-01", "2027-03-31" },
};

/* The pairs of the period, in the words of these statements. */
#define MEANT \
  "(proposed_on <= :until OR started_on <= :until OR coalesce (proposed_on, started_on) IS NULL) " \
  "AND (state <> 'ended' OR ended_on IS NULL OR ended_on >= :from) "

/* columns: how many of the figure are compared, from the first on. */
static const struct {
  MtrFigure   figure;
  guint       columns;
  const char *sql;
} seconds[] = {
  { MTR_FIGURE_PAIRS, 3,
    "SELECT pack, state, count (*) FROM pairing WHERE " MEANT "GROUP BY 1, 2" },

  { MTR_FIGURE_COMPLETION, 4,
    "SELECT pack, count (*), count (*) FILTER (WHERE ended_next IN ('another-mentor', 'group')), "
    "count (*) FILTER (WHERE ifnull (ended_next, 'nothing') = 'nothing' AND (planned_end_on <= ended_on "
    "OR id IN (SELECT m.pairing_id FROM member m, submission s WHERE s.person_id = m.person_id AND m.role = 'mentee' "
    "AND s.outcome = 'satisfactory' AND s.decided_on <= :until) "
    "OR id IN (SELECT f.pairing_id FROM portfolio f, decision d WHERE d.portfolio_id = f.id AND d.outcome = 'pass' "
    "AND d.made_on <= :until))) FROM pairing WHERE " MEANT "AND state = 'ended' AND ended_on <= :until GROUP BY 1" },

  { MTR_FIGURE_FIRST_SUBMISSIONS, 3,
    "SELECT pack, count (*), sum (good) FROM (SELECT ifnull (pack, 'pqs-adults') AS pack, outcome = 'satisfactory' AS good, "
    "decided_on AS day FROM submission WHERE number = 1 AND outcome > '' "
    "UNION ALL SELECT pack, (SELECT outcome FROM decision d WHERE d.portfolio_id = f.id ORDER BY made_on, id LIMIT 1) = 'pass', "
    "(SELECT min (made_on) FROM decision d WHERE d.portfolio_id = f.id) FROM portfolio f "
    "WHERE id IN (SELECT portfolio_id FROM decision)) WHERE day >= :from AND day <= :until GROUP BY 1" },

  { MTR_FIGURE_OBSERVATIONS, 5,
    "SELECT p.pack, count (*), sum (s.observations_asked), sum (s.observations_done), count (late.pairing_id) "
    "FROM (SELECT * FROM pairing WHERE " MEANT ") p JOIN pairing_summary s ON s.pairing_id = p.id "
    "LEFT JOIN (SELECT pairing_id FROM attention WHERE harm = 4 AND from_on <= '2026-11-21' "
    "AND ifnull (until_on, '9') > '2026-11-21' GROUP BY 1) late ON late.pairing_id = p.id "
    "WHERE p.state NOT IN ('proposed', 'ended') AND s.observations_asked <> 0 GROUP BY 1" },

  /* Month by month: each is agreed that begins in the period, before the pair stopped. */
  { MTR_FIGURE_PROTECTED_TIME, 3,
    "WITH RECURSIVE n (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n < 48), "
    "month AS (SELECT p.id, p.protected_minutes, min (date (p.started_on, n || ' months'), "
    "date (p.started_on, 'start of month', (n + 1) || ' months', '-1 day')) AS begins, "
    "CASE p.state WHEN 'ended' THEN p.ended_on WHEN 'paused' THEN p.paused_on END AS stops "
    "FROM pairing p, n WHERE p.protected_minutes > 0 AND " MEANT "), "
    "counted AS (SELECT * FROM month WHERE begins >= :from AND begins <= :until AND (stops IS NULL OR begins <= stops)) "
    "SELECT count (DISTINCT id), total (protected_minutes), (SELECT total (minutes) FROM session WHERE state = 'held' "
    "AND held_on >= :from AND held_on <= :until AND pairing_id IN (SELECT id FROM counted)) FROM counted" },

  { MTR_FIGURE_SESSIONS, 3,
    "SELECT count (*), total (minutes), count (DISTINCT pairing_id) FROM session WHERE state = 'held' "
    "AND held_on >= :from AND held_on <= :until AND pairing_id IN (SELECT id FROM pairing WHERE " MEANT ")" },

  { MTR_FIGURE_WITHOUT_MENTOR, 2,
    "WITH theirs AS (SELECT m.person_id, m.left_on, p.* FROM member m JOIN pairing p ON p.id = m.pairing_id "
    "WHERE m.role = 'mentee' AND ifnull (p.structure, 'one-to-one') = 'one-to-one') "
    "SELECT name, team FROM person x WHERE (left_on IS NULL OR left_on >= '2026-11-21') "
    "AND id NOT IN (SELECT person_id FROM theirs WHERE state <> 'ended' AND left_on IS NULL AND mentor_id > 0) "
    "AND (first_in_queue = 1 OR id IN (SELECT person_id FROM theirs WHERE state <> 'ended' AND left_on IS NULL) "
    "OR (SELECT ended_next FROM theirs WHERE person_id = x.id AND state = 'ended' ORDER BY ended_on DESC LIMIT 1) = "
    "'another-mentor' "
    "OR (waiting_since_on >= (SELECT max (ended_on) FROM theirs WHERE person_id = x.id AND state = 'ended')) "
    "OR (id NOT IN (SELECT person_id FROM theirs WHERE state = 'ended') "
    "AND (waiting_since_on > '' OR role_wanted IN ('both', 'mentee'))))" },

  { MTR_FIGURE_ATTENTION_PAIRS, 2,
    "SELECT (SELECT count (*) FROM pairing WHERE " MEANT "AND id IN (SELECT pairing_id FROM attention "
    "WHERE from_on <= '2026-11-21' AND ifnull (until_on, '9') > '2026-11-21')), "
    "(SELECT count (*) FROM pairing WHERE " MEANT "AND state <> 'ended')" },

  { MTR_FIGURE_DUAL_ROLES, 2,
    "SELECT s.mentees, s.mentor FROM pairing_summary s WHERE s.pairing_id IN (SELECT id FROM pairing WHERE " MEANT
    "AND (mentor_id = line_manager_id OR dual_role_reason > ''))" },

  { MTR_FIGURE_EXCEPTIONS, 2,
    "SELECT s.mentees, s.mentor FROM pairing_summary s WHERE s.pairing_id IN (SELECT id FROM pairing WHERE " MEANT
    "AND exception_reason > '')" },

  { MTR_FIGURE_MENTORS, 4,
    "SELECT q.name, q.team, count (p.id), ifnull (q.capacity, 2) FROM person q "
    "LEFT JOIN pairing p ON p.mentor_id = q.id AND p.state <> 'ended' WHERE (q.left_on IS NULL OR q.left_on >= '2026-11-21') "
    "GROUP BY q.id HAVING count (p.id) > 0 OR CASE WHEN q.willing_to_mentor IS NULL "
    "THEN q.role_wanted IN ('both', 'mentor') ELSE q.willing_to_mentor END" },

  { MTR_FIGURE_PIPELINE, 2,
    "SELECT name, team FROM person q WHERE (left_on IS NULL OR left_on >= '2026-11-21') "
    "AND CASE WHEN willing_to_mentor IS NULL THEN role_wanted IN ('both', 'mentor') ELSE willing_to_mentor END "
    "AND id NOT IN (SELECT mentor_id FROM pairing WHERE state <> 'ended' AND mentor_id IS NOT NULL)" },

  { MTR_FIGURE_PORTFOLIOS, 2,
    "SELECT pack, count (*) FROM portfolio WHERE pairing_id IN (SELECT id FROM pairing WHERE " MEANT ") "
    "AND (started_on IS NULL OR started_on <= :until) GROUP BY 1" },

  /* The codes of this scheme: "6.2" is a statement of area 6. */
  { MTR_FIGURE_AREAS, 4,
    "SELECT f.pack, iif (instr (l.standard, '.'), substr (l.standard, 1, instr (l.standard, '.') - 1), l.standard), "
    "count (DISTINCT f.id), count (DISTINCT e.id) FROM evidence_link l, evidence e, portfolio f "
    "WHERE l.evidence_id = e.id AND e.portfolio_id = f.id AND e.included AND e.withdrawn_on IS NULL "
    "AND (e.happened_on IS NULL OR e.happened_on <= :until) AND (f.started_on IS NULL OR f.started_on <= :until) "
    "AND (e.observation_id IS NULL OR e.observation_id IN (SELECT id FROM observation WHERE sealed_at IS NOT NULL "
    "AND withdrawn_on IS NULL)) AND f.pairing_id IN (SELECT id FROM pairing WHERE " MEANT ") GROUP BY 1, 2" },
};

static int
compare_lines (gconstpointer one,
               gconstpointer other)
{
  return strcmp (*(char * const *) one, *(char * const *) other);
}

static char *
join_lines (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

static char *
count_again (sqlite3    *connection,
             gsize       second,
             const char *from,
             const char *until)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (connection, seconds[second].sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("figure %d: %s", seconds[second].figure, sqlite3_errmsg (connection));
  bind_text (statement, ":from", from);
  bind_text (statement, ":until", until);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      GString *line = g_string_new (NULL);

      g_assert_cmpint (sqlite3_column_count (statement), ==, seconds[second].columns);
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        if (sqlite3_column_type (statement, i) == SQLITE_FLOAT)
          g_string_append_printf (line, "%.0f|", sqlite3_column_double (statement, i));
        else if (sqlite3_column_type (statement, i) == SQLITE_NULL)
          g_string_append (line, "0|");
        else
          g_string_append_printf (line, "%s|", sqlite3_column_text (statement, i));
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  sqlite3_finalize (statement);

  return join_lines (lines);
}

static char *
describe (MtrFigures *figures,
          MtrFigure   figure,
          guint       n_columns)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint row = 0; row < mtr_figures_count (figures, figure); row++)
    {
      GString *line = g_string_new (NULL);

      for (guint column = 0; column < n_columns; column++)
        if (mtr_figures_get_text (figures, figure, row, column) != NULL)
          g_string_append_printf (line, "%s|", mtr_figures_get_text (figures, figure, row, column));
        else
          g_string_append_printf (line, "%" G_GINT64_FORMAT "|", mtr_figures_get_number (figures, figure, row, column));
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }

  return join_lines (lines);
}

static MtrStore *
open_store (Fixture        *fixture,
            MtrPackLibrary *library)
{
  g_autoptr (GError) error = NULL;
  MtrStore *store;

  mtr_pack_library_load (library);
  store = mtr_store_open (fixture->path, mtr_pack_library_look_up, library, &error);
  g_assert_no_error (error);

  return store;
}

static void
init_scope (MtrReportScope *scope,
            const char     *from,
            const char     *to)
{
  GDate as_at;

  mtr_date_from_iso ("2026-11-21", &as_at);
  mtr_report_scope_init (scope, &as_at);
  if (from != NULL)
    mtr_date_from_iso (from, &scope->from);
  if (to != NULL)
    mtr_date_from_iso (to, &scope->to);
}

static void
check_all (Fixture *fixture)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  MtrFigure asked[G_N_ELEMENTS (seconds)];

  for (gsize i = 0; i < G_N_ELEMENTS (seconds); i++)
    asked[i] = seconds[i].figure;
  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autoptr (MtrStore) store = open_store (fixture, library);
      g_autoptr (GError) error = NULL;
      g_auto (MtrReportScope) scope = { 0 };
      g_autoptr (MtrFigures) figures = NULL;
      GDate until_day;
      g_autofree char *until = NULL;
      sqlite3 *connection;

      init_scope (&scope, periods[i].from, periods[i].to);
      mtr_report_scope_get_until (&scope, &until_day);
      until = mtr_date_to_iso (&until_day);
      figures = mtr_store_read_figures (store, &scope, asked, G_N_ELEMENTS (asked), MTR_FIGURES_ALONE, &error);
      g_assert_no_error (error);
      mtr_store_close (store);

      g_assert_cmpint (sqlite3_open (fixture->path, &connection), ==, SQLITE_OK);
      for (gsize j = 0; j < G_N_ELEMENTS (seconds); j++)
        {
          g_autofree char *counted = describe (figures, seconds[j].figure, seconds[j].columns);
          g_autofree char *again = count_again (connection, j, periods[i].from != NULL ? periods[i].from : "", until);

          if (!g_str_equal (counted, again))
            g_error ("figure %d from %s: counted\n%.2000s\nand again\n%.2000s", seconds[j].figure, periods[i].from, counted,
                     again);
        }
      sqlite3_close (connection);
    }
}

/* What the sample and the made-up pairings have not: dates all over two years, pauses, submissions, exceptions. */
static const char *variety =
  "UPDATE pairing SET started_on = date ('2026-11-21', '-' || (id % 700) || ' days') WHERE id % 10 <> 0 AND state <> 'ended';"
  "UPDATE pairing SET proposed_on = date (started_on, '-14 days');"
  "UPDATE pairing SET ended_on = date (started_on, '+' || (id % 90) || ' days') WHERE state = 'ended' AND id % 3 = 0 "
  "AND date (started_on, '+' || (id % 90) || ' days') <= '2026-11-21';"
  "UPDATE pairing SET state = 'paused', paused_on = max (started_on, '2026-06-30') WHERE state = 'active' AND id % 11 = 0;"
  "UPDATE pairing SET state = 'induction' WHERE state = 'active' AND id % 13 = 0;"
  "UPDATE pairing SET protected_minutes = 60 + id % 200 WHERE id % 3 <> 0;"
  "UPDATE pairing SET planned_end_on = date (ended_on, '-' || (id % 5) || ' days', '+2 days') WHERE state = 'ended';"
  "UPDATE pairing SET ended_next = CASE id % 6 WHEN 0 THEN 'group' WHEN 1 THEN 'another-mentor' ELSE 'nothing' END "
  "WHERE state = 'ended' AND id % 4 <> 0;"
  "UPDATE pairing SET line_manager_id = mentor_id WHERE id % 97 = 0;"
  "UPDATE pairing SET dual_role_reason = 'Only one is free.' WHERE id % 194 = 0;"
  "UPDATE pairing SET exception_reason = 'Almost there.' WHERE id % 89 = 0;"
  "UPDATE pairing SET mentor_id = NULL WHERE id % 101 = 0;"
  "UPDATE pairing_summary SET observations_done = id % 4;"
  "UPDATE attention SET harm = 4, from_on = '2026-11-01' WHERE id % 5 = 0;"
  "UPDATE person SET team = 'Team ' || (id % 7), capacity = nullif (id % 5, 4), willing_to_mentor = nullif (id % 3, 2);"
  "UPDATE person SET role_wanted = CASE id % 4 WHEN 0 THEN 'mentor' WHEN 1 THEN 'mentee' WHEN 2 THEN 'both' END "
  "WHERE id % 2 = 0;"
  "UPDATE person SET waiting_since_on = date ('2026-11-21', '-' || (id % 400) || ' days') WHERE id % 17 = 0;"
  "UPDATE person SET left_on = '2026-10-01' WHERE id % 23 = 0;"
  "UPDATE person SET first_in_queue = 1 WHERE id % 211 = 0;"
  "INSERT INTO submission (id, person_id, pack, number, handed_in_on, outcome, decided_on) "
  "SELECT id + 1, person_id, iif (id % 2, 'pqs-adults', NULL), 1 + id / 16 % 2, '2026-01-10', "
  "CASE id % 5 WHEN 0 THEN 'incomplete' WHEN 1 THEN NULL WHEN 2 THEN 'unsatisfactory' ELSE 'satisfactory' END, "
  "date ('2026-11-21', '-' || (id % 500) || ' days') FROM member WHERE role = 'mentee' AND pairing_id % 3 = 0;"
  "INSERT INTO decision (id, portfolio_id, outcome, made_on) SELECT id + 1, id, 'not-yet', '2026-02-01' FROM portfolio;"
  "INSERT INTO decision (id, portfolio_id, outcome, made_on) SELECT id + 2, id, 'pass', '2026-08-30' FROM portfolio;";

static const char * const make_sample[] = { "sample", AS_AT, NULL };
static const char * const make_empty[] = { "new", "--pack=pqs-adults", NULL };
static const char * const make_some[] = { "sample", AS_AT, "--pairings=60", "--seed=3" };
static const char * const make_large[] = { "sample", AS_AT, "--pairings=5000", "--sessions=6000" };

static void
test_figures (Fixture       *fixture,
              gconstpointer  data)
{
  check_all (fixture);
}

static void
test_figures_varied (Fixture       *fixture,
                     gconstpointer  data)
{
  execute (fixture->path, variety);
  check_all (fixture);
}

/* ---- What the reports say ------------------------------------------------------------ */

static void
append_texts (GString *texts,
              MtrNode *node)
{
  if (node->text != NULL)
    g_string_append_printf (texts, "%s|", node->text);
  if (node->type == MTR_NODE_ROW)
    g_string_append_c (texts, '\n');
  for (guint i = 0; i < node->children->len; i++)
    append_texts (texts, g_ptr_array_index (node->children, i));
}

static char *
dup_texts (Fixture    *fixture,
           const char *name)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  g_autoptr (MtrStore) store = open_store (fixture, library);
  const MtrReport *report = mtr_report_find (name);
  g_auto (MtrReportScope) scope = { 0 };
  g_autoptr (MtrFigures) figures = NULL;
  g_autoptr (MtrDocument) document = NULL;
  GString *texts = g_string_new (NULL);

  init_scope (&scope, "2025-11-22", "2026-11-21");
  figures = mtr_store_read_figures (store, &scope, report->figures, report->n_figures, report->with, NULL);
  document = mtr_report_build (report, &scope, figures, NULL);
  g_assert_nonnull (document);
  append_texts (texts, mtr_document_get_root (document));
  mtr_store_close (store);

  return g_string_free (texts, FALSE);
}

/* Nothing of nothing is a dash, never 0 % (product.md, rule 6). */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *texts = dup_texts (fixture, "summary");

  g_assert_nonnull (strstr (texts, "\nPairs running on that day|0|"));
  g_assert_nonnull (strstr (texts, "\nCompleted|–|"));
  g_assert_nonnull (strstr (texts, "\nSatisfactory the first time|–|"));
  g_assert_nonnull (strstr (texts, "\nObservations signed|–|"));
  g_assert_nonnull (strstr (texts, "\nSessions held|0|"));
  g_assert_nonnull (strstr (texts, "\nProtected time used|–|"));
  g_assert_nonnull (strstr (texts, "\nWithout a mentor|0|"));
  g_assert_null (strchr (texts, '%'));
}

/* Worked out by hand from the sample: of the two active pairs one has signed all three observations that are asked for and
 * the other two; the one pair with protected time agreed 90 minutes for each of the twelve months that began. */
static void
test_sample_summary (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *texts = dup_texts (fixture, "summary");

  g_assert_nonnull (strstr (texts, "\nPairs running on that day|2|of 4 pairs in the period|"));
  g_assert_nonnull (strstr (texts, "\nCompleted|–|"));
  g_assert_nonnull (strstr (texts, "\nObservations signed|83 %|5 of 6 "));
  g_assert_nonnull (strstr (texts, "\nProtected time used|62 %|11 h 10 min of 18 h,"));
  /* In the words of the only scheme that there is. */
  g_assert_nonnull (strstr (texts, "\nSupervisor|Mentor|What|Reason|"));
  g_assert_nonnull (strstr (texts, "\nJoss Merriweather|Oonagh Petrie|Also the line manager|Oonagh covered"));
}

/* The sample’s were signed on 18 February, 11 March, 7 May, 5 June and 28 August. */
static void
test_observations_then (Fixture       *fixture,
                        gconstpointer  data)
{
  static const struct {
    const char *as_at;
    const char *row;
  } days[] = {
    { "--as-at=2026-01-15", "\r\nObservations signed,0 %,\"0 of 6 " },
    { "--as-at=2026-03-10", "\r\nObservations signed,17 %,\"1 of 6 " },
    { "--as-at=2026-03-11", "\r\nObservations signed,33 %,\"2 of 6 " },
    { "--as-at=2026-08-28", "\r\nObservations signed,83 %,\"5 of 6 " },
  };
  g_autofree char *path = g_build_filename (fixture->folder, "then.csv", NULL);
  g_autofree char *output = g_strconcat ("--output=", path, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_auto (Run) run = run_cli ("report", fixture->path, "summary", "--format=csv", output, days[i].as_at, NULL);
      g_autofree char *contents = NULL;

      g_assert_cmpint (run.status, ==, 0);
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      if (strstr (contents, days[i].row) == NULL)
        g_error ("%s: %s", days[i].as_at, contents);
    }
}

/* By the first of April Amara has an observation of 4 February (areas 3 and 6) and a certificate of 2024 (area 6), Kiran a
 * self-assessment of 15 January (area 1) and an observation of 26 February (area 6). What came later is in no area. */
static void
test_areas_then (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char * const rows[] = {
    "\r\n1  Values and ethics,1,2,1\r\n",
    "\r\n3  Developing confident and capable social workers,1,2,1\r\n",
    "\r\n6  Relationship-based practice supervision,2,1,3\r\n",
    "\r\n8  Performance management and improvement,0,3,0\r\n",
  };
  g_autofree char *path = g_build_filename (fixture->folder, "areas.csv", NULL);
  g_autofree char *output = g_strconcat ("--output=", path, NULL);
  g_auto (Run) run = run_cli ("report", fixture->path, "areas", "--format=csv", output, "--as-at=2026-04-01", NULL);
  g_autofree char *contents = NULL;

  g_assert_cmpint (run.status, ==, 0);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strstr (contents, rows[i]) == NULL)
      g_error ("no %s in %s", rows[i], contents);
}

/* Whoever ended a made-up pairing looked back: there are more than five of each. */
static void
test_made_up_looks_back (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *evaluation = dup_texts (fixture, "evaluation");
  g_autofree char *retention = dup_texts (fixture, "retention");

  g_assert_null (strstr (evaluation, "In the period nobody was asked"));
  g_assert_nonnull (strstr (evaluation, "Means|"));
  g_assert_null (strstr (evaluation, "How useful was it to you?|–|"));
  g_assert_null (strstr (retention, "Nobody’s mentoring began"));
}

static int
count_rows (const char *path,
            const char *sql)
{
  sqlite3_stmt *statement;
  sqlite3 *connection;
  int number;

  g_assert_cmpint (sqlite3_open (path, &connection), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (connection, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  number = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (connection);

  return number;
}

/* The number in the second cell of a row. */
static int
get_number (const char *texts,
            const char *row)
{
  const char *place = strstr (texts, row);

  g_assert_nonnull (place);

  return (int) g_ascii_strtoll (place + strlen (row), NULL, 10);
}

/* Where all reasons of a pair are set aside, each in the half that it is, neither report counts the pair. */
static void
test_set_aside_pair (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *before = dup_texts (fixture, "summary");
  g_autofree char *summary = NULL;
  g_autofree char *attention = NULL;
  int n_pairs = get_number (before, "\nPairs needing attention|");

  g_assert_cmpint (n_pairs, >, 0);
  execute (fixture->path, "INSERT INTO set_aside (id, pairing_id, reason, subject_id, until_on, turn) "
           "SELECT row_number () OVER (), pairing_id, reason, subject_id, '2026-12-24', "
           "iif (ifnull (turn_id, 0) IN (0, (SELECT owner_id FROM programme)), 'yours', 'theirs') FROM attention "
           "WHERE pairing_id = (SELECT min (pairing_id) FROM attention WHERE from_on <= '2026-11-21')");
  summary = dup_texts (fixture, "summary");
  attention = dup_texts (fixture, "attention");
  g_assert_cmpint (get_number (summary, "\nPairs needing attention|"), ==, n_pairs - 1);
  g_assert_cmpint (get_number (attention, "\nPairs that need attention|"), ==, n_pairs - 1);

  /* The other half of them is not: they are back. */
  execute (fixture->path, "UPDATE set_aside SET turn = iif (turn = 'yours', 'theirs', 'yours')");
  g_clear_pointer (&summary, g_free);
  g_clear_pointer (&attention, g_free);
  summary = dup_texts (fixture, "summary");
  attention = dup_texts (fixture, "attention");
  g_assert_cmpint (get_number (summary, "\nPairs needing attention|"), ==, n_pairs);
  g_assert_cmpint (get_number (attention, "\nPairs that need attention|"), ==, n_pairs);
}

/* What is set aside is listed last, with its reason and until when; it is not counted among the others. */
static void
test_set_aside (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *before = dup_texts (fixture, "attention");
  g_autofree char *after = NULL;
  int n_reasons = count_rows (fixture->path, "SELECT count (*) FROM attention WHERE from_on <= '2026-11-21' "
                              "AND (until_on IS NULL OR until_on > '2026-11-21')");
  g_autofree char *all = g_strdup_printf ("\nReasons|%d|", n_reasons);
  g_autofree char *but_one = g_strdup_printf ("\nReasons|%d|", n_reasons - 1);
  const char *list, *aside;

  g_assert_cmpint (n_reasons, >, 1);
  g_assert_nonnull (strstr (before, all));
  g_assert_nonnull (strstr (before, "\nSet aside for now|0|"));
  g_assert_null (strstr (before, "Set aside until|"));
  /* Which area it is may hang on a certificate that is not read here, and would be guessed. */
  g_assert_nonnull (strstr (before, "|Evidence in every area: due since 26 Oct|Kiran Thackeray|"));
  /* On pages the pair once, and for each person what waits for them. */
  g_assert_nonnull (strstr (before, "\nKiran Thackeray with Oonagh Petrie|• Oonagh Petrie – Direct observation 2 waits"));
  g_assert_nonnull (strstr (before, "\302\240· Evidence in every area: due since 26 Oct|\n"));
  g_assert_null (strstr (before, "Area 8"));

  execute (fixture->path, "INSERT INTO set_aside (id, pairing_id, reason, subject_id, until_on, turn) "
           "SELECT 1, pairing_id, reason, subject_id, '2026-12-24', NULL FROM attention WHERE reason = 'unwritten' "
           "AND from_on <= '2026-11-21'");
  after = dup_texts (fixture, "attention");
  g_assert_nonnull (strstr (after, but_one));
  g_assert_nonnull (strstr (after, "\nSet aside for now|1|"));
  list = strstr (after, "Each pair and its reasons|");
  aside = strstr (after, "Set aside until|");
  g_assert_true (list != NULL && aside != NULL && list < aside);
  g_assert_nonnull (strstr (aside, "\nKiran Thackeray|Oonagh Petrie|The session of 20 Nov is not written down|24 Dec 2026|"));
}

/* ---- The command ---------------------------------------------------------------------- */

static void
test_command (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "report.pdf", NULL);
  g_autofree char *output = g_strconcat ("--output=", path, NULL);

  for (guint i = 0; i < mtr_report_count (); i++)
    {
      const MtrReport *report = mtr_report_nth (i);
      g_autofree char *contents = NULL;
      g_auto (Run) run = { 0 };

      if (report->filters & MTR_REPORT_PAIRING)
        continue;
      g_remove (path);
      run = run_cli ("report", fixture->path, report->name, "--format=pdf", output, AS_AT, NULL);
      g_assert_cmpstr (run.err, ==, "");
      g_assert_cmpstr (run.out, ==, "");
      g_assert_cmpint (run.status, ==, 0);
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_true (g_str_has_prefix (contents, "%PDF-"));
    }
}

/* What is asked wrongly is refused with what to do, and a report that was there stays as it was. */
static void
test_refusals (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct {
    const char *name;
    const char *options[3];
    int         status;
    const char *words;
  } rows[] = {
    { "sumary", { "--format=pdf" }, 2, "summary, attention, capacity" },
    { "summary", { NULL }, 2, "--format=pdf" },
    { "summary", { "--format=xml" }, 2, "--format=pdf" },
    { "summary", { "--format=pdf", "--from=2026-02-30" }, 2, "--from=2026-04-01" },
    { "summary", { "--format=pdf", "--to=yesterday" }, 2, "“yesterday” is not a date" },
    { "summary", { "--format=pdf", "--as-at=21/11/2026" }, 2, "--as-at=2026-11-21" },
    { "summary", { "--format=pdf", "--from=2026-05-01", "--to=2026-04-30" }, 2, "ends before it begins" },
    { "summary", { "--format=pdf", "--pack=none" }, 2, "no scheme “none”" },
    { "summary", { "--format=pdf", "--service=Aduts" }, 2, "goes with --service=Aduts" },
    { "summary", { "--format=pdf", "--team=Riverside" }, 2, "Hillside Hospital Team, Riverside Adult Team" },
    { "summary", { "--format=pdf", "--pairing=7" }, 2, "no use for --pairing" },
    { "progress", { "--format=pdf", "--pairing=7" }, 2, "no pairing 7 in" },
    { "attention", { "--format=pdf", "--from=2026-05-01" }, 2, "no use for --from" },
    { "capacity", { "--format=pdf", "--pack=pqs-adults" }, 2, "no use for --pack" },
    { "summary", { "--format=pdf", "--paper=a3" }, 2, "--paper=a4" },
  };
  g_autofree char *path = g_build_filename (fixture->folder, "report.pdf", NULL);
  g_autofree char *output = g_strconcat ("--output=", path, NULL);
  g_autofree char *contents = NULL;

  g_assert_true (g_file_set_contents (path, "kept", -1, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Run) run = run_cli ("report", fixture->path, rows[i].name, output, rows[i].options[0], rows[i].options[1],
                                  rows[i].options[1] != NULL ? rows[i].options[2] : NULL, NULL);

      if (run.status != rows[i].status || strstr (run.err, rows[i].words) == NULL)
        g_error ("%s %s %s: %d %s", rows[i].name, rows[i].options[0], rows[i].options[1], run.status, run.err);
    }
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "kept");
}

static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *output = g_strconcat ("--output=", fixture->folder, "/none/report.pdf", NULL);
  g_auto (Run) run = run_cli ("report", fixture->path, "summary", "--format=pdf", output, AS_AT, NULL);

  g_assert_cmpint (run.status, ==, 3);
  g_assert_nonnull (strstr (run.err, "none/report.pdf"));
}

/* Where a file has no room, the old one stays whole and nothing is left beside it. The limit holds root back too. */
static void
test_no_room (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct {
    const char *file;
    const char *command;
  } rows[] = {
    { "out.pdf", "report '%s' summary --format=pdf" },
    { "out.odt", "report '%s' summary --format=odt" },
    { "out.html", "report '%s' summary --format=html" },
    { "out.csv", "report '%s' summary --format=csv" },
    { "out.pdf", "export portfolio '%s' --pairing=1015 --format=pdf" },
    { "out.odt", "export portfolio '%s' --pairing=1015 --format=odt" },
    { "out.html", "export portfolio '%s' --pairing=1015 --format=html" },
    { "out.xml", "export portfolio '%s' --pairing=1015 --format=xml" },
    { "out.zip", "export archive '%s' --audience=mine" },
  };
  g_autofree char *program = g_shell_quote (g_getenv ("MENTORING_CLI"));
  g_autofree char *folder = g_build_filename (fixture->folder, "no-room", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) around = g_strsplit (rows[i].command, "%s", 2);
      g_autofree char *path = g_build_filename (folder, rows[i].file, NULL);
      g_autofree char *script = g_strconcat ("trap '' XFSZ; ulimit -f 1; exec ", program, " ", around[0], fixture->path,
                                             around[1], " --output='", path, "'", NULL);
      const char *shell[] = { "/bin/sh", "-c", script, NULL };
      g_autoptr (GDir) left = NULL;
      g_autofree char *contents = NULL;
      g_autofree char *err = NULL;
      int status = 0;

      g_assert_true (g_file_set_contents (path, "kept", -1, NULL));
      g_assert_true (g_spawn_sync (NULL, (char **) shell, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, &err, &status,
                                   NULL));
      g_assert_true (WIFEXITED (status));
      if (WEXITSTATUS (status) != 3 || strstr (err, "What was there before is unchanged") == NULL)
        g_error ("%s: %d %s", rows[i].command, WEXITSTATUS (status), err);
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_cmpstr (contents, ==, "kept");
      g_assert_cmpint (g_remove (path), ==, 0);
      left = g_dir_open (folder, 0, NULL);
      g_assert_null (g_dir_read_name (left));
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

#define add(path, data, function) g_test_add (path, Fixture, data, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/cli/report/figures/sample", make_sample, test_figures);
  add ("/cli/report/figures/sample-varied", make_sample, test_figures_varied);
  add ("/cli/report/figures/empty", make_empty, test_figures);
  add ("/cli/report/figures/large", make_large, test_figures_varied);
  add ("/cli/report/empty", make_empty, test_empty);
  add ("/cli/report/sample", make_sample, test_sample_summary);
  add ("/cli/report/observations-then", make_sample, test_observations_then);
  add ("/cli/report/areas-then", make_sample, test_areas_then);
  add ("/cli/report/made-up", make_some, test_made_up_looks_back);
  add ("/cli/report/set-aside", make_sample, test_set_aside);
  add ("/cli/report/set-aside-pair", make_sample, test_set_aside_pair);
  add ("/cli/report/command", make_sample, test_command);
  add ("/cli/report/refusals", make_sample, test_refusals);
  add ("/cli/report/no-folder", make_sample, test_no_folder);
  add ("/cli/report/no-room", make_sample, test_no_room);

  return g_test_run ();
}
