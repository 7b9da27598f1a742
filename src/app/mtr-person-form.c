/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is written down about a person, in parts: what is read often stands on
 * the page of the person, each other part on a page of its own. Which field is
 * in which part and group, and what can be chosen, is said by tables. Unknown
 * is not "no": a yes or no has three answers.
 */

#include "mtr-person-form.h"

#include "mtr-audience-button.h"
#include "mtr-chips.h"
#include "mtr-field-row.h"

#include <glib/gi18n-lib.h>

#define MONTHS_A_YEAR 12
#define MINUTES_AN_HOUR 60
#define HALF_DAY_COLUMNS 3

static const struct {
  const char *code;
  const char *title;   /* untranslated */
  const char *line;    /* untranslated (nullable): what to know before anything is typed */
} sections[MTR_N_PERSON_SECTIONS] = {
  [MTR_PERSON_SECTION_MAIN] = { "main", N_("Who it is"), NULL },
  [MTR_PERSON_SECTION_REACH] = { "reach", N_("How to reach them"), NULL },
  [MTR_PERSON_SECTION_WORK] = { "work", N_("Work"), NULL },
  [MTR_PERSON_SECTION_REGISTRATION] = { "registration", N_("Registration and experience"), NULL },
  [MTR_PERSON_SECTION_MENTOR] = { "mentor", N_("As a mentor"),
    N_("What somebody offers. Matching looks at it; it is nobody’s score.") },
  [MTR_PERSON_SECTION_WISHES] = { "wishes", N_("What they wish for"),
    N_("What matching looks at. Nobody is turned down for a wish, and a wish may change at any time.") },
  [MTR_PERSON_SECTION_MEETING] = { "meeting", N_("Meeting and learning"),
    N_("In their own words. How somebody likes to learn is never a score.") },
  [MTR_PERSON_SECTION_IDENTITY] = { "identity", N_("Who they say they are"),
    N_("Only you, the owner of this file, read this. It is in no report and no export, and matching does not look at it. Write down only what they gave you for this.") },
};

