/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Steps of an observation as plain text: what a sealed record turns into, and
 * what is shown where nothing can be written. Only what was written is there;
 * it can be selected and copied.
 */

#include "mtr-observation-text.h"

#include "mtr-date.h"
#include "mtr-observation-words.h"
#include "mtr-signature.h"

#include <glib/gi18n-lib.h>

struct _MtrObservationText {
  GtkBox       parent_instance;

  MtrPack     *pack;         /* (owned) */
  MtrSnapshot *snapshot;     /* (owned) */
  MtrRecord   *observation;  /* (owned) */
  GtkWidget   *section;      /* (nullable): the step that is being filled */
};

G_DEFINE_FINAL_TYPE (MtrObservationText, mtr_observation_text, GTK_TYPE_BOX)

/* The order in which a step is read. */
static const struct {
  MtrObservationStep step;
  MtrField           field;
} lines[] = {
  { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_OBSERVED_ID },
  { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_OBSERVER_ID },
  { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_HELD_ON },
  { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_MODE },
  { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_SETTING },
  { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_PEOPLE_PRESENT },
  { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_SHADOWER_ID },
  { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_FOCUS_OBSERVED_ONE },
  { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_FOCUS_OBSERVED_TWO },
  { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_FOCUS_OBSERVER_ONE },
  { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_FOCUS_OBSERVER_TWO },
  { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_PLANNED_AREAS },
  { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_AIMS },
  { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_KNOWLEDGE },
  { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_POWER_AND_VALUES },
  { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_PREPARED_WITH_ID },
  { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_DEBRIEFED_WITH_ID },
  { MTR_OBSERVATION_STEP_CONSENT, MTR_OBSERVATION_CONSENT_FROM },
  { MTR_OBSERVATION_STEP_CONSENT, MTR_OBSERVATION_CONSENT_HOW },
  { MTR_OBSERVATION_STEP_CONSENT, MTR_OBSERVATION_CONSENT_STATE },
  { MTR_OBSERVATION_STEP_CONSENT, MTR_OBSERVATION_CONSENT_ON },
  { MTR_OBSERVATION_STEP_CONSENT, MTR_OBSERVATION_CONSENT_WISHES },
  { MTR_OBSERVATION_STEP_OBSERVE, MTR_OBSERVATION_STARTED_TIME },
  { MTR_OBSERVATION_STEP_OBSERVE, MTR_OBSERVATION_ENDED_TIME },
  { MTR_OBSERVATION_STEP_OBSERVE, MTR_OBSERVATION_LIMITATIONS },
  { MTR_OBSERVATION_STEP_FEEDBACK, MTR_OBSERVATION_ACCOUNT },
  { MTR_OBSERVATION_STEP_FEEDBACK, MTR_OBSERVATION_STRENGTHS },
  { MTR_OBSERVATION_STEP_FEEDBACK, MTR_OBSERVATION_TO_DEVELOP },
  { MTR_OBSERVATION_STEP_FEEDBACK, MTR_OBSERVATION_JUDGEMENT },
  { MTR_OBSERVATION_STEP_FEEDBACK, MTR_OBSERVATION_FEEDBACK_GIVEN_ON },
  { MTR_OBSERVATION_STEP_FEEDBACK, MTR_OBSERVATION_FEEDBACK_HOW },
  { MTR_OBSERVATION_STEP_REFLECTION, MTR_OBSERVATION_REFLECTION },
  { MTR_OBSERVATION_STEP_REFLECTION, MTR_OBSERVATION_DISAGREEMENT },
};

/* Where the rest is written: what is not read by itself. */
static const struct {
  MtrObservationStep step;
  MtrField           field;
} elsewhere[] = {
  { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_TYPE },
  { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_REMOTE_PRIVATE },
  { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_REMOTE_SEEN },
  { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_REMOTE_NOT_RECORDED },
  { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_PLAN_AGREED_ON },
  { MTR_OBSERVATION_STEP_CONSENT, MTR_OBSERVATION_SHADOWER_CONSENTED },
  { MTR_OBSERVATION_STEP_OBSERVE, MTR_OBSERVATION_OBSERVED_AT },
  { MTR_OBSERVATION_STEP_OBSERVE, MTR_OBSERVATION_NOTE_TEXT },
  { MTR_OBSERVATION_STEP_FEEDBACK, MTR_OBSERVATION_FEEDBACK_PASSED_AT },
  { MTR_OBSERVATION_STEP_FEEDBACK, MTR_OBSERVATION_THEME_TEXT },
  { MTR_OBSERVATION_STEP_FEEDBACK, MTR_OBSERVATION_AREA_STANDARD },
  { MTR_OBSERVATION_STEP_FEEDBACK, MTR_OBSERVATION_AREA_RATIONALE },
  { MTR_OBSERVATION_STEP_REFLECTION, MTR_OBSERVATION_REFLECTION_SHARED_AT },
};

