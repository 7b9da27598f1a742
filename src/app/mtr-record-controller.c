/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Between the boxes a person types in and the store: holds the draft of one
 * record, says whether it is valid, and saves it half a second after the last
 * key and at the latest one second after the first unsaved one. What cannot be
 * taken stays as it was typed, with the reason; the stored value is unchanged.
 * It is there again when the page is: the programme keeps it while it is open.
 */

#include "mtr-record-controller.h"

#include "mtr-check.h"

#include <glib/gi18n-lib.h>

#define SAVE_AFTER_LAST_KEY_MS 500
#define SAVE_AFTER_FIRST_KEY_US G_GINT64_CONSTANT (1000000)

struct _MtrRecordController {
  GObject              parent_instance;

  MtrProgramme        *programme;   /* (owned) */
  MtrRecord           *record;      /* (owned): the draft: stored values and accepted ones */
  gboolean             unborn;      /* not in the store yet */
  MtrRecordCompletion  completion;  /* (nullable) */
  gpointer             completion_data;
  MtrRecordCheck       check;       /* (nullable) */
  gpointer             check_data;
  char                *label;       /* (owned): what undo calls an edit */

  GHashTable          *dirty;       /* (owned): fields accepted, and not yet on the disk */
  GHashTable          *writing;     /* (owned): fields in the write that is under way */
  GHashTable          *typed;       /* (owned): field → text as typed, while it differs from the value */
  GHashTable          *problems;    /* (owned): field → MtrProblem */
  guint                stay;        /* number of the stay of the cursor, for merging */
  gint64               first_unsaved_us;
  guint                save_source;
  gboolean             is_writing;
};

enum {
  SIGNAL_VALUE_CHANGED,
  SIGNAL_PROBLEM_CHANGED,
  SIGNAL_CLEANED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MtrRecordController, mtr_record_controller, G_TYPE_OBJECT)

static void write_dirty (MtrRecordController *self);

/* What was typed and not taken, of records whose pages were left: "field:id" → Kept. */
typedef struct {
  char       *typed;    /* (owned) */
  MtrProblem *problem;  /* (owned) */
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_free (kept->typed);
  g_clear_pointer (&kept->problem, mtr_problem_free);
  g_free (kept);
}

static GHashTable *
get_kept (MtrRecordController *self)
{
  GHashTable *kept = g_object_get_data (G_OBJECT (self->programme), "mtr-kept-typed");

  if (kept == NULL)
    {
      kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, kept_free);
      g_object_set_data_full (G_OBJECT (self->programme), "mtr-kept-typed", kept, (GDestroyNotify) g_hash_table_unref);
    }

  return kept;
}

static char *
make_kept_key (MtrRecordController *self,
               int                  field)
{
  return g_strdup_printf ("%d:%" G_GINT64_FORMAT, field, mtr_record_get_id (self->record));
}

static void
keep_typed (MtrRecordController *self)
{
  GHashTable *all = get_kept (self);
  GHashTableIter iter;
  gpointer field, typed;

  g_hash_table_iter_init (&iter, self->typed);
  while (g_hash_table_iter_next (&iter, &field, &typed))
    {
      const MtrProblem *problem = g_hash_table_lookup (self->problems, field);
      Kept *kept;

      if (problem == NULL)
        continue;
      kept = g_new (Kept, 1);
      kept->typed = g_strdup (typed);
      kept->problem = mtr_problem_new (problem->field, problem->id, problem->warning, "%s", problem->message);
      g_hash_table_insert (all, make_kept_key (self, GPOINTER_TO_INT (field)), kept);
    }
}

static void
take_kept (MtrRecordController *self)
{
  const MtrKindInfo *info = mtr_kind_get_info (mtr_record_get_kind (self->record));
  GHashTable *all = get_kept (self);

  for (int field = info->first_field; g_hash_table_size (all) > 0 && field <= (int) info->last_field; field++)
    {
      g_autofree char *key = make_kept_key (self, field);
      Kept *kept = g_hash_table_lookup (all, key);

      if (kept == NULL)
        continue;
      g_hash_table_insert (self->typed, GINT_TO_POINTER (field), g_steal_pointer (&kept->typed));
      g_hash_table_insert (self->problems, GINT_TO_POINTER (field), g_steal_pointer (&kept->problem));
      g_hash_table_remove (all, key);
    }
}

