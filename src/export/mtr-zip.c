/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Zips that are the same to the last byte wherever and whenever they are made:
 * every file is of one day, belongs to nobody, and has no extra field, so that
 * an OpenDocument text is known by its first bytes. Only a file of 4 GB or more
 * has one, because its size has no room elsewhere.
 *
 * The library is the small one that comes with zlib: others bring a library of
 * ciphers that every start of the program would wait for.
 */

#include "mtr-zip-private.h"

#include <minizip/zip.h>

#define FIRST_YEAR 1980
#define LAST_YEAR 2107
#define PLAIN_FILE (0100644U << 16)
/* Of a Unix system, by version 2.0 of the format; names are UTF-8. */
#define MADE_BY (3 << 8 | 20)
#define UTF_8 (1 << 11)
#define LEVEL 6
#define PIECE_SIZE (64 * 1024)
#define LARGE G_MAXUINT32

/** Entry: one file, whole in memory or a part of another file. */
typedef struct {
  char     *name;        /* (owned) */
  GBytes   *bytes;       /* (owned) (nullable) */
  char     *path;        /* (owned) (nullable) */
  guint64   start;
  guint64   size;
  gboolean  compressed;
} Entry;

struct _MtrZip {
  uLong      date;       /* as DOS wrote it, midnight */
  GPtrArray *entries;    /* (owned) (element-type Entry) */
};

/** Writing: what is being done; the library knows nothing of streams and errors. */
typedef struct {
  GOutputStream  *target;       /* it can be gone about in */
  GCancellable   *cancellable;  /* (nullable) */
  GError         *error;        /* (owned) (nullable): the first one */
  zipFile         file;
  MtrZipProgress  progress;     /* (nullable) */
  gpointer        user_data;
  guint64         done;
  guint64         all;
} Writing;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->name);
  g_free (entry->path);
  g_clear_pointer (&entry->bytes, g_bytes_unref);
  g_free (entry);
}

/*< private >
 * mtr_zip_new:
 * @date: the day that every file in it is of, from 1980 on
 *
 * Returns: (transfer full): a zip without files
 */
MtrZip *
mtr_zip_new (const GDate *date)
{
  MtrZip *self = g_new0 (MtrZip, 1);
  guint year = CLAMP (g_date_get_year (date), FIRST_YEAR, LAST_YEAR) - FIRST_YEAR;

  self->date = ((uLong) year << 9 | (uLong) g_date_get_month (date) << 5 | g_date_get_day (date)) << 16;
  self->entries = g_ptr_array_new_with_free_func (entry_free);

  return self;
}

/*< private >
 * mtr_zip_free:
 * @self: (transfer full): a zip
 */
void
mtr_zip_free (MtrZip *self)
{
  g_ptr_array_unref (self->entries);
  g_free (self);
}

static Entry *
add (MtrZip     *self,
     const char *name,
     guint64     size)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->name = g_strdup (name);
  entry->size = size;
  g_ptr_array_add (self->entries, entry);

  return entry;
}

/*< private >
 * mtr_zip_add_bytes:
 * @self: a zip
 * @name: path in the zip, with "/" between folders
 * @bytes: what is in the file
 * @compressed: whether it is made smaller
 */
void
mtr_zip_add_bytes (MtrZip     *self,
                   const char *name,
                   GBytes     *bytes,
                   gboolean    compressed)
{
  Entry *entry = add (self, name, g_bytes_get_size (bytes));

  entry->bytes = g_bytes_ref (bytes);
  entry->compressed = compressed;
}

/*< private >
 * mtr_zip_add_part:
 * @self: a zip
 * @name: path in the zip, with "/" between folders
 * @path: a file that stays as it is until the zip is written
 * @start: where in it the part begins, in bytes
 * @size: how many bytes
 *
 * The file in the zip is that part, made smaller.
 */
void
mtr_zip_add_part (MtrZip     *self,
                  const char *name,
                  const char *path,
                  guint64     start,
                  guint64     size)
{
  Entry *entry = add (self, name, size);

  entry->path = g_strdup (path);
  entry->start = start;
  entry->compressed = TRUE;
}

static voidpf
open_cb (voidpf      opaque,
         const void *name,
         int         mode)
{
  return opaque;
}

static uLong
write_cb (voidpf      opaque,
          voidpf      stream,
          const void *data,
          uLong       size)
{
  Writing *self = opaque;
  gsize written = 0;

  if (self->error == NULL)
    g_output_stream_write_all (self->target, data, size, &written, NULL, &self->error);

  return written;
}

static ZPOS64_T
tell_cb (voidpf opaque,
         voidpf stream)
{
  Writing *self = opaque;

  return (ZPOS64_T) g_seekable_tell (G_SEEKABLE (self->target));
}

