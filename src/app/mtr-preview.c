/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of a document before they are printed or saved: the very pages that
 * will come out, one under the other, as wide as the window or as large as
 * somebody wants them. Only those near what can be seen are painted.
 */

#include "mtr-preview.h"

#include "mtr-accessible.h"
#include "mtr-file-dialogs.h"
#include "mtr-output.h"
#include "mtr-print-operation.h"
#include "mtr-sheet.h"

#include <glib/gi18n-lib.h>

#define ZOOM_STEP     1.2
#define MIN_SCALE     0.25
#define MAX_SCALE     4.0
#define MAX_FIT_SCALE 1.6   /* pixels for a point: wider windows get a margin and not larger letters */
#define SHEET_MARGIN  24    /* pixels to either side of a page */
#define LINE_STEP     60.0  /* pixels for one press of an arrow */

struct _MtrPreview {
  AdwWindow            parent_instance;

  MtrDocument         *document;        /* (owned) */
  char                *suggested_name;  /* (owned) */
  MtrPages            *pages;           /* (owned) (nullable): until they are laid out */
  GPtrArray           *sheets;          /* (owned) (element-type MtrSheet): in sheets_box */
  GCancellable        *cancellable;     /* (owned): the window is gone */
  double               scale;           /* 0: as wide as the window */
  guint                current;         /* the page that is the stop for Tab, from 0 */
  guint                arrange_source;

  AdwWindowTitle      *title;
  GtkWidget           *print_button;
  GtkWidget           *save_button;
  GtkStack            *stack;
  GtkScrolledWindow   *scrolled;
  GtkBox              *sheets_box;
  GtkLabel            *page_label;
  GtkLabel            *zoom_label;
  GtkLabel            *status_label;
};

G_DEFINE_FINAL_TYPE (MtrPreview, mtr_preview, ADW_TYPE_WINDOW)

static GtkAdjustment *
get_adjustment (MtrPreview *self)
{
  return gtk_scrolled_window_get_vadjustment (self->scrolled);
}

static void
say (MtrPreview *self,
     const char *words)
{
  gtk_label_set_text (self->status_label, words);
  mtr_accessible_set_label (GTK_WIDGET (self->status_label), words);
}

static double
get_sheet_top (MtrPreview *self,
               guint       position)
{
  double x, y;

  return gtk_widget_translate_coordinates (g_ptr_array_index (self->sheets, position), GTK_WIDGET (self->sheets_box),
                                           0, 0, &x, &y) ? y : 0;
}

/* ---- What can be seen ---------------------------------------------------- */

static void
update_near (MtrPreview *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double top = gtk_adjustment_get_value (adjustment);
  double height = gtk_adjustment_get_page_size (adjustment);
  guint shown = 0;
  g_autofree char *words = NULL;

  if (self->pages == NULL)
    return;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      GtkWidget *sheet = g_ptr_array_index (self->sheets, i);
      double sheet_top = get_sheet_top (self, i);
      double bottom = sheet_top + gtk_widget_get_height (sheet);

      mtr_sheet_set_near (MTR_SHEET (sheet), bottom > top - height && sheet_top < top + 2 * height);
      if (sheet_top <= top + height / 2)
        shown = i;
    }

  /* Translators: number of a page, number of pages. */
  words = g_strdup_printf (_("Page %u of %u"), shown + 1, self->sheets->len);
  gtk_label_set_text (self->page_label, words);
  mtr_accessible_set_label (GTK_WIDGET (self->page_label), words);
  if (self->current != shown)
    {
      gtk_widget_set_focusable (g_ptr_array_index (self->sheets, shown), TRUE);
      if (gtk_widget_has_focus (g_ptr_array_index (self->sheets, self->current)))
        gtk_widget_grab_focus (g_ptr_array_index (self->sheets, shown));
      gtk_widget_set_focusable (g_ptr_array_index (self->sheets, self->current), FALSE);
      self->current = shown;
    }
}

static double
get_scale (MtrPreview *self)
{
  double width, height, widest = 1;
  double room = gtk_widget_get_width (GTK_WIDGET (self->scrolled)) - 2 * SHEET_MARGIN;

  if (self->scale > 0)
    return self->scale;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      mtr_pages_get_size (self->pages, i, &width, &height);
      widest = MAX (widest, MIN (width, height));
    }

  return CLAMP (room / widest, MIN_SCALE, MAX_FIT_SCALE);
}

static gboolean
arrange_cb (gpointer user_data)
{
  MtrPreview *self = MTR_PREVIEW (user_data);
  double scale;
  g_autofree char *words = NULL;

  self->arrange_source = 0;
  if (self->pages == NULL)
    return G_SOURCE_REMOVE;

  scale = get_scale (self);
  for (guint i = 0; i < self->sheets->len; i++)
    {
      double width, height, fitted = scale;

      /* A page turned sideways is as wide as the others are: it is read whole before it is read large. */
      mtr_pages_get_size (self->pages, i, &width, &height);
      if (self->scale == 0 && width > height)
        fitted = MIN (scale, (gtk_widget_get_width (GTK_WIDGET (self->scrolled)) - 2 * SHEET_MARGIN) / width);
      mtr_sheet_set_scale (g_ptr_array_index (self->sheets, i), MAX (fitted, MIN_SCALE));
    }
  /* Translators: how large the pages are shown; 100 is the size of the paper. */
  words = g_strdup_printf (_("%d %%"), (int) (scale * 75 + 0.5));
  gtk_label_set_text (self->zoom_label, words);
  mtr_accessible_set_label (GTK_WIDGET (self->zoom_label), words);
  update_near (self);

  return G_SOURCE_REMOVE;
}

