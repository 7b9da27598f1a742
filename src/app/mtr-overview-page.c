/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The view "Pairing": who is who, what was agreed, where the pairing is. Read
 * often and changed seldom: rows that open pages, and at most one button, which
 * is the next step in the life of the pairing.
 */

#include "mtr-overview-page.h"

#include "mtr-agreement-page.h"
#include "mtr-agreement.h"
#include "mtr-attention.h"
#include "mtr-asked-group.h"
#include "mtr-audience-button.h"
#include "mtr-date.h"
#include "mtr-eligibility-group.h"
#include "mtr-eligibility-page.h"
#include "mtr-group.h"
#include "mtr-looking-back-group.h"
#include "mtr-manager-sees-page.h"
#include "mtr-match-pool.h"
#include "mtr-meeting-group.h"
#include "mtr-meeting-page.h"
#include "mtr-members-group.h"
#include "mtr-new-pairing-page.h"
#include "mtr-page-parts.h"
#include "mtr-pairing-move-page.h"
#include "mtr-pairing-people.h"
#include "mtr-pairing-words.h"
#include "mtr-pairing.h"
#include "mtr-reminder.h"
#include "mtr-plan-group.h"
#include "mtr-role-page.h"
#include "mtr-row-list.h"
#include "mtr-window.h"

#include <glib/gi18n-lib.h>

/** What the button beside the state does. */
typedef enum {
  STEP_NONE,
  STEP_FIND_MENTOR,
  STEP_START,
  STEP_AGREE,
  STEP_BEGIN,
  STEP_PLAN,
  STEP_CARRY_ON,
  STEP_GO_TO_PRESENT,
  STEP_NEXT_PAIRING,
} Step;

struct _MtrOverviewPage {
  MtrPage               parent_instance;

  MtrPairingModel      *model;        /* (owned) */
  Step                  step;

  GtkWidget            *state_box;
  GtkLabel             *state_label;
  GtkWidget            *state_button;
  MtrRowList           *people;       /* (owned) */
  MtrMembersGroup      *members;
  MtrEligibilityGroup  *eligibility;
  MtrRowList           *agreement;    /* (owned) */
  MtrAskedGroup        *asked;
  MtrPlanGroup         *plan;
  MtrMeetingGroup      *meeting;
  MtrLookingBackGroup  *looking_back;
  GtkWidget            *aside_group;
  MtrRowList           *aside;        /* (owned) */
  MtrRowList           *more;         /* (owned) */
};

G_DEFINE_FINAL_TYPE (MtrOverviewPage, mtr_overview_page, MTR_TYPE_PAGE)

/* The roles that a person has once, in the order of the page. */
static const char * const roles[] = { MTR_ROLE_MENTOR, MTR_ROLE_LINE_MANAGER };

static const struct {
  MtrField    field;
  const char *role;
} role_fields[] = {
  { MTR_PAIRING_MENTOR_ID, MTR_ROLE_MENTOR },
  { MTR_PAIRING_LINE_MANAGER_ID, MTR_ROLE_LINE_MANAGER },
  { MTR_PAIRING_TALK_TO_ID, MTR_ROLE_TALK_TO },
};

static gint64
get_present_id (MtrOverviewPage *self)
{
  MtrRecord *portfolio = mtr_pairing_model_get_portfolio (self->model);

  return portfolio != NULL ? mtr_record_get_number (portfolio, MTR_PORTFOLIO_PAIRING_ID) : 0;
}

/* --- The state ------------------------------------------------------------ */

