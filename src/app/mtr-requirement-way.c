/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From something that is asked for and not there yet to the place where it is
 * met: the verb of its button, what stands under it, and the page that the
 * button opens. The same from the portfolio, from a pairing and from Today.
 */

#include "mtr-requirement-way.h"

#include "mtr-date.h"

#include <glib/gi18n-lib.h>

/* The verb of each kind of requirement, and the command that opens the page where there is no record to go to yet. */
static const struct {
  const char *verb;
  const char *command;  /* (nullable): of the page of the pairing; %s: the code of the requirement */
} ways[] = {
  [MTR_REQUIREMENT_MENTOR] = { N_("Choose"), NULL },
  [MTR_REQUIREMENT_ELIGIBILITY] = { N_("Find out"), NULL },
  [MTR_REQUIREMENT_AGREEMENT] = { N_("Agree"), NULL },
  [MTR_REQUIREMENT_OBSERVATIONS] = { N_("Open"), "plan-observation" },
  [MTR_REQUIREMENT_EVIDENCE_IN_AREAS] = { N_("Add evidence"), NULL },
  [MTR_REQUIREMENT_EVIDENCE_OF_KIND] = { N_("Add evidence"), NULL },
  [MTR_REQUIREMENT_RATIONALES] = { N_("Write them"), NULL },
  [MTR_REQUIREMENT_REPORT] = { N_("Open"), NULL },
  [MTR_REQUIREMENT_REPORT_COMMENT] = { N_("Write"), NULL },
  [MTR_REQUIREMENT_CHECKED_FOR_NAMES] = { N_("Check"), NULL },
  [MTR_REQUIREMENT_OBSERVATIONS_BY_MENTOR] = { N_("Plan one"), "plan-observation" },
  [MTR_REQUIREMENT_REVIEWS] = { N_("Review"), "review:%s" },
  [MTR_REQUIREMENT_GOALS] = { N_("Add a goal"), NULL },
  [MTR_REQUIREMENT_PLAN] = { N_("Plan"), NULL },
  [MTR_REQUIREMENT_SCHEDULE] = { N_("Agree"), NULL },
  [MTR_REQUIREMENT_SELF_ASSESSMENTS] = { N_("Assess"), NULL },
  [MTR_REQUIREMENT_EVALUATIONS] = { N_("Look back"), NULL },
  [MTR_REQUIREMENT_LEARNING_RECORDS] = { N_("Write it down"), NULL },
  [MTR_REQUIREMENT_LEARNING_HOURS] = { N_("Write it down"), NULL },
  [MTR_REQUIREMENT_PROTECTION_HOURS] = { N_("Write it down"), NULL },
  [MTR_REQUIREMENT_LEARNING_IN_AREAS] = { N_("Write it down"), NULL },
  [MTR_REQUIREMENT_LEARNING_REVIEW] = { N_("Review"), "review-learning" },
  [MTR_REQUIREMENT_SUBMISSION] = { N_("Open"), NULL },
};

/**
 * mtr_requirement_way_get_verb:
 * @result: something that is asked for
 *
 * Returns: (transfer none): what the button of its row says
 */
const char *
mtr_requirement_way_get_verb (const MtrRequirementResult *result)
{
  const char *verb = result->requirement->kind < G_N_ELEMENTS (ways) ? ways[result->requirement->kind].verb : NULL;

  /* The day of registration is somebody’s profile, whatever is asked for. */
  if (result->kind == MTR_KIND_PERSON)
    return _("Find out");

  return verb != NULL ? _(verb) : _("Open");
}

static void
append (GString    *text,
        const char *separator,
        const char *words)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", words);
}

/**
 * mtr_requirement_way_dup_subtitle:
 * @result: something that is asked for and not met
 * @snapshot: the people
 * @today: the present date
 *
 * Returns: (transfer full): why, whose turn it is and since when, or from when it is due
 */
char *
mtr_requirement_way_dup_subtitle (const MtrRequirementResult *result,
                                  MtrSnapshot                *snapshot,
                                  const GDate                *today)
{
  MtrRecord *person = mtr_snapshot_get (snapshot, MTR_KIND_PERSON, result->person_id);
  g_autoptr (GString) subtitle = g_string_new (result->reason);
  GDate date;

  if (result->turn == MTR_TURN_OTHERS && person != NULL)
    append (subtitle, " · ", mtr_record_get_name (person, MTR_PERSON_NAME));
  if (result->turn == MTR_TURN_OTHERS && result->since_on != NULL && mtr_date_from_iso (result->since_on, &date))
    {
      g_autofree char *since = mtr_date_format_since (&date, today);

      append (subtitle, ", ", since);
    }
  if (result->turn == MTR_TURN_LATER && result->due_on != NULL && mtr_date_from_iso (result->due_on, &date))
    {
      g_autofree char *due = mtr_date_format (&date, MTR_DATE_STYLE_LONG);
      /* Translators: %s is a date. */
      g_autofree char *words = g_strdup_printf (_("due from %s"), due);

      append (subtitle, " · ", words);
    }

  return g_string_free (g_steal_pointer (&subtitle), FALSE);
}

/**
 * mtr_requirement_way_go:
 * @result: something that is asked for
 * @window: the window
 * @pairing_id: the pairing it was asked in
 *
 * Opens the page where it is met.
 */
void
mtr_requirement_way_go (const MtrRequirementResult *result,
                        MtrWindow                  *window,
                        gint64                      pairing_id)
{
  const char *command = result->requirement->kind < G_N_ELEMENTS (ways) ? ways[result->requirement->kind].command : NULL;

  if (command != NULL && result->id == 0)
    {
      g_autoptr (GString) words = g_string_new (command);

      g_string_replace (words, "%s", result->requirement->code != NULL ? result->requirement->code : "", 1);
      mtr_window_open_pairing (window, pairing_id);
      mtr_page_command (mtr_window_get_page (window), words->str);
      return;
    }

  /* An evaluation that nobody has begun is known by who is asked. */
  mtr_window_go_to (window, result->kind == MTR_KIND_PERSON ? 0 : pairing_id, result->kind,
                    result->kind == MTR_KIND_EVALUATION && result->id == 0 ? result->person_id : result->id,
                    result->field);
}
