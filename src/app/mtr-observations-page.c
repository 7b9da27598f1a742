/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The observations of a pairing: what the pathway asks for, done or not, in
 * order; further ones; and those that came to nothing. It says which are done,
 * which is next, and whose turn it is.
 */

#include "mtr-observations-page.h"

#include "mtr-audience-button.h"
#include "mtr-filled-form-page.h"
#include "mtr-observation-actions.h"
#include "mtr-observation-page.h"
#include "mtr-observation-series.h"
#include "mtr-observation-words.h"
#include "mtr-observation.h"
#include "mtr-row-list.h"

#include <glib/gi18n-lib.h>

struct _MtrObservationsPage {
  MtrPage              parent_instance;

  MtrPairingModel     *model;          /* (owned) */
  MtrRowList          *asked;          /* (owned) */
  MtrRowList          *further;        /* (owned) */
  MtrRowList          *over;           /* (owned) */
  GPtrArray           *places;         /* (owned) (nullable) (element-type MtrObservationPlace): of the rows */
  gint64               menu_id;        /* the observation whose menu is open */
  GtkWidget           *menu;           /* (owned): the popover */

  GtkWidget           *status_page;
  GtkWidget           *plan_first_button;
  GtkWidget           *lists;
  AdwPreferencesGroup *asked_group;
  GtkLabel            *counts_label;
  AdwPreferencesGroup *further_group;
  AdwPreferencesGroup *over_group;
  GtkWidget           *plan_further_button;
};

G_DEFINE_FINAL_TYPE (MtrObservationsPage, mtr_observations_page, MTR_TYPE_PAGE)

static gint64
get_person_id (MtrObservationsPage *self)
{
  MtrRecord *mentee = mtr_pairing_model_get_mentee (self->model);

  return mentee != NULL ? mtr_record_get_id (mentee) : 0;
}

static MtrRecord *
get_observation (MtrObservationsPage *self,
                 gint64               id)
{
  return id != 0 ? mtr_snapshot_get (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_OBSERVATION, id) : NULL;
}

/* ---- Going somewhere ------------------------------------------------------ */

static void
open_observation (MtrObservationsPage *self,
                  gint64               id)
{
  mtr_page_push (MTR_PAGE (self), mtr_observation_page_new (self->model, id));
}

static void
plan (MtrObservationsPage *self,
      const char          *type)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (self->model);

  if (!mtr_pairing_model_can_write (self->model))
    mtr_programme_announce (programme, _("Nothing can be added here: the pairing has ended, or the file is read-only."));
  else if (get_person_id (self) == 0)
    mtr_programme_announce (programme, _("Nobody is in this pairing yet. Choose who is mentored first."));
  else
    mtr_page_push (MTR_PAGE (self), mtr_observation_page_new_planned (self->model, type, get_person_id (self)));
}

/* The type of the next one that the pathway asks for. */
static const MtrObservationType *
find_next (MtrObservationsPage *self)
{
  g_autoptr (GPtrArray) places = mtr_observation_series_list (mtr_pairing_model_get_pack (self->model),
                                                              mtr_pairing_model_get_snapshot (self->model),
                                                              get_person_id (self));

  for (guint i = 0; i < places->len; i++)
    {
      const MtrObservationPlace *place = g_ptr_array_index (places, i);

      if (place->observation == NULL)
        return place->type;
    }

  return NULL;
}

/* Where all that are asked for are there, a further one of the last type. */
static void
plan_next (MtrObservationsPage *self)
{
  GPtrArray *types = mtr_pack_get_observation_types (mtr_pairing_model_get_pack (self->model));
  const MtrObservationType *next = find_next (self);

  if (next == NULL && types->len > 0)
    next = g_ptr_array_index (types, types->len - 1);
  if (next != NULL)
    plan (self, next->code);
}

