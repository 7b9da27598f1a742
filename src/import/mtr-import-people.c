/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everybody who can be meant by a cell, found by employee reference, e-mail
 * address or name without going through all of them.
 */

#include "mtr-import-private.h"

#include "mtr-text.h"

#include <string.h>

typedef struct {
  char *name;       /* (owned) (nullable) */
  char *reference;  /* (owned) (nullable) */
  char *email;      /* (owned) (nullable) */
} Somebody;

typedef enum {
  BY_NAME,
  BY_REFERENCE,
  BY_EMAIL,
  N_WAYS
} Way;

struct _MtrImportPeople {
  GHashTable *by_id;          /* (owned): gint64 → Somebody */
  GHashTable *ways[N_WAYS];   /* (owned): key → GArray of ids */
};

static void
free_somebody (gpointer data)
{
  Somebody *somebody = data;

  g_free (somebody->name);
  g_free (somebody->reference);
  g_free (somebody->email);
  g_free (somebody);
}

/*
 * mtr_import_dup_key:
 * @text: a header, a code, a word that was chosen from a list
 *
 * Returns: (transfer full): what is left of it without capitals, accents, spaces and punctuation
 */
char *
mtr_import_dup_key (const char *text)
{
  g_autofree char *folded = mtr_text_fold (text);
  GString *key = g_string_sized_new (strlen (folded));

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (key, g_utf8_get_char (p));

  return g_string_free (key, FALSE);
}

/*
 * mtr_import_dup_seen:
 * @text: a cell, or a value
 *
 * Returns: (transfer full): the same without what nobody sees: controls of direction, and joiners and spaces of no width
 */
char *
mtr_import_dup_seen (const char *text)
{
  GString *seen = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_type (g_utf8_get_char (p)) != G_UNICODE_FORMAT)
      g_string_append_len (seen, p, g_utf8_next_char (p) - p);

  return g_string_free (seen, FALSE);
}

/*
 * mtr_import_dup_name_key:
 * @name: a name, a reference, an address
 *
 * Returns: (transfer full): the same without capitals and without what nobody sees, and with single spaces; accents stay,
 *   for they tell people apart
 */
char *
mtr_import_dup_name_key (const char *name)
{
  g_autofree char *seen = mtr_import_dup_seen (name);
  GString *key = g_string_sized_new (strlen (seen));
  gboolean space = FALSE;

  for (const char *p = seen; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (g_unichar_isspace (character))
        {
          space = key->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (key, ' ');
      space = FALSE;
      if (character < 0x80)
        g_string_append_c (key, g_ascii_tolower ((char) character));
      else
        g_string_append_unichar (key, character);
    }

  if (!g_str_is_ascii (key->str))
    {
      g_autofree char *normal = g_utf8_normalize (key->str, -1, G_NORMALIZE_ALL_COMPOSE);
      g_autofree char *folded = g_utf8_casefold (normal, -1);

      g_string_assign (key, folded);
    }

  return g_string_free (key, FALSE);
}

/* mtr_import_people_new: Returns: (transfer full): nobody yet */
MtrImportPeople *
mtr_import_people_new (void)
{
  MtrImportPeople *self = g_new0 (MtrImportPeople, 1);

  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_somebody);
  for (int way = 0; way < N_WAYS; way++)
    self->ways[way] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  return self;
}

/* mtr_import_people_free: @self is (transfer full) */
void
mtr_import_people_free (MtrImportPeople *self)
{
  g_hash_table_unref (self->by_id);
  for (int way = 0; way < N_WAYS; way++)
    g_hash_table_unref (self->ways[way]);
  g_free (self);
}

static void
remember (MtrImportPeople *self,
          Way              way,
          const char      *text,
          gint64           id)
{
  g_autofree char *key = NULL;
  GArray *ids;

  if (mtr_text_is_blank (text))
    return;

  key = mtr_import_dup_name_key (text);
  ids = g_hash_table_lookup (self->ways[way], key);
  if (ids == NULL)
    {
      ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), 1);
      g_hash_table_insert (self->ways[way], g_steal_pointer (&key), ids);
    }
  /* Somebody is added twice in a row at most: as they are, and as they would be. */
  if (ids->len == 0 || g_array_index (ids, gint64, ids->len - 1) != id)
    g_array_append_val (ids, id);
}

/*
 * mtr_import_people_add:
 * @id: the id of a person
 * @name: (nullable): their name
 * @reference: (nullable): their employee reference
 * @email: (nullable): their e-mail address
 *
 * Makes them known; of two names of the same id, one is as good as the other, and the last is what they are called.
 */
void
mtr_import_people_add (MtrImportPeople *self,
                       gint64           id,
                       const char      *name,
                       const char      *reference,
                       const char      *email)
{
  Somebody *somebody = g_new0 (Somebody, 1);

  somebody->name = g_strdup (name);
  somebody->reference = g_strdup (reference);
  somebody->email = g_strdup (email);
  g_hash_table_replace (self->by_id, g_memdup2 (&id, sizeof id), somebody);
  remember (self, BY_NAME, name, id);
  remember (self, BY_REFERENCE, reference, id);
  remember (self, BY_EMAIL, email, id);
}

