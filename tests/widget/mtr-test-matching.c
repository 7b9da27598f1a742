/* SPDX-License-Identifier: GPL-3.0-or-later */

/* People who look for a mentor and people who could be one, in a programme that
 * was just started, and the way to the pages of matching.
 */

#include "mtr-test-matching.h"

#include "mtr-match-rule.h"

/* Every one is a person who does not exist. */
static const struct {
  const char *name;
  const char *team;
  const char *service;
  gboolean    mentor;
  gint64      places;           /* of a mentor */
  const char *waiting_since;    /* of a mentee */
  const char *skills;
  const char *availability;
  const char *mode;
  const char *wishes;
  int         manager;          /* place in this table; -1: nobody */
} people[] = {
  { "Ottilie Brandreth", "Hospital", "Adults", TRUE, 2, NULL, "court work, giving feedback, safeguarding",
    "monday-morning thursday-afternoon", "any", NULL, -1 },
  { "Marchmont Yeo", "Community North", "Adults", TRUE, 1, NULL, "mental health, assessment", "tuesday-morning", "video",
    NULL, -1 },
  { "Cassia Fairweather-Lindqvist", "Learning Disability", "Adults", TRUE, 1, NULL, "transitions, giving feedback", NULL,
    "in-person", NULL, -1 },
  { "Peregrine Stott", "Community South", "Children", TRUE, 1, NULL, NULL, "friday-morning", NULL, NULL, -1 },
  { "Tamsin Greyling", "Hospital", "Adults", FALSE, 0, "2026-08-03", "court work, safeguarding", "monday-morning", "video",
    NULL, 0 },
  { "Rohan Aldersey", "Community North", "Adults", FALSE, 0, "2026-09-14", "giving feedback", "thursday-afternoon",
    "in-person", "If it can be: Ottilie Brandreth", -1 },
  { "Ursula Whitcombe", "Community South", "Children", FALSE, 0, "2026-10-01", "mental health", "friday-morning", NULL, NULL,
    3 },
  { "Jem Okonjo-Hartley", "Learning Disability", "Adults", FALSE, 0, "2026-10-19", "transitions", NULL, "in-person", NULL,
    -1 },
  { "Beatrix Lowther", "Hospital", "Adults", FALSE, 0, NULL, "assessment, mental health", "tuesday-morning", "video", NULL,
    -1 },
  { "Alban Prideaux", "Community North", "Adults", FALSE, 0, "2026-11-02", NULL, NULL, NULL, NULL, 1 },
};

/**
 * mtr_test_matching_find_person:
 * @window: a window with a programme
 * @name: a name
 *
 * Returns: who is called so
 */
gint64
mtr_test_matching_find_person (MtrWindow  *window,
                               const char *name)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PERSON);
  g_autoptr (GPtrArray) found = NULL;

  query.contains = name;
  found = mtr_store_list_records (mtr_test_get_store (window), &query, MTR_READER_LEAD, NULL);
  g_assert_nonnull (found);
  g_assert_cmpuint (found->len, ==, 1);

  return mtr_record_get_id (g_ptr_array_index (found, 0));
}

static void
set_text (MtrRecord  *person,
          MtrField    field,
          const char *text)
{
  if (text != NULL)
    mtr_record_set_text (person, field, text);
}

/**
 * mtr_test_matching_add_people:
 * @window: a window with a programme
 *
 * Adds four who could be a mentor, with room for five, and six who look for one.
 */
void
mtr_test_matching_add_people (MtrWindow *window)
{
  MtrProgramme *programme = mtr_window_get_programme (window);
  MtrChange *change = mtr_change_new ("add people");
  gint64 ids[G_N_ELEMENTS (people)];

  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      MtrRecord *person = mtr_record_new (MTR_KIND_PERSON, ids[i] = mtr_programme_new_id (programme));

      mtr_record_set_text (person, MTR_PERSON_NAME, people[i].name);
      set_text (person, MTR_PERSON_TEAM, people[i].team);
      set_text (person, MTR_PERSON_SERVICE, people[i].service);
      set_text (person, people[i].mentor ? MTR_PERSON_SKILLS_OFFERED : MTR_PERSON_SKILLS_WANTED, people[i].skills);
      set_text (person, MTR_PERSON_AVAILABILITY, people[i].availability);
      set_text (person, MTR_PERSON_MODE, people[i].mode);
      set_text (person, MTR_PERSON_WISHES, people[i].wishes);
      set_text (person, MTR_PERSON_ROLE_WANTED, people[i].mentor ? "mentor" : "mentee");
      set_text (person, MTR_PERSON_WAITING_SINCE_ON, people[i].waiting_since);
      /* Must never be seen where people are matched. */
      mtr_record_set_text (person, MTR_PERSON_CHARACTERISTICS, "Zanzibarian");
      if (people[i].mentor)
        {
          mtr_record_set_number (person, MTR_PERSON_CAPACITY, people[i].places);
          mtr_record_set_number (person, MTR_PERSON_REGISTERED, 1);
          mtr_record_set_number (person, MTR_PERSON_SUPERVISORY_MONTHS, 40);
        }
      if (people[i].manager >= 0)
        mtr_record_set_number (person, MTR_PERSON_LINE_MANAGER_ID, ids[people[i].manager]);
      mtr_change_insert (change, person);
    }
  mtr_programme_act (programme, change, NULL);
  mtr_test_window_settle (window);
}

