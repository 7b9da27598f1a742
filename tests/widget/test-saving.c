/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed reaches the disk, or stays where it was typed: the controller
 * of a record and the programme behind it, without a window.
 */

#include "mtr-record-controller.h"
#include "mtr-test-programme.h"

#include <signal.h>
#include <sys/resource.h>

static MtrRecord *
load_first (MtrTestProgramme *fixture,
            MtrKind           kind)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (kind);
  g_autoptr (GPtrArray) records = NULL;

  query.limit = 1;
  records = mtr_store_list_records (mtr_programme_get_store (fixture->programme), &query, MTR_READER_OWNER, NULL);
  g_assert_cmpuint (records->len, ==, 1);

  return g_object_ref (g_ptr_array_index (records, 0));
}

static gboolean
is_saved (MtrTestProgramme *fixture,
          MtrField          field,
          const char       *value)
{
  g_autoptr (MtrRecord) record = load_first (fixture, mtr_field_get_info (field)->kind);

  return mtr_record_text_is (record, field, value);
}

static void
test_saved_without_a_button (MtrTestProgramme *fixture,
                             gconstpointer     data)
{
  g_autoptr (MtrRecord) person = load_first (fixture, MTR_KIND_PERSON);
  g_autoptr (MtrRecordController) controller = mtr_record_controller_new (fixture->programme, person);

  mtr_record_controller_type (controller, MTR_PERSON_TEAM, "H");
  mtr_record_controller_type (controller, MTR_PERSON_TEAM, "Hillside team");
  g_assert_cmpstr (mtr_programme_get_status (fixture->programme), ==, "Saving…");
  MTR_TEST_WAIT_FOR (g_str_has_prefix (mtr_programme_get_status (fixture->programme), "Saved "));
  g_assert_true (is_saved (fixture, MTR_PERSON_TEAM, "Hillside team"));

  g_assert_finalize_object (g_steal_pointer (&controller));
  mtr_test_programme_close (fixture);
  mtr_test_programme_open (fixture);
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
test_control_characters (MtrTestProgramme *fixture,
                         gconstpointer     data)
{
  g_autoptr (MtrRecord) person = load_first (fixture, MTR_KIND_PERSON);
  g_autoptr (MtrRecordController) controller = mtr_record_controller_new (fixture->programme, person);
  guint n_said = 0;

  g_signal_connect (controller, "cleaned", G_CALLBACK (cleaned_cb), &n_said);
  mtr_record_controller_type (controller, MTR_PERSON_TEAM, "Hill\001side team");
  g_assert_cmpuint (n_said, ==, 1);
  mtr_record_controller_flush (controller);
  MTR_TEST_WAIT_FOR (is_saved (fixture, MTR_PERSON_TEAM, "Hillside team"));
}

/* What cannot be taken stays as it was typed, with the reason; the stored value is unchanged. */
static void
test_refused_stays (MtrTestProgramme *fixture,
                    gconstpointer     data)
{
  g_autoptr (MtrRecord) person = load_first (fixture, MTR_KIND_PERSON);
  g_autoptr (MtrRecordController) controller = mtr_record_controller_new (fixture->programme, person);
  g_autofree char *before = g_strdup (mtr_record_get_text (person, MTR_PERSON_REGISTERED_SEEN_ON));
  g_autoptr (MtrRecord) other = mtr_record_new (MTR_KIND_PERSON, mtr_programme_new_id (fixture->programme));
  gboolean warning = TRUE;

  mtr_record_controller_type (controller, MTR_PERSON_REGISTERED_SEEN_ON, "31 Feb");
  g_assert_cmpstr (mtr_record_controller_get_typed (controller, MTR_PERSON_REGISTERED_SEEN_ON), ==, "31 Feb");
  g_assert_nonnull (mtr_record_controller_get_problem (controller, MTR_PERSON_REGISTERED_SEEN_ON, &warning));
  g_assert_false (warning);
  mtr_record_controller_leave (controller, MTR_PERSON_REGISTERED_SEEN_ON);
  g_assert_true (mtr_programme_settle (fixture->programme));
  g_assert_true (is_saved (fixture, MTR_PERSON_REGISTERED_SEEN_ON, before));
  g_assert_cmpstr (mtr_record_controller_get_typed (controller, MTR_PERSON_REGISTERED_SEEN_ON), ==, "31 Feb");

  /* Whoever leaves the page finds it there again, and nothing of it in another record. */
  g_assert_finalize_object (g_steal_pointer (&controller));
  controller = mtr_record_controller_new (fixture->programme, other);
  g_assert_null (mtr_record_controller_get_typed (controller, MTR_PERSON_REGISTERED_SEEN_ON));
  g_assert_finalize_object (g_steal_pointer (&controller));
  controller = mtr_record_controller_new (fixture->programme, person);
  g_assert_cmpstr (mtr_record_controller_get_typed (controller, MTR_PERSON_REGISTERED_SEEN_ON), ==, "31 Feb");
  g_assert_cmpstr (mtr_record_controller_get_problem (controller, MTR_PERSON_REGISTERED_SEEN_ON, &warning), ==,
                   "'31 Feb' is not a date. Try 28/2/2026.");
  g_assert_false (warning);

  mtr_record_controller_type (controller, MTR_PERSON_REGISTERED_SEEN_ON, "28/2/2026");
  g_assert_null (mtr_record_controller_get_problem (controller, MTR_PERSON_REGISTERED_SEEN_ON, NULL));
  g_assert_true (mtr_programme_settle (fixture->programme));
  g_assert_true (is_saved (fixture, MTR_PERSON_REGISTERED_SEEN_ON, "2026-02-28"));
}

/* One stay of the cursor is one step of undo; the next stay is another. */
static void
test_one_stay_one_undo (MtrTestProgramme *fixture,
                        gconstpointer     data)
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
  MTR_TEST_WAIT_FOR (is_saved (fixture, MTR_PERSON_TEAM, "One and a half"));
  mtr_programme_undo (fixture->programme);
  MTR_TEST_WAIT_FOR (is_saved (fixture, MTR_PERSON_TEAM, before));
  mtr_programme_redo (fixture->programme);
  MTR_TEST_WAIT_FOR (is_saved (fixture, MTR_PERSON_TEAM, "One and a half"));
}

