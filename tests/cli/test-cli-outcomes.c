/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reports on submissions, evaluations, who is still in post, the year and
 * one pairing: every row that they say, on a made-up programme of 400 people,
 * is counted again by a statement of its own that is written another way; an
 * empty programme says dashes.
 */

#include "cli-run.h"
#include "mtr-date.h"
#include "mtr-manager-row.h"
#include "mtr-pack-library.h"
#include "mtr-reports.h"
#include "mtr-store.h"

#include <gio/gio.h>
#include <string.h>

#define AS_AT "2026-11-21"

typedef struct {
  char           *folder;   /* (owned) */
  char           *path;     /* (owned): of a programme */
  MtrPackLibrary *library;  /* (owned) */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const char * const *arguments = data;
  g_auto (Run) run = { 0 };

  fixture->folder = make_folder ();
  fixture->path = g_build_filename (fixture->folder, "programme.mentoring", NULL);
  fixture->library = mtr_pack_library_new ();
  mtr_pack_library_load (fixture->library);
  run = run_cli (arguments[0], fixture->path, arguments[1], NULL);
  g_assert_cmpint (run.status, ==, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->library);
}

/* 400 people registered within 900 days, each with a mentor who has others too; a fifth of the pairs have ended. Two in
 * three have a submission, some of them decided only after the day of the reports, and some that came back again. */
