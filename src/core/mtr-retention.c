/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is still in post a year after their mentoring began (domain-facts.md,
 * section 10). Somebody says so; where nobody has, the day on which they left
 * says it, and where there is none it is not known, which is neither yes nor no.
 */

#include "mtr-retention.h"

#include "mtr-date.h"
#include "mtr-language.h"
#include "mtr-pairing.h"
#include "mtr-rules-private.h"

#include <string.h>

/* The pairing with which the mentoring of each person began; of several the one that began first. */
static GHashTable *
find_first_pairings (MtrSnapshot *snapshot)
{
  GHashTable *first = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_MEMBER); i++)
    {
      MtrRecord *member = mtr_snapshot_nth (snapshot, MTR_KIND_MEMBER, i);
      MtrRecord *pairing = mtr_snapshot_follow (snapshot, member, MTR_MEMBER_PAIRING_ID);
      MtrRecord *person = mtr_snapshot_follow (snapshot, member, MTR_MEMBER_PERSON_ID);
      MtrRecord *known = person != NULL ? g_hash_table_lookup (first, person) : NULL;

      if (person == NULL || pairing == NULL || !mtr_record_is_set (pairing, MTR_PAIRING_STARTED_ON) ||
          !mtr_record_text_is (member, MTR_MEMBER_ROLE, MTR_ROLE_MENTEE))
        continue;
      if (known == NULL || strcmp (mtr_record_get_text (pairing, MTR_PAIRING_STARTED_ON),
                                   mtr_record_get_text (known, MTR_PAIRING_STARTED_ON)) < 0)
        g_hash_table_insert (first, person, pairing);
    }

  return first;
}

static void
retention_person_free (MtrRetentionPerson *self)
{
  g_free (self->reached_on);
  g_free (self);
}

/* Whoever left on the very day was in post until then. */
static void
add_person (MtrRetention *retention,
            MtrRecord    *person,
            const char   *reached_on)
{
  const char *left_on = mtr_record_get_text (person, MTR_PERSON_LEFT_ON);
  gboolean is_said = mtr_record_is_set (person, MTR_PERSON_IN_POST_AFTER_YEAR);
  gboolean in_post = is_said ? mtr_record_get_number (person, MTR_PERSON_IN_POST_AFTER_YEAR) != 0
                             : left_on != NULL && strcmp (left_on, reached_on) >= 0;
  MtrRetentionPerson *unknown;

  if (is_said || left_on != NULL)
    {
      retention->n_in_post += in_post ? 1 : 0;
      retention->n_not_in_post += in_post ? 0 : 1;
      return;
    }
  unknown = g_new0 (MtrRetentionPerson, 1);
  unknown->person = person;
  unknown->reached_on = g_strdup (reached_on);
  g_ptr_array_add (retention->unknown, unknown);
}

static gboolean
is_wanted (const MtrReportScope *scope,
           MtrRecord            *person)
{
  return (scope->service == NULL || mtr_record_text_is (person, MTR_PERSON_SERVICE, scope->service)) &&
         (scope->team == NULL || mtr_record_text_is (person, MTR_PERSON_TEAM, scope->team));
}

static int
compare_people (gconstpointer first,
                gconstpointer second)
{
  const MtrRetentionPerson *a = *(const MtrRetentionPerson * const *) first;
  const MtrRetentionPerson *b = *(const MtrRetentionPerson * const *) second;
  int order = strcmp (a->reached_on, b->reached_on);

  if (order == 0)
    order = mtr_language_compare (mtr_record_get_name (a->person, MTR_PERSON_NAME),
                                  mtr_record_get_name (b->person, MTR_PERSON_NAME));
  if (order == 0)
    order = mtr_record_get_id (a->person) < mtr_record_get_id (b->person) ? -1 : 1;

  return order;
}

static MtrRetention *
count_pack (GHashTable           *first,
            MtrPack              *pack,
            const MtrReportScope *scope)
{
  MtrRetention *retention = g_new0 (MtrRetention, 1);
  GHashTableIter iter;
  gpointer person, pairing;
  GDate until;
  gboolean has_begun = mtr_report_scope_get_until (scope, &until);

  retention->pack = pack;
  retention->unknown = g_ptr_array_new_with_free_func ((GDestroyNotify) retention_person_free);
  g_hash_table_iter_init (&iter, first);
  while (has_begun && g_hash_table_iter_next (&iter, &person, &pairing))
    {
      g_autofree char *reached_on = mtr_rules_shift (mtr_record_get_text (pairing, MTR_PAIRING_STARTED_ON),
                                                     MTR_RETENTION_MONTHS, 0);
      GDate reached;

      if (mtr_record_text_is (pairing, MTR_PAIRING_PACK, mtr_pack_get_id (pack)) && is_wanted (scope, person) &&
          mtr_date_from_iso (reached_on, &reached) && g_date_compare (&reached, &until) <= 0 &&
          (!g_date_valid (&scope->from) || g_date_compare (&reached, &scope->from) >= 0))
        add_person (retention, person, reached_on);
    }
  g_ptr_array_sort (retention->unknown, compare_people);

  return retention;
}

/**
 * mtr_retention_free:
 * @self: (transfer full): the mentees of a scheme
 */
void
mtr_retention_free (MtrRetention *self)
{
  g_ptr_array_unref (self->unknown);
  g_free (self);
}

/**
 * mtr_retention_list:
 * @snapshot: every person, pairing and member of a programme
 * @packs: (element-type MtrPack): the packs of the programme
 * @scope: what is asked for
 *
 * Everybody is counted once, in the scheme in which their mentoring began.
 *
 * Returns: (transfer full) (element-type MtrRetention): for each scheme those whose twelve months were over in the period,
 *   in the order of @packs
 */
GPtrArray *
mtr_retention_list (MtrSnapshot          *snapshot,
                    GPtrArray            *packs,
                    const MtrReportScope *scope)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_retention_free);
  g_autoptr (GHashTable) first = find_first_pairings (snapshot);

  for (guint i = 0; i < packs->len; i++)
    {
      MtrPack *pack = g_ptr_array_index (packs, i);

      if (scope->pack == NULL || g_str_equal (scope->pack, mtr_pack_get_id (pack)))
        g_ptr_array_add (list, count_pack (first, pack, scope));
    }

  return list;
}
