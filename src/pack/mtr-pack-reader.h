/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the XML of a pack, which may come from anybody, into an MtrPack. */

#pragma once

#include "mtr-pack.h"

G_BEGIN_DECLS

/** The longest pack that is read, in bytes. */
#define MTR_PACK_MAX_SIZE (4 * 1024 * 1024)

/**
 * MtrPackError:
 * @MTR_PACK_ERROR_TOO_LARGE: longer than %MTR_PACK_MAX_SIZE, or with more elements than any pack has; do not read it
 * @MTR_PACK_ERROR_MALFORMED: not well-formed XML; show the line to whoever wrote it
 * @MTR_PACK_ERROR_FORBIDDEN: has a document type declaration, which could bring in anything; do not read it
 * @MTR_PACK_ERROR_INVALID: does not follow the schema of packs; show the line to whoever wrote it
 * @MTR_PACK_ERROR_INCONSISTENT: follows the schema, but does not agree with itself or asks for something that this
 *   program does not know; show the line to whoever wrote it
 *
 * Why a pack was refused. Each message says file, line and reason and is meant for a person; a refused pack leaves
 * nothing behind, and other packs can still be read.
 */
typedef enum {
  MTR_PACK_ERROR_TOO_LARGE,
  MTR_PACK_ERROR_MALFORMED,
  MTR_PACK_ERROR_FORBIDDEN,
  MTR_PACK_ERROR_INVALID,
  MTR_PACK_ERROR_INCONSISTENT,
} MtrPackError;

#define MTR_PACK_ERROR (mtr_pack_error_quark ())
GQuark   mtr_pack_error_quark   (void);

/**
 * MtrPackRefusal:
 * @code: why
 * @line: where, counted from 1; 0 where there is no line
 * @reason: (owned) (nullable): a sentence for a person; %NULL where nothing was refused
 *
 * Why a pack was refused, in parts, for a list of refused packs.
 */
typedef struct {
  MtrPackError  code;
  int           line;
  char         *reason;
} MtrPackRefusal;

void     mtr_pack_refusal_clear (MtrPackRefusal  *refusal);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MtrPackRefusal, mtr_pack_refusal_clear)

MtrPack *mtr_pack_try_read      (GBytes          *source,
                                 MtrPackRefusal  *refusal);
MtrPack *mtr_pack_read_shipped  (GBytes          *source,
                                 GBytes          *translation);
MtrPack *mtr_pack_read          (GBytes          *source,
                                 const char      *name,
                                 GError         **error);

G_END_DECLS
