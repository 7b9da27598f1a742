/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A portfolio moves to another programme's file: it comes in whole, once and
 * with one undo, and is saved there byte for byte as it came; whatever is no
 * portfolio is refused with line and reason, and nothing is changed.
 */

#include "cli-run.h"
#include "mtr-pack-library.h"
#include "mtr-store.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define AS_AT "--as-at=2026-11-21"

typedef struct {
  char           *folder;   /* (owned) */
  char           *source;   /* (owned): the sample, or a file of the test's own */
  char           *target;   /* (owned): an empty programme file */
  char           *xml;      /* (owned) */
  char           *again;    /* (owned): what the target saves */
  MtrPackLibrary *library;  /* (owned) */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = make_folder ();
  fixture->source = g_build_filename (fixture->folder, "source.mentoring", NULL);
  fixture->target = g_build_filename (fixture->folder, "target.mentoring", NULL);
  fixture->xml = g_build_filename (fixture->folder, "portfolio.xml", NULL);
  fixture->again = g_build_filename (fixture->folder, "again.xml", NULL);
  fixture->library = mtr_pack_library_new ();
  mtr_pack_library_load (fixture->library);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->source);
  g_free (fixture->target);
  g_free (fixture->xml);
  g_free (fixture->again);
  g_object_unref (fixture->library);
}

static void
make_target (Fixture    *fixture,
             const char *pack)
{
  g_autofree char *option = g_strconcat ("--pack=", pack, NULL);
  g_auto (Run) run = { 0 };

  g_remove (fixture->target);
  run = run_cli ("new", fixture->target, option, "--title=Elsewhere", NULL);
  g_assert_cmpint (run.status, ==, 0);
}

static void
make_sample (Fixture *fixture)
{
  g_auto (Run) run = run_cli ("sample", fixture->source, AS_AT, NULL);

  g_assert_cmpint (run.status, ==, 0);
}

/* Whether there is a portfolio to save. */
static gboolean
save (const char *file,
      gint64      pairing,
      const char *path)
{
  g_autofree char *option = g_strdup_printf ("--pairing=%" G_GINT64_FORMAT, pairing);
  g_autofree char *output = g_strconcat ("--output=", path, NULL);
  g_auto (Run) run = run_cli ("export", "portfolio", file, option, "--format=xml", output, AS_AT, NULL);

  if (run.status != 0)
    g_assert_nonnull (strstr (run.err, "no portfolio"));

  return run.status == 0;
}

static char *
read_text (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static void
write_text (Fixture    *fixture,
            const char *text,
            gssize      length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->xml, text, length, &error);
  g_assert_no_error (error);
}

static void
assert_same_file (Fixture *fixture)
{
  g_autofree char *came = read_text (fixture->xml);
  g_autofree char *saved = read_text (fixture->again);

  g_assert_cmpstr (came, ==, saved);
}

static void
assert_whole (const char *file)
{
  g_auto (Run) run = run_cli ("verify", file, NULL);

  g_assert_cmpstr (run.out, ==, "");
  g_assert_cmpint (run.status, ==, 0);
}

static MtrStore *
open_store (Fixture    *fixture,
            const char *path)
{
  g_autoptr (GError) error = NULL;
  MtrStore *store = mtr_store_open (path, mtr_pack_library_look_up, fixture->library, &error);

  g_assert_no_error (error);

  return store;
}

static GArray *
list_ids (Fixture    *fixture,
          const char *path,
          MtrKind     kind)
{
  g_autoptr (MtrStore) store = open_store (fixture, path);
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (kind);
  g_autoptr (GPtrArray) records = mtr_store_list_records (store, &query, MTR_READER_OWNER, NULL);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < records->len; i++)
    {
      gint64 id = mtr_record_get_id (g_ptr_array_index (records, i));

      g_array_append_val (ids, id);
    }
  mtr_store_close (store);

  return ids;
}

static guint
count (Fixture *fixture,
       MtrKind  kind)
{
  g_autoptr (GArray) ids = list_ids (fixture, fixture->target, kind);

  return ids->len;
}

static void
import (Fixture    *fixture,
        int         status,
        const char *says)
{
  g_auto (Run) run = run_cli ("import", "portfolio", fixture->target, fixture->xml, NULL);

  g_test_message ("%s%s", run.out, run.err);
  g_assert_cmpint (run.status, ==, status);
  g_assert_true (strstr (run.out, says) != NULL || strstr (run.err, says) != NULL);
}

