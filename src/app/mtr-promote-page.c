/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A session becomes evidence: a copy in one box, with what the diary says
 * beside it, and every place that may identify somebody. Nothing is changed
 * for anybody: [Change] goes to the place. The diary stays as it is.
 */

#include "mtr-promote-page.h"

#include "mtr-accessible.h"
#include "mtr-anonymisation.h"
#include "mtr-audience-button.h"
#include "mtr-check.h"
#include "mtr-chips.h"
#include "mtr-evidence-actions.h"
#include "mtr-growing-text.h"
#include "mtr-portfolio.h"
#include "mtr-row-list.h"
#include "mtr-session-words.h"
#include "mtr-spelling-text.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>

/* How long the copy rests before it is looked through, in milliseconds. */
#define LOOK_AFTER_MS 400
/* The kind that a copy from the diary most likely is; another one can be chosen on its page. */
#define LIKELY_KIND "critical-reflection"

struct _MtrPromotePage {
  MtrPage              parent_instance;

  MtrPairingModel     *model;        /* (owned) */
  gint64               session_id;
  MtrAnonymisation    *check;        /* (owned) */
  GPtrArray           *findings;     /* (owned) (nullable) (element-type MtrFinding) */
  MtrRowList          *rows;         /* (owned) */
  guint                look_source;
  gboolean             filled;
  gboolean             added;

  AdwBin              *audience_bin;
  GtkEditable         *title_entry;
  GtkLabel            *title_problem;
  GtkBox              *texts_box;
  GtkTextView         *copy_view;
  GtkLabel            *original_label;
  AdwPreferencesGroup *findings_group;
  MtrChips            *areas;
  GtkButton           *add_button;
};

G_DEFINE_FINAL_TYPE (MtrPromotePage, mtr_promote_page, MTR_TYPE_PAGE)

static char *
dup_copy (MtrPromotePage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->copy_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* What was changed in a copy and not added yet is there again when the page is opened again. */
static char *
dup_draft_key (MtrPromotePage *self)
{
  return g_strdup_printf ("copy-of-session-%" G_GINT64_FORMAT, self->session_id);
}

static void
show_findings (MtrPromotePage *self)
{
  g_autofree char *copy = dup_copy (self);
  g_autofree char *words = NULL;

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = mtr_anonymisation_check_text (self->check, copy);
  mtr_row_list_begin (self->rows);
  for (guint i = 0; i < self->findings->len; i++)
    {
      const MtrFinding *finding = g_ptr_array_index (self->findings, i);
      g_autofree char *key = g_strdup_printf ("%u", i);
      g_autofree char *title = g_strdup_printf ("%s: %s", mtr_finding_type_get_label (finding->type), finding->text);
      g_autofree char *subtitle = g_strdup_printf ("%s\n%s", finding->sentence, finding->suggestion);

      mtr_row_list_add (self->rows, key, title, subtitle, NULL, _("Change"));
    }
  mtr_row_list_end (self->rows);

  words = self->findings->len == 0
            ? g_strdup (_("Nothing found. A program cannot know everything: please read it once yourself."))
            : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place to look at", "%u places to look at",
                                            self->findings->len), self->findings->len);
  adw_preferences_group_set_description (self->findings_group, words);
}

static gboolean
look_cb (gpointer user_data)
{
  MtrPromotePage *self = MTR_PROMOTE_PAGE (user_data);

  self->look_source = 0;
  show_findings (self);

  return G_SOURCE_REMOVE;
}

static void
copy_changed_cb (MtrPromotePage *self)
{
  g_clear_handle_id (&self->look_source, g_source_remove);
  self->look_source = g_timeout_add (LOOK_AFTER_MS, look_cb, self);
}

/* The place is marked, so that what is typed takes its place. */
static void
change_cb (MtrPromotePage *self,
           const char     *key)
{
  guint position = (guint) g_ascii_strtoull (key, NULL, 10);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->copy_view);
  const MtrFinding *finding;
  g_autofree char *copy = dup_copy (self);
  GtkTextIter start, end;
  int offset;

  if (position >= self->findings->len)
    return;

  finding = g_ptr_array_index (self->findings, position);
  if (finding->offset + finding->length > strlen (copy))
    return;

  offset = (int) g_utf8_pointer_to_offset (copy, copy + finding->offset);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, offset + (int) g_utf8_strlen (copy + finding->offset,
                                                                                   (gssize) finding->length));
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_text_view_scroll_to_iter (self->copy_view, &start, 0.1, FALSE, 0, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->copy_view));
}

