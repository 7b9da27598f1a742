/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures for reports: a statement each over the tables that whoever runs the
 * programme may read. SQLite itself is asked to refuse any other table when a
 * statement is prepared, so that no report can come to say what it must not.
 * What needs attention is told by the rules in core, a few pairs at a time.
 * One figure is one slice; where something was written between two slices,
 * all begins anew, so that the figures of a report belong together.
 */

#include "mtr-store-figures-private.h"

#include "mtr-attention.h"
#include "mtr-date.h"
#include "mtr-pairing.h"
#include "mtr-store-request-private.h"

#include <string.h>

/* As long as others may have to wait. */
#define SLICE_US (15 * 1000)

/* After so many beginnings the rest is done in one go: somebody writes without a pause. */
#define MAX_BEGINNINGS 5

typedef struct {
  GPtrArray *columns;  /* (owned) (element-type utf8): as MTR_FIGURE_ATTENTION has them, up to the day it is set aside until */
  gint64     pairing_id;
  gint64     harm;
  char      *from_on;  /* (owned) */
} Reason;

typedef struct {
  MtrReportScope   scope;       /* (owned) */
  GArray          *asked;       /* (owned) (element-type MtrFigure) */
  MtrFiguresWith   with;

  MtrFigures      *figures;     /* (owned) (nullable): as far as they have been read */
  guint            position;    /* the next of those asked for */
  int              part;        /* the next part of it */
  gint64           changes;     /* of the connection, when they began */
  guint            n_beginnings;

  GArray          *pairings;    /* (owned) (nullable) (element-type gint64): with something that needs attention */
  guint            n_told;      /* of these */
  GPtrArray       *set_asides;  /* (owned) (nullable) (element-type MtrRecord) */
  GPtrArray       *reasons;     /* (owned) (nullable) (element-type Reason) */
} Work;

static void
reason_free (gpointer data)
{
  Reason *reason = data;

  g_ptr_array_unref (reason->columns);
  g_free (reason->from_on);
  g_free (reason);
}

static void
clear_reading (Work *work)
{
  g_clear_object (&work->figures);
  g_clear_pointer (&work->pairings, g_array_unref);
  g_clear_pointer (&work->set_asides, g_ptr_array_unref);
  g_clear_pointer (&work->reasons, g_ptr_array_unref);
  work->position = 0;
  work->part = 0;
  work->n_told = 0;
}

static void
work_free (gpointer data)
{
  Work *work = data;

  clear_reading (work);
  mtr_report_scope_clear (&work->scope);
  g_array_unref (work->asked);
  g_free (work);
}

/* ---- Statements ------------------------------------------------------------ */

/* Reads what the audience “programme” has; a piece of the statement itself has a name without columns. */
static int
authorize_figure_cb (void       *user_data,
                     int         action,
                     const char *one,
                     const char *two,
                     const char *database,
                     const char *trigger)
{
  MtrKind kind;

  if (action == SQLITE_SELECT || action == SQLITE_FUNCTION)
    return SQLITE_OK;
  /* So a table-valued function declares itself the first time; a statement that writes is caught below. */
  if ((action == SQLITE_UPDATE || action == SQLITE_READ) && g_str_equal (one, "sqlite_master"))
    return SQLITE_OK;
  if (action != SQLITE_READ)
    return SQLITE_DENY;
  kind = mtr_kind_from_table (one);
  if (kind != MTR_KIND_NONE)
    return mtr_kind_get_info (kind)->home_audience == MTR_AUDIENCE_PROGRAMME ? SQLITE_OK : SQLITE_DENY;

  return g_str_equal (one, "json_each") || (*two == '\0' && mtr_store_schema_kind_of (one) == MTR_KIND_NONE)
         ? SQLITE_OK : SQLITE_DENY;
}

static sqlite3_stmt *
prepare (MtrStoreFile *file,
         const char   *sql,
         GError      **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (file->statements, sql);

  if (statement != NULL)
    return statement;

  sqlite3_set_authorizer (file->connection, authorize_figure_cb, NULL);
  statement = mtr_store_file_prepare (file, sql, error);
  mtr_store_file_set_guard (file);
  g_assert (statement == NULL || sqlite3_stmt_readonly (statement));

  return statement;
}

static void
bind (sqlite3_stmt *statement,
      const char   *name,
      const char   *text)
{
  int index = sqlite3_bind_parameter_index (statement, name);

  if (index > 0)
    sqlite3_bind_text (statement, index, text, -1, SQLITE_TRANSIENT);
}

static char *
dup_iso (const GDate *date,
         const char  *otherwise)
{
  return g_date_valid (date) ? mtr_date_to_iso (date) : g_strdup (otherwise);
}