/* Into an empty file and out again, with undo and redo between, and never twice. */
static void
carry (Fixture    *fixture,
       gint64      pairing,
       const char *pack)
{
  g_autoptr (GError) error = NULL;
  guint n_people;

  make_target (fixture, pack);
  import (fixture, 0, "Brought in");
  assert_whole (fixture->target);
  g_assert_true (save (fixture->target, pairing, fixture->again));
  assert_same_file (fixture);
  n_people = count (fixture, MTR_KIND_PERSON);

  for (int redo = 0; redo <= 1; redo++)
    {
      MtrStore *store = open_store (fixture, fixture->target);

      if (redo)
        mtr_store_redo (store, &error);
      else
        mtr_store_undo (store, &error);
      g_assert_no_error (error);
      mtr_store_close (store);
      g_object_unref (store);
      assert_whole (fixture->target);
      g_assert_cmpuint (count (fixture, MTR_KIND_PERSON), ==, redo ? n_people : 0);
      g_assert_cmpuint (count (fixture, MTR_KIND_PORTFOLIO), ==, redo ? 1 : 0);
      g_assert_cmpuint (count (fixture, MTR_KIND_PAIRING) > 0, ==, redo);
    }
  g_assert_true (save (fixture->target, pairing, fixture->again));
  assert_same_file (fixture);

  import (fixture, 0, "Nothing was changed");
  g_assert_cmpuint (count (fixture, MTR_KIND_PERSON), ==, n_people);
  g_assert_cmpuint (count (fixture, MTR_KIND_PORTFOLIO), ==, 1);
}

static void
test_sample (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GArray) pairings = NULL;
  guint n_portfolios = 0;

  make_sample (fixture);
  pairings = list_ids (fixture, fixture->source, MTR_KIND_PAIRING);
  for (guint i = 0; i < pairings->len; i++)
    {
      gint64 pairing = g_array_index (pairings, gint64, i);

      if (!save (fixture->source, pairing, fixture->xml))
        continue;
      carry (fixture, pairing, "pqs-adults");
      n_portfolios++;
    }
  g_assert_cmpuint (n_portfolios, ==, 3);
}

/* People who are in two portfolios are brought in once. */
static void
test_all_into_one (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GArray) pairings = NULL;

  make_sample (fixture);
  make_target (fixture, "pqs-adults");
  pairings = list_ids (fixture, fixture->source, MTR_KIND_PAIRING);
  for (guint i = 0; i < pairings->len; i++)
    if (save (fixture->source, g_array_index (pairings, gint64, i), fixture->xml))
      import (fixture, 0, "Brought in");
  assert_whole (fixture->target);
  g_assert_cmpuint (count (fixture, MTR_KIND_PORTFOLIO), ==, 3);
  for (guint i = 0; i < pairings->len; i++)
    if (save (fixture->source, g_array_index (pairings, gint64, i), fixture->xml))
      {
        g_assert_true (save (fixture->target, g_array_index (pairings, gint64, i), fixture->again));
        assert_same_file (fixture);
      }
}

/* ---- Something in every field ------------------------------------------------------- */

/* Ids of the planted records: the kind, so that a reference always finds its record. */
#define FIRST_ID 100
#define OTHER_PERSON 500
#define EARLIER_PAIRING 600

/* A text with all that a file could lose: spaces at its ends, lines, marks, and letters of other scripts. */
static char *
dup_text (MtrField field)
{
  return mtr_field_get_info (field)->type == MTR_TYPE_LONG
           ? g_strdup_printf ("  word%03d <a> & \"b\" 'c' ]]>\n\n\tsecond line — ñ 😀 السلام \n", (int) field)
           : g_strdup_printf (" word%03d <a> & \"b\" ]]> ñ 😀 ", (int) field);
}

typedef struct {
  const char *pack;
  const char *observation_type;
  const char *evidence_kind;
  const char *standard;
  const char *target;      /* the pack of the programme that it is brought into */
} Planted;

