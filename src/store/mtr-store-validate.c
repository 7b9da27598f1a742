/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks at a change before anything is written: what is in it must fit the
 * table of fields. A person meets these sentences only where a form let
 * something through, so each names the field.
 */

#include "mtr-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Characters that XML 1.0 has no way to write; they come from pasted text and would make an export unreadable. */
static gboolean
has_forbidden_character (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xfffe || c == 0xffff)
        return TRUE;
    }

  return FALSE;
}

static gboolean
fits_pattern (const char *text,
              const char *pattern)
{
  for (; *pattern != '\0'; pattern++, text++)
    if (*pattern == '0' ? !g_ascii_isdigit (*text) : *text != *pattern)
      return FALSE;

  return *text == '\0';
}

static int
two_digits (const char *text)
{
  return (text[0] - '0') * 10 + text[1] - '0';
}

static gboolean
is_time (const char *text)
{
  return fits_pattern (text, "00:00") && two_digits (text) < 24 && two_digits (text + 3) < 60;
}

static gboolean
is_date (const char *text)
{
  return fits_pattern (text, "0000-00-00") &&
         g_date_valid_dmy (two_digits (text + 8), two_digits (text + 5),
                           two_digits (text) * 100 + two_digits (text + 2));
}

static gboolean
is_moment (const char *text)
{
  g_autofree char *date = g_strndup (text, 10);

  return fits_pattern (text, "0000-00-00T00:00:00Z") && is_date (date) && two_digits (text + 11) < 24 &&
         two_digits (text + 14) < 60 && two_digits (text + 17) < 60;
}

static gboolean
validate_text (const MtrFieldInfo *info,
               const char         *text,
               GError            **error)
{
  const char *label = mtr_field_get_label (info->field);
  gsize max_length = mtr_field_get_max_length (info->field);

  if (!g_utf8_validate (text, -1, NULL))
    mtr_store_set_error (error, MTR_STORE_ERROR_INVALID,
                         /* Translators: %s is the label of a field */
                         _("“%s” has bytes in it that are not text. Nothing was changed; type it again."), label);
  else if (has_forbidden_character (text))
    mtr_store_set_error (error, MTR_STORE_ERROR_INVALID,
                         _("“%s” has an invisible control character in it. Nothing was changed; type it again."), label);
  else if ((gsize) g_utf8_strlen (text, -1) > max_length)
    mtr_store_set_error (error, MTR_STORE_ERROR_INVALID,
                         /* Translators: %1$s is the label of a field */
                         g_dngettext (GETTEXT_PACKAGE,
                                      "“%1$s” may have at most %2$u character. Nothing was changed.",
                                      "“%1$s” may have at most %2$u characters. Nothing was changed.",
                                      max_length),
                         label, (guint) max_length);
  else if (info->type == MTR_TYPE_DATE && !is_date (text))
    mtr_store_set_error (error, MTR_STORE_ERROR_INVALID,
                         _("“%s” must be a date that exists. Nothing was changed."), label);
  else if (info->type == MTR_TYPE_TIME && !is_time (text))
    mtr_store_set_error (error, MTR_STORE_ERROR_INVALID,
                         _("“%s” must be a time between 00:00 and 23:59. Nothing was changed."), label);
  else if (info->type == MTR_TYPE_MOMENT && !is_moment (text))
    mtr_store_set_error (error, MTR_STORE_ERROR_INVALID,
                         _("“%s” must be a moment that exists. Nothing was changed."), label);
  else
    return TRUE;

  return FALSE;
}

static gboolean
validate_field (const MtrOperation *operation,
                MtrField            field,
                GError            **error)
{
  const MtrFieldInfo *info = mtr_field_get_info (field);
  gint64 number;

  if (!mtr_record_is_set (operation->record, field))
    {
      if (info->flags & MTR_FIELD_REQUIRED)
        {
          mtr_store_set_error (error, MTR_STORE_ERROR_INVALID,
                               _("“%s” must not be empty. Nothing was changed."), mtr_field_get_label (field));
          return FALSE;
        }
      return TRUE;
    }

  if (!mtr_field_is_number (field))
    return validate_text (info, mtr_record_get_text (operation->record, field), error);

  number = mtr_record_get_number (operation->record, field);
  if (info->type == MTR_TYPE_BOOLEAN && number != 0 && number != 1)
    {
      mtr_store_set_error (error, MTR_STORE_ERROR_INVALID,
                           _("“%s” must be yes or no. Nothing was changed."), mtr_field_get_label (field));
      return FALSE;
    }

  return TRUE;
}

static gboolean
validate_operation (const MtrOperation *operation,
                    GError            **error)
{
  const MtrKindInfo *info = mtr_kind_get_info (operation->kind);

  if (info->flags & MTR_KIND_FLAG_DERIVED)
    {
      mtr_store_set_error (error, MTR_STORE_ERROR_INVALID,
                           /* Translators: %s is a kind of record */
                           _("“%s” is worked out by the program and cannot be written. Nothing was changed."),
                           mtr_kind_get_label (operation->kind));
      return FALSE;
    }
  if (operation->id <= 0)
    {
      mtr_store_set_error (error, MTR_STORE_ERROR_INVALID,
                           _("“%s” has no number. Nothing was changed."), mtr_kind_get_label (operation->kind));
      return FALSE;
    }

  if (operation->type == MTR_OPERATION_INSERT)
    {
      for (int field = info->first_field; field <= (int) info->last_field; field++)
        if (!validate_field (operation, field, error))
          return FALSE;
    }
  else if (operation->type == MTR_OPERATION_UPDATE)
    {
      for (guint i = 0; i < operation->fields->len; i++)
        if (!validate_field (operation, g_array_index (operation->fields, MtrField, i), error))
          return FALSE;
    }

  return TRUE;
}

/**
 * mtr_store_validate:
 * @change: a change
 * @error: return location for an error
 *
 * Returns: whether everything in @change fits the table of fields; what depends on other records is looked at when it
 *   is done
 */
gboolean
mtr_store_validate (MtrChange *change,
                    GError   **error)
{
  GHashTableIter iter;
  gpointer content;

  g_hash_table_iter_init (&iter, mtr_change_get_attachments (change));
  while (g_hash_table_iter_next (&iter, NULL, &content))
    if (g_bytes_get_size (content) > MTR_STORE_MAX_ATTACHMENT)
      {
        mtr_store_set_error (error, MTR_STORE_ERROR_TOO_LARGE,
                             _("A file kept in the programme file may have at most %d MB. Write down where it is kept "
                               "instead. Nothing was changed."),
                             MTR_STORE_MAX_ATTACHMENT / (1024 * 1024));
        return FALSE;
      }

  for (guint i = 0; i < mtr_change_count (change); i++)
    if (!validate_operation (mtr_change_nth (change, i), error))
      return FALSE;

  return TRUE;
}
