/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The check for what may identify somebody, before anything leaves. It looks
 * and tells, with the place, the sentence and what to write instead; it never
 * changes a text, and finding nothing is no promise: a person reads it too.
 */

#include "mtr-anonymisation.h"

#include "mtr-identifier.h"
#include "mtr-messages.h"
#include "mtr-text.h"

#include <string.h>

#define MAX_SENTENCE_SIDE 160   /* bytes shown on each side of a place */
#define MAX_NAME_GAP 3          /* bytes between the words of one name */
#define MIN_PART_OF_NAME 3      /* letters of a part of a name that is looked for by itself */
#define WORDS_AFTER_BIRTH 6     /* a date so many words behind "born" is a date of birth */
#define WORDS_AFTER_AGE 2       /* behind "aged 34" */

/* The words of a name, folded. A part of a longer name counts only where it has a capital: "Hope", but not "hope". */
typedef struct {
  GPtrArray *words;         /* (owned) (element-type utf8) */
  char      *code;          /* (owned) (nullable) */
  gboolean   needs_capital;
} Name;

struct _MtrAnonymisation {
  GHashTable *names;        /* (owned): first word to GPtrArray of Name, longest first */
};

/* A run of letters in a text. */
typedef struct {
  gsize     start;
  gsize     end;            /* a possessive 's is not part of it */
  char     *folded;         /* (owned) */
  gboolean  has_capital;
} Word;

static void
clear_word (gpointer word)
{
  g_free (((Word *) word)->folded);
}

static void
free_name (gpointer data)
{
  Name *name = data;

  g_ptr_array_unref (name->words);
  g_free (name->code);
  g_free (name);
}

/**
 * mtr_finding_free:
 * @finding: (transfer full): a finding
 */
void
mtr_finding_free (MtrFinding *finding)
{
  g_free (finding->text);
  g_free (finding->sentence);
  g_free (finding->suggestion);
  g_free (finding->fingerprint);
  g_free (finding);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02bc;
}

static gboolean
is_in_word (gunichar c)
{
  /* One of the apostrophes counts as a letter in Unicode. */
  return (g_unichar_isalpha (c) && !is_apostrophe (c)) || g_unichar_ismark (c) || c == 0xad || c == 0x200c ||
         c == 0x200d;
}

static void
remove_apostrophes (char *folded)
{
  char *to = folded;

  for (const char *from = folded; *from != '\0'; from++)
    if (*from != '\'')
      *to++ = *from;
  *to = '\0';
}

/* The word that begins at a place: letters, with apostrophes between them. Apostrophes are left out of the folded
 * form, so that "OBrien" is "O'Brien"; "'s" at the end is not part of a name. */
static void
read_word (const char *text,
           const char *place,
           Word       *word)
{
  const char *p = place, *last_apostrophe = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *folded = NULL;

  while (is_in_word (g_utf8_get_char (p)) ||
         (p > place && is_apostrophe (g_utf8_get_char (p)) && g_unichar_isalpha (g_utf8_get_char (g_utf8_next_char (p)))))
    {
      if (is_apostrophe (g_utf8_get_char (p)))
        last_apostrophe = p;
      p = g_utf8_next_char (p);
    }

  word->start = place - text;
  word->end = p - text;
  if (last_apostrophe != NULL)
    {
      const char *tail = g_utf8_next_char (last_apostrophe);

      if (p - tail == 1 && (*tail == 's' || *tail == 'S'))
        word->end = last_apostrophe - text;
    }

  word->has_capital = g_unichar_isupper (g_utf8_get_char (place)) || !g_unichar_islower (g_utf8_get_char (place));
  copy = g_strndup (text + word->start, word->end - word->start);
  folded = mtr_text_fold (copy);
  word->folded = g_steal_pointer (&folded);
  remove_apostrophes (word->folded);
}

