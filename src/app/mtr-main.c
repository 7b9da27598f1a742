/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The entry of the application with a window. */

#include "mtr-application.h"

#include "mtr-config.h"
#include "mtr-language.h"
#include "mtr-spelling.h"

#include <pango/pangocairo.h>

int
main (int   argc,
      char *argv[])
{
  g_autoptr (MtrApplication) application = NULL;
  int status;

  mtr_language_set_up (MTR_LOCALE_DIR);
  g_set_prgname ("mentoring");
  mtr_application_prepare_theme ();
  /* Pango looks for the fonts in a thread of its own; begun now, it is ready when there is something to lay out. */
  pango_cairo_font_map_get_default ();

  application = mtr_application_new ();

  status = g_application_run (G_APPLICATION (application), argc, argv);
  /* Whatever still holds the application, nothing may be read any more when the program ends. */
  mtr_spelling_wait ();

  return status;
}
