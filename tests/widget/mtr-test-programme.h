/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-programme.h"

G_BEGIN_DECLS

/** MtrTestProgramme: the sample in a folder of its own, open without a window. */
typedef struct {
  char           *folder;     /* (owned) */
  char           *path;       /* (owned) */
  MtrPackLibrary *library;    /* (owned) */
  MtrProgramme   *programme;  /* (owned) */
} MtrTestProgramme;

/* Turns the main loop until @condition, for ten seconds at the most. */
#define MTR_TEST_WAIT_FOR(condition) \
  G_STMT_START { \
    gint64 until = g_get_monotonic_time () + 10 * G_USEC_PER_SEC; \
    guint tick = g_timeout_add (20, mtr_test_keep_turning, NULL); \
    while (!(condition) && g_get_monotonic_time () < until) \
      g_main_context_iteration (NULL, TRUE); \
    g_source_remove (tick); \
    g_assert_true (condition); \
  } G_STMT_END

gboolean mtr_test_keep_turning       (gpointer          user_data);
void     mtr_test_programme_open     (MtrTestProgramme *self);
void     mtr_test_programme_close    (MtrTestProgramme *self);
void     mtr_test_programme_set_up   (MtrTestProgramme *self,
                                      gconstpointer     data);
void     mtr_test_programme_tear_down (MtrTestProgramme *self,
                                      gconstpointer     data);

G_END_DECLS
