/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed into fields: what is stored of it, and what is said when it cannot be. */

#include "mtr-check.h"
#include "mtr-date.h"

#include <string.h>

#define AT_MOST_500 "at most 500 fit here"

static void
test_check_fields (void)
{
  static const struct {
    MtrField    field;
    const char *typed;
    gboolean    fine;
    const char *value;
    const char *message;
  } rows[] = {
    { MTR_PERSON_NAME, " Supervisor A ", TRUE, "Supervisor A", NULL },
    { MTR_PERSON_NAME, "Supervisor\nA", TRUE, "Supervisor A", NULL },
    { MTR_PERSON_NAME, "", FALSE, NULL, "Name cannot be empty. Write something; you can change it later." },
    { MTR_PERSON_NAME, NULL, FALSE, NULL, "Name cannot be empty. Write something; you can change it later." },
    { MTR_PERSON_NAME, " \t\xc2\xa0", FALSE, NULL, "Name cannot be empty. Write something; you can change it later." },
    { MTR_PERSON_TEAM, "", TRUE, NULL, NULL },
    { MTR_PERSON_TEAM, "Te\x01" "am", TRUE, "Team", "1 character that cannot be printed was taken out." },
    { MTR_SESSION_KNOWLEDGE, "one\x0btwo\r\n", TRUE, "one\ntwo\n", "1 character that cannot be printed was taken out." },
    { MTR_SESSION_KNOWLEDGE, "  still writing ", TRUE, "  still writing ", NULL },
    { MTR_SESSION_KNOWLEDGE, "\n\n", TRUE, NULL, NULL },
    { MTR_SESSION_KNOWLEDGE, "caf\xe9", TRUE, "caf\xef\xbf\xbd", "1 character that cannot be printed was taken out." },
    { MTR_PERSON_EMAIL, "mentor.b@example.org", TRUE, "mentor.b@example.org", NULL },
    { MTR_PERSON_EMAIL, "mentor.b@", FALSE, NULL, "'mentor.b@' is not an e-mail address. Try one like name@example.org." },
    { MTR_PERSON_EMAIL, "@example.org", FALSE, NULL,
      "'@example.org' is not an e-mail address. Try one like name@example.org." },
    { MTR_PERSON_EMAIL, "a b@example.org", FALSE, NULL,
      "'a b@example.org' is not an e-mail address. Try one like name@example.org." },
    { MTR_PERSON_EMAIL, "a@example", FALSE, NULL,
      "'a@example' is not an e-mail address. Try one like name@example.org." },
    { MTR_SESSION_HELD_ON, "thu", TRUE, "2026-11-19", NULL },
    { MTR_ACTION_DUE_ON, "thu", TRUE, "2026-11-26", NULL },
    { MTR_SESSION_HELD_ON, "19/11", TRUE, "2026-11-19", NULL },
    { MTR_SESSION_HELD_ON, "31 Feb", FALSE, NULL, "'31 Feb' is not a date. Try 28/2/2026." },
    { MTR_SESSION_HELD_ON, "", TRUE, NULL, NULL },
    { MTR_SESSION_HELD_ON, "19/11 10:00", FALSE, NULL, "'19/11 10:00' is not a date. Try 19/11/2026." },
    { MTR_SET_ASIDE_UNTIL_ON, "", FALSE, NULL, "Until cannot be empty. Please choose." },
    { MTR_SESSION_HELD_TIME, "2.30pm", TRUE, "14:30", NULL },
    { MTR_SESSION_HELD_TIME, "25:10", FALSE, NULL, "'25:10' is not a time. Try 14:30." },
    { MTR_SESSION_MINUTES, "60", TRUE, "60", NULL },
    { MTR_SESSION_MINUTES, " 1 ", TRUE, "1", NULL },
    { MTR_SESSION_MINUTES, "1440", TRUE, "1440", NULL },
    { MTR_SESSION_MINUTES, "0", FALSE, NULL, "'0' does not fit here. Type a whole number from 1 to 1440." },
    { MTR_SESSION_MINUTES, "1441", FALSE, NULL, "'1441' does not fit here. Type a whole number from 1 to 1440." },
    { MTR_SESSION_MINUTES, "-5", FALSE, NULL, "'-5' does not fit here. Type a whole number from 1 to 1440." },
    { MTR_SESSION_MINUTES, "1.5", FALSE, NULL, "'1.5' does not fit here. Type a whole number from 1 to 1440." },
    { MTR_SESSION_MINUTES, "one hour", FALSE, NULL, "'one hour' does not fit here. Type a whole number from 1 to 1440." },
    { MTR_SESSION_MINUTES, "99999999999999999999", FALSE, NULL,
      "'99999999999999999999' does not fit here. Type a whole number from 1 to 1440." },
    { MTR_EVENT_MINUTES, "60000", TRUE, "60000", NULL },
    { MTR_EVENT_MINUTES, "all day", FALSE, NULL, "'all day' does not fit here. Type a whole number from 0 to 60000." },
    { MTR_LEARNING_RECORD_MINUTES, "60001", FALSE, NULL,
      "'60001' does not fit here. Type a whole number from 0 to 60000." },
    { MTR_PERSON_SUPERVISORY_MONTHS, "0", TRUE, "0", NULL },
    { MTR_PERSON_SUPERVISORY_MONTHS, "", TRUE, NULL, NULL },
    { MTR_PERSON_REGISTERED, "1", TRUE, "1", NULL },
    { MTR_PERSON_REGISTERED, "yes", FALSE, NULL, "Choose yes or no, or leave it open." },
    { MTR_PERSON_LINE_MANAGER_ID, "12345678901", TRUE, "12345678901", NULL },
    { MTR_PERSON_LINE_MANAGER_ID, "0", FALSE, NULL, "Choose one of those in the list." },
    { MTR_SESSION_STATE, "held", TRUE, "held", NULL },
    { MTR_SESSION_STATE, "", FALSE, NULL, "State cannot be empty. Please choose." },
    { MTR_SESSION_STATE, "held planned", FALSE, NULL, "Choose one of those in the list." },
    { MTR_SESSION_AREAS, "3 6.2", TRUE, "3 6.2", NULL },
    { MTR_SESSION_AREAS, "3;6", FALSE, NULL, "Choose one of those in the list." },
    { MTR_OBSERVATION_OBSERVED_AT, "2026-11-21T14:03:00Z", TRUE, "2026-11-21T14:03:00Z", NULL },
    { MTR_OBSERVATION_OBSERVED_AT, "now", FALSE, NULL, "This is not a moment in time. Nothing was changed." },
  };
  GDate today;

  g_assert_true (mtr_date_from_iso ("2026-11-21", &today));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *value = NULL;
      g_autoptr (MtrProblem) problem = NULL;
      gboolean fine = mtr_check_field (rows[i].field, rows[i].typed, &today, &value, &problem);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (fine, ==, rows[i].fine);
      g_assert_cmpstr (value, ==, rows[i].value);
      g_assert_cmpstr (problem != NULL ? problem->message : NULL, ==, rows[i].message);
      if (problem != NULL)
        {
          g_assert_cmpint (problem->field, ==, rows[i].field);
          g_assert_cmpint (problem->warning, ==, fine);
        }
    }
}

