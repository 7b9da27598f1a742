/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The portfolio of a pairing: would it pass today, and if not, what comes
 * next? First the answer in three groups, then the evidence map, the evidence,
 * the words of the people involved, and the way out.
 */

#include "mtr-portfolio-page.h"

#include "mtr-accessible.h"
#include "mtr-add-evidence-page.h"
#include "mtr-audience-button.h"
#include "mtr-date.h"
#include "mtr-evidence-actions.h"
#include "mtr-evidence-map-view.h"
#include "mtr-evidence-page.h"
#include "mtr-export-page.h"
#include "mtr-map-builder.h"
#include "mtr-outcome-page.h"
#include "mtr-output.h"
#include "mtr-pairing.h"
#include "mtr-portfolio.h"
#include "mtr-portfolio-builder.h"
#include "mtr-rationales-page.h"
#include "mtr-reminder.h"
#include "mtr-report-page.h"
#include "mtr-requirement-way.h"
#include "mtr-row-list.h"
#include "mtr-row-menu.h"
#include "mtr-window.h"

#include <glib/gi18n-lib.h>

struct _MtrPortfolioPage {
  MtrPage               parent_instance;

  MtrPairingModel      *model;        /* (owned) */
  GSettings            *settings;     /* (owned) */
  GPtrArray            *results;      /* (owned) (nullable) (element-type MtrRequirementResult) */
  MtrRowList           *yours;        /* (owned) */
  MtrRowList           *others;       /* (owned) */
  MtrRowList           *later;        /* (owned) */
  MtrRowList           *areas;        /* (owned) */
  MtrRowList           *evidence;     /* (owned) */
  MtrRowList           *words;        /* (owned) */
  MtrRowList           *out;          /* (owned) */
  MtrEvidenceMapView   *map;          /* in map_bin */

  GtkStack             *stack;
  GtkScrolledWindow    *scrolled;
  GtkLabel             *purpose_label;
  GtkLabel             *headline_label;
  GtkLabel             *carried_label;
  GtkWidget            *present_button;
  AdwPreferencesGroup  *yours_group;
  AdwPreferencesGroup  *others_group;
  GtkExpander          *later_expander;
  AdwPreferencesGroup  *later_group;
  AdwPreferencesGroup  *map_group;
  GtkToggleButton      *map_button;
  GtkToggleButton      *list_button;
  GtkToggleButton      *both_button;
  GtkWidget            *print_map_button;
  GtkWidget            *map_box;
  AdwBin               *map_bin;
  GtkLabel             *legend_label;
  AdwPreferencesGroup  *areas_group;
  AdwPreferencesGroup  *evidence_group;
  AdwPreferencesGroup  *words_group;
  AdwPreferencesGroup  *out_group;
  GtkWidget            *add_button;
  AdwStatusPage        *empty_page;
  GtkWidget            *first_button;
  GtkWidget            *sample_button;
};

G_DEFINE_FINAL_TYPE (MtrPortfolioPage, mtr_portfolio_page, MTR_TYPE_PAGE)

/* Who is waited for, where it is somebody else's turn. */
static MtrRecord *
get_waited_for (MtrPortfolioPage           *self,
                const MtrRequirementResult *result)
{
  return result->turn == MTR_TURN_OTHERS
           ? mtr_snapshot_get (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_PERSON, result->person_id) : NULL;
}

/* Records that have a page of their own behind the row. */
static const MtrKind word_kinds[] = { MTR_KIND_REPORT, MTR_KIND_RECOMMENDATION, MTR_KIND_DECISION, MTR_KIND_MODERATION };

static gint64
get_portfolio_id (MtrPortfolioPage *self)
{
  MtrRecord *portfolio = mtr_pairing_model_get_portfolio (self->model);

  return portfolio != NULL ? mtr_record_get_id (portfolio) : 0;
}

/* Nothing can be added in a pairing that has ended, nor where the portfolio has moved on to a later one. */
static gboolean
can_write (MtrPortfolioPage *self)
{
  MtrRecord *portfolio = mtr_pairing_model_get_portfolio (self->model);

  return mtr_pairing_model_can_write (self->model) &&
         (portfolio == NULL ||
          mtr_record_get_number (portfolio, MTR_PORTFOLIO_PAIRING_ID) == mtr_pairing_model_get_id (self->model));
}

