/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody's learning: how it stands by the rules of their day of registration,
 * what is to be handed in and when, and the records, the latest first. A view
 * of a pairing, or a page of its own for somebody who has no mentor.
 */

#include "mtr-learning-page.h"

#include "mtr-accessible.h"
#include "mtr-audience-button.h"
#include "mtr-date.h"
#include "mtr-field-row.h"
#include "mtr-filled-form-page.h"
#include "mtr-form-page.h"
#include "mtr-learning-record-page.h"
#include "mtr-learning-words.h"
#include "mtr-page-parts.h"
#include "mtr-row-list.h"
#include "mtr-row-menu.h"
#include "mtr-submission-page.h"
#include "mtr-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many records, then "Show older ones". */
#define SHOWN_RECORDS 30

enum {
  STANDING,
  SUBMISSIONS,
  RECORDS,
  N_GROUPS
};

struct _MtrLearningPage {
  MtrPage              parent_instance;

  MtrLearner          *learner;          /* (owned) */
  MtrRowList          *rows[N_GROUPS];   /* (owned) */
  AdwPreferencesGroup *groups[N_GROUPS];
  GArray              *mentees;          /* (owned) (element-type gint64): those to choose from */
  GtkDropDown         *chooser;
  GtkWidget           *chooser_row;
  GtkLabel            *risk_label;
  GtkWidget           *add_button;
  GtkWidget           *older_button;
  AdwStatusPage       *empty_page;
  gint64               focus_id;         /* the record whose row gets the focus when it is there; 0: none */
  gboolean             shows_older;
  gboolean             choosing;         /* the names are being filled in by the program */
};

#define MTR_TYPE_LEARNING_PAGE (mtr_learning_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrLearningPage, mtr_learning_page, MTR, LEARNING_PAGE, MtrPage)
G_DEFINE_FINAL_TYPE (MtrLearningPage, mtr_learning_page, MTR_TYPE_PAGE)

static void
get_today (MtrLearningPage *self,
           GDate           *today)
{
  mtr_programme_get_today (mtr_learner_get_programme (self->learner), today);
}

static gint64
get_id (const char *key)
{
  return g_ascii_strtoll (key, NULL, 10);
}

static int
compare_newest_first (gconstpointer one,
                      gconstpointer other)
{
  MtrRecord *first = *(MtrRecord **) one;
  MtrRecord *second = *(MtrRecord **) other;
  const char *first_on = mtr_record_get_text (first, MTR_LEARNING_RECORD_HELD_ON);
  const char *second_on = mtr_record_get_text (second, MTR_LEARNING_RECORD_HELD_ON);
  gint64 first_id = mtr_record_get_id (first);
  gint64 second_id = mtr_record_get_id (second);

  /* What has no day yet has still to be written, and comes first. */
  if (first_on == NULL || second_on == NULL)
    {
      if (first_on != second_on)
        return first_on == NULL ? -1 : 1;
    }
  else if (!g_str_equal (first_on, second_on))
    {
      return strcmp (second_on, first_on);
    }

  return (second_id > first_id) - (second_id < first_id);
}

/* ---- What is opened ---------------------------------------------------------------- */

static void
open_record (MtrLearningPage *self,
             gint64           id,
             MtrField         field)
{
  MtrPage *page = mtr_learning_record_page_new (self->learner, id);

  self->focus_id = id;
  mtr_page_push (MTR_PAGE (self), page);
  if (field != MTR_FIELD_NONE)
    mtr_page_go_to (page, MTR_KIND_LEARNING_RECORD, id, field);
}

static void
open_submission (MtrLearningPage *self,
                 gint64           id,
                 MtrField         field)
{
  MtrPage *page = mtr_submission_page_new (self->learner, id);

  mtr_page_push (MTR_PAGE (self), page);
  if (field != MTR_FIELD_NONE)
    mtr_page_go_to (page, MTR_KIND_SUBMISSION, id, field);
}

