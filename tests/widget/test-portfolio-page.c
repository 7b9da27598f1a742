/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The portfolio in a window: what it says of the sample, and what its verbs do
 * to the store.
 */

#include "mtr-evidence-actions.h"
#include "mtr-evidence-map-view.h"
#include "mtr-export-page.h"
#include "mtr-field-row.h"
#include "mtr-finding-row.h"
#include "mtr-portfolio.h"
#include "mtr-portfolio-page.h"
#include "mtr-pages-view.h"
#include "mtr-preview.h"
#include "mtr-report-page.h"
#include "mtr-requirement.h"
#include "mtr-sheet.h"
#include "mtr-test-portfolio.h"
#include "mtr-text-row.h"

#include <glib/gstdio.h>
#include <string.h>

static MtrApplication *application;

static MtrWindow *
open_sample (void)
{
  return mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
}

static gboolean
shows (MtrWindow  *window,
       GType       type,
       const char *text)
{
  return mtr_test_find_widget (GTK_WIDGET (window), type, text) != NULL;
}

/* For what comes from a thread, after a quiet moment; ten seconds at most. */
static void
wait_for (MtrWindow  *window,
          GType       type,
          const char *text)
{
  gint64 until = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (!shows (window, type, text) && g_get_monotonic_time () < until)
    mtr_test_window_settle (window);
  g_assert_true (shows (window, type, text));
}

static void
type_text (MtrWindow  *window,
           GtkWidget  *row,
           const char *text)
{
  GtkWidget *view = mtr_test_find_widget (row, GTK_TYPE_TEXT_VIEW, NULL);
  GtkWidget *entry = mtr_test_find_widget (row, GTK_TYPE_TEXT, NULL);

  if (view != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  mtr_test_save (window);
}

static MtrRecord *
get_portfolio (MtrPairingModel *model)
{
  MtrRecord *portfolio = mtr_pairing_model_get_portfolio (model);

  g_assert_nonnull (portfolio);

  return portfolio;
}

/* Kiran's is not ready for three reasons: observation 2, area 8, and the comment on the report. */
static void
test_readiness (void)
{
  MtrWindow *window = open_sample ();

  mtr_test_portfolio_open (window, "Kiran");
  g_assert_true (shows (window, GTK_TYPE_LABEL, "Not ready yet: 1 thing for you, 2 for Kiran Thackeray."));
  g_assert_true (shows (window, ADW_TYPE_ACTION_ROW, "Direct observation 2 is not signed"));
  g_assert_true (shows (window, ADW_TYPE_ACTION_ROW, "Area 8 has no evidence"));
  g_assert_true (shows (window, ADW_TYPE_ACTION_ROW, "The mentor’s report has no comment"));
  g_assert_true (shows (window, ADW_TYPE_ACTION_ROW, "E09 "));
  mtr_test_window_close (window);

  window = open_sample ();
  mtr_test_portfolio_open (window, "Amara");
  g_assert_true (shows (window, GTK_TYPE_LABEL, "Everything the pathway asks for is here."));
  g_assert_false (shows (window, GTK_TYPE_LABEL, "Yours to do"));
  mtr_test_window_close (window);
}

static const char *
get_clipboard_text (MtrWindow *window)
{
  static GValue value = G_VALUE_INIT;

  if (G_IS_VALUE (&value))
    g_value_unset (&value);
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (gdk_clipboard_get_content (gtk_widget_get_clipboard (GTK_WIDGET (window))),
                                                 &value, NULL));

  return g_value_get_string (&value);
}

/* What waits for somebody reminds them, and nothing is sent; the way to the record is in the menu of the row. */
static void
test_remind (void)
{
  MtrWindow *window = open_sample ();
  MtrProgramme *programme = mtr_window_get_programme (window);
  GtkWidget *row;

  mtr_test_portfolio_open (window, "Kiran");
  row = mtr_test_find_widget (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "Area 8 has no evidence");
  g_assert_nonnull (mtr_test_find_widget (row, GTK_TYPE_BUTTON, "Remind…"));
  g_assert_null (mtr_test_find_widget (mtr_test_find_widget (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW,
                                                             "Direct observation 2 is not signed"),
                                       GTK_TYPE_BUTTON, "Remind…"));

  /* No mail program here: the text is copied, and it is said that nothing was sent. */
  adw_action_row_activate (ADW_ACTION_ROW (row));
  for (int i = 0; i < 50 && !g_str_has_prefix (mtr_programme_get_status (programme), "No mail program"); i++)
    mtr_test_window_settle (window);
  g_assert_true (g_str_has_prefix (mtr_programme_get_status (programme), "No mail program answered, and nothing was sent."));

  g_assert_cmpstr (get_clipboard_text (window), ==,
                   "Hello,\n\nsomething in our mentoring (Thornmere practice supervisors, this year’s group) is waiting for "
                   "you. Could you have a look when you have a moment?\n\nThank you");

  gtk_widget_activate_action (row, "portfolio.open-result", "s", g_object_get_data (G_OBJECT (row), "key"));
  mtr_test_window_settle (window);
  g_assert_true (shows (window, ADW_TYPE_ACTION_ROW, "Write it here"));
  mtr_test_window_close (window);
}

