/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The programme's year, and the calendar file of it as another program reads it. */

#include "mtr-calendar-writer.h"
#include "mtr-date.h"
#include "mtr-tool.h"

#include <string.h>

#define MOMENT "2026-11-21T14:03:00Z"

typedef struct {
  MtrField    field;
  const char *text;    /* NULL: the number */
  gint64      number;
} Value;

static MtrRecord *
add (MtrSnapshot *snapshot,
     MtrKind      kind,
     gint64       id,
     const Value *values,
     gsize        n_values)
{
  g_autoptr (MtrRecord) record = mtr_record_new (kind, id);

  for (gsize i = 0; i < n_values; i++)
    {
      if (values[i].text != NULL)
        mtr_record_set_text (record, values[i].field, values[i].text);
      else
        mtr_record_set_number (record, values[i].field, values[i].number);
    }
  mtr_snapshot_add (snapshot, record);

  return mtr_snapshot_get (snapshot, kind, id);
}
#define ADD(snapshot, kind, id, ...) \
  add (snapshot, kind, id, (const Value[]) { __VA_ARGS__ }, sizeof ((const Value[]) { __VA_ARGS__ }) / sizeof (Value))

/* A pairing with a session on either side of the change of the clocks, and a workshop of the programme. */
static MtrSnapshot *
make_year (const char *workshop_on)
{
  MtrSnapshot *snapshot = mtr_snapshot_new (MTR_READER_LEAD);

  ADD (snapshot, MTR_KIND_PERSON, 1, { MTR_PERSON_NAME, "Wilhelmina Quarrie", 0 });
  ADD (snapshot, MTR_KIND_PAIRING, 10,
       { MTR_PAIRING_STATE, "active", 0 }, { MTR_PAIRING_PLANNED_END_ON, "2026-12-31", 0 });
  ADD (snapshot, MTR_KIND_PAIRING_SUMMARY, 11,
       { MTR_PAIRING_SUMMARY_PAIRING_ID, NULL, 10 }, { MTR_PAIRING_SUMMARY_MENTEES, "Wilhelmina Quarrie", 0 },
       { MTR_PAIRING_SUMMARY_MENTOR, "Osgood Tindall", 0 });
  ADD (snapshot, MTR_KIND_SESSION, 20,
       { MTR_SESSION_PAIRING_ID, NULL, 10 }, { MTR_SESSION_STATE, "planned", 0 },
       { MTR_SESSION_HELD_ON, "2026-03-28", 0 }, { MTR_SESSION_HELD_TIME, "10:00", 0 },
       { MTR_SESSION_MINUTES, NULL, 60 });
  ADD (snapshot, MTR_KIND_SESSION, 21,
       { MTR_SESSION_PAIRING_ID, NULL, 10 }, { MTR_SESSION_STATE, "rescheduled", 0 },
       { MTR_SESSION_HELD_ON, "2026-03-29", 0 }, { MTR_SESSION_HELD_TIME, "10:00", 0 });
  ADD (snapshot, MTR_KIND_AGREEMENT, 30,
       { MTR_AGREEMENT_PAIRING_ID, NULL, 10 }, { MTR_AGREEMENT_VERSION, NULL, 1 },
       { MTR_AGREEMENT_REVIEW_ON, "2026-04-01", 0 });
  ADD (snapshot, MTR_KIND_AGREEMENT, 31,
       { MTR_AGREEMENT_PAIRING_ID, NULL, 10 }, { MTR_AGREEMENT_VERSION, NULL, 2 },
       { MTR_AGREEMENT_REVIEW_ON, "2026-10-01", 0 });
  ADD (snapshot, MTR_KIND_EVENT, 40,
       { MTR_EVENT_KIND, "workshop", 0 }, { MTR_EVENT_TITLE, "Giving feedback, with Wilhelmina", 0 },
       { MTR_EVENT_HELD_ON, workshop_on, 0 }, { MTR_EVENT_HELD_TIME, "09:30", 0 }, { MTR_EVENT_MINUTES, NULL, 90 },
       { MTR_EVENT_PLACE, "Room 2; ground floor, left", 0 }, { MTR_EVENT_NOTE, "Bring an audit", 0 });
  ADD (snapshot, MTR_KIND_EVENT, 41,
       { MTR_EVENT_KIND, "forum", 0 }, { MTR_EVENT_TITLE, "Autumn forum", 0 }, { MTR_EVENT_HELD_ON, "2026-10-30", 0 },
       { MTR_EVENT_ENDS_ON, "2026-10-31", 0 }, { MTR_EVENT_CANCELLED_ON, "2026-10-01", 0 },
       { MTR_EVENT_PLACE, "Town hall", 0 });
  ADD (snapshot, MTR_KIND_SUBMISSION, 50,
       { MTR_SUBMISSION_PERSON_ID, NULL, 1 }, { MTR_SUBMISSION_NUMBER, NULL, 1 },
       { MTR_SUBMISSION_DUE_ON, "2026-05-01", 0 }, { MTR_SUBMISSION_EXTENDED_TO, "2026-08-01", 0 });

  return snapshot;
}