/* Each field in the group of those who may read it; rows of one section and group follow each other. */
static const struct {
  MtrPersonSection  section;
  MtrField          field;
  const char       *group;   /* untranslated; NULL: in the group before */
} form[] = {
  { MTR_PERSON_SECTION_MAIN, MTR_PERSON_NAME, N_("Who it is") },
  { MTR_PERSON_SECTION_MAIN, MTR_PERSON_ROLE_TITLE, NULL },
  { MTR_PERSON_SECTION_MAIN, MTR_PERSON_TEAM, NULL },
  { MTR_PERSON_SECTION_MAIN, MTR_PERSON_SERVICE, NULL },
  { MTR_PERSON_SECTION_MAIN, MTR_PERSON_EMPLOYER, NULL },
  { MTR_PERSON_SECTION_MAIN, MTR_PERSON_LINE_MANAGER_ID, NULL },
  { MTR_PERSON_SECTION_MAIN, MTR_PERSON_REGISTERED, N_("For mentoring") },
  { MTR_PERSON_SECTION_MAIN, MTR_PERSON_REGISTERED_SEEN_ON, NULL },
  { MTR_PERSON_SECTION_MAIN, MTR_PERSON_SUPERVISORY_MONTHS, NULL },

  { MTR_PERSON_SECTION_REACH, MTR_PERSON_EMAIL, N_("How to reach them") },
  { MTR_PERSON_SECTION_REACH, MTR_PERSON_PHONE, NULL },
  { MTR_PERSON_SECTION_REACH, MTR_PERSON_PRIVATE_NOTE, N_("Private note") },

  { MTR_PERSON_SECTION_WORK, MTR_PERSON_LOCALITY, N_("Where") },
  { MTR_PERSON_SECTION_WORK, MTR_PERSON_PROFESSION, NULL },
  { MTR_PERSON_SECTION_WORK, MTR_PERSON_GRADE, NULL },
  { MTR_PERSON_SECTION_WORK, MTR_PERSON_EMPLOYEE_REFERENCE, NULL },
  { MTR_PERSON_SECTION_WORK, MTR_PERSON_CONTRACT, N_("Contract and hours") },
  { MTR_PERSON_SECTION_WORK, MTR_PERSON_WORKING_TIME, NULL },
  { MTR_PERSON_SECTION_WORK, MTR_PERSON_WEEKLY_MINUTES, NULL },
  { MTR_PERSON_SECTION_WORK, MTR_PERSON_POST_STARTED_ON, N_("In post") },
  { MTR_PERSON_SECTION_WORK, MTR_PERSON_IN_POST_AFTER_YEAR, NULL },
  { MTR_PERSON_SECTION_WORK, MTR_PERSON_LEFT_ON, NULL },

  { MTR_PERSON_SECTION_REGISTRATION, MTR_PERSON_REGISTRATION_NUMBER, N_("Registration") },
  { MTR_PERSON_SECTION_REGISTRATION, MTR_PERSON_REGISTERED_ON, N_("Since when") },
  { MTR_PERSON_SECTION_REGISTRATION, MTR_PERSON_QUALIFIED_ON, NULL },
  { MTR_PERSON_SECTION_REGISTRATION, MTR_PERSON_FIELD_MONTHS, NULL },

  { MTR_PERSON_SECTION_MENTOR, MTR_PERSON_WILLING_TO_MENTOR, N_("Mentoring others") },
  { MTR_PERSON_SECTION_MENTOR, MTR_PERSON_CAPACITY, NULL },
  { MTR_PERSON_SECTION_MENTOR, MTR_PERSON_SKILLS_OFFERED, NULL },
  { MTR_PERSON_SECTION_MENTOR, MTR_PERSON_INDUCTION_ON, N_("Prepared and supported") },
  { MTR_PERSON_SECTION_MENTOR, MTR_PERSON_REFRESHER_ON, NULL },
  { MTR_PERSON_SECTION_MENTOR, MTR_PERSON_TALK_TO_ID, NULL },

  { MTR_PERSON_SECTION_WISHES, MTR_PERSON_ROLE_WANTED, N_("Taking part") },
  { MTR_PERSON_SECTION_WISHES, MTR_PERSON_WAITING_SINCE_ON, NULL },
  { MTR_PERSON_SECTION_WISHES, MTR_PERSON_FIRST_IN_QUEUE, NULL },
  { MTR_PERSON_SECTION_WISHES, MTR_PERSON_SKILLS_WANTED, N_("Whom they would like") },
  { MTR_PERSON_SECTION_WISHES, MTR_PERSON_WISHES, NULL },
  { MTR_PERSON_SECTION_WISHES, MTR_PERSON_WISHES_OTHER_VIEW, NULL },
  { MTR_PERSON_SECTION_WISHES, MTR_PERSON_TARGET_PROFESSION, NULL },

  { MTR_PERSON_SECTION_MEETING, MTR_PERSON_MODE, N_("Meeting") },
  { MTR_PERSON_SECTION_MEETING, MTR_PERSON_AVAILABILITY, NULL },
  { MTR_PERSON_SECTION_MEETING, MTR_PERSON_LANGUAGES, NULL },
  { MTR_PERSON_SECTION_MEETING, MTR_PERSON_BIOGRAPHY, NULL },
  { MTR_PERSON_SECTION_MEETING, MTR_PERSON_LEARNING_PREFERENCES, N_("Learning") },
  { MTR_PERSON_SECTION_MEETING, MTR_PERSON_SUPPORT_NEEDS, NULL },

  { MTR_PERSON_SECTION_IDENTITY, MTR_PERSON_CHARACTERISTICS, N_("Only you") },
  { MTR_PERSON_SECTION_IDENTITY, MTR_PERSON_SIMILAR_IDENTITY_WANTED, NULL },
  { MTR_PERSON_SECTION_IDENTITY, MTR_PERSON_IDENTITY_WANTED, NULL },
};

