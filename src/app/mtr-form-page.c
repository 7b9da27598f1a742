/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A form of the pack to fill in: its questions one under the other, each kept
 * as it is answered. None has to be answered. What the answers belong to may
 * be anything that has answers: a review, an evaluation, a form that the two
 * have before them, a form for oneself. Pages with more around the questions
 * are made from this one.
 */

#include "mtr-form-page.h"

#include "mtr-audience-button.h"
#include "mtr-field-row.h"
#include "mtr-page-parts.h"
#include "mtr-tick-row.h"

#include <glib/gi18n-lib.h>

/* The kinds that have answers; what is their own until it is passed on has a page of its own. */
static const struct {
  MtrKind        kind;
  MtrFormAnswers answers;
} places[] = {
  { MTR_KIND_REVIEW,
    { MTR_KIND_REVIEW_ANSWER, MTR_REVIEW_ANSWER_REVIEW_ID, MTR_REVIEW_ANSWER_QUESTION, MTR_REVIEW_ANSWER_TEXT,
      MTR_REVIEW_ANSWER_CHOICE, MTR_REVIEW_ANSWER_NUMBER } },
  { MTR_KIND_EVALUATION,
    { MTR_KIND_EVALUATION_ANSWER, MTR_EVALUATION_ANSWER_EVALUATION_ID, MTR_EVALUATION_ANSWER_QUESTION,
      MTR_EVALUATION_ANSWER_TEXT, MTR_EVALUATION_ANSWER_CHOICE, MTR_EVALUATION_ANSWER_NUMBER } },
  { MTR_KIND_FORM_RECORD,
    { MTR_KIND_FORM_ANSWER, MTR_FORM_ANSWER_FORM_RECORD_ID, MTR_FORM_ANSWER_QUESTION, MTR_FORM_ANSWER_TEXT,
      MTR_FORM_ANSWER_CHOICE, MTR_FORM_ANSWER_NUMBER } },
  { MTR_KIND_PRIVATE_FORM,
    { MTR_KIND_PRIVATE_FORM_ANSWER, MTR_PRIVATE_FORM_ANSWER_PRIVATE_FORM_ID, MTR_PRIVATE_FORM_ANSWER_QUESTION,
      MTR_PRIVATE_FORM_ANSWER_TEXT, MTR_PRIVATE_FORM_ANSWER_CHOICE, MTR_PRIVATE_FORM_ANSWER_NUMBER } },
};

/* A question and the answer that is being written. */
typedef struct {
  const MtrQuestion   *question;
  MtrRecordController *controller;  /* (owned) */
  GtkWidget           *row;
} Line;

typedef struct {
  const MtrForm        *form;
  const MtrFormAnswers *answers;
  MtrRecordController  *controller;   /* (owned): of what the answers belong to */
  gboolean              is_stored;    /* it has been seen in the store */
  gboolean              is_asked;     /* it is on its way there */
  gboolean              can_write;
  GPtrArray            *lines;        /* (owned) (element-type Line): empty while nothing could be written */
  GtkWidget            *go_to_row;    /* (nullable): where the cursor is to go when the page is shown */

  char                 *readers;      /* (owned) */
  GtkBox               *top;
  GtkWidget            *writing;
  GtkWidget            *reading;
  MtrRowList           *facts;        /* (owned): of the reading */
  GtkBox               *bottom;
} MtrFormPagePrivate;

G_DEFINE_TYPE_WITH_PRIVATE (MtrFormPage, mtr_form_page, MTR_TYPE_PAGE)

static void
line_free (Line *line)
{
  g_clear_object (&line->controller);
  g_free (line);
}

static MtrFormPagePrivate *
get_private (MtrFormPage *self)
{
  return mtr_form_page_get_instance_private (self);
}

/**
 * mtr_form_answers_find:
 * @kind: a kind of record that may have a form
 *
 * Returns: (transfer none) (nullable): where its answers are kept, as both read them
 */
const MtrFormAnswers *
mtr_form_answers_find (MtrKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i].kind == kind)
      return &places[i].answers;

  return NULL;
}

/* ---- The answers in the store ------------------------------------------------------------ */

static MtrRecord *
load_record (MtrFormPage *self)
{
  MtrRecord *record = mtr_record_controller_get_record (get_private (self)->controller);
  g_autoptr (MtrSnapshot) snapshot = NULL;

  snapshot = mtr_store_load (mtr_programme_get_store (mtr_page_get_programme (MTR_PAGE (self))), MTR_SCOPE_RECORD,
                             mtr_record_get_kind (record), mtr_record_get_id (record), MTR_READER_OWNER, NULL);
  record = snapshot != NULL ? mtr_snapshot_get (snapshot, mtr_record_get_kind (record), mtr_record_get_id (record))
                            : NULL;

  return record != NULL ? g_object_ref (record) : NULL;
}

