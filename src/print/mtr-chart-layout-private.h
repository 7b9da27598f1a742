/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-box-private.h"

G_BEGIN_DECLS

GPtrArray *mtr_chart_lay_out (const MtrStyleSheet *styles,
                              MtrNode             *chart,
                              double               x,
                              double               width);

G_END_DECLS
