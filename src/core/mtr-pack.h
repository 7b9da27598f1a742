/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "mtr-form.h"
#include "mtr-regime.h"
#include "mtr-word.h"

G_BEGIN_DECLS

/* A pack is read once, then never changes; the rows below are owned by it and
 * live as long as it does. Every text is in the language of the pack. */

/**
 * MtrStandard:
 * @code: (owned): "6" for an area, "6.2" for a statement of one
 * @title: (owned): the exact name of an area; a statement in own words
 * @description: (owned) (nullable): what an area asks, in own words
 * @area: (owned): code of the area; for an area its own code
 * @provisional: whether the words are not the published ones
 * @retired: whether it is kept only for what was linked to it before
 *
 * An area, or a statement of one.
 */
typedef struct {
  char     *code;
  char     *title;
  char     *description;
  char     *area;
  gboolean  provisional;
  gboolean  retired;
} MtrStandard;

/**
 * MtrGuideSection:
 * @title: (owned): the heading
 * @paragraphs: (owned) (array zero-terminated=1): the text under it
 *
 * A section of the guide to a role, which can be read and printed.
 */
typedef struct {
  char  *title;
  char **paragraphs;
} MtrGuideSection;

/**
 * MtrPackRole:
 * @code: (owned): "mentee", "mentor", "line-manager", "observer", "talk-to", "panel", "peer"
 * @title: (owned): the local word, "Supervisor"
 * @summary: (owned): one line for a row
 * @does: (owned) (array zero-terminated=1): sentences
 * @does_not: (owned) (array zero-terminated=1): sentences
 * @guide: (owned) (element-type MtrGuideSection): the rest of the guide to the role; may be empty
 *
 * What a person does and does not do in the scheme.
 */
typedef struct {
  char       *code;
  char       *title;
  char       *summary;
  char      **does;
  char      **does_not;
  GPtrArray  *guide;
} MtrPackRole;

/**
 * MtrEvidenceKind:
 * @code: (owned): "supervisee-feedback"
 * @title: (owned): "Feedback from supervisees"
 * @column: (owned): code of the column of the evidence map that it is shown in
 * @meets_area: prior accreditation: one item with an accepted certificate meets its area
 * @has_form: whether a blank feedback form can be printed for it
 *
 * A kind of evidence.
 */
typedef struct {
  char     *code;
  char     *title;
  char     *column;
  gboolean  meets_area;
  gboolean  has_form;
} MtrEvidenceKind;

/**
 * MtrObservationType:
 * @code: (owned): "formative", "direct"
 * @title: (owned): "Initial formative observation"
 * @numbered: (owned) (nullable): the title where more than one is asked for; see mtr_observation_type_dup_name()
 * @asked: how many signed ones the pathway asks for
 * @judged: whether there is a judgement
 * @first: whether it ought to come before the others: a later one is a warning
 *
 * A type of observation.
 */
typedef struct {
  char     *code;
  char     *title;
  char     *numbered;
  guint     asked;
  gboolean  judged;
  gboolean  first;
} MtrObservationType;

/**
 * MtrRuleKind:
 * @MTR_RULE_REGISTERED: the mentor is registered
 * @MTR_RULE_SUPERVISORY_MONTHS: the mentor has so many months in a supervisory role
 * @MTR_RULE_NOT_LINE_MANAGER: the mentor is not the line manager
 * @MTR_RULE_MORE_EXPERIENCE: the mentor has more experience in the field than each mentee
 *
 * What the engine can ask of a mentor.
 */
typedef enum {
  MTR_RULE_REGISTERED,
  MTR_RULE_SUPERVISORY_MONTHS,
  MTR_RULE_NOT_LINE_MANAGER,
  MTR_RULE_MORE_EXPERIENCE,
} MtrRuleKind;

/**
 * MtrRule:
 * @kind: what is asked
 * @title: (owned): "Two years in a supervisory role"
 * @amount: how many months, for %MTR_RULE_SUPERVISORY_MONTHS
 * @warns: whether it may be set aside with a reason; otherwise a "no" stays a "no", and needs an exception besides
 *
 * One row of the mentor's eligibility.
 */
typedef struct {
  MtrRuleKind  kind;
  char        *title;
  int          amount;
  gboolean     warns;
} MtrRule;

