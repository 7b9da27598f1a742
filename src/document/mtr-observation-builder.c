/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The record of one observation, from the plan to the signatures, as a part of
 * the portfolio and as a document of its own. What was not written is absent.
 */

#include "mtr-observation-builder.h"

#include "mtr-messages.h"
#include "mtr-observation-builder-private.h"

#include "mtr-date.h"
#include "mtr-observation-series.h"
#include "mtr-observation.h"
#include "mtr-pairing.h"

#include <string.h>

static const struct {
  MtrField wish;
  gboolean of_observer;
} wishes[] = {
  { MTR_OBSERVATION_FOCUS_OBSERVED_ONE, FALSE },
  { MTR_OBSERVATION_FOCUS_OBSERVED_TWO, FALSE },
  { MTR_OBSERVATION_FOCUS_OBSERVER_ONE, TRUE },
  { MTR_OBSERVATION_FOCUS_OBSERVER_TWO, TRUE },
};

/*< private >
 * mtr_observation_dup_node_id:
 * @observation: an observation
 *
 * Returns: (transfer full): what links to its record go to
 */
char *
mtr_observation_dup_node_id (MtrRecord *observation)
{
  return mtr_builder_dup_id ("observation", mtr_record_get_id (observation));
}

/* Adds a heading only where something stands under it. */
static void
end_part (MtrNode *part)
{
  if (part->children->len == 0)
    g_ptr_array_remove (part->parent->children, part);
}

static MtrNode *
begin_part (MtrNode    *section,
            const char *heading)
{
  MtrNode *part = mtr_node_add_section (section, NULL, heading);

  mtr_node_set_flags (part, MTR_NODE_UNLISTED);

  return part;
}

static char *
dup_times (MtrRecord *observation)
{
  const char *from = mtr_record_get_text (observation, MTR_OBSERVATION_STARTED_TIME);
  const char *to = mtr_record_get_text (observation, MTR_OBSERVATION_ENDED_TIME);

  if (from != NULL && to != NULL)
    /* Translators: two times of day: when an observation began and ended. */
    return g_strdup_printf (_("%s to %s"), from, to);
  if (from != NULL)
    /* Translators: the time of day when an observation began. */
    return g_strdup_printf (_("from %s"), from);

  return g_strdup (to);
}

static void
add_facts (MtrBuilder *builder,
           MtrNode    *section,
           MtrRecord  *observation)
{
  g_autofree char *times = dup_times (observation);
  static const MtrField people[] = {
    MTR_OBSERVATION_OBSERVED_ID, MTR_OBSERVATION_OBSERVER_ID, MTR_OBSERVATION_SHADOWER_ID,
    MTR_OBSERVATION_PREPARED_WITH_ID, MTR_OBSERVATION_DEBRIEFED_WITH_ID,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      mtr_builder_add_person (builder, section, observation, people[i], NULL);
      if (people[i] == MTR_OBSERVATION_SHADOWER_ID
          && mtr_record_is_set (observation, MTR_OBSERVATION_SHADOWER_ID))
        mtr_builder_add_answer (section, observation, MTR_OBSERVATION_SHADOWER_CONSENTED, NULL);
    }
  mtr_builder_add_date (section, observation, MTR_OBSERVATION_HELD_ON, NULL);
  if (times != NULL)
    mtr_node_add_field (section, _("Time"), times);
  mtr_builder_add_code (section, observation, MTR_OBSERVATION_MODE, NULL);
  mtr_builder_add_text (section, observation, MTR_OBSERVATION_SETTING,
                        mtr_builder_get_label (builder, MTR_WORDS_OBSERVATION, MTR_OBSERVATION_SETTING));
  mtr_builder_add_text (section, observation, MTR_OBSERVATION_PEOPLE_PRESENT,
                        mtr_builder_get_label (builder, MTR_WORDS_OBSERVATION, MTR_OBSERVATION_PEOPLE_PRESENT));
}

