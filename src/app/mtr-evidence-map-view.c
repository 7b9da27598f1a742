/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The evidence map as a grid: areas down, kinds of evidence across. It is one
 * stop for the Tab key; arrows move between the cells, Home and End along an
 * area, Ctrl+Home to the first, Enter opens a cell, Escape returns to it.
 * Every cell is spoken whole.
 */

#include "mtr-evidence-map-view.h"

#include "mtr-accessible.h"
#include "mtr-evidence-map.h"
#include "mtr-portfolio.h"

#include <glib/gi18n-lib.h>

struct _MtrEvidenceMapView {
  AdwBin           parent_instance;

  MtrPack         *pack;          /* (owned) (nullable) */
  MtrSnapshot     *snapshot;      /* (owned) (nullable) */
  gint64           portfolio_id;
  GDate            today;
  MtrEvidenceMap  *map;           /* (owned) (nullable) */
  gboolean         both;
  GPtrArray       *cells;         /* (owned) (element-type GtkWidget): row after row, shown columns only */
  guint            n_columns;     /* shown ones */
  guint            current;       /* the cell that is the stop for Tab */
};

enum {
  SIGNAL_ADD,
  SIGNAL_OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MtrEvidenceMapView, mtr_evidence_map_view, ADW_TYPE_BIN)

/* Where a cell is: its row, and its column in the map, hidden columns counted too. */
typedef struct {
  guint row;
  guint column;
} CellPlace;

static CellPlace *
get_place (GtkWidget *cell)
{
  return g_object_get_data (G_OBJECT (cell), "place");
}

static void
set_current (MtrEvidenceMapView *self,
             guint               position,
             gboolean            focus)
{
  if (position >= self->cells->len)
    return;

  if (self->current < self->cells->len)
    gtk_widget_set_focusable (g_ptr_array_index (self->cells, self->current), FALSE);
  self->current = position;
  gtk_widget_set_focusable (g_ptr_array_index (self->cells, position), TRUE);
  if (focus)
    gtk_widget_grab_focus (g_ptr_array_index (self->cells, position));
}

static gboolean
key_pressed_cb (MtrEvidenceMapView *self,
                guint               key,
                guint               code,
                GdkModifierType     modifiers)
{
  gboolean control = (modifiers & GDK_CONTROL_MASK) != 0;
  guint column, row, n_rows;

  if (self->n_columns == 0)
    return GDK_EVENT_PROPAGATE;

  column = self->current % self->n_columns;
  row = self->current / self->n_columns;
  n_rows = self->cells->len / self->n_columns;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    key = key == GDK_KEY_Left ? GDK_KEY_Right : key == GDK_KEY_Right ? GDK_KEY_Left : key;

  switch (key)
    {
    case GDK_KEY_Left:
      column = column > 0 ? column - 1 : 0;
      break;
    case GDK_KEY_Right:
      column = MIN (column + 1, self->n_columns - 1);
      break;
    case GDK_KEY_Up:
      row = row > 0 ? row - 1 : 0;
      break;
    case GDK_KEY_Down:
      row = MIN (row + 1, n_rows - 1);
      break;
    case GDK_KEY_Home:
      column = 0;
      row = control ? 0 : row;
      break;
    case GDK_KEY_End:
      column = self->n_columns - 1;
      row = control ? n_rows - 1 : row;
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  set_current (self, row * self->n_columns + column, TRUE);

  return GDK_EVENT_STOP;
}

static gboolean
unparent_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

/* It goes only after the click that closed it has been dealt with. */
static void
popover_closed_cb (GtkWidget *popover)
{
  GtkWidget *cell = gtk_widget_get_parent (popover);

  if (cell != NULL)
    gtk_widget_grab_focus (cell);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

/* A cell that is built anew takes its popover along. */
static void
cell_destroyed_cb (GtkWidget *cell)
{
  GtkWidget *child = gtk_widget_get_first_child (cell);

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (GTK_IS_POPOVER (child))
        gtk_widget_unparent (child);
      child = next;
    }
}

static void
item_clicked_cb (MtrEvidenceMapView *self,
                 GtkWidget          *button)
{
  gint64 id = *(gint64 *) g_object_get_data (G_OBJECT (button), "id");

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER)));
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, id);
}

static void
add_clicked_cb (MtrEvidenceMapView *self,
                GtkWidget          *button)
{
  CellPlace place = *get_place (button);
  const MtrEvidenceRow *row = g_ptr_array_index (self->map->rows, place.row);
  const MtrEvidenceColumn *column = g_ptr_array_index (self->map->columns, place.column);
  g_autofree char *area = g_strdup (row->standard->code);
  g_autofree char *code = g_strdup (column->word->code);

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER)));
  g_signal_emit (self, signals[SIGNAL_ADD], 0, area, code);
}

