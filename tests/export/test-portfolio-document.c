/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The portfolio as its readers get it: of the sample, of an empty one, and of
 * one with a different word planted in every field that there is.
 */

#include "mtr-feedback-form-builder.h"
#include "mtr-manager-row.h"
#include "mtr-map-builder.h"
#include "mtr-observation-builder.h"
#include "mtr-pack-library.h"
#include "mtr-pdf.h"
#include "mtr-portfolio-builder.h"
#include "mtr-portfolio-xml-writer.h"
#include "mtr-sample.h"
#include "mtr-tool.h"

#include <stdlib.h>
#include <string.h>

/* Ids of the planted records: the kind, so that a reference always finds its record. */
#define FIRST_ID 100
#define OTHER_PERSON 500

/* Texts that the programme's readers may have and that a portfolio has no use for: copies of names, computed for lists. */
static const MtrField not_printed[] = {
  MTR_PAIRING_SUMMARY_MENTEES,
  MTR_PAIRING_SUMMARY_MENTOR,
  MTR_PORTFOLIO_CARRIED_FROM,
};

/* What helps to run a programme is no part of a portfolio. */
static const MtrKind not_printed_kinds[] = {
  MTR_KIND_EVENT,
  MTR_KIND_LEARNING_RECORD,
  MTR_KIND_SUBMISSION,
};

static MtrPack *
load_pack (MtrPackLibrary *library)
{
  MtrPack *pack;

  mtr_pack_library_load (library);
  pack = mtr_pack_library_find (library, "pqs-adults", NULL);
  g_assert_nonnull (pack);

  return pack;
}

static GDate
get_today (void)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 21, 11, 2026);

  return today;
}

/* What the store does when it loads for a reader: kinds and fields of other audiences are not there. */
static void
add_for_panel (MtrSnapshot *snapshot,
               MtrRecord   *record)
{
  const MtrKindInfo *kind = mtr_kind_get_info (mtr_record_get_kind (record));
  g_autoptr (MtrRecord) copy = mtr_record_copy (record);

  if (!(kind->home_audience & MTR_READER_PANEL))
    return;

  for (int i = kind->first_field; i <= (int) kind->last_field; i++)
    if (!(mtr_field_get_info (i)->audience & MTR_READER_PANEL))
      mtr_record_clear (copy, i);
  mtr_snapshot_add (snapshot, copy);
}

static MtrSnapshot *
load_sample (void)
{
  g_autoptr (GBytes) source = mtr_sample_dup_source ();
  g_autoptr (GError) error = NULL;
  GDate today = get_today ();
  g_autoptr (GPtrArray) records = mtr_sample_build (source, &today, 1000, &error);
  MtrSnapshot *snapshot = mtr_snapshot_new (MTR_READER_PANEL);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    add_for_panel (snapshot, g_ptr_array_index (records, i));

  return snapshot;
}

static char *
save_pdf (const char  *folder,
          MtrDocument *document,
          MtrPaper     paper)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrPages) pages = mtr_pages_new (document, paper);
  g_autoptr (GBytes) bytes = mtr_pdf_write (pages, &error);

  g_assert_no_error (error);

  return mtr_tool_save (folder, "portfolio.pdf", bytes);
}

static char *
dup_pdf_text (const char  *folder,
              MtrDocument *document)
{
  g_autofree char *path = save_pdf (folder, document, MTR_PAPER_A4);
  g_autofree char *text = mtr_tool_run_well ("pdftotext", path, "-", NULL);

  return mtr_tool_squeeze (text);
}

/* ---- The sample ------------------------------------------------------------ */

static void
check_areas_in_order (MtrPack    *pack,
                      const char *text)
{
  GPtrArray *areas = mtr_pack_get_areas (pack);
  const char *place = text;

  g_assert_cmpuint (areas->len, ==, 8);
  for (guint i = 0; i < areas->len; i++)
    {
      place = strstr (place, ((MtrStandard *) g_ptr_array_index (areas, i))->title);
      g_assert_nonnull (place);
    }
}

