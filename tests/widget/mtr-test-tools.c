/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings a window to what the library has to read and to fill in. */

#include "mtr-test-tools.h"

#include <string.h>

/* Opens the row of the library, or of the page that was opened last, whose title begins with @title. */
void
mtr_test_open_in_library (MtrWindow  *window,
                          const char *title)
{
  GtkWidget *row;

  if (!g_str_has_prefix (title, "…"))
    mtr_window_show_place (window, "library");
  else
    title += strlen ("…");
  mtr_test_window_settle (window);
  row = mtr_test_find (window, ADW_TYPE_ACTION_ROW, title);
  if (row == NULL)
    g_error ("The library has no row “%s”", title);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  mtr_test_window_settle (window);
}

static void
add_answer (MtrWindow  *window,
            MtrChange  *change,
            const char *answer,
            const char *note,
            const char *day)
{
  MtrProgramme *programme = mtr_window_get_programme (window);
  GPtrArray *items = mtr_pack_get_words (mtr_programme_get_pack (programme, NULL), MTR_WORDS_CHECKLIST);
  MtrRecord *record = mtr_record_new (MTR_KIND_CHECKLIST_ANSWER, mtr_programme_new_id (programme));

  mtr_record_set_text (record, MTR_CHECKLIST_ANSWER_ITEM, ((MtrWord *) g_ptr_array_index (items, 0))->code);
  mtr_record_set_text (record, MTR_CHECKLIST_ANSWER_ANSWER, answer);
  mtr_record_set_text (record, MTR_CHECKLIST_ANSWER_NOTE, note);
  mtr_record_set_text (record, MTR_CHECKLIST_ANSWER_ANSWERED_ON, day);
  mtr_change_insert (change, record);
}

/* Two answers to the first item of the checklist: one before the mentor began, and one half-way. */
void
mtr_test_add_answers (MtrWindow *window)
{
  g_autoptr (MtrChange) change = mtr_change_new ("answer");
  g_autoptr (GError) error = NULL;

  add_answer (window, change, "not-yet", "Ask for two hours a month.", "2026-03-12");
  add_answer (window, change, "yes", NULL, "2026-09-04");
  mtr_store_apply (mtr_test_get_store (window), change, &error);
  g_assert_no_error (error);
}

void
mtr_test_show_role (MtrWindow *window)
{
  mtr_test_open_in_library (window, "Mentor");
}

void
mtr_test_show_guide_preview (MtrWindow *window)
{
  mtr_test_show_role (window);
  g_signal_emit_by_name (mtr_test_find (window, GTK_TYPE_BUTTON, "Print This Guide"), "clicked");
}

void
mtr_test_show_stage (MtrWindow *window)
{
  mtr_test_open_in_library (window, "Finding one’s feet");
}

void
mtr_test_show_further_reading (MtrWindow *window)
{
  mtr_test_open_in_library (window, "Further reading");
}

void
mtr_test_show_checklist (MtrWindow *window)
{
  mtr_test_add_answers (window);
  mtr_test_open_in_library (window, "The mentor’s checklist");
}

void
mtr_test_show_checklist_item (MtrWindow *window)
{
  mtr_test_show_checklist (window);
  adw_action_row_activate (ADW_ACTION_ROW (mtr_test_find_widget (GTK_WIDGET (mtr_window_get_page (window)),
                                                                 ADW_TYPE_ACTION_ROW, NULL)));
}

void
mtr_test_show_own_questions (MtrWindow *window)
{
  mtr_test_open_in_library (window, "Questions to yourself");
}

void
mtr_test_fill_in (MtrWindow  *window,
                  const char *tool)
{
  mtr_test_open_in_library (window, tool);
  mtr_test_press (window, "Fill In");
}

void
mtr_test_show_tool (MtrWindow *window)
{
  mtr_test_open_in_library (window, "Reviewing the supervisory relationship");
}

void
mtr_test_show_private_tool (MtrWindow *window)
{
  mtr_test_fill_in (window, "Who I am, seen and unseen");
}

void
mtr_test_show_named_tool (MtrWindow *window)
{
  mtr_test_fill_in (window, "Reviewing the supervisory relationship");
}

void
mtr_test_show_blank_form (MtrWindow *window)
{
  mtr_test_show_tool (window);
  mtr_test_press (window, "Print a Blank Form");
}

void
mtr_test_show_note (MtrWindow *window)
{
  mtr_test_fill_in (window, "A note for your registration");
}