/* What can be chosen; the codes are those that mtr-fields.def lists. */
static const struct {
  MtrField    field;
  const char *code;
  const char *title;   /* untranslated */
} choices[] = {
  { MTR_PERSON_CONTRACT, "permanent", N_("Permanent") },
  { MTR_PERSON_CONTRACT, "temporary", N_("Temporary") },
  { MTR_PERSON_CONTRACT, "agency", N_("Through an agency") },
  { MTR_PERSON_CONTRACT, "other", N_("Another kind") },
  { MTR_PERSON_WORKING_TIME, "full-time", N_("Full-time") },
  { MTR_PERSON_WORKING_TIME, "part-time", N_("Part-time") },
  { MTR_PERSON_ROLE_WANTED, "mentee", N_("Somebody who is mentored") },
  { MTR_PERSON_ROLE_WANTED, "mentor", N_("A mentor") },
  { MTR_PERSON_ROLE_WANTED, "both", N_("Both") },
  { MTR_PERSON_MODE, "in-person", N_("In person") },
  { MTR_PERSON_MODE, "video", N_("By video") },
  { MTR_PERSON_MODE, "telephone", N_("By telephone") },
  { MTR_PERSON_MODE, "any", N_("Any of these") },
};

static const struct {
  MtrField    field;
  const char *prompt;   /* untranslated */
} prompts[] = {
  { MTR_PERSON_PRIVATE_NOTE, N_("Leaves this file in no print and no export. It is not a secret before the law: this person may ask to see it.") },
  { MTR_PERSON_EMPLOYEE_REFERENCE, N_("Tells two people of one name apart when a spreadsheet is imported.") },
  { MTR_PERSON_SKILLS_OFFERED, N_("One a line, or with commas between them. The same words in somebody’s wishes bring the two together.") },
  { MTR_PERSON_SKILLS_WANTED, N_("One a line, or with commas between them.") },
  { MTR_PERSON_LANGUAGES, N_("With commas between them.") },
  { MTR_PERSON_WAITING_SINCE_ON, N_("Who has waited longest comes first, where all else is equal.") },
  { MTR_PERSON_CAPACITY, N_("Left empty it means two.") },
  { MTR_PERSON_TALK_TO_ID, N_("Whom this mentor can turn to, besides their own line manager.") },
  { MTR_PERSON_LEFT_ON, N_("Their last day. They stay in this file, and are matched no more.") },
  { MTR_PERSON_SIMILAR_IDENTITY_WANTED, N_("For you to think of by hand.") },
};

static const struct {
  const char *code;
  const char *title;   /* untranslated */
} half_days[] = {
  { "monday-morning", N_("Monday morning") },
  { "monday-afternoon", N_("Monday afternoon") },
  { "monday-evening", N_("Monday evening") },
  { "tuesday-morning", N_("Tuesday morning") },
  { "tuesday-afternoon", N_("Tuesday afternoon") },
  { "tuesday-evening", N_("Tuesday evening") },
  { "wednesday-morning", N_("Wednesday morning") },
  { "wednesday-afternoon", N_("Wednesday afternoon") },
  { "wednesday-evening", N_("Wednesday evening") },
  { "thursday-morning", N_("Thursday morning") },
  { "thursday-afternoon", N_("Thursday afternoon") },
  { "thursday-evening", N_("Thursday evening") },
  { "friday-morning", N_("Friday morning") },
  { "friday-afternoon", N_("Friday afternoon") },
  { "friday-evening", N_("Friday evening") },
  { "saturday-morning", N_("Saturday morning") },
  { "saturday-afternoon", N_("Saturday afternoon") },
  { "saturday-evening", N_("Saturday evening") },
  { "sunday-morning", N_("Sunday morning") },
  { "sunday-afternoon", N_("Sunday afternoon") },
  { "sunday-evening", N_("Sunday evening") },
};

struct _MtrPersonForm {
  AdwBin               parent_instance;

  MtrPersonSection     section;
  MtrRecordController *controller;                  /* (owned) */
  GtkWidget           *rows[G_N_ELEMENTS (form)];   /* not owned; NULL: in another section */
  MtrChips            *half_days;                   /* (nullable) */
  gboolean             updating;
};

