/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A portfolio from its cover to the list of what is left out. What there is
 * none of is absent. The order of the parts is fixed, for people who read many
 * of them and for files that are compared (domain facts, 1.6).
 */

#include "mtr-portfolio-builder.h"

#include "mtr-date.h"
#include "mtr-evidence-section-private.h"
#include "mtr-map-builder-private.h"
#include "mtr-messages.h"
#include "mtr-observation-builder-private.h"
#include "mtr-observation-series.h"
#include "mtr-observation.h"
#include "mtr-pairing.h"
#include "mtr-people-section-private.h"
#include "mtr-portfolio.h"
#include "mtr-report-section-private.h"
#include "mtr-requirement.h"

/** Portfolio: what all the parts need. */
typedef struct {
  MtrBuilder  builder;
  MtrRecord  *portfolio;     /* (unowned) */
  MtrRecord  *pairing;       /* (unowned) (nullable) */
  GPtrArray  *observations;  /* (owned) (element-type MtrRecord): those that go in */
  GPtrArray  *missing;       /* (owned) (element-type MtrRequirementResult): unowned by it */
  GPtrArray  *results;       /* (owned) (element-type MtrRequirementResult) */
} Portfolio;

static gint64
get_id (Portfolio *self)
{
  return mtr_record_get_id (self->portfolio);
}

/* Signed by both, with consent, not withdrawn: what counts is what goes in. */
static GPtrArray *
list_observations (Portfolio *self)
{
  g_autoptr (GPtrArray) places = mtr_observation_series_list (self->builder.pack, self->builder.snapshot,
                                                              mtr_record_get_number (self->portfolio,
                                                                                     MTR_PORTFOLIO_PERSON_ID));
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < places->len; i++)
    {
      MtrObservationPlace *place = g_ptr_array_index (places, i);

      if (place->observation != NULL && mtr_observation_counts (self->builder.snapshot, place->observation))
        g_ptr_array_add (found, place->observation);
    }

  return found;
}

static void
list_missing (Portfolio *self)
{
  gint64 person_id = mtr_record_get_number (self->portfolio, MTR_PORTFOLIO_PERSON_ID);

  self->results = mtr_requirement_check (self->builder.pack, self->builder.snapshot, self->portfolio, person_id,
                                         &self->builder.as_at);
  self->missing = g_ptr_array_new ();
  for (guint i = 0; i < self->results->len; i++)
    {
      MtrRequirementResult *result = g_ptr_array_index (self->results, i);

      if (!result->met)
        g_ptr_array_add (self->missing, result);
    }
}

static void
name_programme (MtrNode    *field,
                const char *title)
{
  mtr_node_set_name (field, "programme");
  mtr_builder_name_text (mtr_node_add (field, MTR_NODE_DATA, title), MTR_PROGRAMME_TITLE);
}

/* A file says where the portfolio was begun: that is true wherever it is brought in. */
static void
add_programme (Portfolio *self,
               MtrNode   *cover)
{
  MtrSnapshot *snapshot = self->builder.snapshot;
  MtrRecord *programme = mtr_snapshot_count (snapshot, MTR_KIND_PROGRAMME) > 0
                           ? mtr_snapshot_nth (snapshot, MTR_KIND_PROGRAMME, 0) : NULL;
  const char *title = programme != NULL ? mtr_record_get_text (programme, MTR_PROGRAMME_TITLE) : NULL;
  const char *begun = mtr_record_get_text (self->portfolio, MTR_PORTFOLIO_CARRIED_FROM);
  MtrNode *field;

  if (title != NULL)
    {
      field = mtr_node_add_field (cover, mtr_kind_get_label (MTR_KIND_PROGRAMME), title);
      if (begun == NULL)
        name_programme (field, title);
    }
  if (begun != NULL)
    {
      field = mtr_node_add_field (cover, mtr_field_get_label (MTR_PORTFOLIO_CARRIED_FROM), begun);
      name_programme (field, begun);
    }
}

