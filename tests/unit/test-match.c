/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Matching a whole pool: against every possible way on small random pools, and
 * each criterion, rule and reason worked out by hand.
 */

#include "mtr-eligibility.h"
#include "mtr-match-publish.h"
#include "mtr-match.h"
#include "mtr-pairing.h"
#include "mtr-test-records.h"

#include <string.h>

#define MOST 7
#define TODAY "2026-11-21"

static gint64
count_up (gpointer user_data)
{
  return ++*(gint64 *) user_data;
}

static MtrMatchPool *
make_pool (MtrPack     *pack,
           MtrSnapshot *snapshot)
{
  GDate today = mtr_test_date (TODAY);
  MtrMatchWeights weights;

  mtr_match_weights_init (&weights, snapshot);

  return mtr_match_pool_new (pack, snapshot, &weights, &today);
}

/* ---- Every possible way -------------------------------------------------- */

typedef struct {
  guint         n_mentees;
  guint         n_mentors;
  gint64        mentees[MOST];
  gint64        mentors[MOST];
  gboolean      allowed[MOST][MOST];
  int           pinned[MOST];          /* -1: nobody */
  gboolean      first[MOST];
  guint         room[MOST];
  gint64        worth[MOST][MOST];
} World;

typedef struct {
  int    n_pairs;
  int    n_first;
  gint64 total;
} Worth;

static gboolean
is_better (Worth one,
           Worth other)
{
  if (one.n_pairs != other.n_pairs)
    return one.n_pairs > other.n_pairs;
  if (one.n_first != other.n_first)
    return one.n_first > other.n_first;

  return one.total > other.total;
}

static void
try_all (World *world,
         guint  mentee,
         Worth  so_far,
         Worth *best)
{
  if (mentee == world->n_mentees)
    {
      if (is_better (so_far, *best))
        *best = so_far;
      return;
    }

  try_all (world, mentee + 1, so_far, best);
  for (guint mentor = 0; mentor < world->n_mentors && world->pinned[mentee] < 0; mentor++)
    if (world->allowed[mentee][mentor] && world->room[mentor] > 0)
      {
        world->room[mentor]--;
        try_all (world, mentee + 1,
                 (Worth) { so_far.n_pairs + 1, so_far.n_first + world->first[mentee],
                           so_far.total + world->worth[mentee][mentor] }, best);
        world->room[mentor]++;
      }
}

static void
set_number (MtrRecord *record,
            MtrField   field,
            gint64     number)
{
  mtr_record_set_number (record, field, number);
}

