/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the scheme has to read and to work with: its tools, what mentors ask
 * themselves, what each role does and does not do, its stages of development,
 * its standards, and which packs there are on this computer.
 */

#include "mtr-library-page.h"

#include "mtr-accessible.h"
#include "mtr-checklist-page.h"
#include "mtr-date.h"
#include "mtr-guide-page.h"
#include "mtr-own-words-page.h"
#include "mtr-pack-problem-rows.h"
#include "mtr-reading-page.h"
#include "mtr-row-list.h"
#include "mtr-tool-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum {
  SCHEME,
  TOOLS,
  ROLES,
  STAGES,
  STANDARDS,
  PACKS,
  N_GROUPS
};

struct _MtrLibraryPage {
  MtrPage               parent_instance;

  char                 *pack_id;   /* (owned) (nullable): of the one that was chosen; else the programme’s */
  GtkWidget            *choice;
  GtkDropDown          *drop_down;
  gboolean              filling;   /* the drop-down, so nobody chooses */
  AdwPreferencesGroup  *groups[N_GROUPS];
  MtrRowList           *rows[N_GROUPS];   /* (owned) */
};

G_DEFINE_FINAL_TYPE (MtrLibraryPage, mtr_library_page, MTR_TYPE_PAGE)

static MtrPack *
get_pack (MtrLibraryPage *self)
{
  return mtr_programme_get_pack (mtr_page_get_programme (MTR_PAGE (self)), self->pack_id);
}

static void
standard_cb (MtrLibraryPage *self,
             const char     *code)
{
  MtrPack *pack = get_pack (self);
  const MtrStandard *area = mtr_pack_find_standard (pack, code);
  GPtrArray *standards = mtr_pack_get_standards (pack);
  g_autoptr (GPtrArray) statements = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *title = NULL;
  gboolean provisional = FALSE;
  MtrPage *page;

  if (area == NULL)
    return;

  for (guint i = 0; i < standards->len; i++)
    {
      const MtrStandard *standard = g_ptr_array_index (standards, i);

      if (standard == area || g_strcmp0 (standard->area, code) != 0)
        continue;
      provisional = provisional || standard->provisional;
      g_ptr_array_add (statements, g_strdup_printf (standard->provisional ? _("%1$s %2$s (provisional)") : "%1$s %2$s",
                                                    standard->code, standard->title));
    }
  g_ptr_array_add (statements, NULL);

  /* Translators: the number of an area of the standards. */
  title = g_strdup_printf (_("Area %s"), area->code);
  page = mtr_reading_page_new (title, area->title);
  mtr_reading_page_add_text (MTR_READING_PAGE (page), area->description);
  mtr_reading_page_add_list (MTR_READING_PAGE (page), _("Statements"),
                             provisional ? _("In our own words, and provisional: read the published standards beside them.")
                                         : NULL,
                             (const char * const *) statements->pdata, NULL);
  mtr_page_set_programme (page, mtr_page_get_programme (MTR_PAGE (self)));
  mtr_page_push (MTR_PAGE (self), page);
}

static void
push (MtrLibraryPage *self,
      MtrPage        *page)
{
  if (page != NULL)
    mtr_page_push (MTR_PAGE (self), page);
}

static void
role_cb (MtrLibraryPage *self,
         const char     *code)
{
  push (self, mtr_guide_page_new_role (mtr_page_get_programme (MTR_PAGE (self)), get_pack (self), code));
}

static void
tool_cb (MtrLibraryPage *self,
         const char     *code)
{
  const MtrForm *form = mtr_pack_find_form (get_pack (self), code);

  if (form != NULL)
    push (self, mtr_tool_page_new (mtr_page_get_programme (MTR_PAGE (self)), get_pack (self), form));
}

static void
stage_cb (MtrLibraryPage *self,
          const char     *code)
{
  push (self, mtr_guide_page_new_stage (mtr_page_get_programme (MTR_PAGE (self)), get_pack (self), code));
}

