/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The store as the other rooms see it: requests go to the thread of the open
 * file, writes first, and their answers come back to the thread that asked.
 */

#include "mtr-store-request-private.h"

#include <glib/gi18n-lib.h>

struct _MtrStore {
  GObject       parent_instance;

  char         *path;           /* (owned) */
  MtrStoreFile *file;           /* (owned by the thread until it ends) */
  GThread      *thread;         /* (owned) (nullable): NULL once the store is closed */
  GMainContext *thread_context; /* (owned) */
  GMainLoop    *thread_loop;    /* (owned) */
  GMainContext *context;        /* (owned): of the thread that made the store */

  GMutex        lock;           /* guards "done" of the requests somebody waits for */
  GCond         answered;
  char         *undo_label;     /* (owned) (nullable): as last announced */
  char         *redo_label;     /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MtrStore, mtr_store, G_TYPE_OBJECT)

enum {
  PROP_UNDO_LABEL = 1,
  PROP_REDO_LABEL,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- The thread -------------------------------------------------------- */

typedef struct {
  MtrStoreFile *file;
  GMainContext *context;  /* (owned) */
  GMainLoop    *loop;     /* (owned) */
} ThreadStart;

static gpointer
run_thread (gpointer data)
{
  ThreadStart *start = data;

  g_main_context_push_thread_default (start->context);
  g_main_loop_run (start->loop);
  g_main_context_pop_thread_default (start->context);

  mtr_store_file_close (start->file);
  mtr_store_file_free (start->file);
  g_main_loop_unref (start->loop);
  g_main_context_unref (start->context);
  g_free (start);

  return NULL;
}

static gboolean
quit_cb (gpointer data)
{
  g_main_loop_quit (data);

  return G_SOURCE_REMOVE;
}

static void
add_source (GMainContext *context,
            int           priority,
            GSourceFunc   callback,
            gpointer      data)
{
  GSource *source = g_idle_source_new ();

  g_source_set_priority (source, priority);
  g_source_set_callback (source, callback, data, NULL);
  g_source_attach (source, context);
  g_source_unref (source);
}

static void
start_thread (MtrStore     *self,
              MtrPackLookup lookup,
              gpointer      lookup_data)
{
  ThreadStart *start = g_new0 (ThreadStart, 1);

  self->file = mtr_store_file_new (self->path, lookup, lookup_data);
  start->file = self->file;
  start->context = g_main_context_ref (self->thread_context);
  start->loop = g_main_loop_ref (self->thread_loop);
  self->thread = g_thread_new ("store", run_thread, start);
  self->file->thread = self->thread;
}

/**
 * mtr_store_close:
 * @self: a store
 *
 * Waits until all that was asked has been done, then closes the file. Whatever is asked afterwards is answered with
 * %MTR_STORE_ERROR_CLOSED.
 */
void
mtr_store_close (MtrStore *self)
{
  g_return_if_fail (MTR_IS_STORE (self));

  if (self->thread == NULL)
    return;

  add_source (self->thread_context, G_PRIORITY_LOW, quit_cb, self->thread_loop);
  g_thread_join (g_steal_pointer (&self->thread));
  self->file = NULL;
}

/* ---- Announcing -------------------------------------------------------- */

typedef struct {
  GWeakRef store;        /* it may be gone before anybody listens */
  GArray  *records;      /* (owned) (element-type MtrStoreRecord) */
  char    *undo_label;   /* (owned) (nullable) */
  char    *redo_label;   /* (owned) (nullable) */
} Announcement;

static void
take_label (MtrStore   *self,
            char      **label,
            char      **announced,
            int         property)
{
  gboolean changed = g_strcmp0 (*label, *announced) != 0;

  g_free (*label);
  *label = g_steal_pointer (announced);
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static gboolean
announce_cb (gpointer data)
{
  Announcement *announcement = data;
  g_autoptr (MtrStore) self = g_weak_ref_get (&announcement->store);

  if (self != NULL)
    {
      if (announcement->records->len > 0)
        g_signal_emit (self, signals[CHANGED], 0, announcement->records);
      take_label (self, &self->undo_label, &announcement->undo_label, PROP_UNDO_LABEL);
      take_label (self, &self->redo_label, &announcement->redo_label, PROP_REDO_LABEL);
    }

  g_weak_ref_clear (&announcement->store);
  g_array_unref (announcement->records);
  g_free (announcement->undo_label);
  g_free (announcement->redo_label);
  g_free (announcement);

  return G_SOURCE_REMOVE;
}

/* Called in the thread of the store, while whoever asked holds it. */
static void
announce (MtrStore     *self,
          MtrStoreFile *file)
{
  Announcement *announcement = g_new0 (Announcement, 1);

  g_weak_ref_init (&announcement->store, self);
  announcement->records = file->changed;
  file->changed = g_array_new (FALSE, FALSE, sizeof (MtrStoreRecord));
  g_mutex_lock (&file->lock);
  announcement->undo_label = file->undo != NULL ? g_strdup (file->undo->label) : NULL;
  announcement->redo_label = file->redo != NULL ? g_strdup (file->redo->label) : NULL;
  g_mutex_unlock (&file->lock);
  add_source (self->context, G_PRIORITY_DEFAULT, announce_cb, announcement);
}

/* ---- Asking ------------------------------------------------------------ */

static gboolean
return_answer_cb (gpointer data)
{
  g_autoptr (MtrStoreRequest) request = data;
  g_autoptr (GTask) task = g_steal_pointer (&request->task);

  if (!request->done)
    g_task_return_error (task, g_steal_pointer (&request->error));
  else
    g_task_return_pointer (task, g_steal_pointer (&request->result), request->free_result);

  return G_SOURCE_REMOVE;
}

/* Another slice, after whatever else was asked meanwhile. */
static gboolean
answer_cb (gpointer data);

static gboolean
goes_on (MtrStore        *self,
         MtrStoreRequest *request,
         gboolean         done)
{
  gboolean again = done && request->again;

  request->again = FALSE;
  if (again)
    add_source (self->thread_context, G_PRIORITY_DEFAULT_IDLE, answer_cb, request);
  else if (request->work != NULL)
    request->free_work (g_steal_pointer (&request->work));

  return again;
}

static gboolean
answer_cb (gpointer data)
{
  MtrStoreRequest *request = data;
  MtrStore *self = request->store;
  MtrStoreFile *file = self->file;
  GCancellable *cancellable = request->task != NULL ? g_task_get_cancellable (request->task) : NULL;
  gboolean done = FALSE;

  if (!g_cancellable_set_error_if_cancelled (cancellable, &request->error))
    {
      /* A write is done or not; only what reads can be stopped on the way. */
      file->cancellable = request->writes ? NULL : cancellable;
      done = request->answer (file, request, &request->error);
      file->cancellable = NULL;
      if (done && request->writes)
        announce (self, file);
    }
  if (goes_on (self, request, done))
    return G_SOURCE_REMOVE;

  if (request->task != NULL)
    {
      request->done = done;
      add_source (self->context, G_PRIORITY_DEFAULT, return_answer_cb, request);
      return G_SOURCE_REMOVE;
    }

  g_mutex_lock (&self->lock);
  request->number = done ? request->number : 0;
  request->done = TRUE;
  g_cond_broadcast (&self->answered);
  g_mutex_unlock (&self->lock);

  return G_SOURCE_REMOVE;
}

static gboolean
is_closed (MtrStore *self,
           GError  **error)
{
  if (self->thread != NULL)
    return FALSE;

  mtr_store_set_error (error, MTR_STORE_ERROR_CLOSED, _("This programme file has been closed."));

  return TRUE;
}

static void
send_request (MtrStore        *self,
              MtrStoreRequest *request)
{
  request->store = self;
  add_source (self->thread_context, request->writes ? G_PRIORITY_HIGH : G_PRIORITY_DEFAULT, answer_cb, request);
}

/**
 * mtr_store_ask:
 * @self: a store
 * @request: what is asked, and gets the answer
 * @error: return location for an error
 *
 * Asks and waits.
 *
 * Returns: whether there is an answer
 */
gboolean
mtr_store_ask (MtrStore        *self,
               MtrStoreRequest *request,
               GError         **error)
{
  if (is_closed (self, error))
    return FALSE;

  send_request (self, request);
  g_mutex_lock (&self->lock);
  while (!request->done)
    g_cond_wait (&self->answered, &self->lock);
  g_mutex_unlock (&self->lock);

  if (request->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&request->error));
      return FALSE;
    }

