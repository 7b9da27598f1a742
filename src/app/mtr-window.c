/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window of one programme file: places on the left, the page on the right,
 * the state line under the title, and the strip for trouble. Pages lie on top
 * of each other; going back takes the top one away.
 */

#include "mtr-window.h"

#include "mtr-accessible.h"
#include "mtr-audience-button.h"
#include "mtr-dialogs.h"
#include "mtr-checklist-page.h"
#include "mtr-date.h"
#include "mtr-file-dialogs.h"
#include "mtr-help.h"
#include "mtr-import-actions.h"
#include "mtr-learner.h"
#include "mtr-library-page.h"
#include "mtr-matching-page.h"
#include "mtr-new-pairing-page.h"
#include "mtr-own-pairings.h"
#include "mtr-page-parts.h"
#include "mtr-pairing-view.h"
#include "mtr-pairings-page.h"
#include "mtr-people-page.h"
#include "mtr-planner-page.h"
#include "mtr-reports-page.h"
#include "mtr-person-page.h"
#include "mtr-own-words-page.h"
#include "mtr-private-names-page.h"
#include "mtr-reading-page.h"
#include "mtr-said-line.h"
#include "mtr-search-page.h"
#include "mtr-spelling-text.h"
#include "mtr-text.h"
#include "mtr-today-page.h"
#include "mtr-tool-page.h"
#include "mtr-words-layout.h"

#include <glib/gi18n-lib.h>

/* How long a window waits for its page, in milliseconds. */
#define PATIENCE 500

struct _MtrWindow {
  AdwApplicationWindow  parent_instance;

  MtrProgramme         *programme;   /* (owned) (nullable) */
  GSettings            *settings;    /* (owned) */
  GPtrArray            *pages;       /* (owned) (element-type MtrPage): from the place up to what is shown */
  gboolean              close_anyway;
  guint                 present_source;
  guint                 realize_source;

  AdwLeaflet           *leaflet;
  GtkLabel             *programme_label;
  GtkListBox           *places;
  AdwHeaderBar         *content_header;
  GtkLabel             *title_label;
  GtkLabel             *status_label;
  GtkLabel             *said_line;
  GtkOverlay           *trouble_overlay;
  GtkWidget            *trouble_box;
  GtkLabel             *trouble_label;
  GtkWidget            *trouble_button;
  GtkWidget            *sidebar;
  GtkWidget            *sidebar_button;
  GtkWidget            *back_button;
  GtkWidget            *search_button;
  GtkStack             *stack;
  GtkMenuButton        *new_button;
  GtkMenuButton        *menu_button;
  GMenuModel           *new_menu;
  GMenuModel           *main_menu;
};

G_DEFINE_FINAL_TYPE (MtrWindow, mtr_window, ADW_TYPE_APPLICATION_WINDOW)

/* What stands in the sidebar. */
static const struct {
  const char *name;
  const char *title;
  const char *icon;
  MtrPage  *(*make) (MtrProgramme *programme);
} places[] = {
  { "today", N_("Today"), "x-office-calendar-symbolic", mtr_today_page_new },
  { "pairings", N_("Pairings"), "system-users-symbolic", mtr_pairings_page_new },
  { "people", N_("People"), "avatar-default-symbolic", mtr_people_page_new },
  { "matching", N_("Matching"), "insert-link-symbolic", mtr_matching_page_new },
  { "planner", N_("Planner"), "alarm-symbolic", mtr_planner_page_new },
  { "reports", N_("Reports"), "document-print-preview-symbolic", mtr_reports_page_new },
  { "library", N_("Library"), "accessories-dictionary-symbolic", mtr_library_page_new },
};

static void
update_header (MtrWindow *self)
{
  MtrPage *page = mtr_window_get_page (self);
  gboolean folded = adw_leaflet_get_folded (self->leaflet);
  gboolean deep = self->pages->len > 1;

  gtk_label_set_text (self->title_label, page != NULL ? mtr_page_get_title (page) : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title_label), gtk_label_get_text (self->title_label));
  gtk_widget_set_visible (self->back_button, deep);
  gtk_widget_set_visible (self->sidebar_button, folded && !deep && self->programme != NULL);
  gtk_widget_set_visible (self->search_button, self->programme != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->status_label), self->programme != NULL);
  adw_header_bar_set_show_start_title_buttons (self->content_header, folded || self->programme == NULL);
}

