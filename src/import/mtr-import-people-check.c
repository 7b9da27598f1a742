/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dry run of people. Who a row is about is found out before anything else
 * is read: first by what belongs to one person alone, then by name. Then the
 * line managers of the rows and of the programme file are looked at together:
 * nobody manages themselves, directly or by way of others.
 */

#include "mtr-csv-cell.h"
#include "mtr-import-private.h"

#include "mtr-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* By what two people of the same name can be told apart. */
enum {
  KEY_ID = 1 << 0,
  KEY_REFERENCE = 1 << 1,
  KEY_EMAIL = 1 << 2,
  N_KEY_SETS = 1 << 3,
};

typedef struct {
  char   *name;        /* (owned) (nullable) */
  char   *reference;   /* (owned) (nullable) */
  char   *email;       /* (owned) (nullable) */
  gint64  id;          /* of the person; 0 while it is not known */
  guint   keys;        /* which of the keys it has */
} Who;

/* The first rows of one name, plus one, by the keys that they have. */
typedef struct {
  guint rows[N_KEY_SETS];
} SameName;

typedef struct {
  MtrImportWork   *work;        /* (unowned) */
  MtrImportReader *reader;      /* (unowned) */
  GArray          *whos;        /* (owned) (element-type Who): one for each row */
  MtrImportPeople *programme;   /* (owned): everybody who is there already */
  GHashTable      *claims;      /* (owned): id → row + 1 that is about that person */
  GHashTable      *new_rows;    /* (owned): id of a new person → row + 1 */
} Check;

static void
clear_who (gpointer data)
{
  Who *who = data;

  g_free (who->name);
  g_free (who->reference);
  g_free (who->email);
}

static Who *
get_who (Check *check,
         guint  row)
{
  return &g_array_index (check->whos, Who, row);
}

static char *
dup_cell (Check      *check,
          guint       row,
          const char *code)
{
  const char *cell = mtr_import_reader_get_cell (check->reader, row, code);

  return cell != NULL ? g_strstrip (mtr_csv_cell_unprotect (cell)) : NULL;
}

static char *
dup_name (Check *check,
          guint  row)
{
  g_autofree char *name = dup_cell (check, row, "name");
  g_autofree char *first = dup_cell (check, row, "first_name");
  g_autofree char *last = dup_cell (check, row, "last_name");

  if (name != NULL)
    return g_steal_pointer (&name);
  if (first == NULL && last == NULL)
    return NULL;

  return g_strstrip (g_strdup_printf ("%s %s", first != NULL ? first : "", last != NULL ? last : ""));
}

static guint
get_row_of (GHashTable *table,
            gint64      id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, &id));
}

static void
set_row_of (GHashTable *table,
            gint64      id,
            guint       row)
{
  g_hash_table_insert (table, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (row + 1));
}

static void
refuse_at_line (Check      *check,
                guint       row,
                const char *sentence,
                guint       other_row)
{
  g_autofree char *line = g_strdup_printf ("%u", mtr_csv_get_line (check->reader->csv, other_row));
  g_autoptr (GString) reason = g_string_new (sentence);

  g_string_replace (reason, "%u", line, 1);
  mtr_import_row_refuse (mtr_import_work_get_row (check->work, row), g_string_free (g_steal_pointer (&reason), FALSE));
}

/* ---- Twice in the file -------------------------------------------------- */

static gboolean
is_taken (Check      *check,
          GHashTable *seen,
          const char *text,
          guint       row,
          const char *sentence)
{
  g_autofree char *key = NULL;
  guint earlier;

  if (text == NULL)
    return FALSE;

  key = mtr_import_dup_name_key (text);
  earlier = GPOINTER_TO_UINT (g_hash_table_lookup (seen, key));
  if (earlier == 0)
    {
      g_hash_table_insert (seen, g_steal_pointer (&key), GUINT_TO_POINTER (row + 1));
      return FALSE;
    }
  refuse_at_line (check, row, sentence, earlier - 1);

  return TRUE;
}

/* Two rows of one name are two people only where both have something that differs: what is equal was found before. */
static void
check_same_name (Check      *check,
                 GHashTable *names,
                 guint       row)
{
  Who *who = get_who (check, row);
  g_autofree char *key = NULL;
  SameName *same;

  if (who->name == NULL)
    return;

  key = mtr_import_dup_name_key (who->name);
  same = g_hash_table_lookup (names, key);
  if (same == NULL)
    {
      same = g_new0 (SameName, 1);
      g_hash_table_insert (names, g_steal_pointer (&key), same);
    }
  for (guint keys = 0; keys < N_KEY_SETS; keys++)
    if (same->rows[keys] != 0 && (keys & who->keys) == 0)
      {
        refuse_at_line (check, row,
                        /* Translators: %u is the number of a line */
                        _("The same name is in line %u, and nothing tells the two apart. Remove one of the rows, or give both "
                          "an e-mail address or an employee reference."), same->rows[keys] - 1);
        return;
      }
  if (same->rows[who->keys] == 0)
    same->rows[who->keys] = row + 1;
}