static void
add_cover (Portfolio  *self,
           MtrNode    *root,
           const char *title,
           const char *draft)
{
  MtrBuilder *builder = &self->builder;
  MtrRecord *person = mtr_snapshot_follow (builder->snapshot, self->portfolio, MTR_PORTFOLIO_PERSON_ID);
  g_autofree char *as_at = mtr_date_format (&builder->as_at, MTR_DATE_STYLE_LONG);
  MtrNode *cover = mtr_node_add (root, MTR_NODE_COVER, title);
  MtrNode *node;

  mtr_node_set_label (cover, mtr_pack_get_title (builder->pack));
  if (draft != NULL)
    mtr_node_set_flags (mtr_node_add_paragraph (cover, draft), MTR_NODE_HEADER);

  node = mtr_node_add (cover, MTR_NODE_DATA, mtr_pack_get_title (builder->pack));
  mtr_node_set_name (node, "scheme");
  mtr_node_set_attribute (node, "id", mtr_pack_get_id (builder->pack));
  mtr_node_set_attribute (node, "version", mtr_pack_get_version (builder->pack));

  add_programme (self, cover);
  if (person != NULL)
    {
      if (mtr_record_is_set (person, MTR_PERSON_EMPLOYER))
        mtr_node_add_field (cover, mtr_field_get_label (MTR_PERSON_EMPLOYER),
                            mtr_record_get_text (person, MTR_PERSON_EMPLOYER));
      if (mtr_record_is_set (person, MTR_PERSON_TEAM))
        mtr_node_add_field (cover, mtr_field_get_label (MTR_PERSON_TEAM), mtr_record_get_text (person, MTR_PERSON_TEAM));
    }
  mtr_builder_add_person (builder, cover, self->pairing, MTR_PAIRING_MENTOR_ID,
                          mtr_builder_get_role (builder, "mentor"));
  mtr_builder_add_person (builder, cover, self->pairing, MTR_PAIRING_LINE_MANAGER_ID,
                          mtr_builder_get_role (builder, "line-manager"));
  mtr_builder_add_date (cover, self->portfolio, MTR_PORTFOLIO_STARTED_ON, NULL);
  mtr_builder_add_date (cover, self->portfolio, MTR_PORTFOLIO_SUBMIT_BY, NULL);
  mtr_node_add_field (cover, _("As at"), as_at);
}

/* Who has read it for names: the day and the person, of the first and of the second reading. */
static void
add_readings (Portfolio *self,
              MtrNode   *section)
{
  static const struct {
    MtrField on;
    MtrField by;
  } readings[] = {
    { MTR_PORTFOLIO_ATTESTED_ON, MTR_PORTFOLIO_ATTESTED_BY_ID },
    { MTR_PORTFOLIO_SECOND_CHECK_ON, MTR_PORTFOLIO_SECOND_CHECK_BY_ID },
  };
  const char *labels[] = { _("Read for names"), _("Checked a second time") };

  for (gsize i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autofree char *date = mtr_builder_dup_date (self->portfolio, readings[i].on);
      const char *name = mtr_builder_get_name (&self->builder, self->portfolio, readings[i].by);
      g_autofree char *text = NULL;

      if (date == NULL)
        text = g_strdup (_("Not yet"));
      else if (name != NULL)
        /* Translators: the name of a person, a date: who read the portfolio for names, and when. */
        text = g_strdup_printf (_("By %s on %s"), name, date);
      else
        text = g_steal_pointer (&date);
      mtr_node_add_field (section, labels[i], text);
    }
  if (mtr_record_is_set (self->portfolio, MTR_PORTFOLIO_ATTESTED_ON)
      && !mtr_portfolio_is_checked_for_names (self->builder.snapshot, self->portfolio))
    mtr_node_add (section, MTR_NODE_NOTE, _("Something has changed since it was read for names."));
}

