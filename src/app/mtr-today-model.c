/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What Today shows. It is the first thing that a file shows, so it costs what
 * it shows: indexed queries in the store's thread, and the pairings of those
 * rows only that are in sight. The signal "refreshed" comes when everything is
 * there; of several loads the last one counts.
 */

#include "mtr-today-model.h"

#include "mtr-date.h"
#include "mtr-group.h"

#include <string.h>

/* At most so many rows of a group before "Show all". */
#define SHOWN_ROWS 7
/* Reasons that are looked at; beyond that nobody reads them one by one. */
#define MAX_REASONS 300
/* With so many pairings of one's own each is asked for its dates; with more, the dates are asked for first. */
#define MAX_OWN_PAIRINGS 60
#define COMING_DAYS 14
#define NEXT_DAYS 3

typedef struct {
  MtrTodayModel *model;         /* (owned) */
  GCancellable  *cancellable;   /* (owned) */
  void         (*next_step) (gpointer load);
  guint          pending;

  GPtrArray     *attention;     /* (owned) (element-type MtrRecord) */
  GPtrArray     *set_asides;    /* (owned) (element-type MtrRecord) */
  GPtrArray     *reasons[3];    /* (owned) (element-type MtrTodayReason): yours, others, set aside */
  GPtrArray     *events;        /* (owned) (element-type MtrTodayEvent) */
  GHashTable    *asked;         /* (owned): ids of the pairings whose snapshots are wanted */
  GHashTable    *snapshots;     /* (owned): pairing id → MtrSnapshot */
  GHashTable    *summaries;     /* (owned): pairing id → MtrRecord */
  GHashTable    *mentor_in;     /* (owned): ids of pairings */
  GHashTable    *mentee_in;     /* (owned): pairing id → MtrRecord of the membership */
  MtrRecord     *portfolio;     /* (owned) (nullable) */
  MtrTodayCounts counts;
} Load;

enum {
  YOURS,
  OTHERS,
  SET_ASIDE,
};

struct _MtrTodayModel {
  GObject        parent_instance;

  MtrProgramme  *programme;     /* (owned) */
  GDate          today;
  gboolean       show_all;
  GCancellable  *cancellable;   /* (owned) (nullable): of the load under way */
  Load          *shown;         /* (owned) (nullable): what was loaded last */
};

enum {
  SIGNAL_REFRESHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MtrTodayModel, mtr_today_model, G_TYPE_OBJECT)

static void
reason_free (MtrTodayReason *reason)
{
  g_clear_object (&reason->attention);
  g_clear_object (&reason->set_aside);
  g_clear_object (&reason->snapshot);
  g_clear_pointer (&reason->text, mtr_attention_text_free);
  g_free (reason);
}

static void
event_free (MtrTodayEvent *event)
{
  g_clear_object (&event->record);
  g_clear_object (&event->summary);
  g_free (event);
}

static GHashTable *
new_id_table (GDestroyNotify free_value)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_value);
}

static void
add_id (GHashTable *table,
        gint64      id,
        gpointer    value)
{
  g_hash_table_replace (table, g_memdup2 (&id, sizeof id), value);
}

static Load *
load_new (MtrTodayModel *model)
{
  Load *load = g_new0 (Load, 1);

  load->model = g_object_ref (model);
  load->cancellable = g_object_ref (model->cancellable);
  for (gsize i = 0; i < G_N_ELEMENTS (load->reasons); i++)
    load->reasons[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) reason_free);
  load->events = g_ptr_array_new_with_free_func ((GDestroyNotify) event_free);
  load->asked = new_id_table (NULL);
  load->snapshots = new_id_table (g_object_unref);
  load->summaries = new_id_table (g_object_unref);
  load->mentor_in = new_id_table (NULL);
  load->mentee_in = new_id_table (g_object_unref);

  return load;
}