/* The portfolio of a pairing that has ended is read here, and worked on where it has moved to. */
static void
test_moved (void)
{
  MtrWindow *window = open_sample ();

  mtr_test_show_portfolio_moved (window);
  g_assert_true (shows (window, GTK_TYPE_LABEL, "This portfolio has moved on"));
  g_assert_false (shows (window, GTK_TYPE_LABEL, "Waiting for somebody"));
  g_assert_false (shows (window, GTK_TYPE_BUTTON, "Add evidence"));
  mtr_test_press (window, "Go to the present pairing");
  g_assert_false (shows (window, GTK_TYPE_LABEL, "This portfolio has moved on"));
  g_assert_nonnull (mtr_test_find_widget (GTK_WIDGET (window), MTR_TYPE_PORTFOLIO_PAGE, NULL));
  mtr_test_window_close (window);
}

/* An empty portfolio of one's own: the sample's is there to be looked at, in a window of its own. */
static void
test_look_at_sample (void)
{
  MtrWindow *window = open_sample ();
  MtrWindow *other = NULL;

  mtr_test_show_portfolio_empty (window);
  g_assert_false (shows (window, GTK_TYPE_BUTTON, "Look at the sample’s portfolio"));
  mtr_test_window_close (window);

  window = open_sample ();
  mtr_test_show_portfolio_own_empty (window);
  g_assert_true (shows (window, GTK_TYPE_BUTTON, "Add my first evidence"));
  gtk_widget_activate_action (mtr_test_find_widget (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Look at the sample’s portfolio"),
                              "app.show-sample-portfolio", NULL);
  for (int i = 0; i < 50 && other == NULL; i++)
    {
      mtr_test_window_settle (window);
      for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
        if (l->data != window && MTR_IS_WINDOW (l->data))
          other = l->data;
    }
  g_assert_nonnull (other);
  mtr_test_window_settle (other);
  g_assert_true (shows (other, GTK_TYPE_LABEL, "Everything the pathway asks for is here."));
  mtr_test_window_close (other);
  mtr_test_window_close (window);
}

/* How many kinds of evidence an area has is a bar in the list; area 8 of Kiran has nothing. */
static void
test_level (void)
{
  MtrWindow *window = open_sample ();
  GtkWidget *row;
  GtkWidget *bar;

  mtr_test_portfolio_open (window, "Kiran");
  mtr_test_press (window, "List");
  row = mtr_test_find_widget (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "8 Performance");
  bar = mtr_test_find_widget (row, GTK_TYPE_LEVEL_BAR, NULL);
  g_assert_nonnull (bar);
  g_assert_cmpfloat (gtk_level_bar_get_value (GTK_LEVEL_BAR (bar)), ==, 0);
  g_assert_true (g_str_has_prefix (gtk_widget_get_tooltip_text (bar), "0 of "));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       gtk_widget_get_tooltip_text (bar));
  row = mtr_test_find_widget (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "1 ");
  g_assert_cmpfloat (gtk_level_bar_get_value (GTK_LEVEL_BAR (mtr_test_find_widget (row, GTK_TYPE_LEVEL_BAR, NULL))), >, 0);
  mtr_test_press (window, "Map");
  mtr_test_window_close (window);
}

static void
test_add (void)
{
  MtrWindow *window = open_sample ();
  g_autoptr (MtrPairingModel) model = NULL;
  gint64 id;

  mtr_test_portfolio_open (window, "Kiran");
  model = mtr_test_portfolio_model (window, "Kiran");
  id = mtr_evidence_actions_add (model, "document", "8", "A plan for one year", NULL);
  mtr_test_window_settle (window);

  /* The gap is closed, and the reason that is missing takes its place. */
  g_assert_false (shows (window, ADW_TYPE_ACTION_ROW, "Area 8 has no evidence"));
  g_assert_true (shows (window, ADW_TYPE_ACTION_ROW, "E10 A plan for one year"));
  g_assert_nonnull (mtr_snapshot_get (mtr_pairing_model_get_snapshot (model), MTR_KIND_EVIDENCE, id));
  g_assert_true (shows (window, ADW_TYPE_ACTION_ROW, "1 link has no reason yet"));

  mtr_test_undo (window);
  g_assert_true (shows (window, ADW_TYPE_ACTION_ROW, "Area 8 has no evidence"));
  mtr_test_window_close (window);
}

