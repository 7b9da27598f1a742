/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Peer groups: a pairing with several mentees whose mentor is its
 * facilitator, and who was there when. A member who joins late or leaves
 * early is asked for nothing outside that time (product.md, rule 10).
 */

#include "mtr-group.h"

#include "mtr-messages.h"
#include "mtr-pairing.h"
#include "mtr-rules-private.h"
#include "mtr-session.h"

#include <string.h>

/**
 * mtr_group_is_group:
 * @pairing: a pairing
 *
 * Returns: whether it is a group, however many people are in it at present
 */
gboolean
mtr_group_is_group (MtrRecord *pairing)
{
  return mtr_record_text_is (pairing, MTR_PAIRING_STRUCTURE, MTR_STRUCTURE_GROUP);
}

/**
 * mtr_group_lacks_facilitator:
 * @pairing: a pairing
 *
 * Returns: whether it is a group that nobody facilitates
 */
gboolean
mtr_group_lacks_facilitator (MtrRecord *pairing)
{
  return mtr_group_is_group (pairing) && !mtr_record_is_set (pairing, MTR_PAIRING_MENTOR_ID);
}

/**
 * mtr_group_was_there:
 * @snapshot: the pairing, its sessions and who was there
 * @session: a session that was held
 * @person_id: a person
 * @minutes: (out) (optional): how long they were there: all of it where nothing else is written
 *
 * Where nobody at all is written down, nobody was said to be missing.
 *
 * Returns: whether the person was there
 */
gboolean
mtr_group_was_there (MtrSnapshot *snapshot,
                     MtrRecord   *session,
                     gint64       person_id,
                     gint64      *minutes)
{
  gint64 whole = mtr_record_get_number (session, MTR_SESSION_MINUTES);
  gboolean anybody = FALSE;

  if (minutes != NULL)
    *minutes = 0;
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_SESSION_ATTENDEE); i++)
    {
      MtrRecord *attendee = mtr_snapshot_nth (snapshot, MTR_KIND_SESSION_ATTENDEE, i);

      if (mtr_record_get_number (attendee, MTR_SESSION_ATTENDEE_SESSION_ID) != mtr_record_get_id (session))
        continue;
      anybody = TRUE;
      if (mtr_record_get_number (attendee, MTR_SESSION_ATTENDEE_PERSON_ID) != person_id)
        continue;
      if (minutes != NULL)
        *minutes = mtr_record_is_set (attendee, MTR_SESSION_ATTENDEE_MINUTES)
                   ? CLAMP (mtr_record_get_number (attendee, MTR_SESSION_ATTENDEE_MINUTES), 0, whole) : whole;
      return TRUE;
    }
  if (!anybody && minutes != NULL)
    *minutes = whole;

  return !anybody;
}

/**
 * mtr_group_is_within:
 * @member: a membership
 * @held_on: (nullable): the ISO date of a meeting
 *
 * Returns: whether they belonged to the group on that day; both the first and the last day count
 */
gboolean
mtr_group_is_within (MtrRecord  *member,
                     const char *held_on)
{
  const char *joined = mtr_record_get_text (member, MTR_MEMBER_JOINED_ON);
  const char *left = mtr_record_get_text (member, MTR_MEMBER_LEFT_ON);

  return held_on != NULL && (joined == NULL || strcmp (joined, held_on) <= 0) &&
         (left == NULL || strcmp (held_on, left) <= 0);
}

/**
 * mtr_group_list_attendance:
 * @snapshot: the pairing, its members, its sessions and who was there
 * @pairing_id: the pairing
 *
 * Only sessions that were held count (product.md, rule 5). Somebody who left and came back has two rows.
 *
 * Returns: (transfer full) (element-type MtrGroupAttendance): a row for each membership of a mentee, past ones too
 */
GPtrArray *
mtr_group_list_attendance (MtrSnapshot *snapshot,
                           gint64       pairing_id)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) members = mtr_snapshot_list_where (snapshot, MTR_KIND_MEMBER, MTR_MEMBER_PAIRING_ID, pairing_id);
  g_autoptr (GPtrArray) sessions = mtr_snapshot_list_where (snapshot, MTR_KIND_SESSION, MTR_SESSION_PAIRING_ID,
                                                            pairing_id);

  for (guint i = 0; i < members->len; i++)
    {
      MtrRecord *member = g_ptr_array_index (members, i);
      MtrGroupAttendance *row;

      if (!mtr_record_text_is (member, MTR_MEMBER_ROLE, MTR_ROLE_MENTEE))
        continue;
      row = g_new0 (MtrGroupAttendance, 1);
      row->member = member;
      row->person_id = mtr_record_get_number (member, MTR_MEMBER_PERSON_ID);
      for (guint j = 0; j < sessions->len; j++)
        {
          MtrRecord *session = g_ptr_array_index (sessions, j);
          gint64 minutes;

          if (!mtr_record_text_is (session, MTR_SESSION_STATE, MTR_SESSION_STATE_HELD) ||
              !mtr_group_is_within (member, mtr_record_get_text (session, MTR_SESSION_HELD_ON)))
            continue;
          row->n_held++;
          if (mtr_group_was_there (snapshot, session, row->person_id, &minutes))
            {
              row->n_attended++;
              row->minutes += minutes;
            }
        }
      g_ptr_array_add (rows, row);
    }

  return rows;
}

/**
 * mtr_group_check_member:
 * @snapshot: the group, its members and its people
 * @pairing: the group
 * @person_id: who is to join it; 0 for somebody who is not in the file yet
 *
 * Somebody who has left may join again.
 *
 * Returns: (transfer full) (nullable): why not
 */
