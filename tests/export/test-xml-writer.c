/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Portfolio files: what may not be written is refused before it is, what does
 * not fit the schema replaces nothing, and a file is replaced whole or not at
 * all.
 */

#include "mtr-file-replace.h"
#include "mtr-portfolio-xml-reader.h"
#include "mtr-portfolio-xml-writer.h"
#include "mtr-tool.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static gboolean disk_is_full;

/* GLib's own writing comes through here, so that a test can fill the disk. */
ssize_t
write (int         file,
       const void *bytes,
       size_t      size)
{
  if (disk_is_full && file > STDERR_FILENO)
    {
      errno = ENOSPC;
      return -1;
    }

  return syscall (SYS_write, file, bytes, size);
}

static void
add_fact (MtrNode    *node,
          const char *name,
          const char *value)
{
  mtr_node_set_name (mtr_node_add (node, MTR_NODE_DATA, value), name);
}

static MtrDocument *
create_document (const char *text)
{
  GDate as_at;
  MtrDocument *document;
  MtrNode *root, *node;

  g_date_clear (&as_at, 1);
  g_date_set_dmy (&as_at, 21, 11, 2026);
  document = mtr_document_new ("A portfolio", "en-GB", &as_at);
  root = mtr_document_get_root (document);
  mtr_node_set_attribute (root, "id", "7");
  mtr_node_set_attribute (root, "as-at", "2026-11-21");
  mtr_node_set_attribute (root, "ready", "true");
  add_fact (root, "person-id", "1");
  add_fact (root, "pairing-id", "2");
  add_fact (root, "pack", "a-pack");
  node = mtr_node_add (root, MTR_NODE_DATA, text);
  mtr_node_set_name (node, "scheme");
  mtr_node_set_attribute (node, "id", "a-pack");
  mtr_node_set_attribute (node, "version", "1");
  mtr_node_add_paragraph (root, "Only shown.");

  return document;
}

static void
test_writer_texts (void)
{
  static const struct {
    const char *text;
    const char *written;   /* NULL: refused */
  } cases[] = {
    { "Plain", ">Plain<" },
    { "<a> & b ]]> -- \"c\" 'd'", ">&lt;a&gt; &amp; b ]]&gt; -- &quot;c&quot; 'd'<" },
    { "two\nlines\tand a tab", ">two\nlines\tand a tab<" },
    { "السلام 😀 e\xcc\x81", ">السلام 😀 e\xcc\x81<" },
    { "\xef\xbf\xbd", ">\xef\xbf\xbd<" },
    { "from Word\x0b", NULL },
    { "\x01", NULL },
    { "\x1f", NULL },
    { "not UTF-8: \xff", NULL },
    { "half a letter: \xc3", NULL },
    { "a surrogate: \xed\xa0\x80", NULL },
    { "not a character: \xef\xbf\xbe", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MtrDocument) document = create_document (cases[i].text);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) xml = mtr_portfolio_xml_write (document, &error);
      g_autofree char *text = NULL;

      if (cases[i].written == NULL)
        {
          g_assert_error (error, MTR_EXPORT_ERROR, MTR_EXPORT_ERROR_TEXT);
          g_assert_null (xml);
          continue;
        }
      g_assert_no_error (error);
      text = g_strndup (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml));
      g_assert_nonnull (strstr (text, cases[i].written));
      g_assert_null (strstr (text, "Only shown."));
      g_assert_true (g_str_has_prefix (text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
      g_assert_nonnull (strstr (text, "xmlns=\"urn:example:mentoring:portfolio:1\" version=\"1.1\""));
    }
}

static void
test_writer_schema (void)
{
  g_autoptr (MtrDocument) document = create_document ("A pack");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) xml = NULL;

  /* The writer of libxml2 takes any name. */
  add_fact (mtr_document_get_root (document), "1 bad<", "text");
  xml = mtr_portfolio_xml_write (document, &error);
  g_assert_null (xml);
  g_assert_error (error, MTR_EXPORT_ERROR, MTR_EXPORT_ERROR_INVALID);
  g_clear_error (&error);

  g_clear_object (&document);
  document = create_document ("A pack");
  add_fact (mtr_document_get_root (document), "diary", "What was said in confidence");
  xml = mtr_portfolio_xml_write (document, &error);
  g_assert_null (xml);
  g_assert_error (error, MTR_EXPORT_ERROR, MTR_EXPORT_ERROR_INVALID);
}

