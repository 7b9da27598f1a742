/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How somebody sees themselves at one moment: each item of the pack on one
 * scale, with how confident they are, why here, and what would help. Nothing
 * has to be answered. What was said at the moment before stands beside it.
 */

#include "mtr-self-assessment-page.h"

#include "mtr-audience-button.h"
#include "mtr-date.h"
#include "mtr-field-row.h"
#include "mtr-movement-page.h"
#include "mtr-movement-row.h"
#include "mtr-self-assessment.h"
#include "mtr-page-parts.h"
#include "mtr-record-page.h"

#include <glib/gi18n-lib.h>

static const MtrField item_fields[] = {
  MTR_SELF_ASSESSMENT_ITEM_LEVEL, MTR_SELF_ASSESSMENT_ITEM_CONFIDENCE, MTR_SELF_ASSESSMENT_ITEM_WHY,
  MTR_SELF_ASSESSMENT_ITEM_HELP,
};

static const MtrField own_fields[] = { MTR_SELF_ASSESSMENT_TEXT, MTR_SELF_ASSESSMENT_DONE_ON };

/* An item and what is written about it. */
typedef struct {
  const MtrWord        *word;
  MtrRecordController  *controller;                         /* (owned) */
  AdwPreferencesGroup  *group;
  GtkWidget            *rows[G_N_ELEMENTS (item_fields)];   /* (nullable) */
  MtrRowList           *facts;                              /* (owned) (nullable): where nothing can be written */
} Item;

struct _MtrSelfAssessmentPage {
  MtrPage               parent_instance;

  MtrPairingModel      *model;       /* (owned) */
  gint64                person_id;
  MtrRecordController  *controller;  /* (owned): of the self-assessment itself */
  gboolean              is_stored;   /* it has been seen in the store */
  gboolean              is_asked;    /* it is on its way there */
  gboolean              can_write;
  GPtrArray            *items;       /* (owned) (element-type Item) */
  MtrRowList           *facts;       /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MtrSelfAssessmentPage, mtr_self_assessment_page, MTR_TYPE_PAGE)

static void
item_free (Item *item)
{
  g_clear_object (&item->controller);
  g_clear_object (&item->facts);
  g_free (item);
}

static const MtrSelfAssessment *
get_asked (MtrSelfAssessmentPage *self)
{
  return mtr_pack_get_self_assessment (mtr_pairing_model_get_pack (self->model));
}

static gint64
get_id (MtrSelfAssessmentPage *self)
{
  return mtr_record_get_id (mtr_record_controller_get_record (self->controller));
}

/* ---- What is in the store ---------------------------------------------------------------- */

static MtrRecord *
load_record (MtrSelfAssessmentPage *self)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load (mtr_programme_get_store (mtr_page_get_programme (MTR_PAGE (self))),
                                                     MTR_SCOPE_RECORD, MTR_KIND_SELF_ASSESSMENT, get_id (self),
                                                     MTR_READER_OWNER, NULL);
  MtrRecord *record = snapshot != NULL ? mtr_snapshot_get (snapshot, MTR_KIND_SELF_ASSESSMENT, get_id (self)) : NULL;

  return record != NULL ? g_object_ref (record) : NULL;
}

static GPtrArray *
list_answers (MtrSelfAssessmentPage *self)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_SELF_ASSESSMENT_ITEM);
  GPtrArray *answers;

  query.equal_field = MTR_SELF_ASSESSMENT_ITEM_SELF_ASSESSMENT_ID;
  query.equal_number = get_id (self);
  answers = mtr_store_list_records (mtr_programme_get_store (mtr_page_get_programme (MTR_PAGE (self))), &query,
                                    MTR_READER_OWNER, NULL);

  return answers != NULL ? answers : g_ptr_array_new_with_free_func (g_object_unref);
}

static MtrRecord *
find_answer (GPtrArray  *answers,
             const char *code)
{
  for (guint i = 0; i < answers->len; i++)
    if (mtr_record_text_is (g_ptr_array_index (answers, i), MTR_SELF_ASSESSMENT_ITEM_ITEM, code))
      return g_ptr_array_index (answers, i);

  return NULL;
}

/* ---- Writing ------------------------------------------------------------------------------- */

/* An item belongs to the self-assessment: that has to be in the store first. */
static void
answered_cb (MtrSelfAssessmentPage *self)
{
  if (self->is_asked || !mtr_record_controller_is_unborn (self->controller))
    return;

  self->is_asked = TRUE;
  mtr_record_controller_be_born (self->controller);
}

