/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-archive.h"
#include "mtr-cli.h"
#include "mtr-document.h"

G_BEGIN_DECLS

/** MtrArchiveReader: whom an archive is for. Everything is static. */
typedef struct {
  const char  *name;          /* as typed */
  const char  *title;         /* untranslated */
  MtrAudience  audiences;
  gboolean     only_passed;   /* of what is for assessment, only what has been passed on */
  gboolean     is_owner;
} MtrArchiveReader;

/** MtrArchiveJob: an archive while it is written. */
typedef struct {
  MtrCli                 *cli;
  MtrStore               *store;
  const MtrArchiveReader *reader;
  gint64                  pairing_id;   /* 0: the whole file */
  MtrSnapshot            *pairing;      /* (owned) (nullable): all of it, where it is of one pairing */
  MtrArchive             *archive;      /* (owned) (nullable) */
  GHashTable             *files;        /* (owned) (element-type utf8 utf8): targets in the index → paths */
  GHashTable             *passed;       /* (owned) (element-type utf8 utf8): records that portfolios hold */
  MtrDocument            *index;        /* (owned) (nullable) */
  char                   *check;        /* (owned) (nullable) */
  MtrNode                *documents;
  MtrNode                *tables;
  MtrNode                *attachments;
  MtrNode                *left_out;
} MtrArchiveJob;

const char *mtr_cli_archive_link            (MtrArchiveJob  *job,
                                             const char     *path);
void        mtr_cli_archive_pass            (MtrArchiveJob  *job,
                                             MtrRecord      *record);
gboolean    mtr_cli_archive_add_tables      (MtrArchiveJob  *job,
                                             GError        **error);
gboolean    mtr_cli_archive_add_attachments (MtrArchiveJob  *job,
                                             GError        **error);

G_END_DECLS
