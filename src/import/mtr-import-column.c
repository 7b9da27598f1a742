/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the columns of a spreadsheet can be, for people, pairings and sessions:
 * the fields of the record, and a few that are read into them in another way.
 * Reading, exporting and guessing by the header all go by these tables.
 */

#include "mtr-import-column.h"

#include "mtr-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A row of a table: a field with other words for it, or a use of its own. */
typedef struct {
  MtrImportUse  use;
  MtrField      field;
  const char   *code;      /* NULL: the column of the field */
  const char   *label;     /* NULL: the label of the field */
  const char   *synonyms;
} Row;

#define WORDS(field, synonyms) { MTR_IMPORT_USE_FIELD, field, NULL, NULL, synonyms }
#define USE(use, field, code, label, synonyms) { MTR_IMPORT_USE_##use, field, code, label, synonyms }

/* The headers of the open-source matcher of the Civil Service are among them, each exactly as it writes it. */
static const Row people_rows[] = {
  WORDS (MTR_PERSON_NAME, "full name|person|employee|employee name|staff name|staff member"),
  USE (FIRST_NAME, MTR_FIELD_NONE, "first_name", N_("First name"), "forename|given name|first names|forenames"),
  USE (LAST_NAME, MTR_FIELD_NONE, "last_name", N_("Last name"), "surname|family name|second name"),
  WORDS (MTR_PERSON_EMPLOYEE_REFERENCE, "employee number|employee no|employee id|staff number|staff id|payroll number|"
         "personnel number|reference|staff reference"),
  WORDS (MTR_PERSON_EMAIL, "email|email address|work email|e-mail address|mail"),
  WORDS (MTR_PERSON_ROLE_TITLE, "job title|job|role|role title|position|post title"),
  WORDS (MTR_PERSON_GRADE, "pay grade|band|pay band|level"),
  WORDS (MTR_PERSON_EMPLOYER, "organisation|organi" "zation|council|local authority|agency|company"),
  WORDS (MTR_PERSON_SERVICE, "service area|directorate|division|department"),
  WORDS (MTR_PERSON_TEAM, "team name|unit"),
  WORDS (MTR_PERSON_LOCALITY, "location|area|base|office|site|town|locality team"),
  WORDS (MTR_PERSON_PROFESSION, "current profession|occupation|discipline"),
  WORDS (MTR_PERSON_TARGET_PROFESSION, "target profession|profession wanted"),
  WORDS (MTR_PERSON_BIOGRAPHY, "biography|bio|about|profile|about you"),
  WORDS (MTR_PERSON_LINE_MANAGER_ID, "manager|line manager name|manager name|reports to|line manager email"),
  WORDS (MTR_PERSON_REGISTERED, "registered|registered social worker|is registered"),
  WORDS (MTR_PERSON_REGISTERED_ON, "registration date|date of registration|date registered"),
  WORDS (MTR_PERSON_REGISTRATION_NUMBER, "registration no|social work england number|swe number|"
         "registration id"),
  WORDS (MTR_PERSON_QUALIFIED_ON, "qualification date|date qualified|date of qualification"),
  WORDS (MTR_PERSON_POST_STARTED_ON, "start date|date started|post start date|started in post"),
  WORDS (MTR_PERSON_SUPERVISORY_MONTHS, "supervisory months|months as supervisor|supervisory experience months"),
  USE (YEARS, MTR_PERSON_SUPERVISORY_MONTHS, "supervisory_years", N_("Years in a supervisory role"),
       "supervisory years|years as supervisor|supervisory experience years|supervisory experience"),
  WORDS (MTR_PERSON_FIELD_MONTHS, "field months|months of experience"),
  USE (YEARS, MTR_PERSON_FIELD_MONTHS, "field_years", N_("Years of experience in the field"),
       "years of experience|experience years|years experience"),
  WORDS (MTR_PERSON_CONTRACT, "contract type|type of contract|employment type"),
  WORDS (MTR_PERSON_WORKING_TIME, "working pattern|full time or part time|full time part time|ft pt"),
  WORDS (MTR_PERSON_WEEKLY_MINUTES, "weekly minutes"),
  USE (HOURS, MTR_PERSON_WEEKLY_MINUTES, "weekly_hours", N_("Working hours a week"),
       "hours|weekly hours|hours a week|hours per week|contracted hours|contract hours"),
  WORDS (MTR_PERSON_ROLE_WANTED, "mentor or mentee|takes part as|programme role"),
  USE (BOTH, MTR_PERSON_ROLE_WANTED, "both", N_("Both mentor and mentee"), "both mentor and mentee|both"),
  WORDS (MTR_PERSON_WILLING_TO_MENTOR, "mentor|is mentor|is a mentor|willing to be a mentor|can mentor|would mentor"),
  WORDS (MTR_PERSON_CAPACITY, "capacity|mentor capacity|number of mentees|mentees at a time|max mentees"),
  WORDS (MTR_PERSON_WAITING_SINCE_ON, "waiting since|date of application|applied on|application date|date applied"),
  WORDS (MTR_PERSON_INDUCTION_ON, "mentor induction|induction date|mentor training date"),
  WORDS (MTR_PERSON_REFRESHER_ON, "mentor refresher|refresher date"),
  WORDS (MTR_PERSON_SKILLS_OFFERED, "skills|strengths|can offer|offers"),
  WORDS (MTR_PERSON_SKILLS_WANTED, "wants to learn|skills sought|learning needs|development needs"),
  WORDS (MTR_PERSON_WISHES, "wishes|preferences|what you are looking for"),
  WORDS (MTR_PERSON_AVAILABILITY, "availability|available|when available"),
  WORDS (MTR_PERSON_MODE, "mode|preferred mode|meeting preference"),
  WORDS (MTR_PERSON_LANGUAGES, "language|languages spoken"),
  WORDS (MTR_PERSON_PHONE, "phone|phone number|mobile|telephone number|work phone|tel"),
  WORDS (MTR_PERSON_CHARACTERISTICS, "characteristics|protected characteristics|identity"),
  WORDS (MTR_PERSON_SIMILAR_IDENTITY_WANTED, "match with similar identity"),
  WORDS (MTR_PERSON_IDENTITY_WANTED, "identity to match"),
};

