/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A list model of ordered ids. It costs what it shows: the records of the rows
 * that come into sight are fetched together, in one request for each turn of
 * the main loop, and a new order is announced in the smallest range.
 */

#include "mtr-record-list.h"

#include <gio/gio.h>

/* So many records are asked for at once. */
#define BATCH_SIZE 64

struct _MtrRecordItem {
  GObject    parent_instance;

  gint64     id;
  MtrRecord *record;   /* (owned) (nullable): NULL until it has been fetched */
};

enum {
  ITEM_PROP_0,
  ITEM_PROP_RECORD,
  ITEM_N_PROPS
};

static GParamSpec *item_properties[ITEM_N_PROPS];

G_DEFINE_FINAL_TYPE (MtrRecordItem, mtr_record_item, G_TYPE_OBJECT)

static void
mtr_record_item_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (property_id == ITEM_PROP_RECORD)
    g_value_set_object (value, MTR_RECORD_ITEM (object)->record);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
mtr_record_item_finalize (GObject *object)
{
  g_clear_object (&MTR_RECORD_ITEM (object)->record);

  G_OBJECT_CLASS (mtr_record_item_parent_class)->finalize (object);
}

static void
mtr_record_item_class_init (MtrRecordItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mtr_record_item_get_property;
  object_class->finalize = mtr_record_item_finalize;

  item_properties[ITEM_PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, MTR_TYPE_RECORD,
                                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, ITEM_N_PROPS, item_properties);
}

static void
mtr_record_item_init (MtrRecordItem *self)
{
}

/**
 * mtr_record_item_get_id:
 * @self: an item
 *
 * Returns: the id of the record
 */
gint64
mtr_record_item_get_id (MtrRecordItem *self)
{
  return self->id;
}

/**
 * mtr_record_item_get_record:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the record; %NULL until it has been fetched, see mtr_record_list_want()
 */
MtrRecord *
mtr_record_item_get_record (MtrRecordItem *self)
{
  return self->record;
}

struct _MtrRecordList {
  GObject       parent_instance;

  MtrStore     *store;       /* (owned) */
  MtrKind       kind;
  MtrAudience   audiences;
  GArray       *ids;         /* (owned) (element-type gint64) */
  GHashTable   *items;       /* (owned): id → MtrRecordItem, only those that somebody has asked for */
  GHashTable   *wanted;      /* (owned): ids to fetch in the next request */
  GCancellable *cancellable; /* (owned) */
  guint         fetch_source;
};

static void mtr_record_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MtrRecordList, mtr_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, mtr_record_list_list_model_init))

static GType
mtr_record_list_get_item_type (GListModel *model)
{
  return MTR_TYPE_RECORD_ITEM;
}

static guint
mtr_record_list_get_n_items (GListModel *model)
{
  return MTR_RECORD_LIST (model)->ids->len;
}

static gpointer
mtr_record_list_get_item (GListModel *model,
                          guint       position)
{
  MtrRecordList *self = MTR_RECORD_LIST (model);
  MtrRecordItem *item;
  gint64 *id;

  if (position >= self->ids->len)
    return NULL;

  id = &g_array_index (self->ids, gint64, position);
  item = g_hash_table_lookup (self->items, id);
  if (item == NULL)
    {
      item = g_object_new (MTR_TYPE_RECORD_ITEM, NULL);
      item->id = *id;
      g_hash_table_insert (self->items, g_memdup2 (id, sizeof *id), item);
    }

  return g_object_ref (item);
}

static void
mtr_record_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = mtr_record_list_get_item_type;
  iface->get_n_items = mtr_record_list_get_n_items;
  iface->get_item = mtr_record_list_get_item;
}

static void
mtr_record_list_dispose (GObject *object)
{
  MtrRecordList *self = MTR_RECORD_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->fetch_source, g_source_remove);

  G_OBJECT_CLASS (mtr_record_list_parent_class)->dispose (object);
}

static void
mtr_record_list_finalize (GObject *object)
{
  MtrRecordList *self = MTR_RECORD_LIST (object);

  g_clear_object (&self->store);
  g_clear_object (&self->cancellable);
  g_array_unref (self->ids);
  g_hash_table_unref (self->items);
  g_hash_table_unref (self->wanted);

  G_OBJECT_CLASS (mtr_record_list_parent_class)->finalize (object);
}

static void
mtr_record_list_class_init (MtrRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_record_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = mtr_record_list_finalize;
}

