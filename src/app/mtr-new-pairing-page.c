/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form for a new pairing: who with whom, people who are not in the file
 * yet among them, and since when it is proposed. Whether the mentor may mentor
 * here is said while the form is filled in. The button puts everything in the
 * file at once, as one undo.
 */

#include "mtr-new-pairing-page.h"

#include "mtr-accessible.h"
#include "mtr-audience-button.h"
#include "mtr-check.h"
#include "mtr-date.h"
#include "mtr-eligibility.h"
#include "mtr-entry-row.h"
#include "mtr-new-member-page.h"
#include "mtr-page-parts.h"
#include "mtr-person-chooser.h"
#include "mtr-proposal.h"
#include "mtr-row-list.h"
#include "mtr-window.h"

#include <glib/gi18n-lib.h>

struct _MtrNewPairingPage {
  MtrPage               parent_instance;

  MtrSnapshot          *snapshot;      /* (owned): every person */
  MtrPersonChooser     *choosers[MTR_N_PROPOSAL_ROLES];  /* (owned) */
  MtrEntryRow          *date_row;
  AdwPreferencesGroup  *verdict_group;
  MtrRowList           *verdict_rows;  /* (owned) */
  GtkLabel             *problem_label;
  GtkWidget            *make_button;
};

G_DEFINE_FINAL_TYPE (MtrNewPairingPage, mtr_new_pairing_page, MTR_TYPE_PAGE)

/* The role as the pack says it, and the word for it where the pack says nothing. */
static const struct {
  const char *code;
  const char *title;
} roles[MTR_N_PROPOSAL_ROLES] = {
  [MTR_PROPOSAL_MENTEE] = { "mentee", N_("Mentee") },
  [MTR_PROPOSAL_MENTOR] = { "mentor", N_("Mentor") },
  [MTR_PROPOSAL_LINE_MANAGER] = { "line-manager", N_("Line manager") },
};

typedef struct {
  MtrProposal  proposal;
  char        *names[MTR_N_PROPOSAL_ROLES];  /* (owned) (nullable) */
  char        *proposed_on;                  /* (owned) (nullable) */
  char        *date_problem;                 /* (owned) (nullable) */
} Draft;

static void
draft_free (Draft *draft)
{
  for (gsize i = 0; i < G_N_ELEMENTS (draft->names); i++)
    g_free (draft->names[i]);
  g_free (draft->proposed_on);
  g_free (draft->date_problem);
  g_free (draft);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Draft, draft_free)

static gint64
new_id_cb (gpointer user_data)
{
  return mtr_programme_new_id (MTR_PROGRAMME (user_data));
}

/* A portfolio that the mentee has already moves on to this pairing. */
static void
add_portfolio_of (MtrNewPairingPage *self,
                  gint64             person_id)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PORTFOLIO);
  g_autoptr (GPtrArray) portfolios = NULL;

  if (person_id == 0)
    return;

  query.equal_field = MTR_PORTFOLIO_PERSON_ID;
  query.equal_number = person_id;
  portfolios = mtr_store_list_records (mtr_programme_get_store (mtr_page_get_programme (MTR_PAGE (self))), &query,
                                       MTR_READER_LEAD, NULL);
  for (guint i = 0; portfolios != NULL && i < portfolios->len; i++)
    mtr_snapshot_add (self->snapshot, g_ptr_array_index (portfolios, i));
}

static Draft *
read_draft (MtrNewPairingPage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  Draft *draft = g_new0 (Draft, 1);
  MtrProblem *problem = NULL;
  GDate today;

  mtr_programme_get_today (programme, &today);
  draft->proposal.pack = mtr_programme_get_pack (programme, NULL);
  draft->proposal.programme = self->snapshot;
  for (int role = 0; role < MTR_N_PROPOSAL_ROLES; role++)
    {
      draft->names[role] = mtr_person_chooser_dup_name (self->choosers[role]);
      draft->proposal.people[role].id = mtr_person_chooser_get_id (self->choosers[role]);
      draft->proposal.people[role].name = draft->names[role];
    }
  if (!mtr_check_date_field (MTR_PAIRING_PROPOSED_ON, mtr_entry_row_get_text (self->date_row), &today,
                             MTR_DATE_LEAN_PAST, &draft->proposed_on, NULL, &problem))
    draft->date_problem = g_strdup (problem->message);
  g_clear_pointer (&problem, mtr_problem_free);
  draft->proposal.proposed_on = draft->proposed_on;

  return draft;
}

