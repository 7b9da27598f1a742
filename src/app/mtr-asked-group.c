/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a scheme still asks of a pairing, on its page, where the scheme has no
 * portfolio that would say it: each thing with the verb that leads to where it
 * is met. What is not due yet waits below the rest.
 */

#include "mtr-asked-group.h"

#include "mtr-audience-button.h"
#include "mtr-group.h"
#include "mtr-pairing.h"
#include "mtr-portfolio.h"
#include "mtr-requirement-way.h"
#include "mtr-row-list.h"

#include <glib/gi18n-lib.h>

#define SHOWN_ROWS 4
#define ALL_KEY "all"

struct _MtrAskedGroup {
  AdwBin            parent_instance;

  MtrPairingModel  *model;     /* (owned) */
  MtrRowList       *rows;      /* (owned) */
  GPtrArray        *results;   /* (owned) (nullable) (element-type MtrRequirementResult) */
  gboolean          shows_all;
};

G_DEFINE_FINAL_TYPE (MtrAskedGroup, mtr_asked_group, ADW_TYPE_BIN)

static void
activated_cb (MtrAskedGroup *self,
              const char    *key)
{
  guint position = (guint) g_ascii_strtoull (key, NULL, 10);

  if (g_str_equal (key, ALL_KEY))
    {
      self->shows_all = TRUE;
      mtr_asked_group_refresh (self);
    }
  else if (self->results != NULL && position < self->results->len)
    {
      mtr_requirement_way_go (g_ptr_array_index (self->results, position), mtr_window_of (GTK_WIDGET (self)),
                              mtr_pairing_model_get_id (self->model));
    }
}

static void
check (MtrAskedGroup *self)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (self->model);
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  MtrRecord *mentee = mtr_pairing_model_get_mentee (self->model);
  g_autoptr (MtrRecord) portfolio =
    mtr_portfolio_find_or_make_up (snapshot, mtr_pairing_model_get_pairing (self->model),
                                   mentee != NULL ? mtr_record_get_id (mentee) : 0);
  GDate today;

  mtr_programme_get_today (programme, &today);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  self->results = mtr_requirement_check (mtr_pairing_model_get_pack (self->model), snapshot, portfolio,
                                         mtr_programme_get_owner_id (programme), &today);
}

static guint
add_turn (MtrAskedGroup *self,
          MtrTurn        turn,
          guint          n_before)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (self->model);
  guint n_unmet = n_before;
  GDate today;

  mtr_programme_get_today (programme, &today);
  for (guint i = 0; i < self->results->len; i++)
    {
      const MtrRequirementResult *result = g_ptr_array_index (self->results, i);
      g_autofree char *key = g_strdup_printf ("%u", i);
      g_autofree char *subtitle = NULL;

      if (result->met || result->turn != turn)
        continue;
      n_unmet++;
      if (!self->shows_all && n_unmet > SHOWN_ROWS)
        continue;
      subtitle = mtr_requirement_way_dup_subtitle (result, mtr_pairing_model_get_snapshot (self->model), &today);
      mtr_row_list_add (self->rows, key, result->title, subtitle, NULL,
                        turn == MTR_TURN_LATER ? NULL : mtr_requirement_way_get_verb (result));
    }

  return n_unmet;
}

/**
 * mtr_asked_group_refresh:
 * @self: a group
 *
 * Shows what is missing now; nothing where a portfolio says it, in a group, and in a pairing that has ended.
 */
void
mtr_asked_group_refresh (MtrAskedGroup *self)
{
  MtrRecord *pairing = mtr_pairing_model_get_pairing (self->model);
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  gboolean is_shown = pairing != NULL && pack != NULL && mtr_pairing_is_running (pairing) &&
                      !mtr_group_is_group (pairing) && !mtr_pack_has_view (pack, "portfolio");
  guint n_unmet = 0;

  if (is_shown)
    {
      check (self);
      mtr_row_list_begin (self->rows);
      n_unmet = add_turn (self, MTR_TURN_YOURS, 0);
      n_unmet = add_turn (self, MTR_TURN_OTHERS, n_unmet);
      n_unmet = add_turn (self, MTR_TURN_LATER, n_unmet);
      if (!self->shows_all && n_unmet > SHOWN_ROWS)
        {
          /* Translators: a row; %u is a number of things that are still missing. */
          g_autofree char *all = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show all %u", "Show all %u", n_unmet), n_unmet);

          mtr_row_list_add (self->rows, ALL_KEY, all, NULL, NULL, NULL);
        }
      mtr_row_list_end (self->rows);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n_unmet > 0);
}

/**
 * mtr_asked_group_set_narrow:
 * @self: a group
 * @narrow: whether the page is narrow
 */
void
mtr_asked_group_set_narrow (MtrAskedGroup *self,
                            gboolean       narrow)
{
  mtr_row_list_set_narrow (self->rows, narrow);
}

static void
mtr_asked_group_dispose (GObject *object)
{
  MtrAskedGroup *self = MTR_ASKED_GROUP (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->model);
  g_clear_pointer (&self->results, g_ptr_array_unref);

  G_OBJECT_CLASS (mtr_asked_group_parent_class)->dispose (object);
}

static void
mtr_asked_group_class_init (MtrAskedGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_asked_group_dispose;
}

static void
mtr_asked_group_init (MtrAskedGroup *self)
{
}

/**
 * mtr_asked_group_new:
 * @model: the pairing
 *
 * Returns: (transfer floating): the group, still without rows
 */
GtkWidget *
mtr_asked_group_new (MtrPairingModel *model)
{
  MtrAskedGroup *self = g_object_new (MTR_TYPE_ASKED_GROUP, NULL);
  GtkWidget *group = mtr_group_new (_("Still asked for"), MTR_AUDIENCE_PROGRAMME, NULL, NULL);

  self->model = g_object_ref (model);
  self->rows = mtr_row_list_new (ADW_PREFERENCES_GROUP (group));
  adw_bin_set_child (ADW_BIN (self), group);
  g_signal_connect_object (self->rows, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