static const char *
get_code (const Planted *planted,
          MtrField       field)
{
  const struct {
    MtrField    field;
    const char *code;
  } codes[] = {
    { MTR_PAIRING_PACK, planted->pack },
    { MTR_PAIRING_STATE, "active" },
    { MTR_MEMBER_ROLE, "mentee" },
    { MTR_SESSION_STATE, "held" },
    { MTR_OBSERVATION_TYPE, planted->observation_type },
    { MTR_OBSERVATION_MODE, "remote" },
    { MTR_OBSERVATION_CONSENT_STATE, "given" },
    { MTR_OBSERVATION_AREA_STANDARD, planted->standard },
    { MTR_ADDENDUM_REASON, "correction" },
    { MTR_PORTFOLIO_PACK, planted->pack },
    { MTR_EVIDENCE_KIND, planted->evidence_kind },
    { MTR_EVIDENCE_LINK_STANDARD, planted->standard },
    { MTR_REPORT_AREA_STANDARD, planted->standard },
    { MTR_REVIEW_KIND, "six-month-review" },
    { MTR_ATTACHMENT_SHA256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (codes[i].field == field)
      return codes[i].code;

  return "code";
}

/* What would take a record out of the portfolio. */
static gboolean
is_left_empty (MtrField field)
{
  static const MtrField fields[] = {
    MTR_PAIRING_PAUSED_ON, MTR_PAIRING_ENDED_ON, MTR_MEMBER_LEFT_ON, MTR_AGREEMENT_ERASED_AT,
    MTR_OBSERVATION_CONSENT_WITHDRAWN_ON, MTR_OBSERVATION_WITHDRAWN_ON, MTR_OBSERVATION_ERASED_AT,
    MTR_EVIDENCE_WITHDRAWN_ON, MTR_PORTFOLIO_CARRIED_FROM, MTR_PORTFOLIO_CARRIED_ON, MTR_ATTACHMENT_KEPT_APART,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i] == field)
      return TRUE;

  return FALSE;
}

static gint64
get_reference (MtrField field)
{
  gboolean other = field == MTR_OBSERVATION_OBSERVER_ID || field == MTR_PAIRING_MENTOR_ID ||
                   field == MTR_PAIRING_LINE_MANAGER_ID || field == MTR_PERSON_LINE_MANAGER_ID;

  return other ? OTHER_PERSON : FIRST_ID + mtr_field_get_info (field)->reference;
}

static void
plant (const Planted *planted,
       MtrRecord     *record,
       MtrField       field)
{
  g_autofree char *text = NULL;

  if (is_left_empty (field))
    return;
  switch (mtr_field_get_info (field)->type)
    {
    case MTR_TYPE_TEXT:
    case MTR_TYPE_LONG:
      text = dup_text (field);
      break;
    case MTR_TYPE_REF:
      mtr_record_set_number (record, field, get_reference (field));
      return;
    case MTR_TYPE_INTEGER:
    case MTR_TYPE_BOOLEAN:
      mtr_record_set_number (record, field, 1);
      return;
    case MTR_TYPE_DATE:
      text = g_strdup ("2026-03-02");
      break;
    case MTR_TYPE_TIME:
      text = g_strdup ("10:00");
      break;
    case MTR_TYPE_MOMENT:
      text = g_strdup ("2026-03-03T10:00:00Z");
      break;
    case MTR_TYPE_CODES:
      text = g_strdup (planted->standard);
      break;
    case MTR_TYPE_CODE:
    default:
      text = g_strdup (get_code (planted, field));
      break;
    }
  mtr_record_set_text (record, field, text);
}

static MtrRecord *
plant_record (const Planted *planted,
              MtrChange     *change,
              MtrKind        kind,
              gint64         id)
{
  const MtrKindInfo *info = mtr_kind_get_info (kind);
  MtrRecord *record = mtr_record_new (kind, id);

  for (int field = info->first_field; field <= (int) info->last_field; field++)
    plant (planted, record, field);
  mtr_change_insert (change, record);

  return record;
}

/* What is left out, each for another reason, and what was signed with an earlier mentor. */
static void
plant_left_out (const Planted *planted,
                MtrChange     *change)
{
  static const struct {
    MtrField    field;
    const char *value;   /* NULL: emptied */
  } cases[] = {
    { MTR_OBSERVATION_SEALED_AT, NULL },
    { MTR_OBSERVATION_WITHDRAWN_ON, "2026-04-01" },
    { MTR_OBSERVATION_CONSENT_WITHDRAWN_ON, "2026-04-01" },
    { MTR_OBSERVATION_CONSENT_ON, "2026-03-05" },
    { MTR_OBSERVATION_ERASED_AT, "2026-04-01T10:00:00Z" },
    { MTR_EVIDENCE_WITHDRAWN_ON, "2026-04-01" },
    { MTR_EVIDENCE_INCLUDED, NULL },
  };
  MtrRecord *record, *addendum;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      record = plant_record (planted, change, mtr_field_get_info (cases[i].field)->kind, 1000 + (gint64) i);
      if (cases[i].value != NULL)
        mtr_record_set_text (record, cases[i].field, cases[i].value);
      else
        mtr_record_clear (record, cases[i].field);
      if (mtr_record_get_kind (record) == MTR_KIND_EVIDENCE)
        mtr_record_set_number (record, MTR_EVIDENCE_NUMBER, 20 + (gint64) i);
    }
  /* Not agreed to, and one that never became more than a plan. */
  record = plant_record (planted, change, MTR_KIND_OBSERVATION, 1100);
  mtr_record_clear (record, MTR_OBSERVATION_SEALED_AT);
  mtr_record_set_text (record, MTR_OBSERVATION_CONSENT_STATE, "refused");
  /* Taken back after it was sealed, and an item that stands for it. */
  plant_record (planted, change, MTR_KIND_OBSERVATION, 1101);
  addendum = plant_record (planted, change, MTR_KIND_ADDENDUM, 1102);
  mtr_record_set_number (addendum, MTR_ADDENDUM_OBSERVATION_ID, 1101);
  mtr_record_set_text (addendum, MTR_ADDENDUM_REASON, "withdrawal");
  record = plant_record (planted, change, MTR_KIND_EVIDENCE, 1103);
  mtr_record_set_number (record, MTR_EVIDENCE_NUMBER, 30);
  mtr_record_set_number (record, MTR_EVIDENCE_OBSERVATION_ID, 1101);
  record = plant_record (planted, change, MTR_KIND_OBSERVATION, 1104);
  mtr_record_set_number (record, MTR_OBSERVATION_PAIRING_ID, EARLIER_PAIRING);
  record = plant_record (planted, change, MTR_KIND_PAIRING, EARLIER_PAIRING);
  mtr_record_set_text (record, MTR_PAIRING_STATE, "ended");
}

