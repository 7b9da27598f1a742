/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings a window with the sample to the pages of looking back, of the ending
 * and of a peer group, for pictures.
 */

#include "mtr-test-looking-back.h"

#include "mtr-group.h"
#include "mtr-new-member-page.h"
#include "mtr-pairing.h"
#include "mtr-self-assessment.h"

/* Two self-assessments, of which the areas have moved differently, up, down and not at all. */
static void
fill (MtrWindow *window)
{
  static const int levels[][MTR_N_MOMENTS] = { { 3, 5, 8 }, { 6, 0, 5 }, { 4, 0, 4 }, { 2, 6, 9 }, { 5, 0, 0 } };
  MtrProgramme *programme = mtr_window_get_programme (window);
  GPtrArray *items = mtr_pack_get_self_assessment (mtr_programme_get_pack (programme, NULL))->items;
  gint64 pairing_id = mtr_test_find_pairing (window, "Amara");
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load (mtr_programme_get_store (programme), MTR_SCOPE_PAIRING,
                                                     MTR_KIND_PAIRING, pairing_id, MTR_READER_OWNER, NULL);
  g_autoptr (GPtrArray) mentees = mtr_pairing_list_mentees (snapshot, pairing_id, NULL);
  MtrRecord *member = g_ptr_array_index (mentees, 0);
  MtrChange *change = mtr_change_new ("fill");

  for (guint moment = 0; moment < MTR_N_MOMENTS; moment++)
    {
      static const char * const days[MTR_N_MOMENTS] = { "2026-01-12", "2026-06-02", "2026-11-10" };
      MtrRecord *record = mtr_record_new (MTR_KIND_SELF_ASSESSMENT, mtr_programme_new_id (programme));

      mtr_record_set_number (record, MTR_SELF_ASSESSMENT_PAIRING_ID, pairing_id);
      mtr_record_set_number (record, MTR_SELF_ASSESSMENT_PERSON_ID, mtr_record_get_number (member, MTR_MEMBER_PERSON_ID));
      mtr_record_set_text (record, MTR_SELF_ASSESSMENT_MOMENT, mtr_self_assessment_get_moment (moment));
      mtr_record_set_text (record, MTR_SELF_ASSESSMENT_DONE_ON, days[moment]);
      mtr_change_insert (change, record);
      for (guint i = 0; i < G_N_ELEMENTS (levels) && i < items->len; i++)
        {
          MtrRecord *item;

          if (levels[i][moment] == 0)
            continue;
          item = mtr_record_new (MTR_KIND_SELF_ASSESSMENT_ITEM, mtr_programme_new_id (programme));
          mtr_record_set_number (item, MTR_SELF_ASSESSMENT_ITEM_SELF_ASSESSMENT_ID, mtr_record_get_id (record));
          mtr_record_set_text (item, MTR_SELF_ASSESSMENT_ITEM_ITEM, ((MtrWord *) g_ptr_array_index (items, i))->code);
          mtr_record_set_number (item, MTR_SELF_ASSESSMENT_ITEM_LEVEL, levels[i][moment]);
          mtr_record_set_number (item, MTR_SELF_ASSESSMENT_ITEM_CONFIDENCE, 1 + levels[i][moment] / 2);
          mtr_change_insert (change, item);
        }
    }
  mtr_programme_act (programme, change, NULL);
  mtr_test_window_settle (window);
}

/**
 * mtr_test_show_looking_back:
 * @window: a window with the sample
 *
 * Shows the end of the page of a pairing, where the two look back.
 */
void
mtr_test_show_looking_back (MtrWindow *window)
{
  fill (window);
  mtr_test_open_pairing (window, "Amara");
  gtk_widget_grab_focus (mtr_test_get (window, ADW_TYPE_ACTION_ROW, "Where are they now"));
}

/**
 * mtr_test_show_self_assessment:
 * @window: a window with the sample
 *
 * Shows how somebody sees themselves at the end.
 */
void
mtr_test_show_self_assessment (MtrWindow *window)
{
  fill (window);
  mtr_test_open_pairing (window, "Amara");
  mtr_test_open_row (window, "Self-assessment: At the end");
}

/**
 * mtr_test_show_movement:
 * @window: a window with the sample
 *
 * Shows the picture of what has moved.
 */
void
mtr_test_show_movement (MtrWindow *window)
{
  fill (window);
  mtr_test_open_pairing (window, "Amara");
  mtr_test_open_row (window, "What has moved");
}

/**
 * mtr_test_show_review:
 * @window: a window with the sample
 *
 * Shows the three-month check.
 */
void
mtr_test_show_review (MtrWindow *window)
{
  mtr_test_open_pairing (window, "Amara");
  mtr_test_open_row (window, "Three-month check");
}

/**
 * mtr_test_show_measure:
 * @window: a window with the sample
 *
 * Shows a new measure.
 */
void
mtr_test_show_measure (MtrWindow *window)
{
  mtr_test_open_pairing (window, "Amara");
  mtr_test_open_row (window, "Nothing measured yet");
}