static void
set_random_codes (GRand      *random,
                  MtrRecord  *record,
                  MtrField    field,
                  const char *all,
                  const char *separator)
{
  g_auto (GStrv) codes = g_strsplit (all, " ", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    if (g_rand_boolean (random))
      g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", codes[i]);
  if (text->len > 0)
    mtr_record_set_text (record, field, text->str);
}

static const char *
choose (GRand      *random,
        const char *one,
        const char *other)
{
  return g_rand_boolean (random) ? one : other;
}

static MtrRecord *
add_random_person (GRand       *random,
                   MtrSnapshot *snapshot,
                   gint64       id)
{
  g_autofree char *name = g_strdup_printf ("Person %" G_GINT64_FORMAT, id);
  MtrRecord *person = mtr_test_record (snapshot, MTR_KIND_PERSON, id, MTR_PERSON_NAME, name, MTR_FIELD_NONE);

  set_random_codes (random, person, MTR_PERSON_SKILLS_WANTED, "feedback court-work leading planning", ", ");
  set_random_codes (random, person, MTR_PERSON_SKILLS_OFFERED, "Feedback court-work Leading planning", "\n");
  set_random_codes (random, person, MTR_PERSON_AVAILABILITY, "monday-morning tuesday-morning friday-afternoon", " ");
  set_random_codes (random, person, MTR_PERSON_LANGUAGES, "English Welsh", ", ");
  mtr_record_set_text (person, MTR_PERSON_SERVICE, choose (random, "Adults", "Justice"));
  mtr_record_set_text (person, MTR_PERSON_LOCALITY, choose (random, "North", "South"));
  mtr_record_set_text (person, MTR_PERSON_MODE, choose (random, "video", "any"));
  set_number (person, MTR_PERSON_WISHES_OTHER_VIEW, g_rand_int_range (random, 0, 2));
  set_number (person, MTR_PERSON_FIELD_MONTHS, g_rand_int_range (random, 0, 120));

  return person;
}

static void
fill_world (GRand       *random,
            World       *world,
            MtrSnapshot *snapshot)
{
  gint64 rule_id = 1000;

  for (guint j = 0; j < world->n_mentors; j++)
    {
      MtrRecord *mentor;
      gboolean registered = g_rand_int_range (random, 0, 5) > 0;
      int months = g_rand_int_range (random, 20, 40);

      world->mentors[j] = 100 + j;
      mentor = add_random_person (random, snapshot, world->mentors[j]);
      world->room[j] = (guint) g_rand_int_range (random, 0, 4);
      set_number (mentor, MTR_PERSON_WILLING_TO_MENTOR, 1);
      set_number (mentor, MTR_PERSON_CAPACITY, world->room[j]);
      set_number (mentor, MTR_PERSON_REGISTERED, registered);
      set_number (mentor, MTR_PERSON_SUPERVISORY_MONTHS, months);
      for (guint i = 0; i < world->n_mentees; i++)
        world->allowed[i][j] = registered && months >= 24;
    }

  for (guint i = 0; i < world->n_mentees; i++)
    {
      MtrRecord *mentee;

      world->mentees[i] = 200 + i;
      world->pinned[i] = -1;
      world->first[i] = g_rand_int_range (random, 0, 6) == 0;
      mentee = add_random_person (random, snapshot, world->mentees[i]);
      mtr_record_set_text (mentee, MTR_PERSON_ROLE_WANTED, "mentee");
      set_number (mentee, MTR_PERSON_FIRST_IN_QUEUE, world->first[i]);
      mtr_record_set_text (mentee, MTR_PERSON_WAITING_SINCE_ON, choose (random, "2026-01-05", "2026-09-30"));
      set_number (mentee, MTR_PERSON_LINE_MANAGER_ID, world->mentors[g_rand_int_range (random, 0, (int) world->n_mentors)]);

      for (guint j = 0; j < world->n_mentors; j++)
        {
          int chance = g_rand_int_range (random, 0, 30);
          g_autoptr (MtrRecord) rule = NULL;

          if (chance > 2)
            continue;
          rule = mtr_record_new (MTR_KIND_MATCH_RULE, rule_id++);
          set_number (rule, MTR_MATCH_RULE_FIRST_ID, chance == 1 ? world->mentees[i] : world->mentors[j]);
          set_number (rule, MTR_MATCH_RULE_SECOND_ID, chance == 1 ? world->mentors[j] : world->mentees[i]);
          mtr_record_set_text (rule, MTR_MATCH_RULE_RULE, chance == 0 ? "pin" : chance == 1 ? "exclude" : "forbid");
          mtr_snapshot_add (snapshot, rule);
          if (chance == 0)
            world->pinned[i] = (int) j;
          else
            world->allowed[i][j] = FALSE;
        }
    }
}

/* Exactly what mtr_match_score_new() says, but not rounded: the sum of its reasons. */
static gint64
find_worth (MtrMatchScore *score)
{
  gint64 sum = 0;
  gint64 most = 0;

  for (guint i = 0; i < score->reasons->len; i++)
    {
      const MtrMatchReason *reason = g_ptr_array_index (score->reasons, i);

      sum += reason->points * reason->weight;
      most += reason->weight;
    }
  g_assert_cmpint (score->percent, ==, sum / most);

  return sum * 100 / most;
}

/* Pins go first, as long as there is room, in the order of the queue. */
static guint
take_pins (World        *world,
           MtrMatchPool *pool,
           MtrMatch     *match)
{
  guint n_taken = 0;

  for (guint position = 0; position < world->n_mentees; position++)
    {
      guint i = (guint) (mtr_match_pool_get_mentee (pool, position) - 200);
      int j = world->pinned[i];
      const MtrMatchSuggestion *found = NULL;

      for (guint k = 0; k < match->suggestions->len; k++)
        {
          const MtrMatchSuggestion *suggestion = g_ptr_array_index (match->suggestions, k);

          if (suggestion->score->mentee_id == world->mentees[i])
            found = suggestion;
        }
      if (j < 0)
        continue;
      if (world->allowed[i][j] && world->room[j] > 0)
        {
          g_assert_nonnull (found);
          g_assert_true (found->pinned);
          g_assert_cmpint (found->score->mentor_id, ==, world->mentors[j]);
          world->room[j]--;
          n_taken++;
        }
      else
        {
          g_assert_null (found);
        }
    }

  return n_taken;
}

static void
test_every_way (void)
{
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (20261121);
  guint n_unmatched = 0;
  guint n_pinned = 0;

  for (int run = 0; run < 500; run++)
    {
      g_autoptr (MtrSnapshot) snapshot = mtr_snapshot_new (MTR_READER_LEAD);
      g_autoptr (MtrMatchPool) pool = NULL;
      g_autoptr (MtrMatch) match = NULL;
      World world = { 0 };
      Worth best = { -1, 0, 0 };
      Worth found = { 0, 0, 0 };
      guint used[MOST] = { 0 };

      world.n_mentees = (guint) g_rand_int_range (random, 1, MOST + 1);
      world.n_mentors = (guint) g_rand_int_range (random, 1, MOST + 1);
      fill_world (random, &world, snapshot);
      pool = make_pool (pack, snapshot);
      g_assert_cmpuint (mtr_match_pool_count_mentees (pool), ==, world.n_mentees);
      g_assert_cmpuint (mtr_match_pool_count_mentors (pool), ==, world.n_mentors);
      match = mtr_match_new (pool);
      n_pinned += take_pins (&world, pool, match);

      for (guint i = 0; i < world.n_mentees; i++)
        for (guint j = 0; j < world.n_mentors; j++)
          {
            g_autoptr (MtrMatchScore) score = mtr_match_score_new (pool, world.mentees[i], world.mentors[j]);

            world.worth[i][j] = find_worth (score);
          }
      try_all (&world, 0, (Worth) { 0, 0, 0 }, &best);

      for (guint k = 0; k < match->suggestions->len; k++)
        {
          const MtrMatchSuggestion *suggestion = g_ptr_array_index (match->suggestions, k);
          guint i = (guint) (suggestion->score->mentee_id - 200);
          guint j = (guint) (suggestion->score->mentor_id - 100);

          g_assert_true (world.allowed[i][j]);
          if (suggestion->pinned)
            continue;
          g_assert_cmpint (world.pinned[i], ==, -1);
          g_assert_cmpuint (++used[j], <=, world.room[j]);
          found.n_pairs++;
          found.n_first += world.first[i];
          found.total += world.worth[i][j];
        }
      g_assert_cmpint (found.n_pairs, ==, best.n_pairs);
      g_assert_cmpint (found.n_first, ==, best.n_first);
      g_assert_cmpint (found.total, ==, best.total);
      g_assert_cmpuint (match->suggestions->len + match->unmatched->len, ==, world.n_mentees);
      for (guint k = 0; k < match->spare->len; k++)
        {
          const MtrMatchSpare *spare = g_ptr_array_index (match->spare, k);

          g_assert_cmpuint (spare->room, ==, world.room[spare->mentor_id - 100] - used[spare->mentor_id - 100]);
        }
      n_unmatched += match->unmatched->len;
    }

  /* The pools are of all sorts. */
  g_assert_cmpuint (n_unmatched, >, 100);
  g_assert_cmpuint (n_pinned, >, 20);
}

/* ---- By hand ------------------------------------------------------------- */

/* Mentor B, registered and long enough a supervisor, and Manager C, who manages Supervisor A and is not; Supervisor A,
 * who looks for a mentor since 22 October. */
static MtrSnapshot *
make_small (void)
{
  MtrSnapshot *snapshot = mtr_snapshot_new (MTR_READER_LEAD);

  mtr_test_record (snapshot, MTR_KIND_PERSON, 1, MTR_PERSON_NAME, "Supervisor A", MTR_PERSON_ROLE_WANTED, "mentee",
                   MTR_PERSON_WAITING_SINCE_ON, "2026-10-22", MTR_PERSON_LINE_MANAGER_ID, "3",
                   MTR_PERSON_SKILLS_WANTED, "Giving feedback, Court work; Leading", MTR_PERSON_SERVICE, "Adults",
                   MTR_PERSON_LOCALITY, "North", MTR_PERSON_MODE, "video", MTR_PERSON_LANGUAGES, "Welsh, English",
                   MTR_PERSON_AVAILABILITY, "monday-morning friday-afternoon", MTR_PERSON_FIELD_MONTHS, "12",
                   MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_PERSON, 2, MTR_PERSON_NAME, "Mentor B", MTR_PERSON_WILLING_TO_MENTOR, "1",
                   MTR_PERSON_REGISTERED, "1", MTR_PERSON_SUPERVISORY_MONTHS, "42", MTR_PERSON_CAPACITY, "1",
                   MTR_PERSON_SKILLS_OFFERED, "court work\ngiving FEEDBACK", MTR_PERSON_SERVICE, "adults",
                   MTR_PERSON_LOCALITY, "South", MTR_PERSON_MODE, "any", MTR_PERSON_LANGUAGES, "English",
                   MTR_PERSON_AVAILABILITY, "friday-afternoon", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_PERSON, 3, MTR_PERSON_NAME, "Manager C", MTR_PERSON_WILLING_TO_MENTOR, "1",
                   MTR_PERSON_SUPERVISORY_MONTHS, "60", MTR_FIELD_NONE);

  return snapshot;
}

static void
assert_reason (MtrMatchScore     *score,
               MtrMatchCriterion  criterion,
               int                points,
               const char        *sentence)
{
  for (guint i = 0; i < score->reasons->len; i++)
    {
      const MtrMatchReason *reason = g_ptr_array_index (score->reasons, i);

      if (reason->criterion == criterion)
        {
          g_assert_cmpstr (reason->sentence, ==, sentence);
          g_assert_cmpint (reason->points, ==, points);
          return;
        }
    }

  g_assert_null (sentence);
}

static void
test_words (void)
{
  static const struct {
    MtrMatchCriterion criterion;
    int               points;
    const char       *sentence;
  } with_mentor[] = {
    { MTR_MATCH_ELIGIBILITY, 100, "Every rule for mentors is known to be met" },
    { MTR_MATCH_REPORTING_LINE, 100, "Not in the same line of management" },
    { MTR_MATCH_WISH, 0, NULL },
    { MTR_MATCH_SKILLS, 66, "Offers 2 of 3 skills that are wanted: Giving feedback and Court work" },
    { MTR_MATCH_SERVICE, 100, "They work in the same service" },
    { MTR_MATCH_LOCALITY, 0, "They work in different localities" },
    { MTR_MATCH_MODE, 100, "They like to meet in the same way" },
    { MTR_MATCH_LANGUAGES, 100, "They share a language: English" },
    { MTR_MATCH_AVAILABILITY, 50, "They have 1 half day in common" },
    { MTR_MATCH_EXPERIENCE, 50, "30 months more experience" },
    { MTR_MATCH_PERSPECTIVE, 0, NULL },
    { MTR_MATCH_WAITING, 100, "Waiting since 22 October" },
  };
  static const struct {
    MtrMatchCriterion criterion;
    int               points;
    const char       *sentence;
  } with_manager[] = {
    { MTR_MATCH_ELIGIBILITY, 33, "Not every rule for mentors is known to be met" },
    { MTR_MATCH_REPORTING_LINE, 0, "Manager C is also the line manager" },
    { MTR_MATCH_SKILLS, 0, "It is not known which skills Manager C offers" },
    { MTR_MATCH_SERVICE, 0, "The mentor’s service is not known" },
    { MTR_MATCH_LOCALITY, 0, "The mentor’s locality is not known" },
    { MTR_MATCH_MODE, 0, "It is not known how Manager C likes to meet" },
    { MTR_MATCH_LANGUAGES, 0, "It is not known which languages Manager C speaks" },
    { MTR_MATCH_AVAILABILITY, 0, "It is not known when Manager C can meet" },
    { MTR_MATCH_EXPERIENCE, 80, "48 months more experience" },
  };
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (MtrSnapshot) snapshot = make_small ();
  g_autoptr (MtrMatchPool) pool = make_pool (pack, snapshot);
  g_autoptr (MtrMatchScore) mentor = mtr_match_score_new (pool, 1, 2);
  g_autoptr (MtrMatchScore) manager = mtr_match_score_new (pool, 1, 3);
  g_autoptr (GPtrArray) mentors = mtr_match_pool_list_mentors (pool, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (with_mentor); i++)
    assert_reason (mentor, with_mentor[i].criterion, with_mentor[i].points, with_mentor[i].sentence);
  for (gsize i = 0; i < G_N_ELEMENTS (with_manager); i++)
    assert_reason (manager, with_manager[i].criterion, with_manager[i].points, with_manager[i].sentence);

  /* 20·100 + 20·100 + 20·66 + 8·100 + 6·0 + 8·100 + 8·100 + 10·50 + 5·50 + 10·100 = 9470 of 115·100 */
  g_assert_cmpint (mentor->percent, ==, 82);
  /* 20·33 + 5·80 + 10·100 = 2060 of 115·100 */
  g_assert_cmpint (manager->percent, ==, 17);

  g_assert_cmpuint (mentor->warnings->len, ==, 0);
  g_assert_null (mentor->why_not);
  g_assert_cmpuint (manager->warnings->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (manager->warnings, 0), ==, "Manager C is also the line manager");
  g_assert_cmpstr (g_ptr_array_index (manager->warnings, 1), ==, "Not known yet: Registered social worker");
  g_assert_null (manager->why_not);

  g_assert_cmpuint (mentors->len, ==, 2);
  g_assert_cmpint (((MtrMatchScore *) g_ptr_array_index (mentors, 0))->mentor_id, ==, 2);
  g_assert_null (mtr_match_score_new (pool, 2, 1));
}

static void
test_wishes (void)
{
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (MtrSnapshot) snapshot = make_small ();
  g_autoptr (MtrMatchPool) pool = NULL;
  g_autoptr (MtrMatchScore) mentor = NULL;
  g_autoptr (MtrMatchScore) manager = NULL;

  mtr_test_set_in (snapshot, MTR_PERSON_WISHES, 1, "If it can be, mentor b. Not Manager Cole.");
  mtr_test_set_in (snapshot, MTR_PERSON_WISHES_OTHER_VIEW, 1, "1");
  mtr_test_set_in (snapshot, MTR_PERSON_TEAM, 1, "East");
  mtr_test_set_in (snapshot, MTR_PERSON_TEAM, 2, "West");
  pool = make_pool (pack, snapshot);
  mentor = mtr_match_score_new (pool, 1, 2);
  manager = mtr_match_score_new (pool, 1, 3);

  assert_reason (mentor, MTR_MATCH_WISH, 100, "Supervisor A names Mentor B in their wishes");
  assert_reason (manager, MTR_MATCH_WISH, 0, "Somebody else is named in the wishes");
  assert_reason (mentor, MTR_MATCH_SERVICE, 0, NULL);
  assert_reason (mentor, MTR_MATCH_PERSPECTIVE, 50, "A different perspective: 1 of 2 differ (service, team, profession)");
  assert_reason (manager, MTR_MATCH_PERSPECTIVE, 0, "It is not known whether the mentor brings a different perspective");
  g_assert_cmpuint (mentor->warnings->len, ==, 1);
}

static void
test_weights (void)
{
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (MtrSnapshot) snapshot = make_small ();
  g_autoptr (MtrMatchPool) pool = NULL;
  g_autoptr (MtrMatchScore) mentor = NULL;

  for (int i = 0; i < MTR_N_MATCH_CRITERIA; i++)
    mtr_test_record (snapshot, MTR_KIND_MATCH_WEIGHT, 100 + i, MTR_MATCH_WEIGHT_CRITERION,
                     mtr_match_criterion_get_code ((MtrMatchCriterion) i), MTR_MATCH_WEIGHT_WEIGHT,
                     i == MTR_MATCH_SKILLS ? "50" : i == MTR_MATCH_LOCALITY ? "50" : "0", MTR_FIELD_NONE);
  pool = make_pool (pack, snapshot);
  mentor = mtr_match_score_new (pool, 1, 2);

  g_assert_cmpuint (mentor->reasons->len, ==, 2);
  /* (50·66 + 50·0) of 100·100 */
  g_assert_cmpint (mentor->percent, ==, 33);
}

static void
add_rule (MtrSnapshot *snapshot,
          gint64       id,
          const char  *rule,
          const char  *first,
          const char  *second)
{
  mtr_test_record (snapshot, MTR_KIND_MATCH_RULE, id, MTR_MATCH_RULE_RULE, rule, MTR_MATCH_RULE_FIRST_ID, first,
                   MTR_MATCH_RULE_SECOND_ID, second, MTR_FIELD_NONE);
}

static void
test_lack (void)
{
  static const struct {
    struct {
      MtrField    field;
      gint64      id;
      const char *value;
    } set[2];
    const char   *rule;
    const char   *first;
    const char   *second;
    MtrMatchLack  lack;
    const char   *sentence;
  } rows[] = {
    { { { MTR_PERSON_WILLING_TO_MENTOR, 2, "0" }, { MTR_PERSON_WILLING_TO_MENTOR, 3, "0" } }, NULL, NULL, NULL,
      MTR_MATCH_LACK_MENTORS, "Nobody else offers to mentor. Say in “People” who is willing to." },
    { { { MTR_PERSON_REGISTERED, 2, "0" }, { MTR_PERSON_CAPACITY, 3, "0" } }, NULL, NULL, NULL,
      MTR_MATCH_LACK_POSSIBLE,
      "No mentor is possible: 1 does not meet “Registered social worker” and 1 has no place left." },
    { { { MTR_PERSON_SUPERVISORY_MONTHS, 2, "23" }, { MTR_PERSON_CAPACITY, 3, "2" } }, "exclude", "1", "3",
      MTR_MATCH_LACK_POSSIBLE,
      "No mentor is possible: 1 is not to be brought together with them and 1 does not meet “Two years in a supervisory "
      "role”." },
    { { { MTR_PERSON_SUPERVISORY_MONTHS, 2, "23" }, { MTR_PERSON_LEFT_ON, 3, "2026-11-20" } }, NULL, NULL, NULL,
      MTR_MATCH_LACK_POSSIBLE, "No mentor is possible: 1 does not meet “Two years in a supervisory role”." },
    { { { MTR_PERSON_REGISTERED, 2, "0" }, { MTR_PERSON_CAPACITY, 3, "2" } }, "pin", "2", "1",
      MTR_MATCH_LACK_PIN,
      "Pinned to Mentor B, but that cannot be. Mentor B does not meet a rule for mentors: Registered social worker." },
    { { { MTR_PERSON_WILLING_TO_MENTOR, 2, "0" }, { MTR_PERSON_CAPACITY, 3, "2" } }, "pin", "2", "1",
      MTR_MATCH_LACK_PIN, "Pinned to Mentor B, who does not offer to mentor. Take the pin out, or ask them." },
  };
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = make_small ();
      g_autoptr (MtrMatchPool) pool = NULL;
      g_autoptr (MtrMatch) match = NULL;
      const MtrMatchUnmatched *unmatched;

      for (gsize j = 0; j < G_N_ELEMENTS (rows[i].set); j++)
        mtr_test_set_in (snapshot, rows[i].set[j].field, rows[i].set[j].id, rows[i].set[j].value);
      if (rows[i].rule != NULL)
        add_rule (snapshot, 100, rows[i].rule, rows[i].first, rows[i].second);
      pool = make_pool (pack, snapshot);
      match = mtr_match_new (pool);
      g_assert_cmpuint (match->unmatched->len, ==, 1);
      unmatched = g_ptr_array_index (match->unmatched, 0);
      g_assert_cmpstr (unmatched->sentence, ==, rows[i].sentence);
      g_assert_cmpint (unmatched->lack, ==, rows[i].lack);
    }
}

