/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The life of a pairing and who is who in it. The same word means different
 * people in different schemes, so the roles here are those of the code; the
 * local words come from the pack.
 */

#include "mtr-pairing.h"

#include "mtr-agreement.h"
#include "mtr-group.h"
#include "mtr-messages.h"
#include "mtr-rules-private.h"

#include <string.h>

/* product.md, "The window": proposed → induction → active → (paused) → ended. Whatever has not ended may end:
 * ending is normal (rule 8). */
static const MtrPairingMove moves[] = {
  { MTR_PAIRING_PROPOSED,  MTR_PAIRING_INDUCTION, N_("Start with a first meeting") },
  { MTR_PAIRING_PROPOSED,  MTR_PAIRING_ENDED,     N_("End this pairing…") },
  { MTR_PAIRING_INDUCTION, MTR_PAIRING_ACTIVE,    N_("Begin the sessions") },
  { MTR_PAIRING_INDUCTION, MTR_PAIRING_ENDED,     N_("End this pairing…") },
  { MTR_PAIRING_ACTIVE,    MTR_PAIRING_PAUSED,    N_("Pause…") },
  { MTR_PAIRING_ACTIVE,    MTR_PAIRING_ENDED,     N_("End this pairing…") },
  { MTR_PAIRING_PAUSED,    MTR_PAIRING_ACTIVE,    N_("Carry on") },
  { MTR_PAIRING_PAUSED,    MTR_PAIRING_ENDED,     N_("End this pairing…") },
};

static const struct {
  const char *state;
  const char *label;
} state_labels[] = {
  { MTR_PAIRING_PROPOSED,  N_("Proposed") },
  { MTR_PAIRING_INDUCTION, N_("Induction") },
  { MTR_PAIRING_ACTIVE,    N_("Active") },
  { MTR_PAIRING_PAUSED,    N_("Paused") },
  { MTR_PAIRING_ENDED,     N_("Ended") },
};

/**
 * mtr_pairing_list_moves:
 * @pairing: a pairing
 *
 * Returns: (transfer container) (element-type MtrPairingMove): what may come next, the usual step first
 */
GPtrArray *
mtr_pairing_list_moves (MtrRecord *pairing)
{
  GPtrArray *found = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    if (mtr_record_text_is (pairing, MTR_PAIRING_STATE, moves[i].from))
      g_ptr_array_add (found, (gpointer) &moves[i]);

  return found;
}

/**
 * mtr_pairing_can_move:
 * @pairing: a pairing
 * @to: a state
 *
 * Returns: whether the life of a pairing has that step; mtr_pairing_list_problems() says what is still missing for it
 */
gboolean
mtr_pairing_can_move (MtrRecord  *pairing,
                      const char *to)
{
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    if (mtr_record_text_is (pairing, MTR_PAIRING_STATE, moves[i].from) && g_str_equal (moves[i].to, to))
      return TRUE;

  return FALSE;
}

static gboolean
pack_asks_for_mentor (MtrPack *pack)
{
  GPtrArray *requirements = mtr_pack_get_requirements (pack);

  for (guint i = 0; i < requirements->len; i++)
    if (((MtrRequirement *) g_ptr_array_index (requirements, i))->kind == MTR_REQUIREMENT_MENTOR)
      return TRUE;

  return FALSE;
}

/**
 * mtr_pairing_list_problems:
 * @pack: the pack of the pairing
 * @snapshot: the pairing and what belongs to it
 * @pairing: the pairing
 * @to: the state it is to have
 * @on: the ISO date on which it gets it
 *
 * What is missing before the step: a mentor where the pack asks for one, and for the sessions an agreement that both
 * have signed (product.md, rule 9).
 *
 * Returns: (transfer full) (element-type MtrProblem): each with the field to go to; empty when all is well
 */
