/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Today: what do I do now, and why? One card for what is next, then what needs
 * the owner, what waits for others, and what is coming up. Never more than one
 * screen of it before somebody asks for all.
 */

#include "mtr-today-page.h"

#include "mtr-accessible.h"
#include "mtr-date.h"
#include "mtr-new-pairing-page.h"
#include "mtr-owner-page.h"
#include "mtr-page-parts.h"
#include "mtr-pairing-row.h"
#include "mtr-pairings-page.h"
#include "mtr-portfolio.h"
#include "mtr-reminder.h"
#include "mtr-requirement-way.h"
#include "mtr-row-list.h"
#include "mtr-row-menu.h"
#include "mtr-session.h"
#include "mtr-set-aside-page.h"
#include "mtr-text.h"
#include "mtr-today-learning.h"
#include "mtr-today-words.h"
#include "mtr-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many rows of reasons in both groups together before "Show all". */
#define SHOWN_ROWS 7
#define COMING_ROWS 7

enum {
  BEGIN,
  YOURS,
  SET_ASIDE,
  OTHERS,
  COMING,
  OWN,
  WHOLE_FILE,
  N_GROUPS
};

struct _MtrTodayPage {
  MtrPage               parent_instance;

  MtrTodayModel        *model;             /* (owned) */
  MtrRowList           *rows[N_GROUPS];    /* (owned) */
  gboolean              focus_wanted;      /* the page was shown before there was anything to focus */
  gboolean              begun;             /* the page has been shown */

  GtkLabel             *date_label;
  GtkWidget            *next_card;
  GtkLabel             *next_title;
  GtkLabel             *next_detail;
  GtkOrientable        *next_buttons;
  GtkButton            *next_button;
  GtkMenuButton        *not_held_button;
  GMenuModel           *not_held_menu;
  GtkWidget            *done_box;
  GtkLabel             *done_label;
  AdwPreferencesGroup  *begin_group;
  AdwPreferencesGroup  *yours_group;
  GtkLabel             *yours_count;
  GtkToggleButton      *set_aside_button;
  AdwPreferencesGroup  *set_aside_group;
  AdwPreferencesGroup  *others_group;
  GtkButton            *all_button;
  AdwPreferencesGroup  *coming_group;
  AdwPreferencesGroup  *own_group;
  AdwPreferencesGroup  *file_group;
  GtkWidget            *learning;
};

G_DEFINE_FINAL_TYPE (MtrTodayPage, mtr_today_page, MTR_TYPE_PAGE)

/* Where a reason leads: its subject, a field of the pairing, or a command of the pairing's pages. */
static const struct {
  const char *reason;
  MtrKind     kind;
  MtrField    field;
  const char *command;
} targets[] = {
  { MTR_ATTENTION_SIGNATURE, MTR_KIND_OBSERVATION, MTR_FIELD_NONE, NULL },
  { MTR_ATTENTION_FEEDBACK, MTR_KIND_OBSERVATION, MTR_FIELD_NONE, NULL },
  { MTR_ATTENTION_REFLECTION, MTR_KIND_OBSERVATION, MTR_FIELD_NONE, NULL },
  { MTR_ATTENTION_OBSERVATION, MTR_KIND_OBSERVATION, MTR_FIELD_NONE, NULL },
  { MTR_ATTENTION_SUBMISSION, MTR_KIND_PORTFOLIO, MTR_FIELD_NONE, NULL },
  { MTR_ATTENTION_HAND_IN, MTR_KIND_SUBMISSION, MTR_SUBMISSION_HANDED_IN_ON, NULL },
  { MTR_ATTENTION_HAND_IN_AGAIN, MTR_KIND_SUBMISSION, MTR_SUBMISSION_HANDED_IN_ON, NULL },
  { MTR_ATTENTION_MENTOR, MTR_KIND_PAIRING, MTR_PAIRING_MENTOR_ID, NULL },
  { MTR_ATTENTION_AGREEMENT, MTR_KIND_AGREEMENT, MTR_FIELD_NONE, NULL },
  { MTR_ATTENTION_REVIEW, MTR_KIND_AGREEMENT, MTR_FIELD_NONE, NULL },
  { MTR_ATTENTION_UNWRITTEN, MTR_KIND_SESSION, MTR_FIELD_NONE, NULL },
  { MTR_ATTENTION_SILENCE, MTR_KIND_NONE, MTR_FIELD_NONE, "plan-session" },
};

static MtrProgramme *
get_programme (MtrTodayPage *self)
{
  return mtr_page_get_programme (MTR_PAGE (self));
}

static gboolean
is_writable (MtrTodayPage *self)
{
  return !mtr_programme_is_read_only (get_programme (self));
}

static void
run_command (MtrTodayPage *self,
             gint64        pairing_id,
             const char   *command)
{
  MtrWindow *window = mtr_window_of (GTK_WIDGET (self));

  mtr_window_open_pairing (window, pairing_id);
  mtr_page_command (mtr_window_get_page (window), command);
}

