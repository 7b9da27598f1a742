/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One field of a record to write in: its title, what to write, the box, what
 * is wrong, and how many words there are. The type of the field decides which
 * box: an entry, a text that grows, a date that is typed, a choice, a person.
 * Who reads it is said in the description of the box, so that it is heard
 * before anything is typed.
 */

#include "mtr-field-row.h"

#include "mtr-accessible.h"
#include "mtr-date.h"
#include "mtr-growing-text.h"
#include "mtr-page-parts.h"
#include "mtr-spelling-text.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>

#define NOTHING_CODE "none"   /* what a pack calls the choice of nothing */

struct _MtrFieldRow {
  AdwPreferencesRow    parent_instance;

  MtrRecordController *controller;  /* (owned) (nullable) */
  MtrField             field;
  GPtrArray           *codes;       /* (owned) (nullable) (element-type utf8): of a choice, "" first where empty */
  GArray              *ids;         /* (owned) (nullable) (element-type gint64): of people, or figures; 0 first */
  gboolean             has_figures; /* the first of them stands for nothing chosen */
  char                *readers;     /* (owned) (nullable): who reads this, a sentence */
  char                *cleaned;     /* (owned) (nullable): what was taken out of what was pasted */
  char                *refusal;     /* (owned) (nullable): said by mtr_field_row_refuse() */
  int                  words;
  gboolean             updating;    /* the box is being filled by the program */

  GtkLabel            *title_label;
  GtkLabel            *prompt_label;
  GtkLabel            *problem_label;
  GtkLabel            *words_label;
  AdwBin              *editor_bin;
  GtkWidget           *editor;      /* entry, text view or drop-down */
};

G_DEFINE_FINAL_TYPE (MtrFieldRow, mtr_field_row, ADW_TYPE_PREFERENCES_ROW)

static MtrFieldType
get_type_of (MtrFieldRow *self)
{
  return mtr_field_get_info (self->field)->type;
}

static char *
get_shown_value (MtrFieldRow *self)
{
  MtrRecord *record = mtr_record_controller_get_record (self->controller);
  const char *typed = mtr_record_controller_get_typed (self->controller, self->field);
  GDate date;

  if (typed != NULL)
    return g_strdup (typed);
  if (!mtr_record_is_set (record, self->field))
    return g_strdup ("");
  if (get_type_of (self) == MTR_TYPE_DATE && mtr_record_get_date (record, self->field, &date))
    return mtr_date_format (&date, MTR_DATE_STYLE_FULL);
  if (mtr_field_is_number (self->field))
    return g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_number (record, self->field));

  return g_strdup (mtr_record_get_text (record, self->field));
}

static void
update_description (MtrFieldRow *self)
{
  g_autoptr (GString) description = g_string_new (NULL);
  const char *parts[] = { gtk_label_get_text (self->problem_label), gtk_label_get_text (self->prompt_label),
                          self->readers };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (description, "%s%s", description->len > 0 ? " " : "", parts[i]);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (self->title_label),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description->str,
                                  -1);
}

static void
update_problem (MtrFieldRow *self)
{
  gboolean warning = FALSE;
  const char *problem = NULL;

  if (self->controller != NULL)
    problem = mtr_record_controller_get_problem (self->controller, self->field, &warning);
  if (problem == NULL && self->refusal != NULL)
    problem = self->refusal;
  if (problem == NULL && self->cleaned != NULL)
    {
      problem = self->cleaned;
      warning = TRUE;
    }

  /* The label is always there and its text changes: only that is spoken. */
  mtr_accessible_say (self->problem_label, problem);
  if (problem != NULL && !warning)
    gtk_widget_add_css_class (GTK_WIDGET (self), "refused");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "refused");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->editor),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL && !warning ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  update_description (self);
}

