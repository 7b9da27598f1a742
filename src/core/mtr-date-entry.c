/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a date as a person types it: "today", "thu", "19/11", "19 Nov 10:00",
 * and everything that mtr-date.c writes, in English and in the language of
 * the locale. What was typed is cut into numbers, words and signs, and each
 * rule takes the pieces that it understands.
 */

#include "mtr-date-entry.h"

#include "mtr-date.h"
#include "mtr-messages.h"
#include "mtr-text.h"

#include <langinfo.h>
#include <string.h>

#define MAX_PIECES 24
#define MAX_QUOTED 40

typedef enum {
  PIECE_END,
  PIECE_NUMBER,
  PIECE_WORD,
  PIECE_SIGN,
} PieceType;

typedef struct {
  PieceType  type;
  char      *text;      /* (owned): folded */
  int        number;
  int        n_digits;
} Piece;

typedef struct {
  Piece        pieces[MAX_PIECES + 4];  /* the last ones stay PIECE_END, so that rules may look ahead */
  guint        n_pieces;
  const GDate *today;
  MtrDateLean  lean;

  int          day;        /* 0: not known yet; so are the others */
  int          month;
  int          year;
  int          weekday;
  gboolean     has_offset; /* "yesterday" */
  int          offset;
  gboolean     has_time;
  int          hour;
  int          minute;
} Entry;

/* Names in the order of the calendar, folded: for each day or month the ways to write it in the language of the
 * locale, then in that of the messages, then in English. */
#define LAST_FOREIGN 6

typedef struct {
  char *names[12][LAST_FOREIGN + 2];  /* (owned) (nullable) */
  guint count;
} Names;

static const char *const english_weekdays[][2] = {
  { "monday", "mon" }, { "tuesday", "tue" }, { "wednesday", "wed" }, { "thursday", "thu" },
  { "friday", "fri" }, { "saturday", "sat" }, { "sunday", "sun" },
};

static const char *const english_months[][2] = {
  { "january", "jan" }, { "february", "feb" }, { "march", "mar" }, { "april", "apr" },
  { "may", "may" }, { "june", "jun" }, { "july", "jul" }, { "august", "aug" },
  { "september", "sep" }, { "october", "oct" }, { "november", "nov" }, { "december", "dec" },
};

static char *
fold_locale_name (nl_item item)
{
  g_autofree char *name = g_locale_to_utf8 (nl_langinfo (item), -1, NULL, NULL, NULL);
  char *folded;

  if (name == NULL || *name == '\0')
    return NULL;

  folded = mtr_text_fold (name);
  if (g_str_has_suffix (folded, "."))
    folded[strlen (folded) - 1] = '\0';

  return folded;
}

static void
load_weekdays (Names *names)
{
  names->count = 7;
  for (guint i = 0; i < 7; i++)
    {
      guint from_sunday = (i + 1) % 7;

      names->names[i][0] = fold_locale_name ((nl_item) (DAY_1 + from_sunday));
      names->names[i][1] = fold_locale_name ((nl_item) (ABDAY_1 + from_sunday));
      names->names[i][4] = mtr_text_fold (mtr_date_get_weekday_name ((GDateWeekday) (i + 1), FALSE));
      names->names[i][5] = mtr_text_fold (mtr_date_get_weekday_name ((GDateWeekday) (i + 1), TRUE));
      names->names[i][LAST_FOREIGN] = g_strdup (english_weekdays[i][0]);
      names->names[i][LAST_FOREIGN + 1] = g_strdup (english_weekdays[i][1]);
    }
}

