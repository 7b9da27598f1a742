/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings a window with the sample to the pages of a pairing, for pictures and
 * for tests.
 */

#include "mtr-test-pairing.h"

static void
go_to (MtrWindow  *window,
       const char *mentee,
       MtrKind     kind,
       MtrField    field)
{
  gint64 id = mtr_test_find_pairing (window, mentee);

  mtr_window_go_to (window, id, kind, kind == MTR_KIND_PAIRING ? id : 0, field);
  mtr_test_window_settle (window);
}

/**
 * mtr_test_show_pairing_active:
 * @window: a window with the sample
 *
 * Shows a pairing that is active.
 */
void
mtr_test_show_pairing_active (MtrWindow *window)
{
  go_to (window, "Amara", MTR_KIND_PAIRING, MTR_FIELD_NONE);
}

/**
 * mtr_test_show_pairing_proposed:
 * @window: a window with the sample
 *
 * Shows one that is proposed, with a rule that nobody knows about.
 */
void
mtr_test_show_pairing_proposed (MtrWindow *window)
{
  go_to (window, "Sorrel", MTR_KIND_PAIRING, MTR_FIELD_NONE);
}

/**
 * mtr_test_show_pairing_ended:
 * @window: a window with the sample
 *
 * Shows one that has ended.
 */
void
mtr_test_show_pairing_ended (MtrWindow *window)
{
  go_to (window, "Joss", MTR_KIND_PAIRING, MTR_FIELD_NONE);
}

/**
 * mtr_test_show_pairing_dual_role:
 * @window: a window with the sample
 *
 * Shows one whose mentor has become the line manager too.
 */
void
mtr_test_show_pairing_dual_role (MtrWindow *window)
{
  gint64 id = mtr_test_find_pairing (window, "Amara");
  MtrChange *change = mtr_change_new ("dual role");

  mtr_change_set_number (change, MTR_PAIRING_LINE_MANAGER_ID, id,
                         mtr_programme_get_owner_id (mtr_window_get_programme (window)));
  mtr_programme_act (mtr_window_get_programme (window), change, NULL);
  mtr_test_window_settle (window);
  mtr_test_show_pairing_active (window);
}

static void
move_sorrel (MtrWindow  *window,
             const char *state)
{
  gint64 id = mtr_test_find_pairing (window, "Sorrel");
  MtrChange *change = mtr_change_new ("move");

  mtr_change_set_text (change, MTR_PAIRING_STATE, id, state);
  mtr_change_set_text (change, MTR_PAIRING_STARTED_ON, id, "2026-11-18");
  mtr_change_set_text (change, MTR_PAIRING_PAUSED_ON, id, "2026-11-20");
  mtr_programme_act (mtr_window_get_programme (window), change, NULL);
  mtr_test_window_settle (window);
  mtr_test_show_pairing_proposed (window);
}

/**
 * mtr_test_show_pairing_induction:
 * @window: a window with the sample
 *
 * Shows one that has begun, with an agreement that is not signed.
 */
void
mtr_test_show_pairing_induction (MtrWindow *window)
{
  move_sorrel (window, "induction");
}

/**
 * mtr_test_show_pairing_paused:
 * @window: a window with the sample
 *
 * Shows one that is paused.
 */
void
mtr_test_show_pairing_paused (MtrWindow *window)
{
  move_sorrel (window, "paused");
}

/**
 * mtr_test_show_pairing_rules:
 * @window: a window with the sample
 *
 * Shows the rules for mentors one by one.
 */
void
mtr_test_show_pairing_rules (MtrWindow *window)
{
  go_to (window, "Amara", MTR_KIND_PAIRING, MTR_PAIRING_EXCEPTION_REASON);
}

/**
 * mtr_test_show_pairing_role:
 * @window: a window with the sample
 *
 * Shows what the line manager does and does not do.
 */
void
mtr_test_show_pairing_role (MtrWindow *window)
{
  go_to (window, "Amara", MTR_KIND_PAIRING, MTR_PAIRING_LINE_MANAGER_ID);
}

/**
 * mtr_test_show_pairing_agreement:
 * @window: a window with the sample
 *
 * Shows an agreement that is being written.
 */
void
mtr_test_show_pairing_agreement (MtrWindow *window)
{
  go_to (window, "Sorrel", MTR_KIND_AGREEMENT, MTR_FIELD_NONE);
}

/**
 * mtr_test_show_pairing_agreement_signed:
 * @window: a window with the sample
 *
 * Shows one that both have signed.
 */
void
mtr_test_show_pairing_agreement_signed (MtrWindow *window)
{
  go_to (window, "Amara", MTR_KIND_AGREEMENT, MTR_FIELD_NONE);
}

/**
 * mtr_test_show_pairing_agreement_changed:
 * @window: a window with the sample
 *
 * Shows the next version of it.
 */
void
mtr_test_show_pairing_agreement_changed (MtrWindow *window)
{
  mtr_test_show_pairing_agreement_signed (window);
  mtr_test_window_settle (window);
  g_signal_emit_by_name (mtr_test_find (window, GTK_TYPE_BUTTON, "Agree anew"),
                         "clicked");
}

/**
 * mtr_test_show_pairing_meeting:
 * @window: a window with the sample
 *
 * Shows how often and how the two meet.
 */
void
mtr_test_show_pairing_meeting (MtrWindow *window)
{
  go_to (window, "Amara", MTR_KIND_PAIRING, MTR_PAIRING_INTERVAL_DAYS);
}

/**
 * mtr_test_show_pairing_manager_sees:
 * @window: a window with the sample
 *
 * Shows what the line manager will see.
 */
void
mtr_test_show_pairing_manager_sees (MtrWindow *window)
{
  mtr_test_show_pairing_active (window);
  mtr_test_open_row (window, "What will");
}

/**
 * mtr_test_show_pairing_pause:
 * @window: a window with the sample
 *
 * Shows the form for a pause.
 */
void
mtr_test_show_pairing_pause (MtrWindow *window)
{
  mtr_test_show_pairing_active (window);
  mtr_test_open_row (window, "Pause");
}

/**
 * mtr_test_show_pairing_end:
 * @window: a window with the sample
 *
 * Shows the form for the end.
 */
void
mtr_test_show_pairing_end (MtrWindow *window)
{
  mtr_test_show_pairing_active (window);
  mtr_test_open_row (window, "End this");
}
