/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How whoever sits here reads best: font, size, space and tint. What is chosen
 * is seen at once, in the window itself and on a page as it would be printed.
 */

#include "mtr-adjustment-page.h"

#include "mtr-accessible.h"
#include "mtr-fonts.h"
#include "mtr-language-row.h"
#include "mtr-language.h"
#include "mtr-look.h"
#include "mtr-pages.h"
#include "mtr-print-operation.h"
#include "mtr-sheet.h"

#include <glib/gi18n-lib.h>

#define SHEET_SCALE        1.1   /* pixels for a point */
#define NARROW_SHEET_SCALE 0.55

struct _MtrAdjustmentPage {
  MtrPage      parent_instance;

  gboolean     showing;        /* the rows are being set to what is kept */
  GStrv        fonts;          /* (owned): in the order of the drop-down, after the first row */
  MtrPages    *pages;          /* (owned) (nullable) */

  GtkDropDown *font_drop_down;
  GtkDropDown *size_drop_down;
  GtkDropDown *spacing_drop_down;
  GtkDropDown *tint_drop_down;
  GtkWidget   *reset_button;
  GtkLabel    *status_label;
  GtkBox      *sheet_box;
};

G_DEFINE_FINAL_TYPE (MtrAdjustmentPage, mtr_adjustment_page, MTR_TYPE_PAGE)

/* In the order of the drop-down; the first is that of the design. */
static const double spacings[] = { 1.0, 1.25, 1.5, 1.75, 2.0 };

/* ---- A page as it would be printed ---------------------------------------- */

static MtrDocument *
create_sample (void)
{
  const char *titles[] = { _("What is asked"), _("Done"), _("Due"), NULL };
  const guint weights[] = { 4, 1, 1 };
  const struct {
    const char *what;
    const char *done;
    const char *due;
  } rows[] = {
    { _("Sessions"), "7", "9" },
    { _("Observations"), "2", "3" },
  };
  GDate today;
  MtrDocument *document;
  MtrNode *section, *table;

  mtr_programme_read_clock (&today);
  document = mtr_document_new (_("Sample"), mtr_language_get_tag (), &today);
  section = mtr_node_add_section (mtr_document_get_root (document), "sample", _("A page on paper"));
  mtr_node_add_paragraph (section, _("This is how running text comes out on paper and in a file. It breaks where the line is full, at the end of a word."));
  mtr_node_add_field (section, _("A field"), _("and what was written in it"));
  table = mtr_node_add (section, MTR_NODE_TABLE, _("A table"));
  mtr_node_add_header_row (table, titles, weights);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MtrNode *row = mtr_node_add (table, MTR_NODE_ROW, NULL);

      mtr_node_set_flags (mtr_node_add_cell (row, rows[i].what, NULL, NULL), MTR_NODE_HEADER);
      mtr_node_set_flags (mtr_node_add_cell (row, rows[i].done, NULL, NULL), MTR_NODE_NUMBER);
      mtr_node_set_flags (mtr_node_add_cell (row, rows[i].due, NULL, NULL), MTR_NODE_NUMBER);
    }
  mtr_look_adjust (mtr_look_get_default (), document);

  return document;
}

static void
show_sheet (MtrAdjustmentPage *self)
{
  g_autoptr (MtrDocument) document = create_sample ();
  GtkWidget *sheet;

  g_clear_object (&self->pages);
  self->pages = mtr_pages_new (document, mtr_print_get_paper ());
  sheet = gtk_widget_get_first_child (GTK_WIDGET (self->sheet_box));
  if (sheet != NULL)
    gtk_box_remove (self->sheet_box, sheet);
  sheet = mtr_sheet_new (self->pages, 0);
  mtr_sheet_set_scale (MTR_SHEET (sheet), mtr_page_get_narrow (MTR_PAGE (self)) ? NARROW_SHEET_SCALE : SHEET_SCALE);
  mtr_sheet_set_near (MTR_SHEET (sheet), TRUE);
  gtk_widget_set_focusable (sheet, FALSE);
  gtk_widget_set_halign (sheet, GTK_ALIGN_CENTER);
  gtk_box_append (self->sheet_box, sheet);
}

