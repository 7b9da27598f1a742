/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What mentors ask themselves: the checklist of the pack, and its questions
 * about their own mentoring. For the mentor alone, and in no report.
 */

#include "mtr-checklist-page.h"

#include "mtr-audience-button.h"
#include "mtr-checklist-item-page.h"
#include "mtr-date.h"
#include "mtr-row-list.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>

struct _MtrChecklistPage {
  MtrPage               parent_instance;

  MtrPack                *pack;   /* (owned) */
  const MtrChecklistKind *kind;
  MtrRowList             *rows;   /* (owned) */
};

G_DEFINE_FINAL_TYPE (MtrChecklistPage, mtr_checklist_page, MTR_TYPE_PAGE)

/**
 * mtr_checklist_page_dup_progress:
 * @programme: the programme
 * @pack: one of its packs
 * @list: %MTR_WORDS_CHECKLIST or %MTR_WORDS_MENTOR_QUESTIONS
 *
 * Returns: (transfer full) (nullable): "3 of 10 answered"; %NULL where the pack has no such list
 */
char *
mtr_checklist_page_dup_progress (MtrProgramme *programme,
                                 MtrPack      *pack,
                                 MtrWordList   list)
{
  const MtrChecklistKind *kind = mtr_checklist_find_kind (list);
  GPtrArray *items = mtr_pack_get_words (pack, list);
  g_autoptr (GPtrArray) answers = mtr_checklist_list (programme, kind, NULL);
  guint n_answered = 0;

  if (items->len == 0)
    return NULL;

  for (guint i = 0; i < items->len; i++)
    for (guint j = 0; j < answers->len; j++)
      if (mtr_record_text_is (g_ptr_array_index (answers, j), kind->item,
                              ((MtrWord *) g_ptr_array_index (items, i))->code))
        {
          n_answered++;
          break;
        }

  /* Translators: %1$u of %2$u items of a checklist have an answer. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u answered", "%1$u of %2$u answered", items->len),
                          n_answered, items->len);
}

static void
open_item (MtrChecklistPage *self,
           const char       *code,
           MtrRecord        *answer)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  const MtrWord *item = mtr_pack_find_word (self->pack, self->kind->list, code);

  if (item != NULL)
    mtr_page_push (MTR_PAGE (self), mtr_checklist_item_page_new (programme, self->kind, item, answer));
}

/* Today's answer goes on; another day's stays, and a new one begins. */
static void
activated_cb (MtrChecklistPage *self,
              const char       *key)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  g_autoptr (GPtrArray) answers = mtr_checklist_list (programme, self->kind, key);
  MtrRecord *last = answers->len > 0 ? g_ptr_array_index (answers, 0) : NULL;
  g_autofree char *day = NULL;
  GDate today;

  mtr_programme_get_today (programme, &today);
  day = mtr_date_to_iso (&today);
  open_item (self, key, last != NULL && mtr_record_text_is (last, self->kind->answered_on, day) ? last : NULL);
}

static void
add_item (MtrChecklistPage *self,
          const MtrWord    *item)
{
  g_autoptr (GPtrArray) answers = mtr_checklist_list (mtr_page_get_programme (MTR_PAGE (self)), self->kind, item->code);
  MtrRecord *last = answers->len > 0 ? g_ptr_array_index (answers, 0) : NULL;
  const char *text = last != NULL ? mtr_record_get_text (last, self->kind->text) : NULL;
  g_autofree char *movement = mtr_checklist_dup_movement (self->kind, answers);
  g_autofree char *excerpt = text != NULL ? mtr_text_excerpt (text, 120) : g_strdup (item->description);
  const char *words;

  if (self->kind->answer != MTR_FIELD_NONE)
    words = mtr_checklist_get_words (last != NULL ? mtr_record_get_text (last, self->kind->answer) : NULL);
  else
    words = last != NULL ? _("Answered") : NULL;

  mtr_row_list_add (self->rows, item->code, item->title, movement != NULL ? movement : excerpt, words, NULL);
}

