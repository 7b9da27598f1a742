/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of a document as they will come out, one under the other, as wide
 * as their room or as large as somebody wants them. Only those near what can be
 * seen are painted. A document that has become another one is shown at the same
 * place, and what stood there stays until its pages are made.
 */

#include "mtr-pages-view.h"

#include "mtr-accessible.h"
#include "mtr-file-dialogs.h"
#include "mtr-look.h"
#include "mtr-pages.h"
#include "mtr-print-operation.h"
#include "mtr-sheet.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define ZOOM_STEP     1.2
#define MIN_SCALE     0.25
#define MAX_SCALE     4.0
#define MAX_FIT_SCALE 1.6   /* pixels for a point: wider windows get a margin and not larger letters */
#define SHEET_MARGIN  24    /* pixels to either side of a page */
#define LINE_STEP     60.0  /* pixels for one press of an arrow */

struct _MtrPagesView {
  GtkBox               parent_instance;

  MtrDocument         *document;        /* (owned) (nullable) */
  MtrPages            *pages;           /* (owned) (nullable): until they are laid out */
  GPtrArray           *sheets;          /* (owned) (element-type MtrSheet): in sheets_box */
  GCancellable        *cancellable;     /* (owned) (nullable): while pages are being laid out */
  double               scale;           /* 0: as wide as the room */
  guint                current;         /* the page that is the stop for Tab, from 0 */
  guint                arrange_source;

  GtkStack            *stack;
  AdwStatusPage       *nothing_page;
  GtkScrolledWindow   *scrolled;
  GtkBox              *sheets_box;
  GtkLabel            *page_label;
  GtkWidget           *zoom_box;
  GtkLabel            *zoom_label;
  GtkLabel            *status_label;
};

enum {
  SIGNAL_SHOWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MtrPagesView, mtr_pages_view, GTK_TYPE_BOX)

static GtkAdjustment *
get_adjustment (MtrPagesView *self)
{
  return gtk_scrolled_window_get_vadjustment (self->scrolled);
}

static double
get_sheet_top (MtrPagesView *self,
               guint       position)
{
  double x, y;

  return gtk_widget_translate_coordinates (g_ptr_array_index (self->sheets, position), GTK_WIDGET (self->sheets_box),
                                           0, 0, &x, &y) ? y : 0;
}

/* ---- What can be seen ---------------------------------------------------- */

static void
update_near (MtrPagesView *self)
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
get_scale (MtrPagesView *self)
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
  MtrPagesView *self = MTR_PAGES_VIEW (user_data);
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
arrange (MtrPagesView *self)
{
  if (self->arrange_source == 0)
    self->arrange_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, arrange_cb, self, NULL);
}

/* The pages of the document as it is now take the place of those before. */
static void
show_pages (MtrPagesView *self)
{
  guint n_pages = mtr_pages_get_n_pages (self->pages);
  gboolean had_focus = self->sheets->len > 0 &&
                       gtk_widget_has_focus (g_ptr_array_index (self->sheets, self->current));

  for (guint i = 0; i < self->sheets->len; i++)
    gtk_box_remove (self->sheets_box, g_ptr_array_index (self->sheets, i));
  g_ptr_array_set_size (self->sheets, 0);

  for (guint i = 0; i < n_pages; i++)
    {
      GtkWidget *sheet = mtr_sheet_new (self->pages, i);

      gtk_box_append (self->sheets_box, sheet);
      g_ptr_array_add (self->sheets, sheet);
    }
  self->current = MIN (self->current, n_pages - 1);
  gtk_widget_set_focusable (g_ptr_array_index (self->sheets, self->current), TRUE);
  if (had_focus)
    gtk_widget_grab_focus (g_ptr_array_index (self->sheets, self->current));
  gtk_stack_set_visible_child_name (self->stack, "pages");
  gtk_widget_set_visible (self->zoom_box, TRUE);
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
  MtrPagesView *self = MTR_PAGES_VIEW (source);
  MtrPages *pages = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Stopped, for another document, or because the widget has gone. */
  if (pages == NULL)
    return;

  g_clear_object (&self->cancellable);
  g_set_object (&self->pages, pages);
  g_object_unref (pages);
  show_pages (self);
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0);
}

