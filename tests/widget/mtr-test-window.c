/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window with a file of its own, for widget tests and pictures. Nothing waits
 * longer than ten seconds.
 */

#include "mtr-test-window.h"

#include "mtr-field-row.h"
#include "mtr-sample-copy.h"

#include <glib/gstdio.h>

#define PATIENCE_US (10 * G_USEC_PER_SEC)

/**
 * mtr_test_application_new:
 *
 * Returns: (transfer full): the application, registered, without a window
 */
MtrApplication *
mtr_test_application_new (void)
{
  MtrApplication *application = mtr_application_new ();
  g_autoptr (GError) error = NULL;

  g_setenv ("MENTORING_TODAY", "2026-11-21", TRUE);
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE,
                "gtk-font-name", "Cantarell 11", NULL);

  return application;
}

static void
make_empty (const char     *path,
            MtrPackLibrary *library)
{
  g_autoptr (GPtrArray) packs = mtr_pack_library_get_packs (library);
  g_autoptr (GPtrArray) programmes = NULL;
  g_autoptr (MtrChange) change = mtr_change_new ("start");
  g_autoptr (MtrStore) store = NULL;
  g_autoptr (GError) error = NULL;
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PROGRAMME);
  MtrRecord *owner;

  store = mtr_store_create (path, g_ptr_array_index (packs, 0), "Adult Services mentoring 2026",
                            mtr_pack_library_look_up, library, &error);
  g_assert_no_error (error);
  programmes = mtr_store_list_records (store, &query, MTR_READER_LEAD, &error);
  g_assert_no_error (error);
  owner = mtr_record_new (MTR_KIND_PERSON, mtr_store_new_id (store));
  mtr_record_set_text (owner, MTR_PERSON_NAME, "Mentor B");
  mtr_change_set_number (change, MTR_PROGRAMME_OWNER_ID, mtr_record_get_id (g_ptr_array_index (programmes, 0)),
                         mtr_record_get_id (owner));
  mtr_change_insert (change, owner);
  mtr_change_set_barrier (change);
  mtr_store_apply (store, change, &error);
  g_assert_no_error (error);
  mtr_store_close (store);
}

/**
 * mtr_test_window_new:
 * @application: the application
 * @file: what it shows
 * @width: of the window, in pixels
 * @height: of the window, in pixels
 *
 * Returns: (transfer none): a window with a file in a folder of its own, shown and settled
 */
MtrWindow *
mtr_test_window_new (MtrApplication *application,
                     MtrTestFile     file,
                     int             width,
                     int             height)
{
  g_autofree char *folder = g_dir_make_tmp ("mentoring-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "programme.mentoring", NULL);
  MtrPackLibrary *library = mtr_application_get_library (application);
  MtrWindow *window = mtr_window_new (GTK_APPLICATION (application));
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrStore) store = NULL;
  GDate today;

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  mtr_programme_read_clock (&today);
  if (file == MTR_TEST_FILE_SAMPLE || file == MTR_TEST_FILE_READ_ONLY)
    {
      mtr_sample_copy_make (path, library, &today, &error);
      g_assert_no_error (error);
    }
  else if (file == MTR_TEST_FILE_EMPTY)
    {
      make_empty (path, library);
    }

  if (file == MTR_TEST_FILE_NONE)
    {
      mtr_application_show_welcome (application, window);
    }
  else
    {
      if (file == MTR_TEST_FILE_READ_ONLY)
        {
          g_object_set_data_full (G_OBJECT (window), "other-store",
                                  mtr_store_open (path, mtr_pack_library_look_up, library, &error), g_object_unref);
          g_assert_no_error (error);
        }
      store = mtr_store_open (path, mtr_pack_library_look_up, library, &error);
      g_assert_no_error (error);
      mtr_application_show_store (application, store, window);
    }
  mtr_test_window_settle (window);

  return window;
}

static gboolean
over_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

