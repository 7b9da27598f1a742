/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists and reports in the order of the alphabet of the window: one program for each
 * language, for a process has one.
 */

#include "mtr-date.h"
#include "mtr-language.h"
#include "store-fixture.h"

#include <locale.h>

/* With the people of the fixture, who are called Person A, B and C. */
static const char *const names[] = { "Chwech", "Cyd", "Llinos", "Lyn", "Ddraig", "Dylan", NULL };

static const struct {
  const char *language;
  const char *sorted[6];
} cases[] = {
  { "", { "Chwech", "Cyd", "Ddraig", "Dylan", "Llinos", "Lyn" } },
  /* Ch follows c, dd follows d, ll follows l. */
  { "cy", { "Cyd", "Chwech", "Dylan", "Ddraig", "Lyn", "Llinos" } },
};

/* Returns the place of the next name. */
static gsize
check_name (const char *name,
            gsize       place)
{
  const char *language = g_getenv ("LANGUAGE");

  if (!g_strv_contains (names, name))
    return place;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (g_strcmp0 (cases[i].language, language) == 0)
      g_assert_cmpstr (name, ==, cases[i].sorted[place]);

  return place + 1;
}

/* Who would mentor, as a report lists them. */
static void
check_report (StoreFixture *fixture)
{
  const MtrFigure figure = MTR_FIGURE_PIPELINE;
  g_auto (MtrReportScope) scope = { 0 };
  g_autoptr (MtrFigures) figures = NULL;
  g_autoptr (GError) error = NULL;
  gsize place = 0;
  GDate day;

  g_assert_true (mtr_date_from_iso ("2026-11-21", &day));
  mtr_report_scope_init (&scope, &day);
  figures = mtr_store_read_figures (fixture->store, &scope, &figure, 1, MTR_FIGURES_ALONE, &error);
  g_assert_no_error (error);
  for (guint row = 0; row < mtr_figures_count (figures, figure); row++)
    place = check_name (mtr_figures_get_text (figures, figure, row, 0), place);
  g_assert_cmpuint (place, ==, G_N_ELEMENTS (names) - 1);
}

static void
test_people (StoreFixture  *fixture,
             gconstpointer  data)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PERSON);
  g_autoptr (MtrChange) change = mtr_change_new ("add people");
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GError) error = NULL;
  gsize place = 0;

  for (gsize i = 0; names[i] != NULL; i++)
    {
      MtrRecord *person = mtr_record_new (MTR_KIND_PERSON, mtr_store_new_id (fixture->store));

      mtr_record_set_text (person, MTR_PERSON_NAME, names[i]);
      mtr_record_set_number (person, MTR_PERSON_WILLING_TO_MENTOR, 1);
      mtr_change_insert (change, person);
    }
  store_fixture_apply (fixture, change);

  query.order_field = MTR_PERSON_NAME;
  people = mtr_store_list_records (fixture->store, &query, MTR_READER_OWNER, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < people->len; i++)
    place = check_name (mtr_record_get_name (g_ptr_array_index (people, i), MTR_PERSON_NAME), place);
  g_assert_cmpuint (place, ==, G_N_ELEMENTS (names) - 1);
  check_report (fixture);
}

static void
test_welsh (void)
{
  locale_t alphabet = newlocale (LC_COLLATE_MASK, "cy_GB.UTF-8", (locale_t) 0);

  if (alphabet == (locale_t) 0)
    {
      g_test_skip ("this computer does not know the Welsh alphabet");
      return;
    }
  freelocale (alphabet);
  if (!g_test_subprocess ())
    {
      g_setenv ("LANGUAGE", "cy", TRUE);
      g_test_trap_subprocess ("/store/language/people", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
    }
}

int
main (int   argc,
      char *argv[])
{
  mtr_language_set_up ("/nowhere");
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/language/people", StoreFixture, NULL, store_fixture_set_up, test_people, store_fixture_tear_down);
  g_test_add_func ("/store/language/welsh", test_welsh);

  return g_test_run ();
}
