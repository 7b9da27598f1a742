/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pack.h"
#include "mtr-record.h"

G_BEGIN_DECLS

/** MtrTestLoss: one required thing that is taken away from the sample's ready pairing. */
typedef struct {
  const char         *name;
  MtrKind             kind;
  MtrField            field;      /* records with @value in it are meant; MTR_FIELD_NONE: all of the kind */
  const char         *value;
  MtrField            emptied;    /* MTR_FIELD_NONE: the records are left out */
  MtrRequirementKind  named;      /* the requirement that must say so */
  guint               unmet;
  const char         *says;       /* in these words */
} MtrTestLoss;

/* Ends with a row without a name. */
extern const MtrTestLoss mtr_test_losses[];

GPtrArray *mtr_test_loss_apply (const MtrTestLoss *loss,
                                GPtrArray         *records);

G_END_DECLS
