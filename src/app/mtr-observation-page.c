/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One observation on one page: six steps down the page. Steps that are done
 * are one line with date and tick, the open one has its form below its line,
 * later ones say what they will need. A sealed record is plain text with a
 * lock on top.
 */

#include "mtr-observation-page.h"

#include "mtr-accessible.h"
#include "mtr-accessible.h"
#include "mtr-consent-form.h"
#include "mtr-date.h"
#include "mtr-feedback-form.h"
#include "mtr-notes-panel.h"
#include "mtr-observation-actions.h"
#include "mtr-observation-series.h"
#include "mtr-observation-text.h"
#include "mtr-observation-words.h"
#include "mtr-observe-form.h"
#include "mtr-observe-window.h"
#include "mtr-plan-form.h"
#include "mtr-reflection-form.h"
#include "mtr-row-list.h"
#include "mtr-sign-form.h"
#include "mtr-signature.h"

#include <glib/gi18n-lib.h>

#define N_STEPS (MTR_OBSERVATION_STEP_SIGN + 1)

struct _MtrObservationPage {
  MtrPage              parent_instance;

  MtrPairingModel     *model;           /* (owned) */
  MtrRecordController *controller;      /* (owned) */
  gint64               observation_id;
  gboolean             seen;            /* it has been in the store */
  gboolean             follow;          /* a step was finished: open the next one as soon as it is there */
  gboolean             focus_form;      /* the form was replaced under the focus */
  int                  open_step;       /* -1 before the first refresh */
  int                  last_step;       /* the step it was at when it was last shown */
  char                *content_key;     /* (owned) (nullable): what the content was made for */
  MtrObservationForm  *form;            /* (nullable): the content, where it can be written */
  MtrField             wanted_field;    /* where to put the cursor when there is something to put it in */
  MtrRowList          *addenda;         /* (owned) */
  GtkWidget           *wide_notes;
  GtkWidget           *narrow_notes;
  MtrObserveWindow    *observe_window;  /* (weak) (nullable) */

  GtkWidget           *rows[N_STEPS];
  GtkWidget           *ticks[N_STEPS];
  GtkWidget           *chevrons[N_STEPS];
  GtkWidget           *lock_box;
  GtkLabel            *lock_label;
  GtkLabel            *notice_label;
  GtkWidget           *steps_above;
  GtkWidget           *steps_below;
  GtkLabel            *turn_label;
  GtkExpander         *notes_expander;
  AdwBin              *content_bin;
  GtkWidget           *notes_scroller;
  AdwPreferencesGroup *addenda_group;
  GtkWidget           *buttons;
  GtkWidget           *print_button;
  GtkWidget           *addendum_button;
  GtkWidget           *erase_button;
  GtkWidget           *consent_button;
  GtkWidget           *withdraw_button;
};

G_DEFINE_FINAL_TYPE (MtrObservationPage, mtr_observation_page, MTR_TYPE_PAGE)

static GType (* const form_types[N_STEPS]) (void) = {
  [MTR_OBSERVATION_STEP_PLAN]       = mtr_plan_form_get_type,
  [MTR_OBSERVATION_STEP_CONSENT]    = mtr_consent_form_get_type,
  [MTR_OBSERVATION_STEP_OBSERVE]    = mtr_observe_form_get_type,
  [MTR_OBSERVATION_STEP_FEEDBACK]   = mtr_feedback_form_get_type,
  [MTR_OBSERVATION_STEP_REFLECTION] = mtr_reflection_form_get_type,
  [MTR_OBSERVATION_STEP_SIGN]       = mtr_sign_form_get_type,
};

static MtrRecord *
get_record (MtrObservationPage *self)
{
  return mtr_record_controller_get_record (self->controller);
}

static MtrObservationStep
get_step (MtrObservationPage *self)
{
  return mtr_observation_get_step (mtr_pairing_model_get_snapshot (self->model), get_record (self));
}

static gboolean
is_written (MtrObservationPage *self)
{
  return !mtr_record_controller_is_unborn (self->controller);
}

