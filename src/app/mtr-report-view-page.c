/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One report as its pages, with what can be chosen for it above them. It is
 * made anew whenever a choice or the programme changes: the figures are read by
 * the store, the document is built in a thread, and what stands there stays
 * until the new pages are ready.
 */

#include "mtr-report-view-page.h"

#include "mtr-accessible.h"
#include "mtr-error-words.h"
#include "mtr-language-row.h"
#include "mtr-language.h"
#include "mtr-pages-view.h"
#include "mtr-report-choice.h"

#include <glib/gi18n-lib.h>

struct _MtrReportViewPage {
  MtrPage          parent_instance;

  const MtrReport *report;
  MtrReportChoice *choice;
  MtrPagesView    *view;
  GtkWidget       *print_button;
  GCancellable    *cancellable;  /* (owned) (nullable): while it is being made */
};

G_DEFINE_FINAL_TYPE (MtrReportViewPage, mtr_report_view_page, MTR_TYPE_PAGE)

/* ---- Making it --------------------------------------------------------------- */

typedef struct {
  const MtrReport *report;
  MtrReportScope   scope;
  const char      *language;  /* (nullable): NULL for that of the window */
  MtrFigures      *figures;  /* (owned) (nullable): once read */
} ReportJob;

static void
free_report_job (gpointer data)
{
  ReportJob *job = data;

  mtr_report_scope_clear (&job->scope);
  g_clear_object (&job->figures);
  g_free (job);
}

static void
built_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  MtrReportViewPage *self = MTR_REPORT_VIEW_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrDocument) document = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  if (document != NULL)
    {
      mtr_pages_view_set_document (self->view, document);
    }
  else
    {
      g_autofree char *words = mtr_error_to_words (error, NULL);

      mtr_pages_view_explain (self->view, words);
    }
}

static void
build_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  ReportJob *job = task_data;
  GError *error = NULL;
  const char *before = mtr_language_switch (job->language);
  MtrDocument *document = mtr_report_build (job->report, &job->scope, job->figures, &error);

  mtr_language_switch (before);
  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
figures_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  ReportJob *job = g_task_get_task_data (task);
  MtrPage *page = MTR_PAGE (g_task_get_source_object (task));
  GError *error = NULL;

  job->figures = mtr_store_read_figures_finish (MTR_STORE (source), result, &error);
  if (job->figures == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  mtr_document_language_put_packs (job->language, mtr_programme_get_library (mtr_page_get_programme (page)),
                                   job->figures);
  g_task_run_in_thread (task, build_in_thread);
}

static void
make (MtrReportViewPage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  ReportJob *job;
  GTask *task;
  GDate today;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  mtr_pages_view_say (self->view, "");
  mtr_programme_get_today (programme, &today);
  job = g_new0 (ReportJob, 1);
  job->report = self->report;
  job->language = mtr_document_language_get ();
  mtr_report_scope_init (&job->scope, &today);
  if (!mtr_report_choice_fill_scope (self->choice, &job->scope))
    {
      free_report_job (job);
      return;
    }
  if ((self->report->filters & MTR_REPORT_PAIRING) && job->scope.pairing_id == 0)
    {
      mtr_pages_view_explain (self->view, _("There is no pairing yet to report on."));
      free_report_job (job);
      return;
    }
  mtr_report_fit_scope (self->report, &job->scope);

  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, built_cb, NULL);
  g_task_set_source_tag (task, make);
  g_task_set_task_data (task, job, free_report_job);
  g_task_set_return_on_cancel (task, FALSE);
  mtr_store_read_figures_async (mtr_programme_get_store (programme), &job->scope, self->report->figures,
                                self->report->n_figures, self->report->with, self->cancellable, figures_cb, task);
}

/* ---- Taking it away ------------------------------------------------------------ */

static void
print_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  mtr_pages_view_print (MTR_REPORT_VIEW_PAGE (widget)->view);
}