GPtrArray *
mtr_pairing_list_problems (MtrPack     *pack,
                           MtrSnapshot *snapshot,
                           MtrRecord   *pairing,
                           const char  *to,
                           const char  *on)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_problem_free);
  gint64 id = mtr_record_get_id (pairing);
  gboolean begins = g_str_equal (to, MTR_PAIRING_INDUCTION) || g_str_equal (to, MTR_PAIRING_ACTIVE);
  const char *begin = mtr_pairing_get_begin (pairing);

  if (!mtr_pairing_can_move (pairing, to))
    {
      const char *state = mtr_record_get_text (pairing, MTR_PAIRING_STATE);

      g_ptr_array_add (problems,
                       /* Translators: both are states of a pairing, "Ended", "Active" */
                       mtr_problem_new (MTR_PAIRING_STATE, id, FALSE, _("“%s” is not followed by “%s”. Choose another step."),
                                        mtr_pairing_get_state_label (state), mtr_pairing_get_state_label (to)));
      return problems;
    }

  if (begins && !mtr_record_is_set (pairing, MTR_PAIRING_MENTOR_ID) && pack_asks_for_mentor (pack))
    {
      g_autofree char *mentees = mtr_pairing_dup_who (snapshot, id);

      g_ptr_array_add (problems, mtr_problem_new (MTR_PAIRING_MENTOR_ID, id, FALSE,
                                                  _("%s has no mentor. Choose one first."), mentees));
    }

  if (g_str_equal (to, MTR_PAIRING_ACTIVE) && mtr_agreement_find_signed (snapshot, id) == NULL)
    {
      MtrRecord *agreement = mtr_agreement_find_current (snapshot, id);

      g_ptr_array_add (problems,
                       mtr_problem_new (MTR_AGREEMENT_BETWEEN_US, agreement != NULL ? mtr_record_get_id (agreement) : 0,
                                        FALSE, _("The sessions begin when both have signed an agreement.")));
    }

  if (g_str_equal (to, MTR_PAIRING_ENDED) && begin != NULL && strcmp (on, begin) < 0)
    {
      g_autofree char *date = mtr_rules_dup_long_date (begin);

      g_ptr_array_add (problems,
                       mtr_problem_new (MTR_PAIRING_ENDED_ON, id, FALSE,
                                        _("This is before the pairing began (%s). Choose a later day."), date));
    }

  return problems;
}

/**
 * mtr_pairing_move:
 * @pairing: a pairing
 * @to: the state it gets; one that mtr_pairing_can_move() allows
 * @on: the ISO date on which it gets it
 *
 * Returns: (transfer full): the change
 */
MtrChange *
mtr_pairing_move (MtrRecord  *pairing,
                  const char *to,
                  const char *on)
{
  gint64 id = mtr_record_get_id (pairing);
  MtrChange *change;

  g_return_val_if_fail (mtr_pairing_can_move (pairing, to), NULL);

  if (g_str_equal (to, MTR_PAIRING_ENDED))
    change = mtr_change_new (_("end the pairing"));
  else if (g_str_equal (to, MTR_PAIRING_PAUSED))
    change = mtr_change_new (_("pause the pairing"));
  else if (mtr_record_text_is (pairing, MTR_PAIRING_STATE, MTR_PAIRING_PAUSED))
    change = mtr_change_new (_("carry on with the pairing"));
  else
    change = mtr_change_new (_("begin the pairing"));

  mtr_change_set_text (change, MTR_PAIRING_STATE, id, to);
  if (g_str_equal (to, MTR_PAIRING_ENDED))
    mtr_change_set_text (change, MTR_PAIRING_ENDED_ON, id, on);
  else if (g_str_equal (to, MTR_PAIRING_PAUSED))
    mtr_change_set_text (change, MTR_PAIRING_PAUSED_ON, id, on);
  else
    {
      if (!mtr_record_is_set (pairing, MTR_PAIRING_STARTED_ON))
        mtr_change_set_text (change, MTR_PAIRING_STARTED_ON, id, on);
      if (mtr_record_is_set (pairing, MTR_PAIRING_PAUSED_ON))
        mtr_change_clear (change, MTR_PAIRING_PAUSED_ON, id);
    }

  return change;
}

/**
 * mtr_pairing_is_running:
 * @pairing: a pairing
 *
 * Paused and ended pairings raise no reasons (screens.md, section 2).
 *
 * Returns: whether it is neither paused nor ended
 */
