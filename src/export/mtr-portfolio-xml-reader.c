/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a portfolio file in three passes, each of which may trust what the one
 * before it has proved: the parser, which stops at what no portfolio may
 * contain; our own schema over the tree; and the walk that makes records of
 * the elements and looks whether they belong together. The bytes may come from
 * anybody, so libxml2 is given memory and never a name, and it neither
 * fetches, expands, includes nor decompresses.
 */

#include "mtr-portfolio-xml-reader.h"

#include "mtr-check.h"
#include "mtr-export-resources.h"
#include "mtr-messages.h"
#include "mtr-pairing.h"
#include "mtr-text.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <string.h>

#define SCHEMA_PATH "/com/example/Mentoring/export/portfolio.rng"

#define NAMESPACE_STEM "urn:example:mentoring:portfolio:"

/* The longest portfolio has some ten thousand elements, six deep. */
#define MAX_ELEMENTS 200000
#define MAX_DEPTH 32

/* What an error callback is given has become constant with libxml2 2.12. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *XmlError;
#else
typedef xmlErrorPtr XmlError;
#endif

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNG, xmlRelaxNGFree)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGParserCtxt, xmlRelaxNGFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGValidCtxt, xmlRelaxNGFreeValidCtxt)

G_DEFINE_QUARK (mtr-portfolio-xml-error-quark, mtr_portfolio_xml_error)

/* The reading of one file. Only the first refusal is kept: whatever follows is likely to follow from it. */
typedef struct {
  MtrCarriedPortfolio *portfolio;   /* (owned) (nullable) */
  GError              *refusal;     /* (owned) (nullable) */
  guint                n_elements;
} Reading;

/* ---- Refusing ------------------------------------------------------------------ */

static void refuse (Reading *reading, MtrPortfolioXmlError code, int line, const char *format, ...) G_GNUC_PRINTF (4, 5);

static void
refuse (Reading              *reading,
        MtrPortfolioXmlError  code,
        int                   line,
        const char           *format,
        ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  if (reading->refusal != NULL)
    return;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (line > 0)
    /* Translators: a line of a portfolio file, and a sentence that says what is wrong there. */
    reading->refusal = g_error_new (MTR_PORTFOLIO_XML_ERROR, code, _("Line %d: %s Nothing was changed."), line, reason);
  else
    /* Translators: a sentence that says why a portfolio file cannot be brought in. */
    reading->refusal = g_error_new (MTR_PORTFOLIO_XML_ERROR, code, _("%s Nothing was changed."), reason);
}

#define refuse_at(reading, node, ...) \
  refuse (reading, MTR_PORTFOLIO_XML_ERROR_INVALID, (int) xmlGetLineNo (node), __VA_ARGS__)

/* ---- Parsing and validating ------------------------------------------------------ */

static gboolean
is_about_entity (int code)
{
  return code == XML_ERR_UNDECLARED_ENTITY || code == XML_WAR_UNDECLARED_ENTITY || code == XML_ERR_ENTITY_LOOP ||
         code == XML_ERR_UNPARSED_ENTITY;
}

static void
parse_failed_cb (gpointer data,
                 XmlError xml_error)
{
  xmlParserCtxt *context = data;
  Reading *reading = context->_private;
  g_autofree char *text = NULL;

  if (is_about_entity (xml_error->code))
    refuse (reading, MTR_PORTFOLIO_XML_ERROR_FORBIDDEN, MAX (xml_error->line, 1),
            _("A portfolio may not have entities (&name;). Ask for it to be saved again by Mentoring."));
  if (xml_error->level < XML_ERR_ERROR)
    return;

  text = g_utf8_make_valid (xml_error->message != NULL ? xml_error->message : "", -1);
  refuse (reading, MTR_PORTFOLIO_XML_ERROR_MALFORMED, MAX (xml_error->line, 1),
          _("This is not well-formed XML (%s). The file may have been cut short or edited; ask for it again."),
          g_strstrip (text));
}

/* Called before anything inside the declaration is read. */
static void
document_type_cb (gpointer       data,
                  const xmlChar *name,
                  const xmlChar *external_id,
                  const xmlChar *system_id)
{
  xmlParserCtxt *context = data;

  refuse (context->_private, MTR_PORTFOLIO_XML_ERROR_FORBIDDEN, xmlSAX2GetLineNumber (context),
          _("A portfolio may not have a document type declaration (<!DOCTYPE …>). Ask for it to be saved again by "
            "Mentoring."));
  xmlStopParser (context);
}

