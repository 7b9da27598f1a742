/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The application: one instance, one window for each programme file, opened
 * from the command line, the file manager, the recent files or the welcome
 * page.
 */

#include "mtr-application.h"

#include "mtr-adjustment-page.h"
#include "mtr-config.h"
#include "mtr-dialogs.h"
#include "mtr-error-words.h"
#include "mtr-file-dialogs.h"
#include "mtr-look.h"
#include "mtr-sample-copy.h"
#include "mtr-spelling.h"
#include "mtr-welcome-page.h"

#include <glib/gi18n-lib.h>

#define MEDIA_TYPE "application/x-mentoring"
/* What libadwaita calls the theme of GTK that has nothing in it. */
#define NO_THEME "Adwaita-empty"

struct _MtrApplication {
  AdwApplication  parent_instance;

  MtrPackLibrary *library;              /* (owned) */
  GPtrArray      *requests;             /* (owned) (element-type OpenRequest): files that are being opened */
  char           *first_path;           /* (owned) (nullable): the file of the command line */
  gboolean        quit_after_first_frame;
};

G_DEFINE_FINAL_TYPE (MtrApplication, mtr_application, ADW_TYPE_APPLICATION)

static gboolean
quit_idle_cb (gpointer user_data)
{
  g_application_quit (G_APPLICATION (user_data));

  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (GdkFrameClock *clock,
                gpointer       user_data)
{
  /* The moment itself: whoever measures knows when the program was started. */
  g_print ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, user_data);
  g_idle_add (quit_idle_cb, user_data);
}

static void
window_mapped_cb (GtkWidget *window,
                  gpointer   user_data)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), user_data);
}

static MtrWindow *
add_window (MtrApplication *self)
{
  MtrWindow *window = mtr_window_new (GTK_APPLICATION (self));

  if (self->quit_after_first_frame)
    g_signal_connect (window, "map", G_CALLBACK (window_mapped_cb), self);

  return window;
}

/* A window with nothing in it is used again; a new one is made where there is none. */
static MtrWindow *
get_free_window (MtrApplication *self,
                 MtrWindow      *window)
{
  if (window != NULL && mtr_window_get_programme (window) == NULL)
    return window;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (MTR_IS_WINDOW (l->data) && mtr_window_get_programme (l->data) == NULL)
      return l->data;

  return add_window (self);
}

static void
remember_recent (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *name = g_file_get_basename (file);
  GtkRecentData data = {
    .display_name = name,
    .mime_type = (char *) MEDIA_TYPE,
    .app_name = (char *) "Mentoring",
    .app_exec = (char *) "mentoring %f",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/**
 * mtr_application_show_store:
 * @self: the application
 * @store: (transfer none): an open programme file
 * @window: (nullable): the window that asked for it
 *
 * Shows the programme in a window.
 */
void
mtr_application_show_store (MtrApplication *self,
                            MtrStore       *store,
                            MtrWindow      *window)
{
  g_autoptr (MtrProgramme) programme = mtr_programme_new (store, self->library);

  window = get_free_window (self, window);
  mtr_window_set_programme (window, programme);
  mtr_window_present_loaded (window);
  if (!self->quit_after_first_frame)
    remember_recent (mtr_store_get_path (store));
}

typedef struct {
  MtrApplication *application;
  MtrWindow      *window;       /* (nullable): weak */
  char           *path;         /* (owned) */
  gboolean        to_portfolio; /* its first portfolio is shown at once */
  gboolean        wanted;       /* somebody has asked to see it */
} OpenRequest;

/**
 * mtr_application_show_welcome:
 * @self: the application
 * @window: a window without a programme
 *
 * Shows what can be done while no file is open.
 */
void
mtr_application_show_welcome (MtrApplication *self,
                              MtrWindow      *window)
{
  mtr_window_show_welcome (window, mtr_welcome_page_new (self));
  gtk_window_present (GTK_WINDOW (window));
}

static MtrWindow *
find_window (MtrApplication *self,
             const char     *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      MtrProgramme *programme = MTR_IS_WINDOW (l->data) ? mtr_window_get_programme (l->data) : NULL;

      if (programme != NULL && g_str_equal (mtr_store_get_path (mtr_programme_get_store (programme)), path))
        return l->data;
    }

  return NULL;
}

static void
show_first_portfolio (MtrWindow *window)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PORTFOLIO);
  g_autoptr (GPtrArray) portfolios = NULL;

  query.limit = 1;
  portfolios = mtr_store_list_records (mtr_programme_get_store (mtr_window_get_programme (window)), &query,
                                       MTR_READER_OWNER, NULL);
  if (portfolios != NULL && portfolios->len > 0)
    mtr_window_go_to (window, mtr_record_get_number (g_ptr_array_index (portfolios, 0), MTR_PORTFOLIO_PAIRING_ID),
                      MTR_KIND_PORTFOLIO, 0, MTR_FIELD_NONE);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  OpenRequest *request = user_data;
  MtrApplication *self = request->application;
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrStore) store = mtr_store_open_finish (result, &error);

  g_ptr_array_remove (self->requests, request);
  if (request->wanted && store != NULL)
    {
      mtr_application_show_store (self, store, request->window);
      if (request->to_portfolio && find_window (self, request->path) != NULL)
        show_first_portfolio (find_window (self, request->path));
    }
  else if (request->wanted)
    {
      MtrWindow *window = get_free_window (self, request->window);
      g_autofree char *words = mtr_error_to_opening_words (error, request->path);

      mtr_application_show_welcome (self, window);
      mtr_dialogs_tell (GTK_WIDGET (window), _("This file was not opened"), words);
    }

  g_application_release (G_APPLICATION (self));
  g_clear_weak_pointer (&request->window);
  g_free (request->path);
  g_free (request);
}

