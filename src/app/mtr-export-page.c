/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Before a portfolio leaves: what goes in and what is left out by name, the
 * places that may identify somebody, who has read it, and the file. All of it
 * is said of the very document that is then written, so that nothing can leave
 * which was not looked at here.
 */

#include "mtr-export-page.h"

#include "mtr-accessible.h"
#include "mtr-date.h"
#include "mtr-error-words.h"
#include "mtr-contents.h"
#include "mtr-file-dialogs.h"
#include "mtr-finding-row.h"
#include "mtr-language-row.h"
#include "mtr-look.h"
#include "mtr-open-file.h"
#include "mtr-output.h"
#include "mtr-portfolio-builder.h"
#include "mtr-preview.h"
#include "mtr-print-operation.h"
#include "mtr-private-names-page.h"
#include "mtr-row-list.h"
#include "mtr-window.h"

#include <glib/gi18n-lib.h>

/* Work that is over sooner is not worth a word. */
#define PROGRESS_AFTER_MS 300

struct _MtrExportPage {
  MtrPage              parent_instance;

  MtrPairingModel     *model;           /* (owned) */
  GSettings           *settings;        /* (owned) */
  MtrDocument         *document;        /* (owned) (nullable): as it would be written now */
  GPtrArray           *records;         /* (owned) (nullable) (element-type MtrRecord): what is in it */
  GPtrArray           *findings;        /* (owned) (nullable) (element-type MtrFinding) */
  GCancellable        *building;        /* (owned) (nullable) */
  GCancellable        *writing;         /* (owned) (nullable) */
  guint                progress_source;
  GFile               *target;          /* (owned) (nullable): what is being written */
  GFile               *saved;           /* (owned) (nullable) */
  MtrRowList          *goes_in;         /* (owned) */
  MtrRowList          *left_out;        /* (owned) */
  MtrRowList          *places;          /* (owned) */
  MtrRowList          *fine;            /* (owned) */
  MtrRowList          *readings;        /* (owned) */

  GtkLabel            *state_label;
  AdwPreferencesGroup *goes_in_group;
  AdwPreferencesGroup *left_out_group;
  AdwPreferencesGroup *places_group;
  GtkExpander         *fine_expander;
  AdwPreferencesGroup *fine_group;
  AdwPreferencesGroup *readings_group;
  GtkDropDown         *paper_drop_down;
  GtkDropDown         *format_drop_down;
  GtkWidget           *paper_row;
  AdwActionRow        *adjustment_row;
  GtkWidget           *look_button;
  GtkWidget           *save_button;
  GtkWidget           *progress_box;
  GtkWidget           *cancel_button;
  GtkLabel            *result_label;
  GtkWidget           *open_buttons;
  GtkWidget           *open_button;
  GtkWidget           *folder_button;
};

G_DEFINE_FINAL_TYPE (MtrExportPage, mtr_export_page, MTR_TYPE_PAGE)

/* In the order of the drop-down. */
static const char * const papers[] = { "locale", "a4", "letter" };

/* In the order of the drop-down. */
static const MtrOutputFormat formats[] = { MTR_OUTPUT_PDF, MTR_OUTPUT_ODT, MTR_OUTPUT_HTML, MTR_OUTPUT_XML };

static MtrRecord *
get_portfolio (MtrExportPage *self)
{
  return mtr_pairing_model_get_portfolio (self->model);
}

static MtrOutputFormat
get_format (MtrExportPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->format_drop_down);

  return selected < G_N_ELEMENTS (formats) ? formats[selected] : MTR_OUTPUT_PDF;
}

/* ---- What goes in and what is left out ----------------------------------- */