static MtrRecordController *
make_answer (MtrSelfAssessmentPage *self,
             const char            *code,
             MtrRecord             *stored)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  MtrRecordController *controller;

  if (stored != NULL)
    {
      controller = mtr_record_controller_new (programme, stored);
    }
  else
    {
      g_autoptr (MtrRecord) answer = mtr_record_new (MTR_KIND_SELF_ASSESSMENT_ITEM, mtr_programme_new_id (programme));

      mtr_record_set_number (answer, MTR_SELF_ASSESSMENT_ITEM_SELF_ASSESSMENT_ID, get_id (self));
      mtr_record_set_text (answer, MTR_SELF_ASSESSMENT_ITEM_ITEM, code);
      controller = mtr_record_controller_new_unborn (programme, answer, NULL, NULL);
    }
  g_signal_connect_object (controller, "value-changed", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);

  return controller;
}

static const char *
get_question (MtrSelfAssessmentPage *self,
              MtrField               field)
{
  const MtrSelfAssessment *asked = get_asked (self);

  switch ((int) field)
    {
    case MTR_SELF_ASSESSMENT_ITEM_LEVEL:
      return asked->level_question;
    case MTR_SELF_ASSESSMENT_ITEM_CONFIDENCE:
      return asked->confidence_question;
    case MTR_SELF_ASSESSMENT_ITEM_WHY:
      return asked->why_question;
    case MTR_SELF_ASSESSMENT_ITEM_HELP:
    default:
      return asked->help_question;
    }
}

static void
add_item_rows (MtrSelfAssessmentPage *self,
               Item                  *item,
               const char            *readers)
{
  const MtrSelfAssessment *asked = get_asked (self);

  for (gsize i = 0; i < G_N_ELEMENTS (item_fields); i++)
    {
      gboolean is_figure = mtr_field_is_number (item_fields[i]);
      gboolean is_level = item_fields[i] == MTR_SELF_ASSESSMENT_ITEM_LEVEL;

      /* What the ends of the scale mean is about where somebody is, not about how sure they are of it. */
      item->rows[i] = is_figure ? mtr_field_row_new_scale (item->controller, item_fields[i], asked->lowest,
                                                           asked->highest, is_level ? asked->low : NULL,
                                                           is_level ? asked->high : NULL)
                                : mtr_field_row_new (item->controller, item_fields[i]);
      mtr_field_row_set_title (MTR_FIELD_ROW (item->rows[i]), get_question (self, item_fields[i]));
      mtr_field_row_set_readers (MTR_FIELD_ROW (item->rows[i]), readers);
      adw_preferences_group_add (item->group, item->rows[i]);
    }
}

/* Undo takes an answer away, and redo brings it back: the rows go on with what there is. */
static void
show_item (MtrSelfAssessmentPage *self,
           Item                  *item,
           MtrRecord             *stored)
{
  if (stored != NULL &&
      mtr_record_get_id (stored) == mtr_record_get_id (mtr_record_controller_get_record (item->controller)))
    {
      mtr_record_controller_refresh (item->controller, stored);
      return;
    }
  if (stored == NULL && mtr_record_controller_is_unborn (item->controller))
    return;

  g_object_unref (item->controller);
  item->controller = make_answer (self, item->word->code, stored);
  for (gsize i = 0; i < G_N_ELEMENTS (item_fields); i++)
    if (item->rows[i] != NULL)
      mtr_field_row_set_controller (MTR_FIELD_ROW (item->rows[i]), item->controller);
}

/* ---- Reading -------------------------------------------------------------------------------- */

static void
show_item_facts (MtrSelfAssessmentPage *self,
                 Item                  *item)
{
  MtrRecord *record = mtr_record_controller_get_record (item->controller);

  mtr_row_list_begin (item->facts);
  for (gsize i = 0; i < G_N_ELEMENTS (item_fields); i++)
    {
      g_autofree char *value = mtr_record_page_dup_value (record, item_fields[i], NULL, NULL);

      mtr_page_parts_add_reading (item->facts, get_question (self, item_fields[i]), value);
    }
  mtr_row_list_end (item->facts);
}

static void
show_facts (MtrSelfAssessmentPage *self)
{
  mtr_row_list_begin (self->facts);
  for (gsize i = 0; i < G_N_ELEMENTS (own_fields); i++)
    {
      g_autofree char *value = mtr_record_page_dup_value (mtr_record_controller_get_record (self->controller),
                                                          own_fields[i], NULL, NULL);

      mtr_page_parts_add_reading (self->facts, mtr_field_get_label (own_fields[i]), value);
    }
  mtr_row_list_end (self->facts);
}

/* ---- The page --------------------------------------------------------------------------------- */

