/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The first step of an observation: who observes whom, when, and what to look
 * for: two things from the person observed, two from the observer. What is
 * observed remotely has three things to make sure of.
 */

#include "mtr-plan-form.h"

#include "mtr-codes-row.h"
#include "mtr-date.h"
#include "mtr-field-row.h"
#include "mtr-observation-words.h"
#include "mtr-tick-row.h"

#include <glib/gi18n-lib.h>

/* More people than this are no list to choose from. */
#define MAX_PEOPLE 300

struct _MtrPlanForm {
  MtrObservationForm  parent_instance;

  GtkWidget          *remote_group;
  GtkWidget          *areas_row;
  GtkWidget          *agree_button;
};

G_DEFINE_FINAL_TYPE (MtrPlanForm, mtr_plan_form, MTR_TYPE_OBSERVATION_FORM)

static void
take_person (GPtrArray *people,
             MtrRecord *person,
             gint64     except)
{
  if (person == NULL || mtr_record_get_id (person) == except)
    return;
  for (guint i = 0; i < people->len; i++)
    if (mtr_record_get_id (g_ptr_array_index (people, i)) == mtr_record_get_id (person))
      return;
  g_ptr_array_add (people, g_object_ref (person));
}

/* The mentor first, then who may observe, then everybody else; not the person whom a field of the observation names already. */
static GPtrArray *
list_people (MtrPlanForm *self,
             MtrField     named)
{
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);
  MtrPairingModel *model = mtr_observation_form_get_model (form);
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (model);
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PERSON);
  GPtrArray *people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) everybody = NULL;
  gint64 except = mtr_record_get_number (mtr_observation_form_get_record (form), named);

  take_person (people, mtr_pairing_model_get_mentor (model), except);
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_MEMBER); i++)
    {
      MtrRecord *member = mtr_snapshot_nth (snapshot, MTR_KIND_MEMBER, i);

      if (mtr_record_text_is (member, MTR_MEMBER_ROLE, "observer"))
        take_person (people, mtr_snapshot_follow (snapshot, member, MTR_MEMBER_PERSON_ID), except);
    }
  query.order_field = MTR_PERSON_NAME;
  query.limit = MAX_PEOPLE;
  everybody = mtr_store_list_records (mtr_programme_get_store (mtr_observation_form_get_programme (form)), &query,
                                      MTR_READER_OWNER, NULL);
  for (guint i = 0; everybody != NULL && i < everybody->len; i++)
    take_person (people, g_ptr_array_index (everybody, i), except);
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_PERSON); i++)
    take_person (people, mtr_snapshot_nth (snapshot, MTR_KIND_PERSON, i), except);

  return people;
}

static GPtrArray *
list_mentees (MtrPlanForm *self)
{
  MtrPairingModel *model = mtr_observation_form_get_model (MTR_OBSERVATION_FORM (self));
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (model);
  GPtrArray *mentees = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_MEMBER); i++)
    {
      MtrRecord *member = mtr_snapshot_nth (snapshot, MTR_KIND_MEMBER, i);

      if (mtr_record_text_is (member, MTR_MEMBER_ROLE, "mentee") &&
          mtr_record_get_number (member, MTR_MEMBER_PAIRING_ID) == mtr_pairing_model_get_id (model))
        take_person (mentees, mtr_snapshot_follow (snapshot, member, MTR_MEMBER_PERSON_ID), 0);
    }

  return mentees;
}

static void
add_person (MtrPlanForm *self,
            GtkWidget   *group,
            MtrField     field,
            const char  *prompt,
            GPtrArray   *people)
{
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);
  GtkWidget *row = mtr_field_row_new_person (mtr_observation_form_get_controller (form), field, people);

  mtr_field_row_set_prompt (MTR_FIELD_ROW (row), prompt);
  mtr_observation_form_add_row (form, group, row, field, 0);
}

static void
add_choice (MtrPlanForm *self,
            GtkWidget   *group,
            MtrField     field,
            GPtrArray   *words)
{
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);

  mtr_observation_form_add_row (form, group,
                                mtr_field_row_new_choice (mtr_observation_form_get_controller (form), field, words),
                                field, 0);
}

