/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tool of the pack being filled in, or filled in once: who reads it is said
 * before the first question, and what it can become stands after the last. It
 * is nobody else's until a button is pressed, and no button sends anything.
 */

#include "mtr-filled-form-page.h"

#include "mtr-audience-button.h"
#include "mtr-date.h"
#include "mtr-evidence-actions.h"
#include "mtr-evidence-page.h"
#include "mtr-field-row.h"
#include "mtr-filled-form.h"
#include "mtr-page-parts.h"

#include <glib/gi18n-lib.h>

struct _MtrFilledFormPage {
  MtrFormPage      parent_instance;

  const MtrForm   *form;
  MtrPairingModel *model;         /* (owned) (nullable): the pairing, where there is one */
  GtkLabel        *standing;      /* who gave it, and when it was passed on */
  GtkWidget       *giver_group;   /* (nullable) */
  GtkWidget       *named_row;     /* (nullable) */
  GtkWidget       *given_by_row;  /* (nullable) */
  GtkWidget       *share_button;
  GtkWidget       *evidence_button;
  GtkWidget       *copy_button;
  GtkWidget       *remove_button;
};

G_DEFINE_FINAL_TYPE (MtrFilledFormPage, mtr_filled_form_page, MTR_TYPE_FORM_PAGE)

static MtrProgramme *
get_programme (MtrFilledFormPage *self)
{
  return mtr_page_get_programme (MTR_PAGE (self));
}

static MtrRecord *
get_record (MtrFilledFormPage *self)
{
  return mtr_record_controller_get_record (mtr_form_page_get_controller (MTR_FORM_PAGE (self)));
}

static gboolean
is_private (MtrFilledFormPage *self)
{
  return mtr_record_get_kind (get_record (self)) == MTR_KIND_PRIVATE_FORM;
}

static gboolean
is_passed_on (MtrFilledFormPage *self)
{
  return is_private (self) && mtr_record_is_set (get_record (self), MTR_PRIVATE_FORM_PASSED_ON);
}

static const char *
get_other (MtrFilledFormPage *self)
{
  return self->model != NULL ? mtr_pairing_model_get_pair_names (self->model) : NULL;
}

/**
 * mtr_filled_form_dup_audience:
 * @form: a form of the pack
 * @other: (nullable): the names of the others of the pairing, where it is known who they are
 *
 * Returns: (transfer full): who reads its answers and who decides that, in a sentence or two
 */
char *
mtr_filled_form_dup_audience (const MtrForm *form,
                              const char    *other)
{
  switch (form->audience)
    {
    case MTR_FORM_AUDIENCE_MINE:
      return g_strdup (_("Always private: only you read this, and it is in no print, no export and no report."));

    case MTR_FORM_AUDIENCE_PAIR:
      /* Translators: %s is a person's name. */
      return other != NULL ? g_strdup_printf (_("You and %s read this, from the first word."), other)
                           : g_strdup (_("The people of the pairing read this, from the first word."));

    case MTR_FORM_AUDIENCE_GIVER:
      /* Translators: %s is a person's name. */
      return other != NULL ? g_strdup_printf (_("Only you read this, unless you share it with %s. You decide."), other)
                           : g_strdup (_("Only you read this, unless you share it. You decide."));

    case MTR_FORM_AUDIENCE_EVIDENCE:
    default:
      return g_strdup (_("Only you read this, unless you add it to the portfolio. You decide."));
    }
}

/* Who has nobody to fill it in with keeps it in their own file. */
static char *
dup_audience (MtrFilledFormPage *self)
{
  if (is_private (self) && self->form->audience == MTR_FORM_AUDIENCE_PAIR)
    return g_strdup (_("Only you read this, in your own file. Fill it in together with your supervisor, and copy from it what is "
                       "handed in."));

  return mtr_filled_form_dup_audience (self->form, get_other (self));
}

/* ---- What it can become -------------------------------------------------------------------- */

/* What has been answered so far, written first; NULL, and a word about it, where that is nothing. */
static GPtrArray *
take_answers (MtrFilledFormPage *self)
{
  g_autoptr (GPtrArray) answers = NULL;
  g_autofree char *text = NULL;

  mtr_form_page_flush (MTR_FORM_PAGE (self));
  mtr_programme_save_now (get_programme (self));
  answers = mtr_form_page_list_answers (MTR_FORM_PAGE (self));
  text = mtr_filled_form_dup_text (self->form, answers);
  if (*text != '\0')
    return g_steal_pointer (&answers);

  mtr_form_page_refuse (MTR_FORM_PAGE (self), _("Answer one of the questions first; any one will do."));

  return NULL;
}