static OpenRequest *
begin_to_open (MtrApplication *self,
               const char     *path)
{
  OpenRequest *request = g_new0 (OpenRequest, 1);

  request->application = self;
  request->path = g_strdup (path);
  g_ptr_array_add (self->requests, request);
  g_application_hold (G_APPLICATION (self));
  mtr_store_open_async (path, mtr_pack_library_look_up, self->library, NULL, opened_cb, request);

  return request;
}

static OpenRequest *
find_request (MtrApplication *self,
              const char     *path)
{
  for (guint i = 0; i < self->requests->len; i++)
    {
      OpenRequest *request = g_ptr_array_index (self->requests, i);

      if (g_str_equal (request->path, path))
        return request;
    }

  return NULL;
}

static void
open_path (MtrApplication *self,
           const char     *path,
           MtrWindow      *window,
           gboolean        to_portfolio)
{
  g_autofree char *canonical = g_canonicalize_filename (path, NULL);
  MtrWindow *present = find_window (self, canonical);
  OpenRequest *request;

  if (present != NULL)
    {
      gtk_window_present (GTK_WINDOW (present));
      if (to_portfolio)
        show_first_portfolio (present);
      return;
    }

  request = find_request (self, canonical);
  if (request == NULL)
    request = begin_to_open (self, canonical);
  request->wanted = TRUE;
  request->to_portfolio = to_portfolio;
  if (window != NULL)
    g_set_weak_pointer (&request->window, window);
  /* The first window is made while the file is being opened. */
  if (gtk_application_get_windows (GTK_APPLICATION (self)) == NULL)
    add_window (self);
}

/**
 * mtr_application_open_path:
 * @self: the application
 * @path: a programme file
 * @window: (nullable): the window that asked for it
 *
 * Opens a file in a window; where it is open already, its window comes to the front. A refusal is said in words.
 */
void
mtr_application_open_path (MtrApplication *self,
                           const char     *path,
                           MtrWindow      *window)
{
  open_path (self, path, window, FALSE);
}