static void
push_evidence (MtrPortfolioPage *self,
               gint64            evidence_id,
               MtrField          field)
{
  MtrPage *page = mtr_evidence_page_new (self->model, evidence_id);

  mtr_page_push (MTR_PAGE (self), page);
  if (field != MTR_FIELD_NONE)
    mtr_page_go_to (page, MTR_KIND_EVIDENCE, evidence_id, field);
}

static void
push_add_page (MtrPortfolioPage *self,
               const char       *area,
               const char       *column)
{
  if (can_write (self))
    mtr_page_push (MTR_PAGE (self), mtr_add_evidence_page_new (self->model, area, column));
  else
    mtr_programme_announce (mtr_page_get_programme (MTR_PAGE (self)),
                            _("Nothing can be added here: this pairing has ended, or the file is read-only."));
}

static void
push_report (MtrPortfolioPage *self,
             MtrField          field)
{
  MtrPage *page = mtr_report_page_new (self->model);

  mtr_page_push (MTR_PAGE (self), page);
  if (field != MTR_FIELD_NONE)
    mtr_page_go_to (page, MTR_KIND_REPORT, 0, field);
}

static void
push_export (MtrPortfolioPage *self)
{
  if (get_portfolio_id (self) != 0)
    mtr_page_push (MTR_PAGE (self), mtr_export_page_new (self->model));
  else
    mtr_programme_announce (mtr_page_get_programme (MTR_PAGE (self)),
                            _("There is nothing to hand in yet: add some evidence first."));
}

static const MtrRequirementResult *
get_result (MtrPortfolioPage *self,
            const char       *key)
{
  guint64 position = g_ascii_strtoull (key, NULL, 10);

  return self->results != NULL && position < self->results->len ? g_ptr_array_index (self->results, position) : NULL;
}

static void
go_to_result (MtrPortfolioPage           *self,
              const MtrRequirementResult *result)
{
  switch ((int) result->requirement->kind)
    {
    case MTR_REQUIREMENT_EVIDENCE_IN_AREAS:
    case MTR_REQUIREMENT_EVIDENCE_OF_KIND:
      push_add_page (self, result->area, NULL);
      break;

    case MTR_REQUIREMENT_RATIONALES:
      mtr_page_push (MTR_PAGE (self), mtr_rationales_page_new (self->model));
      break;

    case MTR_REQUIREMENT_REPORT:
    case MTR_REQUIREMENT_REPORT_COMMENT:
      push_report (self, result->field);
      break;

    case MTR_REQUIREMENT_CHECKED_FOR_NAMES:
      push_export (self);
      break;

    default:
      mtr_requirement_way_go (result, mtr_window_of (GTK_WIDGET (self)), mtr_pairing_model_get_id (self->model));
    }
}

static void
result_activated_cb (MtrPortfolioPage *self,
                     const char       *key)
{
  const MtrRequirementResult *result = get_result (self, key);
  MtrRecord *person = result != NULL ? get_waited_for (self, result) : NULL;

  /* On a narrow page rows open what they are about, as their sign says. */
  if (person != NULL && !mtr_page_get_narrow (MTR_PAGE (self)))
    mtr_reminder_write (GTK_WIDGET (self), mtr_page_get_programme (MTR_PAGE (self)), person);
  else if (result != NULL)
    go_to_result (self, result);
}

/* What somebody else has to do can be looked at, and they can be reminded: one is the row, the other is in its menu. */
static void
open_result_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  const MtrRequirementResult *result = get_result (MTR_PORTFOLIO_PAGE (widget), g_variant_get_string (parameter, NULL));

  if (result != NULL)
    go_to_result (MTR_PORTFOLIO_PAGE (widget), result);
}

static void
remind_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  MtrPortfolioPage *self = MTR_PORTFOLIO_PAGE (widget);
  const MtrRequirementResult *result = get_result (self, g_variant_get_string (parameter, NULL));

  if (result != NULL)
    mtr_reminder_write (widget, mtr_page_get_programme (MTR_PAGE (self)), get_waited_for (self, result));
}

static void
attach_menu (MtrPortfolioPage           *self,
             GtkWidget                  *row,
             const MtrRequirementResult *result,
             const char                 *key)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) open = g_menu_item_new (mtr_requirement_way_get_verb (result), NULL);
  g_autoptr (GMenuItem) remind = g_menu_item_new (_("Remind…"), NULL);

  g_menu_item_set_action_and_target (open, "portfolio.open-result", "s", key);
  g_menu_item_set_action_and_target (remind, "portfolio.remind", "s", key);
  g_menu_append_item (menu, open);
  g_menu_append_item (menu, remind);
  mtr_row_menu_attach (row, G_MENU_MODEL (menu));
}

