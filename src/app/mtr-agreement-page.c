/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The agreement of a pairing: confidentiality first, then who does what, what
 * the mentee commits to, what mentoring is not, and the two signatures. What somebody has signed can only be
 * read; agreeing anew makes the next version, which shows what is different.
 * Versions before can be read for ever.
 */

#include "mtr-agreement-page.h"

#include "mtr-accessible.h"
#include "mtr-agreement.h"
#include "mtr-audience-button.h"
#include "mtr-commitment-group.h"
#include "mtr-date.h"
#include "mtr-field-row.h"
#include "mtr-filled-form.h"
#include "mtr-page-parts.h"
#include "mtr-pairing-words.h"
#include "mtr-pairing.h"
#include "mtr-sign-dialog.h"
#include "mtr-signature.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>

/* The two who sign. */
static const struct {
  const char *slot;
  const char *role;
} slots[] = {
  { MTR_SLOT_MENTOR, MTR_ROLE_MENTOR },
  { MTR_SLOT_MENTEE, MTR_ROLE_MENTEE },
};

struct _MtrAgreementPage {
  MtrPage              parent_instance;

  MtrPairingModel     *model;         /* (owned) */
  gint64               agreement_id;  /* an earlier version to read; 0 for the newest */
  char                *built;         /* (owned) (nullable): what the sections were built for */
  MtrRecordController *controller;    /* (owned) (nullable): of a version that is being written */
  GHashTable          *rows;          /* (owned): field → MtrFieldRow, while it is written */
  GHashTable          *earlier_rows;  /* (owned): field → row with what the version before said */
  MtrField             wanted;        /* where the cursor is to go */

  GtkLabel            *support_label;
  GtkLabel            *version_label;
  GtkLabel            *changes_label;
  GtkBox              *sections;
  MtrCommitmentGroup  *commitments;   /* (nullable): among the sections */
  MtrRowList          *signatures;    /* (owned) */
  GtkWidget           *anew_button;
  GtkWidget           *take_back_button;
  GtkWidget           *remove_button;
  GtkWidget           *older_group;
  MtrRowList          *older;         /* (owned) */
};

G_DEFINE_FINAL_TYPE (MtrAgreementPage, mtr_agreement_page, MTR_TYPE_PAGE)

#define CONFIDENCE N_("What stays between us, and what does not")
#define ROLES      N_("Who does what")
#define WORKING    N_("How we work together")
#define LEARNING   N_("How each of us learns")
#define TERM       N_("From beginning to end")

/* Where each part belongs; the order is that of the pack. */
static const struct {
  MtrField    field;
  const char *section;
} parts[] = {
  { MTR_AGREEMENT_BETWEEN_US, CONFIDENCE },
  { MTR_AGREEMENT_LIMITS, CONFIDENCE },
  { MTR_AGREEMENT_MANAGER_RECEIVES, CONFIDENCE },
  { MTR_AGREEMENT_PURPOSE, N_("Purpose") },
  { MTR_AGREEMENT_MENTOR_ROLE, ROLES },
  { MTR_AGREEMENT_MENTEE_ROLE, ROLES },
  { MTR_AGREEMENT_MANAGER_ROLE, ROLES },
  { MTR_AGREEMENT_SCOPE_OUT, ROLES },
  { MTR_AGREEMENT_FREQUENCY, WORKING },
  { MTR_AGREEMENT_SESSION_MINUTES, WORKING },
  { MTR_AGREEMENT_MODE, WORKING },
  { MTR_AGREEMENT_PLACE, WORKING },
  { MTR_AGREEMENT_PRACTICALITIES, WORKING },
  { MTR_AGREEMENT_AGENDA, WORKING },
  { MTR_AGREEMENT_CANCELLATION, WORKING },
  { MTR_AGREEMENT_CONTACT_BETWEEN, WORKING },
  { MTR_AGREEMENT_RESPONSE_DAYS, WORKING },
  { MTR_AGREEMENT_MENTOR_LEARNING, LEARNING },
  { MTR_AGREEMENT_MENTEE_LEARNING, LEARNING },
  { MTR_AGREEMENT_SUPPORT_NEEDS, LEARNING },
  { MTR_AGREEMENT_RECORDS, TERM },
  { MTR_AGREEMENT_STARTS_ON, TERM },
  { MTR_AGREEMENT_ENDS_ON, TERM },
  { MTR_AGREEMENT_EFFECT, TERM },
  { MTR_AGREEMENT_ENDING, TERM },
  { MTR_AGREEMENT_REVIEW_ON, N_("When we look at it again") },
};