/**
 * mtr_test_show_matching:
 * @window: a window with a programme
 *
 * Shows the place.
 */
void
mtr_test_show_matching (MtrWindow *window)
{
  mtr_window_show_place (window, "matching");
  mtr_test_window_settle (window);
}

/**
 * mtr_test_show_matching_queue:
 * @window: a window with a programme that was just started
 *
 * Shows the place with people, before anything is suggested.
 */
void
mtr_test_show_matching_queue (MtrWindow *window)
{
  mtr_test_matching_add_people (window);
  mtr_test_show_matching (window);
}

/**
 * mtr_test_show_matching_full:
 * @window: a window with a programme that was just started
 *
 * Shows suggestions.
 */
void
mtr_test_show_matching_full (MtrWindow *window)
{
  mtr_test_show_matching_queue (window);
  mtr_test_press (window, "Suggest Pairs");
}

/**
 * mtr_test_show_matching_pair:
 * @window: a window with a programme that was just started
 *
 * Shows two who are suggested for each other.
 */
void
mtr_test_show_matching_pair (MtrWindow *window)
{
  mtr_test_show_matching_full (window);
  mtr_test_open_row (window, "Rohan Aldersey with");
}

/**
 * mtr_test_show_matching_sides:
 * @window: a window with a programme that was just started
 *
 * Shows the end of that page: the two side by side, and who else there is.
 */
void
mtr_test_show_matching_sides (MtrWindow *window)
{
  mtr_test_show_matching_pair (window);
  gtk_widget_grab_focus (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Choose another mentor"));
  mtr_test_window_settle (window);
}

/**
 * mtr_test_show_matching_mentors:
 * @window: a window with a programme that was just started
 *
 * Shows who else could be the mentor.
 */
void
mtr_test_show_matching_mentors (MtrWindow *window)
{
  mtr_test_show_matching_pair (window);
  mtr_test_open_row (window, "Choose another mentor");
}

/**
 * mtr_test_show_matching_rules:
 * @window: a window with a programme that was just started
 *
 * Shows one rule of each kind.
 */
void
mtr_test_show_matching_rules (MtrWindow *window)
{
  static const struct {
    const char *rule;
    const char *mentor;
    const char *mentee;
  } rules[] = {
    { MTR_MATCH_RULE_PIN, "Ottilie", "Rohan" },
    { MTR_MATCH_RULE_FORBID, "Marchmont", "Beatrix" },
    { MTR_MATCH_RULE_EXCLUDE, "Peregrine", "Ursula" },
  };
  MtrProgramme *programme = mtr_window_get_programme (window);

  mtr_test_show_matching_queue (window);
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (MtrSnapshot) nothing = mtr_snapshot_new (MTR_READER_LEAD);

      mtr_programme_act (programme, mtr_match_rule_set (nothing, rules[i].rule,
                                                        mtr_test_matching_find_person (window, rules[i].mentor),
                                                        mtr_test_matching_find_person (window, rules[i].mentee),
                                                        mtr_programme_new_id (programme)), NULL);
      mtr_test_window_settle (window);
    }
  mtr_test_open_row (window, "Pinned and ruled out");
}

/**
 * mtr_test_show_matching_weights:
 * @window: a window with a programme
 *
 * Shows how much each criterion counts.
 */
void
mtr_test_show_matching_weights (MtrWindow *window)
{
  mtr_test_show_matching (window);
  mtr_test_open_row (window, "What counts");
}

/**
 * mtr_test_show_peer_groups:
 * @window: a window with a programme that was just started
 *
 * Shows groups that come of the people.
 */
void
mtr_test_show_peer_groups (MtrWindow *window)
{
  mtr_test_show_matching_queue (window);
  mtr_test_open_row (window, "Peer groups");
}

/**
 * mtr_test_show_matching_publish:
 * @window: a window with a programme that was just started
 *
 * Shows the question before publishing.
 */
void
mtr_test_show_matching_publish (MtrWindow *window)
{
  mtr_test_show_matching_full (window);
  mtr_test_press (window, "Publish…");
}