static void
row_activated_cb (MtrObservationsPage *self,
                  const char          *key)
{
  guint position;
  const MtrObservationPlace *place;

  if (g_str_has_prefix (key, "id:"))
    {
      open_observation (self, g_ascii_strtoll (key + strlen ("id:"), NULL, 10));
      return;
    }

  position = (guint) g_ascii_strtoull (key + strlen ("place:"), NULL, 10);
  if (self->places == NULL || position >= self->places->len)
    return;
  place = g_ptr_array_index (self->places, position);
  plan (self, place->type->code);
}

/* ---- The menu of a row ---------------------------------------------------- */

static void
withdraw_action_cb (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  MtrObservationsPage *self = MTR_OBSERVATIONS_PAGE (widget);
  MtrRecord *observation = get_observation (self, self->menu_id);

  if (observation != NULL)
    mtr_observation_actions_withdraw (widget, self->model, observation, FALSE);
}

static void
addendum_action_cb (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  MtrObservationsPage *self = MTR_OBSERVATIONS_PAGE (widget);
  MtrRecord *observation = get_observation (self, self->menu_id);

  if (observation != NULL)
    mtr_observation_actions_add_addendum (widget, self->model, observation);
}

static void
print_action_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  MtrObservationsPage *self = MTR_OBSERVATIONS_PAGE (widget);
  MtrRecord *observation = get_observation (self, self->menu_id);

  if (observation != NULL)
    mtr_observation_actions_print (widget, self->model, observation);
}

static void
note_action_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  MtrObservationsPage *self = MTR_OBSERVATIONS_PAGE (widget);
  MtrRecord *observation = get_observation (self, self->menu_id);

  if (observation != NULL && mtr_filled_form_page_can_draft (self->model))
    mtr_page_push (MTR_PAGE (self), mtr_filled_form_page_new_note (self->model, observation));
}

static void
open_action_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  MtrObservationsPage *self = MTR_OBSERVATIONS_PAGE (widget);

  if (get_observation (self, self->menu_id) != NULL)
    open_observation (self, self->menu_id);
}

static gboolean
show_menu (MtrObservationsPage *self,
           GtkWidget           *row)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  const char *key = g_object_get_data (G_OBJECT (row), "key");
  MtrRecord *observation = NULL;
  g_autoptr (GMenu) menu = g_menu_new ();
  MtrObservationStep step;

  if (key != NULL && g_str_has_prefix (key, "id:"))
    observation = get_observation (self, g_ascii_strtoll (key + strlen ("id:"), NULL, 10));
  if (observation == NULL)
    return FALSE;

  self->menu_id = mtr_record_get_id (observation);
  step = mtr_observation_get_step (snapshot, observation);
  g_menu_append (menu, _("Open"), "observations.open");
  g_menu_append (menu, _("Print…"), "observations.print");
  if (mtr_filled_form_page_can_draft (self->model))
    g_menu_append (menu, _("Draft a learning note"), "observations.note");
  if (!mtr_programme_is_read_only (mtr_pairing_model_get_programme (self->model)))
    {
      if (mtr_record_is_set (observation, MTR_OBSERVATION_SEALED_AT))
        g_menu_append (menu, _("Add an addendum…"), "observations.add-addendum");
      if (step <= MTR_OBSERVATION_STEP_SEALED)
        g_menu_append (menu, _("Withdraw…"), "observations.withdraw");
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  if (gtk_widget_get_parent (self->menu) != NULL)
    gtk_widget_unparent (self->menu);
  gtk_widget_set_parent (self->menu, row);
  gtk_popover_popup (GTK_POPOVER (self->menu));

  return TRUE;
}

