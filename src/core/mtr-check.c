/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes in what a person typed into a field: cleans it, reads it, and either
 * gives the value that is stored or says at the field what is wrong and what
 * to do. What was typed is never changed here: it stays in the window.
 */

#include "mtr-check.h"

#include "mtr-date.h"
#include "mtr-messages.h"
#include "mtr-text.h"

#include <string.h>

/* The dates that are usually ahead: "fri" is next Friday there. */
static const MtrField future_fields[] = {
  MTR_PAIRING_PLANNED_END_ON,
  MTR_AGREEMENT_REVIEW_ON,
  MTR_AGREEMENT_ENDS_ON,
  MTR_GOAL_DUE_ON,
  MTR_MILESTONE_DUE_ON,
  MTR_ACTIVITY_BEGINS_ON,
  MTR_ACTIVITY_DUE_ON,
  MTR_ACTION_DUE_ON,
  MTR_PORTFOLIO_SUBMIT_BY,
  MTR_SET_ASIDE_UNTIL_ON,
};

/* What a whole number may be. The upper ends only catch a slip of the finger. */
static const struct {
  MtrField field;
  gint64   min;
  gint64   max;
} ranges[] = {
  { MTR_PERSON_SUPERVISORY_MONTHS, 0, 720 },
  { MTR_PERSON_FIELD_MONTHS, 0, 720 },
  { MTR_PERSON_WEEKLY_MINUTES, 0, 10080 },
  { MTR_PERSON_CAPACITY, 0, 99 },
  { MTR_PAIRING_INTERVAL_DAYS, 1, 366 },
  { MTR_PAIRING_SESSION_MINUTES, 1, 1440 },
  { MTR_PAIRING_PROTECTED_MINUTES, 0, 9600 },
  { MTR_SESSION_MINUTES, 1, 1440 },
  { MTR_AGREEMENT_VERSION, 1, 9999 },
  { MTR_AGREEMENT_SESSION_MINUTES, 1, 1440 },
  { MTR_AGREEMENT_RESPONSE_DAYS, 0, 366 },
  { MTR_SESSION_ATTENDEE_MINUTES, 0, 1440 },
  { MTR_EVIDENCE_NUMBER, 1, 99999 },
  { MTR_EVENT_MINUTES, 0, 60000 },
  { MTR_EVENT_PROTECTION_MINUTES, 0, 60000 },
  { MTR_LEARNING_RECORD_MINUTES, 0, 60000 },
  { MTR_LEARNING_RECORD_PROTECTION_MINUTES, 0, 60000 },
};

/**
 * mtr_check_get_lean:
 * @field: a field with a date
 *
 * Returns: which way the name of a weekday is read in it
 */
MtrDateLean
mtr_check_get_lean (MtrField field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (future_fields); i++)
    if (future_fields[i] == field)
      return MTR_DATE_LEAN_FUTURE;

  return MTR_DATE_LEAN_PAST;
}

static gboolean
refuse (MtrField     field,
        MtrProblem **problem,
        const char  *message)
{
  *problem = mtr_problem_new (field, 0, FALSE, "%s", message);

  return FALSE;
}

static char *
quote (const char *typed)
{
  return mtr_text_excerpt (typed, 40);
}

static gboolean
check_text (MtrField     field,
            char        *clean,
            guint        n_cleaned,
            char       **value,
            MtrProblem **problem)
{
  gsize max = mtr_field_get_max_length (field);
  gsize length = (gsize) g_utf8_strlen (clean, -1);

  if (length > max)
    {
      gsize excess = length - max;
      /* Translators: the second sentence is "Shorten it by 12 characters." */
      g_autofree char *message =
        g_strdup_printf (ngettext ("This has %1$lu characters, and at most %2$lu fit here. Shorten it by %3$lu "
                                   "character. What you wrote stays in the window.",
                                   "This has %1$lu characters, and at most %2$lu fit here. Shorten it by %3$lu "
                                   "characters. What you wrote stays in the window.",
                                   excess),
                         (gulong) length, (gulong) max, (gulong) excess);

      return refuse (field, problem, message);
    }

  if (field == MTR_PERSON_EMAIL)
    {
      const char *at = strchr (clean, '@');

      if (at == NULL || at == clean || strchr (at + 1, '@') != NULL || strpbrk (clean, " \t<>,;") != NULL ||
          strchr (at + 1, '.') == NULL || at[1] == '.' || g_str_has_suffix (clean, "."))
        {
          g_autofree char *quoted = quote (clean);
          /* Translators: what was typed */
          g_autofree char *message =
            g_strdup_printf (_("'%s' is not an e-mail address. Try one like name@example.org."), quoted);

          return refuse (field, problem, message);
        }
    }

  *value = g_strdup (clean);
  if (n_cleaned > 0)
    {
      g_autofree char *message = mtr_text_describe_cleaned (n_cleaned);

      *problem = mtr_problem_new (field, 0, TRUE, "%s", message);
    }

  return TRUE;
}

