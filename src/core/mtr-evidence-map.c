/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The evidence map: areas down, kinds of evidence across, with count, age and
 * the mentor's view, in figures, signs and words. It informs; it never passes
 * anybody (product.md, rule 4; screens.md, section 6).
 */

#include "mtr-evidence-map.h"

#include "mtr-date.h"
#include "mtr-messages.h"
#include "mtr-portfolio.h"
#include "mtr-rules-private.h"

#include <string.h>

static const struct {
  const char *code;
  const char *label;
  const char *sign;
} views[] = {
  [MTR_MENTOR_VIEW_NONE]       = { NULL,         N_("nothing yet"),   "–" },
  [MTR_MENTOR_VIEW_UNSEEN]     = { NULL,         N_("not looked at"), "?" },
  [MTR_MENTOR_VIEW_NOT_YET]    = { "not-yet",    N_("not yet"),       "×" },
  [MTR_MENTOR_VIEW_PARTLY]     = { "partly",     N_("partly"),        "~" },
  [MTR_MENTOR_VIEW_SUFFICIENT] = { "sufficient", N_("sufficient"),    "✓" },
};

/**
 * mtr_mentor_view_get_label:
 * @view: a view
 *
 * Returns: (transfer none): its words, "partly"
 */
const char *
mtr_mentor_view_get_label (MtrMentorView view)
{
  return _(views[view].label);
}

/**
 * mtr_mentor_view_from_code:
 * @code: (nullable): the value of %MTR_EVIDENCE_LINK_MENTOR_VIEW
 *
 * Returns: the view; %MTR_MENTOR_VIEW_UNSEEN where there is none
 */
MtrMentorView
mtr_mentor_view_from_code (const char *code)
{
  for (gsize i = 0; code != NULL && i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (views[i].code, code) == 0)
      return (MtrMentorView) i;

  return MTR_MENTOR_VIEW_UNSEEN;
}

static void
free_row (gpointer data)
{
  MtrEvidenceRow *row = data;

  g_free (row->cells);
  g_clear_pointer (&row->statements, g_ptr_array_unref);
  g_free (row);
}

static void
clear_row (MtrEvidenceRow *row,
           guint           n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    g_free (row->cells[i].newest_on);
  for (guint i = 0; row->statements != NULL && i < row->statements->len; i++)
    clear_row (g_ptr_array_index (row->statements, i), n_columns);
}

/**
 * mtr_evidence_map_free:
 * @self: (transfer full): a map
 */
void
mtr_evidence_map_free (MtrEvidenceMap *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    clear_row (g_ptr_array_index (self->rows, i), self->columns->len);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->columns);
  g_free (self);
}

/* ---- Building it ----------------------------------------------------------- */

/* Whether a link to @code belongs to @standard: an area has all its statements. */
static gboolean
belongs_to (MtrPack           *pack,
            const char        *code,
            const MtrStandard *standard)
{
  if (g_strcmp0 (standard->code, standard->area) == 0)
    return g_strcmp0 (mtr_portfolio_get_area (pack, code), standard->code) == 0;

  return g_strcmp0 (code, standard->code) == 0;
}

static int
find_column (MtrPack        *pack,
             MtrEvidenceMap *self,
             MtrRecord      *evidence)
{
  const MtrEvidenceKind *kind = mtr_pack_find_evidence_kind (pack, mtr_record_get_text (evidence, MTR_EVIDENCE_KIND));

  for (guint i = 0; kind != NULL && i < self->columns->len; i++)
    if (g_strcmp0 (((MtrEvidenceColumn *) g_ptr_array_index (self->columns, i))->word->code, kind->column) == 0)
      return (int) i;

  return -1;
}

static gboolean
is_observation (MtrRecord *evidence)
{
  return mtr_record_is_set (evidence, MTR_EVIDENCE_OBSERVATION_ID) ||
         mtr_record_text_is (evidence, MTR_EVIDENCE_KIND, MTR_EVIDENCE_KIND_OBSERVATION);
}

static void
add_to_cell (MtrEvidenceCell *cell,
             MtrRecord       *evidence,
             MtrMentorView    view,
             gboolean         has_reason,
             gboolean         met_before)
{
  const char *newest = mtr_rules_later (cell->newest_on, mtr_record_get_text (evidence, MTR_EVIDENCE_HAPPENED_ON));

  if (newest != cell->newest_on)
    {
      g_free (cell->newest_on);
      cell->newest_on = g_strdup (newest);
    }
  cell->count++;
  cell->views[view]++;
  cell->view = MAX (cell->view, view);
  cell->met_before = cell->met_before || met_before;
  if (!has_reason)
    cell->without_reason++;
}

