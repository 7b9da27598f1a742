/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who may have which role in a pairing, and how somebody gets it. The mentor of
 * a pairing that has begun does not change: that is a new pairing
 * (product.md, rule 8).
 */

#include "mtr-pairing-people.h"

#include "mtr-messages.h"
#include "mtr-pairing.h"
#include "mtr-rules-private.h"

static const struct {
  const char *role;
  MtrField    field;
} role_fields[] = {
  { MTR_ROLE_MENTOR,       MTR_PAIRING_MENTOR_ID },
  { MTR_ROLE_LINE_MANAGER, MTR_PAIRING_LINE_MANAGER_ID },
  { MTR_ROLE_TALK_TO,      MTR_PAIRING_TALK_TO_ID },
};

/**
 * mtr_pairing_get_role_field:
 * @role: a role, as in %MTR_ROLE_MENTOR
 *
 * Returns: the field of the pairing that says who has the role; %MTR_FIELD_NONE for roles of members
 */
MtrField
mtr_pairing_get_role_field (const char *role)
{
  for (gsize i = 0; i < G_N_ELEMENTS (role_fields); i++)
    if (g_strcmp0 (role_fields[i].role, role) == 0)
      return role_fields[i].field;

  return MTR_FIELD_NONE;
}

static gboolean
has_role (MtrSnapshot *snapshot,
          MtrRecord   *pairing,
          gint64       person_id,
          const char  *role)
{
  g_autoptr (GPtrArray) roles = mtr_pairing_list_roles (snapshot, pairing, person_id, NULL);

  for (guint i = 0; i < roles->len; i++)
    if (g_str_equal (g_ptr_array_index (roles, i), role))
      return TRUE;

  return FALSE;
}

/**
 * mtr_pairing_check_person:
 * @snapshot: the pairing, its members and its people
 * @pairing: the pairing
 * @role: %MTR_ROLE_MENTOR, %MTR_ROLE_LINE_MANAGER, %MTR_ROLE_TALK_TO or %MTR_ROLE_OBSERVER
 * @person_id: who is to have it; 0 for nobody, or somebody who is not in the file yet
 *
 * Nobody mentors, manages or observes themselves, and nobody talks to themselves about mentoring. A mentor who is also
 * the line manager is the pack's to weigh (rule 1): that is no problem here.
 *
 * Returns: (transfer full) (nullable): why not
 */
MtrProblem *
mtr_pairing_check_person (MtrSnapshot *snapshot,
                          MtrRecord   *pairing,
                          const char  *role,
                          gint64       person_id)
{
  static const struct {
    const char *role;
    const char *other;
    const char *message;
  } refusals[] = {
    { MTR_ROLE_MENTOR, MTR_ROLE_MENTEE, N_("%s is the one who is mentored here. Choose somebody else.") },
    { MTR_ROLE_LINE_MANAGER, MTR_ROLE_MENTEE, N_("%s cannot be their own line manager. Choose somebody else.") },
    { MTR_ROLE_TALK_TO, MTR_ROLE_MENTEE,
      N_("%s is the one who is mentored here. The mentor talks about mentoring to somebody else.") },
    { MTR_ROLE_TALK_TO, MTR_ROLE_MENTOR, N_("%s is the mentor. Choose somebody the mentor can talk to.") },
    { MTR_ROLE_OBSERVER, MTR_ROLE_MENTEE, N_("%s is the one who is observed. Choose somebody else.") },
    { MTR_ROLE_OBSERVER, MTR_ROLE_MENTOR, N_("%s is the mentor, and may observe anyway.") },
    { MTR_ROLE_OBSERVER, MTR_ROLE_OBSERVER, N_("%s may observe already.") },
  };
  gint64 id = mtr_record_get_id (pairing);
  MtrField field = mtr_pairing_get_role_field (role);

  if (g_str_equal (role, MTR_ROLE_MENTOR) && mtr_record_is_set (pairing, MTR_PAIRING_MENTOR_ID) &&
      !mtr_record_text_is (pairing, MTR_PAIRING_STATE, MTR_PAIRING_PROPOSED) &&
      mtr_record_get_number (pairing, MTR_PAIRING_MENTOR_ID) != person_id)
    return mtr_problem_new (MTR_PAIRING_MENTOR_ID, id, FALSE,
                            _("This pairing has begun. Another mentor is a new pairing: end this one first; the "
                              "portfolio goes along."));

  for (gsize i = 0; person_id != 0 && i < G_N_ELEMENTS (refusals); i++)
    if (g_str_equal (refusals[i].role, role) && has_role (snapshot, pairing, person_id, refusals[i].other))
      {
        g_autoptr (GString) message = g_string_new (_(refusals[i].message));

        g_string_replace (message, "%s", mtr_rules_get_name (snapshot, person_id), 1);
        return mtr_problem_new (field, id, FALSE, "%s", message->str);
      }

  return NULL;
}

