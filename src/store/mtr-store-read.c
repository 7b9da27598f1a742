/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads records: one SELECT for a kind and a set of audiences, which joins the
 * tables of those audiences and never touches another.
 */

#include "mtr-store-private.h"

#include "mtr-occasion.h"

#include <glib/gi18n-lib.h>

static const MtrAudience all_audiences[] = {
  MTR_AUDIENCE_MINE, MTR_AUDIENCE_PAIR, MTR_AUDIENCE_ASSESSMENT, MTR_AUDIENCE_PROGRAMME,
};

/**
 * mtr_store_build_select:
 * @kind: a kind of record
 * @audiences: whose fields to read
 * @where: (nullable): what comes after FROM and its joins; the table of the home audience is called "h"
 *
 * May be called in any thread.
 *
 * Returns: (transfer full): a SELECT with the id and then the fields of @audiences in the order of the table of fields
 */
char *
mtr_store_build_select (MtrKind     kind,
                        MtrAudience audiences,
                        const char *where)
{
  const MtrKindInfo *info = mtr_kind_get_info (kind);
  GString *sql = g_string_new ("SELECT h.id");

  for (int field = info->first_field; field <= (int) info->last_field; field++)
    {
      const MtrFieldInfo *field_info = mtr_field_get_info (field);

      if (field_info->audience & audiences)
        g_string_append_printf (sql, ", %s.%s",
                                field_info->audience == info->home_audience
                                  ? "h" : mtr_audience_get_suffix (field_info->audience),
                                field_info->column);
    }

  g_string_append_printf (sql, " FROM %s h", info->table);
  for (gsize i = 0; i < G_N_ELEMENTS (all_audiences); i++)
    if ((all_audiences[i] & audiences) && all_audiences[i] != info->home_audience &&
        mtr_store_schema_has_table (kind, all_audiences[i]))
      {
        const char *suffix = mtr_audience_get_suffix (all_audiences[i]);

        g_string_append_printf (sql, " LEFT JOIN %s_%s %s ON %s.id = h.id", info->table, suffix, suffix, suffix);
      }
  if (where != NULL)
    g_string_append_printf (sql, " %s", where);

  return g_string_free (sql, FALSE);
}

/**
 * mtr_store_take_record:
 * @statement: a statement made by mtr_store_build_select() that has a row
 * @kind: its kind
 * @audiences: its audiences
 *
 * Returns: (transfer full): the record in the row
 */
MtrRecord *
mtr_store_take_record (sqlite3_stmt *statement,
                       MtrKind       kind,
                       MtrAudience   audiences)
{
  const MtrKindInfo *info = mtr_kind_get_info (kind);
  MtrRecord *record = mtr_record_new (kind, sqlite3_column_int64 (statement, 0));
  int column = 1;

  for (int field = info->first_field; field <= (int) info->last_field; field++)
    {
      if (!(mtr_field_get_info (field)->audience & audiences))
        continue;
      if (sqlite3_column_type (statement, column) != SQLITE_NULL)
        {
          g_autofree char *text = mtr_field_is_number (field) ? NULL : mtr_store_dup_text (statement, column);

          if (mtr_field_is_number (field))
            mtr_record_set_number (record, field, sqlite3_column_int64 (statement, column));
          else
            mtr_record_set_text (record, field, text);
        }
      column++;
    }

  return record;
}

/* A record is there for a reader who may read its home audience. */
static gboolean
is_visible (MtrKind     kind,
            MtrAudience audiences)
{
  return (mtr_kind_get_info (kind)->home_audience & audiences) != 0;
}

static char *
build_json (GArray *ids)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (json, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index (ids, gint64, i));
  g_string_append_c (json, ']');

  return g_string_free (json, FALSE);
}

/**
 * mtr_store_file_read:
 * @file: a file
 * @kind: a kind of record
 * @audiences: whose fields to read
 * @reference: a field of @kind that is a reference, or %MTR_FIELD_NONE for the id itself
 * @ids: (element-type gint64) (nullable): what @reference must be one of; %NULL reads every record of @kind
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type MtrRecord): the records, ordered by id
 */
