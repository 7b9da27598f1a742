/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A pairing that is proposed: who with whom, people who are not in the file
 * yet among them, and the portfolio that the mentee takes along or begins. The
 * records are made once: to see beforehand whether the mentor may mentor here,
 * and to be put in the file in one change.
 */

#include "mtr-proposal.h"

#include "mtr-date.h"
#include "mtr-messages.h"
#include "mtr-pairing.h"
#include "mtr-text.h"

#include <string.h>

static const char *
get_name (const MtrProposal *self,
          MtrProposalRole    role)
{
  MtrRecord *person;

  if (self->people[role].id == 0)
    return self->people[role].name;

  person = mtr_snapshot_get (self->programme, MTR_KIND_PERSON, self->people[role].id);

  return person != NULL ? mtr_record_get_text (person, MTR_PERSON_NAME) : NULL;
}

static gboolean
is_somebody (const MtrProposal *self,
             MtrProposalRole    role)
{
  return self->people[role].id != 0 || !mtr_text_is_blank (self->people[role].name);
}

static gboolean
is_same (const MtrProposal *self,
         MtrProposalRole    one,
         MtrProposalRole    other)
{
  g_autofree char *one_name = NULL;
  g_autofree char *other_name = NULL;

  if (!is_somebody (self, one) || !is_somebody (self, other))
    return FALSE;
  if (self->people[one].id != 0 || self->people[other].id != 0)
    return self->people[one].id == self->people[other].id;

  one_name = mtr_text_fold (self->people[one].name);
  other_name = mtr_text_fold (self->people[other].name);

  return g_str_equal (one_name, other_name);
}

/**
 * mtr_proposal_find_problem:
 * @self: a proposal
 * @today: the present date
 * @problem: (out) (nullable): what is missing or cannot be, a sentence; %NULL where all is well
 *
 * Nobody mentors or manages themselves, and a proposal is not made in the future. A mentor who is also the line
 * manager is no problem here: that is the pack's to weigh (product.md, rule 1).
 *
 * Returns: whom it is about; %MTR_N_PROPOSAL_ROLES for the date
 */
MtrProposalRole
mtr_proposal_find_problem (const MtrProposal  *self,
                           const GDate        *today,
                           char              **problem)
{
  GDate proposed;

  *problem = NULL;
  if (!is_somebody (self, MTR_PROPOSAL_MENTEE))
    {
      *problem = g_strdup (_("Say first who is to be mentored."));
      return MTR_PROPOSAL_MENTEE;
    }
  if (is_same (self, MTR_PROPOSAL_MENTEE, MTR_PROPOSAL_MENTOR))
    {
      /* Translators: %s is a person's name. */
      *problem = g_strdup_printf (_("%s cannot be their own mentor. Choose somebody else, or leave it open."),
                                  get_name (self, MTR_PROPOSAL_MENTOR));
      return MTR_PROPOSAL_MENTOR;
    }
  if (is_same (self, MTR_PROPOSAL_MENTEE, MTR_PROPOSAL_LINE_MANAGER))
    {
      /* Translators: %s is a person's name. */
      *problem = g_strdup_printf (_("%s cannot be their own line manager. Choose somebody else, or leave it open."),
                                  get_name (self, MTR_PROPOSAL_LINE_MANAGER));
      return MTR_PROPOSAL_LINE_MANAGER;
    }
  if (self->proposed_on != NULL && mtr_date_from_iso (self->proposed_on, &proposed) &&
      g_date_compare (&proposed, today) > 0)
    {
      *problem = g_strdup (_("This day has not come yet. Give the day on which the pairing was proposed."));
      return MTR_N_PROPOSAL_ROLES;
    }

  return MTR_PROPOSAL_MENTEE;
}

