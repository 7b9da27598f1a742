/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One item of evidence: what it is, the thing itself, why it shows what it
 * shows, what the mentor makes of it, and whether it goes into the portfolio.
 */

#include "mtr-evidence-page.h"

#include "mtr-anonymisation.h"
#include "mtr-audience-button.h"
#include "mtr-date.h"
#include "mtr-evidence-actions.h"
#include "mtr-evidence-link-group.h"
#include "mtr-field-row.h"
#include "mtr-file-dialogs.h"
#include "mtr-portfolio.h"
#include "mtr-row-list.h"
#include "mtr-text-row.h"
#include "mtr-window.h"

#include <glib/gi18n-lib.h>

struct _MtrEvidencePage {
  MtrPage              parent_instance;

  MtrPairingModel     *model;        /* (owned) */
  gint64               evidence_id;
  MtrRecordController *controller;   /* (owned) (nullable): until the record is there */
  GPtrArray           *rows;         /* (owned) (element-type GtkWidget): as in form; of text where nothing is written */
  GHashTable          *links;        /* (owned): id of a link (int64) → MtrEvidenceLinkGroup in links_box */
  MtrRowList          *files;        /* (owned) */
  MtrRowList          *out;          /* (owned) */
  MtrField             pending_field;
  gboolean             updating;
  gboolean             writable;

  GtkBox              *content;
  AdwBin              *item_bin;
  AdwPreferencesGroup *files_group;
  GtkWidget           *file_button;
  AdwPreferencesGroup *areas_group;
  GtkFlowBox          *areas_box;
  GtkBox              *links_box;
  AdwPreferencesGroup *out_group;
};

G_DEFINE_FINAL_TYPE (MtrEvidencePage, mtr_evidence_page, MTR_TYPE_PAGE)

/* What is filled in, in this order; certificate and acceptance only where the kind meets an area by itself. */
static const struct {
  MtrField field;
  gboolean certificate;
} form[] = {
  { MTR_EVIDENCE_TITLE, FALSE },
  { MTR_EVIDENCE_KIND, FALSE },
  { MTR_EVIDENCE_HAPPENED_ON, FALSE },
  { MTR_EVIDENCE_GIVEN_BY, FALSE },
  { MTR_EVIDENCE_CERTIFICATE, TRUE },
  { MTR_EVIDENCE_ACCEPTED_BY, TRUE },
  { MTR_EVIDENCE_TEXT, FALSE },
  { MTR_EVIDENCE_KEPT_AT, FALSE },
};

static MtrRecord *
get_evidence (MtrEvidencePage *self)
{
  return mtr_snapshot_get (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_EVIDENCE, self->evidence_id);
}

static GPtrArray *
list_links (MtrEvidencePage *self)
{
  return mtr_snapshot_list_where (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_EVIDENCE_LINK,
                                  MTR_EVIDENCE_LINK_EVIDENCE_ID, self->evidence_id);
}

static gboolean
meets_area (MtrEvidencePage *self,
            MtrRecord       *evidence)
{
  const MtrEvidenceKind *kind = mtr_pack_find_evidence_kind (mtr_pairing_model_get_pack (self->model),
                                                             mtr_record_get_text (evidence, MTR_EVIDENCE_KIND));

  return kind != NULL && kind->meets_area;
}

static GPtrArray *
list_kind_words (MtrPack *pack)
{
  GPtrArray *kinds = mtr_pack_get_evidence_kinds (pack);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < kinds->len; i++)
    {
      const MtrEvidenceKind *kind = g_ptr_array_index (kinds, i);
      MtrWord *word = g_new0 (MtrWord, 1);

      /* Borrowed: the row copies what it needs. */
      word->code = kind->code;
      word->title = kind->title;
      g_ptr_array_add (words, word);
    }

  return words;
}

