/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two people who might work together: what speaks for it and what there is to
 * weigh, the two side by side, who else could be the mentor, and what a
 * programme lead says to it.
 */

#include "mtr-match-pair-page.h"

#include "mtr-audience-button.h"
#include "mtr-match-mentors-page.h"
#include "mtr-match-rule.h"
#include "mtr-match-words.h"
#include "mtr-page-parts.h"
#include "mtr-profile-rows.h"
#include "mtr-row-list.h"

#include <glib/gi18n-lib.h>

/* So many others are shown here; all of them are one page further. */
#define OTHERS_AT_ONCE 3

enum {
  WEIGH,
  VERBS,
  REASONS,
  MENTEE,
  MENTOR,
  OTHERS,
  N_GROUPS
};

static const char * const titles[N_GROUPS] = {
  [WEIGH] = N_("To weigh before saying yes"),
  [VERBS] = N_("What do you say?"),
  [REASONS] = N_("Why these two"),
  [OTHERS] = N_("Other mentors"),
};

/* What can be said of two people, and taken back. */
static const struct {
  const char *rule;
  const char *title;
  const char *subtitle;
  const char *verb;
  const char *set_title;
  const char *set_verb;
} verbs[] = {
  { MTR_MATCH_RULE_PIN, N_("These two"), N_("They are suggested whatever else changes"), N_("Pin"),
    N_("These two are pinned"), N_("Take Out") },
  { MTR_MATCH_RULE_FORBID, N_("Not these two in this round"), N_("Somebody else is suggested; next time they may be again"),
    N_("Rule Out"), N_("These two are ruled out for this round"), N_("Allow Again") },
  { MTR_MATCH_RULE_EXCLUDE, N_("Never these two"), N_("They are not brought together, in no round and in no peer group"),
    N_("Never"), N_("These two are never brought together"), N_("Allow Again") },
};

struct _MtrMatchPairPage {
  MtrPage              parent_instance;

  MtrMatchModel       *model;              /* (owned) */
  gint64               mentee_id;
  gint64               mentor_id;
  GtkLabel            *headline;
  GtkLabel            *state;
  GtkBox              *sides;
  AdwPreferencesGroup *groups[N_GROUPS];
  MtrRowList          *rows[N_GROUPS];     /* (owned) */
};

G_DEFINE_FINAL_TYPE (MtrMatchPairPage, mtr_match_pair_page, MTR_TYPE_PAGE)

static void
show_reasons (MtrMatchPairPage    *self,
              const MtrMatchScore *score)
{
  mtr_row_list_begin (self->rows[REASONS]);
  for (guint i = 0; i < score->reasons->len; i++)
    {
      const MtrMatchReason *reason = g_ptr_array_index (score->reasons, i);

      mtr_row_list_add (self->rows[REASONS], mtr_match_criterion_get_code (reason->criterion), reason->sentence,
                        mtr_match_criterion_get_label (reason->criterion), mtr_match_words_get_share (reason->points), "");
    }
  mtr_row_list_end (self->rows[REASONS]);
  gtk_widget_set_visible (GTK_WIDGET (self->groups[REASONS]), score->reasons->len > 0);

  mtr_row_list_begin (self->rows[WEIGH]);
  for (guint i = 0; i < score->warnings->len; i++)
    {
      const char *warning = g_ptr_array_index (score->warnings, i);

      mtr_row_list_add (self->rows[WEIGH], warning, warning, NULL, NULL, "");
    }
  mtr_row_list_end (self->rows[WEIGH]);
  gtk_widget_set_visible (GTK_WIDGET (self->groups[WEIGH]), score->warnings->len > 0);
}

static void
show_verbs (MtrMatchPairPage *self)
{
  MtrSnapshot *snapshot = mtr_match_model_get_snapshot (self->model);
  gboolean writable = !mtr_programme_is_read_only (mtr_page_get_programme (MTR_PAGE (self)));

  mtr_row_list_begin (self->rows[VERBS]);
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      gboolean set = mtr_match_rule_is_set (snapshot, verbs[i].rule, self->mentor_id, self->mentee_id);

      if (writable)
        mtr_row_list_add (self->rows[VERBS], verbs[i].rule, set ? _(verbs[i].set_title) : _(verbs[i].title),
                          set ? NULL : _(verbs[i].subtitle), NULL, set ? _(verbs[i].set_verb) : _(verbs[i].verb));
      else if (set)
        mtr_row_list_add (self->rows[VERBS], verbs[i].rule, _(verbs[i].set_title), NULL, NULL, "");
    }
  mtr_row_list_end (self->rows[VERBS]);
  gtk_widget_set_visible (GTK_WIDGET (self->groups[VERBS]), mtr_row_list_count (self->rows[VERBS]) > 0);
}

