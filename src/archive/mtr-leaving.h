/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-document.h"
#include "mtr-store.h"

G_BEGIN_DECLS

/** MtrLeaving: what is to be known of a portfolio that leaves its file. */
typedef struct {
  MtrPack     *pack;       /* (unowned) */
  MtrSnapshot *snapshot;   /* (unowned): the pairing */
  MtrDocument *document;   /* (unowned): the portfolio */
  GPtrArray   *left_out;   /* (owned) (element-type MtrContentsLine) */
  GPtrArray   *findings;   /* (owned) (element-type MtrFinding): places that may identify somebody; those found to be fine too */
} MtrLeaving;

gboolean    mtr_leaving_init           (MtrLeaving       *leaving,
                                        MtrStore         *store,
                                        MtrPack          *pack,
                                        MtrSnapshot      *snapshot,
                                        MtrDocument      *document,
                                        GError          **error);
void        mtr_leaving_clear          (MtrLeaving       *leaving);
guint       mtr_leaving_count_open     (const MtrLeaving *leaving);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MtrLeaving, mtr_leaving_clear)

G_END_DECLS