/* Why nothing can be changed, where that is so. */
static const struct {
  MtrStoreReadOnly reason;
  const char      *words;
} read_only_words[] = {
  { MTR_STORE_READ_ONLY_NEWER, N_("Only for reading: a newer version of Mentoring made this file. Update Mentoring to write in it, or save a copy for yourself.") },
  { MTR_STORE_READ_ONLY_MEDIA, N_("Only for reading: this file is where nothing can be written. Save a copy to work on it.") },
  { MTR_STORE_READ_ONLY_LOCKED, N_("Only for reading: another program is using this file. Close it there and open the file again, or save a copy.") },
};

static const char *
get_strip_words (MtrWindow *self)
{
  const char *trouble = mtr_programme_get_trouble (self->programme);
  MtrStoreReadOnly reason = mtr_store_get_read_only (mtr_programme_get_store (self->programme));

  for (gsize i = 0; *trouble == '\0' && i < G_N_ELEMENTS (read_only_words); i++)
    if (read_only_words[i].reason == reason)
      return _(read_only_words[i].words);

  return trouble;
}

static void
update_status (MtrWindow *self)
{
  const char *trouble = get_strip_words (self);

  gtk_label_set_text (self->status_label, mtr_programme_get_status (self->programme));
  mtr_said_line_show (self->said_line, self->status_label, mtr_programme_get_announcement (self->programme));
  if (!g_str_equal (gtk_label_get_text (self->trouble_label), trouble))
    gtk_label_set_text (self->trouble_label, trouble);
  gtk_widget_set_visible (self->trouble_button, *trouble != '\0');
  /* The strip is always there, so that it is heard when it says something; it takes no room while it says nothing. */
  gtk_overlay_set_measure_overlay (self->trouble_overlay, self->trouble_box, *trouble != '\0');
  (*trouble != '\0' ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (self->trouble_box, "shown");
}

static void
update_programme_title (MtrWindow *self)
{
  const char *title = mtr_programme_get_title (self->programme);

  g_autofree char *isolated = mtr_text_isolate (title);

  gtk_label_set_text (self->programme_label, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->programme_label), *title != '\0' ? title : NULL);
  /* The window manager puts words of its own beside it. */
  gtk_window_set_title (GTK_WINDOW (self), *title != '\0' ? isolated : _("Mentoring"));
}

static void
update_undo (MtrWindow *self)
{
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  g_object_get (self->programme, "undo-label", &undo, "redo-label", &redo, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo != NULL);
}

static void
remove_page (MtrWindow *self,
             MtrPage   *page)
{
  mtr_page_leave (page);
  gtk_stack_remove (self->stack, GTK_WIDGET (page));
}

static void
clear_pages (MtrWindow *self)
{
  while (self->pages->len > 0)
    {
      g_autoptr (MtrPage) page = g_object_ref (g_ptr_array_index (self->pages, self->pages->len - 1));

      g_ptr_array_set_size (self->pages, (int) self->pages->len - 1);
      remove_page (self, page);
    }
}

static void
push_cb (MtrWindow *self,
         MtrPage   *page)
{
  mtr_window_push (self, page);
}

static void
pop_cb (MtrWindow *self)
{
  mtr_window_pop (self);
}

static void
page_title_cb (MtrWindow *self)
{
  update_header (self);
}

static gboolean
focus_first_cb (gpointer user_data)
{
  MtrPage *page = mtr_window_get_page (MTR_WINDOW (user_data));

  if (page != NULL && gtk_widget_get_mapped (GTK_WIDGET (page)))
    mtr_page_focus_first (page);

  return G_SOURCE_REMOVE;
}

/**
 * mtr_window_push:
 * @self: a window
 * @page: (transfer floating): a page to show on top of the others
 */
