/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is in a portfolio and what is left out by name; which areas are
 * covered; whether the mentor's report is complete. Only what is said here to
 * go in counts, is printed and is exported.
 */

#include "mtr-portfolio.h"

#include "mtr-messages.h"
#include "mtr-observation-series.h"
#include "mtr-rules-private.h"

#include <string.h>

/**
 * mtr_left_out_free:
 * @left_out: (transfer full): an item that is left out
 */
void
mtr_left_out_free (MtrLeftOut *left_out)
{
  g_free (left_out->name);
  g_free (left_out->reason);
  g_free (left_out);
}

/**
 * mtr_portfolio_find:
 * @snapshot: a pairing with the portfolios of its mentees
 * @pairing: the pairing
 * @person_id: one of its mentees
 *
 * The portfolio belongs to the mentee and the scheme, and not to the pairing (product.md, rule 8).
 *
 * Returns: (transfer none) (nullable): the mentee's portfolio for the pack of @pairing
 */
MtrRecord *
mtr_portfolio_find (MtrSnapshot *snapshot,
                    MtrRecord   *pairing,
                    gint64       person_id)
{
  for (guint i = mtr_snapshot_count (snapshot, MTR_KIND_PORTFOLIO); i > 0; i--)
    {
      MtrRecord *portfolio = mtr_snapshot_nth (snapshot, MTR_KIND_PORTFOLIO, i - 1);

      if (mtr_record_get_number (portfolio, MTR_PORTFOLIO_PERSON_ID) == person_id &&
          mtr_record_text_is (portfolio, MTR_PORTFOLIO_PACK, mtr_record_get_text (pairing, MTR_PAIRING_PACK)))
        return portfolio;
    }

  return NULL;
}

/**
 * mtr_portfolio_find_or_make_up:
 * @snapshot: a pairing with the portfolios of its mentees
 * @pairing: the pairing
 * @person_id: one of its mentees
 *
 * For asking what is still missing where nobody has begun a portfolio: then everything is.
 *
 * Returns: (transfer full): the mentee's portfolio, or an empty one that is in no file; it has the id of the pairing
 */
MtrRecord *
mtr_portfolio_find_or_make_up (MtrSnapshot *snapshot,
                               MtrRecord   *pairing,
                               gint64       person_id)
{
  MtrRecord *portfolio = mtr_portfolio_find (snapshot, pairing, person_id);

  if (portfolio != NULL)
    return g_object_ref (portfolio);

  portfolio = mtr_record_new (MTR_KIND_PORTFOLIO, mtr_record_get_id (pairing));
  mtr_record_set_number (portfolio, MTR_PORTFOLIO_PERSON_ID, person_id);
  mtr_record_set_number (portfolio, MTR_PORTFOLIO_PAIRING_ID, mtr_record_get_id (pairing));
  mtr_record_set_text (portfolio, MTR_PORTFOLIO_PACK, mtr_record_get_text (pairing, MTR_PAIRING_PACK));

  return portfolio;
}

/**
 * mtr_portfolio_dup_carried:
 * @portfolio: a portfolio
 *
 * Returns: (transfer full) (nullable): where it was brought in from, and of which day it is; %NULL for one that was begun here
 */
char *
mtr_portfolio_dup_carried (MtrRecord *portfolio)
{
  g_autofree char *date = NULL;

  if (!mtr_record_is_set (portfolio, MTR_PORTFOLIO_CARRIED_FROM) || !mtr_record_is_set (portfolio, MTR_PORTFOLIO_CARRIED_ON))
    return NULL;

  date = mtr_rules_dup_long_date (mtr_record_get_text (portfolio, MTR_PORTFOLIO_CARRIED_ON));

  /* Translators: the name of a programme, and a date. */
  return g_strdup_printf (_("Brought in from “%s”, as it was on %s. What is signed of that time was signed there."),
                          mtr_record_get_text (portfolio, MTR_PORTFOLIO_CARRIED_FROM), date);
}

/* ---- Evidence ------------------------------------------------------------ */

/**
 * mtr_portfolio_next_number:
 * @snapshot: the portfolio and all its evidence
 * @portfolio_id: the portfolio
 *
 * A number is never used again: what was added by mistake is withdrawn, and the gap is explained in print.
 *
 * Returns: the number of the next item, 1 for the first
 */
