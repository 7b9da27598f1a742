/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The state line has the room that the buttons of the header leave it: of what
 * is said there a narrow window shows three words. What is cut there stands in
 * full at the foot of the window for as long as it is said.
 */

#include "mtr-said-line.h"

typedef struct {
  GtkLabel *line;      /* (owned) */
  guint     n_frames;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_object_unref (look->line);
  g_free (look);
}

/* Whether it is cut is known once it has been laid out: after the frame in which it was said. */
static gboolean
look_cb (GtkWidget     *status,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Look *look = user_data;

  if (look->n_frames++ == 0)
    return G_SOURCE_CONTINUE;

  g_object_set_data (G_OBJECT (look->line), "tick", NULL);
  gtk_widget_set_visible (GTK_WIDGET (look->line),
                          pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (status))));

  return G_SOURCE_REMOVE;
}

/**
 * mtr_said_line_show:
 * @line: a label at the foot of the window, of the style class “said-line”
 * @status: the state line in the header, which says it already
 * @said: (nullable): what is said there; %NULL for nothing that anybody must be able to read to its end
 *
 * Shows @line where @status has no room for it.
 */
void
mtr_said_line_show (GtkLabel   *line,
                    GtkLabel   *status,
                    const char *said)
{
  guint tick = GPOINTER_TO_UINT (g_object_steal_data (G_OBJECT (line), "tick"));
  Look *look;

  if (tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (status), tick);
  gtk_label_set_text (line, said != NULL ? said : "");
  if (said == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (line), FALSE);
      return;
    }

  look = g_new0 (Look, 1);
  look->line = g_object_ref (line);
  tick = gtk_widget_add_tick_callback (GTK_WIDGET (status), look_cb, look, look_free);
  g_object_set_data (G_OBJECT (line), "tick", GUINT_TO_POINTER (tick));
}