static GArray *
read_words (const char *text)
{
  GArray *words = g_array_new (FALSE, TRUE, sizeof (Word));

  g_array_set_clear_func (words, clear_word);
  for (const char *p = text; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      Word word;

      if (!g_unichar_isalpha (c) || is_apostrophe (c))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      read_word (text, p, &word);
      g_array_append_val (words, word);
      p = text + word.end;
      while (is_apostrophe (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if ((*p == 's' || *p == 'S') && p > text + word.end)
        p++;
    }

  return words;
}

static int
compare_longest_first (gconstpointer one,
                       gconstpointer two)
{
  const Name *first = *(Name *const *) one;
  const Name *second = *(Name *const *) two;

  if (first->words->len != second->words->len)
    return first->words->len > second->words->len ? -1 : 1;

  return (int) first->needs_capital - (int) second->needs_capital;
}

static void
add_words (MtrAnonymisation *self,
           GPtrArray        *words,
           const char       *code,
           gboolean          needs_capital)
{
  GPtrArray *list = g_hash_table_lookup (self->names, g_ptr_array_index (words, 0));
  Name *name = g_new0 (Name, 1);

  name->words = words;
  name->code = g_strdup (code);
  name->needs_capital = needs_capital;
  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (free_name);
      g_hash_table_insert (self->names, g_strdup (g_ptr_array_index (words, 0)), list);
    }
  g_ptr_array_add (list, name);
  g_ptr_array_sort (list, compare_longest_first);
}

/* Where two people share a part of their names, nobody can say which code to write for it. */
static gboolean
is_known_part (MtrAnonymisation *self,
               const char       *word,
               const char       *code)
{
  GPtrArray *list = g_hash_table_lookup (self->names, word);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      Name *name = g_ptr_array_index (list, i);

      if (!name->needs_capital)
        continue;
      if (g_strcmp0 (name->code, code) != 0)
        g_clear_pointer (&name->code, g_free);
      return TRUE;
    }

  return FALSE;
}

static void
add_one_word (MtrAnonymisation *self,
              const char       *word,
              const char       *code,
              gboolean          needs_capital)
{
  GPtrArray *words;

  if (needs_capital && is_known_part (self, word, code))
    return;

  words = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (words, g_strdup (word));
  add_words (self, words, code, needs_capital);
}

/**
 * mtr_anonymisation_add_name:
 * @self: a check
 * @name: a name that must not appear, valid UTF-8; one without a letter is ignored
 * @code: (nullable): what to write instead
 *
 * Has the check look for a name: as a whole, its words joined by spaces, hyphens, points or nothing, whatever the
 * capitals and accents; and for each of its words of three letters and more where it is written with a capital.
 */
void
mtr_anonymisation_add_name (MtrAnonymisation *self,
                            const char       *name,
                            const char       *code)
{
  g_autoptr (GArray) read = read_words (name);
  g_autoptr (GString) joined = g_string_new (NULL);
  GPtrArray *words;

  if (read->len == 0)
    return;
  if (code != NULL && *code == '\0')
    code = NULL;

  words = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < read->len; i++)
    {
      const char *word = g_array_index (read, Word, i).folded;

      g_ptr_array_add (words, g_strdup (word));
      g_string_append (joined, word);
      if (read->len > 1 && g_utf8_strlen (word, -1) >= MIN_PART_OF_NAME)
        add_one_word (self, word, code, TRUE);
    }
  add_words (self, words, code, FALSE);
  if (read->len > 1)
    add_one_word (self, joined->str, code, FALSE);
}

/**
 * mtr_anonymisation_new:
 * @private_names: (nullable) (element-type MtrRecord): records of %MTR_KIND_PRIVATE_NAME
 *
 * Makes a check that looks for these names. People of the programme are named in a portfolio on purpose: who wants them
 * found adds them with mtr_anonymisation_add_name().
 *
 * Returns: (transfer full): a check
 */
MtrAnonymisation *
mtr_anonymisation_new (GPtrArray *private_names)
{
  MtrAnonymisation *self = g_new0 (MtrAnonymisation, 1);

  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; private_names != NULL && i < private_names->len; i++)
    {
      MtrRecord *record = g_ptr_array_index (private_names, i);
      const char *name = mtr_record_get_text (record, MTR_PRIVATE_NAME_NAME);

      if (name != NULL)
        mtr_anonymisation_add_name (self, name, mtr_record_get_text (record, MTR_PRIVATE_NAME_CODE));
    }

  return self;
}

/**
 * mtr_anonymisation_free:
 * @self: (transfer full): a check
 */
void
mtr_anonymisation_free (MtrAnonymisation *self)
{
  g_hash_table_unref (self->names);
  g_free (self);
}

