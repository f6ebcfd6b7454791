/* Preloaded into the server: from the BREDVID_BROKEN_SYNC-th sync of a file whose name ends in BREDVID_BROKEN_FILE on,
   every sync of it fails as on a broken device. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static int broken(int file) {
  static int seen;
  const char *ending = getenv("BREDVID_BROKEN_FILE"), *number = getenv("BREDVID_BROKEN_SYNC");
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t size = readlink(link, path, sizeof path - 1);
  if (!ending || !number || size < (ssize_t)strlen(ending)) return 0;
  path[size] = '\0';
  if (strcmp(path + size - strlen(ending), ending) != 0) return 0;
  if (__atomic_add_fetch(&seen, 1, __ATOMIC_RELAXED) < atoi(number)) return 0;
  fprintf(stderr, "the disk: a sync of %s fails\n", ending);
  errno = EIO;
  return 1;
}

int fsync(int file) { return broken(file) ? -1 : (int)syscall(SYS_fsync, file); }
int fdatasync(int file) { return broken(file) ? -1 : (int)syscall(SYS_fdatasync, file); }
