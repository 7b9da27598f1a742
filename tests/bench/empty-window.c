/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The least that an application of this kind can be: an empty
 * AdwApplicationWindow. It prints when its first frame was painted, and ends;
 * the application is measured against it.
 */

#include <adwaita.h>

static void
painted_cb (GdkFrameClock *clock,
            GApplication  *application)
{
  g_print ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  g_signal_handlers_disconnect_by_func (clock, painted_cb, application);
  g_application_quit (application);
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 760);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), application, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AdwApplication) application = adw_application_new ("com.example.Mentoring.Empty", G_APPLICATION_DEFAULT_FLAGS);

  g_application_add_main_option (G_APPLICATION (application), "quit-after-first-frame", 0, G_OPTION_FLAG_NONE,
                                 G_OPTION_ARG_NONE, "Ignored: it always does", NULL);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
