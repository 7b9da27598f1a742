/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be chosen for a report, in a line above its pages: the period, one
 * scheme, one service or team, one pairing. What makes no difference to the
 * report, or leaves nothing to choose, is not shown.
 */

#include "mtr-report-choice.h"

#include "mtr-accessible.h"
#include "mtr-date-entry.h"
#include "mtr-date.h"

#include <glib/gi18n-lib.h>

/* After the periods with a name. */
#define OWN_DAYS (MTR_REPORT_PERIOD_ALL + 1)

static const char * const periods[] = {
  [MTR_REPORT_PERIOD_PROGRAMME] = N_("The programme’s year"),
  [MTR_REPORT_PERIOD_YEAR] = N_("The last twelve months"),
  [MTR_REPORT_PERIOD_QUARTER] = N_("The last three months"),
  [MTR_REPORT_PERIOD_ALL] = N_("From the beginning"),
  [OWN_DAYS] = N_("From day to day…"),
};

/* One line of a list that can be chosen from. */
typedef struct {
  char   *code;     /* (owned) (nullable): a scheme, a service or a team */
  gint64  id;       /* a pairing */
  gboolean is_team;
} Choice;

typedef struct {
  GtkWidget *drop_down;
  GPtrArray *choices;    /* (owned) (element-type Choice): by position */
} ChoiceList;

struct _MtrReportChoice {
  GtkBox           parent_instance;

  MtrProgramme    *programme;    /* (owned) */
  const MtrReport *report;
  GCancellable    *cancellable;  /* (owned) */
  char            *starts_on;    /* (owned) (nullable): of the programme's year */
  char            *ends_on;      /* (owned) (nullable) */
  gint64           pairing_id;   /* chosen from outside; 0: the first of the list */
  gboolean         is_filled;    /* with what the programme has to offer */

  GtkWidget       *lists;
  GtkWidget       *verbs;
  GtkWidget       *period;
  ChoiceList       schemes;
  ChoiceList       people;
  ChoiceList       pairings;
  GtkWidget       *days;
  GtkEditable     *from_entry;
  GtkEditable     *to_entry;
  GtkLabel        *problem;
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MtrReportChoice, mtr_report_choice, GTK_TYPE_BOX)

static void
free_choice (gpointer data)
{
  Choice *choice = data;

  g_free (choice->code);
  g_free (choice);
}

static void
changed_cb (MtrReportChoice *self)
{
  if (self->is_filled)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* ---- The lists ----------------------------------------------------------------- */

static void
add_choice (ChoiceList *list,
            const char *words,
            const char *code,
            gint64      id,
            gboolean    is_team)
{
  GtkStringList *strings = GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (list->drop_down)));
  Choice *choice = g_new0 (Choice, 1);

  choice->code = g_strdup (code);
  choice->id = id;
  choice->is_team = is_team;
  g_ptr_array_add (list->choices, choice);
  gtk_string_list_append (strings, words);
}

static Choice *
get_choice (ChoiceList *list)
{
  guint position = gtk_drop_down_get_selected (GTK_DROP_DOWN (list->drop_down));

  return position < list->choices->len ? g_ptr_array_index (list->choices, position) : NULL;
}

static GtkWidget *
make_drop_down (MtrReportChoice    *self,
                const char * const *words,
                const char         *label)
{
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (words);

  mtr_accessible_set_label (drop_down, label);
  gtk_widget_set_visible (drop_down, FALSE);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->lists), drop_down);

  return drop_down;
}

static void
make_list (MtrReportChoice *self,
           ChoiceList      *list,
           const char      *label,
           const char      *all)
{
  static const char * const nothing[] = { NULL };

  list->choices = g_ptr_array_new_with_free_func (free_choice);
  list->drop_down = make_drop_down (self, nothing, label);
  if (all != NULL)
    add_choice (list, all, NULL, 0, FALSE);
}

/* A list of one leaves nothing to choose. */
static void
show_list (MtrReportChoice  *self,
           ChoiceList       *list,
           MtrReportFilters  filter)
{
  gtk_widget_set_visible (list->drop_down, (self->report->filters & filter) && list->choices->len > 1);
}

