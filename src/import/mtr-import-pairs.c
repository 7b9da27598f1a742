/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pairings of the programme file, found by the people in them; and how
 * those people stand in a cell.
 */

#include "mtr-import-private.h"

#include "mtr-pairing.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>

struct _MtrImportPairs {
  GHashTable *by_id;      /* (owned): gint64 → MtrImportPair */
  GHashTable *by_key;     /* (owned): mentor and mentees → GPtrArray of MtrImportPair */
  GHashTable *by_person;  /* (owned): gint64 → GPtrArray of MtrImportPair */
};

static void
free_pair (gpointer data)
{
  MtrImportPair *pair = data;

  g_array_unref (pair->mentees);
  g_free (pair);
}

static int
compare_ids (gconstpointer one,
             gconstpointer other)
{
  gint64 a = *(const gint64 *) one;
  gint64 b = *(const gint64 *) other;

  return a < b ? -1 : a > b;
}

static void
add_to (GHashTable    *table,
        gpointer       key,
        MtrImportPair *pair)
{
  GPtrArray *pairs = g_hash_table_lookup (table, key);

  if (pairs == NULL)
    {
      pairs = g_ptr_array_new ();
      g_hash_table_insert (table, key, pairs);
    }
  else
    {
      g_free (key);
    }
  g_ptr_array_add (pairs, pair);
}

static void
add_mentees (MtrImportPairs *self,
             MtrSnapshot    *file,
             gboolean        who_left)
{
  for (guint i = 0; i < mtr_snapshot_count (file, MTR_KIND_MEMBER); i++)
    {
      MtrRecord *member = mtr_snapshot_nth (file, MTR_KIND_MEMBER, i);
      MtrImportPair *pair = mtr_import_pairs_get (self, mtr_record_get_number (member, MTR_MEMBER_PAIRING_ID));
      gint64 person_id = mtr_record_get_number (member, MTR_MEMBER_PERSON_ID);

      if (pair != NULL && pair->is_open && mtr_record_text_is (member, MTR_MEMBER_ROLE, MTR_ROLE_MENTEE) &&
          mtr_record_is_set (member, MTR_MEMBER_LEFT_ON) == who_left)
        g_array_append_val (pair->mentees, person_id);
    }
}

/* Those who are still there; all who ever were, where everybody has left. */
static void
find_mentees (MtrImportPairs *self,
              MtrSnapshot    *file)
{
  GHashTableIter iter;
  gpointer value;

  add_mentees (self, file, FALSE);
  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      MtrImportPair *pair = value;

      pair->is_open = pair->mentees->len == 0;
    }
  add_mentees (self, file, TRUE);
}

/* mtr_import_pairs_new: Returns: (transfer full): the pairings of @file, which must live as long */
MtrImportPairs *
mtr_import_pairs_new (MtrSnapshot *file)
{
  MtrImportPairs *self = g_new0 (MtrImportPairs, 1);
  GHashTableIter iter;
  gpointer value;

  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_pair);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->by_person = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < mtr_snapshot_count (file, MTR_KIND_PAIRING); i++)
    {
      MtrImportPair *pair = g_new0 (MtrImportPair, 1);
      gint64 id;

      pair->pairing = mtr_snapshot_nth (file, MTR_KIND_PAIRING, i);
      pair->mentees = g_array_new (FALSE, FALSE, sizeof (gint64));
      pair->is_open = TRUE;
      id = mtr_record_get_id (pair->pairing);
      g_hash_table_insert (self->by_id, g_memdup2 (&id, sizeof id), pair);
    }
  find_mentees (self, file);

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      MtrImportPair *pair = value;
      gint64 mentor_id = mtr_record_get_number (pair->pairing, MTR_PAIRING_MENTOR_ID);

      g_array_sort (pair->mentees, compare_ids);
      add_to (self->by_key, mtr_import_pairs_dup_key (pair->mentees, mentor_id), pair);
      if (mentor_id != 0)
        add_to (self->by_person, g_memdup2 (&mentor_id, sizeof mentor_id), pair);
      for (guint i = 0; i < pair->mentees->len; i++)
        add_to (self->by_person, g_memdup2 (&g_array_index (pair->mentees, gint64, i), sizeof (gint64)), pair);
    }

  return self;
}

