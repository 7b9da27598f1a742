/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dates of a portfolio that cannot well be right. What is signed comes in
 * as it is and cannot be changed afterwards, so what looks like a slip of the
 * pen, or worse, is said before anything is brought in.
 */

#include "mtr-import-private.h"

#include "mtr-check.h"
#include "mtr-date.h"
#include "mtr-portfolio.h"

#include <glib/gi18n-lib.h>

/* How many dates are named one by one. */
#define MAX_NAMED 5

/* What it takes to look at the dates of one portfolio. */
typedef struct {
  MtrCarriedPortfolio *carried;    /* (unowned) */
  MtrPack             *pack;       /* (unowned) */
  const GDate         *today;      /* (unowned) */
  gint64               pairing_id; /* the present one */
  GDate                began;      /* its first day; not valid where that is not known */
} Look;

static gboolean
is_ahead (Look        *look,
          MtrField     field,
          const GDate *date)
{
  /* Besides those that core knows to lie ahead as a rule. */
  static const MtrField planned[] = { MTR_PAIRING_STARTED_ON, MTR_MEMBER_JOINED_ON, MTR_MEMBER_LEFT_ON, MTR_REVIEW_DUE_ON };

  for (gsize i = 0; i < G_N_ELEMENTS (planned); i++)
    if (planned[i] == field)
      return FALSE;

  return mtr_check_get_lean (field) == MTR_DATE_LEAN_PAST && g_date_compare (date, look->today) > 0;
}

/* A certificate may be older than the pairing, and of an earlier pairing nothing is known but that it was there. */
static gboolean
is_before_pairing (Look        *look,
                   MtrRecord   *record,
                   MtrField     field,
                   const GDate *date)
{
  gboolean is_in_it = (field == MTR_REVIEW_HELD_ON &&
                       mtr_record_get_number (record, MTR_REVIEW_PAIRING_ID) == look->pairing_id) ||
                      (field == MTR_OBSERVATION_HELD_ON &&
                       mtr_record_get_number (record, MTR_OBSERVATION_PAIRING_ID) == look->pairing_id);

  return is_in_it && g_date_valid (&look->began) && g_date_compare (date, &look->began) < 0;
}

static char *
dup_record_name (Look      *look,
                 MtrRecord *record)
{
  MtrKind kind = mtr_record_get_kind (record);

  if (kind == MTR_KIND_EVIDENCE)
    return mtr_evidence_dup_number (record);
  if (kind == MTR_KIND_PERSON)
    return g_strdup (mtr_record_get_name (record, MTR_PERSON_NAME));
  if (kind == MTR_KIND_OBSERVATION)
    return g_strdup (mtr_pack_find_observation_type (look->pack,
                                                     mtr_record_get_text (record, MTR_OBSERVATION_TYPE))->title);

  return g_strdup (mtr_kind_get_label (kind));
}

static char *
dup_odd_date (Look      *look,
              MtrRecord *record,
              MtrField   field)
{
  MtrFieldType type = mtr_field_get_info (field)->type;
  guint line = mtr_carried_portfolio_get_line (look->carried, record);
  g_autofree char *name = NULL;
  g_autofree char *day = NULL;
  g_autofree char *first_day = NULL;
  gboolean ahead;
  GDate date;

  if ((type != MTR_TYPE_DATE && type != MTR_TYPE_MOMENT) || !mtr_record_get_date (record, field, &date))
    return NULL;
  ahead = is_ahead (look, field, &date);
  if (!ahead && !is_before_pairing (look, record, field, &date))
    return NULL;

  name = dup_record_name (look, record);
  day = mtr_date_format (&date, MTR_DATE_STYLE_LONG);
  if (ahead)
    /* Translators: a line of a file, what stands there, as in "Direct observation" or "E07", the label of a field, and a
     * date. */
    return g_strdup_printf (_("Line %1$u, %2$s, “%3$s”: %4$s has not come yet."), line, name, mtr_field_get_label (field),
                            day);

  first_day = mtr_date_format (&look->began, MTR_DATE_STYLE_LONG);
  /* Translators: the same, and a second date. */
  return g_strdup_printf (_("Line %1$u, %2$s, “%3$s”: %4$s is before the pairing began (%5$s)."), line, name,
                          mtr_field_get_label (field), day, first_day);
}

static guint
note_odd_dates (Look         *look,
                MtrRecord    *record,
                guint         n_odd,
                MtrImportRow *row)
{
  const MtrKindInfo *info = mtr_kind_get_info (mtr_record_get_kind (record));

  for (int field = info->first_field; field <= (int) info->last_field; field++)
    {
      g_autofree char *odd = dup_odd_date (look, record, field);

      if (odd != NULL && ++n_odd <= MAX_NAMED)
        mtr_import_row_note (row, g_steal_pointer (&odd));
    }

  return n_odd;
}

/*
 * mtr_portfolio_check_dates:
 * @carried: a portfolio that can be brought in
 * @pack: its scheme
 * @today: the present date
 * @row: where to say it
 *
 * Says which dates have not come yet, or are before the pairing began that they belong to.
 */
void
mtr_portfolio_check_dates (MtrCarriedPortfolio *carried,
                           MtrPack             *pack,
                           const GDate         *today,
                           MtrImportRow        *row)
{
  GPtrArray *records = mtr_carried_portfolio_get_records (carried);
  Look look = { carried, pack, today };
  MtrRecord *pairing;
  guint n_odd = 0;

  look.pairing_id = mtr_record_get_number (g_ptr_array_index (records, 0), MTR_PORTFOLIO_PAIRING_ID);
  pairing = mtr_carried_portfolio_find (carried, MTR_KIND_PAIRING, look.pairing_id);
  g_date_clear (&look.began, 1);
  if (pairing != NULL)
    mtr_record_get_date (pairing, MTR_PAIRING_STARTED_ON, &look.began);
  for (guint i = 0; i < records->len; i++)
    if (!mtr_carried_portfolio_is_left_out (carried, g_ptr_array_index (records, i)))
      n_odd = note_odd_dates (&look, g_ptr_array_index (records, i), n_odd, row);
  if (n_odd > MAX_NAMED)
    mtr_import_row_note (row, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more date is like that.",
                                                            "%u more dates are like that.", n_odd - MAX_NAMED),
                                               n_odd - MAX_NAMED));
  if (n_odd > 0)
    mtr_import_row_note (row, g_strdup (_("What is sealed cannot be put right here; ask where it comes from before you bring "
                                          "it in.")));
}