static void
add_confidentiality (Portfolio *self,
                     MtrNode   *root)
{
  const char *note = mtr_pack_get_note (self->builder.pack);
  MtrNode *section = mtr_node_add_section (root, "confidentiality", _("Before you read"));

  mtr_node_set_flags (section, MTR_NODE_NEW_PAGE);
  mtr_node_add_paragraph (section,
                          _("This portfolio is about how somebody supervises. The people whom the work is for, and "
                            "colleagues who have no part in the programme, appear in it by role or by a code, without "
                            "anything that could tell a reader who they are. If you recognise somebody all the same, "
                            "keep it to yourself and say so to the person whose portfolio it is."));
  mtr_node_add_paragraph (section,
                          _("It is for the people named in “Who is who”, for those who assess it and for those who "
                            "moderate. Please do not copy it or pass it on, keep it locked away, and destroy it or give "
                            "it back when you no longer need it."));
  mtr_node_add_paragraph (section,
                          _("The diary of the sessions, what was said in confidence, private notes and drafts are "
                            "never part of a portfolio."));
  add_readings (self, section);
  if (note != NULL)
    {
      MtrNode *about = mtr_node_add (section, MTR_NODE_NOTE, note);

      mtr_node_set_label (about, mtr_pack_get_title (self->builder.pack));
    }
}

static void
add_missing (Portfolio *self,
             MtrNode   *root)
{
  MtrNode *section, *list;

  if (self->missing->len == 0)
    return;

  section = mtr_node_add_section (root, "missing", _("What is still missing"));
  mtr_node_add_paragraph (section, _("This is a draft. The programme asks for these things, and they are not here yet:"));
  list = mtr_node_add (section, MTR_NODE_LIST, NULL);
  for (guint i = 0; i < self->missing->len; i++)
    {
      MtrRequirementResult *result = g_ptr_array_index (self->missing, i);
      g_autofree char *text = result->reason != NULL ? g_strdup_printf ("%s (%s)", result->title, result->reason)
                                                     : g_strdup (result->title);

      mtr_node_add (list, MTR_NODE_ITEM, text);
    }
}

static void
add_contents (Portfolio *self,
              MtrNode   *root)
{
  g_autoptr (GPtrArray) items = mtr_portfolio_list_evidence (self->builder.snapshot, get_id (self));
  MtrNode *section = mtr_node_add_section (root, "contents", _("Contents"));

  mtr_node_set_flags (section, MTR_NODE_NEW_PAGE | MTR_NODE_UNLISTED);
  mtr_node_add (section, MTR_NODE_CONTENTS, NULL);

  if (items->len > 0)
    {
      MtrNode *group = mtr_node_add (root, MTR_NODE_GROUP, NULL);

      mtr_node_set_flags (group, MTR_NODE_TOGETHER);
      section = mtr_node_add_section (group, "index", _("Index of evidence"));
      mtr_evidence_add_index (&self->builder, section, get_id (self));
    }
}

static void
add_areas (Portfolio *self,
           MtrNode   *root)
{
  GPtrArray *areas = mtr_pack_get_areas (self->builder.pack);
  MtrNode *section, *list;

  if (areas->len == 0)
    return;

  section = mtr_node_add_section (root, "areas", _("What it is read against"));
  mtr_node_set_flags (section, MTR_NODE_NEW_PAGE);
  list = mtr_node_add (section, MTR_NODE_LIST, NULL);
  for (guint i = 0; i < areas->len; i++)
    {
      const MtrStandard *area = g_ptr_array_index (areas, i);
      MtrNode *item = mtr_node_add (list, MTR_NODE_ITEM, area->title);

      mtr_node_set_label (item, area->code);
      mtr_node_set_name (item, "area");
      mtr_node_set_attribute (item, "code", area->code);
    }
}

static void
add_observations (Portfolio *self,
                  MtrNode   *root)
{
  MtrNode *section;

  if (self->observations->len == 0)
    return;

  section = mtr_node_add_section (root, "observations", mtr_pack_get_word (self->builder.pack, "observations") != NULL
                                                          ? mtr_pack_get_word (self->builder.pack, "observations")
                                                          : _("Observations"));
  mtr_node_set_flags (section, MTR_NODE_NEW_PAGE);
  for (guint i = 0; i < self->observations->len; i++)
    {
      mtr_observation_add_record (&self->builder, section, g_ptr_array_index (self->observations, i));
      if (i > 0)
        mtr_node_set_flags (mtr_node_nth (section, i), MTR_NODE_NEW_PAGE);
    }
}