static Step
get_step (MtrOverviewPage *self,
          MtrRecord       *pairing)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  gint64 id = mtr_record_get_id (pairing);
  gint64 present_id = get_present_id (self);
  gboolean can_write = !mtr_programme_is_read_only (mtr_pairing_model_get_programme (self->model));

  if (mtr_record_text_is (pairing, MTR_PAIRING_STATE, MTR_PAIRING_ENDED))
    {
      if (present_id != 0 && present_id != id)
        return STEP_GO_TO_PRESENT;
      return can_write && mtr_record_text_is (pairing, MTR_PAIRING_ENDED_NEXT, MTR_PAIRING_NEXT_MENTOR) ? STEP_NEXT_PAIRING
                                                                                                 : STEP_NONE;
    }
  if (!can_write)
    return STEP_NONE;
  if (mtr_record_text_is (pairing, MTR_PAIRING_STATE, MTR_PAIRING_PAUSED))
    return STEP_CARRY_ON;
  if (!mtr_record_is_set (pairing, MTR_PAIRING_MENTOR_ID))
    return STEP_FIND_MENTOR;
  if (mtr_record_text_is (pairing, MTR_PAIRING_STATE, MTR_PAIRING_PROPOSED))
    return STEP_START;
  if (mtr_record_text_is (pairing, MTR_PAIRING_STATE, MTR_PAIRING_INDUCTION))
    return mtr_agreement_find_signed (snapshot, id) != NULL ? STEP_BEGIN : STEP_AGREE;

  return mtr_pack_find_word (mtr_pairing_model_get_pack (self->model), MTR_WORDS_VIEWS, "diary") != NULL ? STEP_PLAN
                                                                                                        : STEP_NONE;
}

static const char *
get_step_label (Step     step,
                gboolean has_next)
{
  static const char * const labels[] = {
    [STEP_NONE] = "",
    [STEP_FIND_MENTOR] = N_("Find one"),
    [STEP_START] = N_("Start with a first meeting"),
    [STEP_AGREE] = N_("Write the agreement"),
    [STEP_BEGIN] = N_("Begin the sessions"),
    [STEP_PLAN] = N_("Plan a meeting"),
    [STEP_CARRY_ON] = N_("Carry on"),
    [STEP_GO_TO_PRESENT] = N_("Go to the present pairing"),
    [STEP_NEXT_PAIRING] = N_("Propose the next pairing"),
  };

  return step == STEP_PLAN && has_next ? _("Plan another") : _(labels[step]);
}

static void
show_state (MtrOverviewPage *self,
            MtrRecord       *pairing)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  g_autofree char *state = NULL;
  g_autofree char *next = NULL;
  GDate today;

  mtr_programme_get_today (mtr_pairing_model_get_programme (self->model), &today);
  state = mtr_pairing_words_dup_state (snapshot, pairing, &today);
  next = mtr_pairing_words_dup_next (snapshot, mtr_record_get_id (pairing), &today);
  gtk_label_set_text (self->state_label, state);
  self->step = get_step (self, pairing);
  gtk_button_set_label (GTK_BUTTON (self->state_button), get_step_label (self->step, next != NULL));
  gtk_widget_set_visible (self->state_button, self->step != STEP_NONE);
}

static void
go_to_problem (MtrOverviewPage  *self,
               const MtrProblem *problem)
{
  mtr_programme_announce (mtr_pairing_model_get_programme (self->model), problem->message);
  mtr_page_go_to (MTR_PAGE (self), mtr_field_get_info (problem->field)->kind, problem->id, problem->field);
}

static void
move (MtrOverviewPage *self,
      const char      *to,
      const char      *done)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (self->model);
  MtrRecord *pairing = mtr_pairing_model_get_pairing (self->model);
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *on = NULL;
  GDate today;

  mtr_programme_get_today (programme, &today);
  on = mtr_date_to_iso (&today);
  problems = mtr_pairing_list_problems (mtr_pairing_model_get_pack (self->model),
                                        mtr_pairing_model_get_snapshot (self->model), pairing, to, on);
  if (problems->len > 0)
    go_to_problem (self, g_ptr_array_index (problems, 0));
  else
    mtr_programme_act (programme, mtr_pairing_move (pairing, to, on), done);
}

