/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-import-column.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

GBytes *mtr_import_write (MtrImportSubject  subject,
                          MtrSnapshot      *file);

G_END_DECLS
