/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One goal. A new one is asked a single thing first: what will be different.
 * Everything else comes after it and may stay empty: the day, the milestones,
 * what is done for it, and the questions that make a goal sharper.
 */

#include "mtr-goal-page.h"

#include "mtr-audience-button.h"
#include "mtr-entry-row.h"
#include "mtr-field-row.h"
#include "mtr-goal.h"
#include "mtr-page-parts.h"
#include "mtr-plan-item-page.h"
#include "mtr-plan.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>

#define ADD_KEY "add"

/* What belongs to a goal. */
typedef enum {
  PART_MILESTONES,
  PART_ACTIVITIES,
  N_PARTS
} Part;

static const struct {
  MtrKind     kind;
  const char *title;
  const char *none;
  const char *another;
  const char *verb;
} parts[N_PARTS] = {
  { MTR_KIND_MILESTONE, N_("Milestones"), N_("No milestones yet. Small ones show that it moves."), N_("Another milestone"),
    N_("Add a milestone") },
  { MTR_KIND_ACTIVITY, N_("What we do for it"), N_("Nothing planned yet"), N_("Another activity"), N_("Add an activity") },
};

/* The ways on from an open goal, and back. */
static const struct {
  const char *state;
  const char *verb;
  const char *done;
} moves[] = {
  { MTR_GOAL_STATE_ACHIEVED, N_("It is reached"), N_("Reached. Write below what came of it. Ctrl+Z takes it back") },
  { MTR_GOAL_STATE_REVISED, N_("Another goal takes its place"), N_("Kept as it was. Ctrl+Z takes it back") },
  { MTR_GOAL_STATE_DROPPED, N_("We let it go"), N_("Let go; that is all right. Ctrl+Z takes it back") },
  { MTR_GOAL_STATE_OPEN, N_("Work on it again"), N_("Open again. Ctrl+Z takes it back") },
};

struct _MtrGoalPage {
  MtrRecordPage        parent_instance;

  MtrPairingModel     *model;        /* (owned) */
  gint64               goal_id;      /* 0 until there is one */
  gboolean             can_write;

  GtkWidget           *ask_box;      /* what will be different? */
  GtkWidget           *ask_row;

  GtkBox              *content;
  GtkLabel            *state_label;
  MtrRowList          *reading;      /* (owned) (nullable): where it can only be read */
  MtrRowList          *lists[N_PARTS];  /* (owned) (nullable) */
  GtkWidget           *questions;    /* (nullable) */
  GtkWidget           *move_buttons[G_N_ELEMENTS (moves)];
};

G_DEFINE_FINAL_TYPE (MtrGoalPage, mtr_goal_page, MTR_TYPE_RECORD_PAGE)

/* --- What belongs to it ---------------------------------------------------- */

static GPtrArray *
list_part (MtrGoalPage *self,
           Part         part,
           gboolean     done)
{
  GPtrArray *steps = mtr_plan_list_steps (mtr_pairing_model_get_snapshot (self->model),
                                          mtr_pairing_model_get_id (self->model),
                                          mtr_programme_get_owner_id (mtr_pairing_model_get_programme (self->model)), done);

  for (guint i = steps->len; i > 0; i--)
    {
      const MtrPlanStep *step = g_ptr_array_index (steps, i - 1);

      if (mtr_record_get_kind (step->record) != parts[part].kind || step->goal == NULL ||
          mtr_record_get_id (step->goal) != self->goal_id)
        g_ptr_array_remove_index (steps, i - 1);
    }

  return steps;
}

static void
add_step_row (MtrGoalPage       *self,
              MtrRowList        *list,
              const MtrPlanStep *step,
              const GDate       *today)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (step->record));
  g_autofree char *when = mtr_plan_step_dup_when (step, today);
  const char *owner = step->owner != NULL ? mtr_record_get_name (step->owner, MTR_PERSON_NAME) : NULL;
  g_autofree char *subtitle = owner != NULL && when != NULL ? g_strdup_printf ("%s · %s", owner, when)
                                                            : g_strdup (owner != NULL ? owner : when);
  gboolean is_milestone = mtr_record_get_kind (step->record) == MTR_KIND_MILESTONE;
  const char *word = NULL;

  if (step->done_on != NULL)
    word = is_milestone ? _("reached") : _("done");
  else if (mtr_plan_step_is_late (step, today))
    word = _("late");
  mtr_row_list_add (list, key, step->text != NULL ? step->text : mtr_plan_get_kind_label (parts[is_milestone ? 0 : 1].kind),
                    subtitle, word, self->can_write ? NULL : "");
}