/* The submission that is under way; 0 where none has been begun. */
static gint64
get_current_submission (MtrLearningPage *self)
{
  MtrRecord *current = mtr_learning_find_submission (mtr_learner_get_pack (self->learner),
                                                     mtr_learner_get_snapshot (self->learner),
                                                     mtr_learner_get_person_id (self->learner));

  return current != NULL ? mtr_record_get_id (current) : 0;
}

static void
add_cb (MtrLearningPage *self)
{
  open_record (self, 0, MTR_FIELD_NONE);
}

/* The review by the form of the regime, held or begun; where it is not known which regime holds there is none. */
static const MtrForm *
get_review_form (MtrLearningPage *self)
{
  MtrPack *pack = mtr_learner_get_pack (self->learner);
  const MtrRegime *regime = mtr_learning_get_regime (pack, mtr_learner_get_snapshot (self->learner),
                                                     mtr_learner_get_person_id (self->learner));

  /* A review belongs to a pairing; who has none fills it in with their supervisor, in their own file. */
  if (regime == NULL || regime->review_form == NULL ||
      (mtr_learner_get_model (self->learner) == NULL && !mtr_learner_is_owner (self->learner)))
    return NULL;

  return mtr_pack_find_form (pack, regime->review_form);
}

static MtrRecord *
find_review (MtrLearningPage *self,
             const MtrForm   *form)
{
  MtrSnapshot *snapshot = mtr_learner_get_snapshot (self->learner);
  gboolean is_alone = mtr_learner_get_model (self->learner) == NULL;
  MtrKind kind = is_alone ? MTR_KIND_PRIVATE_FORM : MTR_KIND_REVIEW;

  for (guint i = mtr_snapshot_count (snapshot, kind); i > 0; i--)
    {
      MtrRecord *review = mtr_snapshot_nth (snapshot, kind, i - 1);

      if (mtr_record_text_is (review, is_alone ? MTR_PRIVATE_FORM_FORM : MTR_REVIEW_KIND, form->code))
        return review;
    }

  return NULL;
}

static void
open_own_review (MtrLearningPage *self,
                 const MtrForm   *form)
{
  MtrProgramme *programme = mtr_learner_get_programme (self->learner);
  MtrRecord *stored = find_review (self, form);
  g_autoptr (MtrRecord) review = stored != NULL ? g_object_ref (stored) : NULL;

  if (review == NULL)
    {
      g_autofree char *day = NULL;
      GDate today;

      mtr_programme_get_today (programme, &today);
      day = mtr_date_to_iso (&today);
      review = mtr_record_new (MTR_KIND_PRIVATE_FORM, mtr_programme_new_id (programme));
      mtr_record_set_text (review, MTR_PRIVATE_FORM_FORM, form->code);
      mtr_record_set_text (review, MTR_PRIVATE_FORM_FILLED_ON, day);
    }
  mtr_page_push (MTR_PAGE (self), mtr_filled_form_page_new (programme, form, review, NULL));
}