static void
add_texts (MtrBuilder     *builder,
           MtrNode        *part,
           MtrRecord      *observation,
           const MtrField *fields,
           gsize           n_fields)
{
  for (gsize i = 0; i < n_fields; i++)
    mtr_builder_add_text (part, observation, fields[i],
                          mtr_builder_get_label (builder, MTR_WORDS_OBSERVATION, fields[i]));
}

static void
add_plan (MtrBuilder *builder,
          MtrNode    *section,
          MtrRecord  *observation)
{
  static const MtrField texts[] = {
    MTR_OBSERVATION_AIMS, MTR_OBSERVATION_KNOWLEDGE, MTR_OBSERVATION_POWER_AND_VALUES,
  };
  MtrNode *part = begin_part (section, _("Plan"));
  g_autofree char *areas = mtr_builder_dup_standards (builder, mtr_record_get_text (observation,
                                                                                    MTR_OBSERVATION_PLANNED_AREAS));

  mtr_builder_add_date (part, observation, MTR_OBSERVATION_PLAN_AGREED_ON, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (wishes); i++)
    mtr_builder_add_text (part, observation, wishes[i].wish,
                          wishes[i].of_observer ? _("To look for, observer’s wish")
                                                : _("To look for, own wish"));
  if (areas != NULL)
    mtr_node_add_field (part, mtr_builder_get_label (builder, MTR_WORDS_OBSERVATION, MTR_OBSERVATION_PLANNED_AREAS),
                        areas);
  add_texts (builder, part, observation, texts, G_N_ELEMENTS (texts));
  end_part (part);
}

static void
add_consent (MtrBuilder *builder,
             MtrNode    *section,
             MtrRecord  *observation)
{
  static const MtrField texts[] = {
    MTR_OBSERVATION_CONSENT_FROM, MTR_OBSERVATION_CONSENT_HOW, MTR_OBSERVATION_CONSENT_WISHES,
  };
  MtrNode *part = begin_part (section, _("Consent"));

  mtr_builder_add_code (part, observation, MTR_OBSERVATION_CONSENT_STATE, _("Answer"));
  mtr_builder_add_date (part, observation, MTR_OBSERVATION_CONSENT_ON, NULL);
  mtr_builder_add_date (part, observation, MTR_OBSERVATION_CONSENT_WITHDRAWN_ON, NULL);
  add_texts (builder, part, observation, texts, G_N_ELEMENTS (texts));
  end_part (part);
}

static void
add_limits (MtrBuilder *builder,
            MtrNode    *section,
            MtrRecord  *observation)
{
  static const MtrField ticks[] = {
    MTR_OBSERVATION_REMOTE_PRIVATE, MTR_OBSERVATION_REMOTE_SEEN, MTR_OBSERVATION_REMOTE_NOT_RECORDED,
  };
  static const MtrField texts[] = { MTR_OBSERVATION_LIMITATIONS };
  MtrNode *part = begin_part (section, _("What limited the view"));

  if (mtr_record_text_is (observation, MTR_OBSERVATION_MODE, MTR_OBSERVATION_MODE_REMOTE))
    for (gsize i = 0; i < G_N_ELEMENTS (ticks); i++)
      mtr_builder_add_answer (part, observation, ticks[i], NULL);
  add_texts (builder, part, observation, texts, G_N_ELEMENTS (texts));
  end_part (part);
}

static void
add_themes (MtrBuilder *builder,
            MtrNode    *part,
            MtrRecord  *observation)
{
  g_autoptr (GPtrArray) themes = mtr_snapshot_list_where (builder->snapshot, MTR_KIND_OBSERVATION_THEME,
                                                          MTR_OBSERVATION_THEME_OBSERVATION_ID,
                                                          mtr_record_get_id (observation));

  for (guint i = 0; i < themes->len; i++)
    {
      MtrRecord *theme = g_ptr_array_index (themes, i);
      const char *code = mtr_record_get_text (theme, MTR_OBSERVATION_THEME_THEME);
      const MtrWord *word = mtr_pack_find_word (builder->pack, MTR_WORDS_THEMES, code);
      MtrNode *group;

      if (!mtr_record_is_set (theme, MTR_OBSERVATION_THEME_TEXT))
        continue;
      group = mtr_node_add (part, MTR_NODE_GROUP, NULL);
      mtr_builder_name_record (builder, group, theme);
      mtr_builder_add_text (group, theme, MTR_OBSERVATION_THEME_TEXT, word != NULL ? word->title : code);
    }
}