/* The words stay in the window while there is no room, and are saved as soon as there is. */
static void
test_disk_full (MtrTestProgramme *fixture,
                gconstpointer     data)
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
  MTR_TEST_WAIT_FOR (g_str_has_prefix (mtr_programme_get_trouble (fixture->programme), "Not saved"));
  g_assert_cmpstr (mtr_programme_get_status (fixture->programme), ==, "Not saved");
  g_assert_false (mtr_programme_settle (fixture->programme));
  g_assert_cmpstr (mtr_record_get_text (mtr_record_controller_get_record (controller), MTR_PERSON_TEAM), ==,
                   "Words on a full disk");
  g_assert_false (is_saved (fixture, MTR_PERSON_TEAM, "Words on a full disk"));

  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &unlimited), ==, 0);
  /* Nobody presses anything: it is tried again by itself. */
  MTR_TEST_WAIT_FOR (*mtr_programme_get_trouble (fixture->programme) == '\0');
  g_assert_true (is_saved (fixture, MTR_PERSON_TEAM, "Words on a full disk"));
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("MENTORING_TODAY", "2026-11-21", TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, MtrTestProgramme, NULL, mtr_test_programme_set_up, function, mtr_test_programme_tear_down)
  ADD ("/app/saving/without-a-button", test_saved_without_a_button);
  ADD ("/app/saving/control-characters", test_control_characters);
  ADD ("/app/saving/refused-stays", test_refused_stays);
  ADD ("/app/saving/one-stay-one-undo", test_one_stay_one_undo);
  ADD ("/app/saving/disk-full", test_disk_full);

  return g_test_run ();
}
