/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the dry run found out about one row: whether it is new, changed, the
 * same or refused, which fields differ, and why it is refused.
 */

#include "mtr-import-row.h"

#include "mtr-import-private.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>

/* How much of a value a line shows, in characters. */
#define EXCERPT 60

static const struct {
  const char *code;
  const char *label;
  const char *icon;
} states[MTR_N_IMPORT_STATES] = {
  [MTR_IMPORT_NEW] = { "new", N_("New"), "list-add-symbolic" },
  [MTR_IMPORT_CHANGED] = { "changed", N_("Changed"), "document-edit-symbolic" },
  [MTR_IMPORT_SAME] = { "same", N_("The same"), "object-select-symbolic" },
  [MTR_IMPORT_REFUSED] = { "refused", N_("Refused"), "dialog-warning-symbolic" },
};

struct _MtrImportRow {
  GObject         parent_instance;

  guint           line;
  MtrImportState  state;
  char           *title;        /* (owned) */
  GPtrArray      *differences;  /* (owned) (nullable) (element-type MtrImportDifference) */
  GPtrArray      *reasons;      /* (owned) (nullable) (element-type utf8) */
  GPtrArray      *notes;        /* (owned) (nullable) (element-type utf8) */
};

G_DEFINE_FINAL_TYPE (MtrImportRow, mtr_import_row, G_TYPE_OBJECT)

static void
free_difference (gpointer data)
{
  MtrImportDifference *difference = data;

  g_free (difference->label);
  g_free (difference->old_value);
  g_free (difference->new_value);
  g_free (difference);
}

static void
mtr_import_row_finalize (GObject *object)
{
  MtrImportRow *self = MTR_IMPORT_ROW (object);

  g_free (self->title);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);

  G_OBJECT_CLASS (mtr_import_row_parent_class)->finalize (object);
}

static void
mtr_import_row_class_init (MtrImportRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mtr_import_row_finalize;
}

static void
mtr_import_row_init (MtrImportRow *self)
{
  self->title = g_strdup ("");
}

/*
 * mtr_import_row_new:
 * @line: where it begins in the file
 *
 * Returns: (transfer full): a row that is new until something else is found out
 */
MtrImportRow *
mtr_import_row_new (guint line)
{
  MtrImportRow *self = g_object_new (MTR_TYPE_IMPORT_ROW, NULL);

  self->line = line;

  return self;
}

/* mtr_import_row_take_title: @title is (transfer full): whom or what it is about */
void
mtr_import_row_take_title (MtrImportRow *self,
                           char         *title)
{
  g_free (self->title);
  self->title = title;
}

/* mtr_import_row_set_state: a refused row stays refused */
void
mtr_import_row_set_state (MtrImportRow   *self,
                          MtrImportState  state)
{
  if (self->state != MTR_IMPORT_REFUSED)
    self->state = state;
}

static void
append (GPtrArray **list,
        char       *sentence)
{
  if (*list == NULL)
    *list = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (*list, sentence);
}

/* mtr_import_row_refuse: @reason is (transfer full): a sentence that says what is wrong and what to do */
void
mtr_import_row_refuse (MtrImportRow *self,
                       char         *reason)
{
  self->state = MTR_IMPORT_REFUSED;
  append (&self->reasons, reason);
}

/* mtr_import_row_note: @note is (transfer full): a sentence about something that is taken in all the same */
void
mtr_import_row_note (MtrImportRow *self,
                     char         *note)
{
  append (&self->notes, note);
}

/* mtr_import_row_differ: the field @label changes from @old_value to @new_value, both (nullable) */
void
mtr_import_row_differ (MtrImportRow *self,
                       const char   *label,
                       const char   *old_value,
                       const char   *new_value)
{
  MtrImportDifference *difference = g_new0 (MtrImportDifference, 1);

  difference->label = g_strdup (label);
  difference->old_value = g_strdup (old_value != NULL ? old_value : "");
  difference->new_value = g_strdup (new_value != NULL ? new_value : "");
  if (self->differences == NULL)
    self->differences = g_ptr_array_new_with_free_func (free_difference);
  g_ptr_array_add (self->differences, difference);
}

