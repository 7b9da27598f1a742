/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which sessions of a diary are shown: those in a state, about a topic, or
 * touching an area, and those that contain what is searched for. The private
 * note is never searched: it is closed.
 */

#include "mtr-session-filter.h"

#include "mtr-session-words.h"
#include "mtr-session.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum {
  CHOICE_STATES,
  CHOICE_TOPIC,
  CHOICE_AREA,
} ChoiceType;

typedef struct {
  ChoiceType  type;
  char       *codes;  /* (owned): of states, separated by spaces; of a topic; of an area. "": all */
  char       *title;  /* (owned) */
} Choice;

struct _MtrSessionFilter {
  GPtrArray *choices;  /* (owned) (element-type Choice) */
};

static const struct {
  const char *title;
  const char *states;
} states[] = {
  { N_("All sessions"), "" },
  { N_("Held"), MTR_SESSION_STATE_HELD },
  { N_("Planned"), MTR_SESSION_STATE_PLANNED },
  { N_("Unfinished"), MTR_SESSION_STATE_UNFINISHED },
  { N_("Did not happen"),
    MTR_SESSION_STATE_RESCHEDULED " " MTR_SESSION_STATE_CANCELLED " " MTR_SESSION_STATE_MISSED },
};

static void
free_choice (gpointer data)
{
  Choice *choice = data;

  g_free (choice->codes);
  g_free (choice->title);
  g_free (choice);
}

static void
add_choice (MtrSessionFilter *self,
            ChoiceType        type,
            const char       *codes,
            char             *title)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->type = type;
  choice->codes = g_strdup (codes);
  choice->title = title;
  g_ptr_array_add (self->choices, choice);
}

/**
 * mtr_session_filter_new:
 * @pack: the pack, with its topics and areas
 *
 * Returns: (transfer full): the choices there are
 */
MtrSessionFilter *
mtr_session_filter_new (MtrPack *pack)
{
  MtrSessionFilter *self = g_new0 (MtrSessionFilter, 1);
  GPtrArray *topics = mtr_pack_get_words (pack, MTR_WORDS_TOPICS);
  GPtrArray *areas = mtr_pack_get_areas (pack);

  self->choices = g_ptr_array_new_with_free_func (free_choice);
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    add_choice (self, CHOICE_STATES, states[i].states, g_strdup (_(states[i].title)));
  for (guint i = 0; i < topics->len; i++)
    {
      const MtrWord *topic = g_ptr_array_index (topics, i);

      /* Translators: a choice of sessions; %s is a topic. */
      add_choice (self, CHOICE_TOPIC, topic->code, g_strdup_printf (_("About: %s"), topic->title));
    }
  for (guint i = 0; i < areas->len; i++)
    {
      const MtrStandard *area = g_ptr_array_index (areas, i);

      /* Translators: a choice of sessions; the number and the name of an area. */
      add_choice (self, CHOICE_AREA, area->code, g_strdup_printf (_("Area %1$s: %2$s"), area->code, area->title));
    }

  return self;
}

/**
 * mtr_session_filter_free:
 * @self: (transfer full): a filter
 */
void
mtr_session_filter_free (MtrSessionFilter *self)
{
  g_ptr_array_unref (self->choices);
  g_free (self);
}

static void
setup_cb (GtkListItem *item,
          gboolean     wraps)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), wraps ? 36 : 18);
  gtk_label_set_wrap (GTK_LABEL (label), wraps);
  if (!wraps)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
setup_button_cb (GtkListItemFactory *factory,
                 GtkListItem        *item)
{
  setup_cb (item, FALSE);
}

static void
setup_list_cb (GtkListItemFactory *factory,
               GtkListItem        *item)
{
  setup_cb (item, TRUE);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkListItemFactory *
make_factory (GCallback setup)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);

  return factory;
}

/**
 * mtr_session_filter_fill:
 * @self: a filter
 * @drop_down: (transfer none): gets the choices; a long name is cut in its button only, never in its list
 */
void
mtr_session_filter_fill (MtrSessionFilter *self,
                         GtkDropDown      *drop_down)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) button_factory = make_factory (G_CALLBACK (setup_button_cb));
  g_autoptr (GtkListItemFactory) list_factory = make_factory (G_CALLBACK (setup_list_cb));

  for (guint i = 0; i < self->choices->len; i++)
    gtk_string_list_append (titles, ((Choice *) g_ptr_array_index (self->choices, i))->title);
  gtk_drop_down_set_factory (drop_down, button_factory);
  gtk_drop_down_set_list_factory (drop_down, list_factory);
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (titles));
}

static gboolean
has_code (const char *codes,
          const char *code)
{
  g_auto (GStrv) all = codes != NULL ? g_strsplit (codes, " ", -1) : NULL;

  return code != NULL && all != NULL && g_strv_contains ((const char * const *) all, code);
}

static gboolean
is_about (MtrPairingModel *model,
          MtrRecord       *session,
          const char      *topic)
{
  g_autoptr (GPtrArray) topics = mtr_snapshot_list_where (mtr_pairing_model_get_snapshot (model), MTR_KIND_SESSION_TOPIC,
                                                          MTR_SESSION_TOPIC_SESSION_ID, mtr_record_get_id (session));

  for (guint i = 0; i < topics->len; i++)
    if (mtr_record_text_is (g_ptr_array_index (topics, i), MTR_SESSION_TOPIC_TOPIC, topic))
      return TRUE;

  return FALSE;
}

static gboolean
is_chosen (const Choice    *choice,
           MtrPairingModel *model,
           MtrRecord       *session)
{
  switch (choice->type)
    {
    case CHOICE_TOPIC:
      return is_about (model, session, choice->codes);

    case CHOICE_AREA:
      return has_code (mtr_record_get_text (session, MTR_SESSION_AREAS), choice->codes);

    case CHOICE_STATES:
    default:
      return *choice->codes == '\0' || has_code (choice->codes, mtr_record_get_text (session, MTR_SESSION_STATE));
    }
}

/**
 * mtr_session_filter_matches:
 * @self: a filter
 * @choice: the position of the choice in the drop-down
 * @words: what is searched for; "" for all
 * @model: the pairing
 * @session: a session
 *
 * Returns: whether it is shown
 */
gboolean
mtr_session_filter_matches (MtrSessionFilter *self,
                            guint             choice,
                            const char       *words,
                            MtrPairingModel  *model,
                            MtrRecord        *session)
{
  MtrPack *pack = mtr_pairing_model_get_pack (model);
  g_autofree char *needle = NULL;
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  g_autofree char *all = NULL;
  g_autofree char *folded = NULL;
  GDate today;

  if (!mtr_pairing_model_may_see (model, session))
    return FALSE;
  if (choice < self->choices->len && !is_chosen (g_ptr_array_index (self->choices, choice), model, session))
    return FALSE;
  if (mtr_text_is_blank (words))
    return TRUE;

  mtr_programme_get_today (mtr_pairing_model_get_programme (model), &today);
  needle = mtr_text_fold (words);
  text = mtr_session_words_dup_text (pack, mtr_pairing_model_get_snapshot (model), session);
  title = mtr_session_words_dup_spoken (pack, mtr_pairing_model_get_snapshot (model), session, &today);
  all = g_strdup_printf ("%s\n%s", title, text);
  folded = mtr_text_fold (all);

  return strstr (folded, g_strstrip (needle)) != NULL;
}
