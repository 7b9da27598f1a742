/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One person: who they are, what the rules about mentors need to know, how to
 * reach them, in which pairings they are, and rows that open the rest.
 */

#include "mtr-person-page.h"

#include "mtr-check.h"
#include "mtr-learner.h"
#include "mtr-learning-page.h"
#include "mtr-pairing-row.h"
#include "mtr-person-form.h"
#include "mtr-person-section-page.h"
#include "mtr-row-list.h"
#include "mtr-window.h"

#include <glib/gi18n-lib.h>

#define LEARNING_KEY "learning"

struct _MtrPersonPage {
  MtrPage               parent_instance;

  gint64                person_id;
  MtrSnapshot          *people;        /* (owned): every person */
  MtrRecordController  *controller;    /* (owned) */
  MtrPersonForm        *main_form;
  MtrPersonForm        *reach_form;
  MtrRowList           *sections;      /* (owned): the parts that have a page of their own */
  AdwPreferencesGroup  *pairings_group;
  MtrRowList           *pairings;      /* (owned) */
  GtkLabel             *you_label;
  GtkWidget            *remove_button;
  GCancellable         *cancellable;   /* (owned): of what is asked about pairings */
};

G_DEFINE_FINAL_TYPE (MtrPersonPage, mtr_person_page, MTR_TYPE_PAGE)

static MtrSnapshot *
load_people (MtrProgramme *programme)
{
  MtrSnapshot *people = mtr_store_load (mtr_programme_get_store (programme), MTR_SCOPE_PROGRAMME, MTR_KIND_PROGRAMME, 0,
                                        MTR_READER_OWNER, NULL);

  return people != NULL ? people : mtr_snapshot_new (MTR_READER_OWNER);
}

static GPtrArray *
check_cb (MtrRecord *candidate,
          gpointer   user_data)
{
  MtrPersonPage *self = user_data;
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_problem_free);
  MtrProblem *problem = mtr_check_line_manager (self->people, self->person_id,
                                                mtr_record_get_number (candidate, MTR_PERSON_LINE_MANAGER_ID));

  if (problem != NULL)
    g_ptr_array_add (problems, problem);

  return problems;
}

static void
update_title (MtrPersonPage *self)
{
  const char *name = mtr_record_get_name (mtr_record_controller_get_record (self->controller), MTR_PERSON_NAME);

  mtr_page_set_title (MTR_PAGE (self), name != NULL ? name : _("New Person"));
}

/* ---- The parts that have a page of their own ----------------------------------- */

static void
show_sections (MtrPersonPage *self)
{
  MtrRecord *person = mtr_record_controller_get_record (self->controller);

  mtr_row_list_begin (self->sections);
  for (guint i = MTR_PERSON_SECTION_FIRST_PAGE; i < MTR_N_PERSON_SECTIONS; i++)
    {
      g_autofree char *filled = mtr_person_section_describe (i, person);

      mtr_row_list_add (self->sections, mtr_person_section_get_code (i), mtr_person_section_get_title (i), filled, NULL,
                        NULL);
    }
  if (!mtr_record_controller_is_unborn (self->controller) &&
      mtr_learner_is_possible (mtr_page_get_programme (MTR_PAGE (self)), self->person_id))
    mtr_row_list_add (self->sections, LEARNING_KEY, _("Learning"), _("What has been learnt, and what is to be handed in"),
                      NULL, NULL);
  mtr_row_list_end (self->sections);
}

/* Somebody who is not in the file yet has a name first. */
static void
open_section (MtrPersonPage    *self,
              MtrPersonSection  section,
              MtrField          field)
{
  MtrPage *page;

  mtr_record_controller_flush (self->controller);
  if (!mtr_record_is_set (mtr_record_controller_get_record (self->controller), MTR_PERSON_NAME))
    {
      mtr_programme_announce (mtr_page_get_programme (MTR_PAGE (self)), _("Write the name first."));
      mtr_person_form_focus (self->main_form, MTR_PERSON_NAME);
      return;
    }

  page = mtr_person_section_page_new (section, self->controller, self->people);
  mtr_page_push (MTR_PAGE (self), page);
  if (field != MTR_FIELD_NONE)
    mtr_page_go_to (page, MTR_KIND_PERSON, self->person_id, field);
}