static void
mtr_record_controller_dispose (GObject *object)
{
  MtrRecordController *self = MTR_RECORD_CONTROLLER (object);

  if (self->programme != NULL)
    {
      keep_typed (self);
      g_hash_table_remove_all (self->typed);
      mtr_record_controller_flush (self);
      mtr_programme_remove_unsaved (self->programme, self);
    }
  g_clear_handle_id (&self->save_source, g_source_remove);

  G_OBJECT_CLASS (mtr_record_controller_parent_class)->dispose (object);
}

static void
mtr_record_controller_finalize (GObject *object)
{
  MtrRecordController *self = MTR_RECORD_CONTROLLER (object);

  g_clear_object (&self->programme);
  g_clear_object (&self->record);
  g_hash_table_unref (self->dirty);
  g_hash_table_unref (self->writing);
  g_hash_table_unref (self->typed);
  g_hash_table_unref (self->problems);
  g_free (self->label);

  G_OBJECT_CLASS (mtr_record_controller_parent_class)->finalize (object);
}

static void
mtr_record_controller_class_init (MtrRecordControllerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mtr_record_controller_dispose;
  object_class->finalize = mtr_record_controller_finalize;

  /* All three carry the field (int); "cleaned" also a sentence about what was taken out. */
  signals[SIGNAL_VALUE_CHANGED] = g_signal_new ("value-changed", MTR_TYPE_RECORD_CONTROLLER, G_SIGNAL_RUN_LAST, 0,
                                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_PROBLEM_CHANGED] = g_signal_new ("problem-changed", MTR_TYPE_RECORD_CONTROLLER, G_SIGNAL_RUN_LAST, 0,
                                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_CLEANED] = g_signal_new ("cleaned", MTR_TYPE_RECORD_CONTROLLER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
}

static void
mtr_record_controller_init (MtrRecordController *self)
{
  self->dirty = g_hash_table_new (NULL, NULL);
  self->writing = g_hash_table_new (NULL, NULL);
  self->typed = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->problems = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) mtr_problem_free);
}

/**
 * mtr_record_controller_new:
 * @programme: the programme
 * @record: (transfer none): a record as it is stored
 *
 * Returns: (transfer full): a controller for it
 */
MtrRecordController *
mtr_record_controller_new (MtrProgramme *programme,
                           MtrRecord    *record)
{
  MtrRecordController *self = g_object_new (MTR_TYPE_RECORD_CONTROLLER, NULL);

  self->programme = g_object_ref (programme);
  self->record = mtr_record_copy (record);
  /* Translators: what the menu of undo calls an edit; %s is a kind of record, as in "Session". */
  self->label = g_strdup_printf (_("change: %s"), mtr_kind_get_label (mtr_record_get_kind (record)));
  take_kept (self);

  return self;
}

/**
 * mtr_record_controller_new_unborn:
 * @programme: the programme
 * @record: (transfer none): a new record with its first values
 * @completion: (nullable): adds what goes together with it
 * @completion_data: for @completion
 *
 * The record is put in the store with the first thing that is typed, and not before.
 *
 * Returns: (transfer full): a controller for it
 */
MtrRecordController *
mtr_record_controller_new_unborn (MtrProgramme        *programme,
                                  MtrRecord           *record,
                                  MtrRecordCompletion  completion,
                                  gpointer             completion_data)
{
  MtrRecordController *self = mtr_record_controller_new (programme, record);

  self->unborn = TRUE;
  self->completion = completion;
  self->completion_data = completion_data;

  return self;
}

/**
 * mtr_record_controller_set_check:
 * @self: a controller
 * @check: (nullable): the rules of this kind of record
 * @check_data: for @check
 */
void
mtr_record_controller_set_check (MtrRecordController *self,
                                 MtrRecordCheck       check,
                                 gpointer             check_data)
{
  self->check = check;
  self->check_data = check_data;
}

/**
 * mtr_record_controller_set_label:
 * @self: a controller
 * @label: what the menu of undo calls an edit, as in "change: session of 14 March"
 */
void
mtr_record_controller_set_label (MtrRecordController *self,
                                 const char          *label)
{
  char *copy = g_strdup (label);

  g_free (self->label);
  self->label = copy;
}

