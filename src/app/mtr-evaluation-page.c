/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The evaluation at the end of a pairing, for one of those who are asked. It is
 * theirs alone until they give it; from then on both read it, and figures are
 * counted only together with those of others (product.md, rule 6).
 */

#include "mtr-evaluation-page.h"

#include "mtr-date.h"
#include "mtr-page-parts.h"

#include <glib/gi18n-lib.h>

struct _MtrEvaluationPage {
  MtrFormPage       parent_instance;

  MtrPairingModel  *model;     /* (owned) */
  gboolean          is_own;    /* the owner of the file is who answers */
  gboolean          is_given;
};

G_DEFINE_FINAL_TYPE (MtrEvaluationPage, mtr_evaluation_page, MTR_TYPE_FORM_PAGE)

/* What is one's own until it is given. */
static const MtrFormAnswers drafts = {
  MTR_KIND_EVALUATION_ANSWER, MTR_EVALUATION_ANSWER_EVALUATION_ID, MTR_EVALUATION_ANSWER_QUESTION,
  MTR_EVALUATION_ANSWER_DRAFT_TEXT, MTR_EVALUATION_ANSWER_DRAFT_CHOICE, MTR_EVALUATION_ANSWER_DRAFT_NUMBER,
};

static const struct {
  MtrField draft;
  MtrField given;
} passed_on[] = {
  { MTR_EVALUATION_ANSWER_DRAFT_TEXT, MTR_EVALUATION_ANSWER_TEXT },
  { MTR_EVALUATION_ANSWER_DRAFT_CHOICE, MTR_EVALUATION_ANSWER_CHOICE },
  { MTR_EVALUATION_ANSWER_DRAFT_NUMBER, MTR_EVALUATION_ANSWER_NUMBER },
};

static MtrRecord *
get_evaluation (MtrEvaluationPage *self)
{
  return mtr_record_controller_get_record (mtr_form_page_get_controller (MTR_FORM_PAGE (self)));
}

static void
give_cb (MtrEvaluationPage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  g_autoptr (GPtrArray) written = mtr_form_page_list_written (MTR_FORM_PAGE (self));
  g_autofree char *today_text = NULL;
  MtrChange *change;
  GDate today;

  if (written->len == 0)
    {
      mtr_form_page_refuse (MTR_FORM_PAGE (self), _("Nothing is answered yet. One answer is enough."));
      return;
    }

  mtr_form_page_flush (MTR_FORM_PAGE (self));
  mtr_programme_get_today (programme, &today);
  today_text = mtr_date_to_iso (&today);
  change = mtr_change_new (_("give an evaluation"));
  for (guint i = 0; self->is_own && i < written->len; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (passed_on); j++)
      if (mtr_record_is_set (g_ptr_array_index (written, i), passed_on[j].draft))
        mtr_change_pass_on (change, g_ptr_array_index (written, i), passed_on[j].given);
  mtr_change_set_text (change, MTR_EVALUATION_GIVEN_ON, mtr_record_get_id (get_evaluation (self)), today_text);
  mtr_programme_act (programme, change, _("Thank you. The answers are given; Ctrl+Z takes them back"));
}

static void
mtr_evaluation_page_refresh (MtrPage *page)
{
  MtrEvaluationPage *self = MTR_EVALUATION_PAGE (page);

  MTR_PAGE_CLASS (mtr_evaluation_page_parent_class)->refresh (page);
  /* Given meanwhile, or taken back: this page is of the other state. */
  if (mtr_record_is_set (get_evaluation (self), MTR_EVALUATION_GIVEN_ON) != self->is_given)
    {
      self->is_given = !self->is_given;
      mtr_page_pop (page);
    }
}

static void
mtr_evaluation_page_dispose (GObject *object)
{
  g_clear_object (&MTR_EVALUATION_PAGE (object)->model);

  G_OBJECT_CLASS (mtr_evaluation_page_parent_class)->dispose (object);
}

static void
mtr_evaluation_page_class_init (MtrEvaluationPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_evaluation_page_dispose;
  MTR_PAGE_CLASS (klass)->refresh = mtr_evaluation_page_refresh;
}

