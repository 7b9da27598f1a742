/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is printed to be handed over: the guide to each role, and each form with
 * nothing filled in, of every pack that comes with the program.
 */

#include "mtr-form-builder.h"
#include "mtr-guide-builder.h"
#include "mtr-pack-library.h"
#include "mtr-pdf.h"
#include "mtr-tool.h"

#include <string.h>

static const char * const pack_ids[] = { "pqs-adults", "asye-adults", "nqsw-scotland", "support-worker" };

static GDate
get_today (void)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 21, 11, 2026);

  return today;
}

static char *
dup_pdf_text (const char  *folder,
              MtrDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrPages) pages = mtr_pages_new (document, MTR_PAPER_A4);
  g_autoptr (GBytes) bytes = mtr_pdf_write (pages, &error);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  double width, height;

  g_assert_no_error (error);
  /* 210 by 297 millimetres, in points of 1/72 inch. */
  mtr_pages_get_size (pages, 0, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 595.28, 0.5);
  g_assert_cmpfloat_with_epsilon (height, 841.89, 0.5);

  path = mtr_tool_save (folder, "handout.pdf", bytes);
  text = mtr_tool_run_well ("pdftotext", path, "-", NULL);

  return mtr_tool_squeeze (text);
}

/* The text of the pack with every run of white space as one space, as it is read from the page. */
static void
assert_contains (const char *text,
                 const char *words)
{
  g_autofree char *squeezed = mtr_tool_squeeze (words);

  if (strstr (text, squeezed) == NULL)
    g_error ("“%s” is not on the page: %s", squeezed, text);
}

static void
check_guide (MtrPack           *pack,
             const MtrPackRole *role,
             const char        *folder)
{
  GDate today = get_today ();
  g_autoptr (MtrDocument) document = mtr_guide_build (pack, role, &today);
  g_autofree char *text = dup_pdf_text (folder, document);

  assert_contains (text, role->title);
  assert_contains (text, role->summary);
  for (guint i = 0; role->does[i] != NULL; i++)
    assert_contains (text, role->does[i]);
  for (guint i = 0; role->does_not[i] != NULL; i++)
    assert_contains (text, role->does_not[i]);
  for (guint i = 0; i < role->guide->len; i++)
    {
      const MtrGuideSection *section = g_ptr_array_index (role->guide, i);

      assert_contains (text, section->title);
      /* A long paragraph may go over to the next page: its beginning is enough. */
      for (guint j = 0; section->paragraphs[j] != NULL; j++)
        {
          g_autofree char *squeezed = mtr_tool_squeeze (section->paragraphs[j]);
          g_autofree char *beginning = g_utf8_substring (squeezed, 0, MIN (g_utf8_strlen (squeezed, -1), 30));

          assert_contains (text, beginning);
        }
    }
}

static void
check_form (MtrPack       *pack,
            const MtrForm *form,
            const char    *folder)
{
  GDate today = get_today ();
  g_autoptr (MtrDocument) document = mtr_form_build_blank (pack, form, "Supervisor A", &today);
  g_autofree char *text = dup_pdf_text (folder, document);

  assert_contains (text, form->title);
  assert_contains (text, form->introduction);
  assert_contains (text, "Supervisor A");
  for (guint i = 0; i < form->questions->len; i++)
    {
      const MtrQuestion *question = g_ptr_array_index (form->questions, i);

      assert_contains (text, question->title);
      for (guint j = 0; question->choices != NULL && j < question->choices->len; j++)
        assert_contains (text, ((MtrWord *) g_ptr_array_index (question->choices, j))->title);
      if (question->type == MTR_QUESTION_SCALE && question->high != NULL)
        assert_contains (text, question->high);
    }
  /* Whoever gives it says whether their name is on it. */
  g_assert_true ((strstr (text, "You decide whether your name is on it") != NULL) == form->named_by_choice);
}

static void
test_guides (void)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  g_autofree char *folder = mtr_tool_make_folder ();

  mtr_pack_library_load (library);
  for (gsize i = 0; i < G_N_ELEMENTS (pack_ids); i++)
    {
      static const char * const printed[] = { "mentor", "mentee", "line-manager" };
      MtrPack *pack = mtr_pack_library_find (library, pack_ids[i], NULL);

      for (gsize j = 0; j < G_N_ELEMENTS (printed); j++)
        {
          const MtrPackRole *role = mtr_pack_find_role (pack, printed[j]);

          g_assert_nonnull (role);
          g_assert_cmpuint (role->guide->len, >, 0);
          check_guide (pack, role, folder);
        }
    }
  mtr_tool_remove (folder);
}

static void
test_blank_forms (void)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  g_autofree char *folder = mtr_tool_make_folder ();
  guint n_forms = 0;

  mtr_pack_library_load (library);
  for (gsize i = 0; i < G_N_ELEMENTS (pack_ids); i++)
    {
      MtrPack *pack = mtr_pack_library_find (library, pack_ids[i], NULL);
      GPtrArray *forms = mtr_pack_get_forms (pack);

      for (guint j = 0; j < forms->len; j++)
        {
          const MtrForm *form = g_ptr_array_index (forms, j);

          if (!form->prints_blank)
            continue;
          check_form (pack, form, folder);
          n_forms++;
        }
    }
  g_assert_cmpuint (n_forms, >, 0);
  mtr_tool_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/handout/guides", test_guides);
  g_test_add_func ("/handout/blank-forms", test_blank_forms);

  return g_test_run ();
}
