/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a meeting of a peer group has besides other sessions: who presents and
 * with which question, the form for working on it, how long each was there, and
 * what each member takes away, which is theirs alone until they share it.
 */

#include "mtr-session-group.h"

#include "mtr-audience-button.h"
#include "mtr-date.h"
#include "mtr-field-row.h"
#include "mtr-form-page.h"
#include "mtr-page-parts.h"
#include "mtr-record-page.h"
#include "mtr-row-list.h"

#include <glib/gi18n-lib.h>

struct _MtrSessionGroup {
  AdwBin                parent_instance;

  MtrPairingModel      *model;        /* (owned) */
  MtrPage              *page;         /* (not owned): what this is on */
  gint64                session_id;
  MtrSessionForm       *form;         /* (not owned) (nullable): beside this on the page */
  MtrRecordController  *learnt;       /* (owned) (nullable): of the owner's own attendance */
  GtkWidget            *learnt_row;   /* (nullable) */
  GtkWidget            *own_group;
  GtkWidget            *own_box;
  MtrRowList           *question;     /* (owned) */
  GtkWidget            *people_group;
  MtrRowList           *people;       /* (owned) */
  GtkWidget            *shared_group;
  MtrRowList           *shared;       /* (owned) */
};

G_DEFINE_FINAL_TYPE (MtrSessionGroup, mtr_session_group, ADW_TYPE_BIN)

static const MtrForm *
get_group_form (MtrSessionGroup *self)
{
  return mtr_pack_find_form_for (mtr_pairing_model_get_pack (self->model), MTR_FORM_GROUP, NULL);
}

static const char *
get_name (MtrSessionGroup *self,
          MtrRecord       *attendee)
{
  MtrRecord *person = mtr_snapshot_follow (mtr_pairing_model_get_snapshot (self->model), attendee,
                                           MTR_SESSION_ATTENDEE_PERSON_ID);

  return person != NULL ? mtr_record_get_name (person, MTR_PERSON_NAME) : _("Nobody yet");
}

static GPtrArray *
list_attendees (MtrSessionGroup *self)
{
  return mtr_snapshot_list_where (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_SESSION_ATTENDEE,
                                  MTR_SESSION_ATTENDEE_SESSION_ID, self->session_id);
}

static MtrRecord *
find_form_record (MtrSessionGroup *self)
{
  const MtrForm *form = get_group_form (self);
  g_autoptr (GPtrArray) records = mtr_snapshot_list_where (mtr_pairing_model_get_snapshot (self->model),
                                                           MTR_KIND_FORM_RECORD, MTR_FORM_RECORD_SESSION_ID,
                                                           self->session_id);

  for (guint i = 0; i < records->len; i++)
    if (mtr_record_text_is (g_ptr_array_index (records, i), MTR_FORM_RECORD_FORM, form->code))
      return g_ptr_array_index (records, i);

  return NULL;
}

/* ---- The question --------------------------------------------------------------------------- */

static void
show_question (MtrSessionGroup *self)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  MtrRecord *session = mtr_snapshot_get (snapshot, MTR_KIND_SESSION, self->session_id);
  const MtrForm *form = get_group_form (self);
  gboolean can_write = mtr_pairing_model_can_write (self->model);

  mtr_row_list_begin (self->question);
  if (self->form == NULL && session != NULL)
    {
      MtrRecord *presenter = mtr_snapshot_follow (snapshot, session, MTR_SESSION_PRESENTER_ID);

      mtr_page_parts_add_reading (self->question, mtr_field_get_label (MTR_SESSION_PRESENTER_ID),
                                  presenter != NULL ? mtr_record_get_name (presenter, MTR_PERSON_NAME) : NULL);
      mtr_page_parts_add_reading (self->question, mtr_field_get_label (MTR_SESSION_QUESTION),
                                  mtr_record_get_text (session, MTR_SESSION_QUESTION));
    }
  if (form != NULL && (can_write || find_form_record (self) != NULL))
    mtr_row_list_add (self->question, "form", form->title, _("What was told, asked and thought, step by step"), NULL,
                      find_form_record (self) == NULL ? _("Start") : NULL);
  mtr_row_list_end (self->question);
}