G_DEFINE_FINAL_TYPE (MtrPersonForm, mtr_person_form, ADW_TYPE_BIN)

/**
 * mtr_person_section_get_code:
 * @section: a part
 *
 * Returns: what a row that opens it is known by
 */
const char *
mtr_person_section_get_code (MtrPersonSection section)
{
  return sections[section].code;
}

/**
 * mtr_person_section_get_title:
 * @section: a part
 *
 * Returns: what it is called, translated
 */
const char *
mtr_person_section_get_title (MtrPersonSection section)
{
  return _(sections[section].title);
}

/**
 * mtr_person_section_get_line:
 * @section: a part
 *
 * Returns: (nullable): what to know before anything is typed, translated
 */
const char *
mtr_person_section_get_line (MtrPersonSection section)
{
  return sections[section].line != NULL ? _(sections[section].line) : NULL;
}

/**
 * mtr_person_section_find:
 * @field: a field of a person
 *
 * Returns: the part it is in
 */
MtrPersonSection
mtr_person_section_find (MtrField field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (form); i++)
    if (form[i].field == field)
      return form[i].section;

  return MTR_PERSON_SECTION_MAIN;
}

/**
 * mtr_person_section_describe:
 * @section: a part
 * @person: a person
 *
 * Returns: (transfer full): how much of it is filled in; never what
 */
char *
mtr_person_section_describe (MtrPersonSection  section,
                             MtrRecord        *person)
{
  guint n_fields = 0;
  guint n_filled = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (form); i++)
    if (form[i].section == section)
      {
        n_fields++;
        n_filled += mtr_record_is_set (person, form[i].field) ? 1 : 0;
      }
  if (n_filled == 0)
    return g_strdup (_("Nothing written"));

  return g_strdup_printf (_("%1$u of %2$u filled in"), n_filled, n_fields);
}

/**
 * mtr_person_form_get_choice:
 * @field: a field of a person that holds a code, or several
 * @code: a code
 *
 * Returns: what it is called, translated; a code that another version has written is given back as it stands
 */
const char *
mtr_person_form_get_choice (MtrField    field,
                            const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].field == field && g_str_equal (choices[i].code, code))
      return _(choices[i].title);
  for (gsize i = 0; i < G_N_ELEMENTS (half_days); i++)
    if (field == MTR_PERSON_AVAILABILITY && g_str_equal (half_days[i].code, code))
      return _(half_days[i].title);

  return code;
}

/* ---- Numbers in words ------------------------------------------------------------ */

/* Months are counted, years are thought in. */
static char *
describe_months (guint months)
{
  guint years = months / MONTHS_A_YEAR;
  guint rest = months % MONTHS_A_YEAR;

  if (years > 0 && rest > 0)
    {
      g_autofree char *year_words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u year", "%u years", years), years);
      g_autofree char *month_words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u month", "%u months", rest), rest);

      /* Translators: as in "2 years" and "6 months". */
      return g_strdup_printf (_("That is %1$s and %2$s."), year_words, month_words);
    }
  if (years > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "That is %u year.", "That is %u years.", years), years);

  return g_strdup (_("That is less than a year."));
}

static char *
describe_minutes (guint minutes)
{
  guint hours = minutes / MINUTES_AN_HOUR;
  guint rest = minutes % MINUTES_AN_HOUR;

  if (rest > 0)
    /* Translators: how long somebody works in a week: hours and minutes, shortened. */
    return g_strdup_printf (_("That is %1$u h %2$u min a week."), hours, rest);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "That is %u hour a week.", "That is %u hours a week.", hours), hours);
}

static const struct {
  MtrField     field;
  char      *(*describe) (guint number);
  const char  *empty;   /* untranslated */
} numbers[] = {
  { MTR_PERSON_SUPERVISORY_MONTHS, describe_months,
    N_("How long have they led or supervised others? Left empty it means: not known yet.") },
  { MTR_PERSON_FIELD_MONTHS, describe_months, N_("How long have they worked in this field? Left empty it means: not known yet.") },
  { MTR_PERSON_WEEKLY_MINUTES, describe_minutes, N_("37 hours are 2220 minutes.") },
};

