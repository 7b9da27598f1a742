/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What all six forms of an observation have in common: the record they write
 * in, its parts, the groups that say who reads them, and the way a button
 * says what is missing and takes the cursor there.
 *
 * The signal "finished" says that the step is done and the next one may open;
 * "go-to" asks for a field of another step; "asked" carries a verb that
 * belongs to the page: "observe", "plan-another", "withdraw-consent".
 */

#include "mtr-observation-form.h"

#include "mtr-audience-button.h"
#include "mtr-field-row.h"
#include "mtr-tick-row.h"

#include <glib/gi18n-lib.h>

typedef struct {
  MtrPairingModel     *model;       /* (owned) */
  MtrRecordController *controller;  /* (owned): of the observation */
  GHashTable          *children;    /* (owned): id → controller of a record that belongs to it, owned */
  GHashTable          *rows;        /* (owned): "field:id" → row, not owned */
  GtkWidget           *buttons;     /* (nullable): the box of buttons at the foot */
} MtrObservationFormPrivate;

enum {
  SIGNAL_FINISHED,
  SIGNAL_GO_TO,
  SIGNAL_ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MtrObservationForm, mtr_observation_form, GTK_TYPE_BOX)

#define PRIVATE(self) ((MtrObservationFormPrivate *) mtr_observation_form_get_instance_private (self))

static void
mtr_observation_form_dispose (GObject *object)
{
  MtrObservationFormPrivate *priv = PRIVATE (MTR_OBSERVATION_FORM (object));

  g_hash_table_remove_all (priv->rows);
  g_hash_table_remove_all (priv->children);
  g_clear_object (&priv->controller);
  g_clear_object (&priv->model);

  G_OBJECT_CLASS (mtr_observation_form_parent_class)->dispose (object);
}

static void
mtr_observation_form_finalize (GObject *object)
{
  MtrObservationFormPrivate *priv = PRIVATE (MTR_OBSERVATION_FORM (object));

  g_hash_table_unref (priv->rows);
  g_hash_table_unref (priv->children);

  G_OBJECT_CLASS (mtr_observation_form_parent_class)->finalize (object);
}

/* Who reads it is said with the first field: the focus goes past the button that says it. */
static gboolean
focus_first_list (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LIST_BOX (widget))
    return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (focus_first_list (child))
      return TRUE;

  return FALSE;
}

static gboolean
mtr_observation_form_real_focus_first (MtrObservationForm *self)
{
  return focus_first_list (GTK_WIDGET (self));
}

