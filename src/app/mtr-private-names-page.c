/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names that must not leave this file, and what to write instead. The check
 * before an export looks for them; the list itself never leaves.
 */

#include "mtr-private-names-page.h"

#include "mtr-audience-button.h"
#include "mtr-entry-row.h"
#include "mtr-row-list.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>

struct _MtrPrivateNamesPage {
  MtrPage               parent_instance;

  AdwPreferencesGroup  *add_group;
  MtrEntryRow          *name_row;
  MtrEntryRow          *code_row;
  AdwPreferencesGroup  *list_group;
  MtrRowList           *rows;          /* (owned) */
};

G_DEFINE_FINAL_TYPE (MtrPrivateNamesPage, mtr_private_names_page, MTR_TYPE_PAGE)

static gboolean
take (MtrPrivateNamesPage *self,
      MtrField             field,
      MtrEntryRow         *row,
      MtrRecord           *record)
{
  g_autofree char *value = NULL;
  GDate today;

  mtr_programme_get_today (mtr_page_get_programme (MTR_PAGE (self)), &today);
  if (!mtr_entry_row_take (row, field, &today, &value))
    return FALSE;

  if (value != NULL)
    mtr_record_set_text (record, field, value);

  return TRUE;
}

static void
add_cb (MtrPrivateNamesPage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  g_autoptr (MtrRecord) record = mtr_record_new (MTR_KIND_PRIVATE_NAME, mtr_programme_new_id (programme));
  MtrChange *change;

  if (mtr_text_is_blank (mtr_entry_row_get_text (self->name_row)))
    {
      mtr_entry_row_refuse (self->name_row, _("Type the name first."));
      return;
    }
  if (!take (self, MTR_PRIVATE_NAME_NAME, self->name_row, record) ||
      !take (self, MTR_PRIVATE_NAME_CODE, self->code_row, record))
    return;

  change = mtr_change_new (_("add a name that must not leave"));
  mtr_change_insert (change, g_steal_pointer (&record));
  mtr_programme_act (programme, change, _("The name is on the list. Ctrl+Z takes it off"));
  mtr_entry_row_set_text (self->name_row, "");
  mtr_entry_row_set_text (self->code_row, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

static void
remove_cb (MtrPrivateNamesPage *self,
           const char          *key)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  MtrChange *change;

  if (mtr_programme_is_read_only (programme))
    return;

  change = mtr_change_new (_("remove a name that must not leave"));
  mtr_change_delete (change, MTR_KIND_PRIVATE_NAME, g_ascii_strtoll (key, NULL, 10));
  mtr_programme_act (programme, change, _("The name is off the list. Ctrl+Z brings it back"));
}

static void
mtr_private_names_page_refresh (MtrPage *page)
{
  MtrPrivateNamesPage *self = MTR_PRIVATE_NAMES_PAGE (page);
  MtrProgramme *programme = mtr_page_get_programme (page);
  gboolean writable = !mtr_programme_is_read_only (programme);
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PRIVATE_NAME);
  g_autoptr (GPtrArray) names = NULL;

  query.order_field = MTR_PRIVATE_NAME_NAME;
  names = mtr_store_list_records (mtr_programme_get_store (programme), &query, MTR_READER_OWNER, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->add_group), writable);

  mtr_row_list_begin (self->rows);
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      MtrRecord *record = g_ptr_array_index (names, i);
      const char *code = mtr_record_get_text (record, MTR_PRIVATE_NAME_CODE);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (record));
      /* Translators: %s is a code for a name, as in "Mrs A". */
      g_autofree char *words = code != NULL ? g_strdup_printf (_("write “%s” instead"), code) : NULL;

      mtr_row_list_add (self->rows, key, mtr_record_get_text (record, MTR_PRIVATE_NAME_NAME), words, NULL,
                        writable ? _("Remove") : "");
    }
  mtr_row_list_end (self->rows);
  gtk_widget_set_visible (GTK_WIDGET (self->list_group), mtr_row_list_count (self->rows) > 0);
}

static void
mtr_private_names_page_focus_first (MtrPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (MTR_PRIVATE_NAMES_PAGE (page)->name_row));
}

static void
mtr_private_names_page_dispose (GObject *object)
{
  g_clear_object (&MTR_PRIVATE_NAMES_PAGE (object)->rows);

  G_OBJECT_CLASS (mtr_private_names_page_parent_class)->dispose (object);
}

static void
mtr_private_names_page_class_init (MtrPrivateNamesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_private_names_page_dispose;
  MTR_PAGE_CLASS (klass)->refresh = mtr_private_names_page_refresh;
  MTR_PAGE_CLASS (klass)->focus_first = mtr_private_names_page_focus_first;
}

static void
mtr_private_names_page_init (MtrPrivateNamesPage *self)
{
}

static MtrEntryRow *
add_row (MtrPrivateNamesPage *self,
         const char          *title)
{
  GtkWidget *row = mtr_entry_row_new (title);

  g_signal_connect_object (row, "activated", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->add_group, row);

  return MTR_ENTRY_ROW (row);
}

/**
 * mtr_private_names_page_new:
 * @programme: the programme
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_private_names_page_new (MtrProgramme *programme)
{
  MtrPrivateNamesPage *self = g_object_new (MTR_TYPE_PRIVATE_NAMES_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  GtkWidget *button = gtk_button_new_with_label (_("Add"));

  mtr_page_set_programme (MTR_PAGE (self), programme);
  mtr_page_set_title (MTR_PAGE (self), _("Names That Must Not Leave"));

  self->add_group = ADW_PREFERENCES_GROUP (mtr_group_new (_("Names that must not leave"), MTR_AUDIENCE_MINE, NULL,
                                                          NULL));
  adw_preferences_group_set_description (self->add_group,
                                         _("Names of people you write about, and what you write instead. Before anything is exported, the text is searched for them. Nothing is changed by itself."));
  self->name_row = add_row (self, _("Name"));
  self->code_row = add_row (self, _("Write instead"));
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_margin_top (button, 12);
  adw_preferences_group_add (self->add_group, button);

  self->list_group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->list_group, _("On the list"));
  self->rows = mtr_row_list_new (self->list_group);
  gtk_box_append (content, GTK_WIDGET (self->add_group));
  gtk_box_append (content, GTK_WIDGET (self->list_group));

  g_signal_connect_object (button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "activated", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
