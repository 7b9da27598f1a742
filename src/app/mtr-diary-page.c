/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The diary of a pairing: what is still to do, then the sessions, the latest
 * first. A session is written in a card at the top of the list, so that the
 * old ones stay readable behind it; on a narrow page it is a page of its own.
 */

#include "mtr-diary-page.h"

#include "mtr-accessible.h"
#include "mtr-action-page.h"
#include "mtr-audience-button.h"
#include "mtr-date.h"
#include "mtr-diary-actions.h"
#include "mtr-filled-form-page.h"
#include "mtr-portfolio.h"
#include "mtr-promote-page.h"
#include "mtr-quick-entry.h"
#include "mtr-row-list.h"
#include "mtr-row-menu.h"
#include "mtr-session-filter.h"
#include "mtr-session-page.h"
#include "mtr-session-words.h"
#include "mtr-session.h"

#include <glib/gi18n-lib.h>

/* What is still to do: so many, then "Show all". */
#define SHOWN_ACTIONS 3
/* The sessions: so many, then "Show older ones", a step at a time: what is drawn at once stays small, however
 * long the diary is. */
#define SHOWN_SESSIONS 30
#define OLDER_STEP     50

struct _MtrDiaryPage {
  MtrPage              parent_instance;

  MtrPairingModel     *model;         /* (owned) */
  MtrSessionFilter    *filter;        /* (owned) */
  MtrRowList          *todo;          /* (owned) */
  MtrRowList          *rows;          /* (owned) */
  MtrQuickEntry       *card;          /* (nullable): in card_bin */
  MtrField             first_field;   /* of the card: where the cursor goes once it is there */
  gboolean             shows_all_todo;
  guint                n_shown;       /* so many sessions at the most */
  gint64               focus_id;      /* the session whose row gets the focus when it is there; 0: none */
  gboolean             wants_todo;    /* the focus goes to what is still to do */

  GtkBox              *content;
  GtkLabel            *support_label;
  GtkWidget           *ended_label;
  AdwPreferencesGroup *todo_group;
  GtkButton           *todo_button;
  GtkBox              *tools_box;
  GtkWidget           *verbs_box;
  GtkWidget           *find_box;
  GtkWidget           *write_button;
  GtkWidget           *plan_button;
  GtkEditable         *search_entry;
  GtkDropDown         *filter_drop_down;
  GtkRevealer         *revealer;
  AdwBin              *card_bin;
  AdwPreferencesGroup *list_group;
  GtkButton           *older_button;
  AdwStatusPage       *empty_page;
  GtkLabel            *nothing_label;
};

G_DEFINE_FINAL_TYPE (MtrDiaryPage, mtr_diary_page, MTR_TYPE_PAGE)

static void show_rows (MtrDiaryPage *self);

static MtrSnapshot *
get_snapshot (MtrDiaryPage *self)
{
  return mtr_pairing_model_get_snapshot (self->model);
}

static void
get_today (MtrDiaryPage *self,
           GDate        *today)
{
  mtr_programme_get_today (mtr_pairing_model_get_programme (self->model), today);
}

static MtrRecord *
get_session (MtrDiaryPage *self,
             gint64        id)
{
  return mtr_snapshot_get (get_snapshot (self), MTR_KIND_SESSION, id);
}

static MtrRecord *
get_session_by_key (MtrDiaryPage *self,
                    const char   *key)
{
  return key != NULL ? get_session (self, g_ascii_strtoll (key, NULL, 10)) : NULL;
}

/* ---- The card -------------------------------------------------------------------------- */

static gboolean
focus_session (MtrDiaryPage *self)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, self->focus_id);
  GtkWidget *row = self->focus_id != 0 ? mtr_row_list_find (self->rows, key) : NULL;

  if (row == NULL || !gtk_widget_grab_focus (row))
    return FALSE;
  self->focus_id = 0;

  return TRUE;
}

static void
close_card (MtrDiaryPage *self)
{
  if (self->card == NULL)
    return;

  mtr_session_form_close (mtr_quick_entry_get_form (self->card));
  self->card = NULL;
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->revealer), FALSE);
  adw_bin_set_child (self->card_bin, NULL);
}

