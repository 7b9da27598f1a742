/* SPDX-License-Identifier: GPL-3.0-or-later */

/* People from a spreadsheet: who is meant, what changes, what is refused and
 * why, and that nothing half comes in.
 */

#include "import-fixture.h"

#include "mtr-import-writer.h"
#include "mtr-test-records.h"

#include <string.h>

#define NEW MTR_IMPORT_NEW
#define CHANGED MTR_IMPORT_CHANGED
#define SAME MTR_IMPORT_SAME
#define REFUSED MTR_IMPORT_REFUSED

/* Two of one name, two with an employee reference, and a chain of line managers: 5 → 4 → 3. */
static MtrSnapshot *
make_file (void)
{
  MtrSnapshot *file = mtr_snapshot_new (MTR_READER_OWNER);

  mtr_test_record (file, MTR_KIND_PERSON, 1, MTR_PERSON_NAME, "Priti Brackwater", MTR_PERSON_EMAIL, "priti@example.org",
                   MTR_PERSON_EMPLOYEE_REFERENCE, "E1", MTR_PERSON_TEAM, "North", MTR_FIELD_NONE);
  mtr_test_record (file, MTR_KIND_PERSON, 2, MTR_PERSON_NAME, "Callum Corrigill", MTR_PERSON_EMPLOYEE_REFERENCE, "E2",
                   MTR_PERSON_REGISTERED, "1", MTR_FIELD_NONE);
  mtr_test_record (file, MTR_KIND_PERSON, 3, MTR_PERSON_NAME, "Davina Dunmarsh", MTR_FIELD_NONE);
  mtr_test_record (file, MTR_KIND_PERSON, 4, MTR_PERSON_NAME, "Emeka Elverstone", MTR_PERSON_LINE_MANAGER_ID, "3",
                   MTR_FIELD_NONE);
  mtr_test_record (file, MTR_KIND_PERSON, 5, MTR_PERSON_NAME, "Fern Fallowby", MTR_PERSON_LINE_MANAGER_ID, "4",
                   MTR_FIELD_NONE);
  mtr_test_record (file, MTR_KIND_PERSON, 6, MTR_PERSON_NAME, "Joanna Jessamore", MTR_PERSON_EMAIL, "j6@example.org",
                   MTR_FIELD_NONE);
  mtr_test_record (file, MTR_KIND_PERSON, 7, MTR_PERSON_NAME, "Joanna Jessamore", MTR_PERSON_EMAIL, "j7@example.org",
                   MTR_FIELD_NONE);

  return file;
}

