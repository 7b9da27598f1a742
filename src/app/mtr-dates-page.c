/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The next dates of the rhythm of a pairing. They are only proposed: each can
 * be unticked before all of them are planned, as one change.
 */

#include "mtr-dates-page.h"

#include "mtr-audience-button.h"
#include "mtr-date.h"
#include "mtr-page-parts.h"
#include "mtr-pairing-words.h"
#include "mtr-schedule.h"
#include "mtr-session.h"

#include <glib/gi18n-lib.h>

#define N_DATES 6

struct _MtrDatesPage {
  MtrPage          parent_instance;

  MtrPairingModel *model;            /* (owned) */
  GArray          *dates;            /* (owned) (element-type GDate): at most N_DATES */
  GtkWidget       *checks[N_DATES];
  GtkLabel        *problem_label;
  GtkWidget       *plan_button;
};

G_DEFINE_FINAL_TYPE (MtrDatesPage, mtr_dates_page, MTR_TYPE_PAGE)

static guint
count_ticked (MtrDatesPage *self)
{
  guint n_ticked = 0;

  for (guint i = 0; i < self->dates->len; i++)
    n_ticked += gtk_check_button_get_active (GTK_CHECK_BUTTON (self->checks[i])) ? 1 : 0;

  return n_ticked;
}

static void
show_button (MtrDatesPage *self)
{
  guint n_ticked = count_ticked (self);
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Plan this date", "Plan these %u dates",
                                                         n_ticked), n_ticked);

  gtk_button_set_label (GTK_BUTTON (self->plan_button), n_ticked > 0 ? label : _("Plan These Dates"));
  gtk_label_set_text (self->problem_label, "");
}

static MtrRecord *
make_session (MtrDatesPage *self,
              MtrRecord    *pairing,
              const GDate  *date,
              const GDate  *today)
{
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  MtrRecord *session = mtr_session_begin (pack, snapshot, pairing,
                                          mtr_programme_new_id (mtr_pairing_model_get_programme (self->model)), TRUE, today);
  g_autofree char *held_on = mtr_date_to_iso (date);

  mtr_record_set_text (session, MTR_SESSION_HELD_ON, held_on);
  mtr_record_set_text (session, MTR_SESSION_KIND,
                       mtr_session_suggest_kind (pack, snapshot, mtr_record_get_id (pairing), held_on));
  if (mtr_record_is_set (pairing, MTR_PAIRING_MEETING_TIME))
    mtr_record_set_text (session, MTR_SESSION_HELD_TIME, mtr_record_get_text (pairing, MTR_PAIRING_MEETING_TIME));
  if (mtr_record_is_set (pairing, MTR_PAIRING_PLACE))
    mtr_record_set_text (session, MTR_SESSION_PLACE, mtr_record_get_text (pairing, MTR_PAIRING_PLACE));

  return session;
}

static void
plan_cb (MtrDatesPage *self)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (self->model);
  MtrRecord *pairing = mtr_pairing_model_get_pairing (self->model);
  guint n_ticked = count_ticked (self);
  g_autofree char *label = NULL;
  g_autofree char *done = NULL;
  MtrChange *change;
  GDate today;

  if (n_ticked == 0)
    {
      gtk_label_set_text (self->problem_label, _("Tick the dates that suit you both, one at least."));
      gtk_widget_grab_focus (self->checks[0]);
      return;
    }
  if (pairing == NULL)
    return;

  mtr_programme_get_today (programme, &today);
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "plan %u meeting", "plan %u meetings", n_ticked), n_ticked);
  done = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u meeting planned. Ctrl+Z takes it back",
                                       "%u meetings planned. Ctrl+Z takes them back", n_ticked), n_ticked);
  change = mtr_change_new (label);
  for (guint i = 0; i < self->dates->len; i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->checks[i])))
      mtr_change_insert (change, make_session (self, pairing, &g_array_index (self->dates, GDate, i), &today));
  mtr_programme_act (programme, change, done);
  mtr_page_pop (MTR_PAGE (self));
}

static void
mtr_dates_page_focus_first (MtrPage *page)
{
  MtrDatesPage *self = MTR_DATES_PAGE (page);

  if (self->dates->len > 0)
    gtk_widget_grab_focus (self->checks[0]);
}

static void
mtr_dates_page_dispose (GObject *object)
{
  MtrDatesPage *self = MTR_DATES_PAGE (object);

  g_clear_pointer (&self->dates, g_array_unref);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_dates_page_parent_class)->dispose (object);
}

static void
mtr_dates_page_class_init (MtrDatesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_dates_page_dispose;
  MTR_PAGE_CLASS (klass)->focus_first = mtr_dates_page_focus_first;
}

static void
mtr_dates_page_init (MtrDatesPage *self)
{
}

/* What is after the end that was planned is not ticked, and says why. */
static GtkWidget *
make_row (MtrDatesPage *self,
          guint         position,
          MtrRecord    *pairing)
{
  const GDate *date = &g_array_index (self->dates, GDate, position);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *day = mtr_date_format_with_time (date, mtr_record_get_text (pairing, MTR_PAIRING_MEETING_TIME),
                                                    MTR_DATE_STYLE_FULL);
  gboolean is_after_end = FALSE;
  GDate end;

  if (mtr_record_get_date (pairing, MTR_PAIRING_PLANNED_END_ON, &end))
    is_after_end = g_date_compare (date, &end) > 0;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !is_after_end);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, day, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), day);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (is_after_end)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("After the planned end"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      _("After the planned end"), -1);
    }
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_widget_set_focusable (row, FALSE);
  self->checks[position] = check;
  g_signal_connect_object (check, "toggled", G_CALLBACK (show_button), self, G_CONNECT_SWAPPED);

  return row;
}

/**
 * mtr_dates_page_new:
 * @model: a pairing that can be written
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_dates_page_new (MtrPairingModel *model)
{
  MtrDatesPage *self = g_object_new (MTR_TYPE_DATES_PAGE, NULL);
  MtrRecord *pairing = mtr_pairing_model_get_pairing (model);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  GtkWidget *group = mtr_group_new (_("The next dates"), MTR_AUDIENCE_PROGRAMME, NULL, NULL);
  g_autofree char *meeting = mtr_pairing_words_dup_meeting (mtr_pairing_model_get_pack (model), pairing);
  GDate today;

  self->model = g_object_ref (model);
  mtr_page_set_programme (MTR_PAGE (self), mtr_pairing_model_get_programme (model));
  mtr_page_set_title (MTR_PAGE (self), _("Suggest Dates"));
  mtr_page_parts_add_line (content, mtr_pairing_model_get_support_line (model));
  mtr_programme_get_today (mtr_pairing_model_get_programme (model), &today);
  self->dates = mtr_schedule_propose_for_pairing (mtr_pairing_model_get_pack (model),
                                                  mtr_pairing_model_get_snapshot (model), pairing, &today, N_DATES);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), meeting);
  for (guint i = 0; i < self->dates->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (self, i, pairing));
  gtk_box_append (content, group);
  self->problem_label = mtr_page_parts_add_problem (content);
  self->plan_button = mtr_page_parts_add_button (content, "", TRUE);
  g_signal_connect_object (self->plan_button, "clicked", G_CALLBACK (plan_cb), self, G_CONNECT_SWAPPED);
  show_button (self);

  return MTR_PAGE (self);
}
