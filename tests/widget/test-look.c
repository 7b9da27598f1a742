/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How whoever sits here reads best: the style it gives, the page where it is
 * chosen, and that what is shown, printed and saved has it.
 */

#include "mtr-adjustment-page.h"
#include "mtr-look.h"
#include "mtr-pages-view.h"
#include "mtr-preview.h"
#include "mtr-test-portfolio.h"
#include "mtr-test-window.h"

#include <string.h>

static MtrApplication *application;

static void
set_look (const char *text)
{
  g_autoptr (MtrAdjustment) adjustment = mtr_adjustment_parse (text, NULL);

  g_assert_nonnull (adjustment);
  mtr_look_set_adjustment (mtr_look_get_default (), adjustment);
}

static char *
dup_look (void)
{
  return mtr_adjustment_to_string (mtr_look_get_adjustment (mtr_look_get_default ()));
}

/* Who cannot read the first page well finds the way from there. */
static void
test_look_welcome (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_NONE, 400, 700);

  gtk_widget_activate_action (GTK_WIDGET (window), "app.show-adjustment", NULL);
  mtr_test_window_settle (window);
  g_assert_true (MTR_IS_ADJUSTMENT_PAGE (mtr_window_get_page (window)));
  g_assert_true (mtr_window_pop (window));
  mtr_test_window_settle (window);
  mtr_test_window_close (window);
}

static void
test_look_css (void)
{
  static const struct {
    const char    *adjustment;
    MtrLookScreen  screen;
    const char    *has[3];
    const char    *lacks;
  } cases[] = {
    { "", { 96, 11, FALSE, FALSE }, { "" }, "{" },
    /* 96 × 16 / 11 = 139.6 */
    { "size=16", { 96, 11, FALSE, FALSE }, { "-gtk-dpi: 140;" }, "font-family" },
    { "size=11", { 96, 11, FALSE, FALSE }, { "-gtk-dpi: 96;" }, "line-height" },
    /* A screen whose letters are larger already: 16 points are 16 points of it. */
    { "size=16", { 144, 12, FALSE, FALSE }, { "-gtk-dpi: 192;" }, "window_bg_color" },
    { "font=DejaVu Sans;spacing=1.5", { 96, 11, FALSE, FALSE },
      { "font-family: \"DejaVu Sans\";", "line-height: 1.50;" }, "-gtk-dpi" },
    { "tint=cream", { 96, 11, FALSE, FALSE }, { "@define-color window_bg_color #fbf3da;" }, "font-family" },
    /* A tint is for a light screen only. */
    { "tint=cream", { 96, 11, TRUE, FALSE }, { "opacity: 0.8" }, "_color" },
    { "tint=cream", { 96, 11, FALSE, TRUE }, { "" }, "{" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MtrAdjustment) adjustment = mtr_adjustment_parse (cases[i].adjustment, NULL);
      g_autofree char *css = mtr_look_dup_css (adjustment, &cases[i].screen);
      g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

      for (gsize j = 0; j < G_N_ELEMENTS (cases[i].has) && cases[i].has[j] != NULL; j++)
        g_assert_nonnull (strstr (css, cases[i].has[j]));
      g_assert_null (strstr (css, cases[i].lacks));
      /* What GTK cannot read is a warning, and that is fatal here. */
      gtk_css_provider_load_from_data (provider, css, -1);
    }
}

static void
test_look_words (void)
{
  static const struct {
    const char *adjustment;
    const char *words;
  } cases[] = {
    { "", "As designed" },
    { "size=16", "16 points" },
    { "font=DejaVu Sans;size=9;spacing=1.25;tint=blue", "DejaVu Sans, 9 points, 1.25 lines, pale blue" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MtrAdjustment) adjustment = mtr_adjustment_parse (cases[i].adjustment, NULL);
      g_autofree char *words = mtr_look_describe (adjustment);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* What is kept but cannot be read, as from a newer version, changes nothing and stops nobody. */
static void
test_look_unreadable (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("com.example.Mentoring");

  set_look ("size=16");
  g_settings_set_string (settings, "adjustment", "size=16;glow=7");
  g_assert_true (mtr_adjustment_is_default (mtr_look_get_adjustment (mtr_look_get_default ())));
  g_settings_set_string (settings, "adjustment", "");
}

static GtkDropDown *
find_row (MtrWindow  *window,
          const char *title)
{
  GtkWidget *row = mtr_test_find (window, ADW_TYPE_ACTION_ROW, title);
  GtkWidget *drop_down = row != NULL ? adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)) : NULL;

  g_assert_true (GTK_IS_DROP_DOWN (drop_down));
  gtk_test_accessible_assert_property (drop_down, GTK_ACCESSIBLE_PROPERTY_LABEL, title);

  return GTK_DROP_DOWN (drop_down);
}

static guint
find_choice (GtkDropDown *drop_down,
             const char  *title)
{
  GListModel *model = gtk_drop_down_get_model (drop_down);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      if (g_str_equal (gtk_string_object_get_string (item), title))
        return i;
    }
  g_error ("There is no choice “%s”", title);
}

