/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one question that adding evidence asks: what is it? Then its own page
 * opens. Asked for one area, what is there already for it stands below.
 */

#include "mtr-add-evidence-page.h"

#include "mtr-evidence-actions.h"
#include "mtr-evidence-page.h"
#include "mtr-feedback-page.h"
#include "mtr-file-dialogs.h"
#include "mtr-portfolio.h"
#include "mtr-row-list.h"
#include "mtr-window.h"

#include <glib/gi18n-lib.h>

struct _MtrAddEvidencePage {
  MtrPage              parent_instance;

  MtrPairingModel     *model;    /* (owned) */
  char                *area;     /* (owned) (nullable) */
  char                *column;   /* (owned) (nullable): column of the map it was asked for */
  MtrRowList          *ways;     /* (owned) */
  MtrRowList          *present;  /* (owned) */

  GtkLabel            *area_label;
  AdwPreferencesGroup *ways_group;
  AdwPreferencesGroup *present_group;
};

G_DEFINE_FINAL_TYPE (MtrAddEvidencePage, mtr_add_evidence_page, MTR_TYPE_PAGE)

/* The first kind of evidence in the column that was asked for, else the first of @meets_area or not. */
static const char *
find_kind (MtrAddEvidencePage *self,
           gboolean            meets_area)
{
  GPtrArray *kinds = mtr_pack_get_evidence_kinds (mtr_pairing_model_get_pack (self->model));
  const char *fallback = NULL;

  for (guint i = 0; i < kinds->len; i++)
    {
      const MtrEvidenceKind *kind = g_ptr_array_index (kinds, i);

      if (kind->meets_area != meets_area)
        continue;
      if (fallback == NULL || (self->column == NULL && g_str_equal (kind->code, "critical-reflection")))
        fallback = kind->code;
      if (!meets_area && g_strcmp0 (kind->column, self->column) == 0)
        return kind->code;
    }

  return fallback;
}

/* The item opens in place of this page: going back from it leads to the portfolio. */
static void
open_evidence (MtrAddEvidencePage *self,
               gint64              id,
               MtrField            field)
{
  MtrWindow *window = mtr_window_of (GTK_WIDGET (self));
  g_autoptr (MtrPairingModel) model = g_object_ref (self->model);
  MtrPage *page;

  mtr_page_pop (MTR_PAGE (self));
  page = mtr_evidence_page_new (model, id);
  mtr_window_push (window, page);
  mtr_page_go_to (page, MTR_KIND_EVIDENCE, id, field);
}

static void
write_here (MtrAddEvidencePage *self)
{
  open_evidence (self, mtr_evidence_actions_add (self->model, find_kind (self, FALSE), self->area, NULL, NULL),
                 MTR_EVIDENCE_TITLE);
}

static void
say_where (MtrAddEvidencePage *self)
{
  open_evidence (self, mtr_evidence_actions_add (self->model, find_kind (self, FALSE), self->area, NULL, NULL),
                 MTR_EVIDENCE_KEPT_AT);
}

static void
met_before (MtrAddEvidencePage *self)
{
  open_evidence (self, mtr_evidence_actions_add (self->model, find_kind (self, TRUE), self->area, NULL, NULL),
                 MTR_EVIDENCE_CERTIFICATE);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  MtrAddEvidencePage *self = MTR_ADD_EVIDENCE_PAGE (source);
  g_autoptr (GListModel) files = mtr_file_dialogs_choose_finish (result);

  if (files == NULL)
    return;

  mtr_evidence_actions_add_files (self->model, files, self->area);
  mtr_page_pop (MTR_PAGE (self));
}

static void
choose_files (MtrAddEvidencePage *self)
{
  mtr_file_dialogs_choose_async (GTK_WIDGET (self), MTR_FILE_ADD_FILES, NULL, chosen_cb, NULL);
}

static void
from_diary (MtrAddEvidencePage *self)
{
  MtrWindow *window = mtr_window_of (GTK_WIDGET (self));

  mtr_programme_announce (mtr_page_get_programme (MTR_PAGE (self)),
                          _("Choose a session, then press Ctrl+E: it is copied, and the diary stays as it is."));
  mtr_page_pop (MTR_PAGE (self));
  mtr_page_command (mtr_window_get_page (window), "show-2");
}

/* As with an item, going back leads to the portfolio. */
static void
by_form (MtrAddEvidencePage *self)
{
  MtrWindow *window = mtr_window_of (GTK_WIDGET (self));
  MtrPage *page = mtr_feedback_page_new (self->model, self->area);

  mtr_page_pop (MTR_PAGE (self));
  mtr_window_push (window, page);
}

