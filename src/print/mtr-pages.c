/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document on pages: boxes are put one under the other until a page is full.
 * The same pages are drawn into the PDF, on the printer and in the preview.
 */

#include "mtr-pages-private.h"

#include "mtr-date.h"
#include "mtr-messages.h"

#include <pango/pangocairo.h>

/* Page numbers in the contents can change where pages end; they settle at once
 * because each has a line of its own, and this bounds the search all the same. */
/* A document of so many pages at most is set tighter where that saves its last page, if that is so full at most. */
#define MOST_TIGHTENED 8
#define LEFT_OVER      0.4
#define TIGHT          0.7

/* How much of a page may stay empty for what is kept together and goes on the next. */
#define LARGEST_GAP 0.66

#define MAX_LAYOUTS 5

#define RUNNING_GAP 16.0   /* between the two texts at the top of a page */

/** Page: what is on one page. */
typedef struct {
  GPtrArray *fragments;    /* (owned) (element-type MtrFragment) */
  gboolean   landscape;
  gboolean   cover;
} Page;

struct _MtrPages {
  GObject      parent_instance;

  MtrDocument *document;   /* (owned) */
  MtrFlow     *flow;       /* (owned) */
  GPtrArray   *pages;      /* (owned) (element-type Page) */
  GHashTable  *page_of;    /* (owned): id → page number from 1 */
  double       short_side; /* of the paper, in points */
  double       long_side;
  double       closeness;  /* what the gaps between boxes are multiplied with */
};

G_DEFINE_FINAL_TYPE (MtrPages, mtr_pages, G_TYPE_OBJECT)

static const struct {
  double short_side;
  double long_side;
} papers[] = {
  [MTR_PAPER_A4] = { 210.0 / 25.4 * 72.0, 297.0 / 25.4 * 72.0 },
  [MTR_PAPER_LETTER] = { 612.0, 792.0 },
};

static void
free_page (gpointer data)
{
  Page *page = data;

  g_ptr_array_unref (page->fragments);
  g_free (page);
}

static void
mtr_pages_finalize (GObject *object)
{
  MtrPages *self = MTR_PAGES (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->page_of, g_hash_table_unref);
  g_clear_pointer (&self->flow, mtr_flow_free);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (mtr_pages_parent_class)->finalize (object);
}

static void
mtr_pages_class_init (MtrPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mtr_pages_finalize;
}

static void
mtr_pages_init (MtrPages *self)
{
  self->page_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static double
get_text_height (MtrPages *self,
                 gboolean  landscape)
{
  return (landscape ? self->short_side : self->long_side) - MTR_MARGIN_TOP - MTR_MARGIN_BOTTOM;
}

static Page *
add_page (MtrPages *self,
          MtrBox   *box)
{
  Page *page = g_new0 (Page, 1);

  page->fragments = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_fragment_free);
  page->landscape = box->landscape;
  page->cover = box->cover;
  g_ptr_array_add (self->pages, page);

  return page;
}

/** Bond: what holds boxes together, from the one that is never given up. */
typedef enum {
  BOND_NEXT,
  BOND_TOGETHER,
  BOND_GROUP,
  N_BONDS
} Bond;

static gboolean
holds (MtrBox *box,
       Bond    bond)
{
  return box->with_next || (bond >= BOND_TOGETHER && box->together) || (bond >= BOND_GROUP && box->grouped);
}

/* How much room a box needs together with those that it must not be parted from. "end" is after the last of them. */
static double
measure_chain (MtrPages *self,
               guint     position,
               double    page_height,
               Bond      bond,
               guint    *end)
{
  GPtrArray *boxes = self->flow->boxes;
  MtrBox *box = g_ptr_array_index (boxes, position);
  double height = 0.0;

  while (holds (box, bond) && position + 1 < boxes->len)
    {
      MtrBox *next = g_ptr_array_index (boxes, position + 1);

      if (next->new_page)
        break;
      height += box->height + MAX (box->after, next->before) * self->closeness;
      box = next;
      position++;
    }
  *end = position + 1;

  return height + mtr_box_get_least (box, page_height);
}