/**
 * mtr_form_page_list_answers:
 * @self: a page
 *
 * Returns: (transfer full) (element-type MtrRecord): the answers that are in the store
 */
GPtrArray *
mtr_form_page_list_answers (MtrFormPage *self)
{
  MtrFormPagePrivate *priv = get_private (self);
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (priv->answers->kind);
  GPtrArray *answers;

  query.equal_field = priv->answers->parent;
  query.equal_number = mtr_record_get_id (mtr_record_controller_get_record (priv->controller));
  answers = mtr_store_list_records (mtr_programme_get_store (mtr_page_get_programme (MTR_PAGE (self))), &query,
                                    MTR_READER_OWNER, NULL);

  return answers != NULL ? answers : g_ptr_array_new_with_free_func (g_object_unref);
}

static MtrRecord *
find_answer (MtrFormPage *self,
             GPtrArray   *answers,
             const char  *question)
{
  for (guint i = 0; i < answers->len; i++)
    if (mtr_record_text_is (g_ptr_array_index (answers, i), get_private (self)->answers->question, question))
      return g_ptr_array_index (answers, i);

  return NULL;
}

/* ---- Writing ------------------------------------------------------------------------------ */

/* An answer belongs to something: that has to be in the store first. */
static void
answered_cb (MtrFormPage *self)
{
  MtrFormPagePrivate *priv = get_private (self);

  if (priv->is_asked || !mtr_record_controller_is_unborn (priv->controller))
    return;

  priv->is_asked = TRUE;
  mtr_record_controller_be_born (priv->controller);
}

static MtrRecordController *
make_answer (MtrFormPage       *self,
             const MtrQuestion *question,
             MtrRecord         *stored)
{
  MtrFormPagePrivate *priv = get_private (self);
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  MtrRecordController *controller;

  if (stored != NULL)
    {
      controller = mtr_record_controller_new (programme, stored);
    }
  else
    {
      g_autoptr (MtrRecord) answer = mtr_record_new (priv->answers->kind, mtr_programme_new_id (programme));

      mtr_record_set_number (answer, priv->answers->parent,
                             mtr_record_get_id (mtr_record_controller_get_record (priv->controller)));
      mtr_record_set_text (answer, priv->answers->question, question->code);
      controller = mtr_record_controller_new_unborn (programme, answer, NULL, NULL);
    }
  g_signal_connect_object (controller, "value-changed", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);

  return controller;
}

static GtkWidget *
make_row (MtrFormPage         *self,
          const MtrQuestion   *question,
          MtrRecordController *controller)
{
  const MtrFormAnswers *answers = get_private (self)->answers;
  GtkWidget *row = NULL;

  switch (question->type)
    {
    case MTR_QUESTION_TICK:
      row = mtr_tick_row_new (controller, answers->number);
      mtr_tick_row_describe (MTR_TICK_ROW (row), question->title, question->description);
      return row;

    case MTR_QUESTION_SHORT:
      row = mtr_field_row_new_line (controller, answers->text);
      break;

    case MTR_QUESTION_SCALE:
      row = mtr_field_row_new_scale (controller, answers->number, question->lowest, question->highest, question->low,
                                     question->high);
      break;

    case MTR_QUESTION_CHOICE:
      row = mtr_field_row_new_choice (controller, answers->choice, question->choices);
      break;

    case MTR_QUESTION_LONG:
    default:
      row = mtr_field_row_new (controller, answers->text);
      break;
    }
  mtr_field_row_set_title (MTR_FIELD_ROW (row), question->title);
  mtr_field_row_set_prompt (MTR_FIELD_ROW (row), question->description);
  mtr_field_row_set_words (MTR_FIELD_ROW (row), question->words);
  mtr_field_row_set_readers (MTR_FIELD_ROW (row), get_private (self)->readers);

  return row;
}

static void
add_lines (MtrFormPage *self,
           GPtrArray   *answers)
{
  MtrFormPagePrivate *priv = get_private (self);

  for (guint i = 0; i < priv->form->questions->len; i++)
    {
      Line *line = g_new0 (Line, 1);

      line->question = g_ptr_array_index (priv->form->questions, i);
      line->controller = make_answer (self, line->question, find_answer (self, answers, line->question->code));
      line->row = make_row (self, line->question, line->controller);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (priv->writing), line->row);
      g_ptr_array_add (priv->lines, line);
    }
}