/**
 * MtrRequirementKind:
 * @MTR_REQUIREMENT_MENTOR: the pairing has a mentor
 * @MTR_REQUIREMENT_ELIGIBILITY: the mentor may mentor here, or there is a reason
 * @MTR_REQUIREMENT_AGREEMENT: an agreement signed by both
 * @MTR_REQUIREMENT_OBSERVATIONS: "amount" signed observations of the type "code"
 * @MTR_REQUIREMENT_EVIDENCE_IN_AREAS: "amount" items in every area that is not retired
 * @MTR_REQUIREMENT_EVIDENCE_OF_KIND: "amount" items of the kind "code"
 * @MTR_REQUIREMENT_RATIONALES: every link has a reason
 * @MTR_REQUIREMENT_REPORT: the mentor's report has been passed on, every area written
 * @MTR_REQUIREMENT_REPORT_COMMENT: the candidate has commented on it
 * @MTR_REQUIREMENT_CHECKED_FOR_NAMES: somebody has read the portfolio for names since it last changed
 * @MTR_REQUIREMENT_OBSERVATIONS_BY_MENTOR: "amount" signed observations of the type "code" in which the mentor observed
 * @MTR_REQUIREMENT_REVIEWS: a review by the form "code" has been held
 * @MTR_REQUIREMENT_GOALS: "amount" goals that have not been dropped
 * @MTR_REQUIREMENT_PLAN: every goal has a milestone with a date
 * @MTR_REQUIREMENT_SCHEDULE: it is agreed how often they meet
 * @MTR_REQUIREMENT_SELF_ASSESSMENTS: self-assessments at "amount" of the three moments
 * @MTR_REQUIREMENT_EVALUATIONS: mentee and mentor have both looked back
 * @MTR_REQUIREMENT_LEARNING_RECORDS: "amount" learning records
 * @MTR_REQUIREMENT_LEARNING_HOURS: the hours of the regime; nothing where it has none
 * @MTR_REQUIREMENT_PROTECTION_HOURS: the hours on protection of the regime, which are inside the others
 * @MTR_REQUIREMENT_LEARNING_IN_AREAS: "amount" learning records in every area, where the regime asks for it
 * @MTR_REQUIREMENT_LEARNING_REVIEW: the review of learning that the regime names has been held
 * @MTR_REQUIREMENT_SUBMISSION: a submission was satisfactory
 * @MTR_N_REQUIREMENT_KINDS: how many kinds there are
 *
 * What the engine can ask of a pairing and its portfolio; a pack says which and how many.
 */
typedef enum {
  MTR_REQUIREMENT_MENTOR,
  MTR_REQUIREMENT_ELIGIBILITY,
  MTR_REQUIREMENT_AGREEMENT,
  MTR_REQUIREMENT_OBSERVATIONS,
  MTR_REQUIREMENT_EVIDENCE_IN_AREAS,
  MTR_REQUIREMENT_EVIDENCE_OF_KIND,
  MTR_REQUIREMENT_RATIONALES,
  MTR_REQUIREMENT_REPORT,
  MTR_REQUIREMENT_REPORT_COMMENT,
  MTR_REQUIREMENT_CHECKED_FOR_NAMES,
  MTR_REQUIREMENT_OBSERVATIONS_BY_MENTOR,
  MTR_REQUIREMENT_REVIEWS,
  MTR_REQUIREMENT_GOALS,
  MTR_REQUIREMENT_PLAN,
  MTR_REQUIREMENT_SCHEDULE,
  MTR_REQUIREMENT_SELF_ASSESSMENTS,
  MTR_REQUIREMENT_EVALUATIONS,
  MTR_REQUIREMENT_LEARNING_RECORDS,
  MTR_REQUIREMENT_LEARNING_HOURS,
  MTR_REQUIREMENT_PROTECTION_HOURS,
  MTR_REQUIREMENT_LEARNING_IN_AREAS,
  MTR_REQUIREMENT_LEARNING_REVIEW,
  MTR_REQUIREMENT_SUBMISSION,
  MTR_N_REQUIREMENT_KINDS
} MtrRequirementKind;

/**
 * MtrRequirement:
 * @kind: what is asked
 * @id: (owned): unique in the pack
 * @title: (owned): "At least two signed direct observations"
 * @code: (owned) (nullable): of a type of observation, a kind of evidence or a form
 * @amount: how many; 0 where the kind has no amount
 * @due_months: months after the pairing began from which it is due; 0 from the beginning
 *
 * One thing that the pathway asks for.
 */
typedef struct {
  MtrRequirementKind  kind;
  char               *id;
  char               *title;
  char               *code;
  int                 amount;
  int                 due_months;
} MtrRequirement;

/**
 * MtrTimeFrame:
 * @agreement_days: an agreement ought to be signed so many days after the proposal
 * @interval_days: usual days between sessions, where the pairing has none of its own
 * @session_minutes: usual length of a session
 * @silence_percent: 150: no session for 1.5 times the interval is a reason
 * @signature_days: feedback given so many days ago, and not signed, is a reason
 * @reflection_days: feedback passed on so many days ago, and no reflection, is a reason
 * @review_months: an agreement is reviewed after so many months
 * @old_evidence_months: evidence older than so many months is marked "old"
 * @duration_months: usual length of the programme
 * @check_months: so many months after a pairing began both are asked how it goes; 0 or less: nobody is
 * @evaluation_days: so many days after the end an evaluation that is missing is a reason; 0 or less: never
 * @refresher_months: a mentor has an induction, and a refresher no more than so many months after it or the last one;
 *   0 or less: nobody asks for either
 *
 * Figures that Today works with; -1 where the pack has none.
 */
