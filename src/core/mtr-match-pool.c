/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who looks for a mentor and who could be one, gathered from the records of a
 * file into a form that every pair of them can be scored from quickly.
 */

#include "mtr-match-private.h"

#include "mtr-pairing.h"
#include "mtr-rules-private.h"
#include "mtr-text.h"
#include "mtr-text.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (MtrMatchPool, mtr_match_pool, G_TYPE_OBJECT)

/* What matching goes by of a person: whatever else changes, suggestions stay good. */
static const MtrField considered[] = {
  MTR_PERSON_NAME, MTR_PERSON_TEAM, MTR_PERSON_SERVICE, MTR_PERSON_LOCALITY, MTR_PERSON_PROFESSION,
  MTR_PERSON_REGISTERED, MTR_PERSON_SUPERVISORY_MONTHS, MTR_PERSON_FIELD_MONTHS, MTR_PERSON_LINE_MANAGER_ID,
  MTR_PERSON_ROLE_WANTED, MTR_PERSON_WAITING_SINCE_ON, MTR_PERSON_FIRST_IN_QUEUE, MTR_PERSON_CAPACITY,
  MTR_PERSON_WILLING_TO_MENTOR, MTR_PERSON_SKILLS_OFFERED, MTR_PERSON_SKILLS_WANTED, MTR_PERSON_WISHES,
  MTR_PERSON_WISHES_OTHER_VIEW, MTR_PERSON_AVAILABILITY, MTR_PERSON_MODE, MTR_PERSON_LANGUAGES, MTR_PERSON_LEFT_ON,
};

static const struct {
  const char *code;
  guint       bits;
} modes[] = {
  { "in-person", 1 << 0 },
  { "video",     1 << 1 },
  { "telephone", 1 << 2 },
  { "any",       (1 << 0) | (1 << 1) | (1 << 2) },
};

static const MtrField word_fields[MTR_MATCH_N_WORDS] = {
  [MTR_MATCH_WORD_SERVICE]    = MTR_PERSON_SERVICE,
  [MTR_MATCH_WORD_TEAM]       = MTR_PERSON_TEAM,
  [MTR_MATCH_WORD_LOCALITY]   = MTR_PERSON_LOCALITY,
  [MTR_MATCH_WORD_PROFESSION] = MTR_PERSON_PROFESSION,
};

/* What the pairings of a file say about somebody. */
typedef struct {
  gboolean    has_mentor;       /* in this pack, one to one, not ended */
  gint64      open_pairing_id;  /* in this pack, without a mentor */
  guint       load;             /* pairings that they mentor, in any pack */
  const char *ended_on;         /* (unowned) (nullable): of the pairing that ended last */
  gboolean    asked_again;      /* and what they wanted next was another mentor */
  GArray     *former;           /* (owned) (nullable) (element-type MtrMatchBarred) */
} Ties;

static void
ties_free (gpointer data)
{
  Ties *ties = data;

  g_clear_pointer (&ties->former, g_array_unref);
  g_free (ties);
}

static void
person_free (gpointer data)
{
  MtrMatchPerson *person = data;

  g_free (person->folded_name);
  g_free (person->folded_wishes);
  g_free (person->skills_wanted.ids);
  g_free (person->skills_offered.ids);
  g_free (person->languages.ids);
  g_free (person->availability.ids);
  g_clear_pointer (&person->barred, g_array_unref);
  g_clear_pointer (&person->managers, g_hash_table_unref);
  g_free (person);
}

static void
mtr_match_pool_finalize (GObject *object)
{
  MtrMatchPool *self = MTR_MATCH_POOL (object);

  g_clear_object (&self->pack);
  g_clear_object (&self->snapshot);
  g_ptr_array_unref (self->mentees);
  g_ptr_array_unref (self->mentors);
  g_hash_table_unref (self->mentee_positions);
  g_hash_table_unref (self->mentor_positions);
  g_hash_table_unref (self->tokens);
  g_ptr_array_unref (self->token_texts);
  g_free (self->fingerprint);

  G_OBJECT_CLASS (mtr_match_pool_parent_class)->finalize (object);
}

