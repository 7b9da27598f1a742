/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fourth step of an observation: what was seen, strengths, what to
 * develop, what was noticed by theme, and the areas shown, each with its
 * reason. All of it is the observer's alone until it is passed on. A type that
 * is not judged shows no judgement at all.
 */

#include "mtr-feedback-form.h"

#include "mtr-accessible.h"
#include "mtr-codes-row.h"
#include "mtr-field-row.h"
#include "mtr-observation-words.h"

#include <glib/gi18n-lib.h>

struct _MtrFeedbackForm {
  MtrObservationForm  parent_instance;

  gboolean            passed;        /* whether the drafts have become the record */
  GtkWidget          *times_group;
  GtkWidget          *themes;        /* (nullable): the expander */
  GtkWidget          *areas_row;
  GtkWidget          *areas_group;
  GHashTable         *reasons;       /* (owned): code of an area → its row, not owned */
};

G_DEFINE_FINAL_TYPE (MtrFeedbackForm, mtr_feedback_form, MTR_TYPE_OBSERVATION_FORM)

static MtrAudience
get_audience (MtrFeedbackForm *self)
{
  return self->passed ? MTR_AUDIENCE_ASSESSMENT : MTR_AUDIENCE_MINE;
}

static MtrField
get_written_field (MtrFeedbackForm *self,
                   MtrField         field)
{
  return self->passed ? field : mtr_field_get_draft (field);
}

static void
add_account (MtrFeedbackForm *self)
{
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);
  static const MtrField fields[] = { MTR_OBSERVATION_ACCOUNT, MTR_OBSERVATION_STRENGTHS, MTR_OBSERVATION_TO_DEVELOP };
  GtkWidget *group = mtr_observation_form_add_group (form, NULL, get_audience (self));

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    mtr_observation_form_add_field (form, group, get_written_field (self, fields[i]));
}

/* ---- Themes --------------------------------------------------------------- */

static MtrRecordController *
make_theme_controller (MtrFeedbackForm *self,
                       const char      *code)
{
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (mtr_observation_form_get_model (form));
  MtrProgramme *programme = mtr_observation_form_get_programme (form);
  g_autoptr (GPtrArray) themes = mtr_snapshot_list_where (snapshot, MTR_KIND_OBSERVATION_THEME,
                                                          MTR_OBSERVATION_THEME_OBSERVATION_ID,
                                                          mtr_observation_form_get_id (form));
  g_autoptr (MtrRecord) theme = NULL;

  for (guint i = 0; i < themes->len; i++)
    if (mtr_record_text_is (g_ptr_array_index (themes, i), MTR_OBSERVATION_THEME_THEME, code))
      return mtr_observation_form_take_child (form, mtr_record_controller_new (programme,
                                                                               g_ptr_array_index (themes, i)));

  theme = mtr_record_new (MTR_KIND_OBSERVATION_THEME, mtr_programme_new_id (programme));
  mtr_record_set_number (theme, MTR_OBSERVATION_THEME_OBSERVATION_ID, mtr_observation_form_get_id (form));
  mtr_record_set_text (theme, MTR_OBSERVATION_THEME_THEME, code);

  return mtr_observation_form_take_child (form, mtr_record_controller_new_unborn (programme, theme, NULL, NULL));
}

static void
add_themes (MtrFeedbackForm *self)
{
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);
  GPtrArray *words = mtr_pack_get_words (mtr_observation_form_get_pack (form), MTR_WORDS_THEMES);
  MtrField field = get_written_field (self, MTR_OBSERVATION_THEME_TEXT);
  GtkWidget *group;

  if (words == NULL || words->len == 0)
    return;

  self->themes = gtk_expander_new ("");
  gtk_box_append (GTK_BOX (self), self->themes);
  group = mtr_observation_form_add_group (form, NULL, get_audience (self));
  g_object_ref (group);
  gtk_box_remove (GTK_BOX (self), group);
  gtk_expander_set_child (GTK_EXPANDER (self->themes), group);
  g_object_unref (group);
  gtk_widget_set_margin_top (group, 6);
  for (guint i = 0; i < words->len; i++)
    {
      const MtrWord *word = g_ptr_array_index (words, i);
      MtrRecordController *controller = make_theme_controller (self, word->code);
      GtkWidget *row = mtr_field_row_new (controller, field);

      mtr_field_row_describe (MTR_FIELD_ROW (row), word);
      mtr_observation_form_add_row (form, group, row, field,
                                    mtr_record_get_id (mtr_record_controller_get_record (controller)));
      g_signal_connect_object (controller, "value-changed", G_CALLBACK (mtr_observation_form_refresh), self,
                               G_CONNECT_SWAPPED);
    }
}

