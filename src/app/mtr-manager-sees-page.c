/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "What will my manager see?": the very row that leaves, drawn from the same
 * list of facts, so that this page cannot show less than a report does.
 */

#include "mtr-manager-sees-page.h"

#include "mtr-audience-button.h"
#include "mtr-manager-row.h"
#include "mtr-page-parts.h"
#include "mtr-report-view-page.h"

#include <glib/gi18n-lib.h>

struct _MtrManagerSeesPage {
  MtrPage          parent_instance;

  MtrPairingModel *model;  /* (owned) */
  MtrRowList      *facts;  /* (owned) */
};

G_DEFINE_FINAL_TYPE (MtrManagerSeesPage, mtr_manager_sees_page, MTR_TYPE_PAGE)

/**
 * mtr_manager_sees_dup_question:
 * @model: a pairing
 *
 * Returns: (transfer full): what the page is called: "What will Manager C see?"
 */
char *
mtr_manager_sees_dup_question (MtrPairingModel *model)
{
  const char *manager = mtr_pairing_model_get_manager_name (model);

  /* Translators: %s is the line manager. */
  return manager != NULL ? g_strdup_printf (_("What will %s see?"), manager)
                         : g_strdup (_("What will the line manager see?"));
}

static void
print_cb (MtrManagerSeesPage *self)
{
  mtr_page_push (MTR_PAGE (self),
                 mtr_report_view_page_new (mtr_pairing_model_get_programme (self->model), mtr_report_find ("progress"),
                                           mtr_pairing_model_get_id (self->model)));
}

static void
mtr_manager_sees_page_refresh (MtrPage *page)
{
  MtrManagerSeesPage *self = MTR_MANAGER_SEES_PAGE (page);
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  g_autoptr (GPtrArray) facts = NULL;
  GDate today;

  if (pack == NULL)
    return;

  mtr_programme_get_today (mtr_pairing_model_get_programme (self->model), &today);
  facts = mtr_manager_row_build (pack, mtr_pairing_model_get_snapshot (self->model),
                                 mtr_pairing_model_get_id (self->model), &today);
  mtr_row_list_begin (self->facts);
  for (guint i = 0; i < facts->len; i++)
    {
      const MtrManagerFact *fact = g_ptr_array_index (facts, i);

      mtr_page_parts_add_reading (self->facts, fact->label, fact->value);
    }
  mtr_row_list_end (self->facts);
}

static void
mtr_manager_sees_page_dispose (GObject *object)
{
  MtrManagerSeesPage *self = MTR_MANAGER_SEES_PAGE (object);

  g_clear_object (&self->facts);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_manager_sees_page_parent_class)->dispose (object);
}

static void
mtr_manager_sees_page_class_init (MtrManagerSeesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_manager_sees_page_dispose;
  MTR_PAGE_CLASS (klass)->refresh = mtr_manager_sees_page_refresh;
}

static void
mtr_manager_sees_page_init (MtrManagerSeesPage *self)
{
}

/**
 * mtr_manager_sees_page_new:
 * @model: the pairing
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_manager_sees_page_new (MtrPairingModel *model)
{
  MtrManagerSeesPage *self = g_object_new (MTR_TYPE_MANAGER_SEES_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  g_autofree char *question = mtr_manager_sees_dup_question (model);
  GtkWidget *group = mtr_group_new (_("This, as it stands here"), MTR_AUDIENCE_PROGRAMME, NULL, NULL);

  self->model = g_object_ref (model);
  self->facts = mtr_row_list_new (ADW_PREFERENCES_GROUP (group));
  mtr_page_set_title (MTR_PAGE (self), question);
  mtr_page_set_programme (MTR_PAGE (self), mtr_pairing_model_get_programme (model));
  gtk_box_append (content, group);
  mtr_page_parts_add_line (content, _("…and nothing else. Not the diary, not topics, not how anybody feels."));
  g_signal_connect_object (mtr_page_parts_add_button (content, _("_Look at It on Paper"), FALSE), "clicked",
                           G_CALLBACK (print_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "refreshed", G_CALLBACK (mtr_page_refresh), self, G_CONNECT_SWAPPED);
  mtr_page_refresh (MTR_PAGE (self));

  return MTR_PAGE (self);
}