/* What would be kept together and is larger than a page is not: else each of its boxes would look for a page on which all
 * that follow it have room. Nor is what would leave a page with nearly nothing on it. "parted" has, by bond, the box that
 * such a chain ends before. */
static double
find_chain (MtrPages *self,
            guint     position,
            double    page_height,
            double    room,
            guint    *parted)
{
  guint end;

  for (int bond = BOND_GROUP; bond > BOND_NEXT; bond--)
    {
      double chain;

      if (position < parted[bond])
        continue;
      chain = measure_chain (self, position, page_height, bond, &end);
      if (chain <= room || (chain <= page_height && room < page_height * LARGEST_GAP))
        return chain;
      parted[bond] = end;
    }

  return measure_chain (self, position, page_height, BOND_NEXT, &end);
}

static void
repeat_header (Page   *page,
               MtrBox *box,
               double *y)
{
  MtrFragment *fragment;
  gboolean whole;

  if (box->header == NULL)
    return;

  repeat_header (page, box->header, y);
  fragment = mtr_box_take (box->header, NULL, G_MAXDOUBLE, TRUE, &whole);
  fragment->begins = FALSE;
  fragment->y = *y;
  *y += fragment->height;
  g_ptr_array_add (page->fragments, fragment);
}

static void
lay_out (MtrPages *self)
{
  GPtrArray *boxes = self->flow->boxes;
  Page *page = NULL;
  double y = 0.0;
  double space = 0.0;
  guint parted[N_BONDS] = { 0 };

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  self->pages = g_ptr_array_new_with_free_func (free_page);

  for (guint i = 0; i < boxes->len; i++)
    {
      MtrBox *box = g_ptr_array_index (boxes, i);
      double text_height = get_text_height (self, box->landscape);
      double bottom = MTR_MARGIN_TOP + text_height;
      MtrFragment *part = NULL;
      gboolean whole = FALSE;
      gboolean at_top;
      guint n_repeated = 0;
      double chain;

      if (page == NULL || (box->new_page && page->fragments->len > 0) || page->landscape != box->landscape)
        {
          page = add_page (self, box);
          y = MTR_MARGIN_TOP;
        }
      at_top = page->fragments->len == 0;
      space = at_top ? (box->keep_before ? box->before : 0.0) : MAX (space, box->before) * self->closeness;
      chain = find_chain (self, i, text_height, bottom - y - space, parted);

      if (!at_top && y + space + chain > bottom && chain <= text_height)
        {
          page = add_page (self, box);
          y = MTR_MARGIN_TOP;
          space = 0.0;
          repeat_header (page, box, &y);
          n_repeated = page->fragments->len;
        }
      y += space;

      while (!whole)
        {
          gboolean empty = page->fragments->len <= n_repeated;
          MtrFragment *next = mtr_box_take (box, part, bottom - y, empty, &whole);

          if (next != NULL && !whole && !empty && part == NULL && mtr_box_get_least (box, text_height) >= box->height)
            g_clear_pointer (&next, mtr_fragment_free);
          if (next != NULL)
            {
              next->y = y;
              y += next->height;
              g_ptr_array_add (page->fragments, next);
              part = next;
            }
          else
            {
              whole = FALSE;
            }
          if (!whole)
            {
              page = add_page (self, box);
              y = MTR_MARGIN_TOP;
              repeat_header (page, box, &y);
              n_repeated = page->fragments->len;
            }
        }
      space = box->after;
    }
}

static double
get_end (MtrPages *self)
{
  Page *last = g_ptr_array_index (self->pages, self->pages->len - 1);
  MtrFragment *fragment = last->fragments->len > 0 ? g_ptr_array_index (last->fragments, last->fragments->len - 1) : NULL;

  return fragment != NULL ? fragment->y + fragment->height : MTR_MARGIN_TOP;
}

/* A few lines that are left over for the last page of a short document have room on the page before it where the gaps are
 * smaller. Whoever asked for more space or larger letters keeps the gaps as they are. */
