/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How somebody reads best: a font, a size, the space between lines and a tint.
 * One profile for the screen, for paper and for every file, and one string for
 * where it is kept. A part that is left out is as the design has it.
 */

#include "mtr-adjustment.h"

#include "mtr-messages.h"

#include <string.h>

#define MAX_FONT_LETTERS 80
#define PART_SEPARATOR   ";"

G_DEFINE_QUARK (mtr-adjustment-error-quark, mtr_adjustment_error)
G_DEFINE_BOXED_TYPE (MtrAdjustment, mtr_adjustment, mtr_adjustment_copy, mtr_adjustment_free)

/* Light enough that the palest text of a page keeps the contrast of WCAG AA on every one of them. */
static const struct {
  const char *name;
  const char *title;
  guint32     colour;    /* 0xRRGGBB in sRGB */
} tints[] = {
  /* Translators: the colour behind a text. */
  [MTR_TINT_NONE]  = { "none",  N_("No tint"),    0xFFFFFF },
  [MTR_TINT_CREAM] = { "cream", N_("Cream"),      0xFBF3DA },
  [MTR_TINT_PEACH] = { "peach", N_("Peach"),      0xFDE7D3 },
  [MTR_TINT_ROSE]  = { "rose",  N_("Rose"),       0xFBE4EA },
  [MTR_TINT_BLUE]  = { "blue",  N_("Pale blue"),  0xE0EDF9 },
  [MTR_TINT_GREEN] = { "green", N_("Pale green"), 0xE1F2E1 },
  [MTR_TINT_GREY]  = { "grey",  N_("Pale grey"),  0xEBEBEB },
};

G_STATIC_ASSERT (G_N_ELEMENTS (tints) == MTR_N_TINTS);

/**
 * mtr_adjustment_new:
 *
 * Returns: (transfer full): an adjustment that changes nothing
 */
MtrAdjustment *
mtr_adjustment_new (void)
{
  MtrAdjustment *self = g_new0 (MtrAdjustment, 1);

  self->spacing = MTR_ADJUSTMENT_MIN_SPACING;

  return self;
}

/**
 * mtr_adjustment_copy:
 * @self: an adjustment
 *
 * Returns: (transfer full): another like it
 */
MtrAdjustment *
mtr_adjustment_copy (const MtrAdjustment *self)
{
  MtrAdjustment *copy = g_memdup2 (self, sizeof *self);

  copy->font = g_strdup (self->font);

  return copy;
}

/**
 * mtr_adjustment_free:
 * @self: (transfer full): an adjustment
 */
void
mtr_adjustment_free (MtrAdjustment *self)
{
  g_free (self->font);
  g_free (self);
}

/* Spacings are kept to two decimals. */
static int
get_hundredths (double spacing)
{
  return (int) (spacing * 100.0 + 0.5);
}

/**
 * mtr_adjustment_equal:
 * @self: an adjustment
 * @other: another
 *
 * Returns: whether they say the same
 */
gboolean
mtr_adjustment_equal (const MtrAdjustment *self,
                      const MtrAdjustment *other)
{
  return g_strcmp0 (self->font, other->font) == 0 && self->size == other->size && self->tint == other->tint
         && get_hundredths (self->spacing) == get_hundredths (other->spacing);
}

/**
 * mtr_adjustment_is_default:
 * @self: an adjustment
 *
 * Returns: whether it changes nothing
 */
gboolean
mtr_adjustment_is_default (const MtrAdjustment *self)
{
  g_autoptr (MtrAdjustment) untouched = mtr_adjustment_new ();

  return mtr_adjustment_equal (self, untouched);
}

/* The name goes into style sheets and files of several kinds: only what is a letter in all of them. */
static gboolean
set_font (MtrAdjustment  *self,
          const char     *value,
          GError        **error)
{
  gboolean sound = g_utf8_validate (value, -1, NULL) && g_utf8_strlen (value, -1) <= MAX_FONT_LETTERS;

  for (const char *c = value; sound && *c != '\0'; c = g_utf8_next_char (c))
    sound = g_unichar_isalnum (g_utf8_get_char (c)) || strchr (" -_.+", *c) != NULL;
  if (!sound)
    {
      g_set_error_literal (error, MTR_ADJUSTMENT_ERROR, MTR_ADJUSTMENT_ERROR_FONT,
                           _("That is not the name of a font. Write it as in “DejaVu Sans”: letters, figures, spaces, "
                             "and at most 80 of them."));
      return FALSE;
    }

  g_free (self->font);
  self->font = g_strstrip (g_strdup (value));
  if (self->font[0] == '\0')
    g_clear_pointer (&self->font, g_free);

  return TRUE;
}

static gboolean
set_size (MtrAdjustment  *self,
          const char     *value,
          GError        **error)
{
  guint64 size;

  if (!g_ascii_string_to_unsigned (value, 10, MTR_ADJUSTMENT_MIN_SIZE, MTR_ADJUSTMENT_MAX_SIZE, &size, NULL))
    {
      g_set_error (error, MTR_ADJUSTMENT_ERROR, MTR_ADJUSTMENT_ERROR_SIZE,
                   /* Translators: what was given, the least size and the largest. */
                   _("“%s” is not a size of letters. Give a whole number of points from %u to %u."),
                   value, MTR_ADJUSTMENT_MIN_SIZE, MTR_ADJUSTMENT_MAX_SIZE);
      return FALSE;
    }
  self->size = (guint) size;

  return TRUE;
}

