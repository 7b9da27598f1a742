/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The check for what may identify somebody: what it must find, and what it
 * must leave alone. Check digits were worked out by hand:
 * 9×10+4×9+3×8+4×7+7×6+6×5+5×4+9×3+1×2 = 299 = 27×11+2, so 943 476 591 ends in 9;
 * 4×10 = 40 = 3×11+7, so 400 000 000 ends in 4;
 * 4×10+8×9+5×8+7×7+7×6+7×5+3×4+4×3+5×2 = 312 = 28×11+4, so 485 777 345 ends in 7;
 * 6×10+3×2 = 66 = 6×11, so 600 000 003 ends in 0;
 * 4×10+1×5 = 45 = 4×11+1, so 400 001 000 would end in 10 and is not given out.
 * Telephone numbers are of the ranges that are kept for stories.
 */

#include "mtr-anonymisation.h"
#include "mtr-text.h"

#include <string.h>

static MtrRecord *
make_name (gint64      id,
           const char *name,
           const char *code)
{
  MtrRecord *record = mtr_record_new (MTR_KIND_PRIVATE_NAME, id);

  mtr_record_set_text (record, MTR_PRIVATE_NAME_NAME, name);
  mtr_record_set_text (record, MTR_PRIVATE_NAME_CODE, code);

  return record;
}

static GPtrArray *
make_names (void)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (names, make_name (1, "Margaret Hughes", "Supervisee 1"));
  g_ptr_array_add (names, make_name (2, "Zoë", "Supervisee 2"));
  g_ptr_array_add (names, make_name (3, "Ann O'Brien-Smith", NULL));
  g_ptr_array_add (names, make_name (4, "ليلى", "Person A"));
  g_ptr_array_add (names, make_name (5, "Margaret Pole", "Person B"));

  return names;
}

typedef struct {
  const char *text;
  const char *found;   /* NULL: nothing */
} Row;

static void
check_rows (const Row      *rows,
            gsize           n_rows,
            MtrFindingType  type)
{
  g_autoptr (GPtrArray) names = make_names ();
  g_autoptr (MtrAnonymisation) check = mtr_anonymisation_new (names);

  for (gsize i = 0; i < n_rows; i++)
    {
      g_autoptr (GPtrArray) findings = mtr_anonymisation_check_text (check, rows[i].text);

      g_test_message ("%s: %u", rows[i].text, findings->len);
      g_assert_cmpuint (findings->len, ==, rows[i].found != NULL ? 1 : 0);
      if (rows[i].found != NULL)
        {
          MtrFinding *finding = g_ptr_array_index (findings, 0);

          g_assert_cmpint (finding->type, ==, type);
          g_assert_cmpstr (finding->text, ==, rows[i].found);
          g_assert_cmpuint (finding->length, ==, strlen (rows[i].found));
          g_assert_cmpmem (rows[i].text + finding->offset, finding->length, rows[i].found, strlen (rows[i].found));
          g_assert_cmpstr (finding->suggestion, !=, NULL);
          g_assert_cmpuint (strlen (finding->fingerprint), ==, 64);
        }
    }
}

static void
test_anonymisation_nhs_number (void)
{
  static const Row rows[] = {
    { "NHS 943 476 5919.", "943 476 5919" },
    { "9434765919", "9434765919" },
    { "(943-476-5919)", "943-476-5919" },
    { "no. 943\xc2\xa0" "476\xc2\xa0" "5919", "943\xc2\xa0" "476\xc2\xa0" "5919" },
    { "4000000004", "4000000004" },
    { "485 777 3457", "485 777 3457" },
    { "600 000 0030", "600 000 0030" },
    { "letter_9434765919.pdf", "9434765919" },
    { "943 476 5918", NULL },
    { "943 476 5991", NULL },
    { "485 777 3456", NULL },
    { "400 001 0000", NULL },
    { "400 001 0001", NULL },
    { "0000000000 1111111111", NULL },
    { "E9434765919", NULL },
    { "94347659191", NULL },
    { "9434765919.5", NULL },
    { "0.9434765919", NULL },
    { "94 3476 5919", NULL },
  };

  check_rows (rows, G_N_ELEMENTS (rows), MTR_FINDING_NHS_NUMBER);
}

