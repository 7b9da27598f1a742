/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A disk that fails when it is told to: stands between SQLite and the real
 * one, counts what is asked of it and answers the one that was named with an
 * error, once or from then on.
 */

#include "fault-vfs.h"

#include <sqlite3.h>

typedef struct {
  sqlite3_file  base;
  sqlite3_file *real;  /* behind this struct, in the same block */
} FaultFile;

static sqlite3_vfs *real_vfs;

static struct {
  GMutex   lock;
  guint    operations;  /* FaultOperation; 0: all goes well */
  int      code;
  int      countdown;   /* fails when it reaches 0 */
  gboolean stays;
  gboolean hit;
} fault;

static int
check_fault (FaultOperation operation)
{
  int code = SQLITE_OK;

  g_mutex_lock (&fault.lock);
  if (fault.operations & operation)
    {
      if (fault.countdown > 0)
        fault.countdown--;
      if (fault.countdown == 0)
        {
          code = fault.code;
          fault.hit = TRUE;
          if (!fault.stays)
            fault.operations = 0;
        }
    }
  g_mutex_unlock (&fault.lock);

  return code;
}

/* From the moment it is armed, the countdown-th of the operations fails, and all that follow where it stays. */
void
fault_vfs_arm (FaultOperation operations,
               int            code,
               int            countdown,
               gboolean       stays)
{
  g_mutex_lock (&fault.lock);
  fault.operations = operations;
  fault.code = code;
  fault.countdown = countdown;
  fault.stays = stays;
  fault.hit = FALSE;
  g_mutex_unlock (&fault.lock);
}

void
fault_vfs_disarm (void)
{
  g_mutex_lock (&fault.lock);
  fault.operations = 0;
  g_mutex_unlock (&fault.lock);
}

gboolean
fault_vfs_has_hit (void)
{
  gboolean hit;

  g_mutex_lock (&fault.lock);
  hit = fault.hit;
  g_mutex_unlock (&fault.lock);

  return hit;
}

static sqlite3_file *
get_real (sqlite3_file *file)
{
  return ((FaultFile *) file)->real;
}

static int
fault_close (sqlite3_file *file)
{
  return get_real (file)->pMethods->xClose (get_real (file));
}

static int
fault_read (sqlite3_file *file,
            void         *buffer,
            int           length,
            sqlite3_int64 offset)
{
  int code = check_fault (FAULT_READ);

  return code != SQLITE_OK ? code : get_real (file)->pMethods->xRead (get_real (file), buffer, length, offset);
}

static int
fault_write (sqlite3_file *file,
             const void   *buffer,
             int           length,
             sqlite3_int64 offset)
{
  int code = check_fault (FAULT_WRITE);

  return code != SQLITE_OK ? code : get_real (file)->pMethods->xWrite (get_real (file), buffer, length, offset);
}

static int
fault_truncate (sqlite3_file *file,
                sqlite3_int64 size)
{
  int code = check_fault (FAULT_TRUNCATE);

  return code != SQLITE_OK ? code : get_real (file)->pMethods->xTruncate (get_real (file), size);
}

static int
fault_sync (sqlite3_file *file,
            int           flags)
{
  int code = check_fault (FAULT_SYNC);

  return code != SQLITE_OK ? code : get_real (file)->pMethods->xSync (get_real (file), flags);
}

static int
fault_file_size (sqlite3_file  *file,
                 sqlite3_int64 *size)
{
  return get_real (file)->pMethods->xFileSize (get_real (file), size);
}

static int
fault_lock_file (sqlite3_file *file,
                 int           level)
{
  int code = check_fault (FAULT_LOCK);

  return code != SQLITE_OK ? code : get_real (file)->pMethods->xLock (get_real (file), level);
}

static int
fault_unlock (sqlite3_file *file,
              int           level)
{
  return get_real (file)->pMethods->xUnlock (get_real (file), level);
}

static int
fault_check_reserved_lock (sqlite3_file *file,
                           int          *reserved)
{
  return get_real (file)->pMethods->xCheckReservedLock (get_real (file), reserved);
}

static int
fault_file_control (sqlite3_file *file,
                    int           operation,
                    void         *argument)
{
  return get_real (file)->pMethods->xFileControl (get_real (file), operation, argument);
}

static int
fault_sector_size (sqlite3_file *file)
{
  return get_real (file)->pMethods->xSectorSize (get_real (file));
}

static int
fault_device_characteristics (sqlite3_file *file)
{
  return get_real (file)->pMethods->xDeviceCharacteristics (get_real (file));
}

static const sqlite3_io_methods fault_methods = {
  .iVersion = 1,
  .xClose = fault_close,
  .xRead = fault_read,
  .xWrite = fault_write,
  .xTruncate = fault_truncate,
  .xSync = fault_sync,
  .xFileSize = fault_file_size,
  .xLock = fault_lock_file,
  .xUnlock = fault_unlock,
  .xCheckReservedLock = fault_check_reserved_lock,
  .xFileControl = fault_file_control,
  .xSectorSize = fault_sector_size,
  .xDeviceCharacteristics = fault_device_characteristics,
};

static int
fault_open (sqlite3_vfs  *vfs,
            const char   *name,
            sqlite3_file *file,
            int           flags,
            int          *out_flags)
{
  FaultFile *fault_file = (FaultFile *) file;
  int code = check_fault (FAULT_OPEN);

  fault_file->base.pMethods = NULL;
  if (code != SQLITE_OK)
    return code;

  fault_file->real = (sqlite3_file *) (fault_file + 1);
  code = real_vfs->xOpen (real_vfs, name, fault_file->real, flags, out_flags);
  if (fault_file->real->pMethods != NULL)
    fault_file->base.pMethods = &fault_methods;

  return code;
}

static int
fault_delete (sqlite3_vfs *vfs,
              const char  *name,
              int          sync_folder)
{
  int code = check_fault (FAULT_DELETE);

  return code != SQLITE_OK ? code : real_vfs->xDelete (real_vfs, name, sync_folder);
}

/* Makes this disk the one that SQLite uses from now on. */
void
fault_vfs_install (void)
{
  static sqlite3_vfs vfs;

  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "fault";
  vfs.szOsFile = (int) sizeof (FaultFile) + real_vfs->szOsFile;
  vfs.pNext = NULL;
  vfs.xOpen = fault_open;
  vfs.xDelete = fault_delete;
  g_assert (sqlite3_vfs_register (&vfs, 1) == SQLITE_OK);
}