static gint64
take_person (const MtrProposal *self,
             MtrProposalRole    role,
             gint64            *ids,
             GPtrArray         *records,
             MtrNewIdFunc       new_id,
             gpointer           new_id_data)
{
  MtrRecord *person;

  if (self->people[role].id != 0)
    return self->people[role].id;
  if (!is_somebody (self, role))
    return 0;
  /* The same new name in two roles is one person. */
  for (int other = 0; other < (int) role; other++)
    if (is_same (self, (MtrProposalRole) other, role))
      return ids[other];

  person = mtr_record_new (MTR_KIND_PERSON, new_id (new_id_data));
  mtr_record_set_text (person, MTR_PERSON_NAME, self->people[role].name);
  g_ptr_array_add (records, person);

  return mtr_record_get_id (person);
}

static void
set_reference (MtrRecord *record,
               MtrField   field,
               gint64     id)
{
  if (id != 0)
    mtr_record_set_number (record, field, id);
}

static MtrRecord *
find_portfolio (const MtrProposal *self)
{
  for (guint i = 0; i < mtr_snapshot_count (self->programme, MTR_KIND_PORTFOLIO); i++)
    {
      MtrRecord *portfolio = mtr_snapshot_nth (self->programme, MTR_KIND_PORTFOLIO, i);

      if (self->people[MTR_PROPOSAL_MENTEE].id != 0 &&
          mtr_record_get_number (portfolio, MTR_PORTFOLIO_PERSON_ID) == self->people[MTR_PROPOSAL_MENTEE].id &&
          mtr_record_text_is (portfolio, MTR_PORTFOLIO_PACK, mtr_pack_get_id (self->pack)))
        return portfolio;
    }

  return NULL;
}

/**
 * mtr_proposal_make_records:
 * @self: a proposal without a problem
 * @new_id: gives ids
 * @new_id_data: for @new_id
 *
 * The portfolio stays with the mentee through a change of mentor (product.md, rule 8): one in the same pack moves on to
 * the new pairing; otherwise a new one is begun where the pack shows portfolios.
 *
 * Returns: (transfer full) (element-type MtrRecord): new people, the pairing, its member, and the portfolio
 */
GPtrArray *
mtr_proposal_make_records (const MtrProposal *self,
                           MtrNewIdFunc       new_id,
                           gpointer           new_id_data)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  MtrRecord *known_portfolio = find_portfolio (self);
  MtrRecord *pairing;
  MtrRecord *member;
  gint64 ids[MTR_N_PROPOSAL_ROLES];

  for (int role = 0; role < MTR_N_PROPOSAL_ROLES; role++)
    ids[role] = take_person (self, (MtrProposalRole) role, ids, records, new_id, new_id_data);

  pairing = mtr_record_new (MTR_KIND_PAIRING, new_id (new_id_data));
  mtr_record_set_text (pairing, MTR_PAIRING_PACK, mtr_pack_get_id (self->pack));
  mtr_record_set_text (pairing, MTR_PAIRING_STATE, MTR_PAIRING_PROPOSED);
  if (self->proposed_on != NULL)
    mtr_record_set_text (pairing, MTR_PAIRING_PROPOSED_ON, self->proposed_on);
  set_reference (pairing, MTR_PAIRING_MENTOR_ID, ids[MTR_PROPOSAL_MENTOR]);
  set_reference (pairing, MTR_PAIRING_LINE_MANAGER_ID, ids[MTR_PROPOSAL_LINE_MANAGER]);
  g_ptr_array_add (records, pairing);

  member = mtr_record_new (MTR_KIND_MEMBER, new_id (new_id_data));
  mtr_record_set_number (member, MTR_MEMBER_PAIRING_ID, mtr_record_get_id (pairing));
  mtr_record_set_number (member, MTR_MEMBER_PERSON_ID, ids[MTR_PROPOSAL_MENTEE]);
  mtr_record_set_text (member, MTR_MEMBER_ROLE, MTR_ROLE_MENTEE);
  if (self->proposed_on != NULL)
    mtr_record_set_text (member, MTR_MEMBER_JOINED_ON, self->proposed_on);
  g_ptr_array_add (records, member);

  if (known_portfolio != NULL)
    {
      MtrRecord *moved = mtr_record_copy (known_portfolio);

      mtr_record_set_number (moved, MTR_PORTFOLIO_PAIRING_ID, mtr_record_get_id (pairing));
      g_ptr_array_add (records, moved);
    }
  else if (mtr_pack_find_word (self->pack, MTR_WORDS_VIEWS, "portfolio") != NULL)
    {
      MtrRecord *portfolio = mtr_record_new (MTR_KIND_PORTFOLIO, new_id (new_id_data));

      mtr_record_set_number (portfolio, MTR_PORTFOLIO_PERSON_ID, ids[MTR_PROPOSAL_MENTEE]);
      mtr_record_set_number (portfolio, MTR_PORTFOLIO_PAIRING_ID, mtr_record_get_id (pairing));
      mtr_record_set_text (portfolio, MTR_PORTFOLIO_PACK, mtr_pack_get_id (self->pack));
      g_ptr_array_add (records, portfolio);
    }

  return records;
}

