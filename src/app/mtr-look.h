/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MTR_TYPE_LOOK (mtr_look_get_type ())
G_DECLARE_FINAL_TYPE (MtrLook, mtr_look, MTR, LOOK, GObject)

/** MtrLookScreen: what the desktop has decided, and a look builds on. */
typedef struct {
  double   resolution;     /* of letters, in dots an inch */
  double   size;           /* of letters, in points */
  gboolean dark;
  gboolean high_contrast;
} MtrLookScreen;

MtrLook             *mtr_look_get_default    (void);
void                 mtr_look_attach         (MtrLook             *self);
const MtrAdjustment *mtr_look_get_adjustment (MtrLook             *self);
void                 mtr_look_set_adjustment (MtrLook             *self,
                                              const MtrAdjustment *adjustment);
void                 mtr_look_adjust         (MtrLook             *self,
                                              MtrDocument         *document);
char                *mtr_look_dup_css        (const MtrAdjustment *adjustment,
                                              const MtrLookScreen *screen);
char                *mtr_look_describe       (const MtrAdjustment *adjustment);

G_END_DECLS