static void
load_free (Load *load)
{
  g_clear_object (&load->model);
  g_clear_object (&load->cancellable);
  g_clear_pointer (&load->attention, g_ptr_array_unref);
  g_clear_pointer (&load->set_asides, g_ptr_array_unref);
  for (gsize i = 0; i < G_N_ELEMENTS (load->reasons); i++)
    g_ptr_array_unref (load->reasons[i]);
  g_ptr_array_unref (load->events);
  g_hash_table_unref (load->asked);
  g_hash_table_unref (load->snapshots);
  g_hash_table_unref (load->summaries);
  g_hash_table_unref (load->mentor_in);
  g_hash_table_unref (load->mentee_in);
  g_clear_object (&load->portfolio);
  g_free (load);
}

/* One answer has come; after the last one of a step the next step begins. */
static void
answer_came (Load *load)
{
  if (--load->pending > 0)
    return;

  if (g_cancellable_is_cancelled (load->cancellable))
    load_free (load);
  else
    load->next_step (load);
}

static MtrStore *
get_store (Load *load)
{
  return mtr_programme_get_store (load->model->programme);
}

static char *
dup_day (Load *load,
         int   days)
{
  GDate date = load->model->today;

  if (days >= 0)
    g_date_add_days (&date, (guint) days);
  else
    g_date_subtract_days (&date, (guint) -days);

  return mtr_date_to_iso (&date);
}

/* ---- The last step: the names of the pairings of what is coming up -------- */

static int
compare_events (gconstpointer one,
                gconstpointer other)
{
  const MtrTodayEvent *first = *(MtrTodayEvent * const *) one;
  const MtrTodayEvent *second = *(MtrTodayEvent * const *) other;
  int order = g_date_compare (&first->date, &second->date);

  if (order == 0)
    order = g_strcmp0 (mtr_record_get_kind (first->record) == MTR_KIND_SESSION
                         ? mtr_record_get_text (first->record, MTR_SESSION_HELD_TIME)
                         : mtr_record_get_text (first->record, MTR_OBSERVATION_STARTED_TIME),
                       mtr_record_get_kind (second->record) == MTR_KIND_SESSION
                         ? mtr_record_get_text (second->record, MTR_SESSION_HELD_TIME)
                         : mtr_record_get_text (second->record, MTR_OBSERVATION_STARTED_TIME));

  return order != 0 ? order
                    : (mtr_record_get_id (first->record) > mtr_record_get_id (second->record)) -
                      (mtr_record_get_id (first->record) < mtr_record_get_id (second->record));
}

static void
describe_reasons (Load *load)
{
  for (gsize i = 0; i < G_N_ELEMENTS (load->reasons); i++)
    for (guint j = 0; j < load->reasons[i]->len; j++)
      {
        MtrTodayReason *reason = g_ptr_array_index (load->reasons[i], j);
        gint64 pairing_id = mtr_record_get_number (reason->attention, MTR_ATTENTION_PAIRING_ID);
        MtrSnapshot *snapshot = g_hash_table_lookup (load->snapshots, &pairing_id);
        MtrRecord *pairing = snapshot != NULL ? mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, pairing_id) : NULL;
        MtrPack *pack = pairing != NULL ? mtr_programme_get_pack (load->model->programme,
                                                                  mtr_record_get_text (pairing, MTR_PAIRING_PACK))
                                        : NULL;

        if (pack == NULL)
          continue;
        reason->snapshot = g_object_ref (snapshot);
        reason->text = mtr_attention_describe (pack, snapshot, reason->attention,
                                               mtr_programme_get_owner_id (load->model->programme),
                                               &load->model->today);
      }
}

/* What stands in the card is not said a second time below it. */
static void
drop_what_is_next (MtrTodayModel *self)
{
  const MtrTodayEvent *next = mtr_today_model_get_next (self);
  GPtrArray *yours = mtr_today_model_get_yours (self);

  for (guint i = yours->len; next != NULL && i > 0; i--)
    {
      MtrRecord *attention = ((MtrTodayReason *) g_ptr_array_index (yours, i - 1))->attention;

      if (mtr_record_get_number (attention, MTR_ATTENTION_SUBJECT_ID) == mtr_record_get_id (next->record))
        g_ptr_array_remove_index (yours, i - 1);
    }
}

