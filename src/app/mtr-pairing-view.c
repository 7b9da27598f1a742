/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A pairing opened: the views that its pack asks for, with their local names,
 * and the switcher between them: at the top where there is room, at the foot
 * where there is not.
 */

#include "mtr-pairing-view.h"

#include "mtr-accessible.h"
#include "mtr-diary-page.h"
#include "mtr-group.h"
#include "mtr-learning-page.h"
#include "mtr-observations-page.h"
#include "mtr-overview-page.h"
#include "mtr-pairing.h"
#include "mtr-portfolio-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _MtrPairingView {
  MtrPage           parent_instance;

  MtrPairingModel  *model;   /* (owned) */

  GArray           *members;    /* (owned) (element-type gint64): in the order of the drop-down */
  gboolean          filling;    /* the drop-down, so nobody chooses */

  GtkWidget        *member_box;
  GtkDropDown      *member_drop_down;
  AdwViewStack     *stack;
  GtkWidget        *switcher_box;
  AdwViewSwitcher  *switcher;
  AdwViewSwitcherBar *switcher_bar;
};

G_DEFINE_FINAL_TYPE (MtrPairingView, mtr_pairing_view, MTR_TYPE_PAGE)

/* Which view a code of the pack is, and the kinds of record that are shown there. */
static const struct {
  const char *code;
  const char *icon;
  MtrPage  *(*make) (MtrPairingModel *model);
  gboolean    of_member;  /* of a group it is one member's */
} views[] = {
  { "diary", "accessories-text-editor-symbolic", mtr_diary_page_new, FALSE },
  { "pairing", "system-users-symbolic", mtr_overview_page_new, FALSE },
  { "learning", "emblem-documents-symbolic", mtr_learning_page_new, FALSE },  /* which has a choice of its own */
  { "observations", "view-reveal-symbolic", mtr_observations_page_new, TRUE },
  { "portfolio", "folder-documents-symbolic", mtr_portfolio_page_new, TRUE },
};

/* Which view does a command of the window. */
static const struct {
  const char *command;
  const char *view;
} commands[] = {
  { "write-session", "diary" },
  { "plan-session", "diary" },
  { "plan-observation", "observations" },
  { "add-evidence", "portfolio" },
  { "review-learning", "learning" },
  { "review:", "pairing" },  /* and the code of its form */
};

static MtrPage *
get_visible (MtrPairingView *self)
{
  return MTR_PAGE (adw_view_stack_get_visible_child (self->stack));
}

static void
update_title (MtrPairingView *self)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  MtrRecord *pairing = mtr_pairing_model_get_pairing (self->model);
  const char *other = mtr_pairing_model_get_other_name (self->model);
  gboolean narrow = mtr_page_get_narrow (MTR_PAGE (self));
  g_autofree char *title = NULL;

  /* A narrow header bar has room for some twenty letters. */
  if (narrow && pairing != NULL && mtr_group_is_group (pairing))
    title = mtr_pairing_dup_who (snapshot, mtr_pairing_model_get_id (self->model));
  else if (narrow && other != NULL)
    /* Translators: the title of a pairing where there is little room; %s is a name. */
    title = g_strdup_printf (_("with %s"), other);
  else
    title = mtr_pairing_dup_title (snapshot, mtr_pairing_model_get_id (self->model));
  mtr_page_set_title (MTR_PAGE (self), title);
}

static gboolean
are_same (GListModel *one,
          GListModel *other)
{
  guint n_items = g_list_model_get_n_items (other);

  if (one == NULL || g_list_model_get_n_items (one) != n_items)
    return FALSE;
  for (guint i = 0; i < n_items; i++)
    if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (one), i),
                      gtk_string_list_get_string (GTK_STRING_LIST (other), i)))
      return FALSE;

  return TRUE;
}

