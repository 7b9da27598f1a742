/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A scheme as data: its standards, words, requirements and time frames. A
 * reader fills a pack once; from then on nobody changes it, which is why it
 * may be read from any thread without a lock.
 */

#include "mtr-pack.h"

#include <string.h>

struct _MtrPack {
  GObject      parent_instance;

  GBytes      *source;             /* (owned) (nullable) */
  char        *id;                 /* (owned) (nullable) */
  char        *version;            /* (owned) (nullable) */
  char        *title;              /* (owned) (nullable) */
  char        *description;        /* (owned) (nullable) */
  char        *note;               /* (owned) (nullable) */
  char        *effective_on;       /* (owned) (nullable) */
  GHashTable  *vocabulary;         /* (owned): key to word */
  MtrTimeFrame time_frame;
  GPtrArray   *standards;          /* (owned) */
  GPtrArray   *areas;              /* (owned): rows of the above */
  GPtrArray   *roles;              /* (owned) */
  GPtrArray   *rules;              /* (owned) */
  GPtrArray   *requirements;       /* (owned) */
  GPtrArray   *observation_types;  /* (owned) */
  GPtrArray   *evidence_kinds;     /* (owned) */
  GPtrArray   *forms;              /* (owned) */
  GPtrArray   *stages;             /* (owned) */
  GPtrArray   *regimes;            /* (owned) */
  MtrSubmissions *submissions;     /* (owned) (nullable) */
  MtrSelfAssessment *self_assessment;  /* (owned) (nullable) */
  GPtrArray   *words[MTR_N_WORD_LISTS];  /* (owned) */
};

G_DEFINE_FINAL_TYPE (MtrPack, mtr_pack, G_TYPE_OBJECT)

static void
free_standard (gpointer data)
{
  MtrStandard *standard = data;

  g_free (standard->code);
  g_free (standard->title);
  g_free (standard->description);
  g_free (standard->area);
  g_free (standard);
}

static void
free_section (gpointer data)
{
  MtrGuideSection *section = data;

  g_free (section->title);
  g_strfreev (section->paragraphs);
  g_free (section);
}

static void
free_role (gpointer data)
{
  MtrPackRole *role = data;

  g_free (role->code);
  g_free (role->title);
  g_free (role->summary);
  g_strfreev (role->does);
  g_strfreev (role->does_not);
  g_clear_pointer (&role->guide, g_ptr_array_unref);
  g_free (role);
}

static void
free_evidence_kind (gpointer data)
{
  MtrEvidenceKind *kind = data;

  g_free (kind->code);
  g_free (kind->title);
  g_free (kind->column);
  g_free (kind);
}

static void
free_observation_type (gpointer data)
{
  MtrObservationType *type = data;

  g_free (type->code);
  g_free (type->title);
  g_free (type->numbered);
  g_free (type);
}

static void
free_rule (gpointer data)
{
  MtrRule *rule = data;

  g_free (rule->title);
  g_free (rule);
}

static void
free_requirement (gpointer data)
{
  MtrRequirement *requirement = data;

  g_free (requirement->id);
  g_free (requirement->title);
  g_free (requirement->code);
  g_free (requirement);
}

static void
mtr_pack_finalize (GObject *object)
{
  MtrPack *self = MTR_PACK (object);

  g_clear_pointer (&self->source, g_bytes_unref);
  g_free (self->id);
  g_free (self->version);
  g_free (self->title);
  g_free (self->description);
  g_free (self->note);
  g_free (self->effective_on);
  g_hash_table_unref (self->vocabulary);
  g_ptr_array_unref (self->areas);
  g_ptr_array_unref (self->standards);
  g_ptr_array_unref (self->roles);
  g_ptr_array_unref (self->rules);
  g_ptr_array_unref (self->requirements);
  g_ptr_array_unref (self->observation_types);
  g_ptr_array_unref (self->evidence_kinds);
  g_ptr_array_unref (self->forms);
  g_ptr_array_unref (self->stages);
  g_ptr_array_unref (self->regimes);
  g_free (self->submissions);
  g_clear_pointer (&self->self_assessment, mtr_self_assessment_free);
  for (int i = 0; i < MTR_N_WORD_LISTS; i++)
    g_ptr_array_unref (self->words[i]);

  G_OBJECT_CLASS (mtr_pack_parent_class)->finalize (object);
}

