/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The members of a peer group on the page of its pairing: its name, its ground
 * rules, who belongs to it, from when and until when, and how often they were
 * there. Who has left stays in the list, with the day.
 */

#include "mtr-members-group.h"

#include "mtr-audience-button.h"
#include "mtr-date.h"
#include "mtr-group.h"
#include "mtr-new-member-page.h"
#include "mtr-record-page.h"
#include "mtr-row-list.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>

/* How much of the ground rules stands in their row, in characters. */
#define EXCERPT 160

struct _MtrMembersGroup {
  AdwBin            parent_instance;

  MtrPairingModel  *model;   /* (owned) */
  MtrPage          *page;    /* (not owned): what this is on */
  GtkWidget        *group;
  MtrRowList       *rows;    /* (owned) */
};

G_DEFINE_FINAL_TYPE (MtrMembersGroup, mtr_members_group, ADW_TYPE_BIN)

static char *
dup_days (MtrRecord *member)
{
  GDate joined, left;
  gboolean has_joined = mtr_record_get_date (member, MTR_MEMBER_JOINED_ON, &joined);
  gboolean has_left = mtr_record_get_date (member, MTR_MEMBER_LEFT_ON, &left);
  g_autofree char *from = has_joined ? mtr_date_format (&joined, MTR_DATE_STYLE_LONG) : NULL;
  g_autofree char *until = has_left ? mtr_date_format (&left, MTR_DATE_STYLE_LONG) : NULL;

  if (has_joined && has_left)
    /* Translators: how long somebody belonged to a group; two dates. */
    return g_strdup_printf (_("From %1$s to %2$s"), from, until);
  if (has_left)
    /* Translators: %s is a date. */
    return g_strdup_printf (_("Until %s"), until);
  if (has_joined)
    /* Translators: since when somebody belongs to a group; %s is a date. */
    return g_strdup_printf (_("Since %s"), from);

  return g_strdup (_("From the beginning"));
}

static void
add_member (MtrMembersGroup          *self,
            const MtrGroupAttendance *attendance)
{
  MtrRecord *person = mtr_snapshot_get (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_PERSON,
                                        attendance->person_id);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (attendance->member));
  g_autofree char *days = dup_days (attendance->member);
  g_autofree char *there = NULL;
  g_autofree char *subtitle = NULL;

  /* Translators: %1$u of %2$u meetings of a group that were held while somebody belonged to it. */
  there = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "there at %1$u of %2$u meeting", "there at %1$u of %2$u meetings",
                                        attendance->n_held), attendance->n_attended, attendance->n_held);
  subtitle = attendance->n_held > 0 ? g_strdup_printf ("%s · %s", days, there) : g_strdup (days);
  mtr_row_list_add (self->rows, key, person != NULL ? mtr_record_get_name (person, MTR_PERSON_NAME) : _("Nobody yet"),
                    subtitle, mtr_record_is_set (attendance->member, MTR_MEMBER_LEFT_ON) ? _("left") : NULL, NULL);
}

/**
 * mtr_members_group_refresh:
 * @self: a group
 *
 * Shows the members there are now; nothing where the pairing is not a group.
 */
void
mtr_members_group_refresh (MtrMembersGroup *self)
{
  MtrRecord *pairing = mtr_pairing_model_get_pairing (self->model);
  gboolean is_group = pairing != NULL && mtr_group_is_group (pairing);
  g_autoptr (GPtrArray) attendance = NULL;
  const char *title, *rules;
  g_autofree char *excerpt = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), is_group);
  if (!is_group)
    return;

  title = mtr_record_get_text (pairing, MTR_PAIRING_TITLE);
  rules = mtr_record_get_text (pairing, MTR_PAIRING_GROUND_RULES);
  excerpt = mtr_text_excerpt (rules != NULL ? rules : "", EXCERPT);
  attendance = mtr_group_list_attendance (mtr_pairing_model_get_snapshot (self->model),
                                          mtr_pairing_model_get_id (self->model));
  mtr_row_list_begin (self->rows);
  mtr_row_list_add (self->rows, "rules", title != NULL ? title : _("A group without a name"),
                    rules != NULL ? excerpt : _("No ground rules yet. Agree them at the first meeting."), NULL, NULL);
  for (guint i = 0; i < attendance->len; i++)
    add_member (self, g_ptr_array_index (attendance, i));
  if (mtr_pairing_model_can_write (self->model))
    mtr_row_list_add (self->rows, "new", attendance->len == 0 ? _("No members yet") : _("Somebody else joins"), NULL, NULL,
                      _("Add"));
  mtr_row_list_end (self->rows);
}

