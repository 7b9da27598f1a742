/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How evidence comes into a portfolio: written, as files, from the diary. Each
 * is one action that one undo takes back; the portfolio itself is made with
 * its first item.
 */

#include "mtr-evidence-actions.h"

#include "mtr-date.h"
#include "mtr-pairing.h"
#include "mtr-portfolio.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>

static gint64
ensure_portfolio (MtrPairingModel *model,
                  MtrChange       *change)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (model);
  MtrRecord *stored = mtr_pairing_model_get_portfolio (model);
  MtrRecord *pairing = mtr_pairing_model_get_pairing (model);
  MtrRecord *portfolio;
  gint64 id;
  g_autofree char *today_text = NULL;
  GDate today;

  if (stored != NULL)
    return mtr_record_get_id (stored);

  id = mtr_programme_new_id (programme);
  mtr_programme_get_today (programme, &today);
  today_text = mtr_date_to_iso (&today);
  portfolio = mtr_record_new (MTR_KIND_PORTFOLIO, id);
  mtr_record_set_number (portfolio, MTR_PORTFOLIO_PERSON_ID,
                         mtr_record_get_id (mtr_pairing_model_get_mentee (model)));
  mtr_record_set_number (portfolio, MTR_PORTFOLIO_PAIRING_ID, mtr_record_get_id (pairing));
  mtr_record_set_text (portfolio, MTR_PORTFOLIO_PACK, mtr_record_get_text (pairing, MTR_PAIRING_PACK));
  mtr_record_set_text (portfolio, MTR_PORTFOLIO_STARTED_ON, today_text);
  mtr_change_insert (change, portfolio);

  return id;
}

/* A new item; its number follows the highest one ever given, and the ones given in the same change. */
static gint64
insert_evidence (MtrPairingModel    *model,
                 MtrChange          *change,
                 gint64              portfolio_id,
                 int                 offset,
                 gint64              session_id,
                 const char         *kind,
                 const char * const *areas,
                 const char         *title,
                 const char         *text)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (model);
  gint64 id = mtr_programme_new_id (programme);
  MtrRecord *evidence = mtr_record_new (MTR_KIND_EVIDENCE, id);
  g_autofree char *today_text = NULL;
  GDate today;

  mtr_programme_get_today (programme, &today);
  today_text = mtr_date_to_iso (&today);
  mtr_record_set_number (evidence, MTR_EVIDENCE_PORTFOLIO_ID, portfolio_id);
  mtr_record_set_number (evidence, MTR_EVIDENCE_NUMBER,
                         mtr_portfolio_next_number (mtr_pairing_model_get_snapshot (model), portfolio_id) + offset);
  if (session_id != 0)
    mtr_record_set_number (evidence, MTR_EVIDENCE_SESSION_ID, session_id);
  mtr_record_set_text (evidence, MTR_EVIDENCE_KIND, kind);
  mtr_record_set_text (evidence, MTR_EVIDENCE_HAPPENED_ON, today_text);
  mtr_record_set_number (evidence, MTR_EVIDENCE_INCLUDED, 1);
  mtr_record_set_text (evidence, MTR_EVIDENCE_TITLE, title);
  mtr_record_set_text (evidence, MTR_EVIDENCE_TEXT, text);
  mtr_change_insert (change, evidence);

  for (gsize i = 0; areas[i] != NULL; i++)
    {
      MtrRecord *link = mtr_record_new (MTR_KIND_EVIDENCE_LINK, mtr_programme_new_id (programme));

      mtr_record_set_number (link, MTR_EVIDENCE_LINK_EVIDENCE_ID, id);
      mtr_record_set_text (link, MTR_EVIDENCE_LINK_STANDARD, areas[i]);
      mtr_change_insert (change, link);
    }

  return id;
}

