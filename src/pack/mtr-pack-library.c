/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The packs of this machine: those that come with the program, those in the
 * person's own folder, and the copies that programme files carry. A pack that
 * has once been found stays for as long as the library, so what is found needs
 * no reference; packs are looked up in the store's thread too.
 */

#include "mtr-pack-library.h"

#include <gio/gio.h>

#include "mtr-messages.h"
#include "mtr-pack-reader.h"
#include "mtr-pack-resources.h"

#define RESOURCE_FOLDER "/com/example/Mentoring/packs"

struct _MtrPackLibrary {
  GObject     parent_instance;

  GMutex      reading_mutex; /* of what has been read, while reading */
  GHashTable *read;          /* (owned): names in the resource of the packs that have been read */
  gboolean    waits;         /* until it is asked for something; then the rest is read, or the one pack that is meant */

  GMutex      mutex;     /* of everything below */
  GPtrArray  *packs;     /* (owned) (element-type MtrPack): no two with the same id and version */
  GPtrArray  *copies;    /* (owned) (element-type MtrPack): other texts of a pack above */
  GHashTable *translations;  /* (owned): path in the resource to a MtrPack in another language than that of the window */
  GPtrArray  *problems;  /* (owned) (element-type MtrPackProblem) */
  GHashTable *files;     /* (owned): id to the file it was found in; "" for a pack that comes with the program */
};

G_DEFINE_FINAL_TYPE (MtrPackLibrary, mtr_pack_library, G_TYPE_OBJECT)

static void
free_problem (gpointer data)
{
  MtrPackProblem *problem = data;

  g_free (problem->file);
  g_free (problem->reason);
  g_free (problem);
}

static gpointer
copy_problem (gconstpointer data,
              gpointer      unused)
{
  const MtrPackProblem *problem = data;
  MtrPackProblem *copy = g_new0 (MtrPackProblem, 1);

  copy->file = g_strdup (problem->file);
  copy->line = problem->line;
  copy->reason = g_strdup (problem->reason);

  return copy;
}

static void
mtr_pack_library_finalize (GObject *object)
{
  MtrPackLibrary *self = MTR_PACK_LIBRARY (object);

  g_ptr_array_unref (self->packs);
  g_ptr_array_unref (self->copies);
  g_ptr_array_unref (self->problems);
  g_hash_table_unref (self->files);
  g_hash_table_unref (self->translations);
  g_hash_table_unref (self->read);
  g_mutex_clear (&self->reading_mutex);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (mtr_pack_library_parent_class)->finalize (object);
}

static void
mtr_pack_library_class_init (MtrPackLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mtr_pack_library_finalize;
}

static void
mtr_pack_library_init (MtrPackLibrary *self)
{
  g_mutex_init (&self->reading_mutex);
  self->read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_mutex_init (&self->mutex);
  self->packs = g_ptr_array_new_with_free_func (g_object_unref);
  self->copies = g_ptr_array_new_with_free_func (g_object_unref);
  self->problems = g_ptr_array_new_with_free_func (free_problem);
  self->translations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * mtr_pack_library_new:
 *
 * Returns: (transfer full): a library without packs; see mtr_pack_library_load()
 */
MtrPackLibrary *
mtr_pack_library_new (void)
{
  return g_object_new (MTR_TYPE_PACK_LIBRARY, NULL);
}

/* Figures between points, so that 1.10 comes after 1.9. */
static int
compare_versions (const char *one,
                  const char *two)
{
  g_auto (GStrv) first = g_strsplit (one, ".", -1);
  g_auto (GStrv) second = g_strsplit (two, ".", -1);
  guint i;

  for (i = 0; first[i] != NULL && second[i] != NULL; i++)
    {
      gint64 a = g_ascii_strtoll (first[i], NULL, 10);
      gint64 b = g_ascii_strtoll (second[i], NULL, 10);

      if (a != b)
        return a < b ? -1 : 1;
    }

  return (first[i] != NULL) - (second[i] != NULL);
}

/* Call with the mutex held. */
static MtrPack *
find_pack (MtrPackLibrary *self,
           const char     *id,
           const char     *version)
{
  MtrPack *found = NULL;

  for (guint i = 0; i < self->packs->len; i++)
    {
      MtrPack *pack = g_ptr_array_index (self->packs, i);

      if (g_strcmp0 (mtr_pack_get_id (pack), id) != 0)
        continue;
      if (version != NULL
            ? compare_versions (mtr_pack_get_version (pack), version) == 0
            : found == NULL || compare_versions (mtr_pack_get_version (pack), mtr_pack_get_version (found)) > 0)
        found = pack;
    }

  return found;
}

static MtrPack *
find_same (MtrPackLibrary *self,
           MtrPack        *pack)
{
  return find_pack (self, mtr_pack_get_id (pack), mtr_pack_get_version (pack));
}

static void
note_problem (MtrPackLibrary *self,
              const char     *file,
              int             line,
              const char     *reason)
{
  MtrPackProblem *problem = g_new0 (MtrPackProblem, 1);

  problem->file = g_strdup (file);
  problem->line = line;
  problem->reason = g_strdup (reason);
  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->problems, problem);
  g_mutex_unlock (&self->mutex);
}

