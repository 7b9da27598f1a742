/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two rows that say who somebody is: a choice of the people in the file, and
 * the name of somebody who is not in it yet. The second row is there only when
 * it is needed. The signal "changed" comes after each change.
 */

#include "mtr-person-chooser.h"

#include "mtr-entry-row.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>

enum {
  CHOICE_NOBODY,
  CHOICE_NEW,
  N_CHOICES
};

struct _MtrPersonChooser {
  GObject       parent_instance;

  GArray       *ids;        /* (owned) (element-type gint64): after the fixed choices */
  GtkDropDown  *drop_down;  /* (not owned): of the group */
  MtrEntryRow  *name_row;   /* (not owned): of the group */
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MtrPersonChooser, mtr_person_chooser, G_TYPE_OBJECT)

static void
mtr_person_chooser_finalize (GObject *object)
{
  g_array_unref (MTR_PERSON_CHOOSER (object)->ids);

  G_OBJECT_CLASS (mtr_person_chooser_parent_class)->finalize (object);
}

static void
mtr_person_chooser_class_init (MtrPersonChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mtr_person_chooser_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MTR_TYPE_PERSON_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
mtr_person_chooser_init (MtrPersonChooser *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
changed_cb (MtrPersonChooser *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->name_row), gtk_drop_down_get_selected (self->drop_down) == CHOICE_NEW);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * mtr_person_chooser_new:
 * @group: (transfer none): the group that gets the two rows; must live longer than the chooser
 * @title: what this person is, the pack's word
 * @summary: (nullable): what this person does and does not do here
 * @people: (element-type MtrRecord): the people of the file
 *
 * Returns: (transfer full): a chooser with nobody chosen
 */
MtrPersonChooser *
mtr_person_chooser_new (AdwPreferencesGroup *group,
                        const char          *title,
                        const char          *summary,
                        GPtrArray           *people)
{
  MtrPersonChooser *self = g_object_new (MTR_TYPE_PERSON_CHOOSER, NULL);
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *new_title = NULL;

  gtk_string_list_append (names, _("Nobody yet"));
  gtk_string_list_append (names, _("Somebody new…"));
  for (guint i = 0; i < people->len; i++)
    {
      MtrRecord *person = g_ptr_array_index (people, i);
      gint64 id = mtr_record_get_id (person);

      g_array_append_val (self->ids, id);
      gtk_string_list_append (names, mtr_record_get_name (person, MTR_PERSON_NAME));
    }

  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_object_ref (names)),
                                                      gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL,
                                                                                   "string")));
  gtk_drop_down_set_enable_search (self->drop_down, people->len > 8);
  gtk_widget_set_valign (GTK_WIDGET (self->drop_down), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary != NULL ? summary : "",
                                  -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), summary != NULL ? summary : "");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->drop_down));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->drop_down));
  adw_preferences_group_add (group, row);

  /* Translators: %s is a role, as in "Mentor". */
  new_title = g_strdup_printf (_("Name of the new person (%s)"), title);
  self->name_row = MTR_ENTRY_ROW (mtr_entry_row_new (new_title));
  gtk_widget_set_visible (GTK_WIDGET (self->name_row), FALSE);
  adw_preferences_group_add (group, GTK_WIDGET (self->name_row));

  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->name_row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * mtr_person_chooser_choose:
 * @self: a chooser
 * @id: a person; 0 for nobody
 */
void
mtr_person_chooser_choose (MtrPersonChooser *self,
                           gint64            id)
{
  guint selected = CHOICE_NOBODY;

  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      selected = N_CHOICES + i;
  gtk_drop_down_set_selected (self->drop_down, selected);
}

/**
 * mtr_person_chooser_type_new:
 * @self: a chooser
 *
 * Chooses somebody new, whose name is still to be typed.
 */
void
mtr_person_chooser_type_new (MtrPersonChooser *self)
{
  gtk_drop_down_set_selected (self->drop_down, CHOICE_NEW);
}

/**
 * mtr_person_chooser_get_id:
 * @self: a chooser
 *
 * Returns: the person that was chosen; 0 for somebody new, or nobody
 */
gint64
mtr_person_chooser_get_id (MtrPersonChooser *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  return selected >= N_CHOICES && selected != GTK_INVALID_LIST_POSITION
           ? g_array_index (self->ids, gint64, selected - N_CHOICES) : 0;
}

/**
 * mtr_person_chooser_dup_name:
 * @self: a chooser
 *
 * Returns: (transfer full) (nullable): the name of somebody new, clean; %NULL where nobody new is chosen
 */
char *
mtr_person_chooser_dup_name (MtrPersonChooser *self)
{
  g_autofree char *clean = NULL;

  if (gtk_drop_down_get_selected (self->drop_down) != CHOICE_NEW)
    return NULL;

  clean = mtr_text_clean (mtr_entry_row_get_text (self->name_row), -1, MTR_TEXT_ONE_LINE, NULL);

  return g_strdup (g_strstrip (clean));
}

/**
 * mtr_person_chooser_focus:
 * @self: a chooser
 *
 * Puts the cursor where something is to be said about this person.
 */
void
mtr_person_chooser_focus (MtrPersonChooser *self)
{
  if (gtk_drop_down_get_selected (self->drop_down) == CHOICE_NEW)
    gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->drop_down));
}

/**
 * mtr_person_chooser_refuse:
 * @self: a chooser
 * @label: where it is said where somebody is to be chosen from the list
 * @problem: what is wrong, and what to do
 *
 * Says what is wrong below the name of somebody new, or in @label, and puts the cursor there.
 */
void
mtr_person_chooser_refuse (MtrPersonChooser *self,
                           GtkLabel         *label,
                           const char       *problem)
{
  if (gtk_drop_down_get_selected (self->drop_down) == CHOICE_NEW)
    {
      mtr_entry_row_refuse (self->name_row, problem);
      return;
    }

  gtk_label_set_text (label, problem);
  gtk_widget_grab_focus (GTK_WIDGET (self->drop_down));
}

/**
 * mtr_person_chooser_check:
 * @self: a chooser
 * @today: the present date
 *
 * Returns: whether the name of somebody new can be stored; where not, that has been said below it
 */
gboolean
mtr_person_chooser_check (MtrPersonChooser *self,
                          const GDate      *today)
{
  g_autofree char *name = mtr_person_chooser_dup_name (self);
  g_autofree char *value = NULL;

  return name == NULL || *name == '\0' || mtr_entry_row_take (self->name_row, MTR_PERSON_NAME, today, &value);
}
