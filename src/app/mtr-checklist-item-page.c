/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One thing that mentors ask themselves: how it is today, and what they will do
 * about it. For the mentor alone. The day of an answer is noted by itself, and
 * an answer of another day stays as it was, so that what has moved is seen.
 */

#include "mtr-checklist-item-page.h"

#include "mtr-audience-button.h"
#include "mtr-date.h"
#include "mtr-field-row.h"
#include "mtr-row-list.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>

static const MtrChecklistKind kinds[] = {
  { MTR_WORDS_CHECKLIST, MTR_KIND_CHECKLIST_ANSWER, MTR_CHECKLIST_ANSWER_ITEM, MTR_CHECKLIST_ANSWER_ANSWER,
    MTR_CHECKLIST_ANSWER_NOTE, MTR_CHECKLIST_ANSWER_ANSWERED_ON },
  { MTR_WORDS_MENTOR_QUESTIONS, MTR_KIND_REFLECTION, MTR_REFLECTION_QUESTION, MTR_FIELD_NONE, MTR_REFLECTION_TEXT,
    MTR_REFLECTION_ANSWERED_ON },
};

static const struct {
  const char *code;
  const char *words;
} choices[] = {
  { "yes", N_("Yes") },
  { "partly", N_("Partly") },
  { "not-yet", N_("Not yet") },
};

struct _MtrChecklistItemPage {
  MtrPage               parent_instance;

  const MtrChecklistKind *kind;
  const MtrWord        *item;
  MtrRecordController  *controller;   /* (owned) */
  GtkWidget            *first_row;
  GtkLabel             *date_label;
  AdwPreferencesGroup  *earlier;
  MtrRowList           *rows;         /* (owned): of the answers of other days */
};

G_DEFINE_FINAL_TYPE (MtrChecklistItemPage, mtr_checklist_item_page, MTR_TYPE_PAGE)

/**
 * mtr_checklist_find_kind:
 * @list: %MTR_WORDS_CHECKLIST or %MTR_WORDS_MENTOR_QUESTIONS
 *
 * Returns: (transfer none): where its answers are kept
 */
const MtrChecklistKind *
mtr_checklist_find_kind (MtrWordList list)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].list == list)
      return &kinds[i];

  g_assert_not_reached ();
}

static int
compare_days (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const MtrChecklistKind *kind = user_data;
  MtrRecord *first = *(MtrRecord **) a;
  MtrRecord *second = *(MtrRecord **) b;
  int order = g_strcmp0 (mtr_record_get_text (second, kind->answered_on),
                         mtr_record_get_text (first, kind->answered_on));

  if (order != 0)
    return order;

  return mtr_record_get_id (second) > mtr_record_get_id (first) ? 1 : -1;
}

/**
 * mtr_checklist_list:
 * @programme: the programme
 * @kind: what is asked
 * @item: (nullable): the code of one item; %NULL for all
 *
 * Returns: (transfer full) (element-type MtrRecord): the answers that say something, the last day first
 */
GPtrArray *
mtr_checklist_list (MtrProgramme           *programme,
                    const MtrChecklistKind *kind,
                    const char             *item)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (kind->kind);
  g_autoptr (GPtrArray) all = mtr_store_list_records (mtr_programme_get_store (programme), &query, MTR_READER_OWNER,
                                                      NULL);
  GPtrArray *answers = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      MtrRecord *answer = g_ptr_array_index (all, i);
      gboolean says = mtr_record_is_set (answer, kind->text) ||
                      (kind->answer != MTR_FIELD_NONE && mtr_record_is_set (answer, kind->answer));

      if (says && (item == NULL || mtr_record_text_is (answer, kind->item, item)))
        g_ptr_array_add (answers, g_object_ref (answer));
    }
  g_ptr_array_sort_with_data (answers, compare_days, (gpointer) kind);

  return answers;
}

/**
 * mtr_checklist_get_words:
 * @answer: (nullable): the code of an answer
 *
 * Returns: (transfer none): the answer in words
 */
const char *
mtr_checklist_get_words (const char *answer)
{
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    if (g_strcmp0 (choices[i].code, answer) == 0)
      return _(choices[i].words);

  return _("Not answered");
}

static char *
dup_day (const MtrChecklistKind *kind,
         MtrRecord              *answer,
         MtrDateStyle            style)
{
  GDate date;

  /* Translators: an answer whose day is not known. */
  return mtr_record_get_date (answer, kind->answered_on, &date) ? mtr_date_format (&date, style) : g_strdup (_("undated"));
}