static void
mtr_match_pool_class_init (MtrMatchPoolClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mtr_match_pool_finalize;
}

static void
mtr_match_pool_init (MtrMatchPool *self)
{
  self->mentees = g_ptr_array_new_with_free_func (person_free);
  self->mentors = g_ptr_array_new_with_free_func (person_free);
  self->mentee_positions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->mentor_positions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->token_texts = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->token_texts, g_strdup (""));
}

static guint
find_token (MtrMatchPool *self,
            const char   *text)
{
  g_autofree char *folded = mtr_text_fold (text);
  gpointer id = g_hash_table_lookup (self->tokens, folded);

  if (id == NULL)
    {
      id = GUINT_TO_POINTER (self->token_texts->len);
      g_ptr_array_add (self->token_texts, g_strdup (text));
      g_hash_table_insert (self->tokens, g_steal_pointer (&folded), id);
    }

  return GPOINTER_TO_UINT (id);
}

static int
compare_ids (gconstpointer one,
             gconstpointer other)
{
  guint a = *(const guint *) one;
  guint b = *(const guint *) other;

  return (a > b) - (a < b);
}

static void
read_tokens (MtrMatchPool   *self,
             MtrRecord      *record,
             MtrField        field,
             const char     *delimiters,
             MtrMatchTokens *tokens)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (GStrv) parts = NULL;
  guint n = 0;

  if (!mtr_record_is_set (record, field))
    return;

  parts = g_strsplit_set (mtr_record_get_text (record, field), delimiters, -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);
      if (*parts[i] != '\0')
        {
          guint id = find_token (self, parts[i]);

          g_array_append_val (ids, id);
        }
    }
  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    if (n == 0 || g_array_index (ids, guint, i) != g_array_index (ids, guint, n - 1))
      g_array_index (ids, guint, n++) = g_array_index (ids, guint, i);

  tokens->n = n;
  tokens->ids = g_memdup2 (ids->data, n * sizeof (guint));
}

static guint
read_modes (MtrRecord *record)
{
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    if (mtr_record_text_is (record, MTR_PERSON_MODE, modes[i].code))
      return modes[i].bits;

  return 0;
}

static MtrMatchPerson *
read_person (MtrMatchPool *self,
             MtrRecord    *record)
{
  MtrMatchPerson *person = g_new0 (MtrMatchPerson, 1);
  const char *name = mtr_record_get_text (record, MTR_PERSON_NAME);

  person->id = mtr_record_get_id (record);
  person->record = record;
  person->folded_name = mtr_text_fold (name != NULL ? name : "");
  if (mtr_record_is_set (record, MTR_PERSON_WISHES))
    person->folded_wishes = mtr_text_fold (mtr_record_get_text (record, MTR_PERSON_WISHES));
  for (int word = 0; word < MTR_MATCH_N_WORDS; word++)
    if (mtr_record_is_set (record, word_fields[word]))
      person->words[word] = find_token (self, mtr_record_get_text (record, word_fields[word]));

  read_tokens (self, record, MTR_PERSON_SKILLS_WANTED, ",;\n", &person->skills_wanted);
  read_tokens (self, record, MTR_PERSON_SKILLS_OFFERED, ",;\n", &person->skills_offered);
  read_tokens (self, record, MTR_PERSON_LANGUAGES, ",;\n", &person->languages);
  read_tokens (self, record, MTR_PERSON_AVAILABILITY, " ", &person->availability);
  person->modes = read_modes (record);
  person->other_view = mtr_record_get_number (record, MTR_PERSON_WISHES_OTHER_VIEW) != 0;
  person->experience_months = -1;
  if (mtr_record_is_set (record, MTR_PERSON_FIELD_MONTHS) || mtr_record_is_set (record, MTR_PERSON_SUPERVISORY_MONTHS))
    person->experience_months = (int) MAX (mtr_record_get_number (record, MTR_PERSON_FIELD_MONTHS),
                                           mtr_record_get_number (record, MTR_PERSON_SUPERVISORY_MONTHS));

  return person;
}