/* What the links of one item to one standard say: the best view, and whether every link has its reason. */
static gboolean
read_links (MtrPack           *pack,
            MtrSnapshot       *snapshot,
            MtrRecord         *evidence,
            const MtrStandard *standard,
            MtrMentorView     *view,
            gboolean          *has_reason)
{
  gboolean found = FALSE;

  *view = MTR_MENTOR_VIEW_NONE;
  *has_reason = TRUE;
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_EVIDENCE_LINK); i++)
    {
      MtrRecord *link = mtr_snapshot_nth (snapshot, MTR_KIND_EVIDENCE_LINK, i);

      if (mtr_record_get_number (link, MTR_EVIDENCE_LINK_EVIDENCE_ID) != mtr_record_get_id (evidence) ||
          !belongs_to (pack, mtr_record_get_text (link, MTR_EVIDENCE_LINK_STANDARD), standard))
        continue;
      found = TRUE;
      *view = MAX (*view, mtr_mentor_view_from_code (mtr_record_get_text (link, MTR_EVIDENCE_LINK_MENTOR_VIEW)));
      *has_reason = *has_reason && mtr_record_is_set (link, MTR_EVIDENCE_LINK_RATIONALE);
    }

  return found;
}

static gboolean
asks_for_observations (MtrPack *pack)
{
  GPtrArray *types = mtr_pack_get_observation_types (pack);

  for (guint i = 0; i < types->len; i++)
    if (((MtrObservationType *) g_ptr_array_index (types, i))->asked > 0)
      return TRUE;

  return FALSE;
}

static void
find_flags (MtrPack        *pack,
            MtrEvidenceMap *self,
            MtrEvidenceRow *row,
            guint           n_observations,
            const char     *oldest_on,
            const GDate    *today)
{
  int limit = mtr_pack_get_time_frame (pack)->old_evidence_months;
  guint sources = 0;
  GDate oldest;

  for (guint i = 0; i < self->columns->len; i++)
    {
      if (row->cells[i].count > 0)
        sources++;
      if (row->cells[i].met_before)
        row->flags |= MTR_EVIDENCE_FLAG_MET_BEFORE;
    }
  if (oldest_on != NULL && mtr_date_from_iso (oldest_on, &oldest))
    row->oldest_months = MAX (0, mtr_date_months_between (&oldest, today));

  if (sources == 0)
    row->flags |= MTR_EVIDENCE_FLAG_NOTHING;
  else if (!(row->flags & MTR_EVIDENCE_FLAG_MET_BEFORE))
    {
      if (sources == 1)
        row->flags |= MTR_EVIDENCE_FLAG_ONE_SOURCE;
      if (n_observations == 0 && asks_for_observations (pack))
        row->flags |= MTR_EVIDENCE_FLAG_NO_OBSERVATION;
      if (limit > 0 && row->oldest_months >= limit)
        row->flags |= MTR_EVIDENCE_FLAG_OLD;
    }
}

static MtrEvidenceRow *
build_row (MtrPack           *pack,
           MtrSnapshot       *snapshot,
           MtrEvidenceMap    *self,
           gint64             portfolio_id,
           const MtrStandard *standard,
           const GDate       *today)
{
  MtrEvidenceRow *row = g_new0 (MtrEvidenceRow, 1);
  g_autoptr (GPtrArray) items = mtr_portfolio_list_evidence_of_area (pack, snapshot, portfolio_id, standard->area);
  const char *oldest_on = NULL;
  guint n_observations = 0;

  row->standard = standard;
  row->cells = g_new0 (MtrEvidenceCell, self->columns->len);
  row->oldest_months = -1;

  for (guint i = 0; i < items->len; i++)
    {
      MtrRecord *evidence = g_ptr_array_index (items, i);
      const MtrEvidenceKind *kind = mtr_pack_find_evidence_kind (pack, mtr_record_get_text (evidence, MTR_EVIDENCE_KIND));
      int column = find_column (pack, self, evidence);
      MtrMentorView view;
      gboolean has_reason;

      if (column < 0 || !read_links (pack, snapshot, evidence, standard, &view, &has_reason))
        continue;
      add_to_cell (&row->cells[column], evidence, view, has_reason, kind->meets_area);
      ((MtrEvidenceColumn *) g_ptr_array_index (self->columns, column))->shown = TRUE;
      oldest_on = mtr_rules_earlier (oldest_on, mtr_record_get_text (evidence, MTR_EVIDENCE_HAPPENED_ON));
      if (is_observation (evidence))
        n_observations++;
    }
  find_flags (pack, self, row, n_observations, oldest_on, today);

  return row;
}