static void
lay_out_well (MtrPages *self)
{
  const MtrAdjustment *adjustment = mtr_document_get_adjustment (self->document);
  guint n_pages;

  self->closeness = 1.0;
  lay_out (self);
  n_pages = self->pages->len;
  if (n_pages < 2 || n_pages > MOST_TIGHTENED || adjustment->size > 0 || adjustment->spacing > 1.0 ||
      get_end (self) > MTR_MARGIN_TOP + get_text_height (self, FALSE) * LEFT_OVER)
    return;

  self->closeness = TIGHT;
  lay_out (self);
  if (self->pages->len < n_pages)
    return;

  self->closeness = 1.0;
  lay_out (self);
}

/* Returns whether an id is on another page than before. */
static gboolean
find_ids (MtrPages *self)
{
  gboolean moved = FALSE;

  for (guint i = 0; i < self->pages->len; i++)
    {
      Page *page = g_ptr_array_index (self->pages, i);

      for (guint j = 0; j < page->fragments->len; j++)
        {
          MtrFragment *fragment = g_ptr_array_index (page->fragments, j);

          for (guint k = 0; fragment->begins && k < fragment->box->ids->len; k++)
            {
              const char *id = g_ptr_array_index (fragment->box->ids, k);

              if (GPOINTER_TO_UINT (g_hash_table_lookup (self->page_of, id)) == i + 1)
                continue;
              g_hash_table_insert (self->page_of, g_strdup (id), GUINT_TO_POINTER (i + 1));
              moved = TRUE;
            }
        }
    }

  return moved;
}

static char *
dup_reference (MtrBoxCell *cell,
               guint       number)
{
  if (cell->before_number == NULL)
    return number > 0 ? g_strdup_printf ("%u", number) : g_strdup ("");

  /* Translators: what a reference goes to, and the page it is on: "Direct observation 1 of 2, page 14". */
  return number > 0 ? g_strdup_printf (_("%s, page %u"), cell->before_number, number) : g_strdup (cell->before_number);
}

static void
write_page_numbers (MtrPages *self)
{
  for (guint i = 0; i < self->flow->boxes->len; i++)
    {
      MtrBox *box = g_ptr_array_index (self->flow->boxes, i);

      for (guint j = 0; j < box->cells->len; j++)
        {
          MtrBoxCell *cell = g_ptr_array_index (box->cells, j);
          guint number;
          g_autofree char *text = NULL;

          if (!cell->page_number)
            continue;
          number = cell->target != NULL ? mtr_pages_find_page_of (self, cell->target) : 0;
          text = dup_reference (cell, number);
          mtr_box_cell_set_text (cell, text);
          mtr_box_measure (box);
        }
    }
}

/**
 * mtr_pages_new:
 * @document: a document; it does not change any more
 * @paper: the size of paper
 *
 * May be called in any thread; the pages are used in one thread at a time.
 *
 * Returns: (transfer full): the document on pages
 */
MtrPages *
mtr_pages_new (MtrDocument *document,
               MtrPaper     paper)
{
  MtrPages *self;
  const char *before;

  g_return_val_if_fail (MTR_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (paper < G_N_ELEMENTS (papers), NULL);

  self = g_object_new (MTR_TYPE_PAGES, NULL);
  self->document = g_object_ref (document);
  self->short_side = papers[paper].short_side;
  self->long_side = papers[paper].long_side;
  self->flow = mtr_flow_new (document, self->short_side - 2 * MTR_MARGIN_SIDE, self->long_side - 2 * MTR_MARGIN_SIDE);

  before = mtr_language_switch (mtr_language_find (mtr_document_get_language (document)));
  for (guint i = 0; i < MAX_LAYOUTS; i++)
    {
      lay_out_well (self);
      if (!find_ids (self))
        break;
      write_page_numbers (self);
    }
  mtr_language_switch (before);

  return self;
}

/**
 * mtr_pages_get_document:
 * @self: pages
 *
 * Returns: (transfer none): the document on them
 */
MtrDocument *
mtr_pages_get_document (MtrPages *self)
{
  return self->document;
}

/**
 * mtr_pages_get_n_pages:
 * @self: pages
 *
 * Returns: how many there are
 */
guint
mtr_pages_get_n_pages (MtrPages *self)
{
  return self->pages->len;
}

/**
 * mtr_pages_get_size:
 * @self: pages
 * @position: a page, from 0
 * @width: (out): its width in points
 * @height: (out): its height in points
 */
void
mtr_pages_get_size (MtrPages *self,
                    guint     position,
                    double   *width,
                    double   *height)
{
  Page *page;

  g_return_if_fail (position < self->pages->len);

  page = g_ptr_array_index (self->pages, position);
  *width = page->landscape ? self->long_side : self->short_side;
  *height = page->landscape ? self->short_side : self->long_side;
}

/**
 * mtr_pages_find_page_of:
 * @self: pages
 * @id: the id of a node
 *
 * Returns: the number, from 1, of the page where the node begins; 0 where there is no such node
 */
guint
mtr_pages_find_page_of (MtrPages   *self,
                        const char *id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->page_of, id));
}

