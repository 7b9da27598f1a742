/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "Can Mentor B mentor here?": the verdict, one row for each rule of the pack
 * with a sign and a word, and where a rule is not met the box for the reason.
 * It warns and asks, and never blocks (product.md, rules 1 and 2). Where all is
 * met one row stands for the rest.
 *
 * The signal "show-rules" comes from that row.
 */

#include "mtr-eligibility-group.h"

#include "mtr-accessible.h"
#include "mtr-audience-button.h"
#include "mtr-eligibility.h"
#include "mtr-field-row.h"
#include "mtr-row-list.h"
#include "mtr-window.h"

#include <glib/gi18n-lib.h>

static const MtrField reasons[] = { MTR_PAIRING_DUAL_ROLE_REASON, MTR_PAIRING_EXCEPTION_REASON };

struct _MtrEligibilityGroup {
  AdwBin                parent_instance;

  MtrPairingModel      *model;        /* (owned) */
  gboolean              whole;        /* the rows are always shown */
  MtrEligibility       *eligibility;  /* (owned) (nullable) */
  MtrRecordController  *controller;   /* (owned) (nullable) */
  AdwPreferencesGroup  *group;
  MtrRowList           *rows;         /* (owned) */
  GtkWidget            *reason_rows[G_N_ELEMENTS (reasons)];  /* (owned) (nullable) */
  GtkWidget            *buttons;
  GtkWidget            *keep_button;
};

enum {
  SIGNAL_SHOW_RULES,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MtrEligibilityGroup, mtr_eligibility_group, ADW_TYPE_BIN)

static const char *
get_mentor_name (MtrEligibilityGroup *self)
{
  MtrRecord *mentor = mtr_pairing_model_get_mentor (self->model);

  return mentor != NULL ? mtr_record_get_name (mentor, MTR_PERSON_NAME) : NULL;
}

static gboolean
has_focus_inside (MtrEligibilityGroup *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (gsize i = 0; focus != NULL && i < G_N_ELEMENTS (reasons); i++)
    if (self->reason_rows[i] != NULL && gtk_widget_is_ancestor (focus, self->reason_rows[i]))
      return TRUE;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->buttons);
}

/* Which of the two reasons a rule that is not met asks for, met by a reason or not. */
static gboolean
wants_reason (MtrEligibilityGroup *self,
              MtrField             field)
{
  for (guint i = 0; i < self->eligibility->rows->len; i++)
    {
      const MtrEligibilityRow *row = g_ptr_array_index (self->eligibility->rows, i);
      gboolean dual = row->rule->kind == MTR_RULE_NOT_LINE_MANAGER;

      if (row->answer == MTR_ANSWER_NO && dual == (field == MTR_PAIRING_DUAL_ROLE_REASON))
        return TRUE;
    }

  return FALSE;
}

/* What is said above a reason, also once it is written. */
static char *
dup_question (MtrEligibilityGroup *self,
              MtrField             field)
{
  MtrRecord *pairing = mtr_pairing_model_get_pairing (self->model);
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  g_autoptr (MtrRecord) bare = mtr_record_copy (pairing);
  g_autoptr (MtrEligibility) eligibility = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (reasons[i] == field)
      mtr_record_clear (bare, reasons[i]);
    else
      mtr_record_set_text (bare, reasons[i], "…");
  eligibility = mtr_eligibility_check (mtr_pairing_model_get_pack (self->model), snapshot, bare);

  return mtr_eligibility_dup_warning (eligibility, snapshot, bare);
}

static void
add_reason (MtrEligibilityGroup *self,
            gsize                i)
{
  g_autofree char *question = dup_question (self, reasons[i]);
  gboolean can_write = mtr_pairing_model_can_write (self->model);

  if (!can_write)
    {
      mtr_row_list_add (self->rows, mtr_field_get_info (reasons[i])->column, mtr_field_get_label (reasons[i]),
                        mtr_record_get_text (mtr_pairing_model_get_pairing (self->model), reasons[i]), NULL, "");
      return;
    }

  if (self->reason_rows[i] == NULL)
    {
      g_autofree char *readers = mtr_audience_describe_readers (MTR_AUDIENCE_PROGRAMME, NULL, NULL);

      self->reason_rows[i] = g_object_ref_sink (mtr_field_row_new (self->controller, reasons[i]));
      mtr_field_row_set_readers (MTR_FIELD_ROW (self->reason_rows[i]), readers);
    }
  mtr_field_row_set_prompt (MTR_FIELD_ROW (self->reason_rows[i]), question);
  mtr_row_list_add_widget (self->rows, mtr_field_get_info (reasons[i])->column, self->reason_rows[i]);
}

