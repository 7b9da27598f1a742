/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How well two people go together: one row for each criterion, with its points
 * and its words, and what rules a pair out whatever its points are.
 *
 * A criterion counts for a mentee who has asked for something there, with all
 * mentors alike, so that what nobody asked for neither helps nor hinders. What
 * is not known of a mentor gives no points: unknown is not yes.
 */

#include "mtr-match-private.h"

#include "mtr-eligibility.h"
#include "mtr-messages.h"
#include "mtr-rules-private.h"
#include "mtr-text.h"

#include <string.h>

/* So many months more than the mentee are as much experience as can count. */
#define FULL_EXPERIENCE_MONTHS 60

/* So many times in common are enough to find one that suits. */
#define ENOUGH_TIMES 2

typedef int (*PointsFunc) (MtrMatchPool *pool, const MtrMatchPerson *mentee, const MtrMatchPerson *mentor);
typedef char *(*SayFunc) (MtrMatchPool *pool, const MtrMatchPerson *mentee, const MtrMatchPerson *mentor, int points);

static const char *
get_name (const MtrMatchPerson *person)
{
  const char *name = mtr_record_get_text (person->record, MTR_PERSON_NAME);

  return name != NULL ? name : _("somebody");
}

static guint
count_common (const MtrMatchTokens *one,
              const MtrMatchTokens *other)
{
  guint n_common = 0;
  guint i = 0;
  guint j = 0;

  while (i < one->n && j < other->n)
    {
      guint a = one->ids[i];
      guint b = other->ids[j];

      n_common += a == b;
      i += a <= b;
      j += b <= a;
    }

  return n_common;
}

static char *
dup_common (MtrMatchPool         *pool,
            const MtrMatchTokens *one,
            const MtrMatchTokens *other)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < one->n; i++)
    {
      MtrMatchTokens single = { &one->ids[i], 1 };

      if (count_common (&single, other) > 0)
        g_ptr_array_add (texts, g_ptr_array_index (pool->token_texts, one->ids[i]));
    }
  g_ptr_array_add (texts, NULL);

  return mtr_text_join_list ((const char * const *) texts->pdata);
}

static int
get_eligibility (MtrMatchPool         *pool,
                 const MtrMatchPerson *mentee,
                 const MtrMatchPerson *mentor)
{
  GPtrArray *rules = mtr_pack_get_rules (pool->pack);
  int n_met = 0;

  if (rules->len == 0)
    return MTR_MATCH_NOT_ASKED;
  for (guint i = 0; i < rules->len; i++)
    if (mtr_eligibility_answer (g_ptr_array_index (rules, i), mentor->record, mentee->record) == MTR_ANSWER_YES)
      n_met++;

  return n_met * 100 / (int) rules->len;
}

static char *
say_eligibility (MtrMatchPool         *pool,
                 const MtrMatchPerson *mentee,
                 const MtrMatchPerson *mentor,
                 int                   points)
{
  return g_strdup (points == 100 ? _("Every rule for mentors is known to be met")
                                 : _("Not every rule for mentors is known to be met"));
}

/* How many steps lie between them in one line of management, either way; 0 for none. */
static int
count_steps (const MtrMatchPerson *mentee,
             const MtrMatchPerson *mentor)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (mentee->managers, &mentor->id));
}

static gboolean
is_managed_by (const MtrMatchPerson *mentor,
               const MtrMatchPerson *mentee)
{
  return mtr_record_get_number (mentor->record, MTR_PERSON_LINE_MANAGER_ID) == mentee->id;
}

static int
get_reporting_line (MtrMatchPool         *pool,
                    const MtrMatchPerson *mentee,
                    const MtrMatchPerson *mentor)
{
  int steps = count_steps (mentee, mentor);

  if (steps == 1)
    return 0;

  return steps > 1 || is_managed_by (mentor, mentee) ? 50 : 100;
}

