/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a session has or has not: its topics, and who was there. Each is a
 * record of its own, shown as a chip that is ticked; the code of a chip is the
 * topic, or the id of the person.
 */

#include "mtr-session-children.h"

#include <glib/gi18n-lib.h>

static const struct {
  MtrKind     kind;
  MtrField    parent_field;
  MtrField    field;
  const char *label;
} children[] = {
  { MTR_KIND_SESSION_TOPIC, MTR_SESSION_TOPIC_SESSION_ID, MTR_SESSION_TOPIC_TOPIC, N_("change the topics") },
  { MTR_KIND_SESSION_ATTENDEE, MTR_SESSION_ATTENDEE_SESSION_ID, MTR_SESSION_ATTENDEE_PERSON_ID,
    N_("change who was there") },
};

static gsize
find_row (MtrKind kind)
{
  return children[0].kind == kind ? 0 : 1;
}

static char *
dup_code (MtrRecord *child,
          MtrField   field)
{
  return mtr_field_is_number (field) ? g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_number (child, field))
                                     : g_strdup (mtr_record_get_text (child, field));
}

/**
 * mtr_session_children_show:
 * @model: the pairing
 * @kind: %MTR_KIND_SESSION_TOPIC or %MTR_KIND_SESSION_ATTENDEE
 * @session_id: the session
 * @chips: (transfer none): ticked as it is in the store
 */
void
mtr_session_children_show (MtrPairingModel *model,
                           MtrKind          kind,
                           gint64           session_id,
                           MtrChips        *chips)
{
  gsize row = find_row (kind);
  g_autoptr (GPtrArray) ticked = mtr_chips_list_active (chips);
  g_autoptr (GPtrArray) records = mtr_snapshot_list_where (mtr_pairing_model_get_snapshot (model), kind,
                                                           children[row].parent_field, session_id);

  for (guint i = 0; i < ticked->len; i++)
    mtr_chips_set_active (chips, g_ptr_array_index (ticked, i), FALSE);
  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *code = dup_code (g_ptr_array_index (records, i), children[row].field);

      mtr_chips_set_active (chips, code, TRUE);
    }
}

/**
 * mtr_session_children_insert:
 * @model: the pairing
 * @kind: %MTR_KIND_SESSION_TOPIC or %MTR_KIND_SESSION_ATTENDEE
 * @session_id: the session
 * @code: which topic or person
 * @change: (transfer none): what the new record is added to
 */
void
mtr_session_children_insert (MtrPairingModel *model,
                             MtrKind          kind,
                             gint64           session_id,
                             const char      *code,
                             MtrChange       *change)
{
  gsize row = find_row (kind);
  MtrRecord *child = mtr_record_new (kind, mtr_programme_new_id (mtr_pairing_model_get_programme (model)));

  mtr_record_set_number (child, children[row].parent_field, session_id);
  if (mtr_field_is_number (children[row].field))
    mtr_record_set_number (child, children[row].field, g_ascii_strtoll (code, NULL, 10));
  else
    mtr_record_set_text (child, children[row].field, code);
  mtr_change_insert (change, child);
}

/**
 * mtr_session_children_toggle:
 * @model: the pairing
 * @kind: %MTR_KIND_SESSION_TOPIC or %MTR_KIND_SESSION_ATTENDEE
 * @session_id: the session
 * @code: which topic or person
 * @active: whether it is ticked now
 *
 * Writes it to the store.
 */
void
mtr_session_children_toggle (MtrPairingModel *model,
                             MtrKind          kind,
                             gint64           session_id,
                             const char      *code,
                             gboolean         active)
{
  gsize row = find_row (kind);
  g_autoptr (MtrChange) change = mtr_change_new (_(children[row].label));
  g_autoptr (GPtrArray) records = mtr_snapshot_list_where (mtr_pairing_model_get_snapshot (model), kind,
                                                           children[row].parent_field, session_id);

  if (active)
    mtr_session_children_insert (model, kind, session_id, code, change);
  for (guint i = 0; !active && i < records->len; i++)
    {
      g_autofree char *own = dup_code (g_ptr_array_index (records, i), children[row].field);

      if (g_strcmp0 (own, code) == 0)
        mtr_change_delete (change, kind, mtr_record_get_id (g_ptr_array_index (records, i)));
    }
  if (!mtr_change_is_empty (change))
    mtr_programme_act (mtr_pairing_model_get_programme (model), g_steal_pointer (&change), NULL);
}
