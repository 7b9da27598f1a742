/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The programme's year: everything that has a day in it, whatever kind of
 * record it comes from, in one list for the planner and for the calendar file.
 * It is made from what the programme may know, so it cannot hold what was said
 * in a session.
 */

#include "mtr-occasion.h"

#include "mtr-date.h"
#include "mtr-form.h"
#include "mtr-group.h"
#include "mtr-messages.h"
#include "mtr-pairing.h"
#include "mtr-session.h"
#include "mtr-text.h"

#include <string.h>

/* How the day of an occasion is found in a record of each kind. */
typedef struct {
  MtrKind     kind;
  MtrField    date_field;
  MtrField    other_date_field;  /* used instead where it is set: what happened, not what was planned */
  MtrField    last_field;
  MtrField    time_field;
  MtrField    minutes_field;
  MtrField    cancelled_field;   /* a date: set means cancelled */
  MtrField    code_field;        /* a code of "words" */
  MtrWordList words;             /* MTR_N_WORD_LISTS: none */
  const char *label;
} Source;

#define NONE MTR_FIELD_NONE

/* What is longer past stays in the calendars that have it; every planned end is nearer than this. */
#define CALENDAR_MONTHS_BACK 12
#define CALENDAR_MONTHS_AHEAD 60

static const Source sources[] = {
  { MTR_KIND_EVENT, MTR_EVENT_HELD_ON, NONE, MTR_EVENT_ENDS_ON, MTR_EVENT_HELD_TIME, MTR_EVENT_MINUTES,
    MTR_EVENT_CANCELLED_ON, MTR_EVENT_KIND, MTR_WORDS_EVENT_KINDS, N_("Event") },
  { MTR_KIND_SESSION, MTR_SESSION_HELD_ON, NONE, NONE, MTR_SESSION_HELD_TIME, MTR_SESSION_MINUTES,
    NONE, MTR_SESSION_KIND, MTR_WORDS_SESSION_KINDS, N_("Session") },
  { MTR_KIND_OBSERVATION, MTR_OBSERVATION_HELD_ON, NONE, NONE, MTR_OBSERVATION_STARTED_TIME, NONE,
    MTR_OBSERVATION_WITHDRAWN_ON, NONE, MTR_N_WORD_LISTS, N_("Observation") },
  { MTR_KIND_REVIEW, MTR_REVIEW_DUE_ON, MTR_REVIEW_HELD_ON, NONE, NONE, NONE,
    NONE, NONE, MTR_N_WORD_LISTS, N_("Review") },
  { MTR_KIND_SUBMISSION, MTR_SUBMISSION_DUE_ON, MTR_SUBMISSION_EXTENDED_TO, NONE, NONE, NONE,
    NONE, NONE, MTR_N_WORD_LISTS, N_("Submission due") },
  { MTR_KIND_AGREEMENT, MTR_AGREEMENT_REVIEW_ON, NONE, NONE, NONE, NONE,
    NONE, NONE, MTR_N_WORD_LISTS, N_("Review of the agreement") },
  { MTR_KIND_PAIRING, MTR_PAIRING_PLANNED_END_ON, MTR_PAIRING_ENDED_ON, NONE, NONE, NONE,
    NONE, NONE, MTR_N_WORD_LISTS, N_("End of a pairing") },
};

/* What has to be there to write those down. */
static const MtrOccasionKind kinds[] = {
  { MTR_KIND_PERSON,          NONE },
  { MTR_KIND_PAIRING,         NONE },
  { MTR_KIND_PAIRING_SUMMARY, NONE },
  { MTR_KIND_MEMBER,          NONE },
  { MTR_KIND_EVENT,           MTR_EVENT_HELD_ON },
  { MTR_KIND_SESSION,         MTR_SESSION_HELD_ON },
  { MTR_KIND_OBSERVATION,     NONE },
  { MTR_KIND_REVIEW,          NONE },
  { MTR_KIND_SUBMISSION,      NONE },
  { MTR_KIND_AGREEMENT,       NONE },
  { MTR_KIND_EVALUATION,      NONE },
};

