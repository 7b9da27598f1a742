/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules of an event of the programme's year: which days it may have, and
 * what being there means. Where the scheme says that a kind of event is
 * learning, somebody who attended gets a record of it, which they then write;
 * it goes again with the attendance as long as it is empty.
 */

#include "mtr-event.h"

#include "mtr-learning.h"
#include "mtr-messages.h"

/**
 * mtr_event_list_problems:
 * @event: an event as it would be
 *
 * Returns: (transfer full) (element-type MtrProblem): what is wrong with it, each at its field
 */
GPtrArray *
mtr_event_list_problems (MtrRecord *event)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_problem_free);
  GDate on, last;

  if (mtr_record_get_date (event, MTR_EVENT_HELD_ON, &on) && mtr_record_get_date (event, MTR_EVENT_ENDS_ON, &last) &&
      g_date_compare (&last, &on) < 0)
    g_ptr_array_add (problems, mtr_problem_new (MTR_EVENT_ENDS_ON, 0, FALSE,
                                                _("This is before the day it begins. Change one of the two.")));
  if (mtr_record_is_set (event, MTR_EVENT_PROTECTION_MINUTES) && mtr_record_is_set (event, MTR_EVENT_MINUTES) &&
      mtr_record_get_number (event, MTR_EVENT_PROTECTION_MINUTES) > mtr_record_get_number (event, MTR_EVENT_MINUTES))
    g_ptr_array_add (problems, mtr_problem_new (MTR_EVENT_PROTECTION_MINUTES, 0, FALSE,
                                                _("This is more than the whole event. It is a part of it.")));

  return problems;
}

static MtrRecord *
find_learning (GPtrArray *learning,
               gint64     person_id)
{
  for (guint i = 0; i < learning->len; i++)
    {
      MtrRecord *record = g_ptr_array_index (learning, i);

      if (mtr_record_get_number (record, MTR_LEARNING_RECORD_PERSON_ID) == person_id)
        return record;
    }

  return NULL;
}

/**
 * mtr_event_set_attendance:
 * @change: what is being done
 * @pack: (nullable): the pack that says which kinds of event are learning
 * @event: the event
 * @attendance: somebody's attendance of it
 * @state: the new state
 * @learning: (element-type MtrRecord): the learning records made from this event
 * @learning_id: the id of a new one, where one is made
 *
 * Writes down whether somebody was there, with the learning that follows from it.
 */
void
mtr_event_set_attendance (MtrChange  *change,
                          MtrPack    *pack,
                          MtrRecord  *event,
                          MtrRecord  *attendance,
                          const char *state,
                          GPtrArray  *learning,
                          gint64      learning_id)
{
  gint64 person_id = mtr_record_get_number (attendance, MTR_ATTENDANCE_PERSON_ID);
  const MtrWord *kind = pack != NULL ? mtr_pack_find_word (pack, MTR_WORDS_EVENT_KINDS,
                                                           mtr_record_get_text (event, MTR_EVENT_KIND)) : NULL;
  MtrRecord *record = find_learning (learning, person_id);
  gboolean attended = g_str_equal (state, MTR_ATTENDANCE_ATTENDED);

  mtr_change_set_text (change, MTR_ATTENDANCE_STATE, mtr_record_get_id (attendance), state);
  if (attended && record == NULL && kind != NULL && kind->flag)
    mtr_change_insert (change, mtr_learning_new_from_event (event, person_id, learning_id));
  else if (!attended && record != NULL && !mtr_record_is_set (record, MTR_LEARNING_RECORD_LEARNT))
    mtr_change_delete (change, MTR_KIND_LEARNING_RECORD, mtr_record_get_id (record));
}

/**
 * mtr_event_remove:
 * @change: what is being done
 * @event: an event
 * @attendance: (element-type MtrRecord): all attendance of it
 * @learning: (element-type MtrRecord): the learning records made from it
 *
 * Removes an event with its attendance, and the records of learning in which nothing has been written. What somebody
 * has written about it stays, without the event.
 */
void
mtr_event_remove (MtrChange *change,
                  MtrRecord *event,
                  GPtrArray *attendance,
                  GPtrArray *learning)
{
  for (guint i = 0; i < learning->len; i++)
    {
      MtrRecord *record = g_ptr_array_index (learning, i);

      if (mtr_record_is_set (record, MTR_LEARNING_RECORD_LEARNT))
        mtr_change_clear (change, MTR_LEARNING_RECORD_EVENT_ID, mtr_record_get_id (record));
      else
        mtr_change_delete (change, MTR_KIND_LEARNING_RECORD, mtr_record_get_id (record));
    }
  for (guint i = 0; i < attendance->len; i++)
    mtr_change_delete (change, MTR_KIND_ATTENDANCE, mtr_record_get_id (g_ptr_array_index (attendance, i)));
  mtr_change_delete (change, MTR_KIND_EVENT, mtr_record_get_id (event));
}