static void
open_review (MtrLearningPage *self)
{
  MtrPairingModel *model = mtr_learner_get_model (self->learner);
  MtrProgramme *programme = mtr_learner_get_programme (self->learner);
  const MtrForm *form = get_review_form (self);
  g_autoptr (MtrRecord) unborn = NULL;
  MtrFormSetup setup = { 0 };
  GtkWidget *group, *row;
  MtrPage *page;

  if (form == NULL)
    return;
  if (model == NULL)
    {
      open_own_review (self, form);
      return;
    }

  setup.record = find_review (self, form);
  if (setup.record == NULL)
    {
      unborn = mtr_record_new (MTR_KIND_REVIEW, mtr_programme_new_id (programme));
      mtr_record_set_number (unborn, MTR_REVIEW_PAIRING_ID, mtr_pairing_model_get_id (model));
      mtr_record_set_text (unborn, MTR_REVIEW_KIND, form->code);
      setup.record = unborn;
    }
  setup.programme = programme;
  setup.form = form;
  setup.audience = MTR_AUDIENCE_PAIR;
  setup.other = mtr_learner_get_other_name (self->learner);
  setup.can_write = mtr_learner_can_write (self->learner);
  page = mtr_form_page_new (&setup);
  group = mtr_group_new (NULL, MTR_AUDIENCE_PROGRAMME, setup.other, NULL);
  row = mtr_field_row_new (mtr_form_page_get_controller (MTR_FORM_PAGE (page)), MTR_REVIEW_HELD_ON);
  mtr_field_row_set_prompt (MTR_FIELD_ROW (row), _("The day counts: with it the review is held."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  gtk_box_append (mtr_form_page_get_bottom (MTR_FORM_PAGE (page)), group);
  mtr_page_push (MTR_PAGE (self), page);
}

static void
standing_cb (MtrLearningPage *self,
             const char      *key)
{
  gint64 person_id = mtr_learner_get_person_id (self->learner);

  if (g_str_equal (key, "review"))
    open_review (self);
  else if (g_str_equal (key, "registered"))
    mtr_window_go_to (mtr_window_of (GTK_WIDGET (self)), 0, MTR_KIND_PERSON, person_id, MTR_PERSON_REGISTERED_ON);
}

static void
submission_cb (MtrLearningPage *self,
               const char      *key)
{
  if (g_str_equal (key, "due"))
    open_submission (self, get_current_submission (self), MTR_SUBMISSION_EXTENDED_TO);
  else
    open_submission (self, get_id (key), MTR_FIELD_NONE);
}

static void
record_cb (MtrLearningPage *self,
           const char      *key)
{
  open_record (self, get_id (key), MTR_FIELD_NONE);
}

static void
older_cb (MtrLearningPage *self)
{
  self->shows_older = TRUE;
  mtr_page_refresh (MTR_PAGE (self));
}

/* ---- What is shown ------------------------------------------------------------------ */

static void
show_review (MtrLearningPage *self)
{
  const MtrForm *form = get_review_form (self);
  MtrRecord *review = form != NULL ? find_review (self, form) : NULL;
  g_autofree char *held = NULL;
  GDate date;

  if (form == NULL || (review == NULL && !mtr_learner_can_write (self->learner)))
    return;
  if (review != NULL && mtr_record_get_date (review, mtr_record_get_kind (review) == MTR_KIND_REVIEW
                                                       ? MTR_REVIEW_HELD_ON : MTR_PRIVATE_FORM_FILLED_ON, &date))
    {
      g_autofree char *day = mtr_date_format (&date, MTR_DATE_STYLE_LONG);

      /* Translators: a review; %s is a day. */
      held = g_strdup_printf (_("Held on %s"), day);
    }
  else
    {
      held = g_strdup (review != NULL ? _("Begun, not held yet") : _("Not held yet"));
    }
  mtr_row_list_add (self->rows[STANDING], "review", form->title, held, NULL, NULL);
}

static void
show_standing (MtrLearningPage   *self,
               const MtrLearning *learning,
               guint              n_records,
               const GDate       *today)
{
  MtrPack *pack = mtr_learner_get_pack (self->learner);
  g_autofree char *headline = mtr_learning_words_dup_headline (pack, learning, n_records,
                                                               mtr_learner_is_owner (self->learner), today);
  g_autofree char *missing = mtr_learning_words_dup_missing (learning);
  GPtrArray *regimes = mtr_pack_get_regimes (pack);

  mtr_row_list_begin (self->rows[STANDING]);
  if (learning->regime != NULL || n_records > 0)
    mtr_row_list_add (self->rows[STANDING], "headline", headline,
                      learning->regime != NULL ? learning->regime->title : NULL, NULL, "");
  if (missing != NULL)
    mtr_row_list_add (self->rows[STANDING], "missing", _("Nothing written yet"), missing, NULL, "");
  show_review (self);
  if (learning->regime == NULL && regimes->len > 0)
    mtr_row_list_add (self->rows[STANDING], "registered", _("The day of registration is not written down"),
                      _("What is asked of learning depends on it."), NULL,
                      mtr_learner_can_write (self->learner) ? _("Write it down") : "");
  mtr_row_list_end (self->rows[STANDING]);
  gtk_widget_set_visible (GTK_WIDGET (self->groups[STANDING]), mtr_row_list_count (self->rows[STANDING]) > 0);
}

static void
show_submissions (MtrLearningPage *self,
                  const GDate     *today)
{
  MtrPack *pack = mtr_learner_get_pack (self->learner);
  MtrSnapshot *snapshot = mtr_learner_get_snapshot (self->learner);
  gint64 person_id = mtr_learner_get_person_id (self->learner);
  MtrSubmissionState state = mtr_submission_get_state (pack, snapshot, person_id, today);
  g_autofree char *due_on = mtr_learning_dup_due_on (pack, snapshot, person_id);
  gboolean can_extend = state != MTR_SUBMISSION_DONE && state != MTR_SUBMISSION_HANDED_IN && due_on != NULL &&
                        mtr_learner_can_write (self->learner);
  g_autoptr (GPtrArray) submissions = mtr_snapshot_list_where (snapshot, MTR_KIND_SUBMISSION, MTR_SUBMISSION_PERSON_ID,
                                                               person_id);
  g_autofree char *due = mtr_learning_words_dup_due (pack, snapshot, person_id, today);
  g_autofree char *detail = mtr_learning_words_dup_due_detail (pack, snapshot, person_id, today);
  g_autofree char *risk = mtr_learning_words_dup_risk (pack, snapshot, person_id, today);
  const char *word = mtr_pack_get_word (pack, "submission");
  gboolean is_shown = mtr_pack_get_submissions (pack) != NULL || submissions->len > 0;

  mtr_row_list_begin (self->rows[SUBMISSIONS]);
  if (mtr_pack_get_submissions (pack) != NULL)
    mtr_row_list_add (self->rows[SUBMISSIONS], "due", due, detail, NULL,
                      can_extend ? _("Extend") : "");
  for (guint i = submissions->len; i > 0; i--)
    {
      MtrRecord *submission = g_ptr_array_index (submissions, i - 1);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (submission));
      g_autofree char *line = mtr_learning_words_dup_submission (pack, submission);
      /* Translators: what is handed in, in the word of the scheme, and its number: "Submission 2" */
      g_autofree char *title = g_strdup_printf (_("%1$s %2$d"), word != NULL ? word : _("Submission"),
                                                (int) mtr_record_get_number (submission, MTR_SUBMISSION_NUMBER));

      mtr_row_list_add (self->rows[SUBMISSIONS], key, title, line, NULL, NULL);
    }
  if (submissions->len == 0 && mtr_learner_can_write (self->learner))
    mtr_row_list_add (self->rows[SUBMISSIONS], "0", _("Draft and handing in"), _("nothing handed in yet"), NULL, NULL);
  mtr_row_list_end (self->rows[SUBMISSIONS]);
  gtk_widget_set_visible (GTK_WIDGET (self->groups[SUBMISSIONS]), is_shown);
  gtk_label_set_text (self->risk_label, risk != NULL && is_shown ? risk : "");
  gtk_widget_set_visible (GTK_WIDGET (self->risk_label), risk != NULL && is_shown);
}

static void
focus_record (MtrLearningPage *self)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, self->focus_id);
  GtkWidget *row = self->focus_id != 0 ? mtr_row_list_find (self->rows[RECORDS], key) : NULL;

  if (row != NULL && gtk_widget_grab_focus (row))
    self->focus_id = 0;
}

