/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The shapes of what identifies a person in the United Kingdom: numbers,
 * addresses, dates. Each matcher looks a bounded way ahead, so that looking
 * at every place of a text takes time in proportion to its length.
 */

#include "mtr-identifier.h"

#include <stdlib.h>
#include <string.h>

#define MAX_LOCAL_PART 64
#define MAX_DOMAIN 255

static gboolean
follows_letter_or_digit (const char *text,
                         const char *place)
{
  return place > text && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (place)));
}

static gboolean
is_letter_or_digit (const char *place)
{
  return g_unichar_isalnum (g_utf8_get_char (place));
}

/* A number that goes on, or that is the rest of another one, is not what it looks like: "1.0770", "5919.5". */
static gboolean
is_rest_of_number (const char *text,
                   const char *place)
{
  return place - text >= 2 && (place[-1] == '.' || place[-1] == ',') && g_ascii_isdigit (place[-2]);
}

static gboolean
goes_on_as_number (const char *end)
{
  return (*end == '.' || *end == ',') && g_ascii_isdigit (end[1]);
}

/* One space or hyphen of any kind between two groups. Returns: its bytes, or 0 */
static gsize
match_separator (const char *place)
{
  static const char *const separators[] = {
    " ", "-", "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x90", "\xe2\x80\x91", "\xe2\x80\x93",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    if (g_str_has_prefix (place, separators[i]))
      return strlen (separators[i]);

  return 0;
}

static gsize
count_digits (const char *place,
              gsize       max)
{
  gsize n = 0;

  while (n < max && g_ascii_isdigit (place[n]))
    n++;

  return n;
}

/* The tenth digit is 11 minus the remainder by 11 of the weighted sum of the first nine, weights 10 to 2; 11 stands
 * for 0, and numbers for which it would be 10 are not given out. */
static gboolean
has_valid_check_digit (const char *digits)
{
  int sum = 0, check;

  for (int i = 0; i < 9; i++)
    sum += (10 - i) * (digits[i] - '0');
  check = (11 - sum % 11) % 11;

  return check == digits[9] - '0';
}

/**
 * mtr_identifier_match_nhs_number:
 * @text: a text
 * @place: a place in it
 *
 * Looks for an NHS number: ten digits, in one or as 3-3-4 with spaces or hyphens, the last of which is the check
 * digit of the others. Ten equal digits, which pass the check, are not given out.
 *
 * Returns: how many bytes it has, or 0
 */
gsize
mtr_identifier_match_nhs_number (const char *text,
                                 const char *place)
{
  static const gsize groups[] = { 3, 3, 4 };
  const char *p = place;
  char digits[11] = "";

  if (!g_ascii_isdigit (*place) || follows_letter_or_digit (text, place) || is_rest_of_number (text, place))
    return 0;

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      if (i > 0)
        p += match_separator (p);
      if (count_digits (p, groups[i]) < groups[i])
        return 0;
      strncat (digits, p, groups[i]);
      p += groups[i];
    }

  if (is_letter_or_digit (p) || goes_on_as_number (p) || strspn (digits, (char[]) { digits[0], '\0' }) == 10 ||
      !has_valid_check_digit (digits))
    return 0;

  return p - place;
}

/**
 * mtr_identifier_match_national_insurance:
 * @text: a text
 * @place: a place in it
 *
 * Looks for a National Insurance number: two letters, three pairs of digits, a letter from A to D, with or without
 * spaces. D, F, I, Q, U and V are in no prefix, O is not its second letter, and seven pairs are not given out.
 *
 * Returns: how many bytes it has, or 0
 */
gsize
mtr_identifier_match_national_insurance (const char *text,
                                         const char *place)
{
  static const char *const never[] = { "BG", "GB", "KN", "NK", "NT", "TN", "ZZ" };
  const char *p = place;
  char prefix[3];

  if (!g_ascii_isalpha (place[0]) || !g_ascii_isalpha (place[1]) || follows_letter_or_digit (text, place))
    return 0;

  prefix[0] = g_ascii_toupper (place[0]);
  prefix[1] = g_ascii_toupper (place[1]);
  prefix[2] = '\0';
  if (strpbrk (prefix, "DFIQUV") != NULL || prefix[1] == 'O')
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (never); i++)
    if (g_str_equal (prefix, never[i]))
      return 0;

  p += 2;
  for (int i = 0; i < 3; i++)
    {
      p += match_separator (p);
      if (count_digits (p, 2) < 2)
        return 0;
      p += 2;
    }
  p += match_separator (p);
  if (g_ascii_toupper (*p) < 'A' || g_ascii_toupper (*p) > 'D' || is_letter_or_digit (p + 1))
    return 0;

  return p + 1 - place;
}