/* What a first agreement begins with, where the pairing says it already. */
static const struct {
  MtrField pairing_field;
  MtrField field;
} beginnings[] = {
  { MTR_PAIRING_FREQUENCY, MTR_AGREEMENT_FREQUENCY },
  { MTR_PAIRING_SESSION_MINUTES, MTR_AGREEMENT_SESSION_MINUTES },
  { MTR_PAIRING_MODE, MTR_AGREEMENT_MODE },
  { MTR_PAIRING_PLACE, MTR_AGREEMENT_PLACE },
  { MTR_PAIRING_STARTED_ON, MTR_AGREEMENT_STARTS_ON },
  { MTR_PAIRING_PLANNED_END_ON, MTR_AGREEMENT_ENDS_ON },
};

static MtrRecord *
find_agreement (MtrAgreementPage *self)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);

  return self->agreement_id != 0 ? mtr_snapshot_get (snapshot, MTR_KIND_AGREEMENT, self->agreement_id)
                                 : mtr_agreement_find_current (snapshot, mtr_pairing_model_get_id (self->model));
}

static guint
count_signatures (MtrRecord *agreement)
{
  guint n = 0;

  for (gsize i = 0; agreement != NULL && i < G_N_ELEMENTS (slots); i++)
    n += mtr_signature_is_given (agreement, slots[i].slot) ? 1 : 0;

  return n;
}

static gboolean
can_write (MtrAgreementPage *self,
           MtrRecord        *agreement)
{
  return mtr_pairing_model_can_write (self->model) && self->agreement_id == 0 && count_signatures (agreement) == 0;
}

static GPtrArray *
list_choices (MtrField field)
{
  if (field == MTR_AGREEMENT_FREQUENCY)
    return mtr_pairing_words_list_frequencies ();

  return field == MTR_AGREEMENT_MODE ? mtr_pairing_words_list_modes () : NULL;
}

static char *
dup_value (MtrAgreementPage *self,
           MtrRecord        *agreement,
           MtrField          field)
{
  g_autoptr (GPtrArray) choices = list_choices (field);
  g_autofree char *on = NULL;
  GDate date;

  if (mtr_field_is_number (field))
    return mtr_record_is_set (agreement, field)
           ? g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_number (agreement, field)) : NULL;
  for (guint i = 0; choices != NULL && i < choices->len; i++)
    if (mtr_record_text_is (agreement, field, ((const MtrWord *) g_ptr_array_index (choices, i))->code))
      return g_strdup (((const MtrWord *) g_ptr_array_index (choices, i))->title);
  if (mtr_field_get_info (field)->type != MTR_TYPE_DATE)
    return g_strdup (mtr_record_get_text (agreement, field));

  on = field == MTR_AGREEMENT_REVIEW_ON && mtr_signature_is_complete (agreement)
       ? mtr_agreement_dup_review_on (mtr_pairing_model_get_pack (self->model), agreement)
       : g_strdup (mtr_record_get_text (agreement, field));

  return on != NULL && mtr_date_from_iso (on, &date) ? mtr_date_format (&date, MTR_DATE_STYLE_LONG) : NULL;
}

static GtkWidget *
make_reading_row (const char *title,
                  const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text != NULL ? text : "");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

static GtkWidget *
make_earlier_row (MtrAgreementPage *self,
                  MtrRecord        *earlier,
                  MtrField          field)
{
  g_autofree char *old = dup_value (self, earlier, field);
  g_autofree char *title = NULL;
  GtkWidget *row;

  /* Translators: above what an earlier version of the agreement said; %d is its number. */
  title = g_strdup_printf (_("Changed. Version %d said:"), (int) mtr_record_get_number (earlier, MTR_AGREEMENT_VERSION));
  row = make_reading_row (title, old != NULL ? old : _("Nothing written"));
  gtk_widget_add_css_class (row, "earlier");

  return row;
}

