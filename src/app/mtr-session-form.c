/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a session is, to be written in under a minute: who, when, how long, how,
 * the next step, topics. Most of it is filled in already, from the plan and
 * from what was agreed. There is no Save: what is typed is kept as unfinished
 * from the first letter, and being done only says what has become of it.
 *
 * The signal "finished" is said when it is done and nothing is missing.
 */

#include "mtr-session-form.h"

#include "mtr-accessible.h"
#include "mtr-action-button.h"
#include "mtr-check.h"
#include "mtr-chips.h"
#include "mtr-date.h"
#include "mtr-group.h"
#include "mtr-page-parts.h"
#include "mtr-pairing.h"
#include "mtr-session-children.h"
#include "mtr-session-words.h"
#include "mtr-session.h"

#include <glib/gi18n-lib.h>

#define MAX_MODES 4

struct _MtrSessionForm {
  AdwBin               parent_instance;

  MtrPairingModel     *model;          /* (owned) */
  MtrRecordController *controller;     /* (owned) */
  gint64               session_id;
  MtrSessionPurpose    purpose;
  GtkWidget           *mode_buttons[MAX_MODES];
  gint64               action_id;      /* what the next step has become; 0: nothing yet */
  gboolean             keeps_kind;     /* "not agreed yet" has been answered */
  gboolean             updating;

  GtkGrid             *grid;
  GtkWidget           *who_box;
  GtkLabel            *who_label;
  GtkWidget           *attendees_box;
  MtrChips            *attendees;
  GtkWidget           *mark_all_button;
  GtkWidget           *kind_box;
  GtkDropDown         *kind_drop_down;
  GtkWidget           *when_box;
  GtkEditable         *when_entry;
  GtkLabel            *when_problem;
  GtkWidget           *length_box;
  GtkSpinButton       *length_spin;
  GtkLabel            *length_problem;
  GtkWidget           *mode_box;
  GtkBox              *modes_box;
  GtkWidget           *step_box;
  GtkBox              *step_line;
  GtkEditable         *step_entry;
  GtkLabel            *step_problem;
  char                *length_refusal;  /* (owned) (nullable): why the length that was typed is not taken */
  gboolean             length_told;     /* whoever was done with the session has been shown that */
  MtrActionButton     *action_button;
  GtkWidget           *topics_box;
  MtrChips            *topics;
  GtkLabel            *question_label;
  GtkWidget           *question_buttons;
  GtkWidget           *first_meeting_button;
  GtkWidget           *keep_button;
};

enum {
  SIGNAL_FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MtrSessionForm, mtr_session_form, ADW_TYPE_BIN)

static MtrProgramme *
get_programme (MtrSessionForm *self)
{
  return mtr_pairing_model_get_programme (self->model);
}

static MtrSnapshot *
get_snapshot (MtrSessionForm *self)
{
  return mtr_pairing_model_get_snapshot (self->model);
}

static MtrRecord *
get_record (MtrSessionForm *self)
{
  return mtr_record_controller_get_record (self->controller);
}

static void
get_today (MtrSessionForm *self,
           GDate          *today)
{
  mtr_programme_get_today (get_programme (self), today);
}

static gboolean
is_to_come (MtrSessionForm *self)
{
  GDate today, day;

  get_today (self, &today);

  return mtr_record_get_date (get_record (self), MTR_SESSION_HELD_ON, &day) && g_date_compare (&day, &today) > 0;
}

/* ---- What is shown ------------------------------------------------------------------ */

