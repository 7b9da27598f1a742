/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The small records with which the two look back: something measured before
 * and now, what somebody else has said, and the mentor's own note of where the
 * other stands. Each has a row in a list and a page of its own.
 */

#include "mtr-looking-back-pages.h"

#include "mtr-date.h"
#include "mtr-page-parts.h"
#include "mtr-record-page.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>

/* How much of a text stands in a row, in characters. */
#define EXCERPT 120

static char *
dup_today (MtrProgramme *programme)
{
  GDate today;

  mtr_programme_get_today (programme, &today);

  return mtr_date_to_iso (&today);
}

/* The record that is stored, or a new one of the pairing with its day. */
static MtrRecord *
find_or_make (MtrPairingModel *model,
              MtrKind          kind,
              gint64           id,
              MtrField         pairing_field,
              MtrField         day_field)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (model);
  MtrRecord *stored = mtr_snapshot_get (mtr_pairing_model_get_snapshot (model), kind, id);
  g_autofree char *today = dup_today (programme);
  MtrRecord *record;

  if (stored != NULL)
    return g_object_ref (stored);

  record = mtr_record_new (kind, mtr_programme_new_id (programme));
  mtr_record_set_number (record, pairing_field, mtr_pairing_model_get_id (model));
  mtr_record_set_text (record, day_field, today);

  return record;
}

static char *
dup_row_key (MtrRecord *record)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (record));
}

/* ---- Measures ------------------------------------------------------------------------------- */

static void
add_side (GString    *text,
          MtrRecord  *measure,
          MtrField    value_field,
          MtrField    day_field,
          const char *label)
{
  const char *value = mtr_record_get_text (measure, value_field);
  GDate date;

  if (value == NULL)
    return;

  g_string_append_printf (text, "%s%s: %s", text->len > 0 ? " · " : "", label, value);
  if (mtr_record_get_date (measure, day_field, &date))
    {
      g_autofree char *day = mtr_date_format (&date, MTR_DATE_STYLE_LONG);

      g_string_append_printf (text, " (%s)", day);
    }
}

/**
 * mtr_looking_back_add_measure:
 * @rows: a list, between begin and end
 * @pack: the pack of the pairing
 * @measure: a measure; its id is the key of the row
 */
void
mtr_looking_back_add_measure (MtrRowList *rows,
                              MtrPack    *pack,
                              MtrRecord  *measure)
{
  const char *code = mtr_record_get_text (measure, MTR_MEASURE_CODE);
  const MtrWord *word = code != NULL ? mtr_pack_find_word (pack, MTR_WORDS_MEASURES, code) : NULL;
  const char *title = mtr_record_get_text (measure, MTR_MEASURE_TITLE);
  g_autofree char *key = dup_row_key (measure);
  g_autoptr (GString) text = g_string_new (NULL);

  add_side (text, measure, MTR_MEASURE_BEFORE_TEXT, MTR_MEASURE_BEFORE_ON, _("Before"));
  add_side (text, measure, MTR_MEASURE_NOW_TEXT, MTR_MEASURE_NOW_ON, _("Now"));
  if (title == NULL)
    title = word != NULL ? word->title : _("Something measured");
  mtr_row_list_add (rows, key, title, text->str, NULL, NULL);
}

/**
 * mtr_looking_back_measure_page_new:
 * @model: the pairing
 * @measure_id: a measure; 0 for a new one
 *
 * Returns: (transfer floating): the page of what is measured before and now
 */
MtrPage *
mtr_looking_back_measure_page_new (MtrPairingModel *model,
                                   gint64           measure_id)
{
  g_autoptr (MtrRecord) measure = find_or_make (model, MTR_KIND_MEASURE, measure_id, MTR_MEASURE_PAIRING_ID,
                                                MTR_MEASURE_BEFORE_ON);
  MtrPage *page = mtr_record_page_new (model, measure, _("Before and now"), MTR_AUDIENCE_PAIR,
                                       mtr_pairing_model_can_write (model));
  MtrRecordPage *record_page = MTR_RECORD_PAGE (page);

  mtr_record_page_add_line (record_page, _("Something that can be counted or told, once before and once now. It is there to "
                                           "talk about; nobody reports it."));
  mtr_record_page_add_choice (record_page, MTR_MEASURE_CODE,
                              mtr_pack_get_words (mtr_pairing_model_get_pack (model), MTR_WORDS_MEASURES), NULL);
  mtr_record_page_add_field (record_page, MTR_MEASURE_TITLE, _("In your own words, where none of these is meant."));
  mtr_record_page_add_field (record_page, MTR_MEASURE_BEFORE_TEXT, _("A figure or a few words."));
  mtr_record_page_add_field (record_page, MTR_MEASURE_BEFORE_ON, NULL);
  mtr_record_page_add_field (record_page, MTR_MEASURE_NOW_TEXT, NULL);
  mtr_record_page_add_field (record_page, MTR_MEASURE_NOW_ON, NULL);
  mtr_record_page_add_field (record_page, MTR_MEASURE_NOTE, _("What else may have made the difference?"));
  mtr_record_page_add_remove (record_page, _("remove a measure"), _("Measure removed. Ctrl+Z brings it back"));

  return page;
}