gboolean
mtr_pairing_is_running (MtrRecord *pairing)
{
  return !mtr_record_text_is (pairing, MTR_PAIRING_STATE, MTR_PAIRING_PAUSED) &&
         !mtr_record_text_is (pairing, MTR_PAIRING_STATE, MTR_PAIRING_ENDED);
}

/**
 * mtr_pairing_get_state_label:
 * @state: (nullable): a state
 *
 * Returns: (transfer none): its word, "Active"; the code itself where it is not one of ours
 */
const char *
mtr_pairing_get_state_label (const char *state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (state_labels); i++)
    if (g_strcmp0 (state, state_labels[i].state) == 0)
      return _(state_labels[i].label);

  return state != NULL ? state : "";
}

static gboolean
is_member_on (MtrRecord  *member,
              const char *on)
{
  return on != NULL ? mtr_group_is_within (member, on) : !mtr_record_is_set (member, MTR_MEMBER_LEFT_ON);
}

/**
 * mtr_pairing_list_mentees:
 * @snapshot: the pairing and its members
 * @pairing_id: the pairing
 * @on: (nullable): an ISO date, both ends of a membership included; %NULL: those who have not left
 *
 * Returns: (transfer container) (element-type MtrRecord): the memberships (not the people) of its mentees
 */
GPtrArray *
mtr_pairing_list_mentees (MtrSnapshot *snapshot,
                          gint64       pairing_id,
                          const char  *on)
{
  g_autoptr (GPtrArray) members = mtr_snapshot_list_where (snapshot, MTR_KIND_MEMBER, MTR_MEMBER_PAIRING_ID, pairing_id);
  GPtrArray *mentees = g_ptr_array_new ();

  for (guint i = 0; i < members->len; i++)
    {
      MtrRecord *member = g_ptr_array_index (members, i);

      if (mtr_record_text_is (member, MTR_MEMBER_ROLE, MTR_ROLE_MENTEE) && is_member_on (member, on))
        g_ptr_array_add (mentees, member);
    }

  return mentees;
}

/**
 * mtr_pairing_get_mentee:
 * @snapshot: the pairing and its members
 * @pairing_id: the pairing
 *
 * Returns: the person who is the first mentee that has not left, or else the first there ever was; 0 for nobody
 */
gint64
mtr_pairing_get_mentee (MtrSnapshot *snapshot,
                        gint64       pairing_id)
{
  g_autoptr (GPtrArray) mentees = mtr_pairing_list_mentees (snapshot, pairing_id, NULL);

  if (mentees->len > 0)
    return mtr_record_get_number (g_ptr_array_index (mentees, 0), MTR_MEMBER_PERSON_ID);

  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_MEMBER); i++)
    {
      MtrRecord *member = mtr_snapshot_nth (snapshot, MTR_KIND_MEMBER, i);

      if (mtr_record_get_number (member, MTR_MEMBER_PAIRING_ID) == pairing_id &&
          mtr_record_text_is (member, MTR_MEMBER_ROLE, MTR_ROLE_MENTEE))
        return mtr_record_get_number (member, MTR_MEMBER_PERSON_ID);
    }

  return 0;
}

/**
 * mtr_pairing_get_line_manager:
 * @snapshot: the pairing and its people
 * @pairing: the pairing
 *
 * Returns: the line manager that the pairing names, or else that of its first mentee; 0 where neither is known
 */
gint64
mtr_pairing_get_line_manager (MtrSnapshot *snapshot,
                              MtrRecord   *pairing)
{
  MtrRecord *mentee;

  if (mtr_record_is_set (pairing, MTR_PAIRING_LINE_MANAGER_ID))
    return mtr_record_get_number (pairing, MTR_PAIRING_LINE_MANAGER_ID);

  mentee = mtr_snapshot_get (snapshot, MTR_KIND_PERSON,
                             mtr_pairing_get_mentee (snapshot, mtr_record_get_id (pairing)));

  return mentee != NULL ? mtr_record_get_number (mentee, MTR_PERSON_LINE_MANAGER_ID) : 0;
}

