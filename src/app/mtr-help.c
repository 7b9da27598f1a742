/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Help for the page that is shown: what it is for, and its keys. Every text is
 * a row of one table, keyed by the type of the page.
 */

#include "mtr-help.h"

#include "mtr-reading-page.h"

#include <glib/gi18n-lib.h>

#define MAX_KEYS 6

static const struct {
  const char *page;
  const char *heading;
  const char *purpose;
  const char *keys[MAX_KEYS];
} texts[] = {
  { "MtrTodayPage", N_("Today"),
    N_("What to do now, and why. What needs you comes first, the most harmful to leave at the top. What waits for somebody else is below; “Remind…” opens your mail program with a neutral text, and sends nothing. A reason can be set aside until a day, with a note for yourself."),
    { N_("Enter: do what the row says"), N_("Delete, or Shift+F10: not now…"), N_("Ctrl+N: write down a session"), NULL } },
  { "MtrListPage", N_("A list"),
    N_("Type to search. The list shows names and states, never what was said."),
    { N_("Enter in the search field: open the first one"), N_("Alt+Left: back"), NULL } },
  { "MtrNewPairingPage", N_("A new pairing"),
    N_("Who mentors whom. Somebody who is not in the file yet is added by typing the name. Whether the mentor may mentor here is said at once; “unknown” is not “no”. Nothing is written before the button is pressed, and then it is one undo."),
    { N_("Tab: next row"), N_("Space: open a choice"), NULL } },
  { "MtrPersonPage", N_("A person"),
    N_("What is written here is saved as you type. Whether somebody is registered has three answers, for not known is not no. The private note is read by nobody else, and is in no export."),
    { N_("F6: next group"), N_("Ctrl+Z: undo typing, else the last action"), NULL } },
  { "MtrMatchingPage", N_("Matching"),
    N_("Suggestions for everybody who looks for a mentor, at once: as many as can be, and those who go together best. Look at each, pin two people or rule them out, and the rest follows. Nothing is in a pairing before you publish, and that is one undo."),
    { N_("Enter: look at a pair"), N_("F6: next group"), N_("Ctrl+Z: take back the last word"), NULL } },
  { "MtrMatchPairPage", N_("Two who might work together"),
    N_("Why these two, and what there is to weigh. What somebody says about who they are is not looked at and is not shown."),
    { N_("Enter: pin, rule out, or take it back"), N_("Alt+Left: back"), NULL } },
  { "MtrPeerGroupPage", N_("Peer groups"),
    N_("Who takes part, and how large a group may be. The groups are made anew as you choose; nothing is in the file before you propose them."),
    { N_("Space: take part or not"), NULL } },
  { "MtrPersonSectionPage", N_("More about a person"),
    N_("Everything is saved as you type, and everything may stay empty. Who reads it stands above each group."),
    { N_("F6: next group"), N_("Alt+Left: back to the person"), NULL } },
  { "MtrImportPage", N_("Import from a spreadsheet"),
    N_("What a spreadsheet has about people, pairings or past sessions comes in here. In the spreadsheet program, save it as CSV. You see each row before anything is changed."),
    { N_("Tab: next row"), N_("Space: choose"), NULL } },
  { "MtrImportColumnsPage", N_("The columns of a spreadsheet"),
    N_("Say what each column is; what is no use stays out. What is about who somebody is stays out too unless you tick it."),
    { N_("Space: open the choices, then type to find one"), NULL } },
  { "MtrImportRowsPage", N_("The rows of a spreadsheet"),
    N_("What would become of each row, and why. While a row is refused nothing is taken in, unless you leave such rows out. Everything goes in at once, and one undo takes it back."),
    { N_("Ctrl+Z: take it all back afterwards"), NULL } },
  { "MtrPortfolioInPage", N_("Bring in a portfolio"),
    N_("A portfolio that was saved as XML in another programme comes in here, with the people it names, what was signed and the evidence. You see all of it before anything is changed."),
    { NULL } },
  { "MtrPortfolioInPreviewPage", N_("What would come in"),
    N_("Whose portfolio it becomes, who is here already, and what is in it. It comes in whole or not at all, and one undo takes it back. A portfolio that is here already is not brought in a second time."),
    { N_("Tab: next group"), N_("Ctrl+Z: take it all back afterwards"), NULL } },
  { "MtrArchivePage", N_("An archive"),
    N_("One zip of all that somebody may have of this file. What they may not have is not in it, and its index says so by kind. You may go on working while it is written; what you write meanwhile is not in it."),
    { N_("Tab: next row"), N_("Space: choose"), N_("Alt+Left: back"), NULL } },
  { "MtrPrivateNamesPage", N_("Names that must not leave"),
    N_("Before anything is exported the text is searched for these names. You are shown each place; nothing is changed by itself. The list itself never leaves this file."),
    { N_("Enter: add the name"), NULL } },
  { "MtrAdjustmentPage", N_("Reading and printing"),
    N_("The font, the size, the space between lines and the tint that you read best. They hold for the window, for paper and for every file that is saved, are kept on this computer, and are seen at once. A tint is for a light screen."),
    { N_("Tab: next row"), N_("Space: open a choice, then type to find one"), N_("Alt+Left: back"), NULL } },
  { "MtrLibraryPage", N_("The library"),
    N_("What the scheme says: the areas of the standards, who does what and what not, and the mentor’s checklist. Texts marked as provisional are in our own words."),
    { N_("Enter: open"), NULL } },
  { "MtrChecklistPage", N_("The mentor’s checklist"),
    N_("Questions to yourself. Only you read the answers; they are in no report."), { N_("Enter: open"), NULL } },
  { "MtrSearchPage", N_("Search"),
    N_("Finds the beginnings of words everywhere in this file, your private notes included; those are marked. Every word must occur in the same record."),
    { N_("Enter: open the first place"), N_("Down: into the list"), N_("Esc: back"), NULL } },
  { "MtrSetAsidePage", N_("Not now"),
    N_("The reason comes back by itself on the day you name. Until then it is only counted."), { N_("Enter: set aside"), NULL } },
  { "MtrPairingPage", N_("The pairing"),
    N_("Who is who, what you agreed, and where you are. Every row opens a page. What the line manager will see can be looked at here."),
    { N_("Alt+1 to Alt+4: the views of the pairing"), N_("F6: next group"), NULL } },
  { "MtrDiaryPage", N_("The diary"),
    N_("Sessions, planned and held. One sentence is enough. What is said here stays with the people of the pairing; the private note stays with you."),
    { N_("Ctrl+N: write a session"), N_("Ctrl+Enter: done"), N_("Ctrl+E: make evidence of a session"), NULL } },
  { "MtrSessionPage", N_("A session"),
    N_("Everything is saved as you type. The private note is read by nobody else. A session in the future is planned, and counts for nothing yet."),
    { N_("Ctrl+Enter: done"), N_("Ctrl+E: make evidence of it"), N_("Esc: back; what you wrote is kept"), NULL } },
  { "MtrObservationsPage", N_("Observations"),
    N_("What the pathway asks for, and whose turn it is. Only signed ones count. Nothing is observed without consent given beforehand."),
    { N_("Ctrl+Shift+O: plan an observation"), NULL } },
  { "MtrObservationPage", N_("One observation"),
    N_("Six steps, from the plan to both signatures. A signed record is sealed: nobody can change it, and what was wrong is put right by an addendum."),
    { N_("Up and Down: the steps"), N_("F6: the open step"), NULL } },
  { "MtrPortfolioPage", N_("The portfolio"),
    N_("Would it pass today, and if not, what comes next? Whether it is good enough, a person decides."),
    { N_("Ctrl+E: add evidence"), N_("Ctrl+P: print"), NULL } },
};