/* A requirement that has become due leads to the record and the field that it is about. */
static void
go_to_requirement (MtrTodayPage         *self,
                   const MtrTodayReason *reason)
{
  MtrWindow *window = mtr_window_of (GTK_WIDGET (self));
  gint64 pairing_id = mtr_record_get_number (reason->attention, MTR_ATTENTION_PAIRING_ID);
  const char *id = mtr_record_get_text (reason->attention, MTR_ATTENTION_REASON) + strlen (MTR_ATTENTION_DUE);
  MtrRecord *pairing = mtr_snapshot_get (reason->snapshot, MTR_KIND_PAIRING, pairing_id);
  MtrPack *pack = mtr_programme_get_pack (get_programme (self), mtr_record_get_text (pairing, MTR_PAIRING_PACK));
  g_autoptr (MtrRecord) portfolio = NULL;
  g_autoptr (GPtrArray) results = NULL;

  portfolio = mtr_portfolio_find_or_make_up (reason->snapshot, pairing,
                                             mtr_record_get_number (reason->attention, MTR_ATTENTION_SUBJECT_ID));
  results = mtr_requirement_check (pack, reason->snapshot, portfolio,
                                   mtr_programme_get_owner_id (get_programme (self)),
                                   mtr_today_model_get_today (self->model));
  for (guint i = 0; i < results->len; i++)
    {
      const MtrRequirementResult *result = g_ptr_array_index (results, i);

      if (result->met || !g_str_equal (result->requirement->id, id))
        continue;
      mtr_requirement_way_go (result, window, pairing_id);
      return;
    }

  mtr_window_open_pairing (window, pairing_id);
}

