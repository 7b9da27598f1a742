/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What <glib/gi18n-lib.h> is elsewhere, for the rooms whose words stand in
 * documents: there a message is in the language of the document that is being
 * made in this thread, and in that of the window where none is.
 */

#pragma once

#include "mtr-language.h"

#include <glib/gi18n-lib.h>
#include <libintl.h>

#undef _
#undef C_
#undef Q_
#undef ngettext

#define _(message) ((char *) mtr_language_translate (message))
#define C_(context, message) ((char *) mtr_language_translate_in (context "\004" message, sizeof context))
#define ngettext(one, many, number) mtr_language_translate_plural (one, many, (gulong) (number))
