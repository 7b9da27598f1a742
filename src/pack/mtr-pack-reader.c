/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a pack in three passes, each of which may trust what the one before it
 * has proved: the parser, which stops at what no pack may contain; the schema
 * over the tree; and the walk that builds the pack and checks what only a
 * reader can know. The bytes may come from anybody, so libxml2 is given
 * memory and never a name, and it neither fetches, expands nor decompresses.
 */

#include "mtr-pack-reader.h"

#include <string.h>

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include "mtr-agreement.h"
#include "mtr-kind.h"
#include "mtr-messages.h"
#include "mtr-pack-reading-private.h"
#include "mtr-pack-resources.h"

#define SCHEMA_PATH "/com/example/Mentoring/packs/pack.rng"

/* What an error callback is given has become constant with libxml2 2.12. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *XmlError;
#else
typedef xmlErrorPtr XmlError;
#endif

/* A pack has a few hundred elements; a tree of many times that is an attack. */
#define MAX_ELEMENTS 20000

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNG, xmlRelaxNGFree)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGParserCtxt, xmlRelaxNGFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGValidCtxt, xmlRelaxNGFreeValidCtxt)

/* ---- Refusing ----------------------------------------------------------- */

G_DEFINE_QUARK (mtr-pack-error-quark, mtr_pack_error)

/**
 * mtr_pack_refusal_clear:
 * @refusal: a refusal, whose reason is freed
 */
void
mtr_pack_refusal_clear (MtrPackRefusal *refusal)
{
  g_clear_pointer (&refusal->reason, g_free);
}

/* ---- Parsing and validating --------------------------------------------- */

static void
parse_failed_cb (gpointer data,
                 XmlError xml_error)
{
  xmlParserCtxt *context = data;
  g_autofree char *text = NULL;

  if (xml_error->level < XML_ERR_ERROR)
    return;

  text = g_utf8_make_valid (xml_error->message != NULL ? xml_error->message : "", -1);
  mtr_reading_refuse (context->_private, MTR_PACK_ERROR_MALFORMED, MAX (xml_error->line, 1),
                      _("This is not well-formed XML (%s)."), g_strstrip (text));
}

/* Called before anything inside the declaration is read. */
static void
document_type_cb (gpointer       data,
                  const xmlChar *name,
                  const xmlChar *external_id,
                  const xmlChar *system_id)
{
  xmlParserCtxt *context = data;

  mtr_reading_refuse (context->_private, MTR_PACK_ERROR_FORBIDDEN, xmlSAX2GetLineNumber (context),
                      _("A pack may not have a document type declaration (<!DOCTYPE …>). Please take it out."));
  xmlStopParser (context);
}

static void
start_element_cb (gpointer        data,
                  const xmlChar  *name,
                  const xmlChar  *prefix,
                  const xmlChar  *uri,
                  int             n_namespaces,
                  const xmlChar **namespaces,
                  int             n_attributes,
                  int             n_defaulted,
                  const xmlChar **attributes)
{
  xmlParserCtxt *context = data;
  MtrPackReading *self = context->_private;

  if (++self->n_elements > MAX_ELEMENTS)
    {
      mtr_reading_refuse (self, MTR_PACK_ERROR_TOO_LARGE, xmlSAX2GetLineNumber (context),
                          _("There are more than %d elements. No pack is that long."), MAX_ELEMENTS);
      xmlStopParser (context);
      return;
    }
  xmlSAX2StartElementNs (data, name, prefix, uri, n_namespaces, namespaces, n_attributes, n_defaulted, attributes);
}

static xmlDoc *
parse (MtrPackReading    *self,
       const char *bytes,
       int         size)
{
  g_autoptr (xmlParserCtxt) context = xmlNewParserCtxt ();
  xmlDoc *document;

  context->_private = self;
  context->sax->serror = parse_failed_cb;
  context->sax->internalSubset = document_type_cb;
  context->sax->startElementNs = start_element_cb;
  document = xmlCtxtReadMemory (context, bytes, size, NULL, NULL, XML_PARSE_NONET);
  if (document == NULL)
    mtr_reading_refuse (self, MTR_PACK_ERROR_MALFORMED, 1, _("This is not well-formed XML (%s)."),
                        _("no more is known"));

  return document;
}

static void
validation_failed_cb (gpointer data,
                      XmlError xml_error)
{
  MtrPackReading *self = data;
  g_autofree char *text = NULL;

  text = g_utf8_make_valid (xml_error->message != NULL ? xml_error->message : "", -1);
  mtr_reading_refuse (self, MTR_PACK_ERROR_INVALID, xml_error->line,
                      _("This does not follow the schema of packs (%s)."), g_strstrip (text));
}

