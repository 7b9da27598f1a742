/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the pack has to read: the guide to a role, which can be printed and
 * handed over, what helps at a stage of development, and further reading.
 */

#include "mtr-guide-page.h"

#include "mtr-guide-builder.h"
#include "mtr-language-row.h"
#include "mtr-language.h"
#include "mtr-preview.h"
#include "mtr-reading-page.h"

#include <glib/gi18n-lib.h>

static void
print_cb (GtkWidget *button,
          gpointer   user_data)
{
  const MtrPackRole *role = user_data;
  MtrPack *pack = g_object_get_data (G_OBJECT (button), "pack");
  MtrPage *page = MTR_PAGE (gtk_widget_get_ancestor (button, MTR_TYPE_PAGE));
  /* Translators: the name that is suggested for a file; %s is a role, as in "Mentor". */
  g_autofree char *name = g_strdup_printf (_("Guide – %s.pdf"), role->title);
  MtrProgramme *programme = mtr_page_get_programme (page);
  const char *language = mtr_document_language_get ();
  MtrPack *chosen = mtr_document_language_get_pack (language, mtr_programme_get_library (programme), pack);
  g_autoptr (MtrDocument) document = NULL;
  const char *before;
  GDate today;

  mtr_programme_get_today (programme, &today);
  before = mtr_language_switch (language);
  document = mtr_guide_build (chosen, mtr_pack_find_role (chosen, role->code), &today);
  mtr_language_switch (before);
  mtr_preview_show (GTK_WIDGET (page), document, name);
}

/**
 * mtr_guide_page_new_role:
 * @programme: the programme
 * @pack: a pack
 * @code: the code of a role of it
 *
 * Returns: (transfer floating) (nullable): the guide to the role; %NULL where the pack has no such role
 */
MtrPage *
mtr_guide_page_new_role (MtrProgramme *programme,
                         MtrPack      *pack,
                         const char   *code)
{
  const MtrPackRole *role = mtr_pack_find_role (pack, code);
  MtrReadingPage *page;
  GtkWidget *button;

  if (role == NULL)
    return NULL;

  page = MTR_READING_PAGE (mtr_reading_page_new (role->title, role->title));
  mtr_page_set_programme (MTR_PAGE (page), programme);
  mtr_reading_page_add_text (page, role->summary);
  button = mtr_reading_page_add_button (page, _("Print This Guide"));
  g_object_set_data_full (G_OBJECT (button), "pack", g_object_ref (pack), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (print_cb), (gpointer) role);
  mtr_reading_page_add_list (page, _("Does"), NULL, (const char * const *) role->does, "✓");
  mtr_reading_page_add_list (page, _("Does not"), NULL, (const char * const *) role->does_not, "✗");
  for (guint i = 0; i < role->guide->len; i++)
    {
      const MtrGuideSection *section = g_ptr_array_index (role->guide, i);

      mtr_reading_page_add_section (page, section->title, (const char * const *) section->paragraphs);
    }

  return MTR_PAGE (page);
}

/**
 * mtr_guide_page_new_stage:
 * @programme: the programme
 * @pack: a pack
 * @code: the code of a stage of development
 *
 * Returns: (transfer floating) (nullable): what the stage is like and what helps at it; %NULL where there is none
 */
MtrPage *
mtr_guide_page_new_stage (MtrProgramme *programme,
                          MtrPack      *pack,
                          const char   *code)
{
  const MtrStage *stage = mtr_pack_find_stage (pack, code);
  MtrReadingPage *page;

  if (stage == NULL)
    return NULL;

  page = MTR_READING_PAGE (mtr_reading_page_new (_("Stage of Development"), stage->title));
  mtr_page_set_programme (MTR_PAGE (page), programme);
  mtr_reading_page_add_text (page, stage->description);
  mtr_reading_page_add_list (page, _("What helps here"), NULL, (const char * const *) stage->helps, NULL);

  return MTR_PAGE (page);
}

/**
 * mtr_guide_page_new_reading:
 * @programme: the programme
 * @pack: a pack
 *
 * Returns: (transfer floating): what else there is to read, and what each is good for
 */
MtrPage *
mtr_guide_page_new_reading (MtrProgramme *programme,
                            MtrPack      *pack)
{
  GPtrArray *words = mtr_pack_get_words (pack, MTR_WORDS_READING);
  MtrReadingPage *page = MTR_READING_PAGE (mtr_reading_page_new (_("Further Reading"), _("Further reading")));

  mtr_page_set_programme (MTR_PAGE (page), programme);
  for (guint i = 0; i < words->len; i++)
    {
      const MtrWord *word = g_ptr_array_index (words, i);
      const char *paragraphs[] = { word->description, NULL };

      mtr_reading_page_add_section (page, word->title, paragraphs);
    }

  return MTR_PAGE (page);
}