static GtkWidget *
make_flat_button (const char *label)
{
  GtkWidget *text = gtk_label_new (label);
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 40);
  gtk_button_set_child (GTK_BUTTON (button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

static void
cell_clicked_cb (MtrEvidenceMapView *self,
                 GtkWidget          *cell)
{
  CellPlace *place = get_place (cell);
  const MtrEvidenceRow *row = g_ptr_array_index (self->map->rows, place->row);
  const MtrEvidenceColumn *column = g_ptr_array_index (self->map->columns, place->column);
  g_autoptr (GPtrArray) items = mtr_evidence_map_list_items (self->pack, self->snapshot, self->portfolio_id,
                                                             row->standard->code, column->word->code);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *add;
  guint position = 0;

  for (guint i = 0; i < items->len; i++)
    {
      MtrRecord *evidence = g_ptr_array_index (items, i);
      g_autofree char *name = mtr_evidence_dup_name (evidence);
      GtkWidget *button = make_flat_button (name);
      gint64 id = mtr_record_get_id (evidence);

      g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&id, sizeof id), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (item_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
  add = make_flat_button (_("Add evidence here"));
  g_object_set_data_full (G_OBJECT (add), "place", g_memdup2 (place, sizeof *place), g_free);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), add);

  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_set_parent (popover, cell);
  g_signal_connect (popover, "closed", G_CALLBACK (popover_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));

  if (g_ptr_array_find (self->cells, cell, &position))
    set_current (self, position, FALSE);
}

static GtkWidget *
make_header (const char *title,
             gboolean    column)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", column ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER
                                                             : GTK_ACCESSIBLE_ROLE_ROW_HEADER,
                                   "label", title,
                                   NULL);

  if (!column)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_width_chars (GTK_LABEL (label), 24);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
    }
  else
    {
      gtk_widget_add_css_class (label, "caption-heading");
    }

  return label;
}

static char *
dup_cell_text (MtrEvidenceMapView    *self,
               const MtrEvidenceCell *cell)
{
  g_autofree char *own = NULL;
  g_autofree char *mentor = NULL;

  if (!self->both)
    {
      own = mtr_evidence_cell_dup_text (cell);
      return g_markup_escape_text (own, -1);
    }

  own = mtr_evidence_cell_dup_own (cell);
  mentor = mtr_evidence_cell_dup_mentor (cell);

  return g_markup_printf_escaped ("%s\n<small>%s</small>", own, mentor);
}

