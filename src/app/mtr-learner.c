/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody who learns, as the pages of their learning share it: with the
 * snapshot of their pairing, or alone, for whoever has no mentor keeps records
 * and hands in all the same. The signal "refreshed" comes with each new
 * snapshot.
 */

#include "mtr-learner.h"

struct _MtrLearner {
  GObject          parent_instance;

  MtrProgramme    *programme;   /* (owned) */
  MtrPairingModel *model;       /* (owned) (nullable): NULL for somebody alone */
  MtrSnapshot     *alone;       /* (owned) (nullable): of somebody alone */
  gint64           person_id;
};

enum {
  SIGNAL_REFRESHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MtrLearner, mtr_learner, G_TYPE_OBJECT)

static GPtrArray *
list_records (MtrProgramme *programme,
              MtrField      field,
              gint64        person_id,
              guint         limit)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (mtr_field_get_info (field)->kind);
  g_autoptr (GError) error = NULL;
  GPtrArray *records;

  query.equal_field = field;
  query.equal_number = person_id;
  query.limit = limit;
  records = mtr_store_list_records (mtr_programme_get_store (programme), &query, MTR_READER_OWNER, &error);
  if (records == NULL)
    mtr_programme_announce (programme, error->message);

  return records;
}

/* One person has few records, so that the window does not wait for them. */
static void
load_alone (MtrLearner *self)
{
  static const MtrField fields[] = { MTR_LEARNING_RECORD_PERSON_ID, MTR_SUBMISSION_PERSON_ID };
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load (mtr_programme_get_store (self->programme), MTR_SCOPE_RECORD,
                                                     MTR_KIND_PERSON, self->person_id, MTR_READER_OWNER, NULL);

  if (snapshot == NULL)
    snapshot = mtr_snapshot_new (MTR_READER_OWNER);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GPtrArray) records = list_records (self->programme, fields[i], self->person_id, 0);

      for (guint j = 0; records != NULL && j < records->len; j++)
        mtr_snapshot_add (snapshot, g_ptr_array_index (records, j));
    }
  /* What they filled in by themselves is in their own file only. */
  if (mtr_learner_is_owner (self))
    {
      MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PRIVATE_FORM);
      g_autoptr (GPtrArray) forms = mtr_store_list_records (mtr_programme_get_store (self->programme), &query,
                                                            MTR_READER_OWNER, NULL);

      for (guint i = 0; forms != NULL && i < forms->len; i++)
        mtr_snapshot_add (snapshot, g_ptr_array_index (forms, i));
    }
  g_set_object (&self->alone, snapshot);
}

static void
changed_cb (MtrLearner *self)
{
  load_alone (self);
  g_signal_emit (self, signals[SIGNAL_REFRESHED], 0);
}

static void
refreshed_cb (MtrLearner *self)
{
  g_signal_emit (self, signals[SIGNAL_REFRESHED], 0);
}

static void
mtr_learner_finalize (GObject *object)
{
  MtrLearner *self = MTR_LEARNER (object);

  g_clear_object (&self->programme);
  g_clear_object (&self->model);
  g_clear_object (&self->alone);

  G_OBJECT_CLASS (mtr_learner_parent_class)->finalize (object);
}

static void
mtr_learner_class_init (MtrLearnerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mtr_learner_finalize;

  signals[SIGNAL_REFRESHED] = g_signal_new ("refreshed", MTR_TYPE_LEARNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 0);
}

static void
mtr_learner_init (MtrLearner *self)
{
}

/**
 * mtr_learner_new_of_pairing:
 * @model: a pairing
 *
 * Returns: (transfer full): its mentee; of a group whoever the file belongs to, else the first one, until somebody else is
 *   chosen
 */
