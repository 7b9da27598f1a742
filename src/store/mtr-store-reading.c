/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The public functions of the store that only read. */

#include "mtr-store-request-private.h"

static void
take_query (MtrStoreRequest     *request,
            const MtrStoreQuery *query)
{
  request->query = *query;
  request->query.equal_text = g_strdup (query->equal_text);
  request->query.range_from = g_strdup (query->range_from);
  request->query.range_to = g_strdup (query->range_to);
  request->query.contains = g_strdup (query->contains);
}

/* Asks, waits, and hands over the result. */
static gpointer
ask_for_result (MtrStore        *self,
                MtrStoreRequest *request,
                GError         **error)
{
  g_autoptr (MtrStoreRequest) owned = request;

  if (!mtr_store_ask (self, owned, error))
    return NULL;

  return g_steal_pointer (&owned->result);
}

static MtrStoreRequest *
new_load (MtrStoreScope scope,
          MtrKind       kind,
          gint64        id,
          MtrAudience   audiences)
{
  MtrStoreRequest *request = mtr_store_request_new (mtr_store_answer_load, FALSE);

  request->scope = scope;
  request->kind = kind;
  request->id = id;
  request->audiences = audiences;

  return request;
}

/**
 * mtr_store_load:
 * @self: a store
 * @scope: what the snapshot is of
 * @kind: for %MTR_SCOPE_RECORD the kind of the record
 * @id: the pairing or the record
 * @audiences: whose fields the reader may have; a record whose home audience is not among them is not there
 * @error: return location for an error of %MTR_STORE_ERROR
 *
 * A snapshot of a pairing also has the portfolios and the observations of its mentees from other pairings, with what belongs
 * to them, and the line managers of its people.
 *
 * Returns: (transfer full) (nullable): the snapshot; where there is no such record it is empty
 */
MtrSnapshot *
mtr_store_load (MtrStore     *self,
                MtrStoreScope scope,
                MtrKind       kind,
                gint64        id,
                MtrAudience   audiences,
                GError      **error)
{
  return ask_for_result (self, new_load (scope, kind, id, audiences), error);
}

/**
 * mtr_store_collect_packs:
 * @self: a store
 * @snapshot: what was loaded of it, with its programme and pairings
 *
 * Returns: (transfer full) (element-type utf8 MtrPack): the packs of the programme and the pairings, by their ids
 */
GHashTable *
mtr_store_collect_packs (MtrStore    *self,
                         MtrSnapshot *snapshot)
{
  static const MtrField fields[] = { MTR_PROGRAMME_PACK, MTR_PAIRING_PACK };
  GHashTable *packs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      MtrKind kind = mtr_field_get_info (fields[i])->kind;

      for (guint j = 0; j < mtr_snapshot_count (snapshot, kind); j++)
        {
          const char *id = mtr_record_get_text (mtr_snapshot_nth (snapshot, kind, j), fields[i]);
          MtrPack *pack = id != NULL && !g_hash_table_contains (packs, id) ? mtr_store_get_pack (self, id) : NULL;

          if (pack != NULL)
            g_hash_table_insert (packs, g_strdup (id), g_object_ref (pack));
        }
    }

  return packs;
}

/**
 * mtr_store_load_async:
 * @self: a store
 * @scope: what the snapshot is of
 * @kind: for %MTR_SCOPE_RECORD the kind of the record
 * @id: the pairing or the record
 * @audiences: whose fields the reader may have
 * @cancellable: (nullable): to stop it
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Like mtr_store_load(), without waiting.
 */
void
mtr_store_load_async (MtrStore           *self,
                      MtrStoreScope       scope,
                      MtrKind             kind,
                      gint64              id,
                      MtrAudience         audiences,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  mtr_store_ask_async (self, new_load (scope, kind, id, audiences), mtr_store_load_async, cancellable, callback,
                       user_data);
}

/**
 * mtr_store_load_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error of %MTR_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the snapshot
 */
MtrSnapshot *
mtr_store_load_finish (MtrStore     *self,
                       GAsyncResult *result,
                       GError      **error)
{
  return mtr_store_take_answer (self, result, mtr_store_load_async, error);
}

static MtrStoreRequest *
new_list (MtrStoreAnswer       answer,
          const MtrStoreQuery *query,
          MtrAudience          audiences)
{
  MtrStoreRequest *request = mtr_store_request_new (answer, FALSE);

  take_query (request, query);
  request->audiences = audiences;

  return request;
}

/**
 * mtr_store_list_ids:
 * @self: a store
 * @query: which records, in which order
 * @error: return location for an error of %MTR_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type gint64): their ids
 */
GArray *
mtr_store_list_ids (MtrStore            *self,
                    const MtrStoreQuery *query,
                    GError             **error)
{
  return ask_for_result (self, new_list (mtr_store_answer_list_ids, query, MTR_READER_OWNER), error);
}