/* What both should have seen before they sign. */
static char *
dup_changes (MtrAgreementPage *self,
             MtrRecord        *agreement,
             MtrRecord        *earlier)
{
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  g_autoptr (GArray) fields = mtr_agreement_compare (agreement, earlier);
  g_autoptr (GString) titles = g_string_new (NULL);
  int version = (int) mtr_record_get_number (earlier, MTR_AGREEMENT_VERSION);

  for (guint i = 0; i < fields->len; i++)
    {
      MtrField field = g_array_index (fields, MtrField, i);
      const MtrWord *word = mtr_pack_find_word (pack, MTR_WORDS_AGREEMENT, mtr_field_get_info (field)->column);

      /* The day of the review belongs to its version: it is not the agreement that changed. */
      if (word != NULL && field != MTR_AGREEMENT_REVIEW_ON)
        g_string_append_printf (titles, "%s“%s”", titles->len > 0 ? ", " : "", word->title);
    }

  if (titles->len == 0)
    return g_strdup_printf (_("The same words as in version %d so far."), version);

  /* Translators: the number of a version, and which parts are different, as in "“From”, “Until”". */
  return g_strdup_printf (_("Different from version %d: %s."), version, titles->str);
}

static void
show_differences (MtrAgreementPage *self)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  MtrRecord *agreement = self->controller != NULL ? mtr_record_controller_get_record (self->controller)
                                                  : find_agreement (self);
  MtrRecord *earlier = agreement != NULL ? mtr_agreement_find_earlier (snapshot, agreement) : NULL;
  g_autofree char *changes = NULL;
  GHashTableIter iter;
  gpointer field, row;

  g_hash_table_iter_init (&iter, self->earlier_rows);
  while (g_hash_table_iter_next (&iter, &field, &row))
    gtk_widget_set_visible (row, earlier != NULL &&
                                 !mtr_record_equal_field (agreement, earlier, GPOINTER_TO_INT (field)));
  if (earlier != NULL)
    changes = dup_changes (self, agreement, earlier);
  gtk_label_set_text (self->changes_label, changes != NULL ? changes : "");
  gtk_widget_set_visible (GTK_WIDGET (self->changes_label), changes != NULL);
}

/* The answers of both to a tool that feeds a field of the agreement, the newest ones; %NULL where nothing was answered. */
static char *
dup_answers (MtrAgreementPage *self,
             const MtrForm    *form)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  MtrRecord *filled = NULL;
  g_autoptr (GPtrArray) answers = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_FORM_RECORD); i++)
    {
      MtrRecord *record = mtr_snapshot_nth (snapshot, MTR_KIND_FORM_RECORD, i);

      if (mtr_record_get_number (record, MTR_FORM_RECORD_PAIRING_ID) == mtr_pairing_model_get_id (self->model) &&
          mtr_record_text_is (record, MTR_FORM_RECORD_FORM, form->code))
        filled = record;
    }
  if (filled == NULL)
    return NULL;

  answers = mtr_snapshot_list_where (snapshot, MTR_KIND_FORM_ANSWER, MTR_FORM_ANSWER_FORM_RECORD_ID,
                                     mtr_record_get_id (filled));
  text = mtr_filled_form_dup_text (form, answers);

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
take_over_cb (MtrAgreementPage *self,
              GtkWidget        *row)
{
  GtkWidget *field_row = g_hash_table_lookup (self->rows, g_object_get_data (G_OBJECT (row), "field"));

  if (field_row != NULL)
    mtr_field_row_append_text (MTR_FIELD_ROW (field_row), g_object_get_data (G_OBJECT (row), "text"));
}

