/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The mentor's report: a box for every area, with the evidence of that area
 * beside it, and one for the whole. Until it is passed on it is the mentor's
 * alone; then the candidate and the line manager have room for a comment.
 * Where a page is not yours it is text, with nothing greyed out.
 */

#include "mtr-report-page.h"

#include "mtr-accessible.h"
#include "mtr-audience-button.h"
#include "mtr-date.h"
#include "mtr-evidence-page.h"
#include "mtr-field-row.h"
#include "mtr-portfolio.h"
#include "mtr-row-list.h"
#include "mtr-text-row.h"

#include <glib/gi18n-lib.h>

#define ITEMS_WIDTH 260  /* pixels for the evidence beside a box */

struct _MtrReportPage {
  MtrPage              parent_instance;

  MtrPairingModel     *model;          /* (owned) */
  char                *shape;          /* (owned) (nullable): what the rows were made for */
  MtrRecordController *report;         /* (owned) (nullable): where something can be written */
  GPtrArray           *areas;          /* (owned) (element-type MtrRecordController): by area of the pack, where written */
  GPtrArray           *rows;           /* (owned) (element-type GtkWidget): rows of fields and of text */
  GPtrArray           *beside;         /* (owned) (element-type GtkBox): a box and its evidence */
  MtrRowList          *verbs;          /* (owned) (nullable): of the last group */
  MtrField             in_person;      /* the comment that somebody else writes at this computer */
  MtrField             pending_field;

  GtkBox              *content;
  GtkLabel            *state_label;
};

G_DEFINE_FINAL_TYPE (MtrReportPage, mtr_report_page, MTR_TYPE_PAGE)

static MtrRecord *
get_report (MtrPairingModel *model)
{
  MtrRecord *portfolio = mtr_pairing_model_get_portfolio (model);

  return portfolio != NULL ? mtr_portfolio_find_report (mtr_pairing_model_get_snapshot (model),
                                                        mtr_record_get_id (portfolio))
                           : NULL;
}

static gboolean
is_owner (MtrPairingModel *model,
          MtrRecord       *person)
{
  return person != NULL &&
         mtr_record_get_id (person) == mtr_programme_get_owner_id (mtr_pairing_model_get_programme (model));
}

static const char *
get_name (MtrRecord *person)
{
  const char *name = person != NULL ? mtr_record_get_name (person, MTR_PERSON_NAME) : NULL;

  return name != NULL ? name : _("Somebody");
}

static MtrRecord *
get_manager (MtrPairingModel *model)
{
  return mtr_snapshot_follow (mtr_pairing_model_get_snapshot (model), mtr_pairing_model_get_pairing (model),
                              MTR_PAIRING_LINE_MANAGER_ID);
}

static MtrRecord *
find_area (MtrSnapshot *snapshot,
           MtrRecord   *report,
           const char  *code)
{
  g_autoptr (GPtrArray) parts = mtr_snapshot_list_where (snapshot, MTR_KIND_REPORT_AREA, MTR_REPORT_AREA_REPORT_ID,
                                                         mtr_record_get_id (report));

  for (guint i = 0; i < parts->len; i++)
    if (mtr_record_text_is (g_ptr_array_index (parts, i), MTR_REPORT_AREA_STANDARD, code))
      return g_ptr_array_index (parts, i);

  return NULL;
}

/**
 * mtr_report_page_dup_state:
 * @model: a pairing
 *
 * Returns: (transfer full): how far the mentor's report has come, in a sentence without a full stop
 */
char *
mtr_report_page_dup_state (MtrPairingModel *model)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (model);
  MtrRecord *report = get_report (model);
  MtrRecord *mentor = mtr_pairing_model_get_mentor (model);
  GPtrArray *areas = mtr_pack_get_areas (mtr_pairing_model_get_pack (model));
  guint n_written = 0;

  if (report != NULL && mtr_record_is_set (report, MTR_REPORT_PASSED_AT))
    {
      g_autofree char *on = mtr_moment_format (mtr_record_get_text (report, MTR_REPORT_PASSED_AT));
      MtrRecord *author = mtr_snapshot_follow (snapshot, report, MTR_REPORT_AUTHOR_ID);

      /* Translators: a date, and the name of the mentor. */
      return g_strdup_printf (_("Passed on %s by %s"), on, get_name (author != NULL ? author : mentor));
    }
  if (!is_owner (model, mentor))
    /* Translators: %s is the mentor. */
    return mentor != NULL ? g_strdup_printf (_("%s has not passed it on yet"), get_name (mentor))
                          : g_strdup (_("There is no mentor yet"));
  if (report == NULL)
    return g_strdup (_("Not begun"));

  for (guint i = 0; i < areas->len; i++)
    {
      MtrRecord *part = find_area (snapshot, report, ((MtrStandard *) g_ptr_array_index (areas, i))->code);

      if (part != NULL && mtr_record_is_set (part, MTR_REPORT_AREA_DRAFT_TEXT))
        n_written++;
    }

  /* Translators: both %u are numbers of areas. */
  return g_strdup_printf (_("Draft, only you read it · %u of %u areas written"), n_written, areas->len);
}

