/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-document-error.h"
#include "mtr-document.h"
#include "mtr-pack.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

/** MtrBuilder: what the parts of a document are made from. */
typedef struct {
  MtrPack     *pack;          /* (unowned) */
  MtrSnapshot *snapshot;      /* (unowned): for %MTR_READER_PANEL */
  GDate        as_at;
  GHashTable  *people;        /* (owned) (nullable): ids of the people that the document names; %NULL: all */
} MtrBuilder;

gboolean    mtr_builder_check_readers  (MtrSnapshot *snapshot,
                                        MtrAudience  readers,
                                        GError     **error);
gboolean    mtr_builder_check_audience (MtrSnapshot *snapshot,
                                        GError     **error);
gboolean    mtr_builder_is_found       (MtrRecord   *record,
                                        MtrKind      kind,
                                        GError     **error);

void        mtr_builder_name_record    (MtrBuilder  *self,
                                        MtrNode     *node,
                                        MtrRecord   *record);
void        mtr_builder_add_facts      (MtrBuilder  *self,
                                        MtrNode     *node,
                                        MtrRecord   *record,
                                        const MtrField *fields,
                                        gsize        n_fields);
void        mtr_builder_name_text      (MtrNode     *node,
                                        MtrField     field);
MtrNode    *mtr_builder_add_text       (MtrNode     *parent,
                                        MtrRecord   *record,
                                        MtrField     field,
                                        const char  *label);
void        mtr_builder_add_date       (MtrNode     *parent,
                                        MtrRecord   *record,
                                        MtrField     field,
                                        const char  *label);
void        mtr_builder_add_code       (MtrNode     *parent,
                                        MtrRecord   *record,
                                        MtrField     field,
                                        const char  *label);
void        mtr_builder_add_person     (MtrBuilder  *self,
                                        MtrNode     *parent,
                                        MtrRecord   *record,
                                        MtrField     field,
                                        const char  *label);
void        mtr_builder_add_answer     (MtrNode     *parent,
                                        MtrRecord   *record,
                                        MtrField     field,
                                        const char  *label);

const char *mtr_builder_get_label      (MtrBuilder  *self,
                                        MtrWordList  list,
                                        MtrField     field);
const char *mtr_builder_get_code       (MtrField     field,
                                        const char  *code);
const char *mtr_builder_get_name       (MtrBuilder  *self,
                                        MtrRecord   *record,
                                        MtrField     field);
const char *mtr_builder_get_role       (MtrBuilder  *self,
                                        const char  *code);
char       *mtr_builder_dup_standard   (MtrBuilder  *self,
                                        const char  *code);
char       *mtr_builder_dup_standards  (MtrBuilder  *self,
                                        const char  *codes);
char       *mtr_builder_dup_date       (MtrRecord   *record,
                                        MtrField     field);
char       *mtr_builder_dup_id         (const char  *prefix,
                                        gint64       id);

G_END_DECLS
