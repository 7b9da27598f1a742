/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a report is about: a period, the day it is made for, and which part of
 * the programme. Pairs are as they were on the day of the report; what
 * happened is counted from the first day of the period to its last, or to the
 * day of the report where that comes first.
 */

#include "mtr-report-scope.h"

#include "mtr-date.h"
#include "mtr-messages.h"

/**
 * mtr_report_scope_init:
 * @scope: (out caller-allocates): a scope
 * @as_at: the day that counts as today
 *
 * The whole programme, from the beginning.
 */
void
mtr_report_scope_init (MtrReportScope *scope,
                       const GDate    *as_at)
{
  *scope = (MtrReportScope) { .as_at = *as_at };
  g_date_clear (&scope->from, 1);
  g_date_clear (&scope->to, 1);
}

/**
 * mtr_report_scope_clear:
 * @scope: a scope
 */
void
mtr_report_scope_clear (MtrReportScope *scope)
{
  g_clear_pointer (&scope->pack, g_free);
  g_clear_pointer (&scope->service, g_free);
  g_clear_pointer (&scope->team, g_free);
}

/**
 * mtr_report_scope_copy:
 * @scope: (out caller-allocates): a scope
 * @other: what it becomes a copy of
 */
void
mtr_report_scope_copy (MtrReportScope       *scope,
                       const MtrReportScope *other)
{
  *scope = *other;
  scope->pack = g_strdup (other->pack);
  scope->service = g_strdup (other->service);
  scope->team = g_strdup (other->team);
}

static gboolean
take_programme_year (MtrReportScope *scope,
                     const char     *starts_on,
                     const char     *ends_on)
{
  GDate from, to;

  if (starts_on == NULL || !mtr_date_from_iso (starts_on, &from))
    return FALSE;
  if (ends_on == NULL || !mtr_date_from_iso (ends_on, &to))
    {
      to = from;
      mtr_date_add_months (&to, 12);
      g_date_subtract_days (&to, 1);
    }
  if (g_date_compare (&scope->as_at, &from) < 0 || g_date_compare (&scope->as_at, &to) > 0)
    return FALSE;
  scope->from = from;
  scope->to = to;

  return TRUE;
}

/* From 22 August to 21 November are three months. */
static void
take_months (MtrReportScope *scope,
             int             months)
{
  scope->to = scope->as_at;
  scope->from = scope->as_at;
  mtr_date_add_months (&scope->from, -months);
  g_date_add_days (&scope->from, 1);
}

/**
 * mtr_report_scope_set_period:
 * @scope: a scope
 * @period: which period
 * @year_starts_on: (nullable): the ISO date on which the programme's year begins
 * @year_ends_on: (nullable): the ISO date of its last day; %NULL: after twelve months
 * @looks_ahead: whether it is also about what is to come: where there is no year of the programme, the calendar's then
 *   stands for it instead of the last twelve months
 */
void
mtr_report_scope_set_period (MtrReportScope  *scope,
                             MtrReportPeriod  period,
                             const char      *year_starts_on,
                             const char      *year_ends_on,
                             gboolean         looks_ahead)
{
  if (period == MTR_REPORT_PERIOD_ALL)
    {
      g_date_clear (&scope->from, 1);
      scope->to = scope->as_at;
      return;
    }
  if (period == MTR_REPORT_PERIOD_PROGRAMME && take_programme_year (scope, year_starts_on, year_ends_on))
    return;
  if (period == MTR_REPORT_PERIOD_PROGRAMME && looks_ahead)
    {
      g_date_set_dmy (&scope->from, 1, G_DATE_JANUARY, g_date_get_year (&scope->as_at));
      g_date_set_dmy (&scope->to, 31, G_DATE_DECEMBER, g_date_get_year (&scope->as_at));
      return;
    }
  take_months (scope, period == MTR_REPORT_PERIOD_QUARTER ? 3 : 12);
}

/**
 * mtr_report_scope_is_valid:
 * @scope: a scope
 *
 * Returns: whether its period does not end before it begins
 */
gboolean
mtr_report_scope_is_valid (const MtrReportScope *scope)
{
  return !g_date_valid (&scope->from) || !g_date_valid (&scope->to) || g_date_compare (&scope->from, &scope->to) <= 0;
}

/**
 * mtr_report_scope_get_until:
 * @scope: a scope
 * @until: (out caller-allocates): the last day on which something may have happened that is counted
 *
 * Returns: whether the period has begun by the day of the report
 */
gboolean
mtr_report_scope_get_until (const MtrReportScope *scope,
                            GDate                *until)
{
  *until = g_date_valid (&scope->to) && g_date_compare (&scope->to, &scope->as_at) < 0 ? scope->to : scope->as_at;

  return !g_date_valid (&scope->from) || g_date_compare (&scope->from, until) <= 0;
}

/**
 * mtr_report_scope_dup_period:
 * @scope: a scope
 *
 * Returns: (transfer full): "1 Apr 2026 to 31 Mar 2027", "Up to 21 Nov 2026"
 */
char *
mtr_report_scope_dup_period (const MtrReportScope *scope)
{
  g_autofree char *from = g_date_valid (&scope->from) ? mtr_date_format (&scope->from, MTR_DATE_STYLE_SHORT_YEAR) : NULL;
  g_autofree char *to = mtr_date_format (g_date_valid (&scope->to) ? &scope->to : &scope->as_at,
                                         MTR_DATE_STYLE_SHORT_YEAR);

  if (from == NULL)
    /* Translators: %s is the last day of a period. */
    return g_strdup_printf (_("Up to %s"), to);
  if (!g_date_valid (&scope->to))
    /* Translators: %s is the first day of a period. */
    return g_strdup_printf (_("From %s"), from);

  /* Translators: the first and the last day of a period: "1 Apr 2026 to 31 Mar 2027" */
  return g_strdup_printf (_("%s to %s"), from, to);
}
