/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A different word in every text of every kind of record: each reader gets
 * exactly the fields of the reader's audiences, search keeps what is private
 * apart, and no table holds what another set of readers may see.
 */

#include "store-fixture.h"

#include <sqlite3.h>
#include <string.h>

static char *
make_word (MtrField field)
{
  const MtrFieldInfo *info = mtr_field_get_info (field);
  /* Numbers would be the beginning of other numbers. */
  char *word = g_strdup_printf ("planted%c%c%cq", 'a' + field / 676, 'a' + field / 26 % 26, 'a' + field % 26);

  if (info->type == MTR_TYPE_DATE || info->type == MTR_TYPE_TIME || info->type == MTR_TYPE_MOMENT)
    {
      g_free (word);
      word = g_strdup (info->type == MTR_TYPE_DATE   ? "2026-03-02"
                       : info->type == MTR_TYPE_TIME ? "10:05"
                                                     : "2026-03-02T10:05:00Z");
    }

  return word;
}

typedef struct {
  StoreFixture fixture;
  gint64       ids[MTR_N_KINDS];
} AudienceFixture;

/* A record of every kind with every field, each naming one of the kind it refers to. */
static void
set_up (AudienceFixture *fixture,
        gconstpointer    data)
{
  g_autoptr (MtrChange) change = mtr_change_new ("plant");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("paper", 5);
  g_autofree char *sha256 = mtr_change_attach (change, bytes);
  MtrStoreQuery programmes = MTR_STORE_QUERY_INIT (MTR_KIND_PROGRAMME);

  store_fixture_set_up (&fixture->fixture, data);
  for (int kind = 0; kind < MTR_N_KINDS; kind++)
    fixture->ids[kind] = kind == MTR_KIND_PROGRAMME         ? fixture->fixture.programme
                         : kind == MTR_KIND_PAIRING_SUMMARY ? fixture->ids[MTR_KIND_PAIRING]
                                                            : mtr_store_new_id (fixture->fixture.store);
  g_assert_cmpint (mtr_store_count (fixture->fixture.store, &programmes, NULL), ==, 1);

  for (int kind = 0; kind < MTR_N_KINDS; kind++)
    {
      const MtrKindInfo *info = mtr_kind_get_info (kind);
      g_autoptr (MtrRecord) record = mtr_record_new (kind, fixture->ids[kind]);

      if (info->flags & (MTR_KIND_FLAG_DERIVED | MTR_KIND_FLAG_APPEND_ONLY))
        continue;
      for (int field = info->first_field; field <= (int) info->last_field; field++)
        {
          const MtrFieldInfo *field_info = mtr_field_get_info (field);
          g_autofree char *word = make_word (field);

          /* Sealed and erased records are the business of other tests. */
          if (field == (int) mtr_kind_get_sealed_field (kind) || field == (int) mtr_kind_get_erased_field (kind))
            continue;
          if (field_info->type == MTR_TYPE_REF)
            mtr_record_set_number (record, field, fixture->ids[field_info->reference]);
          else if (mtr_field_is_number (field))
            mtr_record_set_number (record, field, 1);
          else if (field == MTR_ATTACHMENT_SHA256)
            mtr_record_set_text (record, field, sha256);
          else if (field == MTR_PROGRAMME_PACK || field == MTR_PAIRING_PACK || field == MTR_PORTFOLIO_PACK)
            mtr_record_set_text (record, field, "trial");
          else
            mtr_record_set_text (record, field, word);
          if (kind == MTR_KIND_PROGRAMME && mtr_field_is_number (field))
            mtr_change_set_number (change, field, fixture->ids[kind], mtr_record_get_number (record, field));
          else if (kind == MTR_KIND_PROGRAMME)
            mtr_change_set_text (change, field, fixture->ids[kind], mtr_record_get_text (record, field));
        }
      if (kind != MTR_KIND_PROGRAMME)
        mtr_change_insert (change, g_steal_pointer (&record));
    }
  store_fixture_apply (&fixture->fixture, change);
}

static void
tear_down (AudienceFixture *fixture,
           gconstpointer    data)
{
  store_fixture_tear_down (&fixture->fixture, data);
}

static void
assert_record (MtrRecord  *record,
               MtrKind     kind,
               MtrAudience audiences)
{
  const MtrKindInfo *info = mtr_kind_get_info (kind);

  g_assert_true ((record != NULL) == ((info->home_audience & audiences) != 0));
  if (record == NULL)
    return;
  for (int field = info->first_field; field <= (int) info->last_field; field++)
    {
      gboolean readable = (mtr_field_get_info (field)->audience & audiences) != 0;

      if (field == (int) mtr_kind_get_sealed_field (kind) || field == (int) mtr_kind_get_erased_field (kind))
        continue;
      g_assert_true (mtr_record_is_set (record, field) == readable);
    }
}