static const char *fill =
  "PRAGMA foreign_keys = ON; BEGIN;"
  "CREATE TEMP TABLE n (i INTEGER PRIMARY KEY);"
  "WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 400) INSERT INTO n SELECT i FROM c;"
  "INSERT INTO person (id, name) SELECT 30000 + i, printf ('Mentor %02d', i) FROM n WHERE i <= 3;"
  "INSERT INTO person (id, name, registered_on, working_time, in_post_after_year, left_on, team) "
  "SELECT 10000 + i, printf ('Person %03d', i), date ('" AS_AT "', '-' || (i * 7 % 900) || ' days'), "
  "CASE i % 4 WHEN 0 THEN 'part-time' WHEN 1 THEN NULL ELSE 'full-time' END, "
  "CASE i % 5 WHEN 0 THEN 0 WHEN 1 THEN NULL WHEN 2 THEN NULL ELSE 1 END, "
  "CASE WHEN i % 37 = 0 THEN date ('" AS_AT "', '-' || (i % 300) || ' days') END, 'Team ' || (i % 3) FROM n;"
  "INSERT INTO pairing (id, pack, state, mentor_id, started_on, planned_end_on, ended_on) "
  "SELECT 20000 + i, 'nqsw-scotland', iif (ends <= '" AS_AT "' AND i % 5 = 0, 'ended', 'active'), 30001 + i % 3, begins, "
  "date (begins, '+400 days'), iif (ends <= '" AS_AT "' AND i % 5 = 0, ends, NULL) FROM "
  "(SELECT i, date (p.registered_on, '+20 days') AS begins, date (p.registered_on, '+220 days') AS ends "
  "FROM n JOIN person p ON p.id = 10000 + i);"
  "INSERT INTO member (id, pairing_id, person_id, role) SELECT 40000 + i, 20000 + i, 10000 + i, 'mentee' FROM n;"
  "INSERT INTO pairing_summary (id, pairing_id, mentees, mentor, pack, state) "
  "SELECT q.id, q.id, p.name, 'Mentor', q.pack, q.state FROM n JOIN pairing q ON q.id = 20000 + i "
  "JOIN person p ON p.id = 10000 + i;"
  "INSERT INTO submission (id, person_id, pack, number, due_on, handed_in_on) "
  "SELECT 50000 + i, 10000 + i, 'nqsw-scotland', 1, due, iif (i % 4 <> 0 AND handed <= '" AS_AT "', handed, NULL) FROM "
  "(SELECT i, date (p.registered_on, '+365 days') AS due, date (p.registered_on, (365 - i % 50) || ' days') AS handed "
  "FROM n JOIN person p ON p.id = 10000 + i WHERE i % 3 <> 0);"
  "UPDATE submission SET outcome = CASE id % 7 WHEN 0 THEN 'incomplete' WHEN 1 THEN 'unsatisfactory' ELSE 'satisfactory' END, "
  "decided_on = date (handed_in_on, (id % 60) || ' days') WHERE handed_in_on IS NOT NULL AND id % 11 <> 0;"
  "UPDATE submission SET extended_to = date (due_on, '30 days') WHERE id % 13 = 0;"
  "INSERT INTO submission (id, person_id, pack, number, due_on) SELECT id + 10000, person_id, pack, 2, "
  "nullif (date ('" AS_AT "', (id % 150 - 40) || ' days'), '2026-12-01') FROM submission "
  "WHERE outcome IN ('incomplete', 'unsatisfactory') AND decided_on <= '" AS_AT "' AND id % 2;"
  "UPDATE submission SET handed_in_on = '2026-10-01', outcome = 'satisfactory', decided_on = '2026-10-20' "
  "WHERE number = 2 AND id % 3 = 0;"
  "INSERT INTO evaluation (id, pairing_id, respondent_id, role, form, asked_on, given_on) SELECT 70000 + i, 20000 + i, 10000 + i, "
  "'mentee', 'evaluation-mentee', date ('2026-01-01', (i * 11 % 330) || ' days'), "
  "iif (i % 6, date ('2026-01-01', (i * 11 % 330 + i % 4) || ' days'), NULL) FROM n;"
  "INSERT INTO evaluation (id, pairing_id, respondent_id, role, form, asked_on, given_on) SELECT 71000 + i, 20000 + i, "
  "30001 + i % 3, 'mentor', 'evaluation-mentor', '2026-02-01', '2026-03-01' FROM n WHERE i % 2;"
  "INSERT INTO evaluation_answer (id, evaluation_id, question, number) SELECT id + 10000, id, 'useful', 1 + id % 5 "
  "FROM evaluation WHERE id % 9;"
  "INSERT INTO evaluation_answer (id, evaluation_id, question, number) SELECT id + 20000, id, 'effect-seen', 1 + id / 7 % 5 "
  "FROM evaluation;"
  "INSERT INTO portfolio (id, person_id, pairing_id, pack, started_on, submit_by) SELECT 110000 + i, 10000 + i, 20000 + i, "
  "'nqsw-scotland', '2025-01-01', nullif (date ('" AS_AT "', (i % 200 - 60) || ' days'), '2026-11-22') FROM n WHERE i % 4 = 1;"
  "INSERT INTO recommendation (id, portfolio_id, outcome, made_on) SELECT id + 1000, id, iif (id % 10, 'recommended', 'not-yet'), "
  "date ('" AS_AT "', (2 - id % 300) || ' days') FROM portfolio WHERE id % 3 = 0;"
  "INSERT INTO decision (id, portfolio_id, outcome, made_on) SELECT id + 2000, id, CASE id % 5 WHEN 0 THEN 'not-yet' "
  "WHEN 1 THEN 'not-passed' ELSE 'pass' END, date ('" AS_AT "', (3 - id % 280) || ' days') FROM portfolio WHERE id % 6 = 0;"
  "INSERT INTO moderation (id, portfolio_id, outcome, made_on) SELECT id + 3000, id, iif (id % 4, 'confirmed', 'query'), "
  "date ('" AS_AT "', (5 - id % 200) || ' days') FROM portfolio WHERE id % 12 = 0;"
  "INSERT INTO event (id, kind, title, held_on, cancelled_on) SELECT 99000 + i, 'workshop', 'Workshop ' || i, "
  "date ('2026-04-05', (i * 20) || ' days'), iif (i % 5, NULL, '2026-04-01') FROM n WHERE i <= 16;"
  "COMMIT;";

/* ---- What a report says --------------------------------------------------------------- */

static void
append_texts (GString *texts,
              MtrNode *node)
{
  if (node->text != NULL)
    g_string_append_printf (texts, "%s|", node->text);
  if (node->type == MTR_NODE_ROW || node->type == MTR_NODE_PARAGRAPH)
    g_string_append_c (texts, '\n');
  for (guint i = 0; i < node->children->len; i++)
    append_texts (texts, g_ptr_array_index (node->children, i));
}