static gboolean
check_time (MtrField     field,
            const char  *typed,
            char       **value,
            MtrProblem **problem)
{
  g_autofree char *message = NULL;

  return mtr_time_entry_read (typed, value, &message) || refuse (field, problem, message);
}

static gboolean
check_moment (MtrField     field,
              const char  *typed,
              char       **value,
              MtrProblem **problem)
{
  gint64 unix_us;

  if (!mtr_moment_to_unix_us (typed, &unix_us))
    return refuse (field, problem, _("This is not a moment in time. Nothing was changed."));

  *value = g_strdup (typed);

  return TRUE;
}

static gboolean
check_integer (MtrField     field,
               const char  *typed,
               char       **value,
               MtrProblem **problem)
{
  gint64 min = 0, max = G_MAXINT32, number;

  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (ranges[i].field == field)
      {
        min = ranges[i].min;
        max = ranges[i].max;
      }

  if (!g_ascii_string_to_signed (typed, 10, min, max, &number, NULL))
    {
      g_autofree char *quoted = quote (typed);
      /* Translators: what was typed, then the smallest and the largest whole number that fit */
      g_autofree char *message =
        g_strdup_printf (_("'%1$s' does not fit here. Type a whole number from %2$d to %3$d."), quoted, (int) min,
                         (int) max);

      return refuse (field, problem, message);
    }

  *value = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return TRUE;
}

static gboolean
check_boolean (MtrField     field,
               const char  *typed,
               char       **value,
               MtrProblem **problem)
{
  if (!g_str_equal (typed, "0") && !g_str_equal (typed, "1"))
    return refuse (field, problem, _("Choose yes or no, or leave it open."));

  *value = g_strdup (typed);

  return TRUE;
}

/* Codes are chosen, not typed; this stops what could only come from a broken file. */
static gboolean
check_codes (MtrField     field,
             const char  *typed,
             char       **value,
             MtrProblem **problem)
{
  gboolean many = mtr_field_get_info (field)->type == MTR_TYPE_CODES;

  if (strlen (typed) > mtr_field_get_max_length (field) || (!many && strchr (typed, ' ') != NULL) ||
      strstr (typed, "  ") != NULL)
    return refuse (field, problem, _("Choose one of those in the list."));
  for (const char *p = typed; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr (" ._-", *p) == NULL)
      return refuse (field, problem, _("Choose one of those in the list."));

  *value = g_strdup (typed);

  return TRUE;
}

static gboolean
check_reference (MtrField     field,
                 const char  *typed,
                 char       **value,
                 MtrProblem **problem)
{
  gint64 id;

  if (!g_ascii_string_to_signed (typed, 10, 1, G_MAXINT64, &id, NULL))
    return refuse (field, problem, _("Choose one of those in the list."));

  *value = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return TRUE;
}

static gboolean
check_empty (MtrField     field,
             MtrProblem **problem)
{
  MtrProblem *missing;

  if (!(mtr_field_get_info (field)->flags & MTR_FIELD_REQUIRED))
    return TRUE;

  if (mtr_field_is_text (field))
    /* Translators: the name of a field: "Title" */
    missing = mtr_problem_new (field, 0, FALSE, _("%s cannot be empty. Write something; you can change it later."),
                               mtr_field_get_label (field));
  else
    /* Translators: the name of a field: "State" */
    missing = mtr_problem_new (field, 0, FALSE, _("%s cannot be empty. Please choose."), mtr_field_get_label (field));
  *problem = missing;

  return FALSE;
}

/* Cleans what was typed for its field; the space around it goes, but not inside or at the end of long texts, where
 * somebody may still be writing. */
static char *
clean_typed (MtrField    field,
             const char *typed,
             guint      *n_cleaned)
{
  gboolean is_long = mtr_field_get_info (field)->type == MTR_TYPE_LONG;
  char *clean = mtr_text_clean (typed != NULL ? typed : "", -1, is_long ? MTR_TEXT_PARAGRAPHS : MTR_TEXT_ONE_LINE,
                                n_cleaned);

  if (mtr_text_is_blank (clean))
    *clean = '\0';
  else if (!is_long)
    g_strstrip (clean);

  return clean;
}

/**
 * mtr_check_date_field:
 * @field: a field with a date
 * @typed: (nullable): what was typed; need not be UTF-8
 * @today: the present date
 * @lean: which way the name of a weekday is read
 * @value: (out) (nullable) (transfer full): the date as it is stored; %NULL for an empty field
 * @time: (out) (optional) (nullable) (transfer full): the time that was typed with it; where the argument is %NULL, a time is
 *   refused
 * @problem: (out) (nullable) (transfer full): what is wrong
 *
 * Takes in a date where the caller knows whether something is being planned or written down, or takes a time too.
 *
 * Returns: whether it can be stored
 */
