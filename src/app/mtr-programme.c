/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One open programme file, as the window knows it: the store, its packs, whose
 * file it is, and the state line: what is saved, what was just done, and what
 * is wrong. Nobody else writes to the store; a write that fails for want of
 * room is tried again until it succeeds, and the words stay where they are.
 */

#include "mtr-programme.h"

#include "mtr-error-words.h"

#include <glib/gi18n-lib.h>

/* How long the state line tells what was just done, in seconds. */
#define ANNOUNCEMENT_SECONDS 10
/* How often a write that failed is tried again, in seconds. */
#define RETRY_SECONDS 3

struct _MtrProgramme {
  GObject         parent_instance;

  MtrStore       *store;          /* (owned) */
  MtrPackLibrary *library;        /* (owned) */
  MtrRecord      *record;         /* (owned) (nullable): the programme record */
  GHashTable     *unsaved;        /* (owned): object, not owned → MtrSaveFunc */

  char           *saved_text;     /* (owned): "Saved 14:03" */
  char           *announcement;   /* (owned) (nullable): what was just done */
  char           *trouble;        /* (owned): "" while all is well */
  guint           n_writing;      /* writes under way */
  guint           n_loading;      /* snapshots under way */
  guint           announcement_source;
  guint           retry_source;
};

enum {
  PROP_0,
  PROP_TITLE,
  PROP_STATUS,
  PROP_TROUBLE,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_OWNER_ID,
  N_PROPS
};

enum {
  SIGNAL_CHANGED,
  SIGNAL_CONFIRM_UNDO,
  SIGNAL_LOADED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MtrProgramme, mtr_programme, G_TYPE_OBJECT)

static void
load_record (MtrProgramme *self)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PROGRAMME);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;

  query.limit = 1;
  records = mtr_store_list_records (self->store, &query, MTR_READER_OWNER, &error);
  if (records == NULL)
    {
      g_autofree char *words = mtr_error_to_words (error, mtr_store_get_path (self->store));

      g_free (self->trouble);
      self->trouble = g_steal_pointer (&words);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TROUBLE]);
      return;
    }

  g_clear_object (&self->record);
  if (records->len > 0)
    self->record = g_object_ref (g_ptr_array_index (records, 0));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OWNER_ID]);
}

static void
store_changed_cb (MtrProgramme *self,
                  GArray       *records)
{
  for (guint i = 0; i < records->len; i++)
    if (g_array_index (records, MtrStoreRecord, i).kind == MTR_KIND_PROGRAMME)
      {
        load_record (self);
        break;
      }

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, records);
}

static void
undo_label_cb (MtrProgramme *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
}

