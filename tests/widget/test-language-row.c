/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The language of documents: chosen in a row, kept, and followed by what is
 * made from then on, while the window stays in its own language.
 */

#include "mtr-language-row.h"
#include "mtr-language.h"
#include "mtr-output.h"
#include "mtr-portfolio-builder.h"
#include "mtr-test-portfolio.h"
#include "mtr-test-window.h"

static MtrApplication *application;

static void
built_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  *(MtrDocument **) user_data = mtr_output_build_finish (result, &error);
  g_assert_no_error (error);
}

static MtrDocument *
build (MtrWindow *window)
{
  g_autoptr (MtrPairingModel) model = mtr_test_portfolio_model (window, "Amara");
  MtrDocument *document = NULL;

  mtr_output_build_async (model, mtr_portfolio_build, mtr_record_get_id (mtr_pairing_model_get_portfolio (model)), NULL,
                          built_cb, &document);
  while (document == NULL)
    g_main_context_iteration (NULL, TRUE);

  return document;
}

static void
test_row (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("com.example.Mentoring");
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 700);
  GtkWidget *row = g_object_ref_sink (g_object_new (MTR_TYPE_LANGUAGE_ROW, NULL));
  GtkWidget *drop_down = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));
  g_autofree char *kept = NULL;

  gtk_test_accessible_assert_role (drop_down, GTK_ACCESSIBLE_ROLE_COMBO_BOX);
  gtk_test_accessible_assert_property (drop_down, GTK_ACCESSIBLE_PROPERTY_LABEL, "Language of documents");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)), ==, 0);
  g_assert_null (mtr_document_language_get ());
  {
    g_autoptr (MtrDocument) document = build (window);

    g_assert_cmpstr (mtr_document_get_language (document), ==, "en-GB");
    g_assert_cmpstr (mtr_document_get_subject (document), ==, "Practice supervisors in adult social care (PQS)");
  }

  /* As the window, English, Cymraeg. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 2);
  kept = g_settings_get_string (settings, "document-language");
  g_assert_cmpstr (kept, ==, "cy");
  {
    g_autoptr (MtrDocument) document = build (window);

    g_assert_cmpstr (mtr_document_get_language (document), ==, "cy");
    g_assert_cmpstr (mtr_document_get_subject (document), ==,
                     "Goruchwylwyr ymarfer mewn gofal cymdeithasol i oedolion (PQS)");
  }
  /* Nothing of it stays behind in the window. */
  g_assert_cmpstr (mtr_language_get_tag (), ==, "en-GB");

  g_settings_set_string (settings, "document-language", "en-GB");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)), ==, 1);
  g_settings_reset (settings, "document-language");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)), ==, 0);

  g_assert_finalize_object (row);
  mtr_test_window_close (window);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;

  application = mtr_test_application_new ();

  g_test_add_func ("/widget/language-row", test_row);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