static gboolean
is_in_local_part (const char *place)
{
  return (*place != '\0' && strchr ("._%+-'&", *place) != NULL) || is_letter_or_digit (place);
}

/**
 * mtr_identifier_match_email:
 * @text: a text
 * @place: a place in it
 *
 * Looks for an e-mail address, as loosely as people write them; letters may be of any script.
 *
 * Returns: how many bytes it has, or 0
 */
gsize
mtr_identifier_match_email (const char *text,
                            const char *place)
{
  const char *p = place;
  const char *domain, *last_dot = NULL;

  if (!is_letter_or_digit (place) || follows_letter_or_digit (text, place))
    return 0;

  while (p - place <= MAX_LOCAL_PART && is_in_local_part (p))
    p = g_utf8_next_char (p);
  if (*p != '@')
    return 0;

  domain = ++p;
  while (p - domain < MAX_DOMAIN &&
         (is_letter_or_digit (p) || ((*p == '-' || *p == '.') && p > domain && is_letter_or_digit (p + 1))))
    {
      if (*p == '.')
        last_dot = p;
      p = g_utf8_next_char (p);
    }

  /* The last label has two letters or more. */
  if (last_dot == NULL || p - last_dot < 3 || g_ascii_isdigit (last_dot[1]))
    return 0;

  return p - place;
}

/* The country code, with or without the zero in brackets that is not dialled with it. */
static gsize
match_country_code (const char *place)
{
  static const char *const codes[] = { "+44", "(+44)", "0044", "(0044)" };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_str_has_prefix (place, codes[i]))
      {
        gsize n = strlen (codes[i]);

        n += match_separator (place + n);
        if (g_str_has_prefix (place + n, "(0)"))
          {
            n += 3;
            n += match_separator (place + n);
          }
        return n;
      }

  return 0;
}

/**
 * mtr_identifier_match_phone:
 * @text: a text
 * @place: a place in it
 *
 * Looks for a telephone number of the United Kingdom: +44 or 0, then nine or ten digits in groups, the first of which
 * has three digits with its zero. A date, a time, the number of a piece of evidence and the rest of a longer number
 * have other shapes.
 *
 * Returns: how many bytes it has, or 0
 */
gsize
mtr_identifier_match_phone (const char *text,
                            const char *place)
{
  const char *p = place, *first, *end = NULL;
  gboolean bracket = FALSE;
  gsize n_code, n_digits = 0, n_groups = 0;
  char leading = '\0', second = '\0';

  if ((!g_ascii_isdigit (*place) && *place != '+' && *place != '(') || follows_letter_or_digit (text, place) ||
      is_rest_of_number (text, place))
    return 0;
  if (place - text >= 2 && strchr ("-/#", place[-1]) != NULL && follows_letter_or_digit (text, place - 1))
    return 0;

  n_code = match_country_code (place);
  p += n_code;
  if (*p == '(')
    {
      bracket = TRUE;
      p++;
    }
  if (n_code == 0)
    {
      if (*p != '0')
        return 0;
      p++;
    }
  first = p;

  while (n_digits < 10)
    {
      gsize n = count_digits (p, 11);
      gsize n_separator;

      if (n_groups == 0 && n >= 2)
        {
          leading = first[0];
          second = first[1];
        }
      if (n < 2 || n_digits + n > 10)
        break;
      n_digits += n;
      n_groups++;
      p += n;
      end = p;
      if (bracket)
        {
          if (*p != ')')
            return 0;
          bracket = FALSE;
          p++;
        }
      n_separator = match_separator (p);
      if (n_separator == 0 && *p == '.' && n >= 3)
        n_separator = 1;
      if (n_separator == 0 && p == end)
        break;
      p += n_separator;
    }

  if (end == NULL || is_letter_or_digit (end) || goes_on_as_number (end) || strchr ("123578", leading) == NULL)
    return 0;

  /* Some old numbers of small towns and some free ones are a digit shorter; in one group they are some other number. */
  if (n_digits == 10)
    return end - place;
  if (n_digits == 9 && n_groups == 2 && (leading == '1' || (leading == '8' && second == '0')))
    return end - place;

  return 0;
}