/* Each way of adding leads somewhere, and back to the portfolio. */
static void
test_ways (void)
{
  MtrWindow *window = open_sample ();
  GtkWidget *row;

  mtr_test_show_add_evidence (window);
  mtr_test_window_settle (window);
  row = mtr_test_find_widget (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "A feedback form");
  g_assert_nonnull (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  mtr_test_window_settle (window);
  g_assert_true (shows (window, ADW_TYPE_ACTION_ROW, "A blank form"));
  row = mtr_test_find_widget (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "An answer without a name");
  adw_action_row_activate (ADW_ACTION_ROW (row));
  mtr_test_window_settle (window);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)),
                                         mtr_test_find_field (window, MTR_EVIDENCE_TEXT, 0)));

  mtr_test_show_add_evidence (window);
  mtr_test_window_settle (window);
  row = mtr_test_find_widget (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "From the diary");
  adw_action_row_activate (ADW_ACTION_ROW (row));
  mtr_test_window_settle (window);
  g_assert_true (shows (window, GTK_TYPE_BUTTON, "Write a session"));
  mtr_test_window_close (window);
}

static void
test_files (void)
{
  MtrWindow *window = open_sample ();
  g_autoptr (MtrPairingModel) model = NULL;
  g_autofree char *folder = g_dir_make_tmp ("mentoring-files-XXXXXX", NULL);
  g_autofree char *small = g_build_filename (folder, "rota.txt", NULL);
  g_autofree char *large = g_build_filename (folder, "film.bin", NULL);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  const char *paths[] = { small, large };
  MtrRecord *attachment;
  FILE *sparse;

  g_assert_true (g_file_set_contents (small, "A rota.", -1, NULL));
  sparse = g_fopen (large, "w");
  g_assert_nonnull (sparse);
  g_assert_cmpint (fseek (sparse, 25 * 1024 * 1024, SEEK_SET), ==, 0);
  g_assert_cmpint (fputc ('x', sparse), ==, 'x');
  fclose (sparse);
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (paths[i]);

      g_list_store_append (files, file);
    }

  mtr_test_portfolio_open (window, "Kiran");
  model = mtr_test_portfolio_model (window, "Kiran");
  mtr_evidence_actions_add_files (model, G_LIST_MODEL (files), "8");
  mtr_test_window_settle (window);
  g_assert_true (shows (window, ADW_TYPE_ACTION_ROW, "E10 rota"));
  g_assert_false (shows (window, ADW_TYPE_ACTION_ROW, "E11"));
  g_assert_nonnull (strstr (mtr_programme_get_status (mtr_window_get_programme (window)), "“film.bin” was not added"));
  attachment = mtr_snapshot_nth (mtr_pairing_model_get_snapshot (model), MTR_KIND_ATTACHMENT,
                                 mtr_snapshot_count (mtr_pairing_model_get_snapshot (model), MTR_KIND_ATTACHMENT) - 1);
  g_assert_cmpstr (mtr_record_get_text (attachment, MTR_ATTACHMENT_NAME), ==, "rota.txt");
  g_assert_cmpint (mtr_record_get_number (attachment, MTR_ATTACHMENT_SIZE), ==, 7);

  g_unlink (small);
  g_unlink (large);
  g_rmdir (folder);
  mtr_test_window_close (window);
}

static void
test_pass_on (void)
{
  MtrWindow *window = open_sample ();
  g_autoptr (MtrPairingModel) model = NULL;
  MtrRecord *report;

  mtr_test_show_report_draft (window);
  model = mtr_test_portfolio_model (window, "Kiran");
  mtr_test_press (window, "Pass to Kiran Thackeray");
  g_assert_nonnull (strstr (mtr_programme_get_status (mtr_window_get_programme (window)),
                            "nothing is written about area 3 yet"));
  report = mtr_portfolio_find_report (mtr_pairing_model_get_snapshot (model), mtr_record_get_id (get_portfolio (model)));
  g_assert_false (mtr_record_is_set (report, MTR_REPORT_PASSED_AT));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)),
                                         mtr_test_find_field (window, MTR_REPORT_AREA_DRAFT_TEXT, 2)));

  type_text (window, mtr_test_find_field (window, MTR_REPORT_AREA_DRAFT_TEXT, 2), "Steady, and asks for more.");
  mtr_test_press (window, "Pass to Kiran Thackeray");
  report = mtr_portfolio_find_report (mtr_pairing_model_get_snapshot (model), mtr_record_get_id (get_portfolio (model)));
  g_assert_true (mtr_record_is_set (report, MTR_REPORT_PASSED_AT));
  g_assert_true (mtr_report_is_complete (mtr_pairing_model_get_pack (model), mtr_pairing_model_get_snapshot (model),
                                         report));
  g_assert_true (shows (window, GTK_TYPE_LABEL, "Passed on"));
  mtr_test_window_close (window);
}