static Ties *
find_ties (GHashTable *all,
           gint64      person_id)
{
  Ties *ties = g_hash_table_lookup (all, &person_id);

  if (ties == NULL)
    {
      ties = g_new0 (Ties, 1);
      g_hash_table_insert (all, g_memdup2 (&person_id, sizeof person_id), ties);
    }

  return ties;
}

static void
note_membership (MtrMatchPool *self,
                 MtrRecord    *member,
                 GHashTable   *all)
{
  MtrRecord *pairing = mtr_snapshot_follow (self->snapshot, member, MTR_MEMBER_PAIRING_ID);
  const char *ended_on;
  Ties *ties;

  if (pairing == NULL || !mtr_record_text_is (member, MTR_MEMBER_ROLE, MTR_ROLE_MENTEE) ||
      !mtr_record_text_is (pairing, MTR_PAIRING_PACK, mtr_pack_get_id (self->pack)) ||
      mtr_record_text_is (pairing, MTR_PAIRING_STRUCTURE, MTR_PAIRING_GROUP))
    return;

  ties = find_ties (all, mtr_record_get_number (member, MTR_MEMBER_PERSON_ID));
  if (!mtr_record_text_is (pairing, MTR_PAIRING_STATE, MTR_PAIRING_ENDED))
    {
      if (mtr_record_is_set (member, MTR_MEMBER_LEFT_ON))
        return;
      if (mtr_record_is_set (pairing, MTR_PAIRING_MENTOR_ID))
        ties->has_mentor = TRUE;
      else
        ties->open_pairing_id = mtr_record_get_id (pairing);
      return;
    }

  ended_on = mtr_record_get_text (pairing, MTR_PAIRING_ENDED_ON);
  if (ties->ended_on == NULL || (ended_on != NULL && strcmp (ties->ended_on, ended_on) <= 0))
    {
      ties->ended_on = ended_on;
      ties->asked_again = mtr_record_text_is (pairing, MTR_PAIRING_ENDED_NEXT, MTR_PAIRING_NEXT_MENTOR);
    }
  if (mtr_record_text_is (pairing, MTR_PAIRING_ENDED_NEXT, MTR_PAIRING_NEXT_MENTOR) &&
      mtr_record_is_set (pairing, MTR_PAIRING_MENTOR_ID))
    {
      MtrMatchBarred former = { mtr_record_get_number (pairing, MTR_PAIRING_MENTOR_ID), MTR_MATCH_BAR_FORMER, ended_on };

      if (ties->former == NULL)
        ties->former = g_array_new (FALSE, FALSE, sizeof (MtrMatchBarred));
      g_array_append_val (ties->former, former);
    }
}

static GHashTable *
gather_ties (MtrMatchPool *self)
{
  GHashTable *all = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, ties_free);

  for (guint i = 0; i < mtr_snapshot_count (self->snapshot, MTR_KIND_MEMBER); i++)
    note_membership (self, mtr_snapshot_nth (self->snapshot, MTR_KIND_MEMBER, i), all);
  for (guint i = 0; i < mtr_snapshot_count (self->snapshot, MTR_KIND_PAIRING); i++)
    {
      MtrRecord *pairing = mtr_snapshot_nth (self->snapshot, MTR_KIND_PAIRING, i);

      if (!mtr_record_text_is (pairing, MTR_PAIRING_STATE, MTR_PAIRING_ENDED) &&
          mtr_record_is_set (pairing, MTR_PAIRING_MENTOR_ID))
        find_ties (all, mtr_record_get_number (pairing, MTR_PAIRING_MENTOR_ID))->load++;
    }

  return all;
}

/**
 * mtr_match_pool_has_left:
 * @person: a person
 * @today: the present date
 *
 * Returns: whether they have left: their last day is over
 */