static void
test_anonymisation_national_insurance (void)
{
  static const Row rows[] = {
    { "AB 12 34 56 C", "AB 12 34 56 C" },
    { "his is ab123456c, he said", "ab123456c" },
    { "JK123456D", "JK123456D" },
    { "QQ 12 34 56 C", NULL },
    { "BG123456A", NULL },
    { "GB123456A", NULL },
    { "ZZ123456A", NULL },
    { "AO123456A", NULL },
    { "DA123456A", NULL },
    { "AB123456E", NULL },
    { "AB123456", NULL },
    { "SW123456", NULL },     /* a registration number */
    { "AB1234567C", NULL },
    { "XAB123456C", NULL },
  };

  check_rows (rows, G_N_ELEMENTS (rows), MTR_FINDING_NATIONAL_INSURANCE);
}

static void
test_anonymisation_email (void)
{
  static const Row rows[] = {
    { "write to a.person@example.org.", "a.person@example.org" },
    { "<someone+work@mail.example.co.uk>", "someone+work@mail.example.co.uk" },
    { "'quoted@example.org'", "quoted@example.org" },
    { "mailto:x@example.org?subject=", "x@example.org" },
    { "margaret.hughes@example.org", "margaret.hughes@example.org" },
    { "łucja@przykład.example", "łucja@przykład.example" },
    { "meet @ 10.00", NULL },
    { "a@b", NULL },
    { "twitter @somebody", NULL },
    { "3 @ 4.50", NULL },
    { "one@two@", NULL },
    { "x@1.2.3.4", NULL },
  };

  check_rows (rows, G_N_ELEMENTS (rows), MTR_FINDING_EMAIL);
}

static void
test_anonymisation_phone (void)
{
  static const Row rows[] = {
    { "ring 07700 900123 today", "07700 900123" },
    { "07700900123", "07700900123" },
    { "(07700 900 123)", "07700 900 123" },
    { "+44 7700 900123", "+44 7700 900123" },
    { "+447700900123", "+447700900123" },
    { "+44 (0)20 7946 0018", "+44 (0)20 7946 0018" },
    { "0044 20 7946 0018", "0044 20 7946 0018" },
    { "020 7946 0018.", "020 7946 0018" },
    { "(020) 7946 0018", "(020) 7946 0018" },
    { "0113-496-0000", "0113-496-0000" },
    { "0113.496.0000", "0113.496.0000" },
    { "tel:01632960001", "01632960001" },
    { "01632 96001", "01632 96001" },
    { "0113 496 0000 10:30", "0113 496 0000" },
    { "0808 157 0192", "0808 157 0192" },
    { "REF-01134960000", NULL },
    { "case/07700900123", NULL },
    { "E01 134 960 000", NULL },
    { "E01134960000", NULL },
    { "01-12-2026", NULL },
    { "01.12.2026 10:00", NULL },
    { "01/12/2026, 10:00 to 11:00", NULL },
    { "0900 to 1000", NULL },
    { "0900-1000 1100-1200", NULL },
    { "0770 090", NULL },
    { "077009001234567", NULL },
    { "2026-11-19", NULL },
    { "00:24:10", NULL },
    { "from 10:02 to 11:01", NULL },
    { "1.07700900123", NULL },
    { "00 11 22 33 44 5", NULL },
  };

  check_rows (rows, G_N_ELEMENTS (rows), MTR_FINDING_PHONE);
}

static void
test_anonymisation_postcode (void)
{
  static const Row rows[] = {
    { "of LS1 4AP, she", "LS1 4AP" },
    { "LS14AP", "LS14AP" },
    { "SW1A 1AA", "SW1A 1AA" },
    { "SW1A1AA", "SW1A1AA" },
    { "M1 1AE", "M1 1AE" },
    { "M11AE", "M11AE" },
    { "DN55 1PT", "DN55 1PT" },
    { "DN551PT", "DN551PT" },
    { "W1A 0AX", "W1A 0AX" },
    { "ec1a 1bb", "ec1a 1bb" },
    { "visit_LS1 4AP.docx", "LS1 4AP" },
    { "E07", NULL },
    { "E07 4AB", NULL },
    { "E07 and E08", NULL },
    { "E10 2nd", NULL },
    { "e10 2nd", NULL },
    { "PQ1 2AB", NULL },
    { "LS1 4CP", NULL },
    { "LS1 4APX", NULL },
    { "ALS1 4AP", NULL },
    { "LS100 4AP", NULL },
    { "Ls1 4ap", NULL },
    { "A4 5th", NULL },
    { "area 6 2AB", NULL },
  };

  check_rows (rows, G_N_ELEMENTS (rows), MTR_FINDING_POSTCODE);
}

