/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Why one item shows one area, and what the mentor makes of it. The candidate
 * writes the reason; the view and the note are the mentor's words, which the
 * candidate can read and not change.
 */

#include "mtr-evidence-link-group.h"

#include "mtr-audience-button.h"
#include "mtr-field-row.h"
#include "mtr-text-row.h"

#include <glib/gi18n-lib.h>

struct _MtrEvidenceLinkGroup {
  AdwPreferencesGroup  parent_instance;

  MtrPairingModel     *model;       /* (owned) */
  MtrRecordController *controller;  /* (owned) */
  GtkWidget           *rationale_row;  /* (nullable): where it is only read */
  GtkWidget           *view_row;    /* (nullable): the mentor's view, where it is only read */
};

G_DEFINE_FINAL_TYPE (MtrEvidenceLinkGroup, mtr_evidence_link_group, ADW_TYPE_PREFERENCES_GROUP)

static const struct {
  const char *code;
  const char *title;
} views[] = {
  { "sufficient", N_("Sufficient") },
  { "partly", N_("Partly") },
  { "not-yet", N_("Not yet") },
};

static const char *
get_view_title (MtrRecord *link)
{
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    if (mtr_record_text_is (link, MTR_EVIDENCE_LINK_MENTOR_VIEW, views[i].code))
      return _(views[i].title);

  return _("Not looked at yet");
}

static void
show_view (MtrEvidenceLinkGroup *self,
           MtrRecord            *link)
{
  const char *note = mtr_record_get_text (link, MTR_EVIDENCE_LINK_MENTOR_NOTE);
  g_autofree char *subtitle = NULL;

  if (self->rationale_row != NULL)
    mtr_text_row_set_text (MTR_TEXT_ROW (self->rationale_row),
                           mtr_record_get_text (link, MTR_EVIDENCE_LINK_RATIONALE), _("No reason yet"));
  if (self->view_row == NULL)
    return;

  subtitle = note != NULL ? g_strdup_printf ("%s: %s", get_view_title (link), note) : g_strdup (get_view_title (link));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->view_row), subtitle);
}

static void
add_view_rows (MtrEvidenceLinkGroup *self)
{
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *row;

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      MtrWord *word = g_new0 (MtrWord, 1);

      /* Borrowed: the row copies what it needs. */
      word->code = (char *) views[i].code;
      word->title = (char *) _(views[i].title);
      g_ptr_array_add (words, word);
    }
  row = mtr_field_row_new_choice (self->controller, MTR_EVIDENCE_LINK_MENTOR_VIEW, words);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  row = mtr_field_row_new (self->controller, MTR_EVIDENCE_LINK_MENTOR_NOTE);
  mtr_field_row_describe (MTR_FIELD_ROW (row), mtr_pack_find_word (pack, MTR_WORDS_EVIDENCE, "mentor_note"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
mtr_evidence_link_group_dispose (GObject *object)
{
  MtrEvidenceLinkGroup *self = MTR_EVIDENCE_LINK_GROUP (object);

  g_clear_object (&self->controller);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_evidence_link_group_parent_class)->dispose (object);
}

static void
mtr_evidence_link_group_class_init (MtrEvidenceLinkGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_evidence_link_group_dispose;
}

static void
mtr_evidence_link_group_init (MtrEvidenceLinkGroup *self)
{
}

/**
 * mtr_evidence_link_group_new:
 * @model: the pairing
 * @link: the link, as it is stored
 *
 * Returns: (transfer floating): the group
 */
GtkWidget *
mtr_evidence_link_group_new (MtrPairingModel *model,
                             MtrRecord       *link)
{
  MtrEvidenceLinkGroup *self = g_object_new (MTR_TYPE_EVIDENCE_LINK_GROUP, NULL);
  MtrPack *pack = mtr_pairing_model_get_pack (model);
  const char *code = mtr_record_get_text (link, MTR_EVIDENCE_LINK_STANDARD);
  const MtrStandard *standard = mtr_pack_find_standard (pack, code);
  MtrProgramme *programme = mtr_pairing_model_get_programme (model);
  MtrRecord *mentor = mtr_pairing_model_get_mentor (model);
  const char *mentor_name = mentor != NULL ? mtr_record_get_name (mentor, MTR_PERSON_NAME) : NULL;
  /* Translators: the number and the name of an area, as a heading. */
  g_autofree char *title = g_strdup_printf (_("%s %s"), code, standard != NULL ? standard->title : "");
  g_autofree char *markup = g_markup_escape_text (title, -1);
  gboolean writable = mtr_pairing_model_can_write (model);
  GtkWidget *row;

  self->model = g_object_ref (model);
  self->controller = mtr_record_controller_new (programme, link);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), markup);

  if (writable)
    {
      row = mtr_field_row_new (self->controller, MTR_EVIDENCE_LINK_RATIONALE);
      mtr_field_row_describe (MTR_FIELD_ROW (row), mtr_pack_find_word (pack, MTR_WORDS_EVIDENCE, "rationale"));
    }
  else
    {
      row = self->rationale_row = mtr_text_row_new (mtr_field_get_label (MTR_EVIDENCE_LINK_RATIONALE));
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);

  if (writable && mentor != NULL && mtr_record_get_id (mentor) == mtr_programme_get_owner_id (programme))
    {
      add_view_rows (self);
    }
  else if (mentor_name != NULL)
    {
      /* Translators: %s is the name of the mentor. */
      g_autofree char *whose = g_strdup_printf (_("In the words of %s"), mentor_name);

      self->view_row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->view_row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->view_row), whose);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->view_row), 0);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->view_row);
    }
  show_view (self, link);

  return GTK_WIDGET (self);
}

/**
 * mtr_evidence_link_group_refresh:
 * @self: a group
 * @link: the link, as it is stored now
 */
void
mtr_evidence_link_group_refresh (MtrEvidenceLinkGroup *self,
                                 MtrRecord            *link)
{
  mtr_record_controller_refresh (self->controller, link);
  show_view (self, link);
}