/**
 * mtr_store_list_records:
 * @self: a store
 * @query: which records, in which order
 * @audiences: whose fields the reader may have
 * @error: return location for an error of %MTR_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type MtrRecord): the records
 */
GPtrArray *
mtr_store_list_records (MtrStore            *self,
                        const MtrStoreQuery *query,
                        MtrAudience          audiences,
                        GError             **error)
{
  return ask_for_result (self, new_list (mtr_store_answer_list_records, query, audiences), error);
}

/**
 * mtr_store_count:
 * @self: a store
 * @query: which records; its limit is not looked at
 * @error: return location for an error of %MTR_STORE_ERROR
 *
 * Returns: how many; -1 on error
 */
gint64
mtr_store_count (MtrStore            *self,
                 const MtrStoreQuery *query,
                 GError             **error)
{
  g_autoptr (MtrStoreRequest) request = new_list (mtr_store_answer_count, query, MTR_READER_OWNER);

  return mtr_store_ask (self, request, error) ? request->number : -1;
}

/**
 * mtr_store_list_ids_async:
 * @self: a store
 * @query: which records, in which order; copied
 * @cancellable: (nullable): to stop it
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Like mtr_store_list_ids(), without waiting.
 */
void
mtr_store_list_ids_async (MtrStore            *self,
                          const MtrStoreQuery *query,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  mtr_store_ask_async (self, new_list (mtr_store_answer_list_ids, query, MTR_READER_OWNER), mtr_store_list_ids_async,
                       cancellable, callback, user_data);
}

/**
 * mtr_store_list_ids_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error of %MTR_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids
 */
GArray *
mtr_store_list_ids_finish (MtrStore     *self,
                           GAsyncResult *result,
                           GError      **error)
{
  return mtr_store_take_answer (self, result, mtr_store_list_ids_async, error);
}

/**
 * mtr_store_list_records_async:
 * @self: a store
 * @query: which records, in which order; copied
 * @audiences: whose fields the reader may have
 * @cancellable: (nullable): to stop it
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Like mtr_store_list_records(), without waiting.
 */
void
mtr_store_list_records_async (MtrStore            *self,
                              const MtrStoreQuery *query,
                              MtrAudience          audiences,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  mtr_store_ask_async (self, new_list (mtr_store_answer_list_records, query, audiences), mtr_store_list_records_async,
                       cancellable, callback, user_data);
}

/**
 * mtr_store_list_records_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error of %MTR_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type MtrRecord): the records
 */
GPtrArray *
mtr_store_list_records_finish (MtrStore     *self,
                               GAsyncResult *result,
                               GError      **error)
{
  return mtr_store_take_answer (self, result, mtr_store_list_records_async, error);
}

/**
 * mtr_store_get_records_async:
 * @self: a store
 * @kind: a kind of record
 * @ids: (array length=n_ids): ids; copied
 * @n_ids: how many
 * @audiences: whose fields the reader may have
 * @cancellable: (nullable): to stop it, as when the rows have been scrolled away
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * For the rows that became visible: the records in the order asked; those that are not there are left out.
 */
void
mtr_store_get_records_async (MtrStore           *self,
                             MtrKind             kind,
                             const gint64       *ids,
                             guint               n_ids,
                             MtrAudience         audiences,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  MtrStoreRequest *request = mtr_store_request_new (mtr_store_answer_get_records, FALSE);

  request->kind = kind;
  request->ids = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (gint64)), ids, n_ids);
  request->audiences = audiences;
  mtr_store_ask_async (self, request, mtr_store_get_records_async, cancellable, callback, user_data);
}

/**
 * mtr_store_get_records_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error of %MTR_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type MtrRecord): the records
 */
GPtrArray *
mtr_store_get_records_finish (MtrStore     *self,
                              GAsyncResult *result,
                              GError      **error)
{
  return mtr_store_take_answer (self, result, mtr_store_get_records_async, error);
}

static MtrStoreRequest *
new_search (const char *words,
            guint       limit,
            gboolean    include_private)
{
  MtrStoreRequest *request = mtr_store_request_new (mtr_store_answer_search, FALSE);

  request->text = g_strdup (words);
  request->limit = limit;
  request->flag = include_private;

  return request;
}

/**
 * mtr_search_hit_free:
 * @hit: (transfer full): a hit
 */
void
mtr_search_hit_free (MtrSearchHit *hit)
{
  g_free (hit->excerpt);
  g_free (hit);
}

/**
 * mtr_store_search:
 * @self: a store
 * @words: as typed; each is the beginning of a word, and all of them must be in one record
 * @limit: how many hits at most; 0: all
 * @include_private: whether to search what is the owner's alone too
 * @error: return location for an error of %MTR_STORE_ERROR
 *
 * Case and accents make no difference. A record whose shared and private text both match comes twice.
 *
 * Returns: (transfer full) (nullable) (element-type MtrSearchHit): the hits, newest first
 */
