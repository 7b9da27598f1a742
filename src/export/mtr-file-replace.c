/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts a finished file where the user wants it: the whole new one or the whole
 * old one, never half of either, and readable by its owner alone.
 */

#include "mtr-file-replace.h"

#include "mtr-messages.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* How every SQLite file begins, and so every programme. */
#define PROGRAMME_BEGINS "SQLite format 3"

G_DEFINE_QUARK (mtr-export-error-quark, mtr_export_error)

static const struct {
  int             file_error;   /* of G_FILE_ERROR */
  MtrExportError  code;
  const char     *message;      /* untranslated; %s is the name of the file */
} reasons[] = {
  { G_FILE_ERROR_NOSPC, MTR_EXPORT_ERROR_NO_SPACE,
    N_("“%s” was not saved: the disk is full. What was there before is unchanged. Make room, or save it elsewhere.") },
  { G_FILE_ERROR_ACCES, MTR_EXPORT_ERROR_PERMISSION,
    N_("“%s” was not saved: you may not write there. Nothing was changed. Choose another folder.") },
  { G_FILE_ERROR_PERM, MTR_EXPORT_ERROR_PERMISSION,
    N_("“%s” was not saved: you may not write there. Nothing was changed. Choose another folder.") },
  { G_FILE_ERROR_ROFS, MTR_EXPORT_ERROR_PERMISSION,
    N_("“%s” was not saved: this disk can only be read. Nothing was changed. Choose another folder.") },
  { G_FILE_ERROR_NOENT, MTR_EXPORT_ERROR_NO_FOLDER,
    N_("“%s” was not saved: the folder is not there. Choose another folder.") },
  { G_FILE_ERROR_NOTDIR, MTR_EXPORT_ERROR_NO_FOLDER,
    N_("“%s” was not saved: the folder is not there. Choose another folder.") },
  { G_FILE_ERROR_ISDIR, MTR_EXPORT_ERROR_NO_FOLDER,
    N_("“%s” was not saved: that is the name of a folder. Choose another name.") },
  { G_FILE_ERROR_NAMETOOLONG, MTR_EXPORT_ERROR_TARGET,
    N_("“%s” was not saved: the name is too long. Choose a shorter one.") },
};

static gboolean
is_programme (const char *path)
{
  char bytes[sizeof PROGRAMME_BEGINS] = { 0 };
  FILE *file = g_fopen (path, "rbe");
  gsize n_bytes;

  /* What cannot be read cannot be told; writing says why. */
  if (file == NULL)
    return FALSE;
  n_bytes = fread (bytes, 1, sizeof bytes, file);
  fclose (file);

  return n_bytes == sizeof bytes && memcmp (bytes, PROGRAMME_BEGINS, sizeof bytes) == 0;
}

static gboolean
refuse (const char  *path,
        int          file_error,
        const char  *message,
        GError     **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (file_error == reasons[i].file_error)
      {
        g_autoptr (GString) words = g_string_new (_(reasons[i].message));

        g_string_replace (words, "%s", name, 1);
        g_set_error_literal (error, MTR_EXPORT_ERROR, reasons[i].code, words->str);
        return FALSE;
      }

  g_set_error (error, MTR_EXPORT_ERROR, MTR_EXPORT_ERROR_IO,
               /* Translators: the name of a file, then what the system says. */
               _("“%s” was not saved (%s). What was there before is unchanged. Try again, or save it elsewhere."),
               name, message);

  return FALSE;
}

static gboolean
check_target (const char  *path,
              GError     **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  GStatBuf status;

  /* That it is not there is for the writing to say. */
  if (g_stat (path, &status) != 0)
    return TRUE;
  if (S_ISDIR (status.st_mode))
    return refuse (path, G_FILE_ERROR_ISDIR, NULL, error);
  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, MTR_EXPORT_ERROR, MTR_EXPORT_ERROR_TARGET,
                   _("“%s” was not saved: what has that name is not a file. It was left as it is. Choose another name."),
                   name);
      return FALSE;
    }
  if (is_programme (path))
    {
      g_set_error (error, MTR_EXPORT_ERROR, MTR_EXPORT_ERROR_TARGET,
                   _("“%s” was not saved: that is the name of a programme. It was left as it is. Choose another name."),
                   name);
      return FALSE;
    }

  return TRUE;
}

