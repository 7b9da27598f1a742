/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the cells of a row into the fields of a record. An empty cell leaves
 * what is there; a cell that says what an export would say of the record leaves
 * it too, whatever it is; every other is read, or is a reason to refuse the row.
 */

#include "mtr-csv-cell.h"
#include "mtr-import-private.h"

#include "mtr-check.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const struct {
  const char *word;
  int         value;  /* -1: not known */
} answers[] = {
  { "yes", 1 }, { "y", 1 }, { "true", 1 }, { "1", 1 },
  { "no", 0 }, { "n", 0 }, { "false", 0 }, { "0", 0 },
  { "unknown", -1 }, { "notknown", -1 }, { "dontknow", -1 }, { "na", -1 },
};

/* mtr_import_reader_init: @mapping and @context stay the caller's, and must live as long as the reader */
void
mtr_import_reader_init (MtrImportReader        *self,
                        MtrImportMapping       *mapping,
                        const MtrImportContext *context)
{
  guint n_columns;

  self->mapping = mapping;
  self->csv = mtr_import_mapping_get_csv (mapping);
  self->subject = mtr_import_mapping_get_subject (mapping);
  self->context = context;
  self->people = mtr_import_people_new ();
  mtr_import_people_add_snapshot (self->people, context->file);

  n_columns = mtr_csv_get_n_columns (self->csv);
  self->month_first_line = g_new0 (guint, n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      const MtrImportColumn *column = mtr_import_mapping_get_column (mapping, i);

      if (column == NULL || column->field == MTR_FIELD_NONE ||
          mtr_field_get_info (column->field)->type != MTR_TYPE_DATE)
        continue;
      for (guint row = 0; row < mtr_csv_get_n_rows (self->csv) && self->month_first_line[i] == 0; row++)
        if (mtr_import_looks_month_first (mtr_csv_get_cell (self->csv, row, i)))
          self->month_first_line[i] = mtr_csv_get_line (self->csv, row);
    }
}

/* mtr_import_reader_clear: frees what the reader has */
void
mtr_import_reader_clear (MtrImportReader *self)
{
  g_clear_pointer (&self->people, mtr_import_people_free);
  g_clear_pointer (&self->month_first_line, g_free);
}

/*
 * mtr_import_reader_get_cell:
 * @row: a row, from 0
 * @code: what a column can be
 *
 * Returns: (nullable): its cell as it is in the file; %NULL where it is blank or there is no such column
 */
const char *
mtr_import_reader_get_cell (MtrImportReader *self,
                            guint            row,
                            const char      *code)
{
  int position = mtr_import_mapping_find (self->mapping, mtr_import_column_find (self->subject, code));
  const char *cell = position >= 0 ? mtr_csv_get_cell (self->csv, row, (guint) position) : NULL;

  return mtr_text_is_blank (cell) ? NULL : cell;
}

/*
 * mtr_import_reader_check_row:
 * @row: a row, from 0
 * @out: where to say it
 *
 * A row with more or fewer cells than there are headers may have them in the wrong columns. Empty ones at its end are no
 * harm.
 *
 * Returns: whether its cells can be read
 */
gboolean
mtr_import_reader_check_row (MtrImportReader *self,
                             guint            row,
                             MtrImportRow    *out)
{
  guint n_columns = mtr_csv_get_n_columns (self->csv);
  guint n_cells = mtr_csv_get_n_cells (self->csv, row);
  guint n_cleaned = mtr_csv_get_n_cleaned (self->csv, row);

  if (n_cleaned > 0)
    mtr_import_row_note (out, mtr_text_describe_cleaned (n_cleaned));

  while (n_cells > n_columns && n_cells <= MTR_CSV_MAX_COLUMNS &&
         *mtr_csv_get_cell (self->csv, row, n_cells - 1) == '\0')
    n_cells--;
  if (n_cells == n_columns)
    return TRUE;

  /* Translators: how many cells a row has, then how many headers there are */
  mtr_import_row_refuse (out, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                            "This row has %1$u cell, and there are %2$u headers. Look for a "
                                                            "mark between two cells that is missing or too many.",
                                                            "This row has %1$u cells, and there are %2$u headers. Look for "
                                                            "a mark between two cells that is missing or too many.",
                                                            n_cells),
                                               n_cells, n_columns));

  return FALSE;
}