/* The next pairing is the same mentee's. */
static void
propose_next (MtrOverviewPage *self)
{
  MtrPage *page = mtr_new_pairing_page_new (mtr_pairing_model_get_programme (self->model));
  MtrRecord *mentee = mtr_pairing_model_get_mentee (self->model);

  if (mentee != NULL)
    mtr_new_pairing_page_choose_mentee (MTR_NEW_PAIRING_PAGE (page), mtr_record_get_id (mentee));
  mtr_page_push (MTR_PAGE (self), page);
}

static void
step_cb (MtrOverviewPage *self)
{
  MtrWindow *window = mtr_window_of (GTK_WIDGET (self));

  switch (self->step)
    {
    case STEP_FIND_MENTOR:
      mtr_page_push (MTR_PAGE (self), mtr_role_page_new (self->model, MTR_ROLE_MENTOR, 0));
      break;
    case STEP_START:
      move (self, MTR_PAIRING_INDUCTION, _("Begun. Write down the first meeting in the diary. Ctrl+Z takes it back"));
      break;
    case STEP_AGREE:
      mtr_page_push (MTR_PAGE (self), mtr_agreement_page_new (self->model, 0));
      break;
    case STEP_BEGIN:
      move (self, MTR_PAIRING_ACTIVE, _("The sessions have begun. Ctrl+Z takes it back"));
      break;
    case STEP_PLAN:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.plan-session", NULL);
      break;
    case STEP_CARRY_ON:
      move (self, MTR_PAIRING_ACTIVE, _("On you go. Ctrl+Z takes it back"));
      break;
    case STEP_GO_TO_PRESENT:
      if (window != NULL)
        mtr_window_open_pairing (window, get_present_id (self));
      break;
    case STEP_NEXT_PAIRING:
      propose_next (self);
      break;
    case STEP_NONE:
    default:
      break;
    }
}

/* --- Who is who ------------------------------------------------------------- */

static void
add_person (MtrOverviewPage *self,
            const char      *key,
            const char      *role,
            gint64           person_id)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  MtrRecord *pairing = mtr_pairing_model_get_pairing (self->model);
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  MtrRecord *person = mtr_snapshot_get (snapshot, MTR_KIND_PERSON, person_id);
  g_autofree char *subtitle = NULL;

  if (person == NULL)
    {
      const MtrPackRole *shown = mtr_pack_find_role (pack, role);

      mtr_row_list_add (self->people, key, shown != NULL ? shown->title : role, _("Nobody yet"), NULL,
                        mtr_pairing_model_can_write (self->model) ? _("Choose") : NULL);
      return;
    }

  subtitle = mtr_pairing_words_dup_role (pack, snapshot, pairing, person_id, role);
  mtr_row_list_add (self->people, key, mtr_record_get_name (person, MTR_PERSON_NAME), subtitle, NULL, NULL);
}

static void
add_member (MtrOverviewPage *self,
            MtrRecord       *member)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (member));

  add_person (self, key, mtr_record_get_text (member, MTR_MEMBER_ROLE),
              mtr_record_get_number (member, MTR_MEMBER_PERSON_ID));
}

static void
show_people (MtrOverviewPage *self,
             MtrRecord       *pairing)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  gint64 id = mtr_record_get_id (pairing);
  gboolean ended = mtr_record_text_is (pairing, MTR_PAIRING_STATE, MTR_PAIRING_ENDED);
  g_autoptr (GPtrArray) mentees = mtr_pairing_list_mentees (snapshot, id,
                                                            ended ? mtr_record_get_text (pairing, MTR_PAIRING_ENDED_ON)
                                                                  : NULL);
  g_autoptr (GPtrArray) observers = mtr_pairing_list_observers (snapshot, id);

  mtr_row_list_begin (self->people);
  /* The members of a group have a list of their own. */
  for (guint i = 0; i < mentees->len && !mtr_group_is_group (pairing); i++)
    add_member (self, g_ptr_array_index (mentees, i));
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      gint64 person_id = g_str_equal (roles[i], MTR_ROLE_LINE_MANAGER)
                         ? mtr_pairing_get_line_manager (snapshot, pairing)
                         : mtr_record_get_number (pairing, mtr_pairing_get_role_field (roles[i]));

      add_person (self, roles[i], roles[i], person_id);
    }
  for (guint i = 0; i < observers->len; i++)
    add_member (self, g_ptr_array_index (observers, i));
  if (mtr_pairing_model_can_write (self->model))
    mtr_row_list_add (self->people, MTR_ROLE_OBSERVER, _("Others who may observe"),
                      observers->len == 0 ? _("Nobody yet") : NULL, NULL, _("Add"));
  add_person (self, MTR_ROLE_TALK_TO, MTR_ROLE_TALK_TO, mtr_record_get_number (pairing, MTR_PAIRING_TALK_TO_ID));
  mtr_row_list_end (self->people);
}

