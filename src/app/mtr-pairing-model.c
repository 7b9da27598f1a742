/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One pairing as its pages share it: a snapshot that is loaded anew whenever
 * something has changed, and who is who in it. The signal "refreshed" comes
 * after each new snapshot; it is loaded in the store's thread, so the window
 * never waits for it.
 */

#include "mtr-pairing-model.h"

#include "mtr-group.h"
#include "mtr-pairing.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>

struct _MtrPairingModel {
  GObject       parent_instance;

  MtrProgramme *programme;   /* (owned) */
  gint64        pairing_id;
  MtrSnapshot  *snapshot;    /* (owned): never NULL once made */
  gint64        mentee_id;   /* of several: whose records are shown; 0: nobody was chosen */
  char         *pair_names;  /* (owned) (nullable): of this snapshot, once somebody has asked */
  gboolean      loading;
  gboolean      stale;       /* something changed while loading */
};

enum {
  SIGNAL_REFRESHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MtrPairingModel, mtr_pairing_model, G_TYPE_OBJECT)

static void load (MtrPairingModel *self);

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MtrPairingModel) self = MTR_PAIRING_MODEL (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load_finish (MTR_STORE (source), result, &error);

  self->loading = FALSE;
  if (snapshot == NULL)
    {
      if (!g_error_matches (error, MTR_STORE_ERROR, MTR_STORE_ERROR_CLOSED))
        mtr_programme_announce (self->programme, error->message);
    }
  else
    {
      g_set_object (&self->snapshot, snapshot);
      g_clear_pointer (&self->pair_names, g_free);
      /* What changed meanwhile would be taken back on the pages until the next one comes. */
      if (self->stale)
        load (self);
      else
        g_signal_emit (self, signals[SIGNAL_REFRESHED], 0);
    }
  mtr_programme_end_loading (self->programme);
}

static void
load (MtrPairingModel *self)
{
  if (self->loading)
    {
      self->stale = TRUE;
      return;
    }

  self->stale = FALSE;
  self->loading = TRUE;
  mtr_programme_begin_loading (self->programme);
  mtr_store_load_async (mtr_programme_get_store (self->programme), MTR_SCOPE_PAIRING, MTR_KIND_PAIRING,
                        self->pairing_id, MTR_READER_OWNER, NULL, loaded_cb, g_object_ref (self));
}

static void
mtr_pairing_model_finalize (GObject *object)
{
  MtrPairingModel *self = MTR_PAIRING_MODEL (object);

  g_clear_object (&self->programme);
  g_clear_object (&self->snapshot);
  g_free (self->pair_names);

  G_OBJECT_CLASS (mtr_pairing_model_parent_class)->finalize (object);
}

static void
mtr_pairing_model_class_init (MtrPairingModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mtr_pairing_model_finalize;

  signals[SIGNAL_REFRESHED] = g_signal_new ("refreshed", MTR_TYPE_PAIRING_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 0);
}

static void
mtr_pairing_model_init (MtrPairingModel *self)
{
}

/**
 * mtr_pairing_model_new:
 * @programme: the programme
 * @pairing_id: the pairing
 *
 * Loads the first snapshot before it returns, so that the page is never shown empty first.
 *
 * Returns: (transfer full): the model
 */