static void
test_check (void)
{
  static const struct {
    const char  *name;
    const char  *text;
    ExpectedRow  rows[8];
  } cases[] = {
    { "new, changed and the same",
      "Name,E-mail,Team\nPriti Brackwater,priti@example.org,South\nCallum Corrigill,,\nWanda Larkrise,wanda@example.org,North\n",
      { { 2, CHANGED, "Team: “North” → “South”" }, { 3, SAME, NULL }, { 4, NEW, NULL } } },
    { "a name of two columns, either way round of capitals", "First name,Last name,Grade\nPRITI,Brackwater,5\n",
      { { 2, CHANGED, "Name: “Priti Brackwater” → “PRITI Brackwater”" } } },
    { "by employee reference, with another name", "Employee number,Name\ne2,Callum Greyfenn\n",
      { { 2, CHANGED, "Name: “Callum Corrigill” → “Callum Greyfenn”" } } },
    { "by e-mail, with another name", "E-mail,Name\nPRITI@example.org,Priti Greyfenn\n",
      { { 2, CHANGED, "E-mail: “priti@example.org” → “PRITI@example.org”" } } },
    { "another employee reference is another person", "Employee number,Name\nE9,Callum Corrigill\n", { { 2, NEW, NULL } } },
    { "reference and e-mail of two people", "Name,Employee number,E-mail\nPriti,E2,priti@example.org\n",
      { { 2, REFUSED, "different people of the programme: Callum Corrigill and Priti Brackwater" } } },
    { "a name of two people", "Name,Team\nJoanna Jessamore,East\n", { { 2, REFUSED, "Several people of the programme" } } },
    { "told apart by e-mail", "Name,Team,E-mail\nJoanna Jessamore,East,j7@example.org\n", { { 2, CHANGED, "“East”" } } },
    { "a third of that name", "Name,E-mail\nJoanna Jessamore,j6@example.org\nJoanna Jessamore,j7@example.org\n"
      "Joanna Jessamore,j8@example.org\n", { { 2, SAME, NULL }, { 3, SAME, NULL }, { 4, NEW, NULL } } },
    { "twice by name", "Name,Team\nWanda Larkrise,A\nwanda  larkrise,B\n",
      { { 2, NEW, NULL }, { 3, REFUSED, "line 2" } } },
    { "twice by e-mail", "Name,E-mail\nA,x@example.org\nB,X@example.org\n",
      { { 2, NEW, NULL }, { 3, REFUSED, "e-mail address is in line 2" } } },
    { "twice by reference", "Name,Employee number\nA,7\nB,8\nC,7\n",
      { { 2, NEW, NULL }, { 3, NEW, NULL }, { 4, REFUSED, "employee reference is in line 2" } } },
    { "one with an address, one without", "Name,E-mail\nA,x@example.org\nA,\n",
      { { 2, NEW, NULL }, { 3, REFUSED, "nothing tells the two apart" } } },
    { "no name", "Name,Team\n,North\n", { { 2, REFUSED, "no name" } } },
    { "rows of the wrong length", "Name,Team\nA\nB,C,D\nE,F,,\n",
      { { 2, REFUSED, "1 cell, and there are 2" }, { 3, REFUSED, "3 cells, and there are 2" }, { 4, NEW, NULL } } },
    { "dates", "Name,Registration date\nA,03/04/2020\nB,2020-04-03\nC,31/12/1999\nD,3 April 2020\nE,03.04.2020 00:00\n",
      { { 2, NEW, NULL }, { 3, NEW, NULL }, { 4, NEW, NULL }, { 5, NEW, NULL }, { 6, NEW, NULL } } },
    { "wrong dates",
      "Name,Registration date\nA,31/02/2020\nB,03/04/20\nC,43924\nD,3 April\nE,soon\nF,29/02/2023\nG,1/1/0020\n",
      { { 2, REFUSED, "Registered on: “31/02/2020” is not a date" }, { 3, REFUSED, "no year of four figures" },
        { 4, REFUSED, "is not a date" }, { 5, REFUSED, "no year of four figures" }, { 6, REFUSED, "year" },
        { 7, REFUSED, "is not a date" }, { 8, REFUSED, "is not a date" } } },
    { "dates of two kinds in a column",
      "Name,Registration date\nA,03/04/2020\nB,05/05/2020\nC,04/13/2020\nD,14/04/2020\nE,2020-04-03\n",
      { { 2, REFUSED, "two dates, because line 4 puts the month first" }, { 3, NEW, NULL },
        { 4, REFUSED, "puts the month first" }, { 5, NEW, NULL }, { 6, NEW, NULL } } },
    { "yes and no", "Name,Registered\nA,Yes\nB,n\nC,TRUE\nD,unknown\nE,perhaps\n",
      { { 2, NEW, NULL }, { 3, NEW, NULL }, { 4, NEW, NULL }, { 5, NEW, NULL }, { 6, REFUSED, "neither yes nor no" } } },
    { "unknown takes a yes back", "Name,Registered\nCallum Corrigill,unknown\n",
      { { 2, CHANGED, "Registered social worker: “yes” → “”" } } },
    { "an empty cell leaves what is there", "Name,Registered,Team\nPriti Brackwater,,\n", { { 2, SAME, NULL } } },
    { "codes", "Name,Contract,Availability\nA,Fixed term,Mon AM; thursday afternoon\nB,zero hours,\nC,,Funday morning\n",
      { { 2, NEW, NULL }, { 3, REFUSED, "permanent, temporary, agency, other" }, { 4, REFUSED, "Funday" } } },
    { "numbers", "Name,Months in a supervisory role,Years of experience\nA,24,2.5\nB,two,\nC,721,\nD,,nan\n",
      { { 2, NEW, NULL }, { 3, REFUSED, "two" }, { 4, REFUSED, "720" }, { 5, REFUSED, "is not a number" } } },
    { "an address that is none", "Name,E-mail\nA,nobody\n", { { 2, REFUSED, "not an e-mail address" } } },
    { "control characters", "Name,Team\nA\x01,B\n", { { 2, NEW, "1" } } },
    /* A space of no width, an override of direction, a joiner. */
    { "what nobody sees tells nobody apart",
      "First name,Last name\nPriti,Brack\u200bwater\nNew\u202e,Name\nWanda,Larkrise\nWanda,Lark\u200drise\n",
      { { 2, SAME, NULL }, { 3, NEW, "characters in it that are not seen" }, { 4, NEW, NULL }, { 5, REFUSED, "line 4" } } },
    { "a name with what nobody sees", "Name,Team\nPriti\u2060 Brackwater,North\nA\u202eB,\n",
      { { 2, SAME, NULL }, { 3, NEW, "not seen" } } },
    { "line managers by name, address, reference and the other way round",
      "Name,Line manager\nA,Davina Dunmarsh\nB,j7@example.org\nC,E2\nD,\"Brackwater, Priti\"\nE,D\n",
      { { 2, NEW, NULL }, { 3, NEW, NULL }, { 4, NEW, NULL }, { 5, NEW, NULL }, { 6, NEW, NULL } } },
    { "line managers who are nobody, or two", "Name,Line manager\nA,Nobody Here\nB,Joanna Jessamore\n",
      { { 2, REFUSED, "Nobody is called “Nobody Here”" }, { 3, REFUSED, "Several people are called" } } },
    { "one's own line manager", "Name,Line manager\nA,A\n", { { 2, REFUSED, "Nobody is their own line manager" } } },
    { "a circle within the file", "Name,Line manager\nA,B\nB,C\nC,A\nD,A\n",
      { { 2, REFUSED, "A → B → C" }, { 3, REFUSED, "circle" }, { 4, REFUSED, "circle" }, { 5, REFUSED, "line 2" } } },
    { "a circle with those who are there", "Name,Line manager\nDavina Dunmarsh,Fern Fallowby\nA,Davina Dunmarsh\n",
      { { 2, REFUSED, "circle" }, { 3, NEW, NULL } } },
    { "two that change places", "Name,Line manager\nDavina Dunmarsh,Emeka Elverstone\nEmeka Elverstone,Priti Brackwater\n",
      { { 2, CHANGED, "Line manager: “” → “Emeka Elverstone”" }, { 3, CHANGED, "Priti Brackwater" } } },
    { "a refused row keeps its line manager, which closes a circle",
      "Name,Line manager,Registered\nDavina Dunmarsh,Emeka Elverstone,\nEmeka Elverstone,Priti Brackwater,perhaps\n",
      { { 2, REFUSED, "circle" }, { 3, REFUSED, "neither" } } },
    { "the line manager is refused", "Name,Line manager,Registered\nA,B,\nB,,perhaps\n",
      { { 2, REFUSED, "line 3" }, { 3, REFUSED, "neither" } } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MtrSnapshot) file = make_file ();
      g_autoptr (MtrImportResult) result = import_fixture_check (file, MTR_IMPORT_PEOPLE, cases[i].text, NULL, NULL);

      import_fixture_assert_rows (result, cases[i].name, cases[i].rows);
    }
}

