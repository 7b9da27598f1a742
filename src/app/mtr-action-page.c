/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One thing to do: what, who, by when, and whether it is done. It may have been
 * agreed in a session, or stand on its own.
 */

#include "mtr-action-page.h"

#include "mtr-record-page.h"
#include "mtr-session.h"

#include <glib/gi18n-lib.h>

/* A new one is the mentee's, where there is one only, until the next session, as far as it is planned. */
static MtrRecord *
make_action (MtrPairingModel *model)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (model);
  MtrRecord *action = mtr_record_new (MTR_KIND_ACTION, mtr_programme_new_id (programme));
  g_autoptr (GPtrArray) mentees = mtr_pairing_model_list_mentees (model, NULL);
  GDate tomorrow;

  mtr_programme_get_today (programme, &tomorrow);
  g_date_add_days (&tomorrow, 1);
  mtr_record_set_number (action, MTR_ACTION_PAIRING_ID, mtr_pairing_model_get_id (model));
  if (mentees->len == 1)
    mtr_record_set_number (action, MTR_ACTION_OWNER_ID, mtr_record_get_id (g_ptr_array_index (mentees, 0)));
  mtr_record_set_text (action, MTR_ACTION_DUE_ON,
                       mtr_session_get_next_planned_on (mtr_pairing_model_get_snapshot (model),
                                                        mtr_pairing_model_get_id (model), &tomorrow));

  return action;
}

/**
 * mtr_action_page_new:
 * @model: a pairing that can be written
 * @action_id: an action of it; 0 for a new one, which is kept from the first letter on
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_action_page_new (MtrPairingModel *model,
                     gint64           action_id)
{
  MtrRecord *stored = mtr_snapshot_get (mtr_pairing_model_get_snapshot (model), MTR_KIND_ACTION, action_id);
  g_autoptr (MtrRecord) action = stored != NULL ? g_object_ref (stored) : make_action (model);
  g_autoptr (GPtrArray) people = mtr_pairing_model_list_both_sides (model);
  MtrPage *page = mtr_record_page_new (model, action, _("To do"), MTR_AUDIENCE_PAIR, TRUE);

  mtr_page_set_title (page, _("To Do"));
  mtr_record_page_add_line (MTR_RECORD_PAGE (page), mtr_pairing_model_get_support_line (model));
  mtr_record_page_add_field (MTR_RECORD_PAGE (page), MTR_ACTION_TEXT, NULL);
  mtr_record_page_add_person (MTR_RECORD_PAGE (page), MTR_ACTION_OWNER_ID, people);
  mtr_record_page_add_field (MTR_RECORD_PAGE (page), MTR_ACTION_DUE_ON, NULL);
  mtr_record_page_add_field (MTR_RECORD_PAGE (page), MTR_ACTION_DONE_ON, NULL);
  /* Translators: an action in the menu of undo; %s is what somebody was to do. */
  mtr_record_page_add_remove (MTR_RECORD_PAGE (page), _("remove “%s”"), _("“%s” removed. Ctrl+Z brings it back"));

  return page;
}