static gint64
add (MtrPairingModel    *model,
     gint64              session_id,
     const char         *kind,
     const char * const *areas,
     const char         *title,
     const char         *text)
{
  g_autoptr (MtrChange) change = mtr_change_new (_("add evidence"));
  gint64 portfolio_id = ensure_portfolio (model, change);
  gint64 id = insert_evidence (model, change, portfolio_id, 0, session_id, kind, areas, title, text);

  mtr_programme_act (mtr_pairing_model_get_programme (model), g_steal_pointer (&change), NULL);

  return id;
}

/**
 * mtr_evidence_actions_add_copy:
 * @model: the pairing whose portfolio it goes into
 * @session_id: the session that it is a copy of, which the diary marks; the portfolio does not say so
 * @kind: the kind of evidence, a code of the pack
 * @areas: (array zero-terminated=1): the codes of the areas that it is linked to from the start
 * @title: (nullable): its title
 * @text: (nullable): its text
 *
 * Returns: the id of the new item
 */
gint64
mtr_evidence_actions_add_copy (MtrPairingModel    *model,
                               gint64              session_id,
                               const char         *kind,
                               const char * const *areas,
                               const char         *title,
                               const char         *text)
{
  return add (model, session_id, kind, areas, title, text);
}

/**
 * mtr_evidence_actions_add:
 * @model: the pairing whose portfolio it goes into
 * @kind: the kind of evidence, a code of the pack
 * @area: (nullable): the code of an area that it is linked to from the start
 * @title: (nullable): its title
 * @text: (nullable): its text
 *
 * Returns: the id of the new item
 */
gint64
mtr_evidence_actions_add (MtrPairingModel *model,
                          const char      *kind,
                          const char      *area,
                          const char      *title,
                          const char      *text)
{
  const char *areas[] = { area, NULL };

  return add (model, 0, kind, areas, title, text);
}

/* Reads one file into the change, as an attachment of @evidence_id. Returns a sentence where it cannot. */
static char *
attach_file (MtrPairingModel *model,
             MtrChange       *change,
             gint64           evidence_id,
             GFile           *file,
             GBytes          *bytes)
{
  MtrRecord *attachment = mtr_record_new (MTR_KIND_ATTACHMENT,
                                          mtr_programme_new_id (mtr_pairing_model_get_programme (model)));
  g_autofree char *base_name = g_file_get_basename (file);
  g_autofree char *display_name = g_filename_display_name (base_name);
  g_autofree char *name = mtr_text_clean (display_name, -1, MTR_TEXT_ONE_LINE, NULL);
  g_autofree char *content_type = g_content_type_guess (base_name, g_bytes_get_data (bytes, NULL),
                                                        MIN (g_bytes_get_size (bytes), 4096), NULL);
  g_autofree char *media_type = g_content_type_get_mime_type (content_type);
  g_autofree char *sha256 = mtr_change_attach (change, bytes);

  mtr_record_set_number (attachment, MTR_ATTACHMENT_EVIDENCE_ID, evidence_id);
  mtr_record_set_text (attachment, MTR_ATTACHMENT_NAME, name);
  mtr_record_set_text (attachment, MTR_ATTACHMENT_MEDIA_TYPE, media_type);
  mtr_record_set_number (attachment, MTR_ATTACHMENT_SIZE, (gint64) g_bytes_get_size (bytes));
  mtr_record_set_text (attachment, MTR_ATTACHMENT_SHA256, sha256);
  mtr_change_insert (change, attachment);

  return g_steal_pointer (&name);
}

static GBytes *
load_file (GFile  *file,
           char  **reason)
{
  g_autofree char *base_name = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base_name);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);
  GBytes *bytes = NULL;

  /* Looked at before it is read: a film is refused without filling the memory. */
  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    /* Translators: %s is the name of a file. */
    *reason = g_strdup_printf (_("“%s” was not added: it is not a file that can be read."), name);
  else if (g_file_info_get_size (info) > MTR_STORE_MAX_ATTACHMENT)
    *reason = g_strdup_printf (_("“%s” was not added: it is larger than 25 MB. Say where it is kept instead."), name);
  else if ((bytes = g_file_load_bytes (file, NULL, NULL, NULL)) == NULL)
    *reason = g_strdup_printf (_("“%s” was not added: it could not be read. The file is unchanged."), name);

  return bytes;
}

