/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "Looking back" on the page of a pairing: self-assessments, reviews, measures,
 * feedback from others and, at the end, the evaluations, a row each with its
 * date or the verb that begins it; and, for the mentor alone, where the other
 * stands. Only what the pack has is shown.
 */

#include "mtr-looking-back-group.h"

#include "mtr-audience-button.h"
#include "mtr-date.h"
#include "mtr-evaluation-page.h"
#include "mtr-group.h"
#include "mtr-looking-back-pages.h"
#include "mtr-movement-page.h"
#include "mtr-pairing.h"
#include "mtr-review-page.h"
#include "mtr-review.h"
#include "mtr-row-list.h"
#include "mtr-self-assessment-page.h"
#include "mtr-self-assessment.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NEW "new"

/* The lists, first to last. */
typedef enum {
  LIST_PAST,       /* self-assessments, reviews and evaluations */
  LIST_MEASURES,
  LIST_FEEDBACK,
  LIST_STAGES,
  N_LISTS
} List;

struct _MtrLookingBackGroup {
  AdwBin            parent_instance;

  MtrPairingModel  *model;            /* (owned) */
  MtrPage          *page;             /* (not owned): what this is on */
  GtkWidget        *groups[N_LISTS];
  MtrRowList       *lists[N_LISTS];   /* (owned) */
};

G_DEFINE_FINAL_TYPE (MtrLookingBackGroup, mtr_looking_back_group, ADW_TYPE_BIN)

static gboolean
can_write (MtrLookingBackGroup *self)
{
  return mtr_pairing_model_can_write (self->model);
}

static char *
dup_day (MtrRecord *record,
         MtrField   field)
{
  GDate date;

  return record != NULL && mtr_record_get_date (record, field, &date) ? mtr_date_format (&date, MTR_DATE_STYLE_LONG) : NULL;
}

/* Whose self-assessments they are: the mentee's; in a group, those of the owner where they belong to it. */
static gint64
get_assessed_id (MtrLookingBackGroup *self)
{
  gint64 owner_id = mtr_programme_get_owner_id (mtr_pairing_model_get_programme (self->model));
  MtrRecord *pairing = mtr_pairing_model_get_pairing (self->model);
  MtrRecord *mentee = mtr_pairing_model_get_mentee (self->model);
  g_autoptr (GPtrArray) mentees = NULL;

  if (!mtr_group_is_group (pairing))
    return mentee != NULL ? mtr_record_get_id (mentee) : 0;

  mentees = mtr_pairing_model_list_mentees (self->model, NULL);
  for (guint i = 0; i < mentees->len; i++)
    if (mtr_record_get_id (g_ptr_array_index (mentees, i)) == owner_id)
      return owner_id;

  return 0;
}

/* ---- Self-assessments ----------------------------------------------------------------------------- */

static void
show_self_assessments (MtrLookingBackGroup *self)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  gint64 person_id = get_assessed_id (self);
  guint n_done = 0;

  if (mtr_pack_get_self_assessment (mtr_pairing_model_get_pack (self->model)) == NULL || person_id == 0)
    return;

  for (guint i = 0; i < MTR_N_MOMENTS; i++)
    {
      const char *moment = mtr_self_assessment_get_moment (i);
      MtrRecord *done = mtr_self_assessment_find (snapshot, mtr_pairing_model_get_id (self->model), person_id, moment);
      g_autofree char *key = g_strdup_printf ("moment:%s", moment);
      g_autofree char *day = dup_day (done, MTR_SELF_ASSESSMENT_DONE_ON);
      /* Translators: a row; %s is "At the start", "In the middle" or "At the end". */
      g_autofree char *title = g_strdup_printf (_("Self-assessment: %s"), mtr_self_assessment_get_moment_label (moment));

      n_done += done != NULL ? 1 : 0;
      if (done == NULL && !can_write (self))
        continue;
      mtr_row_list_add (self->lists[LIST_PAST], key, title, NULL, done != NULL && day == NULL ? _("no date") : day,
                        done != NULL ? NULL : _("Start"));
    }
  if (n_done > 0)
    mtr_row_list_add (self->lists[LIST_PAST], "movement", _("What has moved"), _("The self-assessments side by side"), NULL,
                      NULL);
}

