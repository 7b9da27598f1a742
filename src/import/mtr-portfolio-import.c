/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A portfolio on its way into another programme file: who of it is known
 * there, what stands there already, why it is refused, and the one change that
 * brings it in. Records keep the ids they have, which are unique between
 * files, so that the same portfolio is known again and is saved as it came.
 */

#include "mtr-portfolio-import.h"

#include "mtr-date.h"
#include "mtr-import-private.h"
#include "mtr-pairing.h"

#include <glib/gi18n-lib.h>

struct _MtrPortfolioImport {
  GObject                 parent_instance;

  MtrCarriedPortfolio    *carried;    /* (owned) */
  const MtrCarriedOrigin *origin;     /* (unowned): of it */
  MtrPack                *pack;       /* (owned) (nullable) */
  MtrRecord              *portfolio;  /* (unowned): as it is in the file that was read */
  GListStore             *rows;       /* (owned) (element-type MtrImportRow) */
  GHashTable             *people;     /* (owned) (element-type gint64 gint64): ids in the file, ids here */
  GPtrArray              *records;    /* (owned) (element-type MtrRecord): what is inserted */
  guint                   n_people;
  MtrImportState          state;
};

G_DEFINE_FINAL_TYPE (MtrPortfolioImport, mtr_portfolio_import, G_TYPE_OBJECT)

static void
mtr_portfolio_import_finalize (GObject *object)
{
  MtrPortfolioImport *self = MTR_PORTFOLIO_IMPORT (object);

  g_clear_object (&self->carried);
  g_clear_object (&self->pack);
  g_clear_object (&self->rows);
  g_hash_table_unref (self->people);
  g_ptr_array_unref (self->records);

  G_OBJECT_CLASS (mtr_portfolio_import_parent_class)->finalize (object);
}

static void
mtr_portfolio_import_class_init (MtrPortfolioImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mtr_portfolio_import_finalize;
}

static void
mtr_portfolio_import_init (MtrPortfolioImport *self)
{
  self->rows = g_list_store_new (MTR_TYPE_IMPORT_ROW);
  self->people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
}

static MtrImportRow *
add_row (MtrPortfolioImport *self,
         MtrRecord          *record,
         MtrImportState      state,
         char               *title)
{
  g_autoptr (MtrImportRow) row = mtr_import_row_new (mtr_carried_portfolio_get_line (self->carried, record));

  mtr_import_row_take_title (row, title);
  mtr_import_row_set_state (row, state);
  g_list_store_append (self->rows, row);

  return row;
}

static void
refuse (MtrPortfolioImport *self,
        MtrImportRow       *row,
        char               *reason)
{
  mtr_import_row_refuse (row, reason);
  self->state = MTR_IMPORT_REFUSED;
}

/* ---- Who is known here --------------------------------------------------------- */

static gboolean
is_same_text (MtrRecord *one,
              MtrRecord *other,
              MtrField   field)
{
  const char *a = mtr_record_get_text (one, field), *b = mtr_record_get_text (other, field);
  g_autofree char *key_a = mtr_import_dup_name_key (a != NULL ? a : "");
  g_autofree char *key_b = mtr_import_dup_name_key (b != NULL ? b : "");

  return g_str_equal (key_a, key_b);
}

/* A number of the register is one person's; a name is not, and least of all that of somebody at another employer. */
static MtrRecord *
find_person (MtrSnapshot *file,
             MtrRecord   *person,
             gboolean     is_owner,
             const char **how)
{
  gboolean has_number = mtr_record_is_set (person, MTR_PERSON_REGISTRATION_NUMBER);
  MtrRecord *found = mtr_snapshot_get (file, MTR_KIND_PERSON, mtr_record_get_id (person));
  guint n_named = 0;

  *how = _("Is here already.");
  if (found != NULL)
    return found;

  *how = _("Is here already, with the same registration number. What is written about them here stays as it is.");
  for (guint i = 0; has_number && i < mtr_snapshot_count (file, MTR_KIND_PERSON); i++)
    {
      MtrRecord *other = mtr_snapshot_nth (file, MTR_KIND_PERSON, i);

      if (mtr_record_is_set (other, MTR_PERSON_REGISTRATION_NUMBER) &&
          is_same_text (person, other, MTR_PERSON_REGISTRATION_NUMBER))
        return other;
    }

  *how = _("Somebody of this name is here already. What is written about them here stays as it is.");
  for (guint i = 0; i < mtr_snapshot_count (file, MTR_KIND_PERSON); i++)
    {
      MtrRecord *other = mtr_snapshot_nth (file, MTR_KIND_PERSON, i);

      if (!is_same_text (person, other, MTR_PERSON_NAME) ||
          (has_number && mtr_record_is_set (other, MTR_PERSON_REGISTRATION_NUMBER)) ||
          (!is_owner && !is_same_text (person, other, MTR_PERSON_EMPLOYER)))
        continue;
      found = other;
      n_named++;
    }

  return n_named == 1 ? found : NULL;
}

