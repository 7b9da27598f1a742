/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sample is made the same way on every day, and what it says is right. */

#include <string.h>

#include "mtr-date.h"
#include "mtr-eligibility.h"
#include "mtr-observation.h"
#include "mtr-pack-library.h"
#include "mtr-pairing.h"
#include "mtr-portfolio.h"
#include "mtr-requirement.h"
#include "mtr-sample.h"
#include "mtr-session.h"
#include "mtr-test-losses.h"

static const char small[] =
  "# A comment\n"
  "[pairing one]\npack=small\nstate=active\nmentor_id=guide\nstarted_on=@-3m\n"
  "[person learner]\nname=Learner\nline_manager_id=guide\nsupervisory_months=7\nregistered=no\n"
  "[person guide]\nname=Guide\nprivate_note=First.\\n\\nSecond.\nregistered=yes\nregistered_seen_on=@-21d\n"
  "[session talk]\npairing_id=one\nstate=planned\nheld_on=@+5d\nheld_time=09:30\n"
  "[observation look]\npairing_id=one\ntype=visit\nobserved_at=@-7d 16:40\nheld_on=@\n";

static GPtrArray *
build (const char  *text,
       const char  *today,
       GError     **error)
{
  g_autoptr (GBytes) source = g_bytes_new (text, strlen (text));
  GDate date;

  g_assert_true (mtr_date_from_iso (today, &date));

  return mtr_sample_build (source, &date, 100, error);
}

static MtrRecord *
find (GPtrArray *records,
      gint64     id)
{
  for (guint i = 0; i < records->len; i++)
    if (mtr_record_get_id (g_ptr_array_index (records, i)) == id)
      return g_ptr_array_index (records, i);
  g_error ("No record %" G_GINT64_FORMAT, id);
}

static void
test_values (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = build (small, "2026-11-20", &error);
  MtrRecord *pairing, *learner, *guide, *talk, *look;

  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 5);
  pairing = find (records, 100);
  learner = find (records, 101);
  guide = find (records, 102);
  talk = find (records, 103);
  look = find (records, 104);

  g_assert_cmpint (mtr_record_get_kind (pairing), ==, MTR_KIND_PAIRING);
  g_assert_cmpint (mtr_record_get_number (pairing, MTR_PAIRING_MENTOR_ID), ==, 102);
  g_assert_cmpstr (mtr_record_get_text (pairing, MTR_PAIRING_STARTED_ON), ==, "2026-08-20");
  g_assert_cmpint (mtr_record_get_number (learner, MTR_PERSON_SUPERVISORY_MONTHS), ==, 7);
  g_assert_true (mtr_record_is_set (learner, MTR_PERSON_REGISTERED));
  g_assert_cmpint (mtr_record_get_number (learner, MTR_PERSON_REGISTERED), ==, 0);
  g_assert_cmpstr (mtr_record_get_text (guide, MTR_PERSON_PRIVATE_NOTE), ==, "First.\n\nSecond.");
  g_assert_cmpstr (mtr_record_get_text (guide, MTR_PERSON_REGISTERED_SEEN_ON), ==, "2026-10-30");
  g_assert_cmpstr (mtr_record_get_text (talk, MTR_SESSION_HELD_ON), ==, "2026-11-25");
  g_assert_cmpstr (mtr_record_get_text (talk, MTR_SESSION_HELD_TIME), ==, "09:30");
  g_assert_cmpstr (mtr_record_get_text (look, MTR_OBSERVATION_OBSERVED_AT), ==, "2026-11-13T16:40:00Z");
  g_assert_cmpstr (mtr_record_get_text (look, MTR_OBSERVATION_HELD_ON), ==, "2026-11-20");
}