GPtrArray *
mtr_store_file_read (MtrStoreFile *file,
                     MtrKind       kind,
                     MtrAudience   audiences,
                     MtrField      reference,
                     GArray       *ids,
                     GError      **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *where = NULL;
  g_autofree char *sql = NULL;
  g_autofree char *json = NULL;
  mtr_auto_statement statement = NULL;

  if (!is_visible (kind, audiences) || (ids != NULL && ids->len == 0))
    return g_steal_pointer (&records);

  if (ids != NULL)
    {
      const char *column = reference == MTR_FIELD_NONE ? "id" : mtr_field_get_info (reference)->column;

      if (reference != MTR_FIELD_NONE &&
          mtr_field_get_info (reference)->audience != mtr_kind_get_info (kind)->home_audience)
        g_error ("%s is not in the home table of its kind", column);
      where = g_strdup_printf ("WHERE h.%s IN (SELECT value FROM json_each (?1)) ORDER BY h.id", column);
    }
  else
    {
      where = g_strdup ("ORDER BY h.id");
    }
  sql = mtr_store_build_select (kind, audiences, where);
  statement = mtr_store_file_prepare (file, sql, error);
  if (statement == NULL)
    return NULL;
  if (ids != NULL)
    {
      json = build_json (ids);
      sqlite3_bind_text (statement, 1, json, -1, SQLITE_STATIC);
    }

  while (TRUE)
    {
      gboolean row;

      if (!mtr_store_file_step (file, statement, &row, error))
        return NULL;
      if (!row)
        break;
      g_ptr_array_add (records, mtr_store_take_record (statement, kind, audiences));
    }

  return g_steal_pointer (&records);
}

/**
 * mtr_store_file_read_one:
 * @file: a file
 * @kind: a kind of record
 * @id: its id
 * @audiences: whose fields to read
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the record; %NULL with no error set where there is none
 */
MtrRecord *
mtr_store_file_read_one (MtrStoreFile *file,
                         MtrKind       kind,
                         gint64        id,
                         MtrAudience   audiences,
                         GError      **error)
{
  g_autofree char *sql = NULL;
  mtr_auto_statement statement = NULL;
  gboolean row;

  if (!is_visible (kind, audiences))
    return NULL;

  sql = mtr_store_build_select (kind, audiences, "WHERE h.id = ?1");
  statement = mtr_store_file_prepare (file, sql, error);
  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, id);
  if (!mtr_store_file_step (file, statement, &row, error) || !row)
    return NULL;

  return mtr_store_take_record (statement, kind, audiences);
}

/* What a snapshot is put together from: the records, and which ids of each kind are in it. */
typedef struct {
  MtrStoreFile *file;
  MtrSnapshot  *snapshot;           /* (unowned) */
  GHashTable   *known;              /* (owned): set of records */
  GArray       *ids[MTR_N_KINDS];   /* (owned) (element-type gint64): in the snapshot */
} Gathering;

