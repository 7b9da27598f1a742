/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who reads this: a flat button with icon and words in the header of each
 * group. Pressed, it says who reads it now, who reads it later, and what never
 * leaves. Four fixed texts, one for each audience.
 */

#include "mtr-audience-button.h"

#include "mtr-accessible.h"

#include <glib/gi18n-lib.h>

/* So many characters are in a line at the least, however long the description beside it is. */
#define SHORTEST_READERS 12

struct _MtrAudienceButton {
  AdwBin     parent_instance;

  MtrAudience  audience;
  char        *readers;  /* (owned) */
  GtkWidget   *popover;  /* (nullable): a child beside the button; there once it was asked for */
};

G_DEFINE_FINAL_TYPE (MtrAudienceButton, mtr_audience_button, ADW_TYPE_BIN)

static const struct {
  MtrAudience  audience;
  const char  *icon;
  const char  *now;
  const char  *later;
  const char  *never;
} texts[] = {
  { MTR_AUDIENCE_MINE, "channel-secure-symbolic",
    N_("Now: you, in this file, and nobody else."),
    N_("Later: nobody, unless you pass it on yourself. That is always a button of its own."),
    N_("It is in no print, export, hand-over or report. It is not a secret before the law: somebody it is about may ask for it.") },
  { MTR_AUDIENCE_PAIR, "system-users-symbolic",
    N_("Now: the people of this pairing, within the limits that were agreed."),
    N_("Later: still only they."),
    N_("It is never in the portfolio, never in a report, and the line manager never sees it.") },
  { MTR_AUDIENCE_ASSESSMENT, "x-office-document-symbolic",
    N_("Now: the people of this pairing, and whoever observes."),
    N_("Later: the panel and the line manager, once it is signed or put in the portfolio."),
    N_("Drafts stay with their author until they are passed on.") },
  { MTR_AUDIENCE_PROGRAMME, "view-list-bullet-symbolic",
    N_("Now: everyone who runs the programme."),
    N_("Later: the same people, in lists and reports."),
    N_("These are states, dates and counts. What was said is never among them.") },
};

static void
mtr_audience_button_dispose (GObject *object)
{
  g_clear_pointer (&MTR_AUDIENCE_BUTTON (object)->popover, gtk_widget_unparent);

  G_OBJECT_CLASS (mtr_audience_button_parent_class)->dispose (object);
}

static void
mtr_audience_button_finalize (GObject *object)
{
  g_free (MTR_AUDIENCE_BUTTON (object)->readers);

  G_OBJECT_CLASS (mtr_audience_button_parent_class)->finalize (object);
}

static void
mtr_audience_button_class_init (MtrAudienceButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_audience_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = mtr_audience_button_finalize;
}

static void
mtr_audience_button_init (MtrAudienceButton *self)
{
  /* The button inside has the name. */
  mtr_accessible_set_label (GTK_WIDGET (self), "");
}

/**
 * mtr_audience_describe_readers:
 * @audience: an audience
 * @other: (nullable): the others of the pairing, by name
 * @manager: (nullable): the line manager
 *
 * Returns: (transfer full): who reads it, in a few words: "You and Tomasz"
 */
char *
mtr_audience_describe_readers (MtrAudience  audience,
                               const char  *other,
                               const char  *manager)
{
  switch (audience)
    {
    case MTR_AUDIENCE_MINE:
      return g_strdup (_("Only you"));

    case MTR_AUDIENCE_PAIR:
      /* Translators: %s is a person's name. */
      return other != NULL ? g_strdup_printf (_("You and %s"), other) : g_strdup (_("The people of this pairing"));

    case MTR_AUDIENCE_ASSESSMENT:
      if (other != NULL && manager != NULL)
        /* Translators: the first %s is the other person of a pairing, the second the line manager. */
        return g_strdup_printf (_("You and %s; the panel and %s once signed"), other, manager);
      if (other != NULL)
        return g_strdup_printf (_("You and %s; the panel once signed"), other);
      return g_strdup (_("The people of this pairing; the panel once signed"));

    case MTR_AUDIENCE_PROGRAMME:
    default:
      return g_strdup (_("Everyone who runs the programme"));
    }
}

static GtkWidget *
make_paragraph (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);

  return label;
}

static void
closed_cb (MtrAudienceButton *self)
{
  gtk_widget_grab_focus (adw_bin_get_child (ADW_BIN (self)));
}

/* Its words are one thing to stop at, because nothing else in it could be heard. */
static GtkWidget *
make_popover (MtrAudienceButton *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  g_autofree char *words = NULL;

  gtk_box_append (GTK_BOX (box), make_paragraph (self->readers));
  gtk_widget_add_css_class (gtk_widget_get_first_child (box), "heading");
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].audience == self->audience)
      {
        words = g_strjoin ("\n", self->readers, _(texts[i].now), _(texts[i].later), _(texts[i].never), NULL);
        gtk_box_append (GTK_BOX (box), make_paragraph (_(texts[i].now)));
        gtk_box_append (GTK_BOX (box), make_paragraph (_(texts[i].later)));
        gtk_box_append (GTK_BOX (box), make_paragraph (_(texts[i].never)));
      }
  gtk_widget_set_focusable (box, TRUE);
  mtr_accessible_set_label (box, words);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);

  return popover;
}

