/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A form of the pack with its answers: as text to copy out, passed on to the
 * pair, and drafted from what has been written elsewhere.
 */

#include "mtr-filled-form.h"

#include "mtr-date.h"
#include "mtr-messages.h"

/* The fields of an answer, for the pair and for oneself. */
static const struct {
  MtrKind  kind;
  MtrField question;
  MtrField text;
  MtrField choice;
  MtrField number;
} places[] = {
  { MTR_KIND_FORM_ANSWER, MTR_FORM_ANSWER_QUESTION, MTR_FORM_ANSWER_TEXT, MTR_FORM_ANSWER_CHOICE,
    MTR_FORM_ANSWER_NUMBER },
  { MTR_KIND_PRIVATE_FORM_ANSWER, MTR_PRIVATE_FORM_ANSWER_QUESTION, MTR_PRIVATE_FORM_ANSWER_TEXT,
    MTR_PRIVATE_FORM_ANSWER_CHOICE, MTR_PRIVATE_FORM_ANSWER_NUMBER },
};

/* ---- As text ---------------------------------------------------------------------------- */

static char *
dup_answer (const MtrQuestion *question,
            MtrRecord         *answer)
{
  gsize place = mtr_record_get_kind (answer) == places[0].kind ? 0 : 1;
  const MtrWord *choice;

  switch (question->type)
    {
    case MTR_QUESTION_TICK:
      return mtr_record_get_number (answer, places[place].number) != 0 ? g_strdup (_("Yes")) : NULL;

    case MTR_QUESTION_SCALE:
      if (!mtr_record_is_set (answer, places[place].number))
        return NULL;
      /* Translators: a figure on a scale; %1$d is it, %2$d the highest there is. */
      return g_strdup_printf (_("%1$d of %2$d"), (int) mtr_record_get_number (answer, places[place].number),
                              question->highest);

    case MTR_QUESTION_CHOICE:
      choice = mtr_question_find_choice (question, mtr_record_get_text (answer, places[place].choice));
      return g_strdup (choice != NULL ? choice->title : mtr_record_get_text (answer, places[place].choice));

    case MTR_QUESTION_LONG:
    case MTR_QUESTION_SHORT:
    default:
      return g_strdup (mtr_record_get_text (answer, places[place].text));
    }
}

/**
 * mtr_filled_form_dup_text:
 * @form: a form
 * @answers: (element-type MtrRecord): its answers, of %MTR_KIND_FORM_ANSWER or %MTR_KIND_PRIVATE_FORM_ANSWER
 *
 * Returns: (transfer full): each question that has an answer, and the answer under it, in the order of the form
 */
char *
mtr_filled_form_dup_text (const MtrForm *form,
                          GPtrArray     *answers)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < form->questions->len; i++)
    for (guint j = 0; j < answers->len; j++)
      {
        const MtrQuestion *question = g_ptr_array_index (form->questions, i);
        MtrRecord *record = g_ptr_array_index (answers, j);
        gsize place = mtr_record_get_kind (record) == places[0].kind ? 0 : 1;
        g_autofree char *answer = NULL;

        if (!mtr_record_text_is (record, places[place].question, question->code))
          continue;
        answer = dup_answer (question, record);
        if (answer != NULL && *answer != '\0')
          g_string_append_printf (text, "%s%s\n%s", text->len > 0 ? "\n\n" : "", question->title, answer);
      }

  return g_string_free (text, FALSE);
}

/* ---- Passed on --------------------------------------------------------------------------- */

static void
copy_answer (MtrChange *change,
             MtrRecord *answer,
             gint64     form_record_id,
             gint64     id)
{
  MtrRecord *copy = mtr_record_new (MTR_KIND_FORM_ANSWER, id);

  mtr_record_set_number (copy, MTR_FORM_ANSWER_FORM_RECORD_ID, form_record_id);
  mtr_record_set_text (copy, places[0].question, mtr_record_get_text (answer, places[1].question));
  mtr_record_set_text (copy, places[0].text, mtr_record_get_text (answer, places[1].text));
  mtr_record_set_text (copy, places[0].choice, mtr_record_get_text (answer, places[1].choice));
  if (mtr_record_is_set (answer, places[1].number))
    mtr_record_set_number (copy, places[0].number, mtr_record_get_number (answer, places[1].number));
  mtr_change_insert (change, copy);
}

/**
 * mtr_filled_form_share:
 * @change: what does it
 * @private_form: what is passed on
 * @answers: (element-type MtrRecord): its answers
 * @pairing_id: whom it is passed on to
 * @giver_id: who filled it in; 0 where the form does not say, or that is left out
 * @today: ISO date
 * @new_id: makes ids
 * @new_id_data: for @new_id
 *
 * Puts a copy before the pair, and marks the private one as passed on. Where the giver did not want to be named nothing
 * of who gave it goes along, not even the role they typed.
 *
 * Returns: (transfer none): the copy
 */