/* mtr_import_people_add_snapshot: everybody of the programme file */
void
mtr_import_people_add_snapshot (MtrImportPeople *self,
                                MtrSnapshot     *file)
{
  for (guint i = 0; i < mtr_snapshot_count (file, MTR_KIND_PERSON); i++)
    {
      MtrRecord *person = mtr_snapshot_nth (file, MTR_KIND_PERSON, i);

      mtr_import_people_add (self, mtr_record_get_id (person), mtr_record_get_text (person, MTR_PERSON_NAME),
                             mtr_record_get_text (person, MTR_PERSON_EMPLOYEE_REFERENCE),
                             mtr_record_get_text (person, MTR_PERSON_EMAIL));
    }
}

static MtrImportFound
find_by (MtrImportPeople *self,
         Way              way,
         const char      *text,
         gint64          *id)
{
  g_autofree char *key = mtr_import_dup_name_key (text);
  GArray *ids = g_hash_table_lookup (self->ways[way], key);

  *id = 0;
  if (ids == NULL)
    return MTR_IMPORT_FOUND_NONE;

  *id = g_array_index (ids, gint64, 0);
  for (guint i = 1; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) != *id)
      return MTR_IMPORT_FOUND_SEVERAL;

  return MTR_IMPORT_FOUND_ONE;
}

/* mtr_import_people_find_by_name: Returns: how many are called that; the first of them in @id */
MtrImportFound
mtr_import_people_find_by_name (MtrImportPeople *self,
                                const char      *name,
                                gint64          *id)
{
  return find_by (self, BY_NAME, name, id);
}

/* mtr_import_people_find_by_reference: Returns: how many have that reference; the first of them in @id */
MtrImportFound
mtr_import_people_find_by_reference (MtrImportPeople *self,
                                     const char      *reference,
                                     gint64          *id)
{
  return find_by (self, BY_REFERENCE, reference, id);
}

/* mtr_import_people_find_by_email: Returns: how many have that address; the first of them in @id */
MtrImportFound
mtr_import_people_find_by_email (MtrImportPeople *self,
                                 const char      *email,
                                 gint64          *id)
{
  return find_by (self, BY_EMAIL, email, id);
}

/* mtr_import_people_list_by_name: Returns: (transfer none) (nullable) (element-type gint64): all who are called that */
GArray *
mtr_import_people_list_by_name (MtrImportPeople *self,
                                const char      *name)
{
  g_autofree char *key = mtr_import_dup_name_key (name);

  return g_hash_table_lookup (self->ways[BY_NAME], key);
}

/* "Brackwater, Priti" as many lists have it. */
static char *
turn_round (const char *typed)
{
  const char *comma = strchr (typed, ',');

  if (comma == NULL || strchr (comma + 1, ',') != NULL)
    return NULL;

  return g_strdup_printf ("%s %.*s", comma + 1, (int) (comma - typed), typed);
}

/*
 * mtr_import_people_find:
 * @typed: what a cell says: an employee reference, an e-mail address, a name either way round, an id
 * @id: (out): the person; the first of several
 *
 * Returns: how many it can mean
 */
MtrImportFound
mtr_import_people_find (MtrImportPeople *self,
                        const char      *typed,
                        gint64          *id)
{
  static const Way order[] = { BY_REFERENCE, BY_EMAIL, BY_NAME };
  g_autofree char *turned = NULL;
  gint64 number;

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      MtrImportFound found = find_by (self, order[i], typed, id);

      if (found != MTR_IMPORT_FOUND_NONE)
        return found;
    }

  turned = turn_round (typed);
  if (turned != NULL && find_by (self, BY_NAME, turned, id) != MTR_IMPORT_FOUND_NONE)
    return find_by (self, BY_NAME, turned, id);

  if (g_ascii_string_to_signed (typed, 10, 1, G_MAXINT64, &number, NULL) &&
      g_hash_table_contains (self->by_id, &number))
    {
      *id = number;
      return MTR_IMPORT_FOUND_ONE;
    }

  return MTR_IMPORT_FOUND_NONE;
}

/*
 * mtr_import_people_dup_call:
 * @id: a person
 *
 * Returns: (transfer full): what mtr_import_people_find() finds them by and nobody else: the name, if it can be
 */
char *
mtr_import_people_dup_call (MtrImportPeople *self,
                            gint64           id)
{
  const Somebody *somebody = g_hash_table_lookup (self->by_id, &id);

  if (somebody != NULL)
    {
      const char *calls[] = { somebody->name, somebody->email, somebody->reference };

      for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
        {
          gint64 found;

          if (calls[i] != NULL && mtr_import_people_find (self, calls[i], &found) == MTR_IMPORT_FOUND_ONE && found == id)
            return g_strdup (calls[i]);
        }
    }

  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

/* mtr_import_people_get_name: Returns: (nullable): what somebody is called */
const char *
mtr_import_people_get_name (MtrImportPeople *self,
                            gint64           id)
{
  const Somebody *somebody = g_hash_table_lookup (self->by_id, &id);

  return somebody != NULL ? somebody->name : NULL;
}