static guint
show_results (MtrPortfolioPage *self,
              MtrRowList       *list,
              MtrTurn           turn)
{
  gboolean narrow = mtr_page_get_narrow (MTR_PAGE (self));
  guint n_shown = 0;
  GDate today;

  mtr_programme_get_today (mtr_page_get_programme (MTR_PAGE (self)), &today);
  mtr_row_list_begin (list);
  for (guint i = 0; i < self->results->len; i++)
    {
      const MtrRequirementResult *result = g_ptr_array_index (self->results, i);
      g_autofree char *key = g_strdup_printf ("%u", i);
      g_autofree char *subtitle = NULL;
      GtkWidget *row;
      gboolean reminds;

      if (result->met || result->turn != turn)
        continue;
      subtitle = mtr_requirement_way_dup_subtitle (result, mtr_pairing_model_get_snapshot (self->model), &today);
      reminds = get_waited_for (self, result) != NULL;
      row = mtr_row_list_add (list, key, result->title, subtitle, NULL,
                              turn == MTR_TURN_LATER ? NULL : reminds && !narrow ? _("Remind…") : mtr_requirement_way_get_verb (result));
      if (reminds)
        attach_menu (self, row, result, key);
      n_shown++;
    }
  mtr_row_list_end (list);

  return n_shown;
}

/* The pairing in which the portfolio is worked on now, where it is not this one; 0 else. */
static gint64
get_present_id (MtrPortfolioPage *self)
{
  MtrRecord *portfolio = mtr_pairing_model_get_portfolio (self->model);
  gint64 present_id = portfolio != NULL ? mtr_record_get_number (portfolio, MTR_PORTFOLIO_PAIRING_ID) : 0;

  return present_id != mtr_pairing_model_get_id (self->model) ? present_id : 0;
}

static void
show_readiness (MtrPortfolioPage *self,
                MtrPack          *pack,
                MtrSnapshot      *snapshot,
                MtrRecord        *portfolio)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  g_autofree char *headline = NULL;
  g_autofree char *carried = mtr_portfolio_dup_carried (portfolio);
  g_autofree char *later = NULL;
  guint n_later;
  GDate today;

  mtr_programme_get_today (programme, &today);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  self->results = mtr_requirement_check (pack, snapshot, portfolio, mtr_programme_get_owner_id (programme), &today);
  headline = mtr_requirement_dup_headline (self->results, snapshot);
  /* What a portfolio that has moved on still needs is known where it is now. */
  if (get_present_id (self) != 0)
    g_ptr_array_set_size (self->results, 0);
  gtk_label_set_text (self->headline_label, get_present_id (self) != 0 ? _("This portfolio has moved on") : headline);
  gtk_label_set_text (self->carried_label, carried != NULL ? carried : "");
  gtk_widget_set_visible (GTK_WIDGET (self->carried_label), carried != NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->yours_group), show_results (self, self->yours, MTR_TURN_YOURS) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->others_group), show_results (self, self->others, MTR_TURN_OTHERS) > 0);
  n_later = show_results (self, self->later, MTR_TURN_LATER);
  gtk_widget_set_visible (GTK_WIDGET (self->later_expander), n_later > 0);
  /* Translators: what is not due yet, folded away; %u is how many things. */
  later = g_strdup_printf (_("Later (%u)"), n_later);
  gtk_expander_set_label (self->later_expander, later);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->later_expander), GTK_ACCESSIBLE_PROPERTY_LABEL, later, -1);
}

static char *
dup_evidence_subtitle (MtrPack     *pack,
                       MtrSnapshot *snapshot,
                       MtrRecord   *evidence)
{
  const MtrEvidenceKind *kind = mtr_pack_find_evidence_kind (pack, mtr_record_get_text (evidence, MTR_EVIDENCE_KIND));
  g_autoptr (GPtrArray) links = mtr_snapshot_list_where (snapshot, MTR_KIND_EVIDENCE_LINK,
                                                         MTR_EVIDENCE_LINK_EVIDENCE_ID, mtr_record_get_id (evidence));
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  GString *subtitle = g_string_new (kind != NULL ? kind->title : mtr_record_get_text (evidence, MTR_EVIDENCE_KIND));
  GDate date;

  if (mtr_record_get_date (evidence, MTR_EVIDENCE_HAPPENED_ON, &date))
    {
      g_autofree char *on = mtr_date_format (&date, MTR_DATE_STYLE_SHORT_YEAR);

      g_string_append_printf (subtitle, " · %s", on);
    }
  for (guint i = 0; i < links->len; i++)
    g_ptr_array_add (codes, (gpointer) mtr_record_get_text (g_ptr_array_index (links, i), MTR_EVIDENCE_LINK_STANDARD));
  g_ptr_array_add (codes, NULL);
  if (codes->len > 1)
    {
      g_autofree char *list = g_strjoinv (", ", (char **) codes->pdata);
      /* Translators: %s is a list of numbers of areas, as in "3, 6". */
      g_autofree char *areas = g_strdup_printf (ngettext ("area %s", "areas %s", codes->len - 1), list);

      g_string_append_printf (subtitle, " · %s", areas);
    }

  return g_string_free (subtitle, FALSE);
}

