/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window with one of each thing that the harness of the journeys relies on,
 * so that the harness is known to work before the application is blamed.
 */

#include <gtk/gtk.h>

static void
press_cb (GtkButton *button,
          GtkLabel  *state)
{
  GtkEntry *entry = g_object_get_data (G_OBJECT (button), "entry");
  g_autofree char *text = g_strdup_printf ("Saved %s", gtk_editable_get_text (GTK_EDITABLE (entry)));

  gtk_label_set_text (state, text);
}

static void
ask_cb (GtkButton *button,
        GtkWindow *parent)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *close = gtk_button_new_with_label ("Not yet");

  gtk_window_set_title (GTK_WINDOW (window), "Sign and seal?");
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_child (GTK_WINDOW (window), close);
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (gtk_window_destroy), window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
activate_cb (GtkApplication *application)
{
  const char *quit_keys[] = { "<Control>q", NULL };
  GtkWidget *window = gtk_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *check = gtk_check_button_new_with_label ("Workload and time");
  GtkWidget *press = gtk_button_new_with_label ("Done");
  GtkWidget *ask = gtk_button_new_with_label ("Sign");
  GtkWidget *nameless = gtk_button_new_from_icon_name ("list-add-symbolic");
  GtkWidget *state = gtk_label_new ("Nothing yet");
  GtkWidget *pages = gtk_stack_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, "Next step", -1);
  g_object_set_data (G_OBJECT (press), "entry", entry);
  g_signal_connect (press, "clicked", G_CALLBACK (press_cb), state);
  g_signal_connect (ask, "clicked", G_CALLBACK (ask_cb), window);

  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), press);
  gtk_box_append (GTK_BOX (box), ask);
  gtk_box_append (GTK_BOX (box), nameless);
  gtk_box_append (GTK_BOX (box), state);
  gtk_stack_add_named (GTK_STACK (pages), gtk_label_new ("The page in front"), "front");
  gtk_stack_add_named (GTK_STACK (pages), gtk_label_new ("The page behind"), "behind");
  gtk_box_append (GTK_BOX (box), pages);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), "Harness");
  gtk_application_set_accels_for_action (application, "app.quit", quit_keys);
  gtk_window_present (GTK_WINDOW (window));
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         GApplication  *application)
{
  g_application_quit (application);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GtkApplication) application = gtk_application_new ("com.example.Mentoring.Harness", G_APPLICATION_NON_UNIQUE);
  g_autoptr (GSimpleAction) quit = g_simple_action_new ("quit", NULL);

  g_signal_connect (quit, "activate", G_CALLBACK (quit_cb), application);
  g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (quit));
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
