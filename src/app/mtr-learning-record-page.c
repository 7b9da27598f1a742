/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One learning record in the words of the scheme: what it was, what was learnt,
 * what is different now. Hours are asked for only where hours count, elements
 * only where there are some.
 */

#include "mtr-learning-record-page.h"

#include "mtr-codes-row.h"
#include "mtr-date.h"
#include "mtr-field-row.h"
#include "mtr-learning-feedback.h"
#include "mtr-learning-words.h"
#include "mtr-page-parts.h"
#include "mtr-record-page.h"

#include <glib/gi18n-lib.h>

/* In the order in which it is told; the elements come between the two groups. */
static const struct {
  MtrField    field;
  const char *group;      /* untranslated; NULL: in the group before */
  MtrAudience audience;
} form[] = {
  { MTR_LEARNING_RECORD_TITLE, N_("What it was"), MTR_AUDIENCE_ASSESSMENT },
  { MTR_LEARNING_RECORD_KIND, NULL, MTR_AUDIENCE_PROGRAMME },
  { MTR_LEARNING_RECORD_HELD_ON, NULL, MTR_AUDIENCE_PROGRAMME },
  { MTR_LEARNING_RECORD_MINUTES, NULL, MTR_AUDIENCE_PROGRAMME },
  { MTR_LEARNING_RECORD_PROTECTION_MINUTES, NULL, MTR_AUDIENCE_PROGRAMME },
  { MTR_LEARNING_RECORD_LEARNT, N_("What stayed"), MTR_AUDIENCE_ASSESSMENT },
  { MTR_LEARNING_RECORD_CONTRIBUTED, NULL, MTR_AUDIENCE_ASSESSMENT },
  { MTR_LEARNING_RECORD_DILEMMAS, NULL, MTR_AUDIENCE_ASSESSMENT },
  { MTR_LEARNING_RECORD_KNOWLEDGE, NULL, MTR_AUDIENCE_ASSESSMENT },
  { MTR_LEARNING_RECORD_SHARED_ON, N_("With the supervisor"), MTR_AUDIENCE_ASSESSMENT },
  { MTR_LEARNING_RECORD_SUPERVISOR_NOTE, NULL, MTR_AUDIENCE_ASSESSMENT },
  { MTR_LEARNING_RECORD_INCLUDED, NULL, MTR_AUDIENCE_PROGRAMME },
};

struct _MtrLearningRecordPage {
  MtrRecordPage        parent_instance;

  MtrLearner          *learner;      /* (owned) */
  GtkWidget           *codes_row;    /* (nullable) */
  MtrLearningFeedback *feedback;
  GtkWidget           *share_button;
  GtkWidget           *remove_button;
};

#define MTR_TYPE_LEARNING_RECORD_PAGE (mtr_learning_record_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrLearningRecordPage, mtr_learning_record_page, MTR, LEARNING_RECORD_PAGE, MtrRecordPage)
G_DEFINE_FINAL_TYPE (MtrLearningRecordPage, mtr_learning_record_page, MTR_TYPE_RECORD_PAGE)

static const MtrRegime *
get_regime (MtrLearner *learner)
{
  return mtr_learning_get_regime (mtr_learner_get_pack (learner), mtr_learner_get_snapshot (learner),
                                  mtr_learner_get_person_id (learner));
}

/* What counts by the regime is asked for; where it is not known which one holds, everything is. */
static gboolean
is_asked (MtrLearner *learner,
          MtrField    field)
{
  const MtrRegime *regime = get_regime (learner);
  gboolean is_handed_in = mtr_pack_get_submissions (mtr_learner_get_pack (learner)) != NULL;

  switch (field)
    {
    case MTR_LEARNING_RECORD_MINUTES:
      return regime == NULL || regime->minutes > 0;

    case MTR_LEARNING_RECORD_PROTECTION_MINUTES:
      return regime != NULL && regime->part_minutes > 0;

    case MTR_LEARNING_RECORD_INCLUDED:
      return is_handed_in;

    default:
      return TRUE;
    }
}

static GPtrArray *
check_cb (MtrRecord *candidate,
          gpointer   user_data)
{
  MtrLearningRecordPage *self = user_data;
  GDate today;

  mtr_programme_get_today (mtr_learner_get_programme (self->learner), &today);

  return mtr_learning_list_problems (candidate, &today);
}

static void
mtr_learning_record_page_show (MtrRecordPage *page,
                               MtrRecord     *record)
{
  MtrLearningRecordPage *self = MTR_LEARNING_RECORD_PAGE (page);
  gboolean born = !mtr_record_controller_is_unborn (mtr_record_page_get_controller (page));
  gboolean writable = mtr_learner_can_write (self->learner);
  const char *title = mtr_record_get_name (record, MTR_LEARNING_RECORD_TITLE);
  g_autofree char *words = title != NULL
                           ? mtr_learning_words_dup_record_title (mtr_learner_get_pack (self->learner), record) : NULL;

  mtr_page_set_title (MTR_PAGE (self), words != NULL ? words : _("Learning"));
  if (self->codes_row != NULL)
    mtr_codes_row_set_codes (MTR_CODES_ROW (self->codes_row),
                             mtr_record_get_text (record, MTR_LEARNING_RECORD_STANDARDS));
  mtr_learning_feedback_refresh (self->feedback);
  gtk_widget_set_visible (self->share_button, writable);
  gtk_widget_set_visible (self->remove_button, born && writable);
}