static void
mtr_programme_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  MtrProgramme *self = MTR_PROGRAMME (object);

  switch (property_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, mtr_programme_get_title (self));
      break;
    case PROP_STATUS:
      g_value_set_string (value, mtr_programme_get_status (self));
      break;
    case PROP_TROUBLE:
      g_value_set_string (value, self->trouble);
      break;
    case PROP_UNDO_LABEL:
      g_object_get_property (G_OBJECT (self->store), "undo-label", value);
      break;
    case PROP_REDO_LABEL:
      g_object_get_property (G_OBJECT (self->store), "redo-label", value);
      break;
    case PROP_OWNER_ID:
      g_value_set_int64 (value, mtr_programme_get_owner_id (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mtr_programme_finalize (GObject *object)
{
  MtrProgramme *self = MTR_PROGRAMME (object);

  g_clear_handle_id (&self->announcement_source, g_source_remove);
  g_clear_handle_id (&self->retry_source, g_source_remove);
  g_clear_object (&self->store);
  g_clear_object (&self->library);
  g_clear_object (&self->record);
  g_hash_table_unref (self->unsaved);
  g_free (self->saved_text);
  g_free (self->announcement);
  g_free (self->trouble);

  G_OBJECT_CLASS (mtr_programme_parent_class)->finalize (object);
}

static void
mtr_programme_class_init (MtrProgrammeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mtr_programme_get_property;
  object_class->finalize = mtr_programme_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TROUBLE] = g_param_spec_string ("trouble", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_OWNER_ID] = g_param_spec_int64 ("owner-id", NULL, NULL, 0, G_MAXINT64, 0,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * MtrProgramme::changed:
   * @records: (element-type MtrStoreRecord): what was inserted, changed or deleted
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MTR_TYPE_PROGRAMME, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_ARRAY);

  /**
   * MtrProgramme::confirm-undo:
   * @entry: the MtrHistoryEntry that was made in an earlier sitting
   * @redo: whether it would be done again rather than undone
   *
   * Going back past this sitting asks once. Whoever asks calls mtr_programme_undo() again after a yes.
   */
  signals[SIGNAL_CONFIRM_UNDO] = g_signal_new ("confirm-undo", MTR_TYPE_PROGRAMME, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                               NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);

  /**
   * MtrProgramme::loaded:
   *
   * Every snapshot is as the store is.
   */
  signals[SIGNAL_LOADED] = g_signal_new ("loaded", MTR_TYPE_PROGRAMME, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
mtr_programme_init (MtrProgramme *self)
{
  self->unsaved = g_hash_table_new (NULL, NULL);
  self->trouble = g_strdup ("");
}

/**
 * mtr_programme_new:
 * @store: (transfer none): an open programme file
 * @library: (transfer none): the packs of this computer
 *
 * Returns: (transfer full): the programme
 */
MtrProgramme *
mtr_programme_new (MtrStore       *store,
                   MtrPackLibrary *library)
{
  MtrProgramme *self = g_object_new (MTR_TYPE_PROGRAMME, NULL);

  self->store = g_object_ref (store);
  self->library = g_object_ref (library);
  self->saved_text = mtr_programme_is_read_only (self) ? g_strdup (_("Read-only")) : g_strdup (_("Saved"));
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::undo-label", G_CALLBACK (undo_label_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::redo-label", G_CALLBACK (undo_label_cb), self, G_CONNECT_SWAPPED);
  load_record (self);

  return self;
}

/**
 * mtr_programme_get_store:
 * @self: a programme
 *
 * Returns: (transfer none): its store, for reading; changes go through mtr_programme_apply()
 */
MtrStore *
mtr_programme_get_store (MtrProgramme *self)
{
  return self->store;
}

/**
 * mtr_programme_get_library:
 * @self: a programme
 *
 * Returns: (transfer none): the packs of this computer
 */
MtrPackLibrary *
mtr_programme_get_library (MtrProgramme *self)
{
  return self->library;
}

/**
 * mtr_programme_get_pack:
 * @self: a programme
 * @id: (nullable): the id of a pack; %NULL for the pack of the programme
 *
 * Returns: (transfer none) (nullable): the pack in the version that the file was made with
 */
MtrPack *
mtr_programme_get_pack (MtrProgramme *self,
                        const char   *id)
{
  if (id == NULL && self->record != NULL)
    id = mtr_record_get_text (self->record, MTR_PROGRAMME_PACK);

  return id != NULL ? mtr_store_get_pack (self->store, id) : NULL;
}

/**
 * mtr_programme_list_packs:
 * @self: a programme
 *
 * Returns: (transfer container) (element-type MtrPack): the packs that the file has, that of the programme first
 */
GPtrArray *
mtr_programme_list_packs (MtrProgramme *self)
{
  GPtrArray *packs = g_ptr_array_new ();
  g_autoptr (GPtrArray) known = mtr_pack_library_get_packs (self->library);
  MtrPack *own = mtr_programme_get_pack (self, NULL);

  if (own != NULL)
    g_ptr_array_add (packs, own);
  for (guint i = 0; i < known->len; i++)
    {
      MtrPack *pack = mtr_store_get_pack (self->store, mtr_pack_get_id (g_ptr_array_index (known, i)));

      if (pack != NULL && !g_ptr_array_find (packs, pack, NULL))
        g_ptr_array_add (packs, pack);
    }

  return packs;
}

/**
 * mtr_programme_list_people:
 * @self: a programme
 *
 * Returns: (transfer full) (element-type MtrRecord): everybody who is in the file, by name
 */
GPtrArray *
mtr_programme_list_people (MtrProgramme *self)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PERSON);
  GPtrArray *people;

  query.order_field = MTR_PERSON_NAME;
  people = mtr_store_list_records (self->store, &query, MTR_READER_LEAD, NULL);

  return people != NULL ? people : g_ptr_array_new ();
}