static void
map_person (MtrPortfolioImport *self,
            gint64              from,
            gint64              to)
{
  g_hash_table_insert (self->people, g_memdup2 (&from, sizeof from), g_memdup2 (&to, sizeof to));
}

static gint64
get_person (MtrPortfolioImport *self,
            gint64              id)
{
  const gint64 *here = g_hash_table_lookup (self->people, &id);

  return here != NULL ? *here : id;
}

static void
check_person (MtrPortfolioImport              *self,
              const MtrPortfolioImportContext *context,
              MtrRecord                       *person)
{
  gboolean is_owner = mtr_record_get_id (person) == mtr_record_get_number (self->portfolio, MTR_PORTFOLIO_PERSON_ID);
  const char *how = _("This is whom you have chosen. What is written about them here stays as it is.");
  MtrRecord *found;
  MtrImportRow *row;

  if (is_owner && context->owner > 0)
    found = mtr_snapshot_get (context->file, MTR_KIND_PERSON, context->owner);
  else if (is_owner && context->owner == MTR_PORTFOLIO_OWNER_NEW)
    /* Whoever has the very id is that person. */
    found = mtr_snapshot_get (context->file, MTR_KIND_PERSON, mtr_record_get_id (person));
  else
    found = find_person (context->file, person, is_owner, &how);

  row = add_row (self, person, found != NULL ? MTR_IMPORT_SAME : MTR_IMPORT_NEW,
                 g_strdup (mtr_record_get_name (person, MTR_PERSON_NAME)));
  self->n_people++;
  if (is_owner)
    mtr_import_row_note (row, g_strdup (_("Whose portfolio it is.")));
  mtr_import_row_note (row, g_strdup (found != NULL ? how : _("Comes in as somebody new.")));
  if (found != NULL)
    map_person (self, mtr_record_get_id (person), mtr_record_get_id (found));
  else if (mtr_record_is_set (person, MTR_PERSON_NAME))
    mtr_import_row_note_unseen (row, mtr_record_get_text (person, MTR_PERSON_NAME));
}

/* ---- What is refused -------------------------------------------------------------- */

static gboolean
is_known_state (const char *state)
{
  static const char * const states[] = {
    MTR_PAIRING_PROPOSED, MTR_PAIRING_INDUCTION, MTR_PAIRING_ACTIVE, MTR_PAIRING_PAUSED, MTR_PAIRING_ENDED, NULL
  };

  return g_strv_contains (states, state);
}

/* The codes of the scheme without which a record would not be shown, printed or counted. */
static gboolean
is_code_known (MtrPack    *pack,
               MtrField    field,
               const char *code)
{
  switch ((int) field)
    {
    case MTR_OBSERVATION_AREA_STANDARD:
    case MTR_EVIDENCE_LINK_STANDARD:
    case MTR_REPORT_AREA_STANDARD:
      return mtr_pack_find_standard (pack, code) != NULL;
    case MTR_EVIDENCE_KIND:
      return mtr_pack_find_evidence_kind (pack, code) != NULL;
    case MTR_OBSERVATION_TYPE:
      return mtr_pack_find_observation_type (pack, code) != NULL;
    case MTR_PAIRING_STATE:
      return is_known_state (code);
    default:
      return TRUE;
    }
}

