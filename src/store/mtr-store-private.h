/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* What the files of this room share. Nothing here is for other rooms. Every
 * function that takes an MtrStoreFile runs in the thread of that file only,
 * and asserts it; those that other threads may call say so.
 */

#include "mtr-store.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/** "MTRN" in the header of a file, where file(1) and the MIME type look for it. */
#define MTR_STORE_APPLICATION_ID 0x4D54524E

/** The schema this program writes. */
#define MTR_STORE_SCHEMA_VERSION 3

/** Files up to this version of the schema keep the meaning of what older programs know of them. */
#define MTR_STORE_LAST_READABLE_VERSION 99

typedef struct {
  GThread          *thread;          /* (unowned): the only one that may use the connection */
  char             *path;            /* (owned) */
  sqlite3          *connection;      /* (owned) (nullable) */
  GHashTable       *statements;      /* (owned) (element-type utf8 sqlite3_stmt): prepared once */
  int               lock_fd;         /* (owned): holds the lock; -1: none */
  MtrStoreReadOnly  read_only;
  int               schema_version;
  gint64            file_id;
  gint64            sitting_start;   /* the last entry of the history when the file was opened */
  MtrPackLookup     lookup;          /* (nullable) */
  gpointer          lookup_data;     /* (unowned) (nullable) */
  GCancellable     *cancellable;     /* (unowned) (nullable): of the request that is being answered */
  GArray           *changed;         /* (owned) (element-type MtrStoreRecord): by the change that is being made */
  GHashTable       *changed_set;     /* (owned): the same, to say each once */

  GMutex            lock;            /* guards what follows, which other threads look at */
  GHashTable       *packs;           /* (owned) (element-type utf8 MtrPack) */
  MtrHistoryEntry  *undo;            /* (owned) (nullable) */
  MtrHistoryEntry  *redo;            /* (owned) (nullable) */
  gint64            last_id;
  GRand            *seeded;          /* (owned) (nullable): for made-up files */
  gint64            seeded_us;
} MtrStoreFile;

/* mtr-store-error.c */
void      mtr_store_set_sqlite_error   (MtrStoreFile *file,
                                        int           code,
                                        GError      **error);
void      mtr_store_set_error          (GError      **error,
                                        MtrStoreError code,
                                        const char   *format,
                                        ...) G_GNUC_PRINTF (3, 4);

/* Sets of records (element-type MtrStoreRecord); may be used in any thread. */
GHashTable *mtr_store_record_set_new   (void);
gboolean  mtr_store_record_set_add     (GHashTable   *set,
                                        MtrKind       kind,
                                        gint64        id);
gboolean  mtr_store_record_set_has     (GHashTable   *set,
                                        MtrKind       kind,
                                        gint64        id);

/* mtr-store-file.c: a connection and its statements */
MtrStoreFile *mtr_store_file_new       (const char   *path,
                                        MtrPackLookup lookup,
                                        gpointer      lookup_data);
void      mtr_store_file_free          (MtrStoreFile *file);
void      mtr_store_file_disconnect    (MtrStoreFile *file);
gboolean  mtr_store_file_execute       (MtrStoreFile *file,
                                        const char   *sql,
                                        GError      **error);
sqlite3_stmt *mtr_store_file_prepare   (MtrStoreFile *file,
                                        const char   *sql,
                                        GError      **error);
gboolean  mtr_store_file_step          (MtrStoreFile *file,
                                        sqlite3_stmt *statement,
                                        gboolean     *row,
                                        GError      **error);
gboolean  mtr_store_file_run           (MtrStoreFile *file,
                                        sqlite3_stmt *statement,
                                        GError      **error);
gboolean  mtr_store_file_get_number    (MtrStoreFile *file,
                                        sqlite3_stmt *statement,
                                        gint64       *number,
                                        GError      **error);
GArray   *mtr_store_file_list_numbers  (MtrStoreFile *file,
                                        sqlite3_stmt *statement,
                                        GError      **error);
gboolean  mtr_store_file_begin         (MtrStoreFile *file,
                                        GError      **error);
gboolean  mtr_store_file_commit        (MtrStoreFile *file,
                                        GError      **error);
void      mtr_store_file_roll_back     (MtrStoreFile *file);
gint64    mtr_store_file_now_us        (MtrStoreFile *file);
guint32   mtr_store_file_random        (MtrStoreFile *file);
char     *mtr_store_file_now           (MtrStoreFile *file);
void      mtr_store_file_note_change   (MtrStoreFile *file,
                                        MtrKind       kind,
                                        gint64        id);