/* A member of a group has their own records here; whoever facilitates it chooses whose to look at. */
static void
show_members (MtrPairingView *self)
{
  MtrRecord *pairing = mtr_pairing_model_get_pairing (self->model);
  MtrRecord *shown = mtr_pairing_model_get_mentee (self->model);
  const char *view = adw_view_stack_get_visible_child_name (self->stack);
  g_autoptr (GPtrArray) people = mtr_pairing_model_list_mentees (self->model, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;
  gboolean of_member = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    of_member = of_member || (views[i].of_member && g_strcmp0 (views[i].code, view) == 0);
  g_array_set_size (self->members, 0);
  for (guint i = 0; i < people->len; i++)
    {
      MtrRecord *person = g_ptr_array_index (people, i);
      const char *name = mtr_record_get_name (person, MTR_PERSON_NAME);
      gint64 id = mtr_record_get_id (person);

      gtk_string_list_append (names, name != NULL ? name : _("No name yet"));
      g_array_append_val (self->members, id);
      if (person == shown)
        selected = i;
      of_member = of_member && id != mtr_programme_get_owner_id (mtr_pairing_model_get_programme (self->model));
    }
  self->filling = TRUE;
  /* It may be this that somebody is choosing from. */
  if (!are_same (gtk_drop_down_get_model (self->member_drop_down), G_LIST_MODEL (names)))
    gtk_drop_down_set_model (self->member_drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->member_drop_down, selected);
  self->filling = FALSE;
  gtk_widget_set_visible (self->member_box, of_member && people->len > 1 && pairing != NULL && mtr_group_is_group (pairing));
}

static void
member_cb (MtrPairingView *self)
{
  guint selected = gtk_drop_down_get_selected (self->member_drop_down);

  if (!self->filling && selected < self->members->len)
    mtr_pairing_model_set_mentee (self->model, g_array_index (self->members, gint64, selected));
}

static void
refreshed_cb (MtrPairingView *self)
{
  update_title (self);
  show_members (self);
}

static void
narrow_cb (MtrPairingView *self)
{
  gboolean narrow = mtr_page_get_narrow (MTR_PAGE (self));

  update_title (self);
  gtk_widget_set_visible (self->switcher_box, !narrow);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, narrow);
}

static void
push_cb (MtrPairingView *self,
         MtrPage        *page)
{
  mtr_page_push (MTR_PAGE (self), page);
}

static void
add_views (MtrPairingView *self)
{
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  GPtrArray *words = pack != NULL ? mtr_pack_get_words (pack, MTR_WORDS_VIEWS) : NULL;

  for (guint i = 0; words != NULL && i < words->len; i++)
    {
      const MtrWord *word = g_ptr_array_index (words, i);

      for (gsize j = 0; j < G_N_ELEMENTS (views); j++)
        if (g_strcmp0 (views[j].code, word->code) == 0)
          {
            MtrPage *page = views[j].make (self->model);

            mtr_page_set_programme (page, mtr_pairing_model_get_programme (self->model));
            g_signal_connect_object (page, "push", G_CALLBACK (push_cb), self, G_CONNECT_SWAPPED);
            adw_view_stack_add_titled_with_icon (self->stack, GTK_WIDGET (page), word->code, word->title,
                                                 views[j].icon);
          }
    }
}

static void
mtr_pairing_view_refresh (MtrPage *page)
{
  refreshed_cb (MTR_PAIRING_VIEW (page));
}

static gboolean
mtr_pairing_view_go_to (MtrPage  *page,
                        MtrKind   kind,
                        gint64    id,
                        MtrField  field)
{
  MtrPairingView *self = MTR_PAIRING_VIEW (page);
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->stack);

  mtr_pairing_model_show_record (self->model, kind, id);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (AdwViewStackPage) view = g_list_model_get_item (G_LIST_MODEL (pages), i);
      GtkWidget *child = adw_view_stack_page_get_child (view);

      adw_view_stack_set_visible_child (self->stack, child);
      if (mtr_page_go_to (MTR_PAGE (child), kind, id, field))
        return TRUE;
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (pages)) > 0)
    gtk_selection_model_select_item (pages, 0, TRUE);

  return FALSE;
}

static void
mtr_pairing_view_focus_first (MtrPage *page)
{
  MtrPage *visible = get_visible (MTR_PAIRING_VIEW (page));

  if (visible != NULL)
    mtr_page_focus_first (visible);
}

static void
mtr_pairing_view_leave (MtrPage *page)
{
  MtrPage *visible = get_visible (MTR_PAIRING_VIEW (page));

  if (visible != NULL)
    mtr_page_leave (visible);
}