static void
test_writer_hostile (void)
{
  static const struct {
    const char           *xml;
    MtrPortfolioXmlError  code;
    const char           *says;
  } files[] = {
    { "", MTR_PORTFOLIO_XML_ERROR_EMPTY, "empty" },
    { "\x1f\x8b" "gzip", MTR_PORTFOLIO_XML_ERROR_COMPRESSED, "Unpack" },
    { "<a>\n\xff</a>", MTR_PORTFOLIO_XML_ERROR_ENCODING, "Line 2" },
    { "not XML", MTR_PORTFOLIO_XML_ERROR_MALFORMED, "Line 1" },
    { "<portfolio/>", MTR_PORTFOLIO_XML_ERROR_NOT_PORTFOLIO, "no portfolio" },
    { "<!DOCTYPE portfolio [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><portfolio>&a;</portfolio>",
      MTR_PORTFOLIO_XML_ERROR_FORBIDDEN, "DOCTYPE" },
    { "<portfolio xmlns='urn:example:mentoring:portfolio:2'/>", MTR_PORTFOLIO_XML_ERROR_NEWER, "newer" },
    { "<portfolio xmlns='urn:example:mentoring:portfolio:1' version='1.0'/>", MTR_PORTFOLIO_XML_ERROR_OLDER, "older" },
    { "<portfolio xmlns='urn:example:mentoring:portfolio:1'\nversion='1.1'/>", MTR_PORTFOLIO_XML_ERROR_INVALID,
      "schema" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) xml = g_bytes_new_static (files[i].xml, strlen (files[i].xml));
      g_autoptr (GError) error = NULL;

      g_assert_false (mtr_portfolio_xml_validate (xml, &error));
      g_assert_error (error, MTR_PORTFOLIO_XML_ERROR, (int) files[i].code);
      g_assert_nonnull (strstr (error->message, files[i].says));
      g_assert_nonnull (strstr (error->message, "Nothing was changed."));
    }
}

static void
assert_content (const char *path,
                const char *expected)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

