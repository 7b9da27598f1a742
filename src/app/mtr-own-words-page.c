/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words that were added to the file’s own list, so that they are not marked
 * as misspelt: each can be taken off again, and then it is marked as before.
 */

#include "mtr-own-words-page.h"

#include "mtr-audience-button.h"
#include "mtr-row-list.h"

#include <glib/gi18n-lib.h>

struct _MtrOwnWordsPage {
  MtrPage      parent_instance;

  MtrRowList  *rows;   /* (owned) */
};

G_DEFINE_FINAL_TYPE (MtrOwnWordsPage, mtr_own_words_page, MTR_TYPE_PAGE)

#define NONE_KEY "none"

static void
remove_cb (MtrOwnWordsPage *self,
           const char      *key)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  MtrChange *change;

  if (mtr_programme_is_read_only (programme) || g_str_equal (key, NONE_KEY))
    return;

  change = mtr_change_new (_("remove a word of one’s own"));
  mtr_change_delete (change, MTR_KIND_SPELLING_WORD, g_ascii_strtoll (key, NULL, 10));
  mtr_programme_act (programme, change, _("The word is off the list, and is marked again. Ctrl+Z brings it back"));
}

static void
mtr_own_words_page_refresh (MtrPage *page)
{
  MtrOwnWordsPage *self = MTR_OWN_WORDS_PAGE (page);
  MtrProgramme *programme = mtr_page_get_programme (page);
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_SPELLING_WORD);
  g_autoptr (GPtrArray) words = NULL;

  query.order_field = MTR_SPELLING_WORD_WORD;
  words = mtr_store_list_records (mtr_programme_get_store (programme), &query, MTR_READER_OWNER, NULL);

  mtr_row_list_begin (self->rows);
  for (guint i = 0; words != NULL && i < words->len; i++)
    {
      MtrRecord *record = g_ptr_array_index (words, i);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (record));

      mtr_row_list_add (self->rows, key, mtr_record_get_text (record, MTR_SPELLING_WORD_WORD), NULL, NULL,
                        mtr_programme_is_read_only (programme) ? "" : _("Remove"));
    }
  if (words == NULL || words->len == 0)
    mtr_row_list_add (self->rows, NONE_KEY, _("No words yet"),
                      _("A word that is marked while you write is added from its menu."), NULL, "");
  mtr_row_list_end (self->rows);
}

static void
mtr_own_words_page_dispose (GObject *object)
{
  g_clear_object (&MTR_OWN_WORDS_PAGE (object)->rows);

  G_OBJECT_CLASS (mtr_own_words_page_parent_class)->dispose (object);
}

static void
mtr_own_words_page_class_init (MtrOwnWordsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_own_words_page_dispose;
  MTR_PAGE_CLASS (klass)->refresh = mtr_own_words_page_refresh;
}

static void
mtr_own_words_page_init (MtrOwnWordsPage *self)
{
}

/**
 * mtr_own_words_page_new:
 * @programme: the programme
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_own_words_page_new (MtrProgramme *programme)
{
  MtrOwnWordsPage *self = g_object_new (MTR_TYPE_OWN_WORDS_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  GtkWidget *group = mtr_group_new (_("Words of your own"), MTR_AUDIENCE_MINE, NULL, NULL);

  mtr_page_set_programme (MTR_PAGE (self), programme);
  mtr_page_set_title (MTR_PAGE (self), _("Words of Your Own"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("They are not marked as misspelt in this file."));
  self->rows = mtr_row_list_new (ADW_PREFERENCES_GROUP (group));
  gtk_box_append (content, group);
  g_signal_connect_object (self->rows, "activated", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