static gboolean
validate (MtrPackReading *self,
          xmlDoc  *document)
{
  g_autoptr (GBytes) source = g_resource_lookup_data (mtr_packs_get_resource (), SCHEMA_PATH, 0, NULL);
  g_autoptr (xmlRelaxNGParserCtxt) parser = NULL;
  g_autoptr (xmlRelaxNG) schema = NULL;
  g_autoptr (xmlRelaxNGValidCtxt) context = NULL;

  parser = xmlRelaxNGNewMemParserCtxt (g_bytes_get_data (source, NULL), (int) g_bytes_get_size (source));
  schema = xmlRelaxNGParse (parser);
  g_assert (schema != NULL);
  context = xmlRelaxNGNewValidCtxt (schema);
  xmlRelaxNGSetValidStructuredErrors (context, validation_failed_cb, self);
  if (xmlRelaxNGValidateDoc (context, document) != 0)
    mtr_reading_refuse (self, MTR_PACK_ERROR_INVALID, 1, _("This does not follow the schema of packs (%s)."),
                        _("no more is known"));

  return !mtr_reading_is_refused (self);
}

/* ---- The sections ------------------------------------------------------- */

/* Without these there is no name for the people that every page is about. */
static const char * const required_words[] = {
  "mentee", "mentees", "mentor", "mentors", "line-manager", "line-managers",
};

static void
read_vocabulary (MtrPackReading *self,
                 xmlNode *section)
{
  g_autoptr (GHashTable) seen = mtr_reading_new_seen ();

  MTR_FOR_EACH_CHILD (node, section, "word")
    {
      g_autofree char *key = mtr_reading_dup_attribute (node, "key");
      g_autofree char *word = mtr_reading_dup_text (node);

      mtr_reading_refuse_duplicate (self, seen, node, key);
      mtr_pack_set_word (self->pack, key, word);
    }
  for (guint i = 0; i < G_N_ELEMENTS (required_words); i++)
    if (!g_hash_table_contains (seen, required_words[i]))
      mtr_reading_refuse_at (self, section, _("The vocabulary has no word for “%s”."), required_words[i]);
}

static void
read_standard (MtrPackReading    *self,
               xmlNode    *node,
               GHashTable *seen,
               xmlNode    *area)
{
  MtrStandard *standard = g_new0 (MtrStandard, 1);

  standard->code = mtr_reading_dup_attribute (node, "code");
  standard->title = mtr_reading_dup_child_text (node, "title");
  standard->description = mtr_reading_dup_child_text (node, "description");
  standard->area = mtr_reading_dup_attribute (area, "code");
  standard->provisional = mtr_reading_is_yes (node, "provisional");
  standard->retired = mtr_reading_is_yes (node, "retired") || mtr_reading_is_yes (area, "retired");
  mtr_reading_refuse_duplicate (self, seen, node, standard->code);
  mtr_pack_take_standard (self->pack, standard);
}

static void
read_standards (MtrPackReading *self,
                xmlNode *section)
{
  g_autoptr (GHashTable) seen = mtr_reading_new_seen ();

  MTR_FOR_EACH_CHILD (area, section, "area")
    {
      read_standard (self, area, seen, area);
      MTR_FOR_EACH_CHILD (statement, area, "statement")
        read_standard (self, statement, seen, area);
    }
  if (g_hash_table_size (seen) > 0 && mtr_pack_get_areas (self->pack)->len == 0)
    mtr_reading_refuse_at (self, section, _("Every area is retired, so there is nothing to work towards."));
}

static void
read_roles (MtrPackReading *self,
            xmlNode *section)
{
  g_autoptr (GHashTable) seen = mtr_reading_new_seen ();

  MTR_FOR_EACH_CHILD (node, section, "role")
    {
      MtrPackRole *role = mtr_pack_role_new ();

      role->code = mtr_reading_dup_attribute (node, "code");
      role->title = mtr_reading_dup_child_text (node, "title");
      role->summary = mtr_reading_dup_child_text (node, "summary");
      role->does = mtr_reading_dup_children_texts (node, "does");
      role->does_not = mtr_reading_dup_children_texts (node, "does-not");
      MTR_FOR_EACH_CHILD (child, node, "section")
        {
          MtrGuideSection *part = g_new0 (MtrGuideSection, 1);

          part->title = mtr_reading_dup_child_text (child, "title");
          part->paragraphs = mtr_reading_dup_children_texts (child, "paragraph");
          mtr_pack_role_take_section (role, part);
        }
      mtr_reading_refuse_duplicate (self, seen, node, role->code);
      mtr_pack_take_role (self->pack, role);
    }
  if (mtr_pack_find_role (self->pack, "mentee") == NULL || mtr_pack_find_role (self->pack, "mentor") == NULL)
    mtr_reading_refuse_at (self, section, _("The roles “mentee” and “mentor” are needed."));
}

