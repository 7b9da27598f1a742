/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Packs and snapshots for tests, in few words. The pack is small enough to
 * work everything out by hand: areas 1, 2 and 8; one formative and two direct
 * observations; every kind of requirement and of rule.
 */

#include "mtr-test-records.h"

#include "mtr-date.h"

#include <stdarg.h>

static void
take_area (MtrPack    *pack,
           const char *code,
           const char *area,
           const char *title)
{
  MtrStandard *standard = g_new0 (MtrStandard, 1);

  standard->code = g_strdup (code);
  standard->area = g_strdup (area);
  standard->title = g_strdup (title);
  mtr_pack_take_standard (pack, standard);
}

static void
take_requirement (MtrPack            *pack,
                  MtrRequirementKind  kind,
                  const char         *id,
                  const char         *title,
                  const char         *code,
                  int                 amount,
                  int                 due_months)
{
  MtrRequirement *requirement = g_new0 (MtrRequirement, 1);

  requirement->kind = kind;
  requirement->id = g_strdup (id);
  requirement->title = g_strdup (title);
  requirement->code = g_strdup (code);
  requirement->amount = amount;
  requirement->due_months = due_months;
  mtr_pack_take_requirement (pack, requirement);
}

static void
take_rule (MtrPack     *pack,
           MtrRuleKind  kind,
           const char  *title,
           int          amount,
           gboolean     warns)
{
  MtrRule *rule = g_new0 (MtrRule, 1);

  rule->kind = kind;
  rule->title = g_strdup (title);
  rule->amount = amount;
  rule->warns = warns;
  mtr_pack_take_rule (pack, rule);
}

static void
take_kind (MtrPack    *pack,
           const char *code,
           const char *title,
           const char *column,
           gboolean    meets_area)
{
  MtrEvidenceKind *kind = g_new0 (MtrEvidenceKind, 1);

  kind->code = g_strdup (code);
  kind->title = g_strdup (title);
  kind->column = g_strdup (column);
  kind->meets_area = meets_area;
  mtr_pack_take_evidence_kind (pack, kind);
}

static void
take_type (MtrPack    *pack,
           const char *code,
           const char *title,
           const char *numbered,
           guint       asked,
           gboolean    judged,
           gboolean    first)
{
  MtrObservationType *type = g_new0 (MtrObservationType, 1);

  type->code = g_strdup (code);
  type->title = g_strdup (title);
  type->numbered = g_strdup (numbered);
  type->asked = asked;
  type->judged = judged;
  type->first = first;
  mtr_pack_take_observation_type (pack, type);
}

static void
take_word (MtrPack     *pack,
           MtrWordList  list,
           const char  *code,
           const char  *title,
           gboolean     flag)
{
  MtrWord *word = g_new0 (MtrWord, 1);

  word->code = g_strdup (code);
  word->title = g_strdup (title);
  word->flag = flag;
  mtr_pack_take_list_word (pack, list, word);
}

/**
 * mtr_test_pack_new:
 *
 * Returns: (transfer full): the pack "test"
 */
