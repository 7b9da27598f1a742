/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file that can only be read: nothing is offered that cannot be done. Every
 * verb on every page is one of those that only show, and no box can be typed in
 * but those that search.
 */

#include "mtr-person-page.h"
#include "mtr-test-window.h"

static MtrApplication *application;

/* What may be pressed; pressing a row opens it. */
static const char * const reading[] = {
  "Open", "Remind…", "Check and export…", "Look at the Pages", "Print this map", "Map", "List", "Both Views", "Find out",
  "Go to the present pairing", "Names that must not leave", "view-more-symbolic",
  "Open People", "Suggest Pairs", "See It", "See Them",
};

static gboolean
is_editable (GtkWidget *widget)
{
  if (GTK_IS_TEXT_VIEW (widget))
    return gtk_text_view_get_editable (GTK_TEXT_VIEW (widget));

  return GTK_IS_TEXT (widget) && gtk_editable_get_editable (GTK_EDITABLE (widget)) &&
         gtk_widget_get_ancestor (widget, GTK_TYPE_SEARCH_ENTRY) == NULL;
}

static gboolean
is_listed (const char *label)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reading); i++)
    if (g_str_equal (reading[i], label))
      return TRUE;

  return FALSE;
}

/* Every mapped thing that can be pressed or typed in. */
static void
check_widget (const char *place,
              GtkWidget  *widget)
{

  if (!gtk_widget_get_mapped (widget))
    return;

  g_assert_false (gtk_widget_is_sensitive (widget) && is_editable (widget));
  g_assert_false (GTK_IS_CHECK_BUTTON (widget));
  if (GTK_IS_BUTTON (widget))
    {
      const char *label = gtk_button_get_label (GTK_BUTTON (widget));

      if (label == NULL)
        label = gtk_button_get_icon_name (GTK_BUTTON (widget));
      if (label != NULL && !is_listed (label))
        g_error ("%s offers “%s”", place, label);
    }
  if (ADW_IS_ACTION_ROW (widget) && g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), "Add"))
    g_error ("%s offers “%s”", place, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_widget (place, child);
}

static void
check_page (MtrWindow  *window,
            const char *place)
{
  mtr_test_window_settle (window);
  check_widget (place, GTK_WIDGET (mtr_window_get_page (window)));
}

static void
test_places (void)
{
  static const char * const rows[] = { "Joss Merriweather", "Pinned and ruled out", "What counts" };
  static const char * const places[] = { "today", "pairings", "people", "matching", "library" };
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_READ_ONLY, 1100, 900);

  g_assert_true (mtr_programme_is_read_only (mtr_window_get_programme (window)));
  /* The menu of what is new is not there. */
  for (GtkWidget *button = mtr_test_find_widget (GTK_WIDGET (window), GTK_TYPE_MENU_BUTTON, NULL); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    g_assert_false (GTK_IS_MENU_BUTTON (button) && gtk_widget_get_mapped (button) &&
                    g_strcmp0 (gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (button)), "list-add-symbolic") == 0);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      mtr_window_show_place (window, places[i]);
      check_page (window, places[i]);
    }
  mtr_window_show_place (window, "matching");
  mtr_test_window_settle (window);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      adw_action_row_activate (ADW_ACTION_ROW (mtr_test_find_widget (GTK_WIDGET (mtr_window_get_page (window)),
                                                                     ADW_TYPE_ACTION_ROW, rows[i])));
      check_page (window, rows[i]);
      mtr_window_pop (window);
      mtr_test_window_settle (window);
    }
  mtr_window_push (window, mtr_person_page_new (mtr_window_get_programme (window),
                                                mtr_programme_get_owner_id (mtr_window_get_programme (window))));
  check_page (window, "person");
  mtr_test_window_close (window);
}

static void
test_pairings (void)
{
  static const char * const mentees[] = { "Kiran", "Amara", "Sorrel", "Joss" };
  static const char * const views[] = { "show-1", "show-2", "show-3", "show-4" };
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_READ_ONLY, 1100, 900);

  for (gsize i = 0; i < G_N_ELEMENTS (mentees); i++)
    {
      mtr_window_show_place (window, "pairings");
      mtr_test_open_pairing (window, mentees[i]);
      for (gsize j = 0; j < G_N_ELEMENTS (views); j++)
        {
          g_autofree char *place = g_strdup_printf ("%s %s", mentees[i], views[j]);

          mtr_page_command (mtr_window_get_page (window), views[j]);
          check_page (window, place);
        }
    }
  mtr_test_window_close (window);
}

/* The keys that write lead to nothing that could be filled in. */
static void
test_commands (void)
{
  static const char * const commands[] = {
    "win.write-session", "win.plan-session", "win.add-evidence", "win.plan-observation", "win.new-pairing",
    "win.new-person",
  };
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_READ_ONLY, 1100, 900);
  gint64 pairing_id = mtr_test_find_pairing (window, "Kiran");

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      mtr_window_open_pairing (window, pairing_id);
      mtr_test_window_settle (window);
      gtk_widget_activate_action (GTK_WIDGET (window), commands[i], NULL);
      check_page (window, commands[i]);
    }
  mtr_test_window_close (window);
}

/* F6 goes from group to group, through all of them, and comes round. */
static void
test_groups (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  g_autoptr (GPtrArray) passed = g_ptr_array_new ();
  GtkWidget *group = NULL;

  for (int i = 0; i < 12; i++)
    {
      GtkWidget *focus;

      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.next-group", NULL));
      mtr_test_window_settle (window);
      focus = gtk_root_get_focus (GTK_ROOT (window));
      g_assert_nonnull (focus);
      group = gtk_widget_get_ancestor (focus, ADW_TYPE_PREFERENCES_GROUP);
      if (group == NULL)
        group = focus;
      if (passed->len > 0 && group == g_ptr_array_index (passed, 0))
        break;
      g_assert_false (g_ptr_array_find (passed, group, NULL));
      g_ptr_array_add (passed, group);
    }
  g_test_message ("%u groups", passed->len);
  /* Needs you, waiting for others, coming up, the whole programme. */
  g_assert_cmpuint (passed->len, >=, 4);
  g_assert_true (group == g_ptr_array_index (passed, 0));
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
  g_test_add_func ("/app/read-only/places", test_places);
  g_test_add_func ("/app/read-only/pairings", test_pairings);
  g_test_add_func ("/app/read-only/commands", test_commands);
  g_test_add_func ("/app/keyboard/groups", test_groups);
  status = g_test_run ();
  g_clear_object (&application);

  return status;
}