int
mtr_portfolio_next_number (MtrSnapshot *snapshot,
                           gint64       portfolio_id)
{
  g_autoptr (GPtrArray) items = mtr_snapshot_list_where (snapshot, MTR_KIND_EVIDENCE, MTR_EVIDENCE_PORTFOLIO_ID,
                                                         portfolio_id);
  gint64 last = 0;

  for (guint i = 0; i < items->len; i++)
    last = MAX (last, mtr_record_get_number (g_ptr_array_index (items, i), MTR_EVIDENCE_NUMBER));

  return (int) last + 1;
}

/**
 * mtr_evidence_dup_number:
 * @evidence: an item
 *
 * Returns: (transfer full): "E07"
 */
char *
mtr_evidence_dup_number (MtrRecord *evidence)
{
  return g_strdup_printf ("E%02d", (int) mtr_record_get_number (evidence, MTR_EVIDENCE_NUMBER));
}

/**
 * mtr_evidence_dup_name:
 * @evidence: an item
 *
 * Returns: (transfer full): "E07 Notes of a team meeting"; the number alone where there is no title
 */
char *
mtr_evidence_dup_name (MtrRecord *evidence)
{
  g_autofree char *number = mtr_evidence_dup_number (evidence);
  const char *title = mtr_record_get_text (evidence, MTR_EVIDENCE_TITLE);

  return title != NULL ? g_strdup_printf ("%s %s", number, title) : g_steal_pointer (&number);
}

/**
 * mtr_evidence_dup_left_out_reason:
 * @snapshot: the portfolio, and the observations of the person
 * @evidence: an item
 *
 * An item goes in when it is marked for the portfolio and not withdrawn; one that is an observation only while the
 * observation counts (product.md, rule 3).
 *
 * Returns: (transfer full) (nullable): why it is left out; %NULL for one that goes in
 */
char *
mtr_evidence_dup_left_out_reason (MtrSnapshot *snapshot,
                                  MtrRecord   *evidence)
{
  if (mtr_record_is_set (evidence, MTR_EVIDENCE_WITHDRAWN_ON))
    {
      g_autofree char *date = mtr_rules_dup_long_date (mtr_record_get_text (evidence, MTR_EVIDENCE_WITHDRAWN_ON));

      return g_strdup_printf (_("withdrawn on %s"), date);
    }
  if (mtr_record_get_number (evidence, MTR_EVIDENCE_INCLUDED) == 0)
    return g_strdup (_("not marked for the portfolio"));
  if (mtr_record_is_set (evidence, MTR_EVIDENCE_OBSERVATION_ID))
    {
      MtrRecord *observation = mtr_snapshot_follow (snapshot, evidence, MTR_EVIDENCE_OBSERVATION_ID);

      if (observation == NULL)
        return g_strdup (_("its observation is not in this file"));
      if (mtr_observation_is_withdrawn (snapshot, observation))
        return g_strdup (_("its observation was withdrawn"));
      if (!mtr_observation_counts (snapshot, observation))
        return g_strdup (_("its observation does not count: it is not signed by both, or had no consent beforehand"));
    }

  return NULL;
}

/**
 * mtr_evidence_goes_in:
 * @snapshot: the portfolio, and the observations of the person
 * @evidence: an item
 *
 * Returns: whether it is part of the portfolio
 */
gboolean
mtr_evidence_goes_in (MtrSnapshot *snapshot,
                      MtrRecord   *evidence)
{
  g_autofree char *reason = mtr_evidence_dup_left_out_reason (snapshot, evidence);

  return reason == NULL;
}

static int
compare_by_number (gconstpointer one,
                   gconstpointer two)
{
  gint64 a = mtr_record_get_number (*(MtrRecord * const *) one, MTR_EVIDENCE_NUMBER);
  gint64 b = mtr_record_get_number (*(MtrRecord * const *) two, MTR_EVIDENCE_NUMBER);

  return (a > b) - (a < b);
}

/**
 * mtr_evidence_dup_numbers_of_session:
 * @snapshot: the pairing
 * @session: a session of it
 *
 * Only the diary says so: a portfolio does not say that something in it began as a session.
 *
 * Returns: (transfer full) (nullable): what a session is in the portfolio as, "E07" or "E07, E09"; %NULL where no copy of it
 *   goes in
 */