static void
mtr_observation_form_class_init (MtrObservationFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->focus_first = mtr_observation_form_real_focus_first;

  object_class->dispose = mtr_observation_form_dispose;
  object_class->finalize = mtr_observation_form_finalize;

  signals[SIGNAL_FINISHED] = g_signal_new ("finished", MTR_TYPE_OBSERVATION_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_GO_TO] = g_signal_new ("go-to", MTR_TYPE_OBSERVATION_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT64);
  signals[SIGNAL_ASKED] = g_signal_new ("asked", MTR_TYPE_OBSERVATION_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mtr_observation_form_init (MtrObservationForm *self)
{
  MtrObservationFormPrivate *priv = PRIVATE (self);

  priv->children = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  priv->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
}

/**
 * mtr_observation_form_new:
 * @type: the type of form, one for each step
 * @model: the pairing
 * @controller: the controller of the observation
 *
 * Returns: (transfer floating): the form
 */
MtrObservationForm *
mtr_observation_form_new (GType                type,
                          MtrPairingModel     *model,
                          MtrRecordController *controller)
{
  MtrObservationForm *self = g_object_new (type, NULL);
  MtrObservationFormPrivate *priv = PRIVATE (self);

  priv->model = g_object_ref (model);
  priv->controller = g_object_ref (controller);
  MTR_OBSERVATION_FORM_GET_CLASS (self)->build (self);
  mtr_observation_form_refresh (self);

  return self;
}

/**
 * mtr_observation_form_refresh:
 * @self: a form
 *
 * Shows what is in the store now.
 */
void
mtr_observation_form_refresh (MtrObservationForm *self)
{
  MtrObservationFormPrivate *priv = PRIVATE (self);
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (priv->model);
  GHashTableIter iter;
  gpointer child;

  g_hash_table_iter_init (&iter, priv->children);
  while (g_hash_table_iter_next (&iter, NULL, &child))
    {
      MtrRecord *draft = mtr_record_controller_get_record (child);
      MtrRecord *stored = mtr_snapshot_get (snapshot, mtr_record_get_kind (draft), mtr_record_get_id (draft));

      if (stored != NULL)
        mtr_record_controller_refresh (child, stored);
    }
  if (MTR_OBSERVATION_FORM_GET_CLASS (self)->refresh != NULL)
    MTR_OBSERVATION_FORM_GET_CLASS (self)->refresh (self);
}

/**
 * mtr_observation_form_focus_first:
 * @self: a form that is shown
 *
 * Puts the focus where somebody begins.
 *
 * Returns: whether there is such a place
 */
gboolean
mtr_observation_form_focus_first (MtrObservationForm *self)
{
  return MTR_OBSERVATION_FORM_GET_CLASS (self)->focus_first (self);
}

/**
 * mtr_observation_form_press:
 * @self: a form
 *
 * Does what comes next, as pressing its suggested button does.
 *
 * Returns: whether there was such a button
 */
gboolean
mtr_observation_form_press (MtrObservationForm *self)
{
  GtkWidget *buttons = PRIVATE (self)->buttons;

  for (GtkWidget *button = buttons != NULL ? gtk_widget_get_first_child (buttons) : NULL; button != NULL;
       button = gtk_widget_get_next_sibling (button))
    if (gtk_widget_get_mapped (button) && gtk_widget_has_css_class (button, "suggested-action"))
      {
        g_signal_emit_by_name (button, "clicked");
        return TRUE;
      }

  return FALSE;
}

/**
 * mtr_observation_form_flush:
 * @self: a form
 *
 * Writes what is typed at once.
 */
void
mtr_observation_form_flush (MtrObservationForm *self)
{
  MtrObservationFormPrivate *priv = PRIVATE (self);
  GHashTableIter iter;
  gpointer child;

  mtr_record_controller_flush (priv->controller);
  g_hash_table_iter_init (&iter, priv->children);
  while (g_hash_table_iter_next (&iter, NULL, &child))
    mtr_record_controller_flush (child);
}

static char *
dup_row_key (MtrField field,
             gint64   id)
{
  return g_strdup_printf ("%d:%" G_GINT64_FORMAT, (int) field, id);
}

static GtkWidget *
find_row (MtrObservationForm *self,
          MtrField            field,
          gint64              id)
{
  g_autofree char *key = dup_row_key (field, id);

  return g_hash_table_lookup (PRIVATE (self)->rows, key);
}

/**
 * mtr_observation_form_show_field:
 * @self: a form
 * @field: a field; where only its draft is here, that is meant
 * @id: the record; 0 for the observation itself
 * @reason: (nullable): what is wrong or missing there
 *
 * Returns: whether the field is in this form, and has the focus now
 */
gboolean
mtr_observation_form_show_field (MtrObservationForm *self,
                                 MtrField            field,
                                 gint64              id,
                                 const char         *reason)
{
  GtkWidget *row;

  if (field == MTR_FIELD_NONE)
    return FALSE;
  if (id == 0)
    id = mtr_observation_form_get_id (self);
  row = find_row (self, field, id);
  if (row == NULL && mtr_field_get_draft (field) != MTR_FIELD_NONE)
    row = find_row (self, mtr_field_get_draft (field), id);
  if (row == NULL)
    return FALSE;

  /* A row may be folded away: then the focus has nowhere to go. */
  for (GtkWidget *widget = row; widget != NULL && widget != GTK_WIDGET (self); widget = gtk_widget_get_parent (widget))
    if (GTK_IS_EXPANDER (widget))
      gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);

  if (reason != NULL && MTR_IS_FIELD_ROW (row))
    mtr_field_row_refuse (MTR_FIELD_ROW (row), reason);
  else if (reason != NULL && MTR_IS_TICK_ROW (row))
    mtr_tick_row_refuse (MTR_TICK_ROW (row), reason);
  else
    gtk_widget_grab_focus (row);

  return TRUE;
}

/**
 * mtr_observation_form_get_model:
 * @self: a form
 *
 * Returns: (transfer none): the pairing
 */
MtrPairingModel *
mtr_observation_form_get_model (MtrObservationForm *self)
{
  return PRIVATE (self)->model;
}

/**
 * mtr_observation_form_get_programme:
 * @self: a form
 *
 * Returns: (transfer none): the open programme
 */
MtrProgramme *
mtr_observation_form_get_programme (MtrObservationForm *self)
{
  return mtr_pairing_model_get_programme (PRIVATE (self)->model);
}

/**
 * mtr_observation_form_get_pack:
 * @self: a form
 *
 * Returns: (transfer none): the pack of the pairing
 */
MtrPack *
mtr_observation_form_get_pack (MtrObservationForm *self)
{
  return mtr_pairing_model_get_pack (PRIVATE (self)->model);
}

/**
 * mtr_observation_form_get_controller:
 * @self: a form
 *
 * Returns: (transfer none): the controller of the observation
 */
MtrRecordController *
mtr_observation_form_get_controller (MtrObservationForm *self)
{
  return PRIVATE (self)->controller;
}

/**
 * mtr_observation_form_get_record:
 * @self: a form
 *
 * Returns: (transfer none): the observation as it is being written
 */
MtrRecord *
mtr_observation_form_get_record (MtrObservationForm *self)
{
  return mtr_record_controller_get_record (PRIVATE (self)->controller);
}

/**
 * mtr_observation_form_get_id:
 * @self: a form
 *
 * Returns: the id of the observation
 */
gint64
mtr_observation_form_get_id (MtrObservationForm *self)
{
  return mtr_record_get_id (mtr_observation_form_get_record (self));
}

/**
 * mtr_observation_form_get_name:
 * @self: a form
 * @person: %MTR_OBSERVATION_OBSERVER_ID or %MTR_OBSERVATION_OBSERVED_ID
 *
 * Returns: (transfer none): the name of that person; the word of the pack where nobody has been chosen
 */
const char *
mtr_observation_form_get_name (MtrObservationForm *self,
                               MtrField            person)
{
  MtrRecord *record = mtr_snapshot_follow (mtr_pairing_model_get_snapshot (PRIVATE (self)->model),
                                           mtr_observation_form_get_record (self), person);

  if (record != NULL)
    return mtr_record_get_name (record, MTR_PERSON_NAME);

  return mtr_pack_get_word (mtr_observation_form_get_pack (self),
                            person == MTR_OBSERVATION_OBSERVER_ID ? "observer" : "observed-person");
}

/* A theme that nobody has written about is not a record yet; an area is one as soon as it is chosen. */
static gboolean
has_content (MtrRecord *record)
{
  const MtrKindInfo *info = mtr_kind_get_info (mtr_record_get_kind (record));

  for (int field = info->first_field; field <= (int) info->last_field; field++)
    if (mtr_record_is_set (record, field) && !(mtr_field_get_info (field)->flags & MTR_FIELD_REQUIRED))
      return TRUE;

  return mtr_record_get_kind (record) == MTR_KIND_OBSERVATION_AREA;
}

/**
 * mtr_observation_form_dup_current:
 * @self: a form
 *
 * The pairing as it would be if all that is typed were in the store already, so that nothing typed in the last half
 * second is left behind when it is passed on.
 *
 * Returns: (transfer full): observations with what belongs to them, and people
 */
MtrSnapshot *
mtr_observation_form_dup_current (MtrObservationForm *self)
{
  static const MtrKind kinds[] = { MTR_KIND_PERSON, MTR_KIND_OBSERVATION, MTR_KIND_OBSERVATION_NOTE,
                                   MTR_KIND_OBSERVATION_THEME, MTR_KIND_OBSERVATION_AREA, MTR_KIND_ADDENDUM };
  MtrObservationFormPrivate *priv = PRIVATE (self);
  MtrSnapshot *stored = mtr_pairing_model_get_snapshot (priv->model);
  MtrSnapshot *current = mtr_snapshot_new (mtr_snapshot_get_audiences (stored));
  GHashTableIter iter;
  gpointer child;
  gint64 own_id = mtr_observation_form_get_id (self);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < mtr_snapshot_count (stored, kinds[i]); j++)
      {
        MtrRecord *record = mtr_snapshot_nth (stored, kinds[i], j);
        gint64 id = mtr_record_get_id (record);

        if (id != own_id && !g_hash_table_contains (priv->children, &id))
          mtr_snapshot_add (current, record);
      }
  mtr_snapshot_add (current, mtr_observation_form_get_record (self));
  g_hash_table_iter_init (&iter, priv->children);
  while (g_hash_table_iter_next (&iter, NULL, &child))
    {
      MtrRecord *record = mtr_record_controller_get_record (child);

      if (has_content (record))
        mtr_snapshot_add (current, record);
    }

  return current;
}