/* What each type is called, in fingerprints and by people, and what to do about it. */
static const struct {
  const char *code;
  const char *label;
  const char *suggestion;
} types[] = {
  [MTR_FINDING_NAME] = { "name", N_("Name on your private list"), N_("Leave the name out, or write a code instead.") },
  [MTR_FINDING_NHS_NUMBER] = { "nhs-number", N_("NHS number"), N_("Leave the number out.") },
  [MTR_FINDING_NATIONAL_INSURANCE] = { "national-insurance", N_("National Insurance number"),
                                       N_("Leave the number out.") },
  [MTR_FINDING_EMAIL] = { "email", N_("E-mail address"), N_("Leave the address out.") },
  [MTR_FINDING_PHONE] = { "phone", N_("Telephone number"), N_("Leave the number out.") },
  [MTR_FINDING_POSTCODE] = { "postcode", N_("Postcode"), N_("Leave the postcode out.") },
  [MTR_FINDING_BIRTH_DATE] = { "birth-date", N_("Date of birth"), N_("Leave the date out, or write an age in years.") },
};

/**
 * mtr_finding_type_get_label:
 * @type: a type of finding
 *
 * Returns: (transfer none): what a person calls it, translated
 */
const char *
mtr_finding_type_get_label (MtrFindingType type)
{
  g_return_val_if_fail (type < G_N_ELEMENTS (types), NULL);

  return _(types[type].label);
}

static gboolean
ends_sentence (const char *text,
               gsize       offset)
{
  return text[offset] == '\n' ||
         (strchr (".!?", text[offset]) != NULL && (text[offset + 1] == ' ' || text[offset + 1] == '\n'));
}

static char *
cut_sentence (const char *text,
              gsize       offset,
              gsize       length)
{
  gsize start = offset, end = offset + length;
  gboolean cut_before = FALSE, cut_after = FALSE;
  g_autofree char *piece = NULL;
  g_autofree char *line = NULL;

  while (start > 0 && !ends_sentence (text, start - 1))
    {
      if (offset - start >= MAX_SENTENCE_SIDE && (text[start - 1] == ' ' || offset - start >= 2 * MAX_SENTENCE_SIDE))
        {
          cut_before = TRUE;
          break;
        }
      start--;
    }
  while ((text[start] & 0xc0) == 0x80)
    start++;

  while (text[end] != '\0' && text[end] != '\n')
    {
      if (ends_sentence (text, end))
        {
          end++;
          break;
        }
      if (end - offset - length >= MAX_SENTENCE_SIDE &&
          (text[end] == ' ' || end - offset - length >= 2 * MAX_SENTENCE_SIDE))
        {
          cut_after = TRUE;
          break;
        }
      end++;
    }
  while ((text[end] & 0xc0) == 0x80)
    end++;

  piece = g_strndup (text + start, end - start);
  line = mtr_text_excerpt (piece, G_MAXUINT);

  return g_strconcat (cut_before ? "…" : "", line, cut_after ? "…" : "", NULL);
}

static void
add_finding (GPtrArray      *findings,
             const char     *text,
             MtrFindingType  type,
             gsize           offset,
             gsize           length,
             const char     *code)
{
  MtrFinding *finding = g_new0 (MtrFinding, 1);

  finding->type = type;
  finding->kind = MTR_KIND_NONE;
  finding->field = MTR_FIELD_NONE;
  finding->offset = offset;
  finding->length = length;
  finding->text = g_strndup (text + offset, length);
  finding->sentence = cut_sentence (text, offset, length);
  /* Translators: what to write instead of a name: "Write Supervisee 1 instead." */
  finding->suggestion = code != NULL ? g_strdup_printf (_("Write %s instead."), code)
                                     : g_strdup (_(types[type].suggestion));
  g_ptr_array_add (findings, finding);
}

static gboolean
is_gap_in_name (const char *text,
                gsize       start,
                gsize       end)
{
  if (end - start > MAX_NAME_GAP)
    return FALSE;

  for (const char *p = text + start; p < text + end; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && strchr ("-_.", *p) == NULL && g_utf8_get_char (p) != 0x2011)
      return FALSE;

  return TRUE;
}