static void
go_to_reason (MtrTodayPage         *self,
              const MtrTodayReason *reason)
{
  MtrWindow *window = mtr_window_of (GTK_WIDGET (self));
  gint64 pairing_id = mtr_record_get_number (reason->attention, MTR_ATTENTION_PAIRING_ID);
  gint64 subject_id = mtr_record_get_number (reason->attention, MTR_ATTENTION_SUBJECT_ID);
  const char *code = mtr_record_get_text (reason->attention, MTR_ATTENTION_REASON);

  if (g_str_has_prefix (code, MTR_ATTENTION_DUE) && reason->snapshot != NULL)
    {
      go_to_requirement (self, reason);
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    if (g_str_equal (targets[i].reason, code))
      {
        if (targets[i].command != NULL)
          run_command (self, pairing_id, targets[i].command);
        else
          mtr_window_go_to (window, pairing_id, targets[i].kind,
                            targets[i].kind == MTR_KIND_PAIRING ? pairing_id : subject_id, targets[i].field);
        return;
      }

  mtr_window_open_pairing (window, pairing_id);
}

/* ---- Reminding somebody ------------------------------------------------------ */

static void
remind (MtrTodayPage         *self,
        const MtrTodayReason *reason)
{
  MtrRecord *person = reason->snapshot != NULL
                        ? mtr_snapshot_get (reason->snapshot, MTR_KIND_PERSON,
                                            mtr_record_get_number (reason->attention, MTR_ATTENTION_TURN_ID))
                        : NULL;

  mtr_reminder_write (GTK_WIDGET (self), get_programme (self), person);
}

/* ---- What is pressed ----------------------------------------------------------- */

static const MtrTodayReason *
find_reason (GPtrArray  *reasons,
             const char *key)
{
  gint64 id = g_ascii_strtoll (key, NULL, 10);

  for (guint i = 0; i < reasons->len; i++)
    if (mtr_record_get_id (((MtrTodayReason *) g_ptr_array_index (reasons, i))->attention) == id)
      return g_ptr_array_index (reasons, i);

  return NULL;
}

static void
yours_cb (MtrTodayPage *self,
          const char   *key)
{
  const MtrTodayReason *reason = find_reason (mtr_today_model_get_yours (self->model), key);

  if (reason != NULL)
    go_to_reason (self, reason);
}

static void
others_cb (MtrTodayPage *self,
           const char   *key)
{
  const MtrTodayReason *reason = find_reason (mtr_today_model_get_others (self->model), key);

  if (reason != NULL)
    remind (self, reason);
}

static void
set_aside_cb (MtrTodayPage *self,
              const char   *key)
{
  const MtrTodayReason *reason = find_reason (mtr_today_model_get_set_aside (self->model), key);
  MtrChange *change;

  if (reason == NULL || !is_writable (self))
    return;

  change = mtr_change_new (_("take back what was set aside"));
  mtr_change_delete (change, MTR_KIND_SET_ASIDE, mtr_record_get_id (reason->set_aside));
  mtr_programme_act (get_programme (self), change, _("It is back in Today. Ctrl+Z sets it aside again"));
}

static void
go_to_event (MtrTodayPage        *self,
             const MtrTodayEvent *event)
{
  mtr_window_go_to (mtr_window_of (GTK_WIDGET (self)), event->pairing_id, mtr_record_get_kind (event->record),
                    mtr_record_get_id (event->record), MTR_FIELD_NONE);
}

static void
coming_cb (MtrTodayPage *self,
           const char   *key)
{
  GPtrArray *events = mtr_today_model_get_coming (self->model);
  gint64 id = g_ascii_strtoll (key, NULL, 10);

  for (guint i = 0; i < events->len; i++)
    {
      const MtrTodayEvent *event = g_ptr_array_index (events, i);

      if (mtr_record_get_id (event->record) == id)
        {
          go_to_event (self, event);
          return;
        }
    }
}

static void
next_cb (MtrTodayPage *self)
{
  const MtrTodayEvent *next = mtr_today_model_get_next (self->model);

  if (next != NULL)
    go_to_event (self, next);
}

static void
own_cb (MtrTodayPage *self)
{
  MtrRecord *portfolio = mtr_today_model_get_portfolio (self->model);

  mtr_window_go_to (mtr_window_of (GTK_WIDGET (self)), mtr_record_get_number (portfolio, MTR_PORTFOLIO_PAIRING_ID),
                    MTR_KIND_PORTFOLIO, mtr_record_get_id (portfolio), MTR_FIELD_NONE);
}

static void
file_cb (MtrTodayPage *self,
         const char   *key)
{
  MtrWindow *window = mtr_window_of (GTK_WIDGET (self));

  if (g_str_equal (key, "set-aside"))
    {
      gtk_toggle_button_set_active (self->set_aside_button, TRUE);
      return;
    }

  mtr_window_show_place (window, "pairings");
  if (!g_str_equal (key, "pairings"))
    mtr_pairings_page_set_filter (mtr_window_get_page (window), MTR_PAIRINGS_ATTENTION);
}

static void
begin_cb (MtrTodayPage *self,
          const char   *key)
{
  MtrWindow *window = mtr_window_of (GTK_WIDGET (self));
  const MtrTodayCounts *counts = mtr_today_model_get_counts (self->model);
  gint64 owner_id = mtr_programme_get_owner_id (get_programme (self));

  if (g_str_equal (key, "you") && owner_id != 0)
    mtr_window_go_to (window, 0, MTR_KIND_PERSON, owner_id, MTR_FIELD_NONE);
  else if (g_str_equal (key, "you"))
    mtr_page_push (MTR_PAGE (self), mtr_owner_page_new (get_programme (self)));
  else if (g_str_equal (key, "sample"))
    gtk_widget_activate_action (GTK_WIDGET (self), "app.open-sample", NULL);
  else if (g_str_equal (key, "who") && counts->pairings == 0)
    mtr_page_push (MTR_PAGE (self), mtr_new_pairing_page_new (get_programme (self)));
  else if (counts->pairings == 0)
    mtr_programme_announce (get_programme (self), _("Say first who you work with: then you can agree how."));
  else
    mtr_window_show_place (window, "pairings");
}

static void
show_all_cb (MtrTodayPage *self)
{
  mtr_today_model_show_all (self->model);
}

/* ---- What is shown --------------------------------------------------------------- */

static GMenu *
make_row_menu (const char *key,
               gboolean    writable)
{
  GMenu *menu = g_menu_new ();
  g_autofree char *open = g_strdup_printf ("today.open-pairing::%s", key);
  g_autofree char *set_aside = g_strdup_printf ("today.set-aside::%s", key);

  if (writable)
    g_menu_append (menu, _("_Not now…"), set_aside);
  g_menu_append (menu, _("Open _pairing"), open);

  return menu;
}

static gint
get_shown_rows (MtrTodayPage *self,
                GPtrArray    *reasons,
                gint          left)
{
  return mtr_today_model_shows_all (self->model) ? (gint) reasons->len : MIN ((gint) reasons->len, MAX (left, 0));
}

/* A sign that it hurts if left; said in words by the order and by the title itself. */
static void
mark_harm (GtkWidget *row,
           gboolean   harmful)
{
  if (g_object_get_data (G_OBJECT (row), "harm-sign") == NULL)
    {
      GtkWidget *sign = mtr_accessible_new_picture (NULL);

      adw_action_row_add_prefix (ADW_ACTION_ROW (row), sign);
      g_object_set_data (G_OBJECT (row), "harm-sign", sign);
    }
  gtk_image_set_from_icon_name (g_object_get_data (G_OBJECT (row), "harm-sign"),
                                harmful ? "dialog-warning-symbolic" : "media-record-symbolic");
}

static void
show_reasons (MtrTodayPage *self,
              int           group,
              GPtrArray    *reasons,
              gint          n_shown)
{
  MtrRowList *rows = self->rows[group];

  mtr_row_list_begin (rows);
  for (gint i = 0; i < n_shown; i++)
    {
      const MtrTodayReason *reason = g_ptr_array_index (reasons, (guint) i);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (reason->attention));
      g_autofree char *subtitle = NULL;
      g_autoptr (GMenu) menu = NULL;
      const char *verb;
      gint64 pairing_id = mtr_record_get_number (reason->attention, MTR_ATTENTION_PAIRING_ID);
      GtkWidget *row;

      if (reason->text == NULL)
        continue;

      subtitle = g_strdup (reason->text->subtitle);
      verb = reason->text->yours && !is_writable (self) ? _("Open") : reason->text->verb;
      if (reason->set_aside != NULL)
        {
          GDate until;
          const char *note = mtr_record_get_text (reason->set_aside, MTR_SET_ASIDE_NOTE);
          g_autofree char *day = mtr_record_get_date (reason->set_aside, MTR_SET_ASIDE_UNTIL_ON, &until)
                                   ? mtr_date_format (&until, MTR_DATE_STYLE_WEEKDAY) : g_strdup ("");

          g_free (subtitle);
          /* Translators: %1$s says which pairing, %2$s is a day, as in "Saturday 28 November". */
          subtitle = g_strdup_printf (_("%1$s · until %2$s"), reason->text->subtitle, day);
          if (note != NULL)
            {
              g_autofree char *without_note = g_steal_pointer (&subtitle);
              g_autofree char *excerpt = mtr_text_excerpt (note, 80);

              subtitle = g_strdup_printf ("%s · %s", without_note, excerpt);
            }
          verb = is_writable (self) ? _("Take It Back") : "";
        }
      else if (mtr_today_model_is_mentor (self->model, pairing_id) !=
               mtr_today_model_is_mentee (self->model, pairing_id) && group == YOURS &&
               mtr_today_model_get_portfolio (self->model) != NULL)
        {
          /* Somebody who is mentor in one pairing and mentee in another hears which it is. */
          g_free (subtitle);
          subtitle = g_strdup_printf ("%s · %s", reason->text->subtitle,
                                      mtr_today_model_is_mentor (self->model, pairing_id) ? _("you as mentor")
                                                                                          : _("you as mentee"));
        }

      row = mtr_row_list_add (rows, key, reason->text->title, subtitle, NULL, verb);
      if (group == YOURS)
        mark_harm (row, mtr_record_get_number (reason->attention, MTR_ATTENTION_HARM) <= 5);
      if (group != SET_ASIDE)
        {
          menu = make_row_menu (key, is_writable (self));
          mtr_row_menu_attach (row, G_MENU_MODEL (menu));
          mtr_row_menu_add_button (ADW_ACTION_ROW (row));
        }
    }
  mtr_row_list_end (rows);
}

