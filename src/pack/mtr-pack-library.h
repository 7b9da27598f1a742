/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pack.h"

G_BEGIN_DECLS

#define MTR_TYPE_PACK_LIBRARY (mtr_pack_library_get_type ())
G_DECLARE_FINAL_TYPE (MtrPackLibrary, mtr_pack_library, MTR, PACK_LIBRARY, GObject)

/** MtrPackProblem: a pack in a folder that was refused. */
typedef struct {
  char *file;      /* (owned): its path */
  int   line;      /* 1-based; 0 where there is none */
  char *reason;    /* (owned): a sentence for a person */
} MtrPackProblem;

MtrPackLibrary *mtr_pack_library_new          (void);
void            mtr_pack_library_load         (MtrPackLibrary *self);
void            mtr_pack_library_load_when_asked (MtrPackLibrary *self);
void            mtr_pack_library_load_folder  (MtrPackLibrary *self,
                                               const char     *path);
GPtrArray      *mtr_pack_library_get_packs    (MtrPackLibrary *self);
GPtrArray      *mtr_pack_library_get_problems (MtrPackLibrary *self);
MtrPack        *mtr_pack_library_find         (MtrPackLibrary *self,
                                               const char     *id,
                                               const char     *version);
MtrPack        *mtr_pack_library_add_source   (MtrPackLibrary *self,
                                               GBytes         *source,
                                               GError        **error);
MtrPack        *mtr_pack_library_translate    (MtrPackLibrary *self,
                                               MtrPack        *pack,
                                               const char     *language);
MtrPack        *mtr_pack_library_look_up      (const char     *id,
                                               const char     *version,
                                               GBytes         *source,
                                               gpointer        library);

G_END_DECLS
