/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-window.h"

G_BEGIN_DECLS

#define MTR_TYPE_APPLICATION (mtr_application_get_type ())
G_DECLARE_FINAL_TYPE (MtrApplication, mtr_application, MTR, APPLICATION, AdwApplication)

void            mtr_application_prepare_theme (void);
MtrApplication *mtr_application_new         (void);
MtrPackLibrary *mtr_application_get_library (MtrApplication *self);
void            mtr_application_open_path   (MtrApplication *self,
                                             const char     *path,
                                             MtrWindow      *window);
void            mtr_application_show_welcome (MtrApplication *self,
                                             MtrWindow      *window);
void            mtr_application_open_sample (MtrApplication *self,
                                             MtrWindow      *window);
void            mtr_application_show_store  (MtrApplication *self,
                                             MtrStore       *store,
                                             MtrWindow      *window);

G_END_DECLS