/* After the first signature only the other person's words are still open. */
static gboolean
can_edit (MtrObservationPage *self,
          int                 step)
{
  MtrRecord *record = get_record (self);
  gboolean observer = mtr_signature_is_given (record, MTR_SLOT_OBSERVER);
  gboolean observed = mtr_signature_is_given (record, MTR_SLOT_OBSERVED);

  if (!mtr_pairing_model_can_write (self->model))
    return FALSE;
  if (step == MTR_OBSERVATION_STEP_SIGN)
    return TRUE;

  return step == MTR_OBSERVATION_STEP_REFLECTION ? !observed : !observer && !observed;
}

static gboolean
is_over (MtrObservationStep step)
{
  return step == MTR_OBSERVATION_STEP_SEALED || step == MTR_OBSERVATION_STEP_WITHDRAWN ||
         step == MTR_OBSERVATION_STEP_ERASED;
}

/* The last step that can be opened. */
static int
get_last_open (MtrObservationStep step)
{
  return step == MTR_OBSERVATION_STEP_REFUSED ? MTR_OBSERVATION_STEP_CONSENT : MIN (step, MTR_OBSERVATION_STEP_SIGN);
}

static gboolean
has_focus_in (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* ---- What is shown -------------------------------------------------------- */

static void
update_title (MtrObservationPage *self)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  g_autoptr (MtrSnapshot) with_draft = mtr_snapshot_new (mtr_snapshot_get_audiences (snapshot));
  MtrRecord *person = mtr_snapshot_follow (snapshot, get_record (self), MTR_OBSERVATION_OBSERVED_ID);
  g_autofree char *title = NULL;

  /* One that has just been planned has its place in the series before it is in the store. */
  mtr_snapshot_add (with_draft, get_record (self));
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_OBSERVATION); i++)
    mtr_snapshot_add (with_draft, mtr_snapshot_nth (snapshot, MTR_KIND_OBSERVATION, i));
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_ADDENDUM); i++)
    mtr_snapshot_add (with_draft, mtr_snapshot_nth (snapshot, MTR_KIND_ADDENDUM, i));
  title = mtr_observation_dup_title (mtr_pairing_model_get_pack (self->model), with_draft, get_record (self));

  if (person != NULL && !mtr_page_get_narrow (MTR_PAGE (self)))
    {
      g_autofree char *whole = g_strdup_printf ("%s · %s", title, mtr_record_get_name (person, MTR_PERSON_NAME));

      mtr_page_set_title (MTR_PAGE (self), whole);
    }
  else
    {
      mtr_page_set_title (MTR_PAGE (self), title);
    }
}

static void
place_row (MtrObservationPage *self,
           int                 step,
           GtkWidget          *list)
{
  GtkWidget *row = self->rows[step];
  gboolean focused;

  if (gtk_widget_get_parent (row) == list)
    return;

  focused = has_focus_in (row);
  if (gtk_widget_get_parent (row) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (row)), row);
  if (list == self->steps_above)
    gtk_list_box_append (GTK_LIST_BOX (list), row);
  else
    gtk_list_box_prepend (GTK_LIST_BOX (list), row);
  if (focused)
    gtk_widget_grab_focus (row);
}

static void
update_rows (MtrObservationPage *self)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  MtrProgramme *programme = mtr_pairing_model_get_programme (self->model);
  MtrObservationStep current = get_step (self);
  gboolean over = is_over (current);
  GDate today;

  mtr_programme_get_today (programme, &today);
  gtk_widget_set_visible (self->steps_above, !over);
  gtk_widget_set_visible (self->steps_below, !over && self->open_step < N_STEPS - 1);
  for (int step = 0; step <= self->open_step && step < N_STEPS; step++)
    place_row (self, step, self->steps_above);
  for (int step = N_STEPS - 1; step > self->open_step; step--)
    place_row (self, step, self->steps_below);

  for (int step = 0; step < N_STEPS; step++)
    {
      g_autofree char *title = g_strdup_printf ("%d %s", step + 1, mtr_observation_get_step_label (step));
      g_autofree char *line = mtr_observation_words_dup_line (snapshot, get_record (self), step,
                                                              mtr_programme_get_owner_id (programme), &today);
      gboolean done = step < (int) current && (current != MTR_OBSERVATION_STEP_REFUSED ||
                                               step < (int) MTR_OBSERVATION_STEP_CONSENT);
      gboolean open = step == self->open_step;
      g_autofree char *spoken = NULL;

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[step]), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rows[step]), line);
      gtk_image_set_from_icon_name (GTK_IMAGE (self->ticks[step]),
                                    done ? "object-select-symbolic"
                                         : step == get_last_open (current) ? "media-record-symbolic" : NULL);
      gtk_widget_set_visible (self->chevrons[step], step <= get_last_open (current));
      gtk_image_set_from_icon_name (GTK_IMAGE (self->chevrons[step]), open ? "pan-down-symbolic" : "pan-end-symbolic");
      if (step > get_last_open (current))
        gtk_widget_add_css_class (self->rows[step], "later-step");
      else
        gtk_widget_remove_css_class (self->rows[step], "later-step");

      /* Translators: a step of an observation for somebody who hears it: its number and name, "done" or nothing, its line. */
      spoken = done ? g_strdup_printf (_("%s, done. %s"), title, line) : g_strdup_printf (_("%s. %s"), title, line);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows[step]), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->rows[step]), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
    }
}