static void
assert_field (MtrSnapshot *file,
              const char  *name,
              MtrField     field,
              const char  *value)
{
  MtrRecord *person = import_fixture_find_person (file, name);
  g_autofree char *number = NULL;

  g_assert_nonnull (person);
  g_test_message ("%s, %s", name, mtr_field_get_info (field)->column);
  if (value != NULL && mtr_field_is_number (field))
    {
      number = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_number (person, field));
      g_assert_cmpstr (number, ==, value);
    }
  else
    {
      g_assert_cmpint (mtr_record_is_set (person, field), ==, value != NULL);
      g_assert_cmpstr (value != NULL ? mtr_record_get_text (person, field) : NULL, ==, value);
    }
}

/* What is stored, field by field. */
static void
test_values (void)
{
  g_autoptr (MtrSnapshot) file = make_file ();
  g_autoptr (MtrImportResult) result =
    import_fixture_check (file, MTR_IMPORT_PEOPLE,
                          "Name,Line manager,Registration date,Registered,Hours per week,Years as supervisor,Contract,"
                          "Availability,Job title,About,Both mentor and mentee\n"
                          "Wanda Larkrise,Callum Corrigill,3/4/2020,Y,37.5,2,Locum,Mon AM; Thu,'=Lead,\"One\nTwo\",no\n"
                          "Zoë,Wanda Larkrise,,no,\"18,5\",0.5,,,O'Neil,,yes\n", NULL, NULL);
  g_autoptr (MtrChange) change = NULL;
  g_autofree char *wanda_id = NULL;
  g_autoptr (GError) error = NULL;

  change = mtr_import_result_make_change (result, FALSE, &error);
  g_assert_no_error (error);
  /* One change for all: the two people, and "About" is no other word than the guess. */
  g_assert_cmpuint (mtr_change_count (change), ==, 2);
  g_assert_cmpstr (mtr_change_get_label (change), ==, "import of 2 people");
  mtr_test_apply (file, change);

  assert_field (file, "Wanda Larkrise", MTR_PERSON_LINE_MANAGER_ID, "2");
  assert_field (file, "Wanda Larkrise", MTR_PERSON_REGISTERED_ON, "2020-04-03");
  assert_field (file, "Wanda Larkrise", MTR_PERSON_REGISTERED, "1");
  assert_field (file, "Wanda Larkrise", MTR_PERSON_WEEKLY_MINUTES, "2250");
  assert_field (file, "Wanda Larkrise", MTR_PERSON_SUPERVISORY_MONTHS, "24");
  assert_field (file, "Wanda Larkrise", MTR_PERSON_CONTRACT, "agency");
  assert_field (file, "Wanda Larkrise", MTR_PERSON_AVAILABILITY, "monday-morning thursday-morning thursday-afternoon");
  assert_field (file, "Wanda Larkrise", MTR_PERSON_ROLE_TITLE, "=Lead");
  assert_field (file, "Wanda Larkrise", MTR_PERSON_BIOGRAPHY, "One\nTwo");
  assert_field (file, "Wanda Larkrise", MTR_PERSON_ROLE_WANTED, "mentor");
  assert_field (file, "Wanda Larkrise", MTR_PERSON_WILLING_TO_MENTOR, "1");
  wanda_id = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (import_fixture_find_person (file, "Wanda Larkrise")));
  assert_field (file, "Zoë", MTR_PERSON_LINE_MANAGER_ID, wanda_id);
  assert_field (file, "Zoë", MTR_PERSON_REGISTERED, "0");
  assert_field (file, "Zoë", MTR_PERSON_WEEKLY_MINUTES, "1110");
  assert_field (file, "Zoë", MTR_PERSON_SUPERVISORY_MONTHS, "6");
  assert_field (file, "Zoë", MTR_PERSON_ROLE_TITLE, "O'Neil");
  assert_field (file, "Zoë", MTR_PERSON_ROLE_WANTED, "both");
}

