/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed reaches the disk, or stays where it was typed: the controller
 * of a record and the programme behind it, without a window.
 */

#include "mtr-record-controller.h"
#include "mtr-sample-file.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

typedef struct {
  char           *folder;     /* (owned) */
  char           *path;       /* (owned) */
  MtrPackLibrary *library;    /* (owned) */
  MtrProgramme   *programme;  /* (owned) */
} Fixture;

static void
open_programme (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrStore) store = mtr_store_open (fixture->path, mtr_pack_library_look_up, fixture->library, &error);

  g_assert_no_error (error);
  fixture->programme = mtr_programme_new (store, fixture->library);
}

static void
close_programme (Fixture *fixture)
{
  g_assert_true (mtr_programme_settle (fixture->programme));
  mtr_programme_close (fixture->programme);
  g_assert_finalize_object (g_steal_pointer (&fixture->programme));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrStore) store = NULL;
  GDate today;

  fixture->folder = g_dir_make_tmp ("mentoring-saving-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "programme.mentoring", NULL);
  fixture->library = mtr_pack_library_new ();
  mtr_pack_library_load (fixture->library);
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 21, G_DATE_NOVEMBER, 2026);
  store = mtr_sample_file_create (fixture->path, &today, mtr_pack_library_look_up, fixture->library, &error);
  g_assert_no_error (error);
  mtr_store_close (store);
  open_programme (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) folder = NULL;

  close_programme (fixture);
  folder = g_dir_open (fixture->folder, 0, NULL);
  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_object_unref (fixture->library);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static MtrRecord *
load_first (Fixture *fixture,
            MtrKind  kind)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (kind);
  g_autoptr (GPtrArray) records = NULL;

  query.limit = 1;
  records = mtr_store_list_records (mtr_programme_get_store (fixture->programme), &query, MTR_READER_OWNER, NULL);
  g_assert_cmpuint (records->len, ==, 1);

  return g_object_ref (g_ptr_array_index (records, 0));
}

/* Turns the main loop until @condition, for ten seconds at the most. */
#define WAIT_FOR(condition) \
  G_STMT_START { \
    gint64 until = g_get_monotonic_time () + 10 * G_USEC_PER_SEC; \
    guint tick = g_timeout_add (20, keep_turning_cb, NULL); \
    while (!(condition) && g_get_monotonic_time () < until) \
      g_main_context_iteration (NULL, TRUE); \
    g_source_remove (tick); \
    g_assert_true (condition); \
  } G_STMT_END

static gboolean
keep_turning_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static gboolean
is_saved (Fixture    *fixture,
          MtrField    field,
          const char *value)
{
  g_autoptr (MtrRecord) record = load_first (fixture, mtr_field_get_info (field)->kind);

  return mtr_record_text_is (record, field, value);
}

static void
test_saved_without_a_button (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (MtrRecord) person = load_first (fixture, MTR_KIND_PERSON);
  g_autoptr (MtrRecordController) controller = mtr_record_controller_new (fixture->programme, person);

  mtr_record_controller_type (controller, MTR_PERSON_TEAM, "H");
  mtr_record_controller_type (controller, MTR_PERSON_TEAM, "Hillside team");
  g_assert_cmpstr (mtr_programme_get_status (fixture->programme), ==, "Saving…");
  WAIT_FOR (g_str_has_prefix (mtr_programme_get_status (fixture->programme), "Saved "));
  g_assert_true (is_saved (fixture, MTR_PERSON_TEAM, "Hillside team"));

  g_assert_finalize_object (g_steal_pointer (&controller));
  close_programme (fixture);
  open_programme (fixture);
  g_assert_true (is_saved (fixture, MTR_PERSON_TEAM, "Hillside team"));
}

/* Characters that Word leaves behind are taken out, and that is said; the rest is kept. */
static void
cleaned_cb (MtrRecordController *controller,
            int                  field,
            const char          *sentence,
            gpointer             user_data)
{
  g_assert_cmpint (field, ==, MTR_PERSON_TEAM);
  g_assert_cmpstr (sentence, !=, "");
  (*(guint *) user_data)++;
}

static void
test_control_characters (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (MtrRecord) person = load_first (fixture, MTR_KIND_PERSON);
  g_autoptr (MtrRecordController) controller = mtr_record_controller_new (fixture->programme, person);
  guint n_said = 0;

  g_signal_connect (controller, "cleaned", G_CALLBACK (cleaned_cb), &n_said);
  mtr_record_controller_type (controller, MTR_PERSON_TEAM, "Hill\001side team");
  g_assert_cmpuint (n_said, ==, 1);
  mtr_record_controller_flush (controller);
  WAIT_FOR (is_saved (fixture, MTR_PERSON_TEAM, "Hillside team"));
}