static void
question_cb (MtrSessionGroup *self,
             const char      *key)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (self->model);
  MtrRecord *stored = find_form_record (self);
  g_autoptr (MtrRecord) record = stored != NULL ? g_object_ref (stored) : NULL;
  MtrFormSetup setup = { 0, };

  if (record == NULL)
    {
      g_autofree char *today_text = NULL;
      GDate today;

      /* The form belongs to the session: that has to be in the store first. */
      if (self->form != NULL)
        mtr_session_form_be_born (self->form);
      mtr_programme_get_today (programme, &today);
      today_text = mtr_date_to_iso (&today);
      record = mtr_record_new (MTR_KIND_FORM_RECORD, mtr_programme_new_id (programme));
      mtr_record_set_number (record, MTR_FORM_RECORD_PAIRING_ID, mtr_pairing_model_get_id (self->model));
      mtr_record_set_number (record, MTR_FORM_RECORD_SESSION_ID, self->session_id);
      mtr_record_set_text (record, MTR_FORM_RECORD_FORM, get_group_form (self)->code);
      mtr_record_set_text (record, MTR_FORM_RECORD_FILLED_ON, today_text);
    }
  setup.programme = programme;
  setup.form = get_group_form (self);
  setup.record = record;
  setup.audience = MTR_AUDIENCE_PAIR;
  setup.other = mtr_pairing_model_get_pair_names (self->model);
  setup.can_write = mtr_pairing_model_can_write (self->model);
  mtr_page_push (self->page, mtr_form_page_new (&setup));
}

/* ---- Who was there, and for how long ------------------------------------------------------------ */

static void
show_people (MtrSessionGroup *self)
{
  g_autoptr (GPtrArray) attendees = list_attendees (self);

  mtr_row_list_begin (self->people);
  for (guint i = 0; i < attendees->len; i++)
    {
      MtrRecord *attendee = g_ptr_array_index (attendees, i);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (attendee));
      guint minutes = (guint) mtr_record_get_number (attendee, MTR_SESSION_ATTENDEE_MINUTES);
      g_autofree char *length = NULL;

      if (mtr_record_is_set (attendee, MTR_SESSION_ATTENDEE_MINUTES))
        length = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "for %u minute", "for %u minutes", minutes), minutes);
      mtr_row_list_add (self->people, key, get_name (self, attendee), NULL,
                        length != NULL ? length : _("from beginning to end"), NULL);
    }
  mtr_row_list_end (self->people);
  gtk_widget_set_visible (self->people_group, attendees->len > 0);
}

static void
person_cb (MtrSessionGroup *self,
           const char      *key)
{
  MtrRecord *attendee = mtr_snapshot_get (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_SESSION_ATTENDEE,
                                          g_ascii_strtoll (key, NULL, 10));
  MtrPage *page;

  if (attendee == NULL)
    return;

  page = mtr_record_page_new (self->model, attendee, get_name (self, attendee), MTR_AUDIENCE_PAIR,
                              mtr_pairing_model_can_write (self->model));
  mtr_record_page_add_line (MTR_RECORD_PAGE (page), _("For somebody who came late or had to go. Nobody is asked why."));
  mtr_record_page_add_field (MTR_RECORD_PAGE (page), MTR_SESSION_ATTENDEE_MINUTES,
                             _("Empty: from beginning to end."));
  mtr_page_push (self->page, page);
}

/* ---- What each takes away ---------------------------------------------------------------------------- */

