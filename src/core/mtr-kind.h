/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MtrAudience:
 * @MTR_AUDIENCE_MINE: the owner of this file only
 * @MTR_AUDIENCE_PAIR: mentor and mentees of the pairing
 * @MTR_AUDIENCE_ASSESSMENT: the pair, the observer, the line manager and the panel
 * @MTR_AUDIENCE_PROGRAMME: the programme lead too
 *
 * Who may read a field. Flags, so that a reader's set of audiences is one value.
 */
typedef enum {
  MTR_AUDIENCE_MINE       = 1 << 0,
  MTR_AUDIENCE_PAIR       = 1 << 1,
  MTR_AUDIENCE_ASSESSMENT = 1 << 2,
  MTR_AUDIENCE_PROGRAMME  = 1 << 3,
} MtrAudience;

/** What each reader may have: sums of audiences. */
#define MTR_READER_OWNER ((MtrAudience) (MTR_AUDIENCE_MINE | MTR_AUDIENCE_PAIR | MTR_AUDIENCE_ASSESSMENT | MTR_AUDIENCE_PROGRAMME))
#define MTR_READER_PANEL ((MtrAudience) (MTR_AUDIENCE_ASSESSMENT | MTR_AUDIENCE_PROGRAMME))
#define MTR_READER_PAIR  ((MtrAudience) (MTR_AUDIENCE_PAIR | MTR_AUDIENCE_PROGRAMME))
#define MTR_READER_LEAD  ((MtrAudience) (MTR_AUDIENCE_PROGRAMME))

/**
 * MtrFieldType:
 * @MTR_TYPE_TEXT: one line of text, at most 500 characters
 * @MTR_TYPE_LONG: text with paragraphs, at most 100,000 characters
 * @MTR_TYPE_DATE: ISO 8601 date, "2026-11-21"
 * @MTR_TYPE_TIME: local time of day, "14:03"
 * @MTR_TYPE_MOMENT: UTC moment, "2026-11-21T14:03:00Z"
 * @MTR_TYPE_INTEGER: a whole number
 * @MTR_TYPE_BOOLEAN: 0 or 1; empty means unknown
 * @MTR_TYPE_CODE: a code of the pack or of the program, at most 64 characters
 * @MTR_TYPE_CODES: such codes, separated by one space
 * @MTR_TYPE_REF: the id of another record
 */
typedef enum {
  MTR_TYPE_TEXT,
  MTR_TYPE_LONG,
  MTR_TYPE_DATE,
  MTR_TYPE_TIME,
  MTR_TYPE_MOMENT,
  MTR_TYPE_INTEGER,
  MTR_TYPE_BOOLEAN,
  MTR_TYPE_CODE,
  MTR_TYPE_CODES,
  MTR_TYPE_REF,
} MtrFieldType;

typedef enum {
  MTR_FIELD_REQUIRED = 1 << 0, /* never empty */
  MTR_FIELD_INDEXED  = 1 << 1, /* lists sort or filter by it */
  MTR_FIELD_APART    = 1 << 2, /* of a kind that a portfolio names, but no part of it */
} MtrFieldFlags;

/**
 * MtrKindFlags:
 * @MTR_KIND_FLAG_SEALED: has a "sealed_at" field; once that is set, the record and the
 *   records below it (but for append-only ones) never change again, except to erased
 * @MTR_KIND_FLAG_DERIVED: computed in the store with each change; never written, recorded or undone
 * @MTR_KIND_FLAG_APPEND_ONLY: inserted once, also below a sealed record; never changed afterwards
 */
typedef enum {
  MTR_KIND_FLAG_SEALED      = 1 << 0,
  MTR_KIND_FLAG_DERIVED     = 1 << 1,
  MTR_KIND_FLAG_APPEND_ONLY = 1 << 2,
} MtrKindFlags;

typedef enum {
  MTR_KIND_NONE = -1,
#define KIND(symbol, table, audience, parent, flags, label) MTR_KIND_##symbol,
#include "mtr-fields.def"
  MTR_N_KINDS
} MtrKind;

typedef enum {
  MTR_FIELD_NONE = -1,
#define FIELD(kind, symbol, column, type, audience, reference, flags, label) MTR_##kind##_##symbol,
#include "mtr-fields.def"
  MTR_N_FIELDS
} MtrField;

/** MtrKindInfo: one row of the table of kinds. Everything is static. */
typedef struct {
  MtrKind      kind;
  const char  *table;          /* SQL table of the home audience, singular snake_case */
  MtrAudience  home_audience;
  MtrField     parent_field;   /* MTR_FIELD_NONE for a record that stands by itself */
  MtrKindFlags flags;
  const char  *label;          /* untranslated; see mtr_kind_get_label() */
  MtrField     first_field;    /* the fields of a kind are consecutive */
  MtrField     last_field;     /* inclusive */
} MtrKindInfo;

/** MtrFieldInfo: one row of the table of fields. Everything is static. */
typedef struct {
  MtrField      field;
  MtrKind       kind;
  const char   *column;        /* SQL column, snake_case; with the kind's table also the name in files */
  MtrFieldType  type;
  MtrAudience   audience;
  MtrKind       reference;     /* for MTR_TYPE_REF, else MTR_KIND_NONE */
  MtrFieldFlags flags;
  const char   *label;         /* untranslated; see mtr_field_get_label() */
} MtrFieldInfo;

/** MtrSignature: where one of the two signatures of a kind of record is kept. */
typedef struct {
  MtrKind     kind;
  const char *slot;            /* "mentor", "mentee", "observer", "observed" */
  MtrField    at_field;        /* moment */
  MtrField    name_field;      /* the name that was typed */
  MtrField    how_field;       /* "own-file" or "in-person" */
} MtrSignature;

const MtrKindInfo  *mtr_kind_get_info       (MtrKind     kind);
const char         *mtr_kind_get_label      (MtrKind     kind);
MtrKind             mtr_kind_from_table     (const char *table);
MtrField            mtr_kind_find_field     (MtrKind     kind,
                                             const char *column);
MtrField            mtr_kind_get_sealed_field (MtrKind   kind);
MtrField            mtr_kind_get_erased_field (MtrKind   kind);

const MtrFieldInfo *mtr_field_get_info      (MtrField    field);
const char         *mtr_field_get_label     (MtrField    field);
gboolean            mtr_field_is_text       (MtrField    field);
gboolean            mtr_field_is_number     (MtrField    field);
gsize               mtr_field_get_max_length (MtrField   field);
MtrField            mtr_field_get_draft     (MtrField    field);
MtrField            mtr_field_get_passed_on (MtrField    draft);

const MtrSignature *mtr_kind_get_signatures (MtrKind     kind,
                                             guint      *n_signatures);

const char         *mtr_audience_get_suffix (MtrAudience audience);

G_END_DECLS