static void
show_records (MtrLearningPage *self,
              const MtrRegime *regime,
              GPtrArray       *records,
              const GDate     *today)
{
  MtrPack *pack = mtr_learner_get_pack (self->learner);
  guint n_shown = self->shows_older ? records->len : MIN (records->len, SHOWN_RECORDS);
  gboolean writable = mtr_learner_can_write (self->learner);
  g_autofree char *older = NULL;

  mtr_row_list_begin (self->rows[RECORDS]);
  for (guint i = 0; i < n_shown; i++)
    {
      MtrRecord *record = g_ptr_array_index (records, i);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (record));
      g_autofree char *title = mtr_learning_words_dup_record_title (pack, record);
      g_autofree char *line = mtr_learning_words_dup_record (pack, regime, record, today);
      GtkWidget *row = mtr_row_list_add (self->rows[RECORDS], key, title, line, NULL, NULL);

      if (writable)
        {
          g_autoptr (GMenu) menu = g_menu_new ();
          g_autofree char *remove = g_strdup_printf ("learning.remove('%s')", key);

          g_menu_append (menu, _("Remove"), remove);
          mtr_row_menu_attach (row, G_MENU_MODEL (menu));
        }
    }
  mtr_row_list_end (self->rows[RECORDS]);
  /* Translators: a button; %u is a number of learning records. */
  older = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u older one", "Show %u older ones",
                                        records->len - n_shown), records->len - n_shown);
  gtk_button_set_label (GTK_BUTTON (self->older_button), older);
  gtk_widget_set_visible (self->older_button, records->len > n_shown);
  gtk_widget_set_visible (GTK_WIDGET (self->groups[RECORDS]), records->len > 0);
  gtk_widget_set_visible (self->add_button, writable);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_page), records->len == 0);
  focus_record (self);
}

