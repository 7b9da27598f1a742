/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "Not now…": a reason of Today is set aside until a day, with a note that only
 * the owner reads. A list that cries wolf daily is a list nobody reads.
 */

#include "mtr-set-aside-page.h"

#include "mtr-attention.h"
#include "mtr-audience-button.h"
#include "mtr-date.h"
#include "mtr-entry-row.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>

/* What is suggested: a week. */
#define SUGGESTED_DAYS 7

struct _MtrSetAsidePage {
  MtrPage       parent_instance;

  MtrRecord    *attention;      /* (owned) */
  MtrEntryRow  *until_row;
  MtrEntryRow  *note_row;
};

G_DEFINE_FINAL_TYPE (MtrSetAsidePage, mtr_set_aside_page, MTR_TYPE_PAGE)

static gboolean
take (MtrSetAsidePage *self,
      MtrField         field,
      MtrEntryRow     *row,
      MtrRecord       *set_aside)
{
  g_autofree char *value = NULL;
  GDate today;

  mtr_programme_get_today (mtr_page_get_programme (MTR_PAGE (self)), &today);
  if (!mtr_entry_row_take (row, field, &today, &value))
    return FALSE;

  if (value != NULL)
    mtr_record_set_text (set_aside, field, value);

  return TRUE;
}

static void
set_aside_cb (MtrSetAsidePage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  g_autoptr (MtrRecord) set_aside = mtr_record_new (MTR_KIND_SET_ASIDE, mtr_programme_new_id (programme));
  g_autofree char *day = NULL;
  g_autofree char *done = NULL;
  MtrChange *change;
  GDate today, until;

  if ((!mtr_text_is_blank (mtr_entry_row_get_text (self->until_row)) &&
       !take (self, MTR_SET_ASIDE_UNTIL_ON, self->until_row, set_aside)) ||
      !take (self, MTR_SET_ASIDE_NOTE, self->note_row, set_aside))
    return;

  mtr_programme_get_today (programme, &today);
  if (!mtr_record_get_date (set_aside, MTR_SET_ASIDE_UNTIL_ON, &until) || g_date_compare (&until, &today) <= 0)
    {
      mtr_entry_row_refuse (self->until_row, _("Say until when: a day that has not come yet."));
      return;
    }

  mtr_record_set_number (set_aside, MTR_SET_ASIDE_PAIRING_ID,
                         mtr_record_get_number (self->attention, MTR_ATTENTION_PAIRING_ID));
  mtr_record_set_text (set_aside, MTR_SET_ASIDE_REASON, mtr_record_get_text (self->attention, MTR_ATTENTION_REASON));
  if (mtr_record_is_set (self->attention, MTR_ATTENTION_SUBJECT_ID))
    mtr_record_set_number (set_aside, MTR_SET_ASIDE_SUBJECT_ID,
                           mtr_record_get_number (self->attention, MTR_ATTENTION_SUBJECT_ID));
  mtr_record_set_text (set_aside, MTR_SET_ASIDE_TURN,
                       mtr_attention_get_turn (self->attention, mtr_programme_get_owner_id (programme)));
  change = mtr_change_new (_("set a reason aside"));
  mtr_change_insert (change, g_steal_pointer (&set_aside));
  day = mtr_date_format (&until, MTR_DATE_STYLE_WEEKDAY);
  /* Translators: %s is a day, as in "Saturday 28 November". */
  done = g_strdup_printf (_("Set aside until %s. Ctrl+Z brings it back"), day);
  mtr_programme_act (programme, change, done);
  mtr_page_pop (MTR_PAGE (self));
}

static MtrEntryRow *
add_row (MtrSetAsidePage     *self,
         AdwPreferencesGroup *group,
         const char          *title)
{
  GtkWidget *row = mtr_entry_row_new (title);

  g_signal_connect_object (row, "activated", G_CALLBACK (set_aside_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);

  return MTR_ENTRY_ROW (row);
}

static void
mtr_set_aside_page_focus_first (MtrPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (MTR_SET_ASIDE_PAGE (page)->until_row));
}

static void
mtr_set_aside_page_dispose (GObject *object)
{
  g_clear_object (&MTR_SET_ASIDE_PAGE (object)->attention);

  G_OBJECT_CLASS (mtr_set_aside_page_parent_class)->dispose (object);
}

static void
mtr_set_aside_page_class_init (MtrSetAsidePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_set_aside_page_dispose;
  MTR_PAGE_CLASS (klass)->focus_first = mtr_set_aside_page_focus_first;
}

static void
mtr_set_aside_page_init (MtrSetAsidePage *self)
{
}

/**
 * mtr_set_aside_page_new:
 * @programme: the programme
 * @attention: (transfer none): the reason, a record of %MTR_KIND_ATTENTION
 * @title: the reason in words
 * @subtitle: which pairing it is about
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_set_aside_page_new (MtrProgramme *programme,
                        MtrRecord    *attention,
                        const char   *title,
                        const char   *subtitle)
{
  MtrSetAsidePage *self = g_object_new (MTR_TYPE_SET_ASIDE_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 560);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (mtr_group_new (title, MTR_AUDIENCE_MINE, NULL, NULL));
  g_autofree char *description = g_markup_escape_text (subtitle, -1);
  g_autofree char *day = NULL;
  GtkWidget *button = gtk_button_new_with_label (_("Set Aside"));
  GDate until;

  mtr_page_set_programme (MTR_PAGE (self), programme);
  mtr_page_set_title (MTR_PAGE (self), _("Not Now"));
  self->attention = g_object_ref (attention);

  adw_preferences_group_set_description (group, description);
  self->until_row = add_row (self, group, _("Leave me alone with it until"));
  self->note_row = add_row (self, group, _("A note for yourself"));
  mtr_programme_get_today (programme, &until);
  g_date_add_days (&until, SUGGESTED_DAYS);
  day = mtr_date_format (&until, MTR_DATE_STYLE_FULL);
  mtr_entry_row_set_text (self->until_row, day);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (set_aside_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (content, GTK_WIDGET (group));
  gtk_box_append (content, button);

  return MTR_PAGE (self);
}