static void
show_verdict (MtrNewPairingPage *self)
{
  static const char * const signs[] = {
    [MTR_ANSWER_YES] = "✓",
    [MTR_ANSWER_UNKNOWN] = "?",
    [MTR_ANSWER_NO] = "✗",
  };
  g_autoptr (Draft) draft = read_draft (self);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (MtrSnapshot) preview = NULL;
  g_autoptr (MtrEligibility) eligibility = NULL;
  g_autofree char *warning = NULL;
  g_autofree char *title = NULL;
  gboolean has_mentor = draft->proposal.people[MTR_PROPOSAL_MENTOR].id != 0 ||
                        (draft->names[MTR_PROPOSAL_MENTOR] != NULL && *draft->names[MTR_PROPOSAL_MENTOR] != '\0');

  gtk_label_set_text (self->problem_label, "");
  gtk_widget_set_visible (GTK_WIDGET (self->verdict_group), has_mentor);
  if (!has_mentor)
    return;

  records = mtr_proposal_make_records (&draft->proposal, new_id_cb, mtr_page_get_programme (MTR_PAGE (self)));
  preview = mtr_proposal_preview (&draft->proposal, records);
  eligibility = mtr_eligibility_check (draft->proposal.pack, preview, mtr_proposal_get_pairing (records));

  /* Translators: the heading over the rules; %s is "Yes", "Not known yet" … */
  title = g_markup_printf_escaped (_("May this mentor mentor here? %s"), mtr_verdict_get_label (eligibility->verdict));
  adw_preferences_group_set_title (self->verdict_group, title);
  warning = mtr_eligibility_dup_warning (eligibility, preview, mtr_proposal_get_pairing (records));
  {
    g_autofree char *markup = warning != NULL ? g_markup_escape_text (warning, -1) : NULL;

    adw_preferences_group_set_description (self->verdict_group, markup);
  }

  mtr_row_list_begin (self->verdict_rows);
  for (guint i = 0; i < eligibility->rows->len; i++)
    {
      const MtrEligibilityRow *row = g_ptr_array_index (eligibility->rows, i);
      g_autofree char *key = g_strdup_printf ("%u", i);
      g_autofree char *word = g_strdup_printf ("%s %s", signs[row->answer], mtr_answer_get_label (row->answer));

      mtr_row_list_add (self->verdict_rows, key, row->sentence, NULL, word, "");
    }
  mtr_row_list_end (self->verdict_rows);
}

/* A line manager who is known follows from the mentee, until somebody says otherwise. */
static void
mentee_changed_cb (MtrNewPairingPage *self)
{
  gint64 id = mtr_person_chooser_get_id (self->choosers[MTR_PROPOSAL_MENTEE]);
  MtrRecord *person = mtr_snapshot_get (self->snapshot, MTR_KIND_PERSON, id);

  add_portfolio_of (self, id);
  if (person != NULL && mtr_record_is_set (person, MTR_PERSON_LINE_MANAGER_ID) &&
      mtr_person_chooser_get_id (self->choosers[MTR_PROPOSAL_LINE_MANAGER]) == 0)
    mtr_person_chooser_choose (self->choosers[MTR_PROPOSAL_LINE_MANAGER],
                               mtr_record_get_number (person, MTR_PERSON_LINE_MANAGER_ID));
  show_verdict (self);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MtrNewPairingPage) self = MTR_NEW_PAIRING_PAGE (((gpointer *) user_data)[0]);
  g_autofree gint64 *pairing_id = ((gpointer *) user_data)[1];
  MtrWindow *window = mtr_window_of (GTK_WIDGET (self));

  g_free (user_data);
  /* A failure has been said in the state line; everything stays as it was typed. */
  if (!mtr_programme_apply_finish (MTR_PROGRAMME (source), result, NULL) || window == NULL)
    return;

  mtr_programme_announce (MTR_PROGRAMME (source), _("The pairing is proposed. Ctrl+Z takes it back"));
  mtr_page_pop (MTR_PAGE (self));
  mtr_window_open_pairing (window, *pairing_id);
}

