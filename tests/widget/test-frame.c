/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The frame around the pages: what it says of a file that cannot be written to
 * or not be opened at all, its list of keys, and what it says about itself.
 */

#include "mtr-config.h"
#include "mtr-test-observation.h"
#include "mtr-test-window.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define NOBODY 65534

static MtrApplication *application;

static char *
sum_file (const char *path)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, length);
}

/* Permissions do not stop who is root: until this is taken back, somebody else opens files here. */
static void
become_nobody (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (geteuid () != 0)
    return;
  g_assert_cmpint (chown (folder, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (chown (path, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (seteuid (NOBODY), ==, 0);
}

static void
become_oneself (void)
{
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
}

/* The sample in a folder of its own; nobody has it open. */
static char *
make_sample (void)
{
  g_autofree char *folder = g_dir_make_tmp ("mentoring-XXXXXX", NULL);
  char *path = g_build_filename (folder, "programme.mentoring", NULL);
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 800, 600);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (mtr_store_get_path (mtr_test_get_store (window)), &contents,
                       &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, contents, (gssize) length, &error);
  g_assert_no_error (error);
  mtr_test_window_close (window);

  return path;
}

typedef enum {
  SPOIL_NOTHING,
  SPOIL_MODE,    /* it may not even be read */
  SPOIL_GONE,
  SPOIL_LETTER,  /* something else has its name */
  SPOIL_END,     /* half of it is missing */
} Spoil;

static const struct {
  const char *name;
  Spoil       spoil;
  const char *sentence;
} refusals[] = {
  { "permission", SPOIL_MODE, "You have no permission to open “programme.mentoring”. Nothing was changed. "
                              "Ask whoever looks after this folder." },
  { "gone", SPOIL_GONE, "“programme.mentoring” is not there any more. It may have been moved or renamed; choose it "
                        "where it is now." },
  { "letter", SPOIL_LETTER, "“programme.mentoring” is not a mentoring programme, so it was left as it is. Choose a "
                            "file that ends in .mentoring." },
  { "truncated", SPOIL_END, "“programme.mentoring” is not complete: its end is missing. It was left as it is. Perhaps "
                            "it was still being copied; copy it again, or open a backup." },
};

static void
spoil_file (const char *path,
            Spoil       spoil)
{
  g_autofree char *contents = NULL;
  gsize length;

  switch (spoil)
    {
    case SPOIL_MODE:
      g_assert_cmpint (g_chmod (path, 0), ==, 0);
      break;
    case SPOIL_GONE:
      g_assert_cmpint (g_unlink (path), ==, 0);
      break;
    case SPOIL_LETTER:
      g_assert_true (g_file_set_contents (path, "Dear Kiran, this is a letter.\n", -1, NULL));
      break;
    case SPOIL_END:
      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      g_assert_true (g_file_set_contents (path, contents, (gssize) length / 2, NULL));
      break;
    case SPOIL_NOTHING:
      break;
    }
}

/* Opens the file as somebody who is not allowed everything; answers with what has come of it. */
static GtkWidget *
open_as_nobody (const char *path,
                MtrWindow  *window,
                Spoil       spoil)
{
  gint64 until = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  become_nobody (path);
  spoil_file (path, spoil);
  mtr_application_open_path (application, path, window);
  while (mtr_window_get_programme (window) == NULL && mtr_test_find_other_window (window) == NULL &&
         g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, TRUE);
  become_oneself ();
  mtr_test_window_settle (window);

  return mtr_test_find_other_window (window);
}

/* Each refusal has a sentence of its own, and the first page is there to go on from. */
static void
test_refused (gconstpointer data)
{
  Spoil spoil = refusals[GPOINTER_TO_SIZE (data)].spoil;
  g_autofree char *path = make_sample ();
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_NONE, 800, 600);
  g_autofree char *before = sum_file (path);
  g_autofree char *after = NULL;
  GtkWidget *dialog = open_as_nobody (path, window, spoil);

  g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog));
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==, "This file was not opened");
  g_assert_cmpstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), ==,
                   refusals[GPOINTER_TO_SIZE (data)].sentence);
  g_assert_nonnull (mtr_test_find_widget (dialog, GTK_TYPE_BUTTON, "Close"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  mtr_test_window_settle (window);
  g_assert_null (mtr_window_get_programme (window));
  g_assert_nonnull (mtr_test_find_widget (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "Open a programme"));
  if (spoil == SPOIL_MODE)
    {
      after = sum_file (path);
      g_assert_cmpstr (before, ==, after);
    }
  mtr_test_window_close (window);
}

/* Where it can be read but not written to it opens, says so, and offers the one way on. */
static void
test_read_only (gconstpointer data)
{
  gboolean folder_only = GPOINTER_TO_INT (data);
  g_autofree char *path = make_sample ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *before = sum_file (path);
  g_autofree char *after = NULL;
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_NONE, 1100, 800);
  g_autoptr (MtrChange) change = mtr_change_new ("rename");
  g_autoptr (GError) error = NULL;

  if (folder_only)
    g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  else
    g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  g_assert_null (open_as_nobody (path, window, SPOIL_NOTHING));
  g_assert_nonnull (mtr_window_get_programme (window));
  g_assert_true (mtr_programme_is_read_only (mtr_window_get_programme (window)));
  g_assert_nonnull (mtr_test_find_widget (GTK_WIDGET (window), GTK_TYPE_LABEL,
                                          "Only for reading: this file is where nothing can be written. Save a copy to "
                                          "work on it."));
  g_assert_nonnull (mtr_test_find_widget (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Save a Copy…"));

  /* Its pages can be read. */
  mtr_test_open_pairing (window, "Kiran");
  g_assert_nonnull (mtr_test_find_widget (GTK_WIDGET (window), GTK_TYPE_LABEL, "Kiran"));

  mtr_change_set_text (change, MTR_PERSON_NAME, mtr_programme_get_owner_id (mtr_window_get_programme (window)),
                       "Somebody else");
  g_assert_false (mtr_store_apply (mtr_test_get_store (window), change, &error));
  g_assert_error (error, MTR_STORE_ERROR, MTR_STORE_ERROR_READ_ONLY);
  mtr_test_window_settle (window);
  mtr_test_window_close (window);
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
  after = sum_file (path);
  g_assert_cmpstr (before, ==, after);
}

static const struct {
  const char *title;
  const char *accelerator;
  const char *action;       /* NULL: a function of the page that has the row */
} shortcuts[] = {
  { "Write a session", "<Control>n", "win.write-session" },
  { "Add evidence, or make evidence of a session", "<Control>e", "win.add-evidence" },
  { "Plan an observation", "<Control><Shift>o", "win.plan-observation" },
  { "Done; finish observing", "<Control>Return", "observe.finish" },
  { "Undo typing, else the last action", "<Control>z", "win.undo" },
  { "Redo", "<Control><Shift>z", "win.redo" },
  { "Save now", "<Control>s", "win.save" },
  { "Next misspelt word", "F7", "win.next-misspelt-word" },
  { "Remove the row", "Delete", NULL },
  { "Tag this note with an area", "<Control>1...9", "observe.tag-area" },
  { "Pick a statement for this note", "<Control>t", "observe.pick-standard" },
  { "The whole screen", "F11", "observe.full-screen" },
  { "Today", "<Alt>Home", "win.show-today" },
  { "The views of a pairing", "<Alt>1...4", "win.show-view" },
  { "Back", "<Alt>Left Escape", "win.go-back" },
  { "Places", "F9", "win.show-sidebar" },
  { "Next group", "F6", "win.next-group" },
  { "Search everything", "<Control>f", "win.search" },
  { "The menu of a row or a text", "<Shift>F10", NULL },
  { "Open a programme", "<Control>o", "app.open-programme" },
  { "Save a copy", "<Control><Shift>s", "win.save-copy" },
  { "Print", "<Control>p", "win.print" },
  { "Help for this page", "F1", "win.show-help" },
  { "These shortcuts", "<Control>question", "app.show-shortcuts" },
  { "Close everything", "<Control>q", "app.quit" },
};

/* The keys one by one: "<Alt>1...4" is four of them, "<Alt>Left Escape" is two. */
static GPtrArray *
split_accelerator (const char *accelerator)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  const char *range = strstr (accelerator, "...");
  g_auto (GStrv) words = NULL;

  if (range != NULL)
    {
      for (char digit = range[-1]; digit <= range[3]; digit++)
        g_ptr_array_add (keys, g_strdup_printf ("%.*s%c", (int) (range - accelerator - 1), accelerator, digit));
      return keys;
    }

  words = g_strsplit (accelerator, " ", -1);
  for (gsize i = 0; words[i] != NULL; i++)
    g_ptr_array_add (keys, g_strdup (words[i]));

  return keys;
}

typedef struct {
  GtkShortcutTrigger *trigger;  /* (owned) */
  const char         *action;   /* (nullable): interned */
} Binding;

static void
clear_binding (gpointer data)
{
  g_object_unref (((Binding *) data)->trigger);
}

static void
add_binding (GArray             *bindings,
             GtkShortcutTrigger *trigger,
             GtkShortcutAction  *action)
{
  Binding binding = { NULL, NULL };

  if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
    {
      add_binding (bindings, gtk_alternative_trigger_get_first (GTK_ALTERNATIVE_TRIGGER (trigger)), action);
      add_binding (bindings, gtk_alternative_trigger_get_second (GTK_ALTERNATIVE_TRIGGER (trigger)), action);
      return;
    }
  if (GTK_IS_NAMED_ACTION (action))
    binding.action = g_intern_string (gtk_named_action_get_action_name (GTK_NAMED_ACTION (action)));
  binding.trigger = g_object_ref (trigger);
  g_array_append_val (bindings, binding);
}

/* What every key does in a widget and in all that is in it. */
static void
collect_bindings (GtkWidget *widget,
                  GArray    *bindings)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          add_binding (bindings, gtk_shortcut_get_trigger (shortcut), gtk_shortcut_get_action (shortcut));
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_bindings (child, bindings);
}