/* Each line of the index that begins with a number of evidence ends with the page on which its heading is. */
static guint
check_index (char **pages)
{
  guint index = 0, n_items = 0;

  for (guint i = 0; pages[i] != NULL && index == 0; i++)
    if (strstr (pages[i], "\nIndex of evidence") != NULL || g_str_has_prefix (pages[i], "Index of evidence"))
      index = i;
  g_assert_cmpuint (index, >, 0);

  /* The heading stands on the page after the contents, whose line for it ends in a number. */
  for (guint page = 0; page <= index + 1; page++)
    {
      g_auto (GStrv) lines = g_strsplit (pages[page], "\n", -1);

      if (strstr (pages[page], "Areas") == NULL || strstr (pages[page], "No.") == NULL)
        continue;
      for (guint i = 0; lines[i] != NULL; i++)
        {
          char *line = g_strstrip (lines[i]);
          g_autofree char *number = NULL;
          guint there = 0;

          if (line[0] != 'E' || !g_ascii_isdigit (line[1]) || !g_ascii_isdigit (line[2]))
            continue;
          number = g_strndup (line, 3);
          for (guint j = page + 1; pages[j] != NULL && there == 0; j++)
            {
              g_autofree char *heading = g_strdup_printf ("\n%s ", number);
              g_autofree char *text = g_strconcat ("\n", pages[j], NULL);

              if (strstr (text, heading) != NULL && strstr (text, "No.  ") == NULL)
                there = j + 1;
            }
          g_assert_cmpuint (there, >, 0);
          g_assert_cmpuint (strtoul (strrchr (line, ' '), NULL, 10), ==, there);
          n_items++;
        }
    }

  return n_items;
}

static void
test_sample_portfolios (void)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  MtrPack *pack = load_pack (library);
  g_autoptr (MtrSnapshot) snapshot = load_sample ();
  g_autofree char *folder = mtr_tool_make_folder ();
  GDate today = get_today ();
  guint n_portfolios = mtr_snapshot_count (snapshot, MTR_KIND_PORTFOLIO);
  guint n_ready = 0;

  g_assert_cmpuint (n_portfolios, >=, 2);
  for (guint i = 0; i < n_portfolios; i++)
    {
      gint64 id = mtr_record_get_id (mtr_snapshot_nth (snapshot, MTR_KIND_PORTFOLIO, i));
      g_autoptr (GError) error = NULL;
      g_autoptr (MtrDocument) document = mtr_portfolio_build (pack, snapshot, id, &today, &error);
      g_autofree char *pdf = NULL;
      g_autofree char *check = NULL;
      g_autofree char *text = NULL;
      g_auto (GStrv) pages = NULL;
      g_autoptr (GBytes) xml = NULL;
      g_autofree char *path = NULL;

      g_assert_no_error (error);
      if (mtr_document_get_draft (document) == NULL)
        n_ready++;
      for (MtrPaper paper = MTR_PAPER_A4; paper <= MTR_PAPER_LETTER; paper++)
        {
          g_clear_pointer (&pdf, g_free);
          g_clear_pointer (&check, g_free);
          g_clear_pointer (&pages, g_strfreev);
          pdf = save_pdf (folder, document, paper);
          check = mtr_tool_run_well ("qpdf", "--check", pdf, NULL);
          g_assert_null (strstr (check, "WARNING"));
          pages = mtr_tool_read_pages (pdf);
          g_assert_cmpuint (check_index (pages), >=, 2);
          for (guint j = 0; pages[j] != NULL && mtr_document_get_draft (document) != NULL; j++)
            g_assert_nonnull (strstr (pages[j], mtr_document_get_draft (document)));
        }
      text = dup_pdf_text (folder, document);
      check_areas_in_order (pack, text);

      xml = mtr_portfolio_xml_write (document, &error);
      g_assert_no_error (error);
      path = mtr_tool_save (folder, "portfolio.xml", xml);
      for (guint j = 0; j < 2; j++)
        {
          g_autofree char *schema = g_test_build_filename (G_TEST_DIST, "..", "data", "portfolio.rng", NULL);
          g_autofree char *output = j == 0 ? mtr_tool_run_well ("jing", schema, path, NULL)
                                           : mtr_tool_run_well ("xmllint", "--noout", "--relaxng", schema, path, NULL);

          g_assert_null (strstr (output, "error"));
        }
    }
  g_assert_cmpuint (n_ready, ==, 1);
  mtr_tool_remove (folder);
}

