/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reports for whoever runs the programme, one row each: pressed, it is
 * there as the pages that would be printed.
 */

#include "mtr-reports-page.h"

#include "mtr-page-parts.h"
#include "mtr-report-view-page.h"

#include <glib/gi18n-lib.h>

struct _MtrReportsPage {
  MtrPage     parent_instance;

  MtrRowList *rows;  /* (owned) */
};

G_DEFINE_FINAL_TYPE (MtrReportsPage, mtr_reports_page, MTR_TYPE_PAGE)

static void
activated_cb (MtrReportsPage *self,
              const char     *name)
{
  mtr_page_push (MTR_PAGE (self),
                 mtr_report_view_page_new (mtr_page_get_programme (MTR_PAGE (self)), mtr_report_find (name), 0));
}

static void
mtr_reports_page_refresh (MtrPage *page)
{
  MtrReportsPage *self = MTR_REPORTS_PAGE (page);

  mtr_row_list_begin (self->rows);
  for (guint i = 0; i < mtr_report_count (); i++)
    {
      const MtrReport *report = mtr_report_nth (i);

      mtr_row_list_add (self->rows, report->name, mtr_report_get_title (report), _(report->description), NULL, NULL);
    }
  mtr_row_list_end (self->rows);
}

static void
mtr_reports_page_dispose (GObject *object)
{
  g_clear_object (&MTR_REPORTS_PAGE (object)->rows);

  G_OBJECT_CLASS (mtr_reports_page_parent_class)->dispose (object);
}

static void
mtr_reports_page_class_init (MtrReportsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_reports_page_dispose;
  MTR_PAGE_CLASS (klass)->refresh = mtr_reports_page_refresh;
}

static void
mtr_reports_page_init (MtrReportsPage *self)
{
}

/**
 * mtr_reports_page_new:
 * @programme: the programme
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_reports_page_new (MtrProgramme *programme)
{
  MtrReportsPage *self = g_object_new (MTR_TYPE_REPORTS_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  mtr_page_set_programme (MTR_PAGE (self), programme);
  adw_preferences_group_set_title (group, _("Reports on the programme"));
  adw_preferences_group_set_description (group, _("Made from dates, states and numbers. Nothing of what was said or "
                                                  "written between two people is in them."));
  self->rows = mtr_row_list_new (group);
  g_signal_connect_object (self->rows, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (content, GTK_WIDGET (group));
  mtr_page_refresh (MTR_PAGE (self));

  return MTR_PAGE (self);
}
