/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Spelling in a text view: what its menu offers for a marked word, the key
 * that goes to the next one, and the colour of the line under it. The menu is
 * made anew each time it is asked for, by key or by mouse, since looking for
 * what may have been meant takes a moment.
 */

#include "mtr-spelling-text.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define MAX_SUGGESTIONS 5
/* What is kept free above and below a word that is gone to, in pixels. */
#define MARGIN 48
/* How often, in milliseconds, and how many times it is looked again for a word in texts that are still being judged. */
#define LOOK_AGAIN 50
#define MAX_LOOKS 60

struct _MtrSpellingText {
  GObject             parent_instance;

  GtkTextView        *view;       /* owns this */
  MtrProgramme       *programme;  /* (owned) */
  MtrSpelling        *spelling;   /* (owned) */
  MtrSpellingMarks   *marks;      /* (owned) */
  GtkEventController *focus;      /* owned by the view */
};

G_DEFINE_FINAL_TYPE (MtrSpellingText, mtr_spelling_text, G_TYPE_OBJECT)

static MtrSpellingText *
get_attached (GtkWidget *view)
{
  return g_object_get_data (G_OBJECT (view), "spelling-text");
}

static gboolean
get_word (MtrSpellingText *self,
          GtkTextIter     *start,
          GtkTextIter     *end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter first, last;

  gtk_text_buffer_get_selection_bounds (buffer, &first, &last);

  return mtr_spelling_marks_get_word (self->marks, &first, start, end) && gtk_text_iter_compare (&last, end) <= 0;
}

static char *
dup_word (MtrSpellingText *self)
{
  GtkTextIter start, end;

  return get_word (self, &start, &end) ? gtk_text_iter_get_text (&start, &end) : NULL;
}

static void
append_item (GMenu      *menu,
             const char *label,
             const char *action,
             const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *escaped = target != NULL ? g_strjoinv ("__", parts) : g_strdup (label);

  g_menu_item_set_label (item, escaped);
  if (target != NULL)
    g_menu_item_set_action_and_target (item, action, "s", target);
  else
    g_menu_item_set_detailed_action (item, action);
  g_menu_append_item (menu, item);
}

static void
append_section (GMenu *menu,
                GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_word (MtrSpellingText *self,
             GMenu           *menu,
             const char      *word)
{
  g_autoptr (GMenu) corrections = g_menu_new ();
  g_autoptr (GMenu) verbs = g_menu_new ();
  g_auto (GStrv) suggestions = mtr_spelling_suggest (self->spelling, word, MAX_SUGGESTIONS);

  for (char **suggestion = suggestions; *suggestion != NULL; suggestion++)
    append_item (corrections, *suggestion, "spelling.correct", *suggestion);
  if (*suggestions == NULL)
    append_item (corrections, _("No Suggestions"), "spelling.explain", NULL);
  append_section (menu, corrections);

  append_item (verbs, _("Add to This File’s _Words"), "spelling.add", NULL);
  append_item (verbs, _("_Ignore in This Sitting"), "spelling.ignore", NULL);
  append_section (menu, verbs);
}

static void
append_preferences (MtrSpellingText *self,
                    GMenu           *menu)
{
  const char * const *languages = mtr_spelling_get_languages (self->spelling);
  const char *wanted = mtr_spelling_get_language (self->spelling);
  g_autoptr (GMenu) section = g_menu_new ();

  if (mtr_spelling_get_state (self->spelling) == MTR_SPELLING_MISSING)
    {
      /* Translators: in a menu; %s is a language, such as "British English". */
      g_autofree char *label = g_strdup_printf (_("No Dictionary for %s…"), mtr_spelling_get_language_title (wanted));

      append_item (section, label, "spelling.explain", NULL);
    }
  append_item (section, _("_Next Misspelt Word"), "spelling.next", NULL);
  append_item (section, _("_Mark Misspelt Words"), "spelling.mark-spelling", NULL);
  if (languages != NULL && languages[0] != NULL)
    {
      g_autoptr (GMenu) choices = g_menu_new ();

      for (gsize i = 0; languages[i] != NULL; i++)
        append_item (choices, mtr_spelling_get_language_title (languages[i]), "spelling.spelling-language",
                     languages[i]);
      g_menu_append_submenu (section, _("_Language of the Spelling"), G_MENU_MODEL (choices));
    }
  append_section (menu, section);
}

/* GTK makes the popover when it shows it, and gives it no name. */
static gboolean
name_menu_cb (gpointer user_data)
{
  GtkWidget *view = GTK_WIDGET (user_data);

  for (GtkWidget *child = gtk_widget_get_first_child (view); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER_MENU (child))
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The menu of the text"),
                                      -1);

  return G_SOURCE_REMOVE;
}

