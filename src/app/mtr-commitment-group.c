/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a mentee commits to, in an agreement: each sentence of the pack is read
 * and ticked by itself, and there is room for a note beside it. Where the
 * agreement is signed it can only be read.
 */

#include "mtr-commitment-group.h"

#include "mtr-agreement.h"
#include "mtr-audience-button.h"
#include "mtr-commitment.h"
#include "mtr-field-row.h"
#include "mtr-page-parts.h"
#include "mtr-tick-row.h"

#include <glib/gi18n-lib.h>

/** Item: one commitment that is being read and ticked. */
typedef struct {
  MtrRecordController *controller;  /* (owned) */
  GtkWidget           *tick_row;
  GtkWidget           *note_row;
  GtkWidget           *note_button;
} Item;

struct _MtrCommitmentGroup {
  AdwBin               parent_instance;

  MtrPairingModel     *model;       /* (owned) */
  MtrRecordController *agreement;   /* (owned) (nullable): where it is being written */
  GPtrArray           *items;       /* (owned) (element-type Item) */
};

G_DEFINE_FINAL_TYPE (MtrCommitmentGroup, mtr_commitment_group, ADW_TYPE_BIN)

static void
free_item (gpointer data)
{
  Item *item = data;

  g_clear_object (&item->controller);
  g_free (item);
}

/* A commitment belongs to its agreement, which has to be in the store before it. */
static void
bear_agreement (MtrChange *change,
                MtrRecord *record,
                gpointer   user_data)
{
  mtr_record_controller_be_born (MTR_RECORD_CONTROLLER (user_data));
}

static MtrRecord *
find_earlier (MtrCommitmentGroup *self,
              MtrRecord          *agreement)
{
  return mtr_agreement_find_earlier (mtr_pairing_model_get_snapshot (self->model), agreement);
}

static void
show_note (Item *item)
{
  gboolean has_note = mtr_record_is_set (mtr_record_controller_get_record (item->controller), MTR_COMMITMENT_NOTE);

  if (has_note)
    gtk_widget_set_visible (item->note_row, TRUE);
  gtk_widget_set_visible (item->note_button, !gtk_widget_get_visible (item->note_row));
}

static void
note_cb (GtkWidget *button,
         Item      *item)
{
  gtk_widget_set_visible (item->note_row, TRUE);
  gtk_widget_set_visible (item->note_button, FALSE);
  gtk_widget_grab_focus (item->note_row);
}

/**
 * mtr_commitment_group_refresh:
 * @self: a group
 *
 * Shows what has been ticked, as it is in the store.
 */
void
mtr_commitment_group_refresh (MtrCommitmentGroup *self)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  g_autoptr (GPtrArray) rows = NULL;

  if (self->agreement == NULL)
    return;

  rows = mtr_commitment_list (mtr_pairing_model_get_pack (self->model), snapshot,
                              mtr_record_controller_get_record (self->agreement), NULL);
  for (guint i = 0; i < rows->len && i < self->items->len; i++)
    {
      const MtrCommitmentRow *row = g_ptr_array_index (rows, i);
      Item *item = g_ptr_array_index (self->items, i);

      if (row->record != NULL)
        mtr_record_controller_refresh (item->controller, row->record);
      show_note (item);
    }
}

/**
 * mtr_commitment_group_refuse:
 * @self: a group
 *
 * Returns: whether a commitment has neither a tick nor a note; then that has been said, and the focus is there
 */
gboolean
mtr_commitment_group_refuse (MtrCommitmentGroup *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = g_ptr_array_index (self->items, i);
      MtrRecord *record = mtr_record_controller_get_record (item->controller);

      if (mtr_commitment_is_answered (record))
        continue;
      mtr_tick_row_refuse (MTR_TICK_ROW (item->tick_row),
                           _("Read this together and tick it, or write in a note what you agreed instead."));
      return TRUE;
    }

  return FALSE;
}