/* Everything that one list is made with. */
typedef struct {
  MtrSnapshot *snapshot;
  GHashTable  *packs;
  gint64       owner_id;     /* whose file it is; 0 where nobody has said */
  GHashTable  *summaries;    /* gint64 → MtrRecord, by pairing */
  GHashTable  *agreements;   /* gint64 → MtrRecord, the newest by pairing */
  GHashTable  *mentees;      /* gint64 → number of mentees, by pairing */
  GHashTable  *evaluations;  /* gint64 → number of evaluations given, by pairing */
  GHashTable  *names;        /* char, folded: the words of everybody's name */
} Year;

/**
 * mtr_occasion_get_kinds:
 * @n_kinds: (out): how many there are
 *
 * Which records mtr_occasion_list() wants to find in its snapshot, read with the audience of the programme.
 *
 * Returns: (transfer none) (array length=n_kinds): the kinds
 */
const MtrOccasionKind *
mtr_occasion_get_kinds (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds);

  return kinds;
}

/**
 * mtr_occasion_free:
 * @self: (transfer full): an occasion
 *
 * Frees it.
 */
void
mtr_occasion_free (MtrOccasion *self)
{
  g_free (self->time);
  g_free (self->group);
  g_free (self->title);
  g_free (self->who);
  g_free (self->place);
  g_free (self->note);
  g_free (self->missing);
  g_free (self);
}

static gpointer
look_up (GHashTable *table,
         gint64      id)
{
  return g_hash_table_lookup (table, &id);
}

static void
insert (GHashTable *table,
        gint64      id,
        gpointer    value)
{
  g_hash_table_insert (table, g_memdup2 (&id, sizeof id), value);
}

static void
count_one (GHashTable *table,
           gint64      id)
{
  insert (table, id, GUINT_TO_POINTER (GPOINTER_TO_UINT (look_up (table, id)) + 1));
}

static void
remember_newest_agreement (Year      *year,
                           MtrRecord *agreement)
{
  gint64 pairing_id = mtr_record_get_number (agreement, MTR_AGREEMENT_PAIRING_ID);
  MtrRecord *known = look_up (year->agreements, pairing_id);

  if (known == NULL || mtr_record_get_number (known, MTR_AGREEMENT_VERSION) <
                       mtr_record_get_number (agreement, MTR_AGREEMENT_VERSION))
    insert (year->agreements, pairing_id, agreement);
}

static void
year_init (Year        *year,
           MtrSnapshot *snapshot,
           GHashTable  *packs)
{
  year->snapshot = snapshot;
  year->packs = packs;
  if (mtr_snapshot_count (snapshot, MTR_KIND_PROGRAMME) > 0)
    year->owner_id = mtr_record_get_number (mtr_snapshot_nth (snapshot, MTR_KIND_PROGRAMME, 0), MTR_PROGRAMME_OWNER_ID);
  year->summaries = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  year->agreements = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  year->mentees = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  year->evaluations = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  year->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_PAIRING_SUMMARY); i++)
    {
      MtrRecord *summary = mtr_snapshot_nth (snapshot, MTR_KIND_PAIRING_SUMMARY, i);

      insert (year->summaries, mtr_record_get_number (summary, MTR_PAIRING_SUMMARY_PAIRING_ID), summary);
    }
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_AGREEMENT); i++)
    remember_newest_agreement (year, mtr_snapshot_nth (snapshot, MTR_KIND_AGREEMENT, i));
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_MEMBER); i++)
    {
      MtrRecord *member = mtr_snapshot_nth (snapshot, MTR_KIND_MEMBER, i);

      if (mtr_record_text_is (member, MTR_MEMBER_ROLE, "mentee"))
        count_one (year->mentees, mtr_record_get_number (member, MTR_MEMBER_PAIRING_ID));
    }
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_EVALUATION); i++)
    {
      MtrRecord *evaluation = mtr_snapshot_nth (snapshot, MTR_KIND_EVALUATION, i);

      if (mtr_record_is_set (evaluation, MTR_EVALUATION_GIVEN_ON))
        count_one (year->evaluations, mtr_record_get_number (evaluation, MTR_EVALUATION_PAIRING_ID));
    }
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_PERSON); i++)
    {
      const char *name = mtr_record_get_text (mtr_snapshot_nth (snapshot, MTR_KIND_PERSON, i), MTR_PERSON_NAME);
      g_auto (GStrv) words = g_strsplit_set (name != NULL ? name : "", " \t-'.", -1);

      /* Initials are left alone: a title with such a letter in it need not mean the person. */
      for (char **word = words; *word != NULL; word++)
        if (g_utf8_strlen (*word, -1) > 2)
          g_hash_table_add (year->names, mtr_text_fold (*word));
    }
}