static gboolean
has_code (ChoiceList *list,
          const char *code)
{
  for (guint i = 0; i < list->choices->len; i++)
    if (g_strcmp0 (((Choice *) g_ptr_array_index (list->choices, i))->code, code) == 0)
      return TRUE;

  return FALSE;
}

static void
fill_people (MtrReportChoice *self,
             MtrFigures      *figures,
             MtrFigure        figure,
             gboolean         is_team)
{
  for (guint i = 0; i < mtr_figures_count (figures, figure); i++)
    {
      const char *name = mtr_figures_get_text (figures, figure, i, 0);
      /* Translators: people of one service, or of one team, whose name this is. */
      g_autofree char *words = g_strdup_printf (is_team ? _("Team: %s") : _("Service: %s"), name);

      add_choice (&self->people, words, name, 0, is_team);
    }
}

static void
figures_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MtrFigures) figures = mtr_store_read_figures_finish (MTR_STORE (source), result, NULL);
  MtrReportChoice *self;

  /* Stopped, because the widget has gone, or the file has. */
  if (figures == NULL)
    return;

  self = MTR_REPORT_CHOICE (user_data);
  if (mtr_figures_count (figures, MTR_FIGURE_PROGRAMME) > 0)
    {
      self->starts_on = g_strdup (mtr_figures_get_text (figures, MTR_FIGURE_PROGRAMME, 0, 3));
      self->ends_on = g_strdup (mtr_figures_get_text (figures, MTR_FIGURE_PROGRAMME, 0, 4));
    }
  for (guint i = 0; i < mtr_figures_count (figures, MTR_FIGURE_PAIRS); i++)
    {
      const char *code = mtr_figures_get_text (figures, MTR_FIGURE_PAIRS, i, 0);
      MtrPack *pack = mtr_programme_get_pack (self->programme, code);

      if (!has_code (&self->schemes, code))
        add_choice (&self->schemes, pack != NULL ? mtr_pack_get_title (pack) : code, code, 0, FALSE);
    }
  /* The first line is of all of them. */
  if (self->schemes.choices->len == 2)
    g_ptr_array_set_size (self->schemes.choices, 1);
  fill_people (self, figures, MTR_FIGURE_SERVICES, FALSE);
  fill_people (self, figures, MTR_FIGURE_TEAMS, TRUE);
  show_list (self, &self->schemes, MTR_REPORT_PACK);
  show_list (self, &self->people, MTR_REPORT_PEOPLE);

  self->is_filled = TRUE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
load_figures (MtrReportChoice *self)
{
  static const MtrFigure figures[] = {
    MTR_FIGURE_PROGRAMME, MTR_FIGURE_PAIRS, MTR_FIGURE_SERVICES, MTR_FIGURE_TEAMS
  };
  g_auto (MtrReportScope) scope = { 0 };
  GDate today;

  mtr_programme_get_today (self->programme, &today);
  mtr_report_scope_init (&scope, &today);
  mtr_store_read_figures_async (mtr_programme_get_store (self->programme), &scope, figures, G_N_ELEMENTS (figures),
                                MTR_FIGURES_ALONE, self->cancellable, figures_cb, self);
}

static void
pairings_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GPtrArray) summaries = mtr_store_list_records_finish (MTR_STORE (source), result, NULL);
  MtrReportChoice *self;
  guint selected = 0;

  if (summaries == NULL)
    return;

  self = MTR_REPORT_CHOICE (user_data);
  for (guint i = 0; i < summaries->len; i++)
    {
      MtrRecord *summary = g_ptr_array_index (summaries, i);
      const char *mentees = mtr_record_get_text (summary, MTR_PAIRING_SUMMARY_MENTEES);
      const char *mentor = mtr_record_get_text (summary, MTR_PAIRING_SUMMARY_MENTOR);
      /* Translators: a mentee and a mentor. */
      g_autofree char *words = mentor != NULL && *mentor != '\0' ? g_strdup_printf (_("%s with %s"), mentees, mentor)
                                                                 : g_strdup (mentees);

      if (mtr_record_get_id (summary) == self->pairing_id)
        selected = i;
      add_choice (&self->pairings, words, NULL, mtr_record_get_id (summary), FALSE);
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->pairings.drop_down), selected);
  show_list (self, &self->pairings, MTR_REPORT_PAIRING);
  load_figures (self);
}