static void
build_form (MtrEvidencePage *self,
            MtrRecord       *evidence)
{
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  GtkWidget *group = mtr_group_new (_("The evidence"), MTR_AUDIENCE_ASSESSMENT,
                                    mtr_pairing_model_get_pair_names (self->model),
                                    mtr_pairing_model_get_manager_name (self->model));
  g_autofree char *readers = mtr_audience_describe_readers (MTR_AUDIENCE_ASSESSMENT,
                                                            mtr_pairing_model_get_pair_names (self->model),
                                                            mtr_pairing_model_get_manager_name (self->model));
  g_autoptr (GPtrArray) kinds = list_kind_words (pack);

  self->controller = mtr_record_controller_new (mtr_page_get_programme (MTR_PAGE (self)), evidence);
  self->writable = mtr_pairing_model_can_write (self->model);
  for (gsize i = 0; i < G_N_ELEMENTS (form); i++)
    {
      MtrField field = form[i].field;
      const MtrWord *word = mtr_pack_find_word (pack, MTR_WORDS_EVIDENCE, mtr_field_get_info (field)->column);
      GtkWidget *row;

      if (!self->writable)
        {
          row = mtr_text_row_new (word != NULL ? word->title : mtr_field_get_label (field));
        }
      else
        {
          row = field == MTR_EVIDENCE_KIND ? mtr_field_row_new_choice (self->controller, field, kinds)
                                           : mtr_field_row_new (self->controller, field);
          mtr_field_row_describe (MTR_FIELD_ROW (row), word);
          mtr_field_row_set_readers (MTR_FIELD_ROW (row), readers);
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_ptr_array_add (self->rows, row);
    }
  adw_bin_set_child (self->item_bin, group);
}

/* Rows of text hold only what is there. */
static void
show_form (MtrEvidencePage *self,
           MtrRecord       *evidence)
{
  const MtrEvidenceKind *kind = mtr_pack_find_evidence_kind (mtr_pairing_model_get_pack (self->model),
                                                             mtr_record_get_text (evidence, MTR_EVIDENCE_KIND));

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      MtrField field = form[i].field;
      g_autofree char *date_text = NULL;
      const char *text;
      GDate date;

      if (self->writable)
        {
          gtk_widget_set_visible (row, !form[i].certificate || meets_area (self, evidence));
          continue;
        }
      if (field == MTR_EVIDENCE_HAPPENED_ON && mtr_record_get_date (evidence, field, &date))
        text = date_text = mtr_date_format (&date, MTR_DATE_STYLE_LONG);
      else
        text = field == MTR_EVIDENCE_KIND && kind != NULL ? kind->title : mtr_record_get_text (evidence, field);
      gtk_widget_set_visible (row, text != NULL);
      mtr_text_row_set_text (MTR_TEXT_ROW (row), text, "");
    }
}

static void
chip_toggled_cb (MtrEvidencePage *self,
                 GtkCheckButton  *chip)
{
  const char *code = g_object_get_data (G_OBJECT (chip), "code");
  g_autoptr (GPtrArray) links = list_links (self);
  g_autoptr (MtrChange) change = NULL;
  g_autofree char *label = NULL;
  g_autofree char *done = NULL;

  if (self->updating)
    return;

  if (gtk_check_button_get_active (chip))
    {
      MtrRecord *link = mtr_record_new (MTR_KIND_EVIDENCE_LINK,
                                        mtr_programme_new_id (mtr_page_get_programme (MTR_PAGE (self))));

      /* Translators: an action for the menu of undo; %s is the number of an area. */
      label = g_strdup_printf (_("link evidence to area %s"), code);
      change = mtr_change_new (label);
      mtr_record_set_number (link, MTR_EVIDENCE_LINK_EVIDENCE_ID, self->evidence_id);
      mtr_record_set_text (link, MTR_EVIDENCE_LINK_STANDARD, code);
      mtr_change_insert (change, link);
    }
  else
    {
      label = g_strdup_printf (_("take evidence out of area %s"), code);
      /* Translators: %s is the number of an area. */
      done = g_strdup_printf (_("Taken out of area %s. Ctrl+Z brings it back."), code);
      change = mtr_change_new (label);
      for (guint i = 0; i < links->len; i++)
        if (mtr_record_text_is (g_ptr_array_index (links, i), MTR_EVIDENCE_LINK_STANDARD, code))
          mtr_change_delete (change, MTR_KIND_EVIDENCE_LINK, mtr_record_get_id (g_ptr_array_index (links, i)));
    }
  if (!mtr_change_is_empty (change))
    mtr_programme_act (mtr_page_get_programme (MTR_PAGE (self)), g_steal_pointer (&change), done);
}

