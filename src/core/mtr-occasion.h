/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pack.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

/**
 * MtrOccasion:
 * @kind: kind of the record that has the date
 * @id: its id
 * @pairing_id: the pairing it belongs to; 0 where it belongs to the whole programme
 * @on: the day
 * @last: the last day, inclusive; the same as @on for most
 * @time: (owned) (nullable): local time of day, "10:00"; %NULL for the whole day
 * @minutes: how long; 0 where nobody said
 * @group: (owned): what sort of thing it is, "Workshop"; never holds a name
 * @title: (owned): what it is called; the same as @group where it has no title of its own
 * @who: (owned) (nullable): the names of those concerned, "Amara Okoye with Oonagh Petrie"
 * @place: (owned) (nullable): where
 * @note: (owned) (nullable): a note of the programme
 * @names_somebody: whether a word of somebody's name is in its title or its place
 * @cancelled: whether it does not take place
 * @missing: (owned) (nullable): what is still missing, for the end of a pairing: "2 evaluations missing"
 *
 * One entry of the programme's year.
 */
typedef struct {
  MtrKind   kind;
  gint64    id;
  gint64    pairing_id;
  GDate     on;
  GDate     last;
  char     *time;
  int       minutes;
  char     *group;
  char     *title;
  char     *who;
  char     *place;
  char     *note;
  gboolean  names_somebody;
  gboolean  cancelled;
  char     *missing;
} MtrOccasion;

/** MtrOccasionKind: records of one kind that the year is made of. */
typedef struct {
  MtrKind  kind;
  MtrField date_field;  /* indexed: only the records of the days that are asked for need be read; else MTR_FIELD_NONE */
} MtrOccasionKind;

const MtrOccasionKind *mtr_occasion_get_kinds (guint       *n_kinds);

GPtrArray   *mtr_occasion_list     (MtrSnapshot   *snapshot,
                                    GHashTable    *packs,
                                    const GDate   *from,
                                    const GDate   *to);
void         mtr_occasion_get_calendar_days (const GDate *today,
                                             GDate       *from,
                                             GDate       *to);
gboolean     mtr_occasion_is_on    (MtrOccasion   *self,
                                    const GDate   *day);
char        *mtr_occasion_dup_uid  (MtrOccasion   *self);
char        *mtr_occasion_describe (MtrOccasion   *self);
void         mtr_occasion_free     (MtrOccasion   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrOccasion, mtr_occasion_free)

G_END_DECLS
