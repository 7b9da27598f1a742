/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tool of the pack: what it is good for, who reads it, the ways to begin, and
 * what has been filled in before.
 */

#include "mtr-tool-page.h"

#include "mtr-accessible.h"
#include "mtr-date.h"
#include "mtr-filled-form-page.h"
#include "mtr-filled-form.h"
#include "mtr-form-builder.h"
#include "mtr-language-row.h"
#include "mtr-language.h"
#include "mtr-own-pairings.h"
#include "mtr-page-parts.h"
#include "mtr-pairing.h"
#include "mtr-preview.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>

struct _MtrToolPage {
  MtrPage              parent_instance;

  MtrPack             *pack;        /* (owned) */
  const MtrForm       *form;        /* of it */
  MtrPairingModel     *model;       /* (owned) (nullable): the pairing that is meant */
  GArray              *pairings;    /* (owned) (element-type gint64): those that may be meant */
  GtkLabel            *audience;
  GtkDropDown         *choice;      /* (nullable) */
  GtkWidget           *fill_button;
  AdwPreferencesGroup *group;
  MtrRowList          *rows;        /* (owned): what has been filled in, the last first */
};

G_DEFINE_FINAL_TYPE (MtrToolPage, mtr_tool_page, MTR_TYPE_PAGE)

/**
 * mtr_tool_page_is_tool:
 * @form: a form of the pack
 *
 * Returns: whether it is in the library to be filled in at any time
 */
gboolean
mtr_tool_page_is_tool (const MtrForm *form)
{
  return form->use == MTR_FORM_TOOL || form->use == MTR_FORM_CHECKLIST || form->use == MTR_FORM_CPD;
}

/**
 * mtr_tool_page_get_audience:
 * @form: a form of the pack
 *
 * Returns: (transfer none): who reads it, in two or three words
 */
const char *
mtr_tool_page_get_audience (const MtrForm *form)
{
  static const char * const words[] = {
    [MTR_FORM_AUDIENCE_MINE] = N_("Always private"),
    [MTR_FORM_AUDIENCE_PAIR] = N_("The people of the pairing"),
    [MTR_FORM_AUDIENCE_GIVER] = N_("Private until shared"),
    [MTR_FORM_AUDIENCE_EVIDENCE] = N_("Can become evidence"),
  };

  return _(words[form->audience]);
}

/* ---- What has been filled in --------------------------------------------------------------- */

static GPtrArray *
list_records (MtrToolPage *self,
              MtrKind      kind,
              MtrField     parent,
              gint64       id)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (kind);
  GPtrArray *records;

  if (parent != MTR_FIELD_NONE)
    {
      query.equal_field = parent;
      query.equal_number = id;
    }
  records = mtr_store_list_records (mtr_programme_get_store (mtr_page_get_programme (MTR_PAGE (self))), &query,
                                    MTR_READER_OWNER, NULL);

  return records != NULL ? records : g_ptr_array_new_with_free_func (g_object_unref);
}

static MtrField
get_day_field (MtrRecord *record)
{
  return mtr_record_get_kind (record) == MTR_KIND_PRIVATE_FORM ? MTR_PRIVATE_FORM_FILLED_ON : MTR_FORM_RECORD_FILLED_ON;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  MtrRecord *first = *(MtrRecord **) a;
  MtrRecord *second = *(MtrRecord **) b;
  int order = g_strcmp0 (mtr_record_get_text (second, get_day_field (second)),
                         mtr_record_get_text (first, get_day_field (first)));

  if (order != 0)
    return order;

  return mtr_record_get_id (second) > mtr_record_get_id (first) ? 1 : -1;
}

static void
take_filled (GPtrArray     *filled,
             GPtrArray     *records,
             MtrField       form_field,
             const MtrForm *form)
{
  for (guint i = 0; i < records->len; i++)
    if (mtr_record_text_is (g_ptr_array_index (records, i), form_field, form->code))
      g_ptr_array_add (filled, g_object_ref (g_ptr_array_index (records, i)));
}

/* One's own, and what the two of the pairing that is meant have before them; the last day first. */
static GPtrArray *
list_filled (MtrToolPage *self)
{
  g_autoptr (GPtrArray) own = list_records (self, MTR_KIND_PRIVATE_FORM, MTR_FIELD_NONE, 0);
  GPtrArray *filled = g_ptr_array_new_with_free_func (g_object_unref);

  take_filled (filled, own, MTR_PRIVATE_FORM_FORM, self->form);
  if (self->model != NULL)
    {
      g_autoptr (GPtrArray) both = list_records (self, MTR_KIND_FORM_RECORD, MTR_FORM_RECORD_PAIRING_ID,
                                                 mtr_pairing_model_get_id (self->model));

      take_filled (filled, both, MTR_FORM_RECORD_FORM, self->form);
    }
  g_ptr_array_sort (filled, compare_days);

  return filled;
}