static void
show_all_reasons (MtrTodayPage *self)
{
  GPtrArray *yours = mtr_today_model_get_yours (self->model);
  GPtrArray *others = mtr_today_model_get_others (self->model);
  GPtrArray *set_aside = mtr_today_model_get_set_aside (self->model);
  gboolean shows_set_aside = gtk_toggle_button_get_active (self->set_aside_button) && set_aside->len > 0;
  gint n_yours = get_shown_rows (self, yours, SHOWN_ROWS);
  gint n_others = get_shown_rows (self, others, SHOWN_ROWS - n_yours);
  guint n_all = yours->len + others->len;
  g_autofree char *count = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *all = NULL;

  show_reasons (self, YOURS, yours, n_yours);
  show_reasons (self, OTHERS, others, n_others);
  show_reasons (self, SET_ASIDE, set_aside, shows_set_aside ? get_shown_rows (self, set_aside, SHOWN_ROWS) : 0);

  if (mtr_today_model_is_cut (self->model))
    count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing or more", "%u things or more", yours->len),
                             yours->len);
  else
    count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing", "%u things", yours->len), yours->len);
  aside = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u set aside", "%u set aside", set_aside->len),
                           set_aside->len);
  all = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show all %u", "Show all %u", n_all), n_all);
  adw_preferences_group_set_description (self->yours_group, yours->len == 0 ? _("Nothing else for now.") : NULL);
  gtk_label_set_text (self->yours_count, yours->len > 0 ? count : "");
  gtk_button_set_label (GTK_BUTTON (self->set_aside_button), aside);
  gtk_widget_set_visible (GTK_WIDGET (self->set_aside_button), set_aside->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->yours_group), yours->len > 0 || set_aside->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->set_aside_group), shows_set_aside);
  gtk_widget_set_visible (GTK_WIDGET (self->others_group), n_others > 0);
  gtk_button_set_label (self->all_button, all);
  gtk_widget_set_visible (GTK_WIDGET (self->all_button), (guint) (n_yours + n_others) < n_all);
}