static MtrPage *
open_learning (MtrPersonPage *self)
{
  MtrPage *page = mtr_learning_page_new_of_person (mtr_page_get_programme (MTR_PAGE (self)), self->person_id);

  mtr_page_push (MTR_PAGE (self), page);

  return page;
}

static void
section_cb (MtrPersonPage *self,
            const char    *code)
{
  if (g_str_equal (code, LEARNING_KEY))
    open_learning (self);
  for (guint i = MTR_PERSON_SECTION_FIRST_PAGE; i < MTR_N_PERSON_SECTIONS; i++)
    if (g_str_equal (mtr_person_section_get_code (i), code))
      open_section (self, i, MTR_FIELD_NONE);
}

static void
value_changed_cb (MtrPersonPage *self,
                  int            field)
{
  if (field == MTR_PERSON_NAME)
    update_title (self);
}

/* ---- Pairings ------------------------------------------------------------------ */

static void
summaries_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (MtrPersonPage) self = MTR_PERSON_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) summaries = mtr_store_get_records_finish (MTR_STORE (source), result, &error);

  if (summaries == NULL || self->pairings == NULL)
    return;

  mtr_row_list_begin (self->pairings);
  for (guint i = 0; i < summaries->len; i++)
    {
      MtrRecord *summary = g_ptr_array_index (summaries, i);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (summary));
      g_autofree char *title = mtr_pairing_row_dup_title (summary);
      g_autofree char *figures = mtr_pairing_row_dup_figures (summary);

      mtr_row_list_add (self->pairings, key, title, figures,
                        mtr_pairing_row_get_state (summary), NULL);
    }
  mtr_row_list_end (self->pairings);
  gtk_widget_set_visible (GTK_WIDGET (self->pairings_group), summaries->len > 0);
}

static void
add_ids (MtrPersonPage *self,
         GArray        *ids,
         MtrField       field)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (mtr_field_get_info (field)->kind);
  g_autoptr (GPtrArray) records = NULL;

  query.equal_field = field;
  query.equal_number = self->person_id;
  records = mtr_store_list_records (mtr_programme_get_store (mtr_page_get_programme (MTR_PAGE (self))), &query,
                                    MTR_READER_LEAD, NULL);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      MtrRecord *record = g_ptr_array_index (records, i);
      gint64 id = mtr_record_get_kind (record) == MTR_KIND_MEMBER
                    ? mtr_record_get_number (record, MTR_MEMBER_PAIRING_ID) : mtr_record_get_id (record);
      gboolean known = FALSE;

      for (guint j = 0; j < ids->len; j++)
        known = known || g_array_index (ids, gint64, j) == id;
      if (!known)
        g_array_append_val (ids, id);
    }
}

static GArray *
list_pairings (MtrPersonPage *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  add_ids (self, ids, MTR_MEMBER_PERSON_ID);
  add_ids (self, ids, MTR_PAIRING_MENTOR_ID);
  add_ids (self, ids, MTR_PAIRING_LINE_MANAGER_ID);
  add_ids (self, ids, MTR_PAIRING_TALK_TO_ID);

  return ids;
}

static void
load_pairings (MtrPersonPage *self)
{
  g_autoptr (GArray) ids = list_pairings (self);

  gtk_widget_set_visible (GTK_WIDGET (self->pairings_group), ids->len > 0);
  if (ids->len > 0)
    mtr_store_get_records_async (mtr_programme_get_store (mtr_page_get_programme (MTR_PAGE (self))),
                                 MTR_KIND_PAIRING_SUMMARY, (const gint64 *) (gpointer) ids->data, ids->len,
                                 MTR_READER_LEAD, self->cancellable, summaries_cb, g_object_ref (self));
}

