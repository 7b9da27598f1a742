/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The first step of bringing in a portfolio: which file it is. What cannot be
 * read is said here, and another file can be chosen.
 */

#include "mtr-portfolio-in-page.h"

#include "mtr-busy-box.h"
#include "mtr-error-words.h"
#include "mtr-file-dialogs.h"
#include "mtr-import-job.h"
#include "mtr-page-parts.h"
#include "mtr-portfolio-in-preview-page.h"
#include "mtr-portfolio-xml-reader.h"

#include <glib/gi18n-lib.h>

struct _MtrPortfolioInPage {
  MtrPage     parent_instance;

  GtkWidget  *choose_button;
  GtkLabel   *problem_label;
  MtrBusyBox *busy;
  GFile      *file;            /* (owned) (nullable): the one that was chosen last */
};

G_DEFINE_FINAL_TYPE (MtrPortfolioInPage, mtr_portfolio_in_page, MTR_TYPE_PAGE)

static gpointer
read_portfolio (GFile         *file,
                GCancellable  *cancellable,
                GError       **error)
{
  return mtr_portfolio_xml_read_file (file, cancellable, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MtrPortfolioInPage) self = MTR_PORTFOLIO_IN_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrCarriedPortfolio) carried = mtr_import_job_read_finish (result, &error);
  g_autofree char *words = NULL;

  if (mtr_page_is_gone (MTR_PAGE (self)))
    return;

  mtr_busy_box_end (self->busy);
  if (carried != NULL)
    {
      mtr_page_push (MTR_PAGE (self), mtr_portfolio_in_preview_page_new (mtr_page_get_programme (MTR_PAGE (self)), carried));
      return;
    }
  words = mtr_error_to_words (error, g_file_peek_path (self->file));
  gtk_label_set_text (self->problem_label, words);
  gtk_widget_grab_focus (self->choose_button);
}

/**
 * mtr_portfolio_in_page_read:
 * @self: a page that is shown
 * @file: a portfolio as XML
 *
 * Reads the file, and goes on to what would become of it.
 */
void
mtr_portfolio_in_page_read (MtrPortfolioInPage *self,
                            GFile              *file)
{
  gtk_label_set_text (self->problem_label, "");
  g_set_object (&self->file, file);
  mtr_import_job_read_async (mtr_page_get_programme (MTR_PAGE (self)), read_portfolio, file,
                             mtr_busy_box_begin (self->busy, _("Reading the file…")), read_cb, g_object_ref (self));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MtrPortfolioInPage) self = MTR_PORTFOLIO_IN_PAGE (user_data);
  g_autoptr (GListModel) files = mtr_file_dialogs_choose_finish (result);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL && !mtr_page_is_gone (MTR_PAGE (self)))
    mtr_portfolio_in_page_read (self, file);
}

static void
choose_cb (MtrPortfolioInPage *self)
{
  mtr_file_dialogs_choose_async (GTK_WIDGET (self), MTR_FILE_BRING_IN_PORTFOLIO, NULL, chosen_cb, g_object_ref (self));
}

static void
mtr_portfolio_in_page_focus_first (MtrPage *page)
{
  gtk_widget_grab_focus (MTR_PORTFOLIO_IN_PAGE (page)->choose_button);
}

static void
mtr_portfolio_in_page_leave (MtrPage *page)
{
  mtr_busy_box_stop (MTR_PORTFOLIO_IN_PAGE (page)->busy);
}

static void
mtr_portfolio_in_page_dispose (GObject *object)
{
  g_clear_object (&MTR_PORTFOLIO_IN_PAGE (object)->file);

  G_OBJECT_CLASS (mtr_portfolio_in_page_parent_class)->dispose (object);
}

static void
mtr_portfolio_in_page_class_init (MtrPortfolioInPageClass *klass)
{
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_portfolio_in_page_dispose;
  page_class->focus_first = mtr_portfolio_in_page_focus_first;
  page_class->leave = mtr_portfolio_in_page_leave;
}

static void
mtr_portfolio_in_page_init (MtrPortfolioInPage *self)
{
}

/**
 * mtr_portfolio_in_page_new:
 * @programme: a programme that can be written
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_portfolio_in_page_new (MtrProgramme *programme)
{
  MtrPortfolioInPage *self = g_object_new (MTR_TYPE_PORTFOLIO_IN_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 560);

  mtr_page_set_programme (MTR_PAGE (self), programme);
  mtr_page_set_title (MTR_PAGE (self), _("Bring In a Portfolio"));
  mtr_page_parts_add_line (content,
                           _("A portfolio moves with its owner. Have it saved as XML where it was begun, on the page where it is exported, and choose that file here. You see who and what would come in; nothing is changed before you say so."));
  mtr_page_parts_add_line (content,
                           _("What is signed stays signed. The diary, the words of the agreement and private notes are not in a portfolio; they stay with the two whose they are."));
  self->choose_button = mtr_page_parts_add_button (content, _("Choose a File…"), TRUE);
  self->problem_label = mtr_page_parts_add_problem (content);
  self->busy = MTR_BUSY_BOX (mtr_busy_box_new ());
  gtk_box_append (content, GTK_WIDGET (self->busy));
  g_signal_connect_object (self->choose_button, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