static void
show_problems (MtrSessionForm *self)
{
  struct {
    MtrField   field;
    GtkLabel  *label;
    GtkWidget *editor;
  } places[] = {
    { MTR_SESSION_HELD_ON, self->when_problem, GTK_WIDGET (self->when_entry) },
    { MTR_SESSION_MINUTES, self->length_problem, GTK_WIDGET (self->length_spin) },
    { MTR_SESSION_NEXT_STEP, self->step_problem, GTK_WIDGET (self->step_entry) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gboolean warning;
      const char *problem = mtr_record_controller_get_problem (self->controller, places[i].field, &warning);

      if (problem == NULL && places[i].field == MTR_SESSION_MINUTES)
        problem = self->length_refusal;
      mtr_accessible_say (places[i].label, problem);
      (problem != NULL && !warning ? gtk_widget_add_css_class : gtk_widget_remove_css_class)
        (gtk_widget_get_parent (GTK_WIDGET (places[i].label)), "refused");
      gtk_accessible_update_property (GTK_ACCESSIBLE (places[i].editor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      problem != NULL ? problem : "", -1);
      gtk_accessible_update_state (GTK_ACCESSIBLE (places[i].editor), GTK_ACCESSIBLE_STATE_INVALID,
                                   problem != NULL && !warning ? GTK_ACCESSIBLE_INVALID_TRUE
                                                               : GTK_ACCESSIBLE_INVALID_FALSE, -1);
    }
}

static gboolean
has_cursor (GtkWidget *editor)
{
  GtkRoot *root = gtk_widget_get_root (editor);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == editor || gtk_widget_is_ancestor (focus, editor));
}

static void
show_when (MtrSessionForm *self)
{
  const char *typed = mtr_record_controller_get_typed (self->controller, MTR_SESSION_HELD_ON);
  g_autofree char *when = mtr_session_words_dup_when (get_record (self));

  mtr_page_parts_show_text (self->when_entry, typed != NULL ? typed : when);
}

static void
show_record (MtrSessionForm *self)
{
  MtrRecord *record = get_record (self);
  GPtrArray *kinds = mtr_pack_get_words (mtr_pairing_model_get_pack (self->model), MTR_WORDS_SESSION_KINDS);
  const MtrSessionMode *modes;
  gsize n_modes;

  self->updating = TRUE;
  if (!has_cursor (GTK_WIDGET (self->when_entry)))
    show_when (self);
  for (guint i = 0; i < kinds->len; i++)
    if (mtr_record_text_is (record, MTR_SESSION_KIND, ((MtrWord *) g_ptr_array_index (kinds, i))->code))
      gtk_drop_down_set_selected (self->kind_drop_down, i);
  if (!has_cursor (GTK_WIDGET (self->length_spin)))
    gtk_spin_button_set_value (self->length_spin, (double) mtr_record_get_number (record, MTR_SESSION_MINUTES));
  modes = mtr_session_words_get_modes (&n_modes);
  for (gsize i = 0; i < n_modes; i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->mode_buttons[i]),
                                 mtr_record_text_is (record, MTR_SESSION_MODE, modes[i].code));
  if (mtr_record_controller_get_typed (self->controller, MTR_SESSION_NEXT_STEP) == NULL &&
      !has_cursor (GTK_WIDGET (self->step_entry)))
    mtr_page_parts_show_text (self->step_entry, mtr_record_is_set (record, MTR_SESSION_NEXT_STEP)
                                                  ? mtr_record_get_text (record, MTR_SESSION_NEXT_STEP) : "");
  self->updating = FALSE;
  show_problems (self);
}

/* The store has changed: by this form, by undo, by another page. */
static void
refreshed_cb (MtrSessionForm *self)
{
  MtrRecord *stored = mtr_snapshot_get (get_snapshot (self), MTR_KIND_SESSION, self->session_id);

  if (stored == NULL)
    return;

  mtr_record_controller_refresh (self->controller, stored);
  if (mtr_snapshot_get (get_snapshot (self), MTR_KIND_ACTION, self->action_id) != NULL)
    mtr_action_button_show (self->action_button, mtr_snapshot_get (get_snapshot (self), MTR_KIND_ACTION, self->action_id));
  show_record (self);
  mtr_session_children_show (self->model, MTR_KIND_SESSION_TOPIC, self->session_id, self->topics);
  mtr_session_children_show (self->model, MTR_KIND_SESSION_ATTENDEE, self->session_id, self->attendees);
}

/* ---- What is typed ------------------------------------------------------------------- */

/* Whoever writes about a planned session that has come has begun to write it down. */
static void
begin_to_write (MtrSessionForm *self)
{
  if (self->purpose == MTR_SESSION_WRITE && !is_to_come (self) &&
      mtr_record_text_is (get_record (self), MTR_SESSION_STATE, MTR_SESSION_STATE_PLANNED))
    mtr_record_controller_type (self->controller, MTR_SESSION_STATE, MTR_SESSION_STATE_UNFINISHED);
}

static void
when_changed_cb (MtrSessionForm *self)
{
  const char *typed = gtk_editable_get_text (self->when_entry);
  g_autofree char *value = NULL;
  g_autofree char *time = NULL;
  g_autoptr (MtrProblem) problem = NULL;
  MtrDateLean lean = self->purpose == MTR_SESSION_PLAN ? MTR_DATE_LEAN_FUTURE : MTR_DATE_LEAN_PAST;
  GDate today;

  if (self->updating)
    return;

  get_today (self, &today);
  if (mtr_check_date_field (MTR_SESSION_HELD_ON, typed, &today, lean, &value, &time, &problem))
    {
      mtr_record_controller_type (self->controller, MTR_SESSION_HELD_ON, value != NULL ? value : "");
      mtr_record_controller_type (self->controller, MTR_SESSION_HELD_TIME, time != NULL ? time : "");
      begin_to_write (self);
    }
  else
    {
      mtr_record_controller_type (self->controller, MTR_SESSION_HELD_ON, typed);
    }
  show_problems (self);
}