static void
test_sample_same_bytes (void)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  MtrPack *pack = load_pack (library);
  GDate today = get_today ();
  GBytes *first[2] = { NULL, NULL };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MtrSnapshot) snapshot = load_sample ();
      gint64 id = mtr_record_get_id (mtr_snapshot_nth (snapshot, MTR_KIND_PORTFOLIO, 0));
      g_autoptr (MtrDocument) document = mtr_portfolio_build (pack, snapshot, id, &today, NULL);
      g_autoptr (MtrPages) pages = mtr_pages_new (document, MTR_PAPER_A4);
      g_autoptr (GBytes) pdf = mtr_pdf_write (pages, NULL);
      g_autoptr (GBytes) xml = mtr_portfolio_xml_write (document, NULL);

      g_assert_nonnull (pdf);
      g_assert_nonnull (xml);
      if (i == 0)
        {
          first[0] = g_bytes_ref (pdf);
          first[1] = g_bytes_ref (xml);
          continue;
        }
      g_assert_true (g_bytes_equal (pdf, first[0]));
      g_assert_true (g_bytes_equal (xml, first[1]));
    }
  g_bytes_unref (first[0]);
  g_bytes_unref (first[1]);
}

/* The map, one record and the blank form are documents of their own. */
static void
test_sample_other_documents (void)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  MtrPack *pack = load_pack (library);
  g_autoptr (MtrSnapshot) snapshot = load_sample ();
  g_autofree char *folder = mtr_tool_make_folder ();
  GDate today = get_today ();
  gint64 portfolio_id = mtr_record_get_id (mtr_snapshot_nth (snapshot, MTR_KIND_PORTFOLIO, 0));
  gint64 observation_id = mtr_record_get_id (mtr_snapshot_nth (snapshot, MTR_KIND_OBSERVATION, 0));
  g_autoptr (MtrDocument) map = mtr_map_build (pack, snapshot, portfolio_id, &today, NULL);
  g_autoptr (MtrDocument) record = mtr_observation_build (pack, snapshot, observation_id, &today, NULL);
  g_autoptr (MtrDocument) form = mtr_feedback_form_build (pack, "supervisee-feedback", "Supervisor A", &today);
  g_autofree char *map_text = dup_pdf_text (folder, map);
  g_autofree char *record_text = dup_pdf_text (folder, record);
  g_autofree char *form_text = dup_pdf_text (folder, form);
  GPtrArray *questions = mtr_pack_get_words (pack, MTR_WORDS_FEEDBACK_FORM);

  for (MtrPaper paper = MTR_PAPER_A4; paper <= MTR_PAPER_LETTER; paper++)
    {
      g_autoptr (MtrPages) pages = mtr_pages_new (map, paper);
      double width, height;

      g_assert_cmpuint (mtr_pages_get_n_pages (pages), ==, 1);
      mtr_pages_get_size (pages, 0, &width, &height);
      g_assert_cmpfloat (width, >, height);
    }
  g_assert_nonnull (strstr (map_text, "Evidence map"));
  g_assert_nonnull (strstr (record_text, "not a cryptographic signature"));
  for (guint i = 0; i < questions->len; i++)
    g_assert_nonnull (strstr (form_text, ((MtrWord *) g_ptr_array_index (questions, i))->title));
  g_assert_nonnull (strstr (form_text, "Supervisor A"));
  mtr_tool_remove (folder);
}