static void
check_repeated (Check *check)
{
  g_autoptr (GHashTable) references = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) emails = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint row = 0; row < check->whos->len; row++)
    {
      const Who *who = get_who (check, row);

      if (!is_taken (check, references, who->reference, row,
                     /* Translators: %u is the number of a line */
                     _("The same employee reference is in line %u. Remove one of the rows, or put it right.")) &&
          !is_taken (check, emails, who->email, row,
                     /* Translators: %u is the number of a line */
                     _("The same e-mail address is in line %u. Remove one of the rows, or put it right.")))
        check_same_name (check, names, row);
    }
}

/* ---- Who is meant -------------------------------------------------------- */

/* What belongs to one person alone: the id, the employee reference, the e-mail address. */
static void
find_by_keys (Check *check,
              guint  row)
{
  Who *who = get_who (check, row);
  gint64 ids[2] = { 0, 0 };

  if (who->reference != NULL &&
      mtr_import_people_find_by_reference (check->programme, who->reference, &ids[0]) != MTR_IMPORT_FOUND_ONE)
    ids[0] = 0;
  if (who->email != NULL &&
      mtr_import_people_find_by_email (check->programme, who->email, &ids[1]) != MTR_IMPORT_FOUND_ONE)
    ids[1] = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      if (ids[i] == 0)
        continue;
      if (who->id == 0)
        {
          who->id = ids[i];
        }
      else if (who->id != ids[i])
        {
          const char *one = mtr_import_people_get_name (check->programme, who->id);
          const char *other = mtr_import_people_get_name (check->programme, ids[i]);

          mtr_import_row_refuse (mtr_import_work_get_row (check->work, row),
                                 /* Translators: two names */
                                 g_strdup_printf (_("The id, the employee reference and the e-mail address belong to different "
                                                    "people of the programme: %1$s and %2$s. Put them right."),
                                                  one != NULL ? one : "?", other != NULL ? other : "?"));
          return;
        }
    }
}

static void
claim (Check *check,
       guint  row)
{
  Who *who = get_who (check, row);
  guint other = get_row_of (check->claims, who->id);

  if (other != 0)
    refuse_at_line (check, row,
                    /* Translators: %u is the number of a line */
                    _("Line %u is about the same person of the programme. Remove one of the rows, or put it right."),
                    other - 1);
  else
    set_row_of (check->claims, who->id, row);
}

/* Somebody of the same name is another person where both have an employee reference, and it differs. */
static gboolean
may_be (Check  *check,
        Who    *who,
        gint64  id)
{
  MtrRecord *person = mtr_snapshot_get (check->reader->context->file, MTR_KIND_PERSON, id);
  const char *reference = mtr_record_get_text (person, MTR_PERSON_EMPLOYEE_REFERENCE);

  return get_row_of (check->claims, id) == 0 && (reference == NULL || who->reference == NULL);
}

static void
find_by_name (Check *check,
              guint  row)
{
  Who *who = get_who (check, row);
  GArray *ids = mtr_import_people_list_by_name (check->programme, who->name);
  guint n_found = 0;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (may_be (check, who, id) && id != who->id)
        {
          who->id = id;
          n_found++;
        }
    }

  if (n_found > 1)
    {
      mtr_import_row_refuse (mtr_import_work_get_row (check->work, row),
                             g_strdup (_("Several people of the programme have this name. Give the e-mail address or the "
                                         "employee reference of the one who is meant.")));
      who->id = 0;
    }
  else if (n_found == 1)
    {
      claim (check, row);
    }
  else
    {
      who->id = 0;
    }
}

