/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules for mentors one by one, also where all are met, and the reasons
 * that were given where one is not.
 */

#include "mtr-eligibility-page.h"

#include "mtr-eligibility-group.h"

#include <glib/gi18n-lib.h>

struct _MtrEligibilityPage {
  MtrPage              parent_instance;

  MtrEligibilityGroup *group;
  MtrField             wanted;
};

G_DEFINE_FINAL_TYPE (MtrEligibilityPage, mtr_eligibility_page, MTR_TYPE_PAGE)

static void
narrow_cb (MtrEligibilityPage *self)
{
  mtr_eligibility_group_set_narrow (self->group, mtr_page_get_narrow (MTR_PAGE (self)));
}

static void
mtr_eligibility_page_refresh (MtrPage *page)
{
  mtr_eligibility_group_refresh (MTR_ELIGIBILITY_PAGE (page)->group);
}

static void
mtr_eligibility_page_focus_first (MtrPage *page)
{
  MtrEligibilityPage *self = MTR_ELIGIBILITY_PAGE (page);

  if (!mtr_eligibility_group_focus_reason (self->group, self->wanted))
    mtr_page_keep_focus (page);
}

static void
mtr_eligibility_page_leave (MtrPage *page)
{
  mtr_eligibility_group_leave (MTR_ELIGIBILITY_PAGE (page)->group);
}

static void
mtr_eligibility_page_class_init (MtrEligibilityPageClass *klass)
{
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  page_class->refresh = mtr_eligibility_page_refresh;
  page_class->focus_first = mtr_eligibility_page_focus_first;
  page_class->leave = mtr_eligibility_page_leave;
}

static void
mtr_eligibility_page_init (MtrEligibilityPage *self)
{
}

/**
 * mtr_eligibility_page_new:
 * @model: the pairing
 * @field: the reason to put the cursor in; %MTR_FIELD_NONE for the first rule
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_eligibility_page_new (MtrPairingModel *model,
                          MtrField         field)
{
  MtrEligibilityPage *self = g_object_new (MTR_TYPE_ELIGIBILITY_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);

  self->wanted = field;
  self->group = MTR_ELIGIBILITY_GROUP (mtr_eligibility_group_new (model, TRUE));
  gtk_box_append (content, GTK_WIDGET (self->group));
  mtr_page_set_title (MTR_PAGE (self), _("Rules for Mentors"));
  mtr_page_set_programme (MTR_PAGE (self), mtr_pairing_model_get_programme (model));
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
  g_signal_connect_object (model, "refreshed", G_CALLBACK (mtr_page_refresh), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