static void
card_closed_cb (MtrDiaryPage *self,
                const char   *what)
{
  MtrSessionForm *form = mtr_quick_entry_get_form (self->card);
  gint64 id = mtr_session_form_get_session_id (form);
  gboolean is_new = mtr_record_controller_is_unborn (mtr_session_form_get_controller (form));
  G_GNUC_UNUSED g_autoptr (MtrQuickEntry) card = g_object_ref (self->card);

  close_card (self);
  if (g_str_equal (what, "deeper") || g_str_equal (what, "note"))
    {
      MtrPage *page = mtr_session_page_new (self->model, id, MTR_SESSION_WRITE);

      self->focus_id = id;
      mtr_page_push (MTR_PAGE (self), page);
      mtr_page_go_to (page, MTR_KIND_SESSION, id, g_str_equal (what, "note") ? MTR_SESSION_PRIVATE_NOTE
                                                                            : MTR_SESSION_KNOWLEDGE);
      return;
    }

  /* The row of a new session comes with the next refresh. */
  self->focus_id = id;
  if (is_new && g_str_equal (what, "kept"))
    self->focus_id = 0;
  gtk_widget_grab_focus (self->write_button);
  focus_session (self);
}

static gboolean
focus_card (gpointer user_data)
{
  MtrDiaryPage *self = user_data;

  if (self->card != NULL)
    mtr_session_form_focus (mtr_quick_entry_get_form (self->card), self->first_field);

  return G_SOURCE_REMOVE;
}

/* A screen reader hears nothing of the focus in what is not there yet. Whoever comes back to the card later finds the
 * cursor where the page puts it.
 */
static void
card_mapped_cb (MtrDiaryPage *self,
                GtkWidget    *card)
{
  g_signal_handlers_disconnect_by_func (card, card_mapped_cb, self);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_card, g_object_ref (self), g_object_unref);
}

static void
edit (MtrDiaryPage      *self,
      gint64             session_id,
      MtrSessionPurpose  purpose,
      MtrField           field)
{
  if (!mtr_pairing_model_can_write (self->model))
    return;

  if (mtr_page_get_narrow (MTR_PAGE (self)))
    {
      MtrPage *page = mtr_session_page_new (self->model, session_id, purpose);

      mtr_page_push (MTR_PAGE (self), page);
      return;
    }

  if (self->card != NULL && (session_id == 0 || mtr_session_form_get_session_id (mtr_quick_entry_get_form (self->card)) !=
                                                  session_id ||
                             mtr_session_form_get_purpose (mtr_quick_entry_get_form (self->card)) != purpose))
    close_card (self);
  if (self->card == NULL)
    {
      self->card = MTR_QUICK_ENTRY (mtr_quick_entry_new (self->model, session_id, purpose));
      g_signal_connect_object (self->card, "closed", G_CALLBACK (card_closed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->card, "map", G_CALLBACK (card_mapped_cb), self, G_CONNECT_SWAPPED);
      adw_bin_set_child (self->card_bin, GTK_WIDGET (self->card));
      gtk_widget_set_visible (GTK_WIDGET (self->revealer), TRUE);
      gtk_revealer_set_reveal_child (self->revealer, TRUE);
      mtr_accessible_name_groups (GTK_WIDGET (self->card), _("Write a session"));
      self->first_field = field;
      return;
    }
  mtr_session_form_focus (mtr_quick_entry_get_form (self->card), field);
}

/* The one that was planned and is due; else a new one. */
static void
write_nearest (MtrDiaryPage *self)
{
  MtrRecord *session;
  GDate today;

  if (self->card != NULL &&
      mtr_session_form_get_purpose (mtr_quick_entry_get_form (self->card)) == MTR_SESSION_WRITE)
    {
      mtr_session_form_focus (mtr_quick_entry_get_form (self->card), MTR_FIELD_NONE);
      return;
    }

  get_today (self, &today);
  session = mtr_session_find_to_write (get_snapshot (self), mtr_pairing_model_get_id (self->model), &today);
  edit (self, session != NULL && mtr_pairing_model_may_see (self->model, session) ? mtr_record_get_id (session) : 0, MTR_SESSION_WRITE, MTR_FIELD_NONE);
}

static void
write_cb (MtrDiaryPage *self)
{
  write_nearest (self);
}

static void
plan_cb (MtrDiaryPage *self)
{
  edit (self, 0, MTR_SESSION_PLAN, MTR_FIELD_NONE);
}

/* ---- What is shown ------------------------------------------------------------------------ */

static void
ticked_cb (MtrDiaryPage   *self,
           GtkCheckButton *check)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (check), ADW_TYPE_ACTION_ROW);
  const char *key = g_object_get_data (G_OBJECT (row), "key");
  MtrRecord *action = mtr_snapshot_get (get_snapshot (self), MTR_KIND_ACTION, g_ascii_strtoll (key, NULL, 10));

  if (action == NULL || !gtk_check_button_get_active (check))
    return;

  self->wants_todo = gtk_widget_has_focus (GTK_WIDGET (check));
  mtr_diary_actions_tick (self->model, action);
}