typedef struct {
  int agreement_days;
  int interval_days;
  int session_minutes;
  int silence_percent;
  int signature_days;
  int reflection_days;
  int review_months;
  int old_evidence_months;
  int duration_months;
  int check_months;
  int evaluation_days;
  int refresher_months;
} MtrTimeFrame;

#define MTR_TYPE_PACK (mtr_pack_get_type ())
G_DECLARE_FINAL_TYPE (MtrPack, mtr_pack, MTR, PACK, GObject)

const char  *mtr_pack_get_id          (MtrPack *self);
const char  *mtr_pack_get_version     (MtrPack *self);
const char  *mtr_pack_get_title       (MtrPack *self);
const char  *mtr_pack_get_description (MtrPack *self);
const char  *mtr_pack_get_note        (MtrPack *self);
const char  *mtr_pack_get_effective_on (MtrPack *self);
GBytes      *mtr_pack_get_source      (MtrPack *self);

const char  *mtr_pack_get_word        (MtrPack *self, const char *key);

/* Each in the order of the pack. */
GPtrArray   *mtr_pack_get_standards         (MtrPack *self);  /* MtrStandard */
GPtrArray   *mtr_pack_get_areas             (MtrPack *self);  /* MtrStandard, areas only, not retired */
GPtrArray   *mtr_pack_get_roles             (MtrPack *self);  /* MtrPackRole */
GPtrArray   *mtr_pack_get_rules             (MtrPack *self);  /* MtrRule */
GPtrArray   *mtr_pack_get_requirements      (MtrPack *self);  /* MtrRequirement */
GPtrArray   *mtr_pack_get_observation_types (MtrPack *self);  /* MtrObservationType */
GPtrArray   *mtr_pack_get_evidence_kinds    (MtrPack *self);  /* MtrEvidenceKind */
const MtrTimeFrame *mtr_pack_get_time_frame (MtrPack *self);
GPtrArray   *mtr_pack_get_forms             (MtrPack *self);  /* MtrForm */
GPtrArray   *mtr_pack_get_stages            (MtrPack *self);  /* MtrStage */
GPtrArray   *mtr_pack_get_regimes           (MtrPack *self);  /* MtrRegime */
const MtrSubmissions    *mtr_pack_get_submissions     (MtrPack *self);
const MtrSelfAssessment *mtr_pack_get_self_assessment (MtrPack *self);

/* Questions about the shape of a scheme, for pages that must leave out what it has not. */
gboolean     mtr_pack_has_view              (MtrPack *self, const char *code);
gboolean     mtr_pack_asks_for              (MtrPack *self, MtrRequirementKind kind);

/**
 * MtrWordList:
 * @MTR_WORDS_SESSION_KINDS: mentoring, first-meeting, review, peer-group, shadowing, debrief, ad-hoc
 * @MTR_WORDS_TOPICS: what a session was about
 * @MTR_WORDS_PROMPTS: the four questions of the diary
 * @MTR_WORDS_WELLBEING: the four words
 * @MTR_WORDS_THEMES: of an observation
 * @MTR_WORDS_JUDGEMENTS: of an observation
 * @MTR_WORDS_EVIDENCE_COLUMNS: of the map: observations, supervisees, others, reflections, papers
 * @MTR_WORDS_CHECKLIST: of the mentor
 * @MTR_WORDS_AGREEMENT: by column of %MTR_KIND_AGREEMENT: title of the field, question as description, words
 * @MTR_WORDS_OBSERVATION: by column of %MTR_KIND_OBSERVATION: title, question, words
 * @MTR_WORDS_EVIDENCE: by column of %MTR_KIND_EVIDENCE and %MTR_KIND_EVIDENCE_LINK
 * @MTR_WORDS_REPORT: by column of %MTR_KIND_REPORT and %MTR_KIND_REPORT_AREA
 * @MTR_WORDS_FEEDBACK_FORM: questions of the blank feedback form
 * @MTR_WORDS_SCOPE_OUT: what mentoring is not
 * @MTR_WORDS_WORRY: what to do with a worry
 * @MTR_WORDS_VIEWS: of a pairing: pairing, diary, observations, learning, portfolio, with their local names; nothing is
 *   shown of a view that is not here
 * @MTR_WORDS_COMMITMENTS: of the mentee, read and ticked one by one in the agreement
 * @MTR_WORDS_MENTOR_QUESTIONS: to the mentor about their own mentoring; answers are private
 * @MTR_WORDS_GOAL_AREAS: what a goal may be about
 * @MTR_WORDS_MEASURES: what may be measured before and now
 * @MTR_WORDS_EVENT_KINDS: of the programme's year: induction, forum, workshop …
 * @MTR_WORDS_LEARNING_KINDS: of a learning record: formal, shadowing, reading …
 * @MTR_WORDS_LEARNING: by column of a learning record: title of the field, question as description, words
 * @MTR_WORDS_OUTCOMES: of a submission: satisfactory, unsatisfactory, incomplete, with their local names
 * @MTR_WORDS_READING: further reading: title, and what it is good for
 * @MTR_N_WORD_LISTS: how many lists there are
 *
 * The simple lists of a pack.
 */
