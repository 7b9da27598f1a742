/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-change.h"
#include "mtr-pack.h"
#include "mtr-proposal.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

char      *mtr_filled_form_dup_text (const MtrForm *form,
                                     GPtrArray     *answers);
MtrRecord *mtr_filled_form_share    (MtrChange     *change,
                                     MtrRecord     *private_form,
                                     GPtrArray     *answers,
                                     gint64         pairing_id,
                                     gint64         giver_id,
                                     const char    *today,
                                     MtrNewIdFunc   new_id,
                                     gpointer       new_id_data);
GPtrArray *mtr_filled_form_draft_note (MtrPack      *pack,
                                     MtrSnapshot   *snapshot,
                                     MtrRecord     *source,
                                     gint64         owner_id,
                                     const char    *today,
                                     MtrNewIdFunc   new_id,
                                     gpointer       new_id_data);

G_END_DECLS
