/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One round of matching as its pages see it: who could be matched with whom,
 * and, once it has been asked for, who is suggested for whom. Both are made in
 * a thread, and made again after every change of the file, so that what is
 * shown is never older than what was pinned, ruled out or undone. The signal
 * "refreshed" says that something else is to be shown.
 */

#include "mtr-match-model.h"

#include "mtr-date.h"
#include "mtr-dialogs.h"
#include "mtr-match-publish.h"
#include "mtr-match-rule.h"

#include <glib/gi18n-lib.h>

/* What was made at one moment. Shared by the model and by what is about to be published. */
typedef struct {
  MtrMatchPool *pool;   /* (owned) */
  MtrMatch     *match;  /* (owned) (nullable): nobody has asked yet */
} Round;

struct _MtrMatchModel {
  GObject       parent_instance;

  MtrProgramme *programme;  /* (owned) */
  Round        *round;      /* (owned): shared */
  gboolean      wanted;     /* suggestions have been asked for */
  gboolean      asked;      /* and what came of it has not been said yet */
  gboolean      loading;
  gboolean      stale;      /* something has changed while it was loading */
};

enum {
  SIGNAL_REFRESHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MtrMatchModel, mtr_match_model, G_TYPE_OBJECT)

static const struct {
  const char *rule;
  const char *set;
  const char *unset;
} done_words[] = {
  { MTR_MATCH_RULE_PIN, N_("Pinned: these two are suggested whatever else changes. Ctrl+Z takes it back"),
    N_("The pin is taken out. Ctrl+Z brings it back") },
  { MTR_MATCH_RULE_FORBID, N_("Not these two in this round. Ctrl+Z takes it back"),
    N_("These two may be suggested again. Ctrl+Z takes it back") },
  { MTR_MATCH_RULE_EXCLUDE, N_("These two are never brought together. Ctrl+Z takes it back"),
    N_("These two may be brought together. Ctrl+Z takes it back") },
};

static void load (MtrMatchModel *self);

static void
clear_round (gpointer data)
{
  Round *round = data;

  g_clear_pointer (&round->match, mtr_match_free);
  g_clear_object (&round->pool);
}

static void
round_unref (Round *round)
{
  g_atomic_rc_box_release_full (round, clear_round);
}

static Round *
make_round (MtrPack     *pack,
            MtrSnapshot *snapshot,
            const GDate *today,
            gboolean     with_match)
{
  Round *round = g_atomic_rc_box_new0 (Round);
  MtrMatchWeights weights;

  mtr_match_weights_init (&weights, snapshot);
  round->pool = mtr_match_pool_new (pack, snapshot, &weights, today);
  if (with_match)
    round->match = mtr_match_new (round->pool);

  return round;
}

/* ---- Loading and matching ------------------------------------------------------ */

typedef struct {
  MtrPack     *pack;       /* (owned) */
  MtrSnapshot *snapshot;   /* (owned) */
  GDate        today;
  gboolean     with_match;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->pack);
  g_object_unref (job->snapshot);
  g_free (job);
}

static void
run_job (GTask        *task,
         gpointer      source,
         gpointer      task_data,
         GCancellable *cancellable)
{
  const Job *job = task_data;

  g_task_return_pointer (task, make_round (job->pack, job->snapshot, &job->today, job->with_match),
                         (GDestroyNotify) round_unref);
}

static void
say_suggestions (MtrMatchModel *self)
{
  const MtrMatch *match = self->round->match;
  g_autofree char *pairs = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *words = NULL;

  if (match == NULL || !self->asked)
    return;

  self->asked = FALSE;
  pairs = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u pair is suggested", "%u pairs are suggested",
                                        match->suggestions->len), match->suggestions->len);
  rest = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person is without one", "%u people are without one",
                                       match->unmatched->len), match->unmatched->len);
  words = match->unmatched->len > 0 ? g_strdup_printf ("%s, %s", pairs, rest) : g_strdup (pairs);
  mtr_programme_announce (self->programme, words);
}