static void
open_member (MtrOverviewPage *self,
             gint64           member_id)
{
  MtrRecord *member = mtr_snapshot_get (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_MEMBER, member_id);

  if (member != NULL)
    mtr_page_push (MTR_PAGE (self), mtr_role_page_new (self->model, mtr_record_get_text (member, MTR_MEMBER_ROLE),
                                                       member_id));
}

static void
person_cb (MtrOverviewPage *self,
           const char      *key)
{
  if (g_ascii_isdigit (*key))
    open_member (self, g_ascii_strtoll (key, NULL, 10));
  else
    mtr_page_push (MTR_PAGE (self), mtr_role_page_new (self->model, key, 0));
}

/* --- The rest ----------------------------------------------------------------- */

static void
show_rules_cb (MtrOverviewPage *self)
{
  mtr_page_push (MTR_PAGE (self), mtr_eligibility_page_new (self->model, MTR_FIELD_NONE));
}

static void
show_agreement (MtrOverviewPage *self,
                MtrRecord       *pairing)
{
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  gboolean is_first = mtr_agreement_find_current (snapshot, mtr_record_get_id (pairing)) == NULL;
  gboolean can_write = mtr_pairing_model_can_write (self->model);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  mtr_pairing_words_say_agreement (mtr_pairing_model_get_pack (self->model), snapshot, pairing, &title, &subtitle);
  mtr_row_list_begin (self->agreement);
  mtr_row_list_add (self->agreement, "agreement", title, is_first && !can_write ? NULL : subtitle, NULL,
                    !is_first ? NULL : can_write ? _("Write it together") : "");
  mtr_row_list_end (self->agreement);
}

static void
agreement_cb (MtrOverviewPage *self)
{
  mtr_page_push (MTR_PAGE (self), mtr_agreement_page_new (self->model, 0));
}

static void
show_aside (MtrOverviewPage *self,
            MtrRecord       *pairing)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (self->model);
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (self->model);
  MtrPack *pack = mtr_pairing_model_get_pack (self->model);
  g_autoptr (GPtrArray) asides = mtr_snapshot_list_where (snapshot, MTR_KIND_SET_ASIDE, MTR_SET_ASIDE_PAIRING_ID,
                                                          mtr_record_get_id (pairing));
  GDate today;

  mtr_programme_get_today (programme, &today);
  mtr_row_list_begin (self->aside);
  for (guint i = 0; i < asides->len; i++)
    {
      MtrRecord *aside = g_ptr_array_index (asides, i);
      g_autoptr (GPtrArray) one = g_ptr_array_new ();

      g_ptr_array_add (one, aside);
      for (guint j = 0; j < mtr_snapshot_count (snapshot, MTR_KIND_ATTENTION); j++)
        {
          MtrRecord *attention = mtr_snapshot_nth (snapshot, MTR_KIND_ATTENTION, j);
          g_autoptr (MtrAttentionText) text = NULL;
          g_autofree char *key = NULL;
          g_autofree char *until = NULL;
          g_autofree char *subtitle = NULL;
          GDate date;

          if (!mtr_attention_is_set_aside (attention, one, mtr_programme_get_owner_id (programme), &today) ||
              !mtr_record_get_date (aside, MTR_SET_ASIDE_UNTIL_ON, &date))
            continue;
          text = mtr_attention_describe (pack, snapshot, attention, mtr_programme_get_owner_id (programme), &today);
          key = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (aside));
          until = mtr_date_format (&date, MTR_DATE_STYLE_LONG);
          /* Translators: %s is a day. */
          subtitle = g_strdup_printf (_("Until %s"), until);
          mtr_row_list_add (self->aside, key, text->title, subtitle, NULL,
                            mtr_pairing_model_can_write (self->model) ? _("Bring Back") : "");
          break;
        }
    }
  mtr_row_list_end (self->aside);
  gtk_widget_set_visible (self->aside_group, mtr_row_list_count (self->aside) > 0);
}