static void
open_self_assessment (MtrLookingBackGroup *self,
                      const char          *moment)
{
  mtr_page_push (self->page, mtr_self_assessment_page_new (self->model, get_assessed_id (self), moment));
}

/* ---- Reviews ---------------------------------------------------------------------------------------- */

/* A review of learning is offered where the regime of the mentee names it. */
static gboolean
is_offered (MtrLookingBackGroup *self,
            const MtrForm       *form)
{
  MtrRecord *mentee = mtr_pairing_model_get_mentee (self->model);
  const MtrRegime *regime;

  if (form->use == MTR_FORM_CHECK)
    return TRUE;
  if (form->use != MTR_FORM_LEARNING_REVIEW || mentee == NULL)
    return FALSE;

  regime = mtr_pack_find_regime (mtr_pairing_model_get_pack (self->model),
                                 mtr_record_get_text (mentee, MTR_PERSON_REGISTERED_ON));

  return regime != NULL && g_strcmp0 (regime->review_form, form->code) == 0;
}

static void
add_review (MtrLookingBackGroup *self,
            MtrRecord           *review)
{
  g_autofree char *key = g_strdup_printf ("review:%" G_GINT64_FORMAT, mtr_record_get_id (review));
  g_autofree char *title = mtr_review_page_dup_title (mtr_pairing_model_get_pack (self->model),
                                                      mtr_record_get_text (review, MTR_REVIEW_KIND));
  g_autofree char *held = dup_day (review, MTR_REVIEW_HELD_ON);
  g_autofree char *due = dup_day (review, MTR_REVIEW_DUE_ON);
  g_autofree char *subtitle = NULL;

  if (mtr_record_is_set (review, MTR_REVIEW_OUTCOME))
    subtitle = g_strdup (mtr_review_get_outcome_label (mtr_record_get_text (review, MTR_REVIEW_OUTCOME)));
  else if (held == NULL && due != NULL)
    /* Translators: %s is a date. */
    subtitle = g_strdup_printf (_("Due on %s"), due);
  mtr_row_list_add (self->lists[LIST_PAST], key, title, subtitle, held,
                    held == NULL && can_write (self) ? _("Start") : NULL);
}

static gboolean
has_review (GPtrArray  *reviews,
            const char *kind,
            gboolean    is_first_check)
{
  for (guint i = 0; i < reviews->len; i++)
    if (mtr_record_text_is (g_ptr_array_index (reviews, i), MTR_REVIEW_KIND, kind) ||
        (is_first_check && mtr_record_text_is (g_ptr_array_index (reviews, i), MTR_REVIEW_KIND, MTR_REVIEW_CHECK)))
      return TRUE;

  return FALSE;
}

static void
add_start (MtrLookingBackGroup *self,
           const char          *kind,
           gboolean             is_first_check)
{
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  g_autofree char *key = g_strdup_printf ("form:%s", kind);
  g_autofree char *title = mtr_review_page_dup_title (pack, kind);
  g_autofree char *due = NULL;
  g_autofree char *subtitle = NULL;
  GDate date;

  if (is_first_check)
    due = mtr_review_dup_check_due_on (pack, mtr_pairing_model_get_snapshot (self->model),
                                       mtr_pairing_model_get_pairing (self->model));
  if (due != NULL && mtr_date_from_iso (due, &date))
    {
      g_autofree char *day = mtr_date_format (&date, MTR_DATE_STYLE_LONG);

      /* Translators: %s is a date. */
      subtitle = g_strdup_printf (_("Due on %s"), day);
    }
  mtr_row_list_add (self->lists[LIST_PAST], key, title, subtitle, NULL, _("Start"));
}