static char *
say_reporting_line (MtrMatchPool         *pool,
                    const MtrMatchPerson *mentee,
                    const MtrMatchPerson *mentor,
                    int                   points)
{
  int steps = count_steps (mentee, mentor);

  if (steps == 1)
    return g_strdup_printf (_("%s is also the line manager"), get_name (mentor));
  if (steps > 1)
    return g_strdup_printf (_("%s is further up in the same line of management"), get_name (mentor));
  if (is_managed_by (mentor, mentee))
    return g_strdup_printf (_("%s is managed by %s"), get_name (mentor), get_name (mentee));

  return g_strdup (_("Not in the same line of management"));
}

/* A name counts where it stands by itself: "Ann Lee" is not in "Joann Leeson". */
static gboolean
contains_name (const char *text,
               const char *name)
{
  gsize length = strlen (name);

  if (text == NULL || length == 0)
    return FALSE;

  for (const char *at = strstr (text, name); at != NULL; at = strstr (at + 1, name))
    {
      gboolean begins = at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
      gboolean ends = at[length] == '\0' || !g_unichar_isalnum (g_utf8_get_char (at + length));

      if (begins && ends)
        return TRUE;
    }

  return FALSE;
}

/*
 * mtr_match_score_is_named:
 * @mentee: one who looks for a mentor
 * @mentor: one who could be one
 *
 * Returns: whether one of them has named the other in their wishes
 */
gboolean
mtr_match_score_is_named (const MtrMatchPerson *mentee,
                          const MtrMatchPerson *mentor)
{
  return contains_name (mentee->folded_wishes, mentor->folded_name) ||
         contains_name (mentor->folded_wishes, mentee->folded_name);
}

static int
get_wish (MtrMatchPool         *pool,
          const MtrMatchPerson *mentee,
          const MtrMatchPerson *mentor)
{
  if (!mentee->names_somebody)
    return MTR_MATCH_NOT_ASKED;

  return mtr_match_score_is_named (mentee, mentor) ? 100 : 0;
}

static char *
say_wish (MtrMatchPool         *pool,
          const MtrMatchPerson *mentee,
          const MtrMatchPerson *mentor,
          int                   points)
{
  if (points == 0)
    return g_strdup (_("Somebody else is named in the wishes"));
  if (contains_name (mentee->folded_wishes, mentor->folded_name))
    return g_strdup_printf (_("%s names %s in their wishes"), get_name (mentee), get_name (mentor));

  return g_strdup_printf (_("%s names %s in their wishes"), get_name (mentor), get_name (mentee));
}

static int
get_skills (MtrMatchPool         *pool,
            const MtrMatchPerson *mentee,
            const MtrMatchPerson *mentor)
{
  if (mentee->skills_wanted.n == 0)
    return MTR_MATCH_NOT_ASKED;

  return (int) (count_common (&mentee->skills_wanted, &mentor->skills_offered) * 100 / mentee->skills_wanted.n);
}

static char *
say_skills (MtrMatchPool         *pool,
            const MtrMatchPerson *mentee,
            const MtrMatchPerson *mentor,
            int                   points)
{
  guint n_common = count_common (&mentee->skills_wanted, &mentor->skills_offered);
  g_autofree char *common = dup_common (pool, &mentee->skills_wanted, &mentor->skills_offered);

  if (mentor->skills_offered.n == 0)
    return g_strdup_printf (_("It is not known which skills %s offers"), get_name (mentor));
  if (n_common == 0)
    return g_strdup (_("Offers none of the skills that are wanted"));

  /* Translators: the last is a list of skills, "giving feedback and court work" */
  return g_strdup_printf (ngettext ("Offers %u of %u skill that is wanted: %s",
                                    "Offers %u of %u skills that are wanted: %s", mentee->skills_wanted.n),
                          n_common, mentee->skills_wanted.n, common);
}

static int
get_same_word (const MtrMatchPerson *mentee,
               const MtrMatchPerson *mentor,
               MtrMatchWord          word)
{
  return mentee->words[word] == mentor->words[word] ? 100 : 0;
}

