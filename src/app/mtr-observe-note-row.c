/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One note of an observation: the time of its first letter, the text, and a
 * small button for each area it is tagged with. The signals "next" and
 * "finish" are Enter and Ctrl+Enter; Shift+Enter begins a new line.
 */

#include "mtr-observe-note-row.h"

#include "mtr-accessible.h"
#include "mtr-growing-text.h"
#include "mtr-observation-words.h"
#include "mtr-spelling-text.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>

struct _MtrObserveNoteRow {
  GtkBox               parent_instance;

  MtrRecordController *controller;  /* (owned) */
  MtrPack             *pack;        /* (owned) */
  gboolean             updating;    /* the text is set by the program */

  GtkWidget           *time_label;
  GtkWidget           *text_view;
  GtkWidget           *writing_label;
  GtkWidget           *tags;
};

enum {
  SIGNAL_NEXT,
  SIGNAL_FINISH,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MtrObserveNoteRow, mtr_observe_note_row, GTK_TYPE_BOX)

static char *
dup_text (MtrObserveNoteRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text_view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
tag_clicked_cb (MtrObserveNoteRow *self,
                GtkWidget         *button)
{
  g_autofree char *code = g_strdup (g_object_get_data (G_OBJECT (button), "code"));

  gtk_widget_grab_focus (self->text_view);
  mtr_observe_note_row_toggle_standard (self, code);
}

static void
show_tags (MtrObserveNoteRow *self)
{
  const char *standards = mtr_record_get_text (mtr_record_controller_get_record (self->controller),
                                               MTR_OBSERVATION_NOTE_STANDARDS);
  g_auto (GStrv) codes = g_strsplit (standards != NULL ? standards : "", " ", -1);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->tags)) != NULL)
    gtk_box_remove (GTK_BOX (self->tags), child);
  for (char **code = codes; *code != NULL; code++)
    {
      GtkWidget *button = gtk_button_new_with_label (*code);
      g_autofree char *name = mtr_observation_words_dup_standard (self->pack, *code);

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "tag");
      gtk_widget_set_valign (button, GTK_ALIGN_START);
      gtk_widget_set_tooltip_text (button, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Takes the tag off"), -1);
      g_object_set_data_full (G_OBJECT (button), "code", g_strdup (*code), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (tag_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->tags), button);
    }
}

static void
show_time (MtrObserveNoteRow *self)
{
  const char *time = mtr_record_get_text (mtr_record_controller_get_record (self->controller),
                                          MTR_OBSERVATION_NOTE_WRITTEN_TIME);
  /* Translators: a note, for somebody who hears it; %s is a time. */
  g_autofree char *name = time != NULL ? g_strdup_printf (_("Note of %s"), time) : g_strdup (_("New note"));

  gtk_label_set_text (GTK_LABEL (self->time_label), time != NULL ? time : "");
  mtr_accessible_set_label (self->time_label, time != NULL ? time : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Only you read it."), -1);
}

static void
show_placeholder (MtrObserveNoteRow *self)
{
  g_autofree char *text = dup_text (self);

  gtk_widget_set_visible (self->writing_label, *text == '\0');
}

static void
show_text (MtrObserveNoteRow *self)
{
  const char *stored = mtr_record_get_text (mtr_record_controller_get_record (self->controller),
                                            MTR_OBSERVATION_NOTE_TEXT);
  g_autofree char *shown = dup_text (self);

  if (g_strcmp0 (shown, stored != NULL ? stored : "") != 0)
    {
      self->updating = TRUE;
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text_view)),
                                stored != NULL ? stored : "", -1);
      self->updating = FALSE;
    }
  show_placeholder (self);
}

static void
value_changed_cb (MtrObserveNoteRow *self,
                  int                field)
{
  if (field == MTR_OBSERVATION_NOTE_STANDARDS)
    show_tags (self);
  else if (field == MTR_OBSERVATION_NOTE_WRITTEN_TIME)
    show_time (self);
  else if (field == MTR_OBSERVATION_NOTE_TEXT && !self->updating)
    show_text (self);
}

/* A note has the time of its first letter, not of its last. */
static void
keep_time (MtrObserveNoteRow *self)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *time = NULL;

  if (mtr_record_is_set (mtr_record_controller_get_record (self->controller), MTR_OBSERVATION_NOTE_WRITTEN_TIME))
    return;

  now = g_date_time_new_now_local ();
  time = g_date_time_format (now, "%H:%M");
  mtr_record_controller_type (self->controller, MTR_OBSERVATION_NOTE_WRITTEN_TIME, time);
}

static void
changed_cb (MtrObserveNoteRow *self)
{
  g_autofree char *text = NULL;

  show_placeholder (self);
  if (self->updating)
    return;

  text = dup_text (self);
  if (*text != '\0')
    keep_time (self);
  self->updating = TRUE;
  mtr_record_controller_type (self->controller, MTR_OBSERVATION_NOTE_TEXT, text);
  self->updating = FALSE;
}

static void
left_cb (MtrObserveNoteRow *self)
{
  if (!mtr_record_controller_is_unborn (self->controller) || !mtr_observe_note_row_is_blank (self))
    mtr_record_controller_leave (self->controller, MTR_OBSERVATION_NOTE_TEXT);
}

static gboolean
key_pressed_cb (MtrObserveNoteRow *self,
                guint              keyval,
                guint              keycode,
                GdkModifierType    modifiers)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;
  if (modifiers & GDK_SHIFT_MASK)
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, signals[modifiers & GDK_CONTROL_MASK ? SIGNAL_FINISH : SIGNAL_NEXT], 0);

  return GDK_EVENT_STOP;
}