MtrPairingModel *
mtr_pairing_model_new (MtrProgramme *programme,
                       gint64        pairing_id)
{
  MtrPairingModel *self = g_object_new (MTR_TYPE_PAIRING_MODEL, NULL);
  g_autoptr (GError) error = NULL;

  self->programme = g_object_ref (programme);
  self->pairing_id = pairing_id;
  self->snapshot = mtr_store_load (mtr_programme_get_store (programme), MTR_SCOPE_PAIRING, MTR_KIND_PAIRING,
                                   pairing_id, MTR_READER_OWNER, &error);
  if (self->snapshot == NULL)
    {
      mtr_programme_announce (programme, error->message);
      self->snapshot = mtr_snapshot_new (MTR_READER_OWNER);
    }
  g_signal_connect_object (programme, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * mtr_pairing_model_get_programme:
 * @self: a model
 *
 * Returns: (transfer none): the programme
 */
MtrProgramme *
mtr_pairing_model_get_programme (MtrPairingModel *self)
{
  return self->programme;
}

/**
 * mtr_pairing_model_get_id:
 * @self: a model
 *
 * Returns: the id of the pairing
 */
gint64
mtr_pairing_model_get_id (MtrPairingModel *self)
{
  return self->pairing_id;
}

/**
 * mtr_pairing_model_get_snapshot:
 * @self: a model
 *
 * Returns: (transfer none): the pairing as it was when it was last loaded; replaced with "refreshed"
 */
MtrSnapshot *
mtr_pairing_model_get_snapshot (MtrPairingModel *self)
{
  return self->snapshot;
}

/**
 * mtr_pairing_model_get_pairing:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): the pairing record; %NULL once it has been removed
 */
MtrRecord *
mtr_pairing_model_get_pairing (MtrPairingModel *self)
{
  return mtr_snapshot_get (self->snapshot, MTR_KIND_PAIRING, self->pairing_id);
}

/**
 * mtr_pairing_model_get_pack:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): the pack of the pairing
 */
MtrPack *
mtr_pairing_model_get_pack (MtrPairingModel *self)
{
  MtrRecord *pairing = mtr_pairing_model_get_pairing (self);

  return mtr_programme_get_pack (self->programme,
                                 pairing != NULL ? mtr_record_get_text (pairing, MTR_PAIRING_PACK) : NULL);
}

/**
 * mtr_pairing_model_get_mentor:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): the mentor
 */
MtrRecord *
mtr_pairing_model_get_mentor (MtrPairingModel *self)
{
  return mtr_snapshot_follow (self->snapshot, mtr_pairing_model_get_pairing (self), MTR_PAIRING_MENTOR_ID);
}

static gboolean
is_mentee (MtrPairingModel *self,
           gint64           person_id)
{
  for (guint i = 0; person_id != 0 && i < mtr_snapshot_count (self->snapshot, MTR_KIND_MEMBER); i++)
    {
      MtrRecord *member = mtr_snapshot_nth (self->snapshot, MTR_KIND_MEMBER, i);

      if (mtr_record_get_number (member, MTR_MEMBER_PAIRING_ID) == self->pairing_id &&
          mtr_record_text_is (member, MTR_MEMBER_ROLE, MTR_ROLE_MENTEE) &&
          mtr_record_get_number (member, MTR_MEMBER_PERSON_ID) == person_id)
        return TRUE;
    }

  return FALSE;
}

/**
 * mtr_pairing_model_get_mentee:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): the mentee; of a group whoever the file belongs to, else the one who was chosen,
 *   else the first one who has not left
 */
MtrRecord *
mtr_pairing_model_get_mentee (MtrPairingModel *self)
{
  gint64 owner_id = mtr_programme_get_owner_id (self->programme);

  if (is_mentee (self, owner_id))
    return mtr_snapshot_get (self->snapshot, MTR_KIND_PERSON, owner_id);
  if (is_mentee (self, self->mentee_id))
    return mtr_snapshot_get (self->snapshot, MTR_KIND_PERSON, self->mentee_id);

  return mtr_snapshot_get (self->snapshot, MTR_KIND_PERSON, mtr_pairing_get_mentee (self->snapshot, self->pairing_id));
}

/**
 * mtr_pairing_model_set_mentee:
 * @self: a model of a group
 * @person_id: one of its members
 *
 * Chooses whose portfolio and whose observations the pages show.
 */
void
mtr_pairing_model_set_mentee (MtrPairingModel *self,
                              gint64           person_id)
{
  if (self->mentee_id == person_id)
    return;

  self->mentee_id = person_id;
  g_signal_emit (self, signals[SIGNAL_REFRESHED], 0);
}

/**
 * mtr_pairing_model_show_record:
 * @self: a model
 * @kind: kind of a record
 * @id: a record
 *
 * Chooses the member of a group whose observation it is, or whose portfolio it belongs to.
 */
void
mtr_pairing_model_show_record (MtrPairingModel *self,
                               MtrKind          kind,
                               gint64           id)
{
  MtrRecord *record = mtr_snapshot_get (self->snapshot, kind, id);
  gint64 person_id = 0;

  for (MtrField parent; record != NULL && mtr_record_get_kind (record) != MTR_KIND_PORTFOLIO &&
                        mtr_record_get_kind (record) != MTR_KIND_OBSERVATION;
       record = parent != MTR_FIELD_NONE ? mtr_snapshot_follow (self->snapshot, record, parent) : NULL)
    parent = mtr_kind_get_info (mtr_record_get_kind (record))->parent_field;
  if (record != NULL)
    person_id = mtr_record_get_number (record, mtr_record_get_kind (record) == MTR_KIND_PORTFOLIO
                                                 ? MTR_PORTFOLIO_PERSON_ID : MTR_OBSERVATION_OBSERVED_ID);
  if (is_mentee (self, person_id))
    mtr_pairing_model_set_mentee (self, person_id);
}

/**
 * mtr_pairing_model_has_owner:
 * @self: a model
 *
 * Returns: whether the owner of the file is mentor or mentee here
 */
gboolean
mtr_pairing_model_has_owner (MtrPairingModel *self)
{
  gint64 owner_id = mtr_programme_get_owner_id (self->programme);
  MtrRecord *mentor = mtr_pairing_model_get_mentor (self);

  return (mentor != NULL && mtr_record_get_id (mentor) == owner_id) || is_mentee (self, owner_id);
}

/**
 * mtr_pairing_model_may_see:
 * @self: a model
 * @record: a session, or a record that belongs to one
 *
 * Returns: whether it is shown to the owner of the file; a member of a group sees nothing of the meetings before joining
 *   and after leaving
 */
gboolean
mtr_pairing_model_may_see (MtrPairingModel *self,
                           MtrRecord       *record)
{
  return mtr_group_may_see_record (self->snapshot, record, mtr_programme_get_owner_id (self->programme));
}

/**
 * mtr_pairing_model_list_mentees:
 * @self: a model
 * @on: (nullable): an ISO date; %NULL for those who have not left
 *
 * Returns: (transfer container) (element-type MtrRecord): the people who are mentees on that day; more than one in a group
 */
GPtrArray *
mtr_pairing_model_list_mentees (MtrPairingModel *self,
                                const char      *on)
{
  g_autoptr (GPtrArray) members = mtr_pairing_list_mentees (self->snapshot, self->pairing_id, on);
  GPtrArray *people = g_ptr_array_new ();

  for (guint i = 0; i < members->len; i++)
    {
      MtrRecord *person = mtr_snapshot_follow (self->snapshot, g_ptr_array_index (members, i), MTR_MEMBER_PERSON_ID);

      if (person != NULL)
        g_ptr_array_add (people, person);
    }

  return people;
}

/**
 * mtr_pairing_model_list_both_sides:
 * @self: a model
 *
 * Returns: (transfer container) (element-type MtrRecord): the mentees who have not left, and then the mentor
 */
GPtrArray *
mtr_pairing_model_list_both_sides (MtrPairingModel *self)
{
  GPtrArray *people = mtr_pairing_model_list_mentees (self, NULL);
  MtrRecord *mentor = mtr_pairing_model_get_mentor (self);

  if (mentor != NULL)
    g_ptr_array_add (people, mentor);

  return people;
}

/**
 * mtr_pairing_model_get_portfolio:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): the portfolio of the mentee, also when it has moved on to a later pairing
 */
MtrRecord *
mtr_pairing_model_get_portfolio (MtrPairingModel *self)
{
  MtrRecord *mentee = mtr_pairing_model_get_mentee (self);

  return mentee != NULL ? mtr_snapshot_find_where (self->snapshot, MTR_KIND_PORTFOLIO, MTR_PORTFOLIO_PERSON_ID,
                                                   mtr_record_get_id (mentee))
                        : NULL;
}

/**
 * mtr_pairing_model_get_other_name:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): the name of whoever is not the owner of the file: the mentee for the mentor, the
 *   mentor for everybody else
 */
const char *
mtr_pairing_model_get_other_name (MtrPairingModel *self)
{
  MtrRecord *mentor = mtr_pairing_model_get_mentor (self);
  MtrRecord *other = mentor;

  if (mentor == NULL || mtr_record_get_id (mentor) == mtr_programme_get_owner_id (self->programme))
    other = mtr_pairing_model_get_mentee (self);

  return other != NULL ? mtr_record_get_name (other, MTR_PERSON_NAME) : NULL;
}

/**
 * mtr_pairing_model_get_pair_names:
 * @self: a model
 *
 * Whoever reads what the pair writes, besides the owner of the file: in a group these are more than one, and in a file whose
 * owner belongs to neither side they are both sides.
 *
 * Returns: (transfer none) (nullable): their names, until the next snapshot: "Tomasz", "Amara and Gethin"
 */
const char *
mtr_pairing_model_get_pair_names (MtrPairingModel *self)
{
  gint64 owner = mtr_programme_get_owner_id (self->programme);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) names = NULL;
  MtrRecord *mentor = mtr_pairing_model_get_mentor (self);
  MtrRecord *mentee = mtr_pairing_model_get_mentee (self);

  if (self->pair_names != NULL)
    return self->pair_names;

  people = mtr_pairing_model_list_mentees (self, NULL);
  /* Nobody is left in a pairing that has ended. */
  if (people->len == 0 && mentee != NULL)
    g_ptr_array_add (people, mentee);
  if (mentor != NULL)
    g_ptr_array_add (people, mentor);

  names = g_ptr_array_new ();
  for (guint i = 0; i < people->len; i++)
    {
      MtrRecord *person = g_ptr_array_index (people, i);

      if (mtr_record_get_id (person) != owner)
        g_ptr_array_add (names, (gpointer) mtr_record_get_name (person, MTR_PERSON_NAME));
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  self->pair_names = mtr_text_join_list ((const char * const *) names->pdata);

  return self->pair_names;
}

/**
 * mtr_pairing_model_get_support_line:
 * @self: a model
 *
 * Returns: (transfer none): the sentence above what is support: for whom it is, and within which limits
 */
const char *
mtr_pairing_model_get_support_line (MtrPairingModel *self)
{
  MtrRecord *pairing = mtr_pairing_model_get_pairing (self);
  gboolean is_group = pairing != NULL && mtr_group_is_group (pairing);

  if (mtr_pairing_model_has_owner (self))
    return is_group ? _("Support: within the group, within the limits you agreed")
                    : _("Support: between you two, within the limits you agreed");

  return is_group ? _("Support: within the group, within the limits they agreed")
                  : _("Support: between the two of them, within the limits they agreed");
}

/**
 * mtr_pairing_model_get_manager_name:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): the name of the line manager
 */
const char *
mtr_pairing_model_get_manager_name (MtrPairingModel *self)
{
  MtrRecord *manager = mtr_snapshot_follow (self->snapshot, mtr_pairing_model_get_pairing (self),
                                            MTR_PAIRING_LINE_MANAGER_ID);

  return manager != NULL ? mtr_record_get_name (manager, MTR_PERSON_NAME) : NULL;
}

/**
 * mtr_pairing_model_can_write:
 * @self: a model
 *
 * Returns: whether anything can be added: the file is writable, and the pairing is there and has not ended
 */
gboolean
mtr_pairing_model_can_write (MtrPairingModel *self)
{
  MtrRecord *pairing = mtr_pairing_model_get_pairing (self);

  return pairing != NULL && !mtr_programme_is_read_only (self->programme) &&
         !mtr_record_text_is (pairing, MTR_PAIRING_STATE, "ended");
}
