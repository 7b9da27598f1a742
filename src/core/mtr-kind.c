/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of kinds, fields, drafts and signatures, made from mtr-fields.def. */

#include "mtr-kind.h"

#include "mtr-messages.h"

#include <string.h>

enum {
  REQUIRED = MTR_FIELD_REQUIRED,
  INDEXED = MTR_FIELD_INDEXED,
  APART = MTR_FIELD_APART,
  SEALED = MTR_KIND_FLAG_SEALED,
  DERIVED = MTR_KIND_FLAG_DERIVED,
  APPEND_ONLY = MTR_KIND_FLAG_APPEND_ONLY,
};

/* A parent is written as a field without its prefix, or NONE. */
#define MTR_NONE MTR_FIELD_NONE

static const MtrFieldInfo fields[] = {
#define FIELD(kind_, symbol, column_, type_, audience_, reference_, flags_, label_) \
  { MTR_##kind_##_##symbol, MTR_KIND_##kind_, column_, MTR_TYPE_##type_, MTR_AUDIENCE_##audience_, \
    MTR_KIND_##reference_, (MtrFieldFlags) (flags_), label_ },
#include "mtr-fields.def"
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == MTR_N_FIELDS);

static MtrKindInfo kinds[] = {
#define KIND(symbol, table_, audience_, parent_, flags_, label_) \
  { MTR_KIND_##symbol, table_, MTR_AUDIENCE_##audience_, MTR_##parent_, (MtrKindFlags) (flags_), label_, \
    MTR_FIELD_NONE, MTR_FIELD_NONE },
#include "mtr-fields.def"
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == MTR_N_KINDS);

static const struct {
  MtrField draft;
  MtrField passed_on;
} drafts[] = {
#define DRAFT(draft_, passed_on_) { MTR_##draft_, MTR_##passed_on_ },
#include "mtr-fields.def"
};

static const MtrSignature signatures[] = {
#define SLOT_MENTOR "mentor"
#define SLOT_MENTEE "mentee"
#define SLOT_OBSERVER "observer"
#define SLOT_OBSERVED "observed"
#define SIGNATURE(kind_, slot_, at_, name_, how_) \
  { MTR_KIND_##kind_, SLOT_##slot_, MTR_##at_, MTR_##name_, MTR_##how_ },
#include "mtr-fields.def"
};

static void
find_ranges_once (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
        {
          MtrKindInfo *info = &kinds[fields[i].kind];

          if (info->first_field == MTR_FIELD_NONE)
            info->first_field = fields[i].field;
          info->last_field = fields[i].field;
        }
      g_once_init_leave (&done, 1);
    }
}

/**
 * mtr_kind_get_info:
 * @kind: a kind of record
 *
 * Returns: (transfer none): the row of @kind in the table of kinds
 */
const MtrKindInfo *
mtr_kind_get_info (MtrKind kind)
{
  g_return_val_if_fail (kind >= 0 && kind < MTR_N_KINDS, NULL);

  find_ranges_once ();

  return &kinds[kind];
}

/**
 * mtr_kind_get_label:
 * @kind: a kind of record
 *
 * Returns: (transfer none): what a person calls such a record, translated
 */
const char *
mtr_kind_get_label (MtrKind kind)
{
  return _(mtr_kind_get_info (kind)->label);
}

/**
 * mtr_kind_from_table:
 * @table: the name of a table of a home audience, as in "session"
 *
 * Returns: the kind, or %MTR_KIND_NONE where there is no such table
 */
MtrKind
mtr_kind_from_table (const char *table)
{
  for (int i = 0; i < MTR_N_KINDS; i++)
    if (g_str_equal (kinds[i].table, table))
      return kinds[i].kind;

  return MTR_KIND_NONE;
}

/**
 * mtr_kind_find_field:
 * @kind: a kind of record
 * @column: the name of a column, as in "held_on"
 *
 * Returns: the field, or %MTR_FIELD_NONE where @kind has no such column
 */
MtrField
mtr_kind_find_field (MtrKind     kind,
                     const char *column)
{
  const MtrKindInfo *info = mtr_kind_get_info (kind);

  for (int i = info->first_field; i <= (int) info->last_field; i++)
    if (g_str_equal (fields[i].column, column))
      return fields[i].field;

  return MTR_FIELD_NONE;
}

/**
 * mtr_kind_get_sealed_field:
 * @kind: a kind of record
 *
 * Returns: the field with the moment of sealing, or %MTR_FIELD_NONE for a kind that is never sealed
 */
MtrField
mtr_kind_get_sealed_field (MtrKind kind)
{
  return (mtr_kind_get_info (kind)->flags & MTR_KIND_FLAG_SEALED) ? mtr_kind_find_field (kind, "sealed_at")
                                                                 : MTR_FIELD_NONE;
}

/**
 * mtr_kind_get_erased_field:
 * @kind: a kind of record
 *
 * Returns: the field with the moment of erasing, or %MTR_FIELD_NONE for a kind that is never sealed
 */
MtrField
mtr_kind_get_erased_field (MtrKind kind)
{
  return (mtr_kind_get_info (kind)->flags & MTR_KIND_FLAG_SEALED) ? mtr_kind_find_field (kind, "erased_at")
                                                                 : MTR_FIELD_NONE;
}

/**
 * mtr_field_get_info:
 * @field: a field
 *
 * Returns: (transfer none): the row of @field in the table of fields
 */
const MtrFieldInfo *
mtr_field_get_info (MtrField field)
{
  g_return_val_if_fail (field >= 0 && field < MTR_N_FIELDS, NULL);

  return &fields[field];
}

/**
 * mtr_field_get_label:
 * @field: a field
 *
 * Returns: (transfer none): what a person calls the field, translated
 */
const char *
mtr_field_get_label (MtrField field)
{
  return _(mtr_field_get_info (field)->label);
}

/**
 * mtr_field_is_text:
 * @field: a field
 *
 * Returns: whether a person writes the field in words, so that it is searched, checked for
 *   names and cleaned of control characters
 */
gboolean
mtr_field_is_text (MtrField field)
{
  MtrFieldType type = mtr_field_get_info (field)->type;

  return type == MTR_TYPE_TEXT || type == MTR_TYPE_LONG;
}

/**
 * mtr_field_is_number:
 * @field: a field
 *
 * Returns: whether the value is kept as a whole number (references and booleans too)
 */
gboolean
mtr_field_is_number (MtrField field)
{
  MtrFieldType type = mtr_field_get_info (field)->type;

  return type == MTR_TYPE_INTEGER || type == MTR_TYPE_BOOLEAN || type == MTR_TYPE_REF;
}

/**
 * mtr_field_get_max_length:
 * @field: a field that is not a number
 *
 * Returns: how many characters the value may have at most; 0 for a number
 */
gsize
mtr_field_get_max_length (MtrField field)
{
  static const gsize lengths[] = {
    [MTR_TYPE_TEXT] = 500,
    [MTR_TYPE_LONG] = 100000,
    [MTR_TYPE_DATE] = 10,
    [MTR_TYPE_TIME] = 5,
    [MTR_TYPE_MOMENT] = 20,
    [MTR_TYPE_INTEGER] = 0,
    [MTR_TYPE_BOOLEAN] = 0,
    [MTR_TYPE_CODE] = 64,
    [MTR_TYPE_CODES] = 1000,
    [MTR_TYPE_REF] = 0,
  };

  return lengths[mtr_field_get_info (field)->type];
}

/**
 * mtr_field_get_draft:
 * @field: a field
 *
 * Returns: the field of audience "mine" in which @field is drafted, or %MTR_FIELD_NONE
 */
MtrField
mtr_field_get_draft (MtrField field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (drafts); i++)
    if (drafts[i].passed_on == field)
      return drafts[i].draft;

  return MTR_FIELD_NONE;
}

