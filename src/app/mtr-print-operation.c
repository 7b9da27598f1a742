/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document on paper. The pages are the ones of the preview and the PDF; they
 * are laid out when the paper is known, and painted one by one. What somebody
 * chose in the dialogue is kept for the next time, in the folder of settings.
 */

#include "mtr-print-operation.h"

#include "mtr-look.h"

#include "mtr-dialogs.h"

#include <glib/gi18n-lib.h>

/* What is kept: a group each in one file. */
#define SETTINGS_GROUP   "Print Settings"
#define PAGE_SETUP_GROUP "Page Setup"

/* What a print operation paints. */
typedef struct {
  MtrDocument *document;  /* (owned) */
  MtrPages    *pages;     /* (owned) (nullable): once the paper is known */
} PrintJob;

static void
free_job (gpointer data)
{
  PrintJob *job = data;

  g_clear_object (&job->document);
  g_clear_object (&job->pages);
  g_free (job);
}

static gboolean
is_letter (GtkPaperSize *size)
{
  return g_strcmp0 (gtk_paper_size_get_name (size), GTK_PAPER_NAME_LETTER) == 0;
}

/**
 * mtr_print_get_paper:
 *
 * Returns: the paper that the settings ask for; what is usual in the locale where they leave it open
 */
MtrPaper
mtr_print_get_paper (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("com.example.Mentoring");
  g_autofree char *paper = g_settings_get_string (settings, "paper");

  if (g_str_equal (paper, "locale"))
    return g_strcmp0 (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) == 0 ? MTR_PAPER_LETTER : MTR_PAPER_A4;

  return g_str_equal (paper, "letter") ? MTR_PAPER_LETTER : MTR_PAPER_A4;
}

static char *
dup_settings_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "mentoring", "print.ini", NULL);
}

static GtkPageSetup *
load_page_setup (GKeyFile *kept)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size = NULL;

  if (gtk_page_setup_load_key_file (setup, kept, PAGE_SETUP_GROUP, NULL))
    return setup;

  size = gtk_paper_size_new (mtr_print_get_paper () == MTR_PAPER_LETTER ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);

  return setup;
}

static void
keep_choices (GtkPrintOperation *operation)
{
  g_autoptr (GKeyFile) kept = g_key_file_new ();
  g_autofree char *path = dup_settings_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  GtkPageSetup *setup = gtk_print_operation_get_default_page_setup (operation);

  if (settings != NULL)
    gtk_print_settings_to_key_file (settings, kept, SETTINGS_GROUP);
  if (setup != NULL)
    gtk_page_setup_to_key_file (setup, kept, PAGE_SETUP_GROUP);

  /* Nothing is lost where this fails but a choice in a dialogue. */
  g_mkdir_with_parents (folder, 0700);
  g_key_file_save_to_file (kept, path, NULL);
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                gpointer           user_data)
{
  PrintJob *job = user_data;
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);

  g_clear_object (&job->pages);
  job->pages = mtr_pages_new (job->document,
                              is_letter (gtk_page_setup_get_paper_size (setup)) ? MTR_PAPER_LETTER : MTR_PAPER_A4);
  gtk_print_operation_set_n_pages (operation, (int) mtr_pages_get_n_pages (job->pages));
}

/* A map lies across, whatever was chosen for the other pages. */
static void
request_page_setup_cb (GtkPrintOperation *operation,
                       GtkPrintContext   *context,
                       int                position,
                       GtkPageSetup      *setup,
                       gpointer           user_data)
{
  PrintJob *job = user_data;
  double width, height;

  mtr_pages_get_size (job->pages, (guint) position, &width, &height);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                position,
              gpointer           user_data)
{
  PrintJob *job = user_data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double paper_width = gtk_print_context_get_width (context);
  double paper_height = gtk_print_context_get_height (context);
  double width, height, scale;

  mtr_pages_get_size (job->pages, (guint) position, &width, &height);
  /* A paper that is neither of the two we lay out for gets the whole page, smaller or larger. */
  scale = MIN (paper_width / width, paper_height / height);
  cairo_save (cr);
  cairo_translate (cr, (paper_width - width * scale) / 2, (paper_height - height * scale) / 2);
  cairo_scale (cr, scale, scale);
  mtr_pages_draw (job->pages, (guint) position, cr);
  cairo_restore (cr);
}

/**
 * mtr_print_operation_new:
 * @document: what is printed
 * @job_name: what the printer calls it
 *
 * Returns: (transfer full): an operation that is ready to run, with what was chosen the last time
 */
GtkPrintOperation *
mtr_print_operation_new (MtrDocument *document,
                         const char  *job_name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GKeyFile) kept = g_key_file_new ();
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autofree char *path = dup_settings_path ();
  PrintJob *job = g_new0 (PrintJob, 1);

  /* The first time there is no such file. */
  g_key_file_load_from_file (kept, path, G_KEY_FILE_NONE, NULL);
  gtk_print_settings_load_key_file (settings, kept, SETTINGS_GROUP, NULL);
  setup = load_page_setup (kept);

  job->document = g_object_ref (document);
  mtr_look_adjust (mtr_look_get_default (), document);
  g_object_set_data_full (G_OBJECT (operation), "job", job, free_job);
  gtk_print_operation_set_job_name (operation, job_name);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (request_page_setup_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);

  return operation;
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         gpointer                 user_data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *parent = user_data;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      keep_choices (operation);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      mtr_dialogs_tell (parent, _("It was not printed"), error != NULL ? error->message : NULL);
    }
}

/**
 * mtr_print_operation_ask:
 * @operation: an operation of mtr_print_operation_new()
 * @parent: a widget of the window to ask over
 *
 * Asks for printer and paper, and prints.
 */
void
mtr_print_operation_ask (GtkPrintOperation *operation,
                         GtkWidget         *parent)
{
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), parent, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (parent)), NULL);
}
