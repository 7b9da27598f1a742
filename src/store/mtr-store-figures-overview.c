/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements behind the programme summary, the capacity of mentors and the
 * areas of standards.
 */

#include "mtr-store-figures-private.h"

#include "mtr-attention.h"

/* Pairings of one mentor and one mentee, by mentee: whether one runs with a mentor, and whether one waits for a mentor. */
#define TIES \
  "tie AS (SELECT m.person_id, " \
  "max (" MTR_SQL_STATE " <> 'ended' AND m.left_on IS NULL AND p.mentor_id IS NOT NULL) AS has_mentor, " \
  "max (" MTR_SQL_STATE " <> 'ended' AND m.left_on IS NULL AND p.mentor_id IS NULL) AS is_open " \
  "FROM member m JOIN pairing p ON p.id = m.pairing_id " \
  "WHERE m.role = 'mentee' AND coalesce (p.structure, '') <> 'group' AND " MTR_SQL_BEGIN " <= :as_at " \
  "GROUP BY m.person_id), " \
  "last AS (SELECT m.person_id, max (coalesce (p.ended_on, '')) AS ended_on, p.ended_next " \
  "FROM member m JOIN pairing p ON p.id = m.pairing_id " \
  "WHERE m.role = 'mentee' AND coalesce (p.structure, '') <> 'group' AND " MTR_SQL_STATE " = 'ended' " \
  "GROUP BY m.person_id) "

/* How many pairs somebody has as mentor on the day, whatever their scheme: also those that are proposed or paused. */
#define LOAD \
  "load AS (SELECT p.mentor_id AS id, count (*) AS n FROM pairing p WHERE p.mentor_id IS NOT NULL " \
  "AND " MTR_SQL_STATE " <> 'ended' AND " MTR_SQL_BEGIN " <= :as_at GROUP BY p.mentor_id) "

#define STILL_HERE "(q.left_on IS NULL OR q.left_on >= :as_at)"

#define IS_WILLING "coalesce (q.willing_to_mentor, coalesce (q.role_wanted, '') IN ('mentor', 'both'))"

/* The names of a pair, its scheme and state, for lists of pairs with a reason that somebody has written down. */
#define PAIR_WITH_REASON(reason) \
  "s.mentees, s.mentor, pair.pack, pair.state_then, pair." reason " FROM pair JOIN pairing_summary s ON s.id = pair.id "

/* Whether an item of evidence e of a portfolio goes in (product.md, rule 3): marked, not withdrawn, and where it is an
 * observation, one that counts. */
#define GOES_IN \
  "e.included = 1 AND e.withdrawn_on IS NULL AND coalesce (e.happened_on, '') <= :until " \
  "AND (e.observation_id IS NULL OR EXISTS (SELECT 1 FROM observation o WHERE o.id = e.observation_id " \
  "AND o.sealed_at IS NOT NULL AND o.observer_signed_at IS NOT NULL AND o.observed_signed_at IS NOT NULL " \
  "AND o.withdrawn_on IS NULL AND o.consent_withdrawn_on IS NULL AND o.consent_state = 'given' " \
  "AND o.consent_on <= o.held_on AND o.observer_id <> o.observed_id " \
  "AND NOT EXISTS (SELECT 1 FROM addendum a WHERE a.observation_id = o.id AND a.reason = 'withdrawal')))"