static MtrNode *
add_left_out_item (MtrNode    *list,
                   const char *kind,
                   MtrRecord  *record,
                   const char *name,
                   const char *reason)
{
  /* Translators: what is not in the portfolio, and why: "E05 Notes of a meeting: withdrawn on 3 May 2026". */
  g_autofree char *text = g_strdup_printf (_("%s: %s"), name, reason);
  g_autofree char *id = mtr_builder_dup_id (NULL, mtr_record_get_id (record));
  MtrNode *item = mtr_node_add (list, MTR_NODE_ITEM, text);

  mtr_node_set_name (item, "left-out");
  mtr_node_set_attribute (item, "kind", kind);
  mtr_node_set_attribute (item, "id", id);
  mtr_node_set_name (mtr_node_add (item, MTR_NODE_DATA, text), "reason");

  return item;
}

/* What has to be known of an observation for the same sentence about it in another programme's file, and no more. */
static void
add_left_out_observation (Portfolio  *self,
                          MtrNode    *list,
                          MtrRecord  *observation,
                          const char *title,
                          const char *reason)
{
  static const MtrField facts[] = {
    MTR_OBSERVATION_PAIRING_ID, MTR_OBSERVATION_TYPE, MTR_OBSERVATION_HELD_ON, MTR_OBSERVATION_CONSENT_STATE,
    MTR_OBSERVATION_CONSENT_ON, MTR_OBSERVATION_CONSENT_WITHDRAWN_ON, MTR_OBSERVATION_WITHDRAWN_ON,
  };
  static const MtrField erased[] = { MTR_OBSERVATION_ERASED_AT };
  static const MtrField signed_facts[] = {
    MTR_OBSERVATION_OBSERVER_SIGNED_AT, MTR_OBSERVATION_OBSERVED_SIGNED_AT, MTR_OBSERVATION_SEALED_AT,
  };
  MtrNode *item = add_left_out_item (list, "observation", observation, title, reason);
  MtrRecord *withdrawal = mtr_observation_find_withdrawal (self->builder.snapshot, observation);

  mtr_builder_add_facts (&self->builder, item, observation, facts, G_N_ELEMENTS (facts));
  if (withdrawal != NULL && !mtr_record_is_set (observation, MTR_OBSERVATION_WITHDRAWN_ON))
    mtr_builder_name_text (mtr_node_add (item, MTR_NODE_DATA, mtr_record_get_text (withdrawal, MTR_ADDENDUM_ADDED_ON)),
                           MTR_OBSERVATION_WITHDRAWN_ON);
  if (mtr_record_is_set (observation, MTR_OBSERVATION_SEALED_AT))
    mtr_builder_add_facts (&self->builder, item, observation, signed_facts, G_N_ELEMENTS (signed_facts));
  mtr_builder_add_facts (&self->builder, item, observation, erased, G_N_ELEMENTS (erased));
}

static void
add_left_out_evidence (Portfolio  *self,
                       MtrNode    *list,
                       MtrLeftOut *left_out)
{
  static const MtrField facts[] = {
    MTR_EVIDENCE_NUMBER, MTR_EVIDENCE_KIND, MTR_EVIDENCE_HAPPENED_ON, MTR_EVIDENCE_INCLUDED, MTR_EVIDENCE_WITHDRAWN_ON,
    MTR_EVIDENCE_OBSERVATION_ID, MTR_EVIDENCE_TITLE,
  };

  mtr_builder_add_facts (&self->builder, add_left_out_item (list, "evidence", left_out->evidence, left_out->name,
                                                            left_out->reason),
                         left_out->evidence, facts, G_N_ELEMENTS (facts));
}