/**
 * mtr_pages_dup_text:
 * @self: pages
 * @position: a page, from 0
 *
 * Returns: (transfer full): what stands on the page, as plain text in reading order; what a
 *   preview tells assistive technology
 */
char *
mtr_pages_dup_text (MtrPages *self,
                    guint     position)
{
  GString *text = g_string_new (NULL);
  Page *page;

  g_return_val_if_fail (position < self->pages->len, NULL);

  page = g_ptr_array_index (self->pages, position);
  for (guint i = 0; i < page->fragments->len; i++)
    {
      MtrFragment *fragment = g_ptr_array_index (page->fragments, i);
      gsize before = text->len;

      for (guint j = 0; j < fragment->box->cells->len; j++)
        {
          MtrBoxCell *cell = g_ptr_array_index (fragment->box->cells, j);
          const char *all = pango_layout_get_text (cell->layout);

          if (cell->spoken != NULL && cell->spoken[0] == '\0')
            continue;
          if (cell->spoken != NULL && fragment->begins)
            g_string_append (text, cell->spoken);
          for (guint k = fragment->first[j]; cell->spoken == NULL && k < fragment->end[j]; k++)
            {
              PangoLayoutLine *line = g_array_index (cell->lines, MtrLine, k).line;

              g_string_append_len (text, all + line->start_index, line->length);
            }
          g_string_append_c (text, ' ');
        }
      if (text->len > before)
        text->str[text->len - 1] = '\n';
    }

  return g_string_free (text, FALSE);
}

/*< private >
 * mtr_pages_get_outline:
 * @self: pages
 *
 * Returns: (transfer none) (element-type MtrOutlineEntry): the sections, in order
 */
GArray *
mtr_pages_get_outline (MtrPages *self)
{
  return self->flow->outline;
}

static void
set_colour (cairo_t         *cr,
            const MtrColour *colour)
{
  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
}

static void
draw_rule (cairo_t         *cr,
           const MtrColour *colour,
           double           thickness,
           double           x,
           double           y,
           double           width)
{
  set_colour (cr, colour);
  cairo_rectangle (cr, x, y - thickness, width, thickness);
  cairo_fill (cr);
}

static void
draw_look (MtrPages    *self,
           MtrFragment *fragment,
           cairo_t     *cr)
{
  MtrBox *box = fragment->box;
  double width = box->landscape ? self->flow->landscape_width : self->flow->width;
  double bottom = fragment->y + fragment->height;

  for (guint i = 0; fragment->begins && i < box->shapes->len; i++)
    mtr_shape_draw (&g_array_index (box->shapes, MtrShape, i), self->flow->styles, cr, MTR_MARGIN_SIDE, fragment->y);
  if (box->look & MTR_LOOK_FILL)
    {
      set_colour (cr, &self->flow->styles->fill);
      cairo_rectangle (cr, MTR_MARGIN_SIDE, fragment->y, width, fragment->height);
      cairo_fill (cr);
    }
  if (box->look & MTR_LOOK_BAR)
    {
      set_colour (cr, &mtr_colour_accent);
      cairo_rectangle (cr, MTR_MARGIN_SIDE, fragment->y, 2.0, fragment->height);
      cairo_fill (cr);
    }
  if (box->look & (MTR_LOOK_RULE_BELOW | MTR_LOOK_WRITING))
    draw_rule (cr, box->look & MTR_LOOK_WRITING ? &mtr_colour_muted : &self->flow->styles->rule, 0.6, MTR_MARGIN_SIDE, bottom, width);
  if (box->look & MTR_LOOK_RULE_STRONG)
    draw_rule (cr, &mtr_colour_accent, 1.4, MTR_MARGIN_SIDE, bottom, width);
}

