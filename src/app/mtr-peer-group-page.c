/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Peer groups: who takes part and how large a group may be, the groups that
 * come of it, and what there is to weigh in each. Nothing is in the file before
 * they are proposed.
 */

#include "mtr-peer-group-page.h"

#include "mtr-accessible.h"
#include "mtr-audience-button.h"
#include "mtr-date.h"
#include "mtr-match-words.h"
#include "mtr-page-parts.h"
#include "mtr-pairing.h"
#include "mtr-peer-group.h"
#include "mtr-row-list.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>

#define USUAL_SIZE 6

/* So many rows come at once; a row at the end brings as many more. */
#define ROWS_AT_ONCE 50
#define MORE_KEY "more"

typedef enum {
  FROM_QUEUE,
  FROM_ENDED,
  FROM_ALL,
} Source;

static const char * const sources[] = {
  [FROM_QUEUE] = N_("Who looks for a mentor"),
  [FROM_ENDED] = N_("Who ended a pairing to be in a group"),
  [FROM_ALL] = N_("Everybody"),
  NULL,
};

struct _MtrPeerGroupPage {
  MtrPage              parent_instance;

  MtrMatchModel       *model;          /* (owned) */
  GArray              *people;         /* (owned) (element-type gint64): who could take part */
  GHashTable          *left_out;       /* (owned): ids of those who do not */
  GPtrArray           *groups;         /* (owned) (nullable) (element-type MtrPeerGroup): as they would be */
  char                *problem;        /* (owned) (nullable): why there are none */
  gboolean             building;
  gboolean             stale;          /* something else was chosen while they were built */
  guint                limit;
  gboolean             filling;
  GtkWidget           *size_button;
  GtkWidget           *source;
  GtkWidget           *facilitated;
  GtkLabel            *people_line;
  AdwPreferencesGroup *people_group;
  MtrRowList          *people_rows;    /* (owned) */
  AdwPreferencesGroup *groups_group;
  MtrRowList          *group_rows;     /* (owned) */
  GtkLabel            *problem_label;
  GtkWidget           *button;
};

G_DEFINE_FINAL_TYPE (MtrPeerGroupPage, mtr_peer_group_page, MTR_TYPE_PAGE)

/* ---- Who takes part -------------------------------------------------------------- */

static gboolean
is_running_group (MtrRecord *pairing)
{
  return pairing != NULL && mtr_record_text_is (pairing, MTR_PAIRING_STRUCTURE, MTR_PAIRING_GROUP) &&
         !mtr_record_text_is (pairing, MTR_PAIRING_STATE, MTR_PAIRING_ENDED);
}

static gboolean
wants_group (MtrRecord *pairing)
{
  return pairing != NULL && mtr_record_text_is (pairing, MTR_PAIRING_ENDED_NEXT, MTR_PAIRING_NEXT_GROUP);
}

/* Members of the pairings that are as asked. */
static GHashTable *
find_members (MtrSnapshot *snapshot,
              gboolean   (*is_meant) (MtrRecord *pairing))
{
  GHashTable *found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_MEMBER); i++)
    {
      MtrRecord *member = mtr_snapshot_nth (snapshot, MTR_KIND_MEMBER, i);
      gint64 id = mtr_record_get_number (member, MTR_MEMBER_PERSON_ID);

      if (mtr_record_text_is (member, MTR_MEMBER_ROLE, MTR_ROLE_MENTEE) && !mtr_record_is_set (member, MTR_MEMBER_LEFT_ON) &&
          is_meant (mtr_snapshot_follow (snapshot, member, MTR_MEMBER_PAIRING_ID)))
        g_hash_table_add (found, g_memdup2 (&id, sizeof id));
    }

  return found;
}

static gboolean
has_left (MtrPeerGroupPage *self,
          MtrRecord        *person)
{
  GDate today;
  GDate left;

  mtr_programme_get_today (mtr_page_get_programme (MTR_PAGE (self)), &today);

  return mtr_record_get_date (person, MTR_PERSON_LEFT_ON, &left) && g_date_compare (&left, &today) < 0;
}