static gboolean
does (GArray     *bindings,
      const char *key,
      const char *action)
{
  g_autoptr (GtkShortcutTrigger) trigger = gtk_shortcut_trigger_parse_string (key);

  g_assert_nonnull (trigger);
  for (guint i = 0; i < bindings->len; i++)
    {
      Binding *binding = &g_array_index (bindings, Binding, i);

      if (gtk_shortcut_trigger_equal (binding->trigger, trigger) &&
          (action == NULL || g_strcmp0 (binding->action, action) == 0))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_listed (const Binding *binding)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      g_autoptr (GPtrArray) keys = split_accelerator (shortcuts[i].accelerator);

      for (guint j = 0; g_strcmp0 (shortcuts[i].action, binding->action) == 0 && j < keys->len; j++)
        {
          g_autoptr (GtkShortcutTrigger) trigger = gtk_shortcut_trigger_parse_string (g_ptr_array_index (keys, j));

          if (gtk_shortcut_trigger_equal (binding->trigger, trigger))
            return TRUE;
        }
    }

  return FALSE;
}

/* A key of the digits beside the letters is that digit; observing has Escape of its own, which every window has. */
static gboolean
needs_no_line (const Binding *binding)
{
  guint key = GTK_IS_KEYVAL_TRIGGER (binding->trigger)
              ? gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (binding->trigger)) : 0;

  return (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9) || g_str_equal (binding->action, "observe.leave") ||
         g_str_equal (binding->action, "observe.undo");
}