static void
refuse (MtrPromotePage *self,
        const char     *reason,
        GtkWidget      *place)
{
  gtk_label_set_text (self->title_problem, reason);
  gtk_widget_grab_focus (place);
}

static const char *
find_kind (MtrPromotePage *self)
{
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);

  if (mtr_pack_find_evidence_kind (pack, LIKELY_KIND) != NULL)
    return LIKELY_KIND;

  return ((MtrEvidenceKind *) g_ptr_array_index (mtr_pack_get_evidence_kinds (pack), 0))->code;
}

static void
add_cb (MtrPromotePage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  g_autoptr (GPtrArray) areas = mtr_chips_list_active (self->areas);
  g_autofree char *copy = dup_copy (self);
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  g_autofree char *key = dup_draft_key (self);
  g_autoptr (MtrProblem) title_problem = NULL;
  g_autoptr (MtrProblem) text_problem = NULL;
  GDate today;

  if (self->added || !mtr_pairing_model_can_write (self->model))
    return;

  mtr_programme_get_today (programme, &today);
  if (!mtr_check_field (MTR_EVIDENCE_TITLE, gtk_editable_get_text (self->title_entry), &today, &title, &title_problem))
    {
      refuse (self, title_problem->message, GTK_WIDGET (self->title_entry));
      return;
    }
  if (title == NULL)
    {
      refuse (self, _("Give it a title first; a few words are enough."), GTK_WIDGET (self->title_entry));
      return;
    }
  if (!mtr_check_field (MTR_EVIDENCE_TEXT, copy, &today, &text, &text_problem))
    {
      refuse (self, text_problem->message, GTK_WIDGET (self->copy_view));
      return;
    }

  self->added = TRUE;
  g_object_set_data (G_OBJECT (self->model), key, NULL);
  g_ptr_array_add (areas, NULL);
  mtr_evidence_actions_add_copy (self->model, self->session_id, find_kind (self), (const char * const *) areas->pdata, title,
                                 text);
  mtr_page_pop (MTR_PAGE (self));
}

static void
fill (MtrPromotePage *self,
      MtrRecord      *session)
{
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  MtrRecord *portfolio = mtr_pairing_model_get_portfolio (self->model);
  GPtrArray *areas = mtr_pack_get_areas (pack);
  const char *codes = mtr_record_get_text (session, MTR_SESSION_AREAS);
  g_auto (GStrv) touched = g_strsplit (codes != NULL ? codes : "", " ", -1);
  g_autofree char *text = mtr_session_words_dup_text (pack, mtr_pairing_model_get_snapshot (self->model), session);
  g_autofree char *key = dup_draft_key (self);
  const char *draft = g_object_get_data (G_OBJECT (self->model), key);
  int number = portfolio != NULL ? mtr_portfolio_next_number (mtr_pairing_model_get_snapshot (self->model),
                                                              mtr_record_get_id (portfolio)) : 1;
  /* Translators: a button; %02d is the number that a new item of evidence gets. */
  g_autofree char *label = g_strdup_printf (_("Add as E%02d"), number);

  self->filled = TRUE;
  gtk_button_set_label (self->add_button, label);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->copy_view), draft != NULL ? draft : text, -1);
  gtk_label_set_text (self->original_label, *text != '\0' ? text : _("Nothing has been written about this session yet."));
  for (guint i = 0; i < areas->len; i++)
    {
      const MtrStandard *area = g_ptr_array_index (areas, i);
      g_autofree char *title = g_strdup_printf ("%s %s", area->code, area->title);

      mtr_chips_add (self->areas, area->code, title, NULL);
      mtr_chips_set_active (self->areas, area->code, g_strv_contains ((const char * const *) touched, area->code));
    }
  show_findings (self);
}

static void
mtr_promote_page_refresh (MtrPage *page)
{
  MtrPromotePage *self = MTR_PROMOTE_PAGE (page);
  MtrRecord *session = mtr_snapshot_get (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_SESSION,
                                         self->session_id);

  if (session != NULL && !self->filled)
    fill (self, session);
}