/* By the calendar of a wall: which day it was, and the working day beside it that is further from today. */
static void
test_dates (void)
{
  static const struct {
    const char *today;
    const char *written;
    const char *expected;
  } rows[] = {
    { "2026-11-20", "@", "2026-11-20" },
    { "2026-11-21", "@", "2026-11-21" },      /* a Saturday stays, being today */
    { "2026-11-20", "@-5d", "2026-11-13" },   /* Sunday 15 November */
    { "2026-11-20", "@-6d", "2026-11-13" },   /* Saturday 14 November */
    { "2026-11-20", "@-7d", "2026-11-13" },
    { "2026-11-20", "@+1d", "2026-11-23" },   /* Saturday 21 November */
    { "2026-11-20", "@+2d", "2026-11-23" },   /* Sunday 22 November */
    { "2026-11-20", "@+3d", "2026-11-23" },
    { "2027-08-31", "@-6m", "2027-02-26" },   /* 28 February 2027 is a Sunday */
    { "2024-05-31", "@-3m", "2024-02-29" },   /* a Thursday */
    { "2026-12-31", "@+2m", "2027-03-01" },   /* 28 February 2027 again */
    { "2026-01-02", "@-2d", "2025-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("[person a]\nname=A\nregistered_seen_on=%s\n", rows[i].written);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) records = build (text, rows[i].today, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (mtr_record_get_text (find (records, 100), MTR_PERSON_REGISTERED_SEEN_ON), ==, rows[i].expected);
    }
}

static void
test_refused (void)
{
  static const struct {
    const char     *text;
    MtrSampleError  code;
    const char     *place;
  } rows[] = {
    { "name=A\n", MTR_SAMPLE_ERROR_MALFORMED, "cannot be read" },
    { "[person]\nname=A\n", MTR_SAMPLE_ERROR_MALFORMED, "[person]" },
    { "[person a b]\nname=A\n", MTR_SAMPLE_ERROR_MALFORMED, "[person a b]" },
    { "[robot a]\nname=A\n", MTR_SAMPLE_ERROR_UNKNOWN, "[robot a]" },
    { "[pairing_summary a]\npairing_id=a\n", MTR_SAMPLE_ERROR_UNKNOWN, "[pairing_summary a]" },
    { "[person a]\nnome=A\n", MTR_SAMPLE_ERROR_UNKNOWN, "[person a] nome" },
    { "[person a]\nname=A\nline_manager_id=b\n", MTR_SAMPLE_ERROR_UNKNOWN, "[person a] line_manager_id" },
    { "[person a]\nrole_title=Boss\n", MTR_SAMPLE_ERROR_BAD_VALUE, "[person a] name" },
    { "[person a]\nname=A\\nB\n", MTR_SAMPLE_ERROR_BAD_VALUE, "[person a] name" },
    { "[person a]\nname=A\nregistered=1\n", MTR_SAMPLE_ERROR_BAD_VALUE, "[person a] registered" },
    { "[person a]\nname=A\nsupervisory_months=many\n", MTR_SAMPLE_ERROR_BAD_VALUE, "[person a] supervisory_months" },
    { "[person a]\nname=A\nregistered_seen_on=2026-01-01\n", MTR_SAMPLE_ERROR_BAD_VALUE, "registered_seen_on" },
    { "[person a]\nname=A\nregistered_seen_on=@-d\n", MTR_SAMPLE_ERROR_BAD_VALUE, "registered_seen_on" },
    { "[person a]\nname=A\nregistered_seen_on=@-3w\n", MTR_SAMPLE_ERROR_BAD_VALUE, "registered_seen_on" },
    { "[person a]\nname=A\nregistered_seen_on=@+99999999d\n", MTR_SAMPLE_ERROR_BAD_VALUE, "registered_seen_on" },
    { "[person a]\nname=A\nline_manager_id=b\n[person b]\nname=B\nline_manager_id=a\n", MTR_SAMPLE_ERROR_BAD_VALUE,
      "circle" },
    { "[pairing a]\npack=two words\nstate=active\n", MTR_SAMPLE_ERROR_BAD_VALUE, "[pairing a] pack" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (build (rows[i].text, "2026-11-20", &error));
      g_assert_error (error, MTR_SAMPLE_ERROR, (int) rows[i].code);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, rows[i].place));
    }
}

static GPtrArray *
build_sample (const char *today)
{
  g_autoptr (GBytes) source = mtr_sample_dup_source ();
  g_autoptr (GError) error = NULL;
  GPtrArray *records;
  GDate date;

  g_assert_true (mtr_date_from_iso (today, &date));
  records = mtr_sample_build (source, &date, 1, &error);
  g_assert_no_error (error);

  return records;
}

/* Whatever day it is, every record comes after those that it refers to. */
static void
test_order (void)
{
  static const char * const some_days[] = { "2026-11-21", "2026-11-22", "2026-11-23", "2028-02-29", "2027-08-31" };

  for (guint day = 0; day < G_N_ELEMENTS (some_days); day++)
    {
      g_autoptr (GPtrArray) records = build_sample (some_days[day]);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      for (guint i = 0; i < records->len; i++)
        {
          MtrRecord *record = g_ptr_array_index (records, i);
          const MtrKindInfo *info = mtr_kind_get_info (mtr_record_get_kind (record));

          for (int field = info->first_field; field <= (int) info->last_field; field++)
            if (mtr_field_get_info (field)->type == MTR_TYPE_REF && mtr_record_is_set (record, field))
              g_assert_true (g_hash_table_contains (seen, GINT_TO_POINTER (mtr_record_get_number (record, field))));
          g_assert_true (g_hash_table_add (seen, GINT_TO_POINTER (mtr_record_get_id (record))));
        }
    }
}