static void
look_at_shortcuts (GtkWidget *widget,
                   gboolean  *seen)
{
  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    {
      g_autofree char *title = NULL;
      g_autofree char *accelerator = NULL;
      gsize i = 0;

      g_object_get (widget, "title", &title, "accelerator", &accelerator, NULL);
      while (i < G_N_ELEMENTS (shortcuts) && !g_str_equal (shortcuts[i].title, title))
        i++;
      if (i == G_N_ELEMENTS (shortcuts))
        g_error ("“%s” is listed, and nothing is known of it", title);
      g_assert_cmpstr (accelerator, ==, shortcuts[i].accelerator);
      seen[i] = TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    look_at_shortcuts (child, seen);
}

/* What is in the list of keys does what is said there, and what the keys do is in it. */
static void
test_shortcuts (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  g_autoptr (GArray) bindings = g_array_new (FALSE, FALSE, sizeof (Binding));
  GtkWidget *other;
  gboolean seen[G_N_ELEMENTS (shortcuts)] = { FALSE };

  g_array_set_clear_func (bindings, clear_binding);
  gtk_widget_activate_action (GTK_WIDGET (window), "app.show-shortcuts", NULL);
  mtr_test_window_settle (window);
  other = mtr_test_find_other_window (window);
  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (other));
  look_at_shortcuts (other, seen);
  for (gsize i = 0; i < G_N_ELEMENTS (seen); i++)
    if (!seen[i])
      g_error ("“%s” is not listed", shortcuts[i].title);
  gtk_window_destroy (GTK_WINDOW (other));

  /* Rows, boxes for text and the window to observe in. */
  mtr_test_observation_open (window, "Kiran", mtr_test_observation_reach (window, MTR_OBSERVATION_STEP_OBSERVE));
  mtr_test_window_settle (window);
  mtr_test_press (window, "Observe");
  other = mtr_test_find_other_window (window);
  g_assert_nonnull (other);
  collect_bindings (other, bindings);
  collect_bindings (GTK_WIDGET (window), bindings);
  gtk_window_close (GTK_WINDOW (other));
  mtr_page_command (mtr_window_get_page (window), "show-2");
  mtr_test_window_settle (window);
  collect_bindings (GTK_WIDGET (window), bindings);

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      g_autoptr (GPtrArray) keys = split_accelerator (shortcuts[i].accelerator);

      for (guint j = 0; j < keys->len; j++)
        if (!does (bindings, g_ptr_array_index (keys, j), shortcuts[i].action))
          g_error ("“%s” is listed, and %s does nothing of the kind", shortcuts[i].title,
                   (char *) g_ptr_array_index (keys, j));
    }
  for (guint i = 0; i < bindings->len; i++)
    {
      const Binding *binding = &g_array_index (bindings, Binding, i);

      if (binding->action != NULL &&
          (g_str_has_prefix (binding->action, "win.") || g_str_has_prefix (binding->action, "app.") ||
           g_str_has_prefix (binding->action, "observe.")) &&
          !is_listed (binding) && !needs_no_line (binding))
        {
          g_autofree char *key = gtk_shortcut_trigger_to_string (binding->trigger);

          g_error ("%s does %s and is not listed", key, binding->action);
        }
    }
  mtr_test_window_close (window);
}