/* A group has several who learn; each looks at their own. */
static void
show_names (MtrLearningPage *self)
{
  MtrPairingModel *model = mtr_learner_get_model (self->learner);
  g_autoptr (GPtrArray) mentees = model != NULL ? mtr_pairing_model_list_mentees (model, NULL) : g_ptr_array_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_array_set_size (self->mentees, 0);
  for (guint i = 0; i < mentees->len; i++)
    {
      MtrRecord *person = g_ptr_array_index (mentees, i);
      const char *name = mtr_record_get_name (person, MTR_PERSON_NAME);
      gint64 id = mtr_record_get_id (person);

      gtk_string_list_append (names, name != NULL ? name : _("No name yet"));
      g_array_append_val (self->mentees, id);
      if (id == mtr_learner_get_person_id (self->learner))
        selected = i;
    }
  gtk_widget_set_visible (self->chooser_row, mentees->len > 1);
  if (mentees->len < 2)
    return;

  self->choosing = TRUE;
  gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->chooser, selected);
  self->choosing = FALSE;
}

static void
chosen_cb (MtrLearningPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->chooser);

  if (!self->choosing && selected < self->mentees->len)
    mtr_learner_set_person_id (self->learner, g_array_index (self->mentees, gint64, selected));
}

static void
mtr_learning_page_refresh (MtrPage *page)
{
  MtrLearningPage *self = MTR_LEARNING_PAGE (page);
  MtrPack *pack = mtr_learner_get_pack (self->learner);
  gint64 person_id = mtr_learner_get_person_id (self->learner);
  MtrSnapshot *snapshot = mtr_learner_get_snapshot (self->learner);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (MtrLearning) learning = NULL;
  GDate today;

  if (pack == NULL || mtr_snapshot_get (snapshot, MTR_KIND_PERSON, person_id) == NULL)
    return;

  get_today (self, &today);
  records = mtr_snapshot_list_where (snapshot, MTR_KIND_LEARNING_RECORD, MTR_LEARNING_RECORD_PERSON_ID, person_id);
  g_ptr_array_sort (records, compare_newest_first);
  learning = mtr_learning_sum (pack, snapshot, person_id, &today);
  if (!GTK_IS_WIDGET (self->chooser) || !gtk_widget_has_focus (GTK_WIDGET (self->chooser)))
    show_names (self);
  show_standing (self, learning, records->len, &today);
  show_submissions (self, &today);
  show_records (self, learning->regime, records, &today);
}

static void
refreshed_cb (MtrLearningPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    mtr_page_refresh (MTR_PAGE (self));
}

static void
narrow_cb (MtrLearningPage *self)
{
  for (gsize i = 0; i < N_GROUPS; i++)
    mtr_row_list_set_narrow (self->rows[i], mtr_page_get_narrow (MTR_PAGE (self)));
}

/* ---- Verbs --------------------------------------------------------------------------- */

