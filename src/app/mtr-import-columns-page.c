/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The second step of an import: what each column of the spreadsheet is. It
 * begins with a guess, or with what was chosen the last time for such a header.
 * What is about who somebody is stays out unless it is ticked.
 */

#include "mtr-import-columns-page.h"

#include "mtr-import-rows-page.h"
#include "mtr-page-parts.h"

#include <glib/gi18n-lib.h>

#define CHOICE_WIDTH 300

/* One column of the spreadsheet; the widgets belong to the page. */
typedef struct {
  GtkBox      *box;
  GtkDropDown *drop_down;
  GtkWidget   *tick;       /* whether what is about who somebody is comes in */
  GtkWidget   *tick_line;  /* why it is asked */
} Column;

struct _MtrImportColumnsPage {
  MtrPage           parent_instance;

  MtrImportMapping *mapping;       /* (owned) */
  GArray           *columns;       /* (owned) (element-type Column) */
  GtkWidget        *add_managers;
  GtkWidget        *add_managers_group;
  GtkLabel         *problem_label;
  gboolean          updating;
};

G_DEFINE_FINAL_TYPE (MtrImportColumnsPage, mtr_import_columns_page, MTR_TYPE_PAGE)

static Column *
get_column (MtrImportColumnsPage *self,
            guint                 position)
{
  return &g_array_index (self->columns, Column, position);
}

static const MtrImportColumn *
list_choices (MtrImportColumnsPage *self,
              guint                *n_choices)
{
  return mtr_import_column_list (mtr_import_mapping_get_subject (self->mapping), n_choices);
}

/* Shows the whole mapping: what is chosen for one column is taken from another. */
static void
show_mapping (MtrImportColumnsPage *self)
{
  guint n_choices;
  const MtrImportColumn *choices = list_choices (self, &n_choices);
  gboolean has_managers = FALSE;

  self->updating = TRUE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = get_column (self, i);
      const MtrImportColumn *chosen = mtr_import_mapping_get_column (self->mapping, i);
      gboolean is_private = chosen != NULL && chosen->is_private;

      gtk_drop_down_set_selected (column->drop_down, chosen != NULL ? (guint) (chosen - choices) + 1 : 0);
      gtk_widget_set_visible (column->tick, is_private);
      gtk_widget_set_visible (column->tick_line, is_private);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (column->tick), mtr_import_mapping_get_ticked (self->mapping, i));
      has_managers = has_managers || (chosen != NULL && chosen->field == MTR_PERSON_LINE_MANAGER_ID);
    }
  self->updating = FALSE;
  gtk_widget_set_visible (self->add_managers_group, has_managers);
}

static void
selected_cb (GtkDropDown *drop_down,
             GParamSpec  *pspec,
             gpointer     user_data)
{
  MtrImportColumnsPage *self = MTR_IMPORT_COLUMNS_PAGE (user_data);
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (drop_down), "position"));
  guint selected = gtk_drop_down_get_selected (drop_down);
  guint n_choices;
  const MtrImportColumn *choices = list_choices (self, &n_choices);

  if (self->updating || selected == GTK_INVALID_LIST_POSITION)
    return;

  gtk_label_set_text (self->problem_label, "");
  mtr_import_mapping_set_column (self->mapping, position, selected > 0 ? &choices[selected - 1] : NULL);
  show_mapping (self);
}

static void
ticked_cb (GtkCheckButton *tick,
           gpointer        user_data)
{
  MtrImportColumnsPage *self = MTR_IMPORT_COLUMNS_PAGE (user_data);
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (tick), "position"));

  if (!self->updating)
    mtr_import_mapping_set_ticked (self->mapping, position, gtk_check_button_get_active (tick));
}

static void
check_cb (MtrImportColumnsPage *self)
{
  g_autofree char *problem = mtr_import_mapping_find_problem (self->mapping);

  gtk_label_set_text (self->problem_label, problem != NULL ? problem : "");
  if (problem != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (get_column (self, 0)->drop_down));
  else
    mtr_page_push (MTR_PAGE (self),
                   mtr_import_rows_page_new (mtr_page_get_programme (MTR_PAGE (self)), self->mapping,
                                             gtk_widget_get_visible (self->add_managers_group) &&
                                             gtk_check_button_get_active (GTK_CHECK_BUTTON (self->add_managers))));
}

/* ---- The page --------------------------------------------------------------------- */

static void
mtr_import_columns_page_focus_first (MtrPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (get_column (MTR_IMPORT_COLUMNS_PAGE (page), 0)->drop_down));
}

static void
mtr_import_columns_page_finalize (GObject *object)
{
  MtrImportColumnsPage *self = MTR_IMPORT_COLUMNS_PAGE (object);

  g_clear_object (&self->mapping);
  g_clear_pointer (&self->columns, g_array_unref);

  G_OBJECT_CLASS (mtr_import_columns_page_parent_class)->finalize (object);
}

static void
mtr_import_columns_page_class_init (MtrImportColumnsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mtr_import_columns_page_finalize;
  MTR_PAGE_CLASS (klass)->focus_first = mtr_import_columns_page_focus_first;
}

