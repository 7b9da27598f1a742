/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A calm window for notes alone, full screen or a strip beside a video call.
 * Enter: next note. Ctrl and a digit: tag with that area, never a bare digit,
 * for people write digits. Escape leaves and nothing ends; Ctrl+Enter
 * finishes, and the signal "finished" says so.
 */

#include "mtr-observe-window.h"

#include "mtr-accessible.h"
#include "mtr-date.h"
#include "mtr-narrow-words.h"
#include "mtr-notes-panel.h"
#include "mtr-observation-words.h"
#include "mtr-observe-note-row.h"
#include "mtr-said-line.h"
#include "mtr-standard-picker.h"

#include <glib/gi18n-lib.h>

struct _MtrObserveWindow {
  AdwWindow          parent_instance;

  MtrPairingModel   *model;           /* (owned) */
  gint64             observation_id;
  gboolean           finished;        /* it was over before: only the notes are looked at */
  gint64             started_us;      /* monotonic; what the clock counts from */
  guint              clock_source;
  GPtrArray         *rows;            /* (owned) (element-type MtrObserveNoteRow): not owned; the last one is new */
  MtrObserveNoteRow *current;         /* (nullable): where the cursor is, or was last */

  GtkLabel          *elapsed_label;
  GtkLabel          *name_label;
  GtkLabel          *state_label;
  GtkLabel          *said_line;
  GtkLabel          *news_label;
  GtkScrolledWindow *scroller;
  GtkWidget         *notes;
  GtkMenuButton     *area_button;
  GtkWidget         *full_screen_button;
  GtkWidget         *finish_button;
};

enum {
  SIGNAL_FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MtrObserveWindow, mtr_observe_window, ADW_TYPE_WINDOW)

static MtrProgramme *
get_programme (MtrObserveWindow *self)
{
  return mtr_pairing_model_get_programme (self->model);
}

static MtrRecord *
get_observation (MtrObserveWindow *self)
{
  return mtr_snapshot_get (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_OBSERVATION, self->observation_id);
}

static char *
dup_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%H:%M");
}

static gboolean
clock_cb (gpointer user_data)
{
  MtrObserveWindow *self = MTR_OBSERVE_WINDOW (user_data);
  int seconds = (int) ((g_get_monotonic_time () - self->started_us) / G_USEC_PER_SEC);
  g_autofree char *elapsed = g_strdup_printf ("%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);

  gtk_label_set_text (self->elapsed_label, elapsed);

  return G_SOURCE_CONTINUE;
}

static void
status_cb (MtrObserveWindow *self)
{
  MtrProgramme *programme = get_programme (self);
  const char *trouble = mtr_programme_get_trouble (programme);

  gtk_label_set_text (self->state_label, *trouble != '\0' ? trouble : mtr_programme_get_status (programme));
  mtr_said_line_show (self->said_line, self->state_label,
                      *trouble != '\0' ? trouble : mtr_programme_get_announcement (programme));
}

/* ---- The notes ------------------------------------------------------------ */

static void
focused_cb (MtrObserveWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, MTR_TYPE_OBSERVE_NOTE_ROW) : NULL;

  if (row != NULL)
    self->current = MTR_OBSERVE_NOTE_ROW (row);
}

static MtrObserveNoteRow *
get_last (MtrObserveWindow *self)
{
  return self->rows->len > 0 ? g_ptr_array_index (self->rows, self->rows->len - 1) : NULL;
}

static void add_new_note (MtrObserveWindow *self);

static void
next_cb (MtrObserveWindow *self)
{
  MtrObserveNoteRow *last = get_last (self);

  if (last == NULL || !mtr_observe_note_row_is_blank (last))
    add_new_note (self);
  gtk_widget_grab_focus (GTK_WIDGET (get_last (self)));
}

static void finish (MtrObserveWindow *self);

static void
add_row (MtrObserveWindow *self,
         MtrRecord        *note,
         gboolean          stored,
         guint             position)
{
  GtkWidget *row = mtr_observe_note_row_new (get_programme (self), mtr_pairing_model_get_pack (self->model), note,
                                             stored);
  GtkWidget *before = position > 0 ? g_ptr_array_index (self->rows, position - 1) : NULL;

  gtk_box_insert_child_after (GTK_BOX (self->notes), row, before);
  g_ptr_array_insert (self->rows, (int) position, row);
  g_signal_connect_object (row, "next", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "finish", G_CALLBACK (finish), self, G_CONNECT_SWAPPED);
}

