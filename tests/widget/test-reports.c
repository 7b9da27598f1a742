/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reports in a window: each is there as pages, follows what is chosen and
 * what changes, and leaves as every format that is offered.
 */

#include "mtr-pages-view.h"
#include "mtr-report-view-page.h"
#include "mtr-test-pairing.h"
#include "mtr-test-reports.h"

#include <string.h>

static MtrApplication *application;

static MtrWindow *
open_window (MtrTestFile file)
{
  return mtr_test_window_new (application, file, 1100, 760);
}

static MtrPagesView *
find_view (MtrWindow *window)
{
  return MTR_PAGES_VIEW (mtr_test_find (window, MTR_TYPE_PAGES_VIEW, NULL));
}

static void
collect (MtrNode *node,
         GString *text)
{
  if (node->label != NULL)
    g_string_append_printf (text, "%s\n", node->label);
  if (node->text != NULL)
    g_string_append_printf (text, "%s\n", node->text);
  for (guint i = 0; i < node->children->len; i++)
    collect (g_ptr_array_index (node->children, i), text);
}

static char *
dup_text (MtrWindow *window)
{
  GString *text = g_string_new (NULL);
  MtrDocument *document = mtr_pages_view_get_document (find_view (window));

  g_assert_nonnull (document);
  collect (mtr_document_get_root (document), text);

  return g_string_free (text, FALSE);
}

/* Until the report that is shown is another one than it was. */
static void
wait_for_another (MtrWindow   *window,
                  MtrDocument *before)
{
  for (int i = 0; i < 50 && mtr_pages_view_get_document (find_view (window)) == before; i++)
    mtr_test_window_settle (window);
  g_assert_true (mtr_pages_view_get_document (find_view (window)) != before);
}

static GtkWidget *
find_drop_down (MtrWindow  *window,
                const char *label)
{
  GtkWidget *page = GTK_WIDGET (mtr_window_get_page (window));
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();

  g_ptr_array_add (queue, page);
  for (guint i = 0; i < queue->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (queue, i);

      if (GTK_IS_DROP_DOWN (widget) &&
          gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label) == NULL)
        return widget;
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        g_ptr_array_add (queue, child);
    }

  return NULL;
}

/* Three presses: the place, the report, Print. Each report of the table is there as pages. */
static void
test_every_report (void)
{
  MtrTestFile files[] = { MTR_TEST_FILE_SAMPLE, MTR_TEST_FILE_READ_ONLY };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      MtrWindow *window = open_window (files[i]);

      for (guint j = 0; j < mtr_report_count (); j++)
        {
          const char *title = mtr_report_get_title (mtr_report_nth (j));
          g_autofree char *text = NULL;

          mtr_test_open_report (window, title);
          g_assert_cmpuint (mtr_pages_view_get_n_pages (find_view (window)), >, 0);
          g_assert_cmpstr (mtr_page_get_title (mtr_window_get_page (window)), ==, title);
          text = dup_text (window);
          g_assert_nonnull (strstr (text, title));
        }
      mtr_test_window_close (window);
    }
}

/* A programme that has only just begun has reports too, but none about a pairing. */
static void
test_empty (void)
{
  MtrWindow *window = open_window (MTR_TEST_FILE_EMPTY);

  for (guint i = 0; i < mtr_report_count (); i++)
    {
      const MtrReport *report = mtr_report_nth (i);
      GtkWidget *page;

      mtr_test_open_report (window, mtr_report_get_title (report));
      page = GTK_WIDGET (mtr_window_get_page (window));
      if (report->filters & MTR_REPORT_PAIRING)
        g_assert_nonnull (mtr_test_find_widget (page, GTK_TYPE_LABEL, "There is no pairing yet to report on."));
      else
        g_assert_cmpuint (mtr_pages_view_get_n_pages (find_view (window)), >, 0);
      g_assert_null (mtr_test_find_widget (page, GTK_TYPE_SPINNER, NULL));
    }
  mtr_test_window_close (window);
}

