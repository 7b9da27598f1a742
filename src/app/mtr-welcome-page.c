/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is shown while no file is open: start a programme, open one, take up a
 * recent one, or explore the sample.
 */

#include "mtr-welcome-page.h"

#include "mtr-new-programme-page.h"

#include <glib/gi18n-lib.h>

/* Recent programmes that are offered. */
#define MAX_RECENT 5
#define MEDIA_TYPE "application/x-mentoring"

struct _MtrWelcomePage {
  MtrPage               parent_instance;

  MtrApplication       *application;  /* (not owned): outlives every page */

  AdwActionRow         *new_row;
  AdwActionRow         *open_row;
  AdwActionRow         *sample_row;
  AdwPreferencesGroup  *recent_group;
};

G_DEFINE_FINAL_TYPE (MtrWelcomePage, mtr_welcome_page, MTR_TYPE_PAGE)

static void
new_cb (MtrWelcomePage *self)
{
  mtr_page_push (MTR_PAGE (self), mtr_new_programme_page_new (self->application));
}

static void
sample_cb (MtrWelcomePage *self)
{
  mtr_application_open_sample (self->application, mtr_window_of (GTK_WIDGET (self)));
}

static void
open_cb (MtrWelcomePage *self)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->application), "open-programme", NULL);
}

static void
recent_cb (MtrWelcomePage *self,
           AdwActionRow   *row)
{
  mtr_application_open_path (self->application, g_object_get_data (G_OBJECT (row), "path"),
                             mtr_window_of (GTK_WIDGET (self)));
}

static void
add_recent_rows (MtrWelcomePage *self)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  guint n_rows = 0;

  for (GList *l = items; l != NULL && n_rows < MAX_RECENT; l = l->next)
    {
      GtkRecentInfo *info = l->data;
      g_autofree char *path = g_filename_from_uri (gtk_recent_info_get_uri (info), NULL, NULL);
      g_autofree char *folder = NULL;
      g_autofree char *title = NULL;
      g_autofree char *subtitle = NULL;
      GtkWidget *row;

      if (path == NULL || g_strcmp0 (gtk_recent_info_get_mime_type (info), MEDIA_TYPE) != 0 ||
          !g_file_test (path, G_FILE_TEST_EXISTS))
        continue;

      folder = g_path_get_dirname (path);
      title = g_markup_escape_text (gtk_recent_info_get_display_name (info), -1);
      subtitle = g_markup_escape_text (folder, -1);
      row = adw_action_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "path", g_steal_pointer (&path), g_free);
      g_signal_connect_object (row, "activated", G_CALLBACK (recent_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->recent_group, row);
      n_rows++;
    }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  gtk_widget_set_visible (GTK_WIDGET (self->recent_group), n_rows > 0);
}

static void
mtr_welcome_page_class_init (MtrWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MtrWelcomePage, new_row);
  gtk_widget_class_bind_template_child (widget_class, MtrWelcomePage, open_row);
  gtk_widget_class_bind_template_child (widget_class, MtrWelcomePage, sample_row);
  gtk_widget_class_bind_template_child (widget_class, MtrWelcomePage, recent_group);
}

static void
mtr_welcome_page_init (MtrWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->new_row, "activated", G_CALLBACK (new_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sample_row, "activated", G_CALLBACK (sample_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->open_row, "activated", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  add_recent_rows (self);
}

/**
 * mtr_welcome_page_new:
 * @application: the application
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_welcome_page_new (MtrApplication *application)
{
  MtrWelcomePage *self = g_object_new (MTR_TYPE_WELCOME_PAGE, NULL);

  self->application = application;

  return MTR_PAGE (self);
}
