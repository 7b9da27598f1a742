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

/* What a person does and sees on the page in front; whatever changes something waits until all is done. */
GtkWidget      *mtr_test_find             (MtrWindow      *window,
                                           GType           type,
                                           const char     *text);
GtkWidget      *mtr_test_get              (MtrWindow      *window,
                                           GType           type,
                                           const char     *text);
GtkWidget      *mtr_test_find_field       (MtrWindow      *window,
                                           MtrField        field,
                                           guint           position);
GtkWidget      *mtr_test_find_other_window (MtrWindow     *window);
void            mtr_test_press            (MtrWindow      *window,
                                           const char     *label);
void            mtr_test_open_row         (MtrWindow      *window,
                                           const char     *title);
void            mtr_test_open_pairing     (MtrWindow      *window,
                                           const char     *mentee);
void            mtr_test_write            (MtrWindow      *window,
                                           const char     *title,
                                           const char     *text);
void            mtr_test_write_field      (MtrWindow      *window,
                                           MtrField        field,
                                           const char     *text);
void            mtr_test_choose           (MtrWindow      *window,
                                           const char     *title,
                                           guint           position);
void            mtr_test_answer           (MtrWindow      *window,
                                           const char     *text,
                                           const char     *response);
void            mtr_test_save             (MtrWindow      *window);
void            mtr_test_undo             (MtrWindow      *window);

/* What is in the file. */
MtrStore       *mtr_test_get_store        (MtrWindow      *window);
guint           mtr_test_count            (MtrWindow      *window,
                                           MtrKind         kind);
GPtrArray      *mtr_test_list_records     (MtrWindow      *window,
                                           MtrKind         kind);
MtrSnapshot    *mtr_test_load_pairing     (MtrWindow      *window,
                                           const char     *mentee);

void            mtr_test_save_picture     (GtkWidget      *widget,
                                           const char     *path);

G_END_DECLS