static guint
count_written_themes (MtrFeedbackForm *self,
                      guint           *n_themes)
{
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);
  GPtrArray *words = mtr_pack_get_words (mtr_observation_form_get_pack (form), MTR_WORDS_THEMES);
  g_autoptr (MtrSnapshot) current = mtr_observation_form_dup_current (form);
  g_autoptr (GPtrArray) themes = mtr_snapshot_list_where (current, MTR_KIND_OBSERVATION_THEME,
                                                          MTR_OBSERVATION_THEME_OBSERVATION_ID,
                                                          mtr_observation_form_get_id (form));
  guint n_written = 0;

  for (guint i = 0; i < themes->len; i++)
    n_written += mtr_record_is_set (g_ptr_array_index (themes, i), MTR_OBSERVATION_THEME_TEXT) ||
                 mtr_record_is_set (g_ptr_array_index (themes, i), MTR_OBSERVATION_THEME_DRAFT_TEXT);
  *n_themes = words->len;

  return n_written;
}

/* ---- Areas ---------------------------------------------------------------- */

static GPtrArray *
list_stored_areas (MtrFeedbackForm *self)
{
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);

  return mtr_snapshot_list_where (mtr_pairing_model_get_snapshot (mtr_observation_form_get_model (form)),
                                  MTR_KIND_OBSERVATION_AREA, MTR_OBSERVATION_AREA_OBSERVATION_ID,
                                  mtr_observation_form_get_id (form));
}

static MtrRecord *
find_stored_area (GPtrArray  *areas,
                  const char *code)
{
  for (guint i = 0; i < areas->len; i++)
    if (mtr_record_text_is (g_ptr_array_index (areas, i), MTR_OBSERVATION_AREA_STANDARD, code))
      return g_ptr_array_index (areas, i);

  return NULL;
}

static void
area_toggled_cb (MtrFeedbackForm *self,
                 const char      *code,
                 gboolean         ticked)
{
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);
  MtrProgramme *programme = mtr_observation_form_get_programme (form);
  g_autoptr (GPtrArray) areas = list_stored_areas (self);
  MtrRecord *stored = find_stored_area (areas, code);
  /* Translators: %s is the code of an area. */
  g_autofree char *label = g_strdup_printf (ticked ? _("add area %s to the feedback") : _("take area %s out of the feedback"),
                                            code);
  MtrChange *change;

  if ((stored != NULL) == ticked)
    return;

  change = mtr_change_new (label);
  if (ticked)
    {
      MtrRecord *area = mtr_record_new (MTR_KIND_OBSERVATION_AREA, mtr_programme_new_id (programme));

      mtr_record_set_number (area, MTR_OBSERVATION_AREA_OBSERVATION_ID, mtr_observation_form_get_id (form));
      mtr_record_set_text (area, MTR_OBSERVATION_AREA_STANDARD, code);
      mtr_change_insert (change, area);
      mtr_observation_form_act (form, change, NULL);
    }
  else
    {
      /* Translators: %s is the code of an area. */
      g_autofree char *done = g_strdup_printf (_("Area %s taken out. Ctrl+Z brings it back, with its reason"), code);

      mtr_change_delete (change, MTR_KIND_OBSERVATION_AREA, mtr_record_get_id (stored));
      mtr_observation_form_act (form, change, done);
    }
}

/* How often the notes of this observation were tagged with the area or one of its statements. */
static guint
count_tags (MtrFeedbackForm *self,
            const char      *area)
{
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);
  MtrPack *pack = mtr_observation_form_get_pack (form);
  g_autoptr (GPtrArray) notes = mtr_snapshot_list_where (
    mtr_pairing_model_get_snapshot (mtr_observation_form_get_model (form)), MTR_KIND_OBSERVATION_NOTE,
    MTR_OBSERVATION_NOTE_OBSERVATION_ID, mtr_observation_form_get_id (form));
  guint n_tags = 0;

  for (guint i = 0; i < notes->len; i++)
    {
      const char *standards = mtr_record_get_text (g_ptr_array_index (notes, i), MTR_OBSERVATION_NOTE_STANDARDS);
      g_auto (GStrv) codes = g_strsplit (standards != NULL ? standards : "", " ", -1);

      for (char **code = codes; *code != NULL; code++)
        {
          const MtrStandard *standard = mtr_pack_find_standard (pack, *code);

          if (standard != NULL && g_str_equal (standard->area, area))
            {
              n_tags++;
              break;
            }
        }
    }

  return n_tags;
}