static void
find_people (MtrPeerGroupPage *self)
{
  MtrSnapshot *snapshot = mtr_match_model_get_snapshot (self->model);
  MtrMatchPool *pool = mtr_match_model_get_pool (self->model);
  Source source = (Source) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->source));
  g_autoptr (GHashTable) in_group = find_members (snapshot, is_running_group);
  g_autoptr (GHashTable) wanting = find_members (snapshot, wants_group);
  guint n = source == FROM_QUEUE ? mtr_match_pool_count_mentees (pool) : mtr_snapshot_count (snapshot, MTR_KIND_PERSON);

  g_array_set_size (self->people, 0);
  for (guint i = 0; i < n; i++)
    {
      gint64 id = source == FROM_QUEUE ? mtr_match_pool_get_mentee (pool, i)
                                       : mtr_record_get_id (mtr_snapshot_nth (snapshot, MTR_KIND_PERSON, i));

      if (!g_hash_table_contains (in_group, &id) && (source != FROM_ENDED || g_hash_table_contains (wanting, &id)) &&
          !has_left (self, mtr_snapshot_get (snapshot, MTR_KIND_PERSON, id)))
        g_array_append_val (self->people, id);
    }
}

/* ---- The groups that come of it --------------------------------------------------- */

typedef struct {
  MtrSnapshot *snapshot;      /* (owned) */
  GArray      *people;        /* (owned) (element-type gint64) */
  GArray      *facilitators;  /* (owned) (element-type gint64) */
  guint        size;
  char        *problem;       /* (owned) (nullable) */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->snapshot);
  g_array_unref (job->people);
  g_array_unref (job->facilitators);
  g_free (job->problem);
  g_free (job);
}

static void
run_job (GTask        *task,
         gpointer      source,
         gpointer      task_data,
         GCancellable *cancellable)
{
  Job *job = task_data;
  const MtrPeerGroupPlan plan = {
    .snapshot = job->snapshot,
    .people = (const gint64 *) (gpointer) job->people->data,
    .n_people = job->people->len,
    .facilitators = (const gint64 *) (gpointer) job->facilitators->data,
    .n_facilitators = job->facilitators->len,
    .size = job->size,
  };

  job->problem = mtr_peer_group_plan_dup_problem (&plan);
  g_task_return_pointer (task, job->problem == NULL ? mtr_peer_group_build (&plan) : NULL,
                         (GDestroyNotify) g_ptr_array_unref);
}

static char *
describe_group (MtrSnapshot  *snapshot,
                MtrPeerGroup *group)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *spread = mtr_peer_group_dup_spread (group, snapshot);
  g_autofree char *members = NULL;
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < group->members->len; i++)
    g_ptr_array_add (names, (gpointer) mtr_match_words_get_name (snapshot, g_array_index (group->members, gint64, i)));
  g_ptr_array_add (names, NULL);
  members = mtr_text_join_list ((const char * const *) names->pdata);
  g_string_append_printf (words, "%s\n%s", members, spread);
  for (guint i = 0; i < group->warnings->len; i++)
    {
      g_string_append_c (words, '\n');
      /* Translators: %s is a sentence about a group: "Nobody facilitates this group yet." */
      g_string_append_printf (words, _("To weigh: %s"), (const char *) g_ptr_array_index (group->warnings, i));
    }

  return g_string_free (words, FALSE);
}

static void
show_groups (MtrPeerGroupPage *self)
{
  MtrSnapshot *snapshot = mtr_match_model_get_snapshot (self->model);

  mtr_row_list_begin (self->group_rows);
  for (guint i = 0; self->groups != NULL && i < self->groups->len; i++)
    {
      MtrPeerGroup *group = g_ptr_array_index (self->groups, i);
      g_autofree char *key = g_strdup_printf ("%u", i);
      g_autofree char *words = describe_group (snapshot, group);
      g_autofree char *title =
        group->facilitator_id != 0
          ? g_strdup_printf (_("Group %1$u, facilitated by %2$s"), i + 1,
                             mtr_match_words_get_name (snapshot, group->facilitator_id))
          : g_strdup_printf (_("Group %u"), i + 1);

      mtr_row_list_add (self->group_rows, key, title, words, NULL, "");
    }
  mtr_row_list_end (self->group_rows);
  gtk_widget_set_visible (GTK_WIDGET (self->groups_group), self->groups != NULL);
}