static void
start_element_cb (gpointer        data,
                  const xmlChar  *name,
                  const xmlChar  *prefix,
                  const xmlChar  *uri,
                  int             n_namespaces,
                  const xmlChar **namespaces,
                  int             n_attributes,
                  int             n_defaulted,
                  const xmlChar **attributes)
{
  xmlParserCtxt *context = data;
  Reading *reading = context->_private;

  if (++reading->n_elements > MAX_ELEMENTS || context->nodeNr > MAX_DEPTH)
    {
      refuse (reading, MTR_PORTFOLIO_XML_ERROR_TOO_LARGE, xmlSAX2GetLineNumber (context),
              _("There are more parts in this file than any portfolio has."));
      xmlStopParser (context);
      return;
    }
  xmlSAX2StartElementNs (data, name, prefix, uri, n_namespaces, namespaces, n_attributes, n_defaulted, attributes);
}

static xmlDoc *
parse (Reading    *reading,
       const char *bytes,
       int         size)
{
  g_autoptr (xmlParserCtxt) context = xmlNewParserCtxt ();
  xmlDoc *document;

  context->_private = reading;
  context->sax->serror = parse_failed_cb;
  context->sax->internalSubset = document_type_cb;
  context->sax->startElementNs = start_element_cb;
  document = xmlCtxtReadMemory (context, bytes, size, NULL, "UTF-8", XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  if (document == NULL)
    refuse (reading, MTR_PORTFOLIO_XML_ERROR_MALFORMED, 1,
            _("This is not well-formed XML (%s). The file may have been cut short or edited; ask for it again."),
            _("no more is known"));

  return document;
}

/* The schema fails for another file, too; which one it is can be said better. */
static void
check_root (Reading *reading,
            xmlNode *root)
{
  const char *space = root->ns != NULL ? (const char *) root->ns->href : "";
  xmlChar *version = xmlGetNoNsProp (root, BAD_CAST "version");

  if (strcmp ((const char *) root->name, "portfolio") != 0 || !g_str_has_prefix (space, NAMESPACE_STEM))
    refuse (reading, MTR_PORTFOLIO_XML_ERROR_NOT_PORTFOLIO, 0,
            _("This is XML, but no portfolio of Mentoring. Choose a portfolio that was saved as XML."));
  else if (strcmp (space, MTR_PORTFOLIO_XML_NAMESPACE) != 0 || (version != NULL && g_strcmp0 ((const char *) version, MTR_PORTFOLIO_XML_VERSION) > 0))
    refuse (reading, MTR_PORTFOLIO_XML_ERROR_NEWER, 0,
            _("This portfolio was saved by a newer version of Mentoring. Update Mentoring to bring it in."));
  else if (version != NULL && g_strcmp0 ((const char *) version, MTR_PORTFOLIO_XML_VERSION) < 0)
    refuse (reading, MTR_PORTFOLIO_XML_ERROR_OLDER, 0,
            _("This portfolio was saved by an older version of Mentoring, before portfolios could be brought in. Open "
              "its programme in this version and save the portfolio again."));
  xmlFree (version);
}

static void
validation_failed_cb (gpointer data,
                      XmlError xml_error)
{
  g_autofree char *text = g_utf8_make_valid (xml_error->message != NULL ? xml_error->message : "", -1);

  refuse (data, MTR_PORTFOLIO_XML_ERROR_INVALID, MAX (xml_error->line, 1),
          _("This does not follow the schema of portfolios (%s)."), g_strstrip (text));
}

static void
validate (Reading *reading,
          xmlDoc  *document)
{
  g_autoptr (GBytes) source = g_resource_lookup_data (mtr_export_get_resource (), SCHEMA_PATH, 0, NULL);
  g_autoptr (xmlRelaxNGParserCtxt) parser = NULL;
  g_autoptr (xmlRelaxNG) schema = NULL;
  g_autoptr (xmlRelaxNGValidCtxt) context = NULL;

  parser = xmlRelaxNGNewMemParserCtxt (g_bytes_get_data (source, NULL), (int) g_bytes_get_size (source));
  schema = xmlRelaxNGParse (parser);
  g_assert (schema != NULL);
  context = xmlRelaxNGNewValidCtxt (schema);
  xmlRelaxNGSetValidStructuredErrors (context, validation_failed_cb, reading);
  if (xmlRelaxNGValidateDoc (context, document) != 0)
    refuse (reading, MTR_PORTFOLIO_XML_ERROR_INVALID, 1, _("This does not follow the schema of portfolios (%s)."),
            _("no more is known"));
}

/* ---- From elements to records ------------------------------------------------------ */

static char *
dup_content (xmlNode  *node,
             gboolean  strip)
{
  xmlChar *content = xmlNodeGetContent (node);
  char *copy = g_strdup ((const char *) content);

  xmlFree (content);

  return strip ? g_strstrip (copy) : copy;
}

static char *
dup_attribute (xmlNode    *node,
               const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  char *copy = g_strstrip (g_strdup (value != NULL ? (const char *) value : ""));

  xmlFree (value);

  return copy;
}

static char *
dup_table_name (xmlNode *node)
{
  return g_strdelimit (g_strdup ((const char *) node->name), "-", '_');
}

/* As whatever was typed is cleaned before it is kept, so nothing else is in a file of ours. */
static gboolean
is_text_of (MtrField    field,
            const char *content)
{
  gboolean has_lines = mtr_field_get_info (field)->type == MTR_TYPE_LONG;

  return mtr_text_is_clean (content) && (has_lines || strpbrk (content, "\t\n") == NULL);
}

static void
set_value (Reading   *reading,
           MtrRecord *record,
           MtrField   field,
           xmlNode   *node)
{
  g_autofree char *content = dup_content (node, !mtr_field_is_text (field));

  if (mtr_field_is_number (field))
    {
      mtr_record_set_number (record, field, g_ascii_strtoll (content, NULL, 10));
      return;
    }
  if ((gsize) g_utf8_strlen (content, -1) > mtr_field_get_max_length (field))
    refuse_at (reading, node, _("“%s” is longer than it may be."), mtr_field_get_label (field));
  if (!is_text_of (field, content))
    refuse_at (reading, node, _("“%s” has characters that no form of Mentoring takes."), mtr_field_get_label (field));
  mtr_record_set_text (record, field, content);
}

static MtrRecord *
add_record (Reading *reading,
            MtrKind  kind,
            xmlNode *node)
{
  MtrCarriedPortfolio *self = reading->portfolio;
  g_autofree char *id = dup_attribute (node, "id");
  MtrRecord *record = mtr_record_new (kind, g_ascii_strtoll (id, NULL, 10));

  if (mtr_carried_portfolio_find (self, kind, mtr_record_get_id (record)) != NULL)
    refuse_at (reading, node, _("The same %s is there a second time."), mtr_kind_get_label (kind));
  mtr_carried_portfolio_add (self, record, (guint) xmlGetLineNo (node));

  return record;
}

/* What an element belongs to is said in it, or is the element that it stands in; where it is both, they are the same. */
static void
set_parent (Reading   *reading,
            xmlNode   *node,
            MtrRecord *record,
            MtrRecord *parent)
{
  MtrField field = mtr_kind_get_info (mtr_record_get_kind (record))->parent_field;

  if (parent == NULL || field == MTR_FIELD_NONE ||
      mtr_field_get_info (field)->reference != mtr_record_get_kind (parent))
    return;
  if (!mtr_record_is_set (record, field))
    mtr_record_set_number (record, field, mtr_record_get_id (parent));
  else if (mtr_record_get_number (record, field) != mtr_record_get_id (parent))
    /* Translators: kinds of record, as in "Theme" and "Observation". */
    refuse_at (reading, node, _("%s: this stands in another %s than the one it names."),
               mtr_kind_get_label (mtr_record_get_kind (record)), mtr_kind_get_label (mtr_record_get_kind (parent)));
}

/* The schema has proved that each element is a field of the record, or a record that belongs to it. */
static MtrRecord *
read_record (Reading   *reading,
             MtrKind    kind,
             xmlNode   *node,
             MtrRecord *parent)
{
  MtrRecord *record = add_record (reading, kind, node);

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      g_autofree char *name = NULL;
      MtrField field;

      if (child->type != XML_ELEMENT_NODE)
        continue;
      name = dup_table_name (child);
      field = mtr_kind_find_field (kind, name);
      if (field != MTR_FIELD_NONE)
        set_value (reading, record, field, child);
      else if (kind != MTR_KIND_PORTFOLIO && mtr_kind_from_table (name) != MTR_KIND_NONE)
        read_record (reading, mtr_kind_from_table (name), child, record);
    }
  set_parent (reading, node, record, parent);

  return record;
}

