/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-carried-portfolio.h"
#include "mtr-change.h"
#include "mtr-import-row.h"
#include "mtr-pack.h"
#include "mtr-proposal.h"
#include "mtr-snapshot.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** Whose portfolio it is here: whoever is found, or somebody new; else the id of a person of the programme file. */
#define MTR_PORTFOLIO_OWNER_FOUND 0
#define MTR_PORTFOLIO_OWNER_NEW   (-1)

/** MtrPortfolioImportContext: what a portfolio is brought into. Nothing in it is owned. */
typedef struct {
  MtrSnapshot  *file;         /* every person, pairing, member and portfolio, for the owner */
  MtrPack      *pack;         /* (nullable): the scheme of the portfolio, from the file or from this computer */
  gint64        owner;        /* MTR_PORTFOLIO_OWNER_FOUND, MTR_PORTFOLIO_OWNER_NEW, or an id */
  GDate         today;        /* the present date */
  MtrNewIdFunc  new_id;
  gpointer      new_id_data;
} MtrPortfolioImportContext;

/* What the dry run found: a row for each part of the portfolio, and the change that brings it in. */
#define MTR_TYPE_PORTFOLIO_IMPORT (mtr_portfolio_import_get_type ())
G_DECLARE_FINAL_TYPE (MtrPortfolioImport, mtr_portfolio_import, MTR, PORTFOLIO_IMPORT, GObject)

MtrPortfolioImport *mtr_portfolio_import_check       (MtrCarriedPortfolio             *carried,
                                                      const MtrPortfolioImportContext *context);
GListModel         *mtr_portfolio_import_get_rows    (MtrPortfolioImport              *self);
guint               mtr_portfolio_import_get_n_people (MtrPortfolioImport           *self);
MtrImportState      mtr_portfolio_import_get_state   (MtrPortfolioImport              *self);
const char         *mtr_portfolio_import_get_name    (MtrPortfolioImport              *self);
gint64              mtr_portfolio_import_get_owner   (MtrPortfolioImport              *self);
gint64              mtr_portfolio_import_get_pairing (MtrPortfolioImport              *self);
MtrPack            *mtr_portfolio_import_get_pack    (MtrPortfolioImport              *self);
MtrChange          *mtr_portfolio_import_make_change (MtrPortfolioImport              *self,
                                                      GError                         **error);

G_END_DECLS