GPtrArray *
mtr_store_search (MtrStore   *self,
                  const char *words,
                  guint       limit,
                  gboolean    include_private,
                  GError    **error)
{
  return ask_for_result (self, new_search (words, limit, include_private), error);
}

/**
 * mtr_store_search_async:
 * @self: a store
 * @words: as typed
 * @limit: how many hits at most; 0: all
 * @include_private: whether to search what is the owner's alone too
 * @cancellable: (nullable): to stop it, as when another letter has been typed
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Like mtr_store_search(), without waiting.
 */
void
mtr_store_search_async (MtrStore           *self,
                        const char         *words,
                        guint               limit,
                        gboolean            include_private,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  mtr_store_ask_async (self, new_search (words, limit, include_private), mtr_store_search_async, cancellable, callback,
                       user_data);
}

/**
 * mtr_store_search_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error of %MTR_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type MtrSearchHit): the hits
 */
GPtrArray *
mtr_store_search_finish (MtrStore     *self,
                         GAsyncResult *result,
                         GError      **error)
{
  return mtr_store_take_answer (self, result, mtr_store_search_async, error);
}

/**
 * mtr_store_load_attachment:
 * @self: a store
 * @sha256: the SHA-256 of an attachment record
 * @error: return location for an error of %MTR_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the content of the file that was attached
 */
GBytes *
mtr_store_load_attachment (MtrStore   *self,
                           const char *sha256,
                           GError    **error)
{
  MtrStoreRequest *request = mtr_store_request_new (mtr_store_answer_attachment, FALSE);

  request->text = g_strdup (sha256);

  return ask_for_result (self, request, error);
}

static MtrStoreRequest *
new_copy (const char *path)
{
  MtrStoreRequest *request = mtr_store_request_new (mtr_store_answer_copy, FALSE);

  request->text = g_canonicalize_filename (path, NULL);

  return request;
}

/**
 * mtr_store_save_copy:
 * @self: a store
 * @path: where the copy goes; what is there already is replaced when the copy is whole
 * @error: return location for an error of %MTR_STORE_ERROR
 *
 * Writes all that has been saved so far, with its history.
 *
 * Returns: whether the copy is on the disk
 */
gboolean
mtr_store_save_copy (MtrStore   *self,
                     const char *path,
                     GError    **error)
{
  g_autoptr (MtrStoreRequest) request = new_copy (path);

  return mtr_store_ask (self, request, error);
}

/**
 * mtr_store_save_copy_async:
 * @self: a store
 * @path: where the copy goes; what is there already is replaced when the copy is whole
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done, or cannot be
 * @user_data: for @callback
 *
 * Like mtr_store_save_copy(), without waiting: other requests are answered meanwhile, and what they change is in the
 * copy too.
 */
void
mtr_store_save_copy_async (MtrStore           *self,
                           const char         *path,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  mtr_store_ask_async (self, new_copy (path), mtr_store_save_copy_async, cancellable, callback, user_data);
}

/**
 * mtr_store_save_copy_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error of %MTR_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the copy is on the disk
 */
gboolean
mtr_store_save_copy_finish (MtrStore     *self,
                            GAsyncResult *result,
                            GError      **error)
{
  g_autoptr (GError) local_error = NULL;

  mtr_store_take_answer (self, result, mtr_store_save_copy_async, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* Looks at a copy in the thread that asks, so that the thread of the store is free for whoever types. */
static GPtrArray *
verify_copy (MtrStore *self)
{
  g_autofree char *path = mtr_store_make_temporary (mtr_store_get_path (self), NULL);
  GPtrArray *problems = NULL;
  MtrPackLookup lookup;
  gpointer lookup_data;

  if (path == NULL)
    return NULL;

  mtr_store_get_lookup (self, &lookup, &lookup_data);
  if (mtr_store_save_copy (self, path, NULL))
    problems = mtr_store_verify_copy (path, lookup, lookup_data, NULL);
  mtr_store_remove_temporary (path);

  return problems;
}

/**
 * mtr_store_verify:
 * @self: a store
 * @error: return location for an error of %MTR_STORE_ERROR, where it could not be looked at
 *
 * Looks at everything; takes long on a large file. May be called in any thread: where the file can be written to, and
 * there is room for a copy of it, a copy is looked at, and what others ask of the store is answered meanwhile.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): a sentence for each thing wrong; empty when all is well
 */
GPtrArray *
mtr_store_verify (MtrStore *self,
                  GError  **error)
{
  GPtrArray *problems = mtr_store_get_read_only (self) == MTR_STORE_WRITABLE ? verify_copy (self) : NULL;

  /* Where there is no copy to look at, because the file is damaged or the disk is full, the file itself is. */
  return problems != NULL ? problems : ask_for_result (self, mtr_store_request_new (mtr_store_answer_verify, FALSE), error);
}