static void
test_anonymisation_birth_date (void)
{
  static const Row rows[] = {
    { "born 12/3/1944", "12/3/1944" },
    { "DOB:12/03/44", "12/03/44" },
    { "d.o.b. 12.3.1944", "12.3.1944" },
    { "D.O.B 1944-03-12", "1944-03-12" },
    { "date of birth: 12 March 1944", "12 March 1944" },
    { "Date of birth\n12th of March, 1944", "12th of March, 1944" },
    { "was born in Leeds on March 12, 1944", "March 12, 1944" },
    { "born in Sept 1944", "Sept 1944" },
    { "her birthday is 12 March", "12 March" },
    { "aged 82 (12/3/1944)", "12/3/1944" },
    { "82 years old, 12/3/1944", "12/3/1944" },
    { "an 82-year-old, 12 March 1944", "12 March 1944" },
    { "We met on 12/3/2026.", NULL },
    { "She was born abroad. On 12/11/2026 we met.", NULL },
    { "an idea born of long practice, as we said together on 12/11/2026", NULL },
    { "over 3 years, 12/11/2026", NULL },
    { "at that stage 12/11/2026", NULL },
    { "the newborn team, 12/11/2026", NULL },
    { "born on 45/3/1944", NULL },
    { "born in 1944", NULL },
  };

  check_rows (rows, G_N_ELEMENTS (rows), MTR_FINDING_BIRTH_DATE);
}

static void
test_anonymisation_name (void)
{
  static const Row rows[] = {
    { "with Margaret Hughes today", "Margaret Hughes" },
    { "with MARGARET\nHUGHES", "MARGARET\nHUGHES" },
    { "margaret hughes's file", "margaret hughes" },
    { "Hughes\xe2\x80\x99 view", "Hughes" },
    { "Margaret\xe2\x80\x99s view", "Margaret" },
    { "Margaret_Hughes_2026.docx", "Margaret_Hughes" },
    { "margarethughes.docx", "margarethughes" },
    { "Hughes2.pdf", "Hughes" },
    { "a Margaret-led plan", "Margaret" },
    { "zoe was there", "zoe" },
    { "ZOE\xcc\x88 said", "ZOE\xcc\x88" },
    { "Z\xc2\xado\xc3\xab", "Z\xc2\xado\xc3\xab" },
    { "Ann O\xe2\x80\x99" "Brien Smith", "Ann O\xe2\x80\x99" "Brien Smith" },
    { "Mrs OBrien", "OBrien" },
    { "Mrs O\xca\xbc" "Brien\xca\xbcs", "O\xca\xbc" "Brien" },   /* the apostrophe that is a letter */
    { "\xca\xbcS Zoë", "Zoë" },
    { "قالت ليلى نعم", "ليلى" },
    { "zoetic", NULL },
    { "zoe1943x is no word of letters but zoetrope", "zoe" },
    { "the pole was hughes", NULL },
    { "Hughesovka", NULL },
    { "", NULL },
  };

  check_rows (rows, G_N_ELEMENTS (rows), MTR_FINDING_NAME);
}

/* What stands in every portfolio and must not be found. */
static void
test_anonymisation_left_alone (void)
{
  static const Row rows[] = {
    { "E07 shows area 3 and area 6; see E12.", NULL },
    { "Session on 12/11/2026 from 10:00 to 11:30.", NULL },
    { "12/11/2026", NULL },
    { "section 42 enquiry, Care Act 2014, s.42(2)", NULL },
    { "40 statements, 8 areas, 0.5 of a post", NULL },
    { "0.5", NULL },
    { "Observed 3 Nov 2026, 10:02 to 11:01, 14 notes", NULL },
    { "Version 2, 10 February 2026", NULL },
    { "1, 2, 3, 4, 5, 6, 7, 8, 9, 10", NULL },
    { "Supervisee 1 and Person C agreed at once.", NULL },
    { "budget of 1,000,000 and 12.5 per cent", NULL },
    { "https://example.org/guidance/2026/11", NULL },
    { "Direct observation 2 of 2 · areas 3, 5 and 6", NULL },
    { "0123456788", NULL },
  };

  check_rows (rows, G_N_ELEMENTS (rows), MTR_FINDING_NAME);
}