/* ---- Making the rows ----------------------------------------------------- */

static GtkWidget *
add_group (MtrReportPage *self,
           GtkWidget     *parent,
           const char    *title,
           MtrAudience    audience)
{
  GtkWidget *group = mtr_group_new (title, audience, mtr_pairing_model_get_pair_names (self->model),
                                    mtr_pairing_model_get_manager_name (self->model));

  gtk_box_append (GTK_BOX (parent), group);

  return group;
}

static GtkWidget *
add_field (MtrReportPage       *self,
           GtkWidget           *group,
           MtrRecordController *controller,
           MtrField             field,
           MtrField             named_after)
{
  GtkWidget *row = mtr_field_row_new (controller, field);
  MtrAudience audience = mtr_field_get_info (field)->audience;
  g_autofree char *readers = mtr_audience_describe_readers (audience, mtr_pairing_model_get_pair_names (self->model),
                                                            mtr_pairing_model_get_manager_name (self->model));

  mtr_field_row_describe (MTR_FIELD_ROW (row),
                          mtr_pack_find_word (mtr_pairing_model_get_pack (self->model), MTR_WORDS_REPORT,
                                              mtr_field_get_info (named_after)->column));
  mtr_field_row_set_readers (MTR_FIELD_ROW (row), readers);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_ptr_array_add (self->rows, row);

  return row;
}

static void
add_text (MtrReportPage *self,
          GtkWidget     *group,
          const char    *title,
          const char    *text)
{
  GtkWidget *row = mtr_text_row_new (title);

  mtr_text_row_set_text (MTR_TEXT_ROW (row), text, _("Nothing written yet"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
item_clicked_cb (MtrReportPage *self,
                 GtkWidget     *button)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "id");

  mtr_page_push (MTR_PAGE (self), mtr_evidence_page_new (self->model, *id));
}

static void
add_items (MtrReportPage *self,
           GtkWidget     *box,
           const char    *area)
{
  MtrRecord *portfolio = mtr_pairing_model_get_portfolio (self->model);
  g_autoptr (GPtrArray) items = mtr_portfolio_list_evidence_of_area (mtr_pairing_model_get_pack (self->model),
                                                                     mtr_pairing_model_get_snapshot (self->model),
                                                                     mtr_record_get_id (portfolio), area);
  GtkWidget *heading = gtk_label_new (items->len > 0 ? _("Evidence of this area") : _("No evidence of this area yet"));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "caption");
  gtk_widget_add_css_class (heading, "dim-label");
  gtk_box_append (GTK_BOX (box), heading);
  for (guint i = 0; i < items->len; i++)
    {
      MtrRecord *evidence = g_ptr_array_index (items, i);
      g_autofree char *name = mtr_evidence_dup_name (evidence);
      GtkWidget *label = gtk_label_new (name);
      GtkWidget *button = gtk_button_new ();
      gint64 id = mtr_record_get_id (evidence);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_button_set_child (GTK_BUTTON (button), label);
      mtr_accessible_set_label (button, name);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "beside-item");
      g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&id, sizeof id), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (item_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
}