static void
make_planted (Fixture       *fixture,
              const Planted *planted)
{
  g_autoptr (MtrChange) change = mtr_change_new ("plant");
  g_autoptr (GBytes) paper = g_bytes_new_static ("abc", 3);
  g_autofree char *sha256 = mtr_change_attach (change, paper);
  g_autofree char *option = g_strconcat ("--pack=", planted->pack, NULL);
  g_auto (Run) run = run_cli ("new", fixture->source, option, "--title=Where it was begun <&>", NULL);
  g_autoptr (MtrStore) store = NULL;
  g_autoptr (GError) error = NULL;
  MtrRecord *other;

  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (sha256, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  store = open_store (fixture, fixture->source);
  for (int kind = 0; kind < MTR_N_KINDS; kind++)
    if (kind != MTR_KIND_PROGRAMME && !(mtr_kind_get_info (kind)->flags & MTR_KIND_FLAG_DERIVED))
      plant_record (planted, change, kind, FIRST_ID + kind);
  other = mtr_record_new (MTR_KIND_PERSON, OTHER_PERSON);
  mtr_record_set_text (other, MTR_PERSON_NAME, "Mentor B");
  mtr_change_insert (change, other);
  plant_left_out (planted, change);
  mtr_store_apply (store, change, &error);
  g_assert_no_error (error);
  mtr_store_close (store);
}

static void
test_planted (Fixture       *fixture,
              gconstpointer  data)
{
  const Planted *planted = data;
  g_autofree char *xml = NULL;

  make_planted (fixture, planted);
  g_assert_true (save (fixture->source, FIRST_ID + MTR_KIND_PAIRING, fixture->xml));
  xml = read_text (fixture->xml);
  g_assert_nonnull (strstr (xml, "<left-out kind=\"observation\" id=\"1101\""));
  g_assert_nonnull (strstr (xml, "<observation id=\"1104\""));
  g_assert_nonnull (strstr (xml, "<title>Where it was begun &lt;&amp;&gt;</title>"));
  g_assert_nonnull (strstr (xml, "<sha256>ba7816bf"));
  carry (fixture, FIRST_ID + MTR_KIND_PAIRING, planted->target);
}

/* ---- Who is known ---------------------------------------------------------------------- */

static void
test_people (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GArray) pairings = NULL;
  g_autoptr (MtrChange) change = mtr_change_new ("add people");
  MtrStore *store;
  MtrRecord *namesake = mtr_record_new (MTR_KIND_PERSON, 7);
  MtrRecord *mentor = mtr_record_new (MTR_KIND_PERSON, 8);

  make_sample (fixture);
  make_target (fixture, "pqs-adults");
  pairings = list_ids (fixture, fixture->source, MTR_KIND_PAIRING);
  g_assert_true (save (fixture->source, g_array_index (pairings, gint64, 0), fixture->xml));

  /* The owner is known by the name; a mentor at another employer is somebody else. */
  store = open_store (fixture, fixture->target);
  mtr_record_set_text (namesake, MTR_PERSON_NAME, "amara  WHITLOCK");
  mtr_record_set_text (mentor, MTR_PERSON_NAME, "Oonagh Petrie");
  mtr_record_set_text (mentor, MTR_PERSON_EMPLOYER, "Somewhere else");
  mtr_change_insert (change, namesake);
  mtr_change_insert (change, mentor);
  g_assert_true (mtr_store_apply (store, change, NULL));
  mtr_store_close (store);
  g_object_unref (store);

  {
    g_auto (Run) run = run_cli ("import", "portfolio", fixture->target, fixture->xml, "--dry-run", "--format=csv", NULL);

    g_assert_cmpint (run.status, ==, 0);
    g_assert_nonnull (strstr (run.out, "same,Amara Whitlock,Whose portfolio it is. Somebody of this name"));
    g_assert_nonnull (strstr (run.out, "new,Oonagh Petrie,"));
    g_assert_cmpuint (count (fixture, MTR_KIND_PERSON), ==, 2);
  }
  {
    g_auto (Run) run = run_cli ("import", "portfolio", fixture->target, fixture->xml, "--person=99", NULL);

    g_assert_cmpint (run.status, ==, 2);
  }
  {
    g_auto (Run) run = run_cli ("import", "portfolio", fixture->target, fixture->xml, "--person=new", "--dry-run",
                                "--format=csv", NULL);

    g_assert_cmpint (run.status, ==, 0);
    g_assert_nonnull (strstr (run.out, "new,Amara Whitlock,"));
  }
  {
    g_auto (Run) run = run_cli ("import", "portfolio", fixture->target, fixture->xml, "--person=7", NULL);

    g_assert_cmpint (run.status, ==, 0);
    g_assert_nonnull (strstr (run.out, "whom you have chosen"));
  }
  assert_whole (fixture->target);
  /* Amara was there; the mentor there is another one. */
  g_assert_cmpuint (count (fixture, MTR_KIND_PERSON), ==, 7);

  /* Somebody has one portfolio of a scheme. */
  g_assert_true (save (fixture->source, g_array_index (pairings, gint64, 1), fixture->xml));
  {
    g_auto (Run) run = run_cli ("import", "portfolio", fixture->target, fixture->xml, "--person=7", NULL);

    g_assert_cmpint (run.status, ==, 1);
    g_assert_nonnull (strstr (run.out, "refused"));
    g_assert_nonnull (strstr (run.out, "here already"));
  }
  g_assert_cmpuint (count (fixture, MTR_KIND_PORTFOLIO), ==, 1);
}