static void
read_who (Check *check,
          guint  row)
{
  Who who = { 0 };
  MtrImportRow *out = mtr_import_work_get_row (check->work, row);
  g_autofree char *id_cell = dup_cell (check, row, "id");
  gint64 id;

  who.name = dup_name (check, row);
  who.reference = dup_cell (check, row, "employee_reference");
  who.email = dup_cell (check, row, "email");
  if (id_cell != NULL && g_ascii_string_to_signed (id_cell, 10, 1, G_MAXINT64, &id, NULL) &&
      mtr_snapshot_get (check->reader->context->file, MTR_KIND_PERSON, id) != NULL)
    who.id = id;
  who.keys = (who.id != 0 ? KEY_ID : 0) | (who.reference != NULL ? KEY_REFERENCE : 0) |
             (who.email != NULL ? KEY_EMAIL : 0);
  if (who.name == NULL)
    mtr_import_row_refuse (out, g_strdup (_("There is no name. Give it, or remove the row.")));
  mtr_import_row_take_title (out, g_strdup (who.name != NULL ? who.name : who.email != NULL ? who.email : ""));
  g_array_append_val (check->whos, who);
}

static void
identify (Check *check)
{
  guint n_rows = check->whos->len;

  for (guint row = 0; row < n_rows; row++)
    if (!mtr_import_work_is_refused (check->work, row))
      {
        find_by_keys (check, row);
        if (get_who (check, row)->id != 0 && !mtr_import_work_is_refused (check->work, row))
          claim (check, row);
      }
  for (guint row = 0; row < n_rows; row++)
    if (!mtr_import_work_is_refused (check->work, row) && get_who (check, row)->id == 0)
      find_by_name (check, row);
}

/* ---- What is in the row --------------------------------------------------- */

/* Everybody gets an id and is known before the first cell that names somebody is read. */
static void
begin_drafts (Check *check)
{
  const MtrImportContext *context = check->reader->context;

  for (guint row = 0; row < check->whos->len; row++)
    {
      Who *who = get_who (check, row);
      MtrImportDraft *draft = mtr_import_work_get_draft (check->work, row);

      if (who->name == NULL || mtr_import_work_is_refused (check->work, row))
        continue;
      if (who->id != 0)
        {
          draft->existing = mtr_snapshot_get (context->file, MTR_KIND_PERSON, who->id);
          draft->record = mtr_record_copy (draft->existing);
        }
      else
        {
          who->id = context->new_id (context->new_id_data);
          draft->record = mtr_record_new (MTR_KIND_PERSON, who->id);
          set_row_of (check->new_rows, who->id, row);
        }
      mtr_import_people_add (check->reader->people, who->id, who->name, who->reference, who->email);
    }
}

/* A name of two columns is put together; it was looked at as a whole before. */
static void
set_joined_name (Check          *check,
                 guint           row,
                 MtrImportDraft *draft)
{
  const char *name = get_who (check, row)->name;
  g_autofree char *seen = mtr_import_dup_seen (name);

  if (mtr_import_reader_get_cell (check->reader, row, "name") != NULL ||
      (draft->existing != NULL && (mtr_record_text_is (draft->existing, MTR_PERSON_NAME, name) ||
                                   mtr_record_text_is (draft->existing, MTR_PERSON_NAME, seen))))
    return;
  if (g_utf8_strlen (name, -1) > (glong) mtr_field_get_max_length (MTR_PERSON_NAME))
    mtr_import_row_refuse (mtr_import_work_get_row (check->work, row), g_strdup (_("The name is too long. Shorten it.")));
  else
    {
      g_autofree char *clean = mtr_text_clean (name, -1, MTR_TEXT_ONE_LINE, NULL);

      mtr_record_set_text (draft->record, MTR_PERSON_NAME, clean);
    }
}

/* A name, and not an address or a number that was mistyped. */
static gboolean
looks_like_name (const char *text)
{
  gboolean letter = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character == '@' || g_unichar_isdigit (character))
        return FALSE;
      letter = letter || g_unichar_isalpha (character);
    }

  return letter && g_utf8_strlen (text, -1) <= (glong) mtr_field_get_max_length (MTR_PERSON_NAME);
}

static void
add_person (Check      *check,
            guint       row,
            const char *name)
{
  const MtrImportContext *context = check->reader->context;
  MtrImportRow *out = mtr_import_row_new (mtr_csv_get_line (check->reader->csv, row));
  MtrImportDraft *draft = g_new0 (MtrImportDraft, 1);
  Who who = { 0 };

  who.name = mtr_text_clean (name, -1, MTR_TEXT_ONE_LINE, NULL);
  who.id = context->new_id (context->new_id_data);
  draft->record = mtr_record_new (MTR_KIND_PERSON, who.id);
  mtr_record_set_text (draft->record, MTR_PERSON_NAME, who.name);
  mtr_import_row_take_title (out, g_strdup (who.name));
  mtr_import_row_note (out, g_strdup (_("Named in this line as a line manager.")));
  mtr_import_row_note_unseen (out, who.name);
  g_ptr_array_add (check->work->rows, out);
  g_ptr_array_add (check->work->drafts, draft);
  set_row_of (check->new_rows, who.id, check->whos->len);
  mtr_import_people_add (check->reader->people, who.id, who.name, NULL, NULL);
  g_array_append_val (check->whos, who);
}