static gboolean
mtr_observe_note_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MTR_OBSERVE_NOTE_ROW (widget)->text_view);
}

static void
mtr_observe_note_row_dispose (GObject *object)
{
  MtrObserveNoteRow *self = MTR_OBSERVE_NOTE_ROW (object);

  g_clear_object (&self->controller);
  g_clear_object (&self->pack);

  G_OBJECT_CLASS (mtr_observe_note_row_parent_class)->dispose (object);
}

static void
mtr_observe_note_row_class_init (MtrObserveNoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_observe_note_row_dispose;
  widget_class->grab_focus = mtr_observe_note_row_grab_focus;

  signals[SIGNAL_NEXT] = g_signal_new ("next", MTR_TYPE_OBSERVE_NOTE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  signals[SIGNAL_FINISH] = g_signal_new ("finish", MTR_TYPE_OBSERVE_NOTE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-observe-note-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MtrObserveNoteRow, time_label);
  gtk_widget_class_bind_template_child (widget_class, MtrObserveNoteRow, text_view);
  gtk_widget_class_bind_template_child (widget_class, MtrObserveNoteRow, writing_label);
  gtk_widget_class_bind_template_child (widget_class, MtrObserveNoteRow, tags);
}

static void
mtr_observe_note_row_init (MtrObserveNoteRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Before the text view, which would begin a new line. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->text_view, keys);
  mtr_growing_text_adopt (GTK_TEXT_VIEW (self->text_view));
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->text_view, focus);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text_view)), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * mtr_observe_note_row_new:
 * @programme: the programme
 * @pack: the pack, for the names of the tags
 * @note: a note
 * @stored: whether it is in the store; else it is put there with its first letter
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
mtr_observe_note_row_new (MtrProgramme *programme,
                          MtrPack      *pack,
                          MtrRecord    *note,
                          gboolean      stored)
{
  MtrObserveNoteRow *self = g_object_new (MTR_TYPE_OBSERVE_NOTE_ROW, NULL);

  self->pack = g_object_ref (pack);
  self->controller = stored ? mtr_record_controller_new (programme, note)
                            : mtr_record_controller_new_unborn (programme, note, NULL, NULL);
  mtr_record_controller_set_label (self->controller, _("write a note"));
  g_signal_connect_object (self->controller, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->text_view), !mtr_programme_is_read_only (programme));
  mtr_spelling_text_attach (GTK_TEXT_VIEW (self->text_view), programme);
  show_text (self);
  show_time (self);
  show_tags (self);

  return GTK_WIDGET (self);
}

/**
 * mtr_observe_note_row_get_id:
 * @self: a row
 *
 * Returns: the id of its note
 */
gint64
mtr_observe_note_row_get_id (MtrObserveNoteRow *self)
{
  return mtr_record_get_id (mtr_record_controller_get_record (self->controller));
}

/**
 * mtr_observe_note_row_is_stored:
 * @self: a row
 *
 * Returns: whether its note is in the store
 */
gboolean
mtr_observe_note_row_is_stored (MtrObserveNoteRow *self)
{
  return !mtr_record_controller_is_unborn (self->controller);
}

/**
 * mtr_observe_note_row_is_blank:
 * @self: a row
 *
 * Returns: whether there is neither text nor a tag; a tag alone is a note of a moment
 */
gboolean
mtr_observe_note_row_is_blank (MtrObserveNoteRow *self)
{
  g_autofree char *text = dup_text (self);

  return mtr_text_is_blank (text) && !mtr_record_is_set (mtr_record_controller_get_record (self->controller),
                                                         MTR_OBSERVATION_NOTE_STANDARDS);
}

/**
 * mtr_observe_note_row_toggle_standard:
 * @self: a row
 * @code: the code of an area or a statement
 *
 * Tags the note with it; again: takes the tag off.
 *
 * Returns: whether it is tagged with it now
 */
gboolean
mtr_observe_note_row_toggle_standard (MtrObserveNoteRow *self,
                                      const char        *code)
{
  const char *standards = mtr_record_get_text (mtr_record_controller_get_record (self->controller),
                                               MTR_OBSERVATION_NOTE_STANDARDS);
  g_auto (GStrv) codes = g_strsplit (standards != NULL ? standards : "", " ", -1);
  gboolean tagged = !g_strv_contains ((const char * const *) codes, code);
  g_autoptr (GString) now = g_string_new (NULL);

  for (char **other = codes; *other != NULL; other++)
    if (**other != '\0' && !g_str_equal (*other, code))
      g_string_append_printf (now, "%s%s", now->len > 0 ? " " : "", *other);
  if (tagged)
    g_string_append_printf (now, "%s%s", now->len > 0 ? " " : "", code);

  keep_time (self);
  mtr_record_controller_type (self->controller, MTR_OBSERVATION_NOTE_STANDARDS, now->str);

  return tagged;
}

/**
 * mtr_observe_note_row_refresh:
 * @self: a row
 * @stored: its note as it is stored now
 */
void
mtr_observe_note_row_refresh (MtrObserveNoteRow *self,
                              MtrRecord         *stored)
{
  mtr_record_controller_refresh (self->controller, stored);
}

/**
 * mtr_observe_note_row_flush:
 * @self: a row
 *
 * Writes what is typed at once.
 */
void
mtr_observe_note_row_flush (MtrObserveNoteRow *self)
{
  mtr_record_controller_flush (self->controller);
}