static const Row pairing_rows[] = {
  USE (MENTEES, MTR_FIELD_NONE, "mentees", N_("Mentees"), "mentee|mentee name|members|group members"),
  WORDS (MTR_PAIRING_MENTOR_ID, "mentor name|facilitator"),
  WORDS (MTR_PAIRING_LINE_MANAGER_ID, "manager|line manager name|manager name"),
  WORDS (MTR_PAIRING_TALK_TO_ID, "talk to"),
  WORDS (MTR_PAIRING_PACK, "pack|scheme|programme|pathway"),
  WORDS (MTR_PAIRING_STATE, "status"),
  WORDS (MTR_PAIRING_PROPOSED_ON, "matched on|date proposed|date matched|match date"),
  WORDS (MTR_PAIRING_STARTED_ON, "start|start date|started|started on|date started|began|begin|begins|from"),
  WORDS (MTR_PAIRING_PLANNED_END_ON, "planned end date|end planned|due to end|expected end"),
  WORDS (MTR_PAIRING_PAUSED_ON, "paused|date paused"),
  WORDS (MTR_PAIRING_ENDED_ON, "end|end date|ended|date ended|until"),
  WORDS (MTR_PAIRING_ENDED_NEXT, "next|what next"),
  WORDS (MTR_PAIRING_STRUCTURE, "structure|type"),
  WORDS (MTR_PAIRING_TITLE, "group|group name"),
  WORDS (MTR_PAIRING_FREQUENCY, "frequency|how often"),
  WORDS (MTR_PAIRING_INTERVAL_DAYS, "interval|interval days"),
  WORDS (MTR_PAIRING_SESSION_MINUTES, "session minutes|minutes per session|length of sessions"),
  WORDS (MTR_PAIRING_MODE, "mode"),
  WORDS (MTR_PAIRING_DUAL_ROLE_REASON, "dual role reason"),
  WORDS (MTR_PAIRING_EXCEPTION_REASON, "exception reason|reason for exception"),
};

static const Row session_rows[] = {
  USE (MENTEES, MTR_FIELD_NONE, "mentees", N_("Mentees"), "mentee|mentee name|with|members"),
  USE (MENTOR, MTR_FIELD_NONE, "mentor", N_("Mentor"), "mentor name|facilitator"),
  WORDS (MTR_SESSION_HELD_ON, "date|held on|session date|day"),
  WORDS (MTR_SESSION_HELD_TIME, "start time|started at|from"),
  WORDS (MTR_SESSION_MINUTES, "minutes|duration|length|duration in minutes|how long"),
  USE (HOURS, MTR_SESSION_MINUTES, "hours", N_("How long, in hours"), "hours|duration in hours"),
  WORDS (MTR_SESSION_KIND, "kind|type|session type|type of session"),
  WORDS (MTR_SESSION_STATE, "status"),
  WORDS (MTR_SESSION_MODE, "mode|where"),
  USE (TOPICS, MTR_FIELD_NONE, "topics", N_("Topics"), "topic|subjects|discussed|about"),
  WORDS (MTR_SESSION_NEXT_STEP, "next steps|agreed|next step agreed|actions"),
};