/**
 * mtr_pairing_choose_person:
 * @change: the change that does it
 * @pairing: the pairing
 * @role: %MTR_ROLE_MENTOR, %MTR_ROLE_LINE_MANAGER or %MTR_ROLE_TALK_TO
 * @person_id: who gets it; 0 for nobody
 *
 * Reasons that were given for another mentor or another line manager do not hold for this one: they go.
 */
void
mtr_pairing_choose_person (MtrChange  *change,
                           MtrRecord  *pairing,
                           const char *role,
                           gint64      person_id)
{
  gint64 id = mtr_record_get_id (pairing);
  MtrField field = mtr_pairing_get_role_field (role);

  g_return_if_fail (field != MTR_FIELD_NONE);

  if (person_id != 0)
    mtr_change_set_number (change, field, id, person_id);
  else
    mtr_change_clear (change, field, id);

  if (field == MTR_PAIRING_TALK_TO_ID || mtr_record_get_number (pairing, field) == person_id)
    return;
  if (mtr_record_is_set (pairing, MTR_PAIRING_DUAL_ROLE_REASON))
    mtr_change_clear (change, MTR_PAIRING_DUAL_ROLE_REASON, id);
  if (field == MTR_PAIRING_MENTOR_ID && mtr_record_is_set (pairing, MTR_PAIRING_EXCEPTION_REASON))
    mtr_change_clear (change, MTR_PAIRING_EXCEPTION_REASON, id);
}

/**
 * mtr_pairing_add_observer:
 * @change: the change that does it
 * @pairing: the pairing
 * @member_id: the id of the new membership
 * @person_id: who may observe besides the mentor
 * @on: (nullable): the ISO date from which they may
 */
void
mtr_pairing_add_observer (MtrChange  *change,
                          MtrRecord  *pairing,
                          gint64      member_id,
                          gint64      person_id,
                          const char *on)
{
  MtrRecord *member = mtr_record_new (MTR_KIND_MEMBER, member_id);

  mtr_record_set_number (member, MTR_MEMBER_PAIRING_ID, mtr_record_get_id (pairing));
  mtr_record_set_number (member, MTR_MEMBER_PERSON_ID, person_id);
  mtr_record_set_text (member, MTR_MEMBER_ROLE, MTR_ROLE_OBSERVER);
  if (on != NULL)
    mtr_record_set_text (member, MTR_MEMBER_JOINED_ON, on);
  mtr_change_insert (change, member);
}

/**
 * mtr_pairing_remove_observer:
 * @member: the membership of an observer
 * @on: the ISO date on which it ends
 *
 * That they could observe stays written down: history stays (product.md, rule 8).
 *
 * Returns: (transfer full): the change
 */
MtrChange *
mtr_pairing_remove_observer (MtrRecord  *member,
                             const char *on)
{
  MtrChange *change = mtr_change_new (_("remove an observer"));

  mtr_change_set_text (change, MTR_MEMBER_LEFT_ON, mtr_record_get_id (member), on);

  return change;
}

/**
 * mtr_pairing_list_observers:
 * @snapshot: the pairing and its members
 * @pairing_id: the pairing
 *
 * Returns: (transfer container) (element-type MtrRecord): the memberships of those who may observe besides the mentor,
 *   and have not left
 */
GPtrArray *
mtr_pairing_list_observers (MtrSnapshot *snapshot,
                            gint64       pairing_id)
{
  g_autoptr (GPtrArray) members = mtr_snapshot_list_where (snapshot, MTR_KIND_MEMBER, MTR_MEMBER_PAIRING_ID, pairing_id);
  GPtrArray *observers = g_ptr_array_new ();

  for (guint i = 0; i < members->len; i++)
    {
      MtrRecord *member = g_ptr_array_index (members, i);

      if (mtr_record_text_is (member, MTR_MEMBER_ROLE, MTR_ROLE_OBSERVER) &&
          !mtr_record_is_set (member, MTR_MEMBER_LEFT_ON))
        g_ptr_array_add (observers, member);
    }

  return observers;
}