static gboolean
is_name_at (const char *text,
            GArray     *words,
            guint       position,
            const Name *name)
{
  if (position + name->words->len > words->len)
    return FALSE;
  if (name->needs_capital && !g_array_index (words, Word, position).has_capital)
    return FALSE;

  for (guint i = 1; i < name->words->len; i++)
    {
      const Word *before = &g_array_index (words, Word, position + i - 1);
      const Word *word = &g_array_index (words, Word, position + i);

      if (!g_str_equal (word->folded, g_ptr_array_index (name->words, i)) ||
          !is_gap_in_name (text, before->end, word->start))
        return FALSE;
    }

  return TRUE;
}

static void
find_names (MtrAnonymisation *self,
            const char       *text,
            GPtrArray        *findings)
{
  g_autoptr (GArray) words = NULL;

  if (g_hash_table_size (self->names) == 0)
    return;

  words = read_words (text);
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);
      GPtrArray *list = g_hash_table_lookup (self->names, word->folded);

      for (guint j = 0; list != NULL && j < list->len; j++)
        {
          const Name *name = g_ptr_array_index (list, j);
          const Word *last;

          if (!is_name_at (text, words, i, name))
            continue;
          last = &g_array_index (words, Word, i + name->words->len - 1);
          add_finding (findings, text, MTR_FINDING_NAME, word->start, last->end - word->start, name->code);
          i += name->words->len - 1;
          break;
        }
    }
}

/* How near a date has to come to be taken for a date of birth, going through the words of a text. */
typedef struct {
  guint    words_left;
  gboolean just_said;     /* the last word was one that makes a date a date of birth */
  gboolean after_age;     /* the last word was "age" or "aged" */
  gboolean after_number;  /* the last word was a number of one to three digits */
  gboolean after_years;   /* the last words were such a number and "years" */
} Birth;

static void
note_word (Birth      *birth,
           const char *word,
           gsize       length)
{
  static const char *const born[] = { "born", "dob", "birth", "birthdate", "birthday", "d.o.b", NULL };
  static const char *const ages[] = { "age", "aged", NULL };
  static const char *const years[] = { "year", "years", "yr", "yrs", NULL };
  g_autofree char *lower = g_ascii_strdown (word, (gssize) length);
  gboolean is_number = length <= 3 && strspn (lower, "0123456789") == length;

  birth->just_said = TRUE;
  if (g_strv_contains (born, lower))
    birth->words_left = WORDS_AFTER_BIRTH;
  else if ((birth->after_age && is_number) || (birth->after_years && g_str_equal (lower, "old")))
    birth->words_left = MAX (birth->words_left, WORDS_AFTER_AGE + 1);
  else
    {
      birth->just_said = FALSE;
      if (birth->words_left > 0)
        birth->words_left--;
    }
  birth->after_age = g_strv_contains (ages, lower);
  birth->after_years = birth->after_number && g_strv_contains (years, lower);
  birth->after_number = is_number;
}

static const struct {
  MtrFindingType type;
  gsize        (*match) (const char *text,
                         const char *place);
} matchers[] = {
  { MTR_FINDING_EMAIL, mtr_identifier_match_email },
  { MTR_FINDING_NHS_NUMBER, mtr_identifier_match_nhs_number },
  { MTR_FINDING_PHONE, mtr_identifier_match_phone },
  { MTR_FINDING_NATIONAL_INSURANCE, mtr_identifier_match_national_insurance },
  { MTR_FINDING_POSTCODE, mtr_identifier_match_postcode },
};

/* Returns: how many bytes were found at a place, or 0 */
static gsize
find_identifier_at (const char  *text,
                    const char  *place,
                    const Birth *birth,
                    GPtrArray   *findings)
{
  gsize length = birth->words_left > 0 ? mtr_identifier_match_date (text, place) : 0;

  if (length > 0)
    {
      add_finding (findings, text, MTR_FINDING_BIRTH_DATE, place - text, length, NULL);
      return length;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (matchers); i++)
    {
      length = matchers[i].match (text, place);
      if (length > 0)
        {
          add_finding (findings, text, matchers[i].type, place - text, length, NULL);
          return length;
        }
    }

  return 0;
}