static GtkWidget *
make_cell (MtrEvidenceMapView *self,
           guint               row,
           guint               column)
{
  const MtrEvidenceRow *map_row = g_ptr_array_index (self->map->rows, row);
  const MtrEvidenceCell *map_cell = &map_row->cells[column];
  g_autofree char *text = dup_cell_text (self, map_cell);
  g_autofree char *spoken = mtr_evidence_map_dup_spoken (self->map, row, column, &self->today);
  CellPlace place = { row, column };
  GtkWidget *cell = g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID_CELL, NULL);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_use_markup (GTK_LABEL (label), TRUE);
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), self->both ? 14 : 9);
  if (map_cell->count == 0 && !map_cell->met_before)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_button_set_child (GTK_BUTTON (cell), label);
  gtk_widget_add_css_class (cell, "flat");
  gtk_widget_add_css_class (cell, "map-cell");
  gtk_widget_set_focusable (cell, FALSE);
  gtk_widget_set_tooltip_text (cell, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (cell), "place", g_memdup2 (&place, sizeof place), g_free);
  g_signal_connect_object (cell, "clicked", G_CALLBACK (cell_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (cell, "destroy", G_CALLBACK (cell_destroyed_cb), NULL);

  return cell;
}

/* A rule above each row, as in a list; it says nothing that a screen reader would have to. */
static GtkWidget *
make_rule (void)
{
  return g_object_new (GTK_TYPE_SEPARATOR, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

static void
build (MtrEvidenceMapView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  guint current = self->current;
  int shown = 0;

  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Evidence map"), -1);
  gtk_widget_add_css_class (grid, "evidence-map");
  gtk_widget_add_css_class (grid, "card");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (grid, keys);

  g_ptr_array_set_size (self->cells, 0);
  for (guint j = 0; j < self->map->columns->len; j++)
    {
      const MtrEvidenceColumn *column = g_ptr_array_index (self->map->columns, j);

      if (column->shown)
        gtk_grid_attach (GTK_GRID (grid), make_header (column->word->title, TRUE), ++shown, 0, 1, 1);
    }
  self->n_columns = (guint) shown;

  for (guint i = 0; i < self->map->rows->len; i++)
    {
      const MtrEvidenceRow *row = g_ptr_array_index (self->map->rows, i);
      g_autofree char *title = g_strdup_printf ("%s  %s", row->standard->code, row->standard->title);
      g_autofree char *flags = mtr_evidence_row_dup_flags (row);
      GtkWidget *flags_label = gtk_label_new (flags);
      int line = 2 * (int) i + 2;

      gtk_grid_attach (GTK_GRID (grid), make_rule (), 0, line - 1, (int) self->n_columns + 2, 1);
      shown = 0;
      gtk_grid_attach (GTK_GRID (grid), make_header (title, FALSE), 0, line, 1, 1);
      for (guint j = 0; j < self->map->columns->len; j++)
        if (((MtrEvidenceColumn *) g_ptr_array_index (self->map->columns, j))->shown)
          {
            GtkWidget *cell = make_cell (self, i, j);

            g_ptr_array_add (self->cells, cell);
            gtk_grid_attach (GTK_GRID (grid), cell, ++shown, line, 1, 1);
          }
      gtk_label_set_xalign (GTK_LABEL (flags_label), 0);
      gtk_label_set_wrap (GTK_LABEL (flags_label), TRUE);
      gtk_label_set_width_chars (GTK_LABEL (flags_label), 14);
      gtk_widget_set_hexpand (flags_label, TRUE);
      gtk_widget_add_css_class (flags_label, "caption");
      gtk_grid_attach (GTK_GRID (grid), flags_label, shown + 1, line, 1, 1);
    }

  adw_bin_set_child (ADW_BIN (self), grid);
  self->current = G_MAXUINT;
  set_current (self, current < self->cells->len ? current : 0, had_focus);
}

static void
mtr_evidence_map_view_dispose (GObject *object)
{
  MtrEvidenceMapView *self = MTR_EVIDENCE_MAP_VIEW (object);

  g_clear_object (&self->pack);
  g_clear_object (&self->snapshot);
  g_clear_pointer (&self->map, mtr_evidence_map_free);
  g_clear_pointer (&self->cells, g_ptr_array_unref);

  G_OBJECT_CLASS (mtr_evidence_map_view_parent_class)->dispose (object);
}

static void
mtr_evidence_map_view_class_init (MtrEvidenceMapViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_evidence_map_view_dispose;

  /* Both are about a cell: "add" carries the codes of its area and column, "open" the id of one of its items. */
  signals[SIGNAL_ADD] = g_signal_new ("add", MTR_TYPE_EVIDENCE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_OPEN] = g_signal_new ("open", MTR_TYPE_EVIDENCE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
mtr_evidence_map_view_init (MtrEvidenceMapView *self)
{
  self->cells = g_ptr_array_new ();
  mtr_accessible_set_label (GTK_WIDGET (self), _("Evidence map"));
}

/**
 * mtr_evidence_map_view_new:
 *
 * Returns: (transfer floating): an empty map
 */
GtkWidget *
mtr_evidence_map_view_new (void)
{
  return g_object_new (MTR_TYPE_EVIDENCE_MAP_VIEW, NULL);
}

/**
 * mtr_evidence_map_view_set_content:
 * @self: a map
 * @pack: the pack of the portfolio
 * @snapshot: the pairing
 * @portfolio_id: the portfolio
 * @today: the present date, for the age of evidence
 *
 * Shows the map as it is now; the focus stays in its cell.
 */
void
mtr_evidence_map_view_set_content (MtrEvidenceMapView *self,
                                   MtrPack            *pack,
                                   MtrSnapshot        *snapshot,
                                   gint64              portfolio_id,
                                   const GDate        *today)
{
  g_set_object (&self->pack, pack);
  g_set_object (&self->snapshot, snapshot);
  self->portfolio_id = portfolio_id;
  self->today = *today;
  g_clear_pointer (&self->map, mtr_evidence_map_free);
  self->map = mtr_evidence_map_new (pack, snapshot, portfolio_id, today);
  build (self);
}

/**
 * mtr_evidence_map_view_set_both:
 * @self: a map
 * @both: whether each cell has one's own view above the mentor's
 */
void
mtr_evidence_map_view_set_both (MtrEvidenceMapView *self,
                                gboolean            both)
{
  if (self->both == both)
    return;

  self->both = both;
  if (self->map != NULL)
    build (self);
}

/**
 * mtr_evidence_map_view_count_kinds:
 * @self: a map with content
 * @position: the position of an area, from 0
 * @n_shown: (out): how many kinds of evidence the map has
 *
 * Returns: how many of them the area has something of
 */
guint
mtr_evidence_map_view_count_kinds (MtrEvidenceMapView *self,
                                   guint               position,
                                   guint              *n_shown)
{
  return mtr_evidence_map_count_kinds (self->map, position, n_shown);
}

/**
 * mtr_evidence_map_view_dup_area_words:
 * @self: a map with content
 * @position: the position of an area, from 0
 *
 * Returns: (transfer full): what there is for the area, in words, for the list
 */
char *
mtr_evidence_map_view_dup_area_words (MtrEvidenceMapView *self,
                                      guint               position)
{
  return mtr_evidence_map_dup_subtitle (self->map, position);
}
