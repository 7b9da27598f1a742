/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Messages, dates, names and packs in Welsh: of a document while the window is
 * in English, and of the whole program where the desktop is Welsh.
 */

#include "mtr-catalogue.h"
#include "mtr-date-entry.h"
#include "mtr-date.h"
#include "mtr-language.h"
#include "mtr-pack-library.h"
#include "mtr-pack-reader.h"

#include <locale.h>
#include <string.h>

/* A catalogue of one plural in six forms, in the order in which msgfmt writes it: header, tables, texts. */
static GBytes *
make_catalogue (const char *header,
                const char *original,
                gsize       original_length,
                const char *translation,
                gsize       translation_length)
{
  guint32 numbers[5 + 8] = { 0x950412de, 0, 2, 20, 36, 0 };
  guint32 offset = 20 + 32;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  numbers[5] = 0;
  numbers[6] = offset;
  offset += 1;
  numbers[7] = (guint32) original_length;
  numbers[8] = offset;
  offset += (guint32) original_length + 1;
  numbers[9] = (guint32) strlen (header);
  numbers[10] = offset;
  offset += (guint32) strlen (header) + 1;
  numbers[11] = (guint32) translation_length;
  numbers[12] = offset;
  g_byte_array_append (bytes, (const guint8 *) numbers, sizeof numbers);
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  g_byte_array_append (bytes, (const guint8 *) original, (guint) original_length + 1);
  g_byte_array_append (bytes, (const guint8 *) header, (guint) strlen (header) + 1);
  g_byte_array_append (bytes, (const guint8 *) translation, (guint) translation_length + 1);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
test_catalogue_plural (void)
{
  static const char header[] = "Language: cy\nPlural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : "
                               "n==6 ? 4 : 5);\n";
  static const char original[] = "%d dog\0%d dogs";
  static const char translation[] = "%d cŵn\0%d ci\0%d gi\0%d chi\0%d chi (6)\0%d ci (11)";
  /* Welsh dogs, as in the grammars: cŵn, ci, gi, chi, chi, ci. */
  static const struct { gulong number; guint form; const char *text; } cases[] = {
    { 0, 0, "%d cŵn" }, { 1, 1, "%d ci" }, { 2, 2, "%d gi" }, { 3, 3, "%d chi" },
    { 4, 5, "%d ci (11)" }, { 6, 4, "%d chi (6)" }, { 11, 5, "%d ci (11)" }, { 103, 5, "%d ci (11)" },
  };
  g_autoptr (GBytes) bytes = make_catalogue (header, original, sizeof original - 1, translation, sizeof translation - 1);
  g_autoptr (MtrCatalogue) catalogue = mtr_catalogue_new (bytes);

  g_assert_nonnull (catalogue);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpuint (mtr_catalogue_choose_plural (catalogue, cases[i].number), ==, cases[i].form);
      g_assert_cmpstr (mtr_catalogue_look_up_plural (catalogue, "%d dog", cases[i].number), ==, cases[i].text);
    }
  g_assert_null (mtr_catalogue_look_up (catalogue, "%d cat"));
  g_assert_null (mtr_catalogue_look_up_plural (catalogue, "%d cat", 2));
}