/* Line managers take no part in the programme, so few lists have them as people. */
static void
add_line_managers (Check *check)
{
  for (guint row = 0; row < mtr_csv_get_n_rows (check->reader->csv); row++)
    {
      g_autofree char *name = dup_cell (check, row, "line_manager_id");
      gint64 id;

      if (name != NULL && mtr_import_work_get_draft (check->work, row)->record != NULL && looks_like_name (name) &&
          mtr_import_people_find (check->reader->people, name, &id) == MTR_IMPORT_FOUND_NONE)
        add_person (check, row, name);
    }
}

static void
read_rows (Check *check)
{
  GCancellable *cancellable = check->reader->context->cancellable;

  for (guint row = 0; row < mtr_csv_get_n_rows (check->reader->csv) && !g_cancellable_is_cancelled (cancellable); row++)
    {
      MtrImportDraft *draft = mtr_import_work_get_draft (check->work, row);
      MtrImportRow *out = mtr_import_work_get_row (check->work, row);
      const char *name;

      if (draft->record == NULL)
        continue;
      set_joined_name (check, row, draft);
      mtr_import_reader_read_row (check->reader, row, draft->existing, NULL, draft->record, out);
      name = mtr_record_get_text (draft->record, MTR_PERSON_NAME);
      if (name != NULL && (draft->existing == NULL || !mtr_record_text_is (draft->existing, MTR_PERSON_NAME, name)))
        mtr_import_row_note_unseen (out, name);
    }
}

/* ---- Line managers ---------------------------------------------------------- */

static gint64
get_manager_in_file (Check  *check,
                     gint64  id)
{
  MtrRecord *person = mtr_snapshot_get (check->reader->context->file, MTR_KIND_PERSON, id);

  return person != NULL ? mtr_record_get_number (person, MTR_PERSON_LINE_MANAGER_ID) : 0;
}

/* Who manages somebody once all rows that are not refused have been taken in. */
static gint64
get_manager (Check  *check,
             gint64  id)
{
  guint row = get_row_of (check->claims, id);

  if (row == 0)
    row = get_row_of (check->new_rows, id);
  if (row != 0 && !mtr_import_work_is_refused (check->work, row - 1))
    return mtr_record_get_number (mtr_import_work_get_draft (check->work, row - 1)->record, MTR_PERSON_LINE_MANAGER_ID);

  return get_manager_in_file (check, id);
}

static gboolean
changes_manager (Check *check,
                 guint  row)
{
  MtrImportDraft *draft = mtr_import_work_get_draft (check->work, row);

  return draft->record != NULL && !mtr_import_work_is_refused (check->work, row) &&
         mtr_record_is_set (draft->record, MTR_PERSON_LINE_MANAGER_ID) &&
         (draft->existing == NULL ||
          !mtr_record_equal_field (draft->existing, draft->record, MTR_PERSON_LINE_MANAGER_ID));
}

/* Somebody who does not come in cannot be pointed at. */
static gboolean
refuse_missing (Check    *check,
                guint     row,
                MtrField  field)
{
  MtrImportDraft *draft = mtr_import_work_get_draft (check->work, row);
  guint other;

  if (draft->record == NULL || mtr_import_work_is_refused (check->work, row) ||
      !mtr_record_is_set (draft->record, field))
    return FALSE;

  other = get_row_of (check->new_rows, mtr_record_get_number (draft->record, field));
  if (other == 0 || !mtr_import_work_is_refused (check->work, other - 1))
    return FALSE;
  refuse_at_line (check, row,
                  /* Translators: %u is the number of a line */
                  _("It names the person of line %u, who is refused. Put that line right first."), other - 1);

  return TRUE;
}

/* The names of a circle, from the person of a row back to them. */
static char *
describe_circle (Check  *check,
                 gint64  id)
{
  g_autoptr (GString) names = g_string_new (NULL);
  gint64 person = id;
  guint n = 0;

  do
    {
      const char *name = mtr_import_people_get_name (check->reader->people, person);

      if (n++ == 6)
        {
          g_string_append (names, " → …");
          break;
        }
      g_string_append_printf (names, "%s%s", names->len > 0 ? " → " : "", name != NULL ? name : "?");
      person = get_manager (check, person);
    }
  while (person != id);

  /* Translators: names of people, each managed by the next: "A → B → C" */
  return g_strdup_printf (_("These line managers go round in a circle: %s, and back to the first. Put one of them right."),
                          names->str);
}

