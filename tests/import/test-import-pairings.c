/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pairings that exist already, and sessions that were held: what comes with
 * them, and what cannot be.
 */

#include "import-fixture.h"

#include "mtr-pack-library.h"
#include "mtr-test-records.h"

#include <string.h>

#define NEW MTR_IMPORT_NEW
#define CHANGED MTR_IMPORT_CHANGED
#define SAME MTR_IMPORT_SAME
#define REFUSED MTR_IMPORT_REFUSED

static MtrPack *
find_pack (const char *id,
           gpointer    library)
{
  return mtr_pack_library_find (library, id, NULL);
}

/* Five people; Supervisor A with Mentor B since 3 February 2026, and one that ended in 2025; a group of C and D. */
static MtrSnapshot *
make_file (void)
{
  MtrSnapshot *file = mtr_snapshot_new (MTR_READER_OWNER);

  mtr_test_record (file, MTR_KIND_PROGRAMME, 1, MTR_PROGRAMME_TITLE, "Year", MTR_PROGRAMME_PACK, "pqs-adults",
                   MTR_FIELD_NONE);
  mtr_test_record (file, MTR_KIND_PERSON, 1, MTR_PERSON_NAME, "Supervisor A", MTR_PERSON_LINE_MANAGER_ID, "5", MTR_FIELD_NONE);
  mtr_test_record (file, MTR_KIND_PERSON, 2, MTR_PERSON_NAME, "Mentor B", MTR_FIELD_NONE);
  mtr_test_record (file, MTR_KIND_PERSON, 3, MTR_PERSON_NAME, "Worker C", MTR_FIELD_NONE);
  mtr_test_record (file, MTR_KIND_PERSON, 4, MTR_PERSON_NAME, "Worker D", MTR_FIELD_NONE);
  mtr_test_record (file, MTR_KIND_PERSON, 5, MTR_PERSON_NAME, "Manager E", MTR_FIELD_NONE);
  mtr_test_record (file, MTR_KIND_PAIRING, 10, MTR_PAIRING_PACK, "pqs-adults", MTR_PAIRING_STATE, "active",
                   MTR_PAIRING_MENTOR_ID, "2", MTR_PAIRING_STARTED_ON, "2026-02-03", MTR_FIELD_NONE);
  mtr_test_record (file, MTR_KIND_MEMBER, 11, MTR_MEMBER_PAIRING_ID, "10", MTR_MEMBER_PERSON_ID, "1", MTR_MEMBER_ROLE,
                   "mentee", MTR_FIELD_NONE);
  mtr_test_record (file, MTR_KIND_PORTFOLIO, 12, MTR_PORTFOLIO_PERSON_ID, "1", MTR_PORTFOLIO_PAIRING_ID, "10",
                   MTR_PORTFOLIO_PACK, "pqs-adults", MTR_FIELD_NONE);
  mtr_test_record (file, MTR_KIND_PAIRING, 20, MTR_PAIRING_PACK, "pqs-adults", MTR_PAIRING_STATE, "ended",
                   MTR_PAIRING_MENTOR_ID, "5", MTR_PAIRING_STARTED_ON, "2025-01-06", MTR_PAIRING_ENDED_ON, "2025-12-19",
                   MTR_FIELD_NONE);
  mtr_test_record (file, MTR_KIND_MEMBER, 21, MTR_MEMBER_PAIRING_ID, "20", MTR_MEMBER_PERSON_ID, "1", MTR_MEMBER_ROLE,
                   "mentee", MTR_MEMBER_LEFT_ON, "2025-12-19", MTR_FIELD_NONE);
  mtr_test_record (file, MTR_KIND_PAIRING, 30, MTR_PAIRING_PACK, "pqs-adults", MTR_PAIRING_STATE, "active",
                   MTR_PAIRING_MENTOR_ID, "2", MTR_PAIRING_STARTED_ON, "2026-03-02", MTR_FIELD_NONE);
  mtr_test_record (file, MTR_KIND_MEMBER, 31, MTR_MEMBER_PAIRING_ID, "30", MTR_MEMBER_PERSON_ID, "3", MTR_MEMBER_ROLE,
                   "mentee", MTR_FIELD_NONE);
  mtr_test_record (file, MTR_KIND_MEMBER, 32, MTR_MEMBER_PAIRING_ID, "30", MTR_MEMBER_PERSON_ID, "4", MTR_MEMBER_ROLE,
                   "mentee", MTR_FIELD_NONE);
  mtr_test_record (file, MTR_KIND_SESSION, 40, MTR_SESSION_PAIRING_ID, "10", MTR_SESSION_STATE, "held",
                   MTR_SESSION_HELD_ON, "2026-03-10", MTR_SESSION_HELD_TIME, "10:00", MTR_SESSION_MINUTES, "60",
                   MTR_SESSION_KIND, "mentoring", MTR_SESSION_NEXT_STEP, "-read, then \"ask\"", MTR_FIELD_NONE);
  mtr_test_record (file, MTR_KIND_SESSION_TOPIC, 41, MTR_SESSION_TOPIC_SESSION_ID, "40", MTR_SESSION_TOPIC_TOPIC, "workload",
                   MTR_FIELD_NONE);

  return file;
}

