/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is handed in, from the draft to the outcome: until when, extended without
 * anybody asking why, what the mentor says to the draft, when it was handed in
 * and what became of it. What came back is handed in again as the next one.
 */

#include "mtr-submission-page.h"

#include "mtr-audience-button.h"
#include "mtr-field-row.h"
#include "mtr-learning-feedback.h"
#include "mtr-learning-words.h"
#include "mtr-page-parts.h"

#include <glib/gi18n-lib.h>

/* In the order in which it happens; the mentor's feedback comes after the draft. */
static const struct {
  MtrField    field;
  const char *group;      /* untranslated; NULL: in the group before */
  const char *prompt;     /* untranslated; (nullable) */
  MtrAudience audience;
} form[] = {
  { MTR_SUBMISSION_DUE_ON, N_("Until when"), NULL, MTR_AUDIENCE_PROGRAMME },
  { MTR_SUBMISSION_EXTENDED_TO, NULL, N_("A later day, as it was agreed. Nobody asks why."), MTR_AUDIENCE_PROGRAMME },
  { MTR_SUBMISSION_DRAFT_SHARED_ON, N_("Draft"), N_("When the mentor got to see it."), MTR_AUDIENCE_PROGRAMME },
  { MTR_SUBMISSION_HANDED_IN_ON, N_("Handed in"), N_("Nothing is sent from here: write it down once it is on its way."),
    MTR_AUDIENCE_PROGRAMME },
  { MTR_SUBMISSION_OUTCOME, N_("Outcome"), NULL, MTR_AUDIENCE_PROGRAMME },
  { MTR_SUBMISSION_DECIDED_ON, NULL, NULL, MTR_AUDIENCE_PROGRAMME },
  { MTR_SUBMISSION_OUTCOME_TEXT, NULL, N_("What is needed, and by when."), MTR_AUDIENCE_ASSESSMENT },
};

struct _MtrSubmissionPage {
  MtrPage              parent_instance;

  MtrLearner          *learner;      /* (owned) */
  MtrRecordController *controller;   /* (owned) */
  gboolean             is_stored;    /* the submission has been seen in the store */
  GtkWidget           *rows[G_N_ELEMENTS (form)];
  GtkWidget           *go_to_row;    /* (nullable): where the page begins, having been opened for a field */
  MtrLearningFeedback *feedback;
  GtkWidget           *again_button;
  GtkWidget           *remove_button;
  GtkLabel            *risk_label;
};

#define MTR_TYPE_SUBMISSION_PAGE (mtr_submission_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrSubmissionPage, mtr_submission_page, MTR, SUBMISSION_PAGE, MtrPage)
G_DEFINE_FINAL_TYPE (MtrSubmissionPage, mtr_submission_page, MTR_TYPE_PAGE)

static gint64
get_id (MtrSubmissionPage *self)
{
  return mtr_record_get_id (mtr_record_controller_get_record (self->controller));
}

static MtrRecord *
get_stored (MtrSubmissionPage *self)
{
  return mtr_snapshot_get (mtr_learner_get_snapshot (self->learner), MTR_KIND_SUBMISSION, get_id (self));
}

static GPtrArray *
check_cb (MtrRecord *candidate,
          gpointer   user_data)
{
  MtrSubmissionPage *self = user_data;
  GDate today;

  mtr_programme_get_today (mtr_learner_get_programme (self->learner), &today);

  return mtr_submission_list_problems (candidate, &today);
}

/* The next one, where this is the last and came back. */
static MtrRecord *
begin_next (MtrSubmissionPage *self)
{
  MtrRecord *current = mtr_learning_find_submission (mtr_learner_get_pack (self->learner),
                                                     mtr_learner_get_snapshot (self->learner),
                                                     mtr_learner_get_person_id (self->learner));

  if (current == NULL || mtr_record_get_id (current) != get_id (self))
    return NULL;

  return mtr_submission_begin (mtr_learner_get_pack (self->learner), mtr_learner_get_snapshot (self->learner),
                               mtr_learner_get_person_id (self->learner),
                               mtr_programme_new_id (mtr_learner_get_programme (self->learner)));
}

