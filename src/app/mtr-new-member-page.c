/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody joins a peer group, or a new one is made: its name and who
 * facilitates it, and its members one by one. Everybody may be new to the file.
 */

#include "mtr-new-member-page.h"

#include "mtr-audience-button.h"
#include "mtr-check.h"
#include "mtr-date.h"
#include "mtr-entry-row.h"
#include "mtr-group.h"
#include "mtr-page-parts.h"
#include "mtr-pairing.h"
#include "mtr-person-chooser.h"
#include "mtr-window.h"

#include <glib/gi18n-lib.h>

struct _MtrNewMemberPage {
  MtrPage            parent_instance;

  MtrPairingModel   *model;           /* (owned) (nullable): the group; %NULL for a new one */
  MtrEntryRow       *name_row;        /* (nullable): of a new group */
  MtrPersonChooser  *chooser;         /* (owned): the member, or the facilitator of a new group */
  MtrEntryRow       *day_row;
  GtkLabel          *problem_label;
  gint64             new_id;          /* of the group that is being made */
};

G_DEFINE_FINAL_TYPE (MtrNewMemberPage, mtr_new_member_page, MTR_TYPE_PAGE)

static char *
read_day (MtrNewMemberPage *self,
          char            **problem)
{
  MtrField field = self->model != NULL ? MTR_MEMBER_JOINED_ON : MTR_PAIRING_PROPOSED_ON;
  char *day = NULL;
  MtrProblem *found = NULL;
  GDate today;

  mtr_programme_get_today (mtr_page_get_programme (MTR_PAGE (self)), &today);
  if (!mtr_check_date_field (field, mtr_entry_row_get_text (self->day_row), &today, MTR_DATE_LEAN_PAST, &day, NULL, &found))
    *problem = g_strdup (found->message);
  else if (day == NULL)
    *problem = g_strdup (_("Say which day. “Today” will do."));
  g_clear_pointer (&found, mtr_problem_free);

  return day;
}

static void
refuse (MtrNewMemberPage *self,
        const char       *reason,
        gboolean          about_day)
{
  if (about_day)
    mtr_entry_row_refuse (self->day_row, reason);
  else
    mtr_person_chooser_refuse (self->chooser, self->problem_label, reason);
}

static void
changed_cb (MtrNewMemberPage *self)
{
  gtk_label_set_text (self->problem_label, "");
}

/* The person who is chosen, put into the change where they are new; 0 where nobody is. */
static gint64
take_person (MtrNewMemberPage *self,
             MtrChange        *change)
{
  g_autofree char *name = mtr_person_chooser_dup_name (self->chooser);
  MtrRecord *person;

  if (name == NULL || *name == '\0')
    return mtr_person_chooser_get_id (self->chooser);

  person = mtr_record_new (MTR_KIND_PERSON, mtr_programme_new_id (mtr_page_get_programme (MTR_PAGE (self))));
  mtr_record_set_text (person, MTR_PERSON_NAME, name);
  mtr_change_insert (change, person);

  return mtr_record_get_id (person);
}

static void
add_cb (MtrNewMemberPage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  MtrRecord *pairing = mtr_pairing_model_get_pairing (self->model);
  g_autoptr (MtrChange) change = mtr_change_new (_("add a member"));
  g_autoptr (MtrProblem) problem = NULL;
  g_autofree char *day_problem = NULL;
  g_autofree char *day = read_day (self, &day_problem);
  gint64 person_id = take_person (self, change);
  GDate today;

  if (person_id == 0)
    {
      refuse (self, _("Choose first who joins."), FALSE);
      return;
    }
  mtr_programme_get_today (programme, &today);
  if (!mtr_person_chooser_check (self->chooser, &today))
    return;
  problem = mtr_group_check_member (mtr_pairing_model_get_snapshot (self->model), pairing,
                                    mtr_person_chooser_get_id (self->chooser));
  if (problem != NULL || day_problem != NULL)
    {
      refuse (self, problem != NULL ? problem->message : day_problem, problem == NULL);
      return;
    }

  mtr_group_add_member (change, pairing, mtr_programme_new_id (programme), person_id, day);
  mtr_programme_act (programme, g_steal_pointer (&change), _("Joined. Ctrl+Z takes it back"));
  mtr_page_pop (MTR_PAGE (self));
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MtrNewMemberPage) self = MTR_NEW_MEMBER_PAGE (user_data);
  MtrWindow *window = mtr_window_of (GTK_WIDGET (self));

  /* A failure has been said in the state line; everything stays as it was typed. */
  if (!mtr_programme_apply_finish (MTR_PROGRAMME (source), result, NULL) || window == NULL)
    return;

  mtr_programme_announce (MTR_PROGRAMME (source), _("The group is made. Ctrl+Z takes it back"));
  mtr_page_pop (MTR_PAGE (self));
  mtr_window_open_pairing (window, self->new_id);
}

