/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-snapshot.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MTR_TYPE_NOTES_PANEL (mtr_notes_panel_get_type ())
G_DECLARE_FINAL_TYPE (MtrNotesPanel, mtr_notes_panel, MTR, NOTES_PANEL, GtkBox)

GtkWidget *mtr_notes_panel_new      (void);
guint      mtr_notes_panel_show     (MtrNotesPanel *self,
                                     MtrSnapshot   *snapshot,
                                     gint64         observation_id);
GPtrArray *mtr_notes_panel_list     (MtrSnapshot   *snapshot,
                                     gint64         observation_id);

G_END_DECLS
