/* A mutant of the server, by preloading alone: the writer's COMMIT answers "done" at once, and the real one runs only
   when the next thing happens on that connection (the next BEGIN, or a checkpoint). So every acknowledgement is sent
   before its commit. The kill test must find what this loses. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

typedef struct sqlite3 sqlite3;
typedef struct sqlite3_stmt sqlite3_stmt;
enum { SQLITE_OK = 0, SQLITE_DONE = 101 };

/* Of this thread's connection. A COMMIT inside of sqlite3_exec (migrations, the reader) is let through: its statement
   does not outlive the call. */
static __thread sqlite3_stmt *late;
static __thread int in_exec;

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

static int real_step(sqlite3_stmt *statement) {
  static int (*step)(sqlite3_stmt *);
  if (!step) step = real("sqlite3_step");
  return step(statement);
}

static int catch_up(void) {
  static int (*reset)(sqlite3_stmt *);
  if (!late) return SQLITE_DONE;
  if (!reset) reset = real("sqlite3_reset");
  sqlite3_stmt *commit = late;
  late = NULL;
  int code = real_step(commit);
  reset(commit);
  return code;
}

int sqlite3_exec(sqlite3 *db, const char *sql, int (*call)(void *, int, char **, char **), void *context, char **error) {
  static int (*exec)(sqlite3 *, const char *, int (*)(void *, int, char **, char **), void *, char **);
  if (!exec) exec = real("sqlite3_exec");
  ++in_exec;
  int code = exec(db, sql, call, context, error);
  --in_exec;
  return code;
}

int sqlite3_step(sqlite3_stmt *statement) {
  static const char *(*text)(sqlite3_stmt *);
  static int told;
  if (!text) text = real("sqlite3_sql");
  const char *sql = text(statement);
  if (!in_exec && sql && strcmp(sql, "COMMIT") == 0) {
    late = statement;
    if (!told) fputs("mutant: answered before the commit\n", stderr);
    told = 1;
    return SQLITE_DONE;
  }
  if (late) {
    int code = catch_up();
    if (code != SQLITE_DONE) return code;
  }
  return real_step(statement);
}

int sqlite3_wal_checkpoint_v2(sqlite3 *db, const char *name, int mode, int *in_log, int *copied) {
  static int (*checkpoint)(sqlite3 *, const char *, int, int *, int *);
  if (!checkpoint) checkpoint = real("sqlite3_wal_checkpoint_v2");
  int code = catch_up();
  return code == SQLITE_DONE ? checkpoint(db, name, mode, in_log, copied) : code;
}

int sqlite3_get_autocommit(sqlite3 *db) {
  static int (*autocommit)(sqlite3 *);
  if (!autocommit) autocommit = real("sqlite3_get_autocommit");
  return late ? 1 : autocommit(db);
}
