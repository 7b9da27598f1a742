/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One item of the mentor's checklist: how it is, and what I will do about it.
 * For the mentor alone; the day of the answer is noted by itself.
 */

#include "mtr-checklist-item-page.h"

#include "mtr-audience-button.h"
#include "mtr-date.h"
#include "mtr-field-row.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *code;
  const char *words;
} answers[] = {
  { "yes", N_("Yes") },
  { "partly", N_("Partly") },
  { "not-yet", N_("Not yet") },
};

struct _MtrChecklistItemPage {
  MtrPage               parent_instance;

  MtrRecordController  *controller;   /* (owned) */
  GtkWidget            *answer_row;
  GtkLabel             *date_label;
};

G_DEFINE_FINAL_TYPE (MtrChecklistItemPage, mtr_checklist_item_page, MTR_TYPE_PAGE)

/**
 * mtr_checklist_get_words:
 * @answer: (nullable): the code of an answer
 *
 * Returns: (transfer none): the answer in words
 */
const char *
mtr_checklist_get_words (const char *answer)
{
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    if (g_strcmp0 (answers[i].code, answer) == 0)
      return _(answers[i].words);

  return _("Not answered");
}

static void
word_free (MtrWord *word)
{
  g_free (word->code);
  g_free (word->title);
  g_free (word);
}

static GPtrArray *
list_answers (void)
{
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify) word_free);

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      MtrWord *word = g_new0 (MtrWord, 1);

      word->code = g_strdup (answers[i].code);
      word->title = g_strdup (_(answers[i].words));
      g_ptr_array_add (words, word);
    }

  return words;
}

static void
show_date (MtrChecklistItemPage *self)
{
  MtrRecord *record = mtr_record_controller_get_record (self->controller);
  g_autofree char *words = NULL;
  GDate date;

  if (mtr_record_get_date (record, MTR_CHECKLIST_ANSWER_ANSWERED_ON, &date))
    {
      g_autofree char *day = mtr_date_format (&date, MTR_DATE_STYLE_LONG);

      /* Translators: %s is a date. */
      words = g_strdup_printf (_("Answered on %s."), day);
    }
  gtk_label_set_text (self->date_label, words != NULL ? words : "");
}

static void
value_changed_cb (MtrChecklistItemPage *self,
                  int                   field)
{
  if (field == MTR_CHECKLIST_ANSWER_ANSWER)
    {
      g_autofree char *day = NULL;
      GDate today;

      mtr_programme_get_today (mtr_page_get_programme (MTR_PAGE (self)), &today);
      day = mtr_date_to_iso (&today);
      mtr_record_controller_type (self->controller, MTR_CHECKLIST_ANSWER_ANSWERED_ON, day);
    }
  show_date (self);
}

static void
mtr_checklist_item_page_refresh (MtrPage *page)
{
  MtrChecklistItemPage *self = MTR_CHECKLIST_ITEM_PAGE (page);
  gint64 id = mtr_record_get_id (mtr_record_controller_get_record (self->controller));
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load (mtr_programme_get_store (mtr_page_get_programme (page)),
                                                     MTR_SCOPE_RECORD, MTR_KIND_CHECKLIST_ANSWER, id, MTR_READER_OWNER,
                                                     NULL);
  MtrRecord *stored = snapshot != NULL ? mtr_snapshot_get (snapshot, MTR_KIND_CHECKLIST_ANSWER, id) : NULL;

  if (stored != NULL)
    mtr_record_controller_refresh (self->controller, stored);
  show_date (self);
}

static void
mtr_checklist_item_page_focus_first (MtrPage *page)
{
  gtk_widget_grab_focus (MTR_CHECKLIST_ITEM_PAGE (page)->answer_row);
}

static void
mtr_checklist_item_page_leave (MtrPage *page)
{
  mtr_record_controller_flush (MTR_CHECKLIST_ITEM_PAGE (page)->controller);
}

static void
mtr_checklist_item_page_dispose (GObject *object)
{
  g_clear_object (&MTR_CHECKLIST_ITEM_PAGE (object)->controller);

  G_OBJECT_CLASS (mtr_checklist_item_page_parent_class)->dispose (object);
}

static void
mtr_checklist_item_page_class_init (MtrChecklistItemPageClass *klass)
{
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_checklist_item_page_dispose;
  page_class->refresh = mtr_checklist_item_page_refresh;
  page_class->focus_first = mtr_checklist_item_page_focus_first;
  page_class->leave = mtr_checklist_item_page_leave;
}

static void
mtr_checklist_item_page_init (MtrChecklistItemPage *self)
{
}

/**
 * mtr_checklist_item_page_new:
 * @programme: the programme
 * @item: the item, of the pack
 * @answer: (nullable): the answer as it is stored; %NULL where there is none yet
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_checklist_item_page_new (MtrProgramme  *programme,
                             const MtrWord *item,
                             MtrRecord     *answer)
{
  MtrChecklistItemPage *self = g_object_new (MTR_TYPE_CHECKLIST_ITEM_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  GtkWidget *group = mtr_group_new (item->title, MTR_AUDIENCE_MINE, NULL, NULL);
  g_autoptr (GPtrArray) words = list_answers ();
  g_autofree char *readers = mtr_audience_describe_readers (MTR_AUDIENCE_MINE, NULL, NULL);
  g_autofree char *description = item->description != NULL ? g_markup_escape_text (item->description, -1) : NULL;
  GtkWidget *note_row;

  mtr_page_set_programme (MTR_PAGE (self), programme);
  mtr_page_set_title (MTR_PAGE (self), _("Checklist"));
  if (answer != NULL)
    {
      self->controller = mtr_record_controller_new (programme, answer);
    }
  else
    {
      g_autoptr (MtrRecord) unborn = mtr_record_new (MTR_KIND_CHECKLIST_ANSWER, mtr_programme_new_id (programme));

      mtr_record_set_text (unborn, MTR_CHECKLIST_ANSWER_ITEM, item->code);
      self->controller = mtr_record_controller_new_unborn (programme, unborn, NULL, NULL);
    }

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  self->answer_row = mtr_field_row_new_choice (self->controller, MTR_CHECKLIST_ANSWER_ANSWER, words);
  note_row = mtr_field_row_new (self->controller, MTR_CHECKLIST_ANSWER_NOTE);
  mtr_field_row_set_readers (MTR_FIELD_ROW (self->answer_row), readers);
  mtr_field_row_set_readers (MTR_FIELD_ROW (note_row), readers);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->answer_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), note_row);
  gtk_box_append (content, group);

  self->date_label = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_xalign (self->date_label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->date_label), "dim-label");
  gtk_box_append (content, GTK_WIDGET (self->date_label));
  g_signal_connect_object (self->controller, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
