/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The programme's year: a month at a time, as a grid of days with a list under
 * it, or as the list alone. What is on is never more than the programme may
 * know: dates, kinds and titles, not what was said.
 */

#include "mtr-planner-page.h"

#include "mtr-accessible.h"
#include "mtr-calendar-writer.h"
#include "mtr-date.h"
#include "mtr-dialogs.h"
#include "mtr-error-words.h"
#include "mtr-event-page.h"
#include "mtr-file-dialogs.h"
#include "mtr-file-replace.h"
#include "mtr-month-view.h"
#include "mtr-row-list.h"
#include "mtr-window.h"

#include <glib/gi18n-lib.h>

struct _MtrPlannerPage {
  MtrPage              parent_instance;

  GSettings           *settings;      /* (owned) */
  GtkLabel            *month_label;
  MtrMonthView        *month_view;
  GtkToggleButton     *month_button;
  GtkToggleButton     *list_button;
  GtkWidget           *modes;
  GtkWidget           *add_button;
  AdwPreferencesGroup *group;
  MtrRowList          *rows;          /* (owned) */
  GtkLabel            *empty_label;
  GtkWidget           *all_button;

  MtrSnapshot         *year;          /* (owned) (nullable): what has been read */
  int                  read_year;     /* the year it is of; 0 for none */
  GDate                month;         /* the first day of the month that is shown */
  GDate                chosen;        /* not valid: the list is of the whole month */
  GCancellable        *cancellable;   /* (owned): of what is being read */
  gboolean             with_names;    /* asked for in the calendar that is being saved */
};

#define MTR_TYPE_PLANNER_PAGE (mtr_planner_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrPlannerPage, mtr_planner_page, MTR, PLANNER_PAGE, MtrPage)
G_DEFINE_FINAL_TYPE (MtrPlannerPage, mtr_planner_page, MTR_TYPE_PAGE)

static gboolean
shows_month (MtrPlannerPage *self)
{
  return gtk_toggle_button_get_active (self->month_button) && !mtr_page_get_narrow (MTR_PAGE (self));
}

/* ---- The list -------------------------------------------------------------------- */

static void
show_heading (MtrPlannerPage *self,
              guint           n_shown)
{
  gboolean one_day = g_date_valid (&self->chosen);
  g_autofree char *title = one_day ? mtr_date_format (&self->chosen, MTR_DATE_STYLE_FULL) : g_strdup (_("What is on"));

  adw_preferences_group_set_title (self->group, title);
  gtk_label_set_text (self->empty_label, n_shown > 0 ? "" : one_day ? _("Nothing is on that day.")
                                                                    : _("Nothing is on this month."));
  gtk_widget_set_visible (GTK_WIDGET (self->empty_label), n_shown == 0);
  gtk_widget_set_visible (self->all_button, one_day);
}

static void
show_rows (MtrPlannerPage *self,
           GPtrArray      *occasions)
{
  guint n_shown = 0;

  mtr_row_list_begin (self->rows);
  for (guint i = 0; i < occasions->len; i++)
    {
      MtrOccasion *occasion = g_ptr_array_index (occasions, i);
      g_autofree char *key = g_strdup_printf ("%d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, occasion->kind, occasion->id,
                                              occasion->pairing_id);
      g_autofree char *day = NULL;
      g_autofree char *title = NULL;
      g_autofree char *subtitle = mtr_occasion_describe (occasion);

      if (g_date_valid (&self->chosen) && !mtr_occasion_is_on (occasion, &self->chosen))
        continue;
      day = mtr_date_format (&occasion->on, MTR_DATE_STYLE_SHORT_WEEKDAY);
      if (g_date_compare (&occasion->on, &occasion->last) != 0)
        {
          g_autofree char *first = g_steal_pointer (&day);
          g_autofree char *last = mtr_date_format (&occasion->last, MTR_DATE_STYLE_SHORT_WEEKDAY);

          /* Translators: the first and the last day of something that takes several. */
          day = g_strdup_printf (_("%s – %s"), first, last);
        }
      /* Translators: a day and what is on, "Thu 26 Nov · Workshop" */
      title = g_strdup_printf (_("%s · %s"), day, occasion->title);
      mtr_row_list_add (self->rows, key, title, subtitle, NULL, NULL);
      n_shown++;
    }
  mtr_row_list_end (self->rows);
  show_heading (self, n_shown);
}