static gboolean
mtr_pairing_view_command (MtrPage    *page,
                          const char *command)
{
  MtrPairingView *self = MTR_PAIRING_VIEW (page);

  if (g_str_has_prefix (command, "show-"))
    {
      g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->stack);
      guint position = (guint) g_ascii_strtoull (command + strlen ("show-"), NULL, 10) - 1;

      if (position >= g_list_model_get_n_items (G_LIST_MODEL (pages)))
        return FALSE;
      gtk_selection_model_select_item (pages, position, TRUE);
      mtr_pairing_view_focus_first (page);
      return TRUE;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].command, command) ||
        (g_str_has_suffix (commands[i].command, ":") && g_str_has_prefix (command, commands[i].command)))
      {
        GtkWidget *view = adw_view_stack_get_child_by_name (self->stack, commands[i].view);

        if (view == NULL)
          return FALSE;
        adw_view_stack_set_visible_child (self->stack, view);
        return mtr_page_command (MTR_PAGE (view), command);
      }

  return get_visible (self) != NULL && mtr_page_command (get_visible (self), command);
}

static void
mtr_pairing_view_dispose (GObject *object)
{
  MtrPairingView *self = MTR_PAIRING_VIEW (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->members, g_array_unref);

  G_OBJECT_CLASS (mtr_pairing_view_parent_class)->dispose (object);
}

static void
mtr_pairing_view_class_init (MtrPairingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_pairing_view_dispose;
  page_class->refresh = mtr_pairing_view_refresh;
  page_class->go_to = mtr_pairing_view_go_to;
  page_class->focus_first = mtr_pairing_view_focus_first;
  page_class->leave = mtr_pairing_view_leave;
  page_class->command = mtr_pairing_view_command;

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-pairing-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MtrPairingView, member_box);
  gtk_widget_class_bind_template_child (widget_class, MtrPairingView, member_drop_down);
  gtk_widget_class_bind_template_child (widget_class, MtrPairingView, stack);
  gtk_widget_class_bind_template_child (widget_class, MtrPairingView, switcher_box);
  gtk_widget_class_bind_template_child (widget_class, MtrPairingView, switcher);
  gtk_widget_class_bind_template_child (widget_class, MtrPairingView, switcher_bar);
}

/* With large letters a quarter of the width would cut the longest title, although there is room beside the others. */
static void
show_titles_whole (GtkWidget *widget)
{
  if (ADW_IS_VIEW_SWITCHER (widget) && GTK_IS_BOX_LAYOUT (gtk_widget_get_layout_manager (widget)))
    {
      gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (widget)), FALSE);
      gtk_widget_set_margin_start (widget, 0);
      gtk_widget_set_margin_end (widget, 0);
    }
  if (GTK_IS_LABEL (widget))
    gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_NONE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    show_titles_whole (child);
}

static void
mtr_pairing_view_init (MtrPairingView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->members = g_array_new (FALSE, FALSE, sizeof (gint64));
  mtr_accessible_set_label (GTK_WIDGET (self->member_drop_down), _("Of which member"));
  g_signal_connect_object (self->member_drop_down, "notify::selected", G_CALLBACK (member_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
}

/**
 * mtr_pairing_view_new:
 * @programme: the programme
 * @pairing_id: the pairing
 *
 * Returns: (transfer floating): the page of the pairing
 */
MtrPage *
mtr_pairing_view_new (MtrProgramme *programme,
                      gint64        pairing_id)
{
  MtrPairingView *self = g_object_new (MTR_TYPE_PAIRING_VIEW, NULL);

  self->model = mtr_pairing_model_new (programme, pairing_id);
  mtr_page_set_programme (MTR_PAGE (self), programme);
  g_signal_connect_object (self->model, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
  add_views (self);
  show_titles_whole (GTK_WIDGET (self->switcher_bar));
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (show_members), self, G_CONNECT_SWAPPED);
  refreshed_cb (self);

  return MTR_PAGE (self);
}

/**
 * mtr_pairing_view_get_model:
 * @self: a pairing view
 *
 * Returns: (transfer none): the model that its pages share
 */
MtrPairingModel *
mtr_pairing_view_get_model (MtrPairingView *self)
{
  return self->model;
}

/**
 * mtr_pairing_view_get_shown:
 * @self: a pairing view
 *
 * Returns: (transfer none): the view that is shown; the pairing view itself where its pack shows none
 */
MtrPage *
mtr_pairing_view_get_shown (MtrPairingView *self)
{
  MtrPage *visible = get_visible (self);

  return visible != NULL ? visible : MTR_PAGE (self);
}
