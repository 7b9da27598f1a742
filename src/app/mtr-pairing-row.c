/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One pairing in the list of pairings: who, state, last and next session, what
 * is done and what is missing, in words that are also spoken as one sentence.
 */

#include "mtr-pairing-row.h"

#include "mtr-date.h"
#include "mtr-pairing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _MtrPairingRow {
  GtkBox    parent_instance;

  GtkLabel *title_label;
  GtkLabel *attention_label;
  GtkLabel *state_label;
  GtkLabel *dates_label;
  GtkLabel *figures_label;
};

G_DEFINE_FINAL_TYPE (MtrPairingRow, mtr_pairing_row, GTK_TYPE_BOX)

/**
 * mtr_pairing_row_dup_title:
 * @summary: a record of %MTR_KIND_PAIRING_SUMMARY
 *
 * Returns: (transfer full): who with whom
 */
char *
mtr_pairing_row_dup_title (MtrRecord *summary)
{
  const char *mentees = mtr_record_get_name (summary, MTR_PAIRING_SUMMARY_MENTEES);
  const char *mentor = mtr_record_get_name (summary, MTR_PAIRING_SUMMARY_MENTOR);

  if (mentees == NULL)
    mentees = _("Nobody yet");
  if (mentor == NULL)
    /* Translators: the title of a pairing that has no mentor yet; %s is one name or several. */
    return g_strdup_printf (_("%s, no mentor yet"), mentees);

  /* Translators: the title of a pairing; the first %s is the mentee, the second the mentor. */
  return g_strdup_printf (_("%s with %s"), mentees, mentor);
}

static void
add_date (GString     *text,
          MtrRecord   *summary,
          MtrField     field,
          const char  *format,
          const char  *nothing,
          const GDate *today)
{
  g_autofree char *words = NULL;
  GDate date;

  if (mtr_record_get_date (summary, field, &date))
    {
      g_autofree char *day = mtr_date_format (&date, g_date_get_year (&date) == g_date_get_year (today)
                                                       ? MTR_DATE_STYLE_DAY : MTR_DATE_STYLE_LONG);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      words = g_strdup_printf (format, day);
#pragma GCC diagnostic pop
    }
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", words != NULL ? words : nothing);
}

/**
 * mtr_pairing_row_dup_dates:
 * @summary: a record of %MTR_KIND_PAIRING_SUMMARY
 * @pack_title: (nullable): the title of its pack, where there are several
 * @today: the present date
 *
 * Returns: (transfer full): its pack, the last and the next session
 */
char *
mtr_pairing_row_dup_dates (MtrRecord   *summary,
                           const char  *pack_title,
                           const GDate *today)
{
  GString *text = g_string_new (pack_title);

  /* Translators: %s is a date, as in "30 October". */
  add_date (text, summary, MTR_PAIRING_SUMMARY_LAST_HELD_ON, _("last session %s"), _("no session yet"), today);
  if (!mtr_record_text_is (summary, MTR_PAIRING_SUMMARY_STATE, MTR_PAIRING_ENDED))
    {
      GDate next;
      /* A planned day that is over is not what comes next: somebody has still to say what became of it. */
      gboolean over = mtr_record_get_date (summary, MTR_PAIRING_SUMMARY_NEXT_PLANNED_ON, &next) &&
                      g_date_compare (&next, today) < 0;

      add_date (text, summary, MTR_PAIRING_SUMMARY_NEXT_PLANNED_ON,
                /* Translators: each %s is a date, as in "26 November". */
                over ? _("%s not written down yet") : _("next %s"), _("none planned"), today);
    }

  return g_string_free (text, FALSE);
}

/**
 * mtr_pairing_row_dup_figures:
 * @summary: a record of %MTR_KIND_PAIRING_SUMMARY
 *
 * Full coverage is not a pass: it says what is missing, not that something is good enough (product.md, rule 4).
 *
 * Returns: (transfer full): observations done of those asked for, and how many things are missing
 */