static void
save_as_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  MtrReportViewPage *self = MTR_REPORT_VIEW_PAGE (widget);
  MtrOutputFormat format = (MtrOutputFormat) g_variant_get_int32 (parameter);
  g_autofree char *name = g_strdup_printf ("%s.%s", mtr_report_get_title (self->report),
                                           mtr_output_get_kind (format)->code);

  mtr_pages_view_save_as (self->view, format, name);
}

/* ---- The page ------------------------------------------------------------------ */

static void
mtr_report_view_page_refresh (MtrPage *page)
{
  make (MTR_REPORT_VIEW_PAGE (page));
}

static void
mtr_report_view_page_focus_first (MtrPage *page)
{
  gtk_widget_grab_focus (MTR_REPORT_VIEW_PAGE (page)->print_button);
}

static gboolean
mtr_report_view_page_command (MtrPage    *page,
                              const char *command)
{
  if (!g_str_equal (command, "print"))
    return FALSE;

  mtr_pages_view_print (MTR_REPORT_VIEW_PAGE (page)->view);

  return TRUE;
}

static void
mtr_report_view_page_dispose (GObject *object)
{
  MtrReportViewPage *self = MTR_REPORT_VIEW_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (mtr_report_view_page_parent_class)->dispose (object);
}

static void
mtr_report_view_page_class_init (MtrReportViewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_report_view_page_dispose;
  page_class->refresh = mtr_report_view_page_refresh;
  page_class->focus_first = mtr_report_view_page_focus_first;
  page_class->command = mtr_report_view_page_command;

  gtk_widget_class_install_action (widget_class, "report.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "report.save-as", "i", save_as_cb);
}

static void
mtr_report_view_page_init (MtrReportViewPage *self)
{
}

static GtkWidget *
make_save_button (void)
{
  static const MtrOutputFormat formats[] = { MTR_OUTPUT_PDF, MTR_OUTPUT_ODT, MTR_OUTPUT_HTML, MTR_OUTPUT_CSV };
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      const MtrOutputKind *kind = mtr_output_get_kind (formats[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (_(kind->label), NULL);

      g_menu_item_set_action_and_target (item, "report.save-as", "i", (int) formats[i]);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("_Save"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));

  return button;
}

static void
narrow_cb (MtrReportViewPage *self)
{
  mtr_report_choice_set_narrow (self->choice, mtr_page_get_narrow (MTR_PAGE (self)));
}

/**
 * mtr_report_view_page_new:
 * @programme: the programme
 * @report: which report
 * @pairing_id: for a report about one pairing, which it shows first; 0 for none
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_report_view_page_new (MtrProgramme    *programme,
                          const MtrReport *report,
                          gint64           pairing_id)
{
  MtrReportViewPage *self = g_object_new (MTR_TYPE_REPORT_VIEW_PAGE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->report = report;
  self->choice = mtr_report_choice_new (programme, report, pairing_id);
  self->view = g_object_new (MTR_TYPE_PAGES_VIEW, "vexpand", TRUE, NULL);
  self->print_button = gtk_button_new_with_mnemonic (_("_Print…"));
  /* GTK 4.8 says the mnemonic too. */
  mtr_accessible_set_label (self->print_button, _("Print…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->print_button), "report.print");
  gtk_widget_add_css_class (self->print_button, "suggested-action");
  mtr_report_choice_add_verb (self->choice, self->print_button);
  mtr_report_choice_add_verb (self->choice, make_save_button ());

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->choice));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), box);
  mtr_page_set_title (MTR_PAGE (self), mtr_report_get_title (report));
  mtr_page_set_programme (MTR_PAGE (self), programme);
  g_signal_connect_object (self->choice, "changed", G_CALLBACK (make), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);

  return MTR_PAGE (self);
}

/**
 * mtr_report_view_page_get_n_pages:
 * @self: a page
 *
 * Returns: how many pages the report has; 0 until they are made
 */
guint
mtr_report_view_page_get_n_pages (MtrReportViewPage *self)
{
  return mtr_pages_view_get_n_pages (self->view);
}