/**
 * mtr_pairing_list_roles:
 * @snapshot: the pairing and its members
 * @pairing: the pairing
 * @person_id: a person
 * @on: (nullable): an ISO date; %NULL: now, that is, who has not left
 *
 * One person may have several roles, and is shown in each of them (screens.md, section 3).
 *
 * Returns: (transfer container) (element-type utf8): codes of roles, as in %MTR_ROLE_MENTOR; empty for a stranger
 */
GPtrArray *
mtr_pairing_list_roles (MtrSnapshot *snapshot,
                        MtrRecord   *pairing,
                        gint64       person_id,
                        const char  *on)
{
  g_autoptr (GPtrArray) members = mtr_snapshot_list_where (snapshot, MTR_KIND_MEMBER, MTR_MEMBER_PAIRING_ID,
                                                           mtr_record_get_id (pairing));
  GPtrArray *roles = g_ptr_array_new ();
  static const char * const member_roles[] = { MTR_ROLE_MENTEE, MTR_ROLE_OBSERVER };

  if (person_id == 0)
    return roles;

  if (mtr_record_get_number (pairing, MTR_PAIRING_MENTOR_ID) == person_id)
    g_ptr_array_add (roles, (gpointer) MTR_ROLE_MENTOR);
  for (gsize r = 0; r < G_N_ELEMENTS (member_roles); r++)
    for (guint i = 0; i < members->len; i++)
      {
        MtrRecord *member = g_ptr_array_index (members, i);

        if (mtr_record_get_number (member, MTR_MEMBER_PERSON_ID) == person_id &&
            mtr_record_text_is (member, MTR_MEMBER_ROLE, member_roles[r]) && is_member_on (member, on))
          {
            g_ptr_array_add (roles, (gpointer) member_roles[r]);
            break;
          }
      }
  if (mtr_pairing_get_line_manager (snapshot, pairing) == person_id)
    g_ptr_array_add (roles, (gpointer) MTR_ROLE_LINE_MANAGER);
  if (mtr_record_get_number (pairing, MTR_PAIRING_TALK_TO_ID) == person_id)
    g_ptr_array_add (roles, (gpointer) MTR_ROLE_TALK_TO);

  return roles;
}

/**
 * mtr_pairing_dup_mentees:
 * @snapshot: the pairing and its people
 * @pairing_id: the pairing
 *
 * Returns: (transfer full): "Amara", or "Amara, Bisi and Callum"; those who have left are named only where nobody stayed
 */
char *
mtr_pairing_dup_mentees (MtrSnapshot *snapshot,
                         gint64       pairing_id)
{
  g_autoptr (GPtrArray) mentees = mtr_pairing_list_mentees (snapshot, pairing_id, NULL);
  GString *names = g_string_new (NULL);

  if (mentees->len == 0)
    {
      gint64 mentee = mtr_pairing_get_mentee (snapshot, pairing_id);

      g_string_append (names, mtr_rules_get_name (snapshot, mentee));
      return g_string_free (names, FALSE);
    }

  for (guint i = 0; i < mentees->len; i++)
    {
      gint64 person = mtr_record_get_number (g_ptr_array_index (mentees, i), MTR_MEMBER_PERSON_ID);

      if (i > 0)
        /* Translators: between the names of a list; the first before the last name, the second before the others */
        g_string_append (names, i == mentees->len - 1 ? _(" and ") : _(", "));
      g_string_append (names, mtr_rules_get_name (snapshot, person));
    }

  return g_string_free (names, FALSE);
}

/**
 * mtr_pairing_dup_who:
 * @snapshot: the pairing and its people
 * @pairing_id: the pairing
 *
 * Returns: (transfer full): who is mentored: the name of a group that has one, else the names as
 *   mtr_pairing_dup_mentees() gives them
 */
char *
mtr_pairing_dup_who (MtrSnapshot *snapshot,
                     gint64       pairing_id)
{
  MtrRecord *pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, pairing_id);

  if (pairing != NULL && mtr_group_is_group (pairing) && mtr_record_is_set (pairing, MTR_PAIRING_TITLE))
    return g_strdup (mtr_record_get_name (pairing, MTR_PAIRING_TITLE));

  return mtr_pairing_dup_mentees (snapshot, pairing_id);
}