static int
compare_numbers (gconstpointer one,
                 gconstpointer two)
{
  gint64 a = mtr_record_get_number (*(MtrRecord * const *) one, MTR_EVIDENCE_NUMBER);
  gint64 b = mtr_record_get_number (*(MtrRecord * const *) two, MTR_EVIDENCE_NUMBER);

  return (a > b) - (a < b);
}

static void
show_evidence (MtrPortfolioPage *self,
               MtrPack          *pack,
               MtrSnapshot      *snapshot)
{
  g_autoptr (GPtrArray) items = mtr_portfolio_list_evidence (snapshot, get_portfolio_id (self));
  g_autoptr (GPtrArray) left_out = mtr_portfolio_list_left_out (snapshot, get_portfolio_id (self));
  g_autofree char *n_items = g_strdup_printf (ngettext ("%u item", "%u items", items->len), items->len);
  g_autofree char *n_left_out = g_strdup_printf (ngettext ("%u left out of the export", "%u left out of the export",
                                                           left_out->len), left_out->len);
  g_autofree char *description = left_out->len > 0 ? g_strdup_printf ("%s · %s", n_items, n_left_out)
                                                   : g_strdup (n_items);

  adw_preferences_group_set_description (self->evidence_group, description);
  for (guint i = 0; i < left_out->len; i++)
    g_ptr_array_add (items, ((MtrLeftOut *) g_ptr_array_index (left_out, i))->evidence);
  g_ptr_array_sort (items, compare_numbers);

  mtr_row_list_begin (self->evidence);
  for (guint i = 0; i < items->len; i++)
    {
      MtrRecord *evidence = g_ptr_array_index (items, i);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (evidence));
      g_autofree char *name = mtr_evidence_dup_name (evidence);
      g_autofree char *facts = dup_evidence_subtitle (pack, snapshot, evidence);
      g_autofree char *reason = mtr_evidence_dup_left_out_reason (snapshot, evidence);
      g_autofree char *subtitle = reason != NULL ? g_strdup_printf ("%s · %s", facts, reason) : g_strdup (facts);

      mtr_row_list_add (self->evidence, key, name, subtitle, reason != NULL ? _("left out") : NULL, NULL);
    }
  mtr_row_list_end (self->evidence);
}

static void
show_words (MtrPortfolioPage *self)
{
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  const char *report = mtr_pack_get_word (pack, "report");

  mtr_row_list_begin (self->words);
  for (gsize i = 0; i < G_N_ELEMENTS (word_kinds); i++)
    {
      gboolean is_report = word_kinds[i] == MTR_KIND_REPORT;
      g_autofree char *state = is_report ? mtr_report_page_dup_state (self->model)
                                         : mtr_outcome_page_dup_state (self->model, word_kinds[i]);

      mtr_row_list_add (self->words, mtr_kind_get_info (word_kinds[i])->table,
                        is_report && report != NULL ? report : mtr_kind_get_label (word_kinds[i]), state, NULL, NULL);
    }
  mtr_row_list_end (self->words);

  mtr_row_list_begin (self->out);
  mtr_row_list_add (self->out, "export", _("Check and export"),
                    _("What goes in, what may identify somebody, and the file: PDF, or XML"), NULL,
                    _("Check and export…"));
  mtr_row_list_add (self->out, "print", _("Print"), _("The same pages, on paper"), NULL, _("Look at the Pages"));
  mtr_row_list_end (self->out);
}

