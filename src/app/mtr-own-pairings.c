/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which pairings the owner of the file takes part in, and which of them is
 * meant by somebody who has not said.
 */

#include "mtr-own-pairings.h"

#include "mtr-date.h"
#include "mtr-pairing.h"

static GPtrArray *
list_records (MtrProgramme        *programme,
              const MtrStoreQuery *query)
{
  GPtrArray *records = mtr_store_list_records (mtr_programme_get_store (programme), query, MTR_READER_LEAD, NULL);

  return records != NULL ? records : g_ptr_array_new_with_free_func (g_object_unref);
}

static void
add_running (GHashTable *own,
             MtrRecord  *pairing)
{
  gint64 id = mtr_record_get_id (pairing);

  if (!mtr_record_text_is (pairing, MTR_PAIRING_STATE, MTR_PAIRING_ENDED))
    g_hash_table_add (own, g_memdup2 (&id, sizeof id));
}

/* The pairings that the owner of the file takes part in and that have not ended, as a set of ids. */
static GHashTable *
collect (MtrProgramme *programme)
{
  MtrStoreQuery as_mentor = MTR_STORE_QUERY_INIT (MTR_KIND_PAIRING);
  MtrStoreQuery as_mentee = MTR_STORE_QUERY_INIT (MTR_KIND_MEMBER);
  GHashTable *own = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) pairings = NULL;
  g_autoptr (GPtrArray) members = NULL;

  as_mentor.equal_field = MTR_PAIRING_MENTOR_ID;
  as_mentor.equal_number = mtr_programme_get_owner_id (programme);
  pairings = list_records (programme, &as_mentor);
  for (guint i = 0; i < pairings->len; i++)
    add_running (own, g_ptr_array_index (pairings, i));

  as_mentee.equal_field = MTR_MEMBER_PERSON_ID;
  as_mentee.equal_number = mtr_programme_get_owner_id (programme);
  members = list_records (programme, &as_mentee);
  for (guint i = 0; i < members->len; i++)
    {
      MtrRecord *member = g_ptr_array_index (members, i);
      gint64 id = mtr_record_get_number (member, MTR_MEMBER_PAIRING_ID);
      g_autoptr (MtrSnapshot) snapshot = NULL;
      MtrRecord *pairing = NULL;

      if (!mtr_record_is_set (member, MTR_MEMBER_LEFT_ON))
        snapshot = mtr_store_load (mtr_programme_get_store (programme), MTR_SCOPE_RECORD, MTR_KIND_PAIRING, id,
                                   MTR_READER_LEAD, NULL);
      if (snapshot != NULL)
        pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, id);
      if (pairing != NULL)
        add_running (own, pairing);
    }

  return own;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

/**
 * mtr_own_pairings_list:
 * @programme: a programme
 *
 * Returns: (transfer full) (element-type gint64): the pairings that the owner of the file takes part in and that have not
 *   ended, the first one made first
 */
GArray *
mtr_own_pairings_list (MtrProgramme *programme)
{
  g_autoptr (GHashTable) own = collect (programme);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, own);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);
  g_array_sort (ids, compare_ids);

  return ids;
}

/* How many sessions are looked at to find one of the owner's. */
#define SESSIONS_LOOKED_AT 200

static gint64
find_own (GPtrArray  *sessions,
          GHashTable *own)
{
  for (guint i = 0; i < sessions->len; i++)
    {
      gint64 id = mtr_record_get_number (g_ptr_array_index (sessions, i), MTR_SESSION_PAIRING_ID);

      if (g_hash_table_contains (own, &id))
        return id;
    }

  return 0;
}

/**
 * mtr_own_pairings_find_to_write:
 * @programme: a programme
 *
 * The pairing that somebody means who wants to write and has not said where: of those that the owner of the file takes
 * part in, the one with the next planned session, else the one with the last session, else any.
 *
 * Returns: its id; 0 where the owner takes part in none
 */
gint64
mtr_own_pairings_find_to_write (MtrProgramme *programme)
{
  g_autoptr (GHashTable) own = collect (programme);
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_SESSION);
  g_autoptr (GPtrArray) coming = NULL;
  g_autoptr (GPtrArray) past = NULL;
  g_autofree char *from = NULL;
  GHashTableIter iter;
  gpointer any = NULL;
  gint64 found;
  GDate today;

  mtr_programme_get_today (programme, &today);
  from = mtr_date_to_iso (&today);
  query.range_field = MTR_SESSION_HELD_ON;
  query.range_from = from;
  query.order_field = MTR_SESSION_HELD_ON;
  query.limit = SESSIONS_LOOKED_AT;
  coming = list_records (programme, &query);
  found = find_own (coming, own);
  if (found != 0)
    return found;

  query.range_from = NULL;
  query.range_to = from;
  query.descending = TRUE;
  past = list_records (programme, &query);
  found = find_own (past, own);
  if (found != 0)
    return found;

  g_hash_table_iter_init (&iter, own);

  return g_hash_table_iter_next (&iter, &any, NULL) ? *(gint64 *) any : 0;
}
