/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the mentor says about a learning record or about a draft of what is
 * handed in: what was passed on, to be read; and, for the mentor alone, what is
 * being written until it is passed on.
 */

#include "mtr-learning-feedback.h"

#include "mtr-audience-button.h"
#include "mtr-date.h"
#include "mtr-field-row.h"
#include "mtr-learning.h"
#include "mtr-page-parts.h"

#include <glib/gi18n-lib.h>

struct _MtrLearningFeedback {
  AdwBin               parent_instance;

  MtrLearner          *learner;      /* (owned) */
  MtrRecordController *controller;   /* (owned) */
  AdwPreferencesGroup *passed_group;
  MtrRowList          *passed;       /* (owned) */
  GtkWidget           *draft_row;    /* (nullable): only the mentor writes */
  GtkWidget           *pass_button;  /* (nullable) */
};

G_DEFINE_FINAL_TYPE (MtrLearningFeedback, mtr_learning_feedback, ADW_TYPE_BIN)

static MtrField
get_field (MtrLearningFeedback *self)
{
  return mtr_record_get_kind (mtr_record_controller_get_record (self->controller)) == MTR_KIND_LEARNING_RECORD
           ? MTR_LEARNING_RECORD_MENTOR_FEEDBACK : MTR_SUBMISSION_MENTOR_FEEDBACK;
}

/* What was typed last may still be on its way into the store: the draft is taken from the controller. */
static void
pass_cb (MtrLearningFeedback *self)
{
  MtrProgramme *programme = mtr_learner_get_programme (self->learner);
  const char *name = mtr_learner_get_name (self->learner);
  g_autofree char *on = NULL;
  g_autofree char *done = NULL;
  MtrChange *change;
  GDate today;

  mtr_record_controller_flush (self->controller);
  mtr_programme_get_today (programme, &today);
  on = mtr_date_to_iso (&today);
  change = mtr_learning_pass_feedback_on (mtr_record_controller_get_record (self->controller), on);
  if (change == NULL)
    {
      mtr_field_row_refuse (MTR_FIELD_ROW (self->draft_row), _("Write something first. One sentence is enough."));
      return;
    }

  /* Translators: %s is a person. */
  done = g_strdup_printf (_("Passed to %s. Ctrl+Z takes it back."), name != NULL ? name : "");
  mtr_programme_act (programme, change, done);
  gtk_widget_grab_focus (self->draft_row);
}

static void
mtr_learning_feedback_dispose (GObject *object)
{
  MtrLearningFeedback *self = MTR_LEARNING_FEEDBACK (object);

  g_clear_object (&self->passed);
  g_clear_object (&self->controller);
  g_clear_object (&self->learner);

  G_OBJECT_CLASS (mtr_learning_feedback_parent_class)->dispose (object);
}

static void
mtr_learning_feedback_class_init (MtrLearningFeedbackClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_learning_feedback_dispose;
}

static void
mtr_learning_feedback_init (MtrLearningFeedback *self)
{
}

/**
 * mtr_learning_feedback_refresh:
 * @self: the feedback
 *
 * Shows what the controller has now. There is nothing to see where no mentor has said anything.
 */
void
mtr_learning_feedback_refresh (MtrLearningFeedback *self)
{
  MtrRecord *record = mtr_record_controller_get_record (self->controller);
  const char *passed = mtr_record_get_text (record, get_field (self));
  gboolean can_write = self->draft_row != NULL && !mtr_record_controller_is_unborn (self->controller);

  mtr_row_list_begin (self->passed);
  if (passed != NULL)
    mtr_page_parts_add_reading (self->passed, mtr_field_get_label (get_field (self)), passed);
  mtr_row_list_end (self->passed);
  gtk_widget_set_visible (GTK_WIDGET (self->passed_group), passed != NULL);
  if (self->draft_row != NULL)
    {
      gtk_widget_set_visible (gtk_widget_get_ancestor (self->draft_row, ADW_TYPE_PREFERENCES_GROUP), can_write);
      gtk_widget_set_visible (self->pass_button, can_write);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), passed != NULL || can_write);
}

/**
 * mtr_learning_feedback_new:
 * @learner: whose learning it is
 * @controller: of a learning record or a submission
 *
 * Returns: (transfer floating): the feedback; to write for the mentor, to read for everybody else
 */
GtkWidget *
mtr_learning_feedback_new (MtrLearner          *learner,
                           MtrRecordController *controller)
{
  MtrLearningFeedback *self = g_object_new (MTR_TYPE_LEARNING_FEEDBACK, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  const char *other = mtr_learner_get_other_name (learner);
  const char *name = mtr_learner_get_name (learner);

  self->learner = g_object_ref (learner);
  self->controller = g_object_ref (controller);
  adw_bin_set_child (ADW_BIN (self), box);
  self->passed_group = ADW_PREFERENCES_GROUP (mtr_group_new (_("Feedback"), MTR_AUDIENCE_PAIR, other, NULL));
  self->passed = mtr_row_list_new (self->passed_group);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->passed_group));
  if (mtr_learner_has_owner_as_mentor (learner) && mtr_learner_can_write (learner))
    {
      GtkWidget *group = mtr_group_new (_("Your feedback"), MTR_AUDIENCE_MINE, NULL, NULL);
      g_autofree char *readers = mtr_audience_describe_readers (MTR_AUDIENCE_MINE, NULL, NULL);
      /* Translators: a button; %s is a person. */
      g_autofree char *pass = g_strdup_printf (_("Pass to %s"), name != NULL ? name : "");

      self->draft_row = mtr_field_row_new (controller, mtr_field_get_draft (get_field (self)));
      mtr_field_row_set_prompt (MTR_FIELD_ROW (self->draft_row),
                                _("What is strong, and what would make it stronger. Only you read it until you pass it on."));
      mtr_field_row_set_readers (MTR_FIELD_ROW (self->draft_row), readers);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->draft_row);
      gtk_box_append (GTK_BOX (box), group);
      self->pass_button = mtr_page_parts_add_button (GTK_BOX (box), pass, FALSE);
      g_signal_connect_object (self->pass_button, "clicked", G_CALLBACK (pass_cb), self, G_CONNECT_SWAPPED);
    }
  mtr_learning_feedback_refresh (self);

  return GTK_WIDGET (self);
}
