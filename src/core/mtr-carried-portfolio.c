/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is in a portfolio that was read from a file, in the order of the file:
 * what brings it in needs the line of each record to say what is wrong there,
 * and finds by id what a record names. Hostile files have very many records,
 * so nothing here is looked for one by one.
 */

#include "mtr-carried-portfolio.h"

struct _MtrCarriedPortfolio {
  GObject          parent_instance;

  MtrCarriedOrigin origin;
  GPtrArray       *records;   /* (owned) (element-type MtrRecord): in the order of the file */
  GHashTable      *lines;     /* (owned) (element-type MtrRecord guint) */
  GHashTable      *by_id[MTR_N_KINDS];  /* (owned) (nullable) (element-type gint64 MtrRecord): unowned */
  GHashTable      *left_out;  /* (owned) (element-type MtrRecord): those that are only named */
};

G_DEFINE_FINAL_TYPE (MtrCarriedPortfolio, mtr_carried_portfolio, G_TYPE_OBJECT)

static void
mtr_carried_portfolio_finalize (GObject *object)
{
  MtrCarriedPortfolio *self = MTR_CARRIED_PORTFOLIO (object);

  g_free (self->origin.pack);
  g_free (self->origin.pack_version);
  g_free (self->origin.pack_title);
  g_free (self->origin.as_at);
  g_free (self->origin.programme);
  g_hash_table_unref (self->lines);
  g_hash_table_unref (self->left_out);
  for (int kind = 0; kind < MTR_N_KINDS; kind++)
    g_clear_pointer (&self->by_id[kind], g_hash_table_unref);
  g_ptr_array_unref (self->records);

  G_OBJECT_CLASS (mtr_carried_portfolio_parent_class)->finalize (object);
}

static void
mtr_carried_portfolio_class_init (MtrCarriedPortfolioClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mtr_carried_portfolio_finalize;
}

static void
mtr_carried_portfolio_init (MtrCarriedPortfolio *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->lines = g_hash_table_new (NULL, NULL);
  self->left_out = g_hash_table_new (NULL, NULL);
}

/**
 * mtr_carried_portfolio_new:
 * @origin: where it comes from; its texts are taken
 *
 * Returns: (transfer full): a portfolio without records
 */
MtrCarriedPortfolio *
mtr_carried_portfolio_new (MtrCarriedOrigin *origin)
{
  MtrCarriedPortfolio *self = g_object_new (MTR_TYPE_CARRIED_PORTFOLIO, NULL);

  self->origin = *origin;

  return self;
}

/**
 * mtr_carried_portfolio_add:
 * @self: a portfolio
 * @record: (transfer full): a record of it that it does not have yet
 * @line: the line of the file it begins on, from 1
 */
void
mtr_carried_portfolio_add (MtrCarriedPortfolio *self,
                           MtrRecord           *record,
                           guint                line)
{
  MtrKind kind = mtr_record_get_kind (record);
  gint64 *key = g_new (gint64, 1);

  if (self->by_id[kind] == NULL)
    self->by_id[kind] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  *key = mtr_record_get_id (record);
  g_hash_table_insert (self->by_id[kind], key, record);
  g_ptr_array_add (self->records, record);
  g_hash_table_insert (self->lines, record, GUINT_TO_POINTER (line));
}

/**
 * mtr_carried_portfolio_leave_out:
 * @self: a portfolio
 * @record: one of its records, which is only named in it
 */
void
mtr_carried_portfolio_leave_out (MtrCarriedPortfolio *self,
                                 MtrRecord           *record)
{
  g_hash_table_add (self->left_out, record);
}

/**
 * mtr_carried_portfolio_get_origin:
 * @self: a portfolio
 *
 * Returns: (transfer none): where it comes from
 */
const MtrCarriedOrigin *
mtr_carried_portfolio_get_origin (MtrCarriedPortfolio *self)
{
  return &self->origin;
}

/**
 * mtr_carried_portfolio_get_records:
 * @self: a portfolio
 *
 * Returns: (transfer none) (element-type MtrRecord): its records, the portfolio itself first; those that were left out of
 *   it have the facts that say why
 */
GPtrArray *
mtr_carried_portfolio_get_records (MtrCarriedPortfolio *self)
{
  return self->records;
}

/**
 * mtr_carried_portfolio_is_left_out:
 * @self: a portfolio
 * @record: one of its records
 *
 * Returns: whether it is only named in the portfolio, and has no more than the facts that say why
 */
gboolean
mtr_carried_portfolio_is_left_out (MtrCarriedPortfolio *self,
                                   MtrRecord           *record)
{
  return g_hash_table_contains (self->left_out, record);
}

/**
 * mtr_carried_portfolio_get_line:
 * @self: a portfolio
 * @record: one of its records
 *
 * Returns: the line of the file it begins on, from 1
 */
guint
mtr_carried_portfolio_get_line (MtrCarriedPortfolio *self,
                                MtrRecord           *record)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->lines, record));
}

/**
 * mtr_carried_portfolio_find:
 * @self: a portfolio
 * @kind: a kind of record
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the record
 */
MtrRecord *
mtr_carried_portfolio_find (MtrCarriedPortfolio *self,
                            MtrKind              kind,
                            gint64               id)
{
  return self->by_id[kind] != NULL ? g_hash_table_lookup (self->by_id[kind], &id) : NULL;
}