/**
 * mtr_checklist_dup_movement:
 * @kind: what is asked
 * @answers: (element-type MtrRecord): the answers to one item, the last day first
 *
 * Returns: (transfer full) (nullable): how the answers went, as in "Not yet (12 Mar 2026) → Yes (4 Sep 2026)"; %NULL where
 *   there are not two
 */
char *
mtr_checklist_dup_movement (const MtrChecklistKind *kind,
                            GPtrArray              *answers)
{
  GString *text;

  if (answers->len < 2)
    return NULL;

  if (kind->answer == MTR_FIELD_NONE)
    {
      g_autofree char *day = dup_day (kind, g_ptr_array_index (answers, 0), MTR_DATE_STYLE_LONG);

      /* Translators: %1$u is how many answers there are, %2$s the day of the last. */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u answer, the last on %2$s",
                                           "%1$u answers, the last on %2$s", answers->len), answers->len, day);
    }

  text = g_string_new (NULL);
  for (guint i = answers->len; i > 0; i--)
    {
      MtrRecord *answer = g_ptr_array_index (answers, i - 1);
      g_autofree char *day = dup_day (kind, answer, MTR_DATE_STYLE_SHORT_YEAR);

      if (text->len > 0)
        g_string_append (text, " → ");
      /* Translators: %1$s is an answer, as in "Not yet", %2$s its day. */
      g_string_append_printf (text, _("%1$s (%2$s)"),
                              mtr_checklist_get_words (mtr_record_get_text (answer, kind->answer)), day);
    }

  return g_string_free (text, FALSE);
}

static GPtrArray *
list_words (void)
{
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_word_free);

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      MtrWord *word = g_new0 (MtrWord, 1);

      word->code = g_strdup (choices[i].code);
      word->title = g_strdup (_(choices[i].words));
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

  if (mtr_record_get_date (record, self->kind->answered_on, &date))
    {
      g_autofree char *day = mtr_date_format (&date, MTR_DATE_STYLE_LONG);

      /* Translators: %s is a date. */
      words = g_strdup_printf (_("Answered on %s."), day);
    }
  gtk_label_set_text (self->date_label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->date_label), words != NULL);
}

static void
value_changed_cb (MtrChecklistItemPage *self,
                  int                   field)
{
  MtrRecord *record = mtr_record_controller_get_record (self->controller);

  /* The day stays that of the first word: a slip put right later is no new answer. */
  if (field != (int) self->kind->answered_on && !mtr_record_is_set (record, self->kind->answered_on))
    {
      g_autofree char *day = NULL;
      GDate today;

      mtr_programme_get_today (mtr_page_get_programme (MTR_PAGE (self)), &today);
      day = mtr_date_to_iso (&today);
      mtr_record_controller_type (self->controller, self->kind->answered_on, day);
    }
  show_date (self);
}

static void
show_earlier (MtrChecklistItemPage *self)
{
  gint64 own = mtr_record_get_id (mtr_record_controller_get_record (self->controller));
  g_autoptr (GPtrArray) answers = mtr_checklist_list (mtr_page_get_programme (MTR_PAGE (self)), self->kind,
                                                      self->item->code);

  mtr_row_list_begin (self->rows);
  for (guint i = 0; i < answers->len; i++)
    {
      MtrRecord *answer = g_ptr_array_index (answers, i);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (answer));
      g_autofree char *day = dup_day (self->kind, answer, MTR_DATE_STYLE_LONG);
      const char *text = mtr_record_get_text (answer, self->kind->text);
      g_autofree char *excerpt = text != NULL ? mtr_text_excerpt (text, 120) : NULL;
      const char *words = self->kind->answer != MTR_FIELD_NONE
                            ? mtr_checklist_get_words (mtr_record_get_text (answer, self->kind->answer)) : NULL;

      if (mtr_record_get_id (answer) != own)
        mtr_row_list_add (self->rows, key, day, excerpt, words, NULL);
    }
  mtr_row_list_end (self->rows);
  gtk_widget_set_visible (GTK_WIDGET (self->earlier), mtr_row_list_count (self->rows) > 0);
}

static MtrRecord *
load_answer (MtrChecklistItemPage *self,
             gint64                id)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load (mtr_programme_get_store (mtr_page_get_programme (MTR_PAGE (self))),
                                                     MTR_SCOPE_RECORD, self->kind->kind, id, MTR_READER_OWNER, NULL);
  MtrRecord *stored = snapshot != NULL ? mtr_snapshot_get (snapshot, self->kind->kind, id) : NULL;

  return stored != NULL ? g_object_ref (stored) : NULL;
}

