/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The last step of bringing in a portfolio: whose it becomes, who and what
 * comes in, what is here already, why it is refused; and the button that
 * brings it in, in one change. When something else changes in the programme
 * meanwhile, it is checked anew.
 */

#include "mtr-portfolio-in-preview-page.h"

#include "mtr-accessible.h"
#include "mtr-busy-box.h"
#include "mtr-error-words.h"
#include "mtr-page-parts.h"
#include "mtr-portfolio-in-job.h"
#include "mtr-window.h"

#include <glib/gi18n-lib.h>

struct _MtrPortfolioInPreviewPage {
  MtrPage              parent_instance;

  MtrCarriedPortfolio *carried;        /* (owned) */
  MtrPortfolioImport  *import;         /* (owned) (nullable): the dry run */
  gint64               owner;          /* whose it becomes, as for the dry run */
  GArray              *owners;         /* (owned): ids of the people of the drop-down, after the one who is new */
  gconstpointer        checking;       /* what stops the dry run under way; NULL: none is */
  gboolean             stale;          /* something has changed since the dry run */
  gboolean             bringing_in;
  gboolean             filling;        /* the drop-down is not being chosen from */

  AdwPreferencesGroup *whole_group;
  AdwPreferencesGroup *owner_group;
  GtkDropDown         *owner_drop_down;
  AdwPreferencesGroup *people_group;
  AdwPreferencesGroup *parts_group;
  GPtrArray           *rows;           /* (owned) (element-type GtkWidget): of the groups, unowned */
  MtrBusyBox          *busy;
  GtkWidget           *button;
  GtkLabel            *problem_label;
};

G_DEFINE_FINAL_TYPE (MtrPortfolioInPreviewPage, mtr_portfolio_in_preview_page, MTR_TYPE_PAGE)

static void
say_problem (MtrPortfolioInPreviewPage *self,
             const char                *problem)
{
  gtk_label_set_text (self->problem_label, problem);
}

static void
say_error (MtrPortfolioInPreviewPage *self,
           const GError              *error)
{
  g_autofree char *words = mtr_error_to_words (error, NULL);

  say_problem (self, words);
}

/* ---- What would become of it ----------------------------------------------------- */

static void
remove_rows (MtrPortfolioInPreviewPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP)), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_row (MtrPortfolioInPreviewPage *self,
         AdwPreferencesGroup       *group,
         MtrImportRow              *item)
{
  GtkWidget *row = adw_action_row_new ();
  const char *state = mtr_import_state_get_label (mtr_import_row_get_state (item));
  GtkWidget *state_label = gtk_label_new (state);
  g_autofree char *description = mtr_import_row_describe (item);
  g_autofree char *spoken = g_strdup_printf ("%s. %s. %s", state, mtr_import_row_get_title (item), description);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), mtr_import_row_get_title (item));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), description);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mtr_accessible_new_picture (mtr_import_state_get_icon (mtr_import_row_get_state (item))));
  gtk_widget_add_css_class (state_label, "caption");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), state_label);
  mtr_accessible_set_label (row, spoken);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_rows (MtrPortfolioInPreviewPage *self)
{
  GListModel *items = mtr_portfolio_import_get_rows (self->import);
  guint n_people = mtr_portfolio_import_get_n_people (self->import);
  gboolean is_refused = mtr_portfolio_import_get_state (self->import) == MTR_IMPORT_REFUSED;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (MtrImportRow) item = g_list_model_get_item (items, i);
      AdwPreferencesGroup *group = i == 0 ? self->whole_group : i <= n_people ? self->people_group : self->parts_group;

      add_row (self, group, item);
    }
  /* Of what is refused nothing comes in. */
  gtk_widget_set_visible (GTK_WIDGET (self->people_group), n_people > 0 && !is_refused);
  gtk_widget_set_visible (GTK_WIDGET (self->parts_group), g_list_model_get_n_items (items) > n_people + 1 && !is_refused);
}