/* The letters that a postcode begins with; those of the Channel Islands and the Isle of Man are among them. */
static const char *const postcode_areas[] = {
  "AB", "AL", "B", "BA", "BB", "BD", "BH", "BL", "BN", "BR", "BS", "BT", "CA", "CB", "CF", "CH", "CM", "CO", "CR", "CT",
  "CV", "CW", "DA", "DD", "DE", "DG", "DH", "DL", "DN", "DT", "DY", "E", "EC", "EH", "EN", "EX", "FK", "FY", "G", "GL",
  "GU", "GY", "HA", "HD", "HG", "HP", "HR", "HS", "HU", "HX", "IG", "IM", "IP", "IV", "JE", "KA", "KT", "KW", "KY", "L",
  "LA", "LD", "LE", "LL", "LN", "LS", "LU", "M", "ME", "MK", "ML", "N", "NE", "NG", "NN", "NP", "NR", "NW", "OL", "OX",
  "PA", "PE", "PH", "PL", "PO", "PR", "RG", "RH", "RM", "S", "SA", "SE", "SG", "SK", "SL", "SM", "SN", "SO", "SP", "SR",
  "SS", "ST", "SW", "SY", "TA", "TD", "TF", "TN", "TQ", "TR", "TS", "TW", "UB", "W", "WA", "WC", "WD", "WF", "WN", "WR",
  "WS", "WV", "YO", "ZE", NULL,
};

static gboolean
is_postcode_area (const char *place,
                  gsize       length)
{
  g_autofree char *area = g_ascii_strup (place, (gssize) length);

  return g_strv_contains (postcode_areas, area);
}

static gboolean
is_of_one_case (const char *place,
                gsize       length)
{
  gboolean lower = FALSE, upper = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      lower |= g_ascii_islower (place[i]);
      upper |= g_ascii_isupper (place[i]);
    }

  return !(lower && upper);
}

/**
 * mtr_identifier_match_postcode:
 * @text: a text
 * @place: a place in it
 *
 * Looks for a whole postcode: a known area, a district without a zero before it, with or without a space a digit and
 * two letters other than C, I, K, M, O and V; all capitals or none. "E07" is no district, "2nd" no end.
 *
 * Returns: how many bytes it has, or 0
 */
gsize
mtr_identifier_match_postcode (const char *text,
                               const char *place)
{
  static const char *const ordinals[] = { "st", "nd", "rd", "th" };
  const char *p = place;
  gsize n_area = 0, n_district;

  while (n_area < 3 && g_ascii_isalpha (place[n_area]))
    n_area++;
  if (n_area < 1 || n_area > 2 || !g_ascii_isdigit (place[n_area]) || follows_letter_or_digit (text, place) ||
      !is_postcode_area (place, n_area))
    return 0;

  /* Without a space the last digit before the letters belongs to the second half. */
  p += n_area;
  n_district = count_digits (p, 4);
  if (n_district > 1 && g_ascii_isalpha (p[n_district]) && g_ascii_isalpha (p[n_district + 1]))
    n_district--;
  if (n_district > 2 || (n_district == 2 && *p == '0'))
    return 0;
  p += n_district;
  if (n_district == 1 && g_ascii_isalpha (*p))
    p++;
  p += match_separator (p);

  if (!g_ascii_isdigit (p[0]) || !g_ascii_isalpha (p[1]) || !g_ascii_isalpha (p[2]) || is_letter_or_digit (p + 3) ||
      strchr ("CIKMOV", g_ascii_toupper (p[1])) != NULL || strchr ("CIKMOV", g_ascii_toupper (p[2])) != NULL ||
      !is_of_one_case (place, p + 3 - place))
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (ordinals); i++)
    if (strncmp (p + 1, ordinals[i], 2) == 0)
      return 0;

  return p + 3 - place;
}