/**
 * mtr_programme_get_id:
 * @self: a programme
 *
 * Returns: the id of the programme record, 0 where there is none
 */
gint64
mtr_programme_get_id (MtrProgramme *self)
{
  return self->record != NULL ? mtr_record_get_id (self->record) : 0;
}

/**
 * mtr_programme_get_owner_id:
 * @self: a programme
 *
 * Returns: the id of the person whose file this is, 0 while nobody has said
 */
gint64
mtr_programme_get_owner_id (MtrProgramme *self)
{
  return self->record != NULL ? mtr_record_get_number (self->record, MTR_PROGRAMME_OWNER_ID) : 0;
}

/**
 * mtr_programme_get_title:
 * @self: a programme
 *
 * Returns: (transfer none): its title, for the window
 */
const char *
mtr_programme_get_title (MtrProgramme *self)
{
  const char *title = self->record != NULL ? mtr_record_get_text (self->record, MTR_PROGRAMME_TITLE) : NULL;

  return title != NULL ? title : "";
}

/**
 * mtr_programme_is_read_only:
 * @self: a programme
 *
 * Returns: whether nothing can be changed in this file now
 */
gboolean
mtr_programme_is_read_only (MtrProgramme *self)
{
  return mtr_store_get_read_only (self->store) != MTR_STORE_WRITABLE;
}

/**
 * mtr_programme_read_clock:
 * @today: (out caller-allocates): the date on the wall; with MENTORING_TODAY=2026-11-21 in the environment that date,
 *   so that pictures and journeys are the same on any day
 */
void
mtr_programme_read_clock (GDate *today)
{
  const char *fixed = g_getenv ("MENTORING_TODAY");

  g_date_clear (today, 1);
  if (fixed != NULL)
    g_date_set_parse (today, fixed);
  if (!g_date_valid (today))
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_local ();

      g_date_set_dmy (today, g_date_time_get_day_of_month (now), g_date_time_get_month (now),
                      g_date_time_get_year (now));
    }
}

/**
 * mtr_programme_get_today:
 * @self: a programme
 * @today: (out caller-allocates): the present date, see mtr_programme_read_clock()
 */
void
mtr_programme_get_today (MtrProgramme *self,
                         GDate        *today)
{
  mtr_programme_read_clock (today);
}

/**
 * mtr_programme_new_id:
 * @self: a programme
 *
 * Returns: an id for a new record
 */
gint64
mtr_programme_new_id (MtrProgramme *self)
{
  return mtr_store_new_id (self->store);
}

/**
 * mtr_programme_now:
 * @self: a programme
 *
 * Returns: (transfer full): this moment, "2026-11-21T14:03:00Z"
 */
char *
mtr_programme_now (MtrProgramme *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

static void
notify_status (MtrProgramme *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

static void
set_trouble (MtrProgramme *self,
             const char   *trouble)
{
  if (g_strcmp0 (self->trouble, trouble) == 0)
    return;

  g_free (self->trouble);
  self->trouble = g_strdup (trouble);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TROUBLE]);
}

static void
note_saved (MtrProgramme *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%H:%M");

  g_free (self->saved_text);
  /* Translators: the state line; %s is a time as in 14:03. */
  self->saved_text = g_strdup_printf (_("Saved %s"), time);
  set_trouble (self, "");
}

