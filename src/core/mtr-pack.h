/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A pack is read once, then never changes; the rows below are owned by it and
 * live as long as it does. Every text is in the language of the pack. */

/** MtrStandard: an area ("6") or a statement of one ("6.2"). */
typedef struct {
  char     *code;         /* (owned) */
  char     *title;        /* (owned): exact name of an area; own words of a statement */
  char     *description;  /* (owned) (nullable): what an area asks, in own words */
  char     *area;         /* (owned): code of the area; its own code for an area */
  gboolean  provisional;
  gboolean  retired;
} MtrStandard;

/** MtrWord: a choice: a topic, a prompt, a kind of session, a judgement … */
typedef struct {
  char *code;             /* (owned) */
  char *title;            /* (owned) */
  char *description;      /* (owned) (nullable): the longer text, a hint, an example */
  int   words;            /* about how many words are asked for; 0: no figure */
  gboolean flag;          /* session kinds: may be held before the agreement; wellbeing: opens "what to do with a worry" */
} MtrWord;

/** MtrPackRole: what a person does and does not do. */
typedef struct {
  char  *code;            /* (owned): "mentee", "mentor", "line-manager", "observer", "talk-to" */
  char  *title;           /* (owned): the local word, "Supervisor" */
  char  *summary;         /* (owned): one line for a row */
  char **does;            /* (owned) */
  char **does_not;        /* (owned) */
} MtrPackRole;

/** MtrEvidenceKind: a kind of evidence, and the column of the map it is shown in. */
typedef struct {
  char     *code;         /* (owned) */
  char     *title;        /* (owned): "Feedback from supervisees" */
  char     *column;       /* (owned): code of the column of the evidence map */
  gboolean  meets_area;   /* prior accreditation: one item with an accepted certificate meets its area */
  gboolean  has_form;     /* a blank feedback form can be printed for it */
} MtrEvidenceKind;

/** MtrObservationType: "formative", "direct". */
typedef struct {
  char     *code;         /* (owned) */
  char     *title;        /* (owned): "Initial formative observation" */
  char     *numbered;     /* (owned) (nullable): "Direct observation %1$d of %2$d", where more than one is asked for */
  guint     asked;        /* how many signed ones the pathway asks for */
  gboolean  judged;       /* whether there is a judgement */
  gboolean  first;        /* whether it ought to come before the others: a later one is a warning */
} MtrObservationType;

/** MtrRule: one row of the mentor's eligibility. */
typedef enum {
  MTR_RULE_REGISTERED,          /* the mentor is registered */
  MTR_RULE_SUPERVISORY_MONTHS,  /* the mentor has at least "amount" months in a supervisory role */
  MTR_RULE_NOT_LINE_MANAGER,    /* the mentor is not the line manager */
} MtrRuleKind;

typedef struct {
  MtrRuleKind  kind;
  char        *title;     /* (owned): "Two years in a supervisory role" */
  int          amount;
  gboolean     warns;     /* a rule that may be set aside with a reason; else a "no" needs an exception too, but says no */
} MtrRule;

/** MtrRequirementKind: what the engine can ask; a pack says which and how many. */
typedef enum {
  MTR_REQUIREMENT_MENTOR,               /* the pairing has a mentor */
  MTR_REQUIREMENT_ELIGIBILITY,          /* the mentor may mentor here, or there is a reason */
  MTR_REQUIREMENT_AGREEMENT,            /* an agreement signed by both */
  MTR_REQUIREMENT_OBSERVATIONS,         /* "amount" signed observations of type "code" */
  MTR_REQUIREMENT_EVIDENCE_IN_AREAS,    /* "amount" items in every area that is not retired */
  MTR_REQUIREMENT_EVIDENCE_OF_KIND,     /* "amount" items of the kind "code" */
  MTR_REQUIREMENT_RATIONALES,           /* every link has a reason */
  MTR_REQUIREMENT_REPORT,               /* the mentor's report has been passed on, every area written */
  MTR_REQUIREMENT_REPORT_COMMENT,       /* the candidate has commented on it */
  MTR_REQUIREMENT_CHECKED_FOR_NAMES,    /* somebody has read the portfolio for names since it last changed */
} MtrRequirementKind;

typedef struct {
  MtrRequirementKind  kind;
  char               *id;        /* (owned): unique in the pack */
  char               *title;     /* (owned): "At least two signed direct observations" */
  char               *code;      /* (owned) (nullable) */
  int                 amount;
  int                 due_months;/* months after the pairing began from which it is due; 0: from the beginning */
} MtrRequirement;

/** MtrTimeFrame: figures that Today works with; -1 where the pack has none. */
typedef struct {
  int agreement_days;           /* an agreement ought to be signed so many days after the proposal */
  int interval_days;            /* usual days between sessions, where the pairing has none of its own */
  int session_minutes;          /* usual length */
  int silence_percent;          /* 150: no session for 1.5 times the interval is a reason */
  int signature_days;           /* feedback given so long ago, and not signed, is a reason */
  int reflection_days;          /* feedback passed on so long ago, and no reflection */
  int review_months;            /* an agreement is reviewed after so many months */
  int old_evidence_months;      /* evidence older than this is marked "old" */
  int duration_months;          /* usual length of the programme */
} MtrTimeFrame;

