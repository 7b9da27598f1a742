/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dry run of a spreadsheet: each row is checked against the programme file
 * and against the other rows, and nothing is written. The change that takes the
 * rows in is made from the same findings: what was shown is what is done.
 */

#include "mtr-import-result.h"

#include "mtr-import-private.h"

#include <glib/gi18n-lib.h>

struct _MtrImportResult {
  GObject           parent_instance;

  MtrImportMapping *mapping;  /* (owned) */
  MtrImportContext  context;  /* its file is owned */
  MtrImportWork     work;     /* its reader is gone */
  GListStore       *rows;     /* (owned) (element-type MtrImportRow) */
  guint             counts[MTR_N_IMPORT_STATES];
};

G_DEFINE_FINAL_TYPE (MtrImportResult, mtr_import_result, G_TYPE_OBJECT)

static void
free_draft (gpointer data)
{
  MtrImportDraft *draft = data;

  g_clear_object (&draft->record);
  g_clear_pointer (&draft->children, g_ptr_array_unref);
  g_clear_pointer (&draft->moved, g_ptr_array_unref);
  g_free (draft);
}

static void
mtr_import_result_finalize (GObject *object)
{
  MtrImportResult *self = MTR_IMPORT_RESULT (object);

  g_clear_object (&self->mapping);
  g_clear_object (&self->context.file);
  g_clear_pointer (&self->work.rows, g_ptr_array_unref);
  g_clear_pointer (&self->work.drafts, g_ptr_array_unref);
  g_clear_pointer (&self->work.packs, g_ptr_array_unref);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (mtr_import_result_parent_class)->finalize (object);
}

static void
mtr_import_result_class_init (MtrImportResultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mtr_import_result_finalize;
}

static void
mtr_import_result_init (MtrImportResult *self)
{
  self->work.rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->work.drafts = g_ptr_array_new_with_free_func (free_draft);
  self->work.packs = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_list_store_new (MTR_TYPE_IMPORT_ROW);
}

/* mtr_import_work_get_draft: Returns: (transfer none): what a row would do */
MtrImportDraft *
mtr_import_work_get_draft (MtrImportWork *self,
                           guint          row)
{
  return g_ptr_array_index (self->drafts, row);
}

/* mtr_import_work_get_row: Returns: (transfer none): what is said about a row */
MtrImportRow *
mtr_import_work_get_row (MtrImportWork *self,
                         guint          row)
{
  return g_ptr_array_index (self->rows, row);
}

/* mtr_import_work_is_refused: Returns: whether a row is refused so far */
gboolean
mtr_import_work_is_refused (MtrImportWork *self,
                            guint          row)
{
  return mtr_import_row_get_state (mtr_import_work_get_row (self, row)) == MTR_IMPORT_REFUSED;
}

/*
 * mtr_import_work_claim:
 * @row: a row
 * @claims: (element-type utf8 guint): key → row + 1
 * @key: (transfer full): what only one row may be about
 *
 * Returns: whether no row before it has the same key; else it is refused
 */
gboolean
mtr_import_work_claim (MtrImportWork *self,
                       guint          row,
                       GHashTable    *claims,
                       char          *key)
{
  guint earlier = GPOINTER_TO_UINT (g_hash_table_lookup (claims, key));

  if (earlier == 0)
    {
      g_hash_table_insert (claims, key, GUINT_TO_POINTER (row + 1));
      return TRUE;
    }
  g_free (key);
  mtr_import_row_refuse (mtr_import_work_get_row (self, row),
                         /* Translators: %u is the number of a line */
                         g_strdup_printf (_("Line %u is about the same. Remove one of the rows, or put it right."),
                                          mtr_csv_get_line (self->reader->csv, earlier - 1)));

  return FALSE;
}

/* What somebody says about who they are is not shown, not even as a difference. */
static void
add_difference (MtrImportWork *self,
                MtrImportRow  *out,
                MtrField       field,
                MtrRecord     *old_record,
                MtrRecord     *new_record)
{
  gboolean hidden = mtr_field_get_info (field)->audience == MTR_AUDIENCE_MINE;
  g_autofree char *old_value = hidden ? NULL : mtr_import_dup_cell (old_record, field, self->reader->people);
  g_autofree char *new_value = hidden ? NULL : mtr_import_dup_cell (new_record, field, self->reader->people);

  mtr_import_row_differ (out, mtr_field_get_label (field), hidden ? _("not shown") : old_value,
                         hidden ? _("not shown") : new_value);
}