static void
open_sample (MtrApplication *self,
             MtrWindow      *window,
             gboolean        to_portfolio)
{
  g_autofree char *path = mtr_sample_copy_dup_path ();
  g_autoptr (GError) error = NULL;
  GDate today;

  mtr_programme_read_clock (&today);
  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !mtr_sample_copy_make (path, self->library, &today, &error))
    {
      g_autofree char *words = mtr_error_to_words (error, path);

      window = get_free_window (self, window);
      gtk_window_present (GTK_WINDOW (window));
      mtr_dialogs_tell (GTK_WIDGET (window), _("The sample was not made"), words);
      return;
    }

  open_path (self, path, window, to_portfolio);
}

/**
 * mtr_application_open_sample:
 * @self: the application
 * @window: (nullable): the window that asked for it
 *
 * Opens the person's own copy of the sample; makes it where there is none yet.
 */
void
mtr_application_open_sample (MtrApplication *self,
                             MtrWindow      *window)
{
  open_sample (self, window, FALSE);
}

static void
new_programme_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  MtrApplication *self = MTR_APPLICATION (user_data);

  mtr_application_show_welcome (self, get_free_window (self, NULL));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  MtrApplication *self = MTR_APPLICATION (user_data);
  g_autoptr (GListModel) files = mtr_file_dialogs_choose_finish (result);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL && g_file_peek_path (file) != NULL)
    mtr_application_open_path (self, g_file_peek_path (file), MTR_WINDOW (source));
}

static void
open_sample_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  mtr_application_open_sample (MTR_APPLICATION (user_data), NULL);
}

static void
show_sample_portfolio_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  open_sample (MTR_APPLICATION (user_data), NULL, TRUE);
}

static void
open_programme_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  if (window != NULL && MTR_IS_WINDOW (window))
    mtr_file_dialogs_choose_async (GTK_WIDGET (window), MTR_FILE_OPEN_PROGRAMME, NULL, chosen_cb, user_data);
}

static void
show_adjustment_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  if (!MTR_IS_WINDOW (window))
    mtr_adjustment_page_show_over (GTK_WIDGET (window));
  else if (!MTR_IS_ADJUSTMENT_PAGE (mtr_window_get_page (MTR_WINDOW (window))))
    mtr_window_push (MTR_WINDOW (window), mtr_adjustment_page_new ());
}

static void
show_about_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  if (window != NULL)
    mtr_dialogs_show_about (GTK_WIDGET (window));
}

static void
show_shortcuts_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/com/example/Mentoring/ui/mtr-shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, window);
  gtk_window_present (shortcuts);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static const GActionEntry actions[] = {
  { "new-programme", new_programme_cb, NULL, NULL, NULL, { 0 } },
  { "open-programme", open_programme_cb, NULL, NULL, NULL, { 0 } },
  { "open-sample", open_sample_cb, NULL, NULL, NULL, { 0 } },
  { "show-sample-portfolio", show_sample_portfolio_cb, NULL, NULL, NULL, { 0 } },
  { "show-adjustment", show_adjustment_cb, NULL, NULL, NULL, { 0 } },
  { "show-about", show_about_cb, NULL, NULL, NULL, { 0 } },
  { "show-shortcuts", show_shortcuts_cb, NULL, NULL, NULL, { 0 } },
  { "quit", quit_cb, NULL, NULL, NULL, { 0 } },
};

static const struct {
  const char *action;
  const char *keys[3];
} keys[] = {
  { "app.open-programme", { "<Control>o", NULL } },
  { "app.show-shortcuts", { "<Control>question", NULL } },
  { "app.quit", { "<Control>q", NULL } },
};

static void
mtr_application_activate (GApplication *application)
{
  MtrApplication *self = MTR_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    mtr_application_show_welcome (self, add_window (self));
}

static void
mtr_application_open (GApplication  *application,
                      GFile        **files,
                      int            n_files,
                      const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    if (g_file_peek_path (files[i]) != NULL)
      mtr_application_open_path (MTR_APPLICATION (application), g_file_peek_path (files[i]), NULL);
}

static gboolean
mtr_application_local_command_line (GApplication   *application,
                                    char         ***arguments,
                                    int            *exit_status)
{
  MtrApplication *self = MTR_APPLICATION (application);

  for (char **argument = *arguments + 1; self->first_path == NULL && *argument != NULL; argument++)
    if (**argument != '-')
      {
        g_autoptr (GFile) file = g_file_new_for_commandline_arg (*argument);

        self->first_path = g_file_get_path (file);
      }

  return G_APPLICATION_CLASS (mtr_application_parent_class)->local_command_line (application, arguments, exit_status);
}