static char *
say_word (const MtrMatchPerson *mentor,
          MtrMatchWord          word,
          const char           *not_known,
          const char           *same,
          const char           *different,
          int                   points)
{
  return g_strdup (mentor->words[word] == 0 ? not_known : points == 100 ? same : different);
}

static int
get_service (MtrMatchPool         *pool,
             const MtrMatchPerson *mentee,
             const MtrMatchPerson *mentor)
{
  /* Who wishes for a different perspective does not look for the same service. */
  if (mentee->words[MTR_MATCH_WORD_SERVICE] == 0 || mentee->other_view)
    return MTR_MATCH_NOT_ASKED;

  return get_same_word (mentee, mentor, MTR_MATCH_WORD_SERVICE);
}

static char *
say_service (MtrMatchPool         *pool,
             const MtrMatchPerson *mentee,
             const MtrMatchPerson *mentor,
             int                   points)
{
  return say_word (mentor, MTR_MATCH_WORD_SERVICE, _("The mentor’s service is not known"),
                   _("They work in the same service"), _("They work in different services"), points);
}

static int
get_locality (MtrMatchPool         *pool,
              const MtrMatchPerson *mentee,
              const MtrMatchPerson *mentor)
{
  if (mentee->words[MTR_MATCH_WORD_LOCALITY] == 0)
    return MTR_MATCH_NOT_ASKED;

  return get_same_word (mentee, mentor, MTR_MATCH_WORD_LOCALITY);
}

static char *
say_locality (MtrMatchPool         *pool,
              const MtrMatchPerson *mentee,
              const MtrMatchPerson *mentor,
              int                   points)
{
  return say_word (mentor, MTR_MATCH_WORD_LOCALITY, _("The mentor’s locality is not known"),
                   _("They work in the same locality"), _("They work in different localities"), points);
}

static int
get_mode (MtrMatchPool         *pool,
          const MtrMatchPerson *mentee,
          const MtrMatchPerson *mentor)
{
  if (mentee->modes == 0)
    return MTR_MATCH_NOT_ASKED;

  return (mentee->modes & mentor->modes) != 0 ? 100 : 0;
}

static char *
say_mode (MtrMatchPool         *pool,
          const MtrMatchPerson *mentee,
          const MtrMatchPerson *mentor,
          int                   points)
{
  if (mentor->modes == 0)
    return g_strdup_printf (_("It is not known how %s likes to meet"), get_name (mentor));

  return g_strdup (points == 100 ? _("They like to meet in the same way") : _("They like to meet in different ways"));
}

static int
get_languages (MtrMatchPool         *pool,
               const MtrMatchPerson *mentee,
               const MtrMatchPerson *mentor)
{
  if (mentee->languages.n == 0)
    return MTR_MATCH_NOT_ASKED;

  return count_common (&mentee->languages, &mentor->languages) > 0 ? 100 : 0;
}

static char *
say_languages (MtrMatchPool         *pool,
               const MtrMatchPerson *mentee,
               const MtrMatchPerson *mentor,
               int                   points)
{
  g_autofree char *common = dup_common (pool, &mentee->languages, &mentor->languages);

  if (mentor->languages.n == 0)
    return g_strdup_printf (_("It is not known which languages %s speaks"), get_name (mentor));
  if (points == 0)
    return g_strdup (_("They share none of the languages that were given"));

  /* Translators: a list of languages, "English and Welsh" */
  return g_strdup_printf (_("They share a language: %s"), common);
}

static int
get_availability (MtrMatchPool         *pool,
                  const MtrMatchPerson *mentee,
                  const MtrMatchPerson *mentor)
{
  if (mentee->availability.n == 0)
    return MTR_MATCH_NOT_ASKED;

  return (int) MIN (count_common (&mentee->availability, &mentor->availability), ENOUGH_TIMES) * 100 / ENOUGH_TIMES;
}

static char *
say_availability (MtrMatchPool         *pool,
                  const MtrMatchPerson *mentee,
                  const MtrMatchPerson *mentor,
                  int                   points)
{
  guint n_common = count_common (&mentee->availability, &mentor->availability);

  if (mentor->availability.n == 0)
    return g_strdup_printf (_("It is not known when %s can meet"), get_name (mentor));
  if (n_common == 0)
    return g_strdup (_("They have no half day in common"));

  return g_strdup_printf (ngettext ("They have %u half day in common",
                                    "They have %u half days in common", n_common), n_common);
}