static void
year_clear (Year *year)
{
  g_hash_table_unref (year->summaries);
  g_hash_table_unref (year->agreements);
  g_hash_table_unref (year->mentees);
  g_hash_table_unref (year->evaluations);
  g_hash_table_unref (year->names);
}

static gboolean
has_name (Year       *year,
          const char *text)
{
  g_autofree char *folded = mtr_text_fold (text != NULL ? text : "");
  const char *end;

  for (const char *start = folded; *start != '\0'; start = end)
    {
      g_autofree char *word = NULL;

      while (*start != '\0' && !g_unichar_isalnum (g_utf8_get_char (start)))
        start = g_utf8_next_char (start);
      for (end = start; *end != '\0' && g_unichar_isalnum (g_utf8_get_char (end)); )
        end = g_utf8_next_char (end);
      word = g_strndup (start, (gsize) (end - start));
      if (g_hash_table_contains (year->names, word))
        return TRUE;
    }

  return FALSE;
}

static MtrPack *
find_pack (Year       *year,
           MtrRecord  *record,
           gint64      pairing_id)
{
  const char *id = NULL;
  MtrRecord *pairing;

  if (mtr_record_get_kind (record) == MTR_KIND_SUBMISSION)
    id = mtr_record_get_text (record, MTR_SUBMISSION_PACK);
  if (id == NULL && pairing_id != 0)
    {
      pairing = mtr_snapshot_get (year->snapshot, MTR_KIND_PAIRING, pairing_id);
      id = pairing != NULL ? mtr_record_get_text (pairing, MTR_PAIRING_PACK) : NULL;
    }

  return id != NULL ? g_hash_table_lookup (year->packs, id) : NULL;
}

/* A kind of event may be of any scheme in the file, because events are the programme's. */
static const MtrWord *
find_word (Year        *year,
           MtrPack     *pack,
           MtrWordList  list,
           const char  *code)
{
  GHashTableIter iter;
  gpointer other;

  if (list == MTR_N_WORD_LISTS || code == NULL)
    return NULL;
  if (pack != NULL)
    return mtr_pack_find_word (pack, list, code);

  g_hash_table_iter_init (&iter, year->packs);
  while (g_hash_table_iter_next (&iter, NULL, &other))
    {
      const MtrWord *word = mtr_pack_find_word (other, list, code);

      if (word != NULL)
        return word;
    }

  return NULL;
}

static char *
dup_group (Year         *year,
           const Source *source,
           MtrRecord    *record,
           MtrPack      *pack)
{
  const MtrWord *word;
  const char *code;

  if (source->kind == MTR_KIND_OBSERVATION && pack != NULL)
    {
      const MtrObservationType *type =
        mtr_pack_find_observation_type (pack, mtr_record_get_text (record, MTR_OBSERVATION_TYPE));

      return g_strdup (type != NULL ? type->title : _(source->label));
    }
  if (source->kind == MTR_KIND_REVIEW && pack != NULL)
    {
      const MtrForm *form = mtr_pack_find_form (pack, mtr_record_get_text (record, MTR_REVIEW_KIND));

      return g_strdup (form != NULL ? form->title : _(source->label));
    }
  if (source->kind == MTR_KIND_SUBMISSION && mtr_record_is_set (record, MTR_SUBMISSION_HANDED_IN_ON))
    return g_strdup (_("Submission handed in"));

  code = source->code_field != NONE ? mtr_record_get_text (record, source->code_field) : NULL;
  word = find_word (year, pack, source->words, code);

  return g_strdup (word != NULL ? word->title : _(source->label));
}

