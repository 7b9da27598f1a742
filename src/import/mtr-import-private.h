/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-carried-portfolio.h"
#include "mtr-import-mapping.h"
#include "mtr-import-result.h"
#include "mtr-import-row.h"

G_BEGIN_DECLS

/* ---- Keys -------------------------------------------------------------- */

char         *mtr_import_dup_key         (const char *text);
char         *mtr_import_dup_seen        (const char *text);
char         *mtr_import_dup_name_key    (const char *name);

/* ---- A row of the result ----------------------------------------------- */

MtrImportRow *mtr_import_row_new         (guint           line);
void          mtr_import_row_take_title  (MtrImportRow   *self,
                                          char           *title);
void          mtr_import_row_set_state   (MtrImportRow   *self,
                                          MtrImportState  state);
void          mtr_import_row_refuse      (MtrImportRow   *self,
                                          char           *reason);
void          mtr_import_row_note        (MtrImportRow   *self,
                                          char           *note);
void          mtr_import_row_note_unseen (MtrImportRow   *self,
                                          const char     *name);
void          mtr_import_row_differ      (MtrImportRow   *self,
                                          const char     *label,
                                          const char     *old_value,
                                          const char     *new_value);

/* ---- A portfolio --------------------------------------------------------- */

void          mtr_portfolio_check_dates  (MtrCarriedPortfolio *carried,
                                          MtrPack             *pack,
                                          const GDate         *today,
                                          MtrImportRow        *row);

/* ---- People, by everything they can be called --------------------------- */

typedef struct _MtrImportPeople MtrImportPeople;

/* MtrImportFound: how a search for a person ended. */
typedef enum {
  MTR_IMPORT_FOUND_NONE,
  MTR_IMPORT_FOUND_ONE,
  MTR_IMPORT_FOUND_SEVERAL,
} MtrImportFound;

MtrImportPeople *mtr_import_people_new          (void);
void             mtr_import_people_free         (MtrImportPeople *self);
void             mtr_import_people_add          (MtrImportPeople *self,
                                                 gint64           id,
                                                 const char      *name,
                                                 const char      *reference,
                                                 const char      *email);
void             mtr_import_people_add_snapshot (MtrImportPeople *self,
                                                 MtrSnapshot     *file);
MtrImportFound   mtr_import_people_find_by_name (MtrImportPeople *self,
                                                 const char      *name,
                                                 gint64          *id);
MtrImportFound   mtr_import_people_find_by_reference (MtrImportPeople *self,
                                                 const char      *reference,
                                                 gint64          *id);
MtrImportFound   mtr_import_people_find_by_email (MtrImportPeople *self,
                                                 const char      *email,
                                                 gint64          *id);
GArray          *mtr_import_people_list_by_name (MtrImportPeople *self,
                                                 const char      *name);
MtrImportFound   mtr_import_people_find         (MtrImportPeople *self,
                                                 const char      *typed,
                                                 gint64          *id);
char            *mtr_import_people_dup_call     (MtrImportPeople *self,
                                                 gint64           id);
const char      *mtr_import_people_get_name     (MtrImportPeople *self,
                                                 gint64           id);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrImportPeople, mtr_import_people_free)

/* ---- Pairings, by the people in them ------------------------------------- */

/* MtrImportPair: a pairing of the programme file and who is mentored in it. */
typedef struct {
  MtrRecord *pairing;  /* (unowned) */
  GArray    *mentees;  /* (owned) (element-type gint64): ordered by id */
  gboolean   is_open;  /* while it is made: takes more mentees */
} MtrImportPair;

typedef struct _MtrImportPairs MtrImportPairs;

MtrImportPairs *mtr_import_pairs_new          (MtrSnapshot     *file);
void            mtr_import_pairs_free         (MtrImportPairs  *self);
MtrImportPair  *mtr_import_pairs_get          (MtrImportPairs  *self,
                                               gint64           pairing_id);
GPtrArray      *mtr_import_pairs_list_with    (MtrImportPairs  *self,
                                               gint64           person_id);
GPtrArray      *mtr_import_pairs_list_of      (MtrImportPairs  *self,
                                               GArray          *mentees,
                                               gint64           mentor_id);
char           *mtr_import_pairs_dup_key      (GArray          *mentees,
                                               gint64           mentor_id);
gboolean        mtr_import_pairs_read_mentees (MtrImportPeople *people,
                                               const char      *cell,
                                               GArray          *mentees,
                                               char           **reason);