/* The list of mentees of the Civil Service's matcher; who somebody is comes in only when it is ticked. */
static void
test_identity (void)
{
  static const char text[] =
    "first name,last name,email address,both mentor and mentee,job title,grade,organisation,biography,profession,"
    "characteristics,target profession,match with similar identity,identity to match\n"
    "Leila,Kettlewyn,leila@example.org,no,Officer,Grade 7,Office of Maps,I draw.,Policy,canary-one,Science,yes,canary-two\n";

  for (int ticked = 0; ticked <= 1; ticked++)
    {
      g_autoptr (MtrSnapshot) file = make_file ();
      g_autoptr (MtrCsv) csv = import_fixture_read (text);
      g_autoptr (MtrImportMapping) mapping = mtr_import_mapping_new (csv, MTR_IMPORT_PEOPLE, file);
      MtrImportContext context = { file, mtr_test_date ("2026-11-21"), import_fixture_make_id, NULL, NULL, NULL, NULL, FALSE };
      g_autoptr (MtrImportResult) result = NULL;
      g_autoptr (MtrImportResult) again = NULL;
      g_autoptr (MtrChange) change = NULL;
      g_autoptr (MtrImportRow) row = NULL;
      g_autofree char *description = NULL;
      g_autoptr (GBytes) exported = NULL;
      MtrRecord *leila;

      for (guint i = 0; i < mtr_csv_get_n_columns (csv); i++)
        mtr_import_mapping_set_ticked (mapping, i, ticked == 1);
      result = mtr_import_check (mapping, &context, NULL);
      change = mtr_import_result_make_change (result, FALSE, NULL);
      mtr_test_apply (file, change);

      leila = import_fixture_find_person (file, "Leila Kettlewyn");
      g_assert_true (mtr_record_text_is (leila, MTR_PERSON_ROLE_WANTED, "mentee"));
      g_assert_true (mtr_record_text_is (leila, MTR_PERSON_TARGET_PROFESSION, "Science"));
      g_assert_true (mtr_record_text_is (leila, MTR_PERSON_EMPLOYER, "Office of Maps"));
      g_assert_false (mtr_record_is_set (leila, MTR_PERSON_WILLING_TO_MENTOR));
      g_assert_cmpint (mtr_record_text_is (leila, MTR_PERSON_CHARACTERISTICS, "canary-one"), ==, ticked == 1);
      g_assert_cmpint (mtr_record_text_is (leila, MTR_PERSON_IDENTITY_WANTED, "canary-two"), ==, ticked == 1);
      g_assert_cmpint (mtr_record_get_number (leila, MTR_PERSON_SIMILAR_IDENTITY_WANTED), ==, ticked);

      exported = mtr_import_write (MTR_IMPORT_PEOPLE, file);
      g_assert_null (g_strstr_len (g_bytes_get_data (exported, NULL), (gssize) g_bytes_get_size (exported), "canary"));

      /* Not shown as a difference either. */
      mtr_record_set_text (leila, MTR_PERSON_CHARACTERISTICS, "canary-three");
      again = mtr_import_check (mapping, &context, NULL);
      row = g_list_model_get_item (mtr_import_result_get_rows (again), 0);
      description = mtr_import_row_describe (row);
      g_assert_cmpint (mtr_import_row_get_state (row), ==, ticked == 1 ? MTR_IMPORT_CHANGED : MTR_IMPORT_SAME);
      g_assert_null (strstr (description, "canary"));
    }
}