static char *
dup_who (Year      *year,
         MtrRecord *record,
         gint64     pairing_id)
{
  MtrRecord *summary = look_up (year->summaries, pairing_id);
  const char *mentees, *mentor;

  if (mtr_record_get_kind (record) == MTR_KIND_SUBMISSION)
    {
      MtrRecord *person = mtr_snapshot_follow (year->snapshot, record, MTR_SUBMISSION_PERSON_ID);

      return person != NULL ? g_strdup (mtr_record_get_text (person, MTR_PERSON_NAME)) : NULL;
    }
  if (summary == NULL)
    return NULL;

  mentees = mtr_record_get_text (summary, MTR_PAIRING_SUMMARY_MENTEES);
  mentor = mtr_record_get_text (summary, MTR_PAIRING_SUMMARY_MENTOR);
  if (mentees != NULL && mentor != NULL)
    {
      g_autofree char *isolated_mentees = mtr_text_isolate (mentees);
      g_autofree char *isolated_mentor = mtr_text_isolate (mentor);

      /* Translators: the mentee or mentees, and the mentor */
      return g_strdup_printf (_("%s with %s"), isolated_mentees, isolated_mentor);
    }

  return g_strdup (mentees != NULL ? mentees : mentor);
}

/* Both sides are asked, so far as the scheme has questions for them. */
static char *
describe_missing (Year    *year,
                  MtrPack *pack,
                  gint64   pairing_id)
{
  guint n_mentees = GPOINTER_TO_UINT (look_up (year->mentees, pairing_id));
  guint n_given = GPOINTER_TO_UINT (look_up (year->evaluations, pairing_id));
  guint n_asked = 0;

  if (pack == NULL)
    return NULL;
  if (mtr_pack_find_form_for (pack, MTR_FORM_EVALUATION, "mentee") != NULL)
    n_asked += n_mentees;
  if (mtr_pack_find_form_for (pack, MTR_FORM_EVALUATION, "mentor") != NULL)
    n_asked += 1;
  if (n_given >= n_asked)
    return NULL;

  return g_strdup_printf (ngettext ("%u evaluation missing", "%u evaluations missing", n_asked - n_given),
                          n_asked - n_given);
}

static gboolean
is_cancelled (const Source *source,
              MtrRecord    *record)
{
  if (source->cancelled_field != NONE && mtr_record_is_set (record, source->cancelled_field))
    return TRUE;

  return source->kind == MTR_KIND_SESSION &&
         (mtr_record_text_is (record, MTR_SESSION_STATE, MTR_SESSION_STATE_CANCELLED) ||
          mtr_record_text_is (record, MTR_SESSION_STATE, MTR_SESSION_STATE_RESCHEDULED));
}

/* A review that the newest agreement no longer names, and what ought to follow in a pairing that has ended or
 * stands still, is nobody's date. Meetings of a group that its member had not joined, or has left, are not theirs. */
