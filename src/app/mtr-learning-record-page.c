/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One learning record in the words of the scheme: what it was, what was learnt,
 * what is different now. Hours are asked for only where hours count, elements
 * only where there are some.
 */

#include "mtr-learning-record-page.h"

#include "mtr-audience-button.h"
#include "mtr-codes-row.h"
#include "mtr-date.h"
#include "mtr-field-row.h"
#include "mtr-learning-feedback.h"
#include "mtr-learning-words.h"
#include "mtr-page-parts.h"

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
  MtrPage              parent_instance;

  MtrLearner          *learner;      /* (owned) */
  MtrRecordController *controller;   /* (owned) */
  gboolean             is_stored;    /* the record has been seen in the store */
  GtkWidget           *rows[G_N_ELEMENTS (form)];   /* (nullable) */
  GtkWidget           *codes_row;    /* (nullable) */
  GtkWidget           *go_to_row;    /* (nullable): where the page begins, having been opened for a field */
  MtrLearningFeedback *feedback;
  GtkWidget           *share_button;
  GtkWidget           *remove_button;
};

#define MTR_TYPE_LEARNING_RECORD_PAGE (mtr_learning_record_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrLearningRecordPage, mtr_learning_record_page, MTR, LEARNING_RECORD_PAGE, MtrPage)
G_DEFINE_FINAL_TYPE (MtrLearningRecordPage, mtr_learning_record_page, MTR_TYPE_PAGE)

static gint64
get_id (MtrLearningRecordPage *self)
{
  return mtr_record_get_id (mtr_record_controller_get_record (self->controller));
}

static MtrRecord *
get_stored (MtrLearningRecordPage *self)
{
  return mtr_snapshot_get (mtr_learner_get_snapshot (self->learner), MTR_KIND_LEARNING_RECORD, get_id (self));
}

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
show (MtrLearningRecordPage *self)
{
  MtrRecord *record = mtr_record_controller_get_record (self->controller);
  gboolean born = !mtr_record_controller_is_unborn (self->controller);
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
  g_autofree char *codes = mtr_codes_row_dup_codes (MTR_CODES_ROW (self->codes_row));

  mtr_record_controller_type (self->controller, MTR_LEARNING_RECORD_STANDARDS, codes);
  mtr_record_controller_leave (self->controller, MTR_LEARNING_RECORD_STANDARDS);
}

static void
share_cb (MtrLearningRecordPage *self)
{
  MtrProgramme *programme = mtr_learner_get_programme (self->learner);
  g_autofree char *iso = NULL;
  g_autofree char *day = NULL;
  g_autofree char *done = NULL;
  MtrChange *change;
  GDate today;

  if (mtr_record_controller_is_unborn (self->controller))
    {
      mtr_field_row_refuse (MTR_FIELD_ROW (self->rows[0]), _("Write something first: there is nothing to share yet."));
      return;
    }

  mtr_record_controller_flush (self->controller);
  mtr_programme_get_today (programme, &today);
  iso = mtr_date_to_iso (&today);
  day = mtr_date_format (&today, MTR_DATE_STYLE_LONG);
  change = mtr_change_new (_("share learning with the supervisor"));
  mtr_change_set_text (change, MTR_LEARNING_RECORD_SHARED_ON, get_id (self), iso);
  /* Translators: %s is a day. */
  done = g_strdup_printf (_("Written down: shared on %s. Nothing is sent from here. Ctrl+Z takes it back."), day);
  mtr_programme_act (programme, change, done);
}

static void
remove_cb (MtrLearningRecordPage *self)
{
  MtrRecord *record = get_stored (self);

  if (record == NULL)
    {
      mtr_page_pop (MTR_PAGE (self));
      return;
    }

  mtr_record_controller_flush (self->controller);
  mtr_learning_record_page_remove (self->learner, record);
}

