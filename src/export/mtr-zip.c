/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes zips as the specification of OpenDocument packages wants them: the
 * first file stored, no extra fields, and size and sum of every file before its
 * content. libarchive puts extra fields before the content and the sum after
 * it, so that neither a strict reader nor who looks at the first bytes knows
 * its zips for text documents. Times are those of one day and owners are left
 * out: the same content gives the same bytes. Past 4 GB or 65,535 files it goes
 * on as zip64.
 */

#include "mtr-zip-private.h"

#include "mtr-messages.h"

#include <string.h>

#define METHOD_STORED   0
#define METHOD_DEFLATED 8
#define NAMES_ARE_UTF8  (1 << 11)
#define MADE_BY_UNIX    (3 << 8)
#define VERSION         20
#define VERSION_64      45
#define PLAIN_FILE      (0100644U << 16)
#define FULL_16         0xffffU
#define FULL_32         0xffffffffU

struct _MtrZip {
  GOutputStream *stream;      /* (owned) */
  GByteArray    *directory;   /* (owned): what comes after the last file */
  guint64        offset;
  guint64        n_files;
  guint16        day;         /* as DOS wrote it */

  /* Of a file that comes piece by piece, while it comes: */
  GOutputStream *packed;      /* (owned) (nullable): what it is made into */
  GOutputStream *packer;      /* (owned) (nullable) */
  guint32        sum;         /* so far, before its last step */
  guint64        size;
};

static void
add_16 (GByteArray *bytes,
        guint       value)
{
  guint16 number = GUINT16_TO_LE ((guint16) value);

  g_byte_array_append (bytes, (const guint8 *) &number, sizeof number);
}

static void
add_32 (GByteArray *bytes,
        guint32     value)
{
  guint32 number = GUINT32_TO_LE (value);

  g_byte_array_append (bytes, (const guint8 *) &number, sizeof number);
}

static void
add_64 (GByteArray *bytes,
        guint64     value)
{
  guint64 number = GUINT64_TO_LE (value);

  g_byte_array_append (bytes, (const guint8 *) &number, sizeof number);
}

/* The CRC of ISO 3309, which zips keep of every file: @sum goes on with more data. */
static guint32
add_to_sum (guint32       sum,
            const guint8 *data,
            gsize         size)
{
  static guint32 table[256];
  static gsize is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      for (guint32 i = 0; i < G_N_ELEMENTS (table); i++)
        {
          table[i] = i;
          for (int bit = 0; bit < 8; bit++)
            table[i] = (table[i] >> 1) ^ (table[i] & 1 ? 0xedb88320U : 0);
        }
      g_once_init_leave (&is_ready, 1);
    }
  for (gsize i = 0; i < size; i++)
    sum = (sum >> 8) ^ table[(sum ^ data[i]) & 0xff];

  return sum;
}

static gboolean
write_bytes (MtrZip      *self,
             const void  *data,
             gsize        size,
             GError     **error)
{
  if (!g_output_stream_write_all (self->stream, data, size, NULL, NULL, error))
    return FALSE;

  self->offset += size;

  return TRUE;
}

/*< private >
 * mtr_zip_new:
 * @stream: where it goes
 * @date: the day that every file in it is of, from 1980 on
 *
 * Returns: (transfer full): a zip without files
 */
MtrZip *
mtr_zip_new (GOutputStream *stream,
             const GDate   *date)
{
  MtrZip *self = g_new0 (MtrZip, 1);
  guint year = CLAMP (g_date_get_year (date), 1980, 2107) - 1980U;

  self->stream = g_object_ref (stream);
  self->directory = g_byte_array_new ();
  self->day = (guint16) (year << 9 | (guint) g_date_get_month (date) << 5 | g_date_get_day (date));

  return self;
}

/*< private >
 * mtr_zip_free:
 * @self: (transfer full): a zip
 */
void
mtr_zip_free (MtrZip *self)
{
  g_object_unref (self->stream);
  g_byte_array_unref (self->directory);
  g_clear_object (&self->packer);
  g_clear_object (&self->packed);
  g_free (self);
}

static gboolean
add_entry (MtrZip      *self,
           const char  *name,
           GBytes      *packed,
           int          method,
           guint32      sum,
           guint64      size,
           GError     **error)
{
  g_autoptr (GByteArray) common = g_byte_array_new ();
  g_autoptr (GByteArray) local = g_byte_array_new ();
  gsize length = strlen (name);
  guint64 offset = self->offset;
  gboolean is_far = offset >= FULL_32;

  if (length > FULL_16 || size >= FULL_32 || g_bytes_get_size (packed) >= FULL_32)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("a file in it has more than 4 GB"));
      return FALSE;
    }

  add_16 (common, g_str_is_ascii (name) ? 0 : NAMES_ARE_UTF8);
  add_16 (common, (guint) method);
  add_16 (common, 0);
  add_16 (common, self->day);
  add_32 (common, sum);
  add_32 (common, (guint32) g_bytes_get_size (packed));
  add_32 (common, (guint32) size);
  add_16 (common, (guint) length);

  add_32 (local, 0x04034b50);
  add_16 (local, VERSION);
  g_byte_array_append (local, common->data, common->len);
  add_16 (local, 0);
  g_byte_array_append (local, (const guint8 *) name, (guint) length);
  if (!write_bytes (self, local->data, local->len, error) ||
      !write_bytes (self, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed), error))
    return FALSE;

  add_32 (self->directory, 0x02014b50);
  add_16 (self->directory, MADE_BY_UNIX | (is_far ? VERSION_64 : VERSION));
  add_16 (self->directory, is_far ? VERSION_64 : VERSION);
  g_byte_array_append (self->directory, common->data, common->len);
  add_16 (self->directory, is_far ? 12 : 0);
  add_16 (self->directory, 0);
  add_16 (self->directory, 0);
  add_16 (self->directory, 0);
  add_32 (self->directory, PLAIN_FILE);
  add_32 (self->directory, is_far ? FULL_32 : (guint32) offset);
  g_byte_array_append (self->directory, (const guint8 *) name, (guint) length);
  if (is_far)
    {
      add_16 (self->directory, 1);
      add_16 (self->directory, 8);
      add_64 (self->directory, offset);
    }
  self->n_files++;

  return TRUE;
}

