/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How somebody reads best: what is accepted, what is refused, that it survives
 * being kept as text, and that its tints leave a text legible.
 */

#include "mtr-adjustment.h"

#include <math.h>
#include <string.h>

/* The least contrast for running text: WCAG 2.2, 1.4.3 (AA). */
#define LEAST_CONTRAST 4.5
/* The palest text of a printed page, and the window's own. */
#define PALEST_TEXT 0x57595E

static void
test_adjustment_kept (void)
{
  static const struct {
    const char *text;
    const char *font;
    guint       size;
    double      spacing;
    MtrTint     tint;
    const char *again;
  } cases[] = {
    { "", NULL, 0, 1.0, MTR_TINT_NONE, "" },
    { "size=16", NULL, 16, 1.0, MTR_TINT_NONE, "size=16" },
    { "font=DejaVu Sans;size=28;spacing=1.5;tint=cream", "DejaVu Sans", 28, 1.5, MTR_TINT_CREAM,
      "font=DejaVu Sans;size=28;spacing=1.5;tint=cream" },
    /* In any order, with spaces, and nothing at the end. */
    { " tint=blue ; size=9; ", NULL, 9, 1.0, MTR_TINT_BLUE, "size=9;tint=blue" },
    { "spacing=1.25", NULL, 0, 1.25, MTR_TINT_NONE, "spacing=1.25" },
    { "spacing=1.254", NULL, 0, 1.25, MTR_TINT_NONE, "spacing=1.25" },
    { "spacing=2", NULL, 0, 2.0, MTR_TINT_NONE, "spacing=2" },
    { "spacing=1;tint=none;font=", NULL, 0, 1.0, MTR_TINT_NONE, "" },
    { "font=Gŵyl-Deg 2.0", "Gŵyl-Deg 2.0", 0, 1.0, MTR_TINT_NONE, "font=Gŵyl-Deg 2.0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MtrAdjustment) adjustment = mtr_adjustment_parse (cases[i].text, &error);
      g_autoptr (MtrAdjustment) copy = NULL;
      g_autofree char *again = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (adjustment->font, ==, cases[i].font);
      g_assert_cmpuint (adjustment->size, ==, cases[i].size);
      g_assert_cmpfloat_with_epsilon (adjustment->spacing, cases[i].spacing, 0.0001);
      g_assert_cmpint (adjustment->tint, ==, cases[i].tint);
      again = mtr_adjustment_to_string (adjustment);
      g_assert_cmpstr (again, ==, cases[i].again);
      g_assert_cmpint (mtr_adjustment_is_default (adjustment), ==, cases[i].again[0] == '\0');

      copy = mtr_adjustment_copy (adjustment);
      g_assert_true (mtr_adjustment_equal (copy, adjustment));
      g_assert_true (mtr_adjustment_set (copy, "size", "11", NULL));
      g_assert_false (mtr_adjustment_equal (copy, adjustment));
    }
}

static void
test_adjustment_refused (void)
{
  static const struct {
    const char         *text;
    MtrAdjustmentError  code;
    const char         *says;
  } cases[] = {
    { "size=8", MTR_ADJUSTMENT_ERROR_SIZE, "from 9 to 28" },
    { "size=29", MTR_ADJUSTMENT_ERROR_SIZE, "“29”" },
    { "size=16pt", MTR_ADJUSTMENT_ERROR_SIZE, "“16pt”" },
    { "size=", MTR_ADJUSTMENT_ERROR_SIZE, "“”" },
    { "size", MTR_ADJUSTMENT_ERROR_SIZE, "“”" },
    { "size=-16", MTR_ADJUSTMENT_ERROR_SIZE, "“-16”" },
    { "spacing=0.9", MTR_ADJUSTMENT_ERROR_SPACING, "from 1 to 2" },
    { "spacing=2.01", MTR_ADJUSTMENT_ERROR_SPACING, "“2.01”" },
    { "spacing=1,5", MTR_ADJUSTMENT_ERROR_SPACING, "“1,5”" },
    { "spacing=nan", MTR_ADJUSTMENT_ERROR_SPACING, "“nan”" },
    { "spacing=", MTR_ADJUSTMENT_ERROR_SPACING, "“”" },
    { "tint=puce", MTR_ADJUSTMENT_ERROR_TINT, "none, cream, peach, rose, blue, green, grey" },
    { "tint=Cream", MTR_ADJUSTMENT_ERROR_TINT, "“Cream”" },
    { "font=Sans\"} body {", MTR_ADJUSTMENT_ERROR_FONT, "font" },
    { "font=A, B", MTR_ADJUSTMENT_ERROR_FONT, "font" },
    { "font=<b>", MTR_ADJUSTMENT_ERROR_FONT, "font" },
    { "font=\xff", MTR_ADJUSTMENT_ERROR_FONT, "font" },
    { "colour=red", MTR_ADJUSTMENT_ERROR_UNKNOWN, "“colour”" },
  };
  g_autoptr (MtrAdjustment) adjustment = mtr_adjustment_new ();
  g_autofree char *long_name = g_strnfill (81, 'a');

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (mtr_adjustment_parse (cases[i].text, &error));
      g_assert_error (error, MTR_ADJUSTMENT_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }

  g_assert_false (mtr_adjustment_set (adjustment, "font", long_name, NULL));
  g_assert_true (mtr_adjustment_is_default (adjustment));
}

/* Relative luminance as WCAG 2.2 defines it. */
static double
get_luminance (guint32 colour)
{
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double luminance = 0.0;

  for (guint i = 0; i < 3; i++)
    {
      double part = (colour >> (16 - 8 * i) & 0xFF) / 255.0;

      luminance += weights[i] * (part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4));
    }

  return luminance;
}

static void
test_tint_contrast (void)
{
  /* The measure itself, with the value everybody knows. */
  g_assert_cmpfloat_with_epsilon ((get_luminance (0xFFFFFF) + 0.05) / (get_luminance (0x000000) + 0.05), 21.0, 0.001);

  for (guint tint = 0; tint < MTR_N_TINTS; tint++)
    {
      double contrast = (get_luminance (mtr_tint_get_colour (tint)) + 0.05) / (get_luminance (PALEST_TEXT) + 0.05);
      g_autoptr (MtrAdjustment) adjustment = mtr_adjustment_new ();

      g_assert_cmpfloat (contrast, >=, LEAST_CONTRAST);
      g_assert_true (mtr_adjustment_set (adjustment, "tint", mtr_tint_get_name (tint), NULL));
      g_assert_cmpint (adjustment->tint, ==, (int) tint);
      g_assert_cmpstr (mtr_tint_get_title (tint), !=, "");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/adjustment/kept", test_adjustment_kept);
  g_test_add_func ("/core/adjustment/refused", test_adjustment_refused);
  g_test_add_func ("/core/tint/contrast", test_tint_contrast);

  return g_test_run ();
}
