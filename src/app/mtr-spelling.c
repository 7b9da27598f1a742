/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a word is spelt right, for every text of one programme: by the
 * dictionary of the person's language, by the words that the file keeps, by
 * what was ignored in this sitting, and by the names of its people. The
 * dictionary is read in a thread, and names are looked up when somebody writes
 * one: neither the first frame nor a large file waits for it.
 */

#include "mtr-spelling.h"

#include "mtr-spelling-words.h"

#include <enchant.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* How many names that contain a word are looked at for one that is it. */
#define MAX_NAMES 200
/* Of more people changed at once, none is looked at: names are asked for again when they are met. */
#define MAX_CHANGED_PEOPLE 16

/* The lists of words that the file keeps. */
static const struct {
  MtrKind  kind;
  MtrField field;
} lists[] = {
  { MTR_KIND_SPELLING_WORD, MTR_SPELLING_WORD_WORD },
  { MTR_KIND_PRIVATE_NAME, MTR_PRIVATE_NAME_NAME },
};

/* Words of the trade that the dictionaries of English do not have. */
static const char * const words_of_the_trade[] = {
  "anonymisation", "antiracism", "antiracist", "assessee", "assessees", "biphobia", "bitesize", "careleaver",
  "careleavers", "codesign", "coproduce", "coproduced", "coproduction", "covid", "deafblind", "deafblindness",
  "feedforward", "flipchart", "flipcharts", "interprofessional", "interprofessionally", "kinship", "mentee", "mentees",
  "microaggression", "microaggressions", "multiagency", "neurodivergence", "neurodivergent", "neurodiversity", "ok",
  "reablement", "supervisee", "supervisees", "teamworking", "wellbeing", "whatsapp", "wifi",
};

/* Dictionaries that people here are likely to have; others are called by their code. */
static const struct {
  const char *language;
  const char *title;
} languages[] = {
  { "cy_GB", N_("Welsh") },
  { "en_AU", N_("Australian English") },
  { "en_CA", N_("Canadian English") },
  { "en_GB", N_("British English") },
  { "en_IE", N_("Irish English") },
  { "en_US", N_("American English") },
  { "ga_IE", N_("Irish") },
  { "gd_GB", N_("Scottish Gaelic") },
};

/* What the thread hands over; nobody but the one who holds it uses it. */
typedef struct {
  char          *language;   /* (owned) */
  EnchantBroker *broker;     /* (owned) */
  EnchantDict   *dictionary; /* (owned by the broker) (nullable) */
  GPtrArray     *languages;  /* (owned) (element-type utf8): what there are dictionaries for, NULL-terminated */
} Dictionary;

struct _MtrSpelling {
  GObject       parent_instance;

  MtrProgramme *programme;                    /* (nullable): weak */
  GSettings    *settings;                     /* (owned) */
  char         *language;                     /* (owned) */
  Dictionary   *dictionary;                   /* (owned) (nullable): while it is being read */
  GHashTable   *trade;                        /* (owned) (element-type utf8) */
  GHashTable   *ignored;                      /* (owned) (element-type utf8): in this sitting */
  GHashTable   *kept[G_N_ELEMENTS (lists)];   /* (owned) (element-type utf8): by the file */
  GHashTable   *names;                        /* (owned) (element-type utf8): parts of names of people */
  GHashTable   *not_names;                    /* (owned) (element-type utf8) */
  GHashTable   *asked;                        /* (owned) (element-type utf8): being looked up */
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MtrSpelling, mtr_spelling, G_TYPE_OBJECT)

static void
dictionary_free (Dictionary *dictionary)
{
  if (dictionary->dictionary != NULL)
    enchant_broker_free_dict (dictionary->broker, dictionary->dictionary);
  if (dictionary->broker != NULL)
    enchant_broker_free (dictionary->broker);
  g_clear_pointer (&dictionary->languages, g_ptr_array_unref);
  g_free (dictionary->language);
  g_free (dictionary);
}

