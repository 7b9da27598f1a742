/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"

G_BEGIN_DECLS

/** MtrPairingsFilter: which pairings are listed. */
typedef enum {
  MTR_PAIRINGS_ALL,
  MTR_PAIRINGS_ATTENTION,
  MTR_PAIRINGS_ACTIVE,
  MTR_PAIRINGS_INDUCTION,
  MTR_PAIRINGS_PROPOSED,
  MTR_PAIRINGS_PAUSED,
  MTR_PAIRINGS_ENDED,
} MtrPairingsFilter;

MtrPage *mtr_pairings_page_new        (MtrProgramme      *programme);
void     mtr_pairings_page_set_filter (MtrPage           *page,
                                       MtrPairingsFilter  filter);

G_END_DECLS