static void
test_look_page (void)
{
  static const struct {
    const char *row;
    const char *choice;
    const char *kept;
  } steps[] = {
    { "Size", "16 points", "size=16" },
    { "Size", "28 points", "size=28" },
    { "Space from line to line", "1.5 lines", "size=28;spacing=1.5" },
    { "Tint", "Pale green", "size=28;spacing=1.5;tint=green" },
    { "Font", "DejaVu Sans Mono", "font=DejaVu Sans Mono;size=28;spacing=1.5;tint=green" },
    { "Size", "As designed", "font=DejaVu Sans Mono;spacing=1.5;tint=green" },
    { "Size", "9 points", "font=DejaVu Sans Mono;size=9;spacing=1.5;tint=green" },
  };
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  g_autofree char *kept = NULL;
  MtrPage *page;

  gtk_widget_activate_action (GTK_WIDGET (window), "app.show-adjustment", NULL);
  mtr_test_window_settle (window);
  page = mtr_window_get_page (window);
  g_assert_true (MTR_IS_ADJUSTMENT_PAGE (page));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), GTK_WIDGET (find_row (window, "Font")))
                 || gtk_root_get_focus (GTK_ROOT (window)) == GTK_WIDGET (find_row (window, "Font")));

  /* Asked for once more, it is not there twice. */
  gtk_widget_activate_action (GTK_WIDGET (window), "app.show-adjustment", NULL);
  mtr_test_window_settle (window);
  g_assert_true (mtr_window_get_page (window) == page);

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      GtkDropDown *drop_down = find_row (window, steps[i].row);

      gtk_drop_down_set_selected (drop_down, find_choice (drop_down, steps[i].choice));
      mtr_test_window_settle (window);
      kept = dup_look ();
      g_assert_cmpstr (kept, ==, steps[i].kept);
      g_clear_pointer (&kept, g_free);
    }

  g_signal_emit_by_name (mtr_test_find_widget (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Everything as Designed"), "clicked");
  mtr_test_window_settle (window);
  kept = dup_look ();
  g_assert_cmpstr (kept, ==, "");
  g_assert_cmpuint (gtk_drop_down_get_selected (find_row (window, "Font")), ==, 0);
  g_assert_cmpuint (gtk_drop_down_get_selected (find_row (window, "Tint")), ==, 0);
  mtr_test_window_close (window);
}

static int
measure_lines (const char *look,
               gboolean    typed)
{
  const char *text = "One\nTwo\nThree\nFour\nFive";
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *widget = typed ? gtk_text_view_new () : gtk_label_new (text);
  int height;

  set_look (look);
  if (typed)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), text, -1);
  gtk_widget_add_css_class (box, "page-content");
  gtk_box_append (GTK_BOX (box), widget);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  set_look ("");

  return height;
}

/* What is read and what is typed are both as large and as far apart as asked for. */
static void
test_look_lines (void)
{
  for (guint typed = 0; typed < 2; typed++)
    {
      int designed = measure_lines ("", typed);

      g_test_message ("%d %d %d", designed, measure_lines ("spacing=2", typed), measure_lines ("size=22", typed));
      g_assert_cmpint (ABS (measure_lines ("spacing=2", typed) - 2 * designed), <=, 6);
      /* The usual size is 11 points or 10. */
      g_assert_cmpint (measure_lines ("size=22", typed), >=, 2 * designed - 6);
    }
}

/* The pages of a preview follow at once, and are those that will be printed and saved. */
static void
test_look_preview (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  GtkWidget *view;
  GtkWidget *over = NULL;
  MtrPreview *preview = NULL;
  GListModel *windows;
  guint n_pages;

  mtr_test_show_preview (window);
  mtr_test_window_settle (window);
  windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (windows, i);

      if (MTR_IS_PREVIEW (toplevel))
        preview = MTR_PREVIEW (toplevel);
    }
  g_assert_nonnull (preview);
  view = mtr_test_find_widget (GTK_WIDGET (preview), MTR_TYPE_PAGES_VIEW, NULL);
  g_assert_nonnull (view);
  while (mtr_preview_get_n_pages (preview) == 0)
    g_main_context_iteration (NULL, TRUE);
  n_pages = mtr_preview_get_n_pages (preview);

  set_look ("size=24");
  while (mtr_preview_get_n_pages (preview) == n_pages)
    g_main_context_iteration (NULL, TRUE);
  /* More than twice as large letters need more than four times the room. */
  g_assert_cmpuint (mtr_preview_get_n_pages (preview), >, 2 * n_pages);
  g_assert_cmpuint (mtr_document_get_adjustment (mtr_pages_view_get_document (MTR_PAGES_VIEW (view)))->size, ==, 24);

  /* The page is over the preview, in a window that names all it has. */
  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.adjust", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (windows, i);

      if (ADW_IS_WINDOW (toplevel) && !MTR_IS_PREVIEW (toplevel))
        over = toplevel;
    }
  g_assert_nonnull (over);
  g_assert_nonnull (mtr_test_find_widget (over, MTR_TYPE_ADJUSTMENT_PAGE, NULL));
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (over)) == GTK_WINDOW (preview));
  g_signal_emit_by_name (mtr_test_find_widget (over, GTK_TYPE_BUTTON, "Everything as Designed"), "clicked");
  gtk_window_destroy (GTK_WINDOW (over));

  while (mtr_preview_get_n_pages (preview) != n_pages)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (preview));
  mtr_test_window_close (window);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;

  application = mtr_test_application_new ();

  g_test_add_func ("/widget/look/css", test_look_css);
  g_test_add_func ("/widget/look/words", test_look_words);
  g_test_add_func ("/widget/look/unreadable", test_look_unreadable);
  g_test_add_func ("/widget/look/welcome", test_look_welcome);
  g_test_add_func ("/widget/look/page", test_look_page);
  g_test_add_func ("/widget/look/lines", test_look_lines);
  g_test_add_func ("/widget/look/preview", test_look_preview);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
