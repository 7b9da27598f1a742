/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures about what became of portfolios: recommended, decided, moderated.
 * Three records that never change one another (product.md, rule 4), so that
 * each is counted by its own day.
 */

#include "mtr-store-figures-private.h"

/* The portfolios f of the part of the programme that was asked for, with whose they are. */
#define PORTFOLIO \
  "JOIN portfolio f ON f.id = r.portfolio_id AND (:pack IS NULL OR f.pack = :pack) " \
  "JOIN person q ON q.id = f.person_id AND " MTR_SQL_PERSON_IN_SCOPE " "

/* How many records of a table have which outcome, made in the period. */
#define OUTCOMES(table) \
  "SELECT f.pack, '" table "', r.outcome, count (*) FROM " table " r " PORTFOLIO \
  "WHERE r.outcome IS NOT NULL AND coalesce (r.made_on, '') BETWEEN :from AND :until GROUP BY f.pack, r.outcome"

/* Whether a portfolio f has none of the records of a table on the day of the report. */
#define NOT_MADE(table) \
  "NOT EXISTS (SELECT 1 FROM " table " r WHERE r.portfolio_id = f.id AND coalesce (r.made_on, '') <= :as_at) "

const MtrStoreFigure mtr_store_outcome_figures[] = {
  { MTR_FIGURE_OUTCOMES, "tttn",
    OUTCOMES ("recommendation") " UNION ALL " OUTCOMES ("decision") " UNION ALL " OUTCOMES ("moderation") },

  { MTR_FIGURE_QUERIES, "ttttt",
    "SELECT q.name, f.pack, d.outcome, d.made_on, r.made_on FROM moderation r " PORTFOLIO
    "LEFT JOIN decision d ON d.id = (SELECT e.id FROM decision e WHERE e.portfolio_id = f.id AND e.outcome IS NOT NULL "
    "AND coalesce (e.made_on, '') <= :as_at ORDER BY e.made_on DESC, e.id DESC LIMIT 1) "
    "WHERE r.outcome = 'query' AND coalesce (r.made_on, '') BETWEEN :from AND :until "
    "ORDER BY r.made_on DESC, q.name COLLATE alphabet, r.id" },

  { MTR_FIGURE_OPEN_PORTFOLIOS, "ttt",
    "WITH " MTR_SQL_PAIR "SELECT q.name, f.pack, f.submit_by FROM portfolio f JOIN pair ON pair.id = f.pairing_id "
    "JOIN person q ON q.id = f.person_id AND " MTR_SQL_PERSON_IN_SCOPE " "
    "WHERE pair.state_then IN ('induction', 'active', 'paused') AND coalesce (f.started_on, '') <= :as_at "
    "AND " NOT_MADE ("recommendation") "AND " NOT_MADE ("decision")
    "ORDER BY f.submit_by IS NULL, f.submit_by, q.name COLLATE alphabet, f.id" },

  { MTR_N_FIGURES, NULL, NULL },
};
