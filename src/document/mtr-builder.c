/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How records become parts of a document: a field is shown with its label and
 * in words, and kept in files under the name of its column and as it is stored.
 * No field that the panel may not read comes through here, whatever the
 * snapshot holds.
 */

#include "mtr-builder-private.h"

#include "mtr-date.h"
#include "mtr-messages.h"

G_DEFINE_QUARK (mtr-document-error-quark, mtr_document_error)

/* What is said for the codes of the program; the codes of a pack have their words there. */
static const struct {
  MtrField    field;
  const char *code;
  const char *label;  /* untranslated */
} code_labels[] = {
  { MTR_OBSERVATION_MODE, "in-person", N_("In person") },
  { MTR_OBSERVATION_MODE, "remote", N_("Remote") },
  { MTR_OBSERVATION_CONSENT_STATE, "pending", N_("Not asked yet") },
  { MTR_OBSERVATION_CONSENT_STATE, "given", N_("Said yes") },
  { MTR_OBSERVATION_CONSENT_STATE, "refused", N_("Said no") },
  { MTR_OBSERVATION_FEEDBACK_HOW, "in-person", N_("In person") },
  { MTR_OBSERVATION_FEEDBACK_HOW, "video", N_("By video") },
  { MTR_OBSERVATION_FEEDBACK_HOW, "phone", N_("By telephone") },
  { MTR_OBSERVATION_FEEDBACK_HOW, "writing", N_("In writing") },
  { MTR_OBSERVATION_OBSERVER_SIGNED_HOW, "own-file", N_("signed in their own file") },
  { MTR_OBSERVATION_OBSERVER_SIGNED_HOW, "in-person", N_("signed in person, at the other’s computer") },
  { MTR_OBSERVATION_OBSERVED_SIGNED_HOW, "own-file", N_("signed in their own file") },
  { MTR_OBSERVATION_OBSERVED_SIGNED_HOW, "in-person", N_("signed in person, at the other’s computer") },
  { MTR_PAIRING_ENDED_NEXT, "another-mentor", N_("Another mentor") },
  { MTR_PAIRING_ENDED_NEXT, "group", N_("A peer group") },
  { MTR_PAIRING_ENDED_NEXT, "nothing", N_("Nothing for now") },
  { MTR_SUBMISSION_OUTCOME, "satisfactory", N_("Satisfactory") },
  { MTR_SUBMISSION_OUTCOME, "unsatisfactory", N_("Unsatisfactory") },
  { MTR_SUBMISSION_OUTCOME, "incomplete", N_("Incomplete") },
  { MTR_ADDENDUM_REASON, "correction", N_("Correction") },
  { MTR_ADDENDUM_REASON, "withdrawal", N_("Withdrawal") },
  { MTR_EVIDENCE_LINK_MENTOR_VIEW, "sufficient", N_("Sufficient") },
  { MTR_EVIDENCE_LINK_MENTOR_VIEW, "partly", N_("Partly") },
  { MTR_EVIDENCE_LINK_MENTOR_VIEW, "not-yet", N_("Not yet") },
  { MTR_RECOMMENDATION_OUTCOME, "recommended", N_("Recommended") },
  { MTR_RECOMMENDATION_OUTCOME, "not-yet", N_("Not yet") },
  { MTR_DECISION_OUTCOME, "pass", N_("Pass") },
  { MTR_DECISION_OUTCOME, "not-yet", N_("Not yet") },
  { MTR_DECISION_OUTCOME, "not-passed", N_("Not passed") },
  { MTR_MODERATION_OUTCOME, "confirmed", N_("Confirmed") },
  { MTR_MODERATION_OUTCOME, "query", N_("There is a question") },
};

/*< private >
 * mtr_builder_check_readers:
 * @snapshot: what a document is to be made from
 * @readers: for whom it is
 * @error: where an error goes
 *
 * Returns: whether it was loaded for them and for no more
 */
