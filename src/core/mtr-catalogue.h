/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MtrCatalogue MtrCatalogue;

MtrCatalogue *mtr_catalogue_new           (GBytes       *bytes);
void          mtr_catalogue_free          (MtrCatalogue *self);
const char   *mtr_catalogue_look_up       (MtrCatalogue *self,
                                           const char   *message);
const char   *mtr_catalogue_look_up_plural (MtrCatalogue *self,
                                           const char   *message,
                                           gulong        number);
guint         mtr_catalogue_choose_plural (MtrCatalogue *self,
                                           gulong        number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrCatalogue, mtr_catalogue_free)

G_END_DECLS