static void
show_month (MtrPlannerPage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  g_autoptr (GHashTable) packs = NULL;
  g_autoptr (GPtrArray) occasions = NULL;
  GDate last = self->month;
  GDate today;
  g_autofree char *name = NULL;

  g_date_add_days (&last, (guint) g_date_get_days_in_month (g_date_get_month (&last), g_date_get_year (&last)) - 1);
  /* Translators: a month and its year, as in "November 2026", for g_date_time_format(). */
  name = mtr_date_format_as (&self->month, _("%B %Y"));
  gtk_label_set_text (self->month_label, name);
  gtk_widget_set_visible (GTK_WIDGET (self->month_view), shows_month (self));
  gtk_widget_set_visible (self->modes, !mtr_page_get_narrow (MTR_PAGE (self)));
  /* “September” beside “Today” has room then, with the largest letters too. */
  gtk_widget_remove_css_class (GTK_WIDGET (self->month_label), mtr_page_get_narrow (MTR_PAGE (self)) ? "title-4" : "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->month_label), mtr_page_get_narrow (MTR_PAGE (self)) ? "heading" : "title-4");
  if (!shows_month (self))
    g_date_clear (&self->chosen, 1);
  if (self->year == NULL)
    return;

  mtr_programme_get_today (programme, &today);
  packs = mtr_store_collect_packs (mtr_programme_get_store (programme), self->year);
  occasions = mtr_occasion_list (self->year, packs, &self->month, &last);
  if (shows_month (self))
    mtr_month_view_show (self->month_view, &self->month, &self->chosen, &today, occasions);
  show_rows (self, occasions);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MtrPlannerPage) self = MTR_PLANNER_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrSnapshot) year = mtr_store_load_finish (MTR_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->rows == NULL)
    return;
  mtr_page_set_loading (MTR_PAGE (self), FALSE);
  if (year == NULL)
    {
      g_autofree char *words = mtr_error_to_words (error, NULL);

      gtk_label_set_text (self->empty_label, words);
      gtk_widget_show (GTK_WIDGET (self->empty_label));
      return;
    }

  g_set_object (&self->year, year);
  show_month (self);
}

static void
load (MtrPlannerPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->read_year = g_date_get_year (&self->month);
  mtr_page_set_loading (MTR_PAGE (self), TRUE);
  mtr_store_load_async (mtr_programme_get_store (mtr_page_get_programme (MTR_PAGE (self))), MTR_SCOPE_YEAR,
                        MTR_KIND_PROGRAMME, self->read_year, MTR_READER_LEAD, self->cancellable, loaded_cb,
                        g_object_ref (self));
}

static void
turn_to (MtrPlannerPage *self,
         const GDate    *day,
         gboolean        choose)
{
  self->month = *day;
  g_date_set_day (&self->month, 1);
  g_date_clear (&self->chosen, 1);
  if (choose)
    self->chosen = *day;
  if (g_date_get_year (&self->month) != self->read_year)
    load (self);
  else
    show_month (self);
}

static void
turn_cb (MtrPlannerPage *self,
         int             months)
{
  GDate month = self->month;

  mtr_date_add_months (&month, months);
  turn_to (self, &month, FALSE);
}

static void
earlier_cb (MtrPlannerPage *self)
{
  turn_cb (self, -1);
}

static void
later_cb (MtrPlannerPage *self)
{
  turn_cb (self, 1);
}