static const Row id_row = USE (ID, MTR_FIELD_NONE, "id", N_("Id in Mentoring"), "id|record id|mentoring id");

static const MtrKind people_kinds[] = { MTR_KIND_PROGRAMME, MTR_KIND_PERSON, MTR_KIND_IMPORT_COLUMN };
static const MtrKind pairing_kinds[] = {
  MTR_KIND_PROGRAMME, MTR_KIND_PERSON, MTR_KIND_IMPORT_COLUMN, MTR_KIND_PAIRING, MTR_KIND_MEMBER, MTR_KIND_PORTFOLIO,
};
static const MtrKind session_kinds[] = {
  MTR_KIND_PROGRAMME, MTR_KIND_PERSON, MTR_KIND_IMPORT_COLUMN, MTR_KIND_PAIRING, MTR_KIND_MEMBER,
  MTR_KIND_SESSION, MTR_KIND_SESSION_TOPIC,
};

static const struct {
  const char    *code;
  MtrKind        kind;
  const Row     *rows;
  gsize          n_rows;
  gboolean       all_fields;  /* those that the rows do not name are columns too */
  const MtrKind *kinds;
  gsize          n_kinds;
} subjects[MTR_N_IMPORT_SUBJECTS] = {
  [MTR_IMPORT_PEOPLE] = { "people", MTR_KIND_PERSON, people_rows, G_N_ELEMENTS (people_rows), TRUE,
                          people_kinds, G_N_ELEMENTS (people_kinds) },
  [MTR_IMPORT_PAIRINGS] = { "pairings", MTR_KIND_PAIRING, pairing_rows, G_N_ELEMENTS (pairing_rows), FALSE,
                            pairing_kinds, G_N_ELEMENTS (pairing_kinds) },
  [MTR_IMPORT_SESSIONS] = { "sessions", MTR_KIND_SESSION, session_rows, G_N_ELEMENTS (session_rows), FALSE,
                            session_kinds, G_N_ELEMENTS (session_kinds) },
};

/* Read once; then only looked at, from any thread. */
static GArray *tables[MTR_N_IMPORT_SUBJECTS];

static void
append_row (GArray    *table,
            const Row *row)
{
  const MtrFieldInfo *info = row->field != MTR_FIELD_NONE ? mtr_field_get_info (row->field) : NULL;
  MtrImportColumn column = { row->code, row->label, row->use, row->field, row->synonyms, FALSE, FALSE };

  if (column.code == NULL)
    column.code = info->column;
  if (column.label == NULL)
    column.label = info->label;
  column.is_private = info != NULL && info->audience == MTR_AUDIENCE_MINE;
  column.is_exported = !column.is_private &&
                       (row->use == MTR_IMPORT_USE_FIELD || row->use == MTR_IMPORT_USE_ID ||
                        row->use == MTR_IMPORT_USE_MENTEES || row->use == MTR_IMPORT_USE_MENTOR ||
                        row->use == MTR_IMPORT_USE_TOPICS);
  g_array_append_val (table, column);
}

static gboolean
has_field (GArray  *table,
           MtrField field)
{
  for (guint i = 0; i < table->len; i++)
    if (g_array_index (table, MtrImportColumn, i).field == field)
      return TRUE;

  return FALSE;
}

static gpointer
make_tables (gpointer data)
{
  for (int subject = 0; subject < MTR_N_IMPORT_SUBJECTS; subject++)
    {
      const MtrKindInfo *info = mtr_kind_get_info (subjects[subject].kind);
      GArray *table = g_array_new (FALSE, FALSE, sizeof (MtrImportColumn));

      for (gsize i = 0; i < subjects[subject].n_rows; i++)
        append_row (table, &subjects[subject].rows[i]);
      if (subjects[subject].all_fields)
        for (int field = info->first_field; field <= (int) info->last_field; field++)
          {
            const MtrFieldInfo *field_info = mtr_field_get_info (field);
            const Row row = WORDS (field, NULL);

            if (!has_field (table, field) && field_info->audience != MTR_AUDIENCE_MINE &&
                field_info->type != MTR_TYPE_MOMENT)
              append_row (table, &row);
          }
      append_row (table, &id_row);
      tables[subject] = table;
    }

  return NULL;
}

