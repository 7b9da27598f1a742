/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What lists of pairings and Today show is worked out by the core and kept
 * here, in the transaction of the change that it follows from.
 */

#include "mtr-store-private.h"

#include "mtr-portfolio.h"
#include "mtr-summary.h"

/**
 * mtr_store_id_set_new:
 *
 * Returns: (transfer full) (element-type gint64): an empty set of ids
 */
GHashTable *
mtr_store_id_set_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * mtr_store_id_set_add:
 * @set: a set of ids
 * @id: an id; 0 is none
 */
void
mtr_store_id_set_add (GHashTable *set,
                      gint64      id)
{
  if (id != 0 && !g_hash_table_contains (set, &id))
    g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

static gboolean
add_ids (MtrStoreFile *file,
         const char   *sql,
         gint64        id,
         GHashTable   *set,
         GError      **error)
{
  mtr_auto_statement statement = mtr_store_file_prepare (file, sql, error);
  g_autoptr (GArray) ids = NULL;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  ids = mtr_store_file_list_numbers (file, statement, error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    mtr_store_id_set_add (set, g_array_index (ids, gint64, i));

  return TRUE;
}

static gboolean
read_parent (MtrStoreFile *file,
             MtrField      field,
             gint64        id,
             gint64       *parent,
             GError      **error)
{
  const MtrFieldInfo *info = mtr_field_get_info (field);
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?1", info->column,
                                          mtr_kind_get_info (info->kind)->table);
  mtr_auto_statement statement = mtr_store_file_prepare (file, sql, error);

  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, id);

  return mtr_store_file_get_number (file, statement, parent, error);
}

/* A portfolio stays with its mentee, so it is seen from each of the mentee's pairings. */
static gboolean
add_pairings_of_portfolio (MtrStoreFile *file,
                           gint64        id,
                           GHashTable   *pairings,
                           GError      **error)
{
  return add_ids (file, "SELECT pairing_id FROM portfolio WHERE id = ?1 "
                  "UNION SELECT m.pairing_id FROM portfolio p JOIN member m ON m.person_id = p.person_id WHERE p.id = ?1",
                  id, pairings, error);
}

static gboolean
add_pairings_of_observation (MtrStoreFile *file,
                             gint64        id,
                             GHashTable   *pairings,
                             GError      **error)
{
  return add_ids (file, "SELECT m.pairing_id FROM observation o JOIN member m ON m.person_id = o.observed_id "
                  "WHERE o.id = ?1 UNION SELECT p.pairing_id FROM evidence e JOIN portfolio p ON p.id = e.portfolio_id "
                  "WHERE e.observation_id = ?1 "
                  "UNION SELECT m.pairing_id FROM evidence e JOIN portfolio p ON p.id = e.portfolio_id "
                  "JOIN member m ON m.person_id = p.person_id WHERE e.observation_id = ?1",
                  id, pairings, error);
}

static gboolean
add_pairings_of_person (MtrStoreFile *file,
                        gint64        id,
                        GHashTable   *pairings,
                        GError      **error)
{
  return add_ids (file, "SELECT id FROM pairing WHERE mentor_id = ?1 OR line_manager_id = ?1 OR talk_to_id = ?1 "
                  "UNION SELECT pairing_id FROM member WHERE person_id = ?1 "
                  "UNION SELECT pairing_id FROM portfolio WHERE person_id = ?1",
                  id, pairings, error);
}

/**
 * mtr_store_file_find_pairings:
 * @file: a file
 * @kind: a kind of record
 * @id: a record, which may not exist
 * @pairings: (element-type gint64): gets the pairings whose derived values may follow from the record
 * @error: return location for an error
 *
 * Returns: whether it went well
 */