static void
change_action_cb (MtrDiaryPage *self,
                  GtkWidget    *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  const char *key = g_object_get_data (G_OBJECT (row), "key");

  mtr_page_push (MTR_PAGE (self), mtr_action_page_new (self->model, g_ascii_strtoll (key, NULL, 10)));
}

/* Only the last row, which adds one, is pressed as a row. */
static void
add_action_cb (MtrDiaryPage *self)
{
  mtr_page_push (MTR_PAGE (self), mtr_action_page_new (self->model, 0));
}

static GtkWidget *
make_action_row (MtrDiaryPage *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *change = gtk_button_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_widget_set_valign (change, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (change, "flat");
  gtk_widget_add_css_class (change, "row-end");
  gtk_widget_set_tooltip_text (change, _("Change"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), change);
  g_object_set_data (G_OBJECT (row), "change", change);
  g_signal_connect_object (change, "clicked", G_CALLBACK (change_action_cb), self, G_CONNECT_SWAPPED);
  /* The box itself is the stop, so that it is heard as one; then the button. */
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data (G_OBJECT (row), "check", check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
show_todo (MtrDiaryPage *self)
{
  g_autoptr (GPtrArray) actions = mtr_session_list_open_actions (get_snapshot (self),
                                                                 mtr_pairing_model_get_id (self->model));
  guint n_shown;
  g_autofree char *all = NULL;
  GtkWidget *first = NULL;
  GDate today;

  for (guint i = actions->len; i > 0; i--)
    if (!mtr_pairing_model_may_see (self->model, g_ptr_array_index (actions, i - 1)))
      g_ptr_array_remove_index (actions, i - 1);
  n_shown = self->shows_all_todo ? actions->len : MIN (actions->len, SHOWN_ACTIONS);
  get_today (self, &today);
  mtr_row_list_begin (self->todo);
  for (guint i = 0; i < n_shown; i++)
    {
      MtrRecord *action = g_ptr_array_index (actions, i);
      const char *text = mtr_record_get_text (action, MTR_ACTION_TEXT);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (action));
      g_autofree char *words = mtr_session_words_dup_action (get_snapshot (self),
                                                             mtr_record_get_number (action, MTR_ACTION_OWNER_ID),
                                                             mtr_record_get_text (action, MTR_ACTION_DUE_ON), &today);
      g_autofree char *spoken = g_strdup_printf ("%s. %s", text != NULL ? text : "", words);
      /* Translators: %s is what somebody is to do. */
      g_autofree char *change = g_strdup_printf (_("Change: %s"), text != NULL ? text : "");
      GtkWidget *row = mtr_row_list_find (self->todo, key);
      GtkWidget *check;

      if (row == NULL)
        row = make_action_row (self);
      check = g_object_get_data (G_OBJECT (row), "check");
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text != NULL ? text : "");
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
      g_signal_handlers_block_by_func (check, ticked_cb, self);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
      g_signal_handlers_unblock_by_func (check, ticked_cb, self);
      gtk_widget_set_visible (check, mtr_pairing_model_can_write (self->model));
      /* What can only be read is heard as a row, and pressing it does nothing. */
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), mtr_pairing_model_can_write (self->model));
      gtk_widget_set_focusable (row, !mtr_pairing_model_can_write (self->model));
      mtr_accessible_set_label (check, spoken);
      mtr_accessible_set_label (row, spoken);
      mtr_accessible_set_label (g_object_get_data (G_OBJECT (row), "change"), change);
      gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "change"),
                              mtr_pairing_model_can_write (self->model));
      mtr_row_list_add_widget (self->todo, key, row);
      first = first != NULL ? first : check;
    }
  if (mtr_pairing_model_can_write (self->model))
    mtr_row_list_add (self->todo, "add", _("Add something to do"), NULL, NULL, NULL);
  mtr_row_list_end (self->todo);

  gtk_widget_set_visible (GTK_WIDGET (self->todo_group), mtr_row_list_count (self->todo) > 0);
  /* Translators: a button; %u is a number of things to do. */
  all = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show all %u", "Show all %u", actions->len), actions->len);
  gtk_button_set_label (self->todo_button, all);
  gtk_widget_set_visible (GTK_WIDGET (self->todo_button), n_shown < actions->len);
  if (self->wants_todo && !gtk_widget_get_focus_child (GTK_WIDGET (self->todo_group)))
    gtk_widget_grab_focus (first != NULL ? first : self->write_button);
  self->wants_todo = FALSE;
}

