/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One session: what it is, then, if wanted, deeper; the private note behind a
 * row; what was agreed; and what can be done with the session as a whole. On a
 * narrow page this is where a session is written, too.
 */

#include "mtr-session-page.h"

#include "mtr-audience-button.h"
#include "mtr-diary-actions.h"
#include "mtr-filled-form-page.h"
#include "mtr-group.h"
#include "mtr-private-note-page.h"
#include "mtr-promote-page.h"
#include "mtr-row-list.h"
#include "mtr-session-deeper.h"
#include "mtr-session-group.h"
#include "mtr-session-words.h"
#include "mtr-session.h"
#include "mtr-window.h"

#include <glib/gi18n-lib.h>

struct _MtrSessionPage {
  MtrPage              parent_instance;

  MtrPairingModel     *model;        /* (owned) */
  gint64               session_id;
  MtrSessionPurpose    purpose;
  MtrSessionForm      *form;         /* (nullable): in a pairing that can be written */
  MtrSessionDeeper    *deeper;
  MtrSessionGroup     *group;        /* (nullable): in a peer group */
  MtrRowList          *facts;        /* (owned): where nothing can be written */
  MtrRowList          *actions;      /* (owned) */
  MtrRowList          *more;         /* (owned) */
  gboolean             was_there;    /* the session has been in the store */
  char                *was_left_by;  /* (owned) (nullable): the row to which the focus comes back */
  MtrKind              target_kind;  /* where the cursor goes when the page is shown */
  gint64               target_id;
  MtrField             target_field;

  GtkBox              *content;
  GtkLabel            *support_label;
  AdwPreferencesGroup *form_group;
  AdwBin              *form_bin;
  GtkWidget           *done_button;
  AdwBin              *deeper_bin;
  AdwPreferencesGroup *actions_group;
  AdwPreferencesGroup *more_group;
  GtkMenuButton       *not_held_button;
};

G_DEFINE_FINAL_TYPE (MtrSessionPage, mtr_session_page, MTR_TYPE_PAGE)

static MtrRecord *
get_session (MtrSessionPage *self)
{
  return mtr_snapshot_get (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_SESSION, self->session_id);
}

static void
get_today (MtrSessionPage *self,
           GDate          *today)
{
  mtr_programme_get_today (mtr_pairing_model_get_programme (self->model), today);
}

static void
show_title (MtrSessionPage *self)
{
  MtrRecord *session = self->form != NULL ? mtr_session_form_get_session (self->form) : get_session (self);
  g_autofree char *title = NULL;
  GDate today;

  if (session == NULL)
    return;

  get_today (self, &today);
  title = mtr_session_words_dup_title (mtr_pairing_model_get_pack (self->model), session, &today);
  mtr_page_set_title (MTR_PAGE (self), title);
}

/* Where nothing can be written the session is text, not a form of grey boxes. */
static void
show_facts (MtrSessionPage *self,
            MtrRecord      *session)
{
  g_autofree char *when = mtr_session_words_dup_when (session);
  g_autofree char *minutes = mtr_record_is_set (session, MTR_SESSION_MINUTES)
                               ? g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_number (session, MTR_SESSION_MINUTES))
                               : NULL;
  const struct {
    MtrField    field;
    const char *value;
  } facts[] = {
    { MTR_SESSION_HELD_ON, when },
    { MTR_SESSION_STATE, mtr_session_get_state_label (mtr_record_get_text (session, MTR_SESSION_STATE)) },
    { MTR_SESSION_MINUTES, minutes },
    { MTR_SESSION_MODE, mtr_session_words_get_mode (mtr_record_get_text (session, MTR_SESSION_MODE)) },
    { MTR_SESSION_NEXT_STEP, mtr_record_get_text (session, MTR_SESSION_NEXT_STEP) },
  };

  mtr_row_list_begin (self->facts);
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    if (facts[i].value != NULL && *facts[i].value != '\0')
      mtr_row_list_add (self->facts, mtr_field_get_info (facts[i].field)->column, mtr_field_get_label (facts[i].field),
                        facts[i].value, NULL, "");
  mtr_row_list_end (self->facts);
}