static const struct {
  const char *key;
  const char *title;
  const char *subtitle;
  void      (*act) (MtrAddEvidencePage *self);
} ways[] = {
  { "write", N_("Write it here"), N_("A reflection, what somebody said, what you did"), write_here },
  { "files", N_("A file"), N_("Several at once if you like; you can also drop them on the portfolio. Up to 25 MB each"), choose_files },
  { "kept", N_("Where it is kept"), N_("A paper in a folder, a record in another system"), say_where },
  { "diary", N_("From the diary"), N_("A copy of a session, to be made fit for other eyes"), from_diary },
  { "form", N_("A feedback form"), N_("A blank one to hand over, or an answer to type in"), by_form },
  { "before", N_("Met before"), N_("A certificate that covers an area, and who accepted it"), met_before },
};

static void
way_cb (MtrAddEvidencePage *self,
        const char         *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (ways[i].key, key))
      {
        ways[i].act (self);
        return;
      }
}

static void
present_cb (MtrAddEvidencePage *self,
            const char         *key)
{
  open_evidence (self, g_ascii_strtoll (key, NULL, 10), MTR_FIELD_NONE);
}

static void
mtr_add_evidence_page_refresh (MtrPage *page)
{
  MtrAddEvidencePage *self = MTR_ADD_EVIDENCE_PAGE (page);
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  MtrRecord *portfolio = mtr_pairing_model_get_portfolio (self->model);
  guint n_present = 0;

  mtr_row_list_begin (self->ways);
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    if ((ways[i].act != met_before || find_kind (self, TRUE) != NULL) &&
        (ways[i].act != by_form || mtr_feedback_page_is_possible (self->model)))
      mtr_row_list_add (self->ways, ways[i].key, _(ways[i].title), _(ways[i].subtitle), NULL, NULL);
  mtr_row_list_end (self->ways);

  mtr_row_list_begin (self->present);
  if (self->area != NULL && portfolio != NULL)
    {
      g_autoptr (GPtrArray) items = mtr_portfolio_list_evidence_of_area (pack,
                                                                         mtr_pairing_model_get_snapshot (self->model),
                                                                         mtr_record_get_id (portfolio), self->area);

      for (guint i = 0; i < items->len; i++)
        {
          MtrRecord *evidence = g_ptr_array_index (items, i);
          g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (evidence));
          g_autofree char *name = mtr_evidence_dup_name (evidence);

          mtr_row_list_add (self->present, key, name, NULL, NULL, NULL);
        }
      n_present = items->len;
    }
  mtr_row_list_end (self->present);
  gtk_widget_set_visible (GTK_WIDGET (self->present_group), n_present > 0);

  if (self->area != NULL)
    {
      const MtrStandard *area = mtr_pack_find_standard (pack, self->area);
      /* Translators: the number and the name of an area. */
      g_autofree char *words = g_strdup_printf (_("For area %s, %s"), self->area, area != NULL ? area->title : "");

      gtk_label_set_text (self->area_label, words);
      gtk_widget_set_visible (GTK_WIDGET (self->area_label), TRUE);
    }
}

static void
mtr_add_evidence_page_dispose (GObject *object)
{
  MtrAddEvidencePage *self = MTR_ADD_EVIDENCE_PAGE (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->area, g_free);
  g_clear_pointer (&self->column, g_free);
  g_clear_object (&self->ways);
  g_clear_object (&self->present);

  G_OBJECT_CLASS (mtr_add_evidence_page_parent_class)->dispose (object);
}

static void
mtr_add_evidence_page_class_init (MtrAddEvidencePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_add_evidence_page_dispose;
  MTR_PAGE_CLASS (klass)->refresh = mtr_add_evidence_page_refresh;

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-add-evidence-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MtrAddEvidencePage, area_label);
  gtk_widget_class_bind_template_child (widget_class, MtrAddEvidencePage, ways_group);
  gtk_widget_class_bind_template_child (widget_class, MtrAddEvidencePage, present_group);
}

static void
mtr_add_evidence_page_init (MtrAddEvidencePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->ways = mtr_row_list_new (self->ways_group);
  self->present = mtr_row_list_new (self->present_group);
  g_signal_connect_object (self->ways, "activated", G_CALLBACK (way_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->present, "activated", G_CALLBACK (present_cb), self, G_CONNECT_SWAPPED);
}

/**
 * mtr_add_evidence_page_new:
 * @model: the pairing whose portfolio it goes into
 * @area: (nullable): the code of the area it is asked for
 * @column: (nullable): the code of the column of the map it is asked for
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_add_evidence_page_new (MtrPairingModel *model,
                           const char      *area,
                           const char      *column)
{
  MtrAddEvidencePage *self = g_object_new (MTR_TYPE_ADD_EVIDENCE_PAGE, NULL);

  self->model = g_object_ref (model);
  self->area = g_strdup (area);
  self->column = g_strdup (column);
  mtr_page_set_programme (MTR_PAGE (self), mtr_pairing_model_get_programme (model));

  return MTR_PAGE (self);
}
