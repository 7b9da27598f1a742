/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everybody in the programme, to tick who is invited to an event. */

#include "mtr-invite-page.h"

#include "mtr-accessible.h"
#include "mtr-audience-button.h"
#include "mtr-event.h"
#include "mtr-page-parts.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _MtrInvitePage {
  MtrPage         parent_instance;

  gint64          event_id;
  GtkSearchEntry *search;
  GtkLabel       *nobody;      /* says that the search finds nobody */
  GPtrArray      *rows;        /* (owned) (element-type GtkWidget) */
  GPtrArray      *attendance;  /* (owned) (nullable) (element-type MtrRecord) */
  gboolean        showing;
};

#define MTR_TYPE_INVITE_PAGE (mtr_invite_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrInvitePage, mtr_invite_page, MTR, INVITE_PAGE, MtrPage)
G_DEFINE_FINAL_TYPE (MtrInvitePage, mtr_invite_page, MTR_TYPE_PAGE)

static gint64
get_person (GtkWidget *row)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (row), "person");
}

static MtrRecord *
find_attendance (MtrInvitePage *self,
                 gint64         person_id)
{
  for (guint i = 0; self->attendance != NULL && i < self->attendance->len; i++)
    {
      MtrRecord *record = g_ptr_array_index (self->attendance, i);

      if (mtr_record_get_number (record, MTR_ATTENDANCE_PERSON_ID) == person_id)
        return record;
    }

  return NULL;
}

static void
invite (MtrInvitePage *self,
        MtrChange     *change,
        gint64         person_id)
{
  MtrRecord *record = mtr_record_new (MTR_KIND_ATTENDANCE,
                                      mtr_programme_new_id (mtr_page_get_programme (MTR_PAGE (self))));

  mtr_record_set_number (record, MTR_ATTENDANCE_EVENT_ID, self->event_id);
  mtr_record_set_number (record, MTR_ATTENDANCE_PERSON_ID, person_id);
  mtr_record_set_text (record, MTR_ATTENDANCE_STATE, MTR_ATTENDANCE_INVITED);
  mtr_change_insert (change, record);
}

static void
toggled_cb (MtrInvitePage  *self,
            GtkCheckButton *check)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  gint64 person_id = get_person (GTK_WIDGET (check));
  MtrRecord *attendance = find_attendance (self, person_id);
  MtrChange *change;

  if (self->showing || gtk_check_button_get_active (check) == (attendance != NULL))
    return;

  if (attendance == NULL)
    {
      change = mtr_change_new (_("invite somebody"));
      invite (self, change, person_id);
      mtr_programme_act (programme, change, _("Invited. Ctrl+Z takes it back"));
    }
  else
    {
      change = mtr_change_new (_("take an invitation back"));
      mtr_change_delete (change, MTR_KIND_ATTENDANCE, mtr_record_get_id (attendance));
      mtr_programme_act (programme, change, _("Not invited. Ctrl+Z takes it back"));
    }
}

/* Those who are shown: with a search, those it finds. */
static void
everybody_cb (MtrInvitePage *self)
{
  MtrChange *change = mtr_change_new (_("invite everybody"));

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *check = g_object_get_data (g_ptr_array_index (self->rows, i), "check");

      if (gtk_widget_get_visible (g_ptr_array_index (self->rows, i)) && find_attendance (self, get_person (check)) == NULL)
        invite (self, change, get_person (check));
    }
  if (mtr_change_is_empty (change))
    {
      g_object_unref (change);
      mtr_programme_announce (mtr_page_get_programme (MTR_PAGE (self)),
                              *gtk_label_get_text (self->nobody) != '\0'
                                ? _("Nobody found") : _("Everybody in the list is invited already."));
      return;
    }
  mtr_programme_act (mtr_page_get_programme (MTR_PAGE (self)), change, _("Invited. Ctrl+Z takes it back"));
}