static void
update_turn (MtrObservationPage *self)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (self->model);
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  gint64 owner_id = mtr_programme_get_owner_id (programme);
  gint64 turn = mtr_observation_get_turn (snapshot, get_record (self), owner_id, NULL);
  MtrRecord *person = turn != 0 ? mtr_snapshot_get (snapshot, MTR_KIND_PERSON, turn) : NULL;
  gboolean others = self->form != NULL && person != NULL && turn != owner_id &&
                    self->open_step == (int) get_step (self) && self->open_step != MTR_OBSERVATION_STEP_SIGN;

  if (others)
    {
      /* Translators: %s is a person. */
      g_autofree char *text = g_strdup_printf (_("This is for %s. When you sit together, it can be written at this "
                                                 "computer."), mtr_record_get_name (person, MTR_PERSON_NAME));

      gtk_label_set_text (self->turn_label, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->turn_label), others);
}

static void
update_notices (MtrObservationPage *self)
{
  MtrRecord *record = get_record (self);
  MtrObservationStep step = get_step (self);
  gboolean sealed = mtr_record_is_set (record, MTR_OBSERVATION_SEALED_AT);
  const char *notice = NULL;
  g_autofree char *text = NULL;
  GDate today;

  mtr_programme_get_today (mtr_pairing_model_get_programme (self->model), &today);
  if (sealed)
    {
      g_autofree char *moment = mtr_moment_format (mtr_record_get_text (record, MTR_OBSERVATION_SEALED_AT));
      /* Translators: %s is a moment: "21 November 2026, 15:20". */
      g_autofree char *lock = g_strdup_printf (_("Sealed %s"), moment);

      gtk_label_set_text (self->lock_label, lock);
    }
  gtk_widget_set_visible (self->lock_box, sealed);

  if (mtr_record_is_set (record, MTR_OBSERVATION_CONSENT_WITHDRAWN_ON))
    {
      g_autofree char *day = mtr_observation_words_dup_day (
        mtr_record_get_text (record, MTR_OBSERVATION_CONSENT_WITHDRAWN_ON), &today);

      /* Translators: %s is a day. */
      text = g_strdup_printf (_("Consent was withdrawn on %s. It does not count, and the notes never leave this file."),
                              day);
    }
  else if (step == MTR_OBSERVATION_STEP_WITHDRAWN)
    {
      notice = sealed ? _("Withdrawn by an addendum: it does not count, and is left out of the portfolio.")
                      : _("Withdrawn: it does not count, and is left out of the portfolio.");
    }
  else if (step == MTR_OBSERVATION_STEP_ERASED)
    {
      notice = _("The texts of this record were erased. That it was is all that is left.");
    }
  else if (!mtr_pairing_model_can_write (self->model) && !sealed)
    {
      notice = _("You can read everything here; nothing can be changed.");
    }
  if (text != NULL)
    notice = text;
  gtk_label_set_text (self->notice_label, notice != NULL ? notice : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notice_label), notice != NULL);
}

static gboolean
has_notes_with_text (MtrObservationPage *self)
{
  g_autoptr (GPtrArray) notes = mtr_notes_panel_list (mtr_pairing_model_get_snapshot (self->model),
                                                      self->observation_id);

  for (guint i = 0; i < notes->len; i++)
    if (mtr_record_is_set (g_ptr_array_index (notes, i), MTR_OBSERVATION_NOTE_TEXT))
      return TRUE;

  return FALSE;
}