/* Call with the mutex held. Two programme files may carry the same text. */
static MtrPack *
find_copy (MtrPackLibrary *self,
           GBytes         *source)
{
  for (guint i = 0; i < self->copies->len; i++)
    {
      MtrPack *pack = g_ptr_array_index (self->copies, i);

      if (g_bytes_equal (mtr_pack_get_source (pack), source))
        return pack;
    }

  return NULL;
}

static MtrPack *
add_pack (MtrPackLibrary *self,
          MtrPack        *pack,
          GBytes         *source)
{
  MtrPack *found;

  g_mutex_lock (&self->mutex);
  found = find_same (self, pack);
  if (found != NULL && !g_bytes_equal (mtr_pack_get_source (found), source))
    {
      found = find_copy (self, source);
      if (found == NULL)
        g_ptr_array_add (self->copies, found = g_object_ref (pack));
    }
  else if (found == NULL)
    g_ptr_array_add (self->packs, found = g_object_ref (pack));
  g_mutex_unlock (&self->mutex);

  return found;
}

static MtrPack *
add_source (MtrPackLibrary  *self,
            GBytes          *source,
            GError         **error)
{
  /* Translators: what to call the pack that is inside a programme file, in a message about it. */
  g_autoptr (MtrPack) pack = mtr_pack_read (source, _("The pack kept in the file"), error);

  return pack != NULL ? add_pack (self, pack, source) : NULL;
}

static int
compare_names (gconstpointer one,
               gconstpointer two)
{
  return g_strcmp0 (*(char **) one, *(char **) two);
}

/* Their names in the resource begin with their place in the list. */
static char **
list_shipped_packs (void)
{
  char **names = g_resource_enumerate_children (mtr_packs_get_resource (), RESOURCE_FOLDER, 0, NULL);

  qsort (names, g_strv_length (names), sizeof *names, compare_names);

  return names;
}

static GBytes *
get_shipped_source (const char *name)
{
  g_autofree char *path = g_build_path ("/", RESOURCE_FOLDER, name, NULL);

  return g_resource_lookup_data (mtr_packs_get_resource (), path, 0, NULL);
}

/* Returns: (nullable): %NULL where the pack is in that language as it is, or has not been translated */
static GBytes *
get_shipped_translation (const char *name,
                         const char *language)
{
  g_autofree char *path = g_build_path ("/", RESOURCE_FOLDER, language, name, NULL);

  return g_resource_lookup_data (mtr_packs_get_resource (), path, 0, NULL);
}

/* "1-support-worker.xml" is the name of the pack "support-worker". */
static char *
dup_shipped_id (const char *name)
{
  const char *id = strchr (name, '-');

  return id != NULL && g_str_has_suffix (name, ".xml") ? g_strndup (id + 1, strlen (id + 1) - strlen (".xml")) : NULL;
}

