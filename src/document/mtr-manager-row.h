/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pack.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

/** MtrManagerFact: one thing that whoever runs the programme sees of a pairing. */
typedef struct {
  char *label;    /* (owned) */
  char *value;    /* (owned): in words */
} MtrManagerFact;

void       mtr_manager_fact_free (MtrManagerFact *fact);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrManagerFact, mtr_manager_fact_free)

GPtrArray *mtr_manager_row_build (MtrPack        *pack,
                                  MtrSnapshot    *source,
                                  gint64          pairing_id,
                                  const GDate    *today);

G_END_DECLS