static void
update_beside (MtrReportPage *self)
{
  gboolean narrow = mtr_page_get_narrow (MTR_PAGE (self));

  for (guint i = 0; i < self->beside->len; i++)
    {
      GtkWidget *box = g_ptr_array_index (self->beside, i);

      gtk_orientable_set_orientation (GTK_ORIENTABLE (box),
                                      narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
      gtk_widget_set_size_request (gtk_widget_get_last_child (box), narrow ? -1 : ITEMS_WIDTH, -1);
    }
}

static MtrRecordController *
make_area_controller (MtrReportPage *self,
                      MtrRecord     *report,
                      MtrRecord     *part,
                      const char    *code)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  g_autoptr (MtrRecord) unborn = NULL;

  if (part != NULL)
    return mtr_record_controller_new (programme, part);

  unborn = mtr_record_new (MTR_KIND_REPORT_AREA, mtr_programme_new_id (programme));
  mtr_record_set_number (unborn, MTR_REPORT_AREA_REPORT_ID, mtr_record_get_id (report));
  mtr_record_set_text (unborn, MTR_REPORT_AREA_STANDARD, code);

  return mtr_record_controller_new_unborn (programme, unborn, NULL, NULL);
}

static void
add_area (MtrReportPage     *self,
          MtrRecord         *report,
          const MtrStandard *area,
          gboolean           writable)
{
  gboolean passed = mtr_record_is_set (report, MTR_REPORT_PASSED_AT);
  MtrRecord *part = find_area (mtr_pairing_model_get_snapshot (self->model), report, area->code);
  GtkWidget *beside = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *title = g_strdup_printf ("%s %s", area->code, area->title);
  GtkWidget *group = adw_preferences_group_new ();

  gtk_box_append (GTK_BOX (left), group);
  gtk_widget_set_hexpand (left, TRUE);
  gtk_box_append (GTK_BOX (beside), left);
  gtk_box_append (GTK_BOX (beside), right);
  gtk_box_append (self->content, beside);
  g_ptr_array_add (self->beside, beside);
  add_items (self, right, area->code);

  if (writable)
    {
      MtrRecordController *controller = make_area_controller (self, report, part, area->code);

      GtkWidget *row = add_field (self, group, controller,
                                  passed ? MTR_REPORT_AREA_TEXT : MTR_REPORT_AREA_DRAFT_TEXT, MTR_REPORT_AREA_TEXT);

      g_ptr_array_add (self->areas, controller);
      /* What to write is the same for all of them, and stands above them once. */
      mtr_field_row_set_title (MTR_FIELD_ROW (row), title);
      mtr_field_row_set_prompt (MTR_FIELD_ROW (row), NULL);
    }
  else
    {
      add_text (self, group, title,
                part != NULL ? mtr_record_get_text (part, MTR_REPORT_AREA_TEXT) : NULL);
    }
}

/* A comment is written in the file of whose it is, or by them in person at this computer. */
static void
add_comment (MtrReportPage *self,
             GtkWidget     *group,
             MtrRecord     *report,
             MtrRecord     *person,
             MtrField       field)
{
  const MtrWord *word = mtr_pack_find_word (mtr_pairing_model_get_pack (self->model), MTR_WORDS_REPORT,
                                            mtr_field_get_info (field)->column);
  gboolean can_write = mtr_pairing_model_can_write (self->model);

  if (can_write && (is_owner (self->model, person) || self->in_person == field))
    {
      if (self->report == NULL)
        self->report = mtr_record_controller_new (mtr_page_get_programme (MTR_PAGE (self)), report);
      add_field (self, group, self->report, field, field);
    }
  else
    {
      add_text (self, group, word != NULL ? word->title : mtr_field_get_label (field),
                mtr_record_get_text (report, field));
    }
}

static void
add_begin_row (MtrReportPage *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  MtrRecord *mentor = mtr_pairing_model_get_mentor (self->model);
  MtrRecord *portfolio = mtr_pairing_model_get_portfolio (self->model);
  gboolean can_write = mtr_pairing_model_can_write (self->model) && portfolio != NULL;
  g_autofree char *state = mtr_report_page_dup_state (self->model);

  gtk_box_append (self->content, group);
  g_clear_object (&self->verbs);
  self->verbs = mtr_row_list_new (ADW_PREFERENCES_GROUP (group));
  mtr_row_list_begin (self->verbs);
  if (is_owner (self->model, mentor))
    {
      mtr_row_list_add (self->verbs, "begin", state,
                        _("A box for every area, with its evidence beside it. Only you read it until you pass it on."),
                        NULL, can_write ? _("Begin the Report") : "");
    }
  else
    {
      g_autofree char *asked = portfolio != NULL && mtr_record_is_set (portfolio, MTR_PORTFOLIO_REPORT_ASKED_ON)
                               ? g_strdup (mtr_record_get_text (portfolio, MTR_PORTFOLIO_REPORT_ASKED_ON)) : NULL;
      g_autofree char *since = NULL;
      g_autofree char *words = NULL;
      GDate date;

      if (asked != NULL && mtr_date_from_iso (asked, &date))
        since = mtr_date_format (&date, MTR_DATE_STYLE_LONG);
      /* Translators: %s is a date. */
      words = since != NULL ? g_strdup_printf (_("Asked for on %s"), since) : g_strdup (_("Not asked for yet"));
      mtr_row_list_add (self->verbs, "ask", state, words, NULL,
                        can_write && since == NULL && mentor != NULL ? _("I Have Asked for It") : "");
    }
  mtr_row_list_end (self->verbs);
}