static void
show_actions (MtrSessionPage *self)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  g_autoptr (GPtrArray) actions = mtr_snapshot_list_where (snapshot, MTR_KIND_ACTION, MTR_ACTION_SESSION_ID,
                                                           self->session_id);
  GDate today;

  get_today (self, &today);
  mtr_row_list_begin (self->actions);
  for (guint i = 0; i < actions->len; i++)
    {
      MtrRecord *action = g_ptr_array_index (actions, i);
      const char *text = mtr_record_get_text (action, MTR_ACTION_TEXT);
      gboolean done = mtr_record_is_set (action, MTR_ACTION_DONE_ON);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (action));
      g_autofree char *words = mtr_session_words_dup_action (snapshot, mtr_record_get_number (action, MTR_ACTION_OWNER_ID),
                                                             mtr_record_get_text (action, MTR_ACTION_DUE_ON), &today);

      mtr_row_list_add (self->actions, key, text != NULL ? text : "", words, done ? _("done") : NULL,
                        !mtr_pairing_model_can_write (self->model) ? "" : done ? _("Not Done After All") : _("Done"));
    }
  mtr_row_list_end (self->actions);
  gtk_widget_set_visible (GTK_WIDGET (self->actions_group), actions->len > 0);
}

static void
show_more (MtrSessionPage *self,
           MtrRecord      *session)
{
  gboolean can_write = mtr_pairing_model_can_write (self->model);
  gboolean has_note = session != NULL && mtr_record_is_set (session, MTR_SESSION_PRIVATE_NOTE);
  g_autoptr (GMenu) not_held = session != NULL ? mtr_diary_actions_make_not_held (self->model, session,
                                                                                  "session.not-held") : NULL;

  mtr_row_list_begin (self->more);
  if (self->purpose == MTR_SESSION_WRITE)
    mtr_row_list_add (self->more, "note", _("Private note"),
                      has_note ? _("Only you. There is one.") : _("Only you. Nothing written yet."), NULL, NULL);
  if (session != NULL && can_write && self->purpose == MTR_SESSION_WRITE &&
      mtr_pack_has_view (mtr_pairing_model_get_pack (self->model), "portfolio"))
    mtr_row_list_add (self->more, "promote", _("Make evidence of it"),
                      _("A copy for the portfolio; the diary stays as it is."), NULL, NULL);
  if (session != NULL && self->purpose == MTR_SESSION_WRITE && mtr_filled_form_page_can_draft (self->model))
    mtr_row_list_add (self->more, "learning-note", _("Draft a learning note"),
                      _("For your registration, and for you alone, begun with what you wrote here."), NULL, NULL);
  if (session != NULL && can_write)
    mtr_row_list_add (self->more, "remove", _("Remove this session"),
                      _("What was agreed in it stays on the list of things to do."), NULL, _("Remove"));
  mtr_row_list_end (self->more);
  gtk_widget_set_visible (GTK_WIDGET (self->more_group), mtr_row_list_count (self->more) > 0);

  gtk_widget_set_visible (GTK_WIDGET (self->not_held_button), not_held != NULL);
  if (not_held != NULL)
    gtk_menu_button_set_menu_model (self->not_held_button, G_MENU_MODEL (not_held));
}

static void
mtr_session_page_refresh (MtrPage *page)
{
  MtrSessionPage *self = MTR_SESSION_PAGE (page);
  MtrRecord *session = get_session (self);

  /* Taken back by undo, or removed elsewhere. */
  if (session == NULL && self->was_there)
    {
      mtr_page_pop (page);
      return;
    }

  self->was_there = self->was_there || session != NULL;
  show_title (self);
  if (session != NULL && self->form == NULL)
    show_facts (self, session);
  show_actions (self);
  show_more (self, session);
  if (session != NULL)
    mtr_session_deeper_refresh (self->deeper);
  if (self->group != NULL)
    mtr_session_group_refresh (self->group);
  gtk_widget_set_visible (self->done_button, self->form != NULL);
}

static void
refreshed_cb (MtrSessionPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    mtr_page_refresh (MTR_PAGE (self));
}

static void
narrow_cb (MtrSessionPage *self)
{
  gboolean narrow = mtr_page_get_narrow (MTR_PAGE (self));

  if (self->form != NULL)
    mtr_session_form_set_narrow (self->form, narrow);
  gtk_widget_set_halign (self->done_button, narrow ? GTK_ALIGN_FILL : GTK_ALIGN_END);
  mtr_row_list_set_narrow (self->actions, narrow);
  mtr_row_list_set_narrow (self->more, narrow);
}

static void
open_note (MtrSessionPage *self)
{
  if (self->form != NULL)
    mtr_session_form_be_born (self->form);
  mtr_page_push (MTR_PAGE (self), mtr_private_note_page_new (self->model, self->session_id));
}

static void
promote (MtrSessionPage *self)
{
  if (self->form != NULL)
    mtr_record_controller_flush (mtr_session_form_get_controller (self->form));
  mtr_session_deeper_flush (self->deeper);
  if (get_session (self) != NULL && mtr_pairing_model_can_write (self->model))
    mtr_page_push (MTR_PAGE (self), mtr_promote_page_new (self->model, self->session_id));
}