char *
mtr_evidence_dup_numbers_of_session (MtrSnapshot *snapshot,
                                     MtrRecord   *session)
{
  g_autoptr (GPtrArray) copies = mtr_snapshot_list_where (snapshot, MTR_KIND_EVIDENCE, MTR_EVIDENCE_SESSION_ID,
                                                          mtr_record_get_id (session));
  g_autoptr (GString) numbers = g_string_new (NULL);

  g_ptr_array_sort (copies, compare_by_number);
  for (guint i = 0; i < copies->len; i++)
    {
      MtrRecord *evidence = g_ptr_array_index (copies, i);
      g_autofree char *number = mtr_evidence_dup_number (evidence);

      if (mtr_evidence_goes_in (snapshot, evidence))
        g_string_append_printf (numbers, "%s%s", numbers->len > 0 ? _(", ") : "", number);
    }

  return numbers->len > 0 ? g_strdup (numbers->str) : NULL;
}

static GPtrArray *
list_all (MtrSnapshot *snapshot,
          gint64       portfolio_id)
{
  GPtrArray *items = mtr_snapshot_list_where (snapshot, MTR_KIND_EVIDENCE, MTR_EVIDENCE_PORTFOLIO_ID, portfolio_id);

  g_ptr_array_sort (items, compare_by_number);

  return items;
}

/**
 * mtr_portfolio_list_evidence:
 * @snapshot: the portfolio, and the observations of the person
 * @portfolio_id: the portfolio
 *
 * Returns: (transfer container) (element-type MtrRecord): the items that go in, by number
 */
GPtrArray *
mtr_portfolio_list_evidence (MtrSnapshot *snapshot,
                             gint64       portfolio_id)
{
  g_autoptr (GPtrArray) items = list_all (snapshot, portfolio_id);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    if (mtr_evidence_goes_in (snapshot, g_ptr_array_index (items, i)))
      g_ptr_array_add (found, g_ptr_array_index (items, i));

  return found;
}

/**
 * mtr_portfolio_list_left_out:
 * @snapshot: the portfolio, and the observations of the person
 * @portfolio_id: the portfolio
 *
 * Returns: (transfer full) (element-type MtrLeftOut): the items that do not go in, by number
 */
GPtrArray *
mtr_portfolio_list_left_out (MtrSnapshot *snapshot,
                             gint64       portfolio_id)
{
  g_autoptr (GPtrArray) items = list_all (snapshot, portfolio_id);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_left_out_free);

  for (guint i = 0; i < items->len; i++)
    {
      MtrRecord *evidence = g_ptr_array_index (items, i);
      char *reason = mtr_evidence_dup_left_out_reason (snapshot, evidence);
      MtrLeftOut *left_out;

      if (reason == NULL)
        continue;
      left_out = g_new0 (MtrLeftOut, 1);
      left_out->evidence = evidence;
      left_out->name = mtr_evidence_dup_name (evidence);
      left_out->reason = reason;
      g_ptr_array_add (found, left_out);
    }

  return found;
}

/**
 * mtr_portfolio_list_links:
 * @snapshot: the portfolio, and the observations of the person
 * @portfolio_id: the portfolio
 *
 * Returns: (transfer container) (element-type MtrRecord): the links of the items that go in, by number of the item
 */
GPtrArray *
mtr_portfolio_list_links (MtrSnapshot *snapshot,
                          gint64       portfolio_id)
{
  g_autoptr (GPtrArray) items = mtr_portfolio_list_evidence (snapshot, portfolio_id);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (GPtrArray) links = mtr_snapshot_list_where (snapshot, MTR_KIND_EVIDENCE_LINK,
                                                             MTR_EVIDENCE_LINK_EVIDENCE_ID,
                                                             mtr_record_get_id (g_ptr_array_index (items, i)));

      for (guint l = 0; l < links->len; l++)
        g_ptr_array_add (found, g_ptr_array_index (links, l));
    }

  return found;
}

