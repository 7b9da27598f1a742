/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What every page is: it has a title for the header, knows whether it is
 * narrow, shows the store anew when something has changed, and can take
 * somebody to one of its records. libadwaita 1.2 has no breakpoints: the one
 * property "narrow" drives everything that depends on the width.
 */

#include "mtr-page.h"

#include "mtr-accessible.h"
#include "mtr-narrow-words.h"
#include "mtr-reading-keys.h"

/* The least width that a page asks for, in pixels. */
#define MINIMUM_WIDTH 330

/* What is left empty beside what a page shows, in pixels. */
#define MARGIN 12

typedef struct {
  MtrProgramme *programme;  /* (owned) (nullable) */
  char         *title;      /* (owned) */
  gboolean      narrow;
  gboolean      loading;
  int           width;
  guint         narrow_source;
  guint         wrap_source;
  guint         refresh_source;
  gboolean      refresh_waits;   /* for the snapshots that are being loaded */
} MtrPagePrivate;

enum {
  PROP_0,
  PROP_PROGRAMME,
  PROP_TITLE,
  PROP_NARROW,
  PROP_LOADING,
  N_PROPS
};

enum {
  SIGNAL_PUSH,
  SIGNAL_POP,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MtrPage, mtr_page, ADW_TYPE_BIN)

static gboolean
refresh_cb (gpointer user_data)
{
  MtrPage *self = MTR_PAGE (user_data);
  MtrPagePrivate *priv = mtr_page_get_instance_private (self);

  priv->refresh_source = 0;
  if (priv->programme != NULL && mtr_programme_is_loading (priv->programme))
    priv->refresh_waits = TRUE;
  else
    mtr_page_refresh (self);

  return G_SOURCE_REMOVE;
}

/* Several changes in one turn of the main loop are one refresh; a page that nobody sees waits until it is shown. */
static void
changed_cb (MtrPage *self)
{
  MtrPagePrivate *priv = mtr_page_get_instance_private (self);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && priv->refresh_source == 0)
    priv->refresh_source = g_idle_add (refresh_cb, self);
}

static void
loaded_cb (MtrPage *self)
{
  MtrPagePrivate *priv = mtr_page_get_instance_private (self);

  if (!priv->refresh_waits)
    return;

  priv->refresh_waits = FALSE;
  changed_cb (self);
}

static gboolean
narrow_cb (gpointer user_data)
{
  MtrPage *self = MTR_PAGE (user_data);
  MtrPagePrivate *priv = mtr_page_get_instance_private (self);
  gboolean narrow = priv->width < MTR_NARROW_WIDTH;

  priv->narrow_source = 0;
  if (narrow != priv->narrow)
    {
      priv->narrow = narrow;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
    }

  return G_SOURCE_REMOVE;
}

static int
measure_child_width (GtkWidget *child)
{
  int minimum = 0;

  if (child != NULL)
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

/* By now it is narrow where it had to be: what is still too wide would be cut. */
static gboolean
wrap_cb (gpointer user_data)
{
  MtrPage *self = MTR_PAGE (user_data);
  MtrPagePrivate *priv = mtr_page_get_instance_private (self);

  priv->wrap_source = 0;
  if (measure_child_width (adw_bin_get_child (ADW_BIN (self))) > priv->width)
    mtr_narrow_words_wrap (GTK_WIDGET (self), priv->width - 2 * MARGIN);

  return G_SOURCE_REMOVE;
}

static GtkSizeRequestMode
mtr_page_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A page can be made narrower than what it shows while it is wide: else it would never come to be narrow. */
static void
mtr_page_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  if (child == NULL)
    return;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (for_size, measure_child_width (child));
  gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, MINIMUM_WIDTH);
}

static void
mtr_page_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  MtrPage *self = MTR_PAGE (widget);
  MtrPagePrivate *priv = mtr_page_get_instance_private (self);
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  int least = measure_child_width (child);

  if (child != NULL)
    gtk_widget_allocate (child, MAX (width, least), height, baseline, NULL);

  priv->width = width;
  if (least > width && priv->wrap_source == 0)
    priv->wrap_source = g_idle_add (wrap_cb, self);
  if ((width < MTR_NARROW_WIDTH) != priv->narrow && priv->narrow_source == 0)
    priv->narrow_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, narrow_cb, self, NULL);
}

static void
mtr_page_map (GtkWidget *widget)
{
  MtrPagePrivate *priv = mtr_page_get_instance_private (MTR_PAGE (widget));

  GTK_WIDGET_CLASS (mtr_page_parent_class)->map (widget);

  mtr_accessible_set_hidden (widget, FALSE);
  mtr_accessible_name_groups (widget, priv->title);
  mtr_page_refresh (MTR_PAGE (widget));
}

