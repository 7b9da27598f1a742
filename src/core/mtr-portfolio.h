/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-change.h"
#include "mtr-pack.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

/** The kind of evidence that is an observation, in every pack that has observations. */
#define MTR_EVIDENCE_KIND_OBSERVATION "observation"

/** MtrLeftOut: an item that does not go into the portfolio, and why. */
typedef struct {
  MtrRecord *evidence;  /* (unowned): of the snapshot */
  char      *name;      /* (owned): "E05 Notes of a team meeting" */
  char      *reason;    /* (owned): "withdrawn on 3 May 2026" */
} MtrLeftOut;

void        mtr_left_out_free                  (MtrLeftOut  *left_out);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrLeftOut, mtr_left_out_free)

MtrRecord  *mtr_portfolio_find                 (MtrSnapshot *snapshot,
                                                MtrRecord   *pairing,
                                                gint64       person_id);
MtrRecord  *mtr_portfolio_find_or_make_up      (MtrSnapshot *snapshot,
                                                MtrRecord   *pairing,
                                                gint64       person_id);

char       *mtr_portfolio_dup_carried          (MtrRecord   *portfolio);
int         mtr_portfolio_next_number          (MtrSnapshot *snapshot,
                                                gint64       portfolio_id);
char       *mtr_evidence_dup_number            (MtrRecord   *evidence);
char       *mtr_evidence_dup_name              (MtrRecord   *evidence);
char       *mtr_evidence_dup_left_out_reason   (MtrSnapshot *snapshot,
                                                MtrRecord   *evidence);
gboolean    mtr_evidence_goes_in               (MtrSnapshot *snapshot,
                                                MtrRecord   *evidence);
char       *mtr_evidence_dup_numbers_of_session (MtrSnapshot *snapshot,
                                                MtrRecord   *session);

GPtrArray  *mtr_portfolio_list_evidence        (MtrSnapshot *snapshot,
                                                gint64       portfolio_id);
GPtrArray  *mtr_portfolio_list_left_out        (MtrSnapshot *snapshot,
                                                gint64       portfolio_id);
GPtrArray  *mtr_portfolio_list_links           (MtrSnapshot *snapshot,
                                                gint64       portfolio_id);
GPtrArray  *mtr_portfolio_list_links_without_rationale (MtrSnapshot *snapshot,
                                                gint64       portfolio_id);

const char *mtr_portfolio_get_area             (MtrPack     *pack,
                                                const char  *standard);
GPtrArray  *mtr_portfolio_list_evidence_of_area (MtrPack    *pack,
                                                MtrSnapshot *snapshot,
                                                gint64       portfolio_id,
                                                const char  *area);
MtrRecord  *mtr_portfolio_find_prior           (MtrPack     *pack,
                                                MtrSnapshot *snapshot,
                                                gint64       portfolio_id,
                                                const char  *area);

MtrRecord  *mtr_portfolio_find_report          (MtrSnapshot *snapshot,
                                                gint64       portfolio_id);
GPtrArray  *mtr_report_list_unwritten_areas    (MtrPack     *pack,
                                                MtrSnapshot *snapshot,
                                                MtrRecord   *report);
gboolean    mtr_report_is_complete             (MtrPack     *pack,
                                                MtrSnapshot *snapshot,
                                                MtrRecord   *report);
MtrChange  *mtr_report_pass_on                 (MtrSnapshot *snapshot,
                                                MtrRecord   *report,
                                                const char  *moment);
gboolean    mtr_portfolio_is_checked_for_names (MtrSnapshot *snapshot,
                                                MtrRecord   *portfolio);
void        mtr_portfolio_forget_reading       (MtrChange   *change,
                                                MtrSnapshot *snapshot);

/**
 * MtrNewId:
 * @data: what was given with the function
 *
 * Returns: the id of a new record
 */
typedef gint64 (*MtrNewId) (gpointer data);

MtrChange  *mtr_portfolio_add_observation      (MtrPack     *pack,
                                                MtrSnapshot *snapshot,
                                                MtrRecord   *portfolio,
                                                MtrRecord   *observation,
                                                MtrNewId     new_id,
                                                gpointer     data);

G_END_DECLS