static void
make_cb (MtrNewPairingPage *self)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  g_autoptr (Draft) draft = read_draft (self);
  g_autofree char *problem = g_strdup (draft->date_problem);
  MtrProposalRole about = MTR_N_PROPOSAL_ROLES;
  g_autoptr (GPtrArray) records = NULL;
  gpointer *data;
  GDate today;

  mtr_programme_get_today (programme, &today);
  for (int role = 0; role < MTR_N_PROPOSAL_ROLES; role++)
    if (!mtr_person_chooser_check (self->choosers[role], &today))
      return;
  if (problem == NULL)
    about = mtr_proposal_find_problem (&draft->proposal, &today, &problem);
  if (problem != NULL)
    {
      if (about < MTR_N_PROPOSAL_ROLES)
        mtr_person_chooser_refuse (self->choosers[about], self->problem_label, problem);
      else
        mtr_entry_row_refuse (self->date_row, problem);
      return;
    }

  records = mtr_proposal_make_records (&draft->proposal, new_id_cb, programme);
  data = g_new (gpointer, 2);
  data[0] = g_object_ref (self);
  data[1] = g_memdup2 (&(gint64) { mtr_record_get_id (mtr_proposal_get_pairing (records)) }, sizeof (gint64));
  mtr_programme_apply (programme, mtr_proposal_make_change (&draft->proposal, records), made_cb, data);
}

static void
group_cb (MtrNewPairingPage *self)
{
  mtr_page_push (MTR_PAGE (self), mtr_new_group_page_new (mtr_page_get_programme (MTR_PAGE (self))));
}

static GPtrArray *
list_people (MtrSnapshot *snapshot)
{
  GPtrArray *people = g_ptr_array_new ();

  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_PERSON); i++)
    g_ptr_array_add (people, mtr_snapshot_nth (snapshot, MTR_KIND_PERSON, i));

  return people;
}

static void
add_people (MtrNewPairingPage *self,
            GtkBox            *content)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  MtrPack *pack = mtr_programme_get_pack (programme, NULL);
  g_autoptr (GPtrArray) people = list_people (self->snapshot);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (mtr_group_new (_("Who works with whom?"), MTR_AUDIENCE_PROGRAMME,
                                                                     NULL, NULL));
  GDate today;
  g_autofree char *day = NULL;

  for (int i = 0; i < MTR_N_PROPOSAL_ROLES; i++)
    {
      const MtrPackRole *role = pack != NULL ? mtr_pack_find_role (pack, roles[i].code) : NULL;

      self->choosers[i] = mtr_person_chooser_new (group, role != NULL ? role->title : _(roles[i].title),
                                                  role != NULL ? role->summary : NULL, people);
    }

  mtr_programme_get_today (programme, &today);
  day = mtr_date_format (&today, MTR_DATE_STYLE_FULL);
  self->date_row = MTR_ENTRY_ROW (mtr_entry_row_new (mtr_field_get_label (MTR_PAIRING_PROPOSED_ON)));
  mtr_entry_row_set_text (self->date_row, day);
  adw_preferences_group_add (group, GTK_WIDGET (self->date_row));
  gtk_box_append (content, GTK_WIDGET (group));
}

/* Where the next thing is to be said: who is mentored, else who mentors. */
static void
mtr_new_pairing_page_focus_first (MtrPage *page)
{
  MtrNewPairingPage *self = MTR_NEW_PAIRING_PAGE (page);
  gboolean has_mentee = mtr_person_chooser_get_id (self->choosers[MTR_PROPOSAL_MENTEE]) != 0;

  mtr_person_chooser_focus (self->choosers[has_mentee ? MTR_PROPOSAL_MENTOR : MTR_PROPOSAL_MENTEE]);
}

