/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Matching: who looks for a mentor and who has room, suggestions for all of
 * them at once, who is without one and why, and publishing what was reviewed.
 */

#include "mtr-matching-page.h"

#include "mtr-accessible.h"
#include "mtr-audience-button.h"
#include "mtr-match-mentors-page.h"
#include "mtr-match-model.h"
#include "mtr-match-pair-page.h"
#include "mtr-match-rules-page.h"
#include "mtr-match-weights-page.h"
#include "mtr-match-words.h"
#include "mtr-page-parts.h"
#include "mtr-pairing.h"
#include "mtr-pairings-page.h"
#include "mtr-peer-group-page.h"
#include "mtr-person-page.h"
#include "mtr-row-list.h"
#include "mtr-window.h"

#include <glib/gi18n-lib.h>

/* So many rows come at once; a row at the end brings as many more. */
#define ROWS_AT_ONCE 50
#define MORE_KEY "more"

enum {
  PROPOSED,
  SUGGESTED,
  WITHOUT,
  QUEUE,
  ROOM,
  MORE,
  N_GROUPS
};

static const char * const titles[N_GROUPS] = {
  [PROPOSED] = N_("Already proposed"),
  [SUGGESTED] = N_("Suggested"),
  [WITHOUT] = N_("Without a suggestion"),
  [QUEUE] = N_("Who looks for a mentor"),
  [ROOM] = N_("Mentors with room"),
  [MORE] = N_("How it is done"),
};

struct _MtrMatchingPage {
  MtrPage               parent_instance;

  MtrMatchModel        *model;                 /* (owned) (nullable): there is no pack */
  GtkLabel             *headline;
  GtkLabel             *advice;
  GtkWidget            *people_button;
  GtkWidget            *suggest_button;
  GtkWidget            *publish_button;
  GtkWidget            *spinner;
  GtkLabel             *progress;
  AdwPreferencesGroup  *groups[N_GROUPS];
  MtrRowList           *rows[N_GROUPS];        /* (owned) */
  guint                 limits[N_GROUPS];
};

G_DEFINE_FINAL_TYPE (MtrMatchingPage, mtr_matching_page, MTR_TYPE_PAGE)

static char *
make_key (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static void
append_part (GString    *words,
             const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", part);
}

/* Ends a list of which only the first rows were added. */
static void
end_rows (MtrMatchingPage *self,
          guint            group,
          guint            n_all)
{
  guint n_more = n_all > self->limits[group] ? n_all - self->limits[group] : 0;

  if (n_more > 0)
    {
      g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %u more", "And %u more", n_more), n_more);

      mtr_row_list_add (self->rows[group], MORE_KEY, title, NULL, NULL, _("Show More"));
    }
  mtr_row_list_end (self->rows[group]);
  gtk_widget_set_visible (GTK_WIDGET (self->groups[group]), n_all > 0);
}

static void
show_proposed (MtrMatchingPage *self)
{
  MtrSnapshot *snapshot = mtr_match_model_get_snapshot (self->model);
  guint n_proposed = 0;

  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_PAIRING); i++)
    n_proposed += mtr_record_text_is (mtr_snapshot_nth (snapshot, MTR_KIND_PAIRING, i), MTR_PAIRING_STATE,
                                      MTR_PAIRING_PROPOSED);

  mtr_row_list_begin (self->rows[PROPOSED]);
  if (n_proposed > 0)
    {
      g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u pairing is proposed",
                                                             "%u pairings are proposed", n_proposed), n_proposed);

      mtr_row_list_add (self->rows[PROPOSED], "proposed", title, _("Next for each of them is a first meeting."), NULL,
                        n_proposed > 1 ? _("See Them") : _("See It"));
    }
  end_rows (self, PROPOSED, n_proposed);
}