/* What the two have answered in a tool can be taken over, and is then changed like anything else that is written. */
static void
offer_answers (MtrAgreementPage *self,
               GtkWidget        *group,
               MtrField          field)
{
  GPtrArray *forms = mtr_pack_get_forms (mtr_pairing_model_get_pack (self->model));

  for (guint i = 0; i < forms->len; i++)
    {
      const MtrForm *form = g_ptr_array_index (forms, i);
      g_autofree char *text = NULL;
      g_autofree char *excerpt = NULL;
      g_autofree char *spoken = NULL;
      GtkWidget *row, *button;

      if (form->agreement_field == NULL || mtr_kind_find_field (MTR_KIND_AGREEMENT, form->agreement_field) != field)
        continue;
      text = dup_answers (self, form);
      if (text == NULL)
        continue;
      excerpt = mtr_text_excerpt (text, 160);
      row = make_reading_row (form->title, excerpt);
      button = gtk_button_new_with_label (_("Take Over"));
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_focusable (button, FALSE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      spoken = g_strdup_printf ("%s. %s", form->title, _("Take Over"));
      mtr_accessible_set_label (row, spoken);
      g_object_set_data (G_OBJECT (row), "field", GINT_TO_POINTER (field));
      g_object_set_data_full (G_OBJECT (row), "text", g_steal_pointer (&text), g_free);
      g_signal_connect_object (row, "activated", G_CALLBACK (take_over_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (button, "clicked", G_CALLBACK (adw_action_row_activate), row, G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
}

static void
add_part (MtrAgreementPage *self,
          GtkWidget        *group,
          const MtrWord    *word,
          gsize             part,
          MtrRecord        *agreement,
          MtrRecord        *earlier)
{
  MtrField field = parts[part].field;
  g_autoptr (GPtrArray) choices = list_choices (field);
  GtkWidget *row;

  if (self->controller != NULL)
    {
      g_autofree char *readers = mtr_audience_describe_readers (mtr_field_get_info (parts[part].field)->audience,
                                                                mtr_pairing_model_get_pair_names (self->model), NULL);

      row = choices != NULL ? mtr_field_row_new_choice (self->controller, field, choices)
                            : mtr_field_row_new (self->controller, field);
      mtr_field_row_describe (MTR_FIELD_ROW (row), word);
      mtr_field_row_set_readers (MTR_FIELD_ROW (row), readers);
      g_hash_table_insert (self->rows, GINT_TO_POINTER (field), row);
    }
  else
    {
      g_autofree char *value = dup_value (self, agreement, field);

      row = make_reading_row (word->title, value != NULL ? value : _("Nothing written"));
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  if (self->controller != NULL)
    offer_answers (self, group, field);

  /* The day of the review belongs to its version: it is not the agreement that changed. */
  if (earlier != NULL && field != MTR_AGREEMENT_REVIEW_ON)
    {
      row = make_earlier_row (self, earlier, field);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_hash_table_insert (self->earlier_rows, GINT_TO_POINTER (field), row);
    }
}

static void
add_scope (MtrAgreementPage *self)
{
  GPtrArray *words = mtr_pack_get_words (mtr_pairing_model_get_pack (self->model), MTR_WORDS_SCOPE_OUT);
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("What mentoring is not"));
  for (guint i = 0; i < words->len; i++)
    {
      const MtrWord *word = g_ptr_array_index (words, i);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_reading_row (word->title, word->description));
    }
  if (words->len > 0)
    gtk_box_append (self->sections, group);
  else
    g_object_unref (g_object_ref_sink (group));
}

static void
build (MtrAgreementPage *self,
       MtrRecord        *agreement)
{
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  GPtrArray *words = mtr_pack_get_words (pack, MTR_WORDS_AGREEMENT);
  MtrRecord *earlier = mtr_agreement_find_earlier (mtr_pairing_model_get_snapshot (self->model), agreement);
  const char *section = NULL;
  GtkWidget *group = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sections))) != NULL)
    gtk_box_remove (self->sections, child);
  g_hash_table_remove_all (self->rows);
  g_hash_table_remove_all (self->earlier_rows);
  self->commitments = NULL;

  for (guint i = 0; i < words->len; i++)
    {
      const MtrWord *word = g_ptr_array_index (words, i);
      MtrField field = mtr_kind_find_field (MTR_KIND_AGREEMENT, word->code);

      for (gsize j = 0; j < G_N_ELEMENTS (parts); j++)
        {
          if (parts[j].field != field)
            continue;
          if (g_strcmp0 (section, parts[j].section) != 0)
            {
              section = parts[j].section;
              group = mtr_group_new (_(section), mtr_field_get_info (parts[j].field)->audience, mtr_pairing_model_get_pair_names (self->model), NULL);
              gtk_box_append (self->sections, group);
            }
          add_part (self, group, word, j, agreement, earlier);
        }
    }
  self->commitments = MTR_COMMITMENT_GROUP (mtr_commitment_group_new (self->model, agreement, self->controller));
  gtk_box_append (self->sections, GTK_WIDGET (self->commitments));
  add_scope (self);
  show_differences (self);
}

static void
begin_with_pairing (MtrAgreementPage *self,
                    MtrRecord        *first)
{
  MtrRecord *pairing = mtr_pairing_model_get_pairing (self->model);
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);

  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      MtrField field = beginnings[i].field;

      if (!mtr_record_is_set (pairing, beginnings[i].pairing_field) ||
          mtr_pack_find_word (pack, MTR_WORDS_AGREEMENT, mtr_field_get_info (field)->column) == NULL)
        continue;
      if (mtr_field_is_number (field))
        mtr_record_set_number (first, field, mtr_record_get_number (pairing, beginnings[i].pairing_field));
      else
        mtr_record_set_text (first, field, mtr_record_get_text (pairing, beginnings[i].pairing_field));
    }
}