static void
mtr_new_pairing_page_dispose (GObject *object)
{
  MtrNewPairingPage *self = MTR_NEW_PAIRING_PAGE (object);

  for (gsize i = 0; i < G_N_ELEMENTS (self->choosers); i++)
    g_clear_object (&self->choosers[i]);
  g_clear_object (&self->verdict_rows);
  g_clear_object (&self->snapshot);

  G_OBJECT_CLASS (mtr_new_pairing_page_parent_class)->dispose (object);
}

static void
mtr_new_pairing_page_class_init (MtrNewPairingPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_new_pairing_page_dispose;
  MTR_PAGE_CLASS (klass)->focus_first = mtr_new_pairing_page_focus_first;
}

static void
mtr_new_pairing_page_init (MtrNewPairingPage *self)
{
}

/**
 * mtr_new_pairing_page_new:
 * @programme: the programme
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_new_pairing_page_new (MtrProgramme *programme)
{
  MtrNewPairingPage *self = g_object_new (MTR_TYPE_NEW_PAIRING_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  gint64 owner_id = mtr_programme_get_owner_id (programme);
  GtkWidget *group_button;

  mtr_page_set_programme (MTR_PAGE (self), programme);
  mtr_page_set_title (MTR_PAGE (self), _("New Pairing"));
  self->snapshot = mtr_store_load (mtr_programme_get_store (programme), MTR_SCOPE_PROGRAMME, MTR_KIND_PROGRAMME, 0,
                                   MTR_READER_OWNER, NULL);
  if (self->snapshot == NULL)
    self->snapshot = mtr_snapshot_new (MTR_READER_OWNER);

  add_people (self, content);

  self->verdict_group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->verdict_rows = mtr_row_list_new (self->verdict_group);
  gtk_box_append (content, GTK_WIDGET (self->verdict_group));

  self->problem_label = GTK_LABEL (mtr_accessible_new_alert ());
  gtk_label_set_justify (self->problem_label, GTK_JUSTIFY_CENTER);
  gtk_box_append (content, GTK_WIDGET (self->problem_label));

  self->make_button = gtk_button_new_with_label (_("Propose the Pairing"));
  gtk_widget_set_halign (self->make_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->make_button, "pill");
  gtk_widget_add_css_class (self->make_button, "suggested-action");
  gtk_box_append (content, self->make_button);
  g_signal_connect_object (self->make_button, "clicked", G_CALLBACK (make_cb), self, G_CONNECT_SWAPPED);

  group_button = mtr_page_parts_add_button (content, _("A Peer Group Instead…"), FALSE);
  g_signal_connect_object (group_button, "clicked", G_CALLBACK (group_cb), self, G_CONNECT_SWAPPED);

  /* Most people who make a pairing are its mentor, and the mentee is new to the file. */
  mtr_person_chooser_type_new (self->choosers[MTR_PROPOSAL_MENTEE]);
  mtr_person_chooser_choose (self->choosers[MTR_PROPOSAL_MENTOR], owner_id);
  g_signal_connect_object (self->choosers[MTR_PROPOSAL_MENTEE], "changed", G_CALLBACK (mentee_changed_cb), self,
                           G_CONNECT_SWAPPED);
  for (int i = MTR_PROPOSAL_MENTOR; i < MTR_N_PROPOSAL_ROLES; i++)
    g_signal_connect_object (self->choosers[i], "changed", G_CALLBACK (show_verdict), self, G_CONNECT_SWAPPED);
  show_verdict (self);

  return MTR_PAGE (self);
}

/**
 * mtr_new_pairing_page_choose_mentee:
 * @self: a page
 * @person_id: who is to be mentored: somebody of this file
 *
 * Chooses the mentee; the portfolio comes with the mentee, and a line manager who is known follows. The mentor of the
 * pairing before is not chosen: the next one is often somebody else.
 */
void
mtr_new_pairing_page_choose_mentee (MtrNewPairingPage *self,
                                    gint64             person_id)
{
  mtr_person_chooser_choose (self->choosers[MTR_PROPOSAL_MENTEE], person_id);
  if (mtr_person_chooser_get_id (self->choosers[MTR_PROPOSAL_MENTOR]) == person_id)
    mtr_person_chooser_choose (self->choosers[MTR_PROPOSAL_MENTOR], 0);
}
