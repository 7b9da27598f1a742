/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One event of the programme's year: what, when, where, and who was there. An
 * event that does not take place is cancelled and stays, because those who have
 * it in their calendar have to hear of it.
 */

#include "mtr-event-page.h"

#include "mtr-attendance-group.h"
#include "mtr-audience-button.h"
#include "mtr-date.h"
#include "mtr-event.h"
#include "mtr-field-row.h"
#include "mtr-page-parts.h"

#include <glib/gi18n-lib.h>

/* In the order in which an invitation says it. */
static const MtrField form[] = {
  MTR_EVENT_KIND,
  MTR_EVENT_TITLE,
  MTR_EVENT_HELD_ON,
  MTR_EVENT_HELD_TIME,
  MTR_EVENT_MINUTES,
  MTR_EVENT_ENDS_ON,
  MTR_EVENT_PLACE,
  MTR_EVENT_NOTE,
};

struct _MtrEventPage {
  MtrPage              parent_instance;

  gint64               event_id;
  MtrRecordController *controller;   /* (owned) */
  MtrFieldRow         *rows[G_N_ELEMENTS (form)];
  MtrAttendanceGroup  *attendance;
  GtkLabel            *cancelled_label;
  GtkWidget           *cancel_button;
  GtkWidget           *remove_button;
};

#define MTR_TYPE_EVENT_PAGE (mtr_event_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrEventPage, mtr_event_page, MTR, EVENT_PAGE, MtrPage)
G_DEFINE_FINAL_TYPE (MtrEventPage, mtr_event_page, MTR_TYPE_PAGE)

static MtrRecord *
read_event (MtrEventPage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load (mtr_programme_get_store (programme), MTR_SCOPE_RECORD,
                                                     MTR_KIND_EVENT, self->event_id, MTR_READER_OWNER, NULL);
  MtrRecord *event = snapshot != NULL ? mtr_snapshot_get (snapshot, MTR_KIND_EVENT, self->event_id) : NULL;

  return event != NULL ? g_object_ref (event) : NULL;
}

static GPtrArray *
check_cb (MtrRecord *candidate,
          gpointer   user_data)
{
  return mtr_event_list_problems (candidate);
}

static void
show (MtrEventPage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  MtrRecord *event = mtr_record_controller_get_record (self->controller);
  gboolean born = !mtr_record_controller_is_unborn (self->controller);
  gboolean writable = !mtr_programme_is_read_only (programme);
  const char *title = mtr_record_get_name (event, MTR_EVENT_TITLE);
  gboolean cancelled = mtr_record_is_set (event, MTR_EVENT_CANCELLED_ON);
  GDate date;

  mtr_page_set_title (MTR_PAGE (self), title != NULL ? title : _("New Event"));
  gtk_widget_set_visible (self->cancel_button, born && writable);
  gtk_widget_set_visible (self->remove_button, born && writable);
  gtk_button_set_label (GTK_BUTTON (self->cancel_button), cancelled ? _("It Takes Place After All") : _("Cancel This Event"));
  if (cancelled && mtr_record_get_date (event, MTR_EVENT_CANCELLED_ON, &date))
    {
      g_autofree char *day = mtr_date_format (&date, MTR_DATE_STYLE_LONG);
      g_autofree char *words = g_strdup_printf (_("Cancelled on %s. It stays in the planner, and a calendar file says that it is cancelled."), day);

      gtk_label_set_text (self->cancelled_label, words);
    }
  else
    {
      gtk_label_set_text (self->cancelled_label, "");
    }
  gtk_widget_set_visible (GTK_WIDGET (self->cancelled_label), cancelled);
  gtk_widget_set_visible (GTK_WIDGET (self->attendance), born);
  if (born)
    mtr_attendance_group_show (self->attendance, event);
}

static void
value_changed_cb (MtrEventPage *self)
{
  show (self);
}

static void
cancel_cb (MtrEventPage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  MtrRecord *event = mtr_record_controller_get_record (self->controller);
  g_autoptr (MtrChange) change = NULL;
  GDate today;

  mtr_record_controller_flush (self->controller);
  if (mtr_record_is_set (event, MTR_EVENT_CANCELLED_ON))
    {
      change = mtr_change_new (_("let an event take place after all"));
      mtr_change_clear (change, MTR_EVENT_CANCELLED_ON, self->event_id);
      mtr_programme_act (programme, g_steal_pointer (&change), _("It takes place after all"));
    }
  else
    {
      g_autofree char *on = NULL;

      mtr_programme_get_today (programme, &today);
      on = mtr_date_to_iso (&today);
      change = mtr_change_new (_("cancel an event"));
      mtr_change_set_text (change, MTR_EVENT_CANCELLED_ON, self->event_id, on);
      mtr_programme_act (programme, g_steal_pointer (&change), _("The event is cancelled. Ctrl+Z brings it back"));
    }
}

static void
remove_cb (MtrEventPage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  MtrChange *change = mtr_change_new (_("remove an event"));

  mtr_record_controller_flush (self->controller);
  mtr_attendance_group_remove_event (self->attendance, change);
  mtr_programme_act (programme, change, _("The event is removed. Ctrl+Z brings it back"));
}