static void
update_buttons (MtrObservationPage *self)
{
  MtrRecord *record = get_record (self);
  MtrObservationStep step = get_step (self);
  gboolean writable = !mtr_programme_is_read_only (mtr_pairing_model_get_programme (self->model)) && is_written (self);
  gboolean sealed = mtr_record_is_set (record, MTR_OBSERVATION_SEALED_AT);
  gboolean live = writable && (step <= MTR_OBSERVATION_STEP_SEALED);
  gboolean asked = mtr_record_text_is (record, MTR_OBSERVATION_CONSENT_STATE, MTR_CONSENT_GIVEN);
  struct {
    GtkWidget *button;
    gboolean   shown;
  } buttons[] = {
    { self->print_button, is_written (self) && step != MTR_OBSERVATION_STEP_ERASED },
    { self->addendum_button, writable && sealed && step != MTR_OBSERVATION_STEP_ERASED },
    { self->erase_button, writable && step == MTR_OBSERVATION_STEP_WITHDRAWN && has_notes_with_text (self) },
    { self->consent_button, live && asked && step > MTR_OBSERVATION_STEP_CONSENT },
    { self->withdraw_button, live },
  };

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons),
                                  mtr_page_get_narrow (MTR_PAGE (self)) ? GTK_ORIENTATION_VERTICAL
                                                                        : GTK_ORIENTATION_HORIZONTAL);
  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_widget_set_visible (buttons[i].button, buttons[i].shown);
}

static void
update_addenda (MtrObservationPage *self)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  g_autoptr (GPtrArray) addenda = mtr_snapshot_list_where (snapshot, MTR_KIND_ADDENDUM, MTR_ADDENDUM_OBSERVATION_ID,
                                                           self->observation_id);

  mtr_row_list_begin (self->addenda);
  for (guint i = 0; i < addenda->len; i++)
    {
      MtrRecord *addendum = g_ptr_array_index (addenda, i);
      MtrRecord *author = mtr_snapshot_follow (snapshot, addendum, MTR_ADDENDUM_AUTHOR_ID);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (addendum));
      g_autofree char *day = NULL;
      g_autofree char *title = NULL;
      GDate date;

      if (mtr_record_get_date (addendum, MTR_ADDENDUM_ADDED_ON, &date))
        day = mtr_date_format (&date, MTR_DATE_STYLE_LONG);
      title = author != NULL ? g_strdup_printf ("%s, %s", day != NULL ? day : "",
                                                mtr_record_get_name (author, MTR_PERSON_NAME))
                             : g_strdup (day != NULL ? day : "");
      mtr_row_list_add (self->addenda, key, title, mtr_record_get_text (addendum, MTR_ADDENDUM_TEXT),
                        mtr_record_text_is (addendum, MTR_ADDENDUM_REASON, MTR_ADDENDUM_WITHDRAWAL) ? _("withdrawal")
                                                                                                    : NULL,
                        "");
    }
  mtr_row_list_end (self->addenda);
  gtk_widget_set_visible (GTK_WIDGET (self->addenda_group), addenda->len > 0);
}

static void
update_notes (MtrObservationPage *self)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  gboolean narrow = mtr_page_get_narrow (MTR_PAGE (self));
  gboolean wanted = self->form != NULL && self->open_step == MTR_OBSERVATION_STEP_FEEDBACK;
  guint n_notes = 0;
  g_autofree char *label = NULL;

  if (wanted)
    {
      n_notes = mtr_notes_panel_show (MTR_NOTES_PANEL (self->wide_notes), snapshot, self->observation_id);
      mtr_notes_panel_show (MTR_NOTES_PANEL (self->narrow_notes), snapshot, self->observation_id);
    }
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "My %u note", "My %u notes", n_notes), n_notes);
  gtk_expander_set_label (self->notes_expander, label);
  mtr_accessible_set_label (GTK_WIDGET (self->notes_expander), label);
  gtk_widget_set_visible (self->notes_scroller, n_notes > 0 && !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->notes_expander), n_notes > 0 && narrow);
}

/* ---- The open step -------------------------------------------------------- */

static void refresh (MtrObservationPage *self);

static void
finished_cb (MtrObservationPage *self)
{
  self->follow = TRUE;
  refresh (self);
}

static void
open_step (MtrObservationPage *self,
           int                 step)
{
  self->open_step = step;
  refresh (self);
}

