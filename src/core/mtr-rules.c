/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small things that several rules need: comparing and shifting ISO dates,
 * saying a name, and making a sentence from the words of a pack.
 */

#include "mtr-rules-private.h"

#include "mtr-date.h"
#include "mtr-messages.h"

#include <string.h>

/* A date, or the date that a moment begins with. */
static gboolean
read_iso (const char *iso,
          GDate      *date)
{
  g_autofree char *day = mtr_rules_dup_day (iso);

  return mtr_date_from_iso (day, date);
}

/*
 * mtr_rules_dup_day:
 * @moment: (nullable): an ISO date or moment
 *
 * Returns: (transfer full) (nullable): its date alone
 */
char *
mtr_rules_dup_day (const char *moment)
{
  return moment != NULL && strlen (moment) >= 10 ? g_strndup (moment, 10) : NULL;
}

/*
 * mtr_rules_shift:
 * @iso: (nullable): an ISO date or moment
 * @months: months to add; the day is clamped to the end of a shorter month (product.md, rule 7)
 * @days: days to add after that
 *
 * Returns: (transfer full) (nullable): the date; %NULL where @iso is no date
 */
char *
mtr_rules_shift (const char *iso,
                 int         months,
                 int         days)
{
  GDate date;

  if (!read_iso (iso, &date))
    return NULL;
  mtr_date_add_months (&date, months);
  if (days >= 0)
    g_date_add_days (&date, (guint) days);
  else
    g_date_subtract_days (&date, (guint) -days);

  return mtr_date_to_iso (&date);
}

/*
 * mtr_rules_later:
 * @one: (nullable): an ISO date
 * @other: (nullable): another
 *
 * Returns: (transfer none) (nullable): the later one; the only one where one is %NULL
 */
const char *
mtr_rules_later (const char *one,
                 const char *other)
{
  if (one == NULL || other == NULL)
    return one != NULL ? one : other;

  return strcmp (one, other) >= 0 ? one : other;
}

/*
 * mtr_rules_earlier:
 * @one: (nullable): an ISO date
 * @other: (nullable): another
 *
 * Returns: (transfer none) (nullable): the earlier one; the only one where one is %NULL
 */
const char *
mtr_rules_earlier (const char *one,
                   const char *other)
{
  if (one == NULL || other == NULL)
    return one != NULL ? one : other;

  return strcmp (one, other) <= 0 ? one : other;
}

/*
 * mtr_rules_days_between:
 * @from: (nullable): an ISO date or moment
 * @to: a valid date
 *
 * Returns: the days from @from to @to, never negative; 0 where @from is no date
 */
int
mtr_rules_days_between (const char  *from,
                        const GDate *to)
{
  GDate date;

  if (!read_iso (from, &date))
    return 0;

  return MAX (0, mtr_date_days_between (&date, to));
}

/*
 * mtr_rules_dup_short_date:
 * @iso: (nullable): an ISO date or moment
 * @today: (nullable): a date in the same year as @today is said without its year
 *
 * Returns: (transfer full): the date as a row says it, "3 Nov"
 */
char *
mtr_rules_dup_short_date (const char  *iso,
                          const GDate *today)
{
  GDate date;

  if (!read_iso (iso, &date))
    return g_strdup (_("a day that is not known"));

  return mtr_date_format (&date, today != NULL && g_date_get_year (&date) == g_date_get_year (today)
                                 ? MTR_DATE_STYLE_SHORT : MTR_DATE_STYLE_SHORT_YEAR);
}

/*
 * mtr_rules_dup_date:
 * @iso: (nullable): an ISO date or moment
 * @today: (nullable): a date in the same year as @today is said without its year
 *
 * Returns: (transfer full): the date as a sentence says it, "3 February", "3 February 2025"
 */
char *
mtr_rules_dup_date (const char  *iso,
                    const GDate *today)
{
  GDate date;

  if (!read_iso (iso, &date))
    return g_strdup (_("a day that is not known"));

  return mtr_date_format (&date, today != NULL && g_date_get_year (&date) == g_date_get_year (today)
                                 ? MTR_DATE_STYLE_DAY : MTR_DATE_STYLE_LONG);
}

/*
 * mtr_rules_dup_long_date:
 * @iso: (nullable): an ISO date or moment
 *
 * Returns: (transfer full): the date as a sentence says it, "3 February 2026"
 */
char *
mtr_rules_dup_long_date (const char *iso)
{
  GDate date;

  if (!read_iso (iso, &date))
    return g_strdup (_("a day that is not known"));

  return mtr_date_format (&date, MTR_DATE_STYLE_LONG);
}

/*
 * mtr_rules_get_name:
 * @snapshot: what is known
 * @person_id: a person; 0 for nobody
 *
 * Returns: (transfer none): the name as it is put into a sentence, or words for somebody who is not known
 */
const char *
mtr_rules_get_name (MtrSnapshot *snapshot,
                    gint64       person_id)
{
  MtrRecord *person = mtr_snapshot_get (snapshot, MTR_KIND_PERSON, person_id);
  const char *name = person != NULL ? mtr_record_get_name (person, MTR_PERSON_NAME) : NULL;

  return name != NULL ? name : _("somebody");
}

/*
 * mtr_rules_has_code:
 * @codes: (nullable): codes separated by one space
 * @code: one code
 *
 * Returns: whether @code is among them
 */
gboolean
mtr_rules_has_code (const char *codes,
                    const char *code)
{
  g_auto (GStrv) list = NULL;

  if (codes == NULL)
    return FALSE;
  list = g_strsplit (codes, " ", -1);

  return g_strv_contains ((const char * const *) list, code);
}