static void
emit_changed (MtrSpelling *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GHashTable *
make_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void
add_language_cb (const char * const  tag,
                 const char * const  provider_name,
                 const char * const  provider_description,
                 const char * const  provider_file,
                 void               *user_data)
{
  GPtrArray *found = user_data;

  if (!g_ptr_array_find_with_equal_func (found, tag, g_str_equal, NULL))
    g_ptr_array_add (found, g_strdup (tag));
}

/* The dictionaries are read one at a time, because what finds them is not made for several threads, and the program
 * does not end while one is being read, because that takes away what they are read with. */
static GMutex reading_lock;
static GMutex opening_lock;
static GCond opening_done;
static guint n_opening;

/**
 * mtr_spelling_wait:
 *
 * Waits until no dictionary is being opened any more; a few hundredths of a second at most. To be called before the
 * program ends.
 */
void
mtr_spelling_wait (void)
{
  g_mutex_lock (&opening_lock);
  while (n_opening > 0)
    g_cond_wait (&opening_done, &opening_lock);
  g_mutex_unlock (&opening_lock);
}

static void
open_dictionary (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Dictionary *dictionary = g_new0 (Dictionary, 1);

  dictionary->language = g_strdup (task_data);
  dictionary->languages = g_ptr_array_new_with_free_func (g_free);
  g_mutex_lock (&reading_lock);
  dictionary->broker = enchant_broker_init ();
  dictionary->dictionary = enchant_broker_request_dict (dictionary->broker, dictionary->language);
  enchant_broker_list_dicts (dictionary->broker, add_language_cb, dictionary->languages);
  g_mutex_unlock (&reading_lock);
  g_mutex_lock (&opening_lock);
  n_opening--;
  g_cond_broadcast (&opening_done);
  g_mutex_unlock (&opening_lock);
  g_ptr_array_sort (dictionary->languages, compare_strings);
  g_ptr_array_add (dictionary->languages, NULL);
  g_task_return_pointer (task, dictionary, (GDestroyNotify) dictionary_free);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  MtrSpelling *self = MTR_SPELLING (source);
  Dictionary *dictionary = g_task_propagate_pointer (G_TASK (result), NULL);

  if (!g_str_equal (dictionary->language, self->language) || self->dictionary != NULL)
    {
      dictionary_free (dictionary);
      return;
    }

  self->dictionary = dictionary;
  emit_changed (self);
}

static void
settings_changed_cb (MtrSpelling *self)
{
  g_autofree char *language = g_settings_get_string (self->settings, "spelling-language");
  GTask *task;

  if (g_strcmp0 (language, self->language) != 0)
    {
      g_clear_pointer (&self->dictionary, dictionary_free);
      g_free (self->language);
      self->language = g_strdup (language);
      task = g_task_new (self, NULL, opened_cb, NULL);
      g_task_set_source_tag (task, settings_changed_cb);
      g_task_set_task_data (task, g_steal_pointer (&language), g_free);
      g_mutex_lock (&opening_lock);
      n_opening++;
      g_mutex_unlock (&opening_lock);
      g_task_run_in_thread (task, open_dictionary);
      g_object_unref (task);
    }
  emit_changed (self);
}

/* What is asked of the store, until the answer comes. */
typedef struct {
  MtrSpelling *self;  /* (owned) */
  gsize        list;  /* of words that the file keeps */
  char        *word;  /* (owned) (nullable): what may be a name */
} Request;

static Request *
request_new (MtrSpelling *self,
             gsize        list,
             const char  *word)
{
  Request *request = g_new0 (Request, 1);

  request->self = g_object_ref (self);
  request->list = list;
  request->word = g_strdup (word);

  return request;
}

static void
request_free (Request *request)
{
  g_object_unref (request->self);
  g_free (request->word);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

/* Adds each part of what may be several words; returns whether one is new. */
static gboolean
add_parts (GHashTable *set,
           const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text != NULL ? text : "", " -.,()", -1);
  gboolean is_new = FALSE;

  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0')
      is_new |= g_hash_table_add (set, mtr_spelling_words_plain (*part));

  return is_new;
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Request) request = user_data;
  MtrSpelling *self = request->self;
  /* A list that could not be read leaves more words marked; what is wrong with the file has been said already. */
  g_autoptr (GPtrArray) records = mtr_store_list_records_finish (MTR_STORE (source), result, NULL);

  if (records == NULL)
    return;

  g_hash_table_remove_all (self->kept[request->list]);
  for (guint i = 0; i < records->len; i++)
    add_parts (self->kept[request->list],
               mtr_record_get_text (g_ptr_array_index (records, i), lists[request->list].field));
  emit_changed (self);
}

