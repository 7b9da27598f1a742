/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dry run of pairings that exist already: who works with whom, since when,
 * and how far they are. The people must be in the programme file. What a pairing
 * needs beside its own record, its members and the portfolio of each mentee, is
 * made with it, as when it is proposed in the window.
 */

#include "mtr-csv-cell.h"
#include "mtr-import-private.h"

#include "mtr-pairing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  MtrImportWork   *work;        /* (unowned) */
  MtrImportReader *reader;      /* (unowned) */
  MtrImportPairs  *pairs;       /* (owned) */
  GHashTable      *claims;      /* (owned): key → row + 1 */
  GHashTable      *portfolios;  /* (owned): person and pack → portfolio */
} Check;

/* Days of which the second is not before the first. */
static const struct {
  MtrField first;
  MtrField second;
} orders[] = {
  { MTR_PAIRING_PROPOSED_ON, MTR_PAIRING_STARTED_ON },
  { MTR_PAIRING_STARTED_ON, MTR_PAIRING_PLANNED_END_ON },
  { MTR_PAIRING_STARTED_ON, MTR_PAIRING_PAUSED_ON },
  { MTR_PAIRING_STARTED_ON, MTR_PAIRING_ENDED_ON },
};

static const MtrField past_days[] = {
  MTR_PAIRING_PROPOSED_ON, MTR_PAIRING_PAUSED_ON, MTR_PAIRING_ENDED_ON,
};

static void
refuse (Check *check,
        guint  row,
        char  *reason)
{
  mtr_import_row_refuse (mtr_import_work_get_row (check->work, row), reason);
}

static MtrPack *
find_pack (Check     *check,
           MtrRecord *pairing)
{
  const MtrImportContext *context = check->reader->context;
  const char *id = mtr_record_get_text (pairing, MTR_PAIRING_PACK);

  return id != NULL ? context->find_pack (id, context->find_pack_data) : NULL;
}

static char *
dup_portfolio_key (gint64      person_id,
                   const char *pack)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", person_id, pack);
}

/* ---- Which pairing it is ------------------------------------------------- */

/* Of several pairings of the same people, the one that began on the day of the row; one that is over, and a row that
 * begins after it, are two. */
static MtrImportPair *
choose_pair (Check     *check,
             guint      row,
             GPtrArray *candidates)
{
  const char *cell = mtr_import_reader_get_cell (check->reader, row, "started_on");
  g_autofree char *started_on = NULL;
  g_autofree char *reason = NULL;
  MtrImportPair *only;
  const char *ended_on;

  if (candidates == NULL)
    return NULL;
  if (cell != NULL && !mtr_import_read_date (cell, 0, &check->reader->context->today, &started_on, &reason))
    started_on = NULL;

  for (guint i = 0; started_on != NULL && i < candidates->len; i++)
    {
      MtrImportPair *pair = g_ptr_array_index (candidates, i);

      if (mtr_record_text_is (pair->pairing, MTR_PAIRING_STARTED_ON, started_on))
        return pair;
    }
  if (candidates->len > 1)
    {
      refuse (check, row, g_strdup (_("There are several pairings of these people. Give the day on which the one that is meant "
                                      "began.")));
      return NULL;
    }

  only = g_ptr_array_index (candidates, 0);
  ended_on = mtr_record_get_text (only->pairing, MTR_PAIRING_ENDED_ON);

  return started_on != NULL && ended_on != NULL && strcmp (started_on, ended_on) >= 0 ? NULL : only;
}

static gboolean
are_same (GArray *one,
          GArray *other)
{
  return one->len == other->len && memcmp (one->data, other->data, one->len * sizeof (gint64)) == 0;
}

static gboolean
find_pair (Check          *check,
           guint           row,
           GArray         *mentees,
           gint64          mentor_id,
           MtrImportPair **pair)
{
  const char *id_cell = mtr_import_reader_get_cell (check->reader, row, "id");
  MtrImportPair *found;
  gint64 id;

  *pair = NULL;
  if (id_cell != NULL && g_ascii_string_to_signed (id_cell, 10, 1, G_MAXINT64, &id, NULL) &&
      (found = mtr_import_pairs_get (check->pairs, id)) != NULL)
    {
      gint64 present = mtr_record_get_number (found->pairing, MTR_PAIRING_MENTOR_ID);

      if ((mentees->len > 0 && !are_same (mentees, found->mentees)) ||
          (mentor_id != 0 && present != 0 && mentor_id != present))
        {
          refuse (check, row, g_strdup (_("This pairing has other people in the programme. A change of mentor or mentee is a new "
                                          "pairing: empty the id, and give the day it began.")));
          return FALSE;
        }
      *pair = found;
    }
  else if (mentees->len == 0)
    {
      refuse (check, row, g_strdup (_("There is no mentee. Give their name, or remove the row.")));
      return FALSE;
    }
  else
    {
      *pair = choose_pair (check, row, mtr_import_pairs_list_of (check->pairs, mentees, mentor_id));
    }

  return !mtr_import_work_is_refused (check->work, row);
}

