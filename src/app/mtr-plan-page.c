/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "Our plan and next steps": what is to be done, by day, and what has been
 * done. The same on paper is one button away.
 */

#include "mtr-plan-page.h"

#include "mtr-action-page.h"
#include "mtr-audience-button.h"
#include "mtr-output.h"
#include "mtr-page-parts.h"
#include "mtr-plan-builder.h"
#include "mtr-plan-item-page.h"
#include "mtr-plan.h"

#include <glib/gi18n-lib.h>

#define ADD_KEY "add"

struct _MtrPlanPage {
  MtrPage          parent_instance;

  MtrPairingModel *model;       /* (owned) */
  MtrRowList      *next;        /* (owned) */
  GtkWidget       *done_group;
  MtrRowList      *done;        /* (owned) */
};

G_DEFINE_FINAL_TYPE (MtrPlanPage, mtr_plan_page, MTR_TYPE_PAGE)

static void
add_part (GString    *text,
          const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static void
add_step_row (MtrPlanPage       *self,
              MtrRowList        *list,
              const MtrPlanStep *step,
              const GDate       *today)
{
  MtrKind kind = mtr_record_get_kind (step->record);
  g_autofree char *key = g_strdup_printf ("%d:%" G_GINT64_FORMAT, kind, mtr_record_get_id (step->record));
  g_autofree char *when = mtr_plan_step_dup_when (step, today);
  g_autoptr (GString) subtitle = g_string_new (NULL);

  add_part (subtitle, when);
  add_part (subtitle, mtr_plan_get_kind_label (kind));
  add_part (subtitle, step->owner != NULL ? mtr_record_get_name (step->owner, MTR_PERSON_NAME) : NULL);
  add_part (subtitle, step->goal != NULL ? mtr_record_get_text (step->goal, MTR_GOAL_STATEMENT) : NULL);
  mtr_row_list_add (list, key, step->text != NULL ? step->text : mtr_plan_get_kind_label (kind), subtitle->str,
                    mtr_plan_step_is_late (step, today) ? _("late") : NULL,
                    mtr_pairing_model_can_write (self->model) ? NULL : "");
}

static void
mtr_plan_page_refresh (MtrPage *page)
{
  MtrPlanPage *self = MTR_PLAN_PAGE (page);
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  gint64 pairing_id = mtr_pairing_model_get_id (self->model);
  gint64 owner_id = mtr_programme_get_owner_id (mtr_pairing_model_get_programme (self->model));
  g_autoptr (GPtrArray) next = mtr_plan_list_steps (snapshot, pairing_id, owner_id, FALSE);
  g_autoptr (GPtrArray) done = mtr_plan_list_steps (snapshot, pairing_id, owner_id, TRUE);
  GDate today;

  mtr_programme_get_today (mtr_pairing_model_get_programme (self->model), &today);
  mtr_row_list_begin (self->next);
  for (guint i = 0; i < next->len; i++)
    add_step_row (self, self->next, g_ptr_array_index (next, i), &today);
  if (mtr_pairing_model_can_write (self->model))
    mtr_row_list_add (self->next, ADD_KEY,
                      next->len == 0 ? _("No next steps yet. A small one this month is enough.") : _("Another activity"),
                      NULL, NULL, _("Add an activity"));
  else if (next->len == 0)
    mtr_row_list_add (self->next, ADD_KEY, _("Nothing is left to be done"), NULL, NULL, "");
  mtr_row_list_end (self->next);

  mtr_row_list_begin (self->done);
  for (guint i = done->len; i > 0; i--)
    add_step_row (self, self->done, g_ptr_array_index (done, i - 1), &today);
  mtr_row_list_end (self->done);
  gtk_widget_set_visible (self->done_group, done->len > 0);
}

static void
activated_cb (MtrPlanPage *self,
              const char  *key)
{
  char *end;
  MtrKind kind;
  gint64 id;

  if (g_str_equal (key, ADD_KEY))
    {
      mtr_page_push (MTR_PAGE (self), mtr_plan_item_page_new (self->model, MTR_KIND_ACTIVITY, 0, 0));
      return;
    }

  kind = (MtrKind) g_ascii_strtoll (key, &end, 10);
  id = g_ascii_strtoll (end + 1, NULL, 10);
  mtr_page_push (MTR_PAGE (self), kind == MTR_KIND_ACTION ? mtr_action_page_new (self->model, id)
                                                          : mtr_plan_item_page_new (self->model, kind, id, 0));
}

static void
print_cb (MtrPlanPage *self)
{
  mtr_output_preview_for (self->model, MTR_READER_PAIR, mtr_plan_build, mtr_pairing_model_get_id (self->model),
                          _("Our plan and next steps.pdf"), GTK_WIDGET (self));
}

static gboolean
mtr_plan_page_command (MtrPage    *page,
                       const char *command)
{
  if (!g_str_equal (command, "print"))
    return FALSE;
  print_cb (MTR_PLAN_PAGE (page));

  return TRUE;
}

static void
narrow_cb (MtrPlanPage *self)
{
  mtr_row_list_set_narrow (self->next, mtr_page_get_narrow (MTR_PAGE (self)));
  mtr_row_list_set_narrow (self->done, mtr_page_get_narrow (MTR_PAGE (self)));
}

static void
mtr_plan_page_dispose (GObject *object)
{
  MtrPlanPage *self = MTR_PLAN_PAGE (object);

  g_clear_object (&self->next);
  g_clear_object (&self->done);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_plan_page_parent_class)->dispose (object);
}

static void
mtr_plan_page_class_init (MtrPlanPageClass *klass)
{
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_plan_page_dispose;
  page_class->refresh = mtr_plan_page_refresh;
  page_class->command = mtr_plan_page_command;
}

static void
mtr_plan_page_init (MtrPlanPage *self)
{
}

static GtkWidget *
add_list (MtrPlanPage  *self,
          GtkBox       *content,
          const char   *title,
          MtrRowList  **list)
{
  GtkWidget *group = mtr_group_new (title, MTR_AUDIENCE_PAIR, mtr_pairing_model_get_pair_names (self->model), NULL);

  *list = mtr_row_list_new (ADW_PREFERENCES_GROUP (group));
  g_signal_connect_object (*list, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (content, group);

  return group;
}

/**
 * mtr_plan_page_new:
 * @model: the pairing
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_plan_page_new (MtrPairingModel *model)
{
  MtrPlanPage *self = g_object_new (MTR_TYPE_PLAN_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  GtkWidget *print_button;

  self->model = g_object_ref (model);
  mtr_page_set_programme (MTR_PAGE (self), mtr_pairing_model_get_programme (model));
  mtr_page_set_title (MTR_PAGE (self), _("Our Plan and Next Steps"));
  mtr_page_parts_add_line (content, mtr_pairing_model_get_support_line (model));
  print_button = mtr_page_parts_add_button (content, _("Print on One Page…"), TRUE);
  add_list (self, content, _("Next steps"), &self->next);
  self->done_group = add_list (self, content, _("Done"), &self->done);
  g_signal_connect_object (print_button, "clicked", G_CALLBACK (print_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "refreshed", G_CALLBACK (mtr_page_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
  mtr_page_refresh (MTR_PAGE (self));

  return MTR_PAGE (self);
}