static void
show_part (MtrGoalPage *self,
           Part         part,
           const GDate *today)
{
  g_autoptr (GPtrArray) open = list_part (self, part, FALSE);
  g_autoptr (GPtrArray) done = list_part (self, part, TRUE);
  MtrRowList *list = self->lists[part];

  mtr_row_list_begin (list);
  for (guint i = 0; i < open->len; i++)
    add_step_row (self, list, g_ptr_array_index (open, i), today);
  for (guint i = 0; i < done->len; i++)
    add_step_row (self, list, g_ptr_array_index (done, i), today);
  if (self->can_write)
    mtr_row_list_add (list, ADD_KEY, open->len + done->len == 0 ? _(parts[part].none) : _(parts[part].another), NULL, NULL,
                      _(parts[part].verb));
  else if (open->len + done->len == 0)
    mtr_row_list_add (list, ADD_KEY, _("Nothing written"), NULL, NULL, "");
  mtr_row_list_end (list);
}

static void
open_part (MtrGoalPage *self,
           Part         part,
           const char  *key)
{
  mtr_page_push (MTR_PAGE (self), mtr_plan_item_page_new (self->model, parts[part].kind,
                                                          g_str_equal (key, ADD_KEY) ? 0 : g_ascii_strtoll (key, NULL, 10),
                                                          self->goal_id));
}

static void
milestone_cb (MtrGoalPage *self,
              const char  *key)
{
  open_part (self, PART_MILESTONES, key);
}

static void
activity_cb (MtrGoalPage *self,
             const char  *key)
{
  open_part (self, PART_ACTIVITIES, key);
}

/* --- What can be done with it ------------------------------------------------ */

static void
move_cb (GtkWidget   *button,
         MtrGoalPage *self)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (self->model);
  GDate today;

  mtr_programme_get_today (programme, &today);
  mtr_page_leave (MTR_PAGE (self));
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    if (self->move_buttons[i] == button)
      mtr_programme_act (programme, mtr_goal_move (mtr_record_page_get_record (MTR_RECORD_PAGE (self)), moves[i].state, &today),
                         _(moves[i].done));
}

/* --- The form ------------------------------------------------------------------ */

static void
add_field (MtrGoalPage *self,
           GtkWidget   *group,
           MtrField     field,
           MtrAudience  audience)
{
  MtrRecordPage *page = MTR_RECORD_PAGE (self);

  mtr_record_page_add_row (page, group, field, mtr_field_row_new (mtr_record_page_get_controller (page), field), audience);
}

static void
add_statement (MtrGoalPage *self)
{
  MtrRecordPage *page = MTR_RECORD_PAGE (self);
  GPtrArray *areas = mtr_pack_get_words (mtr_pairing_model_get_pack (self->model), MTR_WORDS_GOAL_AREAS);
  GtkWidget *group = mtr_record_page_add_group (page, _("Goal"), MTR_AUDIENCE_PAIR);

  add_field (self, group, MTR_GOAL_STATEMENT, MTR_AUDIENCE_PAIR);
  if (areas->len > 0)
    mtr_record_page_add_row (page, group, MTR_GOAL_AREA,
                             mtr_field_row_new_choice (mtr_record_page_get_controller (page), MTR_GOAL_AREA, areas),
                             MTR_AUDIENCE_PAIR);
  group = mtr_record_page_add_group (page, _("When"), MTR_AUDIENCE_PROGRAMME);
  add_field (self, group, MTR_GOAL_DUE_ON, MTR_AUDIENCE_PROGRAMME);
}

static void
add_lists (MtrGoalPage *self)
{
  static const GCallback callbacks[N_PARTS] = { G_CALLBACK (milestone_cb), G_CALLBACK (activity_cb) };

  for (Part part = 0; part < N_PARTS; part++)
    {
      GtkWidget *group = mtr_record_page_add_group (MTR_RECORD_PAGE (self), _(parts[part].title), MTR_AUDIENCE_PAIR);

      self->lists[part] = mtr_row_list_new (ADW_PREFERENCES_GROUP (group));
      g_signal_connect_object (self->lists[part], "activated", callbacks[part], self, G_CONNECT_SWAPPED);
    }
}

static void
add_questions (MtrGoalPage *self)
{
  GtkWidget *group = mtr_group_new (_("You need not answer any of them"), MTR_AUDIENCE_PAIR,
                                    mtr_pairing_model_get_pair_names (self->model), NULL);
  const MtrField *fields = mtr_goal_get_questions ();

  self->questions = gtk_expander_new ("");
  gtk_widget_set_margin_top (group, 12);
  for (guint i = 0; i < MTR_GOAL_N_QUESTIONS; i++)
    add_field (self, group, fields[i], MTR_AUDIENCE_PAIR);
  gtk_expander_set_child (GTK_EXPANDER (self->questions), group);
  gtk_box_append (self->content, self->questions);
}