static void build (MtrPeerGroupPage *self);

static void
built_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  MtrPeerGroupPage *self = MTR_PEER_GROUP_PAGE (source);
  const Job *job = g_task_get_task_data (G_TASK (result));
  GPtrArray *groups = g_task_propagate_pointer (G_TASK (result), NULL);

  self->building = FALSE;
  /* Something else has been chosen since, or the page has gone. */
  if (self->stale || self->group_rows == NULL)
    {
      g_clear_pointer (&groups, g_ptr_array_unref);
      if (self->group_rows != NULL)
        build (self);
      return;
    }

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->groups = groups;
  g_free (self->problem);
  self->problem = g_strdup (job->problem);
  show_groups (self);
}

static void
build (MtrPeerGroupPage *self)
{
  MtrMatchPool *pool = mtr_match_model_get_pool (self->model);
  g_autoptr (GTask) task = NULL;
  Job *job;

  gtk_label_set_text (self->problem_label, "");
  self->stale = self->building;
  if (self->building)
    return;

  self->building = TRUE;
  task = g_task_new (self, NULL, built_cb, NULL);
  job = g_new0 (Job, 1);
  job->snapshot = g_object_ref (mtr_match_model_get_snapshot (self->model));
  job->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  job->facilitators = g_array_new (FALSE, FALSE, sizeof (gint64));
  job->size = (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->size_button));
  for (guint i = 0; i < self->people->len; i++)
    {
      gint64 id = g_array_index (self->people, gint64, i);

      if (!g_hash_table_contains (self->left_out, &id))
        g_array_append_val (job->people, id);
    }
  for (guint i = 0; gtk_switch_get_active (GTK_SWITCH (self->facilitated)) && i < mtr_match_pool_count_mentors (pool); i++)
    {
      gint64 id = mtr_match_pool_get_mentor (pool, i);

      g_array_append_val (job->facilitators, id);
    }

  g_task_set_source_tag (task, build);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_job);
}

/* ---- The page ---------------------------------------------------------------------- */

static void
ticked_cb (MtrPeerGroupPage *self,
           GtkCheckButton   *check)
{
  gint64 id = *(gint64 *) g_object_get_data (G_OBJECT (check), "person");

  if (self->filling)
    return;

  if (gtk_check_button_get_active (check))
    g_hash_table_remove (self->left_out, &id);
  else
    g_hash_table_add (self->left_out, g_memdup2 (&id, sizeof id));
  build (self);
}

static GtkWidget *
make_person_row (MtrPeerGroupPage *self,
                 gint64            id)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  g_object_set_data_full (G_OBJECT (check), "person", g_memdup2 (&id, sizeof id), g_free);
  g_object_set_data (G_OBJECT (row), "check", check);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
add_person (MtrPeerGroupPage *self,
            gint64            id)
{
  MtrSnapshot *snapshot = mtr_match_model_get_snapshot (self->model);
  MtrRecord *person = mtr_snapshot_get (snapshot, MTR_KIND_PERSON, id);
  const char *team = mtr_record_get_text (person, MTR_PERSON_TEAM);
  const char *name = mtr_match_words_get_name (snapshot, id);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  GtkWidget *row = mtr_row_list_find (self->people_rows, key);
  g_autofree char *spoken = team != NULL ? g_strdup_printf ("%s. %s", name, team) : g_strdup (name);
  GtkWidget *check;

  if (row == NULL)
    row = make_person_row (self, id);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), team != NULL ? team : "");
  check = g_object_get_data (G_OBJECT (row), "check");
  mtr_accessible_set_label (check, spoken);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !g_hash_table_contains (self->left_out, &id));
  mtr_row_list_add_widget (self->people_rows, key, row);
}