static void
test_nothing_half (void)
{
  g_autoptr (MtrSnapshot) file = make_file ();
  g_autoptr (MtrImportResult) result =
    import_fixture_check (file, MTR_IMPORT_PEOPLE, "Name,Team\nWanda,A\n,B\nPriti Brackwater,South\n", NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrChange) refused = mtr_import_result_make_change (result, FALSE, &error);
  g_autoptr (MtrChange) others = NULL;
  g_autofree char *numbers = mtr_import_result_describe (result);

  g_assert_null (refused);
  g_assert_error (error, MTR_IMPORT_ERROR, MTR_IMPORT_ERROR_REFUSED);
  g_assert_cmpstr (numbers, ==, "1 new, 1 changed, 0 the same, 1 refused");

  others = mtr_import_result_make_change (result, TRUE, NULL);
  g_assert_cmpuint (mtr_change_count (others), ==, 2);
  g_assert_cmpint (mtr_change_nth (others, 0)->type, ==, MTR_OPERATION_INSERT);
  g_assert_cmpint (mtr_change_nth (others, 1)->type, ==, MTR_OPERATION_UPDATE);
  g_assert_cmpint (mtr_change_nth (others, 1)->id, ==, 1);
  g_assert_cmpuint (mtr_change_nth (others, 1)->fields->len, ==, 1);
}

/* Whoever only manages has no row; a number or an address is no name. */
static void
test_line_managers (void)
{
  static const ExpectedRow rows[] = {
    { 2, NEW, NULL }, { 3, NEW, NULL }, { 4, NEW, NULL }, { 5, REFUSED, "E9" }, { 6, REFUSED, "who@example.org" },
    { 2, NEW, "Named in this line as a line manager." }, { 0 },
  };
  g_autoptr (MtrSnapshot) file = make_file ();
  g_autoptr (MtrCsv) csv = import_fixture_read ("Name,Line manager\nA,Morwenna Mossbank\nB,MORWENNA  Mossbank\n"
                                                "C,Priti Brackwater\nD,E9\nE,who@example.org\n");
  g_autoptr (MtrImportMapping) mapping = mtr_import_mapping_new (csv, MTR_IMPORT_PEOPLE, file);
  MtrImportContext context = { file, mtr_test_date ("2026-11-21"), import_fixture_make_id, NULL, NULL, NULL, NULL, TRUE };
  g_autoptr (MtrImportResult) result = mtr_import_check (mapping, &context, NULL);
  g_autoptr (MtrChange) change = mtr_import_result_make_change (result, TRUE, NULL);
  MtrRecord *morwenna;

  import_fixture_assert_rows (result, "line managers", rows);
  g_assert_cmpuint (mtr_change_count (change), ==, 4);
  mtr_test_apply (file, change);
  morwenna = import_fixture_find_person (file, "Morwenna Mossbank");
  g_assert_true (mtr_snapshot_follow (file, import_fixture_find_person (file, "A"), MTR_PERSON_LINE_MANAGER_ID) == morwenna);
  g_assert_true (mtr_snapshot_follow (file, import_fixture_find_person (file, "B"), MTR_PERSON_LINE_MANAGER_ID) == morwenna);
}