static void
draw_cell (MtrPages    *self,
           MtrFragment *fragment,
           guint        position,
           cairo_t     *cr,
           MtrTagger   *tagger)
{
  MtrBox *box = fragment->box;
  MtrBoxCell *cell = g_ptr_array_index (box->cells, position);
  gboolean links = cell->target != NULL;
  double origin;

  if (tagger != NULL)
    {
      MtrTagPath path = box->path;

      if (cell->tag != NULL)
        mtr_tag_path_add_with (&path, cell->tag, cell, cell->detail);
      mtr_tagger_move_to (tagger, &path);
      if (links)
        mtr_tagger_open_link (tagger, cell->target);
    }

  set_colour (cr, links ? &mtr_colour_accent : &mtr_style_sheet_get (self->flow->styles, cell->style)->colour);
  if (fragment->end[position] > fragment->first[position])
    {
      origin = fragment->y + box->padding + (fragment->first[position] == 0 ? cell->drop : 0.0) -
               g_array_index (cell->lines, MtrLine, fragment->first[position]).top;
      for (guint i = fragment->first[position]; i < fragment->end[position]; i++)
        {
          MtrLine *line = &g_array_index (cell->lines, MtrLine, i);

          cairo_move_to (cr, MTR_MARGIN_SIDE + cell->x + line->x, origin + line->baseline);
          pango_cairo_show_layout_line (cr, line->line);
        }
    }

  if (tagger != NULL && links)
    mtr_tagger_close_link (tagger);
}

/** Running: where the text at the top and the foot of a page is drawn. */
typedef struct {
  MtrPages   *pages;    /* (unowned) */
  cairo_t    *cr;       /* (unowned) */
  MtrTagger  *tagger;   /* (unowned) (nullable) */
  MtrTagPath  path;     /* the section that the page begins in */
} Running;

static double
draw_running_text (Running      *running,
                   MtrTextStyle  style,
                   const char   *text,
                   double        y,
                   double        width,
                   gboolean      at_end)
{
  cairo_t *cr = running->cr;
  g_autoptr (PangoLayout) layout = mtr_style_sheet_new_layout (running->pages->flow->styles, style, text, width);
  int text_width, text_height;

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, at_end ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_get_size (layout, &text_width, &text_height);
  if (running->tagger != NULL)
    {
      MtrTagPath path = running->path;

      /* Cairo has no artifacts: an element that says it means nothing is the nearest. */
      mtr_tag_path_add (&path, "NonStruct", layout);
      mtr_tagger_move_to (running->tagger, &path);
    }
  set_colour (cr, &mtr_style_sheet_get (running->pages->flow->styles, style)->colour);
  cairo_move_to (cr, MTR_MARGIN_SIDE, y);
  pango_cairo_show_layout (cr, layout);
  if (running->tagger != NULL)
    mtr_tagger_move_to (running->tagger, &running->path);

  return (double) text_height / PANGO_SCALE;
}

/* What stands at the top and the foot of every page: what it is, as at when, that it is a
 * draft, and which page of how many. */