const MtrStoreFigure mtr_store_overview_figures[] = {
  { MTR_FIGURE_PROGRAMME, "ttttt",
    "SELECT g.title, g.pack, (SELECT q.name FROM person q WHERE q.id = g.lead_id), g.starts_on, g.ends_on "
    "FROM programme g" },

  { MTR_FIGURE_PAIRS, "ttn",
    "WITH " MTR_SQL_PAIR "SELECT pack, state_then, count (*) FROM pair GROUP BY pack, state_then" },

  /* Who goes on with somebody else or in a group has not come to the end: they are counted apart. */
  { MTR_FIGURE_COMPLETION, "tnnn",
    "WITH " MTR_SQL_PAIR ", "
    "over AS (SELECT pack, coalesce (ended_next, '') IN ('another-mentor', 'group') AS goes_on, "
    "ended_on >= planned_end_on "
    "OR EXISTS (SELECT 1 FROM portfolio f JOIN decision d ON d.portfolio_id = f.id "
    "WHERE f.pairing_id = pair.id AND d.outcome = 'pass' AND coalesce (d.made_on, '') <= :until) "
    "OR EXISTS (SELECT 1 FROM member m JOIN submission b ON b.person_id = m.person_id "
    "WHERE m.pairing_id = pair.id AND m.role = 'mentee' AND b.outcome = 'satisfactory' "
    "AND coalesce (b.pack, pair.pack) = pair.pack AND coalesce (b.decided_on, '') <= :until) AS is_complete "
    "FROM pair WHERE state_then = 'ended' AND coalesce (ended_on, '') BETWEEN :from AND :until) "
    "SELECT pack, count (*), sum (goes_on), sum (NOT goes_on AND coalesce (is_complete, 0)) FROM over GROUP BY pack" },

  /* The first decision about a portfolio is one about a first submission as well (product.md, rule 6). */
  { MTR_FIGURE_FIRST_SUBMISSIONS, "tnn",
    "WITH first AS (SELECT coalesce (b.pack, (SELECT g.pack FROM programme g)) AS pack, b.person_id, "
    "coalesce (b.decided_on, b.handed_in_on, '') AS decided_on, b.outcome = 'satisfactory' AS is_satisfactory "
    "FROM submission b WHERE b.number = 1 AND b.outcome IS NOT NULL "
    "UNION ALL SELECT f.pack, f.person_id, coalesce (d.made_on, ''), d.outcome = 'pass' "
    "FROM decision d JOIN portfolio f ON f.id = d.portfolio_id WHERE d.outcome IS NOT NULL AND NOT EXISTS ("
    "SELECT 1 FROM decision e WHERE e.portfolio_id = d.portfolio_id AND e.outcome IS NOT NULL "
    "AND (coalesce (e.made_on, ''), e.id) < (coalesce (d.made_on, ''), d.id))) "
    "SELECT first.pack, count (*), sum (is_satisfactory) FROM first JOIN person q ON q.id = first.person_id "
    "WHERE decided_on BETWEEN :from AND :until AND (:pack IS NULL OR first.pack = :pack) "
    "AND " MTR_SQL_PERSON_IN_SCOPE " GROUP BY first.pack" },

  /* Of a day that is past: without those signed since. */
  { MTR_FIGURE_OBSERVATIONS, "tnnnn",
    "WITH " MTR_SQL_PAIR "SELECT pair.pack, count (*), sum (s.observations_asked), "
    "sum (max (0, s.observations_done - (SELECT count (*) FROM observation o "
    "WHERE o.pairing_id = pair.id AND substr (o.sealed_at, 1, 10) > :as_at))), "
    "sum (pair.id IN (SELECT a.pairing_id FROM attention a "
    "WHERE a.harm = " G_STRINGIFY (MTR_ATTENTION_HARM_OBSERVATION) " AND a.from_on <= :as_at "
    "AND (a.until_on IS NULL OR :as_at < a.until_on))) "
    "FROM pair JOIN pairing_summary s ON s.id = pair.id "
    "WHERE pair.state_then IN ('induction', 'active', 'paused') AND s.observations_asked > 0 GROUP BY pair.pack" },

  /* As mtr_protected_time_init() counts it, for the months that begin within the period. */
  { MTR_FIGURE_PROTECTED_TIME, "nnn",
    "WITH " MTR_SQL_PAIR ", "
    "time AS (SELECT id, protected_minutes, started_on, min (:until, coalesce (CASE state_then WHEN 'ended' THEN ended_on "
    "WHEN 'paused' THEN paused_on END, :until)) AS last FROM pair WHERE protected_minutes > 0 AND started_on <= :until), "
    "agreed AS (SELECT id, protected_minutes * ("
    "CASE WHEN started_on <= last THEN " MTR_SQL_MONTHS ("started_on", "last") " + 1 ELSE 0 END - "
    "CASE WHEN started_on <= :before AND started_on <= last THEN "
    MTR_SQL_MONTHS ("started_on", "min (last, :before)") " + 1 ELSE 0 END) AS minutes FROM time) "
    "SELECT count (*), coalesce (sum (minutes), 0), coalesce (sum ((SELECT sum (t.minutes) FROM session t "
    "WHERE t.pairing_id = agreed.id AND t.state = 'held' AND t.held_on BETWEEN :from AND :until)), 0) "
    "FROM agreed WHERE minutes > 0" },

  /* From the pairs to their sessions, which lie beside each other: the order of a CROSS JOIN is kept. */
  { MTR_FIGURE_SESSIONS, "nnn",
    "WITH " MTR_SQL_PAIR ", held AS (SELECT count (t.id) AS n, sum (t.minutes) AS minutes FROM pair "
    "CROSS JOIN session t ON t.pairing_id = pair.id AND t.state = 'held' AND +t.held_on BETWEEN :from AND :until "
    "WHERE :parts IS NULL OR pair.id IN (SELECT n.id FROM pairing n ORDER BY n.id "
    "LIMIT (SELECT count (*) / :parts + 1 FROM pairing) OFFSET :part * (SELECT count (*) / :parts + 1 FROM pairing)) "
    "GROUP BY pair.id) SELECT coalesce (sum (n), 0), coalesce (sum (minutes), 0), count (*) FROM held", 5 },

  /* Who looks for a mentor is the rule of matching; who has only a group has no mentor. */
  { MTR_FIGURE_WITHOUT_MENTOR, "ttt",
    "WITH " TIES
    "SELECT q.name, q.team, nullif (max (coalesce (q.waiting_since_on, ''), coalesce (last.ended_on, '')), '') AS since "
    "FROM person q LEFT JOIN tie ON tie.person_id = q.id LEFT JOIN last ON last.person_id = q.id "
    "WHERE " STILL_HERE " AND " MTR_SQL_PERSON_IN_SCOPE " AND NOT coalesce (tie.has_mentor, 0) "
    "AND coalesce (q.waiting_since_on, '') <= :as_at "
    "AND (coalesce (q.first_in_queue, 0) <> 0 OR coalesce (tie.is_open, 0) "
    "OR coalesce (last.ended_next, '') = 'another-mentor' "
    "OR CASE WHEN coalesce (last.ended_on, '') <> '' THEN q.waiting_since_on >= last.ended_on "
    "ELSE q.waiting_since_on IS NOT NULL OR coalesce (q.role_wanted, '') IN ('mentee', 'both') END) "
    "ORDER BY since IS NULL, since, q.name COLLATE alphabet, q.id" },

  { MTR_FIGURE_DUAL_ROLES, "ttttt",
    "WITH " MTR_SQL_PAIR "SELECT " PAIR_WITH_REASON ("dual_role_reason")
    "WHERE pair.mentor_id = coalesce (pair.line_manager_id, (SELECT q.line_manager_id FROM member m "
    "JOIN person q ON q.id = m.person_id WHERE m.pairing_id = pair.id AND m.role = 'mentee' AND m.left_on IS NULL "
    "ORDER BY m.id LIMIT 1)) OR pair.dual_role_reason IS NOT NULL ORDER BY s.mentees COLLATE alphabet, pair.id" },

  { MTR_FIGURE_EXCEPTIONS, "ttttt",
    "WITH " MTR_SQL_PAIR "SELECT " PAIR_WITH_REASON ("exception_reason")
    "WHERE pair.exception_reason IS NOT NULL ORDER BY s.mentees COLLATE alphabet, pair.id" },

  /* With the rule of mtr_attention_get_set_aside_until(). */
  { MTR_FIGURE_ATTENTION_PAIRS, "nn",
    "WITH " MTR_SQL_PAIR "SELECT count (DISTINCT a.pairing_id), (SELECT count (*) FROM pair WHERE state_then <> 'ended') "
    "FROM attention a JOIN pair ON pair.id = a.pairing_id WHERE a.from_on <= :as_at "
    "AND (a.until_on IS NULL OR :as_at < a.until_on) AND NOT EXISTS (SELECT 1 FROM set_aside s "
    "WHERE s.reason = a.reason AND coalesce (s.pairing_id, 0) = a.pairing_id "
    "AND coalesce (s.subject_id, 0) = coalesce (a.subject_id, 0) AND :as_at < s.until_on "
    "AND coalesce (s.turn, '') IN ('', CASE WHEN coalesce (a.turn_id, 0) = 0 "
    "OR a.turn_id = (SELECT g.owner_id FROM programme g) THEN '" MTR_SET_ASIDE_YOURS "' "
    "ELSE '" MTR_SET_ASIDE_THEIRS "' END))" },

  /* Two places where nobody has said how many is the rule of matching. */
  { MTR_FIGURE_MENTORS, "ttnnttn",
    "WITH " LOAD "SELECT q.name, q.team, coalesce (load.n, 0) AS n_pairs, coalesce (q.capacity, 2), q.induction_on, "
    "nullif (max (coalesce (q.induction_on, ''), coalesce (q.refresher_on, '')), ''), " IS_WILLING " "
    "FROM person q LEFT JOIN load ON load.id = q.id "
    "WHERE " STILL_HERE " AND " MTR_SQL_PERSON_IN_SCOPE " AND (load.n > 0 OR " IS_WILLING ") "
    "ORDER BY n_pairs > coalesce (q.capacity, 2) DESC, q.name COLLATE alphabet, q.id" },

  { MTR_FIGURE_PIPELINE, "tttt",
    "WITH " TIES ", " LOAD "SELECT q.name, q.team, last.ended_on, q.induction_on FROM person q "
    "LEFT JOIN last ON last.person_id = q.id "
    "WHERE " STILL_HERE " AND " MTR_SQL_PERSON_IN_SCOPE " AND " IS_WILLING " AND q.id NOT IN (SELECT load.id FROM load) "
    "ORDER BY last.person_id IS NULL, q.name COLLATE alphabet, q.id" },

  { MTR_FIGURE_PORTFOLIOS, "tn",
    "WITH " MTR_SQL_PAIR "SELECT f.pack, count (*) FROM portfolio f JOIN pair ON pair.id = f.pairing_id "
    "WHERE coalesce (f.started_on, '') <= :until GROUP BY f.pack" },

  { MTR_FIGURE_AREAS, "ttnn",
    "WITH " MTR_SQL_PAIR ", word AS MATERIALIZED (SELECT json_extract (value, '$[0]') AS pack, "
    "json_extract (value, '$[1]') AS standard, json_extract (value, '$[2]') AS area FROM json_each (:standards)) "
    "SELECT f.pack, word.area, count (DISTINCT f.id), count (DISTINCT e.id) "
    "FROM portfolio f JOIN pair ON pair.id = f.pairing_id JOIN evidence e ON e.portfolio_id = f.id "
    "JOIN evidence_link l ON l.evidence_id = e.id JOIN word ON word.pack = f.pack AND word.standard = l.standard "
    "WHERE coalesce (f.started_on, '') <= :until AND coalesce (e.happened_on, '') <= :until AND " GOES_IN " "
    "GROUP BY f.pack, word.area" },

  { MTR_FIGURE_SERVICES, "t",
    "SELECT DISTINCT service FROM person WHERE service IS NOT NULL ORDER BY service COLLATE alphabet" },

  { MTR_FIGURE_TEAMS, "t",
    "SELECT DISTINCT team FROM person WHERE team IS NOT NULL ORDER BY team COLLATE alphabet" },

  { MTR_N_FIGURES, NULL, NULL },
};
