/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How one item of the self-assessment has moved, as a small drawing: a line for
 * the scale, and a sign for each of the three moments, told apart by their
 * shapes and not by colours. The figures stand under it in words, which is what
 * is heard and what is read where the drawing cannot be seen.
 */

#include "mtr-movement-row.h"

#include "mtr-accessible.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DRAWING_HEIGHT 28
#define SIGN_RADIUS 6.0
#define MARGIN 12.0

struct _MtrMovementRow {
  AdwPreferencesRow  parent_instance;

  MtrMovement        movement;   /* its word is not used */
  int                lowest;
  int                highest;
  GtkLabel          *title_label;
  GtkWidget         *drawing;
  GtkLabel          *figures_label;
};

G_DEFINE_FINAL_TYPE (MtrMovementRow, mtr_movement_row, ADW_TYPE_PREFERENCES_ROW)

static double
get_x (MtrMovementRow *self,
       int             level,
       int             width)
{
  int span = MAX (self->highest - self->lowest, 1);

  return MARGIN + (width - 2 * MARGIN) * CLAMP (level - self->lowest, 0, span) / span;
}

static void
draw_sign (cairo_t       *cr,
           int            moment,
           double         x,
           double         y,
           const GdkRGBA *ink,
           const GdkRGBA *paper)
{
  double radius = SIGN_RADIUS;

  cairo_new_sub_path (cr);
  if (moment == 1)
    {
      radius += 1;
      cairo_move_to (cr, x, y - radius);
      cairo_line_to (cr, x + radius, y);
      cairo_line_to (cr, x, y + radius);
      cairo_line_to (cr, x - radius, y);
      cairo_close_path (cr);
    }
  else
    {
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
    }
  /* The first two are hollow, the last one is filled. */
  gdk_cairo_set_source_rgba (cr, moment == MTR_N_MOMENTS - 1 ? ink : paper);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, ink);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        user_data)
{
  MtrMovementRow *self = MTR_MOVEMENT_ROW (user_data);
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (area));
  GdkRGBA ink, paper, line;
  double y = height / 2.0;
  int first = -1, last = -1;

  gtk_style_context_get_color (style, &ink);
  if (!gtk_style_context_lookup_color (style, "card_bg_color", &paper) || paper.alpha < 1)
    gtk_style_context_lookup_color (style, "view_bg_color", &paper);
  paper.alpha = 1;
  line = ink;
  line.alpha = 0.4f;

  gdk_cairo_set_source_rgba (cr, &line);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, MARGIN, floor (y) + 0.5);
  cairo_line_to (cr, width - MARGIN, floor (y) + 0.5);
  for (int i = self->lowest; i <= self->highest; i++)
    {
      double x = floor (get_x (self, i, width)) + 0.5;

      cairo_move_to (cr, x, y - 4);
      cairo_line_to (cr, x, y + 4);
    }
  cairo_stroke (cr);

  for (int i = 0; i < MTR_N_MOMENTS; i++)
    if (self->movement.has_level[i])
      {
        first = first < 0 ? i : first;
        last = i;
      }
  if (first < 0)
    return;

  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_set_line_width (cr, 3);
  cairo_move_to (cr, get_x (self, self->movement.levels[first], width), y);
  cairo_line_to (cr, get_x (self, self->movement.levels[last], width), y);
  cairo_stroke (cr);
  for (int i = 0; i < MTR_N_MOMENTS; i++)
    if (self->movement.has_level[i])
      draw_sign (cr, i, get_x (self, self->movement.levels[i], width), y, &ink, &paper);
}

static void
add_figures (GString        *text,
             const gboolean *has,
             const int      *figures)
{
  for (int i = 0; i < MTR_N_MOMENTS; i++)
    if (has[i])
      {
        static const char * const formats[] = { N_("%d at the start"), N_("%d in the middle"), N_("%d at the end") };

        g_string_append (text, text->len > 0 && !g_str_has_suffix (text->str, ": ") ? ", " : "");
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        g_string_append_printf (text, _(formats[i]), figures[i]);
#pragma GCC diagnostic pop
      }
}

/**
 * mtr_movement_dup_sentence:
 * @movement: one item at start, middle and end
 *
 * Returns: (transfer full): its figures in words: "4 at the start, 6 at the end: 2 further. Confidence: 3 at the start"
 */
char *
mtr_movement_dup_sentence (const MtrMovement *movement)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GString) confidence = g_string_new (NULL);

  add_figures (text, movement->has_level, movement->levels);
  if (text->len == 0)
    g_string_append (text, _("No figure yet"));
  if (movement->has_moved && movement->movement > 0)
    /* Translators: after the figures of a self-assessment; %d is how many steps of the scale. */
    g_string_append_printf (text, _(": %d further"), movement->movement);
  else if (movement->has_moved && movement->movement < 0)
    /* Translators: after the figures of a self-assessment; a lower figure is often a better look. */
    g_string_append_printf (text, _(": %d lower, often because one sees more"), -movement->movement);
  else if (movement->has_moved)
    g_string_append (text, _(": as before"));

  add_figures (confidence, movement->has_confidence, movement->confidences);
  if (confidence->len > 0)
    {
      g_string_append (text, ". ");
      /* Translators: %s is a list of figures, as in "3 at the start, 5 at the end". */
      g_string_append_printf (text, _("Confidence: %s"), confidence->str);
    }

  return g_string_free (text, FALSE);
}

/**
 * mtr_movement_get_legend:
 *
 * Returns: (transfer none): what the signs of the drawing mean
 */
const char *
mtr_movement_get_legend (void)
{
  return _("○ at the start   ◇ in the middle   ● at the end");
}

static void
mtr_movement_row_class_init (MtrMovementRowClass *klass)
{
}

static void
mtr_movement_row_init (MtrMovementRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->title_label = GTK_LABEL (gtk_label_new (NULL));
  self->figures_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->title_label, TRUE);
  gtk_label_set_wrap_mode (self->title_label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->title_label, 0);
  gtk_label_set_wrap (self->figures_label, TRUE);
  gtk_label_set_xalign (self->figures_label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->figures_label), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->figures_label), "caption");
  self->drawing = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->drawing), DRAWING_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->drawing), draw_cb, self, NULL);
  gtk_widget_add_css_class (box, "field-row");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title_label));
  gtk_box_append (GTK_BOX (box), self->drawing);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->figures_label));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

/**
 * mtr_movement_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
mtr_movement_row_new (void)
{
  return g_object_new (MTR_TYPE_MOVEMENT_ROW, NULL);
}

/**
 * mtr_movement_row_show:
 * @self: a row
 * @asked: the self-assessment of the pack
 * @movement: one item of it
 */
void
mtr_movement_row_show (MtrMovementRow          *self,
                       const MtrSelfAssessment *asked,
                       const MtrMovement       *movement)
{
  g_autofree char *figures = mtr_movement_dup_sentence (movement);
  g_autofree char *spoken = g_strdup_printf ("%s. %s", movement->word->title, figures);

  self->movement = *movement;
  self->movement.word = NULL;
  self->lowest = asked->lowest;
  self->highest = asked->highest;
  gtk_label_set_text (self->title_label, movement->word->title);
  gtk_label_set_text (self->figures_label, figures);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), movement->word->title);
  mtr_accessible_set_label (GTK_WIDGET (self), spoken);
  gtk_widget_queue_draw (self->drawing);
}