/**
 * mtr_field_get_passed_on:
 * @draft: a field
 *
 * Returns: the field that the draft becomes when its author passes it on, or %MTR_FIELD_NONE
 *   where @draft is not a draft
 */
MtrField
mtr_field_get_passed_on (MtrField draft)
{
  for (gsize i = 0; i < G_N_ELEMENTS (drafts); i++)
    if (drafts[i].draft == draft)
      return drafts[i].passed_on;

  return MTR_FIELD_NONE;
}

/**
 * mtr_kind_get_signatures:
 * @kind: a kind of record
 * @n_signatures: (out): how many signatures the kind has: two, or none
 *
 * Returns: (transfer none) (nullable): the places of its signatures
 */
const MtrSignature *
mtr_kind_get_signatures (MtrKind  kind,
                         guint   *n_signatures)
{
  const MtrSignature *first = NULL;

  *n_signatures = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (signatures[i].kind == kind)
      {
        if (first == NULL)
          first = &signatures[i];
        (*n_signatures)++;
      }

  return first;
}

/**
 * mtr_audience_get_suffix:
 * @audience: one audience
 *
 * Returns: (transfer none): its name in tables and files: "mine", "pair", "assessment", "programme"
 */
const char *
mtr_audience_get_suffix (MtrAudience audience)
{
  switch (audience)
    {
    case MTR_AUDIENCE_MINE:
      return "mine";
    case MTR_AUDIENCE_PAIR:
      return "pair";
    case MTR_AUDIENCE_ASSESSMENT:
      return "assessment";
    case MTR_AUDIENCE_PROGRAMME:
      return "programme";
    default:
      g_return_val_if_reached (NULL);
    }
}