#define MTR_TYPE_PACK (mtr_pack_get_type ())
G_DECLARE_FINAL_TYPE (MtrPack, mtr_pack, MTR, PACK, GObject)

const char  *mtr_pack_get_id          (MtrPack *self);
const char  *mtr_pack_get_version     (MtrPack *self);
const char  *mtr_pack_get_title       (MtrPack *self);
const char  *mtr_pack_get_description (MtrPack *self);
const char  *mtr_pack_get_note        (MtrPack *self);  /* what is provisional, what is voluntary */
const char  *mtr_pack_get_effective_on (MtrPack *self);
GBytes      *mtr_pack_get_source      (MtrPack *self);  /* the XML it was read from; kept in programme files */

/* Vocabulary: "mentee", "mentees", "mentor", "line-manager", "supervisee", "portfolio", "observed-with" … */
const char  *mtr_pack_get_word        (MtrPack *self, const char *key);

/* The lists, each (transfer none) (element-type as named), in the order of the pack. */
GPtrArray   *mtr_pack_get_standards         (MtrPack *self);  /* MtrStandard */
GPtrArray   *mtr_pack_get_areas             (MtrPack *self);  /* MtrStandard, areas only, not retired */
GPtrArray   *mtr_pack_get_roles             (MtrPack *self);  /* MtrPackRole */
GPtrArray   *mtr_pack_get_rules             (MtrPack *self);  /* MtrRule */
GPtrArray   *mtr_pack_get_requirements      (MtrPack *self);  /* MtrRequirement */
GPtrArray   *mtr_pack_get_observation_types (MtrPack *self);  /* MtrObservationType */
GPtrArray   *mtr_pack_get_evidence_kinds    (MtrPack *self);  /* MtrEvidenceKind */
const MtrTimeFrame *mtr_pack_get_time_frame (MtrPack *self);

/** MtrWordList: the simple lists of a pack. */
typedef enum {
  MTR_WORDS_SESSION_KINDS,     /* mentoring, first-meeting, review, peer-group, shadowing, debrief, ad-hoc */
  MTR_WORDS_TOPICS,
  MTR_WORDS_PROMPTS,           /* the four questions of the diary */
  MTR_WORDS_WELLBEING,         /* the four words */
  MTR_WORDS_THEMES,            /* of an observation */
  MTR_WORDS_JUDGEMENTS,
  MTR_WORDS_EVIDENCE_COLUMNS,  /* of the map: observations, supervisees, others, reflections, papers */
  MTR_WORDS_CHECKLIST,         /* of the mentor */
  MTR_WORDS_AGREEMENT,         /* by column of MTR_KIND_AGREEMENT: title of the field, prompt as description, words */
  MTR_WORDS_OBSERVATION,       /* by column of MTR_KIND_OBSERVATION: title, prompt, words */
  MTR_WORDS_EVIDENCE,          /* by column of MTR_KIND_EVIDENCE and MTR_KIND_EVIDENCE_LINK */
  MTR_WORDS_REPORT,            /* by column of MTR_KIND_REPORT and MTR_KIND_REPORT_AREA */
  MTR_WORDS_FEEDBACK_FORM,     /* questions of the blank feedback form */
  MTR_WORDS_SCOPE_OUT,         /* what mentoring is not */
  MTR_WORDS_WORRY,             /* what to do with a worry */
  MTR_WORDS_VIEWS,             /* of a pairing: pairing, diary, observations, portfolio, with their local names */
  MTR_N_WORD_LISTS
} MtrWordList;

GPtrArray                *mtr_pack_get_words            (MtrPack *self, MtrWordList list);  /* MtrWord */
const MtrWord            *mtr_pack_find_word            (MtrPack *self, MtrWordList list, const char *code);
const MtrStandard        *mtr_pack_find_standard        (MtrPack *self, const char *code);
const MtrPackRole        *mtr_pack_find_role            (MtrPack *self, const char *code);
const MtrObservationType *mtr_pack_find_observation_type (MtrPack *self, const char *code);
const MtrEvidenceKind    *mtr_pack_find_evidence_kind   (MtrPack *self, const char *code);

/* For the reader only: fill a pack before it is handed out. Rows become the pack's (transfer full). */
MtrPack     *mtr_pack_new             (GBytes *source);
void         mtr_pack_set_text        (MtrPack *self, const char *key, const char *text); /* "id", "version", "title", "description", "note", "effective-on" */
void         mtr_pack_set_word        (MtrPack *self, const char *key, const char *word);
void         mtr_pack_set_time_frame  (MtrPack *self, const MtrTimeFrame *time_frame);
void         mtr_pack_take_standard   (MtrPack *self, MtrStandard *standard);
void         mtr_pack_take_role       (MtrPack *self, MtrPackRole *role);
void         mtr_pack_take_rule       (MtrPack *self, MtrRule *rule);
void         mtr_pack_take_requirement (MtrPack *self, MtrRequirement *requirement);
void         mtr_pack_take_observation_type (MtrPack *self, MtrObservationType *type);
void         mtr_pack_take_evidence_kind (MtrPack *self, MtrEvidenceKind *kind);
void         mtr_pack_take_list_word  (MtrPack *self, MtrWordList list, MtrWord *word);

G_END_DECLS
