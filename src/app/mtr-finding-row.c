/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A place that may identify somebody: what it is, the sentence around it, and
 * what to write instead, with the two answers to it. The signals "change" and
 * "accept" say which one was given.
 */

#include "mtr-finding-row.h"

#include "mtr-accessible.h"

#include <glib/gi18n-lib.h>

struct _MtrFindingRow {
  AdwPreferencesRow  parent_instance;

  MtrFinding         finding;      /* its strings are owned */
  GtkBox            *box;
};

enum {
  SIGNAL_CHANGE,
  SIGNAL_ACCEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MtrFindingRow, mtr_finding_row, ADW_TYPE_PREFERENCES_ROW)

static void
mtr_finding_row_finalize (GObject *object)
{
  MtrFindingRow *self = MTR_FINDING_ROW (object);

  g_free (self->finding.text);
  g_free (self->finding.sentence);
  g_free (self->finding.suggestion);
  g_free (self->finding.fingerprint);

  G_OBJECT_CLASS (mtr_finding_row_parent_class)->finalize (object);
}

static void
mtr_finding_row_class_init (MtrFindingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mtr_finding_row_finalize;

  signals[SIGNAL_CHANGE] = g_signal_new ("change", MTR_TYPE_FINDING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  signals[SIGNAL_ACCEPT] = g_signal_new ("accept", MTR_TYPE_FINDING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
mtr_finding_row_init (MtrFindingRow *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "field-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->box));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

static void
add_line (MtrFindingRow *self,
          const char    *text,
          const char    *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (self->box, label);
}

static void
change_cb (MtrFindingRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGE], 0);
}

static void
accept_cb (MtrFindingRow *self)
{
  g_signal_emit (self, signals[SIGNAL_ACCEPT], 0);
}

static GtkWidget *
add_button (MtrFindingRow *self,
            GtkWidget     *buttons,
            const char    *label,
            GCallback      callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  /* Translators: a verb and what it is about, for somebody who hears it. */
  g_autofree char *spoken = g_strdup_printf (_("%s: %s"), label, self->finding.text);

  mtr_accessible_set_label (button, spoken);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (buttons), button);

  return button;
}

/**
 * mtr_finding_row_new:
 * @finding: (transfer none): the place
 * @place: where it is, in words
 * @writable: whether anything can be done about it here
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
mtr_finding_row_new (const MtrFinding *finding,
                     const char       *place,
                     gboolean          writable)
{
  MtrFindingRow *self = g_object_new (MTR_TYPE_FINDING_ROW, "use-markup", FALSE, NULL);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *title = NULL;
  g_autofree char *spoken = NULL;

  self->finding = *finding;
  self->finding.text = g_strdup (finding->text);
  self->finding.sentence = g_strdup (finding->sentence);
  self->finding.suggestion = g_strdup (finding->suggestion);
  self->finding.fingerprint = g_strdup (finding->fingerprint);

  /* Translators: what kind of thing was found, and the thing itself. */
  title = g_strdup_printf (_("%s: “%s”"), mtr_finding_type_get_label (finding->type), finding->text);
  spoken = g_strdup_printf ("%s. %s. %s %s", title, place, finding->sentence, finding->suggestion);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  mtr_accessible_set_label (GTK_WIDGET (self), spoken);
  add_line (self, title, "field-title");
  add_line (self, place, "dim-label");
  add_line (self, finding->sentence, NULL);
  add_line (self, finding->suggestion, "caption");
  if (writable)
    {
      gtk_widget_set_margin_top (buttons, 6);
      add_button (self, buttons, _("Change"), G_CALLBACK (change_cb));
      add_button (self, buttons, _("It is fine"), G_CALLBACK (accept_cb));
      gtk_box_append (self->box, buttons);
    }

  return GTK_WIDGET (self);
}

/**
 * mtr_finding_row_get_finding:
 * @self: a row
 *
 * Returns: (transfer none): the place
 */
const MtrFinding *
mtr_finding_row_get_finding (MtrFindingRow *self)
{
  return &self->finding;
}
