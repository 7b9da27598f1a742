/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Links that have no reason yet, one after another. A link stays on the page
 * when its reason has been written, so that nothing jumps away under the hand.
 */

#include "mtr-rationales-page.h"

#include "mtr-evidence-link-group.h"
#include "mtr-portfolio.h"

#include <glib/gi18n-lib.h>

struct _MtrRationalesPage {
  MtrPage          parent_instance;

  MtrPairingModel *model;   /* (owned) */
  GHashTable      *groups;  /* (owned): id of a link (int64) → MtrEvidenceLinkGroup in content */

  GtkBox          *content;
  GtkLabel        *intro_label;
};

G_DEFINE_FINAL_TYPE (MtrRationalesPage, mtr_rationales_page, MTR_TYPE_PAGE)

static void
add_links (MtrRationalesPage *self)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  MtrRecord *portfolio = mtr_pairing_model_get_portfolio (self->model);
  g_autoptr (GPtrArray) links = NULL;

  if (portfolio == NULL)
    return;

  links = mtr_portfolio_list_links_without_rationale (snapshot, mtr_record_get_id (portfolio));
  for (guint i = 0; i < links->len; i++)
    {
      MtrRecord *link = g_ptr_array_index (links, i);
      MtrRecord *evidence = mtr_snapshot_follow (snapshot, link, MTR_EVIDENCE_LINK_EVIDENCE_ID);
      gint64 id = mtr_record_get_id (link);
      g_autofree char *name = NULL;
      g_autofree char *markup = NULL;
      GtkWidget *group;

      if (evidence == NULL || g_hash_table_contains (self->groups, &id))
        continue;
      name = mtr_evidence_dup_name (evidence);
      markup = g_markup_escape_text (name, -1);
      group = mtr_evidence_link_group_new (self->model, link);
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), markup);
      gtk_box_append (self->content, group);
      g_hash_table_insert (self->groups, g_memdup2 (&id, sizeof id), group);
    }
}

static void
mtr_rationales_page_refresh (MtrPage *page)
{
  MtrRationalesPage *self = MTR_RATIONALES_PAGE (page);
  GHashTableIter iter;
  gpointer key, group;

  g_hash_table_iter_init (&iter, self->groups);
  while (g_hash_table_iter_next (&iter, &key, &group))
    {
      MtrRecord *link = mtr_snapshot_get (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_EVIDENCE_LINK,
                                          *(gint64 *) key);

      if (link != NULL)
        {
          mtr_evidence_link_group_refresh (group, link);
        }
      else
        {
          gtk_box_remove (self->content, group);
          g_hash_table_iter_remove (&iter);
        }
    }
  add_links (self);
  gtk_label_set_text (self->intro_label, g_hash_table_size (self->groups) > 0
                                           ? _("These items are linked to an area without saying why they show it. One or two "
                                               "sentences are enough.")
                                           : _("Every link has its reason. There is nothing to write here."));
}

static void
refreshed_cb (MtrRationalesPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    mtr_page_refresh (MTR_PAGE (self));
}

static void
mtr_rationales_page_dispose (GObject *object)
{
  MtrRationalesPage *self = MTR_RATIONALES_PAGE (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->groups, g_hash_table_unref);

  G_OBJECT_CLASS (mtr_rationales_page_parent_class)->dispose (object);
}

static void
mtr_rationales_page_class_init (MtrRationalesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_rationales_page_dispose;
  MTR_PAGE_CLASS (klass)->refresh = mtr_rationales_page_refresh;

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-rationales-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MtrRationalesPage, content);
  gtk_widget_class_bind_template_child (widget_class, MtrRationalesPage, intro_label);
}

static void
mtr_rationales_page_init (MtrRationalesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * mtr_rationales_page_new:
 * @model: the pairing
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_rationales_page_new (MtrPairingModel *model)
{
  MtrRationalesPage *self = g_object_new (MTR_TYPE_RATIONALES_PAGE, NULL);

  self->model = g_object_ref (model);
  mtr_page_set_programme (MTR_PAGE (self), mtr_pairing_model_get_programme (model));
  g_signal_connect_object (model, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