static void
build_chips (MtrEvidencePage *self)
{
  GPtrArray *areas = mtr_pack_get_areas (mtr_pairing_model_get_pack (self->model));

  for (guint i = 0; i < areas->len; i++)
    {
      const MtrStandard *area = g_ptr_array_index (areas, i);
      g_autofree char *title = g_strdup_printf ("%s %s", area->code, area->title);
      GtkWidget *chip = gtk_check_button_new ();
      GtkWidget *label = gtk_label_new (title);
      GtkWidget *child = gtk_flow_box_child_new ();

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_check_button_set_child (GTK_CHECK_BUTTON (chip), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      g_object_set_data_full (G_OBJECT (chip), "code", g_strdup (area->code), g_free);
      g_signal_connect_object (chip, "toggled", G_CALLBACK (chip_toggled_cb), self, G_CONNECT_SWAPPED);
      /* One stop for each chip, not two. */
      gtk_widget_set_focusable (child, FALSE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), chip);
      gtk_flow_box_append (self->areas_box, child);
    }
}

static void
show_chips (MtrEvidencePage *self,
            GPtrArray       *links)
{
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);

  self->updating = TRUE;
  for (int i = 0; gtk_flow_box_get_child_at_index (self->areas_box, i) != NULL; i++)
    {
      GtkWidget *chip = gtk_flow_box_child_get_child (gtk_flow_box_get_child_at_index (self->areas_box, i));
      gboolean linked = FALSE;

      for (guint j = 0; j < links->len; j++)
        {
          const char *standard = mtr_record_get_text (g_ptr_array_index (links, j), MTR_EVIDENCE_LINK_STANDARD);

          linked = linked || g_strcmp0 (mtr_portfolio_get_area (pack, standard),
                                        g_object_get_data (G_OBJECT (chip), "code")) == 0;
        }
      gtk_check_button_set_active (GTK_CHECK_BUTTON (chip), linked);
      gtk_widget_set_sensitive (chip, mtr_pairing_model_can_write (self->model));
    }
  self->updating = FALSE;
}

static void
show_links (MtrEvidencePage *self,
            GPtrArray       *links)
{
  GHashTableIter iter;
  gpointer key, group;
  GtkWidget *previous = NULL;

  g_hash_table_iter_init (&iter, self->links);
  while (g_hash_table_iter_next (&iter, &key, &group))
    if (mtr_snapshot_get (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_EVIDENCE_LINK, *(gint64 *) key) == NULL)
      {
        gtk_box_remove (self->links_box, group);
        g_hash_table_iter_remove (&iter);
      }

  for (guint i = 0; i < links->len; i++)
    {
      MtrRecord *link = g_ptr_array_index (links, i);
      gint64 id = mtr_record_get_id (link);

      group = g_hash_table_lookup (self->links, &id);
      if (group == NULL)
        {
          group = mtr_evidence_link_group_new (self->model, link);
          gtk_box_append (self->links_box, group);
          g_hash_table_insert (self->links, g_memdup2 (&id, sizeof id), group);
        }
      else
        {
          mtr_evidence_link_group_refresh (group, link);
        }
      gtk_box_reorder_child_after (self->links_box, group, previous);
      previous = group;
    }
}

static void
show_files (MtrEvidencePage *self)
{
  g_autoptr (GPtrArray) attachments = mtr_snapshot_list_where (mtr_pairing_model_get_snapshot (self->model),
                                                               MTR_KIND_ATTACHMENT, MTR_ATTACHMENT_EVIDENCE_ID,
                                                               self->evidence_id);

  mtr_row_list_begin (self->files);
  for (guint i = 0; i < attachments->len; i++)
    {
      MtrRecord *attachment = g_ptr_array_index (attachments, i);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (attachment));
      g_autofree char *size = g_format_size ((guint64) mtr_record_get_number (attachment, MTR_ATTACHMENT_SIZE));
      /* Translators: the size of a file. */
      g_autofree char *details = mtr_record_get_number (attachment, MTR_ATTACHMENT_KEPT_APART) != 0
                                   ? g_strdup_printf (_("%s, kept elsewhere: only its name came with the portfolio"), size)
                                   : g_strdup (size);

      mtr_row_list_add (self->files, key, mtr_record_get_text (attachment, MTR_ATTACHMENT_NAME), details, NULL,
                        mtr_pairing_model_can_write (self->model) ? _("Remove") : "");
    }
  mtr_row_list_end (self->files);
  gtk_widget_set_visible (self->file_button, mtr_pairing_model_can_write (self->model));
  gtk_widget_set_visible (GTK_WIDGET (self->files_group),
                          attachments->len > 0 || mtr_pairing_model_can_write (self->model));
}