static void
look_changed_cb (MtrPagesView *self)
{
  if (self->document != NULL)
    mtr_pages_view_set_document (self, self->document);
}

/* ---- Verbs --------------------------------------------------------------- */

static void
go_to_page (MtrPagesView *self,
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
key_pressed_cb (MtrPagesView    *self,
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
zoom (MtrPagesView *self,
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
  zoom (MTR_PAGES_VIEW (widget), ZOOM_STEP);
}

static void
zoom_out_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  zoom (MTR_PAGES_VIEW (widget), 1 / ZOOM_STEP);
}

static void
zoom_fit_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  MtrPagesView *self = MTR_PAGES_VIEW (widget);

  self->scale = 0;
  arrange (self);
}

/* ---- Taking it away ------------------------------------------------------ */

static gboolean
has_document (MtrPagesView *self)
{
  if (self->document != NULL)
    return TRUE;

  mtr_pages_view_say (self, _("The pages are not made yet."));

  return FALSE;
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MtrPagesView) self = MTR_PAGES_VIEW (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = mtr_output_write_finish (result, &error);

  mtr_pages_view_say (self, words != NULL ? words : error->message);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  MtrPagesView *self = MTR_PAGES_VIEW (source);
  g_autoptr (GListModel) files = mtr_file_dialogs_choose_finish (result);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file == NULL)
    return;

  mtr_pages_view_say (self, _("Saving…"));
  mtr_output_write_async (self->document, (MtrOutputFormat) GPOINTER_TO_INT (user_data), mtr_print_get_paper (),
                          g_file_peek_path (file), NULL, written_cb, g_object_ref (self));
}

static void
mtr_pages_view_dispose (GObject *object)
{
  MtrPagesView *self = MTR_PAGES_VIEW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->arrange_source, g_source_remove);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_object (&self->pages);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (mtr_pages_view_parent_class)->dispose (object);
}

static const struct {
  const char                  *name;
  GtkWidgetActionActivateFunc  activate;
} actions[] = {
  { "pages.zoom-in", zoom_in_cb },
  { "pages.zoom-out", zoom_out_cb },
  { "pages.zoom-fit", zoom_fit_cb },
};

static const struct {
  guint       key;
  const char *action;
} keys[] = {
  { GDK_KEY_plus, "pages.zoom-in" },
  { GDK_KEY_equal, "pages.zoom-in" },
  { GDK_KEY_KP_Add, "pages.zoom-in" },
  { GDK_KEY_minus, "pages.zoom-out" },
  { GDK_KEY_KP_Subtract, "pages.zoom-out" },
  { GDK_KEY_0, "pages.zoom-fit" },
};

static void
mtr_pages_view_class_init (MtrPagesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_pages_view_dispose;

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-pages-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MtrPagesView, stack);
  gtk_widget_class_bind_template_child (widget_class, MtrPagesView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MtrPagesView, sheets_box);
  gtk_widget_class_bind_template_child (widget_class, MtrPagesView, page_label);
  gtk_widget_class_bind_template_child (widget_class, MtrPagesView, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, MtrPagesView, zoom_box);
  gtk_widget_class_bind_template_child (widget_class, MtrPagesView, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, MtrPagesView, status_label);

  /* The pages of a document are there, or those of another one in their place. */
  signals[SIGNAL_SHOWN] = g_signal_new ("shown", MTR_TYPE_PAGES_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
}