static void
mtr_evaluation_page_init (MtrEvaluationPage *self)
{
}

static void
add_top (MtrEvaluationPage *self,
         gint64             person_id)
{
  MtrRecord *person = mtr_snapshot_get (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_PERSON, person_id);
  const char *name = person != NULL ? mtr_record_get_name (person, MTR_PERSON_NAME) : NULL;
  g_autofree char *line = NULL;
  GDate date;

  if (self->is_given && mtr_record_get_date (get_evaluation (self), MTR_EVALUATION_GIVEN_ON, &date))
    {
      g_autofree char *day = mtr_date_format (&date, MTR_DATE_STYLE_LONG);

      /* Translators: %s is a date. */
      line = g_strdup_printf (_("Given on %s."), day);
    }
  else if (!self->is_own && name != NULL)
    {
      /* Translators: above an evaluation; %s is a person's name. */
      line = g_strdup_printf (_("%s answers this. If you have the answers on paper, or sit together, write them down here in "
                                "the words that were used."), name);
    }
  else
    {
      line = g_strdup (_("What you write and what you tick is yours alone until you give it. Then the programme counts what you "
                          "ticked or rated, and never shows it for fewer than five people. No question has to be answered."));
    }
  mtr_page_parts_add_line (mtr_form_page_get_top (MTR_FORM_PAGE (self)), line);
}

/**
 * mtr_evaluation_page_new:
 * @model: a pairing whose pack has a form of evaluation for the role of @respondent
 * @respondent: who is asked; the answers are stored from the first one on
 *
 * Answers are written after the end of the pairing, which closes all else.
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_evaluation_page_new (MtrPairingModel     *model,
                         const MtrRespondent *respondent)
{
  MtrEvaluationPage *self = g_object_new (MTR_TYPE_EVALUATION_PAGE, NULL);
  MtrProgramme *programme = mtr_pairing_model_get_programme (model);
  MtrPack *pack = mtr_pairing_model_get_pack (model);
  MtrFormSetup setup = { 0, };
  g_autoptr (MtrRecord) record = NULL;
  const MtrForm *form = NULL;

  self->model = g_object_ref (model);
  self->is_own = respondent->person_id == mtr_programme_get_owner_id (programme);
  self->is_given = respondent->given;
  if (respondent->evaluation != NULL)
    {
      record = g_object_ref (respondent->evaluation);
    }
  else
    {
      g_autofree char *today_text = NULL;
      GDate today;

      mtr_programme_get_today (programme, &today);
      today_text = mtr_date_to_iso (&today);
      record = mtr_evaluation_new (pack, mtr_pairing_model_get_pairing (model), respondent,
                                   mtr_programme_new_id (programme), today_text);
    }

  if (mtr_record_is_set (record, MTR_EVALUATION_FORM))
    form = mtr_pack_find_form (pack, mtr_record_get_text (record, MTR_EVALUATION_FORM));
  if (form == NULL)
    form = mtr_pack_find_form_for (pack, MTR_FORM_EVALUATION, respondent->role);
  setup.programme = programme;
  setup.form = form;
  setup.answers = self->is_own && !self->is_given ? &drafts : NULL;
  setup.record = record;
  setup.audience = self->is_own && !self->is_given ? MTR_AUDIENCE_MINE : MTR_AUDIENCE_PAIR;
  setup.other = mtr_pairing_model_get_pair_names (model);
  setup.manager = mtr_pairing_model_get_manager_name (model);
  setup.can_write = !self->is_given;
  mtr_form_page_set_up (MTR_FORM_PAGE (self), &setup);
  add_top (self, respondent->person_id);
  if (!self->is_given && !mtr_programme_is_read_only (programme))
    {
      GtkWidget *button = mtr_page_parts_add_button (mtr_form_page_get_bottom (MTR_FORM_PAGE (self)),
                                                     self->is_own ? _("Give My Answers") : _("These Are the Answers"), TRUE);

      g_signal_connect_object (button, "clicked", G_CALLBACK (give_cb), self, G_CONNECT_SWAPPED);
    }

  return MTR_PAGE (self);
}
