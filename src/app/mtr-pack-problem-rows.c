/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The packs of this computer that were refused, each with its file, the line
 * and the reason, for whoever wrote it.
 */

#include "mtr-pack-problem-rows.h"

#include <glib/gi18n-lib.h>

/**
 * mtr_pack_problem_rows_add:
 * @group: (transfer none): an empty group; hidden where nothing was refused
 * @library: the packs of this computer
 *
 * Adds a row for each pack that was refused.
 */
void
mtr_pack_problem_rows_add (AdwPreferencesGroup *group,
                           MtrPackLibrary      *library)
{
  g_autoptr (GPtrArray) problems = mtr_pack_library_get_problems (library);

  for (guint i = 0; i < problems->len; i++)
    {
      const MtrPackProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *name = g_filename_display_basename (problem->file);
      g_autofree char *title = NULL;
      GtkWidget *row = adw_action_row_new ();

      if (problem->line > 0)
        /* Translators: a pack that was refused; %1$s is the name of its file, %2$d a line in it. */
        title = g_strdup_printf (_("%1$s, line %2$d"), name, problem->line);
      else
        title = g_strdup (name);
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), problem->reason);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      gtk_widget_set_tooltip_text (row, problem->file);
      adw_preferences_group_add (group, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (group), problems->len > 0);
}