static const struct {
  MtrImportSubject  subject;
  const char       *name;
  const char       *text;
  ExpectedRow       rows[7];
} cases[] = {
  { MTR_IMPORT_PAIRINGS, "new, the same, changed",
    "Mentee,Mentor,Start,How often\nWorker C,Mentor B,2/3/2026,monthly\nSupervisor A,Mentor B,3/2/2026,\n"
    "Worker D; Worker C,Mentor B,,fortnightly\n",
    { { 2, NEW, NULL }, { 3, SAME, NULL }, { 4, CHANGED, "How often we meet: “” → “fortnightly”" } } },
  { MTR_IMPORT_PAIRINGS, "who cannot be", "Mentee,Mentor\nWorker C,Worker C\nWorker C,Somebody\n,Mentor B\n",
    { { 2, REFUSED, "their own mentor" }, { 3, REFUSED, "Nobody is called" }, { 4, REFUSED, "no mentee" } } },
  { MTR_IMPORT_PAIRINGS, "twice", "Mentee,Mentor,Start\nWorker C,Mentor B,2/3/2026\nWorker C,Mentor B,2/3/2026\n"
    "Supervisor A,Mentor B,\nSupervisor A,Mentor B,3/2/2026\n",
    { { 2, NEW, NULL }, { 3, REFUSED, "Line 2" }, { 4, SAME, NULL }, { 5, REFUSED, "Line 4" } } },
  { MTR_IMPORT_PAIRINGS, "again after it ended", "Mentee,Mentor,Start,State\nSupervisor A,Manager E,5/1/2026,\n"
    "Supervisor A,Manager E,6/1/2025,active\n",
    { { 2, NEW, "also the line manager" }, { 3, REFUSED, "has ended" } } },
  { MTR_IMPORT_PAIRINGS, "days that cannot be",
    "Mentee,Mentor,Start,End,Proposed on,State\nWorker C,Mentor B,2/3/2026,1/3/2026,,\nWorker D,Mentor B,1/12/2026,,,\n"
    "Worker D,Manager E,,,1/12/2026,\nWorker C,Manager E,2/3/2026,,,ended\nWorker D,Supervisor A,1/12/2026,,,proposed\n",
    { { 2, REFUSED, "is before" }, { 3, REFUSED, "first day has not come" }, { 4, REFUSED, "has not come yet" },
      { 5, REFUSED, "has the day on which it ended" }, { 6, NEW, NULL } } },
  { MTR_IMPORT_PAIRINGS, "packs", "Mentee,Mentor,Programme pack\nWorker C,Manager E,no-such\nSupervisor A,Mentor B,no-such\n",
    { { 2, REFUSED, "no pack “no-such”" }, { 3, REFUSED, "no pack" } } },
  { MTR_IMPORT_PAIRINGS, "another mentor by id", "Id,Mentee,Mentor\n10,Supervisor A,Manager E\n",
    { { 2, REFUSED, "new pairing" } } },

  { MTR_IMPORT_SESSIONS, "new, the same, changed",
    "Mentee,Date,Minutes,Topics\nSupervisor A,12/3/2026,45,\nSupervisor A,10/3/2026,60,workload\n"
    "Supervisor A,2025-06-02,30,\n",
    { { 2, NEW, NULL }, { 3, SAME, NULL }, { 4, NEW, NULL } } },
  { MTR_IMPORT_SESSIONS, "longer than it was", "Mentee,Mentor,Date,Minutes\nSupervisor A,Mentor B,10/3/2026,75\n",
    { { 2, CHANGED, "“60” → “75”" } } },
  { MTR_IMPORT_SESSIONS, "two on one day", "Mentee,Date,Time,Minutes\nSupervisor A,10/3/2026,14:30:00,30\n"
    "Supervisor A,10/3/2026,10:00,60\n",
    { { 2, NEW, NULL }, { 3, SAME, NULL } } },
  { MTR_IMPORT_SESSIONS, "twice", "Mentee,Date,Minutes\nSupervisor A,12/3/2026,45\nSupervisor A,12/3/2026,45\n",
    { { 2, NEW, NULL }, { 3, REFUSED, "Line 2" } } },
  { MTR_IMPORT_SESSIONS, "which pairing", "Mentor,Date,Minutes\nMentor B,12/3/2026,45\nMentor B,10/2/2026,45\n"
    "Manager E,1/6/2025,45\nWorker C,1/6/2026,45\nWorker Q,1/6/2026,45\n",
    { { 2, REFUSED, "Several pairings" }, { 3, NEW, NULL }, { 4, NEW, NULL }, { 5, REFUSED, "no pairing" },
      { 6, REFUSED, "Nobody is called" } } },
  { MTR_IMPORT_SESSIONS, "what cannot be",
    "Mentee,Date,Minutes,State,Kind\nSupervisor A,1/12/2026,45,held,\nSupervisor A,,45,,\nSupervisor A,12/3/2026,0,,\n"
    "Supervisor A,12/3/2026,,held,\nSupervisor A,13/3/2026,45,,chatting\n",
    { { 2, REFUSED, "has not come yet" }, { 3, REFUSED, "no date" }, { 4, REFUSED, "1440" }, { 5, REFUSED, "at least one minute" },
      { 6, REFUSED, "chatting" } } },
  { MTR_IMPORT_SESSIONS, "before and after the pairing", "Mentee,Mentor,Date,Minutes\nSupervisor A,Mentor B,1/2/2026,45\n"
    "Supervisor A,Manager E,20/12/2025,45\n",
    { { 2, REFUSED, "before the pairing began" }, { 3, REFUSED, "after the pairing ended" } } },
  { MTR_IMPORT_SESSIONS, "not known how long", "Mentee,Date\nSupervisor A,12/3/2026\n", { { 2, NEW, "how long it was" } } },
  { MTR_IMPORT_SESSIONS, "topics", "Mentee,Date,Minutes,Topics\nSupervisor A,10/3/2026,,workload; portfolio\n"
    "Supervisor A,11/3/2026,30,gossip\n",
    { { 2, CHANGED, "Topics: “” → “portfolio”" }, { 3, REFUSED, "gossip" } } },
};