static char *
dup_person_title (MtrRecord *person)
{
  const char *where = mtr_record_get_text (person, mtr_record_is_set (person, MTR_PERSON_TEAM) ? MTR_PERSON_TEAM
                                                                                                : MTR_PERSON_EMPLOYER);

  /* Translators: the name of a person, and their team or employer. */
  return where != NULL ? g_strdup_printf (_("%s (%s)"), mtr_record_get_name (person, MTR_PERSON_NAME), where)
                       : g_strdup (mtr_record_get_name (person, MTR_PERSON_NAME));
}

/* Somebody who has the very id is that person; else the guess can be put right. */
static void
show_owners (MtrPortfolioInPreviewPage *self,
             MtrSnapshot               *file)
{
  gint64 owner = mtr_portfolio_import_get_owner (self->import);
  MtrRecord *portfolio = g_ptr_array_index (mtr_carried_portfolio_get_records (self->carried), 0);
  gboolean is_known = mtr_snapshot_get (file, MTR_KIND_PERSON,
                                        mtr_record_get_number (portfolio, MTR_PORTFOLIO_PERSON_ID)) != NULL;
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  /* Translators: the name of somebody who is not in the programme yet. */
  g_autofree char *somebody = g_strdup_printf (_("%s, as somebody new"), mtr_portfolio_import_get_name (self->import));
  guint selected = 0;

  gtk_widget_set_visible (GTK_WIDGET (self->owner_group),
                          !is_known && mtr_portfolio_import_get_pack (self->import) != NULL &&
                          mtr_portfolio_import_get_state (self->import) != MTR_IMPORT_SAME);
  gtk_string_list_append (titles, somebody);
  g_array_set_size (self->owners, 0);
  for (guint i = 0; i < mtr_snapshot_count (file, MTR_KIND_PERSON); i++)
    {
      MtrRecord *person = mtr_snapshot_nth (file, MTR_KIND_PERSON, i);
      gint64 id = mtr_record_get_id (person);
      g_autofree char *title = dup_person_title (person);

      gtk_string_list_append (titles, title);
      g_array_append_val (self->owners, id);
      if (id == owner)
        selected = self->owners->len;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->owner_drop_down, G_LIST_MODEL (titles));
  gtk_drop_down_set_enable_search (self->owner_drop_down, self->owners->len > 8);
  gtk_drop_down_set_selected (self->owner_drop_down, selected);
  self->filling = FALSE;
}

static void
show_button (MtrPortfolioInPreviewPage *self)
{
  gboolean is_here = self->import != NULL && mtr_portfolio_import_get_state (self->import) == MTR_IMPORT_SAME;

  gtk_button_set_label (GTK_BUTTON (self->button), is_here ? _("Show It") : _("Bring It In"));
}

/* ---- The dry run -------------------------------------------------------------------- */

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MtrPortfolioInPreviewPage) self = MTR_PORTFOLIO_IN_PREVIEW_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrSnapshot) file = NULL;
  g_autoptr (MtrPortfolioImport) import = mtr_portfolio_in_job_check_finish (result, &file, &error);

  /* Of several dry runs the last one counts. */
  if (mtr_page_is_gone (MTR_PAGE (self)) || self->checking != g_task_get_cancellable (G_TASK (result)))
    return;

  self->checking = NULL;
  mtr_busy_box_end (self->busy);
  if (import == NULL)
    {
      say_error (self, error);
      return;
    }
  g_set_object (&self->import, import);
  remove_rows (self);
  show_rows (self);
  show_owners (self, file);
  show_button (self);
}

static void
start_check (MtrPortfolioInPreviewPage *self)
{
  GCancellable *cancellable = mtr_busy_box_begin (self->busy, _("Looking who and what is here already…"));

  self->checking = cancellable;
  self->stale = FALSE;
  g_clear_object (&self->import);
  say_problem (self, "");
  mtr_portfolio_in_job_check_async (mtr_page_get_programme (MTR_PAGE (self)), self->carried, self->owner, cancellable,
                                    checked_cb, g_object_ref (self));
}