/* The candidate's comment is text in the mentor's file, until the candidate says to be there. */
static void
test_comment (void)
{
  MtrWindow *window = open_sample ();
  g_autoptr (MtrPairingModel) model = NULL;
  MtrRecord *report;

  mtr_test_show_report (window);
  model = mtr_test_portfolio_model (window, "Kiran");
  g_assert_null (mtr_test_find_field (window, MTR_REPORT_CANDIDATE_COMMENT, 0));
  mtr_test_press (window, "Write a comment");
  g_assert_nonnull (mtr_test_find_field (window, MTR_REPORT_CANDIDATE_COMMENT, 0));
  type_text (window, mtr_test_find_field (window, MTR_REPORT_CANDIDATE_COMMENT, 0), "I recognise myself in it.");
  report = mtr_portfolio_find_report (mtr_pairing_model_get_snapshot (model), mtr_record_get_id (get_portfolio (model)));
  g_assert_cmpstr (mtr_record_get_text (report, MTR_REPORT_CANDIDATE_COMMENT), ==, "I recognise myself in it.");
  mtr_test_window_close (window);
}

static void
test_outcomes (void)
{
  MtrWindow *window = open_sample ();
  g_autoptr (MtrPairingModel) model = NULL;
  MtrRecord *record;

  /* The organisation decides: in the mentor's file there is nothing to fill in, but what was decided can be written down. */
  mtr_test_show_decision (window);
  model = mtr_test_portfolio_model (window, "Amara");
  g_assert_true (shows (window, GTK_TYPE_LABEL, "A person decides."));
  g_assert_null (mtr_test_find_field (window, MTR_DECISION_AUTHOR, 0));
  mtr_test_press (window, "Write it down");
  type_text (window, mtr_test_find_field (window, MTR_DECISION_AUTHOR, 0), "The panel of Thornmere");
  record = mtr_snapshot_find_where (mtr_pairing_model_get_snapshot (model), MTR_KIND_DECISION,
                                    MTR_DECISION_PORTFOLIO_ID, mtr_record_get_id (get_portfolio (model)));
  g_assert_nonnull (record);
  g_assert_cmpstr (mtr_record_get_text (record, MTR_DECISION_AUTHOR), ==, "The panel of Thornmere");
  g_assert_cmpstr (mtr_record_get_text (record, MTR_DECISION_MADE_ON), ==, "2026-11-21");

  /* Taken back, its form goes too. */
  mtr_test_undo (window);
  g_assert_null (mtr_snapshot_find_where (mtr_pairing_model_get_snapshot (model), MTR_KIND_DECISION,
                                          MTR_DECISION_PORTFOLIO_ID, mtr_record_get_id (get_portfolio (model))));
  g_assert_null (mtr_test_find_field (window, MTR_DECISION_AUTHOR, 0));
  g_assert_true (shows (window, GTK_TYPE_BUTTON, "Write it down"));
  mtr_test_window_close (window);
}