/* ---- What is wrong with it ----------------------------------------------- */

static gboolean
is_state (MtrRecord  *pairing,
          const char *state)
{
  return mtr_record_text_is (pairing, MTR_PAIRING_STATE, state);
}

/* A row that does not say the state says it by its dates. */
static void
complete_state (Check          *check,
                guint           row,
                MtrImportDraft *draft)
{
  MtrRecord *pairing = draft->record;

  if (mtr_import_reader_get_cell (check->reader, row, "state") != NULL)
    return;
  if (mtr_record_is_set (pairing, MTR_PAIRING_ENDED_ON))
    mtr_record_set_text (pairing, MTR_PAIRING_STATE, MTR_PAIRING_ENDED);
  else if (draft->existing == NULL)
    mtr_record_set_text (pairing, MTR_PAIRING_STATE,
                         mtr_record_is_set (pairing, MTR_PAIRING_PAUSED_ON) ? MTR_PAIRING_PAUSED
                         : mtr_record_is_set (pairing, MTR_PAIRING_STARTED_ON) ? MTR_PAIRING_ACTIVE : MTR_PAIRING_PROPOSED);
}

static void
check_days (Check     *check,
            guint      row,
            MtrRecord *pairing)
{
  const GDate *today = &check->reader->context->today;
  gboolean running = is_state (pairing, MTR_PAIRING_ACTIVE) || is_state (pairing, MTR_PAIRING_PAUSED) ||
                     is_state (pairing, MTR_PAIRING_ENDED);
  GDate day;

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      const char *first = mtr_record_get_text (pairing, orders[i].first);
      const char *second = mtr_record_get_text (pairing, orders[i].second);

      if (first != NULL && second != NULL && strcmp (first, second) > 0)
        refuse (check, row,
                /* Translators: the names of two dates, each with the date: "Ended on (2026-01-02) is before Began on …" */
                g_strdup_printf (_("%1$s (%2$s) is before %3$s (%4$s). Put one of them right."),
                                 mtr_field_get_label (orders[i].second), second, mtr_field_get_label (orders[i].first),
                                 first));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (past_days); i++)
    if (mtr_record_get_date (pairing, past_days[i], &day) && g_date_compare (&day, today) > 0)
      refuse (check, row,
              /* Translators: the name of a date */
              g_strdup_printf (_("%s: this day has not come yet. Put it right, or leave it empty."),
                               mtr_field_get_label (past_days[i])));
  if (running && mtr_record_get_date (pairing, MTR_PAIRING_STARTED_ON, &day) && g_date_compare (&day, today) > 0)
    refuse (check, row,
            g_strdup (_("It is said to have begun, but its first day has not come yet. Put the day or the state right.")));
}

static void
check_pairing (Check          *check,
               guint           row,
               MtrImportDraft *draft,
               GArray         *mentees)
{
  MtrSnapshot *file = check->reader->context->file;
  MtrRecord *pairing = draft->record;
  gint64 mentor_id = mtr_record_get_number (pairing, MTR_PAIRING_MENTOR_ID);
  gint64 manager_id = mtr_record_get_number (pairing, MTR_PAIRING_LINE_MANAGER_ID);
  gboolean dual_role = FALSE;

  for (guint i = 0; i < mentees->len; i++)
    {
      gint64 mentee_id = g_array_index (mentees, gint64, i);
      MtrRecord *mentee = mtr_snapshot_get (file, MTR_KIND_PERSON, mentee_id);

      if (mentee_id == mentor_id)
        refuse (check, row, g_strdup (_("Nobody is their own mentor. Give somebody else, or leave the cell empty.")));
      if (mentee_id == manager_id)
        refuse (check, row, g_strdup (_("Nobody is their own line manager. Give somebody else, or leave the cell empty.")));
      dual_role = dual_role || (mentor_id != 0 && (manager_id != 0 ? manager_id : mtr_record_get_number (
                                                     mentee, MTR_PERSON_LINE_MANAGER_ID)) == mentor_id);
    }
  if (dual_role && !mtr_record_is_set (pairing, MTR_PAIRING_DUAL_ROLE_REASON))
    mtr_import_row_note (mtr_import_work_get_row (check->work, row),
                         g_strdup (_("The mentor is also the line manager, and no reason is given.")));

  if (draft->existing != NULL && is_state (draft->existing, MTR_PAIRING_ENDED) && !is_state (pairing, MTR_PAIRING_ENDED))
    refuse (check, row, g_strdup (_("This pairing has ended, and stays so. Give a later day on which it began, if it is another "
                                    "one.")));
  if (draft->existing != NULL && !mtr_record_equal_field (draft->existing, pairing, MTR_PAIRING_PACK))
    refuse (check, row, g_strdup (_("The pack of a pairing does not change. Leave it as it is.")));
  if (is_state (pairing, MTR_PAIRING_ENDED) != mtr_record_is_set (pairing, MTR_PAIRING_ENDED_ON))
    refuse (check, row, g_strdup (_("A pairing that has ended has the day on which it ended, and no other has. Put one of them "
                                    "right.")));
  check_days (check, row, pairing);
}