static void
add_areas (MtrFeedbackForm *self)
{
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);
  GPtrArray *areas = mtr_pack_get_areas (mtr_observation_form_get_pack (form));

  if (areas->len == 0)
    return;

  self->areas_group = mtr_observation_form_add_group (form, _("Areas shown"), get_audience (self));
  self->areas_row = mtr_codes_row_new (_("Which areas did you see?"), _("Each needs a reason: why does this show it?"));
  for (guint i = 0; i < areas->len; i++)
    {
      const MtrStandard *area = g_ptr_array_index (areas, i);
      guint n_tags = count_tags (self, area->code);
      g_autofree char *name = g_strdup_printf ("%s %s", area->code, area->title);
      /* Translators: the first %s is the name of an area. */
      g_autofree char *tagged = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s (%u of your notes)",
                                                              "%s (%u of your notes)", n_tags), name, n_tags);

      mtr_codes_row_add (MTR_CODES_ROW (self->areas_row), area->code, n_tags > 0 ? tagged : name);
    }
  g_signal_connect_object (self->areas_row, "toggled", G_CALLBACK (area_toggled_cb), self, G_CONNECT_SWAPPED);
  mtr_observation_form_add_row (form, self->areas_group, self->areas_row, MTR_FIELD_NONE, 0);
}

static void
add_reason (MtrFeedbackForm *self,
            MtrRecord       *stored,
            const char      *code)
{
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);
  MtrField field = get_written_field (self, MTR_OBSERVATION_AREA_RATIONALE);
  MtrRecordController *controller = mtr_observation_form_take_child (
    form, mtr_record_controller_new (mtr_observation_form_get_programme (form), stored));
  GtkWidget *row = mtr_field_row_new (controller, field);
  g_autofree char *title = mtr_observation_words_dup_standard (mtr_observation_form_get_pack (form), code);

  mtr_field_row_set_title (MTR_FIELD_ROW (row), title);
  mtr_field_row_set_prompt (MTR_FIELD_ROW (row), _("Why does what you saw show this?"));
  mtr_observation_form_add_row (form, self->areas_group, row, field, mtr_record_get_id (stored));
  g_hash_table_insert (self->reasons, g_strdup (code), row);
}

/* A row for each area that is shown. */
static void
refresh_areas (MtrFeedbackForm *self)
{
  g_autoptr (GPtrArray) stored = list_stored_areas (self);
  g_autoptr (GString) codes = g_string_new (NULL);
  GPtrArray *areas = mtr_pack_get_areas (mtr_observation_form_get_pack (MTR_OBSERVATION_FORM (self)));

  if (self->areas_group == NULL)
    return;

  for (guint i = 0; i < areas->len; i++)
    {
      const MtrStandard *area = g_ptr_array_index (areas, i);
      MtrRecord *record = find_stored_area (stored, area->code);
      GtkWidget *row = g_hash_table_lookup (self->reasons, area->code);

      if (record != NULL)
        g_string_append_printf (codes, "%s%s", codes->len > 0 ? " " : "", area->code);
      if (record != NULL && row == NULL)
        {
          add_reason (self, record, area->code);
        }
      else if (record == NULL && row != NULL)
        {
          g_hash_table_remove (self->reasons, area->code);
          mtr_observation_form_remove_row (MTR_OBSERVATION_FORM (self), self->areas_group, row);
        }
    }
  mtr_codes_row_set_codes (MTR_CODES_ROW (self->areas_row), codes->str);
}

/* ---- The whole ------------------------------------------------------------ */