/* mtr_import_pairs_free: @self is (transfer full) */
void
mtr_import_pairs_free (MtrImportPairs *self)
{
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->by_person);
  g_hash_table_unref (self->by_id);
  g_free (self);
}

/* mtr_import_pairs_get: Returns: (transfer none) (nullable): the pairing of that id */
MtrImportPair *
mtr_import_pairs_get (MtrImportPairs *self,
                      gint64          pairing_id)
{
  return g_hash_table_lookup (self->by_id, &pairing_id);
}

/* mtr_import_pairs_list_with: Returns: (transfer none) (nullable) (element-type MtrImportPair): those with this person in */
GPtrArray *
mtr_import_pairs_list_with (MtrImportPairs *self,
                            gint64          person_id)
{
  return g_hash_table_lookup (self->by_person, &person_id);
}

/* mtr_import_pairs_list_of: Returns: (transfer none) (nullable) (element-type MtrImportPair): those of exactly these people */
GPtrArray *
mtr_import_pairs_list_of (MtrImportPairs *self,
                          GArray         *mentees,
                          gint64          mentor_id)
{
  g_autofree char *key = mtr_import_pairs_dup_key (mentees, mentor_id);

  return g_hash_table_lookup (self->by_key, key);
}

/* mtr_import_pairs_dup_key: Returns: (transfer full): the same for the same people, @mentees being in order */
char *
mtr_import_pairs_dup_key (GArray *mentees,
                          gint64  mentor_id)
{
  GString *key = g_string_new (NULL);

  g_string_printf (key, "%" G_GINT64_FORMAT, mentor_id);
  for (guint i = 0; i < mentees->len; i++)
    g_string_append_printf (key, "|%" G_GINT64_FORMAT, g_array_index (mentees, gint64, i));

  return g_string_free (key, FALSE);
}

/*
 * mtr_import_pairs_read_mentees:
 * @people: everybody
 * @cell: names apart by semicolons or line ends
 * @mentees: (element-type gint64): gets the people, each once, in order
 * @reason: (out) (transfer full): who cannot be found
 *
 * Returns: whether everybody was found
 */
gboolean
mtr_import_pairs_read_mentees (MtrImportPeople  *people,
                               const char       *cell,
                               GArray           *mentees,
                               char            **reason)
{
  g_auto (GStrv) names = g_strsplit_set (cell, ";\n", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      gboolean known = FALSE;
      gint64 id;

      g_strstrip (names[i]);
      if (mtr_text_is_blank (names[i]))
        continue;
      if (!mtr_import_read_person (people, names[i], &id, reason))
        return FALSE;
      for (guint j = 0; j < mentees->len; j++)
        known = known || g_array_index (mentees, gint64, j) == id;
      if (!known)
        g_array_append_val (mentees, id);
    }
  g_array_sort (mentees, compare_ids);

  return TRUE;
}

/* mtr_import_pairs_dup_mentees: Returns: (transfer full): the cell that mtr_import_pairs_read_mentees() reads */
char *
mtr_import_pairs_dup_mentees (MtrImportPeople *people,
                              GArray          *mentees)
{
  GString *cell = g_string_new (NULL);

  for (guint i = 0; i < mentees->len; i++)
    {
      g_autofree char *call = mtr_import_people_dup_call (people, g_array_index (mentees, gint64, i));

      g_string_append_printf (cell, "%s%s", i > 0 ? "; " : "", call);
    }

  return g_string_free (cell, FALSE);
}

/* mtr_import_pairs_dup_title: Returns: (transfer full): what a pairing of these people is called */
char *
mtr_import_pairs_dup_title (MtrImportPeople *people,
                            GArray          *mentees,
                            gint64           mentor_id)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *mentor = mtr_import_people_get_name (people, mentor_id);
  g_autofree char *list = NULL;

  for (guint i = 0; i < mentees->len; i++)
    {
      const char *name = mtr_import_people_get_name (people, g_array_index (mentees, gint64, i));

      g_ptr_array_add (names, (gpointer) (name != NULL ? name : ""));
    }
  g_ptr_array_add (names, NULL);
  list = mtr_text_join_list ((const char * const *) names->pdata);
  if (mentor == NULL)
    return g_steal_pointer (&list);

  /* Translators: the name of a pairing: mentees, then mentor */
  return g_strdup_printf (_("%s with %s"), list, mentor);
}
