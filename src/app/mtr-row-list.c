/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of one boxed list, made anew after each change without losing the
 * focus: a row with a key that was there before is used again, and where the
 * row with the focus goes, the next one gets it. Each row has at most one
 * verb; its button does what pressing the row does. On a narrow page the
 * button becomes a chevron.
 *
 * The signal "activated" carries the key of the row.
 */

#include "mtr-row-list.h"

#include "mtr-accessible.h"
#include "mtr-words-layout.h"

struct _MtrRowList {
  GObject              parent_instance;

  AdwPreferencesGroup *group;    /* (not owned): outlives this */
  GPtrArray           *rows;     /* (owned) (element-type GtkWidget): as shown */
  GPtrArray           *next;     /* (owned) (nullable): as they will be shown, between begin and end */
  gboolean             narrow;
};

enum {
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MtrRowList, mtr_row_list, G_TYPE_OBJECT)

static const char *
get_key (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "key");
}

static GtkWidget *
get_part (GtkWidget  *row,
          const char *part)
{
  return g_object_get_data (G_OBJECT (row), part);
}

static void
mtr_row_list_finalize (GObject *object)
{
  MtrRowList *self = MTR_ROW_LIST (object);

  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->next, g_ptr_array_unref);

  G_OBJECT_CLASS (mtr_row_list_parent_class)->finalize (object);
}

static void
mtr_row_list_class_init (MtrRowListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mtr_row_list_finalize;

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", MTR_TYPE_ROW_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mtr_row_list_init (MtrRowList *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * mtr_row_list_new:
 * @group: (transfer none): the group whose rows are kept; must live longer than the list
 *
 * Returns: (transfer full): a list without rows
 */
MtrRowList *
mtr_row_list_new (AdwPreferencesGroup *group)
{
  MtrRowList *self = g_object_new (MTR_TYPE_ROW_LIST, NULL);

  self->group = group;

  return self;
}

/**
 * mtr_row_list_begin:
 * @self: a list
 *
 * Begins to say which rows there are, first to last; mtr_row_list_end() shows them.
 */
void
mtr_row_list_begin (MtrRowList *self)
{
  g_clear_pointer (&self->next, g_ptr_array_unref);
  self->next = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * mtr_row_list_find:
 * @self: a list
 * @key: a key
 *
 * Returns: (transfer none) (nullable): the row with that key
 */
GtkWidget *
mtr_row_list_find (MtrRowList *self,
                   const char *key)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_strcmp0 (get_key (g_ptr_array_index (self->rows, i)), key) == 0)
      return g_ptr_array_index (self->rows, i);

  return NULL;
}

static void
activated_cb (MtrRowList *self,
              GtkWidget  *row)
{
  g_autofree char *key = g_strdup (get_key (row));

  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, key);
}

static void
clicked_cb (GtkWidget *row)
{
  adw_action_row_activate (ADW_ACTION_ROW (row));
}

static GtkWidget *
make_row (MtrRowList *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *word = gtk_label_new (NULL);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *chevron = mtr_accessible_new_picture ("go-next-symbolic");

  mtr_words_layout_adopt (row);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_add_css_class (word, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), word);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chevron);
  g_object_set_data (G_OBJECT (row), "word", word);
  g_object_set_data (G_OBJECT (row), "button", button);
  g_object_set_data (G_OBJECT (row), "chevron", chevron);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), row, G_CONNECT_SWAPPED);

  return row;
}

static void
show_verb (MtrRowList *self,
           GtkWidget  *row)
{
  GtkWidget *button = get_part (row, "button");
  gboolean has_verb;

  if (button == NULL)
    return;

  has_verb = gtk_button_get_label (GTK_BUTTON (button)) != NULL && *gtk_button_get_label (GTK_BUTTON (button)) != '\0';
  gtk_widget_set_visible (button, has_verb && !self->narrow);
  gtk_widget_set_visible (get_part (row, "chevron"),
                          gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)) && (!has_verb || self->narrow));
}

