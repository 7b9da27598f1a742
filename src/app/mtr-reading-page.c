/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page to read: a heading, paragraphs, and lists. Its first heading has the
 * focus, so that it is read from the beginning, and its text can be selected.
 */

#include "mtr-reading-page.h"

#include "mtr-page-parts.h"

struct _MtrReadingPage {
  MtrPage  parent_instance;

  GtkBox    *content;
  GtkWidget *heading;
};

G_DEFINE_FINAL_TYPE (MtrReadingPage, mtr_reading_page, MTR_TYPE_PAGE)

/* The heading is selectable so that it can have the focus; nothing ought to be selected by that. */
static void
mtr_reading_page_focus_first (MtrPage *page)
{
  MtrReadingPage *self = MTR_READING_PAGE (page);

  gtk_widget_grab_focus (self->heading);
  gtk_label_select_region (GTK_LABEL (self->heading), 0, 0);
}

static void
mtr_reading_page_class_init (MtrReadingPageClass *klass)
{
  MTR_PAGE_CLASS (klass)->focus_first = mtr_reading_page_focus_first;
}

static void
mtr_reading_page_init (MtrReadingPage *self)
{
  self->content = mtr_page_add_content (MTR_PAGE (self), 720);
}

/**
 * mtr_reading_page_new:
 * @title: its title in the header, short
 * @heading: what it is about, in full
 *
 * Returns: (transfer floating): a page with a heading
 */
MtrPage *
mtr_reading_page_new (const char *title,
                      const char *heading)
{
  MtrReadingPage *self = g_object_new (MTR_TYPE_READING_PAGE, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "label", heading, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0,
                                   "selectable", TRUE, NULL);

  self->heading = label;
  gtk_widget_add_css_class (label, "title-2");
  gtk_box_append (self->content, label);
  mtr_page_set_title (MTR_PAGE (self), title);

  return MTR_PAGE (self);
}

/**
 * mtr_reading_page_add_text:
 * @self: a page
 * @text: (nullable): a paragraph, plain text
 */
void
mtr_reading_page_add_text (MtrReadingPage *self,
                           const char     *text)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;

  label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0,
                        "selectable", TRUE, NULL);
  gtk_box_append (self->content, label);
}

/**
 * mtr_reading_page_add_list:
 * @self: a page
 * @heading: what it is a list of
 * @note: (nullable): a line under the heading
 * @items: %NULL-terminated
 * @prefix: (nullable): what stands before each item, as in "✗"; the heading says the same in words
 */
void
mtr_reading_page_add_list (MtrReadingPage       *self,
                           const char           *heading,
                           const char           *note,
                           const char * const   *items,
                           const char           *prefix)
{
  GtkWidget *group;
  g_autofree char *title = g_markup_escape_text (heading, -1);
  g_autofree char *description = note != NULL ? g_markup_escape_text (note, -1) : NULL;

  if (items == NULL || items[0] == NULL)
    return;

  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  for (guint i = 0; items[i] != NULL; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), items[i]);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      if (prefix != NULL)
        {
          GtkWidget *sign = gtk_label_new (prefix);

          gtk_widget_add_css_class (sign, "dim-label");
          adw_action_row_add_prefix (ADW_ACTION_ROW (row), sign);
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  gtk_box_append (self->content, group);
}

/**
 * mtr_reading_page_add_section:
 * @self: a page
 * @heading: what it is about
 * @paragraphs: (array zero-terminated=1): plain text
 */
void
mtr_reading_page_add_section (MtrReadingPage     *self,
                              const char         *heading,
                              const char * const *paragraphs)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "label", heading, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0,
                                   NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", paragraphs[i], "wrap", TRUE,
                                                 "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "selectable", TRUE,
                                                 NULL));
  gtk_box_append (self->content, box);
}

/**
 * mtr_reading_page_add_button:
 * @self: a page
 * @label: what it does, translated
 *
 * Returns: (transfer none): a button under what is on the page so far
 */
GtkWidget *
mtr_reading_page_add_button (MtrReadingPage *self,
                             const char     *label)
{
  return mtr_page_parts_add_button (self->content, label, FALSE);
}