static void
check_codes (MtrPortfolioImport *self,
             MtrImportRow       *row,
             MtrRecord          *record)
{
  const MtrKindInfo *info = mtr_kind_get_info (mtr_record_get_kind (record));

  for (int field = info->first_field; field <= (int) info->last_field; field++)
    if (mtr_field_get_info (field)->type == MTR_TYPE_CODE && mtr_record_is_set (record, field) &&
        !is_code_known (self->pack, field, mtr_record_get_text (record, field)))
      refuse (self, row,
              /* Translators: a line of a file, the label of a field, as in "Kind of evidence", a code, the name of a
               * scheme and its version. */
              g_strdup_printf (_("Line %u: “%s” is “%s”, which “%s” (version %s) does not know. Get the version of the "
                                 "scheme that the portfolio was made with, %s."),
                               mtr_carried_portfolio_get_line (self->carried, record), mtr_field_get_label (field),
                               mtr_record_get_text (record, field), mtr_pack_get_title (self->pack),
                               mtr_pack_get_version (self->pack),
                               self->origin->pack_version));
}

static char *
dup_as_at (MtrPortfolioImport *self)
{
  GDate date;

  return mtr_date_from_iso (self->origin->as_at, &date)
           ? mtr_date_format (&date, MTR_DATE_STYLE_LONG)
           : g_strdup (self->origin->as_at);
}

static void
check_portfolio (MtrPortfolioImport              *self,
                 const MtrPortfolioImportContext *context,
                 MtrImportRow                    *row)
{
  gint64 owner = get_person (self, mtr_record_get_number (self->portfolio, MTR_PORTFOLIO_PERSON_ID));
  GPtrArray *records = mtr_carried_portfolio_get_records (self->carried);

  if (self->pack == NULL)
    {
      refuse (self, row,
              /* Translators: the name of a scheme, its id and its version. */
              g_strdup_printf (_("Its scheme, “%s” (%s, version %s), is not on this computer. Add the scheme first, then "
                                 "bring the portfolio in."),
                               self->origin->pack_title,
                               self->origin->pack,
                               self->origin->pack_version));
      return;
    }
  for (guint i = 0; i < mtr_snapshot_count (context->file, MTR_KIND_PORTFOLIO); i++)
    {
      MtrRecord *other = mtr_snapshot_nth (context->file, MTR_KIND_PORTFOLIO, i);

      if (mtr_record_get_number (other, MTR_PORTFOLIO_PERSON_ID) == owner &&
          mtr_record_text_is (other, MTR_PORTFOLIO_PACK, self->origin->pack))
        refuse (self, row,
                g_strdup_printf (_("%s has a portfolio of this scheme here already, and one cannot be laid over the "
                                   "other. If it is somebody else’s, bring it in for somebody new."),
                                 mtr_portfolio_import_get_name (self)));
    }
  for (guint i = 0; i < records->len && self->state != MTR_IMPORT_REFUSED; i++)
    if (!mtr_carried_portfolio_is_left_out (self->carried, g_ptr_array_index (records, i)))
      check_codes (self, row, g_ptr_array_index (records, i));
  if (g_strcmp0 (mtr_pack_get_version (self->pack), self->origin->pack_version) != 0)
    mtr_import_row_note (row, g_strdup_printf (_("It was saved with version %s of the scheme; here it is version %s."),
                                               self->origin->pack_version,
                                               mtr_pack_get_version (self->pack)));
}

/* ---- What comes in ------------------------------------------------------------------ */

static const char *
get_state_label (const char *state)
{
  static const struct {
    const char *state;
    const char *label;
  } labels[] = {
    { MTR_PAIRING_PROPOSED, N_("It is proposed.") },
    { MTR_PAIRING_INDUCTION, N_("It is in its induction.") },
    { MTR_PAIRING_ACTIVE, N_("It is going on.") },
    { MTR_PAIRING_PAUSED, N_("It is paused.") },
    { MTR_PAIRING_ENDED, N_("It has ended.") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].state, state))
      return _(labels[i].label);

  return "";
}