static int
get_experience (MtrMatchPool         *pool,
                const MtrMatchPerson *mentee,
                const MtrMatchPerson *mentor)
{
  int more = mentor->experience_months - MAX (mentee->experience_months, 0);

  return mentor->experience_months < 0 ? 0 : CLAMP (more, 0, FULL_EXPERIENCE_MONTHS) * 100 / FULL_EXPERIENCE_MONTHS;
}

static char *
say_experience (MtrMatchPool         *pool,
                const MtrMatchPerson *mentee,
                const MtrMatchPerson *mentor,
                int                   points)
{
  int more = mentor->experience_months - mentee->experience_months;

  if (mentor->experience_months < 0)
    return g_strdup_printf (_("It is not known how much experience %s has"), get_name (mentor));
  if (mentee->experience_months < 0)
    return g_strdup_printf (ngettext ("%d month of experience", "%d months of experience",
                                      (gulong) mentor->experience_months), mentor->experience_months);
  if (more <= 0)
    return g_strdup (_("No more experience than the mentee"));

  return g_strdup_printf (ngettext ("%d month more experience", "%d months more experience",
                                    (gulong) more), more);
}

static const MtrMatchWord different_words[] = {
  MTR_MATCH_WORD_SERVICE, MTR_MATCH_WORD_TEAM, MTR_MATCH_WORD_PROFESSION,
};

static void
count_differences (const MtrMatchPerson *mentee,
                   const MtrMatchPerson *mentor,
                   int                  *n_known,
                   int                  *n_different)
{
  *n_known = 0;
  *n_different = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (different_words); i++)
    {
      guint one = mentee->words[different_words[i]];
      guint other = mentor->words[different_words[i]];

      if (one != 0 && other != 0)
        (*n_known)++;
      if (one != 0 && other != 0 && one != other)
        (*n_different)++;
    }
}

static int
get_perspective (MtrMatchPool         *pool,
                 const MtrMatchPerson *mentee,
                 const MtrMatchPerson *mentor)
{
  int n_known;
  int n_different;

  if (!mentee->other_view)
    return MTR_MATCH_NOT_ASKED;
  count_differences (mentee, mentor, &n_known, &n_different);

  return n_known > 0 ? n_different * 100 / n_known : 0;
}

static char *
say_perspective (MtrMatchPool         *pool,
                 const MtrMatchPerson *mentee,
                 const MtrMatchPerson *mentor,
                 int                   points)
{
  int n_known;
  int n_different;

  count_differences (mentee, mentor, &n_known, &n_different);
  if (n_known == 0)
    return g_strdup (_("It is not known whether the mentor brings a different perspective"));
  if (n_different == 0)
    return g_strdup (_("A different perspective was wished for, but service, team and profession are the same"));

  /* Translators: of service, team and profession those that are known of both */
  return g_strdup_printf (_("A different perspective: %d of %d differ (service, team, profession)"), n_different,
                          n_known);
}

static int
get_waiting (MtrMatchPool         *pool,
             const MtrMatchPerson *mentee,
             const MtrMatchPerson *mentor)
{
  if (mentee->first)
    return 100;

  return pool->longest_wait > 0 ? mentee->waiting_days * 100 / pool->longest_wait : MTR_MATCH_NOT_ASKED;
}

static char *
say_waiting (MtrMatchPool         *pool,
             const MtrMatchPerson *mentee,
             const MtrMatchPerson *mentor,
             int                   points)
{
  g_autofree char *since = NULL;

  if (mentee->first)
    return g_strdup (_("First in the queue: asked for another mentor"));
  if (mentee->waiting_since == NULL)
    return g_strdup (_("Not waiting since a known day"));

  since = mtr_rules_dup_date (mentee->waiting_since, &pool->today);

  /* Translators: %s is a date, "3 February" */
  return g_strdup_printf (_("Waiting since %s"), since);
}