static void
mtr_pages_view_init (MtrPagesView *self)
{
  GtkEventController *pressed = gtk_event_controller_key_new ();
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->sheets = g_ptr_array_new ();
  adjustment = get_adjustment (self);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (arrange), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (arrange), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scrolled), "changed", G_CALLBACK (arrange), self,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (pressed, GTK_PHASE_CAPTURE);
  g_signal_connect_object (pressed, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->scrolled), pressed);

  /* They work wherever the focus is in the window. */
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (shortcuts), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, GDK_CONTROL_MASK),
                                                            gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
  g_signal_connect_object (mtr_look_get_default (), "changed", G_CALLBACK (look_changed_cb), self, G_CONNECT_SWAPPED);
  mtr_pages_view_say (self, "");
}

/**
 * mtr_pages_view_set_document:
 * @self: a view
 * @document: what is shown; must not be changed any more
 *
 * Sets the document for whoever sits here, lays out the pages in a thread, and shows them when they are there. Where pages of another document are shown, they
 * stay until then, and the new ones are shown at the same place.
 */
void
mtr_pages_view_set_document (MtrPagesView *self,
                             MtrDocument  *document)
{
  g_autoptr (GTask) task = NULL;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_set_object (&self->document, document);
  mtr_look_adjust (mtr_look_get_default (), document);

  task = g_task_new (self, self->cancellable, laid_out_cb, NULL);
  g_task_set_source_tag (task, mtr_pages_view_set_document);
  g_task_set_task_data (task, g_object_ref (document), g_object_unref);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, layout_in_thread);
}

/**
 * mtr_pages_view_get_document:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what was given last
 */
MtrDocument *
mtr_pages_view_get_document (MtrPagesView *self)
{
  return self->document;
}

/**
 * mtr_pages_view_say:
 * @self: a view
 * @words: what has been done, or why not; "" takes it away
 *
 * Says something in the line below the pages, aloud too.
 */
void
mtr_pages_view_say (MtrPagesView *self,
                    const char   *words)
{
  gtk_label_set_text (self->status_label, words);
  mtr_accessible_set_label (GTK_WIDGET (self->status_label), words);
}

/**
 * mtr_pages_view_explain:
 * @self: a view
 * @words: why there is no document
 *
 * Says it in the place of the pages, or below them where those of another document are shown.
 */
void
mtr_pages_view_explain (MtrPagesView *self,
                        const char   *words)
{
  g_autofree char *description = g_markup_escape_text (words, -1);

  if (self->document != NULL)
    {
      mtr_pages_view_say (self, words);
      return;
    }
  adw_status_page_set_description (self->nothing_page, description);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

/**
 * mtr_pages_view_print:
 * @self: a view
 *
 * Asks for printer and paper, and prints the document.
 */
void
mtr_pages_view_print (MtrPagesView *self)
{
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (!has_document (self))
    return;

  operation = mtr_print_operation_new (self->document, mtr_document_get_title (self->document));
  mtr_print_operation_ask (operation, GTK_WIDGET (self));
}

/**
 * mtr_pages_view_save_as:
 * @self: a view
 * @format: what the file is to be
 * @suggested_name: what it would be called, as in "Portfolio.pdf"
 *
 * Asks for a file, writes the document there, and says what has become of it.
 */
void
mtr_pages_view_save_as (MtrPagesView    *self,
                        MtrOutputFormat  format,
                        const char      *suggested_name)
{
  if (has_document (self))
    mtr_file_dialogs_choose_async (GTK_WIDGET (self), mtr_output_get_kind (format)->purpose, suggested_name, chosen_cb,
                                   GINT_TO_POINTER (format));
}

/**
 * mtr_pages_view_get_n_pages:
 * @self: a view
 *
 * Returns: how many pages there are; 0 until they are laid out
 */
guint
mtr_pages_view_get_n_pages (MtrPagesView *self)
{
  return self->sheets->len;
}

/**
 * mtr_pages_view_get_page:
 * @self: a view
 *
 * Returns: the page that is shown, from 1; 0 until they are laid out
 */
guint
mtr_pages_view_get_page (MtrPagesView *self)
{
  return self->sheets->len > 0 ? self->current + 1 : 0;
}
