/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records that belong together, as they were at one moment, with only the
 * fields that the reader's audiences may have. What rules, builders and pages
 * look at: nothing in a snapshot changes once it has been handed out.
 */

#include "mtr-snapshot.h"

struct _MtrSnapshot {
  GObject     parent_instance;

  MtrAudience audiences;
  GHashTable *by_id;               /* (owned): RecordKey → MtrRecord, owned by its list */
  GPtrArray  *lists[MTR_N_KINDS];  /* (owned) (nullable) (element-type MtrRecord): ordered by id */
};

G_DEFINE_FINAL_TYPE (MtrSnapshot, mtr_snapshot, G_TYPE_OBJECT)

typedef struct {
  gint64  id;
  MtrKind kind;
} RecordKey;

static guint
hash_key (gconstpointer data)
{
  const RecordKey *key = data;

  return g_int64_hash (&key->id) ^ (guint) key->kind;
}

static gboolean
equal_key (gconstpointer one,
           gconstpointer two)
{
  const RecordKey *a = one, *b = two;

  return a->id == b->id && a->kind == b->kind;
}

static void
mtr_snapshot_finalize (GObject *object)
{
  MtrSnapshot *self = MTR_SNAPSHOT (object);

  g_hash_table_unref (self->by_id);
  for (int i = 0; i < MTR_N_KINDS; i++)
    g_clear_pointer (&self->lists[i], g_ptr_array_unref);

  G_OBJECT_CLASS (mtr_snapshot_parent_class)->finalize (object);
}

static void
mtr_snapshot_class_init (MtrSnapshotClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mtr_snapshot_finalize;
}

static void
mtr_snapshot_init (MtrSnapshot *self)
{
  self->by_id = g_hash_table_new_full (hash_key, equal_key, g_free, NULL);
}

/**
 * mtr_snapshot_new:
 * @audiences: whose fields the records in it have
 *
 * Returns: (transfer full): an empty snapshot, to be filled with mtr_snapshot_add()
 */
MtrSnapshot *
mtr_snapshot_new (MtrAudience audiences)
{
  MtrSnapshot *self = g_object_new (MTR_TYPE_SNAPSHOT, NULL);

  self->audiences = audiences;

  return self;
}

/**
 * mtr_snapshot_copy_for:
 * @self: a snapshot
 * @audiences: some of those that @self is for
 *
 * Returns: (transfer full): the same without the records and the fields that these readers may not have
 */
MtrSnapshot *
mtr_snapshot_copy_for (MtrSnapshot *self,
                       MtrAudience  audiences)
{
  MtrSnapshot *copy = mtr_snapshot_new (audiences);

  for (int kind = 0; kind < MTR_N_KINDS; kind++)
    for (guint i = 0; (mtr_kind_get_info (kind)->home_audience & audiences) && i < mtr_snapshot_count (self, kind); i++)
      {
        g_autoptr (MtrRecord) record = mtr_record_copy (mtr_snapshot_nth (self, kind, i));

        for (int field = 0; field < MTR_N_FIELDS; field++)
          if ((int) mtr_field_get_info (field)->kind == kind && !(mtr_field_get_info (field)->audience & audiences))
            mtr_record_clear (record, field);
        mtr_snapshot_add (copy, record);
      }

  return copy;
}

/**
 * mtr_snapshot_add:
 * @self: a snapshot that has not been handed out yet
 * @record: (transfer none): a record; one with the same kind and id is not there yet, else nothing happens
 */
void
mtr_snapshot_add (MtrSnapshot *self,
                  MtrRecord   *record)
{
  RecordKey *key;
  GPtrArray *list;
  guint position;
  MtrKind kind = mtr_record_get_kind (record);
  gint64 id = mtr_record_get_id (record);

  if (mtr_snapshot_get (self, kind, id) != NULL)
    return;

  if (self->lists[kind] == NULL)
    self->lists[kind] = g_ptr_array_new_with_free_func (g_object_unref);
  list = self->lists[kind];
  for (position = list->len; position > 0; position--)
    if (mtr_record_get_id (g_ptr_array_index (list, position - 1)) < id)
      break;
  g_ptr_array_insert (list, (int) position, g_object_ref (record));

  key = g_new (RecordKey, 1);
  key->id = id;
  key->kind = kind;
  g_hash_table_insert (self->by_id, key, record);
}