static void
add_rules (MtrEligibilityGroup *self)
{
  static const char * const signs[] = {
    [MTR_ANSWER_YES] = "✓",
    [MTR_ANSWER_UNKNOWN] = "?",
    [MTR_ANSWER_NO] = "✗",
  };
  gboolean has_mentor = mtr_pairing_model_get_mentor (self->model) != NULL;

  for (guint i = 0; i < self->eligibility->rows->len; i++)
    {
      const MtrEligibilityRow *row = g_ptr_array_index (self->eligibility->rows, i);
      g_autofree char *key = g_strdup_printf ("%u", i);
      g_autofree char *word = g_strdup_printf ("%s %s", signs[row->answer], mtr_answer_get_label (row->answer));

      mtr_row_list_add (self->rows, key, row->sentence, NULL, word,
                        row->answer == MTR_ANSWER_UNKNOWN && has_mentor &&
                        !mtr_programme_is_read_only (mtr_pairing_model_get_programme (self->model)) ? _("Find out") : NULL);
    }
}

static void
add_summary (MtrEligibilityGroup *self)
{
  guint n_rules = self->eligibility->rows->len;
  g_autofree char *all = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u rule, and it is met", "%u rules, and all are met",
                                                       n_rules), n_rules);

  mtr_row_list_add (self->rows, "all", self->eligibility->verdict == MTR_VERDICT_YES
                                         ? all : _("Not every rule is met; the reason is written down"),
                    NULL, NULL, NULL);
}

/**
 * mtr_eligibility_group_refresh:
 * @self: a group
 *
 * Shows how things stand now. The box of a reason stays while the cursor is in it.
 */
void
mtr_eligibility_group_refresh (MtrEligibilityGroup *self)
{
  MtrRecord *pairing = mtr_pairing_model_get_pairing (self->model);
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  const char *mentor = get_mentor_name (self);
  g_autofree char *markup = NULL;
  gboolean open;
  gboolean asks = FALSE;

  gtk_widget_set_visible (GTK_WIDGET (self), pairing != NULL && pack != NULL && mentor != NULL &&
                                             mtr_pack_get_rules (pack)->len > 0);
  if (pairing == NULL || pack == NULL || mentor == NULL)
    return;

  g_clear_pointer (&self->eligibility, mtr_eligibility_free);
  self->eligibility = mtr_eligibility_check (pack, mtr_pairing_model_get_snapshot (self->model), pairing);
  if (self->controller == NULL)
    self->controller = mtr_record_controller_new (mtr_pairing_model_get_programme (self->model), pairing);
  else
    mtr_record_controller_refresh (self->controller, pairing);

  /* Translators: the first %s is the mentor, the second a verdict: "Not known yet". */
  markup = g_markup_printf_escaped (_("Can %s mentor here? %s"), mentor,
                                    mtr_verdict_get_label (self->eligibility->verdict));
  adw_preferences_group_set_title (self->group, markup);
  mtr_accessible_set_label (GTK_WIDGET (self), adw_preferences_group_get_title (self->group));

  open = self->whole || !mtr_eligibility_is_met (self->eligibility) || has_focus_inside (self);
  mtr_row_list_begin (self->rows);
  if (open)
    {
      add_rules (self);
      for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
        if (wants_reason (self, reasons[i]))
          {
            asks = TRUE;
            add_reason (self, i);
          }
    }
  else
    {
      add_summary (self);
    }
  mtr_row_list_end (self->rows);

  gtk_widget_set_visible (self->buttons, asks && mtr_pairing_model_can_write (self->model));
  if (asks)
    {
      /* Translators: %s is the mentor. */
      g_autofree char *keep = g_strdup_printf (_("Keep %s"), mentor);

      gtk_button_set_label (GTK_BUTTON (self->keep_button), keep);
    }
}

static void
activated_cb (MtrEligibilityGroup *self,
              const char          *key)
{
  MtrWindow *window = mtr_window_of (GTK_WIDGET (self));
  guint position = (guint) g_ascii_strtoull (key, NULL, 10);

  if (g_str_equal (key, "all"))
    g_signal_emit (self, signals[SIGNAL_SHOW_RULES], 0);
  else if (g_ascii_isdigit (*key) && position < self->eligibility->rows->len && window != NULL)
    {
      const MtrEligibilityRow *row = g_ptr_array_index (self->eligibility->rows, position);

      mtr_window_go_to (window, row->kind == MTR_KIND_PAIRING ? row->id : 0, row->kind, row->id, row->field);
    }
}