static void
show_before (MtrSelfAssessmentPage *self)
{
  g_autoptr (GPtrArray) movements = mtr_self_assessment_list_movements (mtr_pairing_model_get_pack (self->model),
                                                                        mtr_pairing_model_get_snapshot (self->model),
                                                                        mtr_pairing_model_get_id (self->model),
                                                                        self->person_id);

  for (guint i = 0; i < movements->len && i < self->items->len; i++)
    {
      const MtrMovement *movement = g_ptr_array_index (movements, i);
      Item *item = g_ptr_array_index (self->items, i);
      g_autofree char *sentence = mtr_movement_dup_sentence (movement);
      gboolean has_figure = FALSE;
      g_autofree char *description = NULL;

      for (int j = 0; j < MTR_N_MOMENTS; j++)
        has_figure = has_figure || movement->has_level[j];
      description = g_markup_printf_escaped ("%s%s%s", item->word->description != NULL ? item->word->description : "",
                                             item->word->description != NULL && has_figure ? "\n" : "",
                                             has_figure ? sentence : "");
      adw_preferences_group_set_description (item->group, description);
    }
}

static void
mtr_self_assessment_page_refresh (MtrPage *page)
{
  MtrSelfAssessmentPage *self = MTR_SELF_ASSESSMENT_PAGE (page);
  g_autoptr (MtrRecord) record = load_record (self);
  g_autoptr (GPtrArray) answers = NULL;

  if (record == NULL && self->is_stored)
    {
      self->is_stored = FALSE;
      mtr_page_pop (page);
      return;
    }
  if (record != NULL)
    {
      self->is_stored = TRUE;
      mtr_record_controller_refresh (self->controller, record);
    }

  answers = list_answers (self);
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = g_ptr_array_index (self->items, i);

      show_item (self, item, find_answer (answers, item->word->code));
      if (item->facts != NULL)
        show_item_facts (self, item);
    }
  if (self->facts != NULL)
    show_facts (self);
  show_before (self);
}

static gboolean
mtr_self_assessment_page_go_to (MtrPage  *page,
                                MtrKind   kind,
                                gint64    id,
                                MtrField  field)
{
  return kind == MTR_KIND_SELF_ASSESSMENT && id == get_id (MTR_SELF_ASSESSMENT_PAGE (page));
}

static void
mtr_self_assessment_page_focus_first (MtrPage *page)
{
  MtrSelfAssessmentPage *self = MTR_SELF_ASSESSMENT_PAGE (page);
  Item *first = self->items->len > 0 ? g_ptr_array_index (self->items, 0) : NULL;

  if (first != NULL && first->rows[0] != NULL)
    gtk_widget_grab_focus (first->rows[0]);
  else
    mtr_page_keep_focus (page);
}

static void
flush (MtrSelfAssessmentPage *self)
{
  mtr_record_controller_flush (self->controller);
  for (guint i = 0; i < self->items->len; i++)
    mtr_record_controller_flush (((Item *) g_ptr_array_index (self->items, i))->controller);
}

static void
mtr_self_assessment_page_leave (MtrPage *page)
{
  flush (MTR_SELF_ASSESSMENT_PAGE (page));
}

static void
remove_cb (MtrSelfAssessmentPage *self)
{
  MtrChange *change;

  flush (self);
  if (mtr_record_controller_is_unborn (self->controller))
    {
      mtr_page_pop (MTR_PAGE (self));
      return;
    }
  change = mtr_change_new (_("remove a self-assessment"));
  mtr_change_delete (change, MTR_KIND_SELF_ASSESSMENT, get_id (self));
  mtr_programme_act (mtr_page_get_programme (MTR_PAGE (self)), change,
                     _("Self-assessment removed. Ctrl+Z brings it back"));
}

static void
picture_cb (MtrSelfAssessmentPage *self)
{
  flush (self);
  mtr_page_push (MTR_PAGE (self), mtr_movement_page_new (self->model, self->person_id));
}

static void
mtr_self_assessment_page_dispose (GObject *object)
{
  MtrSelfAssessmentPage *self = MTR_SELF_ASSESSMENT_PAGE (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->controller);
  g_clear_object (&self->facts);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_self_assessment_page_parent_class)->dispose (object);
}

static void
mtr_self_assessment_page_class_init (MtrSelfAssessmentPageClass *klass)
{
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_self_assessment_page_dispose;
  page_class->refresh = mtr_self_assessment_page_refresh;
  page_class->go_to = mtr_self_assessment_page_go_to;
  page_class->focus_first = mtr_self_assessment_page_focus_first;
  page_class->leave = mtr_self_assessment_page_leave;
}

static void
mtr_self_assessment_page_init (MtrSelfAssessmentPage *self)
{
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
}