/* The quick answers for all pairs of a pool are those of the page of a pairing, in every combination of what is known. */
static void
test_same_answers (void)
{
  static const char * const registered[] = { NULL, "0", "1" };
  static const char * const months[] = { NULL, "23", "24" };
  static const char * const managers[] = { NULL, "2", "3" };
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  MtrRule *rule = g_new0 (MtrRule, 1);
  guint n_compared = 0;

  rule->kind = MTR_RULE_MORE_EXPERIENCE;
  rule->title = g_strdup ("More experience");
  mtr_pack_take_rule (pack, rule);

  for (int i = 0; i < 3 * 3 * 3 * 3 * 3; i++)
    {
      g_autoptr (MtrSnapshot) snapshot = mtr_snapshot_new (MTR_READER_LEAD);
      g_autoptr (MtrEligibility) eligibility = NULL;
      MtrRecord *mentor = mtr_test_record (snapshot, MTR_KIND_PERSON, 2, MTR_PERSON_NAME, "Mentor B", MTR_FIELD_NONE);
      MtrRecord *mentee = mtr_test_record (snapshot, MTR_KIND_PERSON, 1, MTR_PERSON_NAME, "Supervisor A", MTR_FIELD_NONE);
      const struct {
        MtrRecord  *record;
        MtrField    field;
        const char *value;
      } known[] = {
        { mentor, MTR_PERSON_REGISTERED, registered[i % 3] },
        { mentor, MTR_PERSON_SUPERVISORY_MONTHS, months[i / 3 % 3] },
        { mentor, MTR_PERSON_FIELD_MONTHS, months[i / 9 % 3] },
        { mentee, MTR_PERSON_FIELD_MONTHS, months[i / 27 % 3] },
        { mentee, MTR_PERSON_LINE_MANAGER_ID, managers[i / 81] },
      };

      for (gsize j = 0; j < G_N_ELEMENTS (known); j++)
        if (known[j].value != NULL)
          mtr_test_set (known[j].record, known[j].field, known[j].value);
      mtr_test_record (snapshot, MTR_KIND_MEMBER, 11, MTR_MEMBER_PAIRING_ID, "10", MTR_MEMBER_PERSON_ID, "1",
                       MTR_MEMBER_ROLE, "mentee", MTR_FIELD_NONE);
      eligibility = mtr_eligibility_check (pack, snapshot,
                                           mtr_test_record (snapshot, MTR_KIND_PAIRING, 10, MTR_PAIRING_PACK, "test",
                                                            MTR_PAIRING_STATE, "proposed", MTR_PAIRING_MENTOR_ID, "2",
                                                            MTR_FIELD_NONE));
      for (guint j = 0; j < eligibility->rows->len; j++)
        {
          const MtrEligibilityRow *row = g_ptr_array_index (eligibility->rows, j);

          g_assert_cmpint (mtr_eligibility_answer (row->rule, mentor, mentee), ==, row->answer);
          n_compared++;
        }
    }
  g_assert_cmpuint (n_compared, ==, 243 * 4);
}