static void
test_places (void)
{
  MtrWindow *window = open_sample ();
  g_autoptr (MtrPairingModel) model = NULL;
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_ACCEPTED_PLACE);
  MtrStore *store = mtr_test_get_store (window);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  GtkWidget *row;

  mtr_test_portfolio_open (window, "Kiran");
  model = mtr_test_portfolio_model (window, "Kiran");
  /* 943 476 5919 has the check digit of an NHS number. */
  mtr_evidence_actions_add (model, "document", "8", "Notes", "It was about 943 476 5919, on Monday.");
  mtr_test_window_settle (window);
  mtr_test_show_export (window);
  wait_for (window, MTR_TYPE_FINDING_ROW, "NHS number");
  row = mtr_test_find_widget (GTK_WIDGET (window), MTR_TYPE_FINDING_ROW, "NHS number: “943 476 5919”");
  g_assert_nonnull (row);
  g_assert_cmpstr (mtr_finding_row_get_finding (MTR_FINDING_ROW (row))->sentence, ==,
                   "It was about 943 476 5919, on Monday.");
  g_assert_false (shows (window, ADW_TYPE_ACTION_ROW, "Nothing found"));

  before = mtr_store_list_records (store, &query, MTR_READER_OWNER, NULL);
  mtr_test_press (window, "It is fine");
  after = mtr_store_list_records (store, &query, MTR_READER_OWNER, NULL);
  g_assert_cmpuint (after->len, ==, before->len + 1);
  wait_for (window, ADW_TYPE_ACTION_ROW, "Nothing found");

  mtr_programme_undo (mtr_window_get_programme (window));
  wait_for (window, MTR_TYPE_FINDING_ROW, "NHS number");

  mtr_test_press (window, "Change");
  g_assert_nonnull (mtr_test_find_field (window, MTR_EVIDENCE_TEXT, 0));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)),
                                         mtr_test_find_field (window, MTR_EVIDENCE_TEXT, 0)));
  mtr_test_window_close (window);
}

static void
test_readings (void)
{
  MtrWindow *window = open_sample ();
  g_autoptr (MtrPairingModel) model = NULL;

  mtr_test_show_export (window);
  mtr_test_window_settle (window);
  model = mtr_test_portfolio_model (window, "Kiran");
  g_assert_false (mtr_record_is_set (get_portfolio (model), MTR_PORTFOLIO_SECOND_CHECK_ON));
  mtr_test_press (window, "I have checked it");
  g_assert_cmpstr (mtr_record_get_text (get_portfolio (model), MTR_PORTFOLIO_SECOND_CHECK_ON), ==, "2026-11-21");
  g_assert_cmpint (mtr_record_get_number (get_portfolio (model), MTR_PORTFOLIO_SECOND_CHECK_BY_ID), ==,
                   mtr_record_get_id (mtr_pairing_model_get_mentor (model)));
  mtr_test_window_close (window);
}

static void
test_save (void)
{
  MtrWindow *window = open_sample ();
  g_autofree char *folder = g_dir_make_tmp ("mentoring-save-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "Portfolio.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "gone", "Portfolio.pdf", NULL);
  g_autofree char *bytes = NULL;
  gsize length;
  GtkWidget *page;

  mtr_test_show_export (window);
  mtr_test_window_settle (window);
  page = mtr_test_find_widget (GTK_WIDGET (window), MTR_TYPE_EXPORT_PAGE, NULL);
  g_assert_nonnull (page);
  wait_for (window, GTK_TYPE_LABEL, "Not ready yet, and that is no obstacle");

  mtr_export_page_save_as (MTR_EXPORT_PAGE (page), path);
  mtr_test_window_settle (window);
  wait_for (window, GTK_TYPE_LABEL, "Saved as Portfolio.pdf, ");
  g_assert_true (shows (window, GTK_TYPE_BUTTON, "Show in folder"));
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpmem (bytes, 5, "%PDF-", 5);

  mtr_export_page_save_as (MTR_EXPORT_PAGE (page), nowhere);
  wait_for (window, GTK_TYPE_LABEL, "“");
  g_assert_false (shows (window, GTK_TYPE_LABEL, "Saved as"));
  g_assert_false (shows (window, GTK_TYPE_BUTTON, "Show in folder"));
  g_unlink (path);
  g_rmdir (folder);
  mtr_test_window_close (window);
}

/* Each format of the list writes what it says, and only that. */
static void
test_formats (void)
{
  static const struct {
    guint       position;
    const char *ending;
    const char *begins;
  } formats[] = {
    { 0, "pdf", "%PDF-" },
    { 1, "odt", "PK" },
    { 2, "html", "<!DOCTYPE html" },
    { 3, "xml", "<?xml" },
  };
  MtrWindow *window = open_sample ();
  g_autofree char *folder = g_dir_make_tmp ("mentoring-XXXXXX", NULL);
  GtkWidget *page, *list;

  mtr_test_show_export (window);
  mtr_test_window_settle (window);
  page = mtr_test_find_widget (GTK_WIDGET (window), MTR_TYPE_EXPORT_PAGE, NULL);
  wait_for (window, GTK_TYPE_LABEL, "Not ready yet, and that is no obstacle");
  list = mtr_test_find_widget (page, GTK_TYPE_DROP_DOWN, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (list))), ==,
                    G_N_ELEMENTS (formats));

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *name = g_strconcat ("Portfolio.", formats[i].ending, NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *said = g_strconcat ("Saved as ", name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      gtk_drop_down_set_selected (GTK_DROP_DOWN (list), formats[i].position);
      mtr_export_page_save_as (MTR_EXPORT_PAGE (page), path);
      mtr_test_window_settle (window);
      wait_for (window, GTK_TYPE_LABEL, said);
      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      g_assert_cmpuint (length, >, 1000);
      g_assert_cmpmem (bytes, strlen (formats[i].begins), formats[i].begins, strlen (formats[i].begins));
      g_unlink (path);
    }
  g_rmdir (folder);
  mtr_test_window_close (window);
}