static gboolean
set_spacing (MtrAdjustment  *self,
             const char     *value,
             GError        **error)
{
  char *end = NULL;
  double spacing = g_ascii_strtod (value, &end);

  if (end == value || *end != '\0' || !(spacing >= MTR_ADJUSTMENT_MIN_SPACING && spacing <= MTR_ADJUSTMENT_MAX_SPACING))
    {
      g_set_error (error, MTR_ADJUSTMENT_ERROR, MTR_ADJUSTMENT_ERROR_SPACING,
                   /* Translators: what was given. */
                   _("“%s” is not a spacing of lines. Give a number from 1 to 2, as in 1.5."), value);
      return FALSE;
    }
  self->spacing = get_hundredths (spacing) / 100.0;

  return TRUE;
}

static gboolean
set_tint (MtrAdjustment  *self,
          const char     *value,
          GError        **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tints); i++)
    {
      if (g_str_equal (tints[i].name, value))
        {
          self->tint = (MtrTint) i;
          return TRUE;
        }
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", tints[i].name);
    }
  g_set_error (error, MTR_ADJUSTMENT_ERROR, MTR_ADJUSTMENT_ERROR_TINT,
               /* Translators: what was given, and what can be given: "none, cream, peach". */
               _("There is no tint “%s”. There are: %s."), value, names->str);

  return FALSE;
}

static const struct {
  const char *name;
  gboolean  (*set) (MtrAdjustment *self, const char *value, GError **error);
} parts[] = {
  { "font", set_font },
  { "size", set_size },
  { "spacing", set_spacing },
  { "tint", set_tint },
};

/**
 * mtr_adjustment_set:
 * @self: an adjustment
 * @name: "font", "size", "spacing" or "tint"
 * @value: the font's name, maybe empty; a whole number of points; a number from 1 to 2 with a decimal point;
 *   the name of a tint
 * @error: where an error goes
 *
 * Returns: whether it was set; %FALSE with an error of %MTR_ADJUSTMENT_ERROR, and nothing is changed
 */
gboolean
mtr_adjustment_set (MtrAdjustment  *self,
                    const char     *name,
                    const char     *value,
                    GError        **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i].name, name))
      return parts[i].set (self, value, error);

  g_set_error (error, MTR_ADJUSTMENT_ERROR, MTR_ADJUSTMENT_ERROR_UNKNOWN,
               _("“%s” is no part of how things are shown. There are: font, size, spacing and tint."), name);

  return FALSE;
}

/**
 * mtr_adjustment_parse:
 * @text: as mtr_adjustment_to_string() writes it; in any order, and what is left out is as the design has it
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): the adjustment; %NULL with an error of %MTR_ADJUSTMENT_ERROR
 */
MtrAdjustment *
mtr_adjustment_parse (const char  *text,
                      GError     **error)
{
  g_autoptr (MtrAdjustment) self = mtr_adjustment_new ();
  g_auto (GStrv) words = g_strsplit (text, PART_SEPARATOR, -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *name = g_strstrip (words[i]);
      char *value = strchr (name, '=');

      if (name[0] == '\0')
        continue;
      if (value != NULL)
        *value++ = '\0';
      if (!mtr_adjustment_set (self, name, value != NULL ? value : "", error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * mtr_adjustment_to_string:
 * @self: an adjustment
 *
 * Returns: (transfer full): it as text, as in "font=DejaVu Sans;size=16;spacing=1.5;tint=cream", with only what differs
 *   from the design; empty where nothing does
 */
char *
mtr_adjustment_to_string (const MtrAdjustment *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (self->font != NULL)
    g_ptr_array_add (words, g_strconcat ("font=", self->font, NULL));
  if (self->size > 0)
    g_ptr_array_add (words, g_strdup_printf ("size=%u", self->size));
  if (get_hundredths (self->spacing) > 100)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (number, sizeof number, "%.3g", get_hundredths (self->spacing) / 100.0);
      g_ptr_array_add (words, g_strconcat ("spacing=", number, NULL));
    }
  if (self->tint != MTR_TINT_NONE)
    g_ptr_array_add (words, g_strconcat ("tint=", tints[self->tint].name, NULL));
  g_ptr_array_add (words, NULL);

  return g_strjoinv (PART_SEPARATOR, (char **) words->pdata);
}

/**
 * mtr_tint_get_name:
 * @tint: a tint
 *
 * Returns: (transfer none): its name in files and options
 */
const char *
mtr_tint_get_name (MtrTint tint)
{
  g_return_val_if_fail (tint < MTR_N_TINTS, NULL);

  return tints[tint].name;
}

/**
 * mtr_tint_get_title:
 * @tint: a tint
 *
 * Returns: (transfer none): what it is called for a person
 */
const char *
mtr_tint_get_title (MtrTint tint)
{
  g_return_val_if_fail (tint < MTR_N_TINTS, NULL);

  return _(tints[tint].title);
}

/**
 * mtr_tint_get_colour:
 * @tint: a tint
 *
 * Returns: its colour in sRGB as 0xRRGGBB; white for %MTR_TINT_NONE. Text with a contrast of 5.5 to 1 with white
 *   or more has at least the 4.5 to 1 of WCAG 2.2, 1.4.3 on every one.
 */
guint32
mtr_tint_get_colour (MtrTint tint)
{
  g_return_val_if_fail (tint < MTR_N_TINTS, 0xFFFFFF);

  return tints[tint].colour;
}
