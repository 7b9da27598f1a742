/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The last step of an import: what would become of each row, and the button
 * that takes them in, all in one change. While a row is refused nothing is
 * taken in, unless those rows are left out. When something else changes in the
 * programme meanwhile, the rows are checked anew.
 */

#include "mtr-import-rows-page.h"

#include "mtr-accessible.h"
#include "mtr-busy-box.h"
#include "mtr-error-words.h"
#include "mtr-import-job.h"
#include "mtr-text.h"
#include "mtr-window.h"

#include <glib/gi18n-lib.h>

#define STATE_WIDTH 9

static char *
describe_people (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row about people is taken in. Ctrl+Z takes it back",
                                       "%u rows about people are taken in. Ctrl+Z takes them back", n), n);
}

static char *
describe_pairings (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u pairing is taken in. Ctrl+Z takes it back",
                                       "%u pairings are taken in. Ctrl+Z takes them back", n), n);
}

static char *
describe_sessions (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u session is taken in. Ctrl+Z takes it back",
                                       "%u sessions are taken in. Ctrl+Z takes them back", n), n);
}

static const struct {
  const char  *place;                  /* where the window goes afterwards */
  char      *(*describe) (guint n);
} subjects[MTR_N_IMPORT_SUBJECTS] = {
  [MTR_IMPORT_PEOPLE] = { "people", describe_people },
  [MTR_IMPORT_PAIRINGS] = { "pairings", describe_pairings },
  [MTR_IMPORT_SESSIONS] = { "pairings", describe_sessions },
};

struct _MtrImportRowsPage {
  MtrPage           parent_instance;

  MtrImportMapping *mapping;           /* (owned) */
  gboolean          add_line_managers;
  MtrImportResult  *result;            /* (owned) (nullable): of the dry run */
  gconstpointer     checking;          /* what stops the dry run under way; NULL: none is */
  gboolean          stale;             /* something has changed since the dry run */
  gboolean          taking_in;

  GtkLabel         *count_label;
  GtkDropDown      *filter_drop_down;
  GtkCustomFilter  *filter;
  GtkFilterListModel *shown;
  GtkListView      *list_view;
  MtrBusyBox       *busy;
  GtkWidget        *leave_out;
  GtkLabel         *refused_line;
  GtkLabel         *problem_label;
  GtkWidget        *import_button;
};

G_DEFINE_FINAL_TYPE (MtrImportRowsPage, mtr_import_rows_page, MTR_TYPE_PAGE)

static guint
count_changes (MtrImportRowsPage *self)
{
  if (self->result == NULL)
    return 0;

  return mtr_import_result_count (self->result, MTR_IMPORT_NEW) + mtr_import_result_count (self->result, MTR_IMPORT_CHANGED);
}

static guint
count_refused (MtrImportRowsPage *self)
{
  return self->result != NULL ? mtr_import_result_count (self->result, MTR_IMPORT_REFUSED) : 0;
}

static void
say_problem (MtrImportRowsPage *self,
             const char        *problem)
{
  gtk_label_set_text (self->problem_label, problem);
}

static void
say_error (MtrImportRowsPage *self,
           const GError      *error)
{
  g_autofree char *words = mtr_error_to_words (error, NULL);

  say_problem (self, words);
}

/* ---- The list ------------------------------------------------------------------- */

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  MtrImportRowsPage *self = MTR_IMPORT_ROWS_PAGE (user_data);
  guint selected = gtk_drop_down_get_selected (self->filter_drop_down);

  return selected == 0 || selected == GTK_INVALID_LIST_POSITION ||
         (guint) mtr_import_row_get_state (MTR_IMPORT_ROW (item)) == selected - 1;
}