/*
 * mtr_import_dup_cell:
 * @record: a record
 * @field: one of its fields
 * @people: (nullable): what everybody is called; %NULL where @field refers to nobody
 *
 * Returns: (transfer full): its value as an export writes it, unprotected; "" where it is empty
 */
char *
mtr_import_dup_cell (MtrRecord       *record,
                     MtrField         field,
                     MtrImportPeople *people)
{
  if (!mtr_record_is_set (record, field))
    return g_strdup ("");

  switch (mtr_field_get_info (field)->type)
    {
    case MTR_TYPE_BOOLEAN:
      return g_strdup (mtr_record_get_number (record, field) != 0 ? "yes" : "no");
    case MTR_TYPE_REF:
      return mtr_import_people_dup_call (people, mtr_record_get_number (record, field));
    case MTR_TYPE_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_number (record, field));
    case MTR_TYPE_TEXT:
    case MTR_TYPE_LONG:
    case MTR_TYPE_DATE:
    case MTR_TYPE_TIME:
    case MTR_TYPE_MOMENT:
    case MTR_TYPE_CODE:
    case MTR_TYPE_CODES:
    default:
      return g_strdup (mtr_record_get_text (record, field));
    }
}

/*
 * mtr_import_read_person:
 * @people: everybody
 * @cell: what was typed
 * @id: (out): the person
 * @reason: (out) (transfer full): why nobody, or not only one, can be meant
 *
 * Returns: whether it means one person
 */
gboolean
mtr_import_read_person (MtrImportPeople  *people,
                        const char       *cell,
                        gint64           *id,
                        char            **reason)
{
  g_autofree char *quoted = mtr_import_dup_typed (cell);

  switch (mtr_import_people_find (people, cell, id))
    {
    case MTR_IMPORT_FOUND_ONE:
      return TRUE;
    case MTR_IMPORT_FOUND_SEVERAL:
      /* Translators: a name */
      *reason = g_strdup_printf (_("Several people are called “%s”. Write the e-mail address or the employee reference of "
                                   "the one who is meant."), quoted);
      return FALSE;
    case MTR_IMPORT_FOUND_NONE:
    default:
      /* Translators: a name */
      *reason = g_strdup_printf (_("Nobody is called “%s”, here or in the programme. Give them a row, or leave the cell "
                                   "empty."), quoted);
      return FALSE;
    }
}

static gboolean
read_answer (const char  *cell,
             int         *answer,
             char       **reason)
{
  g_autofree char *key = mtr_import_dup_key (cell);
  g_autofree char *quoted = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    if (g_str_equal (answers[i].word, key))
      {
        *answer = answers[i].value;
        return TRUE;
      }
  if (g_str_equal (cell, "?"))
    {
      *answer = -1;
      return TRUE;
    }

  quoted = mtr_import_dup_typed (cell);
  /* Translators: what was typed */
  *reason = g_strdup_printf (_("“%s” is neither yes nor no. Write one of them, or “unknown”."), quoted);

  return FALSE;
}

/* Hours into minutes, years into months: "37.5", "2", with a decimal comma too. */
static gboolean
read_scaled (MtrField     field,
             const char  *cell,
             int          scale,
             char       **typed,
             char       **reason)
{
  g_autofree char *text = g_strdelimit (g_strstrip (g_strdup (cell)), ",", '.');
  char *end = NULL;
  double number = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0' || !isfinite (number) || number < 0 || number > 100000 || strchr (text, 'x') != NULL)
    {
      g_autofree char *quoted = mtr_import_dup_typed (cell);

      /* Translators: what was typed */
      *reason = g_strdup_printf (_("“%s” is not a number. Write it as in 37.5."), quoted);
      return FALSE;
    }
  *typed = g_strdup_printf ("%ld", lround (number * scale));

  return TRUE;
}