static MtrPage *
new_about_page (MtrProgramme *programme,
                MtrPack      *pack)
{
  MtrPage *page = mtr_reading_page_new (_("About This Scheme"), mtr_pack_get_title (pack));

  mtr_reading_page_add_text (MTR_READING_PAGE (page), mtr_pack_get_description (pack));
  mtr_reading_page_add_text (MTR_READING_PAGE (page), mtr_pack_get_note (pack));
  mtr_page_set_programme (page, programme);

  return page;
}

static MtrPage *
new_checklist_page (MtrProgramme *programme,
                    MtrPack      *pack)
{
  return mtr_checklist_page_new (programme, pack, MTR_WORDS_CHECKLIST);
}

static MtrPage *
new_questions_page (MtrProgramme *programme,
                    MtrPack      *pack)
{
  return mtr_checklist_page_new (programme, pack, MTR_WORDS_MENTOR_QUESTIONS);
}

static MtrPage *
new_words_page (MtrProgramme *programme,
                MtrPack      *pack)
{
  return mtr_own_words_page_new (programme);
}

static void
scheme_cb (MtrLibraryPage *self,
           const char     *key)
{
  static const struct {
    const char *key;
    MtrPage *(*make) (MtrProgramme *programme,
                      MtrPack      *pack);
  } pages[] = {
    { "about", new_about_page },
    { "checklist", new_checklist_page },
    { "questions", new_questions_page },
    { "reading", mtr_guide_page_new_reading },
    { "words", new_words_page },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].key, key))
      push (self, pages[i].make (mtr_page_get_programme (MTR_PAGE (self)), get_pack (self)));
}

static char *
dup_version (MtrPack *pack)
{
  GDate date;

  if (mtr_pack_get_effective_on (pack) != NULL && mtr_date_from_iso (mtr_pack_get_effective_on (pack), &date))
    {
      g_autofree char *day = mtr_date_format (&date, MTR_DATE_STYLE_LONG);

      /* Translators: %1$s is the version of a pack, %2$s the date from which its standards hold. */
      return g_strdup_printf (_("Version %1$s, standards of %2$s"), mtr_pack_get_version (pack), day);
    }

  /* Translators: %s is the version of a pack. */
  return g_strdup_printf (_("Version %s"), mtr_pack_get_version (pack));
}

static void
show_scheme (MtrLibraryPage *self,
             MtrPack        *pack)
{
  MtrProgramme *programme = mtr_page_get_programme (MTR_PAGE (self));
  MtrRowList *rows = self->rows[SCHEME];
  g_autofree char *progress = mtr_checklist_page_dup_progress (programme, pack, MTR_WORDS_CHECKLIST);
  g_autofree char *questions = mtr_checklist_page_dup_progress (programme, pack, MTR_WORDS_MENTOR_QUESTIONS);
  g_autofree char *version = dup_version (pack);

  mtr_row_list_begin (rows);
  mtr_row_list_add (rows, "about", mtr_pack_get_title (pack), version, NULL, NULL);
  if (progress != NULL)
    mtr_row_list_add (rows, "checklist", _("The mentor’s checklist"), _("Only you read your answers"), progress, NULL);
  if (questions != NULL)
    mtr_row_list_add (rows, "questions", _("Questions to yourself as a mentor"), _("Only you read your answers"),
                      questions, NULL);
  if (mtr_pack_get_words (pack, MTR_WORDS_READING)->len > 0)
    mtr_row_list_add (rows, "reading", _("Further reading"), NULL, NULL, NULL);
  mtr_row_list_add (rows, "words", _("Words of your own"), _("Not marked as misspelt in this file"), NULL, NULL);
  mtr_row_list_end (rows);
}

static void
show_tools (MtrLibraryPage *self,
            MtrPack        *pack)
{
  GPtrArray *forms = mtr_pack_get_forms (pack);
  MtrRowList *rows = self->rows[TOOLS];

  mtr_row_list_begin (rows);
  for (guint i = 0; i < forms->len; i++)
    {
      const MtrForm *form = g_ptr_array_index (forms, i);

      if (mtr_tool_page_is_tool (form))
        mtr_row_list_add (rows, form->code, form->title, mtr_tool_page_get_audience (form), NULL, NULL);
    }
  mtr_row_list_end (rows);
  gtk_widget_set_visible (GTK_WIDGET (self->groups[TOOLS]), mtr_row_list_count (rows) > 0);
}