static void
mtr_import_columns_page_init (MtrImportColumnsPage *self)
{
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
}

static void
narrow_cb (MtrImportColumnsPage *self)
{
  gboolean narrow = mtr_page_get_narrow (MTR_PAGE (self));

  for (guint i = 0; i < self->columns->len; i++)
    gtk_orientable_set_orientation (GTK_ORIENTABLE (get_column (self, i)->box),
                                    narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_drop_down (MtrImportColumnsPage *self,
                guint                 position,
                const char           *header,
                const char           *sample)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autofree char *spoken = NULL;
  guint n_choices;
  const MtrImportColumn *choices = list_choices (self, &n_choices);
  GtkWidget *drop_down;

  gtk_string_list_append (titles, _("Leave out"));
  for (guint i = 0; i < n_choices; i++)
    gtk_string_list_append (titles, mtr_import_column_get_label (&choices[i]));

  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&titles)),
                                 gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop_down), TRUE);
  gtk_widget_set_size_request (drop_down, CHOICE_WIDTH, -1);
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
  /* Translators: the header of a column of a spreadsheet. */
  spoken = g_strdup_printf (_("What the column “%s” is"), header);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sample, -1);
  g_object_set_data (G_OBJECT (drop_down), "position", GUINT_TO_POINTER (position));
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (selected_cb), self, 0);

  return drop_down;
}

static GtkWidget *
make_tick (MtrImportColumnsPage *self,
           guint                 position,
           const char           *why)
{
  GtkWidget *tick = gtk_check_button_new_with_label (_("Take it in all the same"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, why, -1);
  g_object_set_data (G_OBJECT (tick), "position", GUINT_TO_POINTER (position));
  g_signal_connect_object (tick, "toggled", G_CALLBACK (ticked_cb), self, 0);

  return tick;
}

static GtkWidget *
make_row (MtrImportColumnsPage *self,
          guint                 position)
{
  const char *header = mtr_csv_get_header (mtr_import_mapping_get_csv (self->mapping), position);
  const char *why = _("This is about who somebody is. It is left out unless you tick it; then only you read it, and it is in no report and no export.");
  g_autofree char *sample = mtr_import_mapping_dup_sample (self->mapping, position);
  g_autofree char *example = NULL;
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *whole = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  Column column;

  /* Translators: the first cell of a column of a spreadsheet. */
  example = *sample != '\0' ? g_strdup_printf (_("for example “%s”"), sample) : g_strdup (_("empty in the first rows"));
  if (header == NULL || *header == '\0')
    header = _("no header");
  column.box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  column.drop_down = GTK_DROP_DOWN (make_drop_down (self, position, header, example));
  column.tick = make_tick (self, position, why);
  column.tick_line = make_label (why, "caption");

  gtk_box_append (GTK_BOX (words), make_label (header, "field-title"));
  gtk_box_append (GTK_BOX (words), make_label (example, "dim-label"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (column.box, words);
  gtk_box_append (column.box, GTK_WIDGET (column.drop_down));
  gtk_box_append (GTK_BOX (whole), GTK_WIDGET (column.box));
  gtk_box_append (GTK_BOX (whole), column.tick_line);
  gtk_box_append (GTK_BOX (whole), column.tick);
  gtk_widget_add_css_class (whole, "field-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), whole);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), header);
  g_array_append_val (self->columns, column);

  return row;
}

static GtkWidget *
make_managers_group (MtrImportColumnsPage *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();

  self->add_managers = gtk_check_button_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Add line managers who are not known yet"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Each gets a row of their own in the list that you see next."));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), self->add_managers);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->add_managers);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  return group;
}

/**
 * mtr_import_columns_page_new:
 * @programme: a programme that can be written
 * @mapping: a spreadsheet, and what its columns seem to be; it is changed here
 * @name: the name of the file
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_import_columns_page_new (MtrProgramme     *programme,
                             MtrImportMapping *mapping,
                             const char       *name)
{
  MtrImportColumnsPage *self = g_object_new (MTR_TYPE_IMPORT_COLUMNS_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  MtrCsv *csv = mtr_import_mapping_get_csv (mapping);
  g_autofree char *description = mtr_csv_describe (csv);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget *button;

  mtr_page_set_programme (MTR_PAGE (self), programme);
  mtr_page_set_title (MTR_PAGE (self), name);
  self->mapping = g_object_ref (mapping);
  mtr_page_parts_add_line (content, description);

  adw_preferences_group_set_title (group, _("What is each column?"));
  adw_preferences_group_set_description (group, _("What you choose is remembered for the next file with such headers."));
  for (guint i = 0; i < mtr_csv_get_n_columns (csv); i++)
    adw_preferences_group_add (group, make_row (self, i));
  gtk_box_append (content, GTK_WIDGET (group));
  self->add_managers_group = make_managers_group (self);
  gtk_box_append (content, self->add_managers_group);
  button = mtr_page_parts_add_button (content, _("Check the Rows"), TRUE);
  self->problem_label = mtr_page_parts_add_problem (content);

  g_signal_connect_object (button, "clicked", G_CALLBACK (check_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
  narrow_cb (self);
  show_mapping (self);

  return MTR_PAGE (self);
}