/* What a row of the table below takes besides its kind. */
typedef enum {
  TAKES_AMOUNT           = 1 << 0,
  TAKES_OBSERVATION_TYPE = 1 << 1,
  TAKES_EVIDENCE_KIND    = 1 << 2,
  TAKES_REVIEW_FORM      = 1 << 3,
} Takes;

typedef struct {
  const char *name;
  int         kind;
  Takes       takes;
} Named;

static const Named rule_kinds[] = {
  { "registered",         MTR_RULE_REGISTERED,         0 },
  { "supervisory-months", MTR_RULE_SUPERVISORY_MONTHS, TAKES_AMOUNT },
  { "not-line-manager",   MTR_RULE_NOT_LINE_MANAGER,   0 },
  { "more-experience",    MTR_RULE_MORE_EXPERIENCE,    0 },
};

static const Named requirement_kinds[] = {
  { "mentor",                 MTR_REQUIREMENT_MENTOR,                 0 },
  { "eligibility",            MTR_REQUIREMENT_ELIGIBILITY,            0 },
  { "agreement",              MTR_REQUIREMENT_AGREEMENT,              0 },
  { "observations",           MTR_REQUIREMENT_OBSERVATIONS,           TAKES_AMOUNT | TAKES_OBSERVATION_TYPE },
  { "evidence-in-areas",      MTR_REQUIREMENT_EVIDENCE_IN_AREAS,      TAKES_AMOUNT },
  { "evidence-of-kind",       MTR_REQUIREMENT_EVIDENCE_OF_KIND,       TAKES_AMOUNT | TAKES_EVIDENCE_KIND },
  { "rationales",             MTR_REQUIREMENT_RATIONALES,             0 },
  { "report",                 MTR_REQUIREMENT_REPORT,                 0 },
  { "report-comment",         MTR_REQUIREMENT_REPORT_COMMENT,         0 },
  { "checked-for-names",      MTR_REQUIREMENT_CHECKED_FOR_NAMES,      0 },
  { "observations-by-mentor", MTR_REQUIREMENT_OBSERVATIONS_BY_MENTOR, TAKES_AMOUNT | TAKES_OBSERVATION_TYPE },
  { "reviews",                MTR_REQUIREMENT_REVIEWS,                TAKES_REVIEW_FORM },
  { "goals",                  MTR_REQUIREMENT_GOALS,                  TAKES_AMOUNT },
  { "plan",                   MTR_REQUIREMENT_PLAN,                   0 },
  { "schedule",               MTR_REQUIREMENT_SCHEDULE,               0 },
  { "self-assessments",       MTR_REQUIREMENT_SELF_ASSESSMENTS,       TAKES_AMOUNT },
  { "evaluations",            MTR_REQUIREMENT_EVALUATIONS,            0 },
  { "learning-records",       MTR_REQUIREMENT_LEARNING_RECORDS,       TAKES_AMOUNT },
  { "learning-hours",         MTR_REQUIREMENT_LEARNING_HOURS,         0 },
  { "protection-hours",       MTR_REQUIREMENT_PROTECTION_HOURS,       0 },
  { "learning-in-areas",      MTR_REQUIREMENT_LEARNING_IN_AREAS,      TAKES_AMOUNT },
  { "learning-review",        MTR_REQUIREMENT_LEARNING_REVIEW,        0 },
  { "submission",             MTR_REQUIREMENT_SUBMISSION,             0 },
};

static const Named *
find_named (const Named *table,
            gsize        length,
            const char  *name)
{
  for (gsize i = 0; i < length; i++)
    if (strcmp (table[i].name, name) == 0)
      return &table[i];

  return NULL;
}

/* Checks "kind" and "amount"; which kinds there are is no matter of the schema, so that the refusal can be in words. */
static const Named *
read_kind (MtrPackReading     *self,
           xmlNode     *node,
           const Named *table,
           gsize        length)
{
  g_autofree char *name = mtr_reading_dup_attribute (node, "kind");
  const Named *named = find_named (table, length, name);
  int amount = mtr_reading_get_amount (node, "amount", -1);

  if (named == NULL)
    {
      GString *known = g_string_new (NULL);

      for (gsize i = 0; i < length; i++)
        g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", table[i].name);
      mtr_reading_refuse_at (self, node, _("“%s” is not a kind that this program knows. It knows: %s."), name,
                             known->str);
      g_string_free (known, TRUE);
    }
  else if ((named->takes & TAKES_AMOUNT) != 0 && amount < 1)
    mtr_reading_refuse_at (self, node, _("“%s” needs an amount of 1 or more."), name);
  else if ((named->takes & TAKES_AMOUNT) == 0 && amount >= 0)
    mtr_reading_refuse_at (self, node, _("“%s” takes no amount."), name);

  return named;
}