gboolean
mtr_match_pool_has_left (MtrRecord   *person,
                         const GDate *today)
{
  GDate left;

  return mtr_record_get_date (person, MTR_PERSON_LEFT_ON, &left) && g_date_compare (&left, today) < 0;
}

static gboolean
wants_role (MtrRecord  *person,
            const char *role)
{
  return mtr_record_text_is (person, MTR_PERSON_ROLE_WANTED, role) ||
         mtr_record_text_is (person, MTR_PERSON_ROLE_WANTED, "both");
}

static gboolean
looks_for_mentor (MtrRecord  *person,
                  const Ties *ties)
{
  const char *waiting_since = mtr_record_get_text (person, MTR_PERSON_WAITING_SINCE_ON);

  if (ties != NULL && ties->has_mentor)
    return FALSE;
  if (mtr_record_get_number (person, MTR_PERSON_FIRST_IN_QUEUE) != 0 ||
      (ties != NULL && (ties->open_pairing_id != 0 || ties->asked_again)))
    return TRUE;
  /* Who has been through it, and did not ask for somebody else, comes back only by waiting anew. */
  if (ties != NULL && ties->ended_on != NULL)
    return waiting_since != NULL && strcmp (waiting_since, ties->ended_on) >= 0;

  return waiting_since != NULL || wants_role (person, "mentee");
}

static gboolean
could_mentor (MtrRecord *person)
{
  if (mtr_record_is_set (person, MTR_PERSON_WILLING_TO_MENTOR))
    return mtr_record_get_number (person, MTR_PERSON_WILLING_TO_MENTOR) != 0;

  return wants_role (person, "mentor");
}

static GHashTable *
find_managers (MtrSnapshot *snapshot,
               MtrRecord   *person)
{
  GHashTable *managers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  int steps = 0;

  /* A file may hold a circle of managers: whoever has been met ends the way. */
  for (MtrRecord *manager = mtr_snapshot_follow (snapshot, person, MTR_PERSON_LINE_MANAGER_ID);
       manager != NULL && manager != person;
       manager = mtr_snapshot_follow (snapshot, manager, MTR_PERSON_LINE_MANAGER_ID))
    {
      gint64 id = mtr_record_get_id (manager);

      if (g_hash_table_contains (managers, &id))
        break;
      g_hash_table_insert (managers, g_memdup2 (&id, sizeof id), GINT_TO_POINTER (++steps));
    }

  return managers;
}

static void
add_mentee (MtrMatchPool *self,
            MtrRecord    *record,
            const Ties   *ties)
{
  MtrMatchPerson *person = read_person (self, record);

  person->waiting_since = mtr_record_get_text (record, MTR_PERSON_WAITING_SINCE_ON);
  person->first = mtr_record_get_number (record, MTR_PERSON_FIRST_IN_QUEUE) != 0;
  person->barred = g_array_new (FALSE, FALSE, sizeof (MtrMatchBarred));
  person->managers = find_managers (self->snapshot, record);
  if (ties != NULL)
    {
      person->open_pairing_id = ties->open_pairing_id;
      person->first = person->first || ties->asked_again;
      /* What they waited before the pairing that ended is over. */
      person->waiting_since = mtr_rules_later (person->waiting_since, ties->ended_on);
      if (ties->former != NULL)
        g_array_append_vals (person->barred, ties->former->data, ties->former->len);
    }
  person->waiting_days = mtr_rules_days_between (person->waiting_since, &self->today);
  self->longest_wait = MAX (self->longest_wait, person->waiting_days);
  g_ptr_array_add (self->mentees, person);
}

