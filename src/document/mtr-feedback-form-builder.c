/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A blank form for feedback, to be printed and handed over: the questions of
 * the pack with room to write. Whoever gives the feedback decides whether their
 * name is on it.
 */

#include "mtr-feedback-form-builder.h"

#include <glib/gi18n-lib.h>

#define LINES_AN_ANSWER 4
#define WORDS_A_LINE    12

/**
 * mtr_feedback_form_build:
 * @pack: a pack
 * @evidence_kind: the code of a kind of evidence that has a form
 * @about: (nullable): the name of the person whom the feedback is for
 * @as_at: today
 *
 * Returns: (transfer full): the blank form
 */
MtrDocument *
mtr_feedback_form_build (MtrPack     *pack,
                         const char  *evidence_kind,
                         const char  *about,
                         const GDate *as_at)
{
  const MtrEvidenceKind *kind = mtr_pack_find_evidence_kind (pack, evidence_kind);
  const char *title = kind != NULL ? kind->title : _("Feedback");
  GPtrArray *questions = mtr_pack_get_words (pack, MTR_WORDS_FEEDBACK_FORM);
  MtrDocument *document = mtr_document_new (title, "en-GB", as_at);
  MtrNode *section = mtr_node_add_section (mtr_document_get_root (document), "form", title);
  MtrNode *group;

  mtr_document_set_header (document, title);
  mtr_document_set_subject (document, mtr_pack_get_title (pack));

  if (about != NULL)
    mtr_node_add_field (section, _("Feedback for"), about);
  mtr_node_add (section, MTR_NODE_NOTE,
                _("Please write about practice, not about the people it is for: no names, addresses or anything else that "
                  "could tell a reader who somebody is. Answer what you can say something about and leave the rest. What "
                  "you write goes into a portfolio; the person, the mentor, the line manager and those who assess it "
                  "will read it."));

  for (guint i = 0; i < questions->len; i++)
    {
      const MtrWord *question = g_ptr_array_index (questions, i);
      g_autofree char *heading = g_strdup_printf ("%u. %s", i + 1, question->title);

      group = mtr_node_add (section, MTR_NODE_GROUP, NULL);
      mtr_node_set_flags (group, MTR_NODE_TOGETHER);
      mtr_node_set_flags (mtr_node_add_section (group, NULL, heading), MTR_NODE_UNLISTED);
      if (question->description != NULL)
        mtr_node_add_paragraph (group, question->description);
      mtr_node_set_count (mtr_node_add (group, MTR_NODE_LINES, NULL),
                          question->words > 0 ? (guint) MAX (3, question->words / WORDS_A_LINE) : LINES_AN_ANSWER);
    }

  group = mtr_node_add (section, MTR_NODE_GROUP, NULL);
  mtr_node_set_flags (group, MTR_NODE_TOGETHER);
  mtr_node_set_flags (mtr_node_add_section (group, NULL, _("About you")), MTR_NODE_UNLISTED);
  mtr_node_add_paragraph (group, _("Your role, and if you wish your name. You decide whether your name is on it."));
  mtr_node_set_count (mtr_node_add (group, MTR_NODE_LINES, NULL), 1);
  mtr_node_add_paragraph (group, _("Date"));
  mtr_node_set_count (mtr_node_add (group, MTR_NODE_LINES, NULL), 1);

  return document;
}