/* Written as far as a pairing has to be found by its name. */
static void
load_pairings (MtrReportChoice *self)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PAIRING_SUMMARY);
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  gtk_drop_down_set_expression (GTK_DROP_DOWN (self->pairings.drop_down), expression);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->pairings.drop_down), TRUE);
  query.order_field = MTR_PAIRING_SUMMARY_MENTEES;
  mtr_store_list_records_async (mtr_programme_get_store (self->programme), &query, MTR_READER_LEAD, self->cancellable,
                                pairings_cb, self);
}

/* ---- Days of one's own ------------------------------------------------------------ */

static void
say (MtrReportChoice *self,
     const char      *words)
{
  mtr_accessible_say (self->problem, words);
}

static void
mark (GtkEditable *entry,
      gboolean     refused)
{
  (refused ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               refused ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static gboolean
read_day (MtrReportChoice *self,
          GtkEditable     *entry,
          GDate           *day)
{
  const char *typed = gtk_editable_get_text (entry);
  g_autofree char *message = NULL;
  GDate today;

  g_date_clear (day, 1);
  mark (entry, FALSE);
  if (*typed == '\0')
    return TRUE;

  mtr_programme_get_today (self->programme, &today);
  if (mtr_date_entry_read (typed, &today, MTR_DATE_LEAN_PAST, day, NULL, &message))
    return TRUE;
  say (self, message);
  mark (entry, TRUE);

  return FALSE;
}

/* A day counts when the cursor leaves it, as anywhere else. */
static void
day_left_cb (GtkEventController *controller,
             gpointer            user_data)
{
  GtkEditable *entry = GTK_EDITABLE (gtk_event_controller_get_widget (controller));
  const char *counted = g_object_get_data (G_OBJECT (entry), "counted");

  if (g_strcmp0 (counted != NULL ? counted : "", gtk_editable_get_text (entry)) == 0)
    return;

  g_object_set_data_full (G_OBJECT (entry), "counted", g_strdup (gtk_editable_get_text (entry)), g_free);
  changed_cb (MTR_REPORT_CHOICE (user_data));
}

static void
period_cb (MtrReportChoice *self)
{
  gtk_widget_set_visible (self->days, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->period)) == OWN_DAYS);
}

static GtkEditable *
make_day_entry (MtrReportChoice *self,
                const char      *title)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (title);
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus;

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 12);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  mtr_accessible_set_label (entry, gtk_label_get_text (GTK_LABEL (label)));
  g_signal_connect_object (entry, "activate", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (focus, "leave", G_CALLBACK (day_left_cb), self, 0);
  gtk_widget_add_controller (entry, focus);
  gtk_box_append (GTK_BOX (self->days), label);
  gtk_box_append (GTK_BOX (self->days), entry);

  return GTK_EDITABLE (entry);
}

/* ---- The widget --------------------------------------------------------------------- */

static void
mtr_report_choice_dispose (GObject *object)
{
  MtrReportChoice *self = MTR_REPORT_CHOICE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->programme);
  g_clear_pointer (&self->schemes.choices, g_ptr_array_unref);
  g_clear_pointer (&self->people.choices, g_ptr_array_unref);
  g_clear_pointer (&self->pairings.choices, g_ptr_array_unref);
  g_clear_pointer (&self->starts_on, g_free);
  g_clear_pointer (&self->ends_on, g_free);

  G_OBJECT_CLASS (mtr_report_choice_parent_class)->dispose (object);
}