/* How many kinds of evidence there are for an area, at a glance; the words beside it say which. */
static void
show_level (MtrPortfolioPage *self,
            GtkWidget        *row,
            guint             position)
{
  GtkWidget *bar = g_object_get_data (G_OBJECT (row), "level");
  guint n_columns;
  guint n_filled = mtr_evidence_map_view_count_kinds (self->map, position, &n_columns);
  /* Translators: of the kinds of evidence there are, how many an area has; %u are numbers, "2 of 5". */
  g_autofree char *words = g_strdup_printf (ngettext ("%u of %u kind of evidence", "%u of %u kinds of evidence", n_columns),
                                            n_filled, n_columns);

  if (bar == NULL)
    {
      bar = gtk_level_bar_new ();
      gtk_level_bar_set_mode (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_MODE_DISCRETE);
      gtk_widget_add_css_class (bar, "area-level");
      /* One colour: more is longer, and not better. */
      gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW);
      gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_HIGH);
      gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_FULL);
      gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
      gtk_widget_insert_before (bar, gtk_widget_get_parent (g_object_get_data (G_OBJECT (row), "word")),
                                g_object_get_data (G_OBJECT (row), "chevron"));
      g_object_set_data (G_OBJECT (row), "level", bar);
    }
  gtk_level_bar_set_max_value (GTK_LEVEL_BAR (bar), MAX (n_columns, 1));
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), n_filled);
  gtk_widget_set_tooltip_text (bar, words);
  mtr_accessible_set_label (bar, words);
}

static void
show_areas (MtrPortfolioPage *self,
            MtrPack          *pack,
            MtrSnapshot      *snapshot)
{
  GPtrArray *areas = mtr_pack_get_areas (pack);

  mtr_row_list_begin (self->areas);
  for (guint i = 0; i < areas->len; i++)
    {
      const MtrStandard *area = g_ptr_array_index (areas, i);
      g_autofree char *title = g_strdup_printf ("%s %s", area->code, area->title);
      g_autofree char *words = mtr_evidence_map_view_dup_area_words (self->map, i);

      show_level (self, mtr_row_list_add (self->areas, area->code, title, words, NULL, NULL), i);
    }
  mtr_row_list_end (self->areas);
}

static void
update_map_mode (MtrPortfolioPage *self)
{
  gboolean narrow = mtr_page_get_narrow (MTR_PAGE (self));
  g_autofree char *mode = g_settings_get_string (self->settings, "evidence-map-view");
  gboolean list = narrow || g_str_equal (mode, "list");

  gtk_widget_set_visible (self->map_box, !list);
  gtk_widget_set_visible (GTK_WIDGET (self->areas_group), list);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->map_button)), !narrow);
  mtr_evidence_map_view_set_both (self->map, g_str_equal (mode, "both"));
  gtk_label_set_text (self->legend_label,
                      g_str_equal (mode, "both")
                      ? _("Above: how many items there are. Below: what the mentor makes of them.")
                      : _("How many items, and what the mentor makes of the best: ✓ sufficient, ~ partly, × not yet, "
                          "? not looked at, – nothing there"));
}

static void
map_mode_cb (MtrPortfolioPage *self,
             GtkToggleButton  *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;

  g_settings_set_string (self->settings, "evidence-map-view",
                         button == self->map_button ? "map" : button == self->list_button ? "list" : "both");
  update_map_mode (self);
}

static void
narrow_cb (MtrPortfolioPage *self)
{
  gboolean narrow = mtr_page_get_narrow (MTR_PAGE (self));
  MtrRowList *lists[] = { self->yours, self->others, self->later, self->areas, self->evidence, self->words,
                          self->out };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    mtr_row_list_set_narrow (lists[i], narrow);
  if (self->results != NULL)
    show_results (self, self->others, MTR_TURN_OTHERS);
  mtr_group_set_narrow (self->map_group, narrow);
  mtr_group_set_narrow (self->evidence_group, narrow);
  update_map_mode (self);
}

