/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One part of what is written down about a person, on a page of its own. */

#include "mtr-person-section-page.h"

#include "mtr-page-parts.h"

#include <glib/gi18n-lib.h>

struct _MtrPersonSectionPage {
  MtrPage              parent_instance;

  MtrRecordController *controller;  /* (owned): shared with the page of the person */
  MtrPersonForm       *form;
};

G_DEFINE_FINAL_TYPE (MtrPersonSectionPage, mtr_person_section_page, MTR_TYPE_PAGE)

static void
mtr_person_section_page_refresh (MtrPage *page)
{
  MtrPersonSectionPage *self = MTR_PERSON_SECTION_PAGE (page);
  gint64 id = mtr_record_get_id (mtr_record_controller_get_record (self->controller));
  g_autoptr (MtrSnapshot) stored = mtr_store_load (mtr_programme_get_store (mtr_page_get_programme (page)),
                                                   MTR_SCOPE_RECORD, MTR_KIND_PERSON, id, MTR_READER_OWNER, NULL);
  MtrRecord *person = stored != NULL ? mtr_snapshot_get (stored, MTR_KIND_PERSON, id) : NULL;

  /* Removed by undo, say: there is nothing to show any more. */
  if (person != NULL)
    {
      mtr_record_controller_refresh (self->controller, person);
    }
  else if (!mtr_record_controller_is_unborn (self->controller))
    {
      mtr_page_pop (page);
      return;
    }
  mtr_person_form_refresh (self->form);
}

static gboolean
mtr_person_section_page_go_to (MtrPage  *page,
                               MtrKind   kind,
                               gint64    id,
                               MtrField  field)
{
  MtrPersonSectionPage *self = MTR_PERSON_SECTION_PAGE (page);

  return kind == MTR_KIND_PERSON && id == mtr_record_get_id (mtr_record_controller_get_record (self->controller)) &&
         mtr_person_form_focus (self->form, field);
}

static void
mtr_person_section_page_focus_first (MtrPage *page)
{
  mtr_person_form_focus (MTR_PERSON_SECTION_PAGE (page)->form, MTR_FIELD_NONE);
}

static void
mtr_person_section_page_leave (MtrPage *page)
{
  mtr_record_controller_flush (MTR_PERSON_SECTION_PAGE (page)->controller);
}

static void
mtr_person_section_page_dispose (GObject *object)
{
  g_clear_object (&MTR_PERSON_SECTION_PAGE (object)->controller);

  G_OBJECT_CLASS (mtr_person_section_page_parent_class)->dispose (object);
}

static void
mtr_person_section_page_class_init (MtrPersonSectionPageClass *klass)
{
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_person_section_page_dispose;
  page_class->refresh = mtr_person_section_page_refresh;
  page_class->go_to = mtr_person_section_page_go_to;
  page_class->focus_first = mtr_person_section_page_focus_first;
  page_class->leave = mtr_person_section_page_leave;
}

static void
mtr_person_section_page_init (MtrPersonSectionPage *self)
{
}

static void
narrow_cb (MtrPersonSectionPage *self)
{
  mtr_person_form_set_narrow (self->form, mtr_page_get_narrow (MTR_PAGE (self)));
}

/**
 * mtr_person_section_page_new:
 * @section: which part
 * @controller: the controller of a person who is in the file
 * @people: everybody
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_person_section_page_new (MtrPersonSection     section,
                             MtrRecordController *controller,
                             MtrSnapshot         *people)
{
  MtrPersonSectionPage *self = g_object_new (MTR_TYPE_PERSON_SECTION_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  const char *name = mtr_record_get_name (mtr_record_controller_get_record (controller), MTR_PERSON_NAME);
  g_autofree char *about = NULL;

  mtr_page_set_programme (MTR_PAGE (self), mtr_record_controller_get_programme (controller));
  mtr_page_set_title (MTR_PAGE (self), mtr_person_section_get_title (section));
  self->controller = g_object_ref (controller);
  /* Translators: whom a page is about, and a sentence about the page; either may stand by itself. */
  about = mtr_person_section_get_line (section) != NULL
            ? g_strdup_printf (_("%1$s. %2$s"), name, mtr_person_section_get_line (section)) : g_strdup (name);
  mtr_page_parts_add_line (content, about);
  self->form = MTR_PERSON_FORM (mtr_person_form_new (section, controller, people));
  gtk_box_append (content, GTK_WIDGET (self->form));
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
  narrow_cb (self);

  return MTR_PAGE (self);
}
