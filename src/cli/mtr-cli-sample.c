/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The commands that make a file: an empty one, the sample, and large made-up
 * ones, whose content depends on nothing but the numbers that were given.
 */

#include "mtr-cli.h"

#include "mtr-date.h"
#include "mtr-evaluation.h"
#include "mtr-pairing.h"
#include "mtr-sample-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define FIRST_MADE_UP_ID G_GINT64_CONSTANT (1000000)
/* How many made-up pairings go into one transaction. */
#define BATCH 250
/* How many sessions a made-up pairing has where that was not said, and so over how many pairings sessions are spread. */
#define SESSIONS_EACH 20
/* How many pairings are made up where nothing but the seed was given. */
#define PAIRINGS_OF_A_SEED 10
/* More than that, three weeks apart, would have begun before there was social work. */
#define MAX_SESSIONS_EACH 1000

static const char * const given_names[] = {
  "Adaeze", "Bronwen", "Callum", "Davina", "Emeka", "Fern", "Gareth", "Hafsa", "Ishaan", "Joanna", "Kwame", "Leila",
  "Morwenna", "Nadia", "Oisin", "Priti", "Quentin", "Rhiannon", "Stefan", "Tamsin", "Uzma", "Vikram", "Wanda", "Yusuf",
};
static const char * const family_names[] = {
  "Ashdown-Vale", "Brackwater", "Corrigill", "Dunmarsh", "Elverstone", "Fallowby", "Greyfenn", "Hollinshaw",
  "Inglethorpe", "Jessamore", "Kettlewyn", "Larkrise", "Mossbank", "Netherfold", "Oakhanger", "Penhallor",
};
static const char * const next_steps[] = {
  "Bring one example of a difficult conversation.", "Try the four-question opening with one supervisee.",
  "Read the supervision agreement again, and mark what has changed.", "Ask two supervisees for feedback.",
  "Write half a page on what silence did.", "Look at the last audit together.",
};

/**
 * mtr_cli_new:
 * @cli: arguments: the file to make
 *
 * Returns: the exit status
 */
MtrCliStatus
mtr_cli_new (MtrCli *cli)
{
  const char *path = cli->arguments[0];
  MtrPack *pack;
  g_autoptr (MtrStore) store = NULL;
  g_autofree char *title = NULL;
  GError *error = NULL;

  if (cli->options.kind == NULL)
    {
      mtr_cli_complain (_("Say which scheme: --pack=ID. “mentoring-cli packs” lists them."));
      return MTR_CLI_USAGE;
    }
  pack = mtr_pack_library_find (cli->library, cli->options.kind, NULL);
  if (pack == NULL)
    {
      mtr_cli_complain (_("There is no scheme “%s”. “mentoring-cli packs” lists them."), cli->options.kind);
      return MTR_CLI_USAGE;
    }

  if (!mtr_cli_check_path (path))
    return MTR_CLI_FILE;

  title = cli->options.title != NULL ? g_strdup (cli->options.title) : g_strdup (mtr_pack_get_title (pack));
  store = mtr_store_create (path, pack, title, mtr_pack_library_look_up, cli->library, &error);
  if (g_error_matches (error, MTR_STORE_ERROR, MTR_STORE_ERROR_INVALID))
    {
      mtr_cli_complain ("--title: %s", error->message);
      g_error_free (error);
      return MTR_CLI_USAGE;
    }
  if (store == NULL)
    return mtr_cli_fail (error, path);
  mtr_store_close (store);

  return MTR_CLI_OK;
}

static const char *
pick (GRand              *random,
      const char * const *texts,
      gsize               n_texts)
{
  return texts[g_rand_int_range (random, 0, (gint32) n_texts)];
}

static void
set_date (MtrRecord   *record,
          MtrField     field,
          const GDate *today,
          int          days)
{
  GDate date = *today;
  g_autofree char *text = NULL;

  if (days < 0)
    g_date_subtract_days (&date, (guint) -days);
  else
    g_date_add_days (&date, (guint) days);
  text = mtr_date_to_iso (&date);
  mtr_record_set_text (record, field, text);
}

static gint64
add_person (MtrChange *change,
            gint64    *next_id,
            GRand     *random)
{
  MtrRecord *person = mtr_record_new (MTR_KIND_PERSON, (*next_id)++);
  g_autofree char *name = g_strdup_printf ("%s %s", pick (random, given_names, G_N_ELEMENTS (given_names)),
                                           pick (random, family_names, G_N_ELEMENTS (family_names)));

  mtr_record_set_text (person, MTR_PERSON_NAME, name);
  mtr_record_set_number (person, MTR_PERSON_REGISTERED, 1);
  mtr_record_set_number (person, MTR_PERSON_SUPERVISORY_MONTHS, g_rand_int_range (random, 6, 120));
  mtr_change_insert (change, person);

  return next_id[0] - 1;
}