static void
test_preview (void)
{
  MtrWindow *window = open_sample ();
  MtrPreview *preview;
  GtkWidget *view, *sheet;
  int width;

  mtr_test_show_preview (window);
  preview = MTR_PREVIEW (mtr_test_find_other_window (window));
  g_assert_nonnull (preview);
  for (int i = 0; i < 50 && mtr_preview_get_n_pages (preview) == 0; i++)
    mtr_test_window_settle (window);
  mtr_test_window_settle (window);
  g_assert_cmpuint (mtr_preview_get_n_pages (preview), >, 10);
  g_assert_cmpuint (mtr_preview_get_page (preview), ==, 1);
  sheet = mtr_test_find_widget (GTK_WIDGET (preview), MTR_TYPE_SHEET, NULL);
  g_assert_nonnull (sheet);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (sheet), GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (sheet), GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (sheet), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));

  view = mtr_test_find_widget (GTK_WIDGET (preview), MTR_TYPE_PAGES_VIEW, NULL);
  width = gtk_widget_get_width (sheet);
  gtk_widget_activate_action (view, "pages.zoom-in", NULL);
  mtr_test_window_settle (window);
  g_assert_cmpint (gtk_widget_get_width (sheet), >, width);
  gtk_widget_activate_action (view, "pages.zoom-fit", NULL);
  mtr_test_window_settle (window);
  g_assert_cmpint (gtk_widget_get_width (sheet), ==, width);
  gtk_window_destroy (GTK_WINDOW (preview));
  mtr_test_window_settle (window);
  g_assert_null (mtr_test_find_other_window (window));
  mtr_test_window_close (window);
}

/* What cannot be added to is only read: no boxes, no verbs that add. */
static void
test_read_only (void)
{
  MtrWindow *window = open_sample ();
  g_autoptr (MtrChange) change = mtr_change_new ("end");
  gint64 id = mtr_test_find_pairing (window, "Kiran");

  mtr_change_set_text (change, MTR_PAIRING_STATE, id, "ended");
  mtr_change_set_text (change, MTR_PAIRING_ENDED_ON, id, "2026-11-20");
  mtr_programme_act (mtr_window_get_programme (window), g_steal_pointer (&change), NULL);
  mtr_test_window_settle (window);
  mtr_test_show_evidence (window);
  mtr_test_window_settle (window);
  g_assert_false (shows (window, MTR_TYPE_FIELD_ROW, NULL));
  g_assert_true (shows (window, MTR_TYPE_TEXT_ROW, "Title"));
  g_assert_false (shows (window, GTK_TYPE_BUTTON, "Withdraw"));
  mtr_test_show_report (window);
  g_assert_false (shows (window, MTR_TYPE_FIELD_ROW, NULL));
  mtr_test_portfolio_open (window, "Kiran");
  g_assert_false (shows (window, GTK_TYPE_BUTTON, "Add evidence"));
  mtr_test_window_close (window);
}

/* A file that somebody else has open: everything is read, and nothing is offered that cannot be done. */
static void
test_locked_file (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_READ_ONLY, 1100, 900);

  g_assert_true (mtr_programme_is_read_only (mtr_window_get_programme (window)));
  mtr_test_portfolio_open (window, "Kiran");
  g_assert_true (shows (window, ADW_TYPE_ACTION_ROW, "Area 8 has no evidence"));
  g_assert_false (shows (window, GTK_TYPE_BUTTON, "Add evidence"));
  mtr_test_show_evidence (window);
  mtr_test_window_settle (window);
  g_assert_false (shows (window, MTR_TYPE_FIELD_ROW, NULL));
  g_assert_true (shows (window, MTR_TYPE_TEXT_ROW, "Title"));
  mtr_test_show_portfolio_empty (window);
  g_assert_false (shows (window, GTK_TYPE_BUTTON, "Add evidence"));
  mtr_test_window_close (window);
}

static GtkEventController *
find_controller (GtkWidget *root,
                 GType      type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (root);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type))
        return controller;
    }

  return NULL;
}