/* ---- What is chosen -------------------------------------------------------- */

static guint
find_font (MtrAdjustmentPage *self,
           const char        *font)
{
  for (guint i = 0; font != NULL && self->fonts[i] != NULL; i++)
    if (g_str_equal (self->fonts[i], font))
      return i + 1;

  return 0;
}

static guint
find_spacing (double spacing)
{
  guint found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (spacings); i++)
    if (spacing >= spacings[i] - 0.001)
      found = i;

  return found;
}

static void
show_choices (MtrAdjustmentPage *self)
{
  const MtrAdjustment *adjustment = mtr_look_get_adjustment (mtr_look_get_default ());

  self->showing = TRUE;
  gtk_drop_down_set_selected (self->font_drop_down, find_font (self, adjustment->font));
  gtk_drop_down_set_selected (self->size_drop_down,
                              adjustment->size > 0 ? adjustment->size - MTR_ADJUSTMENT_MIN_SIZE + 1 : 0);
  gtk_drop_down_set_selected (self->spacing_drop_down, find_spacing (adjustment->spacing));
  gtk_drop_down_set_selected (self->tint_drop_down, adjustment->tint);
  self->showing = FALSE;
}

static void
look_changed_cb (MtrAdjustmentPage *self)
{
  show_choices (self);
  show_sheet (self);
}

static void
say (MtrAdjustmentPage *self,
     const char        *words)
{
  gtk_label_set_text (self->status_label, words);
  mtr_accessible_set_label (GTK_WIDGET (self->status_label), words);
}

static void
chosen_cb (MtrAdjustmentPage *self)
{
  MtrLook *look = mtr_look_get_default ();
  g_autoptr (MtrAdjustment) adjustment = mtr_adjustment_copy (mtr_look_get_adjustment (look));
  guint font = gtk_drop_down_get_selected (self->font_drop_down);
  guint size = gtk_drop_down_get_selected (self->size_drop_down);
  guint spacing = gtk_drop_down_get_selected (self->spacing_drop_down);
  guint tint = gtk_drop_down_get_selected (self->tint_drop_down);
  g_autofree char *words = NULL;

  if (self->showing || font > g_strv_length (self->fonts) || spacing >= G_N_ELEMENTS (spacings) || tint >= MTR_N_TINTS)
    return;

  mtr_adjustment_set (adjustment, "font", font > 0 ? self->fonts[font - 1] : "", NULL);
  adjustment->size = size > 0 ? size + MTR_ADJUSTMENT_MIN_SIZE - 1 : 0;
  adjustment->spacing = spacings[spacing];
  adjustment->tint = tint;
  mtr_look_set_adjustment (look, adjustment);
  words = mtr_look_describe (adjustment);
  say (self, words);
}

static void
reset_cb (MtrAdjustmentPage *self)
{
  MtrLook *look = mtr_look_get_default ();
  g_autoptr (MtrAdjustment) untouched = mtr_adjustment_new ();

  say (self, mtr_adjustment_is_default (mtr_look_get_adjustment (look)) ? _("It is as designed already.") : _("As designed"));
  mtr_look_set_adjustment (look, untouched);
}

static void
narrow_cb (MtrAdjustmentPage *self)
{
  show_sheet (self);
}

/* ---- The rows -------------------------------------------------------------- */

static void
fill_fonts (MtrAdjustmentPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->fonts = mtr_fonts_list ();
  gtk_string_list_append (titles, _("As designed"));
  for (guint i = 0; self->fonts[i] != NULL; i++)
    gtk_string_list_append (titles, self->fonts[i]);
  gtk_drop_down_set_model (self->font_drop_down, G_LIST_MODEL (titles));
}

static void
fill_sizes (MtrAdjustmentPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _("As designed"));
  for (guint size = MTR_ADJUSTMENT_MIN_SIZE; size <= MTR_ADJUSTMENT_MAX_SIZE; size++)
    {
      g_autofree char *title = g_strdup_printf (ngettext ("%u point", "%u points", size), size);

      gtk_string_list_append (titles, title);
    }
  gtk_drop_down_set_model (self->size_drop_down, G_LIST_MODEL (titles));
}

