/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Feedback by a form: a blank one to hand over, and what came back typed in.
 * Whether a name is on it is for whoever gives it to say, and so it is asked
 * before anything is typed.
 */

#include "mtr-feedback-page.h"

#include "mtr-evidence-actions.h"
#include "mtr-evidence-page.h"
#include "mtr-feedback-form-builder.h"
#include "mtr-language-row.h"
#include "mtr-language.h"
#include "mtr-preview.h"
#include "mtr-row-list.h"
#include "mtr-window.h"

#include <glib/gi18n-lib.h>

struct _MtrFeedbackPage {
  MtrPage          parent_instance;

  MtrPairingModel *model;  /* (owned) */
  char            *area;   /* (owned) (nullable) */
  GPtrArray       *lists;  /* (owned) (element-type MtrRowList): a list for each kind with a form */
};

G_DEFINE_FINAL_TYPE (MtrFeedbackPage, mtr_feedback_page, MTR_TYPE_PAGE)

static const struct {
  const char *key;
  const char *title;
  const char *subtitle;
  const char *verb;
} rows[] = {
  { "blank", N_("A blank form"), N_("To print, or to save and send"), N_("Print or save") },
  { "named", N_("An answer with a name or a role"), N_("Where whoever gave it wants it so"), N_("Type it in") },
  { "nameless", N_("An answer without a name"), N_("Only by role, as in “two supervisees”"), N_("Type it in") },
};

static void
show_blank (MtrFeedbackPage *self,
            const char      *kind)
{
  MtrRecord *mentee = mtr_pairing_model_get_mentee (self->model);
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  const char *language = mtr_document_language_get ();
  MtrPack *pack = mtr_document_language_get_pack (language, mtr_programme_get_library (programme),
                                                  mtr_pairing_model_get_pack (self->model));
  g_autoptr (MtrDocument) document = NULL;
  const char *before;
  GDate today;

  mtr_programme_get_today (programme, &today);
  before = mtr_language_switch (language);
  document = mtr_feedback_form_build (pack, kind,
                                      mentee != NULL ? mtr_record_get_name (mentee, MTR_PERSON_NAME) : NULL, &today);
  mtr_language_switch (before);
  /* Translators: the name that is suggested for a file. */
  mtr_preview_show (GTK_WIDGET (self), document, _("Feedback form.pdf"));
}

/* The questions of the form stand in the text, so that the answers are typed where they belong. */
static char *
dup_questions (MtrPack *pack)
{
  GPtrArray *questions = mtr_pack_get_words (pack, MTR_WORDS_FEEDBACK_FORM);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < questions->len; i++)
    g_string_append_printf (text, "%s%u. %s\n", i > 0 ? "\n" : "", i + 1,
                            ((MtrWord *) g_ptr_array_index (questions, i))->title);

  return g_string_free (text, FALSE);
}

static void
type_in (MtrFeedbackPage *self,
         const char      *kind,
         gboolean         named)
{
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  const MtrEvidenceKind *evidence_kind = mtr_pack_find_evidence_kind (pack, kind);
  g_autofree char *questions = dup_questions (pack);
  g_autoptr (MtrPairingModel) model = g_object_ref (self->model);
  MtrWindow *window = mtr_window_of (GTK_WIDGET (self));
  gint64 id = mtr_evidence_actions_add (model, kind, self->area, evidence_kind->title, questions);
  MtrPage *page = mtr_evidence_page_new (model, id);

  mtr_page_pop (MTR_PAGE (self));
  mtr_window_push (window, page);
  mtr_page_go_to (page, MTR_KIND_EVIDENCE, id, named ? MTR_EVIDENCE_GIVEN_BY : MTR_EVIDENCE_TEXT);
}

static void
activated_cb (MtrFeedbackPage *self,
              const char      *key,
              MtrRowList      *list)
{
  const char *kind = g_object_get_data (G_OBJECT (list), "kind");

  if (g_str_equal (key, "blank"))
    show_blank (self, kind);
  else
    type_in (self, kind, g_str_equal (key, "named"));
}

static void
narrow_cb (MtrFeedbackPage *self)
{
  for (guint i = 0; i < self->lists->len; i++)
    mtr_row_list_set_narrow (g_ptr_array_index (self->lists, i), mtr_page_get_narrow (MTR_PAGE (self)));
}

static void
mtr_feedback_page_dispose (GObject *object)
{
  MtrFeedbackPage *self = MTR_FEEDBACK_PAGE (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->area, g_free);
  g_clear_pointer (&self->lists, g_ptr_array_unref);

  G_OBJECT_CLASS (mtr_feedback_page_parent_class)->dispose (object);
}

static void
mtr_feedback_page_class_init (MtrFeedbackPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_feedback_page_dispose;
}

static void
mtr_feedback_page_init (MtrFeedbackPage *self)
{
  self->lists = g_ptr_array_new_with_free_func (g_object_unref);
  mtr_page_set_title (MTR_PAGE (self), _("Feedback by a Form"));
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
}

static void
add_kind (MtrFeedbackPage       *self,
          GtkBox                *content,
          const MtrEvidenceKind *kind)
{
  GtkWidget *group = adw_preferences_group_new ();
  MtrRowList *list = mtr_row_list_new (ADW_PREFERENCES_GROUP (group));
  g_autofree char *markup = g_markup_escape_text (kind->title, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), markup);
  gtk_box_append (content, group);
  g_ptr_array_add (self->lists, list);
  g_object_set_data_full (G_OBJECT (list), "kind", g_strdup (kind->code), g_free);
  mtr_row_list_begin (list);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    mtr_row_list_add (list, rows[i].key, _(rows[i].title), _(rows[i].subtitle), NULL, _(rows[i].verb));
  mtr_row_list_end (list);
  g_signal_connect_object (list, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
}

/**
 * mtr_feedback_page_new:
 * @model: the pairing whose portfolio it goes into
 * @area: (nullable): the code of an area that the answer is linked to from the start
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_feedback_page_new (MtrPairingModel *model,
                       const char      *area)
{
  MtrFeedbackPage *self = g_object_new (MTR_TYPE_FEEDBACK_PAGE, NULL);
  GPtrArray *kinds = mtr_pack_get_evidence_kinds (mtr_pairing_model_get_pack (model));
  GtkBox *content;

  self->model = g_object_ref (model);
  self->area = g_strdup (area);
  mtr_page_set_programme (MTR_PAGE (self), mtr_pairing_model_get_programme (model));
  content = mtr_page_add_content (MTR_PAGE (self), 720);
  for (guint i = 0; i < kinds->len; i++)
    if (((MtrEvidenceKind *) g_ptr_array_index (kinds, i))->has_form)
      add_kind (self, content, g_ptr_array_index (kinds, i));

  return MTR_PAGE (self);
}

/**
 * mtr_feedback_page_is_possible:
 * @model: a pairing
 *
 * Returns: whether its pack has a kind of evidence with a form
 */
gboolean
mtr_feedback_page_is_possible (MtrPairingModel *model)
{
  GPtrArray *kinds = mtr_pack_get_evidence_kinds (mtr_pairing_model_get_pack (model));

  for (guint i = 0; i < kinds->len; i++)
    if (((MtrEvidenceKind *) g_ptr_array_index (kinds, i))->has_form)
      return TRUE;

  return FALSE;
}
