/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everybody who could be the mentor of one person, those who go together with
 * them best first, and then who is ruled out and why.
 */

#include "mtr-match-mentors-page.h"

#include "mtr-audience-button.h"
#include "mtr-match-pair-page.h"
#include "mtr-match-words.h"
#include "mtr-page-parts.h"

#include <glib/gi18n-lib.h>

/* So many rows come at once; a row at the end brings as many more. */
#define ROWS_AT_ONCE 50
#define MORE_KEY "more"

enum {
  POSSIBLE,
  RULED_OUT,
  N_GROUPS
};

static const char * const titles[N_GROUPS] = {
  [POSSIBLE] = N_("Possible mentors, best first"),
  [RULED_OUT] = N_("Ruled out, and why"),
};

struct _MtrMatchMentorsPage {
  MtrPage              parent_instance;

  MtrMatchModel       *model;              /* (owned) */
  gint64               mentee_id;
  GtkLabel            *line;
  AdwPreferencesGroup *groups[N_GROUPS];
  MtrRowList          *rows[N_GROUPS];     /* (owned) */
  guint                limits[N_GROUPS];
};

G_DEFINE_FINAL_TYPE (MtrMatchMentorsPage, mtr_match_mentors_page, MTR_TYPE_PAGE)

/**
 * mtr_match_mentors_page_add_row:
 * @rows: a list, between begin and end
 * @model: a round of matching
 * @score: of one who looks for a mentor with one who could be it
 *
 * Adds a row for the mentor; its key is their id.
 */
void
mtr_match_mentors_page_add_row (MtrRowList          *rows,
                                MtrMatchModel       *model,
                                const MtrMatchScore *score)
{
  gboolean suggested = mtr_match_model_get_mentor_of (model, score->mentee_id) == score->mentor_id;
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, score->mentor_id);
  g_autofree char *warnings = mtr_match_words_dup_warnings (score);
  g_autoptr (GString) words = g_string_new (mtr_match_words_get_fit (score));

  if (warnings != NULL)
    g_string_append_printf (words, " · %s", warnings);
  mtr_row_list_add (rows, key, mtr_match_words_get_name (mtr_match_model_get_snapshot (model), score->mentor_id),
                    score->why_not != NULL ? score->why_not : words->str, suggested ? _("suggested") : NULL, NULL);
}

static void
mtr_match_mentors_page_refresh (MtrPage *page)
{
  MtrMatchMentorsPage *self = MTR_MATCH_MENTORS_PAGE (page);
  MtrMatchPool *pool = mtr_match_model_get_pool (self->model);
  g_autoptr (GPtrArray) scores = mtr_match_pool_list_mentors (pool, self->mentee_id);
  g_autofree char *waiting = mtr_match_words_dup_waiting (pool, self->mentee_id);
  guint n[N_GROUPS] = { 0 };
  g_autofree char *title = NULL;

  /* Translators: %s looks for a mentor */
  title = g_strdup_printf (_("Mentors for %s"), mtr_match_words_get_name (mtr_match_pool_get_snapshot (pool),
                                                                          self->mentee_id));
  mtr_page_set_title (page, title);
  gtk_label_set_text (self->line, scores->len == 0 ? _("Nobody could be their mentor, or they do not look for one now.")
                                                   : waiting != NULL ? waiting : "");
  gtk_widget_set_visible (GTK_WIDGET (self->line), *gtk_label_get_text (self->line) != '\0');

  for (guint i = 0; i < N_GROUPS; i++)
    mtr_row_list_begin (self->rows[i]);
  for (guint i = 0; i < scores->len; i++)
    {
      const MtrMatchScore *score = g_ptr_array_index (scores, i);
      guint group = score->bar == MTR_MATCH_BAR_NONE ? POSSIBLE : RULED_OUT;

      if (n[group]++ < self->limits[group])
        mtr_match_mentors_page_add_row (self->rows[group], self->model, score);
    }
  for (guint i = 0; i < N_GROUPS; i++)
    {
      guint n_more = n[i] > self->limits[i] ? n[i] - self->limits[i] : 0;

      if (n_more > 0)
        {
          g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %u more", "And %u more", n_more),
                                                   n_more);

          mtr_row_list_add (self->rows[i], MORE_KEY, more, NULL, NULL, _("Show More"));
        }
      mtr_row_list_end (self->rows[i]);
      gtk_widget_set_visible (GTK_WIDGET (self->groups[i]), n[i] > 0);
    }
}

static void
activated_cb (MtrMatchMentorsPage *self,
              const char          *key,
              MtrRowList          *rows)
{
  if (g_str_equal (key, MORE_KEY))
    {
      self->limits[rows == self->rows[RULED_OUT] ? RULED_OUT : POSSIBLE] += ROWS_AT_ONCE;
      mtr_page_refresh (MTR_PAGE (self));
    }
  else
    {
      mtr_page_push (MTR_PAGE (self), mtr_match_pair_page_new (self->model, self->mentee_id,
                                                               g_ascii_strtoll (key, NULL, 10)));
    }
}

static void
mtr_match_mentors_page_dispose (GObject *object)
{
  MtrMatchMentorsPage *self = MTR_MATCH_MENTORS_PAGE (object);

  for (guint i = 0; i < N_GROUPS; i++)
    g_clear_object (&self->rows[i]);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_match_mentors_page_parent_class)->dispose (object);
}

static void
mtr_match_mentors_page_class_init (MtrMatchMentorsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_match_mentors_page_dispose;
  MTR_PAGE_CLASS (klass)->refresh = mtr_match_mentors_page_refresh;
}

static void
mtr_match_mentors_page_init (MtrMatchMentorsPage *self)
{
}

/**
 * mtr_match_mentors_page_new:
 * @model: a round of matching
 * @mentee_id: somebody who looks for a mentor
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_match_mentors_page_new (MtrMatchModel *model,
                            gint64         mentee_id)
{
  MtrMatchMentorsPage *self = g_object_new (MTR_TYPE_MATCH_MENTORS_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);

  self->model = g_object_ref (model);
  self->mentee_id = mentee_id;
  mtr_page_set_programme (MTR_PAGE (self), mtr_match_model_get_programme (model));
  self->line = mtr_page_parts_add_line (content, NULL);
  for (guint i = 0; i < N_GROUPS; i++)
    {
      self->groups[i] = ADW_PREFERENCES_GROUP (mtr_group_new (_(titles[i]), MTR_AUDIENCE_PROGRAMME, NULL, NULL));
      self->rows[i] = mtr_row_list_new (self->groups[i]);
      self->limits[i] = ROWS_AT_ONCE;
      g_signal_connect_object (self->rows[i], "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (content, GTK_WIDGET (self->groups[i]));
    }
  g_signal_connect_object (model, "refreshed", G_CALLBACK (mtr_page_refresh), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