static gboolean
retry_cb (gpointer user_data)
{
  MtrProgramme *self = MTR_PROGRAMME (user_data);

  self->retry_source = 0;
  mtr_programme_save_now (self);

  return G_SOURCE_REMOVE;
}

/* A write that failed is not lost: whoever typed it still holds it. */
static void
note_failed (MtrProgramme *self,
             GError       *error)
{
  g_autofree char *words = mtr_error_to_words (error, mtr_store_get_path (self->store));

  if (g_error_matches (error, MTR_STORE_ERROR, MTR_STORE_ERROR_DISK_FULL) ||
      g_error_matches (error, MTR_STORE_ERROR, MTR_STORE_ERROR_IO) ||
      g_error_matches (error, MTR_STORE_ERROR, MTR_STORE_ERROR_LOCKED))
    {
      set_trouble (self, words);
      if (self->retry_source == 0)
        self->retry_source = g_timeout_add_seconds (RETRY_SECONDS, retry_cb, self);
    }
  else
    {
      mtr_programme_announce (self, words);
    }
}

static void
apply_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  MtrProgramme *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  self->n_writing--;
  if (mtr_store_apply_finish (MTR_STORE (source), result, &error))
    {
      note_saved (self);
      notify_status (self);
      g_task_return_boolean (task, TRUE);
    }
  else
    {
      note_failed (self, error);
      notify_status (self);
      g_task_return_error (task, g_steal_pointer (&error));
    }
}

/**
 * mtr_programme_apply:
 * @self: a programme
 * @change: (transfer full): what to do
 * @callback: (nullable): called when it is on the disk, or has failed
 * @user_data: for @callback
 *
 * Does a change; the state line says "Saving…" and "Saved". A failure is shown in the state line or the strip whether
 * or not @callback looks at it.
 */
void
mtr_programme_apply (MtrProgramme        *self,
                     MtrChange           *change,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr (MtrChange) owned = change;
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, mtr_programme_apply);
  self->n_writing++;
  notify_status (self);
  mtr_store_apply_async (self->store, owned, NULL, apply_cb, task);
}

/**
 * mtr_programme_apply_finish:
 * @self: a programme
 * @result: what the callback got
 * @error: why it was not done
 *
 * Returns: whether the change is on the disk
 */
gboolean
mtr_programme_apply_finish (MtrProgramme  *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
act_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  MtrProgramme *self = MTR_PROGRAMME (source);
  g_autofree char *done = user_data;

  /* A failure has been said by apply_cb() already. */
  if (mtr_programme_apply_finish (self, result, NULL) && done != NULL)
    mtr_programme_announce (self, done);
}

/**
 * mtr_programme_act:
 * @self: a programme
 * @change: (transfer full): what to do
 * @done: (nullable): what the state line says afterwards: "Session of 14 March removed. Ctrl+Z brings it back"
 *
 * Does a change and says so.
 */
void
mtr_programme_act (MtrProgramme *self,
                   MtrChange    *change,
                   const char   *done)
{
  mtr_programme_apply (self, change, act_cb, g_strdup (done));
}

static void
undo_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MtrProgramme) self = g_object_ref (MTR_PROGRAMME (((gpointer *) user_data)[0]));
  g_autofree char *message = ((gpointer *) user_data)[1];
  g_autoptr (GError) error = NULL;

  g_object_unref (((gpointer *) user_data)[0]);
  g_free (user_data);
  self->n_writing--;
  if (mtr_store_undo_finish (MTR_STORE (source), result, &error))
    {
      note_saved (self);
      mtr_programme_announce (self, message);
    }
  else
    {
      note_failed (self, error);
    }
  notify_status (self);
}