/* Call with the reading mutex held. */
static void
load_shipped_pack (MtrPackLibrary *self,
                   const char     *name)
{
  g_autoptr (GBytes) source = NULL;
  g_autoptr (GBytes) translation = NULL;
  g_autoptr (MtrPack) pack = NULL;

  if (!g_hash_table_add (self->read, g_strdup (name)))
    return;
  source = get_shipped_source (name);
  translation = get_shipped_translation (name, mtr_language_get_tag ());
  pack = mtr_pack_read_shipped (source, translation);
  add_pack (self, pack, source);
}

/* Call with the reading mutex held. @id: (nullable): only this pack.
 * Returns: whether @id is a pack that comes with the program */
static gboolean
load_shipped_packs (MtrPackLibrary *self,
                    const char     *id)
{
  g_auto (GStrv) names = list_shipped_packs ();
  gboolean found = FALSE;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *shipped_id = dup_shipped_id (names[i]);

      if (shipped_id == NULL || (id != NULL && !g_str_equal (shipped_id, id)))
        continue;
      found = TRUE;
      load_shipped_pack (self, names[i]);
      g_mutex_lock (&self->mutex);
      g_hash_table_insert (self->files, g_steal_pointer (&shipped_id), g_strdup (""));
      g_mutex_unlock (&self->mutex);
    }

  return found;
}

/* Call with the reading mutex held. */
static void
load_all (MtrPackLibrary *self)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "mentoring", "packs", NULL);

  self->waits = FALSE;
  g_mutex_lock (&self->mutex);
  g_ptr_array_set_size (self->problems, 0);
  g_hash_table_remove_all (self->files);
  g_mutex_unlock (&self->mutex);

  load_shipped_packs (self, NULL);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    mtr_pack_library_load_folder (self, path);
}

/* @id: (nullable): of the pack that is meant; %NULL for all of them */
static void
load_what_is_meant (MtrPackLibrary *self,
                    const char     *id)
{
  g_mutex_lock (&self->reading_mutex);
  if (self->waits && (id == NULL || !load_shipped_packs (self, id)))
    load_all (self);
  g_mutex_unlock (&self->reading_mutex);
}

/**
 * mtr_pack_library_load:
 * @self: a library
 *
 * Loads the packs that come with the program, then those in the folder "mentoring/packs" of the person's data folder,
 * if there is one. Loading once more finds what has come since; packs that are loaded stay as they are.
 */
void
mtr_pack_library_load (MtrPackLibrary *self)
{
  g_mutex_lock (&self->reading_mutex);
  load_all (self);
  g_mutex_unlock (&self->reading_mutex);
}

/**
 * mtr_pack_library_load_when_asked:
 * @self: a library into which nothing has been loaded yet
 *
 * Loads as mtr_pack_library_load() does, but only what is asked for: one pack that comes with the program when that one
 * is looked for by its id, everything when anything else is asked. A start is quicker for it.
 */
void
mtr_pack_library_load_when_asked (MtrPackLibrary *self)
{
  g_mutex_lock (&self->reading_mutex);
  self->waits = TRUE;
  g_mutex_unlock (&self->reading_mutex);
}

/* Anything that is not a plain file could make the program wait for ever, and anything long could fill its memory. */
static GBytes *
read_limited (const char  *path,
              GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *bytes = NULL;
  gsize size;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_REGULAR)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _("It is not a file that can be read."));
      return NULL;
    }
  stream = g_file_read (file, NULL, error);
  if (stream == NULL)
    return NULL;
  /* One byte more than allowed, so that the reader can tell. */
  bytes = g_malloc (MTR_PACK_MAX_SIZE + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), bytes, MTR_PACK_MAX_SIZE + 1, &size, NULL, error))
    return NULL;

  return g_bytes_new (bytes, size);
}

/* Two packs of one id could not be told apart where a programme is begun, so that the first keeps it. */
static char *
dup_duplicate_reason (MtrPackLibrary *self,
                      const char     *id,
                      const char     *path)
{
  g_autofree char *name = NULL;
  const char *other;
  char *reason = NULL;

  g_mutex_lock (&self->mutex);
  other = g_hash_table_lookup (self->files, id);
  if (other == NULL)
    g_hash_table_insert (self->files, g_strdup (id), g_strdup (path));
  else if (*other == '\0')
    reason = g_strdup_printf (_("“%s” is the id of a pack that comes with the program. Give this one an id of its own."),
                              id);
  else if (!g_str_equal (other, path))
    {
      name = g_filename_display_basename (other);
      reason = g_strdup_printf (_("“%s” is already the id of the pack in %s. Give this one an id of its own."), id, name);
    }
  g_mutex_unlock (&self->mutex);

  return reason;
}

