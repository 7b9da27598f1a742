/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opens and makes programme files. A file is looked at before SQLite sees it,
 * so that each thing that can be wrong has its own sentence; it is locked for
 * as long as it is open; and opening changes nothing in it, but for what an
 * interrupted save left behind.
 */

#include "mtr-store-private.h"

#include "mtr-config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADER_SIZE 100

/* How a check says that the disk failed, and not the file. */
#define READ_ERROR "error code="

/* SQLite locks the bytes from 0x40000000 on, for the length of a transaction; this one, right behind them, is held for
 * as long as the file is open. */
#define LOCK_BYTE G_GINT64_CONSTANT (0x40000400)

/* Files up to this size are checked whole each time; larger ones where saving was interrupted. */
#define QUICK_CHECK_SIZE (2 * 1024 * 1024)

typedef struct {
  gint64   size;
  guint32  page_size;
  guint32  n_pages;
  guint32  application_id;
  guint32  user_version;
  gboolean wal;
} Header;

static gboolean
set_system_error (int           system_error,
                  const char   *path,
                  GError      **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  switch (system_error)
    {
    case ENOENT:
    case ENOTDIR:
      mtr_store_set_error (error, MTR_STORE_ERROR_NOT_FOUND,
                           /* Translators: %s is the name of a file, here and below */
                           _("There is no file “%s” here. It may have been moved or renamed."), name);
      break;
    case ELOOP:
      mtr_store_set_error (error, MTR_STORE_ERROR_LINK_LOOP,
                           _("“%s” is a link that leads back to itself, and to no file. Choose the file itself."), name);
      break;
    case ENAMETOOLONG:
      mtr_store_set_error (error, MTR_STORE_ERROR_NAME_TOO_LONG,
                           _("The name “%s” is too long. Nothing was changed; choose a shorter one."), name);
      break;
    case EACCES:
    case EPERM:
      mtr_store_set_error (error, MTR_STORE_ERROR_PERMISSION,
                           _("You do not have permission to use “%s”. Ask whoever owns it."), name);
      break;
    case EROFS:
      mtr_store_set_error (error, MTR_STORE_ERROR_READ_ONLY,
                           _("“%s” is on a disk that can only be read. Choose another folder."), name);
      break;
    case ENOSPC:
    case EDQUOT:
      mtr_store_set_sqlite_error (NULL, SQLITE_FULL, error);
      break;
    default:
      mtr_store_set_error (error, MTR_STORE_ERROR_IO,
                           /* Translators: %2$s is what the system says: "Input/output error" */
                           _("The disk reported a fault with “%1$s” (%2$s). Nothing in it was changed."), name,
                           g_strerror (system_error));
      break;
    }

  return FALSE;
}

static guint32
read_big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* Closing any descriptor of a file lets go of the locks that SQLite holds on it in the same process. So descriptors of a
 * file that is open here more than once stay until the last is closed. */
static GMutex open_files_lock;
static GArray *open_files;  /* (element-type OpenFile) */

typedef struct {
  dev_t    device;
  ino_t    inode;
  int      fd;
  gboolean closed;
} OpenFile;

static void
remember_descriptor (int                fd,
                     const struct stat *status)
{
  OpenFile entry = { status->st_dev, status->st_ino, fd, FALSE };
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&open_files_lock);

  if (open_files == NULL)
    open_files = g_array_new (FALSE, FALSE, sizeof (OpenFile));
  g_array_append_val (open_files, entry);
}

