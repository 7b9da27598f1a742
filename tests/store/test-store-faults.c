/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A disk that is full or fails, at every single thing that is asked of it:
 * what was not said to be saved is not there, what was is, and the store goes
 * on when the disk does.
 */

#include "fault-vfs.h"
#include "store-fixture.h"

#include <sqlite3.h>
#include <string.h>

typedef struct {
  const char    *name;
  FaultOperation operations;
  int            code;
  MtrStoreError  error;
} Fault;

static const Fault faults[] = {
  { "full", FAULT_WRITE, SQLITE_FULL, MTR_STORE_ERROR_DISK_FULL },
  { "write", FAULT_WRITE, SQLITE_IOERR_WRITE, MTR_STORE_ERROR_IO },
  { "sync", FAULT_SYNC, SQLITE_IOERR_FSYNC, MTR_STORE_ERROR_IO },
  { "read", FAULT_READ, SQLITE_IOERR_READ, MTR_STORE_ERROR_IO },
  { "delete", FAULT_DELETE, SQLITE_IOERR_DELETE, MTR_STORE_ERROR_IO },
  { "directory", FAULT_DELETE, SQLITE_IOERR_DIR_FSYNC, MTR_STORE_ERROR_IO },
  { "open", FAULT_OPEN, SQLITE_CANTOPEN, MTR_STORE_ERROR_IO },
  { "lock", FAULT_LOCK, SQLITE_IOERR_LOCK, MTR_STORE_ERROR_IO },
};

static MtrChange *
make_change (StoreFixture *fixture,
             int           number)
{
  MtrChange *change = mtr_change_new ("write");
  g_autofree char *name = g_strdup_printf ("Piers Quill the %dth", number);
  g_autoptr (GString) note = g_string_new (NULL);

  for (int i = 0; i < 2000; i++)
    g_string_append_printf (note, "word%d ", number * 2000 + i);
  mtr_change_set_text (change, MTR_PERSON_NAME, fixture->manager, name);
  mtr_change_set_text (change, MTR_PERSON_PRIVATE_NOTE, fixture->manager, note->str);

  return change;
}

static void
try_fault (StoreFixture *fixture,
           const Fault  *fault,
           gboolean      stays)
{
  for (int countdown = 1;; countdown++)
    {
      g_autoptr (MtrChange) change = make_change (fixture, countdown);
      g_autofree char *before = store_fixture_describe (fixture);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      gboolean done, hit;

      fault_vfs_arm (fault->operations, fault->code, countdown, stays);
      done = mtr_store_apply (fixture->store, change, &error);
      hit = fault_vfs_has_hit ();
      fault_vfs_disarm ();

      after = store_fixture_describe (fixture);
      if (done)
        {
          g_assert_false (g_str_equal (before, after));
        }
      else
        {
          g_assert_true (hit);
          if (!g_error_matches (error, MTR_STORE_ERROR, (int) fault->error))
            g_test_message ("%s at %d: %s", fault->name, countdown, error->message);
          g_assert_error (error, MTR_STORE_ERROR, (int) fault->error);
          if (!g_str_equal (before, after))
            g_test_message ("%s at %d: something was changed", fault->name, countdown);
          g_assert_true (g_str_equal (before, after));
        }
      /* Now and then, because it is thorough and so slow. */
      if (countdown % 8 == 1)
        {
          store_fixture_reopen (fixture);
          store_fixture_assert_whole (fixture);
        }
      {
        g_autofree char *reopened = store_fixture_describe (fixture);

        g_assert_true (g_str_equal (reopened, after));
      }

      /* The same change goes through now. */
      store_fixture_apply (fixture, change);
      if (!hit)
        break;
    }
  store_fixture_reopen (fixture);
  store_fixture_assert_whole (fixture);
}

static void
test_apply (StoreFixture *fixture,
            gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    try_fault (fixture, &faults[i], FALSE);
}

static void
test_apply_stays (StoreFixture *fixture,
                  gconstpointer data)
{
  try_fault (fixture, &faults[0], TRUE);
}

static void
test_undo (StoreFixture *fixture,
           gconstpointer data)
{
  g_autoptr (MtrChange) change = make_change (fixture, 1);

  store_fixture_apply (fixture, change);
  for (int countdown = 1;; countdown++)
    {
      g_autofree char *before = store_fixture_describe (fixture);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      gboolean done, hit;

      fault_vfs_arm (FAULT_WRITE, SQLITE_FULL, countdown, FALSE);
      done = mtr_store_undo (fixture->store, &error);
      hit = fault_vfs_has_hit ();
      fault_vfs_disarm ();
      if (done)
        {
          mtr_store_redo (fixture->store, &error);
          g_assert_no_error (error);
        }
      else
        {
          g_assert_error (error, MTR_STORE_ERROR, MTR_STORE_ERROR_DISK_FULL);
        }
      after = store_fixture_describe (fixture);
      g_assert_true (g_str_equal (before, after));
      if (!hit)
        break;
    }
  store_fixture_assert_whole (fixture);
}

/* Nothing is left of a file that could not be made, nor of a copy. */
static void
test_create_and_copy (StoreFixture *fixture,
                      gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "new.mentoring", NULL);
  g_autoptr (MtrPack) pack = store_fixture_make_pack ();

  for (int countdown = 1; countdown < 400; countdown += 9)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GDir) folder = NULL;
      g_autoptr (MtrStore) store = NULL;
      gboolean copied;
      const char *name;

      fault_vfs_arm (FAULT_WRITE, SQLITE_FULL, countdown, TRUE);
      copied = mtr_store_save_copy (fixture->store, path, &error);
      if (fault_vfs_has_hit ())
        {
          g_assert_false (copied);
          g_assert_error (error, MTR_STORE_ERROR, MTR_STORE_ERROR_DISK_FULL);
        }
      g_clear_error (&error);
      if (copied)
        break;
      fault_vfs_arm (FAULT_WRITE, SQLITE_FULL, countdown, TRUE);
      store = mtr_store_create (path, pack, "New", NULL, NULL, &error);
      g_assert_null (store);
      g_assert_error (error, MTR_STORE_ERROR, MTR_STORE_ERROR_DISK_FULL);
      fault_vfs_disarm ();

      folder = g_dir_open (fixture->folder, 0, NULL);
      while ((name = g_dir_read_name (folder)) != NULL)
        g_assert_cmpstr (name, ==, "programme.mentoring");
    }
  fault_vfs_disarm ();
}

static void
test_open (StoreFixture *fixture,
           gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    for (int countdown = 1;; countdown += countdown < 20 ? 1 : 13)
      {
        g_autoptr (MtrStore) store = NULL;
        g_autoptr (GError) error = NULL;
        gboolean hit;

        g_clear_object (&fixture->store);
        fault_vfs_arm (faults[i].operations, faults[i].code, countdown, TRUE);
        store = mtr_store_open (fixture->path, store_fixture_lookup, NULL, &error);
        hit = fault_vfs_has_hit ();
        fault_vfs_disarm ();
        g_assert_true (hit == (store == NULL));
        if (store == NULL)
          g_assert_error (error, MTR_STORE_ERROR, (int) faults[i].error);
        if (!hit)
          break;
      }
  store_fixture_reopen (fixture);
  store_fixture_assert_whole (fixture);
}

#define add(path, function) \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();
  add ("/store/faults/apply", test_apply);
  add ("/store/faults/apply-stays", test_apply_stays);
  add ("/store/faults/undo", test_undo);
  add ("/store/faults/create-and-copy", test_create_and_copy);
  add ("/store/faults/open", test_open);

  return g_test_run ();
}