static void
add_buttons (MtrGoalPage *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      self->move_buttons[i] = mtr_page_parts_add_button (self->content, _(moves[i].verb), i == 0);
      g_signal_connect_object (self->move_buttons[i], "clicked", G_CALLBACK (move_cb), self, 0);
    }
  /* Translators: an entry in the menu of undo; %s is a goal. */
  mtr_record_page_add_remove (MTR_RECORD_PAGE (self), _("remove “%s”"),
                              _("“%s” removed, with its milestones. Ctrl+Z brings it back"));
}

/* What is read where nothing can be written. */
static void
show_reading (MtrGoalPage *self,
              MtrRecord   *goal)
{
  const MtrField *fields = mtr_goal_get_questions ();
  const MtrWord *area = mtr_pack_find_word (mtr_pairing_model_get_pack (self->model), MTR_WORDS_GOAL_AREAS,
                                            mtr_record_get_text (goal, MTR_GOAL_AREA));

  mtr_row_list_begin (self->reading);
  mtr_page_parts_add_reading (self->reading, mtr_field_get_label (MTR_GOAL_STATEMENT),
                              mtr_record_get_text (goal, MTR_GOAL_STATEMENT));
  if (area != NULL)
    mtr_page_parts_add_reading (self->reading, mtr_field_get_label (MTR_GOAL_AREA), area->title);
  for (guint i = 0; i < MTR_GOAL_N_QUESTIONS; i++)
    if (mtr_record_is_set (goal, fields[i]))
      mtr_page_parts_add_reading (self->reading, mtr_field_get_label (fields[i]), mtr_record_get_text (goal, fields[i]));
  mtr_page_parts_add_reading (self->reading, mtr_field_get_label (MTR_GOAL_REVIEW_NOTE),
                              mtr_record_get_text (goal, MTR_GOAL_REVIEW_NOTE));
  mtr_row_list_end (self->reading);
}

static void
build_form (MtrGoalPage *self)
{
  GtkWidget *group;

  self->state_label = mtr_page_parts_add_line (self->content, "");
  gtk_widget_remove_css_class (GTK_WIDGET (self->state_label), "dim-label");
  if (!self->can_write)
    {
      group = mtr_record_page_add_group (MTR_RECORD_PAGE (self), _("Goal"), MTR_AUDIENCE_PAIR);
      self->reading = mtr_row_list_new (ADW_PREFERENCES_GROUP (group));
      add_lists (self);
      return;
    }

  add_statement (self);
  add_lists (self);
  add_questions (self);
  group = mtr_record_page_add_group (MTR_RECORD_PAGE (self), _("Looking back on it"), MTR_AUDIENCE_PAIR);
  add_field (self, group, MTR_GOAL_REVIEW_NOTE, MTR_AUDIENCE_PAIR);
  add_buttons (self);
}

static void
show_questions (MtrGoalPage *self,
                MtrRecord   *goal)
{
  guint n_answered = mtr_goal_count_answered (goal);
  /* Translators: how many of the five questions about a goal are answered. */
  g_autofree char *label = g_strdup_printf (_("Questions that make it sharper: %u of %u answered"), n_answered,
                                            MTR_GOAL_N_QUESTIONS);

  gtk_expander_set_label (GTK_EXPANDER (self->questions), label);
}

static void
show_state (MtrGoalPage *self,
            MtrRecord   *goal,
            const GDate *today)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  MtrGoalStanding standing = mtr_goal_get_standing (snapshot, goal, today);
  g_autofree char *line = mtr_goal_dup_line (snapshot, goal, today);
  /* Translators: %s is where a goal is, as in "by 5 December · 1 of 3 milestones · on track". */
  g_autofree char *text = g_strdup_printf (_("This goal: %s"), line);
  gboolean open = standing == MTR_GOAL_ON_TRACK || standing == MTR_GOAL_LATE;

  gtk_label_set_text (self->state_label, text);
  for (gsize i = 0; self->can_write && i < G_N_ELEMENTS (moves); i++)
    gtk_widget_set_visible (self->move_buttons[i], open != g_str_equal (moves[i].state, MTR_GOAL_STATE_OPEN));
}

static void
mtr_goal_page_show (MtrRecordPage *page,
                    MtrRecord     *goal)
{
  MtrGoalPage *self = MTR_GOAL_PAGE (page);
  GDate today;

  if (mtr_pairing_model_get_pack (self->model) == NULL)
    return;

  mtr_programme_get_today (mtr_pairing_model_get_programme (self->model), &today);
  show_state (self, goal, &today);
  for (Part part = 0; part < N_PARTS; part++)
    show_part (self, part, &today);
  if (self->can_write)
    show_questions (self, goal);
  else
    show_reading (self, goal);
}

/* --- The one question -------------------------------------------------------- */