/* Who saves by the name of a link means the file that it leads to. */
static char *
dup_target (const char *path)
{
  char *led_to = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? realpath (path, NULL) : NULL;
  char *target = g_strdup (led_to != NULL ? led_to : path);

  free (led_to);

  return target;
}

/**
 * mtr_file_replace:
 * @path: where the file goes, in the encoding of file names
 * @bytes: all of it
 * @error: where an error goes
 *
 * Writes a new file beside the old one, has it on the disk, and only then gives it the name. When this returns %TRUE, a
 * power cut does not take it back. The file can be read by its owner only. A programme is never replaced, nor what is
 * not a file: one slip in a name would cost a year of work. Where the name is that of a link, the link stays.
 *
 * Returns: whether the file is there; %FALSE with an error of %MTR_EXPORT_ERROR, and then the old file is as it was
 */
gboolean
mtr_file_replace (const char  *path,
                  GBytes      *bytes,
                  GError     **error)
{
  g_autofree char *target = dup_target (path);
  g_autoptr (GError) reason = NULL;
  gconstpointer data;
  gsize size;

  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);

  if (!check_target (path, error))
    return FALSE;

  data = g_bytes_get_data (bytes, &size);
  if (g_file_set_contents_full (target, data != NULL ? data : "", (gssize) size,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &reason))
    return TRUE;

  return refuse (path, reason->code, reason->message, error);
}

/* How streams say what files say otherwise. */
static int
to_file_error (const GError *reason)
{
  static const struct {
    int io_error;
    int file_error;
  } pairs[] = {
    { G_IO_ERROR_NO_SPACE, G_FILE_ERROR_NOSPC },
    { G_IO_ERROR_PERMISSION_DENIED, G_FILE_ERROR_ACCES },
    { G_IO_ERROR_READ_ONLY, G_FILE_ERROR_ROFS },
    { G_IO_ERROR_NOT_FOUND, G_FILE_ERROR_NOENT },
    { G_IO_ERROR_IS_DIRECTORY, G_FILE_ERROR_ISDIR },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_error_matches (reason, G_IO_ERROR, pairs[i].io_error))
      return pairs[i].file_error;

  return G_FILE_ERROR_FAILED;
}

static gboolean
sync_path (const char *path)
{
  int descriptor = open (path, O_RDONLY | O_CLOEXEC);
  gboolean synced = descriptor >= 0 && fsync (descriptor) == 0;
  int problem = errno;

  if (descriptor >= 0)
    close (descriptor);
  errno = problem;

  return synced;
}

/**
 * mtr_file_replace_with:
 * @path: where the file goes, in the encoding of file names
 * @write_file: writes it, under another name beside it
 * @user_data: for @write_file
 * @error: where an error goes
 *
 * As mtr_file_replace(), for a file that is too large to be held in memory.
 *
 * Returns: whether the file is there; %FALSE with an error of %MTR_EXPORT_ERROR or one that @write_file had, and then the old
 *   file is as it was
 */
gboolean
mtr_file_replace_with (const char    *path,
                       MtrFileWrite   write_file,
                       gpointer       user_data,
                       GError       **error)
{
  g_autofree char *target = dup_target (path);
  g_autofree char *beside = g_strconcat (target, ".XXXXXX", NULL);
  g_autoptr (GError) reason = NULL;
  int descriptor;

  g_return_val_if_fail (path != NULL && write_file != NULL, FALSE);

  if (!check_target (path, error))
    return FALSE;
  descriptor = g_mkstemp_full (beside, O_RDWR | O_CLOEXEC, 0600);
  if (descriptor < 0)
    return refuse (path, g_file_error_from_errno (errno), g_strerror (errno), error);

  close (descriptor);
  if (write_file (beside, user_data, &reason))
    {
      if (sync_path (beside) && g_rename (beside, target) == 0)
        {
          g_autofree char *folder = g_path_get_dirname (target);

          /* What was renamed stays so after a power cut only when its folder is on the disk. */
          sync_path (folder);
          return TRUE;
        }
      g_set_error_literal (&reason, G_IO_ERROR, (int) g_io_error_from_errno (errno), g_strerror (errno));
    }
  g_unlink (beside);
  if (reason->domain == G_IO_ERROR && !g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return refuse (path, to_file_error (reason), reason->message, error);

  g_propagate_error (error, g_steal_pointer (&reason));

  return FALSE;
}