MtrPack *
mtr_test_pack_new (void)
{
  static const MtrTimeFrame frame = {
    .agreement_days = 21,
    .interval_days = 28,
    .session_minutes = 60,
    .silence_percent = 150,
    .signature_days = 7,
    .reflection_days = 5,
    .review_months = 6,
    .old_evidence_months = 12,
    .duration_months = 12,
  };
  g_autoptr (GBytes) source = g_bytes_new_static ("<pack/>", 7);
  MtrPack *pack = mtr_pack_new (source);

  mtr_pack_set_text (pack, "id", "test");
  mtr_pack_set_text (pack, "version", "1");
  mtr_pack_set_text (pack, "title", "Test");
  mtr_pack_set_time_frame (pack, &frame);

  take_area (pack, "1", "1", "Values and ethics");
  take_area (pack, "2", "2", "Influence");
  take_area (pack, "2.1", "2", "Speaks up");
  take_area (pack, "8", "8", "Performance management and improvement");

  take_type (pack, "formative", "Initial formative observation", NULL, 1, FALSE, TRUE);
  take_type (pack, "direct", "Direct observation", "Direct observation %1$d of %2$d", 2, TRUE, FALSE);

  take_word (pack, MTR_WORDS_EVIDENCE_COLUMNS, "observations", "Observations", FALSE);
  take_word (pack, MTR_WORDS_EVIDENCE_COLUMNS, "supervisees", "Supervisee feedback", FALSE);
  take_word (pack, MTR_WORDS_EVIDENCE_COLUMNS, "papers", "Papers", FALSE);
  take_kind (pack, "observation", "Observation", "observations", FALSE);
  take_kind (pack, "supervisee-feedback", "Feedback from supervisees", "supervisees", FALSE);
  take_kind (pack, "document", "Document", "papers", FALSE);
  take_kind (pack, "prior-accreditation", "Prior accreditation", "papers", TRUE);

  take_word (pack, MTR_WORDS_SESSION_KINDS, "mentoring", "Mentoring", FALSE);
  take_word (pack, MTR_WORDS_SESSION_KINDS, "first-meeting", "First meeting", TRUE);
  take_word (pack, MTR_WORDS_SESSION_KINDS, "peer-group", "Peer group", FALSE);

  take_rule (pack, MTR_RULE_REGISTERED, "Registered social worker", 0, FALSE);
  take_rule (pack, MTR_RULE_SUPERVISORY_MONTHS, "Two years in a supervisory role", 24, FALSE);
  take_rule (pack, MTR_RULE_NOT_LINE_MANAGER, "Not the line manager", 0, TRUE);

  take_requirement (pack, MTR_REQUIREMENT_MENTOR, "mentor", "A mentor", NULL, 1, 0);
  take_requirement (pack, MTR_REQUIREMENT_ELIGIBILITY, "eligibility", "A mentor who may mentor", NULL, 1, 0);
  take_requirement (pack, MTR_REQUIREMENT_AGREEMENT, "agreement", "A signed agreement", NULL, 1, 0);
  take_requirement (pack, MTR_REQUIREMENT_OBSERVATIONS, "formative", "A signed formative observation", "formative", 1, 2);
  take_requirement (pack, MTR_REQUIREMENT_OBSERVATIONS, "direct", "Two signed direct observations", "direct", 2, 8);
  take_requirement (pack, MTR_REQUIREMENT_EVIDENCE_IN_AREAS, "areas", "Evidence in every area", NULL, 1, 0);
  take_requirement (pack, MTR_REQUIREMENT_EVIDENCE_OF_KIND, "supervisees", "Feedback from supervisees",
                    "supervisee-feedback", 1, 6);
  take_requirement (pack, MTR_REQUIREMENT_RATIONALES, "rationales", "A reason for every link", NULL, 1, 0);
  take_requirement (pack, MTR_REQUIREMENT_REPORT, "report", "The mentor's report", NULL, 1, 10);
  take_requirement (pack, MTR_REQUIREMENT_REPORT_COMMENT, "comment", "A comment on the report", NULL, 1, 10);
  take_requirement (pack, MTR_REQUIREMENT_CHECKED_FOR_NAMES, "names", "Read for names", NULL, 1, 10);

  return pack;
}

/**
 * mtr_test_set:
 * @record: a record
 * @field: a field of it, of any type
 * @value: (nullable): the value as text; %NULL empties the field
 */
void
mtr_test_set (MtrRecord  *record,
              MtrField    field,
              const char *value)
{
  if (value == NULL)
    mtr_record_clear (record, field);
  else if (mtr_field_is_number (field))
    mtr_record_set_number (record, field, g_ascii_strtoll (value, NULL, 10));
  else
    mtr_record_set_text (record, field, value);
}

/**
 * mtr_test_set_in:
 * @snapshot: a snapshot; a test may do what nobody else may, and change a record that is in it
 * @field: a field, which also says the kind of the record
 * @id: the record
 * @value: (nullable): the value as text
 */
void
mtr_test_set_in (MtrSnapshot *snapshot,
                 MtrField     field,
                 gint64       id,
                 const char  *value)
{
  MtrRecord *record = mtr_snapshot_get (snapshot, mtr_field_get_info (field)->kind, id);

  g_assert_nonnull (record);
  mtr_test_set (record, field, value);
}

