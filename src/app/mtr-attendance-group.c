/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is invited to an event, and who was there. */

#include "mtr-attendance-group.h"

#include "mtr-accessible.h"
#include "mtr-audience-button.h"
#include "mtr-event.h"
#include "mtr-invite-page.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *state;
  const char *label;
} states[] = {
  { MTR_ATTENDANCE_INVITED,  N_("Invited") },
  { MTR_ATTENDANCE_COMING,   N_("Coming") },
  { MTR_ATTENDANCE_ATTENDED, N_("Attended") },
  { MTR_ATTENDANCE_MISSED,   N_("Did not come") },
};

struct _MtrAttendanceGroup {
  AdwBin               parent_instance;

  MtrPage             *page;      /* (unowned) */
  MtrRecord           *event;     /* (owned) (nullable) */
  AdwPreferencesGroup *group;
  GHashTable          *rows;      /* (owned): gint64 → row, by attendance */
  GPtrArray           *records;   /* (owned) (nullable) (element-type MtrRecord): the attendance */
  GPtrArray           *learning;  /* (owned) (nullable) (element-type MtrRecord): the records made from this event */
  GtkWidget           *choose_button;
  GtkWidget           *all_button;
  gboolean             showing;
};

G_DEFINE_FINAL_TYPE (MtrAttendanceGroup, mtr_attendance_group, ADW_TYPE_BIN)

static GPtrArray *
list (MtrAttendanceGroup *self,
      MtrField            event_field)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (mtr_field_get_info (event_field)->kind);
  GPtrArray *records;

  query.equal_field = event_field;
  query.equal_number = mtr_record_get_id (self->event);
  records = mtr_store_list_records (mtr_programme_get_store (mtr_page_get_programme (self->page)), &query,
                                    MTR_READER_OWNER, NULL);

  return records != NULL ? records : g_ptr_array_new_with_free_func (g_object_unref);
}

static void
set_state (MtrAttendanceGroup *self,
           MtrChange          *change,
           MtrRecord          *attendance,
           const char         *state)
{
  MtrProgramme *programme = mtr_page_get_programme (self->page);

  mtr_event_set_attendance (change, mtr_programme_get_pack (programme, NULL), self->event, attendance, state,
                            self->learning, mtr_programme_new_id (programme));
}

static void
state_cb (MtrAttendanceGroup *self,
          GParamSpec         *property,
          GtkDropDown        *choice)
{
  MtrRecord *attendance = g_object_get_data (G_OBJECT (choice), "attendance");
  guint position = gtk_drop_down_get_selected (choice);
  MtrChange *change;

  if (self->showing || position >= G_N_ELEMENTS (states) ||
      mtr_record_text_is (attendance, MTR_ATTENDANCE_STATE, states[position].state))
    return;

  change = mtr_change_new (_("write down who was there"));
  set_state (self, change, attendance, states[position].state);
  mtr_programme_act (mtr_page_get_programme (self->page), change, _("Saved. Ctrl+Z takes it back"));
}

static void
all_cb (MtrAttendanceGroup *self)
{
  MtrChange *change = mtr_change_new (_("write down that everybody was there"));

  for (guint i = 0; i < self->records->len; i++)
    {
      MtrRecord *attendance = g_ptr_array_index (self->records, i);

      if (!mtr_record_text_is (attendance, MTR_ATTENDANCE_STATE, MTR_ATTENDANCE_ATTENDED))
        set_state (self, change, attendance, MTR_ATTENDANCE_ATTENDED);
    }
  if (mtr_change_is_empty (change))
    {
      g_object_unref (change);
      mtr_programme_announce (mtr_page_get_programme (self->page), _("Everybody has been written down already."));
      return;
    }
  mtr_programme_act (mtr_page_get_programme (self->page), change, _("Everybody was there. Ctrl+Z takes it back"));
}

static void
choose_cb (MtrAttendanceGroup *self)
{
  mtr_page_push (self->page, mtr_invite_page_new (mtr_page_get_programme (self->page),
                                                  mtr_record_get_id (self->event)));
}

static GtkWidget *
make_row (MtrAttendanceGroup *self,
          const char         *name)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *choice;

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_string_list_append (labels, _(states[i].label));
  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  mtr_accessible_set_label (choice, name);
  mtr_accessible_set_label (row, name);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choice);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), choice);
  g_object_set_data (G_OBJECT (row), "choice", choice);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
