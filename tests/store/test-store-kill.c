/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program ended at any moment while it writes, two hundred times: the file
 * opens, is whole, and holds everything that was said to be saved.
 */

#include "store-fixture.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_KILLS 200

/* What the writer tells before and after each thing it does. */
typedef struct {
  gboolean saved;  /* else: is about to be */
  int      value;
} Message;

static void
tell (gboolean saved,
      int      value)
{
  Message message = { saved, value };

  if (write (STDOUT_FILENO, &message, sizeof message) != sizeof message)
    _exit (3);
}

static MtrChange *
make_change (MtrStore *store,
             gint64    person,
             gint64    pairing,
             int       value)
{
  MtrChange *change = mtr_change_new ("write");
  g_autofree char *text = g_strdup_printf ("written the %dth time, with words about nobody", value);

  mtr_change_set_number (change, MTR_PERSON_SUPERVISORY_MONTHS, person, value);
  mtr_change_set_text (change, MTR_PERSON_PRIVATE_NOTE, person, text);
  if (value % 5 == 3 || value % 5 == 4)
    mtr_change_set_merge_key (change, "stay");
  if (value % 4 == 0)
    {
      MtrRecord *session = mtr_record_new (MTR_KIND_SESSION, mtr_store_new_id (store));

      mtr_record_set_number (session, MTR_SESSION_PAIRING_ID, pairing);
      mtr_record_set_text (session, MTR_SESSION_STATE, "held");
      mtr_record_set_text (session, MTR_SESSION_NEXT_STEP, text);
      mtr_change_insert (change, session);
    }

  return change;
}

/* The program that is going to be ended: test-store-kill --write PATH PERSON PAIRING VALUE */
static int
write_until_killed (char **arguments)
{
  gint64 person = g_ascii_strtoll (arguments[1], NULL, 10);
  gint64 pairing = g_ascii_strtoll (arguments[2], NULL, 10);
  int value = atoi (arguments[3]);
  g_autoptr (MtrStore) store = mtr_store_open (arguments[0], store_fixture_lookup, NULL, NULL);

  if (store == NULL || mtr_store_get_read_only (store) != MTR_STORE_WRITABLE)
    return 2;

  while (TRUE)
    {
      g_autoptr (MtrChange) change = make_change (store, person, pairing, ++value);

      tell (FALSE, value);
      if (!mtr_store_apply (store, change, NULL))
        return 4;
      tell (TRUE, value);
      if (value % 5 == 1)
        {
          tell (FALSE, value - 1);
          if (!mtr_store_undo (store, NULL))
            return 5;
          tell (TRUE, value - 1);
          tell (FALSE, value);
          if (!mtr_store_redo (store, NULL))
            return 6;
          tell (TRUE, value);
        }
    }
}

static char *program;  /* (owned): this one */

static pid_t
start_writer (StoreFixture *fixture,
              int           value,
              int          *output)
{
  g_autofree char *person = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->mentor);
  g_autofree char *pairing = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->pairing);
  g_autofree char *number = g_strdup_printf ("%d", value);
  const char *arguments[] = { program, "--write", fixture->path, person, pairing, number, NULL };
  g_autoptr (GError) error = NULL;
  GPid child;

  g_spawn_async_with_pipes (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &child, NULL, output,
                            NULL, &error);
  g_assert_no_error (error);

  return child;
}

static int
read_value (StoreFixture *fixture)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load (fixture->store, MTR_SCOPE_RECORD, MTR_KIND_PERSON, fixture->mentor,
                                                     MTR_READER_OWNER, NULL);
  MtrRecord *person = mtr_snapshot_get (snapshot, MTR_KIND_PERSON, fixture->mentor);
  int value = (int) mtr_record_get_number (person, MTR_PERSON_SUPERVISORY_MONTHS);
  g_autofree char *text = g_strdup_printf ("written the %dth time, with words about nobody", value);

  g_assert_cmpstr (mtr_record_get_text (person, MTR_PERSON_PRIVATE_NOTE), ==, value == 0 ? NULL : text);

  return value;
}

static void
test_kills (StoreFixture *fixture,
            gconstpointer data)
{
  int value = 0, n_unfinished = 0;

  for (int i = 0; i < N_KILLS; i++)
    {
      int output, saved = value, about = value, status;
      pid_t child;
      Message message;
      gssize n_read;

      g_clear_object (&fixture->store);
      child = start_writer (fixture, value, &output);
      /* Some while it opens the file, most while it writes. */
      if (i % 10 != 0)
        {
          n_read = read (output, &message, sizeof message);
          g_assert_cmpint (n_read, ==, sizeof message);
          about = message.value;
        }
      g_usleep ((gulong) g_test_rand_int_range (0, i % 10 == 0 ? 10000 : 80000));
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFSIGNALED (status));
      while ((n_read = read (output, &message, sizeof message)) == sizeof message)
        {
          about = message.value;
          if (message.saved)
            saved = message.value;
        }
      close (output);

      {
        g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);

        n_unfinished += g_file_test (journal, G_FILE_TEST_EXISTS);
      }
      store_fixture_reopen (fixture);
      value = read_value (fixture);
      if (value != saved && value != about)
        g_test_message ("%d was saved, %d was about to be, %d is there", saved, about, value);
      g_assert_true (value == saved || value == about);
      if (i % 5 == 0 || i > N_KILLS - 5)
        store_fixture_assert_whole (fixture);
    }
  g_test_message ("%d values were written, %d of %d ends were in the middle of a save", value, n_unfinished, N_KILLS);
  /* Else the moments were not the ones that matter. */
  g_assert_cmpint (n_unfinished, >, N_KILLS / 20);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  if (argc == 6 && g_str_equal (argv[1], "--write"))
    return write_until_killed (argv + 2);

  program = g_file_read_link ("/proc/self/exe", NULL);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/kill/two-hundred", StoreFixture, NULL, store_fixture_set_up, test_kills, store_fixture_tear_down);
  result = g_test_run ();
  g_free (program);

  return result;
}
