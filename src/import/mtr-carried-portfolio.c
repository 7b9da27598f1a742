/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a portfolio file in three passes, each of which may trust what the one
 * before it has proved: the parser, which stops at what no portfolio may
 * contain; our own schema over the tree; and the walk that makes records of
 * the elements and looks whether they belong together. The bytes may come from
 * anybody, so libxml2 is given memory and never a name, and it neither
 * fetches, expands, includes nor decompresses.
 */

#include "mtr-carried-portfolio.h"

#include "mtr-import-resources.h"
#include "mtr-pairing.h"

#include <glib/gi18n-lib.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <string.h>

#define SCHEMA_PATH "/com/example/Mentoring/import/portfolio.rng"

#define NAMESPACE_STEM "urn:example:mentoring:portfolio:"
#define NAMESPACE NAMESPACE_STEM "1"
#define VERSION "1.1"

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

struct _MtrCarriedPortfolio {
  GObject     parent_instance;

  char       *pack;           /* (owned) */
  char       *pack_version;   /* (owned) */
  char       *pack_title;     /* (owned) */
  char       *as_at;          /* (owned): ISO date */
  char       *programme;      /* (owned) (nullable) */
  GPtrArray  *records;        /* (owned) (element-type MtrRecord): in the order of the file */
  GHashTable *lines;          /* (owned) (element-type MtrRecord guint) */
  GHashTable *by_id[MTR_N_KINDS];  /* (owned) (nullable) (element-type gint64 MtrRecord): unowned */
  GHashTable *left_out;       /* (owned) (element-type MtrRecord): those that are only named */
};

G_DEFINE_FINAL_TYPE (MtrCarriedPortfolio, mtr_carried_portfolio, G_TYPE_OBJECT)

/* The reading of one file. Only the first refusal is kept: whatever follows is likely to follow from it. */
typedef struct {
  MtrCarriedPortfolio *portfolio;   /* (owned) (nullable) */
  GError              *refusal;     /* (owned) (nullable) */
  guint                n_elements;
} Reading;

static void
mtr_carried_portfolio_finalize (GObject *object)
{
  MtrCarriedPortfolio *self = MTR_CARRIED_PORTFOLIO (object);

  g_free (self->pack);
  g_free (self->pack_version);
  g_free (self->pack_title);
  g_free (self->as_at);
  g_free (self->programme);
  g_hash_table_unref (self->lines);
  g_hash_table_unref (self->left_out);
  for (int kind = 0; kind < MTR_N_KINDS; kind++)
    g_clear_pointer (&self->by_id[kind], g_hash_table_unref);
  g_ptr_array_unref (self->records);

  G_OBJECT_CLASS (mtr_carried_portfolio_parent_class)->finalize (object);
}

static void
mtr_carried_portfolio_class_init (MtrCarriedPortfolioClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mtr_carried_portfolio_finalize;
}

static void
mtr_carried_portfolio_init (MtrCarriedPortfolio *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->lines = g_hash_table_new (NULL, NULL);
  self->left_out = g_hash_table_new (NULL, NULL);
}

/* ---- Refusing ------------------------------------------------------------------ */

static void refuse (Reading *reading, MtrImportError code, int line, const char *format, ...) G_GNUC_PRINTF (4, 5);

static void
refuse (Reading        *reading,
        MtrImportError  code,
        int             line,
        const char     *format,
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
    reading->refusal = g_error_new (MTR_IMPORT_ERROR, code, _("Line %d: %s Nothing was changed."), line, reason);
  else
    /* Translators: a sentence that says why a portfolio file cannot be brought in. */
    reading->refusal = g_error_new (MTR_IMPORT_ERROR, code, _("%s Nothing was changed."), reason);
}

