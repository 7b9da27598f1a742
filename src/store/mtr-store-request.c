/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Requests, and the answers to them, which run in the thread of a store. */

#include "mtr-store-request-private.h"

#include <glib/gi18n-lib.h>

/**
 * mtr_store_request_new:
 * @answer: what answers it
 * @writes: whether it goes before requests that only read
 *
 * Returns: (transfer full): a request that asks for nothing yet
 */
MtrStoreRequest *
mtr_store_request_new (MtrStoreAnswer answer,
                       gboolean       writes)
{
  MtrStoreRequest *request = g_new0 (MtrStoreRequest, 1);

  request->answer = answer;
  request->writes = writes;

  return request;
}

/**
 * mtr_store_request_free:
 * @request: (transfer full): a request, with the answer where nobody took it
 */
void
mtr_store_request_free (MtrStoreRequest *request)
{
  g_clear_object (&request->change);
  g_clear_object (&request->pack);
  g_free ((char *) request->query.equal_text);
  g_free ((char *) request->query.range_from);
  g_free ((char *) request->query.range_to);
  g_free ((char *) request->query.contains);
  g_clear_pointer (&request->ids, g_array_unref);
  g_free (request->text);
  if (request->result != NULL && request->free_result != NULL)
    request->free_result (request->result);
  /* Never begun, so that it is bound to no thread yet. */
  if (request->work != NULL)
    request->free_work (request->work);
  g_clear_error (&request->error);
  g_clear_object (&request->task);
  g_free (request);
}

static gboolean
take_result (MtrStoreRequest *request,
             gpointer         result,
             GDestroyNotify   free_result)
{
  request->result = result;
  request->free_result = free_result;

  return result != NULL;
}

gboolean
mtr_store_answer_open (MtrStoreFile    *file,
                       MtrStoreRequest *request,
                       GError         **error)
{
  return mtr_store_file_open (file, error);
}

gboolean
mtr_store_answer_create (MtrStoreFile    *file,
                         MtrStoreRequest *request,
                         GError         **error)
{
  return mtr_store_file_create (file, request->pack, request->text, error);
}

gboolean
mtr_store_answer_add_pack (MtrStoreFile    *file,
                           MtrStoreRequest *request,
                           GError         **error)
{
  return mtr_store_file_add_pack (file, request->pack, error);
}

gboolean
mtr_store_answer_apply (MtrStoreFile    *file,
                        MtrStoreRequest *request,
                        GError         **error)
{
  return mtr_store_file_apply (file, request->change, error);
}

/* flag: do again instead. */
gboolean
mtr_store_answer_undo (MtrStoreFile    *file,
                       MtrStoreRequest *request,
                       GError         **error)
{
  return mtr_store_file_undo (file, request->flag, error);
}

gboolean
mtr_store_answer_load (MtrStoreFile    *file,
                       MtrStoreRequest *request,
                       GError         **error)
{
  return take_result (request, mtr_store_file_load (file, request->scope, request->kind, request->id,
                                                    request->audiences, error),
                      g_object_unref);
}

gboolean
mtr_store_answer_list_ids (MtrStoreFile    *file,
                           MtrStoreRequest *request,
                           GError         **error)
{
  return take_result (request, mtr_store_file_list_ids (file, &request->query, error), (GDestroyNotify) g_array_unref);
}

gboolean
mtr_store_answer_list_records (MtrStoreFile    *file,
                               MtrStoreRequest *request,
                               GError         **error)
{
  return take_result (request, mtr_store_file_list_records (file, &request->query, request->audiences, error),
                      (GDestroyNotify) g_ptr_array_unref);
}

/* In the order asked, which is not the order of the table. */
gboolean
mtr_store_answer_get_records (MtrStoreFile    *file,
                              MtrStoreRequest *request,
                              GError         **error)
{
  g_autoptr (GPtrArray) found = mtr_store_file_read (file, request->kind, request->audiences, MTR_FIELD_NONE,
                                                     request->ids, error);
  g_autoptr (GHashTable) by_id = NULL;
  GPtrArray *records;

  if (found == NULL)
    return FALSE;

  by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < found->len; i++)
    {
      MtrRecord *record = g_ptr_array_index (found, i);
      gint64 id = mtr_record_get_id (record);

      g_hash_table_insert (by_id, g_memdup2 (&id, sizeof id), record);
    }
  records = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < request->ids->len; i++)
    {
      MtrRecord *record = g_hash_table_lookup (by_id, &g_array_index (request->ids, gint64, i));

      if (record != NULL)
        g_ptr_array_add (records, g_object_ref (record));
    }

  return take_result (request, records, (GDestroyNotify) g_ptr_array_unref);
}

gboolean
mtr_store_answer_count (MtrStoreFile    *file,
                        MtrStoreRequest *request,
                        GError         **error)
{
  return mtr_store_file_count (file, &request->query, &request->number, error);
}

/* flag: what is private too. */
gboolean
mtr_store_answer_search (MtrStoreFile    *file,
                         MtrStoreRequest *request,
                         GError         **error)
{
  return take_result (request, mtr_store_file_search (file, request->text, request->limit, request->flag, error),
                      (GDestroyNotify) g_ptr_array_unref);
}

gboolean
mtr_store_answer_attachment (MtrStoreFile    *file,
                             MtrStoreRequest *request,
                             GError         **error)
{
  mtr_auto_statement statement =
    mtr_store_file_prepare (file, "SELECT content FROM attachment_content WHERE sha256 = ?1", error);
  gboolean row;

  if (statement != NULL)
    sqlite3_bind_text (statement, 1, request->text, -1, SQLITE_STATIC);
  if (!mtr_store_file_step (file, statement, &row, error))
    return FALSE;
  if (!row)
    {
      mtr_store_set_error (error, MTR_STORE_ERROR_INVALID, _("This attached file is not kept in the programme file."));
      return FALSE;
    }

  return take_result (request, g_bytes_new (sqlite3_column_blob (statement, 0),
                                            (gsize) sqlite3_column_bytes (statement, 0)),
                      (GDestroyNotify) g_bytes_unref);
}

gboolean
mtr_store_answer_copy (MtrStoreFile    *file,
                       MtrStoreRequest *request,
                       GError         **error)
{
  gboolean whole;

  if (request->work == NULL)
    {
      request->work = mtr_store_copy_begin (file, request->text, error);
      request->free_work = (GDestroyNotify) mtr_store_copy_free;
    }
  if (request->work == NULL || !mtr_store_copy_continue (request->work, &whole, error))
    return FALSE;
  request->again = !whole;

  return TRUE;
}

gboolean
mtr_store_answer_verify (MtrStoreFile    *file,
                         MtrStoreRequest *request,
                         GError         **error)
{
  return take_result (request, mtr_store_file_verify (file, error), (GDestroyNotify) g_ptr_array_unref);
}