/* One place, two who look for a mentor: who has waited longer gets it, but who has asked for another mentor before. */
static void
test_queue (void)
{
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();

  for (int asked = 0; asked < 2; asked++)
    {
      g_autoptr (MtrSnapshot) snapshot = make_small ();
      g_autoptr (MtrMatchPool) pool = NULL;
      g_autoptr (MtrMatch) match = NULL;
      const MtrMatchSuggestion *suggestion;
      const MtrMatchUnmatched *unmatched;

      mtr_test_set_in (snapshot, MTR_PERSON_WILLING_TO_MENTOR, 3, "0");
      mtr_test_record (snapshot, MTR_KIND_PERSON, 4, MTR_PERSON_NAME, "Supervisor D", MTR_PERSON_ROLE_WANTED, "mentee",
                       MTR_PERSON_WAITING_SINCE_ON, "2026-11-01", MTR_PERSON_FIELD_MONTHS, "200", MTR_FIELD_NONE);
      if (asked)
        mtr_test_set_in (snapshot, MTR_PERSON_FIRST_IN_QUEUE, 4, "1");
      pool = make_pool (pack, snapshot);
      g_assert_cmpint (mtr_match_pool_get_mentee (pool, 0), ==, asked ? 4 : 1);
      match = mtr_match_new (pool);
      g_assert_cmpuint (match->suggestions->len, ==, 1);
      suggestion = g_ptr_array_index (match->suggestions, 0);
      g_assert_cmpint (suggestion->score->mentee_id, ==, asked ? 4 : 1);
      unmatched = g_ptr_array_index (match->unmatched, 0);
      g_assert_cmpint (unmatched->lack, ==, MTR_MATCH_LACK_ROOM);
      g_assert_cmpstr (unmatched->sentence, ==,
                       "The 1 mentor who is possible has no place left after the others were matched.");
    }
}

