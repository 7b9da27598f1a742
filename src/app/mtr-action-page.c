/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One thing to do: what, who, by when, and whether it is done. It may have been
 * agreed in a session, or stand on its own.
 */

#include "mtr-action-page.h"

#include "mtr-audience-button.h"
#include "mtr-date.h"
#include "mtr-field-row.h"
#include "mtr-page-parts.h"
#include "mtr-session.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>

/* How much of an action the state line repeats, in characters. */
#define EXCERPT 60

struct _MtrActionPage {
  MtrPage              parent_instance;

  MtrPairingModel     *model;       /* (owned) */
  MtrRecordController *controller;  /* (owned) */
  gboolean             is_stored;   /* the action has been seen in the store */
  GtkWidget           *text_row;
  GtkWidget           *remove_button;
};

G_DEFINE_FINAL_TYPE (MtrActionPage, mtr_action_page, MTR_TYPE_PAGE)

static MtrRecord *
get_stored (MtrActionPage *self)
{
  return mtr_snapshot_get (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_ACTION,
                           mtr_record_get_id (mtr_record_controller_get_record (self->controller)));
}

/* A new one is the mentee's, where there is one only, until the next session, as far as it is planned. */
static MtrRecord *
make_action (MtrPairingModel *model)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (model);
  MtrRecord *action = mtr_record_new (MTR_KIND_ACTION, mtr_programme_new_id (programme));
  g_autoptr (GPtrArray) mentees = mtr_pairing_model_list_mentees (model, NULL);
  GDate tomorrow;

  mtr_programme_get_today (programme, &tomorrow);
  g_date_add_days (&tomorrow, 1);
  mtr_record_set_number (action, MTR_ACTION_PAIRING_ID, mtr_pairing_model_get_id (model));
  if (mentees->len == 1)
    mtr_record_set_number (action, MTR_ACTION_OWNER_ID, mtr_record_get_id (g_ptr_array_index (mentees, 0)));
  mtr_record_set_text (action, MTR_ACTION_DUE_ON,
                       mtr_session_get_next_planned_on (mtr_pairing_model_get_snapshot (model),
                                                        mtr_pairing_model_get_id (model), &tomorrow));

  return action;
}

static void
remove_cb (MtrActionPage *self)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (self->model);
  MtrRecord *action = get_stored (self);
  const char *text = action != NULL ? mtr_record_get_text (action, MTR_ACTION_TEXT) : NULL;
  g_autofree char *excerpt = mtr_text_excerpt (text != NULL ? text : "", EXCERPT);
  g_autofree char *label = NULL;
  g_autofree char *done = NULL;
  MtrChange *change;

  if (action == NULL)
    {
      mtr_page_pop (MTR_PAGE (self));
      return;
    }

  /* Translators: an action in the menu of undo; %s is what somebody was to do. */
  label = g_strdup_printf (_("remove “%s”"), excerpt);
  /* Translators: %s is what somebody was to do. */
  done = g_strdup_printf (_("“%s” removed. Ctrl+Z brings it back"), excerpt);
  change = mtr_change_new (label);
  mtr_change_delete (change, MTR_KIND_ACTION, mtr_record_get_id (action));
  mtr_programme_act (programme, change, done);
}

static void
refreshed_cb (MtrActionPage *self)
{
  MtrRecord *stored = get_stored (self);

  if (stored != NULL)
    {
      self->is_stored = TRUE;
      mtr_record_controller_refresh (self->controller, stored);
    }
  else if (self->is_stored)
    {
      /* Removed, here or by undo: there is nothing to change any more. */
      self->is_stored = FALSE;
      mtr_page_pop (MTR_PAGE (self));
    }
}

static gboolean
mtr_action_page_go_to (MtrPage  *page,
                       MtrKind   kind,
                       gint64    id,
                       MtrField  field)
{
  return kind == MTR_KIND_ACTION &&
         id == mtr_record_get_id (mtr_record_controller_get_record (MTR_ACTION_PAGE (page)->controller));
}

static void
mtr_action_page_focus_first (MtrPage *page)
{
  gtk_widget_grab_focus (MTR_ACTION_PAGE (page)->text_row);
}

static void
mtr_action_page_leave (MtrPage *page)
{
  mtr_record_controller_flush (MTR_ACTION_PAGE (page)->controller);
}

static void
mtr_action_page_dispose (GObject *object)
{
  MtrActionPage *self = MTR_ACTION_PAGE (object);

  g_clear_object (&self->controller);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_action_page_parent_class)->dispose (object);
}

static void
mtr_action_page_class_init (MtrActionPageClass *klass)
{
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_action_page_dispose;
  page_class->go_to = mtr_action_page_go_to;
  page_class->focus_first = mtr_action_page_focus_first;
  page_class->leave = mtr_action_page_leave;
}

static void
mtr_action_page_init (MtrActionPage *self)
{
}

static GPtrArray *
list_people (MtrPairingModel *model)
{
  GPtrArray *people = mtr_pairing_model_list_mentees (model, NULL);

  if (mtr_pairing_model_get_mentor (model) != NULL)
    g_ptr_array_add (people, mtr_pairing_model_get_mentor (model));

  return people;
}

/**
 * mtr_action_page_new:
 * @model: a pairing that can be written
 * @action_id: an action of it; 0 for a new one, which is kept from the first letter on
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_action_page_new (MtrPairingModel *model,
                     gint64           action_id)
{
  MtrActionPage *self = g_object_new (MTR_TYPE_ACTION_PAGE, NULL);
  MtrProgramme *programme = mtr_pairing_model_get_programme (model);
  MtrRecord *stored = mtr_snapshot_get (mtr_pairing_model_get_snapshot (model), MTR_KIND_ACTION, action_id);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  const char *other = mtr_pairing_model_get_pair_names (model);
  const char *manager = mtr_pairing_model_get_manager_name (model);
  GtkWidget *group = mtr_group_new (_("To do"), MTR_AUDIENCE_PAIR, other, manager);
  g_autofree char *readers = mtr_audience_describe_readers (MTR_AUDIENCE_PAIR, other, manager);
  g_autoptr (GPtrArray) people = list_people (model);
  g_autoptr (MtrRecord) unborn = NULL;
  GtkWidget *rows[4];

  self->model = g_object_ref (model);
  mtr_page_set_programme (MTR_PAGE (self), programme);
  mtr_page_set_title (MTR_PAGE (self), _("To Do"));
  if (stored == NULL)
    unborn = make_action (model);
  self->is_stored = stored != NULL;
  self->controller = stored != NULL ? mtr_record_controller_new (programme, stored)
                                    : mtr_record_controller_new_unborn (programme, unborn, NULL, NULL);

  mtr_page_parts_add_line (content, mtr_pairing_model_get_support_line (model));
  rows[0] = self->text_row = mtr_field_row_new (self->controller, MTR_ACTION_TEXT);
  rows[1] = mtr_field_row_new_person (self->controller, MTR_ACTION_OWNER_ID, people);
  rows[2] = mtr_field_row_new (self->controller, MTR_ACTION_DUE_ON);
  rows[3] = mtr_field_row_new (self->controller, MTR_ACTION_DONE_ON);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      mtr_field_row_set_readers (MTR_FIELD_ROW (rows[i]), readers);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), rows[i]);
    }
  gtk_box_append (content, group);
  self->remove_button = mtr_page_parts_add_button (content, _("Remove"), FALSE);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
