/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Going deeper into a session: the questions of the pack, where it comes from,
 * feedback with the other's reply apart, the areas that were touched, and how
 * somebody really is. All of it is optional, and none of it is counted.
 */

#include "mtr-session-deeper.h"

#include "mtr-audience-button.h"
#include "mtr-chips.h"
#include "mtr-field-row.h"
#include "mtr-row-list.h"

#include <glib/gi18n-lib.h>

struct _MtrSessionDeeper {
  AdwBin            parent_instance;

  MtrPairingModel  *model;          /* (owned) */
  gint64            session_id;
  MtrSessionForm   *form;           /* not owned (nullable): beside this on the page */
  GSettings        *settings;       /* (owned) */
  GPtrArray        *answers;        /* (owned) (element-type MtrRecordController): one for each question */
  GPtrArray        *rows;           /* (owned) (element-type MtrFieldRow): not owned */
  MtrRowList       *facts;          /* (owned) (nullable): where nothing can be written */
  MtrRowList       *worry;          /* (owned) */
  MtrChips         *areas;          /* (nullable) */

  GtkExpander      *expander;
  GtkBox           *box;
  AdwPreferencesGroup *worry_group;
  AdwPreferencesGroup *facts_group;
};

G_DEFINE_FINAL_TYPE (MtrSessionDeeper, mtr_session_deeper, ADW_TYPE_BIN)

/* What is written about a session itself, in groups; a group begins with its heading. */
static const struct {
  MtrField    field;
  const char *heading;  /* (nullable) untranslated */
  const char *prompt;   /* (nullable) untranslated */
} texts[] = {
  { MTR_SESSION_KNOWLEDGE, N_("Knowledge"), N_("Theory, law, research, experience: a word is enough to find it again.") },
  { MTR_SESSION_FEEDBACK_SEEN, N_("Feedback given"), NULL },
  { MTR_SESSION_FEEDBACK_EFFECT, NULL, NULL },
  { MTR_SESSION_FEEDBACK_NEXT, NULL, NULL },
  { MTR_SESSION_FEEDBACK_REPLY, N_("The reply"), N_("In the words of whoever got the feedback.") },
  { MTR_SESSION_INTRODUCTIONS, N_("Introductions made"), N_("Who was brought together with whom, and what for.") },
};

static MtrRecord *
get_session (MtrSessionDeeper *self)
{
  return self->form != NULL ? mtr_session_form_get_session (self->form)
                            : mtr_snapshot_get (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_SESSION,
                                                self->session_id);
}

static AdwPreferencesGroup *
add_group (MtrSessionDeeper *self,
           const char       *title)
{
  GtkWidget *group = mtr_group_new (title, MTR_AUDIENCE_PAIR, mtr_pairing_model_get_pair_names (self->model), NULL);

  gtk_box_append (self->box, group);

  return ADW_PREFERENCES_GROUP (group);
}

static GtkWidget *
add_row (MtrSessionDeeper    *self,
         AdwPreferencesGroup *group,
         GtkWidget           *row)
{
  g_autofree char *readers = mtr_audience_describe_readers (MTR_AUDIENCE_PAIR,
                                                            mtr_pairing_model_get_pair_names (self->model), NULL);

  mtr_field_row_set_readers (MTR_FIELD_ROW (row), readers);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);

  return row;
}

/* ---- The questions --------------------------------------------------------------------- */

static MtrRecord *
find_answer (MtrSessionDeeper *self,
             const char       *prompt)
{
  g_autoptr (GPtrArray) answers = mtr_snapshot_list_where (mtr_pairing_model_get_snapshot (self->model),
                                                           MTR_KIND_SESSION_ANSWER, MTR_SESSION_ANSWER_SESSION_ID,
                                                           self->session_id);

  for (guint i = 0; i < answers->len; i++)
    if (mtr_record_text_is (g_ptr_array_index (answers, i), MTR_SESSION_ANSWER_PROMPT, prompt))
      return g_ptr_array_index (answers, i);

  return NULL;
}

/* An answer belongs to a session: that has to be in the store first. */
static void
answered_cb (MtrSessionDeeper *self)
{
  mtr_session_form_begin (self->form);
}

static MtrRecordController *
make_answer (MtrSessionDeeper *self,
             const char       *prompt)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (self->model);
  MtrRecord *stored = find_answer (self, prompt);
  MtrRecordController *controller;

  if (stored != NULL)
    {
      controller = mtr_record_controller_new (programme, stored);
    }
  else
    {
      g_autoptr (MtrRecord) answer = mtr_record_new (MTR_KIND_SESSION_ANSWER, mtr_programme_new_id (programme));

      mtr_record_set_number (answer, MTR_SESSION_ANSWER_SESSION_ID, self->session_id);
      mtr_record_set_text (answer, MTR_SESSION_ANSWER_PROMPT, prompt);
      controller = mtr_record_controller_new_unborn (programme, answer, NULL, NULL);
    }
  g_signal_connect_object (controller, "value-changed", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);

  return controller;
}