static void
test_anonymisation_suggestions (void)
{
  static const struct {
    const char *text;
    const char *suggestion;
  } rows[] = {
    { "Margaret Hughes", "Write Supervisee 1 instead." },
    { "Hughes", "Write Supervisee 1 instead." },
    { "Margaret", "Leave the name out, or write a code instead." },   /* two people have it */
    { "zoe", "Write Supervisee 2 instead." },
    { "Ann O'Brien-Smith", "Leave the name out, or write a code instead." },
    { "9434765919", "Leave the number out." },
    { "LS1 4AP", "Leave the postcode out." },
    { "born 1/2/1950", "Leave the date out, or write an age in years." },
  };
  g_autoptr (GPtrArray) names = make_names ();
  g_autoptr (MtrAnonymisation) check = mtr_anonymisation_new (names);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) findings = mtr_anonymisation_check_text (check, rows[i].text);

      g_assert_cmpuint (findings->len, ==, 1);
      g_assert_cmpstr (((MtrFinding *) g_ptr_array_index (findings, 0))->suggestion, ==, rows[i].suggestion);
    }
}

static void
test_anonymisation_sentence (void)
{
  g_autoptr (GPtrArray) names = make_names ();
  g_autoptr (MtrAnonymisation) check = mtr_anonymisation_new (names);
  g_autoptr (GPtrArray) findings = mtr_anonymisation_check_text (check,
                                                                 "First one. Then Zoë rang\n07700 900123! And more.");
  g_autoptr (GString) text = g_string_new (NULL);
  MtrFinding *finding;

  g_assert_cmpuint (findings->len, ==, 2);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpstr (finding->sentence, ==, "Then Zoë rang");
  finding = g_ptr_array_index (findings, 1);
  g_assert_cmpstr (finding->sentence, ==, "07700 900123!");

  /* Forty words of five letters on both sides: 160 bytes of each are shown, to the end of a word. */
  for (int i = 0; i < 40; i++)
    g_string_append (text, "words ");
  g_string_append (text, "Zoë");
  for (int i = 0; i < 40; i++)
    g_string_append (text, " words");
  g_clear_pointer (&findings, g_ptr_array_unref);
  findings = mtr_anonymisation_check_text (check, text->str);
  finding = g_ptr_array_index (findings, 0);
  g_assert_true (g_str_has_prefix (finding->sentence, "…words words"));
  g_assert_true (g_str_has_suffix (finding->sentence, "words words…"));
  g_assert_cmpuint (strlen (finding->sentence), <, 360);
}

static MtrRecord *
make_evidence (gint64 id)
{
  MtrRecord *record = mtr_record_new (MTR_KIND_EVIDENCE, id);

  mtr_record_set_number (record, MTR_EVIDENCE_NUMBER, 7);
  mtr_record_set_text (record, MTR_EVIDENCE_TITLE, "Feedback about Zoë");
  mtr_record_set_text (record, MTR_EVIDENCE_TEXT, "Nothing. Zoë came, and Zoë left. 9434765919");

  return record;
}