static void
load_file (MtrPackLibrary *self,
           const char     *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) source = read_limited (path, &error);
  g_auto (MtrPackRefusal) refusal = { 0 };
  g_autoptr (MtrPack) pack = NULL;
  g_autofree char *duplicate = NULL;
  MtrPack *same;

  if (source == NULL)
    {
      note_problem (self, path, 0, error->message);
      return;
    }
  pack = mtr_pack_try_read (source, &refusal);
  if (pack == NULL)
    {
      note_problem (self, path, refusal.line, refusal.reason);
      return;
    }
  duplicate = dup_duplicate_reason (self, mtr_pack_get_id (pack), path);
  if (duplicate != NULL)
    {
      note_problem (self, path, 0, duplicate);
      return;
    }

  g_mutex_lock (&self->mutex);
  same = find_same (self, pack);
  if (same == NULL)
    g_ptr_array_add (self->packs, g_object_ref (pack));
  g_mutex_unlock (&self->mutex);

  if (same != NULL && !g_bytes_equal (mtr_pack_get_source (same), source))
    {
      g_autofree char *reason =
        g_strdup_printf (_("There is already another “%s” of version %s. Give this one a version of its own."),
                         mtr_pack_get_id (pack), mtr_pack_get_version (pack));

      note_problem (self, path, 0, reason);
    }
}

/**
 * mtr_pack_library_load_folder:
 * @self: a library
 * @path: a folder, in the encoding of file names
 *
 * Loads every file of the folder whose name ends in ".xml", in the order of the names. A pack that is refused is kept
 * among the problems and the rest are still loaded. A pack with the id of one that comes with the program, or of one in
 * another file, is refused, for nobody could tell which of the two a programme means. A file that has changed is taken
 * anew when it has a new version.
 */