/* ---- What is refused ---------------------------------------------------------------------- */

static char *
replace (const char *text,
         const char *find,
         const char *with)
{
  GString *changed = g_string_new (text);

  g_assert_cmpuint (g_string_replace (changed, find, with, 1), ==, 1);

  return g_string_free (changed, FALSE);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct {
    const char *find;
    const char *with;
    int         status;
    const char *says;
  } cases[] = {
    { "<area ", "<area <", 3, "well-formed" },
    { "</portfolio>", "", 3, "well-formed" },
    { "<portfolio ", "<!DOCTYPE portfolio><portfolio ", 3, "Line 2: A portfolio may not have a document type" },
    { "<portfolio ", "<!DOCTYPE p [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><portfolio ", 3, "document type" },
    { "<portfolio ", "<!DOCTYPE p SYSTEM \"file:///etc/passwd\"><portfolio ", 3, "document type" },
    { "<person-id>", "<person-id>&who;", 3, "Line 3: A portfolio may not have entities" },
    { "<portfolio ", "<manuscript/><portfolio ", 3, "well-formed" },
    { "portfolio:1\"", "portfolio:2\"", 3, "newer version" },
    { "version=\"1.1\"", "version=\"1.2\"", 3, "newer version" },
    { "version=\"1.1\"", "version=\"1.0\"", 3, "older version" },
    { "urn:example:mentoring", "urn:example:singing", 3, "no portfolio" },
    { "<person-id>", "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/><person-id>",
      3, "Line 2: This does not follow the schema" },
    { "<pack>pqs-adults</pack>", "<pack>pqs adults</pack>", 3, "Line 5: This does not follow the schema" },
    { "<pack>pqs-adults</pack>", "<pack>no-such-pack</pack>", 3, "The scheme is not that of the portfolio" },
    { "encoding=\"UTF-8\"?>", "encoding=\"UTF-8\"?>\xff", 3, "not text in UTF-8" },
    { "<mentor-id>", "<mentor-id>9", 3, "is not in the file" },
    { "<line-manager-id>1008</line-manager-id>\n    <name>Amara", "<line-manager-id>1002</line-manager-id>\n    <name>Amara", 3,
      "Nobody is their own line manager" },
    { "<supervisory-months>118</supervisory-months>",
      "<supervisory-months>118</supervisory-months><line-manager-id>1002</line-manager-id>", 3, "by way of others" },
    { "<observer-id>1001<", "<observer-id>1002<", 3, "Nobody observes themselves" },
    { "<mentor-id>1001<", "<mentor-id>1002<", 3, "Nobody is their own mentor" },
    { "<observation-id>1074<", "<observation-id>1086<", 3, "stands in another" },
    { "<name>Delroy Ashcombe</name>", "", 3, "Line 44: “Name” is missing" },
    { "<name>Delroy ", "<name>Delroy\xc2\x90 ", 3, "Line 48: “Name” has characters" },
    { "<name>Delroy ", "<name>Delroy\n", 3, "Line 48: “Name” has characters" },
    { "<standard>", "<standard>no-such-", 1, "version of the scheme" },
  };
  g_autoptr (GArray) pairings = NULL;
  g_autofree char *xml = NULL;

  make_sample (fixture);
  make_target (fixture, "pqs-adults");
  pairings = list_ids (fixture, fixture->source, MTR_KIND_PAIRING);
  g_assert_true (save (fixture->source, g_array_index (pairings, gint64, 0), fixture->xml));
  xml = read_text (fixture->xml);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *changed = replace (xml, cases[i].find, cases[i].with);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      write_text (fixture, changed, -1);
      import (fixture, cases[i].status, cases[i].says);
    }
  g_assert_cmpuint (count (fixture, MTR_KIND_PERSON), ==, 0);
  g_assert_cmpuint (count (fixture, MTR_KIND_PAIRING), ==, 0);
  assert_whole (fixture->target);
}