void
mtr_window_push (MtrWindow *self,
                 MtrPage   *page)
{
  g_ptr_array_add (self->pages, g_object_ref_sink (page));
  g_signal_connect_object (page, "push", G_CALLBACK (push_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "pop", G_CALLBACK (pop_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "notify::title", G_CALLBACK (page_title_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_child (self->stack, GTK_WIDGET (page));
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (page));
  adw_leaflet_set_visible_child_name (self->leaflet, "content");
  update_header (self);
  /* The page has its widgets only once it has been mapped and refreshed. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_first_cb, g_object_ref (self), g_object_unref);
}

/**
 * mtr_window_pop:
 * @self: a window
 *
 * Goes back one page.
 *
 * Returns: whether there was a page to go back to
 */
gboolean
mtr_window_pop (MtrWindow *self)
{
  g_autoptr (MtrPage) top = NULL;
  MtrPage *below;

  if (self->pages->len < 2)
    return FALSE;

  top = g_object_ref (g_ptr_array_index (self->pages, self->pages->len - 1));
  below = g_ptr_array_index (self->pages, self->pages->len - 2);
  g_ptr_array_set_size (self->pages, (int) self->pages->len - 1);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (below));
  remove_page (self, top);
  update_header (self);
  mtr_page_focus_first (below);

  return TRUE;
}

/**
 * mtr_window_get_page:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the page that is shown
 */
MtrPage *
mtr_window_get_page (MtrWindow *self)
{
  return self->pages->len > 0 ? g_ptr_array_index (self->pages, self->pages->len - 1) : NULL;
}

/**
 * mtr_window_show_place:
 * @self: a window with a programme
 * @place: a place of the sidebar: "today", "pairings", "people", "matching", "library"
 */
void
mtr_window_show_place (MtrWindow  *self,
                       const char *place)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_strcmp0 (places[i].name, place) == 0)
      {
        MtrPage *page;
        GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->places, (int) i);

        clear_pages (self);
        page = places[i].make (self->programme);
        mtr_page_set_programme (page, self->programme);
        mtr_page_set_title (page, _(places[i].title));
        mtr_window_push (self, page);
        gtk_list_box_select_row (self->places, row);
        return;
      }
}

/**
 * mtr_window_open_pairing:
 * @self: a window with a programme
 * @pairing_id: a pairing, whose page is shown on top; nothing happens where it is shown already
 */
void
mtr_window_open_pairing (MtrWindow *self,
                         gint64     pairing_id)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      MtrPage *page = g_ptr_array_index (self->pages, i);

      if (MTR_IS_PAIRING_VIEW (page) &&
          mtr_pairing_model_get_id (mtr_pairing_view_get_model (MTR_PAIRING_VIEW (page))) == pairing_id)
        {
          while (mtr_window_get_page (self) != page)
            mtr_window_pop (self);
          return;
        }
    }

  mtr_window_push (self, mtr_pairing_view_new (self->programme, pairing_id));
}

/**
 * mtr_window_go_to:
 * @self: a window with a programme
 * @pairing_id: the pairing that the record belongs to; 0 for none
 * @kind: what kind of record
 * @id: the record
 * @field: where to put the cursor; %MTR_FIELD_NONE for the record as a whole
 *
 * Opens what is needed to see the record.
 */
void
mtr_window_go_to (MtrWindow *self,
                  gint64     pairing_id,
                  MtrKind    kind,
                  gint64     id,
                  MtrField   field)
{
  gboolean is_form = kind == MTR_KIND_PRIVATE_FORM || kind == MTR_KIND_PRIVATE_FORM_ANSWER;

  /* What somebody filled in for themselves is in the library, whichever pairing it was about. */
  if (is_form || kind == MTR_KIND_CHECKLIST_ANSWER || kind == MTR_KIND_REFLECTION)
    {
      MtrPage *page = is_form ? mtr_tool_page_new_for (self->programme, kind, id)
                              : mtr_checklist_page_new_for (self->programme, kind, id);

      if (page != NULL)
        mtr_window_push (self, page);
    }
  else if (pairing_id != 0)
    mtr_window_open_pairing (self, pairing_id);
  else if (kind == MTR_KIND_PERSON)
    mtr_window_push (self, mtr_person_page_new (self->programme, id));
  else if ((kind == MTR_KIND_LEARNING_RECORD || kind == MTR_KIND_SUBMISSION) &&
           mtr_learner_find_person (self->programme, kind, id) != 0)
    mtr_window_push (self, mtr_person_page_new (self->programme, mtr_learner_find_person (self->programme, kind, id)));
  else if (kind == MTR_KIND_SPELLING_WORD)
    mtr_window_push (self, mtr_own_words_page_new (self->programme));
  else if (kind == MTR_KIND_PRIVATE_NAME)
    mtr_window_push (self, mtr_private_names_page_new (self->programme));

  mtr_page_go_to (mtr_window_get_page (self), kind, id, field);
}