/**
 * mtr_portfolio_list_links_without_rationale:
 * @snapshot: the portfolio; of a reader of assessments
 * @portfolio_id: the portfolio
 *
 * Such links are kept and count, and are listed (issue: "a link without one is kept and listed").
 *
 * Returns: (transfer container) (element-type MtrRecord): the links that have no reason yet
 */
GPtrArray *
mtr_portfolio_list_links_without_rationale (MtrSnapshot *snapshot,
                                            gint64       portfolio_id)
{
  g_autoptr (GPtrArray) links = mtr_portfolio_list_links (snapshot, portfolio_id);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < links->len; i++)
    if (!mtr_record_is_set (g_ptr_array_index (links, i), MTR_EVIDENCE_LINK_RATIONALE))
      g_ptr_array_add (found, g_ptr_array_index (links, i));

  return found;
}

/* ---- Areas ---------------------------------------------------------------- */

/**
 * mtr_portfolio_get_area:
 * @pack: the pack
 * @standard: (nullable): the code of an area or of a statement
 *
 * Returns: (transfer none) (nullable): the code of the area it belongs to; %NULL where the pack does not know it
 */
const char *
mtr_portfolio_get_area (MtrPack    *pack,
                        const char *standard)
{
  const MtrStandard *found = mtr_pack_find_standard (pack, standard);

  return found != NULL ? found->area : NULL;
}

static gboolean
is_accepted (MtrRecord *evidence)
{
  return mtr_record_is_set (evidence, MTR_EVIDENCE_CERTIFICATE) &&
         mtr_record_is_set (evidence, MTR_EVIDENCE_ACCEPTED_BY) &&
         mtr_record_is_set (evidence, MTR_EVIDENCE_HAPPENED_ON);
}

static gboolean
meets_area (MtrPack   *pack,
            MtrRecord *evidence)
{
  const MtrEvidenceKind *kind = mtr_pack_find_evidence_kind (pack, mtr_record_get_text (evidence, MTR_EVIDENCE_KIND));

  return kind != NULL && kind->meets_area;
}

/**
 * mtr_portfolio_list_evidence_of_area:
 * @pack: the pack
 * @snapshot: the portfolio, and the observations of the person
 * @portfolio_id: the portfolio
 * @area: the code of an area
 *
 * An item is counted once, however many statements of the area it is linked to. A certificate that nobody has accepted
 * is not evidence yet.
 *
 * Returns: (transfer container) (element-type MtrRecord): the items that go in and show something of the area, by number
 */
GPtrArray *
mtr_portfolio_list_evidence_of_area (MtrPack     *pack,
                                     MtrSnapshot *snapshot,
                                     gint64       portfolio_id,
                                     const char  *area)
{
  GPtrArray *found = g_ptr_array_new ();

  /* From the links to the items, because every area is asked about and most links are of another one. */
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_EVIDENCE_LINK); i++)
    {
      MtrRecord *link = mtr_snapshot_nth (snapshot, MTR_KIND_EVIDENCE_LINK, i);
      MtrRecord *evidence;

      if (g_strcmp0 (mtr_portfolio_get_area (pack, mtr_record_get_text (link, MTR_EVIDENCE_LINK_STANDARD)), area) != 0)
        continue;
      evidence = mtr_snapshot_follow (snapshot, link, MTR_EVIDENCE_LINK_EVIDENCE_ID);
      if (evidence != NULL && mtr_record_get_number (evidence, MTR_EVIDENCE_PORTFOLIO_ID) == portfolio_id &&
          !g_ptr_array_find (found, evidence, NULL) && (!meets_area (pack, evidence) || is_accepted (evidence)) &&
          mtr_evidence_goes_in (snapshot, evidence))
        g_ptr_array_add (found, evidence);
    }
  g_ptr_array_sort (found, compare_by_number);

  return found;
}

/**
 * mtr_portfolio_find_prior:
 * @pack: the pack; its kinds of evidence say which meet an area by themselves
 * @snapshot: the portfolio, and the observations of the person
 * @portfolio_id: the portfolio
 * @area: the code of an area
 *
 * A certificate with a date and somebody who accepted it meets its area (domain-facts.md, 1.1, area 6).
 *
 * Returns: (transfer none) (nullable): the item that meets the area by itself
 */