  return TRUE;
}

/**
 * mtr_store_ask_async:
 * @self: a store
 * @request: (transfer full): what is asked
 * @tag: the public function that asks
 * @cancellable: (nullable): to stop it
 * @callback: gets the answer
 * @user_data: for @callback
 *
 * Asks without waiting.
 */
void
mtr_store_ask_async (MtrStore           *self,
                     MtrStoreRequest    *request,
                     gpointer            tag,
                     GCancellable       *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;

  g_task_set_source_tag (task, tag);
  g_task_set_check_cancellable (task, FALSE);
  if (is_closed (self, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      mtr_store_request_free (request);
      return;
    }
  request->task = task;
  send_request (self, request);
}

/**
 * mtr_store_take_answer:
 * @self: (nullable): the store that was asked
 * @result: what the callback was given
 * @tag: the public function that asked
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the answer; %NULL too where it is only that all went well
 */
gpointer
mtr_store_take_answer (MtrStore     *self,
                       GAsyncResult *result,
                       gpointer      tag,
                       GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* For answers without a result. */
static gboolean
take_success (MtrStore     *self,
              GAsyncResult *result,
              gpointer      tag,
              GError      **error)
{
  g_autoptr (GError) local_error = NULL;

  mtr_store_take_answer (self, result, tag, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* ---- The object -------------------------------------------------------- */

static void
mtr_store_finalize (GObject *object)
{
  MtrStore *self = MTR_STORE (object);

  mtr_store_close (self);
  g_main_loop_unref (self->thread_loop);
  g_main_context_unref (self->thread_context);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->answered);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_free (self->path);

  G_OBJECT_CLASS (mtr_store_parent_class)->finalize (object);
}

static void
mtr_store_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  MtrStore *self = MTR_STORE (object);

  switch (property_id)
    {
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
mtr_store_class_init (MtrStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = mtr_store_finalize;
  object_class->get_property = mtr_store_get_property;

  /**
   * MtrStore:undo-label: (nullable)
   *
   * What undo would take back now.
   */
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * MtrStore:redo-label: (nullable)
   *
   * What redo would do again now.
   */
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * MtrStore::changed:
   * @self: a store
   * @records: (element-type MtrStoreRecord): every record that was inserted, changed or deleted
   *
   * After each commit, in the main context of the thread that made the store.
   */
  signals[CHANGED] = g_signal_new ("changed", MTR_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_ARRAY);
}

static void
mtr_store_init (MtrStore *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->thread_context = g_main_context_new ();
  self->thread_loop = g_main_loop_new (self->thread_context, FALSE);
  g_mutex_init (&self->lock);
  g_cond_init (&self->answered);
}

static MtrStore *
new_store (const char   *path,
           MtrPackLookup lookup,
           gpointer      lookup_data)
{
  MtrStore *self = g_object_new (MTR_TYPE_STORE, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  start_thread (self, lookup, lookup_data);

  return self;
}

/* As they are when the file has been opened; nobody listens yet. */
static void
take_first_labels (MtrStore *self)
{
  g_autoptr (MtrHistoryEntry) undo = mtr_store_peek_undo (self);
  g_autoptr (MtrHistoryEntry) redo = mtr_store_peek_redo (self);

  self->undo_label = undo != NULL ? g_strdup (undo->label) : NULL;
  self->redo_label = redo != NULL ? g_strdup (redo->label) : NULL;
}

/**
 * mtr_store_create:
 * @path: where the file is to be
 * @pack: the pack of the programme
 * @title: its title
 * @lookup: (nullable): finds packs that are added to the file later, when it is opened again
 * @lookup_data: (nullable): for @lookup
 * @error: return location for an error of %MTR_STORE_ERROR
 *
 * Makes a new programme file and opens it. A file that is there already is never overwritten.
 *
 * Returns: (transfer full) (nullable): the store
 */
MtrStore *
mtr_store_create (const char   *path,
                  MtrPack      *pack,
                  const char   *title,
                  MtrPackLookup lookup,
                  gpointer      lookup_data,
                  GError      **error)
{
  g_autoptr (MtrStore) self = NULL;
  g_autoptr (MtrStoreRequest) request = NULL;

  g_return_val_if_fail (path != NULL && title != NULL, NULL);
  g_return_val_if_fail (MTR_IS_PACK (pack), NULL);

  self = new_store (path, lookup, lookup_data);
  request = mtr_store_request_new (mtr_store_answer_create, FALSE);
  request->pack = g_object_ref (pack);
  request->text = g_strdup (title);
  if (!mtr_store_ask (self, request, error))
    return NULL;
  take_first_labels (self);

  return g_steal_pointer (&self);
}

/**
 * mtr_store_open:
 * @path: where the file is
 * @lookup: (nullable): finds the packs of the file; without it the file has no packs
 * @lookup_data: (nullable): for @lookup
 * @error: return location for an error of %MTR_STORE_ERROR
 *
 * Opens a programme file, only for reading where it cannot be changed; see mtr_store_get_read_only().
 *
 * Returns: (transfer full) (nullable): the store
 */
MtrStore *
mtr_store_open (const char   *path,
                MtrPackLookup lookup,
                gpointer      lookup_data,
                GError      **error)
{
  g_autoptr (MtrStore) self = NULL;
  g_autoptr (MtrStoreRequest) request = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = new_store (path, lookup, lookup_data);
  request = mtr_store_request_new (mtr_store_answer_open, FALSE);
  if (!mtr_store_ask (self, request, error))
    return NULL;
  take_first_labels (self);

  return g_steal_pointer (&self);
}

/**
 * mtr_store_open_async:
 * @path: where the file is
 * @lookup: (nullable): finds the packs of the file, in the thread of the store
 * @lookup_data: (nullable): for @lookup; must outlive the store
 * @cancellable: (nullable): to stop it
 * @callback: called when the file is open, or is not
 * @user_data: for @callback
 *
 * Like mtr_store_open(), without waiting.
 */
void
mtr_store_open_async (const char         *path,
                      MtrPackLookup       lookup,
                      gpointer            lookup_data,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  MtrStore *self = new_store (path, lookup, lookup_data);
  MtrStoreRequest *request = mtr_store_request_new (mtr_store_answer_open, FALSE);

  request->task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (request->task, mtr_store_open_async);
  g_task_set_check_cancellable (request->task, FALSE);
  g_task_set_task_data (request->task, self, g_object_unref);
  send_request (self, request);
}

/**
 * mtr_store_open_finish:
 * @result: what the callback was given
 * @error: return location for an error of %MTR_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the store
 */
MtrStore *
mtr_store_open_finish (GAsyncResult *result,
                       GError      **error)
{
  MtrStore *self;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, mtr_store_open_async), NULL);

  if (!take_success (NULL, result, mtr_store_open_async, error))
    return NULL;
  self = g_task_get_task_data (G_TASK (result));
  take_first_labels (self);

  return g_object_ref (self);
}

/**
 * mtr_store_get_path:
 * @self: a store
 *
 * Returns: (transfer none): the absolute path of the file
 */
const char *
mtr_store_get_path (MtrStore *self)
{
  return self->path;
}

/* What makes packs of what is kept in the file; for another file like it. */
void
mtr_store_get_lookup (MtrStore      *self,
                      MtrPackLookup *lookup,
                      gpointer      *lookup_data)
{
  *lookup = self->thread != NULL ? self->file->lookup : NULL;
  *lookup_data = self->thread != NULL ? self->file->lookup_data : NULL;
}

/**
 * mtr_store_get_read_only:
 * @self: a store
 *
 * Returns: why the file cannot be changed, or %MTR_STORE_WRITABLE
 */
MtrStoreReadOnly
mtr_store_get_read_only (MtrStore *self)
{
  return self->thread != NULL ? self->file->read_only : MTR_STORE_WRITABLE;
}

/**
 * mtr_store_get_file_id:
 * @self: a store
 *
 * Returns: the id that this file was born with; copies of it have the same
 */
gint64
mtr_store_get_file_id (MtrStore *self)
{
  return self->thread != NULL ? self->file->file_id : 0;
}

/**
 * mtr_store_get_pack:
 * @self: a store
 * @id: the id of a pack
 *
 * Returns: (transfer none) (nullable): the pack, as the file was made with it; %NULL where the file has no such pack
 */
MtrPack *
mtr_store_get_pack (MtrStore   *self,
                    const char *id)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = NULL;

  if (self->thread == NULL || id == NULL)
    return NULL;
  locker = g_mutex_locker_new (&self->file->lock);

  return g_hash_table_lookup (self->file->packs, id);
}

/**
 * mtr_store_add_pack:
 * @self: a store
 * @pack: a pack that a pairing of the file is going to use
 * @error: return location for an error of %MTR_STORE_ERROR
 *
 * A pack with the same id that the file has already stays as it is.
 *
 * Returns: whether the file has the pack
 */
gboolean
mtr_store_add_pack (MtrStore *self,
                    MtrPack  *pack,
                    GError  **error)
{
  g_autoptr (MtrStoreRequest) request = mtr_store_request_new (mtr_store_answer_add_pack, TRUE);

  request->pack = g_object_ref (pack);

  return mtr_store_ask (self, request, error);
}

/**
 * mtr_store_set_seed:
 * @self: a store
 * @now_us: the time it is to begin at, in microseconds since the Unix epoch
 * @seed: where randomness is to come from
 *
 * For made-up files: from now on ids, times and salts follow from @now_us and @seed, so that the same seed makes the same
 * records with the same ids.
 */
void
mtr_store_set_seed (MtrStore *self,
                    gint64    now_us,
                    guint32   seed)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (self->thread != NULL);

  locker = g_mutex_locker_new (&self->file->lock);
  g_clear_pointer (&self->file->seeded, g_rand_free);
  self->file->seeded = g_rand_new_with_seed (seed);
  self->file->seeded_us = now_us;
  self->file->last_id = 0;
}

/**
 * mtr_store_new_id:
 * @self: a store that is open
 *
 * Returns: an id for a new record, greater than the one before
 */
gint64
mtr_store_new_id (MtrStore *self)
{
  gint64 id;
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (self->thread != NULL, 0);

  id = mtr_id_new (mtr_store_file_now_us (self->file), mtr_store_file_random (self->file));
  locker = g_mutex_locker_new (&self->file->lock);
  self->file->last_id = MAX (id, self->file->last_id + 1);

  return self->file->last_id;
}

/* ---- Changing ---------------------------------------------------------- */

/**
 * mtr_store_apply:
 * @self: a store
 * @change: what to do
 * @error: return location for an error of %MTR_STORE_ERROR
 *
 * Does @change whole or not at all.
 *
 * Returns: whether it is on the disk
 */
gboolean
mtr_store_apply (MtrStore  *self,
                 MtrChange *change,
                 GError   **error)
{
  g_autoptr (MtrStoreRequest) request = mtr_store_request_new (mtr_store_answer_apply, TRUE);

  request->change = g_object_ref (change);

  return mtr_store_ask (self, request, error);
}

/**
 * mtr_store_apply_async:
 * @self: a store
 * @change: what to do; must not be changed any more
 * @cancellable: (nullable): stops it where it has not begun
 * @callback: called when it is on the disk, or is not; "changed" has been emitted before
 * @user_data: for @callback
 *
 * Like mtr_store_apply(), without waiting.
 */
void
mtr_store_apply_async (MtrStore           *self,
                       MtrChange          *change,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  MtrStoreRequest *request = mtr_store_request_new (mtr_store_answer_apply, TRUE);

  request->change = g_object_ref (change);
  mtr_store_ask_async (self, request, mtr_store_apply_async, cancellable, callback, user_data);
}

/**
 * mtr_store_apply_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error of %MTR_STORE_ERROR
 *
 * Returns: whether the change is on the disk
 */
gboolean
mtr_store_apply_finish (MtrStore     *self,
                        GAsyncResult *result,
                        GError      **error)
{
  return take_success (self, result, mtr_store_apply_async, error);
}

static MtrHistoryEntry *
copy_entry (MtrStore *self,
            gboolean  redo)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = NULL;
  const MtrHistoryEntry *entry;
  MtrHistoryEntry *copy;

  if (self->thread == NULL)
    return NULL;

  locker = g_mutex_locker_new (&self->file->lock);
  entry = redo ? self->file->redo : self->file->undo;
  if (entry == NULL)
    return NULL;
  copy = g_new0 (MtrHistoryEntry, 1);
  copy->label = g_strdup (entry->label);
  copy->at = g_strdup (entry->at);
  copy->this_sitting = entry->this_sitting;

  return copy;
}