static void
finish (gpointer data)
{
  Load *load = data;
  MtrTodayModel *model = load->model;

  for (guint i = 0; i < load->events->len; i++)
    {
      MtrTodayEvent *event = g_ptr_array_index (load->events, i);
      MtrRecord *summary = g_hash_table_lookup (load->summaries, &event->pairing_id);

      if (summary != NULL)
        event->summary = g_object_ref (summary);
    }
  g_ptr_array_sort (load->events, compare_events);
  describe_reasons (load);

  g_clear_pointer (&model->shown, load_free);
  model->shown = load;
  /* The model owns what it shows; what it shows must not own the model. */
  load->model = NULL;
  g_clear_object (&model->cancellable);
  drop_what_is_next (model);
  g_signal_emit (model, signals[SIGNAL_REFRESHED], 0);
  g_object_unref (model);
}

static void
summaries_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Load *load = user_data;
  g_autoptr (GPtrArray) records = mtr_store_get_records_finish (MTR_STORE (source), result, NULL);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      MtrRecord *record = g_ptr_array_index (records, i);

      add_id (load->summaries, mtr_record_get_id (record), g_object_ref (record));
    }
  answer_came (load);
}

static void
load_summaries (gpointer data)
{
  Load *load = data;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 portfolio_pairing = load->portfolio != NULL
                               ? mtr_record_get_number (load->portfolio, MTR_PORTFOLIO_PAIRING_ID) : 0;

  for (guint i = 0; i < load->events->len; i++)
    {
      MtrTodayEvent *event = g_ptr_array_index (load->events, i);

      if (g_hash_table_add (seen, &event->pairing_id))
        g_array_append_val (ids, event->pairing_id);
    }
  if (portfolio_pairing != 0 && !g_hash_table_contains (seen, &portfolio_pairing))
    g_array_append_val (ids, portfolio_pairing);

  load->next_step = finish;
  load->pending = 1;
  if (ids->len == 0)
    {
      answer_came (load);
      return;
    }
  mtr_store_get_records_async (get_store (load), MTR_KIND_PAIRING_SUMMARY, (const gint64 *) (gpointer) ids->data,
                               ids->len, MTR_READER_LEAD, load->cancellable, summaries_cb, load);
}

/* ---- The second step: the rows in sight, and the dates --------------------- */

static gboolean
is_open (MtrRecord *record)
{
  if (mtr_record_get_kind (record) == MTR_KIND_SESSION)
    return mtr_record_text_is (record, MTR_SESSION_STATE, "planned") ||
           mtr_record_text_is (record, MTR_SESSION_STATE, "unfinished");

  return !mtr_record_is_set (record, MTR_OBSERVATION_OBSERVED_AT) &&
         !mtr_record_is_set (record, MTR_OBSERVATION_WITHDRAWN_ON) &&
         !mtr_record_is_set (record, MTR_OBSERVATION_CONSENT_WITHDRAWN_ON) &&
         !mtr_record_text_is (record, MTR_OBSERVATION_CONSENT_STATE, "refused");
}

static void
take_event (Load      *load,
            MtrRecord *record)
{
  gboolean is_session = mtr_record_get_kind (record) == MTR_KIND_SESSION;
  gint64 pairing_id = mtr_record_get_number (record, is_session ? MTR_SESSION_PAIRING_ID : MTR_OBSERVATION_PAIRING_ID);
  gboolean as_mentor = g_hash_table_contains (load->mentor_in, &pairing_id);
  MtrRecord *membership = g_hash_table_lookup (load->mentee_in, &pairing_id);
  gboolean is_own = as_mentor || (membership != NULL &&
                                  (!is_session || mtr_group_is_within (membership,
                                                                       mtr_record_get_text (record, MTR_SESSION_HELD_ON))));
  MtrTodayEvent *event;
  GDate date;

  if (!is_open (record) || (load->counts.own_pairings > 0 && !is_own) ||
      !mtr_record_get_date (record, is_session ? MTR_SESSION_HELD_ON : MTR_OBSERVATION_HELD_ON, &date))
    return;

  event = g_new0 (MtrTodayEvent, 1);
  event->record = g_object_ref (record);
  event->pairing_id = pairing_id;
  event->date = date;
  g_ptr_array_add (load->events, event);
}

