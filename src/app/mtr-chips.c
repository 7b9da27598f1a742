/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Several things to tick: topics, areas, people. The whole group is one stop
 * for Tab; inside it the arrows go from one to the next, and Space ticks.
 *
 * The signal "toggled" carries the code and whether it is ticked now.
 */

#include "mtr-chips.h"

#include "mtr-accessible.h"

struct _MtrChips {
  AdwBin      parent_instance;

  GtkFlowBox *box;
  GPtrArray  *chips;     /* (element-type GtkCheckButton): not owned; in reading order */
  guint       current;   /* the one that Tab comes to */
  gboolean    updating;
};

enum {
  SIGNAL_TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MtrChips, mtr_chips, ADW_TYPE_BIN)

static const char *
get_code (gpointer chip)
{
  return g_object_get_data (G_OBJECT (chip), "code");
}

static gpointer
find (MtrChips   *self,
      const char *code)
{
  for (guint i = 0; i < self->chips->len; i++)
    if (g_strcmp0 (get_code (g_ptr_array_index (self->chips, i)), code) == 0)
      return g_ptr_array_index (self->chips, i);

  return NULL;
}

static void
set_current (MtrChips *self,
             guint     current)
{
  if (self->current < self->chips->len)
    gtk_widget_set_focusable (g_ptr_array_index (self->chips, self->current), FALSE);
  self->current = current;
  if (current < self->chips->len)
    gtk_widget_set_focusable (g_ptr_array_index (self->chips, current), TRUE);
}

/* The chip in the line above or below whose middle is nearest; itself where there is no such line. */
static guint
find_in_line (MtrChips *self,
              gboolean  below)
{
  graphene_rect_t own, bounds;
  guint found = self->current;
  float best = G_MAXFLOAT;

  if (!gtk_widget_compute_bounds (g_ptr_array_index (self->chips, self->current), GTK_WIDGET (self), &own))
    return found;

  for (guint i = 0; i < self->chips->len; i++)
    {
      float down, across;

      if (!gtk_widget_compute_bounds (g_ptr_array_index (self->chips, i), GTK_WIDGET (self), &bounds))
        continue;
      down = (bounds.origin.y - own.origin.y) * (below ? 1 : -1);
      across = ABS (bounds.origin.x - own.origin.x);
      if (down >= own.size.height / 2 && down * 1000 + across < best)
        {
          best = down * 1000 + across;
          found = i;
        }
    }

  return found;
}

static gboolean
key_pressed_cb (MtrChips        *self,
                guint            key,
                guint            code,
                GdkModifierType  modifiers)
{
  guint next = self->current;
  gboolean backwards = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || self->chips->len == 0)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      if ((key == GDK_KEY_Right || key == GDK_KEY_KP_Right) != backwards)
        next = MIN (self->current + 1, self->chips->len - 1);
      else
        next = self->current > 0 ? self->current - 1 : 0;
      break;

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      next = find_in_line (self, FALSE);
      break;

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      next = find_in_line (self, TRUE);
      break;

    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      next = 0;
      break;

    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      next = self->chips->len - 1;
      break;

    default:
      return GDK_EVENT_PROPAGATE;
    }

  set_current (self, next);
  gtk_widget_grab_focus (g_ptr_array_index (self->chips, next));

  return GDK_EVENT_STOP;
}

static void
toggled_cb (MtrChips       *self,
            GtkCheckButton *chip)
{
  guint position = 0;

  if (self->updating)
    return;

  if (g_ptr_array_find (self->chips, chip, &position) && position != self->current)
    set_current (self, position);
  g_signal_emit (self, signals[SIGNAL_TOGGLED], 0, get_code (chip), gtk_check_button_get_active (chip));
}

static gboolean
mtr_chips_grab_focus (GtkWidget *widget)
{
  MtrChips *self = MTR_CHIPS (widget);

  return self->current < self->chips->len && gtk_widget_grab_focus (g_ptr_array_index (self->chips, self->current));
}

/* A flow box of GTK 4.8 keeps the focus for ever where the next of its children takes none: Tab goes past it. */
static gboolean
mtr_chips_focus (GtkWidget        *widget,
                 GtkDirectionType  direction)
{
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (mtr_chips_parent_class)->focus (widget, direction);

  return gtk_widget_get_focus_child (widget) == NULL && gtk_widget_grab_focus (widget);
}

