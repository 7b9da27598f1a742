/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts a finished file where the user wants it: the whole new one or the whole
 * old one, never half of either, and readable by its owner alone.
 */

#include "mtr-file-replace.h"

#include "mtr-messages.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

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
check_target (const char  *path,
              GError     **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  GStatBuf status;

  /* That it is not there, or a folder, is for the writing to say. */
  if (g_stat (path, &status) != 0 || S_ISDIR (status.st_mode))
    return TRUE;
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

/**
 * mtr_file_replace:
 * @path: where the file goes, in the encoding of file names
 * @bytes: all of it
 * @error: where an error goes
 *
 * Writes a new file beside the old one, has it on the disk, and only then gives it the name. When this returns %TRUE, a
 * power cut does not take it back. The file can be read by its owner only. A programme is never replaced, nor what is
 * not a file: one slip in a name would cost a year of work.
 *
 * Returns: whether the file is there; %FALSE with an error of %MTR_EXPORT_ERROR, and then the old file is as it was
 */
gboolean
mtr_file_replace (const char  *path,
                  GBytes      *bytes,
                  GError     **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *name = NULL;
  gconstpointer data;
  gsize size;

  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);

  if (!check_target (path, error))
    return FALSE;

  data = g_bytes_get_data (bytes, &size);
  if (g_file_set_contents_full (path, data != NULL ? data : "", (gssize) size,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &reason))
    return TRUE;

  name = g_filename_display_basename (path);
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_error_matches (reason, G_FILE_ERROR, reasons[i].file_error))
      {
        g_autoptr (GString) message = g_string_new (_(reasons[i].message));

        g_string_replace (message, "%s", name, 1);
        g_set_error_literal (error, MTR_EXPORT_ERROR, reasons[i].code, message->str);
        return FALSE;
      }

  g_set_error (error, MTR_EXPORT_ERROR, MTR_EXPORT_ERROR_IO,
               /* Translators: the name of a file, then what the system says. */
               _("“%s” was not saved (%s). What was there before is unchanged. Try again, or save it elsewhere."),
               name, reason->message);

  return FALSE;
}