static void
add_verb_rows (MtrReportPage *self,
               MtrRecord     *report,
               gboolean       writable)
{
  gboolean passed = mtr_record_is_set (report, MTR_REPORT_PASSED_AT);
  gboolean can_write = mtr_pairing_model_can_write (self->model);
  GtkWidget *group = adw_preferences_group_new ();
  struct {
    const char *key;
    MtrField    field;
    MtrRecord  *person;
  } comments[] = {
    { "candidate", MTR_REPORT_CANDIDATE_COMMENT, mtr_pairing_model_get_mentee (self->model) },
    { "manager", MTR_REPORT_MANAGER_COMMENT, get_manager (self->model) },
  };

  gtk_box_append (self->content, group);
  g_clear_object (&self->verbs);
  self->verbs = mtr_row_list_new (ADW_PREFERENCES_GROUP (group));
  mtr_row_list_begin (self->verbs);
  if (!passed && writable)
    {
      /* Translators: %s is the candidate. */
      g_autofree char *verb = g_strdup_printf (_("Pass to %s"), get_name (comments[0].person));

      mtr_row_list_add (self->verbs, "pass", _("It is finished"),
                        _("From then on the candidate reads it, and so do the line manager and the panel."), NULL, verb);
    }
  for (gsize i = 0; passed && can_write && i < G_N_ELEMENTS (comments); i++)
    if (comments[i].person != NULL && !is_owner (self->model, comments[i].person))
      {
        /* Translators: %s is a person. */
        g_autofree char *title = g_strdup_printf (_("%s is here"), get_name (comments[i].person));
        gboolean open = self->in_person == comments[i].field;

        mtr_row_list_add (self->verbs, comments[i].key, title,
                          open ? _("Written in person at this computer; it is saved as they type.")
                               : _("They can write their comment at this computer, in person."),
                          NULL, open ? "" : _("Write a comment"));
      }
  mtr_row_list_end (self->verbs);
  mtr_row_list_set_narrow (self->verbs, mtr_page_get_narrow (MTR_PAGE (self)));
  gtk_widget_set_visible (group, mtr_row_list_count (self->verbs) > 0);
}

static void verb_cb (MtrReportPage *self, const char *key);