/**
 * mtr_observation_text_find_step:
 * @field: a field of an observation or of what belongs to it, or a draft
 *
 * Returns: the step in which it is written; %MTR_OBSERVATION_STEP_SIGN for what is written nowhere else
 */
MtrObservationStep
mtr_observation_text_find_step (MtrField field)
{
  if (mtr_field_get_passed_on (field) != MTR_FIELD_NONE)
    field = mtr_field_get_passed_on (field);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i].field == field)
      return lines[i].step;
  for (gsize i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    if (elsewhere[i].field == field)
      return elsewhere[i].step;

  return MTR_OBSERVATION_STEP_SIGN;
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), css_class == NULL);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* The heading of a step comes with the first line that it has. */
static void
add_line (MtrObservationText *self,
          MtrObservationStep  step,
          const char         *title,
          const char         *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  if (self->section == NULL)
    {
      GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                         "label", mtr_observation_get_step_label (step), "xalign", 0.0, NULL);

      gtk_widget_add_css_class (heading, "heading");
      self->section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
      gtk_widget_add_css_class (self->section, "card");
      gtk_widget_add_css_class (self->section, "text-card");
      gtk_box_append (GTK_BOX (self), heading);
      gtk_box_append (GTK_BOX (self), self->section);
    }

  gtk_box_append (GTK_BOX (line), make_label (title, "caption-heading"));
  gtk_box_append (GTK_BOX (line), make_label (text, NULL));
  gtk_box_append (GTK_BOX (self->section), line);
}

static char *
dup_value (MtrObservationText *self,
           MtrField            field)
{
  const MtrFieldInfo *info = mtr_field_get_info (field);
  MtrRecord *record = self->observation;
  const char *text = NULL;
  GDate date;

  switch (info->type)
    {
    case MTR_TYPE_REF:
      {
        MtrRecord *person = mtr_snapshot_follow (self->snapshot, record, field);

        return person != NULL ? g_strdup (mtr_record_get_name (person, MTR_PERSON_NAME)) : NULL;
      }

    case MTR_TYPE_DATE:
      return mtr_record_get_date (record, field, &date) ? mtr_date_format (&date, MTR_DATE_STYLE_FULL) : NULL;

    case MTR_TYPE_CODE:
      text = mtr_observation_words_find_choice (field, mtr_record_get_text (record, field));
      if (text == NULL && mtr_record_is_set (record, field))
        {
          const MtrWord *word = mtr_pack_find_word (self->pack, MTR_WORDS_JUDGEMENTS, mtr_record_get_text (record, field));

          text = word != NULL ? word->title : NULL;
        }
      return g_strdup (text);

    case MTR_TYPE_CODES:
      return mtr_observation_words_dup_areas (mtr_record_get_text (record, field));

    case MTR_TYPE_TEXT:
    case MTR_TYPE_LONG:
    case MTR_TYPE_TIME:
    case MTR_TYPE_MOMENT:
    case MTR_TYPE_INTEGER:
    case MTR_TYPE_BOOLEAN:
    default:
      return mtr_record_is_set (record, field) ? g_strdup (mtr_record_get_text (record, field)) : NULL;
    }
}

static const char *
get_title (MtrObservationText *self,
           MtrField            field)
{
  const MtrWord *word = mtr_pack_find_word (self->pack, MTR_WORDS_OBSERVATION, mtr_field_get_info (field)->column);

  /* "And a second thing" is a heading only beside the first one. */
  return word != NULL && mtr_field_get_info (field)->type == MTR_TYPE_LONG ? word->title : mtr_field_get_label (field);
}

static const char *
get_text_or_draft (MtrRecord *record,
                   MtrField   field)
{
  return mtr_record_is_set (record, field) ? mtr_record_get_text (record, field)
                                           : mtr_record_get_text (record, mtr_field_get_draft (field));
}