static void
action_remove_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  MtrLearningPage *self = MTR_LEARNING_PAGE (widget);
  MtrRecord *record = mtr_snapshot_get (mtr_learner_get_snapshot (self->learner), MTR_KIND_LEARNING_RECORD,
                                        get_id (g_variant_get_string (parameter, NULL)));

  if (record != NULL && mtr_learner_can_write (self->learner))
    mtr_learning_record_page_remove (self->learner, record);
}

/* The key of the row that has the focus. */
static gboolean
row_key_cb (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   user_data)
{
  MtrLearningPage *self = MTR_LEARNING_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_ACTION_ROW) : NULL;

  if (row == NULL || !gtk_widget_is_ancestor (row, GTK_WIDGET (self->groups[RECORDS])))
    return FALSE;

  return gtk_widget_activate_action (widget, g_variant_get_string (arguments, NULL), "s",
                                     g_object_get_data (G_OBJECT (row), "key"));
}

/* What is missing leads to where it is added: a record that is not there yet has no id. */
static gboolean
mtr_learning_page_go_to (MtrPage  *page,
                         MtrKind   kind,
                         gint64    id,
                         MtrField  field)
{
  MtrLearningPage *self = MTR_LEARNING_PAGE (page);
  MtrRecord *record = mtr_snapshot_get (mtr_learner_get_snapshot (self->learner), kind, id);
  MtrField owner = kind == MTR_KIND_SUBMISSION ? MTR_SUBMISSION_PERSON_ID : MTR_LEARNING_RECORD_PERSON_ID;

  if (kind == MTR_KIND_REVIEW && get_review_form (self) != NULL &&
      (id == 0 || (record != NULL && record == find_review (self, get_review_form (self)))))
    {
      open_review (self);
      return TRUE;
    }
  if ((kind != MTR_KIND_LEARNING_RECORD && kind != MTR_KIND_SUBMISSION) || (id != 0 && record == NULL))
    return FALSE;

  if (record != NULL)
    mtr_learner_set_person_id (self->learner, mtr_record_get_number (record, owner));
  mtr_page_refresh (page);
  if (kind == MTR_KIND_SUBMISSION)
    open_submission (self, id, field);
  else if (record != NULL)
    open_record (self, id, field);
  else if (!gtk_widget_grab_focus (self->add_button))
    mtr_page_focus_first (page);

  return TRUE;
}

static gboolean
mtr_learning_page_command (MtrPage    *page,
                           const char *command)
{
  MtrLearningPage *self = MTR_LEARNING_PAGE (page);

  if (g_str_equal (command, "review-learning"))
    {
      open_review (self);
      return TRUE;
    }
  if (!g_str_equal (command, "add-learning") || !mtr_learner_can_write (self->learner))
    return FALSE;

  add_cb (self);

  return TRUE;
}

