/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The messages of one language, from the form into which msgfmt brings them.
 * The C library reads the same form, but only in the one language that the
 * whole process has; a document may be in another one than the window.
 */

#include "mtr-catalogue.h"

#include <string.h>

#define MAGIC 0x950412deu
#define HEADER_SIZE 20
#define MAX_PLURALS 16

struct _MtrCatalogue {
  GBytes     *bytes;        /* (owned) */
  const char *data;         /* (unowned): of bytes */
  gsize       size;
  guint32     n_messages;
  guint32     originals;    /* where the table of them is, counted in bytes */
  guint32     translations;
  char       *plural;       /* (owned): which form a number takes, as an expression of C in n */
  guint       n_plurals;
};

static guint32
read_number (MtrCatalogue *self,
             gsize         offset)
{
  guint32 number;

  memcpy (&number, self->data + offset, sizeof number);

  return number;
}

/* The text at a place of one of the two tables; %NULL where the file says what cannot be. */
static const char *
get_text (MtrCatalogue *self,
          guint32       table,
          guint32       place,
          gsize        *length)
{
  guint32 offset = read_number (self, table + 8u * place + 4u);

  *length = read_number (self, table + 8u * place);
  if (offset >= self->size || *length >= self->size - offset || self->data[offset + *length] != '\0')
    return NULL;

  return self->data + offset;
}

/* Messages are sorted by their bytes; a plural stands after the singular that it is found by. */
static const char *
find (MtrCatalogue *self,
      const char   *message,
      gsize        *length)
{
  guint32 low = 0;
  guint32 high = self->n_messages;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      const char *original = get_text (self, self->originals, middle, length);
      int order = original != NULL ? strcmp (message, original) : -1;

      if (order == 0)
        return get_text (self, self->translations, middle, length);
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  return NULL;
}

/* ---- Which form a number takes ------------------------------------------ */

/* An expression of C with n, numbers, parentheses and operators, as "Plural-Forms" has it. */
typedef struct {
  const char *at;
  gulong      n;
  guint       depth;
} Expression;

static gulong evaluate (Expression *expression);

static gboolean
take (Expression *expression,
      const char *token)
{
  expression->at += strspn (expression->at, " \t");
  if (!g_str_has_prefix (expression->at, token))
    return FALSE;
  expression->at += strlen (token);

  return TRUE;
}

static gulong
evaluate_value (Expression *expression)
{
  gulong value = 0;

  /* Nobody nests deeper; a broken file must not use up the stack. */
  if (expression->depth > 50)
    return 0;

  expression->depth++;
  if (take (expression, "!"))
    {
      value = !evaluate_value (expression);
    }
  else if (take (expression, "("))
    {
      value = evaluate (expression);
      take (expression, ")");
    }
  else if (take (expression, "n"))
    {
      value = expression->n;
    }
  else
    {
      char *end;

      value = (gulong) g_ascii_strtoull (expression->at, &end, 10);
      expression->at = end;
    }
  expression->depth--;

  return value;
}

/* From those that bind loosest to those that bind tightest; of two on a level the longer comes first. */
static const char *const operators[][5] = {
  { "||" }, { "&&" }, { "==", "!=" }, { "<=", ">=", "<", ">" }, { "+", "-" }, { "*", "/", "%" },
};

static gulong
operate (const char *operator,
         gulong      left,
         gulong      right)
{
  switch (operator[0])
    {
    case '|': return left || right;
    case '&': return left && right;
    case '=': return left == right;
    case '!': return left != right;
    case '<': return operator[1] == '=' ? left <= right : left < right;
    case '>': return operator[1] == '=' ? left >= right : left > right;
    case '+': return left + right;
    case '-': return left - right;
    case '*': return left * right;
    case '/': return right != 0 ? left / right : 0;
    default: return right != 0 ? left % right : 0;
    }
}

static gulong
evaluate_level (Expression *expression,
                guint       level)
{
  gulong value;
  const char *operator;

  if (level == G_N_ELEMENTS (operators))
    return evaluate_value (expression);

  value = evaluate_level (expression, level + 1);
  do
    {
      operator = NULL;
      for (guint i = 0; i < G_N_ELEMENTS (operators[level]) && operators[level][i] != NULL; i++)
        if (take (expression, operators[level][i]))
          {
            operator = operators[level][i];
            value = operate (operator, value, evaluate_level (expression, level + 1));
            break;
          }
    }
  while (operator != NULL);

  return value;
}

