/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-kind.h"

G_BEGIN_DECLS

/** MtrProblem: something typed that cannot be taken as it is, said where it was typed. */
typedef struct {
  MtrField  field;     /* where to put the cursor */
  gint64    id;        /* the record; 0: the one that was checked */
  char     *message;   /* (owned): what is wrong and what to do, a sentence for a person */
  gboolean  warning;   /* it may stay as it is */
} MtrProblem;

MtrProblem *mtr_problem_new  (MtrField    field,
                              gint64      id,
                              gboolean    warning,
                              const char *format,
                              ...) G_GNUC_PRINTF (4, 5);
void        mtr_problem_free (MtrProblem *problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrProblem, mtr_problem_free)

G_END_DECLS