static void
make_cb (MtrNewMemberPage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  MtrPack *pack = mtr_programme_get_pack (programme, NULL);
  g_autoptr (MtrChange) change = mtr_change_new (_("make a peer group"));
  g_autofree char *day_problem = NULL;
  g_autofree char *day = read_day (self, &day_problem);
  g_autofree char *name = NULL;
  gint64 person_id = take_person (self, change);
  MtrRecord *pairing;
  GDate today;

  mtr_programme_get_today (programme, &today);
  if (!mtr_entry_row_take (self->name_row, MTR_PAIRING_TITLE, &today, &name))
    return;
  if (name == NULL)
    {
      mtr_entry_row_refuse (self->name_row, _("Give the group a name. Any name will do."));
      return;
    }
  if (!mtr_person_chooser_check (self->chooser, &today))
    return;
  if (person_id == 0 || day_problem != NULL || pack == NULL)
    {
      refuse (self, person_id == 0 ? _("Choose first who facilitates the group.")
                    : day_problem != NULL ? day_problem : _("The programme has no pack."), day_problem != NULL);
      return;
    }

  self->new_id = mtr_programme_new_id (programme);
  pairing = mtr_record_new (MTR_KIND_PAIRING, self->new_id);
  mtr_record_set_text (pairing, MTR_PAIRING_PACK, mtr_pack_get_id (pack));
  mtr_record_set_text (pairing, MTR_PAIRING_STATE, MTR_PAIRING_PROPOSED);
  mtr_record_set_text (pairing, MTR_PAIRING_STRUCTURE, MTR_STRUCTURE_GROUP);
  mtr_record_set_text (pairing, MTR_PAIRING_TITLE, name);
  mtr_record_set_text (pairing, MTR_PAIRING_PROPOSED_ON, day);
  mtr_record_set_number (pairing, MTR_PAIRING_MENTOR_ID, person_id);
  mtr_change_insert (change, pairing);
  mtr_programme_apply (programme, g_steal_pointer (&change), made_cb, g_object_ref (self));
}

static void
mtr_new_member_page_focus_first (MtrPage *page)
{
  MtrNewMemberPage *self = MTR_NEW_MEMBER_PAGE (page);

  if (self->name_row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
  else
    mtr_person_chooser_focus (self->chooser);
}

static void
mtr_new_member_page_dispose (GObject *object)
{
  MtrNewMemberPage *self = MTR_NEW_MEMBER_PAGE (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_new_member_page_parent_class)->dispose (object);
}

static void
mtr_new_member_page_class_init (MtrNewMemberPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_new_member_page_dispose;
  MTR_PAGE_CLASS (klass)->focus_first = mtr_new_member_page_focus_first;
}

static void
mtr_new_member_page_init (MtrNewMemberPage *self)
{
}

static MtrPage *
make_page (MtrProgramme    *programme,
           MtrPairingModel *model)
{
  MtrNewMemberPage *self = g_object_new (MTR_TYPE_NEW_MEMBER_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 560);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (mtr_group_new (model != NULL ? _("Who joins?") : _("A peer group"),
                                                                     MTR_AUDIENCE_PROGRAMME, NULL, NULL));
  g_autoptr (GPtrArray) people = mtr_programme_list_people (programme);
  g_autofree char *day = NULL;
  GtkWidget *button;
  GDate today;

  self->model = model != NULL ? g_object_ref (model) : NULL;
  mtr_page_set_programme (MTR_PAGE (self), programme);
  mtr_page_set_title (MTR_PAGE (self), model != NULL ? _("New Member") : _("New Peer Group"));

  if (model == NULL)
    {
      mtr_page_parts_add_line (content, _("Several people who learn from each other, with somebody who keeps the time and the "
                                          "order. The members join on the page of the group, one by one."));
      self->name_row = MTR_ENTRY_ROW (mtr_entry_row_new (mtr_field_get_label (MTR_PAIRING_TITLE)));
      adw_preferences_group_add (group, GTK_WIDGET (self->name_row));
      g_signal_connect_object (self->name_row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  self->chooser = mtr_person_chooser_new (group, model != NULL ? _("Member") : _("Facilitator"), NULL, people);
  mtr_programme_get_today (programme, &today);
  day = mtr_date_format (&today, MTR_DATE_STYLE_FULL);
  self->day_row = MTR_ENTRY_ROW (mtr_entry_row_new (mtr_field_get_label (model != NULL ? MTR_MEMBER_JOINED_ON
                                                                                       : MTR_PAIRING_PROPOSED_ON)));
  mtr_entry_row_set_text (self->day_row, day);
  adw_preferences_group_add (group, GTK_WIDGET (self->day_row));
  gtk_box_append (content, GTK_WIDGET (group));
  if (model == NULL)
    mtr_person_chooser_choose (self->chooser, mtr_programme_get_owner_id (programme));

  self->problem_label = mtr_page_parts_add_problem (content);
  button = mtr_page_parts_add_button (content, model != NULL ? _("Add") : _("Make the Group"), TRUE);
  g_signal_connect_object (button, "clicked", model != NULL ? G_CALLBACK (add_cb) : G_CALLBACK (make_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chooser, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->day_row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}

/**
 * mtr_new_member_page_new:
 * @model: a group that can be written
 *
 * Returns: (transfer floating): the page on which somebody joins it
 */
MtrPage *
mtr_new_member_page_new (MtrPairingModel *model)
{
  return make_page (mtr_pairing_model_get_programme (model), model);
}

/**
 * mtr_new_group_page_new:
 * @programme: the programme
 *
 * Returns: (transfer floating): the page on which a peer group is made
 */
MtrPage *
mtr_new_group_page_new (MtrProgramme *programme)
{
  return make_page (programme, NULL);
}