static void
show (MtrSubmissionPage *self)
{
  MtrPack *pack = mtr_learner_get_pack (self->learner);
  MtrRecord *record = mtr_record_controller_get_record (self->controller);
  const char *word = mtr_pack_get_word (pack, "submission");
  gboolean writable = mtr_learner_can_write (self->learner);
  g_autoptr (MtrRecord) next = writable ? begin_next (self) : NULL;
  g_autofree char *title = g_strdup_printf (_("%1$s %2$d"), word != NULL ? word : _("Submission"),
                                            (int) mtr_record_get_number (record, MTR_SUBMISSION_NUMBER));
  g_autofree char *risk = NULL;
  GDate today;

  mtr_programme_get_today (mtr_learner_get_programme (self->learner), &today);
  risk = mtr_learning_words_dup_risk (pack, mtr_learner_get_snapshot (self->learner),
                                      mtr_learner_get_person_id (self->learner), &today);
  mtr_page_set_title (MTR_PAGE (self), title);
  gtk_label_set_text (self->risk_label, risk != NULL ? risk : "");
  gtk_widget_set_visible (GTK_WIDGET (self->risk_label), risk != NULL);
  mtr_learning_feedback_refresh (self->feedback);
  gtk_widget_set_visible (self->again_button, next != NULL);
  gtk_widget_set_visible (self->remove_button, writable && !mtr_record_controller_is_unborn (self->controller));
}

static void
again_cb (MtrSubmissionPage *self)
{
  MtrProgramme *programme = mtr_learner_get_programme (self->learner);
  g_autoptr (MtrRecord) next = NULL;
  MtrChange *change;

  mtr_record_controller_flush (self->controller);
  next = begin_next (self);
  if (next == NULL)
    return;

  change = mtr_change_new (_("hand in again"));
  mtr_change_insert (change, g_object_ref (next));
  mtr_programme_act (programme, change, _("The next one is begun. What was said about the last stays there to read."));
  mtr_page_pop (MTR_PAGE (self));
}

static void
remove_cb (MtrSubmissionPage *self)
{
  MtrChange *change = mtr_change_new (_("remove a submission"));

  mtr_record_controller_flush (self->controller);
  mtr_change_delete (change, MTR_KIND_SUBMISSION, get_id (self));
  mtr_programme_act (mtr_learner_get_programme (self->learner), change,
                     _("The submission is removed. Ctrl+Z brings it back"));
}

static void
refreshed_cb (MtrSubmissionPage *self)
{
  MtrRecord *stored = get_stored (self);

  if (stored != NULL)
    {
      self->is_stored = TRUE;
      mtr_record_controller_refresh (self->controller, stored);
    }
  else if (self->is_stored)
    {
      /* Removed, here or by undo: there is nothing to change any more. */
      self->is_stored = FALSE;
      mtr_page_pop (MTR_PAGE (self));
      return;
    }
  show (self);
}

static void
mtr_submission_page_refresh (MtrPage *page)
{
  refreshed_cb (MTR_SUBMISSION_PAGE (page));
}

static gboolean
mtr_submission_page_go_to (MtrPage  *page,
                           MtrKind   kind,
                           gint64    id,
                           MtrField  field)
{
  MtrSubmissionPage *self = MTR_SUBMISSION_PAGE (page);

  if (kind != MTR_KIND_SUBMISSION || (id != 0 && id != get_id (self)))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (form); i++)
    if (form[i].field == field)
      self->go_to_row = self->rows[i];
  if (self->go_to_row != NULL)
    gtk_widget_grab_focus (self->go_to_row);

  return TRUE;
}

static void
mtr_submission_page_focus_first (MtrPage *page)
{
  MtrSubmissionPage *self = MTR_SUBMISSION_PAGE (page);

  gtk_widget_grab_focus (self->go_to_row != NULL ? self->go_to_row : self->rows[0]);
}

static void
mtr_submission_page_leave (MtrPage *page)
{
  mtr_record_controller_flush (MTR_SUBMISSION_PAGE (page)->controller);
}

static void
mtr_submission_page_dispose (GObject *object)
{
  MtrSubmissionPage *self = MTR_SUBMISSION_PAGE (object);

  if (self->controller != NULL)
    mtr_record_controller_set_check (self->controller, NULL, NULL);
  g_clear_object (&self->controller);
  g_clear_object (&self->learner);

  G_OBJECT_CLASS (mtr_submission_page_parent_class)->dispose (object);
}