static void
show_reviews (MtrLookingBackGroup *self)
{
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  GPtrArray *forms = mtr_pack_get_forms (pack);
  const MtrForm *first_check = mtr_pack_find_form_for (pack, MTR_FORM_CHECK, NULL);
  g_autoptr (GPtrArray) reviews = mtr_snapshot_list_where (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_REVIEW,
                                                           MTR_REVIEW_PAIRING_ID, mtr_pairing_model_get_id (self->model));

  for (guint i = 0; i < reviews->len; i++)
    add_review (self, g_ptr_array_index (reviews, i));
  if (!can_write (self))
    return;
  for (guint i = 0; i < forms->len; i++)
    {
      const MtrForm *form = g_ptr_array_index (forms, i);

      if (is_offered (self, form) && !has_review (reviews, form->code, form == first_check))
        add_start (self, form->code, form == first_check);
    }
  if (first_check == NULL && mtr_pack_get_time_frame (pack)->check_months > 0 &&
      !has_review (reviews, MTR_REVIEW_CHECK, TRUE))
    add_start (self, MTR_REVIEW_CHECK, TRUE);
}

/* ---- Evaluations -------------------------------------------------------------------------------------- */

static GPtrArray *
list_respondents (MtrLookingBackGroup *self)
{
  return mtr_evaluation_list_respondents (mtr_pairing_model_get_snapshot (self->model),
                                          mtr_pairing_model_get_pairing (self->model));
}

static void
show_evaluations (MtrLookingBackGroup *self)
{
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  MtrProgramme *programme = mtr_pairing_model_get_programme (self->model);
  gint64 owner_id = mtr_programme_get_owner_id (programme);
  g_autoptr (GPtrArray) respondents = NULL;

  /* Before the end nobody is pressed to look back; who has begun, because the scheme asks for it, finds it here. */
  if (!mtr_record_text_is (mtr_pairing_model_get_pairing (self->model), MTR_PAIRING_STATE, MTR_PAIRING_ENDED) &&
      mtr_snapshot_find_where (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_EVALUATION, MTR_EVALUATION_PAIRING_ID,
                               mtr_pairing_model_get_id (self->model)) == NULL)
    return;

  respondents = list_respondents (self);
  for (guint i = 0; i < respondents->len; i++)
    {
      const MtrRespondent *respondent = g_ptr_array_index (respondents, i);
      MtrRecord *person = mtr_snapshot_get (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_PERSON,
                                            respondent->person_id);
      const char *name = person != NULL ? mtr_record_get_name (person, MTR_PERSON_NAME) : NULL;
      gboolean is_own = respondent->person_id == owner_id;
      g_autofree char *key = NULL;
      g_autofree char *day = dup_day (respondent->evaluation, MTR_EVALUATION_GIVEN_ON);
      g_autofree char *title = NULL;

      if (mtr_pack_find_form_for (pack, MTR_FORM_EVALUATION, respondent->role) == NULL ||
          (!respondent->given && mtr_programme_is_read_only (programme)))
        continue;
      key = g_strdup_printf ("evaluation:%u", i);
      /* Translators: a row; %s is who answers. */
      title = g_strdup_printf (_("Evaluation: %s"), name != NULL ? name : _("Nobody yet"));
      mtr_row_list_add (self->lists[LIST_PAST], key, title,
                        respondent->given ? NULL : is_own ? _("Some short questions, yours alone until you give your answers")
                                                          : _("Not answered yet"),
                        day, respondent->given ? NULL : is_own ? _("Answer") : _("Write it down"));
    }
}

/* ---- Measures, feedback and stages ------------------------------------------------------------------------ */

static void
show_measures (MtrLookingBackGroup *self)
{
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  g_autoptr (GPtrArray) measures = mtr_snapshot_list_where (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_MEASURE,
                                                            MTR_MEASURE_PAIRING_ID,
                                                            mtr_pairing_model_get_id (self->model));
  gboolean has_any = mtr_pack_get_words (pack, MTR_WORDS_MEASURES)->len > 0;

  for (guint i = 0; i < measures->len; i++)
    mtr_looking_back_add_measure (self->lists[LIST_MEASURES], pack, g_ptr_array_index (measures, i));
  if (can_write (self) && has_any)
    mtr_row_list_add (self->lists[LIST_MEASURES], NEW, measures->len > 0 ? _("Measure something else") : _("Nothing measured yet"),
                      NULL, NULL, _("Add"));
}