static void
pairing_cb (MtrPersonPage *self,
            const char    *key)
{
  mtr_window_open_pairing (mtr_window_of (GTK_WIDGET (self)), g_ascii_strtoll (key, NULL, 10));
}

/* ---- Removing --------------------------------------------------------------------- */

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MtrPersonPage) self = MTR_PERSON_PAGE (user_data);
  MtrProgramme *programme = MTR_PROGRAMME (source);
  g_autoptr (GError) error = NULL;

  if (!mtr_programme_apply_finish (programme, result, &error))
    {
      /* A reference that is not a pairing: a signature, an action, somebody's line manager. */
      mtr_programme_announce (programme, _("Something in this file still refers to this person, so they stay. Nothing was changed."));
      return;
    }

  mtr_programme_announce (programme, _("The person is removed. Ctrl+Z brings them back"));
  mtr_page_pop (MTR_PAGE (self));
}

static void
remove_cb (MtrPersonPage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  g_autoptr (GArray) pairings = list_pairings (self);
  MtrChange *change;

  if (self->person_id == mtr_programme_get_owner_id (programme))
    {
      mtr_programme_announce (programme, _("This file is yours, so you stay in it."));
      return;
    }
  if (pairings->len > 0)
    {
      g_autofree char *words =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                      "This person is in %u pairing and stays while it is there. Nothing was changed.",
                                      "This person is in %u pairings and stays while they are there. Nothing was changed.",
                                      pairings->len), pairings->len);

      mtr_programme_announce (programme, words);
      gtk_widget_child_focus (GTK_WIDGET (self->pairings_group), GTK_DIR_TAB_FORWARD);
      return;
    }
  if (mtr_record_controller_is_unborn (self->controller))
    {
      mtr_page_pop (MTR_PAGE (self));
      return;
    }

  mtr_record_controller_flush (self->controller);
  change = mtr_change_new (_("remove a person"));
  mtr_change_delete (change, MTR_KIND_PERSON, self->person_id);
  mtr_programme_apply (programme, change, removed_cb, g_object_ref (self));
}

/* ---- The page ------------------------------------------------------------------------ */

static void
mtr_person_page_refresh (MtrPage *page)
{
  MtrPersonPage *self = MTR_PERSON_PAGE (page);
  MtrProgramme *programme = mtr_page_get_programme (page);
  g_autoptr (MtrSnapshot) people = load_people (programme);
  MtrRecord *stored = mtr_snapshot_get (people, MTR_KIND_PERSON, self->person_id);

  g_set_object (&self->people, people);
  if (stored != NULL)
    mtr_record_controller_refresh (self->controller, stored);
  /* Removed by undo, say: there is nothing to show any more. */
  else if (!mtr_record_controller_is_unborn (self->controller))
    {
      mtr_page_pop (page);
      return;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->you_label), self->person_id == mtr_programme_get_owner_id (programme));
  gtk_widget_set_visible (self->remove_button, stored != NULL && !mtr_programme_is_read_only (programme) &&
                                               self->person_id != mtr_programme_get_owner_id (programme));
  update_title (self);
  mtr_person_form_refresh (self->main_form);
  show_sections (self);
  load_pairings (self);
}

static gboolean
mtr_person_page_go_to (MtrPage  *page,
                       MtrKind   kind,
                       gint64    id,
                       MtrField  field)
{
  MtrPersonPage *self = MTR_PERSON_PAGE (page);

  if (kind == MTR_KIND_LEARNING_RECORD || kind == MTR_KIND_SUBMISSION)
    return mtr_page_go_to (open_learning (self), kind, id, field);
  if (kind != MTR_KIND_PERSON || id != self->person_id)
    return FALSE;

  if (field == MTR_FIELD_NONE || mtr_person_form_focus (self->main_form, field) ||
      mtr_person_form_focus (self->reach_form, field))
    return TRUE;
  open_section (self, mtr_person_section_find (field), field);

  return TRUE;
}

