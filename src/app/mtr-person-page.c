/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One person: who they are, what the rules about mentors need to know, how to
 * reach them, and in which pairings they are. Unknown is not "no": whether
 * somebody is registered has three answers.
 */

#include "mtr-person-page.h"

#include "mtr-audience-button.h"
#include "mtr-check.h"
#include "mtr-field-row.h"
#include "mtr-pairing-row.h"
#include "mtr-row-list.h"
#include "mtr-window.h"

#include <glib/gi18n-lib.h>

#define MONTHS_A_YEAR 12

/* What is written down about a person, each field in the group of those who may read it. */
static const struct {
  MtrField    field;
  const char *group;   /* untranslated; NULL: in the group before */
  MtrAudience audience;
} form[] = {
  { MTR_PERSON_NAME, N_("Who it is"), MTR_AUDIENCE_PROGRAMME },
  { MTR_PERSON_ROLE_TITLE, NULL, MTR_AUDIENCE_PROGRAMME },
  { MTR_PERSON_TEAM, NULL, MTR_AUDIENCE_PROGRAMME },
  { MTR_PERSON_EMPLOYER, NULL, MTR_AUDIENCE_PROGRAMME },
  { MTR_PERSON_LINE_MANAGER_ID, NULL, MTR_AUDIENCE_PROGRAMME },
  { MTR_PERSON_REGISTERED, N_("For mentoring"), MTR_AUDIENCE_PROGRAMME },
  { MTR_PERSON_REGISTERED_SEEN_ON, NULL, MTR_AUDIENCE_PROGRAMME },
  { MTR_PERSON_SUPERVISORY_MONTHS, NULL, MTR_AUDIENCE_PROGRAMME },
  { MTR_PERSON_REGISTRATION_NUMBER, N_("Registration"), MTR_AUDIENCE_ASSESSMENT },
  { MTR_PERSON_EMAIL, N_("How to reach them"), MTR_AUDIENCE_PAIR },
  { MTR_PERSON_PRIVATE_NOTE, N_("Private note"), MTR_AUDIENCE_MINE },
};

struct _MtrPersonPage {
  MtrPage               parent_instance;

  gint64                person_id;
  MtrSnapshot          *people;        /* (owned): every person */
  MtrRecordController  *controller;    /* (owned) */
  MtrFieldRow          *rows[G_N_ELEMENTS (form)];
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

/* Months are counted, years are thought in. */
static void
show_years (MtrPersonPage *self)
{
  MtrRecord *record = mtr_record_controller_get_record (self->controller);
  guint months = (guint) mtr_record_get_number (record, MTR_PERSON_SUPERVISORY_MONTHS);
  guint years = months / MONTHS_A_YEAR;
  guint rest = months % MONTHS_A_YEAR;
  g_autofree char *words = NULL;

  if (!mtr_record_is_set (record, MTR_PERSON_SUPERVISORY_MONTHS))
    words = g_strdup (_("How long have they led or supervised others? Left empty it means: not known yet."));
  else if (years > 0 && rest > 0)
    {
      g_autofree char *year_words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u year", "%u years", years), years);
      g_autofree char *month_words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u month", "%u months", rest), rest);

      /* Translators: as in "2 years" and "6 months". */
      words = g_strdup_printf (_("That is %1$s and %2$s."), year_words, month_words);
    }
  else if (years > 0)
    words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "That is %u year.", "That is %u years.", years), years);
  else
    words = g_strdup (_("That is less than a year."));

  for (gsize i = 0; i < G_N_ELEMENTS (form); i++)
    if (form[i].field == MTR_PERSON_SUPERVISORY_MONTHS)
      mtr_field_row_set_prompt (self->rows[i], words);
}

static void
update_title (MtrPersonPage *self)
{
  const char *name = mtr_record_get_name (mtr_record_controller_get_record (self->controller), MTR_PERSON_NAME);

  mtr_page_set_title (MTR_PAGE (self), name != NULL ? name : _("New Person"));
}

static void
value_changed_cb (MtrPersonPage *self,
                  int            field)
{
  if (field == MTR_PERSON_SUPERVISORY_MONTHS)
    show_years (self);
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
  show_years (self);
  load_pairings (self);
}

static gboolean
mtr_person_page_go_to (MtrPage  *page,
                       MtrKind   kind,
                       gint64    id,
                       MtrField  field)
{
  MtrPersonPage *self = MTR_PERSON_PAGE (page);

  if (kind != MTR_KIND_PERSON || id != self->person_id)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (form); i++)
    if (form[i].field == field)
      gtk_widget_grab_focus (GTK_WIDGET (self->rows[i]));

  return TRUE;
}

static void
mtr_person_page_focus_first (MtrPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (MTR_PERSON_PAGE (page)->rows[0]));
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

static GPtrArray *
list_others (MtrPersonPage *self)
{
  GPtrArray *others = g_ptr_array_new ();

  for (guint i = 0; i < mtr_snapshot_count (self->people, MTR_KIND_PERSON); i++)
    {
      MtrRecord *person = mtr_snapshot_nth (self->people, MTR_KIND_PERSON, i);

      if (mtr_record_get_id (person) != self->person_id)
        g_ptr_array_add (others, person);
    }

  return others;
}

static void
add_form (MtrPersonPage *self,
          GtkBox        *content)
{
  AdwPreferencesGroup *group = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (form); i++)
    {
      g_autofree char *readers = mtr_audience_describe_readers (form[i].audience, NULL, NULL);
      GtkWidget *row;

      if (form[i].group != NULL)
        {
          group = ADW_PREFERENCES_GROUP (mtr_group_new (_(form[i].group), form[i].audience, NULL, NULL));
          gtk_box_append (content, GTK_WIDGET (group));
        }
      if (form[i].field == MTR_PERSON_LINE_MANAGER_ID)
        {
          g_autoptr (GPtrArray) others = list_others (self);

          row = mtr_field_row_new_person (self->controller, form[i].field, others);
        }
      else
        {
          row = mtr_field_row_new (self->controller, form[i].field);
        }
      mtr_field_row_set_readers (MTR_FIELD_ROW (row), readers);
      adw_preferences_group_add (group, row);
      self->rows[i] = MTR_FIELD_ROW (row);
      if (form[i].field == MTR_PERSON_PRIVATE_NOTE)
        mtr_field_row_set_prompt (self->rows[i],
                                  _("Leaves this file in no print and no export. It is not a secret before the law: this person may ask to see it."));
    }
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
  add_form (self, content);

  self->pairings_group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->pairings_group, _("Pairings"));
  self->pairings = mtr_row_list_new (self->pairings_group);
  gtk_box_append (content, GTK_WIDGET (self->pairings_group));

  self->remove_button = gtk_button_new_with_label (_("Remove This Person"));
  gtk_widget_set_halign (self->remove_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->remove_button, "pill");
  gtk_box_append (content, self->remove_button);

  g_signal_connect_object (self->controller, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pairings, "activated", G_CALLBACK (pairing_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  update_title (self);
  show_years (self);

  return MTR_PAGE (self);
}