/* Undo takes an answer away, and redo brings it back: the row goes on with what there is. */
static void
show_line (MtrFormPage *self,
           Line        *line,
           MtrRecord   *stored)
{
  gboolean is_same = stored != NULL && mtr_record_get_id (stored) ==
                                         mtr_record_get_id (mtr_record_controller_get_record (line->controller));

  if (is_same)
    {
      mtr_record_controller_refresh (line->controller, stored);
      return;
    }
  if (stored == NULL && mtr_record_controller_is_unborn (line->controller))
    return;

  g_object_unref (line->controller);
  line->controller = make_answer (self, line->question, stored);
  if (MTR_IS_TICK_ROW (line->row))
    mtr_tick_row_set_controller (MTR_TICK_ROW (line->row), line->controller);
  else
    mtr_field_row_set_controller (MTR_FIELD_ROW (line->row), line->controller);
}

/* ---- Reading ------------------------------------------------------------------------------- */

static char *
dup_answer (MtrFormPage       *self,
            const MtrQuestion *question,
            MtrRecord         *answer)
{
  const MtrFormAnswers *fields = get_private (self)->answers;
  const MtrWord *choice;
  int number;

  if (answer == NULL)
    return NULL;

  switch (question->type)
    {
    case MTR_QUESTION_TICK:
      return g_strdup (mtr_record_get_number (answer, fields->number) != 0 ? _("Yes") : _("Not ticked"));

    case MTR_QUESTION_SCALE:
      if (!mtr_record_is_set (answer, fields->number))
        return NULL;
      number = (int) mtr_record_get_number (answer, fields->number);
      if (number == question->lowest && question->low != NULL)
        return g_strdup_printf ("%d · %s", number, question->low);
      if (number == question->highest && question->high != NULL)
        return g_strdup_printf ("%d · %s", number, question->high);
      /* Translators: a figure on a scale; %1$d is it, %2$d the highest there is. */
      return g_strdup_printf (_("%1$d of %2$d"), number, question->highest);

    case MTR_QUESTION_CHOICE:
      choice = mtr_question_find_choice (question, mtr_record_get_text (answer, fields->choice));
      return choice != NULL ? g_strdup (choice->title) : g_strdup (mtr_record_get_text (answer, fields->choice));

    case MTR_QUESTION_LONG:
    case MTR_QUESTION_SHORT:
    default:
      return g_strdup (mtr_record_get_text (answer, fields->text));
    }
}

static void
show_reading (MtrFormPage *self,
              GPtrArray   *answers)
{
  MtrFormPagePrivate *priv = get_private (self);

  mtr_row_list_begin (priv->facts);
  for (guint i = 0; i < priv->form->questions->len; i++)
    {
      const MtrQuestion *question = g_ptr_array_index (priv->form->questions, i);
      g_autofree char *answer = dup_answer (self, question, find_answer (self, answers, question->code));

      mtr_page_parts_add_reading (priv->facts, question->title, answer);
    }
  mtr_row_list_end (priv->facts);
}

/* ---- The page -------------------------------------------------------------------------------- */

static void
show_part (MtrFormPage *self)
{
  MtrFormPagePrivate *priv = get_private (self);

  gtk_widget_set_visible (priv->writing, priv->can_write && priv->form->questions->len > 0);
  gtk_widget_set_visible (priv->reading, !priv->can_write && priv->form->questions->len > 0);
}

static void
mtr_form_page_refresh (MtrPage *page)
{
  MtrFormPage *self = MTR_FORM_PAGE (page);
  MtrFormPagePrivate *priv = get_private (self);
  g_autoptr (MtrRecord) record = load_record (self);
  g_autoptr (GPtrArray) answers = NULL;

  if (record == NULL && priv->is_stored)
    {
      /* Removed, here or by undo: there is nothing to answer any more. */
      priv->is_stored = FALSE;
      mtr_page_pop (page);
      return;
    }
  if (record != NULL)
    {
      priv->is_stored = TRUE;
      mtr_record_controller_refresh (priv->controller, record);
    }

  answers = mtr_form_page_list_answers (self);
  show_part (self);
  if (!priv->can_write)
    {
      show_reading (self, answers);
      return;
    }
  if (priv->lines->len == 0)
    add_lines (self, answers);
  for (guint i = 0; i < priv->lines->len; i++)
    {
      Line *line = g_ptr_array_index (priv->lines, i);

      show_line (self, line, find_answer (self, answers, line->question->code));
    }
}