static void
show_pack (MtrLibraryPage *self,
           MtrPack        *pack)
{
  GPtrArray *areas = mtr_pack_get_areas (pack);
  GPtrArray *roles = mtr_pack_get_roles (pack);
  GPtrArray *stages = mtr_pack_get_stages (pack);

  show_scheme (self, pack);
  show_tools (self, pack);

  mtr_row_list_begin (self->rows[ROLES]);
  for (guint i = 0; i < roles->len; i++)
    {
      const MtrPackRole *role = g_ptr_array_index (roles, i);

      mtr_row_list_add (self->rows[ROLES], role->code, role->title, role->summary, NULL, NULL);
    }
  mtr_row_list_end (self->rows[ROLES]);
  gtk_widget_set_visible (GTK_WIDGET (self->groups[ROLES]), roles->len > 0);

  mtr_row_list_begin (self->rows[STAGES]);
  for (guint i = 0; i < stages->len; i++)
    {
      const MtrStage *stage = g_ptr_array_index (stages, i);

      mtr_row_list_add (self->rows[STAGES], stage->code, stage->title, NULL, NULL, NULL);
    }
  mtr_row_list_end (self->rows[STAGES]);
  gtk_widget_set_visible (GTK_WIDGET (self->groups[STAGES]), stages->len > 0);

  mtr_row_list_begin (self->rows[STANDARDS]);
  for (guint i = 0; i < areas->len; i++)
    {
      const MtrStandard *area = g_ptr_array_index (areas, i);
      g_autofree char *title = g_strdup_printf ("%s %s", area->code, area->title);

      mtr_row_list_add (self->rows[STANDARDS], area->code, title, NULL, area->provisional ? _("provisional") : NULL,
                        NULL);
    }
  mtr_row_list_end (self->rows[STANDARDS]);
  gtk_widget_set_visible (GTK_WIDGET (self->groups[STANDARDS]), areas->len > 0);
}

static void
show_packs (MtrLibraryPage *self)
{
  g_autoptr (GPtrArray) packs = mtr_pack_library_get_packs (mtr_programme_get_library (mtr_page_get_programme (MTR_PAGE (self))));

  mtr_row_list_begin (self->rows[PACKS]);
  for (guint i = 0; i < packs->len; i++)
    {
      MtrPack *pack = g_ptr_array_index (packs, i);
      g_autofree char *key = g_strdup_printf ("%s %s", mtr_pack_get_id (pack), mtr_pack_get_version (pack));
      g_autofree char *version = dup_version (pack);

      mtr_row_list_add (self->rows[PACKS], key, mtr_pack_get_title (pack), version, NULL, "");
    }
  mtr_row_list_end (self->rows[PACKS]);
}

/* A file may have pairings of several schemes. */
static void
show_choice (MtrLibraryPage *self)
{
  g_autoptr (GPtrArray) packs = mtr_programme_list_packs (mtr_page_get_programme (MTR_PAGE (self)));
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  if (packs->len == g_list_model_get_n_items (gtk_drop_down_get_model (self->drop_down)))
    return;

  for (guint i = 0; i < packs->len; i++)
    {
      MtrPack *pack = g_ptr_array_index (packs, i);

      gtk_string_list_append (titles, mtr_pack_get_title (pack));
      if (g_strcmp0 (mtr_pack_get_id (pack), self->pack_id) == 0)
        selected = i;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->drop_down, selected);
  self->filling = FALSE;
  gtk_widget_set_visible (self->choice, packs->len > 1);
}

static void
chosen_cb (MtrLibraryPage *self)
{
  g_autoptr (GPtrArray) packs = mtr_programme_list_packs (mtr_page_get_programme (MTR_PAGE (self)));
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  if (self->filling || selected >= packs->len)
    return;

  g_free (self->pack_id);
  self->pack_id = g_strdup (mtr_pack_get_id (g_ptr_array_index (packs, selected)));
  mtr_page_refresh (MTR_PAGE (self));
}

static void
mtr_library_page_refresh (MtrPage *page)
{
  MtrLibraryPage *self = MTR_LIBRARY_PAGE (page);
  MtrPack *pack = get_pack (self);

  show_choice (self);
  if (pack != NULL)
    show_pack (self, pack);
  show_packs (self);
}