static gboolean
check_length (MtrField     field,
              const char  *cell,
              char       **reason)
{
  gsize length = (gsize) g_utf8_strlen (cell, -1);
  gsize max = mtr_field_get_max_length (field);

  if (length <= max)
    return TRUE;

  /* Translators: how many characters there are, and how many fit */
  *reason = g_strdup_printf (_("This has %1$lu characters, and at most %2$lu fit here. Shorten it."), (gulong) length,
                             (gulong) max);

  return FALSE;
}

static gboolean
check_field (MtrImportReader  *self,
             MtrField          field,
             const char       *cell,
             char            **value,
             char            **reason)
{
  g_autoptr (MtrProblem) problem = NULL;

  if (mtr_check_field (field, cell, &self->context->today, value, &problem))
    return TRUE;
  *reason = g_strdup (problem->message);

  return FALSE;
}

/* A non-breaking space is white space too, where it is the first or the last of a line. */
static char *
strip (const char *text)
{
  const char *end = text + strlen (text);

  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return g_strndup (text, (gsize) (end - text));
}

/* "10:00:00", as spreadsheets write a time. */
static char *
dup_without_seconds (const char *cell)
{
  const char *colon = strchr (cell, ':');
  const char *second = colon != NULL ? strchr (colon + 1, ':') : NULL;

  return second != NULL && strspn (second + 1, "0123456789.") == strlen (second + 1)
         ? g_strndup (cell, (gsize) (second - cell)) : g_strdup (cell);
}

static gboolean
read_pack (MtrImportReader  *self,
           const char       *cell,
           char            **value,
           char            **reason)
{
  const MtrImportContext *context = self->context;
  MtrPack *pack = context->find_pack (cell, context->find_pack_data);
  g_autofree char *quoted = NULL;

  if (pack != NULL)
    {
      *value = g_strdup (mtr_pack_get_id (pack));
      return TRUE;
    }
  quoted = mtr_import_dup_typed (cell);
  /* Translators: what was typed */
  *reason = g_strdup_printf (_("There is no pack “%s” on this computer. Write the id of one that there is, or leave the cell "
                               "empty for that of the programme."), quoted);

  return FALSE;
}

/* Reads a cell into the value that is stored, as text; %NULL in @value empties the field. */
static gboolean
read_cell (MtrImportReader       *self,
           guint                  position,
           const MtrImportColumn *column,
           MtrPack               *pack,
           const char            *cell,
           char                 **value,
           char                 **reason)
{
  const MtrFieldInfo *info = mtr_field_get_info (column->field);
  g_autofree char *text = info->type == MTR_TYPE_LONG ? g_strdup (cell) : strip (cell);
  g_autofree char *typed = NULL;
  gint64 id;
  int answer;

  *value = NULL;
  if (column->use == MTR_IMPORT_USE_HOURS || column->use == MTR_IMPORT_USE_YEARS)
    return read_scaled (column->field, text, column->use == MTR_IMPORT_USE_HOURS ? 60 : 12, &typed, reason) &&
           check_field (self, column->field, typed, value, reason);

  switch (info->type)
    {
    case MTR_TYPE_TEXT:
    case MTR_TYPE_LONG:
      return check_length (column->field, text, reason) && check_field (self, column->field, text, value, reason);
    case MTR_TYPE_DATE:
      return mtr_import_read_date (text, self->month_first_line[position], &self->context->today, value, reason);
    case MTR_TYPE_BOOLEAN:
      if (!read_answer (text, &answer, reason))
        return FALSE;
      *value = answer >= 0 ? g_strdup_printf ("%d", answer) : NULL;
      return TRUE;
    case MTR_TYPE_CODE:
    case MTR_TYPE_CODES:
      if (column->field == MTR_PAIRING_PACK)
        return read_pack (self, text, value, reason);
      return mtr_import_read_code (column->field, pack, text, value, reason);
    case MTR_TYPE_REF:
      if (!mtr_import_read_person (self->people, text, &id, reason))
        return FALSE;
      *value = g_strdup_printf ("%" G_GINT64_FORMAT, id);
      return TRUE;
    case MTR_TYPE_TIME:
      typed = dup_without_seconds (text);
      return check_field (self, column->field, typed, value, reason);
    case MTR_TYPE_INTEGER:
    case MTR_TYPE_MOMENT:
    default:
      return check_field (self, column->field, text, value, reason);
    }
}

