/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Recommendation, decision and moderation: three records that are kept apart,
 * each with its author, its day and its reasons, and each with what it cannot
 * do. Whoever it is not for reads lines; what was decided elsewhere can be
 * written down, with the name of who decided it.
 */

#include "mtr-outcome-page.h"

#include "mtr-audience-button.h"
#include "mtr-date.h"
#include "mtr-field-row.h"
#include "mtr-pairing.h"
#include "mtr-row-list.h"
#include "mtr-text-row.h"

#include <glib/gi18n-lib.h>

#define MAX_OUTCOMES 4

typedef struct {
  MtrKind     kind;
  MtrField    portfolio_id;
  MtrField    outcome;
  MtrField    author;
  MtrField    made_on;
  MtrField    text;
  gboolean    by_mentor;  /* it is for the mentor; else for whoever runs the programme */
  const char *limit;      /* untranslated: what it cannot do */
  const char *absent;     /* untranslated */
  const char *elsewhere;  /* untranslated: the verb for whoever it is not for */
  struct {
    const char *code;
    const char *title;    /* untranslated */
  } outcomes[MAX_OUTCOMES];
} Sort;

static const Sort sorts[] = {
  { MTR_KIND_RECOMMENDATION, MTR_RECOMMENDATION_PORTFOLIO_ID, MTR_RECOMMENDATION_OUTCOME, MTR_RECOMMENDATION_AUTHOR,
    MTR_RECOMMENDATION_MADE_ON, MTR_RECOMMENDATION_TEXT, TRUE,
    N_("The mentor recommends. The organisation decides."), N_("No recommendation yet"),
    N_("Write down what the mentor recommends"),
    { { "recommended", N_("Recommended") }, { "not-yet", N_("Not yet") } } },
  { MTR_KIND_DECISION, MTR_DECISION_PORTFOLIO_ID, MTR_DECISION_OUTCOME, MTR_DECISION_AUTHOR, MTR_DECISION_MADE_ON,
    MTR_DECISION_TEXT, FALSE,
    N_("A person decides. That everything asked for is here does not decide it."), N_("No decision yet"),
    N_("Write down what was decided"),
    { { "pass", N_("Pass") }, { "not-yet", N_("Not yet") }, { "not-passed", N_("Not passed") } } },
  { MTR_KIND_MODERATION, MTR_MODERATION_PORTFOLIO_ID, MTR_MODERATION_OUTCOME, MTR_MODERATION_AUTHOR,
    MTR_MODERATION_MADE_ON, MTR_MODERATION_TEXT, FALSE,
    N_("Moderation can ask questions. It does not change the decision."), N_("No moderation yet"),
    N_("Write down what the moderation said"),
    { { "confirmed", N_("Confirmed") }, { "query", N_("There is a question") } } },
};

struct _MtrOutcomePage {
  MtrPage              parent_instance;

  MtrPairingModel     *model;       /* (owned) */
  const Sort          *sort;        /* (unowned) */
  char                *shape;       /* (owned) (nullable): what the rows were made for */
  MtrRecordController *controller;  /* (owned) (nullable): of the record that is written */
  GPtrArray           *rows;        /* (owned) (element-type MtrFieldRow) */
  MtrRowList          *verbs;       /* (owned) (nullable) */
  gboolean             is_stored;   /* the record that is written has been seen in the store */
  gboolean             writing;     /* somebody writes down what was decided elsewhere, or another one */
  gboolean             focus_soon;

  GtkBox              *content;
  GtkWidget           *limit_label;
};

G_DEFINE_FINAL_TYPE (MtrOutcomePage, mtr_outcome_page, MTR_TYPE_PAGE)

static const Sort *
find_sort (MtrKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (sorts[i].kind == kind)
      return &sorts[i];

  g_return_val_if_reached (&sorts[0]);
}

static GPtrArray *
list_records (MtrPairingModel *model,
              const Sort      *sort)
{
  MtrRecord *portfolio = mtr_pairing_model_get_portfolio (model);

  return portfolio != NULL ? mtr_snapshot_list_where (mtr_pairing_model_get_snapshot (model), sort->kind,
                                                      sort->portfolio_id, mtr_record_get_id (portfolio))
                           : g_ptr_array_new ();
}