static void
mtr_submission_page_class_init (MtrSubmissionPageClass *klass)
{
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_submission_page_dispose;
  page_class->refresh = mtr_submission_page_refresh;
  page_class->go_to = mtr_submission_page_go_to;
  page_class->focus_first = mtr_submission_page_focus_first;
  page_class->leave = mtr_submission_page_leave;
}

static void
mtr_submission_page_init (MtrSubmissionPage *self)
{
}

static MtrRecordController *
make_controller (MtrLearner *learner,
                 gint64      submission_id)
{
  MtrProgramme *programme = mtr_learner_get_programme (learner);
  MtrPack *pack = mtr_learner_get_pack (learner);
  MtrSnapshot *snapshot = mtr_learner_get_snapshot (learner);
  MtrRecord *stored = mtr_snapshot_get (snapshot, MTR_KIND_SUBMISSION, submission_id);
  g_autoptr (MtrRecord) unborn = NULL;

  if (stored == NULL)
    stored = mtr_learning_find_submission (pack, snapshot, mtr_learner_get_person_id (learner));
  if (stored != NULL)
    return mtr_record_controller_new (programme, stored);

  unborn = mtr_submission_begin (pack, snapshot, mtr_learner_get_person_id (learner), mtr_programme_new_id (programme));

  return mtr_record_controller_new_unborn (programme, unborn, NULL, NULL);
}

static void
add_form (MtrSubmissionPage *self,
          GtkBox            *content)
{
  MtrPack *pack = mtr_learner_get_pack (self->learner);
  const char *other = mtr_learner_get_other_name (self->learner);
  GtkWidget *group = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (form); i++)
    {
      g_autofree char *readers = mtr_audience_describe_readers (form[i].audience, other, NULL);

      if (form[i].field == MTR_SUBMISSION_HANDED_IN_ON)
        gtk_box_append (content, GTK_WIDGET (self->feedback));
      if (form[i].group != NULL)
        {
          group = mtr_group_new (_(form[i].group), form[i].audience, other, NULL);
          gtk_box_append (content, group);
        }
      if (form[i].field == MTR_SUBMISSION_OUTCOME)
        self->rows[i] = mtr_field_row_new_choice (self->controller, form[i].field,
                                                  mtr_pack_get_words (pack, MTR_WORDS_OUTCOMES));
      else
        self->rows[i] = mtr_field_row_new (self->controller, form[i].field);
      if (form[i].prompt != NULL)
        mtr_field_row_set_prompt (MTR_FIELD_ROW (self->rows[i]), _(form[i].prompt));
      mtr_field_row_set_readers (MTR_FIELD_ROW (self->rows[i]), readers);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->rows[i]);
    }
}

/**
 * mtr_submission_page_new:
 * @learner: whose learning it is
 * @submission_id: a submission; 0 for the one under way, which is begun with the first thing that is written down
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_submission_page_new (MtrLearner *learner,
                         gint64      submission_id)
{
  MtrSubmissionPage *self = g_object_new (MTR_TYPE_SUBMISSION_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);

  self->learner = g_object_ref (learner);
  mtr_page_set_programme (MTR_PAGE (self), mtr_learner_get_programme (learner));
  self->controller = make_controller (learner, submission_id);
  self->is_stored = !mtr_record_controller_is_unborn (self->controller);
  mtr_record_controller_set_check (self->controller, check_cb, self);

  mtr_page_parts_add_line (content, _("Assessment: what you choose of it goes into what is handed in"));
  self->risk_label = mtr_page_parts_add_line (content, "");
  gtk_widget_remove_css_class (GTK_WIDGET (self->risk_label), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->risk_label), "heading");
  self->feedback = MTR_LEARNING_FEEDBACK (mtr_learning_feedback_new (learner, self->controller));
  add_form (self, content);
  self->again_button = mtr_page_parts_add_button (content, _("Hand In Again"), TRUE);
  self->remove_button = mtr_page_parts_add_button (content, _("Remove"), FALSE);
  g_signal_connect_object (self->again_button, "clicked", G_CALLBACK (again_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->controller, "value-changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (learner, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
  show (self);

  return MTR_PAGE (self);
}