static void
refreshed_cb (MtrLearningRecordPage *self)
{
  MtrRecord *stored = get_stored (self);

  if (stored != NULL)
    {
      self->is_stored = TRUE;
      mtr_record_controller_refresh (self->controller, stored);
    }
  else if (self->is_stored)
    {
      /* Removed, here or by undo: there is nothing to change any more. */
      self->is_stored = FALSE;
      mtr_page_pop (MTR_PAGE (self));
      return;
    }
  show (self);
}

static void
mtr_learning_record_page_refresh (MtrPage *page)
{
  refreshed_cb (MTR_LEARNING_RECORD_PAGE (page));
}

static gboolean
mtr_learning_record_page_go_to (MtrPage  *page,
                                MtrKind   kind,
                                gint64    id,
                                MtrField  field)
{
  MtrLearningRecordPage *self = MTR_LEARNING_RECORD_PAGE (page);

  if (kind != MTR_KIND_LEARNING_RECORD || (id != 0 && id != get_id (self)))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (form); i++)
    if (form[i].field == field && self->rows[i] != NULL)
      self->go_to_row = self->rows[i];
  if (field == MTR_LEARNING_RECORD_STANDARDS)
    self->go_to_row = self->codes_row;
  if (self->go_to_row != NULL)
    gtk_widget_grab_focus (self->go_to_row);

  return TRUE;
}

static void
mtr_learning_record_page_focus_first (MtrPage *page)
{
  MtrLearningRecordPage *self = MTR_LEARNING_RECORD_PAGE (page);

  gtk_widget_grab_focus (self->go_to_row != NULL ? self->go_to_row : self->rows[0]);
}

static void
mtr_learning_record_page_leave (MtrPage *page)
{
  mtr_record_controller_flush (MTR_LEARNING_RECORD_PAGE (page)->controller);
}

static void
mtr_learning_record_page_dispose (GObject *object)
{
  MtrLearningRecordPage *self = MTR_LEARNING_RECORD_PAGE (object);

  if (self->controller != NULL)
    mtr_record_controller_set_check (self->controller, NULL, NULL);
  g_clear_object (&self->controller);
  g_clear_object (&self->learner);

  G_OBJECT_CLASS (mtr_learning_record_page_parent_class)->dispose (object);
}

static void
mtr_learning_record_page_class_init (MtrLearningRecordPageClass *klass)
{
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_learning_record_page_dispose;
  page_class->refresh = mtr_learning_record_page_refresh;
  page_class->go_to = mtr_learning_record_page_go_to;
  page_class->focus_first = mtr_learning_record_page_focus_first;
  page_class->leave = mtr_learning_record_page_leave;
}

static void
mtr_learning_record_page_init (MtrLearningRecordPage *self)
{
}

static MtrRecordController *
make_controller (MtrLearner *learner,
                 gint64      record_id)
{
  MtrProgramme *programme = mtr_learner_get_programme (learner);
  MtrRecord *stored = mtr_snapshot_get (mtr_learner_get_snapshot (learner), MTR_KIND_LEARNING_RECORD, record_id);
  g_autoptr (MtrRecord) unborn = NULL;
  g_autofree char *iso = NULL;
  GDate today;

  if (stored != NULL)
    return mtr_record_controller_new (programme, stored);

  mtr_programme_get_today (programme, &today);
  iso = mtr_date_to_iso (&today);
  unborn = mtr_record_new (MTR_KIND_LEARNING_RECORD, mtr_programme_new_id (programme));
  mtr_record_set_number (unborn, MTR_LEARNING_RECORD_PERSON_ID, mtr_learner_get_person_id (learner));
  mtr_record_set_text (unborn, MTR_LEARNING_RECORD_HELD_ON, iso);

  return mtr_record_controller_new_unborn (programme, unborn, NULL, NULL);
}

