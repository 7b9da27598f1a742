/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "Meeting" on the page of a pairing: how often and how, the next dates to
 * choose from, and how much of the time that was agreed has been used, as a
 * sentence first.
 */

#include "mtr-meeting-group.h"

#include "mtr-audience-button.h"
#include "mtr-dates-page.h"
#include "mtr-meeting-page.h"
#include "mtr-pairing-words.h"
#include "mtr-pairing.h"
#include "mtr-protected-time.h"
#include "mtr-row-list.h"

#include <glib/gi18n-lib.h>

#define MEETING_KEY   "meeting"
#define DATES_KEY     "dates"
#define PROTECTED_KEY "protected"

struct _MtrMeetingGroup {
  AdwBin           parent_instance;

  MtrPairingModel *model;   /* (owned) */
  MtrRowList      *rows;    /* (owned) */
  GtkWidget       *protected_row;  /* (owned) */
  GtkWidget       *level_bar;
};

G_DEFINE_FINAL_TYPE (MtrMeetingGroup, mtr_meeting_group, ADW_TYPE_BIN)

static void
activated_cb (MtrMeetingGroup *self,
              const char      *key)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), MTR_TYPE_PAGE);

  if (page != NULL)
    mtr_page_push (MTR_PAGE (page), g_str_equal (key, DATES_KEY) ? mtr_dates_page_new (self->model)
                                                                : mtr_meeting_page_new (self->model, MTR_FIELD_NONE));
}

static void
show_meeting (MtrMeetingGroup *self,
              MtrRecord       *pairing,
              const GDate     *today,
              gboolean         can_write)
{
  g_autofree char *title = mtr_pairing_words_dup_meeting (mtr_pairing_model_get_pack (self->model), pairing);
  g_autofree char *next = mtr_pairing_words_dup_next (mtr_pairing_model_get_snapshot (self->model),
                                                      mtr_record_get_id (pairing), today);
  g_autofree char *subtitle = NULL;

  if (next != NULL)
    /* Translators: %s is a day with its time. */
    subtitle = g_strdup_printf (_("Next: %s"), next);
  else if (can_write)
    subtitle = g_strdup (_("Nothing planned"));
  mtr_row_list_add (self->rows, MEETING_KEY, title, subtitle, NULL, can_write ? NULL : "");
}

static void
show_protected (MtrMeetingGroup *self,
                MtrRecord       *pairing,
                const GDate     *today)
{
  g_autofree char *sentence = NULL;
  MtrProtectedTime time;

  mtr_protected_time_init (&time, mtr_pairing_model_get_snapshot (self->model), pairing, today);
  sentence = mtr_protected_time_dup_sentence (&time);
  if (sentence == NULL)
    return;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->protected_row), sentence);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (self->level_bar), MIN (1, (double) time.used / (double) time.agreed));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->level_bar), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  mtr_row_list_add_widget (self->rows, PROTECTED_KEY, self->protected_row);
}

/**
 * mtr_meeting_group_refresh:
 * @self: a group
 *
 * Shows how the two meet, as it is now.
 */
void
mtr_meeting_group_refresh (MtrMeetingGroup *self)
{
  MtrRecord *pairing = mtr_pairing_model_get_pairing (self->model);
  gboolean can_write = mtr_pairing_model_can_write (self->model);
  GDate today;

  mtr_programme_get_today (mtr_pairing_model_get_programme (self->model), &today);
  mtr_row_list_begin (self->rows);
  show_meeting (self, pairing, &today, can_write);
  if (can_write && mtr_pack_has_view (mtr_pairing_model_get_pack (self->model), "diary") &&
      !mtr_record_text_is (pairing, MTR_PAIRING_STATE, MTR_PAIRING_PAUSED))
    mtr_row_list_add (self->rows, DATES_KEY, _("The next six dates"), NULL, NULL, _("Suggest dates"));
  show_protected (self, pairing, &today);
  mtr_row_list_end (self->rows);
}

/**
 * mtr_meeting_group_set_narrow:
 * @self: a group
 * @narrow: whether the page is narrow
 */
void
mtr_meeting_group_set_narrow (MtrMeetingGroup *self,
                              gboolean         narrow)
{
  mtr_row_list_set_narrow (self->rows, narrow);
}

static void
mtr_meeting_group_dispose (GObject *object)
{
  MtrMeetingGroup *self = MTR_MEETING_GROUP (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->protected_row);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_meeting_group_parent_class)->dispose (object);
}

static void
mtr_meeting_group_class_init (MtrMeetingGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_meeting_group_dispose;
}

/* Less used than agreed is no alarm: the bar has one colour. */
static void
mtr_meeting_group_init (MtrMeetingGroup *self)
{
  self->protected_row = g_object_ref_sink (adw_action_row_new ());
  self->level_bar = gtk_level_bar_new ();
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (self->level_bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (self->level_bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (self->level_bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_widget_set_valign (self->level_bar, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (self->level_bar, 120, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->protected_row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->protected_row), _("Protected time"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->protected_row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->protected_row), self->level_bar);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->protected_row), FALSE);
}

/**
 * mtr_meeting_group_new:
 * @model: the pairing
 *
 * Returns: (transfer floating): the group, still without rows
 */
GtkWidget *
mtr_meeting_group_new (MtrPairingModel *model)
{
  MtrMeetingGroup *self = g_object_new (MTR_TYPE_MEETING_GROUP, NULL);
  GtkWidget *group = mtr_group_new (_("Meeting"), MTR_AUDIENCE_PROGRAMME, NULL, NULL);

  self->model = g_object_ref (model);
  self->rows = mtr_row_list_new (ADW_PREFERENCES_GROUP (group));
  adw_bin_set_child (ADW_BIN (self), group);
  g_signal_connect_object (self->rows, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