/**
 * mtr_observation_form_add_group:
 * @self: a form that is being built
 * @title: (nullable): its heading, translated
 * @audience: who reads what is in it
 *
 * Returns: (transfer none): the new group
 */
GtkWidget *
mtr_observation_form_add_group (MtrObservationForm *self,
                                const char         *title,
                                MtrAudience         audience)
{
  MtrObservationFormPrivate *priv = PRIVATE (self);
  GtkWidget *group = mtr_group_new (title, audience, mtr_pairing_model_get_pair_names (priv->model),
                                    mtr_pairing_model_get_manager_name (priv->model));

  g_object_set_data (G_OBJECT (group), "audience", GUINT_TO_POINTER (audience));
  gtk_box_append (GTK_BOX (self), group);

  return group;
}

/**
 * mtr_observation_form_add_row:
 * @self: a form that is being built
 * @group: one of its groups
 * @row: (transfer floating): a row
 * @field: the field that is written in it
 * @id: the record; 0 for the observation itself
 */
void
mtr_observation_form_add_row (MtrObservationForm *self,
                              GtkWidget          *group,
                              GtkWidget          *row,
                              MtrField            field,
                              gint64              id)
{
  MtrObservationFormPrivate *priv = PRIVATE (self);
  MtrAudience audience = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (group), "audience"));

  if (MTR_IS_FIELD_ROW (row))
    {
      g_autofree char *readers = mtr_audience_describe_readers (audience,
                                                                mtr_pairing_model_get_pair_names (priv->model),
                                                                mtr_pairing_model_get_manager_name (priv->model));
      /* Translators: heard before anything is typed; %s says who, as in "Only you". */
      g_autofree char *sentence = g_strdup_printf (_("Who reads this: %s."), readers);

      mtr_field_row_set_readers (MTR_FIELD_ROW (row), sentence);
    }
  if (field != MTR_FIELD_NONE)
    g_hash_table_insert (priv->rows, dup_row_key (field, id != 0 ? id : mtr_observation_form_get_id (self)), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static gboolean
is_row (gpointer key,
        gpointer value,
        gpointer row)
{
  return value == row;
}

static gboolean
is_gone (gpointer key,
         gpointer value,
         gpointer snapshot)
{
  MtrRecord *record = mtr_record_controller_get_record (value);

  return !mtr_record_controller_is_unborn (value) &&
         mtr_snapshot_get (snapshot, mtr_record_get_kind (record), mtr_record_get_id (record)) == NULL;
}

/**
 * mtr_observation_form_remove_row:
 * @self: a form
 * @group: one of its groups
 * @row: a row of it, whose record is no longer there
 */
void
mtr_observation_form_remove_row (MtrObservationForm *self,
                                 GtkWidget          *group,
                                 GtkWidget          *row)
{
  MtrObservationFormPrivate *priv = PRIVATE (self);

  g_hash_table_foreach_remove (priv->rows, is_row, row);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
  g_hash_table_foreach_remove (priv->children, is_gone, mtr_pairing_model_get_snapshot (priv->model));
}

/**
 * mtr_observation_form_add_field:
 * @self: a form that is being built
 * @group: one of its groups
 * @field: a field of the observation, or its draft
 *
 * Returns: (transfer none): the new row, with the words of the pack
 */
GtkWidget *
mtr_observation_form_add_field (MtrObservationForm *self,
                                GtkWidget          *group,
                                MtrField            field)
{
  GtkWidget *row = mtr_field_row_new (PRIVATE (self)->controller, field);
  MtrField passed_on = mtr_field_get_passed_on (field);
  const char *column = mtr_field_get_info (passed_on != MTR_FIELD_NONE ? passed_on : field)->column;

  mtr_field_row_describe (MTR_FIELD_ROW (row),
                          mtr_pack_find_word (mtr_observation_form_get_pack (self), MTR_WORDS_OBSERVATION, column));
  mtr_observation_form_add_row (self, group, row, field, 0);

  return row;
}

/**
 * mtr_observation_form_add_notice:
 * @self: a form that is being built
 * @text: a sentence
 */
void
mtr_observation_form_add_notice (MtrObservationForm *self,
                                 const char         *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (self), label);
}