static void
update_words (MtrFieldRow *self)
{
  g_autofree char *sentence = NULL;
  g_autofree char *text = NULL;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (!GTK_IS_TEXT_VIEW (self->editor))
    return;

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  sentence = mtr_text_describe_words (mtr_text_count_words (text), (guint) self->words);
  gtk_label_set_text (self->words_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->words_label), TRUE);
}

static void
show_text_value (MtrFieldRow *self,
                 const char  *value)
{
  if (GTK_IS_TEXT_VIEW (self->editor))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));
      GtkTextIter start, end;
      g_autofree char *shown = NULL;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      shown = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
      if (!g_str_equal (shown, value))
        gtk_text_buffer_set_text (buffer, value, -1);
      update_words (self);
    }
  else
    {
      mtr_page_parts_show_text (GTK_EDITABLE (self->editor), value);
    }
}

static void
show_value (MtrFieldRow *self)
{
  MtrRecord *record;

  if (self->controller == NULL)
    return;

  record = mtr_record_controller_get_record (self->controller);
  self->updating = TRUE;
  if (GTK_IS_DROP_DOWN (self->editor))
    {
      guint selected = 0;

      if (self->ids != NULL)
        {
          for (guint i = self->has_figures && mtr_record_is_set (record, self->field) ? 1 : 0; i < self->ids->len; i++)
            if (g_array_index (self->ids, gint64, i) == mtr_record_get_number (record, self->field))
              {
                selected = i;
                break;
              }
        }
      else if (get_type_of (self) == MTR_TYPE_BOOLEAN)
        {
          selected = !mtr_record_is_set (record, self->field) ? 0 : 1 + (mtr_record_get_number (record, self->field) == 0);
        }
      else
        {
          for (guint i = 0; i < self->codes->len; i++)
            if (mtr_record_text_is (record, self->field, g_ptr_array_index (self->codes, i)))
              selected = i;
        }
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->editor), selected);
    }
  else
    {
      g_autofree char *value = get_shown_value (self);

      show_text_value (self, value);
    }
  self->updating = FALSE;
  update_problem (self);
}

static gboolean
has_cursor (MtrFieldRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == self->editor || gtk_widget_is_ancestor (focus, self->editor));
}

static void
value_changed_cb (MtrFieldRow *self,
                  int          field)
{
  if (field != (int) self->field || self->updating)
    return;

  /* While somebody types a date it is not rewritten under the fingers. */
  if (has_cursor (self) && get_type_of (self) != MTR_TYPE_LONG && GTK_IS_EDITABLE (self->editor))
    return;

  show_value (self);
}

static void
problem_changed_cb (MtrFieldRow *self,
                    int          field)
{
  if (field == (int) self->field)
    update_problem (self);
}

static void
cleaned_cb (MtrFieldRow *self,
            int          field,
            const char  *sentence)
{
  if (field != (int) self->field)
    return;

  g_free (self->cleaned);
  self->cleaned = g_strdup (sentence);
  update_problem (self);
}

static void
take_text (MtrFieldRow *self,
           const char  *text)
{
  if (self->updating || self->controller == NULL)
    return;

  g_clear_pointer (&self->cleaned, g_free);
  g_clear_pointer (&self->refusal, g_free);
  self->updating = TRUE;
  mtr_record_controller_type (self->controller, self->field, text);
  self->updating = FALSE;
  update_problem (self);
}

static void
entry_changed_cb (MtrFieldRow *self)
{
  take_text (self, gtk_editable_get_text (GTK_EDITABLE (self->editor)));
}

static void
buffer_changed_cb (MtrFieldRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  take_text (self, text);
  update_words (self);
}