static const struct {
  const char *code;
  const char *label;
  int         weight;  /* where the file says nothing else */
  PointsFunc  get_points;
  SayFunc     say;
} criteria[MTR_N_MATCH_CRITERIA] = {
  [MTR_MATCH_ELIGIBILITY]    = { "eligibility", N_("Rules for mentors"), 20, get_eligibility, say_eligibility },
  [MTR_MATCH_REPORTING_LINE] = { "reporting-line", N_("Line of management"), 20, get_reporting_line, say_reporting_line },
  [MTR_MATCH_WISH]           = { "wish", N_("Named in a wish"), 15, get_wish, say_wish },
  [MTR_MATCH_SKILLS]         = { "skills", N_("Skills"), 20, get_skills, say_skills },
  [MTR_MATCH_SERVICE]        = { "service", N_("Service"), 8, get_service, say_service },
  [MTR_MATCH_LOCALITY]       = { "locality", N_("Locality"), 6, get_locality, say_locality },
  [MTR_MATCH_MODE]           = { "mode", N_("How they meet"), 8, get_mode, say_mode },
  [MTR_MATCH_LANGUAGES]      = { "languages", N_("Languages"), 8, get_languages, say_languages },
  [MTR_MATCH_AVAILABILITY]   = { "availability", N_("When they can meet"), 10, get_availability, say_availability },
  [MTR_MATCH_EXPERIENCE]     = { "experience", N_("Experience"), 5, get_experience, say_experience },
  [MTR_MATCH_PERSPECTIVE]    = { "perspective", N_("Different perspective"), 10, get_perspective, say_perspective },
  [MTR_MATCH_WAITING]        = { "waiting", N_("Waiting"), 10, get_waiting, say_waiting },
};

/**
 * mtr_match_criterion_get_code:
 * @criterion: a criterion
 *
 * Returns: (transfer none): its code, as in %MTR_MATCH_WEIGHT_CRITERION
 */
const char *
mtr_match_criterion_get_code (MtrMatchCriterion criterion)
{
  return criteria[criterion].code;
}

/**
 * mtr_match_criterion_get_label:
 * @criterion: a criterion
 *
 * Returns: (transfer none): its name, "Skills"
 */
const char *
mtr_match_criterion_get_label (MtrMatchCriterion criterion)
{
  return _(criteria[criterion].label);
}

/**
 * mtr_match_weights_init:
 * @weights: (out): how much each criterion counts
 * @snapshot: (nullable): what is known; weights that are written down there count instead of the usual ones
 */
void
mtr_match_weights_init (MtrMatchWeights *weights,
                        MtrSnapshot     *snapshot)
{
  for (int i = 0; i < MTR_N_MATCH_CRITERIA; i++)
    weights->of[i] = criteria[i].weight;
  if (snapshot == NULL)
    return;

  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_MATCH_WEIGHT); i++)
    {
      MtrRecord *record = mtr_snapshot_nth (snapshot, MTR_KIND_MATCH_WEIGHT, i);

      for (int j = 0; j < MTR_N_MATCH_CRITERIA; j++)
        if (mtr_record_text_is (record, MTR_MATCH_WEIGHT_CRITERION, criteria[j].code))
          weights->of[j] = (int) CLAMP (mtr_record_get_number (record, MTR_MATCH_WEIGHT_WEIGHT), 0, 100);
    }
}

/*
 * mtr_match_score_pair:
 * @pool: a pool
 * @mentee: one of it who looks for a mentor
 * @mentor: one of it who could be one
 *
 * Returns: 0 to %MTR_MATCH_FULL_SCORE
 */
