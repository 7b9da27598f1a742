/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One role of a pairing: who has it, what that person does and does not do
 * here, and how somebody else gets it. The mentor of a pairing that has begun is
 * not changed but followed by another pairing, and the page says so.
 */

#include "mtr-role-page.h"

#include "mtr-audience-button.h"
#include "mtr-date.h"
#include "mtr-page-parts.h"
#include "mtr-pairing-move-page.h"
#include "mtr-pairing-people.h"
#include "mtr-pairing-words.h"
#include "mtr-pairing.h"
#include "mtr-person-chooser.h"
#include "mtr-window.h"

#include <glib/gi18n-lib.h>

struct _MtrRolePage {
  MtrPage           parent_instance;

  MtrPairingModel  *model;          /* (owned) */
  char             *role;           /* (owned) */
  gint64            member_id;      /* of an observer; 0 for a role of the pairing, and for somebody new */
  MtrRowList       *person_rows;    /* (owned) */
  MtrPersonChooser *chooser;        /* (owned) (nullable) */
  GtkLabel         *problem_label;  /* (nullable) */
};

G_DEFINE_FINAL_TYPE (MtrRolePage, mtr_role_page, MTR_TYPE_PAGE)

static gint64
get_person_id (MtrRolePage *self)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  MtrRecord *pairing = mtr_pairing_model_get_pairing (self->model);
  MtrRecord *member = mtr_snapshot_get (snapshot, MTR_KIND_MEMBER, self->member_id);
  MtrField field = mtr_pairing_get_role_field (self->role);

  if (member != NULL)
    return mtr_record_get_number (member, MTR_MEMBER_PERSON_ID);
  if (pairing == NULL || field == MTR_FIELD_NONE)
    return 0;
  if (field == MTR_PAIRING_LINE_MANAGER_ID)
    return mtr_pairing_get_line_manager (snapshot, pairing);

  return mtr_record_get_number (pairing, field);
}

static const char *
get_role_title (MtrRolePage *self)
{
  const MtrPackRole *role = mtr_pack_find_role (mtr_pairing_model_get_pack (self->model), self->role);

  return role != NULL ? role->title : self->role;
}

static gboolean
is_fixed (MtrRolePage *self)
{
  MtrRecord *pairing = mtr_pairing_model_get_pairing (self->model);

  return g_str_equal (self->role, MTR_ROLE_MENTOR) && mtr_record_is_set (pairing, MTR_PAIRING_MENTOR_ID) &&
         !mtr_record_text_is (pairing, MTR_PAIRING_STATE, MTR_PAIRING_PROPOSED);
}

static void
mtr_role_page_refresh (MtrPage *page)
{
  MtrRolePage *self = MTR_ROLE_PAGE (page);
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  MtrRecord *pairing = mtr_pairing_model_get_pairing (self->model);
  gint64 person_id = get_person_id (self);
  MtrRecord *person = mtr_snapshot_get (snapshot, MTR_KIND_PERSON, person_id);

  if (pairing == NULL || mtr_pairing_model_get_pack (self->model) == NULL)
    return;

  mtr_row_list_begin (self->person_rows);
  if (person != NULL)
    {
      g_autofree char *subtitle = mtr_pairing_words_dup_role (mtr_pairing_model_get_pack (self->model), snapshot, pairing,
                                                              person_id, self->role);

      mtr_row_list_add (self->person_rows, "person", mtr_record_get_name (person, MTR_PERSON_NAME), subtitle, NULL,
                        _("Open the Profile"));
    }
  else
    {
      mtr_row_list_add (self->person_rows, "nobody", _("Nobody yet"), NULL, NULL, "");
    }
  mtr_row_list_end (self->person_rows);
}

static void
person_cb (MtrRolePage *self)
{
  MtrWindow *window = mtr_window_of (GTK_WIDGET (self));

  if (window != NULL)
    mtr_window_go_to (window, 0, MTR_KIND_PERSON, get_person_id (self), MTR_FIELD_NONE);
}

static void
refuse (MtrRolePage *self,
        const char  *reason)
{
  gtk_label_set_text (self->problem_label, reason);
  mtr_person_chooser_focus (self->chooser);
}