/* For pages without a row of their own: a form, say, that belongs to a page that has one. */
static const char * const everywhere[] = {
  N_("Ctrl+F: search everything"),
  N_("Alt+Home: Today"),
  N_("Alt+Left or Esc: back"),
  N_("F6: next group"),
  N_("Ctrl+Z: undo typing, else the last action"),
  N_("Ctrl+S: save now; everything is saved by itself anyway"),
  N_("Ctrl+?: all keys"),
};

static const char **
list_words (const char * const *words,
            gsize               max_words)
{
  GPtrArray *list = g_ptr_array_new ();

  for (gsize i = 0; i < max_words && words[i] != NULL; i++)
    g_ptr_array_add (list, (gpointer) _(words[i]));
  g_ptr_array_add (list, NULL);

  return (const char **) g_ptr_array_free (list, FALSE);
}

/**
 * mtr_help_page_new:
 * @about: the page that is shown
 *
 * Returns: (transfer floating): a page with what it is for, and its keys
 */
MtrPage *
mtr_help_page_new (MtrPage *about)
{
  MtrPage *page = NULL;
  g_autofree const char **general = list_words (everywhere, G_N_ELEMENTS (everywhere));

  for (gsize i = 0; i < G_N_ELEMENTS (texts) && page == NULL; i++)
    if (g_str_equal (texts[i].page, G_OBJECT_TYPE_NAME (about)))
      {
        g_autofree const char **keys = list_words (texts[i].keys, MAX_KEYS);

        page = mtr_reading_page_new (_("Help"), _(texts[i].heading));
        mtr_reading_page_add_text (MTR_READING_PAGE (page), _(texts[i].purpose));
        mtr_reading_page_add_list (MTR_READING_PAGE (page), _("Keys here"), NULL, keys, NULL);
      }
  if (page == NULL)
    {
      page = mtr_reading_page_new (_("Help"), mtr_page_get_title (about));
      mtr_reading_page_add_text (MTR_READING_PAGE (page),
                                 _("Whatever you write is saved within a second. Each group says in its corner who reads it."));
    }
  mtr_reading_page_add_list (MTR_READING_PAGE (page), _("Keys everywhere"), NULL, general, NULL);

  return page;
}