char     *mtr_store_dup_text           (sqlite3_stmt *statement,
                                        int           column);

#define mtr_store_file_assert_thread(file) g_assert ((file)->thread == g_thread_self ())

/* A statement goes back to the cache, without what was bound to it, at the end of its block. */
static inline void
mtr_store_release_statement (sqlite3_stmt **statement)
{
  if (*statement != NULL)
    {
      sqlite3_reset (*statement);
      sqlite3_clear_bindings (*statement);
    }
}
#define mtr_auto_statement __attribute__ ((cleanup (mtr_store_release_statement))) sqlite3_stmt *

/* mtr-store-schema.c */
GPtrArray *mtr_store_schema_build      (void);
char      *mtr_store_schema_table_name (MtrKind       kind,
                                        MtrAudience   audience);
gboolean   mtr_store_schema_has_table  (MtrKind       kind,
                                        MtrAudience   audience);
MtrKind    mtr_store_schema_kind_of    (const char   *table);
MtrKind    mtr_store_schema_kind_of_row (sqlite3_changeset_iter *iter,
                                        gint64       *id);

/* mtr-store-migration.c */
typedef struct {
  int          to_version;
  const char  *sql;                    /* (nullable): statements */
  gboolean   (*run) (MtrStoreFile *file,
                     GError      **error);  /* (nullable): after them, what SQL alone cannot do */
  gboolean     rebuilds;               /* whether it makes tables anew, which references would hinder */
} MtrStoreMigration;

/** The steps from each version to the next, to the one this program writes; ends with a step to version 0. */
extern const MtrStoreMigration mtr_store_migrations[];

gboolean  mtr_store_file_migrate       (MtrStoreFile            *file,
                                        const MtrStoreMigration *steps,
                                        int                      version,
                                        GError                 **error);

/* mtr-store-copy.c */
typedef struct _MtrStoreCopy MtrStoreCopy;

MtrStoreCopy *mtr_store_copy_begin     (MtrStoreFile *file,
                                        const char   *path,
                                        GError      **error);
gboolean  mtr_store_copy_continue      (MtrStoreCopy *copy,
                                        gboolean     *whole,
                                        GError      **error);
void      mtr_store_copy_free          (MtrStoreCopy *copy);
gboolean  mtr_store_file_copy          (MtrStoreFile *file,
                                        const char   *path,
                                        GError      **error);

/* mtr-store-verify.c */
GPtrArray *mtr_store_file_verify       (MtrStoreFile *file,
                                        GError      **error);
GPtrArray *mtr_store_verify_copy       (const char   *path,
                                        MtrPackLookup lookup,
                                        gpointer      lookup_data,
                                        GError      **error);

/* mtr-store-open.c */
char     *mtr_store_make_temporary     (const char   *path,
                                        GError      **error);
void      mtr_store_remove_temporary   (const char   *temporary);
void      mtr_store_sync_folder        (const char   *path);
void      mtr_store_file_set_guard     (MtrStoreFile *file);
void      mtr_store_file_close         (MtrStoreFile *file);
gboolean  mtr_store_file_open          (MtrStoreFile *file,
                                        GError      **error);
gboolean  mtr_store_file_create        (MtrStoreFile *file,
                                        MtrPack      *pack,
                                        const char   *title,
                                        GError      **error);
gboolean  mtr_store_file_load_packs    (MtrStoreFile *file,
                                        GError      **error);
gboolean  mtr_store_file_add_pack      (MtrStoreFile *file,
                                        MtrPack      *pack,
                                        GError      **error);

/* mtr-store-read.c */
GPtrArray *mtr_store_file_read         (MtrStoreFile *file,
                                        MtrKind       kind,
                                        MtrAudience   audiences,
                                        MtrField      reference,
                                        GArray       *ids,
                                        GError      **error);
MtrRecord *mtr_store_file_read_one     (MtrStoreFile *file,
                                        MtrKind       kind,
                                        gint64        id,
                                        MtrAudience   audiences,
                                        GError      **error);
char      *mtr_store_build_select      (MtrKind       kind,
                                        MtrAudience   audiences,
                                        const char   *where);
MtrRecord *mtr_store_take_record       (sqlite3_stmt *statement,
                                        MtrKind       kind,
                                        MtrAudience   audiences);
