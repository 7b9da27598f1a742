/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings a window to the pages of the planner. */

#include "mtr-test-planner.h"

#include "mtr-event-page.h"
#include "mtr-invite-page.h"

static MtrRecord *
make_event (MtrWindow  *window,
            const char *kind,
            const char *title,
            const char *on)
{
  MtrRecord *event = mtr_record_new (MTR_KIND_EVENT, mtr_programme_new_id (mtr_window_get_programme (window)));

  mtr_record_set_text (event, MTR_EVENT_KIND, kind);
  mtr_record_set_text (event, MTR_EVENT_TITLE, title);
  mtr_record_set_text (event, MTR_EVENT_HELD_ON, on);

  return event;
}

/* A workshop to which two of the sample are invited, and a forum that is cancelled. */
gint64
mtr_test_add_workshop (MtrWindow *window)
{
  MtrProgramme *programme = mtr_window_get_programme (window);
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PERSON);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (MtrChange) change = mtr_change_new ("add events");
  g_autoptr (MtrRecord) workshop = make_event (window, "workshop", "Giving feedback that can be heard", "2026-11-12");
  g_autoptr (MtrRecord) forum = make_event (window, "forum", "Autumn forum", "2026-11-26");
  GError *error = NULL;

  mtr_record_set_text (workshop, MTR_EVENT_HELD_TIME, "09:30");
  mtr_record_set_number (workshop, MTR_EVENT_MINUTES, 90);
  mtr_record_set_text (workshop, MTR_EVENT_PLACE, "Town hall, room 2");
  mtr_record_set_text (forum, MTR_EVENT_ENDS_ON, "2026-11-27");
  mtr_record_set_text (forum, MTR_EVENT_CANCELLED_ON, "2026-11-02");
  mtr_change_insert (change, g_object_ref (workshop));
  mtr_change_insert (change, g_steal_pointer (&forum));

  query.order_field = MTR_PERSON_NAME;
  query.limit = 2;
  people = mtr_store_list_records (mtr_programme_get_store (programme), &query, MTR_READER_LEAD, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < people->len; i++)
    {
      g_autoptr (MtrRecord) attendance = mtr_record_new (MTR_KIND_ATTENDANCE, mtr_programme_new_id (programme));

      mtr_record_set_number (attendance, MTR_ATTENDANCE_EVENT_ID, mtr_record_get_id (workshop));
      mtr_record_set_number (attendance, MTR_ATTENDANCE_PERSON_ID, mtr_record_get_id (g_ptr_array_index (people, i)));
      mtr_record_set_text (attendance, MTR_ATTENDANCE_STATE, i == 0 ? "coming" : "invited");
      mtr_change_insert (change, g_steal_pointer (&attendance));
    }
  mtr_store_apply (mtr_programme_get_store (programme), change, &error);
  g_assert_no_error (error);

  return mtr_record_get_id (workshop);
}

void
mtr_test_show_planner (MtrWindow *window)
{
  mtr_test_add_workshop (window);
  mtr_window_show_place (window, "planner");
}

GtkWidget *
mtr_test_find_day (MtrWindow  *window,
                   const char *day)
{
  GtkWidget *number = mtr_test_find (window, GTK_TYPE_LABEL, day);

  g_assert_nonnull (number);

  return gtk_widget_get_ancestor (number, GTK_TYPE_BUTTON);
}

void
mtr_test_show_planner_day (MtrWindow *window)
{
  mtr_test_show_planner (window);
  mtr_test_window_settle (window);
  /* At 400 pixels there is only the list. */
  if (!mtr_page_get_narrow (mtr_window_get_page (window)))
    g_signal_emit_by_name (mtr_test_find_day (window, "12"), "clicked");
}

void
mtr_test_show_planner_empty (MtrWindow *window)
{
  mtr_window_show_place (window, "planner");
}

void
mtr_test_show_event (MtrWindow *window)
{
  gint64 id = mtr_test_add_workshop (window);

  mtr_window_push (window, mtr_event_page_new (mtr_window_get_programme (window), id, NULL));
}

void
mtr_test_show_event_new (MtrWindow *window)
{
  mtr_window_push (window, mtr_event_page_new (mtr_window_get_programme (window), 0, NULL));
}

void
mtr_test_show_invite (MtrWindow *window)
{
  gint64 id = mtr_test_add_workshop (window);

  mtr_window_push (window, mtr_invite_page_new (mtr_window_get_programme (window), id));
}