static void
draft_note (MtrSessionPage *self)
{
  if (self->form != NULL)
    mtr_record_controller_flush (mtr_session_form_get_controller (self->form));
  mtr_session_deeper_flush (self->deeper);
  if (get_session (self) != NULL && mtr_filled_form_page_can_draft (self->model))
    mtr_page_push (MTR_PAGE (self), mtr_filled_form_page_new_note (self->model, get_session (self)));
}

/* Ctrl+E makes evidence of the session in front. */
static gboolean
mtr_session_page_command (MtrPage    *page,
                          const char *command)
{
  if (!g_str_equal (command, "add-evidence"))
    return FALSE;

  promote (MTR_SESSION_PAGE (page));

  return TRUE;
}

static void
more_cb (MtrSessionPage *self,
         const char     *key)
{
  MtrRecord *session = get_session (self);

  g_free (self->was_left_by);
  self->was_left_by = g_strdup (key);
  if (g_str_equal (key, "note"))
    open_note (self);
  else if (g_str_equal (key, "promote"))
    promote (self);
  else if (g_str_equal (key, "learning-note"))
    draft_note (self);
  else if (session != NULL)
    mtr_diary_actions_remove (self->model, session);
}

static void
action_cb (MtrSessionPage *self,
           const char     *key)
{
  MtrRecord *action = mtr_snapshot_get (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_ACTION,
                                        g_ascii_strtoll (key, NULL, 10));

  if (action != NULL)
    mtr_diary_actions_tick (self->model, action);
}

static void
not_held_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MtrSessionPage *self = MTR_SESSION_PAGE (widget);
  g_auto (GStrv) parts = g_strsplit (g_variant_get_string (parameter, NULL), " ", 2);
  MtrRecord *session = get_session (self);
  MtrWindow *window = mtr_window_of (widget);

  if (session == NULL || parts[0] == NULL || parts[1] == NULL)
    return;

  mtr_diary_actions_set_state (self->model, session, parts[1]);
  mtr_page_pop (MTR_PAGE (self));
  if (g_str_equal (parts[1], MTR_SESSION_STATE_RESCHEDULED) && window != NULL)
    mtr_page_command (mtr_window_get_page (window), "plan-session");
}

static void
done_cb (MtrSessionPage *self)
{
  mtr_session_form_finish (self->form);
}

static void
finished_cb (MtrSessionPage *self)
{
  mtr_page_pop (MTR_PAGE (self));
}