/* The English name of a month or the beginning of one. Returns: its bytes, or 0 */
static gsize
match_month (const char *place)
{
  static const char *const months[] = {
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
  };
  gsize n = 0;

  while (n < 10 && g_ascii_isalpha (place[n]))
    n++;
  if (n < 3 || is_letter_or_digit (place + n))
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_ascii_strncasecmp (months[i], place, n) == 0 && n <= strlen (months[i]))
      return n;

  return 0;
}

static gsize
match_gap (const char *place)
{
  gsize n = 0;

  while (n < 3 && strchr (" ,.-", place[n]) != NULL && place[n] != '\0')
    n++;

  return n;
}

static gsize
match_year (const char *place)
{
  gsize n = *place == '\'' ? 1 : 0;
  gsize n_digits = count_digits (place + n, 5);

  return (n_digits == 4 || n_digits == 2) && !is_letter_or_digit (place + n + n_digits) ? n + n_digits : 0;
}

/* "12/3/1944", "12.03.44", "1944-03-12" */
static gsize
match_date_in_figures (const char *place)
{
  gsize n[3] = { 0 };
  int number[3];
  const char *p = place;
  char sign = '\0';
  gboolean year_first;

  for (int i = 0; i < 3; i++)
    {
      if (i > 0)
        {
          if ((*p != '/' && *p != '.' && *p != '-') || (i == 2 && *p != sign))
            return 0;
          sign = *p++;
        }
      n[i] = count_digits (p, 5);
      if (n[i] == 0 || n[i] > 4)
        return 0;
      number[i] = atoi (p);
      p += n[i];
    }

  year_first = n[0] == 4;
  if (n[1] > 2 || n[year_first ? 2 : 0] > 2 || (!year_first && n[2] != 2 && n[2] != 4) || is_letter_or_digit (p) ||
      number[1] < 1 || number[1] > 12 || number[year_first ? 2 : 0] < 1 || number[year_first ? 2 : 0] > 31)
    return 0;

  return p - place;
}

/**
 * mtr_identifier_match_date:
 * @text: a text
 * @place: a place in it
 *
 * Looks for a date in English or in figures: "12/3/1944", "12 March", "12th of March 1944", "March 12, 1944", "March 1944".
 *
 * Returns: how many bytes it has, or 0
 */
gsize
mtr_identifier_match_date (const char *text,
                           const char *place)
{
  static const char *const ordinals[] = { "st", "nd", "rd", "th" };
  const char *p = place;
  gsize n, n_month, n_year;

  if (follows_letter_or_digit (text, place))
    return 0;

  n = g_ascii_isdigit (*place) ? match_date_in_figures (place) : 0;
  if (n > 0)
    return n;

  n = count_digits (p, 3);
  if (n == 1 || n == 2)
    {
      int day = atoi (p);

      p += n;
      for (gsize i = 0; i < G_N_ELEMENTS (ordinals); i++)
        if (g_ascii_strncasecmp (p, ordinals[i], 2) == 0)
          {
            p += 2;
            break;
          }
      p += match_gap (p);
      if (g_ascii_strncasecmp (p, "of ", 3) == 0)
        p += 3;
      n_month = day >= 1 && day <= 31 ? match_month (p) : 0;
      if (n_month == 0)
        return 0;
      p += n_month;
      n_year = match_year (p + match_gap (p));
      if (n_year > 0)
        p += match_gap (p) + n_year;
      return p - place;
    }

  n_month = n == 0 ? match_month (p) : 0;
  if (n_month == 0)
    return 0;
  p += n_month;
  p += match_gap (p);
  n = count_digits (p, 5);
  if (n == 4 && !is_letter_or_digit (p + 4))
    return p + 4 - place;
  if (n != 1 && n != 2)
    return 0;
  p += n;
  for (gsize i = 0; i < G_N_ELEMENTS (ordinals); i++)
    if (g_ascii_strncasecmp (p, ordinals[i], 2) == 0)
      {
        p += 2;
        break;
      }
  if (is_letter_or_digit (p))
    return 0;
  n_year = match_year (p + match_gap (p));
  if (n_year > 0)
    p += match_gap (p) + n_year;

  return p - place;
}