static void
test_readers (AudienceFixture *fixture,
              gconstpointer    data)
{
  store_fixture_assert_whole (&fixture->fixture);
  for (int audiences = 1; audiences <= (int) MTR_READER_OWNER; audiences++)
    {
      g_autoptr (MtrSnapshot) pairing = mtr_store_load (fixture->fixture.store, MTR_SCOPE_PAIRING, MTR_KIND_PAIRING,
                                                        fixture->ids[MTR_KIND_PAIRING], audiences, NULL);

      for (int kind = 0; kind < MTR_N_KINDS; kind++)
        {
          const MtrKindInfo *info = mtr_kind_get_info (kind);
          g_autoptr (MtrSnapshot) snapshot = NULL;

          if (info->flags & (MTR_KIND_FLAG_DERIVED | MTR_KIND_FLAG_APPEND_ONLY))
            continue;
          snapshot = mtr_store_load (fixture->fixture.store, MTR_SCOPE_RECORD, kind, fixture->ids[kind], audiences, NULL);
          assert_record (mtr_snapshot_get (snapshot, kind, fixture->ids[kind]), kind, audiences);

          for (guint i = 0; i < mtr_snapshot_count (pairing, kind); i++)
            {
              MtrRecord *record = mtr_snapshot_nth (pairing, kind, i);

              if (mtr_record_get_id (record) == fixture->ids[kind])
                assert_record (record, kind, audiences);
            }
        }
    }
}

static void
test_search (AudienceFixture *fixture,
             gconstpointer    data)
{
  for (int field = 0; field < MTR_N_FIELDS; field++)
    {
      const MtrFieldInfo *info = mtr_field_get_info (field);
      g_autofree char *word = make_word (field);
      gboolean mine = info->audience == MTR_AUDIENCE_MINE;
      g_autoptr (GPtrArray) shared = NULL;
      g_autoptr (GPtrArray) all = NULL;

      if ((mtr_kind_get_info (info->kind)->flags & (MTR_KIND_FLAG_DERIVED | MTR_KIND_FLAG_APPEND_ONLY)) ||
          !mtr_field_is_text (field))
        continue;
      shared = mtr_store_search (fixture->fixture.store, word, 0, FALSE, NULL);
      all = mtr_store_search (fixture->fixture.store, word, 0, TRUE, NULL);
      g_assert_cmpuint (shared->len, ==, mine ? 0 : 1);
      g_assert_cmpuint (all->len, ==, 1);
      g_assert_cmpint (((MtrSearchHit *) g_ptr_array_index (all, 0))->id, ==, fixture->ids[info->kind]);
      g_assert_true (((MtrSearchHit *) g_ptr_array_index (all, 0))->is_private == mine);
    }
}

static int
add_table_cb (void  *user_data,
              int    n_columns,
              char **values,
              char **names)
{
  g_ptr_array_add (user_data, g_strdup (values[0]));

  return 0;
}

static int
add_row_cb (void  *user_data,
            int    n_columns,
            char **values,
            char **names)
{
  for (int i = 0; i < n_columns; i++)
    g_string_append_printf (user_data, "%s\n", values[i] != NULL ? values[i] : "");

  return 0;
}

/* Each word is in the one table that has the name of its audience. */
static void
test_tables (AudienceFixture *fixture,
             gconstpointer    data)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  sqlite3 *raw;

  g_clear_object (&fixture->fixture.store);
  g_assert_cmpint (sqlite3_open (fixture->fixture.path, &raw), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (raw, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_%' "
                                 "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'history%'", add_table_cb, tables, NULL),
                   ==, SQLITE_OK);
  for (guint i = 0; i < tables->len; i++)
    {
      const char *table = g_ptr_array_index (tables, i);
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", table);
      g_autoptr (GString) content = g_string_new (NULL);

      g_assert_cmpint (sqlite3_exec (raw, sql, add_row_cb, content, NULL), ==, SQLITE_OK);
      for (int field = 0; field < MTR_N_FIELDS; field++)
        {
          const MtrFieldInfo *info = mtr_field_get_info (field);
          const MtrKindInfo *kind = mtr_kind_get_info (info->kind);
          g_autofree char *word = make_word (field);
          g_autofree char *own = info->audience == kind->home_audience
                                   ? g_strdup (kind->table)
                                   : g_strdup_printf ("%s_%s", kind->table, mtr_audience_get_suffix (info->audience));

          if (!mtr_field_is_text (field) || strstr (content->str, word) == NULL)
            continue;
          if (g_str_equal (table, mtr_kind_get_info (MTR_KIND_PAIRING_SUMMARY)->table))
            g_assert_cmpint (info->audience, ==, MTR_AUDIENCE_PROGRAMME);
          else
            g_assert_cmpstr (table, ==, own);
        }
    }
  g_assert_cmpint (sqlite3_close (raw), ==, SQLITE_OK);
}

#define add(path, function) g_test_add (path, AudienceFixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/audience/readers", test_readers);
  add ("/store/audience/search", test_search);
  add ("/store/audience/tables", test_tables);

  return g_test_run ();
}
