/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A refusal or a warning, tied to the field it is about. */

#include "mtr-problem.h"

/**
 * mtr_problem_new:
 * @field: where to put the cursor
 * @id: the record it is about; 0 for the one that was checked
 * @warning: whether what was typed may stay as it is
 * @format: what is wrong and what to do, translated, as for printf()
 * @...: the arguments of @format
 *
 * Returns: (transfer full): a problem
 */
MtrProblem *
mtr_problem_new (MtrField    field,
                 gint64      id,
                 gboolean    warning,
                 const char *format,
                 ...)
{
  MtrProblem *problem = g_new0 (MtrProblem, 1);
  va_list arguments;

  va_start (arguments, format);
  problem->field = field;
  problem->id = id;
  problem->warning = warning;
  problem->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  return problem;
}

/**
 * mtr_problem_free:
 * @problem: (transfer full): a problem
 */
void
mtr_problem_free (MtrProblem *problem)
{
  g_free (problem->message);
  g_free (problem);
}