static void
selected_cb (MtrFieldRow *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->editor));

  if (self->updating || self->controller == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  g_clear_pointer (&self->refusal, g_free);
  if (self->has_figures && selected == 0)
    mtr_record_controller_clear (self->controller, self->field);
  else if (self->ids != NULL)
    mtr_record_controller_set_number (self->controller, self->field, g_array_index (self->ids, gint64, selected));
  else if (get_type_of (self) == MTR_TYPE_BOOLEAN && selected == 0)
    mtr_record_controller_clear (self->controller, self->field);
  else if (get_type_of (self) == MTR_TYPE_BOOLEAN)
    mtr_record_controller_set_number (self->controller, self->field, selected == 1 ? 1 : 0);
  else
    mtr_record_controller_type (self->controller, self->field, g_ptr_array_index (self->codes, selected));
  update_problem (self);
}

static void
focus_left_cb (MtrFieldRow *self)
{
  if (self->controller == NULL)
    return;

  mtr_record_controller_leave (self->controller, self->field);
  /* A date rewrites itself in full when it is left. */
  if (mtr_record_controller_get_typed (self->controller, self->field) == NULL)
    show_value (self);
}

static void
calendar_selected_cb (MtrFieldRow *self,
                      GtkCalendar *calendar)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (calendar);
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%d");
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (calendar), GTK_TYPE_POPOVER);

  take_text (self, text);
  show_value (self);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
calendar_shown_cb (MtrFieldRow *self,
                   GtkPopover  *popover)
{
  GtkCalendar *calendar = GTK_CALENDAR (gtk_popover_get_child (popover));
  MtrRecord *record = mtr_record_controller_get_record (self->controller);
  g_autoptr (GDateTime) shown = NULL;
  GDate date;

  if (!mtr_record_get_date (record, self->field, &date))
    return;

  shown = g_date_time_new_local (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 12, 0, 0);
  g_signal_handlers_block_by_func (calendar, calendar_selected_cb, self);
  gtk_calendar_select_day (calendar, shown);
  g_signal_handlers_unblock_by_func (calendar, calendar_selected_cb, self);
}

/* A date is typed; the calendar is a convenience. */
static GtkWidget *
make_date_editor (MtrFieldRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = gtk_calendar_new ();

  self->editor = gtk_entry_new ();
  gtk_widget_set_hexpand (self->editor, TRUE);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (button, _("Choose from a calendar"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose from a calendar"),
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_accessible_update_property (GTK_ACCESSIBLE (calendar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Calendar"), -1);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (calendar_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "show", G_CALLBACK (calendar_shown_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->editor);
  gtk_box_append (GTK_BOX (box), button);

  return box;
}

static GtkWidget *
make_text_view (MtrFieldRow *self)
{
  self->editor = gtk_text_view_new ();
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->editor), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->editor), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->editor), 8);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->editor), 8);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->editor), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->editor), 8);
  gtk_widget_add_css_class (self->editor, "long-text");
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor)), "changed",
                           G_CALLBACK (buffer_changed_cb), self, G_CONNECT_SWAPPED);
  mtr_growing_text_adopt (GTK_TEXT_VIEW (self->editor));

  return self->editor;
}

static GtkWidget *
make_drop_down (MtrFieldRow        *self,
                const char * const *titles)
{
  self->editor = gtk_drop_down_new_from_strings (titles);
  g_signal_connect_object (self->editor, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);

  return self->editor;
}

static GtkWidget *
make_editor (MtrFieldRow *self)
{
  const char *tri_state[] = { _("Not known"), _("Yes"), _("No"), NULL };

  switch (get_type_of (self))
    {
    case MTR_TYPE_LONG:
      return make_text_view (self);

    case MTR_TYPE_DATE:
      return make_date_editor (self);

    case MTR_TYPE_BOOLEAN:
      return make_drop_down (self, tri_state);

    case MTR_TYPE_TEXT:
    case MTR_TYPE_TIME:
    case MTR_TYPE_MOMENT:
    case MTR_TYPE_INTEGER:
    case MTR_TYPE_CODE:
    case MTR_TYPE_CODES:
    case MTR_TYPE_REF:
    default:
      self->editor = gtk_entry_new ();
      return self->editor;
    }
}

