/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is who in a portfolio: the people it names, what each of them does and
 * does not do here, whether the mentor may mentor, and that there is an
 * agreement; what is in the agreement stays between the two.
 */

#include "mtr-people-section-private.h"

#include "mtr-agreement.h"
#include "mtr-eligibility.h"
#include "mtr-messages.h"
#include "mtr-pairing.h"

/* The roles that are spelled out; a panel reads what each does and, above all, does not. */
static const char * const spelled_out[] = {
  MTR_ROLE_MENTEE, MTR_ROLE_MENTOR, MTR_ROLE_LINE_MANAGER, MTR_ROLE_OBSERVER,
};

/* What somebody who has no role in the pairing has to do with an observation. */
static const struct {
  MtrField    person;
  const char *label;   /* untranslated */
} parts[] = {
  { MTR_OBSERVATION_OBSERVER_ID, N_("Observed") },
  { MTR_OBSERVATION_SHADOWER_ID, N_("Came along to learn") },
  { MTR_OBSERVATION_PREPARED_WITH_ID, N_("Helped to prepare an observation") },
  { MTR_OBSERVATION_DEBRIEFED_WITH_ID, N_("Helped to think about an observation") },
};

static const char *
get_part (MtrBuilder *builder,
          gint64      person_id)
{
  for (guint i = 0; i < mtr_snapshot_count (builder->snapshot, MTR_KIND_OBSERVATION); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (parts); j++)
      if (mtr_record_get_number (mtr_snapshot_nth (builder->snapshot, MTR_KIND_OBSERVATION, i), parts[j].person)
          == person_id)
        return _(parts[j].label);

  return NULL;
}

static char *
dup_roles (MtrBuilder *builder,
           MtrRecord  *portfolio,
           MtrRecord  *pairing,
           gint64      person_id)
{
  g_autoptr (GPtrArray) roles = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (pairing != NULL)
    roles = mtr_pairing_list_roles (builder->snapshot, pairing, person_id, NULL);
  for (guint i = 0; roles != NULL && i < roles->len; i++)
    {
      if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append (text, mtr_builder_get_role (builder, g_ptr_array_index (roles, i)));
    }

  if (text->len > 0)
    return g_strdup (text->str);

  /* Of a pairing that has ended nobody is a member any more; the portfolio is still that person's. */
  return g_strdup (mtr_record_get_number (portfolio, MTR_PORTFOLIO_PERSON_ID) == person_id
                     ? mtr_builder_get_role (builder, MTR_ROLE_MENTEE) : get_part (builder, person_id));
}

/* The columns of the table of people; a column that nobody has anything for is left away. */
static const struct {
  MtrField    field;   /* MTR_FIELD_NONE: the roles in the pairing */
  const char *label;   /* untranslated; NULL: as in the table of fields */
  guint       weight;
} columns[] = {
  { MTR_PERSON_NAME, NULL, 19 },
  { MTR_FIELD_NONE, N_("Here"), 17 },
  { MTR_PERSON_ROLE_TITLE, NULL, 21 },
  { MTR_PERSON_EMPLOYER, NULL, 17 },
  { MTR_PERSON_TEAM, NULL, 17 },
  { MTR_PERSON_REGISTRATION_NUMBER, N_("Registration"), 15 },
};

static gboolean
is_column_shown (GPtrArray *people,
                 MtrField   field)
{
  if (field == MTR_FIELD_NONE)
    return TRUE;

  for (guint i = 0; i < people->len; i++)
    if (mtr_record_is_set (g_ptr_array_index (people, i), field))
      return TRUE;

  return FALSE;
}

static void
add_person (MtrBuilder *builder,
            MtrNode    *table,
            GPtrArray  *people,
            MtrRecord  *portfolio,
            MtrRecord  *pairing,
            MtrRecord  *person)
{
  MtrNode *row = mtr_node_add (table, MTR_NODE_ROW, NULL);

  mtr_builder_name_record (builder, row, person);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      MtrField field = columns[i].field;
      g_autofree char *roles = field == MTR_FIELD_NONE ? dup_roles (builder, portfolio, pairing, mtr_record_get_id (person))
                                                           : NULL;
      MtrNode *cell;

      if (!is_column_shown (people, field))
        continue;
      cell = mtr_node_add_cell (row, field != MTR_FIELD_NONE ? mtr_record_get_text (person, field) : roles, NULL, NULL);
      if (field != MTR_FIELD_NONE && mtr_record_is_set (person, field))
        mtr_builder_name_text (cell, field);
      if (field == MTR_PERSON_NAME)
        mtr_node_set_flags (cell, MTR_NODE_HEADER);
    }
}