/**
 * mtr_import_subject_get_kind:
 * @subject: what the rows are
 *
 * Returns: the kind of record that a row becomes
 */
MtrKind
mtr_import_subject_get_kind (MtrImportSubject subject)
{
  return subjects[subject].kind;
}

/**
 * mtr_import_subject_get_code:
 * @subject: what the rows are
 *
 * Returns: "people", "pairings" or "sessions"
 */
const char *
mtr_import_subject_get_code (MtrImportSubject subject)
{
  return subjects[subject].code;
}

/**
 * mtr_import_subject_from_code:
 * @code: as it was typed
 * @subject: (out): what the rows are
 *
 * Returns: whether there is such a subject
 */
gboolean
mtr_import_subject_from_code (const char       *code,
                              MtrImportSubject *subject)
{
  for (int i = 0; i < MTR_N_IMPORT_SUBJECTS; i++)
    if (g_str_equal (subjects[i].code, code))
      {
        *subject = (MtrImportSubject) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * mtr_import_subject_list_kinds:
 * @subject: what the rows are
 * @n_kinds: (out): how many
 *
 * Returns: the kinds of record of the programme file, all of each, that checking and exporting such rows look at
 */
const MtrKind *
mtr_import_subject_list_kinds (MtrImportSubject  subject,
                               guint            *n_kinds)
{
  *n_kinds = (guint) subjects[subject].n_kinds;

  return subjects[subject].kinds;
}

/**
 * mtr_import_column_list:
 * @subject: what the rows are
 * @n_columns: (out): how many
 *
 * Returns: (array length=n_columns): what a column can be, in the order of an export
 */
const MtrImportColumn *
mtr_import_column_list (MtrImportSubject  subject,
                        guint            *n_columns)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, make_tables, NULL);
  *n_columns = tables[subject]->len;

  return (const MtrImportColumn *) (gpointer) tables[subject]->data;
}

/**
 * mtr_import_column_find:
 * @subject: what the rows are
 * @code: (nullable): a code that was remembered
 *
 * Returns: (nullable): the column; %NULL where there is none of that code any more
 */
const MtrImportColumn *
mtr_import_column_find (MtrImportSubject  subject,
                        const char       *code)
{
  guint n_columns;
  const MtrImportColumn *columns = mtr_import_column_list (subject, &n_columns);

  for (guint i = 0; i < n_columns; i++)
    if (g_strcmp0 (columns[i].code, code) == 0)
      return &columns[i];

  return NULL;
}

static gboolean
is_among (const char *synonyms,
          const char *key)
{
  g_auto (GStrv) words = g_strsplit (synonyms != NULL ? synonyms : "", "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = mtr_import_dup_key (words[i]);

      if (g_str_equal (word, key))
        return TRUE;
    }

  return FALSE;
}

/**
 * mtr_import_column_guess:
 * @subject: what the rows are
 * @header: what stands above a column
 *
 * Compares without capitals, spaces and punctuation; the proper names of all columns come before other words for any.
 *
 * Returns: (nullable): what the column is likely to be; %NULL where nothing is known
 */
const MtrImportColumn *
mtr_import_column_guess (MtrImportSubject  subject,
                         const char       *header)
{
  guint n_columns;
  const MtrImportColumn *columns = mtr_import_column_list (subject, &n_columns);
  g_autofree char *key = mtr_import_dup_key (header);

  if (*key == '\0')
    return NULL;

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *code = mtr_import_dup_key (columns[i].code);
      g_autofree char *label = mtr_import_dup_key (columns[i].label);
      g_autofree char *local = mtr_import_dup_key (mtr_import_column_get_label (&columns[i]));

      if (g_str_equal (key, code) || g_str_equal (key, label) || g_str_equal (key, local))
        return &columns[i];
    }
  for (guint i = 0; i < n_columns; i++)
    if (is_among (columns[i].synonyms, key))
      return &columns[i];

  return NULL;
}

/**
 * mtr_import_column_get_label:
 * @column: a column
 *
 * Returns: its name for a person, translated
 */
const char *
mtr_import_column_get_label (const MtrImportColumn *column)
{
  return _(column->label);
}