static void
show_contents (MtrExportPage *self)
{
  g_autoptr (GPtrArray) lines = mtr_contents_list_counts (self->records);
  g_autoptr (GPtrArray) left_out = mtr_contents_list_left_out (self->document);
  const char *draft = mtr_document_get_draft (self->document);
  g_autofree char *state = NULL;

  mtr_row_list_begin (self->goes_in);
  for (guint i = 0; i < lines->len; i++)
    {
      const MtrContentsLine *line = g_ptr_array_index (lines, i);

      mtr_row_list_add (self->goes_in, line->key, line->title, line->subtitle, NULL, "");
    }
  mtr_row_list_add (self->goes_in, "never", _("Never in it"),
                    _("Private notes, the diary, notes taken while observing, and drafts"), NULL, "");
  mtr_row_list_end (self->goes_in);

  mtr_row_list_begin (self->left_out);
  for (guint i = 0; i < left_out->len; i++)
    {
      const MtrContentsLine *line = g_ptr_array_index (left_out, i);

      mtr_row_list_add (self->left_out, line->key, line->title, NULL, NULL, NULL);
    }
  mtr_row_list_end (self->left_out);
  gtk_widget_set_visible (GTK_WIDGET (self->left_out_group), left_out->len > 0);

  /* Translators: %s is what every page says, as in "Draft: 3 things missing". */
  state = draft != NULL ? g_strdup_printf (_("Not ready yet, and that is no obstacle: every page then says “%s”."), draft)
                        : g_strdup (_("Everything the pathway asks for is here. Whether it is good enough, a person "
                                      "decides."));
  gtk_label_set_text (self->state_label, state);
  mtr_accessible_set_label (GTK_WIDGET (self->state_label), state);
}

static void
left_out_cb (MtrExportPage *self,
             const char    *key)
{
  g_auto (GStrv) parts = g_strsplit (key, " ", 2);

  mtr_window_go_to (mtr_window_of (GTK_WIDGET (self)), mtr_pairing_model_get_id (self->model),
                    mtr_kind_from_table (parts[0]), g_ascii_strtoll (parts[1], NULL, 10), MTR_FIELD_NONE);
}

/* ---- Places -------------------------------------------------------------- */

static void
change_place_cb (MtrExportPage *self,
                 MtrFindingRow *row)
{
  const MtrFinding *finding = mtr_finding_row_get_finding (row);

  mtr_window_go_to (mtr_window_of (GTK_WIDGET (self)), mtr_pairing_model_get_id (self->model), finding->kind,
                    finding->id, finding->field);
}

static void
accept_place_cb (MtrExportPage *self,
                 MtrFindingRow *row)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  MtrRecord *accepted = mtr_record_new (MTR_KIND_ACCEPTED_PLACE, mtr_programme_new_id (programme));
  MtrChange *change = mtr_change_new (_("find a place to be fine"));
  g_autofree char *today_text = NULL;
  GDate today;

  mtr_programme_get_today (programme, &today);
  today_text = mtr_date_to_iso (&today);
  mtr_record_set_number (accepted, MTR_ACCEPTED_PLACE_PORTFOLIO_ID, mtr_record_get_id (get_portfolio (self)));
  mtr_record_set_text (accepted, MTR_ACCEPTED_PLACE_FINGERPRINT, mtr_finding_row_get_finding (row)->fingerprint);
  mtr_record_set_text (accepted, MTR_ACCEPTED_PLACE_ACCEPTED_ON, today_text);
  mtr_change_insert (change, accepted);
  mtr_programme_act (programme, change, _("Found to be fine. Ctrl+Z takes it back."));
}

static void
look_again_cb (MtrExportPage *self,
               const char    *key)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  g_autoptr (MtrChange) change = mtr_change_new (_("look at a place again"));
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_ACCEPTED_PLACE);
  g_autoptr (GPtrArray) accepted = mtr_store_list_records (mtr_programme_get_store (programme), &query,
                                                           MTR_READER_OWNER, NULL);

  for (guint i = 0; accepted != NULL && i < accepted->len; i++)
    if (mtr_record_text_is (g_ptr_array_index (accepted, i), MTR_ACCEPTED_PLACE_FINGERPRINT, key))
      mtr_change_delete (change, MTR_KIND_ACCEPTED_PLACE, mtr_record_get_id (g_ptr_array_index (accepted, i)));
  if (!mtr_change_is_empty (change))
    mtr_programme_act (programme, g_steal_pointer (&change), NULL);
}

/* The same words in the same box are one row: they are answered together. */
static gboolean
is_repeated (MtrExportPage *self,
             guint          position)
{
  const MtrFinding *finding = g_ptr_array_index (self->findings, position);

  for (guint i = 0; i < position; i++)
    if (g_str_equal (((MtrFinding *) g_ptr_array_index (self->findings, i))->fingerprint, finding->fingerprint))
      return TRUE;

  return FALSE;
}

