/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-document.h"
#include "mtr-output.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MTR_TYPE_PAGES_VIEW (mtr_pages_view_get_type ())
G_DECLARE_FINAL_TYPE (MtrPagesView, mtr_pages_view, MTR, PAGES_VIEW, GtkBox)

void         mtr_pages_view_set_document (MtrPagesView    *self,
                                          MtrDocument     *document);
MtrDocument *mtr_pages_view_get_document (MtrPagesView    *self);
void         mtr_pages_view_say          (MtrPagesView    *self,
                                          const char      *words);
void         mtr_pages_view_explain      (MtrPagesView    *self,
                                          const char      *words);
void         mtr_pages_view_print        (MtrPagesView    *self);
void         mtr_pages_view_save_as      (MtrPagesView    *self,
                                          MtrOutputFormat  format,
                                          const char      *suggested_name);
guint        mtr_pages_view_get_n_pages  (MtrPagesView    *self);
guint        mtr_pages_view_get_page     (MtrPagesView    *self);

G_END_DECLS
