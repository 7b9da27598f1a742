/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture of every page, full and empty:
 *   mtr-screenshots [--variant=light|dark|contrast|narrow] [--dpi=144] [--measure] FOLDER [NAME…]
 * Colours come from the environment (see build-aux/screenshots); "narrow" is a
 * window of 400 pixels. Each row of the table brings a window to its page.
 */

#include "mtr-adjustment-page.h"
#include "mtr-language.h"
#include "mtr-look.h"
#include "mtr-new-pairing-page.h"
#include "mtr-new-programme-page.h"
#include "mtr-person-page.h"
#include "mtr-private-names-page.h"
#include "mtr-search-page.h"
#include "mtr-test-archive.h"
#include "mtr-test-diary.h"
#include "mtr-test-learning.h"
#include "mtr-test-matching.h"
#include "mtr-test-import.h"
#include "mtr-test-looking-back.h"
#include "mtr-test-observation.h"
#include "mtr-test-pairing.h"
#include "mtr-test-plan.h"
#include "mtr-test-planner.h"
#include "mtr-test-portfolio-in.h"
#include "mtr-test-portfolio.h"
#include "mtr-test-reports.h"
#include "mtr-test-tools.h"
#include "mtr-test-window.h"

#include <string.h>

#define WIDE_WIDTH 1100
#define NARROW_WIDTH 400
#define HEIGHT 900

/* A window that the page has opened is what the picture is of. */
static GtkWidget *
find_pictured (MtrWindow *window,
               gboolean   narrow)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *last = GTK_WIDGET (window);

  /* The one that was opened last lies over the others. */
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) other = g_list_model_get_item (windows, i);

      if (other != GTK_WIDGET (window) && gtk_widget_get_mapped (other))
        last = other;
    }
  if (last != GTK_WIDGET (window))
    {
      if (narrow && gtk_window_get_resizable (GTK_WINDOW (last)))
        gtk_window_set_default_size (GTK_WINDOW (last), NARROW_WIDTH, gtk_widget_get_height (last));
      mtr_test_window_settle (window);
    }

  return last;
}

/* Whether a page, or what is scrolled up and down in one, is wider than it may be, so that its right side is cut. */
static gboolean
is_cut (GtkWidget *widget)
{
  GtkWidget *child = NULL;
  int minimum = 0;

  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (MTR_IS_PAGE (widget))
    child = adw_bin_get_child (ADW_BIN (widget));
  if (child != NULL)
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (minimum > gtk_widget_get_width (widget))
    return TRUE;
  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_cut (child))
      return TRUE;

  return FALSE;
}

static void
show_new_programme (MtrWindow *window)
{
  mtr_window_push (window, mtr_new_programme_page_new (MTR_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)))));
}

static void
show_adjustment (MtrWindow *window)
{
  mtr_window_push (window, mtr_adjustment_page_new ());
}

static void
show_preview_adjustment (MtrWindow *window)
{
  mtr_test_show_preview (window);
  gtk_widget_activate_action (find_pictured (window, FALSE), "preview.adjust", NULL);
}

static void
show_pairings (MtrWindow *window)
{
  mtr_window_show_place (window, "pairings");
}

static void
show_set_aside (MtrWindow *window)
{
  GtkWidget *row = mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Direct observation 2 waits for your signature");

  gtk_widget_activate_action (row, "today.set-aside", "s", g_object_get_data (G_OBJECT (row), "key"));
}

static void
show_today_set_aside (MtrWindow *window)
{
  show_set_aside (window);
  mtr_test_window_settle (window);
  mtr_test_press (window, "Set Aside");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (mtr_test_find_widget (GTK_WIDGET (mtr_window_get_page (window)),
                                                                         GTK_TYPE_TOGGLE_BUTTON, "1 set aside")), TRUE);
}

static void
show_people (MtrWindow *window)
{
  mtr_window_show_place (window, "people");
}

static void
show_person (MtrWindow *window)
{
  mtr_window_push (window, mtr_person_page_new (mtr_window_get_programme (window),
                                                mtr_programme_get_owner_id (mtr_window_get_programme (window))));
}