static void
make_menu (MtrSpellingText *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *word = dup_word (self);

  if (word != NULL)
    append_word (self, menu, word);
  append_preferences (self, menu);
  gtk_text_view_set_extra_menu (self->view, G_MENU_MODEL (menu));
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, name_menu_cb, g_object_ref (self->view), g_object_unref);
}

static void
correct_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  MtrSpellingText *self = MTR_SPELLING_TEXT (user_data);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  if (!get_word (self, &start, &end))
    return;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, g_variant_get_string (parameter, NULL), -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_buffer_place_cursor (buffer, &start);
}

static void
add_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  MtrSpellingText *self = MTR_SPELLING_TEXT (user_data);
  g_autofree char *word = dup_word (self);

  if (word != NULL)
    mtr_spelling_add (self->spelling, word);
}

static void
ignore_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  MtrSpellingText *self = MTR_SPELLING_TEXT (user_data);
  g_autofree char *word = dup_word (self);

  if (word != NULL)
    mtr_spelling_ignore (self->spelling, word);
}

static void
next_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  MtrSpellingText *self = MTR_SPELLING_TEXT (user_data);

  mtr_spelling_text_go_to_next (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self->view))), self->programme);
}

static char *
dup_missing (MtrSpelling *spelling)
{
  /* Translators: %s is a language, such as "British English". */
  return g_strdup_printf (_("There is no spelling dictionary for %s on this computer, so no word is marked."),
                          mtr_spelling_get_language_title (mtr_spelling_get_language (spelling)));
}

static void
explain_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  MtrSpellingText *self = MTR_SPELLING_TEXT (user_data);
  g_autofree char *words = NULL;

  if (mtr_spelling_get_state (self->spelling) == MTR_SPELLING_MISSING)
    words = dup_missing (self->spelling);
  else
    words = g_strdup (_("The dictionary knows no word like this one. It can be added to this file’s words."));
  mtr_programme_announce (self->programme, words);
}

static const GActionEntry actions[] = {
  { "correct", correct_cb, "s", NULL, NULL, { 0 } },
  { "add", add_cb, NULL, NULL, NULL, { 0 } },
  { "ignore", ignore_cb, NULL, NULL, NULL, { 0 } },
  { "next", next_cb, NULL, NULL, NULL, { 0 } },
  { "explain", explain_cb, NULL, NULL, NULL, { 0 } },
};

static gboolean
key_pressed_cb (MtrSpellingText *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (keyval == GDK_KEY_F7 && modifiers == 0)
    {
      next_cb (NULL, NULL, self);
      return GDK_EVENT_STOP;
    }
  if ((keyval == GDK_KEY_Menu && modifiers == 0) || (keyval == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK))
    make_menu (self);

  return GDK_EVENT_PROPAGATE;
}

/* The menu is about the word under the pointer; where that is in what is selected, the selection stays. */
static void
pressed_cb (MtrSpellingText *self,
            int              n_press,
            double           x,
            double           y)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter pointed, start, end;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  if (gtk_text_view_get_iter_at_location (self->view, &pointed, buffer_x, buffer_y) &&
      !(gtk_text_buffer_get_selection_bounds (buffer, &start, &end) &&
        gtk_text_iter_compare (&start, &pointed) <= 0 && gtk_text_iter_compare (&pointed, &end) <= 0))
    gtk_text_buffer_place_cursor (buffer, &pointed);
  make_menu (self);
}

static void
mapped_cb (MtrSpellingText *self)
{
  mtr_spelling_marks_set_shown (self->marks, gtk_widget_get_mapped (GTK_WIDGET (self->view)));
}

static void
focus_cb (MtrSpellingText *self)
{
  mtr_spelling_marks_set_writing (self->marks,
                                  gtk_event_controller_focus_is_focus (GTK_EVENT_CONTROLLER_FOCUS (self->focus)));
}