static void
add_questions (MtrSessionDeeper *self)
{
  GPtrArray *prompts = mtr_pack_get_words (mtr_pairing_model_get_pack (self->model), MTR_WORDS_PROMPTS);
  AdwPreferencesGroup *group;

  if (prompts->len == 0)
    return;

  group = add_group (self, _("Questions"));
  for (guint i = 0; i < prompts->len; i++)
    {
      const MtrWord *prompt = g_ptr_array_index (prompts, i);
      MtrRecordController *controller = make_answer (self, prompt->code);
      GtkWidget *row = mtr_field_row_new (controller, MTR_SESSION_ANSWER_TEXT);

      g_ptr_array_add (self->answers, controller);
      mtr_field_row_describe (MTR_FIELD_ROW (row), prompt);
      add_row (self, group, row);
    }
}

static void
add_texts (MtrSessionDeeper *self)
{
  AdwPreferencesGroup *group = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *row = mtr_field_row_new (mtr_session_form_get_controller (self->form), texts[i].field);

      if (texts[i].heading != NULL)
        group = add_group (self, _(texts[i].heading));
      if (texts[i].prompt != NULL)
        mtr_field_row_set_prompt (MTR_FIELD_ROW (row), _(texts[i].prompt));
      add_row (self, group, row);
    }
}

/* ---- Areas ------------------------------------------------------------------------------- */

static void
area_toggled_cb (MtrSessionDeeper *self)
{
  g_autoptr (GPtrArray) active = mtr_chips_list_active (self->areas);
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < active->len; i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? " " : "", (char *) g_ptr_array_index (active, i));
  mtr_record_controller_type (mtr_session_form_get_controller (self->form), MTR_SESSION_AREAS, codes->str);
  mtr_session_form_begin (self->form);
}

static void
show_areas (MtrSessionDeeper *self)
{
  const char *codes = mtr_record_get_text (get_session (self), MTR_SESSION_AREAS);
  g_auto (GStrv) touched = g_strsplit (codes != NULL ? codes : "", " ", -1);
  GPtrArray *areas = mtr_pack_get_areas (mtr_pairing_model_get_pack (self->model));

  for (guint i = 0; self->areas != NULL && i < areas->len; i++)
    {
      const MtrStandard *area = g_ptr_array_index (areas, i);

      mtr_chips_set_active (self->areas, area->code, g_strv_contains ((const char * const *) touched, area->code));
    }
}

static void
add_areas (MtrSessionDeeper *self)
{
  GPtrArray *areas = mtr_pack_get_areas (mtr_pairing_model_get_pack (self->model));
  AdwPreferencesGroup *group;

  if (areas->len == 0)
    return;

  group = add_group (self, _("Areas touched"));
  self->areas = MTR_CHIPS (mtr_chips_new (_("Areas touched")));
  gtk_widget_add_css_class (GTK_WIDGET (self->areas), "card");
  mtr_chips_set_columns (self->areas, 1);
  for (guint i = 0; i < areas->len; i++)
    {
      const MtrStandard *area = g_ptr_array_index (areas, i);
      g_autofree char *title = g_strdup_printf ("%s %s", area->code, area->title);

      mtr_chips_add (self->areas, area->code, title, NULL);
    }
  g_signal_connect_object (self->areas, "toggled", G_CALLBACK (area_toggled_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, GTK_WIDGET (self->areas));
}

/* ---- How are you? -------------------------------------------------------------------------- */

static const char *
get_limits (MtrSessionDeeper *self)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  const char *limits = NULL;
  gint64 version = -1;

  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_AGREEMENT); i++)
    {
      MtrRecord *agreement = mtr_snapshot_nth (snapshot, MTR_KIND_AGREEMENT, i);

      if (mtr_record_get_number (agreement, MTR_AGREEMENT_PAIRING_ID) == mtr_pairing_model_get_id (self->model) &&
          mtr_record_is_set (agreement, MTR_AGREEMENT_SEALED_AT) &&
          mtr_record_get_number (agreement, MTR_AGREEMENT_VERSION) > version)
        {
          version = mtr_record_get_number (agreement, MTR_AGREEMENT_VERSION);
          limits = mtr_record_get_text (agreement, MTR_AGREEMENT_LIMITS);
        }
    }

  return limits;
}