static GPtrArray *
check_member (MtrRecord *candidate,
              gpointer   user_data)
{
  return mtr_group_list_member_problems (candidate);
}

static MtrPage *
make_member_page (MtrMembersGroup *self,
                  MtrRecord       *member)
{
  MtrRecord *person = mtr_snapshot_follow (mtr_pairing_model_get_snapshot (self->model), member, MTR_MEMBER_PERSON_ID);
  MtrPage *page = mtr_record_page_new (self->model, member,
                                       person != NULL ? mtr_record_get_name (person, MTR_PERSON_NAME) : _("Member"),
                                       MTR_AUDIENCE_PROGRAMME, mtr_pairing_model_can_write (self->model));

  mtr_record_controller_set_check (mtr_record_page_get_controller (MTR_RECORD_PAGE (page)), check_member, NULL);
  mtr_record_page_add_line (MTR_RECORD_PAGE (page), _("A member sees the sessions from joining to leaving, and is asked for "
                                                      "nothing outside that time."));
  mtr_record_page_add_field (MTR_RECORD_PAGE (page), MTR_MEMBER_JOINED_ON, NULL);
  mtr_record_page_add_field (MTR_RECORD_PAGE (page), MTR_MEMBER_LEFT_ON, _("The last day. No reason is needed."));
  mtr_record_page_add_remove (MTR_RECORD_PAGE (page), _("remove a member"),
                              _("Taken out of the group. Ctrl+Z brings them back"));

  return page;
}

static MtrPage *
make_rules_page (MtrMembersGroup *self)
{
  MtrPage *page = mtr_record_page_new (self->model, mtr_pairing_model_get_pairing (self->model), _("The group"),
                                       MTR_AUDIENCE_PAIR, mtr_pairing_model_can_write (self->model));

  mtr_record_page_add_field (MTR_RECORD_PAGE (page), MTR_PAIRING_TITLE,
                             _("Everyone who runs the programme reads the name."));
  mtr_record_page_add_field (MTR_RECORD_PAGE (page), MTR_PAIRING_GROUND_RULES,
                             _("What stays in the room, who speaks when, what happens when somebody comes late or has to go."));

  return page;
}

static void
activated_cb (MtrMembersGroup *self,
              const char      *key)
{
  MtrRecord *member = mtr_snapshot_get (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_MEMBER,
                                        g_ascii_strtoll (key, NULL, 10));

  if (member != NULL)
    mtr_page_push (self->page, make_member_page (self, member));
  else if (g_str_equal (key, "rules"))
    mtr_page_push (self->page, make_rules_page (self));
  else if (g_str_equal (key, "new"))
    mtr_page_push (self->page, mtr_new_member_page_new (self->model));
}

/**
 * mtr_members_group_set_narrow:
 * @self: a group
 * @narrow: whether the page is narrow
 */
void
mtr_members_group_set_narrow (MtrMembersGroup *self,
                              gboolean         narrow)
{
  mtr_row_list_set_narrow (self->rows, narrow);
}

static void
mtr_members_group_dispose (GObject *object)
{
  MtrMembersGroup *self = MTR_MEMBERS_GROUP (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_members_group_parent_class)->dispose (object);
}

static void
mtr_members_group_class_init (MtrMembersGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_members_group_dispose;
}

static void
mtr_members_group_init (MtrMembersGroup *self)
{
}

/**
 * mtr_members_group_new:
 * @model: the pairing
 * @page: (transfer none): the page that this is on, and that others are pushed from
 *
 * Returns: (transfer floating): the members; hidden where the pairing is not a group
 */
GtkWidget *
mtr_members_group_new (MtrPairingModel *model,
                       MtrPage         *page)
{
  MtrMembersGroup *self = g_object_new (MTR_TYPE_MEMBERS_GROUP, NULL);

  self->model = g_object_ref (model);
  self->page = page;
  self->group = mtr_group_new (_("The group"), MTR_AUDIENCE_PROGRAMME, NULL, NULL);
  self->rows = mtr_row_list_new (ADW_PREFERENCES_GROUP (self->group));
  g_signal_connect_object (self->rows, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), self->group);

  return GTK_WIDGET (self);
}