static MtrDocument *
build (Fixture    *fixture,
       const char *name,
       const char *from,
       const char *to,
       const char *as_at,
       gint64      pairing_id)
{
  g_autoptr (GError) error = NULL;
  MtrStore *store = mtr_store_open (fixture->path, mtr_pack_library_look_up, fixture->library, &error);
  const MtrReport *report = mtr_report_find (name);
  g_auto (MtrReportScope) scope = { 0 };
  g_autoptr (MtrFigures) figures = NULL;
  MtrDocument *document;
  GDate day;

  g_assert_no_error (error);
  g_assert_true (mtr_date_from_iso (as_at, &day));
  mtr_report_scope_init (&scope, &day);
  if (from != NULL)
    mtr_date_from_iso (from, &scope.from);
  if (to != NULL)
    mtr_date_from_iso (to, &scope.to);
  scope.pairing_id = pairing_id;
  figures = mtr_store_read_figures (store, &scope, report->figures, report->n_figures, report->with, &error);
  g_assert_no_error (error);
  document = mtr_report_build (report, &scope, figures, &error);
  g_assert_no_error (error);
  mtr_store_close (store);
  g_object_unref (store);

  return document;
}

static char *
dup_texts (Fixture    *fixture,
           const char *name,
           const char *from,
           const char *to)
{
  g_autoptr (MtrDocument) document = build (fixture, name, from, to, AS_AT, 0);
  GString *texts = g_string_new (NULL);

  append_texts (texts, mtr_document_get_root (document));

  return g_string_free (texts, FALSE);
}

/* ---- The same counted again -------------------------------------------------------------- */

#define SCHEME "Newly qualified social workers in Scotland (supported year)"

/* A percentage of whole numbers, as in "84 % (42 of 50)". */
#define RATE(part, whole) \
  "iif (" whole ", printf ('%d %% (%d of %d)', round (100.0 * " part " / " whole "), " part ", " whole "), '–')"
#define SHARE(part, whole) \
  "iif (" whole ", printf ('%d %%', round (100.0 * " part " / " whole ")), '–')"

/* Everybody who hands in: the last submission as it was, the day, where they stand. What is decided or handed in later
 * is not known on the day. */
#define STAND \
  "WITH s AS (SELECT *, outcome > '' AND decided_on <= '" AS_AT "' AS known, handed_in_on <= '" AS_AT "' AS handed, " \
  "row_number () OVER (PARTITION BY person_id ORDER BY number DESC) AS last FROM submission), " \
  "who AS (SELECT p.id, p.name, s.known, s.handed, s.outcome, s.number, CASE WHEN s.id IS NULL THEN " \
  "iif (p.working_time = 'part-time', min (date (p.registered_on, '18 months'), " \
  "date (p.registered_on, 'start of month', '19 months', '-1 day')), min (date (p.registered_on, '12 months'), " \
  "date (p.registered_on, 'start of month', '13 months', '-1 day'))) ELSE ifnull (s.extended_to, s.due_on) END AS day " \
  "FROM person p JOIN member m ON m.person_id = p.id JOIN pairing q ON q.id = m.pairing_id " \
  "LEFT JOIN s ON s.person_id = p.id AND s.last = 1 WHERE (p.left_on IS NULL OR p.left_on > '" AS_AT "') " \
  "AND (q.state = 'active' OR NOT ifnull (s.known AND s.outcome = 'satisfactory', 0))), " \
  "stand AS (SELECT *, CASE WHEN known AND outcome = 'satisfactory' THEN 'done' WHEN known THEN 'again' " \
  "WHEN handed THEN 'waiting' WHEN day < '" AS_AT "' THEN 'overdue' WHEN day IS NULL THEN iif (number > 1, 'again', 'unknown') " \
  "WHEN julianday (day) - julianday ('" AS_AT "') <= 60 THEN 'due' ELSE 'later' END AS place FROM who), " \
  "danger AS (SELECT *, place IN ('overdue', 'again') OR (place IN ('due', 'later') AND (number > 1 " \
  "OR min (date (day, '-2 months'), date (day, 'start of month', '-1 month', '-1 day')) <= '" AS_AT "')) AS endangered FROM stand) "