/* ---- Planted words --------------------------------------------------------- */

/* A word that stands nowhere else: no pack and no program has it. */
static char *
dup_word (MtrField field)
{
  return g_strdup_printf ("zq%c%c%cqz", 'a' + field / 676 % 26, 'a' + field / 26 % 26, 'a' + field % 26);
}

/* Values that the rules need so that every record is part of the portfolio. */
static const struct {
  MtrField    field;
  const char *value;   /* NULL: empty */
} values[] = {
  { MTR_PROGRAMME_PACK, "pqs-adults" },
  { MTR_PAIRING_PACK, "pqs-adults" },
  { MTR_PAIRING_STATE, "active" },
  { MTR_PAIRING_PAUSED_ON, NULL },
  { MTR_PAIRING_ENDED_ON, NULL },
  { MTR_MEMBER_ROLE, "mentee" },
  { MTR_MEMBER_LEFT_ON, NULL },
  { MTR_AGREEMENT_ERASED_AT, NULL },
  { MTR_SESSION_STATE, "held" },
  { MTR_OBSERVATION_TYPE, "direct" },
  { MTR_OBSERVATION_MODE, "remote" },
  { MTR_OBSERVATION_CONSENT_STATE, "given" },
  { MTR_OBSERVATION_CONSENT_WITHDRAWN_ON, NULL },
  { MTR_OBSERVATION_WITHDRAWN_ON, NULL },
  { MTR_OBSERVATION_ERASED_AT, NULL },
  { MTR_OBSERVATION_JUDGEMENT, "meets" },
  { MTR_OBSERVATION_THEME_THEME, "setting" },
  { MTR_OBSERVATION_AREA_STANDARD, "1" },
  { MTR_ADDENDUM_REASON, "correction" },
  { MTR_PORTFOLIO_PACK, "pqs-adults" },
  { MTR_EVIDENCE_KIND, "document" },
  { MTR_EVIDENCE_WITHDRAWN_ON, NULL },
  { MTR_EVIDENCE_LINK_STANDARD, "1" },
  { MTR_EVIDENCE_LINK_MENTOR_VIEW, "sufficient" },
  { MTR_REPORT_AREA_STANDARD, "1" },
  { MTR_ATTACHMENT_SHA256, "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" },
};

static const char *
get_value (MtrField field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i].field == field)
      return values[i].value;

  switch (mtr_field_get_info (field)->type)
    {
    case MTR_TYPE_DATE:
      return "2026-03-02";
    case MTR_TYPE_TIME:
      return "10:00";
    case MTR_TYPE_MOMENT:
      return "2026-03-03T10:00:00Z";
    case MTR_TYPE_CODES:
      return "1";
    case MTR_TYPE_CODE:
    default:
      return "code";
    }
}

static gboolean
is_person_of_other (MtrField field)
{
  return field == MTR_OBSERVATION_OBSERVER_ID || field == MTR_PAIRING_MENTOR_ID || field == MTR_PAIRING_LINE_MANAGER_ID;
}

static void
plant (MtrRecord *record,
       MtrField   field)
{
  const MtrFieldInfo *info = mtr_field_get_info (field);

  if (mtr_field_is_text (field))
    {
      g_autofree char *word = dup_word (field);

      mtr_record_set_text (record, field, word);
    }
  else if (info->type == MTR_TYPE_REF)
    mtr_record_set_number (record, field, is_person_of_other (field) ? OTHER_PERSON : FIRST_ID + info->reference);
  else if (mtr_field_is_number (field))
    mtr_record_set_number (record, field, 1);
  else if (get_value (field) != NULL)
    mtr_record_set_text (record, field, get_value (field));
}