/**
 * mtr_import_row_get_line:
 * @self: a row
 *
 * Returns: the line of the file in which it begins, from 1
 */
guint
mtr_import_row_get_line (MtrImportRow *self)
{
  return self->line;
}

/**
 * mtr_import_row_get_state:
 * @self: a row
 *
 * Returns: what would become of it
 */
MtrImportState
mtr_import_row_get_state (MtrImportRow *self)
{
  return self->state;
}

/**
 * mtr_import_row_get_title:
 * @self: a row
 *
 * Returns: (transfer none): whom or what it is about; "" where that is missing
 */
const char *
mtr_import_row_get_title (MtrImportRow *self)
{
  return self->title;
}

/**
 * mtr_import_row_get_differences:
 * @self: a row
 *
 * Returns: (transfer none) (nullable) (element-type MtrImportDifference): what changes in a changed row
 */
GPtrArray *
mtr_import_row_get_differences (MtrImportRow *self)
{
  return self->differences;
}

/**
 * mtr_import_row_get_reasons:
 * @self: a row
 *
 * Returns: (transfer none) (nullable) (element-type utf8): why it is refused, sentences for a person
 */
GPtrArray *
mtr_import_row_get_reasons (MtrImportRow *self)
{
  return self->reasons;
}

/**
 * mtr_import_row_get_notes:
 * @self: a row
 *
 * Returns: (transfer none) (nullable) (element-type utf8): what to know of it, though it is taken in
 */
GPtrArray *
mtr_import_row_get_notes (MtrImportRow *self)
{
  return self->notes;
}

/* mtr_import_row_note_unseen: says so where @name has more in it than can be seen */
void
mtr_import_row_note_unseen (MtrImportRow *self,
                            const char   *name)
{
  g_autofree char *seen = mtr_import_dup_seen (name);

  if (!g_str_equal (seen, name))
    mtr_import_row_note (self, g_strdup (_("The name has characters in it that are not seen. Look whether it is what it "
                                           "seems to be.")));
}

static void
append_sentences (GString   *text,
                  GPtrArray *sentences)
{
  for (guint i = 0; sentences != NULL && i < sentences->len; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", (const char *) g_ptr_array_index (sentences, i));
}

/**
 * mtr_import_row_describe:
 * @self: a row
 *
 * Returns: (transfer full): its reasons, or what changes in it, and its notes, in one line; "" where there is nothing to
 *   say
 */
char *
mtr_import_row_describe (MtrImportRow *self)
{
  GString *text = g_string_new (NULL);

  append_sentences (text, self->reasons);
  for (guint i = 0; self->state == MTR_IMPORT_CHANGED && self->differences != NULL && i < self->differences->len; i++)
    {
      const MtrImportDifference *difference = g_ptr_array_index (self->differences, i);
      g_autofree char *old_value = mtr_text_excerpt (difference->old_value, EXCERPT);
      g_autofree char *new_value = mtr_text_excerpt (difference->new_value, EXCERPT);

      if (text->len > 0)
        g_string_append (text, "; ");
      /* Translators: the name of a field, what it was, and what it becomes: "Team: “North” → “South”" */
      g_string_append_printf (text, _("%1$s: “%2$s” → “%3$s”"), difference->label, old_value, new_value);
    }
  if (self->state == MTR_IMPORT_CHANGED && text->len > 0 && self->notes != NULL)
    g_string_append_c (text, '.');
  append_sentences (text, self->notes);

  return g_string_free (text, FALSE);
}

/**
 * mtr_import_state_get_code:
 * @state: what would become of a row
 *
 * Returns: "new", "changed", "same" or "refused"
 */
const char *
mtr_import_state_get_code (MtrImportState state)
{
  return states[state].code;
}

/**
 * mtr_import_state_get_label:
 * @state: what would become of a row
 *
 * Returns: its word for a person, translated
 */
const char *
mtr_import_state_get_label (MtrImportState state)
{
  return _(states[state].label);
}

/**
 * mtr_import_state_get_icon:
 * @state: what would become of a row
 *
 * Returns: the name of the picture that stands beside the word in a window
 */
const char *
mtr_import_state_get_icon (MtrImportState state)
{
  return states[state].icon;
}