#define PLACE(label, code) \
  STAND "SELECT '" label "|' || count (*) FILTER (WHERE place = '" code "') || '|' || " \
  SHARE ("count (*) FILTER (WHERE place = '" code "')", "count (*)") " || '|' FROM stand"

/* A form that nobody was asked to fill in is not in the report. */
#define ASKED(form) \
  "(SELECT count (*) FROM evaluation WHERE form = '" form "' AND asked_on <= :until AND NOT ifnull (given_on < :from, 0)) "

/* The answers to a question in sets of five: the mentees give one each. */
#define EVALUATION(title, form, question) \
  "WITH a AS (SELECT e.given_on, a.number, (row_number () OVER (ORDER BY e.given_on, e.id) - 1) / 5 AS part " \
  "FROM evaluation_answer a JOIN evaluation e ON e.id = a.evaluation_id WHERE e.form = '" form "' " \
  "AND e.given_on > '' AND a.question = '" question "'), " \
  "whole AS (SELECT total (number) AS total, count (*) AS n FROM a GROUP BY part " \
  "HAVING count (*) = 5 AND min (given_on) >= :from AND max (given_on) <= :until) " \
  "SELECT '" title "|' || iif (sum (n) > 0, sum (n) || '|' || printf ('%.1f', sum (total) / sum (n)), '–|–') || '|' FROM whole " \
  "HAVING " ASKED (form)

/* The twelve months of each person, whose one pairing is their first. */
#define POST \
  "WITH post AS (SELECT CASE WHEN p.in_post_after_year IS NOT NULL THEN p.in_post_after_year " \
  "WHEN p.left_on >= day THEN 1 WHEN p.left_on < day THEN 0 END AS stays FROM person p JOIN " \
  "(SELECT m.person_id, min (date (q.started_on, '12 months'), date (q.started_on, 'start of month', '13 months', '-1 day')) AS day " \
  "FROM member m JOIN pairing q ON q.id = m.pairing_id) d ON d.person_id = p.id WHERE d.day BETWEEN :from AND :until) "

/* Portfolios that nobody has recommended or decided on, of pairs that have begun. */
#define OPEN \
  "WITH open AS (SELECT f.*, p.name FROM portfolio f, person p, pairing q WHERE p.id = f.person_id AND q.id = f.pairing_id " \
  "AND q.state = 'active' AND q.started_on <= :until " \
  "AND f.id NOT IN (SELECT portfolio_id FROM recommendation WHERE made_on <= '" AS_AT "') " \
  "AND f.id NOT IN (SELECT portfolio_id FROM decision WHERE made_on <= '" AS_AT "')) "

#define MADE(label, table, code, words) \
  "SELECT '" label "|" words "|' || count (*) FILTER (WHERE outcome = '" code "') || '|' || " \
  RATE ("count (*) FILTER (WHERE outcome = '" code "')", "count (*)") " || '|' FROM " table \
  " WHERE made_on BETWEEN :from AND :until HAVING count (*)"