/* Characters are counted, not bytes: 500 of them fit, whatever the script. */
static void
test_check_length (void)
{
  GDate today;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *value = NULL;
  g_autoptr (MtrProblem) problem = NULL;

  g_assert_true (mtr_date_from_iso ("2026-11-21", &today));
  for (int i = 0; i < 500; i++)
    g_string_append (text, "ę");
  g_assert_true (mtr_check_field (MTR_EVIDENCE_TITLE, text->str, &today, &value, &problem));
  g_assert_cmpstr (value, ==, text->str);
  g_assert_null (problem);
  g_clear_pointer (&value, g_free);

  g_string_append (text, "ę");
  g_assert_false (mtr_check_field (MTR_EVIDENCE_TITLE, text->str, &today, &value, &problem));
  g_assert_null (value);
  g_assert_cmpstr (problem->message, ==,
                   "This has 501 characters, and " AT_MOST_500 ". Shorten it by 1 character. What you wrote stays in "
                   "the window.");
  g_clear_pointer (&problem, mtr_problem_free);

  g_string_append (text, "ęę");
  g_assert_false (mtr_check_field (MTR_EVIDENCE_TITLE, text->str, &today, &value, &problem));
  g_assert_nonnull (strstr (problem->message, "Shorten it by 3 characters."));
  g_assert_true (mtr_check_field (MTR_EVIDENCE_TEXT, text->str, &today, &value, &(MtrProblem *) { NULL }));
}

