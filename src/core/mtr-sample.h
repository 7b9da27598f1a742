/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sample programme: people who do not exist, dated from the day on which
 * it is looked at, so that it is never out of date.
 */

#pragma once

#include "mtr-record.h"

G_BEGIN_DECLS

/**
 * MtrSampleError:
 * @MTR_SAMPLE_ERROR_MALFORMED: not a key file; the file that comes with the program is damaged
 * @MTR_SAMPLE_ERROR_UNKNOWN: a group or a key names a kind of record, a field or a record that is not there
 * @MTR_SAMPLE_ERROR_BAD_VALUE: a value is not what its field can hold, or one that must be there is missing
 *
 * Why a sample was not built. Each message says which group and which key.
 */
typedef enum {
  MTR_SAMPLE_ERROR_MALFORMED,
  MTR_SAMPLE_ERROR_UNKNOWN,
  MTR_SAMPLE_ERROR_BAD_VALUE,
} MtrSampleError;

#define MTR_SAMPLE_ERROR (mtr_sample_error_quark ())
GQuark     mtr_sample_error_quark (void);

GBytes    *mtr_sample_dup_source  (void);
GPtrArray *mtr_sample_build       (GBytes       *keyfile,
                                   const GDate  *today,
                                   gint64        first_id,
                                   GError      **error);

G_END_DECLS