/* A version that nobody has signed is written; the first one is put in the file with the first thing typed in it. */
static void
make_controller (MtrAgreementPage *self,
                 MtrRecord        *agreement)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (self->model);

  g_clear_object (&self->controller);
  if (!can_write (self, agreement))
    return;

  if (agreement != NULL)
    {
      self->controller = mtr_record_controller_new (programme, agreement);
    }
  else
    {
      g_autoptr (MtrRecord) first = mtr_record_new (MTR_KIND_AGREEMENT, mtr_programme_new_id (programme));

      mtr_record_set_number (first, MTR_AGREEMENT_PAIRING_ID, mtr_pairing_model_get_id (self->model));
      mtr_record_set_number (first, MTR_AGREEMENT_VERSION, 1);
      begin_with_pairing (self, first);
      self->controller = mtr_record_controller_new_unborn (programme, first, NULL, NULL);
    }
  g_signal_connect_object (self->controller, "value-changed", G_CALLBACK (show_differences), self, G_CONNECT_SWAPPED);
}

static gint64
get_person_id (MtrAgreementPage *self,
               gsize             slot)
{
  MtrRecord *person = g_str_equal (slots[slot].role, MTR_ROLE_MENTOR) ? mtr_pairing_model_get_mentor (self->model)
                                                                     : mtr_pairing_model_get_mentee (self->model);

  return person != NULL ? mtr_record_get_id (person) : 0;
}

static const char *
get_name (MtrAgreementPage *self,
          gsize             slot)
{
  MtrRecord *person = mtr_snapshot_get (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_PERSON,
                                        get_person_id (self, slot));

  return person != NULL ? mtr_record_get_name (person, MTR_PERSON_NAME) : _("Nobody yet");
}

static const char *
get_role (MtrAgreementPage *self,
          gsize             slot)
{
  const MtrPackRole *role = mtr_pack_find_role (mtr_pairing_model_get_pack (self->model), slots[slot].role);

  return role != NULL ? role->title : slots[slot].role;
}

static gboolean
is_owner (MtrAgreementPage *self,
          gsize             slot)
{
  return get_person_id (self, slot) == mtr_programme_get_owner_id (mtr_pairing_model_get_programme (self->model));
}

static void
show_signatures (MtrAgreementPage *self,
                 MtrRecord        *agreement)
{
  gboolean can_sign = mtr_pairing_model_can_write (self->model) && self->agreement_id == 0;

  mtr_row_list_begin (self->signatures);
  for (gsize i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      const MtrSignature *signature = mtr_signature_find (MTR_KIND_AGREEMENT, slots[i].slot);
      gboolean given = agreement != NULL && mtr_signature_is_given (agreement, slots[i].slot);
      g_autofree char *subtitle = NULL;

      if (given)
        {
          g_autofree char *moment = mtr_moment_format (mtr_record_get_text (agreement, signature->at_field));
          gboolean in_person = mtr_record_text_is (agreement, signature->how_field, MTR_SIGNED_IN_PERSON);

          /* Translators: a role, the name that was typed, and a moment. */
          subtitle = g_strdup_printf (in_person ? _("%s. Signed “%s” in person on this computer, %s")
                                                : _("%s. Signed “%s”, %s"),
                                      get_role (self, i), mtr_record_get_text (agreement, signature->name_field), moment);
        }
      else if (can_sign && !is_owner (self, i))
        {
          /* Translators: %s is a role. */
          subtitle = g_strdup_printf (_("%s. Signs here in person when you sit together"), get_role (self, i));
        }
      else
        {
          subtitle = g_strdup (get_role (self, i));
        }
      mtr_row_list_add (self->signatures, slots[i].slot, get_name (self, i), subtitle,
                        given ? _("signed") : can_sign ? NULL : _("not signed"), given || !can_sign ? "" : _("Sign…"));
    }
  mtr_row_list_end (self->signatures);
}

static void
show_older (MtrAgreementPage *self,
            MtrRecord        *agreement)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  MtrRecord *earlier = agreement != NULL && self->agreement_id == 0 ? mtr_agreement_find_earlier (snapshot, agreement)
                                                                    : NULL;

  mtr_row_list_begin (self->older);
  for (; earlier != NULL; earlier = mtr_agreement_find_earlier (snapshot, earlier))
    {
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (earlier));
      g_autofree char *title = mtr_pairing_words_dup_version (earlier);

      mtr_row_list_add (self->older, key, title, NULL, NULL, NULL);
    }
  mtr_row_list_end (self->older);
  gtk_widget_set_visible (self->older_group, mtr_row_list_count (self->older) > 0);
}