static gboolean
key_pressed_cb (MtrSessionPage  *self,
                guint            key,
                guint            code,
                GdkModifierType  modifiers)
{
  if (self->form == NULL || (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || !(modifiers & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;

  done_cb (self);

  return GDK_EVENT_STOP;
}

static void
focus_target (MtrSessionPage *self)
{
  MtrKind kind = self->target_kind;
  MtrField field = self->target_field;

  self->target_kind = MTR_KIND_NONE;
  if (kind == MTR_KIND_ACTION)
    gtk_widget_child_focus (GTK_WIDGET (self->actions_group), GTK_DIR_TAB_FORWARD);
  else if (!mtr_session_deeper_go_to (self->deeper, kind, self->target_id, field) && self->form != NULL)
    mtr_session_form_focus (self->form, kind == MTR_KIND_SESSION_TOPIC ? MTR_SESSION_TOPIC_TOPIC
                                        : kind == MTR_KIND_SESSION_ATTENDEE ? MTR_SESSION_ATTENDEE_PERSON_ID : field);
}

static gboolean
mtr_session_page_go_to (MtrPage  *page,
                        MtrKind   kind,
                        gint64    id,
                        MtrField  field)
{
  MtrSessionPage *self = MTR_SESSION_PAGE (page);

  if (field == MTR_SESSION_PRIVATE_NOTE)
    {
      open_note (self);
      return TRUE;
    }

  self->target_kind = kind;
  self->target_id = id;
  self->target_field = field;
  /* Unfolded now, so that it is there when the cursor comes. */
  mtr_session_deeper_go_to (self->deeper, kind, id, field);

  return TRUE;
}

static void
mtr_session_page_focus_first (MtrPage *page)
{
  MtrSessionPage *self = MTR_SESSION_PAGE (page);

  GtkWidget *row = self->was_left_by != NULL ? mtr_row_list_find (self->more, self->was_left_by) : NULL;

  if (row != NULL && gtk_widget_grab_focus (row))
    g_clear_pointer (&self->was_left_by, g_free);
  else if (self->target_kind != MTR_KIND_NONE)
    focus_target (self);
  else if (self->form != NULL)
    mtr_session_form_focus (self->form, MTR_FIELD_NONE);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
mtr_session_page_leave (MtrPage *page)
{
  MtrSessionPage *self = MTR_SESSION_PAGE (page);

  if (self->form != NULL)
    mtr_session_form_close (self->form);
  if (self->group != NULL)
    mtr_session_group_flush (self->group);
  mtr_session_deeper_flush (self->deeper);
}

static void
mtr_session_page_dispose (GObject *object)
{
  MtrSessionPage *self = MTR_SESSION_PAGE (object);

  g_clear_pointer (&self->was_left_by, g_free);
  g_clear_object (&self->facts);
  g_clear_object (&self->actions);
  g_clear_object (&self->more);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_session_page_parent_class)->dispose (object);
}

static void
mtr_session_page_class_init (MtrSessionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_session_page_dispose;
  page_class->refresh = mtr_session_page_refresh;
  page_class->go_to = mtr_session_page_go_to;
  page_class->focus_first = mtr_session_page_focus_first;
  page_class->leave = mtr_session_page_leave;
  page_class->command = mtr_session_page_command;

  gtk_widget_class_install_action (widget_class, "session.not-held", "s", not_held_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-session-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MtrSessionPage, content);
  gtk_widget_class_bind_template_child (widget_class, MtrSessionPage, support_label);
  gtk_widget_class_bind_template_child (widget_class, MtrSessionPage, form_group);
  gtk_widget_class_bind_template_child (widget_class, MtrSessionPage, form_bin);
  gtk_widget_class_bind_template_child (widget_class, MtrSessionPage, done_button);
  gtk_widget_class_bind_template_child (widget_class, MtrSessionPage, deeper_bin);
  gtk_widget_class_bind_template_child (widget_class, MtrSessionPage, actions_group);
  gtk_widget_class_bind_template_child (widget_class, MtrSessionPage, more_group);
  gtk_widget_class_bind_template_child (widget_class, MtrSessionPage, not_held_button);
}

static void
mtr_session_page_init (MtrSessionPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->target_kind = MTR_KIND_NONE;
  self->facts = mtr_row_list_new (self->form_group);
  self->actions = mtr_row_list_new (self->actions_group);
  self->more = mtr_row_list_new (self->more_group);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (self->actions, "activated", G_CALLBACK (action_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->more, "activated", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->done_button, "clicked", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
}

/**
 * mtr_session_page_new:
 * @model: the pairing
 * @session_id: the session, which may still be on its way into the store; 0 for a new one
 * @purpose: whether it is written or planned
 *
 * Returns: (transfer floating): its page
 */
MtrPage *
mtr_session_page_new (MtrPairingModel   *model,
                      gint64             session_id,
                      MtrSessionPurpose  purpose)
{
  MtrSessionPage *self = g_object_new (MTR_TYPE_SESSION_PAGE, NULL);

  self->model = g_object_ref (model);
  self->session_id = session_id;
  self->purpose = purpose;
  mtr_page_set_programme (MTR_PAGE (self), mtr_pairing_model_get_programme (model));
  gtk_label_set_text (self->support_label, mtr_pairing_model_get_support_line (model));
  mtr_group_say_readers (self->form_group, MTR_AUDIENCE_PAIR, mtr_pairing_model_get_pair_names (model), NULL);
  if (mtr_pairing_model_can_write (model))
    {
      self->form = MTR_SESSION_FORM (mtr_session_form_new (model, session_id, purpose));
      self->session_id = mtr_session_form_get_session_id (self->form);
      adw_bin_set_child (self->form_bin, GTK_WIDGET (self->form));
      g_signal_connect_object (self->form, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (mtr_session_form_get_controller (self->form), "value-changed", G_CALLBACK (show_title),
                               self, G_CONNECT_SWAPPED);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->form_bin), self->form != NULL);
  self->deeper = MTR_SESSION_DEEPER (mtr_session_deeper_new (model, self->session_id, self->form));
  adw_bin_set_child (self->deeper_bin, GTK_WIDGET (self->deeper));
  gtk_widget_set_visible (GTK_WIDGET (self->deeper_bin), purpose == MTR_SESSION_WRITE);
  if (purpose == MTR_SESSION_WRITE && mtr_group_is_group (mtr_pairing_model_get_pairing (model)))
    {
      self->group = MTR_SESSION_GROUP (mtr_session_group_new (model, MTR_PAGE (self), self->session_id, self->form));
      gtk_box_insert_child_after (self->content, GTK_WIDGET (self->group),
                                  gtk_widget_get_prev_sibling (GTK_WIDGET (self->deeper_bin)));
    }
  g_signal_connect_object (model, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
  show_title (self);

  return MTR_PAGE (self);
}