static void
show_empty (MtrPortfolioPage *self,
            MtrPack          *pack)
{
  guint n_areas = mtr_pack_get_areas (pack)->len;
  MtrRecord *mentee = mtr_pairing_model_get_mentee (self->model);
  gboolean own = mentee != NULL && mtr_record_get_id (mentee) ==
                                     mtr_programme_get_owner_id (mtr_pairing_model_get_programme (self->model));
  g_autofree char *description = NULL;

  /* Translators: %u is the number of areas of the standards. */
  if (!own)
    description = g_strdup_printf (ngettext ("This portfolio has %u area and nothing in it yet.",
                                             "This portfolio has %u areas and nothing in it yet.", n_areas), n_areas);
  else
    description = g_strdup_printf (ngettext ("Your portfolio has %u area and nothing in it. Most people begin with their "
                                           "supervision agreement, because they have one already.",
                                           "Your portfolio has %u areas and nothing in it. Most people begin with "
                                           "their supervision agreement, because they have one already.", n_areas),
                                 n_areas);
  adw_status_page_set_title (self->empty_page, _("An empty portfolio"));
  adw_status_page_set_description (self->empty_page, description);
  gtk_button_set_label (GTK_BUTTON (self->first_button), own ? _("Add my first evidence") : _("Add evidence"));
  gtk_widget_set_visible (self->first_button, can_write (self));
  gtk_widget_set_visible (self->sample_button, own && can_write (self));
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
present_cb (MtrPortfolioPage *self)
{
  mtr_window_go_to (mtr_window_of (GTK_WIDGET (self)), get_present_id (self), MTR_KIND_PORTFOLIO, 0, MTR_FIELD_NONE);
}

static void
show_purpose (MtrPortfolioPage *self)
{
  gboolean elsewhere = get_present_id (self) != 0;

  gtk_label_set_text (self->purpose_label,
                      elsewhere ? _("You can read it here. It is worked on in the present pairing.")
                                : _("Assessment: goes into the portfolio"));
  gtk_widget_set_visible (self->present_button, elsewhere);
}

static void
mtr_portfolio_page_refresh (MtrPage *page)
{
  MtrPortfolioPage *self = MTR_PORTFOLIO_PAGE (page);
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  MtrRecord *pairing = mtr_pairing_model_get_pairing (self->model);
  MtrRecord *mentee = mtr_pairing_model_get_mentee (self->model);
  MtrRecord *portfolio;
  GDate today;

  if (pack == NULL || pairing == NULL)
    return;

  portfolio = mtr_portfolio_find_or_make_up (snapshot, pairing, mentee != NULL ? mtr_record_get_id (mentee) : 0);
  if (portfolio == NULL || mtr_snapshot_find_where (snapshot, MTR_KIND_EVIDENCE, MTR_EVIDENCE_PORTFOLIO_ID,
                                                    mtr_record_get_id (portfolio)) == NULL)
    {
      show_empty (self, pack);
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, "portfolio");
  show_purpose (self);
  show_readiness (self, pack, snapshot, portfolio);
  mtr_programme_get_today (mtr_page_get_programme (page), &today);
  mtr_evidence_map_view_set_content (self->map, pack, snapshot, get_portfolio_id (self), &today);
  show_areas (self, pack, snapshot);
  show_evidence (self, pack, snapshot);
  show_words (self);
  gtk_widget_set_visible (self->add_button, can_write (self));
  update_map_mode (self);
}

static void
refreshed_cb (MtrPortfolioPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    mtr_page_refresh (MTR_PAGE (self));
}

static gboolean
mtr_portfolio_page_go_to (MtrPage  *page,
                          MtrKind   kind,
                          gint64    id,
                          MtrField  field)
{
  MtrPortfolioPage *self = MTR_PORTFOLIO_PAGE (page);
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  MtrRecord *record = mtr_snapshot_get (snapshot, kind, id);

  switch ((int) kind)
    {
    case MTR_KIND_EVIDENCE:
      if (record != NULL)
        push_evidence (self, id, field);
      return record != NULL;

    case MTR_KIND_EVIDENCE_LINK:
    case MTR_KIND_ATTACHMENT:
      if (record != NULL)
        push_evidence (self, mtr_record_get_number (record, mtr_kind_get_info (kind)->parent_field), MTR_FIELD_NONE);
      return record != NULL;

    case MTR_KIND_REPORT:
    case MTR_KIND_REPORT_AREA:
      push_report (self, field != MTR_FIELD_NONE ? field : MTR_REPORT_OVERALL);
      return TRUE;

    case MTR_KIND_RECOMMENDATION:
    case MTR_KIND_DECISION:
    case MTR_KIND_MODERATION:
      mtr_page_push (page, mtr_outcome_page_new (self->model, kind));
      return TRUE;

    case MTR_KIND_PORTFOLIO:
      if (field == MTR_PORTFOLIO_ATTESTED_ON)
        push_export (self);
      return TRUE;

    default:
      return FALSE;
    }
}

static void
mtr_portfolio_page_focus_first (MtrPage *page)
{
  MtrPortfolioPage *self = MTR_PORTFOLIO_PAGE (page);

  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
preview (MtrPortfolioPage *self,
         MtrDocumentBuild  build,
         const char       *suggested_name)
{
  if (get_portfolio_id (self) != 0)
    mtr_output_preview (self->model, build, get_portfolio_id (self), suggested_name, GTK_WIDGET (self));
  else
    mtr_programme_announce (mtr_page_get_programme (MTR_PAGE (self)), _("There is nothing to print yet."));
}

static gboolean
mtr_portfolio_page_command (MtrPage    *page,
                            const char *command)
{
  MtrPortfolioPage *self = MTR_PORTFOLIO_PAGE (page);

  if (g_str_equal (command, "add-evidence"))
    push_add_page (self, NULL, NULL);
  else if (g_str_equal (command, "print"))
    /* Translators: the name that is suggested for a file. */
    preview (self, mtr_portfolio_build, _("Portfolio.pdf"));
  else
    return FALSE;

  return TRUE;
}

static void
print_map_cb (MtrPortfolioPage *self)
{
  /* Translators: the name that is suggested for a file. */
  preview (self, mtr_map_build, _("Evidence map.pdf"));
}

static void
add_cb (MtrPortfolioPage *self)
{
  push_add_page (self, NULL, NULL);
}

static void
evidence_activated_cb (MtrPortfolioPage *self,
                       const char       *key)
{
  push_evidence (self, g_ascii_strtoll (key, NULL, 10), MTR_FIELD_NONE);
}

static void
words_activated_cb (MtrPortfolioPage *self,
                    const char       *key)
{
  MtrKind kind = mtr_kind_from_table (key);

  if (kind == MTR_KIND_REPORT)
    push_report (self, MTR_FIELD_NONE);
  else
    mtr_page_push (MTR_PAGE (self), mtr_outcome_page_new (self->model, kind));
}

static void
out_activated_cb (MtrPortfolioPage *self,
                  const char       *key)
{
  if (g_str_equal (key, "export"))
    push_export (self);
  else
    mtr_page_command (MTR_PAGE (self), "print");
}

static void
area_activated_cb (MtrPortfolioPage *self,
                   const char       *key)
{
  push_add_page (self, key, NULL);
}

static void
map_add_cb (MtrPortfolioPage *self,
            const char       *area,
            const char       *column)
{
  push_add_page (self, area, column);
}

static void
map_open_cb (MtrPortfolioPage *self,
             gint64            evidence_id)
{
  push_evidence (self, evidence_id, MTR_FIELD_NONE);
}

/* Several files dropped at once are several items, in one action that one undo takes back. */
static gboolean
dropped_cb (MtrPortfolioPage *self,
            const GValue     *value)
{
  GSList *files = g_value_get_boxed (value);
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);

  if (!can_write (self))
    return FALSE;

  for (GSList *l = files; l != NULL; l = l->next)
    g_list_store_append (list, l->data);
  mtr_evidence_actions_add_files (self->model, G_LIST_MODEL (list), NULL);

  return TRUE;
}

static void
mtr_portfolio_page_dispose (GObject *object)
{
  MtrPortfolioPage *self = MTR_PORTFOLIO_PAGE (object);

  g_clear_object (&self->model);
  g_clear_object (&self->settings);
  g_clear_object (&self->yours);
  g_clear_object (&self->others);
  g_clear_object (&self->later);
  g_clear_object (&self->areas);
  g_clear_object (&self->evidence);
  g_clear_object (&self->words);
  g_clear_object (&self->out);
  g_clear_pointer (&self->results, g_ptr_array_unref);

  G_OBJECT_CLASS (mtr_portfolio_page_parent_class)->dispose (object);
}

static void
mtr_portfolio_page_class_init (MtrPortfolioPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_portfolio_page_dispose;
  page_class->refresh = mtr_portfolio_page_refresh;
  page_class->go_to = mtr_portfolio_page_go_to;
  page_class->focus_first = mtr_portfolio_page_focus_first;
  page_class->command = mtr_portfolio_page_command;

  gtk_widget_class_install_action (widget_class, "portfolio.open-result", "s", open_result_cb);
  gtk_widget_class_install_action (widget_class, "portfolio.remind", "s", remind_cb);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-portfolio-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MtrPortfolioPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MtrPortfolioPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MtrPortfolioPage, purpose_label);
  gtk_widget_class_bind_template_child (widget_class, MtrPortfolioPage, headline_label);
  gtk_widget_class_bind_template_child (widget_class, MtrPortfolioPage, carried_label);
  gtk_widget_class_bind_template_child (widget_class, MtrPortfolioPage, present_button);
  gtk_widget_class_bind_template_child (widget_class, MtrPortfolioPage, yours_group);
  gtk_widget_class_bind_template_child (widget_class, MtrPortfolioPage, others_group);
  gtk_widget_class_bind_template_child (widget_class, MtrPortfolioPage, later_expander);
  gtk_widget_class_bind_template_child (widget_class, MtrPortfolioPage, later_group);
  gtk_widget_class_bind_template_child (widget_class, MtrPortfolioPage, map_group);
  gtk_widget_class_bind_template_child (widget_class, MtrPortfolioPage, map_button);
  gtk_widget_class_bind_template_child (widget_class, MtrPortfolioPage, list_button);
  gtk_widget_class_bind_template_child (widget_class, MtrPortfolioPage, both_button);
  gtk_widget_class_bind_template_child (widget_class, MtrPortfolioPage, print_map_button);
  gtk_widget_class_bind_template_child (widget_class, MtrPortfolioPage, map_box);
  gtk_widget_class_bind_template_child (widget_class, MtrPortfolioPage, map_bin);
  gtk_widget_class_bind_template_child (widget_class, MtrPortfolioPage, legend_label);
  gtk_widget_class_bind_template_child (widget_class, MtrPortfolioPage, areas_group);
  gtk_widget_class_bind_template_child (widget_class, MtrPortfolioPage, evidence_group);
  gtk_widget_class_bind_template_child (widget_class, MtrPortfolioPage, words_group);
  gtk_widget_class_bind_template_child (widget_class, MtrPortfolioPage, out_group);
  gtk_widget_class_bind_template_child (widget_class, MtrPortfolioPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, MtrPortfolioPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, MtrPortfolioPage, first_button);
  gtk_widget_class_bind_template_child (widget_class, MtrPortfolioPage, sample_button);
}