/**
 * mtr_observation_form_add_button:
 * @self: a form that is being built
 * @label: what it does
 * @suggested: whether it is what comes next
 * @clicked: called with the form
 *
 * Returns: (transfer none): the new button, at the foot of the form
 */
GtkWidget *
mtr_observation_form_add_button (MtrObservationForm *self,
                                 const char         *label,
                                 gboolean            suggested,
                                 GCallback           clicked)
{
  MtrObservationFormPrivate *priv = PRIVATE (self);
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *child = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_wrap (GTK_LABEL (child), TRUE);
  gtk_label_set_justify (GTK_LABEL (child), GTK_JUSTIFY_CENTER);
  if (priv->buttons == NULL)
    {
      priv->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      gtk_widget_set_halign (priv->buttons, GTK_ALIGN_END);
      gtk_box_append (GTK_BOX (self), priv->buttons);
    }
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (priv->buttons), button);

  return button;
}

/**
 * mtr_observation_form_take_child:
 * @self: a form
 * @child: (transfer full): the controller of a record that belongs to the observation
 *
 * Returns: (transfer none): @child
 */
MtrRecordController *
mtr_observation_form_take_child (MtrObservationForm  *self,
                                 MtrRecordController *child)
{
  gint64 id = mtr_record_get_id (mtr_record_controller_get_record (child));

  g_hash_table_insert (PRIVATE (self)->children, g_memdup2 (&id, sizeof id), child);

  return child;
}