/**
 * mtr_test_show_stage_note:
 * @window: a window with the sample
 *
 * Shows the mentor's note with what helps at each stage.
 */
void
mtr_test_show_stage_note (MtrWindow *window)
{
  mtr_test_open_pairing (window, "Amara");
  mtr_test_open_row (window, "Where are they now");
}

/**
 * mtr_test_show_evaluation:
 * @window: a window with the sample
 *
 * Ends a pairing and shows the evaluation.
 */
void
mtr_test_show_evaluation (MtrWindow *window)
{
  mtr_test_open_pairing (window, "Amara");
  mtr_test_open_row (window, "End this pairing");
  mtr_test_press (window, "End on");
  mtr_test_open_row (window, "Evaluation: Oonagh");
}

static void
make_group (MtrWindow *window,
            gint64    *group_id,
            gint64    *session_id)
{
  static const char * const names[] = { "Bronwen Ellis-Fairweather", "Tunde Afolabi", "Mairi Strand", "Joanne Pike" };
  MtrProgramme *programme = mtr_window_get_programme (window);
  MtrRecord *group = mtr_record_new (MTR_KIND_PAIRING, mtr_programme_new_id (programme));
  MtrRecord *session = mtr_record_new (MTR_KIND_SESSION, mtr_programme_new_id (programme));
  MtrChange *change = mtr_change_new ("make a group");

  *group_id = mtr_record_get_id (group);
  *session_id = mtr_record_get_id (session);
  mtr_record_set_text (group, MTR_PAIRING_PACK, mtr_pack_get_id (mtr_programme_get_pack (programme, NULL)));
  mtr_record_set_text (group, MTR_PAIRING_STATE, "active");
  mtr_record_set_text (group, MTR_PAIRING_STRUCTURE, MTR_STRUCTURE_GROUP);
  mtr_record_set_text (group, MTR_PAIRING_TITLE, "Thursday group");
  mtr_record_set_text (group, MTR_PAIRING_STARTED_ON, "2026-08-20");
  mtr_record_set_text (group, MTR_PAIRING_GROUND_RULES, "What is said here stays here. One speaks at a time.");
  mtr_record_set_number (group, MTR_PAIRING_MENTOR_ID, mtr_programme_get_owner_id (programme));
  mtr_change_insert (change, group);
  mtr_record_set_number (session, MTR_SESSION_PAIRING_ID, *group_id);
  mtr_record_set_text (session, MTR_SESSION_STATE, "held");
  mtr_record_set_text (session, MTR_SESSION_HELD_ON, "2026-11-05");
  mtr_record_set_number (session, MTR_SESSION_MINUTES, 90);
  mtr_record_set_text (session, MTR_SESSION_QUESTION, "How do I give feedback to somebody who was my manager?");
  mtr_change_insert (change, session);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      MtrRecord *person = mtr_record_new (MTR_KIND_PERSON, mtr_programme_new_id (programme));
      MtrRecord *attendee = mtr_record_new (MTR_KIND_SESSION_ATTENDEE, mtr_programme_new_id (programme));

      mtr_record_set_text (person, MTR_PERSON_NAME, names[i]);
      mtr_record_set_number (attendee, MTR_SESSION_ATTENDEE_SESSION_ID, *session_id);
      mtr_record_set_number (attendee, MTR_SESSION_ATTENDEE_PERSON_ID, mtr_record_get_id (person));
      if (i == 1)
        mtr_record_set_number (attendee, MTR_SESSION_ATTENDEE_MINUTES, 40);
      if (i == 2)
        mtr_record_set_text (attendee, MTR_SESSION_ATTENDEE_LEARNT, "Say what I saw, and stop there.");
      mtr_group_add_member (change, group, mtr_programme_new_id (programme), mtr_record_get_id (person), "2026-08-20");
      mtr_change_insert (change, person);
      mtr_change_insert (change, attendee);
    }
  mtr_programme_act (programme, change, NULL);
  mtr_test_window_settle (window);
}

/**
 * mtr_test_show_group:
 * @window: a window with the sample
 *
 * Shows a peer group.
 */
void
mtr_test_show_group (MtrWindow *window)
{
  gint64 group_id, session_id;

  make_group (window, &group_id, &session_id);
  mtr_window_open_pairing (window, group_id);
}

/**
 * mtr_test_show_group_session:
 * @window: a window with the sample
 *
 * Shows a meeting of a peer group.
 */
void
mtr_test_show_group_session (MtrWindow *window)
{
  gint64 group_id, session_id;

  make_group (window, &group_id, &session_id);
  mtr_window_go_to (window, group_id, MTR_KIND_SESSION, session_id, MTR_SESSION_QUESTION);
}

/**
 * mtr_test_show_new_group:
 * @window: a window with the sample
 *
 * Shows the form for a new peer group.
 */
void
mtr_test_show_new_group (MtrWindow *window)
{
  mtr_window_push (window, mtr_new_group_page_new (mtr_window_get_programme (window)));
}
