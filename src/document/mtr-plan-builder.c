/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "Our plan and next steps" on one page, for the wall of the two whose plan it
 * is: each goal with its milestones and what is done for it, then what is still
 * to be done besides. Nothing that only one of them may read comes in.
 */

#include "mtr-plan-builder.h"

#include "mtr-builder-private.h"
#include "mtr-date.h"
#include "mtr-goal.h"
#include "mtr-group.h"
#include "mtr-messages.h"
#include "mtr-pairing.h"
#include "mtr-plan.h"
#include "mtr-session.h"

/* Where there are more rows than this, what has been done is counted and not listed, so that it stays one page. */
#define MAX_ROWS 24

/* How the width of the page is shared out. */
static const guint weights[] = { 52, 22, 26 };

static MtrNode *
add_table (MtrNode *section)
{
  const char *titles[] = { _("What"), _("Who"), _("When"), NULL };
  MtrNode *table = mtr_node_add (section, MTR_NODE_TABLE, NULL);

  mtr_node_add_header_row (table, titles, weights);

  return table;
}

static void
add_step (MtrNode           *table,
          const MtrPlanStep *step,
          const GDate       *as_at)
{
  MtrNode *row = mtr_node_add (table, MTR_NODE_ROW, NULL);
  const char *kind = mtr_plan_get_kind_label (mtr_record_get_kind (step->record));
  g_autofree char *when = mtr_plan_step_dup_when (step, as_at);
  g_autofree char *late = NULL;
  g_autofree char *what = step->text == NULL
                          ? g_strdup (kind)
                          : mtr_record_get_kind (step->record) == MTR_KIND_MILESTONE
                            /* Translators: a milestone in a list of activities. */
                            ? g_strdup_printf (_("Milestone: %s"), step->text)
                            : g_strdup (step->text);

  if (mtr_plan_step_is_late (step, as_at))
    /* Translators: a day that has passed, as in "by 5 December (late)". */
    late = g_strdup_printf (_("%s (late)"), when);
  mtr_node_add_cell (row, what, NULL, NULL);
  mtr_node_add_cell (row, step->owner != NULL ? mtr_record_get_name (step->owner, MTR_PERSON_NAME) : "", NULL, NULL);
  mtr_node_add_cell (row, late != NULL ? late : when != NULL ? when : "", NULL, NULL);
}

static void
add_done_count (MtrNode *section,
                guint    n_done)
{
  g_autofree char *text = NULL;

  if (n_done == 0)
    return;
  text = g_strdup_printf (ngettext ("%u step is done.", "%u steps are done.", n_done), n_done);
  mtr_node_add_paragraph (section, text);
}

/* The steps of one goal, or with no goal those that are for none; returns how many. */
static guint
add_steps (MtrNode     *section,
           MtrNode    **table,
           GPtrArray   *steps,
           MtrRecord   *goal,
           const GDate *as_at)
{
  guint n_steps = 0;

  for (guint i = 0; i < steps->len; i++)
    {
      const MtrPlanStep *step = g_ptr_array_index (steps, i);

      if (step->goal != goal)
        continue;
      if (*table == NULL)
        *table = add_table (section);
      add_step (*table, step, as_at);
      n_steps++;
    }

  return n_steps;
}

static void
add_goal (MtrBuilder *builder,
          MtrNode    *parent,
          MtrRecord  *goal,
          GPtrArray  *open,
          GPtrArray  *done,
          gboolean    lists_done)
{
  const char *statement = mtr_record_get_text (goal, MTR_GOAL_STATEMENT);
  g_autofree char *line = mtr_goal_dup_line (builder->snapshot, goal, &builder->as_at);
  MtrNode *section = mtr_node_add_section (parent, NULL, statement != NULL ? statement : _("A goal"));
  MtrNode *table = NULL;
  guint n_done = 0;

  mtr_node_set_flags (section, MTR_NODE_TOGETHER | MTR_NODE_UNLISTED);
  mtr_node_add_paragraph (section, line);
  add_steps (section, &table, open, goal, &builder->as_at);
  if (lists_done)
    {
      add_steps (section, &table, done, goal, &builder->as_at);
      return;
    }
  for (guint i = 0; i < done->len; i++)
    n_done += ((const MtrPlanStep *) g_ptr_array_index (done, i))->goal == goal ? 1 : 0;
  add_done_count (section, n_done);
}

static void
add_rest (MtrBuilder *builder,
          MtrNode    *parent,
          GPtrArray  *open,
          gboolean    has_goals)
{
  MtrNode *section = mtr_node_add_section (parent, NULL, has_goals ? _("Next steps besides") : _("Next steps"));
  MtrNode *table = NULL;

  mtr_node_set_flags (section, MTR_NODE_UNLISTED);
  if (add_steps (section, &table, open, NULL, &builder->as_at) == 0)
    mtr_node_add_paragraph (section, _("Nothing else is open."));
}