static void
test_anonymisation_records (void)
{
  static const struct {
    MtrKind     kind;
    gint64      id;
    MtrField    field;
    const char *text;
  } expected[] = {
    { MTR_KIND_EVIDENCE, 10, MTR_EVIDENCE_TITLE, "Zoë" },
    { MTR_KIND_EVIDENCE, 10, MTR_EVIDENCE_TEXT, "Zoë" },
    { MTR_KIND_EVIDENCE, 10, MTR_EVIDENCE_TEXT, "Zoë" },
    { MTR_KIND_EVIDENCE, 10, MTR_EVIDENCE_TEXT, "9434765919" },
    { MTR_KIND_ATTACHMENT, 3, MTR_ATTACHMENT_NAME, "Hughes" },
    { MTR_KIND_ATTACHMENT, 8, MTR_ATTACHMENT_NAME, "zoe" },
  };
  g_autoptr (GPtrArray) names = make_names ();
  g_autoptr (MtrAnonymisation) check = mtr_anonymisation_new (names);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) accepted = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) again = NULL;
  MtrRecord *record;

  record = mtr_record_new (MTR_KIND_ATTACHMENT, 8);
  mtr_record_set_text (record, MTR_ATTACHMENT_NAME, "zoe_feedback.pdf");
  g_ptr_array_add (records, record);
  record = mtr_record_new (MTR_KIND_ATTACHMENT, 3);
  mtr_record_set_text (record, MTR_ATTACHMENT_NAME, "Audit Hughes.pdf");
  g_ptr_array_add (records, record);
  g_ptr_array_add (records, make_evidence (10));

  /* What never leaves is not looked at: private text, and what the pair says to each other. */
  record = mtr_record_new (MTR_KIND_SESSION, 1);
  mtr_record_set_text (record, MTR_SESSION_PRIVATE_NOTE, "Zoë");
  mtr_record_set_text (record, MTR_SESSION_NEXT_STEP, "Zoë");
  g_ptr_array_add (records, record);
  record = mtr_record_new (MTR_KIND_OBSERVATION, 1);
  mtr_record_set_text (record, MTR_OBSERVATION_DRAFT_ACCOUNT, "Zoë");
  g_ptr_array_add (records, record);
  /* A person of the programme is named on purpose. */
  record = mtr_record_new (MTR_KIND_PERSON, 1);
  mtr_record_set_text (record, MTR_PERSON_NAME, "Mentor B");
  g_ptr_array_add (records, record);

  findings = mtr_anonymisation_check_records (check, records, NULL);
  g_assert_cmpuint (findings->len, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const MtrFinding *finding = g_ptr_array_index (findings, i);

      g_assert_cmpint (finding->kind, ==, expected[i].kind);
      g_assert_cmpint (finding->id, ==, expected[i].id);
      g_assert_cmpint (finding->field, ==, expected[i].field);
      g_assert_cmpstr (finding->text, ==, expected[i].text);
      g_assert_false (finding->accepted);
    }

  /* The same name in the same field is one thing to accept; in another field it is another. */
  record = mtr_record_new (MTR_KIND_ACCEPTED_PLACE, 1);
  mtr_record_set_text (record, MTR_ACCEPTED_PLACE_FINGERPRINT, ((MtrFinding *) findings->pdata[1])->fingerprint);
  g_ptr_array_add (accepted, record);
  again = mtr_anonymisation_check_records (check, records, accepted);
  for (guint i = 0; i < again->len; i++)
    g_assert_cmpint (((MtrFinding *) again->pdata[i])->accepted, ==, i == 1 || i == 2);
}

/* printf 'name\0evidence\0%s\0text\0Zo\303\253\0' 10 | sha256sum */
static void
test_anonymisation_fingerprint (void)
{
  g_autoptr (GPtrArray) names = make_names ();
  g_autoptr (MtrAnonymisation) check = mtr_anonymisation_new (names);
  g_autoptr (MtrRecord) record = make_evidence (10);
  g_autoptr (GPtrArray) findings = mtr_anonymisation_check_record (check, record, NULL);

  g_assert_cmpstr (((MtrFinding *) findings->pdata[1])->fingerprint, ==, "5655d204f084770622eb9793c0f3725035dd03178a8b94381a58b432c0ed7cd2");
}

static void
test_anonymisation_codes (void)
{
  g_autoptr (GPtrArray) names = make_names ();
  g_autofree char *number = mtr_private_name_suggest_code (names, "Supervisee", MTR_CODE_STYLE_NUMBER);
  g_autofree char *letter = mtr_private_name_suggest_code (names, "Person", MTR_CODE_STYLE_LETTER);
  g_autofree char *first = mtr_private_name_suggest_code (names, "Colleague", MTR_CODE_STYLE_NUMBER);
  g_autofree char *from_nothing = mtr_private_name_suggest_code (NULL, "Person", MTR_CODE_STYLE_LETTER);
  g_autofree char *after_z = NULL;

  g_assert_cmpstr (number, ==, "Supervisee 3");
  g_assert_cmpstr (letter, ==, "Person C");
  g_assert_cmpstr (first, ==, "Colleague 1");
  g_assert_cmpstr (from_nothing, ==, "Person A");

  g_ptr_array_add (names, make_name (9, "Somebody", "Person Z"));
  after_z = mtr_private_name_suggest_code (names, "Person", MTR_CODE_STYLE_LETTER);
  g_assert_cmpstr (after_z, ==, "Person AA");
}