MtrSnapshot *mtr_store_file_load       (MtrStoreFile *file,
                                        MtrStoreScope scope,
                                        MtrKind       kind,
                                        gint64        id,
                                        MtrAudience   audiences,
                                        GError      **error);

/* mtr-store-query.c */
GArray    *mtr_store_file_list_ids     (MtrStoreFile        *file,
                                        const MtrStoreQuery *query,
                                        GError             **error);
GPtrArray *mtr_store_file_list_records (MtrStoreFile        *file,
                                        const MtrStoreQuery *query,
                                        MtrAudience          audiences,
                                        GError             **error);
gboolean   mtr_store_file_count        (MtrStoreFile        *file,
                                        const MtrStoreQuery *query,
                                        gint64              *count,
                                        GError             **error);
gboolean   mtr_store_add_functions     (MtrStoreFile        *file,
                                        GError             **error);

/* mtr-store-validate.c: may be called in any thread */
gboolean  mtr_store_validate           (MtrChange    *change,
                                        GError      **error);

/* mtr-store-apply.c */
gboolean  mtr_store_file_apply         (MtrStoreFile *file,
                                        MtrChange    *change,
                                        GError      **error);
gboolean  mtr_store_file_refresh       (MtrStoreFile *file,
                                        const void   *changeset,
                                        int           length,
                                        GHashTable   *pairings,
                                        GError      **error);
gboolean  mtr_store_file_add_pairings  (MtrStoreFile *file,
                                        const void   *changeset,
                                        int           length,
                                        GHashTable   *pairings,
                                        GError      **error);
gboolean  mtr_store_file_insert        (MtrStoreFile *file,
                                        MtrRecord    *record,
                                        MtrAudience   audience,
                                        GError      **error);

/* mtr-store-erase.c */
gboolean  mtr_store_file_erase         (MtrStoreFile *file,
                                        MtrKind       kind,
                                        gint64        id,
                                        GHashTable   *family,
                                        GError      **error);
gboolean  mtr_store_file_forget        (MtrStoreFile *file,
                                        GHashTable   *family,
                                        GError      **error);
gboolean  mtr_store_file_collect_attachments (MtrStoreFile *file,
                                        GError      **error);

/* mtr-store-history.c */
sqlite3_session *mtr_store_file_record (MtrStoreFile *file,
                                        GError      **error);
gboolean  mtr_store_file_append        (MtrStoreFile *file,
                                        const char   *label,
                                        const char   *merge_key,
                                        gboolean      barrier,
                                        const void   *changeset,
                                        int           length,
                                        GError      **error);
gboolean  mtr_store_file_undo          (MtrStoreFile *file,
                                        gboolean      redo,
                                        GError      **error);
gboolean  mtr_store_file_peek          (MtrStoreFile *file,
                                        GError      **error);
gboolean  mtr_store_file_finish        (MtrStoreFile *file,
                                        GError      **error);
gboolean  mtr_store_file_check_history (MtrStoreFile *file,
                                        GPtrArray    *problems,
                                        GError      **error);

/* mtr-store-search.c */
char     *mtr_store_search_text        (MtrRecord    *record,
                                        gboolean      is_private);
gboolean  mtr_store_file_index_record  (MtrStoreFile *file,
                                        MtrKind       kind,
                                        gint64        id,
                                        GError      **error);
GPtrArray *mtr_store_file_search       (MtrStoreFile *file,
                                        const char   *words,
                                        guint         limit,
                                        gboolean      include_private,
                                        GError      **error);

/* mtr-store-derived.c; pairings are sets of ids, (element-type gint64) */
GHashTable *mtr_store_id_set_new       (void);
void      mtr_store_id_set_add         (GHashTable   *set,
                                        gint64        id);
gboolean  mtr_store_file_find_pairings (MtrStoreFile *file,
                                        MtrKind       kind,
                                        gint64        id,
                                        GHashTable   *pairings,
                                        GError      **error);
gboolean  mtr_store_file_forget_reading (MtrStoreFile *file,
                                        MtrChange    *change,
                                        GError      **error);
gboolean  mtr_store_file_derive        (MtrStoreFile *file,
                                        GHashTable   *pairings,
                                        GError      **error);
gboolean  mtr_store_file_check_derived (MtrStoreFile *file,
                                        gint64        pairing_id,
                                        gboolean     *equal,
                                        GError      **error);
gboolean  mtr_store_file_find_pairing  (MtrStoreFile *file,
                                        MtrKind       kind,
                                        gint64        id,
                                        gint64       *pairing_id,
                                        GError      **error);

G_END_DECLS
