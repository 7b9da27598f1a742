/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The misspelt words of one text, underlined. What was changed is judged in
 * slices while nothing else is to be done, so that nobody who types waits; the
 * word that is being written is left alone until the cursor leaves it. A mark
 * is a tag: it is neither in the text that is saved nor in what is undone.
 */

#include "mtr-spelling-marks.h"

#include "mtr-spelling-words.h"

/* How much text is looked at in one slice, in characters; and how far back and forth for the end of a word. */
#define SLICE_CHARACTERS 1000
#define MAX_REACH 100
/* Parts of a compound shorter than this are prefixes: "co", "re". */
#define MIN_PART 3

struct _MtrSpellingMarks {
  GObject        parent_instance;

  GtkTextBuffer *buffer;         /* (owned) */
  MtrSpelling   *spelling;       /* (owned) */
  GtkTextTag    *tag;            /* (owned by the buffer) */
  GtkTextMark   *changed_start;  /* (owned by the buffer): what has not been judged yet */
  GtkTextMark   *changed_end;    /* (owned by the buffer) */
  gboolean       changed;        /* there is something between them */
  GtkTextMark   *word_start;     /* (owned by the buffer): the word that is being written */
  GtkTextMark   *word_end;       /* (owned by the buffer) */
  gboolean       in_word;        /* there is one */
  gboolean       shown;
  gboolean       writing;
  guint          slice_source;
};

G_DEFINE_FINAL_TYPE (MtrSpellingMarks, mtr_spelling_marks, G_TYPE_OBJECT)

static gboolean
slice_cb (gpointer user_data)
{
  MtrSpellingMarks *self = MTR_SPELLING_MARKS (user_data);

  mtr_spelling_marks_check_slice (self);
  if (self->changed)
    return G_SOURCE_CONTINUE;

  self->slice_source = 0;

  return G_SOURCE_REMOVE;
}

static void
schedule (MtrSpellingMarks *self)
{
  if (self->shown && self->changed && self->slice_source == 0)
    self->slice_source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE + 10, slice_cb, self, NULL);
}

static void
add_changed (MtrSpellingMarks  *self,
             const GtkTextIter *start,
             const GtkTextIter *end)
{
  GtkTextIter first, last;

  if (mtr_spelling_get_state (self->spelling) != MTR_SPELLING_READY)
    return;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &first, self->changed_start);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &last, self->changed_end);
  if (!self->changed || gtk_text_iter_compare (start, &first) < 0)
    gtk_text_buffer_move_mark (self->buffer, self->changed_start, start);
  if (!self->changed || gtk_text_iter_compare (end, &last) > 0)
    gtk_text_buffer_move_mark (self->buffer, self->changed_end, end);
  self->changed = TRUE;
  schedule (self);
}

static void
reach_back (GtkTextIter *iter)
{
  for (guint i = 0; i < MAX_REACH; i++)
    {
      GtkTextIter before = *iter;

      if (!gtk_text_iter_backward_char (&before) || g_unichar_isspace (gtk_text_iter_get_char (&before)))
        return;
      *iter = before;
    }
}

static void
reach_forth (GtkTextIter *iter)
{
  for (guint i = 0; i < MAX_REACH; i++)
    if (gtk_text_iter_is_end (iter) || g_unichar_isspace (gtk_text_iter_get_char (iter)) ||
        !gtk_text_iter_forward_char (iter))
      return;
}

/* A tag that changes nothing would still have the text laid out again. */
static void
set_marked (MtrSpellingMarks *self,
            guint             start,
            guint             end,
            gboolean          marked)
{
  GtkTextIter first, last, toggle;

  if (start >= end)
    return;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &first, (int) start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &last, (int) end);
  toggle = first;
  gtk_text_iter_forward_to_tag_toggle (&toggle, self->tag);
  if (marked && gtk_text_iter_starts_tag (&first, self->tag) && gtk_text_iter_equal (&toggle, &last))
    return;
  if (gtk_text_iter_has_tag (&first, self->tag) || gtk_text_iter_compare (&toggle, &last) < 0)
    gtk_text_buffer_remove_tag (self->buffer, self->tag, &first, &last);
  if (marked)
    gtk_text_buffer_apply_tag (self->buffer, self->tag, &first, &last);
}

static void
judge_all (MtrSpellingMarks *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  if (mtr_spelling_get_state (self->spelling) == MTR_SPELLING_READY)
    {
      add_changed (self, &start, &end);
      return;
    }

  set_marked (self, 0, (guint) gtk_text_iter_get_offset (&end), FALSE);
  self->changed = FALSE;
  self->in_word = FALSE;
}

/* What is being written is not marked, whatever it was before. */
static void
edited (MtrSpellingMarks *self,
        GtkTextIter       start,
        GtkTextIter       end)
{
  add_changed (self, &start, &end);
  reach_back (&start);
  reach_forth (&end);
  set_marked (self, (guint) gtk_text_iter_get_offset (&start), (guint) gtk_text_iter_get_offset (&end), FALSE);
}