static void
keep_cb (MtrEligibilityGroup *self)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (self->model);
  MtrRecord *draft = mtr_record_controller_get_record (self->controller);
  g_autofree char *done = NULL;
  GtkWidget *row;

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (wants_reason (self, reasons[i]) && !mtr_record_is_set (draft, reasons[i]))
      {
        mtr_field_row_refuse (MTR_FIELD_ROW (self->reason_rows[i]),
                              _("Write the reason here first. A sentence is enough."));
        return;
      }

  mtr_record_controller_flush (self->controller);
  /* Translators: %s is the mentor. */
  done = g_strdup_printf (_("%s stays, and the reason is written down."), get_mentor_name (self));
  mtr_programme_announce (programme, done);
  row = mtr_row_list_find (self->rows, "0");
  if (row != NULL)
    gtk_widget_grab_focus (row);
  mtr_eligibility_group_refresh (self);
}

static void
choose_cb (MtrEligibilityGroup *self)
{
  MtrWindow *window = mtr_window_of (GTK_WIDGET (self));
  gint64 id = mtr_pairing_model_get_id (self->model);

  if (window != NULL)
    mtr_window_go_to (window, id, MTR_KIND_PAIRING, id, MTR_PAIRING_MENTOR_ID);
}

static void
mtr_eligibility_group_dispose (GObject *object)
{
  MtrEligibilityGroup *self = MTR_ELIGIBILITY_GROUP (object);

  g_clear_object (&self->rows);
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    g_clear_object (&self->reason_rows[i]);
  g_clear_object (&self->controller);
  g_clear_object (&self->model);
  g_clear_pointer (&self->eligibility, mtr_eligibility_free);

  G_OBJECT_CLASS (mtr_eligibility_group_parent_class)->dispose (object);
}

static void
mtr_eligibility_group_class_init (MtrEligibilityGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_eligibility_group_dispose;

  signals[SIGNAL_SHOW_RULES] = g_signal_new ("show-rules", MTR_TYPE_ELIGIBILITY_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                             NULL, G_TYPE_NONE, 0);
}

static void
mtr_eligibility_group_init (MtrEligibilityGroup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *other;

  self->group = ADW_PREFERENCES_GROUP (mtr_group_new (NULL, MTR_AUDIENCE_PROGRAMME, NULL, NULL));
  self->rows = mtr_row_list_new (self->group);
  g_signal_connect_object (self->rows, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_halign (self->buttons, GTK_ALIGN_END);
  self->keep_button = gtk_button_new_with_label ("");
  other = gtk_button_new_with_label (_("Choose somebody else"));
  gtk_box_append (GTK_BOX (self->buttons), self->keep_button);
  gtk_box_append (GTK_BOX (self->buttons), other);
  g_signal_connect_object (self->keep_button, "clicked", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (other, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->group));
  gtk_box_append (GTK_BOX (box), self->buttons);
  adw_bin_set_child (ADW_BIN (self), box);
  mtr_accessible_set_label (GTK_WIDGET (self), "");
}

/**
 * mtr_eligibility_group_new:
 * @model: the pairing
 * @whole: whether the rules are shown also where all are met
 *
 * Returns: (transfer floating): the group
 */
GtkWidget *
mtr_eligibility_group_new (MtrPairingModel *model,
                           gboolean         whole)
{
  MtrEligibilityGroup *self = g_object_new (MTR_TYPE_ELIGIBILITY_GROUP, NULL);

  self->model = g_object_ref (model);
  self->whole = whole;
  mtr_eligibility_group_refresh (self);

  return GTK_WIDGET (self);
}

/**
 * mtr_eligibility_group_set_narrow:
 * @self: a group
 * @narrow: whether its page is narrow
 */
void
mtr_eligibility_group_set_narrow (MtrEligibilityGroup *self,
                                  gboolean             narrow)
{
  mtr_row_list_set_narrow (self->rows, narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

/**
 * mtr_eligibility_group_focus_reason:
 * @self: a group
 * @field: a field of the pairing
 *
 * Returns: whether it is a reason that is asked for here; then the cursor is in it
 */
gboolean
mtr_eligibility_group_focus_reason (MtrEligibilityGroup *self,
                                    MtrField             field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (reasons[i] == field && self->reason_rows[i] != NULL && gtk_widget_get_parent (self->reason_rows[i]) != NULL)
      return gtk_widget_grab_focus (self->reason_rows[i]);

  return FALSE;
}

/**
 * mtr_eligibility_group_leave:
 * @self: a group whose page goes
 *
 * Writes what is typed.
 */
void
mtr_eligibility_group_leave (MtrEligibilityGroup *self)
{
  if (self->controller != NULL)
    mtr_record_controller_flush (self->controller);
}