static void
test_replace_whole (void)
{
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a portfolio.xml", NULL);
  g_autofree char *link = g_build_filename (folder, "link.xml", NULL);
  g_autoptr (GBytes) old = g_bytes_new_static ("old", 3);
  g_autoptr (GBytes) new = g_bytes_new_static ("new and longer", 14);
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  g_assert_true (mtr_file_replace (path, old, &error));
  assert_content (path, "old");
  g_assert_true (mtr_file_replace (path, new, &error));
  g_assert_no_error (error);
  assert_content (path, "new and longer");
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  /* Through a link the file is replaced that it leads to, and the link stays one. */
  g_assert_cmpint (symlink ("a portfolio.xml", link), ==, 0);
  g_assert_true (mtr_file_replace (link, old, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_content (path, "old");
  mtr_tool_remove (folder);
}

static void
test_replace_full_disk (void)
{
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *path = g_build_filename (folder, "portfolio.xml", NULL);
  g_autoptr (GBytes) old = g_bytes_new_static ("old", 3);
  g_autoptr (GBytes) new = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;
  gboolean replaced;

  g_assert_true (mtr_file_replace (path, old, NULL));
  disk_is_full = TRUE;
  replaced = mtr_file_replace (path, new, &error);
  disk_is_full = FALSE;

  g_assert_false (replaced);
  g_assert_error (error, MTR_EXPORT_ERROR, MTR_EXPORT_ERROR_NO_SPACE);
  g_assert_nonnull (strstr (error->message, "portfolio.xml"));
  assert_content (path, "old");
  /* Nothing half-written is left beside it. */
  mtr_tool_remove (folder);
}

static void
test_replace_refused (void)
{
  static const char * const folders[] = { "", "/", "/.", "/.." };
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *name = g_strnfill (300, 'x');
  g_autofree char *too_long = g_build_filename (folder, name, NULL);
  g_autofree char *missing = g_build_filename (folder, "no folder", "portfolio.xml", NULL);
  g_autofree char *path = g_build_filename (folder, "portfolio.xml", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;

  g_assert_false (mtr_file_replace (missing, bytes, &error));
  g_assert_error (error, MTR_EXPORT_ERROR, MTR_EXPORT_ERROR_NO_FOLDER);
  g_clear_error (&error);

  g_assert_false (mtr_file_replace (too_long, bytes, &error));
  g_assert_error (error, MTR_EXPORT_ERROR, MTR_EXPORT_ERROR_TARGET);
  g_assert_nonnull (strstr (error->message, "the name is too long"));
  g_clear_error (&error);

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *ending = g_strconcat (folder, folders[i], NULL);

      g_assert_false (mtr_file_replace (ending, bytes, &error));
      g_assert_error (error, MTR_EXPORT_ERROR, MTR_EXPORT_ERROR_NO_FOLDER);
      g_assert_nonnull (strstr (error->message, "the name of a folder"));
      g_clear_error (&error);
    }

  /* A programme, or a device, is not what somebody meant to write over. */
  g_assert_true (g_file_set_contents (path, "SQLite format 3\0 and more", 25, NULL));
  g_assert_false (mtr_file_replace (path, bytes, &error));
  g_assert_error (error, MTR_EXPORT_ERROR, MTR_EXPORT_ERROR_TARGET);
  g_clear_error (&error);
  assert_content (path, "SQLite format 3");
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_false (mtr_file_replace (path, bytes, &error));
  g_assert_error (error, MTR_EXPORT_ERROR, MTR_EXPORT_ERROR_TARGET);
  g_clear_error (&error);
  g_assert_cmpint (g_remove (path), ==, 0);

  /* Permissions do not hold root back. */
  if (geteuid () != 0)
    {
      g_assert_true (mtr_file_replace (path, bytes, NULL));
      g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
      g_assert_false (mtr_file_replace (path, bytes, &error));
      g_assert_error (error, MTR_EXPORT_ERROR, MTR_EXPORT_ERROR_PERMISSION);
      g_clear_error (&error);
      g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
      assert_content (path, "new");
    }

  /* A file system that cannot be written to holds everybody back. */
  g_assert_false (mtr_file_replace ("/proc/portfolio.xml", bytes, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == MTR_EXPORT_ERROR);
  mtr_tool_remove (folder);
}

static gboolean
write_piecemeal_cb (const char  *path,
                    gpointer     user_data,
                    GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) file_stream = g_file_append_to (file, G_FILE_CREATE_PRIVATE, NULL, error);
  GOutputStream *stream = G_OUTPUT_STREAM (file_stream);
  const char *how = user_data;

  if (stream == NULL || !g_output_stream_write_all (stream, "new ", 4, NULL, NULL, error))
    return FALSE;
  disk_is_full = g_str_equal (how, "full");
  if (g_str_equal (how, "refused"))
    {
      g_set_error_literal (error, MTR_EXPORT_ERROR, MTR_EXPORT_ERROR_TEXT, "refused");
      return FALSE;
    }

  return g_output_stream_write_all (stream, "pieces", 6, NULL, NULL, error);
}

/* What comes piece by piece replaces the old file when its last piece is there, and not before. */
static void
test_replace_piecemeal (void)
{
  static const struct {
    const char     *how;
    MtrExportError  code;
  } failures[] = {
    { "full", MTR_EXPORT_ERROR_NO_SPACE },
    { "refused", MTR_EXPORT_ERROR_TEXT },
  };
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *path = g_build_filename (folder, "archive.zip", NULL);
  g_autofree char *missing = g_build_filename (folder, "no folder", "archive.zip", NULL);
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_true (g_file_set_contents (path, "old", 3, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      gboolean replaced = mtr_file_replace_with (path, write_piecemeal_cb, (gpointer) failures[i].how, &error);

      disk_is_full = FALSE;
      g_assert_false (replaced);
      g_assert_error (error, MTR_EXPORT_ERROR, (int) failures[i].code);
      g_clear_error (&error);
      assert_content (path, "old");
    }
  g_assert_false (mtr_file_replace_with (missing, write_piecemeal_cb, (gpointer) "well", &error));
  g_assert_error (error, MTR_EXPORT_ERROR, MTR_EXPORT_ERROR_NO_FOLDER);
  g_clear_error (&error);

  g_assert_true (mtr_file_replace_with (path, write_piecemeal_cb, (gpointer) "well", &error));
  g_assert_no_error (error);
  assert_content (path, "new pieces");
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  /* Nothing half-written is left beside it. */
  mtr_tool_remove (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/xml/texts", test_writer_texts);
  g_test_add_func ("/export/xml/schema", test_writer_schema);
  g_test_add_func ("/export/xml/hostile", test_writer_hostile);
  g_test_add_func ("/export/replace/whole", test_replace_whole);
  g_test_add_func ("/export/replace/full-disk", test_replace_full_disk);
  g_test_add_func ("/export/replace/refused", test_replace_refused);
  g_test_add_func ("/export/replace/piecemeal", test_replace_piecemeal);

  return g_test_run ();
}
