/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One event of the programme's year: what, when, where, and who was there. An
 * event that does not take place is cancelled and stays, because those who have
 * it in their calendar have to hear of it.
 */

#include "mtr-event-page.h"

#include "mtr-attendance-group.h"
#include "mtr-date.h"
#include "mtr-event.h"
#include "mtr-field-row.h"
#include "mtr-page-parts.h"
#include "mtr-record-page.h"

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
  MtrRecordPage       parent_instance;

  MtrAttendanceGroup *attendance;
  GtkLabel           *cancelled_label;
  GtkWidget          *cancel_button;
  GtkWidget          *remove_button;
};

#define MTR_TYPE_EVENT_PAGE (mtr_event_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrEventPage, mtr_event_page, MTR, EVENT_PAGE, MtrRecordPage)
G_DEFINE_FINAL_TYPE (MtrEventPage, mtr_event_page, MTR_TYPE_RECORD_PAGE)

static GPtrArray *
check_cb (MtrRecord *candidate,
          gpointer   user_data)
{
  return mtr_event_list_problems (candidate);
}

static void
mtr_event_page_show (MtrRecordPage *page,
                     MtrRecord     *event)
{
  MtrEventPage *self = MTR_EVENT_PAGE (page);
  gboolean born = !mtr_record_controller_is_unborn (mtr_record_page_get_controller (page));
  gboolean writable = !mtr_programme_is_read_only (mtr_page_get_programme (MTR_PAGE (page)));
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
cancel_cb (MtrEventPage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  MtrRecord *event = mtr_record_page_get_record (MTR_RECORD_PAGE (self));
  gint64 event_id = mtr_record_get_id (event);
  g_autoptr (MtrChange) change = NULL;
  GDate today;

  mtr_page_leave (MTR_PAGE (self));
  if (mtr_record_is_set (event, MTR_EVENT_CANCELLED_ON))
    {
      change = mtr_change_new (_("let an event take place after all"));
      mtr_change_clear (change, MTR_EVENT_CANCELLED_ON, event_id);
      mtr_programme_act (programme, g_steal_pointer (&change), _("It takes place after all"));
    }
  else
    {
      g_autofree char *on = NULL;

      mtr_programme_get_today (programme, &today);
      on = mtr_date_to_iso (&today);
      change = mtr_change_new (_("cancel an event"));
      mtr_change_set_text (change, MTR_EVENT_CANCELLED_ON, event_id, on);
      mtr_programme_act (programme, g_steal_pointer (&change), _("The event is cancelled. Ctrl+Z brings it back"));
    }
}

static void
mtr_event_page_remove (MtrRecordPage *page,
                       MtrRecord     *stored)
{
  MtrChange *change = mtr_change_new (_("remove an event"));

  mtr_attendance_group_remove_event (MTR_EVENT_PAGE (page)->attendance, change);
  mtr_programme_act (mtr_page_get_programme (MTR_PAGE (page)), change, _("The event is removed. Ctrl+Z brings it back"));
}

static void
mtr_event_page_class_init (MtrEventPageClass *klass)
{
  MTR_RECORD_PAGE_CLASS (klass)->show = mtr_event_page_show;
  MTR_RECORD_PAGE_CLASS (klass)->remove = mtr_event_page_remove;
}

static void
mtr_event_page_init (MtrEventPage *self)
{
}

static MtrRecord *
make_event (MtrProgramme *programme,
            gint64        event_id,
            const GDate  *on)
{
  MtrPack *pack = mtr_programme_get_pack (programme, NULL);
  GPtrArray *kinds = pack != NULL ? mtr_pack_get_words (pack, MTR_WORDS_EVENT_KINDS) : NULL;
  MtrRecord *event = mtr_record_new (MTR_KIND_EVENT, event_id != 0 ? event_id : mtr_programme_new_id (programme));
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
add_form (MtrRecordPage *page)
{
  MtrPack *pack = mtr_programme_get_pack (mtr_page_get_programme (MTR_PAGE (page)), NULL);
  MtrRecordController *controller = mtr_record_page_get_controller (page);
  GtkWidget *group = mtr_record_page_add_group (page, _("Event"), MTR_AUDIENCE_PROGRAMME);

  for (gsize i = 0; i < G_N_ELEMENTS (form); i++)
    {
      GtkWidget *row;

      if (form[i] == MTR_EVENT_KIND && pack != NULL)
        row = mtr_field_row_new_choice (controller, form[i], mtr_pack_get_words (pack, MTR_WORDS_EVENT_KINDS));
      else
        row = mtr_field_row_new (controller, form[i]);
      mtr_record_page_add_row (page, group, form[i], row, MTR_AUDIENCE_PROGRAMME);
      if (form[i] == MTR_EVENT_ENDS_ON)
        mtr_field_row_set_prompt (MTR_FIELD_ROW (row), _("Only where it takes more than one day."));
      if (form[i] == MTR_EVENT_TITLE)
        mtr_field_row_set_prompt (MTR_FIELD_ROW (row), _("As it should stand in a calendar."));
    }
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
  MtrRecordPage *page = MTR_RECORD_PAGE (self);
  GtkBox *content = mtr_record_page_get_content (page);
  g_autoptr (MtrRecord) event = make_event (programme, event_id, on);

  mtr_record_page_begin (page, programme, event, NULL, NULL);
  mtr_record_controller_set_check (mtr_record_page_get_controller (page), check_cb, NULL);

  self->cancelled_label = mtr_page_parts_add_line (content, "");
  add_form (page);
  self->attendance = MTR_ATTENDANCE_GROUP (mtr_attendance_group_new (MTR_PAGE (self)));
  gtk_box_append (content, GTK_WIDGET (self->attendance));
  self->cancel_button = mtr_page_parts_add_button (content, _("Cancel This Event"), FALSE);
  self->remove_button = mtr_record_page_add_remove (page, NULL, NULL);
  gtk_button_set_label (GTK_BUTTON (self->remove_button), _("Remove This Event"));
  g_signal_connect_object (self->cancel_button, "clicked", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  mtr_record_page_show (page);

  return MTR_PAGE (self);
}