int
mtr_match_score_pair (MtrMatchPool         *pool,
                      const MtrMatchPerson *mentee,
                      const MtrMatchPerson *mentor)
{
  int sum = 0;
  int most = 0;

  for (int i = 0; i < MTR_N_MATCH_CRITERIA; i++)
    {
      int weight = pool->weights.of[i];
      int points = weight > 0 ? criteria[i].get_points (pool, mentee, mentor) : MTR_MATCH_NOT_ASKED;

      if (points != MTR_MATCH_NOT_ASKED)
        {
          sum += weight * points;
          most += weight;
        }
    }

  return most > 0 ? sum * (MTR_MATCH_FULL_SCORE / 100) / most : 0;
}

/*
 * mtr_match_score_find_bar:
 * @pool: a pool
 * @mentee: one of it who looks for a mentor
 * @mentor: one of it who could be one
 * @rule: (out) (optional) (nullable): which rule of the pack it is
 *
 * Returns: what rules the two out, the most certain first; a mentor without room too
 */
MtrMatchBar
mtr_match_score_find_bar (MtrMatchPool          *pool,
                          const MtrMatchPerson  *mentee,
                          const MtrMatchPerson  *mentor,
                          const MtrRule        **rule)
{
  GPtrArray *rules = mtr_pack_get_rules (pool->pack);
  MtrMatchBar bar = MTR_MATCH_BAR_ROOM;

  if (rule != NULL)
    *rule = NULL;
  if (mentee->id == mentor->id)
    return MTR_MATCH_BAR_SELF;

  for (guint i = 0; i < mentee->barred->len; i++)
    {
      const MtrMatchBarred *barred = &g_array_index (mentee->barred, MtrMatchBarred, i);

      if (barred->with_id == mentor->id)
        bar = MIN (bar, barred->bar);
    }
  if (bar != MTR_MATCH_BAR_ROOM)
    return bar;

  for (guint i = 0; i < rules->len; i++)
    {
      const MtrRule *asked = g_ptr_array_index (rules, i);

      if (!asked->warns && mtr_eligibility_answer (asked, mentor->record, mentee->record) == MTR_ANSWER_NO)
        {
          if (rule != NULL)
            *rule = asked;
          return MTR_MATCH_BAR_RULE;
        }
    }

  return mentor->room > 0 ? MTR_MATCH_BAR_NONE : MTR_MATCH_BAR_ROOM;
}

static const char *
find_former_end (const MtrMatchPerson *mentee,
                 const MtrMatchPerson *mentor)
{
  const char *since = NULL;

  for (guint i = 0; i < mentee->barred->len; i++)
    {
      const MtrMatchBarred *barred = &g_array_index (mentee->barred, MtrMatchBarred, i);

      if (barred->with_id == mentor->id && barred->bar == MTR_MATCH_BAR_FORMER)
        since = mtr_rules_later (since, barred->since);
    }

  return since;
}