/* All that can be read on a page. */
static void
collect_words (GtkWidget *widget,
               GString   *words)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (words, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_words (child, words);
}

static void
assert_page (GtkWidget  *about,
             const char *has)
{
  g_autoptr (GString) words = g_string_new (NULL);

  collect_words (about, words);
  if (strstr (words->str, has) == NULL)
    g_error ("“%s” is not on this page: %s", has, words->str);
}

static void
test_about (void)
{
  /* Each page that can be gone to from the first one, and what is on it. */
  static const char * const pages[][2] = {
    { "_Details", "in one file that you own" },
    { "_Legal", "GNU General Public License" },
  };
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_NONE, 800, 700);
  GtkWidget *about;
  guint n_rows = 0;

  gtk_widget_activate_action (GTK_WIDGET (window), "app.show-about", NULL);
  mtr_test_window_settle (window);
  about = mtr_test_find_other_window (window);
  g_assert_true (ADW_IS_ABOUT_WINDOW (about));
  assert_page (about, "Mentoring");
  assert_page (about, MTR_VERSION);
  assert_page (about, "The Mentoring maintainers");
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *row = mtr_test_find_widget (about, ADW_TYPE_ACTION_ROW, pages[i][0]);

      g_assert_nonnull (row);
      g_assert_true (gtk_widget_activate (row));
      mtr_test_window_settle (window);
      assert_page (about, pages[i][1]);
      gtk_widget_activate_action (about, "about.back", NULL);
      mtr_test_window_settle (window);
    }
  /* No other page, that could be empty. */
  for (GtkWidget *row = mtr_test_find_widget (about, ADW_TYPE_ACTION_ROW, NULL); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n_rows++;
  g_assert_cmpuint (n_rows, ==, G_N_ELEMENTS (pages));
  g_assert_true (gtk_icon_theme_has_icon (gtk_icon_theme_get_for_display (gtk_widget_get_display (about)),
                                          MTR_APPLICATION_ID));
  gtk_window_destroy (GTK_WINDOW (about));
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
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/app/frame/refused/", refusals[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_refused);
    }
  g_test_add_data_func ("/app/frame/read-only/file", GINT_TO_POINTER (FALSE), test_read_only);
  g_test_add_data_func ("/app/frame/read-only/folder", GINT_TO_POINTER (TRUE), test_read_only);
  g_test_add_func ("/app/frame/shortcuts", test_shortcuts);
  g_test_add_func ("/app/frame/about", test_about);
  status = g_test_run ();
  g_clear_object (&application);

  return status;
}