static void
begin (MtrGoalPage *self,
       MtrRecord   *goal)
{
  self->goal_id = mtr_record_get_id (goal);
  self->can_write = mtr_pairing_model_can_write (self->model);
  mtr_record_page_begin (MTR_RECORD_PAGE (self), mtr_pairing_model_get_programme (self->model), goal,
                         mtr_pairing_model_get_pair_names (self->model), NULL);
  build_form (self);
  mtr_record_page_show (MTR_RECORD_PAGE (self));
}

static void
answered_cb (MtrGoalPage *self)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (self->model);
  g_autofree char *statement = NULL;
  g_autoptr (MtrRecord) goal = NULL;
  MtrChange *change;
  GDate today;

  if (mtr_text_is_blank (mtr_entry_row_get_text (MTR_ENTRY_ROW (self->ask_row))))
    {
      mtr_entry_row_refuse (MTR_ENTRY_ROW (self->ask_row),
                            _("Write what will be different. One sentence is enough; it can be changed."));
      return;
    }
  mtr_programme_get_today (programme, &today);
  if (!mtr_entry_row_take (MTR_ENTRY_ROW (self->ask_row), MTR_GOAL_STATEMENT, &today, &statement))
    return;

  goal = mtr_goal_new (mtr_programme_new_id (programme), mtr_pairing_model_get_id (self->model), statement);
  change = mtr_change_new (_("add a goal"));
  mtr_change_insert (change, mtr_record_copy (goal));
  mtr_programme_act (programme, change, _("A goal. Everything below may stay empty. Ctrl+Z takes it back"));
  begin (self, goal);
  gtk_widget_set_visible (self->ask_box, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->content), GTK_DIR_TAB_FORWARD);
}

static void
build_question (MtrGoalPage *self)
{
  GtkWidget *group = mtr_group_new (_("Goal"), MTR_AUDIENCE_PAIR, mtr_pairing_model_get_pair_names (self->model), NULL);
  GtkWidget *button;

  self->ask_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  self->ask_row = mtr_entry_row_new (_("What will be different?"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("One sentence, in your own words. Everything else can come later, or never."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->ask_row);
  gtk_box_append (GTK_BOX (self->ask_box), group);
  button = mtr_page_parts_add_button (GTK_BOX (self->ask_box), _("Add the Goal"), TRUE);
  gtk_box_append (self->content, self->ask_box);
  g_signal_connect_object (self->ask_row, "activated", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
}

/* --- The page -------------------------------------------------------------------- */

static void
mtr_goal_page_focus_first (MtrPage *page)
{
  MtrGoalPage *self = MTR_GOAL_PAGE (page);

  if (self->goal_id == 0)
    gtk_widget_grab_focus (self->ask_row);
  else
    mtr_page_keep_focus (page);
}

static void
narrow_cb (MtrGoalPage *self)
{
  for (Part part = 0; part < N_PARTS; part++)
    if (self->lists[part] != NULL)
      mtr_row_list_set_narrow (self->lists[part], mtr_page_get_narrow (MTR_PAGE (self)));
}

static void
mtr_goal_page_dispose (GObject *object)
{
  MtrGoalPage *self = MTR_GOAL_PAGE (object);

  for (Part part = 0; part < N_PARTS; part++)
    g_clear_object (&self->lists[part]);
  g_clear_object (&self->reading);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_goal_page_parent_class)->dispose (object);
}

static void
mtr_goal_page_class_init (MtrGoalPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_goal_page_dispose;
  MTR_PAGE_CLASS (klass)->focus_first = mtr_goal_page_focus_first;
  MTR_RECORD_PAGE_CLASS (klass)->show = mtr_goal_page_show;
}

static void
mtr_goal_page_init (MtrGoalPage *self)
{
}

/**
 * mtr_goal_page_new:
 * @model: a pairing; one that can be written where @goal_id is 0
 * @goal_id: a goal of it; 0 for a new one
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_goal_page_new (MtrPairingModel *model,
                   gint64           goal_id)
{
  MtrGoalPage *self = g_object_new (MTR_TYPE_GOAL_PAGE, NULL);
  MtrRecord *goal = mtr_snapshot_get (mtr_pairing_model_get_snapshot (model), MTR_KIND_GOAL, goal_id);

  self->model = g_object_ref (model);
  self->content = mtr_record_page_get_content (MTR_RECORD_PAGE (self));
  mtr_page_set_programme (MTR_PAGE (self), mtr_pairing_model_get_programme (model));
  mtr_page_set_title (MTR_PAGE (self), _("Goal"));
  mtr_page_parts_add_line (self->content, mtr_pairing_model_get_support_line (model));
  if (goal != NULL)
    begin (self, goal);
  else
    build_question (self);
  g_signal_connect_object (model, "refreshed", G_CALLBACK (mtr_page_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);

  return MTR_PAGE (self);
}
