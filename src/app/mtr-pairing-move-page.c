/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pausing and ending a pairing: from which day, what comes next, and why, for
 * the owner alone. Ending is normal and blameless (product.md, rule 8), and can
 * be undone like everything else, so nothing asks "are you sure?".
 */

#include "mtr-pairing-move-page.h"

#include "mtr-audience-button.h"
#include "mtr-check.h"
#include "mtr-date.h"
#include "mtr-entry-row.h"
#include "mtr-evaluation.h"
#include "mtr-field-row.h"
#include "mtr-match-pool.h"
#include "mtr-page-parts.h"
#include "mtr-pairing.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *code;
  const char *title;
} next_steps[] = {
  { MTR_PAIRING_NEXT_MENTOR, N_("Another mentor") },
  { MTR_PAIRING_NEXT_GROUP, N_("A peer group") },
  { "nothing", N_("Nothing for now") },
};

typedef struct {
  const char *to;
  const char *title;
  const char *intro;     /* %s: who keeps the portfolio; only where the pack has portfolios */
  MtrField    day_field;
  const char *day_title;
  const char *day_alone; /* what the button says while the day is not understood */
  const char *button;    /* %s: the day */
  MtrField    reason_field;
  const char *reason_title;
  const char *done;
} Move;

static const Move kinds[] = {
  { MTR_PAIRING_PAUSED, N_("Pause"),
    N_("A pause is for leave, illness or a busy spring. Nothing is lost, and nobody is reminded of anything until you "
       "carry on."),
    MTR_PAIRING_PAUSED_ON, N_("From"), N_("Pause"), N_("Pause from %s"),
    MTR_PAIRING_PAUSE_REASON, N_("Why? (you need not say)"), N_("Paused. Ctrl+Z takes it back") },
  { MTR_PAIRING_ENDED, N_("End this Pairing"),
    N_("Pairings end; that is normal. Nothing is lost, and nobody is blamed. The portfolio stays with %s."),
    MTR_PAIRING_ENDED_ON, N_("Last day"), N_("End"), N_("End on %s"),
    MTR_PAIRING_END_REASON, N_("Why? (you need not say)"), N_("Ended. Ctrl+Z takes it back") },
};

struct _MtrPairingMovePage {
  MtrPage              parent_instance;

  MtrPairingModel     *model;       /* (owned) */
  MtrRecordController *controller;  /* (owned): keeps the reason as it is typed */
  const Move          *move;
  MtrEntryRow         *day_row;
  GtkWidget           *next[G_N_ELEMENTS (next_steps)];  /* (nullable) */
  GtkWidget           *button;
};

G_DEFINE_FINAL_TYPE (MtrPairingMovePage, mtr_pairing_move_page, MTR_TYPE_PAGE)

static char *
read_day (MtrPairingMovePage *self,
          char              **problem)
{
  char *day = NULL;
  MtrProblem *found = NULL;
  GDate today;

  mtr_programme_get_today (mtr_page_get_programme (MTR_PAGE (self)), &today);
  if (!mtr_check_date_field (self->move->day_field, mtr_entry_row_get_text (self->day_row), &today,
                             MTR_DATE_LEAN_PAST, &day, NULL, &found))
    *problem = g_strdup (found->message);
  else if (day == NULL)
    *problem = g_strdup (_("Say which day. “Today” will do."));
  g_clear_pointer (&found, mtr_problem_free);

  return day;
}

static void
update_button (MtrPairingMovePage *self)
{
  g_autofree char *problem = NULL;
  g_autofree char *day = read_day (self, &problem);
  g_autofree char *words = NULL;
  g_autoptr (GString) label = NULL;
  GDate date;

  if (day == NULL || !mtr_date_from_iso (day, &date))
    {
      gtk_button_set_label (GTK_BUTTON (self->button), _(self->move->day_alone));
      return;
    }

  words = mtr_date_format (&date, MTR_DATE_STYLE_LONG);
  label = g_string_new (_(self->move->button));
  g_string_replace (label, "%s", words, 1);
  gtk_button_set_label (GTK_BUTTON (self->button), label->str);
}

