/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dry run of sessions that have been held or are planned: which pairing
 * each belongs to, when it was, how long, and what it was about. The pairing
 * must be in the programme file.
 */

#include "mtr-csv-cell.h"
#include "mtr-import-private.h"

#include "mtr-pairing.h"
#include "mtr-session.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  MtrImportWork   *work;      /* (unowned) */
  MtrImportReader *reader;    /* (unowned) */
  MtrImportPairs  *pairs;     /* (owned) */
  GHashTable      *claims;    /* (owned): key → row + 1 */
  GHashTable      *sessions;  /* (owned): pairing and day → GPtrArray of sessions */
  GHashTable      *topics;    /* (owned): id of a session → GPtrArray of topic records */
} Check;

static void
refuse (Check *check,
        guint  row,
        char  *reason)
{
  mtr_import_row_refuse (mtr_import_work_get_row (check->work, row), reason);
}

static char *
dup_day_key (gint64      pairing_id,
             const char *day)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", pairing_id, day != NULL ? day : "");
}

/* ---- Which pairing ---------------------------------------------------------- */

static gboolean
has_all (MtrImportPair *pair,
         GArray        *mentees)
{
  for (guint i = 0; i < mentees->len; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < pair->mentees->len; j++)
        found = found || g_array_index (pair->mentees, gint64, j) == g_array_index (mentees, gint64, i);
      if (!found)
        return FALSE;
    }

  return TRUE;
}

static gboolean
runs_on (MtrImportPair *pair,
         const char    *day)
{
  const char *begin = mtr_pairing_get_begin (pair->pairing);
  const char *end = mtr_record_get_text (pair->pairing, MTR_PAIRING_ENDED_ON);

  return (begin == NULL || strcmp (begin, day) <= 0) && (end == NULL || strcmp (day, end) <= 0);
}

/* The pairing of these people; where there are several, the one that went on that day. */
static MtrImportPair *
find_pair (Check      *check,
           guint       row,
           GArray     *mentees,
           gint64      mentor_id,
           const char *day)
{
  gint64 somebody = mentees->len > 0 ? g_array_index (mentees, gint64, 0) : mentor_id;
  GPtrArray *candidates = mtr_import_pairs_list_with (check->pairs, somebody);
  MtrImportPair *of_people = NULL, *of_day = NULL;
  guint n_of_people = 0, n_of_day = 0;

  for (guint i = 0; candidates != NULL && i < candidates->len; i++)
    {
      MtrImportPair *pair = g_ptr_array_index (candidates, i);

      if (!has_all (pair, mentees) ||
          (mentor_id != 0 && mtr_record_get_number (pair->pairing, MTR_PAIRING_MENTOR_ID) != mentor_id))
        continue;
      of_people = pair;
      n_of_people++;
      if (runs_on (pair, day))
        {
          of_day = pair;
          n_of_day++;
        }
    }

  if (n_of_people == 1 || n_of_day == 1)
    return n_of_people == 1 ? of_people : of_day;
  if (n_of_people == 0)
    refuse (check, row, g_strdup (_("These people have no pairing in the programme. Take in the pairing first, or put the names "
                                    "right.")));
  else
    refuse (check, row, g_strdup (_("Several pairings can be meant. Give mentee and mentor, and a day on which only one of their "
                                    "pairings went on.")));

  return NULL;
}

static gboolean
read_people (Check  *check,
             guint   row,
             GArray *mentees,
             gint64 *mentor_id)
{
  const char *mentees_cell = mtr_import_reader_get_cell (check->reader, row, "mentees");
  const char *mentor_cell = mtr_import_reader_get_cell (check->reader, row, "mentor");
  g_autofree char *names = mentees_cell != NULL ? mtr_csv_cell_unprotect (mentees_cell) : NULL;
  g_autofree char *mentor = mentor_cell != NULL ? g_strstrip (mtr_csv_cell_unprotect (mentor_cell)) : NULL;
  char *reason = NULL;

  *mentor_id = 0;
  if ((names == NULL || mtr_import_pairs_read_mentees (check->reader->people, names, mentees, &reason)) &&
      (mentor == NULL || mtr_import_read_person (check->reader->people, mentor, mentor_id, &reason)))
    return TRUE;

  refuse (check, row, reason);

  return FALSE;
}

/* ---- Which session ---------------------------------------------------------- */