static GtkWidget *
find_row (MtrPersonForm *self,
          MtrField       field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (form); i++)
    if (form[i].field == field)
      return self->rows[i];

  return NULL;
}

static void
show_numbers (MtrPersonForm *self)
{
  MtrRecord *person = mtr_record_controller_get_record (self->controller);

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      GtkWidget *row = find_row (self, numbers[i].field);
      g_autofree char *words = NULL;

      if (row == NULL)
        continue;
      if (mtr_record_is_set (person, numbers[i].field))
        words = numbers[i].describe ((guint) mtr_record_get_number (person, numbers[i].field));
      mtr_field_row_set_prompt (MTR_FIELD_ROW (row), words != NULL ? words : _(numbers[i].empty));
    }
}

/* ---- Half days --------------------------------------------------------------------- */

static void
show_half_days (MtrPersonForm *self)
{
  const char *codes = mtr_record_get_text (mtr_record_controller_get_record (self->controller), MTR_PERSON_AVAILABILITY);
  g_auto (GStrv) ticked = g_strsplit (codes != NULL ? codes : "", " ", -1);

  if (self->half_days == NULL)
    return;

  self->updating = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (half_days); i++)
    mtr_chips_set_active (self->half_days, half_days[i].code,
                          g_strv_contains ((const char * const *) ticked, half_days[i].code));
  self->updating = FALSE;
}

static void
half_day_cb (MtrPersonForm *self)
{
  g_autoptr (GPtrArray) codes = NULL;
  g_autofree char *joined = NULL;

  if (self->updating)
    return;

  codes = mtr_chips_list_active (self->half_days);
  g_ptr_array_add (codes, NULL);
  joined = g_strjoinv (" ", (char **) codes->pdata);
  mtr_record_controller_type (self->controller, MTR_PERSON_AVAILABILITY, joined);
}

static GtkWidget *
make_half_days (MtrPersonForm *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *title = gtk_label_new (mtr_field_get_label (MTR_PERSON_AVAILABILITY));

  self->half_days = MTR_CHIPS (mtr_chips_new (mtr_field_get_label (MTR_PERSON_AVAILABILITY)));
  mtr_chips_set_columns (self->half_days, HALF_DAY_COLUMNS);
  for (gsize i = 0; i < G_N_ELEMENTS (half_days); i++)
    mtr_chips_add (self->half_days, half_days[i].code, _(half_days[i].title), NULL);
  /* What cannot be changed is read, not ticked. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->half_days),
                            !mtr_programme_is_read_only (mtr_record_controller_get_programme (self->controller)));
  g_signal_connect_object (self->half_days, "toggled", G_CALLBACK (half_day_cb), self, G_CONNECT_SWAPPED);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "field-title");
  gtk_widget_add_css_class (box, "field-row");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->half_days));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), mtr_field_get_label (MTR_PERSON_AVAILABILITY));

  return row;
}

/* ---- Rows ---------------------------------------------------------------------------- */

static GtkWidget *
make_choice (MtrPersonForm *self,
             MtrField       field)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_word_free);

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].field == field)
      {
        MtrWord *word = g_new0 (MtrWord, 1);

        word->code = g_strdup (choices[i].code);
        word->title = g_strdup (_(choices[i].title));
        g_ptr_array_add (words, word);
      }

  return mtr_field_row_new_choice (self->controller, field, words);
}

static GtkWidget *
make_person_row (MtrPersonForm *self,
                 MtrField       field,
                 MtrSnapshot   *people)
{
  gint64 own_id = mtr_record_get_id (mtr_record_controller_get_record (self->controller));
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; i < mtr_snapshot_count (people, MTR_KIND_PERSON); i++)
    {
      MtrRecord *person = mtr_snapshot_nth (people, MTR_KIND_PERSON, i);

      if (mtr_record_get_id (person) != own_id)
        g_ptr_array_add (others, person);
    }

  return mtr_field_row_new_person (self->controller, field, others);
}