/* One record of every kind, with every field filled; with_everything: as a store that filters nothing would load it. */
static MtrSnapshot *
plant_all (gboolean with_everything)
{
  MtrSnapshot *snapshot = mtr_snapshot_new (MTR_READER_PANEL);
  g_autoptr (MtrRecord) other = mtr_record_new (MTR_KIND_PERSON, OTHER_PERSON);

  mtr_record_set_text (other, MTR_PERSON_NAME, "Mentor B");
  mtr_snapshot_add (snapshot, other);
  for (int i = 0; i < MTR_N_KINDS; i++)
    {
      const MtrKindInfo *kind = mtr_kind_get_info (i);
      g_autoptr (MtrRecord) record = mtr_record_new (i, FIRST_ID + i);

      for (int field = kind->first_field; field <= (int) kind->last_field; field++)
        plant (record, field);
      /* A portfolio that was brought in has a case of its own. */
      if (i == MTR_KIND_PORTFOLIO)
        mtr_record_clear (record, MTR_PORTFOLIO_CARRIED_FROM);
      if (with_everything)
        mtr_snapshot_add (snapshot, record);
      else
        add_for_panel (snapshot, record);
    }

  return snapshot;
}

static gboolean
is_expected (MtrField field)
{
  const MtrFieldInfo *info = mtr_field_get_info (field);

  if (!(info->audience & MTR_READER_PANEL) || (info->flags & MTR_FIELD_APART))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (not_printed_kinds); i++)
    if (not_printed_kinds[i] == info->kind)
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (not_printed); i++)
    if (not_printed[i] == field)
      return FALSE;

  return TRUE;
}

static void
check_words (const char *what,
             const char *text,
             gboolean    with_all)
{
  for (int i = 0; i < MTR_N_FIELDS; i++)
    {
      g_autofree char *word = NULL;
      gboolean found;

      if (!mtr_field_is_text (i))
        continue;
      word = dup_word (i);
      found = strstr (text, word) != NULL;
      if ((found && !is_expected (i)) || (!found && with_all && is_expected (i)))
        g_error ("%s: the word of %s.%s is %s", what, mtr_kind_get_info (mtr_field_get_info (i)->kind)->table,
                 mtr_field_get_info (i)->column, found ? "there" : "missing");
    }
}

static void
test_planted_words (gconstpointer data)
{
  gboolean with_everything = GPOINTER_TO_INT (data);
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  MtrPack *pack = load_pack (library);
  g_autoptr (MtrSnapshot) snapshot = plant_all (with_everything);
  g_autofree char *folder = mtr_tool_make_folder ();
  GDate today = get_today ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrDocument) document = mtr_portfolio_build (pack, snapshot, FIRST_ID + MTR_KIND_PORTFOLIO, &today, &error);
  g_autoptr (MtrDocument) record = mtr_observation_build (pack, snapshot, FIRST_ID + MTR_KIND_OBSERVATION, &today, NULL);
  g_autoptr (MtrDocument) map = mtr_map_build (pack, snapshot, FIRST_ID + MTR_KIND_PORTFOLIO, &today, NULL);
  g_autofree char *pdf_text = NULL;
  g_autofree char *record_text = NULL;
  g_autofree char *map_text = NULL;
  g_autofree char *xml_text = NULL;
  g_autoptr (GBytes) xml = NULL;

  g_assert_no_error (error);
  pdf_text = dup_pdf_text (folder, document);
  record_text = dup_pdf_text (folder, record);
  map_text = dup_pdf_text (folder, map);
  xml = mtr_portfolio_xml_write (document, &error);
  g_assert_no_error (error);
  xml_text = g_strndup (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml));

  check_words ("portfolio, PDF", pdf_text, TRUE);
  check_words ("portfolio, XML", xml_text, TRUE);
  check_words ("observation", record_text, FALSE);
  check_words ("map", map_text, FALSE);
  mtr_tool_remove (folder);
}