static void
add_new_note (MtrObserveWindow *self)
{
  g_autoptr (MtrRecord) note = mtr_record_new (MTR_KIND_OBSERVATION_NOTE, mtr_programme_new_id (get_programme (self)));

  mtr_record_set_number (note, MTR_OBSERVATION_NOTE_OBSERVATION_ID, self->observation_id);
  add_row (self, note, FALSE, self->rows->len);
}

static gboolean
has_row (MtrObserveWindow *self,
         gint64            id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (mtr_observe_note_row_get_id (g_ptr_array_index (self->rows, i)) == id)
      return TRUE;

  return FALSE;
}

static void
remove_row (MtrObserveWindow *self,
            guint             position)
{
  MtrObserveNoteRow *row = g_ptr_array_index (self->rows, position);

  g_ptr_array_remove_index (self->rows, position);
  if (self->current == row)
    {
      self->current = NULL;
      gtk_widget_grab_focus (GTK_WIDGET (get_last (self)));
    }
  gtk_box_remove (GTK_BOX (self->notes), GTK_WIDGET (row));
}

/* Undo may take notes away and bring them back; the new one at the end is nobody's business. */
static void
refresh (MtrObserveWindow *self)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  g_autoptr (GPtrArray) notes = mtr_notes_panel_list (snapshot, self->observation_id);

  if (get_observation (self) == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  for (guint i = 0; i < notes->len; i++)
    if (!has_row (self, mtr_record_get_id (g_ptr_array_index (notes, i))))
      add_row (self, g_ptr_array_index (notes, i), TRUE, MIN (i, self->rows->len > 0 ? self->rows->len - 1 : 0));
  for (guint i = self->rows->len; i > 0; i--)
    {
      MtrObserveNoteRow *row = g_ptr_array_index (self->rows, i - 1);
      MtrRecord *stored = mtr_snapshot_get (snapshot, MTR_KIND_OBSERVATION_NOTE, mtr_observe_note_row_get_id (row));

      if (stored != NULL)
        mtr_observe_note_row_refresh (row, stored);
      else if (mtr_observe_note_row_is_stored (row) && self->rows->len > 1)
        remove_row (self, i - 1);
    }
}

/* A note whose words were all taken out again is no note. */
static guint
tidy (MtrObserveWindow *self)
{
  MtrProgramme *programme = get_programme (self);
  g_autoptr (MtrChange) change = mtr_change_new (_("remove empty notes"));
  guint n_notes = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      MtrObserveNoteRow *row = g_ptr_array_index (self->rows, i);

      mtr_observe_note_row_flush (row);
      if (!mtr_observe_note_row_is_blank (row))
        n_notes++;
    }
  mtr_programme_settle (programme);
  for (guint i = 0; i < self->rows->len; i++)
    {
      MtrObserveNoteRow *row = g_ptr_array_index (self->rows, i);

      if (mtr_observe_note_row_is_stored (row) && mtr_observe_note_row_is_blank (row))
        mtr_change_delete (change, MTR_KIND_OBSERVATION_NOTE, mtr_observe_note_row_get_id (row));
    }
  if (!mtr_change_is_empty (change))
    mtr_programme_act (programme, g_steal_pointer (&change), NULL);

  return n_notes;
}

/* ---- What the keys do ----------------------------------------------------- */

static void
begin (MtrObserveWindow *self)
{
  MtrProgramme *programme = get_programme (self);
  MtrRecord *observation = get_observation (self);
  const char *since = mtr_record_get_text (observation, MTR_OBSERVATION_STARTED_TIME);
  g_autofree char *now = dup_now ();
  g_autofree char *on = NULL;
  MtrChange *change;
  GDate today;
  int minutes;

  self->started_us = g_get_monotonic_time ();
  if (since != NULL && mtr_time_is_valid (since))
    {
      minutes = (int) (g_ascii_strtoll (now, NULL, 10) * 60 + g_ascii_strtoll (now + 3, NULL, 10) -
                       g_ascii_strtoll (since, NULL, 10) * 60 - g_ascii_strtoll (since + 3, NULL, 10));
      self->started_us -= (gint64) MAX (minutes, 0) * 60 * G_USEC_PER_SEC;
    }
  if (since != NULL || self->finished || mtr_programme_is_read_only (programme))
    return;

  mtr_programme_get_today (programme, &today);
  on = mtr_date_to_iso (&today);
  change = mtr_change_new (_("begin to observe"));
  mtr_change_set_text (change, MTR_OBSERVATION_STARTED_TIME, self->observation_id, now);
  if (!mtr_record_text_is (observation, MTR_OBSERVATION_HELD_ON, on))
    mtr_change_set_text (change, MTR_OBSERVATION_HELD_ON, self->observation_id, on);
  mtr_programme_act (programme, change, NULL);
}