static void
show_feedback (MtrLookingBackGroup *self)
{
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  g_autoptr (GPtrArray) all = mtr_snapshot_list_where (mtr_pairing_model_get_snapshot (self->model),
                                                       MTR_KIND_STAKEHOLDER_FEEDBACK, MTR_STAKEHOLDER_FEEDBACK_PAIRING_ID,
                                                       mtr_pairing_model_get_id (self->model));

  for (guint i = 0; i < all->len; i++)
    mtr_looking_back_add_feedback (self->lists[LIST_FEEDBACK], g_ptr_array_index (all, i));
  if (can_write (self) && mtr_pack_find_form_for (pack, MTR_FORM_CHECK, NULL) != NULL)
    mtr_row_list_add (self->lists[LIST_FEEDBACK], NEW,
                      all->len > 0 ? _("Somebody else has said something") : _("Nothing from others yet"), NULL, NULL, _("Add"));
}

static int
compare_notes (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (mtr_record_get_text (*(MtrRecord * const *) b, MTR_DEVELOPMENT_STAGE_NOTED_ON),
                    mtr_record_get_text (*(MtrRecord * const *) a, MTR_DEVELOPMENT_STAGE_NOTED_ON));
}

static void
show_stages (MtrLookingBackGroup *self)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  MtrRecord *mentor = mtr_pairing_model_get_mentor (self->model);
  gboolean is_group = mtr_group_is_group (mtr_pairing_model_get_pairing (self->model));
  g_autoptr (GPtrArray) notes = mtr_snapshot_list_where (snapshot, MTR_KIND_DEVELOPMENT_STAGE,
                                                         MTR_DEVELOPMENT_STAGE_PAIRING_ID,
                                                         mtr_pairing_model_get_id (self->model));

  g_ptr_array_sort (notes, compare_notes);
  for (guint i = 0; i < notes->len; i++)
    {
      MtrRecord *note = g_ptr_array_index (notes, i);
      MtrRecord *person = mtr_snapshot_follow (snapshot, note, MTR_DEVELOPMENT_STAGE_PERSON_ID);

      mtr_looking_back_add_stage (self->lists[LIST_STAGES], pack, note,
                                  is_group && person != NULL ? mtr_record_get_name (person, MTR_PERSON_NAME) : NULL);
    }
  if (can_write (self) && mtr_pack_get_stages (pack)->len > 0 && mentor != NULL &&
      mtr_record_get_id (mentor) == mtr_programme_get_owner_id (mtr_pairing_model_get_programme (self->model)))
    mtr_row_list_add (self->lists[LIST_STAGES], NEW, _("Where are they now, and what helps?"), NULL, NULL, _("Note"));
}

/* ---- Rows that are pressed --------------------------------------------------------------------------------- */

static void
past_cb (MtrLookingBackGroup *self,
         const char          *key)
{
  const char *about = strchr (key, ':');
  g_autoptr (GPtrArray) respondents = NULL;

  about = about != NULL ? about + 1 : "";
  if (g_str_has_prefix (key, "moment:"))
    {
      open_self_assessment (self, about);
    }
  else if (g_str_equal (key, "movement"))
    {
      mtr_page_push (self->page, mtr_movement_page_new (self->model, get_assessed_id (self)));
    }
  else if (g_str_has_prefix (key, "evaluation:"))
    {
      guint position = (guint) g_ascii_strtoull (about, NULL, 10);

      respondents = list_respondents (self);
      if (position < respondents->len)
        mtr_page_push (self->page, mtr_evaluation_page_new (self->model, g_ptr_array_index (respondents, position)));
    }
  else
    {
      MtrRecord *review = g_str_has_prefix (key, "review:")
                            ? mtr_snapshot_get (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_REVIEW,
                                                g_ascii_strtoll (about, NULL, 10))
                            : NULL;

      if (review != NULL || g_str_has_prefix (key, "form:"))
        mtr_page_push (self->page, mtr_review_page_new (self->model, review, about));
    }
}

static void
measure_cb (MtrLookingBackGroup *self,
            const char          *key)
{
  mtr_page_push (self->page, mtr_looking_back_measure_page_new (self->model, g_ascii_strtoll (key, NULL, 10)));
}

static void
feedback_cb (MtrLookingBackGroup *self,
             const char          *key)
{
  mtr_page_push (self->page, mtr_looking_back_feedback_page_new (self->model, g_ascii_strtoll (key, NULL, 10), 0));
}