/* A manager sees states, dates and counts: of all texts only names and why a rule was set aside. */
static void
test_planted_manager (void)
{
  static const MtrField seen[] = {
    MTR_PERSON_NAME, MTR_PAIRING_DUAL_ROLE_REASON, MTR_PAIRING_EXCEPTION_REASON,
  };
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  MtrPack *pack = load_pack (library);
  g_autoptr (MtrSnapshot) snapshot = plant_all (TRUE);
  GDate today = get_today ();
  g_autoptr (GPtrArray) row = mtr_manager_row_build (pack, snapshot, FIRST_ID + MTR_KIND_PAIRING, &today);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < row->len; i++)
    g_string_append_printf (text, "%s\n", ((MtrManagerFact *) g_ptr_array_index (row, i))->value);
  for (int i = 0; i < MTR_N_FIELDS; i++)
    {
      g_autofree char *word = dup_word (i);
      gboolean expected = FALSE;

      for (gsize j = 0; j < G_N_ELEMENTS (seen); j++)
        expected = expected || (int) seen[j] == i;
      g_assert_cmpint (strstr (text->str, word) != NULL, ==, expected);
    }
}

static const char *
get_fact (GPtrArray  *row,
          const char *label)
{
  for (guint i = 0; i < row->len; i++)
    if (g_str_equal (((MtrManagerFact *) g_ptr_array_index (row, i))->label, label))
      return ((MtrManagerFact *) g_ptr_array_index (row, i))->value;

  return NULL;
}

/* A day that is over is not the next session, also while nobody has written down what became of it. */
static void
test_manager_next_session (void)
{
  static const struct {
    const char *planned_on[2];
    const char *expected;
  } rows[] = {
    { { NULL, NULL }, NULL },
    { { "2026-11-20", NULL }, NULL },
    { { "2026-11-21", NULL }, "21 November 2026" },
    { { "2026-11-20", "2026-12-03" }, "3 December 2026" },
    { { "2026-12-03", "2026-11-26" }, "26 November 2026" },
  };
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  MtrPack *pack = load_pack (library);
  GDate today = get_today ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = mtr_snapshot_new (MTR_READER_LEAD);
      g_autoptr (MtrRecord) pairing = mtr_record_new (MTR_KIND_PAIRING, 1);
      g_autoptr (GPtrArray) row = NULL;

      mtr_record_set_text (pairing, MTR_PAIRING_STATE, "active");
      mtr_snapshot_add (snapshot, pairing);
      for (guint j = 0; j < G_N_ELEMENTS (rows[i].planned_on) && rows[i].planned_on[j] != NULL; j++)
        {
          g_autoptr (MtrRecord) session = mtr_record_new (MTR_KIND_SESSION, 10 + j);

          mtr_record_set_number (session, MTR_SESSION_PAIRING_ID, 1);
          mtr_record_set_text (session, MTR_SESSION_STATE, "planned");
          mtr_record_set_text (session, MTR_SESSION_HELD_ON, rows[i].planned_on[j]);
          mtr_snapshot_add (snapshot, session);
        }
      row = mtr_manager_row_build (pack, snapshot, 1, &today);
      g_assert_cmpstr (get_fact (row, "Next session"), ==, rows[i].expected);
      g_assert_cmpstr (get_fact (row, "Held so far"), ==, "0 sessions, 0 h 0 min");
    }
}