static void
codes_toggled_cb (MtrLearningRecordPage *self)
{
  MtrRecordController *controller = mtr_record_page_get_controller (MTR_RECORD_PAGE (self));
  g_autofree char *codes = mtr_codes_row_dup_codes (MTR_CODES_ROW (self->codes_row));

  mtr_record_controller_type (controller, MTR_LEARNING_RECORD_STANDARDS, codes);
  mtr_record_controller_leave (controller, MTR_LEARNING_RECORD_STANDARDS);
}

static void
share_cb (MtrLearningRecordPage *self)
{
  MtrProgramme *programme = mtr_learner_get_programme (self->learner);
  MtrRecordController *controller = mtr_record_page_get_controller (MTR_RECORD_PAGE (self));
  g_autofree char *iso = NULL;
  g_autofree char *day = NULL;
  g_autofree char *done = NULL;
  MtrChange *change;
  GDate today;

  if (mtr_record_controller_is_unborn (controller))
    {
      mtr_record_page_refuse (MTR_RECORD_PAGE (self), _("Write something first: there is nothing to share yet."));
      return;
    }

  mtr_record_controller_flush (controller);
  mtr_programme_get_today (programme, &today);
  iso = mtr_date_to_iso (&today);
  day = mtr_date_format (&today, MTR_DATE_STYLE_LONG);
  change = mtr_change_new (_("share learning with the supervisor"));
  mtr_change_set_text (change, MTR_LEARNING_RECORD_SHARED_ON,
                       mtr_record_get_id (mtr_record_controller_get_record (controller)), iso);
  /* Translators: %s is a day. */
  done = g_strdup_printf (_("Written down: shared on %s. Nothing is sent from here. Ctrl+Z takes it back."), day);
  mtr_programme_act (programme, change, done);
}

static void
mtr_learning_record_page_real_remove (MtrRecordPage *page,
                                      MtrRecord     *stored)
{
  mtr_learning_record_page_remove (MTR_LEARNING_RECORD_PAGE (page)->learner, stored);
}

static void
mtr_learning_record_page_dispose (GObject *object)
{
  MtrLearningRecordPage *self = MTR_LEARNING_RECORD_PAGE (object);

  g_clear_object (&self->learner);

  G_OBJECT_CLASS (mtr_learning_record_page_parent_class)->dispose (object);
}

static void
mtr_learning_record_page_class_init (MtrLearningRecordPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_learning_record_page_dispose;
  MTR_RECORD_PAGE_CLASS (klass)->show = mtr_learning_record_page_show;
  MTR_RECORD_PAGE_CLASS (klass)->remove = mtr_learning_record_page_real_remove;
}

static void
mtr_learning_record_page_init (MtrLearningRecordPage *self)
{
}

static MtrRecord *
make_record (MtrLearner *learner)
{
  MtrProgramme *programme = mtr_learner_get_programme (learner);
  MtrRecord *record = mtr_record_new (MTR_KIND_LEARNING_RECORD, mtr_programme_new_id (programme));
  g_autofree char *iso = NULL;
  GDate today;

  mtr_programme_get_today (programme, &today);
  iso = mtr_date_to_iso (&today);
  mtr_record_set_number (record, MTR_LEARNING_RECORD_PERSON_ID, mtr_learner_get_person_id (learner));
  mtr_record_set_text (record, MTR_LEARNING_RECORD_HELD_ON, iso);

  return record;
}