static GBytes *
compress (const char *text)
{
  g_autoptr (GConverter) compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autoptr (GInputStream) plain = g_memory_input_stream_new_from_data (text, (gssize) strlen (text), NULL);
  g_autoptr (GInputStream) packed = g_converter_input_stream_new (plain, compressor);
  gsize size = strlen (text) + 100;
  char *bytes = g_malloc (size);

  g_assert_true (g_input_stream_read_all (packed, bytes, size, &size, NULL, NULL));
  g_assert_cmpuint (size, >, 100);

  return g_bytes_new_take (bytes, size);
}

/* Files that are no text at all, too long, or too deep; and a scheme that nobody here has. */
static void
test_refused_whole (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GArray) pairings = NULL;
  g_autoptr (GString) deep = g_string_new ("<portfolio xmlns=\"urn:example:mentoring:portfolio:1\">");
  g_autofree char *xml = NULL;
  g_autoptr (GBytes) packed = NULL;
  g_autofree char *elsewhere = NULL;
  g_autofree char *renamed = NULL;
  g_autofree char *large = NULL;

  make_sample (fixture);
  make_target (fixture, "pqs-adults");
  pairings = list_ids (fixture, fixture->source, MTR_KIND_PAIRING);
  g_assert_true (save (fixture->source, g_array_index (pairings, gint64, 0), fixture->xml));
  xml = read_text (fixture->xml);

  packed = compress (xml);
  write_text (fixture, g_bytes_get_data (packed, NULL), (gssize) g_bytes_get_size (packed));
  import (fixture, 3, "compressed");

  write_text (fixture, "", 0);
  import (fixture, 3, "empty");

  for (guint i = 0; i < 100; i++)
    g_string_append (deep, "<a>");
  write_text (fixture, deep->str, -1);
  import (fixture, 3, "more parts");

  large = g_strnfill (64 * 1024 * 1024 + 1, ' ');
  write_text (fixture, large, -1);
  import (fixture, 3, "larger than 64 MB");

  g_remove (fixture->xml);
  import (fixture, 3, "cannot be read");

  elsewhere = replace (xml, "<pack>pqs-adults</pack>", "<pack>walkers</pack>");
  renamed = replace (elsewhere, "<scheme id=\"pqs-adults\"", "<scheme id=\"walkers\"");
  write_text (fixture, renamed, -1);
  import (fixture, 1, "(walkers, version ");
  g_assert_cmpuint (count (fixture, MTR_KIND_PERSON), ==, 0);
}