static void
show_next (MtrTodayPage *self)
{
  const MtrTodayEvent *next = mtr_today_model_get_next (self->model);
  const GDate *today = mtr_today_model_get_today (self->model);
  g_autofree char *title = NULL;
  gboolean session;

  gtk_widget_set_visible (self->next_card, next != NULL);
  if (next == NULL)
    return;

  session = mtr_record_get_kind (next->record) == MTR_KIND_SESSION;
  title = mtr_today_dup_event_title (next, mtr_today_model_is_mentor (self->model, next->pairing_id), today);
  gtk_label_set_text (self->next_title, title);
  gtk_label_set_text (self->next_detail, mtr_today_get_event_detail (next, today));
  gtk_button_set_label (self->next_button, is_writable (self) ? mtr_today_get_event_verb (next, today) : _("Open"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->not_held_button),
                          session && is_writable (self) && mtr_today_is_past (next, today));
}

static void
show_coming (MtrTodayPage *self)
{
  GPtrArray *events = mtr_today_model_get_coming (self->model);
  const MtrTodayEvent *next = mtr_today_model_get_next (self->model);
  guint n_rows = 0;

  mtr_row_list_begin (self->rows[COMING]);
  for (guint i = 0; i < events->len && n_rows < COMING_ROWS; i++)
    {
      const MtrTodayEvent *event = g_ptr_array_index (events, i);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (event->record));
      g_autofree char *date = NULL;
      g_autofree char *line = NULL;

      if (event == next || g_date_compare (&event->date, mtr_today_model_get_today (self->model)) < 0)
        continue;
      date = mtr_today_dup_event_date (event);
      line = mtr_today_dup_event_line (event, mtr_today_model_is_mentor (self->model, event->pairing_id));
      mtr_row_list_add (self->rows[COMING], key, date, line, NULL, NULL);
      n_rows++;
    }
  mtr_row_list_end (self->rows[COMING]);
  gtk_widget_set_visible (GTK_WIDGET (self->coming_group), n_rows > 0);
}

static void
show_own (MtrTodayPage *self)
{
  MtrRecord *portfolio = mtr_today_model_get_portfolio (self->model);
  MtrRecord *summary = portfolio != NULL ? mtr_today_model_get_portfolio_summary (self->model) : NULL;
  MtrPack *pack = portfolio != NULL ? mtr_programme_get_pack (get_programme (self),
                                                              mtr_record_get_text (portfolio, MTR_PORTFOLIO_PACK))
                                    : NULL;
  const char *word = pack != NULL ? mtr_pack_get_word (pack, "portfolio") : NULL;
  g_autofree char *figures = NULL;
  g_autofree char *submit = NULL;
  g_autofree char *title = NULL;
  GDate submit_by;

  gtk_widget_set_visible (GTK_WIDGET (self->own_group), summary != NULL);
  mtr_row_list_begin (self->rows[OWN]);
  if (summary != NULL)
    {
      figures = mtr_pairing_row_dup_figures (summary);
      if (mtr_record_get_date (portfolio, MTR_PORTFOLIO_SUBMIT_BY, &submit_by))
        {
          g_autofree char *day = mtr_date_format (&submit_by, MTR_DATE_STYLE_LONG);

          /* Translators: %s is a date. */
          submit = g_strdup_printf (_("to be handed in by %s"), day);
        }
      title = g_markup_printf_escaped (_("Your %s"), word != NULL ? word : _("Portfolio"));
      adw_preferences_group_set_title (self->own_group, title);
      mtr_row_list_add (self->rows[OWN], "portfolio", figures, submit, NULL, NULL);
    }
  mtr_row_list_end (self->rows[OWN]);
}

/* For whoever runs a programme in which they are not a member of every pairing. */
static void
show_file (MtrTodayPage *self)
{
  const MtrTodayCounts *counts = mtr_today_model_get_counts (self->model);
  guint n_set_aside = mtr_today_model_get_set_aside (self->model)->len;
  gboolean is_lead = counts->pairings > counts->own_pairings;
  g_autofree char *pairings = NULL;
  g_autofree char *attention = NULL;
  g_autofree char *set_aside = NULL;
  g_autofree char *without = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->file_group), is_lead);
  mtr_row_list_begin (self->rows[WHOLE_FILE]);
  if (is_lead)
    {
      pairings = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u pairing", "%u pairings", counts->pairings),
                                  counts->pairings);
      attention = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u needs attention", "%u need attention",
                                                counts->attention), counts->attention);
      set_aside = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u set aside", "%u set aside", n_set_aside),
                                   n_set_aside);
      without = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person without a mentor",
                                              "%u people without a mentor", counts->without_mentor),
                                 counts->without_mentor);
      mtr_row_list_add (self->rows[WHOLE_FILE], "pairings", pairings, NULL, NULL, NULL);
      if (counts->attention > 0)
        mtr_row_list_add (self->rows[WHOLE_FILE], "attention", attention, NULL, NULL, NULL);
      if (n_set_aside > 0)
        mtr_row_list_add (self->rows[WHOLE_FILE], "set-aside", set_aside, NULL, NULL, NULL);
      if (counts->without_mentor > 0)
        mtr_row_list_add (self->rows[WHOLE_FILE], "without-mentor", without, NULL, NULL, NULL);
    }
  mtr_row_list_end (self->rows[WHOLE_FILE]);
}