static void
read_eligibility (MtrPackReading *self,
                  xmlNode *section)
{
  g_autoptr (GHashTable) seen = mtr_reading_new_seen ();

  MTR_FOR_EACH_CHILD (node, section, "rule")
    {
      const Named *named = read_kind (self, node, rule_kinds, G_N_ELEMENTS (rule_kinds));
      MtrRule *rule;

      if (named == NULL)
        return;
      rule = g_new0 (MtrRule, 1);
      rule->kind = named->kind;
      rule->title = mtr_reading_dup_child_text (node, "title");
      rule->amount = mtr_reading_get_amount (node, "amount", 0);
      rule->warns = mtr_reading_is_yes (node, "warns");
      mtr_reading_refuse_duplicate (self, seen, node, named->name);
      mtr_pack_take_rule (self->pack, rule);
    }
}

/* How many are asked for is said once, in the requirement; the type is where the pages look for it. */
static void
check_observation_type (MtrPackReading *self,
                        xmlNode        *node,
                        MtrRequirement *requirement)
{
  MtrObservationType *type = (MtrObservationType *) mtr_pack_find_observation_type (self->pack, requirement->code);

  if (type == NULL)
    mtr_reading_refuse_at (self, node, _("There is no type of observation “%s” in this pack."), requirement->code);
  else if (requirement->kind != MTR_REQUIREMENT_OBSERVATIONS)
    return;
  else if (type->asked > 0)
    mtr_reading_refuse_at (self, node, _("Another requirement already asks for observations of the type “%s”."),
                           requirement->code);
  else
    type->asked = requirement->amount;
}

/* A requirement may name only what the pack has. */
static void
check_requirement_code (MtrPackReading *self,
                        xmlNode        *node,
                        const Named    *named,
                        MtrRequirement *requirement)
{
  const char *code = requirement->code;
  const MtrForm *form = mtr_pack_find_form (self->pack, code);

  if ((named->takes & (TAKES_OBSERVATION_TYPE | TAKES_EVIDENCE_KIND | TAKES_REVIEW_FORM)) == 0)
    {
      if (code != NULL)
        mtr_reading_refuse_at (self, node, _("“%s” takes no code."), named->name);
    }
  else if (code == NULL)
    mtr_reading_refuse_at (self, node, _("“%s” needs a code that says of what."), named->name);
  else if ((named->takes & TAKES_OBSERVATION_TYPE) != 0)
    check_observation_type (self, node, requirement);
  else if ((named->takes & TAKES_REVIEW_FORM) != 0 && (form == NULL || form->use != MTR_FORM_CHECK))
    mtr_reading_refuse_at (self, node, _("There is no form “%s” for a review in this pack."), code);
  else if ((named->takes & TAKES_EVIDENCE_KIND) != 0 && mtr_pack_find_evidence_kind (self->pack, code) == NULL)
    mtr_reading_refuse_at (self, node, _("There is no kind of evidence “%s” in this pack."), code);
}

/* What a requirement works with has to be in the pack, or it could never be met. */
static void
check_requirement_is_possible (MtrPackReading       *self,
                               xmlNode              *node,
                               const Named          *named,
                               const MtrRequirement *requirement)
{
  const struct {
    MtrRequirementKind  kind;
    const char         *element;
    gboolean            there;
  } table[] = {
    { MTR_REQUIREMENT_SELF_ASSESSMENTS,  "self-assessment", mtr_pack_get_self_assessment (self->pack) != NULL },
    { MTR_REQUIREMENT_EVALUATIONS,       "forms",           mtr_pack_find_form_for (self->pack, MTR_FORM_EVALUATION,
                                                                                    NULL) != NULL },
    { MTR_REQUIREMENT_LEARNING_HOURS,    "regimes",         mtr_pack_get_regimes (self->pack)->len > 0 },
    { MTR_REQUIREMENT_PROTECTION_HOURS,  "regimes",         mtr_pack_get_regimes (self->pack)->len > 0 },
    { MTR_REQUIREMENT_LEARNING_IN_AREAS, "regimes",         mtr_pack_get_regimes (self->pack)->len > 0 },
    { MTR_REQUIREMENT_LEARNING_REVIEW,   "regimes",         mtr_pack_get_regimes (self->pack)->len > 0 },
    { MTR_REQUIREMENT_SUBMISSION,        "submissions",     mtr_pack_get_submissions (self->pack) != NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].kind == requirement->kind && !table[i].there)
      mtr_reading_refuse_at (self, node, _("“%s” needs the part “%s”, which this pack has not."), named->name,
                             table[i].element);
}