/* The line between what is to come and what has been. It is no row: the arrow keys go past it. */
static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  MtrDiaryPage *self = MTR_DIARY_PAGE (user_data);
  GtkWidget *box, *label;
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;
  GDate today;

  if (before == NULL || g_object_get_data (G_OBJECT (before), "to-come") == NULL ||
      g_object_get_data (G_OBJECT (row), "to-come") != NULL)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  get_today (self, &today);
  day = mtr_date_format (&today, MTR_DATE_STYLE_DAY);
  /* Translators: a line between what is planned and what has been; %s is a day, "21 November". */
  words = g_strdup_printf (_("Today, %s"), day);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  label = gtk_label_new (words);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (box, "today-line");
  for (int i = 0; i < 2; i++)
    {
      GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

      gtk_widget_set_hexpand (line, TRUE);
      gtk_widget_set_valign (line, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), line);
      if (i == 0)
        gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_box_row_set_header (row, box);
}

/* A sign for somebody who looks; the words beside it say the same. */
static void
mark_row (MtrDiaryPage *self,
          GtkWidget    *row,
          MtrRecord    *session)
{
  static const struct {
    const char *state;
    const char *icon;
  } icons[] = {
    { MTR_SESSION_STATE_PLANNED, "x-office-calendar-symbolic" },
    { MTR_SESSION_STATE_UNFINISHED, "document-edit-symbolic" },
    { MTR_SESSION_STATE_HELD, "object-select-symbolic" },
  };
  GtkWidget *sign = g_object_get_data (G_OBJECT (row), "sign");
  GtkWidget *lock = g_object_get_data (G_OBJECT (row), "lock");
  GtkWidget *star = g_object_get_data (G_OBJECT (row), "star");
  g_autofree char *numbers = mtr_evidence_dup_numbers_of_session (get_snapshot (self), session);
  const char *icon = "action-unavailable-symbolic";

  if (sign == NULL)
    {
      GtkWidget *word = g_object_get_data (G_OBJECT (row), "word");

      sign = mtr_accessible_new_picture (NULL);
      gtk_widget_add_css_class (sign, "dim-label");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), sign);
      g_object_set_data (G_OBJECT (row), "sign", sign);
      lock = mtr_accessible_new_picture ("channel-secure-symbolic");
      gtk_widget_set_tooltip_text (lock, _("has a private note"));
      gtk_widget_insert_before (lock, gtk_widget_get_parent (word), word);
      g_object_set_data (G_OBJECT (row), "lock", lock);
      star = mtr_accessible_new_picture ("starred-symbolic");
      gtk_widget_set_tooltip_text (star, _("in the portfolio"));
      gtk_widget_insert_before (star, gtk_widget_get_parent (word), word);
      g_object_set_data (G_OBJECT (row), "star", star);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (icons); i++)
    if (mtr_record_text_is (session, MTR_SESSION_STATE, icons[i].state))
      icon = icons[i].icon;
  gtk_image_set_from_icon_name (GTK_IMAGE (sign), icon);
  gtk_widget_set_visible (lock, mtr_record_is_set (session, MTR_SESSION_PRIVATE_NOTE));
  gtk_widget_set_visible (star, numbers != NULL);
}

static GtkWidget *
add_session_row (MtrDiaryPage *self,
                 MtrRecord    *session,
                 const GDate  *today)
{
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (session));
  g_autofree char *title = mtr_session_words_dup_title (pack, session, today);
  g_autofree char *subtitle = mtr_session_words_dup_subtitle (get_snapshot (self), session);
  g_autofree char *spoken = mtr_session_words_dup_spoken (pack, get_snapshot (self), session, today);
  g_autoptr (GMenu) menu = mtr_diary_actions_make_menu (self->model, session);
  GtkWidget *row = mtr_row_list_add (self->rows, key, title, subtitle, NULL, NULL);

  mark_row (self, row, session);
  mtr_accessible_set_label (row, spoken);
  mtr_row_menu_attach (row, G_MENU_MODEL (menu));

  return row;
}