static void
build (MtrReportPage *self,
       MtrRecord     *report)
{
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  GPtrArray *areas = mtr_pack_get_areas (pack);
  gboolean passed = report != NULL && mtr_record_is_set (report, MTR_REPORT_PASSED_AT);
  gboolean mine = is_owner (self->model, mtr_pairing_model_get_mentor (self->model));
  gboolean writable = mine && mtr_pairing_model_can_write (self->model);
  const MtrWord *overall = mtr_pack_find_word (pack, MTR_WORDS_REPORT, "overall");
  const MtrWord *text = mtr_pack_find_word (pack, MTR_WORDS_REPORT, "text");
  GtkWidget *child;

  g_ptr_array_set_size (self->areas, 0);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->beside, 0);
  g_clear_object (&self->report);
  while ((child = gtk_widget_get_next_sibling (GTK_WIDGET (self->state_label))) != NULL)
    gtk_box_remove (self->content, child);

  if (report == NULL || (!passed && !mine))
    {
      add_begin_row (self);
    }
  else
    {
      GtkWidget *group;

      if (writable)
        self->report = mtr_record_controller_new (mtr_page_get_programme (MTR_PAGE (self)), report);
      group = add_group (self, GTK_WIDGET (self->content), _("The areas"),
                         passed ? MTR_AUDIENCE_ASSESSMENT : MTR_AUDIENCE_MINE);
      if (writable && text != NULL && text->description != NULL)
        {
          g_autofree char *markup = g_markup_escape_text (text->description, -1);

          adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), markup);
        }
      for (guint i = 0; i < areas->len; i++)
        add_area (self, report, g_ptr_array_index (areas, i), writable);
      group = add_group (self, GTK_WIDGET (self->content), _("The whole"),
                         passed ? MTR_AUDIENCE_ASSESSMENT : MTR_AUDIENCE_MINE);
      if (writable)
        add_field (self, group, self->report, passed ? MTR_REPORT_OVERALL : MTR_REPORT_DRAFT_OVERALL,
                   MTR_REPORT_OVERALL);
      else
        add_text (self, group, overall != NULL ? overall->title : mtr_field_get_label (MTR_REPORT_OVERALL),
                  mtr_record_get_text (report, MTR_REPORT_OVERALL));
      if (passed)
        {
          group = add_group (self, GTK_WIDGET (self->content), _("Comments"), MTR_AUDIENCE_ASSESSMENT);
          add_comment (self, group, report, mtr_pairing_model_get_mentee (self->model), MTR_REPORT_CANDIDATE_COMMENT);
          add_comment (self, group, report, get_manager (self->model), MTR_REPORT_MANAGER_COMMENT);
        }
      add_verb_rows (self, report, writable);
    }
  g_signal_connect_object (self->verbs, "activated", G_CALLBACK (verb_cb), self, G_CONNECT_SWAPPED);
  update_beside (self);
}

/* What decides which rows there are; as long as it stays the same they stay, with what is typed in them. */
static char *
dup_shape (MtrReportPage *self,
           MtrRecord     *report)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  MtrRecord *portfolio = mtr_pairing_model_get_portfolio (self->model);
  gboolean mine = is_owner (self->model, mtr_pairing_model_get_mentor (self->model));

  return g_strdup_printf ("%" G_GINT64_FORMAT " %d %d %d %d %s", report != NULL ? mtr_record_get_id (report) : 0,
                          report != NULL && mtr_record_is_set (report, MTR_REPORT_PASSED_AT), mine,
                          mtr_pairing_model_can_write (self->model), (int) self->in_person,
                          mtr_snapshot_count (snapshot, MTR_KIND_REPORT) == 0 && portfolio != NULL &&
                          mtr_record_is_set (portfolio, MTR_PORTFOLIO_REPORT_ASKED_ON) ? "asked" : "");
}

static void
focus_field (MtrReportPage *self)
{
  gboolean is_comment = self->pending_field == MTR_REPORT_CANDIDATE_COMMENT ||
                        self->pending_field == MTR_REPORT_MANAGER_COMMENT;

  for (guint i = 0; i < self->rows->len; i++)
    {
      MtrFieldRow *row = g_ptr_array_index (self->rows, i);
      MtrRecordController *controller = i < self->areas->len ? g_ptr_array_index (self->areas, i) : self->report;
      MtrField field = mtr_field_row_get_field (row);

      if (is_comment ? field == self->pending_field
                     : !mtr_record_is_set (mtr_record_controller_get_record (controller), field))
        {
          gtk_widget_grab_focus (GTK_WIDGET (row));
          break;
        }
    }
  self->pending_field = MTR_FIELD_NONE;
}

static void
mtr_report_page_refresh (MtrPage *page)
{
  MtrReportPage *self = MTR_REPORT_PAGE (page);
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  MtrRecord *report;
  g_autofree char *shape = NULL;
  g_autofree char *state = NULL;

  if (mtr_pairing_model_get_pack (self->model) == NULL || mtr_pairing_model_get_pairing (self->model) == NULL)
    return;

  report = get_report (self->model);
  shape = dup_shape (self, report);
  state = mtr_report_page_dup_state (self->model);
  gtk_label_set_text (self->state_label, state);
  mtr_accessible_set_label (GTK_WIDGET (self->state_label), state);
  if (g_strcmp0 (shape, self->shape) != 0)
    {
      build (self, report);
      g_free (self->shape);
      self->shape = g_steal_pointer (&shape);
    }
  else if (report != NULL)
    {
      if (self->report != NULL)
        mtr_record_controller_refresh (self->report, report);
      for (guint i = 0; i < self->areas->len; i++)
        {
          MtrRecordController *controller = g_ptr_array_index (self->areas, i);
          MtrRecord *stored = mtr_snapshot_get (snapshot, MTR_KIND_REPORT_AREA,
                                                mtr_record_get_id (mtr_record_controller_get_record (controller)));

          if (stored != NULL)
            mtr_record_controller_refresh (controller, stored);
        }
    }
  if (self->pending_field != MTR_FIELD_NONE && self->rows->len > 0)
    focus_field (self);
}