static void
mtr_pack_class_init (MtrPackClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mtr_pack_finalize;
}

static void
mtr_pack_init (MtrPack *self)
{
  self->vocabulary = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->time_frame = (MtrTimeFrame) { -1, -1, -1, -1, -1, -1, -1, -1, -1 };
  self->standards = g_ptr_array_new_with_free_func (free_standard);
  self->areas = g_ptr_array_new ();
  self->roles = g_ptr_array_new_with_free_func (free_role);
  self->rules = g_ptr_array_new_with_free_func (free_rule);
  self->requirements = g_ptr_array_new_with_free_func (free_requirement);
  self->observation_types = g_ptr_array_new_with_free_func (free_observation_type);
  self->evidence_kinds = g_ptr_array_new_with_free_func (free_evidence_kind);
  self->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_form_free);
  self->stages = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_stage_free);
  self->regimes = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_regime_free);
  for (int i = 0; i < MTR_N_WORD_LISTS; i++)
    self->words[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_word_free);
}

/**
 * mtr_pack_new:
 * @source: (nullable): the XML that the pack is read from
 *
 * For a reader: begins a pack that is then filled with the functions below and handed out only when it is complete.
 *
 * Returns: (transfer full): an empty pack, in whose time frame every figure is -1
 */
MtrPack *
mtr_pack_new (GBytes *source)
{
  MtrPack *self = g_object_new (MTR_TYPE_PACK, NULL);

  self->source = source != NULL ? g_bytes_ref (source) : NULL;

  return self;
}

static char **
find_text (MtrPack    *self,
           const char *key)
{
  const struct {
    const char  *key;
    char       **text;
  } table[] = {
    { "id",           &self->id },
    { "version",      &self->version },
    { "title",        &self->title },
    { "description",  &self->description },
    { "note",         &self->note },
    { "effective-on", &self->effective_on },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[i].key, key))
      return table[i].text;

  return NULL;
}

/**
 * mtr_pack_set_text:
 * @self: a pack that is being filled
 * @key: "id", "version", "title", "description", "note" or "effective-on"
 * @text: (nullable): the text
 */
void
mtr_pack_set_text (MtrPack    *self,
                   const char *key,
                   const char *text)
{
  char **place = find_text (self, key);

  g_return_if_fail (place != NULL);

  g_free (*place);
  *place = g_strdup (text);
}

/**
 * mtr_pack_set_word:
 * @self: a pack that is being filled
 * @key: a key of the vocabulary, such as "mentee"
 * @word: the local word for it
 */
void
mtr_pack_set_word (MtrPack    *self,
                   const char *key,
                   const char *word)
{
  g_hash_table_insert (self->vocabulary, g_strdup (key), g_strdup (word));
}

/**
 * mtr_pack_set_time_frame:
 * @self: a pack that is being filled
 * @time_frame: the figures, copied
 */
void
mtr_pack_set_time_frame (MtrPack            *self,
                         const MtrTimeFrame *time_frame)
{
  self->time_frame = *time_frame;
}

/**
 * mtr_pack_take_standard:
 * @self: a pack that is being filled
 * @standard: (transfer full): an area, or a statement of one, made with g_new0()
 */
void
mtr_pack_take_standard (MtrPack     *self,
                        MtrStandard *standard)
{
  g_ptr_array_add (self->standards, standard);
  if (!standard->retired && g_str_equal (standard->code, standard->area))
    g_ptr_array_add (self->areas, standard);
}

/**
 * mtr_pack_take_role:
 * @self: a pack that is being filled
 * @role: (transfer full): a role
 */
void
mtr_pack_take_role (MtrPack     *self,
                    MtrPackRole *role)
{
  g_ptr_array_add (self->roles, role);
}

/**
 * mtr_pack_take_rule:
 * @self: a pack that is being filled
 * @rule: (transfer full): a rule of eligibility, made with g_new0()
 */
void
mtr_pack_take_rule (MtrPack *self,
                    MtrRule *rule)
{
  g_ptr_array_add (self->rules, rule);
}

/**
 * mtr_pack_take_requirement:
 * @self: a pack that is being filled
 * @requirement: (transfer full): a requirement, made with g_new0()
 */