static void
show_people (MtrPeerGroupPage *self)
{
  guint n_more = self->people->len > self->limit ? self->people->len - self->limit : 0;

  self->filling = TRUE;
  mtr_row_list_begin (self->people_rows);
  for (guint i = 0; i < MIN (self->people->len, self->limit); i++)
    add_person (self, g_array_index (self->people, gint64, i));
  if (n_more > 0)
    {
      g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %u more, who take part",
                                                            "And %u more, who take part", n_more), n_more);

      mtr_row_list_add (self->people_rows, MORE_KEY, more, NULL, NULL, _("Show More"));
    }
  mtr_row_list_end (self->people_rows);
  self->filling = FALSE;
  gtk_label_set_text (self->people_line, self->people->len > 0
                                           ? _("Take out the tick of whoever is not to be in one. Whoever is in a group "
                                               "already is not listed.")
                                           : _("Nobody. Choose above where people are to come from."));
  gtk_widget_set_visible (GTK_WIDGET (self->people_group), self->people->len > 0);
}

static void
mtr_peer_group_page_refresh (MtrPage *page)
{
  MtrPeerGroupPage *self = MTR_PEER_GROUP_PAGE (page);

  find_people (self);
  show_people (self);
  build (self);
  gtk_widget_set_visible (self->button, !mtr_programme_is_read_only (mtr_page_get_programme (page)));
}

static void
chosen_cb (MtrPeerGroupPage *self)
{
  mtr_page_refresh (MTR_PAGE (self));
}

static void
more_cb (MtrPeerGroupPage *self,
         const char       *key)
{
  if (!g_str_equal (key, MORE_KEY))
    return;

  self->limit += ROWS_AT_ONCE;
  show_people (self);
}

static gint64
new_id_cb (gpointer user_data)
{
  return mtr_programme_new_id (MTR_PROGRAMME (user_data));
}

static void
proposed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (MtrPeerGroupPage) self = MTR_PEER_GROUP_PAGE (user_data);
  guint n_groups = self->groups != NULL ? self->groups->len : 0;
  g_autofree char *done = NULL;

  /* A failure has been said in the state line; everything stays as it was chosen. */
  if (!mtr_programme_apply_finish (MTR_PROGRAMME (source), result, NULL))
    return;

  done = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u peer group is proposed. Ctrl+Z takes it back",
                                       "%u peer groups are proposed. Ctrl+Z takes them back", n_groups), n_groups);
  mtr_programme_announce (MTR_PROGRAMME (source), done);
  if (self->group_rows != NULL)
    mtr_page_pop (MTR_PAGE (self));
}

static void
propose_cb (MtrPeerGroupPage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  MtrPack *pack = mtr_match_pool_get_pack (mtr_match_model_get_pool (self->model));
  MtrSnapshot *snapshot = mtr_match_model_get_snapshot (self->model);
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *day = NULL;
  GDate today;

  if (self->building)
    {
      gtk_label_set_text (self->problem_label, _("The groups are being made. Press again in a moment."));
      return;
    }
  if (self->groups == NULL)
    {
      gtk_label_set_text (self->problem_label, self->problem != NULL ? self->problem : "");
      gtk_widget_grab_focus (self->source);
      return;
    }

  mtr_programme_get_today (programme, &today);
  problems = mtr_peer_group_list_problems (self->groups, pack, snapshot, &today);
  if (problems->len > 0)
    {
      gtk_label_set_text (self->problem_label, g_ptr_array_index (problems, 0));
      return;
    }

  day = mtr_date_to_iso (&today);
  mtr_programme_apply (programme, mtr_peer_group_propose (self->groups, pack, snapshot, day, new_id_cb, programme),
                       proposed_cb, g_object_ref (self));
}

static void
mtr_peer_group_page_dispose (GObject *object)
{
  MtrPeerGroupPage *self = MTR_PEER_GROUP_PAGE (object);

  g_clear_object (&self->people_rows);
  g_clear_object (&self->group_rows);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_peer_group_page_parent_class)->dispose (object);
}

