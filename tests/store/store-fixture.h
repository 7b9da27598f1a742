/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-store.h"

G_BEGIN_DECLS

/** StoreFixture: a programme file in a folder of its own, and some people in it. */
typedef struct {
  char     *folder;      /* (owned) */
  char     *path;        /* (owned) */
  MtrStore *store;       /* (owned) (nullable) */
  gint64    programme;
  gint64    mentor;
  gint64    mentee;
  gint64    manager;
  gint64    pairing;
  gint64    portfolio;
} StoreFixture;

MtrPack  *store_fixture_make_pack   (void);
MtrPack  *store_fixture_lookup      (const char    *id,
                                     const char    *version,
                                     GBytes        *source,
                                     gpointer       user_data);
void      store_fixture_set_up      (StoreFixture  *fixture,
                                     gconstpointer  data);
void      store_fixture_tear_down   (StoreFixture  *fixture,
                                     gconstpointer  data);
void      store_fixture_reopen      (StoreFixture  *fixture);
void      store_fixture_apply       (StoreFixture  *fixture,
                                     MtrChange     *change);
void      store_fixture_refuse      (StoreFixture  *fixture,
                                     MtrChange     *change,
                                     MtrStoreError  code);
void      store_fixture_assert_whole (StoreFixture *fixture);
char     *store_fixture_describe    (StoreFixture  *fixture);
gint64    store_fixture_add_session (StoreFixture  *fixture,
                                     const char    *held_on,
                                     const char    *next_step);
gint64    store_fixture_add_observation (StoreFixture *fixture);
void      store_fixture_seal        (StoreFixture  *fixture,
                                     gint64         observation);

G_END_DECLS
