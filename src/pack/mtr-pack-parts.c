/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the parts that a pack may leave out: forms to fill in, regimes of
 * learning, time limits of submissions, the self-assessment and the stages.
 * The schema has proved their shape; here is checked what they refer to.
 */

#include "mtr-pack-reading-private.h"

#include <string.h>

#include "mtr-kind.h"
#include "mtr-messages.h"

/* The values of an attribute; the schema lets only these through. */
typedef struct {
  const char *name;
  int         value;
} Value;

static int
get_value (xmlNode     *node,
           const char  *attribute,
           const Value *values)
{
  g_autofree char *name = mtr_reading_dup_attribute (node, attribute);

  while (strcmp (values->name, name) != 0)
    values++;

  return values->value;
}

static const Value question_types[] = {
  { "long",   MTR_QUESTION_LONG },
  { "short",  MTR_QUESTION_SHORT },
  { "scale",  MTR_QUESTION_SCALE },
  { "choice", MTR_QUESTION_CHOICE },
  { "tick",   MTR_QUESTION_TICK },
};

static const Value form_uses[] = {
  { "tool",            MTR_FORM_TOOL },
  { "checklist",       MTR_FORM_CHECKLIST },
  { "check",           MTR_FORM_CHECK },
  { "evaluation",      MTR_FORM_EVALUATION },
  { "group",           MTR_FORM_GROUP },
  { "member",          MTR_FORM_MEMBER },
  { "learning-review", MTR_FORM_LEARNING_REVIEW },
  { "cpd",             MTR_FORM_CPD },
};

static const Value audiences[] = {
  { "mine",     MTR_FORM_AUDIENCE_MINE },
  { "pair",     MTR_FORM_AUDIENCE_PAIR },
  { "giver",    MTR_FORM_AUDIENCE_GIVER },
  { "evidence", MTR_FORM_AUDIENCE_EVIDENCE },
};

/* ---- Forms -------------------------------------------------------------- */

static MtrWord *
read_word (xmlNode *node)
{
  MtrWord *word = g_new0 (MtrWord, 1);

  word->code = mtr_reading_dup_attribute (node, "code");
  word->title = mtr_reading_dup_child_text (node, "title");
  word->description = mtr_reading_dup_child_text (node, "description");

  return word;
}

static void
read_choices (MtrPackReading *self,
              xmlNode        *node,
              MtrQuestion    *question)
{
  g_autoptr (GHashTable) seen = mtr_reading_new_seen ();

  question->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_word_free);
  MTR_FOR_EACH_CHILD (child, node, "choice")
    {
      MtrWord *choice = read_word (child);

      mtr_reading_refuse_duplicate (self, seen, child, choice->code);
      g_ptr_array_add (question->choices, choice);
    }
  if (question->choices->len < 2)
    mtr_reading_refuse_at (self, node, _("A question of the type “choice” needs two choices or more."));
}

static void
read_scale (MtrPackReading *self,
            xmlNode        *node,
            int            *lowest,
            int            *highest)
{
  *lowest = mtr_reading_get_amount (node, "lowest", 0);
  *highest = mtr_reading_get_amount (node, "highest", 0);
  if (*highest <= *lowest || *highest - *lowest > 20)
    mtr_reading_refuse_at (self, node, _("A scale goes from a lower to a higher figure, with at most 20 steps."));
}

static MtrQuestion *
read_question (MtrPackReading *self,
               xmlNode        *node)
{
  MtrQuestion *question = mtr_question_new ();
  xmlNode *scale = mtr_reading_find_child (node, "scale");

  question->code = mtr_reading_dup_attribute (node, "code");
  question->title = mtr_reading_dup_child_text (node, "title");
  question->description = mtr_reading_dup_child_text (node, "description");
  question->type = get_value (node, "type", question_types);
  question->words = mtr_reading_get_amount (node, "words", 0);
  question->effect = mtr_reading_is_yes (node, "effect");

  if ((scale != NULL) != (question->type == MTR_QUESTION_SCALE))
    mtr_reading_refuse_at (self, node, _("A question has a scale if it is of the type “scale”, and only then."));
  else if (scale != NULL)
    {
      read_scale (self, scale, &question->lowest, &question->highest);
      question->low = mtr_reading_dup_child_text (scale, "low");
      question->high = mtr_reading_dup_child_text (scale, "high");
    }

  if (question->type == MTR_QUESTION_CHOICE)
    read_choices (self, node, question);
  else if (mtr_reading_find_child (node, "choice") != NULL)
    mtr_reading_refuse_at (self, node, _("Only a question of the type “choice” has choices."));

  return question;
}

