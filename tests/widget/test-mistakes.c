/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What cannot be taken is said where it was typed, in letters that are seen,
 * nothing is stored of it, and it makes no window wider.
 */

#include "mtr-entry-row.h"
#include "mtr-new-member-page.h"
#include "mtr-new-pairing-page.h"
#include "mtr-test-diary.h"
#include "mtr-test-observation.h"
#include "mtr-test-planner.h"
#include "mtr-test-window.h"

#define NARROW_WIDTH 400

static MtrApplication *application;

/* A line that is there and can be read: its letters have a height. */
static GtkWidget *
get_line (GtkWidget  *root,
          const char *words)
{
  GtkWidget *label = mtr_test_find_widget (root, GTK_TYPE_LABEL, words);
  int height;

  g_assert_nonnull (label);
  pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (label)), NULL, &height);
  g_assert_cmpint (height, >, 8);

  return label;
}

static char *
make_long_name (void)
{
  return g_strnfill (600, 'n');
}

/* The header of a narrow window has no room for what a button says is missing: it stands at the foot of the window. */
static void
test_said (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, NARROW_WIDTH, 900);
  MtrProgramme *programme = mtr_window_get_programme (window);
  GtkWidget *line;

  mtr_test_observation_open (window, "Kiran", mtr_test_observation_reach (window, MTR_OBSERVATION_STEP_CONSENT));
  mtr_test_press (window, "Go on");
  line = get_line (GTK_WIDGET (window), "Choose what the answer was.");
  g_assert_true (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (line)) == GTK_ACCESSIBLE_ROLE_STATUS);
  g_assert_true (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (line))));
  line = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (window), MTR_TYPE_WINDOW, "said_line"));
  g_assert_true (gtk_widget_get_mapped (line));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (line)), ==, "Choose what the answer was.");
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (line))));

  mtr_programme_announce (programme, "Ended");
  mtr_test_window_settle (window);
  g_assert_false (gtk_widget_get_mapped (line));
  mtr_test_window_close (window);
}

/* A row of no record says below its entry what is wrong, until it is changed. */
static void
test_entry_row (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, NARROW_WIDTH, 900);
  g_autofree char *long_name = make_long_name ();
  GtkWidget *name, *day, *line;

  mtr_window_push (window, mtr_new_pairing_page_new (mtr_window_get_programme (window)));
  mtr_test_window_settle (window);
  name = mtr_test_get (window, MTR_TYPE_ENTRY_ROW, "Name of the new person (Supervisor)");
  day = mtr_test_get (window, MTR_TYPE_ENTRY_ROW, "Proposed on");
  mtr_entry_row_set_text (MTR_ENTRY_ROW (name), long_name);
  mtr_test_press (window, "Propose the Pairing");
  line = get_line (name, "This has 600 characters, and at most 500 fit here.");
  g_assert_true (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (line)) == GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (mtr_test_find_widget (name, GTK_TYPE_ENTRY, NULL)),
                                    GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_cmpstr (mtr_entry_row_get_text (MTR_ENTRY_ROW (name)), ==, long_name);

  mtr_entry_row_set_text (MTR_ENTRY_ROW (name), "<b>Ann</b> &amp; Bo");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (line)), ==, "");
  mtr_entry_row_set_text (MTR_ENTRY_ROW (day), "31 February 2026");
  mtr_test_press (window, "Propose the Pairing");
  get_line (day, "'31 February 2026' is not a date. Try 28/2/2026.");
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, NARROW_WIDTH);
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_PAIRING), ==, 0);
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_PERSON), ==, 1);
  mtr_test_window_close (window);
}

/* A group without a real name, or with one that is too long, is not made. */
static void
test_group_name (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, NARROW_WIDTH, 900);
  g_autofree char *long_name = make_long_name ();
  GtkWidget *name;

  mtr_window_push (window, mtr_new_group_page_new (mtr_window_get_programme (window)));
  mtr_test_window_settle (window);
  name = mtr_test_get (window, MTR_TYPE_ENTRY_ROW, "Name of the group");
  mtr_entry_row_set_text (MTR_ENTRY_ROW (name), "   ");
  mtr_test_press (window, "Make the Group");
  get_line (name, "Give the group a name.");
  mtr_entry_row_set_text (MTR_ENTRY_ROW (name), long_name);
  mtr_test_press (window, "Make the Group");
  get_line (name, "This has 600 characters");
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_PAIRING), ==, 0);
  mtr_test_window_close (window);
}