/* Whoever gives it says first whether their name is on it. */
static gboolean
is_giver_clear (MtrFilledFormPage *self)
{
  MtrRecord *record = get_record (self);

  if (self->named_row == NULL)
    return TRUE;

  if (!mtr_record_is_set (record, MTR_PRIVATE_FORM_NAMED))
    mtr_field_row_refuse (MTR_FIELD_ROW (self->named_row), _("Say first whether a name goes with it."));
  else if (mtr_record_get_number (record, MTR_PRIVATE_FORM_NAMED) != 0 &&
           !mtr_record_is_set (record, MTR_PRIVATE_FORM_GIVEN_BY))
    mtr_field_row_refuse (MTR_FIELD_ROW (self->given_by_row), _("Say who gave it, or choose that no name goes with it."));
  else
    return TRUE;

  return FALSE;
}

static gint64
new_id_cb (gpointer programme)
{
  return mtr_programme_new_id (programme);
}

static void
share_cb (MtrFilledFormPage *self)
{
  MtrProgramme *programme = get_programme (self);
  MtrChange *change;
  g_autoptr (GPtrArray) answers = NULL;
  g_autofree char *day = NULL;
  g_autofree char *done = NULL;
  GDate today;

  if (self->model == NULL)
    {
      mtr_programme_announce (programme, _("There is nobody to share it with yet: begin a pairing first."));
      return;
    }
  if (is_passed_on (self) || !is_giver_clear (self))
    return;
  answers = take_answers (self);
  if (answers == NULL)
    return;

  mtr_programme_get_today (programme, &today);
  day = mtr_date_to_iso (&today);
  change = mtr_change_new (_("share a form"));
  mtr_filled_form_share (change, get_record (self), answers, mtr_pairing_model_get_id (self->model),
                         self->form->named_by_choice ? 0 : mtr_programme_get_owner_id (programme), day, new_id_cb,
                         programme);
  /* Translators: %s is a person's name. */
  done = get_other (self) != NULL ? g_strdup_printf (_("Shared with %s. Ctrl+Z takes it back"), get_other (self))
                                  : g_strdup (_("Shared. Ctrl+Z takes it back"));
  mtr_programme_act (programme, change, done);
}

static void
evidence_cb (MtrFilledFormPage *self)
{
  g_autoptr (GPtrArray) answers = NULL;
  g_autofree char *text = NULL;
  gboolean named;
  MtrPage *page;
  gint64 id;

  if (!is_giver_clear (self))
    return;
  answers = take_answers (self);
  if (answers == NULL)
    return;

  named = self->named_row != NULL && mtr_record_get_number (get_record (self), MTR_PRIVATE_FORM_NAMED) != 0;
  text = mtr_filled_form_dup_text (self->form, answers);
  id = mtr_evidence_actions_add (self->model, self->form->evidence_kind, NULL, self->form->title, text);
  page = mtr_evidence_page_new (self->model, id);
  mtr_page_push (MTR_PAGE (self), page);
  mtr_page_go_to (page, MTR_KIND_EVIDENCE, id, named ? MTR_EVIDENCE_GIVEN_BY : MTR_EVIDENCE_TEXT);
}

static void
copy_cb (MtrFilledFormPage *self)
{
  g_autoptr (GPtrArray) answers = take_answers (self);
  g_autofree char *text = NULL;

  if (answers == NULL)
    return;

  text = mtr_filled_form_dup_text (self->form, answers);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  mtr_programme_announce (get_programme (self), _("The text is copied: paste it where you want it. Nothing was sent."));
}

static void
remove_cb (MtrFilledFormPage *self)
{
  MtrRecord *record = get_record (self);
  MtrChange *change = mtr_change_new (_("remove a form"));

  mtr_change_delete (change, mtr_record_get_kind (record), mtr_record_get_id (record));
  mtr_programme_act (get_programme (self), change, _("The form is removed. Ctrl+Z brings it back"));
}

/* ---- The page -------------------------------------------------------------------------------- */

static char *
dup_standing (MtrFilledFormPage *self)
{
  MtrRecord *record = get_record (self);
  GDate date;

  if (is_private (self))
    {
      g_autofree char *day = NULL;

      if (!mtr_record_get_date (record, MTR_PRIVATE_FORM_PASSED_ON, &date))
        return NULL;
      day = mtr_date_format (&date, MTR_DATE_STYLE_LONG);
      /* Translators: %s is a date. */
      return g_strdup_printf (_("Shared on %s. What the others read is a copy; this one stays with you."), day);
    }
  if (mtr_record_is_set (record, MTR_FORM_RECORD_GIVEN_BY))
    /* Translators: %s is who gave it: a name, a role, or both. */
    return g_strdup_printf (_("Given by %s."), mtr_record_get_text (record, MTR_FORM_RECORD_GIVEN_BY));
  if (mtr_record_is_set (record, MTR_FORM_RECORD_NAMED))
    return g_strdup (_("Given without a name."));

  return NULL;
}

