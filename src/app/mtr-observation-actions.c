/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with an observation as a whole, from its page and from its
 * row in the list alike: withdraw it, add an addendum, erase the notes, print it.
 * All but the last ask, for after the seal none of them can be undone.
 */

#include "mtr-observation-actions.h"

#include "mtr-date.h"
#include "mtr-dialogs.h"
#include "mtr-observation-builder.h"
#include "mtr-observation-series.h"
#include "mtr-observation.h"
#include "mtr-output.h"
#include "mtr-spelling-text.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>

typedef struct {
  MtrPairingModel *model;        /* (owned) */
  MtrRecord       *observation;  /* (owned) */
  GtkWidget       *text;         /* (owned) (nullable): the text of an addendum */
  gboolean         of_consent;
} Question;

static Question *
make_question (MtrPairingModel *model,
               MtrRecord       *observation)
{
  Question *question = g_new0 (Question, 1);

  question->model = g_object_ref (model);
  question->observation = g_object_ref (observation);

  return question;
}

static void
free_question (Question *question)
{
  g_object_unref (question->model);
  g_object_unref (question->observation);
  g_clear_object (&question->text);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, free_question)

static char *
dup_today (MtrProgramme *programme)
{
  GDate today;

  mtr_programme_get_today (programme, &today);

  return mtr_date_to_iso (&today);
}

static void
withdraw_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Question) question = user_data;
  MtrProgramme *programme = mtr_pairing_model_get_programme (question->model);
  g_autofree char *on = dup_today (programme);

  if (!mtr_dialogs_ask_finish (result) || !mtr_programme_settle (programme))
    return;

  mtr_programme_act (programme,
                     mtr_observation_withdraw (question->observation, question->of_consent, on,
                                               mtr_programme_new_id (programme),
                                               mtr_programme_get_owner_id (programme)),
                     question->of_consent ? _("Consent was withdrawn. The notes stay with you, and may be erased.")
                                          : _("Withdrawn. It no longer counts, and stays here."));
}

/**
 * mtr_observation_actions_withdraw:
 * @parent: a widget of the window to ask over
 * @model: the pairing
 * @observation: an observation
 * @of_consent: whether the person asked has taken their consent back
 */
void
mtr_observation_actions_withdraw (GtkWidget       *parent,
                                  MtrPairingModel *model,
                                  MtrRecord       *observation,
                                  gboolean         of_consent)
{
  Question *question = make_question (model, observation);
  gboolean sealed = mtr_record_is_set (observation, MTR_OBSERVATION_SEALED_AT);
  g_autoptr (GString) body = g_string_new (NULL);

  question->of_consent = of_consent;
  if (of_consent)
    g_string_append (body, _("The record says only that consent was withdrawn today. No reason is needed and none is "
                             "stored."));
  else
    g_string_append (body, _("It no longer counts and is left out of the portfolio. Another one can take its place."));
  if (sealed)
    g_string_append_printf (body, " %s", _("The seal stays. An addendum takes it out of the count and out of exports; an "
                                           "addendum cannot be taken back."));

  mtr_dialogs_ask_async (parent, of_consent ? _("Was consent withdrawn?") : _("Withdraw this observation?"), body->str,
                         NULL, _("Not Now"), of_consent ? _("It Was Withdrawn") : _("Withdraw"), withdraw_cb, question);
}

static void
addendum_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Question) question = user_data;
  MtrProgramme *programme = mtr_pairing_model_get_programme (question->model);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (question->text));
  g_autofree char *on = dup_today (programme);
  g_autofree char *typed = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  if (!mtr_dialogs_ask_finish (result))
    return;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  typed = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  text = mtr_text_clean (typed, -1, MTR_TEXT_PARAGRAPHS, NULL);
  if (mtr_text_is_blank (text))
    {
      mtr_programme_announce (programme, _("Nothing was added: the addendum was empty."));
      return;
    }

  mtr_programme_act (programme,
                     mtr_observation_add_addendum (question->observation, mtr_programme_new_id (programme),
                                                   MTR_ADDENDUM_CORRECTION, on, mtr_programme_get_owner_id (programme),
                                                   text),
                     _("Addendum added. The record itself is unchanged."));
}

/**
 * mtr_observation_actions_add_addendum:
 * @parent: a widget of the window to ask over
 * @model: the pairing
 * @observation: a sealed observation
 */
void
mtr_observation_actions_add_addendum (GtkWidget       *parent,
                                      MtrPairingModel *model,
                                      MtrRecord       *observation)
{
  Question *question = make_question (model, observation);

  question->text = g_object_ref_sink (gtk_text_view_new ());
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (question->text), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (question->text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (question->text), 8);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (question->text), 8);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (question->text), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (question->text), 8);
  gtk_widget_add_css_class (question->text, "long-text");
  mtr_spelling_text_attach (GTK_TEXT_VIEW (question->text), mtr_pairing_model_get_programme (model));
  gtk_accessible_update_property (GTK_ACCESSIBLE (question->text),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Addendum"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("What was wrong, and how it is put right"), -1);
  mtr_dialogs_ask_async (parent, _("Add an addendum?"),
                         _("The sealed record stays as it is. What you write here stands under it, with today’s date, "
                           "and cannot be changed afterwards."),
                         question->text, _("Not Now"), _("Add"), addendum_cb, question);
  gtk_widget_grab_focus (question->text);
}

static void
erase_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Question) question = user_data;
  MtrProgramme *programme = mtr_pairing_model_get_programme (question->model);
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (MtrChange) change = NULL;

  if (!mtr_dialogs_ask_finish (result) || !mtr_programme_settle (programme))
    return;

  notes = mtr_snapshot_list_where (mtr_pairing_model_get_snapshot (question->model), MTR_KIND_OBSERVATION_NOTE,
                                   MTR_OBSERVATION_NOTE_OBSERVATION_ID, mtr_record_get_id (question->observation));
  change = mtr_change_new (_("erase the notes"));
  for (guint i = 0; i < notes->len; i++)
    mtr_change_erase (change, MTR_KIND_OBSERVATION_NOTE, mtr_record_get_id (g_ptr_array_index (notes, i)));
  if (!mtr_change_is_empty (change))
    mtr_programme_act (programme, g_steal_pointer (&change), _("The notes are erased."));
}

/**
 * mtr_observation_actions_erase_notes:
 * @parent: a widget of the window to ask over
 * @model: the pairing
 * @observation: an observation
 *
 * Erasing is for good, and undo stops at it.
 */
void
mtr_observation_actions_erase_notes (GtkWidget       *parent,
                                     MtrPairingModel *model,
                                     MtrRecord       *observation)
{
  mtr_dialogs_ask_async (parent, _("Erase the notes?"),
                         _("They go for good, from the file and from its history. This cannot be undone, and nothing "
                           "before it can be undone either."),
                         NULL, _("Keep Them"), _("Erase"), erase_cb, make_question (model, observation));
}

/**
 * mtr_observation_actions_print:
 * @parent: a widget of the window to show it over
 * @model: the pairing
 * @observation: an observation
 *
 * Shows the pages of its record; from there they are printed, or saved.
 */
void
mtr_observation_actions_print (GtkWidget       *parent,
                               MtrPairingModel *model,
                               MtrRecord       *observation)
{
  g_autofree char *title = mtr_observation_dup_title (mtr_pairing_model_get_pack (model),
                                                      mtr_pairing_model_get_snapshot (model), observation);
  g_autofree char *name = g_strdup_printf ("%s.pdf", title);

  mtr_output_preview (model, mtr_observation_build, mtr_record_get_id (observation), name, parent);
}
