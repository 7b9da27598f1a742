/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists: which records of a kind, in which order. */

#include "mtr-store-private.h"

#include "mtr-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* For comparing as a person reads: without case and without accents. */
static char *
fold_text (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  GString *plain;
  g_autofree char *stripped = NULL;

  if (decomposed == NULL)
    return g_strdup ("");

  plain = g_string_sized_new (strlen (decomposed));
  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));
  stripped = g_string_free (plain, FALSE);

  return g_utf8_casefold (stripped, -1);
}

/* SQL: contains_text (text, folded words) */
static void
contains_text_cb (sqlite3_context *context,
                  int              n_values,
                  sqlite3_value  **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  const char *words = (const char *) sqlite3_value_text (values[1]);
  g_autofree char *folded = NULL;

  if (text == NULL || words == NULL)
    {
      sqlite3_result_int (context, 0);
      return;
    }
  folded = fold_text (text);
  sqlite3_result_int (context, strstr (folded, words) != NULL);
}

/* SQL: COLLATE alphabet */
static int
compare_cb (void       *unused,
            int         first_length,
            const void *first,
            int         second_length,
            const void *second)
{
  g_autofree char *one = g_strndup (first, (gsize) first_length);
  g_autofree char *two = g_strndup (second, (gsize) second_length);

  return mtr_language_compare (one, two);
}

/* The indices are in the order of letters as computers count them, which is fast and near enough to English. Another
 * alphabet is sorted by when it is asked for; a file does not know in which language it will be opened next. */
static gboolean
has_other_alphabet (const MtrFieldInfo *info)
{
  return info->type == MTR_TYPE_TEXT && (info->flags & MTR_FIELD_INDEXED) &&
         !g_str_equal (mtr_language_get_tag (), MTR_LANGUAGE_SOURCE);
}

/**
 * mtr_store_add_functions:
 * @file: a file
 * @error: return location for an error
 *
 * Teaches the connection the functions and the order that the queries of lists use. The schema may not use them.
 *
 * Returns: whether it went well
 */