static void
let_go (int fd)
{
  struct flock unlock = { .l_type = F_UNLCK, .l_whence = SEEK_SET, .l_start = LOCK_BYTE, .l_len = 1 };
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&open_files_lock);
  OpenFile mine = { 0 };
  gboolean in_use = FALSE;

  fcntl (fd, F_OFD_SETLK, &unlock);
  for (guint i = 0; i < open_files->len; i++)
    if (g_array_index (open_files, OpenFile, i).fd == fd)
      {
        g_array_index (open_files, OpenFile, i).closed = TRUE;
        mine = g_array_index (open_files, OpenFile, i);
      }
  for (guint i = 0; i < open_files->len; i++)
    {
      OpenFile *entry = &g_array_index (open_files, OpenFile, i);

      in_use = in_use || (entry->device == mine.device && entry->inode == mine.inode && !entry->closed);
    }
  for (guint i = open_files->len; !in_use && i > 0; i--)
    {
      OpenFile *entry = &g_array_index (open_files, OpenFile, i - 1);

      if (entry->device == mine.device && entry->inode == mine.inode)
        {
          close (entry->fd);
          g_array_remove_index_fast (open_files, i - 1);
        }
    }
  if (open_files->len == 0)
    g_clear_pointer (&open_files, g_array_unref);
}

/**
 * mtr_store_file_close:
 * @file: a file
 *
 * Closes the connection and lets go of the lock. A file that is not open is left alone.
 */
void
mtr_store_file_close (MtrStoreFile *file)
{
  mtr_store_file_disconnect (file);
  if (file->lock_fd >= 0)
    let_go (file->lock_fd);
  file->lock_fd = -1;
}

static gboolean
may_write_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return faccessat (AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) == 0;
}

/* Opens the descriptor that holds the lock, and finds out whether the file may be changed. */
static gboolean
lock_file (MtrStoreFile *file,
           GError      **error)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = LOCK_BYTE, .l_len = 1 };
  struct stat status;
  int fd = open (file->path, O_RDWR | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

  file->read_only = MTR_STORE_WRITABLE;
  if (fd < 0 && (errno == EACCES || errno == EROFS || errno == EPERM || errno == ETXTBSY))
    {
      file->read_only = MTR_STORE_READ_ONLY_MEDIA;
      fd = open (file->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    }
  if (fd < 0 && errno == EISDIR)
    {
      mtr_store_set_sqlite_error (file, SQLITE_NOTADB, error);
      return FALSE;
    }
  if (fd < 0)
    return set_system_error (errno, file->path, error);
  if (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode))
    {
      close (fd);
      mtr_store_set_sqlite_error (file, SQLITE_NOTADB, error);
      return FALSE;
    }
  remember_descriptor (fd, &status);
  file->lock_fd = fd;

  if (file->read_only == MTR_STORE_WRITABLE && !may_write_folder (file->path))
    file->read_only = MTR_STORE_READ_ONLY_MEDIA;
  /* Some network folders know no such locks; there SQLite's own have to do. */
  if (file->read_only == MTR_STORE_WRITABLE && fcntl (fd, F_OFD_SETLK, &lock) != 0 &&
      (errno == EAGAIN || errno == EACCES))
    file->read_only = MTR_STORE_READ_ONLY_LOCKED;

  return TRUE;
}

static gboolean
read_header (MtrStoreFile *file,
             Header       *header,
             GError      **error)
{
  static const char magic[16] = "SQLite format 3";
  guint8 bytes[HEADER_SIZE];
  struct stat status;
  gssize n_read = pread (file->lock_fd, bytes, sizeof bytes, 0);

  if (n_read < 0 || fstat (file->lock_fd, &status) != 0)
    return set_system_error (errno, file->path, error);
  if (n_read < (gssize) sizeof magic || memcmp (bytes, magic, sizeof magic) != 0)
    {
      mtr_store_set_sqlite_error (file, SQLITE_NOTADB, error);
      return FALSE;
    }
  if (n_read < HEADER_SIZE)
    {
      mtr_store_set_error (error, MTR_STORE_ERROR_TRUNCATED,
                           _("Part of this file is missing, as if copying it had stopped half-way. Nothing in it was "
                             "changed; copy it again, or open the newest backup of it."));
      return FALSE;
    }

  header->size = status.st_size;
  header->page_size = (guint32) bytes[16] << 8 | bytes[17];
  if (header->page_size == 1)
    header->page_size = 65536;
  header->n_pages = read_big_endian (bytes + 28);
  header->user_version = read_big_endian (bytes + 60);
  header->application_id = read_big_endian (bytes + 68);
  header->wal = bytes[18] == 2 || bytes[19] == 2;

  return TRUE;
}