static void
share_cb (MtrSessionGroup *self)
{
  MtrRecord *attendee = mtr_record_controller_get_record (self->learnt);
  MtrChange *change;

  if (!mtr_record_is_set (attendee, MTR_SESSION_ATTENDEE_DRAFT_LEARNT))
    {
      mtr_field_row_refuse (MTR_FIELD_ROW (self->learnt_row), _("Nothing is written yet."));
      return;
    }

  mtr_record_controller_flush (self->learnt);
  change = mtr_change_new (_("share what I take away"));
  mtr_change_pass_on (change, attendee, MTR_SESSION_ATTENDEE_LEARNT);
  mtr_programme_act (mtr_pairing_model_get_programme (self->model), change, _("Shared with the group. Ctrl+Z takes it back"));
}

static void
add_own_row (MtrSessionGroup *self,
             MtrRecord       *attendee)
{
  g_autofree char *readers = mtr_audience_describe_readers (MTR_AUDIENCE_MINE, NULL, NULL);

  g_clear_object (&self->learnt);
  self->learnt = mtr_record_controller_new (mtr_pairing_model_get_programme (self->model), attendee);
  if (self->learnt_row != NULL)
    {
      mtr_field_row_set_controller (MTR_FIELD_ROW (self->learnt_row), self->learnt);
      return;
    }

  self->learnt_row = mtr_field_row_new (self->learnt, MTR_SESSION_ATTENDEE_DRAFT_LEARNT);
  mtr_field_row_set_prompt (MTR_FIELD_ROW (self->learnt_row), _("Whoever presented: what is in it for your own work?"));
  mtr_field_row_set_readers (MTR_FIELD_ROW (self->learnt_row), readers);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->own_group), self->learnt_row);
}

/* One's own, where one was there and has not shared it. */
static void
show_own (MtrSessionGroup *self)
{
  gint64 owner_id = mtr_programme_get_owner_id (mtr_pairing_model_get_programme (self->model));
  g_autoptr (GPtrArray) attendees = list_attendees (self);
  MtrRecord *own = NULL;
  gboolean is_open;

  for (guint i = 0; i < attendees->len; i++)
    if (mtr_record_get_number (g_ptr_array_index (attendees, i), MTR_SESSION_ATTENDEE_PERSON_ID) == owner_id)
      own = g_ptr_array_index (attendees, i);

  is_open = own != NULL && !mtr_record_is_set (own, MTR_SESSION_ATTENDEE_LEARNT) &&
            mtr_pairing_model_can_write (self->model);
  gtk_widget_set_visible (self->own_box, is_open);
  if (!is_open)
    return;

  if (self->learnt == NULL ||
      mtr_record_get_id (mtr_record_controller_get_record (self->learnt)) != mtr_record_get_id (own))
    add_own_row (self, own);
  else
    mtr_record_controller_refresh (self->learnt, own);
}

static void
show_shared (MtrSessionGroup *self)
{
  g_autoptr (GPtrArray) attendees = list_attendees (self);

  mtr_row_list_begin (self->shared);
  for (guint i = 0; i < attendees->len; i++)
    {
      MtrRecord *attendee = g_ptr_array_index (attendees, i);

      if (mtr_record_is_set (attendee, MTR_SESSION_ATTENDEE_LEARNT))
        mtr_page_parts_add_reading (self->shared, get_name (self, attendee),
                                    mtr_record_get_text (attendee, MTR_SESSION_ATTENDEE_LEARNT));
    }
  mtr_row_list_end (self->shared);
  gtk_widget_set_visible (self->shared_group, mtr_row_list_count (self->shared) > 0);
}

/**
 * mtr_session_group_refresh:
 * @self: a session of a group
 *
 * Shows what is in the snapshot of the pairing now.
 */
void
mtr_session_group_refresh (MtrSessionGroup *self)
{
  show_question (self);
  show_people (self);
  show_own (self);
  show_shared (self);
}

/**
 * mtr_session_group_flush:
 * @self: a session of a group
 *
 * Writes at once what is typed and not on the disk yet.
 */
void
mtr_session_group_flush (MtrSessionGroup *self)
{
  if (self->learnt != NULL)
    mtr_record_controller_flush (self->learnt);
}