/* The colour of errors in the scheme of colours that is shown; it is a line first of all, and a colour after that. */
static void
update_colour (MtrSpellingText *self)
{
  GdkRGBA colour;

  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self->view)), "error_color", &colour))
    g_object_set (mtr_spelling_marks_get_tag (self->marks), "underline-rgba", &colour, NULL);
}

static void
mtr_spelling_text_finalize (GObject *object)
{
  MtrSpellingText *self = MTR_SPELLING_TEXT (object);

  g_clear_object (&self->marks);
  g_clear_object (&self->spelling);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (mtr_spelling_text_parent_class)->finalize (object);
}

static void
mtr_spelling_text_class_init (MtrSpellingTextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mtr_spelling_text_finalize;
}

static void
mtr_spelling_text_init (MtrSpellingText *self)
{
}

static void
add_actions (MtrSpellingText *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GSettings *settings = mtr_spelling_get_settings (self->spelling);
  g_autoptr (GAction) mark = g_settings_create_action (settings, "mark-spelling");
  g_autoptr (GAction) language = g_settings_create_action (settings, "spelling-language");

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  g_action_map_add_action (G_ACTION_MAP (group), mark);
  g_action_map_add_action (G_ACTION_MAP (group), language);
  gtk_widget_insert_action_group (GTK_WIDGET (self->view), "spelling", G_ACTION_GROUP (group));
}

static void
add_controllers (MtrSpellingText *self)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  /* Before the text view, which opens the menu, and to which F7 means something else. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, keys);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (click));

  self->focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (self->focus, "notify::is-focus", G_CALLBACK (focus_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, self->focus);
}

/**
 * mtr_spelling_text_attach:
 * @view: a long text
 * @programme: the programme that it is written in
 *
 * Has misspelt words marked in it, now and while somebody writes. A second time it does nothing; neither does it where
 * nothing can be written.
 */
void
mtr_spelling_text_attach (GtkTextView  *view,
                          MtrProgramme *programme)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  MtrSpellingText *self;

  if (get_attached (GTK_WIDGET (view)) != NULL || mtr_programme_is_read_only (programme))
    return;

  self = g_object_new (MTR_TYPE_SPELLING_TEXT, NULL);
  self->view = view;
  self->programme = g_object_ref (programme);
  self->spelling = g_object_ref (mtr_spelling_get (programme));
  self->marks = mtr_spelling_marks_new (gtk_text_view_get_buffer (view), self->spelling);
  g_object_set_data_full (G_OBJECT (view), "spelling-text", self, g_object_unref);

  add_actions (self);
  add_controllers (self);
  g_signal_connect_object (view, "map", G_CALLBACK (mapped_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (view, "unmap", G_CALLBACK (mapped_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update_colour), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (update_colour), self, G_CONNECT_SWAPPED);
  update_colour (self);
  mapped_cb (self);
}

/**
 * mtr_spelling_text_get_marks:
 * @view: a long text
 *
 * Returns: (transfer none) (nullable): the marks in it; %NULL where none was attached
 */
MtrSpellingMarks *
mtr_spelling_text_get_marks (GtkTextView *view)
{
  MtrSpellingText *self = get_attached (GTK_WIDGET (view));

  return self != NULL ? self->marks : NULL;
}

static void
collect_texts (GtkWidget *widget,
               GPtrArray *texts)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_get_mapped (child))
        continue;
      if (GTK_IS_TEXT_VIEW (child) && get_attached (child) != NULL)
        g_ptr_array_add (texts, get_attached (child));
      else
        collect_texts (child, texts);
    }
}

/* A text grows with what is written, so it is the page around it that scrolls. */
static void
scroll_to (MtrSpellingText   *self,
           const GtkTextIter *iter)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (self->view), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  GdkRectangle place;
  double x, y;
  int window_x, window_y;

  gtk_text_view_get_iter_location (self->view, iter, &place);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &window_x, &window_y);
  if (scrolled == NULL ||
      !gtk_widget_translate_coordinates (GTK_WIDGET (self->view), scrolled, window_x, window_y, &x, &y))
    return;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  y += gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, y - MARGIN, y + place.height + MARGIN);
}

