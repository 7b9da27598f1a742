/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever is typed or pasted: it is cleaned, counted, shortened and read as a
 * date and as a time.
 */

#include "fuzz.h"

#include "mtr-date-entry.h"
#include "mtr-text.h"

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes,
                        gsize         size)
{
  g_autofree char *typed = g_strndup ((const char *) bytes, size);
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 21, 11, 2026);

  for (int shape = MTR_TEXT_ONE_LINE; shape <= MTR_TEXT_PARAGRAPHS; shape++)
    {
      guint n_cleaned = 0;
      guint n_cleaned_again = 0;
      g_autofree char *clean = mtr_text_clean ((const char *) bytes, (gssize) size, shape, &n_cleaned);
      g_autofree char *again = mtr_text_clean (clean, -1, shape, &n_cleaned_again);
      g_autofree char *excerpt = mtr_text_excerpt (clean, 20);
      g_autofree char *folded = mtr_text_fold (clean);

      g_assert_true (g_utf8_validate (clean, -1, NULL));
      g_assert_true (mtr_text_is_clean (clean));
      g_assert_true (g_utf8_validate (excerpt, -1, NULL));
      g_assert_true (g_utf8_validate (folded, -1, NULL));
      g_assert_cmpstr (again, ==, clean);
      g_assert_cmpuint (mtr_text_count_words (clean), <=, strlen (clean));
    }

  if (!g_utf8_validate (typed, -1, NULL))
    return 0;
  for (int lean = MTR_DATE_LEAN_PAST; lean <= MTR_DATE_LEAN_FUTURE; lean++)
    {
      GDate date;
      g_autofree char *time = NULL;
      g_autofree char *message = NULL;

      g_date_clear (&date, 1);
      if (mtr_date_entry_read (typed, &today, lean, &date, &time, &message))
        g_assert_true (g_date_valid (&date));
      else
        g_assert_nonnull (message);
    }
  {
    g_autofree char *time = NULL;
    g_autofree char *message = NULL;

    if (mtr_time_entry_read (typed, &time, &message))
      g_assert_cmpuint (strlen (time), ==, strlen ("14:03"));
    else
      g_assert_nonnull (message);
  }

  return 0;
}