static void
gathering_init (Gathering    *gathering,
                MtrStoreFile *file,
                MtrSnapshot  *snapshot)
{
  gathering->file = file;
  gathering->snapshot = snapshot;
  gathering->known = mtr_store_record_set_new ();
  for (int kind = 0; kind < MTR_N_KINDS; kind++)
    gathering->ids[kind] = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
gathering_clear (Gathering *gathering)
{
  g_hash_table_unref (gathering->known);
  for (int kind = 0; kind < MTR_N_KINDS; kind++)
    g_array_unref (gathering->ids[kind]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Gathering, gathering_clear)

static gboolean
gather (Gathering *gathering,
        MtrKind    kind,
        MtrField   reference,
        GArray    *ids,
        GError   **error)
{
  g_autoptr (GPtrArray) records =
    mtr_store_file_read (gathering->file, kind, mtr_snapshot_get_audiences (gathering->snapshot), reference, ids, error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      MtrRecord *record = g_ptr_array_index (records, i);
      gint64 id = mtr_record_get_id (record);

      if (mtr_store_record_set_add (gathering->known, kind, id))
        {
          mtr_snapshot_add (gathering->snapshot, record);
          g_array_append_val (gathering->ids[kind], id);
        }
    }

  return TRUE;
}

/* The ids that field of the records gathered so far refers to. */
static void
collect_references (Gathering *gathering,
                    MtrField   field,
                    GArray    *ids)
{
  const MtrFieldInfo *info = mtr_field_get_info (field);

  if (!(info->audience & mtr_snapshot_get_audiences (gathering->snapshot)))
    return;
  for (guint i = 0; i < mtr_snapshot_count (gathering->snapshot, info->kind); i++)
    {
      MtrRecord *record = mtr_snapshot_nth (gathering->snapshot, info->kind, i);
      gint64 id = mtr_record_get_number (record, field);

      if (mtr_record_is_set (record, field) && !mtr_store_record_set_has (gathering->known, info->reference, id))
        g_array_append_val (ids, id);
    }
}

static gboolean
gather_people (Gathering *gathering,
               GError   **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (int field = 0; field < MTR_N_FIELDS; field++)
    if (mtr_field_get_info (field)->reference == MTR_KIND_PERSON)
      collect_references (gathering, field, ids);

  return gather (gathering, MTR_KIND_PERSON, MTR_FIELD_NONE, ids, error);
}

/* Everything below what has been gathered; the table of kinds names a parent before its children. */
static gboolean
gather_below (Gathering *gathering,
              GError   **error)
{
  for (int kind = 0; kind < MTR_N_KINDS; kind++)
    {
      const MtrKindInfo *info = mtr_kind_get_info (kind);

      if (info->parent_field != MTR_FIELD_NONE &&
          !gather (gathering, kind, info->parent_field,
                   gathering->ids[mtr_field_get_info (info->parent_field)->reference], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
gather_pairing (Gathering *gathering,
                gint64     id,
                GError   **error)
{
  g_autoptr (GArray) pairing = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) mentees = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) observations = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (pairing, id);
  if (!gather (gathering, MTR_KIND_PAIRING, MTR_FIELD_NONE, pairing, error) ||
      !gather (gathering, MTR_KIND_MEMBER, MTR_MEMBER_PAIRING_ID, pairing, error) ||
      !gather (gathering, MTR_KIND_PORTFOLIO, MTR_PORTFOLIO_PAIRING_ID, pairing, error))
    return FALSE;
  if (gathering->ids[MTR_KIND_PAIRING]->len == 0)
    return TRUE;

  for (guint i = 0; i < mtr_snapshot_count (gathering->snapshot, MTR_KIND_MEMBER); i++)
    {
      MtrRecord *member = mtr_snapshot_nth (gathering->snapshot, MTR_KIND_MEMBER, i);
      gint64 person = mtr_record_get_number (member, MTR_MEMBER_PERSON_ID);

      if (mtr_record_text_is (member, MTR_MEMBER_ROLE, "mentee"))
        g_array_append_val (mentees, person);
    }
  if (!gather (gathering, MTR_KIND_PORTFOLIO, MTR_PORTFOLIO_PERSON_ID, mentees, error) ||
      !gather (gathering, MTR_KIND_OBSERVATION, MTR_OBSERVATION_OBSERVED_ID, mentees, error) ||
      !gather (gathering, MTR_KIND_LEARNING_RECORD, MTR_LEARNING_RECORD_PERSON_ID, mentees, error) ||
      !gather (gathering, MTR_KIND_SUBMISSION, MTR_SUBMISSION_PERSON_ID, mentees, error) ||
      !gather_below (gathering, error))
    return FALSE;

  /* A portfolio stays with the mentee, and so do observations and what evidence refers to, after a change of mentor. */
  collect_references (gathering, MTR_EVIDENCE_OBSERVATION_ID, observations);
  if (observations->len > 0 &&
      (!gather (gathering, MTR_KIND_OBSERVATION, MTR_FIELD_NONE, observations, error) ||
       !gather_below (gathering, error)))
    return FALSE;

  /* Once for those who are named, once more for their line managers. */
  return gather_people (gathering, error) && gather_people (gathering, error) &&
         gather (gathering, MTR_KIND_PROGRAMME, MTR_FIELD_NONE, NULL, error);
}

static gboolean
gather_programme (Gathering *gathering,
                  GError   **error)
{
  return gather (gathering, MTR_KIND_PROGRAMME, MTR_FIELD_NONE, NULL, error) &&
         gather (gathering, MTR_KIND_PERSON, MTR_FIELD_NONE, NULL, error) &&
         gather (gathering, MTR_KIND_PRIVATE_NAME, MTR_FIELD_NONE, NULL, error) &&
         gather (gathering, MTR_KIND_CHECKLIST_ANSWER, MTR_FIELD_NONE, NULL, error);
}

static gboolean
gather_matching (Gathering *gathering,
                 GError   **error)
{
  static const MtrKind kinds[] = {
    MTR_KIND_PAIRING, MTR_KIND_MEMBER, MTR_KIND_PORTFOLIO, MTR_KIND_MATCH_RULE, MTR_KIND_MATCH_WEIGHT,
    MTR_KIND_MATCH_RUN,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!gather (gathering, kinds[i], MTR_FIELD_NONE, NULL, error))
      return FALSE;

  return gather_programme (gathering, error);
}

/* The ids of the records whose day is in a calendar year. */
static GArray *
list_year (Gathering *gathering,
           MtrField   field,
           gint64     year,
           GError   **error)
{
  const MtrFieldInfo *info = mtr_field_get_info (field);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *from = g_strdup_printf ("%04d-01-01", (int) year);
  g_autofree char *to = g_strdup_printf ("%04d-12-31", (int) year);
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE %s BETWEEN ?1 AND ?2",
                                          mtr_kind_get_info (info->kind)->table, info->column);
  mtr_auto_statement statement = mtr_store_file_prepare (gathering->file, sql, error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, from, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, to, -1, SQLITE_STATIC);
  while (TRUE)
    {
      gboolean row;
      gint64 id;

      if (!mtr_store_file_step (gathering->file, statement, &row, error))
        return NULL;
      if (!row)
        break;
      id = sqlite3_column_int64 (statement, 0);
      g_array_append_val (ids, id);
    }

  return g_steal_pointer (&ids);
}

static gboolean
gather_year (Gathering *gathering,
             gint64     year,
             GError   **error)
{
  guint n_kinds;
  const MtrOccasionKind *kinds = mtr_occasion_get_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GArray) ids = NULL;

      if (year != 0 && kinds[i].date_field != MTR_FIELD_NONE)
        {
          ids = list_year (gathering, kinds[i].date_field, year, error);
          if (ids == NULL)
            return FALSE;
        }
      if (!gather (gathering, kinds[i].kind, MTR_FIELD_NONE, ids, error))
        return FALSE;
    }

  return gather (gathering, MTR_KIND_PROGRAMME, MTR_FIELD_NONE, NULL, error);
}

static gboolean
gather_counted (Gathering *gathering,
                GError   **error)
{
  static const MtrKind kinds[] = {
    MTR_KIND_PROGRAMME, MTR_KIND_PERSON, MTR_KIND_PAIRING, MTR_KIND_PAIRING_SUMMARY, MTR_KIND_MEMBER, MTR_KIND_AGREEMENT,
    MTR_KIND_REVIEW, MTR_KIND_EVENT, MTR_KIND_OBSERVATION, MTR_KIND_SUBMISSION, MTR_KIND_LEARNING_RECORD,
    MTR_KIND_EVALUATION, MTR_KIND_EVALUATION_ANSWER,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!gather (gathering, kinds[i], MTR_FIELD_NONE, NULL, error))
      return FALSE;

  return TRUE;
}

/**
 * mtr_store_file_load:
 * @file: a file
 * @scope: what the snapshot is of
 * @kind: for %MTR_SCOPE_RECORD
 * @id: of the pairing or the record; the year
 * @audiences: whose fields the reader may have
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the snapshot; it may be empty
 */
MtrSnapshot *
mtr_store_file_load (MtrStoreFile *file,
                     MtrStoreScope scope,
                     MtrKind       kind,
                     gint64        id,
                     MtrAudience   audiences,
                     GError      **error)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_snapshot_new (audiences);
  g_auto (Gathering) gathering = { 0 };
  gboolean done = FALSE;

  gathering_init (&gathering, file, snapshot);
  switch (scope)
    {
    case MTR_SCOPE_PROGRAMME:
      done = gather_programme (&gathering, error);
      break;
    case MTR_SCOPE_MATCHING:
      done = gather_matching (&gathering, error);
      break;
    case MTR_SCOPE_YEAR:
      done = gather_year (&gathering, id, error);
      break;
    case MTR_SCOPE_PEOPLE:
      done = gather_counted (&gathering, error);
      break;
    case MTR_SCOPE_PAIRING:
      done = gather_pairing (&gathering, id, error);
      break;
    case MTR_SCOPE_RECORD:
      {
        g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

        g_array_append_val (ids, id);
        done = gather (&gathering, kind, MTR_FIELD_NONE, ids, error);
      }
      break;
    default:
      g_assert_not_reached ();
    }

  return done ? g_steal_pointer (&snapshot) : NULL;
}