static void
mtr_record_list_init (MtrRecordList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->wanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->cancellable = g_cancellable_new ();
}

/**
 * mtr_record_list_new:
 * @store: the store
 * @kind: the kind of the records
 * @audiences: which of their fields are fetched
 *
 * Returns: (transfer full): a list without ids
 */
MtrRecordList *
mtr_record_list_new (MtrStore    *store,
                     MtrKind      kind,
                     MtrAudience  audiences)
{
  MtrRecordList *self = g_object_new (MTR_TYPE_RECORD_LIST, NULL);

  self->store = g_object_ref (store);
  self->kind = kind;
  self->audiences = audiences;

  return self;
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MtrRecordList) self = MTR_RECORD_LIST (user_data);
  g_autoptr (GPtrArray) records = mtr_store_get_records_finish (MTR_STORE (source), result, NULL);

  /* A row that cannot be fetched keeps its place; the next change asks again. */
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      MtrRecord *record = g_ptr_array_index (records, i);
      gint64 id = mtr_record_get_id (record);
      MtrRecordItem *item = g_hash_table_lookup (self->items, &id);

      if (item != NULL && g_set_object (&item->record, record))
        g_object_notify_by_pspec (G_OBJECT (item), item_properties[ITEM_PROP_RECORD]);
    }
}

static gboolean
fetch_cb (gpointer user_data)
{
  MtrRecordList *self = MTR_RECORD_LIST (user_data);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->wanted);
  while (ids->len < BATCH_SIZE && g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_array_append_vals (ids, key, 1);
      g_hash_table_iter_remove (&iter);
    }
  mtr_store_get_records_async (self->store, self->kind, (const gint64 *) (gpointer) ids->data, ids->len,
                               self->audiences, self->cancellable, fetched_cb, g_object_ref (self));
  if (g_hash_table_size (self->wanted) > 0)
    return G_SOURCE_CONTINUE;

  self->fetch_source = 0;
  return G_SOURCE_REMOVE;
}

/**
 * mtr_record_list_want:
 * @self: a list
 * @item: an item of the list whose record is going to be shown
 *
 * Fetches the record, together with those of the other rows that came into sight; the item says so by its property
 * "record".
 */
void
mtr_record_list_want (MtrRecordList *self,
                      MtrRecordItem *item)
{
  if (item->record != NULL)
    return;

  g_hash_table_add (self->wanted, g_memdup2 (&item->id, sizeof item->id));
  if (self->fetch_source == 0)
    self->fetch_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fetch_cb, self, NULL);
}

/**
 * mtr_record_list_refresh:
 * @self: a list
 * @id: a record that has changed
 *
 * Fetches a record anew where it has been shown; the old one stays in sight until then.
 */
void
mtr_record_list_refresh (MtrRecordList *self,
                         gint64         id)
{
  if (!g_hash_table_contains (self->items, &id))
    return;

  g_hash_table_add (self->wanted, g_memdup2 (&id, sizeof id));
  if (self->fetch_source == 0)
    self->fetch_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fetch_cb, self, NULL);
}

/**
 * mtr_record_list_find:
 * @self: a list
 * @id: a record
 *
 * Returns: its position; %G_MAXUINT where it is not in the list
 */
guint
mtr_record_list_find (MtrRecordList *self,
                      gint64         id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return i;

  return G_MAXUINT;
}

/**
 * mtr_record_list_set_ids:
 * @self: a list
 * @ids: (element-type gint64): the new ids, in order
 *
 * Takes over a new order. Only what lies between the common beginning and the common end is announced, and a record
 * that was there keeps its item.
 */
void
mtr_record_list_set_ids (MtrRecordList *self,
                         GArray        *ids)
{
  g_autoptr (GArray) old = self->ids;
  g_autoptr (GHashTable) kept = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gpointer key;
  guint start = 0;
  guint end = 0;

  while (start < old->len && start < ids->len &&
         g_array_index (old, gint64, start) == g_array_index (ids, gint64, start))
    start++;
  while (end < old->len - start && end < ids->len - start &&
         g_array_index (old, gint64, old->len - 1 - end) == g_array_index (ids, gint64, ids->len - 1 - end))
    end++;

  self->ids = g_array_ref (ids);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (kept, &g_array_index (ids, gint64, i));
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (kept, key))
      g_hash_table_iter_remove (&iter);

  if (start + end < old->len || start + end < ids->len)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end, ids->len - start - end);
}