static void
focus_wanted (MtrAgreementPage *self)
{
  GtkWidget *row = g_hash_table_lookup (self->rows, GINT_TO_POINTER (self->wanted));

  if (row != NULL)
    gtk_widget_grab_focus (row);
  self->wanted = MTR_FIELD_NONE;
}

static void
mtr_agreement_page_refresh (MtrPage *page)
{
  MtrAgreementPage *self = MTR_AGREEMENT_PAGE (page);
  MtrRecord *agreement = find_agreement (self);
  gboolean writes = mtr_pairing_model_can_write (self->model) && self->agreement_id == 0;
  g_autofree char *key = NULL;
  g_autofree char *version = NULL;
  guint n_signed = count_signatures (agreement);
  gint64 id;

  if (mtr_pairing_model_get_pairing (self->model) == NULL || mtr_pairing_model_get_pack (self->model) == NULL)
    return;

  /* What is being written stays, also before it is in the file. */
  id = agreement != NULL ? mtr_record_get_id (agreement) : 0;
  if (agreement == NULL && self->controller != NULL && mtr_record_controller_is_unborn (self->controller))
    id = mtr_record_get_id (mtr_record_controller_get_record (self->controller));
  key = g_strdup_printf ("%" G_GINT64_FORMAT ":%u:%d", id, n_signed, can_write (self, agreement));
  if (g_strcmp0 (key, self->built) != 0)
    {
      GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->sections));

      make_controller (self, agreement);
      g_free (self->built);
      self->built = g_strdup_printf ("%" G_GINT64_FORMAT ":%u:%d", agreement != NULL || self->controller == NULL ? id
                                     : mtr_record_get_id (mtr_record_controller_get_record (self->controller)),
                                     n_signed, self->controller != NULL);
      if (agreement != NULL || self->controller != NULL)
        build (self, self->controller != NULL ? mtr_record_controller_get_record (self->controller) : agreement);
      if (self->wanted != MTR_FIELD_NONE && g_hash_table_contains (self->rows, GINT_TO_POINTER (self->wanted)))
        focus_wanted (self);
      else if (focus != NULL)
        gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
    }
  else if (self->controller != NULL && agreement != NULL)
    {
      mtr_record_controller_refresh (self->controller, agreement);
      mtr_commitment_group_refresh (self->commitments);
      show_differences (self);
    }

  version = agreement != NULL ? mtr_pairing_words_dup_version (agreement)
                              : g_strdup (_("Before the first real session, agree how you will work. Most pairs need "
                                            "twenty minutes."));
  gtk_label_set_text (self->version_label, version);
  show_signatures (self, agreement);
  show_older (self, agreement);
  gtk_widget_set_visible (self->anew_button, writes && n_signed == G_N_ELEMENTS (slots));
  gtk_widget_set_visible (self->take_back_button, writes && n_signed == 1);
  gtk_widget_set_visible (self->remove_button, writes && agreement != NULL && n_signed == 0 &&
                                               mtr_record_get_number (agreement, MTR_AGREEMENT_VERSION) > 1);
}

static void
signed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  MtrAgreementPage *self = MTR_AGREEMENT_PAGE (source);
  gsize i = GPOINTER_TO_SIZE (user_data);
  MtrProgramme *programme = mtr_pairing_model_get_programme (self->model);
  g_autofree char *name = mtr_sign_dialog_ask_finish (result);
  g_autofree char *now = mtr_programme_now (programme);
  g_autofree char *done = NULL;
  MtrRecord *agreement = self->controller != NULL ? mtr_record_controller_get_record (self->controller)
                                                  : find_agreement (self);

  if (name == NULL || agreement == NULL || mtr_signature_is_given (agreement, slots[i].slot))
    return;

  if (mtr_signature_is_given (agreement, slots[1 - i].slot))
    done = g_strdup (_("Signed by both, and sealed."));
  else
    /* Translators: %s is a person. */
    done = g_strdup_printf (_("Signed. It is in force when %s has signed too."), get_name (self, 1 - i));
  mtr_programme_act (programme,
                     mtr_agreement_sign (mtr_pairing_model_get_pack (self->model), agreement, slots[i].slot, name,
                                         is_owner (self, i) ? MTR_SIGNED_OWN_FILE : MTR_SIGNED_IN_PERSON, now),
                     done);
}