static void
mtr_portfolio_page_init (MtrPortfolioPage *self)
{
  GtkDropTarget *drop_target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_autofree char *mode = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = g_settings_new ("com.example.Mentoring");
  self->yours = mtr_row_list_new (self->yours_group);
  self->others = mtr_row_list_new (self->others_group);
  self->later = mtr_row_list_new (self->later_group);
  self->areas = mtr_row_list_new (self->areas_group);
  self->evidence = mtr_row_list_new (self->evidence_group);
  self->words = mtr_row_list_new (self->words_group);
  self->out = mtr_row_list_new (self->out_group);
  self->map = MTR_EVIDENCE_MAP_VIEW (mtr_evidence_map_view_new ());
  adw_bin_set_child (self->map_bin, GTK_WIDGET (self->map));

  mode = g_settings_get_string (self->settings, "evidence-map-view");
  gtk_toggle_button_set_active (g_str_equal (mode, "list") ? self->list_button
                                : g_str_equal (mode, "both") ? self->both_button : self->map_button, TRUE);

  g_signal_connect_object (self->yours, "activated", G_CALLBACK (result_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->others, "activated", G_CALLBACK (result_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->later, "activated", G_CALLBACK (result_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->areas, "activated", G_CALLBACK (area_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->evidence, "activated", G_CALLBACK (evidence_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->words, "activated", G_CALLBACK (words_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->out, "activated", G_CALLBACK (out_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map, "add", G_CALLBACK (map_add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map, "open", G_CALLBACK (map_open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map_button, "toggled", G_CALLBACK (map_mode_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list_button, "toggled", G_CALLBACK (map_mode_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->both_button, "toggled", G_CALLBACK (map_mode_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->print_map_button, "clicked", G_CALLBACK (print_map_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->first_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->present_button, "clicked", G_CALLBACK (present_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
  g_signal_connect_object (drop_target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop_target));
}

/**
 * mtr_portfolio_page_new:
 * @model: the pairing
 *
 * Returns: (transfer floating): its portfolio
 */
MtrPage *
mtr_portfolio_page_new (MtrPairingModel *model)
{
  MtrPortfolioPage *self = g_object_new (MTR_TYPE_PORTFOLIO_PAGE, NULL);
  AdwPreferencesGroup * const groups[] = {
    self->yours_group, self->others_group, self->map_group,
    self->evidence_group, self->words_group, self->out_group,
  };

  self->model = g_object_ref (model);
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    mtr_group_say_readers (groups[i], MTR_AUDIENCE_ASSESSMENT, mtr_pairing_model_get_pair_names (model),
                           mtr_pairing_model_get_manager_name (model));
  g_signal_connect_object (model, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