static void
test_circle_of_managers (void)
{
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (MtrSnapshot) snapshot = make_small ();
  g_autoptr (MtrMatchPool) pool = NULL;
  g_autoptr (MtrMatchScore) above = NULL;

  mtr_test_set_in (snapshot, MTR_PERSON_LINE_MANAGER_ID, 3, "2");
  mtr_test_set_in (snapshot, MTR_PERSON_LINE_MANAGER_ID, 2, "3");
  pool = make_pool (pack, snapshot);
  above = mtr_match_score_new (pool, 1, 2);
  assert_reason (above, MTR_MATCH_REPORTING_LINE, 50, "Mentor B is further up in the same line of management");
  g_assert_cmpuint (above->warnings->len, ==, 1);
}

/* ---- Publishing ---------------------------------------------------------- */

static void
assert_refused (MtrMatchPublication *publication,
                const char          *sentence)
{
  g_autoptr (GPtrArray) problems = mtr_match_publication_list_problems (publication);

  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (problems, 0), ==, sentence);
}

static void
test_publish (void)
{
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (MtrSnapshot) snapshot = make_small ();
  g_autoptr (MtrMatchPool) pool = make_pool (pack, snapshot);
  g_autoptr (MtrMatchPool) afterwards = NULL;
  g_autoptr (MtrMatch) match = mtr_match_new (pool);
  g_autoptr (MtrMatch) nothing = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (MtrChange) change = NULL;
  gint64 last_id = 500;
  MtrMatchPublication publication = {
    .match = match, .present = pool, .today = TODAY, .now = "2026-11-21T10:00:00Z", .new_id = count_up,
    .new_id_data = &last_id,
  };
  MtrRecord *pairing;
  MtrRecord *suggestion;

  problems = mtr_match_publication_list_problems (&publication);
  g_assert_cmpuint (problems->len, ==, 0);
  change = mtr_match_publication_make_change (&publication);
  mtr_test_apply (snapshot, change);

  g_assert_cmpuint (mtr_snapshot_count (snapshot, MTR_KIND_PAIRING), ==, 1);
  pairing = mtr_snapshot_nth (snapshot, MTR_KIND_PAIRING, 0);
  g_assert_cmpstr (mtr_record_get_text (pairing, MTR_PAIRING_STATE), ==, MTR_PAIRING_PROPOSED);
  g_assert_cmpstr (mtr_record_get_text (pairing, MTR_PAIRING_PROPOSED_ON), ==, TODAY);
  g_assert_cmpint (mtr_record_get_number (pairing, MTR_PAIRING_MENTOR_ID), ==, 2);
  g_assert_cmpint (mtr_record_get_number (pairing, MTR_PAIRING_LINE_MANAGER_ID), ==, 3);
  g_assert_cmpint (mtr_pairing_get_mentee (snapshot, mtr_record_get_id (pairing)), ==, 1);
  g_assert_false (mtr_record_is_set (mtr_snapshot_get (snapshot, MTR_KIND_PERSON, 1), MTR_PERSON_WAITING_SINCE_ON));
  g_assert_cmpuint (mtr_snapshot_count (snapshot, MTR_KIND_MATCH_RUN), ==, 1);
  suggestion = mtr_snapshot_nth (snapshot, MTR_KIND_SUGGESTION, 0);
  g_assert_cmpint (mtr_record_get_number (suggestion, MTR_SUGGESTION_SCORE), ==, 82);
  g_assert_cmpstr (mtr_record_get_text (suggestion, MTR_SUGGESTION_CRITERIA), ==,
                   "eligibility-100 reporting-line-100 skills-66 service-100 locality-0 mode-100 languages-100 "
                   "availability-50 experience-50 waiting-100");

  afterwards = make_pool (pack, snapshot);
  g_assert_cmpuint (mtr_match_pool_count_mentees (afterwards), ==, 0);
  g_assert_cmpuint (mtr_match_pool_get_room (afterwards, 2), ==, 0);
  publication.present = afterwards;
  assert_refused (&publication, "Supervisor A has a pairing with Mentor B already; it may have been published before.");

  nothing = mtr_match_new (afterwards);
  publication.match = nothing;
  assert_refused (&publication, "Nobody is left to publish: the last matching was published on 21 November 2026.");
}