static void
mtr_page_unmap (GtkWidget *widget)
{
  mtr_accessible_set_hidden (widget, TRUE);

  GTK_WIDGET_CLASS (mtr_page_parent_class)->unmap (widget);
}

static void
mtr_page_get_property (GObject    *object,
                       guint       property_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  MtrPagePrivate *priv = mtr_page_get_instance_private (MTR_PAGE (object));

  switch (property_id)
    {
    case PROP_PROGRAMME:
      g_value_set_object (value, priv->programme);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, priv->narrow);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, priv->loading);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mtr_page_set_property (GObject      *object,
                       guint         property_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  MtrPage *self = MTR_PAGE (object);

  switch (property_id)
    {
    case PROP_PROGRAMME:
      mtr_page_set_programme (self, g_value_get_object (value));
      break;
    case PROP_TITLE:
      mtr_page_set_title (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mtr_page_dispose (GObject *object)
{
  MtrPage *self = MTR_PAGE (object);
  MtrPagePrivate *priv = mtr_page_get_instance_private (self);

  g_clear_handle_id (&priv->narrow_source, g_source_remove);
  g_clear_handle_id (&priv->wrap_source, g_source_remove);
  g_clear_handle_id (&priv->refresh_source, g_source_remove);
  mtr_page_set_programme (self, NULL);

  G_OBJECT_CLASS (mtr_page_parent_class)->dispose (object);
}

static void
mtr_page_finalize (GObject *object)
{
  MtrPagePrivate *priv = mtr_page_get_instance_private (MTR_PAGE (object));

  g_free (priv->title);

  G_OBJECT_CLASS (mtr_page_parent_class)->finalize (object);
}

static void
mtr_page_class_init (MtrPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mtr_page_get_property;
  object_class->set_property = mtr_page_set_property;
  object_class->dispose = mtr_page_dispose;
  object_class->finalize = mtr_page_finalize;
  widget_class->get_request_mode = mtr_page_get_request_mode;
  widget_class->measure = mtr_page_measure;
  widget_class->size_allocate = mtr_page_size_allocate;
  widget_class->map = mtr_page_map;
  widget_class->unmap = mtr_page_unmap;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  properties[PROP_PROGRAMME] = g_param_spec_object ("programme", NULL, NULL, MTR_TYPE_PROGRAMME,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* What the window does for a page: show another one on top of it, or go back. */
  signals[SIGNAL_PUSH] = g_signal_new ("push", MTR_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                       MTR_TYPE_PAGE);
  signals[SIGNAL_POP] = g_signal_new ("pop", MTR_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mtr_page_init (MtrPage *self)
{
  MtrPagePrivate *priv = mtr_page_get_instance_private (self);

  priv->title = g_strdup ("");
  /* The layout of the parent class would keep the width from being seen. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  mtr_accessible_set_label (GTK_WIDGET (self), priv->title);
  mtr_accessible_set_hidden (GTK_WIDGET (self), TRUE);
  mtr_reading_keys_add (GTK_WIDGET (self));
}

/**
 * mtr_page_get_programme:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the open programme
 */
MtrProgramme *
mtr_page_get_programme (MtrPage *self)
{
  MtrPagePrivate *priv = mtr_page_get_instance_private (self);

  return priv->programme;
}

/**
 * mtr_page_set_programme:
 * @self: a page
 * @programme: (nullable): the open programme
 */
void
mtr_page_set_programme (MtrPage      *self,
                        MtrProgramme *programme)
{
  MtrPagePrivate *priv = mtr_page_get_instance_private (self);

  if (priv->programme == programme)
    return;

  if (priv->programme != NULL)
    g_signal_handlers_disconnect_by_data (priv->programme, self);
  g_set_object (&priv->programme, programme);
  if (programme != NULL)
    {
      g_signal_connect_object (programme, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (programme, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRAMME]);
}

/**
 * mtr_page_get_title:
 * @self: a page
 *
 * Returns: (transfer none): its title in the header
 */
const char *
mtr_page_get_title (MtrPage *self)
{
  MtrPagePrivate *priv = mtr_page_get_instance_private (self);

  return priv->title;
}

/**
 * mtr_page_set_title:
 * @self: a page
 * @title: its title in the header, translated
 */
void
mtr_page_set_title (MtrPage    *self,
                    const char *title)
{
  MtrPagePrivate *priv = mtr_page_get_instance_private (self);
  char *copy = g_strdup (title != NULL ? title : "");

  g_free (priv->title);
  priv->title = copy;
  mtr_accessible_set_label (GTK_WIDGET (self), copy);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * mtr_page_get_narrow:
 * @self: a page
 *
 * Returns: whether the page has less than %MTR_NARROW_WIDTH pixels
 */
gboolean
mtr_page_get_narrow (MtrPage *self)
{
  MtrPagePrivate *priv = mtr_page_get_instance_private (self);

  return priv->narrow;
}

/**
 * mtr_page_is_loading:
 * @self: a page
 *
 * Returns: whether it waits for the store to tell it for the first time what to show
 */
gboolean
mtr_page_is_loading (MtrPage *self)
{
  MtrPagePrivate *priv = mtr_page_get_instance_private (self);

  return priv->loading;
}

/**
 * mtr_page_set_loading:
 * @self: a page
 * @loading: whether it waits for the store to tell it for the first time what to show
 *
 * For the page itself, where what it shows comes later than it.
 */
void
mtr_page_set_loading (MtrPage  *self,
                      gboolean  loading)
{
  MtrPagePrivate *priv = mtr_page_get_instance_private (self);

  if (priv->loading == loading)
    return;

  priv->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/**
 * mtr_page_refresh:
 * @self: a page
 *
 * Shows what is in the store now.
 */
void
mtr_page_refresh (MtrPage *self)
{
  MtrPagePrivate *priv = mtr_page_get_instance_private (self);
  g_autoptr (MtrPage) kept = NULL;

  if (priv->programme == NULL || MTR_PAGE_GET_CLASS (self)->refresh == NULL)
    return;

  /* A page whose record is gone goes too. */
  kept = g_object_ref (self);
  MTR_PAGE_GET_CLASS (self)->refresh (self);
  mtr_accessible_name_groups (GTK_WIDGET (self), priv->title);
}

/**
 * mtr_page_go_to:
 * @self: a page
 * @kind: what kind of record
 * @id: the record
 * @field: where to put the cursor; %MTR_FIELD_NONE for the record as a whole
 *
 * Returns: whether the record is on this page
 */
gboolean
mtr_page_go_to (MtrPage  *self,
                MtrKind   kind,
                gint64    id,
                MtrField  field)
{
  return MTR_PAGE_GET_CLASS (self)->go_to != NULL && MTR_PAGE_GET_CLASS (self)->go_to (self, kind, id, field);
}

/**
 * mtr_page_focus_first:
 * @self: a page
 *
 * Puts the focus where the page begins.
 */
void
mtr_page_focus_first (MtrPage *self)
{
  if (MTR_PAGE_GET_CLASS (self)->focus_first != NULL)
    MTR_PAGE_GET_CLASS (self)->focus_first (self);
  else
    mtr_page_keep_focus (self);
}

/**
 * mtr_page_keep_focus:
 * @self: a page
 *
 * Puts the focus on the first thing in the page, unless it is in the page already: a page that is shown again has got
 * it back where it was.
 */
void
mtr_page_keep_focus (MtrPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/**
 * mtr_page_leave:
 * @self: a page that is about to go
 */
void
mtr_page_leave (MtrPage *self)
{
  if (MTR_PAGE_GET_CLASS (self)->leave != NULL)
    MTR_PAGE_GET_CLASS (self)->leave (self);
}

/**
 * mtr_page_command:
 * @self: a page
 * @command: "write-session", "plan-session", "add-evidence", "plan-observation", "print", "show-1" to "show-4"
 *
 * Returns: whether the page did it
 */
gboolean
mtr_page_command (MtrPage    *self,
                  const char *command)
{
  return MTR_PAGE_GET_CLASS (self)->command != NULL && MTR_PAGE_GET_CLASS (self)->command (self, command);
}

/**
 * mtr_page_is_gone:
 * @self: a page
 *
 * For what was begun on a page and ends later.
 *
 * Returns: whether it is not shown any more, so that what it would say is not wanted
 */
gboolean
mtr_page_is_gone (MtrPage *self)
{
  return mtr_page_get_programme (self) == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL;
}

/**
 * mtr_page_push:
 * @self: a page
 * @page: (transfer floating): the page to show on top of it
 */
void
mtr_page_push (MtrPage *self,
               MtrPage *page)
{
  g_signal_emit (self, signals[SIGNAL_PUSH], 0, page);
}

/**
 * mtr_page_pop:
 * @self: a page
 *
 * Goes back to the page below this one.
 */
void
mtr_page_pop (MtrPage *self)
{
  g_signal_emit (self, signals[SIGNAL_POP], 0);
}

/**
 * mtr_page_add_content:
 * @self: a page without a child
 * @maximum_size: how wide the content may become, in pixels: 720 for forms, 1000 for maps
 *
 * Gives a page what stands around the content of every page: it scrolls downwards, and is no wider than can be read.
 *
 * Returns: (transfer none): a vertical box for the groups of the page
 */
GtkBox *
mtr_page_add_content (MtrPage *self,
                      int      maximum_size)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), maximum_size);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), maximum_size);
  gtk_widget_add_css_class (box, "page-content");
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_bin_set_child (ADW_BIN (self), scrolled);

  return GTK_BOX (box);
}