/* What somebody says in figures when a pairing has ended. */
static void
add_evaluation (MtrChange   *change,
                gint64      *next_id,
                GRand       *random,
                MtrPack     *pack,
                MtrRecord   *pairing,
                gint64       person_id,
                const char  *role,
                const GDate *today)
{
  const MtrForm *form = mtr_pack_find_form_for (pack, MTR_FORM_EVALUATION, role);
  MtrRespondent respondent = { .person_id = person_id, .role = role };
  g_autofree char *on = mtr_date_to_iso (today);
  MtrRecord *evaluation;

  if (form == NULL)
    return;

  evaluation = mtr_evaluation_new (pack, pairing, &respondent, (*next_id)++, on);
  mtr_record_set_text (evaluation, MTR_EVALUATION_GIVEN_ON, on);
  mtr_change_insert (change, evaluation);
  for (guint i = 0; i < form->questions->len; i++)
    {
      const MtrQuestion *question = g_ptr_array_index (form->questions, i);
      MtrRecord *answer;

      if (question->type != MTR_QUESTION_SCALE)
        continue;
      answer = mtr_record_new (MTR_KIND_EVALUATION_ANSWER, (*next_id)++);
      mtr_record_set_number (answer, MTR_EVALUATION_ANSWER_EVALUATION_ID, mtr_record_get_id (evaluation));
      mtr_record_set_text (answer, MTR_EVALUATION_ANSWER_QUESTION, question->code);
      mtr_record_set_number (answer, MTR_EVALUATION_ANSWER_NUMBER,
                             g_rand_int_range (random, question->lowest, question->highest + 1));
      mtr_change_insert (change, answer);
    }
}

/* One in five ended before it was planned; both look back; and one in six mentees has left since they began. */
static void
end_pairing (MtrChange   *change,
             gint64      *next_id,
             GRand       *random,
             MtrPack     *pack,
             MtrRecord   *pairing,
             gint64       mentee_id,
             const GDate *today)
{
  set_date (pairing, MTR_PAIRING_ENDED_ON, today, 0);
  set_date (pairing, MTR_PAIRING_PLANNED_END_ON, today, g_rand_int_range (random, 0, 5) == 0 ? 60 : 0);
  add_evaluation (change, next_id, random, pack, pairing, mtr_record_get_number (pairing, MTR_PAIRING_MENTOR_ID),
                  MTR_ROLE_MENTOR, today);
  add_evaluation (change, next_id, random, pack, pairing, mentee_id, MTR_ROLE_MENTEE, today);
  mtr_change_set_number (change, MTR_PERSON_IN_POST_AFTER_YEAR, mentee_id, g_rand_int_range (random, 0, 6) > 0);
}

static void
add_pairing (MtrChange   *change,
             gint64      *next_id,
             GRand       *random,
             MtrPack     *pack,
             int          n_sessions,
             const GDate *today)
{
  gint64 mentor_id = add_person (change, next_id, random);
  gint64 mentee_id = add_person (change, next_id, random);
  gint64 pairing_id = (*next_id)++;
  MtrRecord *pairing = mtr_record_new (MTR_KIND_PAIRING, pairing_id);
  MtrRecord *member = mtr_record_new (MTR_KIND_MEMBER, (*next_id)++);
  gboolean ended = g_rand_int_range (random, 0, 4) == 0;
  int interval = g_rand_int_range (random, 14, 29);
  int started = -(n_sessions * interval + g_rand_int_range (random, 1, 20));

  mtr_record_set_text (pairing, MTR_PAIRING_PACK, mtr_pack_get_id (pack));
  mtr_record_set_text (pairing, MTR_PAIRING_STATE, ended ? "ended" : "active");
  mtr_record_set_number (pairing, MTR_PAIRING_MENTOR_ID, mentor_id);
  mtr_record_set_number (pairing, MTR_PAIRING_INTERVAL_DAYS, interval);
  set_date (pairing, MTR_PAIRING_PROPOSED_ON, today, started - 14);
  set_date (pairing, MTR_PAIRING_STARTED_ON, today, started);
  mtr_change_insert (change, pairing);
  if (ended)
    end_pairing (change, next_id, random, pack, pairing, mentee_id, today);
  mtr_record_set_number (member, MTR_MEMBER_PAIRING_ID, pairing_id);
  mtr_record_set_number (member, MTR_MEMBER_PERSON_ID, mentee_id);
  mtr_record_set_text (member, MTR_MEMBER_ROLE, "mentee");
  set_date (member, MTR_MEMBER_JOINED_ON, today, started);
  mtr_change_insert (change, member);

  for (int i = 0; i < n_sessions; i++)
    {
      MtrRecord *session = mtr_record_new (MTR_KIND_SESSION, (*next_id)++);

      mtr_record_set_number (session, MTR_SESSION_PAIRING_ID, pairing_id);
      mtr_record_set_text (session, MTR_SESSION_STATE, "held");
      mtr_record_set_text (session, MTR_SESSION_KIND, "mentoring");
      set_date (session, MTR_SESSION_HELD_ON, today, started + i * interval + 1);
      mtr_record_set_text (session, MTR_SESSION_HELD_TIME, "10:00");
      mtr_record_set_number (session, MTR_SESSION_MINUTES, g_rand_int_range (random, 6, 18) * 5);
      mtr_record_set_text (session, MTR_SESSION_MODE, "in-person");
      mtr_record_set_text (session, MTR_SESSION_NEXT_STEP, pick (random, next_steps, G_N_ELEMENTS (next_steps)));
      mtr_change_insert (change, session);
    }
}