static long
seek_cb (voidpf   opaque,
         voidpf   stream,
         ZPOS64_T offset,
         int      origin)
{
  static const GSeekType types[] = {
    [ZLIB_FILEFUNC_SEEK_SET] = G_SEEK_SET,
    [ZLIB_FILEFUNC_SEEK_CUR] = G_SEEK_CUR,
    [ZLIB_FILEFUNC_SEEK_END] = G_SEEK_END,
  };
  Writing *self = opaque;

  if (self->error != NULL)
    return -1;

  return g_seekable_seek (G_SEEKABLE (self->target), (goffset) offset, types[origin], NULL, &self->error) ? 0 : -1;
}

static int
close_cb (voidpf opaque,
          voidpf stream)
{
  return 0;
}

static int
error_cb (voidpf opaque,
          voidpf stream)
{
  Writing *self = opaque;

  return self->error != NULL;
}

/* The library says only that something failed; the stream has said why, where it was the stream. */
static gboolean
check (Writing *self,
       int      result)
{
  if (result != ZIP_OK && self->error == NULL)
    g_set_error (&self->error, G_IO_ERROR, G_IO_ERROR_FAILED, "zip: %d", result);

  return self->error == NULL;
}

static gboolean
write_piece (Writing    *self,
             const void *data,
             gsize       size)
{
  if (!check (self, zipWriteInFileInZip (self->file, data, (unsigned) size)))
    return FALSE;

  self->done += size;
  if (self->progress != NULL)
    self->progress (self->all > 0 ? (double) self->done / (double) self->all : 1, self->user_data);

  return !g_cancellable_set_error_if_cancelled (self->cancellable, &self->error);
}

static gboolean
write_bytes (Writing *self,
             GBytes  *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < size; i += PIECE_SIZE)
    if (!write_piece (self, data + i, MIN (size - i, PIECE_SIZE)))
      return FALSE;

  return TRUE;
}

static gboolean
write_part (Writing *self,
            Entry   *entry)
{
  g_autoptr (GFile) file = g_file_new_for_path (entry->path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, self->cancellable, &self->error);
  g_autofree guint8 *piece = g_malloc (PIECE_SIZE);
  guint64 left = entry->size;

  if (stream == NULL ||
      !g_seekable_seek (G_SEEKABLE (stream), (goffset) entry->start, G_SEEK_SET, self->cancellable, &self->error))
    return FALSE;

  while (left > 0)
    {
      gssize n = g_input_stream_read (G_INPUT_STREAM (stream), piece, MIN (left, PIECE_SIZE), self->cancellable, &self->error);

      if (n == 0)
        g_set_error_literal (&self->error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, g_strerror (EIO));
      if (n <= 0 || !write_piece (self, piece, (gsize) n))
        return FALSE;
      left -= (guint64) n;
    }

  return TRUE;
}

static gboolean
write_entry (Writing *self,
             Entry   *entry,
             uLong    date)
{
  const zip_fileinfo info = { .dosDate = date, .external_fa = PLAIN_FILE };

  /* Between two files: the library forgets to free what it has of a file whose beginning cannot be written. */
  if (g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
    return FALSE;

  return check (self, zipOpenNewFileInZip4_64 (self->file, entry->name, &info, NULL, 0, NULL, 0, NULL,
                                               entry->compressed ? Z_DEFLATED : 0, LEVEL, 0, -MAX_WBITS, DEF_MEM_LEVEL,
                                               Z_DEFAULT_STRATEGY, NULL, 0, MADE_BY, UTF_8, entry->size >= LARGE)) &&
         (entry->bytes != NULL ? write_bytes (self, entry->bytes) : write_part (self, entry)) &&
         check (self, zipCloseFileInZip (self->file));
}

/*< private >
 * mtr_zip_write:
 * @self: a zip with all its files
 * @target: a #GSeekable, still empty; it is not closed
 * @progress: (nullable): told how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: where an error goes
 *
 * Reads the files and writes the zip.
 *
 * Returns: whether it was written; %FALSE with an error of %G_IO_ERROR
 */
gboolean
mtr_zip_write (MtrZip          *self,
               GOutputStream   *target,
               MtrZipProgress   progress,
               gpointer         user_data,
               GCancellable    *cancellable,
               GError         **error)
{
  Writing writing = { .target = target, .cancellable = cancellable, .progress = progress, .user_data = user_data };
  zlib_filefunc64_def functions = {
    .zopen64_file = open_cb,
    .zwrite_file = write_cb,
    .ztell64_file = tell_cb,
    .zseek64_file = seek_cb,
    .zclose_file = close_cb,
    .zerror_file = error_cb,
    .opaque = &writing,
  };
  int result;

  for (guint i = 0; i < self->entries->len; i++)
    writing.all += ((Entry *) g_ptr_array_index (self->entries, i))->size;

  writing.file = zipOpen2_64 ("", APPEND_STATUS_CREATE, NULL, &functions);
  if (writing.file == NULL)
    check (&writing, ZIP_INTERNALERROR);
  for (guint i = 0; i < self->entries->len && writing.error == NULL; i++)
    write_entry (&writing, g_ptr_array_index (self->entries, i), self->date);
  result = writing.file != NULL ? zipClose (writing.file, NULL) : ZIP_OK;
  check (&writing, result);
  if (writing.error != NULL)
    g_propagate_error (error, writing.error);

  return writing.error == NULL;
}