static char *
dup_observation_reason (Portfolio *self,
                        MtrRecord *observation)
{
  switch (mtr_observation_get_step (self->builder.snapshot, observation))
    {
    case MTR_OBSERVATION_STEP_ERASED:
      return g_strdup (_("erased"));
    case MTR_OBSERVATION_STEP_WITHDRAWN:
      return g_strdup (_("withdrawn"));
    case MTR_OBSERVATION_STEP_REFUSED:
      return g_strdup (_("it did not take place"));
    case MTR_OBSERVATION_STEP_SEALED:
      return g_strdup (_("it does not count: there was no consent beforehand"));
    case MTR_OBSERVATION_STEP_PLAN:
    case MTR_OBSERVATION_STEP_CONSENT:
    case MTR_OBSERVATION_STEP_OBSERVE:
    case MTR_OBSERVATION_STEP_FEEDBACK:
    case MTR_OBSERVATION_STEP_REFLECTION:
    case MTR_OBSERVATION_STEP_SIGN:
    default:
      return g_strdup (_("not signed by both yet"));
    }
}

static void
add_left_out (Portfolio *self,
              MtrNode   *root)
{
  g_autoptr (GPtrArray) items = mtr_portfolio_list_left_out (self->builder.snapshot, get_id (self));
  g_autoptr (GPtrArray) observations = NULL;
  MtrRecord *report = mtr_portfolio_find_report (self->builder.snapshot, get_id (self));
  MtrNode *section = mtr_node_add_section (root, "left-out", _("What is left out"));
  MtrNode *list = mtr_node_add (section, MTR_NODE_LIST, NULL);

  observations = mtr_snapshot_list_where (self->builder.snapshot, MTR_KIND_OBSERVATION, MTR_OBSERVATION_OBSERVED_ID,
                                          mtr_record_get_number (self->portfolio, MTR_PORTFOLIO_PERSON_ID));
  for (guint i = 0; i < observations->len; i++)
    {
      MtrRecord *observation = g_ptr_array_index (observations, i);
      g_autofree char *title = NULL;
      g_autofree char *reason = NULL;

      if (g_ptr_array_find (self->observations, observation, NULL))
        continue;
      title = mtr_observation_dup_title (self->builder.pack, self->builder.snapshot, observation);
      reason = dup_observation_reason (self, observation);
      add_left_out_observation (self, list, observation, title, reason);
    }
  for (guint i = 0; i < items->len; i++)
    add_left_out_evidence (self, list, g_ptr_array_index (items, i));
  if (report != NULL && !mtr_record_is_set (report, MTR_REPORT_PASSED_AT))
    add_left_out_item (list, "report", report, mtr_kind_get_label (MTR_KIND_REPORT), _("not passed on yet"));

  if (list->children->len == 0)
    g_ptr_array_remove (root->children, section);
}

static void
add_person (Portfolio *self,
            gint64     person_id)
{
  gint64 *id = g_new (gint64, 1);

  *id = person_id;
  g_hash_table_add (self->builder.people, id);
}

/* Everybody whom an exported record names: nobody else is in the file. */
static void
add_people_of (Portfolio *self,
               MtrRecord *record)
{
  const MtrKindInfo *kind;

  if (record == NULL)
    return;

  kind = mtr_kind_get_info (mtr_record_get_kind (record));
  for (int i = kind->first_field; i <= (int) kind->last_field; i++)
    {
      const MtrFieldInfo *info = mtr_field_get_info (i);

      if (info->reference != MTR_KIND_PERSON || !(info->audience & MTR_READER_PANEL) ||
          (info->flags & MTR_FIELD_APART) || !mtr_record_is_set (record, i))
        continue;
      add_person (self, mtr_record_get_number (record, i));
    }
}

static void
collect_people (Portfolio *self)
{
  MtrSnapshot *snapshot = self->builder.snapshot;

  self->builder.people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  add_people_of (self, self->portfolio);
  add_people_of (self, self->pairing);
  if (self->pairing != NULL)
    add_person (self, mtr_pairing_get_line_manager (snapshot, self->pairing));
  for (guint i = 0; i < self->observations->len; i++)
    {
      MtrRecord *observation = g_ptr_array_index (self->observations, i);
      g_autoptr (GPtrArray) addenda = mtr_snapshot_list_where (snapshot, MTR_KIND_ADDENDUM, MTR_ADDENDUM_OBSERVATION_ID,
                                                               mtr_record_get_id (observation));

      add_people_of (self, observation);
      for (guint j = 0; j < addenda->len; j++)
        add_people_of (self, g_ptr_array_index (addenda, j));
    }
  add_people_of (self, mtr_portfolio_find_report (snapshot, get_id (self)));
}

