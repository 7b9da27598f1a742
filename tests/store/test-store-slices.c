/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What takes long on a large file does not keep waiting whoever types: a copy
 * and a check are under way, and changes reach the disk meanwhile.
 */

#include "store-fixture.h"

#include <string.h>

#define N_ATTACHMENTS 3
#define ATTACHMENT_SIZE (20 * 1024 * 1024)

/* Some 60 MB that nobody can make smaller. */
static void
make_large (StoreFixture *fixture)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (int i = 0; i < N_ATTACHMENTS; i++)
    {
      MtrRecord *evidence = mtr_record_new (MTR_KIND_EVIDENCE, mtr_store_new_id (fixture->store));
      MtrRecord *attachment = mtr_record_new (MTR_KIND_ATTACHMENT, mtr_store_new_id (fixture->store));
      g_autoptr (MtrChange) change = mtr_change_new ("attach");
      guint32 *content = g_malloc (ATTACHMENT_SIZE);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *sha256 = NULL;

      for (gsize j = 0; j < ATTACHMENT_SIZE / sizeof *content; j++)
        content[j] = g_rand_int (random);
      bytes = g_bytes_new_take (content, ATTACHMENT_SIZE);
      sha256 = mtr_change_attach (change, bytes);
      mtr_record_set_number (evidence, MTR_EVIDENCE_PORTFOLIO_ID, fixture->portfolio);
      mtr_record_set_number (evidence, MTR_EVIDENCE_NUMBER, i + 1);
      mtr_record_set_text (evidence, MTR_EVIDENCE_KIND, "document");
      mtr_record_set_text (evidence, MTR_EVIDENCE_TITLE, "A long paper");
      mtr_record_set_number (attachment, MTR_ATTACHMENT_EVIDENCE_ID, mtr_record_get_id (evidence));
      mtr_record_set_text (attachment, MTR_ATTACHMENT_NAME, "paper.pdf");
      mtr_record_set_text (attachment, MTR_ATTACHMENT_SHA256, sha256);
      mtr_record_set_number (attachment, MTR_ATTACHMENT_SIZE, ATTACHMENT_SIZE);
      mtr_change_insert (change, evidence);
      mtr_change_insert (change, attachment);
      store_fixture_apply (fixture, change);
    }
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  mtr_store_save_copy_finish (MTR_STORE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* A change that is asked for after the copy lands before it, and is in it. */
static void
test_copy (StoreFixture *fixture,
           gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.mentoring", NULL);
  StoreFixture other = *fixture;
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  gboolean copied = FALSE;

  make_large (fixture);
  mtr_store_save_copy_async (fixture->store, path, NULL, copied_cb, &copied);
  store_fixture_add_session (fixture, "2026-02-03", "Bring the audit");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (copied);
  while (!copied)
    g_main_context_iteration (NULL, TRUE);

  other.path = path;
  other.store = mtr_store_open (path, store_fixture_lookup, NULL, NULL);
  one = store_fixture_describe (fixture);
  two = store_fixture_describe (&other);
  g_assert_cmpstr (one, ==, two);
  g_assert_nonnull (strstr (two, "Bring the audit"));
  g_clear_object (&other.store);
}

static void
stopped_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (mtr_store_save_copy_finish (MTR_STORE (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *(gboolean *) user_data = TRUE;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;

  return n_files;
}

/* A copy that is stopped leaves nothing behind. */
static void
test_stop (StoreFixture *fixture,
           gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.mentoring", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gboolean stopped = FALSE;
  guint n_files;

  make_large (fixture);
  n_files = count_files (fixture->folder);
  mtr_store_save_copy_async (fixture->store, path, cancellable, stopped_cb, &stopped);
  store_fixture_add_session (fixture, "2026-02-03", "Bring the audit");
  g_cancellable_cancel (cancellable);
  while (!stopped)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_files (fixture->folder), ==, n_files);
}

typedef struct {
  StoreFixture *fixture;
  int           began;
  int           ended;
  guint         n_problems;
} Verification;

static gpointer
verify (gpointer data)
{
  Verification *verification = data;
  g_autoptr (GPtrArray) problems = NULL;

  g_atomic_int_set (&verification->began, TRUE);
  problems = mtr_store_verify (verification->fixture->store, NULL);
  g_assert_nonnull (problems);
  verification->n_problems = problems->len;
  g_atomic_int_set (&verification->ended, TRUE);

  return NULL;
}

/* While a check is under way changes land: more than the one that may have come before its first request. */
static void
test_verify (StoreFixture *fixture,
             gconstpointer data)
{
  Verification verification = { .fixture = fixture };
  guint n_landed = 0;
  GThread *thread;
  guint n_files;

  make_large (fixture);
  n_files = count_files (fixture->folder);
  thread = g_thread_new ("verify", verify, &verification);
  while (!g_atomic_int_get (&verification.began))
    g_usleep (100);
  while (!g_atomic_int_get (&verification.ended))
    {
      store_fixture_add_session (fixture, "2026-02-03", "Bring the audit");
      n_landed += g_atomic_int_get (&verification.ended) ? 0 : 1;
    }
  g_thread_join (thread);

  g_test_message ("%u changes landed", n_landed);
  g_assert_cmpuint (n_landed, >=, 3);
  g_assert_cmpuint (verification.n_problems, ==, 0);
  g_assert_cmpuint (count_files (fixture->folder), ==, n_files);
  store_fixture_assert_whole (fixture);
}

static void
add (const char *path,
     void      (*test) (StoreFixture *fixture,
                        gconstpointer data))
{
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/slices/copy", test_copy);
  add ("/store/slices/stop", test_stop);
  add ("/store/slices/verify", test_verify);

  return g_test_run ();
}