static gboolean
mtr_form_page_go_to (MtrPage  *page,
                     MtrKind   kind,
                     gint64    id,
                     MtrField  field)
{
  MtrFormPagePrivate *priv = get_private (MTR_FORM_PAGE (page));
  MtrRecord *record = mtr_record_controller_get_record (priv->controller);

  if (kind == mtr_record_get_kind (record))
    return id == mtr_record_get_id (record);
  if (kind != priv->answers->kind)
    return FALSE;

  for (guint i = 0; i < priv->lines->len; i++)
    {
      Line *line = g_ptr_array_index (priv->lines, i);

      if (mtr_record_get_id (mtr_record_controller_get_record (line->controller)) == id)
        {
          priv->go_to_row = line->row;
          gtk_widget_grab_focus (line->row);
          return TRUE;
        }
    }

  return FALSE;
}

static void
mtr_form_page_focus_first (MtrPage *page)
{
  MtrFormPagePrivate *priv = get_private (MTR_FORM_PAGE (page));
  GtkWidget *row = g_steal_pointer (&priv->go_to_row);

  if (row == NULL && priv->can_write && priv->lines->len > 0)
    row = ((Line *) g_ptr_array_index (priv->lines, 0))->row;
  if (row != NULL)
    gtk_widget_grab_focus (row);
  else
    mtr_page_keep_focus (page);
}

/**
 * mtr_form_page_flush:
 * @self: a page
 *
 * Writes at once what is accepted and not on the disk yet.
 */
void
mtr_form_page_flush (MtrFormPage *self)
{
  MtrFormPagePrivate *priv = get_private (self);

  mtr_record_controller_flush (priv->controller);
  for (guint i = 0; i < priv->lines->len; i++)
    mtr_record_controller_flush (((Line *) g_ptr_array_index (priv->lines, i))->controller);
}

static void
mtr_form_page_leave (MtrPage *page)
{
  mtr_form_page_flush (MTR_FORM_PAGE (page));
}

static void
mtr_form_page_dispose (GObject *object)
{
  MtrFormPagePrivate *priv = get_private (MTR_FORM_PAGE (object));

  g_clear_pointer (&priv->lines, g_ptr_array_unref);
  g_clear_object (&priv->controller);
  g_clear_object (&priv->facts);
  g_clear_pointer (&priv->readers, g_free);

  G_OBJECT_CLASS (mtr_form_page_parent_class)->dispose (object);
}

static void
mtr_form_page_class_init (MtrFormPageClass *klass)
{
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_form_page_dispose;
  page_class->refresh = mtr_form_page_refresh;
  page_class->go_to = mtr_form_page_go_to;
  page_class->focus_first = mtr_form_page_focus_first;
  page_class->leave = mtr_form_page_leave;
}

static void
mtr_form_page_init (MtrFormPage *self)
{
  get_private (self)->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
}

static GtkBox *
add_box (GtkBox *content)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  /* A box with nothing in it would be a gap. */
  gtk_widget_set_visible (box, FALSE);
  gtk_box_append (content, box);

  return GTK_BOX (box);
}

/**
 * mtr_form_page_set_up:
 * @self: a page that has not been set up
 * @setup: what it is made from
 *
 * For pages that are made from this one; see mtr_form_page_new().
 */
void
mtr_form_page_set_up (MtrFormPage        *self,
                      const MtrFormSetup *setup)
{
  MtrFormPagePrivate *priv = get_private (self);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  g_autoptr (MtrRecord) stored = NULL;
  g_autoptr (GPtrArray) answers = NULL;

  mtr_page_set_programme (MTR_PAGE (self), setup->programme);
  mtr_page_set_title (MTR_PAGE (self), setup->form->title);
  priv->form = setup->form;
  priv->answers = setup->answers != NULL ? setup->answers : mtr_form_answers_find (mtr_record_get_kind (setup->record));
  priv->can_write = setup->can_write && !mtr_programme_is_read_only (setup->programme);
  priv->readers = mtr_audience_describe_readers (setup->audience, setup->other, setup->manager);
  priv->controller = mtr_record_controller_new_unborn (setup->programme, setup->record, NULL, NULL);
  stored = load_record (self);
  if (stored != NULL)
    {
      priv->is_stored = TRUE;
      mtr_record_controller_refresh (priv->controller, stored);
    }

  if (setup->form->introduction != NULL)
    mtr_page_parts_add_line (content, setup->form->introduction);
  priv->top = add_box (content);
  priv->writing = mtr_group_new (setup->form->title, setup->audience, setup->other, setup->manager);
  priv->reading = mtr_group_new (setup->form->title, setup->audience, setup->other, setup->manager);
  priv->facts = mtr_row_list_new (ADW_PREFERENCES_GROUP (priv->reading));
  gtk_box_append (content, priv->writing);
  gtk_box_append (content, priv->reading);
  priv->bottom = add_box (content);

  answers = mtr_form_page_list_answers (self);
  show_part (self);
  if (priv->can_write)
    add_lines (self, answers);
  else
    show_reading (self, answers);
}

