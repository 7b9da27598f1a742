/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever stands in a text and on the private list: every place that is found
 * lies in the text, and no two lie over each other. The first line of the input
 * is a name, the rest the text.
 */

#include "fuzz.h"

#include "mtr-anonymisation.h"
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
  g_autoptr (MtrAnonymisation) check = mtr_anonymisation_new (NULL);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *text = mtr_text_clean ((const char *) bytes, (gssize) size, MTR_TEXT_PARAGRAPHS, NULL);
  const char *end_of_line = strchr (text, '\n');
  gsize end = 0;

  if (end_of_line != NULL)
    {
      g_autofree char *name = g_strndup (text, end_of_line - text);

      mtr_anonymisation_add_name (check, name, "Person A");
    }
  mtr_anonymisation_add_name (check, "Margaret Hughes", NULL);

  findings = mtr_anonymisation_check_text (check, text);
  for (guint i = 0; i < findings->len; i++)
    {
      const MtrFinding *finding = g_ptr_array_index (findings, i);

      g_assert_cmpuint (finding->offset, >=, end);
      g_assert_cmpuint (finding->length, >, 0);
      end = finding->offset + finding->length;
      g_assert_cmpuint (end, <=, strlen (text));
      g_assert_true (strncmp (text + finding->offset, finding->text, finding->length) == 0);
      g_assert_true (g_utf8_validate (finding->text, -1, NULL));
      g_assert_true (g_utf8_validate (finding->sentence, -1, NULL));
    }

  return 0;
}
