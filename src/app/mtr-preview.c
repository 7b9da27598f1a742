/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document before it is printed or saved, in a window of its own: the very
 * pages that will come out.
 */

#include "mtr-preview.h"

#include "mtr-accessible.h"
#include "mtr-adjustment-page.h"
#include "mtr-pages-view.h"

struct _MtrPreview {
  AdwWindow       parent_instance;

  char           *suggested_name;  /* (owned) */

  AdwWindowTitle *title;
  GtkWidget      *print_button;
  MtrPagesView   *view;
};

G_DEFINE_FINAL_TYPE (MtrPreview, mtr_preview, ADW_TYPE_WINDOW)

static void
print_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  mtr_pages_view_print (MTR_PREVIEW (widget)->view);
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  MtrPreview *self = MTR_PREVIEW (widget);

  mtr_pages_view_save_as (self->view, MTR_OUTPUT_PDF, self->suggested_name);
}

static void
adjust_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  mtr_adjustment_page_show_over (widget);
}

static void
mtr_preview_dispose (GObject *object)
{
  g_clear_pointer (&MTR_PREVIEW (object)->suggested_name, g_free);

  G_OBJECT_CLASS (mtr_preview_parent_class)->dispose (object);
}

static void
mtr_preview_class_init (MtrPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_preview_dispose;

  g_type_ensure (MTR_TYPE_PAGES_VIEW);
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "preview.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "preview.adjust", NULL, adjust_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "preview.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "preview.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, MtrPreview, title);
  gtk_widget_class_bind_template_child (widget_class, MtrPreview, print_button);
  gtk_widget_class_bind_template_child (widget_class, MtrPreview, view);
}

static void
mtr_preview_init (MtrPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mtr_preview_show:
 * @parent: a widget of the window that it is shown over
 * @document: what is shown; must not be changed any more
 * @suggested_name: what a file of it would be called, as in "Portfolio.pdf"
 *
 * Returns: (transfer none): the window; GTK owns it
 */
MtrPreview *
mtr_preview_show (GtkWidget   *parent,
                  MtrDocument *document,
                  const char  *suggested_name)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  MtrPreview *self = g_object_new (MTR_TYPE_PREVIEW, "transient-for", root, "destroy-with-parent", TRUE, NULL);

  self->suggested_name = g_strdup (suggested_name);
  adw_window_title_set_title (self->title, mtr_document_get_title (document));
  gtk_window_set_title (GTK_WINDOW (self), mtr_document_get_title (document));
  mtr_pages_view_set_document (self->view, document);
  mtr_accessible_name_groups (GTK_WIDGET (self), mtr_document_get_title (document));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->print_button);

  return self;
}

/**
 * mtr_preview_get_n_pages:
 * @self: a preview
 *
 * Returns: how many pages there are; 0 until they are laid out
 */
guint
mtr_preview_get_n_pages (MtrPreview *self)
{
  return mtr_pages_view_get_n_pages (self->view);
}

/**
 * mtr_preview_get_page:
 * @self: a preview
 *
 * Returns: the page that is shown, from 1; 0 until they are laid out
 */
guint
mtr_preview_get_page (MtrPreview *self)
{
  return mtr_pages_view_get_page (self->view);
}