/* (transfer container): what is searched for, the newest first; @n_all gets how many there are in all */
static GPtrArray *
list_matching (MtrDiaryPage *self,
               guint        *n_all)
{
  g_autoptr (GPtrArray) sessions = mtr_session_list_newest_first (get_snapshot (self),
                                                                  mtr_pairing_model_get_id (self->model));
  const char *words = gtk_editable_get_text (self->search_entry);
  guint choice = gtk_drop_down_get_selected (self->filter_drop_down);
  GPtrArray *matching = g_ptr_array_new ();

  for (guint i = 0; i < sessions->len; i++)
    if (mtr_session_filter_matches (self->filter, choice, words, self->model, g_ptr_array_index (sessions, i)))
      g_ptr_array_add (matching, g_ptr_array_index (sessions, i));
  *n_all = sessions->len;

  return matching;
}

static void
show_rows (MtrDiaryPage *self)
{
  guint n_all;
  g_autoptr (GPtrArray) sessions = list_matching (self, &n_all);
  guint n_shown = MIN (sessions->len, self->n_shown);
  guint n_older = sessions->len - n_shown;
  GtkWidget *row = NULL;
  g_autofree char *older = NULL;
  GDate today;

  get_today (self, &today);
  mtr_row_list_begin (self->rows);
  for (guint i = 0; i < n_shown; i++)
    {
      MtrRecord *session = g_ptr_array_index (sessions, i);
      GDate day;
      gboolean is_to_come = mtr_record_get_date (session, MTR_SESSION_HELD_ON, &day) &&
                            g_date_compare (&day, &today) > 0;

      row = add_session_row (self, session, &today);
      g_object_set_data (G_OBJECT (row), "to-come", GINT_TO_POINTER (is_to_come));
    }
  mtr_row_list_end (self->rows);
  if (row != NULL)
    gtk_list_box_set_header_func (GTK_LIST_BOX (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX)), header_cb, self, NULL);

  if (n_older > OLDER_STEP)
    /* Translators: a button; as in "Show 50 of 170 older ones", sessions. */
    older = g_strdup_printf (_("Show %1$u of %2$u older ones"), OLDER_STEP, n_older);
  else
    /* Translators: a button; %u is a number of sessions. */
    older = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u older one", "Show %u older ones", n_older), n_older);
  gtk_button_set_label (self->older_button, older);
  gtk_widget_set_visible (GTK_WIDGET (self->older_button), n_older > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list_group), sessions->len > 0);
  gtk_widget_set_visible (self->find_box, n_all > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_page), n_all == 0 && self->card == NULL);
  gtk_label_set_text (self->nothing_label, n_all > 0 && sessions->len == 0
                                             ? _("No session found. Try fewer letters, or show all of them.") : "");
  focus_session (self);
}

static void
show_all_todo_cb (MtrDiaryPage *self)
{
  self->shows_all_todo = TRUE;
  self->wants_todo = TRUE;
  show_todo (self);
}

/* The button may go; whoever pressed it reads on at the first of the rows that came. */
static void
show_older_cb (MtrDiaryPage *self)
{
  guint n_before = self->n_shown;
  guint n_all;
  g_autoptr (GPtrArray) sessions = list_matching (self, &n_all);

  if (n_before < sessions->len)
    self->focus_id = mtr_record_get_id (g_ptr_array_index (sessions, n_before));
  self->n_shown += OLDER_STEP;
  show_rows (self);
}

/* Another choice begins again at the newest. */
static void
choose_cb (MtrDiaryPage *self)
{
  self->n_shown = SHOWN_SESSIONS;
  show_rows (self);
}

static void
narrow_cb (MtrDiaryPage *self)
{
  gboolean narrow = mtr_page_get_narrow (MTR_PAGE (self));
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->tools_box), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->verbs_box), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->find_box), orientation);
  if (self->card != NULL)
    mtr_session_form_set_narrow (mtr_quick_entry_get_form (self->card), narrow);
  mtr_group_set_narrow (self->todo_group, narrow);
}