static void
add_giving (MtrFeedbackForm *self)
{
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);
  MtrPack *pack = mtr_observation_form_get_pack (form);
  MtrRecordController *controller = mtr_observation_form_get_controller (form);
  const char *code = mtr_record_get_text (mtr_observation_form_get_record (form), MTR_OBSERVATION_TYPE);
  const MtrObservationType *type = mtr_pack_find_observation_type (pack, code);
  g_autoptr (GPtrArray) ways = mtr_observation_words_list_choices (MTR_OBSERVATION_FEEDBACK_HOW);
  GtkWidget *group;
  GtkWidget *row;

  if (type != NULL && type->judged)
    {
      MtrField field = get_written_field (self, MTR_OBSERVATION_JUDGEMENT);

      group = mtr_observation_form_add_group (form, NULL, get_audience (self));
      row = mtr_field_row_new_choice (controller, field, mtr_pack_get_words (pack, MTR_WORDS_JUDGEMENTS));
      mtr_field_row_describe (MTR_FIELD_ROW (row), mtr_pack_find_word (pack, MTR_WORDS_OBSERVATION, "judgement"));
      mtr_observation_form_add_row (form, group, row, field, 0);
    }

  group = mtr_observation_form_add_group (form, _("Giving it"), MTR_AUDIENCE_PROGRAMME);
  mtr_observation_form_add_field (form, group, MTR_OBSERVATION_FEEDBACK_GIVEN_ON);
  group = mtr_observation_form_add_group (form, NULL, MTR_AUDIENCE_ASSESSMENT);
  mtr_observation_form_add_row (form, group,
                                mtr_field_row_new_choice (controller, MTR_OBSERVATION_FEEDBACK_HOW, ways),
                                MTR_OBSERVATION_FEEDBACK_HOW, 0);
}

static void
pass_cb (MtrFeedbackForm *self)
{
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);
  g_autofree char *now = mtr_programme_now (mtr_observation_form_get_programme (form));
  g_autoptr (MtrSnapshot) current = NULL;
  /* Translators: %s is a person. */
  g_autofree char *done = g_strdup_printf (_("Passed to %s, who can read it and reflect on it now."),
                                           mtr_observation_form_get_name (form, MTR_OBSERVATION_OBSERVED_ID));

  if (mtr_observation_form_refuse (form, MTR_OBSERVATION_STEP_FEEDBACK))
    return;

  current = mtr_observation_form_dup_current (form);
  if (mtr_observation_form_act (form,
                                mtr_observation_pass_feedback_on (current, mtr_observation_form_get_record (form), now),
                                done))
    mtr_observation_form_finish (form);
}

static void
mtr_feedback_form_build (MtrObservationForm *form)
{
  MtrFeedbackForm *self = MTR_FEEDBACK_FORM (form);
  MtrRecord *record = mtr_observation_form_get_record (form);
  /* Translators: a button; %s is a person. */
  g_autofree char *pass = g_strdup_printf (_("Pass to %s"),
                                           mtr_observation_form_get_name (form, MTR_OBSERVATION_OBSERVED_ID));

  self->passed = mtr_record_is_set (record, MTR_OBSERVATION_FEEDBACK_PASSED_AT);
  if (!mtr_record_is_set (record, MTR_OBSERVATION_STARTED_TIME) ||
      !mtr_record_is_set (record, MTR_OBSERVATION_ENDED_TIME))
    {
      self->times_group = mtr_observation_form_add_group (form, _("When it was"), MTR_AUDIENCE_PROGRAMME);
      mtr_observation_form_add_field (form, self->times_group, MTR_OBSERVATION_STARTED_TIME);
      mtr_observation_form_add_field (form, self->times_group, MTR_OBSERVATION_ENDED_TIME);
    }
  add_account (self);
  add_themes (self);
  add_areas (self);
  add_giving (self);
  if (!self->passed)
    mtr_observation_form_add_button (form, pass, TRUE, G_CALLBACK (pass_cb));
}

static void
mtr_feedback_form_refresh (MtrObservationForm *form)
{
  MtrFeedbackForm *self = MTR_FEEDBACK_FORM (form);

  refresh_areas (self);
  if (self->themes != NULL)
    {
      guint n_themes;
      guint n_written = count_written_themes (self, &n_themes);
      /* Translators: themes of an observation: how many there are, and how many somebody has written about. */
      g_autofree char *label = g_strdup_printf (_("What I noticed, by theme: %u of %u written"), n_written, n_themes);

      gtk_expander_set_label (GTK_EXPANDER (self->themes), label);
      mtr_accessible_set_label (self->themes, label);
    }
}

static void
mtr_feedback_form_finalize (GObject *object)
{
  g_hash_table_unref (MTR_FEEDBACK_FORM (object)->reasons);

  G_OBJECT_CLASS (mtr_feedback_form_parent_class)->finalize (object);
}

static void
mtr_feedback_form_class_init (MtrFeedbackFormClass *klass)
{
  MtrObservationFormClass *form_class = MTR_OBSERVATION_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mtr_feedback_form_finalize;
  form_class->step = MTR_OBSERVATION_STEP_FEEDBACK;
  form_class->build = mtr_feedback_form_build;
  form_class->refresh = mtr_feedback_form_refresh;
}

static void
mtr_feedback_form_init (MtrFeedbackForm *self)
{
  self->reasons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}