gboolean
mtr_builder_check_readers (MtrSnapshot  *snapshot,
                           MtrAudience   readers,
                           GError      **error)
{
  if (mtr_snapshot_get_audiences (snapshot) == readers)
    return TRUE;

  g_set_error_literal (error, MTR_DOCUMENT_ERROR, MTR_DOCUMENT_ERROR_AUDIENCE,
                       _("This was to be made from more, or less, than its readers may have, so it was not made. Nothing "
                         "left your programme file. This is a mistake of the program: please report it."));

  return FALSE;
}

/*< private >
 * mtr_builder_check_audience:
 * @snapshot: what a document is to be made from
 * @error: where an error goes
 *
 * Returns: whether it was loaded for %MTR_READER_PANEL and no more
 */
gboolean
mtr_builder_check_audience (MtrSnapshot *snapshot,
                            GError     **error)
{
  return mtr_builder_check_readers (snapshot, MTR_READER_PANEL, error);
}

/*< private >
 * mtr_builder_is_found:
 * @record: (nullable): what a document is to be about
 * @kind: its kind
 * @error: where an error goes
 *
 * Returns: whether it is there
 */
gboolean
mtr_builder_is_found (MtrRecord *record,
                      MtrKind    kind,
                      GError   **error)
{
  if (record != NULL)
    return TRUE;

  g_set_error (error, MTR_DOCUMENT_ERROR, MTR_DOCUMENT_ERROR_NOT_FOUND,
               /* Translators: a kind of record, as in "Portfolio". */
               _("What was asked for (%s) is not in this programme file any more. Go back and look again; undo brings "
                 "back what was removed."),
               mtr_kind_get_label (kind));

  return FALSE;
}

static char *
dup_file_name (const char *name)
{
  return g_strdelimit (g_strdup (name), "_", '-');
}

static gboolean
is_for_panel (MtrField field)
{
  const MtrFieldInfo *info = mtr_field_get_info (field);

  return (info->audience & MTR_READER_PANEL) != 0 && !(info->flags & MTR_FIELD_APART);
}

static gboolean
is_named_person (MtrBuilder         *self,
                 const MtrFieldInfo *info,
                 gint64              id)
{
  return info->reference != MTR_KIND_PERSON || self->people == NULL || g_hash_table_contains (self->people, &id);
}

static void
add_fact (MtrBuilder *self,
          MtrNode    *node,
          MtrRecord  *record,
          MtrField    field)
{
  const MtrFieldInfo *info = mtr_field_get_info (field);
  g_autofree char *column = NULL;
  g_autofree char *number = NULL;
  MtrNode *fact;

  if (!is_for_panel (field) || !mtr_record_is_set (record, field))
    return;
  column = dup_file_name (info->column);
  if (mtr_field_is_number (field))
    {
      gint64 value = mtr_record_get_number (record, field);

      if (info->type == MTR_TYPE_REF && !is_named_person (self, info, value))
        return;
      number = g_strdup_printf ("%" G_GINT64_FORMAT, value);
    }
  fact = mtr_node_add (node, MTR_NODE_DATA, number != NULL ? number : mtr_record_get_text (record, field));
  mtr_node_set_name (fact, column);
}

/*< private >
 * mtr_builder_add_facts:
 * @self: a builder
 * @node: a node with a name
 * @record: a record
 * @fields: (array length=n_fields): what of it is said in files
 * @n_fields: how many
 *
 * For a record that is not shown as a whole.
 */
void
mtr_builder_add_facts (MtrBuilder     *self,
                       MtrNode        *node,
                       MtrRecord      *record,
                       const MtrField *fields,
                       gsize           n_fields)
{
  for (gsize i = 0; i < n_fields; i++)
    add_fact (self, node, record, fields[i]);
}

/*< private >
 * mtr_builder_name_record:
 * @self: a builder
 * @node: the node that stands for a record
 * @record: the record
 *
 * In files the node is an element named after the kind, with the id and then all the facts of the record (dates, codes, figures,
 * references) in the order of the table of fields. Its texts are added where they are shown.
 */
