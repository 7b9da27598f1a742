/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The last step of an observation: first what is still missing, each a way to
 * the place where it is written; then a row for each of the two signatures.
 * After both, the record is sealed.
 */

#include "mtr-sign-form.h"

#include "mtr-date.h"
#include "mtr-observation-words.h"
#include "mtr-row-list.h"
#include "mtr-sign-dialog.h"
#include "mtr-signature.h"

#include <glib/gi18n-lib.h>

struct _MtrSignForm {
  MtrObservationForm  parent_instance;

  GtkWidget          *missing_group;
  MtrRowList         *missing_list;   /* (owned) */
  GPtrArray          *missing;        /* (owned) (element-type MtrProblem) */
  MtrRowList         *sign_list;      /* (owned) */
};

G_DEFINE_FINAL_TYPE (MtrSignForm, mtr_sign_form, MTR_TYPE_OBSERVATION_FORM)

static const struct {
  const char *slot;
  MtrField    person;
  const char *word;    /* key of the word of the pack */
} slots[] = {
  { MTR_SLOT_OBSERVER, MTR_OBSERVATION_OBSERVER_ID, "observer" },
  { MTR_SLOT_OBSERVED, MTR_OBSERVATION_OBSERVED_ID, "observed-person" },
};

static gboolean
is_owner (MtrSignForm *self,
          MtrField     person)
{
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);
  gint64 owner_id = mtr_programme_get_owner_id (mtr_observation_form_get_programme (form));

  return owner_id != 0 && owner_id == mtr_record_get_number (mtr_observation_form_get_record (form), person);
}

static void
signed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  MtrSignForm *self = MTR_SIGN_FORM (source);
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);
  gsize i = GPOINTER_TO_SIZE (user_data);
  g_autofree char *name = mtr_sign_dialog_ask_finish (result);
  g_autofree char *now = mtr_programme_now (mtr_observation_form_get_programme (form));
  g_autofree char *done = NULL;
  gboolean last;

  if (name == NULL)
    return;

  last = mtr_signature_is_given (mtr_observation_form_get_record (form), slots[1 - i].slot);
  if (last)
    {
      g_autofree char *moment = mtr_moment_format (now);

      /* Translators: %s is a moment: "21 November 2026, 15:20". */
      done = g_strdup_printf (_("Sealed %s."), moment);
    }
  else
    {
      /* Translators: %s is a person. */
      done = g_strdup_printf (_("Signed. %s can still read it, and object."),
                              mtr_observation_form_get_name (form, slots[1 - i].person));
    }
  mtr_observation_form_act (form,
                            mtr_observation_sign (mtr_observation_form_get_record (form), slots[i].slot, name,
                                                  is_owner (self, slots[i].person) ? MTR_SIGNED_OWN_FILE
                                                                                   : MTR_SIGNED_IN_PERSON,
                                                  now),
                            done);
}

static void
sign (MtrSignForm *self,
      gsize        i)
{
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);
  const char *name = mtr_observation_form_get_name (form, slots[i].person);
  const char *word = mtr_pack_get_word (mtr_observation_form_get_pack (form), slots[i].word);
  g_autofree char *role = NULL;
  g_autofree char *day = NULL;
  GDate today;

  if (mtr_observation_form_refuse (form, MTR_OBSERVATION_STEP_SIGN))
    return;

  mtr_programme_get_today (mtr_observation_form_get_programme (form), &today);
  day = mtr_date_format (&today, MTR_DATE_STYLE_FULL);
  if (is_owner (self, slots[i].person))
    /* Translators: the first %s is a role, as in "Observer", the second a person. */
    role = g_strdup_printf (_("%s: %s"), word, name);
  else
    role = g_strdup_printf (_("%s: %s, in person on this computer"), word, name);
  mtr_sign_dialog_ask_async (GTK_WIDGET (self), _("Sign and seal?"),
                             _("After both signatures nobody can change this record, not even you. What was wrong is put "
                               "right by an addendum."),
                             role, day, signed_cb, GSIZE_TO_POINTER (i));
}

static void
sign_activated_cb (MtrSignForm *self,
                   const char  *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (slots); i++)
    if (g_str_equal (slots[i].slot, key) &&
        !mtr_signature_is_given (mtr_observation_form_get_record (MTR_OBSERVATION_FORM (self)), key))
      sign (self, i);
}

static void
missing_activated_cb (MtrSignForm *self,
                      const char  *key)
{
  guint position = (guint) g_ascii_strtoull (key, NULL, 10);

  if (position < self->missing->len)
    {
      const MtrProblem *problem = g_ptr_array_index (self->missing, position);

      g_signal_emit_by_name (self, "go-to", (int) problem->field, problem->id);
    }
}