/**
 * mtr_proposal_get_pairing:
 * @records: (element-type MtrRecord): what mtr_proposal_make_records() made
 *
 * Returns: (transfer none): the pairing among them
 */
MtrRecord *
mtr_proposal_get_pairing (GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    if (mtr_record_get_kind (g_ptr_array_index (records, i)) == MTR_KIND_PAIRING)
      return g_ptr_array_index (records, i);

  g_return_val_if_reached (NULL);
}

/**
 * mtr_proposal_preview:
 * @self: a proposal
 * @records: (element-type MtrRecord): what mtr_proposal_make_records() made
 *
 * Returns: (transfer full): the file as it would be, for mtr_eligibility_check()
 */
MtrSnapshot *
mtr_proposal_preview (const MtrProposal *self,
                      GPtrArray         *records)
{
  MtrSnapshot *preview = mtr_snapshot_new (mtr_snapshot_get_audiences (self->programme));

  for (guint i = 0; i < mtr_snapshot_count (self->programme, MTR_KIND_PERSON); i++)
    mtr_snapshot_add (preview, mtr_snapshot_nth (self->programme, MTR_KIND_PERSON, i));
  for (guint i = 0; i < records->len; i++)
    mtr_snapshot_add (preview, g_ptr_array_index (records, i));

  return preview;
}

/**
 * mtr_proposal_add_to_change:
 * @self: a proposal
 * @records: (element-type MtrRecord): what mtr_proposal_make_records() made
 * @change: a change, which is to propose the pairing too
 */
void
mtr_proposal_add_to_change (const MtrProposal *self,
                            GPtrArray         *records,
                            MtrChange         *change)
{
  MtrRecord *known_portfolio = find_portfolio (self);

  for (guint i = 0; i < records->len; i++)
    {
      MtrRecord *record = g_ptr_array_index (records, i);

      if (known_portfolio != NULL && mtr_record_get_kind (record) == MTR_KIND_PORTFOLIO)
        mtr_change_set_number (change, MTR_PORTFOLIO_PAIRING_ID, mtr_record_get_id (record),
                               mtr_record_get_number (record, MTR_PORTFOLIO_PAIRING_ID));
      else
        mtr_change_insert (change, g_object_ref (record));
    }
}

/**
 * mtr_proposal_make_change:
 * @self: a proposal
 * @records: (element-type MtrRecord): what mtr_proposal_make_records() made
 *
 * Returns: (transfer full): the change that proposes the pairing, one undo
 */
MtrChange *
mtr_proposal_make_change (const MtrProposal *self,
                          GPtrArray         *records)
{
  MtrChange *change = mtr_change_new (_("propose a pairing"));

  mtr_proposal_add_to_change (self, records, change);

  return change;
}