/* Dates that cannot well be right, and a name with more in it than is seen, are said before anything is brought in. */
static void
test_warnings (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct {
    const char *find;
    const char *with;
    const char *says;   /* NULL: nothing */
  } cases[] = {
    { "<held-on>2026-02-04<", "<held-on>2025-12-18<",
      "Line 108, Initial formative observation, “Date”: 18 December 2025 is before the pairing began (19 December 2025)." },
    { "<held-on>2026-02-04<", "<held-on>2025-12-19<", NULL },
    { "<held-on>2026-02-04<", "<held-on>2026-11-22<",
      "Line 108, Initial formative observation, “Date”: 22 November 2026 has not come yet." },
    { "<added-on>20", "<added-on>21", "Line 291, Addendum, “Added on”: " },
    { "<happened-on>2024-05-21<", "<happened-on>2031-05-21<", "Line 440, E03, “Date”: 21 May 2031 has not come yet." },
    { "<submit-by>20", "<submit-by>21", NULL },
    { "-on>20", "-on>21", "What is sealed cannot be put right here; ask where it comes from before you bring it in." },
    { "<name>Delroy ", "<name>Delroy\u202e ", "The name has characters in it that are not seen." },
  };
  g_autoptr (GArray) pairings = NULL;
  g_autofree char *xml = NULL;

  make_sample (fixture);
  make_target (fixture, "pqs-adults");
  pairings = list_ids (fixture, fixture->source, MTR_KIND_PAIRING);
  g_assert_true (save (fixture->source, g_array_index (pairings, gint64, 0), fixture->xml));
  xml = read_text (fixture->xml);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *changed = replace (xml, cases[i].find, cases[i].with);
      g_auto (Run) run = { 0 };

      write_text (fixture, changed, -1);
      run = run_cli ("import", "portfolio", fixture->target, fixture->xml, "--dry-run", AS_AT, NULL);
      g_test_message ("%s", run.out);
      g_assert_cmpint (run.status, ==, 0);
      if (cases[i].says != NULL)
        g_assert_nonnull (strstr (run.out, cases[i].says));
      else
        g_assert_null (strstr (run.out, "ask where it comes from"));
    }
  g_assert_cmpuint (count (fixture, MTR_KIND_PERSON), ==, 0);
}

/* Another version of the scheme is said, and is no reason to refuse what this one knows. */
static void
test_other_version (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GArray) pairings = NULL;
  g_autofree char *xml = NULL;
  g_autofree char *changed = NULL;

  make_sample (fixture);
  make_target (fixture, "pqs-adults");
  pairings = list_ids (fixture, fixture->source, MTR_KIND_PAIRING);
  g_assert_true (save (fixture->source, g_array_index (pairings, gint64, 0), fixture->xml));
  xml = read_text (fixture->xml);
  changed = replace (xml, "<scheme id=\"pqs-adults\" version=\"", "<scheme id=\"pqs-adults\" version=\"90.");
  write_text (fixture, changed, -1);
  import (fixture, 0, "It was saved with version 90.");
  g_assert_cmpuint (count (fixture, MTR_KIND_PORTFOLIO), ==, 1);
  assert_whole (fixture->target);
}