static void
today_cb (MtrPlannerPage *self)
{
  GDate today;

  mtr_programme_get_today (mtr_page_get_programme (MTR_PAGE (self)), &today);
  turn_to (self, &today, shows_month (self));
}

static void
day_chosen_cb (MtrPlannerPage *self,
               int             day)
{
  self->chosen = self->month;
  g_date_set_day (&self->chosen, (GDateDay) day);
  show_month (self);
}

static void
all_cb (MtrPlannerPage *self)
{
  g_date_clear (&self->chosen, 1);
  show_month (self);
}

static void
mode_cb (MtrPlannerPage *self)
{
  g_settings_set_string (self->settings, "planner-view", gtk_toggle_button_get_active (self->month_button) ? "month" : "list");
  show_month (self);
}

static void
row_cb (MtrPlannerPage *self,
        const char     *key)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  MtrWindow *window = mtr_window_of (GTK_WIDGET (self));
  g_auto (GStrv) parts = g_strsplit (key, " ", 3);
  MtrKind kind = (MtrKind) g_ascii_strtoll (parts[0], NULL, 10);
  gint64 id = g_ascii_strtoll (parts[1], NULL, 10);
  gint64 pairing_id = g_ascii_strtoll (parts[2], NULL, 10);

  if (kind == MTR_KIND_EVENT)
    {
      mtr_page_push (MTR_PAGE (self), mtr_event_page_new (programme, id, NULL));
    }
  else if (pairing_id != 0)
    {
      mtr_window_go_to (window, pairing_id, kind, id, MTR_FIELD_NONE);
    }
  else
    {
      mtr_window_go_to (window, 0, kind, id, MTR_FIELD_NONE);
    }
}

static void
add_cb (MtrPlannerPage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  GDate today;

  mtr_programme_get_today (programme, &today);
  mtr_page_push (MTR_PAGE (self),
                 mtr_event_page_new (programme, 0, g_date_valid (&self->chosen) ? &self->chosen : NULL));
}

/* ---- The calendar file --------------------------------------------------------------- */

static void
save_to (MtrPlannerPage *self,
         MtrSnapshot    *all,
         const char     *path)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  g_autoptr (GHashTable) packs = mtr_store_collect_packs (mtr_programme_get_store (programme), all);
  g_autoptr (GPtrArray) occasions = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *now = mtr_programme_now (programme);
  g_autofree char *words = NULL;
  GDate today, from, to;

  mtr_programme_get_today (programme, &today);
  mtr_occasion_get_calendar_days (&today, &from, &to);
  occasions = mtr_occasion_list (all, packs, &from, &to);
  bytes = mtr_calendar_write (occasions, NULL, now, self->with_names, &error);
  if (bytes == NULL || !mtr_file_replace (path, bytes, &error))
    {
      words = mtr_error_to_words (error, NULL);
      mtr_dialogs_tell (GTK_WIDGET (self), _("The calendar was not saved"), words);
      return;
    }

  {
    g_autofree char *name = g_path_get_basename (path);

    words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Saved as %1$s, %2$u entry", "Saved as %1$s, %2$u entries",
                                          occasions->len), name, occasions->len);
  }
  mtr_programme_announce (programme, words);
}

static void
all_loaded_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  MtrPlannerPage *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrSnapshot) all = mtr_store_load_finish (MTR_STORE (source), result, &error);

  if (all != NULL)
    {
      save_to (self, all, g_task_get_task_data (task));
    }
  else
    {
      g_autofree char *words = mtr_error_to_words (error, NULL);

      mtr_dialogs_tell (GTK_WIDGET (self), _("The calendar was not saved"), words);
    }
  g_task_return_boolean (task, all != NULL);
}