char *
mtr_pairing_row_dup_figures (MtrRecord *summary)
{
  guint asked = (guint) mtr_record_get_number (summary, MTR_PAIRING_SUMMARY_OBSERVATIONS_ASKED);
  guint done = (guint) mtr_record_get_number (summary, MTR_PAIRING_SUMMARY_OBSERVATIONS_DONE);
  guint unmet = (guint) mtr_record_get_number (summary, MTR_PAIRING_SUMMARY_UNMET);
  GString *text = g_string_new (NULL);

  if (asked > 0)
    /* Translators: %1$u of %2$u observations are signed. */
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u observation", "%1$u of %2$u observations",
                                               asked), done, asked);
  if (text->len > 0)
    g_string_append (text, " · ");
  if (mtr_record_text_is (summary, MTR_PAIRING_SUMMARY_STATE, "ended"))
    g_string_append (text, _("nothing more is asked for"));
  else if (unmet > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u thing missing", "%u things missing", unmet), unmet);
  else
    g_string_append (text, _("nothing missing"));

  return g_string_free (text, FALSE);
}

/**
 * mtr_pairing_row_get_state:
 * @summary: a record of %MTR_KIND_PAIRING_SUMMARY
 *
 * Returns: (transfer none): its state in words
 */
const char *
mtr_pairing_row_get_state (MtrRecord *summary)
{
  return mtr_pairing_get_state_label (mtr_record_get_text (summary, MTR_PAIRING_SUMMARY_STATE));
}

static void
mtr_pairing_row_class_init (MtrPairingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-pairing-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MtrPairingRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, MtrPairingRow, attention_label);
  gtk_widget_class_bind_template_child (widget_class, MtrPairingRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, MtrPairingRow, dates_label);
  gtk_widget_class_bind_template_child (widget_class, MtrPairingRow, figures_label);
}

static void
mtr_pairing_row_init (MtrPairingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mtr_pairing_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
mtr_pairing_row_new (void)
{
  return g_object_new (MTR_TYPE_PAIRING_ROW, NULL);
}

/**
 * mtr_pairing_row_show:
 * @self: a row
 * @programme: the programme
 * @summary: (nullable): a record of %MTR_KIND_PAIRING_SUMMARY; %NULL while it is being fetched
 */
void
mtr_pairing_row_show (MtrPairingRow *self,
                      MtrProgramme  *programme,
                      MtrRecord     *summary)
{
  g_autofree char *title = NULL;
  g_autofree char *dates = NULL;
  g_autofree char *figures = NULL;
  g_autofree char *spoken = NULL;
  const char *state = "";
  MtrPack *pack;
  GDate today, from;
  gboolean attention;

  mtr_programme_get_today (programme, &today);
  if (summary != NULL)
    {
      /* The pack is said where it is not the one of the whole programme. */
      pack = mtr_programme_get_pack (programme, mtr_record_get_text (summary, MTR_PAIRING_SUMMARY_PACK));
      title = mtr_pairing_row_dup_title (summary);
      dates = mtr_pairing_row_dup_dates (summary, pack != NULL && pack != mtr_programme_get_pack (programme, NULL)
                                                    ? mtr_pack_get_title (pack) : NULL, &today);
      figures = mtr_pairing_row_dup_figures (summary);
      state = mtr_pairing_get_state_label (mtr_record_get_text (summary, MTR_PAIRING_SUMMARY_STATE));
    }
  attention = summary != NULL && mtr_record_get_date (summary, MTR_PAIRING_SUMMARY_ATTENTION_FROM, &from) &&
              g_date_compare (&from, &today) <= 0;

  gtk_label_set_text (self->title_label, title != NULL ? title : "…");
  gtk_label_set_text (self->state_label, state);
  gtk_label_set_text (self->dates_label, dates != NULL ? dates : "");
  gtk_label_set_text (self->figures_label, figures != NULL ? figures : "");
  gtk_widget_set_visible (GTK_WIDGET (self->attention_label), attention);

  if (summary == NULL || gtk_widget_get_parent (GTK_WIDGET (self)) == NULL)
    return;
  spoken = g_strdup_printf ("%s. %s%s%s. %s. %s", title, state, attention ? ". " : "",
                            attention ? _("needs attention") : "", dates, figures);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
