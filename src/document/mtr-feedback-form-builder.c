/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A blank form for feedback, to be printed and handed over: the questions of
 * the pack with room to write. Whoever gives the feedback decides whether their
 * name is on it.
 */

#include "mtr-feedback-form-builder.h"

#include "mtr-form-builder-private.h"
#include "mtr-messages.h"

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
  MtrDocument *document = mtr_document_new (title, mtr_language_get_tag (), as_at);
  MtrNode *section = mtr_node_add_section (mtr_document_get_root (document), "form", title);

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

      mtr_form_builder_add_lines (mtr_form_builder_add_question (section, i + 1, question->title, question->description),
                                  question->words);
    }
  mtr_form_builder_add_giver (section);

  return document;
}