static void
filter_cb (MtrImportRowsPage *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
setup_cb (MtrImportRowsPage *self,
          GtkListItem       *list_item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *state = make_label ("caption");
  GtkWidget *picture = mtr_accessible_new_picture ("list-add-symbolic");

  gtk_widget_add_css_class (row, "list-row");
  gtk_label_set_width_chars (GTK_LABEL (state), STATE_WIDTH);
  gtk_widget_set_valign (state, GTK_ALIGN_START);
  gtk_widget_set_valign (picture, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (words), make_label (NULL));
  gtk_box_append (GTK_BOX (words), make_label ("caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (words), "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (row), picture);
  gtk_box_append (GTK_BOX (row), state);
  gtk_box_append (GTK_BOX (row), words);
  gtk_list_item_set_child (list_item, row);
  gtk_list_item_set_activatable (list_item, FALSE);
}

static void
bind_cb (MtrImportRowsPage *self,
         GtkListItem       *list_item)
{
  MtrImportRow *item = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GtkWidget *picture = gtk_widget_get_first_child (row);
  GtkWidget *state = gtk_widget_get_next_sibling (picture);
  GtkWidget *words = gtk_widget_get_last_child (row);
  GtkWidget *details = gtk_widget_get_last_child (words);
  g_autofree char *name = mtr_text_isolate (mtr_import_row_get_title (item));
  const char *state_label = mtr_import_state_get_label (mtr_import_row_get_state (item));
  g_autofree char *description = mtr_import_row_describe (item);
  g_autofree char *title = NULL;
  g_autofree char *spoken = NULL;

  if (*name != '\0')
    /* Translators: a line of a spreadsheet, and whom it is about */
    title = g_strdup_printf (_("Line %1$u: %2$s"), mtr_import_row_get_line (item), name);
  else
    title = g_strdup_printf (_("Line %u"), mtr_import_row_get_line (item));
  gtk_image_set_from_icon_name (GTK_IMAGE (picture), mtr_import_state_get_icon (mtr_import_row_get_state (item)));
  gtk_label_set_text (GTK_LABEL (state), state_label);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (words)), title);
  gtk_label_set_text (GTK_LABEL (details), description);
  gtk_widget_set_visible (details, *description != '\0');
  spoken = g_strdup_printf ("%s. %s. %s", state_label, title, description);
  if (gtk_widget_get_parent (row) != NULL)
    mtr_accessible_set_label (gtk_widget_get_parent (row), spoken);
}

/* ---- The dry run -------------------------------------------------------------------- */

static void
show_filters (MtrImportRowsPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->filter_drop_down);

  gtk_string_list_append (titles, _("All rows"));
  for (guint i = 0; i < MTR_N_IMPORT_STATES; i++)
    {
      guint n_rows = self->result != NULL ? mtr_import_result_count (self->result, i) : 0;
      /* Translators: what becomes of rows, and how many of them there are: "New (12)" */
      g_autofree char *title = g_strdup_printf (_("%1$s (%2$u)"), mtr_import_state_get_label (i), n_rows);

      gtk_string_list_append (titles, title);
    }
  gtk_drop_down_set_model (self->filter_drop_down, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->filter_drop_down, selected == GTK_INVALID_LIST_POSITION ? 0 : selected);
}

static void
show_result (MtrImportRowsPage *self)
{
  guint n_changes = count_changes (self);
  g_autofree char *counts = self->result != NULL ? mtr_import_result_describe (self->result) : g_strdup ("");
  g_autofree char *label = NULL;

  gtk_label_set_text (self->count_label, counts);
  show_filters (self);
  gtk_filter_list_model_set_model (self->shown, self->result != NULL ? mtr_import_result_get_rows (self->result) : NULL);
  gtk_widget_set_visible (self->leave_out, count_refused (self) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->refused_line), count_refused (self) > 0);
  label = n_changes > 0
            ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Import %u Row", "Import %u Rows", n_changes), n_changes)
            : g_strdup (_("Import"));
  gtk_button_set_label (GTK_BUTTON (self->import_button), label);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MtrImportRowsPage) self = MTR_IMPORT_ROWS_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrImportResult) checked = mtr_import_job_check_finish (result, &error);

  /* Of several dry runs the last one counts. */
  if (mtr_page_is_gone (MTR_PAGE (self)) || self->checking != g_task_get_cancellable (G_TASK (result)))
    return;

  self->checking = NULL;
  mtr_busy_box_end (self->busy);
  if (checked == NULL)
    {
      say_error (self, error);
      return;
    }
  g_set_object (&self->result, checked);
  show_result (self);
}

static void
start_check (MtrImportRowsPage *self)
{
  GCancellable *cancellable = mtr_busy_box_begin (self->busy, _("Checking the rows…"));

  self->checking = cancellable;
  self->stale = FALSE;
  g_clear_object (&self->result);
  show_result (self);
  say_problem (self, "");
  mtr_import_job_check_async (mtr_page_get_programme (MTR_PAGE (self)), self->mapping, self->add_line_managers,
                              cancellable, checked_cb, g_object_ref (self));
}

static void
changed_cb (MtrImportRowsPage *self)
{
  self->stale = TRUE;
}

/* ---- Taking in ------------------------------------------------------------------------ */

static void
taken_in_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (MtrImportRowsPage) self = MTR_IMPORT_ROWS_PAGE (user_data);
  MtrProgramme *programme = MTR_PROGRAMME (source);
  g_autoptr (GError) error = NULL;
  guint n_changes = count_changes (self);
  MtrImportSubject subject = mtr_import_mapping_get_subject (self->mapping);
  gboolean done = mtr_import_job_take_in_finish (result, &error);
  MtrWindow *window = mtr_window_of (GTK_WIDGET (self));
  g_autofree char *words = NULL;

  self->taking_in = FALSE;
  if (mtr_page_is_gone (MTR_PAGE (self)) || window == NULL)
    return;

  mtr_busy_box_end (self->busy);
  if (!done)
    {
      say_error (self, error);
      return;
    }
  words = subjects[subject].describe (n_changes);
  mtr_programme_announce (programme, words);
  mtr_window_show_place (window, subjects[subject].place);
}

