/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The progress of one pairing: the very facts of "What will my manager see?",
 * and no others.
 */

#include "mtr-report-builder-private.h"

#include "mtr-manager-row.h"
#include "mtr-messages.h"

static void
build (MtrReportBuilder *self)
{
  MtrSnapshot *snapshot = mtr_figures_get_snapshot (self->figures);
  MtrRecord *pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, self->scope->pairing_id);
  MtrPack *pack = mtr_figures_get_pack (self->figures, mtr_record_get_text (pairing, MTR_PAIRING_PACK));
  g_autoptr (GPtrArray) facts = NULL;

  if (pack == NULL)
    {
      mtr_node_add_paragraph (self->section, _("The scheme of this pairing is not on this computer, so that nothing can be "
                                               "said of it."));
      return;
    }
  facts = mtr_manager_row_build (pack, snapshot, self->scope->pairing_id, &self->scope->as_at);
  for (guint i = 0; i < facts->len; i++)
    {
      const MtrManagerFact *fact = g_ptr_array_index (facts, i);

      mtr_node_add_field (self->section, fact->label, fact->value);
    }
  mtr_node_add_paragraph (self->section, _("Both of the pair can see this, word for word, whenever they ask what their manager "
                                           "sees."));
}

static const MtrFigure figures[] = { MTR_FIGURE_PROGRAMME };

const MtrReport mtr_report_progress = {
  "progress", N_("Progress statement"),
  N_("One pairing: exactly what its manager sees."),
  MTR_REPORT_PAIRING, figures, G_N_ELEMENTS (figures), MTR_FIGURES_WITH_PAIRING, build,
};