static void
mtr_learning_page_focus_first (MtrPage *page)
{
  MtrLearningPage *self = MTR_LEARNING_PAGE (page);

  focus_record (self);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL &&
      !gtk_widget_child_focus (GTK_WIDGET (self->groups[STANDING]), GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
mtr_learning_page_dispose (GObject *object)
{
  MtrLearningPage *self = MTR_LEARNING_PAGE (object);

  for (gsize i = 0; i < N_GROUPS; i++)
    g_clear_object (&self->rows[i]);
  g_clear_object (&self->learner);
  g_clear_pointer (&self->mentees, g_array_unref);

  G_OBJECT_CLASS (mtr_learning_page_parent_class)->dispose (object);
}

static void
mtr_learning_page_class_init (MtrLearningPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_learning_page_dispose;
  MTR_PAGE_CLASS (klass)->refresh = mtr_learning_page_refresh;
  MTR_PAGE_CLASS (klass)->go_to = mtr_learning_page_go_to;
  MTR_PAGE_CLASS (klass)->command = mtr_learning_page_command;
  MTR_PAGE_CLASS (klass)->focus_first = mtr_learning_page_focus_first;

  gtk_widget_class_install_action (widget_class, "learning.remove", "s", action_remove_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, row_key_cb, "s", "learning.remove");
}

static void
mtr_learning_page_init (MtrLearningPage *self)
{
  self->mentees = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
}

static void
add_chooser (MtrLearningPage *self,
             GtkBox          *content)
{
  GtkWidget *label = gtk_label_new (_("Whose learning"));

  self->chooser_row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->chooser = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  mtr_accessible_set_label (GTK_WIDGET (self->chooser), _("Whose learning"));
  gtk_box_append (GTK_BOX (self->chooser_row), label);
  gtk_box_append (GTK_BOX (self->chooser_row), GTK_WIDGET (self->chooser));
  gtk_box_append (content, self->chooser_row);
  g_signal_connect_object (self->chooser, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

static void
add_group (MtrLearningPage *self,
           GtkBox          *content,
           guint            group,
           const char      *title,
           MtrAudience      audience,
           GCallback        callback)
{
  self->groups[group] = ADW_PREFERENCES_GROUP (mtr_group_new (title, audience,
                                                              mtr_learner_get_other_name (self->learner), NULL));
  self->rows[group] = mtr_row_list_new (self->groups[group]);
  g_signal_connect_object (self->rows[group], "activated", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (content, GTK_WIDGET (self->groups[group]));
}

static MtrPage *
make_page (MtrLearner *learner)
{
  MtrLearningPage *self = g_object_new (MTR_TYPE_LEARNING_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 860);
  MtrPack *pack = mtr_learner_get_pack (learner);
  const char *submission = pack != NULL ? mtr_pack_get_word (pack, "submission") : NULL;

  self->learner = learner;
  mtr_page_set_programme (MTR_PAGE (self), mtr_learner_get_programme (learner));
  mtr_page_parts_add_line (content, _("Assessment: what you choose of it goes into what is handed in"));
  add_chooser (self, content);
  add_group (self, content, STANDING, _("How it stands"), MTR_AUDIENCE_PROGRAMME, G_CALLBACK (standing_cb));
  self->risk_label = mtr_page_parts_add_line (content, "");
  gtk_widget_remove_css_class (GTK_WIDGET (self->risk_label), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->risk_label), "heading");
  add_group (self, content, SUBMISSIONS, submission != NULL ? submission : _("Submission"), MTR_AUDIENCE_PROGRAMME,
             G_CALLBACK (submission_cb));
  self->add_button = mtr_page_parts_add_button (content, _("Add Learning"), TRUE);
  add_group (self, content, RECORDS, _("Records"), MTR_AUDIENCE_ASSESSMENT, G_CALLBACK (record_cb));
  self->older_button = mtr_page_parts_add_button (content, "", FALSE);
  self->empty_page = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_title (self->empty_page, _("No learning written down yet"));
  adw_status_page_set_description (self->empty_page,
                                   _("A course, shadowing, something read, a talk in supervision: a title and a few words are enough to begin."));
  gtk_widget_add_css_class (GTK_WIDGET (self->empty_page), "compact");
  gtk_box_append (content, GTK_WIDGET (self->empty_page));

  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->older_button, "clicked", G_CALLBACK (older_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (learner, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}

/**
 * mtr_learning_page_new:
 * @model: the pairing
 *
 * Returns: (transfer floating): the learning of its mentee; of a group, of one of them at a time
 */
MtrPage *
mtr_learning_page_new (MtrPairingModel *model)
{
  MtrPage *page = make_page (mtr_learner_new_of_pairing (model));

  mtr_page_set_title (page, _("Learning"));

  return page;
}

/**
 * mtr_learning_page_new_of_person:
 * @programme: the programme
 * @person_id: somebody, who may have no mentor
 *
 * Returns: (transfer floating): their learning
 */
MtrPage *
mtr_learning_page_new_of_person (MtrProgramme *programme,
                                 gint64        person_id)
{
  MtrLearner *learner = mtr_learner_new_of_person (programme, person_id);
  MtrPage *page = make_page (learner);
  const char *name = mtr_learner_get_name (learner);
  g_autofree char *title = NULL;

  /* Translators: the title of a page; %s is a name. */
  title = name != NULL ? g_strdup_printf (_("Learning of %s"), name) : NULL;
  mtr_page_set_title (page, title != NULL ? title : _("Learning"));

  return page;
}