static void
owner_cb (MtrPortfolioInPreviewPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->owner_drop_down);

  if (self->filling || selected == GTK_INVALID_LIST_POSITION)
    return;
  self->owner = selected == 0 ? MTR_PORTFOLIO_OWNER_NEW : g_array_index (self->owners, gint64, selected - 1);
  start_check (self);
}

static void
changed_cb (MtrPortfolioInPreviewPage *self)
{
  self->stale = TRUE;
}

/* ---- Bringing it in ------------------------------------------------------------------- */

static void
show_pairing (MtrPortfolioInPreviewPage *self)
{
  MtrWindow *window = mtr_window_of (GTK_WIDGET (self));
  gint64 pairing = mtr_portfolio_import_get_pairing (self->import);

  mtr_window_show_place (window, "pairings");
  mtr_window_open_pairing (window, pairing);
}

static void
brought_in_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (MtrPortfolioInPreviewPage) self = MTR_PORTFOLIO_IN_PREVIEW_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  gboolean done = mtr_portfolio_in_job_bring_in_finish (result, &error);
  g_autofree char *words = NULL;

  self->bringing_in = FALSE;
  if (mtr_page_is_gone (MTR_PAGE (self)) || mtr_window_of (GTK_WIDGET (self)) == NULL)
    return;

  mtr_busy_box_end (self->busy);
  if (!done)
    {
      say_error (self, error);
      return;
    }
  words = g_strdup_printf (_("The portfolio of %s is brought in. Ctrl+Z takes it back"),
                           mtr_portfolio_import_get_name (self->import));
  mtr_programme_announce (MTR_PROGRAMME (source), words);
  show_pairing (self);
}

static void
bring_in_cb (MtrPortfolioInPreviewPage *self)
{
  if (self->checking != NULL || self->bringing_in)
    return;
  /* Stopped before. */
  if (self->import == NULL)
    {
      start_check (self);
      return;
    }
  if (mtr_portfolio_import_get_state (self->import) == MTR_IMPORT_SAME)
    {
      show_pairing (self);
      return;
    }
  if (mtr_portfolio_import_get_state (self->import) == MTR_IMPORT_REFUSED)
    {
      say_problem (self, _("It is refused, so nothing is brought in. Why is said at the top."));
      gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
      return;
    }

  say_problem (self, "");
  self->bringing_in = TRUE;
  mtr_busy_box_begin (self->busy, _("Bringing it in…"));
  mtr_portfolio_in_job_bring_in_async (mtr_page_get_programme (MTR_PAGE (self)), self->import, brought_in_cb,
                                       g_object_ref (self));
}

/* ---- The page ---------------------------------------------------------------------------- */

static void
mtr_portfolio_in_preview_page_refresh (MtrPage *page)
{
  MtrPortfolioInPreviewPage *self = MTR_PORTFOLIO_IN_PREVIEW_PAGE (page);

  if (self->stale && !self->bringing_in)
    start_check (self);
}

static void
mtr_portfolio_in_preview_page_focus_first (MtrPage *page)
{
  gtk_widget_grab_focus (MTR_PORTFOLIO_IN_PREVIEW_PAGE (page)->button);
}

static void
mtr_portfolio_in_preview_page_leave (MtrPage *page)
{
  mtr_busy_box_stop (MTR_PORTFOLIO_IN_PREVIEW_PAGE (page)->busy);
}