#define refuse_at(reading, node, ...) \
  refuse (reading, MTR_IMPORT_ERROR_INVALID, (int) xmlGetLineNo (node), __VA_ARGS__)

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
    refuse (reading, MTR_IMPORT_ERROR_FORBIDDEN, MAX (xml_error->line, 1),
            _("A portfolio may not have entities (&name;). Ask for it to be saved again by Mentoring."));
  if (xml_error->level < XML_ERR_ERROR)
    return;

  text = g_utf8_make_valid (xml_error->message != NULL ? xml_error->message : "", -1);
  refuse (reading, MTR_IMPORT_ERROR_MALFORMED, MAX (xml_error->line, 1),
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

  refuse (context->_private, MTR_IMPORT_ERROR_FORBIDDEN, xmlSAX2GetLineNumber (context),
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
      refuse (reading, MTR_IMPORT_ERROR_TOO_LARGE, xmlSAX2GetLineNumber (context),
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
    refuse (reading, MTR_IMPORT_ERROR_MALFORMED, 1,
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
    refuse (reading, MTR_IMPORT_ERROR_NOT_PORTFOLIO, 0,
            _("This is XML, but no portfolio of Mentoring. Choose a portfolio that was saved as XML."));
  else if (strcmp (space, NAMESPACE) != 0 || (version != NULL && g_strcmp0 ((const char *) version, VERSION) > 0))
    refuse (reading, MTR_IMPORT_ERROR_NEWER, 0,
            _("This portfolio was saved by a newer version of Mentoring. Update Mentoring to bring it in."));
  else if (version != NULL && g_strcmp0 ((const char *) version, VERSION) < 0)
    refuse (reading, MTR_IMPORT_ERROR_OLDER, 0,
            _("This portfolio was saved by an older version of Mentoring, before portfolios could be brought in. Open "
              "its programme in this version and save the portfolio again."));
  xmlFree (version);
}

static void
validation_failed_cb (gpointer data,
                      XmlError xml_error)
{
  g_autofree char *text = g_utf8_make_valid (xml_error->message != NULL ? xml_error->message : "", -1);

  refuse (data, MTR_IMPORT_ERROR_INVALID, MAX (xml_error->line, 1),
          _("This does not follow the schema of portfolios (%s)."), g_strstrip (text));
}

static void
validate (Reading *reading,
          xmlDoc  *document)
{
  g_autoptr (GBytes) source = g_resource_lookup_data (mtr_import_get_resource (), SCHEMA_PATH, 0, NULL);
  g_autoptr (xmlRelaxNGParserCtxt) parser = NULL;
  g_autoptr (xmlRelaxNG) schema = NULL;
  g_autoptr (xmlRelaxNGValidCtxt) context = NULL;

  parser = xmlRelaxNGNewMemParserCtxt (g_bytes_get_data (source, NULL), (int) g_bytes_get_size (source));
  schema = xmlRelaxNGParse (parser);
  g_assert (schema != NULL);
  context = xmlRelaxNGNewValidCtxt (schema);
  xmlRelaxNGSetValidStructuredErrors (context, validation_failed_cb, reading);
  if (xmlRelaxNGValidateDoc (context, document) != 0)
    refuse (reading, MTR_IMPORT_ERROR_INVALID, 1, _("This does not follow the schema of portfolios (%s)."),
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
  mtr_record_set_text (record, field, content);
}

static MtrRecord *
add_record (Reading *reading,
            MtrKind  kind,
            xmlNode *node)
{
  MtrCarriedPortfolio *self = reading->portfolio;
  g_autofree char *id = dup_attribute (node, "id");
  gint64 *key;
  MtrRecord *record = mtr_record_new (kind, g_ascii_strtoll (id, NULL, 10));

  if (mtr_carried_portfolio_find (self, kind, mtr_record_get_id (record)) != NULL)
    refuse_at (reading, node, _("The same %s is there a second time."), mtr_kind_get_label (kind));
  if (self->by_id[kind] == NULL)
    self->by_id[kind] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  key = g_new (gint64, 1);
  *key = mtr_record_get_id (record);
  g_hash_table_insert (self->by_id[kind], key, record);
  g_ptr_array_add (self->records, record);
  g_hash_table_insert (self->lines, record, GUINT_TO_POINTER ((guint) xmlGetLineNo (node)));

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
  g_hash_table_add (reading->portfolio->left_out, record);
}

static void
read_root (Reading *reading,
           xmlNode *root)
{
  MtrCarriedPortfolio *self = reading->portfolio;
  MtrRecord *portfolio = read_record (reading, MTR_KIND_PORTFOLIO, root, NULL);
  xmlNode *scheme = find_child (root, "scheme");
  xmlNode *programme = find_child (root, "programme");

  self->as_at = dup_attribute (root, "as-at");
  self->pack = dup_attribute (scheme, "id");
  self->pack_version = dup_attribute (scheme, "version");
  self->pack_title = dup_content (scheme, TRUE);
  if (programme != NULL)
    {
      xmlNode *title = find_child (programme, "title");

      self->programme = dup_content (title, FALSE);
      if ((gsize) g_utf8_strlen (self->programme, -1) > mtr_field_get_max_length (MTR_PORTFOLIO_CARRIED_FROM))
        refuse_at (reading, title, _("“%s” is longer than it may be."), mtr_field_get_label (MTR_PROGRAMME_TITLE));
    }
  if (!mtr_record_text_is (portfolio, MTR_PORTFOLIO_PACK, self->pack))
    refuse_at (reading, scheme, _("The scheme is not that of the portfolio."));

  for (xmlNode *child = root->children; child != NULL; child = child->next)
    {
      g_autofree char *table = NULL;
      MtrKind kind;

      if (child->type != XML_ELEMENT_NODE || child == programme)
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
        refuse (reading, MTR_IMPORT_ERROR_INVALID, line, _("What “%2$s” names (%1$s) is not in the file."),
                mtr_kind_get_label (reference), mtr_field_get_label (field));
    }
}

/* Whether @person is their own line manager, directly or by way of others. No way up is longer than all records. */
static gboolean
manages_themselves (MtrCarriedPortfolio *self,
                    MtrRecord           *person)
{
  MtrRecord *above = person;

  for (guint i = 0; i < self->records->len; i++)
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
      refuse (reading, MTR_IMPORT_ERROR_INVALID, line,
              _("Nobody is their own line manager, directly or by way of others."));
    }
  else if (mtr_record_get_kind (record) == MTR_KIND_OBSERVATION &&
           mtr_record_is_set (record, MTR_OBSERVATION_OBSERVER_ID) &&
           mtr_record_get_number (record, MTR_OBSERVATION_OBSERVER_ID) ==
             mtr_record_get_number (record, MTR_OBSERVATION_OBSERVED_ID))
    {
      refuse (reading, MTR_IMPORT_ERROR_INVALID, line, _("Nobody observes themselves."));
    }
  else if (mtr_record_get_kind (record) == MTR_KIND_MEMBER &&
           mtr_record_text_is (record, MTR_MEMBER_ROLE, MTR_ROLE_MENTEE))
    {
      MtrRecord *pairing = mtr_carried_portfolio_find (self, MTR_KIND_PAIRING,
                                                       mtr_record_get_number (record, MTR_MEMBER_PAIRING_ID));
      gint64 person_id = mtr_record_get_number (record, MTR_MEMBER_PERSON_ID);

      if (pairing != NULL && mtr_record_get_number (pairing, MTR_PAIRING_MENTOR_ID) == person_id)
        refuse (reading, MTR_IMPORT_ERROR_INVALID, line, _("Nobody is their own mentor."));
      else if (pairing != NULL && mtr_record_get_number (pairing, MTR_PAIRING_LINE_MANAGER_ID) == person_id)
        refuse (reading, MTR_IMPORT_ERROR_INVALID, line,
                _("Nobody is their own line manager, directly or by way of others."));
    }
}

static MtrCarriedPortfolio *
finish (Reading  *reading,
        GError  **error)
{
  if (reading->refusal != NULL)
    {
      g_clear_object (&reading->portfolio);
      g_propagate_error (error, reading->refusal);
    }

  return reading->portfolio;
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

static gboolean
check_bytes (Reading    *reading,
             const char *bytes,
             gsize       size)
{
  const char *end;

  if (size > MTR_CARRIED_PORTFOLIO_MAX_SIZE)
    refuse (reading, MTR_IMPORT_ERROR_TOO_LARGE, 0, _("This file is larger than %d MB. No portfolio is that large."),
            MTR_CARRIED_PORTFOLIO_MAX_SIZE / (1024 * 1024));
  else if (size == 0)
    refuse (reading, MTR_IMPORT_ERROR_EMPTY, 0, _("This file is empty. Ask for it again."));
  else if (is_compressed ((const guint8 *) bytes, size))
    refuse (reading, MTR_IMPORT_ERROR_COMPRESSED, 0,
            _("This file is compressed. Unpack it first, then choose the portfolio that was in it."));
  else if (!g_utf8_validate (bytes, (gssize) size, &end))
    refuse (reading, MTR_IMPORT_ERROR_ENCODING, (int) count_lines (bytes, end),
            _("This is not text in UTF-8, as a portfolio is. Ask for it to be saved again by Mentoring."));

  return reading->refusal == NULL;
}

/**
 * mtr_carried_portfolio_new:
 * @xml: the bytes of a portfolio file
 * @error: return location for an error: the line, and what is wrong there; see #MtrImportError
 *
 * May be called in any thread.
 *
 * Returns: (transfer full) (nullable): what is in it
 */
MtrCarriedPortfolio *
mtr_carried_portfolio_new (GBytes  *xml,
                           GError **error)
{
  Reading reading = { NULL };
  g_autoptr (xmlDoc) document = NULL;
  gsize size;
  const char *bytes = g_bytes_get_data (xml, &size);

  if (check_bytes (&reading, bytes, size))
    document = parse (&reading, bytes, (int) size);
  if (reading.refusal == NULL)
    check_root (&reading, xmlDocGetRootElement (document));
  if (reading.refusal == NULL)
    validate (&reading, document);
  if (reading.refusal == NULL)
    {
      reading.portfolio = g_object_new (MTR_TYPE_CARRIED_PORTFOLIO, NULL);
      read_root (&reading, xmlDocGetRootElement (document));
      for (guint i = 0; reading.refusal == NULL && i < reading.portfolio->records->len; i++)
        {
          MtrRecord *record = g_ptr_array_index (reading.portfolio->records, i);

          check_record (&reading, record);
          check_people (&reading, record);
        }
    }

  return finish (&reading, error);
}

/**
 * mtr_carried_portfolio_new_from_file:
 * @file: a file
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Reads no more of a file than a portfolio may have, whatever it is.
 *
 * Returns: (transfer full) (nullable): what is in it
 */
MtrCarriedPortfolio *
mtr_carried_portfolio_new_from_file (GFile         *file,
                                     GCancellable  *cancellable,
                                     GError       **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &local_error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) xml = NULL;
  gssize n_read = 1;

  while (stream != NULL && n_read > 0 && bytes->len <= MTR_CARRIED_PORTFOLIO_MAX_SIZE)
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
        g_set_error (error, MTR_IMPORT_ERROR, MTR_IMPORT_ERROR_FILE,
                     _("The file cannot be read: %s. Nothing was changed."), local_error->message);
      return NULL;
    }
  xml = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

  return mtr_carried_portfolio_new (xml, error);
}

/**
 * mtr_carried_portfolio_get_pack:
 * @self: a portfolio
 *
 * Returns: (transfer none): the id of its scheme
 */
const char *
mtr_carried_portfolio_get_pack (MtrCarriedPortfolio *self)
{
  return self->pack;
}

/**
 * mtr_carried_portfolio_get_pack_version:
 * @self: a portfolio
 *
 * Returns: (transfer none): the version of the scheme that it was saved with
 */
const char *
mtr_carried_portfolio_get_pack_version (MtrCarriedPortfolio *self)
{
  return self->pack_version;
}

/**
 * mtr_carried_portfolio_get_pack_title:
 * @self: a portfolio
 *
 * Returns: (transfer none): what the scheme is called where it comes from
 */
const char *
mtr_carried_portfolio_get_pack_title (MtrCarriedPortfolio *self)
{
  return self->pack_title;
}

/**
 * mtr_carried_portfolio_get_as_at:
 * @self: a portfolio
 *
 * Returns: (transfer none): the ISO date it was saved on
 */
const char *
mtr_carried_portfolio_get_as_at (MtrCarriedPortfolio *self)
{
  return self->as_at;
}

/**
 * mtr_carried_portfolio_get_programme:
 * @self: a portfolio
 *
 * Returns: (transfer none) (nullable): the programme it was begun in
 */
const char *
mtr_carried_portfolio_get_programme (MtrCarriedPortfolio *self)
{
  return self->programme;
}

/**
 * mtr_carried_portfolio_get_records:
 * @self: a portfolio
 *
 * Returns: (transfer none) (element-type MtrRecord): its records, the portfolio itself first; those that were left out of
 *   it have the facts that say why
 */
GPtrArray *
mtr_carried_portfolio_get_records (MtrCarriedPortfolio *self)
{
  return self->records;
}

/**
 * mtr_carried_portfolio_is_left_out:
 * @self: a portfolio
 * @record: one of its records
 *
 * Returns: whether it is only named in the portfolio, and has no more than the facts that say why
 */
gboolean
mtr_carried_portfolio_is_left_out (MtrCarriedPortfolio *self,
                                   MtrRecord           *record)
{
  return g_hash_table_contains (self->left_out, record);
}

/**
 * mtr_carried_portfolio_get_line:
 * @self: a portfolio
 * @record: one of its records
 *
 * Returns: the line of the file it begins on, from 1
 */
guint
mtr_carried_portfolio_get_line (MtrCarriedPortfolio *self,
                                MtrRecord           *record)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->lines, record));
}

/**
 * mtr_carried_portfolio_find:
 * @self: a portfolio
 * @kind: a kind of record
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the record
 */
MtrRecord *
mtr_carried_portfolio_find (MtrCarriedPortfolio *self,
                            MtrKind              kind,
                            gint64               id)
{
  return self->by_id[kind] != NULL ? g_hash_table_lookup (self->by_id[kind], &id) : NULL;
}