/* First those whom the portfolio is about, then everybody else it names, oldest entry first. */
static GPtrArray *
list_people (MtrBuilder *builder,
             MtrRecord  *portfolio,
             MtrRecord  *pairing)
{
  gint64 first[] = {
    mtr_record_get_number (portfolio, MTR_PORTFOLIO_PERSON_ID),
    pairing != NULL ? mtr_record_get_number (pairing, MTR_PAIRING_MENTOR_ID) : 0,
    pairing != NULL ? mtr_pairing_get_line_manager (builder->snapshot, pairing) : 0,
  };
  GPtrArray *people = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (first); i++)
    {
      MtrRecord *person = mtr_snapshot_get (builder->snapshot, MTR_KIND_PERSON, first[i]);

      if (person != NULL && !g_ptr_array_find (people, person, NULL))
        g_ptr_array_add (people, person);
    }
  for (guint i = 0; i < mtr_snapshot_count (builder->snapshot, MTR_KIND_PERSON); i++)
    {
      MtrRecord *person = mtr_snapshot_nth (builder->snapshot, MTR_KIND_PERSON, i);
      gint64 id = mtr_record_get_id (person);

      if (g_hash_table_contains (builder->people, &id) && !g_ptr_array_find (people, person, NULL))
        g_ptr_array_add (people, person);
    }

  return people;
}

static void
add_people (MtrBuilder *builder,
            MtrNode    *section,
            MtrRecord  *portfolio,
            MtrRecord  *pairing)
{
  g_autoptr (GPtrArray) people = list_people (builder, portfolio, pairing);
  MtrNode *table = mtr_node_add (section, MTR_NODE_TABLE, NULL);
  MtrNode *header = mtr_node_add (table, MTR_NODE_ROW, NULL);

  mtr_node_set_flags (header, MTR_NODE_HEADER);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const char *label = columns[i].label != NULL ? _(columns[i].label) : NULL;
      MtrNode *cell;

      if (!is_column_shown (people, columns[i].field))
        continue;
      cell = mtr_node_add_cell (header, label != NULL ? label : mtr_field_get_label (columns[i].field), NULL, NULL);
      mtr_node_set_flags (cell, MTR_NODE_HEADER);
      mtr_node_set_count (cell, columns[i].weight);
    }
  for (guint i = 0; i < people->len; i++)
    add_person (builder, table, people, portfolio, pairing, g_ptr_array_index (people, i));
}

static char *
dup_list (char **items)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; items != NULL && items[i] != NULL; i++)
    g_string_append_printf (text, "%s• %s", i > 0 ? "\n" : "", items[i]);

  return g_strdup (text->str);
}

static void
add_roles (MtrBuilder *builder,
           MtrNode    *section)
{
  /* Translators: columns of a table: a role, what it does, what it does not do. */
  const char *titles[] = { _("Role"), _("Does"), _("Does not"), NULL };
  const guint weights[] = { 2, 5, 5 };
  MtrNode *part = mtr_node_add_section (section, NULL, _("What each does, and does not do"));
  MtrNode *table = mtr_node_add (part, MTR_NODE_TABLE, NULL);

  mtr_node_set_flags (part, MTR_NODE_UNLISTED);
  mtr_node_add_header_row (table, titles, weights);
  for (gsize i = 0; i < G_N_ELEMENTS (spelled_out); i++)
    {
      const MtrPackRole *role = mtr_pack_find_role (builder->pack, spelled_out[i]);
      g_autofree char *does = NULL;
      g_autofree char *does_not = NULL;
      MtrNode *row;

      if (role == NULL)
        continue;
      does = dup_list (role->does);
      does_not = dup_list (role->does_not);
      row = mtr_node_add (table, MTR_NODE_ROW, NULL);
      mtr_node_set_flags (mtr_node_add_cell (row, role->title, NULL, NULL), MTR_NODE_HEADER);
      mtr_node_add_cell (row, does, NULL, NULL);
      mtr_node_add_cell (row, does_not, NULL, NULL);
    }
  if (table->children->len == 1)
    g_ptr_array_remove (section->children, part);
}

static void
add_eligibility (MtrBuilder *builder,
                 MtrNode    *part,
                 MtrRecord  *pairing)
{
  g_autoptr (MtrEligibility) eligibility = mtr_eligibility_check (builder->pack, builder->snapshot, pairing);
  /* Translators: columns of a table: what a mentor is asked for, and whether it is so. */
  const char *titles[] = { _("What is asked of a mentor"), _("Answer"), NULL };
  const guint weights[] = { 4, 1 };
  MtrNode *table;

  if (eligibility->rows->len == 0 || !mtr_record_is_set (pairing, MTR_PAIRING_MENTOR_ID))
    return;

  table = mtr_node_add (part, MTR_NODE_TABLE, NULL);
  mtr_node_add_header_row (table, titles, weights);
  for (guint i = 0; i < eligibility->rows->len; i++)
    {
      MtrEligibilityRow *rule = g_ptr_array_index (eligibility->rows, i);
      MtrNode *row = mtr_node_add (table, MTR_NODE_ROW, NULL);

      mtr_node_add_cell (row, rule->sentence, NULL, NULL);
      mtr_node_add_cell (row, mtr_answer_get_label (rule->answer), NULL, NULL);
    }
}