static void
add_themes_and_areas (MtrObservationText *self)
{
  gint64 id = mtr_record_get_id (self->observation);
  g_autoptr (GPtrArray) themes = mtr_snapshot_list_where (self->snapshot, MTR_KIND_OBSERVATION_THEME,
                                                          MTR_OBSERVATION_THEME_OBSERVATION_ID, id);
  g_autoptr (GPtrArray) areas = mtr_snapshot_list_where (self->snapshot, MTR_KIND_OBSERVATION_AREA,
                                                         MTR_OBSERVATION_AREA_OBSERVATION_ID, id);

  for (guint i = 0; i < themes->len; i++)
    {
      MtrRecord *theme = g_ptr_array_index (themes, i);
      const char *code = mtr_record_get_text (theme, MTR_OBSERVATION_THEME_THEME);
      const MtrWord *word = mtr_pack_find_word (self->pack, MTR_WORDS_THEMES, code);
      const char *text = get_text_or_draft (theme, MTR_OBSERVATION_THEME_TEXT);

      if (text != NULL)
        add_line (self, MTR_OBSERVATION_STEP_FEEDBACK, word != NULL ? word->title : code, text);
    }
  for (guint i = 0; i < areas->len; i++)
    {
      MtrRecord *area = g_ptr_array_index (areas, i);
      g_autofree char *title = mtr_observation_words_dup_standard (self->pack,
                                                                   mtr_record_get_text (area,
                                                                                        MTR_OBSERVATION_AREA_STANDARD));
      const char *text = get_text_or_draft (area, MTR_OBSERVATION_AREA_RATIONALE);

      add_line (self, MTR_OBSERVATION_STEP_FEEDBACK, title, text != NULL ? text : _("No reason has been written."));
    }
}

static void
add_signatures (MtrObservationText *self)
{
  static const struct {
    const char *slot;
    MtrField    person;
  } slots[] = {
    { MTR_SLOT_OBSERVER, MTR_OBSERVATION_OBSERVER_ID },
    { MTR_SLOT_OBSERVED, MTR_OBSERVATION_OBSERVED_ID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      const MtrSignature *signature = mtr_signature_find (MTR_KIND_OBSERVATION, slots[i].slot);
      MtrRecord *person = mtr_snapshot_follow (self->snapshot, self->observation, slots[i].person);
      g_autofree char *moment = NULL;
      g_autofree char *text = NULL;
      const char *name;

      if (!mtr_signature_is_given (self->observation, slots[i].slot))
        continue;

      moment = mtr_moment_format (mtr_record_get_text (self->observation, signature->at_field));
      name = mtr_record_get_text (self->observation, signature->name_field);
      if (mtr_record_text_is (self->observation, signature->how_field, MTR_SIGNED_IN_PERSON))
        /* Translators: a signature: the name that was typed, and the moment. */
        text = g_strdup_printf (_("Signed “%s”, %s, in person on this computer"), name != NULL ? name : "", moment);
      else
        text = g_strdup_printf (_("Signed “%s”, %s"), name != NULL ? name : "", moment);
      add_line (self, MTR_OBSERVATION_STEP_SIGN,
                person != NULL ? mtr_record_get_name (person, MTR_PERSON_NAME) : mtr_field_get_label (signature->at_field),
                text);
    }
}

static void
mtr_observation_text_dispose (GObject *object)
{
  MtrObservationText *self = MTR_OBSERVATION_TEXT (object);

  g_clear_object (&self->pack);
  g_clear_object (&self->snapshot);
  g_clear_object (&self->observation);

  G_OBJECT_CLASS (mtr_observation_text_parent_class)->dispose (object);
}

static void
mtr_observation_text_class_init (MtrObservationTextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_observation_text_dispose;
}

static void
mtr_observation_text_init (MtrObservationText *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 10);
}

/**
 * mtr_observation_text_new:
 * @pack: the pack
 * @snapshot: the pairing
 * @observation: an observation
 * @from: the first step to show
 * @to: the last step to show
 *
 * Returns: (transfer floating): the steps as text
 */
GtkWidget *
mtr_observation_text_new (MtrPack            *pack,
                          MtrSnapshot        *snapshot,
                          MtrRecord          *observation,
                          MtrObservationStep  from,
                          MtrObservationStep  to)
{
  MtrObservationText *self = g_object_new (MTR_TYPE_OBSERVATION_TEXT, NULL);

  self->pack = g_object_ref (pack);
  self->snapshot = g_object_ref (snapshot);
  self->observation = g_object_ref (observation);

  for (int step = from; step <= (int) to; step++)
    {
      self->section = NULL;
      for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
        if (lines[i].step == (MtrObservationStep) step)
          {
            g_autofree char *text = dup_value (self, lines[i].field);

            if (text == NULL && mtr_field_get_draft (lines[i].field) != MTR_FIELD_NONE)
              text = dup_value (self, mtr_field_get_draft (lines[i].field));
            if (text != NULL)
              add_line (self, step, get_title (self, lines[i].field), text);
          }
      if (step == MTR_OBSERVATION_STEP_FEEDBACK)
        add_themes_and_areas (self);
      if (step == MTR_OBSERVATION_STEP_SIGN)
        add_signatures (self);
    }

  return GTK_WIDGET (self);
}