/* ---- Feedback from others ----------------------------------------------------------------------- */

/**
 * mtr_looking_back_add_feedback:
 * @rows: a list, between begin and end
 * @feedback: feedback from somebody else; its id is the key of the row
 */
void
mtr_looking_back_add_feedback (MtrRowList *rows,
                               MtrRecord  *feedback)
{
  const char *giver = mtr_record_get_text (feedback, MTR_STAKEHOLDER_FEEDBACK_GIVEN_BY);
  const char *text = mtr_record_get_text (feedback, MTR_STAKEHOLDER_FEEDBACK_TEXT);
  g_autofree char *key = dup_row_key (feedback);
  g_autofree char *excerpt = mtr_text_excerpt (text != NULL ? text : "", EXCERPT);
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;
  GDate date;

  if (mtr_record_get_date (feedback, MTR_STAKEHOLDER_FEEDBACK_GIVEN_ON, &date))
    day = mtr_date_format (&date, MTR_DATE_STYLE_LONG);
  /* Translators: a row of feedback; %s is who gave it, by role. */
  title = giver != NULL ? g_strdup_printf (_("Feedback: %s"), giver) : g_strdup (_("Feedback"));
  mtr_row_list_add (rows, key, title, excerpt, day, NULL);
}

/**
 * mtr_looking_back_feedback_page_new:
 * @model: the pairing
 * @feedback_id: feedback from somebody else; 0 for a new one
 * @review_id: the review that a new one belongs to; 0 for none
 *
 * Returns: (transfer floating): the page of what somebody else has said
 */
MtrPage *
mtr_looking_back_feedback_page_new (MtrPairingModel *model,
                                    gint64           feedback_id,
                                    gint64           review_id)
{
  g_autoptr (MtrRecord) feedback = find_or_make (model, MTR_KIND_STAKEHOLDER_FEEDBACK, feedback_id,
                                                 MTR_STAKEHOLDER_FEEDBACK_PAIRING_ID, MTR_STAKEHOLDER_FEEDBACK_GIVEN_ON);
  MtrRecordPage *page;

  if (feedback_id == 0 && review_id != 0)
    mtr_record_set_number (feedback, MTR_STAKEHOLDER_FEEDBACK_REVIEW_ID, review_id);
  page = MTR_RECORD_PAGE (mtr_record_page_new (model, feedback, _("Feedback from others"), MTR_AUDIENCE_PAIR,
                                               mtr_pairing_model_can_write (model)));
  mtr_record_page_add_field (page, MTR_STAKEHOLDER_FEEDBACK_GIVEN_BY,
                             _("A role, not a name: a colleague, somebody from another agency."));
  mtr_record_page_add_field (page, MTR_STAKEHOLDER_FEEDBACK_TEXT, _("As far as possible in the words that were used."));
  mtr_record_page_add_field (page, MTR_STAKEHOLDER_FEEDBACK_GIVEN_ON, NULL);
  mtr_record_page_add_field (page, MTR_STAKEHOLDER_FEEDBACK_NAMED, _("The one who gives it chooses."));
  mtr_record_page_add_remove (page, _("remove feedback"), _("Feedback removed. Ctrl+Z brings it back"));

  return MTR_PAGE (page);
}

/* ---- Where somebody stands, for the mentor alone -------------------------------------------------- */

/**
 * mtr_looking_back_add_stage:
 * @rows: a list, between begin and end
 * @pack: the pack of the pairing
 * @stage: a note; its id is the key of the row
 * @name: (nullable): whom it is about, where that is not clear
 */
void
mtr_looking_back_add_stage (MtrRowList *rows,
                            MtrPack    *pack,
                            MtrRecord  *stage,
                            const char *name)
{
  const char *code = mtr_record_get_text (stage, MTR_DEVELOPMENT_STAGE_STAGE);
  const MtrStage *known = code != NULL ? mtr_pack_find_stage (pack, code) : NULL;
  const char *noticed = mtr_record_get_text (stage, MTR_DEVELOPMENT_STAGE_NOTICED);
  g_autofree char *key = dup_row_key (stage);
  g_autofree char *excerpt = mtr_text_excerpt (noticed != NULL ? noticed : "", EXCERPT);
  g_autofree char *subtitle = NULL;
  g_autofree char *day = NULL;
  GDate date;

  if (mtr_record_get_date (stage, MTR_DEVELOPMENT_STAGE_NOTED_ON, &date))
    day = mtr_date_format (&date, MTR_DATE_STYLE_LONG);
  subtitle = name != NULL && *excerpt != '\0' ? g_strdup_printf ("%s · %s", name, excerpt)
                                              : g_strdup (name != NULL ? name : excerpt);
  mtr_row_list_add (rows, key, known != NULL ? known->title : _("A note"), subtitle, day, NULL);
}

