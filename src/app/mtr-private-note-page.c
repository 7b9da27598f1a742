/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The private note of a session, on a page of its own: closed again whenever
 * it is left, and when the window has not had the focus for a minute, so that
 * nobody reads it over a shoulder.
 */

#include "mtr-private-note-page.h"

#include "mtr-audience-button.h"
#include "mtr-field-row.h"
#include "mtr-session-words.h"

#include <glib/gi18n-lib.h>

/* How long the window may be without the focus, in seconds, where nobody says otherwise. */
#define AWAY_SECONDS 60

struct _MtrPrivateNotePage {
  MtrPage              parent_instance;

  MtrPairingModel     *model;        /* (owned) */
  gint64               session_id;
  MtrRecordController *controller;   /* (owned) (nullable): until the session is in the store */
  AdwPreferencesGroup *group;
  GtkWidget           *row;          /* (nullable) */
  GtkWindow           *window;       /* not owned; while the page is mapped */
  guint                away_seconds;
  guint                away_source;
};

enum {
  PROP_0,
  PROP_AWAY_SECONDS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MtrPrivateNotePage, mtr_private_note_page, MTR_TYPE_PAGE)

static gboolean
away_cb (gpointer user_data)
{
  MtrPrivateNotePage *self = MTR_PRIVATE_NOTE_PAGE (user_data);

  self->away_source = 0;
  mtr_page_pop (MTR_PAGE (self));

  return G_SOURCE_REMOVE;
}

static void
active_cb (MtrPrivateNotePage *self)
{
  g_clear_handle_id (&self->away_source, g_source_remove);
  if (!gtk_window_is_active (self->window))
    self->away_source = g_timeout_add_seconds (self->away_seconds, away_cb, self);
}

static void
mtr_private_note_page_map (GtkWidget *widget)
{
  MtrPrivateNotePage *self = MTR_PRIVATE_NOTE_PAGE (widget);

  GTK_WIDGET_CLASS (mtr_private_note_page_parent_class)->map (widget);

  self->window = GTK_WINDOW (gtk_widget_get_root (widget));
  g_signal_connect_object (self->window, "notify::is-active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);
  active_cb (self);
}

static void
mtr_private_note_page_unmap (GtkWidget *widget)
{
  MtrPrivateNotePage *self = MTR_PRIVATE_NOTE_PAGE (widget);

  g_clear_handle_id (&self->away_source, g_source_remove);
  g_signal_handlers_disconnect_by_func (self->window, active_cb, self);
  self->window = NULL;

  GTK_WIDGET_CLASS (mtr_private_note_page_parent_class)->unmap (widget);
}

static void
mtr_private_note_page_refresh (MtrPage *page)
{
  MtrPrivateNotePage *self = MTR_PRIVATE_NOTE_PAGE (page);
  MtrRecord *session = mtr_snapshot_get (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_SESSION,
                                         self->session_id);
  g_autofree char *description = NULL;
  g_autofree char *name = NULL;
  GDate today;

  if (session == NULL)
    return;

  if (self->controller != NULL)
    {
      mtr_record_controller_refresh (self->controller, session);
      return;
    }

  mtr_programme_get_today (mtr_page_get_programme (page), &today);
  name = mtr_session_words_dup_name (session, &today);
  /* Translators: %s is as in "session of 14 March". */
  description = g_strdup_printf (_("On the %s"), name);
  self->controller = mtr_record_controller_new (mtr_page_get_programme (page), session);
  self->row = mtr_field_row_new (self->controller, MTR_SESSION_PRIVATE_NOTE);
  mtr_field_row_set_prompt (MTR_FIELD_ROW (self->row), description);
  mtr_field_row_set_readers (MTR_FIELD_ROW (self->row),
                             _("Only you. It is not in any print, export, hand-over or report. It is not a secret before "
                               "the law: somebody it is about may ask for it."));
  adw_preferences_group_add (self->group, self->row);
  gtk_widget_grab_focus (self->row);
}

static void
refreshed_cb (MtrPrivateNotePage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    mtr_page_refresh (MTR_PAGE (self));
}

static void
mtr_private_note_page_focus_first (MtrPage *page)
{
  if (MTR_PRIVATE_NOTE_PAGE (page)->row != NULL)
    gtk_widget_grab_focus (MTR_PRIVATE_NOTE_PAGE (page)->row);
}

static void
mtr_private_note_page_leave (MtrPage *page)
{
  if (MTR_PRIVATE_NOTE_PAGE (page)->controller != NULL)
    mtr_record_controller_flush (MTR_PRIVATE_NOTE_PAGE (page)->controller);
}

static void
mtr_private_note_page_dispose (GObject *object)
{
  MtrPrivateNotePage *self = MTR_PRIVATE_NOTE_PAGE (object);

  g_clear_handle_id (&self->away_source, g_source_remove);
  g_clear_object (&self->controller);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_private_note_page_parent_class)->dispose (object);
}