static void
read_requirements (MtrPackReading *self,
                   xmlNode *section)
{
  g_autoptr (GHashTable) seen = mtr_reading_new_seen ();

  MTR_FOR_EACH_CHILD (node, section, "requirement")
    {
      const Named *named = read_kind (self, node, requirement_kinds, G_N_ELEMENTS (requirement_kinds));
      MtrRequirement *requirement;

      if (named == NULL)
        return;
      requirement = g_new0 (MtrRequirement, 1);
      requirement->kind = named->kind;
      requirement->id = mtr_reading_dup_attribute (node, "id");
      requirement->title = mtr_reading_dup_child_text (node, "title");
      requirement->code = mtr_reading_dup_attribute (node, "code");
      requirement->amount = mtr_reading_get_amount (node, "amount", 0);
      requirement->due_months = mtr_reading_get_amount (node, "due-months", 0);
      mtr_reading_refuse_duplicate (self, seen, node, requirement->id);
      check_requirement_code (self, node, named, requirement);
      check_requirement_is_possible (self, node, named, requirement);
      mtr_pack_take_requirement (self->pack, requirement);
    }
}

static void
read_time_frame (MtrPackReading *self,
                 xmlNode *node)
{
  MtrTimeFrame time_frame = {
    .agreement_days      = mtr_reading_get_amount (node, "agreement-days", -1),
    .interval_days       = mtr_reading_get_amount (node, "interval-days", -1),
    .session_minutes     = mtr_reading_get_amount (node, "session-minutes", -1),
    .silence_percent     = mtr_reading_get_amount (node, "silence-percent", -1),
    .signature_days      = mtr_reading_get_amount (node, "signature-days", -1),
    .reflection_days     = mtr_reading_get_amount (node, "reflection-days", -1),
    .review_months       = mtr_reading_get_amount (node, "review-months", -1),
    .old_evidence_months = mtr_reading_get_amount (node, "old-evidence-months", -1),
    .duration_months     = mtr_reading_get_amount (node, "duration-months", -1),
    .check_months        = mtr_reading_get_amount (node, "check-months", -1),
    .evaluation_days     = mtr_reading_get_amount (node, "evaluation-days", -1),
    .refresher_months    = mtr_reading_get_amount (node, "refresher-months", -1),
  };

  mtr_pack_set_time_frame (self->pack, &time_frame);
}

/* Whether a text has the one "%1$d" and the one "%2$d" that are filled in, and no other per cent sign. */
static gboolean
is_numbered_title (const char *text)
{
  const char *one = strstr (text, "%1$d");
  const char *two = strstr (text, "%2$d");
  guint signs = 0;

  for (const char *c = text; *c != '\0'; c++)
    signs += *c == '%';

  return one != NULL && two != NULL && signs == 2;
}

static void
read_observation_types (MtrPackReading *self,
                        xmlNode *section)
{
  g_autoptr (GHashTable) seen = mtr_reading_new_seen ();

  MTR_FOR_EACH_CHILD (node, section, "observation-type")
    {
      MtrObservationType *type = g_new0 (MtrObservationType, 1);

      type->code = mtr_reading_dup_attribute (node, "code");
      type->title = mtr_reading_dup_child_text (node, "title");
      type->numbered = mtr_reading_dup_child_text (node, "numbered");
      type->judged = mtr_reading_is_yes (node, "judged");
      type->first = mtr_reading_is_yes (node, "first");
      mtr_reading_refuse_duplicate (self, seen, node, type->code);
      if (type->numbered != NULL && !is_numbered_title (type->numbered))
        mtr_reading_refuse_at (self, mtr_reading_find_child (node, "numbered"),
                               _("A numbered title has %%1$d once for the number and %%2$d once for how many there are."));
      mtr_pack_take_observation_type (self->pack, type);
    }
}

static void
read_evidence_kinds (MtrPackReading *self,
                     xmlNode *section)
{
  g_autoptr (GHashTable) seen = mtr_reading_new_seen ();

  MTR_FOR_EACH_CHILD (node, section, "evidence-kind")
    {
      MtrEvidenceKind *kind = g_new0 (MtrEvidenceKind, 1);

      kind->code = mtr_reading_dup_attribute (node, "code");
      kind->title = mtr_reading_dup_child_text (node, "title");
      kind->column = mtr_reading_dup_attribute (node, "column");
      kind->meets_area = mtr_reading_is_yes (node, "meets-area");
      kind->has_form = mtr_reading_is_yes (node, "has-form");
      mtr_reading_refuse_duplicate (self, seen, node, kind->code);
      if (mtr_pack_find_word (self->pack, MTR_WORDS_EVIDENCE_COLUMNS, kind->column) == NULL)
        mtr_reading_refuse_at (self, node, _("There is no column “%s” in the list of evidence columns."),
                               kind->column);
      mtr_pack_take_evidence_kind (self->pack, kind);
    }
}

