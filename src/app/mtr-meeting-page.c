/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How often, how long and how two people meet, and until when: a small form.
 * What is left empty is as usual in the programme.
 */

#include "mtr-meeting-page.h"

#include "mtr-audience-button.h"
#include "mtr-field-row.h"
#include "mtr-page-parts.h"
#include "mtr-pairing-words.h"

#include <glib/gi18n-lib.h>

static const MtrField fields[] = {
  MTR_PAIRING_INTERVAL_DAYS,
  MTR_PAIRING_SESSION_MINUTES,
  MTR_PAIRING_MODE,
  MTR_PAIRING_PLANNED_END_ON,
};

struct _MtrMeetingPage {
  MtrPage              parent_instance;

  MtrPairingModel     *model;       /* (owned) */
  MtrRecordController *controller;  /* (owned) (nullable) */
  GtkWidget           *rows[G_N_ELEMENTS (fields)];
  MtrField             wanted;
};

G_DEFINE_FINAL_TYPE (MtrMeetingPage, mtr_meeting_page, MTR_TYPE_PAGE)

static void
mtr_meeting_page_refresh (MtrPage *page)
{
  MtrMeetingPage *self = MTR_MEETING_PAGE (page);
  MtrRecord *pairing = mtr_pairing_model_get_pairing (self->model);

  if (pairing != NULL && self->controller != NULL)
    mtr_record_controller_refresh (self->controller, pairing);
}

static void
mtr_meeting_page_focus_first (MtrPage *page)
{
  MtrMeetingPage *self = MTR_MEETING_PAGE (page);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i] == self->wanted || self->wanted == MTR_FIELD_NONE)
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
  GtkWidget *group = mtr_group_new (_("How often and how"), MTR_AUDIENCE_PROGRAMME, NULL, NULL);
  g_autoptr (GPtrArray) modes = mtr_pairing_words_list_modes ();
  g_autofree char *readers = mtr_audience_describe_readers (MTR_AUDIENCE_PROGRAMME, NULL, NULL);

  self->model = g_object_ref (model);
  self->wanted = field;
  self->controller = mtr_record_controller_new (mtr_pairing_model_get_programme (model),
                                                mtr_pairing_model_get_pairing (model));
  mtr_page_set_title (MTR_PAGE (self), _("Meeting"));
  mtr_page_set_programme (MTR_PAGE (self), mtr_pairing_model_get_programme (model));
  mtr_page_parts_add_line (content, _("Support: between you two, within the limits you agreed"));
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *usual = dup_usual (mtr_pairing_model_get_pack (model), fields[i]);

      self->rows[i] = fields[i] == MTR_PAIRING_MODE ? mtr_field_row_new_choice (self->controller, fields[i], modes)
                                                    : mtr_field_row_new (self->controller, fields[i]);
      mtr_field_row_set_prompt (MTR_FIELD_ROW (self->rows[i]), usual);
      mtr_field_row_set_readers (MTR_FIELD_ROW (self->rows[i]), readers);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->rows[i]);
    }
  gtk_box_append (content, group);
  g_signal_connect_object (model, "refreshed", G_CALLBACK (mtr_page_refresh), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