/* Where no areas are there to be learnt about, none are asked for. */
static void
add_codes (MtrLearningRecordPage *self)
{
  MtrPack *pack = mtr_learner_get_pack (self->learner);
  GPtrArray *areas = mtr_pack_get_areas (pack);
  const char *word = mtr_pack_get_word (pack, "areas");
  GtkWidget *group;

  if (areas->len == 0)
    return;

  group = mtr_record_page_add_group (MTR_RECORD_PAGE (self), NULL, MTR_AUDIENCE_PROGRAMME);
  self->codes_row = mtr_codes_row_new (word != NULL ? word : _("Areas"), _("What it was about. One is enough."));
  for (guint i = 0; i < areas->len; i++)
    {
      const MtrStandard *area = g_ptr_array_index (areas, i);
      g_autofree char *title = g_strdup_printf ("%s %s", area->code, area->title);

      mtr_codes_row_add (MTR_CODES_ROW (self->codes_row), area->code, title);
    }
  gtk_widget_set_sensitive (self->codes_row, mtr_learner_can_write (self->learner));
  mtr_record_page_add_row (MTR_RECORD_PAGE (self), group, MTR_LEARNING_RECORD_STANDARDS, self->codes_row,
                           MTR_AUDIENCE_PROGRAMME);
  g_signal_connect_object (self->codes_row, "toggled", G_CALLBACK (codes_toggled_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
make_row (MtrLearningRecordPage *self,
          MtrField               field)
{
  MtrRecordController *controller = mtr_record_page_get_controller (MTR_RECORD_PAGE (self));
  MtrPack *pack = mtr_learner_get_pack (self->learner);
  GPtrArray *kinds = mtr_pack_get_words (pack, MTR_WORDS_LEARNING_KINDS);
  const MtrWord *word = mtr_pack_find_word (pack, MTR_WORDS_LEARNING, mtr_field_get_info (field)->column);
  GtkWidget *row;

  if (field == MTR_LEARNING_RECORD_KIND)
    {
      if (kinds == NULL || kinds->len == 0)
        return NULL;
      row = mtr_field_row_new_choice (controller, field, kinds);
    }
  else
    {
      row = mtr_field_row_new (controller, field);
    }
  mtr_field_row_describe (MTR_FIELD_ROW (row), word);
  if (field == MTR_LEARNING_RECORD_MINUTES)
    mtr_field_row_set_prompt (MTR_FIELD_ROW (row), _("In minutes: 90 is an hour and a half."));
  if (field == MTR_LEARNING_RECORD_PROTECTION_MINUTES)
    mtr_field_row_set_prompt (MTR_FIELD_ROW (row), _("Part of the whole time, not on top of it."));

  return row;
}

static void
add_form (MtrLearningRecordPage *self)
{
  GtkWidget *group = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (form); i++)
    {
      GtkWidget *row = is_asked (self->learner, form[i].field) ? make_row (self, form[i].field) : NULL;

      if (form[i].field == MTR_LEARNING_RECORD_LEARNT)
        add_codes (self);
      if (form[i].group != NULL)
        group = mtr_record_page_add_group (MTR_RECORD_PAGE (self), _(form[i].group), form[i].audience);
      if (row != NULL)
        mtr_record_page_add_row (MTR_RECORD_PAGE (self), group, form[i].field, row, form[i].audience);
    }
}

/**
 * mtr_learning_record_page_new:
 * @learner: whose learning it is
 * @record_id: a learning record; 0 for a new one, which is kept from the first letter on
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_learning_record_page_new (MtrLearner *learner,
                              gint64      record_id)
{
  MtrLearningRecordPage *self = g_object_new (MTR_TYPE_LEARNING_RECORD_PAGE, NULL);
  MtrRecordPage *page = MTR_RECORD_PAGE (self);
  GtkBox *content = mtr_record_page_get_content (page);
  MtrRecord *stored = mtr_snapshot_get (mtr_learner_get_snapshot (learner), MTR_KIND_LEARNING_RECORD, record_id);
  g_autoptr (MtrRecord) record = stored != NULL ? g_object_ref (stored) : make_record (learner);

  self->learner = g_object_ref (learner);
  mtr_record_page_begin (page, mtr_learner_get_programme (learner), record, mtr_learner_get_other_name (learner), NULL);
  mtr_record_controller_set_check (mtr_record_page_get_controller (page), check_cb, self);

  mtr_page_parts_add_line (content, _("Assessment: what you choose of it goes into what is handed in"));
  add_form (self);
  self->share_button = mtr_page_parts_add_button (content, _("Shared With the Supervisor Today"), FALSE);
  self->feedback = MTR_LEARNING_FEEDBACK (mtr_learning_feedback_new (learner, mtr_record_page_get_controller (page)));
  gtk_box_append (content, GTK_WIDGET (self->feedback));
  self->remove_button = mtr_record_page_add_remove (page, NULL, NULL);
  g_signal_connect_object (self->share_button, "clicked", G_CALLBACK (share_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (learner, "refreshed", G_CALLBACK (mtr_page_refresh), self, G_CONNECT_SWAPPED);
  mtr_record_page_show (page);

  return MTR_PAGE (self);
}

/**
 * mtr_learning_record_page_remove:
 * @learner: whose learning it is
 * @record: a learning record
 *
 * Removes it, to be brought back by undo.
 */
void
mtr_learning_record_page_remove (MtrLearner *learner,
                                 MtrRecord  *record)
{
  g_autofree char *title = mtr_learning_words_dup_record_title (mtr_learner_get_pack (learner), record);
  /* Translators: an action in the menu of undo; %s is what somebody learnt from. */
  g_autofree char *label = g_strdup_printf (_("remove “%s”"), title);
  /* Translators: %s is what somebody learnt from. */
  g_autofree char *done = g_strdup_printf (_("“%s” removed. Ctrl+Z brings it back"), title);
  MtrChange *change = mtr_change_new (label);

  mtr_change_delete (change, MTR_KIND_LEARNING_RECORD, mtr_record_get_id (record));
  mtr_programme_act (mtr_learner_get_programme (learner), change, done);
}