static void
finish (MtrObserveWindow *self)
{
  MtrProgramme *programme = get_programme (self);
  guint n_notes = tidy (self);

  if (!self->finished && !mtr_programme_is_read_only (programme))
    {
      g_autofree char *now = dup_now ();
      g_autofree char *moment = mtr_programme_now (programme);
      /* Translators: %s is a time as in "11:01". */
      g_autofree char *done = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                            "Finished at %s. %u note. Ctrl+Z carries on",
                                                            "Finished at %s. %u notes. Ctrl+Z carries on", n_notes),
                                               now, n_notes);
      MtrChange *change = mtr_change_new (_("finish observing"));

      mtr_change_set_text (change, MTR_OBSERVATION_OBSERVED_AT, self->observation_id, moment);
      mtr_change_set_text (change, MTR_OBSERVATION_ENDED_TIME, self->observation_id, now);
      g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
      mtr_programme_act (programme, change, done);
    }
  gtk_window_close (GTK_WINDOW (self));
}

static void
tag (MtrObserveWindow *self,
     const char       *code)
{
  g_autofree char *name = mtr_observation_words_dup_standard (mtr_pairing_model_get_pack (self->model), code);
  g_autofree char *news = NULL;

  if (self->current == NULL)
    return;

  if (mtr_observe_note_row_toggle_standard (self->current, code))
    news = g_strdup (name);
  else
    /* Translators: %s is an area. */
    news = g_strdup_printf (_("Taken off: %s"), name);
  gtk_label_set_text (self->news_label, news);
  gtk_widget_grab_focus (GTK_WIDGET (self->current));
}

static void
picked_cb (MtrObserveWindow *self,
           const char       *code)
{
  tag (self, code);
}

static void
tag_area_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  MtrObserveWindow *self = MTR_OBSERVE_WINDOW (widget);
  GPtrArray *areas = mtr_pack_get_areas (mtr_pairing_model_get_pack (self->model));
  guint position = (guint) g_variant_get_int32 (parameter) - 1;

  if (position < areas->len)
    tag (self, ((const MtrStandard *) g_ptr_array_index (areas, position))->code);
}

static void
pick_standard_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  gtk_menu_button_popup (MTR_OBSERVE_WINDOW (widget)->area_button);
}

static void
next_note_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  next_cb (MTR_OBSERVE_WINDOW (widget));
}

static void
finish_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  finish (MTR_OBSERVE_WINDOW (widget));
}

static void
leave_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
full_screen_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static void
undo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  mtr_programme_undo (get_programme (MTR_OBSERVE_WINDOW (widget)));
}

/* While somebody writes at the end, the end stays in sight. */
static void
height_changed_cb (MtrObserveWindow *self,
                   GtkAdjustment    *adjustment)
{
  if (self->current != NULL && self->current == get_last (self))
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

static gboolean
mtr_observe_window_close_request (GtkWindow *window)
{
  MtrObserveWindow *self = MTR_OBSERVE_WINDOW (window);

  tidy (self);

  return GTK_WINDOW_CLASS (mtr_observe_window_parent_class)->close_request (window);
}

static void
mtr_observe_window_dispose (GObject *object)
{
  MtrObserveWindow *self = MTR_OBSERVE_WINDOW (object);

  g_clear_handle_id (&self->clock_source, g_source_remove);
  self->current = NULL;
  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_observe_window_parent_class)->dispose (object);
}

static void
mtr_observe_window_finalize (GObject *object)
{
  g_ptr_array_unref (MTR_OBSERVE_WINDOW (object)->rows);

  G_OBJECT_CLASS (mtr_observe_window_parent_class)->finalize (object);
}

static const struct {
  const char                  *name;
  GtkWidgetActionActivateFunc  activate;
  guint                        key;
  GdkModifierType              modifiers;
} actions[] = {
  { "observe.pick-standard", pick_standard_cb, GDK_KEY_t, GDK_CONTROL_MASK },
  { "observe.next-note", next_note_cb, 0, 0 },
  { "observe.finish", finish_cb, GDK_KEY_Return, GDK_CONTROL_MASK },
  { "observe.leave", leave_cb, GDK_KEY_Escape, 0 },
  { "observe.full-screen", full_screen_cb, GDK_KEY_F11, 0 },
  { "observe.undo", undo_cb, GDK_KEY_z, GDK_CONTROL_MASK },
};

