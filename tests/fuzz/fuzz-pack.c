/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Anybody may drop a pack into their folder: whatever is in it, it is read or
 * refused, and nothing else happens.
 */

#include "fuzz.h"

#include "mtr-pack-library.h"

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes,
                        gsize         size)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  g_autoptr (GBytes) source = g_bytes_new (bytes, size);
  g_autoptr (GError) error = NULL;
  MtrPack *pack = mtr_pack_library_add_source (library, source, &error);

  g_assert_true ((pack == NULL) == (error != NULL));

  return 0;
}