static void
refresh_missing (MtrSignForm *self)
{
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);
  g_autoptr (MtrSnapshot) current = mtr_observation_form_dup_current (form);
  MtrRecord *record = mtr_snapshot_get (current, MTR_KIND_OBSERVATION, mtr_observation_form_get_id (form));
  GDate today;

  mtr_programme_get_today (mtr_observation_form_get_programme (form), &today);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  self->missing = mtr_observation_list_missing (mtr_observation_form_get_pack (form), current, record,
                                                MTR_OBSERVATION_STEP_SIGN, &today);

  mtr_row_list_begin (self->missing_list);
  for (guint i = 0; i < self->missing->len; i++)
    {
      const MtrProblem *problem = g_ptr_array_index (self->missing, i);
      g_autofree char *key = g_strdup_printf ("%u", i);

      mtr_row_list_add (self->missing_list, key, problem->message, NULL,
                        problem->warning ? _("may stay so") : NULL, NULL);
    }
  mtr_row_list_end (self->missing_list);
  gtk_widget_set_visible (self->missing_group, self->missing->len > 0);
}

static void
refresh_signatures (MtrSignForm *self)
{
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);
  MtrRecord *record = mtr_observation_form_get_record (form);
  MtrPack *pack = mtr_observation_form_get_pack (form);

  mtr_row_list_begin (self->sign_list);
  for (gsize i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      const MtrSignature *signature = mtr_signature_find (MTR_KIND_OBSERVATION, slots[i].slot);
      gboolean given = mtr_signature_is_given (record, slots[i].slot);
      const char *name = mtr_observation_form_get_name (form, slots[i].person);
      const char *word = mtr_pack_get_word (pack, slots[i].word);
      g_autofree char *subtitle = NULL;

      if (given)
        {
          g_autofree char *moment = mtr_moment_format (mtr_record_get_text (record, signature->at_field));

          /* Translators: a role, a name that was typed, and a moment. */
          subtitle = g_strdup_printf (_("%s. Signed “%s”, %s"), word,
                                      mtr_record_get_text (record, signature->name_field), moment);
        }
      else if (is_owner (self, slots[i].person))
        {
          subtitle = g_strdup (word);
        }
      else
        {
          /* Translators: %s is a role. */
          subtitle = g_strdup_printf (_("%s. Signs here in person when you sit together"), word);
        }
      mtr_row_list_add (self->sign_list, slots[i].slot, name, subtitle, given ? _("signed") : NULL,
                        given ? "" : _("Sign…"));
    }
  mtr_row_list_end (self->sign_list);
}

static void
mtr_sign_form_build (MtrObservationForm *form)
{
  MtrSignForm *self = MTR_SIGN_FORM (form);
  GtkWidget *group;

  self->missing_group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->missing_group), _("Before you sign"));
  gtk_box_append (GTK_BOX (self), self->missing_group);
  self->missing_list = mtr_row_list_new (ADW_PREFERENCES_GROUP (self->missing_group));
  g_signal_connect_object (self->missing_list, "activated", G_CALLBACK (missing_activated_cb), self,
                           G_CONNECT_SWAPPED);

  group = mtr_observation_form_add_group (form, _("Signatures"), MTR_AUDIENCE_ASSESSMENT);
  self->sign_list = mtr_row_list_new (ADW_PREFERENCES_GROUP (group));
  g_signal_connect_object (self->sign_list, "activated", G_CALLBACK (sign_activated_cb), self, G_CONNECT_SWAPPED);
}

static void
mtr_sign_form_refresh (MtrObservationForm *form)
{
  refresh_missing (MTR_SIGN_FORM (form));
  refresh_signatures (MTR_SIGN_FORM (form));
}

static void
mtr_sign_form_finalize (GObject *object)
{
  MtrSignForm *self = MTR_SIGN_FORM (object);

  g_clear_object (&self->missing_list);
  g_clear_object (&self->sign_list);
  g_clear_pointer (&self->missing, g_ptr_array_unref);

  G_OBJECT_CLASS (mtr_sign_form_parent_class)->finalize (object);
}

static void
mtr_sign_form_class_init (MtrSignFormClass *klass)
{
  MtrObservationFormClass *form_class = MTR_OBSERVATION_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mtr_sign_form_finalize;
  form_class->step = MTR_OBSERVATION_STEP_SIGN;
  form_class->build = mtr_sign_form_build;
  form_class->refresh = mtr_sign_form_refresh;
}

static void
mtr_sign_form_init (MtrSignForm *self)
{
}