static gboolean
mtr_library_page_go_to (MtrPage  *page,
                        MtrKind   kind,
                        gint64    id,
                        MtrField  field)
{
  MtrPage *checklist;

  if (kind != MTR_KIND_CHECKLIST_ANSWER && kind != MTR_KIND_REFLECTION)
    return FALSE;

  checklist = mtr_checklist_page_new_for (mtr_page_get_programme (page), kind, id);
  if (checklist == NULL)
    return FALSE;
  mtr_page_push (page, checklist);

  return mtr_page_go_to (checklist, kind, id, field);
}

static void
mtr_library_page_dispose (GObject *object)
{
  MtrLibraryPage *self = MTR_LIBRARY_PAGE (object);

  for (gsize i = 0; i < G_N_ELEMENTS (self->rows); i++)
    g_clear_object (&self->rows[i]);
  g_clear_pointer (&self->pack_id, g_free);

  G_OBJECT_CLASS (mtr_library_page_parent_class)->dispose (object);
}

static void
mtr_library_page_class_init (MtrLibraryPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_library_page_dispose;
  MTR_PAGE_CLASS (klass)->refresh = mtr_library_page_refresh;
  MTR_PAGE_CLASS (klass)->go_to = mtr_library_page_go_to;
}

static void
mtr_library_page_init (MtrLibraryPage *self)
{
}

static void
add_choice (MtrLibraryPage *self,
            GtkBox         *content)
{
  self->choice = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (gtk_string_list_new (NULL)), NULL));
  mtr_accessible_set_label (GTK_WIDGET (self->drop_down), _("Which scheme"));
  gtk_box_append (GTK_BOX (self->choice), gtk_label_new (_("Which scheme")));
  gtk_box_append (GTK_BOX (self->choice), GTK_WIDGET (self->drop_down));
  gtk_widget_set_visible (self->choice, FALSE);
  gtk_box_append (content, self->choice);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

/**
 * mtr_library_page_new:
 * @programme: the programme
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_library_page_new (MtrProgramme *programme)
{
  static const struct {
    int         group;
    const char *title;
  } order[] = {
    { SCHEME, N_("This scheme") },
    { TOOLS, N_("Tools") },
    { ROLES, N_("Who does what, and what not") },
    { STAGES, N_("Stages of development") },
    { STANDARDS, N_("Standards") },
    { PACKS, N_("Packs on this computer") },
  };
  GCallback callbacks[N_GROUPS] = {
    [SCHEME] = G_CALLBACK (scheme_cb),
    [TOOLS] = G_CALLBACK (tool_cb),
    [ROLES] = G_CALLBACK (role_cb),
    [STAGES] = G_CALLBACK (stage_cb),
    [STANDARDS] = G_CALLBACK (standard_cb),
  };
  MtrLibraryPage *self = g_object_new (MTR_TYPE_LIBRARY_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 720);
  GtkWidget *refused = adw_preferences_group_new ();
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "mentoring", "packs", NULL);
  g_autofree char *description = NULL;

  mtr_page_set_programme (MTR_PAGE (self), programme);
  add_choice (self, content);
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      int group = order[i].group;

      self->groups[group] = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      adw_preferences_group_set_title (self->groups[group], _(order[i].title));
      self->rows[group] = mtr_row_list_new (self->groups[group]);
      if (callbacks[group] != NULL)
        g_signal_connect_object (self->rows[group], "activated", callbacks[group], self, G_CONNECT_SWAPPED);
      gtk_box_append (content, GTK_WIDGET (self->groups[group]));
    }

  /* Translators: %s is a folder. */
  description = g_markup_printf_escaped (_("Your organisation can add its own: put the file in %s and start the program anew."),
                                         folder);
  adw_preferences_group_set_description (self->groups[PACKS], description);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (refused), _("Packs that could not be read"));
  mtr_pack_problem_rows_add (ADW_PREFERENCES_GROUP (refused), mtr_programme_get_library (programme));
  gtk_box_append (content, refused);

  return MTR_PAGE (self);
}