static char *
read_day (Check *check,
          guint  row)
{
  int position = mtr_import_mapping_find (check->reader->mapping,
                                          mtr_import_column_find (MTR_IMPORT_SESSIONS, "held_on"));
  const char *cell = mtr_import_reader_get_cell (check->reader, row, "held_on");
  char *day = NULL;
  char *reason = NULL;

  if (cell == NULL)
    refuse (check, row, g_strdup (_("There is no date. Give it, or remove the row.")));
  else if (!mtr_import_read_date (cell, check->reader->month_first_line[position], &check->reader->context->today, &day,
                                  &reason))
    refuse (check, row, reason);

  return day;
}

/* The one session of that day; of several, or where both have a time, the one of that time. */
static MtrRecord *
find_session (Check         *check,
              guint          row,
              MtrImportPair *pair,
              const char    *day)
{
  g_autofree char *key = dup_day_key (mtr_record_get_id (pair->pairing), day);
  GPtrArray *sessions = g_hash_table_lookup (check->sessions, key);
  g_autoptr (MtrRecord) typed = mtr_record_new (MTR_KIND_SESSION, 1);
  g_autoptr (MtrImportRow) unsaid = mtr_import_row_new (0);
  const MtrImportContext *context = check->reader->context;
  const char *time;

  if (sessions == NULL)
    return NULL;

  mtr_import_reader_read_row (check->reader, row, NULL,
                              context->find_pack (mtr_record_get_text (pair->pairing, MTR_PAIRING_PACK),
                                                  context->find_pack_data),
                              typed, unsaid);
  time = mtr_record_get_text (typed, MTR_SESSION_HELD_TIME);
  for (guint i = 0; time != NULL && i < sessions->len; i++)
    if (mtr_record_text_is (g_ptr_array_index (sessions, i), MTR_SESSION_HELD_TIME, time))
      return g_ptr_array_index (sessions, i);
  if (sessions->len > 1)
    {
      refuse (check, row, g_strdup (_("There are several sessions on that day. Give the time of the one that is meant.")));
      return NULL;
    }

  return time != NULL && mtr_record_is_set (g_ptr_array_index (sessions, 0), MTR_SESSION_HELD_TIME)
         ? NULL : g_ptr_array_index (sessions, 0);
}

/* ---- What is in it ----------------------------------------------------------- */

static GPtrArray *
get_topics (Check     *check,
            MtrRecord *session)
{
  gint64 id = session != NULL ? mtr_record_get_id (session) : 0;

  return g_hash_table_lookup (check->topics, &id);
}

static gboolean
has_topic (GPtrArray  *topics,
           const char *code)
{
  for (guint i = 0; topics != NULL && i < topics->len; i++)
    if (mtr_record_text_is (g_ptr_array_index (topics, i), MTR_SESSION_TOPIC_TOPIC, code))
      return TRUE;

  return FALSE;
}

static void
add_child (MtrImportDraft *draft,
           MtrRecord      *record)
{
  if (draft->children == NULL)
    draft->children = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (draft->children, record);
}

static gint64
new_id (Check *check)
{
  const MtrImportContext *context = check->reader->context;

  return context->new_id (context->new_id_data);
}

/* Topics are added; one that is not in the row stays, for nobody said that it was wrong. */
static void
read_topics (Check          *check,
             guint           row,
             MtrPack        *pack,
             MtrImportDraft *draft)
{
  const char *cell = mtr_import_reader_get_cell (check->reader, row, "topics");
  g_autofree char *list = cell != NULL ? mtr_csv_cell_unprotect (cell) : g_strdup ("");
  g_auto (GStrv) typed = g_strsplit_set (list, ";\n", -1);
  g_autoptr (GString) added = g_string_new (NULL);

  for (guint i = 0; typed[i] != NULL; i++)
    {
      g_autofree char *code = NULL;
      char *reason = NULL;
      MtrRecord *topic;

      if (mtr_text_is_blank (typed[i]))
        continue;
      if (has_topic (get_topics (check, draft->existing), g_strstrip (typed[i])))
        continue;
      if (!mtr_import_read_word (pack, MTR_WORDS_TOPICS, typed[i], &code, &reason))
        {
          refuse (check, row, reason);
          continue;
        }
      if (has_topic (get_topics (check, draft->existing), code) || has_topic (draft->children, code))
        continue;

      topic = mtr_record_new (MTR_KIND_SESSION_TOPIC, new_id (check));
      mtr_record_set_number (topic, MTR_SESSION_TOPIC_SESSION_ID, mtr_record_get_id (draft->record));
      mtr_record_set_text (topic, MTR_SESSION_TOPIC_TOPIC, code);
      add_child (draft, topic);
      g_string_append_printf (added, "%s%s", added->len > 0 ? "; " : "", code);
    }

  if (draft->existing != NULL && added->len > 0)
    mtr_import_row_differ (mtr_import_work_get_row (check->work, row), _("Topics"), NULL, added->str);
}