/*
 * mtr_import_work_compare:
 * @row: a row whose draft is complete
 *
 * Finds out whether it is new, changed or the same, and notes what differs.
 */
void
mtr_import_work_compare (MtrImportWork *self,
                         guint          row)
{
  MtrImportDraft *draft = mtr_import_work_get_draft (self, row);
  MtrImportRow *out = mtr_import_work_get_row (self, row);
  const MtrKindInfo *info = mtr_kind_get_info (mtr_import_subject_get_kind (self->reader->subject));
  gboolean changed = draft->children != NULL || draft->moved != NULL;

  if (draft->record == NULL)
    return;
  if (draft->existing == NULL)
    {
      mtr_import_row_set_state (out, MTR_IMPORT_NEW);
      return;
    }
  for (int field = info->first_field; field <= (int) info->last_field; field++)
    if (!mtr_record_equal_field (draft->existing, draft->record, field))
      {
        add_difference (self, out, field, draft->existing, draft->record);
        changed = TRUE;
      }
  mtr_import_row_set_state (out, changed ? MTR_IMPORT_CHANGED : MTR_IMPORT_SAME);
}

/**
 * mtr_import_check:
 * @mapping: a spreadsheet, and what its columns are
 * @context: what its rows are checked against; the ids of new records are asked for at once
 * @error: return location for %MTR_IMPORT_ERROR_COLUMN or %G_IO_ERROR_CANCELLED
 *
 * Runs through all rows without changing anything. It takes seconds for 100,000 rows: a window calls it in a thread, and
 * the functions of @context are called in that thread.
 *
 * Returns: (transfer full) (nullable): what would become of each row
 */
MtrImportResult *
mtr_import_check (MtrImportMapping        *mapping,
                  const MtrImportContext  *context,
                  GError                 **error)
{
  static void (* const checks[]) (MtrImportWork *) = {
    [MTR_IMPORT_PEOPLE] = mtr_import_check_people,
    [MTR_IMPORT_PAIRINGS] = mtr_import_check_pairings,
    [MTR_IMPORT_SESSIONS] = mtr_import_check_sessions,
  };
  g_autoptr (MtrImportResult) self = NULL;
  g_autofree char *problem = mtr_import_mapping_find_problem (mapping);
  MtrCsv *csv = mtr_import_mapping_get_csv (mapping);
  MtrImportReader reader;

  if (problem != NULL)
    {
      g_set_error_literal (error, MTR_IMPORT_ERROR, MTR_IMPORT_ERROR_COLUMN, problem);
      return NULL;
    }

  self = g_object_new (MTR_TYPE_IMPORT_RESULT, NULL);
  self->mapping = g_object_ref (mapping);
  self->context = *context;
  g_object_ref (self->context.file);
  for (guint row = 0; row < mtr_csv_get_n_rows (csv); row++)
    {
      g_ptr_array_add (self->work.rows, mtr_import_row_new (mtr_csv_get_line (csv, row)));
      g_ptr_array_add (self->work.drafts, g_new0 (MtrImportDraft, 1));
    }

  mtr_import_reader_init (&reader, mapping, context);
  self->work.reader = &reader;
  checks[reader.subject] (&self->work);
  self->work.reader = NULL;
  mtr_import_reader_clear (&reader);
  if (g_cancellable_set_error_if_cancelled (context->cancellable, error))
    return NULL;
  self->context.cancellable = NULL;

  g_list_store_splice (self->rows, 0, 0, self->work.rows->pdata, self->work.rows->len);
  for (guint row = 0; row < self->work.rows->len; row++)
    self->counts[mtr_import_row_get_state (mtr_import_work_get_row (&self->work, row))]++;

  return g_steal_pointer (&self);
}

/**
 * mtr_import_result_get_rows:
 * @self: a result
 *
 * Returns: (transfer none): a list of #MtrImportRow, in the order of the file; line managers who are added come after them
 */
GListModel *
mtr_import_result_get_rows (MtrImportResult *self)
{
  return G_LIST_MODEL (self->rows);
}

/**
 * mtr_import_result_count:
 * @self: a result
 * @state: what becomes of a row
 *
 * Returns: of how many rows that becomes
 */
guint
mtr_import_result_count (MtrImportResult *self,
                         MtrImportState   state)
{
  return self->counts[state];
}

/**
 * mtr_import_result_describe:
 * @self: a result
 *
 * Returns: (transfer full): the numbers in a line for a person
 */