static void
add_mentor (MtrMatchPool *self,
            MtrRecord    *record,
            const Ties   *ties)
{
  MtrMatchPerson *person = read_person (self, record);

  person->capacity = mtr_record_is_set (record, MTR_PERSON_CAPACITY)
                       ? (int) CLAMP (mtr_record_get_number (record, MTR_PERSON_CAPACITY), 0, G_MAXINT)
                       : MTR_MATCH_USUAL_CAPACITY;
  person->load = ties != NULL ? (int) ties->load : 0;
  person->room = person->capacity > person->load ? (guint) (person->capacity - person->load) : 0;
  g_ptr_array_add (self->mentors, person);
}

static int
compare_in_queue (gconstpointer one,
                  gconstpointer other)
{
  const MtrMatchPerson *a = *(MtrMatchPerson * const *) one;
  const MtrMatchPerson *b = *(MtrMatchPerson * const *) other;

  if (a->first != b->first)
    return a->first ? -1 : 1;
  if (a->waiting_days != b->waiting_days)
    return a->waiting_days > b->waiting_days ? -1 : 1;

  return (a->id > b->id) - (a->id < b->id);
}

static void
note_positions (GPtrArray  *people,
                GHashTable *positions)
{
  for (guint i = 0; i < people->len; i++)
    {
      const MtrMatchPerson *person = g_ptr_array_index (people, i);

      g_hash_table_insert (positions, g_memdup2 (&person->id, sizeof person->id), GUINT_TO_POINTER (i + 1));
    }
}

static void
bar (MtrMatchPool *self,
     gint64        mentee_id,
     gint64        mentor_id,
     MtrMatchBar   why)
{
  MtrMatchPerson *mentee = mtr_match_pool_find_mentee (self, mentee_id);
  MtrMatchBarred barred = { mentor_id, why, NULL };

  if (mentee != NULL)
    g_array_append_val (mentee->barred, barred);
}

static void
read_rules (MtrMatchPool *self)
{
  for (guint i = 0; i < mtr_snapshot_count (self->snapshot, MTR_KIND_MATCH_RULE); i++)
    {
      MtrRecord *rule = mtr_snapshot_nth (self->snapshot, MTR_KIND_MATCH_RULE, i);
      gint64 first = mtr_record_get_number (rule, MTR_MATCH_RULE_FIRST_ID);
      gint64 second = mtr_record_get_number (rule, MTR_MATCH_RULE_SECOND_ID);

      if (mtr_record_text_is (rule, MTR_MATCH_RULE_RULE, MTR_MATCH_RULE_EXCLUDE))
        {
          bar (self, first, second, MTR_MATCH_BAR_EXCLUDED);
          bar (self, second, first, MTR_MATCH_BAR_EXCLUDED);
        }
      else if (mtr_record_text_is (rule, MTR_MATCH_RULE_RULE, MTR_MATCH_RULE_FORBID))
        {
          bar (self, second, first, MTR_MATCH_BAR_FORBIDDEN);
        }
      else if (mtr_record_text_is (rule, MTR_MATCH_RULE_RULE, MTR_MATCH_RULE_PIN))
        {
          MtrMatchPerson *mentee = mtr_match_pool_find_mentee (self, second);

          /* The last word holds. */
          if (mentee != NULL)
            mentee->pinned_to = first;
        }
    }
}

static void
find_names (MtrMatchPool *self)
{
  for (guint i = 0; i < self->mentees->len; i++)
    {
      MtrMatchPerson *mentee = g_ptr_array_index (self->mentees, i);

      for (guint j = 0; j < self->mentors->len && !mentee->names_somebody; j++)
        {
          const MtrMatchPerson *mentor = g_ptr_array_index (self->mentors, j);

          mentee->names_somebody = mentor->id != mentee->id && mtr_match_score_is_named (mentee, mentor);
        }
    }
}

static void
add_to_checksum (GChecksum *checksum,
                 MtrRecord *record,
                 MtrField   field)
{
  g_autofree char *number = NULL;
  const char *text = "";

  if (mtr_record_is_set (record, field) && mtr_field_is_number (field))
    text = number = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_number (record, field));
  else if (mtr_record_is_set (record, field))
    text = mtr_record_get_text (record, field);

  g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text) + 1);
}