static GPtrArray *
list_findings (MtrEvidencePage *self,
               MtrRecord       *evidence)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PRIVATE_NAME);
  MtrStoreQuery accepted_query = MTR_STORE_QUERY_INIT (MTR_KIND_ACCEPTED_PLACE);
  MtrStore *store = mtr_programme_get_store (mtr_page_get_programme (MTR_PAGE (self)));
  g_autoptr (GPtrArray) names = mtr_store_list_records (store, &query, MTR_READER_OWNER, NULL);
  g_autoptr (GPtrArray) accepted = mtr_store_list_records (store, &accepted_query, MTR_READER_OWNER, NULL);
  g_autoptr (MtrAnonymisation) check = mtr_anonymisation_new (names);
  GPtrArray *findings = mtr_anonymisation_check_record (check, evidence, accepted);

  for (guint i = findings->len; i > 0; i--)
    if (((MtrFinding *) g_ptr_array_index (findings, i - 1))->accepted)
      g_ptr_array_remove_index (findings, i - 1);

  return findings;
}

static char *
dup_names_words (GPtrArray *findings)
{
  if (findings->len == 0)
    return g_strdup (_("Nothing found. A program cannot know everything: please read it once yourself."));

  return g_strdup_printf (ngettext ("%u place to look at", "%u places to look at", findings->len), findings->len);
}

/* Goes to the first place, and says what is there and what to write instead. */
static void
go_to_place (MtrEvidencePage *self)
{
  g_autoptr (GPtrArray) findings = list_findings (self, get_evidence (self));
  g_autofree char *said = NULL;
  const MtrFinding *finding;

  if (findings->len == 0)
    return;

  finding = g_ptr_array_index (findings, 0);
  said = g_strdup_printf (_("%s: “%s”. %s"), mtr_finding_type_get_label (finding->type), finding->text,
                          finding->suggestion);
  mtr_programme_announce (mtr_page_get_programme (MTR_PAGE (self)), said);
  mtr_page_go_to (MTR_PAGE (self), MTR_KIND_EVIDENCE, self->evidence_id, finding->field);
}

static void
show_out (MtrEvidencePage *self,
          MtrRecord       *evidence)
{
  gboolean included = mtr_record_get_number (evidence, MTR_EVIDENCE_INCLUDED) == 1;
  gboolean withdrawn = mtr_record_is_set (evidence, MTR_EVIDENCE_WITHDRAWN_ON);
  gboolean can_write = mtr_pairing_model_can_write (self->model);
  g_autofree char *reason = mtr_evidence_dup_left_out_reason (mtr_pairing_model_get_snapshot (self->model), evidence);
  g_autoptr (GPtrArray) findings = list_findings (self, evidence);
  g_autofree char *names = dup_names_words (findings);

  mtr_row_list_begin (self->out);
  mtr_row_list_add (self->out, "included", included ? _("It goes in when the portfolio is handed in")
                                                    : _("It is left out when the portfolio is handed in"),
                    reason, NULL, !can_write || withdrawn ? "" : included ? _("Leave Out") : _("Put In"));
  mtr_row_list_add (self->out, "names", _("May identify somebody"), names, NULL,
                    can_write && findings->len > 0 ? _("Change") : "");
  if (mtr_record_is_set (evidence, MTR_EVIDENCE_OBSERVATION_ID))
    mtr_row_list_add (self->out, "observation", _("This is the record of an observation"), NULL, NULL, _("Open"));
  if (can_write)
    mtr_row_list_add (self->out, "withdraw", withdrawn ? _("Withdrawn") : _("Withdraw it"),
                      _("The number stays with it and is never used again; the portfolio says that it was withdrawn."),
                      NULL, withdrawn ? _("Take Back") : _("Withdraw"));
  mtr_row_list_end (self->out);
}