static void
show_others (MtrMatchPairPage *self)
{
  MtrMatchPool *pool = mtr_match_model_get_pool (self->model);
  g_autoptr (GPtrArray) scores = mtr_match_pool_list_mentors (pool, self->mentee_id);
  guint n_shown = 0;

  mtr_row_list_begin (self->rows[OTHERS]);
  for (guint i = 0; i < scores->len && n_shown < OTHERS_AT_ONCE; i++)
    {
      const MtrMatchScore *score = g_ptr_array_index (scores, i);

      if (score->bar == MTR_MATCH_BAR_NONE && score->mentor_id != self->mentor_id)
        {
          mtr_match_mentors_page_add_row (self->rows[OTHERS], self->model, score);
          n_shown++;
        }
    }
  mtr_row_list_add (self->rows[OTHERS], "all", _("Choose another mentor"),
                    _("Everybody who could be one, and who is ruled out and why"), NULL, NULL);
  mtr_row_list_end (self->rows[OTHERS]);
}

static void
show_sides (MtrMatchPairPage *self)
{
  MtrSnapshot *snapshot = mtr_match_model_get_snapshot (self->model);
  const struct {
    guint  group;
    gint64 id;
    gint64 beside;
  } sides[] = {
    { MENTEE, self->mentee_id, self->mentor_id },
    { MENTOR, self->mentor_id, self->mentee_id },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autofree char *title = g_markup_escape_text (mtr_match_words_get_name (snapshot, sides[i].id), -1);

      adw_preferences_group_set_title (self->groups[sides[i].group], title);
      mtr_profile_rows_show (self->rows[sides[i].group], snapshot, sides[i].id, sides[i].beside);
    }
}

static void
mtr_match_pair_page_refresh (MtrPage *page)
{
  MtrMatchPairPage *self = MTR_MATCH_PAIR_PAGE (page);
  MtrSnapshot *snapshot = mtr_match_model_get_snapshot (self->model);
  g_autoptr (MtrMatchScore) score = mtr_match_score_new (mtr_match_model_get_pool (self->model), self->mentee_id,
                                                         self->mentor_id);
  g_autofree char *title = mtr_match_words_dup_pair (snapshot, self->mentee_id, self->mentor_id);
  const char *state = "";

  mtr_page_set_title (page, title);
  for (guint i = 0; i < N_GROUPS; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->groups[i]), score != NULL);
  if (score == NULL)
    {
      gtk_label_set_text (self->headline, _("There is nothing to decide here any more"));
      gtk_label_set_text (self->state, _("One of the two does not look for a mentor now, or does not offer to be one."));
      return;
    }

  if (score->why_not != NULL)
    state = score->why_not;
  else if (mtr_match_model_get_mentor_of (self->model, self->mentee_id) == self->mentor_id)
    state = _("Suggested for each other in this round.");
  gtk_label_set_text (self->headline, mtr_match_words_get_fit (score));
  gtk_label_set_text (self->state, state);
  show_reasons (self, score);
  show_verbs (self);
  show_sides (self);
  show_others (self);
}