/* ---- The lists ---------------------------------------------------------- */

static const char * const list_names[] = {
  [MTR_WORDS_SESSION_KINDS]    = "session-kinds",
  [MTR_WORDS_TOPICS]           = "topics",
  [MTR_WORDS_PROMPTS]          = "prompts",
  [MTR_WORDS_WELLBEING]        = "wellbeing",
  [MTR_WORDS_THEMES]           = "themes",
  [MTR_WORDS_JUDGEMENTS]       = "judgements",
  [MTR_WORDS_EVIDENCE_COLUMNS] = "evidence-columns",
  [MTR_WORDS_CHECKLIST]        = "checklist",
  [MTR_WORDS_AGREEMENT]        = "agreement",
  [MTR_WORDS_OBSERVATION]      = "observation",
  [MTR_WORDS_EVIDENCE]         = "evidence",
  [MTR_WORDS_REPORT]           = "report",
  [MTR_WORDS_FEEDBACK_FORM]    = "feedback-form",
  [MTR_WORDS_SCOPE_OUT]        = "scope-out",
  [MTR_WORDS_WORRY]            = "worry",
  [MTR_WORDS_VIEWS]            = "views",
  [MTR_WORDS_COMMITMENTS]      = "commitments",
  [MTR_WORDS_MENTOR_QUESTIONS] = "mentor-questions",
  [MTR_WORDS_GOAL_AREAS]       = "goal-areas",
  [MTR_WORDS_MEASURES]         = "measures",
  [MTR_WORDS_EVENT_KINDS]      = "event-kinds",
  [MTR_WORDS_LEARNING_KINDS]   = "learning-kinds",
  [MTR_WORDS_LEARNING]         = "learning",
  [MTR_WORDS_OUTCOMES]         = "outcomes",
  [MTR_WORDS_READING]          = "reading",
};

G_STATIC_ASSERT (G_N_ELEMENTS (list_names) == MTR_N_WORD_LISTS);

static const char * const views[] = { "pairing", "diary", "observations", "learning", "portfolio", NULL };

static const char * const outcomes[] = { "satisfactory", "unsatisfactory", "incomplete", NULL };

/* Lists whose codes are fields, and the kinds of record that have them. */
static const struct {
  MtrWordList list;
  MtrKind     kinds[2];
} field_lists[] = {
  { MTR_WORDS_AGREEMENT,   { MTR_KIND_AGREEMENT,   MTR_KIND_NONE } },
  { MTR_WORDS_OBSERVATION, { MTR_KIND_OBSERVATION, MTR_KIND_NONE } },
  { MTR_WORDS_EVIDENCE,    { MTR_KIND_EVIDENCE,    MTR_KIND_EVIDENCE_LINK } },
  { MTR_WORDS_REPORT,      { MTR_KIND_REPORT,      MTR_KIND_REPORT_AREA } },
  { MTR_WORDS_LEARNING,    { MTR_KIND_LEARNING_RECORD, MTR_KIND_NONE } },
};

static gboolean
is_field (MtrKind     kind,
          const char *column)
{
  return kind != MTR_KIND_NONE && mtr_kind_find_field (kind, column) != MTR_FIELD_NONE;
}

/* A code that the program itself must understand: a view, an outcome, or a field. */
static void
check_known_code (MtrPackReading     *self,
                  MtrWordList  list,
                  xmlNode     *node,
                  const char  *code)
{
  if (list == MTR_WORDS_VIEWS && !g_strv_contains (views, code))
    mtr_reading_refuse_at (self, node, _("“%s” is not a view that this program has."), code);
  if (list == MTR_WORDS_OUTCOMES && !g_strv_contains (outcomes, code))
    mtr_reading_refuse_at (self, node, _("“%s” is not an outcome that this program knows. It knows: %s."), code,
                           "satisfactory, unsatisfactory, incomplete");
  for (guint i = 0; i < G_N_ELEMENTS (field_lists); i++)
    if (field_lists[i].list == list && !is_field (field_lists[i].kinds[0], code) &&
        !is_field (field_lists[i].kinds[1], code))
      mtr_reading_refuse_at (self, node, _("There is no field “%s” in the list “%s”."), code, list_names[list]);
}