static char *
dup_pairing_title (MtrPortfolioImport *self,
                   MtrRecord          *pairing)
{
  MtrRecord *mentor = mtr_carried_portfolio_find (self->carried, MTR_KIND_PERSON,
                                                  mtr_record_get_number (pairing, MTR_PAIRING_MENTOR_ID));

  if (mentor == NULL)
    return g_strdup_printf (_("Pairing of %s"), mtr_portfolio_import_get_name (self));

  /* Translators: the name of a pairing: mentee, then mentor */
  return g_strdup_printf (_("%s with %s"), mtr_portfolio_import_get_name (self),
                          mtr_record_get_name (mentor, MTR_PERSON_NAME));
}

static void
check_pairing (MtrPortfolioImport              *self,
               const MtrPortfolioImportContext *context,
               MtrRecord                       *pairing)
{
  gboolean is_here = mtr_snapshot_get (context->file, MTR_KIND_PAIRING, mtr_record_get_id (pairing)) != NULL;
  MtrImportRow *row = add_row (self, pairing, is_here ? MTR_IMPORT_SAME : MTR_IMPORT_NEW,
                               dup_pairing_title (self, pairing));

  mtr_import_row_note (row, g_strdup (is_here ? _("Is here already, and stays as it is.")
                                              : get_state_label (mtr_record_get_text (pairing, MTR_PAIRING_STATE))));
}

/* What is counted of a portfolio, and what is to be said of it. */
static const struct {
  MtrKind     kind;
  const char *note;   /* untranslated; NULL: nothing */
} counts[] = {
  { MTR_KIND_AGREEMENT, N_("When it was signed; what it says stayed between the two who signed it.") },
  { MTR_KIND_OBSERVATION,
    N_("Signed where it comes from, and sealed as it was signed; this program cannot tell who typed the names.") },
  { MTR_KIND_ADDENDUM, NULL },
  { MTR_KIND_EVIDENCE, N_("Under the numbers they have.") },
  { MTR_KIND_EVIDENCE_LINK, NULL },
  { MTR_KIND_ATTACHMENT,
    N_("The files themselves are not in a portfolio; keep them, and attach them here if they are wanted.") },
  { MTR_KIND_REVIEW, N_("Whether it has been held; what was said stayed behind.") },
  { MTR_KIND_REPORT, NULL },
  { MTR_KIND_RECOMMENDATION, NULL },
  { MTR_KIND_DECISION, NULL },
  { MTR_KIND_MODERATION, NULL },
};

static const char *
get_count_words (MtrKind kind,
                 guint   count)
{
  switch ((int) kind)
    {
    case MTR_KIND_AGREEMENT:
      return g_dngettext (GETTEXT_PACKAGE, "%u agreement", "%u agreements", count);
    case MTR_KIND_OBSERVATION:
      return g_dngettext (GETTEXT_PACKAGE, "%u observation", "%u observations", count);
    case MTR_KIND_ADDENDUM:
      return g_dngettext (GETTEXT_PACKAGE, "%u addendum", "%u addenda", count);
    case MTR_KIND_EVIDENCE:
      return g_dngettext (GETTEXT_PACKAGE, "%u item of evidence", "%u items of evidence", count);
    case MTR_KIND_EVIDENCE_LINK:
      return g_dngettext (GETTEXT_PACKAGE, "%u link to a standard", "%u links to standards", count);
    case MTR_KIND_ATTACHMENT:
      return g_dngettext (GETTEXT_PACKAGE, "%u file, by its name", "%u files, by their names", count);
    case MTR_KIND_REVIEW:
      return g_dngettext (GETTEXT_PACKAGE, "%u review", "%u reviews", count);
    case MTR_KIND_REPORT:
      return g_dngettext (GETTEXT_PACKAGE, "%u report", "%u reports", count);
    case MTR_KIND_RECOMMENDATION:
      return g_dngettext (GETTEXT_PACKAGE, "%u recommendation", "%u recommendations", count);
    case MTR_KIND_DECISION:
      return g_dngettext (GETTEXT_PACKAGE, "%u decision", "%u decisions", count);
    case MTR_KIND_MODERATION:
      return g_dngettext (GETTEXT_PACKAGE, "%u moderation", "%u moderations", count);
    default:
      g_return_val_if_reached ("");
    }
}

