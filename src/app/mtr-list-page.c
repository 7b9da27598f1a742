/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A list of a whole file: a search field, a choice of which ones, and a list
 * view over ordered ids that costs what is in sight. What it is a list of is
 * said by a row of a table.
 */

#include "mtr-list-page.h"

#include "mtr-accessible.h"
#include "mtr-date.h"
#include "mtr-record-list.h"

#include <glib/gi18n-lib.h>

struct _MtrListPage {
  MtrPage                parent_instance;

  const MtrListPageKind *kind;
  MtrRecordList         *list;         /* (owned) */
  GCancellable          *cancellable;  /* (owned) (nullable): of the query under way */
  gboolean               loaded;
  gint64                 focus_id;     /* the row that was opened last */

  GtkBox                *tools_box;
  GtkSearchEntry        *search_entry;
  GtkDropDown           *filter_drop_down;
  GtkButton             *more_button;
  GtkMenuButton         *menu_button;
  GtkButton             *new_button;
  GtkLabel              *count_label;
  GtkStack              *stack;
  GtkListView           *list_view;
  AdwStatusPage         *empty_page;
  AdwStatusPage         *nothing_page;
  GtkButton             *empty_button;
};

G_DEFINE_FINAL_TYPE (MtrListPage, mtr_list_page, MTR_TYPE_PAGE)

static gboolean
shows_all (MtrListPage *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) == '\0' &&
         (self->kind->filters == NULL || gtk_drop_down_get_selected (self->filter_drop_down) == 0);
}

static void
show_ids (MtrListPage *self,
          GArray      *ids)
{
  g_autofree char *count = NULL;

  self->loaded = TRUE;
  mtr_record_list_set_ids (self->list, ids);
  count = self->kind->dup_count (ids->len);
  gtk_label_set_text (self->count_label, count);
  gtk_stack_set_visible_child_name (self->stack, ids->len > 0 ? "list" : shows_all (self) ? "empty" : "nothing");
}

static void
say_error (MtrListPage  *self,
           const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && mtr_page_get_programme (MTR_PAGE (self)) != NULL)
    mtr_programme_announce (mtr_page_get_programme (MTR_PAGE (self)), error->message);
}

/* ---- A choice that takes more than a query ------------------------------------------ */

typedef struct {
  const MtrListPageKind *kind;
  guint                  filter;
  GArray                *ids;       /* (owned): in order, of which some are picked */
  MtrPack               *pack;      /* (owned) */
  MtrSnapshot           *snapshot;  /* (owned) (nullable): once it is loaded */
  GDate                  today;
} Pick;

static void
pick_free (gpointer data)
{
  Pick *pick = data;

  g_array_unref (pick->ids);
  g_object_unref (pick->pack);
  g_clear_object (&pick->snapshot);
  g_free (pick);
}

static void
pick_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Pick *pick = task_data;
  g_autoptr (GHashTable) picked = pick->kind->pick (pick->filter, pick->snapshot, pick->pack, &pick->today);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < pick->ids->len; i++)
    if (g_hash_table_contains (picked, &g_array_index (pick->ids, gint64, i)))
      g_array_append_val (ids, g_array_index (pick->ids, gint64, i));
  g_task_return_pointer (task, ids, (GDestroyNotify) g_array_unref);
}

static void
picked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  MtrListPage *self = MTR_LIST_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = g_task_propagate_pointer (G_TASK (result), &error);

  if (ids != NULL && self->list != NULL)
    show_ids (self, ids);
  else if (ids == NULL)
    say_error (self, error);
}

static void
snapshot_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Pick *pick = g_task_get_task_data (task);
  GError *error = NULL;

  pick->snapshot = mtr_store_load_finish (MTR_STORE (source), result, &error);
  if (pick->snapshot == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, pick_in_thread);
}

static void
start_pick (MtrListPage *self,
            guint        filter,
            GArray      *ids)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  GTask *task = g_task_new (self, self->cancellable, picked_cb, NULL);
  Pick *pick = g_new0 (Pick, 1);

  pick->kind = self->kind;
  pick->filter = filter;
  pick->ids = g_array_ref (ids);
  pick->pack = g_object_ref (mtr_programme_get_pack (programme, NULL));
  mtr_programme_get_today (programme, &pick->today);
  g_task_set_source_tag (task, start_pick);
  g_task_set_task_data (task, pick, pick_free);
  mtr_store_load_async (mtr_programme_get_store (programme), MTR_SCOPE_MATCHING, MTR_KIND_PROGRAMME, 0, MTR_READER_LEAD,
                        self->cancellable, snapshot_cb, task);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MtrListPage) self = MTR_LIST_PAGE (user_data);
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = mtr_store_list_ids_finish (MTR_STORE (source), result, &error);
  guint filter;

  if (ids == NULL || self->list == NULL)
    {
      if (ids == NULL)
        say_error (self, error);
      return;
    }

  filter = self->kind->filters != NULL ? gtk_drop_down_get_selected (self->filter_drop_down) : 0;
  if (self->kind->pick != NULL && filter > 0 && programme != NULL && mtr_programme_get_pack (programme, NULL) != NULL)
    start_pick (self, filter, ids);
  else
    show_ids (self, ids);
}