MtrRecord *
mtr_filled_form_share (MtrChange    *change,
                       MtrRecord    *private_form,
                       GPtrArray    *answers,
                       gint64        pairing_id,
                       gint64        giver_id,
                       const char   *today,
                       MtrNewIdFunc  new_id,
                       gpointer      new_id_data)
{
  MtrRecord *copy = mtr_record_new (MTR_KIND_FORM_RECORD, new_id (new_id_data));
  gboolean asked = mtr_record_is_set (private_form, MTR_PRIVATE_FORM_NAMED);
  gboolean named = !asked || mtr_record_get_number (private_form, MTR_PRIVATE_FORM_NAMED) != 0;

  mtr_record_set_number (copy, MTR_FORM_RECORD_PAIRING_ID, pairing_id);
  mtr_record_set_text (copy, MTR_FORM_RECORD_FORM, mtr_record_get_text (private_form, MTR_PRIVATE_FORM_FORM));
  mtr_record_set_text (copy, MTR_FORM_RECORD_FILLED_ON, mtr_record_get_text (private_form, MTR_PRIVATE_FORM_FILLED_ON));
  if (asked)
    mtr_record_set_number (copy, MTR_FORM_RECORD_NAMED, named ? 1 : 0);
  if (named)
    {
      mtr_record_set_text (copy, MTR_FORM_RECORD_GIVEN_BY, mtr_record_get_text (private_form, MTR_PRIVATE_FORM_GIVEN_BY));
      if (giver_id != 0)
        mtr_record_set_number (copy, MTR_FORM_RECORD_PERSON_ID, giver_id);
    }
  mtr_change_insert (change, copy);
  for (guint i = 0; i < answers->len; i++)
    copy_answer (change, g_ptr_array_index (answers, i), mtr_record_get_id (copy), new_id (new_id_data));
  mtr_change_set_text (change, MTR_PRIVATE_FORM_PASSED_ON, mtr_record_get_id (private_form), today);

  return copy;
}

/* ---- A note for the regulator ---------------------------------------------------------------- */

/* What can be said about a session or an observation without asking; each may be missing. */
typedef struct {
  char *type;    /* (owned): "First meeting" */
  char *day;     /* (owned) */
  char *what;    /* (owned) */
  char *learnt;  /* (owned) */
} Draft;

static char *
dup_day (MtrRecord *record,
         MtrField   field)
{
  GDate date;

  return mtr_record_get_date (record, field, &date) ? mtr_date_format (&date, MTR_DATE_STYLE_LONG) : NULL;
}

static void
draft_session (Draft       *draft,
               MtrPack     *pack,
               MtrSnapshot *snapshot,
               MtrRecord   *session)
{
  const MtrWord *kind = mtr_pack_find_word (pack, MTR_WORDS_SESSION_KINDS,
                                            mtr_record_get_text (session, MTR_SESSION_KIND));
  GPtrArray *topics = mtr_pack_get_words (pack, MTR_WORDS_TOPICS);
  g_autoptr (GPtrArray) touched = mtr_snapshot_list_where (snapshot, MTR_KIND_SESSION_TOPIC, MTR_SESSION_TOPIC_SESSION_ID,
                                                           mtr_record_get_id (session));
  g_autoptr (GPtrArray) answers = mtr_snapshot_list_where (snapshot, MTR_KIND_SESSION_ANSWER,
                                                           MTR_SESSION_ANSWER_SESSION_ID, mtr_record_get_id (session));
  g_autoptr (GString) what = g_string_new (NULL);

  for (guint i = 0; i < topics->len; i++)
    for (guint j = 0; j < touched->len; j++)
      if (mtr_record_text_is (g_ptr_array_index (touched, j), MTR_SESSION_TOPIC_TOPIC,
                              ((MtrWord *) g_ptr_array_index (topics, i))->code))
        g_string_append_printf (what, "%s%s", what->len > 0 ? "\n" : "",
                                ((MtrWord *) g_ptr_array_index (topics, i))->title);

  draft->type = g_strdup (kind != NULL ? kind->title : NULL);
  draft->day = dup_day (session, MTR_SESSION_HELD_ON);
  draft->what = what->len > 0 ? g_strdup (what->str) : NULL;
  for (guint i = 0; i < answers->len; i++)
    if (mtr_record_text_is (g_ptr_array_index (answers, i), MTR_SESSION_ANSWER_PROMPT, "learning"))
      draft->learnt = g_strdup (mtr_record_get_text (g_ptr_array_index (answers, i), MTR_SESSION_ANSWER_TEXT));
}