void
mtr_pack_take_requirement (MtrPack        *self,
                           MtrRequirement *requirement)
{
  g_ptr_array_add (self->requirements, requirement);
}

/**
 * mtr_pack_take_observation_type:
 * @self: a pack that is being filled
 * @type: (transfer full): a type of observation, made with g_new0()
 */
void
mtr_pack_take_observation_type (MtrPack            *self,
                                MtrObservationType *type)
{
  g_ptr_array_add (self->observation_types, type);
}

/**
 * mtr_pack_take_evidence_kind:
 * @self: a pack that is being filled
 * @kind: (transfer full): a kind of evidence, made with g_new0()
 */
void
mtr_pack_take_evidence_kind (MtrPack         *self,
                             MtrEvidenceKind *kind)
{
  g_ptr_array_add (self->evidence_kinds, kind);
}

/**
 * mtr_pack_role_new:
 *
 * Returns: (transfer full): an empty role without a guide, for mtr_pack_take_role()
 */
MtrPackRole *
mtr_pack_role_new (void)
{
  MtrPackRole *role = g_new0 (MtrPackRole, 1);

  role->guide = g_ptr_array_new_with_free_func (free_section);

  return role;
}

/**
 * mtr_pack_role_take_section:
 * @role: a role that is being filled
 * @section: (transfer full): a section of its guide, made with g_new0()
 */
void
mtr_pack_role_take_section (MtrPackRole     *role,
                            MtrGuideSection *section)
{
  g_ptr_array_add (role->guide, section);
}

/**
 * mtr_pack_take_form:
 * @self: a pack that is being filled
 * @form: (transfer full): a form
 */
void
mtr_pack_take_form (MtrPack *self,
                    MtrForm *form)
{
  g_ptr_array_add (self->forms, form);
}

/**
 * mtr_pack_take_stage:
 * @self: a pack that is being filled
 * @stage: (transfer full): a developmental stage, made with g_new0()
 */
void
mtr_pack_take_stage (MtrPack  *self,
                     MtrStage *stage)
{
  g_ptr_array_add (self->stages, stage);
}

/**
 * mtr_pack_take_regime:
 * @self: a pack that is being filled
 * @regime: (transfer full): a regime of learning, made with g_new0()
 */
void
mtr_pack_take_regime (MtrPack   *self,
                      MtrRegime *regime)
{
  g_ptr_array_add (self->regimes, regime);
}

/**
 * mtr_pack_set_submissions:
 * @self: a pack that is being filled
 * @submissions: the time limits, copied
 */
void
mtr_pack_set_submissions (MtrPack              *self,
                          const MtrSubmissions *submissions)
{
  g_free (self->submissions);
  self->submissions = g_memdup2 (submissions, sizeof *submissions);
}

/**
 * mtr_pack_take_self_assessment:
 * @self: a pack that is being filled
 * @self_assessment: (transfer full): the self-assessment
 */
void
mtr_pack_take_self_assessment (MtrPack           *self,
                               MtrSelfAssessment *self_assessment)
{
  g_clear_pointer (&self->self_assessment, mtr_self_assessment_free);
  self->self_assessment = self_assessment;
}

/**
 * mtr_pack_take_list_word:
 * @self: a pack that is being filled
 * @list: the list it belongs to
 * @word: (transfer full): a row of the list, made with g_new0()
 */
void
mtr_pack_take_list_word (MtrPack     *self,
                         MtrWordList  list,
                         MtrWord     *word)
{
  g_return_if_fail (list < MTR_N_WORD_LISTS);

  g_ptr_array_add (self->words[list], word);
}

/**
 * mtr_pack_get_id:
 * @self: a pack
 *
 * Returns: (transfer none): what programme files and the command line call it by
 */
const char *
mtr_pack_get_id (MtrPack *self)
{
  return self->id;
}

/**
 * mtr_pack_get_version:
 * @self: a pack
 *
 * Returns: (transfer none): figures separated by points, "1.2"; later versions have the greater figures
 */
const char *
mtr_pack_get_version (MtrPack *self)
{
  return self->version;
}

/**
 * mtr_pack_get_title:
 * @self: a pack
 *
 * Returns: (transfer none): what a person calls the scheme
 */