static void
search_cb (MtrInvitePage *self)
{
  g_autofree char *wanted = mtr_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gboolean found = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      g_autofree char *name = mtr_text_fold (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

      gtk_widget_set_visible (row, strstr (name, wanted) != NULL);
      found |= gtk_widget_get_visible (row);
    }
  mtr_accessible_say (self->nobody, found ? NULL : _("Nobody found"));
}

static void
mtr_invite_page_refresh (MtrPage *page)
{
  MtrInvitePage *self = MTR_INVITE_PAGE (page);
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_ATTENDANCE);

  query.equal_field = MTR_ATTENDANCE_EVENT_ID;
  query.equal_number = self->event_id;
  g_clear_pointer (&self->attendance, g_ptr_array_unref);
  self->attendance = mtr_store_list_records (mtr_programme_get_store (mtr_page_get_programme (page)), &query,
                                             MTR_READER_LEAD, NULL);
  self->showing = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *check = g_object_get_data (g_ptr_array_index (self->rows, i), "check");

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), find_attendance (self, get_person (check)) != NULL);
    }
  self->showing = FALSE;
}

static void
mtr_invite_page_dispose (GObject *object)
{
  MtrInvitePage *self = MTR_INVITE_PAGE (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->attendance, g_ptr_array_unref);

  G_OBJECT_CLASS (mtr_invite_page_parent_class)->dispose (object);
}

static void
mtr_invite_page_class_init (MtrInvitePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_invite_page_dispose;
  MTR_PAGE_CLASS (klass)->refresh = mtr_invite_page_refresh;
}

static void
mtr_invite_page_init (MtrInvitePage *self)
{
  self->rows = g_ptr_array_new ();
}

static void
add_rows (MtrInvitePage       *self,
          AdwPreferencesGroup *group)
{
  g_autoptr (GPtrArray) people = mtr_programme_list_people (mtr_page_get_programme (MTR_PAGE (self)));

  for (guint i = 0; i < people->len; i++)
    {
      MtrRecord *person = g_ptr_array_index (people, i);
      const char *name = mtr_record_get_text (person, MTR_PERSON_NAME);
      gint64 id = mtr_record_get_id (person);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
      if (mtr_record_is_set (person, MTR_PERSON_TEAM))
        adw_action_row_set_subtitle (ADW_ACTION_ROW (row), mtr_record_get_text (person, MTR_PERSON_TEAM));
      mtr_accessible_set_label (check, name);
      mtr_accessible_set_label (row, name);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      gtk_widget_set_sensitive (check, !mtr_programme_is_read_only (mtr_page_get_programme (MTR_PAGE (self))));
      g_object_set_data (G_OBJECT (row), "check", check);
      g_object_set_data_full (G_OBJECT (check), "person", g_memdup2 (&id, sizeof id), g_free);
      g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (group, row);
      g_ptr_array_add (self->rows, row);
    }
}

/**
 * mtr_invite_page_new:
 * @programme: the programme
 * @event_id: an event
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_invite_page_new (MtrProgramme *programme,
                     gint64        event_id)
{
  MtrInvitePage *self = g_object_new (MTR_TYPE_INVITE_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  GtkWidget *group = mtr_group_new (_("People"), MTR_AUDIENCE_PROGRAMME, NULL, NULL);

  mtr_page_set_programme (MTR_PAGE (self), programme);
  mtr_page_set_title (MTR_PAGE (self), _("Who Is Invited"));
  self->event_id = event_id;
  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  mtr_accessible_set_label (GTK_WIDGET (self->search), _("Search for a name"));
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (content, GTK_WIDGET (self->search));
  gtk_box_append (content, group);
  add_rows (self, ADW_PREFERENCES_GROUP (group));
  self->nobody = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->nobody), "spoken-line");
  mtr_accessible_set_label (GTK_WIDGET (self->nobody), "");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->nobody));
  g_signal_connect_object (mtr_page_parts_add_button (content, _("Invite All of These"), FALSE), "clicked",
                           G_CALLBACK (everybody_cb), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