MtrProblem *
mtr_group_check_member (MtrSnapshot *snapshot,
                        MtrRecord   *pairing,
                        gint64       person_id)
{
  gint64 id = mtr_record_get_id (pairing);
  g_autoptr (GPtrArray) members = mtr_pairing_list_mentees (snapshot, id, NULL);
  g_autoptr (GString) message = NULL;

  if (person_id == 0)
    return NULL;

  if (mtr_record_get_number (pairing, MTR_PAIRING_MENTOR_ID) == person_id)
    message = g_string_new (_("%s facilitates this group. Choose somebody else."));
  for (guint i = 0; i < members->len && message == NULL; i++)
    if (mtr_record_get_number (g_ptr_array_index (members, i), MTR_MEMBER_PERSON_ID) == person_id)
      message = g_string_new (_("%s belongs to this group already."));
  if (message == NULL)
    return NULL;

  g_string_replace (message, "%s", mtr_rules_get_name (snapshot, person_id), 1);

  return mtr_problem_new (MTR_MEMBER_PERSON_ID, id, FALSE, "%s", message->str);
}

/**
 * mtr_group_add_member:
 * @change: the change that does it
 * @pairing: the group
 * @id: the id of the new membership
 * @person_id: who joins
 * @on: the ISO date of the first day
 */
void
mtr_group_add_member (MtrChange  *change,
                      MtrRecord  *pairing,
                      gint64      id,
                      gint64      person_id,
                      const char *on)
{
  MtrRecord *member = mtr_record_new (MTR_KIND_MEMBER, id);

  mtr_record_set_number (member, MTR_MEMBER_PAIRING_ID, mtr_record_get_id (pairing));
  mtr_record_set_number (member, MTR_MEMBER_PERSON_ID, person_id);
  mtr_record_set_text (member, MTR_MEMBER_ROLE, MTR_ROLE_MENTEE);
  mtr_record_set_text (member, MTR_MEMBER_JOINED_ON, on);
  mtr_change_insert (change, member);
}

/**
 * mtr_group_list_member_problems:
 * @member: a membership as it would be
 *
 * Returns: (transfer full) (element-type MtrProblem): what is wrong with its days
 */
GPtrArray *
mtr_group_list_member_problems (MtrRecord *member)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_problem_free);
  const char *joined = mtr_record_get_text (member, MTR_MEMBER_JOINED_ON);
  const char *left = mtr_record_get_text (member, MTR_MEMBER_LEFT_ON);

  if (joined != NULL && left != NULL && strcmp (left, joined) < 0)
    g_ptr_array_add (problems, mtr_problem_new (MTR_MEMBER_LEFT_ON, mtr_record_get_id (member), FALSE,
                                                _("Nobody leaves a group before they have joined it. Change one of the two "
                                                  "days.")));

  return problems;
}

/**
 * mtr_group_may_see:
 * @snapshot: the pairing and its members
 * @pairing: the pairing
 * @session: one of its sessions
 * @person_id: who looks
 *
 * A member of a group sees only the sessions from joining to leaving. The facilitator sees all of them, and so does
 * whoever is no member: that is for others to decide.
 *
 * Returns: whether the session is shown to the person
 */
gboolean
mtr_group_may_see (MtrSnapshot *snapshot,
                   MtrRecord   *pairing,
                   MtrRecord   *session,
                   gint64       person_id)
{
  const char *held_on = mtr_record_get_text (session, MTR_SESSION_HELD_ON);
  g_autoptr (GPtrArray) members = NULL;
  gboolean is_member = FALSE;

  if (!mtr_group_is_group (pairing) || mtr_record_get_number (pairing, MTR_PAIRING_MENTOR_ID) == person_id)
    return TRUE;

  members = mtr_snapshot_list_where (snapshot, MTR_KIND_MEMBER, MTR_MEMBER_PAIRING_ID, mtr_record_get_id (pairing));
  for (guint i = 0; i < members->len; i++)
    {
      MtrRecord *member = g_ptr_array_index (members, i);

      if (mtr_record_get_number (member, MTR_MEMBER_PERSON_ID) != person_id ||
          !mtr_record_text_is (member, MTR_MEMBER_ROLE, MTR_ROLE_MENTEE))
        continue;
      is_member = TRUE;
      if (held_on == NULL || mtr_group_is_within (member, held_on))
        return TRUE;
    }

  return !is_member;
}

/**
 * mtr_group_may_see_record:
 * @snapshot: the pairing, its members and its sessions
 * @record: a session, or a record that belongs to one: who was there, what was to be done
 * @person_id: who looks
 *
 * What belongs to no session is not for this to decide.
 *
 * Returns: whether the record is shown to the person
 */
gboolean
mtr_group_may_see_record (MtrSnapshot *snapshot,
                          MtrRecord   *record,
                          gint64       person_id)
{
  const MtrKindInfo *info = mtr_kind_get_info (mtr_record_get_kind (record));
  MtrRecord *session = mtr_record_get_kind (record) == MTR_KIND_SESSION ? record : NULL;
  MtrRecord *pairing;

  for (int field = info->first_field; field <= (int) info->last_field && session == NULL; field++)
    if (mtr_field_get_info (field)->reference == MTR_KIND_SESSION)
      session = mtr_snapshot_follow (snapshot, record, field);
  pairing = session != NULL ? mtr_snapshot_follow (snapshot, session, MTR_SESSION_PAIRING_ID) : NULL;

  return pairing == NULL || mtr_group_may_see (snapshot, pairing, session, person_id);
}
