/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One page of a preview: a sheet of white paper, whatever the colours of the
 * window. It is painted only while it is near what can be seen; somebody who
 * hears it hears its number and then its text.
 */

#include "mtr-sheet.h"

#include <glib/gi18n-lib.h>

struct _MtrSheet {
  GtkWidget  parent_instance;

  MtrPages  *pages;     /* (owned) */
  guint      position;  /* from 0 */
  double     scale;     /* pixels for a point */
  gboolean   near;
};

G_DEFINE_FINAL_TYPE (MtrSheet, mtr_sheet, GTK_TYPE_WIDGET)

static void
mtr_sheet_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  MtrSheet *self = MTR_SHEET (widget);
  double width, height;

  mtr_pages_get_size (self->pages, self->position, &width, &height);
  *minimum = *natural = (int) ((orientation == GTK_ORIENTATION_HORIZONTAL ? width : height) * self->scale + 0.5);
}

static void
mtr_sheet_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  MtrSheet *self = MTR_SHEET (widget);
  graphene_rect_t paper = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                              (float) gtk_widget_get_height (widget));
  GdkRGBA white = { 1, 1, 1, 1 };
  cairo_t *cr;

  gtk_snapshot_append_color (snapshot, &white, &paper);
  if (!self->near)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &paper);
  cairo_scale (cr, self->scale, self->scale);
  mtr_pages_draw (self->pages, self->position, cr);
  cairo_destroy (cr);
}

static void
mtr_sheet_dispose (GObject *object)
{
  g_clear_object (&MTR_SHEET (object)->pages);

  G_OBJECT_CLASS (mtr_sheet_parent_class)->dispose (object);
}

static void
mtr_sheet_class_init (MtrSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_sheet_dispose;
  widget_class->measure = mtr_sheet_measure;
  widget_class->snapshot = mtr_sheet_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mtr_sheet_init (MtrSheet *self)
{
  self->scale = 1.0;
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * mtr_sheet_new:
 * @pages: the pages
 * @position: which of them, from 0
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
mtr_sheet_new (MtrPages *pages,
               guint     position)
{
  MtrSheet *self = g_object_new (MTR_TYPE_SHEET, NULL);
  /* Translators: number of a page, number of pages. */
  g_autofree char *label = g_strdup_printf (_("Page %u of %u"), position + 1, mtr_pages_get_n_pages (pages));

  self->pages = g_object_ref (pages);
  self->position = position;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

/**
 * mtr_sheet_set_scale:
 * @self: a page
 * @scale: pixels for a point
 */
void
mtr_sheet_set_scale (MtrSheet *self,
                     double    scale)
{
  if (ABS (self->scale - scale) < 0.001)
    return;

  self->scale = scale;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * mtr_sheet_set_near:
 * @self: a page
 * @near: whether it can be seen, or soon will be
 */
void
mtr_sheet_set_near (MtrSheet *self,
                    gboolean  near)
{
  if (self->near == near)
    return;

  self->near = near;
  if (near)
    {
      g_autofree char *text = mtr_pages_dup_text (self->pages, self->position);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
