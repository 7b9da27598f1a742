/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pack.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

/**
 * MtrFigure:
 * @MTR_FIGURE_PROGRAMME: one row: title, code of the pack, name of the lead, first and last day of the year
 * @MTR_FIGURE_PAIRS: scheme, state on the day, number of pairs
 * @MTR_FIGURE_COMPLETION: scheme, pairs that ended in the period, of these gone on elsewhere, of these completed
 * @MTR_FIGURE_FIRST_SUBMISSIONS: scheme, first submissions decided in the period, of these satisfactory
 * @MTR_FIGURE_OBSERVATIONS: scheme, running pairs, observations their pathway asks for, of these signed, pairs with one
 *   that is overdue
 * @MTR_FIGURE_PROTECTED_TIME: one row: pairs with protected time in the period, minutes agreed, minutes used
 * @MTR_FIGURE_SESSIONS: one row: sessions held in the period, their minutes, pairs that held one
 * @MTR_FIGURE_WITHOUT_MENTOR: name, team, waiting since; whoever has waited longest comes first
 * @MTR_FIGURE_DUAL_ROLES: mentees, mentor, scheme, state, reason
 * @MTR_FIGURE_EXCEPTIONS: mentees, mentor, scheme, state, reason
 * @MTR_FIGURE_ATTENTION: mentees, mentor, scheme, title of the reason, its figures, whose turn, code of the reason,
 *   set aside until, id of the pairing; the worst comes first, what is set aside comes last
 * @MTR_FIGURE_ATTENTION_PAIRS: one row: pairs that need attention on the day for a reason that is not set aside, pairs
 *   that have not ended
 * @MTR_FIGURE_MENTORS: name, team, running pairs, most at a time, induction on, last refresher on, willing to mentor; who
 *   has more than they said comes first
 * @MTR_FIGURE_PIPELINE: name, team, last day of the pairing in which they were mentee (empty: never mentored here),
 *   induction on: people who would mentor and have no pair
 * @MTR_FIGURE_PORTFOLIOS: scheme, portfolios
 * @MTR_FIGURE_AREAS: scheme, code of the area, portfolios with evidence in it, items of evidence in it
 * @MTR_FIGURE_OUTCOMES: scheme, kind of record ("recommendation", "decision", "moderation"), its outcome, how many were
 *   made about portfolios in the period
 * @MTR_FIGURE_QUERIES: whose portfolio, scheme, outcome of the last decision, day of it, day of the moderation that
 *   has a question; the newest first
 * @MTR_FIGURE_OPEN_PORTFOLIOS: whose portfolio, scheme, day by which it is to be handed in; of running pairs, neither
 *   recommended nor decided on the day of the report; the most urgent first
 * @MTR_FIGURE_SERVICES: the services of the people in the programme
 * @MTR_FIGURE_TEAMS: the teams of the people in the programme
 * @MTR_N_FIGURES: how many there are
 *
 * Figures about a programme, each a table with the columns named here. Schemes are codes of packs; days are ISO dates.
 */
typedef enum {
  MTR_FIGURE_PROGRAMME,
  MTR_FIGURE_PAIRS,
  MTR_FIGURE_COMPLETION,
  MTR_FIGURE_FIRST_SUBMISSIONS,
  MTR_FIGURE_OBSERVATIONS,
  MTR_FIGURE_PROTECTED_TIME,
  MTR_FIGURE_SESSIONS,
  MTR_FIGURE_WITHOUT_MENTOR,
  MTR_FIGURE_DUAL_ROLES,
  MTR_FIGURE_EXCEPTIONS,
  MTR_FIGURE_ATTENTION,
  MTR_FIGURE_ATTENTION_PAIRS,
  MTR_FIGURE_MENTORS,
  MTR_FIGURE_PIPELINE,
  MTR_FIGURE_PORTFOLIOS,
  MTR_FIGURE_AREAS,
  MTR_FIGURE_OUTCOMES,
  MTR_FIGURE_QUERIES,
  MTR_FIGURE_OPEN_PORTFOLIOS,
  MTR_FIGURE_SERVICES,
  MTR_FIGURE_TEAMS,
  MTR_N_FIGURES
} MtrFigure;

/**
 * MtrFiguresWith:
 * @MTR_FIGURES_ALONE: no records
 * @MTR_FIGURES_WITH_PAIRING: the pairing of the scope with all that whoever runs the programme may read of it
 * @MTR_FIGURES_WITH_PEOPLE: everybody and everything that is counted one by one, for the same reader; no session
 *
 * Which records come with figures, for a report that says more than numbers.
 */
typedef enum {
  MTR_FIGURES_ALONE,
  MTR_FIGURES_WITH_PAIRING,
  MTR_FIGURES_WITH_PEOPLE,
} MtrFiguresWith;

/** MtrFigures: what the reports are made from: tables of numbers and short texts, read in one go, for whoever runs the
 * programme. Nothing in it changes once it has been handed out. */
#define MTR_TYPE_FIGURES (mtr_figures_get_type ())
G_DECLARE_FINAL_TYPE (MtrFigures, mtr_figures, MTR, FIGURES, GObject)

gboolean     mtr_figures_has          (MtrFigures *self,
                                       MtrFigure   figure);
guint        mtr_figures_count        (MtrFigures *self,
                                       MtrFigure   figure);
gint64       mtr_figures_get_number   (MtrFigures *self,
                                       MtrFigure   figure,
                                       guint       row,
                                       guint       column);
const char  *mtr_figures_get_text     (MtrFigures *self,
                                       MtrFigure   figure,
                                       guint       row,
                                       guint       column);
gint64       mtr_figures_sum          (MtrFigures *self,
                                       MtrFigure   figure,
                                       guint       column);
MtrPack     *mtr_figures_get_pack     (MtrFigures *self,
                                       const char *id);
GPtrArray   *mtr_figures_list_packs   (MtrFigures *self);
MtrPack     *mtr_figures_get_only_pack (MtrFigures *self);
MtrSnapshot *mtr_figures_get_snapshot (MtrFigures *self);

/* For whoever fills it, before it is handed out. */
MtrFigures  *mtr_figures_new          (void);
void         mtr_figures_add_row      (MtrFigures *self,
                                       MtrFigure   figure,
                                       guint       n_columns);
void         mtr_figures_set_number   (MtrFigures *self,
                                       MtrFigure   figure,
                                       guint       column,
                                       gint64      number);
void         mtr_figures_set_text     (MtrFigures *self,
                                       MtrFigure   figure,
                                       guint       column,
                                       const char *text);
void         mtr_figures_begin        (MtrFigures *self,
                                       MtrFigure   figure);
void         mtr_figures_add_pack     (MtrFigures *self,
                                       MtrPack    *pack);
void         mtr_figures_set_snapshot (MtrFigures  *self,
                                       MtrSnapshot *snapshot);

G_END_DECLS