static void
test_check (void)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();

  mtr_pack_library_load (library);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MtrSnapshot) file = make_file ();
      g_autoptr (MtrImportResult) result = import_fixture_check (file, cases[i].subject, cases[i].text, find_pack, library);

      import_fixture_assert_rows (result, cases[i].name, cases[i].rows);
    }
}

static guint
count_inserted (MtrChange *change,
                MtrKind    kind)
{
  guint n = 0;

  for (guint i = 0; i < mtr_change_count (change); i++)
    n += mtr_change_nth (change, i)->kind == kind && mtr_change_nth (change, i)->type == MTR_OPERATION_INSERT;

  return n;
}

static MtrChange *
take_in (MtrSnapshot      *file,
         MtrImportSubject  subject,
         const char       *text,
         MtrPackLibrary   *library)
{
  g_autoptr (MtrImportResult) result = import_fixture_check (file, subject, text, find_pack, library);
  g_autoptr (GError) error = NULL;
  MtrChange *change = mtr_import_result_make_change (result, FALSE, &error);

  g_assert_no_error (error);
  mtr_test_apply (file, change);

  return change;
}

/* A portfolio stays with the mentee, and belongs to the pairing that is not over, in whatever order the rows come. */
static void
test_portfolios (void)
{
  static const struct {
    const char *text;
    guint       pairings;
    guint       members;
    guint       portfolios;
    gint64      person;
    const char *began;   /* of the pairing that the portfolio of the person belongs to */
  } rows[] = {
    { "Mentee,Mentor,Start,End\nWorker C,Manager E,1/1/2025,1/12/2025\nWorker C,Mentor B,5/1/2026,\n", 2, 2, 1, 3,
      "2026-01-05" },
    { "Mentee,Mentor,Start,End\nWorker C,Mentor B,5/1/2026,\nWorker C,Manager E,1/1/2025,1/12/2025\n", 2, 2, 1, 3,
      "2026-01-05" },
    { "Mentee,Mentor,Start,End\nSupervisor A,Worker C,1/1/2024,1/12/2024\n", 1, 1, 0, 1, "2026-02-03" },
    { "Mentee,Mentor,Start,End\nSupervisor A,Worker C,1/6/2026,\n", 1, 1, 0, 1, "2026-06-01" },
    { "Mentee,Mentor,Start,End\nWorker C;Worker D,Manager E,1/6/2026,\n", 1, 2, 2, 4, "2026-06-01" },
  };
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();

  mtr_pack_library_load (library);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrSnapshot) file = make_file ();
      g_autoptr (MtrChange) change = take_in (file, MTR_IMPORT_PAIRINGS, rows[i].text, library);
      MtrRecord *portfolio = mtr_snapshot_find_where (file, MTR_KIND_PORTFOLIO, MTR_PORTFOLIO_PERSON_ID, rows[i].person);
      MtrRecord *pairing = mtr_snapshot_follow (file, portfolio, MTR_PORTFOLIO_PAIRING_ID);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpuint (count_inserted (change, MTR_KIND_PAIRING), ==, rows[i].pairings);
      g_assert_cmpuint (count_inserted (change, MTR_KIND_MEMBER), ==, rows[i].members);
      g_assert_cmpuint (count_inserted (change, MTR_KIND_PORTFOLIO), ==, rows[i].portfolios);
      g_assert_cmpstr (mtr_record_get_text (pairing, MTR_PAIRING_STARTED_ON), ==, rows[i].began);
    }
}