show_row (MtrAttendanceGroup *self,
          MtrRecord          *attendance,
          const char         *name,
          gboolean            writable)
{
  gint64 id = mtr_record_get_id (attendance);
  GtkWidget *row = g_hash_table_lookup (self->rows, &id);
  GtkWidget *choice;

  if (row == NULL)
    {
      row = make_row (self, name);
      g_hash_table_insert (self->rows, g_memdup2 (&id, sizeof id), row);
      adw_preferences_group_add (self->group, row);
    }
  choice = g_object_get_data (G_OBJECT (row), "choice");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  g_object_set_data_full (G_OBJECT (choice), "attendance", g_object_ref (attendance), g_object_unref);
  gtk_widget_set_sensitive (choice, writable);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (mtr_record_text_is (attendance, MTR_ATTENDANCE_STATE, states[i].state))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), i);
}

static gboolean
is_gone (gpointer key,
         gpointer row,
         gpointer user_data)
{
  MtrAttendanceGroup *self = user_data;

  for (guint i = 0; i < self->records->len; i++)
    if (mtr_record_get_id (g_ptr_array_index (self->records, i)) == *(gint64 *) key)
      return FALSE;
  adw_preferences_group_remove (self->group, row);

  return TRUE;
}

static void
mtr_attendance_group_dispose (GObject *object)
{
  MtrAttendanceGroup *self = MTR_ATTENDANCE_GROUP (object);

  g_clear_object (&self->event);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->learning, g_ptr_array_unref);

  G_OBJECT_CLASS (mtr_attendance_group_parent_class)->dispose (object);
}

static void
mtr_attendance_group_class_init (MtrAttendanceGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_attendance_group_dispose;
}

static void
mtr_attendance_group_init (MtrAttendanceGroup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->group = ADW_PREFERENCES_GROUP (mtr_group_new (_("Who is invited, who was there"), MTR_AUDIENCE_PROGRAMME, NULL,
                                                      NULL));
  self->choose_button = gtk_button_new_with_label (_("Choose Who…"));
  self->all_button = gtk_button_new_with_label (_("Everybody Was There"));
  g_signal_connect_object (self->choose_button, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->all_button, "clicked", G_CALLBACK (all_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (buttons), self->choose_button);
  gtk_box_append (GTK_BOX (buttons), self->all_button);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->group));
  gtk_box_append (GTK_BOX (box), buttons);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * mtr_attendance_group_new:
 * @page: the page it stands on
 *
 * Returns: (transfer floating): a group that shows nobody yet
 */
GtkWidget *
mtr_attendance_group_new (MtrPage *page)
{
  MtrAttendanceGroup *self = g_object_new (MTR_TYPE_ATTENDANCE_GROUP, NULL);

  self->page = page;

  return GTK_WIDGET (self);
}

/**
 * mtr_attendance_group_show:
 * @self: a group
 * @event: the event as it is now
 *
 * Shows who is invited, by name.
 */
void
mtr_attendance_group_show (MtrAttendanceGroup *self,
                           MtrRecord          *event)
{
  MtrProgramme *programme = mtr_page_get_programme (self->page);
  gboolean writable = !mtr_programme_is_read_only (programme);
  g_autoptr (MtrSnapshot) people = NULL;

  g_set_object (&self->event, event);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->learning, g_ptr_array_unref);
  self->records = list (self, MTR_ATTENDANCE_EVENT_ID);
  self->learning = list (self, MTR_LEARNING_RECORD_EVENT_ID);
  people = mtr_store_load (mtr_programme_get_store (programme), MTR_SCOPE_PROGRAMME, MTR_KIND_PROGRAMME, 0,
                           MTR_READER_LEAD, NULL);

  self->showing = TRUE;
  g_hash_table_foreach_remove (self->rows, is_gone, self);
  for (guint i = 0; people != NULL && i < self->records->len; i++)
    {
      MtrRecord *attendance = g_ptr_array_index (self->records, i);
      MtrRecord *person = mtr_snapshot_get (people, MTR_KIND_PERSON,
                                            mtr_record_get_number (attendance, MTR_ATTENDANCE_PERSON_ID));

      if (person != NULL)
        show_row (self, attendance, mtr_record_get_text (person, MTR_PERSON_NAME), writable);
    }
  self->showing = FALSE;
  adw_preferences_group_set_description (self->group, self->records->len > 0 ? NULL : _("Nobody yet."));
  gtk_widget_set_visible (self->choose_button, writable);
  gtk_widget_set_visible (self->all_button, writable && self->records->len > 1);
}

/**
 * mtr_attendance_group_remove_event:
 * @self: a group that shows an event
 * @change: what is being done
 *
 * Removes the event, with what has to go with it.
 */
void
mtr_attendance_group_remove_event (MtrAttendanceGroup *self,
                                   MtrChange          *change)
{
  mtr_event_remove (change, self->event, self->records, self->learning);
}