/* Two files that are dropped at once are two items, and one undo takes both back. */
static void
test_drop (void)
{
  MtrWindow *window = open_sample ();
  g_autofree char *folder = g_dir_make_tmp ("mentoring-drop-XXXXXX", NULL);
  const char *names[] = { "rota.txt", "minutes.txt" };
  g_auto (GValue) value = G_VALUE_INIT;
  GSList *files = NULL;
  GtkEventController *target;
  gboolean taken = FALSE;
  MtrPage *page = mtr_test_portfolio_open (window, "Kiran");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_assert_true (g_file_set_contents (path, names[i], -1, NULL));
      files = g_slist_append (files, g_file_new_for_path (path));
    }
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, files);
  target = find_controller (GTK_WIDGET (page), GTK_TYPE_DROP_TARGET);
  g_assert_nonnull (target);
  g_signal_emit_by_name (target, "drop", &value, 10.0, 10.0, &taken);
  g_assert_true (taken);
  mtr_test_window_settle (window);
  g_assert_true (shows (window, ADW_TYPE_ACTION_ROW, "E10 rota"));
  g_assert_true (shows (window, ADW_TYPE_ACTION_ROW, "E11 minutes"));
  mtr_test_undo (window);
  g_assert_false (shows (window, ADW_TYPE_ACTION_ROW, "E10"));
  g_assert_false (shows (window, ADW_TYPE_ACTION_ROW, "E11"));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  mtr_test_window_close (window);
}

static GtkWidget *
find_map (MtrWindow *window)
{
  GtkWidget *map = mtr_test_find_widget (GTK_WIDGET (window), MTR_TYPE_EVIDENCE_MAP_VIEW, NULL);

  g_assert_nonnull (map);

  return map;
}

static const char *
press_key (MtrWindow       *window,
           guint            key,
           GdkModifierType  modifiers)
{
  GtkWidget *grid = gtk_widget_get_first_child (find_map (window));
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_controller (grid, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed", key, 0, modifiers, &handled);
  g_assert_true (handled);

  return gtk_widget_get_tooltip_text (gtk_root_get_focus (GTK_ROOT (window)));
}

/* One stop for Tab, arrows inside; a cell opens its items, and closing it comes back to the cell. */
static void
test_map_keys (void)
{
  static const struct {
    guint            key;
    GdkModifierType  modifiers;
    const char      *spoken;
  } rows[] = {
    { GDK_KEY_Home,  GDK_CONTROL_MASK, "Area 1, Values and ethics. Observations: nothing yet." },
    { GDK_KEY_Left,  0,                "Area 1, Values and ethics. Observations: nothing yet." },
    { GDK_KEY_Up,    0,                "Area 1, Values and ethics. Observations: nothing yet." },
    { GDK_KEY_Right, 0,                "Area 1, Values and ethics. Supervisees: nothing yet." },
    { GDK_KEY_Down,  0,                "Area 2, Influencing and governing practice excellence within the organisation and "
                                       "community. Supervisees: nothing yet." },
    { GDK_KEY_End,   0,                "Area 2, Influencing and governing practice excellence within the organisation and "
                                       "community. Papers: 1, " },
    { GDK_KEY_End,   GDK_CONTROL_MASK, "Area 8, Performance management and improvement. Papers: nothing yet." },
    { GDK_KEY_Down,  0,                "Area 8, Performance management and improvement. Papers: nothing yet." },
    { GDK_KEY_Home,  0,                "Area 8, Performance management and improvement. Observations: nothing yet." },
  };
  MtrWindow *window = open_sample ();
  GtkWidget *cell;
  GtkWidget *popover;
  guint n_stops = 0;

  mtr_test_portfolio_open (window, "Kiran");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *spoken = press_key (window, rows[i].key, rows[i].modifiers);

      if (!g_str_has_prefix (spoken, rows[i].spoken))
        g_error ("Row %zu: “%s”", i, spoken);
    }
  for (cell = gtk_widget_get_first_child (gtk_widget_get_first_child (find_map (window))); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    n_stops += GTK_IS_BUTTON (cell) && gtk_widget_get_focusable (cell) ? 1 : 0;
  g_assert_cmpuint (n_stops, ==, 1);

  /* Area 2, Papers: E07. */
  press_key (window, GDK_KEY_Home, GDK_CONTROL_MASK);
  press_key (window, GDK_KEY_Down, 0);
  press_key (window, GDK_KEY_End, 0);
  cell = gtk_root_get_focus (GTK_ROOT (window));
  g_signal_emit_by_name (cell, "clicked");
  mtr_test_window_settle (window);
  popover = mtr_test_find_widget (cell, GTK_TYPE_POPOVER, NULL);
  g_assert_nonnull (popover);
  g_assert_nonnull (mtr_test_find_widget (popover, GTK_TYPE_LABEL, "E07 Teaching on capacity and coercion"));
  g_assert_nonnull (mtr_test_find_widget (popover, GTK_TYPE_LABEL, "Add evidence here"));
  gtk_popover_popdown (GTK_POPOVER (popover));
  mtr_test_window_settle (window);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == cell);
  g_signal_emit_by_name (cell, "clicked");
  mtr_test_window_settle (window);
  g_signal_emit_by_name (gtk_widget_get_ancestor (mtr_test_find_widget (cell, GTK_TYPE_LABEL, "Add evidence here"),
                                                  GTK_TYPE_BUTTON), "clicked");
  mtr_test_window_settle (window);
  g_assert_true (shows (window, ADW_TYPE_ACTION_ROW, "Write it here"));
  mtr_test_window_close (window);
}