/**
 * mtr_record_controller_get_programme:
 * @self: a controller
 *
 * Returns: (transfer none): the programme
 */
MtrProgramme *
mtr_record_controller_get_programme (MtrRecordController *self)
{
  return self->programme;
}

/**
 * mtr_record_controller_get_record:
 * @self: a controller
 *
 * Returns: (transfer none): the draft; not to be changed, and replaced by the next edit of the controller
 */
MtrRecord *
mtr_record_controller_get_record (MtrRecordController *self)
{
  return self->record;
}

/**
 * mtr_record_controller_is_unborn:
 * @self: a controller
 *
 * Returns: whether the record is not in the store yet
 */
gboolean
mtr_record_controller_is_unborn (MtrRecordController *self)
{
  return self->unborn;
}

/**
 * mtr_record_controller_refresh:
 * @self: a controller
 * @stored: (transfer none): the record as it is stored now
 *
 * Takes over what has changed in the store: by undo, say. What is typed and not saved yet stays.
 */
void
mtr_record_controller_refresh (MtrRecordController *self,
                               MtrRecord           *stored)
{
  const MtrKindInfo *info = mtr_kind_get_info (mtr_record_get_kind (stored));

  if (mtr_record_get_kind (stored) != mtr_record_get_kind (self->record) ||
      mtr_record_get_id (stored) != mtr_record_get_id (self->record))
    return;

  self->unborn = FALSE;
  for (int field = info->first_field; field <= (int) info->last_field; field++)
    {
      gpointer key = GINT_TO_POINTER (field);

      if (g_hash_table_contains (self->dirty, key) || g_hash_table_contains (self->writing, key) ||
          g_hash_table_contains (self->problems, key) || mtr_record_equal_field (self->record, stored, field))
        continue;

      g_hash_table_remove (self->typed, key);
      if (!mtr_record_is_set (stored, field))
        mtr_record_clear (self->record, field);
      else if (mtr_field_is_number (field))
        mtr_record_set_number (self->record, field, mtr_record_get_number (stored, field));
      else
        mtr_record_set_text (self->record, field, mtr_record_get_text (stored, field));
      g_signal_emit (self, signals[SIGNAL_VALUE_CHANGED], 0, field);
    }
}

static gboolean
save_cb (gpointer user_data)
{
  MtrRecordController *self = MTR_RECORD_CONTROLLER (user_data);

  self->save_source = 0;
  write_dirty (self);

  return G_SOURCE_REMOVE;
}

static void
flush_cb (gpointer object)
{
  mtr_record_controller_flush (MTR_RECORD_CONTROLLER (object));
}

static void
schedule_save (MtrRecordController *self,
               MtrField             field)
{
  gint64 now = g_get_monotonic_time ();
  gint64 wait_us;

  if (g_hash_table_size (self->dirty) == 0)
    self->first_unsaved_us = now;
  g_hash_table_add (self->dirty, GINT_TO_POINTER (field));
  mtr_programme_add_unsaved (self->programme, self, flush_cb);

  wait_us = MIN (SAVE_AFTER_LAST_KEY_MS * 1000, self->first_unsaved_us + SAVE_AFTER_FIRST_KEY_US - now);
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (MAX (wait_us, 0) / 1000, save_cb, self);
}

static void
set_problem (MtrRecordController *self,
             MtrField             field,
             MtrProblem          *problem)
{
  gpointer key = GINT_TO_POINTER (field);
  const MtrProblem *old = g_hash_table_lookup (self->problems, key);

  if (old == NULL && problem == NULL)
    return;

  if (problem != NULL)
    g_hash_table_insert (self->problems, key, problem);
  else
    g_hash_table_remove (self->problems, key);
  g_signal_emit (self, signals[SIGNAL_PROBLEM_CHANGED], 0, field);
}