static void
events_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Load *load = user_data;
  g_autoptr (GPtrArray) records = mtr_store_list_records_finish (MTR_STORE (source), result, NULL);

  for (guint i = 0; records != NULL && i < records->len; i++)
    take_event (load, g_ptr_array_index (records, i));
  answer_came (load);
}

typedef struct {
  Load   *load;        /* (not owned) */
  gint64  pairing_id;
} SnapshotRequest;

static void
snapshot_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  SnapshotRequest *request = user_data;
  Load *load = request->load;
  MtrSnapshot *snapshot = mtr_store_load_finish (MTR_STORE (source), result, NULL);

  if (snapshot != NULL)
    add_id (load->snapshots, request->pairing_id, snapshot);
  g_free (request);
  answer_came (load);
}

/* Only for the rows that are in sight: their words need the pairing they are about. */
static void
load_snapshots (Load *load)
{
  for (gsize i = 0; i < G_N_ELEMENTS (load->reasons); i++)
    for (guint j = 0; j < load->reasons[i]->len; j++)
      {
        MtrTodayReason *reason = g_ptr_array_index (load->reasons[i], j);
        gint64 id = mtr_record_get_number (reason->attention, MTR_ATTENTION_PAIRING_ID);
        SnapshotRequest *request;

        if ((j >= SHOWN_ROWS && !load->model->show_all) || g_hash_table_contains (load->asked, &id))
          continue;
        add_id (load->asked, id, NULL);
        request = g_new0 (SnapshotRequest, 1);
        request->load = load;
        request->pairing_id = id;
        load->pending++;
        mtr_store_load_async (get_store (load), MTR_SCOPE_PAIRING, MTR_KIND_PAIRING, id, MTR_READER_OWNER,
                              load->cancellable, snapshot_cb, request);
      }
}

static void
list_events (Load    *load,
             MtrField range_field,
             MtrField equal_field,
             gint64   pairing_id,
             guint    limit)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (mtr_field_get_info (range_field)->kind);
  g_autofree char *from = dup_day (load, -NEXT_DAYS);
  g_autofree char *to = dup_day (load, COMING_DAYS + 1);

  query.equal_field = equal_field;
  query.equal_number = pairing_id;
  query.range_field = range_field;
  query.range_from = from;
  query.range_to = to;
  query.order_field = range_field;
  query.limit = limit;
  load->pending++;
  mtr_store_list_records_async (get_store (load), &query, MTR_READER_LEAD, load->cancellable, events_cb, load);
}

static void
load_events (Load *load)
{
  GHashTable *tables[] = { load->mentor_in, load->mentee_in };

  if (load->counts.own_pairings == 0 || load->counts.own_pairings > MAX_OWN_PAIRINGS)
    {
      list_events (load, MTR_SESSION_HELD_ON, MTR_FIELD_NONE, 0, load->counts.own_pairings == 0 ? 100 : MAX_REASONS);
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      GHashTableIter iter;
      gpointer key;

      g_hash_table_iter_init (&iter, tables[i]);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        {
          if (i > 0 && g_hash_table_contains (load->mentor_in, key))
            continue;
          list_events (load, MTR_SESSION_HELD_ON, MTR_SESSION_PAIRING_ID, *(gint64 *) key, 0);
          list_events (load, MTR_OBSERVATION_HELD_ON, MTR_OBSERVATION_PAIRING_ID, *(gint64 *) key, 0);
        }
    }
}

