/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A review of a pairing, the three-month check first of all: when it was held,
 * the questions of the pack, what comes next, and what others have said.
 */

#include "mtr-review-page.h"

#include "mtr-audience-button.h"
#include "mtr-date.h"
#include "mtr-field-row.h"
#include "mtr-looking-back-pages.h"
#include "mtr-page-parts.h"
#include "mtr-record-page.h"
#include "mtr-review.h"
#include "mtr-row-list.h"

#include <glib/gi18n-lib.h>

struct _MtrReviewPage {
  MtrFormPage       parent_instance;

  MtrPairingModel  *model;      /* (owned) */
  MtrForm          *own_form;   /* (owned) (nullable): where the pack has none */
  GPtrArray        *outcomes;   /* (owned) (element-type MtrWord) */
  gboolean          can_write;
  MtrRowList       *facts;      /* (owned) (nullable): where nothing can be written */
  MtrRowList       *feedback;   /* (owned) */
};

G_DEFINE_FINAL_TYPE (MtrReviewPage, mtr_review_page, MTR_TYPE_FORM_PAGE)

static const MtrField fields[] = { MTR_REVIEW_HELD_ON, MTR_REVIEW_OUTCOME, MTR_REVIEW_TEXT };

/**
 * mtr_review_page_dup_title:
 * @pack: the pack of the pairing
 * @kind: (nullable): the kind of a review
 *
 * Returns: (transfer full): what it is called
 */
char *
mtr_review_page_dup_title (MtrPack    *pack,
                           const char *kind)
{
  const MtrForm *form = kind != NULL ? mtr_pack_find_form (pack, kind) : NULL;

  if (form != NULL)
    return g_strdup (form->title);

  return g_strdup (g_strcmp0 (kind, MTR_REVIEW_CHECK) == 0 ? _("How does it go?") : _("Review"));
}

static MtrRecord *
get_review (MtrReviewPage *self)
{
  return mtr_record_controller_get_record (mtr_form_page_get_controller (MTR_FORM_PAGE (self)));
}

static void
show_facts (MtrReviewPage *self)
{
  mtr_row_list_begin (self->facts);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = mtr_record_page_dup_value (get_review (self), fields[i], self->outcomes, NULL);

      mtr_page_parts_add_reading (self->facts, mtr_field_get_label (fields[i]), value);
    }
  mtr_row_list_end (self->facts);
}

static void
show_feedback (MtrReviewPage *self)
{
  g_autoptr (GPtrArray) all = mtr_snapshot_list_where (mtr_pairing_model_get_snapshot (self->model),
                                                       MTR_KIND_STAKEHOLDER_FEEDBACK, MTR_STAKEHOLDER_FEEDBACK_REVIEW_ID,
                                                       mtr_record_get_id (get_review (self)));

  mtr_row_list_begin (self->feedback);
  for (guint i = 0; i < all->len; i++)
    mtr_looking_back_add_feedback (self->feedback, g_ptr_array_index (all, i));
  if (self->can_write)
    mtr_row_list_add (self->feedback, "new", _("Somebody else has said something"), NULL, NULL, _("Add"));
  else if (all->len == 0)
    mtr_row_list_add (self->feedback, "nothing", _("Nothing written"), NULL, NULL, "");
  mtr_row_list_end (self->feedback);
}

/* Feedback belongs to the review: that has to be in the store first. */
static void
feedback_cb (MtrReviewPage *self,
             const char    *key)
{
  gint64 id = g_ascii_strtoll (key, NULL, 10);

  if (id == 0)
    mtr_record_controller_be_born (mtr_form_page_get_controller (MTR_FORM_PAGE (self)));
  mtr_page_push (MTR_PAGE (self), mtr_looking_back_feedback_page_new (self->model, id,
                                                                      mtr_record_get_id (get_review (self))));
}

static void
remove_cb (MtrReviewPage *self)
{
  MtrRecordController *controller = mtr_form_page_get_controller (MTR_FORM_PAGE (self));
  MtrChange *change;

  mtr_form_page_flush (MTR_FORM_PAGE (self));
  if (mtr_record_controller_is_unborn (controller))
    {
      mtr_page_pop (MTR_PAGE (self));
      return;
    }
  change = mtr_change_new (_("remove a review"));
  mtr_change_delete (change, MTR_KIND_REVIEW, mtr_record_get_id (get_review (self)));
  mtr_programme_act (mtr_page_get_programme (MTR_PAGE (self)), change, _("Review removed. Ctrl+Z brings it back"));
}

static void
mtr_review_page_refresh (MtrPage *page)
{
  MtrReviewPage *self = MTR_REVIEW_PAGE (page);

  MTR_PAGE_CLASS (mtr_review_page_parent_class)->refresh (page);
  if (self->model == NULL)
    return;
  if (self->facts != NULL)
    show_facts (self);
  show_feedback (self);
}

static void
mtr_review_page_dispose (GObject *object)
{
  MtrReviewPage *self = MTR_REVIEW_PAGE (object);

  g_clear_object (&self->model);
  g_clear_object (&self->facts);
  g_clear_object (&self->feedback);
  g_clear_pointer (&self->outcomes, g_ptr_array_unref);

  G_OBJECT_CLASS (mtr_review_page_parent_class)->dispose (object);
}

static void
mtr_review_page_finalize (GObject *object)
{
  g_clear_pointer (&MTR_REVIEW_PAGE (object)->own_form, mtr_form_free);

  G_OBJECT_CLASS (mtr_review_page_parent_class)->finalize (object);
}

static void
mtr_review_page_class_init (MtrReviewPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_review_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mtr_review_page_finalize;
  MTR_PAGE_CLASS (klass)->refresh = mtr_review_page_refresh;
}