static void
test_refused (void)
{
  static const struct {
    MtrField    field;
    gint64      id;
    const char *value;
    const char *sentence;
  } rows[] = {
    { MTR_PERSON_LEFT_ON, 1, "2026-11-20", "Supervisor A has left." },
    { MTR_PERSON_LEFT_ON, 2, "2026-11-20", "Mentor B has left." },
    { MTR_PERSON_WILLING_TO_MENTOR, 2, "0", "Mentor B does not offer to mentor any more." },
    { MTR_PERSON_CAPACITY, 2, "0", "Mentor B has no place left." },
    { MTR_PERSON_REGISTERED, 2, "0", "Mentor B does not meet a rule for mentors: Registered social worker." },
    { MTR_PERSON_SKILLS_OFFERED, 3, "Leading",
      "The pool has changed since these were suggested. Nothing was published; match again, then publish what comes of "
      "it." },
    { MTR_PERSON_EMPLOYER, 3, "Northshire", NULL },
    { MTR_PERSON_LEFT_ON, 2, "2026-11-21",
      "The pool has changed since these were suggested. Nothing was published; match again, then publish what comes of "
      "it." },
  };
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = make_small ();
      g_autoptr (MtrSnapshot) changed = make_small ();
      g_autoptr (MtrMatchPool) pool = make_pool (pack, snapshot);
      g_autoptr (MtrMatchPool) present = NULL;
      g_autoptr (MtrMatch) match = mtr_match_new (pool);
      g_autoptr (GPtrArray) problems = NULL;
      MtrMatchPublication publication = { .match = match };

      mtr_test_set_in (changed, rows[i].field, rows[i].id, rows[i].value);
      publication.present = present = make_pool (pack, changed);
      if (rows[i].sentence != NULL)
        {
          assert_refused (&publication, rows[i].sentence);
          continue;
        }
      problems = mtr_match_publication_list_problems (&publication);
      g_assert_cmpuint (problems->len, ==, 0);
    }
}

