/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_READING_PAGE (mtr_reading_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrReadingPage, mtr_reading_page, MTR, READING_PAGE, MtrPage)

MtrPage *mtr_reading_page_new      (const char           *title,
                                    const char           *heading);
void     mtr_reading_page_add_text (MtrReadingPage       *self,
                                    const char           *text);
void     mtr_reading_page_add_list (MtrReadingPage       *self,
                                    const char           *heading,
                                    const char           *note,
                                    const char * const   *items,
                                    const char           *prefix);
void     mtr_reading_page_add_section (MtrReadingPage      *self,
                                    const char           *heading,
                                    const char * const   *paragraphs);
GtkWidget *mtr_reading_page_add_button (MtrReadingPage     *self,
                                    const char           *label);

G_END_DECLS