static const char *
get_outcome_title (const Sort *sort,
                   MtrRecord  *record)
{
  for (gsize i = 0; i < MAX_OUTCOMES && sort->outcomes[i].code != NULL; i++)
    if (mtr_record_text_is (record, sort->outcome, sort->outcomes[i].code))
      return _(sort->outcomes[i].title);

  return NULL;
}

static char *
dup_made_on (const Sort *sort,
             MtrRecord  *record)
{
  GDate date;

  return mtr_record_get_date (record, sort->made_on, &date) ? mtr_date_format (&date, MTR_DATE_STYLE_LONG) : NULL;
}

/**
 * mtr_outcome_page_dup_state:
 * @model: a pairing
 * @kind: %MTR_KIND_RECOMMENDATION, %MTR_KIND_DECISION or %MTR_KIND_MODERATION
 *
 * Returns: (transfer full): what the newest one says, by whom and when, in a line
 */
char *
mtr_outcome_page_dup_state (MtrPairingModel *model,
                            MtrKind          kind)
{
  const Sort *sort = find_sort (kind);
  g_autoptr (GPtrArray) records = list_records (model, sort);
  MtrRecord *record = records->len > 0 ? g_ptr_array_index (records, records->len - 1) : NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *on = NULL;
  const char *parts[3];

  if (record == NULL)
    return g_strdup (_(sort->absent));

  on = dup_made_on (sort, record);
  parts[0] = get_outcome_title (sort, record);
  parts[1] = mtr_record_get_name (record, sort->author);
  parts[2] = on;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", parts[i]);

  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : g_strdup (_("Begun"));
}

/* Decision and moderation are the organisation's: neither the mentor's nor the candidate's. */
static gboolean
is_mine (MtrOutcomePage *self)
{
  MtrRecord *pairing = mtr_pairing_model_get_pairing (self->model);
  gint64 owner = mtr_programme_get_owner_id (mtr_page_get_programme (MTR_PAGE (self)));

  if (self->sort->by_mentor)
    return owner != 0 && owner == mtr_record_get_number (pairing, MTR_PAIRING_MENTOR_ID);

  return !mtr_pairing_model_has_owner (self->model);
}

static GtkWidget *
add_group (MtrOutcomePage *self,
           const char     *title)
{
  GtkWidget *group = mtr_group_new (title, MTR_AUDIENCE_ASSESSMENT, mtr_pairing_model_get_pair_names (self->model),
                                    mtr_pairing_model_get_manager_name (self->model));

  gtk_box_append (self->content, group);

  return group;
}