/* What is set aside together counts once, and so does what is the same in several pairings. */
static gboolean
is_listed (GPtrArray *reasons,
           MtrRecord *attention,
           MtrRecord *set_aside)
{
  for (guint i = 0; i < reasons->len; i++)
    {
      const MtrTodayReason *reason = g_ptr_array_index (reasons, i);

      if (set_aside != NULL ? reason->set_aside == set_aside
                            : mtr_attention_says_the_same (attention, reason->attention) &&
                              mtr_record_get_number (attention, MTR_ATTENTION_TURN_ID) ==
                                mtr_record_get_number (reason->attention, MTR_ATTENTION_TURN_ID))
        return TRUE;
    }

  return FALSE;
}

static void
sort_reasons (Load *load)
{
  gint64 owner_id = mtr_programme_get_owner_id (load->model->programme);

  for (guint i = 0; i < load->attention->len; i++)
    {
      MtrRecord *attention = g_ptr_array_index (load->attention, i);
      MtrRecord *set_aside = mtr_attention_find_set_aside (attention, load->set_asides, owner_id, &load->model->today);
      gint64 pairing_id = mtr_record_get_number (attention, MTR_ATTENTION_PAIRING_ID);
      MtrRecord *membership = g_hash_table_lookup (load->mentee_in, &pairing_id);
      gint64 turn_id = mtr_record_get_number (attention, MTR_ATTENTION_TURN_ID);
      GPtrArray *reasons = load->reasons[set_aside != NULL ? SET_ASIDE
                                         : turn_id == 0 || turn_id == owner_id ? YOURS : OTHERS];
      MtrTodayReason *reason;

      if (!mtr_attention_is_current (attention, &load->model->today) ||
          (membership != NULL && !g_hash_table_contains (load->mentor_in, &pairing_id) &&
           !mtr_attention_concerns (attention, membership, &load->model->today)))
        continue;
      if (mtr_record_text_is (attention, MTR_ATTENTION_REASON, MTR_ATTENTION_MENTOR))
        load->counts.without_mentor++;

      if (is_listed (reasons, attention, set_aside))
        continue;
      reason = g_new0 (MtrTodayReason, 1);
      reason->attention = g_object_ref (attention);
      if (set_aside != NULL)
        reason->set_aside = g_object_ref (set_aside);
      g_ptr_array_add (reasons, reason);
    }
}

static void
load_details (gpointer data)
{
  Load *load = data;

  if (load->attention == NULL)
    load->attention = g_ptr_array_new ();
  if (load->set_asides == NULL)
    load->set_asides = g_ptr_array_new ();

  load->counts.own_pairings = g_hash_table_size (load->mentor_in);
  {
    GHashTableIter iter;
    gpointer key;

    g_hash_table_iter_init (&iter, load->mentee_in);
    while (g_hash_table_iter_next (&iter, &key, NULL))
      load->counts.own_pairings += !g_hash_table_contains (load->mentor_in, key);
  }

  sort_reasons (load);
  load->next_step = load_summaries;
  load->pending = 1;
  load_snapshots (load);
  load_events (load);
  answer_came (load);
}

/* ---- The first step: what is asked of the whole file ------------------------ */

static void
attention_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Load *load = user_data;

  load->attention = mtr_store_list_records_finish (MTR_STORE (source), result, NULL);
  answer_came (load);
}

static void
set_asides_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Load *load = user_data;

  load->set_asides = mtr_store_list_records_finish (MTR_STORE (source), result, NULL);
  answer_came (load);
}

static void
mentor_in_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Load *load = user_data;
  g_autoptr (GArray) ids = mtr_store_list_ids_finish (MTR_STORE (source), result, NULL);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    add_id (load->mentor_in, g_array_index (ids, gint64, i), NULL);
  answer_came (load);
}