static void
test_check_date_with_time (void)
{
  GDate today;
  g_autofree char *value = NULL;
  g_autofree char *time = NULL;
  g_autoptr (MtrProblem) problem = NULL;

  g_assert_true (mtr_date_from_iso ("2026-11-21", &today));
  g_assert_true (mtr_check_date_field (MTR_SESSION_HELD_ON, "thu 10am", &today, MTR_DATE_LEAN_FUTURE, &value, &time,
                                       &problem));
  g_assert_cmpstr (value, ==, "2026-11-26");
  g_assert_cmpstr (time, ==, "10:00");
  g_assert_null (problem);
}

static void
test_check_record_complete (void)
{
  g_autoptr (MtrRecord) record = mtr_record_new (MTR_KIND_PRIVATE_NAME, 1);
  g_autoptr (MtrProblem) problem = mtr_check_record_complete (record);

  g_assert_cmpint (problem->field, ==, MTR_PRIVATE_NAME_NAME);
  mtr_record_set_text (record, MTR_PRIVATE_NAME_NAME, "Somebody");
  g_assert_null (mtr_check_record_complete (record));
}

static void
add_person (MtrSnapshot *snapshot,
            gint64       id,
            const char  *name,
            gint64       manager)
{
  g_autoptr (MtrRecord) record = mtr_record_new (MTR_KIND_PERSON, id);

  mtr_record_set_text (record, MTR_PERSON_NAME, name);
  mtr_record_set_number (record, MTR_PERSON_LINE_MANAGER_ID, manager);
  mtr_snapshot_add (snapshot, record);
}

/* 1 is managed by 2, 2 by 3, 3 by nobody; 4 and 5 manage each other, as a foreign file may have it. */
static void
test_check_line_manager (void)
{
  static const struct {
    gint64      person;
    gint64      manager;
    const char *message;
  } rows[] = {
    { 1, 3, NULL },
    { 1, 0, NULL },
    { 3, 0, NULL },
    { 1, 99, NULL },
    { 6, 4, NULL },
    { 1, 1, "Nobody is their own line manager. Choose somebody else, or leave it empty." },
    { 2, 1, "Supervisor A is already managed by Mentor B, directly or by way of others. Choose somebody else, or "
            "change that first." },
    { 3, 1, "Supervisor A is already managed by Manager C, directly or by way of others. Choose somebody else, or "
            "change that first." },
  };
  g_autoptr (MtrSnapshot) snapshot = mtr_snapshot_new (MTR_READER_OWNER);

  add_person (snapshot, 1, "Supervisor A", 2);
  add_person (snapshot, 2, "Mentor B", 3);
  add_person (snapshot, 3, "Manager C", 0);
  add_person (snapshot, 4, "Peer F", 5);
  add_person (snapshot, 5, "Peer G", 4);
  add_person (snapshot, 6, "Peer H", 0);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrProblem) problem = mtr_check_line_manager (snapshot, rows[i].person, rows[i].manager);

      g_assert_cmpstr (problem != NULL ? problem->message : NULL, ==, rows[i].message);
      if (problem != NULL)
        {
          g_assert_cmpint (problem->field, ==, MTR_PERSON_LINE_MANAGER_ID);
          g_assert_cmpint (problem->id, ==, rows[i].person);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/check/fields", test_check_fields);
  g_test_add_func ("/core/check/length", test_check_length);
  g_test_add_func ("/core/check/date-with-time", test_check_date_with_time);
  g_test_add_func ("/core/check/record-complete", test_check_record_complete);
  g_test_add_func ("/core/check/line-manager", test_check_line_manager);

  return g_test_run ();
}
