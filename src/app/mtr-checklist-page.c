/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The mentor's checklist of the pack: for the mentor alone, and in no report. */

#include "mtr-checklist-page.h"

#include "mtr-audience-button.h"
#include "mtr-checklist-item-page.h"
#include "mtr-date.h"
#include "mtr-row-list.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>

struct _MtrChecklistPage {
  MtrPage               parent_instance;

  MtrRowList           *rows;   /* (owned) */
  GPtrArray            *answers; /* (owned) (nullable) (element-type MtrRecord) */
};

G_DEFINE_FINAL_TYPE (MtrChecklistPage, mtr_checklist_page, MTR_TYPE_PAGE)

static GPtrArray *
list_answers (MtrProgramme *programme)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_CHECKLIST_ANSWER);
  GPtrArray *answers = mtr_store_list_records (mtr_programme_get_store (programme), &query, MTR_READER_OWNER, NULL);

  return answers != NULL ? answers : g_ptr_array_new ();
}

static MtrRecord *
find_answer (GPtrArray  *answers,
             const char *item)
{
  for (guint i = 0; i < answers->len; i++)
    if (mtr_record_text_is (g_ptr_array_index (answers, i), MTR_CHECKLIST_ANSWER_ITEM, item))
      return g_ptr_array_index (answers, i);

  return NULL;
}

static gboolean
is_answered (MtrRecord *answer)
{
  return answer != NULL && mtr_record_is_set (answer, MTR_CHECKLIST_ANSWER_ANSWER);
}

/**
 * mtr_checklist_page_dup_progress:
 * @programme: the programme
 *
 * Returns: (transfer full) (nullable): "3 of 10 answered"; %NULL where the pack has no checklist
 */
char *
mtr_checklist_page_dup_progress (MtrProgramme *programme)
{
  MtrPack *pack = mtr_programme_get_pack (programme, NULL);
  GPtrArray *items = pack != NULL ? mtr_pack_get_words (pack, MTR_WORDS_CHECKLIST) : NULL;
  g_autoptr (GPtrArray) answers = list_answers (programme);
  guint n_answered = 0;

  if (items == NULL || items->len == 0)
    return NULL;

  for (guint i = 0; i < items->len; i++)
    n_answered += is_answered (find_answer (answers, ((MtrWord *) g_ptr_array_index (items, i))->code)) ? 1 : 0;

  /* Translators: %1$u of %2$u items of a checklist have an answer. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u answered", "%1$u of %2$u answered", items->len),
                          n_answered, items->len);
}

static void
activated_cb (MtrChecklistPage *self,
              const char       *key)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  const MtrWord *item = mtr_pack_find_word (mtr_programme_get_pack (programme, NULL), MTR_WORDS_CHECKLIST, key);

  if (item != NULL)
    mtr_page_push (MTR_PAGE (self), mtr_checklist_item_page_new (programme, item, find_answer (self->answers, key)));
}

static void
mtr_checklist_page_refresh (MtrPage *page)
{
  MtrChecklistPage *self = MTR_CHECKLIST_PAGE (page);
  MtrPack *pack = mtr_programme_get_pack (mtr_page_get_programme (page), NULL);
  GPtrArray *items = pack != NULL ? mtr_pack_get_words (pack, MTR_WORDS_CHECKLIST) : NULL;

  g_clear_pointer (&self->answers, g_ptr_array_unref);
  self->answers = list_answers (mtr_page_get_programme (page));

  mtr_row_list_begin (self->rows);
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const MtrWord *item = g_ptr_array_index (items, i);
      MtrRecord *answer = find_answer (self->answers, item->code);
      const char *note = answer != NULL ? mtr_record_get_text (answer, MTR_CHECKLIST_ANSWER_NOTE) : NULL;
      g_autofree char *excerpt = note != NULL ? mtr_text_excerpt (note, 120) : g_strdup (item->description);
      const char *words = mtr_checklist_get_words (is_answered (answer)
                                                     ? mtr_record_get_text (answer, MTR_CHECKLIST_ANSWER_ANSWER) : NULL);

      mtr_row_list_add (self->rows, item->code, item->title, excerpt, words, NULL);
    }
  mtr_row_list_end (self->rows);
}

static gboolean
mtr_checklist_page_go_to (MtrPage  *page,
                          MtrKind   kind,
                          gint64    id,
                          MtrField  field)
{
  MtrChecklistPage *self = MTR_CHECKLIST_PAGE (page);

  if (kind != MTR_KIND_CHECKLIST_ANSWER)
    return FALSE;

  mtr_page_refresh (page);
  for (guint i = 0; i < self->answers->len; i++)
    {
      MtrRecord *answer = g_ptr_array_index (self->answers, i);

      if (mtr_record_get_id (answer) == id)
        activated_cb (self, mtr_record_get_text (answer, MTR_CHECKLIST_ANSWER_ITEM));
    }

  return TRUE;
}

static void
mtr_checklist_page_dispose (GObject *object)
{
  MtrChecklistPage *self = MTR_CHECKLIST_PAGE (object);

  g_clear_object (&self->rows);
  g_clear_pointer (&self->answers, g_ptr_array_unref);

  G_OBJECT_CLASS (mtr_checklist_page_parent_class)->dispose (object);
}

static void
mtr_checklist_page_class_init (MtrChecklistPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_checklist_page_dispose;
  MTR_PAGE_CLASS (klass)->refresh = mtr_checklist_page_refresh;
  MTR_PAGE_CLASS (klass)->go_to = mtr_checklist_page_go_to;
}

static void
mtr_checklist_page_init (MtrChecklistPage *self)
{
}

/**
 * mtr_checklist_page_new:
 * @programme: the programme
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_checklist_page_new (MtrProgramme *programme)
{
  MtrChecklistPage *self = g_object_new (MTR_TYPE_CHECKLIST_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  GtkWidget *group = mtr_group_new (_("The mentor’s checklist"), MTR_AUDIENCE_MINE, NULL, NULL);

  mtr_page_set_programme (MTR_PAGE (self), programme);
  mtr_page_set_title (MTR_PAGE (self), _("Checklist"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("To ask yourself before you begin, and again half-way. No answer is wrong, and nobody counts them."));
  self->rows = mtr_row_list_new (ADW_PREFERENCES_GROUP (group));
  gtk_box_append (content, group);
  g_signal_connect_object (self->rows, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