MtrRecord *
mtr_portfolio_find_prior (MtrPack     *pack,
                          MtrSnapshot *snapshot,
                          gint64       portfolio_id,
                          const char  *area)
{
  g_autoptr (GPtrArray) items = mtr_portfolio_list_evidence_of_area (pack, snapshot, portfolio_id, area);

  for (guint i = 0; i < items->len; i++)
    if (meets_area (pack, g_ptr_array_index (items, i)))
      return g_ptr_array_index (items, i);

  return NULL;
}

/* ---- The mentor's report, and the check for names ------------------------- */

/**
 * mtr_portfolio_find_report:
 * @snapshot: the portfolio
 * @portfolio_id: the portfolio
 *
 * Returns: (transfer none) (nullable): the mentor's report, passed on or not
 */
MtrRecord *
mtr_portfolio_find_report (MtrSnapshot *snapshot,
                           gint64       portfolio_id)
{
  return mtr_snapshot_find_where (snapshot, MTR_KIND_REPORT, MTR_REPORT_PORTFOLIO_ID, portfolio_id);
}

/**
 * mtr_report_list_unwritten_areas:
 * @pack: the pack
 * @snapshot: the portfolio; of a reader of assessments
 * @report: (nullable): the report
 *
 * Returns: (transfer container) (element-type MtrStandard): the areas of the pack about which it says nothing
 */
GPtrArray *
mtr_report_list_unwritten_areas (MtrPack     *pack,
                                 MtrSnapshot *snapshot,
                                 MtrRecord   *report)
{
  GPtrArray *areas = mtr_pack_get_areas (pack);
  GPtrArray *found = g_ptr_array_new ();

  for (guint a = 0; a < areas->len; a++)
    {
      MtrStandard *area = g_ptr_array_index (areas, a);
      gboolean written = FALSE;

      for (guint i = 0; report != NULL && i < mtr_snapshot_count (snapshot, MTR_KIND_REPORT_AREA); i++)
        {
          MtrRecord *part = mtr_snapshot_nth (snapshot, MTR_KIND_REPORT_AREA, i);

          if (mtr_record_get_number (part, MTR_REPORT_AREA_REPORT_ID) == mtr_record_get_id (report) &&
              mtr_record_text_is (part, MTR_REPORT_AREA_STANDARD, area->code) &&
              mtr_record_is_set (part, MTR_REPORT_AREA_TEXT))
            written = TRUE;
        }
      if (!written)
        g_ptr_array_add (found, area);
    }

  return found;
}

/**
 * mtr_report_is_complete:
 * @pack: the pack
 * @snapshot: the portfolio; of a reader of assessments
 * @report: (nullable): the report
 *
 * Returns: whether it has been passed on and speaks of every area
 */
gboolean
mtr_report_is_complete (MtrPack     *pack,
                        MtrSnapshot *snapshot,
                        MtrRecord   *report)
{
  g_autoptr (GPtrArray) unwritten = mtr_report_list_unwritten_areas (pack, snapshot, report);

  return report != NULL && mtr_record_is_set (report, MTR_REPORT_PASSED_AT) && unwritten->len == 0;
}

/**
 * mtr_report_pass_on:
 * @snapshot: the report and its areas, as stored
 * @report: a report
 * @moment: the UTC moment
 *
 * Until now the report was its author's alone.
 *
 * Returns: (transfer full): the change
 */
MtrChange *
mtr_report_pass_on (MtrSnapshot *snapshot,
                    MtrRecord   *report,
                    const char  *moment)
{
  MtrChange *change = mtr_change_new (_("pass the report on"));
  g_autoptr (GPtrArray) parts = mtr_snapshot_list_where (snapshot, MTR_KIND_REPORT_AREA, MTR_REPORT_AREA_REPORT_ID,
                                                         mtr_record_get_id (report));

  mtr_change_pass_on (change, report, MTR_REPORT_OVERALL);
  mtr_change_set_text (change, MTR_REPORT_PASSED_AT, mtr_record_get_id (report), moment);
  for (guint i = 0; i < parts->len; i++)
    mtr_change_pass_on (change, g_ptr_array_index (parts, i), MTR_REPORT_AREA_TEXT);

  return change;
}