static void
aside_cb (MtrOverviewPage *self,
          const char      *key)
{
  MtrChange *change = mtr_change_new (_("bring back a reason"));

  mtr_change_delete (change, MTR_KIND_SET_ASIDE, g_ascii_strtoll (key, NULL, 10));
  mtr_programme_act (mtr_pairing_model_get_programme (self->model), change,
                     _("Back in Today. Ctrl+Z sets it aside again"));
}

/* Whether it is the one who is mentored whose file this is. */
static gboolean
is_mentee (MtrOverviewPage *self)
{
  gint64 owner_id = mtr_programme_get_owner_id (mtr_pairing_model_get_programme (self->model));
  g_autoptr (GPtrArray) mentees = mtr_pairing_model_list_mentees (self->model, NULL);

  for (guint i = 0; i < mentees->len; i++)
    if (mtr_record_get_id (g_ptr_array_index (mentees, i)) == owner_id)
      return mtr_pairing_model_can_write (self->model);

  return FALSE;
}

static void
ask_for_change (MtrOverviewPage *self)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (self->model);
  MtrRecord *record = mtr_snapshot_get (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_PROGRAMME,
                                        mtr_programme_get_id (programme));
  gint64 lead_id = record != NULL ? mtr_record_get_number (record, MTR_PROGRAMME_LEAD_ID) : 0;
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load (mtr_programme_get_store (programme), MTR_SCOPE_RECORD,
                                                     MTR_KIND_PERSON, lead_id, MTR_READER_OWNER, NULL);

  mtr_reminder_ask_for_change (GTK_WIDGET (self), programme,
                               snapshot != NULL ? mtr_snapshot_get (snapshot, MTR_KIND_PERSON, lead_id) : NULL);
}

/* Somebody is to have another mentor, or a group, and has neither yet. */
static gboolean
asks_for_match (MtrOverviewPage *self,
                MtrRecord       *pairing)
{
  return !mtr_programme_is_read_only (mtr_pairing_model_get_programme (self->model)) &&
         mtr_record_text_is (pairing, MTR_PAIRING_STATE, MTR_PAIRING_ENDED) &&
         (mtr_record_text_is (pairing, MTR_PAIRING_ENDED_NEXT, MTR_PAIRING_NEXT_MENTOR) ||
          mtr_record_text_is (pairing, MTR_PAIRING_ENDED_NEXT, MTR_PAIRING_NEXT_GROUP)) &&
         get_step (self, pairing) != STEP_GO_TO_PRESENT;
}