static const struct {
  const char *report;
  const char *sql;    /* rows of one column: lines of the report */
} seconds[] = {
  { "submissions", "SELECT 'Handed in|' || count (*) || '|of these ' || count (*) FILTER (WHERE number > 1) || ' again, ' "
    "FROM submission WHERE handed_in_on BETWEEN :from AND :until" },
  { "submissions", STAND "SELECT 'Due within 60 days|' || count (*) FILTER (WHERE place = 'due') || '|of ' || count (*) || ' ' "
    "FROM stand" },
  { "submissions", STAND "SELECT 'Overdue|' || count (*) FILTER (WHERE place = 'overdue') || '|of ' || count (*) || ' ' "
    "FROM stand" },
  { "submissions", STAND "SELECT 'Waiting for a decision|' || count (*) FILTER (WHERE place = 'waiting') || '|of ' || count (*) "
    "|| ' ' FROM stand" },
  { "submissions", STAND "SELECT 'Registration in danger|' || sum (endangered) || '|of ' || count (*) || ' ' FROM danger" },
  { "submissions",
    "WITH d AS (SELECT * FROM submission WHERE outcome > '' AND decided_on BETWEEN :from AND :until) "
    "SELECT '" SCHEME "|' || count (*) || '|' || count (*) FILTER (WHERE outcome = 'satisfactory') || '|' || "
    "count (*) FILTER (WHERE outcome = 'unsatisfactory') || '|' || count (*) FILTER (WHERE outcome = 'incomplete') || '|' || "
    RATE ("count (*) FILTER (WHERE number = 1 AND outcome = 'satisfactory')", "count (*) FILTER (WHERE number = 1)")
    " || '|' FROM d" },
  { "submissions", PLACE ("Overdue", "overdue") },
  { "submissions", PLACE ("Due within 60 days", "due") },
  { "submissions", PLACE ("Due later", "later") },
  { "submissions", PLACE ("Came back, no day set", "again") },
  { "submissions", PLACE ("Waiting for a decision", "waiting") },
  { "submissions", PLACE ("Satisfactory", "done") },
  { "submissions", PLACE ("Day not known", "unknown") },
  { "submissions", STAND "SELECT name || CASE place WHEN 'overdue' THEN '|Overdue' WHEN 'due' THEN '|Due within 60 days' "
    "ELSE '|Came back, no day set|–|In danger|' END FROM danger WHERE place IN ('overdue', 'due', 'again')" },
  { "submissions", OPEN "SELECT 'Portfolios due within 60 days|' || count (*) FILTER (WHERE submit_by "
    "BETWEEN '" AS_AT "' AND date ('" AS_AT "', '60 days')) || '|of ' || count (*) || ' ' FROM open HAVING count (*)" },
  { "submissions", OPEN "SELECT 'Portfolios overdue|' || count (*) FILTER (WHERE submit_by < '" AS_AT "') || '|of ' || "
    "count (*) || ' ' FROM open HAVING count (*)" },
  { "submissions", OPEN "SELECT name || iif (submit_by < '" AS_AT "', '|Overdue|', '|Due within 60 days|') FROM open "
    "WHERE julianday (submit_by) <= julianday ('" AS_AT "') + 60" },
  { "submissions", MADE ("Recommendation", "recommendation", "recommended", "Recommended") },
  { "submissions", MADE ("Recommendation", "recommendation", "not-yet", "Not yet") },
  { "submissions", MADE ("Decision", "decision", "pass", "Pass") },
  { "submissions", MADE ("Decision", "decision", "not-yet", "Not yet") },
  { "submissions", MADE ("Decision", "decision", "not-passed", "Not passed") },
  { "submissions", MADE ("Moderation", "moderation", "confirmed", "Confirmed") },
  { "submissions", MADE ("Moderation", "moderation", "query", "There is a question") },
  { "submissions", "SELECT p.name || CASE (SELECT outcome FROM decision d WHERE d.portfolio_id = f.id AND made_on <= '" AS_AT "') "
    "WHEN 'pass' THEN '|Pass|' WHEN 'not-yet' THEN '|Not yet|' WHEN 'not-passed' THEN '|Not passed|' ELSE '|–|–|' END "
    "FROM moderation m, portfolio f, person p WHERE f.id = m.portfolio_id AND p.id = f.person_id AND m.outcome = 'query' "
    "AND m.made_on BETWEEN :from AND :until" },
  { "evaluation", EVALUATION ("How useful was it to you?", "evaluation-mentee", "useful") },
  { "evaluation", EVALUATION ("How much of a difference, as far as you can tell?", "evaluation-mentee", "effect-seen") },
  /* The three mentors are fewer than five people, however many answers they give. */
  { "evaluation", "SELECT 'How useful do you think it was to the NQSW?|–|–|' WHERE " ASKED ("evaluation-mentor") },
  { "evaluation", "SELECT count (*) || iif (count (*) = 1, ' evaluation was asked for.', ' evaluations were asked for.') "
    "FROM evaluation WHERE role = 'mentee' AND asked_on <= :until AND NOT ifnull (given_on < :from, 0) HAVING count (*)" },
  { "retention", POST "SELECT iif (count (*), '" SCHEME "|' || count (*) || '|' || count (*) FILTER (WHERE stays) "
    "|| '|' || count (*) FILTER (WHERE NOT stays) || '|' || count (*) FILTER (WHERE stays IS NULL) || '|' || "
    RATE ("count (*) FILTER (WHERE stays)", "count (stays)") " || '|', "
    "'Nobody’s mentoring began twelve months before a day of the period.') FROM post" },
  { "planner",
    "WITH RECURSIVE month (day) AS (SELECT date (:from, 'start of month') UNION ALL SELECT date (day, '1 month') FROM month "
    "WHERE date (day, '1 month') <= :to) "
    "SELECT substr ('JanFebMarAprMayJunJulAugSepOctNovDec', strftime ('%m', day) * 3 - 2, 3) || ' ' || strftime ('%Y', day) "
    "|| '|' || (SELECT count (*) FROM event WHERE cancelled_on IS NULL AND held_on BETWEEN :from AND :to "
    "AND substr (held_on, 1, 7) = substr (day, 1, 7)) || '|0|0|' || "
    "(SELECT count (*) FROM pairing WHERE ifnull (ended_on, planned_end_on) BETWEEN :from AND :to "
    "AND substr (ifnull (ended_on, planned_end_on), 1, 7) = substr (day, 1, 7)) || '|' || "
    "(SELECT count (*) FROM submission WHERE coalesce (handed_in_on, extended_to, due_on) BETWEEN :from AND :to "
    "AND substr (coalesce (handed_in_on, extended_to, due_on), 1, 7) = substr (day, 1, 7)) || '|' FROM month" },
  { "planner",
    "WITH over AS (SELECT (SELECT count (*) FROM evaluation e WHERE e.pairing_id = q.id AND e.given_on > '') < 2 AS missing "
    "FROM pairing q WHERE ifnull (ended_on, planned_end_on) BETWEEN :from AND :until) "
    "SELECT 'Pairs that have come to an end and have an evaluation missing: ' || " RATE ("sum (missing)", "count (*)")
    " || '.|' FROM over HAVING count (*)" },
};