/**
 * mtr_history_entry_free:
 * @entry: (transfer full): an entry of the history
 */
void
mtr_history_entry_free (MtrHistoryEntry *entry)
{
  g_free (entry->label);
  g_free (entry->at);
  g_free (entry);
}

/**
 * mtr_store_peek_undo:
 * @self: a store
 *
 * Answers at once.
 *
 * Returns: (transfer full) (nullable): what undo would take back now
 */
MtrHistoryEntry *
mtr_store_peek_undo (MtrStore *self)
{
  return copy_entry (self, FALSE);
}

/**
 * mtr_store_peek_redo:
 * @self: a store
 *
 * Answers at once.
 *
 * Returns: (transfer full) (nullable): what redo would do again now
 */
MtrHistoryEntry *
mtr_store_peek_redo (MtrStore *self)
{
  return copy_entry (self, TRUE);
}

static gboolean
take_back (MtrStore *self,
           gboolean  redo,
           GError  **error)
{
  g_autoptr (MtrStoreRequest) request = mtr_store_request_new (mtr_store_answer_undo, TRUE);

  request->flag = redo;

  return mtr_store_ask (self, request, error);
}

/**
 * mtr_store_undo:
 * @self: a store
 * @error: return location for an error of %MTR_STORE_ERROR
 *
 * Takes back the last action that has not been taken back, of an earlier sitting too.
 *
 * Returns: whether that is on the disk
 */