static void
member_in_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Load *load = user_data;
  g_autoptr (GPtrArray) members = mtr_store_list_records_finish (MTR_STORE (source), result, NULL);

  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      MtrRecord *member = g_ptr_array_index (members, i);

      if (mtr_record_text_is (member, MTR_MEMBER_ROLE, "mentee"))
        add_id (load->mentee_in, mtr_record_get_number (member, MTR_MEMBER_PAIRING_ID), g_object_ref (member));
    }
  answer_came (load);
}

static void
portfolio_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Load *load = user_data;
  g_autoptr (GPtrArray) portfolios = mtr_store_list_records_finish (MTR_STORE (source), result, NULL);

  if (portfolios != NULL && portfolios->len > 0)
    load->portfolio = g_object_ref (g_ptr_array_index (portfolios, 0));
  answer_came (load);
}

static const struct {
  MtrKind kind;
  gsize   offset;     /* of the figure in MtrTodayCounts */
  guint   limit;
  gboolean attention; /* only those that need attention today */
} figures[] = {
  { MTR_KIND_PERSON, offsetof (MtrTodayCounts, people), 2, FALSE },
  { MTR_KIND_PAIRING_SUMMARY, offsetof (MtrTodayCounts, pairings), 0, FALSE },
  { MTR_KIND_PAIRING_SUMMARY, offsetof (MtrTodayCounts, attention), 0, TRUE },
  { MTR_KIND_AGREEMENT, offsetof (MtrTodayCounts, agreements), 1, FALSE },
};

typedef struct {
  Load  *load;    /* (not owned) */
  guint *figure;  /* (not owned) */
} FigureRequest;

static void
figure_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  FigureRequest *request = user_data;
  Load *load = request->load;
  g_autoptr (GArray) ids = mtr_store_list_ids_finish (MTR_STORE (source), result, NULL);

  if (ids != NULL)
    *request->figure = ids->len;
  g_free (request);
  answer_came (load);
}

static void
load_figures (Load *load)
{
  g_autofree char *tomorrow = dup_day (load, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      MtrStoreQuery query = MTR_STORE_QUERY_INIT (figures[i].kind);
      FigureRequest *request = g_new0 (FigureRequest, 1);

      request->load = load;
      request->figure = G_STRUCT_MEMBER_P (&load->counts, figures[i].offset);
      query.limit = figures[i].limit;
      if (figures[i].attention)
        {
          query.range_field = MTR_PAIRING_SUMMARY_ATTENTION_FROM;
          query.range_to = tomorrow;
        }
      load->pending++;
      mtr_store_list_ids_async (get_store (load), &query, load->cancellable, figure_cb, request);
    }
}

static void
load_file (Load *load)
{
  MtrStore *store = get_store (load);
  gint64 owner_id = mtr_programme_get_owner_id (load->model->programme);
  g_autofree char *tomorrow = dup_day (load, 1);
  MtrStoreQuery attention = MTR_STORE_QUERY_INIT (MTR_KIND_ATTENTION);
  MtrStoreQuery set_asides = MTR_STORE_QUERY_INIT (MTR_KIND_SET_ASIDE);
  MtrStoreQuery mentor_in = MTR_STORE_QUERY_INIT (MTR_KIND_PAIRING);
  MtrStoreQuery member_in = MTR_STORE_QUERY_INIT (MTR_KIND_MEMBER);
  MtrStoreQuery portfolio = MTR_STORE_QUERY_INIT (MTR_KIND_PORTFOLIO);

  attention.range_field = MTR_ATTENTION_FROM_ON;
  attention.range_to = tomorrow;
  attention.order_field = MTR_ATTENTION_HARM;
  attention.limit = MAX_REASONS;
  set_asides.limit = MAX_REASONS;
  mentor_in.equal_field = MTR_PAIRING_MENTOR_ID;
  mentor_in.equal_number = owner_id;
  member_in.equal_field = MTR_MEMBER_PERSON_ID;
  member_in.equal_number = owner_id;
  portfolio.equal_field = MTR_PORTFOLIO_PERSON_ID;
  portfolio.equal_number = owner_id;
  portfolio.descending = TRUE;
  portfolio.limit = 1;

  load->next_step = load_details;
  load->pending = 5;
  mtr_store_list_records_async (store, &attention, MTR_READER_LEAD, load->cancellable, attention_cb, load);
  mtr_store_list_records_async (store, &set_asides, MTR_READER_OWNER, load->cancellable, set_asides_cb, load);
  mtr_store_list_ids_async (store, &mentor_in, load->cancellable, mentor_in_cb, load);
  mtr_store_list_records_async (store, &member_in, MTR_READER_LEAD, load->cancellable, member_in_cb, load);
  mtr_store_list_records_async (store, &portfolio, MTR_READER_LEAD, load->cancellable, portfolio_cb, load);
  load_figures (load);
}