static void
add_areas (MtrBuilder *builder,
           MtrNode    *part,
           MtrRecord  *observation)
{
  g_autoptr (GPtrArray) areas = mtr_snapshot_list_where (builder->snapshot, MTR_KIND_OBSERVATION_AREA,
                                                         MTR_OBSERVATION_AREA_OBSERVATION_ID,
                                                         mtr_record_get_id (observation));
  /* Translators: columns of the table of areas that an observation showed. */
  const char *titles[] = { _("Area shown"), _("Why this shows it"), NULL };
  const guint weights[] = { 2, 3 };
  MtrNode *table;

  if (areas->len == 0)
    return;

  table = mtr_node_add (part, MTR_NODE_TABLE, NULL);
  mtr_node_add_header_row (table, titles, weights);
  for (guint i = 0; i < areas->len; i++)
    {
      MtrRecord *area = g_ptr_array_index (areas, i);
      g_autofree char *name = mtr_builder_dup_standard (builder, mtr_record_get_text (area, MTR_OBSERVATION_AREA_STANDARD));
      const char *rationale = mtr_record_get_text (area, MTR_OBSERVATION_AREA_RATIONALE);
      MtrNode *row = mtr_node_add (table, MTR_NODE_ROW, NULL);
      MtrNode *cell;

      mtr_builder_name_record (builder, row, area);
      cell = mtr_node_add_cell (row, name, NULL, NULL);
      mtr_node_set_flags (cell, MTR_NODE_HEADER);
      cell = mtr_node_add_cell (row, rationale, NULL, NULL);
      if (rationale != NULL)
        mtr_builder_name_text (cell, MTR_OBSERVATION_AREA_RATIONALE);
    }
}

static void
add_feedback (MtrBuilder *builder,
              MtrNode    *section,
              MtrRecord  *observation)
{
  static const MtrField account[] = { MTR_OBSERVATION_ACCOUNT };
  static const MtrField texts[] = { MTR_OBSERVATION_STRENGTHS, MTR_OBSERVATION_TO_DEVELOP };
  const MtrObservationType *type = mtr_pack_find_observation_type (builder->pack,
                                                                   mtr_record_get_text (observation, MTR_OBSERVATION_TYPE));
  const char *observer = mtr_builder_get_name (builder, observation, MTR_OBSERVATION_OBSERVER_ID);
  g_autofree char *heading = NULL;
  MtrNode *part;

  /* Translators: a name: who observed and wrote the feedback. */
  heading = observer != NULL ? g_strdup_printf (_("Feedback by %s"), observer) : g_strdup (_("Feedback"));
  part = begin_part (section, heading);
  mtr_builder_add_date (part, observation, MTR_OBSERVATION_FEEDBACK_GIVEN_ON, NULL);
  mtr_builder_add_code (part, observation, MTR_OBSERVATION_FEEDBACK_HOW, NULL);
  add_texts (builder, part, observation, account, G_N_ELEMENTS (account));
  add_themes (builder, part, observation);
  add_texts (builder, part, observation, texts, G_N_ELEMENTS (texts));
  add_areas (builder, part, observation);
  /* A formative observation is for learning and has no judgement (domain facts, 2.2). */
  if ((type == NULL || type->judged) && mtr_record_is_set (observation, MTR_OBSERVATION_JUDGEMENT))
    {
      const char *code = mtr_record_get_text (observation, MTR_OBSERVATION_JUDGEMENT);
      const MtrWord *word = mtr_pack_find_word (builder->pack, MTR_WORDS_JUDGEMENTS, code);

      mtr_node_add_field (part, mtr_builder_get_label (builder, MTR_WORDS_OBSERVATION, MTR_OBSERVATION_JUDGEMENT),
                          word != NULL ? word->title : code);
    }
  end_part (part);
}