static void
show_more (MtrOverviewPage *self,
           MtrRecord       *pairing)
{
  g_autofree char *question = mtr_manager_sees_dup_question (self->model);
  g_autoptr (GPtrArray) moves = mtr_pairing_list_moves (pairing);

  mtr_row_list_begin (self->more);
  mtr_row_list_add (self->more, "manager", question, NULL, NULL, NULL);
  for (guint i = 0; mtr_pairing_model_can_write (self->model) && i < moves->len; i++)
    {
      const MtrPairingMove *one = g_ptr_array_index (moves, i);

      /* The usual step is the button at the top. */
      if (g_str_equal (one->to, MTR_PAIRING_PAUSED) || g_str_equal (one->to, MTR_PAIRING_ENDED))
        mtr_row_list_add (self->more, one->to, _(one->label), NULL, NULL, NULL);
    }
  if (asks_for_match (self, pairing))
    mtr_row_list_add (self->more, "match", _("Match again"),
                      mtr_record_text_is (pairing, MTR_PAIRING_ENDED_NEXT, MTR_PAIRING_NEXT_GROUP)
                        ? _("Peer groups are made in Matching.")
                        : _("In Matching, in front of the queue. Nothing has to be explained."), NULL, NULL);
  if (is_mentee (self))
    mtr_row_list_add (self->more, "ask", _("Ask for another mentor…"),
                      _("Opens an e-mail to the programme lead. Nothing of it is kept here."), NULL, NULL);
  mtr_row_list_end (self->more);
}

static void
more_cb (MtrOverviewPage *self,
         const char      *key)
{
  if (g_str_equal (key, "ask"))
    {
      ask_for_change (self);
      return;
    }
  if (g_str_equal (key, "match"))
    {
      mtr_window_show_place (mtr_window_of (GTK_WIDGET (self)), "matching");
      return;
    }

  mtr_page_push (MTR_PAGE (self), g_str_equal (key, "manager") ? mtr_manager_sees_page_new (self->model)
                                                               : mtr_pairing_move_page_new (self->model, key));
}

/* --- The page ------------------------------------------------------------------ */

static void
mtr_overview_page_refresh (MtrPage *page)
{
  MtrOverviewPage *self = MTR_OVERVIEW_PAGE (page);
  MtrRecord *pairing = mtr_pairing_model_get_pairing (self->model);

  if (pairing == NULL || mtr_pairing_model_get_pack (self->model) == NULL)
    return;

  show_state (self, pairing);
  show_people (self, pairing);
  mtr_members_group_refresh (self->members);
  mtr_eligibility_group_refresh (self->eligibility);
  show_agreement (self, pairing);
  mtr_asked_group_refresh (self->asked);
  mtr_plan_group_refresh (self->plan);
  mtr_meeting_group_refresh (self->meeting);
  mtr_looking_back_group_refresh (self->looking_back);
  show_aside (self, pairing);
  show_more (self, pairing);
}

static gboolean
go_to_pairing (MtrOverviewPage *self,
               MtrField         field)
{
  gboolean can_write = mtr_pairing_model_can_write (self->model);

  for (gsize i = 0; i < G_N_ELEMENTS (role_fields); i++)
    if (role_fields[i].field == field)
      {
        mtr_page_push (MTR_PAGE (self), mtr_role_page_new (self->model, role_fields[i].role, 0));
        return TRUE;
      }

  switch ((int) field)
    {
    case MTR_PAIRING_FREQUENCY:
    case MTR_PAIRING_INTERVAL_DAYS:
    case MTR_PAIRING_MEETING_DAY:
    case MTR_PAIRING_MEETING_TIME:
    case MTR_PAIRING_SESSION_MINUTES:
    case MTR_PAIRING_MODE:
    case MTR_PAIRING_PLACE:
    case MTR_PAIRING_PROTECTED_MINUTES:
    case MTR_PAIRING_PLANNED_END_ON:
      if (can_write)
        mtr_page_push (MTR_PAGE (self), mtr_meeting_page_new (self->model, field));
      break;
    case MTR_PAIRING_DUAL_ROLE_REASON:
    case MTR_PAIRING_EXCEPTION_REASON:
      mtr_page_push (MTR_PAGE (self), mtr_eligibility_page_new (self->model, field));
      break;
    case MTR_PAIRING_ENDED_ON:
    case MTR_PAIRING_ENDED_NEXT:
    case MTR_PAIRING_END_REASON:
      if (can_write)
        mtr_page_push (MTR_PAGE (self), mtr_pairing_move_page_new (self->model, MTR_PAIRING_ENDED));
      break;
    default:
      mtr_page_focus_first (MTR_PAGE (self));
      break;
    }

  return TRUE;
}