static void
chosen_cb (MtrRolePage *self)
{
  gtk_label_set_text (self->problem_label, "");
}

static void
choose_cb (MtrRolePage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  MtrRecord *pairing = mtr_pairing_model_get_pairing (self->model);
  gboolean adds = g_str_equal (self->role, MTR_ROLE_OBSERVER);
  gint64 person_id = mtr_person_chooser_get_id (self->chooser);
  g_autofree char *name = mtr_person_chooser_dup_name (self->chooser);
  g_autofree char *label = NULL;
  g_autoptr (MtrProblem) problem = NULL;
  g_autoptr (MtrChange) change = NULL;
  GDate today;

  if (name != NULL && *name == '\0')
    {
      refuse (self, _("Write the name of the new person, or choose somebody else."));
      return;
    }
  if (adds && person_id == 0 && name == NULL)
    {
      refuse (self, _("Choose first who may observe."));
      return;
    }
  problem = mtr_pairing_check_person (snapshot, pairing, self->role, person_id);
  if (problem != NULL)
    {
      refuse (self, problem->message);
      return;
    }

  /* Translators: an action for the menu of undo; %s is a role, as in "Line manager". */
  label = g_strdup_printf (adds ? _("add somebody: %s") : _("change: %s"), get_role_title (self));
  change = mtr_change_new (label);
  if (name != NULL)
    {
      MtrRecord *person = mtr_record_new (MTR_KIND_PERSON, mtr_programme_new_id (programme));

      person_id = mtr_record_get_id (person);
      mtr_record_set_text (person, MTR_PERSON_NAME, name);
      mtr_change_insert (change, person);
    }
  mtr_programme_get_today (programme, &today);
  if (adds)
    {
      g_autofree char *on = mtr_date_to_iso (&today);

      mtr_pairing_add_observer (change, pairing, mtr_programme_new_id (programme), person_id, on);
    }
  else
    {
      mtr_pairing_choose_person (change, pairing, self->role, person_id);
    }
  mtr_programme_act (programme, g_steal_pointer (&change),
                     adds ? _("Added. Ctrl+Z takes it back") : _("Changed. Ctrl+Z takes it back"));
  mtr_page_pop (MTR_PAGE (self));
}

static void
remove_cb (MtrRolePage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  MtrRecord *member = mtr_snapshot_get (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_MEMBER, self->member_id);
  g_autofree char *on = NULL;
  GDate today;

  if (member == NULL)
    return;

  mtr_programme_get_today (programme, &today);
  on = mtr_date_to_iso (&today);
  mtr_programme_act (programme, mtr_pairing_remove_observer (member, on), _("Removed. Ctrl+Z brings it back"));
  mtr_page_pop (MTR_PAGE (self));
}

static void
end_cb (MtrRolePage *self)
{
  mtr_page_push (MTR_PAGE (self), mtr_pairing_move_page_new (self->model, MTR_PAIRING_ENDED));
}

static void
mtr_role_page_focus_first (MtrPage *page)
{
  MtrRolePage *self = MTR_ROLE_PAGE (page);

  if (self->chooser != NULL && get_person_id (self) == 0)
    mtr_person_chooser_focus (self->chooser);
  else
    mtr_page_keep_focus (page);
}

static void
mtr_role_page_dispose (GObject *object)
{
  MtrRolePage *self = MTR_ROLE_PAGE (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->person_rows);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_role_page_parent_class)->dispose (object);
}

static void
mtr_role_page_finalize (GObject *object)
{
  g_free (MTR_ROLE_PAGE (object)->role);

  G_OBJECT_CLASS (mtr_role_page_parent_class)->finalize (object);
}

static void
mtr_role_page_class_init (MtrRolePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_role_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mtr_role_page_finalize;
  MTR_PAGE_CLASS (klass)->refresh = mtr_role_page_refresh;
  MTR_PAGE_CLASS (klass)->focus_first = mtr_role_page_focus_first;
}

static void
mtr_role_page_init (MtrRolePage *self)
{
}