static GtkWidget *
make_row (MtrPersonForm *self,
          MtrField       field,
          MtrSnapshot   *people)
{
  const MtrFieldInfo *info = mtr_field_get_info (field);
  g_autofree char *readers = mtr_audience_describe_readers (info->audience, NULL, NULL);
  GtkWidget *row;

  if (info->type == MTR_TYPE_CODES)
    return make_half_days (self);
  if (info->type == MTR_TYPE_REF)
    row = make_person_row (self, field, people);
  else if (info->type == MTR_TYPE_CODE)
    row = make_choice (self, field);
  else
    row = mtr_field_row_new (self->controller, field);

  mtr_field_row_set_readers (MTR_FIELD_ROW (row), readers);
  for (gsize i = 0; i < G_N_ELEMENTS (prompts); i++)
    if (prompts[i].field == field)
      mtr_field_row_set_prompt (MTR_FIELD_ROW (row), _(prompts[i].prompt));

  return row;
}

static void
value_changed_cb (MtrPersonForm *self,
                  int            field)
{
  show_numbers (self);
  if (field == MTR_PERSON_AVAILABILITY)
    show_half_days (self);
}

static void
mtr_person_form_dispose (GObject *object)
{
  g_clear_object (&MTR_PERSON_FORM (object)->controller);

  G_OBJECT_CLASS (mtr_person_form_parent_class)->dispose (object);
}

static void
mtr_person_form_class_init (MtrPersonFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_person_form_dispose;
}

static void
mtr_person_form_init (MtrPersonForm *self)
{
}

/**
 * mtr_person_form_new:
 * @section: which part
 * @controller: the controller of the person
 * @people: everybody who can be somebody's line manager or somebody to talk to
 *
 * Returns: (transfer floating): the groups of the part, one under the other
 */
GtkWidget *
mtr_person_form_new (MtrPersonSection     section,
                     MtrRecordController *controller,
                     MtrSnapshot         *people)
{
  MtrPersonForm *self = g_object_new (MTR_TYPE_PERSON_FORM, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *group = NULL;

  self->section = section;
  self->controller = g_object_ref (controller);
  for (gsize i = 0; i < G_N_ELEMENTS (form); i++)
    {
      if (form[i].section != section)
        continue;
      if (form[i].group != NULL)
        {
          group = mtr_group_new (_(form[i].group), mtr_field_get_info (form[i].field)->audience, NULL, NULL);
          gtk_box_append (GTK_BOX (box), group);
        }
      self->rows[i] = make_row (self, form[i].field, people);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->rows[i]);
    }
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (controller, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  mtr_person_form_refresh (self);

  return GTK_WIDGET (self);
}

/**
 * mtr_person_form_refresh:
 * @self: a form
 *
 * Shows what follows from the fields: numbers in words, ticks.
 */
void
mtr_person_form_refresh (MtrPersonForm *self)
{
  show_numbers (self);
  show_half_days (self);
}

/**
 * mtr_person_form_set_narrow:
 * @self: a form
 * @narrow: whether its page is narrow
 */
void
mtr_person_form_set_narrow (MtrPersonForm *self,
                            gboolean       narrow)
{
  if (self->half_days != NULL)
    mtr_chips_set_columns (self->half_days, narrow ? 1 : HALF_DAY_COLUMNS);
}

/**
 * mtr_person_form_focus:
 * @self: a form
 * @field: a field of a person; %MTR_FIELD_NONE: the first one
 *
 * Puts the cursor in a field.
 *
 * Returns: whether the field is in this part
 */
gboolean
mtr_person_form_focus (MtrPersonForm *self,
                       MtrField       field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (form); i++)
    if (self->rows[i] != NULL && (field == MTR_FIELD_NONE || form[i].field == field))
      {
        if (MTR_IS_FIELD_ROW (self->rows[i]))
          gtk_widget_grab_focus (self->rows[i]);
        else
          gtk_widget_child_focus (self->rows[i], GTK_DIR_TAB_FORWARD);
        return TRUE;
      }

  return FALSE;
}