static void
count_records (MtrPortfolioImport *self)
{
  GPtrArray *records = mtr_carried_portfolio_get_records (self->carried);
  guint n_left_out = 0;
  MtrRecord *first_left_out = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      MtrRecord *first = NULL;
      MtrImportRow *row;
      guint count = 0;

      for (guint j = 0; j < records->len; j++)
        {
          MtrRecord *record = g_ptr_array_index (records, j);

          if (mtr_record_get_kind (record) != counts[i].kind)
            continue;
          if (mtr_carried_portfolio_is_left_out (self->carried, record))
            {
              first_left_out = first_left_out != NULL ? first_left_out : record;
              n_left_out++;
              continue;
            }
          first = first != NULL ? first : record;
          count++;
        }
      if (count == 0)
        continue;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      row = add_row (self, first, MTR_IMPORT_NEW,
                     g_strdup_printf (get_count_words (counts[i].kind, count), count));
#pragma GCC diagnostic pop
      if (counts[i].note != NULL)
        mtr_import_row_note (row, g_strdup (_(counts[i].note)));
    }
  if (n_left_out > 0)
    {
      MtrImportRow *row = add_row (self, first_left_out, MTR_IMPORT_NEW,
                                   g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing that was left out",
                                                                 "%u things that were left out", n_left_out),
                                                    n_left_out));

      mtr_import_row_note (row, g_strdup (_("By name, with the reason; their words are not in the portfolio.")));
    }
}

/* ---- The records as they are inserted -------------------------------------------------- */

/* Of a pairing that is here already, what belongs to it stays as it is. */
static gboolean
stands_here (MtrSnapshot *file,
             MtrRecord   *record)
{
  MtrKind kind = mtr_record_get_kind (record);
  MtrField parent = mtr_kind_get_info (kind)->parent_field;

  if (mtr_snapshot_get (file, kind, mtr_record_get_id (record)) != NULL)
    return TRUE;

  return (kind == MTR_KIND_AGREEMENT || kind == MTR_KIND_REVIEW) &&
         mtr_snapshot_get (file, MTR_KIND_PAIRING, mtr_record_get_number (record, parent)) != NULL;
}

static MtrRecord *
make_record (MtrPortfolioImport *self,
             MtrRecord          *carried)
{
  MtrRecord *record = mtr_record_copy (carried);
  MtrKind kind = mtr_record_get_kind (record);
  const MtrKindInfo *info = mtr_kind_get_info (kind);

  for (int field = info->first_field; field <= (int) info->last_field; field++)
    if (mtr_field_get_info (field)->reference == MTR_KIND_PERSON && mtr_record_is_set (record, field))
      mtr_record_set_number (record, field, get_person (self, mtr_record_get_number (record, field)));
  if (kind == MTR_KIND_PORTFOLIO)
    {
      mtr_record_set_text (record, MTR_PORTFOLIO_CARRIED_FROM, self->origin->programme);
      mtr_record_set_text (record, MTR_PORTFOLIO_CARRIED_ON, self->origin->as_at);
    }
  else if (kind == MTR_KIND_ATTACHMENT)
    mtr_record_set_number (record, MTR_ATTACHMENT_KEPT_APART, 1);

  return record;
}

/* An earlier pairing is not in a portfolio, but observations were signed in it: it ended, and whose it was is known. */
static void
add_earlier_pairing (MtrPortfolioImport              *self,
                     const MtrPortfolioImportContext *context,
                     gint64                           id)
{
  MtrRecord *pairing, *member;

  if (id == 0 || mtr_carried_portfolio_find (self->carried, MTR_KIND_PAIRING, id) != NULL ||
      mtr_snapshot_get (context->file, MTR_KIND_PAIRING, id) != NULL)
    return;
  for (guint i = 0; i < self->records->len; i++)
    if (mtr_record_get_kind (g_ptr_array_index (self->records, i)) == MTR_KIND_PAIRING &&
        mtr_record_get_id (g_ptr_array_index (self->records, i)) == id)
      return;

  pairing = mtr_record_new (MTR_KIND_PAIRING, id);
  mtr_record_set_text (pairing, MTR_PAIRING_PACK, self->origin->pack);
  mtr_record_set_text (pairing, MTR_PAIRING_STATE, MTR_PAIRING_ENDED);
  g_ptr_array_add (self->records, pairing);
  member = mtr_record_new (MTR_KIND_MEMBER, context->new_id (context->new_id_data));
  mtr_record_set_number (member, MTR_MEMBER_PAIRING_ID, id);
  mtr_record_set_number (member, MTR_MEMBER_PERSON_ID,
                         get_person (self, mtr_record_get_number (self->portfolio, MTR_PORTFOLIO_PERSON_ID)));
  mtr_record_set_text (member, MTR_MEMBER_ROLE, MTR_ROLE_MENTEE);
  g_ptr_array_add (self->records, member);
}

