/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one place where an error becomes words for a person: what happened, that
 * nothing was lost, and what to do.
 */

#include "mtr-error-words.h"

#include "mtr-store.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

static const struct {
  MtrStoreError  code;
  const char    *words;  /* %s is the name of the file */
} store_words[] = {
  { MTR_STORE_ERROR_NOT_FOUND, N_("“%s” is not there any more. It may have been moved or renamed; choose it where it is now.") },
  { MTR_STORE_ERROR_NOT_OURS, N_("“%s” is not a mentoring programme, so it was left as it is. Choose a file that ends in .mentoring.") },
  { MTR_STORE_ERROR_NEWER, N_("“%s” was made by a newer version of Mentoring. It was left as it is; update Mentoring to open it.") },
  { MTR_STORE_ERROR_TRUNCATED, N_("“%s” is not complete: its end is missing. It was left as it is. Perhaps it was still being copied; copy it again, or open a backup.") },
  { MTR_STORE_ERROR_CORRUPT, N_("“%s” is damaged. It was left as it is. Open a backup or an earlier copy.") },
  { MTR_STORE_ERROR_LOCKED, N_("“%s” is in use by another program. Nothing was changed. Close it there, then try again.") },
  { MTR_STORE_ERROR_NO_FOLDER, N_("“%s” was not written: its folder is not there any more. Choose another folder.") },
  { MTR_STORE_ERROR_LINK_LOOP, N_("“%s” is a link that leads back to itself, and to no file. Choose the file itself.") },
  { MTR_STORE_ERROR_NAME_TOO_LONG, N_("The name “%s” is too long. Nothing was changed; choose a shorter one.") },
  { MTR_STORE_ERROR_EXISTS, N_("There is a file “%s” already, and it was left as it is. Choose another name or another folder.") },
  { MTR_STORE_ERROR_PERMISSION, N_("You have no permission to open “%s”. Nothing was changed. Ask whoever looks after this folder.") },
  { MTR_STORE_ERROR_READ_ONLY, N_("“%s” is open for reading only, so this was not done. Save a copy to work on it.") },
  { MTR_STORE_ERROR_DISK_FULL, N_("Not saved: the disk with “%s” is full. Your words are safe in this window. Make room, or save a copy elsewhere.") },
  { MTR_STORE_ERROR_IO, N_("Not saved: the disk with “%s” does not answer. Your words are safe in this window. Save a copy elsewhere.") },
};

/**
 * mtr_error_to_words:
 * @error: what went wrong
 * @path: (nullable): the file it went wrong with
 *
 * Returns: (transfer full): a sentence or two for a person
 */
char *
mtr_error_to_words (const GError *error,
                    const char   *path)
{
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : g_strdup (_("The file"));

  if (error->domain == MTR_STORE_ERROR)
    for (gsize i = 0; i < G_N_ELEMENTS (store_words); i++)
      if ((int) store_words[i].code == error->code)
        {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
          return g_strdup_printf (_(store_words[i].words), name);
#pragma GCC diagnostic pop
        }

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_strdup (_("Stopped. Nothing was changed."));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return g_strdup_printf (_("“%s” was not written: the disk is full. What was there before is unchanged. Make room, or choose another folder."), name);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return g_strdup_printf (_("“%s” was not written: you have no permission in that folder. Choose another one."), name);

  return g_strdup (error->message);
}

/**
 * mtr_error_to_opening_words:
 * @error: why a file was not opened
 * @path: the file
 *
 * The same where nothing has been written yet: then no words can be in danger.
 *
 * Returns: (transfer full): a sentence or two for a person
 */
char *
mtr_error_to_opening_words (const GError *error,
                            const char   *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (g_error_matches (error, MTR_STORE_ERROR, MTR_STORE_ERROR_IO))
    return g_strdup_printf (_("“%s” cannot be read: its disk does not answer. Nothing was changed. See whether the disk is connected, or open a copy."), name);

  return mtr_error_to_words (error, path);
}
