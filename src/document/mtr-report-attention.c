/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pairs that need attention, each with its reasons in the words of Today,
 * the worst first; then what the owner of the file has set aside, so that
 * nothing is passed over in silence.
 */

#include "mtr-report-builder-private.h"

#include "mtr-attention.h"
#include "mtr-messages.h"
#include "mtr-pairing.h"

#include <string.h>

/* As MTR_FIGURE_ATTENTION has them. */
enum {
  MENTEES,
  MENTOR,
  SCHEME,
  TITLE,
  DETAIL,
  TURN,
  REASON,
  UNTIL,
  PAIRING,
};

/* What the reasons are about, in the order of the harm they do; the last takes what a newer version found. */
static const struct {
  const char *label;       /* untranslated */
  const char *reasons[6];
} groups[] = {
  { N_("Waiting for a signature"), { MTR_ATTENTION_SIGNATURE, NULL } },
  { N_("Feedback or reflection after an observation"), { MTR_ATTENTION_FEEDBACK, MTR_ATTENTION_REFLECTION, NULL } },
  { N_("To be handed in"), { MTR_ATTENTION_SUBMISSION, MTR_ATTENTION_HAND_IN, MTR_ATTENTION_HAND_IN_AGAIN, NULL } },
  { N_("Observations, and what else the pathway asks for"), { MTR_ATTENTION_OBSERVATION, MTR_ATTENTION_DUE, NULL } },
  { N_("No mentor, or no facilitator"), { MTR_ATTENTION_MENTOR, MTR_ATTENTION_FACILITATOR, NULL } },
  { N_("No signed agreement"), { MTR_ATTENTION_AGREEMENT, NULL } },
  { N_("Sessions missing or not written down"), { MTR_ATTENTION_UNWRITTEN, MTR_ATTENTION_SILENCE, NULL } },
  { N_("Reviews, checks and inductions"), { MTR_ATTENTION_REVIEW, MTR_ATTENTION_CHECK, MTR_ATTENTION_INDUCTION, NULL } },
  { N_("Evaluations"), { MTR_ATTENTION_EVALUATION, NULL } },
  { N_("Something else"), { NULL } },
};

static const char *
get_text (MtrReportBuilder *self,
          guint             row,
          guint             column)
{
  return mtr_figures_get_text (self->figures, MTR_FIGURE_ATTENTION, row, column);
}

static gboolean
is_set_aside (MtrReportBuilder *self,
              guint             row)
{
  return get_text (self, row, UNTIL) != NULL;
}

static gsize
find_group (const char *reason)
{
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    for (gsize j = 0; groups[i].reasons[j] != NULL; j++)
      if (g_str_has_prefix (groups[i].reasons[j], MTR_ATTENTION_DUE) ? g_str_has_prefix (reason, MTR_ATTENTION_DUE)
                                                                     : g_str_equal (groups[i].reasons[j], reason))
        return i;

  return G_N_ELEMENTS (groups) - 1;
}

static guint
count_pairs (MtrReportBuilder *self,
             gboolean          set_aside)
{
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n_rows = mtr_figures_count (self->figures, MTR_FIGURE_ATTENTION);

  for (guint row = 0; row < n_rows; row++)
    if (is_set_aside (self, row) == set_aside)
      {
        gint64 id = mtr_figures_get_number (self->figures, MTR_FIGURE_ATTENTION, row, PAIRING);

        g_hash_table_add (pairs, g_memdup2 (&id, sizeof id));
      }

  return g_hash_table_size (pairs);
}

static gint64
count_running (MtrReportBuilder *self)
{
  guint n_rows = mtr_figures_count (self->figures, MTR_FIGURE_PAIRS);
  gint64 n_pairs = 0;

  for (guint row = 0; row < n_rows; row++)
    if (g_strcmp0 (mtr_figures_get_text (self->figures, MTR_FIGURE_PAIRS, row, 1), MTR_PAIRING_ENDED) != 0)
      n_pairs += mtr_figures_get_number (self->figures, MTR_FIGURE_PAIRS, row, 2);

  return n_pairs;
}

static void
add_headline (MtrReportBuilder *self,
              guint             n_pairs,
              guint             n_reasons,
              guint             n_aside)
{
  static const guint weights[] = { 36, 16, 48 };
  const char *titles[] = { _("Figure"), _("How many"), _("Of what"), NULL };
  MtrNode *table = mtr_report_add_table (self->section, NULL, "hnt", titles, weights);
  gint64 n_running = count_running (self);
  g_autofree char *pairs = mtr_report_dup_number (n_pairs);
  g_autofree char *reasons = mtr_report_dup_number (n_reasons);
  g_autofree char *aside = mtr_report_dup_number (n_aside);
  g_autofree char *of = g_strdup_printf (ngettext ("of %'u that has not ended",
                                                   "of %'u that have not ended", (gulong) n_running),
                                         (guint) n_running);

  mtr_report_add_row (table, "hnt", _("Pairs that need attention"), pairs, of, NULL);
  mtr_report_add_row (table, "hnt", _("Reasons"), reasons, _("a pair may have several"), NULL);
  mtr_report_add_row (table, "hnt", _("Set aside for now"), aside,
                      n_aside > 0 ? _("reasons not counted above; listed at the end") : _("reasons"), NULL);
}