static void
add_people_to_checksum (GChecksum *checksum,
                        GPtrArray *people)
{
  for (guint i = 0; i < people->len; i++)
    {
      const MtrMatchPerson *person = g_ptr_array_index (people, i);
      g_autofree char *ties = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d %u", person->id,
                                               person->open_pairing_id, person->first, person->room);

      g_checksum_update (checksum, (const guchar *) ties, (gssize) strlen (ties) + 1);
      for (gsize j = 0; j < G_N_ELEMENTS (considered); j++)
        add_to_checksum (checksum, person->record, considered[j]);
    }
  g_checksum_update (checksum, (const guchar *) "", 1);
}

static char *
make_fingerprint (MtrMatchPool *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  add_people_to_checksum (checksum, self->mentees);
  add_people_to_checksum (checksum, self->mentors);
  for (guint i = 0; i < mtr_snapshot_count (self->snapshot, MTR_KIND_MATCH_RULE); i++)
    {
      MtrRecord *rule = mtr_snapshot_nth (self->snapshot, MTR_KIND_MATCH_RULE, i);

      add_to_checksum (checksum, rule, MTR_MATCH_RULE_RULE);
      add_to_checksum (checksum, rule, MTR_MATCH_RULE_FIRST_ID);
      add_to_checksum (checksum, rule, MTR_MATCH_RULE_SECOND_ID);
    }
  g_checksum_update (checksum, (const guchar *) self->weights.of, sizeof self->weights.of);

  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * mtr_match_pool_new:
 * @pack: the pack that people are matched for: its rules for mentors, and its pairings, count
 * @snapshot: every person, pairing and member, and the rules for matching; portfolios too if it is to be published
 * @weights: how much each criterion counts
 * @today: the present date
 *
 * Somebody looks for a mentor who has said so, or waits, or has asked for another one, or has a pairing without one;
 * not who has one in this pack, or has left. Somebody could be one who is willing, or came as one, and has not left;
 * their places are what they have said (or %MTR_MATCH_USUAL_CAPACITY) less the pairings they have, in any pack.
 *
 * Returns: (transfer full): the pool
 */
MtrMatchPool *
mtr_match_pool_new (MtrPack               *pack,
                    MtrSnapshot           *snapshot,
                    const MtrMatchWeights *weights,
                    const GDate           *today)
{
  MtrMatchPool *self = g_object_new (MTR_TYPE_MATCH_POOL, NULL);
  g_autoptr (GHashTable) all = NULL;

  self->pack = g_object_ref (pack);
  self->snapshot = g_object_ref (snapshot);
  self->weights = *weights;
  self->today = *today;

  all = gather_ties (self);
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_PERSON); i++)
    {
      MtrRecord *record = mtr_snapshot_nth (snapshot, MTR_KIND_PERSON, i);
      gint64 id = mtr_record_get_id (record);
      const Ties *ties = g_hash_table_lookup (all, &id);

      if (mtr_match_pool_has_left (record, today))
        continue;
      if (looks_for_mentor (record, ties))
        add_mentee (self, record, ties);
      if (could_mentor (record))
        add_mentor (self, record, ties);
    }
  g_ptr_array_sort (self->mentees, compare_in_queue);
  note_positions (self->mentees, self->mentee_positions);
  note_positions (self->mentors, self->mentor_positions);
  read_rules (self);
  find_names (self);
  self->fingerprint = make_fingerprint (self);

  return self;
}

/**
 * mtr_match_pool_get_pack:
 * @self: a pool
 *
 * Returns: (transfer none): the pack that people are matched for
 */
MtrPack *
mtr_match_pool_get_pack (MtrMatchPool *self)
{
  return self->pack;
}

/**
 * mtr_match_pool_get_snapshot:
 * @self: a pool
 *
 * Returns: (transfer none): what it was made from
 */
MtrSnapshot *
mtr_match_pool_get_snapshot (MtrMatchPool *self)
{
  return self->snapshot;
}

