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
 * mtr_reminder_dup_request_text:
 * @programme: the title of a programme
 *
 * Returns: (transfer full): how somebody asks the lead to talk, without saying about whom or why
 */
char *
mtr_reminder_dup_request_text (const char *programme)
{
  /* Translators: the text of an e-mail to the programme lead; it must not say why. %s is the title of a programme. */
  return g_strdup_printf (_("Hello,\n\nI should like to talk with you about who mentors me (%s). Could we find half an "
                            "hour?\n\nThank you"), programme);
}

static char *
dup_uri (const char *address,
         const char *subject,
         const char *text)
{
  g_autofree char *escaped_subject = g_uri_escape_string (subject, NULL, FALSE);
  g_autofree char *body = g_uri_escape_string (text, NULL, FALSE);
  g_autofree char *escaped_address = g_uri_escape_string (address != NULL ? address : "", "@", FALSE);

  return g_strdup_printf ("mailto:%s?subject=%s&body=%s", escaped_address, escaped_subject, body);
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
  g_autofree char *text = mtr_reminder_dup_text (programme);

  /* Translators: the subject of a reminder by e-mail; it must not say what it is about. */
  return dup_uri (address, _("Mentoring: a small reminder"), text);
}

/* A mail on its way to the mail program. */
typedef struct {
  MtrProgramme *programme;  /* (owned) */
  char         *text;       /* (owned) */
} Mail;

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Mail *mail = user_data;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL))
    {
      gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (source)), mail->text);
      mtr_programme_announce (mail->programme, _("No mail program answered, and nothing was sent. The text is copied: "
                                                 "paste it where you write to them."));
    }
  g_object_unref (mail->programme);
  g_free (mail->text);
  g_free (mail);
}

static void
open_mail (GtkWidget    *widget,
           MtrProgramme *programme,
           const char   *uri,
           char         *text)
{
  Mail *mail = g_new (Mail, 1);

  mail->programme = g_object_ref (programme);
  mail->text = text;
  gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (widget)), uri, GDK_CURRENT_TIME, NULL, opened_cb, mail);
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

  open_mail (widget, programme, uri, mtr_reminder_dup_text (mtr_programme_get_title (programme)));
}

/**
 * mtr_reminder_ask_for_change:
 * @widget: the widget that was pressed, in a window
 * @programme: the programme
 * @lead: (nullable): the programme lead; %NULL where nobody is
 *
 * Opens the mail program with a request for a talk about who mentors. Nothing of it is stored anywhere (screens.md 3,
 * "Asking for a change"), so the mentor cannot come across it.
 */
void
mtr_reminder_ask_for_change (GtkWidget    *widget,
                             MtrProgramme *programme,
                             MtrRecord    *lead)
{
  char *text = mtr_reminder_dup_request_text (mtr_programme_get_title (programme));
  g_autofree char *uri = NULL;

  /* Translators: the subject of an e-mail to the programme lead; it must not say what it is about. */
  uri = dup_uri (lead != NULL ? mtr_record_get_text (lead, MTR_PERSON_EMAIL) : NULL, _("Mentoring: could we talk?"), text);
  open_mail (widget, programme, uri, text);
}