static const char *
get_next (MtrPairingMovePage *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (next_steps); i++)
    if (self->next[i] != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->next[i])))
      return next_steps[i].code;

  return NULL;
}

/* Both are asked once; who was asked before, and the end taken back, is not asked twice. */
static void
ask_for_evaluations (MtrPairingMovePage *self,
                     MtrChange          *change)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  MtrRecord *pairing = mtr_pairing_model_get_pairing (self->model);
  g_autoptr (GPtrArray) respondents = mtr_evaluation_list_respondents (mtr_pairing_model_get_snapshot (self->model),
                                                                       pairing);
  g_autofree char *today_text = NULL;
  GDate today;

  mtr_programme_get_today (programme, &today);
  today_text = mtr_date_to_iso (&today);
  for (guint i = 0; i < respondents->len; i++)
    {
      const MtrRespondent *respondent = g_ptr_array_index (respondents, i);

      if (respondent->evaluation == NULL && mtr_pack_find_form_for (pack, MTR_FORM_EVALUATION, respondent->role) != NULL)
        mtr_change_insert (change, mtr_evaluation_new (pack, pairing, respondent, mtr_programme_new_id (programme),
                                                       today_text));
    }
}

static void
move_cb (MtrPairingMovePage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  MtrRecord *pairing = mtr_pairing_model_get_pairing (self->model);
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  g_autofree char *problem = NULL;
  g_autofree char *day = read_day (self, &problem);
  g_autoptr (MtrChange) change = NULL;

  if (problem == NULL && pairing != NULL && pack != NULL)
    {
      g_autoptr (GPtrArray) problems = mtr_pairing_list_problems (pack, mtr_pairing_model_get_snapshot (self->model),
                                                                  pairing, self->move->to, day);

      if (problems->len > 0)
        problem = g_strdup (((MtrProblem *) g_ptr_array_index (problems, 0))->message);
    }
  if (problem != NULL || pairing == NULL)
    {
      mtr_entry_row_refuse (self->day_row, problem != NULL ? problem : _("This pairing is not there any more."));
      return;
    }

  mtr_record_controller_flush (self->controller);
  change = mtr_pairing_move (pairing, self->move->to, day);
  if (get_next (self) != NULL)
    mtr_change_set_text (change, MTR_PAIRING_ENDED_NEXT, mtr_record_get_id (pairing), get_next (self));
  if (g_str_equal (self->move->to, MTR_PAIRING_ENDED))
    ask_for_evaluations (self, change);
  mtr_programme_act (programme, g_steal_pointer (&change), _(self->move->done));
  mtr_page_pop (MTR_PAGE (self));
}

static void
mtr_pairing_move_page_refresh (MtrPage *page)
{
  MtrPairingMovePage *self = MTR_PAIRING_MOVE_PAGE (page);
  MtrRecord *pairing = mtr_pairing_model_get_pairing (self->model);

  if (pairing != NULL)
    mtr_record_controller_refresh (self->controller, pairing);
}

static void
mtr_pairing_move_page_focus_first (MtrPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (MTR_PAIRING_MOVE_PAGE (page)->day_row));
}

static void
mtr_pairing_move_page_leave (MtrPage *page)
{
  mtr_record_controller_flush (MTR_PAIRING_MOVE_PAGE (page)->controller);
}

static void
mtr_pairing_move_page_dispose (GObject *object)
{
  MtrPairingMovePage *self = MTR_PAIRING_MOVE_PAGE (object);

  g_clear_object (&self->controller);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_pairing_move_page_parent_class)->dispose (object);
}

static void
mtr_pairing_move_page_class_init (MtrPairingMovePageClass *klass)
{
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_pairing_move_page_dispose;
  page_class->refresh = mtr_pairing_move_page_refresh;
  page_class->focus_first = mtr_pairing_move_page_focus_first;
  page_class->leave = mtr_pairing_move_page_leave;
}

static void
mtr_pairing_move_page_init (MtrPairingMovePage *self)
{
}