static gboolean
is_review_asked_for (MtrPack    *pack,
                     const char *kind)
{
  GPtrArray *requirements = mtr_pack_get_requirements (pack);

  for (guint i = 0; i < requirements->len; i++)
    {
      const MtrRequirement *requirement = g_ptr_array_index (requirements, i);

      if (requirement->kind == MTR_REQUIREMENT_REVIEWS && g_strcmp0 (requirement->code, kind) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Files say which of the reviews that the pathway asks for have been held; what was said in them stays between the two. */
static void
add_reviews (MtrBuilder *builder,
             MtrNode    *part,
             gint64      pairing_id)
{
  static const MtrField facts[] = { MTR_REVIEW_KIND, MTR_REVIEW_DUE_ON, MTR_REVIEW_HELD_ON };
  g_autoptr (GPtrArray) reviews = mtr_snapshot_list_where (builder->snapshot, MTR_KIND_REVIEW, MTR_REVIEW_PAIRING_ID,
                                                           pairing_id);

  for (guint i = 0; i < reviews->len; i++)
    {
      MtrRecord *review = g_ptr_array_index (reviews, i);
      g_autofree char *id = NULL;
      MtrNode *node;

      if (!is_review_asked_for (builder->pack, mtr_record_get_text (review, MTR_REVIEW_KIND)))
        continue;
      id = mtr_builder_dup_id (NULL, mtr_record_get_id (review));
      node = mtr_node_add (part, MTR_NODE_DATA, NULL);
      mtr_node_set_name (node, "review");
      mtr_node_set_attribute (node, "id", id);
      mtr_builder_add_facts (builder, node, review, facts, G_N_ELEMENTS (facts));
    }
}

static void
add_pairing (MtrBuilder *builder,
             MtrNode    *section,
             MtrRecord  *portfolio,
             MtrRecord  *pairing)
{
  static const MtrField dates[] = { MTR_PAIRING_STARTED_ON, MTR_PAIRING_PLANNED_END_ON, MTR_PAIRING_ENDED_ON };
  static const MtrField reasons[] = { MTR_PAIRING_DUAL_ROLE_REASON, MTR_PAIRING_EXCEPTION_REASON };
  static const MtrField agreed[] = { MTR_AGREEMENT_MENTOR_SIGNED_AT, MTR_AGREEMENT_MENTEE_SIGNED_AT,
                                     MTR_AGREEMENT_REVIEW_ON };
  g_autoptr (GPtrArray) members = NULL;
  MtrRecord *agreement;
  MtrNode *part, *group;

  part = mtr_node_add_section (section, NULL, _("Support and assessment"));
  mtr_node_set_flags (part, MTR_NODE_UNLISTED);
  mtr_builder_name_record (builder, part, pairing);
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    mtr_builder_add_date (part, pairing, dates[i], NULL);
  add_eligibility (builder, part, pairing);
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    mtr_builder_add_text (part, pairing, reasons[i], NULL);

  members = mtr_snapshot_list_where (builder->snapshot, MTR_KIND_MEMBER, MTR_MEMBER_PAIRING_ID,
                                     mtr_record_get_id (pairing));
  for (guint i = 0; i < members->len; i++)
    {
      MtrRecord *member = g_ptr_array_index (members, i);

      /* The other members of a group have no part in this portfolio. */
      if (mtr_record_get_number (member, MTR_MEMBER_PERSON_ID) != mtr_record_get_number (portfolio, MTR_PORTFOLIO_PERSON_ID))
        continue;
      mtr_builder_name_record (builder, mtr_node_add (part, MTR_NODE_DATA, NULL), member);
    }

  add_reviews (builder, part, mtr_record_get_id (pairing));

  agreement = mtr_agreement_find_signed (builder->snapshot, mtr_record_get_id (pairing));
  if (agreement == NULL)
    return;
  group = mtr_node_add (part, MTR_NODE_GROUP, NULL);
  mtr_node_set_flags (group, MTR_NODE_TOGETHER);
  mtr_builder_name_record (builder, group, agreement);
  mtr_node_add_paragraph (group, _("There is an agreement on roles, confidentiality and what the line manager receives. "
                                   "What it says stays between the two who signed it."));
  for (gsize i = 0; i < G_N_ELEMENTS (agreed); i++)
    mtr_builder_add_date (group, agreement, agreed[i], NULL);
}

/*< private >
 * mtr_people_add_section:
 * @builder: what the section is made from, with the people that the document names
 * @parent: the root of a document
 * @portfolio: the portfolio
 * @pairing: (nullable): its pairing
 */
void
mtr_people_add_section (MtrBuilder *builder,
                        MtrNode    *parent,
                        MtrRecord  *portfolio,
                        MtrRecord  *pairing)
{
  MtrNode *section = mtr_node_add_section (parent, "people", _("Who is who"));

  add_people (builder, section, portfolio, pairing);
  add_roles (builder, section);
  if (pairing != NULL)
    add_pairing (builder, section, portfolio, pairing);
}
