/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "Goals and plan" on the page of a pairing: a row for each goal, one to add
 * another, and the plan as a whole. Where the scheme of the pairing knows
 * nothing of goals, nothing is shown.
 */

#include "mtr-plan-group.h"

#include "mtr-audience-button.h"
#include "mtr-goal-page.h"
#include "mtr-goal.h"
#include "mtr-plan-page.h"
#include "mtr-plan.h"
#include "mtr-row-list.h"

#include <glib/gi18n-lib.h>

#define ADD_KEY  "add"
#define PLAN_KEY "plan"

struct _MtrPlanGroup {
  AdwBin               parent_instance;

  MtrPairingModel     *model;   /* (owned) */
  AdwPreferencesGroup *group;
  MtrRowList          *rows;    /* (owned) */
};

G_DEFINE_FINAL_TYPE (MtrPlanGroup, mtr_plan_group, ADW_TYPE_BIN)

static void
activated_cb (MtrPlanGroup *self,
              const char   *key)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), MTR_TYPE_PAGE);

  if (page == NULL)
    return;

  if (g_str_equal (key, PLAN_KEY))
    mtr_page_push (MTR_PAGE (page), mtr_plan_page_new (self->model));
  else
    mtr_page_push (MTR_PAGE (page), mtr_goal_page_new (self->model, g_str_equal (key, ADD_KEY)
                                                                    ? 0 : g_ascii_strtoll (key, NULL, 10)));
}

static void
add_goal_row (MtrPlanGroup *self,
              MtrRecord    *goal,
              const GDate  *today)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  const char *statement = mtr_record_get_text (goal, MTR_GOAL_STATEMENT);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (goal));
  g_autofree char *summary = mtr_goal_dup_summary (snapshot, goal, today);

  mtr_row_list_add (self->rows, key, statement != NULL ? statement : _("A goal"), summary,
                    mtr_goal_get_standing_label (mtr_goal_get_standing (snapshot, goal, today)), NULL);
}

static char *
dup_plan_summary (MtrPlanGroup *self)
{
  g_autoptr (GPtrArray) steps = mtr_plan_list_steps (mtr_pairing_model_get_snapshot (self->model),
                                                     mtr_pairing_model_get_id (self->model),
                                                     mtr_programme_get_owner_id (mtr_pairing_model_get_programme (self->model)),
                                                     FALSE);

  if (steps->len == 0)
    return g_strdup (_("On one page, to print"));

  /* Translators: how many milestones, activities and actions of a plan are still to be done. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u step still to be taken, on one page",
                                       "%u steps still to be taken, on one page", steps->len), steps->len);
}

/**
 * mtr_plan_group_refresh:
 * @self: a group
 *
 * Shows the goals as they are now.
 */
void
mtr_plan_group_refresh (MtrPlanGroup *self)
{
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  gint64 pairing_id = mtr_pairing_model_get_id (self->model);
  gboolean can_write = mtr_pairing_model_can_write (self->model);
  g_autoptr (GPtrArray) goals = mtr_goal_list (snapshot, pairing_id);
  g_autofree char *on_track = NULL;
  g_autofree char *plan = NULL;
  GDate today;

  mtr_programme_get_today (mtr_pairing_model_get_programme (self->model), &today);
  gtk_widget_set_visible (GTK_WIDGET (self), goals->len > 0 || mtr_pack_get_words (pack, MTR_WORDS_GOAL_AREAS)->len > 0 ||
                                             mtr_pack_asks_for (pack, MTR_REQUIREMENT_GOALS));
  on_track = mtr_goal_dup_on_track (snapshot, pairing_id, &today);
  adw_preferences_group_set_description (self->group, on_track);

  mtr_row_list_begin (self->rows);
  for (guint i = 0; i < goals->len; i++)
    add_goal_row (self, g_ptr_array_index (goals, i), &today);
  if (can_write)
    mtr_row_list_add (self->rows, ADD_KEY,
                      goals->len == 0 ? _("No goals yet. One is enough to start with.") : _("Another goal"), NULL, NULL,
                      _("Add a goal"));
  else if (goals->len == 0)
    mtr_row_list_add (self->rows, ADD_KEY, _("No goals were written down"), NULL, NULL, "");
  plan = dup_plan_summary (self);
  mtr_row_list_add (self->rows, PLAN_KEY, _("Our plan and next steps"), plan, NULL, NULL);
  mtr_row_list_end (self->rows);
}

/**
 * mtr_plan_group_go_to:
 * @self: a group
 * @kind: %MTR_KIND_GOAL, %MTR_KIND_MILESTONE or %MTR_KIND_ACTIVITY
 * @id: the record; 0 for wherever such a thing is written
 *
 * Opens the page where it is.
 *
 * Returns: whether there is one
 */
gboolean
mtr_plan_group_go_to (MtrPlanGroup *self,
                      MtrKind       kind,
                      gint64        id)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  MtrRecord *record = mtr_snapshot_get (snapshot, kind, id);
  gint64 goal_id = kind == MTR_KIND_GOAL ? id : 0;
  g_autofree char *key = NULL;

  if (kind == MTR_KIND_MILESTONE && record != NULL)
    goal_id = mtr_record_get_number (record, MTR_MILESTONE_GOAL_ID);
  if (kind != MTR_KIND_ACTIVITY && goal_id == 0)
    {
      g_autoptr (GPtrArray) goals = mtr_goal_list (snapshot, mtr_pairing_model_get_id (self->model));

      /* A milestone is written for the first goal; where there is none, a goal is. */
      if (kind == MTR_KIND_MILESTONE && goals->len > 0)
        goal_id = mtr_record_get_id (g_ptr_array_index (goals, 0));
      else if (!mtr_pairing_model_can_write (self->model))
        return FALSE;
    }
  key = kind == MTR_KIND_ACTIVITY ? g_strdup (PLAN_KEY)
        : goal_id == 0 ? g_strdup (ADD_KEY) : g_strdup_printf ("%" G_GINT64_FORMAT, goal_id);
  activated_cb (self, key);

  return TRUE;
}

/**
 * mtr_plan_group_set_narrow:
 * @self: a group
 * @narrow: whether the page is narrow
 */
void
mtr_plan_group_set_narrow (MtrPlanGroup *self,
                           gboolean      narrow)
{
  mtr_row_list_set_narrow (self->rows, narrow);
}

static void
mtr_plan_group_dispose (GObject *object)
{
  MtrPlanGroup *self = MTR_PLAN_GROUP (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_plan_group_parent_class)->dispose (object);
}

static void
mtr_plan_group_class_init (MtrPlanGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_plan_group_dispose;
}

static void
mtr_plan_group_init (MtrPlanGroup *self)
{
}

/**
 * mtr_plan_group_new:
 * @model: the pairing
 *
 * Returns: (transfer floating): the group, still without rows
 */
GtkWidget *
mtr_plan_group_new (MtrPairingModel *model)
{
  MtrPlanGroup *self = g_object_new (MTR_TYPE_PLAN_GROUP, NULL);
  GtkWidget *group = mtr_group_new (_("Goals and plan"), MTR_AUDIENCE_PAIR, mtr_pairing_model_get_pair_names (model), NULL);

  self->model = g_object_ref (model);
  self->group = ADW_PREFERENCES_GROUP (group);
  self->rows = mtr_row_list_new (self->group);
  adw_bin_set_child (ADW_BIN (self), group);
  g_signal_connect_object (self->rows, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