static xmlNode *
find_child (xmlNode    *node,
            const char *name)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && strcmp ((const char *) child->name, name) == 0)
      return child;

  return NULL;
}

static void
read_left_out (Reading   *reading,
               xmlNode   *node,
               MtrRecord *portfolio)
{
  g_autofree char *table = dup_attribute (node, "kind");
  MtrRecord *record = read_record (reading, mtr_kind_from_table (table), node, portfolio);

  if (mtr_record_get_kind (record) == MTR_KIND_OBSERVATION)
    mtr_record_set_number (record, MTR_OBSERVATION_OBSERVED_ID,
                           mtr_record_get_number (portfolio, MTR_PORTFOLIO_PERSON_ID));
  mtr_carried_portfolio_leave_out (reading->portfolio, record);
}

static void
read_origin (Reading *reading,
             xmlNode *root)
{
  xmlNode *scheme = find_child (root, "scheme");
  xmlNode *programme = find_child (root, "programme");
  MtrCarriedOrigin origin = {
    .pack = dup_attribute (scheme, "id"),
    .pack_version = dup_attribute (scheme, "version"),
    .pack_title = dup_content (scheme, TRUE),
    .as_at = dup_attribute (root, "as-at"),
  };

  if (programme != NULL)
    {
      xmlNode *title = find_child (programme, "title");

      origin.programme = dup_content (title, FALSE);
      if ((gsize) g_utf8_strlen (origin.programme, -1) > mtr_field_get_max_length (MTR_PORTFOLIO_CARRIED_FROM))
        refuse_at (reading, title, _("“%s” is longer than it may be."), mtr_field_get_label (MTR_PROGRAMME_TITLE));
    }
  reading->portfolio = mtr_carried_portfolio_new (&origin);
}