static void
load (MtrListPage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  const MtrListFilter *filter = NULL;
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (self->kind->kind);
  g_autofree char *tomorrow = NULL;
  GDate today;

  if (self->kind->filters != NULL)
    filter = &self->kind->filters[gtk_drop_down_get_selected (self->filter_drop_down)];

  mtr_programme_get_today (programme, &today);
  g_date_add_days (&today, 1);
  tomorrow = mtr_date_to_iso (&today);
  query.contains = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  query.order_field = self->kind->order_field;
  if (filter != NULL && filter->equal_field != MTR_FIELD_NONE)
    {
      query.equal_field = filter->equal_field;
      query.equal_text = filter->equal_text;
    }
  if (filter != NULL && filter->until_field != MTR_FIELD_NONE)
    {
      query.range_field = filter->until_field;
      query.range_to = tomorrow;
    }

  /* Of several queries the last one counts. */
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  mtr_store_list_ids_async (mtr_programme_get_store (programme), &query, self->cancellable, listed_cb,
                            g_object_ref (self));
}

static void
changed_cb (MtrListPage *self,
            GArray      *records)
{
  for (guint i = 0; i < records->len; i++)
    if (g_array_index (records, MtrStoreRecord, i).kind == self->kind->kind)
      mtr_record_list_refresh (self->list, g_array_index (records, MtrStoreRecord, i).id);
}

static void
show_item (GtkListItem *list_item)
{
  MtrRecordItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);
  MtrListPage *self = MTR_LIST_PAGE (gtk_widget_get_ancestor (row, MTR_TYPE_LIST_PAGE));

  if (self != NULL && mtr_page_get_programme (MTR_PAGE (self)) != NULL)
    self->kind->show_row (row, mtr_page_get_programme (MTR_PAGE (self)), mtr_record_item_get_record (item));
}

static void
setup_cb (MtrListPage *self,
          GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, self->kind->make_row ());
}

static void
bind_cb (MtrListPage *self,
         GtkListItem *list_item)
{
  MtrRecordItem *item = gtk_list_item_get_item (list_item);

  g_signal_connect_object (item, "notify::record", G_CALLBACK (show_item), list_item, G_CONNECT_SWAPPED);
  show_item (list_item);
  mtr_record_list_want (self->list, item);
}

static void
unbind_cb (MtrListPage *self,
           GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), show_item, list_item);
}

static void
activate_cb (MtrListPage *self,
             guint        position)
{
  g_autoptr (MtrRecordItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  self->focus_id = mtr_record_item_get_id (item);
  self->kind->open (MTR_PAGE (self), self->focus_id);
}

/* Down leaves the search field for the list; Enter opens the first one found. */
static void
search_activate_cb (MtrListPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    activate_cb (self, 0);
}

static void
new_cb (MtrListPage *self)
{
  self->kind->make_new (MTR_PAGE (self));
}

/* Where nothing has been typed, Ctrl+Z means the last action: the list often comes after one. */
static gboolean
search_key_cb (MtrListPage     *self,
               guint            keyval,
               guint            keycode,
               GdkModifierType  modifiers)
{
  if (gdk_keyval_to_lower (keyval) != GDK_KEY_z || *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0' ||
      (modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK)) != GDK_CONTROL_MASK)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_activate_action (GTK_WIDGET (self), "win.undo", NULL);
}

static void
more_cb (MtrListPage *self)
{
  self->kind->open_more (MTR_PAGE (self));
}

static void
set_label (GtkWidget  *widget,
           const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* Where there is little room the way to the other page is a lock, and what stands beside a search field goes below it. */
static void
narrow_cb (MtrListPage *self)
{
  gboolean narrow = mtr_page_get_narrow (MTR_PAGE (self));
  gboolean stacked = narrow && self->kind != NULL && self->kind->more_label != NULL && self->kind->filters != NULL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->tools_box),
                                  stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->filter_drop_down), stacked);
  if (self->kind == NULL || self->kind->more_label == NULL)
    return;

  if (narrow)
    gtk_button_set_icon_name (self->more_button, "channel-secure-symbolic");
  else
    gtk_button_set_label (self->more_button, _(self->kind->more_label));
  set_label (GTK_WIDGET (self->more_button), _(self->kind->more_label));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->more_button), _(self->kind->more_label));
}

static void
mtr_list_page_refresh (MtrPage *page)
{
  MtrListPage *self = MTR_LIST_PAGE (page);
  gboolean writable = !mtr_programme_is_read_only (mtr_page_get_programme (page));

  gtk_widget_set_visible (GTK_WIDGET (self->new_button), writable);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_button), writable);
  load (self);
}

