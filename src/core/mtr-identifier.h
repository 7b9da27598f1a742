/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Each looks whether something that identifies a person begins exactly at a place of a text, and says how many bytes
 * it has, or 0. The text is valid UTF-8; the place is the beginning of a character in it. */
gsize mtr_identifier_match_nhs_number         (const char *text,
                                               const char *place);
gsize mtr_identifier_match_national_insurance (const char *text,
                                               const char *place);
gsize mtr_identifier_match_email              (const char *text,
                                               const char *place);
gsize mtr_identifier_match_phone              (const char *text,
                                               const char *place);
gsize mtr_identifier_match_postcode           (const char *text,
                                               const char *place);
gsize mtr_identifier_match_date               (const char *text,
                                               const char *place);

G_END_DECLS