static void
inserted_cb (MtrSpellingMarks *self,
             GtkTextIter      *location,
             const char       *text,
             int               length)
{
  GtkTextIter start = *location;

  gtk_text_iter_backward_chars (&start, (int) g_utf8_strlen (text, length));
  edited (self, start, *location);
}

static void
deleted_cb (MtrSpellingMarks *self,
            GtkTextIter      *start,
            GtkTextIter      *end)
{
  edited (self, *start, *end);
}

static void
leave_word (MtrSpellingMarks *self)
{
  GtkTextIter cursor, start, end;

  if (!self->in_word)
    return;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  gtk_text_buffer_get_iter_at_mark (self->buffer, &start, self->word_start);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &end, self->word_end);
  if (self->writing && gtk_text_iter_compare (&start, &cursor) <= 0 && gtk_text_iter_compare (&cursor, &end) <= 0)
    return;

  self->in_word = FALSE;
  add_changed (self, &start, &end);
}

static char *
dup_part (const char *text,
          guint       start,
          guint       end)
{
  return g_utf8_substring (text, start, end);
}

static gboolean
is_right (MtrSpellingMarks      *self,
          const char            *text,
          const MtrSpellingWord *word)
{
  g_autofree char *written = dup_part (text, word->start, word->end);

  if (word->compound_end - word->compound_start > word->end - word->start)
    {
      g_autofree char *compound = dup_part (text, word->compound_start, word->compound_end);

      if (word->end - word->start < MIN_PART)
        return TRUE;
      /* Most halves are words; only where one is not may the whole be one all the same. */
      return mtr_spelling_is_right (self->spelling, written) || mtr_spelling_is_right (self->spelling, compound);
    }

  return mtr_spelling_is_right (self->spelling, written);
}

/* The word that has the cursor keeps what it has; an apostrophe at its end may be in the middle of it soon. */
static gboolean
is_being_written (MtrSpellingMarks *self,
                  guint             start,
                  guint             end,
                  GtkTextIter      *last)
{
  GtkTextIter cursor;
  guint offset;
  gunichar next;

  if (!self->writing)
    return FALSE;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  offset = (guint) gtk_text_iter_get_offset (&cursor);
  gtk_text_buffer_get_iter_at_offset (self->buffer, last, (int) end);
  next = gtk_text_iter_get_char (last);
  if (offset == end + 1 && (next == '\'' || next == 0x2019))
    *last = cursor;

  return start <= offset && offset <= (guint) gtk_text_iter_get_offset (last);
}

static void
judge_word (MtrSpellingMarks *self,
            guint             start,
            guint             end,
            gboolean          right)
{
  GtkTextIter first, last;

  if (right || !is_being_written (self, start, end, &last))
    {
      set_marked (self, start, end, !right);
      return;
    }

  gtk_text_buffer_get_iter_at_offset (self->buffer, &first, (int) start);
  gtk_text_buffer_move_mark (self->buffer, self->word_start, &first);
  gtk_text_buffer_move_mark (self->buffer, self->word_end, &last);
  self->in_word = TRUE;
}

static void
mtr_spelling_marks_dispose (GObject *object)
{
  MtrSpellingMarks *self = MTR_SPELLING_MARKS (object);

  g_clear_handle_id (&self->slice_source, g_source_remove);
  if (self->buffer != NULL)
    {
      gtk_text_buffer_delete_mark (self->buffer, self->changed_start);
      gtk_text_buffer_delete_mark (self->buffer, self->changed_end);
      gtk_text_buffer_delete_mark (self->buffer, self->word_start);
      gtk_text_buffer_delete_mark (self->buffer, self->word_end);
    }
  g_clear_object (&self->buffer);
  g_clear_object (&self->spelling);

  G_OBJECT_CLASS (mtr_spelling_marks_parent_class)->dispose (object);
}

static void
mtr_spelling_marks_class_init (MtrSpellingMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_spelling_marks_dispose;
}

static void
mtr_spelling_marks_init (MtrSpellingMarks *self)
{
}

/**
 * mtr_spelling_marks_new:
 * @buffer: a text
 * @spelling: what judges its words
 *
 * Returns: (transfer full): the marks in it
 */