static void
read_root (Reading *reading,
           xmlNode *root)
{
  MtrRecord *portfolio = read_record (reading, MTR_KIND_PORTFOLIO, root, NULL);

  if (!mtr_record_text_is (portfolio, MTR_PORTFOLIO_PACK, mtr_carried_portfolio_get_origin (reading->portfolio)->pack))
    refuse_at (reading, find_child (root, "scheme"), _("The scheme is not that of the portfolio."));

  for (xmlNode *child = root->children; child != NULL; child = child->next)
    {
      g_autofree char *table = NULL;
      MtrKind kind;

      if (child->type != XML_ELEMENT_NODE || strcmp ((const char *) child->name, "programme") == 0)
        continue;
      table = dup_table_name (child);
      kind = mtr_kind_from_table (table);
      if (strcmp ((const char *) child->name, "left-out") == 0)
        read_left_out (reading, child, portfolio);
      else if (kind != MTR_KIND_NONE)
        read_record (reading, kind, child, portfolio);
    }
}

/* ---- Whether the records belong together --------------------------------------------- */

static void
check_record (Reading   *reading,
              MtrRecord *record)
{
  MtrCarriedPortfolio *self = reading->portfolio;
  const MtrKindInfo *info = mtr_kind_get_info (mtr_record_get_kind (record));
  int line = (int) mtr_carried_portfolio_get_line (self, record);
  g_autoptr (MtrProblem) missing = NULL;

  if (!mtr_carried_portfolio_is_left_out (self, record))
    missing = mtr_check_record_complete (record);
  if (missing != NULL)
    refuse (reading, MTR_PORTFOLIO_XML_ERROR_INVALID, line, _("“%s” is missing."), mtr_field_get_label (missing->field));
  for (int field = info->first_field; field <= (int) info->last_field; field++)
    {
      MtrKind reference = mtr_field_get_info (field)->reference;

      /* A pairing that has ended is not in the file; what was signed in it is. */
      if (reference == MTR_KIND_NONE || reference == MTR_KIND_PAIRING || !mtr_record_is_set (record, field) ||
          mtr_carried_portfolio_find (self, reference, mtr_record_get_number (record, field)) != NULL)
        continue;
      if (field == MTR_EVIDENCE_OBSERVATION_ID && mtr_carried_portfolio_is_left_out (self, record))
        {
          /* Of an observation that is not in the file the item cannot be part of the portfolio either. */
          mtr_record_clear (record, field);
          mtr_record_clear (record, MTR_EVIDENCE_INCLUDED);
        }
      else
        /* Translators: a kind of record, as in "Person", and the label of a field, as in "Mentor". */
        refuse (reading, MTR_PORTFOLIO_XML_ERROR_INVALID, line, _("What “%2$s” names (%1$s) is not in the file."),
                mtr_kind_get_label (reference), mtr_field_get_label (field));
    }
}

