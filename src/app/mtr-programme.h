/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pack-library.h"
#include "mtr-store.h"

G_BEGIN_DECLS

#define MTR_TYPE_PROGRAMME (mtr_programme_get_type ())
G_DECLARE_FINAL_TYPE (MtrProgramme, mtr_programme, MTR, PROGRAMME, GObject)

/**
 * MtrSaveFunc:
 * @flush: the object that may hold something typed
 *
 * Writes what is still unsaved, at once. Called for Ctrl+S, before a page goes and before the window closes.
 */
typedef void (*MtrSaveFunc) (gpointer flush);

void          mtr_programme_read_clock      (GDate               *today);
MtrProgramme *mtr_programme_new             (MtrStore            *store,
                                             MtrPackLibrary      *library);
MtrStore     *mtr_programme_get_store       (MtrProgramme        *self);
MtrPackLibrary *mtr_programme_get_library   (MtrProgramme        *self);
MtrPack      *mtr_programme_get_pack        (MtrProgramme        *self,
                                             const char          *id);
GPtrArray    *mtr_programme_list_packs      (MtrProgramme        *self);
GPtrArray    *mtr_programme_list_people     (MtrProgramme        *self);
gint64        mtr_programme_get_id          (MtrProgramme        *self);
gint64        mtr_programme_get_owner_id    (MtrProgramme        *self);
const char   *mtr_programme_get_title       (MtrProgramme        *self);
gboolean      mtr_programme_is_read_only    (MtrProgramme        *self);
void          mtr_programme_get_today       (MtrProgramme        *self,
                                             GDate               *today);
gint64        mtr_programme_new_id          (MtrProgramme        *self);
char         *mtr_programme_now             (MtrProgramme        *self);

void          mtr_programme_apply           (MtrProgramme        *self,
                                             MtrChange           *change,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
gboolean      mtr_programme_apply_finish    (MtrProgramme        *self,
                                             GAsyncResult        *result,
                                             GError             **error);
void          mtr_programme_act             (MtrProgramme        *self,
                                             MtrChange           *change,
                                             const char          *done);
void          mtr_programme_undo            (MtrProgramme        *self);
void          mtr_programme_redo            (MtrProgramme        *self);
void          mtr_programme_confirm_undo    (MtrProgramme        *self,
                                             gboolean             redo);
void          mtr_programme_save_now        (MtrProgramme        *self);
void          mtr_programme_save_copy       (MtrProgramme        *self,
                                             const char          *path);
void          mtr_programme_add_unsaved     (MtrProgramme        *self,
                                             gpointer             object,
                                             MtrSaveFunc          flush);
void          mtr_programme_remove_unsaved  (MtrProgramme        *self,
                                             gpointer             object);
void          mtr_programme_begin_loading   (MtrProgramme        *self);
void          mtr_programme_end_loading     (MtrProgramme        *self);
gboolean      mtr_programme_is_loading      (MtrProgramme        *self);
void          mtr_programme_announce        (MtrProgramme        *self,
                                             const char          *message);
const char   *mtr_programme_get_announcement (MtrProgramme       *self);
const char   *mtr_programme_get_status      (MtrProgramme        *self);
const char   *mtr_programme_get_trouble     (MtrProgramme        *self);
gboolean      mtr_programme_settle          (MtrProgramme        *self);
void          mtr_programme_close           (MtrProgramme        *self);

G_END_DECLS