/* Which list of the pack a field takes its codes from. */
static const struct {
  MtrField    field;
  MtrWordList list;
} coded[] = {
  { MTR_SESSION_KIND,                MTR_WORDS_SESSION_KINDS },
  { MTR_SESSION_WELLBEING,           MTR_WORDS_WELLBEING },
  { MTR_SESSION_TOPIC_TOPIC,         MTR_WORDS_TOPICS },
  { MTR_SESSION_ANSWER_PROMPT,       MTR_WORDS_PROMPTS },
  { MTR_OBSERVATION_THEME_THEME,     MTR_WORDS_THEMES },
  { MTR_OBSERVATION_JUDGEMENT,       MTR_WORDS_JUDGEMENTS },
};

static const MtrField standards[] = {
  MTR_SESSION_AREAS, MTR_OBSERVATION_PLANNED_AREAS, MTR_OBSERVATION_NOTE_STANDARDS, MTR_OBSERVATION_AREA_STANDARD,
  MTR_EVIDENCE_LINK_STANDARD, MTR_REPORT_AREA_STANDARD,
};

static void
check_codes (MtrPack   *pack,
             MtrRecord *record)
{
  MtrKind kind = mtr_record_get_kind (record);

  for (guint i = 0; i < G_N_ELEMENTS (coded); i++)
    if (mtr_field_get_info (coded[i].field)->kind == kind && mtr_record_is_set (record, coded[i].field))
      g_assert_nonnull (mtr_pack_find_word (pack, coded[i].list, mtr_record_get_text (record, coded[i].field)));
  for (guint i = 0; i < G_N_ELEMENTS (standards); i++)
    if (mtr_field_get_info (standards[i])->kind == kind && mtr_record_is_set (record, standards[i]))
      {
        g_auto (GStrv) codes = g_strsplit (mtr_record_get_text (record, standards[i]), " ", -1);

        for (guint n = 0; codes[n] != NULL; n++)
          g_assert_nonnull (mtr_pack_find_standard (pack, codes[n]));
      }
  if (kind == MTR_KIND_EVIDENCE)
    g_assert_nonnull (mtr_pack_find_evidence_kind (pack, mtr_record_get_text (record, MTR_EVIDENCE_KIND)));
  if (kind == MTR_KIND_OBSERVATION)
    g_assert_nonnull (mtr_pack_find_observation_type (pack, mtr_record_get_text (record, MTR_OBSERVATION_TYPE)));
}

static void
test_codes (void)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  g_autoptr (GPtrArray) records = build_sample ("2026-11-21");
  MtrPack *pack;

  mtr_pack_library_load (library);
  /* The programme is the first group of the file. */
  pack = mtr_pack_library_find (library, mtr_record_get_text (find (records, 1), MTR_PROGRAMME_PACK), NULL);
  g_assert_nonnull (pack);
  for (guint i = 0; i < records->len; i++)
    check_codes (pack, g_ptr_array_index (records, i));
}

static guint
count (GPtrArray *records,
       MtrKind    kind)
{
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    n += mtr_record_get_kind (g_ptr_array_index (records, i)) == kind;

  return n;
}

static void
test_people (void)
{
  g_autoptr (GPtrArray) records = build_sample ("2026-11-21");

  g_assert_cmpuint (count (records, MTR_KIND_PROGRAMME), ==, 1);
  g_assert_cmpuint (count (records, MTR_KIND_PERSON), ==, 12);
  g_assert_cmpuint (count (records, MTR_KIND_PAIRING), ==, 4);
}

/* ---- What the rules make of it ------------------------------------------- */

typedef struct {
  MtrPackLibrary *library;
  MtrPack        *pack;     /* (unowned) */
  GPtrArray      *records;
  GDate           today;
} Sample;

static void
sample_clear (Sample *self)
{
  g_object_unref (self->library);
  g_ptr_array_unref (self->records);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sample, sample_clear)

static void
sample_init (Sample     *self,
             const char *today)
{
  self->library = mtr_pack_library_new ();
  mtr_pack_library_load (self->library);
  self->records = build_sample (today);
  self->pack = mtr_pack_library_find (self->library, mtr_record_get_text (find (self->records, 1), MTR_PROGRAMME_PACK),
                                      NULL);
  g_assert_true (mtr_date_from_iso (today, &self->today));
}