static void
append_json (GString    *json,
             const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '"' || *p == '\\')
      g_string_append_printf (json, "\\%c", *p);
    else if ((guchar) *p < 0x20)
      g_string_append_printf (json, "\\u%04x", (guint) *p);
    else
      g_string_append_c (json, *p);
  g_string_append_c (json, '"');
}

/* What a code of a standard means is in the packs, not in the file. */
static char *
dup_standards (MtrStoreFile *file)
{
  GString *json = g_string_new ("[");
  GHashTableIter iter;
  gpointer pack;

  g_mutex_lock (&file->lock);
  g_hash_table_iter_init (&iter, file->packs);
  while (g_hash_table_iter_next (&iter, NULL, &pack))
    {
      GPtrArray *standards = mtr_pack_get_standards (pack);

      for (guint i = 0; i < standards->len; i++)
        {
          const MtrStandard *standard = g_ptr_array_index (standards, i);

          g_string_append (json, json->len > 1 ? ",[" : "[");
          append_json (json, mtr_pack_get_id (pack));
          g_string_append_c (json, ',');
          append_json (json, standard->code);
          g_string_append_c (json, ',');
          append_json (json, standard->area);
          g_string_append_c (json, ']');
        }
    }
  g_mutex_unlock (&file->lock);
  g_string_append_c (json, ']');

  return g_string_free (json, FALSE);
}

static void
bind_scope (MtrStoreFile         *file,
            sqlite3_stmt         *statement,
            const MtrReportScope *scope)
{
  g_autofree char *as_at = mtr_date_to_iso (&scope->as_at);
  g_autofree char *from = dup_iso (&scope->from, "");
  g_autofree char *to = dup_iso (&scope->to, "9999-12-31");
  g_autofree char *before = NULL;
  g_autofree char *until = NULL;
  GDate before_day = scope->from;
  GDate until_day;
  int pairing;

  if (g_date_valid (&before_day))
    g_date_subtract_days (&before_day, 1);
  before = dup_iso (&before_day, "");
  mtr_report_scope_get_until (scope, &until_day);
  until = mtr_date_to_iso (&until_day);

  bind (statement, ":as_at", as_at);
  bind (statement, ":from", from);
  bind (statement, ":before", before);
  bind (statement, ":until", until);
  bind (statement, ":to", to);
  bind (statement, ":pack", scope->pack);
  bind (statement, ":service", scope->service);
  bind (statement, ":team", scope->team);
  pairing = sqlite3_bind_parameter_index (statement, ":pairing");
  if (pairing > 0)
    sqlite3_bind_int64 (statement, pairing, scope->pairing_id);
  if (sqlite3_bind_parameter_index (statement, ":standards") > 0)
    {
      g_autofree char *standards = dup_standards (file);

      bind (statement, ":standards", standards);
    }
}

static void
take_row (const MtrStoreFigure *figure,
          sqlite3_stmt         *statement,
          MtrFigures           *figures)
{
  guint n_columns = (guint) strlen (figure->columns);

  mtr_figures_add_row (figures, figure->figure, n_columns);
  for (guint column = 0; column < n_columns; column++)
    if (figure->columns[column] == 'n')
      mtr_figures_set_number (figures, figure->figure, column, sqlite3_column_int64 (statement, (int) column));
    else
      mtr_figures_set_text (figures, figure->figure, column,
                            (const char *) sqlite3_column_text (statement, (int) column));
}

/* To the one row that there is. */
static void
add_to_row (const MtrStoreFigure *figure,
            sqlite3_stmt         *statement,
            MtrFigures           *figures)
{
  for (guint column = 0; figure->columns[column] != '\0'; column++)
    mtr_figures_set_number (figures, figure->figure, column,
                            mtr_figures_get_number (figures, figure->figure, 0, column) +
                            sqlite3_column_int64 (statement, (int) column));
}

static void
bind_part (sqlite3_stmt         *statement,
           const MtrStoreFigure *figure,
           int                   part)
{
  if (figure->parts == 0)
    return;
  sqlite3_bind_int (statement, sqlite3_bind_parameter_index (statement, ":parts"), figure->parts);
  sqlite3_bind_int (statement, sqlite3_bind_parameter_index (statement, ":part"), part);
}

