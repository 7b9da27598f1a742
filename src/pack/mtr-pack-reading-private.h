/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the reader of packs share: the pack that is being filled,
 * the first thing that is wrong, and short ways to an element's texts. */

#pragma once

#include <libxml/tree.h>

#include "mtr-pack-reader.h"

G_BEGIN_DECLS

/**
 * MtrPackReading:
 * @pack: (owned) (nullable): what is being filled
 * @refusal: (unowned): the first thing that is wrong; the rest follows from it
 * @n_elements: how many elements there have been
 *
 * The reading of one pack.
 */
typedef struct {
  MtrPack        *pack;
  MtrPackRefusal *refusal;
  guint           n_elements;
} MtrPackReading;

gboolean  mtr_reading_is_refused         (MtrPackReading *self);
void      mtr_reading_refuse             (MtrPackReading *self,
                                          MtrPackError    code,
                                          int             line,
                                          const char     *format,
                                          ...) G_GNUC_PRINTF (4, 5);

#define mtr_reading_refuse_at(self, node, ...) \
  mtr_reading_refuse (self, MTR_PACK_ERROR_INCONSISTENT, (int) xmlGetLineNo (node), __VA_ARGS__)

gboolean  mtr_reading_is_element         (xmlNode        *node,
                                          const char     *name);

#define MTR_FOR_EACH_CHILD(child, node, name) \
  for (xmlNode *child = (node)->children; child != NULL; child = child->next) \
    if (mtr_reading_is_element (child, name))

xmlNode  *mtr_reading_find_child         (xmlNode        *node,
                                          const char     *name);
char     *mtr_reading_dup_attribute      (xmlNode        *node,
                                          const char     *name);
gboolean  mtr_reading_is_yes             (xmlNode        *node,
                                          const char     *name);
int       mtr_reading_get_amount         (xmlNode        *node,
                                          const char     *name,
                                          int             otherwise);
char     *mtr_reading_dup_text           (xmlNode        *node);
char     *mtr_reading_dup_child_text     (xmlNode        *node,
                                          const char     *name);
char    **mtr_reading_dup_children_texts (xmlNode        *node,
                                          const char     *name);

GHashTable *mtr_reading_new_seen         (void);
void      mtr_reading_refuse_duplicate   (MtrPackReading *self,
                                          GHashTable     *seen,
                                          xmlNode        *node,
                                          const char     *code);

/* The parts that a pack may leave out, each an element with its own reader. */
void      mtr_reading_read_submissions   (MtrPackReading *self,
                                          xmlNode        *section);
void      mtr_reading_read_forms         (MtrPackReading *self,
                                          xmlNode        *section);
void      mtr_reading_read_regimes       (MtrPackReading *self,
                                          xmlNode        *section);
void      mtr_reading_read_self_assessment (MtrPackReading *self,
                                          xmlNode        *section);
void      mtr_reading_read_stages        (MtrPackReading *self,
                                          xmlNode        *section);

G_END_DECLS
