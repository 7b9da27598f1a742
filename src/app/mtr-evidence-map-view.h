/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pack.h"
#include "mtr-snapshot.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MTR_TYPE_EVIDENCE_MAP_VIEW (mtr_evidence_map_view_get_type ())
G_DECLARE_FINAL_TYPE (MtrEvidenceMapView, mtr_evidence_map_view, MTR, EVIDENCE_MAP_VIEW, AdwBin)

GtkWidget *mtr_evidence_map_view_new            (void);
void       mtr_evidence_map_view_set_content    (MtrEvidenceMapView *self,
                                                 MtrPack            *pack,
                                                 MtrSnapshot        *snapshot,
                                                 gint64              portfolio_id,
                                                 const GDate        *today);
void       mtr_evidence_map_view_set_both       (MtrEvidenceMapView *self,
                                                 gboolean            both);
guint      mtr_evidence_map_view_count_kinds    (MtrEvidenceMapView *self,
                                                 guint               position,
                                                 guint              *n_shown);
char      *mtr_evidence_map_view_dup_area_words (MtrEvidenceMapView *self,
                                                 guint               position);

G_END_DECLS
