/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-change.h"
#include "mtr-figures.h"
#include "mtr-pack.h"
#include "mtr-report-scope.h"
#include "mtr-snapshot.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MtrStoreError: why a programme file could not be used. Each code has its own
 * sentence; what the caller should do is said beside it.
 */
typedef enum {
  MTR_STORE_ERROR_NOT_FOUND,        /* no such file: offer to choose another */
  MTR_STORE_ERROR_NOT_OURS,         /* not a programme file: say so, change nothing */
  MTR_STORE_ERROR_NEWER,            /* made by a newer version and not safe to read: ask to update */
  MTR_STORE_ERROR_TRUNCATED,        /* shorter than it says: offer a backup */
  MTR_STORE_ERROR_CORRUPT,          /* damaged: offer a backup */
  MTR_STORE_ERROR_LOCKED,           /* another process has it: wait, or close it there */
  MTR_STORE_ERROR_PERMISSION,       /* may not be read */
  MTR_STORE_ERROR_READ_ONLY,        /* a change was asked of a file that is open read-only */
  MTR_STORE_ERROR_DISK_FULL,        /* nothing was written; try again when there is room */
  MTR_STORE_ERROR_IO,               /* the disk failed */
  MTR_STORE_ERROR_SEALED,           /* the record is signed and sealed */
  MTR_STORE_ERROR_BARRIER,          /* nothing to undo or redo, or a signature is in the way */
  MTR_STORE_ERROR_INVALID,          /* the change breaks a rule of the table of fields */
  MTR_STORE_ERROR_TOO_LARGE,        /* an attachment over 25 MB */
  MTR_STORE_ERROR_EXISTS,           /* a new file would overwrite another */
  MTR_STORE_ERROR_CLOSED,           /* the store is closed */
  MTR_STORE_ERROR_NO_FOLDER,        /* the folder of a new file is not there: make it, or choose another */
  MTR_STORE_ERROR_LINK_LOOP,        /* a link that leads back to itself: choose the file itself */
  MTR_STORE_ERROR_NAME_TOO_LONG,    /* no disk takes such a name: choose a shorter one */
} MtrStoreError;

#define MTR_STORE_ERROR (mtr_store_error_quark ())
GQuark mtr_store_error_quark (void);

/** Attachments may have so many bytes. */
#define MTR_STORE_MAX_ATTACHMENT (25 * 1024 * 1024)

/**
 * MtrStoreReadOnly: why an open file cannot be changed.
 */
typedef enum {
  MTR_STORE_WRITABLE,
  MTR_STORE_READ_ONLY_NEWER,        /* made by a newer version; safe to read */
  MTR_STORE_READ_ONLY_MEDIA,        /* on read-only media, or no permission to write */
  MTR_STORE_READ_ONLY_LOCKED,       /* another process is writing to it */
} MtrStoreReadOnly;

/**
 * MtrPackLookup:
 * @id: the id of a pack
 * @version: its version
 * @source: (nullable): the pack as it is kept in the programme file
 *
 * Finds the pack that a programme file was made with. Called in the thread of the store; must be safe there.
 *
 * Returns: (transfer full) (nullable): the pack
 */
typedef MtrPack *(*MtrPackLookup) (const char *id,
                                   const char *version,
                                   GBytes     *source,
                                   gpointer    user_data);

#define MTR_TYPE_STORE (mtr_store_get_type ())
G_DECLARE_FINAL_TYPE (MtrStore, mtr_store, MTR, STORE, GObject)

/* One store is one open programme file: one connection, one thread. Every
 * function may be called from the thread that made the store; the plain ones
 * block until the store's thread has answered, the _async ones do not. Both
 * signals are emitted in the main context of the thread that made the store:
 *
 *   "changed" (GArray *records of MtrStoreRecord): after each commit, undo and redo included; every record that
 *             was inserted, changed or deleted, the derived ones too
 *   "notify::undo-label", "notify::redo-label": what undo and redo would do now, or NULL
 */
typedef struct {
  MtrKind kind;
  gint64  id;
} MtrStoreRecord;

MtrStore        *mtr_store_create         (const char          *path,
                                           MtrPack             *pack,
                                           const char          *title,
                                           MtrPackLookup        lookup,
                                           gpointer             lookup_data,
                                           GError             **error);
MtrStore        *mtr_store_open           (const char          *path,
                                           MtrPackLookup        lookup,
                                           gpointer             lookup_data,
                                           GError             **error);
