/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** FaultOperation: what a disk does. */
typedef enum {
  FAULT_READ     = 1 << 0,
  FAULT_WRITE    = 1 << 1,
  FAULT_SYNC     = 1 << 2,
  FAULT_TRUNCATE = 1 << 3,
  FAULT_DELETE   = 1 << 4,
  FAULT_OPEN     = 1 << 5,
  FAULT_LOCK     = 1 << 6,
} FaultOperation;

void     fault_vfs_install (void);
void     fault_vfs_arm     (FaultOperation operations,
                            int            code,
                            int            countdown,
                            gboolean       stays);
void     fault_vfs_disarm  (void);
gboolean fault_vfs_has_hit (void);

G_END_DECLS