/* A date rewrites itself in full when it is left. */
static void
when_left_cb (MtrSessionForm *self)
{
  mtr_record_controller_leave (self->controller, MTR_SESSION_HELD_ON);
  self->updating = TRUE;
  show_when (self);
  self->updating = FALSE;
}

/* A length that cannot be is not turned into the nearest one behind anybody's back. */
static int
length_input_cb (MtrSessionForm *self,
                 double         *value)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->length_spin));
  g_autofree char *taken = NULL;
  g_autoptr (MtrProblem) problem = NULL;
  GDate today;

  get_today (self, &today);
  /* Nothing at all is shown as 0. */
  if (g_str_equal (typed, "0") || mtr_check_field (MTR_SESSION_MINUTES, typed, &today, &taken, &problem))
    {
      *value = taken != NULL ? (double) g_ascii_strtoll (taken, NULL, 10) : 0;
      return TRUE;
    }

  g_free (self->length_refusal);
  self->length_refusal = g_strdup (problem->message);
  self->length_told = FALSE;
  show_problems (self);
  *value = gtk_spin_button_get_value (self->length_spin);

  return GTK_INPUT_ERROR;
}

static void
length_changed_cb (MtrSessionForm *self)
{
  if (self->updating)
    return;

  g_clear_pointer (&self->length_refusal, g_free);
  if (gtk_spin_button_get_value_as_int (self->length_spin) < 1)
    mtr_record_controller_clear (self->controller, MTR_SESSION_MINUTES);
  else
    mtr_record_controller_set_number (self->controller, MTR_SESSION_MINUTES,
                                      gtk_spin_button_get_value_as_int (self->length_spin));
  begin_to_write (self);
  show_problems (self);
}

static void
mode_toggled_cb (MtrSessionForm *self,
                 GtkCheckButton *button)
{
  if (self->updating || !gtk_check_button_get_active (button))
    return;

  mtr_record_controller_type (self->controller, MTR_SESSION_MODE, g_object_get_data (G_OBJECT (button), "code"));
  begin_to_write (self);
}

static void
kind_selected_cb (MtrSessionForm *self)
{
  GPtrArray *kinds = mtr_pack_get_words (mtr_pairing_model_get_pack (self->model), MTR_WORDS_SESSION_KINDS);
  guint selected = gtk_drop_down_get_selected (self->kind_drop_down);

  if (self->updating || selected >= kinds->len)
    return;

  mtr_record_controller_type (self->controller, MTR_SESSION_KIND, ((MtrWord *) g_ptr_array_index (kinds, selected))->code);
  begin_to_write (self);
}

static void
step_changed_cb (MtrSessionForm *self)
{
  if (self->updating)
    return;

  mtr_record_controller_type (self->controller, MTR_SESSION_NEXT_STEP, gtk_editable_get_text (self->step_entry));
  begin_to_write (self);
  show_problems (self);
}

static void
step_left_cb (MtrSessionForm *self)
{
  mtr_record_controller_leave (self->controller, MTR_SESSION_NEXT_STEP);
}

static void
toggle_child (MtrSessionForm *self,
              MtrKind         kind,
              const char     *code,
              gboolean        active)
{
  mtr_session_form_begin (self);
  mtr_session_children_toggle (self->model, kind, self->session_id, code, active);
}

static void
topic_toggled_cb (MtrSessionForm *self,
                  const char     *code,
                  gboolean        active)
{
  toggle_child (self, MTR_KIND_SESSION_TOPIC, code, active);
}

static void
attendee_toggled_cb (MtrSessionForm *self,
                     const char     *code,
                     gboolean        active)
{
  /* Before it is in the store the ticks are all there is; see insert_attendees(). */
  if (!mtr_record_controller_is_unborn (self->controller))
    toggle_child (self, MTR_KIND_SESSION_ATTENDEE, code, active);
}

