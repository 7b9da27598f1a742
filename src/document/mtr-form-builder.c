/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A blank form of the pack, to be printed and filled in by hand: each question
 * with room for the answer that it asks for.
 */

#include "mtr-form-builder.h"

#include "mtr-form-builder-private.h"
#include "mtr-messages.h"

#define LINES_AN_ANSWER 4
#define WORDS_A_LINE    12

/* What is put a cross into. */
#define BOX "☐"

/**
 * mtr_form_builder_add_question:
 * @section: the form
 * @number: its number, from 1
 * @title: the question
 * @description: (nullable): a hint
 *
 * Returns: (transfer none): a question that stays on one page with the room for its answer, which is still to be added
 */
MtrNode *
mtr_form_builder_add_question (MtrNode    *section,
                               guint       number,
                               const char *title,
                               const char *description)
{
  g_autofree char *heading = g_strdup_printf ("%u. %s", number, title);
  MtrNode *group = mtr_node_add (section, MTR_NODE_GROUP, NULL);

  mtr_node_set_flags (group, MTR_NODE_TOGETHER);
  mtr_node_set_flags (mtr_node_add_section (group, NULL, heading), MTR_NODE_UNLISTED);
  if (description != NULL)
    mtr_node_add_paragraph (group, description);

  return group;
}

/**
 * mtr_form_builder_add_lines:
 * @question: a question
 * @words: about how many words are asked for; 0 where there is no figure
 *
 * Adds room to write some sentences.
 */
void
mtr_form_builder_add_lines (MtrNode *question,
                            int      words)
{
  mtr_node_set_count (mtr_node_add (question, MTR_NODE_LINES, NULL),
                      words > 0 ? (guint) MAX (3, words / WORDS_A_LINE) : LINES_AN_ANSWER);
}

static void
add_line (MtrNode    *group,
          const char *text)
{
  mtr_node_add_paragraph (group, text);
  mtr_node_set_count (mtr_node_add (group, MTR_NODE_LINES, NULL), 1);
}

/**
 * mtr_form_builder_add_giver:
 * @section: the form
 *
 * Asks whoever filled it in for their role, and for their name only where they wish.
 */
void
mtr_form_builder_add_giver (MtrNode *section)
{
  MtrNode *group = mtr_node_add (section, MTR_NODE_GROUP, NULL);

  mtr_node_set_flags (group, MTR_NODE_TOGETHER);
  mtr_node_set_flags (mtr_node_add_section (group, NULL, _("About you")), MTR_NODE_UNLISTED);
  add_line (group, _("Your role, and if you wish your name. You decide whether your name is on it."));
  add_line (group, _("Date"));
}

static void
add_box (MtrNode    *list,
         const char *text)
{
  mtr_node_set_label (mtr_node_add (list, MTR_NODE_ITEM, text), BOX);
}

/* The figures stand in one line, as on a ruler. */
static void
add_scale (MtrNode           *group,
           const MtrQuestion *question)
{
  g_autoptr (GString) line = g_string_new (NULL);

  mtr_node_add_paragraph (group, _("Mark one:"));
  for (int i = question->lowest; i <= question->highest; i++)
    {
      const char *words = i == question->lowest ? question->low : i == question->highest ? question->high : NULL;
      /* Translators: %1$d is a figure of a scale, %2$s what it means, as in "5, very much". */
      g_autofree char *text = words != NULL ? g_strdup_printf (_("%1$d, %2$s"), i, words) : g_strdup_printf ("%d", i);

      g_string_append_printf (line, "%s" BOX " %s", i > question->lowest ? "  " : "", text);
    }
  mtr_node_add_paragraph (group, line->str);
}

static void
add_choices (MtrNode           *group,
             const MtrQuestion *question)
{
  MtrNode *list;

  mtr_node_add_paragraph (group, _("Mark one:"));
  list = mtr_node_add (group, MTR_NODE_LIST, NULL);
  for (guint i = 0; i < question->choices->len; i++)
    add_box (list, ((MtrWord *) g_ptr_array_index (question->choices, i))->title);
}

static void
add_answer (MtrNode           *group,
            const MtrQuestion *question)
{
  switch (question->type)
    {
    case MTR_QUESTION_LONG:
      mtr_form_builder_add_lines (group, question->words);
      break;

    case MTR_QUESTION_SHORT:
      mtr_node_set_count (mtr_node_add (group, MTR_NODE_LINES, NULL), 1);
      break;

    case MTR_QUESTION_SCALE:
      add_scale (group, question);
      break;

    case MTR_QUESTION_CHOICE:
      add_choices (group, question);
      break;

    case MTR_QUESTION_TICK:
    default:
      g_assert_not_reached ();
    }
}

/* Questions to tick stand together as one list of boxes; each says all there is to say about it. */
static void
add_questions (MtrNode       *section,
               const MtrForm *form)
{
  MtrNode *ticks = NULL;
  guint number = 0;

  for (guint i = 0; i < form->questions->len; i++)
    {
      const MtrQuestion *question = g_ptr_array_index (form->questions, i);

      if (question->type == MTR_QUESTION_TICK)
        {
          g_autofree char *text = question->description != NULL
                                    ? g_strdup_printf ("%s\n%s", question->title, question->description)
                                    : g_strdup (question->title);

          if (ticks == NULL)
            ticks = mtr_node_add (section, MTR_NODE_LIST, NULL);
          add_box (ticks, text);
          continue;
        }
      ticks = NULL;
      add_answer (mtr_form_builder_add_question (section, ++number, question->title, question->description), question);
    }
}

/**
 * mtr_form_build_blank:
 * @pack: the pack of the form
 * @form: a form
 * @about: (nullable): the name of the person whom it is about
 * @as_at: today
 *
 * Returns: (transfer full): the form with nothing filled in
 */
MtrDocument *
mtr_form_build_blank (MtrPack       *pack,
                      const MtrForm *form,
                      const char    *about,
                      const GDate   *as_at)
{
  MtrDocument *document = mtr_document_new (form->title, mtr_language_get_tag (), as_at);
  MtrNode *section = mtr_node_add_section (mtr_document_get_root (document), "form", form->title);

  mtr_document_set_header (document, form->title);
  mtr_document_set_subject (document, mtr_pack_get_title (pack));

  if (about != NULL)
    mtr_node_add_field (section, _("About"), about);
  mtr_node_add (section, MTR_NODE_NOTE, form->introduction);
  add_questions (section, form);
  if (form->named_by_choice)
    {
      mtr_form_builder_add_giver (section);
    }
  else
    {
      MtrNode *group = mtr_node_add (section, MTR_NODE_GROUP, NULL);

      mtr_node_set_flags (group, MTR_NODE_TOGETHER);
      add_line (group, _("Date"));
    }

  return document;
}