static void
mtr_peer_group_page_finalize (GObject *object)
{
  MtrPeerGroupPage *self = MTR_PEER_GROUP_PAGE (object);

  g_array_unref (self->people);
  g_hash_table_unref (self->left_out);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_free (self->problem);

  G_OBJECT_CLASS (mtr_peer_group_page_parent_class)->finalize (object);
}

static void
mtr_peer_group_page_class_init (MtrPeerGroupPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_peer_group_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mtr_peer_group_page_finalize;
  MTR_PAGE_CLASS (klass)->refresh = mtr_peer_group_page_refresh;
}

static void
mtr_peer_group_page_init (MtrPeerGroupPage *self)
{
  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->left_out = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->limit = ROWS_AT_ONCE;
}

static void
add_choice (AdwPreferencesGroup *group,
            const char          *title,
            const char          *subtitle,
            GtkWidget           *choice)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choice);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), choice);
  mtr_accessible_set_label (choice, title);
  adw_preferences_group_add (group, row);
}

static void
add_choices (MtrPeerGroupPage *self,
             GtkBox           *content)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (mtr_group_new (_("How they are made"), MTR_AUDIENCE_PROGRAMME, NULL,
                                                                     NULL));
  const char *titles[G_N_ELEMENTS (sources)] = { NULL };

  for (gsize i = 0; sources[i] != NULL; i++)
    titles[i] = _(sources[i]);
  self->source = gtk_drop_down_new_from_strings (titles);
  add_choice (group, _("From whom"), NULL, self->source);
  self->size_button = gtk_spin_button_new_with_range (MTR_PEER_GROUP_LEAST, MTR_PEER_GROUP_MOST, 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->size_button), USUAL_SIZE);
  add_choice (group, _("How many in a group, at most"), NULL, self->size_button);
  self->facilitated = gtk_switch_new ();
  gtk_switch_set_active (GTK_SWITCH (self->facilitated), TRUE);
  add_choice (group, _("With a facilitator"), _("Somebody who offers to mentor, from another team where possible"),
              self->facilitated);
  gtk_box_append (content, GTK_WIDGET (group));
  g_signal_connect_object (self->source, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->size_button, "value-changed", G_CALLBACK (build), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->facilitated, "notify::active", G_CALLBACK (build), self, G_CONNECT_SWAPPED);
}

/**
 * mtr_peer_group_page_new:
 * @model: a round of matching
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_peer_group_page_new (MtrMatchModel *model)
{
  MtrPeerGroupPage *self = g_object_new (MTR_TYPE_PEER_GROUP_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);

  self->model = g_object_ref (model);
  mtr_page_set_title (MTR_PAGE (self), _("Peer Groups"));
  mtr_page_set_programme (MTR_PAGE (self), mtr_match_model_get_programme (model));
  mtr_page_parts_add_line (content, _("People who learn from each other. Teams are mixed as far as can be, and nobody is put "
                                      "together with their manager, or with somebody they are never to be brought together "
                                      "with, where that can be helped."));
  add_choices (self, content);
  self->people_line = mtr_page_parts_add_line (content, NULL);
  self->people_group = ADW_PREFERENCES_GROUP (mtr_group_new (_("Who takes part"), MTR_AUDIENCE_PROGRAMME, NULL, NULL));
  self->people_rows = mtr_row_list_new (self->people_group);
  gtk_box_append (content, GTK_WIDGET (self->people_group));
  self->groups_group = ADW_PREFERENCES_GROUP (mtr_group_new (_("Groups that come of it"), MTR_AUDIENCE_PROGRAMME, NULL, NULL));
  self->group_rows = mtr_row_list_new (self->groups_group);
  gtk_widget_set_visible (GTK_WIDGET (self->groups_group), FALSE);
  gtk_box_append (content, GTK_WIDGET (self->groups_group));
  self->problem_label = mtr_page_parts_add_problem (content);
  self->button = mtr_page_parts_add_button (content, _("Propose the Groups"), TRUE);
  g_signal_connect_object (self->people_rows, "activated", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (propose_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "refreshed", G_CALLBACK (mtr_page_refresh), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
