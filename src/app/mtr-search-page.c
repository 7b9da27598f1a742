/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Search across everything in the file: found records grouped by kind, each
 * with the words around and the pairing it belongs to. Of several searches the
 * last one counts. What is private says so, with a lock and in words.
 */

#include "mtr-search-page.h"

#include "mtr-accessible.h"
#include "mtr-pairing-row.h"
#include "mtr-row-list.h"
#include "mtr-text.h"
#include "mtr-window.h"

#include <glib/gi18n-lib.h>

#define MAX_HITS 100
#define EXCERPT_CHARACTERS 160

struct _MtrSearchPage {
  MtrPage          parent_instance;

  GCancellable    *cancellable;           /* (owned) (nullable): of the search under way */
  GPtrArray       *hits;                  /* (owned) (nullable) (element-type MtrSearchHit) */
  GHashTable      *summaries;             /* (owned): pairing id → MtrRecord */
  GtkWidget       *groups[MTR_N_KINDS];   /* (nullable): made when the first record of the kind is found */
  MtrRowList      *rows[MTR_N_KINDS];     /* (owned) (nullable) */

  GtkEditable     *search_entry;
  GtkLabel        *count_label;
  GtkStack        *stack;
  GtkBox          *results_box;
};

G_DEFINE_FINAL_TYPE (MtrSearchPage, mtr_search_page, MTR_TYPE_PAGE)

static void
go_to_hit (MtrSearchPage      *self,
           const MtrSearchHit *hit)
{
  mtr_window_go_to (mtr_window_of (GTK_WIDGET (self)), hit->pairing_id, hit->kind, hit->id, MTR_FIELD_NONE);
}

static void
row_cb (MtrSearchPage *self,
        const char    *key)
{
  guint position = (guint) g_ascii_strtoull (key, NULL, 10);

  if (self->hits != NULL && position < self->hits->len)
    go_to_hit (self, g_ptr_array_index (self->hits, position));
}

/* The programme itself is what is open already. */
static void
drop_programme (GPtrArray *hits)
{
  for (guint i = hits->len; i > 0; i--)
    if (((MtrSearchHit *) g_ptr_array_index (hits, i - 1))->kind == MTR_KIND_PROGRAMME)
      g_ptr_array_remove_index (hits, i - 1);
}

static void
make_group (MtrSearchPage *self,
            MtrKind        kind)
{
  g_autofree char *title = NULL;
  GtkWidget *before = NULL;

  if (self->groups[kind] != NULL)
    return;

  title = g_markup_escape_text (mtr_kind_get_label (kind), -1);
  self->groups[kind] = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->groups[kind]), title);
  self->rows[kind] = mtr_row_list_new (ADW_PREFERENCES_GROUP (self->groups[kind]));
  g_signal_connect_object (self->rows[kind], "activated", G_CALLBACK (row_cb), self, G_CONNECT_SWAPPED);
  for (int other = 0; other < (int) kind; other++)
    if (self->groups[other] != NULL)
      before = self->groups[other];
  gtk_box_insert_child_after (self->results_box, self->groups[kind], before);
}

static void
add_hit (MtrSearchPage *self,
         guint          position)
{
  const MtrSearchHit *hit = g_ptr_array_index (self->hits, position);
  MtrRecord *summary = g_hash_table_lookup (self->summaries, &hit->pairing_id);
  g_autofree char *key = g_strdup_printf ("%u", position);
  g_autofree char *line = mtr_text_clean (hit->excerpt != NULL ? hit->excerpt : "", -1, MTR_TEXT_ONE_LINE, NULL);
  g_autofree char *words = mtr_text_excerpt (line, EXCERPT_CHARACTERS);
  g_autofree char *excerpt = mtr_text_isolate (words);
  g_autofree char *where = summary != NULL ? mtr_pairing_row_dup_title (summary) : NULL;

  mtr_row_list_add (self->rows[hit->kind], key, excerpt, where,
                    /* Translators: stands beside a search result from the owner's private notes. */
                    hit->is_private ? _("🔒 only you") : NULL, NULL);
}

static void
show_hits (MtrSearchPage *self)
{
  g_autofree char *count = NULL;
  gboolean asked = *gtk_editable_get_text (self->search_entry) != '\0';

  for (guint i = 0; i < self->hits->len; i++)
    make_group (self, ((MtrSearchHit *) g_ptr_array_index (self->hits, i))->kind);
  for (int kind = 0; kind < MTR_N_KINDS; kind++)
    {
      if (self->rows[kind] == NULL)
        continue;
      mtr_row_list_begin (self->rows[kind]);
      for (guint i = 0; i < self->hits->len; i++)
        if ((int) ((MtrSearchHit *) g_ptr_array_index (self->hits, i))->kind == kind)
          add_hit (self, i);
      mtr_row_list_end (self->rows[kind]);
      gtk_widget_set_visible (self->groups[kind], mtr_row_list_count (self->rows[kind]) > 0);
    }

  if (self->hits->len >= MAX_HITS)
    count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The newest %u place", "The newest %u places",
                                          self->hits->len), self->hits->len);
  else if (self->hits->len > 0)
    count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place", "%u places", self->hits->len), self->hits->len);
  /* That nothing was found stands large below it: here it is only spoken. */
  gtk_label_set_text (self->count_label, count != NULL ? count : asked ? _("Nothing found") : "");
  gtk_widget_set_opacity (GTK_WIDGET (self->count_label), count != NULL ? 1 : 0);
  gtk_stack_set_visible_child_name (self->stack, self->hits->len > 0 ? "results" : asked ? "nothing" : "empty");
}