static gboolean
has_content (const char *path,
             const char *suffix)
{
  g_autofree char *beside = g_strconcat (path, suffix, NULL);
  GStatBuf status;

  return g_stat (beside, &status) == 0 && status.st_size > 0;
}

/* What the header says; where a save was interrupted it may be half written, but for whose file it is. */
static gboolean
check_header (MtrStoreFile *file,
              const Header *header,
              gboolean      interrupted,
              GError      **error)
{
  if (header->application_id != MTR_STORE_APPLICATION_ID)
    {
      mtr_store_set_sqlite_error (file, SQLITE_NOTADB, error);
      return FALSE;
    }
  if (!interrupted && header->size < (gint64) header->n_pages * header->page_size)
    {
      mtr_store_set_error (error, MTR_STORE_ERROR_TRUNCATED,
                           _("Part of this file is missing, as if copying it had stopped half-way. Nothing in it was "
                             "changed; copy it again, or open the newest backup of it."));
      return FALSE;
    }

  return TRUE;
}

static int
authorize_cb (void       *user_data,
              int         action,
              const char *one,
              const char *two,
              const char *database,
              const char *trigger)
{
  return action == SQLITE_ATTACH || action == SQLITE_DETACH ? SQLITE_DENY : SQLITE_OK;
}

/**
 * mtr_store_file_set_guard:
 * @file: a file with a connection
 *
 * Refuses to attach other files. Whoever has set a stricter guard for a while sets this one again.
 */
void
mtr_store_file_set_guard (MtrStoreFile *file)
{
  sqlite3_set_authorizer (file->connection, authorize_cb, NULL);
}

static int
progress_cb (void *user_data)
{
  MtrStoreFile *file = user_data;

  return file->cancellable != NULL && g_cancellable_is_cancelled (file->cancellable);
}