const char *
mtr_pack_get_title (MtrPack *self)
{
  return self->title;
}

/**
 * mtr_pack_get_description:
 * @self: a pack
 *
 * Returns: (transfer none): what the scheme is for, in a sentence or two
 */
const char *
mtr_pack_get_description (MtrPack *self)
{
  return self->description;
}

/**
 * mtr_pack_get_note:
 * @self: a pack
 *
 * Returns: (transfer none) (nullable): what is provisional in the pack, and what is voluntary in the scheme
 */
const char *
mtr_pack_get_note (MtrPack *self)
{
  return self->note;
}

/**
 * mtr_pack_get_effective_on:
 * @self: a pack
 *
 * Returns: (transfer none): the ISO 8601 date from which this version describes the scheme
 */
const char *
mtr_pack_get_effective_on (MtrPack *self)
{
  return self->effective_on;
}

/**
 * mtr_pack_get_source:
 * @self: a pack
 *
 * Returns: (transfer none) (nullable): the XML it was read from; a programme file keeps a copy, so that it can be read
 *   where the pack is not installed and keeps its meaning when a later version comes
 */
GBytes *
mtr_pack_get_source (MtrPack *self)
{
  return self->source;
}

/**
 * mtr_pack_get_word:
 * @self: a pack
 * @key: "mentee", "mentees", "mentor", "mentors", "line-manager", "line-managers", "supervisee", "supervisees",
 *   "observed-person", "observed-persons", "observer", "observers", "observed-with", "portfolio", "portfolios",
 *   "panel", "programme-lead", "programme-leads" or another key of the pack
 *
 * Finds the local word for something: the same word means opposite things in two schemes, so that no local word is
 * ever written in the program.
 *
 * Returns: (transfer none): the word; @key itself where the pack has none
 */
const char *
mtr_pack_get_word (MtrPack    *self,
                   const char *key)
{
  const char *word = g_hash_table_lookup (self->vocabulary, key);

  return word != NULL ? word : key;
}

/**
 * mtr_pack_get_standards:
 * @self: a pack
 *
 * Returns: (transfer none) (element-type MtrStandard): areas, each followed by its statements, retired ones included
 */
GPtrArray *
mtr_pack_get_standards (MtrPack *self)
{
  return self->standards;
}

/**
 * mtr_pack_get_areas:
 * @self: a pack
 *
 * Returns: (transfer none) (element-type MtrStandard): the areas in their order, without statements and retired areas
 */
GPtrArray *
mtr_pack_get_areas (MtrPack *self)
{
  return self->areas;
}

/**
 * mtr_pack_get_roles:
 * @self: a pack
 *
 * Returns: (transfer none) (element-type MtrPackRole): who is who, and what each does and does not do
 */
GPtrArray *
mtr_pack_get_roles (MtrPack *self)
{
  return self->roles;
}

/**
 * mtr_pack_get_rules:
 * @self: a pack
 *
 * Returns: (transfer none) (element-type MtrRule): who may be a mentor
 */
GPtrArray *
mtr_pack_get_rules (MtrPack *self)
{
  return self->rules;
}

/**
 * mtr_pack_get_requirements:
 * @self: a pack
 *
 * Returns: (transfer none) (element-type MtrRequirement): what the pathway asks for
 */
GPtrArray *
mtr_pack_get_requirements (MtrPack *self)
{
  return self->requirements;
}

/**
 * mtr_pack_get_observation_types:
 * @self: a pack
 *
 * Returns: (transfer none) (element-type MtrObservationType): the types of observation, in the order they are made
 */
GPtrArray *
mtr_pack_get_observation_types (MtrPack *self)
{
  return self->observation_types;
}

/**
 * mtr_pack_get_evidence_kinds:
 * @self: a pack
 *
 * Returns: (transfer none) (element-type MtrEvidenceKind): the kinds of evidence
 */
GPtrArray *
mtr_pack_get_evidence_kinds (MtrPack *self)
{
  return self->evidence_kinds;
}

/**
 * mtr_pack_get_time_frame:
 * @self: a pack
 *
 * Returns: (transfer none): the figures that Today works with
 */
const MtrTimeFrame *
mtr_pack_get_time_frame (MtrPack *self)
{
  return &self->time_frame;
}