/* A length that cannot be is said and not turned into another; a long word widens nothing. */
static void
test_session (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, NARROW_WIDTH, 900);
  g_autofree char *long_name = make_long_name ();
  GtkWidget *spin;
  int before;

  mtr_test_show_session (window);
  mtr_test_window_settle (window);
  spin = mtr_test_get (window, GTK_TYPE_SPIN_BUTTON, NULL);
  before = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin));
  gtk_editable_set_text (GTK_EDITABLE (spin), "9999");
  gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
  mtr_test_window_settle (window);
  get_line (GTK_WIDGET (window), "'9999' does not fit here. Type a whole number from 1 to 1440.");
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin)), ==, before);

  /* Whoever is done with the session is shown it first. */
  mtr_test_press (window, "Done");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "'9999' does not fit here."));
  gtk_editable_set_text (GTK_EDITABLE (spin), "45");
  gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
  mtr_test_window_settle (window);
  g_assert_null (mtr_test_find (window, GTK_TYPE_LABEL, "'9999' does not fit here."));
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin)), ==, 45);

  gtk_editable_set_text (GTK_EDITABLE (mtr_test_get (window, GTK_TYPE_ENTRY, NULL)), long_name);
  mtr_test_window_settle (window);
  g_assert_cmpint (gtk_widget_get_width (get_line (GTK_WIDGET (window), "'nnnn")), <, NARROW_WIDTH);
  mtr_test_window_close (window);
}

/* What was typed as a signature and is none stays in the box. */
static void
test_signature (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  g_autofree char *long_name = make_long_name ();
  GtkWidget *dialog, *entry;

  mtr_test_observation_open (window, "Kiran", mtr_test_observation_reach (window, MTR_OBSERVATION_STEP_SIGN));
  mtr_test_open_row (window, "Oonagh");
  mtr_test_answer (window, long_name, "accept");
  dialog = mtr_test_find_other_window (window);
  g_assert_nonnull (dialog);
  get_line (dialog, "This has 600 characters");
  entry = mtr_test_find_widget (dialog, GTK_TYPE_ENTRY, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, long_name);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  mtr_test_answer (window, NULL, "cancel");
  mtr_test_window_close (window);
}

/* What looks like markup is a name; where a search finds nobody, that is said. */
static void
test_team (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1000, 900);
  MtrChange *change = mtr_change_new ("join a team");
  GtkWidget *search;

  mtr_change_set_text (change, MTR_PERSON_TEAM, mtr_programme_get_owner_id (mtr_window_get_programme (window)),
                       "<b>Adults</b> & Carers");
  mtr_programme_act (mtr_window_get_programme (window), change, NULL);
  mtr_test_window_settle (window);
  mtr_test_show_invite (window);
  mtr_test_window_settle (window);
  get_line (GTK_WIDGET (window), "<b>Adults</b> & Carers");

  search = mtr_test_get (window, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "<i>xylophone");
  g_signal_emit_by_name (search, "search-changed");
  mtr_test_window_settle (window);
  get_line (GTK_WIDGET (window), "Nobody found");
  mtr_test_window_close (window);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;

  application = mtr_test_application_new ();
  g_test_add_func ("/widget/mistakes/said", test_said);
  g_test_add_func ("/widget/mistakes/entry-row", test_entry_row);
  g_test_add_func ("/widget/mistakes/group-name", test_group_name);
  g_test_add_func ("/widget/mistakes/session", test_session);
  g_test_add_func ("/widget/mistakes/signature", test_signature);
  g_test_add_func ("/widget/mistakes/team", test_team);
  status = g_test_run ();
  g_object_unref (application);

  return status;
}