static void
load_list (MtrSpelling *self,
           gsize        list)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (lists[list].kind);

  mtr_store_list_records_async (mtr_programme_get_store (self->programme), &query, MTR_READER_OWNER, NULL, listed_cb,
                                request_new (self, list, NULL));
}

static void
people_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GPtrArray) people = mtr_store_get_records_finish (MTR_STORE (source), result, NULL);
  gboolean is_new = FALSE;

  for (guint i = 0; people != NULL && i < people->len; i++)
    is_new |= add_parts (request->self->names, mtr_record_get_text (g_ptr_array_index (people, i), MTR_PERSON_NAME));
  if (is_new)
    emit_changed (request->self);
}

static void
programme_changed_cb (MtrSpelling *self,
                      GArray      *records)
{
  gint64 people[MAX_CHANGED_PEOPLE];
  guint n_people = 0;
  gboolean changed[G_N_ELEMENTS (lists)] = { FALSE };

  for (guint i = 0; i < records->len; i++)
    {
      const MtrStoreRecord *record = &g_array_index (records, MtrStoreRecord, i);

      for (gsize list = 0; list < G_N_ELEMENTS (lists); list++)
        changed[list] |= record->kind == lists[list].kind;
      if (record->kind == MTR_KIND_PERSON && n_people++ < MAX_CHANGED_PEOPLE)
        people[n_people - 1] = record->id;
    }

  for (gsize list = 0; list < G_N_ELEMENTS (lists); list++)
    if (changed[list])
      load_list (self, list);
  if (n_people > MAX_CHANGED_PEOPLE)
    g_hash_table_remove_all (self->not_names);
  else if (n_people > 0)
    mtr_store_get_records_async (mtr_programme_get_store (self->programme), MTR_KIND_PERSON, people, n_people,
                                 MTR_READER_LEAD, NULL, people_cb, request_new (self, 0, NULL));
}

static void
name_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Request) request = user_data;
  MtrSpelling *self = request->self;
  g_autoptr (GPtrArray) people = mtr_store_list_records_finish (MTR_STORE (source), result, NULL);

  for (guint i = 0; people != NULL && i < people->len; i++)
    add_parts (self->names, mtr_record_get_text (g_ptr_array_index (people, i), MTR_PERSON_NAME));
  if (!g_hash_table_contains (self->names, request->word))
    g_hash_table_add (self->not_names, g_strdup (request->word));
  g_hash_table_remove (self->asked, request->word);
  if (g_hash_table_size (self->asked) == 0)
    emit_changed (self);
}

/* Whether a word is part of somebody's name; until the store has answered, it is taken for one. */
static gboolean
may_be_name (MtrSpelling *self,
             const char  *word)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PERSON);

  if (!g_unichar_isupper (g_utf8_get_char (word)) || g_hash_table_contains (self->not_names, word))
    return FALSE;
  if (self->programme == NULL || g_hash_table_contains (self->names, word) ||
      !g_hash_table_add (self->asked, g_strdup (word)))
    return TRUE;

  query.contains = word;
  query.limit = MAX_NAMES;
  mtr_store_list_records_async (mtr_programme_get_store (self->programme), &query, MTR_READER_LEAD, NULL, name_cb,
                                request_new (self, 0, word));

  return TRUE;
}

