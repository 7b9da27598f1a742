/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is in a document that is about to leave, in words: read from the
 * document itself, so that it says neither more nor less than the file.
 */

#include "mtr-contents.h"

#include "mtr-messages.h"
#include "mtr-observation-series.h"
#include "mtr-portfolio.h"

/**
 * mtr_contents_line_free:
 * @line: (transfer full): a line
 */
void
mtr_contents_line_free (MtrContentsLine *line)
{
  g_free (line->key);
  g_free (line->title);
  g_free (line->subtitle);
  g_free (line);
}

static GPtrArray *
new_lines (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_contents_line_free);
}

static void
add_line (GPtrArray  *lines,
          char       *key,
          char       *title,
          const char *subtitle)
{
  MtrContentsLine *line = g_new0 (MtrContentsLine, 1);

  line->key = key;
  line->title = title;
  line->subtitle = g_strdup (subtitle);
  g_ptr_array_add (lines, line);
}

/* The kind of record that a node stands for: elements are called after tables, with a hyphen. */
static MtrKind
get_kind (MtrNode *node)
{
  g_autofree char *table = g_strdelimit (g_strdup (node->name), "-", '_');

  return mtr_kind_from_table (table);
}

static void
collect (MtrNode     *node,
         MtrSnapshot *snapshot,
         GPtrArray   *records)
{
  const char *id = node->name != NULL ? mtr_node_get_attribute (node, "id") : NULL;

  if (id != NULL)
    {
      MtrKind kind = get_kind (node);
      MtrRecord *record = kind != MTR_KIND_NONE ? mtr_snapshot_get (snapshot, kind, g_ascii_strtoll (id, NULL, 10))
                                                : NULL;

      /* The people of the portfolio are named in it on purpose. */
      if (record != NULL && kind != MTR_KIND_PERSON && kind != MTR_KIND_PROGRAMME)
        g_ptr_array_add (records, g_object_ref (record));
    }

  for (guint i = 0; i < node->children->len; i++)
    collect (g_ptr_array_index (node->children, i), snapshot, records);
}

/**
 * mtr_contents_list_records:
 * @document: a document of mtr_portfolio_build()
 * @snapshot: the pairing
 *
 * Returns: (transfer full) (element-type MtrRecord): the records whose words are in the document, but for people
 */
GPtrArray *
mtr_contents_list_records (MtrDocument *document,
                           MtrSnapshot *snapshot)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  collect (mtr_document_get_root (document), snapshot, records);

  return records;
}

static guint
count (GPtrArray *records,
       MtrKind    kind)
{
  guint n_found = 0;

  for (guint i = 0; i < records->len; i++)
    if (mtr_record_get_kind (g_ptr_array_index (records, i)) == kind)
      n_found++;

  return n_found;
}

/* The numbers of the first and the last item: "E01 to E11". */
static char *
dup_span (GPtrArray *records)
{
  MtrRecord *first = NULL;
  MtrRecord *last = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      MtrRecord *record = g_ptr_array_index (records, i);

      if (mtr_record_get_kind (record) != MTR_KIND_EVIDENCE)
        continue;
      if (first == NULL)
        first = record;
      last = record;
    }
  if (first == NULL || first == last)
    return NULL;

  from = mtr_evidence_dup_number (first);
  to = mtr_evidence_dup_number (last);

  /* Translators: numbers of evidence, as in "E01 to E11". */
  return g_strdup_printf (_("%s to %s"), from, to);
}

/**
 * mtr_contents_list_counts:
 * @records: (element-type MtrRecord): what is in a document
 *
 * Returns: (transfer full) (element-type MtrContentsLine): how much there is of what; nothing of what there is not
 */
GPtrArray *
mtr_contents_list_counts (GPtrArray *records)
{
  static const MtrKind words[] = { MTR_KIND_REPORT, MTR_KIND_RECOMMENDATION, MTR_KIND_DECISION, MTR_KIND_MODERATION };
  GPtrArray *lines = new_lines ();
  guint n_observations = count (records, MTR_KIND_OBSERVATION);
  guint n_items = count (records, MTR_KIND_EVIDENCE);
  guint n_files = count (records, MTR_KIND_ATTACHMENT);
  g_autofree char *span = dup_span (records);

  if (n_items > 0)
    add_line (lines, g_strdup ("evidence"),
              g_strdup_printf (ngettext ("%u item of evidence", "%u items of evidence", n_items), n_items), span);
  if (n_observations > 0)
    add_line (lines, g_strdup ("observations"),
              g_strdup_printf (ngettext ("%u signed observation", "%u signed observations", n_observations),
                               n_observations), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (count (records, words[i]) > 0)
      add_line (lines, g_strdup (mtr_kind_get_info (words[i])->table), g_strdup (mtr_kind_get_label (words[i])), NULL);
  if (n_files > 0)
    add_line (lines, g_strdup ("files"),
              g_strdup_printf (ngettext ("The name of %u file", "The names of %u files", n_files), n_files),
              _("The files themselves are handed in beside it."));

  return lines;
}

static void
collect_left_out (MtrNode   *node,
                  GPtrArray *lines)
{
  if (g_strcmp0 (node->name, "left-out") == 0)
    add_line (lines, g_strdup_printf ("%s %s", mtr_node_get_attribute (node, "kind"),
                                      mtr_node_get_attribute (node, "id")), g_strdup (node->text), NULL);

  for (guint i = 0; i < node->children->len; i++)
    collect_left_out (g_ptr_array_index (node->children, i), lines);
}

/**
 * mtr_contents_list_left_out:
 * @document: a document of mtr_portfolio_build()
 *
 * Returns: (transfer full) (element-type MtrContentsLine): what is left out, by name, each with its reason
 */
GPtrArray *
mtr_contents_list_left_out (MtrDocument *document)
{
  GPtrArray *lines = new_lines ();

  collect_left_out (mtr_document_get_root (document), lines);

  return lines;
}

static char *
dup_record_name (MtrPack     *pack,
                 MtrSnapshot *snapshot,
                 MtrRecord   *record)
{
  MtrKind kind = mtr_record_get_kind (record);
  MtrField parent_field = mtr_kind_get_info (kind)->parent_field;

  if (kind == MTR_KIND_EVIDENCE)
    return mtr_evidence_dup_name (record);
  if (kind == MTR_KIND_OBSERVATION)
    return mtr_observation_dup_title (pack, snapshot, record);
  /* What belongs to an item, an observation or a report is found there. */
  if (parent_field != MTR_FIELD_NONE && kind != MTR_KIND_REPORT &&
      mtr_field_get_info (parent_field)->reference != MTR_KIND_PORTFOLIO)
    {
      MtrRecord *parent = mtr_snapshot_follow (snapshot, record, parent_field);

      if (parent != NULL)
        return dup_record_name (pack, snapshot, parent);
    }

  return g_strdup (mtr_kind_get_label (kind));
}

/**
 * mtr_contents_dup_place:
 * @pack: the pack
 * @snapshot: the pairing
 * @finding: a place in one of its records
 *
 * Returns: (transfer full): where it is: "E04 Feedback from three supervisees · The evidence"
 */
char *
mtr_contents_dup_place (MtrPack          *pack,
                        MtrSnapshot      *snapshot,
                        const MtrFinding *finding)
{
  MtrRecord *record = mtr_snapshot_get (snapshot, finding->kind, finding->id);
  g_autofree char *name = record != NULL ? dup_record_name (pack, snapshot, record)
                                         : g_strdup (mtr_kind_get_label (finding->kind));

  return g_strdup_printf ("%s · %s", name, mtr_field_get_label (finding->field));
}