/* Whether @person is their own line manager, directly or by way of others. No way up is longer than all records. */
static gboolean
manages_themselves (MtrCarriedPortfolio *self,
                    MtrRecord           *person)
{
  guint n_records = mtr_carried_portfolio_get_records (self)->len;
  MtrRecord *above = person;

  for (guint i = 0; i < n_records; i++)
    {
      above = mtr_carried_portfolio_find (self, MTR_KIND_PERSON,
                                          mtr_record_get_number (above, MTR_PERSON_LINE_MANAGER_ID));
      if (above == NULL || above == person)
        break;
    }

  return above == person;
}

/* What no form of ours lets anybody enter, whenever it was: the same person on both sides. */
static void
check_people (Reading   *reading,
              MtrRecord *record)
{
  MtrCarriedPortfolio *self = reading->portfolio;
  int line = (int) mtr_carried_portfolio_get_line (self, record);

  if (mtr_record_get_kind (record) == MTR_KIND_PERSON && manages_themselves (self, record))
    {
      refuse (reading, MTR_PORTFOLIO_XML_ERROR_INVALID, line,
              _("Nobody is their own line manager, directly or by way of others."));
    }
  else if (mtr_record_get_kind (record) == MTR_KIND_OBSERVATION &&
           mtr_record_is_set (record, MTR_OBSERVATION_OBSERVER_ID) &&
           mtr_record_get_number (record, MTR_OBSERVATION_OBSERVER_ID) ==
             mtr_record_get_number (record, MTR_OBSERVATION_OBSERVED_ID))
    {
      refuse (reading, MTR_PORTFOLIO_XML_ERROR_INVALID, line, _("Nobody observes themselves."));
    }
  else if (mtr_record_get_kind (record) == MTR_KIND_MEMBER &&
           mtr_record_text_is (record, MTR_MEMBER_ROLE, MTR_ROLE_MENTEE))
    {
      MtrRecord *pairing = mtr_carried_portfolio_find (self, MTR_KIND_PAIRING,
                                                       mtr_record_get_number (record, MTR_MEMBER_PAIRING_ID));
      gint64 person_id = mtr_record_get_number (record, MTR_MEMBER_PERSON_ID);

      if (pairing != NULL && mtr_record_get_number (pairing, MTR_PAIRING_MENTOR_ID) == person_id)
        refuse (reading, MTR_PORTFOLIO_XML_ERROR_INVALID, line, _("Nobody is their own mentor."));
      else if (pairing != NULL && mtr_record_get_number (pairing, MTR_PAIRING_LINE_MANAGER_ID) == person_id)
        refuse (reading, MTR_PORTFOLIO_XML_ERROR_INVALID, line,
                _("Nobody is their own line manager, directly or by way of others."));
    }
}