/* A reflection is what the observed has learnt; what the observer saw is about somebody else and stays where it is. */
static void
draft_observation (Draft     *draft,
                   MtrPack   *pack,
                   MtrRecord *observation,
                   gint64     owner_id)
{
  const MtrObservationType *type = mtr_pack_find_observation_type (pack, mtr_record_get_text (observation,
                                                                                              MTR_OBSERVATION_TYPE));
  gboolean observed = mtr_record_get_number (observation, MTR_OBSERVATION_OBSERVED_ID) == owner_id;

  draft->type = g_strdup (type != NULL ? type->title : NULL);
  draft->day = dup_day (observation, MTR_OBSERVATION_HELD_ON);
  draft->what = g_strdup (observed ? _("I was observed.") : _("I observed a colleague."));
  if (observed)
    draft->learnt = g_strdup (mtr_record_is_set (observation, MTR_OBSERVATION_REFLECTION)
                                ? mtr_record_get_text (observation, MTR_OBSERVATION_REFLECTION)
                                : mtr_record_get_text (observation, MTR_OBSERVATION_DRAFT_REFLECTION));
}

static void
add_answer (GPtrArray     *records,
            const MtrForm *form,
            const char    *question,
            const char    *text,
            MtrNewIdFunc   new_id,
            gpointer       new_id_data)
{
  MtrRecord *form_record = g_ptr_array_index (records, 0);
  MtrRecord *answer;

  if (text == NULL || *text == '\0' || mtr_form_find_question (form, question) == NULL)
    return;

  answer = mtr_record_new (MTR_KIND_PRIVATE_FORM_ANSWER, new_id (new_id_data));
  mtr_record_set_number (answer, MTR_PRIVATE_FORM_ANSWER_PRIVATE_FORM_ID, mtr_record_get_id (form_record));
  mtr_record_set_text (answer, MTR_PRIVATE_FORM_ANSWER_QUESTION, question);
  mtr_record_set_text (answer, MTR_PRIVATE_FORM_ANSWER_TEXT, text);
  g_ptr_array_add (records, answer);
}

/**
 * mtr_filled_form_draft_note:
 * @pack: the pack of the pairing
 * @snapshot: the pairing, as the owner of the file reads it
 * @source: a session or an observation
 * @owner_id: whose note it is
 * @today: ISO date
 * @new_id: makes ids
 * @new_id_data: for @new_id
 *
 * A note in the questions of the regulator, begun with what is known. The questions that are filled in are those with the
 * codes "type", "activity", "date", "what" and "learnt"; what a pack asks besides stays empty.
 *
 * Returns: (transfer full) (nullable) (element-type MtrRecord): the private form, and its answers after it; %NULL where the
 *   pack has no such form
 */
GPtrArray *
mtr_filled_form_draft_note (MtrPack      *pack,
                            MtrSnapshot  *snapshot,
                            MtrRecord    *source,
                            gint64        owner_id,
                            const char   *today,
                            MtrNewIdFunc  new_id,
                            gpointer      new_id_data)
{
  const MtrForm *form = mtr_pack_find_form_for (pack, MTR_FORM_CPD, NULL);
  MtrKind kind = mtr_record_get_kind (source);
  Draft draft = { NULL, NULL, NULL, NULL };
  g_autofree char *activity = NULL;
  GPtrArray *records;
  MtrRecord *note;

  if (form == NULL)
    return NULL;

  if (kind == MTR_KIND_SESSION)
    draft_session (&draft, pack, snapshot, source);
  else
    draft_observation (&draft, pack, source, owner_id);
  activity = draft.day != NULL ? g_strdup_printf ("%s, %s", draft.type != NULL ? draft.type : "", draft.day)
                               : g_strdup (draft.type);

  note = mtr_record_new (MTR_KIND_PRIVATE_FORM, new_id (new_id_data));
  mtr_record_set_text (note, MTR_PRIVATE_FORM_FORM, form->code);
  mtr_record_set_text (note, MTR_PRIVATE_FORM_TITLE, activity);
  mtr_record_set_text (note, MTR_PRIVATE_FORM_FILLED_ON, today);
  mtr_record_set_text (note, MTR_PRIVATE_FORM_SOURCE_KIND, mtr_kind_get_info (kind)->table);
  mtr_record_set_number (note, MTR_PRIVATE_FORM_SOURCE_ID, mtr_record_get_id (source));
  records = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (records, note);
  add_answer (records, form, "type", draft.type, new_id, new_id_data);
  add_answer (records, form, "activity", activity, new_id, new_id_data);
  add_answer (records, form, "date", draft.day, new_id, new_id_data);
  add_answer (records, form, "what", draft.what, new_id, new_id_data);
  add_answer (records, form, "learnt", draft.learnt, new_id, new_id_data);

  g_free (draft.type);
  g_free (draft.day);
  g_free (draft.what);
  g_free (draft.learnt);

  return records;
}
