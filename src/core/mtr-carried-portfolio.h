/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-record.h"

G_BEGIN_DECLS

/** MtrCarriedOrigin: where a portfolio comes from. */
typedef struct {
  char *pack;          /* (owned): the id of its scheme */
  char *pack_version;  /* (owned): the version of the scheme that it was saved with */
  char *pack_title;    /* (owned): what the scheme is called there */
  char *as_at;         /* (owned): the ISO date it was saved on */
  char *programme;     /* (owned) (nullable): the programme it was begun in */
} MtrCarriedOrigin;

/* A portfolio on its way from one programme to another: its records, and where they come from. */
#define MTR_TYPE_CARRIED_PORTFOLIO (mtr_carried_portfolio_get_type ())
G_DECLARE_FINAL_TYPE (MtrCarriedPortfolio, mtr_carried_portfolio, MTR, CARRIED_PORTFOLIO, GObject)

MtrCarriedPortfolio    *mtr_carried_portfolio_new         (MtrCarriedOrigin    *origin);
void                    mtr_carried_portfolio_add         (MtrCarriedPortfolio *self,
                                                           MtrRecord           *record,
                                                           guint                line);
void                    mtr_carried_portfolio_leave_out   (MtrCarriedPortfolio *self,
                                                           MtrRecord           *record);

const MtrCarriedOrigin *mtr_carried_portfolio_get_origin  (MtrCarriedPortfolio *self);
GPtrArray              *mtr_carried_portfolio_get_records (MtrCarriedPortfolio *self);
gboolean                mtr_carried_portfolio_is_left_out (MtrCarriedPortfolio *self,
                                                           MtrRecord           *record);
guint                   mtr_carried_portfolio_get_line    (MtrCarriedPortfolio *self,
                                                           MtrRecord           *record);
MtrRecord              *mtr_carried_portfolio_find        (MtrCarriedPortfolio *self,
                                                           MtrKind              kind,
                                                           gint64               id);

G_END_DECLS
