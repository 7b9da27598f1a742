/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MTR_ASSIGNMENT_FORBIDDEN: the score of a pair that must not be. */
#define MTR_ASSIGNMENT_FORBIDDEN G_MININT32

/** MTR_ASSIGNMENT_NOBODY: the column of a row that has none. */
#define MTR_ASSIGNMENT_NOBODY (-1)

int *mtr_assignment_solve (guint         n_rows,
                           guint         n_columns,
                           const gint32 *scores,
                           const guint  *capacities);

G_END_DECLS