/* The next part of a figure, or all of it; *whole: whether nothing is left. */
static gboolean
read_figure (MtrStoreFile         *file,
             Work                 *work,
             const MtrStoreFigure *figure,
             gboolean             *whole,
             GError              **error)
{
  mtr_auto_statement statement = prepare (file, figure->sql, error);

  if (statement == NULL)
    return FALSE;
  g_assert (sqlite3_column_count (statement) == (int) strlen (figure->columns));

  bind_scope (file, statement, &work->scope);
  bind_part (statement, figure, work->part);
  if (work->part == 0)
    mtr_figures_begin (work->figures, figure->figure);
  while (TRUE)
    {
      gboolean row;

      if (!mtr_store_file_step (file, statement, &row, error))
        return FALSE;
      if (!row)
        break;
      if (work->part == 0)
        take_row (figure, statement, work->figures);
      else
        add_to_row (figure, statement, work->figures);
    }
  work->part++;
  *whole = work->part >= figure->parts;

  return TRUE;
}

/* ---- What needs attention --------------------------------------------------- */

static gboolean
begin_attention (MtrStoreFile *file,
                 Work         *work,
                 GError      **error)
{
  static const char *sql =
    "WITH " MTR_SQL_PAIR "SELECT DISTINCT a.pairing_id FROM attention a JOIN pair ON pair.id = a.pairing_id "
    "WHERE a.from_on <= :as_at AND (a.until_on IS NULL OR :as_at < a.until_on)";
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_SET_ASIDE);
  mtr_auto_statement statement = prepare (file, sql, error);

  if (statement == NULL)
    return FALSE;
  bind_scope (file, statement, &work->scope);
  work->pairings = mtr_store_file_list_numbers (file, statement, error);
  work->set_asides = mtr_store_file_list_records (file, &query, MTR_READER_LEAD, error);
  work->reasons = g_ptr_array_new_with_free_func (reason_free);

  return work->pairings != NULL && work->set_asides != NULL;
}

/* What is missing for a requirement may lie in texts that are not read here, so that only the requirement itself is said. */
static const char *
get_title (MtrPack                *pack,
           MtrRecord              *attention,
           const MtrAttentionText *text)
{
  const char *reason = mtr_record_get_text (attention, MTR_ATTENTION_REASON);
  GPtrArray *requirements = mtr_pack_get_requirements (pack);

  if (!g_str_has_prefix (reason, MTR_ATTENTION_DUE))
    return text->title;
  for (guint i = 0; i < requirements->len; i++)
    {
      const MtrRequirement *requirement = g_ptr_array_index (requirements, i);

      if (g_str_equal (requirement->id, reason + strlen (MTR_ATTENTION_DUE)))
        return requirement->title;
    }

  return text->title;
}

static void
take_reason (Work        *work,
             MtrPack     *pack,
             MtrSnapshot *snapshot,
             MtrRecord   *attention,
             gint64       owner_id)
{
  gint64 pairing_id = mtr_record_get_number (attention, MTR_ATTENTION_PAIRING_ID);
  MtrRecord *pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, pairing_id);
  MtrRecord *mentor = mtr_snapshot_follow (snapshot, pairing, MTR_PAIRING_MENTOR_ID);
  MtrRecord *turn = mtr_snapshot_get (snapshot, MTR_KIND_PERSON,
                                      mtr_record_get_number (attention, MTR_ATTENTION_TURN_ID));
  /* For whoever reads the report, not for the owner of the file: nothing in it is "yours". */
  g_autoptr (MtrAttentionText) text = mtr_attention_describe (pack, snapshot, attention, 0, &work->scope.as_at);
  g_autofree char *mentees = mtr_pairing_dup_mentees (snapshot, pairing_id);
  const char *until = mtr_attention_get_set_aside_until (attention, work->set_asides, owner_id, &work->scope.as_at);
  Reason *reason = g_new0 (Reason, 1);
  const char *columns[] = {
    mentees, mentor != NULL ? mtr_record_get_text (mentor, MTR_PERSON_NAME) : NULL,
    mtr_record_get_text (pairing, MTR_PAIRING_PACK), get_title (pack, attention, text), text->subtitle,
    turn != NULL ? mtr_record_get_text (turn, MTR_PERSON_NAME) : NULL,
    mtr_record_get_text (attention, MTR_ATTENTION_REASON), until,
  };

  reason->columns = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    g_ptr_array_add (reason->columns, g_strdup (columns[i]));
  reason->pairing_id = pairing_id;
  reason->harm = mtr_record_get_number (attention, MTR_ATTENTION_HARM);
  reason->from_on = g_strdup (mtr_record_get_text (attention, MTR_ATTENTION_FROM_ON));
  g_ptr_array_add (work->reasons, reason);
}