/* Whose file it is, and so who prints it; 0 where the file says nothing of it. */
static gint64
get_reader_id (MtrSnapshot *snapshot)
{
  return mtr_snapshot_count (snapshot, MTR_KIND_PROGRAMME) > 0
         ? mtr_record_get_number (mtr_snapshot_nth (snapshot, MTR_KIND_PROGRAMME, 0), MTR_PROGRAMME_OWNER_ID) : 0;
}

/* The meetings of a group go on without a member who has left it. */
static gboolean
may_come (MtrSnapshot *snapshot,
          MtrRecord   *pairing,
          const char  *next)
{
  g_autoptr (GPtrArray) sessions = mtr_snapshot_list_where (snapshot, MTR_KIND_SESSION, MTR_SESSION_PAIRING_ID,
                                                            mtr_record_get_id (pairing));

  for (guint i = 0; i < sessions->len; i++)
    if (mtr_record_text_is (g_ptr_array_index (sessions, i), MTR_SESSION_HELD_ON, next))
      return mtr_group_may_see (snapshot, pairing, g_ptr_array_index (sessions, i), get_reader_id (snapshot));

  return FALSE;
}

static void
add_people (MtrBuilder *builder,
            MtrNode    *section,
            MtrRecord  *pairing)
{
  gint64 pairing_id = mtr_record_get_id (pairing);
  g_autoptr (GPtrArray) mentees = mtr_pairing_list_mentees (builder->snapshot, pairing_id, NULL);
  const char *next = mtr_session_get_next_planned_on (builder->snapshot, pairing_id, &builder->as_at);
  GDate date;

  for (guint i = 0; i < mentees->len; i++)
    mtr_builder_add_person (builder, section, g_ptr_array_index (mentees, i), MTR_MEMBER_PERSON_ID,
                            mtr_builder_get_role (builder, MTR_ROLE_MENTEE));
  mtr_builder_add_person (builder, section, pairing, MTR_PAIRING_MENTOR_ID, mtr_builder_get_role (builder, MTR_ROLE_MENTOR));
  if (next != NULL && mtr_date_from_iso (next, &date) && may_come (builder->snapshot, pairing, next))
    {
      g_autofree char *day = mtr_date_format (&date, MTR_DATE_STYLE_FULL);

      mtr_node_add_field (section, _("Next meeting"), day);
    }
}

/**
 * mtr_plan_build:
 * @pack: the pack of the pairing
 * @snapshot: the pairing, loaded for %MTR_READER_PAIR and no more
 * @pairing_id: the pairing
 * @as_at: today
 * @error: where an error goes
 *
 * A member of a group prints no more of its plan than they see of it.
 *
 * Returns: (transfer full) (nullable): the plan of the two on one page; %NULL with an error of %MTR_DOCUMENT_ERROR
 */
MtrDocument *
mtr_plan_build (MtrPack      *pack,
                MtrSnapshot  *snapshot,
                gint64        pairing_id,
                const GDate  *as_at,
                GError      **error)
{
  MtrBuilder builder = { pack, snapshot, *as_at, NULL };
  g_autoptr (GPtrArray) goals = NULL;
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) done = NULL;
  MtrDocument *document;
  MtrRecord *pairing;
  MtrNode *section;

  if (!mtr_builder_check_readers (snapshot, MTR_READER_PAIR, error))
    return NULL;
  pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, pairing_id);
  if (!mtr_builder_is_found (pairing, MTR_KIND_PAIRING, error))
    return NULL;

  goals = mtr_goal_list (snapshot, pairing_id);
  open = mtr_plan_list_steps (snapshot, pairing_id, get_reader_id (snapshot), FALSE);
  done = mtr_plan_list_steps (snapshot, pairing_id, get_reader_id (snapshot), TRUE);
  document = mtr_document_new (_("Our plan and next steps"), mtr_language_get_tag (), as_at);
  mtr_document_set_header (document, mtr_pack_get_title (pack));
  mtr_document_set_subject (document, mtr_pack_get_title (pack));
  section = mtr_node_add_section (mtr_document_get_root (document), "plan", _("Our plan and next steps"));
  add_people (&builder, section, pairing);
  for (guint i = 0; i < goals->len; i++)
    add_goal (&builder, section, g_ptr_array_index (goals, i), open, done,
              2 * goals->len + open->len + done->len <= MAX_ROWS);
  add_rest (&builder, section, open, goals->len > 0);

  return document;
}