static void
mtr_observe_window_class_init (MtrObserveWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mtr_observe_window_dispose;
  object_class->finalize = mtr_observe_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = mtr_observe_window_close_request;

  signals[SIGNAL_FINISHED] = g_signal_new ("finished", MTR_TYPE_OBSERVE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers, actions[i].name, NULL);
    }
  gtk_widget_class_install_action (widget_class, "observe.tag-area", "i", tag_area_cb);
  for (int i = 1; i <= 9; i++)
    {
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + i, GDK_CONTROL_MASK, "observe.tag-area", "i", i);
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0 + i, GDK_CONTROL_MASK, "observe.tag-area", "i", i);
    }

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-observe-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MtrObserveWindow, elapsed_label);
  gtk_widget_class_bind_template_child (widget_class, MtrObserveWindow, name_label);
  gtk_widget_class_bind_template_child (widget_class, MtrObserveWindow, state_label);
  gtk_widget_class_bind_template_child (widget_class, MtrObserveWindow, said_line);
  gtk_widget_class_bind_template_child (widget_class, MtrObserveWindow, news_label);
  gtk_widget_class_bind_template_child (widget_class, MtrObserveWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, MtrObserveWindow, notes);
  gtk_widget_class_bind_template_child (widget_class, MtrObserveWindow, area_button);
  gtk_widget_class_bind_template_child (widget_class, MtrObserveWindow, full_screen_button);
  gtk_widget_class_bind_template_child (widget_class, MtrObserveWindow, finish_button);
}

static void
mtr_observe_window_init (MtrObserveWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* With large letters the buttons of the foot have room in half a narrow screen. */
  mtr_narrow_words_wrap (gtk_widget_get_parent (GTK_WIDGET (self->finish_button)), 0);
  /* A label that has said nothing yet would be called by the name of its class. */
  mtr_accessible_set_label (GTK_WIDGET (self->news_label), "");
  self->rows = g_ptr_array_new ();
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focused_cb), NULL);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "changed",
                           G_CALLBACK (height_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * mtr_observe_window_new:
 * @model: the pairing
 * @observation_id: an observation that may take place, or whose notes are looked at
 * @main_window: the window it belongs to, and goes with
 *
 * Begins to observe, where that has not begun, and shows the window.
 *
 * Returns: (transfer none): a window; GTK owns it
 */
MtrObserveWindow *
mtr_observe_window_new (MtrPairingModel *model,
                        gint64           observation_id,
                        GtkWindow       *main_window)
{
  MtrObserveWindow *self = g_object_new (MTR_TYPE_OBSERVE_WINDOW, NULL);
  MtrProgramme *programme = mtr_pairing_model_get_programme (model);
  GtkWidget *picker = mtr_standard_picker_new (mtr_pairing_model_get_pack (model));
  MtrRecord *observed;

  self->model = g_object_ref (model);
  self->observation_id = observation_id;
  self->finished = mtr_record_is_set (get_observation (self), MTR_OBSERVATION_OBSERVED_AT);
  observed = mtr_snapshot_follow (mtr_pairing_model_get_snapshot (model), get_observation (self),
                                  MTR_OBSERVATION_OBSERVED_ID);
  gtk_label_set_text (self->name_label, observed != NULL ? mtr_record_get_name (observed, MTR_PERSON_NAME)
                                                         : _("Observation"));
  if (self->finished)
    gtk_button_set_label (GTK_BUTTON (self->finish_button), _("Close"));
  gtk_widget_set_visible (GTK_WIDGET (self->elapsed_label), !self->finished);

  gtk_menu_button_set_popover (self->area_button, picker);
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (programme, "notify::status", G_CALLBACK (status_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (programme, "notify::trouble", G_CALLBACK (status_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "refreshed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  if (main_window != NULL)
    {
      gtk_window_set_application (GTK_WINDOW (self), gtk_window_get_application (main_window));
      g_signal_connect_object (main_window, "destroy", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
    }

  add_new_note (self);
  begin (self);
  refresh (self);
  status_cb (self);
  if (!self->finished)
    {
      clock_cb (self);
      self->clock_source = g_timeout_add_seconds (1, clock_cb, self);
    }
  mtr_accessible_name_groups (GTK_WIDGET (self), gtk_window_get_title (GTK_WINDOW (self)));
  /* A focus before it is shown would fix its role at none, and a screen reader would know of no such window. */
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (get_last (self)));

  return self;
}