/* Which list an attribute is for, and whether the item has it in another one. */
static gboolean
read_flag (MtrPackReading     *self,
           MtrWordList  list,
           xmlNode     *node)
{
  const struct {
    const char  *attribute;
    MtrWordList  list;
  } flags[] = {
    { "before-agreement", MTR_WORDS_SESSION_KINDS },
    { "worry",            MTR_WORDS_WELLBEING },
    { "makes-learning",   MTR_WORDS_EVENT_KINDS },
  };
  gboolean flag = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      if (xmlHasProp (node, (const xmlChar *) flags[i].attribute) == NULL)
        continue;
      if (flags[i].list != list)
        mtr_reading_refuse_at (self, node, _("“%s” belongs in the list “%s” only."), flags[i].attribute,
                               list_names[flags[i].list]);
      flag |= mtr_reading_is_yes (node, flags[i].attribute);
    }

  return flag;
}

static void
read_list (MtrPackReading    *self,
           xmlNode    *section,
           GHashTable *seen_lists)
{
  g_autofree char *name = mtr_reading_dup_attribute (section, "of");
  g_autoptr (GHashTable) seen = mtr_reading_new_seen ();
  MtrWordList list = 0;

  /* The schema has proved that it is one of them. */
  while (strcmp (list_names[list], name) != 0)
    list++;

  mtr_reading_refuse_duplicate (self, seen_lists, section, name);
  MTR_FOR_EACH_CHILD (node, section, "item")
    {
      MtrWord *word = g_new0 (MtrWord, 1);

      word->code = mtr_reading_dup_attribute (node, "code");
      word->title = mtr_reading_dup_child_text (node, "title");
      word->description = mtr_reading_dup_child_text (node, "description");
      word->words = mtr_reading_get_amount (node, "words", 0);
      word->flag = read_flag (self, list, node);
      mtr_reading_refuse_duplicate (self, seen, node, word->code);
      check_known_code (self, list, node, word->code);
      mtr_pack_take_list_word (self->pack, list, word);
    }
}

/* What no agreement leaves open can be written in every scheme, also in one that says nothing about agreements. */
static void
add_needed_of_agreement (MtrPack *pack)
{
  guint n_fields;
  const MtrField *fields = mtr_agreement_get_needed (&n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (mtr_pack_find_word (pack, MTR_WORDS_AGREEMENT, mtr_field_get_info (fields[i])->column) == NULL)
      {
        MtrWord *word = g_new0 (MtrWord, 1);

        word->code = g_strdup (mtr_field_get_info (fields[i])->column);
        word->title = g_strdup (mtr_field_get_label (fields[i]));
        mtr_pack_take_list_word (pack, MTR_WORDS_AGREEMENT, word);
      }
}

static gboolean
has_judged_type (MtrPack *pack)
{
  GPtrArray *types = mtr_pack_get_observation_types (pack);

  for (guint i = 0; i < types->len; i++)
    if (((MtrObservationType *) g_ptr_array_index (types, i))->judged)
      return TRUE;

  return FALSE;
}

/* Lists that the pages cannot do without, given what else is in the pack. */
static void
check_lists_are_there (MtrPackReading *self,
                       xmlNode *root)
{
  MtrPack *pack = self->pack;
  const struct {
    MtrWordList list;
    gboolean    needed;
  } table[] = {
    { MTR_WORDS_SESSION_KINDS,    TRUE },
    { MTR_WORDS_VIEWS,            TRUE },
    { MTR_WORDS_THEMES,           mtr_pack_get_observation_types (pack)->len > 0 },
    { MTR_WORDS_JUDGEMENTS,       has_judged_type (pack) },
    { MTR_WORDS_EVIDENCE_COLUMNS, mtr_pack_get_evidence_kinds (pack)->len > 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].needed && mtr_pack_get_words (pack, table[i].list)->len == 0)
      mtr_reading_refuse_at (self, root, _("The list “%s” is empty or missing, but this pack needs it."),
                             list_names[table[i].list]);
}

static void
read_root (MtrPackReading *self,
           xmlNode *root)
{
  g_autoptr (GHashTable) seen_lists = mtr_reading_new_seen ();
  const char * const attributes[] = { "id", "version", "effective-on" };
  const char * const texts[] = { "title", "description", "note" };
  const struct {
    const char  *name;
    void       (*read) (MtrPackReading *self,
                        xmlNode *section);
  } sections[] = {
    { "vocabulary",        read_vocabulary },
    { "standards",         read_standards },
    { "roles",             read_roles },
    { "eligibility",       read_eligibility },
    { "time-frame",        read_time_frame },
    { "observation-types", read_observation_types },
    { "evidence-kinds",    read_evidence_kinds },
    { "forms",             mtr_reading_read_forms },
    { "submissions",       mtr_reading_read_submissions },
    { "regimes",           mtr_reading_read_regimes },
    { "self-assessment",   mtr_reading_read_self_assessment },
    { "stages",            mtr_reading_read_stages },
    { "requirements",      read_requirements },
  };

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      g_autofree char *text = mtr_reading_dup_attribute (root, attributes[i]);

      mtr_pack_set_text (self->pack, attributes[i], text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = mtr_reading_dup_child_text (root, texts[i]);

      mtr_pack_set_text (self->pack, texts[i], text);
    }

  /* The lists come first because kinds of evidence name their columns. */
  MTR_FOR_EACH_CHILD (list, root, "list")
    read_list (self, list, seen_lists);
  add_needed_of_agreement (self->pack);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      xmlNode *section = mtr_reading_find_child (root, sections[i].name);

      /* What the schema lets a pack leave out is not in it. */
      if (section != NULL)
        sections[i].read (self, section);
    }
  check_lists_are_there (self, root);
}