static gboolean
mtr_overview_page_go_to (MtrPage  *page,
                         MtrKind   kind,
                         gint64    id,
                         MtrField  field)
{
  MtrOverviewPage *self = MTR_OVERVIEW_PAGE (page);
  gint64 pairing_id = mtr_pairing_model_get_id (self->model);
  MtrPage *agreement;
  GtkWidget *row;
  g_autofree char *key = NULL;

  if (mtr_pairing_model_get_pairing (self->model) == NULL || mtr_pairing_model_get_pack (self->model) == NULL)
    return FALSE;

  switch ((int) kind)
    {
    case MTR_KIND_PAIRING:
      return id == pairing_id && go_to_pairing (self, field);

    case MTR_KIND_MEMBER:
      open_member (self, id);
      return TRUE;

    case MTR_KIND_AGREEMENT:
      {
        MtrRecord *current = mtr_agreement_find_current (mtr_pairing_model_get_snapshot (self->model), pairing_id);
        gboolean newest = id == 0 || current == NULL || mtr_record_get_id (current) == id;

        agreement = mtr_agreement_page_new (self->model, newest ? 0 : id);
        mtr_page_go_to (agreement, kind, id, field);
        mtr_page_push (page, agreement);
        return TRUE;
      }

    case MTR_KIND_GOAL:
    case MTR_KIND_MILESTONE:
    case MTR_KIND_ACTIVITY:
      return mtr_plan_group_go_to (self->plan, kind, id);

    case MTR_KIND_SET_ASIDE:
      key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
      row = mtr_row_list_find (self->aside, key);
      if (row != NULL)
        gtk_widget_grab_focus (row);
      return TRUE;

    default:
      return mtr_looking_back_group_go_to (self->looking_back, kind, id, field);
    }
}

static gboolean
mtr_overview_page_command (MtrPage    *page,
                           const char *command)
{
  MtrOverviewPage *self = MTR_OVERVIEW_PAGE (page);

  return g_str_has_prefix (command, "review:") &&
         mtr_looking_back_group_start_review (self->looking_back, command + strlen ("review:"));
}

static void
mtr_overview_page_focus_first (MtrPage *page)
{
  MtrOverviewPage *self = MTR_OVERVIEW_PAGE (page);

  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* Coming back from a page keeps the row that opened it. */
  if (gtk_widget_get_visible (self->state_button) &&
      (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (page))))
    gtk_widget_grab_focus (self->state_button);
  else
    mtr_page_keep_focus (page);
}

static void
mtr_overview_page_leave (MtrPage *page)
{
  mtr_eligibility_group_leave (MTR_OVERVIEW_PAGE (page)->eligibility);
}