static gboolean
is_kept (MtrSpelling *self,
         const char  *word)
{
  if (g_hash_table_contains (self->trade, word) || g_hash_table_contains (self->ignored, word))
    return TRUE;
  for (gsize list = 0; list < G_N_ELEMENTS (lists); list++)
    if (g_hash_table_contains (self->kept[list], word))
      return TRUE;

  return FALSE;
}

static void
mtr_spelling_finalize (GObject *object)
{
  MtrSpelling *self = MTR_SPELLING (object);

  g_clear_weak_pointer (&self->programme);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->dictionary, dictionary_free);
  g_free (self->language);
  g_hash_table_unref (self->trade);
  g_hash_table_unref (self->ignored);
  for (gsize list = 0; list < G_N_ELEMENTS (lists); list++)
    g_hash_table_unref (self->kept[list]);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->not_names);
  g_hash_table_unref (self->asked);

  G_OBJECT_CLASS (mtr_spelling_parent_class)->finalize (object);
}

static void
mtr_spelling_class_init (MtrSpellingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mtr_spelling_finalize;

  /**
   * MtrSpelling::changed:
   *
   * Words may be judged otherwise than before.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MTR_TYPE_SPELLING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
mtr_spelling_init (MtrSpelling *self)
{
  self->trade = make_set ();
  for (gsize i = 0; i < G_N_ELEMENTS (words_of_the_trade); i++)
    g_hash_table_add (self->trade, g_strdup (words_of_the_trade[i]));
  self->ignored = make_set ();
  for (gsize list = 0; list < G_N_ELEMENTS (lists); list++)
    self->kept[list] = make_set ();
  self->names = make_set ();
  self->not_names = make_set ();
  self->asked = make_set ();

  self->settings = g_settings_new ("com.example.Mentoring");
  g_signal_connect_object (self->settings, "changed::mark-spelling", G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::spelling-language", G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  settings_changed_cb (self);
}

/**
 * mtr_spelling_get:
 * @programme: a programme
 *
 * Returns: (transfer none): the spelling of its texts, the same for all of them; it begins to read the dictionary when
 *   it is asked for first, and emits MtrSpelling::changed when it has
 */
MtrSpelling *
mtr_spelling_get (MtrProgramme *programme)
{
  MtrSpelling *self = g_object_get_data (G_OBJECT (programme), "spelling");

  if (self != NULL)
    return self;

  self = g_object_new (MTR_TYPE_SPELLING, NULL);
  g_set_weak_pointer (&self->programme, programme);
  g_object_set_data_full (G_OBJECT (programme), "spelling", self, g_object_unref);
  g_signal_connect_object (programme, "changed", G_CALLBACK (programme_changed_cb), self, G_CONNECT_SWAPPED);
  for (gsize list = 0; list < G_N_ELEMENTS (lists); list++)
    load_list (self, list);

  return self;
}

/**
 * mtr_spelling_get_state:
 * @self: a spelling
 *
 * Returns: whether words can be judged
 */
MtrSpellingState
mtr_spelling_get_state (MtrSpelling *self)
{
  if (!g_settings_get_boolean (self->settings, "mark-spelling"))
    return MTR_SPELLING_OFF;
  if (self->dictionary == NULL)
    return MTR_SPELLING_OPENING;

  return self->dictionary->dictionary != NULL ? MTR_SPELLING_READY : MTR_SPELLING_MISSING;
}

/**
 * mtr_spelling_get_settings:
 * @self: a spelling
 *
 * Returns: (transfer none): what the person prefers, in "mark-spelling" and "spelling-language"
 */
GSettings *
mtr_spelling_get_settings (MtrSpelling *self)
{
  return self->settings;
}

/**
 * mtr_spelling_get_language:
 * @self: a spelling
 *
 * Returns: (transfer none): the language that is wanted, such as "en_GB"
 */
const char *
mtr_spelling_get_language (MtrSpelling *self)
{
  return self->language;
}

/**
 * mtr_spelling_get_languages:
 * @self: a spelling
 *
 * Returns: (transfer none) (nullable): what there are dictionaries for on this computer; %NULL until it is known
 */
const char * const *
mtr_spelling_get_languages (MtrSpelling *self)
{
  return self->dictionary != NULL ? (const char * const *) self->dictionary->languages->pdata : NULL;
}

/**
 * mtr_spelling_get_language_title:
 * @language: a language, such as "en_GB"
 *
 * Returns: (transfer none): what a person calls it; @language itself where that is not known here
 */
const char *
mtr_spelling_get_language_title (const char *language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i].language, language))
      return _(languages[i].title);

  return language;
}