static void
right_click_cb (MtrObservationsPage *self,
                int                  n_press,
                double               x,
                double               y,
                GtkGesture          *gesture)
{
  show_menu (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
}

static gboolean
menu_key_cb (GtkWidget *row,
             GVariant  *arguments,
             gpointer   user_data)
{
  return show_menu (MTR_OBSERVATIONS_PAGE (user_data), row);
}

static void
give_menu (MtrObservationsPage *self,
           GtkWidget           *row)
{
  GtkGesture *click;
  GtkEventController *keys;

  if (g_object_get_data (G_OBJECT (row), "has-menu") != NULL)
    return;

  click = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (right_click_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  keys = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Shift>F10|Menu"),
                                                          gtk_callback_action_new (menu_key_cb, self, NULL)));
  gtk_widget_add_controller (row, keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
  g_object_set_data (G_OBJECT (row), "has-menu", GINT_TO_POINTER (TRUE));
}

/* ---- What is shown -------------------------------------------------------- */

static void
add_observation (MtrObservationsPage *self,
                 MtrRowList          *list,
                 MtrRecord           *observation,
                 const char          *title,
                 const GDate         *today)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  gint64 owner_id = mtr_programme_get_owner_id (mtr_pairing_model_get_programme (self->model));
  g_autofree char *key = g_strdup_printf ("id:%" G_GINT64_FORMAT, mtr_record_get_id (observation));
  g_autofree char *subtitle = NULL;

  /* Begun, and neither finished nor given up: the row says so. */
  if (mtr_observation_get_step (snapshot, observation) == MTR_OBSERVATION_STEP_OBSERVE &&
      mtr_record_is_set (observation, MTR_OBSERVATION_STARTED_TIME))
    subtitle = g_strdup (_("Observing, paused"));
  else
    subtitle = mtr_observation_dup_subtitle (snapshot, observation, owner_id, today);
  give_menu (self, mtr_row_list_add (list, key, title, subtitle,
                                     mtr_observation_get_word (snapshot, observation, owner_id), NULL));
}

static void
add_places (MtrObservationsPage *self,
            MtrRowList          *list,
            gboolean             asked,
            const GDate         *today)
{
  gboolean can_write = mtr_pairing_model_can_write (self->model);

  for (guint i = 0; i < self->places->len; i++)
    {
      const MtrObservationPlace *place = g_ptr_array_index (self->places, i);
      g_autofree char *title = mtr_observation_place_dup_title (place);
      g_autofree char *key = g_strdup_printf ("place:%u", i);

      if (place->asked != asked)
        continue;
      if (place->observation != NULL)
        add_observation (self, list, place->observation, title, today);
      else
        mtr_row_list_add (list, key, title, NULL, _("not planned"), can_write ? _("Plan") : "");
    }
}

static void
add_over (MtrObservationsPage *self,
          const GDate         *today)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);

  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_OBSERVATION); i++)
    {
      MtrRecord *observation = mtr_snapshot_nth (snapshot, MTR_KIND_OBSERVATION, i);
      g_autofree char *title = NULL;

      if (mtr_observation_get_step (snapshot, observation) <= MTR_OBSERVATION_STEP_SEALED)
        continue;
      title = mtr_observation_dup_title (pack, snapshot, observation);
      add_observation (self, self->over, observation, title, today);
    }
}