static void
go_back_or_forth (MtrProgramme *self,
                  gboolean      redo,
                  gboolean      confirmed)
{
  g_autoptr (MtrHistoryEntry) entry = NULL;
  gpointer *data;

  mtr_programme_save_now (self);
  entry = redo ? mtr_store_peek_redo (self->store) : mtr_store_peek_undo (self->store);
  if (entry == NULL)
    {
      mtr_programme_announce (self, redo ? _("Nothing to redo.") : _("Nothing to undo."));
      return;
    }
  if (!entry->this_sitting && !confirmed)
    {
      g_signal_emit (self, signals[SIGNAL_CONFIRM_UNDO], 0, entry, redo);
      return;
    }

  data = g_new (gpointer, 2);
  data[0] = g_object_ref (self);
  /* Translators: the state line; %s is an action, as in "remove session of 14 March". */
  data[1] = g_strdup_printf (redo ? _("Done again: %s") : _("Undone: %s"), entry->label);
  self->n_writing++;
  notify_status (self);
  if (redo)
    mtr_store_redo_async (self->store, undo_cb, data);
  else
    mtr_store_undo_async (self->store, undo_cb, data);
}

/**
 * mtr_programme_undo:
 * @self: a programme
 *
 * Undoes the last action. One of an earlier sitting is asked about first, by the signal "confirm-undo".
 */
void
mtr_programme_undo (MtrProgramme *self)
{
  go_back_or_forth (self, FALSE, FALSE);
}

/**
 * mtr_programme_redo:
 * @self: a programme
 *
 * Does again what was undone last.
 */
void
mtr_programme_redo (MtrProgramme *self)
{
  go_back_or_forth (self, TRUE, FALSE);
}

/**
 * mtr_programme_confirm_undo:
 * @self: a programme
 * @redo: whether to do again rather than undo
 *
 * The answer "yes" to the signal "confirm-undo".
 */
void
mtr_programme_confirm_undo (MtrProgramme *self,
                            gboolean      redo)
{
  go_back_or_forth (self, redo, TRUE);
}

/**
 * mtr_programme_save_now:
 * @self: a programme
 *
 * Writes at once whatever is typed and not saved yet, and answers in the state line.
 */
void
mtr_programme_save_now (MtrProgramme *self)
{
  g_autoptr (GList) objects = g_hash_table_get_keys (self->unsaved);

  for (GList *l = objects; l != NULL; l = l->next)
    {
      MtrSaveFunc flush = g_hash_table_lookup (self->unsaved, l->data);

      if (flush != NULL)
        flush (l->data);
    }
  notify_status (self);
}

typedef struct {
  MtrProgramme *programme;  /* (owned) */
  char         *path;       /* (owned) */
} CopyRequest;

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  CopyRequest *request = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (mtr_store_save_copy_finish (MTR_STORE (source), result, &error))
    {
      g_autofree char *name = g_filename_display_basename (request->path);

      /* Translators: %s is the name of a file. */
      words = g_strdup_printf (_("A copy is in “%s”."), name);
    }
  else
    {
      words = mtr_error_to_words (error, request->path);
    }
  mtr_programme_announce (request->programme, words);

  g_object_unref (request->programme);
  g_free (request->path);
  g_free (request);
}

/**
 * mtr_programme_save_copy:
 * @self: a programme
 * @path: where the copy goes; what is there already is replaced when the copy is whole
 *
 * Writes what is still unsaved, then a copy of the whole file, while people go on typing; the state line says when it
 * is there, or why not.
 */
void
mtr_programme_save_copy (MtrProgramme *self,
                         const char   *path)
{
  CopyRequest *request = g_new0 (CopyRequest, 1);

  request->programme = g_object_ref (self);
  request->path = g_strdup (path);
  mtr_programme_save_now (self);
  mtr_programme_announce (self, _("Saving a copy…"));
  mtr_store_save_copy_async (self->store, path, NULL, copied_cb, request);
}

/**
 * mtr_programme_add_unsaved:
 * @self: a programme
 * @object: what holds something typed; must be taken out before it goes
 * @flush: writes it
 */