/* A column is there when somebody asks for it, even while it is empty. */
static gboolean
is_asked_for (MtrPack    *pack,
              const char *column)
{
  GPtrArray *requirements = mtr_pack_get_requirements (pack);
  const MtrEvidenceKind *observation = mtr_pack_find_evidence_kind (pack, MTR_EVIDENCE_KIND_OBSERVATION);

  if (observation != NULL && g_strcmp0 (observation->column, column) == 0 && asks_for_observations (pack))
    return TRUE;

  for (guint i = 0; i < requirements->len; i++)
    {
      const MtrRequirement *requirement = g_ptr_array_index (requirements, i);
      const MtrEvidenceKind *kind = mtr_pack_find_evidence_kind (pack, requirement->code);

      if (requirement->kind == MTR_REQUIREMENT_EVIDENCE_OF_KIND && kind != NULL && g_strcmp0 (kind->column, column) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * mtr_evidence_map_new:
 * @pack: the pack of the portfolio
 * @snapshot: the portfolio, and the observations of the person; of a reader of assessments
 * @portfolio_id: the portfolio
 * @today: the present date, for ages
 *
 * Only what goes in is on the map, see mtr_evidence_goes_in().
 *
 * Returns: (transfer full): the map
 */
MtrEvidenceMap *
mtr_evidence_map_new (MtrPack     *pack,
                      MtrSnapshot *snapshot,
                      gint64       portfolio_id,
                      const GDate *today)
{
  MtrEvidenceMap *self = g_new0 (MtrEvidenceMap, 1);
  GPtrArray *words = mtr_pack_get_words (pack, MTR_WORDS_EVIDENCE_COLUMNS);
  GPtrArray *areas = mtr_pack_get_areas (pack);
  GPtrArray *standards = mtr_pack_get_standards (pack);

  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  for (guint i = 0; i < words->len; i++)
    {
      MtrEvidenceColumn *column = g_new0 (MtrEvidenceColumn, 1);

      column->word = g_ptr_array_index (words, i);
      column->shown = is_asked_for (pack, column->word->code);
      g_ptr_array_add (self->columns, column);
    }

  for (guint i = 0; i < areas->len; i++)
    {
      const MtrStandard *area = g_ptr_array_index (areas, i);
      MtrEvidenceRow *row = build_row (pack, snapshot, self, portfolio_id, area, today);

      row->statements = g_ptr_array_new_with_free_func (free_row);
      for (guint s = 0; s < standards->len; s++)
        {
          const MtrStandard *standard = g_ptr_array_index (standards, s);

          if (!standard->retired && g_strcmp0 (standard->area, area->code) == 0 &&
              g_strcmp0 (standard->code, area->code) != 0)
            g_ptr_array_add (row->statements, build_row (pack, snapshot, self, portfolio_id, standard, today));
        }
      g_ptr_array_add (self->rows, row);
    }

  return self;
}

/**
 * mtr_evidence_map_list_items:
 * @pack: the pack of the portfolio
 * @snapshot: the portfolio, and the observations of the person
 * @portfolio_id: the portfolio
 * @standard: the code of an area or of a statement
 * @column: (nullable): the code of a column; %NULL for all of them
 *
 * Returns: (transfer container) (element-type MtrRecord): the items behind a cell, by number
 */
GPtrArray *
mtr_evidence_map_list_items (MtrPack     *pack,
                             MtrSnapshot *snapshot,
                             gint64       portfolio_id,
                             const char  *standard,
                             const char  *column)
{
  GPtrArray *found = g_ptr_array_new ();
  const MtrStandard *wanted = mtr_pack_find_standard (pack, standard);
  g_autoptr (GPtrArray) items = NULL;

  if (wanted == NULL)
    return found;

  items = mtr_portfolio_list_evidence_of_area (pack, snapshot, portfolio_id, wanted->area);
  for (guint i = 0; i < items->len; i++)
    {
      MtrRecord *evidence = g_ptr_array_index (items, i);
      const MtrEvidenceKind *kind = mtr_pack_find_evidence_kind (pack, mtr_record_get_text (evidence, MTR_EVIDENCE_KIND));
      MtrMentorView view;
      gboolean has_reason;

      if (column != NULL && (kind == NULL || g_strcmp0 (kind->column, column) != 0))
        continue;
      if (read_links (pack, snapshot, evidence, wanted, &view, &has_reason))
        g_ptr_array_add (found, evidence);
    }

  return found;
}

/* ---- Saying it -------------------------------------------------------------- */

/**
 * mtr_evidence_cell_dup_text:
 * @cell: a cell
 *
 * Returns: (transfer full): count and one sign: "2 ✓", "1 ?", "–"
 */
char *
mtr_evidence_cell_dup_text (const MtrEvidenceCell *cell)
{
  if (cell->count == 0)
    return g_strdup (views[MTR_MENTOR_VIEW_NONE].sign);
  if (cell->met_before)
    return g_strdup (_("✓ met before"));

  return g_strdup_printf ("%u %s", cell->count, views[cell->view].sign);
}

/**
 * mtr_evidence_cell_dup_own:
 * @cell: a cell
 *
 * Returns: (transfer full): the candidate's half, where both views stand side by side: "2", "2, 1 without a reason"
 */
char *
mtr_evidence_cell_dup_own (const MtrEvidenceCell *cell)
{
  if (cell->count == 0)
    return g_strdup (views[MTR_MENTOR_VIEW_NONE].sign);
  if (cell->without_reason == 0)
    return g_strdup_printf ("%u", cell->count);

  /* Translators: how many items of evidence, and how many of them have no reason yet */
  return g_strdup_printf (_("%u, %u without a reason"), cell->count, cell->without_reason);
}

/**
 * mtr_evidence_cell_dup_mentor:
 * @cell: a cell
 *
 * Returns: (transfer full): the mentor's half: "1 sufficient, 1 not looked at"
 */
char *
mtr_evidence_cell_dup_mentor (const MtrEvidenceCell *cell)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int view = MTR_MENTOR_VIEW_SUFFICIENT; view >= MTR_MENTOR_VIEW_UNSEEN; view--)
    if (cell->views[view] > 0)
      {
        if (text->len > 0)
          g_string_append (text, _(", "));
        /* Translators: how many items, and what the mentor thinks of them: "1 sufficient" */
        g_string_append_printf (text, _("%u %s"), cell->views[view], mtr_mentor_view_get_label (view));
      }
  if (text->len == 0)
    g_string_append (text, views[MTR_MENTOR_VIEW_NONE].sign);

  return g_strdup (text->str);
}

/* "Area 8, Performance management and improvement." */
static char *
dup_standard_name (const MtrStandard *standard)
{
  if (g_strcmp0 (standard->code, standard->area) == 0)
    /* Translators: code and name of an area, as a screen reader says them */
    return g_strdup_printf (_("Area %s, %s."), standard->code, standard->title);

  /* Translators: code and words of a statement of an area, as a screen reader says them */
  return g_strdup_printf (_("Statement %s, %s."), standard->code, standard->title);
}

/**
 * mtr_evidence_map_dup_spoken:
 * @self: a map
 * @row: the number of a row
 * @column: the number of a column
 * @today: the present date, for the year that need not be said
 *
 * Returns: (transfer full): the whole name of a cell: "Area 3, Developing confident and capable social workers.
 *   Supervisee feedback: 2, newest 14 March, sufficient."
 */
char *
mtr_evidence_map_dup_spoken (const MtrEvidenceMap *self,
                             guint                 row,
                             guint                 column,
                             const GDate          *today)
{
  const MtrEvidenceRow *area = g_ptr_array_index (self->rows, row);
  const MtrWord *word = ((MtrEvidenceColumn *) g_ptr_array_index (self->columns, column))->word;
  const MtrEvidenceCell *cell = &area->cells[column];
  g_autofree char *name = dup_standard_name (area->standard);
  g_autofree char *date = NULL;
  GDate newest;

  if (cell->count == 0)
    /* Translators: name of an area, and a column of the evidence map with nothing in it */
    return g_strdup_printf (_("%s %s: nothing yet."), name, word->title);
  if (cell->met_before)
    /* Translators: name of an area, and a column of the evidence map */
    return g_strdup_printf (_("%s %s: met before."), name, word->title);
  if (!mtr_date_from_iso (cell->newest_on, &newest))
    /* Translators: name of an area, column, count, what the mentor thinks */
    return g_strdup_printf (_("%s %s: %u, %s."), name, word->title, cell->count, mtr_mentor_view_get_label (cell->view));

  date = mtr_date_format (&newest, g_date_get_year (&newest) == g_date_get_year (today) ? MTR_DATE_STYLE_DAY
                                                                                       : MTR_DATE_STYLE_LONG);

  /* Translators: name of an area, column, count, date of the newest item, what the mentor thinks */
  return g_strdup_printf (_("%s %s: %u, newest %s, %s."), name, word->title, cell->count, date,
                          mtr_mentor_view_get_label (cell->view));
}

/**
 * mtr_evidence_row_dup_flags:
 * @row: a row
 *
 * Returns: (transfer full): the end of a row in words: "one source only, no observation"; empty where all is well
 */
char *
mtr_evidence_row_dup_flags (const MtrEvidenceRow *row)
{
  static const struct {
    MtrEvidenceFlags flag;
    const char      *label;
  } flags[] = {
    { MTR_EVIDENCE_FLAG_NOTHING,        N_("nothing yet") },
    { MTR_EVIDENCE_FLAG_MET_BEFORE,     N_("met before") },
    { MTR_EVIDENCE_FLAG_ONE_SOURCE,     N_("one source only") },
    { MTR_EVIDENCE_FLAG_NO_OBSERVATION, N_("no observation") },
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    if (row->flags & flags[i].flag)
      {
        if (text->len > 0)
          g_string_append (text, _(", "));
        g_string_append (text, _(flags[i].label));
      }
  if (row->flags & MTR_EVIDENCE_FLAG_OLD)
    {
      if (text->len > 0)
        g_string_append (text, _(", "));
      g_string_append_printf (text, ngettext ("oldest %d month", "oldest %d months",
                                              (gulong) row->oldest_months), row->oldest_months);
    }

  return g_strdup (text->str);
}

/**
 * mtr_evidence_map_count_kinds:
 * @self: a map
 * @row: the number of a row
 * @n_shown: (out): how many columns the map shows
 *
 * Returns: in how many of them the area has something
 */
guint
mtr_evidence_map_count_kinds (const MtrEvidenceMap *self,
                              guint                 row,
                              guint                *n_shown)
{
  const MtrEvidenceRow *area = g_ptr_array_index (self->rows, row);
  guint n_filled = 0;

  *n_shown = 0;
  for (guint i = 0; i < self->columns->len; i++)
    {
      *n_shown += ((MtrEvidenceColumn *) g_ptr_array_index (self->columns, i))->shown ? 1 : 0;
      n_filled += area->cells[i].count > 0 ? 1 : 0;
    }

  return n_filled;
}

/**
 * mtr_evidence_map_dup_subtitle:
 * @self: a map
 * @row: the number of a row
 *
 * Returns: (transfer full): an area as the list says it: "Observations 1, Papers 2 · no observation"; "nothing yet"
 */
char *
mtr_evidence_map_dup_subtitle (const MtrEvidenceMap *self,
                               guint                 row)
{
  const MtrEvidenceRow *area = g_ptr_array_index (self->rows, row);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const MtrWord *word = ((MtrEvidenceColumn *) g_ptr_array_index (self->columns, i))->word;

      if (area->cells[i].count == 0)
        continue;
      if (text->len > 0)
        g_string_append (text, _(", "));
      /* Translators: a column of the evidence map, and how many items: "Observations 1" */
      g_string_append_printf (text, _("%s %u"), word->title, area->cells[i].count);
    }
  if (text->len == 0)
    {
      g_string_append (text, mtr_mentor_view_get_label (MTR_MENTOR_VIEW_NONE));
    }
  else if (area->flags != 0)
    {
      g_autofree char *flags = mtr_evidence_row_dup_flags (area);

      g_string_append_printf (text, " · %s", flags);
    }

  return g_strdup (text->str);
}