static void
import_cb (MtrImportRowsPage *self)
{
  if (self->checking != NULL || self->taking_in)
    return;
  /* Stopped before. */
  if (self->result == NULL)
    {
      start_check (self);
      return;
    }
  if (count_changes (self) == 0)
    {
      say_problem (self, _("No row is new or changed, so there is nothing to take in."));
      return;
    }
  if (count_refused (self) > 0 && !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->leave_out)))
    {
      say_problem (self, _("Nothing is imported while a row is refused. Mend the file, or leave those rows out."));
      gtk_widget_grab_focus (self->leave_out);
      return;
    }

  say_problem (self, "");
  self->taking_in = TRUE;
  mtr_import_job_take_in_async (mtr_page_get_programme (MTR_PAGE (self)), self->result, TRUE,
                                mtr_busy_box_begin (self->busy, _("Taking the rows in…")), taken_in_cb,
                                g_object_ref (self));
}

static void
leave_out_cb (MtrImportRowsPage *self)
{
  say_problem (self, "");
}

/* ---- The page ---------------------------------------------------------------------------- */

static void
mtr_import_rows_page_refresh (MtrPage *page)
{
  MtrImportRowsPage *self = MTR_IMPORT_ROWS_PAGE (page);

  if (self->stale && !self->taking_in)
    start_check (self);
}

static void
mtr_import_rows_page_focus_first (MtrPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (MTR_IMPORT_ROWS_PAGE (page)->filter_drop_down));
}

static void
mtr_import_rows_page_leave (MtrPage *page)
{
  mtr_busy_box_stop (MTR_IMPORT_ROWS_PAGE (page)->busy);
}

static void
mtr_import_rows_page_dispose (GObject *object)
{
  MtrImportRowsPage *self = MTR_IMPORT_ROWS_PAGE (object);

  g_clear_object (&self->mapping);
  g_clear_object (&self->result);

  G_OBJECT_CLASS (mtr_import_rows_page_parent_class)->dispose (object);
}

static void
mtr_import_rows_page_class_init (MtrImportRowsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_import_rows_page_dispose;
  page_class->refresh = mtr_import_rows_page_refresh;
  page_class->focus_first = mtr_import_rows_page_focus_first;
  page_class->leave = mtr_import_rows_page_leave;

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-import-rows-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MtrImportRowsPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, MtrImportRowsPage, filter_drop_down);
  gtk_widget_class_bind_template_child (widget_class, MtrImportRowsPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, MtrImportRowsPage, busy);
  gtk_widget_class_bind_template_child (widget_class, MtrImportRowsPage, refused_line);
  gtk_widget_class_bind_template_child (widget_class, MtrImportRowsPage, leave_out);
  gtk_widget_class_bind_template_child (widget_class, MtrImportRowsPage, problem_label);
  gtk_widget_class_bind_template_child (widget_class, MtrImportRowsPage, import_button);
}

static void
mtr_import_rows_page_init (MtrImportRowsPage *self)
{
  g_type_ensure (MTR_TYPE_BUSY_BOX);
  gtk_widget_init_template (GTK_WIDGET (self));
  mtr_accessible_set_label (GTK_WIDGET (self->count_label), "");
  mtr_accessible_set_label (GTK_WIDGET (self->problem_label), "");
}

static void
add_list (MtrImportRowsPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection;

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, factory);
  g_object_unref (factory);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  self->shown = gtk_filter_list_model_new (NULL, GTK_FILTER (self->filter));
  gtk_filter_list_model_set_incremental (self->shown, TRUE);
  selection = gtk_no_selection_new (G_LIST_MODEL (self->shown));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

/**
 * mtr_import_rows_page_new:
 * @programme: a programme that can be written
 * @mapping: a spreadsheet, and what its columns are
 * @add_line_managers: whether people are made of line managers whom nobody knows
 *
 * Returns: (transfer floating): the page; it checks the rows when it is shown
 */
MtrPage *
mtr_import_rows_page_new (MtrProgramme     *programme,
                          MtrImportMapping *mapping,
                          gboolean          add_line_managers)
{
  MtrImportRowsPage *self = g_object_new (MTR_TYPE_IMPORT_ROWS_PAGE, NULL);

  mtr_page_set_programme (MTR_PAGE (self), programme);
  self->mapping = g_object_ref (mapping);
  self->add_line_managers = add_line_managers;
  self->stale = TRUE;
  add_list (self);
  g_signal_connect_object (self->filter_drop_down, "notify::selected", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->import_button, "clicked", G_CALLBACK (import_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->leave_out, "toggled", G_CALLBACK (leave_out_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (programme, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_result (self);

  return MTR_PAGE (self);
}
