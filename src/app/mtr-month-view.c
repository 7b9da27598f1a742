/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A month as weeks and days, each day with what is on. The whole month is one
 * stop for the Tab key: arrows move from day to day, Home and End along a week,
 * Page Up and Page Down from month to month, Enter chooses a day.
 */

#include "mtr-month-view.h"

#include "mtr-accessible.h"
#include "mtr-date.h"

#include <glib/gi18n-lib.h>

#define DAYS_A_WEEK 7

/* What fits into a day; the list under the month has the rest. */
#define MOST_TITLES 2

struct _MtrMonthView {
  AdwBin     parent_instance;

  GPtrArray *days;     /* (owned) (element-type GtkWidget): a button a day, the first of the month first */
  GDate      month;    /* its first day */
  GDate      chosen;
  GDate      today;
};

enum {
  SIGNAL_DAY_CHOSEN,
  SIGNAL_TURN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MtrMonthView, mtr_month_view, ADW_TYPE_BIN)

static void
set_stop (MtrMonthView *self,
          guint         position,
          gboolean      focus)
{
  for (guint i = 0; i < self->days->len; i++)
    gtk_widget_set_focusable (g_ptr_array_index (self->days, i), i == position);
  if (focus)
    gtk_widget_grab_focus (g_ptr_array_index (self->days, position));
}

static guint
find_stop (MtrMonthView *self)
{
  for (guint i = 0; i < self->days->len; i++)
    if (gtk_widget_get_focusable (g_ptr_array_index (self->days, i)))
      return i;

  return 0;
}