/* Whether something is in the way of signing; then it has been said, and the cursor is there. */
static gboolean
refuse_signing (MtrAgreementPage *self,
                gsize             i)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (self->model);
  g_autoptr (GPtrArray) missing = NULL;
  GHashTableIter iter;
  gpointer field, row;

  if (get_person_id (self, i) == 0)
    {
      mtr_programme_announce (programme, _("There is nobody yet who could sign here. Choose a mentor first."));
      return TRUE;
    }
  if (self->controller == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &field, &row))
    if (mtr_record_controller_get_typed (self->controller, GPOINTER_TO_INT (field)) != NULL)
      {
        gtk_widget_grab_focus (row);
        return TRUE;
      }

  missing = mtr_agreement_list_missing (mtr_pairing_model_get_pack (self->model),
                                        mtr_record_controller_get_record (self->controller));
  if (missing->len > 0)
    {
      const MtrProblem *problem = g_ptr_array_index (missing, 0);

      row = g_hash_table_lookup (self->rows, GINT_TO_POINTER (problem->field));
      if (row != NULL)
        mtr_field_row_refuse (row, problem->message);
      else
        mtr_programme_announce (programme, problem->message);
      return TRUE;
    }
  if (mtr_commitment_group_refuse (self->commitments))
    return TRUE;

  return !mtr_programme_settle (programme);
}

static void
sign_cb (MtrAgreementPage *self,
         const char       *key)
{
  g_autofree char *role = NULL;
  g_autofree char *day = NULL;
  gsize i = g_str_equal (key, slots[0].slot) ? 0 : 1;
  GDate today;

  if (refuse_signing (self, i))
    return;

  mtr_programme_get_today (mtr_pairing_model_get_programme (self->model), &today);
  day = mtr_date_format (&today, MTR_DATE_STYLE_FULL);
  /* Translators: the first %s is a role, as in "Mentor", the second a person. */
  role = g_strdup_printf (is_owner (self, i) ? _("%s: %s") : _("%s: %s, in person on this computer"), get_role (self, i),
                          get_name (self, i));
  mtr_sign_dialog_ask_async (GTK_WIDGET (self), _("Sign the agreement?"),
                             _("After both signatures nobody can change this version. You can agree anew at any time."),
                             role, day, signed_cb, GSIZE_TO_POINTER (i));
}

static void
anew_cb (MtrAgreementPage *self)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (self->model);
  MtrRecord *agreement = find_agreement (self);

  /* The button goes: the cursor is where the new version begins. */
  self->wanted = MTR_AGREEMENT_BETWEEN_US;
  if (agreement != NULL)
    mtr_programme_act (programme, mtr_agreement_agree_anew (agreement, mtr_programme_new_id (programme)),
                       _("A new version with the same words. Change what is different; the old one stays in force."));
}

static void
take_back_cb (MtrAgreementPage *self)
{
  MtrRecord *agreement = find_agreement (self);

  if (agreement != NULL)
    mtr_programme_act (mtr_pairing_model_get_programme (self->model), mtr_agreement_take_back (agreement),
                       _("The signature is taken back. The words can be changed."));
}

static void
remove_cb (MtrAgreementPage *self)
{
  MtrRecord *agreement = find_agreement (self);
  MtrChange *change;

  if (agreement == NULL)
    return;

  if (self->controller != NULL)
    mtr_record_controller_flush (self->controller);
  change = mtr_change_new (_("remove a version of the agreement"));
  mtr_change_delete (change, MTR_KIND_AGREEMENT, mtr_record_get_id (agreement));
  mtr_programme_act (mtr_pairing_model_get_programme (self->model), change, _("Removed. Ctrl+Z brings it back"));
}

static void
older_cb (MtrAgreementPage *self,
          const char       *key)
{
  mtr_page_push (MTR_PAGE (self), mtr_agreement_page_new (self->model, g_ascii_strtoll (key, NULL, 10)));
}

static gboolean
mtr_agreement_page_go_to (MtrPage  *page,
                          MtrKind   kind,
                          gint64    id,
                          MtrField  field)
{
  MtrAgreementPage *self = MTR_AGREEMENT_PAGE (page);

  if (kind != MTR_KIND_AGREEMENT)
    return FALSE;

  self->wanted = field;
  if (gtk_widget_get_mapped (GTK_WIDGET (page)))
    focus_wanted (self);

  return TRUE;
}

static void
mtr_agreement_page_focus_first (MtrPage *page)
{
  MtrAgreementPage *self = MTR_AGREEMENT_PAGE (page);

  if (self->wanted != MTR_FIELD_NONE && g_hash_table_contains (self->rows, GINT_TO_POINTER (self->wanted)))
    focus_wanted (self);
  else
    mtr_page_keep_focus (page);
}