static void
mark_all_cb (MtrSessionForm *self)
{
  g_autoptr (GPtrArray) mentees = mtr_pairing_model_list_mentees (self->model, NULL);

  for (guint i = 0; i < mentees->len; i++)
    {
      g_autofree char *code = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (g_ptr_array_index (mentees, i)));

      if (!mtr_chips_get_active (self->attendees, code))
        {
          mtr_chips_set_active (self->attendees, code, TRUE);
          attendee_toggled_cb (self, code, TRUE);
        }
    }
}

/* ---- Done ---------------------------------------------------------------------------- */

static void
refuse (MtrSessionForm *self,
        MtrField        field,
        const char     *reason)
{
  GtkLabel *label = field == MTR_SESSION_MINUTES ? self->length_problem
                    : field == MTR_SESSION_NEXT_STEP ? self->step_problem : self->when_problem;

  mtr_accessible_say (label, reason);
  mtr_session_form_focus (self, field);
}

static void
ask_about_agreement (MtrSessionForm *self,
                     const char     *question)
{
  mtr_accessible_say (self->question_label, question);
  gtk_widget_set_visible (self->question_buttons, TRUE);
  gtk_widget_grab_focus (self->first_meeting_button);
}

static void
close_question (MtrSessionForm *self)
{
  mtr_accessible_say (self->question_label, NULL);
  gtk_widget_set_visible (self->question_buttons, FALSE);
}

static void
first_meeting_cb (MtrSessionForm *self)
{
  GPtrArray *kinds = mtr_pack_get_words (mtr_pairing_model_get_pack (self->model), MTR_WORDS_SESSION_KINDS);

  close_question (self);
  for (guint i = 0; i < kinds->len; i++)
    if (((MtrWord *) g_ptr_array_index (kinds, i))->flag)
      {
        gtk_drop_down_set_selected (self->kind_drop_down, i);
        break;
      }
  mtr_session_form_finish (self);
}

static void
keep_cb (MtrSessionForm *self)
{
  close_question (self);
  self->keeps_kind = TRUE;
  mtr_session_form_finish (self);
}

/* Whether anything has to be said before it can be done; the cursor is there then. */
static gboolean
is_refused (MtrSessionForm *self,
            MtrRecord      *candidate)
{
  g_autoptr (GPtrArray) problems = NULL;
  const char *typed_problem = mtr_record_controller_get_problem (self->controller, MTR_SESSION_HELD_ON, NULL);
  GDate today, day;

  get_today (self, &today);
  if (self->length_refusal != NULL && !self->length_told)
    {
      self->length_told = TRUE;
      mtr_session_form_focus (self, MTR_SESSION_MINUTES);
      return TRUE;
    }
  if (mtr_record_controller_get_typed (self->controller, MTR_SESSION_HELD_ON) != NULL ||
      mtr_record_controller_get_typed (self->controller, MTR_SESSION_NEXT_STEP) != NULL)
    {
      MtrField field = mtr_record_controller_get_typed (self->controller, MTR_SESSION_HELD_ON) != NULL
                         ? MTR_SESSION_HELD_ON : MTR_SESSION_NEXT_STEP;

      typed_problem = mtr_record_controller_get_problem (self->controller, field, NULL);
      refuse (self, field, typed_problem != NULL ? typed_problem : "");
      return TRUE;
    }
  if (self->purpose == MTR_SESSION_PLAN &&
      (!mtr_record_get_date (candidate, MTR_SESSION_HELD_ON, &day) || g_date_compare (&day, &today) < 0))
    {
      refuse (self, MTR_SESSION_HELD_ON, _("Say a day that has not been yet. What has been is written, not planned."));
      return TRUE;
    }

  if (mtr_record_text_is (candidate, MTR_SESSION_STATE, MTR_SESSION_STATE_UNFINISHED))
    mtr_record_set_text (candidate, MTR_SESSION_STATE, MTR_SESSION_STATE_HELD);
  problems = mtr_session_list_problems (mtr_pairing_model_get_pack (self->model), get_snapshot (self), candidate, &today);
  for (guint i = 0; i < problems->len; i++)
    {
      const MtrProblem *problem = g_ptr_array_index (problems, i);

      if (!problem->warning)
        {
          refuse (self, problem->field, problem->message);
          return TRUE;
        }
      if (problem->field == MTR_SESSION_KIND && !self->keeps_kind)
        {
          ask_about_agreement (self, problem->message);
          return TRUE;
        }
    }

  return FALSE;
}