static void
go_to_cb (MtrObservationPage *self,
          int                 field,
          gint64              id)
{
  mtr_page_go_to (MTR_PAGE (self), MTR_KIND_OBSERVATION, self->observation_id, field);
  if (self->form != NULL)
    mtr_observation_form_show_field (self->form, field, id, NULL);
}

static void
observe_window_gone_cb (gpointer  user_data,
                        GObject  *window)
{
  MtrObservationPage *self = MTR_OBSERVATION_PAGE (user_data);

  self->observe_window = NULL;
}

static void
finished_observing_cb (MtrObservationPage *self)
{
  self->follow = TRUE;
}

static void
observe (MtrObservationPage *self)
{
  if (self->observe_window == NULL)
    {
      mtr_record_controller_flush (self->controller);
      self->observe_window = mtr_observe_window_new (self->model, self->observation_id,
                                                     GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
      g_object_weak_ref (G_OBJECT (self->observe_window), observe_window_gone_cb, self);
      g_signal_connect_object (self->observe_window, "finished", G_CALLBACK (finished_observing_cb), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_window_present (GTK_WINDOW (self->observe_window));
}

static void
withdraw_consent (MtrObservationPage *self)
{
  mtr_observation_actions_withdraw (GTK_WIDGET (self), self->model, get_record (self), TRUE);
}

static void
plan_another (MtrObservationPage *self)
{
  MtrRecord *record = get_record (self);

  mtr_page_push (MTR_PAGE (self),
                 mtr_observation_page_new_planned (self->model, mtr_record_get_text (record, MTR_OBSERVATION_TYPE),
                                                   mtr_record_get_number (record, MTR_OBSERVATION_OBSERVED_ID)));
}

static const struct {
  const char *verb;
  void      (*does) (MtrObservationPage *self);
} verbs[] = {
  { "observe", observe },
  { "withdraw-consent", withdraw_consent },
  { "plan-another", plan_another },
};

static void
asked_cb (MtrObservationPage *self,
          const char         *verb)
{
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].verb, verb))
      verbs[i].does (self);
}

