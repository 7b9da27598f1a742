/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes the example of the present schema that tests/data keeps: one file for
 * each version, made once, when the version is new, and never again.
 *
 *   write-example tests/data/schema-3.mentoring
 */

#include "store-fixture.h"

#include <stdio.h>

static void
add_addendum (StoreFixture *fixture,
              gint64        observation)
{
  g_autoptr (MtrChange) change = mtr_change_new ("add addendum");
  MtrRecord *addendum = mtr_record_new (MTR_KIND_ADDENDUM, mtr_store_new_id (fixture->store));

  mtr_record_set_number (addendum, MTR_ADDENDUM_OBSERVATION_ID, observation);
  mtr_record_set_text (addendum, MTR_ADDENDUM_REASON, "correction");
  mtr_record_set_text (addendum, MTR_ADDENDUM_ADDED_ON, "2026-03-09");
  mtr_record_set_text (addendum, MTR_ADDENDUM_TEXT, "It was the third of March.");
  mtr_change_insert (change, addendum);
  store_fixture_apply (fixture, change);
}

static void
add_paper (StoreFixture *fixture)
{
  g_autoptr (MtrChange) change = mtr_change_new ("add evidence");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a paper", 7);
  g_autofree char *sha256 = mtr_change_attach (change, bytes);
  MtrRecord *evidence = mtr_record_new (MTR_KIND_EVIDENCE, mtr_store_new_id (fixture->store));
  MtrRecord *attachment = mtr_record_new (MTR_KIND_ATTACHMENT, mtr_store_new_id (fixture->store));

  mtr_record_set_number (evidence, MTR_EVIDENCE_PORTFOLIO_ID, fixture->portfolio);
  mtr_record_set_number (evidence, MTR_EVIDENCE_NUMBER, 1);
  mtr_record_set_text (evidence, MTR_EVIDENCE_KIND, "document");
  mtr_record_set_text (evidence, MTR_EVIDENCE_TITLE, "Audit of twelve files");
  mtr_change_insert (change, evidence);
  mtr_record_set_number (attachment, MTR_ATTACHMENT_EVIDENCE_ID, mtr_record_get_id (evidence));
  mtr_record_set_text (attachment, MTR_ATTACHMENT_NAME, "audit.txt");
  mtr_record_set_text (attachment, MTR_ATTACHMENT_SHA256, sha256);
  mtr_change_insert (change, attachment);
  store_fixture_apply (fixture, change);
}

static MtrRecord *
insert (StoreFixture *fixture,
        MtrChange    *change,
        MtrKind       kind,
        MtrField      reference,
        gint64        id)
{
  MtrRecord *record = mtr_record_new (kind, mtr_store_new_id (fixture->store));

  mtr_record_set_number (record, reference, id);
  mtr_change_insert (change, record);

  return record;
}

/* An agreement with a commitment, sealed. */
static void
add_agreement (StoreFixture *fixture)
{
  g_autoptr (MtrChange) change = mtr_change_new ("agree");
  g_autoptr (MtrChange) signing = mtr_change_new ("sign the agreement");
  MtrRecord *agreement = insert (fixture, change, MTR_KIND_AGREEMENT, MTR_AGREEMENT_PAIRING_ID, fixture->pairing);
  gint64 id = mtr_record_get_id (agreement);
  MtrRecord *commitment = insert (fixture, change, MTR_KIND_COMMITMENT, MTR_COMMITMENT_AGREEMENT_ID, id);

  mtr_record_set_number (agreement, MTR_AGREEMENT_VERSION, 1);
  mtr_record_set_text (agreement, MTR_AGREEMENT_PURPOSE, "To find her own way of asking.");
  mtr_record_set_text (agreement, MTR_AGREEMENT_BETWEEN_US, "What we say about ourselves.");
  mtr_record_set_text (commitment, MTR_COMMITMENT_COMMITMENT, "agenda");
  mtr_record_set_number (commitment, MTR_COMMITMENT_TICKED, 1);
  store_fixture_apply (fixture, change);

  mtr_change_set_text (signing, MTR_AGREEMENT_MENTOR_SIGNED_AT, id, "2026-01-20T10:00:00Z");
  mtr_change_set_text (signing, MTR_AGREEMENT_MENTOR_SIGNED_NAME, id, "Marlow Trent");
  mtr_change_set_text (signing, MTR_AGREEMENT_MENTEE_SIGNED_AT, id, "2026-01-21T10:00:00Z");
  mtr_change_set_text (signing, MTR_AGREEMENT_MENTEE_SIGNED_NAME, id, "Ottoline Brae");
  mtr_change_set_text (signing, MTR_AGREEMENT_SEALED_AT, id, "2026-01-21T10:00:00Z");
  store_fixture_apply (fixture, signing);
}

static void
add_plan (StoreFixture *fixture)
{
  g_autoptr (MtrChange) change = mtr_change_new ("plan");
  MtrRecord *goal = insert (fixture, change, MTR_KIND_GOAL, MTR_GOAL_PAIRING_ID, fixture->pairing);
  MtrRecord *milestone = insert (fixture, change, MTR_KIND_MILESTONE, MTR_MILESTONE_GOAL_ID, mtr_record_get_id (goal));
  MtrRecord *stage = insert (fixture, change, MTR_KIND_DEVELOPMENT_STAGE, MTR_DEVELOPMENT_STAGE_PAIRING_ID,
                             fixture->pairing);
  MtrRecord *learning = insert (fixture, change, MTR_KIND_LEARNING_RECORD, MTR_LEARNING_RECORD_PERSON_ID,
                                fixture->mentee);

  mtr_record_set_text (goal, MTR_GOAL_STATE, "open");
  mtr_record_set_text (goal, MTR_GOAL_DUE_ON, "2026-12-05");
  mtr_record_set_text (goal, MTR_GOAL_STATEMENT, "Confident with challenge in supervision");
  mtr_record_set_text (milestone, MTR_MILESTONE_TEXT, "One difficult conversation prepared");
  mtr_record_set_text (stage, MTR_DEVELOPMENT_STAGE_STAGE, "other");
  mtr_record_set_text (stage, MTR_DEVELOPMENT_STAGE_NOTED_ON, "2026-04-01");
  mtr_record_set_text (stage, MTR_DEVELOPMENT_STAGE_NOTICED, "Asks for less and looks for more.");
  mtr_record_set_text (learning, MTR_LEARNING_RECORD_HELD_ON, "2026-02-11");
  mtr_record_set_number (learning, MTR_LEARNING_RECORD_MINUTES, 180);
  mtr_record_set_text (learning, MTR_LEARNING_RECORD_TITLE, "Shadowed a review meeting");
  store_fixture_apply (fixture, change);
}

int
main (int   argc,
      char *argv[])
{
  StoreFixture fixture = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 observation;

  if (argc != 2)
    {
      fprintf (stderr, "usage: write-example FILE\n");
      return 2;
    }

  store_fixture_set_up (&fixture, NULL);
  observation = store_fixture_add_observation (&fixture);
  store_fixture_seal (&fixture, observation);
  add_addendum (&fixture, observation);
  add_paper (&fixture);
  add_agreement (&fixture);
  add_plan (&fixture);
  store_fixture_add_session (&fixture, "2026-03-17", "Bring the audit");
  if (!mtr_store_save_copy (fixture.store, argv[1], &error))
    fprintf (stderr, "%s\n", error->message);
  store_fixture_tear_down (&fixture, NULL);

  return error == NULL ? 0 : 1;
}