static char *
dup_excerpt (MtrToolPage *self,
             MtrRecord   *record)
{
  const MtrFormAnswers *place = mtr_form_answers_find (mtr_record_get_kind (record));
  g_autoptr (GPtrArray) answers = list_records (self, place->kind, place->parent, mtr_record_get_id (record));

  for (guint i = 0; i < self->form->questions->len; i++)
    for (guint j = 0; j < answers->len; j++)
      {
        const MtrQuestion *question = g_ptr_array_index (self->form->questions, i);
        MtrRecord *answer = g_ptr_array_index (answers, j);

        if (mtr_record_text_is (answer, place->question, question->code) && mtr_record_is_set (answer, place->text))
          return mtr_text_excerpt (mtr_record_get_text (answer, place->text), 100);
      }

  return NULL;
}

static void
add_filled (MtrToolPage *self,
            MtrRecord   *record)
{
  gboolean is_own = mtr_record_get_kind (record) == MTR_KIND_PRIVATE_FORM;
  g_autofree char *key = g_strdup_printf ("%c%" G_GINT64_FORMAT, is_own ? 'o' : 'b', mtr_record_get_id (record));
  g_autofree char *excerpt = dup_excerpt (self, record);
  g_autofree char *day = NULL;
  const char *word;
  GDate date;

  if (mtr_record_get_date (record, get_day_field (record), &date))
    day = mtr_date_format (&date, MTR_DATE_STYLE_LONG);

  if (!is_own)
    word = _("The people of the pairing");
  else if (mtr_record_is_set (record, MTR_PRIVATE_FORM_PASSED_ON))
    word = _("Yours, shared");
  else
    word = _("Only you");

  mtr_row_list_add (self->rows, key, day != NULL ? day : _("undated"), excerpt, word, NULL);
}

static void
mtr_tool_page_refresh (MtrPage *page)
{
  MtrToolPage *self = MTR_TOOL_PAGE (page);
  g_autoptr (GPtrArray) filled = list_filled (self);
  g_autofree char *audience = mtr_filled_form_dup_audience (self->form,
                                                            self->model != NULL
                                                              ? mtr_pairing_model_get_pair_names (self->model) : NULL);

  gtk_label_set_text (self->audience, audience);
  gtk_widget_set_visible (self->fill_button, !mtr_programme_is_read_only (mtr_page_get_programme (page)));
  mtr_row_list_begin (self->rows);
  for (guint i = 0; i < filled->len; i++)
    add_filled (self, g_ptr_array_index (filled, i));
  mtr_row_list_end (self->rows);
  gtk_widget_set_visible (GTK_WIDGET (self->group), filled->len > 0);
}

/* ---- What can be done ------------------------------------------------------------------------ */

static MtrPage *
open_filled (MtrToolPage *self,
             MtrRecord   *record)
{
  MtrPage *page = mtr_filled_form_page_new (mtr_page_get_programme (MTR_PAGE (self)), self->form, record, self->model);

  mtr_page_push (MTR_PAGE (self), page);

  return page;
}

static void
activated_cb (MtrToolPage *self,
              const char  *key)
{
  g_autoptr (GPtrArray) filled = list_filled (self);
  gint64 id = g_ascii_strtoll (key + 1, NULL, 10);
  MtrKind kind = *key == 'o' ? MTR_KIND_PRIVATE_FORM : MTR_KIND_FORM_RECORD;

  for (guint i = 0; i < filled->len; i++)
    {
      MtrRecord *record = g_ptr_array_index (filled, i);

      if (mtr_record_get_kind (record) == kind && mtr_record_get_id (record) == id)
        open_filled (self, record);
    }
}

static void
fill_cb (MtrToolPage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  gboolean is_shared = self->form->audience == MTR_FORM_AUDIENCE_PAIR;
  g_autoptr (MtrRecord) record = NULL;
  g_autofree char *day = NULL;
  GDate today;

  if (is_shared && (self->model == NULL || !mtr_pairing_model_can_write (self->model)))
    {
      mtr_programme_announce (programme, _("This is filled in by two: begin a pairing first."));
      return;
    }

  mtr_programme_get_today (programme, &today);
  day = mtr_date_to_iso (&today);
  record = mtr_record_new (is_shared ? MTR_KIND_FORM_RECORD : MTR_KIND_PRIVATE_FORM, mtr_programme_new_id (programme));
  mtr_record_set_text (record, is_shared ? MTR_FORM_RECORD_FORM : MTR_PRIVATE_FORM_FORM, self->form->code);
  mtr_record_set_text (record, get_day_field (record), day);
  if (is_shared)
    mtr_record_set_number (record, MTR_FORM_RECORD_PAIRING_ID, mtr_pairing_model_get_id (self->model));
  else if (self->model != NULL && self->form->audience != MTR_FORM_AUDIENCE_MINE)
    mtr_record_set_number (record, MTR_PRIVATE_FORM_PAIRING_ID, mtr_pairing_model_get_id (self->model));
  open_filled (self, record);
}