static void
add_item (MtrCommitmentGroup     *self,
          GtkWidget              *group,
          const MtrCommitmentRow *row,
          const char             *readers)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (self->model);
  Item *item = g_new0 (Item, 1);
  /* Translators: the name of a button; %s is what somebody commits to. */
  g_autofree char *label = g_strdup_printf (_("Add a note to: %s"), row->word->title);

  if (row->record != NULL)
    {
      item->controller = mtr_record_controller_new (programme, row->record);
    }
  else
    {
      g_autoptr (MtrRecord) record = mtr_record_new (MTR_KIND_COMMITMENT, mtr_programme_new_id (programme));

      mtr_record_set_number (record, MTR_COMMITMENT_AGREEMENT_ID,
                             mtr_record_get_id (mtr_record_controller_get_record (self->agreement)));
      mtr_record_set_text (record, MTR_COMMITMENT_COMMITMENT, row->word->code);
      item->controller = mtr_record_controller_new_unborn (programme, record, bear_agreement, self->agreement);
    }

  item->tick_row = mtr_tick_row_new (item->controller, MTR_COMMITMENT_TICKED);
  mtr_tick_row_describe (MTR_TICK_ROW (item->tick_row), row->word->title, row->word->description);
  item->note_button = gtk_button_new_with_label (_("Add a Note"));
  gtk_widget_add_css_class (item->note_button, "flat");
  gtk_widget_set_valign (item->note_button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item->note_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (item->tick_row), item->note_button);
  item->note_row = mtr_field_row_new (item->controller, MTR_COMMITMENT_NOTE);
  mtr_field_row_set_readers (MTR_FIELD_ROW (item->note_row), readers);
  mtr_field_row_set_prompt (MTR_FIELD_ROW (item->note_row), row->word->title);
  gtk_widget_set_visible (item->note_row, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), item->tick_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), item->note_row);
  g_signal_connect (item->note_button, "clicked", G_CALLBACK (note_cb), item);
  g_ptr_array_add (self->items, item);
  show_note (item);
}

static void
add_reading (GtkWidget              *group,
             const MtrCommitmentRow *row)
{
  GtkWidget *widget = adw_action_row_new ();
  GtkWidget *word = gtk_label_new (row->ticked ? _("agreed") : _("not ticked"));
  const char *changed = row->changed ? _("Changed since the version before") : NULL;
  g_autofree char *subtitle = row->note != NULL && changed != NULL ? g_strdup_printf ("%s\n%s", row->note, changed)
                                                                   : g_strdup (row->note != NULL ? row->note : changed);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (widget), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), row->word->title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (widget), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (widget), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), subtitle);
  gtk_widget_add_css_class (word, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget), word);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), widget);
}

static void
mtr_commitment_group_dispose (GObject *object)
{
  MtrCommitmentGroup *self = MTR_COMMITMENT_GROUP (object);

  for (guint i = 0; i < self->items->len; i++)
    mtr_record_controller_flush (((Item *) g_ptr_array_index (self->items, i))->controller);
  g_clear_object (&self->agreement);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_commitment_group_parent_class)->dispose (object);
}

static void
mtr_commitment_group_finalize (GObject *object)
{
  g_ptr_array_unref (MTR_COMMITMENT_GROUP (object)->items);

  G_OBJECT_CLASS (mtr_commitment_group_parent_class)->finalize (object);
}

static void
mtr_commitment_group_class_init (MtrCommitmentGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_commitment_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = mtr_commitment_group_finalize;
}

static void
mtr_commitment_group_init (MtrCommitmentGroup *self)
{
  self->items = g_ptr_array_new_with_free_func (free_item);
}

/**
 * mtr_commitment_group_new:
 * @model: the pairing
 * @agreement: an agreement of it
 * @controller: (nullable): its controller, where it is being written
 *
 * Returns: (transfer floating): the commitments of the pack; hidden where it has none
 */
GtkWidget *
mtr_commitment_group_new (MtrPairingModel     *model,
                          MtrRecord           *agreement,
                          MtrRecordController *controller)
{
  MtrCommitmentGroup *self = g_object_new (MTR_TYPE_COMMITMENT_GROUP, NULL);
  const char *other = mtr_pairing_model_get_pair_names (model);
  MtrPack *pack = mtr_pairing_model_get_pack (model);
  const MtrPackRole *mentee = mtr_pack_find_role (pack, "mentee");
  /* Translators: %s is a role, as in "Supervisor". */
  g_autofree char *title = g_strdup_printf (_("What the %s commits to"), mentee != NULL ? mentee->title : _("mentee"));
  GtkWidget *group = mtr_group_new (title, MTR_AUDIENCE_PAIR, other, NULL);
  g_autofree char *readers = mtr_audience_describe_readers (MTR_AUDIENCE_PAIR, other, NULL);
  g_autoptr (GPtrArray) rows = NULL;

  self->model = g_object_ref (model);
  if (controller != NULL)
    self->agreement = g_object_ref (controller);
  rows = mtr_commitment_list (pack, mtr_pairing_model_get_snapshot (model), agreement, find_earlier (self, agreement));
  if (controller != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                           _("Read each of them together before you tick it."));
  for (guint i = 0; i < rows->len; i++)
    if (controller != NULL)
      add_item (self, group, g_ptr_array_index (rows, i), readers);
    else
      add_reading (group, g_ptr_array_index (rows, i));
  adw_bin_set_child (ADW_BIN (self), group);
  gtk_widget_set_visible (GTK_WIDGET (self), rows->len > 0);

  return GTK_WIDGET (self);
}