/* The first bytes of what programs that compress write. */
static gboolean
is_compressed (const guint8 *bytes,
               gsize         size)
{
  static const struct {
    const char *magic;
    gsize       length;
  } formats[] = {
    { "\x1f\x8b", 2 }, { "BZh", 3 }, { "\xfd" "7zXZ", 5 }, { "PK\x03\x04", 4 }, { "\x28\xb5\x2f\xfd", 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (size >= formats[i].length && memcmp (bytes, formats[i].magic, formats[i].length) == 0)
      return TRUE;

  return FALSE;
}

static guint
count_lines (const char *text,
             const char *end)
{
  guint line = 1;

  for (; text < end; text++)
    if (*text == '\n')
      line++;

  return line;
}

static void
check_bytes (Reading    *reading,
             const char *bytes,
             gsize       size)
{
  const char *end;

  if (size > MTR_PORTFOLIO_XML_MAX_SIZE)
    refuse (reading, MTR_PORTFOLIO_XML_ERROR_TOO_LARGE, 0,
            _("This file is larger than %d MB. No portfolio is that large."), MTR_PORTFOLIO_XML_MAX_SIZE / (1024 * 1024));
  else if (size == 0)
    refuse (reading, MTR_PORTFOLIO_XML_ERROR_EMPTY, 0, _("This file is empty. Ask for it again."));
  else if (is_compressed ((const guint8 *) bytes, size))
    refuse (reading, MTR_PORTFOLIO_XML_ERROR_COMPRESSED, 0,
            _("This file is compressed. Unpack it first, then choose the portfolio that was in it."));
  else if (!g_utf8_validate (bytes, (gssize) size, &end))
    refuse (reading, MTR_PORTFOLIO_XML_ERROR_ENCODING, (int) count_lines (bytes, end),
            _("This is not text in UTF-8, as a portfolio is. Ask for it to be saved again by Mentoring."));
}

/* All that is proved before anything is made of the elements. */
static xmlDoc *
read_document (Reading *reading,
               GBytes  *xml)
{
  xmlDoc *document = NULL;
  gsize size;
  const char *bytes = g_bytes_get_data (xml, &size);

  check_bytes (reading, bytes, size);
  if (reading->refusal == NULL)
    document = parse (reading, bytes, (int) size);
  if (reading->refusal == NULL)
    check_root (reading, xmlDocGetRootElement (document));
  if (reading->refusal == NULL)
    validate (reading, document);

  return document;
}

static gboolean
finish (Reading  *reading,
        GError  **error)
{
  if (reading->refusal == NULL)
    return TRUE;

  g_clear_object (&reading->portfolio);
  g_propagate_error (error, reading->refusal);

  return FALSE;
}

/**
 * mtr_portfolio_xml_validate:
 * @xml: the bytes of a portfolio file
 * @error: return location for an error of %MTR_PORTFOLIO_XML_ERROR: the line, and what is wrong there
 *
 * May be called in any thread.
 *
 * Returns: whether they follow our schema
 */
gboolean
mtr_portfolio_xml_validate (GBytes  *xml,
                            GError **error)
{
  Reading reading = { NULL };

  xmlFreeDoc (read_document (&reading, xml));

  return finish (&reading, error);
}

/**
 * mtr_portfolio_xml_read:
 * @xml: the bytes of a portfolio file
 * @error: return location for an error of %MTR_PORTFOLIO_XML_ERROR: the line, and what is wrong there
 *
 * May be called in any thread.
 *
 * Returns: (transfer full) (nullable): what is in it
 */
MtrCarriedPortfolio *
mtr_portfolio_xml_read (GBytes  *xml,
                        GError **error)
{
  Reading reading = { NULL };
  g_autoptr (xmlDoc) document = read_document (&reading, xml);

  if (reading.refusal == NULL)
    {
      GPtrArray *records;

      read_origin (&reading, xmlDocGetRootElement (document));
      read_root (&reading, xmlDocGetRootElement (document));
      records = mtr_carried_portfolio_get_records (reading.portfolio);
      for (guint i = 0; reading.refusal == NULL && i < records->len; i++)
        {
          check_record (&reading, g_ptr_array_index (records, i));
          check_people (&reading, g_ptr_array_index (records, i));
        }
    }

  return finish (&reading, error) ? reading.portfolio : NULL;
}

/**
 * mtr_portfolio_xml_read_file:
 * @file: a file
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Reads no more of a file than a portfolio may have, whatever it is.
 *
 * Returns: (transfer full) (nullable): what is in it
 */
MtrCarriedPortfolio *
mtr_portfolio_xml_read_file (GFile         *file,
                                     GCancellable  *cancellable,
                                     GError       **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &local_error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) xml = NULL;
  gssize n_read = 1;

  while (stream != NULL && n_read > 0 && bytes->len <= MTR_PORTFOLIO_XML_MAX_SIZE)
    {
      static const guint step = 256 * 1024;
      guint length = bytes->len;

      g_byte_array_set_size (bytes, length + step);
      n_read = g_input_stream_read (G_INPUT_STREAM (stream), bytes->data + length, step, cancellable, &local_error);
      g_byte_array_set_size (bytes, length + (guint) MAX (n_read, 0));
    }
  if (local_error != NULL)
    {
      if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error (error, MTR_PORTFOLIO_XML_ERROR, MTR_PORTFOLIO_XML_ERROR_FILE,
                     _("The file cannot be read: %s. Nothing was changed."), local_error->message);
      return NULL;
    }
  xml = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

  return mtr_portfolio_xml_read (xml, error);
}