static void
refresh (MtrObservationsPage *self)
{
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  gint64 person_id = get_person_id (self);
  gboolean can_write = mtr_pairing_model_can_write (self->model);
  gboolean empty = mtr_snapshot_count (snapshot, MTR_KIND_OBSERVATION) == 0;
  GDate today;

  if (pack == NULL)
    return;

  mtr_programme_get_today (mtr_pairing_model_get_programme (self->model), &today);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  self->places = mtr_observation_series_list (pack, snapshot, person_id);

  mtr_row_list_begin (self->asked);
  add_places (self, self->asked, TRUE, &today);
  mtr_row_list_end (self->asked);
  mtr_row_list_begin (self->further);
  add_places (self, self->further, FALSE, &today);
  mtr_row_list_end (self->further);
  mtr_row_list_begin (self->over);
  add_over (self, &today);
  mtr_row_list_end (self->over);

  if (empty)
    {
      g_autofree char *asked = mtr_observation_words_dup_asked (pack);

      adw_status_page_set_description (ADW_STATUS_PAGE (self->status_page), asked);
    }
  else
    {
      g_autofree char *counts = mtr_observation_series_dup_counts (pack, snapshot, person_id);

      gtk_label_set_text (self->counts_label, counts);
    }
  gtk_widget_set_visible (self->status_page, empty);
  gtk_widget_set_visible (self->plan_first_button, can_write);
  gtk_widget_set_visible (self->lists, !empty);
  gtk_widget_set_visible (GTK_WIDGET (self->asked_group), mtr_row_list_count (self->asked) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->further_group), mtr_row_list_count (self->further) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->over_group), mtr_row_list_count (self->over) > 0);
  gtk_button_set_label (GTK_BUTTON (self->plan_further_button),
                        find_next (self) != NULL ? _("Plan the next one") : _("Plan a further one"));
  gtk_widget_set_visible (self->plan_further_button, can_write);
}

static void
mtr_observations_page_refresh (MtrPage *page)
{
  refresh (MTR_OBSERVATIONS_PAGE (page));
}

static void
model_refreshed_cb (MtrObservationsPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
narrow_cb (MtrObservationsPage *self)
{
  gboolean narrow = mtr_page_get_narrow (MTR_PAGE (self));

  mtr_row_list_set_narrow (self->asked, narrow);
  mtr_row_list_set_narrow (self->further, narrow);
  mtr_row_list_set_narrow (self->over, narrow);
}

/* Which field of a record says to which observation it belongs. */
static const struct {
  MtrKind  kind;
  MtrField observation;
  MtrField field;
} parts[] = {
  { MTR_KIND_OBSERVATION_NOTE, MTR_OBSERVATION_NOTE_OBSERVATION_ID, MTR_OBSERVATION_NOTE_TEXT },
  { MTR_KIND_OBSERVATION_THEME, MTR_OBSERVATION_THEME_OBSERVATION_ID, MTR_OBSERVATION_THEME_TEXT },
  { MTR_KIND_OBSERVATION_AREA, MTR_OBSERVATION_AREA_OBSERVATION_ID, MTR_OBSERVATION_AREA_RATIONALE },
  { MTR_KIND_ADDENDUM, MTR_ADDENDUM_OBSERVATION_ID, MTR_FIELD_NONE },
};

static gboolean
mtr_observations_page_go_to (MtrPage  *page,
                             MtrKind   kind,
                             gint64    id,
                             MtrField  field)
{
  MtrObservationsPage *self = MTR_OBSERVATIONS_PAGE (page);
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  MtrPage *pushed;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].kind == kind)
      {
        MtrRecord *part = mtr_snapshot_get (snapshot, kind, id);

        if (part == NULL)
          return FALSE;
        kind = MTR_KIND_OBSERVATION;
        id = mtr_record_get_number (part, parts[i].observation);
        field = parts[i].field;
      }
  if (kind != MTR_KIND_OBSERVATION)
    return FALSE;

  /* "The next one that is asked for" has no record yet. */
  if (id == 0)
    {
      plan_next (self);
      return TRUE;
    }
  if (get_observation (self, id) == NULL)
    return FALSE;

  pushed = mtr_observation_page_new (self->model, id);
  mtr_page_push (page, pushed);
  mtr_page_go_to (pushed, MTR_KIND_OBSERVATION, id, field);

  return TRUE;
}

static void
mtr_observations_page_focus_first (MtrPage *page)
{
  MtrObservationsPage *self = MTR_OBSERVATIONS_PAGE (page);

  if (gtk_widget_get_mapped (self->status_page))
    gtk_widget_grab_focus (self->plan_first_button);
  else
    gtk_widget_child_focus (self->lists, GTK_DIR_TAB_FORWARD);
}