static void
mtr_portfolio_in_preview_page_dispose (GObject *object)
{
  MtrPortfolioInPreviewPage *self = MTR_PORTFOLIO_IN_PREVIEW_PAGE (object);

  g_clear_object (&self->carried);
  g_clear_object (&self->import);
  g_clear_pointer (&self->owners, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (mtr_portfolio_in_preview_page_parent_class)->dispose (object);
}

static void
mtr_portfolio_in_preview_page_class_init (MtrPortfolioInPreviewPageClass *klass)
{
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_portfolio_in_preview_page_dispose;
  page_class->refresh = mtr_portfolio_in_preview_page_refresh;
  page_class->focus_first = mtr_portfolio_in_preview_page_focus_first;
  page_class->leave = mtr_portfolio_in_preview_page_leave;
}

static void
mtr_portfolio_in_preview_page_init (MtrPortfolioInPreviewPage *self)
{
  self->owners = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rows = g_ptr_array_new ();
}

static AdwPreferencesGroup *
add_group (GtkBox     *content,
           const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (content, group);

  return ADW_PREFERENCES_GROUP (group);
}

static void
setup_name_cb (GtkListItemFactory *factory,
               GtkListItem        *item,
               gpointer            user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_name_cb (GtkListItemFactory *factory,
              GtkListItem        *item,
              gpointer            user_data)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* A long name must not make a narrow window wide. */
static GtkWidget *
make_owner_drop_down (void)
{
  GtkWidget *drop_down = gtk_drop_down_new (NULL, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_name_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_name_cb), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (drop_down), factory);
  mtr_accessible_set_label (drop_down, _("Whose portfolio it becomes"));

  return drop_down;
}

static void
add_owner_row (MtrPortfolioInPreviewPage *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_label_new (_("What is written here about somebody who is here already stays as it is."));
  GtkWidget *drop_down = make_owner_drop_down ();

  self->owner_drop_down = GTK_DROP_DOWN (drop_down);
  gtk_label_set_wrap (GTK_LABEL (line), TRUE);
  gtk_label_set_xalign (GTK_LABEL (line), 0);
  gtk_widget_add_css_class (line, "dim-label");
  gtk_widget_add_css_class (box, "field-row");
  gtk_box_append (GTK_BOX (box), drop_down);
  gtk_box_append (GTK_BOX (box), line);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Whose portfolio it becomes"));
  adw_preferences_group_add (self->owner_group, row);
}

/**
 * mtr_portfolio_in_preview_page_new:
 * @programme: a programme that can be written
 * @carried: a portfolio that was read
 *
 * Returns: (transfer floating): the page; it checks the portfolio when it is shown
 */
MtrPage *
mtr_portfolio_in_preview_page_new (MtrProgramme        *programme,
                                   MtrCarriedPortfolio *carried)
{
  MtrPortfolioInPreviewPage *self = g_object_new (MTR_TYPE_PORTFOLIO_IN_PREVIEW_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  GtkBox *actions;

  mtr_page_set_programme (MTR_PAGE (self), programme);
  mtr_page_set_title (MTR_PAGE (self), _("What Would Come In"));
  self->carried = g_object_ref (carried);
  self->owner = MTR_PORTFOLIO_OWNER_FOUND;
  self->stale = TRUE;

  self->whole_group = add_group (content, _("The portfolio"));
  self->owner_group = add_group (content, _("Whose it becomes"));
  add_owner_row (self);
  actions = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_box_append (content, GTK_WIDGET (actions));
  self->busy = MTR_BUSY_BOX (mtr_busy_box_new ());
  gtk_box_append (actions, GTK_WIDGET (self->busy));
  self->button = mtr_page_parts_add_button (actions, _("Bring It In"), TRUE);
  self->problem_label = mtr_page_parts_add_problem (actions);
  self->people_group = add_group (content, _("The people it names"));
  self->parts_group = add_group (content, _("What is in it"));
  gtk_widget_set_visible (GTK_WIDGET (self->owner_group), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->people_group), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->parts_group), FALSE);

  g_signal_connect_object (self->owner_drop_down, "notify::selected", G_CALLBACK (owner_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (bring_in_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (programme, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