static gboolean
tell_pairing (MtrStoreFile *file,
              Work         *work,
              gint64        pairing_id,
              GError      **error)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_ATTENTION);
  g_autoptr (MtrSnapshot) snapshot = mtr_store_file_load (file, MTR_SCOPE_PAIRING, MTR_KIND_PAIRING, pairing_id,
                                                          MTR_READER_LEAD, error);
  g_autoptr (GPtrArray) reasons = NULL;
  MtrRecord *pairing, *programme;
  MtrPack *pack;

  if (snapshot == NULL)
    return FALSE;
  query.equal_field = MTR_ATTENTION_PAIRING_ID;
  query.equal_number = pairing_id;
  reasons = mtr_store_file_list_records (file, &query, MTR_READER_LEAD, error);
  if (reasons == NULL)
    return FALSE;

  pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, pairing_id);
  programme = mtr_snapshot_nth (snapshot, MTR_KIND_PROGRAMME, 0);
  pack = mtr_figures_get_pack (work->figures, mtr_record_get_text (pairing, MTR_PAIRING_PACK));
  if (pack == NULL)
    return TRUE;
  for (guint i = 0; i < reasons->len; i++)
    if (mtr_attention_is_current (g_ptr_array_index (reasons, i), &work->scope.as_at))
      take_reason (work, pack, snapshot, g_ptr_array_index (reasons, i),
                   programme != NULL ? mtr_record_get_number (programme, MTR_PROGRAMME_OWNER_ID) : 0);

  return TRUE;
}

#define SET_ASIDE_COLUMN 7

static int
compare_reasons (gconstpointer one,
                 gconstpointer other)
{
  const Reason *a = *(Reason * const *) one;
  const Reason *b = *(Reason * const *) other;
  gboolean a_aside = g_ptr_array_index (a->columns, SET_ASIDE_COLUMN) != NULL;
  gboolean b_aside = g_ptr_array_index (b->columns, SET_ASIDE_COLUMN) != NULL;

  if (a_aside != b_aside)
    return a_aside ? 1 : -1;
  if (a->harm != b->harm)
    return a->harm < b->harm ? -1 : 1;
  if (g_strcmp0 (a->from_on, b->from_on) != 0)
    return g_strcmp0 (a->from_on, b->from_on);

  return (a->pairing_id > b->pairing_id) - (a->pairing_id < b->pairing_id);
}

static void
hand_over_reasons (Work *work)
{
  g_ptr_array_sort (work->reasons, compare_reasons);
  mtr_figures_begin (work->figures, MTR_FIGURE_ATTENTION);
  for (guint i = 0; i < work->reasons->len; i++)
    {
      const Reason *reason = g_ptr_array_index (work->reasons, i);

      mtr_figures_add_row (work->figures, MTR_FIGURE_ATTENTION, reason->columns->len + 1);
      for (guint column = 0; column < reason->columns->len; column++)
        mtr_figures_set_text (work->figures, MTR_FIGURE_ATTENTION, column, g_ptr_array_index (reason->columns, column));
      mtr_figures_set_number (work->figures, MTR_FIGURE_ATTENTION, reason->columns->len, reason->pairing_id);
    }
}

/* Until the slice is used up; *whole: whether nothing is left. */
static gboolean
read_attention (MtrStoreFile *file,
                Work         *work,
                gboolean     *whole,
                GError      **error)
{
  gint64 began_us = g_get_monotonic_time ();

  *whole = FALSE;
  if (work->reasons == NULL)
    return begin_attention (file, work, error);

  while (work->n_told < work->pairings->len && g_get_monotonic_time () - began_us < SLICE_US)
    if (!tell_pairing (file, work, g_array_index (work->pairings, gint64, work->n_told++), error))
      return FALSE;
  *whole = work->n_told == work->pairings->len;
  if (*whole)
    hand_over_reasons (work);

  return TRUE;
}

/* ---- The request ------------------------------------------------------------- */

static const MtrStoreFigure *
find_figure (MtrFigure figure)
{
  static const MtrStoreFigure * const lists[] = { mtr_store_overview_figures, mtr_store_outcome_figures };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (const MtrStoreFigure *row = lists[i]; row->sql != NULL; row++)
      if (row->figure == figure)
        return row;

  g_assert_not_reached ();
}

