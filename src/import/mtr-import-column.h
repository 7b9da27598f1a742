/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-kind.h"

G_BEGIN_DECLS

/** MtrImportSubject: what the rows of a spreadsheet are. */
typedef enum {
  MTR_IMPORT_PEOPLE,
  MTR_IMPORT_PAIRINGS,
  MTR_IMPORT_SESSIONS,
  MTR_N_IMPORT_SUBJECTS
} MtrImportSubject;

/**
 * MtrImportUse:
 * @MTR_IMPORT_USE_FIELD: it goes into one field
 * @MTR_IMPORT_USE_ID: the id of the record, as an export has it
 * @MTR_IMPORT_USE_FIRST_NAME: the beginning of a name
 * @MTR_IMPORT_USE_LAST_NAME: the end of a name
 * @MTR_IMPORT_USE_BOTH: whether somebody wants to be mentor and mentee
 * @MTR_IMPORT_USE_HOURS: into a field of minutes
 * @MTR_IMPORT_USE_YEARS: into a field of months
 * @MTR_IMPORT_USE_MENTEES: one mentee, or several, apart by semicolons
 * @MTR_IMPORT_USE_MENTOR: the mentor of the pairing that a session belongs to
 * @MTR_IMPORT_USE_TOPICS: topics of a session, apart by semicolons
 *
 * What is done with the cells of a column.
 */
typedef enum {
  MTR_IMPORT_USE_FIELD,
  MTR_IMPORT_USE_ID,
  MTR_IMPORT_USE_FIRST_NAME,
  MTR_IMPORT_USE_LAST_NAME,
  MTR_IMPORT_USE_BOTH,
  MTR_IMPORT_USE_HOURS,
  MTR_IMPORT_USE_YEARS,
  MTR_IMPORT_USE_MENTEES,
  MTR_IMPORT_USE_MENTOR,
  MTR_IMPORT_USE_TOPICS,
} MtrImportUse;

/**
 * MtrImportColumn:
 * @code: what it is remembered by: the column of the field, or a word of its own
 * @label: untranslated; see mtr_import_column_get_label()
 * @use: what is done with its cells
 * @field: the field that they go into; %MTR_FIELD_NONE where there is no single one
 * @synonyms: (nullable): other headers, apart by "|"
 * @is_private: about somebody's identity: skipped unless it is ticked, kept where only the owner of the file reads it,
 *   never exported
 * @is_exported: whether an export has it
 *
 * Something that a column of a spreadsheet can be. Everything is static.
 */
typedef struct {
  const char   *code;
  const char   *label;
  MtrImportUse  use;
  MtrField      field;
  const char   *synonyms;
  gboolean      is_private;
  gboolean      is_exported;
} MtrImportColumn;

MtrKind                mtr_import_subject_get_kind    (MtrImportSubject       subject);
const char            *mtr_import_subject_get_code    (MtrImportSubject       subject);
gboolean               mtr_import_subject_from_code   (const char            *code,
                                                       MtrImportSubject      *subject);
const MtrKind         *mtr_import_subject_list_kinds  (MtrImportSubject       subject,
                                                       guint                 *n_kinds);

const MtrImportColumn *mtr_import_column_list         (MtrImportSubject       subject,
                                                       guint                 *n_columns);
const MtrImportColumn *mtr_import_column_find         (MtrImportSubject       subject,
                                                       const char            *code);
const MtrImportColumn *mtr_import_column_guess        (MtrImportSubject       subject,
                                                       const char            *header);
const char            *mtr_import_column_get_label    (const MtrImportColumn *column);

G_END_DECLS
