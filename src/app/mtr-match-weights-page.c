/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What suggestions go by, and how much each of it counts: in words, because
 * nobody knows what "weight 15" would mean.
 */

#include "mtr-match-weights-page.h"

#include "mtr-accessible.h"
#include "mtr-audience-button.h"
#include "mtr-match-rule.h"
#include "mtr-page-parts.h"

#include <glib/gi18n-lib.h>

#define MOST 100

/* Of what is usual, in percent. */
static const struct {
  int         percent;
  const char *title;
} levels[] = {
  { 0, N_("Not at all") },
  { 50, N_("A little") },
  { 100, N_("As usual") },
  { 200, N_("A lot") },
};

/* What a criterion asks, in the words of somebody who decides about it. */
static const char * const questions[MTR_N_MATCH_CRITERIA] = {
  [MTR_MATCH_ELIGIBILITY] = N_("That the mentor is known to meet the rules of the scheme"),
  [MTR_MATCH_REPORTING_LINE] = N_("That neither manages the other"),
  [MTR_MATCH_WISH] = N_("That one has named the other"),
  [MTR_MATCH_SKILLS] = N_("That the mentor offers what is wanted"),
  [MTR_MATCH_SERVICE] = N_("That they work in the same service"),
  [MTR_MATCH_LOCALITY] = N_("That they work in the same place"),
  [MTR_MATCH_MODE] = N_("That they like to meet in the same way"),
  [MTR_MATCH_LANGUAGES] = N_("That they share a language"),
  [MTR_MATCH_AVAILABILITY] = N_("That they are free at the same times"),
  [MTR_MATCH_EXPERIENCE] = N_("That the mentor has more experience"),
  [MTR_MATCH_PERSPECTIVE] = N_("That they differ, where that is wished for"),
  [MTR_MATCH_WAITING] = N_("That somebody has waited long"),
};

struct _MtrMatchWeightsPage {
  MtrPage        parent_instance;

  MtrMatchModel *model;                             /* (owned) */
  GtkWidget     *drop_downs[MTR_N_MATCH_CRITERIA];
  GtkLabel      *words[MTR_N_MATCH_CRITERIA];       /* in place of them where nothing can be chosen */
  GtkWidget     *usual_button;
  gboolean       showing;
};

G_DEFINE_FINAL_TYPE (MtrMatchWeightsPage, mtr_match_weights_page, MTR_TYPE_PAGE)

static void
get_usual (MtrMatchWeights *weights)
{
  g_autoptr (MtrSnapshot) nothing = mtr_snapshot_new (MTR_READER_LEAD);

  mtr_match_weights_init (weights, nothing);
}

static int
get_weight (int   usual,
            guint level)
{
  return MIN (usual * levels[level].percent / 100, MOST);
}

/* A weight that somebody gave as a figure, on the command line say, is shown as the nearest word. */
static guint
find_level (int usual,
            int weight)
{
  guint best = 0;

  for (guint i = 1; weight > 0 && i < G_N_ELEMENTS (levels); i++)
    if (best == 0 || ABS (get_weight (usual, i) - weight) < ABS (get_weight (usual, best) - weight))
      best = i;

  return best;
}

static void
mtr_match_weights_page_refresh (MtrPage *page)
{
  MtrMatchWeightsPage *self = MTR_MATCH_WEIGHTS_PAGE (page);
  gboolean writable = !mtr_programme_is_read_only (mtr_page_get_programme (page));
  MtrMatchWeights usual;
  MtrMatchWeights present;

  get_usual (&usual);
  mtr_match_weights_init (&present, mtr_match_model_get_snapshot (self->model));
  self->showing = TRUE;
  for (int i = 0; i < MTR_N_MATCH_CRITERIA; i++)
    {
      guint level = find_level (usual.of[i], present.of[i]);

      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_downs[i]), level);
      gtk_widget_set_visible (self->drop_downs[i], writable);
      gtk_label_set_text (self->words[i], _(levels[level].title));
      gtk_widget_set_visible (GTK_WIDGET (self->words[i]), !writable);
    }
  self->showing = FALSE;
  gtk_widget_set_visible (self->usual_button, writable);
}

