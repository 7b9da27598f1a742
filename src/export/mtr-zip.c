/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Zips that are the same to the last byte wherever and whenever they are made:
 * every file is of one day, belongs to nobody, and has no extra field, so that
 * an OpenDocument text is known by its first bytes.
 */

#include "mtr-zip-private.h"

/* libzip keeps moments as the clock here shows them, and where summer time begins at midnight, that day has none. Noon is
 * everywhere. As DOS wrote it: hours from the eleventh bit on. */
#define NOON (12 << 11)
#define FIRST_YEAR 1980
#define LAST_YEAR 2107
#define PLAIN_FILE (0100644U << 16)
#define LEVEL 6
/* How often progress is told. */
#define PRECISION 0.01

struct _MtrZip {
  zip_t          *zip;        /* (owned) (nullable): NULL once it is written, or cannot be */
  zip_error_t     problem;    /* the first of them */
  guint16         day;        /* as DOS wrote it */
  MtrZipProgress  progress;   /* (nullable) */
  gpointer        user_data;
};

/* Keeps why something failed, where nothing failed before. */
static void
keep_problem (MtrZip      *self,
              zip_error_t *problem)
{
  if (zip_error_code_zip (&self->problem) == ZIP_ER_OK)
    zip_error_set (&self->problem, zip_error_code_zip (problem), zip_error_code_system (problem));
}

/*< private >
 * mtr_zip_new:
 * @target: (transfer full) (nullable): where it goes; what was there is replaced when all is written
 * @date: the day that every file in it is of, from 1980 on
 *
 * Returns: (transfer full): a zip without files
 */
MtrZip *
mtr_zip_new (zip_source_t *target,
             const GDate  *date)
{
  MtrZip *self = g_new0 (MtrZip, 1);
  guint year = CLAMP (g_date_get_year (date), FIRST_YEAR, LAST_YEAR) - FIRST_YEAR;
  zip_error_t problem;

  zip_error_init (&problem);
  zip_error_init (&self->problem);
  self->day = (guint16) (year << 9 | (guint) g_date_get_month (date) << 5 | g_date_get_day (date));
  if (target == NULL)
    zip_error_set (&problem, ZIP_ER_MEMORY, 0);
  else
    self->zip = zip_open_from_source (target, ZIP_CREATE | ZIP_TRUNCATE, &problem);
  if (self->zip == NULL)
    {
      keep_problem (self, &problem);
      zip_source_free (target);
    }
  zip_error_fini (&problem);

  return self;
}

/*< private >
 * mtr_zip_free:
 * @self: (transfer full): a zip; where it is not written, nothing of it stays
 */
void
mtr_zip_free (MtrZip *self)
{
  if (self->zip != NULL)
    zip_discard (self->zip);
  zip_error_fini (&self->problem);
  g_free (self);
}

/*< private >
 * mtr_zip_add:
 * @self: a zip
 * @name: path in the zip, with "/" between folders
 * @content: (transfer full) (nullable): what is in the file; read by mtr_zip_finish()
 * @compressed: whether it is made smaller
 *
 * Whether that went well is for mtr_zip_finish() to say.
 */
void
mtr_zip_add (MtrZip       *self,
             const char   *name,
             zip_source_t *content,
             gboolean      compressed)
{
  zip_int64_t place = self->zip != NULL && content != NULL ? zip_file_add (self->zip, name, content, ZIP_FL_ENC_UTF_8) : -1;

  if (place < 0)
    zip_source_free (content);
  if (self->zip == NULL)
    return;

  if (place < 0 ||
      zip_set_file_compression (self->zip, (zip_uint64_t) place, compressed ? ZIP_CM_DEFLATE : ZIP_CM_STORE, LEVEL) != 0 ||
      zip_file_set_dostime (self->zip, (zip_uint64_t) place, NOON, self->day, 0) != 0 ||
      zip_file_set_external_attributes (self->zip, (zip_uint64_t) place, 0, ZIP_OPSYS_UNIX, PLAIN_FILE) != 0)
    keep_problem (self, zip_get_error (self->zip));
}

static gboolean
fail (zip_error_t  *problem,
      GError      **error)
{
  int code = G_IO_ERROR_FAILED;

  if (zip_error_code_zip (problem) == ZIP_ER_CANCELLED)
    code = G_IO_ERROR_CANCELLED;
  else if (zip_error_system_type (problem) == ZIP_ET_SYS)
    code = (int) g_io_error_from_errno (zip_error_code_system (problem));
  g_set_error_literal (error, G_IO_ERROR, code, zip_error_strerror (problem));

  return FALSE;
}

static void
progress_cb (zip_t  *zip,
             double  fraction,
             void   *user_data)
{
  MtrZip *self = user_data;

  self->progress (fraction, self->user_data);
}

static int
cancel_cb (zip_t *zip,
           void  *user_data)
{
  return g_cancellable_is_cancelled (user_data);
}

/*< private >
 * mtr_zip_finish:
 * @self: a zip with all its files
 * @progress: (nullable): told how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: where an error goes
 *
 * Reads the files, writes the zip, and puts it where it goes.
 *
 * Returns: whether it was written; %FALSE with an error of %G_IO_ERROR, and then what was there is as it was
 */
gboolean
mtr_zip_finish (MtrZip          *self,
                MtrZipProgress   progress,
                gpointer         user_data,
                GCancellable    *cancellable,
                GError         **error)
{
  if (zip_error_code_zip (&self->problem) != ZIP_ER_OK)
    return fail (&self->problem, error);

  self->progress = progress;
  self->user_data = user_data;
  if (progress != NULL)
    zip_register_progress_callback_with_state (self->zip, PRECISION, progress_cb, NULL, self);
  if (cancellable != NULL)
    zip_register_cancel_callback_with_state (self->zip, cancel_cb, NULL, cancellable);
  if (zip_close (self->zip) != 0)
    return fail (zip_get_error (self->zip), error);
  self->zip = NULL;

  return TRUE;
}

/*< private >
 * mtr_zip_read:
 * @target: where a zip has been written
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): all of it; %NULL with an error of %G_IO_ERROR
 */
GBytes *
mtr_zip_read (zip_source_t  *target,
              GError       **error)
{
  g_autofree guint8 *data = NULL;
  zip_stat_t status;
  gboolean was_read;

  if (zip_source_stat (target, &status) != 0 || zip_source_open (target) != 0)
    {
      fail (zip_source_error (target), error);
      return NULL;
    }
  data = g_malloc (status.size);
  was_read = zip_source_read (target, data, status.size) == (zip_int64_t) status.size;
  zip_source_close (target);
  if (!was_read)
    {
      fail (zip_source_error (target), error);
      return NULL;
    }

  return g_bytes_new_take (g_steal_pointer (&data), status.size);
}
