/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that this program has written, opened by another: the document by the
 * program for it, its folder by the file manager, with the file marked in it.
 */

#include "mtr-open-file.h"

#include "mtr-dialogs.h"

#include <glib/gi18n-lib.h>

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    mtr_dialogs_tell (GTK_WIDGET (source), _("No program opened it"),
                      _("The file is there; open it from your file manager."));
}

static void
show (GtkWidget *parent,
      GFile     *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (parent)), uri, GDK_CURRENT_TIME, NULL, shown_cb, NULL);
}

/**
 * mtr_open_file:
 * @parent: a widget of the window that asks for it
 * @file: a file
 */
void
mtr_open_file (GtkWidget *parent,
               GFile     *file)
{
  show (parent, file);
}

typedef struct {
  GtkWidget *parent;  /* (owned) */
  GFile     *file;    /* (owned) */
} FolderJob;

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  FolderJob *job = user_data;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  /* Not every desktop has a file manager that can be asked: then the folder alone has to do. */
  if (answer == NULL && gtk_widget_get_root (job->parent) != NULL)
    {
      g_autoptr (GFile) folder = g_file_get_parent (job->file);

      show (job->parent, folder);
    }
  g_object_unref (job->parent);
  g_object_unref (job->file);
  g_free (job);
}

/**
 * mtr_open_folder_of_file:
 * @parent: a widget of the window that asks for it
 * @file: a file
 */
void
mtr_open_folder_of_file (GtkWidget *parent,
                         GFile     *file)
{
  GDBusConnection *bus = g_application_get_dbus_connection (g_application_get_default ());
  g_autoptr (GFile) folder = g_file_get_parent (file);
  const char *uris[2] = { NULL };
  g_autofree char *uri = g_file_get_uri (file);
  FolderJob *job;

  if (bus == NULL)
    {
      show (parent, folder);
      return;
    }

  uris[0] = uri;
  job = g_new0 (FolderJob, 1);
  job->parent = g_object_ref (parent);
  job->file = g_object_ref (file);
  g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                          "org.freedesktop.FileManager1", "ShowItems", g_variant_new ("(^ass)", uris, ""), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, asked_cb, job);
}
