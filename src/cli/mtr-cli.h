/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-adjustment.h"
#include "mtr-cli-output.h"
#include "mtr-pack-library.h"
#include "mtr-store.h"

G_BEGIN_DECLS

/** MtrCliStatus: what the program ends with. */
typedef enum {
  MTR_CLI_OK = 0,
  MTR_CLI_NO = 1,        /* not ready; something wrong was found */
  MTR_CLI_USAGE = 2,     /* wrong usage */
  MTR_CLI_FILE = 3,      /* the file cannot be used */
} MtrCliStatus;

/** MtrCliOptions: everything that can stand after a command. */
typedef struct {
  char    *audience;     /* (owned) (nullable): as typed */
  char    *as_at;        /* (owned) (nullable): ISO date that counts as today */
  char    *format;       /* (owned) (nullable) */
  char    *kind;         /* (owned) (nullable): --pack */
  char    *output;       /* (owned) (nullable) */
  char    *font;         /* (owned) (nullable): this and the next three as typed; see MtrCli.adjustment */
  char    *letters;      /* (owned) (nullable): --size */
  char    *spacing;      /* (owned) (nullable) */
  char    *tint;         /* (owned) (nullable) */
  char    *language;     /* (owned) (nullable): as typed */
  char    *paper;        /* (owned) (nullable) */
  char    *pairing;      /* (owned) (nullable): as typed */
  char    *person;       /* (owned) (nullable): as typed, or "new" */
  char    *title;        /* (owned) (nullable) */
  char    *from;         /* (owned) (nullable): as typed */
  char    *to;           /* (owned) (nullable): as typed */
  char    *service;      /* (owned) (nullable) */
  char    *team;         /* (owned) (nullable) */
  int      n_pairings;   /* G_MININT where not given */
  int      n_sessions;
  int      seed;         /* G_MININT where not given */
  gboolean include_private;
  gboolean with_names;   /* names in a calendar */
  gboolean publish;
  gboolean dry_run;
  gboolean leave_out_refused;
  gboolean include_identity;
  gboolean add_line_managers;
} MtrCliOptions;

/** MtrCli: what a command works with. */
typedef struct {
  MtrPackLibrary *library;    /* (owned) */
  MtrCliOptions   options;
  char          **arguments;  /* (not owned): what stands after the command, without options */
  int             n_arguments;
  GDate           today;
  MtrAdjustment  *adjustment; /* (owned): how whoever reads the result reads best */
} MtrCli;

typedef MtrCliStatus (*MtrCliRun) (MtrCli *cli);

void         mtr_cli_complain      (const char *format,
                                    ...) G_GNUC_PRINTF (1, 2);
MtrCliStatus mtr_cli_fail          (GError     *error,
                                    const char *path);
gboolean     mtr_cli_check_path    (const char *path);
gboolean     mtr_cli_parse_date    (const char *typed,
                                    GDate      *date);
MtrStore    *mtr_cli_open          (MtrCli     *cli,
                                    const char *path);
gboolean     mtr_cli_parse_id      (const char *typed,
                                    gint64     *id);
MtrCliStatus mtr_cli_check_pairing (MtrStore   *store,
                                    const char *path,
                                    gint64      id);
void         mtr_cli_begin_progress (const char *what);
void         mtr_cli_show_progress (const char *what,
                                    double      fraction);
void         mtr_cli_end_progress  (void);

MtrCliStatus mtr_cli_new           (MtrCli     *cli);
MtrCliStatus mtr_cli_sample        (MtrCli     *cli);
MtrCliStatus mtr_cli_list          (MtrCli     *cli);
MtrCliStatus mtr_cli_calendar      (MtrCli     *cli);
MtrCliStatus mtr_cli_check         (MtrCli     *cli);
MtrCliStatus mtr_cli_export        (MtrCli     *cli);
MtrCliStatus mtr_cli_export_archive (MtrCli    *cli);
MtrCliStatus mtr_cli_match         (MtrCli     *cli);
MtrCliStatus mtr_cli_export_rows   (MtrCli     *cli);
MtrCliStatus mtr_cli_import        (MtrCli     *cli);
MtrCliStatus mtr_cli_report        (MtrCli     *cli);
MtrCliStatus mtr_cli_import_portfolio (MtrCli  *cli);
char        *mtr_cli_import_rows_to_text (GListModel  *rows,
                                          MtrCliFormat format);
MtrCliStatus mtr_cli_verify        (MtrCli     *cli);
MtrCliStatus mtr_cli_search        (MtrCli     *cli);
MtrCliStatus mtr_cli_packs         (MtrCli     *cli);

G_END_DECLS