static void
mtr_review_page_init (MtrReviewPage *self)
{
  static const char * const outcomes[] = { MTR_REVIEW_CARRY_ON, MTR_REVIEW_CHANGE, MTR_REVIEW_END };

  self->outcomes = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_word_free);
  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      MtrWord *word = g_new0 (MtrWord, 1);

      word->code = g_strdup (outcomes[i]);
      word->title = g_strdup (mtr_review_get_outcome_label (outcomes[i]));
      g_ptr_array_add (self->outcomes, word);
    }
}

static const MtrForm *
choose_form (MtrReviewPage *self,
             const char    *kind)
{
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  const MtrForm *form = mtr_pack_find_form (pack, kind);

  if (form == NULL && g_strcmp0 (kind, MTR_REVIEW_CHECK) == 0)
    form = mtr_pack_find_form_for (pack, MTR_FORM_CHECK, NULL);
  if (form != NULL)
    return form;

  self->own_form = mtr_form_new ();
  self->own_form->code = g_strdup (kind);
  self->own_form->title = mtr_review_page_dup_title (pack, kind);

  return self->own_form;
}

static MtrRecord *
make_review (MtrPairingModel *model,
             const char      *kind)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (model);
  MtrRecord *review = mtr_record_new (MTR_KIND_REVIEW, mtr_programme_new_id (programme));
  g_autofree char *today_text = NULL;
  GDate today;

  mtr_programme_get_today (programme, &today);
  today_text = mtr_date_to_iso (&today);
  mtr_record_set_number (review, MTR_REVIEW_PAIRING_ID, mtr_pairing_model_get_id (model));
  mtr_record_set_text (review, MTR_REVIEW_KIND, kind);
  mtr_record_set_text (review, MTR_REVIEW_HELD_ON, today_text);

  return review;
}

static void
add_fields (MtrReviewPage *self)
{
  MtrRecordController *controller = mtr_form_page_get_controller (MTR_FORM_PAGE (self));
  const char *other = mtr_pairing_model_get_pair_names (self->model);
  const char *manager = mtr_pairing_model_get_manager_name (self->model);
  g_autofree char *everyone = mtr_audience_describe_readers (MTR_AUDIENCE_PROGRAMME, other, manager);
  g_autofree char *two = mtr_audience_describe_readers (MTR_AUDIENCE_PAIR, other, manager);
  GtkWidget *when = mtr_group_new (_("When"), MTR_AUDIENCE_PROGRAMME, other, manager);
  GtkWidget *said = mtr_group_new (_("And now?"), MTR_AUDIENCE_PAIR, other, manager);
  GtkWidget *rows[] = { mtr_field_row_new (controller, MTR_REVIEW_HELD_ON),
                        mtr_field_row_new_choice (controller, MTR_REVIEW_OUTCOME, self->outcomes),
                        mtr_field_row_new (controller, MTR_REVIEW_TEXT) };

  mtr_field_row_set_prompt (MTR_FIELD_ROW (rows[1]), _("Everyone who runs the programme reads this one word, and nothing "
                                                       "else of the review but its date."));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      mtr_field_row_set_readers (MTR_FIELD_ROW (rows[i]), i < 2 ? everyone : two);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (i == 0 ? when : said), rows[i]);
    }
  gtk_box_append (mtr_form_page_get_top (MTR_FORM_PAGE (self)), when);
  gtk_box_append (mtr_form_page_get_bottom (MTR_FORM_PAGE (self)), said);
}

/**
 * mtr_review_page_new:
 * @model: the pairing
 * @review: (nullable): the review as it is stored; %NULL for a new one, held today
 * @kind: the kind of a new one: the code of a form of the pack, or %MTR_REVIEW_CHECK
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_review_page_new (MtrPairingModel *model,
                     MtrRecord       *review,
                     const char      *kind)
{
  MtrReviewPage *self = g_object_new (MTR_TYPE_REVIEW_PAGE, NULL);
  const char *other = mtr_pairing_model_get_pair_names (model);
  g_autoptr (MtrRecord) record = review != NULL ? g_object_ref (review) : make_review (model, kind);
  MtrFormSetup setup = { 0, };
  GtkWidget *group, *button;
  GtkBox *bottom;

  self->model = g_object_ref (model);
  self->can_write = mtr_pairing_model_can_write (model);
  setup.programme = mtr_pairing_model_get_programme (model);
  setup.form = choose_form (self, mtr_record_get_text (record, MTR_REVIEW_KIND));
  setup.record = record;
  setup.audience = MTR_AUDIENCE_PAIR;
  setup.other = other;
  setup.manager = mtr_pairing_model_get_manager_name (model);
  setup.can_write = self->can_write;
  mtr_form_page_set_up (MTR_FORM_PAGE (self), &setup);

  bottom = mtr_form_page_get_bottom (MTR_FORM_PAGE (self));
  if (self->can_write)
    {
      add_fields (self);
    }
  else
    {
      group = mtr_group_new (_("What came of it"), MTR_AUDIENCE_PAIR, other, setup.manager);
      self->facts = mtr_row_list_new (ADW_PREFERENCES_GROUP (group));
      gtk_box_append (mtr_form_page_get_top (MTR_FORM_PAGE (self)), group);
    }

  group = mtr_group_new (_("Feedback from others"), MTR_AUDIENCE_PAIR, other, setup.manager);
  self->feedback = mtr_row_list_new (ADW_PREFERENCES_GROUP (group));
  gtk_box_append (bottom, group);
  g_signal_connect_object (self->feedback, "activated", G_CALLBACK (feedback_cb), self, G_CONNECT_SWAPPED);
  if (self->can_write)
    {
      button = mtr_page_parts_add_button (bottom, _("Remove"), FALSE);
      g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (model, "refreshed", G_CALLBACK (mtr_page_refresh), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