/**
 * mtr_portfolio_is_checked_for_names:
 * @snapshot: the portfolio, and the observations of the person
 * @portfolio: the portfolio
 *
 * Whoever changes a text of the portfolio empties %MTR_PORTFOLIO_ATTESTED_ON, see mtr_portfolio_forget_reading(). Beyond
 * that the day of reading is compared with the days that the records themselves know of: what is dated later has not
 * been read.
 *
 * Returns: whether somebody has read it for names since it last changed (product.md, rule 12)
 */
gboolean
mtr_portfolio_is_checked_for_names (MtrSnapshot *snapshot,
                                    MtrRecord   *portfolio)
{
  gint64 id = mtr_record_get_id (portfolio);
  const char *attested_on = mtr_record_get_text (portfolio, MTR_PORTFOLIO_ATTESTED_ON);
  MtrRecord *report = mtr_portfolio_find_report (snapshot, id);
  g_autoptr (GPtrArray) items = mtr_portfolio_list_evidence (snapshot, id);
  g_autofree char *newest = NULL;

  if (attested_on == NULL)
    return FALSE;

  newest = report != NULL ? mtr_rules_dup_day (mtr_record_get_text (report, MTR_REPORT_PASSED_AT)) : NULL;
  for (guint i = 0; i < items->len; i++)
    {
      MtrRecord *evidence = g_ptr_array_index (items, i);
      MtrRecord *observation = mtr_snapshot_follow (snapshot, evidence, MTR_EVIDENCE_OBSERVATION_ID);
      g_autofree char *day = mtr_rules_dup_day (observation != NULL
                                                ? mtr_record_get_text (observation, MTR_OBSERVATION_SEALED_AT)
                                                : mtr_record_get_text (evidence, MTR_EVIDENCE_HAPPENED_ON));
      char *later = g_strdup (mtr_rules_later (newest, day));

      g_free (newest);
      newest = later;
    }

  return newest == NULL || strcmp (newest, attested_on) <= 0;
}

/* Whether an operation changes words that the panel reads. */
static gboolean
changes_words (const MtrOperation *operation)
{
  const MtrKindInfo *info = mtr_kind_get_info (operation->kind);

  if (operation->type == MTR_OPERATION_INSERT)
    {
      for (int field = info->first_field; field <= (int) info->last_field; field++)
        if (mtr_field_get_info (field)->audience == MTR_AUDIENCE_ASSESSMENT && mtr_field_is_text (field) &&
            mtr_record_is_set (operation->record, field))
          return TRUE;
    }
  else if (operation->type == MTR_OPERATION_UPDATE)
    {
      for (guint i = 0; i < operation->fields->len; i++)
        {
          MtrField field = g_array_index (operation->fields, MtrField, i);

          /* An item that is marked for the portfolio brings all its words with it. */
          if (field == MTR_EVIDENCE_INCLUDED ||
              (mtr_field_get_info (field)->audience == MTR_AUDIENCE_ASSESSMENT && mtr_field_is_text (field)))
            return TRUE;
        }
    }

  return FALSE;
}

/* From a record up to the portfolio it is part of; an observation is part of that of the person observed. */
static MtrRecord *
find_portfolio_of (MtrSnapshot *snapshot,
                   MtrRecord   *record)
{
  while (record != NULL && mtr_record_get_kind (record) != MTR_KIND_PORTFOLIO)
    {
      MtrKind kind = mtr_record_get_kind (record);
      MtrField parent = mtr_kind_get_info (kind)->parent_field;

      if (kind == MTR_KIND_OBSERVATION)
        record = mtr_snapshot_find_where (snapshot, MTR_KIND_PORTFOLIO, MTR_PORTFOLIO_PERSON_ID,
                                          mtr_record_get_number (record, MTR_OBSERVATION_OBSERVED_ID));
      else
        record = parent != MTR_FIELD_NONE ? mtr_snapshot_follow (snapshot, record, parent) : NULL;
    }

  return record;
}

/**
 * mtr_portfolio_forget_reading:
 * @change: a change that is about to be made
 * @snapshot: the pairing as it is stored, with its portfolios
 *
 * Adds to @change that nobody has read the portfolio for names, where @change alters words of it that somebody had read.
 * A change that is the reading itself stays as it is.
 */
