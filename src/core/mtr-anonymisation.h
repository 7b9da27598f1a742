/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-record.h"

G_BEGIN_DECLS

/**
 * MtrFindingType:
 * @MTR_FINDING_NAME: a name of the private list
 * @MTR_FINDING_NHS_NUMBER: a number with the check digit of an NHS number
 * @MTR_FINDING_NATIONAL_INSURANCE: a National Insurance number
 * @MTR_FINDING_EMAIL: an e-mail address
 * @MTR_FINDING_PHONE: a telephone number
 * @MTR_FINDING_POSTCODE: a whole postcode
 * @MTR_FINDING_BIRTH_DATE: a date behind words that make it a date of birth
 *
 * What may identify somebody.
 */
typedef enum {
  MTR_FINDING_NAME,
  MTR_FINDING_NHS_NUMBER,
  MTR_FINDING_NATIONAL_INSURANCE,
  MTR_FINDING_EMAIL,
  MTR_FINDING_PHONE,
  MTR_FINDING_POSTCODE,
  MTR_FINDING_BIRTH_DATE,
} MtrFindingType;

/** MtrFinding: one place that may identify somebody. */
typedef struct {
  MtrFindingType  type;
  MtrKind         kind;         /* of the record; MTR_KIND_NONE for a text by itself */
  gint64          id;           /* of the record; 0 for a text by itself */
  MtrField        field;        /* MTR_FIELD_NONE for a text by itself */
  gsize           offset;       /* in bytes, in the text of the field */
  gsize           length;       /* in bytes */
  char           *text;         /* (owned): what was found */
  char           *sentence;     /* (owned): the sentence around it, in one line */
  char           *suggestion;   /* (owned): what to do, a sentence for a person */
  char           *fingerprint;  /* (owned): SHA-256 of type, text, record and field, 64 hexadecimal digits */
  gboolean        accepted;     /* somebody has looked at it and found that it is fine */
} MtrFinding;

void        mtr_finding_free           (MtrFinding     *finding);
const char *mtr_finding_type_get_label (MtrFindingType  type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrFinding, mtr_finding_free)

/** MtrAnonymisation: a check with the names it looks for. */
typedef struct _MtrAnonymisation MtrAnonymisation;

MtrAnonymisation *mtr_anonymisation_new           (GPtrArray        *private_names);
void              mtr_anonymisation_free          (MtrAnonymisation *self);
void              mtr_anonymisation_add_name      (MtrAnonymisation *self,
                                                   const char       *name,
                                                   const char       *code);
GPtrArray        *mtr_anonymisation_check_text    (MtrAnonymisation *self,
                                                   const char       *text);
GPtrArray        *mtr_anonymisation_check_record  (MtrAnonymisation *self,
                                                   MtrRecord        *record,
                                                   GPtrArray        *accepted_places);
GPtrArray        *mtr_anonymisation_check_records (MtrAnonymisation *self,
                                                   GPtrArray        *records,
                                                   GPtrArray        *accepted_places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrAnonymisation, mtr_anonymisation_free)

/**
 * MtrCodeStyle:
 * @MTR_CODE_STYLE_NUMBER: "Supervisee 3"
 * @MTR_CODE_STYLE_LETTER: "Person C"
 */
typedef enum {
  MTR_CODE_STYLE_NUMBER,
  MTR_CODE_STYLE_LETTER,
} MtrCodeStyle;

char             *mtr_private_name_suggest_code   (GPtrArray        *private_names,
                                                   const char       *word,
                                                   MtrCodeStyle      style);

G_END_DECLS