static void
add_place (MtrExportPage    *self,
           const MtrFinding *finding,
           gboolean          writable)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  GtkWidget *row = mtr_row_list_find (self->places, finding->fingerprint);

  if (row == NULL)
    {
      g_autofree char *place = mtr_contents_dup_place (mtr_pairing_model_get_pack (self->model), snapshot, finding);

      row = mtr_finding_row_new (finding, place, writable);
      g_signal_connect_object (row, "change", G_CALLBACK (change_place_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "accept", G_CALLBACK (accept_place_cb), self, G_CONNECT_SWAPPED);
    }
  mtr_row_list_add_widget (self->places, finding->fingerprint, row);
}

static void
show_places (MtrExportPage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  MtrStore *store = mtr_programme_get_store (programme);
  MtrStoreQuery names_query = MTR_STORE_QUERY_INIT (MTR_KIND_PRIVATE_NAME);
  MtrStoreQuery accepted_query = MTR_STORE_QUERY_INIT (MTR_KIND_ACCEPTED_PLACE);
  g_autoptr (GPtrArray) names = mtr_store_list_records (store, &names_query, MTR_READER_OWNER, NULL);
  g_autoptr (GPtrArray) accepted = mtr_store_list_records (store, &accepted_query, MTR_READER_OWNER, NULL);
  g_autoptr (MtrAnonymisation) check = mtr_anonymisation_new (names);
  gboolean writable = !mtr_programme_is_read_only (programme);
  g_autofree char *names_words = NULL;
  g_autofree char *fine_words = NULL;
  guint n_open = 0, n_fine = 0, n_names = names != NULL ? names->len : 0;

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = mtr_anonymisation_check_records (check, self->records, accepted);

  mtr_row_list_begin (self->places);
  mtr_row_list_begin (self->fine);
  for (guint i = 0; i < self->findings->len; i++)
    {
      const MtrFinding *finding = g_ptr_array_index (self->findings, i);

      if (is_repeated (self, i))
        continue;
      if (finding->accepted)
        {
          mtr_row_list_add (self->fine, finding->fingerprint, finding->text, finding->sentence, NULL,
                            writable ? _("Look Again") : "");
          n_fine++;
        }
      else
        {
          add_place (self, finding, writable);
          n_open++;
        }
    }
  if (n_open == 0)
    mtr_row_list_add (self->places, "nothing", _("Nothing found"),
                      _("A program cannot know everything: please read it once yourself."), NULL, "");
  names_words = g_strdup_printf (ngettext ("%u name is looked for", "%u names are looked for", n_names), n_names);
  mtr_row_list_add (self->places, "names", _("Your private list of names"), names_words, NULL, NULL);
  mtr_row_list_end (self->places);
  mtr_row_list_end (self->fine);
  gtk_widget_set_visible (GTK_WIDGET (self->fine_expander), n_fine > 0);
  /* Translators: places that somebody has looked at, folded away; %u is how many. */
  fine_words = g_strdup_printf (_("Found to be fine (%u)"), n_fine);
  gtk_expander_set_label (self->fine_expander, fine_words);
  mtr_accessible_set_label (GTK_WIDGET (self->fine_expander), fine_words);
}

static void
place_cb (MtrExportPage *self,
          const char    *key)
{
  if (g_str_equal (key, "names"))
    mtr_page_push (MTR_PAGE (self), mtr_private_names_page_new (mtr_page_get_programme (MTR_PAGE (self))));
}

/* ---- Who has read it ----------------------------------------------------- */

static const struct {
  const char *key;
  MtrField    on;
  MtrField    by;
  const char *title;    /* untranslated */
  const char *nobody;   /* untranslated */
  const char *mine;     /* untranslated: the verb for the owner of the file */
  const char *theirs;   /* untranslated: the verb where it is somebody else; %s is a name */
  const char *undo;     /* untranslated: for the menu of undo */
} readings[] = {
  { "read", MTR_PORTFOLIO_ATTESTED_ON, MTR_PORTFOLIO_ATTESTED_BY_ID, N_("Read for names"),
    N_("Nobody has read it since it last changed"), N_("I have read it"), N_("%s has read it"),
    N_("say that the portfolio was read for names") },
  { "second", MTR_PORTFOLIO_SECOND_CHECK_ON, MTR_PORTFOLIO_SECOND_CHECK_BY_ID, N_("Checked a second time"),
    N_("Four eyes see more than two"), N_("I have checked it"), N_("%s has checked it"),
    N_("say that the portfolio was checked a second time") },
};

/* First whoever hands it in, then the mentor. */
static MtrRecord *
get_reading_person (MtrExportPage *self,
                    gsize          reading)
{
  return reading == 0 ? mtr_pairing_model_get_mentee (self->model) : mtr_pairing_model_get_mentor (self->model);
}

