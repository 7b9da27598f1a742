/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-application.h"
#include "mtr-window.h"

G_BEGIN_DECLS

/** MtrTestFile: what the window shows. */
typedef enum {
  MTR_TEST_FILE_NONE,    /* the welcome page */
  MTR_TEST_FILE_EMPTY,   /* a programme that was just started, by "Mentor B" */
  MTR_TEST_FILE_SAMPLE,  /* the sample */
  MTR_TEST_FILE_READ_ONLY, /* the sample, while somebody else has it open */
} MtrTestFile;

MtrApplication *mtr_test_application_new  (void);
MtrWindow      *mtr_test_window_new       (MtrApplication *application,
                                           MtrTestFile     file,
                                           int             width,
                                           int             height);
void            mtr_test_window_settle    (MtrWindow      *window);
void            mtr_test_window_close     (MtrWindow      *window);
gint64          mtr_test_find_pairing     (MtrWindow      *window,
                                           const char     *mentee);
GtkWidget      *mtr_test_find_widget      (GtkWidget      *root,
                                           GType           type,
                                           const char     *text);
void            mtr_test_save_picture     (GtkWidget      *widget,
                                           const char     *path);

G_END_DECLS