/* The next step is what somebody does until the next session: an action, with whoever does it and a date. */
static void
add_action (MtrSessionForm *self,
            MtrChange      *change)
{
  const char *next_step = mtr_record_get_text (get_record (self), MTR_SESSION_NEXT_STEP);
  MtrRecord *stored = mtr_snapshot_get (get_snapshot (self), MTR_KIND_ACTION, self->action_id);
  MtrRecord *action;

  if (next_step == NULL)
    return;

  if (self->action_id != 0)
    {
      if (stored != NULL && !mtr_record_text_is (stored, MTR_ACTION_TEXT, next_step))
        mtr_change_set_text (change, MTR_ACTION_TEXT, self->action_id, next_step);
      return;
    }

  self->action_id = mtr_programme_new_id (get_programme (self));
  action = mtr_record_new (MTR_KIND_ACTION, self->action_id);
  mtr_record_set_number (action, MTR_ACTION_PAIRING_ID, mtr_pairing_model_get_id (self->model));
  mtr_record_set_number (action, MTR_ACTION_SESSION_ID, self->session_id);
  mtr_record_set_text (action, MTR_ACTION_TEXT, next_step);
  mtr_action_button_fill (self->action_button, action);
  mtr_change_insert (change, action);
}

/**
 * mtr_session_form_finish:
 * @self: a form
 *
 * Done: the session is held, or planned where its day has not come yet. Where something is missing that is said, and
 * the cursor goes there; otherwise "finished" is emitted.
 */
void
mtr_session_form_finish (MtrSessionForm *self)
{
  g_autoptr (MtrRecord) candidate = NULL;
  g_autoptr (MtrChange) change = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  g_autofree char *done = NULL;
  const char *state;
  GDate today, day;

  get_today (self, &today);
  gtk_spin_button_update (self->length_spin);
  state = self->purpose == MTR_SESSION_PLAN ? MTR_SESSION_STATE_PLANNED
                                            : mtr_session_get_state_when_done (get_record (self), &today);
  candidate = mtr_record_copy (get_record (self));
  mtr_record_set_text (candidate, MTR_SESSION_STATE, state);
  if (is_refused (self, candidate))
    return;

  mtr_session_form_be_born (self);
  mtr_record_controller_flush (self->controller);
  name = mtr_session_words_dup_name (get_record (self), &today);
  /* Translators: an action in the menu of undo; %s is as in "session of 14 March". */
  label = g_strdup_printf (self->purpose == MTR_SESSION_PLAN ? _("plan %s") : _("write %s"), name);
  change = mtr_change_new (label);
  if (!mtr_record_text_is (get_record (self), MTR_SESSION_STATE, state))
    mtr_change_set_text (change, MTR_SESSION_STATE, self->session_id, state);
  if (self->purpose == MTR_SESSION_WRITE)
    add_action (self, change);
  if (self->purpose == MTR_SESSION_WRITE && is_to_come (self) &&
      mtr_record_get_date (get_record (self), MTR_SESSION_HELD_ON, &day))
    {
      g_autofree char *day_text = mtr_date_format (&day, MTR_DATE_STYLE_WEEKDAY);

      /* Translators: %s is a day, "Thursday 26 November" */
      done = g_strdup_printf (_("%s has not come yet, so this is kept as planned."), day_text);
    }
  if (!mtr_change_is_empty (change))
    mtr_programme_act (get_programme (self), g_steal_pointer (&change), done);

  g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
}

/**
 * mtr_session_form_close:
 * @self: a form that is about to go
 *
 * Keeps what was typed: as unfinished, or as planned where the day has not come yet.
 */
void
mtr_session_form_close (MtrSessionForm *self)
{
  g_autoptr (MtrChange) change = NULL;
  MtrRecord *record;

  gtk_spin_button_update (self->length_spin);
  mtr_record_controller_flush (self->controller);
  record = get_record (self);
  if (mtr_record_controller_is_unborn (self->controller) || mtr_programme_is_read_only (get_programme (self)))
    return;

  change = mtr_change_new (_("keep a session as planned"));
  if (is_to_come (self) && (mtr_record_text_is (record, MTR_SESSION_STATE, MTR_SESSION_STATE_HELD) ||
                            mtr_record_text_is (record, MTR_SESSION_STATE, MTR_SESSION_STATE_UNFINISHED)))
    mtr_change_set_text (change, MTR_SESSION_STATE, self->session_id, MTR_SESSION_STATE_PLANNED);
  if (self->action_id != 0)
    add_action (self, change);
  if (!mtr_change_is_empty (change))
    mtr_programme_act (get_programme (self), g_steal_pointer (&change), NULL);
}

/* ---- Making it ------------------------------------------------------------------------ */