static void
show_new_person (MtrWindow *window)
{
  mtr_window_push (window, mtr_person_page_new (mtr_window_get_programme (window), 0));
}

/* Opens the part of the owner's profile that a row has the title of. */
static void
show_person_part (MtrWindow  *window,
                  const char *title)
{
  show_person (window);
  mtr_test_window_settle (window);
  adw_action_row_activate (ADW_ACTION_ROW (mtr_test_find_widget (GTK_WIDGET (mtr_window_get_page (window)),
                                                                 ADW_TYPE_ACTION_ROW, title)));
}

static void
show_person_wishes (MtrWindow *window)
{
  show_person_part (window, "What they wish for");
}

static void
show_person_meeting (MtrWindow *window)
{
  show_person_part (window, "Meeting and learning");
}

static void
show_person_identity (MtrWindow *window)
{
  show_person_part (window, "Who they say they are");
}

static void
show_private_names (MtrWindow *window)
{
  mtr_window_push (window, mtr_private_names_page_new (mtr_window_get_programme (window)));
}

static void
show_library (MtrWindow *window)
{
  mtr_window_show_place (window, "library");
}

static void
show_area (MtrWindow *window)
{
  show_library (window);
  mtr_test_window_settle (window);
  adw_action_row_activate (ADW_ACTION_ROW (mtr_test_find_widget (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "3 ")));
}

static void
show_search (MtrWindow *window)
{
  MtrPage *page = mtr_search_page_new (mtr_window_get_programme (window));

  mtr_window_push (window, page);
  mtr_search_page_search (MTR_SEARCH_PAGE (page), "superv");
}

static void
show_search_nothing (MtrWindow *window)
{
  show_search (window);
  mtr_search_page_search (MTR_SEARCH_PAGE (mtr_window_get_page (window)), "xylophone");
}

static void
show_search_empty (MtrWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
}

static void
show_help (MtrWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help", NULL);
}

static void
show_new_pairing (MtrWindow *window)
{
  mtr_window_push (window, mtr_new_pairing_page_new (mtr_window_get_programme (window)));
}

static void
show_observations (MtrWindow *window)
{
  mtr_test_observation_open (window, "Kiran", mtr_test_observation_find (window, "Kiran", MTR_OBSERVATION_STEP_SIGN));
  mtr_window_pop (window);
}

static void
show_observations_empty (MtrWindow *window)
{
  mtr_window_open_pairing (window, mtr_test_find_pairing (window, "Sorrel"));
  mtr_page_command (mtr_window_get_page (window), "show-3");
}

static void
show_step (MtrWindow          *window,
           MtrObservationStep  step)
{
  mtr_test_observation_open (window, "Kiran", mtr_test_observation_reach (window, step));
}

static void
show_plan (MtrWindow *window)
{
  show_step (window, MTR_OBSERVATION_STEP_PLAN);
}

static void
show_consent (MtrWindow *window)
{
  show_step (window, MTR_OBSERVATION_STEP_CONSENT);
}

static void
show_refused (MtrWindow *window)
{
  show_step (window, MTR_OBSERVATION_STEP_CONSENT);
  g_signal_emit_by_name (mtr_test_find_widget (GTK_WIDGET (window), GTK_TYPE_CHECK_BUTTON, "Said no"), "activate");
}

static void
show_observe (MtrWindow *window)
{
  show_step (window, MTR_OBSERVATION_STEP_OBSERVE);
}