static void
test_build_refuses_audiences (void)
{
  static const MtrAudience audiences[] = {
    MTR_READER_OWNER, MTR_READER_LEAD, MTR_AUDIENCE_PAIR, MTR_READER_PANEL | MTR_AUDIENCE_PAIR, MTR_AUDIENCE_ASSESSMENT,
  };
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  MtrPack *pack = load_pack (library);
  GDate today = get_today ();

  for (gsize i = 0; i < G_N_ELEMENTS (audiences); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = mtr_snapshot_new (audiences[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (mtr_portfolio_build (pack, snapshot, 1, &today, &error));
      g_assert_error (error, MTR_DOCUMENT_ERROR, MTR_DOCUMENT_ERROR_AUDIENCE);
      g_clear_error (&error);
      g_assert_null (mtr_observation_build (pack, snapshot, 1, &today, &error));
      g_assert_error (error, MTR_DOCUMENT_ERROR, MTR_DOCUMENT_ERROR_AUDIENCE);
      g_clear_error (&error);
      g_assert_null (mtr_map_build (pack, snapshot, 1, &today, &error));
      g_assert_error (error, MTR_DOCUMENT_ERROR, MTR_DOCUMENT_ERROR_AUDIENCE);
    }
}

/* ---- What goes in and what does not ----------------------------------------- */

static void
test_build_empty (void)
{
  static const char *absent[] = { "index", "observations", "evidence", "report", "recommendation", "decision",
                                  "moderation", "left-out" };
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  MtrPack *pack = load_pack (library);
  g_autoptr (MtrSnapshot) snapshot = mtr_snapshot_new (MTR_READER_PANEL);
  g_autoptr (MtrRecord) person = mtr_record_new (MTR_KIND_PERSON, 1);
  g_autoptr (MtrRecord) pairing = mtr_record_new (MTR_KIND_PAIRING, 2);
  g_autoptr (MtrRecord) portfolio = mtr_record_new (MTR_KIND_PORTFOLIO, 3);
  GDate today = get_today ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrDocument) document = NULL;
  g_autoptr (GBytes) xml = NULL;

  mtr_record_set_text (person, MTR_PERSON_NAME, "Supervisor A");
  mtr_record_set_text (pairing, MTR_PAIRING_PACK, "pqs-adults");
  mtr_record_set_text (pairing, MTR_PAIRING_STATE, "active");
  mtr_record_set_number (portfolio, MTR_PORTFOLIO_PERSON_ID, 1);
  mtr_record_set_number (portfolio, MTR_PORTFOLIO_PAIRING_ID, 2);
  mtr_record_set_text (portfolio, MTR_PORTFOLIO_PACK, "pqs-adults");
  mtr_snapshot_add (snapshot, person);
  mtr_snapshot_add (snapshot, pairing);
  mtr_snapshot_add (snapshot, portfolio);

  document = mtr_portfolio_build (pack, snapshot, 3, &today, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (absent); i++)
    g_assert_null (mtr_document_find (document, absent[i]));
  g_assert_nonnull (mtr_document_find (document, "missing"));
  g_assert_true (g_str_has_prefix (mtr_document_get_draft (document), "Draft: "));
  xml = mtr_portfolio_xml_write (document, &error);
  g_assert_no_error (error);

  g_assert_null (mtr_portfolio_build (pack, snapshot, 4, &today, &error));
  g_assert_error (error, MTR_DOCUMENT_ERROR, MTR_DOCUMENT_ERROR_NOT_FOUND);
}

static char *
build_changed (MtrPack    *pack,
               MtrField    field,
               gint64      id,
               const char *value)
{
  g_autoptr (MtrSnapshot) snapshot = plant_all (FALSE);
  MtrRecord *record = mtr_snapshot_get (snapshot, mtr_field_get_info (field)->kind, id);
  g_autoptr (MtrDocument) document = NULL;
  g_autoptr (GBytes) xml = NULL;
  GDate today = get_today ();

  if (mtr_field_is_number (field))
    mtr_record_set_number (record, field, value != NULL ? 1 : 0);
  else
    mtr_record_set_text (record, field, value);
  document = mtr_portfolio_build (pack, snapshot, FIRST_ID + MTR_KIND_PORTFOLIO, &today, NULL);
  xml = mtr_portfolio_xml_write (document, NULL);
  g_assert_nonnull (xml);

  return g_strndup (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml));
}