/* In a group, whoever is named was there. */
static void
add_attendees (Check          *check,
               MtrImportDraft *draft,
               MtrImportPair  *pair,
               GArray         *mentees)
{
  for (guint i = 0; pair->mentees->len > 1 && i < mentees->len; i++)
    {
      MtrRecord *attendee = mtr_record_new (MTR_KIND_SESSION_ATTENDEE, new_id (check));

      mtr_record_set_number (attendee, MTR_SESSION_ATTENDEE_SESSION_ID, mtr_record_get_id (draft->record));
      mtr_record_set_number (attendee, MTR_SESSION_ATTENDEE_PERSON_ID, g_array_index (mentees, gint64, i));
      add_child (draft, attendee);
    }
}

static MtrRecord *
begin_session (Check         *check,
               MtrImportPair *pair,
               MtrPack       *pack)
{
  MtrRecord *session = mtr_record_new (MTR_KIND_SESSION, new_id (check));
  GPtrArray *kinds = mtr_pack_get_words (pack, MTR_WORDS_SESSION_KINDS);

  mtr_record_set_number (session, MTR_SESSION_PAIRING_ID, mtr_record_get_id (pair->pairing));
  /* The usual kind is the first. */
  if (kinds->len > 0)
    mtr_record_set_text (session, MTR_SESSION_KIND, ((MtrWord *) g_ptr_array_index (kinds, 0))->code);

  return session;
}

static void
check_session (Check          *check,
               guint           row,
               MtrPack        *pack,
               MtrImportDraft *draft)
{
  const GDate *today = &check->reader->context->today;
  MtrRecord *session = draft->record;
  g_autoptr (GPtrArray) problems = NULL;
  GDate day;

  if (draft->existing == NULL && mtr_import_reader_get_cell (check->reader, row, "state") == NULL)
    mtr_record_set_text (session, MTR_SESSION_STATE, mtr_session_get_state_when_done (session, today));
  if (draft->existing == NULL && mtr_record_text_is (session, MTR_SESSION_STATE, MTR_SESSION_STATE_UNFINISHED))
    mtr_import_row_note (mtr_import_work_get_row (check->work, row),
                         g_strdup (_("It does not say how long it was, so it counts only once that is written down.")));
  if (mtr_record_text_is (session, MTR_SESSION_STATE, MTR_SESSION_STATE_HELD) &&
      mtr_record_get_date (session, MTR_SESSION_HELD_ON, &day) && g_date_compare (&day, today) > 0)
    refuse (check, row, g_strdup (_("It is said to have been held, but its day has not come yet. Put the date or the state "
                                    "right.")));

  problems = mtr_session_list_problems (pack, check->reader->context->file, session, today);
  for (guint i = 0; i < problems->len; i++)
    {
      const MtrProblem *problem = g_ptr_array_index (problems, i);

      if (!problem->warning)
        refuse (check, row, g_strdup (problem->message));
    }
}

/* ---- One row ------------------------------------------------------------------ */

static MtrRecord *
find_by_id (Check *check,
            guint  row)
{
  const char *cell = mtr_import_reader_get_cell (check->reader, row, "id");
  gint64 id;

  return cell != NULL && g_ascii_string_to_signed (cell, 10, 1, G_MAXINT64, &id, NULL)
         ? mtr_snapshot_get (check->reader->context->file, MTR_KIND_SESSION, id) : NULL;
}

static gboolean
find_draft (Check           *check,
            guint            row,
            MtrImportDraft  *draft,
            GArray          *mentees,
            MtrImportPair  **pair)
{
  MtrRecord *by_id = find_by_id (check, row);
  g_autofree char *day = by_id == NULL ? read_day (check, row) : NULL;
  gint64 mentor_id;

  if (!read_people (check, row, mentees, &mentor_id) || mtr_import_work_is_refused (check->work, row))
    return FALSE;
  if (by_id != NULL)
    {
      *pair = mtr_import_pairs_get (check->pairs, mtr_record_get_number (by_id, MTR_SESSION_PAIRING_ID));
      if (!has_all (*pair, mentees) ||
          (mentor_id != 0 && mtr_record_get_number ((*pair)->pairing, MTR_PAIRING_MENTOR_ID) != mentor_id))
        refuse (check, row, g_strdup (_("The session of this id belongs to other people. Empty the id, or put the names "
                                        "right.")));
      draft->existing = by_id;
    }
  else if (mentees->len == 0 && mentor_id == 0)
    {
      refuse (check, row, g_strdup (_("There is neither mentee nor mentor. Give their names, or remove the row.")));
    }
  else
    {
      *pair = find_pair (check, row, mentees, mentor_id, day);
      draft->existing = *pair != NULL ? find_session (check, row, *pair, day) : NULL;
    }

  return !mtr_import_work_is_refused (check->work, row);
}