static void
mtr_diary_page_refresh (MtrPage *page)
{
  MtrDiaryPage *self = MTR_DIARY_PAGE (page);
  gboolean can_write = mtr_pairing_model_can_write (self->model);

  if (mtr_pairing_model_get_pairing (self->model) == NULL)
    return;

  gtk_widget_set_visible (self->ended_label, !can_write);
  gtk_widget_set_visible (self->verbs_box, can_write);
  show_todo (self);
  show_rows (self);
}

static void
refreshed_cb (MtrDiaryPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    mtr_page_refresh (MTR_PAGE (self));
}

/* ---- Verbs -------------------------------------------------------------------------------- */

static void
open_session (MtrDiaryPage *self,
              gint64        id,
              MtrKind       kind,
              gint64        record_id,
              MtrField      field)
{
  MtrRecord *session = get_session (self, id);
  MtrPage *page;

  if (session != NULL && !mtr_pairing_model_may_see (self->model, session))
    {
      mtr_programme_announce (mtr_pairing_model_get_programme (self->model),
                              _("That meeting was before you joined the group, or after you left it."));
      return;
    }

  close_card (self);
  page = mtr_session_page_new (self->model, id, MTR_SESSION_WRITE);
  self->focus_id = id;
  mtr_page_push (MTR_PAGE (self), page);
  if (field != MTR_FIELD_NONE || kind != MTR_KIND_SESSION)
    mtr_page_go_to (page, kind, record_id, field);
}

static void
activated_cb (MtrDiaryPage *self,
              const char   *key)
{
  MtrRecord *session = get_session_by_key (self, key);

  if (session != NULL)
    open_session (self, mtr_record_get_id (session), MTR_KIND_SESSION, mtr_record_get_id (session), MTR_FIELD_NONE);
}

static MtrRecord *
get_target (GtkWidget *widget,
            GVariant  *parameter)
{
  return get_session_by_key (MTR_DIARY_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
action_open_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  activated_cb (MTR_DIARY_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
action_write_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  MtrRecord *session = get_target (widget, parameter);

  if (session != NULL)
    edit (MTR_DIARY_PAGE (widget), mtr_record_get_id (session), MTR_SESSION_WRITE, MTR_FIELD_NONE);
}

static void
action_note_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  MtrDiaryPage *self = MTR_DIARY_PAGE (widget);
  MtrRecord *session = get_target (widget, parameter);

  if (session == NULL || !mtr_filled_form_page_can_draft (self->model))
    return;

  close_card (self);
  self->focus_id = mtr_record_get_id (session);
  mtr_page_push (MTR_PAGE (self), mtr_filled_form_page_new_note (self->model, session));
}

static void
action_promote_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  MtrDiaryPage *self = MTR_DIARY_PAGE (widget);
  MtrRecord *session = get_target (widget, parameter);

  if (session == NULL || !mtr_pairing_model_can_write (self->model))
    return;

  close_card (self);
  self->focus_id = mtr_record_get_id (session);
  mtr_page_push (MTR_PAGE (self), mtr_promote_page_new (self->model, self->focus_id));
}

static void
action_remove_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  MtrDiaryPage *self = MTR_DIARY_PAGE (widget);
  MtrRecord *session = get_target (widget, parameter);

  if (session == NULL || !mtr_pairing_model_can_write (self->model))
    return;
  if (self->card != NULL && mtr_session_form_get_session_id (mtr_quick_entry_get_form (self->card)) ==
                              mtr_record_get_id (session))
    close_card (self);
  mtr_diary_actions_remove (self->model, session);
}

static void
action_not_held_cb (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  MtrDiaryPage *self = MTR_DIARY_PAGE (widget);
  g_auto (GStrv) parts = g_strsplit (g_variant_get_string (parameter, NULL), " ", 2);
  MtrRecord *session = get_session_by_key (self, parts[0]);

  if (session == NULL || parts[1] == NULL || !mtr_pairing_model_can_write (self->model))
    return;

  mtr_diary_actions_set_state (self->model, session, parts[1]);
  if (g_str_equal (parts[1], MTR_SESSION_STATE_RESCHEDULED))
    edit (self, 0, MTR_SESSION_PLAN, MTR_FIELD_NONE);
}

/* The session whose row has the focus. */
static const char *
get_focused_key (MtrDiaryPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_ACTION_ROW) : NULL;

  if (row == NULL || !gtk_widget_is_ancestor (row, GTK_WIDGET (self->list_group)))
    return NULL;

  return g_object_get_data (G_OBJECT (row), "key");
}