static MtrSnapshot *
make_snapshot (Sample            *self,
               const MtrTestLoss *loss)
{
  g_autoptr (GPtrArray) left = mtr_test_loss_apply (loss, self->records);
  MtrSnapshot *snapshot = mtr_snapshot_new (MTR_READER_OWNER);

  for (guint i = 0; i < left->len; i++)
    mtr_snapshot_add (snapshot, g_ptr_array_index (left, i));

  return snapshot;
}

static MtrRecord *
find_pairing (MtrSnapshot *snapshot,
              const char  *title)
{
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_PAIRING); i++)
    {
      MtrRecord *pairing = mtr_snapshot_nth (snapshot, MTR_KIND_PAIRING, i);
      g_autofree char *mentees = mtr_pairing_dup_mentees (snapshot, mtr_record_get_id (pairing));

      if (g_str_has_prefix (mentees, title))
        return pairing;
    }
  g_error ("No pairing of %s", title);
}

static GPtrArray *
check (Sample      *self,
       MtrSnapshot *snapshot,
       const char  *mentee)
{
  MtrRecord *pairing = find_pairing (snapshot, mentee);
  gint64 person = mtr_pairing_get_mentee (snapshot, mtr_record_get_id (pairing));
  g_autoptr (MtrRecord) portfolio = mtr_portfolio_find_or_make_up (snapshot, pairing, person);
  MtrRecord *programme = mtr_snapshot_nth (snapshot, MTR_KIND_PROGRAMME, 0);

  return mtr_requirement_check (self->pack, snapshot, portfolio,
                                mtr_record_get_number (programme, MTR_PROGRAMME_OWNER_ID), &self->today);
}

static GPtrArray *
list_unmet (GPtrArray *results)
{
  GPtrArray *unmet = g_ptr_array_new ();

  for (guint i = 0; i < results->len; i++)
    if (!((MtrRequirementResult *) g_ptr_array_index (results, i))->met)
      g_ptr_array_add (unmet, g_ptr_array_index (results, i));

  return unmet;
}

/* Every day of a fortnight, for the weekends, and some ends of months. */
static const char * const days[] = {
  "2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22", "2026-12-31",
  "2027-01-01", "2027-02-28", "2028-02-29", "2028-03-31", "2030-08-31",
};

static void
test_ready (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_auto (Sample) sample = { 0 };
      g_autoptr (MtrSnapshot) snapshot = NULL;
      g_autoptr (GPtrArray) results = NULL;
      g_autoptr (GPtrArray) unmet = NULL;

      sample_init (&sample, days[i]);
      snapshot = make_snapshot (&sample, NULL);
      results = check (&sample, snapshot, "Amara");
      unmet = list_unmet (results);
      for (guint n = 0; n < unmet->len; n++)
        g_test_message ("%s: %s", days[i], ((MtrRequirementResult *) g_ptr_array_index (unmet, n))->title);
      g_assert_cmpuint (unmet->len, ==, 0);
      g_assert_cmpuint (results->len, ==, mtr_pack_get_requirements (sample.pack)->len);
    }
}

static void
test_three_things_missing (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_auto (Sample) sample = { 0 };
      g_autoptr (MtrSnapshot) snapshot = NULL;
      g_autoptr (GPtrArray) results = NULL;
      g_autoptr (GPtrArray) unmet = NULL;
      const MtrRequirementResult *direct, *area, *comment;

      sample_init (&sample, days[i]);
      snapshot = make_snapshot (&sample, NULL);
      results = check (&sample, snapshot, "Kiran");
      unmet = list_unmet (results);
      g_assert_cmpuint (unmet->len, ==, 3);
      direct = g_ptr_array_index (unmet, 0);
      g_assert_cmpint (direct->requirement->kind, ==, MTR_REQUIREMENT_OBSERVATIONS);
      g_assert_cmpint (direct->turn, ==, MTR_TURN_YOURS);
      g_assert_cmpint (direct->field, ==, MTR_OBSERVATION_OBSERVER_SIGNED_AT);
      area = g_ptr_array_index (unmet, 1);
      g_assert_cmpint (area->requirement->kind, ==, MTR_REQUIREMENT_EVIDENCE_IN_AREAS);
      g_assert_cmpstr (area->area, ==, "8");
      g_assert_cmpint (area->turn, ==, MTR_TURN_OTHERS);
      comment = g_ptr_array_index (unmet, 2);
      g_assert_cmpint (comment->requirement->kind, ==, MTR_REQUIREMENT_REPORT_COMMENT);
      g_assert_cmpint (comment->turn, ==, MTR_TURN_OTHERS);
    }
}