static void
find_identifiers (const char *text,
                  GPtrArray  *findings)
{
  Birth birth = { 0 };

  for (const char *p = text; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      gboolean in_word = g_unichar_isalnum (c);
      const char *start = p;
      gsize length;

      if (!in_word && c != '+' && c != '(')
        {
          if (ends_sentence (text, p - text) && c != '\n' && !birth.just_said)
            birth = (Birth) { 0 };
          p = g_utf8_next_char (p);
          continue;
        }

      length = find_identifier_at (text, p, &birth, findings);
      if (length > 0)
        {
          p += length;
          continue;
        }
      if (!in_word)
        {
          p = g_utf8_next_char (p);
          continue;
        }

      if (g_ascii_strncasecmp (p, "d.o.b", 5) == 0)
        p += 5;
      while (g_unichar_isalnum (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      note_word (&birth, start, p - start);
    }
}

static int
compare_offsets (gconstpointer one,
                 gconstpointer two)
{
  const MtrFinding *first = *(MtrFinding *const *) one;
  const MtrFinding *second = *(MtrFinding *const *) two;

  if (first->offset != second->offset)
    return first->offset < second->offset ? -1 : 1;
  if (first->length != second->length)
    return first->length > second->length ? -1 : 1;

  return (int) first->type - (int) second->type;
}

static char *
make_fingerprint (const MtrFinding *finding)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, finding->id);
  const char *parts[] = {
    types[finding->type].code,
    finding->kind != MTR_KIND_NONE ? mtr_kind_get_info (finding->kind)->table : "",
    id,
    finding->field != MTR_FIELD_NONE ? mtr_field_get_info (finding->field)->column : "",
    finding->text,
  };
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  /* The end of each part is part of it, so that no two lists of parts give the same bytes. */
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_checksum_update (checksum, (const guchar *) parts[i], (gssize) strlen (parts[i]) + 1);

  return g_strdup (g_checksum_get_string (checksum));
}

static void
check_field (MtrAnonymisation *self,
             const char       *text,
             MtrKind           kind,
             gint64            id,
             MtrField          field,
             GHashTable       *accepted,
             GPtrArray        *findings)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  gsize covered = 0;

  find_identifiers (text, found);
  find_names (self, text, found);
  g_ptr_array_sort (found, compare_offsets);

  for (guint i = 0; i < found->len; i++)
    {
      MtrFinding *finding = g_ptr_array_index (found, i);

      /* A name inside an address has been told with the address. */
      if (finding->offset < covered)
        {
          mtr_finding_free (finding);
          continue;
        }
      covered = finding->offset + finding->length;
      finding->kind = kind;
      finding->id = id;
      finding->field = field;
      finding->fingerprint = make_fingerprint (finding);
      finding->accepted = accepted != NULL && g_hash_table_contains (accepted, finding->fingerprint);
      g_ptr_array_add (findings, finding);
    }
}

/**
 * mtr_anonymisation_check_text:
 * @self: a check
 * @text: valid UTF-8
 *
 * Looks through a text that is not stored, as in the box in which it is written.
 *
 * Returns: (transfer full) (element-type MtrFinding): what may identify somebody, in the order of the text
 */
GPtrArray *
mtr_anonymisation_check_text (MtrAnonymisation *self,
                              const char       *text)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_finding_free);

  check_field (self, text, MTR_KIND_NONE, 0, MTR_FIELD_NONE, NULL, findings);

  return findings;
}

/* Only what others may read can leave; a private or a pair's text never does. */
static void
check_record (MtrAnonymisation *self,
              MtrRecord        *record,
              GHashTable       *accepted,
              GPtrArray        *findings)
{
  MtrKind kind = mtr_record_get_kind (record);
  const MtrKindInfo *info = mtr_kind_get_info (kind);

  for (int field = info->first_field; field <= (int) info->last_field; field++)
    {
      const char *text;

      if (!mtr_field_is_text (field) || !(mtr_field_get_info (field)->audience & MTR_READER_PANEL))
        continue;
      text = mtr_record_get_text (record, field);
      if (text != NULL)
        check_field (self, text, kind, mtr_record_get_id (record), field, accepted, findings);
    }
}

static GHashTable *
index_accepted (GPtrArray *accepted_places)
{
  GHashTable *accepted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; accepted_places != NULL && i < accepted_places->len; i++)
    {
      const char *fingerprint = mtr_record_get_text (g_ptr_array_index (accepted_places, i),
                                                     MTR_ACCEPTED_PLACE_FINGERPRINT);

      if (fingerprint != NULL)
        g_hash_table_add (accepted, g_strdup (fingerprint));
    }

  return accepted;
}