static void
show_readings (MtrExportPage *self)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  MtrRecord *portfolio = get_portfolio (self);
  gint64 owner = mtr_programme_get_owner_id (mtr_page_get_programme (MTR_PAGE (self)));

  mtr_row_list_begin (self->readings);
  for (gsize i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      MtrRecord *person = get_reading_person (self, i);
      MtrRecord *by = mtr_snapshot_follow (snapshot, portfolio, readings[i].by);
      g_autofree char *subtitle = NULL;
      g_autofree char *verb = NULL;
      GDate date;

      if (person == NULL)
        continue;
      if (mtr_record_get_date (portfolio, readings[i].on, &date))
        {
          g_autofree char *on = mtr_date_format (&date, MTR_DATE_STYLE_LONG);

          /* Translators: a date, and the name of a person. */
          subtitle = g_strdup_printf (_("On %s by %s"), on,
                                      mtr_record_get_name (by != NULL ? by : person, MTR_PERSON_NAME));
          verb = g_strdup (_("Take Back"));
        }
      else if (mtr_record_get_id (person) == owner)
        {
          verb = g_strdup (_(readings[i].mine));
        }
      else
        {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
          verb = g_strdup_printf (_(readings[i].theirs), mtr_record_get_name (person, MTR_PERSON_NAME));
#pragma GCC diagnostic pop
        }
      if (!mtr_pairing_model_can_write (self->model))
        g_clear_pointer (&verb, g_free);
      mtr_row_list_add (self->readings, readings[i].key, _(readings[i].title),
                        subtitle != NULL ? subtitle : _(readings[i].nobody), NULL, verb != NULL ? verb : "");
    }
  mtr_row_list_end (self->readings);
}

static void
reading_cb (MtrExportPage *self,
            const char    *key)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  MtrRecord *portfolio = get_portfolio (self);
  gint64 id = mtr_record_get_id (portfolio);
  gsize i = g_str_equal (key, "read") ? 0 : 1;
  MtrChange *change = mtr_change_new (_(readings[i].undo));
  g_autofree char *today_text = NULL;
  GDate today;

  if (mtr_record_is_set (portfolio, readings[i].on))
    {
      mtr_change_clear (change, readings[i].on, id);
      mtr_change_clear (change, readings[i].by, id);
    }
  else
    {
      mtr_programme_get_today (programme, &today);
      today_text = mtr_date_to_iso (&today);
      mtr_change_set_text (change, readings[i].on, id, today_text);
      mtr_change_set_number (change, readings[i].by, id, mtr_record_get_id (get_reading_person (self, i)));
    }
  mtr_programme_act (programme, change, NULL);
}

/* ---- The file ------------------------------------------------------------ */

static void
say (MtrExportPage *self,
     const char    *words,
     GFile         *saved)
{
  gtk_label_set_text (self->result_label, words);
  mtr_accessible_set_label (GTK_WIDGET (self->result_label), words);
  g_set_object (&self->saved, saved);
  gtk_widget_set_visible (self->open_buttons, saved != NULL);
}

static void
end_progress (MtrExportPage *self)
{
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_object (&self->writing);
  gtk_widget_set_visible (self->progress_box, FALSE);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MtrExportPage) self = MTR_EXPORT_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = mtr_output_write_finish (result, &error);
  g_autoptr (GFile) file = g_steal_pointer (&self->target);

  end_progress (self);
  if (words == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    words = g_strdup (_("Stopped. Nothing was written."));
  else if (words == NULL)
    words = mtr_error_to_words (error, g_file_peek_path (file));
  say (self, words, error == NULL ? file : NULL);
  if (mtr_page_get_programme (MTR_PAGE (self)) != NULL)
    mtr_programme_announce (mtr_page_get_programme (MTR_PAGE (self)), words);
  if (error == NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (self->open_button);
}

static gboolean
progress_cb (gpointer user_data)
{
  MtrExportPage *self = MTR_EXPORT_PAGE (user_data);

  self->progress_source = 0;
  gtk_widget_set_visible (self->progress_box, TRUE);

  return G_SOURCE_REMOVE;
}

/**
 * mtr_export_page_save_as:
 * @self: a page
 * @path: the file that was chosen
 *
 * Writes the portfolio in the chosen format. What was in the file before is replaced only when all of the new is there.
 */
void
mtr_export_page_save_as (MtrExportPage *self,
                         const char    *path)
{
  if (self->document == NULL || self->writing != NULL)
    return;

  self->writing = g_cancellable_new ();
  self->target = g_file_new_for_path (path);
  self->progress_source = g_timeout_add (PROGRESS_AFTER_MS, progress_cb, self);
  say (self, "", NULL);
  mtr_output_write_async (self->document, get_format (self), mtr_print_get_paper (), path, self->writing, written_cb,
                          g_object_ref (self));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GListModel) files = mtr_file_dialogs_choose_finish (result);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL)
    mtr_export_page_save_as (MTR_EXPORT_PAGE (source), g_file_peek_path (file));
}