/**
 * mtr_row_list_add:
 * @self: a list, between begin and end
 * @key: what the row is about; unique in the list
 * @title: its title, plain text
 * @subtitle: (nullable): its subtitle, plain text
 * @word: (nullable): one word of state at its end
 * @verb: (nullable): what pressing it does; %NULL for a row that opens a page; "" for a row that does nothing
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
mtr_row_list_add (MtrRowList *self,
                  const char *key,
                  const char *title,
                  const char *subtitle,
                  const char *word,
                  const char *verb)
{
  GtkWidget *row = mtr_row_list_find (self, key);
  g_autofree char *spoken = NULL;

  if (row == NULL)
    {
      row = make_row (self);
      g_object_set_data_full (G_OBJECT (row), "key", g_strdup (key), g_free);
    }

  /* Up to libadwaita 1.2 the subtitle follows use-markup only in part: escape what is not ours. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  gtk_label_set_text (GTK_LABEL (get_part (row, "word")), word != NULL ? word : "");
  gtk_widget_set_visible (get_part (row, "word"), word != NULL && *word != '\0');
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), verb == NULL || *verb != '\0');
  gtk_button_set_label (GTK_BUTTON (get_part (row, "button")), verb != NULL ? verb : "");
  show_verb (self, row);

  spoken = g_strdup_printf ("%s%s%s%s%s%s%s", title, subtitle != NULL && *subtitle != '\0' ? ". " : "",
                            subtitle != NULL ? subtitle : "", word != NULL && *word != '\0' ? ". " : "",
                            word != NULL ? word : "", verb != NULL && *verb != '\0' ? ". " : "",
                            verb != NULL ? verb : "");
  mtr_accessible_set_label (row, spoken);
  g_ptr_array_add (self->next, g_object_ref (row));

  return row;
}

/**
 * mtr_row_list_add_widget:
 * @self: a list, between begin and end
 * @key: what the row is about; unique in the list
 * @row: (transfer floating): a row of another kind; give the one that mtr_row_list_find() found where there is one
 */
void
mtr_row_list_add_widget (MtrRowList *self,
                         const char *key,
                         GtkWidget  *row)
{
  if (get_key (row) == NULL)
    g_object_set_data_full (G_OBJECT (row), "key", g_strdup (key), g_free);
  g_ptr_array_add (self->next, g_object_ref_sink (row));
}

static gboolean
same_order (MtrRowList *self)
{
  if (self->next->len < self->rows->len)
    return FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    if (g_ptr_array_index (self->rows, i) != g_ptr_array_index (self->next, i))
      return FALSE;

  return TRUE;
}

/* The row at a position, else the next one that takes the focus (a line of words takes none), else one before. */
static void
focus_near (MtrRowList *self,
            guint       position)
{
  for (guint i = position; i < self->rows->len; i++)
    if (gtk_widget_grab_focus (g_ptr_array_index (self->rows, i)))
      return;
  for (guint i = MIN (position, self->rows->len); i > 0; i--)
    if (gtk_widget_grab_focus (g_ptr_array_index (self->rows, i - 1)))
      return;
}

/**
 * mtr_row_list_end:
 * @self: a list
 *
 * Shows the rows that were added since mtr_row_list_begin().
 */
void
mtr_row_list_end (MtrRowList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->group));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *focused_row = NULL;
  guint focused_position = 0;
  g_autoptr (GPtrArray) old = NULL;
  guint first_new = 0;

  for (guint i = 0; focus != NULL && i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (focus == row || gtk_widget_is_ancestor (focus, row))
        {
          focused_row = row;
          focused_position = i;
        }
    }

  if (same_order (self))
    first_new = self->rows->len;
  else
    for (guint i = 0; i < self->rows->len; i++)
      adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));

  old = g_steal_pointer (&self->rows);
  self->rows = g_steal_pointer (&self->next);
  for (guint i = first_new; i < self->rows->len; i++)
    adw_preferences_group_add (self->group, g_ptr_array_index (self->rows, i));

  if (focused_row != NULL && first_new == 0 && self->rows->len > 0)
    {
      if (!g_ptr_array_find (self->rows, focused_row, NULL))
        focus_near (self, focused_position);
      /* Focus that was inside the row goes back to where it was. */
      else if (focus != focused_row && gtk_widget_get_root (focus) == root)
        gtk_widget_grab_focus (focus);
      else
        gtk_widget_grab_focus (focused_row);
    }
}

/**
 * mtr_row_list_count:
 * @self: a list
 *
 * Returns: how many rows are shown
 */
guint
mtr_row_list_count (MtrRowList *self)
{
  return self->rows->len;
}

/**
 * mtr_row_list_set_narrow:
 * @self: a list
 * @narrow: whether the page is narrow, so that the verbs become chevrons
 */
void
mtr_row_list_set_narrow (MtrRowList *self,
                         gboolean    narrow)
{
  self->narrow = narrow;
  for (guint i = 0; i < self->rows->len; i++)
    show_verb (self, g_ptr_array_index (self->rows, i));
}
