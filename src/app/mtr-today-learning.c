/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "Your learning" on Today, for whoever the file belongs to: how it stands by
 * the rules that hold for them, and until when it is to be handed in. Nothing is
 * asked of the store where no scheme of theirs has learning, and what is asked
 * comes after the first frame.
 */

#include "mtr-today-learning.h"

#include "mtr-learning-words.h"
#include "mtr-row-list.h"
#include "mtr-window.h"

#include <glib/gi18n-lib.h>

#define LEARNING_VIEW "learning"

struct _MtrTodayLearning {
  AdwBin               parent_instance;

  MtrProgramme        *programme;     /* (owned) (nullable) */
  GDate                today;
  gint64               pairing_id;    /* where it leads; 0: to the page of the person */
  GCancellable        *cancellable;   /* (owned) (nullable): of what is asked */
  AdwPreferencesGroup *group;
  MtrRowList          *rows;          /* (owned) */
};

G_DEFINE_FINAL_TYPE (MtrTodayLearning, mtr_today_learning, ADW_TYPE_BIN)

static void
activated_cb (MtrTodayLearning *self)
{
  MtrWindow *window = mtr_window_of (GTK_WIDGET (self));

  if (self->pairing_id == 0)
    mtr_window_go_to (window, 0, MTR_KIND_PERSON, mtr_programme_get_owner_id (self->programme), MTR_FIELD_NONE);
  mtr_window_go_to (window, self->pairing_id, MTR_KIND_LEARNING_RECORD, 0, MTR_FIELD_NONE);
}

static void
hide (MtrTodayLearning *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* An answer may have been on its way when the page went. */
static gboolean
is_gone (MtrTodayLearning *self)
{
  return self->rows == NULL;
}

static void
show_sums (MtrTodayLearning *self,
           MtrPack          *pack,
           MtrSnapshot      *snapshot)
{
  gint64 owner_id = mtr_programme_get_owner_id (self->programme);
  g_autoptr (MtrLearning) learning = mtr_learning_sum (pack, snapshot, owner_id, &self->today);
  g_autoptr (GPtrArray) records = mtr_learning_list_records (snapshot, owner_id);
  g_autofree char *headline = mtr_learning_words_dup_headline (pack, learning, records->len, TRUE, &self->today);
  g_autofree char *due_on = mtr_learning_dup_due_on (pack, snapshot, owner_id);
  g_autofree char *due = due_on != NULL ? mtr_learning_words_dup_due (pack, snapshot, owner_id, &self->today) : NULL;
  g_autofree char *risk = mtr_learning_words_dup_risk (pack, snapshot, owner_id, &self->today);
  /* Translators: until when something is to be handed in, and what is in danger. */
  g_autofree char *both = due != NULL && risk != NULL ? g_strdup_printf (_("%1$s. %2$s"), due, risk) : NULL;

  mtr_row_list_begin (self->rows);
  mtr_row_list_add (self->rows, "learning", headline, both != NULL ? both : due != NULL ? due : risk, NULL, NULL);
  mtr_row_list_end (self->rows);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
snapshot_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (MtrTodayLearning) self = MTR_TODAY_LEARNING (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load_finish (MTR_STORE (source), result, &error);
  MtrRecord *pairing;

  if (snapshot == NULL || is_gone (self))
    return;

  pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, self->pairing_id);
  if (pairing == NULL)
    hide (self);
  else
    show_sums (self, mtr_programme_get_pack (self->programme, mtr_record_get_text (pairing, MTR_PAIRING_PACK)), snapshot);
}

/* The first pairing of theirs whose scheme has learning. */
static void
pairings_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (MtrTodayLearning) self = MTR_TODAY_LEARNING (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pairings = mtr_store_get_records_finish (MTR_STORE (source), result, &error);

  if (pairings == NULL || is_gone (self))
    return;
  for (guint i = pairings->len; i > 0; i--)
    {
      MtrRecord *pairing = g_ptr_array_index (pairings, i - 1);
      MtrPack *pack = mtr_programme_get_pack (self->programme, mtr_record_get_text (pairing, MTR_PAIRING_PACK));

      if (pack == NULL || !mtr_pack_has_view (pack, LEARNING_VIEW))
        continue;
      self->pairing_id = mtr_record_get_id (pairing);
      mtr_store_load_async (MTR_STORE (source), MTR_SCOPE_PAIRING, MTR_KIND_PAIRING, self->pairing_id, MTR_READER_OWNER,
                            self->cancellable, snapshot_cb, g_object_ref (self));
      return;
    }
  hide (self);
}

/* Whoever has no mentor has learning to look at once something is written. */
static void
records_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MtrTodayLearning) self = MTR_TODAY_LEARNING (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = mtr_store_list_ids_finish (MTR_STORE (source), result, &error);
  g_autoptr (MtrLearner) learner = NULL;

  if (ids == NULL || is_gone (self))
    return;
  if (ids->len == 0)
    {
      hide (self);
      return;
    }

  learner = mtr_learner_new_of_person (self->programme, mtr_programme_get_owner_id (self->programme));
  self->pairing_id = 0;
  show_sums (self, mtr_learner_get_pack (learner), mtr_learner_get_snapshot (learner));
}

static void
ask_pairings (MtrTodayLearning *self,
              GHashTable       *mentee_in)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, mentee_in);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_val (ids, *(gint64 *) key);
  mtr_store_get_records_async (mtr_programme_get_store (self->programme), MTR_KIND_PAIRING,
                               (const gint64 *) (gpointer) ids->data, ids->len, MTR_READER_LEAD, self->cancellable,
                               pairings_cb, g_object_ref (self));
}

static void
ask_alone (MtrTodayLearning *self)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_LEARNING_RECORD);

  query.equal_field = MTR_LEARNING_RECORD_PERSON_ID;
  query.equal_number = mtr_programme_get_owner_id (self->programme);
  query.limit = 1;
  mtr_store_list_ids_async (mtr_programme_get_store (self->programme), &query, self->cancellable, records_cb,
                            g_object_ref (self));
}

static void
mtr_today_learning_dispose (GObject *object)
{
  MtrTodayLearning *self = MTR_TODAY_LEARNING (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->rows);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (mtr_today_learning_parent_class)->dispose (object);
}

static void
mtr_today_learning_class_init (MtrTodayLearningClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_today_learning_dispose;
}

static void
mtr_today_learning_init (MtrTodayLearning *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Your learning"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  self->rows = mtr_row_list_new (self->group);
  g_signal_connect_object (self->rows, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  hide (self);
}

/**
 * mtr_today_learning_new:
 *
 * Returns: (transfer floating): the block, which is not seen until there is something to show
 */
GtkWidget *
mtr_today_learning_new (void)
{
  return g_object_new (MTR_TYPE_TODAY_LEARNING, NULL);
}

/**
 * mtr_today_learning_show:
 * @self: the block
 * @programme: the programme
 * @model: what is known of today, loaded
 *
 * Asks for the learning of the owner, where one of their schemes may have some, and shows it when it comes.
 */
void
mtr_today_learning_show (MtrTodayLearning *self,
                         MtrProgramme     *programme,
                         MtrTodayModel    *model)
{
  GHashTable *mentee_in = mtr_today_model_get_mentee_in (model);
  MtrPack *pack = mtr_programme_get_pack (programme, NULL);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_set_object (&self->programme, programme);
  self->today = *mtr_today_model_get_today (model);

  if (g_hash_table_size (mentee_in) > 0)
    ask_pairings (self, mentee_in);
  else if (pack != NULL && mtr_pack_has_view (pack, LEARNING_VIEW))
    ask_alone (self);
  else
    hide (self);
}