static void
load_months (Names *names)
{
  names->count = 12;
  for (guint i = 0; i < 12; i++)
    {
      names->names[i][0] = fold_locale_name ((nl_item) (MON_1 + i));
      names->names[i][1] = fold_locale_name ((nl_item) (ABMON_1 + i));
      names->names[i][4] = mtr_text_fold (mtr_date_get_month_name ((GDateMonth) (i + 1), FALSE));
      names->names[i][5] = mtr_text_fold (mtr_date_get_month_name ((GDateMonth) (i + 1), TRUE));
#ifdef ALTMON_1
      names->names[i][2] = fold_locale_name ((nl_item) (ALTMON_1 + i));
#endif
#ifdef _NL_ABALTMON_1
      names->names[i][3] = fold_locale_name ((nl_item) (_NL_ABALTMON_1 + i));
#endif
      names->names[i][LAST_FOREIGN] = g_strdup (english_months[i][0]);
      names->names[i][LAST_FOREIGN + 1] = g_strdup (english_months[i][1]);
    }
}

static void
clear_names (Names *names)
{
  for (guint i = 0; i < names->count; i++)
    for (guint j = 0; j < G_N_ELEMENTS (names->names[i]); j++)
      g_free (names->names[i][j]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, clear_names)

/* The number of a name from 1, or 0. A whole name wins; else the beginning of one name, of three letters at least. */
static int
find_name (const Names *names,
           const char  *word)
{
  int found = 0;

  for (guint i = 0; i < names->count; i++)
    for (guint j = 0; j < G_N_ELEMENTS (names->names[i]); j++)
      if (g_strcmp0 (names->names[i][j], word) == 0)
        return (int) i + 1;

  if (g_utf8_strlen (word, -1) < 3)
    return 0;

  for (guint i = 0; i < names->count; i++)
    for (guint j = 0; j < G_N_ELEMENTS (names->names[i]); j++)
      if (names->names[i][j] != NULL && g_str_has_prefix (names->names[i][j], word))
        {
          if (found != 0 && found != (int) i + 1)
            return 0;
          found = (int) i + 1;
        }

  return found;
}

/* A name that is more than one word, as the months of some languages are, becomes its English name, which is one. */
static void
replace_names_of_several_words (GString     *folded,
                                const Names *names)
{
  for (guint i = 0; i < names->count; i++)
    for (guint j = 0; j < LAST_FOREIGN; j++)
      {
        const char *name = names->names[i][j];

        if (name != NULL && strpbrk (name, " -'.") != NULL)
          g_string_replace (folded, name, names->names[i][LAST_FOREIGN], 0);
      }
}

static void
clear_entry (Entry *entry)
{
  for (guint i = 0; i < entry->n_pieces; i++)
    g_free (entry->pieces[i].text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Entry, clear_entry)

/* Returns: whether everything could be cut into not too many pieces */
static gboolean
cut_into_pieces (Entry      *entry,
                 const char *folded)
{
  for (const char *p = folded; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      const char *start = p;
      Piece *piece;

      if (g_unichar_isspace (c) || c == ',')
        {
          p = g_utf8_next_char (p);
          continue;
        }
      if (entry->n_pieces == MAX_PIECES)
        return FALSE;

      piece = &entry->pieces[entry->n_pieces++];
      if (g_ascii_isdigit (*p))
        {
          piece->type = PIECE_NUMBER;
          for (; g_ascii_isdigit (*p); p++)
            {
              piece->n_digits++;
              if (piece->n_digits > 4)
                {
                  entry->n_pieces--;
                  return FALSE;
                }
              piece->number = piece->number * 10 + g_ascii_digit_value (*p);
            }
        }
      else if (g_unichar_isalpha (c))
        {
          piece->type = PIECE_WORD;
          while (g_unichar_isalpha (g_utf8_get_char (p)))
            p = g_utf8_next_char (p);
        }
      else
        {
          piece->type = PIECE_SIGN;
          p = g_utf8_next_char (p);
        }
      piece->text = g_strndup (start, p - start);
    }

  return TRUE;
}

static gboolean
is_sign (const Piece *piece,
         char         sign)
{
  return piece->type == PIECE_SIGN && piece->text[0] == sign && piece->text[1] == '\0';
}

static gboolean
is_word (const Piece *piece,
         const char  *word)
{
  return piece->type == PIECE_WORD && g_str_equal (piece->text, word);
}

static gboolean
is_word_of (const Piece       *piece,
            const char *const *words)
{
  return piece->type == PIECE_WORD && g_strv_contains (words, piece->text);
}

/* A year of two digits is the one of the two centuries that is nearer to today. */
static int
complete_year (const Entry *entry,
               const Piece *piece)
{
  int century, year;

  if (piece->n_digits > 2)
    return piece->number;

  century = g_date_get_year (entry->today) / 100 * 100;
  year = century + piece->number;
  if (year - g_date_get_year (entry->today) > 50)
    year -= 100;
  else if (g_date_get_year (entry->today) - year > 50)
    year += 100;

  return year;
}

static gboolean
set_once (int *variable,
          int  value)
{
  if (*variable != 0 || value == 0)
    return FALSE;

  *variable = value;

  return TRUE;
}

/* "am", "pm", "a.m." behind an hour; 0 pieces where there is none. */
static guint
read_half_of_day (const Piece *piece,
                  int         *hour)
{
  gboolean afternoon;
  guint n = 1;

  if ((is_word (piece, "a") || is_word (piece, "p")) && is_sign (piece + 1, '.') && is_word (piece + 2, "m"))
    {
      afternoon = is_word (piece, "p");
      n = is_sign (piece + 3, '.') ? 4 : 3;
    }
  else if (is_word (piece, "am") || is_word (piece, "pm"))
    afternoon = is_word (piece, "pm");
  else
    return 0;

  if (*hour < 1 || *hour > 12)
    *hour = -1;
  else
    *hour = *hour % 12 + (afternoon ? 12 : 0);

  return n;
}

/* "10:00", "10.00", "10am", "2.30 pm". Returns: how many pieces it took; 0 where it is no time */
static guint
read_time (Entry       *entry,
           const Piece *piece,
           gboolean    *valid)
{
  gboolean with_minutes;
  int hour, minute = 0;
  guint n = 1, n_half;

  if (piece->type != PIECE_NUMBER || piece->n_digits > 2)
    return 0;

  hour = piece->number;
  with_minutes = (is_sign (piece + 1, '.') || is_sign (piece + 1, ':')) && piece[2].type == PIECE_NUMBER && piece[2].n_digits == 2 &&
                 !is_sign (piece + 3, '/') && !(is_sign (piece + 3, '.') && piece[4].type == PIECE_NUMBER);
  if (with_minutes)
    {
      minute = piece[2].number;
      n = 3;
    }

  n_half = read_half_of_day (piece + n, &hour);
  if (!with_minutes && n_half == 0)
    return 0;

  *valid = !entry->has_time && hour >= 0 && hour <= 23 && minute <= 59;
  entry->has_time = TRUE;
  entry->hour = hour;
  entry->minute = minute;

  return n + n_half;
}

/* "2026-11-19", "19/11/26", "19.11.2026", "19/11"; "19.11" only where nothing is before it, for behind a date it is a
 * time. */
static guint
read_numbers (Entry       *entry,
              const Piece *piece,
              gboolean    *valid)
{
  char sign;

  if (piece[0].type != PIECE_NUMBER || piece[1].type != PIECE_SIGN || piece[2].type != PIECE_NUMBER)
    return 0;

  sign = piece[1].text[0];
  if (!is_sign (&piece[1], sign) || strchr ("/-.", sign) == NULL)
    return 0;

  if (is_sign (&piece[3], sign) && piece[4].type == PIECE_NUMBER)
    {
      gboolean year_first = piece[0].n_digits == 4;
      const Piece *day = year_first ? &piece[4] : &piece[0];
      const Piece *year = year_first ? &piece[0] : &piece[4];

      *valid = day->n_digits <= 2 && piece[2].n_digits <= 2 && (year->n_digits == 4 || year->n_digits == 2) &&
               set_once (&entry->day, day->number) && set_once (&entry->month, piece[2].number) &&
               set_once (&entry->year, complete_year (entry, year));
      return 5;
    }

  if (sign == '.' && (piece != entry->pieces || piece[2].number < 1 || piece[2].number > 12 ||
                      piece[3].type == PIECE_WORD))
    return 0;

  *valid = piece[0].n_digits <= 2 && piece[2].n_digits <= 2 &&
           set_once (&entry->day, piece[0].number) && set_once (&entry->month, piece[2].number);

  return 3;
}

/* A number by itself: the day, with or without "th", or the year. */
static guint
read_number (Entry       *entry,
             const Piece *piece,
             gboolean    *valid)
{
  static const char *const ordinals[] = { "st", "nd", "rd", "th", NULL };

  if (piece->type != PIECE_NUMBER)
    return 0;

  if (piece->n_digits == 4)
    *valid = set_once (&entry->year, piece->number);
  else if (entry->day == 0)
    *valid = piece->n_digits <= 2 && set_once (&entry->day, piece->number);
  else
    *valid = piece->n_digits == 2 && set_once (&entry->year, complete_year (entry, piece));

  return is_word_of (piece + 1, ordinals) ? 2 : 1;
}

static gboolean
read_offset (Entry       *entry,
             const Piece *piece)
{
  const struct {
    const char *english;
    const char *local;
    int         offset;
  } words[] = {
    { "today", _("today"), 0 },
    { "yesterday", _("yesterday"), -1 },
    { "tomorrow", _("tomorrow"), 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *local = mtr_text_fold (words[i].local);

      if (is_word (piece, words[i].english) || is_word (piece, local))
        {
          entry->offset = words[i].offset;
          return TRUE;
        }
    }

  return FALSE;
}

static guint
read_word (Entry       *entry,
           const Piece *piece,
           const Names *weekdays,
           const Names *months,
           gboolean    *valid)
{
  static const char *const fillers[] = { "at", "on", "of", "the", NULL };
  int weekday, month;

  if (piece->type != PIECE_WORD)
    return 0;

  if (is_word_of (piece, fillers))
    return 1;

  if (read_offset (entry, piece))
    {
      *valid = !entry->has_offset;
      entry->has_offset = TRUE;
      return 1;
    }

  /* One word may be short for a day and for a month ("mar." in French): behind a day of the month it is the month. */
  weekday = find_name (weekdays, piece->text);
  month = find_name (months, piece->text);
  if (month != 0 && (weekday == 0 || entry->day != 0))
    *valid = set_once (&entry->month, month);
  else
    *valid = set_once (&entry->weekday, weekday);

  return 1;
}

static gboolean
read_pieces (Entry       *entry,
             const Names *weekdays,
             const Names *months)
{
  guint i = 0;

  while (i < entry->n_pieces)
    {
      const Piece *piece = &entry->pieces[i];
      gboolean valid = TRUE;
      guint n = read_numbers (entry, piece, &valid);

      if (n == 0)
        n = read_time (entry, piece, &valid);
      if (n == 0)
        n = read_number (entry, piece, &valid);
      if (n == 0)
        n = read_word (entry, piece, weekdays, months, &valid);
      if (n == 0 && (is_sign (piece, '.') || is_sign (piece, '-')))
        n = 1;
      if (n == 0 || !valid)
        return FALSE;
      i += n;
    }

  return TRUE;
}

/* The day and month as near to today as can be, in this year, the last or the next. */
static gboolean
find_nearest_year (Entry *entry,
                   GDate *date)
{
  int best = G_MAXINT;

  for (int year = g_date_get_year (entry->today) - 1; year <= g_date_get_year (entry->today) + 1; year++)
    {
      GDate candidate;
      int distance;

      if (year < 1 || !g_date_valid_dmy (entry->day, entry->month, year))
        continue;

      g_date_clear (&candidate, 1);
      g_date_set_dmy (&candidate, entry->day, entry->month, year);
      distance = ABS (g_date_days_between (entry->today, &candidate));
      if (distance < best || (distance == best && entry->lean == MTR_DATE_LEAN_FUTURE))
        {
          best = distance;
          *date = candidate;
        }
    }

  return best != G_MAXINT;
}

static void
find_weekday (Entry *entry,
              GDate *date)
{
  int days = entry->weekday - (int) g_date_get_weekday (entry->today);

  *date = *entry->today;
  if (entry->lean == MTR_DATE_LEAN_PAST)
    g_date_subtract_days (date, (7 - days) % 7);
  else
    g_date_add_days (date, (days + 6) % 7 + 1);
}

static gboolean
find_date (Entry *entry,
           GDate *date)
{
  gboolean in_calendar = entry->day != 0 && entry->month >= 1 && entry->month <= 12;

  if (entry->has_offset)
    {
      if (entry->day != 0 || entry->month != 0 || entry->year != 0 || entry->weekday != 0)
        return FALSE;
      *date = *entry->today;
      if (entry->offset > 0)
        g_date_add_days (date, entry->offset);
      else
        g_date_subtract_days (date, -entry->offset);
      return TRUE;
    }

  if (entry->weekday != 0 && entry->day == 0 && entry->month == 0 && entry->year == 0)
    {
      find_weekday (entry, date);
      return TRUE;
    }

  if (!in_calendar)
    return FALSE;

  if (entry->year == 0)
    return find_nearest_year (entry, date);

  if (!g_date_valid_dmy (entry->day, entry->month, entry->year))
    return FALSE;
  g_date_set_dmy (date, entry->day, entry->month, entry->year);

  return TRUE;
}

static char *
quote (const char *typed)
{
  g_autofree char *clean = mtr_text_clean (typed, -1, MTR_TEXT_ONE_LINE, NULL);

  return mtr_text_excerpt (clean, MAX_QUOTED);
}

/* What to try instead: the last day of the month where only the day was too large, else today. */
static char *
describe_no_date (const Entry *entry,
                  const char  *typed)
{
  g_autofree char *quoted = quote (typed);
  g_autofree char *suggested = NULL;
  GDate date = *entry->today;

  if (entry->day != 0 && entry->month >= 1 && entry->month <= 12)
    {
      int year = entry->year != 0 ? entry->year : g_date_get_year (entry->today);

      g_date_set_dmy (&date, MIN (entry->day, g_date_get_days_in_month (entry->month, year)), entry->month, year);
    }
  suggested = mtr_date_format (&date, MTR_DATE_STYLE_NUMBERS);

  /* Translators: the first is what was typed, the second a date: "'31 Feb' is not a date. Try 28/2/2026." */
  return g_strdup_printf (_("'%1$s' is not a date. Try %2$s."), quoted, suggested);
}

static char *
describe_wrong_weekday (const Entry *entry,
                        const GDate *date)
{
  g_autofree char *day = mtr_date_format (date, MTR_DATE_STYLE_LONG);
  g_autofree char *full = mtr_date_format (date, MTR_DATE_STYLE_FULL);
  g_autofree char *typed = NULL;
  GDate other = *date;

  g_date_add_days (&other, (entry->weekday - (int) g_date_get_weekday (date) + 7) % 7);
  typed = mtr_date_format (&other, MTR_DATE_STYLE_WEEKDAY_NAME);

  /* Translators: a date, the weekday that was typed, and the date with its true weekday */
  return g_strdup_printf (_("%1$s is not a %2$s. Try %3$s."), day, typed, full);
}

/**
 * mtr_date_entry_read:
 * @typed: what was typed, valid UTF-8
 * @today: the present date
 * @lean: which way "thu" is read
 * @date: (out): the date; cleared where there is none
 * @time: (out) (optional) (nullable) (transfer full): the time that was typed with it, "10:00"; %NULL in the variable
 *   where there was none. Where the argument itself is %NULL, a time is not taken.
 * @message: (out) (transfer full): what is wrong and what to try, a sentence for a person; %NULL where all is well
 *
 * Reads a date: "today", "yesterday", "tomorrow", the name of a weekday or the beginning of one, "19/11", "19/11/26",
 * "19 Nov", "19 November 2026", "2026-11-19", each with a weekday before it and a time after it: "10:00", "10.00",
 * "10am", "2.30pm". Names are read in English and in the language of the window and of the locale. A day without a year is the one
 * nearest to today. Whatever mtr_date_format() and mtr_date_format_with_time() write can be read again.
 *
 * Returns: whether it is a date
 */
gboolean
mtr_date_entry_read (const char   *typed,
                     const GDate  *today,
                     MtrDateLean   lean,
                     GDate        *date,
                     char        **time,
                     char        **message)
{
  g_auto (Names) weekdays = { 0 };
  g_auto (Names) months = { 0 };
  g_auto (Entry) entry = { .today = today, .lean = lean };
  g_autoptr (GString) folded = NULL;
  g_autofree char *folded_text = mtr_text_fold (typed);
  gboolean readable;

  g_return_val_if_fail (g_date_valid (today), FALSE);

  g_date_clear (date, 1);
  *message = NULL;
  if (time != NULL)
    *time = NULL;

  load_weekdays (&weekdays);
  load_months (&months);
  folded = g_string_new (folded_text);
  replace_names_of_several_words (folded, &months);
  replace_names_of_several_words (folded, &weekdays);

  readable = cut_into_pieces (&entry, folded->str) && read_pieces (&entry, &weekdays, &months);

  if (!readable || !find_date (&entry, date) || (entry.has_time && time == NULL))
    {
      g_date_clear (date, 1);
      *message = describe_no_date (&entry, typed);
      return FALSE;
    }

  if (entry.weekday != 0 && entry.day != 0 && (int) g_date_get_weekday (date) != entry.weekday)
    {
      *message = describe_wrong_weekday (&entry, date);
      g_date_clear (date, 1);
      return FALSE;
    }

  if (entry.has_time)
    *time = g_strdup_printf ("%02d:%02d", entry.hour, entry.minute);

  return TRUE;
}

/**
 * mtr_time_entry_read:
 * @typed: what was typed, valid UTF-8
 * @time: (out) (nullable) (transfer full): the time as it is stored, "14:30"
 * @message: (out) (nullable) (transfer full): what is wrong and what to try, a sentence for a person
 *
 * Reads a time of day by itself: "14:30", "14.30", "2.30pm", "2 pm", "9".
 *
 * Returns: whether it is a time
 */
gboolean
mtr_time_entry_read (const char  *typed,
                     char       **time,
                     char       **message)
{
  g_auto (Entry) entry = { 0 };
  g_autofree char *folded = mtr_text_fold (typed);
  g_autofree char *quoted = NULL;
  gboolean valid = TRUE;

  *time = NULL;
  *message = NULL;

  if (cut_into_pieces (&entry, folded) && entry.n_pieces > 0)
    {
      const Piece *piece = &entry.pieces[0];

      if (entry.n_pieces == 1 && piece->type == PIECE_NUMBER && piece->n_digits <= 2 && piece->number <= 23)
        *time = g_strdup_printf ("%02d:00", piece->number);
      else if (read_time (&entry, piece, &valid) == entry.n_pieces && valid)
        *time = g_strdup_printf ("%02d:%02d", entry.hour, entry.minute);
      if (*time != NULL)
        return TRUE;
    }

  quoted = quote (typed);
  /* Translators: what was typed: "'25:10' is not a time. Try 14:30." */
  *message = g_strdup_printf (_("'%s' is not a time. Try 14:30."), quoted);

  return FALSE;
}