static void
add_groups (MtrReportBuilder *self,
            guint             n_rows)
{
  static const guint weights[] = { 76, 24 };
  const char *titles[] = { _("Reason"), _("How often"), NULL };
  guint counts[G_N_ELEMENTS (groups)] = { 0 };
  g_autoptr (GString) alternative = g_string_new (NULL);
  MtrNode *section = mtr_report_begin_section (self, _("What the reasons are about"));
  MtrNode *chart, *table;
  guint most = 1;

  for (guint row = 0; row < n_rows; row++)
    if (!is_set_aside (self, row))
      {
        gsize group = find_group (get_text (self, row, REASON));

        counts[group]++;
        most = MAX (most, counts[group]);
      }
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    if (counts[i] > 0)
      g_string_append_printf (alternative, _("%s%s: %d"), alternative->len > 0 ? _(", ") : "", _(groups[i].label),
                              (int) counts[i]);

  chart = mtr_node_add_chart (section, MTR_CHART_BARS, NULL, alternative->str, most);
  table = mtr_report_add_table (section, NULL, "hn", titles, weights);
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    if (counts[i] > 0)
      {
        g_autofree char *words = mtr_report_dup_number (counts[i]);

        mtr_node_add_mark (chart, _(groups[i].label), words, counts[i]);
        mtr_report_add_row (table, "hn", _(groups[i].label), words, NULL);
      }
}

/* The figures of a reason begin with who it is about, which stands in a column of its own here. */
static const char *
skip_mentees (const char *detail,
              const char *mentees)
{
  static const char *separator = " · ";

  if (detail == NULL || g_strcmp0 (detail, mentees) == 0)
    return NULL;
  if (mentees != NULL && g_str_has_prefix (detail, mentees) && g_str_has_prefix (detail + strlen (mentees), separator))
    return detail + strlen (mentees) + strlen (separator);

  return detail;
}

typedef struct {
  guint row;
  guint first;  /* the first row about the same pair */
} Place;

static int
compare_places (gconstpointer one,
                gconstpointer other)
{
  const Place *a = one, *b = other;

  return a->first != b->first ? (a->first > b->first) - (a->first < b->first) : (a->row > b->row) - (a->row < b->row);
}

/* All reasons of a pair together, the pair with the worst of them first. (element-type Place) */
static GArray *
list_places (MtrReportBuilder *self,
             gboolean          set_aside)
{
  g_autoptr (GHashTable) firsts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  guint n_rows = mtr_figures_count (self->figures, MTR_FIGURE_ATTENTION);

  for (guint row = 0; row < n_rows; row++)
    {
      gint64 pairing = mtr_figures_get_number (self->figures, MTR_FIGURE_ATTENTION, row, PAIRING);
      Place place = { row, row };
      gpointer first;

      if (is_set_aside (self, row) != set_aside)
        continue;
      if (g_hash_table_lookup_extended (firsts, &pairing, NULL, &first))
        place.first = GPOINTER_TO_UINT (first);
      else
        g_hash_table_insert (firsts, g_memdup2 (&pairing, sizeof pairing), GUINT_TO_POINTER (row));
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);

  return places;
}

/* A reason and its figures: "No session for 6 weeks: last on 9 Oct, agreed every 3 weeks" */
static char *
dup_reason (MtrReportBuilder *self,
            guint             row)
{
  const char *detail = skip_mentees (get_text (self, row, DETAIL), get_text (self, row, MENTEES));

  return detail != NULL && *detail != '\0'
         /* Translators: a reason, and its figures: "No session for 6 weeks: last on 9 Oct, agreed every 3 weeks" */
         ? g_strdup_printf (_("%s: %s"), get_text (self, row, TITLE), detail)
         : g_strdup (get_text (self, row, TITLE));
}