/**
 * mtr_test_record:
 * @snapshot: where it is added
 * @kind: what kind of record
 * @id: its id
 * @...: pairs of a #MtrField and its value as text, closed by %MTR_FIELD_NONE
 *
 * Returns: (transfer none): the record
 */
MtrRecord *
mtr_test_record (MtrSnapshot *snapshot,
                 MtrKind      kind,
                 gint64       id,
                 ...)
{
  g_autoptr (MtrRecord) record = mtr_record_new (kind, id);
  va_list arguments;

  va_start (arguments, id);
  for (int field = va_arg (arguments, int); field != MTR_FIELD_NONE; field = va_arg (arguments, int))
    mtr_test_set (record, field, va_arg (arguments, const char *));
  va_end (arguments);
  mtr_snapshot_add (snapshot, record);

  return mtr_snapshot_get (snapshot, kind, id);
}

/**
 * mtr_test_snapshot_new:
 *
 * Returns: (transfer full): an active pairing with a signed agreement and an empty portfolio
 */
MtrSnapshot *
mtr_test_snapshot_new (void)
{
  MtrSnapshot *snapshot = mtr_snapshot_new (MTR_READER_OWNER);

  mtr_test_record (snapshot, MTR_KIND_PERSON, MTR_TEST_SUPERVISOR, MTR_PERSON_NAME, "Supervisor A",
                   MTR_PERSON_LINE_MANAGER_ID, "3", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_PERSON, MTR_TEST_MENTOR, MTR_PERSON_NAME, "Mentor B", MTR_PERSON_REGISTERED, "1",
                   MTR_PERSON_REGISTERED_SEEN_ON, "2026-02-01", MTR_PERSON_SUPERVISORY_MONTHS, "30", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_PERSON, MTR_TEST_MANAGER, MTR_PERSON_NAME, "Manager C", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_PERSON, MTR_TEST_LEAD, MTR_PERSON_NAME, "Lead D", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_PAIRING, MTR_TEST_PAIRING, MTR_PAIRING_PACK, "test", MTR_PAIRING_STATE, "active",
                   MTR_PAIRING_MENTOR_ID, "2", MTR_PAIRING_LINE_MANAGER_ID, "3", MTR_PAIRING_PROPOSED_ON, "2026-01-20",
                   MTR_PAIRING_STARTED_ON, "2026-02-03", MTR_PAIRING_INTERVAL_DAYS, "21", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_MEMBER, MTR_TEST_MEMBER, MTR_MEMBER_PAIRING_ID, "10", MTR_MEMBER_PERSON_ID, "1",
                   MTR_MEMBER_ROLE, "mentee", MTR_MEMBER_JOINED_ON, "2026-02-03", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_AGREEMENT, MTR_TEST_AGREEMENT, MTR_AGREEMENT_PAIRING_ID, "10",
                   MTR_AGREEMENT_VERSION, "1", MTR_AGREEMENT_BETWEEN_US, "What we talk about",
                   MTR_AGREEMENT_LIMITS, "Safeguarding", MTR_AGREEMENT_MANAGER_RECEIVES, "Dates and hours",
                   MTR_AGREEMENT_MENTOR_SIGNED_AT, "2026-02-10T10:00:00Z",
                   MTR_AGREEMENT_MENTEE_SIGNED_AT, "2026-02-10T10:05:00Z",
                   MTR_AGREEMENT_SEALED_AT, "2026-02-10T10:05:00Z", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_PORTFOLIO, MTR_TEST_PORTFOLIO, MTR_PORTFOLIO_PERSON_ID, "1",
                   MTR_PORTFOLIO_PAIRING_ID, "10", MTR_PORTFOLIO_PACK, "test", MTR_PORTFOLIO_STARTED_ON, "2026-02-03",
                   MTR_FIELD_NONE);

  return snapshot;
}

/**
 * mtr_test_observation:
 * @snapshot: where it is added
 * @id: its id
 * @type: "formative" or "direct"
 * @held_on: its ISO date
 * @step: the step it is at, up to %MTR_OBSERVATION_STEP_SEALED: everything before it is done
 *
 * Returns: (transfer none): an observation of Supervisor A by Mentor B; consent was given on its day, the feedback and
 *   the reflection on its day too
 */