/**
 * mtr_pairing_dup_title:
 * @snapshot: the pairing and its people
 * @pairing_id: the pairing
 *
 * Returns: (transfer full): what the pairing is called: "Amara with Tomasz", "Thursday group with Tomasz"; the mentees
 *   alone where there is no mentor
 */
char *
mtr_pairing_dup_title (MtrSnapshot *snapshot,
                       gint64       pairing_id)
{
  MtrRecord *pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, pairing_id);
  g_autofree char *mentees = mtr_pairing_dup_who (snapshot, pairing_id);

  if (pairing == NULL || !mtr_record_is_set (pairing, MTR_PAIRING_MENTOR_ID))
    return g_steal_pointer (&mentees);

  /* Translators: the name of a pairing: mentees, then mentor */
  return g_strdup_printf (_("%s with %s"), mentees,
                          mtr_rules_get_name (snapshot, mtr_record_get_number (pairing, MTR_PAIRING_MENTOR_ID)));
}

/**
 * mtr_pairing_dup_state:
 * @pairing: a pairing
 *
 * Returns: (transfer full): its state in one sentence, as the top of its page says it
 */
char *
mtr_pairing_dup_state (MtrRecord *pairing)
{
  static const struct {
    const char *state;
    MtrField    since;
    const char *dated;
    const char *undated;
  } sentences[] = {
    { MTR_PAIRING_PROPOSED,  MTR_PAIRING_PROPOSED_ON, N_("Proposed on %s."),  N_("Proposed.") },
    { MTR_PAIRING_INDUCTION, MTR_PAIRING_STARTED_ON,  N_("Induction since %s."), N_("Induction.") },
    { MTR_PAIRING_ACTIVE,    MTR_PAIRING_STARTED_ON,  N_("Active since %s."), N_("Active.") },
    { MTR_PAIRING_PAUSED,    MTR_PAIRING_PAUSED_ON,   N_("Paused since %s. Nothing is asked of you meanwhile."),
                                                      N_("Paused. Nothing is asked of you meanwhile.") },
    { MTR_PAIRING_ENDED,     MTR_PAIRING_ENDED_ON,    N_("Ended %s. You can read everything; nothing can be added."),
                                                      N_("Ended. You can read everything; nothing can be added.") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (mtr_record_text_is (pairing, MTR_PAIRING_STATE, sentences[i].state))
      {
        const char *since = mtr_record_get_text (pairing, sentences[i].since);
        g_autofree char *date = since != NULL ? mtr_rules_dup_long_date (since) : NULL;
        g_autoptr (GString) sentence = NULL;

        if (date == NULL)
          return g_strdup (_(sentences[i].undated));
        sentence = g_string_new (_(sentences[i].dated));
        g_string_replace (sentence, "%s", date, 1);
        return g_strdup (sentence->str);
      }

  return g_strdup ("");
}

/**
 * mtr_pairing_get_begin:
 * @pairing: a pairing
 *
 * Returns: (transfer none) (nullable): the ISO date it began, or else was proposed
 */
const char *
mtr_pairing_get_begin (MtrRecord *pairing)
{
  const char *started = mtr_record_get_text (pairing, MTR_PAIRING_STARTED_ON);

  return started != NULL ? started : mtr_record_get_text (pairing, MTR_PAIRING_PROPOSED_ON);
}

/**
 * mtr_pairing_get_present:
 * @snapshot: the pairing of the portfolio
 * @portfolio: a portfolio
 *
 * A change of mentor is a new pairing, and the portfolio stays with the mentee (product.md, rule 8).
 *
 * Returns: (transfer none) (nullable): the pairing in which the portfolio is worked on now
 */
MtrRecord *
mtr_pairing_get_present (MtrSnapshot *snapshot,
                         MtrRecord   *portfolio)
{
  return mtr_snapshot_follow (snapshot, portfolio, MTR_PORTFOLIO_PAIRING_ID);
}