static void
add_line (GtkWidget  *group,
          MtrField    field,
          const char *text)
{
  GtkWidget *row = mtr_text_row_new (mtr_field_get_label (field));

  mtr_text_row_set_text (MTR_TEXT_ROW (row), text, _("Not written"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_lines (MtrOutcomePage *self,
           MtrRecord      *record)
{
  const Sort *sort = self->sort;
  GtkWidget *group = add_group (self, mtr_kind_get_label (sort->kind));
  g_autofree char *on = dup_made_on (sort, record);

  add_line (group, sort->outcome, get_outcome_title (sort, record));
  add_line (group, sort->author, mtr_record_get_text (record, sort->author));
  add_line (group, sort->made_on, on);
  add_line (group, sort->text, mtr_record_get_text (record, sort->text));
}

/* A new one begins with what is known: by whom, where it is the owner's own, and today. */
static MtrRecordController *
make_unborn (MtrOutcomePage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  g_autoptr (MtrRecord) record = mtr_record_new (self->sort->kind, mtr_programme_new_id (programme));
  MtrRecord *mentor = mtr_pairing_model_get_mentor (self->model);
  g_autofree char *today_text = NULL;
  GDate today;

  mtr_programme_get_today (programme, &today);
  today_text = mtr_date_to_iso (&today);
  mtr_record_set_number (record, self->sort->portfolio_id,
                         mtr_record_get_id (mtr_pairing_model_get_portfolio (self->model)));
  mtr_record_set_text (record, self->sort->made_on, today_text);
  if (self->sort->by_mentor && mentor != NULL)
    mtr_record_set_text (record, self->sort->author, mtr_record_get_text (mentor, MTR_PERSON_NAME));

  return mtr_record_controller_new_unborn (programme, record, NULL, NULL);
}

static void
add_form (MtrOutcomePage *self,
          MtrRecord      *record)
{
  const Sort *sort = self->sort;
  const MtrField fields[] = { sort->outcome, sort->author, sort->made_on, sort->text };
  GtkWidget *group = add_group (self, mtr_kind_get_label (sort->kind));
  g_autofree char *readers = mtr_audience_describe_readers (MTR_AUDIENCE_ASSESSMENT,
                                                            mtr_pairing_model_get_pair_names (self->model),
                                                            mtr_pairing_model_get_manager_name (self->model));
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < MAX_OUTCOMES && sort->outcomes[i].code != NULL; i++)
    {
      MtrWord *word = g_new0 (MtrWord, 1);

      /* Borrowed: the row copies what it needs. */
      word->code = (char *) sort->outcomes[i].code;
      word->title = (char *) _(sort->outcomes[i].title);
      g_ptr_array_add (words, word);
    }

  self->is_stored = record != NULL;
  self->controller = record != NULL ? mtr_record_controller_new (mtr_page_get_programme (MTR_PAGE (self)), record)
                                    : make_unborn (self);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *row = fields[i] == sort->outcome ? mtr_field_row_new_choice (self->controller, fields[i], words)
                                                  : mtr_field_row_new (self->controller, fields[i]);

      mtr_field_row_set_readers (MTR_FIELD_ROW (row), readers);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
verb_cb (MtrOutcomePage *self,
         const char     *key)
{
  self->writing = TRUE;
  self->focus_soon = TRUE;
  mtr_page_refresh (MTR_PAGE (self));
}

static void
add_verbs (MtrOutcomePage *self,
           gboolean        mine,
           guint           n_records)
{
  GtkWidget *group = adw_preferences_group_new ();

  gtk_box_append (self->content, group);
  g_clear_object (&self->verbs);
  self->verbs = mtr_row_list_new (ADW_PREFERENCES_GROUP (group));
  mtr_row_list_begin (self->verbs);
  if (!mtr_pairing_model_can_write (self->model) || mtr_pairing_model_get_portfolio (self->model) == NULL)
    {
      if (n_records == 0)
        mtr_row_list_add (self->verbs, "none", _(self->sort->absent), NULL, NULL, "");
    }
  else if (!mine)
    {
      mtr_row_list_add (self->verbs, "write", _(self->sort->elsewhere),
                        _("As you were told it. The name of who made it stands beside it."), NULL, _("Write it down"));
    }
  else
    {
      mtr_row_list_add (self->verbs, "another", _("There is another one"),
                        _("After something was handed in again. The earlier one stays."), NULL, _("Add Another"));
    }
  mtr_row_list_end (self->verbs);
  mtr_row_list_set_narrow (self->verbs, mtr_page_get_narrow (MTR_PAGE (self)));
  g_signal_connect_object (self->verbs, "activated", G_CALLBACK (verb_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (group, mtr_row_list_count (self->verbs) > 0);
}

static void
build (MtrOutcomePage *self,
       GPtrArray      *records)
{
  gboolean mine = is_mine (self);
  gboolean writable = mtr_pairing_model_can_write (self->model) &&
                      mtr_pairing_model_get_portfolio (self->model) != NULL;
  /* One's own last one stays open to be finished; a new one comes below those that are there. */
  gboolean last_is_open = writable && mine && !self->writing && records->len > 0;
  GtkWidget *child;

  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->controller);
  while ((child = gtk_widget_get_next_sibling (self->limit_label)) != NULL)
    gtk_box_remove (self->content, child);

  for (guint i = 0; i < records->len; i++)
    if (last_is_open && i + 1 == records->len)
      add_form (self, g_ptr_array_index (records, i));
    else
      add_lines (self, g_ptr_array_index (records, i));
  if (writable && (self->writing || (mine && records->len == 0)))
    add_form (self, NULL);
  if (self->rows->len == 0 || last_is_open)
    add_verbs (self, mine, records->len);
}

static gboolean
has_focus (MtrOutcomePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
mtr_outcome_page_refresh (MtrPage *page)
{
  MtrOutcomePage *self = MTR_OUTCOME_PAGE (page);
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *shape = NULL;
  guint n_others;
  gboolean is_there = FALSE;
  gboolean had_focus;

  if (mtr_pairing_model_get_pairing (self->model) == NULL)
    return;

  records = list_records (self->model, self->sort);
  /* The one that is being written does not change the shape when it comes into the store. */
  n_others = records->len;
  for (guint i = 0; self->controller != NULL && i < records->len; i++)
    if (mtr_record_get_id (g_ptr_array_index (records, i)) ==
        mtr_record_get_id (mtr_record_controller_get_record (self->controller)))
      {
        mtr_record_controller_refresh (self->controller, g_ptr_array_index (records, i));
        is_there = TRUE;
        n_others--;
      }
  /* What was taken back is not written any more: its form goes with it. */
  if (self->controller != NULL && self->is_stored && !is_there)
    {
      self->writing = FALSE;
      g_clear_pointer (&self->shape, g_free);
    }
  self->is_stored = is_there;
  had_focus = has_focus (self);
  shape = g_strdup_printf ("%u %d %d", n_others, mtr_pairing_model_can_write (self->model), self->writing);
  if (g_strcmp0 (shape, self->shape) != 0)
    {
      build (self, records);
      g_free (self->shape);
      /* With the form open, the record in it is not one of the others. */
      self->shape = g_strdup_printf ("%u %d %d", records->len - (self->controller != NULL && records->len > 0 &&
                                                                 !mtr_record_controller_is_unborn (self->controller)),
                                     mtr_pairing_model_can_write (self->model), self->writing);
    }
  if (self->focus_soon && self->rows->len > 0)
    {
      self->focus_soon = FALSE;
      gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
    }
  else if (had_focus)
    {
      mtr_page_keep_focus (page);
    }
}

static void
refreshed_cb (MtrOutcomePage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    mtr_page_refresh (MTR_PAGE (self));
}

static gboolean
mtr_outcome_page_go_to (MtrPage  *page,
                        MtrKind   kind,
                        gint64    id,
                        MtrField  field)
{
  return kind == MTR_OUTCOME_PAGE (page)->sort->kind;
}

static void
mtr_outcome_page_leave (MtrPage *page)
{
  MtrOutcomePage *self = MTR_OUTCOME_PAGE (page);

  if (self->controller != NULL)
    mtr_record_controller_flush (self->controller);
}

static void
narrow_cb (MtrOutcomePage *self)
{
  if (self->verbs != NULL)
    mtr_row_list_set_narrow (self->verbs, mtr_page_get_narrow (MTR_PAGE (self)));
}

static void
mtr_outcome_page_dispose (GObject *object)
{
  MtrOutcomePage *self = MTR_OUTCOME_PAGE (object);

  g_clear_object (&self->controller);
  g_clear_object (&self->verbs);
  g_clear_object (&self->model);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shape, g_free);

  G_OBJECT_CLASS (mtr_outcome_page_parent_class)->dispose (object);
}

static void
mtr_outcome_page_class_init (MtrOutcomePageClass *klass)
{
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_outcome_page_dispose;
  page_class->refresh = mtr_outcome_page_refresh;
  page_class->go_to = mtr_outcome_page_go_to;
  page_class->leave = mtr_outcome_page_leave;
}

static GtkWidget *
make_line (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);

  return label;
}

static void
mtr_outcome_page_init (MtrOutcomePage *self)
{
  GtkWidget *purpose = make_line (_("Assessment: goes into the portfolio"));

  self->rows = g_ptr_array_new ();
  self->content = mtr_page_add_content (MTR_PAGE (self), 720);
  self->limit_label = make_line ("");
  gtk_widget_add_css_class (purpose, "dim-label");
  gtk_widget_add_css_class (self->limit_label, "heading");
  gtk_box_append (self->content, purpose);
  gtk_box_append (self->content, self->limit_label);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
}

/**
 * mtr_outcome_page_new:
 * @model: the pairing
 * @kind: %MTR_KIND_RECOMMENDATION, %MTR_KIND_DECISION or %MTR_KIND_MODERATION
 *
 * Returns: (transfer floating): the page of these records of the portfolio
 */
MtrPage *
mtr_outcome_page_new (MtrPairingModel *model,
                      MtrKind          kind)
{
  MtrOutcomePage *self = g_object_new (MTR_TYPE_OUTCOME_PAGE, NULL);

  self->model = g_object_ref (model);
  self->sort = find_sort (kind);
  gtk_label_set_text (GTK_LABEL (self->limit_label), _(self->sort->limit));
  mtr_page_set_title (MTR_PAGE (self), mtr_kind_get_label (kind));
  mtr_page_set_programme (MTR_PAGE (self), mtr_pairing_model_get_programme (model));
  g_signal_connect_object (model, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