static gboolean
is_wanted (Year         *year,
           const Source *source,
           MtrRecord    *record,
           gint64        pairing_id)
{
  MtrRecord *pairing = pairing_id != 0 ? mtr_snapshot_get (year->snapshot, MTR_KIND_PAIRING, pairing_id) : NULL;
  const char *state = pairing != NULL ? mtr_record_get_text (pairing, MTR_PAIRING_STATE) : NULL;
  gboolean stands_still = g_strcmp0 (state, MTR_PAIRING_ENDED) == 0 || g_strcmp0 (state, MTR_PAIRING_PAUSED) == 0;

  switch ((int) source->kind)
    {
    case MTR_KIND_AGREEMENT:
      return !stands_still && look_up (year->agreements, pairing_id) == record;
    case MTR_KIND_REVIEW:
      return !stands_still || mtr_record_is_set (record, MTR_REVIEW_HELD_ON);
    case MTR_KIND_SESSION:
      return mtr_group_may_see_record (year->snapshot, record, year->owner_id);
    default:
      return TRUE;
    }
}

static gboolean
find_dates (const Source *source,
            MtrRecord    *record,
            MtrOccasion  *occasion)
{
  gboolean handed_in = source->kind == MTR_KIND_SUBMISSION &&
                       mtr_record_get_date (record, MTR_SUBMISSION_HANDED_IN_ON, &occasion->on);

  if (!handed_in &&
      !(source->other_date_field != NONE && mtr_record_get_date (record, source->other_date_field, &occasion->on)) &&
      !mtr_record_get_date (record, source->date_field, &occasion->on))
    return FALSE;
  if (source->last_field == NONE || !mtr_record_get_date (record, source->last_field, &occasion->last) ||
      g_date_compare (&occasion->last, &occasion->on) < 0)
    occasion->last = occasion->on;

  return TRUE;
}

static gint64
get_pairing_id (MtrRecord *record)
{
  MtrKind kind = mtr_record_get_kind (record);
  MtrField parent = mtr_kind_get_info (kind)->parent_field;

  if (kind == MTR_KIND_PAIRING)
    return mtr_record_get_id (record);
  if (parent == NONE || mtr_field_get_info (parent)->reference != MTR_KIND_PAIRING)
    return 0;

  return mtr_record_get_number (record, parent);
}

static MtrOccasion *
read_occasion (Year         *year,
               const Source *source,
               MtrRecord    *record)
{
  g_autoptr (MtrOccasion) occasion = g_new0 (MtrOccasion, 1);
  MtrPack *pack;

  occasion->kind = source->kind;
  occasion->id = mtr_record_get_id (record);
  occasion->pairing_id = get_pairing_id (record);
  if (!find_dates (source, record, occasion) || !is_wanted (year, source, record, occasion->pairing_id))
    return NULL;

  pack = find_pack (year, record, occasion->pairing_id);
  occasion->group = dup_group (year, source, record, pack);
  occasion->title = g_strdup (occasion->group);
  occasion->who = dup_who (year, record, occasion->pairing_id);
  occasion->cancelled = is_cancelled (source, record);
  if (source->time_field != NONE)
    occasion->time = g_strdup (mtr_record_get_text (record, source->time_field));
  if (source->minutes_field != NONE)
    occasion->minutes = (int) mtr_record_get_number (record, source->minutes_field);
  if (source->kind == MTR_KIND_EVENT)
    {
      g_free (occasion->title);
      occasion->title = g_strdup (mtr_record_get_name (record, MTR_EVENT_TITLE));
      occasion->place = g_strdup (mtr_record_get_text (record, MTR_EVENT_PLACE));
      occasion->note = g_strdup (mtr_record_get_text (record, MTR_EVENT_NOTE));
      occasion->names_somebody = has_name (year, occasion->title) || has_name (year, occasion->place);
    }
  if (source->kind == MTR_KIND_PAIRING)
    occasion->missing = describe_missing (year, pack, occasion->pairing_id);

  return g_steal_pointer (&occasion);
}

static int
compare_occasions (gconstpointer a,
                   gconstpointer b)
{
  const MtrOccasion *first = *(const MtrOccasion * const *) a;
  const MtrOccasion *second = *(const MtrOccasion * const *) b;
  int order = g_date_compare (&first->on, &second->on);

  if (order == 0)  /* what takes the whole day comes first */
    order = g_strcmp0 (first->time, second->time);
  if (order == 0)
    order = (int) first->kind - (int) second->kind;
  if (order == 0)
    order = first->id < second->id ? -1 : first->id > second->id;

  return order;
}