static GtkWidget *
make_form (MtrObservationPage *self)
{
  self->form = mtr_observation_form_new (form_types[self->open_step] (), self->model, self->controller);
  g_signal_connect_object (self->form, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "go-to", G_CALLBACK (go_to_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "asked", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self->form);
}

static void
update_content (MtrObservationPage *self)
{
  MtrRecord *record = get_record (self);
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  MtrObservationStep current = get_step (self);
  gboolean over = is_over (current);
  gboolean editable = !over && can_edit (self, self->open_step);
  GtkWidget *content = NULL;
  g_autofree char *key = NULL;

  /* A form stays as long as it writes in the same fields; text is made anew whenever something has changed. */
  if (editable)
    key = g_strdup_printf ("form %d %d %d", self->open_step,
                           mtr_record_is_set (record, MTR_OBSERVATION_FEEDBACK_PASSED_AT),
                           mtr_record_is_set (record, MTR_OBSERVATION_REFLECTION_SHARED_AT));
  else
    key = g_strdup_printf ("text %d %d %p", self->open_step, over, (gpointer) snapshot);

  if (g_strcmp0 (key, self->content_key) == 0)
    {
      if (self->form != NULL)
        mtr_observation_form_refresh (self->form);
      return;
    }

  self->focus_form = editable && self->content_key != NULL && has_focus_in (GTK_WIDGET (self->content_bin));
  g_free (self->content_key);
  self->content_key = g_steal_pointer (&key);
  if (self->form != NULL)
    mtr_observation_form_flush (self->form);
  self->form = NULL;
  if (editable)
    content = make_form (self);
  else if (over)
    content = mtr_observation_text_new (pack, snapshot, record, MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_STEP_SIGN);
  else
    content = mtr_observation_text_new (pack, snapshot, record, self->open_step, self->open_step);
  adw_bin_set_child (self->content_bin, content);
  mtr_accessible_name_groups (GTK_WIDGET (self), mtr_page_get_title (MTR_PAGE (self)));
}

static void
choose_open_step (MtrObservationPage *self)
{
  int current = (int) get_step (self);
  int last_open = get_last_open (current);

  if (self->open_step < 0 || self->open_step > last_open || is_over (current) ||
      (self->follow && current != self->open_step) ||
      (current != self->last_step && self->open_step == self->last_step &&
       !has_focus_in (GTK_WIDGET (self->content_bin))))
    {
      self->open_step = last_open;
      self->follow = FALSE;
    }
  self->last_step = current;
}

static void
refresh (MtrObservationPage *self)
{
  MtrRecord *stored = mtr_snapshot_get (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_OBSERVATION,
                                        self->observation_id);

  if (stored == NULL && self->seen)
    {
      /* Its planning was undone. */
      mtr_page_pop (MTR_PAGE (self));
      return;
    }
  if (stored != NULL)
    {
      self->seen = TRUE;
      mtr_record_controller_refresh (self->controller, stored);
    }

  choose_open_step (self);
  update_title (self);
  update_content (self);
  update_rows (self);
  update_turn (self);
  update_notices (self);
  update_notes (self);
  update_addenda (self);
  update_buttons (self);
  if (self->focus_form)
    {
      self->focus_form = FALSE;
      mtr_page_focus_first (MTR_PAGE (self));
    }
}

static void
mtr_observation_page_refresh (MtrPage *page)
{
  refresh (MTR_OBSERVATION_PAGE (page));
}

static void
model_refreshed_cb (MtrObservationPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

/* What is typed changes the lines of the steps before it is on the disk. */
static void
value_changed_cb (MtrObservationPage *self)
{
  if (self->open_step >= 0)
    {
      update_rows (self);
      update_title (self);
      update_buttons (self);
    }
}

static gboolean
mtr_observation_page_go_to (MtrPage  *page,
                            MtrKind   kind,
                            gint64    id,
                            MtrField  field)
{
  MtrObservationPage *self = MTR_OBSERVATION_PAGE (page);
  MtrObservationStep step;

  if (kind != MTR_KIND_OBSERVATION || id != self->observation_id)
    return FALSE;

  if (self->open_step < 0)
    refresh (self);
  if (field != MTR_FIELD_NONE && !is_over (get_step (self)))
    {
      step = mtr_observation_text_find_step (field);
      if ((int) step <= get_last_open (get_step (self)))
        open_step (self, step);
      self->wanted_field = field;
    }
  mtr_page_focus_first (page);

  return TRUE;
}

static void
mtr_observation_page_focus_first (MtrPage *page)
{
  MtrObservationPage *self = MTR_OBSERVATION_PAGE (page);
  MtrField wanted = self->wanted_field;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->wanted_field = MTR_FIELD_NONE;
  if (self->form != NULL && mtr_observation_form_show_field (self->form, wanted, 0, NULL))
    return;
  if (has_focus_in (GTK_WIDGET (self->content_bin)))
    return;
  if (self->form != NULL ? mtr_observation_form_focus_first (self->form)
                         : gtk_widget_child_focus (GTK_WIDGET (self->content_bin), GTK_DIR_TAB_FORWARD))
    return;
  if (self->open_step >= 0 && self->open_step < N_STEPS)
    gtk_widget_grab_focus (self->rows[self->open_step]);
}

static void
mtr_observation_page_leave (MtrPage *page)
{
  MtrObservationPage *self = MTR_OBSERVATION_PAGE (page);

  if (self->form != NULL)
    mtr_observation_form_flush (self->form);
  mtr_record_controller_flush (self->controller);
}

static void
step_activated_cb (MtrObservationPage *self,
                   AdwActionRow       *row)
{
  int step = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "step"));

  if (step <= get_last_open (get_step (self)))
    open_step (self, step);
  else
    mtr_programme_announce (mtr_pairing_model_get_programme (self->model), adw_action_row_get_subtitle (row));
}

static gboolean
keynav_failed_cb (MtrObservationPage *self,
                  GtkDirectionType    direction,
                  GtkWidget          *list)
{
  GtkWidget *row = NULL;

  if (direction == GTK_DIR_DOWN && list == self->steps_above)
    row = gtk_widget_get_first_child (self->steps_below);
  else if (direction == GTK_DIR_UP && list == self->steps_below)
    row = gtk_widget_get_last_child (self->steps_above);

  return row != NULL && gtk_widget_get_mapped (row) && gtk_widget_grab_focus (row);
}

static void
print_cb (MtrObservationPage *self)
{
  mtr_observation_actions_print (GTK_WIDGET (self), self->model, get_record (self));
}