static void
show_begin (MtrTodayPage *self)
{
  const MtrTodayCounts *counts = mtr_today_model_get_counts (self->model);
  gboolean begins = counts->pairings == 0 || (counts->pairings == 1 && counts->agreements == 0);
  struct {
    const char *key;
    const char *title;
    const char *subtitle;
    gboolean    done;
  } steps[] = {
    { "you", _("1 Who are you?"), _("Your job, and whether you are registered"),
      mtr_programme_get_owner_id (get_programme (self)) != 0 },
    { "who", _("2 Who do you work with?"), _("A mentor, somebody to mentor, a line manager"), counts->pairings > 0 },
    { "how", _("3 Agree how"), _("What stays between you, what does not, and how often you meet"),
      counts->agreements > 0 },
  };

  gtk_widget_set_visible (GTK_WIDGET (self->begin_group), begins && is_writable (self));
  mtr_row_list_begin (self->rows[BEGIN]);
  for (gsize i = 0; begins && i < G_N_ELEMENTS (steps); i++)
    mtr_row_list_add (self->rows[BEGIN], steps[i].key, steps[i].title, steps[i].subtitle,
                      steps[i].done ? _("✓ done") : NULL, NULL);
  if (begins && counts->pairings == 0)
    mtr_row_list_add (self->rows[BEGIN], "sample", _("Explore the sample instead"),
                      _("Four pairings of people who do not exist, in a window of its own"), NULL, NULL);
  mtr_row_list_end (self->rows[BEGIN]);
}

/* No confetti: the next date, where there is one. */
static void
show_done (MtrTodayPage *self)
{
  const MtrTodayCounts *counts = mtr_today_model_get_counts (self->model);
  GPtrArray *events = mtr_today_model_get_coming (self->model);
  const GDate *today = mtr_today_model_get_today (self->model);
  gboolean is_done = mtr_today_model_get_yours (self->model)->len == 0 && counts->pairings > 0 &&
                     mtr_today_model_get_next (self->model) == NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->done_box, is_done);
  for (guint i = 0; i < events->len && words == NULL; i++)
    {
      const MtrTodayEvent *event = g_ptr_array_index (events, i);

      if (g_date_compare (&event->date, today) >= 0)
        {
          g_autofree char *line = mtr_today_dup_event_line (event, mtr_today_model_is_mentor (self->model,
                                                                                             event->pairing_id));
          g_autofree char *day = mtr_date_format (&event->date, MTR_DATE_STYLE_WEEKDAY);

          /* Translators: %1$s is as in "Session · Supervisor A", %2$s as in "Thursday 26 November". */
          words = g_strdup_printf (_("Next: %1$s, %2$s."), line, day);
        }
    }
  gtk_label_set_text (self->done_label, words != NULL ? words : _("Nothing is planned for the next fourteen days."));
}

static void
refreshed_cb (MtrTodayPage *self)
{
  g_autofree char *day = NULL;

  if (get_programme (self) == NULL)
    return;

  day = mtr_date_format (mtr_today_model_get_today (self->model), MTR_DATE_STYLE_FULL);
  gtk_label_set_text (self->date_label, day);
  show_next (self);
  show_done (self);
  show_begin (self);
  show_all_reasons (self);
  show_coming (self);
  show_own (self);
  mtr_today_learning_show (MTR_TODAY_LEARNING (self->learning), get_programme (self), self->model);
  show_file (self);

  if (self->focus_wanted)
    {
      self->focus_wanted = FALSE;
      mtr_page_focus_first (MTR_PAGE (self));
    }
  mtr_page_set_loading (MTR_PAGE (self), FALSE);
}

static void
set_aside_toggled_cb (MtrTodayPage *self)
{
  if (mtr_today_model_is_loaded (self->model))
    show_all_reasons (self);
}

