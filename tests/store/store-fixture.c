/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A programme file to try the store on, with people who do not exist. */

#include "store-fixture.h"

#include <glib/gstdio.h>

/* A scheme with just enough in it for the rules to have something to say. */
MtrPack *
store_fixture_make_pack (void)
{
  g_autoptr (GBytes) source = g_bytes_new_static ("<pack id=\"trial\"/>", 18);
  MtrPack *pack = mtr_pack_new (source);
  MtrTimeFrame time_frame = { 14, 14, 60, 150, 7, 7, 6, 24, 12 };
  MtrObservationType *type = g_new0 (MtrObservationType, 1);
  MtrRequirement *requirement = g_new0 (MtrRequirement, 1);
  MtrStandard *standard = g_new0 (MtrStandard, 1);

  mtr_pack_set_text (pack, "id", "trial");
  mtr_pack_set_text (pack, "version", "1");
  mtr_pack_set_text (pack, "title", "Trial scheme");
  mtr_pack_set_time_frame (pack, &time_frame);
  type->code = g_strdup ("direct");
  type->title = g_strdup ("Direct observation");
  type->asked = 2;
  mtr_pack_take_observation_type (pack, type);
  requirement->kind = MTR_REQUIREMENT_OBSERVATIONS;
  requirement->id = g_strdup ("direct");
  requirement->title = g_strdup ("Two direct observations");
  requirement->code = g_strdup ("direct");
  requirement->amount = 2;
  mtr_pack_take_requirement (pack, requirement);
  standard->code = g_strdup ("1");
  standard->title = g_strdup ("First area");
  standard->area = g_strdup ("1");
  mtr_pack_take_standard (pack, standard);

  return pack;
}

MtrPack *
store_fixture_lookup (const char *id,
                      const char *version,
                      GBytes     *source,
                      gpointer    user_data)
{
  g_assert_cmpstr (id, ==, "trial");
  g_assert_cmpstr (version, ==, "1");
  g_assert_cmpuint (g_bytes_get_size (source), ==, 18);

  return store_fixture_make_pack ();
}

static gint64
add_person (StoreFixture *fixture,
            MtrChange    *change,
            const char   *name)
{
  MtrRecord *person = mtr_record_new (MTR_KIND_PERSON, mtr_store_new_id (fixture->store));

  mtr_record_set_text (person, MTR_PERSON_NAME, name);
  mtr_change_insert (change, person);

  return mtr_record_get_id (person);
}

static void
add_people (StoreFixture *fixture)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PROGRAMME);
  g_autoptr (GArray) programmes = mtr_store_list_ids (fixture->store, &query, NULL);
  g_autoptr (MtrChange) change = mtr_change_new ("begin");
  MtrRecord *pairing = mtr_record_new (MTR_KIND_PAIRING, mtr_store_new_id (fixture->store));
  MtrRecord *member = mtr_record_new (MTR_KIND_MEMBER, mtr_store_new_id (fixture->store));
  MtrRecord *portfolio = mtr_record_new (MTR_KIND_PORTFOLIO, mtr_store_new_id (fixture->store));

  fixture->mentor = add_person (fixture, change, "Marlow Trent");
  fixture->mentee = add_person (fixture, change, "Ottoline Brae");
  fixture->manager = add_person (fixture, change, "Piers Quill");
  fixture->programme = g_array_index (programmes, gint64, 0);
  fixture->pairing = mtr_record_get_id (pairing);
  fixture->portfolio = mtr_record_get_id (portfolio);

  mtr_record_set_text (pairing, MTR_PAIRING_PACK, "trial");
  mtr_record_set_text (pairing, MTR_PAIRING_STATE, "active");
  mtr_record_set_number (pairing, MTR_PAIRING_MENTOR_ID, fixture->mentor);
  mtr_record_set_text (pairing, MTR_PAIRING_PROPOSED_ON, "2026-01-05");
  mtr_record_set_text (pairing, MTR_PAIRING_STARTED_ON, "2026-01-12");
  mtr_change_insert (change, pairing);

  mtr_record_set_number (member, MTR_MEMBER_PAIRING_ID, fixture->pairing);
  mtr_record_set_number (member, MTR_MEMBER_PERSON_ID, fixture->mentee);
  mtr_record_set_text (member, MTR_MEMBER_ROLE, "mentee");
  mtr_change_insert (change, member);

  mtr_record_set_number (portfolio, MTR_PORTFOLIO_PERSON_ID, fixture->mentee);
  mtr_record_set_number (portfolio, MTR_PORTFOLIO_PAIRING_ID, fixture->pairing);
  mtr_record_set_text (portfolio, MTR_PORTFOLIO_PACK, "trial");
  mtr_change_insert (change, portfolio);

  store_fixture_apply (fixture, change);
}

