/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-export-error.h"

G_BEGIN_DECLS

/** MtrMarkup: elements and text on their way into a file; what went wrong first is kept until the end. */
typedef struct _MtrMarkup MtrMarkup;

MtrMarkup *mtr_markup_new         (void);
void       mtr_markup_free        (MtrMarkup   *self);
void       mtr_markup_set_place   (MtrMarkup   *self,
                                   const char  *place);
void       mtr_markup_start       (MtrMarkup   *self,
                                   const char  *element);
void       mtr_markup_attribute   (MtrMarkup   *self,
                                   const char  *name,
                                   const char  *value);
void       mtr_markup_attributes  (MtrMarkup   *self,
                                   const char  *first_name,
                                   ...) G_GNUC_NULL_TERMINATED;
void       mtr_markup_text        (MtrMarkup   *self,
                                   const char  *text);
void       mtr_markup_raw         (MtrMarkup   *self,
                                   const char  *markup);
void       mtr_markup_raw_bytes   (MtrMarkup   *self,
                                   GBytes      *markup);
void       mtr_markup_end         (MtrMarkup   *self);
void       mtr_markup_end_empty   (MtrMarkup   *self);
void       mtr_markup_element     (MtrMarkup   *self,
                                   const char  *element,
                                   const char  *css_class,
                                   const char  *text);
GBytes    *mtr_markup_finish      (MtrMarkup   *self,
                                   GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrMarkup, mtr_markup_free)

G_END_DECLS