/* The worst of the words opens what to do: the agreed limits, and whom to ring. */
static void
show_worry (MtrSessionDeeper *self)
{
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  GPtrArray *steps = mtr_pack_get_words (pack, MTR_WORDS_WORRY);
  MtrRecord *session = get_session (self);
  const MtrWord *word = mtr_pack_find_word (pack, MTR_WORDS_WELLBEING,
                                            session != NULL ? mtr_record_get_text (session, MTR_SESSION_WELLBEING) : NULL);
  gboolean worried = word != NULL && word->flag;
  const char *limits = get_limits (self);

  mtr_row_list_begin (self->worry);
  for (guint i = 0; worried && i < steps->len; i++)
    {
      const MtrWord *step = g_ptr_array_index (steps, i);

      mtr_row_list_add (self->worry, step->code, step->title, step->description, NULL, "");
    }
  if (worried && limits != NULL)
    mtr_row_list_add (self->worry, "-limits", _("What you agreed does not stay between you"), limits, NULL, "");
  mtr_row_list_end (self->worry);
  gtk_widget_set_visible (GTK_WIDGET (self->worry_group), worried && mtr_row_list_count (self->worry) > 0);
}

static void
add_wellbeing (MtrSessionDeeper *self)
{
  GPtrArray *words = mtr_pack_get_words (mtr_pairing_model_get_pack (self->model), MTR_WORDS_WELLBEING);
  MtrRecordController *controller = mtr_session_form_get_controller (self->form);
  AdwPreferencesGroup *group;

  if (words->len == 0)
    return;

  group = add_group (self, _("How are you, really?"));
  adw_preferences_group_set_description (group, _("Never counted, and never in a report."));
  add_row (self, group, mtr_field_row_new_choice (controller, MTR_SESSION_WELLBEING, words));
  add_row (self, group, mtr_field_row_new (controller, MTR_SESSION_WELLBEING_TEXT));
}

static void
value_changed_cb (MtrSessionDeeper *self,
                  int               field)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (field == MTR_SESSION_WELLBEING)
    show_worry (self);
  /* Only what is written here begins the session; what undo brings back does not. */
  if (field != MTR_SESSION_STATE && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    mtr_session_form_begin (self->form);
}

/* ---- Where nothing can be written ------------------------------------------------------------ */

static void
add_fact (MtrSessionDeeper *self,
          const char       *key,
          const char       *title,
          const char       *text)
{
  if (text != NULL)
    mtr_row_list_add (self->facts, key, title, text, NULL, "");
}

static void
show_facts (MtrSessionDeeper *self)
{
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  GPtrArray *prompts = mtr_pack_get_words (pack, MTR_WORDS_PROMPTS);
  MtrRecord *session = get_session (self);
  const MtrWord *wellbeing;

  if (session == NULL)
    return;

  wellbeing = mtr_pack_find_word (pack, MTR_WORDS_WELLBEING, mtr_record_get_text (session, MTR_SESSION_WELLBEING));
  mtr_row_list_begin (self->facts);
  for (guint i = 0; i < prompts->len; i++)
    {
      const MtrWord *prompt = g_ptr_array_index (prompts, i);
      MtrRecord *answer = find_answer (self, prompt->code);

      add_fact (self, prompt->code, prompt->title,
                answer != NULL ? mtr_record_get_text (answer, MTR_SESSION_ANSWER_TEXT) : NULL);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    add_fact (self, mtr_field_get_info (texts[i].field)->column, mtr_field_get_label (texts[i].field),
              mtr_record_get_text (session, texts[i].field));
  add_fact (self, "areas", mtr_field_get_label (MTR_SESSION_AREAS), mtr_record_get_text (session, MTR_SESSION_AREAS));
  add_fact (self, "wellbeing", mtr_field_get_label (MTR_SESSION_WELLBEING),
            wellbeing != NULL ? wellbeing->title : NULL);
  add_fact (self, "wellbeing_text", mtr_field_get_label (MTR_SESSION_WELLBEING_TEXT),
            mtr_record_get_text (session, MTR_SESSION_WELLBEING_TEXT));
  mtr_row_list_end (self->facts);
  gtk_widget_set_visible (GTK_WIDGET (self->facts_group), mtr_row_list_count (self->facts) > 0);
}

/* ---- Making it -------------------------------------------------------------------------------- */

static void
mtr_session_deeper_dispose (GObject *object)
{
  MtrSessionDeeper *self = MTR_SESSION_DEEPER (object);

  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->facts);
  g_clear_object (&self->worry);
  g_clear_object (&self->settings);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_session_deeper_parent_class)->dispose (object);
}