static void
summaries_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (MtrSearchPage) self = MTR_SEARCH_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = mtr_store_get_records_finish (MTR_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->hits == NULL)
    return;

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      gint64 id = mtr_record_get_id (g_ptr_array_index (records, i));

      g_hash_table_replace (self->summaries, g_memdup2 (&id, sizeof id),
                            g_object_ref (g_ptr_array_index (records, i)));
    }
  show_hits (self);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MtrSearchPage) self = MTR_SEARCH_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GPtrArray *hits = mtr_store_search_finish (MTR_STORE (source), result, &error);

  if (hits == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && mtr_page_get_programme (MTR_PAGE (self)) != NULL)
        mtr_programme_announce (mtr_page_get_programme (MTR_PAGE (self)), error->message);
      return;
    }

  g_clear_pointer (&self->hits, g_ptr_array_unref);
  self->hits = hits;
  drop_programme (hits);
  for (guint i = 0; i < hits->len; i++)
    {
      gint64 id = ((MtrSearchHit *) g_ptr_array_index (hits, i))->pairing_id;
      gboolean known = id == 0;

      for (guint j = 0; j < ids->len; j++)
        known = known || g_array_index (ids, gint64, j) == id;
      if (!known)
        g_array_append_val (ids, id);
    }
  if (ids->len == 0)
    show_hits (self);
  else
    mtr_store_get_records_async (MTR_STORE (source), MTR_KIND_PAIRING_SUMMARY, (const gint64 *) (gpointer) ids->data,
                                 ids->len, MTR_READER_LEAD, self->cancellable, summaries_cb, g_object_ref (self));
}

static void
search_changed_cb (MtrSearchPage *self)
{
  const char *words = gtk_editable_get_text (self->search_entry);

  if (mtr_page_get_programme (MTR_PAGE (self)) == NULL)
    return;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (mtr_text_is_blank (words))
    {
      g_clear_pointer (&self->hits, g_ptr_array_unref);
      gtk_label_set_text (self->count_label, "");
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  mtr_store_search_async (mtr_programme_get_store (mtr_page_get_programme (MTR_PAGE (self))), words, MAX_HITS, TRUE,
                          self->cancellable, found_cb, g_object_ref (self));
}

/* Enter goes to the first place in sight. */
static void
activate_cb (MtrSearchPage *self)
{
  const MtrSearchHit *first = NULL;

  for (guint i = 0; self->hits != NULL && i < self->hits->len; i++)
    {
      const MtrSearchHit *hit = g_ptr_array_index (self->hits, i);

      if (first == NULL || hit->kind < first->kind)
        first = hit;
    }
  if (first != NULL)
    go_to_hit (self, first);
}

static void
stop_cb (MtrSearchPage *self)
{
  mtr_page_pop (MTR_PAGE (self));
}

static gboolean
key_cb (MtrSearchPage *self,
        guint          key)
{
  if (key != GDK_KEY_Down || self->hits == NULL || self->hits->len == 0)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_child_focus (GTK_WIDGET (self->results_box), GTK_DIR_TAB_FORWARD);
}

static void
mtr_search_page_refresh (MtrPage *page)
{
  search_changed_cb (MTR_SEARCH_PAGE (page));
}

static void
mtr_search_page_focus_first (MtrPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (MTR_SEARCH_PAGE (page)->search_entry));
}

static void
mtr_search_page_dispose (GObject *object)
{
  MtrSearchPage *self = MTR_SEARCH_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_clear_pointer (&self->summaries, g_hash_table_unref);
  for (gsize i = 0; i < G_N_ELEMENTS (self->rows); i++)
    g_clear_object (&self->rows[i]);

  G_OBJECT_CLASS (mtr_search_page_parent_class)->dispose (object);
}

static void
mtr_search_page_class_init (MtrSearchPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_search_page_dispose;
  MTR_PAGE_CLASS (klass)->refresh = mtr_search_page_refresh;
  MTR_PAGE_CLASS (klass)->focus_first = mtr_search_page_focus_first;

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-search-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MtrSearchPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MtrSearchPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, MtrSearchPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MtrSearchPage, results_box);
}

static void
mtr_search_page_init (MtrSearchPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  mtr_accessible_set_label (GTK_WIDGET (self->count_label), "");
  self->summaries = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  g_signal_connect_object (self->search_entry, "search-changed", G_CALLBACK (search_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "stop-search", G_CALLBACK (stop_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), keys);
}

/**
 * mtr_search_page_new:
 * @programme: the programme
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_search_page_new (MtrProgramme *programme)
{
  MtrSearchPage *self = g_object_new (MTR_TYPE_SEARCH_PAGE, NULL);

  mtr_page_set_programme (MTR_PAGE (self), programme);

  return MTR_PAGE (self);
}

/**
 * mtr_search_page_search:
 * @self: a page
 * @words: what to look for, as it would be typed
 */
void
mtr_search_page_search (MtrSearchPage *self,
                        const char    *words)
{
  gtk_editable_set_text (self->search_entry, words);
  /* Nobody is typing, so there is nothing to wait for. */
  search_changed_cb (self);
}