/* What cannot be taken stays as it was typed, with the reason; the stored value is unchanged. */
static void
test_refused_stays (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (MtrRecord) person = load_first (fixture, MTR_KIND_PERSON);
  g_autoptr (MtrRecordController) controller = mtr_record_controller_new (fixture->programme, person);
  g_autofree char *before = g_strdup (mtr_record_get_text (person, MTR_PERSON_REGISTERED_SEEN_ON));
  gboolean warning = TRUE;

  mtr_record_controller_type (controller, MTR_PERSON_REGISTERED_SEEN_ON, "31 Feb");
  g_assert_cmpstr (mtr_record_controller_get_typed (controller, MTR_PERSON_REGISTERED_SEEN_ON), ==, "31 Feb");
  g_assert_nonnull (mtr_record_controller_get_problem (controller, MTR_PERSON_REGISTERED_SEEN_ON, &warning));
  g_assert_false (warning);
  g_assert_true (mtr_record_controller_has_refused (controller));
  mtr_record_controller_leave (controller, MTR_PERSON_REGISTERED_SEEN_ON);
  g_assert_true (mtr_programme_settle (fixture->programme));
  g_assert_true (is_saved (fixture, MTR_PERSON_REGISTERED_SEEN_ON, before));
  g_assert_cmpstr (mtr_record_controller_get_typed (controller, MTR_PERSON_REGISTERED_SEEN_ON), ==, "31 Feb");

  mtr_record_controller_type (controller, MTR_PERSON_REGISTERED_SEEN_ON, "28/2/2026");
  g_assert_null (mtr_record_controller_get_problem (controller, MTR_PERSON_REGISTERED_SEEN_ON, NULL));
  g_assert_true (mtr_programme_settle (fixture->programme));
  g_assert_true (is_saved (fixture, MTR_PERSON_REGISTERED_SEEN_ON, "2026-02-28"));
}

/* One stay of the cursor is one step of undo; the next stay is another. */
static void
test_one_stay_one_undo (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (MtrRecord) person = load_first (fixture, MTR_KIND_PERSON);
  g_autoptr (MtrRecordController) controller = mtr_record_controller_new (fixture->programme, person);
  g_autofree char *before = g_strdup (mtr_record_get_text (person, MTR_PERSON_TEAM));

  mtr_record_controller_type (controller, MTR_PERSON_TEAM, "One");
  g_assert_true (mtr_programme_settle (fixture->programme));
  mtr_record_controller_type (controller, MTR_PERSON_TEAM, "One and a half");
  mtr_record_controller_leave (controller, MTR_PERSON_TEAM);
  g_assert_true (mtr_programme_settle (fixture->programme));
  mtr_record_controller_type (controller, MTR_PERSON_TEAM, "Two");
  mtr_record_controller_leave (controller, MTR_PERSON_TEAM);
  g_assert_true (mtr_programme_settle (fixture->programme));

  mtr_programme_undo (fixture->programme);
  WAIT_FOR (is_saved (fixture, MTR_PERSON_TEAM, "One and a half"));
  mtr_programme_undo (fixture->programme);
  WAIT_FOR (is_saved (fixture, MTR_PERSON_TEAM, before));
  mtr_programme_redo (fixture->programme);
  WAIT_FOR (is_saved (fixture, MTR_PERSON_TEAM, "One and a half"));
}

/* The words stay in the window while there is no room, and are saved as soon as there is. */
static void
test_disk_full (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (MtrRecord) person = load_first (fixture, MTR_KIND_PERSON);
  g_autoptr (MtrRecordController) controller = mtr_record_controller_new (fixture->programme, person);
  struct rlimit unlimited, full = { 0 };

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &unlimited), ==, 0);
  signal (SIGXFSZ, SIG_IGN);
  full.rlim_max = unlimited.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &full), ==, 0);

  mtr_record_controller_type (controller, MTR_PERSON_TEAM, "Words on a full disk");
  mtr_programme_save_now (fixture->programme);
  WAIT_FOR (g_str_has_prefix (mtr_programme_get_trouble (fixture->programme), "Not saved"));
  g_assert_cmpstr (mtr_programme_get_status (fixture->programme), ==, "Not saved");
  g_assert_false (mtr_programme_settle (fixture->programme));
  g_assert_cmpstr (mtr_record_get_text (mtr_record_controller_get_record (controller), MTR_PERSON_TEAM), ==,
                   "Words on a full disk");
  g_assert_false (is_saved (fixture, MTR_PERSON_TEAM, "Words on a full disk"));

  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &unlimited), ==, 0);
  /* Nobody presses anything: it is tried again by itself. */
  WAIT_FOR (*mtr_programme_get_trouble (fixture->programme) == '\0');
  g_assert_true (is_saved (fixture, MTR_PERSON_TEAM, "Words on a full disk"));
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("MENTORING_TODAY", "2026-11-21", TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/app/saving/without-a-button", test_saved_without_a_button);
  ADD ("/app/saving/control-characters", test_control_characters);
  ADD ("/app/saving/refused-stays", test_refused_stays);
  ADD ("/app/saving/one-stay-one-undo", test_one_stay_one_undo);
  ADD ("/app/saving/disk-full", test_disk_full);

  return g_test_run ();
}