static void
narrow_cb (MtrTodayPage *self)
{
  gboolean narrow = mtr_page_get_narrow (MTR_PAGE (self));

  for (gsize i = 0; i < G_N_ELEMENTS (self->rows); i++)
    mtr_row_list_set_narrow (self->rows[i], narrow);
  gtk_orientable_set_orientation (self->next_buttons, narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

/* ---- The actions of a row ---------------------------------------------------------- */

static const MtrTodayReason *
find_any_reason (MtrTodayPage *self,
                 const char   *key)
{
  const MtrTodayReason *reason = find_reason (mtr_today_model_get_yours (self->model), key);

  return reason != NULL ? reason : find_reason (mtr_today_model_get_others (self->model), key);
}

static void
action_set_aside_cb (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  MtrTodayPage *self = MTR_TODAY_PAGE (widget);
  const MtrTodayReason *reason = find_any_reason (self, g_variant_get_string (parameter, NULL));

  if (reason != NULL && is_writable (self))
    mtr_page_push (MTR_PAGE (self), mtr_set_aside_page_new (get_programme (self), reason->attention,
                                                            reason->text->title, reason->text->subtitle));
}

static void
action_open_pairing_cb (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  MtrTodayPage *self = MTR_TODAY_PAGE (widget);
  const MtrTodayReason *reason = find_any_reason (self, g_variant_get_string (parameter, NULL));

  if (reason != NULL)
    mtr_window_open_pairing (mtr_window_of (widget),
                             mtr_record_get_number (reason->attention, MTR_ATTENTION_PAIRING_ID));
}

/* Delete on a row is "Not now…": nothing is removed, and it comes back on its day. */
static void
action_set_aside_focused_cb (GtkWidget  *widget,
                             const char *action,
                             GVariant   *parameter)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_ACTION_ROW) : NULL;
  const char *key = row != NULL ? g_object_get_data (G_OBJECT (row), "key") : NULL;

  if (key != NULL)
    gtk_widget_activate_action (widget, "today.set-aside", "s", key);
}

static void
action_not_held_cb (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  MtrTodayPage *self = MTR_TODAY_PAGE (widget);
  const MtrTodayEvent *next = mtr_today_model_get_next (self->model);
  const char *state = g_variant_get_string (parameter, NULL);
  gint64 pairing_id;
  MtrChange *change;
  g_autofree char *done = NULL;

  if (next == NULL || mtr_record_get_kind (next->record) != MTR_KIND_SESSION || !is_writable (self))
    return;

  pairing_id = next->pairing_id;
  change = mtr_change_new (_("note that a session did not happen"));
  mtr_change_set_text (change, MTR_SESSION_STATE, mtr_record_get_id (next->record), state);
  /* Translators: %s is the state of a session, as in "cancelled". */
  done = g_strdup_printf (_("Noted: %s. Ctrl+Z takes it back"), mtr_session_get_state_label (state));
  mtr_programme_act (get_programme (self), change, done);
  if (g_str_equal (state, MTR_SESSION_STATE_RESCHEDULED))
    run_command (self, pairing_id, "plan-session");
}

/* ---- The page ------------------------------------------------------------------------ */

static gboolean
ask_owner_cb (gpointer user_data)
{
  MtrPage *page = user_data;

  if (gtk_widget_get_mapped (GTK_WIDGET (page)))
    mtr_page_push (page, mtr_owner_page_new (mtr_page_get_programme (page)));

  return G_SOURCE_REMOVE;
}

static void
mtr_today_page_refresh (MtrPage *page)
{
  MtrTodayPage *self = MTR_TODAY_PAGE (page);

  /* What was asked for when the page was made is what it shows at first. */
  if (self->begun)
    mtr_today_model_load (self->model);
  else if (mtr_programme_get_owner_id (get_programme (self)) == 0 && !mtr_programme_is_read_only (get_programme (self)))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, ask_owner_cb, g_object_ref (self), g_object_unref);
  self->begun = TRUE;
}

static void
mtr_today_page_focus_first (MtrPage *page)
{
  MtrTodayPage *self = MTR_TODAY_PAGE (page);
  AdwPreferencesGroup *groups[] = { self->begin_group, self->yours_group, self->others_group, self->coming_group,
                                    self->own_group, self->file_group };

  if (!mtr_today_model_is_loaded (self->model))
    {
      self->focus_wanted = TRUE;
      return;
    }
  if (gtk_widget_get_visible (self->next_card) && gtk_widget_grab_focus (GTK_WIDGET (self->next_button)))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    if (gtk_widget_get_visible (GTK_WIDGET (groups[i])) &&
        gtk_widget_child_focus (GTK_WIDGET (groups[i]), GTK_DIR_TAB_FORWARD))
      return;
}

static gboolean
mtr_today_page_command (MtrPage    *page,
                        const char *command)
{
  MtrTodayPage *self = MTR_TODAY_PAGE (page);
  const MtrTodayEvent *next;

  /* Ctrl+N begins with what is nearest. */
  if (!g_str_equal (command, "write-session") || !mtr_today_model_is_loaded (self->model))
    return FALSE;
  next = mtr_today_model_get_next (self->model);
  if (next == NULL || mtr_record_get_kind (next->record) != MTR_KIND_SESSION)
    return FALSE;

  go_to_event (self, next);

  return TRUE;
}