static gboolean
mtr_observation_page_command (MtrPage    *page,
                              const char *command)
{
  MtrObservationPage *self = MTR_OBSERVATION_PAGE (page);

  if (!g_str_equal (command, "print") || !is_written (self))
    return FALSE;

  mtr_observation_page_leave (page);
  print_cb (self);

  return TRUE;
}

static void
add_addendum_cb (MtrObservationPage *self)
{
  mtr_observation_actions_add_addendum (GTK_WIDGET (self), self->model, get_record (self));
}

static void
erase_notes_cb (MtrObservationPage *self)
{
  mtr_observation_actions_erase_notes (GTK_WIDGET (self), self->model, get_record (self));
}

static void
withdraw_cb (MtrObservationPage *self)
{
  mtr_observation_actions_withdraw (GTK_WIDGET (self), self->model, get_record (self), FALSE);
}

static void
mtr_observation_page_dispose (GObject *object)
{
  MtrObservationPage *self = MTR_OBSERVATION_PAGE (object);

  if (self->observe_window != NULL)
    {
      g_object_weak_unref (G_OBJECT (self->observe_window), observe_window_gone_cb, self);
      self->observe_window = NULL;
    }
  self->form = NULL;
  for (int step = 0; step < N_STEPS; step++)
    g_clear_object (&self->rows[step]);
  /* Whoever still holds the controller must not ask a page that has gone. */
  if (self->controller != NULL)
    mtr_record_controller_set_check (self->controller, NULL, NULL);
  g_clear_object (&self->controller);
  g_clear_object (&self->model);
  g_clear_object (&self->addenda);
  g_clear_pointer (&self->content_key, g_free);

  G_OBJECT_CLASS (mtr_observation_page_parent_class)->dispose (object);
}

static void
mtr_observation_page_class_init (MtrObservationPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_observation_page_dispose;
  page_class->refresh = mtr_observation_page_refresh;
  page_class->go_to = mtr_observation_page_go_to;
  page_class->focus_first = mtr_observation_page_focus_first;
  page_class->leave = mtr_observation_page_leave;
  page_class->command = mtr_observation_page_command;

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-observation-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MtrObservationPage, lock_box);
  gtk_widget_class_bind_template_child (widget_class, MtrObservationPage, lock_label);
  gtk_widget_class_bind_template_child (widget_class, MtrObservationPage, notice_label);
  gtk_widget_class_bind_template_child (widget_class, MtrObservationPage, steps_above);
  gtk_widget_class_bind_template_child (widget_class, MtrObservationPage, steps_below);
  gtk_widget_class_bind_template_child (widget_class, MtrObservationPage, turn_label);
  gtk_widget_class_bind_template_child (widget_class, MtrObservationPage, notes_expander);
  gtk_widget_class_bind_template_child (widget_class, MtrObservationPage, content_bin);
  gtk_widget_class_bind_template_child (widget_class, MtrObservationPage, notes_scroller);
  gtk_widget_class_bind_template_child (widget_class, MtrObservationPage, addenda_group);
  gtk_widget_class_bind_template_child (widget_class, MtrObservationPage, buttons);
  gtk_widget_class_bind_template_child (widget_class, MtrObservationPage, print_button);
  gtk_widget_class_bind_template_child (widget_class, MtrObservationPage, addendum_button);
  gtk_widget_class_bind_template_child (widget_class, MtrObservationPage, erase_button);
  gtk_widget_class_bind_template_child (widget_class, MtrObservationPage, consent_button);
  gtk_widget_class_bind_template_child (widget_class, MtrObservationPage, withdraw_button);
}

static void
make_rows (MtrObservationPage *self)
{
  for (int step = 0; step < N_STEPS; step++)
    {
      GtkWidget *row = g_object_ref_sink (adw_action_row_new ());

      self->rows[step] = row;
      self->ticks[step] = mtr_accessible_new_picture (NULL);
      self->chevrons[step] = mtr_accessible_new_picture (NULL);
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), self->ticks[step]);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->chevrons[step]);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data (G_OBJECT (row), "step", GINT_TO_POINTER (step));
      g_signal_connect_object (row, "activated", G_CALLBACK (step_activated_cb), self, G_CONNECT_SWAPPED);
    }
}

static gboolean
done_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  MtrObservationPage *self = MTR_OBSERVATION_PAGE (widget);

  return self->form != NULL && mtr_observation_form_press (self->form);
}