static void
store_value (MtrRecord  *record,
             MtrField    field,
             const char *value)
{
  if (value == NULL)
    mtr_record_clear (record, field);
  else if (mtr_field_is_number (field))
    mtr_record_set_number (record, field, g_ascii_strtoll (value, NULL, 10));
  else
    mtr_record_set_text (record, field, value);
}

static gboolean
is_mapped (MtrImportReader *self,
           MtrField         field)
{
  return mtr_import_mapping_find (self->mapping,
                                  mtr_import_column_find (self->subject, mtr_field_get_info (field)->column)) >= 0;
}

/* The matcher of the Civil Service has one list of mentors and one of mentees, told apart by what only mentees are asked. */
static void
read_both (MtrImportReader *self,
           gboolean         both,
           MtrRecord       *record)
{
  gboolean of_mentees = is_mapped (self, MTR_PERSON_TARGET_PROFESSION) ||
                        is_mapped (self, MTR_PERSON_SIMILAR_IDENTITY_WANTED) ||
                        is_mapped (self, MTR_PERSON_IDENTITY_WANTED);

  mtr_record_set_text (record, MTR_PERSON_ROLE_WANTED, both ? "both" : of_mentees ? "mentee" : "mentor");
  if ((both || !of_mentees) && !mtr_record_is_set (record, MTR_PERSON_WILLING_TO_MENTOR))
    mtr_record_set_number (record, MTR_PERSON_WILLING_TO_MENTOR, 1);
}

static void
refuse_cell (MtrImportRow          *out,
             const MtrImportColumn *column,
             const char            *reason)
{
  /* Translators: the name of a column, and what is wrong with its cell */
  mtr_import_row_refuse (out, g_strdup_printf (_("%1$s: %2$s"), mtr_import_column_get_label (column), reason));
}

/*
 * mtr_import_reader_read_row:
 * @row: a row, from 0
 * @existing: (nullable): the record of the programme file that it is about
 * @pack: (nullable): where words of a pack are looked for
 * @record: what it becomes; the fields of the mapped columns are set in it
 * @out: where refusals are said
 *
 * Private columns are read where they are ticked.
 */
void
mtr_import_reader_read_row (MtrImportReader *self,
                            guint            row,
                            MtrRecord       *existing,
                            MtrPack         *pack,
                            MtrRecord       *record,
                            MtrImportRow    *out)
{
  for (guint i = 0; i < mtr_csv_get_n_columns (self->csv); i++)
    {
      const MtrImportColumn *column = mtr_import_mapping_get_column (self->mapping, i);
      const char *in_file = mtr_csv_get_cell (self->csv, row, i);
      g_autofree char *cell = NULL;
      g_autofree char *value = NULL;
      g_autofree char *reason = NULL;
      int answer;

      if (column == NULL || (column->is_private && !mtr_import_mapping_get_ticked (self->mapping, i)) ||
          mtr_text_is_blank (in_file))
        continue;
      cell = mtr_csv_cell_unprotect (in_file);

      if (column->use == MTR_IMPORT_USE_BOTH)
        {
          if (!read_answer (cell, &answer, &reason))
            refuse_cell (out, column, reason);
          else if (answer >= 0)
            read_both (self, answer == 1, record);
          continue;
        }
      if (column->use != MTR_IMPORT_USE_FIELD && column->use != MTR_IMPORT_USE_HOURS &&
          column->use != MTR_IMPORT_USE_YEARS)
        continue;
      if (existing != NULL && column->use == MTR_IMPORT_USE_FIELD)
        {
          g_autofree char *exported = mtr_import_dup_cell (existing, column->field, self->people);
          g_autofree char *seen = mtr_import_dup_seen (cell);

          if (g_str_equal (exported, cell) || g_str_equal (exported, seen))
            continue;
        }
      if (read_cell (self, i, column, pack, cell, &value, &reason))
        store_value (record, column->field, value);
      else
        refuse_cell (out, column, reason);
    }
}