char *
mtr_import_result_describe (MtrImportResult *self)
{
  /* Translators: four numbers of rows */
  return g_strdup_printf (_("%1$u new, %2$u changed, %3$u the same, %4$u refused"), self->counts[MTR_IMPORT_NEW],
                          self->counts[MTR_IMPORT_CHANGED], self->counts[MTR_IMPORT_SAME],
                          self->counts[MTR_IMPORT_REFUSED]);
}

/**
 * mtr_import_result_get_packs:
 * @self: a result
 *
 * Returns: (transfer none) (element-type MtrPack): the packs that new pairings have; those that the programme file lacks are
 *   to be added to it before the change is done
 */
GPtrArray *
mtr_import_result_get_packs (MtrImportResult *self)
{
  return self->work.packs;
}

static void
add_update (MtrChange *change,
            MtrRecord *old_record,
            MtrRecord *new_record)
{
  const MtrKindInfo *info = mtr_kind_get_info (mtr_record_get_kind (new_record));
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (MtrField));

  for (int i = info->first_field; i <= (int) info->last_field; i++)
    {
      MtrField field = (MtrField) i;

      if (old_record == NULL || !mtr_record_equal_field (old_record, new_record, field))
        g_array_append_val (fields, field);
    }
  if (fields->len > 0)
    mtr_change_update (change, g_object_ref (new_record), (const MtrField *) (gpointer) fields->data, fields->len);
}

static void
add_draft (MtrImportResult *self,
           MtrChange       *change,
           MtrImportDraft  *draft)
{
  if (draft->existing == NULL)
    mtr_change_insert (change, g_object_ref (draft->record));
  else
    add_update (change, draft->existing, draft->record);
  for (guint i = 0; draft->children != NULL && i < draft->children->len; i++)
    mtr_change_insert (change, g_object_ref (g_ptr_array_index (draft->children, i)));
  for (guint i = 0; draft->moved != NULL && i < draft->moved->len; i++)
    {
      MtrRecord *moved = g_ptr_array_index (draft->moved, i);

      add_update (change, mtr_snapshot_get (self->context.file, mtr_record_get_kind (moved), mtr_record_get_id (moved)),
                  moved);
    }
}

static char *
dup_change_label (MtrImportResult *self)
{
  guint n_rows = self->counts[MTR_IMPORT_NEW] + self->counts[MTR_IMPORT_CHANGED];

  switch (mtr_import_mapping_get_subject (self->mapping))
    {
    case MTR_IMPORT_PEOPLE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "import of %u person", "import of %u people", n_rows), n_rows);
    case MTR_IMPORT_PAIRINGS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "import of %u pairing", "import of %u pairings", n_rows),
                              n_rows);
    case MTR_IMPORT_SESSIONS:
    case MTR_N_IMPORT_SUBJECTS:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "import of %u session", "import of %u sessions", n_rows),
                              n_rows);
    }
}

/**
 * mtr_import_result_make_change:
 * @self: a result
 * @leave_out_refused: whether the rows that are not refused are taken in without those that are
 * @error: return location for %MTR_IMPORT_ERROR_REFUSED
 *
 * One change, so one transaction and one undo. It also remembers what the columns were. Nothing that was checked may have
 * changed in the programme file since: check again where it has.
 *
 * Returns: (transfer full) (nullable): the change; an empty one where all rows are the same
 */
MtrChange *
mtr_import_result_make_change (MtrImportResult  *self,
                               gboolean          leave_out_refused,
                               GError          **error)
{
  g_autofree char *label = dup_change_label (self);
  MtrChange *change;
  guint n_refused = self->counts[MTR_IMPORT_REFUSED];

  if (n_refused > 0 && !leave_out_refused)
    {
      g_set_error (error, MTR_IMPORT_ERROR, MTR_IMPORT_ERROR_REFUSED,
                   g_dngettext (GETTEXT_PACKAGE,
                                "%u row is refused, so nothing was taken in. Put it right, or take in the others without it.",
                                "%u rows are refused, so nothing was taken in. Put them right, or take in the others "
                                "without them.", n_refused),
                   n_refused);
      return NULL;
    }

  change = mtr_change_new (label);
  for (guint row = 0; row < self->work.rows->len; row++)
    {
      MtrImportState state = mtr_import_row_get_state (mtr_import_work_get_row (&self->work, row));

      if (state == MTR_IMPORT_NEW || state == MTR_IMPORT_CHANGED)
        add_draft (self, change, mtr_import_work_get_draft (&self->work, row));
    }
  if (!mtr_change_is_empty (change))
    mtr_import_mapping_remember (self->mapping, self->context.file, self->context.new_id, self->context.new_id_data,
                                 change);

  return change;
}