char           *mtr_import_pairs_dup_mentees  (MtrImportPeople *people,
                                               GArray          *mentees);
char           *mtr_import_pairs_dup_title    (MtrImportPeople *people,
                                               GArray          *mentees,
                                               gint64           mentor_id);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrImportPairs, mtr_import_pairs_free)

/* ---- Cells -------------------------------------------------------------- */

/* MtrImportReader: what it takes to read the cells of one spreadsheet. */
typedef struct {
  MtrImportMapping       *mapping;          /* (unowned) */
  MtrCsv                 *csv;              /* (unowned) */
  MtrImportSubject        subject;
  const MtrImportContext *context;          /* (unowned) */
  MtrImportPeople        *people;           /* (unowned): whom a cell may name */
  guint                  *month_first_line; /* (owned): by column, a line that puts the month first; 0: none does */
} MtrImportReader;

void         mtr_import_reader_init      (MtrImportReader        *self,
                                          MtrImportMapping       *mapping,
                                          const MtrImportContext *context);
void         mtr_import_reader_clear     (MtrImportReader        *self);
const char  *mtr_import_reader_get_cell  (MtrImportReader        *self,
                                          guint                   row,
                                          const char             *code);
gboolean     mtr_import_reader_check_row (MtrImportReader        *self,
                                          guint                   row,
                                          MtrImportRow           *out);
void         mtr_import_reader_read_row  (MtrImportReader        *self,
                                          guint                   row,
                                          MtrRecord              *existing,
                                          MtrPack                *pack,
                                          MtrRecord              *record,
                                          MtrImportRow           *out);
gboolean     mtr_import_read_person      (MtrImportPeople        *people,
                                          const char             *cell,
                                          gint64                 *id,
                                          char                  **reason);
gboolean     mtr_import_read_date        (const char             *cell,
                                          guint                   month_first_line,
                                          const GDate            *today,
                                          char                  **value,
                                          char                  **reason);
gboolean     mtr_import_read_code        (MtrField                field,
                                          MtrPack                *pack,
                                          const char             *cell,
                                          char                  **value,
                                          char                  **reason);
gboolean     mtr_import_read_word        (MtrPack                *pack,
                                          MtrWordList             list,
                                          const char             *cell,
                                          char                  **code,
                                          char                  **reason);
char        *mtr_import_dup_typed        (const char             *cell);
gboolean     mtr_import_looks_month_first (const char            *cell);

/* ---- Writing a value as an export has it --------------------------------- */

char        *mtr_import_dup_cell         (MtrRecord              *record,
                                          MtrField                field,
                                          MtrImportPeople        *people);

/* ---- The dry runs ---------------------------------------------------------- */

/* MtrImportWork: a dry run while it goes on. */
typedef struct {
  MtrImportReader *reader;  /* (unowned) */
  GPtrArray       *rows;    /* (owned) (element-type MtrImportRow) */
  GPtrArray       *drafts;  /* (owned) (element-type MtrImportDraft): the same order */
  GPtrArray       *packs;   /* (owned) (element-type MtrPack): that are needed */
} MtrImportWork;

/* MtrImportDraft: what a row would do. */
typedef struct {
  MtrRecord *existing;   /* (unowned) (nullable) */
  MtrRecord *record;     /* (owned) (nullable): as it would be */
  GPtrArray *children;   /* (owned) (nullable) (element-type MtrRecord): new records that go with it */
  GPtrArray *moved;      /* (owned) (nullable) (element-type MtrRecord): others that change; copies */
} MtrImportDraft;

MtrImportDraft *mtr_import_work_get_draft (MtrImportWork  *self,
                                           guint           row);
MtrImportRow   *mtr_import_work_get_row   (MtrImportWork  *self,
                                           guint           row);
gboolean        mtr_import_work_is_refused (MtrImportWork *self,
                                           guint           row);
void            mtr_import_work_compare   (MtrImportWork  *self,
                                           guint           row);
gboolean        mtr_import_work_claim     (MtrImportWork  *self,
                                           guint           row,
                                           GHashTable     *claims,
                                           char           *key);
void            mtr_import_check_people   (MtrImportWork  *self);
void            mtr_import_check_pairings (MtrImportWork  *self);
void            mtr_import_check_sessions (MtrImportWork  *self);

G_END_DECLS