/* The sample has four pairings, one of them proposed; a fifth is counted at once. */
static void
test_follows (void)
{
  MtrWindow *window = open_window (MTR_TEST_FILE_SAMPLE);
  MtrProgramme *programme = mtr_window_get_programme (window);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  MtrDocument *document;
  MtrRecord *pairing;
  MtrChange *change = mtr_change_new ("add a pairing");
  g_autoptr (MtrPack) pack = g_object_ref (mtr_programme_get_pack (programme, NULL));

  mtr_test_open_report (window, mtr_report_get_title (mtr_report_find ("summary")));
  before = dup_text (window);
  document = mtr_pages_view_get_document (find_view (window));
  pairing = mtr_record_new (MTR_KIND_PAIRING, mtr_programme_new_id (programme));
  mtr_record_set_text (pairing, MTR_PAIRING_PACK, mtr_pack_get_id (pack));
  mtr_record_set_text (pairing, MTR_PAIRING_STATE, "proposed");
  mtr_record_set_text (pairing, MTR_PAIRING_PROPOSED_ON, "2026-11-20");
  mtr_change_insert (change, pairing);
  mtr_programme_act (programme, change, "Added");
  mtr_test_window_settle (window);
  wait_for_another (window, document);
  after = dup_text (window);
  g_assert_cmpstr (before, !=, after);
  mtr_test_window_close (window);
}

/* Days of one's own: a period that ends before it begins is refused below the line, and the pages stay. */
static void
test_days (void)
{
  MtrWindow *window = open_window (MTR_TEST_FILE_SAMPLE);
  GtkWidget *page, *period, *entry, *other;
  MtrDocument *document;
  g_autofree char *text = NULL;

  mtr_test_open_report (window, mtr_report_get_title (mtr_report_find ("summary")));
  page = GTK_WIDGET (mtr_window_get_page (window));
  period = find_drop_down (window, "Period");
  g_assert_nonnull (period);
  document = mtr_pages_view_get_document (find_view (window));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (period), 4);
  wait_for_another (window, document);

  entry = mtr_test_find_widget (page, GTK_TYPE_ENTRY, NULL);
  g_assert_nonnull (entry);
  other = gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "1 Nov 2026");
  gtk_editable_set_text (GTK_EDITABLE (other), "1 Oct 2026");
  document = mtr_pages_view_get_document (find_view (window));
  g_signal_emit_by_name (other, "activate");
  mtr_test_window_settle (window);
  g_assert_nonnull (mtr_test_find_widget (page, GTK_TYPE_LABEL, "The period ends before it begins."));
  g_assert_true (mtr_pages_view_get_document (find_view (window)) == document);

  gtk_editable_set_text (GTK_EDITABLE (entry), "1 Sep 2026");
  g_signal_emit_by_name (entry, "activate");
  wait_for_another (window, document);
  text = dup_text (window);
  g_assert_nonnull (strstr (text, "1 Sep"));
  g_assert_nonnull (strstr (text, "1 Oct"));
  g_assert_null (mtr_test_find_widget (page, GTK_TYPE_LABEL, "The period ends before it begins."));
  mtr_test_window_close (window);
}

/* What is heard: the list of periods, the verbs, and each page with the words on it. */
static void
test_names (void)
{
  MtrWindow *window = open_window (MTR_TEST_FILE_SAMPLE);
  GtkWidget *page, *sheet;

  mtr_test_open_report (window, mtr_report_get_title (mtr_report_find ("summary")));
  page = GTK_WIDGET (mtr_window_get_page (window));
  g_assert_nonnull (find_drop_down (window, "Period"));
  g_assert_nonnull (mtr_test_find_widget (page, GTK_TYPE_BUTTON, "_Print…"));
  g_assert_nonnull (mtr_test_find_widget (page, GTK_TYPE_MENU_BUTTON, NULL));
  g_assert_nonnull (sheet = mtr_test_find_widget (page, g_type_from_name ("MtrSheet"), NULL));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (sheet), GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (sheet), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  mtr_test_window_close (window);
}

/* "What will my manager see?" leads to the statement of that pairing: its facts, in the same words and order. */
static void
test_progress (void)
{
  MtrWindow *window = open_window (MTR_TEST_FILE_SAMPLE);
  GtkWidget *row;
  g_autofree char *text = NULL;

  mtr_test_show_pairing_manager_sees (window);
  row = mtr_test_find (window, GTK_TYPE_LABEL, "Amara Whitlock");
  g_assert_nonnull (row);
  g_signal_emit_by_name (mtr_test_find (window, GTK_TYPE_BUTTON, "_Look at It on Paper"), "clicked");
  mtr_test_wait_for_report (window);
  text = dup_text (window);
  g_assert_nonnull (strstr (text, "Amara Whitlock\n"));
  g_assert_null (strstr (text, "Kiran Thackeray\n"));
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

  g_test_add_func ("/app/reports/every", test_every_report);
  g_test_add_func ("/app/reports/empty", test_empty);
  g_test_add_func ("/app/reports/follows", test_follows);
  g_test_add_func ("/app/reports/days", test_days);
  g_test_add_func ("/app/reports/names", test_names);
  g_test_add_func ("/app/reports/progress", test_progress);

  status = g_test_run ();
  g_clear_object (&application);

  return status;
}