/* ---- The object -------------------------------------------------------------- */

static void
mtr_today_model_dispose (GObject *object)
{
  MtrTodayModel *self = MTR_TODAY_MODEL (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (mtr_today_model_parent_class)->dispose (object);
}

static void
mtr_today_model_finalize (GObject *object)
{
  MtrTodayModel *self = MTR_TODAY_MODEL (object);

  g_clear_pointer (&self->shown, load_free);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (mtr_today_model_parent_class)->finalize (object);
}

static void
mtr_today_model_class_init (MtrTodayModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_today_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = mtr_today_model_finalize;

  signals[SIGNAL_REFRESHED] = g_signal_new ("refreshed", MTR_TYPE_TODAY_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 0);
}

static void
mtr_today_model_init (MtrTodayModel *self)
{
}

/**
 * mtr_today_model_new:
 * @programme: the programme
 *
 * Returns: (transfer full): a model that has loaded nothing yet
 */
MtrTodayModel *
mtr_today_model_new (MtrProgramme *programme)
{
  MtrTodayModel *self = g_object_new (MTR_TYPE_TODAY_MODEL, NULL);

  self->programme = g_object_ref (programme);
  mtr_programme_get_today (programme, &self->today);

  return self;
}

/**
 * mtr_today_model_load:
 * @self: a model
 *
 * Loads everything anew; the signal "refreshed" comes when it is there. A load that is under way is dropped.
 */
void
mtr_today_model_load (MtrTodayModel *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  mtr_programme_get_today (self->programme, &self->today);
  load_file (load_new (self));
}

/**
 * mtr_today_model_is_loaded:
 * @self: a model
 *
 * Returns: whether there is anything to show yet
 */
gboolean
mtr_today_model_is_loaded (MtrTodayModel *self)
{
  return self->shown != NULL;
}

/**
 * mtr_today_model_show_all:
 * @self: a model
 *
 * From now on every row has its words, not only the first seven; loads anew.
 */
void
mtr_today_model_show_all (MtrTodayModel *self)
{
  self->show_all = TRUE;
  mtr_today_model_load (self);
}

/**
 * mtr_today_model_shows_all:
 * @self: a model
 *
 * Returns: whether every row has its words
 */
gboolean
mtr_today_model_shows_all (MtrTodayModel *self)
{
  return self->show_all;
}

/**
 * mtr_today_model_get_today:
 * @self: a model
 *
 * Returns: (transfer none): the day that it was loaded for
 */
const GDate *
mtr_today_model_get_today (MtrTodayModel *self)
{
  return &self->today;
}

/**
 * mtr_today_model_get_yours:
 * @self: a loaded model
 *
 * Returns: (transfer none) (element-type MtrTodayReason): what needs the owner, the worst first
 */
GPtrArray *
mtr_today_model_get_yours (MtrTodayModel *self)
{
  return self->shown->reasons[YOURS];
}

/**
 * mtr_today_model_get_others:
 * @self: a loaded model
 *
 * Returns: (transfer none) (element-type MtrTodayReason): what waits for other people
 */
GPtrArray *
mtr_today_model_get_others (MtrTodayModel *self)
{
  return self->shown->reasons[OTHERS];
}

/**
 * mtr_today_model_get_set_aside:
 * @self: a loaded model
 *
 * Returns: (transfer none) (element-type MtrTodayReason): what the owner has set aside
 */
GPtrArray *
mtr_today_model_get_set_aside (MtrTodayModel *self)
{
  return self->shown->reasons[SET_ASIDE];
}

/**
 * mtr_today_model_is_cut:
 * @self: a loaded model
 *
 * Returns: whether there are more reasons than were looked at, so that their figures are at least so much
 */
gboolean
mtr_today_model_is_cut (MtrTodayModel *self)
{
  return self->shown->attention->len >= MAX_REASONS;
}

/**
 * mtr_today_model_get_coming:
 * @self: a loaded model
 *
 * Returns: (transfer none) (element-type MtrTodayEvent): sessions and observations from three days ago until in
 *   fourteen days that are still to be held or written down, by date
 */
GPtrArray *
mtr_today_model_get_coming (MtrTodayModel *self)
{
  return self->shown->events;
}

/**
 * mtr_today_model_get_next:
 * @self: a loaded model
 *
 * The front door: the nearest session or observation of one's own within three days either side; of two that are as
 * near, the one that has been.
 *
 * Returns: (transfer none) (nullable): it
 */
const MtrTodayEvent *
mtr_today_model_get_next (MtrTodayModel *self)
{
  const MtrTodayEvent *nearest = NULL;
  int nearest_days = NEXT_DAYS + 1;

  if (self->shown->counts.own_pairings == 0)
    return NULL;

  for (guint i = 0; i < self->shown->events->len; i++)
    {
      const MtrTodayEvent *event = g_ptr_array_index (self->shown->events, i);
      int days = abs (mtr_date_days_between (&self->today, &event->date));

      if (days < nearest_days)
        {
          nearest = event;
          nearest_days = days;
        }
    }

  return nearest;
}

/**
 * mtr_today_model_get_portfolio:
 * @self: a loaded model
 *
 * Returns: (transfer none) (nullable): the portfolio of the owner
 */
MtrRecord *
mtr_today_model_get_portfolio (MtrTodayModel *self)
{
  return self->shown->portfolio;
}

/**
 * mtr_today_model_get_portfolio_summary:
 * @self: a loaded model
 *
 * Returns: (transfer none) (nullable): the summary of the pairing in which the owner works on the portfolio
 */
MtrRecord *
mtr_today_model_get_portfolio_summary (MtrTodayModel *self)
{
  gint64 id = self->shown->portfolio != NULL
                ? mtr_record_get_number (self->shown->portfolio, MTR_PORTFOLIO_PAIRING_ID) : 0;

  return g_hash_table_lookup (self->shown->summaries, &id);
}

/**
 * mtr_today_model_get_counts:
 * @self: a loaded model
 *
 * Returns: (transfer none): the figures of the whole file
 */
const MtrTodayCounts *
mtr_today_model_get_counts (MtrTodayModel *self)
{
  return &self->shown->counts;
}

/**
 * mtr_today_model_get_mentee_in:
 * @self: a loaded model
 *
 * Returns: (transfer none) (element-type gint64): the ids of the pairings in which the owner is a mentee
 */
GHashTable *
mtr_today_model_get_mentee_in (MtrTodayModel *self)
{
  return self->shown->mentee_in;
}

/**
 * mtr_today_model_is_mentor:
 * @self: a loaded model
 * @pairing_id: a pairing
 *
 * Returns: whether the owner is the mentor there
 */
gboolean
mtr_today_model_is_mentor (MtrTodayModel *self,
                           gint64         pairing_id)
{
  return g_hash_table_contains (self->shown->mentor_in, &pairing_id);
}

/**
 * mtr_today_model_is_mentee:
 * @self: a loaded model
 * @pairing_id: a pairing
 *
 * Returns: whether the owner is a mentee there
 */
gboolean
mtr_today_model_is_mentee (MtrTodayModel *self,
                           gint64         pairing_id)
{
  return g_hash_table_contains (self->shown->mentee_in, &pairing_id);
}