void
mtr_builder_name_record (MtrBuilder *self,
                         MtrNode    *node,
                         MtrRecord  *record)
{
  const MtrKindInfo *kind = mtr_kind_get_info (mtr_record_get_kind (record));
  g_autofree char *name = dup_file_name (kind->table);
  g_autofree char *id = mtr_builder_dup_id (NULL, mtr_record_get_id (record));

  mtr_node_set_name (node, name);
  mtr_node_set_attribute (node, "id", id);
  for (int i = kind->first_field; i <= (int) kind->last_field; i++)
    if (!mtr_field_is_text (i))
      add_fact (self, node, record, i);
}

/*< private >
 * mtr_builder_name_text:
 * @node: a node that shows a text of a record
 * @field: the field it is
 */
void
mtr_builder_name_text (MtrNode  *node,
                       MtrField  field)
{
  g_autofree char *name = dup_file_name (mtr_field_get_info (field)->column);

  mtr_node_set_name (node, name);
}

/*< private >
 * mtr_builder_add_text:
 * @parent: where the text goes
 * @record: (nullable): a record
 * @field: one of its texts
 * @label: (nullable): what it is called; %NULL: as in the table of fields
 *
 * Returns: (transfer none) (nullable): a field or a long text; %NULL where nothing was written
 */
MtrNode *
mtr_builder_add_text (MtrNode    *parent,
                      MtrRecord  *record,
                      MtrField    field,
                      const char *label)
{
  MtrNode *node;

  g_return_val_if_fail (mtr_field_is_text (field) && is_for_panel (field), NULL);

  if (record == NULL || !mtr_record_is_set (record, field))
    return NULL;

  if (label == NULL)
    label = mtr_field_get_label (field);
  if (mtr_field_get_info (field)->type == MTR_TYPE_LONG)
    node = mtr_node_add_long_text (parent, label, mtr_record_get_text (record, field));
  else
    node = mtr_node_add_field (parent, label, mtr_record_get_text (record, field));
  mtr_builder_name_text (node, field);

  return node;
}

/*< private >
 * mtr_builder_dup_date:
 * @record: (nullable): a record
 * @field: a date or a moment
 *
 * Returns: (transfer full) (nullable): it as a person reads it
 */
char *
mtr_builder_dup_date (MtrRecord *record,
                      MtrField   field)
{
  GDate date;

  if (record == NULL || !mtr_record_is_set (record, field))
    return NULL;

  if (mtr_field_get_info (field)->type == MTR_TYPE_MOMENT)
    return mtr_moment_format (mtr_record_get_text (record, field));
  if (mtr_record_get_date (record, field, &date))
    return mtr_date_format (&date, MTR_DATE_STYLE_LONG);

  return g_strdup (mtr_record_get_text (record, field));
}

/*< private >
 * mtr_builder_add_date:
 * @parent: where it goes
 * @record: (nullable): a record
 * @field: a date or a moment
 * @label: (nullable): what it is called; %NULL: as in the table of fields
 */
void
mtr_builder_add_date (MtrNode    *parent,
                      MtrRecord  *record,
                      MtrField    field,
                      const char *label)
{
  g_autofree char *text = mtr_builder_dup_date (record, field);

  if (text != NULL)
    mtr_node_add_field (parent, label != NULL ? label : mtr_field_get_label (field), text);
}

/*< private >
 * mtr_builder_add_code:
 * @parent: where it goes
 * @record: (nullable): a record
 * @field: a code of the program
 * @label: (nullable): what it is called; %NULL: as in the table of fields
 */
void
mtr_builder_add_code (MtrNode    *parent,
                      MtrRecord  *record,
                      MtrField    field,
                      const char *label)
{
  if (record != NULL && mtr_record_is_set (record, field))
    mtr_node_add_field (parent, label != NULL ? label : mtr_field_get_label (field),
                        mtr_builder_get_code (field, mtr_record_get_text (record, field)));
}

/*< private >
 * mtr_builder_add_person:
 * @self: a builder
 * @parent: where it goes
 * @record: (nullable): a record
 * @field: a reference to a person
 * @label: (nullable): what it is called; %NULL: as in the table of fields
 */
void
mtr_builder_add_person (MtrBuilder *self,
                        MtrNode    *parent,
                        MtrRecord  *record,
                        MtrField    field,
                        const char *label)
{
  MtrRecord *person = mtr_snapshot_follow (self->snapshot, record, field);

  if (person != NULL)
    mtr_node_add_field (parent, label != NULL ? label : mtr_field_get_label (field),
                        mtr_record_get_text (person, MTR_PERSON_NAME));
}

