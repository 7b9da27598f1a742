/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What may be said of the answers of few people: every sum worked out by hand.
 * The last test plays somebody who asks for every possible time and subtracts
 * each answer from every other.
 */

#include "mtr-evaluation.h"

#include <string.h>

/* Who gave which figure when, in the order of evaluations. */
typedef struct {
  gint64      person_id;
  const char *given_on;
  gint64      number;
} Row;

/* The sets: 1 to 5 (sum 15, full on 5 May), 6 to 10 (sum 20, full on 9 June), and three that wait. */
static const Row rows[] = {
  { 1,  "2026-05-01", 1 },
  { 2,  "2026-05-01", 2 },
  { 3,  "2026-05-02", 3 },
  { 4,  "2026-05-04", 4 },
  { 5,  "2026-05-05", 5 },
  { 6,  "2026-05-05", 4 },
  { 7,  "2026-06-01", 4 },
  { 8,  "2026-06-02", 5 },
  { 9,  "2026-06-08", 5 },
  { 10, "2026-06-09", 2 },
  { 11, "2026-06-10", 1 },
  { 12, "2026-06-11", 1 },
  { 13, "2026-06-12", 1 },
};

static GArray *
make_answers (const Row *source,
              gsize      n_rows)
{
  GArray *answers = g_array_new (FALSE, FALSE, sizeof (MtrEvaluationAnswer));

  /* Backwards: they come in any order. */
  for (gsize i = n_rows; i > 0; i--)
    {
      MtrEvaluationAnswer answer = { (gint64) i, source[i - 1].person_id, source[i - 1].given_on,
                                     source[i - 1].number };

      g_array_append_val (answers, answer);
    }

  return answers;
}

static void
test_times (void)
{
  static const struct {
    const char *from;
    const char *to;
    guint       n_answers;
    gint64      sum;
    gboolean    withheld;
  } cases[] = {
    /* Nobody, then four, then five. */
    { NULL,         "2026-04-30", 0,  0,  FALSE },
    { NULL,         "2026-05-04", 0,  0,  TRUE },
    { NULL,         "2026-06-09", 10, 35, FALSE },
    /* Six have answered by 5 May: five are counted, and so they are while nine have. */
    { NULL,         "2026-05-05", 5,  15, TRUE },
    { NULL,         "2026-06-08", 5,  15, TRUE },
    /* Times that differ by four, and by five. */
    { NULL,         "2026-06-12", 10, 35, TRUE },
    { "2026-05-01", "2026-06-12", 10, 35, TRUE },
    { "2026-05-02", "2026-06-12", 5,  20, TRUE },
    { "2026-05-05", "2026-06-12", 5,  20, TRUE },
    { "2026-05-06", "2026-06-12", 0,  0,  TRUE },
    { "2026-05-05", "2026-06-09", 5,  20, TRUE },
    { "2026-06-13", "2026-12-31", 0,  0,  FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) answers = make_answers (rows, G_N_ELEMENTS (rows));
      MtrEvaluationSum sum;

      g_test_message ("case %d", (int) i);
      mtr_evaluation_sum (answers, cases[i].from, cases[i].to, &sum);
      g_assert_cmpuint (sum.n_answers, ==, cases[i].n_answers);
      g_assert_cmpint (sum.sum, ==, cases[i].sum);
      g_assert_cmpint (sum.withheld, ==, cases[i].withheld);
    }
}

/* Five answers are not five people; somebody unknown is the same as everybody unknown. */
static void
test_people (void)
{
  static const struct {
    Row   rows[7];
    gsize n_rows;
    guint n_answers;
    gint64 sum;
  } cases[] = {
    { { { 0 } }, 0, 0, 0 },
    { { { 1, "2026-01-01", 3 }, { 2, "2026-01-01", 3 }, { 3, "2026-01-01", 3 }, { 4, "2026-01-01", 3 } }, 4, 0, 0 },
    { { { 1, "2026-01-01", 3 }, { 2, "2026-01-01", 3 }, { 3, "2026-01-01", 3 }, { 4, "2026-01-01", 3 },
        { 5, "2026-01-01", 4 } }, 5, 5, 16 },
    { { { 1, "2026-01-01", 3 }, { 2, "2026-01-01", 3 }, { 3, "2026-01-01", 3 }, { 4, "2026-01-01", 3 },
        { 4, "2026-01-02", 4 } }, 5, 0, 0 },
    { { { 1, "2026-01-01", 3 }, { 2, "2026-01-01", 3 }, { 3, "2026-01-01", 3 }, { 4, "2026-01-01", 3 },
        { 4, "2026-01-02", 4 }, { 5, "2026-01-03", 5 } }, 6, 6, 21 },
    { { { 1, "2026-01-01", 3 }, { 2, "2026-01-01", 3 }, { 3, "2026-01-01", 3 }, { 0, "2026-01-01", 3 },
        { 0, "2026-01-02", 4 }, { 0, "2026-01-03", 5 } }, 6, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) answers = make_answers (cases[i].rows, cases[i].n_rows);
      MtrEvaluationSum sum;

      g_test_message ("case %d", (int) i);
      mtr_evaluation_sum (answers, NULL, "2026-12-31", &sum);
      g_assert_cmpuint (sum.n_answers, ==, cases[i].n_answers);
      g_assert_cmpint (sum.sum, ==, cases[i].sum);
      g_assert_cmpint (sum.withheld, ==, cases[i].n_rows > 0 && cases[i].n_answers == 0);
    }
}

/* Whoever was counted in one sum and not in the other is one of five at least. Each answer is a power of two, so
 * that a sum tells which answers are in it. */
static void
test_subtraction (void)
{
  enum { N_DAYS = 28, N_SUMS = N_DAYS * (N_DAYS + 1) / 2 };
  guint64 sums[N_SUMS];
  guint n_sums = 0;
  char days[N_DAYS][11];
  Row given[40];

  for (int day = 0; day < N_DAYS; day++)
    g_snprintf (days[day], sizeof days[day], "2026-02-%02d", day + 1);
  for (int i = 0; i < (int) G_N_ELEMENTS (given); i++)
    given[i] = (Row) { i + 1, days[i * i % N_DAYS], (gint64) 1 << i };

  for (int from = 0; from < N_DAYS; from++)
    for (int to = from; to < N_DAYS; to++)
      {
        g_autoptr (GArray) answers = make_answers (given, G_N_ELEMENTS (given));
        MtrEvaluationSum sum;

        mtr_evaluation_sum (answers, days[from], days[to], &sum);
        g_assert_cmpint (__builtin_popcountll ((guint64) sum.sum), ==, sum.n_answers);
        sums[n_sums++] = (guint64) sum.sum;
      }
  g_assert_cmpuint (n_sums, ==, N_SUMS);
  for (guint i = 0; i < n_sums; i++)
    for (guint j = 0; j < n_sums; j++)
      {
        int n_more = __builtin_popcountll (sums[i] & ~sums[j]);

        g_assert_true (n_more == 0 || n_more >= MTR_EVALUATION_MIN_PEOPLE);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/evaluation/times", test_times);
  g_test_add_func ("/core/evaluation/people", test_people);
  g_test_add_func ("/core/evaluation/subtraction", test_subtraction);

  return g_test_run ();
}