static void
insert_attendees (MtrChange *change,
                  MtrRecord *record,
                  gpointer   user_data)
{
  MtrSessionForm *self = MTR_SESSION_FORM (user_data);
  g_autoptr (GPtrArray) codes = mtr_chips_list_active (self->attendees);

  for (guint i = 0; i < codes->len; i++)
    mtr_session_children_insert (self->model, MTR_KIND_SESSION_ATTENDEE, mtr_record_get_id (record),
                                 g_ptr_array_index (codes, i), change);
}

static GPtrArray *
check_session (MtrRecord *candidate,
               gpointer   user_data)
{
  MtrSessionForm *self = MTR_SESSION_FORM (user_data);
  GDate today;

  get_today (self, &today);

  return mtr_session_list_problems (mtr_pairing_model_get_pack (self->model), get_snapshot (self), candidate, &today);
}

static void
fill_people (MtrSessionForm *self)
{
  g_autoptr (GPtrArray) mentees = mtr_pairing_model_list_mentees (self->model, mtr_record_get_text (get_record (self),
                                                                                                    MTR_SESSION_HELD_ON));
  const char *other = mtr_pairing_model_get_other_name (self->model);
  gboolean is_group = mentees->len > 1 || mtr_group_is_group (mtr_pairing_model_get_pairing (self->model));

  gtk_label_set_text (self->who_label, other != NULL ? other : "");
  gtk_widget_set_visible (GTK_WIDGET (self->who_label), !is_group);
  gtk_widget_set_visible (self->attendees_box, is_group);
  for (guint i = 0; is_group && i < mentees->len; i++)
    {
      MtrRecord *person = g_ptr_array_index (mentees, i);
      g_autofree char *code = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (person));

      mtr_chips_add (self->attendees, code, mtr_record_get_name (person, MTR_PERSON_NAME), NULL);
      mtr_chips_set_active (self->attendees, code, TRUE);
    }
}

static void
fill_choices (MtrSessionForm *self)
{
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  GPtrArray *kinds = mtr_pack_get_words (pack, MTR_WORDS_SESSION_KINDS);
  GPtrArray *topics = mtr_pack_get_words (pack, MTR_WORDS_TOPICS);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const MtrSessionMode *modes;
  gsize n_modes;

  for (guint i = 0; i < kinds->len; i++)
    gtk_string_list_append (titles, ((MtrWord *) g_ptr_array_index (kinds, i))->title);
  gtk_drop_down_set_model (self->kind_drop_down, G_LIST_MODEL (titles));
  for (guint i = 0; i < topics->len; i++)
    {
      const MtrWord *topic = g_ptr_array_index (topics, i);

      mtr_chips_add (self->topics, topic->code, topic->title, topic->description);
    }

  modes = mtr_session_words_get_modes (&n_modes);
  for (gsize i = 0; i < n_modes; i++)
    {
      GtkWidget *button = gtk_check_button_new_with_label (_(modes[i].label));

      if (i > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (self->mode_buttons[0]));
      mtr_accessible_set_label (button, _(modes[i].label));
      g_object_set_data (G_OBJECT (button), "code", (gpointer) modes[i].code);
      g_signal_connect_object (button, "toggled", G_CALLBACK (mode_toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->modes_box, button);
      self->mode_buttons[i] = button;
    }
}

static void
mtr_session_form_dispose (GObject *object)
{
  MtrSessionForm *self = MTR_SESSION_FORM (object);

  if (self->controller != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->controller, self);
      mtr_record_controller_flush (self->controller);
      mtr_record_controller_set_check (self->controller, NULL, NULL);
    }
  g_clear_pointer (&self->length_refusal, g_free);
  g_clear_object (&self->controller);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_session_form_parent_class)->dispose (object);
}

static void
mtr_session_form_class_init (MtrSessionFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_session_form_dispose;
  signals[SIGNAL_FINISHED] = g_signal_new ("finished", MTR_TYPE_SESSION_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);

  g_type_ensure (MTR_TYPE_ACTION_BUTTON);
  g_type_ensure (MTR_TYPE_CHIPS);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-session-form.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, MtrSessionForm, child)
  BIND (grid);
  BIND (who_box);
  BIND (who_label);
  BIND (attendees_box);
  BIND (attendees);
  BIND (mark_all_button);
  BIND (kind_box);
  BIND (kind_drop_down);
  BIND (when_box);
  BIND (when_entry);
  BIND (when_problem);
  BIND (length_box);
  BIND (length_spin);
  BIND (length_problem);
  BIND (mode_box);
  BIND (modes_box);
  BIND (step_box);
  BIND (step_line);
  BIND (step_entry);
  BIND (step_problem);
  BIND (action_button);
  BIND (topics_box);
  BIND (topics);
  BIND (question_label);
  BIND (question_buttons);
  BIND (first_meeting_button);
  BIND (keep_button);