void             mtr_store_open_async     (const char          *path,
                                           MtrPackLookup        lookup,
                                           gpointer             lookup_data,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
MtrStore        *mtr_store_open_finish    (GAsyncResult        *result,
                                           GError             **error);
void             mtr_store_close          (MtrStore            *self);
const char      *mtr_store_get_path       (MtrStore            *self);
MtrStoreReadOnly mtr_store_get_read_only  (MtrStore            *self);
gint64           mtr_store_get_file_id    (MtrStore            *self);

/* The packs the file was made with; more can be added when a pairing uses another. */
MtrPack         *mtr_store_get_pack       (MtrStore            *self,
                                           const char          *id);
GHashTable      *mtr_store_collect_packs  (MtrStore            *self,
                                           MtrSnapshot         *snapshot);
gboolean         mtr_store_add_pack       (MtrStore            *self,
                                           MtrPack             *pack,
                                           GError             **error);

/* New ids, from the clock and the system's randomness; for made-up files from a seed. */
gint64           mtr_store_new_id         (MtrStore            *self);
void             mtr_store_set_seed       (MtrStore            *self,
                                           gint64               now_us,
                                           guint32              seed);

/* Changing. The change is done whole or not at all; when it returns, it is on the disk. */
gboolean         mtr_store_apply          (MtrStore            *self,
                                           MtrChange           *change,
                                           GError             **error);
void             mtr_store_apply_async    (MtrStore            *self,
                                           MtrChange           *change,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
gboolean         mtr_store_apply_finish   (MtrStore            *self,
                                           GAsyncResult        *result,
                                           GError             **error);

/** MtrHistoryEntry: what undo or redo would do next. */
typedef struct {
  char     *label;         /* (owned) */
  char     *at;            /* (owned): moment */
  gboolean  this_sitting;  /* done since the file was opened */
} MtrHistoryEntry;
void             mtr_history_entry_free   (MtrHistoryEntry     *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrHistoryEntry, mtr_history_entry_free)

MtrHistoryEntry *mtr_store_peek_undo      (MtrStore            *self);
MtrHistoryEntry *mtr_store_peek_redo      (MtrStore            *self);
gboolean         mtr_store_undo           (MtrStore            *self,
                                           GError             **error);
gboolean         mtr_store_redo           (MtrStore            *self,
                                           GError             **error);
void             mtr_store_undo_async     (MtrStore            *self,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
void             mtr_store_redo_async     (MtrStore            *self,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
gboolean         mtr_store_undo_finish    (MtrStore            *self,
                                           GAsyncResult        *result,
                                           GError             **error);

/** MtrStoreScope: what a snapshot is of. */
typedef enum {
  MTR_SCOPE_PROGRAMME,  /* the programme record, every person, private names, checklist answers (id is ignored) */
  MTR_SCOPE_MATCHING,   /* as MTR_SCOPE_PROGRAMME, and every pairing, member and portfolio, and rules, weights and rounds of matching */
  MTR_SCOPE_YEAR,       /* what mtr_occasion_list() wants, and the programme record: sessions and events of the calendar year "id", 0 for all */
  MTR_SCOPE_PEOPLE,     /* what reports count one by one: as MTR_SCOPE_YEAR, without sessions, with learning and answers */
  MTR_SCOPE_PAIRING,    /* a pairing with all that belongs to it, its people, the portfolios of its mentees, and the programme record */
  MTR_SCOPE_RECORD,     /* one record alone (kind and id) */
} MtrStoreScope;

MtrSnapshot     *mtr_store_load           (MtrStore            *self,
                                           MtrStoreScope        scope,
                                           MtrKind              kind,
                                           gint64               id,
                                           MtrAudience          audiences,
                                           GError             **error);
void             mtr_store_load_async     (MtrStore            *self,
                                           MtrStoreScope        scope,
                                           MtrKind              kind,
                                           gint64               id,
                                           MtrAudience          audiences,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
MtrSnapshot     *mtr_store_load_finish    (MtrStore            *self,
                                           GAsyncResult        *result,
                                           GError             **error);

/**
 * MtrStoreQuery: which records of one kind, in which order; every condition is optional (zeroed: all records by id).
 * Conditions and order use indexed fields of the home audience only, so that a list costs what it shows.
 */
typedef struct {
  MtrKind     kind;
  MtrField    equal_field;     /* with equal_text or equal_number; MTR_FIELD_NONE: no condition */
  const char *equal_text;
  gint64      equal_number;
  MtrField    range_field;     /* with from ≤ value and value < to, each nullable */
  const char *range_from;
  const char *range_to;
  const char *contains;        /* (nullable): the first text fields of the kind contain it (people, pairings) */
  MtrField    order_field;     /* MTR_FIELD_NONE: by id */
  gboolean    descending;
  guint       limit;           /* 0: all */
  gint64      after_id;        /* only ids that are larger, to go on after a limit; 0: all */
} MtrStoreQuery;
#define MTR_STORE_QUERY_INIT(kind_) { (kind_), MTR_FIELD_NONE, NULL, 0, MTR_FIELD_NONE, NULL, NULL, NULL, MTR_FIELD_NONE, FALSE, 0, 0 }

/* Ids (element-type gint64) for a list model; records for the rows that show; a count for a headline. */
GArray          *mtr_store_list_ids       (MtrStore            *self,
                                           const MtrStoreQuery *query,
                                           GError             **error);
GPtrArray       *mtr_store_list_records   (MtrStore            *self,
                                           const MtrStoreQuery *query,
                                           MtrAudience          audiences,
                                           GError             **error);
gint64           mtr_store_count          (MtrStore            *self,
                                           const MtrStoreQuery *query,
                                           GError             **error);
void             mtr_store_list_ids_async (MtrStore            *self,
                                           const MtrStoreQuery *query,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
GArray          *mtr_store_list_ids_finish (MtrStore           *self,
                                           GAsyncResult        *result,
                                           GError             **error);
void             mtr_store_list_records_async (MtrStore        *self,
                                           const MtrStoreQuery *query,
                                           MtrAudience          audiences,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
GPtrArray       *mtr_store_list_records_finish (MtrStore       *self,
                                           GAsyncResult        *result,
                                           GError             **error);
/* The rows that became visible: records of one kind by id, in the order asked; missing ones are left out. */
void             mtr_store_get_records_async (MtrStore         *self,
                                           MtrKind              kind,
                                           const gint64        *ids,
                                           guint                n_ids,
                                           MtrAudience          audiences,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
GPtrArray       *mtr_store_get_records_finish (MtrStore        *self,
                                           GAsyncResult        *result,
                                           GError             **error);

/** MtrSearchHit: where a word was found. */
typedef struct {
  MtrKind   kind;
  gint64    id;
  gint64    pairing_id;   /* 0 where the record belongs to no pairing */
  char     *excerpt;      /* (owned): the words around it */
  gboolean  is_private;   /* found in private text */
} MtrSearchHit;
void             mtr_search_hit_free      (MtrSearchHit        *hit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrSearchHit, mtr_search_hit_free)

/* User's words as typed, each the beginning of a word, all of them; newest first. (element-type MtrSearchHit) */
GPtrArray       *mtr_store_search         (MtrStore            *self,
                                           const char          *words,
                                           guint                limit,
                                           gboolean             include_private,
                                           GError             **error);
void             mtr_store_search_async   (MtrStore            *self,
                                           const char          *words,
                                           guint                limit,
                                           gboolean             include_private,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
GPtrArray       *mtr_store_search_finish  (MtrStore            *self,
                                           GAsyncResult        *result,
                                           GError             **error);

/* What reports are made from, counted in the store for whoever runs the programme. */
MtrFigures      *mtr_store_read_figures   (MtrStore            *self,
                                           const MtrReportScope *scope,
                                           const MtrFigure     *figures,
                                           guint                n_figures,
                                           MtrFiguresWith       with,
                                           GError             **error);
void             mtr_store_read_figures_async (MtrStore        *self,
                                           const MtrReportScope *scope,
                                           const MtrFigure     *figures,
                                           guint                n_figures,
                                           MtrFiguresWith       with,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
MtrFigures      *mtr_store_read_figures_finish (MtrStore       *self,
                                           GAsyncResult        *result,
                                           GError             **error);

GBytes          *mtr_store_load_attachment (MtrStore           *self,
                                           const char          *sha256,
                                           GError             **error);

/* A copy of the whole file, whole or not at all, while the store stays open. */
gboolean         mtr_store_save_copy      (MtrStore            *self,
                                           const char          *path,
                                           GError             **error);

void             mtr_store_save_copy_async (MtrStore           *self,
                                           const char          *path,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
gboolean         mtr_store_save_copy_finish (MtrStore          *self,
                                           GAsyncResult        *result,
                                           GError             **error);

/* Integrity, foreign keys, seals, search index, derived values, history chain.
 * Returns: (element-type utf8): a sentence for each thing wrong; empty when all is well. */
GPtrArray       *mtr_store_verify         (MtrStore            *self,
                                           GError             **error);

G_END_DECLS