/*< private >
 * mtr_builder_add_answer:
 * @parent: where it goes
 * @record: (nullable): a record
 * @field: yes or no
 * @label: (nullable): what it is called; %NULL: as in the table of fields
 */
void
mtr_builder_add_answer (MtrNode    *parent,
                        MtrRecord  *record,
                        MtrField    field,
                        const char *label)
{
  if (record != NULL && mtr_record_is_set (record, field))
    mtr_node_add_field (parent, label != NULL ? label : mtr_field_get_label (field),
                        mtr_record_get_number (record, field) ? _("Yes") : _("No"));
}

/*< private >
 * mtr_builder_get_label:
 * @self: a builder
 * @list: the list of the pack with the titles of the fields of a kind
 * @field: a field
 *
 * Returns: (transfer none): what the pack calls the field, or else the table of fields
 */
const char *
mtr_builder_get_label (MtrBuilder *self,
                       MtrWordList list,
                       MtrField    field)
{
  const MtrWord *word = mtr_pack_find_word (self->pack, list, mtr_field_get_info (field)->column);

  return word != NULL ? word->title : mtr_field_get_label (field);
}

/*< private >
 * mtr_builder_get_code:
 * @field: a field whose codes are those of the program
 * @code: the code
 *
 * Returns: (transfer none): what a person reads
 */
const char *
mtr_builder_get_code (MtrField    field,
                      const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (code_labels); i++)
    if (code_labels[i].field == field && g_str_equal (code_labels[i].code, code))
      return _(code_labels[i].label);

  return code;
}

/*< private >
 * mtr_builder_get_name:
 * @self: a builder
 * @record: (nullable): a record
 * @field: a reference to a person
 *
 * Returns: (transfer none) (nullable): the person's name, as it is put into a sentence
 */
const char *
mtr_builder_get_name (MtrBuilder *self,
                      MtrRecord  *record,
                      MtrField    field)
{
  MtrRecord *person = mtr_snapshot_follow (self->snapshot, record, field);

  return person != NULL ? mtr_record_get_name (person, MTR_PERSON_NAME) : NULL;
}

/*< private >
 * mtr_builder_get_role:
 * @self: a builder
 * @code: "mentee", "mentor", "line-manager" …
 *
 * Returns: (transfer none): what the pack calls somebody in that role
 */
const char *
mtr_builder_get_role (MtrBuilder *self,
                      const char *code)
{
  const MtrPackRole *role = mtr_pack_find_role (self->pack, code);

  return role != NULL ? role->title : code;
}

/*< private >
 * mtr_builder_dup_standard:
 * @self: a builder
 * @code: the code of an area or a statement
 *
 * Returns: (transfer full): "6 Relationship-based practice supervision"
 */
char *
mtr_builder_dup_standard (MtrBuilder *self,
                          const char *code)
{
  const MtrStandard *standard = mtr_pack_find_standard (self->pack, code);

  return standard != NULL ? g_strdup_printf ("%s %s", code, standard->title) : g_strdup (code);
}

/*< private >
 * mtr_builder_dup_standards:
 * @self: a builder
 * @codes: (nullable): codes of areas and statements, separated by one space
 *
 * Returns: (transfer full) (nullable): their names, one a line
 */
char *
mtr_builder_dup_standards (MtrBuilder *self,
                           const char *codes)
{
  g_auto (GStrv) parts = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (codes == NULL)
    return NULL;

  parts = g_strsplit (codes, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *name = mtr_builder_dup_standard (self, parts[i]);

      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, name);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/*< private >
 * mtr_builder_dup_id:
 * @prefix: (nullable): what the id is of
 * @id: an id of a record
 *
 * Returns: (transfer full): it in letters, for links and files
 */
char *
mtr_builder_dup_id (const char *prefix,
                    gint64      id)
{
  return g_strdup_printf ("%s%s%" G_GINT64_FORMAT, prefix != NULL ? prefix : "", prefix != NULL ? "-" : "", id);
}
