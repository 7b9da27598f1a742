/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-document.h"
#include "mtr-page-style-private.h"

G_BEGIN_DECLS

MtrAhead    *mtr_ahead_new  (MtrDocument *document,
                             double       width);
void         mtr_ahead_free (MtrAhead    *self);
PangoLayout *mtr_ahead_take (MtrAhead     *self,
                             MtrTextStyle  style,
                             const char   *text,
                             double        width);

G_END_DECLS