/* Colours: 0 not seen, 1 on the way, 2 done. Appends to @circle somebody of each circle that is found. */
static void
find_circles (Check  *check,
              GArray *circles)
{
  g_autoptr (GHashTable) colours = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint row = 0; row < check->whos->len; row++)
    {
      gint64 id = get_who (check, row)->id;

      g_array_set_size (way, 0);
      while (id != 0 && get_row_of (colours, id) == 0)
        {
          g_hash_table_insert (colours, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (1));
          g_array_append_val (way, id);
          id = get_manager (check, id);
        }
      if (id != 0 && get_row_of (colours, id) == 1)
        g_array_append_val (circles, id);
      for (guint i = 0; i < way->len; i++)
        {
          gint64 seen = g_array_index (way, gint64, i);

          g_hash_table_replace (colours, g_memdup2 (&seen, sizeof seen), GUINT_TO_POINTER (2));
        }
    }
}

/* All rows of a circle are refused that put somebody into it: which of them is wrong, nobody can tell from here. */
static gboolean
refuse_circles (Check *check)
{
  g_autoptr (GArray) circles = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean refused = FALSE;

  find_circles (check, circles);
  for (guint i = 0; i < circles->len; i++)
    {
      gint64 first = g_array_index (circles, gint64, i);
      g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autofree char *reason = describe_circle (check, first);
      gint64 id = first;

      do
        {
          guint row = get_row_of (check->claims, id);

          if (row == 0)
            row = get_row_of (check->new_rows, id);
          if (row != 0 && changes_manager (check, row - 1))
            g_array_append_val (rows, row);
          id = get_manager (check, id);
        }
      while (id != first);

      for (guint j = 0; j < rows->len; j++)
        mtr_import_row_refuse (mtr_import_work_get_row (check->work, g_array_index (rows, guint, j) - 1),
                               g_strdup (reason));
      refused = refused || rows->len > 0;
    }

  return refused;
}

static void
check_managers (Check *check)
{
  gboolean again = TRUE;

  for (guint row = 0; row < check->whos->len; row++)
    {
      MtrImportDraft *draft = mtr_import_work_get_draft (check->work, row);

      if (draft->record != NULL &&
          mtr_record_get_number (draft->record, MTR_PERSON_LINE_MANAGER_ID) == get_who (check, row)->id)
        mtr_import_row_refuse (mtr_import_work_get_row (check->work, row),
                               g_strdup (_("Nobody is their own line manager. Give somebody else, or leave the cell empty.")));
    }

  /* What is refused keeps the line manager it has, which may close a circle, and is nobody whom others can name. */
  while (again)
    {
      again = FALSE;
      for (guint row = 0; row < check->whos->len; row++)
        again = refuse_missing (check, row, MTR_PERSON_LINE_MANAGER_ID) ||
                refuse_missing (check, row, MTR_PERSON_TALK_TO_ID) || again;
      again = refuse_circles (check) || again;
    }
}

/*
 * mtr_import_check_people:
 * @work: a dry run of people
 */
void
mtr_import_check_people (MtrImportWork *work)
{
  MtrImportReader *reader = work->reader;
  Check check = { .work = work, .reader = reader };
  guint n_rows = mtr_csv_get_n_rows (reader->csv);

  check.whos = g_array_sized_new (FALSE, TRUE, sizeof (Who), n_rows);
  g_array_set_clear_func (check.whos, clear_who);
  check.programme = mtr_import_people_new ();
  mtr_import_people_add_snapshot (check.programme, reader->context->file);
  check.claims = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  check.new_rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint row = 0; row < n_rows; row++)
    if (mtr_import_reader_check_row (reader, row, mtr_import_work_get_row (work, row)))
      {
        read_who (&check, row);
      }
    else
      {
        Who nobody = { 0 };

        g_array_append_val (check.whos, nobody);
      }
  check_repeated (&check);
  identify (&check);
  begin_drafts (&check);
  if (reader->context->add_line_managers)
    add_line_managers (&check);
  read_rows (&check);
  check_managers (&check);
  for (guint row = 0; row < work->rows->len; row++)
    mtr_import_work_compare (work, row);

  g_hash_table_unref (check.new_rows);
  g_hash_table_unref (check.claims);
  mtr_import_people_free (check.programme);
  g_array_unref (check.whos);
}
