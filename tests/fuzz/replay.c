/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a fuzz target without a fuzzer, with any compiler: over every input of
 * its corpus, and over a fixed number of damaged copies of each, the same every
 * time. What the fuzzer once found so stays found:
 *   fuzz-words words NUMBER-OF-COPIES CORPUS…
 */

#include "fuzz.h"

static int n_damaged;
#define MAX_SIZE (4 * 1024 * 1024)

static guint8 *
damage (GRand        *random,
        const guint8 *bytes,
        gsize         size,
        gsize        *damaged_size)
{
  gsize kept = g_rand_boolean (random) ? size : (gsize) g_rand_int_range (random, 0, (gint32) size + 1);
  guint8 *damaged = g_malloc (kept + 1);
  int n_changes = g_rand_int_range (random, 0, 8);

  if (kept > 0)
    memcpy (damaged, bytes, kept);
  for (int i = 0; i < n_changes && kept > 0; i++)
    damaged[g_rand_int_range (random, 0, (gint32) kept)] = (guint8) g_rand_int_range (random, 0, 256);
  *damaged_size = kept;

  return damaged;
}

static void
replay (gconstpointer user_data)
{
  const char *path = user_data;
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize size;

  g_file_get_contents (path, &contents, &size, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (size, <, MAX_SIZE);

  LLVMFuzzerTestOneInput ((const guint8 *) contents, size);
  for (int i = 0; i < n_damaged; i++)
    {
      gsize damaged_size;
      g_autofree guint8 *damaged = damage (random, (const guint8 *) contents, size, &damaged_size);

      LLVMFuzzerTestOneInput (damaged, damaged_size);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  LLVMFuzzerInitialize (&argc, &argv);

  g_assert_cmpint (argc, >=, 4);
  n_damaged = (int) g_ascii_strtoull (argv[2], NULL, 10);
  for (int i = 3; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GDir) folder = g_dir_open (argv[i], 0, &error);
      const char *name;

      g_assert_no_error (error);
      while ((name = g_dir_read_name (folder)) != NULL)
        {
          g_autofree char *title = g_strdup_printf ("/fuzz/%s/%s", argv[1], name);
          char *path = g_build_filename (argv[i], name, NULL);

          g_test_add_data_func_full (title, path, replay, g_free);
        }
    }

  return g_test_run ();
}