static void
file_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MtrPlannerPage) self = MTR_PLANNER_PAGE (user_data);
  g_autoptr (GListModel) files = mtr_file_dialogs_choose_finish (result);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;
  GTask *task;

  if (file == NULL)
    return;

  task = g_task_new (self, NULL, NULL, NULL);
  g_task_set_source_tag (task, file_cb);
  g_task_set_task_data (task, g_file_get_path (file), g_free);
  mtr_store_load_async (mtr_programme_get_store (mtr_page_get_programme (MTR_PAGE (self))), MTR_SCOPE_YEAR,
                        MTR_KIND_PROGRAMME, 0, MTR_READER_LEAD, NULL, all_loaded_cb, task);
}

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GtkCheckButton) check = GTK_CHECK_BUTTON (user_data);
  MtrPlannerPage *self = g_object_get_data (G_OBJECT (check), "page");

  if (!mtr_dialogs_ask_finish (result))
    return;

  self->with_names = gtk_check_button_get_active (check);
  /* Translators: the name that is suggested for a calendar file. */
  mtr_file_dialogs_choose_async (GTK_WIDGET (self), MTR_FILE_SAVE_CALENDAR, _("Mentoring.ics"), file_cb,
                                 g_object_ref (self));
}

static void
calendar_cb (MtrPlannerPage *self)
{
  GtkWidget *check = gtk_check_button_new_with_label (_("With names and notes"));

  g_object_set_data_full (G_OBJECT (check), "page", g_object_ref (self), g_object_unref);
  mtr_dialogs_ask_async (GTK_WIDGET (self), _("Save for a calendar?"),
                         _("A file that your calendar takes in: what was on in the last twelve months, and all that is planned. Without names it says “Session” and the time, no more. Think of who can look into your calendar."),
                         check, _("Cancel"), _("Choose a File…"), asked_cb, g_object_ref_sink (check));
}

/* ---- The page ---------------------------------------------------------------------------- */

static void
mtr_planner_page_refresh (MtrPage *page)
{
  MtrPlannerPage *self = MTR_PLANNER_PAGE (page);

  if (!g_date_valid (&self->month))
    {
      mtr_programme_get_today (mtr_page_get_programme (page), &self->month);
      g_date_set_day (&self->month, 1);
    }
  gtk_widget_set_visible (self->add_button, !mtr_programme_is_read_only (mtr_page_get_programme (page)));
  show_month (self);
  load (self);
}

static void
mtr_planner_page_focus_first (MtrPage *page)
{
  MtrPlannerPage *self = MTR_PLANNER_PAGE (page);

  if (!shows_month (self) || !gtk_widget_grab_focus (GTK_WIDGET (self->month_view)))
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
}

static gboolean
mtr_planner_page_go_to (MtrPage  *page,
                        MtrKind   kind,
                        gint64    id,
                        MtrField  field)
{
  if (kind != MTR_KIND_EVENT)
    return FALSE;

  mtr_page_push (page, mtr_event_page_new (mtr_page_get_programme (page), id, NULL));

  return TRUE;
}

static void
mtr_planner_page_dispose (GObject *object)
{
  MtrPlannerPage *self = MTR_PLANNER_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->rows);
  g_clear_object (&self->year);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (mtr_planner_page_parent_class)->dispose (object);
}

static void
mtr_planner_page_class_init (MtrPlannerPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_planner_page_dispose;
  MTR_PAGE_CLASS (klass)->refresh = mtr_planner_page_refresh;
  MTR_PAGE_CLASS (klass)->focus_first = mtr_planner_page_focus_first;
  MTR_PAGE_CLASS (klass)->go_to = mtr_planner_page_go_to;
}

static void
mtr_planner_page_init (MtrPlannerPage *self)
{
  self->settings = g_settings_new ("com.example.Mentoring");
  g_date_clear (&self->month, 1);
  g_date_clear (&self->chosen, 1);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (show_month), NULL);
}

static GtkWidget *
add_tool (GtkWidget  *box,
          GtkWidget  *button,
          const char *name,
          GCallback   callback,
          gpointer    page)
{
  if (name != NULL)
    {
      mtr_accessible_set_label (button, name);
      gtk_widget_set_tooltip_text (button, name);
    }
  g_signal_connect_object (button, "clicked", callback, page, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);

  return button;
}