/**
 * mtr_pack_get_forms:
 * @self: a pack
 *
 * Returns: (transfer none) (element-type MtrForm): tools, checklists, evaluations and the other forms to fill in
 */
GPtrArray *
mtr_pack_get_forms (MtrPack *self)
{
  return self->forms;
}

/**
 * mtr_pack_get_stages:
 * @self: a pack
 *
 * Returns: (transfer none) (element-type MtrStage): the developmental stages
 */
GPtrArray *
mtr_pack_get_stages (MtrPack *self)
{
  return self->stages;
}

/**
 * mtr_pack_get_regimes:
 * @self: a pack
 *
 * Returns: (transfer none) (element-type MtrRegime): what is asked of learning, by the date of registration; none where
 *   the scheme asks nothing of learning
 */
GPtrArray *
mtr_pack_get_regimes (MtrPack *self)
{
  return self->regimes;
}

/**
 * mtr_pack_get_submissions:
 * @self: a pack
 *
 * Returns: (transfer none) (nullable): the time limits of submissions; %NULL where nothing is handed in to a regulator
 */
const MtrSubmissions *
mtr_pack_get_submissions (MtrPack *self)
{
  return self->submissions;
}

/**
 * mtr_pack_get_self_assessment:
 * @self: a pack
 *
 * Returns: (transfer none) (nullable): the self-assessment
 */
const MtrSelfAssessment *
mtr_pack_get_self_assessment (MtrPack *self)
{
  return self->self_assessment;
}

/**
 * mtr_pack_has_view:
 * @self: a pack
 * @code: "pairing", "diary", "observations", "learning" or "portfolio"
 *
 * Returns: whether a pairing has that view; where it has not, nothing of it is shown anywhere
 */
gboolean
mtr_pack_has_view (MtrPack    *self,
                   const char *code)
{
  return mtr_pack_find_word (self, MTR_WORDS_VIEWS, code) != NULL;
}

/**
 * mtr_pack_asks_for:
 * @self: a pack
 * @kind: a kind of requirement
 *
 * Where %MTR_REQUIREMENT_MENTOR is not asked for, somebody may be in the programme without a mentor.
 *
 * Returns: whether the pathway asks for something of that kind
 */
gboolean
mtr_pack_asks_for (MtrPack            *self,
                   MtrRequirementKind  kind)
{
  for (guint i = 0; i < self->requirements->len; i++)
    if (((MtrRequirement *) g_ptr_array_index (self->requirements, i))->kind == kind)
      return TRUE;

  return FALSE;
}

/**
 * mtr_pack_get_words:
 * @self: a pack
 * @list: which list
 *
 * Returns: (transfer none) (element-type MtrWord): its rows, none where the scheme has no such thing
 */
GPtrArray *
mtr_pack_get_words (MtrPack     *self,
                    MtrWordList  list)
{
  g_return_val_if_fail (list < MTR_N_WORD_LISTS, NULL);

  return self->words[list];
}

/* Every row begins with its code. */
static gpointer
find_row (GPtrArray  *rows,
          const char *code)
{
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);

      if (g_strcmp0 (row[0], code) == 0)
        return row;
    }

  return NULL;
}

G_STATIC_ASSERT (G_STRUCT_OFFSET (MtrWord, code) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (MtrStandard, code) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (MtrPackRole, code) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (MtrObservationType, code) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (MtrEvidenceKind, code) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (MtrForm, code) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (MtrStage, code) == 0);

/**
 * mtr_pack_find_word:
 * @self: a pack
 * @list: which list
 * @code: (nullable): the code that a record holds
 *
 * Returns: (transfer none) (nullable): the row
 */
const MtrWord *
mtr_pack_find_word (MtrPack     *self,
                    MtrWordList  list,
                    const char  *code)
{
  g_return_val_if_fail (list < MTR_N_WORD_LISTS, NULL);

  return find_row (self->words[list], code);
}

/**
 * mtr_pack_find_standard:
 * @self: a pack
 * @code: (nullable): "6" or "6.2"
 *
 * Returns: (transfer none) (nullable): the standard, which may be retired
 */
const MtrStandard *
mtr_pack_find_standard (MtrPack    *self,
                        const char *code)
{
  return find_row (self->standards, code);
}