static void
make_records (MtrPortfolioImport              *self,
              const MtrPortfolioImportContext *context)
{
  GPtrArray *carried = mtr_carried_portfolio_get_records (self->carried);

  for (guint i = 0; i < carried->len; i++)
    {
      MtrRecord *record = g_ptr_array_index (carried, i);
      gint64 id = mtr_record_get_id (record);
      const MtrKindInfo *info = mtr_kind_get_info (mtr_record_get_kind (record));

      if (stands_here (context->file, record) ||
          (info->kind == MTR_KIND_PERSON && g_hash_table_contains (self->people, &id)))
        continue;
      for (int field = info->first_field; field <= (int) info->last_field; field++)
        if (mtr_field_get_info (field)->reference == MTR_KIND_PAIRING)
          add_earlier_pairing (self, context, mtr_record_get_number (record, field));
      g_ptr_array_add (self->records, make_record (self, record));
    }
}

/* ---- The dry run ------------------------------------------------------------------------ */

static void
check_parts (MtrPortfolioImport              *self,
             const MtrPortfolioImportContext *context)
{
  GPtrArray *records = mtr_carried_portfolio_get_records (self->carried);
  g_autofree char *as_at = dup_as_at (self);
  MtrImportRow *row = add_row (self, self->portfolio, MTR_IMPORT_NEW,
                               /* Translators: a name. */
                               g_strdup_printf (_("Portfolio of %s"), mtr_portfolio_import_get_name (self)));

  if (self->origin->programme != NULL)
    /* Translators: a scheme, a programme, and a date: "Practice supervisors, from “Year 4”, as it was on 3 May 2026." */
    mtr_import_row_note (row, g_strdup_printf (_("%s, from “%s”, as it was on %s."),
                                               self->origin->pack_title, self->origin->programme, as_at));
  if (mtr_snapshot_get (context->file, MTR_KIND_PORTFOLIO, mtr_record_get_id (self->portfolio)) != NULL)
    {
      self->state = MTR_IMPORT_SAME;
      mtr_import_row_set_state (row, MTR_IMPORT_SAME);
      mtr_import_row_note (row, g_strdup (_("It is here already and stays as it is, whatever has been changed elsewhere "
                                            "since.")));
      return;
    }

  for (guint i = 0; i < records->len; i++)
    if (mtr_record_get_kind (g_ptr_array_index (records, i)) == MTR_KIND_PERSON)
      check_person (self, context, g_ptr_array_index (records, i));
  check_portfolio (self, context, row);
  if (self->state == MTR_IMPORT_NEW)
    mtr_portfolio_check_dates (self->carried, self->pack, &context->today, row);
  for (guint i = 0; i < records->len; i++)
    if (mtr_record_get_kind (g_ptr_array_index (records, i)) == MTR_KIND_PAIRING)
      check_pairing (self, context, g_ptr_array_index (records, i));
  count_records (self);
  if (self->state == MTR_IMPORT_NEW)
    make_records (self, context);
}

/**
 * mtr_portfolio_import_check:
 * @carried: a portfolio that was read
 * @context: what it is brought into; need not stay after the call
 *
 * May be called in any thread.
 *
 * Returns: (transfer full): what would become of it
 */