MtrSpellingMarks *
mtr_spelling_marks_new (GtkTextBuffer *buffer,
                        MtrSpelling   *spelling)
{
  MtrSpellingMarks *self = g_object_new (MTR_TYPE_SPELLING_MARKS, NULL);
  GtkTextIter start;

  self->buffer = g_object_ref (buffer);
  self->spelling = g_object_ref (spelling);
  self->tag = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_ERROR, NULL);
  gtk_text_buffer_get_start_iter (buffer, &start);
  self->changed_start = gtk_text_buffer_create_mark (buffer, NULL, &start, TRUE);
  self->changed_end = gtk_text_buffer_create_mark (buffer, NULL, &start, FALSE);
  self->word_start = gtk_text_buffer_create_mark (buffer, NULL, &start, TRUE);
  self->word_end = gtk_text_buffer_create_mark (buffer, NULL, &start, FALSE);

  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (inserted_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (buffer, "delete-range", G_CALLBACK (deleted_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (leave_word), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (spelling, "changed", G_CALLBACK (judge_all), self, G_CONNECT_SWAPPED);
  judge_all (self);

  return self;
}

/**
 * mtr_spelling_marks_get_tag:
 * @self: marks
 *
 * Returns: (transfer none): what a misspelt word is tagged with
 */
GtkTextTag *
mtr_spelling_marks_get_tag (MtrSpellingMarks *self)
{
  return self->tag;
}

/**
 * mtr_spelling_marks_set_shown:
 * @self: marks
 * @shown: whether somebody sees the text; one that nobody sees is not judged
 */
void
mtr_spelling_marks_set_shown (MtrSpellingMarks *self,
                              gboolean          shown)
{
  self->shown = shown;
  if (!shown)
    g_clear_handle_id (&self->slice_source, g_source_remove);
  schedule (self);
}

/**
 * mtr_spelling_marks_set_writing:
 * @self: marks
 * @writing: whether somebody writes in the text: its word under the cursor is left alone
 */
void
mtr_spelling_marks_set_writing (MtrSpellingMarks *self,
                                gboolean          writing)
{
  self->writing = writing;
  leave_word (self);
}

/**
 * mtr_spelling_marks_check_slice:
 * @self: marks
 *
 * Judges some of what has not been judged yet. Called by itself while the text is shown and nothing else is to be done.
 *
 * Returns: how many words it was, %MTR_SPELLING_SLICE_WORDS at the most
 */
guint
mtr_spelling_marks_check_slice (MtrSpellingMarks *self)
{
  GtkTextIter start, end, limit, word;
  g_autofree char *text = NULL;
  g_autoptr (GArray) words = NULL;
  guint first, at, n_words;

  if (!self->changed)
    return 0;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &start, self->changed_start);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &limit, self->changed_end);
  reach_back (&start);
  end = start;
  gtk_text_iter_forward_chars (&end, SLICE_CHARACTERS);
  if (gtk_text_iter_compare (&end, &limit) > 0)
    end = limit;
  reach_forth (&end);

  text = gtk_text_iter_get_slice (&start, &end);
  words = mtr_spelling_words_find (text);
  n_words = MIN (words->len, MTR_SPELLING_SLICE_WORDS);
  first = at = (guint) gtk_text_iter_get_offset (&start);
  if (n_words < words->len)
    gtk_text_buffer_get_iter_at_offset (self->buffer, &end,
                                        (int) (first + g_array_index (words, MtrSpellingWord, n_words).start));

  gtk_text_buffer_get_iter_at_mark (self->buffer, &word, self->word_start);
  if (gtk_text_iter_in_range (&word, &start, &end))
    self->in_word = FALSE;
  gtk_text_buffer_move_mark (self->buffer, self->changed_start, &end);
  self->changed = gtk_text_iter_compare (&end, &limit) < 0;

  for (guint i = 0; i < n_words; i++)
    {
      const MtrSpellingWord *found = &g_array_index (words, MtrSpellingWord, i);

      set_marked (self, at, first + found->start, FALSE);
      judge_word (self, first + found->start, first + found->end, is_right (self, text, found));
      at = first + found->end;
    }
  set_marked (self, at, (guint) gtk_text_iter_get_offset (&end), FALSE);

  return n_words;
}

/**
 * mtr_spelling_marks_is_done:
 * @self: marks
 *
 * Returns: whether everything has been judged
 */
gboolean
mtr_spelling_marks_is_done (MtrSpellingMarks *self)
{
  return !self->changed;
}

/**
 * mtr_spelling_marks_get_word:
 * @self: marks
 * @position: a place in the text
 * @start: (out): the start of the marked word there
 * @end: (out): its end
 *
 * Returns: whether there is a marked word at @position, or one that ends there
 */
gboolean
mtr_spelling_marks_get_word (MtrSpellingMarks  *self,
                             const GtkTextIter *position,
                             GtkTextIter       *start,
                             GtkTextIter       *end)
{
  *start = *end = *position;
  if (!gtk_text_iter_has_tag (position, self->tag) && !gtk_text_iter_ends_tag (position, self->tag))
    return FALSE;
  if (!gtk_text_iter_starts_tag (start, self->tag))
    gtk_text_iter_backward_to_tag_toggle (start, self->tag);
  if (!gtk_text_iter_ends_tag (end, self->tag))
    gtk_text_iter_forward_to_tag_toggle (end, self->tag);

  return TRUE;
}

/**
 * mtr_spelling_marks_find_next:
 * @self: marks
 * @from: where to begin
 * @start: (out): the start of the next marked word
 * @end: (out): its end
 *
 * Returns: whether there is one that starts at @from or later
 */
gboolean
mtr_spelling_marks_find_next (MtrSpellingMarks  *self,
                              const GtkTextIter *from,
                              GtkTextIter       *start,
                              GtkTextIter       *end)
{
  *start = *from;
  while (!gtk_text_iter_starts_tag (start, self->tag))
    if (!gtk_text_iter_forward_to_tag_toggle (start, self->tag))
      return FALSE;

  *end = *start;
  gtk_text_iter_forward_to_tag_toggle (end, self->tag);

  return TRUE;
}
