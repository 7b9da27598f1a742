/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Protected time: so many minutes a month were agreed for mentoring, and so
 * many were used. It is counted for every month that has begun, and stands
 * still while a pairing is paused or has ended. It says how it went; it blames
 * nobody.
 */

#include "mtr-protected-time.h"

#include "mtr-date.h"
#include "mtr-messages.h"
#include "mtr-pairing.h"
#include "mtr-session.h"

/**
 * mtr_protected_time_init:
 * @time: (out caller-allocates): the time
 * @snapshot: the pairing and its sessions
 * @pairing: the pairing
 * @today: the present date
 */
void
mtr_protected_time_init (MtrProtectedTime *time,
                         MtrSnapshot      *snapshot,
                         MtrRecord        *pairing,
                         const GDate      *today)
{
  gint64 minutes = mtr_record_get_number (pairing, MTR_PAIRING_PROTECTED_MINUTES);
  GDate begin, until;

  time->agreed = 0;
  time->used = mtr_session_sum_minutes (snapshot, mtr_record_get_id (pairing));
  if (minutes <= 0 || !mtr_record_get_date (pairing, MTR_PAIRING_STARTED_ON, &begin))
    return;

  if (!(mtr_record_text_is (pairing, MTR_PAIRING_STATE, MTR_PAIRING_ENDED) &&
        mtr_record_get_date (pairing, MTR_PAIRING_ENDED_ON, &until)) &&
      !(mtr_record_text_is (pairing, MTR_PAIRING_STATE, MTR_PAIRING_PAUSED) &&
        mtr_record_get_date (pairing, MTR_PAIRING_PAUSED_ON, &until)))
    until = *today;
  if (g_date_compare (&begin, &until) <= 0)
    time->agreed = minutes * (mtr_date_months_between (&begin, &until) + 1);
}

/**
 * mtr_protected_time_dup_hours:
 * @minutes: minutes
 *
 * Returns: (transfer full): "14 h", "1 h 30 min", "45 min"
 */
char *
mtr_protected_time_dup_hours (gint64 minutes)
{
  int hours = (int) (minutes / 60);
  int rest = (int) (minutes % 60);

  if (hours == 0)
    /* Translators: minutes. */
    return g_strdup_printf (_("%d min"), rest);
  if (rest == 0)
    /* Translators: hours. */
    return g_strdup_printf (_("%d h"), hours);

  /* Translators: hours and minutes. */
  return g_strdup_printf (_("%d h %d min"), hours, rest);
}

/**
 * mtr_protected_time_dup_sentence:
 * @time: a time
 *
 * Returns: (transfer full) (nullable): "14 h agreed, 11 h used"; %NULL where nothing was agreed
 */
char *
mtr_protected_time_dup_sentence (const MtrProtectedTime *time)
{
  g_autofree char *agreed = mtr_protected_time_dup_hours (time->agreed);
  g_autofree char *used = mtr_protected_time_dup_hours (time->used);

  /* Translators: protected time, as in "14 h agreed, 11 h used". */
  return time->agreed > 0 ? g_strdup_printf (_("%s agreed, %s used"), agreed, used) : NULL;
}
