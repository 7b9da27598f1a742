/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Spelling in the texts of a window: what is marked, where F7 goes, and what
 * the menu of a word offers and does.
 */

#include "mtr-spelling.h"
#include "mtr-spelling-text.h"
#include "mtr-test-diary.h"
#include "mtr-test-window.h"

#include <string.h>

static MtrApplication *application;

static GtkTextView *
get_text (MtrWindow *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  g_assert_true (GTK_IS_TEXT_VIEW (focus));

  return GTK_TEXT_VIEW (focus);
}

static char *
dup_selected (GtkTextView *text)
{
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (text), &start, &end))
    return NULL;

  return gtk_text_iter_get_text (&start, &end);
}

static void
assert_selected (GtkTextView *text,
                 const char  *expected)
{
  g_autofree char *selected = dup_selected (text);

  g_assert_cmpstr (selected, ==, expected);
}

static void
press_next (MtrWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.next-misspelt-word", NULL);
  mtr_test_window_settle (window);
}

static gboolean
press_key (GtkTextView *text,
           guint        keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (text));
  gboolean stopped = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &stopped);
    }

  return stopped;
}

/* The labels of the items of a menu, sections and submenus included. */
static void
append_labels (GMenuModel *menu,
               GString    *labels)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      const char *links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };
      g_autofree char *label = NULL;

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
        g_string_append_printf (labels, "%s|", label);
      for (gsize link = 0; link < G_N_ELEMENTS (links); link++)
        {
          g_autoptr (GMenuModel) inner = g_menu_model_get_item_link (menu, i, links[link]);

          if (inner != NULL)
            append_labels (inner, labels);
        }
    }
}

static void
assert_menu (GtkTextView *text,
             const char  *expected)
{
  g_autoptr (GString) labels = g_string_new (NULL);

  press_key (text, GDK_KEY_Menu);
  append_labels (gtk_text_view_get_extra_menu (text), labels);
  if (strstr (labels->str, expected) == NULL)
    g_error ("“%s” is not in “%s”", expected, labels->str);
}

static void
test_next (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  GtkTextView *text;

  mtr_test_show_misspelt (window);
  text = get_text (window);
  assert_selected (text, "recieve");
  g_assert_nonnull (strstr (mtr_programme_get_status (mtr_window_get_programme (window)), "recieve"));
  press_next (window);
  assert_selected (text, "beeing");
  g_assert_true (press_key (text, GDK_KEY_F7));
  mtr_test_window_settle (window);
  assert_selected (text, "seperately");
  press_next (window);
  assert_selected (text, "teh");
  press_next (window);
  assert_selected (text, "Qwertzu");
  press_next (window);
  assert_selected (text, "recieve");
  mtr_test_window_close (window);
}

static void
test_menu (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  GtkTextView *text;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  g_autofree char *written = NULL;

  mtr_test_show_misspelt (window);
  text = get_text (window);
  buffer = gtk_text_view_get_buffer (text);

  assert_menu (text, "receive|");
  assert_menu (text, "Add to This File’s _Words|_Ignore in This Sitting|");
  assert_menu (text, "_Mark Misspelt Words|_Language of the Spelling|");
  assert_menu (text, "British English|");
  gtk_widget_activate_action (GTK_WIDGET (text), "spelling.correct", "s", "receive");
  press_next (window);
  assert_selected (text, "beeing");
  gtk_widget_activate_action (GTK_WIDGET (text), "spelling.ignore", NULL);
  press_next (window);
  assert_selected (text, "seperately");
  gtk_widget_activate_action (GTK_WIDGET (text), "spelling.add", NULL);
  mtr_test_window_settle (window);
  press_next (window);
  assert_selected (text, "teh");

  /* The correction is one step back. */
  gtk_text_buffer_undo (buffer);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  written = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_assert_nonnull (strstr (written, "did not recieve the"));

  gtk_widget_activate_action (GTK_WIDGET (text), "spelling.mark-spelling", NULL);
  mtr_test_window_settle (window);
  press_next (window);
  g_assert_nonnull (strstr (mtr_programme_get_status (mtr_window_get_programme (window)), "switched off"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.mark-spelling", NULL);
  mtr_test_window_settle (window);
  press_next (window);
  assert_selected (text, "teh");
  mtr_test_window_close (window);
}

static void
test_no_dictionary (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  GSettings *settings = mtr_spelling_get_settings (mtr_spelling_get (mtr_window_get_programme (window)));
  GtkTextView *text;

  g_settings_set_string (settings, "spelling-language", "tlh");
  mtr_test_show_misspelt (window);
  text = get_text (window);
  assert_selected (text, NULL);
  g_assert_nonnull (strstr (mtr_programme_get_status (mtr_window_get_programme (window)), "no spelling dictionary"));
  assert_menu (text, "No Dictionary for tlh…|");
  g_settings_reset (settings, "spelling-language");
  mtr_test_window_settle (window);
  press_next (window);
  assert_selected (text, "recieve");
  mtr_test_window_close (window);
}

/* A text without a window goes with its marks, while they are being made. */
static void
test_goes (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  MtrProgramme *programme = mtr_window_get_programme (window);
  GtkTextView *text = g_object_ref_sink (GTK_TEXT_VIEW (gtk_text_view_new ()));
  MtrSpellingMarks *marks;

  mtr_spelling_text_attach (text, programme);
  mtr_spelling_text_attach (text, programme);
  marks = g_object_ref (mtr_spelling_text_get_marks (text));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (text), "I recieve", -1);
  mtr_spelling_marks_set_shown (marks, TRUE);
  g_assert_finalize_object (text);
  g_assert_finalize_object (marks);
  mtr_test_window_close (window);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_setenv ("MENTORING_TODAY", "2026-11-21", TRUE);
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;

  application = mtr_test_application_new ();
  g_test_add_func ("/app/spelling-text/next", test_next);
  g_test_add_func ("/app/spelling-text/menu", test_menu);
  g_test_add_func ("/app/spelling-text/no-dictionary", test_no_dictionary);
  g_test_add_func ("/app/spelling-text/goes", test_goes);
  status = g_test_run ();
  g_object_unref (application);
  mtr_spelling_wait ();

  return status;
}