/* The person that it is about, where that is not whoever fills it in. */
static const char *
get_about (MtrToolPage *self)
{
  MtrRecord *mentee = self->model != NULL ? mtr_pairing_model_get_mentee (self->model) : NULL;

  if (mentee == NULL || (!g_str_equal (self->form->filled_by, "supervisee") &&
                         !g_str_equal (self->form->filled_by, "observer")))
    return NULL;

  return mtr_record_get_name (mentee, MTR_PERSON_NAME);
}

static void
print_cb (MtrToolPage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  /* Translators: the name that is suggested for a file; %s is what a form is called. */
  g_autofree char *name = g_strdup_printf (_("%s.pdf"), self->form->title);
  const char *language = mtr_document_language_get ();
  MtrPack *pack = mtr_document_language_get_pack (language, mtr_programme_get_library (programme),
                                                  self->pack);
  const MtrForm *form = mtr_pack_find_form (pack, self->form->code);
  g_autoptr (MtrDocument) document = NULL;
  const char *before;
  GDate today;

  mtr_programme_get_today (programme, &today);
  before = mtr_language_switch (language);
  document = mtr_form_build_blank (pack, form != NULL ? form : self->form, get_about (self), &today);
  mtr_language_switch (before);
  mtr_preview_show (GTK_WIDGET (self), document, name);
}

/* ---- Which pairing --------------------------------------------------------------------------- */

static void
choose_pairing (MtrToolPage *self,
                gint64       id)
{
  g_clear_object (&self->model);
  if (id != 0)
    self->model = mtr_pairing_model_new (mtr_page_get_programme (MTR_PAGE (self)), id);
}

static void
chosen_cb (MtrToolPage *self)
{
  choose_pairing (self, g_array_index (self->pairings, gint64, gtk_drop_down_get_selected (self->choice)));
  mtr_page_refresh (MTR_PAGE (self));
}

/* Those of the owner whose pack has the form too. */
static GArray *
list_pairings (MtrToolPage *self,
               GPtrArray   *titles)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  g_autoptr (GArray) own = mtr_own_pairings_list (programme);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < own->len; i++)
    {
      gint64 id = g_array_index (own, gint64, i);
      g_autoptr (MtrPairingModel) model = mtr_pairing_model_new (programme, id);
      MtrPack *pack = mtr_pairing_model_get_pack (model);

      if (pack == NULL || mtr_pack_find_form (pack, self->form->code) == NULL)
        continue;
      g_array_append_val (ids, id);
      g_ptr_array_add (titles, mtr_pairing_dup_title (mtr_pairing_model_get_snapshot (model), id));
    }

  return ids;
}