/* While somebody else has the file open, it is only read. */
static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GArray) pairings = NULL;
  MtrStore *store;

  make_sample (fixture);
  make_target (fixture, "pqs-adults");
  pairings = list_ids (fixture, fixture->source, MTR_KIND_PAIRING);
  g_assert_true (save (fixture->source, g_array_index (pairings, gint64, 0), fixture->xml));
  store = open_store (fixture, fixture->target);
  {
    g_auto (Run) run = run_cli ("import", "portfolio", fixture->target, fixture->xml, NULL);

    g_assert_cmpint (run.status, ==, 3);
    g_test_message ("%s", run.err);
  }
  mtr_store_close (store);
  g_object_unref (store);
  g_assert_cmpuint (count (fixture, MTR_KIND_PERSON), ==, 0);
}

/* That there are none is said before it is asked whose is meant. */
static void
test_none (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct {
    const char *pack;
    const char *says;
  } cases[] = {
    { "support-worker", "has no portfolios, so there is none of pairing 9." },
    { "pqs-adults", "Pairing 9 has no portfolio yet." },
  };
  g_autofree char *output = g_strconcat ("--output=", fixture->xml, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sql = g_strdup_printf ("INSERT INTO person (id, name) VALUES (7, 'Person A'), (8, 'Person B');"
                                              "INSERT INTO pairing (id, pack, state) VALUES (9, '%s', 'active');"
                                              "INSERT INTO member (id, pairing_id, person_id, role) "
                                              "VALUES (10, 9, 7, 'mentee'), (11, 9, 8, 'mentee');", cases[i].pack);
      g_auto (Run) run = { 0 };

      make_target (fixture, cases[i].pack);
      execute (fixture->target, sql);
      run = run_cli ("export", "portfolio", fixture->target, "--pairing=9", "--format=xml", output, NULL);
      g_test_message ("%s", run.err);
      g_assert_cmpint (run.status, ==, 2);
      g_assert_nonnull (strstr (run.err, cases[i].says));
      g_assert_null (strstr (run.err, "--person"));
    }
}

static void
test_usage (Fixture       *fixture,
            gconstpointer  data)
{
  make_sample (fixture);
  {
    g_auto (Run) run = run_cli ("import", "portfolio", fixture->source, fixture->xml, "--include-identity", NULL);

    g_assert_cmpint (run.status, ==, 2);
    g_assert_nonnull (strstr (run.err, "--person=ID|new"));
  }
  {
    g_auto (Run) run = run_cli ("import", "people", fixture->source, fixture->xml, "--person=new", NULL);

    g_assert_cmpint (run.status, ==, 2);
  }
}

#define add(path, data, function) g_test_add (path, Fixture, data, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  static const Planted planted[] = {
    { "pqs-adults", "direct", "document", "1", "pqs-adults" },
    { "asye-adults", "direct", "document", "1", "asye-adults" },
    { "asye-adults", "direct", "document", "1", "pqs-adults" },
  };

  g_test_init (&argc, &argv, NULL);

  add ("/cli/portfolio/usage", NULL, test_usage);
  add ("/cli/portfolio/none", NULL, test_none);
  add ("/cli/portfolio/sample", NULL, test_sample);
  add ("/cli/portfolio/all-into-one", NULL, test_all_into_one);
  add ("/cli/portfolio/planted-pqs", &planted[0], test_planted);
  add ("/cli/portfolio/planted-asye", &planted[1], test_planted);
  add ("/cli/portfolio/planted-other-scheme", &planted[2], test_planted);
  add ("/cli/portfolio/people", NULL, test_people);
  add ("/cli/portfolio/refused", NULL, test_refused);
  add ("/cli/portfolio/refused-whole", NULL, test_refused_whole);
  add ("/cli/portfolio/warnings", NULL, test_warnings);
  add ("/cli/portfolio/other-version", NULL, test_other_version);
  add ("/cli/portfolio/read-only", NULL, test_read_only);

  return g_test_run ();
}