/* The rules of other languages, as gettext's manual has them, and what is no rule. */
static void
test_catalogue_rules (void)
{
  static const struct { const char *rule; gulong number; guint form; } cases[] = {
    { "nplurals=2; plural=n != 1;", 1, 0 },
    { "nplurals=2; plural=n != 1;", 0, 1 },
    { "nplurals=2; plural=n>1;", 0, 0 },
    { "nplurals=1; plural=0;", 7, 0 },
    { "nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;", 21, 0 },
    { "nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;", 22, 1 },
    { "nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;", 12, 2 },
    { "nplurals=2; plural=!(n==1);", 1, 0 },
    { "nplurals=2; plural=n/0;", 5, 0 },
    { "nplurals=2; plural=n;", 5, 0 },
    { "nplurals=2; plural=((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((n", 5, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *header = g_strdup_printf ("Language: xx\nPlural-Forms: %s\n", cases[i].rule);
      g_autoptr (GBytes) bytes = make_catalogue (header, "a", 1, "b", 1);
      g_autoptr (MtrCatalogue) catalogue = mtr_catalogue_new (bytes);

      g_assert_cmpuint (mtr_catalogue_choose_plural (catalogue, cases[i].number), ==, cases[i].form);
      g_assert_cmpstr (mtr_catalogue_look_up (catalogue, "a"), ==, "b");
    }
}

static void
test_catalogue_broken (void)
{
  g_autoptr (GBytes) whole = make_catalogue ("Language: xx\n", "a", 1, "b", 1);
  gsize size;
  const guint8 *data = g_bytes_get_data (whole, &size);

  /* However much of it is missing, and whatever a number says: nothing, or no text, but no crash. */
  for (gsize length = 0; length < size; length++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (data, length);
      MtrCatalogue *catalogue = mtr_catalogue_new (bytes);

      if (catalogue != NULL)
        {
          mtr_catalogue_look_up (catalogue, "a");
          mtr_catalogue_free (catalogue);
        }
    }
  for (gsize i = 0; i < 52; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) bytes = NULL;
      MtrCatalogue *catalogue;

      copy[i] = 0xff;
      bytes = g_bytes_new (copy, size);
      catalogue = mtr_catalogue_new (bytes);
      if (catalogue != NULL)
        {
          mtr_catalogue_look_up (catalogue, "a");
          mtr_catalogue_free (catalogue);
        }
    }
}

