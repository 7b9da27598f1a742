/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The language of what is written for a person. The window has the one that
 * the person's desktop has; a document has the one that was chosen for it,
 * which counts for the thread that makes the document while it makes it.
 *
 * The C library has one language for the whole process and none where its
 * locale is not installed. So the messages of documents are in the program
 * itself, as resources, and are there on every computer.
 */

#include "mtr-language.h"

#include "mtr-catalogue.h"
#include "mtr-messages-resources.h"
#include "mtr-messages.h"

#include <locale.h>
#include <string.h>

#define RESOURCE_FOLDER "/com/example/Mentoring/messages"

/* What each language calls itself, and the locale that knows its alphabet. */
static const struct {
  const char *code;
  const char *name;
  const char *locale;
} languages[] = {
  { MTR_LANGUAGE_SOURCE, "English", "en_GB.UTF-8" },
  { "cy", "Cymraeg", "cy_GB.UTF-8" },
};

/* Of this thread: a code of the table; %NULL for the language of the window. */
static GPrivate current = G_PRIVATE_INIT (NULL);

static int
find_place (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_strcmp0 (languages[i].code, code) == 0)
      return (int) i;

  return -1;
}

static MtrCatalogue *
load_catalogue (const char *code)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.mo", RESOURCE_FOLDER, code);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (mtr_messages_get_resource (), path, 0, NULL);

  return bytes != NULL ? mtr_catalogue_new (bytes) : NULL;
}

/* Read when first asked for; stays until the program ends, for its texts are given out. */
static MtrCatalogue *
get_catalogue (const char *code)
{
  static gsize done[G_N_ELEMENTS (languages)];
  static MtrCatalogue *catalogues[G_N_ELEMENTS (languages)];
  int place = find_place (code);

  g_return_val_if_fail (place >= 0, NULL);

  if (g_once_init_enter (&done[place]))
    {
      catalogues[place] = load_catalogue (code);
      g_once_init_leave (&done[place], 1);
    }

  return catalogues[place];
}

/* Where the locale of the desktop has not been made on this computer, the C library would speak English in ASCII; the
 * messages do not need the locale. */
static void
do_without_locale (void)
{
  static const char *const variables[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" };

  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      const char *value = g_getenv (variables[i]);

      if (value != NULL && *value != '\0')
        {
          g_setenv ("LANGUAGE", value, TRUE);
          break;
        }
    }
  setlocale (LC_ALL, "C.UTF-8");
}

/**
 * mtr_language_set_up:
 * @folder: where the messages of the window are installed; in its place the folder that the environment variable
 *   MENTORING_LOCALE_DIR names, where there is one, as for a program that runs from where it was built
 *
 * Takes the language of the desktop. To be called once, before anything is said and before there is another thread.
 */
