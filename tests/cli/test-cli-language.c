/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents in the language that was chosen for them, whatever the language of
 * the desktop, and the command line in that of the desktop.
 */

#include "cli-run.h"

#include <gio/gio.h>
#include <string.h>

#define AS_AT "--as-at=2026-11-21"

static char *folder;  /* (owned) */
static char *sample;  /* (owned) */

static char *
in_folder (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* The pairing of the sample that has a portfolio first. */
static char *
find_pairing (void)
{
  g_auto (Run) run = run_cli ("list", "pairings", sample, "--format=csv", NULL);
  g_auto (GStrv) lines = list_lines (run.out);
  g_auto (GStrv) cells = g_strsplit (lines[1], ",", 2);

  return g_strdup_printf ("--pairing=%s", g_strstrip (g_strdelimit (cells[0], "\"", ' ')));
}

static char *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* As text: a PDF has zeroes in its pictures. */
static char *
dup_text (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  char *text = g_malloc (size + 1);

  for (gsize i = 0; i < size; i++)
    text[i] = data[i] != '\0' ? data[i] : ' ';
  text[size] = '\0';

  return text;
}

/* What a tool that is not ours says. */
static char *
ask (const char *first,
     ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) out = NULL;
  va_list list;

  va_start (list, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (list, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  process = g_subprocess_newv ((const char * const *) arguments->pdata, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &out, NULL, &error);
  g_assert_no_error (error);

  return dup_text (out);
}

static void
test_html (void)
{
  g_autofree char *pairing = find_pairing ();
  g_autofree char *path = in_folder ("portfolio.html");
  g_autofree char *output = g_strdup_printf ("--output=%s", path);
  g_auto (Run) run = run_cli ("export", "portfolio", sample, pairing, "--format=html", output, "--language=cy", AS_AT, NULL);
  g_autofree char *text = NULL;

  g_assert_cmpint (run.status, ==, 0);
  text = read_file (path);
  g_assert_nonnull (strstr (text, "<html lang=\"cy\""));
  /* The words of the program, its dates, and those of the pack. */
  g_assert_nonnull (strstr (text, "21 Tachwedd 2026"));
  g_assert_nonnull (strstr (text, "Goruchwylwyr ymarfer"));
  g_assert_null (strstr (text, "November"));
  g_assert_null (strstr (text, "Practice supervisors in adult social care"));
  /* What a person wrote is not translated, and what is said to the person at the keyboard is in theirs. */
  g_assert_null (strstr (run.err, "Pob tudalen"));
}

static void
test_pdf (void)
{
  g_autofree char *pairing = find_pairing ();
  g_autofree char *path = in_folder ("portfolio.pdf");
  g_autofree char *output = g_strdup_printf ("--output=%s", path);
  g_auto (Run) run = run_cli ("export", "portfolio", sample, pairing, "--format=pdf", output, "--language=cy", AS_AT, NULL);
  g_autofree char *catalogue = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpint (run.status, ==, 0);
  catalogue = ask ("qpdf", "--qdf", "--object-streams=disable", path, "-", NULL);
  g_assert_nonnull (strstr (catalogue, "/Lang (cy)"));
  text = ask ("pdftotext", path, "-", NULL);
  g_assert_nonnull (strstr (text, "21 Tachwedd 2026"));
}

static void
test_odt (void)
{
  g_autofree char *path = in_folder ("summary.odt");
  g_autofree char *output = g_strdup_printf ("--output=%s", path);
  g_auto (Run) run = run_cli ("report", sample, "summary", "--format=odt", output, "--language=cy_GB", AS_AT, NULL);
  g_autofree char *properties = NULL;
  g_autofree char *content = NULL;

  g_assert_cmpint (run.status, ==, 0);
  properties = ask ("unzip", "-p", path, "meta.xml", NULL);
  g_assert_nonnull (strstr (properties, "<dc:language>cy"));
  content = ask ("unzip", "-p", path, "content.xml", NULL);
  g_assert_nonnull (strstr (content, " Tach 2026"));
  g_assert_null (strstr (content, " Nov 2026"));
}

static void
test_refused (void)
{
  g_autofree char *path = in_folder ("refused.pdf");
  g_autofree char *output = g_strdup_printf ("--output=%s", path);
  g_auto (Run) run = run_cli ("report", sample, "summary", "--format=pdf", output, "--language=fr", NULL);

  g_assert_cmpint (run.status, ==, 2);
  g_assert_nonnull (strstr (run.err, "No document can be written in “fr”. There are: English (en-GB), Cymraeg (cy)."));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* Where the desktop is Welsh, so is everything, and a document can still be in English. */
static void
test_desktop (void)
{
  g_autofree char *path = in_folder ("english.html");
  g_autofree char *output = g_strdup_printf ("--output=%s", path);
  g_autofree char *text = NULL;

  g_setenv ("LANGUAGE", "cy", TRUE);
  {
    g_auto (Run) help = run_cli ("--help", NULL);
    g_auto (Run) packs = run_cli ("packs", "--format=csv", NULL);
    g_auto (Run) report = run_cli ("report", sample, "summary", "--format=html", output, "--language=en", AS_AT, NULL);

    g_assert_cmpint (help.status, ==, 0);
    g_assert_null (strstr (help.out, "Make an empty programme file"));
    g_assert_nonnull (strstr (packs.out, "Goruchwylwyr ymarfer"));
    g_assert_cmpint (report.status, ==, 0);
  }
  g_setenv ("LANGUAGE", "", TRUE);
  text = read_file (path);
  g_assert_nonnull (strstr (text, "<html lang=\"en-GB\""));
  g_assert_nonnull (strstr (text, " Nov 2026"));
  g_assert_null (strstr (text, "Tach"));
}

/* A locale that has not been made on this computer is no reason to speak English. */
static void
test_missing_locale (void)
{
  g_autofree char *before = g_strdup (g_getenv ("LC_ALL"));

  g_setenv ("LC_ALL", "cy_ZZ.UTF-8", TRUE);
  {
    g_auto (Run) help = run_cli ("--help", NULL);

    g_assert_null (strstr (help.out, "Make an empty programme file."));
  }
  g_setenv ("LC_ALL", before, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = make_folder ();
  g_assert_nonnull (folder);
  sample = in_folder ("sample.mentoring");
  {
    g_auto (Run) made = run_cli ("sample", sample, AS_AT, NULL);

    g_assert_cmpint (made.status, ==, 0);
  }

  g_test_add_func ("/cli/language/html", test_html);
  g_test_add_func ("/cli/language/pdf", test_pdf);
  g_test_add_func ("/cli/language/odt", test_odt);
  g_test_add_func ("/cli/language/refused", test_refused);
  g_test_add_func ("/cli/language/desktop", test_desktop);
  g_test_add_func ("/cli/language/missing-locale", test_missing_locale);

  status = g_test_run ();
  remove_folder (folder);
  g_free (sample);
  g_free (folder);

  return status;
}
