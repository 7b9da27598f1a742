/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How often, when, how long, how and where two people meet, the time that is
 * kept free for it, and until when: a small form. What is left empty is as
 * usual in the programme.
 */

#include "mtr-meeting-page.h"

#include "mtr-audience-button.h"
#include "mtr-field-row.h"
#include "mtr-page-parts.h"
#include "mtr-pairing-words.h"
#include "mtr-schedule.h"

#include <glib/gi18n-lib.h>

/* What is asked, under which heading; the audience is that of the field. */
static const struct {
  MtrField    field;
  const char *group;
} fields[] = {
  { MTR_PAIRING_FREQUENCY, N_("How often and how") },
  { MTR_PAIRING_INTERVAL_DAYS, N_("How often and how") },
  { MTR_PAIRING_MEETING_DAY, N_("How often and how") },
  { MTR_PAIRING_MEETING_TIME, N_("How often and how") },
  { MTR_PAIRING_SESSION_MINUTES, N_("How often and how") },
  { MTR_PAIRING_MODE, N_("How often and how") },
  { MTR_PAIRING_PLACE, N_("Where") },
  { MTR_PAIRING_PROTECTED_MINUTES, N_("Protected time and end") },
  { MTR_PAIRING_PLANNED_END_ON, N_("Protected time and end") },
};

struct _MtrMeetingPage {
  MtrPage              parent_instance;

  MtrPairingModel     *model;       /* (owned) */
  MtrRecordController *controller;  /* (owned) (nullable) */
  GtkWidget           *rows[G_N_ELEMENTS (fields)];
  MtrField             wanted;
};

G_DEFINE_FINAL_TYPE (MtrMeetingPage, mtr_meeting_page, MTR_TYPE_PAGE)

/* Days between sessions are asked for only where no rhythm of the week or the month says so already. */
static void
show_interval (MtrMeetingPage *self)
{
  const char *frequency = mtr_record_get_text (mtr_record_controller_get_record (self->controller), MTR_PAIRING_FREQUENCY);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].field == MTR_PAIRING_INTERVAL_DAYS)
      gtk_widget_set_visible (self->rows[i], frequency == NULL || g_str_equal (frequency, MTR_FREQUENCY_OWN));
}

static void
mtr_meeting_page_refresh (MtrPage *page)
{
  MtrMeetingPage *self = MTR_MEETING_PAGE (page);
  MtrRecord *pairing = mtr_pairing_model_get_pairing (self->model);

  if (pairing == NULL || self->controller == NULL)
    return;

  mtr_record_controller_refresh (self->controller, pairing);
  show_interval (self);
}

static void
mtr_meeting_page_focus_first (MtrPage *page)
{
  MtrMeetingPage *self = MTR_MEETING_PAGE (page);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].field == self->wanted || self->wanted == MTR_FIELD_NONE)
      {
        gtk_widget_grab_focus (self->rows[i]);
        break;
      }
}

static void
mtr_meeting_page_leave (MtrPage *page)
{
  if (MTR_MEETING_PAGE (page)->controller != NULL)
    mtr_record_controller_flush (MTR_MEETING_PAGE (page)->controller);
}

static void
mtr_meeting_page_dispose (GObject *object)
{
  MtrMeetingPage *self = MTR_MEETING_PAGE (object);

  g_clear_object (&self->controller);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_meeting_page_parent_class)->dispose (object);
}

static void
mtr_meeting_page_class_init (MtrMeetingPageClass *klass)
{
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_meeting_page_dispose;
  page_class->refresh = mtr_meeting_page_refresh;
  page_class->focus_first = mtr_meeting_page_focus_first;
  page_class->leave = mtr_meeting_page_leave;
}

static void
mtr_meeting_page_init (MtrMeetingPage *self)
{
}

static char *
dup_usual (MtrPack  *pack,
           MtrField  field)
{
  const MtrTimeFrame *frame = mtr_pack_get_time_frame (pack);

  if (field == MTR_PAIRING_INTERVAL_DAYS && frame->interval_days > 0)
    return g_strdup_printf (_("Left empty: %d, as is usual here"), frame->interval_days);
  if (field == MTR_PAIRING_SESSION_MINUTES && frame->session_minutes > 0)
    return g_strdup_printf (_("Left empty: %d, as is usual here"), frame->session_minutes);

  return NULL;
}

static GtkWidget *
make_row (MtrMeetingPage *self,
          MtrField        field)
{
  g_autoptr (GPtrArray) words = NULL;

  if (field == MTR_PAIRING_FREQUENCY)
    words = mtr_pairing_words_list_frequencies ();
  else if (field == MTR_PAIRING_MEETING_DAY)
    words = mtr_pairing_words_list_days ();
  else if (field == MTR_PAIRING_MODE)
    words = mtr_pairing_words_list_modes ();

  return words != NULL ? mtr_field_row_new_choice (self->controller, field, words)
                       : mtr_field_row_new (self->controller, field);
}

/**
 * mtr_meeting_page_new:
 * @model: a pairing that is there and can be written
 * @field: where to put the cursor; %MTR_FIELD_NONE for the first field
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_meeting_page_new (MtrPairingModel *model,
                      MtrField         field)
{
  MtrMeetingPage *self = g_object_new (MTR_TYPE_MEETING_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  const char *other = mtr_pairing_model_get_pair_names (model);
  GtkWidget *group = NULL;

  self->model = g_object_ref (model);
  self->wanted = field;
  self->controller = mtr_record_controller_new (mtr_pairing_model_get_programme (model),
                                                mtr_pairing_model_get_pairing (model));
  mtr_page_set_title (MTR_PAGE (self), _("Meeting"));
  mtr_page_set_programme (MTR_PAGE (self), mtr_pairing_model_get_programme (model));
  mtr_page_parts_add_line (content, mtr_pairing_model_get_support_line (model));
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      MtrAudience audience = mtr_field_get_info (fields[i].field)->audience;
      g_autofree char *readers = mtr_audience_describe_readers (audience, other, NULL);
      g_autofree char *usual = dup_usual (mtr_pairing_model_get_pack (model), fields[i].field);

      if (i == 0 || !g_str_equal (fields[i].group, fields[i - 1].group))
        {
          group = mtr_group_new (_(fields[i].group), audience, other, NULL);
          gtk_box_append (content, group);
        }
      self->rows[i] = make_row (self, fields[i].field);
      mtr_field_row_set_prompt (MTR_FIELD_ROW (self->rows[i]), usual);
      mtr_field_row_set_readers (MTR_FIELD_ROW (self->rows[i]), readers);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->rows[i]);
    }
  show_interval (self);
  g_signal_connect_object (self->controller, "value-changed", G_CALLBACK (show_interval), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "refreshed", G_CALLBACK (mtr_page_refresh), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
