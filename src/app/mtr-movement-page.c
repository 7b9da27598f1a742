/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How somebody has moved from the start to the end, in their own eyes: each
 * item of the self-assessment with its drawing and its figures.
 */

#include "mtr-movement-page.h"

#include "mtr-audience-button.h"
#include "mtr-movement-row.h"
#include "mtr-page-parts.h"

#include <glib/gi18n-lib.h>

struct _MtrMovementPage {
  MtrPage           parent_instance;

  MtrPairingModel  *model;      /* (owned) */
  gint64            person_id;
  MtrRowList       *rows;       /* (owned) */
};

G_DEFINE_FINAL_TYPE (MtrMovementPage, mtr_movement_page, MTR_TYPE_PAGE)

static void
mtr_movement_page_refresh (MtrPage *page)
{
  MtrMovementPage *self = MTR_MOVEMENT_PAGE (page);
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  g_autoptr (GPtrArray) movements = NULL;

  if (pack == NULL)
    return;

  movements = mtr_self_assessment_list_movements (pack, mtr_pairing_model_get_snapshot (self->model),
                                                  mtr_pairing_model_get_id (self->model), self->person_id);
  mtr_row_list_begin (self->rows);
  for (guint i = 0; i < movements->len; i++)
    {
      const MtrMovement *movement = g_ptr_array_index (movements, i);
      GtkWidget *row = mtr_row_list_find (self->rows, movement->word->code);

      if (row == NULL)
        row = mtr_movement_row_new ();
      mtr_movement_row_show (MTR_MOVEMENT_ROW (row), mtr_pack_get_self_assessment (pack), movement);
      mtr_row_list_add_widget (self->rows, movement->word->code, row);
    }
  mtr_row_list_end (self->rows);
}

static void
mtr_movement_page_dispose (GObject *object)
{
  MtrMovementPage *self = MTR_MOVEMENT_PAGE (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_movement_page_parent_class)->dispose (object);
}

static void
mtr_movement_page_class_init (MtrMovementPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_movement_page_dispose;
  MTR_PAGE_CLASS (klass)->refresh = mtr_movement_page_refresh;
}

static void
mtr_movement_page_init (MtrMovementPage *self)
{
}

/**
 * mtr_movement_page_new:
 * @model: a pairing whose pack has a self-assessment
 * @person_id: whose self-assessments
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_movement_page_new (MtrPairingModel *model,
                       gint64           person_id)
{
  MtrMovementPage *self = g_object_new (MTR_TYPE_MOVEMENT_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  const MtrSelfAssessment *asked = mtr_pack_get_self_assessment (mtr_pairing_model_get_pack (model));
  GtkWidget *group = mtr_group_new (_("What has moved"), MTR_AUDIENCE_PAIR, mtr_pairing_model_get_pair_names (model), NULL);
  g_autofree char *scale = NULL;
  g_autofree char *description = NULL;

  self->model = g_object_ref (model);
  self->person_id = person_id;
  mtr_page_set_programme (MTR_PAGE (self), mtr_pairing_model_get_programme (model));
  mtr_page_set_title (MTR_PAGE (self), _("What Has Moved"));
  mtr_page_parts_add_line (content, _("To talk about, not to report. A figure that went down is often somebody who sees more."));
  /* Translators: the two ends of a scale: figure, meaning, figure, meaning. */
  scale = g_strdup_printf (_("%1$d is “%2$s”, %3$d is “%4$s”."), asked->lowest, asked->low, asked->highest, asked->high);
  description = g_markup_printf_escaped ("%s\n%s", scale, mtr_movement_get_legend ());
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  self->rows = mtr_row_list_new (ADW_PREFERENCES_GROUP (group));
  gtk_box_append (content, group);
  g_signal_connect_object (model, "refreshed", G_CALLBACK (mtr_page_refresh), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