/* The title of an item that begins as a file: its name without what follows the last dot. */
static char *
make_title (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot != name ? g_strndup (name, dot - name) : g_strdup (name);
}

/* The pack's kind for a paper from practice: the first that has no form, meets no area, and stands in its last column. */
static const char *
find_file_kind (MtrPack *pack)
{
  if (mtr_pack_find_evidence_kind (pack, "document") != NULL)
    return "document";

  return ((MtrEvidenceKind *) g_ptr_array_index (mtr_pack_get_evidence_kinds (pack), 0))->code;
}

/**
 * mtr_evidence_actions_add_files:
 * @model: the pairing whose portfolio they go into
 * @files: a model of GFile; each becomes an item of its own
 * @area: (nullable): the code of an area that they are linked to from the start
 *
 * A file that cannot be taken is named with the reason; the others are added.
 */
void
mtr_evidence_actions_add_files (MtrPairingModel *model,
                                GListModel      *files,
                                const char      *area)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (model);
  guint n_files = g_list_model_get_n_items (files);
  g_autofree char *label = g_strdup_printf (ngettext ("add %u file", "add %u files", n_files), n_files);
  g_autoptr (MtrChange) change = mtr_change_new (label);
  g_autoptr (GString) said = g_string_new (NULL);
  gint64 portfolio_id = ensure_portfolio (model, change);
  int n_added = 0;

  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *reason = NULL;
      g_autoptr (GBytes) bytes = load_file (file, &reason);
      g_autofree char *base_name = g_file_get_basename (file);
      g_autofree char *display_name = g_filename_display_name (base_name);
      g_autofree char *clean = mtr_text_clean (display_name, -1, MTR_TEXT_ONE_LINE, NULL);
      g_autofree char *title = make_title (clean);
      g_autofree char *name = NULL;
      const char *areas[] = { area, NULL };
      gint64 id;

      if (bytes == NULL)
        {
          g_string_append_printf (said, "%s%s", said->len > 0 ? " " : "", reason);
          continue;
        }
      id = insert_evidence (model, change, portfolio_id, n_added, 0,
                            find_file_kind (mtr_pairing_model_get_pack (model)), areas, title, NULL);
      name = attach_file (model, change, id, file, bytes);
      n_added++;
    }

  if (n_added > 0)
    {
      g_autofree char *done = g_strdup_printf (ngettext ("%d file added.", "%d files added.", n_added), n_added);

      g_string_prepend (said, said->len > 0 ? " " : "");
      g_string_prepend (said, done);
      mtr_programme_act (programme, g_steal_pointer (&change), said->str);
    }
  else if (said->len > 0)
    {
      mtr_programme_announce (programme, said->str);
    }
}

/**
 * mtr_evidence_actions_attach:
 * @model: the pairing
 * @evidence_id: the item that gets the files
 * @files: a model of GFile
 */
void
mtr_evidence_actions_attach (MtrPairingModel *model,
                             gint64           evidence_id,
                             GListModel      *files)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (model);
  g_autoptr (MtrChange) change = mtr_change_new (_("add a file to the evidence"));

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *reason = NULL;
      g_autoptr (GBytes) bytes = load_file (file, &reason);
      g_autofree char *name = NULL;

      if (bytes != NULL)
        name = attach_file (model, change, evidence_id, file, bytes);
      else
        mtr_programme_announce (programme, reason);
    }

  if (!mtr_change_is_empty (change))
    mtr_programme_act (programme, g_steal_pointer (&change), NULL);
}
