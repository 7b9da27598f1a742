/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-programme.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The width of content under which a page is narrow, in pixels. */
#define MTR_NARROW_WIDTH 760

#define MTR_TYPE_PAGE (mtr_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (MtrPage, mtr_page, MTR, PAGE, AdwBin)

/**
 * MtrPageClass:
 * @refresh: shows what is in the store now; called when the page is mapped and whenever something has changed.
 *   Must keep the focus, and what is typed.
 * @go_to: shows a record of the page and puts the cursor in one of its fields (%MTR_FIELD_NONE: on the record);
 *   returns whether the record is here
 * @focus_first: puts the focus where the page begins
 * @leave: the page is about to go: write what is typed
 * @command: does a command of the window that belongs to pages, as in "write-session"; returns whether it did
 */
struct _MtrPageClass {
  AdwBinClass parent_class;

  void     (*refresh)     (MtrPage  *self);
  gboolean (*go_to)       (MtrPage  *self,
                           MtrKind   kind,
                           gint64    id,
                           MtrField  field);
  void     (*focus_first) (MtrPage  *self);
  void     (*leave)       (MtrPage  *self);
  gboolean (*command)     (MtrPage    *self,
                           const char *command);
};

MtrProgramme *mtr_page_get_programme (MtrPage      *self);
void          mtr_page_set_programme (MtrPage      *self,
                                      MtrProgramme *programme);
const char   *mtr_page_get_title     (MtrPage      *self);
void          mtr_page_set_title     (MtrPage      *self,
                                      const char   *title);
gboolean      mtr_page_get_narrow    (MtrPage      *self);
gboolean      mtr_page_is_loading    (MtrPage      *self);
void          mtr_page_set_loading   (MtrPage      *self,
                                      gboolean      loading);
void          mtr_page_refresh       (MtrPage      *self);
gboolean      mtr_page_go_to         (MtrPage      *self,
                                      MtrKind       kind,
                                      gint64        id,
                                      MtrField      field);
void          mtr_page_focus_first   (MtrPage      *self);
void          mtr_page_keep_focus    (MtrPage      *self);
void          mtr_page_leave         (MtrPage      *self);
gboolean      mtr_page_command       (MtrPage      *self,
                                      const char   *command);
gboolean      mtr_page_is_gone       (MtrPage      *self);
void          mtr_page_push          (MtrPage      *self,
                                      MtrPage      *page);
void          mtr_page_pop           (MtrPage      *self);
GtkBox       *mtr_page_add_content   (MtrPage      *self,
                                      int           maximum_size);

G_END_DECLS