static void
show_observe_window (MtrWindow *window)
{
  show_step (window, MTR_OBSERVATION_STEP_OBSERVE);
  g_signal_emit_by_name (mtr_test_find_widget (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Observe"), "clicked");
}

static void
show_feedback (MtrWindow *window)
{
  show_step (window, MTR_OBSERVATION_STEP_FEEDBACK);
}

static void
show_reflection (MtrWindow *window)
{
  show_step (window, MTR_OBSERVATION_STEP_REFLECTION);
}

static void
show_sign (MtrWindow *window)
{
  show_step (window, MTR_OBSERVATION_STEP_SIGN);
}

static void
show_sign_question (MtrWindow *window)
{
  show_step (window, MTR_OBSERVATION_STEP_SIGN);
  g_signal_emit_by_name (mtr_test_find_widget (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "Oonagh"), "activated");
}

static void
show_sealed (MtrWindow *window)
{
  mtr_test_observation_open (window, "Amara", mtr_test_observation_find (window, "Amara", MTR_OBSERVATION_STEP_SEALED));
}

static void
show_summary (MtrWindow *window)
{
  mtr_test_open_report (window, "Programme summary");
}

static void
show_statement (MtrWindow *window)
{
  mtr_test_open_report (window, "Progress statement");
}

/* What there is a picture of. A page is shown with the sample and, where it has something to say then, without. */
static const struct {
  const char  *name;
  MtrTestFile  file;
  void       (*show) (MtrWindow *window);  /* (nullable): the first page */
  const char  *adjustment;                 /* (nullable): how whoever sits here reads best */
} pictures[] = {
  { "welcome", MTR_TEST_FILE_NONE, NULL },
  { "new-programme", MTR_TEST_FILE_NONE, show_new_programme },
  { "today", MTR_TEST_FILE_SAMPLE, NULL },
  { "today-empty", MTR_TEST_FILE_EMPTY, NULL },
  { "today-set-aside", MTR_TEST_FILE_SAMPLE, show_today_set_aside },
  { "set-aside", MTR_TEST_FILE_SAMPLE, show_set_aside },
  { "pairings", MTR_TEST_FILE_SAMPLE, show_pairings },
  { "pairings-empty", MTR_TEST_FILE_EMPTY, show_pairings },
  { "new-pairing", MTR_TEST_FILE_SAMPLE, show_new_pairing },
  { "diary", MTR_TEST_FILE_SAMPLE, mtr_test_show_diary },
  { "diary-empty", MTR_TEST_FILE_SAMPLE, mtr_test_show_diary_empty },
  { "diary-ended", MTR_TEST_FILE_SAMPLE, mtr_test_show_diary_ended },
  { "quick-entry", MTR_TEST_FILE_SAMPLE, mtr_test_show_quick_entry },
  { "plan-session", MTR_TEST_FILE_SAMPLE, mtr_test_show_plan_session },
  { "session", MTR_TEST_FILE_SAMPLE, mtr_test_show_session },
  { "session-deeper", MTR_TEST_FILE_SAMPLE, mtr_test_show_deeper },
  { "session-worry", MTR_TEST_FILE_SAMPLE, mtr_test_show_worry },
  { "promote", MTR_TEST_FILE_SAMPLE, mtr_test_show_promote },
  { "private-note", MTR_TEST_FILE_SAMPLE, mtr_test_show_private_note },
  { "misspelt", MTR_TEST_FILE_SAMPLE, mtr_test_show_misspelt },
  { "observations", MTR_TEST_FILE_SAMPLE, show_observations },
  { "observations-empty", MTR_TEST_FILE_SAMPLE, show_observations_empty },
  { "observation-plan", MTR_TEST_FILE_SAMPLE, show_plan },
  { "observation-consent", MTR_TEST_FILE_SAMPLE, show_consent },
  { "observation-refused", MTR_TEST_FILE_SAMPLE, show_refused },
  { "observation-observe", MTR_TEST_FILE_SAMPLE, show_observe },
  { "observation-feedback", MTR_TEST_FILE_SAMPLE, show_feedback },
  { "observation-reflection", MTR_TEST_FILE_SAMPLE, show_reflection },
  { "observation-sign", MTR_TEST_FILE_SAMPLE, show_sign },
  { "observation-sign-question", MTR_TEST_FILE_SAMPLE, show_sign_question },
  { "observation-sealed", MTR_TEST_FILE_SAMPLE, show_sealed },
  { "observe-window", MTR_TEST_FILE_SAMPLE, show_observe_window },
  { "search", MTR_TEST_FILE_SAMPLE, show_search },
  { "search-nothing", MTR_TEST_FILE_SAMPLE, show_search_nothing },
  { "search-empty", MTR_TEST_FILE_EMPTY, show_search_empty },
  { "help", MTR_TEST_FILE_SAMPLE, show_help },
  { "people", MTR_TEST_FILE_SAMPLE, show_people },
  { "person", MTR_TEST_FILE_SAMPLE, show_person },
  { "person-new", MTR_TEST_FILE_EMPTY, show_new_person },
  { "person-wishes", MTR_TEST_FILE_SAMPLE, show_person_wishes },
  { "person-meeting", MTR_TEST_FILE_SAMPLE, show_person_meeting },
  { "person-identity", MTR_TEST_FILE_SAMPLE, show_person_identity },
  { "archive", MTR_TEST_FILE_SAMPLE, mtr_test_show_archive },
  { "archive-pairing", MTR_TEST_FILE_SAMPLE, mtr_test_show_archive_pairing },
  { "archive-saved", MTR_TEST_FILE_SAMPLE, mtr_test_show_archive_saved },
  { "import", MTR_TEST_FILE_SAMPLE, mtr_test_show_import },
  { "import-unread", MTR_TEST_FILE_EMPTY, mtr_test_show_import_unread },
  { "import-columns", MTR_TEST_FILE_SAMPLE, mtr_test_show_import_columns },
  { "import-rows", MTR_TEST_FILE_SAMPLE, mtr_test_show_import_rows },
  { "portfolio-in", MTR_TEST_FILE_SAMPLE, mtr_test_show_portfolio_in },
  { "portfolio-in-unread", MTR_TEST_FILE_EMPTY, mtr_test_show_portfolio_in_unread },
  { "portfolio-in-preview", MTR_TEST_FILE_EMPTY, mtr_test_show_portfolio_in_preview },
  { "portfolio-in-here", MTR_TEST_FILE_SAMPLE, mtr_test_show_portfolio_in_preview },
  { "portfolio-in-refused", MTR_TEST_FILE_EMPTY, mtr_test_show_portfolio_in_refused },
  { "private-names", MTR_TEST_FILE_SAMPLE, show_private_names },
  { "private-names-empty", MTR_TEST_FILE_EMPTY, show_private_names },
  { "planner", MTR_TEST_FILE_SAMPLE, mtr_test_show_planner },
  { "planner-day", MTR_TEST_FILE_SAMPLE, mtr_test_show_planner_day },
  { "planner-empty", MTR_TEST_FILE_EMPTY, mtr_test_show_planner_empty },
  { "reports", MTR_TEST_FILE_SAMPLE, mtr_test_show_reports },
  { "summary", MTR_TEST_FILE_SAMPLE, show_summary },
  { "summary-empty", MTR_TEST_FILE_EMPTY, show_summary },
  { "statement-empty", MTR_TEST_FILE_EMPTY, show_statement },
  { "event", MTR_TEST_FILE_SAMPLE, mtr_test_show_event },
  { "event-new", MTR_TEST_FILE_EMPTY, mtr_test_show_event_new },
  { "invite", MTR_TEST_FILE_SAMPLE, mtr_test_show_invite },
  { "learning", MTR_TEST_FILE_EMPTY, mtr_test_show_learning },
  { "learning-hours", MTR_TEST_FILE_EMPTY, mtr_test_show_learning_hours },
  { "learning-empty", MTR_TEST_FILE_EMPTY, mtr_test_show_learning_empty },
  { "learning-record", MTR_TEST_FILE_EMPTY, mtr_test_show_learning_record },
  { "learning-review", MTR_TEST_FILE_EMPTY, mtr_test_show_learning_review },
  { "learning-alone", MTR_TEST_FILE_EMPTY, mtr_test_show_learning_alone },
  { "submission", MTR_TEST_FILE_EMPTY, mtr_test_show_submission },
  { "today-learning", MTR_TEST_FILE_EMPTY, mtr_test_show_learning_today },
  { "today-hand-in", MTR_TEST_FILE_EMPTY, mtr_test_show_learning_hand_in },
  { "matching", MTR_TEST_FILE_EMPTY, mtr_test_show_matching_full },
  { "matching-queue", MTR_TEST_FILE_EMPTY, mtr_test_show_matching_queue },
  { "matching-empty", MTR_TEST_FILE_EMPTY, mtr_test_show_matching },
  { "matching-pair", MTR_TEST_FILE_EMPTY, mtr_test_show_matching_pair },
  { "matching-sides", MTR_TEST_FILE_EMPTY, mtr_test_show_matching_sides },
  { "matching-mentors", MTR_TEST_FILE_EMPTY, mtr_test_show_matching_mentors },
  { "matching-publish", MTR_TEST_FILE_EMPTY, mtr_test_show_matching_publish },
  { "matching-rules", MTR_TEST_FILE_EMPTY, mtr_test_show_matching_rules },
  { "matching-weights", MTR_TEST_FILE_EMPTY, mtr_test_show_matching_weights },
  { "peer-groups", MTR_TEST_FILE_EMPTY, mtr_test_show_peer_groups },
  { "library", MTR_TEST_FILE_SAMPLE, show_library },
  { "area", MTR_TEST_FILE_SAMPLE, show_area },
  { "checklist", MTR_TEST_FILE_SAMPLE, mtr_test_show_checklist },
  { "checklist-item", MTR_TEST_FILE_SAMPLE, mtr_test_show_checklist_item },
  { "own-questions", MTR_TEST_FILE_SAMPLE, mtr_test_show_own_questions },
  { "role", MTR_TEST_FILE_SAMPLE, mtr_test_show_role },
  { "guide-preview", MTR_TEST_FILE_SAMPLE, mtr_test_show_guide_preview },
  { "stage", MTR_TEST_FILE_SAMPLE, mtr_test_show_stage },
  { "tool", MTR_TEST_FILE_SAMPLE, mtr_test_show_tool },
  { "tool-private", MTR_TEST_FILE_SAMPLE, mtr_test_show_private_tool },
  { "tool-named", MTR_TEST_FILE_SAMPLE, mtr_test_show_named_tool },
  { "tool-blank", MTR_TEST_FILE_SAMPLE, mtr_test_show_blank_form },
  { "learning-note", MTR_TEST_FILE_SAMPLE, mtr_test_show_note },
  { "further-reading", MTR_TEST_FILE_SAMPLE, mtr_test_show_further_reading },
  { "pairing-proposed", MTR_TEST_FILE_SAMPLE, mtr_test_show_pairing_proposed },
  { "pairing-induction", MTR_TEST_FILE_SAMPLE, mtr_test_show_pairing_induction },
  { "pairing-active", MTR_TEST_FILE_SAMPLE, mtr_test_show_pairing_active },
  { "pairing-paused", MTR_TEST_FILE_SAMPLE, mtr_test_show_pairing_paused },
  { "pairing-ended", MTR_TEST_FILE_SAMPLE, mtr_test_show_pairing_ended },
  { "pairing-dual-role", MTR_TEST_FILE_SAMPLE, mtr_test_show_pairing_dual_role },
  { "pairing-rules", MTR_TEST_FILE_SAMPLE, mtr_test_show_pairing_rules },
  { "pairing-role", MTR_TEST_FILE_SAMPLE, mtr_test_show_pairing_role },
  { "pairing-agreement", MTR_TEST_FILE_SAMPLE, mtr_test_show_pairing_agreement },
  { "pairing-agreement-signed", MTR_TEST_FILE_SAMPLE, mtr_test_show_pairing_agreement_signed },
  { "pairing-agreement-changed", MTR_TEST_FILE_SAMPLE, mtr_test_show_pairing_agreement_changed },
  { "pairing-meeting", MTR_TEST_FILE_SAMPLE, mtr_test_show_pairing_meeting },
  { "pairing-manager-sees", MTR_TEST_FILE_SAMPLE, mtr_test_show_pairing_manager_sees },
  { "pairing-pause", MTR_TEST_FILE_SAMPLE, mtr_test_show_pairing_pause },
  { "pairing-end", MTR_TEST_FILE_SAMPLE, mtr_test_show_pairing_end },
  { "looking-back", MTR_TEST_FILE_SAMPLE, mtr_test_show_looking_back },
  { "self-assessment", MTR_TEST_FILE_SAMPLE, mtr_test_show_self_assessment },
  { "movement", MTR_TEST_FILE_SAMPLE, mtr_test_show_movement },
  { "review", MTR_TEST_FILE_SAMPLE, mtr_test_show_review },
  { "measure", MTR_TEST_FILE_SAMPLE, mtr_test_show_measure },
  { "stage-note", MTR_TEST_FILE_SAMPLE, mtr_test_show_stage_note },
  { "evaluation", MTR_TEST_FILE_SAMPLE, mtr_test_show_evaluation },
  { "group", MTR_TEST_FILE_SAMPLE, mtr_test_show_group },
  { "group-session", MTR_TEST_FILE_SAMPLE, mtr_test_show_group_session },
  { "new-group", MTR_TEST_FILE_SAMPLE, mtr_test_show_new_group },
  { "goal", MTR_TEST_FILE_SAMPLE, mtr_test_show_goal },
  { "goal-new", MTR_TEST_FILE_SAMPLE, mtr_test_show_goal_new },
  { "goal-ended", MTR_TEST_FILE_SAMPLE, mtr_test_show_goal_ended },
  { "goals-empty", MTR_TEST_FILE_SAMPLE, mtr_test_show_goals_empty },
  { "milestone", MTR_TEST_FILE_SAMPLE, mtr_test_show_milestone },
  { "plan", MTR_TEST_FILE_SAMPLE, mtr_test_show_plan },
  { "pairing-dates", MTR_TEST_FILE_SAMPLE, mtr_test_show_dates },
  { "plan-preview", MTR_TEST_FILE_SAMPLE, mtr_test_show_plan_preview },
  { "portfolio", MTR_TEST_FILE_SAMPLE, mtr_test_show_portfolio },
  { "portfolio-ready", MTR_TEST_FILE_SAMPLE, mtr_test_show_portfolio_ready },
  { "portfolio-empty", MTR_TEST_FILE_SAMPLE, mtr_test_show_portfolio_empty },
  { "portfolio-own-empty", MTR_TEST_FILE_SAMPLE, mtr_test_show_portfolio_own_empty },
  { "portfolio-moved", MTR_TEST_FILE_SAMPLE, mtr_test_show_portfolio_moved },
  { "portfolio-list", MTR_TEST_FILE_SAMPLE, mtr_test_show_portfolio_list },
  { "portfolio-both", MTR_TEST_FILE_SAMPLE, mtr_test_show_portfolio_both },
  { "add-evidence", MTR_TEST_FILE_SAMPLE, mtr_test_show_add_evidence },
  { "evidence", MTR_TEST_FILE_SAMPLE, mtr_test_show_evidence },
  { "evidence-observation", MTR_TEST_FILE_SAMPLE, mtr_test_show_evidence_record },
  { "rationales", MTR_TEST_FILE_SAMPLE, mtr_test_show_rationales },
  { "report", MTR_TEST_FILE_SAMPLE, mtr_test_show_report },
  { "report-draft", MTR_TEST_FILE_SAMPLE, mtr_test_show_report_draft },
  { "report-empty", MTR_TEST_FILE_SAMPLE, mtr_test_show_report_empty },
  { "recommendation", MTR_TEST_FILE_SAMPLE, mtr_test_show_recommendation },
  { "decision", MTR_TEST_FILE_SAMPLE, mtr_test_show_decision },
  { "moderation-empty", MTR_TEST_FILE_SAMPLE, mtr_test_show_moderation_empty },
  { "export", MTR_TEST_FILE_SAMPLE, mtr_test_show_export },
  { "export-ready", MTR_TEST_FILE_SAMPLE, mtr_test_show_export_ready },
  { "preview", MTR_TEST_FILE_SAMPLE, mtr_test_show_preview },
  { "preview-map", MTR_TEST_FILE_SAMPLE, mtr_test_show_map_preview },
  { "adjustment", MTR_TEST_FILE_SAMPLE, show_adjustment },
  { "adjustment-large", MTR_TEST_FILE_SAMPLE, show_adjustment, "size=16;spacing=1.5;tint=cream" },
  { "today-large", MTR_TEST_FILE_SAMPLE, NULL, "size=16;spacing=1.5;tint=cream" },
  { "diary-tint", MTR_TEST_FILE_SAMPLE, mtr_test_show_session, "font=DejaVu Sans;tint=blue" },
  { "preview-adjustment", MTR_TEST_FILE_SAMPLE, show_preview_adjustment },
  { "preview-large", MTR_TEST_FILE_SAMPLE, mtr_test_show_preview, "size=18;tint=green" },
};

static gboolean
is_wanted (const char  *name,
           char       **names)
{
  return names[0] == NULL || g_strv_contains ((const char * const *) names, name);
}

/* How libadwaita is told, before the display is opened, what a picture is named after. */
static const struct {
  const char *name;
  const char *variable;  /* (nullable) */
  const char *value;
} variants[] = {
  { "light", NULL, NULL },
  { "dark", "ADW_DEBUG_COLOR_SCHEME", "prefer-dark" },
  { "contrast", "ADW_DEBUG_HIGH_CONTRAST", "1" },
  { "narrow", NULL, NULL },
};

static gboolean
set_variant (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (variants); i++)
    if (g_str_equal (variants[i].name, name))
      return variants[i].variable == NULL || g_setenv (variants[i].variable, variants[i].value, TRUE);

  g_printerr ("There is no variant “%s”.\n", name);

  return FALSE;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *variant = NULL;
  int height = HEIGHT;
  int dpi = 96;
  int n_cut = 0;
  gboolean measure = FALSE;
  g_autoptr (GOptionContext) context = g_option_context_new ("FOLDER [NAME…]");
  g_autoptr (MtrApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry options[] = {
    { "variant", 0, 0, G_OPTION_ARG_STRING, &variant, "light, dark, contrast or narrow", "NAME" },
    { "dpi", 0, 0, G_OPTION_ARG_INT, &dpi, "of the text: 144 is half as large again", "NUMBER" },
    { "measure", 0, 0, G_OPTION_ARG_NONE, &measure, "take no pictures, and name the pages that are cut", NULL },
    { "height", 0, 0, G_OPTION_ARG_INT, &height, "of the windows, in pixels", "PIXELS" },
    { NULL }
  };

  /* In the language that LANGUAGE names, with the messages that MENTORING_LOCALE_DIR has. */
  mtr_language_set_up ("");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc < 2)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "Which folder?");
      return 2;
    }
  if (variant == NULL)
    variant = g_strdup (variants[0].name);
  if (!set_variant (variant))
    return 2;
  if (!gtk_init_check ())
    {
      g_printerr ("There is no display.\n");
      return 1;
    }

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi * PANGO_SCALE, NULL);
  application = mtr_test_application_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autofree char *file = g_strdup_printf ("%s-%s.png", pictures[i].name, variant);
      g_autofree char *path = g_build_filename (argv[1], file, NULL);
      g_autoptr (MtrAdjustment) adjustment = NULL;
      MtrWindow *window;

      if (!is_wanted (pictures[i].name, argv + 2))
        continue;
      adjustment = mtr_adjustment_parse (pictures[i].adjustment != NULL ? pictures[i].adjustment : "", NULL);
      mtr_look_set_adjustment (mtr_look_get_default (), adjustment);
      window = mtr_test_window_new (application, pictures[i].file,
                                    g_str_equal (variant, "narrow") ? NARROW_WIDTH : WIDE_WIDTH, height);
      if (pictures[i].show != NULL)
        pictures[i].show (window);
      mtr_test_window_settle (window);
      if (!measure)
        {
          mtr_test_save_picture (find_pictured (window, g_str_equal (variant, "narrow")), path);
        }
      else if (is_cut (GTK_WIDGET (window)))
        {
          g_printerr ("“%s” is cut.\n", pictures[i].name);
          n_cut++;
        }
      mtr_test_window_close (window);
    }

  return n_cut > 0 ? 1 : 0;
}