gboolean
mtr_store_file_find_pairings (MtrStoreFile *file,
                              MtrKind       kind,
                              gint64        id,
                              GHashTable   *pairings,
                              GError      **error)
{
  while (id != 0)
    {
      MtrField parent_field = mtr_kind_get_info (kind)->parent_field;

      if (kind == MTR_KIND_PAIRING)
        mtr_store_id_set_add (pairings, id);
      else if (kind == MTR_KIND_PERSON && !add_pairings_of_person (file, id, pairings, error))
        return FALSE;
      else if (kind == MTR_KIND_PORTFOLIO && !add_pairings_of_portfolio (file, id, pairings, error))
        return FALSE;
      else if (kind == MTR_KIND_OBSERVATION && !add_pairings_of_observation (file, id, pairings, error))
        return FALSE;

      if (parent_field == MTR_FIELD_NONE)
        break;
      if (!read_parent (file, parent_field, id, &id, error))
        return FALSE;
      kind = mtr_field_get_info (parent_field)->reference;
    }

  return TRUE;
}

/**
 * mtr_store_file_find_pairing:
 * @file: a file
 * @kind: a kind of record
 * @id: a record
 * @pairing_id: (out): the pairing it belongs to; 0: none
 * @error: return location for an error
 *
 * Returns: whether it went well
 */
gboolean
mtr_store_file_find_pairing (MtrStoreFile *file,
                             MtrKind       kind,
                             gint64        id,
                             gint64       *pairing_id,
                             GError      **error)
{
  *pairing_id = 0;
  while (id != 0 && kind != MTR_KIND_PAIRING)
    {
      MtrField field = kind == MTR_KIND_PORTFOLIO ? MTR_PORTFOLIO_PAIRING_ID : mtr_kind_get_info (kind)->parent_field;

      if (field == MTR_FIELD_NONE)
        return TRUE;
      if (!read_parent (file, field, id, &id, error))
        return FALSE;
      kind = mtr_field_get_info (field)->reference;
    }
  *pairing_id = id;

  return TRUE;
}

/* A large group has more names than a field holds. */
static void
cut_text (MtrRecord *summary,
          MtrField   field)
{
  const char *text = mtr_record_get_text (summary, field);
  glong max_length = (glong) mtr_field_get_max_length (field);
  g_autofree char *cut = NULL;
  g_autofree char *shortened = NULL;

  if (text == NULL || g_utf8_strlen (text, -1) <= max_length)
    return;
  cut = g_utf8_substring (text, 0, max_length - 1);
  shortened = g_strconcat (cut, "…", NULL);
  mtr_record_set_text (summary, field, shortened);
}

/* What the core works out for a pairing; both empty where it is gone, or its pack is not known here. */
static gboolean
work_out (MtrStoreFile *file,
          gint64        pairing_id,
          GPtrArray   **summaries,
          GPtrArray   **reasons,
          GError      **error)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_store_file_load (file, MTR_SCOPE_PAIRING, MTR_KIND_PAIRING, pairing_id,
                                                          MTR_READER_OWNER, error);
  MtrRecord *pairing;
  g_autoptr (MtrPack) pack = NULL;

  if (snapshot == NULL)
    return FALSE;

  *summaries = g_ptr_array_new_with_free_func (g_object_unref);
  *reasons = NULL;
  pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, pairing_id);
  if (pairing != NULL)
    {
      g_mutex_lock (&file->lock);
      pack = g_hash_table_lookup (file->packs, mtr_record_get_text (pairing, MTR_PAIRING_PACK));
      if (pack != NULL)
        g_object_ref (pack);
      g_mutex_unlock (&file->lock);
    }
  if (pack != NULL)
    {
      MtrRecord *summary = mtr_summary_build (pack, snapshot, pairing_id);

      if (summary != NULL)
        g_ptr_array_add (*summaries, summary);
      *reasons = mtr_attention_build (pack, snapshot, pairing_id);
    }
  if (*reasons == NULL)
    *reasons = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < (*summaries)->len; i++)
    {
      mtr_record_set_number (g_ptr_array_index (*summaries, i), MTR_PAIRING_SUMMARY_PAIRING_ID, pairing_id);
      cut_text (g_ptr_array_index (*summaries, i), MTR_PAIRING_SUMMARY_MENTEES);
    }
  for (guint i = 0; i < (*reasons)->len; i++)
    mtr_record_set_number (g_ptr_array_index (*reasons, i), MTR_ATTENTION_PAIRING_ID, pairing_id);

  return TRUE;
}