static const struct {
  const char *from;
  const char *to;
  const char *until;
} periods[] = {
  { "2025-11-22", "2026-11-21", "2026-11-21" },
  { "2026-04-01", "2027-03-31", "2026-11-21" },
  { "2026-02-10", "2026-06-30", "2026-06-30" },
  { "2024-02-29", "2025-02-28", "2025-02-28" },
};

/* Each line stands in the report as the beginning of a line; returns how many there are. */
static guint
check_lines (Fixture    *fixture,
             gsize       second,
             gsize       period,
             const char *texts)
{
  sqlite3 *connection;
  sqlite3_stmt *statement;
  guint n_lines = 0;

  g_assert_cmpint (sqlite3_open (fixture->path, &connection), ==, SQLITE_OK);
  if (sqlite3_prepare_v2 (connection, seconds[second].sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("line %d: %s", (int) second, sqlite3_errmsg (connection));
  bind_text (statement, ":from", periods[period].from);
  bind_text (statement, ":to", periods[period].to);
  bind_text (statement, ":until", periods[period].until);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_autofree char *line = g_strconcat ("\n", sqlite3_column_text (statement, 0), NULL);
      g_autofree char *text = g_strconcat ("|", sqlite3_column_text (statement, 0), NULL);

      if (strstr (texts, line) == NULL && strstr (texts, text) == NULL)
        g_error ("%s from %s: this is not in it: %s\n%.6000s", seconds[second].report, periods[period].from, line, texts);
      n_lines++;
    }
  sqlite3_finalize (statement);
  sqlite3_close (connection);

  return n_lines;
}

static void
test_counted_again (Fixture       *fixture,
                    gconstpointer  data)
{
  guint n_lines = 0;

  execute (fixture->path, fill);
  for (gsize j = 0; j < G_N_ELEMENTS (periods); j++)
    {
      g_autofree char *texts = NULL;

      for (gsize i = 0; i < G_N_ELEMENTS (seconds); i++)
        {
          if (i == 0 || !g_str_equal (seconds[i].report, seconds[i - 1].report))
            {
              g_free (texts);
              texts = dup_texts (fixture, seconds[i].report, periods[j].from, periods[j].to);
            }
          n_lines += check_lines (fixture, i, j, texts);
        }
    }
  g_assert_cmpuint (n_lines, >, 300);
}

/* A word in every text that is for others than whoever runs the programme, in every record. */
static void
plant (GString  *sql,
       MtrField  field)
{
  const MtrFieldInfo *info = mtr_field_get_info (field);
  const char *table = mtr_kind_get_info (info->kind)->table;
  const char *audience = info->audience == MTR_AUDIENCE_PAIR ? "pair"
                         : info->audience == MTR_AUDIENCE_ASSESSMENT ? "assessment" : "mine";

  g_string_append_printf (sql, "INSERT INTO %1$s_%2$s (id, %3$s) SELECT id, 'planted in %1$s' FROM %1$s WHERE true "
                          "ON CONFLICT (id) DO UPDATE SET %3$s = excluded.%3$s;", table, audience, info->column);
}

static void
test_planted (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GString) sql = g_string_new ("BEGIN;");
  guint n_planted = 0;

  execute (fixture->path, fill);
  for (int i = MTR_FIELD_NONE + 1; i < MTR_N_FIELDS; i++)
    {
      const MtrFieldInfo *info = mtr_field_get_info (i);

      if (info->audience == MTR_AUDIENCE_PROGRAMME || (info->type != MTR_TYPE_TEXT && info->type != MTR_TYPE_LONG) ||
          mtr_kind_get_info (info->kind)->home_audience != MTR_AUDIENCE_PROGRAMME)
        continue;
      plant (sql, i);
      n_planted++;
    }
  g_string_append (sql, "COMMIT;");
  execute (fixture->path, sql->str);
  g_assert_cmpuint (n_planted, >, 50);
  for (guint i = 0; i < mtr_report_count (); i++)
    {
      const char *name = mtr_report_nth (i)->name;
      g_autoptr (MtrDocument) document = build (fixture, name, "2025-11-22", "2026-11-21", AS_AT, 20000 + 200);
      g_autoptr (GString) texts = g_string_new (NULL);

      append_texts (texts, mtr_document_get_root (document));
      g_assert_cmpuint (texts->len, >, 300);
      if (strstr (texts->str, "planted") != NULL)
        g_error ("%s: %.200s", name, strstr (texts->str, "planted"));
    }
}

