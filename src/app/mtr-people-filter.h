/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-list-page.h"

G_BEGIN_DECLS

/** MtrPeopleFilter: which people a list shows. */
typedef enum {
  MTR_PEOPLE_ALL,
  MTR_PEOPLE_LOOKING,
  MTR_PEOPLE_MENTORS,
  MTR_PEOPLE_MENTORS_WITH_ROOM,
  MTR_PEOPLE_WITHOUT_MENTOR,
  MTR_PEOPLE_LEFT,
  MTR_N_PEOPLE_FILTERS
} MtrPeopleFilter;

GHashTable *mtr_people_filter_pick (guint        filter,
                                    MtrSnapshot *snapshot,
                                    MtrPack     *pack,
                                    const GDate *today);

G_END_DECLS