static void
fill_spacings (MtrAdjustmentPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _("As designed"));
  for (gsize i = 1; i < G_N_ELEMENTS (spacings); i++)
    {
      g_autofree char *title = g_strdup_printf (_("%.4g lines"), spacings[i]);

      gtk_string_list_append (titles, title);
    }
  gtk_drop_down_set_model (self->spacing_drop_down, G_LIST_MODEL (titles));
}

static void
fill_tints (MtrAdjustmentPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (MtrTint tint = MTR_TINT_NONE; tint < MTR_N_TINTS; tint++)
    gtk_string_list_append (titles, mtr_tint_get_title (tint));
  gtk_drop_down_set_model (self->tint_drop_down, G_LIST_MODEL (titles));
}

static void
mtr_adjustment_page_focus_first (MtrPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (MTR_ADJUSTMENT_PAGE (page)->font_drop_down));
}

static void
mtr_adjustment_page_dispose (GObject *object)
{
  MtrAdjustmentPage *self = MTR_ADJUSTMENT_PAGE (object);

  g_clear_pointer (&self->fonts, g_strfreev);
  g_clear_object (&self->pages);

  G_OBJECT_CLASS (mtr_adjustment_page_parent_class)->dispose (object);
}

static void
mtr_adjustment_page_class_init (MtrAdjustmentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_adjustment_page_dispose;
  MTR_PAGE_CLASS (klass)->focus_first = mtr_adjustment_page_focus_first;

  g_type_ensure (MTR_TYPE_LANGUAGE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-adjustment-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MtrAdjustmentPage, font_drop_down);
  gtk_widget_class_bind_template_child (widget_class, MtrAdjustmentPage, size_drop_down);
  gtk_widget_class_bind_template_child (widget_class, MtrAdjustmentPage, spacing_drop_down);
  gtk_widget_class_bind_template_child (widget_class, MtrAdjustmentPage, tint_drop_down);
  gtk_widget_class_bind_template_child (widget_class, MtrAdjustmentPage, reset_button);
  gtk_widget_class_bind_template_child (widget_class, MtrAdjustmentPage, status_label);
  gtk_widget_class_bind_template_child (widget_class, MtrAdjustmentPage, sheet_box);
}

static void
mtr_adjustment_page_init (MtrAdjustmentPage *self)
{
  GtkDropDown **drop_downs[] = { &self->font_drop_down, &self->size_drop_down, &self->spacing_drop_down,
                                 &self->tint_drop_down };
  GtkExpression *expression;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->showing = TRUE;
  expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  gtk_drop_down_set_expression (self->font_drop_down, expression);
  gtk_expression_unref (expression);
  fill_fonts (self);
  fill_sizes (self);
  fill_spacings (self);
  fill_tints (self);
  show_choices (self);
  show_sheet (self);
  say (self, "");

  for (gsize i = 0; i < G_N_ELEMENTS (drop_downs); i++)
    g_signal_connect_object (*drop_downs[i], "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reset_button, "clicked", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mtr_look_get_default (), "changed", G_CALLBACK (look_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
}

/**
 * mtr_adjustment_page_new:
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_adjustment_page_new (void)
{
  return g_object_new (MTR_TYPE_ADJUSTMENT_PAGE, NULL);
}

/**
 * mtr_adjustment_page_show_over:
 * @parent: a widget of a window that shows no pages, as a preview
 *
 * Shows the page in a window of its own, so that what is in the other window is seen to change.
 *
 * Returns: (transfer none): the window; GTK owns it
 */
GtkWidget *
mtr_adjustment_page_show_over (GtkWidget *parent)
{
  MtrPage *page = mtr_adjustment_page_new ();
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "transient-for", gtk_widget_get_root (parent), "destroy-with-parent",
                                    TRUE, "title", mtr_page_get_title (page), "default-width", 480, "default-height", 640,
                                    NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (page), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (page));
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, shortcuts);
  mtr_accessible_name_groups (window, mtr_page_get_title (page));
  gtk_window_present (GTK_WINDOW (window));
  mtr_page_focus_first (page);

  return window;
}