/**
 * mtr_pack_find_role:
 * @self: a pack
 * @code: (nullable): "mentee", "mentor", "line-manager", "observer", "talk-to" …
 *
 * Returns: (transfer none) (nullable): the role
 */
const MtrPackRole *
mtr_pack_find_role (MtrPack    *self,
                    const char *code)
{
  return find_row (self->roles, code);
}

/**
 * mtr_pack_find_observation_type:
 * @self: a pack
 * @code: (nullable): "formative", "direct" …
 *
 * Returns: (transfer none) (nullable): the type of observation
 */
const MtrObservationType *
mtr_pack_find_observation_type (MtrPack    *self,
                                const char *code)
{
  return find_row (self->observation_types, code);
}

/**
 * mtr_pack_find_evidence_kind:
 * @self: a pack
 * @code: (nullable): "observation", "supervisee-feedback" …
 *
 * Returns: (transfer none) (nullable): the kind of evidence
 */
const MtrEvidenceKind *
mtr_pack_find_evidence_kind (MtrPack    *self,
                             const char *code)
{
  return find_row (self->evidence_kinds, code);
}

/**
 * mtr_pack_find_form:
 * @self: a pack
 * @code: (nullable): the code of a form
 *
 * Returns: (transfer none) (nullable): the form
 */
const MtrForm *
mtr_pack_find_form (MtrPack    *self,
                    const char *code)
{
  return find_row (self->forms, code);
}

/**
 * mtr_pack_find_form_for:
 * @self: a pack
 * @use: what it is for
 * @filled_by: (nullable): who fills it in; %NULL for anybody
 *
 * Returns: (transfer none) (nullable): the first form for that, such as the evaluation of the mentee
 */
const MtrForm *
mtr_pack_find_form_for (MtrPack    *self,
                        MtrFormUse  use,
                        const char *filled_by)
{
  for (guint i = 0; i < self->forms->len; i++)
    {
      const MtrForm *form = g_ptr_array_index (self->forms, i);

      if (form->use == use && (filled_by == NULL || g_str_equal (form->filled_by, filled_by)))
        return form;
    }

  return NULL;
}

/**
 * mtr_pack_find_stage:
 * @self: a pack
 * @code: (nullable): the code of a developmental stage
 *
 * Returns: (transfer none) (nullable): the stage
 */
const MtrStage *
mtr_pack_find_stage (MtrPack    *self,
                     const char *code)
{
  return find_row (self->stages, code);
}

/**
 * mtr_pack_find_regime:
 * @self: a pack
 * @registered_on: (nullable): the ISO 8601 date of registration
 *
 * Returns: (transfer none) (nullable): what is asked of the learning of somebody registered then; %NULL where nothing
 *   is, or where the date is not known and there is more than one regime
 */
const MtrRegime *
mtr_pack_find_regime (MtrPack    *self,
                      const char *registered_on)
{
  if (registered_on == NULL)
    return self->regimes->len == 1 ? g_ptr_array_index (self->regimes, 0) : NULL;

  for (guint i = 0; i < self->regimes->len; i++)
    {
      const MtrRegime *regime = g_ptr_array_index (self->regimes, i);

      if (mtr_regime_holds_on (regime, registered_on))
        return regime;
    }

  return NULL;
}

/**
 * mtr_observation_type_dup_name:
 * @type: a type of observation
 * @number: which one it is of those asked for, counted from 1; 0 for none in particular
 *
 * Names an observation as a person would: "Direct observation 2 of 2". One beyond those asked for, and one where only
 * one is asked for, has the plain title. The words come from a pack, so they are never used as a format.
 *
 * Returns: (transfer full): the name
 */
char *
mtr_observation_type_dup_name (const MtrObservationType *type,
                               guint                     number)
{
  GString *name;

  if (type->numbered == NULL || number == 0 || number > type->asked)
    return g_strdup (type->title);

  name = g_string_new (NULL);
  for (const char *c = type->numbered; *c != '\0'; )
    if (g_str_has_prefix (c, "%1$d") || g_str_has_prefix (c, "%2$d"))
      {
        g_string_append_printf (name, "%u", c[1] == '1' ? number : type->asked);
        c += strlen ("%1$d");
      }
    else
      g_string_append_c (name, *c++);

  return g_string_free (name, FALSE);
}
