/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a programme lead may know of somebody, to be read beside somebody else.
 * Both lists have the same rows, so that they can be compared; what neither has
 * said is left out.
 */

#include "mtr-profile-rows.h"

#include "mtr-page-parts.h"
#include "mtr-person-form.h"

#include <glib/gi18n-lib.h>

/* Every field here is for the whole programme. What somebody says about who they are is not among them, and never is. */
static const MtrField fields[] = {
  MTR_PERSON_ROLE_TITLE,
  MTR_PERSON_TEAM,
  MTR_PERSON_SERVICE,
  MTR_PERSON_LOCALITY,
  MTR_PERSON_EMPLOYER,
  MTR_PERSON_PROFESSION,
  MTR_PERSON_LINE_MANAGER_ID,
  MTR_PERSON_REGISTERED,
  MTR_PERSON_FIELD_MONTHS,
  MTR_PERSON_SUPERVISORY_MONTHS,
  MTR_PERSON_SKILLS_OFFERED,
  MTR_PERSON_SKILLS_WANTED,
  MTR_PERSON_LANGUAGES,
  MTR_PERSON_MODE,
  MTR_PERSON_AVAILABILITY,
  MTR_PERSON_WISHES,
  MTR_PERSON_WISHES_OTHER_VIEW,
  MTR_PERSON_BIOGRAPHY,
};

static char *
dup_codes (MtrField    field,
           const char *codes)
{
  g_auto (GStrv) parts = g_strsplit (codes, " ", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", mtr_person_form_get_choice (field, parts[i]));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_value (MtrSnapshot *snapshot,
           MtrRecord   *person,
           MtrField     field)
{
  const MtrFieldInfo *info = mtr_field_get_info (field);
  MtrRecord *other;

  if (person == NULL || !mtr_record_is_set (person, field))
    return NULL;

  switch ((int) info->type)
    {
    case MTR_TYPE_REF:
      other = mtr_snapshot_follow (snapshot, person, field);
      return other != NULL ? g_strdup (mtr_record_get_name (other, MTR_PERSON_NAME)) : NULL;
    case MTR_TYPE_BOOLEAN:
      return g_strdup (mtr_record_get_number (person, field) != 0 ? _("yes") : _("no"));
    case MTR_TYPE_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_number (person, field));
    case MTR_TYPE_CODE:
    case MTR_TYPE_CODES:
      return dup_codes (field, mtr_record_get_text (person, field));
    default:
      return g_strdup (mtr_record_get_text (person, field));
    }
}

/**
 * mtr_profile_rows_show:
 * @rows: where
 * @snapshot: the people
 * @person_id: who is shown
 * @beside_id: beside whom
 *
 * Shows what is known of a person that may be known of the other one too.
 */
void
mtr_profile_rows_show (MtrRowList  *rows,
                       MtrSnapshot *snapshot,
                       gint64       person_id,
                       gint64       beside_id)
{
  MtrRecord *person = mtr_snapshot_get (snapshot, MTR_KIND_PERSON, person_id);
  MtrRecord *beside = mtr_snapshot_get (snapshot, MTR_KIND_PERSON, beside_id);

  mtr_row_list_begin (rows);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = dup_value (snapshot, person, fields[i]);

      if (value != NULL || (beside != NULL && mtr_record_is_set (beside, fields[i])))
        mtr_page_parts_add_reading (rows, mtr_field_get_label (fields[i]), value != NULL ? value : _("not known"));
    }
  mtr_row_list_end (rows);
}