/*< private >
 * mtr_zip_add:
 * @self: a zip
 * @name: path in the zip, with "/" between folders
 * @content: what is in the file
 * @compressed: whether it may be made smaller
 * @error: where an error goes
 *
 * Returns: whether it was written; %FALSE with the error of the stream
 */
gboolean
mtr_zip_add (MtrZip      *self,
             const char  *name,
             GBytes      *content,
             gboolean     compressed,
             GError     **error)
{
  gsize size;
  const void *data = g_bytes_get_data (content, &size);

  if (!compressed)
    return add_entry (self, name, content, METHOD_STORED, add_to_sum (FULL_32, data, size) ^ FULL_32, size, error);

  mtr_zip_begin (self);

  return mtr_zip_write (self, data, size, error) && mtr_zip_end (self, name, error);
}

/*< private >
 * mtr_zip_begin:
 * @self: a zip
 *
 * Begins a file that comes piece by piece. Only what it is compressed to is kept in memory.
 */
void
mtr_zip_begin (MtrZip *self)
{
  g_autoptr (GConverter) compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 6));

  g_clear_object (&self->packer);
  g_clear_object (&self->packed);
  self->packed = g_memory_output_stream_new_resizable ();
  self->packer = g_converter_output_stream_new (self->packed, compressor);
  self->sum = FULL_32;
  self->size = 0;
}

/*< private >
 * mtr_zip_write:
 * @self: a zip in which a file has begun
 * @data: (array length=size): more of the file
 * @size: how many bytes
 * @error: where an error goes
 *
 * Returns: whether there was room for it
 */
gboolean
mtr_zip_write (MtrZip      *self,
               const void  *data,
               gsize        size,
               GError     **error)
{
  self->sum = add_to_sum (self->sum, data, size);
  self->size += size;

  return g_output_stream_write_all (self->packer, data, size, NULL, NULL, error);
}

/*< private >
 * mtr_zip_end:
 * @self: a zip in which a file has begun
 * @name: path of the file, with "/" between folders
 * @error: where an error goes
 *
 * Returns: whether it was written; %FALSE with the error of the stream
 */
gboolean
mtr_zip_end (MtrZip      *self,
             const char  *name,
             GError     **error)
{
  g_autoptr (GOutputStream) packed = g_steal_pointer (&self->packed);
  g_autoptr (GOutputStream) packer = g_steal_pointer (&self->packer);
  g_autoptr (GBytes) bytes = NULL;

  if (!g_output_stream_close (packer, NULL, error))
    return FALSE;
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (packed));

  return add_entry (self, name, bytes, METHOD_DEFLATED, self->sum ^ FULL_32, self->size, error);
}

/*< private >
 * mtr_zip_finish:
 * @self: a zip with all its files
 * @error: where an error goes
 *
 * Writes the list of the files, without which it is no zip.
 *
 * Returns: whether it was written; %FALSE with the error of the stream
 */
gboolean
mtr_zip_finish (MtrZip  *self,
                GError **error)
{
  guint64 start = self->offset;
  guint64 size = self->directory->len;
  gboolean is_far = start >= FULL_32 || self->n_files >= FULL_16;
  GByteArray *end = self->directory;

  if (is_far)
    {
      add_32 (end, 0x06064b50);
      add_64 (end, 44);
      add_16 (end, MADE_BY_UNIX | VERSION_64);
      add_16 (end, VERSION_64);
      add_32 (end, 0);
      add_32 (end, 0);
      add_64 (end, self->n_files);
      add_64 (end, self->n_files);
      add_64 (end, size);
      add_64 (end, start);
      add_32 (end, 0x07064b50);
      add_32 (end, 0);
      add_64 (end, start + size);
      add_32 (end, 1);
    }
  add_32 (end, 0x06054b50);
  add_16 (end, 0);
  add_16 (end, 0);
  add_16 (end, (guint) MIN (self->n_files, FULL_16));
  add_16 (end, (guint) MIN (self->n_files, FULL_16));
  add_32 (end, (guint32) MIN (size, FULL_32));
  add_32 (end, (guint32) MIN (start, FULL_32));
  add_16 (end, 0);

  return write_bytes (self, end->data, end->len, error) && g_output_stream_flush (self->stream, NULL, error);
}
