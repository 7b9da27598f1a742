/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One milestone of a goal, or one activity of the plan: what, by when, and
 * when it was done. A new one is kept from the first letter on.
 */

#include "mtr-plan-item-page.h"

#include "mtr-audience-button.h"
#include "mtr-date.h"
#include "mtr-field-row.h"
#include "mtr-page-parts.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>

/* How much of it the state line repeats, in characters. */
#define EXCERPT 60

/* What is asked of each kind; the days are for those who run the programme too. */
static const struct {
  MtrKind     kind;
  MtrField    text_field;
  MtrField    goal_field;
  MtrField    done_field;
  MtrField    pair_fields[3];
  MtrField    day_fields[3];
  const char *title;
  const char *done_verb;
  const char *done_label;   /* for undo */
} kinds[] = {
  { MTR_KIND_MILESTONE, MTR_MILESTONE_TEXT, MTR_MILESTONE_GOAL_ID, MTR_MILESTONE_REACHED_ON,
    { MTR_MILESTONE_TEXT, MTR_FIELD_NONE, MTR_FIELD_NONE },
    { MTR_MILESTONE_DUE_ON, MTR_MILESTONE_REACHED_ON, MTR_FIELD_NONE },
    N_("Milestone"), N_("Reached today"), N_("mark a milestone as reached") },
  { MTR_KIND_ACTIVITY, MTR_ACTIVITY_TEXT, MTR_ACTIVITY_GOAL_ID, MTR_ACTIVITY_DONE_ON,
    { MTR_ACTIVITY_TEXT, MTR_ACTIVITY_OWNER_ID, MTR_ACTIVITY_RESOURCES },
    { MTR_ACTIVITY_BEGINS_ON, MTR_ACTIVITY_DUE_ON, MTR_ACTIVITY_DONE_ON },
    N_("Activity"), N_("Done today"), N_("mark an activity as done") },
};

struct _MtrPlanItemPage {
  MtrPage              parent_instance;

  MtrPairingModel     *model;       /* (owned) */
  gsize                row;         /* of kinds */
  MtrRecordController *controller;  /* (owned) */
  gboolean             is_stored;   /* it has been seen in the store */
  GtkWidget           *text_row;
  GtkWidget           *done_button;
};

G_DEFINE_FINAL_TYPE (MtrPlanItemPage, mtr_plan_item_page, MTR_TYPE_PAGE)

static MtrRecord *
get_stored (MtrPlanItemPage *self)
{
  return mtr_snapshot_get (mtr_pairing_model_get_snapshot (self->model), kinds[self->row].kind,
                           mtr_record_get_id (mtr_record_controller_get_record (self->controller)));
}

static MtrRecord *
make_record (MtrPlanItemPage *self,
             gint64           goal_id)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (self->model);
  MtrRecord *record = mtr_record_new (kinds[self->row].kind, mtr_programme_new_id (programme));

  if (kinds[self->row].kind == MTR_KIND_ACTIVITY)
    mtr_record_set_number (record, MTR_ACTIVITY_PAIRING_ID, mtr_pairing_model_get_id (self->model));
  if (goal_id != 0)
    mtr_record_set_number (record, kinds[self->row].goal_field, goal_id);

  return record;
}

static void
show_done (MtrPlanItemPage *self)
{
  MtrRecord *record = mtr_record_controller_get_record (self->controller);

  gtk_widget_set_visible (self->done_button, !mtr_record_is_set (record, kinds[self->row].done_field));
}

static void
done_cb (MtrPlanItemPage *self)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (self->model);
  MtrRecord *record = mtr_record_controller_get_record (self->controller);
  g_autofree char *on = NULL;
  MtrChange *change;
  GDate today;

  if (!mtr_record_is_set (record, kinds[self->row].text_field))
    {
      mtr_field_row_refuse (MTR_FIELD_ROW (self->text_row), _("Write first what it is."));
      return;
    }

  mtr_record_controller_flush (self->controller);
  mtr_programme_get_today (programme, &today);
  on = mtr_date_to_iso (&today);
  change = mtr_change_new (_(kinds[self->row].done_label));
  mtr_change_set_text (change, kinds[self->row].done_field, mtr_record_get_id (record), on);
  mtr_programme_act (programme, change, _("Well done. Ctrl+Z takes it back"));
}

static void
remove_cb (MtrPlanItemPage *self)
{
  MtrRecord *record = get_stored (self);
  const char *text = record != NULL ? mtr_record_get_text (record, kinds[self->row].text_field) : NULL;
  g_autofree char *excerpt = mtr_text_excerpt (text != NULL ? text : "", EXCERPT);
  g_autofree char *label = NULL;
  g_autofree char *done = NULL;
  MtrChange *change;

  if (record == NULL)
    {
      mtr_page_pop (MTR_PAGE (self));
      return;
    }

  /* Translators: an entry in the menu of undo; %s is a milestone or an activity. */
  label = g_strdup_printf (_("remove “%s”"), excerpt);
  done = g_strdup_printf (_("“%s” removed. Ctrl+Z brings it back"), excerpt);
  change = mtr_change_new (label);
  mtr_change_delete (change, kinds[self->row].kind, mtr_record_get_id (record));
  mtr_programme_act (mtr_pairing_model_get_programme (self->model), change, done);
}

