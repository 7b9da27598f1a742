/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For whom an archive of a file can be made, one row each: who they are, and
 * what they have of it and what they do not.
 */

#include "mtr-archive-reader.h"

#include "mtr-messages.h"

static const MtrArchiveReader readers[] = {
  { "mine", N_("Whoever owns the file, and nobody else"),
    N_("In it: everything, private notes and private names among it."),
    N_("Not in it: the history and the search of the file."),
    MTR_READER_OWNER, FALSE, TRUE },
  { "pair", N_("The mentor and whoever is mentored"),
    N_("In it: sessions, goals, what was agreed, observations, evidence and portfolios."),
    N_("Not in it: private notes, drafts of observations and reports, and the answers to evaluations."),
    MTR_READER_PAIR | MTR_READER_PANEL, FALSE, FALSE },
  { "assessment", N_("The observer, the line manager and the panel"),
    N_("In it: portfolios, and what has been signed or passed on; of the rest, dates and states."),
    N_("Not in it: the agreement, goals and the diary, drafts, private notes and the answers to evaluations."),
    MTR_READER_PANEL, TRUE, FALSE },
  { "programme", N_("Whoever runs the programme"),
    N_("In it: people, pairings, dates, states, counts and the reports."),
    N_("Not in it: what the pair wrote, what is for assessment, private notes and the answers to evaluations."),
    MTR_READER_LEAD, FALSE, FALSE },
};

/**
 * mtr_archive_reader_count:
 *
 * Returns: how many there are
 */
guint
mtr_archive_reader_count (void)
{
  return G_N_ELEMENTS (readers);
}

/**
 * mtr_archive_reader_nth:
 * @position: under mtr_archive_reader_count()
 *
 * Returns: (transfer none): the reader there; whoever has most comes first
 */
const MtrArchiveReader *
mtr_archive_reader_nth (guint position)
{
  g_return_val_if_fail (position < G_N_ELEMENTS (readers), NULL);

  return &readers[position];
}

/**
 * mtr_archive_reader_find:
 * @code: (nullable): as typed
 *
 * Returns: (transfer none) (nullable): the reader of that code
 */
const MtrArchiveReader *
mtr_archive_reader_find (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    if (g_strcmp0 (readers[i].code, code) == 0)
      return &readers[i];

  return NULL;
}

/**
 * mtr_archive_reader_is_of_pair:
 * @reader: a reader
 *
 * The words of several pairs in one archive are for nobody of a single pair.
 *
 * Returns: whether the reader has to do with one pair, and so should not have what others wrote
 */
gboolean
mtr_archive_reader_is_of_pair (const MtrArchiveReader *reader)
{
  return !reader->is_owner && reader->audiences != MTR_READER_LEAD;
}