/* A form may name only what the pack and the program have. */
static void
check_form (MtrPackReading *self,
            xmlNode        *node,
            const MtrForm  *form)
{
  if (form->evidence_kind != NULL && mtr_pack_find_evidence_kind (self->pack, form->evidence_kind) == NULL)
    mtr_reading_refuse_at (self, mtr_reading_find_child (node, "becomes-evidence"),
                           _("There is no kind of evidence “%s” in this pack."), form->evidence_kind);
  if (form->evidence_kind != NULL && form->audience == MTR_FORM_AUDIENCE_MINE)
    mtr_reading_refuse_at (self, node, _("A form that is always private cannot become evidence."));
  if (form->audience == MTR_FORM_AUDIENCE_EVIDENCE && form->evidence_kind == NULL)
    mtr_reading_refuse_at (self, node, _("A form for evidence has to say what kind of evidence it becomes."));
  if (form->agreement_field != NULL &&
      mtr_kind_find_field (MTR_KIND_AGREEMENT, form->agreement_field) == MTR_FIELD_NONE)
    mtr_reading_refuse_at (self, mtr_reading_find_child (node, "feeds-agreement"),
                           _("There is no field “%s” in the agreement."), form->agreement_field);
  if (form->agreement_field != NULL && form->audience == MTR_FORM_AUDIENCE_MINE)
    mtr_reading_refuse_at (self, node, _("A form that is always private cannot feed the agreement."));
}

static char *
dup_child_attribute (xmlNode    *node,
                     const char *name,
                     const char *attribute)
{
  xmlNode *child = mtr_reading_find_child (node, name);

  return child != NULL ? mtr_reading_dup_attribute (child, attribute) : NULL;
}

/* Reads the element "forms". The kinds of evidence have been read before. */
void
mtr_reading_read_forms (MtrPackReading *self,
                        xmlNode        *section)
{
  g_autoptr (GHashTable) seen = mtr_reading_new_seen ();

  MTR_FOR_EACH_CHILD (node, section, "form")
    {
      g_autoptr (GHashTable) seen_questions = mtr_reading_new_seen ();
      MtrForm *form = mtr_form_new ();

      form->code = mtr_reading_dup_attribute (node, "code");
      form->use = get_value (node, "use", form_uses);
      form->filled_by = mtr_reading_dup_attribute (node, "filled-by");
      form->audience = get_value (node, "audience", audiences);
      form->title = mtr_reading_dup_child_text (node, "title");
      form->introduction = mtr_reading_dup_child_text (node, "introduction");
      form->evidence_kind = dup_child_attribute (node, "becomes-evidence", "kind");
      form->agreement_field = dup_child_attribute (node, "feeds-agreement", "field");
      form->named_by_choice = mtr_reading_find_child (node, "named-by-choice") != NULL;
      form->prints_blank = mtr_reading_find_child (node, "prints-blank") != NULL;
      MTR_FOR_EACH_CHILD (child, node, "question")
        {
          MtrQuestion *question = read_question (self, child);

          mtr_reading_refuse_duplicate (self, seen_questions, child, question->code);
          g_ptr_array_add (form->questions, question);
        }
      mtr_reading_refuse_duplicate (self, seen, node, form->code);
      check_form (self, node, form);
      mtr_pack_take_form (self->pack, form);
    }
}

/* ---- Learning ----------------------------------------------------------- */

/* Reads the element "submissions". */
void
mtr_reading_read_submissions (MtrPackReading *self,
                              xmlNode        *section)
{
  MtrSubmissions submissions = {
    .full_time_months = mtr_reading_get_amount (section, "full-time-months", 0),
    .part_time_months = mtr_reading_get_amount (section, "part-time-months", 0),
    .remind_months = mtr_reading_get_amount (section, "remind-months", 0),
    .registration = mtr_reading_is_yes (section, "registration-depends"),
  };

  if (submissions.full_time_months < 1 || submissions.part_time_months < 1)
    mtr_reading_refuse_at (self, section, _("A submission is due after one month or more."));
  if (mtr_pack_get_words (self->pack, MTR_WORDS_OUTCOMES)->len == 0)
    mtr_reading_refuse_at (self, section, _("Submissions need the list “outcomes”."));
  mtr_pack_set_submissions (self->pack, &submissions);
}

static void
read_hours (MtrPackReading *self,
            xmlNode        *node,
            MtrRegime      *regime)
{
  regime->minutes = 60 * mtr_reading_get_amount (node, "total", 0);
  regime->part_minutes = 60 * mtr_reading_get_amount (node, "part", 0);
  if (regime->minutes < 1)
    mtr_reading_refuse_at (self, node, _("“%s” needs an amount of 1 or more."), "total");
  if (regime->part_minutes > regime->minutes)
    mtr_reading_refuse_at (self, node, _("The part is inside the total, so it cannot be more."));
}

/* No day belongs to two regimes; ISO dates compare as texts. */
static void
check_overlap (MtrPackReading  *self,
               xmlNode         *node,
               const MtrRegime *regime)
{
  GPtrArray *regimes = mtr_pack_get_regimes (self->pack);

  if (regime->from_on != NULL && regime->before_on != NULL && strcmp (regime->from_on, regime->before_on) >= 0)
    mtr_reading_refuse_at (self, node, _("“%s” ends before it begins."), regime->code);
  for (guint i = 0; i < regimes->len; i++)
    {
      const MtrRegime *other = g_ptr_array_index (regimes, i);

      if ((other->before_on == NULL || regime->from_on == NULL || strcmp (regime->from_on, other->before_on) < 0) &&
          (regime->before_on == NULL || other->from_on == NULL || strcmp (other->from_on, regime->before_on) < 0))
        mtr_reading_refuse_at (self, node, _("“%s” and “%s” hold on the same day."), other->code, regime->code);
    }
}