static void
refreshed_cb (MtrPlanItemPage *self)
{
  MtrRecord *stored = get_stored (self);

  if (stored != NULL)
    {
      self->is_stored = TRUE;
      mtr_record_controller_refresh (self->controller, stored);
      show_done (self);
    }
  else if (self->is_stored)
    {
      /* Removed, here or by undo: there is nothing to change any more. */
      self->is_stored = FALSE;
      mtr_page_pop (MTR_PAGE (self));
    }
}

static gboolean
mtr_plan_item_page_go_to (MtrPage  *page,
                          MtrKind   kind,
                          gint64    id,
                          MtrField  field)
{
  MtrPlanItemPage *self = MTR_PLAN_ITEM_PAGE (page);

  return kind == kinds[self->row].kind && id == mtr_record_get_id (mtr_record_controller_get_record (self->controller));
}

static void
mtr_plan_item_page_focus_first (MtrPage *page)
{
  gtk_widget_grab_focus (MTR_PLAN_ITEM_PAGE (page)->text_row);
}

static void
mtr_plan_item_page_leave (MtrPage *page)
{
  mtr_record_controller_flush (MTR_PLAN_ITEM_PAGE (page)->controller);
}

static void
mtr_plan_item_page_dispose (GObject *object)
{
  MtrPlanItemPage *self = MTR_PLAN_ITEM_PAGE (object);

  g_clear_object (&self->controller);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_plan_item_page_parent_class)->dispose (object);
}

static void
mtr_plan_item_page_class_init (MtrPlanItemPageClass *klass)
{
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_plan_item_page_dispose;
  page_class->go_to = mtr_plan_item_page_go_to;
  page_class->focus_first = mtr_plan_item_page_focus_first;
  page_class->leave = mtr_plan_item_page_leave;
}

static void
mtr_plan_item_page_init (MtrPlanItemPage *self)
{
}

static GtkWidget *
make_row (MtrPlanItemPage *self,
          MtrField         field)
{
  g_autoptr (GPtrArray) people = NULL;

  if (field != MTR_ACTIVITY_OWNER_ID)
    return mtr_field_row_new (self->controller, field);

  people = mtr_pairing_model_list_mentees (self->model, NULL);
  if (mtr_pairing_model_get_mentor (self->model) != NULL)
    g_ptr_array_add (people, mtr_pairing_model_get_mentor (self->model));

  return mtr_field_row_new_person (self->controller, field, people);
}

static void
add_rows (MtrPlanItemPage *self,
          GtkBox          *content,
          const char      *title,
          MtrAudience      audience,
          const MtrField  *fields,
          gsize            n_fields)
{
  const char *other = mtr_pairing_model_get_pair_names (self->model);
  GtkWidget *group = mtr_group_new (title, audience, other, NULL);
  g_autofree char *readers = mtr_audience_describe_readers (audience, other, NULL);

  for (gsize i = 0; i < n_fields; i++)
    {
      GtkWidget *row;

      if (fields[i] == MTR_FIELD_NONE)
        continue;
      row = make_row (self, fields[i]);
      mtr_field_row_set_readers (MTR_FIELD_ROW (row), readers);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      if (fields[i] == kinds[self->row].text_field)
        self->text_row = row;
    }
  gtk_box_append (content, group);
}

/**
 * mtr_plan_item_page_new:
 * @model: a pairing that can be written
 * @kind: %MTR_KIND_MILESTONE or %MTR_KIND_ACTIVITY
 * @id: the record; 0 for a new one
 * @goal_id: the goal that a new one is for; 0 for an activity that is for none
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_plan_item_page_new (MtrPairingModel *model,
                        MtrKind          kind,
                        gint64           id,
                        gint64           goal_id)
{
  MtrPlanItemPage *self = g_object_new (MTR_TYPE_PLAN_ITEM_PAGE, NULL);
  MtrProgramme *programme = mtr_pairing_model_get_programme (model);
  MtrRecord *stored = mtr_snapshot_get (mtr_pairing_model_get_snapshot (model), kind, id);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  GtkWidget *remove_button;

  self->model = g_object_ref (model);
  self->row = kind == MTR_KIND_MILESTONE ? 0 : 1;
  self->is_stored = stored != NULL;
  if (stored != NULL)
    {
      self->controller = mtr_record_controller_new (programme, stored);
    }
  else
    {
      g_autoptr (MtrRecord) unborn = make_record (self, goal_id);

      self->controller = mtr_record_controller_new_unborn (programme, unborn, NULL, NULL);
    }
  mtr_page_set_programme (MTR_PAGE (self), programme);
  mtr_page_set_title (MTR_PAGE (self), _(kinds[self->row].title));
  mtr_page_parts_add_line (content, mtr_pairing_model_get_support_line (self->model));
  add_rows (self, content, _(kinds[self->row].title), MTR_AUDIENCE_PAIR, kinds[self->row].pair_fields,
            G_N_ELEMENTS (kinds[self->row].pair_fields));
  add_rows (self, content, _("When"), MTR_AUDIENCE_PROGRAMME, kinds[self->row].day_fields,
            G_N_ELEMENTS (kinds[self->row].day_fields));
  self->done_button = mtr_page_parts_add_button (content, _(kinds[self->row].done_verb), TRUE);
  remove_button = mtr_page_parts_add_button (content, _("Remove"), FALSE);
  g_signal_connect_object (self->done_button, "clicked", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (remove_button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
  show_done (self);

  return MTR_PAGE (self);
}