/**
 * mtr_window_of:
 * @widget: a widget
 *
 * Returns: (transfer none) (nullable): the window it is in
 */
MtrWindow *
mtr_window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL && MTR_IS_WINDOW (root) ? MTR_WINDOW (root) : NULL;
}

static void
place_selected_cb (MtrWindow     *self,
                   GtkListBoxRow *row)
{
  if (row != NULL)
    mtr_window_show_place (self, places[gtk_list_box_row_get_index (row)].name);
}

static GtkWidget *
make_place_row (guint position)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_(places[position].title));

  gtk_box_append (GTK_BOX (box), mtr_accessible_new_picture (places[position].icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(places[position].title), -1);

  return row;
}

static void
confirmed_undo_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  MtrWindow *self = MTR_WINDOW (source);

  if (mtr_dialogs_ask_finish (result))
    mtr_programme_confirm_undo (self->programme, GPOINTER_TO_INT (user_data));
}

static void
confirm_undo_cb (MtrWindow       *self,
                 MtrHistoryEntry *entry,
                 gboolean         redo)
{
  GDate date;
  g_autofree char *day = mtr_moment_to_date (entry->at, &date) ? mtr_date_format (&date, MTR_DATE_STYLE_WEEKDAY)
                                                               : g_strdup (entry->at);
  /* Translators: the first %s is a day, the second an action, as in "mark goal 2 as reached". */
  g_autofree char *body = g_strdup_printf (_("This was done on %s: %s."), day, entry->label);

  mtr_dialogs_ask_async (GTK_WIDGET (self), redo ? _("Do it again?") : _("Undo it?"), body, NULL, _("Keep It"),
                         redo ? _("Do It Again") : _("Undo"), confirmed_undo_cb, GINT_TO_POINTER (redo));
}

static void
undo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  mtr_programme_undo (MTR_WINDOW (widget)->programme);
}

static void
redo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  mtr_programme_redo (MTR_WINDOW (widget)->programme);
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  MtrWindow *self = MTR_WINDOW (widget);

  if (self->programme != NULL)
    mtr_programme_save_now (self->programme);
}

static void
go_back_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  MtrWindow *self = MTR_WINDOW (widget);

  if (!mtr_window_pop (self) && self->programme != NULL && adw_leaflet_get_folded (self->leaflet))
    gtk_widget_activate_action (widget, "win.show-sidebar", NULL);
}

static void
show_sidebar_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  MtrWindow *self = MTR_WINDOW (widget);

  adw_leaflet_set_visible_child_name (self->leaflet, "sidebar");
  gtk_widget_child_focus (self->sidebar, GTK_DIR_TAB_FORWARD);
}

static void
show_today_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  if (MTR_WINDOW (widget)->programme != NULL)
    mtr_window_show_place (MTR_WINDOW (widget), "today");
}

static void
new_pairing_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  MtrWindow *self = MTR_WINDOW (widget);

  if (self->programme != NULL && !mtr_programme_is_read_only (self->programme))
    mtr_window_push (self, mtr_new_pairing_page_new (self->programme));
}

static void
new_person_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  MtrWindow *self = MTR_WINDOW (widget);

  if (self->programme != NULL && !mtr_programme_is_read_only (self->programme))
    mtr_window_push (self, mtr_person_page_new (self->programme, 0));
}

static void
search_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  MtrWindow *self = MTR_WINDOW (widget);

  if (self->programme == NULL)
    return;

  if (MTR_IS_SEARCH_PAGE (mtr_window_get_page (self)))
    mtr_page_focus_first (mtr_window_get_page (self));
  else
    mtr_window_push (self, mtr_search_page_new (self->programme));
}

static void
show_help_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  MtrWindow *self = MTR_WINDOW (widget);
  MtrPage *page = mtr_window_get_page (self);

  if (page == NULL || MTR_IS_READING_PAGE (page))
    return;
  if (MTR_IS_PAIRING_VIEW (page))
    page = mtr_pairing_view_get_shown (MTR_PAIRING_VIEW (page));
  mtr_window_push (self, mtr_help_page_new (page));
}

static void
show_view_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  MtrWindow *self = MTR_WINDOW (widget);
  g_autofree char *command = g_strdup_printf ("show-%s", g_variant_get_string (parameter, NULL));

  for (guint i = self->pages->len; i > 0; i--)
    {
      MtrPage *page = g_ptr_array_index (self->pages, i - 1);

      if (MTR_IS_PAIRING_VIEW (page))
        {
          while (mtr_window_get_page (self) != page)
            mtr_window_pop (self);
          mtr_page_command (page, command);
          return;
        }
    }
}