static void
test_sessions (void)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  g_autoptr (MtrSnapshot) file = make_file ();
  g_autoptr (MtrChange) change = NULL;
  MtrRecord *session;

  mtr_pack_library_load (library);
  change = take_in (file, MTR_IMPORT_SESSIONS,
                    "Mentee,Date,Hours,Mode,Topics\nWorker C,12/3/2026,1.5,online,Workload; workload\n", library);
  g_assert_cmpstr (mtr_change_get_label (change), ==, "import of 1 session");
  g_assert_cmpuint (count_inserted (change, MTR_KIND_SESSION), ==, 1);
  g_assert_cmpuint (count_inserted (change, MTR_KIND_SESSION_TOPIC), ==, 1);
  g_assert_cmpuint (count_inserted (change, MTR_KIND_SESSION_ATTENDEE), ==, 1);
  session = mtr_change_nth (change, 0)->record;
  g_assert_cmpint (mtr_record_get_number (session, MTR_SESSION_PAIRING_ID), ==, 30);
  g_assert_cmpint (mtr_record_get_number (session, MTR_SESSION_MINUTES), ==, 90);
  g_assert_cmpstr (mtr_record_get_text (session, MTR_SESSION_HELD_ON), ==, "2026-03-12");
  g_assert_cmpstr (mtr_record_get_text (session, MTR_SESSION_STATE), ==, "held");
  g_assert_cmpstr (mtr_record_get_text (session, MTR_SESSION_MODE), ==, "video");
}

static void
test_round_trip (void)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  g_autoptr (MtrSnapshot) file = make_file ();

  mtr_pack_library_load (library);
  /* A second pairing of the same people on the same day, and a second session: only the id tells them apart. */
  mtr_test_record (file, MTR_KIND_PAIRING, 50, MTR_PAIRING_PACK, "pqs-adults", MTR_PAIRING_STATE, "active",
                   MTR_PAIRING_MENTOR_ID, "2", MTR_PAIRING_STARTED_ON, "2026-02-03", MTR_PAIRING_MODE, "of-2031",
                   MTR_FIELD_NONE);
  mtr_test_record (file, MTR_KIND_MEMBER, 51, MTR_MEMBER_PAIRING_ID, "50", MTR_MEMBER_PERSON_ID, "1", MTR_MEMBER_ROLE,
                   "mentee", MTR_FIELD_NONE);
  mtr_test_record (file, MTR_KIND_SESSION, 52, MTR_SESSION_PAIRING_ID, "10", MTR_SESSION_STATE, "planned",
                   MTR_SESSION_HELD_ON, "2026-03-10", MTR_FIELD_NONE);
  import_fixture_assert_same (file, MTR_IMPORT_PAIRINGS, find_pack, library);
  import_fixture_assert_same (file, MTR_IMPORT_SESSIONS, find_pack, library);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/pairings/check", test_check);
  g_test_add_func ("/import/pairings/portfolios", test_portfolios);
  g_test_add_func ("/import/sessions/take-in", test_sessions);
  g_test_add_func ("/import/pairings/round-trip", test_round_trip);

  return g_test_run ();
}