static void
mtr_chips_finalize (GObject *object)
{
  g_ptr_array_unref (MTR_CHIPS (object)->chips);

  G_OBJECT_CLASS (mtr_chips_parent_class)->finalize (object);
}

static void
mtr_chips_class_init (MtrChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mtr_chips_finalize;
  GTK_WIDGET_CLASS (klass)->focus = mtr_chips_focus;
  GTK_WIDGET_CLASS (klass)->grab_focus = mtr_chips_grab_focus;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  signals[SIGNAL_TOGGLED] = g_signal_new ("toggled", MTR_TYPE_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
mtr_chips_init (MtrChips *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->chips = g_ptr_array_new ();
  self->box = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (self->box, 12);
  gtk_flow_box_set_row_spacing (self->box, 2);
  gtk_flow_box_set_max_children_per_line (self->box, 3);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "chips");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * mtr_chips_new:
 * @label: what the group is called, translated
 *
 * Returns: (transfer floating): a group with nothing in it
 */
GtkWidget *
mtr_chips_new (const char *label)
{
  MtrChips *self = g_object_new (MTR_TYPE_CHIPS, NULL);

  mtr_chips_set_label (self, label);

  return GTK_WIDGET (self);
}

/**
 * mtr_chips_set_label:
 * @self: a group
 * @label: what it is called, translated
 */
void
mtr_chips_set_label (MtrChips   *self,
                     const char *label)
{
  mtr_accessible_set_label (GTK_WIDGET (self), label);
  mtr_accessible_set_label (GTK_WIDGET (self->box), label);
}

/**
 * mtr_chips_set_columns:
 * @self: a group
 * @columns: how many stand side by side at the most
 */
void
mtr_chips_set_columns (MtrChips *self,
                       guint     columns)
{
  gtk_flow_box_set_max_children_per_line (self->box, columns);
}

/**
 * mtr_chips_clear:
 * @self: a group
 *
 * Takes everything out.
 */
void
mtr_chips_clear (MtrChips *self)
{
  g_ptr_array_set_size (self->chips, 0);
  self->current = 0;
  while (gtk_widget_get_first_child (GTK_WIDGET (self->box)) != NULL)
    gtk_flow_box_remove (self->box, gtk_widget_get_first_child (GTK_WIDGET (self->box)));
}

/**
 * mtr_chips_add:
 * @self: a group
 * @code: what it stands for
 * @title: what a person reads
 * @description: (nullable): the longer text
 */
void
mtr_chips_add (MtrChips   *self,
               const char *code,
               const char *title,
               const char *description)
{
  GtkWidget *chip = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (chip), label);
  mtr_accessible_set_label (chip, title);
  if (description != NULL)
    {
      gtk_widget_set_tooltip_text (chip, description);
      gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
    }
  g_object_set_data_full (G_OBJECT (chip), "code", g_strdup (code), g_free);
  gtk_widget_set_focusable (chip, self->chips->len == 0);
  g_signal_connect_object (chip, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_set_focusable (child, FALSE);
  mtr_accessible_set_label (child, title);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), chip);
  gtk_flow_box_append (self->box, child);
  g_ptr_array_add (self->chips, chip);
}

/**
 * mtr_chips_count:
 * @self: a group
 *
 * Returns: how many there are
 */
guint
mtr_chips_count (MtrChips *self)
{
  return self->chips->len;
}

/**
 * mtr_chips_set_active:
 * @self: a group
 * @code: which one
 * @active: whether it is ticked; "toggled" is not said
 */
void
mtr_chips_set_active (MtrChips   *self,
                      const char *code,
                      gboolean    active)
{
  gpointer chip = find (self, code);

  if (chip == NULL)
    return;

  self->updating = TRUE;
  gtk_check_button_set_active (chip, active);
  self->updating = FALSE;
}

/**
 * mtr_chips_get_active:
 * @self: a group
 * @code: which one
 *
 * Returns: whether it is ticked
 */
gboolean
mtr_chips_get_active (MtrChips   *self,
                      const char *code)
{
  gpointer chip = find (self, code);

  return chip != NULL && gtk_check_button_get_active (chip);
}

/**
 * mtr_chips_list_active:
 * @self: a group
 *
 * Returns: (transfer container) (element-type utf8): the codes of those that are ticked
 */
GPtrArray *
mtr_chips_list_active (MtrChips *self)
{
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; i < self->chips->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->chips, i)))
      g_ptr_array_add (codes, (gpointer) get_code (g_ptr_array_index (self->chips, i)));

  return codes;
}