static MtrRecord *
make_record (MtrPairingModel *model,
             gint64           person_id,
             const char      *moment)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (model);
  MtrRecord *record = mtr_record_new (MTR_KIND_SELF_ASSESSMENT, mtr_programme_new_id (programme));
  g_autofree char *today_text = NULL;
  GDate today;

  mtr_programme_get_today (programme, &today);
  today_text = mtr_date_to_iso (&today);
  mtr_record_set_number (record, MTR_SELF_ASSESSMENT_PAIRING_ID, mtr_pairing_model_get_id (model));
  mtr_record_set_number (record, MTR_SELF_ASSESSMENT_PERSON_ID, person_id);
  mtr_record_set_text (record, MTR_SELF_ASSESSMENT_MOMENT, moment);
  mtr_record_set_text (record, MTR_SELF_ASSESSMENT_DONE_ON, today_text);

  return record;
}

static void
add_items (MtrSelfAssessmentPage *self,
           GtkBox                *content,
           const char            *readers)
{
  const MtrSelfAssessment *asked = get_asked (self);
  g_autoptr (GPtrArray) answers = list_answers (self);

  for (guint i = 0; i < asked->items->len; i++)
    {
      Item *item = g_new0 (Item, 1);

      item->word = g_ptr_array_index (asked->items, i);
      item->controller = make_answer (self, item->word->code, find_answer (answers, item->word->code));
      item->group = ADW_PREFERENCES_GROUP (mtr_group_new (item->word->title, MTR_AUDIENCE_PAIR,
                                                          mtr_pairing_model_get_pair_names (self->model), NULL));
      if (self->can_write)
        add_item_rows (self, item, readers);
      else
        item->facts = mtr_row_list_new (item->group);
      gtk_box_append (content, GTK_WIDGET (item->group));
      g_ptr_array_add (self->items, item);
    }
}

static void
add_end (MtrSelfAssessmentPage *self,
         GtkBox                *content,
         const char            *readers)
{
  GtkWidget *group = mtr_group_new (_("Altogether"), MTR_AUDIENCE_PAIR, mtr_pairing_model_get_pair_names (self->model),
                                    NULL);
  GtkWidget *button;

  gtk_box_append (content, group);
  if (!self->can_write)
    self->facts = mtr_row_list_new (ADW_PREFERENCES_GROUP (group));
  for (gsize i = 0; self->can_write && i < G_N_ELEMENTS (own_fields); i++)
    {
      GtkWidget *row = mtr_field_row_new (self->controller, own_fields[i]);

      mtr_field_row_set_readers (MTR_FIELD_ROW (row), readers);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  button = mtr_page_parts_add_button (content, _("See What Has Moved"), FALSE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (picture_cb), self, G_CONNECT_SWAPPED);
  if (!self->can_write)
    return;
  button = mtr_page_parts_add_button (content, _("Remove"), FALSE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
}

/**
 * mtr_self_assessment_page_new:
 * @model: a pairing whose pack has a self-assessment
 * @person_id: who sees themselves
 * @moment: %MTR_MOMENT_START, %MTR_MOMENT_MIDDLE or %MTR_MOMENT_END; kept from the first answer on
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_self_assessment_page_new (MtrPairingModel *model,
                              gint64           person_id,
                              const char      *moment)
{
  MtrSelfAssessmentPage *self = g_object_new (MTR_TYPE_SELF_ASSESSMENT_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  MtrRecord *stored = mtr_self_assessment_find (mtr_pairing_model_get_snapshot (model), mtr_pairing_model_get_id (model),
                                                person_id, moment);
  g_autoptr (MtrRecord) record = stored != NULL ? g_object_ref (stored) : make_record (model, person_id, moment);
  g_autofree char *readers = mtr_audience_describe_readers (MTR_AUDIENCE_PAIR, mtr_pairing_model_get_pair_names (model),
                                                            NULL);

  self->model = g_object_ref (model);
  self->person_id = person_id;
  self->can_write = mtr_pairing_model_can_write (model);
  self->is_stored = stored != NULL;
  mtr_page_set_programme (MTR_PAGE (self), mtr_pairing_model_get_programme (model));
  mtr_page_set_title (MTR_PAGE (self), mtr_self_assessment_get_moment_label (moment));
  self->controller = stored != NULL ? mtr_record_controller_new (mtr_pairing_model_get_programme (model), stored)
                                    : mtr_record_controller_new_unborn (mtr_pairing_model_get_programme (model), record,
                                                                        NULL, NULL);
  mtr_page_parts_add_line (content, _("How you see yourself today. Answer what you like; it is the beginning of a conversation, "
                                      "and never a score that anybody reports."));
  add_items (self, content, readers);
  add_end (self, content, readers);
  g_signal_connect_object (model, "refreshed", G_CALLBACK (mtr_page_refresh), self, G_CONNECT_SWAPPED);
  if (!self->can_write)
    mtr_self_assessment_page_refresh (MTR_PAGE (self));
  else
    show_before (self);

  return MTR_PAGE (self);
}