static void
end_loading (MtrMatchModel *self)
{
  self->loading = FALSE;
  mtr_programme_end_loading (self->programme);
  if (self->stale)
    {
      load (self);
      return;
    }

  say_suggestions (self);
  g_signal_emit (self, signals[SIGNAL_REFRESHED], 0);
}

static void
matched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  MtrMatchModel *self = MTR_MATCH_MODEL (source);

  round_unref (self->round);
  self->round = g_task_propagate_pointer (G_TASK (result), NULL);
  end_loading (self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MtrMatchModel) self = MTR_MATCH_MODEL (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load_finish (MTR_STORE (source), result, &error);
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (snapshot == NULL || self->stale)
    {
      if (snapshot == NULL)
        mtr_programme_announce (self->programme, error->message);
      end_loading (self);
      return;
    }

  job = g_new0 (Job, 1);
  job->pack = g_object_ref (mtr_match_pool_get_pack (self->round->pool));
  job->snapshot = g_steal_pointer (&snapshot);
  job->with_match = self->wanted;
  mtr_programme_get_today (self->programme, &job->today);
  task = g_task_new (self, NULL, matched_cb, NULL);
  g_task_set_source_tag (task, loaded_cb);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_job);
}

static void
load (MtrMatchModel *self)
{
  if (self->loading)
    {
      self->stale = TRUE;
      return;
    }

  self->stale = FALSE;
  self->loading = TRUE;
  mtr_programme_begin_loading (self->programme);
  mtr_store_load_async (mtr_programme_get_store (self->programme), MTR_SCOPE_MATCHING, MTR_KIND_PROGRAMME, 0,
                        MTR_READER_LEAD, NULL, loaded_cb, g_object_ref (self));
}

/* ---- The object ------------------------------------------------------------------ */

static void
mtr_match_model_finalize (GObject *object)
{
  MtrMatchModel *self = MTR_MATCH_MODEL (object);

  g_clear_pointer (&self->round, round_unref);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (mtr_match_model_parent_class)->finalize (object);
}

static void
mtr_match_model_class_init (MtrMatchModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mtr_match_model_finalize;

  signals[SIGNAL_REFRESHED] = g_signal_new ("refreshed", MTR_TYPE_MATCH_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 0);
}

static void
mtr_match_model_init (MtrMatchModel *self)
{
}

/**
 * mtr_match_model_new:
 * @programme: a programme with a pack
 *
 * Loads the pool before it returns, so that the page is never shown empty first.
 *
 * Returns: (transfer full): the model, without suggestions
 */