static void
earlier_cb (MtrChecklistItemPage *self,
            const char           *key)
{
  g_autoptr (MtrRecord) answer = load_answer (self, g_ascii_strtoll (key, NULL, 10));

  if (answer != NULL)
    mtr_page_push (MTR_PAGE (self), mtr_checklist_item_page_new (mtr_page_get_programme (MTR_PAGE (self)), self->kind,
                                                                 self->item, answer));
}

static void
mtr_checklist_item_page_refresh (MtrPage *page)
{
  MtrChecklistItemPage *self = MTR_CHECKLIST_ITEM_PAGE (page);
  g_autoptr (MtrRecord) stored = load_answer (self,
                                              mtr_record_get_id (mtr_record_controller_get_record (self->controller)));

  if (stored != NULL)
    mtr_record_controller_refresh (self->controller, stored);
  show_date (self);
  show_earlier (self);
}

static void
mtr_checklist_item_page_focus_first (MtrPage *page)
{
  gtk_widget_grab_focus (MTR_CHECKLIST_ITEM_PAGE (page)->first_row);
}

static void
mtr_checklist_item_page_leave (MtrPage *page)
{
  mtr_record_controller_flush (MTR_CHECKLIST_ITEM_PAGE (page)->controller);
}

static void
mtr_checklist_item_page_dispose (GObject *object)
{
  MtrChecklistItemPage *self = MTR_CHECKLIST_ITEM_PAGE (object);

  g_clear_object (&self->controller);
  g_clear_object (&self->rows);

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
 * @kind: what is asked
 * @item: the item, of the pack
 * @answer: (nullable): an answer as it is stored; %NULL for today's, which continues what was answered today, if anything
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_checklist_item_page_new (MtrProgramme           *programme,
                             const MtrChecklistKind *kind,
                             const MtrWord          *item,
                             MtrRecord              *answer)
{
  MtrChecklistItemPage *self = g_object_new (MTR_TYPE_CHECKLIST_ITEM_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  g_autofree char *title = g_markup_escape_text (item->title, -1);
  GtkWidget *group = mtr_group_new (title, MTR_AUDIENCE_MINE, NULL, NULL);
  g_autofree char *readers = mtr_audience_describe_readers (MTR_AUDIENCE_MINE, NULL, NULL);
  g_autofree char *description = item->description != NULL ? g_markup_escape_text (item->description, -1) : NULL;
  GtkWidget *text_row;

  self->kind = kind;
  self->item = item;
  mtr_page_set_programme (MTR_PAGE (self), programme);
  mtr_page_set_title (MTR_PAGE (self), kind->list == MTR_WORDS_CHECKLIST ? _("Checklist") : _("Question"));
  if (answer != NULL)
    {
      self->controller = mtr_record_controller_new (programme, answer);
    }
  else
    {
      g_autoptr (MtrRecord) unborn = mtr_record_new (kind->kind, mtr_programme_new_id (programme));

      mtr_record_set_text (unborn, kind->item, item->code);
      self->controller = mtr_record_controller_new_unborn (programme, unborn, NULL, NULL);
    }

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  text_row = mtr_field_row_new (self->controller, kind->text);
  mtr_field_row_set_readers (MTR_FIELD_ROW (text_row), readers);
  self->first_row = text_row;
  if (kind->answer != MTR_FIELD_NONE)
    {
      g_autoptr (GPtrArray) words = list_words ();

      self->first_row = mtr_field_row_new_choice (self->controller, kind->answer, words);
      mtr_field_row_set_readers (MTR_FIELD_ROW (self->first_row), readers);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->first_row);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), text_row);
  gtk_box_append (content, group);

  self->date_label = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_xalign (self->date_label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->date_label), "dim-label");
  gtk_box_append (content, GTK_WIDGET (self->date_label));

  self->earlier = ADW_PREFERENCES_GROUP (mtr_group_new (_("Answers of other days"), MTR_AUDIENCE_MINE, NULL, NULL));
  self->rows = mtr_row_list_new (self->earlier);
  g_signal_connect_object (self->rows, "activated", G_CALLBACK (earlier_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (content, GTK_WIDGET (self->earlier));
  g_signal_connect_object (self->controller, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