static int
mtr_application_handle_local_options (GApplication *application,
                                      GVariantDict *options)
{
  MtrApplication *self = MTR_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("mentoring %s\n", MTR_VERSION);
      return 0;
    }
  if (g_variant_dict_contains (options, "quit-after-first-frame"))
    {
      self->quit_after_first_frame = TRUE;
      g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
    }

  return -1;
}

static void
finish_theme (void)
{
  if (g_strcmp0 (g_getenv ("GTK_THEME"), NO_THEME) != 0)
    return;

  gtk_init ();
  gtk_settings_get_default ();
  g_unsetenv ("GTK_THEME");
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/com/example/Mentoring/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
mtr_application_startup (GApplication *application)
{
  MtrApplication *self = MTR_APPLICATION (application);

  /* The file is opened while the toolkit starts. Where it is not the one that is asked for then, it is closed again. */
  if (self->first_path != NULL)
    {
      g_autofree char *canonical = g_canonicalize_filename (self->first_path, NULL);

      begin_to_open (self, canonical);
    }
  finish_theme ();
  G_APPLICATION_CLASS (mtr_application_parent_class)->startup (application);
  load_style ();
  mtr_look_attach (mtr_look_get_default ());

  /* Text that can be copied is not selected just because the focus has come to it. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), keys[i].action, (const char **) keys[i].keys);
}

static void
mtr_application_finalize (GObject *object)
{
  MtrApplication *self = MTR_APPLICATION (object);

  g_ptr_array_unref (self->requests);
  g_free (self->first_path);
  g_clear_object (&self->library);
  mtr_spelling_wait ();

  G_OBJECT_CLASS (mtr_application_parent_class)->finalize (object);
}

static void
mtr_application_class_init (MtrApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mtr_application_finalize;
  application_class->activate = mtr_application_activate;
  application_class->open = mtr_application_open;
  application_class->local_command_line = mtr_application_local_command_line;
  application_class->handle_local_options = mtr_application_handle_local_options;
  application_class->startup = mtr_application_startup;
}

static void
mtr_application_init (MtrApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
    { "quit-after-first-frame", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL,
      N_("Print the time of the first frame, in microseconds of the monotonic clock, and exit"), NULL },
    { NULL }
  };

  self->requests = g_ptr_array_new ();
  self->library = mtr_pack_library_new ();
  /* The packs are read while the toolkit starts. */
  mtr_pack_library_load_when_asked (self->library);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _("A diary, observations and a portfolio for social-work mentoring, in "
                                              "one file that you own."));
}

/**
 * mtr_application_new:
 *
 * Returns: (transfer full): the application
 */
MtrApplication *
mtr_application_new (void)
{
  MtrApplication *self = g_object_new (MTR_TYPE_APPLICATION,
                                       "application-id", MTR_APPLICATION_ID,
                                       "flags", G_APPLICATION_HANDLES_OPEN,
                                       NULL);

  /* GTK would add a folder of icons below this path, which there is not, while a thread of its own reads which icons there
   * are: it would wait for the thread, and have everything read once more.
   */
  g_application_set_resource_base_path (G_APPLICATION (self), NULL);

  return self;
}

/**
 * mtr_application_prepare_theme:
 *
 * To be called first of all, while there is no other thread. GTK reads the whole of its own theme when it starts, only
 * for libadwaita to put another in its place: so it is made to start with none, unless a person asks for a particular
 * one. When GTK has started the environment is as it was.
 */
void
mtr_application_prepare_theme (void)
{
  g_setenv ("GTK_THEME", NO_THEME, FALSE);
}

/**
 * mtr_application_get_library:
 * @self: the application
 *
 * Returns: (transfer none): the packs of this computer
 */
MtrPackLibrary *
mtr_application_get_library (MtrApplication *self)
{
  return self->library;
}