static gulong
evaluate (Expression *expression)
{
  gulong value = evaluate_level (expression, 0);
  gulong yes, no;

  if (!take (expression, "?"))
    return value;

  yes = evaluate (expression);
  take (expression, ":");
  no = evaluate (expression);

  return value ? yes : no;
}

/* The first message, whose original is empty, says of what kind the rest is. */
static void
read_plural_forms (MtrCatalogue *self)
{
  gsize length;
  const char *header = find (self, "", &length);
  const char *forms = header != NULL ? strstr (header, "\nPlural-Forms:") : NULL;
  const char *count = forms != NULL ? strstr (forms, "nplurals=") : NULL;
  const char *plural = forms != NULL ? strstr (forms, "plural=") : NULL;

  self->n_plurals = 2;
  if (count != NULL && plural != NULL)
    {
      /* "nplurals=" ends in "plurals=", not in "plural=", so that what was found is the expression. */
      plural += strlen ("plural=");
      self->n_plurals = (guint) CLAMP (g_ascii_strtoll (count + strlen ("nplurals="), NULL, 10), 1, MAX_PLURALS);
      self->plural = g_strndup (plural, strcspn (plural, ";\n"));
    }
  else
    {
      self->plural = g_strdup ("n != 1");
    }
}

/**
 * mtr_catalogue_choose_plural:
 * @self: a catalogue
 * @number: how many there are
 *
 * Returns: which form the language has for that many, from 0
 */
guint
mtr_catalogue_choose_plural (MtrCatalogue *self,
                             gulong        number)
{
  Expression expression = { .at = self->plural, .n = number };
  gulong form = evaluate (&expression);

  return form < self->n_plurals ? (guint) form : 0;
}

/**
 * mtr_catalogue_new:
 * @bytes: what msgfmt has made on a computer of this byte order
 *
 * Returns: (transfer full) (nullable): the messages; %NULL where it is no catalogue
 */
MtrCatalogue *
mtr_catalogue_new (GBytes *bytes)
{
  g_autoptr (MtrCatalogue) self = g_new0 (MtrCatalogue, 1);

  self->bytes = g_bytes_ref (bytes);
  self->data = g_bytes_get_data (bytes, &self->size);
  if (self->size < HEADER_SIZE || self->size > G_MAXINT32 || read_number (self, 0) != MAGIC)
    return NULL;

  self->n_messages = read_number (self, 8);
  self->originals = read_number (self, 12);
  self->translations = read_number (self, 16);
  if (self->n_messages > self->size / 8 || self->originals > self->size - 8u * self->n_messages ||
      self->translations > self->size - 8u * self->n_messages)
    return NULL;

  read_plural_forms (self);

  return g_steal_pointer (&self);
}

/**
 * mtr_catalogue_free:
 * @self: (transfer full): a catalogue; its texts are gone with it
 */
void
mtr_catalogue_free (MtrCatalogue *self)
{
  g_bytes_unref (self->bytes);
  g_free (self->plural);
  g_free (self);
}

/**
 * mtr_catalogue_look_up:
 * @self: a catalogue
 * @message: a message of the program; after its context and U+0004, where it has one
 *
 * Returns: (transfer none) (nullable): its translation; %NULL where there is none
 */
const char *
mtr_catalogue_look_up (MtrCatalogue *self,
                       const char   *message)
{
  gsize length;
  const char *text = find (self, message, &length);

  return text != NULL && *text != '\0' ? text : NULL;
}

/**
 * mtr_catalogue_look_up_plural:
 * @self: a catalogue
 * @message: the singular of a message that has a plural
 * @number: how many there are
 *
 * Returns: (transfer none) (nullable): the translation for that many; %NULL where there is none
 */
const char *
mtr_catalogue_look_up_plural (MtrCatalogue *self,
                              const char   *message,
                              gulong        number)
{
  gsize length;
  const char *text = find (self, message, &length);
  const char *end = text != NULL ? text + length : NULL;

  for (guint form = mtr_catalogue_choose_plural (self, number); text != NULL && form > 0; form--)
    {
      text += strlen (text) + 1;
      /* A form that is not there; get_text() has made sure of the zero at the end. */
      if (text > end)
        return NULL;
    }

  return text != NULL && *text != '\0' ? text : NULL;
}