/* One reason a row, with the pair in each. */
static void
add_rows (MtrReportBuilder *self,
          MtrNode          *table,
          GArray           *places,
          gboolean          set_aside)
{
  static const guint weights[] = { 20, 20, 41, 19 };
  const char *titles[] = {
    mtr_report_get_role (self, MTR_ROLE_MENTEE), mtr_report_get_role (self, MTR_ROLE_MENTOR), _("Reason"),
    set_aside ? _("Set aside until") : _("Whose turn"), NULL,
  };

  mtr_node_add_header_row (table, titles, weights);
  for (guint i = 0; i < places->len; i++)
    {
      guint row = g_array_index (places, Place, i).row;
      g_autofree char *until = mtr_report_dup_date (get_text (self, row, UNTIL));
      g_autofree char *reason = dup_reason (self, row);

      mtr_report_add_row (table, "httt", get_text (self, row, MENTEES), get_text (self, row, MENTOR), reason,
                          set_aside ? until : get_text (self, row, TURN), NULL);
    }
}

/* What waits for the same person is one point, and all points of a pair are one cell: "• Name – reason · reason". */
static char *
dup_points (MtrReportBuilder *self,
            GArray           *places,
            guint             first,
            guint             end)
{
  g_autoptr (GPtrArray) turns = g_ptr_array_new ();
  GString *points = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    {
      const char *turn = get_text (self, g_array_index (places, Place, i).row, TURN);
      const char *separator = turn != NULL && *turn != '\0' ? " – " : "";

      turn = turn != NULL ? turn : "";
      if (g_ptr_array_find_with_equal_func (turns, turn, g_str_equal, NULL))
        continue;
      g_ptr_array_add (turns, (char *) turn);
      g_string_append_printf (points, "%s• %s", points->len > 0 ? "\n" : "", turn);
      for (guint j = i; j < end; j++)
        {
          guint row = g_array_index (places, Place, j).row;
          const char *other = get_text (self, row, TURN);
          g_autofree char *reason = NULL;

          if (!g_str_equal (other != NULL ? other : "", turn))
            continue;
          reason = dup_reason (self, row);
          g_string_append_printf (points, "%s%s", separator, reason);
          /* Never at the beginning of a line. */
          separator = "\302\240· ";
        }
    }

  return g_string_free (points, FALSE);
}

/* A pair once, with all that there is to say of it; spreadsheets have a row for each reason. */
static void
add_pairs (MtrReportBuilder *self)
{
  static const guint weights[] = { 21, 79 };
  const char *titles[] = { _("Pair"), _("Whose turn, and for what reason"), NULL };
  g_autoptr (GArray) places = list_places (self, FALSE);
  MtrNode *section = mtr_report_begin_section (self, _("Each pair and its reasons"));
  MtrNode *table = mtr_report_add_table (section, NULL, "ht", titles, weights);

  for (guint i = 0, end; i < places->len; i = end)
    {
      const Place *place = &g_array_index (places, Place, i);
      const char *mentees = get_text (self, place->row, MENTEES);
      const char *mentor = get_text (self, place->row, MENTOR);
      g_autofree char *both = NULL;
      g_autofree char *points = NULL;

      for (end = i + 1; end < places->len && g_array_index (places, Place, end).first == place->first; end++)
        ;
      /* Translators: the name of a pairing: mentees, then mentor */
      both = mentor != NULL && *mentor != '\0' ? g_strdup_printf (_("%s with %s"), mentees, mentor) : NULL;
      points = dup_points (self, places, i, end);
      mtr_report_add_row (table, "ht", both != NULL ? both : mentees, points, NULL);
    }
  add_rows (self, mtr_node_add (section, MTR_NODE_SHEET, NULL), places, FALSE);
}

static void
add_set_aside (MtrReportBuilder *self)
{
  g_autoptr (GArray) places = list_places (self, TRUE);
  MtrNode *section = mtr_report_begin_section (self, _("Set aside for now"));

  add_rows (self, mtr_node_add (section, MTR_NODE_TABLE, NULL), places, TRUE);
}

static void
build (MtrReportBuilder *self)
{
  guint n_rows = mtr_figures_count (self->figures, MTR_FIGURE_ATTENTION);
  guint n_aside = 0;

  for (guint row = 0; row < n_rows; row++)
    n_aside += is_set_aside (self, row) ? 1 : 0;

  add_headline (self, count_pairs (self, FALSE), n_rows - n_aside, n_aside);
  if (n_rows > n_aside)
    {
      add_groups (self, n_rows);
      add_pairs (self);
    }
  else
    {
      mtr_node_add_paragraph (self->section, _("No pair needs attention on that day."));
    }
  if (n_aside > 0)
    add_set_aside (self);
}

static const MtrFigure figures[] = { MTR_FIGURE_PROGRAMME, MTR_FIGURE_PAIRS, MTR_FIGURE_ATTENTION };

const MtrReport mtr_report_attention = {
  "attention", N_("Pairs needing attention"),
  N_("Which pairs somebody ought to look at, with the reason of each, and what has been set aside."),
  MTR_REPORT_PACK | MTR_REPORT_PEOPLE, figures, G_N_ELEMENTS (figures), MTR_FIGURES_ALONE, build,
};