/* What was written down about a decision goes with undo, and its page is as it was before. */
static void
test_outcome_undone (void)
{
  MtrWindow *window = open_sample ();

  mtr_test_show_decision (window);
  mtr_test_press (window, "Write it down");
  type_text (window, mtr_test_find_field (window, MTR_DECISION_AUTHOR, 0), "The panel of Thornmere");
  for (int i = 0; i < 3 && mtr_test_find_field (window, MTR_DECISION_AUTHOR, 0) != NULL; i++)
    {
      mtr_test_undo (window);
    }
  g_assert_null (mtr_test_find_field (window, MTR_DECISION_AUTHOR, 0));
  g_assert_true (shows (window, GTK_TYPE_BUTTON, "Write it down"));
  mtr_test_press (window, "Write it down");
  g_assert_nonnull (mtr_test_find_field (window, MTR_DECISION_AUTHOR, 0));
  mtr_test_window_close (window);
}

/* A paper that stays in a cabinet is evidence by saying where it is. */
static void
test_kept_elsewhere (void)
{
  static const char place[] = "Cabinet 4, folder “Supervision”";
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_EVIDENCE);
  g_autoptr (GPtrArray) items = NULL;
  GtkWidget *entry;
  guint n_found = 0;

  mtr_test_show_evidence (window);
  mtr_test_window_settle (window);
  entry = mtr_test_find_widget (mtr_test_find_field (window, MTR_EVIDENCE_KEPT_AT, 0), GTK_TYPE_TEXT, NULL);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), place);
  mtr_window_pop (window);
  mtr_test_window_settle (window);
  items = mtr_store_list_records (mtr_test_get_store (window), &query, MTR_READER_PANEL,
                                  NULL);
  for (guint i = 0; i < items->len; i++)
    n_found += mtr_record_text_is (g_ptr_array_index (items, i), MTR_EVIDENCE_KEPT_AT, place);
  g_assert_cmpuint (n_found, ==, 1);
  mtr_test_window_close (window);
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  application = mtr_test_application_new ();
  g_test_add_func ("/app/portfolio/readiness", test_readiness);
  g_test_add_func ("/app/portfolio/remind", test_remind);
  g_test_add_func ("/app/portfolio/moved", test_moved);
  g_test_add_func ("/app/portfolio/look-at-sample", test_look_at_sample);
  g_test_add_func ("/app/portfolio/level", test_level);
  g_test_add_func ("/app/portfolio/kept-elsewhere", test_kept_elsewhere);
  g_test_add_func ("/app/portfolio/add", test_add);
  g_test_add_func ("/app/portfolio/ways", test_ways);
  g_test_add_func ("/app/portfolio/files", test_files);
  g_test_add_func ("/app/portfolio/pass-on", test_pass_on);
  g_test_add_func ("/app/portfolio/comment", test_comment);
  g_test_add_func ("/app/portfolio/outcomes", test_outcomes);
  g_test_add_func ("/app/portfolio/places", test_places);
  g_test_add_func ("/app/portfolio/readings", test_readings);
  g_test_add_func ("/app/portfolio/save", test_save);
  g_test_add_func ("/app/portfolio/formats", test_formats);
  g_test_add_func ("/app/portfolio/preview", test_preview);
  g_test_add_func ("/app/portfolio/read-only", test_read_only);
  g_test_add_func ("/app/portfolio/locked-file", test_locked_file);
  g_test_add_func ("/app/portfolio/drop", test_drop);
  g_test_add_func ("/app/portfolio/map-keys", test_map_keys);
  g_test_add_func ("/app/portfolio/outcome-undone", test_outcome_undone);
  result = g_test_run ();
  g_object_unref (application);

  return result;
}
