/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person at a terminal sees of work that takes a while: what is being
 * done, and how much of it, or, where nobody knows how much there is, for how
 * long. A thread draws it, because the work itself may be one long call of the
 * store. It is on standard error, and gone before anything else is printed.
 */

#include "mtr-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

/* Work shorter than this shows no progress. */
#define SHOWN_AFTER_US G_GINT64_CONSTANT (300000)
#define DRAWN_EVERY_US G_GINT64_CONSTANT (200000)

/* Of the thread that does the work. */
static GThread *thread = NULL;

/* Of both. */
static GMutex mutex;
static GCond stopped;
static gboolean is_stopping;
static const char *what_is_done;
static double fraction_done;

static void
draw (gint64 began_us)
{
  if (fraction_done >= 0)
    /* Translators: progress in a terminal: what is being done, and how much of it in per cent. */
    fprintf (stderr, _("\r%s %3d %%"), what_is_done, (int) (fraction_done * 100 + 0.5));
  else
    /* Translators: progress in a terminal: what is being done, and for how many seconds. */
    fprintf (stderr, _("\r%s, %d s"), what_is_done, (int) ((g_get_monotonic_time () - began_us) / G_USEC_PER_SEC));
  fputs ("\033[K", stderr);
  fflush (stderr);
}

static gpointer
show (gpointer data)
{
  gint64 began_us = g_get_monotonic_time ();
  gint64 next_us = began_us + SHOWN_AFTER_US;
  gboolean is_shown = FALSE;

  g_mutex_lock (&mutex);
  while (!is_stopping)
    if (!g_cond_wait_until (&stopped, &mutex, next_us))
      {
        draw (began_us);
        is_shown = TRUE;
        next_us = g_get_monotonic_time () + DRAWN_EVERY_US;
      }
  g_mutex_unlock (&mutex);

  if (is_shown)
    {
      fputs ("\r\033[K", stderr);
      fflush (stderr);
    }

  return NULL;
}

/* Ending it takes the handlers away, so that what is printed here goes the usual way. */
static void
print_cb (const char *text)
{
  mtr_cli_end_progress ();
  g_print ("%s", text);
}

static void
print_error_cb (const char *text)
{
  mtr_cli_end_progress ();
  g_printerr ("%s", text);
}

/**
 * mtr_cli_begin_progress:
 * @what: what is being done, translated
 *
 * Shows from now on, on standard error where that is a terminal, that something is being done, once it has taken 0.3 s. Whatever
 * is printed ends it, as mtr_cli_end_progress() does.
 */
void
mtr_cli_begin_progress (const char *what)
{
  if (thread != NULL || !isatty (STDERR_FILENO))
    return;

  is_stopping = FALSE;
  what_is_done = what;
  fraction_done = -1;
  g_set_print_handler (print_cb);
  g_set_printerr_handler (print_error_cb);
  thread = g_thread_new ("progress", show, NULL);
}

/**
 * mtr_cli_show_progress:
 * @what: what is being done, translated
 * @fraction: how much of it is done, from 0 to 1
 *
 * Says how far the work has come.
 */
void
mtr_cli_show_progress (const char *what,
                       double      fraction)
{
  mtr_cli_begin_progress (what);
  g_mutex_lock (&mutex);
  what_is_done = what;
  fraction_done = fraction;
  g_mutex_unlock (&mutex);
}

/**
 * mtr_cli_end_progress:
 *
 * Takes the progress off the terminal again.
 */
void
mtr_cli_end_progress (void)
{
  if (thread == NULL)
    return;

  g_mutex_lock (&mutex);
  is_stopping = TRUE;
  g_cond_signal (&stopped);
  g_mutex_unlock (&mutex);
  g_thread_join (g_steal_pointer (&thread));
  g_set_print_handler (NULL);
  g_set_printerr_handler (NULL);
}
