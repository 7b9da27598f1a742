/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MtrTint:
 * @MTR_TINT_NONE: white, or whatever the screen has
 * @MTR_TINT_CREAM: a ground of cream
 * @MTR_TINT_PEACH: a ground of peach
 * @MTR_TINT_ROSE: a ground of rose
 * @MTR_TINT_BLUE: a ground of pale blue
 * @MTR_TINT_GREEN: a ground of pale green
 * @MTR_TINT_GREY: a ground of pale grey
 */
typedef enum {
  MTR_TINT_NONE,
  MTR_TINT_CREAM,
  MTR_TINT_PEACH,
  MTR_TINT_ROSE,
  MTR_TINT_BLUE,
  MTR_TINT_GREEN,
  MTR_TINT_GREY,
  MTR_N_TINTS
} MtrTint;

/**
 * MtrAdjustmentError:
 * @MTR_ADJUSTMENT_ERROR_UNKNOWN: there is no such part of an adjustment
 * @MTR_ADJUSTMENT_ERROR_FONT: not the name of a font
 * @MTR_ADJUSTMENT_ERROR_SIZE: not a size from %MTR_ADJUSTMENT_MIN_SIZE to %MTR_ADJUSTMENT_MAX_SIZE
 * @MTR_ADJUSTMENT_ERROR_SPACING: not a spacing from 1 to 2
 * @MTR_ADJUSTMENT_ERROR_TINT: there is no such tint
 */
typedef enum {
  MTR_ADJUSTMENT_ERROR_UNKNOWN,
  MTR_ADJUSTMENT_ERROR_FONT,
  MTR_ADJUSTMENT_ERROR_SIZE,
  MTR_ADJUSTMENT_ERROR_SPACING,
  MTR_ADJUSTMENT_ERROR_TINT,
} MtrAdjustmentError;

#define MTR_ADJUSTMENT_ERROR (mtr_adjustment_error_quark ())
GQuark mtr_adjustment_error_quark (void);

#define MTR_ADJUSTMENT_MIN_SIZE    9     /* points */
#define MTR_ADJUSTMENT_MAX_SIZE    28
#define MTR_ADJUSTMENT_MIN_SPACING 1.0   /* times the height of a line that the font asks for */
#define MTR_ADJUSTMENT_MAX_SPACING 2.0

#define MTR_TYPE_ADJUSTMENT (mtr_adjustment_get_type ())

/**
 * MtrAdjustment: how somebody reads best. It changes how a thing looks, never what it says.
 *
 * Read the members; change them with mtr_adjustment_set().
 */
typedef struct {
  char    *font;      /* (owned) (nullable): a family of fonts; %NULL: that of the design */
  guint    size;      /* of running text, in points; 0: that of the design */
  double   spacing;   /* at least so many times the line height of the font; 1: that of the design */
  MtrTint  tint;
} MtrAdjustment;

GType          mtr_adjustment_get_type   (void) G_GNUC_CONST;
MtrAdjustment *mtr_adjustment_new        (void);
MtrAdjustment *mtr_adjustment_copy       (const MtrAdjustment  *self);
void           mtr_adjustment_free       (MtrAdjustment        *self);
gboolean       mtr_adjustment_equal      (const MtrAdjustment  *self,
                                          const MtrAdjustment  *other);
gboolean       mtr_adjustment_is_default (const MtrAdjustment  *self);
gboolean       mtr_adjustment_set        (MtrAdjustment        *self,
                                          const char           *name,
                                          const char           *value,
                                          GError              **error);
MtrAdjustment *mtr_adjustment_parse      (const char           *text,
                                          GError              **error);
char          *mtr_adjustment_to_string  (const MtrAdjustment  *self);

const char    *mtr_tint_get_name         (MtrTint               tint);
const char    *mtr_tint_get_title        (MtrTint               tint);
guint32        mtr_tint_get_colour       (MtrTint               tint);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrAdjustment, mtr_adjustment_free)

G_END_DECLS