static void
refreshed_cb (MtrReportPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    mtr_page_refresh (MTR_PAGE (self));
}

/* ---- Verbs --------------------------------------------------------------- */

static void
begin_report (MtrReportPage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  MtrRecord *report = mtr_record_new (MTR_KIND_REPORT, mtr_programme_new_id (programme));
  MtrChange *change = mtr_change_new (_("begin the mentor’s report"));

  mtr_record_set_number (report, MTR_REPORT_PORTFOLIO_ID,
                         mtr_record_get_id (mtr_pairing_model_get_portfolio (self->model)));
  mtr_record_set_number (report, MTR_REPORT_AUTHOR_ID,
                         mtr_record_get_id (mtr_pairing_model_get_mentor (self->model)));
  mtr_change_insert (change, report);
  self->pending_field = MTR_REPORT_AREA_TEXT;
  mtr_programme_act (programme, change, NULL);
}

static void
ask_for_report (MtrReportPage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  MtrChange *change = mtr_change_new (_("ask for the mentor’s report"));
  g_autofree char *today_text = NULL;
  GDate today;

  mtr_programme_get_today (programme, &today);
  today_text = mtr_date_to_iso (&today);
  mtr_change_set_text (change, MTR_PORTFOLIO_REPORT_ASKED_ON,
                       mtr_record_get_id (mtr_pairing_model_get_portfolio (self->model)), today_text);
  mtr_programme_act (programme, change, NULL);
}

/* What is missing is said where it is missing, and the first such box gets the cursor. */
static gboolean
refuse_unwritten (MtrReportPage *self)
{
  GPtrArray *standards = mtr_pack_get_areas (mtr_pairing_model_get_pack (self->model));
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_autofree char *list = NULL;
  g_autofree char *said = NULL;
  guint n_missing;

  for (guint i = self->areas->len; i > 0; i--)
    {
      MtrRecordController *controller = g_ptr_array_index (self->areas, i - 1);

      if (mtr_record_is_set (mtr_record_controller_get_record (controller), MTR_REPORT_AREA_DRAFT_TEXT))
        continue;
      mtr_field_row_refuse (g_ptr_array_index (self->rows, i - 1),
                            _("Nothing is written about this area yet. A sentence is enough where there is little to say."));
      g_ptr_array_insert (missing, 0, ((MtrStandard *) g_ptr_array_index (standards, i - 1))->code);
    }
  n_missing = missing->len;
  if (n_missing == 0)
    return FALSE;

  g_ptr_array_add (missing, NULL);
  list = g_strjoinv (", ", (char **) missing->pdata);
  /* Translators: %s is a list of numbers of areas, as in "3, 6". */
  said = g_strdup_printf (ngettext ("Not passed on: nothing is written about area %s yet.",
                                    "Not passed on: nothing is written about areas %s yet.", n_missing), list);
  mtr_programme_announce (mtr_page_get_programme (MTR_PAGE (self)), said);

  return TRUE;
}

/* What was typed last may still be on its way into the store: the drafts are taken from the controllers. */
static void
pass_on (MtrReportPage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  g_autoptr (MtrSnapshot) drafts = NULL;
  g_autofree char *now = NULL;
  g_autofree char *done = NULL;

  if (refuse_unwritten (self))
    return;

  drafts = mtr_snapshot_new (MTR_READER_OWNER);
  mtr_record_controller_flush (self->report);
  mtr_snapshot_add (drafts, mtr_record_controller_get_record (self->report));
  for (guint i = 0; i < self->areas->len; i++)
    {
      mtr_record_controller_flush (g_ptr_array_index (self->areas, i));
      mtr_snapshot_add (drafts, mtr_record_controller_get_record (g_ptr_array_index (self->areas, i)));
    }
  now = mtr_programme_now (programme);
  /* Translators: %s is the candidate. */
  done = g_strdup_printf (_("Passed to %s. Ctrl+Z takes it back."),
                          get_name (mtr_pairing_model_get_mentee (self->model)));
  mtr_programme_act (programme, mtr_report_pass_on (drafts, mtr_record_controller_get_record (self->report), now), done);
}