static void
add_intro (MtrPairingMovePage *self,
           GtkBox             *content)
{
  g_autofree char *mentees = mtr_pairing_dup_mentees (mtr_pairing_model_get_snapshot (self->model),
                                                      mtr_pairing_model_get_id (self->model));
  g_autoptr (GString) intro = g_string_new (_(self->move->intro));
  GtkLabel *label;

  g_string_replace (intro, "%s", mentees, 1);
  label = mtr_page_parts_add_line (content, intro->str);
  gtk_widget_remove_css_class (GTK_WIDGET (label), "dim-label");
}

static void
add_day_and_next (MtrPairingMovePage *self,
                  GtkBox             *content)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (mtr_group_new (_("When"), MTR_AUDIENCE_PROGRAMME, NULL, NULL));
  g_autofree char *day = NULL;
  GDate today;

  mtr_programme_get_today (mtr_pairing_model_get_programme (self->model), &today);
  day = mtr_date_format (&today, MTR_DATE_STYLE_FULL);
  self->day_row = MTR_ENTRY_ROW (mtr_entry_row_new (_(self->move->day_title)));
  mtr_entry_row_set_text (self->day_row, day);
  adw_preferences_group_add (group, GTK_WIDGET (self->day_row));
  gtk_box_append (content, GTK_WIDGET (group));
  if (!g_str_equal (self->move->to, MTR_PAIRING_ENDED))
    return;

  group = ADW_PREFERENCES_GROUP (mtr_group_new (_("What next?"), MTR_AUDIENCE_PROGRAMME, NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (next_steps); i++)
    {
      GtkWidget *row = adw_action_row_new ();

      self->next[i] = gtk_check_button_new ();
      gtk_check_button_set_group (GTK_CHECK_BUTTON (self->next[i]), i > 0 ? GTK_CHECK_BUTTON (self->next[0]) : NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->next[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _(next_steps[i].title), -1);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(next_steps[i].title));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), self->next[i]);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->next[i]);
      adw_preferences_group_add (group, row);
    }
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->next[0]), TRUE);
  gtk_box_append (content, GTK_WIDGET (group));
}

/**
 * mtr_pairing_move_page_new:
 * @model: a pairing that is there and can be written
 * @to: %MTR_PAIRING_PAUSED or %MTR_PAIRING_ENDED
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_pairing_move_page_new (MtrPairingModel *model,
                           const char      *to)
{
  MtrPairingMovePage *self = g_object_new (MTR_TYPE_PAIRING_MOVE_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 560);
  GtkWidget *group;
  GtkWidget *reason;

  self->model = g_object_ref (model);
  self->move = &kinds[g_str_equal (to, MTR_PAIRING_ENDED) ? 1 : 0];
  self->controller = mtr_record_controller_new (mtr_pairing_model_get_programme (model),
                                                mtr_pairing_model_get_pairing (model));
  mtr_page_set_title (MTR_PAGE (self), _(self->move->title));
  mtr_page_set_programme (MTR_PAGE (self), mtr_pairing_model_get_programme (model));

  add_intro (self, content);
  add_day_and_next (self, content);

  group = mtr_group_new (NULL, MTR_AUDIENCE_MINE, NULL, NULL);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("For yourself"));
  reason = mtr_field_row_new (self->controller, self->move->reason_field);
  mtr_field_row_set_title (MTR_FIELD_ROW (reason), _(self->move->reason_title));
  mtr_field_row_set_readers (MTR_FIELD_ROW (reason), _("Only you"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), reason);
  gtk_box_append (content, group);

  if (g_str_equal (to, MTR_PAIRING_ENDED) &&
      mtr_pack_find_form_for (mtr_pairing_model_get_pack (model), MTR_FORM_EVALUATION, NULL) != NULL)
    mtr_page_parts_add_line (content, _("Both of you are asked some short questions afterwards."));
  self->button = mtr_page_parts_add_button (content, _(self->move->day_alone), TRUE);
  update_button (self);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->day_row, "changed", G_CALLBACK (update_button), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->day_row, "activated", G_CALLBACK (move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "refreshed", G_CALLBACK (mtr_page_refresh), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