/**
 * mtr_spelling_is_right:
 * @self: a spelling
 * @word: one word, as it is written
 *
 * Returns: whether nothing is to be marked. That is so while nothing can be judged, and until it is known whether a
 *   word is somebody's name; MtrSpelling::changed comes afterwards
 */
gboolean
mtr_spelling_is_right (MtrSpelling *self,
                       const char  *word)
{
  g_autofree char *plain = NULL;
  g_autofree char *lower = NULL;

  if (mtr_spelling_get_state (self) != MTR_SPELLING_READY)
    return TRUE;

  plain = mtr_spelling_words_plain (word);
  /* Only more than nothing is wrong: less is an error of the dictionary. */
  if (*plain == '\0' || enchant_dict_check (self->dictionary->dictionary, plain, -1) <= 0)
    return TRUE;

  if (g_str_has_suffix (plain, "'s"))
    plain[strlen (plain) - 2] = '\0';
  lower = g_utf8_strdown (plain, -1);

  return *plain == '\0' || is_kept (self, plain) || is_kept (self, lower) || may_be_name (self, plain);
}

/**
 * mtr_spelling_suggest:
 * @self: a spelling
 * @word: a word that is not right
 * @max_words: how many words at the most
 *
 * Takes up to a tenth of a second: for when somebody asks.
 *
 * Returns: (transfer full): what may have been meant, the likeliest first; may be empty
 */
char **
mtr_spelling_suggest (MtrSpelling *self,
                      const char  *word,
                      guint        max_words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *plain = mtr_spelling_words_plain (word);
  char **words = NULL;
  gsize n_words = 0;

  if (mtr_spelling_get_state (self) == MTR_SPELLING_READY)
    words = enchant_dict_suggest (self->dictionary->dictionary, plain, -1, &n_words);
  for (gsize i = 0; i < MIN (n_words, max_words); i++)
    g_strv_builder_add (builder, words[i]);
  if (words != NULL)
    enchant_dict_free_string_list (self->dictionary->dictionary, words);

  return g_strv_builder_end (builder);
}

/**
 * mtr_spelling_ignore:
 * @self: a spelling
 * @word: a word that is not to be marked until the file is closed
 */
void
mtr_spelling_ignore (MtrSpelling *self,
                     const char  *word)
{
  g_hash_table_add (self->ignored, mtr_spelling_words_plain (word));
  emit_changed (self);
}

/**
 * mtr_spelling_add:
 * @self: a spelling
 * @word: a word that is to be among the words that the file keeps
 *
 * One action, which can be undone. The list is the owner's alone and never leaves the file.
 */
void
mtr_spelling_add (MtrSpelling *self,
                  const char  *word)
{
  g_autofree char *plain = mtr_spelling_words_plain (word);
  /* Translators: what is done, after "Undo:"; %s is a word. */
  g_autofree char *label = g_strdup_printf (_("add “%s” to this file’s words"), plain);
  /* Translators: %s is a word. */
  g_autofree char *done = g_strdup_printf (_("“%s” is among this file’s words."), plain);
  MtrChange *change = mtr_change_new (label);
  MtrRecord *record;

  g_return_if_fail (self->programme != NULL);

  record = mtr_record_new (MTR_KIND_SPELLING_WORD, mtr_programme_new_id (self->programme));
  mtr_record_set_text (record, MTR_SPELLING_WORD_WORD, plain);
  mtr_change_insert (change, record);
  mtr_programme_act (self->programme, change, done);
}