static void
narrow_cb (MtrOverviewPage *self)
{
  gboolean narrow = mtr_page_get_narrow (MTR_PAGE (self));
  MtrRowList *lists[] = { self->people, self->agreement, self->aside, self->more };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    mtr_row_list_set_narrow (lists[i], narrow);
  mtr_members_group_set_narrow (self->members, narrow);
  mtr_eligibility_group_set_narrow (self->eligibility, narrow);
  mtr_asked_group_set_narrow (self->asked, narrow);
  mtr_plan_group_set_narrow (self->plan, narrow);
  mtr_meeting_group_set_narrow (self->meeting, narrow);
  mtr_looking_back_group_set_narrow (self->looking_back, narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->state_box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
mtr_overview_page_dispose (GObject *object)
{
  MtrOverviewPage *self = MTR_OVERVIEW_PAGE (object);

  g_clear_object (&self->people);
  g_clear_object (&self->agreement);
  g_clear_object (&self->aside);
  g_clear_object (&self->more);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mtr_overview_page_parent_class)->dispose (object);
}

static void
mtr_overview_page_class_init (MtrOverviewPageClass *klass)
{
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_overview_page_dispose;
  page_class->refresh = mtr_overview_page_refresh;
  page_class->go_to = mtr_overview_page_go_to;
  page_class->command = mtr_overview_page_command;
  page_class->focus_first = mtr_overview_page_focus_first;
  page_class->leave = mtr_overview_page_leave;
}

static void
mtr_overview_page_init (MtrOverviewPage *self)
{
}

static GtkWidget *
add_list (MtrOverviewPage *self,
          GtkBox          *content,
          const char      *title,
          GCallback        activated,
          MtrRowList     **list)
{
  GtkWidget *group = mtr_group_new (title, MTR_AUDIENCE_PROGRAMME, NULL, NULL);

  *list = mtr_row_list_new (ADW_PREFERENCES_GROUP (group));
  g_signal_connect_object (*list, "activated", activated, self, G_CONNECT_SWAPPED);
  gtk_box_append (content, group);

  return group;
}

static void
add_state (MtrOverviewPage *self,
           GtkBox          *content)
{
  self->state_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->state_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->state_label, TRUE);
  gtk_label_set_xalign (self->state_label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->state_label), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->state_label), "title-4");
  self->state_button = gtk_button_new_with_label ("");
  gtk_widget_set_valign (self->state_button, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (self->state_button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->state_button, "suggested-action");
  gtk_box_append (GTK_BOX (self->state_box), GTK_WIDGET (self->state_label));
  gtk_box_append (GTK_BOX (self->state_box), self->state_button);
  gtk_box_append (content, self->state_box);
  g_signal_connect_object (self->state_button, "clicked", G_CALLBACK (step_cb), self, G_CONNECT_SWAPPED);
}

/**
 * mtr_overview_page_new:
 * @model: the pairing
 *
 * Returns: (transfer floating): the view "Pairing"
 */
MtrPage *
mtr_overview_page_new (MtrPairingModel *model)
{
  MtrOverviewPage *self = g_object_new (MTR_TYPE_OVERVIEW_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);

  self->model = g_object_ref (model);
  mtr_page_set_title (MTR_PAGE (self), _("Pairing"));
  mtr_page_parts_add_line (content, mtr_pairing_model_get_support_line (model));
  add_state (self, content);
  add_list (self, content, _("Who is who"), G_CALLBACK (person_cb), &self->people);
  self->members = MTR_MEMBERS_GROUP (mtr_members_group_new (model, MTR_PAGE (self)));
  gtk_box_append (content, GTK_WIDGET (self->members));
  self->eligibility = MTR_ELIGIBILITY_GROUP (mtr_eligibility_group_new (model, FALSE));
  gtk_box_append (content, GTK_WIDGET (self->eligibility));
  g_signal_connect_object (self->eligibility, "show-rules", G_CALLBACK (show_rules_cb), self, G_CONNECT_SWAPPED);
  add_list (self, content, _("Agreement"), G_CALLBACK (agreement_cb), &self->agreement);
  self->asked = MTR_ASKED_GROUP (mtr_asked_group_new (model));
  gtk_box_append (content, GTK_WIDGET (self->asked));
  self->plan = MTR_PLAN_GROUP (mtr_plan_group_new (model));
  gtk_box_append (content, GTK_WIDGET (self->plan));
  self->meeting = MTR_MEETING_GROUP (mtr_meeting_group_new (model));
  gtk_box_append (content, GTK_WIDGET (self->meeting));
  self->looking_back = MTR_LOOKING_BACK_GROUP (mtr_looking_back_group_new (model, MTR_PAGE (self)));
  gtk_box_append (content, GTK_WIDGET (self->looking_back));
  self->aside_group = add_list (self, content, _("Set aside"), G_CALLBACK (aside_cb), &self->aside);
  add_list (self, content, _("This pairing"), G_CALLBACK (more_cb), &self->more);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
  g_signal_connect_object (model, "refreshed", G_CALLBACK (mtr_page_refresh), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