static void
add_facts (MtrPlanForm *self)
{
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);
  GPtrArray *types = mtr_pack_get_observation_types (mtr_observation_form_get_pack (form));
  GtkWidget *group = mtr_observation_form_add_group (form, _("Who and when"), MTR_AUDIENCE_PROGRAMME);
  g_autoptr (GPtrArray) mentees = list_mentees (self);
  g_autoptr (GPtrArray) people = list_people (self, MTR_OBSERVATION_OBSERVED_ID);
  g_autoptr (GPtrArray) modes = mtr_observation_words_list_choices (MTR_OBSERVATION_MODE);

  if (types->len > 1)
    {
      g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < types->len; i++)
        {
          const MtrObservationType *type = g_ptr_array_index (types, i);
          MtrWord *word = g_new0 (MtrWord, 1);

          word->code = type->code;
          word->title = type->title;
          g_ptr_array_add (words, word);
        }
      add_choice (self, group, MTR_OBSERVATION_TYPE, words);
    }
  if (mentees->len > 1)
    add_person (self, group, MTR_OBSERVATION_OBSERVED_ID, NULL, mentees);
  add_person (self, group, MTR_OBSERVATION_OBSERVER_ID,
              _("The mentor, or somebody else. Never the person who is observed."), people);
  mtr_observation_form_add_field (form, group, MTR_OBSERVATION_HELD_ON);
  add_choice (self, group, MTR_OBSERVATION_MODE, modes);
}

static void
add_surroundings (MtrPlanForm *self)
{
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);
  GtkWidget *group = mtr_observation_form_add_group (form, _("Where, and who is there"), MTR_AUDIENCE_ASSESSMENT);
  g_autoptr (GPtrArray) people = list_people (self, MTR_OBSERVATION_OBSERVED_ID);

  mtr_observation_form_add_field (form, group, MTR_OBSERVATION_SETTING);
  mtr_observation_form_add_field (form, group, MTR_OBSERVATION_PEOPLE_PRESENT);
  add_person (self, group, MTR_OBSERVATION_SHADOWER_ID, _("Is named when consent is asked for."), people);
}

static void
area_toggled_cb (MtrPlanForm *self,
                 const char  *code,
                 gboolean     ticked)
{
  MtrRecordController *controller = mtr_observation_form_get_controller (MTR_OBSERVATION_FORM (self));
  g_autofree char *codes = mtr_codes_row_dup_codes (MTR_CODES_ROW (self->areas_row));

  mtr_record_controller_type (controller, MTR_OBSERVATION_PLANNED_AREAS, codes);
}

static void
add_focus (MtrPlanForm *self)
{
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);
  GPtrArray *areas = mtr_pack_get_areas (mtr_observation_form_get_pack (form));
  const MtrWord *word = mtr_pack_find_word (mtr_observation_form_get_pack (form), MTR_WORDS_OBSERVATION,
                                            "planned_areas");
  /* Translators: the heading of two wishes; %s is a person. */
  g_autofree char *observed = g_strdup_printf (_("What to look for: from %s"),
                                               mtr_observation_form_get_name (form, MTR_OBSERVATION_OBSERVED_ID));
  g_autofree char *observer = g_strdup_printf (_("What to look for: from %s"),
                                               mtr_observation_form_get_name (form, MTR_OBSERVATION_OBSERVER_ID));
  GtkWidget *group;

  group = mtr_observation_form_add_group (form, observed, MTR_AUDIENCE_ASSESSMENT);
  mtr_observation_form_add_field (form, group, MTR_OBSERVATION_FOCUS_OBSERVED_ONE);
  mtr_observation_form_add_field (form, group, MTR_OBSERVATION_FOCUS_OBSERVED_TWO);
  group = mtr_observation_form_add_group (form, observer, MTR_AUDIENCE_ASSESSMENT);
  mtr_observation_form_add_field (form, group, MTR_OBSERVATION_FOCUS_OBSERVER_ONE);
  mtr_observation_form_add_field (form, group, MTR_OBSERVATION_FOCUS_OBSERVER_TWO);

  self->areas_row = mtr_codes_row_new (word != NULL ? word->title : mtr_field_get_label (MTR_OBSERVATION_PLANNED_AREAS),
                                       word != NULL ? word->description : NULL);
  for (guint i = 0; i < areas->len; i++)
    {
      const MtrStandard *area = g_ptr_array_index (areas, i);
      g_autofree char *title = g_strdup_printf ("%s %s", area->code, area->title);

      mtr_codes_row_add (MTR_CODES_ROW (self->areas_row), area->code, title);
    }
  g_signal_connect_object (self->areas_row, "toggled", G_CALLBACK (area_toggled_cb), self, G_CONNECT_SWAPPED);
  mtr_observation_form_add_row (form, group, self->areas_row, MTR_OBSERVATION_PLANNED_AREAS, 0);
}

