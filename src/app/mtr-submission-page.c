/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is handed in, from the draft to the outcome: until when, extended without
 * anybody asking why, what the mentor says to the draft, when it was handed in
 * and what became of it. What came back is handed in again as the next one.
 */

#include "mtr-submission-page.h"

#include "mtr-field-row.h"
#include "mtr-learning-feedback.h"
#include "mtr-learning-words.h"
#include "mtr-page-parts.h"
#include "mtr-record-page.h"

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
  MtrRecordPage        parent_instance;

  MtrLearner          *learner;      /* (owned) */
  MtrLearningFeedback *feedback;
  GtkWidget           *again_button;
  GtkWidget           *remove_button;
  GtkLabel            *risk_label;
};

#define MTR_TYPE_SUBMISSION_PAGE (mtr_submission_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrSubmissionPage, mtr_submission_page, MTR, SUBMISSION_PAGE, MtrRecordPage)
G_DEFINE_FINAL_TYPE (MtrSubmissionPage, mtr_submission_page, MTR_TYPE_RECORD_PAGE)

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

  if (current == NULL ||
      mtr_record_get_id (current) != mtr_record_get_id (mtr_record_page_get_record (MTR_RECORD_PAGE (self))))
    return NULL;

  return mtr_submission_begin (mtr_learner_get_pack (self->learner), mtr_learner_get_snapshot (self->learner),
                               mtr_learner_get_person_id (self->learner),
                               mtr_programme_new_id (mtr_learner_get_programme (self->learner)));
}

static void
mtr_submission_page_show (MtrRecordPage *page,
                          MtrRecord     *record)
{
  MtrSubmissionPage *self = MTR_SUBMISSION_PAGE (page);
  MtrPack *pack = mtr_learner_get_pack (self->learner);
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
  gtk_widget_set_visible (self->remove_button, writable &&
                          !mtr_record_controller_is_unborn (mtr_record_page_get_controller (page)));
}

static void
again_cb (MtrSubmissionPage *self)
{
  MtrProgramme *programme = mtr_learner_get_programme (self->learner);
  g_autoptr (MtrRecord) next = NULL;
  MtrChange *change;

  mtr_page_leave (MTR_PAGE (self));
  next = begin_next (self);
  if (next == NULL)
    return;

  change = mtr_change_new (_("hand in again"));
  mtr_change_insert (change, g_object_ref (next));
  mtr_programme_act (programme, change, _("The next one is begun. What was said about the last stays there to read."));
  mtr_page_pop (MTR_PAGE (self));
}

static void
mtr_submission_page_dispose (GObject *object)
{
  MtrSubmissionPage *self = MTR_SUBMISSION_PAGE (object);

  g_clear_object (&self->learner);

  G_OBJECT_CLASS (mtr_submission_page_parent_class)->dispose (object);
}

static void
mtr_submission_page_class_init (MtrSubmissionPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_submission_page_dispose;
  MTR_RECORD_PAGE_CLASS (klass)->show = mtr_submission_page_show;
}

static void
mtr_submission_page_init (MtrSubmissionPage *self)
{
}

/* The one that is meant, or that is under way, or that is begun. */
static MtrRecord *
find_or_begin (MtrLearner *learner,
               gint64      submission_id)
{
  MtrPack *pack = mtr_learner_get_pack (learner);
  MtrSnapshot *snapshot = mtr_learner_get_snapshot (learner);
  gint64 person_id = mtr_learner_get_person_id (learner);
  MtrRecord *stored = mtr_snapshot_get (snapshot, MTR_KIND_SUBMISSION, submission_id);

  if (stored == NULL)
    stored = mtr_learning_find_submission (pack, snapshot, person_id);
  if (stored != NULL)
    return g_object_ref (stored);

  return mtr_submission_begin (pack, snapshot, person_id, mtr_programme_new_id (mtr_learner_get_programme (learner)));
}

static void
add_form (MtrSubmissionPage *self)
{
  MtrRecordPage *page = MTR_RECORD_PAGE (self);
  MtrRecordController *controller = mtr_record_page_get_controller (page);
  GPtrArray *outcomes = mtr_pack_get_words (mtr_learner_get_pack (self->learner), MTR_WORDS_OUTCOMES);
  GtkWidget *group = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (form); i++)
    {
      GtkWidget *row = form[i].field == MTR_SUBMISSION_OUTCOME
                         ? mtr_field_row_new_choice (controller, form[i].field, outcomes)
                         : mtr_field_row_new (controller, form[i].field);

      if (form[i].field == MTR_SUBMISSION_HANDED_IN_ON)
        gtk_box_append (mtr_record_page_get_content (page), GTK_WIDGET (self->feedback));
      if (form[i].group != NULL)
        group = mtr_record_page_add_group (page, _(form[i].group), form[i].audience);
      if (form[i].prompt != NULL)
        mtr_field_row_set_prompt (MTR_FIELD_ROW (row), _(form[i].prompt));
      mtr_record_page_add_row (page, group, form[i].field, row, form[i].audience);
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
  MtrRecordPage *page = MTR_RECORD_PAGE (self);
  GtkBox *content = mtr_record_page_get_content (page);
  g_autoptr (MtrRecord) record = find_or_begin (learner, submission_id);

  self->learner = g_object_ref (learner);
  mtr_record_page_begin (page, mtr_learner_get_programme (learner), record, mtr_learner_get_other_name (learner), NULL);
  mtr_record_controller_set_check (mtr_record_page_get_controller (page), check_cb, self);

  mtr_page_parts_add_line (content, _("Assessment: what you choose of it goes into what is handed in"));
  self->risk_label = mtr_page_parts_add_line (content, "");
  gtk_widget_remove_css_class (GTK_WIDGET (self->risk_label), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->risk_label), "heading");
  self->feedback = MTR_LEARNING_FEEDBACK (mtr_learning_feedback_new (learner, mtr_record_page_get_controller (page)));
  add_form (self);
  self->again_button = mtr_page_parts_add_button (content, _("Hand In Again"), TRUE);
  self->remove_button = mtr_record_page_add_remove (page, _("remove a submission"),
                                                    _("The submission is removed. Ctrl+Z brings it back"));
  g_signal_connect_object (self->again_button, "clicked", G_CALLBACK (again_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (learner, "refreshed", G_CALLBACK (mtr_page_refresh), self, G_CONNECT_SWAPPED);
  mtr_record_page_show (page);

  return MTR_PAGE (self);
}