static void
mtr_agreement_page_leave (MtrPage *page)
{
  MtrAgreementPage *self = MTR_AGREEMENT_PAGE (page);

  if (self->controller != NULL)
    mtr_record_controller_flush (self->controller);
}

static void
narrow_cb (MtrAgreementPage *self)
{
  gboolean narrow = mtr_page_get_narrow (MTR_PAGE (self));

  mtr_row_list_set_narrow (self->signatures, narrow);
  mtr_row_list_set_narrow (self->older, narrow);
}

static void
mtr_agreement_page_dispose (GObject *object)
{
  MtrAgreementPage *self = MTR_AGREEMENT_PAGE (object);

  g_clear_object (&self->signatures);
  g_clear_object (&self->older);
  g_clear_object (&self->controller);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_agreement_page_parent_class)->dispose (object);
}

static void
mtr_agreement_page_finalize (GObject *object)
{
  MtrAgreementPage *self = MTR_AGREEMENT_PAGE (object);

  g_free (self->built);
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->earlier_rows);

  G_OBJECT_CLASS (mtr_agreement_page_parent_class)->finalize (object);
}

static void
mtr_agreement_page_class_init (MtrAgreementPageClass *klass)
{
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_agreement_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mtr_agreement_page_finalize;
  page_class->refresh = mtr_agreement_page_refresh;
  page_class->go_to = mtr_agreement_page_go_to;
  page_class->focus_first = mtr_agreement_page_focus_first;
  page_class->leave = mtr_agreement_page_leave;
}

static void
mtr_agreement_page_init (MtrAgreementPage *self)
{
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  GtkWidget *group;

  self->wanted = MTR_FIELD_NONE;
  self->rows = g_hash_table_new (NULL, NULL);
  self->earlier_rows = g_hash_table_new (NULL, NULL);

  self->support_label = mtr_page_parts_add_line (content, "");
  self->version_label = mtr_page_parts_add_line (content, "");
  gtk_widget_remove_css_class (GTK_WIDGET (self->version_label), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->version_label), "title-4");
  self->changes_label = mtr_page_parts_add_line (content, "");
  gtk_widget_set_visible (GTK_WIDGET (self->changes_label), FALSE);
  self->sections = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  gtk_box_append (content, GTK_WIDGET (self->sections));

  group = mtr_group_new (_("Signatures"), MTR_AUDIENCE_PROGRAMME, NULL, NULL);
  gtk_box_append (content, group);
  self->signatures = mtr_row_list_new (ADW_PREFERENCES_GROUP (group));
  g_signal_connect_object (self->signatures, "activated", G_CALLBACK (sign_cb), self, G_CONNECT_SWAPPED);

  self->anew_button = mtr_page_parts_add_button (content, _("Agree anew"), FALSE);
  self->take_back_button = mtr_page_parts_add_button (content, _("Take the Signature Back"), FALSE);
  self->remove_button = mtr_page_parts_add_button (content, _("Remove This Version"), FALSE);
  g_signal_connect_object (self->anew_button, "clicked", G_CALLBACK (anew_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->take_back_button, "clicked", G_CALLBACK (take_back_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);

  self->older_group = mtr_group_new (_("Earlier versions"), MTR_AUDIENCE_PROGRAMME, NULL, NULL);
  gtk_box_append (content, self->older_group);
  self->older = mtr_row_list_new (ADW_PREFERENCES_GROUP (self->older_group));
  g_signal_connect_object (self->older, "activated", G_CALLBACK (older_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
}

/**
 * mtr_agreement_page_new:
 * @model: a pairing that is there, with its pack
 * @agreement_id: an earlier version, to be read; 0 for the newest one, which is begun where there is none
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_agreement_page_new (MtrPairingModel *model,
                        gint64           agreement_id)
{
  MtrAgreementPage *self = g_object_new (MTR_TYPE_AGREEMENT_PAGE, NULL);

  self->model = g_object_ref (model);
  self->agreement_id = agreement_id;
  gtk_label_set_text (self->support_label, mtr_pairing_model_get_support_line (model));
  mtr_page_set_title (MTR_PAGE (self), _("Agreement"));
  mtr_page_set_programme (MTR_PAGE (self), mtr_pairing_model_get_programme (model));
  g_signal_connect_object (model, "refreshed", G_CALLBACK (mtr_page_refresh), self, G_CONNECT_SWAPPED);
  mtr_page_refresh (MTR_PAGE (self));

  return MTR_PAGE (self);
}
