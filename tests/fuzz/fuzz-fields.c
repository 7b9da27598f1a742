/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever is typed into whichever field: it is refused with a sentence, or the
 * value that is stored is one that is taken again as it is.
 */

#include "fuzz.h"

#include "mtr-check.h"

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  return 0;
}

/* One field for each type, and those with rules of their own. */
static const MtrField fields[] = {
  MTR_EVIDENCE_TITLE, MTR_EVIDENCE_TEXT, MTR_PERSON_EMAIL, MTR_SESSION_HELD_ON, MTR_ACTION_DUE_ON,
  MTR_SESSION_HELD_TIME, MTR_OBSERVATION_OBSERVED_AT, MTR_SESSION_MINUTES, MTR_PERSON_REGISTERED, MTR_SESSION_STATE,
  MTR_SESSION_AREAS, MTR_PERSON_LINE_MANAGER_ID,
};

int
LLVMFuzzerTestOneInput (const guint8 *bytes,
                        gsize         size)
{
  g_autofree char *typed = g_strndup ((const char *) bytes, size);
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 21, 11, 2026);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = NULL;
      g_autofree char *again = NULL;
      g_autoptr (MtrProblem) problem = NULL;
      g_autoptr (MtrProblem) problem_again = NULL;

      if (!mtr_check_field (fields[i], typed, &today, &value, &problem))
        {
          g_assert_null (value);
          g_assert_false (problem->warning);
          g_assert_true (g_utf8_validate (problem->message, -1, NULL));
          continue;
        }
      g_assert_true (problem == NULL || problem->warning);
      if (value == NULL)
        continue;
      g_assert_true (mtr_check_field (fields[i], value, &today, &again, &problem_again));
      g_assert_cmpstr (again, ==, value);
      g_assert_null (problem_again);
    }

  return 0;
}