static void
mtr_today_page_dispose (GObject *object)
{
  MtrTodayPage *self = MTR_TODAY_PAGE (object);

  for (gsize i = 0; i < G_N_ELEMENTS (self->rows); i++)
    g_clear_object (&self->rows[i]);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_today_page_parent_class)->dispose (object);
}

static void
mtr_today_page_class_init (MtrTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_today_page_dispose;
  page_class->refresh = mtr_today_page_refresh;
  page_class->focus_first = mtr_today_page_focus_first;
  page_class->command = mtr_today_page_command;

  gtk_widget_class_install_action (widget_class, "today.set-aside", "s", action_set_aside_cb);
  gtk_widget_class_install_action (widget_class, "today.set-aside-focused", NULL, action_set_aside_focused_cb);
  gtk_widget_class_install_action (widget_class, "today.open-pairing", "s", action_open_pairing_cb);
  gtk_widget_class_install_action (widget_class, "today.not-held", "s", action_not_held_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "today.set-aside-focused", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MtrTodayPage, date_label);
  gtk_widget_class_bind_template_child (widget_class, MtrTodayPage, next_card);
  gtk_widget_class_bind_template_child (widget_class, MtrTodayPage, next_title);
  gtk_widget_class_bind_template_child (widget_class, MtrTodayPage, next_detail);
  gtk_widget_class_bind_template_child (widget_class, MtrTodayPage, next_buttons);
  gtk_widget_class_bind_template_child (widget_class, MtrTodayPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, MtrTodayPage, not_held_button);
  gtk_widget_class_bind_template_child (widget_class, MtrTodayPage, not_held_menu);
  gtk_widget_class_bind_template_child (widget_class, MtrTodayPage, done_box);
  gtk_widget_class_bind_template_child (widget_class, MtrTodayPage, done_label);
  gtk_widget_class_bind_template_child (widget_class, MtrTodayPage, begin_group);
  gtk_widget_class_bind_template_child (widget_class, MtrTodayPage, yours_group);
  gtk_widget_class_bind_template_child (widget_class, MtrTodayPage, yours_count);
  gtk_widget_class_bind_template_child (widget_class, MtrTodayPage, set_aside_button);
  gtk_widget_class_bind_template_child (widget_class, MtrTodayPage, set_aside_group);
  gtk_widget_class_bind_template_child (widget_class, MtrTodayPage, others_group);
  gtk_widget_class_bind_template_child (widget_class, MtrTodayPage, all_button);
  gtk_widget_class_bind_template_child (widget_class, MtrTodayPage, coming_group);
  gtk_widget_class_bind_template_child (widget_class, MtrTodayPage, own_group);
  gtk_widget_class_bind_template_child (widget_class, MtrTodayPage, file_group);
}

static void
mtr_today_page_init (MtrTodayPage *self)
{
  AdwPreferencesGroup *groups[N_GROUPS];
  GCallback callbacks[N_GROUPS] = {
    [BEGIN] = G_CALLBACK (begin_cb),
    [YOURS] = G_CALLBACK (yours_cb),
    [SET_ASIDE] = G_CALLBACK (set_aside_cb),
    [OTHERS] = G_CALLBACK (others_cb),
    [COMING] = G_CALLBACK (coming_cb),
    [OWN] = G_CALLBACK (own_cb),
    [WHOLE_FILE] = G_CALLBACK (file_cb),
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  mtr_page_parts_set_menu (self->not_held_button, self->not_held_menu);

  self->learning = mtr_today_learning_new ();
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->own_group))), self->learning,
                              GTK_WIDGET (self->own_group));
  groups[BEGIN] = self->begin_group;
  groups[YOURS] = self->yours_group;
  groups[SET_ASIDE] = self->set_aside_group;
  groups[OTHERS] = self->others_group;
  groups[COMING] = self->coming_group;
  groups[OWN] = self->own_group;
  groups[WHOLE_FILE] = self->file_group;
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      self->rows[i] = mtr_row_list_new (groups[i]);
      g_signal_connect_object (self->rows[i], "activated", callbacks[i], self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (self->next_button, "clicked", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->all_button, "clicked", G_CALLBACK (show_all_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->set_aside_button, "toggled", G_CALLBACK (set_aside_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
}

/**
 * mtr_today_page_new:
 * @programme: the programme
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_today_page_new (MtrProgramme *programme)
{
  g_autoptr (MtrTodayModel) model = mtr_today_model_new (programme);
  MtrTodayPage *self;

  /* The store answers while the page is being made. */
  mtr_today_model_load (model);
  self = g_object_new (MTR_TYPE_TODAY_PAGE, NULL);
  mtr_page_set_programme (MTR_PAGE (self), programme);
  self->model = g_steal_pointer (&model);
  g_signal_connect_object (self->model, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
  mtr_page_set_loading (MTR_PAGE (self), TRUE);

  return MTR_PAGE (self);
}
