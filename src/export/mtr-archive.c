/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A zip of many files for whoever has none of our software: names that every
 * system can have, and a list of SHA-256 sums by which anybody can see that
 * nothing was changed or lost since. What comes is put one behind the other
 * into the file that the zip replaces in the end, so that memory has to hold
 * none of it.
 */

#include "mtr-archive.h"

#include "mtr-zip-private.h"

#include <string.h>

/* Of a name, without its folder: some systems have no more than 255 bytes for it. */
#define MAX_NAME 80
#define MAX_EXTENSION 8

struct _MtrArchive {
  char          *path;      /* (owned) */
  GOutputStream *stream;    /* (owned): into that file */
  guint64        start;     /* of the file that is being written, in it */
  guint64        size;      /* of that, so far */
  MtrZip        *zip;       /* (owned) */
  GHashTable    *paths;     /* (owned) (element-type utf8 utf8): that are taken, without regard to case */
  GString       *sums;      /* (owned) */
  GChecksum     *checksum;  /* (owned) (nullable): of the file that is being written */
};

/**
 * mtr_archive_new:
 * @path: an empty file that is nobody else's, in the encoding of file names
 * @date: the day that everything in it is of
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): an archive with nothing in it; %NULL with an error of %G_IO_ERROR
 */
MtrArchive *
mtr_archive_new (const char   *path,
                 const GDate  *date,
                 GError      **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFileOutputStream *stream = g_file_append_to (file, G_FILE_CREATE_PRIVATE, NULL, error);
  MtrArchive *self;

  if (stream == NULL)
    return NULL;

  self = g_new0 (MtrArchive, 1);
  self->path = g_strdup (path);
  self->stream = G_OUTPUT_STREAM (stream);
  self->zip = mtr_zip_new (date);
  self->paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->sums = g_string_new (NULL);

  return self;
}

/**
 * mtr_archive_free:
 * @self: (transfer full): an archive
 */
void
mtr_archive_free (MtrArchive *self)
{
  mtr_zip_free (self->zip);
  g_object_unref (self->stream);
  g_hash_table_unref (self->paths);
  g_string_free (self->sums, TRUE);
  g_clear_pointer (&self->checksum, g_checksum_free);
  g_free (self->path);
  g_free (self);
}

/* Letters, digits and a few signs that mean nothing to any system; a run of anything else is one hyphen. */
static char *
make_safe (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *whole = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  GString *safe = g_string_new (NULL);

  for (const char *p = whole; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      gboolean is_plain = g_unichar_isalnum (character) || g_unichar_ismark (character) || character == '_' ||
                          (character == '.' && safe->len > 0);

      if (safe->len + 6 > MAX_NAME)
        break;
      if (is_plain)
        g_string_append_unichar (safe, character);
      else if (safe->len > 0 && safe->str[safe->len - 1] != '-')
        g_string_append_c (safe, '-');
    }
  /* Windows takes dots at the end away, and then it is another name. */
  while (safe->len > 0 && strchr ("-.", safe->str[safe->len - 1]) != NULL)
    g_string_truncate (safe, safe->len - 1);
  if (safe->len == 0)
    g_string_append (safe, "file");

  return g_string_free (safe, FALSE);
}

/* Where the extension of a name begins, at its dot: a few letters and digits at the end, after something else. */
static const char *
find_extension (const char *name)
{
  const char *dot = strrchr (name, '.');

  if (dot == NULL || dot == name || dot[1] == '\0' || strlen (dot + 1) > MAX_EXTENSION)
    return NULL;
  for (const char *p = dot + 1; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p))
      return NULL;

  return dot;
}

/**
 * mtr_archive_dup_path:
 * @self: an archive
 * @folder: (nullable): a folder in it; a constant of the program
 * @name: what the file should be called, as a person wrote it
 * @extension: (nullable): what its name ends with, without the dot; %NULL where that is in @name
 *
 * Makes a name that every system can have and that no other file of the archive has.
 *
 * Returns: (transfer full): its path in the archive, taken for it
 */