void
mtr_pack_library_load_folder (MtrPackLibrary *self,
                              const char     *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (folder == NULL)
    {
      note_problem (self, path, 0, error->message);
      return;
    }
  while ((name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    load_file (self, g_ptr_array_index (names, i));
}

/**
 * mtr_pack_library_get_packs:
 * @self: a library
 *
 * Returns: (transfer full) (element-type MtrPack): the packs, those that come with the program first
 */
GPtrArray *
mtr_pack_library_get_packs (MtrPackLibrary *self)
{
  g_auto (GStrv) names = list_shipped_packs ();
  GPtrArray *packs = g_ptr_array_new_with_free_func (g_object_unref);

  load_what_is_meant (self, NULL);
  g_mutex_lock (&self->mutex);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *id = dup_shipped_id (names[i]);

      for (guint j = 0; id != NULL && j < self->packs->len; j++)
        if (g_str_equal (mtr_pack_get_id (g_ptr_array_index (self->packs, j)), id))
          g_ptr_array_add (packs, g_object_ref (g_ptr_array_index (self->packs, j)));
    }
  for (guint i = 0; i < self->packs->len; i++)
    if (!g_ptr_array_find (packs, g_ptr_array_index (self->packs, i), NULL))
      g_ptr_array_add (packs, g_object_ref (g_ptr_array_index (self->packs, i)));
  g_mutex_unlock (&self->mutex);

  return packs;
}

/**
 * mtr_pack_library_get_problems:
 * @self: a library
 *
 * Returns: (transfer full) (element-type MtrPackProblem): the packs that were refused since the last
 *   mtr_pack_library_load(), each with file, line and reason
 */
GPtrArray *
mtr_pack_library_get_problems (MtrPackLibrary *self)
{
  GPtrArray *problems;

  load_what_is_meant (self, NULL);
  g_mutex_lock (&self->mutex);
  problems = g_ptr_array_copy (self->problems, (GCopyFunc) copy_problem, NULL);
  g_mutex_unlock (&self->mutex);

  return problems;
}

/**
 * mtr_pack_library_find:
 * @self: a library
 * @id: the id of a pack
 * @version: (nullable): its version; %NULL for the newest
 *
 * Finds a pack. May be called from any thread.
 *
 * Returns: (transfer none) (nullable): the pack, which lives as long as the library
 */
MtrPack *
mtr_pack_library_find (MtrPackLibrary *self,
                       const char     *id,
                       const char     *version)
{
  MtrPack *pack;

  g_mutex_lock (&self->mutex);
  pack = find_pack (self, id, version);
  g_mutex_unlock (&self->mutex);
  if (pack != NULL && version != NULL)
    return pack;

  load_what_is_meant (self, id);
  g_mutex_lock (&self->mutex);
  pack = find_pack (self, id, version);
  g_mutex_unlock (&self->mutex);

  return pack;
}

/**
 * mtr_pack_library_add_source:
 * @self: a library
 * @source: the XML of a pack, as kept in a programme file
 * @error: (nullable): %MTR_PACK_ERROR; the programme file cannot be understood without the pack
 *
 * Makes the pack that a programme file carries available, so that the file keeps its meaning on a machine without that
 * pack. Where the library has a pack of the same id and version with another text, mtr_pack_library_find() goes on to
 * find that one, while what is returned here has exactly the text of the file. May be called from any thread.
 *
 * Returns: (transfer none) (nullable): the pack, which lives as long as the library
 */
MtrPack *
mtr_pack_library_add_source (MtrPackLibrary  *self,
                             GBytes          *source,
                             GError         **error)
{
  load_what_is_meant (self, NULL);

  return add_source (self, source, error);
}

/**
 * mtr_pack_library_translate:
 * @self: a library
 * @pack: a pack
 * @language: a tag of mtr_language_list()
 *
 * Finds the pack as a document in that language needs it. Only packs that come with the program are translated; one that
 * a file carries is, if it has the very text of one of those. May be called from any thread.
 *
 * Returns: (transfer none): the pack in that language, which lives as long as the library; @pack where there is none
 */
MtrPack *
mtr_pack_library_translate (MtrPackLibrary *self,
                            MtrPack        *pack,
                            const char     *language)
{
  g_auto (GStrv) names = list_shipped_packs ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GBytes) source = g_str_has_suffix (names[i], ".xml") ? get_shipped_source (names[i]) : NULL;
      g_autoptr (GBytes) translation = NULL;
      g_autofree char *key = NULL;
      MtrPack *translated;

      if (source == NULL || mtr_pack_get_source (pack) == NULL || !g_bytes_equal (source, mtr_pack_get_source (pack)))
        continue;

      key = g_build_path ("/", language, names[i], NULL);
      translation = get_shipped_translation (names[i], language);
      g_mutex_lock (&self->mutex);
      translated = g_hash_table_lookup (self->translations, key);
      if (translated == NULL)
        {
          translated = mtr_pack_read_shipped (source, translation);
          g_hash_table_insert (self->translations, g_steal_pointer (&key), translated);
        }
      g_mutex_unlock (&self->mutex);

      return translated;
    }

  return pack;
}

/**
 * mtr_pack_library_look_up:
 * @id: the id of a pack
 * @version: (nullable): its version; %NULL for the newest
 * @source: (nullable): the pack as it is kept in a programme file
 * @library: a #MtrPackLibrary
 *
 * Finds the pack that a programme file was made with, in the shape that a store asks for: the one of this computer,
 * else the one in the file. Safe in any thread.
 *
 * Returns: (transfer full) (nullable): the pack
 */
MtrPack *
mtr_pack_library_look_up (const char *id,
                          const char *version,
                          GBytes     *source,
                          gpointer    library)
{
  MtrPack *pack = mtr_pack_library_find (MTR_PACK_LIBRARY (library), id, version);

  if (pack == NULL && source != NULL)
    pack = mtr_pack_library_add_source (MTR_PACK_LIBRARY (library), source, NULL);

  return pack != NULL ? g_object_ref (pack) : NULL;
}