/* ---- Few people ------------------------------------------------------------------------------ */

/* One more answer a day from 1 June on: what is said of 4, 5, 9 and 10 people. */
static void
test_few (Fixture       *fixture,
          gconstpointer  data)
{
  static const struct {
    const char *to;
    const char *line;
    gboolean    withheld;
  } rows[] = {
    { "2026-06-04", "\nHow useful was it to you?|–|–|", TRUE },
    { "2026-06-05", "\nHow useful was it to you?|5|3.0|", FALSE },
    { "2026-06-09", "\nHow useful was it to you?|5|3.0|", TRUE },
    { "2026-06-10", "\nHow useful was it to you?|10|3.5|", FALSE },
  };

  execute (fixture->path, fill);
  execute (fixture->path,
           "UPDATE evaluation_answer SET number = NULL WHERE question = 'useful';"
           "UPDATE evaluation SET given_on = date ('2026-05-31', (id - 70000) || ' days') WHERE id BETWEEN 70001 AND 70010;"
           "INSERT OR REPLACE INTO evaluation_answer (id, evaluation_id, question, number) SELECT id + 10000, id, 'useful', "
           "iif (id <= 70005, id - 70000, 4) FROM evaluation WHERE id BETWEEN 70001 AND 70010;"
           "DELETE FROM evaluation_answer WHERE question = 'effect-seen';");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *texts = dup_texts (fixture, "evaluation", "2026-06-01", rows[i].to);

      g_assert_nonnull (strstr (texts, rows[i].line));
      g_assert_cmpint (strstr (texts, "Some answers of this period are not counted here") != NULL, ==, rows[i].withheld);
    }
}