static void
add_remote (MtrPlanForm *self)
{
  static const MtrField ticks[] = { MTR_OBSERVATION_REMOTE_PRIVATE, MTR_OBSERVATION_REMOTE_SEEN,
                                    MTR_OBSERVATION_REMOTE_NOT_RECORDED };
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);

  self->remote_group = mtr_observation_form_add_group (form, _("By video or sound"), MTR_AUDIENCE_ASSESSMENT);
  for (gsize i = 0; i < G_N_ELEMENTS (ticks); i++)
    mtr_observation_form_add_row (form, self->remote_group,
                                  mtr_tick_row_new (mtr_observation_form_get_controller (form), ticks[i]), ticks[i], 0);
  mtr_observation_form_add_field (form, self->remote_group, MTR_OBSERVATION_LIMITATIONS);
}

static void
add_background (MtrPlanForm *self)
{
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);
  g_autoptr (GPtrArray) people = list_people (self, MTR_OBSERVATION_OBSERVER_ID);
  GtkWidget *group;

  group = mtr_observation_form_add_group (form, _("Before it, in writing (as much as helps)"), MTR_AUDIENCE_ASSESSMENT);
  mtr_observation_form_add_field (form, group, MTR_OBSERVATION_AIMS);
  mtr_observation_form_add_field (form, group, MTR_OBSERVATION_KNOWLEDGE);
  mtr_observation_form_add_field (form, group, MTR_OBSERVATION_POWER_AND_VALUES);

  group = mtr_observation_form_add_group (form, _("An experienced colleague"), MTR_AUDIENCE_ASSESSMENT);
  add_person (self, group, MTR_OBSERVATION_PREPARED_WITH_ID, _("If the observer would like to think it through first."),
              people);
  add_person (self, group, MTR_OBSERVATION_DEBRIEFED_WITH_ID, _("If the observer would like to talk afterwards."),
              people);
}

static void
agree_cb (MtrPlanForm *self)
{
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);
  MtrProgramme *programme = mtr_observation_form_get_programme (form);
  g_autofree char *on = NULL;
  MtrChange *change;
  GDate today;

  if (mtr_observation_form_refuse (form, MTR_OBSERVATION_STEP_PLAN))
    return;

  mtr_programme_get_today (programme, &today);
  on = mtr_date_to_iso (&today);
  change = mtr_change_new (_("agree the plan"));
  mtr_change_set_text (change, MTR_OBSERVATION_PLAN_AGREED_ON, mtr_observation_form_get_id (form), on);
  if (mtr_observation_form_act (form, change, _("The plan is agreed. Next: ask for consent.")))
    mtr_observation_form_finish (form);
}

static void
mtr_plan_form_build (MtrObservationForm *form)
{
  MtrPlanForm *self = MTR_PLAN_FORM (form);

  add_facts (self);
  add_remote (self);
  add_surroundings (self);
  add_focus (self);
  add_background (self);
  self->agree_button = mtr_observation_form_add_button (form, _("The plan is agreed"), TRUE, G_CALLBACK (agree_cb));
  g_signal_connect_object (mtr_observation_form_get_controller (form), "value-changed",
                           G_CALLBACK (mtr_observation_form_refresh), self, G_CONNECT_SWAPPED);
}

static void
mtr_plan_form_refresh (MtrObservationForm *form)
{
  MtrPlanForm *self = MTR_PLAN_FORM (form);
  MtrRecord *record = mtr_observation_form_get_record (form);

  gtk_widget_set_visible (self->remote_group, mtr_record_text_is (record, MTR_OBSERVATION_MODE,
                                                                  MTR_OBSERVATION_MODE_REMOTE));
  gtk_widget_set_visible (self->agree_button, !mtr_record_is_set (record, MTR_OBSERVATION_PLAN_AGREED_ON));
  mtr_codes_row_set_codes (MTR_CODES_ROW (self->areas_row), mtr_record_get_text (record, MTR_OBSERVATION_PLANNED_AREAS));
}

static void
mtr_plan_form_class_init (MtrPlanFormClass *klass)
{
  MtrObservationFormClass *form_class = MTR_OBSERVATION_FORM_CLASS (klass);

  form_class->step = MTR_OBSERVATION_STEP_PLAN;
  form_class->build = mtr_plan_form_build;
  form_class->refresh = mtr_plan_form_refresh;
}

static void
mtr_plan_form_init (MtrPlanForm *self)
{
}