static char *
say_bar (MtrMatchPool         *pool,
         const MtrMatchPerson *mentee,
         const MtrMatchPerson *mentor,
         MtrMatchBar           bar,
         const MtrRule        *rule)
{
  g_autofree char *date = NULL;

  switch (bar)
    {
    case MTR_MATCH_BAR_NONE:
      return NULL;
    case MTR_MATCH_BAR_SELF:
      return g_strdup (_("Nobody is their own mentor."));
    case MTR_MATCH_BAR_EXCLUDED:
      return g_strdup_printf (_("%s and %s are not to be brought together."), get_name (mentee), get_name (mentor));
    case MTR_MATCH_BAR_FORBIDDEN:
      return g_strdup_printf (_("%s with %s was ruled out for this round."), get_name (mentee), get_name (mentor));
    case MTR_MATCH_BAR_FORMER:
      date = mtr_rules_dup_date (find_former_end (mentee, mentor), &pool->today);
      /* Translators: two people and a date; nobody is to blame */
      return g_strdup_printf (_("%s and %s worked together until %s, and somebody new was asked for."),
                              get_name (mentee), get_name (mentor), date);
    case MTR_MATCH_BAR_RULE:
      /* Translators: a person, and a rule for mentors, "Registered social worker" */
      return g_strdup_printf (_("%s does not meet a rule for mentors: %s."), get_name (mentor), rule->title);
    case MTR_MATCH_BAR_ROOM:
      return g_strdup_printf (_("%s has no place left."), get_name (mentor));
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
warn (GPtrArray  *warnings,
      const char *format,
      ...) G_GNUC_PRINTF (2, 3);

static void
warn (GPtrArray  *warnings,
      const char *format,
      ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (warnings, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static void
add_warnings (MtrMatchPool         *pool,
              const MtrMatchPerson *mentee,
              const MtrMatchPerson *mentor,
              GPtrArray            *warnings)
{
  GPtrArray *rules = mtr_pack_get_rules (pool->pack);

  if (get_reporting_line (pool, mentee, mentor) < 100)
    g_ptr_array_add (warnings, say_reporting_line (pool, mentee, mentor, 0));

  for (guint i = 0; i < rules->len; i++)
    {
      const MtrRule *rule = g_ptr_array_index (rules, i);
      MtrAnswer answer = mtr_eligibility_answer (rule, mentor->record, mentee->record);

      if (answer == MTR_ANSWER_UNKNOWN)
        /* Translators: %s is a rule for mentors, "Registered social worker" */
        warn (warnings, _("Not known yet: %s"), rule->title);
      else if (answer == MTR_ANSWER_NO && (rule->kind != MTR_RULE_NOT_LINE_MANAGER || !rule->warns))
        warn (warnings, _("Not met: %s"), rule->title);
    }

  if (mentee->names_somebody && mtr_match_score_is_named (mentee, mentor))
    warn (warnings, "%s", _("A name stands in the wishes: read there whether it is wished for"));
}

static void
free_reason (gpointer data)
{
  MtrMatchReason *reason = data;

  g_free (reason->sentence);
  g_free (reason);
}

/**
 * mtr_match_score_new:
 * @pool: a pool
 * @mentee_id: one of it who looks for a mentor
 * @mentor_id: one of it who could be one
 *
 * Returns: (transfer full) (nullable): how well they go together, ruled out or not; %NULL where one of them is not in
 *   the pool
 */
MtrMatchScore *
mtr_match_score_new (MtrMatchPool *pool,
                     gint64        mentee_id,
                     gint64        mentor_id)
{
  const MtrMatchPerson *mentee = mtr_match_pool_find_mentee (pool, mentee_id);
  const MtrMatchPerson *mentor = mtr_match_pool_find_mentor (pool, mentor_id);
  const MtrRule *rule;
  MtrMatchScore *self;

  if (mentee == NULL || mentor == NULL)
    return NULL;

  self = g_new0 (MtrMatchScore, 1);
  self->mentee_id = mentee_id;
  self->mentor_id = mentor_id;
  self->percent = mtr_match_score_pair (pool, mentee, mentor) * 100 / MTR_MATCH_FULL_SCORE;
  self->reasons = g_ptr_array_new_with_free_func (free_reason);
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i < MTR_N_MATCH_CRITERIA; i++)
    {
      int points = pool->weights.of[i] > 0 ? criteria[i].get_points (pool, mentee, mentor) : MTR_MATCH_NOT_ASKED;
      MtrMatchReason *reason;

      if (points == MTR_MATCH_NOT_ASKED)
        continue;
      reason = g_new0 (MtrMatchReason, 1);
      reason->criterion = (MtrMatchCriterion) i;
      reason->points = points;
      reason->weight = pool->weights.of[i];
      reason->sentence = criteria[i].say (pool, mentee, mentor, points);
      g_ptr_array_add (self->reasons, reason);
    }
  if (mentee->id != mentor->id)
    add_warnings (pool, mentee, mentor, self->warnings);
  self->bar = mtr_match_score_find_bar (pool, mentee, mentor, &rule);
  self->why_not = say_bar (pool, mentee, mentor, self->bar, rule);

  return self;
}

/**
 * mtr_match_score_free:
 * @self: (transfer full): a score
 */
void
mtr_match_score_free (MtrMatchScore *self)
{
  g_ptr_array_unref (self->reasons);
  g_ptr_array_unref (self->warnings);
  g_free (self->why_not);
  g_free (self);
}