/**
 * mtr_anonymisation_check_record:
 * @self: a check
 * @record: a record of any kind
 * @accepted_places: (nullable) (element-type MtrRecord): records of %MTR_KIND_ACCEPTED_PLACE
 *
 * Looks through the texts of one record that the panel may read, titles and names of files included.
 *
 * Returns: (transfer full) (element-type MtrFinding): what may identify somebody, in the order of the fields
 */
GPtrArray *
mtr_anonymisation_check_record (MtrAnonymisation *self,
                                MtrRecord        *record,
                                GPtrArray        *accepted_places)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_finding_free);
  g_autoptr (GHashTable) accepted = index_accepted (accepted_places);

  check_record (self, record, accepted, findings);

  return findings;
}

static int
compare_records (gconstpointer one,
                 gconstpointer two)
{
  MtrRecord *first = *(MtrRecord *const *) one;
  MtrRecord *second = *(MtrRecord *const *) two;

  if (mtr_record_get_kind (first) != mtr_record_get_kind (second))
    return mtr_record_get_kind (first) < mtr_record_get_kind (second) ? -1 : 1;
  if (mtr_record_get_id (first) != mtr_record_get_id (second))
    return mtr_record_get_id (first) < mtr_record_get_id (second) ? -1 : 1;

  return 0;
}

/**
 * mtr_anonymisation_check_records:
 * @self: a check
 * @records: (element-type MtrRecord): what would leave, in any order
 * @accepted_places: (nullable) (element-type MtrRecord): records of %MTR_KIND_ACCEPTED_PLACE
 *
 * Looks through the texts of the records that the panel may read, titles and names of files included. Places that
 * somebody has found to be fine are marked, not left out.
 *
 * Returns: (transfer full) (element-type MtrFinding): what may identify somebody, by kind, id, field and place
 */
GPtrArray *
mtr_anonymisation_check_records (MtrAnonymisation *self,
                                 GPtrArray        *records,
                                 GPtrArray        *accepted_places)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_finding_free);
  g_autoptr (GHashTable) accepted = index_accepted (accepted_places);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (records, i));
  g_ptr_array_sort (sorted, compare_records);
  for (guint i = 0; i < sorted->len; i++)
    check_record (self, g_ptr_array_index (sorted, i), accepted, findings);

  return findings;
}

/* 1 is A, 26 is Z, 27 is AA. */
static char *
format_letters (guint number)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  for (; number > 0; number = (number - 1) / 26)
    g_string_prepend_c (letters, (char) ('A' + (number - 1) % 26));

  return g_string_free (g_steal_pointer (&letters), FALSE);
}

static guint
read_letters (const char *letters)
{
  guint number = 0;

  for (const char *p = letters; *p != '\0'; p++)
    {
      if (*p < 'A' || *p > 'Z' || number > 26 * 26)
        return 0;
      number = number * 26 + (guint) (*p - 'A') + 1;
    }

  return number;
}

/**
 * mtr_private_name_suggest_code:
 * @private_names: (nullable) (element-type MtrRecord): records of %MTR_KIND_PRIVATE_NAME
 * @word: what such a person is called, "Supervisee"
 * @style: how the codes are counted
 *
 * Offers the code behind the last one that is used with @word. A code that became free is not given to somebody
 * else: it may still stand in a text.
 *
 * Returns: (transfer full): a code that the list does not have, "Supervisee 3" or "Person C"
 */
char *
mtr_private_name_suggest_code (GPtrArray    *private_names,
                               const char   *word,
                               MtrCodeStyle  style)
{
  g_autofree char *prefix = g_strconcat (word, " ", NULL);
  g_autofree char *count = NULL;
  guint last = 0;

  for (guint i = 0; private_names != NULL && i < private_names->len; i++)
    {
      const char *code = mtr_record_get_text (g_ptr_array_index (private_names, i), MTR_PRIVATE_NAME_CODE);
      guint64 number = 0;

      if (code == NULL || !g_str_has_prefix (code, prefix))
        continue;
      if (style == MTR_CODE_STYLE_LETTER)
        number = read_letters (code + strlen (prefix));
      else if (!g_ascii_string_to_unsigned (code + strlen (prefix), 10, 1, 999999, &number, NULL))
        continue;
      last = MAX (last, (guint) number);
    }

  count = style == MTR_CODE_STYLE_LETTER ? format_letters (last + 1) : g_strdup_printf ("%u", last + 1);

  return g_strconcat (prefix, count, NULL);
}