/* A key on a row does what its menu does; elsewhere it is left to others. */
static gboolean
row_key_cb (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   user_data)
{
  const char *key = get_focused_key (MTR_DIARY_PAGE (widget));

  return key != NULL && gtk_widget_activate_action (widget, g_variant_get_string (arguments, NULL), "s", key);
}

static gboolean
go_to_action (MtrDiaryPage *self,
              gint64        id)
{
  MtrRecord *action = mtr_snapshot_get (get_snapshot (self), MTR_KIND_ACTION, id);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  GtkWidget *row;

  if (action == NULL)
    return FALSE;

  if (mtr_record_is_set (action, MTR_ACTION_DONE_ON))
    {
      if (mtr_record_is_set (action, MTR_ACTION_SESSION_ID))
        open_session (self, mtr_record_get_number (action, MTR_ACTION_SESSION_ID), MTR_KIND_ACTION, id, MTR_FIELD_NONE);
      else if (mtr_pairing_model_can_write (self->model))
        mtr_page_push (MTR_PAGE (self), mtr_action_page_new (self->model, id));
      return TRUE;
    }

  self->shows_all_todo = TRUE;
  show_todo (self);
  row = mtr_row_list_find (self->todo, key);
  if (row != NULL)
    gtk_widget_grab_focus (g_object_get_data (G_OBJECT (row), "check"));

  return TRUE;
}

static gboolean
go_to_session (MtrDiaryPage *self,
               gint64        id,
               MtrField      field)
{
  MtrRecord *session = get_session (self, id);
  gboolean to_write;
  GDate today, day;

  if (session == NULL)
    return FALSE;

  get_today (self, &today);
  to_write = (mtr_record_text_is (session, MTR_SESSION_STATE, MTR_SESSION_STATE_PLANNED) ||
              mtr_record_text_is (session, MTR_SESSION_STATE, MTR_SESSION_STATE_UNFINISHED)) &&
             mtr_record_get_date (session, MTR_SESSION_HELD_ON, &day) && g_date_compare (&day, &today) <= 0;
  if (to_write && field == MTR_FIELD_NONE && mtr_pairing_model_can_write (self->model) &&
      mtr_pairing_model_may_see (self->model, session))
    edit (self, id, MTR_SESSION_WRITE, MTR_FIELD_NONE);
  else
    open_session (self, id, MTR_KIND_SESSION, id, field);

  return TRUE;
}

static gboolean
mtr_diary_page_go_to (MtrPage  *page,
                      MtrKind   kind,
                      gint64    id,
                      MtrField  field)
{
  static const struct {
    MtrKind  kind;
    MtrField parent_field;
  } children[] = {
    { MTR_KIND_SESSION_ANSWER, MTR_SESSION_ANSWER_SESSION_ID },
    { MTR_KIND_SESSION_TOPIC, MTR_SESSION_TOPIC_SESSION_ID },
    { MTR_KIND_SESSION_ATTENDEE, MTR_SESSION_ATTENDEE_SESSION_ID },
  };
  MtrDiaryPage *self = MTR_DIARY_PAGE (page);
  MtrRecord *record = mtr_snapshot_get (get_snapshot (self), kind, id);

  if (record == NULL)
    return FALSE;
  if (kind == MTR_KIND_SESSION)
    return go_to_session (self, id, field);
  if (kind == MTR_KIND_ACTION)
    return go_to_action (self, id);

  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    if (children[i].kind == kind)
      {
        open_session (self, mtr_record_get_number (record, children[i].parent_field), kind, id, field);
        return TRUE;
      }

  return FALSE;
}

static gboolean
mtr_diary_page_command (MtrPage    *page,
                        const char *command)
{
  MtrDiaryPage *self = MTR_DIARY_PAGE (page);

  if (g_str_equal (command, "find"))
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  else if (g_str_equal (command, "write-session"))
    write_nearest (self);
  else if (g_str_equal (command, "plan-session"))
    plan_cb (self);
  else
    return FALSE;

  return TRUE;
}