/* Ctrl+Enter is done with the open step; before a text in which it would begin a new line. */
static void
add_done_key (MtrObservationPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (
                                          gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter"),
                                          gtk_callback_action_new (done_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
mtr_observation_page_init (MtrObservationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->open_step = -1;
  self->last_step = -1;
  self->wanted_field = MTR_FIELD_NONE;
  self->addenda = mtr_row_list_new (self->addenda_group);
  self->wide_notes = mtr_notes_panel_new ();
  self->narrow_notes = mtr_notes_panel_new ();
  gtk_widget_add_css_class (self->wide_notes, "notes");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->notes_scroller), self->wide_notes);
  gtk_expander_set_child (self->notes_expander, self->narrow_notes);
  make_rows (self);
  add_done_key (self);

  g_signal_connect_object (self->steps_above, "keynav-failed", G_CALLBACK (keynav_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->steps_below, "keynav-failed", G_CALLBACK (keynav_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->print_button, "clicked", G_CALLBACK (print_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->addendum_button, "clicked", G_CALLBACK (add_addendum_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->erase_button, "clicked", G_CALLBACK (erase_notes_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->consent_button, "clicked", G_CALLBACK (withdraw_consent), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->withdraw_button, "clicked", G_CALLBACK (withdraw_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (mtr_page_refresh), NULL);
}

/* What the store would take, and what stays in the box with a reason. */
static GPtrArray *
check_cb (MtrRecord *candidate,
          gpointer   user_data)
{
  MtrObservationPage *self = MTR_OBSERVATION_PAGE (user_data);
  GDate today;

  mtr_programme_get_today (mtr_pairing_model_get_programme (self->model), &today);

  return mtr_observation_list_problems (mtr_pairing_model_get_pack (self->model),
                                        mtr_pairing_model_get_snapshot (self->model), candidate, &today);
}

static MtrPage *
make_page (MtrPairingModel     *model,
           MtrRecordController *controller)
{
  MtrObservationPage *self = g_object_new (MTR_TYPE_OBSERVATION_PAGE, NULL);

  self->model = g_object_ref (model);
  self->controller = controller;
  self->observation_id = mtr_record_get_id (get_record (self));
  mtr_record_controller_set_check (controller, check_cb, self);
  g_signal_connect_object (controller, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "refreshed", G_CALLBACK (model_refreshed_cb), self, G_CONNECT_SWAPPED);
  mtr_page_set_programme (MTR_PAGE (self), mtr_pairing_model_get_programme (model));
  update_title (self);

  return MTR_PAGE (self);
}

/**
 * mtr_observation_page_new:
 * @model: the pairing
 * @observation_id: one of its observations
 *
 * Returns: (transfer floating): its page
 */
MtrPage *
mtr_observation_page_new (MtrPairingModel *model,
                          gint64           observation_id)
{
  MtrRecord *stored = mtr_snapshot_get (mtr_pairing_model_get_snapshot (model), MTR_KIND_OBSERVATION, observation_id);

  g_return_val_if_fail (stored != NULL, NULL);

  return make_page (model, mtr_record_controller_new (mtr_pairing_model_get_programme (model), stored));
}

/**
 * mtr_observation_page_new_planned:
 * @model: the pairing
 * @type: the code of a type of observation
 * @observed_id: who is observed
 *
 * Returns: (transfer floating): the page of an observation that is put in the store with the first thing that is typed
 */
MtrPage *
mtr_observation_page_new_planned (MtrPairingModel *model,
                                  const char      *type,
                                  gint64           observed_id)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (model);
  MtrRecord *mentor = mtr_pairing_model_get_mentor (model);
  g_autoptr (MtrRecord) record = mtr_record_new (MTR_KIND_OBSERVATION, mtr_programme_new_id (programme));

  mtr_record_set_number (record, MTR_OBSERVATION_PAIRING_ID, mtr_pairing_model_get_id (model));
  mtr_record_set_text (record, MTR_OBSERVATION_TYPE, type);
  if (observed_id != 0)
    mtr_record_set_number (record, MTR_OBSERVATION_OBSERVED_ID, observed_id);
  if (mentor != NULL && mtr_record_get_id (mentor) != observed_id)
    mtr_record_set_number (record, MTR_OBSERVATION_OBSERVER_ID, mtr_record_get_id (mentor));

  return make_page (model, mtr_record_controller_new_unborn (programme, record, NULL, NULL));
}