/* Cells that a spreadsheet would work out, and everything that a name can have in it. */
static void
test_round_trip (void)
{
  static const char * const names[] = {
    "=1+1", "+44", "-", "@home", "'=quoted", "''", "'tis", "a,b", "a;b", "say \"no\"", " ", "x\ty", "Zoë 😀",
    "sep=;", "12", "E1", "priti@example.org", "Brackwater, Priti",
  };
  g_autoptr (MtrSnapshot) file = make_file ();
  g_autoptr (GBytes) bytes = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gint64 id = 100 + (gint64) i;
      g_autofree char *manager = g_strdup_printf ("%d", i == 0 ? 7 : 99 + (int) i);

      if (g_str_equal (names[i], " "))
        continue;
      mtr_test_record (file, MTR_KIND_PERSON, id, MTR_PERSON_NAME, names[i], MTR_PERSON_TEAM, names[i],
                       MTR_PERSON_BIOGRAPHY, "One, \"two\"\n\n=three\n", MTR_FIELD_NONE);
      if (mtr_snapshot_get (file, MTR_KIND_PERSON, g_ascii_strtoll (manager, NULL, 10)) != NULL)
        mtr_test_set_in (file, MTR_PERSON_LINE_MANAGER_ID, id, manager);
    }
  /* A person like another in all that can be told, a code of a later version, and every answer. */
  mtr_test_record (file, MTR_KIND_PERSON, 200, MTR_PERSON_NAME, "Zoë 😀", MTR_PERSON_CONTRACT, "of-2031",
                   MTR_PERSON_REGISTERED, "0", MTR_PERSON_WILLING_TO_MENTOR, "1", MTR_PERSON_WEEKLY_MINUTES, "1341",
                   MTR_PERSON_AVAILABILITY, "monday-morning friday-afternoon", MTR_PERSON_LINE_MANAGER_ID, "112",
                   MTR_FIELD_NONE);
  import_fixture_assert_same (file, MTR_IMPORT_PEOPLE, NULL, NULL);

  bytes = mtr_import_write (MTR_IMPORT_PEOPLE, file);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "\n'=1+1,"));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "\n''=quoted,"));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "\n'tis,"));
}

/* Many of one name, a long chain of line managers, and one row at the end that is refused: then none comes in. */
static void
test_many (void)
{
  g_autoptr (MtrSnapshot) file = make_file ();
  g_autoptr (GString) text = g_string_new ("Name,E-mail,Line manager\n");
  g_autoptr (MtrImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 99999; i++)
    g_string_append_printf (text, "Same Name,p%d@example.org,%s%.0d%s\n", i, i > 0 ? "p" : "", i > 0 ? i - 1 : 0,
                            i == 1 ? "0@example.org" : i > 0 ? "@example.org" : "");
  g_string_append (text, "Last Name,,Nobody Here\n");
  result = import_fixture_check (file, MTR_IMPORT_PEOPLE, text->str, NULL, NULL);
  g_assert_cmpuint (mtr_import_result_count (result, MTR_IMPORT_NEW), ==, 99999);
  g_assert_cmpuint (mtr_import_result_count (result, MTR_IMPORT_REFUSED), ==, 1);
  g_assert_null (mtr_import_result_make_change (result, FALSE, &error));
  g_assert_error (error, MTR_IMPORT_ERROR, MTR_IMPORT_ERROR_REFUSED);
}

static void
test_cancel (void)
{
  g_autoptr (MtrSnapshot) file = make_file ();
  g_autoptr (MtrCsv) csv = import_fixture_read ("Name\nA\n");
  g_autoptr (MtrImportMapping) mapping = mtr_import_mapping_new (csv, MTR_IMPORT_PEOPLE, file);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  MtrImportContext context = { .file = file, .new_id = import_fixture_make_id, .cancellable = cancellable };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (mtr_import_check (mapping, &context, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/people/check", test_check);
  g_test_add_func ("/import/people/values", test_values);
  g_test_add_func ("/import/people/identity", test_identity);
  g_test_add_func ("/import/people/nothing-half", test_nothing_half);
  g_test_add_func ("/import/people/line-managers", test_line_managers);
  g_test_add_func ("/import/people/round-trip", test_round_trip);
  g_test_add_func ("/import/people/cancel", test_cancel);
  g_test_add_func ("/import/people/many", test_many);

  return g_test_run ();
}