static void
add_reflection (MtrBuilder *builder,
                MtrNode    *section,
                MtrRecord  *observation)
{
  static const MtrField texts[] = { MTR_OBSERVATION_REFLECTION, MTR_OBSERVATION_DISAGREEMENT };
  const char *observed = mtr_builder_get_name (builder, observation, MTR_OBSERVATION_OBSERVED_ID);
  g_autofree char *heading = NULL;
  MtrNode *part;

  /* Translators: a name: who was observed and reflects on it. */
  heading = observed != NULL ? g_strdup_printf (_("Reflection by %s"), observed) : g_strdup (_("Reflection"));
  part = begin_part (section, heading);
  add_texts (builder, part, observation, texts, G_N_ELEMENTS (texts));
  end_part (part);
}

/* The first role that the person had in the pairing on the day of the signature, as the pack calls it. */
static const char *
get_role (MtrBuilder *builder,
          MtrRecord  *observation,
          MtrField    person,
          MtrField    signed_at)
{
  MtrRecord *pairing = mtr_snapshot_follow (builder->snapshot, observation, MTR_OBSERVATION_PAIRING_ID);
  g_autofree char *day = g_strndup (mtr_record_get_text (observation, signed_at), strlen ("2026-11-21"));
  g_autoptr (GPtrArray) roles = NULL;

  if (pairing == NULL)
    return NULL;

  roles = mtr_pairing_list_roles (builder->snapshot, pairing, mtr_record_get_number (observation, person), day);

  return roles->len > 0 ? mtr_builder_get_role (builder, g_ptr_array_index (roles, 0)) : NULL;
}

/* "Mentor, 6 May 2026, 16:00, signed in their own file". */
static char *
dup_signature_line (MtrBuilder         *builder,
                    MtrRecord          *observation,
                    const MtrSignature *signature)
{
  g_autofree char *moment = mtr_builder_dup_date (observation, signature->at_field);
  const char *how = mtr_record_get_text (observation, signature->how_field);
  const char *role = get_role (builder, observation, g_str_equal (signature->slot, "observer")
                                                       ? MTR_OBSERVATION_OBSERVER_ID : MTR_OBSERVATION_OBSERVED_ID,
                               signature->at_field);
  g_autoptr (GString) line = g_string_new (role);

  g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", moment);
  if (how != NULL)
    g_string_append_printf (line, ", %s", mtr_builder_get_code (signature->how_field, how));

  return g_strdup (line->str);
}

static void
add_signatures (MtrBuilder *builder,
                MtrNode    *section,
                MtrRecord  *observation)
{
  guint n_signatures;
  const MtrSignature *signatures = mtr_kind_get_signatures (MTR_KIND_OBSERVATION, &n_signatures);
  MtrNode *part = begin_part (section, _("Signatures"));
  MtrNode *group;

  for (guint i = 0; i < n_signatures; i++)
    {
      g_autofree char *line = NULL;
      MtrNode *signature;

      if (!mtr_record_is_set (observation, signatures[i].at_field))
        continue;
      group = mtr_node_add (part, MTR_NODE_GROUP, NULL);
      mtr_node_set_flags (group, MTR_NODE_TOGETHER);
      signature = mtr_node_add (group, MTR_NODE_SIGNATURE, mtr_record_get_text (observation, signatures[i].name_field));
      mtr_node_set_label (signature, mtr_field_get_label (signatures[i].at_field));
      if (mtr_record_is_set (observation, signatures[i].name_field))
        mtr_builder_name_text (signature, signatures[i].name_field);
      line = dup_signature_line (builder, observation, &signatures[i]);
      mtr_node_add (signature, MTR_NODE_ITEM, line);
    }
  if (part->children->len > 0)
    {
      g_autofree char *sealed = mtr_builder_dup_date (observation, MTR_OBSERVATION_SEALED_AT);

      if (sealed != NULL)
        mtr_node_add_field (part, mtr_field_get_label (MTR_OBSERVATION_SEALED_AT), sealed);
      mtr_node_add (part, MTR_NODE_NOTE,
                    _("Each signature is a typed name, a role and a date: a statement, not a cryptographic signature."));
    }
  end_part (part);
}