/* Looks at the whole record: a refusal about the field itself keeps it out; anything about other fields shows there. */
static gboolean
check_candidate (MtrRecordController *self,
                 MtrRecord           *candidate,
                 MtrField             field)
{
  const MtrKindInfo *info = mtr_kind_get_info (mtr_record_get_kind (candidate));
  g_autoptr (GPtrArray) problems = NULL;
  gboolean accepted = TRUE;

  if (self->check != NULL)
    problems = self->check (candidate, self->check_data);

  for (int other = info->first_field; other <= (int) info->last_field; other++)
    {
      MtrProblem *found = NULL;

      for (guint i = 0; problems != NULL && i < problems->len && found == NULL; i++)
        {
          MtrProblem *problem = g_ptr_array_index (problems, i);

          if ((int) problem->field == other)
            found = mtr_problem_new (problem->field, problem->id, problem->warning, "%s", problem->message);
        }
      if (other == (int) field && found != NULL && !found->warning)
        accepted = FALSE;
      /* A field with text that could not even be read keeps that reason. */
      if (other == (int) field || !g_hash_table_contains (self->typed, GINT_TO_POINTER (other)))
        set_problem (self, other, found);
      else
        g_clear_pointer (&found, mtr_problem_free);
    }

  return accepted;
}

static void
accept (MtrRecordController *self,
        MtrRecord           *candidate,
        MtrField             field)
{
  gboolean changed = !mtr_record_equal_field (self->record, candidate, field);

  g_set_object (&self->record, candidate);
  if (!changed)
    return;

  schedule_save (self, field);
  g_signal_emit (self, signals[SIGNAL_VALUE_CHANGED], 0, field);
}

/**
 * mtr_record_controller_type:
 * @self: a controller
 * @field: the field that was typed in
 * @typed: exactly what stands in the box
 *
 * Takes what was typed, cleaned and understood, or keeps it with the reason why it cannot be taken.
 */
void
mtr_record_controller_type (MtrRecordController *self,
                            MtrField             field,
                            const char          *typed)
{
  g_autoptr (MtrRecord) candidate = mtr_record_copy (self->record);
  g_autofree char *value = NULL;
  MtrProblem *problem = NULL;
  gpointer key = GINT_TO_POINTER (field);
  GDate today;

  mtr_programme_get_today (self->programme, &today);
  if (!mtr_check_field (field, typed, &today, &value, &problem))
    {
      g_hash_table_insert (self->typed, key, g_strdup (typed));
      set_problem (self, field, problem);
      return;
    }

  if (value == NULL)
    mtr_record_clear (candidate, field);
  else if (mtr_field_is_number (field))
    mtr_record_set_number (candidate, field, g_ascii_strtoll (value, NULL, 10));
  else
    mtr_record_set_text (candidate, field, value);

  if (!check_candidate (self, candidate, field))
    {
      g_hash_table_insert (self->typed, key, g_strdup (typed));
      g_clear_pointer (&problem, mtr_problem_free);
      return;
    }

  g_hash_table_remove (self->typed, key);
  /* Taken, with a word about what was cleaned away. */
  if (problem != NULL)
    {
      g_signal_emit (self, signals[SIGNAL_CLEANED], 0, field, problem->message);
      mtr_problem_free (problem);
    }
  accept (self, candidate, field);
}

/**
 * mtr_record_controller_set_number:
 * @self: a controller
 * @field: a field that is a number, a reference or a boolean
 * @number: the new value
 */
void
mtr_record_controller_set_number (MtrRecordController *self,
                                  MtrField             field,
                                  gint64               number)
{
  g_autoptr (MtrRecord) candidate = mtr_record_copy (self->record);

  mtr_record_set_number (candidate, field, number);
  if (check_candidate (self, candidate, field))
    accept (self, candidate, field);
}

/**
 * mtr_record_controller_clear:
 * @self: a controller
 * @field: the field that is emptied
 */
void
mtr_record_controller_clear (MtrRecordController *self,
                             MtrField             field)
{
  g_autoptr (MtrRecord) candidate = mtr_record_copy (self->record);

  mtr_record_clear (candidate, field);
  g_hash_table_remove (self->typed, GINT_TO_POINTER (field));
  if (check_candidate (self, candidate, field))
    accept (self, candidate, field);
}

/**
 * mtr_record_controller_get_typed:
 * @self: a controller
 * @field: a field
 *
 * Returns: (transfer none) (nullable): what was typed and could not be taken; %NULL where the value counts
 */
const char *
mtr_record_controller_get_typed (MtrRecordController *self,
                                 MtrField             field)
{
  return g_hash_table_lookup (self->typed, GINT_TO_POINTER (field));
}