/* Whatever was asked of the store before this has been answered after it. */
static void
wait_for_store (MtrWindow *window)
{
  MtrProgramme *programme = mtr_window_get_programme (window);
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PROGRAMME);

  if (programme != NULL)
    mtr_store_count (mtr_programme_get_store (programme), &query, NULL);
}

static void
wait_for_quiet (gint64 until)
{
  gboolean over = FALSE;
  guint source = g_timeout_add_full (G_PRIORITY_LOW, 100, over_cb, &over, NULL);

  while (!over && g_get_monotonic_time () < until)
    {
      gint64 before = g_get_monotonic_time ();
      gboolean did = g_main_context_iteration (NULL, TRUE);

      /* As long as there is work, the quiet tenth of a second begins anew. */
      if (did && !over && g_get_monotonic_time () - before > 5000)
        {
          g_source_remove (source);
          source = g_timeout_add_full (G_PRIORITY_LOW, 100, over_cb, &over, NULL);
        }
    }
  g_assert_true (over);
}

/**
 * mtr_test_window_settle:
 * @window: a window
 *
 * Waits until everything that was asked of the store has come and has been drawn: until nothing happens for a tenth of
 * a second, and the store has nothing more to answer.
 */
void
mtr_test_window_settle (MtrWindow *window)
{
  gint64 until = g_get_monotonic_time () + PATIENCE_US;

  wait_for_quiet (until);
  for (int i = 0; i < 10; i++)
    {
      wait_for_store (window);
      if (!g_main_context_pending (NULL))
        break;
      wait_for_quiet (until);
    }
  if (gtk_widget_get_mapped (GTK_WIDGET (window)))
    gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
}

/**
 * mtr_test_window_close:
 * @window: a window
 *
 * Closes the window as a person does.
 */
void
mtr_test_window_close (MtrWindow *window)
{
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_close (GTK_WINDOW (window));
  for (int i = 0; i < 200 && weak != NULL; i++)
    g_main_context_iteration (NULL, FALSE);
  if (weak != NULL)
    g_object_remove_weak_pointer (G_OBJECT (window), &weak);
}

/**
 * mtr_test_find_pairing:
 * @window: a window with a programme
 * @mentee: the beginning of the name of a mentee
 *
 * Returns: the id of the pairing
 */
gint64
mtr_test_find_pairing (MtrWindow  *window,
                       const char *mentee)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PAIRING_SUMMARY);
  g_autoptr (GPtrArray) summaries = NULL;

  query.contains = mentee;
  summaries = mtr_store_list_records (mtr_test_get_store (window), &query, MTR_READER_LEAD, NULL);
  g_assert_nonnull (summaries);
  g_assert_cmpuint (summaries->len, >, 0);

  return mtr_record_get_id (g_ptr_array_index (summaries, 0));
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_label (GTK_BUTTON (widget));
  if (GTK_IS_CHECK_BUTTON (widget))
    return gtk_check_button_get_label (GTK_CHECK_BUTTON (widget));
  if (ADW_IS_PREFERENCES_ROW (widget))
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));

  return NULL;
}

/**
 * mtr_test_find_widget:
 * @root: where to look
 * @type: what it is
 * @text: (nullable): how its label or its title begins; %NULL for any
 *
 * Returns: (transfer none) (nullable): the first mapped widget of that kind, in reading order
 */