static void
add_all (Portfolio  *self,
         MtrNode    *root,
         const char *title,
         const char *draft)
{
  g_autofree char *as_at = mtr_date_to_iso (&self->builder.as_at);

  mtr_builder_name_record (&self->builder, root, self->portfolio);
  mtr_node_set_attribute (root, "as-at", as_at);
  mtr_node_set_attribute (root, "ready", self->missing->len == 0 ? "true" : "false");

  add_cover (self, root, title, draft);
  add_confidentiality (self, root);
  add_missing (self, root);
  add_contents (self, root);
  add_areas (self, root);
  mtr_people_add_section (&self->builder, root, self->portfolio, self->pairing);
  add_observations (self, root);
  mtr_evidence_add_section (&self->builder, root, get_id (self));
  mtr_map_add_section (&self->builder, root, self->portfolio);
  mtr_report_add_section (&self->builder, root, get_id (self));
  mtr_outcomes_add_section (&self->builder, root, get_id (self));
  add_left_out (self, root);
}

/**
 * mtr_portfolio_build:
 * @pack: the pack of the portfolio
 * @snapshot: the pairing and the portfolios of its mentees, loaded for %MTR_READER_PANEL and no more
 * @portfolio_id: the portfolio
 * @as_at: today
 * @error: where an error goes
 *
 * The same records on the same day always give the same document. While something is missing that the pack asks for, every
 * page says so, and it is listed.
 *
 * Returns: (transfer full) (nullable): the portfolio; %NULL with an error of %MTR_DOCUMENT_ERROR
 */
MtrDocument *
mtr_portfolio_build (MtrPack      *pack,
                     MtrSnapshot  *snapshot,
                     gint64        portfolio_id,
                     const GDate  *as_at,
                     GError      **error)
{
  Portfolio self = { { pack, snapshot, *as_at, NULL }, NULL };
  g_autofree char *title = NULL;
  g_autofree char *draft = NULL;
  MtrDocument *document;
  const char *name;

  if (!mtr_builder_check_audience (snapshot, error))
    return NULL;
  self.portfolio = mtr_snapshot_get (snapshot, MTR_KIND_PORTFOLIO, portfolio_id);
  if (!mtr_builder_is_found (self.portfolio, MTR_KIND_PORTFOLIO, error))
    return NULL;

  self.pairing = mtr_snapshot_follow (snapshot, self.portfolio, MTR_PORTFOLIO_PAIRING_ID);
  self.observations = list_observations (&self);
  list_missing (&self);
  collect_people (&self);

  name = mtr_builder_get_name (&self.builder, self.portfolio, MTR_PORTFOLIO_PERSON_ID);
  /* Translators: a name. */
  title = name != NULL ? g_strdup_printf (_("Portfolio of %s"), name) : g_strdup (mtr_kind_get_label (MTR_KIND_PORTFOLIO));
  if (self.missing->len > 0)
    /* Translators: on every page of a portfolio that is not ready. */
    draft = g_strdup_printf (ngettext ("Draft: %u thing missing", "Draft: %u things missing", self.missing->len),
                             self.missing->len);

  document = mtr_document_new (title, mtr_language_get_tag (), as_at);
  mtr_document_set_header (document, title);
  mtr_document_set_subject (document, mtr_pack_get_title (pack));
  mtr_document_set_draft (document, draft);
  add_all (&self, mtr_document_get_root (document), title, draft);

  g_ptr_array_unref (self.observations);
  g_ptr_array_unref (self.missing);
  g_ptr_array_unref (self.results);
  g_hash_table_unref (self.builder.people);

  return document;
}