static void
connect_editor (MtrFieldRow *self,
                GtkWidget   *child)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->editor, focus);
  if (GTK_IS_EDITABLE (self->editor))
    g_signal_connect_object (self->editor, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->editor_bin, child);
}

static void
mtr_field_row_dispose (GObject *object)
{
  MtrFieldRow *self = MTR_FIELD_ROW (object);

  mtr_field_row_set_controller (self, NULL);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->readers, g_free);
  g_clear_pointer (&self->cleaned, g_free);
  g_clear_pointer (&self->refusal, g_free);

  G_OBJECT_CLASS (mtr_field_row_parent_class)->dispose (object);
}

static gboolean
mtr_field_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MTR_FIELD_ROW (widget)->editor);
}

static void
mtr_field_row_class_init (MtrFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_field_row_dispose;
  widget_class->grab_focus = mtr_field_row_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MtrFieldRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, MtrFieldRow, prompt_label);
  gtk_widget_class_bind_template_child (widget_class, MtrFieldRow, problem_label);
  gtk_widget_class_bind_template_child (widget_class, MtrFieldRow, words_label);
  gtk_widget_class_bind_template_child (widget_class, MtrFieldRow, editor_bin);
}

static void
mtr_field_row_init (MtrFieldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* A label that has said nothing yet would be called by the name of its class. */
  mtr_accessible_set_label (GTK_WIDGET (self->problem_label), "");
}

static GtkWidget *
finish_row (MtrFieldRow         *self,
            GtkWidget           *child,
            MtrRecordController *controller)
{
  connect_editor (self, child);
  mtr_field_row_set_title (self, mtr_field_get_label (self->field));
  mtr_field_row_set_controller (self, controller);

  return GTK_WIDGET (self);
}

/**
 * mtr_field_row_new:
 * @controller: the controller of the record
 * @field: which field; its type decides the box
 *
 * Returns: (transfer floating): a row for a boxed list
 */
GtkWidget *
mtr_field_row_new (MtrRecordController *controller,
                   MtrField             field)
{
  MtrFieldRow *self = g_object_new (MTR_TYPE_FIELD_ROW, NULL);

  self->field = field;

  return finish_row (self, make_editor (self), controller);
}

/**
 * mtr_field_row_new_choice:
 * @controller: the controller of the record
 * @field: a field that holds a code
 * @words: (element-type MtrWord): what can be chosen; the codes are copied
 *
 * Returns: (transfer floating): a row with a drop-down; its first choice is "Not chosen" unless the field is required;
 *   where @words have "none", it is called by its title
 */
GtkWidget *
mtr_field_row_new_choice (MtrRecordController *controller,
                          MtrField             field,
                          GPtrArray           *words)
{
  MtrFieldRow *self = g_object_new (MTR_TYPE_FIELD_ROW, NULL);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  gboolean may_be_empty = !(mtr_field_get_info (field)->flags & MTR_FIELD_REQUIRED);

  self->field = field;
  self->codes = g_ptr_array_new_with_free_func (g_free);
  if (may_be_empty)
    {
      g_ptr_array_add (self->codes, g_strdup (""));
      g_ptr_array_add (titles, (gpointer) _("Not chosen"));
    }
  for (guint i = 0; i < words->len; i++)
    {
      const MtrWord *word = g_ptr_array_index (words, i);

      /* Two choices that say the same would be one too many, and only the empty one counts as missing. */
      if (may_be_empty && g_str_equal (word->code, NOTHING_CODE))
        {
          titles->pdata[0] = word->title;
          continue;
        }
      g_ptr_array_add (self->codes, g_strdup (word->code));
      g_ptr_array_add (titles, word->title);
    }
  g_ptr_array_add (titles, NULL);

  return finish_row (self, make_drop_down (self, (const char * const *) titles->pdata), controller);
}

/**
 * mtr_field_row_new_person:
 * @controller: the controller of the record
 * @field: a field that refers to a person
 * @people: (element-type MtrRecord): who can be chosen
 *
 * Returns: (transfer floating): a row with a drop-down; its first choice is "Nobody yet"
 */
