/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fonts of this computer that pages can be set in. */

#include "mtr-fonts.h"

#include "mtr-adjustment.h"

#include <pango/pangocairo.h>
#include <stdlib.h>

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char * const *) a, *(const char * const *) b);
}

/**
 * mtr_fonts_list:
 *
 * Returns: (transfer full): the names of the families of fonts, in the order of the locale; only those that an
 *   #MtrAdjustment can have
 */
GStrv
mtr_fonts_list (void)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  g_autoptr (MtrAdjustment) adjustment = mtr_adjustment_new ();
  g_autofree PangoFontFamily **families = NULL;
  GStrvBuilder *builder = g_strv_builder_new ();
  GStrv names;
  int n_families;

  pango_font_map_list_families (map, &families, &n_families);
  for (int i = 0; i < n_families; i++)
    {
      const char *name = pango_font_family_get_name (families[i]);

      if (mtr_adjustment_set (adjustment, "font", name, NULL))
        g_strv_builder_add (builder, name);
    }
  names = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  qsort (names, g_strv_length (names), sizeof (char *), compare_names);

  return names;
}

/**
 * mtr_fonts_has:
 * @family: the name of a family of fonts
 *
 * Returns: whether this computer has it, whatever the case of its letters
 */
gboolean
mtr_fonts_has (const char *family)
{
  g_auto (GStrv) names = mtr_fonts_list ();
  g_autofree char *wanted = g_utf8_casefold (family, -1);
  gboolean found = FALSE;

  for (guint i = 0; names[i] != NULL && !found; i++)
    {
      g_autofree char *name = g_utf8_casefold (names[i], -1);

      found = g_str_equal (name, wanted);
    }

  return found;
}
