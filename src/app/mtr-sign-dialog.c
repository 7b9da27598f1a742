/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one place that asks before something is done: a signature. The name is
 * typed by whoever signs; role and day are said, not asked. A signature
 * without a name is asked for again.
 */

#include "mtr-sign-dialog.h"

#include "mtr-check.h"
#include "mtr-dialogs.h"
#include "mtr-programme.h"
#include "mtr-text.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct {
  char      *heading;  /* (owned) */
  char      *body;     /* (owned) */
  char      *role;     /* (owned) */
  char      *day;      /* (owned) */
  char      *typed;    /* (owned) (nullable): what was typed and is not a signature yet */
  GtkWidget *entry;    /* (owned) */
} Question;

static void ask (GTask      *task,
                 const char *problem);

static void
free_question (gpointer data)
{
  Question *question = data;

  g_free (question->heading);
  g_free (question->body);
  g_free (question->role);
  g_free (question->day);
  g_free (question->typed);
  g_clear_object (&question->entry);
  g_free (question);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Question *question = g_task_get_task_data (task);
  g_autoptr (MtrProblem) problem = NULL;
  g_autofree char *name = NULL;
  GDate today;

  if (!mtr_dialogs_ask_finish (result))
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }

  g_free (question->typed);
  question->typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (question->entry)));
  mtr_programme_read_clock (&today);
  if (mtr_text_is_blank (question->typed))
    ask (g_steal_pointer (&task), _("Type your name: it is the signature."));
  else if (!mtr_check_field (MTR_PERSON_NAME, question->typed, &today, &name, &problem))
    ask (g_steal_pointer (&task), problem->message);
  else
    g_task_return_pointer (task, g_steal_pointer (&name), g_free);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
ask (GTask      *task,
     const char *problem)
{
  Question *question = g_task_get_task_data (task);
  GtkWidget *parent = g_task_get_source_object (task);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *spoken = g_strjoin ("\n", problem != NULL ? problem : question->body, question->role, NULL);

  g_clear_object (&question->entry);
  question->entry = g_object_ref_sink (gtk_entry_new ());
  gtk_entry_set_activates_default (GTK_ENTRY (question->entry), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (question->entry), question->typed != NULL ? question->typed : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (question->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Your name"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken,
                                  -1);
  gtk_box_append (GTK_BOX (box), make_label (_("Your name"), "heading"));
  gtk_box_append (GTK_BOX (box), question->entry);
  if (problem != NULL)
    {
      /* Spoken as the description of the entry, which has the cursor. */
      gtk_box_append (GTK_BOX (box), make_label (problem, "problem"));
      gtk_accessible_update_state (GTK_ACCESSIBLE (question->entry), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
    }
  gtk_box_append (GTK_BOX (box), make_label (question->role, "dim-label"));
  gtk_box_append (GTK_BOX (box), make_label (question->day, "dim-label"));

  mtr_dialogs_ask_async (parent, question->heading, question->body, box, _("Not Yet"), _("Sign"), answered_cb, task);
  gtk_widget_grab_focus (question->entry);
}

/**
 * mtr_sign_dialog_ask_async:
 * @parent: a widget of the window to ask over
 * @heading: the question: "Sign and seal?"
 * @body: what it means
 * @role: a sentence: as who they sign, and how
 * @day: today, for a person
 * @callback: called with the answer
 * @user_data: for @callback
 */
void
mtr_sign_dialog_ask_async (GtkWidget           *parent,
                           const char          *heading,
                           const char          *body,
                           const char          *role,
                           const char          *day,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->heading = g_strdup (heading);
  question->body = g_strdup (body);
  question->role = g_strdup (role);
  question->day = g_strdup (day);
  g_task_set_source_tag (task, mtr_sign_dialog_ask_async);
  g_task_set_task_data (task, question, free_question);
  ask (task, NULL);
}

/**
 * mtr_sign_dialog_ask_finish:
 * @result: what the callback got
 *
 * Returns: (transfer full) (nullable): the name that was typed; %NULL for "Not Yet"
 */
char *
mtr_sign_dialog_ask_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
