/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pairing-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** MtrSessionFilter: which sessions of a diary are shown. */
typedef struct _MtrSessionFilter MtrSessionFilter;

MtrSessionFilter *mtr_session_filter_new     (MtrPack          *pack);
void              mtr_session_filter_free    (MtrSessionFilter *self);
void              mtr_session_filter_fill    (MtrSessionFilter *self,
                                              GtkDropDown      *drop_down);
gboolean          mtr_session_filter_matches (MtrSessionFilter *self,
                                              guint             choice,
                                              const char       *words,
                                              MtrPairingModel  *model,
                                              MtrRecord        *session);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrSessionFilter, mtr_session_filter_free)

G_END_DECLS
