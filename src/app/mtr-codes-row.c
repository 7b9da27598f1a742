/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Several of a few things, such as areas, to be ticked one under the other.
 * The whole group is one stop for Tab; the arrows move inside. The signal
 * "toggled" says which code was ticked or not, by hand.
 */

#include "mtr-codes-row.h"

struct _MtrCodesRow {
  AdwPreferencesRow  parent_instance;

  GtkWidget         *title_label;
  GtkWidget         *prompt_label;
  GtkWidget         *box;        /* of the check buttons */
  GPtrArray         *checks;     /* (owned) (element-type GtkCheckButton): not owned themselves */
  gboolean           updating;   /* the ticks are set by the program */
};

enum {
  SIGNAL_TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MtrCodesRow, mtr_codes_row, ADW_TYPE_PREFERENCES_ROW)

static const char *
get_code (GtkWidget *check)
{
  return g_object_get_data (G_OBJECT (check), "code");
}

static void
toggled_cb (MtrCodesRow *self,
            GtkWidget   *check)
{
  if (!self->updating)
    g_signal_emit (self, signals[SIGNAL_TOGGLED], 0, get_code (check),
                   gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
}

/* Only one of them can be reached by Tab: the one that had the focus last. A check button that is only not focusable
 * would still take the focus away from whoever has it. */
static void
make_stop (MtrCodesRow *self,
           GtkWidget   *stop)
{
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkWidget *check = g_ptr_array_index (self->checks, i);

      gtk_widget_set_can_focus (check, check == stop);
    }
}

static gboolean
key_pressed_cb (MtrCodesRow     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  modifiers)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  guint position;
  int next;

  if (focus == NULL || !g_ptr_array_find (self->checks, focus, &position) ||
      (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_Right:
      next = (int) position + 1;
      break;
    case GDK_KEY_Up:
    case GDK_KEY_Left:
      next = (int) position - 1;
      break;
    case GDK_KEY_Home:
      next = 0;
      break;
    case GDK_KEY_End:
      next = (int) self->checks->len - 1;
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }

  if (next >= 0 && next < (int) self->checks->len)
    {
      GtkWidget *check = g_ptr_array_index (self->checks, next);

      gtk_widget_set_can_focus (check, TRUE);
      gtk_widget_grab_focus (check);
      make_stop (self, check);
    }

  return GDK_EVENT_STOP;
}

static gboolean
mtr_codes_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (MTR_CODES_ROW (widget)->box, GTK_DIR_TAB_FORWARD);
}

static void
mtr_codes_row_finalize (GObject *object)
{
  g_ptr_array_unref (MTR_CODES_ROW (object)->checks);

  G_OBJECT_CLASS (mtr_codes_row_parent_class)->finalize (object);
}

static void
mtr_codes_row_class_init (MtrCodesRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mtr_codes_row_finalize;
  widget_class->grab_focus = mtr_codes_row_grab_focus;

  signals[SIGNAL_TOGGLED] = g_signal_new ("toggled", MTR_TYPE_CODES_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-codes-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MtrCodesRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, MtrCodesRow, prompt_label);
  gtk_widget_class_bind_template_child (widget_class, MtrCodesRow, box);
}

static void
mtr_codes_row_init (MtrCodesRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->checks = g_ptr_array_new ();
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->box, keys);
}

/**
 * mtr_codes_row_new:
 * @title: what is chosen, translated
 * @prompt: (nullable): what to think of
 *
 * Returns: (transfer floating): a row with nothing to tick yet
 */
GtkWidget *
mtr_codes_row_new (const char *title,
                   const char *prompt)
{
  MtrCodesRow *self = g_object_new (MTR_TYPE_CODES_ROW, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_label_set_text (GTK_LABEL (self->title_label), title);
  gtk_label_set_text (GTK_LABEL (self->prompt_label), prompt != NULL ? prompt : "");
  gtk_widget_set_visible (self->prompt_label, prompt != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return GTK_WIDGET (self);
}

/**
 * mtr_codes_row_add:
 * @self: a row
 * @code: what is stored
 * @title: what a person reads
 */
void
mtr_codes_row_add (MtrCodesRow *self,
                   const char  *code,
                   const char  *title)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (title);
  const char *description = gtk_label_get_text (GTK_LABEL (self->title_label));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  g_object_set_data_full (G_OBJECT (check), "code", g_strdup (code), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), check);
  gtk_widget_set_can_focus (check, self->checks->len == 0);
  g_ptr_array_add (self->checks, check);
}

/**
 * mtr_codes_row_set_codes:
 * @self: a row
 * @codes: (nullable): the codes that are ticked, with a space between them
 */
void
mtr_codes_row_set_codes (MtrCodesRow *self,
                         const char  *codes)
{
  g_auto (GStrv) ticked = g_strsplit (codes != NULL ? codes : "", " ", -1);

  self->updating = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkWidget *check = g_ptr_array_index (self->checks, i);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   g_strv_contains ((const char * const *) ticked, get_code (check)));
    }
  self->updating = FALSE;
}

/**
 * mtr_codes_row_dup_codes:
 * @self: a row
 *
 * Returns: (transfer full): the codes that are ticked, in order, with a space between them
 */
char *
mtr_codes_row_dup_codes (MtrCodesRow *self)
{
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkWidget *check = g_ptr_array_index (self->checks, i);

      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
        g_string_append_printf (codes, "%s%s", codes->len > 0 ? " " : "", get_code (check));
    }

  return g_strdup (codes->str);
}