static void
test_nobody (void)
{
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (MtrSnapshot) snapshot = make_small ();
  g_autoptr (MtrMatchPool) pool = NULL;
  g_autoptr (MtrMatch) match = NULL;
  MtrMatchPublication publication = { 0 };

  mtr_test_set_in (snapshot, MTR_PERSON_LEFT_ON, 1, "2026-11-20");
  publication.present = pool = make_pool (pack, snapshot);
  publication.match = match = mtr_match_new (pool);
  assert_refused (&publication, "There is nobody to publish: no two people are suggested.");
}

static void
test_round_ends (void)
{
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (MtrSnapshot) snapshot = make_small ();
  g_autoptr (MtrMatchPool) pool = NULL;
  g_autoptr (MtrMatch) match = NULL;
  g_autoptr (MtrChange) change = NULL;
  gint64 last_id = 500;
  MtrMatchPublication publication = {
    .today = TODAY, .now = "2026-11-21T10:00:00Z", .new_id = count_up, .new_id_data = &last_id,
  };
  guint n_deleted = 0;

  add_rule (snapshot, 100, "pin", "2", "1");
  add_rule (snapshot, 101, "forbid", "3", "1");
  add_rule (snapshot, 102, "exclude", "3", "1");
  publication.present = pool = make_pool (pack, snapshot);
  publication.match = match = mtr_match_new (pool);
  g_assert_true (((MtrMatchSuggestion *) g_ptr_array_index (match->suggestions, 0))->pinned);
  change = mtr_match_publication_make_change (&publication);
  for (guint i = 0; i < mtr_change_count (change); i++)
    {
      const MtrOperation *operation = mtr_change_nth (change, i);

      if (operation->type == MTR_OPERATION_DELETE)
        {
          g_assert_cmpint (operation->kind, ==, MTR_KIND_MATCH_RULE);
          g_assert_cmpint (operation->id, !=, 102);
          n_deleted++;
        }
    }
  g_assert_cmpuint (n_deleted, ==, 2);
}

