/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose file it is, asked once: a file that was made without a window has
 * nobody yet. The answer is not undone, because what is private in the file is
 * private to that person from then on.
 */

#include "mtr-owner-page.h"

#include "mtr-audience-button.h"
#include "mtr-page-parts.h"
#include "mtr-person-chooser.h"

#include <glib/gi18n-lib.h>

struct _MtrOwnerPage {
  MtrPage            parent_instance;

  MtrPersonChooser  *chooser;        /* (owned) */
  GtkLabel          *problem_label;
};

#define MTR_TYPE_OWNER_PAGE (mtr_owner_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrOwnerPage, mtr_owner_page, MTR, OWNER_PAGE, MtrPage)
G_DEFINE_FINAL_TYPE (MtrOwnerPage, mtr_owner_page, MTR_TYPE_PAGE)

static void
chosen_cb (MtrOwnerPage *self)
{
  gtk_label_set_text (self->problem_label, "");
}

static void
this_is_me_cb (MtrOwnerPage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  g_autofree char *name = mtr_person_chooser_dup_name (self->chooser);
  gint64 owner_id = mtr_person_chooser_get_id (self->chooser);
  MtrChange *change;

  if (owner_id == 0 && name == NULL)
    {
      gtk_label_set_text (self->problem_label, _("Say who you are first: the file belongs to you."));
      mtr_person_chooser_focus (self->chooser);
      return;
    }

  change = mtr_change_new (_("say whose file this is"));
  if (owner_id == 0)
    {
      MtrRecord *owner;

      owner_id = mtr_programme_new_id (programme);
      owner = mtr_record_new (MTR_KIND_PERSON, owner_id);
      mtr_record_set_text (owner, MTR_PERSON_NAME, name);
      mtr_change_insert (change, owner);
    }
  mtr_change_set_number (change, MTR_PROGRAMME_OWNER_ID, mtr_programme_get_id (programme), owner_id);
  mtr_change_set_barrier (change);
  mtr_programme_act (programme, change, _("This file is yours now"));
  mtr_page_pop (MTR_PAGE (self));
}

static void
mtr_owner_page_focus_first (MtrPage *page)
{
  mtr_person_chooser_focus (MTR_OWNER_PAGE (page)->chooser);
}

static void
mtr_owner_page_dispose (GObject *object)
{
  g_clear_object (&MTR_OWNER_PAGE (object)->chooser);

  G_OBJECT_CLASS (mtr_owner_page_parent_class)->dispose (object);
}

static void
mtr_owner_page_class_init (MtrOwnerPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_owner_page_dispose;
  MTR_PAGE_CLASS (klass)->focus_first = mtr_owner_page_focus_first;
}

static void
mtr_owner_page_init (MtrOwnerPage *self)
{
}

/**
 * mtr_owner_page_new:
 * @programme: a programme that belongs to nobody yet, and can be written
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_owner_page_new (MtrProgramme *programme)
{
  MtrOwnerPage *self = g_object_new (MTR_TYPE_OWNER_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  GtkWidget *group = mtr_group_new (_("Who are you?"), MTR_AUDIENCE_PROGRAMME, NULL, NULL);
  g_autoptr (GPtrArray) people = mtr_programme_list_people (programme);
  GtkWidget *button;

  mtr_page_set_programme (MTR_PAGE (self), programme);
  mtr_page_set_title (MTR_PAGE (self), _("Who Are You?"));
  mtr_page_parts_add_line (content, _("A file belongs to one person. What is marked “Only you” in it is for that person alone, and what you sign, you sign with this name."));

  self->chooser = mtr_person_chooser_new (ADW_PREFERENCES_GROUP (group), _("You"), NULL, people);
  if (people->len == 0)
    mtr_person_chooser_type_new (self->chooser);
  gtk_box_append (content, group);
  self->problem_label = mtr_page_parts_add_problem (content);
  button = mtr_page_parts_add_button (content, _("This Is Me"), TRUE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (this_is_me_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chooser, "changed", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