static void
show_suggested (MtrMatchingPage *self)
{
  const MtrMatch *match = mtr_match_model_get_match (self->model);
  guint n = match != NULL ? match->suggestions->len : 0;

  mtr_row_list_begin (self->rows[SUGGESTED]);
  for (guint i = 0; i < MIN (n, self->limits[SUGGESTED]); i++)
    {
      const MtrMatchSuggestion *suggestion = g_ptr_array_index (match->suggestions, i);
      const MtrMatchScore *score = suggestion->score;
      /* Whoever looks for a mentor keeps the row, whoever is suggested for them. */
      g_autofree char *key = make_key (score->mentee_id);
      g_autofree char *title = mtr_match_words_dup_pair (mtr_match_pool_get_snapshot (match->pool), score->mentee_id,
                                                         score->mentor_id);
      g_autofree char *warnings = mtr_match_words_dup_warnings (score);
      g_autofree char *waiting = mtr_match_words_dup_waiting (match->pool, score->mentee_id);
      g_autoptr (GString) words = g_string_new (mtr_match_words_get_fit (score));

      append_part (words, warnings);
      append_part (words, waiting);
      mtr_row_list_add (self->rows[SUGGESTED], key, title, words->str, suggestion->pinned ? _("pinned") : NULL, NULL);
    }
  end_rows (self, SUGGESTED, n);
}

static void
show_without (MtrMatchingPage *self)
{
  const MtrMatch *match = mtr_match_model_get_match (self->model);
  guint n = match != NULL ? match->unmatched->len : 0;

  mtr_row_list_begin (self->rows[WITHOUT]);
  for (guint i = 0; i < MIN (n, self->limits[WITHOUT]); i++)
    {
      const MtrMatchUnmatched *unmatched = g_ptr_array_index (match->unmatched, i);
      g_autofree char *key = make_key (unmatched->mentee_id);
      g_autofree char *waiting = mtr_match_words_dup_waiting (match->pool, unmatched->mentee_id);
      g_autoptr (GString) words = g_string_new (unmatched->sentence);

      if (waiting != NULL)
        g_string_append_printf (words, "\n%s", waiting);
      mtr_row_list_add (self->rows[WITHOUT], key,
                        mtr_match_words_get_name (mtr_match_pool_get_snapshot (match->pool), unmatched->mentee_id),
                        words->str, NULL, NULL);
    }
  end_rows (self, WITHOUT, n);
}

static void
show_queue (MtrMatchingPage *self)
{
  MtrMatchPool *pool = mtr_match_model_get_pool (self->model);
  guint n = mtr_match_model_get_match (self->model) == NULL ? mtr_match_pool_count_mentees (pool) : 0;

  mtr_row_list_begin (self->rows[QUEUE]);
  for (guint i = 0; i < MIN (n, self->limits[QUEUE]); i++)
    {
      gint64 id = mtr_match_pool_get_mentee (pool, i);
      g_autofree char *key = make_key (id);
      g_autofree char *waiting = mtr_match_words_dup_waiting (pool, id);

      mtr_row_list_add (self->rows[QUEUE], key, mtr_match_words_get_name (mtr_match_pool_get_snapshot (pool), id), waiting,
                        NULL, NULL);
    }
  end_rows (self, QUEUE, n);
}

static void
add_room (MtrMatchingPage *self,
          guint           *n_added,
          gint64           mentor_id,
          guint            room)
{
  g_autofree char *key = make_key (mentor_id);
  g_autofree char *words = mtr_match_words_dup_room (room);

  if (room == 0 || (*n_added)++ >= self->limits[ROOM])
    return;

  mtr_row_list_add (self->rows[ROOM], key,
                    mtr_match_words_get_name (mtr_match_model_get_snapshot (self->model), mentor_id), NULL, words, NULL);
}

static void
show_room (MtrMatchingPage *self)
{
  MtrMatchPool *pool = mtr_match_model_get_pool (self->model);
  const MtrMatch *match = mtr_match_model_get_match (self->model);
  guint n = 0;

  mtr_row_list_begin (self->rows[ROOM]);
  if (match != NULL)
    for (guint i = 0; i < match->spare->len; i++)
      {
        const MtrMatchSpare *spare = g_ptr_array_index (match->spare, i);

        add_room (self, &n, spare->mentor_id, spare->room);
      }
  else
    for (guint i = 0; i < mtr_match_pool_count_mentors (pool); i++)
      {
        gint64 mentor_id = mtr_match_pool_get_mentor (pool, i);

        add_room (self, &n, mentor_id, mtr_match_pool_get_room (pool, mentor_id));
      }
  end_rows (self, ROOM, n);
  adw_preferences_group_set_title (self->groups[ROOM], match != NULL ? _("Places that are left") : _(titles[ROOM]));
}