MtrRecord *
mtr_test_observation (MtrSnapshot        *snapshot,
                      gint64              id,
                      const char         *type,
                      const char         *held_on,
                      MtrObservationStep  step)
{
  static const struct {
    MtrObservationStep after;
    MtrField           field;
    const char        *value;  /* NULL: the day; "": a moment of the day */
  } values[] = {
    { MTR_OBSERVATION_STEP_PLAN,       MTR_OBSERVATION_PLAN_AGREED_ON,       NULL },
    { MTR_OBSERVATION_STEP_CONSENT,    MTR_OBSERVATION_CONSENT_STATE,        MTR_CONSENT_GIVEN },
    { MTR_OBSERVATION_STEP_CONSENT,    MTR_OBSERVATION_CONSENT_ON,           NULL },
    { MTR_OBSERVATION_STEP_CONSENT,    MTR_OBSERVATION_CONSENT_FROM,         "The supervisee" },
    { MTR_OBSERVATION_STEP_OBSERVE,    MTR_OBSERVATION_OBSERVED_AT,          "" },
    { MTR_OBSERVATION_STEP_FEEDBACK,   MTR_OBSERVATION_STRENGTHS,            "Calm" },
    { MTR_OBSERVATION_STEP_FEEDBACK,   MTR_OBSERVATION_TO_DEVELOP,           "Silence" },
    { MTR_OBSERVATION_STEP_FEEDBACK,   MTR_OBSERVATION_FEEDBACK_GIVEN_ON,    NULL },
    { MTR_OBSERVATION_STEP_FEEDBACK,   MTR_OBSERVATION_FEEDBACK_PASSED_AT,   "" },
    { MTR_OBSERVATION_STEP_REFLECTION, MTR_OBSERVATION_REFLECTION,           "I rushed" },
    { MTR_OBSERVATION_STEP_REFLECTION, MTR_OBSERVATION_REFLECTION_SHARED_AT, "" },
    { MTR_OBSERVATION_STEP_SIGN,       MTR_OBSERVATION_OBSERVER_SIGNED_AT,   "" },
    { MTR_OBSERVATION_STEP_SIGN,       MTR_OBSERVATION_OBSERVED_SIGNED_AT,   "" },
    { MTR_OBSERVATION_STEP_SIGN,       MTR_OBSERVATION_SEALED_AT,            "" },
  };
  g_autofree char *moment = g_strconcat (held_on, "T12:00:00Z", NULL);
  MtrRecord *observation = mtr_test_record (snapshot, MTR_KIND_OBSERVATION, id, MTR_OBSERVATION_PAIRING_ID, "10",
                                            MTR_OBSERVATION_TYPE, type, MTR_OBSERVATION_OBSERVED_ID, "1",
                                            MTR_OBSERVATION_OBSERVER_ID, "2", MTR_OBSERVATION_HELD_ON, held_on,
                                            MTR_FIELD_NONE);

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i].after < step)
      mtr_test_set (observation, values[i].field,
                    values[i].value == NULL ? held_on : *values[i].value == '\0' ? moment : values[i].value);

  return observation;
}

/**
 * mtr_test_evidence:
 * @snapshot: where it is added
 * @id: its id; the number is @id - 100, and its links have the ids @id * 100 and the following
 * @kind: the kind of evidence
 * @happened_on: its ISO date
 * @areas: codes of standards separated by one space; each link has a reason
 *
 * Returns: (transfer none): an item that goes in
 */
MtrRecord *
mtr_test_evidence (MtrSnapshot *snapshot,
                   gint64       id,
                   const char  *kind,
                   const char  *happened_on,
                   const char  *areas)
{
  g_auto (GStrv) codes = g_strsplit (areas, " ", -1);
  g_autofree char *number = g_strdup_printf ("%d", (int) id - 100);
  g_autofree char *evidence_id = g_strdup_printf ("%d", (int) id);
  MtrRecord *evidence = mtr_test_record (snapshot, MTR_KIND_EVIDENCE, id, MTR_EVIDENCE_PORTFOLIO_ID, "20",
                                         MTR_EVIDENCE_NUMBER, number, MTR_EVIDENCE_KIND, kind,
                                         MTR_EVIDENCE_HAPPENED_ON, happened_on, MTR_EVIDENCE_INCLUDED, "1",
                                         MTR_EVIDENCE_TITLE, "A paper", MTR_FIELD_NONE);

  for (guint i = 0; codes[i] != NULL && *codes[i] != '\0'; i++)
    mtr_test_record (snapshot, MTR_KIND_EVIDENCE_LINK, id * 100 + i, MTR_EVIDENCE_LINK_EVIDENCE_ID, evidence_id,
                     MTR_EVIDENCE_LINK_STANDARD, codes[i], MTR_EVIDENCE_LINK_RATIONALE, "Because", MTR_FIELD_NONE);

  return evidence;
}