/**
 * mtr_form_page_new:
 * @setup: what it is made from
 *
 * Returns: (transfer floating): a page with the questions of a form and nothing else
 */
MtrPage *
mtr_form_page_new (const MtrFormSetup *setup)
{
  MtrFormPage *self = g_object_new (MTR_TYPE_FORM_PAGE, NULL);

  mtr_form_page_set_up (self, setup);

  return MTR_PAGE (self);
}

/**
 * mtr_form_page_get_top:
 * @self: a page
 *
 * Returns: (transfer none): the box above the questions, for what a page has besides them
 */
GtkBox *
mtr_form_page_get_top (MtrFormPage *self)
{
  MtrFormPagePrivate *priv = get_private (self);

  gtk_widget_set_visible (GTK_WIDGET (priv->top), TRUE);

  return priv->top;
}

/**
 * mtr_form_page_get_bottom:
 * @self: a page
 *
 * Returns: (transfer none): the box below the questions
 */
GtkBox *
mtr_form_page_get_bottom (MtrFormPage *self)
{
  MtrFormPagePrivate *priv = get_private (self);

  gtk_widget_set_visible (GTK_WIDGET (priv->bottom), TRUE);

  return priv->bottom;
}

/**
 * mtr_form_page_get_controller:
 * @self: a page
 *
 * Returns: (transfer none): the controller of what the answers belong to, for fields of its own
 */
MtrRecordController *
mtr_form_page_get_controller (MtrFormPage *self)
{
  return get_private (self)->controller;
}

/**
 * mtr_form_page_list_written:
 * @self: a page
 *
 * Returns: (transfer container) (element-type MtrRecord): the answers as they are in the boxes, saved or on their way;
 *   without those in which nothing is
 */
GPtrArray *
mtr_form_page_list_written (MtrFormPage *self)
{
  MtrFormPagePrivate *priv = get_private (self);
  const MtrField fields[] = { priv->answers->text, priv->answers->choice, priv->answers->number };
  GPtrArray *written = g_ptr_array_new ();

  for (guint i = 0; i < priv->lines->len; i++)
    {
      MtrRecord *answer = mtr_record_controller_get_record (((Line *) g_ptr_array_index (priv->lines, i))->controller);
      gboolean has_answer = FALSE;

      for (gsize j = 0; j < G_N_ELEMENTS (fields); j++)
        has_answer = has_answer || mtr_record_is_set (answer, fields[j]);
      if (has_answer)
        g_ptr_array_add (written, answer);
    }

  return written;
}

/**
 * mtr_form_page_set_can_write:
 * @self: a page
 * @can_write: whether the answers can still be written
 */
void
mtr_form_page_set_can_write (MtrFormPage *self,
                             gboolean     can_write)
{
  MtrFormPagePrivate *priv = get_private (self);

  can_write = can_write && !mtr_programme_is_read_only (mtr_page_get_programme (MTR_PAGE (self)));
  if (priv->can_write == can_write)
    return;

  priv->can_write = can_write;
  mtr_page_refresh (MTR_PAGE (self));
}

/**
 * mtr_form_page_refuse:
 * @self: a page whose questions can be written
 * @reason: what is missing; said under the first question that has no answer, and the cursor goes there
 */
void
mtr_form_page_refuse (MtrFormPage *self,
                      const char  *reason)
{
  MtrFormPagePrivate *priv = get_private (self);

  for (guint i = 0; i < priv->lines->len; i++)
    {
      Line *line = g_ptr_array_index (priv->lines, i);

      if (!mtr_record_controller_is_unborn (line->controller))
        continue;
      if (MTR_IS_TICK_ROW (line->row))
        mtr_tick_row_refuse (MTR_TICK_ROW (line->row), reason);
      else
        mtr_field_row_refuse (MTR_FIELD_ROW (line->row), reason);
      return;
    }
}