MtrMatchModel *
mtr_match_model_new (MtrProgramme *programme)
{
  MtrMatchModel *self = g_object_new (MTR_TYPE_MATCH_MODEL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrSnapshot) snapshot = NULL;
  GDate today;

  self->programme = g_object_ref (programme);
  /* What is about somebody's identity is the owner's alone: it is not even read here. */
  snapshot = mtr_store_load (mtr_programme_get_store (programme), MTR_SCOPE_MATCHING, MTR_KIND_PROGRAMME, 0,
                             MTR_READER_LEAD, &error);
  if (snapshot == NULL)
    {
      mtr_programme_announce (programme, error->message);
      snapshot = mtr_snapshot_new (MTR_READER_LEAD);
    }
  mtr_programme_get_today (programme, &today);
  self->round = make_round (mtr_programme_get_pack (programme, NULL), snapshot, &today, FALSE);
  g_signal_connect_object (programme, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * mtr_match_model_get_programme:
 * @self: a model
 *
 * Returns: (transfer none): the programme
 */
MtrProgramme *
mtr_match_model_get_programme (MtrMatchModel *self)
{
  return self->programme;
}

/**
 * mtr_match_model_get_snapshot:
 * @self: a model
 *
 * Returns: (transfer none): what the pool was made from; replaced with "refreshed"
 */
MtrSnapshot *
mtr_match_model_get_snapshot (MtrMatchModel *self)
{
  return mtr_match_pool_get_snapshot (self->round->pool);
}

/**
 * mtr_match_model_get_pool:
 * @self: a model
 *
 * Returns: (transfer none): who could be matched with whom; replaced with "refreshed"
 */
MtrMatchPool *
mtr_match_model_get_pool (MtrMatchModel *self)
{
  return self->round->pool;
}

/**
 * mtr_match_model_get_match:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): who is suggested for whom; %NULL before it is asked for; replaced with "refreshed"
 */
const MtrMatch *
mtr_match_model_get_match (MtrMatchModel *self)
{
  return self->round->match;
}

/**
 * mtr_match_model_is_matching:
 * @self: a model
 *
 * Returns: whether suggestions have been asked for that are not there yet
 */
gboolean
mtr_match_model_is_matching (MtrMatchModel *self)
{
  return self->loading && self->wanted;
}

/**
 * mtr_match_model_get_mentor_of:
 * @self: a model
 * @mentee_id: a person
 *
 * Returns: who is suggested for them; 0: nobody
 */
gint64
mtr_match_model_get_mentor_of (MtrMatchModel *self,
                               gint64         mentee_id)
{
  for (guint i = 0; self->round->match != NULL && i < self->round->match->suggestions->len; i++)
    {
      const MtrMatchSuggestion *suggestion = g_ptr_array_index (self->round->match->suggestions, i);

      if (suggestion->score->mentee_id == mentee_id)
        return suggestion->score->mentor_id;
    }

  return 0;
}

/**
 * mtr_match_model_suggest:
 * @self: a model
 *
 * Asks for suggestions, which come with "refreshed", and are kept up to date from then on.
 */
void
mtr_match_model_suggest (MtrMatchModel *self)
{
  self->wanted = TRUE;
  self->asked = TRUE;
  load (self);
  g_signal_emit (self, signals[SIGNAL_REFRESHED], 0);
}

static gint64
new_id_cb (gpointer user_data)
{
  return mtr_programme_new_id (MTR_PROGRAMME (user_data));
}

static const char *
get_done (const char *rule,
          gboolean    set)
{
  for (gsize i = 0; i < G_N_ELEMENTS (done_words); i++)
    if (g_str_equal (done_words[i].rule, rule))
      return set ? _(done_words[i].set) : _(done_words[i].unset);

  g_return_val_if_reached (NULL);
}

/**
 * mtr_match_model_set_rule:
 * @self: a model of a file that can be written
 * @rule: %MTR_MATCH_RULE_PIN, %MTR_MATCH_RULE_FORBID or %MTR_MATCH_RULE_EXCLUDE
 * @mentor_id: a person
 * @mentee_id: another
 *
 * Says something about two people, with an undo; the suggestions follow.
 */
void
mtr_match_model_set_rule (MtrMatchModel *self,
                          const char    *rule,
                          gint64         mentor_id,
                          gint64         mentee_id)
{
  mtr_programme_act (self->programme,
                     mtr_match_rule_set (mtr_match_model_get_snapshot (self), rule, mentor_id, mentee_id,
                                         mtr_programme_new_id (self->programme)),
                     get_done (rule, TRUE));
}

/**
 * mtr_match_model_unset_rule:
 * @self: a model of a file that can be written
 * @rule: %MTR_MATCH_RULE_PIN, %MTR_MATCH_RULE_FORBID or %MTR_MATCH_RULE_EXCLUDE
 * @mentor_id: a person
 * @mentee_id: another
 *
 * Takes back what was said about two people, with an undo; the suggestions follow.
 */
void
mtr_match_model_unset_rule (MtrMatchModel *self,
                            const char    *rule,
                            gint64         mentor_id,
                            gint64         mentee_id)
{
  mtr_programme_act (self->programme,
                     mtr_match_rule_unset (mtr_match_model_get_snapshot (self), rule, mentor_id, mentee_id),
                     get_done (rule, FALSE));
}

/**
 * mtr_match_model_weigh:
 * @self: a model of a file that can be written
 * @weights: how much each criterion is to count
 *
 * Writes down the weights, with an undo; the suggestions follow.
 */
void
mtr_match_model_weigh (MtrMatchModel         *self,
                       const MtrMatchWeights *weights)
{
  mtr_programme_act (self->programme,
                     mtr_match_weights_make_change (weights, mtr_match_model_get_snapshot (self), new_id_cb,
                                                    self->programme),
                     _("The criteria are weighed anew. Ctrl+Z takes it back"));
}

/* ---- Publishing -------------------------------------------------------------------- */

/* What somebody has looked at and said yes to: not what may have been suggested since. */
typedef struct {
  MtrMatchModel *model;    /* (owned) */
  Round         *round;    /* (owned): shared */
  GtkWidget     *parent;   /* (owned) */
} Publishing;

static void
publishing_free (Publishing *publishing)
{
  g_object_unref (publishing->model);
  round_unref (publishing->round);
  g_object_unref (publishing->parent);
  g_free (publishing);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Publishing, publishing_free)

static void
refuse (Publishing *publishing,
        GPtrArray  *problems)
{
  g_autofree char *body = NULL;

  g_ptr_array_add (problems, NULL);
  body = g_strjoinv ("\n", (char **) problems->pdata);
  mtr_programme_announce (publishing->model->programme, _("Nothing was published."));
  if (gtk_widget_get_root (publishing->parent) != NULL)
    mtr_dialogs_tell (publishing->parent, _("Nothing was published"), body);
}

static void
present_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (Publishing) publishing = user_data;
  MtrProgramme *programme = publishing->model->programme;
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load_finish (MTR_STORE (source), result, &error);
  guint n_suggestions = publishing->round->match->suggestions->len;
  g_autoptr (MtrMatchPool) present = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *day = NULL;
  g_autofree char *now = NULL;
  g_autofree char *done = NULL;
  MtrMatchPublication publication = { .match = publishing->round->match };
  MtrMatchWeights weights;
  GDate today;

  if (snapshot == NULL)
    {
      mtr_programme_announce (programme, error->message);
      return;
    }

  mtr_programme_get_today (programme, &today);
  mtr_match_weights_init (&weights, snapshot);
  present = mtr_match_pool_new (mtr_match_pool_get_pack (publishing->round->pool), snapshot, &weights, &today);
  publication.present = present;
  publication.today = day = mtr_date_to_iso (&today);
  publication.now = now = mtr_programme_now (programme);
  publication.new_id = new_id_cb;
  publication.new_id_data = programme;
  problems = mtr_match_publication_list_problems (&publication);
  if (problems->len > 0)
    {
      refuse (publishing, problems);
      return;
    }

  done = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u pairing is proposed. Ctrl+Z takes it back",
                                       "%u pairings are proposed. Ctrl+Z takes them back", n_suggestions), n_suggestions);
  mtr_programme_act (programme, mtr_match_publication_make_change (&publication), done);
}