static void
save_cb (MtrExportPage *self)
{
  const MtrOutputKind *kind = mtr_output_get_kind (get_format (self));
  /* Translators: the beginning of a name that is suggested for a file; ".pdf" follows it. */
  g_autofree char *name = g_strdup_printf ("%s.%s", _("Portfolio"), kind->code);

  mtr_file_dialogs_choose_async (GTK_WIDGET (self), kind->purpose, name, chosen_cb, NULL);
}

static void
look_cb (MtrExportPage *self)
{
  if (self->document != NULL)
    mtr_preview_show (GTK_WIDGET (self), self->document, _("Portfolio.pdf"));
}

static void
cancel_cb (MtrExportPage *self)
{
  if (self->writing != NULL)
    g_cancellable_cancel (self->writing);
}

static void
open_cb (MtrExportPage *self)
{
  if (self->saved != NULL)
    mtr_open_file (GTK_WIDGET (self), self->saved);
}

static void
folder_cb (MtrExportPage *self)
{
  if (self->saved != NULL)
    mtr_open_folder_of_file (GTK_WIDGET (self), self->saved);
}

static void
format_cb (MtrExportPage *self)
{
  gtk_widget_set_visible (self->paper_row, get_format (self) == MTR_OUTPUT_PDF);
  gtk_widget_set_visible (GTK_WIDGET (self->adjustment_row), get_format (self) != MTR_OUTPUT_XML);
}

static void
show_adjustment (MtrExportPage *self)
{
  g_autofree char *words = mtr_look_describe (mtr_look_get_adjustment (mtr_look_get_default ()));

  adw_action_row_set_subtitle (self->adjustment_row, words);
}

static void
paper_cb (MtrExportPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->paper_drop_down);

  if (selected < G_N_ELEMENTS (papers))
    g_settings_set_string (self->settings, "paper", papers[selected]);
}

/* ---- The page ------------------------------------------------------------ */

static void
built_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MtrExportPage) self = MTR_EXPORT_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrDocument) document = mtr_output_build_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->building);
  if (document == NULL)
    {
      gtk_label_set_text (self->state_label, error->message);
      return;
    }

  g_set_object (&self->document, document);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  self->records = mtr_contents_list_records (document, mtr_pairing_model_get_snapshot (self->model));
  show_contents (self);
  show_places (self);
}

static void
mtr_export_page_refresh (MtrPage *page)
{
  MtrExportPage *self = MTR_EXPORT_PAGE (page);
  MtrRecord *portfolio = get_portfolio (self);

  if (portfolio == NULL)
    return;

  show_readings (self);
  if (self->building != NULL)
    g_cancellable_cancel (self->building);
  g_clear_object (&self->building);
  self->building = g_cancellable_new ();
  mtr_output_build_async (self->model, mtr_portfolio_build, mtr_record_get_id (portfolio), self->building, built_cb,
                          g_object_ref (self));
}

static void
refreshed_cb (MtrExportPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    mtr_page_refresh (MTR_PAGE (self));
}

static gboolean
mtr_export_page_go_to (MtrPage  *page,
                       MtrKind   kind,
                       gint64    id,
                       MtrField  field)
{
  return kind == MTR_KIND_PORTFOLIO;
}

static gboolean
mtr_export_page_command (MtrPage    *page,
                         const char *command)
{
  if (!g_str_equal (command, "print"))
    return FALSE;

  look_cb (MTR_EXPORT_PAGE (page));

  return TRUE;
}

static void
narrow_cb (MtrExportPage *self)
{
  MtrRowList *lists[] = { self->goes_in, self->left_out, self->places, self->fine, self->readings };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    mtr_row_list_set_narrow (lists[i], mtr_page_get_narrow (MTR_PAGE (self)));
}