static void
add_choice (MtrToolPage *self,
            GtkBox      *content,
            GPtrArray   *titles)
{
  GtkWidget *box;
  GtkWidget *label;
  gint64 likely = mtr_own_pairings_find_to_write (mtr_page_get_programme (MTR_PAGE (self)));

  self->choice = GTK_DROP_DOWN (gtk_drop_down_new_from_strings ((const char * const *) titles->pdata));
  for (guint i = 0; i < self->pairings->len; i++)
    if (g_array_index (self->pairings, gint64, i) == likely)
      gtk_drop_down_set_selected (self->choice, i);
  choose_pairing (self, g_array_index (self->pairings, gint64, gtk_drop_down_get_selected (self->choice)));
  if (self->pairings->len < 2)
    {
      g_object_ref_sink (self->choice);
      g_clear_object (&self->choice);
      return;
    }

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  label = gtk_label_new (_("Pairing"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  mtr_accessible_set_label (GTK_WIDGET (self->choice), _("Pairing"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->choice));
  gtk_box_append (content, box);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

/* ---- The page ---------------------------------------------------------------------------------- */

static gboolean
mtr_tool_page_go_to (MtrPage  *page,
                     MtrKind   kind,
                     gint64    id,
                     MtrField  field)
{
  MtrToolPage *self = MTR_TOOL_PAGE (page);
  g_autoptr (GPtrArray) filled = list_filled (self);

  for (guint i = 0; i < filled->len; i++)
    {
      MtrRecord *record = g_ptr_array_index (filled, i);
      const MtrFormAnswers *place = mtr_form_answers_find (mtr_record_get_kind (record));
      g_autoptr (GPtrArray) answers = NULL;

      if (mtr_record_get_kind (record) == kind && mtr_record_get_id (record) == id)
        return open_filled (self, record) != NULL;
      if (place->kind != kind)
        continue;
      answers = list_records (self, place->kind, place->parent, mtr_record_get_id (record));
      for (guint j = 0; j < answers->len; j++)
        if (mtr_record_get_id (g_ptr_array_index (answers, j)) == id)
          return mtr_page_go_to (open_filled (self, record), kind, id, field);
    }

  return FALSE;
}

static void
mtr_tool_page_focus_first (MtrPage *page)
{
  MtrToolPage *self = MTR_TOOL_PAGE (page);

  if (gtk_widget_get_visible (self->fill_button))
    gtk_widget_grab_focus (self->fill_button);
  else
    mtr_page_keep_focus (page);
}

static void
mtr_tool_page_dispose (GObject *object)
{
  MtrToolPage *self = MTR_TOOL_PAGE (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->model);
  g_clear_object (&self->pack);
  g_clear_pointer (&self->pairings, g_array_unref);

  G_OBJECT_CLASS (mtr_tool_page_parent_class)->dispose (object);
}

static void
mtr_tool_page_class_init (MtrToolPageClass *klass)
{
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_tool_page_dispose;
  page_class->refresh = mtr_tool_page_refresh;
  page_class->go_to = mtr_tool_page_go_to;
  page_class->focus_first = mtr_tool_page_focus_first;
}

static void
mtr_tool_page_init (MtrToolPage *self)
{
}

/**
 * mtr_tool_page_new:
 * @programme: the programme
 * @pack: one of its packs
 * @form: a form of the pack
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_tool_page_new (MtrProgramme  *programme,
                   MtrPack       *pack,
                   const MtrForm *form)
{
  MtrToolPage *self = g_object_new (MTR_TYPE_TOOL_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  self->pack = g_object_ref (pack);
  self->form = form;
  mtr_page_set_programme (MTR_PAGE (self), programme);
  mtr_page_set_title (MTR_PAGE (self), form->title);
  mtr_page_parts_add_line (content, form->introduction);
  self->audience = mtr_page_parts_add_line (content, "");
  self->pairings = list_pairings (self, titles);
  g_ptr_array_add (titles, NULL);
  if (self->pairings->len > 0 && form->audience != MTR_FORM_AUDIENCE_MINE)
    add_choice (self, content, titles);

  self->fill_button = mtr_page_parts_add_button (content, _("Fill In"), TRUE);
  g_signal_connect_object (self->fill_button, "clicked", G_CALLBACK (fill_cb), self, G_CONNECT_SWAPPED);
  if (form->prints_blank)
    g_signal_connect_object (mtr_page_parts_add_button (content, _("Print a Blank Form"), FALSE), "clicked",
                             G_CALLBACK (print_cb), self, G_CONNECT_SWAPPED);

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Filled in before"));
  self->rows = mtr_row_list_new (self->group);
  g_signal_connect_object (self->rows, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (content, GTK_WIDGET (self->group));

  return MTR_PAGE (self);
}

/**
 * mtr_tool_page_new_for:
 * @programme: the programme
 * @kind: %MTR_KIND_PRIVATE_FORM or %MTR_KIND_PRIVATE_FORM_ANSWER
 * @id: the record
 *
 * Returns: (transfer floating) (nullable): the page of the tool that the record belongs to; %NULL where the pack has it no
 *   more
 */
MtrPage *
mtr_tool_page_new_for (MtrProgramme *programme,
                       MtrKind       kind,
                       gint64        id)
{
  MtrStore *store = mtr_programme_get_store (programme);
  g_autoptr (GPtrArray) packs = mtr_programme_list_packs (programme);
  g_autoptr (MtrSnapshot) answers = NULL;
  g_autoptr (MtrSnapshot) forms = NULL;
  MtrRecord *record;

  if (kind == MTR_KIND_PRIVATE_FORM_ANSWER)
    {
      answers = mtr_store_load (store, MTR_SCOPE_RECORD, kind, id, MTR_READER_OWNER, NULL);
      record = answers != NULL ? mtr_snapshot_get (answers, kind, id) : NULL;
      id = record != NULL ? mtr_record_get_number (record, MTR_PRIVATE_FORM_ANSWER_PRIVATE_FORM_ID) : 0;
    }
  forms = mtr_store_load (store, MTR_SCOPE_RECORD, MTR_KIND_PRIVATE_FORM, id, MTR_READER_OWNER, NULL);
  record = forms != NULL ? mtr_snapshot_get (forms, MTR_KIND_PRIVATE_FORM, id) : NULL;
  for (guint i = 0; record != NULL && i < packs->len; i++)
    {
      const MtrForm *form = mtr_pack_find_form (g_ptr_array_index (packs, i),
                                                mtr_record_get_text (record, MTR_PRIVATE_FORM_FORM));

      if (form != NULL)
        return mtr_tool_page_new (programme, g_ptr_array_index (packs, i), form);
    }

  return NULL;
}
