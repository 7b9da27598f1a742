/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document before it is printed or saved, in a window of its own: the very
 * pages that will come out.
 */

#include "mtr-preview.h"

#include "mtr-accessible.h"
#include "mtr-adjustment-page.h"
#include "mtr-file-dialogs.h"
#include "mtr-output.h"
#include "mtr-pages-view.h"
#include "mtr-print-operation.h"

#include <glib/gi18n-lib.h>

struct _MtrPreview {
  AdwWindow       parent_instance;

  MtrDocument    *document;        /* (owned) */
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
  MtrPreview *self = MTR_PREVIEW (widget);
  g_autoptr (GtkPrintOperation) operation = mtr_print_operation_new (self->document,
                                                                     mtr_document_get_title (self->document));

  mtr_print_operation_ask (operation, widget);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MtrPreview) self = MTR_PREVIEW (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = mtr_output_write_finish (result, &error);

  mtr_pages_view_say (self->view, words != NULL ? words : error->message);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  MtrPreview *self = MTR_PREVIEW (source);
  g_autoptr (GListModel) files = mtr_file_dialogs_choose_finish (result);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file == NULL)
    return;

  mtr_pages_view_say (self->view, _("Saving…"));
  mtr_output_write_async (self->document, MTR_OUTPUT_PDF, mtr_print_get_paper (), g_file_peek_path (file), NULL,
                          written_cb, g_object_ref (self));
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  mtr_file_dialogs_choose_async (widget, MTR_FILE_SAVE_PDF, MTR_PREVIEW (widget)->suggested_name, chosen_cb, NULL);
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
  MtrPreview *self = MTR_PREVIEW (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->suggested_name, g_free);

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

  self->document = g_object_ref (document);
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