static gboolean
mtr_observations_page_command (MtrPage    *page,
                               const char *command)
{
  if (!g_str_equal (command, "plan-observation"))
    return FALSE;

  plan_next (MTR_OBSERVATIONS_PAGE (page));

  return TRUE;
}

static void
mtr_observations_page_dispose (GObject *object)
{
  MtrObservationsPage *self = MTR_OBSERVATIONS_PAGE (object);

  if (self->menu != NULL && gtk_widget_get_parent (self->menu) != NULL)
    gtk_widget_unparent (self->menu);
  g_clear_object (&self->menu);
  g_clear_object (&self->asked);
  g_clear_object (&self->further);
  g_clear_object (&self->over);
  g_clear_object (&self->model);
  g_clear_pointer (&self->places, g_ptr_array_unref);

  G_OBJECT_CLASS (mtr_observations_page_parent_class)->dispose (object);
}

static void
mtr_observations_page_class_init (MtrObservationsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_observations_page_dispose;
  page_class->refresh = mtr_observations_page_refresh;
  page_class->go_to = mtr_observations_page_go_to;
  page_class->focus_first = mtr_observations_page_focus_first;
  page_class->command = mtr_observations_page_command;

  gtk_widget_class_install_action (widget_class, "observations.open", NULL, open_action_cb);
  gtk_widget_class_install_action (widget_class, "observations.add-addendum", NULL, addendum_action_cb);
  gtk_widget_class_install_action (widget_class, "observations.print", NULL, print_action_cb);
  gtk_widget_class_install_action (widget_class, "observations.note", NULL, note_action_cb);
  gtk_widget_class_install_action (widget_class, "observations.withdraw", NULL, withdraw_action_cb);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-observations-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MtrObservationsPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, MtrObservationsPage, plan_first_button);
  gtk_widget_class_bind_template_child (widget_class, MtrObservationsPage, lists);
  gtk_widget_class_bind_template_child (widget_class, MtrObservationsPage, asked_group);
  gtk_widget_class_bind_template_child (widget_class, MtrObservationsPage, counts_label);
  gtk_widget_class_bind_template_child (widget_class, MtrObservationsPage, further_group);
  gtk_widget_class_bind_template_child (widget_class, MtrObservationsPage, over_group);
  gtk_widget_class_bind_template_child (widget_class, MtrObservationsPage, plan_further_button);
}

static void
mtr_observations_page_init (MtrObservationsPage *self)
{
  struct {
    MtrRowList         **list;
    AdwPreferencesGroup *group;
  } lists[3];

  gtk_widget_init_template (GTK_WIDGET (self));
  lists[0].list = &self->asked;
  lists[0].group = self->asked_group;
  lists[1].list = &self->further;
  lists[1].group = self->further_group;
  lists[2].list = &self->over;
  lists[2].group = self->over_group;
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      *lists[i].list = mtr_row_list_new (lists[i].group);
      g_signal_connect_object (*lists[i].list, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
    }
  self->menu = g_object_ref_sink (gtk_popover_menu_new_from_model (NULL));
  g_signal_connect_object (self->plan_first_button, "clicked", G_CALLBACK (plan_next), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->plan_further_button, "clicked", G_CALLBACK (plan_next), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
}

/**
 * mtr_observations_page_new:
 * @model: the pairing
 *
 * Returns: (transfer floating): the view of its observations
 */
MtrPage *
mtr_observations_page_new (MtrPairingModel *model)
{
  MtrObservationsPage *self = g_object_new (MTR_TYPE_OBSERVATIONS_PAGE, NULL);
  AdwPreferencesGroup * const groups[] = {
    self->asked_group, self->further_group, self->over_group,
  };

  self->model = g_object_ref (model);
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    mtr_group_say_readers (groups[i], MTR_AUDIENCE_ASSESSMENT, mtr_pairing_model_get_pair_names (model),
                           mtr_pairing_model_get_manager_name (model));
  g_signal_connect_object (model, "refreshed", G_CALLBACK (model_refreshed_cb), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
