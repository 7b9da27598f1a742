/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "Remind…": the person's own mail program, with a text that says nothing: no
 * topic, no name, nothing confidential, for mail is read by others too. The
 * program itself sends nothing. Where no mail program answers, the text is on
 * the clipboard.
 */

#include "mtr-reminder.h"

#include <glib/gi18n-lib.h>

/**
 * mtr_reminder_dup_text:
 * @programme: the title of a programme
 *
 * Returns: (transfer full): what a reminder says, whoever it is for and whatever it is about
 */
char *
mtr_reminder_dup_text (const char *programme)
{
  /* Translators: the text of a reminder by e-mail; it must not say what it is about. %s is the title of a programme. */
  return g_strdup_printf (_("Hello,\n\nsomething in our mentoring (%s) is waiting for you. Could you have a look when you "
                            "have a moment?\n\nThank you"), programme);
}

/**
 * mtr_reminder_dup_uri:
 * @address: (nullable): an e-mail address
 * @programme: the title of a programme
 *
 * Returns: (transfer full): a mailto: URI for a reminder
 */
char *
mtr_reminder_dup_uri (const char *address,
                      const char *programme)
{
  /* Translators: the subject of a reminder by e-mail; it must not say what it is about. */
  g_autofree char *subject = g_uri_escape_string (_("Mentoring: a small reminder"), NULL, FALSE);
  g_autofree char *text = mtr_reminder_dup_text (programme);
  g_autofree char *body = g_uri_escape_string (text, NULL, FALSE);
  g_autofree char *escaped_address = g_uri_escape_string (address != NULL ? address : "", "@", FALSE);

  return g_strdup_printf ("mailto:%s?subject=%s&body=%s", escaped_address, subject, body);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MtrProgramme) programme = MTR_PROGRAMME (user_data);
  g_autofree char *text = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL))
    return;

  text = mtr_reminder_dup_text (mtr_programme_get_title (programme));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (source)), text);
  mtr_programme_announce (programme, _("No mail program answered, and nothing was sent. The text of the reminder is copied: "
                                       "paste it where you write to them."));
}

/**
 * mtr_reminder_write:
 * @widget: the widget that was pressed, in a window
 * @programme: the programme
 * @person: (nullable): whom to remind; %NULL where it is not known
 *
 * Opens the mail program with a reminder that names nothing; it is the person who sends it.
 */
void
mtr_reminder_write (GtkWidget    *widget,
                    MtrProgramme *programme,
                    MtrRecord    *person)
{
  g_autofree char *uri = mtr_reminder_dup_uri (person != NULL ? mtr_record_get_text (person, MTR_PERSON_EMAIL) : NULL,
                                               mtr_programme_get_title (programme));

  gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (widget)), uri, GDK_CURRENT_TIME, NULL, opened_cb,
                     g_object_ref (programme));
}