static void
show_more (MtrMatchingPage *self)
{
  guint n_rules = mtr_snapshot_count (mtr_match_model_get_snapshot (self->model), MTR_KIND_MATCH_RULE);
  g_autofree char *rules = n_rules > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u in force", "%u in force",
                                                                       n_rules), n_rules)
                                       : g_strdup (_("none"));

  mtr_row_list_begin (self->rows[MORE]);
  mtr_row_list_add (self->rows[MORE], "rules", _("Pinned and ruled out"),
                    _("Who is to be together, not in this round, or never"), rules, NULL);
  mtr_row_list_add (self->rows[MORE], "weights", _("What counts, and how much"),
                    _("Skills, service, place, waiting and the rest"), NULL, NULL);
  /* There is nothing to look at before groups are made. */
  if (!mtr_programme_is_read_only (mtr_page_get_programme (MTR_PAGE (self))))
    mtr_row_list_add (self->rows[MORE], "peer-groups", _("Peer groups"),
                      _("Groups that learn from each other, of mixed teams, with somebody who facilitates"), NULL, NULL);
  end_rows (self, MORE, 3);
}

static gboolean
has_room (MtrMatchPool *pool)
{
  for (guint i = 0; i < mtr_match_pool_count_mentors (pool); i++)
    if (mtr_match_pool_get_room (pool, mtr_match_pool_get_mentor (pool, i)) > 0)
      return TRUE;

  return FALSE;
}

static const char *
get_advice (MtrMatchingPage *self)
{
  MtrMatchPool *pool = mtr_match_model_get_pool (self->model);

  if (mtr_match_pool_count_mentees (pool) == 0)
    return _("Say in “People” who wants to take part, and as what. Whoever wishes for a mentor then waits here.");
  if (!has_room (pool))
    return _("Say in “People” who is willing to mentor, and how many people at a time.");

  return NULL;
}

static void
show_head (MtrMatchingPage *self)
{
  gboolean writable = !mtr_programme_is_read_only (mtr_page_get_programme (MTR_PAGE (self)));
  gboolean matching = mtr_match_model_is_matching (self->model);
  gboolean matched = mtr_match_model_get_match (self->model) != NULL;
  g_autofree char *pool = mtr_match_words_dup_pool (mtr_match_model_get_pool (self->model));
  const char *advice = get_advice (self);
  const char *hint = advice != NULL ? advice
                     : !writable ? _("This file is only for reading: suggestions can be looked at, but not published.")
                     : matched ? _("As many as can be, and those who go together best. Look at each, then publish.")
                               : _("Suggestions are for all of them at once. Nothing is decided before you publish.");

  gtk_label_set_text (self->headline, pool);
  gtk_label_set_text (self->advice, hint);
  gtk_widget_set_visible (self->people_button, advice != NULL);
  gtk_widget_set_visible (self->suggest_button, advice == NULL && !matched);
  gtk_widget_set_visible (self->publish_button, matched && advice == NULL && writable);
  gtk_widget_set_visible (gtk_widget_get_parent (self->suggest_button),
                          gtk_widget_get_visible (self->people_button) || gtk_widget_get_visible (self->suggest_button) ||
                            gtk_widget_get_visible (self->publish_button));
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), matching);
  gtk_widget_set_visible (self->spinner, matching);
  mtr_accessible_say (self->progress, matching ? _("Looking for the best pairs…") : NULL);
}

static void
mtr_matching_page_refresh (MtrPage *page)
{
  MtrMatchingPage *self = MTR_MATCHING_PAGE (page);

  if (self->model == NULL)
    {
      gtk_label_set_text (self->headline, _("The scheme of this file is not on this computer, so nobody can be matched."));
      return;
    }

  show_head (self);
  show_proposed (self);
  show_suggested (self);
  show_without (self);
  show_queue (self);
  show_room (self);
  show_more (self);
}

/* ---- What is pressed ---------------------------------------------------------------- */

static void
suggest_cb (MtrMatchingPage *self)
{
  mtr_match_model_suggest (self->model);
}