/* Commands that belong to pages: the page that is shown does it, or the pairing it is about. */
static void
page_command_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  MtrWindow *self = MTR_WINDOW (widget);
  const char *command = action + strlen ("win.");
  MtrPage *page = mtr_window_get_page (self);
  gint64 pairing_id;

  if (self->programme == NULL || page == NULL || mtr_page_command (page, command))
    return;

  for (guint i = self->pages->len; i > 0; i--)
    if (MTR_IS_PAIRING_VIEW (g_ptr_array_index (self->pages, i - 1)))
      {
        while (!MTR_IS_PAIRING_VIEW (mtr_window_get_page (self)))
          mtr_window_pop (self);
        mtr_page_command (mtr_window_get_page (self), command);
        return;
      }

  pairing_id = mtr_own_pairings_find_to_write (self->programme);
  if (pairing_id == 0)
    {
      mtr_programme_announce (self->programme, _("Open the pairing you want to write about, or make one: you are in none yet."));
      return;
    }
  mtr_window_open_pairing (self, pairing_id);
  mtr_page_command (mtr_window_get_page (self), command);
}

static void
collect_groups (GtkWidget *widget,
                GPtrArray *groups)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_get_mapped (child))
        continue;
      if (ADW_IS_PREFERENCES_GROUP (child))
        g_ptr_array_add (groups, child);
      else
        collect_groups (child, groups);
    }
}

static void
next_group_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  MtrWindow *self = MTR_WINDOW (widget);
  MtrPage *page = mtr_window_get_page (self);
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  guint next = 0;

  if (page == NULL)
    return;

  collect_groups (GTK_WIDGET (page), groups);
  for (guint i = 0; i < groups->len; i++)
    if (focus != NULL && gtk_widget_is_ancestor (focus, g_ptr_array_index (groups, i)))
      next = i + 1;
  for (guint i = 0; i < groups->len; i++)
    {
      GtkWidget *group = g_ptr_array_index (groups, (next + i) % groups->len);

      if (!gtk_widget_child_focus (group, GTK_DIR_TAB_FORWARD))
        continue;
      /* Who reads it comes first in the group, but is not what somebody came for. */
      focus = gtk_root_get_focus (GTK_ROOT (self));
      if (focus != NULL && gtk_widget_get_ancestor (focus, MTR_TYPE_AUDIENCE_BUTTON) != NULL)
        gtk_widget_child_focus (group, GTK_DIR_TAB_FORWARD);
      return;
    }
}

static void
next_misspelt_word_cb (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  MtrWindow *self = MTR_WINDOW (widget);

  if (self->programme != NULL)
    mtr_spelling_text_go_to_next (widget, self->programme);
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  MtrWindow *self = MTR_WINDOW (source);
  g_autoptr (GListModel) files = mtr_file_dialogs_choose_finish (result);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL && self->programme != NULL)
    mtr_programme_save_copy (self->programme, g_file_peek_path (file));
}

static void
save_copy_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  MtrWindow *self = MTR_WINDOW (widget);
  g_autofree char *name = NULL;

  if (self->programme == NULL)
    return;

  name = g_path_get_basename (mtr_store_get_path (mtr_programme_get_store (self->programme)));
  mtr_file_dialogs_choose_async (widget, MTR_FILE_COPY_PROGRAMME, name, copied_cb, NULL);
}

static void
close_anyway_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  MtrWindow *self = MTR_WINDOW (source);

  if (!mtr_dialogs_ask_finish (result))
    return;

  self->close_anyway = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
mtr_window_close_request (GtkWindow *window)
{
  MtrWindow *self = MTR_WINDOW (window);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));

  if (self->programme != NULL)
    {
      clear_pages (self);
      if (!mtr_programme_settle (self->programme) && !self->close_anyway)
        {
          mtr_window_show_place (self, "today");
          mtr_dialogs_ask_async (GTK_WIDGET (self), _("Close without saving?"),
                                 mtr_programme_get_trouble (self->programme), NULL, _("Keep Open"),
                                 _("Close Anyway"), close_anyway_cb, NULL);
          return GDK_EVENT_STOP;
        }
      mtr_programme_close (self->programme);
    }

  return GTK_WINDOW_CLASS (mtr_window_parent_class)->close_request (window);
}

