/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pack.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MTR_TYPE_STANDARD_PICKER (mtr_standard_picker_get_type ())
G_DECLARE_FINAL_TYPE (MtrStandardPicker, mtr_standard_picker, MTR, STANDARD_PICKER, GtkPopover)

GtkWidget *mtr_standard_picker_new (MtrPack *pack);

G_END_DECLS
