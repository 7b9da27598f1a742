/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lays out a title above its subtitle, as a vertical box does, but never asks
 * how narrow they could be at a given height. GTK 4.8 answers that question for
 * a label that wraps by laying it out a dozen times, a box asks it for every
 * row of a list, and the answer is not used: a row is as wide as its list, and
 * a title has the room that the buttons beside it leave.
 */

#include "mtr-words-layout.h"

/* A label that may wrap anywhere is measured with one character in a line, if nothing says how narrow it may be. */
#define MINIMUM_CHARACTERS 8

struct _MtrWordsLayout {
  GtkLayoutManager  parent_instance;

  GtkLayoutManager *column;   /* (owned): does the work */
};

G_DEFINE_FINAL_TYPE (MtrWordsLayout, mtr_words_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
mtr_words_layout_get_request_mode (GtkLayoutManager *manager,
                                   GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mtr_words_layout_measure (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  gtk_layout_manager_measure (MTR_WORDS_LAYOUT (manager)->column, widget, orientation,
                              orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size, minimum, natural,
                              minimum_baseline, natural_baseline);
}

static void
mtr_words_layout_allocate (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  gtk_layout_manager_allocate (MTR_WORDS_LAYOUT (manager)->column, widget, width, height, baseline);
}

static void
mtr_words_layout_finalize (GObject *object)
{
  g_clear_object (&MTR_WORDS_LAYOUT (object)->column);

  G_OBJECT_CLASS (mtr_words_layout_parent_class)->finalize (object);
}

static void
mtr_words_layout_class_init (MtrWordsLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mtr_words_layout_finalize;
  manager_class->get_request_mode = mtr_words_layout_get_request_mode;
  manager_class->measure = mtr_words_layout_measure;
  manager_class->allocate = mtr_words_layout_allocate;
}

static void
mtr_words_layout_init (MtrWordsLayout *self)
{
  self->column = gtk_box_layout_new (GTK_ORIENTATION_VERTICAL);
}

/**
 * mtr_words_layout_new:
 *
 * Returns: (transfer full): a layout for a column of labels
 */
GtkLayoutManager *
mtr_words_layout_new (void)
{
  return g_object_new (MTR_TYPE_WORDS_LAYOUT, NULL);
}

/**
 * mtr_words_layout_adopt:
 * @row: a row of a list, with a title and a subtitle in a vertical box
 *
 * Gives the box this layout, and the labels in it all of its width: they begin where they did.
 */
void
mtr_words_layout_adopt (GtkWidget *row)
{
  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child) && gtk_label_get_wrap (GTK_LABEL (child)))
      {
        gtk_widget_set_halign (child, GTK_ALIGN_FILL);
        gtk_label_set_width_chars (GTK_LABEL (child), MINIMUM_CHARACTERS);
        if (!MTR_IS_WORDS_LAYOUT (gtk_widget_get_layout_manager (row)))
          gtk_widget_set_layout_manager (row, mtr_words_layout_new ());
      }
    else
      {
        mtr_words_layout_adopt (child);
      }
}