static gboolean
may_write (MtrFilledFormPage *self)
{
  if (mtr_programme_is_read_only (get_programme (self)))
    return FALSE;

  return is_private (self) ? !is_passed_on (self) : self->model != NULL && mtr_pairing_model_can_write (self->model);
}

static gboolean
has_portfolio (MtrFilledFormPage *self)
{
  MtrPack *pack;

  if (self->form->evidence_kind == NULL || self->model == NULL || !mtr_pairing_model_can_write (self->model))
    return FALSE;
  pack = mtr_pairing_model_get_pack (self->model);

  return pack != NULL && mtr_pack_has_view (pack, "portfolio") &&
         mtr_pack_find_evidence_kind (pack, self->form->evidence_kind) != NULL;
}

static void
show_state (MtrFilledFormPage *self)
{
  gboolean can_write = may_write (self);
  gboolean is_stored = !mtr_record_controller_is_unborn (mtr_form_page_get_controller (MTR_FORM_PAGE (self)));
  g_autofree char *standing = dup_standing (self);

  gtk_label_set_text (self->standing, standing != NULL ? standing : "");
  gtk_widget_set_visible (GTK_WIDGET (self->standing), standing != NULL);
  if (self->giver_group != NULL)
    gtk_widget_set_visible (self->giver_group, can_write);
  gtk_widget_set_visible (self->share_button, can_write && is_private (self) &&
                                              self->form->audience == MTR_FORM_AUDIENCE_GIVER);
  gtk_widget_set_visible (self->evidence_button, is_private (self) && has_portfolio (self));
  gtk_widget_set_visible (self->remove_button, is_stored && !mtr_programme_is_read_only (get_programme (self)) &&
                                               (is_private (self) || can_write));
  mtr_form_page_set_can_write (MTR_FORM_PAGE (self), can_write);
}

static void
mtr_filled_form_page_refresh (MtrPage *page)
{
  MTR_PAGE_CLASS (mtr_filled_form_page_parent_class)->refresh (page);
  show_state (MTR_FILLED_FORM_PAGE (page));
}

static void
mtr_filled_form_page_dispose (GObject *object)
{
  g_clear_object (&MTR_FILLED_FORM_PAGE (object)->model);

  G_OBJECT_CLASS (mtr_filled_form_page_parent_class)->dispose (object);
}

static void
mtr_filled_form_page_class_init (MtrFilledFormPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_filled_form_page_dispose;
  MTR_PAGE_CLASS (klass)->refresh = mtr_filled_form_page_refresh;
}

static void
mtr_filled_form_page_init (MtrFilledFormPage *self)
{
}

static void
add_top (MtrFilledFormPage *self)
{
  GtkBox *top = mtr_form_page_get_top (MTR_FORM_PAGE (self));
  g_autofree char *audience = dup_audience (self);
  g_autofree char *readers = mtr_audience_describe_readers (MTR_AUDIENCE_MINE, NULL, NULL);
  MtrRecordController *controller = mtr_form_page_get_controller (MTR_FORM_PAGE (self));

  mtr_page_parts_add_line (top, audience);
  self->standing = mtr_page_parts_add_line (top, "");
  if (!self->form->named_by_choice || !is_private (self))
    return;

  self->giver_group = mtr_group_new (_("Who gives it"), MTR_AUDIENCE_MINE, NULL, NULL);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->giver_group),
                                         _("Whoever gives it decides. Without a name, what stands here goes nowhere."));
  self->named_row = mtr_field_row_new (controller, MTR_PRIVATE_FORM_NAMED);
  self->given_by_row = mtr_field_row_new (controller, MTR_PRIVATE_FORM_GIVEN_BY);
  mtr_field_row_set_title (MTR_FIELD_ROW (self->given_by_row), _("Name or role"));
  mtr_field_row_set_readers (MTR_FIELD_ROW (self->named_row), readers);
  mtr_field_row_set_readers (MTR_FIELD_ROW (self->given_by_row), readers);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->giver_group), self->named_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->giver_group), self->given_by_row);
  gtk_box_append (top, self->giver_group);
}

static GtkWidget *
add_button (MtrFilledFormPage *self,
            const char        *label,
            gboolean           suggested,
            GCallback          callback)
{
  GtkWidget *button = mtr_page_parts_add_button (mtr_form_page_get_bottom (MTR_FORM_PAGE (self)), label, suggested);

  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  return button;
}