static void
open_comment (MtrReportPage *self,
              MtrField       field)
{
  self->in_person = field;
  self->pending_field = field;
  mtr_page_refresh (MTR_PAGE (self));
}

static void
verb_cb (MtrReportPage *self,
         const char    *key)
{
  if (g_str_equal (key, "begin"))
    begin_report (self);
  else if (g_str_equal (key, "ask"))
    ask_for_report (self);
  else if (g_str_equal (key, "pass"))
    pass_on (self);
  else if (g_str_equal (key, "candidate"))
    open_comment (self, MTR_REPORT_CANDIDATE_COMMENT);
  else if (g_str_equal (key, "manager"))
    open_comment (self, MTR_REPORT_MANAGER_COMMENT);
}

static gboolean
mtr_report_page_go_to (MtrPage  *page,
                       MtrKind   kind,
                       gint64    id,
                       MtrField  field)
{
  MtrReportPage *self = MTR_REPORT_PAGE (page);

  if (kind != MTR_KIND_REPORT && kind != MTR_KIND_REPORT_AREA)
    return FALSE;

  /* Somebody else's comment opens when they say that they are here. */
  self->pending_field = field;
  if (self->rows->len > 0)
    focus_field (self);

  return TRUE;
}

static void
mtr_report_page_leave (MtrPage *page)
{
  MtrReportPage *self = MTR_REPORT_PAGE (page);

  if (self->report != NULL)
    mtr_record_controller_flush (self->report);
  for (guint i = 0; i < self->areas->len; i++)
    mtr_record_controller_flush (g_ptr_array_index (self->areas, i));
}

static void
narrow_cb (MtrReportPage *self)
{
  update_beside (self);
  if (self->verbs != NULL)
    mtr_row_list_set_narrow (self->verbs, mtr_page_get_narrow (MTR_PAGE (self)));
}

static void
mtr_report_page_dispose (GObject *object)
{
  MtrReportPage *self = MTR_REPORT_PAGE (object);

  g_clear_object (&self->report);
  g_clear_object (&self->verbs);
  g_clear_object (&self->model);
  g_clear_pointer (&self->areas, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->beside, g_ptr_array_unref);
  g_clear_pointer (&self->shape, g_free);

  G_OBJECT_CLASS (mtr_report_page_parent_class)->dispose (object);
}

static void
mtr_report_page_class_init (MtrReportPageClass *klass)
{
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_report_page_dispose;
  page_class->refresh = mtr_report_page_refresh;
  page_class->go_to = mtr_report_page_go_to;
  page_class->leave = mtr_report_page_leave;
}

static void
mtr_report_page_init (MtrReportPage *self)
{
  GtkWidget *purpose = gtk_label_new (_("Assessment: goes into the portfolio"));

  self->in_person = MTR_FIELD_NONE;
  self->pending_field = MTR_FIELD_NONE;
  self->areas = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new ();
  self->beside = g_ptr_array_new ();
  self->content = mtr_page_add_content (MTR_PAGE (self), 1000);
  gtk_label_set_xalign (GTK_LABEL (purpose), 0);
  gtk_label_set_wrap (GTK_LABEL (purpose), TRUE);
  gtk_widget_add_css_class (purpose, "dim-label");
  gtk_box_append (self->content, purpose);
  self->state_label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0f,
                                    "wrap", TRUE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->state_label), "title-4");
  gtk_box_append (self->content, GTK_WIDGET (self->state_label));
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
}

/**
 * mtr_report_page_new:
 * @model: the pairing
 *
 * Returns: (transfer floating): the mentor's report on the portfolio of the pairing
 */
MtrPage *
mtr_report_page_new (MtrPairingModel *model)
{
  MtrReportPage *self = g_object_new (MTR_TYPE_REPORT_PAGE, NULL);
  MtrPack *pack = mtr_pairing_model_get_pack (model);
  const char *title = pack != NULL ? mtr_pack_get_word (pack, "report") : NULL;

  self->model = g_object_ref (model);
  mtr_page_set_title (MTR_PAGE (self), title != NULL ? title : mtr_kind_get_label (MTR_KIND_REPORT));
  mtr_page_set_programme (MTR_PAGE (self), mtr_pairing_model_get_programme (model));
  g_signal_connect_object (model, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