static void
test_find (void)
{
  static const struct { const char *code; const char *found; } cases[] = {
    { "cy", "cy" }, { "cy_GB.UTF-8", "cy" }, { "CY", "cy" }, { "cy-GB", "cy" }, { "en", "en-GB" }, { "en_US", "en-GB" },
    { "", NULL }, { NULL, NULL }, { "c", NULL }, { "cym", NULL }, { "tlh", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (mtr_language_find (cases[i].code), ==, cases[i].found);
  g_assert_cmpstr (mtr_language_list ()[0], ==, MTR_LANGUAGE_SOURCE);
  g_assert_cmpstr (mtr_language_get_name ("cy"), ==, "Cymraeg");
}

static void
test_dates (void)
{
  const char *before = mtr_language_switch ("cy");
  GDate date, today, read;
  g_autofree char *full = NULL;
  g_autofree char *two = NULL;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 19, G_DATE_NOVEMBER, 2026);
  full = mtr_date_format (&date, MTR_DATE_STYLE_FULL);
  g_assert_cmpstr (full, ==, "Dydd Iau 19 Tachwedd 2026");
  g_assert_cmpstr (mtr_language_get_tag (), ==, "cy");

  today = date;
  g_date_add_days (&date, 2);
  two = mtr_date_format_span (&today, &date);
  /* After two, dau, a noun is softened. */
  g_assert_cmpstr (two, ==, "2 ddiwrnod");

  /* What is written is read, in Welsh: through a year, for every name is then met. */
  for (int i = 0; i < 365; i++)
    for (MtrDateStyle style = MTR_DATE_STYLE_FULL; style <= MTR_DATE_STYLE_NUMBERS; style++)
      {
        g_autofree char *text = NULL;
        g_autofree char *time = NULL;
        g_autofree char *message = NULL;

        /* Without a year, the one is meant that leads to the nearest date. */
        if (i > 100 && style != MTR_DATE_STYLE_FULL && style != MTR_DATE_STYLE_LONG && style != MTR_DATE_STYLE_SHORT_YEAR)
          continue;
        date = today;
        g_date_subtract_days (&date, (guint) i);
        text = mtr_date_format (&date, style);
        if (!mtr_date_entry_read (text, &today, MTR_DATE_LEAN_PAST, &read, &time, &message))
          g_error ("“%s” is not read: %s", text, message);
        g_assert_cmpint (g_date_compare (&read, &date), ==, 0);
      }

  g_assert_null (before);
  g_assert_cmpstr (mtr_language_switch (before), ==, "cy");
  g_assert_cmpstr (mtr_language_get_tag (), ==, "en-GB");
}

static gpointer
tell_tag (gpointer data)
{
  return (gpointer) mtr_language_get_tag ();
}

/* A document that is made in one thread leaves the others in their language. */
static void
test_threads (void)
{
  mtr_language_switch ("cy");
  g_assert_cmpstr (g_thread_join (g_thread_new ("other", tell_tag, NULL)), ==, "en-GB");
  g_assert_cmpstr (mtr_language_get_tag (), ==, "cy");
  mtr_language_switch (NULL);
}

static int
compare (gconstpointer one,
         gconstpointer two)
{
  return mtr_language_compare (*(char **) one, *(char **) two);
}

static void
test_alphabet (void)
{
  /* The Welsh alphabet: c, ch, d, dd, e, f, ff, g, ng, h, …, l, ll, …, r, rh, …, t, th. */
  static const char *const sorted[] = {
    "Cyd", "Chwech", "Dylan", "Ddraig", "Fychan", "Ffion", "Gwen", "Lyn", "Llinos", "Rwth", "Rhys", "Tudur", "Thomas",
  };
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  locale_t alphabet = newlocale (LC_COLLATE_MASK, "cy_GB.UTF-8", (locale_t) 0);

  if (alphabet == (locale_t) 0)
    {
      g_test_skip ("this computer does not know the Welsh alphabet");
      return;
    }
  freelocale (alphabet);

  for (gsize i = G_N_ELEMENTS (sorted); i > 0; i--)
    g_ptr_array_add (names, (gpointer) sorted[i - 1]);
  mtr_language_switch ("cy");
  g_ptr_array_sort (names, compare);
  mtr_language_switch (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (sorted); i++)
    g_assert_cmpstr (g_ptr_array_index (names, i), ==, sorted[i]);
}

/* Every pack that is shipped, in Welsh: like any pack from elsewhere held against the schema, and the same but for
 * its words. */
static void
test_packs (void)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  g_autoptr (GPtrArray) packs = NULL;

  mtr_pack_library_load (library);
  packs = mtr_pack_library_get_packs (library);
  g_assert_cmpuint (packs->len, >=, 4);
  for (guint i = 0; i < packs->len; i++)
    {
      MtrPack *pack = g_ptr_array_index (packs, i);
      MtrPack *welsh = mtr_pack_library_translate (library, pack, "cy");

      g_assert_true (welsh != pack);
      g_assert_true (mtr_pack_library_translate (library, pack, "cy") == welsh);
      g_assert_cmpstr (mtr_pack_get_id (welsh), ==, mtr_pack_get_id (pack));
      g_assert_cmpstr (mtr_pack_get_version (welsh), ==, mtr_pack_get_version (pack));
      g_assert_cmpstr (mtr_pack_get_title (welsh), !=, mtr_pack_get_title (pack));
      /* A programme file does not depend on the language that it was made in. */
      g_assert_true (g_bytes_equal (mtr_pack_get_source (welsh), mtr_pack_get_source (pack)));
      g_assert_cmpuint (mtr_pack_get_requirements (welsh)->len, ==, mtr_pack_get_requirements (pack)->len);
      g_assert_true (mtr_pack_library_translate (library, welsh, "en-GB") != welsh);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/catalogue/plural", test_catalogue_plural);
  g_test_add_func ("/core/catalogue/rules", test_catalogue_rules);
  g_test_add_func ("/core/catalogue/broken", test_catalogue_broken);
  g_test_add_func ("/core/language/find", test_find);
  g_test_add_func ("/core/language/dates", test_dates);
  g_test_add_func ("/core/language/threads", test_threads);
  g_test_add_func ("/core/language/alphabet", test_alphabet);
  g_test_add_func ("/pack/language/shipped", test_packs);

  return g_test_run ();
}