static void
draw_running (Running *running,
              guint    position)
{
  MtrPages *self = running->pages;
  Page *page = g_ptr_array_index (self->pages, position);
  double width = page->landscape ? self->flow->landscape_width : self->flow->width;
  double height = page->landscape ? self->short_side : self->long_side;
  const char *before = mtr_language_switch (mtr_language_find (mtr_document_get_language (self->document)));
  g_autofree char *date = mtr_date_format (mtr_document_get_as_at (self->document), MTR_DATE_STYLE_LONG);
  /* Translators: a date, at the top of every page: the state that is shown is that of this day. */
  g_autofree char *as_at = g_strdup_printf (_("As at %s"), date);
  /* Translators: at the foot of every page: number of the page, number of pages. */
  g_autofree char *number = g_strdup_printf (_("Page %u of %u"), position + 1, self->pages->len);
  const char *draft = mtr_document_get_draft (self->document);
  const char *header = mtr_document_get_header (self->document);
  double y = MTR_HEADER_TOP;
  double footer = height - MTR_FOOTER_BOTTOM - mtr_style_sheet_get (self->flow->styles, MTR_STYLE_RUNNING)->size * 1.3;

  mtr_language_switch (before);
  if (!page->cover)
    {
      g_autoptr (PangoLayout) date_layout = mtr_style_sheet_new_layout (self->flow->styles, MTR_STYLE_RUNNING, as_at, -1.0);
      double line;
      int date_width;

      pango_layout_get_size (date_layout, &date_width, NULL);
      if (header != NULL)
        draw_running_text (running, MTR_STYLE_RUNNING, header, y,
                           MIN (width * 0.7, width - (double) date_width / PANGO_SCALE - RUNNING_GAP), FALSE);
      line = draw_running_text (running, MTR_STYLE_RUNNING, as_at, y, width, TRUE);
      draw_rule (running->cr, &self->flow->styles->rule, 0.6, MTR_MARGIN_SIDE, y + line + 5.0, width);
    }
  if (draft != NULL)
    draw_running_text (running, MTR_STYLE_DRAFT, draft, footer, width * 0.7, FALSE);
  draw_running_text (running, MTR_STYLE_RUNNING, number, footer, width, TRUE);
}

static void
draw_paper (MtrPages *self,
            Page     *page,
            cairo_t  *cr)
{
  set_colour (cr, &self->flow->styles->paper);
  cairo_rectangle (cr, 0.0, 0.0, page->landscape ? self->long_side : self->short_side,
                   page->landscape ? self->short_side : self->long_side);
  cairo_fill (cr);
}

/*< private >
 * mtr_pages_draw_tagged:
 * @self: pages
 * @position: a page, from 0
 * @cr: where it is drawn, in points from the upper left corner of the page
 * @tagger: (nullable): the structure of the file that is drawn
 */
void
mtr_pages_draw_tagged (MtrPages  *self,
                       guint      position,
                       cairo_t   *cr,
                       MtrTagger *tagger)
{
  Running running = { self, cr, tagger, { 0 } };
  MtrFragment *first;
  Page *page;

  g_return_if_fail (position < self->pages->len);

  page = g_ptr_array_index (self->pages, position);
  if (self->flow->styles->tinted)
    draw_paper (self, page, cr);
  first = g_ptr_array_index (page->fragments, 0);
  running.path = first->box->path;
  running.path.n_tags = 1;
  while (running.path.n_tags < first->box->path.n_tags
         && g_str_equal (running.path.tags[running.path.n_tags].tag, "Sect"))
    running.path.n_tags++;
  draw_running (&running, position);

  for (guint i = 0; i < page->fragments->len; i++)
    {
      MtrFragment *fragment = g_ptr_array_index (page->fragments, i);

      if (tagger != NULL)
        {
          mtr_tagger_move_to (tagger, &fragment->box->path);
          for (guint j = 0; fragment->begins && j < fragment->box->ids->len; j++)
            mtr_tagger_mark (tagger, g_ptr_array_index (fragment->box->ids, j), MTR_MARGIN_SIDE,
                             MAX (0.0, fragment->y - 6.0));
        }
      draw_look (self, fragment, cr);
      for (guint j = 0; j < fragment->box->cells->len; j++)
        draw_cell (self, fragment, j, cr, tagger);
    }

  if (tagger != NULL)
    mtr_tagger_end_page (tagger);
}

/**
 * mtr_pages_draw:
 * @self: pages
 * @position: a page, from 0
 * @cr: where it is drawn, in points from the upper left corner of the page; the paper is painted
 *   only where the document has a tint
 */
void
mtr_pages_draw (MtrPages *self,
                guint     position,
                cairo_t  *cr)
{
  mtr_pages_draw_tagged (self, position, cr, NULL);
}
