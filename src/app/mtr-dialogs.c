/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dialogs that newer libadwaita makes differently, in one file and shaped
 * like their successors: a question with an answer, a message, and the about
 * window.
 */

#include "mtr-dialogs.h"

#include "mtr-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Of a dialog a screen reader says the heading and the answer that has the focus: what it means is said with the answers. */
static void
describe_answers (GtkWidget  *widget,
                  const char *body)
{
  if (GTK_IS_BUTTON (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, body, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    describe_answers (child, body);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);

  g_task_return_boolean (task, g_str_equal (response, "accept"));
}

/**
 * mtr_dialogs_ask_async:
 * @parent: a widget of the window to ask over
 * @heading: the question
 * @body: (nullable): what it means
 * @extra: (nullable) (transfer floating): fields to fill in, under the body
 * @cancel: the answer that changes nothing, also for Escape
 * @accept: the answer that does it
 * @callback: called with the answer
 * @user_data: for @callback
 */
void
mtr_dialogs_ask_async (GtkWidget           *parent,
                       const char          *heading,
                       const char          *body,
                       GtkWidget           *extra,
                       const char          *cancel,
                       const char          *accept,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (root), heading, body));
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  g_task_set_source_tag (task, mtr_dialogs_ask_async);
  adw_message_dialog_add_response (dialog, "cancel", cancel);
  adw_message_dialog_add_response (dialog, "accept", accept);
  adw_message_dialog_set_response_appearance (dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_default_response (dialog, "accept");
  if (body != NULL)
    describe_answers (GTK_WIDGET (dialog), body);
  if (extra != NULL)
    adw_message_dialog_set_extra_child (dialog, extra);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * mtr_dialogs_ask_finish:
 * @result: what the callback got
 *
 * Returns: whether the answer was yes
 */
gboolean
mtr_dialogs_ask_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

/**
 * mtr_dialogs_tell:
 * @parent: a widget of the window to say it over
 * @heading: what happened
 * @body: (nullable): that nothing was lost, and what to do
 */
void
mtr_dialogs_tell (GtkWidget  *parent,
                  const char *heading,
                  const char *body)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (root != NULL ? GTK_WINDOW (root) : NULL,
                                                                         heading, body));

  adw_message_dialog_add_response (dialog, "close", _("Close"));
  if (body != NULL)
    describe_answers (GTK_WIDGET (dialog), body);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * mtr_dialogs_show_about:
 * @parent: a window
 */
void
mtr_dialogs_show_about (GtkWidget *parent)
{
  GtkIconTheme *icons = gtk_icon_theme_get_for_display (gtk_widget_get_display (parent));

  /* Where the application is run without being installed, its icon is not among those of the desktop. */
  if (!gtk_icon_theme_has_icon (icons, MTR_APPLICATION_ID))
    gtk_icon_theme_add_resource_path (icons, "/com/example/Mentoring/icons");
  adw_show_about_window (GTK_WINDOW (gtk_widget_get_root (parent)),
                         "application-name", _("Mentoring"),
                         "application-icon", MTR_APPLICATION_ID,
                         "version", MTR_VERSION,
                         "developer-name", _("The Mentoring maintainers"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("Mentoring for social work: a diary, observations and a portfolio, in one file "
                                       "that you own. No network, no account, no server."),
                         NULL);
}