/* The open recipe: nothing in a file that somebody else made is trusted. */
static gboolean
configure (MtrStoreFile *file,
           GError      **error)
{
  static const struct {
    int option;
    int value;
  } switches[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
    { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 1 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
  };
  static const struct {
    int limit;
    int value;
  } limits[] = {
    { SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024 },
    { SQLITE_LIMIT_SQL_LENGTH, 100 * 1000 },
    { SQLITE_LIMIT_COLUMN, 100 },
    { SQLITE_LIMIT_EXPR_DEPTH, 200 },
    { SQLITE_LIMIT_COMPOUND_SELECT, 5 },
    { SQLITE_LIMIT_VDBE_OP, 25000 },
    { SQLITE_LIMIT_FUNCTION_ARG, 8 },
    { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100 },
    { SQLITE_LIMIT_VARIABLE_NUMBER, 250 },
    { SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
    { SQLITE_LIMIT_WORKER_THREADS, 0 },
    { SQLITE_LIMIT_ATTACHED, 1 },
  };
  int code = SQLITE_OK;

  for (gsize i = 0; i < G_N_ELEMENTS (switches) && code == SQLITE_OK; i++)
    code = sqlite3_db_config (file->connection, switches[i].option, switches[i].value, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (file->connection, limits[i].limit, limits[i].value);
  if (code == SQLITE_OK)
    code = sqlite3_busy_timeout (file->connection, 2000);
  if (code != SQLITE_OK)
    {
      mtr_store_set_sqlite_error (file, code, error);
      return FALSE;
    }
  mtr_store_file_set_guard (file);
  sqlite3_progress_handler (file->connection, 1000, progress_cb, file);

  return mtr_store_file_execute (file, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; "
                                 "PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON", error) &&
         mtr_store_add_functions (file, error);
}

static gboolean
connect_to (MtrStoreFile *file,
            const char   *path,
            int           flags,
            GError      **error)
{
  int code;

  mtr_store_file_assert_thread (file);

  code = sqlite3_open_v2 (path, &file->connection, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (code != SQLITE_OK)
    {
      mtr_store_set_sqlite_error (file, code, error);
      return FALSE;
    }

  return configure (file, error);
}

static gboolean
get_pragma (MtrStoreFile *file,
            const char   *sql,
            char        **text,
            GError      **error)
{
  mtr_auto_statement statement = mtr_store_file_prepare (file, sql, error);
  gboolean row;

  if (!mtr_store_file_step (file, statement, &row, error))
    return FALSE;
  *text = row ? mtr_store_dup_text (statement, 0) : NULL;
  if (*text == NULL)
    *text = g_strdup ("");

  return TRUE;
}

/* Only read, a file whose last writer used a write-ahead log has to be taken as it is, for there is no place for the
 * files beside it. */
static char *
build_immutable_uri (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *escaped = g_uri_escape_string (absolute, "/", FALSE);

  return g_strdup_printf ("file:%s?immutable=1", escaped);
}

static gboolean
connect_file (MtrStoreFile *file,
              const Header *header,
              GError      **error)
{
  if (file->read_only != MTR_STORE_WRITABLE)
    {
      if (header->wal && file->read_only == MTR_STORE_READ_ONLY_MEDIA)
        {
          g_autofree char *uri = build_immutable_uri (file->path);

          if (has_content (file->path, "-wal"))
            {
              mtr_store_set_sqlite_error (file, SQLITE_READONLY_RECOVERY, error);
              return FALSE;
            }
          return connect_to (file, uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error);
        }
      return connect_to (file, file->path, SQLITE_OPEN_READONLY, error);
    }

  return connect_to (file, file->path, SQLITE_OPEN_READWRITE, error);
}

/* Copying a file with a write-ahead log without the log loses what was saved last, so we use none. This comes last, for
 * it writes to the file, and a file that is refused is not changed. */
static gboolean
leave_log (MtrStoreFile *file,
           const Header *header,
           GError      **error)
{
  g_autofree char *mode = NULL;

  if (!header->wal || file->read_only != MTR_STORE_WRITABLE)
    return TRUE;

  if (!get_pragma (file, "PRAGMA journal_mode = DELETE", &mode, error))
    return FALSE;
  if (!g_str_equal (mode, "delete"))
    {
      mtr_store_set_sqlite_error (file, SQLITE_BUSY, error);
      return FALSE;
    }

  return TRUE;
}

static gboolean
quick_check (MtrStoreFile *file,
             GError      **error)
{
  g_autofree char *result = NULL;
  const char *failed_read;
  int code = SQLITE_OK;

  if (!get_pragma (file, "PRAGMA quick_check (1)", &result, error))
    return FALSE;
  if (g_str_equal (result, "ok"))
    return TRUE;

  /* A page that the disk did not give is no damage to the file. */
  failed_read = strstr (result, READ_ERROR);
  if (failed_read != NULL)
    code = (int) g_ascii_strtoll (failed_read + strlen (READ_ERROR), NULL, 10);
  mtr_store_set_sqlite_error (file, code != SQLITE_OK ? code : SQLITE_CORRUPT, error);

  return FALSE;
}

static gboolean
read_version (MtrStoreFile *file,
              GError      **error)
{
  gint64 version;

  if (!mtr_store_file_get_number (file, mtr_store_file_prepare (file, "PRAGMA user_version", error), &version, error))
    return FALSE;
  file->schema_version = (int) version;
  if (version < 1)
    {
      mtr_store_set_sqlite_error (file, SQLITE_CORRUPT, error);
      return FALSE;
    }

  return TRUE;
}

/* Whether every field that this program knows can be read. */
static gboolean
check_tables (MtrStoreFile *file)
{
  for (int kind = 0; kind < MTR_N_KINDS; kind++)
    {
      g_autofree char *sql = mtr_store_build_select (kind, MTR_READER_OWNER, NULL);
      sqlite3_stmt *statement = NULL;
      int code = sqlite3_prepare_v2 (file->connection, sql, -1, &statement, NULL);

      sqlite3_finalize (statement);
      if (code != SQLITE_OK)
        return FALSE;
    }

  return TRUE;
}

static gboolean
accept_version (MtrStoreFile *file,
                GError      **error)
{
  if (file->schema_version < MTR_STORE_SCHEMA_VERSION)
    return mtr_store_file_migrate (file, mtr_store_migrations, MTR_STORE_SCHEMA_VERSION, error);
  if (file->schema_version == MTR_STORE_SCHEMA_VERSION)
    return TRUE;
  if (file->schema_version <= MTR_STORE_LAST_READABLE_VERSION && check_tables (file))
    {
      file->read_only = MTR_STORE_READ_ONLY_NEWER;
      return mtr_store_file_execute (file, "PRAGMA query_only = ON", error);
    }

  mtr_store_set_error (error, MTR_STORE_ERROR_NEWER,
                       _("This file was made by a newer version of this program. Nothing in it was changed; "
                         "update the program to open it."));
  return FALSE;
}

static gboolean
take_pack (MtrStoreFile *file,
           MtrPack      *pack)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&file->lock);

  return g_hash_table_replace (file->packs, g_strdup (mtr_pack_get_id (pack)), g_object_ref (pack));
}

/**
 * mtr_store_file_load_packs:
 * @file: a file
 * @error: return location for an error
 *
 * Returns: whether the packs that are kept in the file, and that the program can read, are known
 */
gboolean
mtr_store_file_load_packs (MtrStoreFile *file,
                           GError      **error)
{
  mtr_auto_statement statement = mtr_store_file_prepare (file, "SELECT id, version, source FROM pack", error);

  while (TRUE)
    {
      g_autoptr (GBytes) source = NULL;
      g_autoptr (MtrPack) pack = NULL;
      gboolean row;

      if (!mtr_store_file_step (file, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (file->lookup == NULL || sqlite3_column_type (statement, 0) != SQLITE_TEXT ||
          sqlite3_column_type (statement, 1) != SQLITE_TEXT)
        continue;
      source = g_bytes_new (sqlite3_column_blob (statement, 2), (gsize) sqlite3_column_bytes (statement, 2));
      pack = file->lookup ((const char *) sqlite3_column_text (statement, 0),
                           (const char *) sqlite3_column_text (statement, 1), source, file->lookup_data);
      if (pack != NULL)
        take_pack (file, pack);
    }
}

/* A file of this version from which a table was taken would be refused by one command and answered by another. */
static gboolean
has_tables (MtrStoreFile *file,
            GError      **error)
{
  if (file->schema_version != MTR_STORE_SCHEMA_VERSION || check_tables (file))
    return TRUE;

  mtr_store_set_sqlite_error (file, SQLITE_CORRUPT, error);

  return FALSE;
}

/* What is looked at once and kept while the file is open. */
static gboolean
read_beginnings (MtrStoreFile *file,
                 GError      **error)
{
  return mtr_store_file_get_number (file, mtr_store_file_prepare (file, "SELECT file_id FROM file", error),
                                    &file->file_id, error) &&
         mtr_store_file_get_number (file, mtr_store_file_prepare (file, "SELECT max (id) FROM history", error),
                                    &file->sitting_start, error) &&
         mtr_store_file_load_packs (file, error) && mtr_store_file_peek (file, error);
}

/**
 * mtr_store_file_open:
 * @file: a file that is not open
 * @error: return location for an error
 *
 * Returns: whether it is open now, if only for reading; else nothing of it is held
 */
gboolean
mtr_store_file_open (MtrStoreFile *file,
                     GError      **error)
{
  Header header = { 0 };
  gboolean interrupted = has_content (file->path, "-journal");

  if (lock_file (file, error) && read_header (file, &header, error) &&
      check_header (file, &header, interrupted || file->read_only == MTR_STORE_READ_ONLY_LOCKED, error) &&
      connect_file (file, &header, error) && read_version (file, error) &&
      ((!interrupted && header.size > QUICK_CHECK_SIZE) || quick_check (file, error)) &&
      accept_version (file, error) && has_tables (file, error) && read_beginnings (file, error) &&
      leave_log (file, &header, error))
    return TRUE;

  mtr_store_file_close (file);

  return FALSE;
}

static gboolean
write_pack (MtrStoreFile *file,
            MtrPack      *pack,
            GError      **error)
{
  g_autoptr (GBytes) source = mtr_pack_get_source (pack) != NULL ? g_bytes_ref (mtr_pack_get_source (pack))
                                                                 : g_bytes_new (NULL, 0);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, source);
  mtr_auto_statement statement =
    mtr_store_file_prepare (file, "INSERT OR REPLACE INTO pack (id, version, source, sha256) VALUES (?1, ?2, ?3, ?4)",
                            error);
  const char *version = mtr_pack_get_version (pack);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, mtr_pack_get_id (pack), -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 2, version != NULL ? version : "", -1, SQLITE_TRANSIENT);
  if (g_bytes_get_size (source) > 0)
    sqlite3_bind_blob64 (statement, 3, g_bytes_get_data (source, NULL), g_bytes_get_size (source), SQLITE_STATIC);
  else
    sqlite3_bind_zeroblob (statement, 3, 0);
  sqlite3_bind_text (statement, 4, sha256, -1, SQLITE_STATIC);

  return mtr_store_file_run (file, statement, error);
}

/**
 * mtr_store_file_add_pack:
 * @file: a file
 * @pack: a pack that the file does not have yet
 * @error: return location for an error
 *
 * Keeps the source of @pack in the file. A pack that is there already stays as it is: what was written under one version
 * is never read by another.
 *
 * Returns: whether it is kept
 */
gboolean
mtr_store_file_add_pack (MtrStoreFile *file,
                         MtrPack      *pack,
                         GError      **error)
{
  gboolean known;

  if (file->read_only != MTR_STORE_WRITABLE)
    {
      mtr_store_set_sqlite_error (file, SQLITE_READONLY, error);
      return FALSE;
    }

  g_mutex_lock (&file->lock);
  known = g_hash_table_contains (file->packs, mtr_pack_get_id (pack));
  g_mutex_unlock (&file->lock);
  if (known)
    return TRUE;

  if (!mtr_store_file_begin (file, error))
    return FALSE;
  if (!write_pack (file, pack, error))
    {
      mtr_store_file_roll_back (file);
      return FALSE;
    }
  if (!mtr_store_file_commit (file, error))
    return FALSE;
  take_pack (file, pack);

  return TRUE;
}

static gint64
new_file_id (MtrStoreFile *file)
{
  return mtr_id_new (mtr_store_file_now_us (file), mtr_store_file_random (file));
}

static gboolean
write_identity (MtrStoreFile *file,
                GError      **error)
{
  g_autofree char *now = mtr_store_file_now (file);
  guint32 salt[4];
  mtr_auto_statement statement =
    mtr_store_file_prepare (file, "INSERT INTO file (id, file_id, salt, created_at, program) VALUES (1, ?1, ?2, ?3, ?4)",
                            error);

  if (statement == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (salt); i++)
    salt[i] = mtr_store_file_random (file);
  sqlite3_bind_int64 (statement, 1, new_file_id (file));
  sqlite3_bind_blob (statement, 2, salt, sizeof salt, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, now, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, MTR_VERSION, -1, SQLITE_STATIC);

  return mtr_store_file_run (file, statement, error);
}

static gboolean
write_beginnings (MtrStoreFile *file,
                  MtrPack      *pack,
                  const char   *title,
                  GError      **error)
{
  g_autoptr (GPtrArray) statements = mtr_store_schema_build ();
  g_autoptr (MtrRecord) programme = mtr_record_new (MTR_KIND_PROGRAMME, new_file_id (file));
  g_autoptr (MtrChange) change = mtr_change_new ("");
  g_autofree char *version = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                              MTR_STORE_APPLICATION_ID, MTR_STORE_SCHEMA_VERSION);

  mtr_record_set_text (programme, MTR_PROGRAMME_TITLE, title);
  mtr_record_set_text (programme, MTR_PROGRAMME_PACK, mtr_pack_get_id (pack));
  mtr_change_insert (change, g_object_ref (programme));
  if (!mtr_store_validate (change, error))
    return FALSE;

  for (guint i = 0; i < statements->len; i++)
    if (!mtr_store_file_execute (file, g_ptr_array_index (statements, i), error))
      return FALSE;

  return mtr_store_file_execute (file, version, error) && write_identity (file, error) &&
         write_pack (file, pack, error) &&
         mtr_store_file_insert (file, programme, MTR_AUDIENCE_PROGRAMME, error) &&
         mtr_store_file_index_record (file, MTR_KIND_PROGRAMME, mtr_record_get_id (programme), error);
}

static gboolean
set_exists_error (const char *path,
                  GError    **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  mtr_store_set_error (error, MTR_STORE_ERROR_EXISTS,
                       _("There is a file “%s” here already. It was not changed; choose another name."), name);

  return FALSE;
}

/* Gives a finished file its name, but never the name of another. */
static gboolean
publish (const char *temporary,
         const char *path,
         GError    **error)
{
  if (renameat2 (AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno == EEXIST)
    return set_exists_error (path, error);
  /* Some file systems have no such renaming. */
  if (errno != EINVAL && errno != ENOSYS)
    return set_system_error (errno, path, error);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return set_exists_error (path, error);

  return g_rename (temporary, path) == 0 || set_system_error (errno, path, error);
}

/**
 * mtr_store_make_temporary:
 * @path: a path
 * @error: return location for an error
 *
 * May be called in any thread.
 *
 * Returns: (transfer full) (nullable): the path of a new empty file in the same folder
 */
char *
mtr_store_make_temporary (const char *path,
                          GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, ".mentoring-XXXXXX", NULL);
  int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0 && (errno == ENOENT || errno == ENOTDIR))
    {
      g_autofree char *name = g_filename_display_name (folder);

      mtr_store_set_error (error, MTR_STORE_ERROR_NO_FOLDER,
                           /* Translators: %s is the path of a folder */
                           _("The folder “%s” does not exist, so nothing was written. Make it first, or choose another."),
                           name);
      return NULL;
    }
  if (fd < 0)
    {
      set_system_error (errno, path, error);
      return NULL;
    }
  close (fd);

  return g_steal_pointer (&temporary);
}