static void
mtr_event_page_refresh (MtrPage *page)
{
  MtrEventPage *self = MTR_EVENT_PAGE (page);
  g_autoptr (MtrRecord) stored = read_event (self);

  if (stored != NULL)
    mtr_record_controller_refresh (self->controller, stored);
  else if (!mtr_record_controller_is_unborn (self->controller))
    {
      mtr_page_pop (page);
      return;
    }
  show (self);
}

static void
mtr_event_page_focus_first (MtrPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (MTR_EVENT_PAGE (page)->rows[0]));
}

static void
mtr_event_page_leave (MtrPage *page)
{
  mtr_record_controller_flush (MTR_EVENT_PAGE (page)->controller);
}

static void
mtr_event_page_dispose (GObject *object)
{
  MtrEventPage *self = MTR_EVENT_PAGE (object);

  if (self->controller != NULL)
    mtr_record_controller_set_check (self->controller, NULL, NULL);
  g_clear_object (&self->controller);

  G_OBJECT_CLASS (mtr_event_page_parent_class)->dispose (object);
}

static void
mtr_event_page_class_init (MtrEventPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_event_page_dispose;
  MTR_PAGE_CLASS (klass)->refresh = mtr_event_page_refresh;
  MTR_PAGE_CLASS (klass)->focus_first = mtr_event_page_focus_first;
  MTR_PAGE_CLASS (klass)->leave = mtr_event_page_leave;
}

static void
mtr_event_page_init (MtrEventPage *self)
{
}

static MtrRecord *
make_unborn (MtrEventPage *self,
             const GDate  *on)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  MtrPack *pack = mtr_programme_get_pack (programme, NULL);
  GPtrArray *kinds = pack != NULL ? mtr_pack_get_words (pack, MTR_WORDS_EVENT_KINDS) : NULL;
  MtrRecord *event = mtr_record_new (MTR_KIND_EVENT, self->event_id);
  g_autofree char *iso = NULL;
  GDate today;

  mtr_programme_get_today (programme, &today);
  iso = mtr_date_to_iso (on != NULL ? on : &today);
  mtr_record_set_text (event, MTR_EVENT_HELD_ON, iso);
  mtr_record_set_text (event, MTR_EVENT_KIND,
                       kinds != NULL && kinds->len > 0 ? ((MtrWord *) g_ptr_array_index (kinds, 0))->code : "event");

  return event;
}

static void
add_form (MtrEventPage *self,
          GtkBox       *content)
{
  MtrPack *pack = mtr_programme_get_pack (mtr_page_get_programme (MTR_PAGE (self)), NULL);
  GtkWidget *group = mtr_group_new (_("Event"), MTR_AUDIENCE_PROGRAMME, NULL, NULL);
  g_autofree char *readers = mtr_audience_describe_readers (MTR_AUDIENCE_PROGRAMME, NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (form); i++)
    {
      GtkWidget *row;

      if (form[i] == MTR_EVENT_KIND && pack != NULL)
        row = mtr_field_row_new_choice (self->controller, form[i], mtr_pack_get_words (pack, MTR_WORDS_EVENT_KINDS));
      else
        row = mtr_field_row_new (self->controller, form[i]);
      mtr_field_row_set_readers (MTR_FIELD_ROW (row), readers);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      self->rows[i] = MTR_FIELD_ROW (row);
      if (form[i] == MTR_EVENT_ENDS_ON)
        mtr_field_row_set_prompt (self->rows[i], _("Only where it takes more than one day."));
      if (form[i] == MTR_EVENT_TITLE)
        mtr_field_row_set_prompt (self->rows[i], _("As it should stand in a calendar."));
    }
  gtk_box_append (content, group);
}

/**
 * mtr_event_page_new:
 * @programme: the programme
 * @event_id: the event; 0 for a new one, which is put in the file as soon as it has a title
 * @on: (nullable): the day of a new one; %NULL for today
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_event_page_new (MtrProgramme *programme,
                    gint64        event_id,
                    const GDate  *on)
{
  MtrEventPage *self = g_object_new (MTR_TYPE_EVENT_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  g_autoptr (MtrRecord) stored = NULL;

  mtr_page_set_programme (MTR_PAGE (self), programme);
  self->event_id = event_id != 0 ? event_id : mtr_programme_new_id (programme);
  stored = read_event (self);
  if (stored != NULL)
    {
      self->controller = mtr_record_controller_new (programme, stored);
    }
  else
    {
      g_autoptr (MtrRecord) unborn = make_unborn (self, on);

      self->controller = mtr_record_controller_new_unborn (programme, unborn, NULL, NULL);
    }
  mtr_record_controller_set_check (self->controller, check_cb, self);

  self->cancelled_label = mtr_page_parts_add_line (content, "");
  add_form (self, content);
  self->attendance = MTR_ATTENDANCE_GROUP (mtr_attendance_group_new (MTR_PAGE (self)));
  gtk_box_append (content, GTK_WIDGET (self->attendance));
  self->cancel_button = mtr_page_parts_add_button (content, _("Cancel This Event"), FALSE);
  self->remove_button = mtr_page_parts_add_button (content, _("Remove This Event"), FALSE);
  g_signal_connect_object (self->cancel_button, "clicked", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->controller, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  show (self);

  return MTR_PAGE (self);
}
