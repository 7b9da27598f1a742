/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-document-error.h"
#include "mtr-document.h"
#include "mtr-pack.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

MtrDocument *mtr_plan_build (MtrPack      *pack,
                             MtrSnapshot  *snapshot,
                             gint64        pairing_id,
                             const GDate  *as_at,
                             GError      **error);

G_END_DECLS
