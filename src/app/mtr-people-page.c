/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of people: a name, and what they do where. */

#include "mtr-people-page.h"

#include "mtr-accessible.h"
#include "mtr-list-page.h"
#include "mtr-people-filter.h"
#include "mtr-person-page.h"
#include "mtr-private-names-page.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
make_row (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *subtitle = gtk_label_new (NULL);

  gtk_widget_add_css_class (row, "list-row");
  gtk_widget_add_css_class (subtitle, "dim-label");
  gtk_widget_add_css_class (subtitle, "caption");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_wrap (GTK_LABEL (subtitle), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (subtitle), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (row), title);
  gtk_box_append (GTK_BOX (row), subtitle);

  return row;
}

static void
add_part (GString    *text,
          const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static void
show_row (GtkWidget    *row,
          MtrProgramme *programme,
          MtrRecord    *person)
{
  GtkLabel *title = GTK_LABEL (gtk_widget_get_first_child (row));
  GtkLabel *subtitle = GTK_LABEL (gtk_widget_get_last_child (row));
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *spoken = NULL;

  if (person == NULL)
    {
      gtk_label_set_text (title, "…");
      gtk_label_set_text (subtitle, "");
      return;
    }

  if (mtr_record_get_id (person) == mtr_programme_get_owner_id (programme))
    add_part (words, _("this is you"));
  add_part (words, mtr_record_get_text (person, MTR_PERSON_ROLE_TITLE));
  add_part (words, mtr_record_get_text (person, MTR_PERSON_TEAM));
  add_part (words, mtr_record_get_text (person, MTR_PERSON_EMPLOYER));
  gtk_label_set_text (title, mtr_record_get_name (person, MTR_PERSON_NAME));
  gtk_label_set_text (subtitle, words->str);
  gtk_widget_set_visible (GTK_WIDGET (subtitle), words->len > 0);
  if (gtk_widget_get_parent (row) == NULL)
    return;

  spoken = g_strdup_printf ("%s. %s", mtr_record_get_name (person, MTR_PERSON_NAME), words->str);
  mtr_accessible_set_label (gtk_widget_get_parent (row), spoken);
}

static char *
dup_count (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", n), n);
}

static void
open_person (MtrPage *page,
             gint64   id)
{
  mtr_page_push (page, mtr_person_page_new (mtr_page_get_programme (page), id));
}

static void
make_new (MtrPage *page)
{
  mtr_page_push (page, mtr_person_page_new (mtr_page_get_programme (page), 0));
}

static void
open_private_names (MtrPage *page)
{
  mtr_page_push (page, mtr_private_names_page_new (mtr_page_get_programme (page)));
}

static const MtrListFilter filters[MTR_N_PEOPLE_FILTERS] = {
  [MTR_PEOPLE_ALL] = { N_("Everybody"), MTR_FIELD_NONE, NULL, MTR_FIELD_NONE },
  [MTR_PEOPLE_LOOKING] = { N_("Look for a mentor"), MTR_FIELD_NONE, NULL, MTR_FIELD_NONE },
  [MTR_PEOPLE_MENTORS] = { N_("May mentor"), MTR_FIELD_NONE, NULL, MTR_FIELD_NONE },
  [MTR_PEOPLE_MENTORS_WITH_ROOM] = { N_("May mentor one more"), MTR_FIELD_NONE, NULL, MTR_FIELD_NONE },
  [MTR_PEOPLE_WITHOUT_MENTOR] = { N_("Have no mentor"), MTR_FIELD_NONE, NULL, MTR_FIELD_NONE },
  [MTR_PEOPLE_LEFT] = { N_("Have left"), MTR_FIELD_NONE, NULL, MTR_FIELD_NONE },
};

static const MtrListVerb verbs[] = {
  { N_("_Import from a Spreadsheet…"), "win.import", TRUE },
  { N_("_Export People…"), "win.export-people", FALSE },
};

static const MtrListPageKind people = {
  .kind = MTR_KIND_PERSON,
  .shown_kind = MTR_KIND_PERSON,
  .order_field = MTR_PERSON_NAME,
  .filters = filters,
  .n_filters = G_N_ELEMENTS (filters),
  .pick = mtr_people_filter_pick,
  .label = N_("People"),
  .search_label = N_("Search for a name, a job or a team"),
  .new_label = N_("New person"),
  .more_label = N_("Names that must not leave"),
  .verbs = verbs,
  .n_verbs = G_N_ELEMENTS (verbs),
  .icon = "avatar-default-symbolic",
  .empty_title = N_("Nobody here yet"),
  .empty_description = N_("People you work with: mentors, the people they mentor, line managers. Clients never belong here."),
  .dup_count = dup_count,
  .make_row = make_row,
  .show_row = show_row,
  .open = open_person,
  .make_new = make_new,
  .open_more = open_private_names,
};

/**
 * mtr_people_page_new:
 * @programme: the programme
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_people_page_new (MtrProgramme *programme)
{
  return mtr_list_page_new (&people, programme);
}