static void
focus_field (MtrEvidencePage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (form[i].field == self->pending_field)
      {
        self->pending_field = MTR_FIELD_NONE;
        gtk_widget_grab_focus (g_ptr_array_index (self->rows, i));
        return;
      }
}

static void
mtr_evidence_page_refresh (MtrPage *page)
{
  MtrEvidencePage *self = MTR_EVIDENCE_PAGE (page);
  MtrRecord *evidence = get_evidence (self);
  g_autoptr (GPtrArray) links = NULL;
  g_autofree char *title = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->content), evidence != NULL);
  if (evidence == NULL)
    return;

  if (self->controller == NULL)
    {
      build_form (self, evidence);
      build_chips (self);
    }
  else
    {
      mtr_record_controller_refresh (self->controller, evidence);
    }

  show_form (self, evidence);
  title = mtr_evidence_dup_name (evidence);
  mtr_page_set_title (page, title);
  links = list_links (self);
  show_chips (self, links);
  show_links (self, links);
  show_files (self);
  show_out (self, evidence);
  if (self->pending_field != MTR_FIELD_NONE)
    focus_field (self);
}

static void
refreshed_cb (MtrEvidencePage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    mtr_page_refresh (MTR_PAGE (self));
}

static gboolean
mtr_evidence_page_go_to (MtrPage  *page,
                         MtrKind   kind,
                         gint64    id,
                         MtrField  field)
{
  MtrEvidencePage *self = MTR_EVIDENCE_PAGE (page);

  if (kind != MTR_KIND_EVIDENCE || id != self->evidence_id)
    return FALSE;

  /* A new item is there only when the store has answered. */
  self->pending_field = field;
  if (self->controller != NULL)
    focus_field (self);

  return TRUE;
}

static void
mtr_evidence_page_focus_first (MtrPage *page)
{
  MtrEvidencePage *self = MTR_EVIDENCE_PAGE (page);

  if (self->controller == NULL)
    {
      if (self->pending_field == MTR_FIELD_NONE)
        self->pending_field = MTR_EVIDENCE_TITLE;
    }
  else if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    {
      gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
    }
}

static void
mtr_evidence_page_leave (MtrPage *page)
{
  MtrEvidencePage *self = MTR_EVIDENCE_PAGE (page);

  if (self->controller != NULL)
    mtr_record_controller_flush (self->controller);
}

static void
files_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  MtrEvidencePage *self = MTR_EVIDENCE_PAGE (source);
  g_autoptr (GListModel) files = mtr_file_dialogs_choose_finish (result);

  if (files != NULL)
    mtr_evidence_actions_attach (self->model, self->evidence_id, files);
}

static void
add_file_cb (MtrEvidencePage *self)
{
  mtr_file_dialogs_choose_async (GTK_WIDGET (self), MTR_FILE_ADD_FILES, NULL, files_chosen_cb, NULL);
}

static void
remove_file_cb (MtrEvidencePage *self,
                const char      *key)
{
  gint64 id = g_ascii_strtoll (key, NULL, 10);
  MtrRecord *attachment = mtr_snapshot_get (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_ATTACHMENT, id);
  g_autofree char *done = NULL;
  MtrChange *change;

  if (attachment == NULL)
    return;

  /* Translators: %s is the name of a file. */
  done = g_strdup_printf (_("“%s” removed. Ctrl+Z brings it back."),
                          mtr_record_get_text (attachment, MTR_ATTACHMENT_NAME));
  change = mtr_change_new (_("remove a file from the evidence"));
  mtr_change_delete (change, MTR_KIND_ATTACHMENT, id);
  mtr_programme_act (mtr_page_get_programme (MTR_PAGE (self)), change, done);
}

