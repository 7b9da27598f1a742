/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-store-private.h"

G_BEGIN_DECLS

/** MtrStoreRequest: something asked of the thread of a store, and its answer. */
typedef struct _MtrStoreRequest MtrStoreRequest;

/** MtrStoreAnswer: answers @request in the thread of the store; returns %FALSE with an error set where it cannot. */
typedef gboolean (*MtrStoreAnswer) (MtrStoreFile    *file,
                                    MtrStoreRequest *request,
                                    GError         **error);

struct _MtrStoreRequest {
  MtrStoreAnswer  answer;
  gboolean        writes;        /* goes before those that read */

  /* what is asked; each answer looks at its own */
  MtrChange      *change;        /* (owned) (nullable) */
  MtrPack        *pack;          /* (owned) (nullable) */
  MtrStoreScope   scope;
  MtrKind         kind;
  gint64          id;
  MtrAudience     audiences;
  MtrStoreQuery   query;         /* its texts are owned */
  GArray         *ids;           /* (owned) (nullable) (element-type gint64) */
  char           *text;          /* (owned) (nullable) */
  guint           limit;
  gboolean        flag;

  /* what is done in slices: an answer that asks for another comes again when those that write have been answered */
  gboolean        again;
  gpointer        work;          /* (owned) (nullable): what is not finished */
  GDestroyNotify  free_work;     /* (nullable): called in the thread of the store */

  /* the answer */
  gpointer        result;        /* (owned) (nullable) */
  GDestroyNotify  free_result;   /* (nullable) */
  gint64          number;
  gboolean        done;
  GError         *error;         /* (owned) (nullable) */

  GTask          *task;          /* (owned) (nullable): where nobody waits for it */
  MtrStore       *store;         /* (unowned): outlives the request */
};

MtrStoreRequest *mtr_store_request_new  (MtrStoreAnswer   answer,
                                         gboolean         writes);
void             mtr_store_request_free (MtrStoreRequest *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrStoreRequest, mtr_store_request_free)

/* mtr-store.c */
gboolean mtr_store_ask         (MtrStore           *self,
                                MtrStoreRequest    *request,
                                GError            **error);
void     mtr_store_ask_async   (MtrStore           *self,
                                MtrStoreRequest    *request,
                                gpointer            tag,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data);
gpointer mtr_store_take_answer (MtrStore           *self,
                                GAsyncResult       *result,
                                gpointer            tag,
                                GError            **error);

void     mtr_store_get_lookup  (MtrStore           *self,
                                MtrPackLookup      *lookup,
                                gpointer           *lookup_data);

/* The answers. */
gboolean mtr_store_answer_open         (MtrStoreFile *file, MtrStoreRequest *request, GError **error);
gboolean mtr_store_answer_create       (MtrStoreFile *file, MtrStoreRequest *request, GError **error);
gboolean mtr_store_answer_add_pack     (MtrStoreFile *file, MtrStoreRequest *request, GError **error);
gboolean mtr_store_answer_apply        (MtrStoreFile *file, MtrStoreRequest *request, GError **error);
gboolean mtr_store_answer_undo         (MtrStoreFile *file, MtrStoreRequest *request, GError **error);
gboolean mtr_store_answer_load         (MtrStoreFile *file, MtrStoreRequest *request, GError **error);
gboolean mtr_store_answer_list_ids     (MtrStoreFile *file, MtrStoreRequest *request, GError **error);
gboolean mtr_store_answer_list_records (MtrStoreFile *file, MtrStoreRequest *request, GError **error);
gboolean mtr_store_answer_get_records  (MtrStoreFile *file, MtrStoreRequest *request, GError **error);
gboolean mtr_store_answer_count        (MtrStoreFile *file, MtrStoreRequest *request, GError **error);
gboolean mtr_store_answer_search       (MtrStoreFile *file, MtrStoreRequest *request, GError **error);
gboolean mtr_store_answer_attachment   (MtrStoreFile *file, MtrStoreRequest *request, GError **error);
gboolean mtr_store_answer_copy         (MtrStoreFile *file, MtrStoreRequest *request, GError **error);
gboolean mtr_store_answer_verify       (MtrStoreFile *file, MtrStoreRequest *request, GError **error);

G_END_DECLS