gboolean
mtr_check_date_field (MtrField      field,
                      const char   *typed,
                      const GDate  *today,
                      MtrDateLean   lean,
                      char        **value,
                      char        **time,
                      MtrProblem  **problem)
{
  guint n_cleaned;
  g_autofree char *clean = clean_typed (field, typed, &n_cleaned);
  g_autofree char *message = NULL;
  GDate date;

  *value = NULL;
  *problem = NULL;
  if (time != NULL)
    *time = NULL;

  if (*clean == '\0')
    return check_empty (field, problem);

  if (!mtr_date_entry_read (clean, today, lean, &date, time, &message))
    return refuse (field, problem, message);

  *value = mtr_date_to_iso (&date);

  return TRUE;
}

/**
 * mtr_check_field:
 * @field: the field it was typed into
 * @typed: (nullable): what was typed, pasted or chosen; need not be UTF-8
 * @today: the present date
 * @value: (out) (nullable) (transfer full): the value as it is stored, numbers in decimal figures; %NULL for an empty field
 * @problem: (out) (nullable) (transfer full): what is wrong, or, with a value, a warning that characters were taken out
 *
 * Takes in what was typed into a field: a text is cleaned and measured, dates and times are read, whole numbers must
 * lie in their range, and a field that is required must not be empty.
 *
 * Returns: whether @value can be stored
 */
gboolean
mtr_check_field (MtrField      field,
                 const char   *typed,
                 const GDate  *today,
                 char        **value,
                 MtrProblem  **problem)
{
  guint n_cleaned;
  g_autofree char *clean = clean_typed (field, typed, &n_cleaned);

  *value = NULL;
  *problem = NULL;

  if (*clean == '\0')
    return check_empty (field, problem);

  switch (mtr_field_get_info (field)->type)
    {
    case MTR_TYPE_TEXT:
    case MTR_TYPE_LONG:
      return check_text (field, clean, n_cleaned, value, problem);
    case MTR_TYPE_DATE:
      return mtr_check_date_field (field, clean, today, mtr_check_get_lean (field), value, NULL, problem);
    case MTR_TYPE_TIME:
      return check_time (field, clean, value, problem);
    case MTR_TYPE_MOMENT:
      return check_moment (field, clean, value, problem);
    case MTR_TYPE_INTEGER:
      return check_integer (field, clean, value, problem);
    case MTR_TYPE_BOOLEAN:
      return check_boolean (field, clean, value, problem);
    case MTR_TYPE_CODE:
    case MTR_TYPE_CODES:
      return check_codes (field, clean, value, problem);
    case MTR_TYPE_REF:
      return check_reference (field, clean, value, problem);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * mtr_check_record_complete:
 * @record: a record that is going to be written for the first time
 *
 * Returns: (transfer full) (nullable): the first required field that is empty; %NULL where nothing is missing
 */
MtrProblem *
mtr_check_record_complete (MtrRecord *record)
{
  const MtrKindInfo *info = mtr_kind_get_info (mtr_record_get_kind (record));

  for (int field = info->first_field; field <= (int) info->last_field; field++)
    {
      MtrProblem *problem = NULL;

      if (!mtr_record_is_set (record, field) && !check_empty (field, &problem))
        return problem;
    }

  return NULL;
}

/**
 * mtr_check_line_manager:
 * @programme: a snapshot with every person
 * @person_id: a person
 * @line_manager_id: who is to be the line manager; 0 for nobody
 *
 * Nobody is their own line manager, directly or by way of others.
 *
 * Returns: (transfer full) (nullable): what is wrong; %NULL where all is well
 */
MtrProblem *
mtr_check_line_manager (MtrSnapshot *programme,
                        gint64       person_id,
                        gint64       line_manager_id)
{
  MtrRecord *manager = mtr_snapshot_get (programme, MTR_KIND_PERSON, line_manager_id);
  MtrRecord *person = mtr_snapshot_get (programme, MTR_KIND_PERSON, person_id);
  MtrRecord *above = manager;

  if (line_manager_id == 0)
    return NULL;
  if (line_manager_id == person_id)
    return mtr_problem_new (MTR_PERSON_LINE_MANAGER_ID, person_id, FALSE,
                            _("Nobody is their own line manager. Choose somebody else, or leave it empty."));

  /* A file that came from elsewhere may have a circle of others in it: no chain is longer than all people. */
  for (guint i = 0; above != NULL && i < mtr_snapshot_count (programme, MTR_KIND_PERSON); i++)
    {
      above = mtr_snapshot_follow (programme, above, MTR_PERSON_LINE_MANAGER_ID);
      if (above != NULL && above == person)
        {
          const char *manager_name = mtr_record_get_text (manager, MTR_PERSON_NAME);
          const char *person_name = mtr_record_get_text (person, MTR_PERSON_NAME);
          g_autofree char *lower = mtr_text_isolate (manager_name != NULL ? manager_name : "");
          g_autofree char *upper = mtr_text_isolate (person_name != NULL ? person_name : "");

          /* Translators: two names; the first person is managed by the second */
          return mtr_problem_new (MTR_PERSON_LINE_MANAGER_ID, person_id, FALSE,
                                  _("%1$s is already managed by %2$s, directly or by way of others. Choose somebody "
                                    "else, or change that first."),
                                  lower, upper);
        }
    }

  return NULL;
}