/* What is read may be a translation of the source, which is then kept all the same. */
static MtrPack *
read_source (GBytes         *source,
             GBytes         *translation,
             gboolean        is_shipped,
             MtrPackRefusal *refusal)
{
  MtrPackReading self = { .refusal = refusal };
  g_autoptr (xmlDoc) document = NULL;
  gsize size;
  const char *bytes = g_bytes_get_data (translation != NULL ? translation : source, &size);

  *refusal = (MtrPackRefusal) { 0 };
  if (size > MTR_PACK_MAX_SIZE)
    mtr_reading_refuse (&self, MTR_PACK_ERROR_TOO_LARGE, 0, _("It is longer than %d MB. No pack is that long."),
                        MTR_PACK_MAX_SIZE / (1024 * 1024));
  else if (size == 0)
    mtr_reading_refuse (&self, MTR_PACK_ERROR_MALFORMED, 1, _("The file is empty."));
  else
    document = parse (&self, bytes, (int) size);

  if (!mtr_reading_is_refused (&self) && (is_shipped || validate (&self, document)))
    {
      self.pack = mtr_pack_new (source);
      read_root (&self, xmlDocGetRootElement (document));
    }
  if (mtr_reading_is_refused (&self))
    g_clear_object (&self.pack);

  return self.pack;
}

/**
 * mtr_pack_try_read:
 * @source: the XML
 * @refusal: (out caller-allocates): the first thing that is wrong with it, if it is refused; clear it with
 *   mtr_pack_refusal_clear() in any case
 *
 * Reads a pack, or says in parts why not. May be called from any thread.
 *
 * Returns: (transfer full) (nullable): the pack
 */
MtrPack *
mtr_pack_try_read (GBytes         *source,
                   MtrPackRefusal *refusal)
{
  return read_source (source, NULL, FALSE, refusal);
}

/**
 * mtr_pack_read_shipped:
 * @source: the XML of a pack that comes with the program
 * @translation: (nullable): the same in another language
 *
 * Reads a pack, in another language where @translation is given; mtr_pack_get_source() is @source all the same, so that
 * a programme file does not depend on the language that it was made in. Reads it without holding it against the schema: the tests have done so, and it takes longer than reading it. May
 * be called from any thread.
 *
 * Returns: (transfer full): the pack
 */
MtrPack *
mtr_pack_read_shipped (GBytes *source,
                       GBytes *translation)
{
  g_auto (MtrPackRefusal) refusal = { 0 };
  MtrPack *pack = read_source (source, translation, TRUE, &refusal);

  if (pack == NULL)
    g_error ("A pack that comes with the program cannot be read: %s", refusal.reason);

  return pack;
}

/**
 * mtr_pack_read:
 * @source: the XML
 * @name: what a person calls the file, for the message
 * @error: (nullable): %MTR_PACK_ERROR, see #MtrPackError
 *
 * Reads a pack, or refuses it for the first thing that is wrong with it. May be called from any thread.
 *
 * Returns: (transfer full) (nullable): the pack
 */
MtrPack *
mtr_pack_read (GBytes      *source,
               const char  *name,
               GError     **error)
{
  g_auto (MtrPackRefusal) refusal = { 0 };
  MtrPack *pack = mtr_pack_try_read (source, &refusal);

  if (pack != NULL)
    return pack;

  if (refusal.line > 0)
    /* Translators: a pack was refused; file, line, and a sentence that says why. */
    g_set_error (error, MTR_PACK_ERROR, refusal.code, _("%s, line %d: %s"), name, refusal.line, refusal.reason);
  else
    /* Translators: a pack was refused; file, and a sentence that says why. */
    g_set_error (error, MTR_PACK_ERROR, refusal.code, _("%s: %s"), name, refusal.reason);

  return NULL;
}