char *
mtr_archive_dup_path (MtrArchive *self,
                      const char *folder,
                      const char *name,
                      const char *extension)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  const char *dot = extension == NULL ? find_extension (stripped) : NULL;
  g_autofree char *beginning = dot != NULL ? g_strndup (stripped, (gsize) (dot - stripped)) : g_strdup (stripped);
  g_autofree char *stem = make_safe (beginning);
  const char *end = dot != NULL ? dot + 1 : extension;

  for (guint i = 1; ; i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf ("-%u", i) : g_strdup ("");
      g_autofree char *path = g_strconcat (folder != NULL ? folder : "", folder != NULL ? "/" : "", stem, number,
                                           end != NULL ? "." : "", end, NULL);
      char *folded = g_utf8_casefold (path, -1);

      if (g_hash_table_contains (self->paths, folded))
        {
          g_free (folded);
          continue;
        }
      g_hash_table_add (self->paths, folded);
      return g_steal_pointer (&path);
    }
}

/**
 * mtr_archive_add:
 * @self: an archive
 * @path: a path of mtr_archive_dup_path()
 * @content: what is in the file
 * @error: where an error goes
 *
 * Returns: whether it was written; %FALSE with the error of the stream
 */
gboolean
mtr_archive_add (MtrArchive  *self,
                 const char  *path,
                 GBytes      *content,
                 GError     **error)
{
  gsize size;
  const void *data = g_bytes_get_data (content, &size);

  mtr_archive_begin (self);

  if (!mtr_archive_write (self, data, size, error))
    return FALSE;
  mtr_archive_end (self, path);

  return TRUE;
}

/**
 * mtr_archive_begin:
 * @self: an archive
 *
 * Begins a file that comes piece by piece.
 */
void
mtr_archive_begin (MtrArchive *self)
{
  g_clear_pointer (&self->checksum, g_checksum_free);
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->start += self->size;
  self->size = 0;
}

/**
 * mtr_archive_write:
 * @self: an archive in which a file has begun
 * @data: (array length=size): more of it
 * @size: how many bytes
 * @error: where an error goes
 *
 * Returns: whether there was room for it
 */
gboolean
mtr_archive_write (MtrArchive  *self,
                   const void  *data,
                   gsize        size,
                   GError     **error)
{
  g_checksum_update (self->checksum, data, (gssize) size);
  self->size += size;

  return g_output_stream_write_all (self->stream, data, size, NULL, NULL, error);
}

/**
 * mtr_archive_end:
 * @self: an archive in which a file has been written
 * @path: a path of mtr_archive_dup_path()
 *
 * That was all of it.
 */
void
mtr_archive_end (MtrArchive *self,
                 const char *path)
{
  g_string_append_printf (self->sums, "%s  %s\n", g_checksum_get_string (self->checksum), path);
  mtr_zip_add_part (self->zip, path, self->path, self->start, self->size);
}

/**
 * mtr_archive_finish:
 * @self: an archive with all its files
 * @progress: (nullable): told how far it is, from 0 to 1
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: where an error goes
 *
 * Adds the list of sums and makes the zip, in place of what its file had.
 *
 * Returns: whether it was written; %FALSE with an error of %G_IO_ERROR
 */
gboolean
mtr_archive_finish (MtrArchive          *self,
                    MtrArchiveProgress   progress,
                    gpointer             user_data,
                    GCancellable        *cancellable,
                    GError             **error)
{
  g_autoptr (GBytes) sums = g_bytes_new (self->sums->str, self->sums->len);
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GFileOutputStream) target = NULL;
  g_autoptr (GCancellable) undone = g_cancellable_new ();

  if (!g_output_stream_close (self->stream, NULL, error))
    return FALSE;
  /* What it reads from is in its place until it is whole. */
  target = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, error);
  if (target == NULL)
    return FALSE;

  mtr_zip_add_bytes (self->zip, MTR_ARCHIVE_SUMS, sums, TRUE);
  if (mtr_zip_write (self->zip, G_OUTPUT_STREAM (target), progress, user_data, cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (target), NULL, error);

  g_cancellable_cancel (undone);
  g_output_stream_close (G_OUTPUT_STREAM (target), undone, NULL);

  return FALSE;
}
