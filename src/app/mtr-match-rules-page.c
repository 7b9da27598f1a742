/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has been said about two people, in one place: who is pinned, who is
 * ruled out for this round, and who is never brought together. Each can be
 * taken back.
 */

#include "mtr-match-rules-page.h"

#include "mtr-audience-button.h"
#include "mtr-match-rule.h"
#include "mtr-match-words.h"
#include "mtr-page-parts.h"
#include "mtr-row-list.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *rule;
  const char *title;
  const char *meaning;
} kinds[] = {
  { MTR_MATCH_RULE_PIN, N_("Pinned"), N_("Suggested whatever else changes, until they are published") },
  { MTR_MATCH_RULE_FORBID, N_("Not in this round"), N_("Until somebody else is published for them") },
  { MTR_MATCH_RULE_EXCLUDE, N_("Never"), N_("In no round and in no peer group, whoever would be the mentor") },
};

struct _MtrMatchRulesPage {
  MtrPage              parent_instance;

  MtrMatchModel       *model;                          /* (owned) */
  GtkLabel            *empty;
  AdwPreferencesGroup *groups[G_N_ELEMENTS (kinds)];
  MtrRowList          *rows[G_N_ELEMENTS (kinds)];     /* (owned) */
};

G_DEFINE_FINAL_TYPE (MtrMatchRulesPage, mtr_match_rules_page, MTR_TYPE_PAGE)

static void
add_rule (MtrMatchRulesPage *self,
          gsize              kind,
          MtrRecord         *rule)
{
  MtrSnapshot *snapshot = mtr_match_model_get_snapshot (self->model);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (rule));
  g_autofree char *title = mtr_match_words_dup_pair (snapshot, mtr_record_get_number (rule, MTR_MATCH_RULE_SECOND_ID),
                                                     mtr_record_get_number (rule, MTR_MATCH_RULE_FIRST_ID));

  mtr_row_list_add (self->rows[kind], key, title, _(kinds[kind].meaning), NULL,
                    mtr_programme_is_read_only (mtr_page_get_programme (MTR_PAGE (self))) ? "" : _("Take Out"));
}

static void
mtr_match_rules_page_refresh (MtrPage *page)
{
  MtrMatchRulesPage *self = MTR_MATCH_RULES_PAGE (page);
  MtrSnapshot *snapshot = mtr_match_model_get_snapshot (self->model);
  guint n_rules = mtr_snapshot_count (snapshot, MTR_KIND_MATCH_RULE);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      mtr_row_list_begin (self->rows[i]);
      for (guint j = 0; j < n_rules; j++)
        {
          MtrRecord *rule = mtr_snapshot_nth (snapshot, MTR_KIND_MATCH_RULE, j);

          if (mtr_record_text_is (rule, MTR_MATCH_RULE_RULE, kinds[i].rule))
            add_rule (self, i, rule);
        }
      mtr_row_list_end (self->rows[i]);
      gtk_widget_set_visible (GTK_WIDGET (self->groups[i]), mtr_row_list_count (self->rows[i]) > 0);
    }
  gtk_label_set_text (self->empty, n_rules > 0 ? "" : _("Nothing is said about anybody. Open a suggestion to pin two people, "
                                                        "or to rule them out."));
  gtk_widget_set_visible (GTK_WIDGET (self->empty), n_rules == 0);
}

static void
activated_cb (MtrMatchRulesPage *self,
              const char        *key)
{
  MtrRecord *rule = mtr_snapshot_get (mtr_match_model_get_snapshot (self->model), MTR_KIND_MATCH_RULE,
                                      g_ascii_strtoll (key, NULL, 10));

  if (rule != NULL)
    mtr_match_model_unset_rule (self->model, mtr_record_get_text (rule, MTR_MATCH_RULE_RULE),
                                mtr_record_get_number (rule, MTR_MATCH_RULE_FIRST_ID),
                                mtr_record_get_number (rule, MTR_MATCH_RULE_SECOND_ID));
}

static void
mtr_match_rules_page_dispose (GObject *object)
{
  MtrMatchRulesPage *self = MTR_MATCH_RULES_PAGE (object);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_clear_object (&self->rows[i]);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_match_rules_page_parent_class)->dispose (object);
}

static void
mtr_match_rules_page_class_init (MtrMatchRulesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_match_rules_page_dispose;
  MTR_PAGE_CLASS (klass)->refresh = mtr_match_rules_page_refresh;
}

static void
mtr_match_rules_page_init (MtrMatchRulesPage *self)
{
}

/**
 * mtr_match_rules_page_new:
 * @model: a round of matching
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_match_rules_page_new (MtrMatchModel *model)
{
  MtrMatchRulesPage *self = g_object_new (MTR_TYPE_MATCH_RULES_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);

  self->model = g_object_ref (model);
  mtr_page_set_title (MTR_PAGE (self), _("Pinned and Ruled Out"));
  mtr_page_set_programme (MTR_PAGE (self), mtr_match_model_get_programme (model));
  self->empty = mtr_page_parts_add_line (content, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      self->groups[i] = ADW_PREFERENCES_GROUP (mtr_group_new (_(kinds[i].title), MTR_AUDIENCE_PROGRAMME, NULL, NULL));
      self->rows[i] = mtr_row_list_new (self->groups[i]);
      g_signal_connect_object (self->rows[i], "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (content, GTK_WIDGET (self->groups[i]));
    }
  g_signal_connect_object (model, "refreshed", G_CALLBACK (mtr_page_refresh), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