GtkWidget *
mtr_test_find_widget (GtkWidget  *root,
                      GType       type,
                      const char *text)
{
  const char *own = get_text (root);

  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root) &&
      (text == NULL || (own != NULL && g_str_has_prefix (own, text))))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = mtr_test_find_widget (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * mtr_test_find:
 * @window: a window
 * @type: what it is
 * @text: (nullable): how its label or its title begins; %NULL for any
 *
 * Returns: (transfer none) (nullable): the first widget of that kind that is shown on the page in front
 */
GtkWidget *
mtr_test_find (MtrWindow  *window,
               GType       type,
               const char *text)
{
  return mtr_test_find_widget (GTK_WIDGET (mtr_window_get_page (window)), type, text);
}

/**
 * mtr_test_get:
 * @window: a window
 * @type: what it is
 * @text: (nullable): how its label or its title begins; %NULL for any
 *
 * Returns: (transfer none): like mtr_test_find(), and where the page has none, of the whole window; it has to be there
 */
GtkWidget *
mtr_test_get (MtrWindow  *window,
              GType       type,
              const char *text)
{
  GtkWidget *found = mtr_test_find (window, type, text);

  if (found == NULL)
    found = mtr_test_find_widget (GTK_WIDGET (window), type, text);
  if (found == NULL)
    g_error ("There is no %s “%s”", g_type_name (type), text != NULL ? text : "");

  return found;
}

static GtkWidget *
find_field (GtkWidget *root,
            MtrField   field,
            guint     *left)
{
  if (MTR_IS_FIELD_ROW (root) && gtk_widget_get_mapped (root) &&
      mtr_field_row_get_field (MTR_FIELD_ROW (root)) == field && (*left)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_field (child, field, left);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * mtr_test_find_field:
 * @window: a window
 * @field: a field
 * @position: which of the rows for it, from 0
 *
 * Returns: (transfer none) (nullable): the row in which the field is written
 */
GtkWidget *
mtr_test_find_field (MtrWindow *window,
                     MtrField   field,
                     guint      position)
{
  return find_field (GTK_WIDGET (window), field, &position);
}

/**
 * mtr_test_find_other_window:
 * @window: a window
 *
 * Returns: (transfer none) (nullable): a window that is shown besides it: a question, a preview
 */
GtkWidget *
mtr_test_find_other_window (MtrWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) other = g_list_model_get_item (windows, i);

      if (other != GTK_WIDGET (window) && gtk_widget_get_mapped (other))
        return other;
    }

  return NULL;
}

/**
 * mtr_test_press:
 * @window: a window
 * @label: how the label of a button begins
 */
void
mtr_test_press (MtrWindow  *window,
                const char *label)
{
  g_signal_emit_by_name (mtr_test_get (window, GTK_TYPE_BUTTON, label), "clicked");
  mtr_test_window_settle (window);
}

/**
 * mtr_test_open_row:
 * @window: a window
 * @title: how the title of a row begins
 */
void
mtr_test_open_row (MtrWindow  *window,
                   const char *title)
{
  adw_action_row_activate (ADW_ACTION_ROW (mtr_test_get (window, ADW_TYPE_ACTION_ROW, title)));
  mtr_test_window_settle (window);
}

/**
 * mtr_test_open_pairing:
 * @window: a window with a programme
 * @mentee: the beginning of the name of a mentee
 */
void
mtr_test_open_pairing (MtrWindow  *window,
                       const char *mentee)
{
  mtr_window_open_pairing (window, mtr_test_find_pairing (window, mentee));
  mtr_test_window_settle (window);
}

static void
write_in_row (MtrWindow  *window,
              GtkWidget  *row,
              const char *text)
{
  GtkWidget *view = mtr_test_find_widget (row, GTK_TYPE_TEXT_VIEW, NULL);

  if (view != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (mtr_test_find_widget (row, GTK_TYPE_TEXT, NULL)), text);
  mtr_test_save (window);
}

/**
 * mtr_test_write:
 * @window: a window
 * @title: how the title of the row of a field begins
 * @text: what to write there
 */
void
mtr_test_write (MtrWindow  *window,
                const char *title,
                const char *text)
{
  write_in_row (window, mtr_test_get (window, MTR_TYPE_FIELD_ROW, title), text);
}

/**
 * mtr_test_write_field:
 * @window: a window
 * @field: a field that has a row
 * @text: what to write there
 */
void
mtr_test_write_field (MtrWindow  *window,
                      MtrField    field,
                      const char *text)
{
  GtkWidget *row = mtr_test_find_field (window, field, 0);

  g_assert_nonnull (row);
  write_in_row (window, row, text);
}

/**
 * mtr_test_choose:
 * @window: a window
 * @title: how the title of the row of a field begins
 * @position: which of its choices, from 0
 */
void
mtr_test_choose (MtrWindow  *window,
                 const char *title,
                 guint       position)
{
  GtkWidget *row = mtr_test_get (window, MTR_TYPE_FIELD_ROW, title);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (mtr_test_find_widget (row, GTK_TYPE_DROP_DOWN, NULL)), position);
  mtr_test_save (window);
}

