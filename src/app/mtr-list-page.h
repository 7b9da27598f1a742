/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_LIST_PAGE (mtr_list_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrListPage, mtr_list_page, MTR, LIST_PAGE, MtrPage)

/** MtrListFilter: one choice of which records are shown. */
typedef struct {
  const char *title;        /* untranslated */
  MtrField    equal_field;  /* MTR_FIELD_NONE: no condition */
  const char *equal_text;
  MtrField    until_field;  /* a date that is today or earlier; MTR_FIELD_NONE: no condition */
} MtrListFilter;

/** MtrListVerb: something more that can be done from a list. */
typedef struct {
  const char *label;   /* untranslated */
  const char *action;  /* of the window */
  gboolean    writes;  /* not offered where the file is open for reading only */
} MtrListVerb;

/** MtrListPageKind: what a list is of. Everything is static, every text untranslated. */
typedef struct {
  MtrKind              kind;
  MtrKind              shown_kind;     /* whose changes make the order anew */
  MtrField             order_field;
  const MtrListFilter *filters;        /* (nullable): the first one shows all */
  gsize                n_filters;
  /* (nullable): which ids (element-type gint64) a filter other than the first shows, out of a snapshot of
   * %MTR_SCOPE_MATCHING; called in a thread */
  GHashTable        *(*pick)      (guint         filter,
                                   MtrSnapshot  *snapshot,
                                   MtrPack      *pack,
                                   const GDate  *today);
  const char          *label;          /* the list, for somebody who hears it */
  const char          *search_label;
  const char          *new_label;
  const char          *more_label;     /* (nullable): another page that is reached from here */
  const MtrListVerb   *verbs;          /* (nullable): in a menu */
  gsize                n_verbs;
  const char          *icon;
  const char          *empty_title;
  const char          *empty_description;
  char              *(*dup_count) (guint         n);
  GtkWidget         *(*make_row)  (void);
  void               (*show_row)  (GtkWidget    *row,
                                   MtrProgramme *programme,
                                   MtrRecord    *record);
  void               (*open)      (MtrPage      *page,
                                   gint64        id);
  void               (*make_new)  (MtrPage      *page);
  void               (*open_more) (MtrPage      *page);   /* (nullable) */
} MtrListPageKind;

MtrPage *mtr_list_page_new        (const MtrListPageKind *kind,
                                   MtrProgramme          *programme);
void     mtr_list_page_set_filter (MtrListPage           *self,
                                   guint                  filter);

G_END_DECLS
