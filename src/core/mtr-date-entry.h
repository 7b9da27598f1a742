/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MtrDateLean:
 * @MTR_DATE_LEAN_PAST: what has happened: "thu" is the last Thursday, today included
 * @MTR_DATE_LEAN_FUTURE: what is planned: "thu" is the next Thursday, today not included
 *
 * Which way the name of a weekday, and a day as near on both sides, are read.
 */
typedef enum {
  MTR_DATE_LEAN_PAST,
  MTR_DATE_LEAN_FUTURE,
} MtrDateLean;

gboolean mtr_date_entry_read (const char   *typed,
                              const GDate  *today,
                              MtrDateLean   lean,
                              GDate        *date,
                              char        **time,
                              char        **message);
gboolean mtr_time_entry_read (const char   *typed,
                              char        **time,
                              char        **message);

G_END_DECLS