void
mtr_language_set_up (const char *folder)
{
  const char *other = g_getenv ("MENTORING_LOCALE_DIR");

  if (setlocale (LC_ALL, "") == NULL)
    do_without_locale ();
  bindtextdomain (GETTEXT_PACKAGE, other != NULL ? other : folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/**
 * mtr_language_list:
 *
 * Returns: (transfer none) (array zero-terminated=1): the languages that a document can be written in, as BCP 47 tags;
 *   the first is %MTR_LANGUAGE_SOURCE
 */
const char *const *
mtr_language_list (void)
{
  static const char *codes[G_N_ELEMENTS (languages) + 1];
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
        codes[i] = languages[i].code;
      g_once_init_leave (&done, 1);
    }

  return codes;
}

/**
 * mtr_language_find:
 * @code: (nullable): a language as somebody writes it: "cy", "cy-GB", "cy_GB.UTF-8", "en"
 *
 * Returns: (transfer none) (nullable): its tag in mtr_language_list(); %NULL where documents cannot be written in it
 */
const char *
mtr_language_find (const char *code)
{
  gsize length = code != NULL ? strcspn (code, "-_.@") : 0;

  for (gsize i = 0; length > 0 && i < G_N_ELEMENTS (languages); i++)
    if (strcspn (languages[i].code, "-") == length && g_ascii_strncasecmp (languages[i].code, code, length) == 0)
      return languages[i].code;

  return NULL;
}

/**
 * mtr_language_get_name:
 * @code: a tag of mtr_language_list()
 *
 * Returns: (transfer none): what the language calls itself, "Cymraeg"
 */
const char *
mtr_language_get_name (const char *code)
{
  int place = find_place (code);

  g_return_val_if_fail (place >= 0, NULL);

  return languages[place].name;
}

/**
 * mtr_language_get_tag:
 *
 * Returns: (transfer none): the tag of the language that messages now have in this thread, for a document that is made
 */
const char *
mtr_language_get_tag (void)
{
  /* Translators: the BCP 47 tag of the language of your translation, as in "cy" */
  return C_("language", "en-GB");
}

/**
 * mtr_language_switch:
 * @code: (nullable): a tag of mtr_language_list(); %NULL for the language of the window
 *
 * From now on the messages of this thread are in that language. Whoever switches puts back what was before.
 *
 * Returns: (transfer none) (nullable): the language that it was before
 */
const char *
mtr_language_switch (const char *code)
{
  const char *before = g_private_get (&current);
  int place = find_place (code);

  g_return_val_if_fail (code == NULL || place >= 0, before);

  g_private_set (&current, code != NULL ? (gpointer) languages[place].code : NULL);

  return before;
}

/**
 * mtr_language_translate:
 * @message: a message of the program
 *
 * Use it as _() of mtr-messages.h.
 *
 * Returns: (transfer none): the message in the language of this thread
 */
const char *
mtr_language_translate (const char *message)
{
  const char *code = g_private_get (&current);
  MtrCatalogue *catalogue;
  const char *translation;

  if (code == NULL)
    return g_dgettext (GETTEXT_PACKAGE, message);

  catalogue = get_catalogue (code);
  translation = catalogue != NULL ? mtr_catalogue_look_up (catalogue, message) : NULL;

  return translation != NULL ? translation : message;
}

/**
 * mtr_language_translate_in:
 * @message: a context, U+0004 and a message of the program
 * @context_length: how long the context and U+0004 are, in bytes
 *
 * Use it as C_() of mtr-messages.h.
 *
 * Returns: (transfer none): the message in the language of this thread
 */
const char *
mtr_language_translate_in (const char *message,
                           gsize       context_length)
{
  const char *code = g_private_get (&current);
  MtrCatalogue *catalogue;
  const char *translation;

  if (code == NULL)
    return g_dpgettext (GETTEXT_PACKAGE, message, context_length);

  catalogue = get_catalogue (code);
  translation = catalogue != NULL ? mtr_catalogue_look_up (catalogue, message) : NULL;

  return translation != NULL ? translation : message + context_length;
}

/**
 * mtr_language_translate_plural:
 * @one: a message of the program about one thing
 * @many: the same about several
 * @number: how many there are
 *
 * Use it as ngettext() of mtr-messages.h.
 *
 * Returns: (transfer none): the message for that many in the language of this thread
 */
const char *
mtr_language_translate_plural (const char *one,
                               const char *many,
                               gulong      number)
{
  const char *code = g_private_get (&current);
  MtrCatalogue *catalogue;
  const char *translation;

  if (code == NULL)
    return g_dngettext (GETTEXT_PACKAGE, one, many, number);

  catalogue = get_catalogue (code);
  translation = catalogue != NULL ? mtr_catalogue_look_up_plural (catalogue, one, number) : NULL;
  if (translation != NULL)
    return translation;

  return number == 1 ? one : many;
}

/**
 * mtr_language_translate_word:
 * @context: the context of a message
 * @word: the message, from a table in which it is marked with NC_()
 *
 * Returns: (transfer none): the message in the language of this thread
 */
const char *
mtr_language_translate_word (const char *context,
                             const char *word)
{
  g_autofree char *message = g_strconcat (context, "\004", word, NULL);
  gsize context_length = strlen (context) + 1;
  const char *translation = mtr_language_translate_in (message, context_length);

  /* What was not found is returned as part of what was asked for, which goes. */
  return translation != message + context_length ? translation : word;
}

/* The alphabet of a language, where this computer knows it. */
static locale_t
get_alphabet (const char *code)
{
  static gsize done[G_N_ELEMENTS (languages)];
  static locale_t alphabets[G_N_ELEMENTS (languages)];
  int place = find_place (code);

  g_return_val_if_fail (place >= 0, (locale_t) 0);

  if (g_once_init_enter (&done[place]))
    {
      alphabets[place] = newlocale (LC_COLLATE_MASK | LC_CTYPE_MASK, languages[place].locale, (locale_t) 0);
      g_once_init_leave (&done[place], 1);
    }

  return alphabets[place];
}

/**
 * mtr_language_compare:
 * @one: a name
 * @two: a name
 *
 * Compares names by the alphabet of the language of this thread: in Welsh “Chwech” comes after “Cyd”. Where the computer
 * does not have that alphabet, and in a window in English, it is by that of the person’s locale.
 *
 * Returns: less than, equal to or greater than 0, as strcmp() does
 */
int
mtr_language_compare (const char *one,
                      const char *two)
{
  const char *code = mtr_language_get_tag ();
  gboolean is_source = g_private_get (&current) == NULL && g_str_equal (code, MTR_LANGUAGE_SOURCE);
  locale_t alphabet = !is_source && find_place (code) >= 0 ? get_alphabet (code) : (locale_t) 0;

  return alphabet != (locale_t) 0 ? strcoll_l (one, two, alphabet) : g_utf8_collate (one, two);
}