static void
mtr_private_note_page_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  if (prop_id == PROP_AWAY_SECONDS)
    g_value_set_uint (value, MTR_PRIVATE_NOTE_PAGE (object)->away_seconds);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
mtr_private_note_page_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  if (prop_id == PROP_AWAY_SECONDS)
    MTR_PRIVATE_NOTE_PAGE (object)->away_seconds = g_value_get_uint (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
mtr_private_note_page_class_init (MtrPrivateNotePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_private_note_page_dispose;
  G_OBJECT_CLASS (klass)->get_property = mtr_private_note_page_get_property;
  G_OBJECT_CLASS (klass)->set_property = mtr_private_note_page_set_property;
  widget_class->map = mtr_private_note_page_map;
  widget_class->unmap = mtr_private_note_page_unmap;
  page_class->refresh = mtr_private_note_page_refresh;
  page_class->focus_first = mtr_private_note_page_focus_first;
  page_class->leave = mtr_private_note_page_leave;

  /* How long the note stays open while the window does not have the focus, in seconds. */
  properties[PROP_AWAY_SECONDS] = g_param_spec_uint ("away-seconds", NULL, NULL, 1, 3600, AWAY_SECONDS,
                                                     G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
mtr_private_note_page_init (MtrPrivateNotePage *self)
{
}

/**
 * mtr_private_note_page_new:
 * @model: the pairing
 * @session_id: the session; it may still be on its way into the store
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_private_note_page_new (MtrPairingModel *model,
                           gint64           session_id)
{
  MtrPrivateNotePage *self = g_object_new (MTR_TYPE_PRIVATE_NOTE_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  GtkWidget *law = gtk_label_new (_("Only you. It is not in any print, export, hand-over or report. It is not a secret "
                                    "before the law: somebody it is about may ask for it."));
  GtkWidget *closing = gtk_label_new (_("This page closes when you leave it, and when the window has not been used for a "
                                        "minute."));

  self->model = g_object_ref (model);
  self->session_id = session_id;
  self->group = ADW_PREFERENCES_GROUP (mtr_group_new (_("Private note"), MTR_AUDIENCE_MINE, NULL, NULL));
  gtk_label_set_wrap (GTK_LABEL (law), TRUE);
  gtk_label_set_xalign (GTK_LABEL (law), 0);
  gtk_label_set_wrap (GTK_LABEL (closing), TRUE);
  gtk_label_set_xalign (GTK_LABEL (closing), 0);
  gtk_widget_add_css_class (closing, "dim-label");
  gtk_widget_add_css_class (closing, "caption");
  gtk_box_append (content, law);
  gtk_box_append (content, GTK_WIDGET (self->group));
  gtk_box_append (content, closing);
  mtr_page_set_title (MTR_PAGE (self), _("Private Note"));
  mtr_page_set_programme (MTR_PAGE (self), mtr_pairing_model_get_programme (model));
  g_signal_connect_object (model, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