MtrLearner *
mtr_learner_new_of_pairing (MtrPairingModel *model)
{
  MtrLearner *self = g_object_new (MTR_TYPE_LEARNER, NULL);
  g_autoptr (GPtrArray) mentees = mtr_pairing_model_list_mentees (model, NULL);
  MtrRecord *mentee = mtr_pairing_model_get_mentee (model);

  self->programme = g_object_ref (mtr_pairing_model_get_programme (model));
  self->model = g_object_ref (model);
  self->person_id = mentee != NULL ? mtr_record_get_id (mentee) : 0;
  for (guint i = 0; i < mentees->len; i++)
    if (mtr_record_get_id (g_ptr_array_index (mentees, i)) == mtr_programme_get_owner_id (self->programme))
      self->person_id = mtr_programme_get_owner_id (self->programme);
  g_signal_connect_object (model, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * mtr_learner_new_of_person:
 * @programme: the programme
 * @person_id: somebody, who may have no mentor
 *
 * Returns: (transfer full): the learner
 */
MtrLearner *
mtr_learner_new_of_person (MtrProgramme *programme,
                           gint64        person_id)
{
  MtrLearner *self = g_object_new (MTR_TYPE_LEARNER, NULL);

  self->programme = g_object_ref (programme);
  self->person_id = person_id;
  load_alone (self);
  g_signal_connect_object (programme, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * mtr_learner_is_possible:
 * @programme: the programme
 * @person_id: somebody
 *
 * Returns: whether a page of their learning is of use without a pairing: something is written down already, or the scheme
 *   asks for learning and they are in no pairing yet
 */
gboolean
mtr_learner_is_possible (MtrProgramme *programme,
                         gint64        person_id)
{
  static const MtrField written[] = { MTR_LEARNING_RECORD_PERSON_ID, MTR_SUBMISSION_PERSON_ID };
  static const MtrField busy[] = { MTR_MEMBER_PERSON_ID, MTR_PAIRING_MENTOR_ID, MTR_PAIRING_LINE_MANAGER_ID };
  MtrPack *pack = mtr_programme_get_pack (programme, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autoptr (GPtrArray) records = list_records (programme, written[i], person_id, 1);

      if (records != NULL && records->len > 0)
        return TRUE;
    }
  if (pack == NULL || !mtr_pack_has_view (pack, "learning"))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (busy); i++)
    {
      g_autoptr (GPtrArray) records = list_records (programme, busy[i], person_id, 1);

      if (records == NULL || records->len > 0)
        return FALSE;
    }

  return TRUE;
}

/**
 * mtr_learner_find_person:
 * @programme: the programme
 * @kind: %MTR_KIND_LEARNING_RECORD or %MTR_KIND_SUBMISSION
 * @id: the record
 *
 * Returns: whose it is; 0 where it is not there
 */
gint64
mtr_learner_find_person (MtrProgramme *programme,
                         MtrKind       kind,
                         gint64        id)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load (mtr_programme_get_store (programme), MTR_SCOPE_RECORD, kind, id,
                                                     MTR_READER_OWNER, NULL);
  MtrRecord *record = snapshot != NULL ? mtr_snapshot_get (snapshot, kind, id) : NULL;

  if (record == NULL)
    return 0;

  return mtr_record_get_number (record, kind == MTR_KIND_SUBMISSION ? MTR_SUBMISSION_PERSON_ID
                                                                    : MTR_LEARNING_RECORD_PERSON_ID);
}

/**
 * mtr_learner_get_programme:
 * @self: a learner
 *
 * Returns: (transfer none): the programme
 */
MtrProgramme *
mtr_learner_get_programme (MtrLearner *self)
{
  return self->programme;
}

/**
 * mtr_learner_get_model:
 * @self: a learner
 *
 * Returns: (transfer none) (nullable): the pairing; %NULL where the learner is looked at alone
 */
MtrPairingModel *
mtr_learner_get_model (MtrLearner *self)
{
  return self->model;
}

/**
 * mtr_learner_get_pack:
 * @self: a learner
 *
 * Returns: (transfer none) (nullable): the pack of the pairing; of somebody alone, the one of the programme
 */
MtrPack *
mtr_learner_get_pack (MtrLearner *self)
{
  return self->model != NULL ? mtr_pairing_model_get_pack (self->model) : mtr_programme_get_pack (self->programme, NULL);
}

/**
 * mtr_learner_get_snapshot:
 * @self: a learner
 *
 * Returns: (transfer none): the person with their learning records and submissions
 */
MtrSnapshot *
mtr_learner_get_snapshot (MtrLearner *self)
{
  return self->model != NULL ? mtr_pairing_model_get_snapshot (self->model) : self->alone;
}

/**
 * mtr_learner_get_person_id:
 * @self: a learner
 *
 * Returns: the person; 0 for a pairing without a mentee
 */
gint64
mtr_learner_get_person_id (MtrLearner *self)
{
  return self->person_id;
}

/**
 * mtr_learner_set_person_id:
 * @self: a learner of a pairing
 * @person_id: one of its mentees
 */
void
mtr_learner_set_person_id (MtrLearner *self,
                           gint64      person_id)
{
  if (self->person_id == person_id)
    return;

  self->person_id = person_id;
  g_signal_emit (self, signals[SIGNAL_REFRESHED], 0);
}

/**
 * mtr_learner_get_name:
 * @self: a learner
 *
 * Returns: (transfer none) (nullable): the name of the person
 */
const char *
mtr_learner_get_name (MtrLearner *self)
{
  MtrRecord *person = mtr_snapshot_get (mtr_learner_get_snapshot (self), MTR_KIND_PERSON, self->person_id);

  return person != NULL ? mtr_record_get_name (person, MTR_PERSON_NAME) : NULL;
}

/**
 * mtr_learner_get_mentor_name:
 * @self: a learner
 *
 * Returns: (transfer none) (nullable): the name of the mentor; %NULL where there is none
 */
const char *
mtr_learner_get_mentor_name (MtrLearner *self)
{
  MtrRecord *mentor = self->model != NULL ? mtr_pairing_model_get_mentor (self->model) : NULL;

  return mentor != NULL ? mtr_record_get_name (mentor, MTR_PERSON_NAME) : NULL;
}

/**
 * mtr_learner_get_other_name:
 * @self: a learner
 *
 * Returns: (transfer none) (nullable): who reads along besides the owner of the file: the other one of the pairing, or the
 *   one who learns
 */
const char *
mtr_learner_get_other_name (MtrLearner *self)
{
  if (self->model != NULL)
    return mtr_pairing_model_get_other_name (self->model);

  return mtr_learner_is_owner (self) ? NULL : mtr_learner_get_name (self);
}

/**
 * mtr_learner_is_owner:
 * @self: a learner
 *
 * Returns: whether the file is theirs
 */
gboolean
mtr_learner_is_owner (MtrLearner *self)
{
  return self->person_id != 0 && self->person_id == mtr_programme_get_owner_id (self->programme);
}

/**
 * mtr_learner_has_owner_as_mentor:
 * @self: a learner
 *
 * Returns: whether the owner of the file mentors them, and so writes feedback
 */
gboolean
mtr_learner_has_owner_as_mentor (MtrLearner *self)
{
  MtrRecord *mentor = self->model != NULL ? mtr_pairing_model_get_mentor (self->model) : NULL;

  return mentor != NULL && mtr_record_get_id (mentor) == mtr_programme_get_owner_id (self->programme);
}

/**
 * mtr_learner_can_write:
 * @self: a learner
 *
 * Learning goes on when a pairing ends, so that it does not matter here whether it has.
 *
 * Returns: whether anything can be added
 */
gboolean
mtr_learner_can_write (MtrLearner *self)
{
  return self->person_id != 0 && !mtr_programme_is_read_only (self->programme);
}
