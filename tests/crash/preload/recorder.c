/* Preloaded into the server by the power-cut test: writes down, in order, every change that the process asks for in one
   folder, and every sync that came back. Only what is written down as synced survives the cut (recording.h).

   A change is written down before it is carried out, a sync when it begins and when it has succeeded: a death between
   the two leaves a change that may or may not have been, and a sync that promises nothing. -shm is left out: it is
   shared memory, and nobody expects it after a reboot.

   BREDVID_RECORD: the file, opened to append. BREDVID_RECORD_FOLDER: the folder, absolute, without a slash at its end.
   One record: struct record, then `path_size` bytes of a path (rename: two, each with a zero), then `size` bytes. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { NAMED = 1, WRITE, TRUNCATE, SYNC_BEGIN, SYNC_END, RENAME, UNLINK };

struct record {
  uint32_t kind;
  uint32_t path_size;
  uint64_t file; /* inode */
  uint64_t at;   /* offset, new length, or the number of the sync */
  uint64_t size; /* of what follows the path */
};

enum { MOST_FILES = 4096 };
static int out = -1;
static const char *folder;
static size_t folder_size;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
/* descriptor -> inode; 0: not ours */
static uint64_t inode_of[MOST_FILES];
static uint64_t syncs;

__attribute__((constructor)) static void begin(void) {
  const char *name = getenv("BREDVID_RECORD");
  folder = getenv("BREDVID_RECORD_FOLDER");
  if (!name || !folder) return;
  folder_size = strlen(folder);
  out = (int)syscall(SYS_openat, AT_FDCWD, name, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
}

static int ours(const char *path) {
  size_t size = path ? strlen(path) : 0;
  if (out < 0 || size < folder_size || strncmp(path, folder, folder_size) != 0) return 0;
  if (path[folder_size] != '/' && path[folder_size] != '\0') return 0;
  return size < 4 || strcmp(path + size - 4, "-shm") != 0;
}

/* A record that can't be written must not look like a change that never was: better no server at all. */
static void put(struct record head, const void *path, const void *bytes) {
  struct iovec parts[3] = {{&head, sizeof head}, {(void *)path, head.path_size}, {(void *)bytes, head.size}};
  ssize_t whole = (ssize_t)(sizeof head + head.path_size + head.size);
  if (syscall(SYS_writev, out, parts, 3) != whole) _exit(125);
}

static void put_locked(struct record head, const void *path, const void *bytes) {
  pthread_mutex_lock(&turn);
  put(head, path, bytes);
  pthread_mutex_unlock(&turn);
}

static uint64_t known(int file) { return out >= 0 && file >= 0 && file < MOST_FILES ? inode_of[file] : 0; }

static int opened(int file, const char *path, int flags) {
  struct stat info;
  if (file < 0 || !ours(path) || fstat(file, &info) != 0 || file >= MOST_FILES) return file;
  if (!S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode)) return file;
  pthread_mutex_lock(&turn);
  inode_of[file] = info.st_ino;
  if (flags & O_CREAT) put((struct record){NAMED, (uint32_t)strlen(path), info.st_ino, 0, 0}, path, NULL);
  if (flags & O_TRUNC) put((struct record){TRUNCATE, 0, info.st_ino, 0, 0}, NULL, NULL);
  pthread_mutex_unlock(&turn);
  return file;
}

static mode_t mode_from(int flags, va_list rest) { return flags & O_CREAT ? va_arg(rest, mode_t) : 0; }

static int open_as(const char *path, int flags, mode_t mode) {
  return opened((int)syscall(SYS_openat, AT_FDCWD, path, flags, mode), path, flags);
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = mode_from(flags, rest);
  va_end(rest);
  return open_as(path, flags, mode);
}
int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = mode_from(flags, rest);
  va_end(rest);
  return open_as(path, flags | O_LARGEFILE, mode);
}
int __open_2(const char *path, int flags) { return open_as(path, flags, 0); }
int __open64_2(const char *path, int flags) { return open_as(path, flags | O_LARGEFILE, 0); }

int close(int file) {
  if (known(file)) inode_of[file] = 0;
  return (int)syscall(SYS_close, file);
}

static void changing(int file, uint64_t at, const void *bytes, size_t size) {
  uint64_t inode = known(file);
  if (inode) put_locked((struct record){WRITE, 0, inode, at, size}, NULL, bytes);
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t at) {
  changing(file, (uint64_t)at, bytes, size);
  return syscall(SYS_pwrite64, file, bytes, size, at);
}
ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t at) { return pwrite(file, bytes, size, at); }

ssize_t write(int file, const void *bytes, size_t size) {
  if (known(file)) changing(file, (uint64_t)lseek(file, 0, SEEK_CUR), bytes, size);
  return syscall(SYS_write, file, bytes, size);
}

int ftruncate(int file, off_t size) {
  uint64_t inode = known(file);
  if (inode) put_locked((struct record){TRUNCATE, 0, inode, (uint64_t)size, 0}, NULL, NULL);
  return (int)syscall(SYS_ftruncate, file, size);
}
int ftruncate64(int file, off64_t size) { return ftruncate(file, size); }

static int sync_by(long call, int file) {
  uint64_t inode = known(file);
  uint64_t number = 0;
  if (inode) {
    pthread_mutex_lock(&turn);
    number = ++syncs;
    put((struct record){SYNC_BEGIN, 0, inode, number, 0}, NULL, NULL);
    pthread_mutex_unlock(&turn);
  }
  int done = (int)syscall(call, file);
  if (inode && done == 0) put_locked((struct record){SYNC_END, 0, inode, number, 0}, NULL, NULL);
  return done;
}
int fsync(int file) { return sync_by(SYS_fsync, file); }
int fdatasync(int file) { return sync_by(SYS_fdatasync, file); }

int rename(const char *from, const char *to) {
  if (ours(from) && ours(to)) {
    char both[2 * 4096];
    size_t first = strlen(from) + 1, second = strlen(to) + 1;
    if (first + second > sizeof both) _exit(125);
    memcpy(both, from, first);
    memcpy(both + first, to, second);
    put_locked((struct record){RENAME, (uint32_t)(first + second), 0, 0, 0}, both, NULL);
  }
  return (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int unlink(const char *path) {
  if (ours(path)) put_locked((struct record){UNLINK, (uint32_t)strlen(path), 0, 0, 0}, path, NULL);
  return (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}
int remove(const char *path) {
  int done = unlink(path);
  return done != 0 && errno == EISDIR ? rmdir(path) : done;
}