GtkWidget *
mtr_field_row_new_person (MtrRecordController *controller,
                          MtrField             field,
                          GPtrArray           *people)
{
  MtrFieldRow *self = g_object_new (MTR_TYPE_FIELD_ROW, NULL);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  gint64 nobody = 0;

  self->field = field;
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->ids, nobody);
  g_ptr_array_add (titles, (gpointer) _("Nobody yet"));
  for (guint i = 0; i < people->len; i++)
    {
      MtrRecord *person = g_ptr_array_index (people, i);
      gint64 id = mtr_record_get_id (person);

      g_array_append_val (self->ids, id);
      g_ptr_array_add (titles, (gpointer) mtr_record_get_name (person, MTR_PERSON_NAME));
    }
  g_ptr_array_add (titles, NULL);

  return finish_row (self, make_drop_down (self, (const char * const *) titles->pdata), controller);
}

/**
 * mtr_field_row_new_scale:
 * @controller: the controller of the record
 * @field: a field that holds a figure
 * @lowest: the lowest figure of the scale
 * @highest: the highest
 * @low: (nullable): what the lowest means
 * @high: (nullable): what the highest means
 *
 * Returns: (transfer floating): a row with a drop-down of the figures; its first choice is "Not chosen"
 */
GtkWidget *
mtr_field_row_new_scale (MtrRecordController *controller,
                         MtrField             field,
                         int                  lowest,
                         int                  highest,
                         const char          *low,
                         const char          *high)
{
  MtrFieldRow *self = g_object_new (MTR_TYPE_FIELD_ROW, NULL);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  gint64 nothing = 0;

  self->field = field;
  self->has_figures = TRUE;
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->ids, nothing);
  g_ptr_array_add (titles, g_strdup (_("Not chosen")));
  for (int i = lowest; i <= highest; i++)
    {
      gint64 figure = i;
      const char *meaning = i == lowest ? low : i == highest ? high : NULL;

      g_array_append_val (self->ids, figure);
      g_ptr_array_add (titles, meaning != NULL ? g_strdup_printf ("%d · %s", i, meaning) : g_strdup_printf ("%d", i));
    }
  g_ptr_array_add (titles, NULL);

  return finish_row (self, make_drop_down (self, (const char * const *) titles->pdata), controller);
}

/**
 * mtr_field_row_new_line:
 * @controller: the controller of the record
 * @field: a field that holds a text, of which one line is asked for
 *
 * Returns: (transfer floating): a row with an entry, whatever the type of the field
 */
GtkWidget *
mtr_field_row_new_line (MtrRecordController *controller,
                        MtrField             field)
{
  MtrFieldRow *self = g_object_new (MTR_TYPE_FIELD_ROW, NULL);

  self->field = field;
  self->editor = gtk_entry_new ();

  return finish_row (self, self->editor, controller);
}

/* Words that can only be read are not greyed out: they are read, heard and copied. */
static void
set_writable (MtrFieldRow *self,
              gboolean     writable)
{
  if (GTK_IS_TEXT_VIEW (self->editor))
    gtk_text_view_set_editable (GTK_TEXT_VIEW (self->editor), writable);
  else if (GTK_IS_EDITABLE (self->editor))
    gtk_editable_set_editable (GTK_EDITABLE (self->editor), writable);
  else
    gtk_widget_set_sensitive (self->editor, writable);
}

/**
 * mtr_field_row_set_controller:
 * @self: a row
 * @controller: (nullable): the controller of another record of the same kind
 */
