/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How everything looks for whoever sits here: one adjustment, kept among the
 * settings, for the windows, the printer and every file that is saved. On the
 * screen it is a few lines of style over those of the desktop: letters are
 * scaled as a whole, so that headings stay larger than the text, and a tint
 * takes the place of white only where there is white.
 */

#include "mtr-look.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define KEY "adjustment"

struct _MtrLook {
  GObject         parent_instance;

  GSettings      *settings;     /* (owned) */
  GtkCssProvider *provider;     /* (owned) (nullable): once attached */
  MtrAdjustment  *adjustment;   /* (owned) */
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MtrLook, mtr_look, G_TYPE_OBJECT)

static void
read_screen (MtrLookScreen *screen)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *name = NULL;
  PangoFontDescription *font;
  int resolution;

  g_object_get (settings, "gtk-xft-dpi", &resolution, "gtk-font-name", &name, NULL);
  font = pango_font_description_from_string (name != NULL ? name : "");
  screen->resolution = resolution > 0 ? resolution / 1024.0 : 96.0;
  screen->size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  if (screen->size <= 0.0 || pango_font_description_get_size_is_absolute (font))
    screen->size = 11.0;
  screen->dark = adw_style_manager_get_dark (manager);
  screen->high_contrast = adw_style_manager_get_high_contrast (manager);
  pango_font_description_free (font);
}

static void
show (MtrLook *self)
{
  MtrLookScreen screen;
  g_autofree char *css = NULL;

  if (self->provider == NULL)
    return;

  read_screen (&screen);
  css = mtr_look_dup_css (self->adjustment, &screen);
  gtk_css_provider_load_from_data (self->provider, css, -1);
}

/* What is kept may have been written by a newer version, or by hand: what cannot be read changes nothing. */
static void
read_settings (MtrLook *self)
{
  g_autofree char *kept = g_settings_get_string (self->settings, KEY);
  MtrAdjustment *adjustment = mtr_adjustment_parse (kept, NULL);

  g_clear_pointer (&self->adjustment, mtr_adjustment_free);
  self->adjustment = adjustment != NULL ? adjustment : mtr_adjustment_new ();
}