/**
 * mtr_record_controller_get_problem:
 * @self: a controller
 * @field: a field
 * @warning: (out) (optional): whether the value may stay all the same
 *
 * Returns: (transfer none) (nullable): what is wrong with the field
 */
const char *
mtr_record_controller_get_problem (MtrRecordController *self,
                                   MtrField             field,
                                   gboolean            *warning)
{
  const MtrProblem *problem = g_hash_table_lookup (self->problems, GINT_TO_POINTER (field));

  if (warning != NULL)
    *warning = problem != NULL && problem->warning;

  return problem != NULL ? problem->message : NULL;
}

static void
write_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MtrRecordController) self = MTR_RECORD_CONTROLLER (user_data);
  GHashTableIter iter;
  gpointer key;
  gboolean done = mtr_programme_apply_finish (MTR_PROGRAMME (source), result, NULL);

  self->is_writing = FALSE;
  if (!done)
    {
      /* Not lost: it goes with the next attempt, which the programme asks for. */
      g_hash_table_iter_init (&iter, self->writing);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        g_hash_table_add (self->dirty, key);
    }
  else
    {
      self->unborn = FALSE;
    }
  g_hash_table_remove_all (self->writing);

  if (g_hash_table_size (self->dirty) == 0)
    mtr_programme_remove_unsaved (self->programme, self);
  else if (done)
    write_dirty (self);
}

static void
write_dirty (MtrRecordController *self)
{
  g_autoptr (MtrChange) change = NULL;
  GHashTableIter iter;
  gpointer key;
  gint64 id = mtr_record_get_id (self->record);

  if (g_hash_table_size (self->dirty) == 0 || self->is_writing)
    return;

  change = mtr_change_new (self->label);
  if (self->unborn)
    {
      mtr_change_insert (change, mtr_record_copy (self->record));
      if (self->completion != NULL)
        self->completion (change, self->record, self->completion_data);
    }

  g_hash_table_iter_init (&iter, self->dirty);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      MtrField field = GPOINTER_TO_INT (key);

      g_hash_table_add (self->writing, key);
      if (self->unborn)
        continue;
      if (!mtr_record_is_set (self->record, field))
        mtr_change_clear (change, field, id);
      else if (mtr_field_is_number (field))
        mtr_change_set_number (change, field, id, mtr_record_get_number (self->record, field));
      else
        mtr_change_set_text (change, field, id, mtr_record_get_text (self->record, field));
    }

  if (!self->unborn && g_hash_table_size (self->writing) == 1)
    {
      g_autofree char *merge_key = NULL;
      gpointer only = NULL;

      g_hash_table_iter_init (&iter, self->writing);
      g_hash_table_iter_next (&iter, &only, NULL);
      merge_key = g_strdup_printf ("%d:%" G_GINT64_FORMAT ":%u", GPOINTER_TO_INT (only), id, self->stay);
      mtr_change_set_merge_key (change, merge_key);
    }

  g_hash_table_remove_all (self->dirty);
  self->is_writing = TRUE;
  mtr_programme_apply (self->programme, g_steal_pointer (&change), write_cb, g_object_ref (self));
}

/**
 * mtr_record_controller_leave:
 * @self: a controller
 * @field: the field that the cursor has left
 *
 * Writes at once; what is typed in this field later is another action for undo.
 */
void
mtr_record_controller_leave (MtrRecordController *self,
                             MtrField             field)
{
  mtr_record_controller_flush (self);
  self->stay++;
}

/**
 * mtr_record_controller_be_born:
 * @self: a controller of a record that may not be in the store yet
 *
 * Puts the record in the store as it is, although nothing was typed.
 */
void
mtr_record_controller_be_born (MtrRecordController *self)
{
  if (!self->unborn)
    return;

  g_hash_table_add (self->dirty, GINT_TO_POINTER (mtr_kind_get_info (mtr_record_get_kind (self->record))->first_field));
  mtr_programme_add_unsaved (self->programme, self, flush_cb);
  write_dirty (self);
}

/**
 * mtr_record_controller_flush:
 * @self: a controller
 *
 * Writes at once what is accepted and not on the disk yet.
 */
void
mtr_record_controller_flush (MtrRecordController *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
  write_dirty (self);
}