static void
narrow_cb (MtrPromotePage *self)
{
  gboolean narrow = mtr_page_get_narrow (MTR_PAGE (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->texts_box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->texts_box, !narrow);
  gtk_widget_set_halign (GTK_WIDGET (self->add_button), narrow ? GTK_ALIGN_FILL : GTK_ALIGN_END);
  mtr_row_list_set_narrow (self->rows, narrow);
}

static void
title_changed_cb (MtrPromotePage *self)
{
  gtk_label_set_text (self->title_problem, "");
}

static void
mtr_promote_page_focus_first (MtrPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (MTR_PROMOTE_PAGE (page)->title_entry));
}

static void
mtr_promote_page_leave (MtrPage *page)
{
  MtrPromotePage *self = MTR_PROMOTE_PAGE (page);
  g_autofree char *key = dup_draft_key (self);

  if (self->filled && !self->added && gtk_text_buffer_get_modified (gtk_text_view_get_buffer (self->copy_view)))
    g_object_set_data_full (G_OBJECT (self->model), key, dup_copy (self), g_free);
}

static void
mtr_promote_page_dispose (GObject *object)
{
  MtrPromotePage *self = MTR_PROMOTE_PAGE (object);

  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_pointer (&self->check, mtr_anonymisation_free);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_object (&self->rows);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_promote_page_parent_class)->dispose (object);
}

static void
mtr_promote_page_class_init (MtrPromotePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_promote_page_dispose;
  page_class->refresh = mtr_promote_page_refresh;
  page_class->focus_first = mtr_promote_page_focus_first;
  page_class->leave = mtr_promote_page_leave;

  g_type_ensure (MTR_TYPE_CHIPS);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-promote-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MtrPromotePage, audience_bin);
  gtk_widget_class_bind_template_child (widget_class, MtrPromotePage, title_entry);
  gtk_widget_class_bind_template_child (widget_class, MtrPromotePage, title_problem);
  gtk_widget_class_bind_template_child (widget_class, MtrPromotePage, texts_box);
  gtk_widget_class_bind_template_child (widget_class, MtrPromotePage, copy_view);
  gtk_widget_class_bind_template_child (widget_class, MtrPromotePage, original_label);
  gtk_widget_class_bind_template_child (widget_class, MtrPromotePage, findings_group);
  gtk_widget_class_bind_template_child (widget_class, MtrPromotePage, areas);
  gtk_widget_class_bind_template_child (widget_class, MtrPromotePage, add_button);
}

static void
mtr_promote_page_init (MtrPromotePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->rows = mtr_row_list_new (self->findings_group);
  mtr_growing_text_adopt (self->copy_view);
  mtr_chips_set_label (self->areas, _("Areas it is evidence for"));
  mtr_chips_set_columns (self->areas, 1);
  mtr_accessible_set_label (GTK_WIDGET (self->original_label), _("In the diary"));
  mtr_page_set_title (MTR_PAGE (self), _("Make Evidence"));
  g_signal_connect_object (self->rows, "activated", G_CALLBACK (change_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->title_entry, "changed", G_CALLBACK (title_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (self->copy_view), "changed", G_CALLBACK (copy_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
}

/**
 * mtr_promote_page_new:
 * @model: the pairing
 * @session_id: a session of it
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_promote_page_new (MtrPairingModel *model,
                      gint64           session_id)
{
  MtrPromotePage *self = g_object_new (MTR_TYPE_PROMOTE_PAGE, NULL);
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PRIVATE_NAME);
  MtrProgramme *programme = mtr_pairing_model_get_programme (model);
  g_autoptr (GPtrArray) names = mtr_store_list_records (mtr_programme_get_store (programme), &query, MTR_READER_OWNER,
                                                        NULL);

  self->model = g_object_ref (model);
  self->session_id = session_id;
  self->check = mtr_anonymisation_new (names);
  mtr_page_set_programme (MTR_PAGE (self), programme);
  mtr_spelling_text_attach (self->copy_view, programme);
  adw_bin_set_child (self->audience_bin,
                     mtr_audience_button_new (MTR_AUDIENCE_ASSESSMENT, mtr_pairing_model_get_pair_names (model),
                                              mtr_pairing_model_get_manager_name (model)));

  return MTR_PAGE (self);
}