/**
 * mtr_observation_form_refuse:
 * @self: a form
 * @step: the step that is to be finished
 *
 * Where something is missing, says what and takes the cursor there.
 *
 * Returns: whether something is missing
 */
gboolean
mtr_observation_form_refuse (MtrObservationForm *self,
                             MtrObservationStep  step)
{
  MtrProgramme *programme = mtr_observation_form_get_programme (self);
  g_autoptr (MtrSnapshot) current = mtr_observation_form_dup_current (self);
  MtrRecord *record = mtr_snapshot_get (current, MTR_KIND_OBSERVATION, mtr_observation_form_get_id (self));
  g_autoptr (GPtrArray) missing = NULL;
  GDate today;

  mtr_programme_get_today (programme, &today);
  missing = mtr_observation_list_missing (mtr_observation_form_get_pack (self), current, record, step, &today);
  for (guint i = 0; i < missing->len; i++)
    {
      const MtrProblem *problem = g_ptr_array_index (missing, i);

      if (problem->warning)
        continue;
      mtr_programme_announce (programme, problem->message);
      if (!mtr_observation_form_show_field (self, problem->field, problem->id, problem->message))
        g_signal_emit (self, signals[SIGNAL_GO_TO], 0, (int) problem->field, problem->id);
      return TRUE;
    }

  return FALSE;
}

/**
 * mtr_observation_form_act:
 * @self: a form
 * @change: (transfer full): what to do, once all that is typed is on the disk
 * @done: (nullable): what the state line says afterwards
 *
 * A draft that were written after it has been passed on would be a draft again, so nothing may be on its way.
 *
 * Returns: whether it was done; the programme has said why not
 */
gboolean
mtr_observation_form_act (MtrObservationForm *self,
                          MtrChange          *change,
                          const char         *done)
{
  G_GNUC_UNUSED g_autoptr (MtrObservationForm) kept = g_object_ref (self);
  g_autoptr (MtrChange) owned = change;
  MtrProgramme *programme = mtr_observation_form_get_programme (self);

  mtr_record_controller_be_born (PRIVATE (self)->controller);
  mtr_observation_form_flush (self);
  if (!mtr_programme_settle (programme))
    return FALSE;

  mtr_programme_act (programme, g_steal_pointer (&owned), done);

  return TRUE;
}

/**
 * mtr_observation_form_finish:
 * @self: a form
 *
 * Lets the page open the step that comes next.
 */
void
mtr_observation_form_finish (MtrObservationForm *self)
{
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
}

/**
 * mtr_observation_form_ask:
 * @self: a form
 * @verb: "observe", "plan-another", "withdraw-consent": what the page does
 */
void
mtr_observation_form_ask (MtrObservationForm *self,
                          const char         *verb)
{
  g_signal_emit (self, signals[SIGNAL_ASKED], 0, verb);
}
