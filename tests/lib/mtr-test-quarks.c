/* SPDX-License-Identifier: GPL-3.0-or-later */

/* GLib keeps its table of quarks in blocks of 2,048 and, when there are more,
 * lets go of the old table on purpose, so that others may still be reading it.
 * The first is made while GLib itself is loaded: it is asked for before any
 * test begins, and nobody is to look for it when the test has ended. No
 * suppression can name it, for GLib is built without frame pointers.
 */

#include <glib.h>

#ifdef __SANITIZE_ADDRESS__

#include <sanitizer/lsan_interface.h>

static void
begin_loading (void)
{
  __lsan_disable ();
}

/* Before the libraries are loaded. */
__attribute__ ((section (".preinit_array"), used)) static void (* const before_loading) (void) = begin_loading;

/* After it. */
__attribute__ ((constructor)) static void
end_loading (void)
{
  __lsan_enable ();
}

#endif