/* ---- What goes with it --------------------------------------------------- */

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

static void
add_member (Check          *check,
            MtrImportDraft *draft,
            gint64          person_id)
{
  MtrRecord *member = mtr_record_new (MTR_KIND_MEMBER, new_id (check));
  const char *joined_on = mtr_pairing_get_begin (draft->record);

  mtr_record_set_number (member, MTR_MEMBER_PAIRING_ID, mtr_record_get_id (draft->record));
  mtr_record_set_number (member, MTR_MEMBER_PERSON_ID, person_id);
  mtr_record_set_text (member, MTR_MEMBER_ROLE, MTR_ROLE_MENTEE);
  if (joined_on != NULL)
    mtr_record_set_text (member, MTR_MEMBER_JOINED_ON, joined_on);
  add_child (draft, member);
}

/* The portfolio stays with the mentee through a change of mentor (product.md, rule 8): it belongs to the pairing that is
 * not over. */
static void
add_portfolio (Check          *check,
               MtrImportDraft *draft,
               gint64          person_id)
{
  MtrSnapshot *file = check->reader->context->file;
  gint64 pairing_id = mtr_record_get_id (draft->record);
  const char *pack = mtr_record_get_text (draft->record, MTR_PAIRING_PACK);
  g_autofree char *key = dup_portfolio_key (person_id, pack);
  MtrRecord *portfolio = g_hash_table_lookup (check->portfolios, key);

  if (portfolio == NULL)
    {
      portfolio = mtr_record_new (MTR_KIND_PORTFOLIO, new_id (check));
      mtr_record_set_number (portfolio, MTR_PORTFOLIO_PERSON_ID, person_id);
      mtr_record_set_number (portfolio, MTR_PORTFOLIO_PAIRING_ID, pairing_id);
      mtr_record_set_text (portfolio, MTR_PORTFOLIO_PACK, pack);
      add_child (draft, portfolio);
      g_hash_table_insert (check->portfolios, g_steal_pointer (&key), g_object_ref (portfolio));
      return;
    }
  if (is_state (draft->record, MTR_PAIRING_ENDED))
    return;

  if (mtr_snapshot_get (file, MTR_KIND_PORTFOLIO, mtr_record_get_id (portfolio)) == portfolio)
    {
      /* It is moved once, by the last row that has it. */
      portfolio = mtr_record_copy (portfolio);
      if (draft->moved == NULL)
        draft->moved = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (draft->moved, portfolio);
      g_hash_table_insert (check->portfolios, g_steal_pointer (&key), g_object_ref (portfolio));
    }
  mtr_record_set_number (portfolio, MTR_PORTFOLIO_PAIRING_ID, pairing_id);
}

static void
add_what_goes_with_it (Check          *check,
                       MtrImportDraft *draft,
                       GArray         *mentees)
{
  MtrPack *pack = find_pack (check, draft->record);

  for (guint i = 0; i < mentees->len; i++)
    {
      add_member (check, draft, g_array_index (mentees, gint64, i));
      if (mtr_pack_find_word (pack, MTR_WORDS_VIEWS, "portfolio") != NULL)
        add_portfolio (check, draft, g_array_index (mentees, gint64, i));
    }
  if (mentees->len > 1 && !mtr_record_is_set (draft->record, MTR_PAIRING_STRUCTURE))
    mtr_record_set_text (draft->record, MTR_PAIRING_STRUCTURE, "group");
  if (!g_ptr_array_find (check->work->packs, pack, NULL))
    g_ptr_array_add (check->work->packs, g_object_ref (pack));
}

/* ---- One row -------------------------------------------------------------- */