static void
out_cb (MtrEvidencePage *self,
        const char      *key)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  MtrRecord *evidence = get_evidence (self);
  gboolean included = mtr_record_get_number (evidence, MTR_EVIDENCE_INCLUDED) == 1;
  gboolean withdrawn = mtr_record_is_set (evidence, MTR_EVIDENCE_WITHDRAWN_ON);
  g_autofree char *number = mtr_evidence_dup_number (evidence);
  g_autofree char *label = NULL;
  MtrChange *change;

  if (g_str_equal (key, "included"))
    {
      /* Translators: actions for the menu of undo; %s is a number as in E07. */
      label = g_strdup_printf (included ? _("leave out %s") : _("put in %s"), number);
      change = mtr_change_new (label);
      mtr_change_set_number (change, MTR_EVIDENCE_INCLUDED, self->evidence_id, included ? 0 : 1);
      mtr_programme_act (programme, change, NULL);
    }
  else if (g_str_equal (key, "withdraw"))
    {
      g_autofree char *today_text = NULL;
      GDate today;

      mtr_programme_get_today (programme, &today);
      today_text = mtr_date_to_iso (&today);
      label = g_strdup_printf (withdrawn ? _("take back the withdrawal of %s") : _("withdraw %s"), number);
      change = mtr_change_new (label);
      mtr_change_set_text (change, MTR_EVIDENCE_WITHDRAWN_ON, self->evidence_id, withdrawn ? NULL : today_text);
      mtr_programme_act (programme, change, NULL);
    }
  else if (g_str_equal (key, "names"))
    {
      go_to_place (self);
    }
  else if (g_str_equal (key, "observation"))
    {
      mtr_window_go_to (mtr_window_of (GTK_WIDGET (self)), mtr_pairing_model_get_id (self->model),
                        MTR_KIND_OBSERVATION, mtr_record_get_number (evidence, MTR_EVIDENCE_OBSERVATION_ID),
                        MTR_FIELD_NONE);
    }
}

static void
mtr_evidence_page_dispose (GObject *object)
{
  MtrEvidencePage *self = MTR_EVIDENCE_PAGE (object);

  g_clear_object (&self->controller);
  g_clear_object (&self->model);
  g_clear_object (&self->files);
  g_clear_object (&self->out);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_hash_table_unref);

  G_OBJECT_CLASS (mtr_evidence_page_parent_class)->dispose (object);
}

static void
mtr_evidence_page_class_init (MtrEvidencePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_evidence_page_dispose;
  page_class->refresh = mtr_evidence_page_refresh;
  page_class->go_to = mtr_evidence_page_go_to;
  page_class->focus_first = mtr_evidence_page_focus_first;
  page_class->leave = mtr_evidence_page_leave;

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-evidence-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MtrEvidencePage, content);
  gtk_widget_class_bind_template_child (widget_class, MtrEvidencePage, item_bin);
  gtk_widget_class_bind_template_child (widget_class, MtrEvidencePage, files_group);
  gtk_widget_class_bind_template_child (widget_class, MtrEvidencePage, file_button);
  gtk_widget_class_bind_template_child (widget_class, MtrEvidencePage, areas_group);
  gtk_widget_class_bind_template_child (widget_class, MtrEvidencePage, areas_box);
  gtk_widget_class_bind_template_child (widget_class, MtrEvidencePage, links_box);
  gtk_widget_class_bind_template_child (widget_class, MtrEvidencePage, out_group);
}

static void
mtr_evidence_page_init (MtrEvidencePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->pending_field = MTR_FIELD_NONE;
  self->rows = g_ptr_array_new ();
  self->links = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->files = mtr_row_list_new (self->files_group);
  self->out = mtr_row_list_new (self->out_group);
  g_signal_connect_object (self->files, "activated", G_CALLBACK (remove_file_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->out, "activated", G_CALLBACK (out_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->file_button, "clicked", G_CALLBACK (add_file_cb), self, G_CONNECT_SWAPPED);
}

/**
 * mtr_evidence_page_new:
 * @model: the pairing
 * @evidence_id: the item; it may still be on its way into the store
 *
 * Returns: (transfer floating): the page of the item
 */
MtrPage *
mtr_evidence_page_new (MtrPairingModel *model,
                       gint64           evidence_id)
{
  MtrEvidencePage *self = g_object_new (MTR_TYPE_EVIDENCE_PAGE, NULL);

  self->model = g_object_ref (model);
  self->evidence_id = evidence_id;
  mtr_page_set_programme (MTR_PAGE (self), mtr_pairing_model_get_programme (model));
  g_signal_connect_object (model, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
