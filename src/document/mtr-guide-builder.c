/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The guide to a role of the pack, to be printed and handed over: what the
 * role does, what it does not, and how it goes about it.
 */

#include "mtr-guide-builder.h"

#include "mtr-messages.h"

static void
add_list (MtrNode     *section,
          const char  *heading,
          char       **items,
          const char  *sign)
{
  MtrNode *group;
  MtrNode *list;

  if (items[0] == NULL)
    return;

  group = mtr_node_add (section, MTR_NODE_GROUP, NULL);
  mtr_node_set_flags (group, MTR_NODE_TOGETHER);
  list = mtr_node_add (mtr_node_add_section (group, NULL, heading), MTR_NODE_LIST, NULL);
  for (guint i = 0; items[i] != NULL; i++)
    mtr_node_set_label (mtr_node_add (list, MTR_NODE_ITEM, items[i]), sign);
}

/**
 * mtr_guide_build:
 * @pack: the pack of the role
 * @role: a role
 * @as_at: today
 *
 * Returns: (transfer full): the guide
 */
MtrDocument *
mtr_guide_build (MtrPack           *pack,
                 const MtrPackRole *role,
                 const GDate       *as_at)
{
  MtrDocument *document = mtr_document_new (role->title, mtr_language_get_tag (), as_at);
  MtrNode *section = mtr_node_add_section (mtr_document_get_root (document), "guide", role->title);

  mtr_document_set_header (document, role->title);
  mtr_document_set_subject (document, mtr_pack_get_title (pack));

  mtr_node_add_paragraph (section, mtr_pack_get_title (pack));
  mtr_node_add (section, MTR_NODE_NOTE, role->summary);
  add_list (section, _("Does"), role->does, "✓");
  add_list (section, _("Does not"), role->does_not, "✗");
  for (guint i = 0; i < role->guide->len; i++)
    {
      const MtrGuideSection *part = g_ptr_array_index (role->guide, i);
      MtrNode *node = mtr_node_add_section (section, NULL, part->title);

      for (guint j = 0; part->paragraphs[j] != NULL; j++)
        mtr_node_add_paragraph (node, part->paragraphs[j]);
    }

  return document;
}