/* Each change takes a record out; its words go with it, and it is named among what is left out. */
static void
test_build_left_out (void)
{
  static const struct {
    MtrField    change;
    const char *value;
    MtrField    gone;
    const char *kind;
  } cases[] = {
    { MTR_OBSERVATION_SEALED_AT, NULL, MTR_OBSERVATION_ACCOUNT, "observation" },
    { MTR_OBSERVATION_WITHDRAWN_ON, "2026-04-01", MTR_OBSERVATION_ACCOUNT, "observation" },
    { MTR_OBSERVATION_CONSENT_WITHDRAWN_ON, "2026-04-01", MTR_OBSERVATION_ACCOUNT, "observation" },
    { MTR_OBSERVATION_ERASED_AT, "2026-04-01T10:00:00Z", MTR_OBSERVATION_ACCOUNT, "observation" },
    { MTR_OBSERVATION_CONSENT_ON, "2026-03-05", MTR_OBSERVATION_ACCOUNT, "observation" },
    { MTR_ADDENDUM_REASON, "withdrawal", MTR_OBSERVATION_ACCOUNT, "observation" },
    { MTR_EVIDENCE_WITHDRAWN_ON, "2026-04-01", MTR_EVIDENCE_TEXT, "evidence" },
    { MTR_EVIDENCE_INCLUDED, NULL, MTR_EVIDENCE_TEXT, "evidence" },
    { MTR_REPORT_PASSED_AT, NULL, MTR_REPORT_OVERALL, "report" },
  };
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  MtrPack *pack = load_pack (library);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MtrKind kind = mtr_field_get_info (cases[i].change)->kind;
      g_autofree char *text = build_changed (pack, cases[i].change, FIRST_ID + kind, cases[i].value);
      g_autofree char *element = g_strdup_printf ("<left-out kind=\"%s\"", cases[i].kind);
      g_autofree char *word = dup_word (cases[i].gone);

      g_assert_null (strstr (text, word));
      g_assert_nonnull (strstr (text, element));
    }
}

/* Where it was begun is on the cover beside the programme that it is in now; a file has only where it was begun. */
static void
test_build_carried (void)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  MtrPack *pack = load_pack (library);
  g_autoptr (MtrSnapshot) snapshot = plant_all (FALSE);
  MtrRecord *portfolio = mtr_snapshot_get (snapshot, MTR_KIND_PORTFOLIO, FIRST_ID + MTR_KIND_PORTFOLIO);
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *title = dup_word (MTR_PROGRAMME_TITLE);
  g_autofree char *text = NULL;
  g_autofree char *xml_text = NULL;
  g_autoptr (MtrDocument) document = NULL;
  g_autoptr (GBytes) xml = NULL;
  g_autoptr (GError) error = NULL;
  GDate today = get_today ();

  mtr_record_set_text (portfolio, MTR_PORTFOLIO_CARRIED_FROM, "The year before");
  document = mtr_portfolio_build (pack, snapshot, FIRST_ID + MTR_KIND_PORTFOLIO, &today, &error);
  g_assert_no_error (error);
  text = dup_pdf_text (folder, document);
  xml = mtr_portfolio_xml_write (document, &error);
  g_assert_no_error (error);
  xml_text = g_strndup (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml));

  g_assert_nonnull (strstr (text, title));
  g_assert_nonnull (strstr (text, "Begun in the programme"));
  g_assert_nonnull (strstr (text, "The year before"));
  g_assert_null (strstr (xml_text, title));
  g_assert_nonnull (strstr (xml_text, "<title>The year before</title>"));
  mtr_tool_remove (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/sample/portfolios", test_sample_portfolios);
  g_test_add_func ("/document/sample/same-bytes", test_sample_same_bytes);
  g_test_add_func ("/document/sample/other-documents", test_sample_other_documents);
  g_test_add_data_func ("/document/planted/words", GINT_TO_POINTER (FALSE), test_planted_words);
  g_test_add_data_func ("/document/planted/unfiltered", GINT_TO_POINTER (TRUE), test_planted_words);
  g_test_add_func ("/document/planted/manager", test_planted_manager);
  g_test_add_func ("/document/manager/next-session", test_manager_next_session);
  g_test_add_func ("/document/build/audiences", test_build_refuses_audiences);
  g_test_add_func ("/document/build/empty", test_build_empty);
  g_test_add_func ("/document/build/left-out", test_build_left_out);
  g_test_add_func ("/document/build/carried", test_build_carried);

  return g_test_run ();
}