static void
add_sentences (GtkBox     *content,
               const char *title,
               const char *sign,
               char      **sentences)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (sentences == NULL || sentences[0] == NULL)
    return;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  for (gsize i = 0; sentences[i] != NULL; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *mark = gtk_label_new (sign);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentences[i]);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      gtk_widget_add_css_class (mark, "dim-label");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  gtk_box_append (content, group);
}

static void
add_chooser (MtrRolePage *self,
             GtkBox      *content)
{
  gboolean adds = g_str_equal (self->role, MTR_ROLE_OBSERVER);
  const char *question = adds ? _("Who may observe?") : get_person_id (self) == 0 ? _("Who is it?") : _("Somebody else?");
  GtkWidget *group = mtr_group_new (question, MTR_AUDIENCE_PROGRAMME, NULL, NULL);
  g_autoptr (GPtrArray) people = mtr_programme_list_people (mtr_pairing_model_get_programme (self->model));
  GtkWidget *button;

  self->chooser = mtr_person_chooser_new (ADW_PREFERENCES_GROUP (group), get_role_title (self), NULL, people);
  if (!adds)
    mtr_person_chooser_choose (self->chooser, get_person_id (self));
  gtk_box_append (content, group);

  self->problem_label = mtr_page_parts_add_problem (content);
  button = mtr_page_parts_add_button (content, adds ? _("Add") : get_person_id (self) == 0 ? _("Choose") : _("Change"),
                                      get_person_id (self) == 0);
  g_signal_connect_object (button, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chooser, "changed", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

static void
add_change (MtrRolePage *self,
            GtkBox      *content)
{
  GtkWidget *button;

  if (!mtr_pairing_model_can_write (self->model) || g_str_equal (self->role, MTR_ROLE_MENTEE))
    return;

  if (self->member_id != 0)
    {
      button = mtr_page_parts_add_button (content, _("Remove"), FALSE);
      g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
    }
  else if (is_fixed (self))
    {
      mtr_page_parts_add_line (content, _("This pairing has begun, so another mentor is a new pairing. End this one first; "
                                          "that is normal, and the portfolio goes along."));
      button = mtr_page_parts_add_button (content, _("End this pairing…"), FALSE);
      g_signal_connect_object (button, "clicked", G_CALLBACK (end_cb), self, G_CONNECT_SWAPPED);
    }
  else
    {
      add_chooser (self, content);
    }
}

/**
 * mtr_role_page_new:
 * @model: a pairing that is there, with its pack
 * @role: a role, as in %MTR_ROLE_MENTOR
 * @member_id: the membership of a mentee or an observer; 0 for the roles of the pairing itself, and to add an observer
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_role_page_new (MtrPairingModel *model,
                   const char      *role,
                   gint64           member_id)
{
  MtrRolePage *self = g_object_new (MTR_TYPE_ROLE_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  const MtrPackRole *pack_role = mtr_pack_find_role (mtr_pairing_model_get_pack (model), role);
  GtkWidget *group = mtr_group_new (_("Who"), MTR_AUDIENCE_PROGRAMME, NULL, NULL);

  self->model = g_object_ref (model);
  self->role = g_strdup (role);
  self->member_id = member_id;
  self->person_rows = mtr_row_list_new (ADW_PREFERENCES_GROUP (group));
  g_signal_connect_object (self->person_rows, "activated", G_CALLBACK (person_cb), self, G_CONNECT_SWAPPED);
  mtr_page_set_title (MTR_PAGE (self), get_role_title (self));
  mtr_page_set_programme (MTR_PAGE (self), mtr_pairing_model_get_programme (model));

  gtk_widget_set_visible (group, get_person_id (self) != 0);
  gtk_box_append (content, group);
  /* Where there is nobody yet, somebody is chosen first and explained below. */
  if (get_person_id (self) == 0)
    add_change (self, content);
  if (pack_role != NULL)
    {
      add_sentences (content, _("What this person does here"), "✓", pack_role->does);
      add_sentences (content, _("What this person does not do here"), "✗", pack_role->does_not);
    }
  if (get_person_id (self) != 0)
    add_change (self, content);
  g_signal_connect_object (model, "refreshed", G_CALLBACK (mtr_page_refresh), self, G_CONNECT_SWAPPED);
  mtr_page_refresh (MTR_PAGE (self));

  return MTR_PAGE (self);
}