/**
 * mtr_match_pool_get_fingerprint:
 * @self: a pool
 *
 * Returns: (transfer none): text that is the same for two pools where nothing differs that matching goes by
 */
const char *
mtr_match_pool_get_fingerprint (MtrMatchPool *self)
{
  return self->fingerprint;
}

/**
 * mtr_match_pool_count_mentees:
 * @self: a pool
 *
 * Returns: how many look for a mentor
 */
guint
mtr_match_pool_count_mentees (MtrMatchPool *self)
{
  return self->mentees->len;
}

/**
 * mtr_match_pool_get_mentee:
 * @self: a pool
 * @position: a place in the queue, from 0
 *
 * Returns: who has it
 */
gint64
mtr_match_pool_get_mentee (MtrMatchPool *self,
                           guint         position)
{
  return ((MtrMatchPerson *) g_ptr_array_index (self->mentees, position))->id;
}

/**
 * mtr_match_pool_get_waiting_since:
 * @self: a pool
 * @mentee_id: a person
 *
 * Returns: (transfer none) (nullable): the ISO date since which they wait; of one who has asked for another mentor the
 *   last day with the one before; %NULL where it is not known, or where they do not look for a mentor
 */
const char *
mtr_match_pool_get_waiting_since (MtrMatchPool *self,
                                  gint64        mentee_id)
{
  const MtrMatchPerson *mentee = mtr_match_pool_find_mentee (self, mentee_id);

  return mentee != NULL ? mentee->waiting_since : NULL;
}

/**
 * mtr_match_pool_is_first:
 * @self: a pool
 * @mentee_id: a person
 *
 * Returns: whether they have asked for another mentor, and so are at the front of the queue
 */
gboolean
mtr_match_pool_is_first (MtrMatchPool *self,
                         gint64        mentee_id)
{
  const MtrMatchPerson *mentee = mtr_match_pool_find_mentee (self, mentee_id);

  return mentee != NULL && mentee->first;
}

/**
 * mtr_match_pool_count_mentors:
 * @self: a pool
 *
 * Returns: how many could be a mentor, those without room included
 */
guint
mtr_match_pool_count_mentors (MtrMatchPool *self)
{
  return self->mentors->len;
}

/**
 * mtr_match_pool_get_mentor:
 * @self: a pool
 * @position: from 0
 *
 * Returns: one who could be a mentor; they are ordered by id
 */
gint64
mtr_match_pool_get_mentor (MtrMatchPool *self,
                           guint         position)
{
  return ((MtrMatchPerson *) g_ptr_array_index (self->mentors, position))->id;
}

/**
 * mtr_match_pool_get_room:
 * @self: a pool
 * @mentor_id: a person
 *
 * Returns: for how many more they could be a mentor
 */
guint
mtr_match_pool_get_room (MtrMatchPool *self,
                         gint64        mentor_id)
{
  MtrMatchPerson *mentor = mtr_match_pool_find_mentor (self, mentor_id);

  return mentor != NULL ? mentor->room : 0;
}

static MtrMatchPerson *
find_person (GPtrArray  *people,
             GHashTable *positions,
             gint64      id)
{
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (positions, &id));

  return position > 0 ? g_ptr_array_index (people, position - 1) : NULL;
}

/*
 * mtr_match_pool_find_mentee:
 * @self: a pool
 * @id: a person
 *
 * Returns: (nullable): them, where they look for a mentor
 */
MtrMatchPerson *
mtr_match_pool_find_mentee (MtrMatchPool *self,
                            gint64        id)
{
  return find_person (self->mentees, self->mentee_positions, id);
}

/*
 * mtr_match_pool_find_mentor:
 * @self: a pool
 * @id: a person
 *
 * Returns: (nullable): them, where they could be a mentor
 */
MtrMatchPerson *
mtr_match_pool_find_mentor (MtrMatchPool *self,
                            gint64        id)
{
  return find_person (self->mentors, self->mentor_positions, id);
}