static void
mtr_diary_page_focus_first (MtrPage *page)
{
  MtrDiaryPage *self = MTR_DIARY_PAGE (page);

  if (self->card != NULL)
    {
      mtr_session_form_focus (mtr_quick_entry_get_form (self->card), MTR_FIELD_NONE);
      return;
    }
  if (focus_session (self))
    return;
  /* The row that adds one is not what somebody came for. */
  if ((mtr_row_list_count (self->todo) < 2 ||
       !gtk_widget_child_focus (GTK_WIDGET (self->todo_group), GTK_DIR_TAB_FORWARD)) &&
      !gtk_widget_child_focus (GTK_WIDGET (self->tools_box), GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
mtr_diary_page_leave (MtrPage *page)
{
  close_card (MTR_DIARY_PAGE (page));
}

static void
mtr_diary_page_dispose (GObject *object)
{
  MtrDiaryPage *self = MTR_DIARY_PAGE (object);

  g_clear_object (&self->todo);
  g_clear_object (&self->rows);
  g_clear_object (&self->model);
  g_clear_pointer (&self->filter, mtr_session_filter_free);

  G_OBJECT_CLASS (mtr_diary_page_parent_class)->dispose (object);
}

static void
mtr_diary_page_class_init (MtrDiaryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_diary_page_dispose;
  page_class->refresh = mtr_diary_page_refresh;
  page_class->go_to = mtr_diary_page_go_to;
  page_class->focus_first = mtr_diary_page_focus_first;
  page_class->leave = mtr_diary_page_leave;
  page_class->command = mtr_diary_page_command;

  gtk_widget_class_install_action (widget_class, "diary.open", "s", action_open_cb);
  gtk_widget_class_install_action (widget_class, "diary.write", "s", action_write_cb);
  gtk_widget_class_install_action (widget_class, "diary.promote", "s", action_promote_cb);
  gtk_widget_class_install_action (widget_class, "diary.note", "s", action_note_cb);
  gtk_widget_class_install_action (widget_class, "diary.remove", "s", action_remove_cb);
  gtk_widget_class_install_action (widget_class, "diary.not-held", "s", action_not_held_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, row_key_cb, "s", "diary.remove");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, row_key_cb, "s", "diary.promote");

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-diary-page.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, MtrDiaryPage, child)
  BIND (content);
  BIND (support_label);
  BIND (ended_label);
  BIND (todo_group);
  BIND (todo_button);
  BIND (tools_box);
  BIND (verbs_box);
  BIND (find_box);
  BIND (write_button);
  BIND (plan_button);
  BIND (search_entry);
  BIND (filter_drop_down);
  BIND (revealer);
  BIND (card_bin);
  BIND (list_group);
  BIND (older_button);
  BIND (empty_page);
  BIND (nothing_label);
#undef BIND
}

static void
mtr_diary_page_init (MtrDiaryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->todo = mtr_row_list_new (self->todo_group);
  self->rows = mtr_row_list_new (self->list_group);
  self->n_shown = SHOWN_SESSIONS;
  mtr_page_set_title (MTR_PAGE (self), _("Diary"));
  mtr_accessible_set_label (GTK_WIDGET (self->nothing_label), "");
  g_signal_connect_object (self->rows, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->todo, "activated", G_CALLBACK (add_action_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->write_button, "clicked", G_CALLBACK (write_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->plan_button, "clicked", G_CALLBACK (plan_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->todo_button, "clicked", G_CALLBACK (show_all_todo_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->older_button, "clicked", G_CALLBACK (show_older_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
}

/**
 * mtr_diary_page_new:
 * @model: the pairing
 *
 * Returns: (transfer floating): its diary
 */
MtrPage *
mtr_diary_page_new (MtrPairingModel *model)
{
  MtrDiaryPage *self = g_object_new (MTR_TYPE_DIARY_PAGE, NULL);

  self->model = g_object_ref (model);
  self->filter = mtr_session_filter_new (mtr_pairing_model_get_pack (model));
  mtr_page_set_programme (MTR_PAGE (self), mtr_pairing_model_get_programme (model));
  gtk_label_set_text (self->support_label, mtr_pairing_model_get_support_line (model));
  mtr_group_say_readers (self->todo_group, MTR_AUDIENCE_PAIR, mtr_pairing_model_get_pair_names (model), NULL);
  mtr_group_say_readers (self->list_group, MTR_AUDIENCE_PAIR, mtr_pairing_model_get_pair_names (model), NULL);
  mtr_session_filter_fill (self->filter, self->filter_drop_down);
  g_signal_connect_object (self->search_entry, "search-changed", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter_drop_down, "notify::selected", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
