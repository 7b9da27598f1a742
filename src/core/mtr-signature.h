/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-change.h"

G_BEGIN_DECLS

/** The two slots of an agreement and of an observation. */
#define MTR_SLOT_MENTOR   "mentor"
#define MTR_SLOT_MENTEE   "mentee"
#define MTR_SLOT_OBSERVER "observer"
#define MTR_SLOT_OBSERVED "observed"

/** How a signature was given: by the owner of the file, or by typing a name at somebody else's computer. */
#define MTR_SIGNED_OWN_FILE  "own-file"
#define MTR_SIGNED_IN_PERSON "in-person"

const MtrSignature *mtr_signature_find        (MtrKind     kind,
                                               const char *slot);
gboolean            mtr_signature_is_given    (MtrRecord  *record,
                                               const char *slot);
gboolean            mtr_signature_is_complete (MtrRecord  *record);
void                mtr_signature_sign        (MtrChange  *change,
                                               MtrRecord  *record,
                                               const char *slot,
                                               const char *name,
                                               const char *how,
                                               const char *moment);

G_END_DECLS