static GtkWidget *
find_first_result (MtrMatchingPage *self)
{
  const MtrMatch *match = mtr_match_model_get_match (self->model);
  gboolean suggested = match->suggestions->len > 0;
  g_autofree char *key = NULL;

  if (suggested)
    key = make_key (((const MtrMatchSuggestion *) g_ptr_array_index (match->suggestions, 0))->score->mentee_id);
  else if (match->unmatched->len > 0)
    key = make_key (((const MtrMatchUnmatched *) g_ptr_array_index (match->unmatched, 0))->mentee_id);

  return key != NULL ? mtr_row_list_find (self->rows[suggested ? SUGGESTED : WITHOUT], key) : NULL;
}

/* The button that was pressed goes; what it brought is where one reads on. */
static void
refreshed_cb (MtrMatchingPage *self)
{
  gboolean suggesting = gtk_widget_has_focus (self->suggest_button);

  mtr_page_refresh (MTR_PAGE (self));
  if (suggesting && mtr_match_model_get_match (self->model) != NULL && find_first_result (self) != NULL)
    gtk_widget_grab_focus (find_first_result (self));
}

static void
publish_cb (MtrMatchingPage *self)
{
  mtr_match_model_publish (self->model, self->publish_button);
}

static void
people_cb (MtrMatchingPage *self)
{
  mtr_window_show_place (mtr_window_of (GTK_WIDGET (self)), "people");
}

static gboolean
show_rest (MtrMatchingPage *self,
           guint            group,
           const char      *key)
{
  if (!g_str_equal (key, MORE_KEY))
    return FALSE;

  self->limits[group] += ROWS_AT_ONCE;
  mtr_page_refresh (MTR_PAGE (self));

  return TRUE;
}

static void
proposed_cb (MtrMatchingPage *self)
{
  MtrWindow *window = mtr_window_of (GTK_WIDGET (self));

  mtr_window_show_place (window, "pairings");
  mtr_pairings_page_set_filter (mtr_window_get_page (window), MTR_PAIRINGS_PROPOSED);
}

static void
suggested_cb (MtrMatchingPage *self,
              const char      *key)
{
  gint64 mentee_id = g_ascii_strtoll (key, NULL, 10);
  gint64 mentor_id = mtr_match_model_get_mentor_of (self->model, mentee_id);

  if (!show_rest (self, SUGGESTED, key) && mentor_id != 0)
    mtr_page_push (MTR_PAGE (self), mtr_match_pair_page_new (self->model, mentee_id, mentor_id));
}

static void
push_mentors (MtrMatchingPage *self,
              guint            group,
              const char      *key)
{
  if (!show_rest (self, group, key))
    mtr_page_push (MTR_PAGE (self), mtr_match_mentors_page_new (self->model, g_ascii_strtoll (key, NULL, 10)));
}

static void
without_cb (MtrMatchingPage *self,
            const char      *key)
{
  push_mentors (self, WITHOUT, key);
}

static void
queue_cb (MtrMatchingPage *self,
          const char      *key)
{
  push_mentors (self, QUEUE, key);
}

static void
room_cb (MtrMatchingPage *self,
         const char      *key)
{
  if (!show_rest (self, ROOM, key))
    mtr_page_push (MTR_PAGE (self), mtr_person_page_new (mtr_page_get_programme (MTR_PAGE (self)),
                                                         g_ascii_strtoll (key, NULL, 10)));
}

static void
more_cb (MtrMatchingPage *self,
         const char      *key)
{
  static const struct {
    const char *key;
    MtrPage  *(*make) (MtrMatchModel *model);
  } pages[] = {
    { "rules", mtr_match_rules_page_new },
    { "weights", mtr_match_weights_page_new },
    { "peer-groups", mtr_peer_group_page_new },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].key, key))
      mtr_page_push (MTR_PAGE (self), pages[i].make (self->model));
}

static void
narrow_cb (MtrMatchingPage *self)
{
  for (guint i = 0; i < N_GROUPS; i++)
    mtr_row_list_set_narrow (self->rows[i], mtr_page_get_narrow (MTR_PAGE (self)));
}

static void
mtr_matching_page_dispose (GObject *object)
{
  MtrMatchingPage *self = MTR_MATCHING_PAGE (object);

  for (guint i = 0; i < N_GROUPS; i++)
    g_clear_object (&self->rows[i]);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_matching_page_parent_class)->dispose (object);
}