static gboolean
go_to_word (MtrSpellingText   *self,
            const GtkTextIter *from)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;
  g_autofree char *word = NULL;
  g_autofree char *words = NULL;

  if (!mtr_spelling_marks_find_next (self->marks, from, &start, &end))
    return FALSE;

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  gtk_text_buffer_select_range (buffer, &end, &start);
  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  scroll_to (self, &start);
  word = gtk_text_iter_get_text (&start, &end);
  /* Translators: %s is a word; Shift+F10 opens the menu of a text. */
  words = g_strdup_printf (_("“%s” may be misspelt. Shift+F10: what else it could be"), word);
  mtr_programme_announce (self->programme, words);

  return TRUE;
}

/* Where to go on from: from the word that has the cursor, or after it where it is what was gone to before. */
static void
get_place (MtrSpellingText *self,
           GtkTextIter     *place)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end, last;
  gboolean selected = gtk_text_buffer_get_selection_bounds (buffer, &start, &last);

  *place = last;
  if (!selected && mtr_spelling_marks_get_word (self->marks, &start, &start, &end))
    *place = start;
}

typedef struct {
  GtkWidget    *root;       /* (nullable): weak */
  MtrProgramme *programme;  /* (owned) */
  guint         n_looks;
} Search;

static void
search_free (Search *search)
{
  g_clear_weak_pointer (&search->root);
  g_object_unref (search->programme);
  g_free (search);
}

static gboolean
go_on (GPtrArray *texts)
{
  guint current = 0;
  GtkTextIter place;

  if (texts->len == 0)
    return FALSE;

  for (guint i = 0; i < texts->len; i++)
    if (gtk_widget_has_focus (GTK_WIDGET (((MtrSpellingText *) g_ptr_array_index (texts, i))->view)))
      current = i;
  get_place (g_ptr_array_index (texts, current), &place);
  if (go_to_word (g_ptr_array_index (texts, current), &place))
    return TRUE;
  for (guint i = 1; i <= texts->len; i++)
    {
      MtrSpellingText *self = g_ptr_array_index (texts, (current + i) % texts->len);

      gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (self->view), &place);
      if (go_to_word (self, &place))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_all_judged (GPtrArray   *texts,
               MtrSpelling *spelling)
{
  if (mtr_spelling_get_state (spelling) == MTR_SPELLING_OPENING)
    return texts->len == 0;
  for (guint i = 0; i < texts->len; i++)
    if (!mtr_spelling_marks_is_done (((MtrSpellingText *) g_ptr_array_index (texts, i))->marks))
      return FALSE;

  return TRUE;
}

static void
say_none (MtrProgramme *programme)
{
  MtrSpelling *spelling = mtr_spelling_get (programme);
  g_autofree char *missing = NULL;

  switch (mtr_spelling_get_state (spelling))
    {
    case MTR_SPELLING_OFF:
      mtr_programme_announce (programme, _("Misspelt words are not marked: that is switched off in the menu."));
      break;
    case MTR_SPELLING_MISSING:
      missing = dup_missing (spelling);
      mtr_programme_announce (programme, missing);
      break;
    case MTR_SPELLING_OPENING:
    case MTR_SPELLING_READY:
    default:
      mtr_programme_announce (programme, _("No word here is marked as misspelt."));
    }
}

/* Whoever asks right after a page has opened gets the answer when there is one. */
static gboolean
look_cb (gpointer user_data)
{
  Search *search = user_data;
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  if (search->root == NULL)
    return G_SOURCE_REMOVE;

  collect_texts (search->root, texts);
  if (go_on (texts))
    return G_SOURCE_REMOVE;
  if (!is_all_judged (texts, mtr_spelling_get (search->programme)) && search->n_looks++ < MAX_LOOKS)
    return G_SOURCE_CONTINUE;

  say_none (search->programme);

  return G_SOURCE_REMOVE;
}

/**
 * mtr_spelling_text_go_to_next:
 * @root: a window, or a part of one
 * @programme: what is open in it
 *
 * Selects the next marked word, in the order of reading, from the cursor on and round again from the top; says so, or
 * that there is none.
 */
void
mtr_spelling_text_go_to_next (GtkWidget    *root,
                              MtrProgramme *programme)
{
  Search *search = g_new0 (Search, 1);

  g_set_weak_pointer (&search->root, root);
  search->programme = g_object_ref (programme);
  if (look_cb (search) == G_SOURCE_CONTINUE)
    g_timeout_add_full (G_PRIORITY_DEFAULT, LOOK_AGAIN, look_cb, search, (GDestroyNotify) search_free);
  else
    search_free (search);
}