static char *
read_calendar (const char *workshop_on,
               gboolean    with_names)
{
  g_autoptr (MtrSnapshot) snapshot = make_year (workshop_on);
  g_autoptr (GHashTable) packs = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) occasions = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *path = NULL;
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "export", "read_calendar.py", NULL);
  char *text;
  GError *error = NULL;
  GDate from, to;

  g_assert_true (mtr_date_from_iso ("2026-01-01", &from));
  g_assert_true (mtr_date_from_iso ("2026-12-31", &to));
  occasions = mtr_occasion_list (snapshot, packs, &from, &to);
  bytes = mtr_calendar_write (occasions, NULL, MOMENT, with_names, &error);
  g_assert_no_error (error);
  path = mtr_tool_save (folder, "year.ics", bytes);
  text = mtr_tool_run_well ("/usr/bin/python3", script, path, NULL);
  mtr_tool_remove (folder);

  return text;
}

static void
test_entries (void)
{
  g_autofree char *text = read_calendar ("2026-06-10", FALSE);

  /* Worked out by hand: Britain is an hour ahead from 29 March to 25 October 2026. */
  g_assert_cmpstr (text, ==,
                   "session-20@mentoring.example.com|2026-03-28T10:00:00Z|2026-03-28T11:00:00Z|Session|-|-|CONFIRMED\n"
                   "session-21@mentoring.example.com|2026-03-29T09:00:00Z|-|Session|-|-|CANCELLED\n"
                   "event-40@mentoring.example.com|2026-06-10T08:30:00Z|2026-06-10T10:00:00Z|Event|-|-|CONFIRMED\n"
                   "submission-50@mentoring.example.com|2026-08-01|2026-08-02|Submission due|-|-|CONFIRMED\n"
                   "agreement-31@mentoring.example.com|2026-10-01|2026-10-02|Review of the agreement|-|-|CONFIRMED\n"
                   "event-41@mentoring.example.com|2026-10-30|2026-11-01|Autumn forum|Town hall|-|CANCELLED\n"
                   "pairing-10@mentoring.example.com|2026-12-31|2027-01-01|End of a pairing|-|-|CONFIRMED\n");
}

static void
test_same_uid_after_a_change (void)
{
  g_autofree char *text = read_calendar ("2026-02-03", FALSE);

  g_assert_nonnull (strstr (text, "event-40@mentoring.example.com|2026-02-03T09:30:00Z|2026-02-03T11:00:00Z|"));
}

static void
test_names_when_asked_for (void)
{
  static const char * const names[] = { "Wilhelmina", "Quarrie", "Osgood", "Tindall", "audit" };
  g_autofree char *without = read_calendar ("2026-06-10", FALSE);
  g_autofree char *with = read_calendar ("2026-06-10", TRUE);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_null (strstr (without, names[i]));
      g_assert_nonnull (strstr (with, names[i]));
    }
  g_assert_nonnull (strstr (with, "|Giving feedback, with Wilhelmina|Room 2; ground floor, left|Bring an audit|"));
}

static void
test_no_moment (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (mtr_calendar_write (none, NULL, "21 November", FALSE, &error));
  g_assert_error (error, MTR_EXPORT_ERROR, MTR_EXPORT_ERROR_TEXT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/calendar/entries", test_entries);
  g_test_add_func ("/export/calendar/same-uid-after-a-change", test_same_uid_after_a_change);
  g_test_add_func ("/export/calendar/names-when-asked-for", test_names_when_asked_for);
  g_test_add_func ("/export/calendar/no-moment", test_no_moment);

  return g_test_run ();
}