static void
mtr_match_pair_page_focus_first (MtrPage *page)
{
  MtrMatchPairPage *self = MTR_MATCH_PAIR_PAGE (page);
  GtkWidget *first = mtr_row_list_find (self->rows[VERBS], MTR_MATCH_RULE_PIN);

  if (first != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    gtk_widget_grab_focus (first);
  else
    mtr_page_keep_focus (page);
}

/* A pin that cannot be would only leave somebody without a mentor. */
static gboolean
refuse_pin (MtrMatchPairPage *self)
{
  g_autoptr (MtrMatchScore) score = mtr_match_score_new (mtr_match_model_get_pool (self->model), self->mentee_id,
                                                         self->mentor_id);

  if (score == NULL || score->bar == MTR_MATCH_BAR_NONE || score->bar == MTR_MATCH_BAR_FORBIDDEN)
    return FALSE;

  mtr_programme_announce (mtr_page_get_programme (MTR_PAGE (self)), score->why_not);

  return TRUE;
}

static void
verb_cb (MtrMatchPairPage *self,
         const char       *rule)
{
  MtrSnapshot *snapshot = mtr_match_model_get_snapshot (self->model);
  gboolean is_pin = g_str_equal (rule, MTR_MATCH_RULE_PIN);

  if (mtr_match_rule_is_set (snapshot, rule, self->mentor_id, self->mentee_id))
    mtr_match_model_unset_rule (self->model, rule, self->mentor_id, self->mentee_id);
  else if (!is_pin || !refuse_pin (self))
    mtr_match_model_set_rule (self->model, rule, self->mentor_id, self->mentee_id);
}

static void
other_cb (MtrMatchPairPage *self,
          const char       *key)
{
  if (g_str_equal (key, "all"))
    mtr_page_push (MTR_PAGE (self), mtr_match_mentors_page_new (self->model, self->mentee_id));
  else
    mtr_page_push (MTR_PAGE (self), mtr_match_pair_page_new (self->model, self->mentee_id,
                                                             g_ascii_strtoll (key, NULL, 10)));
}

static void
narrow_cb (MtrMatchPairPage *self)
{
  gboolean narrow = mtr_page_get_narrow (MTR_PAGE (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->sides), narrow ? GTK_ORIENTATION_VERTICAL
                                                                       : GTK_ORIENTATION_HORIZONTAL);
}

static void
mtr_match_pair_page_dispose (GObject *object)
{
  MtrMatchPairPage *self = MTR_MATCH_PAIR_PAGE (object);

  for (guint i = 0; i < N_GROUPS; i++)
    g_clear_object (&self->rows[i]);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_match_pair_page_parent_class)->dispose (object);
}

static void
mtr_match_pair_page_class_init (MtrMatchPairPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_match_pair_page_dispose;
  MTR_PAGE_CLASS (klass)->refresh = mtr_match_pair_page_refresh;
  MTR_PAGE_CLASS (klass)->focus_first = mtr_match_pair_page_focus_first;
}

static void
mtr_match_pair_page_init (MtrMatchPairPage *self)
{
}

static void
add_head (MtrMatchPairPage *self,
          GtkBox           *content)
{
  GtkBox *head = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));

  self->headline = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "wrap", TRUE,
                                            "xalign", 0.0f, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->headline), "title-2");
  gtk_box_append (head, GTK_WIDGET (self->headline));
  self->state = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE,
                                         "xalign", 0.0f, NULL));
  gtk_box_append (head, GTK_WIDGET (self->state));
  gtk_box_append (content, GTK_WIDGET (head));
}

static void
add_groups (MtrMatchPairPage *self,
            GtkBox           *content)
{
  self->sides = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24));
  for (guint i = 0; i < N_GROUPS; i++)
    {
      gboolean is_side = i == MENTEE || i == MENTOR;

      self->groups[i] = ADW_PREFERENCES_GROUP (mtr_group_new (titles[i] != NULL ? _(titles[i]) : NULL,
                                                              MTR_AUDIENCE_PROGRAMME, NULL, NULL));
      self->rows[i] = mtr_row_list_new (self->groups[i]);
      if (i == MENTEE)
        gtk_box_append (content, GTK_WIDGET (self->sides));
      gtk_widget_set_hexpand (GTK_WIDGET (self->groups[i]), is_side);
      gtk_box_append (is_side ? self->sides : content, GTK_WIDGET (self->groups[i]));
    }
  gtk_box_set_homogeneous (self->sides, TRUE);
  g_signal_connect_object (self->rows[VERBS], "activated", G_CALLBACK (verb_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows[OTHERS], "activated", G_CALLBACK (other_cb), self, G_CONNECT_SWAPPED);
}

/**
 * mtr_match_pair_page_new:
 * @model: a round of matching
 * @mentee_id: somebody who looks for a mentor
 * @mentor_id: somebody who could be one
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_match_pair_page_new (MtrMatchModel *model,
                         gint64         mentee_id,
                         gint64         mentor_id)
{
  MtrMatchPairPage *self = g_object_new (MTR_TYPE_MATCH_PAIR_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 860);

  self->model = g_object_ref (model);
  self->mentee_id = mentee_id;
  self->mentor_id = mentor_id;
  mtr_page_set_programme (MTR_PAGE (self), mtr_match_model_get_programme (model));
  add_head (self, content);
  add_groups (self, content);
  g_signal_connect_object (model, "refreshed", G_CALLBACK (mtr_page_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);

  return MTR_PAGE (self);
}