static gboolean
begin_reading (MtrStoreFile *file,
               Work         *work,
               GError      **error)
{
  GHashTableIter iter;
  gpointer pack;

  clear_reading (work);
  work->figures = mtr_figures_new ();
  work->n_beginnings++;
  work->changes = sqlite3_total_changes64 (file->connection);
  g_mutex_lock (&file->lock);
  g_hash_table_iter_init (&iter, file->packs);
  while (g_hash_table_iter_next (&iter, NULL, &pack))
    mtr_figures_add_pack (work->figures, pack);
  g_mutex_unlock (&file->lock);

  if (work->with != MTR_FIGURES_ALONE)
    {
      g_autoptr (MtrSnapshot) snapshot =
        mtr_store_file_load (file, work->with == MTR_FIGURES_WITH_PAIRING ? MTR_SCOPE_PAIRING : MTR_SCOPE_PEOPLE,
                             MTR_KIND_PAIRING, work->with == MTR_FIGURES_WITH_PAIRING ? work->scope.pairing_id : 0,
                             MTR_READER_LEAD, error);

      if (snapshot == NULL)
        return FALSE;
      mtr_figures_set_snapshot (work->figures, snapshot);
    }

  return TRUE;
}

static gboolean
read_next (MtrStoreFile *file,
           Work         *work,
           GError      **error)
{
  MtrFigure figure = g_array_index (work->asked, MtrFigure, work->position);
  gboolean whole = TRUE;

  /* One that is asked for twice is there already. */
  if ((work->part > 0 || !mtr_figures_has (work->figures, figure)) &&
      !(figure == MTR_FIGURE_ATTENTION ? read_attention (file, work, &whole, error)
                                       : read_figure (file, work, find_figure (figure), &whole, error)))
    return FALSE;
  if (whole)
    {
      work->position++;
      work->part = 0;
    }

  return TRUE;
}

/* Figures, one slice after the other. */
static gboolean
answer_figures (MtrStoreFile    *file,
                MtrStoreRequest *request,
                GError         **error)
{
  Work *work = request->work;

  if (work->figures == NULL || (work->changes != sqlite3_total_changes64 (file->connection) &&
                                work->n_beginnings < MAX_BEGINNINGS))
    {
      if (!begin_reading (file, work, error))
        return FALSE;
    }
  while (work->position < work->asked->len)
    {
      if (!read_next (file, work, error))
        return FALSE;
      if (work->n_beginnings < MAX_BEGINNINGS)
        break;
    }

  request->again = work->position < work->asked->len;
  if (!request->again)
    {
      request->result = g_steal_pointer (&work->figures);
      request->free_result = g_object_unref;
    }

  return TRUE;
}

static MtrStoreRequest *
new_request (const MtrReportScope *scope,
             const MtrFigure      *figures,
             guint                 n_figures,
             MtrFiguresWith        with)
{
  MtrStoreRequest *request = mtr_store_request_new (answer_figures, FALSE);
  Work *work = g_new0 (Work, 1);

  mtr_report_scope_copy (&work->scope, scope);
  work->asked = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (MtrFigure)), figures, n_figures);
  work->with = with;
  request->work = work;
  request->free_work = work_free;

  return request;
}

/**
 * mtr_store_read_figures:
 * @self: a store
 * @scope: what they are about
 * @figures: (array length=n_figures): which
 * @n_figures: how many
 * @with: which records come with them
 * @error: return location for an error of %MTR_STORE_ERROR
 *
 * Nothing is read but what whoever runs the programme may read.
 *
 * Returns: (transfer full) (nullable): the figures, all of one moment
 */
MtrFigures *
mtr_store_read_figures (MtrStore             *self,
                        const MtrReportScope *scope,
                        const MtrFigure      *figures,
                        guint                 n_figures,
                        MtrFiguresWith        with,
                        GError              **error)
{
  g_autoptr (MtrStoreRequest) request = new_request (scope, figures, n_figures, with);

  return mtr_store_ask (self, request, error) ? g_steal_pointer (&request->result) : NULL;
}

/**
 * mtr_store_read_figures_async:
 * @self: a store
 * @scope: what they are about; copied
 * @figures: (array length=n_figures): which; copied
 * @n_figures: how many
 * @with: which records come with them
 * @cancellable: (nullable): to stop it, as when another report is chosen
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Like mtr_store_read_figures(), without waiting; others are answered meanwhile.
 */
void
mtr_store_read_figures_async (MtrStore             *self,
                              const MtrReportScope *scope,
                              const MtrFigure      *figures,
                              guint                 n_figures,
                              MtrFiguresWith        with,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data)
{
  mtr_store_ask_async (self, new_request (scope, figures, n_figures, with), mtr_store_read_figures_async, cancellable,
                       callback, user_data);
}

/**
 * mtr_store_read_figures_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error of %MTR_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the figures, all of one moment
 */
MtrFigures *
mtr_store_read_figures_finish (MtrStore     *self,
                               GAsyncResult *result,
                               GError      **error)
{
  return mtr_store_take_answer (self, result, mtr_store_read_figures_async, error);
}
