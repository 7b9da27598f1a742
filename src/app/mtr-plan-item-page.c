/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One milestone of a goal, or one activity of the plan: what, by when, and
 * when it was done. A new one is kept from the first letter on.
 */

#include "mtr-plan-item-page.h"

#include "mtr-date.h"
#include "mtr-field-row.h"
#include "mtr-page-parts.h"

#include <glib/gi18n-lib.h>

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
  MtrRecordPage  parent_instance;

  gsize          row;           /* of kinds */
  GtkWidget     *done_button;
};

G_DEFINE_FINAL_TYPE (MtrPlanItemPage, mtr_plan_item_page, MTR_TYPE_RECORD_PAGE)

static MtrRecord *
make_record (MtrPlanItemPage *self,
             MtrPairingModel *model,
             gint64           goal_id)
{
  MtrRecord *record = mtr_record_new (kinds[self->row].kind,
                                      mtr_programme_new_id (mtr_pairing_model_get_programme (model)));

  if (kinds[self->row].kind == MTR_KIND_ACTIVITY)
    mtr_record_set_number (record, MTR_ACTIVITY_PAIRING_ID, mtr_pairing_model_get_id (model));
  if (goal_id != 0)
    mtr_record_set_number (record, kinds[self->row].goal_field, goal_id);

  return record;
}

static void
mtr_plan_item_page_show (MtrRecordPage *page,
                         MtrRecord     *record)
{
  MtrPlanItemPage *self = MTR_PLAN_ITEM_PAGE (page);

  gtk_widget_set_visible (self->done_button, !mtr_record_is_set (record, kinds[self->row].done_field));
}

static void
done_cb (MtrPlanItemPage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  MtrRecord *record = mtr_record_page_get_record (MTR_RECORD_PAGE (self));
  g_autofree char *on = NULL;
  MtrChange *change;
  GDate today;

  if (!mtr_record_is_set (record, kinds[self->row].text_field))
    {
      mtr_record_page_refuse (MTR_RECORD_PAGE (self), _("Write first what it is."));
      return;
    }

  mtr_page_leave (MTR_PAGE (self));
  mtr_programme_get_today (programme, &today);
  on = mtr_date_to_iso (&today);
  change = mtr_change_new (_(kinds[self->row].done_label));
  mtr_change_set_text (change, kinds[self->row].done_field, mtr_record_get_id (record), on);
  mtr_programme_act (programme, change, _("Well done. Ctrl+Z takes it back"));
}

static void
mtr_plan_item_page_class_init (MtrPlanItemPageClass *klass)
{
  MTR_RECORD_PAGE_CLASS (klass)->show = mtr_plan_item_page_show;
}

static void
mtr_plan_item_page_init (MtrPlanItemPage *self)
{
}

static void
add_rows (MtrRecordPage   *page,
          MtrPairingModel *model,
          const char      *title,
          MtrAudience      audience,
          const MtrField  *fields,
          gsize            n_fields)
{
  MtrRecordController *controller = mtr_record_page_get_controller (page);
  GtkWidget *group = mtr_record_page_add_group (page, title, audience);
  g_autoptr (GPtrArray) people = mtr_pairing_model_list_both_sides (model);

  for (gsize i = 0; i < n_fields; i++)
    if (fields[i] != MTR_FIELD_NONE)
      mtr_record_page_add_row (page, group, fields[i],
                               fields[i] == MTR_ACTIVITY_OWNER_ID
                                 ? mtr_field_row_new_person (controller, fields[i], people)
                                 : mtr_field_row_new (controller, fields[i]), audience);
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
  MtrRecordPage *page = MTR_RECORD_PAGE (self);
  GtkBox *content = mtr_record_page_get_content (page);
  MtrRecord *stored = mtr_snapshot_get (mtr_pairing_model_get_snapshot (model), kind, id);
  g_autoptr (MtrRecord) record = NULL;

  self->row = kind == MTR_KIND_MILESTONE ? 0 : 1;
  record = stored != NULL ? g_object_ref (stored) : make_record (self, model, goal_id);
  mtr_record_page_begin (page, mtr_pairing_model_get_programme (model), record, mtr_pairing_model_get_pair_names (model),
                         NULL);
  mtr_page_set_title (MTR_PAGE (self), _(kinds[self->row].title));
  mtr_page_parts_add_line (content, mtr_pairing_model_get_support_line (model));
  add_rows (page, model, _(kinds[self->row].title), MTR_AUDIENCE_PAIR, kinds[self->row].pair_fields,
            G_N_ELEMENTS (kinds[self->row].pair_fields));
  add_rows (page, model, _("When"), MTR_AUDIENCE_PROGRAMME, kinds[self->row].day_fields,
            G_N_ELEMENTS (kinds[self->row].day_fields));
  self->done_button = mtr_page_parts_add_button (content, _(kinds[self->row].done_verb), TRUE);
  /* Translators: an entry in the menu of undo; %s is a milestone or an activity. */
  mtr_record_page_add_remove (page, _("remove “%s”"), _("“%s” removed. Ctrl+Z brings it back"));
  g_signal_connect_object (self->done_button, "clicked", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  mtr_record_page_show (page);

  return MTR_PAGE (self);
}