#undef BIND
}

static void
watch_leaving (MtrSessionForm *self,
               GtkWidget      *widget,
               GCallback       left)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", left, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
}

static void
mtr_session_form_init (MtrSessionForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  mtr_accessible_set_label (GTK_WIDGET (self), _("The session"));
  /* A label that has said nothing yet would be called by the name of its class. */
  mtr_accessible_set_label (GTK_WIDGET (self->when_problem), "");
  mtr_accessible_set_label (GTK_WIDGET (self->length_problem), "");
  mtr_accessible_set_label (GTK_WIDGET (self->step_problem), "");
  mtr_accessible_set_label (GTK_WIDGET (self->question_label), "");
  mtr_chips_set_label (self->topics, _("Topics"));
  mtr_chips_set_label (self->attendees, _("Who was there"));
  mtr_session_form_set_narrow (self, FALSE);
  watch_leaving (self, GTK_WIDGET (self->when_entry), G_CALLBACK (when_left_cb));
  watch_leaving (self, GTK_WIDGET (self->step_entry), G_CALLBACK (step_left_cb));
}

static void
connect_editors (MtrSessionForm *self)
{
  g_signal_connect_object (self->when_entry, "changed", G_CALLBACK (when_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->length_spin, "input", G_CALLBACK (length_input_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->length_spin, "value-changed", G_CALLBACK (length_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->kind_drop_down, "notify::selected", G_CALLBACK (kind_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->step_entry, "changed", G_CALLBACK (step_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->topics, "toggled", G_CALLBACK (topic_toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->attendees, "toggled", G_CALLBACK (attendee_toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mark_all_button, "clicked", G_CALLBACK (mark_all_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->first_meeting_button, "clicked", G_CALLBACK (first_meeting_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keep_button, "clicked", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->controller, "problem-changed", G_CALLBACK (show_problems), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * mtr_session_form_new:
 * @model: the pairing; it must be writable
 * @session_id: a session of it; 0 for a new one, which is kept from the first letter
 * @purpose: what it is filled in for
 *
 * Returns: (transfer floating): the form
 */
GtkWidget *
mtr_session_form_new (MtrPairingModel   *model,
                      gint64             session_id,
                      MtrSessionPurpose  purpose)
{
  MtrSessionForm *self = g_object_new (MTR_TYPE_SESSION_FORM, NULL);
  MtrProgramme *programme = mtr_pairing_model_get_programme (model);
  MtrRecord *stored = mtr_snapshot_get (mtr_pairing_model_get_snapshot (model), MTR_KIND_SESSION, session_id);
  MtrRecord *action;

  self->model = g_object_ref (model);
  self->purpose = purpose;
  self->session_id = stored != NULL ? session_id : mtr_programme_new_id (programme);
  if (stored != NULL)
    {
      self->controller = mtr_record_controller_new (programme, stored);
    }
  else
    {
      g_autoptr (MtrRecord) record = NULL;
      GDate today;

      get_today (self, &today);
      record = mtr_session_begin (mtr_pairing_model_get_pack (model), mtr_pairing_model_get_snapshot (model),
                                  mtr_pairing_model_get_pairing (model), self->session_id,
                                  purpose == MTR_SESSION_PLAN, &today);
      self->controller = mtr_record_controller_new_unborn (programme, record, insert_attendees, self);
    }
  mtr_record_controller_set_check (self->controller, check_session, self);

  fill_people (self);
  fill_choices (self);
  mtr_action_button_set_model (self->action_button, model);
  action = mtr_session_find_action (get_snapshot (self), get_record (self));
  if (action != NULL)
    {
      self->action_id = mtr_record_get_id (action);
      mtr_action_button_show (self->action_button, action);
    }
  gtk_widget_set_visible (self->step_box, purpose == MTR_SESSION_WRITE);
  gtk_widget_set_visible (self->topics_box, purpose == MTR_SESSION_WRITE && mtr_chips_count (self->topics) > 0);
  show_record (self);
  if (stored != NULL)
    {
      mtr_session_children_show (model, MTR_KIND_SESSION_TOPIC, session_id, self->topics);
      mtr_session_children_show (model, MTR_KIND_SESSION_ATTENDEE, session_id, self->attendees);
    }
  connect_editors (self);

  return GTK_WIDGET (self);
}

/**
 * mtr_session_form_get_session_id:
 * @self: a form
 *
 * Returns: the id of its session, also before it is in the store
 */
gint64
mtr_session_form_get_session_id (MtrSessionForm *self)
{
  return self->session_id;
}

/**
 * mtr_session_form_get_session:
 * @self: a form
 *
 * Returns: (transfer none): the session as it is written now
 */
MtrRecord *
mtr_session_form_get_session (MtrSessionForm *self)
{
  return get_record (self);
}

/**
 * mtr_session_form_get_controller:
 * @self: a form
 *
 * Returns: (transfer none): the controller of the session, for the rows that go deeper
 */
MtrRecordController *
mtr_session_form_get_controller (MtrSessionForm *self)
{
  return self->controller;
}

/**
 * mtr_session_form_get_purpose:
 * @self: a form
 *
 * Returns: what it is filled in for
 */
MtrSessionPurpose
mtr_session_form_get_purpose (MtrSessionForm *self)
{
  return self->purpose;
}

/**
 * mtr_session_form_be_born:
 * @self: a form
 *
 * Puts a new session in the store although nothing was typed.
 */
void
mtr_session_form_be_born (MtrSessionForm *self)
{
  mtr_record_controller_be_born (self->controller);
}

/**
 * mtr_session_form_begin:
 * @self: a form
 *
 * Something is being written about the session elsewhere: it is in the store, and a planned one that has come is
 * unfinished from now on.
 */
void
mtr_session_form_begin (MtrSessionForm *self)
{
  mtr_session_form_be_born (self);
  begin_to_write (self);
}

/**
 * mtr_session_form_set_narrow:
 * @self: a form
 * @narrow: one field a row
 */
void
mtr_session_form_set_narrow (MtrSessionForm *self,
                             gboolean        narrow)
{
  struct {
    GtkWidget *box;
    int        column;
    int        row;
    int        width;
  } places[] = {
    { self->who_box, 0, 0, 2 },
    { self->when_box, 2, 0, 2 },
    { self->kind_box, 0, 1, 1 },
    { self->length_box, 1, 1, 1 },
    { self->mode_box, 2, 1, 2 },
    { self->step_box, 0, 2, 4 },
    { self->topics_box, 0, 3, 4 },
  };
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self->grid));
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    g_object_set (gtk_layout_manager_get_layout_child (layout, places[i].box),
                  "column", narrow ? 0 : places[i].column,
                  "row", narrow ? (int) i : places[i].row,
                  "column-span", narrow ? 1 : places[i].width,
                  NULL);
  /* Beside the field of the date the name stands in the middle of its line. */
  gtk_widget_set_vexpand (GTK_WIDGET (self->who_label), !narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->modes_box), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->step_line), orientation);
  gtk_box_set_spacing (self->modes_box, narrow ? 0 : 12);
  mtr_chips_set_columns (self->topics, narrow ? 1 : 3);
  mtr_chips_set_columns (self->attendees, narrow ? 1 : 2);
}

/**
 * mtr_session_form_focus:
 * @self: a form
 * @field: the field to put the cursor in; %MTR_FIELD_NONE for where one begins to write
 */
void
mtr_session_form_focus (MtrSessionForm *self,
                        MtrField        field)
{
  GtkWidget *first = self->purpose == MTR_SESSION_WRITE ? GTK_WIDGET (self->step_entry) : GTK_WIDGET (self->when_entry);
  struct {
    MtrField   field;
    GtkWidget *editor;
  } editors[] = {
    { MTR_SESSION_HELD_ON, GTK_WIDGET (self->when_entry) },
    { MTR_SESSION_HELD_TIME, GTK_WIDGET (self->when_entry) },
    { MTR_SESSION_KIND, GTK_WIDGET (self->kind_drop_down) },
    { MTR_SESSION_MINUTES, GTK_WIDGET (self->length_spin) },
    { MTR_SESSION_MODE, self->mode_buttons[0] },
    { MTR_SESSION_NEXT_STEP, GTK_WIDGET (self->step_entry) },
    { MTR_SESSION_TOPIC_TOPIC, GTK_WIDGET (self->topics) },
    { MTR_SESSION_ATTENDEE_PERSON_ID, GTK_WIDGET (self->attendees) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (editors); i++)
    if (editors[i].field == field)
      first = editors[i].editor;
  gtk_widget_grab_focus (first);
}