static gboolean
mtr_list_page_go_to (MtrPage  *page,
                     MtrKind   kind,
                     gint64    id,
                     MtrField  field)
{
  MtrListPage *self = MTR_LIST_PAGE (page);

  if (kind != self->kind->kind && kind != self->kind->shown_kind)
    return FALSE;

  self->focus_id = id;
  self->kind->open (page, id);

  return TRUE;
}

/* Back from a row, the focus is on that row; else where one types. */
static void
mtr_list_page_focus_first (MtrPage *page)
{
  MtrListPage *self = MTR_LIST_PAGE (page);
  guint position = self->focus_id != 0 ? mtr_record_list_find (self->list, self->focus_id) : G_MAXUINT;

  if (position != G_MAXUINT)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
      gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
    }
  else if (self->loaded && g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0 && shows_all (self))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->empty_button));
    }
  else
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
    }
}

static void
mtr_list_page_dispose (GObject *object)
{
  MtrListPage *self = MTR_LIST_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (mtr_list_page_parent_class)->dispose (object);
}

static void
mtr_list_page_class_init (MtrListPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_list_page_dispose;
  page_class->refresh = mtr_list_page_refresh;
  page_class->go_to = mtr_list_page_go_to;
  page_class->focus_first = mtr_list_page_focus_first;

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-list-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MtrListPage, tools_box);
  gtk_widget_class_bind_template_child (widget_class, MtrListPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MtrListPage, filter_drop_down);
  gtk_widget_class_bind_template_child (widget_class, MtrListPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, MtrListPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, MtrListPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, MtrListPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, MtrListPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MtrListPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, MtrListPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, MtrListPage, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, MtrListPage, empty_button);
}

static void
mtr_list_page_init (MtrListPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mtr_accessible_set_label (GTK_WIDGET (self->count_label), "");
}

static void
add_words (MtrListPage *self)
{
  const MtrListPageKind *kind = self->kind;

  set_label (GTK_WIDGET (self->list_view), _(kind->label));
  set_label (GTK_WIDGET (self->search_entry), _(kind->search_label));
  g_object_set (self->search_entry, "placeholder-text", _(kind->search_label), NULL);
  set_label (GTK_WIDGET (self->new_button), _(kind->new_label));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->new_button), _(kind->new_label));
  gtk_button_set_label (self->empty_button, _(kind->new_label));
  adw_status_page_set_icon_name (self->empty_page, kind->icon);
  adw_status_page_set_title (self->empty_page, _(kind->empty_title));
  adw_status_page_set_description (self->empty_page, _(kind->empty_description));
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), kind->more_label != NULL);
  if (kind->more_label != NULL)
    {
      narrow_cb (self);
      g_signal_connect_object (self->more_button, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
add_verbs (MtrListPage *self)
{
  gboolean writable = !mtr_programme_is_read_only (mtr_page_get_programme (MTR_PAGE (self)));
  g_autoptr (GMenu) menu = g_menu_new ();

  for (gsize i = 0; i < self->kind->n_verbs; i++)
    if (writable || !self->kind->verbs[i].writes)
      g_menu_append (menu, _(self->kind->verbs[i].label), self->kind->verbs[i].action);
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
}

static void
add_filters (MtrListPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  if (self->kind->filters == NULL)
    return;

  for (gsize i = 0; i < self->kind->n_filters; i++)
    gtk_string_list_append (titles, _(self->kind->filters[i].title));
  gtk_drop_down_set_model (self->filter_drop_down, G_LIST_MODEL (titles));
  gtk_widget_set_visible (GTK_WIDGET (self->filter_drop_down), TRUE);
  g_signal_connect_object (self->filter_drop_down, "notify::selected", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
}

/**
 * mtr_list_page_new:
 * @kind: what it is a list of
 * @programme: the programme
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_list_page_new (const MtrListPageKind *kind,
                   MtrProgramme          *programme)
{
  MtrListPage *self = g_object_new (MTR_TYPE_LIST_PAGE, NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkNoSelection *selection;

  self->kind = kind;
  self->list = mtr_record_list_new (mtr_programme_get_store (programme), kind->kind, MTR_READER_LEAD);
  mtr_page_set_programme (MTR_PAGE (self), programme);
  add_words (self);
  add_filters (self);
  add_verbs (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (search_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), keys);
  /* Typing anywhere on the page is searching. */
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self));

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, factory);
  g_object_unref (factory);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);

  g_signal_connect_object (self->list_view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "search-changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "activate", G_CALLBACK (search_activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->new_button, "clicked", G_CALLBACK (new_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->empty_button, "clicked", G_CALLBACK (new_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (programme, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);

  return MTR_PAGE (self);
}

/**
 * mtr_list_page_set_filter:
 * @self: a list
 * @filter: the position of a filter in its table
 */
void
mtr_list_page_set_filter (MtrListPage *self,
                          guint        filter)
{
  gtk_drop_down_set_selected (self->filter_drop_down, filter);
}