static gboolean
are_equal (GPtrArray *one,
           GPtrArray *two)
{
  if (one->len != two->len)
    return FALSE;

  for (guint i = 0; i < one->len; i++)
    {
      MtrRecord *a = g_ptr_array_index (one, i), *b = g_ptr_array_index (two, i);
      const MtrKindInfo *info = mtr_kind_get_info (mtr_record_get_kind (a));

      for (int field = info->first_field; field <= (int) info->last_field; field++)
        if (!mtr_record_equal_field (a, b, field))
          return FALSE;
    }

  return TRUE;
}

static GPtrArray *
read_stored (MtrStoreFile *file,
             MtrKind       kind,
             gint64        pairing_id,
             GError      **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, pairing_id);

  return mtr_store_file_read (file, kind, MTR_READER_OWNER, mtr_kind_get_info (kind)->parent_field, ids, error);
}

/* The summary has the id of its pairing; a reason gets the next free one. */
static gboolean
write_derived (MtrStoreFile *file,
               MtrRecord    *derived,
               gint64        pairing_id,
               GError      **error)
{
  MtrKind kind = mtr_record_get_kind (derived);
  const MtrKindInfo *info = mtr_kind_get_info (kind);
  g_autoptr (MtrRecord) record = mtr_record_new (kind, kind == MTR_KIND_PAIRING_SUMMARY ? pairing_id : 0);

  for (int field = info->first_field; field <= (int) info->last_field; field++)
    {
      if (!mtr_record_is_set (derived, field))
        continue;
      if (mtr_field_is_number (field))
        mtr_record_set_number (record, field, mtr_record_get_number (derived, field));
      else
        mtr_record_set_text (record, field, mtr_record_get_text (derived, field));
    }
  if (!mtr_store_file_insert (file, record, info->home_audience, error))
    return FALSE;
  mtr_store_file_note_change (file, kind, sqlite3_last_insert_rowid (file->connection));

  return TRUE;
}

static gboolean
replace_derived (MtrStoreFile *file,
                 MtrKind       kind,
                 gint64        pairing_id,
                 GPtrArray    *built,
                 GError      **error)
{
  g_autoptr (GPtrArray) stored = read_stored (file, kind, pairing_id, error);
  g_autofree char *sql = NULL;

  if (stored == NULL)
    return FALSE;
  if (are_equal (stored, built))
    return TRUE;

  for (guint i = 0; i < stored->len; i++)
    mtr_store_file_note_change (file, kind, mtr_record_get_id (g_ptr_array_index (stored, i)));
  sql = g_strdup_printf ("DELETE FROM %s WHERE pairing_id = ?1", mtr_kind_get_info (kind)->table);
  {
    mtr_auto_statement statement = mtr_store_file_prepare (file, sql, error);

    if (statement != NULL)
      sqlite3_bind_int64 (statement, 1, pairing_id);
    if (!mtr_store_file_run (file, statement, error))
      return FALSE;
  }
  for (guint i = 0; i < built->len; i++)
    if (!write_derived (file, g_ptr_array_index (built, i), pairing_id, error))
      return FALSE;

  return TRUE;
}

/* Whether a kind of record has words that the panel reads. */
static gboolean
has_words (MtrKind kind)
{
  const MtrKindInfo *info = mtr_kind_get_info (kind);

  for (int field = info->first_field; field <= (int) info->last_field; field++)
    if (mtr_field_get_info (field)->audience == MTR_AUDIENCE_ASSESSMENT && mtr_field_is_text (field))
      return TRUE;

  return FALSE;
}

static gboolean
add_pairings_of_operation (MtrStoreFile       *file,
                           const MtrOperation *operation,
                           GHashTable         *pairings,
                           GError            **error)
{
  MtrField parent_field = mtr_kind_get_info (operation->kind)->parent_field;

  if (operation->type == MTR_OPERATION_UPDATE)
    return mtr_store_file_find_pairings (file, operation->kind, operation->id, pairings, error);
  if (operation->type == MTR_OPERATION_INSERT && parent_field != MTR_FIELD_NONE)
    return mtr_store_file_find_pairings (file, mtr_field_get_info (parent_field)->reference,
                                         mtr_record_get_number (operation->record, parent_field), pairings, error);

  return TRUE;
}