static void
stage_cb (MtrLookingBackGroup *self,
          const char          *key)
{
  mtr_page_push (self->page, mtr_looking_back_stage_page_new (self->model, g_ascii_strtoll (key, NULL, 10)));
}

/* ---- The group ------------------------------------------------------------------------------------------------ */

/**
 * mtr_looking_back_group_refresh:
 * @self: a group
 *
 * Shows what is in the snapshot of the pairing now.
 */
void
mtr_looking_back_group_refresh (MtrLookingBackGroup *self)
{
  for (int i = 0; i < N_LISTS; i++)
    mtr_row_list_begin (self->lists[i]);
  show_self_assessments (self);
  show_reviews (self);
  show_evaluations (self);
  show_measures (self);
  show_feedback (self);
  show_stages (self);
  for (int i = 0; i < N_LISTS; i++)
    {
      mtr_row_list_end (self->lists[i]);
      gtk_widget_set_visible (self->groups[i], mtr_row_list_count (self->lists[i]) > 0);
    }
}

/**
 * mtr_looking_back_group_set_narrow:
 * @self: a group
 * @narrow: whether the page is narrow
 */
void
mtr_looking_back_group_set_narrow (MtrLookingBackGroup *self,
                                   gboolean             narrow)
{
  for (int i = 0; i < N_LISTS; i++)
    mtr_row_list_set_narrow (self->lists[i], narrow);
}

static void
go_to_evaluation (MtrLookingBackGroup *self,
                  gint64               id)
{
  g_autoptr (GPtrArray) respondents = list_respondents (self);

  for (guint i = 0; i < respondents->len; i++)
    {
      const MtrRespondent *respondent = g_ptr_array_index (respondents, i);
      gboolean is_meant = id == 0 ? !respondent->given
                                  : respondent->person_id == id ||
                                    (respondent->evaluation != NULL && mtr_record_get_id (respondent->evaluation) == id);
      gboolean is_possible = respondent->given ||
                             !mtr_programme_is_read_only (mtr_pairing_model_get_programme (self->model));
      g_autofree char *key = g_strdup_printf ("evaluation:%u", i);

      if (is_meant && is_possible &&
          mtr_pack_find_form_for (mtr_pairing_model_get_pack (self->model), MTR_FORM_EVALUATION, respondent->role) != NULL)
        {
          past_cb (self, key);
          return;
        }
    }
}

/* Without a record: the first moment that has none. */
static void
go_to_self_assessment (MtrLookingBackGroup *self,
                       gint64               id)
{
  MtrRecord *record = mtr_snapshot_get (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_SELF_ASSESSMENT, id);

  if (mtr_pack_get_self_assessment (mtr_pairing_model_get_pack (self->model)) == NULL || get_assessed_id (self) == 0)
    return;
  if (record != NULL)
    {
      open_self_assessment (self, mtr_record_get_text (record, MTR_SELF_ASSESSMENT_MOMENT));
      return;
    }
  for (guint i = 0; i < MTR_N_MOMENTS; i++)
    if (mtr_self_assessment_find (mtr_pairing_model_get_snapshot (self->model), mtr_pairing_model_get_id (self->model),
                                  get_assessed_id (self), mtr_self_assessment_get_moment (i)) == NULL)
      {
        open_self_assessment (self, mtr_self_assessment_get_moment (i));
        return;
      }
}

/* Without a record: the first review that can be started. */
static void
go_to_review (MtrLookingBackGroup *self,
              gint64               id)
{
  GPtrArray *forms = mtr_pack_get_forms (mtr_pairing_model_get_pack (self->model));
  MtrRecord *review = mtr_snapshot_get (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_REVIEW, id);

  if (review != NULL)
    {
      mtr_page_push (self->page, mtr_review_page_new (self->model, review, NULL));
      return;
    }
  for (guint i = 0; i < forms->len; i++)
    {
      g_autofree char *key = g_strdup_printf ("form:%s", ((MtrForm *) g_ptr_array_index (forms, i))->code);

      if (mtr_row_list_find (self->lists[LIST_PAST], key) != NULL)
        {
          past_cb (self, key);
          return;
        }
    }
}