static void
set_title (Check         *check,
           guint          row,
           MtrImportPair *pair,
           MtrRecord     *session)
{
  g_autofree char *title = mtr_import_pairs_dup_title (check->reader->people, pair->mentees,
                                                       mtr_record_get_number (pair->pairing, MTR_PAIRING_MENTOR_ID));
  const char *day = mtr_record_get_text (session, MTR_SESSION_HELD_ON);

  mtr_import_row_take_title (mtr_import_work_get_row (check->work, row),
                             g_strdup_printf ("%s, %s", title, day != NULL ? day : ""));
}

static void
check_row (Check *check,
           guint  row)
{
  const MtrImportContext *context = check->reader->context;
  MtrImportDraft *draft = mtr_import_work_get_draft (check->work, row);
  g_autoptr (GArray) mentees = g_array_new (FALSE, FALSE, sizeof (gint64));
  MtrImportPair *pair = NULL;
  g_autofree char *key = NULL;
  const char *time;
  MtrPack *pack;

  if (!find_draft (check, row, draft, mentees, &pair))
    return;

  pack = context->find_pack (mtr_record_get_text (pair->pairing, MTR_PAIRING_PACK), context->find_pack_data);
  if (pack == NULL)
    {
      refuse (check, row, g_strdup (_("The pack of this pairing is not on this computer. Add it first.")));
      return;
    }
  draft->record = draft->existing != NULL ? mtr_record_copy (draft->existing) : begin_session (check, pair, pack);
  mtr_import_reader_read_row (check->reader, row, draft->existing, pack, draft->record,
                              mtr_import_work_get_row (check->work, row));
  set_title (check, row, pair, draft->record);
  read_topics (check, row, pack, draft);
  if (mtr_import_work_is_refused (check->work, row))
    return;

  check_session (check, row, pack, draft);
  if (draft->existing == NULL)
    add_attendees (check, draft, pair, mentees);
  key = dup_day_key (mtr_record_get_id (pair->pairing), mtr_record_get_text (draft->record, MTR_SESSION_HELD_ON));
  time = mtr_record_get_text (draft->record, MTR_SESSION_HELD_TIME);
  mtr_import_work_claim (check->work, row, check->claims,
                         draft->existing != NULL
                           ? g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (draft->existing))
                           : g_strdup_printf ("%s %s", key, time != NULL ? time : ""));
}

static void
add_to (GHashTable *table,
        gpointer    key,
        MtrRecord  *record)
{
  GPtrArray *records = g_hash_table_lookup (table, key);

  if (records == NULL)
    {
      records = g_ptr_array_new ();
      g_hash_table_insert (table, key, records);
    }
  else
    {
      g_free (key);
    }
  g_ptr_array_add (records, record);
}

/*
 * mtr_import_check_sessions:
 * @work: a dry run of sessions
 */
void
mtr_import_check_sessions (MtrImportWork *work)
{
  MtrImportReader *reader = work->reader;
  MtrSnapshot *file = reader->context->file;
  Check check = { .work = work, .reader = reader };

  check.pairs = mtr_import_pairs_new (file);
  check.claims = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  check.sessions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  check.topics = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < mtr_snapshot_count (file, MTR_KIND_SESSION); i++)
    {
      MtrRecord *session = mtr_snapshot_nth (file, MTR_KIND_SESSION, i);

      add_to (check.sessions, dup_day_key (mtr_record_get_number (session, MTR_SESSION_PAIRING_ID),
                                           mtr_record_get_text (session, MTR_SESSION_HELD_ON)), session);
    }
  for (guint i = 0; i < mtr_snapshot_count (file, MTR_KIND_SESSION_TOPIC); i++)
    {
      MtrRecord *topic = mtr_snapshot_nth (file, MTR_KIND_SESSION_TOPIC, i);
      gint64 id = mtr_record_get_number (topic, MTR_SESSION_TOPIC_SESSION_ID);

      add_to (check.topics, g_memdup2 (&id, sizeof id), topic);
    }

  for (guint row = 0;
       row < mtr_csv_get_n_rows (reader->csv) && !g_cancellable_is_cancelled (reader->context->cancellable); row++)
    {
      if (mtr_import_reader_check_row (reader, row, mtr_import_work_get_row (work, row)))
        check_row (&check, row);
      mtr_import_work_compare (work, row);
    }

  g_hash_table_unref (check.topics);
  g_hash_table_unref (check.sessions);
  g_hash_table_unref (check.claims);
  mtr_import_pairs_free (check.pairs);
}