static gboolean
add_made_up (MtrCli    *cli,
             MtrStore  *store,
             gint64     n_pairings,
             gint64     n_sessions,
             GError   **error)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (cli->options.seed != G_MININT ? (guint32) cli->options.seed : 0);
  g_autoptr (MtrChange) change = NULL;
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PROGRAMME);
  g_autoptr (GPtrArray) programmes = mtr_store_list_records (store, &query, MTR_READER_LEAD, error);
  MtrPack *pack;
  gint64 next_id = FIRST_MADE_UP_ID;

  if (programmes == NULL)
    return FALSE;

  pack = mtr_pack_library_find (cli->library,
                                mtr_record_get_text (g_ptr_array_index (programmes, 0), MTR_PROGRAMME_PACK), NULL);
  for (gint64 i = 0; i < n_pairings; i++)
    {
      /* Spread evenly: what is left, over the pairings that are left. */
      int share = (int) (n_sessions / (n_pairings - i));

      if (change == NULL)
        change = mtr_change_new (_("make the sample"));
      add_pairing (change, &next_id, random, pack, share, &cli->today);
      n_sessions -= share;
      if ((i + 1) % BATCH == 0 || i + 1 == n_pairings)
        {
          mtr_change_set_barrier (change);
          if (!mtr_store_apply (store, change, error))
            return FALSE;
          g_clear_object (&change);
          mtr_cli_show_progress (_("Making the file"), (double) (i + 1) / n_pairings);
        }
    }

  return TRUE;
}

/* How much is made up: what was not said follows from what was, and without any number it is nothing. */
static gboolean
find_size (const MtrCliOptions *options,
           gint64              *n_pairings,
           gint64              *n_sessions)
{
  gboolean has_sessions = options->n_sessions != G_MININT;

  if (options->n_pairings != G_MININT)
    *n_pairings = options->n_pairings;
  else if (has_sessions)
    *n_pairings = ((gint64) options->n_sessions + SESSIONS_EACH - 1) / SESSIONS_EACH;
  else
    *n_pairings = options->seed != G_MININT ? PAIRINGS_OF_A_SEED : 0;
  *n_sessions = has_sessions ? options->n_sessions : *n_pairings * SESSIONS_EACH;

  return *n_pairings >= 0 && *n_sessions >= 0 && *n_sessions <= *n_pairings * MAX_SESSIONS_EACH;
}

/**
 * mtr_cli_sample:
 * @cli: arguments: the file to make
 *
 * Without numbers the sample programme; with them so many made-up pairings and sessions beside it.
 *
 * Returns: the exit status
 */
MtrCliStatus
mtr_cli_sample (MtrCli *cli)
{
  const char *path = cli->arguments[0];
  g_autoptr (MtrStore) store = NULL;
  GError *error = NULL;
  gint64 n_pairings, n_sessions;
  gboolean done;

  if (!find_size (&cli->options, &n_pairings, &n_sessions))
    {
      mtr_cli_complain (_("--pairings and --sessions are numbers from 0, with at most %d sessions for each pairing."),
                        MAX_SESSIONS_EACH);
      return MTR_CLI_USAGE;
    }

  if (!mtr_cli_check_path (path))
    return MTR_CLI_FILE;
  store = mtr_sample_file_create (path, &cli->today, mtr_pack_library_look_up, cli->library, &error);
  if (store == NULL)
    return mtr_cli_fail (error, path);

  done = n_pairings == 0 || add_made_up (cli, store, n_pairings, n_sessions, &error);
  mtr_store_close (store);
  if (!done)
    {
      /* A file that is not whole is no sample. */
      g_unlink (path);
      return mtr_cli_fail (error, path);
    }

  return MTR_CLI_OK;
}