void
store_fixture_set_up (StoreFixture *fixture,
                      gconstpointer data)
{
  g_autoptr (MtrPack) pack = store_fixture_make_pack ();
  GError *error = NULL;

  fixture->folder = g_dir_make_tmp ("mentoring-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "programme.mentoring", NULL);
  fixture->store = mtr_store_create (fixture->path, pack, "Trial programme", store_fixture_lookup, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->store);
  add_people (fixture);
}

void
store_fixture_tear_down (StoreFixture *fixture,
                         gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_clear_object (&fixture->store);
  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

void
store_fixture_reopen (StoreFixture *fixture)
{
  GError *error = NULL;

  g_clear_object (&fixture->store);
  fixture->store = mtr_store_open (fixture->path, store_fixture_lookup, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (mtr_store_get_read_only (fixture->store), ==, MTR_STORE_WRITABLE);
}

void
store_fixture_apply (StoreFixture *fixture,
                     MtrChange    *change)
{
  GError *error = NULL;

  mtr_store_apply (fixture->store, change, &error);
  g_assert_no_error (error);
}

void
store_fixture_refuse (StoreFixture *fixture,
                      MtrChange    *change,
                      MtrStoreError code)
{
  g_autofree char *before = store_fixture_describe (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (mtr_store_apply (fixture->store, change, &error));
  g_assert_error (error, MTR_STORE_ERROR, (int) code);
  after = store_fixture_describe (fixture);
  g_assert_cmpstr (before, ==, after);
}

void
store_fixture_assert_whole (StoreFixture *fixture)
{
  g_autoptr (GPtrArray) problems = NULL;
  GError *error = NULL;

  problems = mtr_store_verify (fixture->store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}

/* Every record with every value, what is derived included (but for its ids), to compare one moment with another. */
char *
store_fixture_describe (StoreFixture *fixture)
{
  GString *text = g_string_new (NULL);

  for (int kind = 0; kind < MTR_N_KINDS; kind++)
    {
      const MtrKindInfo *info = mtr_kind_get_info (kind);
      MtrStoreQuery query = MTR_STORE_QUERY_INIT (kind);
      g_autoptr (GPtrArray) records = NULL;
      GError *error = NULL;

      records = mtr_store_list_records (fixture->store, &query, MTR_READER_OWNER, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < records->len; i++)
        {
          MtrRecord *record = g_ptr_array_index (records, i);

          g_string_append_printf (text, "%s %" G_GINT64_FORMAT, info->table,
                                  (info->flags & MTR_KIND_FLAG_DERIVED) ? 0 : mtr_record_get_id (record));
          for (int field = info->first_field; field <= (int) info->last_field; field++)
            if (mtr_record_is_set (record, field))
              {
                g_string_append_printf (text, " %s=", mtr_field_get_info (field)->column);
                if (mtr_field_is_number (field))
                  g_string_append_printf (text, "%" G_GINT64_FORMAT, mtr_record_get_number (record, field));
                else
                  g_string_append (text, mtr_record_get_text (record, field));
              }
          g_string_append_c (text, '\n');
        }
    }

  return g_string_free (text, FALSE);
}

gint64
store_fixture_add_session (StoreFixture *fixture,
                           const char   *held_on,
                           const char   *next_step)
{
  g_autoptr (MtrChange) change = mtr_change_new ("add session");
  MtrRecord *session = mtr_record_new (MTR_KIND_SESSION, mtr_store_new_id (fixture->store));

  mtr_record_set_number (session, MTR_SESSION_PAIRING_ID, fixture->pairing);
  mtr_record_set_text (session, MTR_SESSION_STATE, "held");
  mtr_record_set_text (session, MTR_SESSION_HELD_ON, held_on);
  mtr_record_set_text (session, MTR_SESSION_NEXT_STEP, next_step);
  mtr_change_insert (change, session);
  store_fixture_apply (fixture, change);

  return mtr_record_get_id (session);
}

/* An observation with something in each of its tables. */
gint64
store_fixture_add_observation (StoreFixture *fixture)
{
  g_autoptr (MtrChange) change = mtr_change_new ("add observation");
  MtrRecord *observation = mtr_record_new (MTR_KIND_OBSERVATION, mtr_store_new_id (fixture->store));
  MtrRecord *note = mtr_record_new (MTR_KIND_OBSERVATION_NOTE, mtr_store_new_id (fixture->store));
  MtrRecord *theme = mtr_record_new (MTR_KIND_OBSERVATION_THEME, mtr_store_new_id (fixture->store));
  MtrRecord *area = mtr_record_new (MTR_KIND_OBSERVATION_AREA, mtr_store_new_id (fixture->store));
  gint64 id = mtr_record_get_id (observation);

  mtr_record_set_number (observation, MTR_OBSERVATION_PAIRING_ID, fixture->pairing);
  mtr_record_set_text (observation, MTR_OBSERVATION_TYPE, "direct");
  mtr_record_set_number (observation, MTR_OBSERVATION_OBSERVED_ID, fixture->mentee);
  mtr_record_set_number (observation, MTR_OBSERVATION_OBSERVER_ID, fixture->mentor);
  mtr_record_set_text (observation, MTR_OBSERVATION_HELD_ON, "2026-03-02");
  mtr_record_set_text (observation, MTR_OBSERVATION_ACCOUNT, "She listened before she answered.");
  mtr_record_set_text (observation, MTR_OBSERVATION_DRAFT_REFLECTION, "I hurried the ending.");
  mtr_change_insert (change, observation);
  mtr_record_set_number (note, MTR_OBSERVATION_NOTE_OBSERVATION_ID, id);
  mtr_record_set_text (note, MTR_OBSERVATION_NOTE_WRITTEN_TIME, "10:05");
  mtr_record_set_text (note, MTR_OBSERVATION_NOTE_TEXT, "Opened with a question about the caseload.");
  mtr_change_insert (change, note);
  mtr_record_set_number (theme, MTR_OBSERVATION_THEME_OBSERVATION_ID, id);
  mtr_record_set_text (theme, MTR_OBSERVATION_THEME_THEME, "power");
  mtr_record_set_text (theme, MTR_OBSERVATION_THEME_TEXT, "Both chairs the same height.");
  mtr_record_set_text (theme, MTR_OBSERVATION_THEME_DRAFT_TEXT, "Who decides the agenda?");
  mtr_change_insert (change, theme);
  mtr_record_set_number (area, MTR_OBSERVATION_AREA_OBSERVATION_ID, id);
  mtr_record_set_text (area, MTR_OBSERVATION_AREA_STANDARD, "1");
  mtr_record_set_text (area, MTR_OBSERVATION_AREA_RATIONALE, "Named the value at stake.");
  mtr_change_insert (change, area);
  store_fixture_apply (fixture, change);

  return id;
}

void
store_fixture_seal (StoreFixture *fixture,
                    gint64        observation)
{
  g_autoptr (MtrChange) change = mtr_change_new ("sign the observation");

  mtr_change_set_text (change, MTR_OBSERVATION_OBSERVER_SIGNED_AT, observation, "2026-03-05T10:00:00Z");
  mtr_change_set_text (change, MTR_OBSERVATION_OBSERVER_SIGNED_NAME, observation, "Marlow Trent");
  mtr_change_set_text (change, MTR_OBSERVATION_OBSERVED_SIGNED_AT, observation, "2026-03-06T10:00:00Z");
  mtr_change_set_text (change, MTR_OBSERVATION_OBSERVED_SIGNED_NAME, observation, "Ottoline Brae");
  mtr_change_set_text (change, MTR_OBSERVATION_SEALED_AT, observation, "2026-03-06T10:00:00Z");
  store_fixture_apply (fixture, change);
}