static GtkWidget *
make_tools (MtrPlannerPage *self)
{
  GtkWidget *tools = gtk_flow_box_new ();
  GtkWidget *turning = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *doing = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  add_tool (turning, gtk_button_new_from_icon_name ("go-previous-symbolic"), _("Earlier month"), G_CALLBACK (earlier_cb), self);
  self->month_label = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL));
  gtk_label_set_width_chars (self->month_label, 14);
  gtk_widget_add_css_class (GTK_WIDGET (self->month_label), "title-4");
  gtk_box_append (GTK_BOX (turning), GTK_WIDGET (self->month_label));
  add_tool (turning, gtk_button_new_from_icon_name ("go-next-symbolic"), _("Later month"), G_CALLBACK (later_cb), self);
  add_tool (turning, gtk_button_new_with_label (_("Today")), NULL, G_CALLBACK (today_cb), self);

  self->modes = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->modes, "linked");
  self->month_button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_("Month")));
  self->list_button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_("List")));
  gtk_toggle_button_set_group (self->list_button, self->month_button);
  gtk_box_append (GTK_BOX (self->modes), GTK_WIDGET (self->month_button));
  gtk_box_append (GTK_BOX (self->modes), GTK_WIDGET (self->list_button));
  gtk_box_append (GTK_BOX (doing), self->modes);
  self->add_button = add_tool (doing, gtk_button_new_with_label (_("Add an Event")), NULL, G_CALLBACK (add_cb), self);
  add_tool (doing, gtk_button_new_with_label (_("Save for a Calendar…")), NULL, G_CALLBACK (calendar_cb), self);

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (tools), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (tools), 2);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (tools), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (tools), 6);
  gtk_flow_box_append (GTK_FLOW_BOX (tools), turning);
  gtk_flow_box_append (GTK_FLOW_BOX (tools), doing);
  for (int i = 0; i < 2; i++)
    {
      GtkWidget *child = GTK_WIDGET (gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (tools), i));

      gtk_widget_set_focusable (child, FALSE);
      mtr_accessible_set_label (child, i == 0 ? _("The month") : _("What to do"));
    }
  mtr_accessible_set_label (tools, _("The month, and what to do"));

  return tools;
}

/**
 * mtr_planner_page_new:
 * @programme: the programme
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_planner_page_new (MtrProgramme *programme)
{
  MtrPlannerPage *self = g_object_new (MTR_TYPE_PLANNER_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 1000);
  g_autofree char *mode = g_settings_get_string (self->settings, "planner-view");

  mtr_page_set_programme (MTR_PAGE (self), programme);
  gtk_box_append (content, make_tools (self));
  gtk_toggle_button_set_active (g_str_equal (mode, "list") ? self->list_button : self->month_button, TRUE);

  self->month_view = MTR_MONTH_VIEW (mtr_month_view_new ());
  g_signal_connect_object (self->month_view, "day-chosen", G_CALLBACK (day_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->month_view, "turn", G_CALLBACK (turn_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (content, GTK_WIDGET (self->month_view));

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->all_button = gtk_button_new_with_label (_("Whole Month"));
  gtk_widget_add_css_class (self->all_button, "flat");
  g_signal_connect_object (self->all_button, "clicked", G_CALLBACK (all_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (self->group, self->all_button);
  self->rows = mtr_row_list_new (self->group);
  g_signal_connect_object (self->rows, "activated", G_CALLBACK (row_cb), self, G_CONNECT_SWAPPED);
  self->empty_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->empty_label, TRUE);
  gtk_label_set_xalign (self->empty_label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->empty_label), "dim-label");
  gtk_box_append (content, GTK_WIDGET (self->group));
  gtk_box_append (content, GTK_WIDGET (self->empty_label));
  g_signal_connect_object (self->month_button, "toggled", G_CALLBACK (mode_cb), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