static void
mtr_checklist_page_refresh (MtrPage *page)
{
  MtrChecklistPage *self = MTR_CHECKLIST_PAGE (page);
  GPtrArray *items = mtr_pack_get_words (self->pack, self->kind->list);

  mtr_row_list_begin (self->rows);
  for (guint i = 0; i < items->len; i++)
    add_item (self, g_ptr_array_index (items, i));
  mtr_row_list_end (self->rows);
}

static gboolean
mtr_checklist_page_go_to (MtrPage  *page,
                          MtrKind   kind,
                          gint64    id,
                          MtrField  field)
{
  MtrChecklistPage *self = MTR_CHECKLIST_PAGE (page);
  g_autoptr (GPtrArray) answers = NULL;

  if (kind != self->kind->kind)
    return FALSE;

  answers = mtr_checklist_list (mtr_page_get_programme (page), self->kind, NULL);
  for (guint i = 0; i < answers->len; i++)
    {
      MtrRecord *answer = g_ptr_array_index (answers, i);

      if (mtr_record_get_id (answer) == id)
        open_item (self, mtr_record_get_text (answer, self->kind->item), answer);
    }

  return TRUE;
}

static void
mtr_checklist_page_dispose (GObject *object)
{
  MtrChecklistPage *self = MTR_CHECKLIST_PAGE (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->pack);

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
 * @pack: one of its packs
 * @list: %MTR_WORDS_CHECKLIST or %MTR_WORDS_MENTOR_QUESTIONS
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_checklist_page_new (MtrProgramme *programme,
                        MtrPack      *pack,
                        MtrWordList   list)
{
  gboolean is_checklist = list == MTR_WORDS_CHECKLIST;
  MtrChecklistPage *self = g_object_new (MTR_TYPE_CHECKLIST_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  GtkWidget *group = mtr_group_new (is_checklist ? _("The mentor’s checklist") : _("Questions to yourself as a mentor"),
                                    MTR_AUDIENCE_MINE, NULL, NULL);

  self->pack = g_object_ref (pack);
  self->kind = mtr_checklist_find_kind (list);
  mtr_page_set_programme (MTR_PAGE (self), programme);
  mtr_page_set_title (MTR_PAGE (self), is_checklist ? _("Checklist") : _("Questions to Yourself"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), is_checklist
                                         ? _("To ask yourself before you begin, and again half-way. No answer is wrong, and nobody counts them.")
                                         : _("About your own mentoring, as often as you like. Each answer keeps its day."));
  self->rows = mtr_row_list_new (ADW_PREFERENCES_GROUP (group));
  gtk_box_append (content, group);
  g_signal_connect_object (self->rows, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}

/**
 * mtr_checklist_page_new_for:
 * @programme: the programme
 * @kind: %MTR_KIND_CHECKLIST_ANSWER or %MTR_KIND_REFLECTION
 * @id: an answer
 *
 * Returns: (transfer floating) (nullable): the page of the pack that asks what it answers; %NULL where none does any more
 */
MtrPage *
mtr_checklist_page_new_for (MtrProgramme *programme,
                            MtrKind       kind,
                            gint64        id)
{
  MtrWordList list = kind == MTR_KIND_REFLECTION ? MTR_WORDS_MENTOR_QUESTIONS : MTR_WORDS_CHECKLIST;
  const MtrChecklistKind *about = mtr_checklist_find_kind (list);
  g_autoptr (GPtrArray) answers = mtr_checklist_list (programme, about, NULL);
  g_autoptr (GPtrArray) packs = mtr_programme_list_packs (programme);

  for (guint i = 0; i < answers->len; i++)
    for (guint j = 0; mtr_record_get_id (g_ptr_array_index (answers, i)) == id && j < packs->len; j++)
      if (mtr_pack_find_word (g_ptr_array_index (packs, j), list,
                              mtr_record_get_text (g_ptr_array_index (answers, i), about->item)) != NULL)
        return mtr_checklist_page_new (programme, g_ptr_array_index (packs, j), list);

  return NULL;
}
