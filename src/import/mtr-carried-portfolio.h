/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-import-error.h"
#include "mtr-record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** A portfolio file may have so many bytes; the files that belong to the evidence are never in it. */
#define MTR_CARRIED_PORTFOLIO_MAX_SIZE (64 * 1024 * 1024)

/* A portfolio file that was read: its records, and where they come from. It is never changed. */
#define MTR_TYPE_CARRIED_PORTFOLIO (mtr_carried_portfolio_get_type ())
G_DECLARE_FINAL_TYPE (MtrCarriedPortfolio, mtr_carried_portfolio, MTR, CARRIED_PORTFOLIO, GObject)

MtrCarriedPortfolio *mtr_carried_portfolio_new           (GBytes               *xml,
                                                          GError              **error);
MtrCarriedPortfolio *mtr_carried_portfolio_new_from_file (GFile                *file,
                                                          GCancellable         *cancellable,
                                                          GError              **error);

const char          *mtr_carried_portfolio_get_pack         (MtrCarriedPortfolio *self);
const char          *mtr_carried_portfolio_get_pack_version (MtrCarriedPortfolio *self);
const char          *mtr_carried_portfolio_get_pack_title   (MtrCarriedPortfolio *self);
const char          *mtr_carried_portfolio_get_as_at        (MtrCarriedPortfolio *self);
const char          *mtr_carried_portfolio_get_programme    (MtrCarriedPortfolio *self);
GPtrArray           *mtr_carried_portfolio_get_records      (MtrCarriedPortfolio *self);
gboolean             mtr_carried_portfolio_is_left_out      (MtrCarriedPortfolio *self,
                                                             MtrRecord           *record);
guint                mtr_carried_portfolio_get_line         (MtrCarriedPortfolio *self,
                                                             MtrRecord           *record);
MtrRecord           *mtr_carried_portfolio_find             (MtrCarriedPortfolio *self,
                                                             MtrKind              kind,
                                                             gint64               id);

G_END_DECLS