static void
add_addenda (MtrBuilder *builder,
             MtrNode    *section,
             MtrRecord  *observation)
{
  g_autoptr (GPtrArray) addenda = mtr_snapshot_list_where (builder->snapshot, MTR_KIND_ADDENDUM,
                                                           MTR_ADDENDUM_OBSERVATION_ID, mtr_record_get_id (observation));
  MtrNode *part = begin_part (section, _("Added after signing"));

  for (guint i = 0; i < addenda->len; i++)
    {
      MtrRecord *addendum = g_ptr_array_index (addenda, i);
      MtrNode *group = mtr_node_add (part, MTR_NODE_GROUP, NULL);

      mtr_builder_name_record (builder, group, addendum);
      mtr_builder_add_code (group, addendum, MTR_ADDENDUM_REASON, NULL);
      mtr_builder_add_date (group, addendum, MTR_ADDENDUM_ADDED_ON, NULL);
      mtr_builder_add_person (builder, group, addendum, MTR_ADDENDUM_AUTHOR_ID, NULL);
      mtr_builder_add_text (group, addendum, MTR_ADDENDUM_TEXT, NULL);
    }
  end_part (part);
}

/*< private >
 * mtr_observation_add_record:
 * @builder: what the record is made from
 * @parent: the section that it goes in
 * @observation: the observation
 */
void
mtr_observation_add_record (MtrBuilder *builder,
                            MtrNode    *parent,
                            MtrRecord  *observation)
{
  g_autofree char *title = mtr_observation_dup_title (builder->pack, builder->snapshot, observation);
  g_autofree char *id = mtr_observation_dup_node_id (observation);
  MtrNode *section = mtr_node_add_section (parent, id, title);

  mtr_builder_name_record (builder, section, observation);
  add_facts (builder, section, observation);
  add_plan (builder, section, observation);
  add_consent (builder, section, observation);
  add_limits (builder, section, observation);
  add_feedback (builder, section, observation);
  add_reflection (builder, section, observation);
  add_signatures (builder, section, observation);
  add_addenda (builder, section, observation);
}

/**
 * mtr_observation_build:
 * @pack: the pack of its pairing
 * @snapshot: the pairing it belongs to, loaded for %MTR_READER_PANEL and no more
 * @observation_id: the observation
 * @as_at: today
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): its record, to be printed; %NULL with an error of %MTR_DOCUMENT_ERROR
 */
MtrDocument *
mtr_observation_build (MtrPack      *pack,
                       MtrSnapshot  *snapshot,
                       gint64        observation_id,
                       const GDate  *as_at,
                       GError      **error)
{
  MtrBuilder builder = { pack, snapshot, *as_at, NULL };
  g_autofree char *title = NULL;
  MtrDocument *document;
  MtrRecord *observation;
  const char *observed;

  if (!mtr_builder_check_audience (snapshot, error))
    return NULL;
  observation = mtr_snapshot_get (snapshot, MTR_KIND_OBSERVATION, observation_id);
  if (!mtr_builder_is_found (observation, MTR_KIND_OBSERVATION, error))
    return NULL;

  title = mtr_observation_dup_title (pack, snapshot, observation);
  observed = mtr_builder_get_name (&builder, observation, MTR_OBSERVATION_OBSERVED_ID);
  document = mtr_document_new (title, mtr_language_get_tag (), as_at);
  if (observed != NULL)
    {
      g_autofree char *header = g_strdup_printf ("%s · %s", title, observed);

      mtr_document_set_header (document, header);
    }
  mtr_document_set_subject (document, mtr_pack_get_title (pack));
  if (!mtr_record_is_set (observation, MTR_OBSERVATION_SEALED_AT))
    mtr_document_set_draft (document, _("Not signed by both: it does not count yet"));
  mtr_observation_add_record (&builder, mtr_document_get_root (document), observation);

  return document;
}