static void
mtr_session_deeper_class_init (MtrSessionDeeperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_session_deeper_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-session-deeper.ui");
  gtk_widget_class_bind_template_child (widget_class, MtrSessionDeeper, expander);
  gtk_widget_class_bind_template_child (widget_class, MtrSessionDeeper, box);
  gtk_widget_class_bind_template_child (widget_class, MtrSessionDeeper, worry_group);
  gtk_widget_class_bind_template_child (widget_class, MtrSessionDeeper, facts_group);
}

static void
mtr_session_deeper_init (MtrSessionDeeper *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new ("com.example.Mentoring");
  self->answers = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new ();
  self->facts = mtr_row_list_new (self->facts_group);
  self->worry = mtr_row_list_new (self->worry_group);
}

/**
 * mtr_session_deeper_new:
 * @model: the pairing
 * @session_id: the session
 * @form: (nullable): the form of the session, which lives as long; %NULL where nothing can be written
 *
 * Returns: (transfer floating): what is folded below the form
 */
GtkWidget *
mtr_session_deeper_new (MtrPairingModel *model,
                        gint64           session_id,
                        MtrSessionForm  *form)
{
  MtrSessionDeeper *self = g_object_new (MTR_TYPE_SESSION_DEEPER, NULL);

  self->model = g_object_ref (model);
  self->session_id = session_id;
  self->form = form;
  gtk_widget_set_visible (GTK_WIDGET (self->expander), form != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->facts_group), form == NULL);
  if (form != NULL)
    {
      g_settings_bind (self->settings, "diary-go-deeper", self->expander, "expanded", G_SETTINGS_BIND_DEFAULT);
      add_questions (self);
      add_texts (self);
      add_areas (self);
      add_wellbeing (self);
      gtk_box_reorder_child_after (self->box, GTK_WIDGET (self->worry_group), gtk_widget_get_last_child (GTK_WIDGET (self->box)));
      g_signal_connect_object (mtr_session_form_get_controller (form), "value-changed", G_CALLBACK (value_changed_cb),
                               self, G_CONNECT_SWAPPED);
      show_areas (self);
    }
  show_worry (self);

  return GTK_WIDGET (self);
}

/**
 * mtr_session_deeper_refresh:
 * @self: what is folded
 *
 * Shows what is in the store now.
 */
void
mtr_session_deeper_refresh (MtrSessionDeeper *self)
{
  if (self->form == NULL)
    {
      show_facts (self);
      return;
    }

  for (guint i = 0; i < self->answers->len; i++)
    {
      MtrRecordController *controller = g_ptr_array_index (self->answers, i);
      MtrRecord *stored = mtr_snapshot_get (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_SESSION_ANSWER,
                                            mtr_record_get_id (mtr_record_controller_get_record (controller)));

      if (stored != NULL)
        mtr_record_controller_refresh (controller, stored);
    }
  show_areas (self);
  show_worry (self);
}

/**
 * mtr_session_deeper_go_to:
 * @self: what is folded
 * @kind: what kind of record
 * @id: the record
 * @field: where to put the cursor
 *
 * Returns: whether it is in here; it is unfolded then
 */
gboolean
mtr_session_deeper_go_to (MtrSessionDeeper *self,
                          MtrKind           kind,
                          gint64            id,
                          MtrField          field)
{
  GtkWidget *target = NULL;

  for (guint i = 0; kind == MTR_KIND_SESSION_ANSWER && i < self->answers->len; i++)
    if (mtr_record_get_id (mtr_record_controller_get_record (g_ptr_array_index (self->answers, i))) == id)
      target = g_ptr_array_index (self->rows, i);
  for (guint i = 0; kind == MTR_KIND_SESSION && i < self->rows->len; i++)
    if (mtr_field_row_get_field (g_ptr_array_index (self->rows, i)) == field)
      target = g_ptr_array_index (self->rows, i);
  if (field == MTR_SESSION_AREAS && self->areas != NULL)
    target = GTK_WIDGET (self->areas);
  if (target == NULL)
    return FALSE;

  gtk_expander_set_expanded (self->expander, TRUE);
  gtk_widget_grab_focus (target);

  return TRUE;
}

/**
 * mtr_session_deeper_flush:
 * @self: what is folded
 *
 * Writes at once what is typed.
 */
void
mtr_session_deeper_flush (MtrSessionDeeper *self)
{
  for (guint i = 0; i < self->answers->len; i++)
    mtr_record_controller_flush (g_ptr_array_index (self->answers, i));
}