/**
 * mtr_test_make_ready:
 * @snapshot: one of mtr_test_snapshot_new()
 *
 * Adds everything that the pack asks for: observations 31 to 33, evidence 101 (areas 1, 2) and 102 (area 8, from
 * supervisees), the report 21 with its areas 22 to 24, and the reading for names on 20 November 2026.
 */
void
mtr_test_make_ready (MtrSnapshot *snapshot)
{
  mtr_test_observation (snapshot, 31, "formative", "2026-03-12", MTR_OBSERVATION_STEP_SEALED);
  mtr_test_observation (snapshot, 32, "direct", "2026-07-04", MTR_OBSERVATION_STEP_SEALED);
  mtr_test_observation (snapshot, 33, "direct", "2026-11-03", MTR_OBSERVATION_STEP_SEALED);
  mtr_test_evidence (snapshot, 101, "document", "2026-05-01", "1 2.1");
  mtr_test_evidence (snapshot, 102, "supervisee-feedback", "2026-06-01", "8");
  mtr_test_record (snapshot, MTR_KIND_REPORT, MTR_TEST_REPORT, MTR_REPORT_PORTFOLIO_ID, "20", MTR_REPORT_AUTHOR_ID, "2",
                   MTR_REPORT_PASSED_AT, "2026-11-15T09:00:00Z", MTR_REPORT_OVERALL, "Good",
                   MTR_REPORT_CANDIDATE_COMMENT, "Thank you", MTR_FIELD_NONE);
  for (int i = 0; i < 3; i++)
    {
      static const char * const codes[] = { "1", "2", "8" };

      mtr_test_record (snapshot, MTR_KIND_REPORT_AREA, 22 + i, MTR_REPORT_AREA_REPORT_ID, "21",
                       MTR_REPORT_AREA_STANDARD, codes[i], MTR_REPORT_AREA_TEXT, "Shown", MTR_FIELD_NONE);
    }
  mtr_test_set_in (snapshot, MTR_PORTFOLIO_ATTESTED_ON, MTR_TEST_PORTFOLIO, "2026-11-20");
}

/**
 * mtr_test_apply:
 * @snapshot: a snapshot
 * @change: a change that inserts and updates
 *
 * Does what the store would do, so that the effect of a change can be looked at.
 */
void
mtr_test_apply (MtrSnapshot *snapshot,
                MtrChange   *change)
{
  for (guint i = 0; i < mtr_change_count (change); i++)
    {
      const MtrOperation *operation = mtr_change_nth (change, i);
      MtrRecord *record;

      if (operation->type == MTR_OPERATION_INSERT)
        {
          mtr_snapshot_add (snapshot, operation->record);
          continue;
        }
      g_assert_cmpint (operation->type, ==, MTR_OPERATION_UPDATE);
      record = mtr_snapshot_get (snapshot, operation->kind, operation->id);
      g_assert_nonnull (record);
      for (guint f = 0; f < operation->fields->len; f++)
        {
          MtrField field = g_array_index (operation->fields, MtrField, f);

          if (!mtr_record_is_set (operation->record, field))
            mtr_record_clear (record, field);
          else if (mtr_field_is_number (field))
            mtr_record_set_number (record, field, mtr_record_get_number (operation->record, field));
          else
            mtr_record_set_text (record, field, mtr_record_get_text (operation->record, field));
        }
    }
}

/**
 * mtr_test_date:
 * @iso: a date
 *
 * Returns: the date
 */
GDate
mtr_test_date (const char *iso)
{
  GDate date;

  g_assert_true (mtr_date_from_iso (iso, &date));

  return date;
}