static void
clicked_cb (MtrAudienceButton *self)
{
  if (self->popover == NULL)
    self->popover = make_popover (self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (gtk_popover_get_child (GTK_POPOVER (self->popover)));
}

/**
 * mtr_audience_button_new:
 * @audience: who reads what the button stands beside
 * @other: (nullable): the others of the pairing, by name
 * @manager: (nullable): the line manager
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
mtr_audience_button_new (MtrAudience  audience,
                         const char  *other,
                         const char  *manager)
{
  MtrAudienceButton *self = g_object_new (MTR_TYPE_AUDIENCE_BUTTON, NULL);
  /* A menu button would not let the words go on in a second line. */
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label;
  g_autofree char *name = NULL;

  self->audience = audience;
  self->readers = mtr_audience_describe_readers (audience, other, manager);
  label = gtk_label_new (self->readers);
  /* Beside a title on a narrow page it takes the lines that it needs; who reads something is never cut. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), (int) MIN (g_utf8_strlen (self->readers, -1), SHORTEST_READERS));
  if (g_utf8_strlen (self->readers, -1) > 3 * SHORTEST_READERS / 2)
    gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].audience == audience)
      gtk_box_append (GTK_BOX (content), mtr_accessible_new_picture (texts[i].icon));
  gtk_box_append (GTK_BOX (content), label);

  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "audience");
  /* Translators: the name of a button for somebody who hears it; %s says who, as in "You and Tomasz". */
  name = g_strdup_printf (_("Who reads this: %s"), self->readers);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
  mtr_accessible_set_label (GTK_WIDGET (self), name);
  gtk_widget_set_tooltip_text (button, name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), button);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);

  return GTK_WIDGET (self);
}

/**
 * mtr_audience_button_get_readers:
 * @self: a button
 *
 * Returns: (transfer none): who reads it, for the description of the boxes it stands above
 */
const char *
mtr_audience_button_get_readers (MtrAudienceButton *self)
{
  return self->readers;
}

/* libadwaita cuts a title that is too long; here it goes on in the next line. */
static void
wrap_title (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "heading"))
    {
      gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_NONE);
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_xalign (GTK_LABEL (widget), 0);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_LIST_BOX (child))
      wrap_title (child);
}

/* libadwaita puts the description beside what ends the header, which leaves it half of a narrow window; here it goes below
 * both, as wide as the group. The group keeps the label, and shows and hides it as before. */
static void
lower_description (GtkWidget *group)
{
  GtkWidget *box = gtk_widget_get_first_child (group);
  GtkWidget *header = GTK_IS_BOX (box) ? gtk_widget_get_first_child (box) : NULL;
  GtkWidget *labels = GTK_IS_BOX (header) ? gtk_widget_get_first_child (header) : NULL;
  GtkWidget *description = GTK_IS_BOX (labels) ? gtk_widget_get_last_child (labels) : NULL;

  if (!GTK_IS_LABEL (description) || gtk_widget_has_css_class (description, "heading"))
    return;

  g_object_ref (description);
  gtk_box_remove (GTK_BOX (labels), description);
  gtk_box_insert_child_after (GTK_BOX (box), description, header);
  gtk_widget_set_margin_bottom (description, 6);
  g_object_unref (description);
}

/**
 * mtr_group_say_readers:
 * @group: a group with a title; this is said once
 * @audience: who reads what is in the group
 * @other: (nullable): the others of the pairing, by name
 * @manager: (nullable): the line manager
 *
 * Says in the header of the group who reads it, before whatever buttons are there.
 */
void
mtr_group_say_readers (AdwPreferencesGroup *group,
                       MtrAudience          audience,
                       const char          *other,
                       const char          *manager)
{
  GtkWidget *button = mtr_audience_button_new (audience, other, manager);
  GtkWidget *suffix = adw_preferences_group_get_header_suffix (group);

  wrap_title (GTK_WIDGET (group));
  lower_description (GTK_WIDGET (group));
  if (suffix != NULL)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

      g_object_ref (suffix);
      adw_preferences_group_set_header_suffix (group, NULL);
      gtk_box_append (GTK_BOX (box), button);
      gtk_box_append (GTK_BOX (box), suffix);
      g_object_unref (suffix);
      button = box;
    }
  adw_preferences_group_set_header_suffix (group, button);
}

/**
 * mtr_group_set_narrow:
 * @group: a group of mtr_group_say_readers()
 * @narrow: whether there is little room
 *
 * Puts who reads it above the buttons that are in the header, instead of before them.
 */
void
mtr_group_set_narrow (AdwPreferencesGroup *group,
                      gboolean             narrow)
{
  GtkWidget *suffix = adw_preferences_group_get_header_suffix (group);

  if (!GTK_IS_BOX (suffix))
    return;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (suffix), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (suffix), narrow ? 0 : 12);
  for (GtkWidget *child = gtk_widget_get_first_child (suffix); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_halign (child, narrow ? GTK_ALIGN_END : GTK_ALIGN_FILL);
}

/**
 * mtr_group_new:
 * @title: (nullable): the heading, translated
 * @audience: who reads what is in the group
 * @other: (nullable): the others of the pairing, by name
 * @manager: (nullable): the line manager
 *
 * Returns: (transfer floating): an AdwPreferencesGroup that says in its header who reads it
 */
GtkWidget *
mtr_group_new (const char  *title,
               MtrAudience  audience,
               const char  *other,
               const char  *manager)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *markup = title != NULL ? g_markup_escape_text (title, -1) : NULL;

  if (markup != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), markup);
  mtr_group_say_readers (ADW_PREFERENCES_GROUP (group), audience, other, manager);

  return group;
}