static void
add_bottom (MtrFilledFormPage *self)
{
  /* Translators: a button; %s is a person's name. */
  g_autofree char *share = get_other (self) != NULL ? g_strdup_printf (_("Share with %s"), get_other (self))
                                                    : g_strdup (_("Share"));

  self->share_button = add_button (self, share, TRUE, G_CALLBACK (share_cb));
  self->evidence_button = add_button (self, _("Add to the Portfolio"),
                                      self->form->audience == MTR_FORM_AUDIENCE_EVIDENCE, G_CALLBACK (evidence_cb));
  self->copy_button = add_button (self, _("Copy the Text"), self->form->use == MTR_FORM_CPD, G_CALLBACK (copy_cb));
  gtk_widget_set_visible (self->copy_button, self->form->use == MTR_FORM_CPD || self->form->agreement_field != NULL ||
                                             (is_private (self) && self->form->audience == MTR_FORM_AUDIENCE_PAIR));
  self->remove_button = add_button (self, _("Remove This Form"), FALSE, G_CALLBACK (remove_cb));
}

/**
 * mtr_filled_form_page_new:
 * @programme: the programme
 * @form: a form of the pack
 * @record: (transfer none): of %MTR_KIND_PRIVATE_FORM or %MTR_KIND_FORM_RECORD, as it is stored, or a new one
 * @model: (nullable): the pairing that it may be shared with or that it is of
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_filled_form_page_new (MtrProgramme    *programme,
                          const MtrForm   *form,
                          MtrRecord       *record,
                          MtrPairingModel *model)
{
  MtrFilledFormPage *self = g_object_new (MTR_TYPE_FILLED_FORM_PAGE, NULL);
  gboolean is_own = mtr_record_get_kind (record) == MTR_KIND_PRIVATE_FORM;
  MtrFormSetup setup = {
    .programme = programme,
    .form = form,
    .record = record,
    .audience = is_own ? MTR_AUDIENCE_MINE : MTR_AUDIENCE_PAIR,
    .other = model != NULL ? mtr_pairing_model_get_pair_names (model) : NULL,
    .can_write = is_own ? !mtr_record_is_set (record, MTR_PRIVATE_FORM_PASSED_ON)
                        : model != NULL && mtr_pairing_model_can_write (model),
  };

  self->form = form;
  g_set_object (&self->model, model);
  mtr_form_page_set_up (MTR_FORM_PAGE (self), &setup);
  add_top (self);
  add_bottom (self);
  show_state (self);

  return MTR_PAGE (self);
}

/**
 * mtr_filled_form_page_can_draft:
 * @model: a pairing
 *
 * Returns: whether a note in the questions of the regulator can be drafted from what is in it
 */
gboolean
mtr_filled_form_page_can_draft (MtrPairingModel *model)
{
  MtrPack *pack = mtr_pairing_model_get_pack (model);

  return pack != NULL && mtr_pack_find_form_for (pack, MTR_FORM_CPD, NULL) != NULL &&
         !mtr_programme_is_read_only (mtr_pairing_model_get_programme (model));
}

/**
 * mtr_filled_form_page_new_note:
 * @model: a pairing
 * @source: a session or an observation of it
 *
 * Begins a note in the questions of the regulator. It is kept from now on, as one of the owner's own.
 *
 * Returns: (transfer floating) (nullable): the page with it; %NULL where the pack has no such form
 */
MtrPage *
mtr_filled_form_page_new_note (MtrPairingModel *model,
                               MtrRecord       *source)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (model);
  MtrPack *pack = mtr_pairing_model_get_pack (model);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (MtrRecord) note = NULL;
  g_autofree char *day = NULL;
  MtrChange *change;
  GDate today;

  mtr_programme_get_today (programme, &today);
  day = mtr_date_to_iso (&today);
  records = mtr_filled_form_draft_note (pack, mtr_pairing_model_get_snapshot (model), source,
                                        mtr_programme_get_owner_id (programme), day, new_id_cb, programme);
  if (records == NULL)
    return NULL;

  note = g_object_ref (g_ptr_array_index (records, 0));
  change = mtr_change_new (_("draft a learning note"));
  for (guint i = 0; i < records->len; i++)
    mtr_change_insert (change, g_object_ref (g_ptr_array_index (records, i)));
  mtr_programme_act (programme, change, _("A learning note is drafted, for you alone. Ctrl+Z takes it back"));

  return mtr_filled_form_page_new (programme, mtr_pack_find_form_for (pack, MTR_FORM_CPD, NULL), note, NULL);
}
