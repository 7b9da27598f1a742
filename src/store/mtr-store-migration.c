/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings a file of an older version of the schema to this one, step by step,
 * each step whole or not at all, after a copy of the file as it was has been
 * put beside it. A step leaves the very statements that a new file is made
 * with in the schema, because that is what a file is checked against; where
 * ALTER would write others, it makes the table anew.
 */

#include "mtr-store-private.h"

#include <glib/gi18n-lib.h>

const MtrStoreMigration mtr_store_migrations[] = {
  { 0 },
};

static gboolean
check_references (MtrStoreFile *file,
                  GError      **error)
{
  mtr_auto_statement statement = mtr_store_file_prepare (file, "PRAGMA foreign_key_check", error);
  gboolean row;

  if (!mtr_store_file_step (file, statement, &row, error))
    return FALSE;
  if (row)
    mtr_store_set_sqlite_error (file, SQLITE_CORRUPT, error);

  return !row;
}

static const MtrStoreMigration *
find_step (const MtrStoreMigration *steps,
           int                      to_version)
{
  for (; steps->to_version != 0; steps++)
    if (steps->to_version == to_version)
      return steps;

  return NULL;
}

static gboolean
do_step (MtrStoreFile            *file,
         const MtrStoreMigration *step,
         GError                 **error)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d", step->to_version);
  gboolean done;

  /* Inside a transaction this switch does nothing. */
  if (step->rebuilds && !mtr_store_file_execute (file, "PRAGMA foreign_keys = OFF", error))
    return FALSE;

  done = mtr_store_file_begin (file, error);
  if (done)
    {
      done = (step->sql == NULL || mtr_store_file_execute (file, step->sql, error)) &&
             (step->run == NULL || step->run (file, error)) && check_references (file, error) &&
             mtr_store_file_execute (file, version, error) && mtr_store_file_commit (file, error);
      if (!done)
        mtr_store_file_roll_back (file);
    }
  if (step->rebuilds && !mtr_store_file_execute (file, "PRAGMA foreign_keys = ON", done ? error : NULL))
    return FALSE;
  if (done)
    file->schema_version = step->to_version;

  return done;
}

/**
 * mtr_store_file_migrate:
 * @file: a file whose connection is open
 * @steps: what to do, ending with a step to version 0
 * @version: the version to reach
 * @error: return location for an error
 *
 * Nothing is undone past a migration, because the entries of the history carry the version they were written under.
 *
 * Returns: whether the file is of @version now; else it is as it was, or of a version on the way there
 */
gboolean
mtr_store_file_migrate (MtrStoreFile            *file,
                        const MtrStoreMigration *steps,
                        int                      version,
                        GError                 **error)
{
  g_autofree char *backup = g_strdup_printf ("%s.v%d.bak", file->path, file->schema_version);

  if (file->read_only != MTR_STORE_WRITABLE)
    {
      mtr_store_set_error (error, MTR_STORE_ERROR_READ_ONLY,
                           _("This file was made by an older version of this program and has to be brought up to date, "
                             "but it can only be read here. Copy it to a folder of your own and open it there."));
      return FALSE;
    }
  if (!check_references (file, error) || !mtr_store_file_copy (file, backup, error))
    return FALSE;

  while (file->schema_version < version)
    {
      const MtrStoreMigration *step = find_step (steps, file->schema_version + 1);

      if (step == NULL)
        {
          mtr_store_set_sqlite_error (file, SQLITE_CORRUPT, error);
          return FALSE;
        }
      if (!do_step (file, step, error))
        return FALSE;
    }

  return TRUE;
}