/* The adjustments change while the window is laid out, and then nothing may be asked to be laid out anew. */
static void
arrange (MtrPreview *self)
{
  if (self->arrange_source == 0)
    self->arrange_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, arrange_cb, self, NULL);
}

static void
show_pages (MtrPreview *self)
{
  guint n_pages = mtr_pages_get_n_pages (self->pages);

  for (guint i = 0; i < n_pages; i++)
    {
      GtkWidget *sheet = mtr_sheet_new (self->pages, i);

      gtk_box_append (self->sheets_box, sheet);
      g_ptr_array_add (self->sheets, sheet);
    }
  gtk_widget_set_focusable (g_ptr_array_index (self->sheets, 0), TRUE);
  gtk_stack_set_visible_child_name (self->stack, "pages");
  mtr_accessible_name_groups (GTK_WIDGET (self), mtr_document_get_title (self->document));
  arrange (self);
}

static void
layout_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  g_task_return_pointer (task, mtr_pages_new (MTR_DOCUMENT (task_data), mtr_print_get_paper ()), g_object_unref);
}

static void
laid_out_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  MtrPreview *self = MTR_PREVIEW (source);
  MtrPages *pages = g_task_propagate_pointer (G_TASK (result), NULL);

  if (pages == NULL)
    return;

  self->pages = pages;
  show_pages (self);
}

/* ---- Verbs --------------------------------------------------------------- */

static void
go_to_page (MtrPreview *self,
            guint       position)
{
  if (position >= self->sheets->len)
    return;

  gtk_adjustment_set_value (get_adjustment (self), get_sheet_top (self, position) - SHEET_MARGIN / 2);
  if (position != self->current)
    {
      gtk_widget_set_focusable (g_ptr_array_index (self->sheets, self->current), FALSE);
      gtk_widget_set_focusable (g_ptr_array_index (self->sheets, position), TRUE);
      self->current = position;
    }
  gtk_widget_grab_focus (g_ptr_array_index (self->sheets, position));
}

static gboolean
key_pressed_cb (MtrPreview      *self,
                guint            key,
                guint            code,
                GdkModifierType  modifiers)
{
  GtkAdjustment *adjustment = get_adjustment (self);

  if (self->sheets->len == 0 || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      go_to_page (self, self->current > 0 ? self->current - 1 : 0);
      break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      go_to_page (self, MIN (self->current + 1, self->sheets->len - 1));
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      go_to_page (self, 0);
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      go_to_page (self, self->sheets->len - 1);
      break;
    case GDK_KEY_Up:
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) - LINE_STEP);
      break;
    case GDK_KEY_Down:
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + LINE_STEP);
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }

  return GDK_EVENT_STOP;
}

static void
zoom (MtrPreview *self,
      double      factor)
{
  if (self->pages == NULL)
    return;

  self->scale = CLAMP (get_scale (self) * factor, MIN_SCALE, MAX_SCALE);
  arrange (self);
}

static void
zoom_in_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  zoom (MTR_PREVIEW (widget), ZOOM_STEP);
}

static void
zoom_out_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  zoom (MTR_PREVIEW (widget), 1 / ZOOM_STEP);
}

static void
zoom_fit_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  MtrPreview *self = MTR_PREVIEW (widget);

  self->scale = 0;
  arrange (self);
}

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

  say (self, words != NULL ? words : error->message);
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

  say (self, _("Saving…"));
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
mtr_preview_dispose (GObject *object)
{
  MtrPreview *self = MTR_PREVIEW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->arrange_source, g_source_remove);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_object (&self->pages);
  g_clear_object (&self->document);
  g_clear_pointer (&self->suggested_name, g_free);

  G_OBJECT_CLASS (mtr_preview_parent_class)->dispose (object);
}

static const struct {
  const char                  *name;
  GtkWidgetActionActivateFunc  activate;
  guint                        key;
} actions[] = {
  { "preview.print", print_cb, GDK_KEY_p },
  { "preview.save", save_cb, GDK_KEY_s },
  { "preview.zoom-in", zoom_in_cb, GDK_KEY_plus },
  { "preview.zoom-out", zoom_out_cb, GDK_KEY_minus },
  { "preview.zoom-fit", zoom_fit_cb, GDK_KEY_0 },
};

static void
mtr_preview_class_init (MtrPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_preview_dispose;

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      gtk_widget_class_add_binding_action (widget_class, actions[i].key, GDK_CONTROL_MASK, actions[i].name, NULL);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "preview.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, MtrPreview, title);
  gtk_widget_class_bind_template_child (widget_class, MtrPreview, print_button);
  gtk_widget_class_bind_template_child (widget_class, MtrPreview, save_button);
  gtk_widget_class_bind_template_child (widget_class, MtrPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, MtrPreview, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MtrPreview, sheets_box);
  gtk_widget_class_bind_template_child (widget_class, MtrPreview, page_label);
  gtk_widget_class_bind_template_child (widget_class, MtrPreview, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, MtrPreview, status_label);
}

static void
mtr_preview_init (MtrPreview *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->sheets = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  adjustment = get_adjustment (self);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (arrange), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (arrange), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scrolled), "changed", G_CALLBACK (arrange), self,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->scrolled), keys);
  say (self, "");
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
  g_autoptr (GTask) task = NULL;

  self->document = g_object_ref (document);
  self->suggested_name = g_strdup (suggested_name);
  adw_window_title_set_title (self->title, mtr_document_get_title (document));
  gtk_window_set_title (GTK_WINDOW (self), mtr_document_get_title (document));

  task = g_task_new (self, self->cancellable, laid_out_cb, NULL);
  g_task_set_source_tag (task, mtr_preview_show);
  g_task_set_task_data (task, g_object_ref (document), g_object_unref);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, layout_in_thread);

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
  return self->sheets->len;
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
  return self->sheets->len > 0 ? self->current + 1 : 0;
}