static void
publish (Publishing *publishing)
{
  mtr_store_load_async (mtr_programme_get_store (publishing->model->programme), MTR_SCOPE_MATCHING, MTR_KIND_PROGRAMME, 0,
                        MTR_READER_LEAD, NULL, present_loaded_cb, publishing);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Publishing) publishing = user_data;

  if (mtr_dialogs_ask_finish (result))
    publish (g_steal_pointer (&publishing));
}

/**
 * mtr_match_model_publish:
 * @self: a model with suggestions, of a file that can be written
 * @parent: a widget of the window to ask over
 *
 * Asks, and makes the suggestions pairings that are proposed, with one undo; says why where that is refused.
 */
void
mtr_match_model_publish (MtrMatchModel *self,
                         GtkWidget     *parent)
{
  Publishing *publishing = g_new0 (Publishing, 1);
  guint n_suggestions = self->round->match->suggestions->len;
  g_autofree char *heading = NULL;

  publishing->model = g_object_ref (self);
  publishing->round = g_atomic_rc_box_acquire (self->round);
  publishing->parent = g_object_ref (parent);
  /* There is nothing to ask; it is said why. */
  if (n_suggestions == 0)
    {
      publish (publishing);
      return;
    }

  heading = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Publish %u pairing?", "Publish %u pairings?", n_suggestions),
                             n_suggestions);
  mtr_dialogs_ask_async (parent, heading,
                         _("Each becomes a pairing that is proposed, and whoever is in one leaves the queue. Nobody is told "
                           "by this: write to them yourself. Ctrl+Z takes everything back."),
                         NULL, _("Not Yet"), _("Publish"), answered_cb, publishing);
}