/* ---- Nothing, and one pairing ------------------------------------------------------------------ */

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct {
    const char *report;
    const char *line;
  } rows[] = {
    { "submissions", "\nSatisfactory the first time|–|" },
    { "submissions", "\nHanded in|0|" },
    { "submissions", "\n" SCHEME "|0|0|0|0|–|" },
    { "submissions", "Nobody has anything to hand in.|" },
    { "submissions", "No pair ended in the period.|" },
    { "evaluation", "In the period nobody was asked to look back.|" },
    { "retention", "Nobody’s mentoring began twelve months before a day of the period.|" },
    { "planner", "\nTogether|0|0|0|0|" },
    { "planner", "Nothing is planned in this time.|" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *texts = dup_texts (fixture, rows[i].report, "2025-11-22", "2026-11-21");

      if (strstr (texts, rows[i].line) == NULL)
        g_error ("%s without %s: %s", rows[i].report, rows[i].line, texts);
      g_assert_null (strstr (texts, " %"));
    }
}

/* The statement has the facts of the page that the pair can look at, which is made from all that its owner has. */
static void
test_progress (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PAIRING);
  g_autoptr (MtrStore) store = mtr_store_open (fixture->path, mtr_pack_library_look_up, fixture->library, &error);
  g_autoptr (GPtrArray) pairings = mtr_store_list_records (store, &query, MTR_READER_LEAD, &error);
  GDate today;

  g_assert_no_error (error);
  g_assert_cmpuint (pairings->len, >=, 4);
  mtr_date_from_iso (AS_AT, &today);
  mtr_store_close (store);
  for (guint i = 0; i < pairings->len; i++)
    {
      MtrRecord *pairing = g_ptr_array_index (pairings, i);
      gint64 id = mtr_record_get_id (pairing);
      g_autoptr (MtrDocument) document = build (fixture, "progress", NULL, NULL, AS_AT, id);
      g_autoptr (MtrStore) again = mtr_store_open (fixture->path, mtr_pack_library_look_up, fixture->library, &error);
      g_autoptr (MtrSnapshot) snapshot = mtr_store_load (again, MTR_SCOPE_PAIRING, MTR_KIND_PAIRING, id, MTR_READER_OWNER,
                                                         &error);
      MtrPack *pack = mtr_store_get_pack (again, mtr_record_get_text (pairing, MTR_PAIRING_PACK));
      g_autoptr (GPtrArray) facts = mtr_manager_row_build (pack, snapshot, id, &today);
      MtrNode *section = mtr_document_find (document, "progress");
      guint n_fields = 0;

      g_assert_no_error (error);
      for (guint j = 0; j < section->children->len; j++)
        {
          MtrNode *node = mtr_node_nth (section, j);

          if (node->type != MTR_NODE_FIELD)
            continue;
          g_assert_cmpuint (n_fields, <, facts->len);
          g_assert_cmpstr (node->label, ==, ((MtrManagerFact *) g_ptr_array_index (facts, n_fields))->label);
          g_assert_cmpstr (node->text, ==, ((MtrManagerFact *) g_ptr_array_index (facts, n_fields))->value);
          n_fields++;
        }
      g_assert_cmpuint (n_fields, ==, facts->len);
      g_assert_cmpuint (n_fields, >, 5);
      mtr_store_close (again);
    }
}

/* A pairing that is not there is refused in words. */
static void
test_no_pairing (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *output = g_build_filename (fixture->folder, "progress.pdf", NULL);
  g_autofree char *option = g_strconcat ("--output=", output, NULL);
  g_auto (Run) run = run_cli ("report", fixture->path, "progress", "--format=pdf", option, "--pairing=7", NULL);

  g_assert_cmpint (run.status, ==, 2);
  g_assert_nonnull (strstr (run.err, "no pairing 7 in"));
  g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
}

static const char * const make_new[] = { "new", "--pack=nqsw-scotland" };
static const char * const make_sample[] = { "sample", "--as-at=" AS_AT };

#define add(path, data, function) g_test_add (path, Fixture, data, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/cli/outcomes/counted-again", make_new, test_counted_again);
  add ("/cli/outcomes/planted", make_new, test_planted);
  add ("/cli/outcomes/few", make_new, test_few);
  add ("/cli/outcomes/empty", make_new, test_empty);
  add ("/cli/outcomes/progress", make_sample, test_progress);
  add ("/cli/outcomes/no-pairing", make_sample, test_no_pairing);

  return g_test_run ();
}