void
mtr_portfolio_forget_reading (MtrChange   *change,
                              MtrSnapshot *snapshot)
{
  guint n_operations = mtr_change_count (change);
  g_autoptr (GPtrArray) portfolios = g_ptr_array_new ();

  for (guint i = 0; i < n_operations; i++)
    {
      const MtrOperation *operation = mtr_change_nth (change, i);
      MtrRecord *record = operation->type == MTR_OPERATION_INSERT
                          ? operation->record : mtr_snapshot_get (snapshot, operation->kind, operation->id);
      MtrRecord *portfolio;

      if (operation->kind == MTR_KIND_PORTFOLIO)
        return;
      if (!changes_words (operation))
        continue;
      portfolio = find_portfolio_of (snapshot, record);
      if (portfolio != NULL && mtr_record_is_set (portfolio, MTR_PORTFOLIO_ATTESTED_ON) &&
          !g_ptr_array_find (portfolios, portfolio, NULL))
        g_ptr_array_add (portfolios, portfolio);
    }

  for (guint i = 0; i < portfolios->len; i++)
    mtr_change_clear (change, MTR_PORTFOLIO_ATTESTED_ON, mtr_record_get_id (g_ptr_array_index (portfolios, i)));
}

/**
 * mtr_portfolio_add_observation:
 * @pack: the pack
 * @snapshot: the portfolio with its evidence, and the observation with its areas
 * @portfolio: the portfolio
 * @observation: an observation that counts
 * @new_id: makes the ids of the new records
 * @data: for @new_id
 *
 * A signed observation becomes an item of evidence, linked to the areas it showed with the reasons given there; it stays
 * in the portfolio only while it counts.
 *
 * Returns: (transfer full): the change
 */
MtrChange *
mtr_portfolio_add_observation (MtrPack     *pack,
                               MtrSnapshot *snapshot,
                               MtrRecord   *portfolio,
                               MtrRecord   *observation,
                               MtrNewId     new_id,
                               gpointer     data)
{
  MtrChange *change = mtr_change_new (_("add the observation as evidence"));
  MtrRecord *evidence = mtr_record_new (MTR_KIND_EVIDENCE, new_id (data));
  g_autofree char *title = mtr_observation_dup_title (pack, snapshot, observation);
  g_autoptr (GPtrArray) areas = mtr_snapshot_list_where (snapshot, MTR_KIND_OBSERVATION_AREA,
                                                         MTR_OBSERVATION_AREA_OBSERVATION_ID,
                                                         mtr_record_get_id (observation));

  mtr_record_set_number (evidence, MTR_EVIDENCE_PORTFOLIO_ID, mtr_record_get_id (portfolio));
  mtr_record_set_number (evidence, MTR_EVIDENCE_NUMBER,
                         mtr_portfolio_next_number (snapshot, mtr_record_get_id (portfolio)));
  mtr_record_set_text (evidence, MTR_EVIDENCE_KIND, MTR_EVIDENCE_KIND_OBSERVATION);
  mtr_record_set_text (evidence, MTR_EVIDENCE_HAPPENED_ON, mtr_record_get_text (observation, MTR_OBSERVATION_HELD_ON));
  mtr_record_set_number (evidence, MTR_EVIDENCE_INCLUDED, 1);
  mtr_record_set_number (evidence, MTR_EVIDENCE_OBSERVATION_ID, mtr_record_get_id (observation));
  mtr_record_set_text (evidence, MTR_EVIDENCE_TITLE, title);
  mtr_change_insert (change, evidence);

  for (guint i = 0; i < areas->len; i++)
    {
      MtrRecord *area = g_ptr_array_index (areas, i);
      MtrRecord *link = mtr_record_new (MTR_KIND_EVIDENCE_LINK, new_id (data));

      mtr_record_set_number (link, MTR_EVIDENCE_LINK_EVIDENCE_ID, mtr_record_get_id (evidence));
      mtr_record_set_text (link, MTR_EVIDENCE_LINK_STANDARD, mtr_record_get_text (area, MTR_OBSERVATION_AREA_STANDARD));
      mtr_record_set_text (link, MTR_EVIDENCE_LINK_RATIONALE, mtr_record_get_text (area, MTR_OBSERVATION_AREA_RATIONALE));
      mtr_change_insert (change, link);
    }

  return change;
}