/**
 * mtr_store_remove_temporary:
 * @temporary: the path of a temporary file, which is removed with what SQLite may have left beside it
 *
 * May be called in any thread.
 */
void
mtr_store_remove_temporary (const char *temporary)
{
  g_autofree char *journal = g_strconcat (temporary, "-journal", NULL);

  g_unlink (temporary);
  g_unlink (journal);
}

/**
 * mtr_store_sync_folder:
 * @path: a path whose folder is to be on the disk with all its names
 *
 * May be called in any thread.
 */
void
mtr_store_sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
}

static gboolean
fill_new_file (MtrStoreFile *file,
               const char   *temporary,
               MtrPack      *pack,
               const char   *title,
               GError      **error)
{
  gboolean done = connect_to (file, temporary, SQLITE_OPEN_READWRITE, error) &&
                  mtr_store_file_begin (file, error);

  if (done)
    {
      done = write_beginnings (file, pack, title, error) && mtr_store_file_commit (file, error);
      if (!done)
        mtr_store_file_roll_back (file);
    }
  mtr_store_file_disconnect (file);

  return done;
}

/**
 * mtr_store_file_create:
 * @file: a file that does not exist
 * @pack: the pack of the programme
 * @title: its title
 * @error: return location for an error
 *
 * Makes the file whole under another name first, so that there is never half of it.
 *
 * Returns: whether it is made and open
 */
gboolean
mtr_store_file_create (MtrStoreFile *file,
                       MtrPack      *pack,
                       const char   *title,
                       GError      **error)
{
  g_autofree char *temporary = NULL;

  if (g_file_test (file->path, G_FILE_TEST_EXISTS))
    return set_exists_error (file->path, error);
  temporary = mtr_store_make_temporary (file->path, error);
  if (temporary == NULL)
    return FALSE;

  if (!fill_new_file (file, temporary, pack, title, error) || !publish (temporary, file->path, error))
    {
      mtr_store_remove_temporary (temporary);
      return FALSE;
    }
  mtr_store_sync_folder (file->path);
  take_pack (file, pack);

  return mtr_store_file_open (file, error);
}