static gboolean
key_pressed_cb (MtrMonthView   *self,
                guint           key,
                guint           code,
                GdkModifierType modifiers)
{
  int offset = mtr_date_get_week_column (&self->month, mtr_date_get_first_weekday ());
  int last = (int) self->days->len - 1;
  int day = (int) find_stop (self);
  int weekday = (offset + day) % DAYS_A_WEEK;

  if (self->days->len == 0)
    return GDK_EVENT_PROPAGATE;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    key = key == GDK_KEY_Left ? GDK_KEY_Right : key == GDK_KEY_Right ? GDK_KEY_Left : key;

  switch (key)
    {
    case GDK_KEY_Left:
      day--;
      break;
    case GDK_KEY_Right:
      day++;
      break;
    case GDK_KEY_Up:
      day -= day >= DAYS_A_WEEK ? DAYS_A_WEEK : 0;
      break;
    case GDK_KEY_Down:
      day += day + DAYS_A_WEEK <= last ? DAYS_A_WEEK : 0;
      break;
    case GDK_KEY_Home:
      day -= weekday;
      break;
    case GDK_KEY_End:
      day += DAYS_A_WEEK - 1 - weekday;
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      g_signal_emit (self, signals[SIGNAL_TURN], 0, key == GDK_KEY_Page_Up ? -1 : 1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  set_stop (self, (guint) CLAMP (day, 0, last), TRUE);

  return GDK_EVENT_STOP;
}

static void
clicked_cb (MtrMonthView *self,
            GtkWidget    *button)
{
  guint position;

  if (g_ptr_array_find (self->days, button, &position))
    g_signal_emit (self, signals[SIGNAL_DAY_CHOSEN], 0, (int) position + 1);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static char *
dup_spoken (const GDate *day,
            GPtrArray   *titles,
            gboolean     is_today)
{
  g_autofree char *date = mtr_date_format (day, MTR_DATE_STYLE_WEEKDAY);
  g_autofree char *named = is_today ? g_strdup_printf (_("%s, today"), date) : g_steal_pointer (&date);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (titles->len == 0)
    /* Translators: a day of a calendar, as it is spoken: "Thursday 26 November: nothing" */
    return g_strdup_printf (_("%s: nothing"), named);

  for (guint i = 0; i < titles->len; i++)
    g_ptr_array_add (parts, g_ptr_array_index (titles, i));
  g_ptr_array_add (parts, NULL);
  {
    g_autofree char *all = g_strjoinv (", ", (char **) parts->pdata);

    /* Translators: a day of a calendar, as it is spoken: "Thursday 26 November: Session, Workshop" */
    return g_strdup_printf (_("%s: %s"), named, all);
  }
}

static GtkWidget *
make_day (MtrMonthView *self,
          const GDate  *day,
          GPtrArray    *occasions)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID_CELL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gboolean is_today = g_date_compare (day, &self->today) == 0;
  gboolean is_chosen = g_date_valid (&self->chosen) && g_date_compare (day, &self->chosen) == 0;
  g_autofree char *number = g_strdup_printf ("%d", g_date_get_day (day));
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *spoken = NULL;

  for (guint i = 0; i < occasions->len; i++)
    {
      MtrOccasion *occasion = g_ptr_array_index (occasions, i);

      if (!mtr_occasion_is_on (occasion, day))
        continue;
      if (occasion->cancelled)
        g_ptr_array_add (titles, g_strdup_printf (_("Cancelled: %s"), occasion->title));
      else
        g_ptr_array_add (titles, g_strdup (occasion->title));
    }

  gtk_box_append (GTK_BOX (box), make_label (number, is_today ? "today" : "heading"));
  for (guint i = 0; i < titles->len && i < MOST_TITLES; i++)
    gtk_box_append (GTK_BOX (box), make_label (g_ptr_array_index (titles, i), "caption"));
  if (titles->len > MOST_TITLES)
    {
      /* Translators: so many more entries of a day than are shown. */
      g_autofree char *more = g_strdup_printf (_("+%u"), titles->len - MOST_TITLES);

      gtk_box_append (GTK_BOX (box), make_label (more, "caption"));
    }

  spoken = dup_spoken (day, titles, is_today);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "month-day");
  if (is_chosen)
    gtk_widget_add_css_class (button, "chosen");
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_SELECTED, is_chosen, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
add_weekdays (GtkGrid *grid)
{
  GDate day;

  /* 1 January 2024 is a Monday. */
  g_date_set_dmy (&day, (GDateDay) mtr_date_get_first_weekday (), G_DATE_JANUARY, 2024);
  for (int column = 0; column < DAYS_A_WEEK; column++)
    {
      g_autofree char *name = mtr_date_format (&day, MTR_DATE_STYLE_WEEKDAY_NAME);
      GtkWidget *label = make_label (mtr_date_get_weekday_name (g_date_get_weekday (&day), TRUE), "dim-label");

      mtr_accessible_set_label (label, name);
      gtk_widget_add_css_class (label, "month-weekday");
      gtk_grid_attach (grid, label, column, 0, 1, 1);
      g_date_add_days (&day, 1);
    }
}

static void
mtr_month_view_dispose (GObject *object)
{
  g_clear_pointer (&MTR_MONTH_VIEW (object)->days, g_ptr_array_unref);

  G_OBJECT_CLASS (mtr_month_view_parent_class)->dispose (object);
}

static gboolean
mtr_month_view_grab_focus (GtkWidget *widget)
{
  MtrMonthView *self = MTR_MONTH_VIEW (widget);

  return self->days->len > 0 && gtk_widget_grab_focus (g_ptr_array_index (self->days, find_stop (self)));
}

static void
mtr_month_view_class_init (MtrMonthViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_month_view_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = mtr_month_view_grab_focus;

  /* The day of the month. */
  signals[SIGNAL_DAY_CHOSEN] = g_signal_new ("day-chosen", MTR_TYPE_MONTH_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 1, G_TYPE_INT);
  /* How many months on; less than nothing: back. */
  signals[SIGNAL_TURN] = g_signal_new ("turn", MTR_TYPE_MONTH_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
mtr_month_view_init (MtrMonthView *self)
{
  self->days = g_ptr_array_new ();
}

/**
 * mtr_month_view_new:
 *
 * Returns: (transfer floating): a month that shows nothing yet
 */
GtkWidget *
mtr_month_view_new (void)
{
  return g_object_new (MTR_TYPE_MONTH_VIEW, NULL);
}

/**
 * mtr_month_view_show:
 * @self: a month
 * @month: its first day
 * @chosen: the day that is chosen; not valid for none
 * @today: the present date
 * @occasions: (element-type MtrOccasion): what is on; what is in other months is not shown
 *
 * Shows a month. The focus stays on the day it is on, or on the nearest there is.
 */
void
mtr_month_view_show (MtrMonthView *self,
                     const GDate  *month,
                     const GDate  *chosen,
                     const GDate  *today,
                     GPtrArray    *occasions)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
  guint stop = self->days->len > 0 ? find_stop (self) : 0;
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID,
                                  "column-homogeneous", TRUE, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  int n_days = g_date_get_days_in_month (g_date_get_month (month), g_date_get_year (month));
  int offset = mtr_date_get_week_column (month, mtr_date_get_first_weekday ());
  GDate day = *month;

  self->month = *month;
  self->today = *today;
  self->chosen = *chosen;
  if (!had_focus && g_date_valid (chosen))
    stop = g_date_get_day (chosen) - 1u;

  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Days of the month"), -1);
  gtk_widget_add_css_class (grid, "card");
  gtk_widget_add_css_class (grid, "month");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (grid, keys);
  add_weekdays (GTK_GRID (grid));

  g_ptr_array_set_size (self->days, 0);
  for (int i = 0; i < n_days; i++)
    {
      GtkWidget *button = make_day (self, &day, occasions);

      g_ptr_array_add (self->days, button);
      gtk_grid_attach (GTK_GRID (grid), button, (offset + i) % DAYS_A_WEEK, 1 + (offset + i) / DAYS_A_WEEK, 1, 1);
      g_date_add_days (&day, 1);
    }
  adw_bin_set_child (ADW_BIN (self), grid);
  set_stop (self, MIN (stop, self->days->len - 1), had_focus);
}