static void
changed_cb (MtrLook *self)
{
  read_settings (self);
  show (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
mtr_look_dispose (GObject *object)
{
  MtrLook *self = MTR_LOOK (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->provider);
  g_clear_pointer (&self->adjustment, mtr_adjustment_free);

  G_OBJECT_CLASS (mtr_look_parent_class)->dispose (object);
}

static void
mtr_look_class_init (MtrLookClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_look_dispose;

  /* The adjustment is another one. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MTR_TYPE_LOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
mtr_look_init (MtrLook *self)
{
  self->settings = g_settings_new ("com.example.Mentoring");
  read_settings (self);
  g_signal_connect_object (self->settings, "changed::" KEY, G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * mtr_look_get_default:
 *
 * Returns: (transfer none): the look of this program
 */
MtrLook *
mtr_look_get_default (void)
{
  static MtrLook *look = NULL;

  if (look == NULL)
    look = g_object_new (MTR_TYPE_LOOK, NULL);

  return look;
}

/**
 * mtr_look_attach:
 * @self: the look
 *
 * Lets the windows of the display have it, from now on. Does nothing the second time.
 */
void
mtr_look_attach (MtrLook *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (self->provider != NULL)
    return;

  self->provider = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (self->provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-font-name", G_CALLBACK (show), self,
                           G_CONNECT_SWAPPED);
  show (self);
}

/**
 * mtr_look_get_adjustment:
 * @self: the look
 *
 * Returns: (transfer none): how whoever sits here reads best, until the look changes
 */
const MtrAdjustment *
mtr_look_get_adjustment (MtrLook *self)
{
  return self->adjustment;
}

/**
 * mtr_look_set_adjustment:
 * @self: the look
 * @adjustment: how whoever sits here reads best
 *
 * Keeps it, and shows it at once.
 */
void
mtr_look_set_adjustment (MtrLook             *self,
                         const MtrAdjustment *adjustment)
{
  g_autofree char *text = mtr_adjustment_to_string (adjustment);

  if (!mtr_adjustment_equal (self->adjustment, adjustment))
    g_settings_set_string (self->settings, KEY, text);
}

/**
 * mtr_look_adjust:
 * @self: the look
 * @document: a document that is about to be shown, printed or saved
 *
 * Sets the document for whoever sits here.
 */
void
mtr_look_adjust (MtrLook     *self,
                 MtrDocument *document)
{
  mtr_document_set_adjustment (document, self->adjustment);
}

static void
append_tint (GString *css,
             guint32  colour)
{
  g_string_append_printf (css,
                          "@define-color window_bg_color #%06x;\n"
                          "@define-color view_bg_color mix(#%06x, white, 0.3);\n"
                          "@define-color card_bg_color mix(#%06x, white, 0.5);\n"
                          "@define-color popover_bg_color mix(#%06x, white, 0.3);\n"
                          "@define-color dialog_bg_color #%06x;\n"
                          "@define-color headerbar_bg_color shade(#%06x, 0.97);\n"
                          "@define-color headerbar_backdrop_color #%06x;\n",
                          colour, colour, colour, colour, colour, colour, colour);
}

/**
 * mtr_look_dup_css:
 * @adjustment: how somebody reads best
 * @screen: what the desktop has decided
 *
 * A tint is for a light screen: a dark one has no white to take away, and high contrast has been chosen for a reason.
 *
 * Returns: (transfer full): a style sheet; empty where nothing is changed
 */
char *
mtr_look_dup_css (const MtrAdjustment *adjustment,
                  const MtrLookScreen *screen)
{
  GString *css = g_string_new (NULL);

  if (adjustment->font != NULL)
    g_string_append_printf (css, "window { font-family: \"%s\"; }\n", adjustment->font);
  if (adjustment->size > 0)
    g_string_append_printf (css, "window { -gtk-dpi: %d; }\n",
                            (int) (screen->resolution * adjustment->size / screen->size + 0.5));
  if (adjustment->spacing > MTR_ADJUSTMENT_MIN_SPACING)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      /* For GTK a number is how many times what the font asks for, and not the size of its letters as for the web. */
      g_ascii_formatd (number, sizeof number, "%.2f", adjustment->spacing);
      g_string_append_printf (css, ".page-content label, .page-content textview { line-height: %s; }\n"
                              ".page-content button label { line-height: 1; }\n", number);
    }
  /* What is said more quietly keeps the contrast of text: it is for somebody who needs more than the design gives. */
  if (css->len + adjustment->tint > 0 && !screen->high_contrast)
    g_string_append (css, ".dim-label, row .subtitle { opacity: 0.8; }\n");
  if (adjustment->tint != MTR_TINT_NONE && !screen->dark && !screen->high_contrast)
    append_tint (css, mtr_tint_get_colour (adjustment->tint));

  return g_string_free (css, FALSE);
}

/**
 * mtr_look_describe:
 * @adjustment: how somebody reads best
 *
 * Returns: (transfer full): it in words, as in "DejaVu Sans, 16 points, 1.5 lines, cream"
 */
char *
mtr_look_describe (const MtrAdjustment *adjustment)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (adjustment->font != NULL)
    g_ptr_array_add (words, g_strdup (adjustment->font));
  if (adjustment->size > 0)
    /* Translators: the size of letters. */
    g_ptr_array_add (words, g_strdup_printf (ngettext ("%u point", "%u points", adjustment->size), adjustment->size));
  if (adjustment->spacing > MTR_ADJUSTMENT_MIN_SPACING)
    /* Translators: the space from line to line: so many times the usual, as in "1.5 lines". */
    g_ptr_array_add (words, g_strdup_printf (_("%.4g lines"), adjustment->spacing));
  if (adjustment->tint != MTR_TINT_NONE)
    g_ptr_array_add (words, g_utf8_strdown (mtr_tint_get_title (adjustment->tint), -1));
  if (words->len == 0)
    return g_strdup (_("As designed"));
  g_ptr_array_add (words, NULL);

  return g_strjoinv (", ", (char **) words->pdata);
}