static gboolean
read_people (Check  *check,
             guint   row,
             GArray *mentees,
             gint64 *mentor_id)
{
  const char *mentees_cell = mtr_import_reader_get_cell (check->reader, row, "mentees");
  const char *mentor_cell = mtr_import_reader_get_cell (check->reader, row, "mentor_id");
  g_autofree char *names = mentees_cell != NULL ? mtr_csv_cell_unprotect (mentees_cell) : NULL;
  g_autofree char *mentor = mentor_cell != NULL ? g_strstrip (mtr_csv_cell_unprotect (mentor_cell)) : NULL;
  char *reason = NULL;

  *mentor_id = 0;
  mtr_import_row_take_title (mtr_import_work_get_row (check->work, row), g_strdup (names != NULL ? names : ""));
  if ((names != NULL && !mtr_import_pairs_read_mentees (check->reader->people, names, mentees, &reason)) ||
      (mentor != NULL && !mtr_import_read_person (check->reader->people, mentor, mentor_id, &reason)))
    {
      refuse (check, row, reason);
      return FALSE;
    }
  mtr_import_row_take_title (mtr_import_work_get_row (check->work, row),
                             mtr_import_pairs_dup_title (check->reader->people, mentees, *mentor_id));

  return TRUE;
}

static const char *
get_programme_pack (Check *check)
{
  MtrSnapshot *file = check->reader->context->file;

  return mtr_snapshot_count (file, MTR_KIND_PROGRAMME) > 0
         ? mtr_record_get_text (mtr_snapshot_nth (file, MTR_KIND_PROGRAMME, 0), MTR_PROGRAMME_PACK) : NULL;
}

static void
check_row (Check *check,
           guint  row)
{
  MtrImportRow *out = mtr_import_work_get_row (check->work, row);
  MtrImportDraft *draft = mtr_import_work_get_draft (check->work, row);
  g_autoptr (GArray) mentees = g_array_new (FALSE, FALSE, sizeof (gint64));
  MtrImportPair *pair;
  g_autofree char *people = NULL;
  const char *began;
  gint64 mentor_id;

  if (!read_people (check, row, mentees, &mentor_id) || !find_pair (check, row, mentees, mentor_id, &pair))
    return;

  if (pair != NULL)
    {
      draft->existing = pair->pairing;
      draft->record = mtr_record_copy (pair->pairing);
      mtr_import_row_take_title (out, mtr_import_pairs_dup_title (check->reader->people, pair->mentees,
                                                                  mtr_record_get_number (pair->pairing,
                                                                                         MTR_PAIRING_MENTOR_ID)));
    }
  else
    {
      draft->record = mtr_record_new (MTR_KIND_PAIRING, new_id (check));
      mtr_record_set_text (draft->record, MTR_PAIRING_PACK, get_programme_pack (check));
    }
  mtr_import_reader_read_row (check->reader, row, draft->existing, NULL, draft->record, out);
  if (mtr_import_work_is_refused (check->work, row))
    return;

  if (find_pack (check, draft->record) == NULL)
    {
      refuse (check, row, g_strdup (_("The pack of this pairing is not on this computer. Add it first.")));
      return;
    }
  complete_state (check, row, draft);
  check_pairing (check, row, draft, pair != NULL ? pair->mentees : mentees);
  if (mtr_import_work_is_refused (check->work, row))
    return;

  began = mtr_pairing_get_begin (draft->record);
  people = mtr_import_pairs_dup_key (mentees, mentor_id);
  if (mtr_import_work_claim (check->work, row, check->claims,
                             pair != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (pair->pairing))
                                          : g_strdup_printf ("%s %s", people, began != NULL ? began : "")) &&
      pair == NULL)
    add_what_goes_with_it (check, draft, mentees);
}

/*
 * mtr_import_check_pairings:
 * @work: a dry run of pairings
 */
void
mtr_import_check_pairings (MtrImportWork *work)
{
  MtrImportReader *reader = work->reader;
  MtrSnapshot *file = reader->context->file;
  Check check = { .work = work, .reader = reader };

  check.pairs = mtr_import_pairs_new (file);
  check.claims = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  check.portfolios = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (guint i = 0; i < mtr_snapshot_count (file, MTR_KIND_PORTFOLIO); i++)
    {
      MtrRecord *portfolio = mtr_snapshot_nth (file, MTR_KIND_PORTFOLIO, i);

      g_hash_table_replace (check.portfolios,
                            dup_portfolio_key (mtr_record_get_number (portfolio, MTR_PORTFOLIO_PERSON_ID),
                                               mtr_record_get_text (portfolio, MTR_PORTFOLIO_PACK)),
                            g_object_ref (portfolio));
    }

  for (guint row = 0;
       row < mtr_csv_get_n_rows (reader->csv) && !g_cancellable_is_cancelled (reader->context->cancellable); row++)
    {
      if (mtr_import_reader_check_row (reader, row, mtr_import_work_get_row (work, row)))
        check_row (&check, row);
      mtr_import_work_compare (work, row);
    }

  g_hash_table_unref (check.portfolios);
  g_hash_table_unref (check.claims);
  mtr_import_pairs_free (check.pairs);
}