gboolean
mtr_store_undo (MtrStore *self,
                GError  **error)
{
  return take_back (self, FALSE, error);
}

/**
 * mtr_store_redo:
 * @self: a store
 * @error: return location for an error of %MTR_STORE_ERROR
 *
 * Does again what undo took back last.
 *
 * Returns: whether that is on the disk
 */
gboolean
mtr_store_redo (MtrStore *self,
                GError  **error)
{
  return take_back (self, TRUE, error);
}

/**
 * mtr_store_undo_async:
 * @self: a store
 * @callback: called when it is done, or cannot be
 * @user_data: for @callback
 *
 * Like mtr_store_undo(), without waiting; ends with mtr_store_undo_finish().
 */
void
mtr_store_undo_async (MtrStore           *self,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  mtr_store_ask_async (self, mtr_store_request_new (mtr_store_answer_undo, TRUE), mtr_store_undo_async, NULL, callback, user_data);
}

/**
 * mtr_store_redo_async:
 * @self: a store
 * @callback: called when it is done, or cannot be
 * @user_data: for @callback
 *
 * Like mtr_store_redo(), without waiting; ends with mtr_store_undo_finish() too.
 */
void
mtr_store_redo_async (MtrStore           *self,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  MtrStoreRequest *request = mtr_store_request_new (mtr_store_answer_undo, TRUE);

  request->flag = TRUE;
  mtr_store_ask_async (self, request, mtr_store_undo_async, NULL, callback, user_data);
}

/**
 * mtr_store_undo_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error of %MTR_STORE_ERROR
 *
 * Returns: whether what was undone, or done again, is on the disk
 */
gboolean
mtr_store_undo_finish (MtrStore     *self,
                       GAsyncResult *result,
                       GError      **error)
{
  return take_success (self, result, mtr_store_undo_async, error);
}