void
mtr_programme_add_unsaved (MtrProgramme *self,
                           gpointer      object,
                           MtrSaveFunc   flush)
{
  g_hash_table_insert (self->unsaved, object, flush);
  notify_status (self);
}

/**
 * mtr_programme_remove_unsaved:
 * @self: a programme
 * @object: what holds nothing typed any more
 */
void
mtr_programme_remove_unsaved (MtrProgramme *self,
                              gpointer      object)
{
  if (g_hash_table_remove (self->unsaved, object))
    notify_status (self);
}

/**
 * mtr_programme_begin_loading:
 * @self: a programme
 *
 * Says that a snapshot that pages share is older than the store, and is being loaded again. A page that was filled from
 * it now would take back what was just typed and saved.
 */
void
mtr_programme_begin_loading (MtrProgramme *self)
{
  self->n_loading++;
}

/**
 * mtr_programme_end_loading:
 * @self: a programme
 *
 * Says that what was begun has come to its end.
 */
void
mtr_programme_end_loading (MtrProgramme *self)
{
  if (--self->n_loading == 0)
    g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

/**
 * mtr_programme_is_loading:
 * @self: a programme
 *
 * Returns: whether a snapshot is older than the store; MtrProgramme::loaded comes afterwards
 */
gboolean
mtr_programme_is_loading (MtrProgramme *self)
{
  return self->n_loading > 0;
}

static gboolean
announcement_over_cb (gpointer user_data)
{
  MtrProgramme *self = MTR_PROGRAMME (user_data);

  self->announcement_source = 0;
  g_clear_pointer (&self->announcement, g_free);
  notify_status (self);

  return G_SOURCE_REMOVE;
}

/**
 * mtr_programme_announce:
 * @self: a programme
 * @message: what the state line says for ten seconds, a sentence
 */
void
mtr_programme_announce (MtrProgramme *self,
                        const char   *message)
{
  g_clear_handle_id (&self->announcement_source, g_source_remove);
  g_free (self->announcement);
  self->announcement = g_strdup (message);
  self->announcement_source = g_timeout_add_seconds (ANNOUNCEMENT_SECONDS, announcement_over_cb, self);
  notify_status (self);
}

/**
 * mtr_programme_get_announcement:
 * @self: a programme
 *
 * Returns: (transfer none) (nullable): what was announced, while the state line says it
 */
const char *
mtr_programme_get_announcement (MtrProgramme *self)
{
  return self->announcement;
}

/**
 * mtr_programme_get_status:
 * @self: a programme
 *
 * Returns: (transfer none): the state line
 */
const char *
mtr_programme_get_status (MtrProgramme *self)
{
  if (self->announcement != NULL)
    return self->announcement;
  if (*self->trouble != '\0')
    return _("Not saved");
  if (self->n_writing > 0 || g_hash_table_size (self->unsaved) > 0)
    return _("Saving…");

  return self->saved_text;
}

/**
 * mtr_programme_get_trouble:
 * @self: a programme
 *
 * Returns: (transfer none): what the strip across the top says; "" while all is well
 */
const char *
mtr_programme_get_trouble (MtrProgramme *self)
{
  return self->trouble;
}

/**
 * mtr_programme_settle:
 * @self: a programme
 *
 * Writes what is still unsaved and waits until that has succeeded or failed.
 *
 * Returns: whether everything is on the disk
 */
gboolean
mtr_programme_settle (MtrProgramme *self)
{
  mtr_programme_save_now (self);
  while (self->n_writing > 0)
    g_main_context_iteration (NULL, TRUE);

  return *self->trouble == '\0';
}

/**
 * mtr_programme_close:
 * @self: a programme
 *
 * Closes the file. See mtr_programme_settle() for what is still unsaved.
 */
void
mtr_programme_close (MtrProgramme *self)
{
  g_clear_handle_id (&self->retry_source, g_source_remove);
  mtr_store_close (self->store);
}