static void
mtr_session_group_dispose (GObject *object)
{
  MtrSessionGroup *self = MTR_SESSION_GROUP (object);

  g_clear_object (&self->learnt);
  g_clear_object (&self->question);
  g_clear_object (&self->people);
  g_clear_object (&self->shared);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_session_group_parent_class)->dispose (object);
}

static void
mtr_session_group_class_init (MtrSessionGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_session_group_dispose;
}

static void
mtr_session_group_init (MtrSessionGroup *self)
{
}

static void
add_question_rows (MtrSessionGroup     *self,
                   AdwPreferencesGroup *group)
{
  MtrRecordController *controller = mtr_session_form_get_controller (self->form);
  MtrRecord *session = mtr_record_controller_get_record (controller);
  g_autoptr (GPtrArray) people = mtr_pairing_model_list_mentees (self->model,
                                                                 mtr_record_get_text (session, MTR_SESSION_HELD_ON));
  g_autofree char *readers = mtr_audience_describe_readers (MTR_AUDIENCE_PAIR,
                                                            mtr_pairing_model_get_pair_names (self->model), NULL);
  GtkWidget *rows[] = { mtr_field_row_new_person (controller, MTR_SESSION_PRESENTER_ID, people),
                        mtr_field_row_new (controller, MTR_SESSION_QUESTION) };

  mtr_field_row_set_prompt (MTR_FIELD_ROW (rows[1]), _("In one sentence, and without a name."));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      mtr_field_row_set_readers (MTR_FIELD_ROW (rows[i]), readers);
      adw_preferences_group_add (group, rows[i]);
    }
}

/**
 * mtr_session_group_new:
 * @model: a group
 * @page: (transfer none): the page that this is on, and that others are pushed from
 * @session_id: the session, which may still be on its way into the store
 * @form: (nullable): the form beside this; %NULL where nothing can be written
 *
 * Returns: (transfer floating): what a session of a group has besides others
 */
GtkWidget *
mtr_session_group_new (MtrPairingModel *model,
                       MtrPage         *page,
                       gint64           session_id,
                       MtrSessionForm  *form)
{
  MtrSessionGroup *self = g_object_new (MTR_TYPE_SESSION_GROUP, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  const char *names = mtr_pairing_model_get_pair_names (model);
  GtkWidget *group = mtr_group_new (_("The question"), MTR_AUDIENCE_PAIR, names, NULL);
  GtkWidget *button;

  self->model = g_object_ref (model);
  self->page = page;
  self->session_id = session_id;
  self->form = form;
  self->question = mtr_row_list_new (ADW_PREFERENCES_GROUP (group));
  if (form != NULL)
    add_question_rows (self, ADW_PREFERENCES_GROUP (group));
  gtk_box_append (GTK_BOX (box), group);
  self->people_group = mtr_group_new (_("Late, or gone early?"), MTR_AUDIENCE_PAIR, names, NULL);
  self->people = mtr_row_list_new (ADW_PREFERENCES_GROUP (self->people_group));
  gtk_box_append (GTK_BOX (box), self->people_group);
  self->own_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->own_group = mtr_group_new (_("What I take away"), MTR_AUDIENCE_MINE, NULL, NULL);
  gtk_box_append (GTK_BOX (self->own_box), self->own_group);
  button = mtr_page_parts_add_button (GTK_BOX (self->own_box), _("Share with the Group"), FALSE);
  gtk_box_append (GTK_BOX (box), self->own_box);
  self->shared_group = mtr_group_new (_("What we take away"), MTR_AUDIENCE_PAIR, names, NULL);
  self->shared = mtr_row_list_new (ADW_PREFERENCES_GROUP (self->shared_group));
  gtk_box_append (GTK_BOX (box), self->shared_group);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->question, "activated", G_CALLBACK (question_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->people, "activated", G_CALLBACK (person_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (share_cb), self, G_CONNECT_SWAPPED);
  mtr_session_group_refresh (self);

  return GTK_WIDGET (self);
}