static void
selected_cb (MtrMatchWeightsPage *self,
             GParamSpec          *property,
             GtkWidget           *drop_down)
{
  MtrMatchWeights usual;
  MtrMatchWeights weights;

  if (self->showing)
    return;

  get_usual (&usual);
  mtr_match_weights_init (&weights, mtr_match_model_get_snapshot (self->model));
  for (int i = 0; i < MTR_N_MATCH_CRITERIA; i++)
    if (self->drop_downs[i] == drop_down)
      weights.of[i] = get_weight (usual.of[i], gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)));
  mtr_match_model_weigh (self->model, &weights);
}

static void
usual_cb (MtrMatchWeightsPage *self)
{
  MtrMatchWeights usual;
  MtrMatchWeights present;
  gboolean same = TRUE;

  get_usual (&usual);
  mtr_match_weights_init (&present, mtr_match_model_get_snapshot (self->model));
  for (int i = 0; i < MTR_N_MATCH_CRITERIA; i++)
    same = same && usual.of[i] == present.of[i];
  if (same)
    mtr_programme_announce (mtr_page_get_programme (MTR_PAGE (self)), _("Everything counts as usual already."));
  else
    mtr_match_model_weigh (self->model, &usual);
}

static void
mtr_match_weights_page_dispose (GObject *object)
{
  g_clear_object (&MTR_MATCH_WEIGHTS_PAGE (object)->model);

  G_OBJECT_CLASS (mtr_match_weights_page_parent_class)->dispose (object);
}

static void
mtr_match_weights_page_class_init (MtrMatchWeightsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_match_weights_page_dispose;
  MTR_PAGE_CLASS (klass)->refresh = mtr_match_weights_page_refresh;
}

static void
mtr_match_weights_page_init (MtrMatchWeightsPage *self)
{
}

static void
add_row (MtrMatchWeightsPage *self,
         AdwPreferencesGroup *group,
         MtrMatchCriterion    criterion)
{
  const char *titles[G_N_ELEMENTS (levels) + 1] = { NULL };
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *drop_down;

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    titles[i] = _(levels[i].title);
  self->drop_downs[criterion] = drop_down = gtk_drop_down_new_from_strings (titles);
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _(questions[criterion]), -1);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), mtr_match_criterion_get_label (criterion));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(questions[criterion]));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), drop_down);
  self->words[criterion] = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->words[criterion]), "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->words[criterion]));
  if (!mtr_programme_is_read_only (mtr_page_get_programme (MTR_PAGE (self))))
    adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), drop_down);
  mtr_accessible_set_label (drop_down, mtr_match_criterion_get_label (criterion));
  adw_preferences_group_add (group, row);
}

/**
 * mtr_match_weights_page_new:
 * @model: a round of matching
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_match_weights_page_new (MtrMatchModel *model)
{
  MtrMatchWeightsPage *self = g_object_new (MTR_TYPE_MATCH_WEIGHTS_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  GtkWidget *group;

  self->model = g_object_ref (model);
  mtr_page_set_title (MTR_PAGE (self), _("What Counts"));
  mtr_page_set_programme (MTR_PAGE (self), mtr_match_model_get_programme (model));
  mtr_page_parts_add_line (content, _("The suggestions follow what is chosen here. Whatever it is: nobody is their own "
                                      "mentor, and what is ruled out stays ruled out."));
  group = mtr_group_new (_("How much does it count?"), MTR_AUDIENCE_PROGRAMME, NULL, NULL);
  for (int i = 0; i < MTR_N_MATCH_CRITERIA; i++)
    add_row (self, ADW_PREFERENCES_GROUP (group), (MtrMatchCriterion) i);
  gtk_box_append (content, group);
  self->usual_button = mtr_page_parts_add_button (content, _("Everything as Usual"), FALSE);
  g_signal_connect_object (self->usual_button, "clicked", G_CALLBACK (usual_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "refreshed", G_CALLBACK (mtr_page_refresh), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