/**
 * mtr_looking_back_group_start_review:
 * @self: a group
 * @form: the code of a form for reviews
 *
 * Opens the review by that form, or begins it.
 *
 * Returns: whether there was one to open
 */
gboolean
mtr_looking_back_group_start_review (MtrLookingBackGroup *self,
                                     const char          *form)
{
  g_autofree char *key = g_strdup_printf ("form:%s", form);

  mtr_looking_back_group_refresh (self);
  if (mtr_row_list_find (self->lists[LIST_PAST], key) == NULL)
    return FALSE;
  past_cb (self, key);

  return TRUE;
}

/**
 * mtr_looking_back_group_go_to:
 * @self: a group
 * @kind: what kind of record
 * @id: the record; of an evaluation also who is asked; 0 for the next one that is missing
 * @field: where to put the cursor
 *
 * Returns: whether records of that kind are here
 */
gboolean
mtr_looking_back_group_go_to (MtrLookingBackGroup *self,
                              MtrKind              kind,
                              gint64               id,
                              MtrField             field)
{
  mtr_looking_back_group_refresh (self);
  switch ((int) kind)
    {
    case MTR_KIND_SELF_ASSESSMENT:
      go_to_self_assessment (self, id);
      return TRUE;

    case MTR_KIND_REVIEW:
      go_to_review (self, id);
      return TRUE;

    case MTR_KIND_EVALUATION:
      go_to_evaluation (self, id);
      return TRUE;

    case MTR_KIND_MEASURE:
      mtr_page_push (self->page, mtr_looking_back_measure_page_new (self->model, id));
      return TRUE;

    case MTR_KIND_STAKEHOLDER_FEEDBACK:
      mtr_page_push (self->page, mtr_looking_back_feedback_page_new (self->model, id, 0));
      return TRUE;

    case MTR_KIND_DEVELOPMENT_STAGE:
      mtr_page_push (self->page, mtr_looking_back_stage_page_new (self->model, id));
      return TRUE;

    default:
      return FALSE;
    }
}

static void
mtr_looking_back_group_dispose (GObject *object)
{
  MtrLookingBackGroup *self = MTR_LOOKING_BACK_GROUP (object);

  for (int i = 0; i < N_LISTS; i++)
    g_clear_object (&self->lists[i]);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_looking_back_group_parent_class)->dispose (object);
}

static void
mtr_looking_back_group_class_init (MtrLookingBackGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_looking_back_group_dispose;
}

static void
mtr_looking_back_group_init (MtrLookingBackGroup *self)
{
}

/**
 * mtr_looking_back_group_new:
 * @model: the pairing
 * @page: (transfer none): the page that the group is on, and that others are pushed from
 *
 * Returns: (transfer floating): the groups
 */
GtkWidget *
mtr_looking_back_group_new (MtrPairingModel *model,
                            MtrPage         *page)
{
  static const struct {
    const char  *title;
    MtrAudience  audience;
    void       (*activated) (MtrLookingBackGroup *self, const char *key);
  } rows[N_LISTS] = {
    [LIST_PAST] = { N_("Looking back"), MTR_AUDIENCE_PAIR, past_cb },
    [LIST_MEASURES] = { N_("Before and now"), MTR_AUDIENCE_PAIR, measure_cb },
    [LIST_FEEDBACK] = { N_("Feedback from others"), MTR_AUDIENCE_PAIR, feedback_cb },
    [LIST_STAGES] = { N_("For the mentor alone"), MTR_AUDIENCE_MINE, stage_cb },
  };
  MtrLookingBackGroup *self = g_object_new (MTR_TYPE_LOOKING_BACK_GROUP, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->model = g_object_ref (model);
  self->page = page;
  for (int i = 0; i < N_LISTS; i++)
    {
      self->groups[i] = mtr_group_new (_(rows[i].title), rows[i].audience, mtr_pairing_model_get_pair_names (model),
                                       mtr_pairing_model_get_manager_name (model));
      self->lists[i] = mtr_row_list_new (ADW_PREFERENCES_GROUP (self->groups[i]));
      g_signal_connect_object (self->lists[i], "activated", G_CALLBACK (rows[i].activated), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), self->groups[i]);
    }
  adw_bin_set_child (ADW_BIN (self), box);

  return GTK_WIDGET (self);
}