/**
 * mtr_snapshot_get_audiences:
 * @self: a snapshot
 *
 * Returns: whose fields the records in it have
 */
MtrAudience
mtr_snapshot_get_audiences (MtrSnapshot *self)
{
  return self->audiences;
}

/**
 * mtr_snapshot_get:
 * @self: a snapshot
 * @kind: a kind of record
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the record
 */
MtrRecord *
mtr_snapshot_get (MtrSnapshot *self,
                  MtrKind      kind,
                  gint64       id)
{
  RecordKey key = { id, kind };

  return g_hash_table_lookup (self->by_id, &key);
}

/**
 * mtr_snapshot_count:
 * @self: a snapshot
 * @kind: a kind of record
 *
 * Returns: how many records of @kind there are
 */
guint
mtr_snapshot_count (MtrSnapshot *self,
                    MtrKind      kind)
{
  return self->lists[kind] != NULL ? self->lists[kind]->len : 0;
}

/**
 * mtr_snapshot_nth:
 * @self: a snapshot
 * @kind: a kind of record
 * @position: from 0 to mtr_snapshot_count() - 1; ordered by id, so oldest first
 *
 * Returns: (transfer none): the record
 */
MtrRecord *
mtr_snapshot_nth (MtrSnapshot *self,
                  MtrKind      kind,
                  guint        position)
{
  g_return_val_if_fail (position < mtr_snapshot_count (self, kind), NULL);

  return g_ptr_array_index (self->lists[kind], position);
}

/**
 * mtr_snapshot_follow:
 * @self: a snapshot
 * @record: (nullable): a record
 * @reference: a field of @record that is a reference
 *
 * Returns: (transfer none) (nullable): the record it refers to, where that is in the snapshot
 */
MtrRecord *
mtr_snapshot_follow (MtrSnapshot *self,
                     MtrRecord   *record,
                     MtrField     reference)
{
  if (record == NULL || !mtr_record_is_set (record, reference))
    return NULL;

  return mtr_snapshot_get (self, mtr_field_get_info (reference)->reference, mtr_record_get_number (record, reference));
}

/**
 * mtr_snapshot_list_where:
 * @self: a snapshot
 * @kind: a kind of record
 * @reference: a field of @kind that is a number or a reference, as in %MTR_EVIDENCE_PORTFOLIO_ID
 * @id: what the field must be
 *
 * Returns: (transfer container) (element-type MtrRecord): such records, ordered by id; maybe empty
 */
GPtrArray *
mtr_snapshot_list_where (MtrSnapshot *self,
                         MtrKind      kind,
                         MtrField     reference,
                         gint64       id)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < mtr_snapshot_count (self, kind); i++)
    {
      MtrRecord *record = mtr_snapshot_nth (self, kind, i);

      if (mtr_record_is_set (record, reference) && mtr_record_get_number (record, reference) == id)
        g_ptr_array_add (found, record);
    }

  return found;
}

/**
 * mtr_snapshot_find_where:
 * @self: a snapshot
 * @kind: a kind of record
 * @reference: a field of @kind that is a number or a reference
 * @id: what the field must be
 *
 * Returns: (transfer none) (nullable): the last such record by id, that is, the newest
 */
MtrRecord *
mtr_snapshot_find_where (MtrSnapshot *self,
                         MtrKind      kind,
                         MtrField     reference,
                         gint64       id)
{
  for (guint i = mtr_snapshot_count (self, kind); i > 0; i--)
    {
      MtrRecord *record = mtr_snapshot_nth (self, kind, i - 1);

      if (mtr_record_is_set (record, reference) && mtr_record_get_number (record, reference) == id)
        return record;
    }

  return NULL;
}