/* Where no areas are there to be learnt about, none are asked for. */
static void
add_codes (MtrLearningRecordPage *self,
           GtkBox                *content)
{
  MtrPack *pack = mtr_learner_get_pack (self->learner);
  GPtrArray *areas = mtr_pack_get_areas (pack);
  const char *word = mtr_pack_get_word (pack, "areas");
  GtkWidget *group;

  if (areas->len == 0)
    return;

  group = mtr_group_new (NULL, MTR_AUDIENCE_PROGRAMME, mtr_learner_get_other_name (self->learner), NULL);
  self->codes_row = mtr_codes_row_new (word != NULL ? word : _("Areas"), _("What it was about. One is enough."));
  for (guint i = 0; i < areas->len; i++)
    {
      const MtrStandard *area = g_ptr_array_index (areas, i);
      g_autofree char *title = g_strdup_printf ("%s %s", area->code, area->title);

      mtr_codes_row_add (MTR_CODES_ROW (self->codes_row), area->code, title);
    }
  gtk_widget_set_sensitive (self->codes_row, mtr_learner_can_write (self->learner));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->codes_row);
  gtk_box_append (content, group);
  g_signal_connect_object (self->codes_row, "toggled", G_CALLBACK (codes_toggled_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
make_row (MtrLearningRecordPage *self,
          MtrField               field,
          MtrAudience            audience)
{
  MtrPack *pack = mtr_learner_get_pack (self->learner);
  GPtrArray *kinds = mtr_pack_get_words (pack, MTR_WORDS_LEARNING_KINDS);
  const MtrWord *word = mtr_pack_find_word (pack, MTR_WORDS_LEARNING, mtr_field_get_info (field)->column);
  g_autofree char *readers = mtr_audience_describe_readers (audience, mtr_learner_get_other_name (self->learner), NULL);
  GtkWidget *row;

  if (field == MTR_LEARNING_RECORD_KIND)
    {
      if (kinds == NULL || kinds->len == 0)
        return NULL;
      row = mtr_field_row_new_choice (self->controller, field, kinds);
    }
  else
    {
      row = mtr_field_row_new (self->controller, field);
    }
  mtr_field_row_describe (MTR_FIELD_ROW (row), word);
  if (field == MTR_LEARNING_RECORD_MINUTES)
    mtr_field_row_set_prompt (MTR_FIELD_ROW (row), _("In minutes: 90 is an hour and a half."));
  if (field == MTR_LEARNING_RECORD_PROTECTION_MINUTES)
    mtr_field_row_set_prompt (MTR_FIELD_ROW (row), _("Part of the whole time, not on top of it."));
  mtr_field_row_set_readers (MTR_FIELD_ROW (row), readers);

  return row;
}

static void
add_form (MtrLearningRecordPage *self,
          GtkBox                *content)
{
  const char *other = mtr_learner_get_other_name (self->learner);
  GtkWidget *group = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (form); i++)
    {
      if (form[i].field == MTR_LEARNING_RECORD_LEARNT)
        add_codes (self, content);
      if (form[i].group != NULL)
        {
          group = mtr_group_new (_(form[i].group), form[i].audience, other, NULL);
          gtk_box_append (content, group);
        }
      if (!is_asked (self->learner, form[i].field))
        continue;
      self->rows[i] = make_row (self, form[i].field, form[i].audience);
      if (self->rows[i] != NULL)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->rows[i]);
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
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);

  self->learner = g_object_ref (learner);
  mtr_page_set_programme (MTR_PAGE (self), mtr_learner_get_programme (learner));
  self->controller = make_controller (learner, record_id);
  self->is_stored = !mtr_record_controller_is_unborn (self->controller);
  mtr_record_controller_set_check (self->controller, check_cb, self);

  mtr_page_parts_add_line (content, _("Assessment: what you choose of it goes into what is handed in"));
  add_form (self, content);
  self->share_button = mtr_page_parts_add_button (content, _("Shared With the Supervisor Today"), FALSE);
  self->feedback = MTR_LEARNING_FEEDBACK (mtr_learning_feedback_new (learner, self->controller));
  gtk_box_append (content, GTK_WIDGET (self->feedback));
  self->remove_button = mtr_page_parts_add_button (content, _("Remove"), FALSE);
  g_signal_connect_object (self->share_button, "clicked", G_CALLBACK (share_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->controller, "value-changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (learner, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
  show (self);

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