/* Random texts, always the same ones: every place lies in the text, in order, apart. */
static void
test_anonymisation_anything (void)
{
  static const char *const pieces[] = {
    "0", "7", "07700", "900123", " ", "-", ".", "@", "example", ".org", "+44", "(", ")", "born ", "aged ", "12", "/",
    "March", "LS1", "4AP", "AB", "C", "\n", "'s", "\xe2\x80\x99", "Zoë", "Margaret", "Hughes", "é", "😀", "ليلى", "943",
    "476", "5919", "_", "d.o.b", "!", "\xcc\x88", "\xc2\xa0", "1944",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (20261121);
  g_autoptr (GPtrArray) names = make_names ();
  g_autoptr (MtrAnonymisation) check = mtr_anonymisation_new (names);

  for (int i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *clean = NULL;
      gsize end = 0;

      for (int j = g_rand_int_range (random, 0, 30); j > 0; j--)
        if (g_rand_int_range (random, 0, 10) == 0)
          g_string_append_c (text, (char) g_rand_int_range (random, 1, 256));
        else
          g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);

      clean = mtr_text_clean (text->str, (gssize) text->len, MTR_TEXT_PARAGRAPHS, NULL);
      findings = mtr_anonymisation_check_text (check, clean);
      for (guint j = 0; j < findings->len; j++)
        {
          const MtrFinding *finding = g_ptr_array_index (findings, j);

          g_assert_cmpuint (finding->offset, >=, end);
          g_assert_cmpuint (finding->length, >, 0);
          end = finding->offset + finding->length;
          g_assert_cmpuint (end, <=, strlen (clean));
          g_assert_cmpmem (clean + finding->offset, finding->length, finding->text, strlen (finding->text));
          g_assert_true (g_utf8_validate (finding->text, -1, NULL));
          g_assert_true (g_utf8_validate (finding->sentence, -1, NULL));
        }
    }
}

/* Texts of the greatest size that a field takes, of the shapes that cost most. None may take more than a moment: what
 * grew with the square of the length would take minutes. */
static void
test_anonymisation_long (void)
{
  static const char *const shapes[] = { "a.", "a@", "0 ", "07700 ", "1-", "Margaret ", "born ", "a'", "943 476 591 ", "." };
  g_autoptr (GPtrArray) names = make_names ();
  g_autoptr (MtrAnonymisation) check = mtr_anonymisation_new (names);

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) findings = NULL;

      while (text->len < 100000)
        g_string_append (text, shapes[i]);
      findings = mtr_anonymisation_check_text (check, text->str);
      g_assert_cmpuint (findings->len, <=, 100000 / strlen (shapes[i]) + 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/anonymisation/nhs-number", test_anonymisation_nhs_number);
  g_test_add_func ("/core/anonymisation/national-insurance", test_anonymisation_national_insurance);
  g_test_add_func ("/core/anonymisation/email", test_anonymisation_email);
  g_test_add_func ("/core/anonymisation/phone", test_anonymisation_phone);
  g_test_add_func ("/core/anonymisation/postcode", test_anonymisation_postcode);
  g_test_add_func ("/core/anonymisation/birth-date", test_anonymisation_birth_date);
  g_test_add_func ("/core/anonymisation/name", test_anonymisation_name);
  g_test_add_func ("/core/anonymisation/left-alone", test_anonymisation_left_alone);
  g_test_add_func ("/core/anonymisation/suggestions", test_anonymisation_suggestions);
  g_test_add_func ("/core/anonymisation/sentence", test_anonymisation_sentence);
  g_test_add_func ("/core/anonymisation/records", test_anonymisation_records);
  g_test_add_func ("/core/anonymisation/fingerprint", test_anonymisation_fingerprint);
  g_test_add_func ("/core/anonymisation/codes", test_anonymisation_codes);
  g_test_add_func ("/core/anonymisation/anything", test_anonymisation_anything);
  g_test_add_func ("/core/anonymisation/long", test_anonymisation_long);

  return g_test_run ();
}
