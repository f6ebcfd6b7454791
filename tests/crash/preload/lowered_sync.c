/* A mutant of the server, by preloading alone: every `synchronous = FULL` that it asks SQLite for becomes OFF, so that
   nothing is synced before it is acknowledged. The power-cut test must find what this loses. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct sqlite3 sqlite3;
typedef struct sqlite3_stmt sqlite3_stmt;

static const char kFull[] = "synchronous = FULL";
static const char kOff[] = "synchronous = OFF ";

/* The same text with the pragma lowered, or NULL when it has none. */
static char *lowered(const char *sql, size_t size) {
  char *copy = strndup(sql, size);
  char *at = copy ? strstr(copy, kFull) : NULL;
  if (!at) {
    free(copy);
    return NULL;
  }
  memcpy(at, kOff, sizeof kOff - 1);
  fputs("mutant: synchronous lowered\n", stderr);
  return copy;
}

int sqlite3_exec(sqlite3 *db, const char *sql, int (*call)(void *, int, char **, char **), void *context, char **error) {
  static int (*real)(sqlite3 *, const char *, int (*)(void *, int, char **, char **), void *, char **);
  if (!real) real = dlsym(RTLD_NEXT, "sqlite3_exec");
  char *other = sql ? lowered(sql, strlen(sql)) : NULL;
  int code = real(db, other ? other : sql, call, context, error);
  free(other);
  return code;
}

int sqlite3_prepare_v2(sqlite3 *db, const char *sql, int size, sqlite3_stmt **statement, const char **tail) {
  static int (*real)(sqlite3 *, const char *, int, sqlite3_stmt **, const char **);
  if (!real) real = dlsym(RTLD_NEXT, "sqlite3_prepare_v2");
  char *other = tail ? NULL : lowered(sql, size < 0 ? strlen(sql) : (size_t)size);
  int code = real(db, other ? other : sql, other ? -1 : size, statement, tail);
  free(other);
  return code;
}