static void
mtr_window_dispose (GObject *object)
{
  MtrWindow *self = MTR_WINDOW (object);

  if (self->programme != NULL)
    g_signal_handlers_disconnect_by_data (self->programme, self);
  if (self->pages != NULL && self->stack != NULL)
    clear_pages (self);
  g_clear_handle_id (&self->realize_source, g_source_remove);
  g_clear_handle_id (&self->present_source, g_source_remove);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_object (&self->programme);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (mtr_window_parent_class)->dispose (object);
}

static const struct {
  const char      *name;
  guint            key;
  GdkModifierType  modifiers;
} page_commands[] = {
  { "win.write-session", GDK_KEY_n, GDK_CONTROL_MASK },
  { "win.plan-session", 0, 0 },
  { "win.add-evidence", GDK_KEY_e, GDK_CONTROL_MASK },
  { "win.plan-observation", GDK_KEY_o, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  { "win.print", GDK_KEY_p, GDK_CONTROL_MASK },
};

static const struct {
  const char                 *name;
  GtkWidgetActionActivateFunc activate;
  guint                       key;
  GdkModifierType             modifiers;
} window_actions[] = {
  { "win.undo", undo_cb, GDK_KEY_z, GDK_CONTROL_MASK },
  { "win.redo", redo_cb, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  { "win.save", save_cb, GDK_KEY_s, GDK_CONTROL_MASK },
  { "win.save-copy", save_copy_cb, GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  { "win.go-back", go_back_cb, GDK_KEY_Left, GDK_ALT_MASK },
  { "win.show-sidebar", show_sidebar_cb, GDK_KEY_F9, 0 },
  { "win.show-today", show_today_cb, GDK_KEY_Home, GDK_ALT_MASK },
  { "win.next-group", next_group_cb, GDK_KEY_F6, 0 },
  { "win.next-misspelt-word", next_misspelt_word_cb, GDK_KEY_F7, 0 },
  { "win.search", search_cb, GDK_KEY_f, GDK_CONTROL_MASK },
  { "win.show-help", show_help_cb, GDK_KEY_F1, 0 },
  { "win.new-pairing", new_pairing_cb, 0, 0 },
  { "win.new-person", new_person_cb, 0, 0 },
};

static void
mtr_window_class_init (MtrWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = mtr_window_close_request;

  for (gsize i = 0; i < G_N_ELEMENTS (window_actions); i++)
    {
      gtk_widget_class_install_action (widget_class, window_actions[i].name, NULL, window_actions[i].activate);
      if (window_actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, window_actions[i].key, window_actions[i].modifiers,
                                             window_actions[i].name, NULL);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.go-back", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (page_commands); i++)
    {
      gtk_widget_class_install_action (widget_class, page_commands[i].name, NULL, page_command_cb);
      if (page_commands[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, page_commands[i].key, page_commands[i].modifiers,
                                             page_commands[i].name, NULL);
    }
  gtk_widget_class_install_action (widget_class, "win.show-view", "s", show_view_cb);
  for (guint i = 1; i <= 4; i++)
    {
      char view[] = { (char) ('0' + i), '\0' };

      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + i, GDK_ALT_MASK, "win.show-view", "s", view);
    }

  g_type_ensure (MTR_TYPE_WORDS_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MtrWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, MtrWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, MtrWindow, programme_label);
  gtk_widget_class_bind_template_child (widget_class, MtrWindow, places);
  gtk_widget_class_bind_template_child (widget_class, MtrWindow, content_header);
  gtk_widget_class_bind_template_child (widget_class, MtrWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, MtrWindow, status_label);
  gtk_widget_class_bind_template_child (widget_class, MtrWindow, said_line);
  gtk_widget_class_bind_template_child (widget_class, MtrWindow, trouble_overlay);
  gtk_widget_class_bind_template_child (widget_class, MtrWindow, trouble_box);
  gtk_widget_class_bind_template_child (widget_class, MtrWindow, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, MtrWindow, trouble_button);
  gtk_widget_class_bind_template_child (widget_class, MtrWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, MtrWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, MtrWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, MtrWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MtrWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, MtrWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, MtrWindow, new_menu);
  gtk_widget_class_bind_template_child (widget_class, MtrWindow, main_menu);
}

static void
mtr_window_init (MtrWindow *self)
{
  g_autoptr (GAction) mark_spelling = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  mtr_page_parts_set_menu (self->new_button, self->new_menu);
  mtr_page_parts_set_menu (self->menu_button, self->main_menu);

  self->pages = g_ptr_array_new_with_free_func (g_object_unref);
  self->settings = g_settings_new ("com.example.Mentoring");
  mark_spelling = g_settings_create_action (self->settings, "mark-spelling");
  g_action_map_add_action (G_ACTION_MAP (self), mark_spelling);
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    gtk_list_box_append (self->places, make_place_row (i));
  g_signal_connect_object (self->places, "row-activated", G_CALLBACK (place_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (update_header), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->sidebar, FALSE);
  /* A label that has said nothing yet would be called by the name of its class. */
  mtr_accessible_set_label (GTK_WIDGET (self->status_label), "");
  mtr_accessible_set_label (GTK_WIDGET (self->trouble_label), "");
  update_header (self);
}

/**
 * mtr_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window with nothing in it; GTK owns it
 */
MtrWindow *
mtr_window_new (GtkApplication *application)
{
  return g_object_new (MTR_TYPE_WINDOW, "application", application, NULL);
}

static void
present_cb (MtrWindow *self)
{
  if (self->present_source == 0)
    return;

  g_clear_handle_id (&self->present_source, g_source_remove);
  gtk_window_present (GTK_WINDOW (self));
}

static gboolean
patience_cb (gpointer user_data)
{
  MtrWindow *self = MTR_WINDOW (user_data);

  self->present_source = 0;
  gtk_window_present (GTK_WINDOW (self));

  return G_SOURCE_REMOVE;
}

static gboolean
realize_cb (gpointer user_data)
{
  MtrWindow *self = MTR_WINDOW (user_data);

  self->realize_source = 0;
  gtk_widget_realize (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/**
 * mtr_window_present_loaded:
 * @self: a window
 *
 * Shows the window with its page as soon as there is something on that page, so that nobody sees an empty one first;
 * after half a second in any case.
 */
void
mtr_window_present_loaded (MtrWindow *self)
{
  MtrPage *page = mtr_window_get_page (self);

  if (page == NULL || !mtr_page_is_loading (page) || gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      gtk_window_present (GTK_WINDOW (self));
      return;
    }

  self->present_source = g_timeout_add (PATIENCE, patience_cb, self);
  g_signal_connect_object (page, "notify::loading", G_CALLBACK (present_cb), self, G_CONNECT_SWAPPED);
  /* What can be made ready is made ready while the store looks things up: once everything is asked for. */
  self->realize_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, realize_cb, self, NULL);
}

/**
 * mtr_window_get_programme:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the open programme
 */
MtrProgramme *
mtr_window_get_programme (MtrWindow *self)
{
  return self->programme;
}

/**
 * mtr_window_show_welcome:
 * @self: a window without a programme
 * @welcome: (transfer floating): the page for when no file is open
 */
void
mtr_window_show_welcome (MtrWindow *self,
                         MtrPage   *welcome)
{
  clear_pages (self);
  gtk_widget_set_visible (self->sidebar, FALSE);
  mtr_window_push (self, welcome);
}

/**
 * mtr_window_set_programme:
 * @self: a window without a programme
 * @programme: the programme that it will show until it is closed
 */
void
mtr_window_set_programme (MtrWindow    *self,
                          MtrProgramme *programme)
{
  g_return_if_fail (self->programme == NULL);

  self->programme = g_object_ref (programme);
  /* Everything in its menu adds something. */
  gtk_widget_set_visible (GTK_WIDGET (self->new_button), !mtr_programme_is_read_only (programme));
  g_signal_connect_object (programme, "notify::status", G_CALLBACK (update_status), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (programme, "notify::trouble", G_CALLBACK (update_status), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (programme, "notify::title", G_CALLBACK (update_programme_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (programme, "notify::undo-label", G_CALLBACK (update_undo), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (programme, "notify::redo-label", G_CALLBACK (update_undo), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (programme, "confirm-undo", G_CALLBACK (confirm_undo_cb), self, G_CONNECT_SWAPPED);

  mtr_import_actions_add (self, programme);
  gtk_widget_set_visible (self->sidebar, TRUE);
  update_programme_title (self);
  update_status (self);
  update_undo (self);
  mtr_window_show_place (self, "today");
}