/* A pairing that waits for a mentor gets one; it is not made twice. */
static void
test_open_pairing (void)
{
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (MtrSnapshot) snapshot = make_small ();
  g_autoptr (MtrMatchPool) pool = NULL;
  g_autoptr (MtrMatch) match = NULL;
  g_autoptr (MtrChange) change = NULL;
  gint64 last_id = 500;
  MtrMatchPublication publication = {
    .today = TODAY, .now = "2026-11-21T10:00:00Z", .new_id = count_up, .new_id_data = &last_id,
  };

  mtr_test_record (snapshot, MTR_KIND_PAIRING, 50, MTR_PAIRING_PACK, "test", MTR_PAIRING_STATE, "proposed", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_MEMBER, 51, MTR_MEMBER_PAIRING_ID, "50", MTR_MEMBER_PERSON_ID, "1",
                   MTR_MEMBER_ROLE, "mentee", MTR_FIELD_NONE);
  publication.present = pool = make_pool (pack, snapshot);
  publication.match = match = mtr_match_new (pool);
  change = mtr_match_publication_make_change (&publication);
  mtr_test_apply (snapshot, change);
  g_assert_cmpuint (mtr_snapshot_count (snapshot, MTR_KIND_PAIRING), ==, 1);
  g_assert_cmpint (mtr_record_get_number (mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, 50), MTR_PAIRING_MENTOR_ID), ==, 2);
}

/* Nobody is to blame: no reason is written, what was stays, and the next match goes to somebody else. */
static void
test_ask_again (void)
{
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (MtrMatchPool) before = NULL;
  g_autoptr (MtrMatchPool) pool = NULL;
  g_autoptr (MtrMatch) match = NULL;
  g_autoptr (MtrChange) change = NULL;
  g_autoptr (MtrMatchScore) former = NULL;
  MtrRecord *pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, MTR_TEST_PAIRING);

  mtr_test_set_in (snapshot, MTR_PERSON_WILLING_TO_MENTOR, MTR_TEST_MENTOR, "1");
  mtr_test_set_in (snapshot, MTR_PERSON_WILLING_TO_MENTOR, MTR_TEST_LEAD, "1");
  mtr_test_record (snapshot, MTR_KIND_PERSON, 5, MTR_PERSON_NAME, "Supervisor E", MTR_PERSON_ROLE_WANTED, "mentee",
                   MTR_PERSON_WAITING_SINCE_ON, "2020-01-01", MTR_FIELD_NONE);
  before = make_pool (pack, snapshot);
  g_assert_cmpuint (mtr_match_pool_count_mentees (before), ==, 1);

  change = mtr_match_ask_again (snapshot, pairing, TODAY);
  mtr_test_apply (snapshot, change);
  g_assert_cmpstr (mtr_record_get_text (pairing, MTR_PAIRING_STATE), ==, MTR_PAIRING_ENDED);
  g_assert_false (mtr_record_is_set (pairing, MTR_PAIRING_END_REASON));
  g_assert_cmpint (mtr_record_get_number (pairing, MTR_PAIRING_MENTOR_ID), ==, MTR_TEST_MENTOR);
  g_assert_cmpuint (mtr_snapshot_count (snapshot, MTR_KIND_AGREEMENT), ==, 1);

  pool = make_pool (pack, snapshot);
  g_assert_cmpint (mtr_match_pool_get_mentee (pool, 0), ==, MTR_TEST_SUPERVISOR);
  former = mtr_match_score_new (pool, MTR_TEST_SUPERVISOR, MTR_TEST_MENTOR);
  g_assert_cmpint (former->bar, ==, MTR_MATCH_BAR_FORMER);
  g_assert_cmpstr (former->why_not, ==,
                   "Supervisor A and Mentor B worked together until 21 November, and somebody new was asked for.");
  match = mtr_match_new (pool);
  g_assert_cmpuint (match->suggestions->len, ==, 2);
  g_assert_cmpint (((MtrMatchSuggestion *) g_ptr_array_index (match->suggestions, 0))->score->mentor_id, ==,
                   MTR_TEST_LEAD);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/match/every-way", test_every_way);
  g_test_add_func ("/core/match/words", test_words);
  g_test_add_func ("/core/match/wishes", test_wishes);
  g_test_add_func ("/core/match/weights", test_weights);
  g_test_add_func ("/core/match/lack", test_lack);
  g_test_add_func ("/core/match/queue", test_queue);
  g_test_add_func ("/core/match/same-answers", test_same_answers);
  g_test_add_func ("/core/match/circle-of-managers", test_circle_of_managers);
  g_test_add_func ("/core/match/publish", test_publish);
  g_test_add_func ("/core/match/refused", test_refused);
  g_test_add_func ("/core/match/nobody", test_nobody);
  g_test_add_func ("/core/match/round-ends", test_round_ends);
  g_test_add_func ("/core/match/open-pairing", test_open_pairing);
  g_test_add_func ("/core/match/ask-again", test_ask_again);

  return g_test_run ();
}
