/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a programme lead may know of somebody, to be read beside somebody else.
 * Both lists have the same rows, so that they can be compared; what neither has
 * said is left out.
 */

#include "mtr-profile-rows.h"

#include "mtr-page-parts.h"
#include "mtr-text.h"

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

static const struct {
  const char *code;
  const char *title;
} words[] = {
  { "in-person", N_("in person") },
  { "video", N_("by video") },
  { "telephone", N_("by telephone") },
  { "any", N_("any of these") },
  { "monday-morning", N_("Monday morning") },
  { "monday-afternoon", N_("Monday afternoon") },
  { "monday-evening", N_("Monday evening") },
  { "tuesday-morning", N_("Tuesday morning") },
  { "tuesday-afternoon", N_("Tuesday afternoon") },
  { "tuesday-evening", N_("Tuesday evening") },
  { "wednesday-morning", N_("Wednesday morning") },
  { "wednesday-afternoon", N_("Wednesday afternoon") },
  { "wednesday-evening", N_("Wednesday evening") },
  { "thursday-morning", N_("Thursday morning") },
  { "thursday-afternoon", N_("Thursday afternoon") },
  { "thursday-evening", N_("Thursday evening") },
  { "friday-morning", N_("Friday morning") },
  { "friday-afternoon", N_("Friday afternoon") },
  { "friday-evening", N_("Friday evening") },
  { "saturday-morning", N_("Saturday morning") },
  { "saturday-afternoon", N_("Saturday afternoon") },
  { "saturday-evening", N_("Saturday evening") },
  { "sunday-morning", N_("Sunday morning") },
  { "sunday-afternoon", N_("Sunday afternoon") },
  { "sunday-evening", N_("Sunday evening") },
};

/* A code that another version has written is shown as it stands. */
static const char *
get_word (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].code, code))
      return _(words[i].title);

  return code;
}

static char *
dup_codes (const char *codes)
{
  g_auto (GStrv) parts = g_strsplit (codes, " ", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", get_word (parts[i]));

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
      return dup_codes (mtr_record_get_text (person, field));
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