void
mtr_field_row_set_controller (MtrFieldRow         *self,
                              MtrRecordController *controller)
{
  if (self->controller == controller)
    return;

  if (self->controller != NULL)
    g_signal_handlers_disconnect_by_data (self->controller, self);
  g_set_object (&self->controller, controller);
  if (controller == NULL)
    return;

  g_signal_connect_object (controller, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (controller, "problem-changed", G_CALLBACK (problem_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (controller, "cleaned", G_CALLBACK (cleaned_cb), self, G_CONNECT_SWAPPED);
  if (GTK_IS_TEXT_VIEW (self->editor))
    mtr_spelling_text_attach (GTK_TEXT_VIEW (self->editor), mtr_record_controller_get_programme (controller));
  set_writable (self, !mtr_programme_is_read_only (mtr_record_controller_get_programme (controller)));
  show_value (self);
}

/**
 * mtr_field_row_get_field:
 * @self: a row
 *
 * Returns: the field that is written in it
 */
MtrField
mtr_field_row_get_field (MtrFieldRow *self)
{
  return self->field;
}

/**
 * mtr_field_row_describe:
 * @self: a row
 * @word: (nullable): how the pack calls the field, what it prompts, and how many words it asks for
 */
void
mtr_field_row_describe (MtrFieldRow   *self,
                        const MtrWord *word)
{
  if (word == NULL)
    return;

  mtr_field_row_set_title (self, word->title);
  mtr_field_row_set_prompt (self, word->description);
  mtr_field_row_set_words (self, word->words);
}

/**
 * mtr_field_row_set_title:
 * @self: a row
 * @title: what the field is called, translated
 */
void
mtr_field_row_set_title (MtrFieldRow *self,
                         const char  *title)
{
  gtk_label_set_text (self->title_label, title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  update_description (self);
}

/**
 * mtr_field_row_set_prompt:
 * @self: a row
 * @prompt: (nullable): what to write; stays while somebody types
 */
void
mtr_field_row_set_prompt (MtrFieldRow *self,
                          const char  *prompt)
{
  gtk_label_set_text (self->prompt_label, prompt != NULL ? prompt : "");
  gtk_widget_set_visible (GTK_WIDGET (self->prompt_label), prompt != NULL && *prompt != '\0');
  update_description (self);
}

/**
 * mtr_field_row_set_words:
 * @self: a row
 * @words: about how many words are asked for; 0 for no figure. Nothing is cut off
 */
void
mtr_field_row_set_words (MtrFieldRow *self,
                         int          words)
{
  self->words = words;
  update_words (self);
}

/**
 * mtr_field_row_set_readers:
 * @self: a row
 * @readers: (nullable): who reads this, a sentence that is heard before anything is typed
 */
void
mtr_field_row_set_readers (MtrFieldRow *self,
                           const char  *readers)
{
  char *copy = g_strdup (readers);

  g_free (self->readers);
  self->readers = copy;
  update_description (self);
}

/**
 * mtr_field_row_append_text:
 * @self: a row of a long text
 * @text: what is put below what is written there
 *
 * As if it had been typed: it is saved like that, and Ctrl+Z in the box takes it back.
 */
void
mtr_field_row_append_text (MtrFieldRow *self,
                           const char  *text)
{
  GtkTextBuffer *buffer;
  GtkTextIter end;

  g_return_if_fail (GTK_IS_TEXT_VIEW (self->editor));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_end_iter (buffer, &end);
  if (gtk_text_buffer_get_char_count (buffer) > 0)
    gtk_text_buffer_insert (buffer, &end, "\n\n", -1);
  gtk_text_buffer_insert (buffer, &end, text, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_widget_grab_focus (self->editor);
}

/**
 * mtr_field_row_refuse:
 * @self: a row
 * @reason: what is missing here; shown until something is typed, and the cursor goes there
 *
 * For a button that cannot act yet: pressed, it says what is missing and moves focus there.
 */
void
mtr_field_row_refuse (MtrFieldRow *self,
                      const char  *reason)
{
  char *copy = g_strdup (reason);

  g_free (self->refusal);
  self->refusal = copy;
  update_problem (self);
  gtk_widget_grab_focus (self->editor);
}