static void
mtr_matching_page_class_init (MtrMatchingPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_matching_page_dispose;
  MTR_PAGE_CLASS (klass)->refresh = mtr_matching_page_refresh;
}

static void
mtr_matching_page_init (MtrMatchingPage *self)
{
}

static GtkWidget *
add_button (MtrMatchingPage *self,
            GtkBox          *buttons,
            const char      *label,
            void           (*callback) (MtrMatchingPage *self))
{
  GtkWidget *button = mtr_page_parts_add_button (buttons, label, TRUE);

  g_signal_connect_object (button, "clicked", G_CALLBACK (callback), self, G_CONNECT_SWAPPED);

  return button;
}

static void
add_head (MtrMatchingPage *self,
          GtkBox          *content)
{
  GtkBox *head = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  GtkBox *buttons = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  GtkBox *progress = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));

  self->headline = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "wrap", TRUE,
                                            "justify", GTK_JUSTIFY_CENTER, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->headline), "title-2");
  gtk_box_append (head, GTK_WIDGET (self->headline));
  self->advice = mtr_page_parts_add_line (head, NULL);
  gtk_label_set_justify (self->advice, GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (self->advice, 0.5f);

  gtk_widget_set_halign (GTK_WIDGET (buttons), GTK_ALIGN_CENTER);
  self->people_button = add_button (self, buttons, _("Open People"), people_cb);
  self->suggest_button = add_button (self, buttons, _("Suggest Pairs"), suggest_cb);
  self->publish_button = add_button (self, buttons, _("Publish…"), publish_cb);
  gtk_widget_set_visible (GTK_WIDGET (buttons), FALSE);
  gtk_box_append (head, GTK_WIDGET (buttons));

  /* The label is always there and its text changes: only that is spoken. */
  self->spinner = gtk_spinner_new ();
  self->progress = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->progress), "spoken-line");
  mtr_accessible_set_hidden (self->spinner, TRUE);
  gtk_widget_set_halign (GTK_WIDGET (progress), GTK_ALIGN_CENTER);
  gtk_box_append (progress, self->spinner);
  gtk_box_append (progress, GTK_WIDGET (self->progress));
  gtk_box_append (head, GTK_WIDGET (progress));
  gtk_box_append (content, GTK_WIDGET (head));
}

static void
add_groups (MtrMatchingPage *self,
            GtkBox          *content)
{
  static void (* const callbacks[N_GROUPS]) (MtrMatchingPage *self, const char *key) = {
    [PROPOSED] = NULL,
    [SUGGESTED] = suggested_cb,
    [WITHOUT] = without_cb,
    [QUEUE] = queue_cb,
    [ROOM] = room_cb,
    [MORE] = more_cb,
  };

  for (guint i = 0; i < N_GROUPS; i++)
    {
      self->groups[i] = ADW_PREFERENCES_GROUP (mtr_group_new (_(titles[i]), MTR_AUDIENCE_PROGRAMME, NULL, NULL));
      self->rows[i] = mtr_row_list_new (self->groups[i]);
      self->limits[i] = ROWS_AT_ONCE;
      g_signal_connect_object (self->rows[i], "activated", callbacks[i] != NULL ? G_CALLBACK (callbacks[i])
                                                                                 : G_CALLBACK (proposed_cb),
                               self, G_CONNECT_SWAPPED);
      gtk_widget_set_visible (GTK_WIDGET (self->groups[i]), FALSE);
      gtk_box_append (content, GTK_WIDGET (self->groups[i]));
    }
}

/**
 * mtr_matching_page_new:
 * @programme: the programme
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_matching_page_new (MtrProgramme *programme)
{
  MtrMatchingPage *self = g_object_new (MTR_TYPE_MATCHING_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);

  mtr_page_set_programme (MTR_PAGE (self), programme);
  add_head (self, content);
  add_groups (self, content);
  if (mtr_programme_get_pack (programme, NULL) != NULL)
    {
      self->model = mtr_match_model_new (programme);
      g_signal_connect_object (self->model, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
    }
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);

  return MTR_PAGE (self);
}
