/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes the example of the present schema that tests/data keeps: one file for
 * each version, made once, when the version is new, and never again.
 *
 *   write-example tests/data/schema-2.mentoring
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
  store_fixture_add_session (&fixture, "2026-03-17", "Bring the audit");
  if (!mtr_store_save_copy (fixture.store, argv[1], &error))
    fprintf (stderr, "%s\n", error->message);
  store_fixture_tear_down (&fixture, NULL);

  return error == NULL ? 0 : 1;
}