static void
mtr_person_page_focus_first (MtrPage *page)
{
  mtr_person_form_focus (MTR_PERSON_PAGE (page)->main_form, MTR_FIELD_NONE);
}

static void
mtr_person_page_leave (MtrPage *page)
{
  mtr_record_controller_flush (MTR_PERSON_PAGE (page)->controller);
}

static void
mtr_person_page_dispose (GObject *object)
{
  MtrPersonPage *self = MTR_PERSON_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->pairings);
  g_clear_object (&self->sections);
  if (self->controller != NULL)
    mtr_record_controller_set_check (self->controller, NULL, NULL);
  g_clear_object (&self->controller);
  g_clear_object (&self->people);

  G_OBJECT_CLASS (mtr_person_page_parent_class)->dispose (object);
}

static void
mtr_person_page_class_init (MtrPersonPageClass *klass)
{
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_person_page_dispose;
  page_class->refresh = mtr_person_page_refresh;
  page_class->go_to = mtr_person_page_go_to;
  page_class->focus_first = mtr_person_page_focus_first;
  page_class->leave = mtr_person_page_leave;
}

static void
mtr_person_page_init (MtrPersonPage *self)
{
  self->cancellable = g_cancellable_new ();
}

static AdwPreferencesGroup *
add_group (GtkBox     *content,
           const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (content, group);

  return ADW_PREFERENCES_GROUP (group);
}

static MtrPersonForm *
add_form (MtrPersonPage    *self,
          GtkBox           *content,
          MtrPersonSection  section)
{
  GtkWidget *form = mtr_person_form_new (section, self->controller, self->people);

  gtk_box_append (content, form);

  return MTR_PERSON_FORM (form);
}

/**
 * mtr_person_page_new:
 * @programme: the programme
 * @person_id: the person; 0 for somebody new, who is put in the file with the first thing that is typed
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_person_page_new (MtrProgramme *programme,
                     gint64        person_id)
{
  MtrPersonPage *self = g_object_new (MTR_TYPE_PERSON_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  MtrRecord *stored;

  mtr_page_set_programme (MTR_PAGE (self), programme);
  self->people = load_people (programme);
  self->person_id = person_id != 0 ? person_id : mtr_programme_new_id (programme);
  stored = mtr_snapshot_get (self->people, MTR_KIND_PERSON, self->person_id);
  if (stored != NULL)
    {
      self->controller = mtr_record_controller_new (programme, stored);
    }
  else
    {
      g_autoptr (MtrRecord) unborn = mtr_record_new (MTR_KIND_PERSON, self->person_id);

      self->controller = mtr_record_controller_new_unborn (programme, unborn, NULL, NULL);
    }
  mtr_record_controller_set_check (self->controller, check_cb, self);

  self->you_label = GTK_LABEL (gtk_label_new (_("This is you. What you sign in this file, you sign with this name.")));
  gtk_label_set_xalign (self->you_label, 0);
  gtk_label_set_wrap (self->you_label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->you_label), "dim-label");
  gtk_box_append (content, GTK_WIDGET (self->you_label));
  self->main_form = add_form (self, content, MTR_PERSON_SECTION_MAIN);
  self->sections = mtr_row_list_new (add_group (content, _("More about this person")));
  self->reach_form = add_form (self, content, MTR_PERSON_SECTION_REACH);
  self->pairings_group = add_group (content, _("Pairings"));
  self->pairings = mtr_row_list_new (self->pairings_group);

  self->remove_button = gtk_button_new_with_label (_("Remove This Person"));
  gtk_widget_set_halign (self->remove_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->remove_button, "pill");
  gtk_box_append (content, self->remove_button);

  g_signal_connect_object (self->controller, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sections, "activated", G_CALLBACK (section_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pairings, "activated", G_CALLBACK (pairing_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  update_title (self);
  show_sections (self);

  return MTR_PAGE (self);
}