/**
 * mtr_test_answer:
 * @window: a window that asks something
 * @text: (nullable): what to write first; %NULL where nothing is asked for
 * @response: the code of the answer
 */
void
mtr_test_answer (MtrWindow  *window,
                 const char *text,
                 const char *response)
{
  GtkWidget *dialog = mtr_test_find_other_window (window);

  g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog));
  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (mtr_test_find_widget (dialog, GTK_TYPE_ENTRY, NULL)), text);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  mtr_test_window_settle (window);
}

/**
 * mtr_test_save:
 * @window: a window with a programme
 *
 * Writes what is typed, without waiting for the usual half second.
 */
void
mtr_test_save (MtrWindow *window)
{
  mtr_programme_save_now (mtr_window_get_programme (window));
  mtr_test_window_settle (window);
}

/**
 * mtr_test_undo:
 * @window: a window with a programme
 */
void
mtr_test_undo (MtrWindow *window)
{
  mtr_programme_undo (mtr_window_get_programme (window));
  mtr_test_window_settle (window);
}

/**
 * mtr_test_get_store:
 * @window: a window with a programme
 *
 * Returns: (transfer none): its file
 */
MtrStore *
mtr_test_get_store (MtrWindow *window)
{
  return mtr_programme_get_store (mtr_window_get_programme (window));
}

/**
 * mtr_test_count:
 * @window: a window with a programme
 * @kind: a kind of record
 *
 * Returns: how many of them are in the file
 */
guint
mtr_test_count (MtrWindow *window,
                MtrKind    kind)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (kind);
  gint64 n = mtr_store_count (mtr_test_get_store (window), &query, NULL);

  g_assert_cmpint (n, >=, 0);

  return (guint) n;
}

/**
 * mtr_test_list_records:
 * @window: a window with a programme
 * @kind: a kind of record
 *
 * Returns: (transfer full) (element-type MtrRecord): all of them
 */
GPtrArray *
mtr_test_list_records (MtrWindow *window,
                       MtrKind    kind)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (kind);
  g_autoptr (GError) error = NULL;
  GPtrArray *records = mtr_store_list_records (mtr_test_get_store (window), &query, MTR_READER_OWNER, &error);

  g_assert_no_error (error);

  return records;
}

/**
 * mtr_test_load_pairing:
 * @window: a window with a programme
 * @mentee: the beginning of the name of a mentee
 *
 * Returns: (transfer full): the pairing as it is in the file
 */
MtrSnapshot *
mtr_test_load_pairing (MtrWindow  *window,
                       const char *mentee)
{
  g_autoptr (GError) error = NULL;
  MtrSnapshot *snapshot = mtr_store_load (mtr_test_get_store (window), MTR_SCOPE_PAIRING, MTR_KIND_PAIRING,
                                          mtr_test_find_pairing (window, mentee), MTR_READER_OWNER, &error);

  g_assert_no_error (error);

  return snapshot;
}

/**
 * mtr_test_save_picture:
 * @widget: a window that is shown
 * @path: where to put the PNG
 */
void
mtr_test_save_picture (GtkWidget  *widget,
                       const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;

  gtk_test_widget_wait_for_draw (widget);
  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  g_assert_nonnull (node);
  gsk_renderer_realize (renderer, NULL, &error);
  g_assert_no_error (error);
  texture = gsk_renderer_render_texture (renderer, node, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
  gsk_renderer_unrealize (renderer);
}
