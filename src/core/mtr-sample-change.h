/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-change.h"

G_BEGIN_DECLS

MtrChange *mtr_sample_dup_insertion (GPtrArray *records);
MtrChange *mtr_sample_dup_sealing   (GPtrArray *records);

G_END_DECLS
