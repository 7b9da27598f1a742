/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* What figures are read with: a statement for each, and the pieces that
 * several of them are made of.
 *
 * Parameters of every statement, each of which may be left out:
 *   :as_at              the day of the report
 *   :from               the first day of the period, '' where it is open
 *   :before             the day before it, '' where it is open
 *   :until              the last day of the period or the day of the report, whichever is first
 *   :to                 the last day of the period, '9999-12-31' where it is open
 *   :pack               one scheme, or NULL
 *   :service, :team     of the mentees, or NULL
 *   :pairing            one pairing, or 0
 *   :parts, :part       where a figure is cut: into how many, and which, from 0; NULL: all in one
 *   :standards          JSON: [pack, standard, area] for each standard of each pack
 */

#include "mtr-figures.h"
#include "mtr-store-private.h"

G_BEGIN_DECLS

/** MtrStoreFigure: how a figure is read. */
typedef struct {
  MtrFigure   figure;
  const char *columns;  /* of each column: 't' text, 'n' number */
  const char *sql;      /* reads tables of the audience “programme” only; anything else is refused when it is prepared */
  int         parts;    /* for one row of numbers: into how many slices it is cut, which are added up; 0: none */
} MtrStoreFigure;

/** Each ends with a row without statement. A figure is in one of them. */
extern const MtrStoreFigure mtr_store_overview_figures[];
extern const MtrStoreFigure mtr_store_outcome_figures[];

/* The state of a pairing p as it was on the day of the report, as far as its dates tell. */
#define MTR_SQL_STATE \
  "CASE WHEN p.state = 'ended' AND coalesce (p.ended_on, '') <= :as_at THEN 'ended' " \
  "WHEN p.state = 'paused' AND coalesce (p.paused_on, '') <= :as_at THEN 'paused' " \
  "WHEN p.state = 'proposed' OR p.started_on > :as_at THEN 'proposed' " \
  "WHEN p.state = 'induction' THEN 'induction' ELSE 'active' END"

/* The day from which a pairing p is there. */
#define MTR_SQL_BEGIN "coalesce (min (p.proposed_on, p.started_on), p.proposed_on, p.started_on, '')"

/* Whether a person q belongs to the part of the programme that was asked for. */
#define MTR_SQL_PERSON_IN_SCOPE \
  "(:service IS NULL OR q.service = :service) AND (:team IS NULL OR q.team = :team)"

/* The pairs of the period: those that were there by its end and had not ended before it began. */
#define MTR_SQL_PAIR \
  "pair AS (SELECT p.*, " MTR_SQL_STATE " AS state_then FROM pairing p " \
  "WHERE " MTR_SQL_BEGIN " <= :until AND NOT (p.state = 'ended' AND p.ended_on < :from) " \
  "AND (:pack IS NULL OR p.pack = :pack) " \
  "AND ((:service IS NULL AND :team IS NULL) OR EXISTS (SELECT 1 FROM member m JOIN person q ON q.id = m.person_id " \
  "WHERE m.pairing_id = p.id AND m.role = 'mentee' AND " MTR_SQL_PERSON_IN_SCOPE "))) "

/* Whole months from one ISO date to a later one, with the rule of mtr_date_months_between(): where the day of the month
 * is not reached, the month still counts on its last day. */
#define MTR_SQL_MONTHS(from, to) \
  "((substr (" to ", 1, 4) - substr (" from ", 1, 4)) * 12 + substr (" to ", 6, 2) - substr (" from ", 6, 2) - " \
  "(substr (" to ", 9, 2) < substr (" from ", 9, 2) AND substr (date (" to ", '+1 day'), 9, 2) <> '01'))"

G_END_DECLS
