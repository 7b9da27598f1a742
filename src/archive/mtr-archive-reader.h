/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-kind.h"

G_BEGIN_DECLS

/** MtrArchiveReader: whom an archive is for. Everything is static. */
typedef struct {
  const char  *code;          /* as typed at a command line */
  const char  *title;         /* untranslated */
  const char  *has;           /* untranslated: what is in it */
  const char  *lacks;         /* untranslated: what is not */
  MtrAudience  audiences;
  gboolean     only_passed;   /* of what is for assessment, only what has been passed on */
  gboolean     is_owner;
} MtrArchiveReader;

guint                   mtr_archive_reader_count       (void);
const MtrArchiveReader *mtr_archive_reader_nth         (guint                   position);
const MtrArchiveReader *mtr_archive_reader_find        (const char             *code);
gboolean                mtr_archive_reader_is_of_pair  (const MtrArchiveReader *reader);

G_END_DECLS