gboolean
mtr_store_add_functions (MtrStoreFile *file,
                         GError      **error)
{
  int code = sqlite3_create_function_v2 (file->connection, "contains_text", 2,
                                         SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
                                         contains_text_cb, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_create_collation_v2 (file->connection, "alphabet", SQLITE_UTF8, NULL, compare_cb, NULL);
  if (code != SQLITE_OK)
    mtr_store_set_sqlite_error (file, code, error);

  return code == SQLITE_OK;
}

static gboolean
check_field (const MtrStoreQuery *query,
             MtrField             field,
             GError             **error)
{
  const MtrKindInfo *info = mtr_kind_get_info (query->kind);

  if (field == MTR_FIELD_NONE)
    return TRUE;
  if (mtr_field_get_info (field)->kind == query->kind && mtr_field_get_info (field)->audience == info->home_audience)
    return TRUE;
  mtr_store_set_error (error, MTR_STORE_ERROR_INVALID,
                       /* Translators: %1$s is a kind of record, %2$s the label of a field */
                       _("Lists of “%1$s” are not kept by “%2$s”."), mtr_kind_get_label (query->kind),
                       mtr_field_get_label (field));

  return FALSE;
}

static void
append_condition (GString    *sql,
                  const char *format,
                  ...) G_GNUC_PRINTF (2, 3);

static void
append_condition (GString    *sql,
                  const char *format,
                  ...)
{
  va_list arguments;

  g_string_append (sql, sql->len == 0 ? "WHERE " : " AND ");
  va_start (arguments, format);
  g_string_append_vprintf (sql, format, arguments);
  va_end (arguments);
}

/* A pairing has no words of its own that its list shows: they are in its summary, under the same id. */
static void
append_contains (GString *sql,
                 MtrKind  kind)
{
  MtrKind worded = kind == MTR_KIND_PAIRING ? MTR_KIND_PAIRING_SUMMARY : kind;
  const MtrKindInfo *info = mtr_kind_get_info (worded);
  g_autoptr (GString) words = g_string_new (NULL);

  for (int field = info->first_field; field <= (int) info->last_field; field++)
    if (mtr_field_get_info (field)->type == MTR_TYPE_TEXT &&
        mtr_field_get_info (field)->audience == info->home_audience)
      g_string_append_printf (words, "%scontains_text (%s, ?4)", words->len > 0 ? " OR " : "",
                              mtr_field_get_info (field)->column);

  /* The list shows the name of a group; its members are looked for all the same. */
  append_condition (sql, "h.id IN (SELECT id FROM %s WHERE %s%s)", info->table, words->len > 0 ? words->str : "0",
                    kind != MTR_KIND_PAIRING ? "" :
                    " UNION SELECT m.pairing_id FROM member m JOIN person p ON p.id = m.person_id"
                    " WHERE m.role = 'mentee' AND contains_text (p.name, ?4)");
}

/* What comes after FROM; parameters: 1 equal, 2 from, 3 to, 4 contains. */
static char *
build_conditions (const MtrStoreQuery *query,
                  GError             **error)
{
  GString *sql;
  gboolean ordered = query->order_field != MTR_FIELD_NONE;

  if (!check_field (query, query->equal_field, error) || !check_field (query, query->range_field, error) ||
      !check_field (query, query->order_field, error))
    return NULL;

  sql = g_string_new (NULL);
  if (query->equal_field != MTR_FIELD_NONE)
    append_condition (sql, "h.%s = ?1", mtr_field_get_info (query->equal_field)->column);
  if (query->range_field != MTR_FIELD_NONE && query->range_from != NULL)
    append_condition (sql, "h.%s >= ?2", mtr_field_get_info (query->range_field)->column);
  if (query->range_field != MTR_FIELD_NONE && query->range_to != NULL)
    append_condition (sql, "h.%s < ?3", mtr_field_get_info (query->range_field)->column);
  if (query->contains != NULL && *query->contains != '\0')
    append_contains (sql, query->kind);
  if (query->after_id > 0)
    append_condition (sql, "h.id > %" G_GINT64_FORMAT, query->after_id);

  g_string_append (sql, " ORDER BY ");
  if (ordered)
    g_string_append_printf (sql, "h.%s%s%s, ", mtr_field_get_info (query->order_field)->column,
                            has_other_alphabet (mtr_field_get_info (query->order_field)) ? " COLLATE alphabet" : "",
                            query->descending ? " DESC" : "");
  g_string_append_printf (sql, "h.id%s", query->descending ? " DESC" : "");
  if (query->limit > 0)
    g_string_append_printf (sql, " LIMIT %u", query->limit);

  return g_string_free (sql, FALSE);
}

static void
bind_text_copy (sqlite3_stmt *statement,
                int           position,
                const char   *text)
{
  if (position <= sqlite3_bind_parameter_count (statement) && text != NULL)
    sqlite3_bind_text (statement, position, text, -1, SQLITE_TRANSIENT);
}

static void
bind_query (sqlite3_stmt        *statement,
            const MtrStoreQuery *query)
{
  g_autofree char *folded = query->contains != NULL ? fold_text (query->contains) : NULL;

  if (query->equal_field != MTR_FIELD_NONE)
    {
      if (mtr_field_is_number (query->equal_field))
        sqlite3_bind_int64 (statement, 1, query->equal_number);
      else
        bind_text_copy (statement, 1, query->equal_text);
    }
  if (query->range_field != MTR_FIELD_NONE)
    {
      bind_text_copy (statement, 2, query->range_from);
      bind_text_copy (statement, 3, query->range_to);
    }
  bind_text_copy (statement, 4, folded);
}

/**
 * mtr_store_file_list_ids:
 * @file: a file
 * @query: which records, in which order
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): their ids
 */
GArray *
mtr_store_file_list_ids (MtrStoreFile        *file,
                         const MtrStoreQuery *query,
                         GError             **error)
{
  g_autofree char *conditions = build_conditions (query, error);
  g_autofree char *sql = NULL;
  mtr_auto_statement statement = NULL;

  if (conditions == NULL)
    return NULL;
  sql = g_strdup_printf ("SELECT h.id FROM %s h %s", mtr_kind_get_info (query->kind)->table, conditions);
  statement = mtr_store_file_prepare (file, sql, error);
  if (statement == NULL)
    return NULL;
  bind_query (statement, query);

  return mtr_store_file_list_numbers (file, statement, error);
}

/**
 * mtr_store_file_list_records:
 * @file: a file
 * @query: which records, in which order
 * @audiences: whose fields to read
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type MtrRecord): the records
 */
GPtrArray *
mtr_store_file_list_records (MtrStoreFile        *file,
                             const MtrStoreQuery *query,
                             MtrAudience          audiences,
                             GError             **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *conditions = build_conditions (query, error);
  g_autofree char *sql = NULL;
  mtr_auto_statement statement = NULL;

  if (conditions == NULL)
    return NULL;
  if (!(mtr_kind_get_info (query->kind)->home_audience & audiences))
    return g_steal_pointer (&records);

  sql = mtr_store_build_select (query->kind, audiences, conditions);
  statement = mtr_store_file_prepare (file, sql, error);
  if (statement == NULL)
    return NULL;
  bind_query (statement, query);

  while (TRUE)
    {
      gboolean row;

      if (!mtr_store_file_step (file, statement, &row, error))
        return NULL;
      if (!row)
        break;
      g_ptr_array_add (records, mtr_store_take_record (statement, query->kind, audiences));
    }

  return g_steal_pointer (&records);
}

/**
 * mtr_store_file_count:
 * @file: a file
 * @query: which records; its limit is not looked at
 * @count: (out): how many
 * @error: return location for an error
 *
 * Returns: whether it went well
 */
gboolean
mtr_store_file_count (MtrStoreFile        *file,
                      const MtrStoreQuery *query,
                      gint64              *count,
                      GError             **error)
{
  MtrStoreQuery unlimited = *query;
  g_autofree char *conditions = NULL;
  g_autofree char *sql = NULL;
  mtr_auto_statement statement = NULL;

  unlimited.limit = 0;
  unlimited.order_field = MTR_FIELD_NONE;
  conditions = build_conditions (&unlimited, error);
  if (conditions == NULL)
    return FALSE;
  sql = g_strdup_printf ("SELECT count (*) FROM %s h %s", mtr_kind_get_info (query->kind)->table, conditions);
  statement = mtr_store_file_prepare (file, sql, error);
  if (statement == NULL)
    return FALSE;
  bind_query (statement, &unlimited);

  return mtr_store_file_get_number (file, statement, count, error);
}