static GPtrArray *
list_stage_words (MtrPack *pack)
{
  GPtrArray *stages = mtr_pack_get_stages (pack);
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_word_free);

  for (guint i = 0; i < stages->len; i++)
    {
      const MtrStage *stage = g_ptr_array_index (stages, i);
      MtrWord *word = g_new0 (MtrWord, 1);

      word->code = g_strdup (stage->code);
      word->title = g_strdup (stage->title);
      g_ptr_array_add (words, word);
    }

  return words;
}

static void
add_what_helps (GtkBox         *content,
                const MtrStage *stage)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *title = g_markup_escape_text (stage->title, -1);
  g_autofree char *description = g_markup_escape_text (stage->description != NULL ? stage->description : "", -1);
  g_autoptr (MtrRowList) rows = mtr_row_list_new (ADW_PREFERENCES_GROUP (group));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  mtr_row_list_begin (rows);
  for (guint i = 0; stage->helps != NULL && stage->helps[i] != NULL; i++)
    mtr_row_list_add (rows, stage->helps[i], stage->helps[i], NULL, NULL, "");
  mtr_row_list_end (rows);
  gtk_box_append (content, group);
}

/**
 * mtr_looking_back_stage_page_new:
 * @model: the pairing, whose pack has stages
 * @stage_id: a note; 0 for a new one
 *
 * Returns: (transfer floating): the page of the mentor's note, with what helps at each stage
 */
MtrPage *
mtr_looking_back_stage_page_new (MtrPairingModel *model,
                                 gint64           stage_id)
{
  MtrPack *pack = mtr_pairing_model_get_pack (model);
  GPtrArray *stages = mtr_pack_get_stages (pack);
  g_autoptr (GPtrArray) mentees = mtr_pairing_model_list_mentees (model, NULL);
  g_autoptr (GPtrArray) words = list_stage_words (pack);
  g_autoptr (MtrRecord) note = find_or_make (model, MTR_KIND_DEVELOPMENT_STAGE, stage_id,
                                             MTR_DEVELOPMENT_STAGE_PAIRING_ID, MTR_DEVELOPMENT_STAGE_NOTED_ON);
  MtrRecordPage *page;
  GtkBox *content;

  if (mentees->len == 1 && !mtr_record_is_set (note, MTR_DEVELOPMENT_STAGE_PERSON_ID))
    mtr_record_set_number (note, MTR_DEVELOPMENT_STAGE_PERSON_ID, mtr_record_get_id (g_ptr_array_index (mentees, 0)));
  /* A note is of a stage: the first one until another is chosen. */
  if (!mtr_record_is_set (note, MTR_DEVELOPMENT_STAGE_STAGE) && stages->len > 0)
    mtr_record_set_text (note, MTR_DEVELOPMENT_STAGE_STAGE, ((MtrStage *) g_ptr_array_index (stages, 0))->code);

  page = MTR_RECORD_PAGE (mtr_record_page_new (model, note, _("Where they are now"), MTR_AUDIENCE_MINE,
                                               mtr_pairing_model_can_write (model)));
  mtr_record_page_add_line (page, _("A guess to think with, for today. People move to and fro between these, and nobody is "
                                    "one of them."));
  if (mentees->len > 1)
    mtr_record_page_add_person (page, MTR_DEVELOPMENT_STAGE_PERSON_ID, mentees);
  mtr_record_page_add_choice (page, MTR_DEVELOPMENT_STAGE_STAGE, words, NULL);
  mtr_record_page_add_field (page, MTR_DEVELOPMENT_STAGE_NOTICED, NULL);
  mtr_record_page_add_field (page, MTR_DEVELOPMENT_STAGE_HELPS, NULL);
  mtr_record_page_add_field (page, MTR_DEVELOPMENT_STAGE_NOTED_ON, NULL);
  content = mtr_record_page_get_content (page);
  gtk_box_append (content, g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                         "label", _("What helps at each"), "xalign", 0.0, "css-classes",
                                         (const char *[]) { "title-4", NULL }, NULL));
  for (guint i = 0; i < stages->len; i++)
    add_what_helps (content, g_ptr_array_index (stages, i));
  mtr_record_page_add_remove (page, _("remove a note of a stage"), _("Note removed. Ctrl+Z brings it back"));

  return MTR_PAGE (page);
}