/**
 * mtr_occasion_list:
 * @snapshot: the records that mtr_occasion_get_kinds() names
 * @packs: (element-type utf8 MtrPack): the packs by id; one that is not there leaves the words of the program
 * @from: the first day
 * @to: the last day, inclusive
 *
 * Returns: (transfer full) (element-type MtrOccasion): what is on in those days, in order
 */
GPtrArray *
mtr_occasion_list (MtrSnapshot *snapshot,
                   GHashTable  *packs,
                   const GDate *from,
                   const GDate *to)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_occasion_free);
  Year year;

  year_init (&year, snapshot, packs);
  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    for (guint j = 0; j < mtr_snapshot_count (snapshot, sources[i].kind); j++)
      {
        g_autoptr (MtrOccasion) occasion =
          read_occasion (&year, &sources[i], mtr_snapshot_nth (snapshot, sources[i].kind, j));

        if (occasion != NULL && g_date_compare (&occasion->last, from) >= 0 && g_date_compare (&occasion->on, to) <= 0)
          g_ptr_array_add (list, g_steal_pointer (&occasion));
      }
  year_clear (&year);
  g_ptr_array_sort (list, compare_occasions);

  return list;
}

/**
 * mtr_occasion_get_calendar_days:
 * @today: the present date
 * @from: (out): the first day of a calendar file
 * @to: (out): its last day
 *
 * Which days a file for a calendar is about: a year back, and all that is planned.
 */
void
mtr_occasion_get_calendar_days (const GDate *today,
                                GDate       *from,
                                GDate       *to)
{
  *from = *to = *today;
  mtr_date_add_months (from, -CALENDAR_MONTHS_BACK);
  mtr_date_add_months (to, CALENDAR_MONTHS_AHEAD);
}

/**
 * mtr_occasion_is_on:
 * @self: an occasion
 * @day: a day
 *
 * Returns: whether it is on that day, or one of its days is
 */
gboolean
mtr_occasion_is_on (MtrOccasion *self,
                    const GDate *day)
{
  return g_date_compare (&self->on, day) <= 0 && g_date_compare (&self->last, day) >= 0;
}

/**
 * mtr_occasion_dup_uid:
 * @self: an occasion
 *
 * The same as long as its record is there, whatever is changed in it (RFC 5545, 3.8.4.7): a calendar that takes in a
 * later file moves the entry instead of making a second one.
 *
 * Returns: (transfer full): an identifier that no other programme file has, without a word of what it stands for
 */
char *
mtr_occasion_dup_uid (MtrOccasion *self)
{
  return g_strdup_printf ("%s-%" G_GINT64_FORMAT "@mentoring.example.com", mtr_kind_get_info (self->kind)->table,
                          self->id);
}

/**
 * mtr_occasion_describe:
 * @self: an occasion
 *
 * Returns: (transfer full): what stands under its title: "10:00, Amara Okoye with Oonagh Petrie, Room 2, cancelled";
 *   empty where there is nothing more to say
 */
char *
mtr_occasion_describe (MtrOccasion *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *place = self->place != NULL ? mtr_text_isolate (self->place) : NULL;

  if (self->time != NULL)
    g_ptr_array_add (parts, self->time);
  if (self->kind == MTR_KIND_EVENT && g_strcmp0 (self->group, self->title) != 0)
    g_ptr_array_add (parts, self->group);
  if (self->who != NULL)
    g_ptr_array_add (parts, self->who);
  if (place != NULL)
    g_ptr_array_add (parts, place);
  if (self->missing != NULL)
    g_ptr_array_add (parts, self->missing);
  if (self->cancelled)
    g_ptr_array_add (parts, (gpointer) _("cancelled"));
  g_ptr_array_add (parts, NULL);

  /* Translators: between the parts of a line */
  return g_strjoinv (_(" · "), (char **) parts->pdata);
}