/* Where nobody has read anything there is nothing to forget, and nothing is loaded. */
static gboolean
has_been_read (MtrStoreFile *file,
               gint64        pairing_id,
               gboolean     *read,
               GError      **error)
{
  mtr_auto_statement statement =
    mtr_store_file_prepare (file, "SELECT 1 FROM portfolio WHERE attested_on IS NOT NULL AND (pairing_id = ?1 OR "
                            "person_id IN (SELECT person_id FROM member WHERE pairing_id = ?1))", error);

  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, pairing_id);

  return mtr_store_file_step (file, statement, read, error);
}

/**
 * mtr_store_file_forget_reading:
 * @file: a file with a transaction
 * @change: a change that has not been done yet; may get one more operation
 * @error: return location for an error
 *
 * A portfolio whose words change has not been read for names (product.md, rule 12). This is part of the change, so that
 * undo brings both back.
 *
 * Returns: whether it went well
 */
gboolean
mtr_store_file_forget_reading (MtrStoreFile *file,
                               MtrChange    *change,
                               GError      **error)
{
  g_autoptr (GHashTable) pairings = mtr_store_id_set_new ();
  GHashTableIter iter;
  gpointer key;

  for (guint i = 0; i < mtr_change_count (change); i++)
    {
      const MtrOperation *operation = mtr_change_nth (change, i);

      /* The reading itself, or a portfolio that is new. */
      if (operation->kind == MTR_KIND_PORTFOLIO)
        return TRUE;
      if (has_words (operation->kind) && !add_pairings_of_operation (file, operation, pairings, error))
        return FALSE;
    }

  g_hash_table_iter_init (&iter, pairings);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      gint64 id = *(gint64 *) key;
      g_autoptr (MtrSnapshot) snapshot = NULL;
      gboolean read;

      if (!has_been_read (file, id, &read, error))
        return FALSE;
      if (!read)
        continue;
      snapshot = mtr_store_file_load (file, MTR_SCOPE_PAIRING, MTR_KIND_PAIRING, id, MTR_READER_OWNER, error);
      if (snapshot == NULL)
        return FALSE;
      mtr_portfolio_forget_reading (change, snapshot);
    }

  return TRUE;
}

/**
 * mtr_store_file_derive:
 * @file: a file with a transaction
 * @pairings: (element-type gint64): ids of the pairings that were touched, those that are gone included
 * @error: return location for an error
 *
 * Returns: whether what is derived is up to date
 */
gboolean
mtr_store_file_derive (MtrStoreFile *file,
                       GHashTable   *pairings,
                       GError      **error)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, pairings);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      gint64 id = *(gint64 *) key;
      g_autoptr (GPtrArray) summaries = NULL;
      g_autoptr (GPtrArray) reasons = NULL;

      if (!work_out (file, id, &summaries, &reasons, error) ||
          !replace_derived (file, MTR_KIND_PAIRING_SUMMARY, id, summaries, error) ||
          !replace_derived (file, MTR_KIND_ATTENTION, id, reasons, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * mtr_store_file_check_derived:
 * @file: a file
 * @pairing_id: a pairing
 * @equal: (out): whether what is stored is what would be worked out now
 * @error: return location for an error
 *
 * Returns: whether it could be looked at
 */
gboolean
mtr_store_file_check_derived (MtrStoreFile *file,
                              gint64        pairing_id,
                              gboolean     *equal,
                              GError      **error)
{
  g_autoptr (GPtrArray) summaries = NULL;
  g_autoptr (GPtrArray) reasons = NULL;
  g_autoptr (GPtrArray) stored_summaries = NULL;
  g_autoptr (GPtrArray) stored_reasons = NULL;

  if (!work_out (file, pairing_id, &summaries, &reasons, error))
    return FALSE;
  stored_summaries = read_stored (file, MTR_KIND_PAIRING_SUMMARY, pairing_id, error);
  if (stored_summaries == NULL)
    return FALSE;
  stored_reasons = read_stored (file, MTR_KIND_ATTENTION, pairing_id, error);
  if (stored_reasons == NULL)
    return FALSE;
  *equal = are_equal (summaries, stored_summaries) && are_equal (reasons, stored_reasons);

  return TRUE;
}