static void
test_loss (gconstpointer data)
{
  const MtrTestLoss *loss = data;
  g_auto (Sample) sample = { 0 };
  g_autoptr (MtrSnapshot) snapshot = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GPtrArray) unmet = NULL;
  gboolean named = FALSE;

  sample_init (&sample, "2026-11-21");
  snapshot = make_snapshot (&sample, loss);
  results = check (&sample, snapshot, "Amara");
  unmet = list_unmet (results);
  for (guint i = 0; i < unmet->len; i++)
    {
      const MtrRequirementResult *result = g_ptr_array_index (unmet, i);

      g_test_message ("%s (%s)", result->title, result->reason);
      named |= result->requirement->kind == loss->named && strstr (result->title, loss->says) != NULL;
    }
  g_assert_true (named);
  g_assert_cmpuint (unmet->len, ==, loss->unmet);
}

static void
test_mentors (void)
{
  static const struct {
    const char *mentee;
    MtrVerdict  verdict;
    const char *state;
  } rows[] = {
    { "Amara",  MTR_VERDICT_YES,             MTR_PAIRING_ACTIVE },
    { "Kiran",  MTR_VERDICT_YES,             MTR_PAIRING_ACTIVE },
    { "Sorrel", MTR_VERDICT_UNKNOWN,         MTR_PAIRING_PROPOSED },
    { "Joss",   MTR_VERDICT_YES_WITH_REASON, MTR_PAIRING_ENDED },
  };
  g_auto (Sample) sample = { 0 };
  g_autoptr (MtrSnapshot) snapshot = NULL;

  sample_init (&sample, "2026-11-21");
  snapshot = make_snapshot (&sample, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MtrRecord *pairing = find_pairing (snapshot, rows[i].mentee);
      g_autoptr (MtrEligibility) eligibility = mtr_eligibility_check (sample.pack, snapshot, pairing);

      g_assert_cmpint (eligibility->verdict, ==, rows[i].verdict);
      g_assert_cmpint (eligibility->reason_field, ==, MTR_FIELD_NONE);
      g_assert_cmpstr (mtr_record_get_text (pairing, MTR_PAIRING_STATE), ==, rows[i].state);
    }
}

/* Nothing in the sample would be refused if somebody typed it. */
static void
test_nothing_is_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_auto (Sample) sample = { 0 };
      g_autoptr (MtrSnapshot) snapshot = NULL;

      sample_init (&sample, days[i]);
      snapshot = make_snapshot (&sample, NULL);
      for (guint n = 0; n < mtr_snapshot_count (snapshot, MTR_KIND_SESSION); n++)
        {
          g_autoptr (GPtrArray) problems =
            mtr_session_list_problems (sample.pack, snapshot, mtr_snapshot_nth (snapshot, MTR_KIND_SESSION, n),
                                       &sample.today);

          g_assert_cmpuint (problems->len, ==, 0);
        }
      for (guint n = 0; n < mtr_snapshot_count (snapshot, MTR_KIND_OBSERVATION); n++)
        {
          g_autoptr (GPtrArray) problems =
            mtr_observation_list_missing (sample.pack, snapshot, mtr_snapshot_nth (snapshot, MTR_KIND_OBSERVATION, n),
                                          MTR_OBSERVATION_STEP_SIGN, &sample.today);

          g_assert_cmpuint (problems->len, ==, 0);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("XDG_DATA_HOME", "/nowhere", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/sample/values", test_values);
  g_test_add_func ("/core/sample/dates", test_dates);
  g_test_add_func ("/core/sample/refused", test_refused);
  g_test_add_func ("/core/sample/order", test_order);
  g_test_add_func ("/core/sample/codes", test_codes);
  g_test_add_func ("/core/sample/people", test_people);
  g_test_add_func ("/core/sample/ready", test_ready);
  g_test_add_func ("/core/sample/three-things-missing", test_three_things_missing);
  for (const MtrTestLoss *loss = mtr_test_losses; loss->name != NULL; loss++)
    {
      g_autofree char *path = g_strconcat ("/core/sample/loss/", loss->name, NULL);

      g_test_add_data_func (path, loss, test_loss);
    }
  g_test_add_func ("/core/sample/mentors", test_mentors);
  g_test_add_func ("/core/sample/nothing-is-refused", test_nothing_is_refused);

  return g_test_run ();
}