/* Reads the element "regimes". The forms have been read before. */
void
mtr_reading_read_regimes (MtrPackReading *self,
                          xmlNode        *section)
{
  g_autoptr (GHashTable) seen = mtr_reading_new_seen ();

  MTR_FOR_EACH_CHILD (node, section, "regime")
    {
      MtrRegime *regime = g_new0 (MtrRegime, 1);
      xmlNode *hours = mtr_reading_find_child (node, "hours");
      const MtrForm *form;

      regime->code = mtr_reading_dup_attribute (node, "code");
      regime->title = mtr_reading_dup_child_text (node, "title");
      regime->description = mtr_reading_dup_child_text (node, "description");
      regime->from_on = dup_child_attribute (node, "registered-from", "date");
      regime->before_on = dup_child_attribute (node, "registered-before", "date");
      regime->elements = mtr_reading_find_child (node, "every-area") != NULL;
      regime->review_form = dup_child_attribute (node, "review", "form");
      if (hours != NULL)
        read_hours (self, hours, regime);
      form = mtr_pack_find_form (self->pack, regime->review_form);
      if (regime->review_form != NULL && (form == NULL || form->use != MTR_FORM_LEARNING_REVIEW))
        mtr_reading_refuse_at (self, mtr_reading_find_child (node, "review"),
                               _("There is no form “%s” for a review of learning in this pack."), regime->review_form);
      if (regime->elements && mtr_pack_get_areas (self->pack)->len == 0)
        mtr_reading_refuse_at (self, node, _("Learning in every area needs areas, and this pack has none."));
      mtr_reading_refuse_duplicate (self, seen, node, regime->code);
      check_overlap (self, node, regime);
      mtr_pack_take_regime (self->pack, regime);
    }
}

/* Reads the element "self-assessment". The standards have been read before. */
void
mtr_reading_read_self_assessment (MtrPackReading *self,
                                  xmlNode        *section)
{
  g_autoptr (GHashTable) seen = mtr_reading_new_seen ();
  MtrSelfAssessment *self_assessment = mtr_self_assessment_new ();
  xmlNode *scale = mtr_reading_find_child (section, "scale");
  GPtrArray *areas = mtr_pack_get_areas (self->pack);

  read_scale (self, scale, &self_assessment->lowest, &self_assessment->highest);
  self_assessment->low = mtr_reading_dup_child_text (scale, "low");
  self_assessment->high = mtr_reading_dup_child_text (scale, "high");
  self_assessment->level_question = mtr_reading_dup_child_text (section, "level-question");
  self_assessment->confidence_question = mtr_reading_dup_child_text (section, "confidence-question");
  self_assessment->why_question = mtr_reading_dup_child_text (section, "why-question");
  self_assessment->help_question = mtr_reading_dup_child_text (section, "help-question");
  MTR_FOR_EACH_CHILD (node, section, "item")
    {
      MtrWord *item = read_word (node);

      mtr_reading_refuse_duplicate (self, seen, node, item->code);
      g_ptr_array_add (self_assessment->items, item);
    }

  /* Without items of its own it is about the areas. */
  for (guint i = 0; g_hash_table_size (seen) == 0 && i < areas->len; i++)
    {
      const MtrStandard *area = g_ptr_array_index (areas, i);
      MtrWord *item = g_new0 (MtrWord, 1);

      item->code = g_strdup (area->code);
      item->title = g_strdup (area->title);
      item->description = g_strdup (area->description);
      g_ptr_array_add (self_assessment->items, item);
    }
  if (self_assessment->items->len == 0)
    mtr_reading_refuse_at (self, section, _("The self-assessment has no items, and there are no areas to take instead."));
  mtr_pack_take_self_assessment (self->pack, self_assessment);
}

/* Reads the element "stages". */
void
mtr_reading_read_stages (MtrPackReading *self,
                         xmlNode        *section)
{
  g_autoptr (GHashTable) seen = mtr_reading_new_seen ();

  MTR_FOR_EACH_CHILD (node, section, "stage")
    {
      MtrStage *stage = g_new0 (MtrStage, 1);

      stage->code = mtr_reading_dup_attribute (node, "code");
      stage->title = mtr_reading_dup_child_text (node, "title");
      stage->description = mtr_reading_dup_child_text (node, "description");
      stage->helps = mtr_reading_dup_children_texts (node, "helps");
      mtr_reading_refuse_duplicate (self, seen, node, stage->code);
      mtr_pack_take_stage (self->pack, stage);
    }
}