static void
mtr_export_page_dispose (GObject *object)
{
  MtrExportPage *self = MTR_EXPORT_PAGE (object);

  if (self->building != NULL)
    g_cancellable_cancel (self->building);
  g_clear_object (&self->building);
  g_clear_object (&self->writing);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_object (&self->document);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_object (&self->target);
  g_clear_object (&self->saved);
  g_clear_object (&self->goes_in);
  g_clear_object (&self->left_out);
  g_clear_object (&self->places);
  g_clear_object (&self->fine);
  g_clear_object (&self->readings);
  g_clear_object (&self->settings);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_export_page_parent_class)->dispose (object);
}

static void
mtr_export_page_class_init (MtrExportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_export_page_dispose;
  page_class->refresh = mtr_export_page_refresh;
  page_class->go_to = mtr_export_page_go_to;
  page_class->command = mtr_export_page_command;

  g_type_ensure (MTR_TYPE_LANGUAGE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-export-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MtrExportPage, state_label);
  gtk_widget_class_bind_template_child (widget_class, MtrExportPage, goes_in_group);
  gtk_widget_class_bind_template_child (widget_class, MtrExportPage, left_out_group);
  gtk_widget_class_bind_template_child (widget_class, MtrExportPage, places_group);
  gtk_widget_class_bind_template_child (widget_class, MtrExportPage, fine_expander);
  gtk_widget_class_bind_template_child (widget_class, MtrExportPage, fine_group);
  gtk_widget_class_bind_template_child (widget_class, MtrExportPage, readings_group);
  gtk_widget_class_bind_template_child (widget_class, MtrExportPage, paper_drop_down);
  gtk_widget_class_bind_template_child (widget_class, MtrExportPage, format_drop_down);
  gtk_widget_class_bind_template_child (widget_class, MtrExportPage, paper_row);
  gtk_widget_class_bind_template_child (widget_class, MtrExportPage, adjustment_row);
  gtk_widget_class_bind_template_child (widget_class, MtrExportPage, look_button);
  gtk_widget_class_bind_template_child (widget_class, MtrExportPage, save_button);
  gtk_widget_class_bind_template_child (widget_class, MtrExportPage, progress_box);
  gtk_widget_class_bind_template_child (widget_class, MtrExportPage, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, MtrExportPage, result_label);
  gtk_widget_class_bind_template_child (widget_class, MtrExportPage, open_buttons);
  gtk_widget_class_bind_template_child (widget_class, MtrExportPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, MtrExportPage, folder_button);
}

static void
mtr_export_page_init (MtrExportPage *self)
{
  g_autofree char *paper = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = g_settings_new ("com.example.Mentoring");
  self->goes_in = mtr_row_list_new (self->goes_in_group);
  self->left_out = mtr_row_list_new (self->left_out_group);
  self->places = mtr_row_list_new (self->places_group);
  self->fine = mtr_row_list_new (self->fine_group);
  self->readings = mtr_row_list_new (self->readings_group);

  paper = g_settings_get_string (self->settings, "paper");
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_str_equal (papers[i], paper))
      gtk_drop_down_set_selected (self->paper_drop_down, i);

  show_adjustment (self);
  g_signal_connect_object (mtr_look_get_default (), "changed", G_CALLBACK (show_adjustment), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->left_out, "activated", G_CALLBACK (left_out_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->places, "activated", G_CALLBACK (place_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fine, "activated", G_CALLBACK (look_again_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->readings, "activated", G_CALLBACK (reading_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->paper_drop_down, "notify::selected", G_CALLBACK (paper_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->format_drop_down, "notify::selected", G_CALLBACK (format_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->look_button, "clicked", G_CALLBACK (look_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->save_button, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->cancel_button, "clicked", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->open_button, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->folder_button, "clicked", G_CALLBACK (folder_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
  say (self, "", NULL);
}

/**
 * mtr_export_page_new:
 * @model: the pairing whose portfolio leaves
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_export_page_new (MtrPairingModel *model)
{
  MtrExportPage *self = g_object_new (MTR_TYPE_EXPORT_PAGE, NULL);

  self->model = g_object_ref (model);
  mtr_page_set_programme (MTR_PAGE (self), mtr_pairing_model_get_programme (model));
  g_signal_connect_object (model, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
  /* Another language is another document. */
  g_signal_connect_object (self->settings, "changed::document-language", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