typedef enum {
  MTR_WORDS_SESSION_KINDS,
  MTR_WORDS_TOPICS,
  MTR_WORDS_PROMPTS,
  MTR_WORDS_WELLBEING,
  MTR_WORDS_THEMES,
  MTR_WORDS_JUDGEMENTS,
  MTR_WORDS_EVIDENCE_COLUMNS,
  MTR_WORDS_CHECKLIST,
  MTR_WORDS_AGREEMENT,
  MTR_WORDS_OBSERVATION,
  MTR_WORDS_EVIDENCE,
  MTR_WORDS_REPORT,
  MTR_WORDS_FEEDBACK_FORM,
  MTR_WORDS_SCOPE_OUT,
  MTR_WORDS_WORRY,
  MTR_WORDS_VIEWS,
  MTR_WORDS_COMMITMENTS,
  MTR_WORDS_MENTOR_QUESTIONS,
  MTR_WORDS_GOAL_AREAS,
  MTR_WORDS_MEASURES,
  MTR_WORDS_EVENT_KINDS,
  MTR_WORDS_LEARNING_KINDS,
  MTR_WORDS_LEARNING,
  MTR_WORDS_OUTCOMES,
  MTR_WORDS_READING,
  MTR_N_WORD_LISTS
} MtrWordList;

GPtrArray                *mtr_pack_get_words            (MtrPack *self, MtrWordList list);  /* MtrWord */
const MtrWord            *mtr_pack_find_word            (MtrPack *self, MtrWordList list, const char *code);
const MtrStandard        *mtr_pack_find_standard        (MtrPack *self, const char *code);
const MtrPackRole        *mtr_pack_find_role            (MtrPack *self, const char *code);
const MtrObservationType *mtr_pack_find_observation_type (MtrPack *self, const char *code);
const MtrEvidenceKind    *mtr_pack_find_evidence_kind   (MtrPack *self, const char *code);
const MtrForm            *mtr_pack_find_form            (MtrPack *self, const char *code);
const MtrForm            *mtr_pack_find_form_for        (MtrPack *self, MtrFormUse use, const char *filled_by);
const MtrStage           *mtr_pack_find_stage           (MtrPack *self, const char *code);
const MtrRegime          *mtr_pack_find_regime          (MtrPack *self, const char *registered_on);

char                     *mtr_observation_type_dup_name (const MtrObservationType *type, guint number);

/* For the reader only: fill a pack before it is handed out. Rows become the pack's (transfer full). */
MtrPack     *mtr_pack_new             (GBytes *source);
void         mtr_pack_set_text        (MtrPack *self, const char *key, const char *text);
void         mtr_pack_set_word        (MtrPack *self, const char *key, const char *word);
void         mtr_pack_set_time_frame  (MtrPack *self, const MtrTimeFrame *time_frame);
void         mtr_pack_take_standard   (MtrPack *self, MtrStandard *standard);
void         mtr_pack_take_role       (MtrPack *self, MtrPackRole *role);
void         mtr_pack_take_rule       (MtrPack *self, MtrRule *rule);
void         mtr_pack_take_requirement (MtrPack *self, MtrRequirement *requirement);
void         mtr_pack_take_observation_type (MtrPack *self, MtrObservationType *type);
void         mtr_pack_take_evidence_kind (MtrPack *self, MtrEvidenceKind *kind);
void         mtr_pack_take_form       (MtrPack *self, MtrForm *form);
void         mtr_pack_take_stage      (MtrPack *self, MtrStage *stage);
void         mtr_pack_take_regime     (MtrPack *self, MtrRegime *regime);
void         mtr_pack_set_submissions (MtrPack *self, const MtrSubmissions *submissions);
void         mtr_pack_take_self_assessment (MtrPack *self, MtrSelfAssessment *self_assessment);
MtrPackRole *mtr_pack_role_new        (void);
void         mtr_pack_role_take_section (MtrPackRole *role, MtrGuideSection *section);
void         mtr_pack_take_list_word  (MtrPack *self, MtrWordList list, MtrWord *word);

G_END_DECLS