MtrPortfolioImport *
mtr_portfolio_import_check (MtrCarriedPortfolio             *carried,
                            const MtrPortfolioImportContext *context)
{
  MtrPortfolioImport *self = g_object_new (MTR_TYPE_PORTFOLIO_IMPORT, NULL);

  g_set_object (&self->carried, carried);
  self->origin = mtr_carried_portfolio_get_origin (carried);
  g_set_object (&self->pack, context->pack);
  self->portfolio = g_ptr_array_index (mtr_carried_portfolio_get_records (carried), 0);
  self->state = MTR_IMPORT_NEW;
  check_parts (self, context);

  return self;
}

/**
 * mtr_portfolio_import_get_rows:
 * @self: a dry run
 *
 * Returns: (transfer none) (element-type MtrImportRow): the portfolio, its people, its pairing, and what is in it by number
 */
GListModel *
mtr_portfolio_import_get_rows (MtrPortfolioImport *self)
{
  return G_LIST_MODEL (self->rows);
}

/**
 * mtr_portfolio_import_get_n_people:
 * @self: a dry run
 *
 * Returns: how many of the rows, after the first, are people
 */
guint
mtr_portfolio_import_get_n_people (MtrPortfolioImport *self)
{
  return self->n_people;
}

/**
 * mtr_portfolio_import_get_state:
 * @self: a dry run
 *
 * Returns: %MTR_IMPORT_NEW where it can be brought in, %MTR_IMPORT_SAME where it is there, else %MTR_IMPORT_REFUSED
 */
MtrImportState
mtr_portfolio_import_get_state (MtrPortfolioImport *self)
{
  return self->state;
}

/**
 * mtr_portfolio_import_get_name:
 * @self: a dry run
 *
 * Returns: (transfer none): whose portfolio it is, by the name in the file that was read
 */
const char *
mtr_portfolio_import_get_name (MtrPortfolioImport *self)
{
  MtrRecord *person = mtr_carried_portfolio_find (self->carried, MTR_KIND_PERSON,
                                                  mtr_record_get_number (self->portfolio, MTR_PORTFOLIO_PERSON_ID));

  return mtr_record_get_name (person, MTR_PERSON_NAME);
}

/**
 * mtr_portfolio_import_get_owner:
 * @self: a dry run
 *
 * Returns: the id of the person of the programme file whose portfolio it becomes; 0 for somebody new
 */
gint64
mtr_portfolio_import_get_owner (MtrPortfolioImport *self)
{
  gint64 id = mtr_record_get_number (self->portfolio, MTR_PORTFOLIO_PERSON_ID);
  const gint64 *here = g_hash_table_lookup (self->people, &id);

  return here != NULL ? *here : 0;
}

/**
 * mtr_portfolio_import_get_pairing:
 * @self: a dry run
 *
 * Returns: the id of the pairing that the portfolio is in
 */
gint64
mtr_portfolio_import_get_pairing (MtrPortfolioImport *self)
{
  return mtr_record_get_number (self->portfolio, MTR_PORTFOLIO_PAIRING_ID);
}

/**
 * mtr_portfolio_import_get_pack:
 * @self: a dry run
 *
 * Returns: (transfer none) (nullable): the scheme that the programme file needs for it
 */
MtrPack *
mtr_portfolio_import_get_pack (MtrPortfolioImport *self)
{
  return self->pack;
}

/**
 * mtr_portfolio_import_make_change:
 * @self: a dry run
 * @error: return location for %MTR_IMPORT_ERROR_REFUSED
 *
 * Returns: (transfer full) (nullable): the change that brings the portfolio in, once; an empty one where it is there already
 */
MtrChange *
mtr_portfolio_import_make_change (MtrPortfolioImport  *self,
                                  GError             **error)
{
  /* Translators: a name: what undo takes back. */
  g_autofree char *label = g_strdup_printf (_("bring in the portfolio of %s"), mtr_portfolio_import_get_name (self));
  MtrChange *change;

  if (self->state == MTR_IMPORT_REFUSED)
    {
      g_set_error_literal (error, MTR_IMPORT_ERROR, MTR_IMPORT_ERROR_REFUSED,
                           _("The portfolio is refused, so nothing was brought in."));
      return NULL;
    }

  change = mtr_change_new (label);
  mtr_change_set_carried (change);
  for (guint i = 0; i < self->records->len; i++)
    mtr_change_insert (change, mtr_record_copy (g_ptr_array_index (self->records, i)));

  return change;
}