static void
mtr_report_choice_class_init (MtrReportChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_report_choice_dispose;

  /* Something else has been chosen; the first time, when it is known what there is to choose. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MTR_TYPE_REPORT_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
mtr_report_choice_init (MtrReportChoice *self)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;
  GtkWidget *choices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "report-choice");
  mtr_accessible_set_label (GTK_WIDGET (self), _("What the report is about"));

  self->cancellable = g_cancellable_new ();
  self->lists = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->verbs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->days = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->problem = GTK_LABEL (mtr_accessible_new_alert ());
  gtk_widget_set_hexpand (choices, TRUE);
  gtk_widget_set_valign (self->verbs, GTK_ALIGN_START);
  gtk_widget_set_visible (self->days, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "spoken-line");
  gtk_label_set_xalign (self->problem, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    g_strv_builder_add (words, _(periods[i]));
  titles = g_strv_builder_end (words);
  self->period = make_drop_down (self, (const char * const *) titles, _("Period"));
  g_signal_connect_object (self->period, "notify::selected", G_CALLBACK (period_cb), self, G_CONNECT_SWAPPED);
  make_list (self, &self->schemes, _("Scheme"), _("All schemes"));
  make_list (self, &self->people, _("Service or team"), _("Everybody"));
  make_list (self, &self->pairings, _("Pairing"), NULL);
  self->from_entry = make_day_entry (self, _("_From"));
  self->to_entry = make_day_entry (self, _("_until"));

  gtk_box_append (GTK_BOX (choices), self->lists);
  gtk_box_append (GTK_BOX (choices), self->days);
  gtk_box_append (GTK_BOX (choices), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (self), choices);
  gtk_box_append (GTK_BOX (self), self->verbs);
  say (self, "");
}

/**
 * mtr_report_choice_new:
 * @programme: the programme
 * @report: the report it is for
 * @pairing_id: for a report about one pairing, the one that is chosen first; 0 for any
 *
 * Emits "changed" as soon as it is known what there is to choose from, and whenever something else has been chosen.
 *
 * Returns: (transfer floating): the widget
 */
MtrReportChoice *
mtr_report_choice_new (MtrProgramme    *programme,
                       const MtrReport *report,
                       gint64           pairing_id)
{
  MtrReportChoice *self = g_object_new (MTR_TYPE_REPORT_CHOICE, NULL);

  self->programme = g_object_ref (programme);
  self->report = report;
  self->pairing_id = pairing_id;
  gtk_widget_set_visible (self->period, (report->filters & MTR_REPORT_PERIOD) != 0);
  if (report->filters & MTR_REPORT_PAIRING)
    load_pairings (self);
  else
    load_figures (self);

  return self;
}

/**
 * mtr_report_choice_add_verb:
 * @self: the choice
 * @button: (transfer floating): what can be done with the report, at the end of the line
 */
void
mtr_report_choice_add_verb (MtrReportChoice *self,
                            GtkWidget       *button)
{
  gtk_box_append (GTK_BOX (self->verbs), button);
}

/**
 * mtr_report_choice_set_narrow:
 * @self: the choice
 * @narrow: whether there is room for one thing beside another
 */
void
mtr_report_choice_set_narrow (MtrReportChoice *self,
                              gboolean         narrow)
{
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->lists), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), orientation);
}

/**
 * mtr_report_choice_fill_scope:
 * @self: the choice
 * @scope: a scope with the day of the report
 *
 * Writes what is chosen into a scope; where there is no pairing to choose, the scope has none. What cannot be understood
 * is said below the line.
 *
 * Returns: whether it is known what to report on
 */
gboolean
mtr_report_choice_fill_scope (MtrReportChoice *self,
                              MtrReportScope  *scope)
{
  guint period = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->period));
  Choice *scheme = get_choice (&self->schemes);
  Choice *people = get_choice (&self->people);
  Choice *pairing = get_choice (&self->pairings);

  if (!self->is_filled)
    return FALSE;

  say (self, "");
  if (period < OWN_DAYS)
    {
      mtr_report_scope_set_period (scope, period, self->starts_on, self->ends_on,
                                   (self->report->filters & MTR_REPORT_AHEAD) != 0);
    }
  else if (!read_day (self, self->from_entry, &scope->from) || !read_day (self, self->to_entry, &scope->to))
    {
      return FALSE;
    }
  else if (!mtr_report_scope_is_valid (scope))
    {
      say (self, _("The period ends before it begins."));
      return FALSE;
    }
  if (scheme != NULL)
    scope->pack = g_strdup (scheme->code);
  if (people != NULL && people->is_team)
    scope->team = g_strdup (people->code);
  else if (people != NULL)
    scope->service = g_strdup (people->code);
  if (pairing != NULL)
    scope->pairing_id = pairing->id;

  return TRUE;
}
