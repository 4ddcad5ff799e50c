/*
 * Put in front of libc (LD_PRELOAD): counts the calls that write to files below a folder, sync them, or name them, and makes the n-th of a
 * kind fail. FAIL_BELOW the folder; FAIL_KIND write, sync or name; FAIL_AT n, 0 for none; FAIL_ERRNO; FAIL_ON set for all from the n-th on;
 * FAIL_COUNTS the file for the three numbers.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { WRITE, SYNC, NAME, KINDS };

static const char *const names[KINDS] = {"write", "sync", "name"};
static int counts[KINDS];
static const char *below;
static enum kind failing = KINDS;
static int failing_at, failing_errno, failing_on;

__attribute__((constructor)) static void begin(void) {
  const char *kind = getenv("FAIL_KIND");
  const char *at = getenv("FAIL_AT");
  const char *number = getenv("FAIL_ERRNO");
  below = getenv("FAIL_BELOW");
  for (int one = 0; kind != NULL && one < KINDS; one += 1)
    if (strcmp(kind, names[one]) == 0) failing = one;
  failing_at = at == NULL ? 0 : atoi(at);
  failing_errno = number == NULL ? EIO : atoi(number);
  failing_on = getenv("FAIL_ON") != NULL;
}

__attribute__((destructor)) static void end(void) {
  const char *file = getenv("FAIL_COUNTS");
  char text[64];
  if (file == NULL) return;
  int length = snprintf(text, sizeof text, "%d %d %d\n", counts[WRITE], counts[SYNC], counts[NAME]);
  int descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (descriptor < 0) return;
  syscall(SYS_write, descriptor, text, (size_t)length);
  close(descriptor);
}

static int is_below(const char *path) {
  size_t length = below == NULL ? 0 : strlen(below);
  return length > 0 && strncmp(path, below, length) == 0;
}

static int fails(enum kind kind, const char *path) {
  if (!is_below(path)) return 0;
  int n = __sync_add_and_fetch(&counts[kind], 1);
  int hit = kind == failing && failing_at > 0 && (failing_on ? n >= failing_at : n == failing_at);
  if (hit) errno = failing_errno;
  return hit;
}

static int descriptor_fails(enum kind kind, int descriptor) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = '\0';
  return fails(kind, path);
}

#define NEXT(type, name) ((type)dlsym(RTLD_NEXT, name))

ssize_t write(int d, const void *b, size_t n) {
  if (descriptor_fails(WRITE, d)) return -1;
  return NEXT(ssize_t(*)(int, const void *, size_t), "write")(d, b, n);
}
ssize_t pwrite(int d, const void *b, size_t n, off_t o) {
  if (descriptor_fails(WRITE, d)) return -1;
  return NEXT(ssize_t(*)(int, const void *, size_t, off_t), "pwrite")(d, b, n, o);
}
ssize_t pwrite64(int d, const void *b, size_t n, off64_t o) {
  if (descriptor_fails(WRITE, d)) return -1;
  return NEXT(ssize_t(*)(int, const void *, size_t, off64_t), "pwrite64")(d, b, n, o);
}
ssize_t writev(int d, const struct iovec *v, int n) {
  if (descriptor_fails(WRITE, d)) return -1;
  return NEXT(ssize_t(*)(int, const struct iovec *, int), "writev")(d, v, n);
}
ssize_t pwritev(int d, const struct iovec *v, int n, off_t o) {
  if (descriptor_fails(WRITE, d)) return -1;
  return NEXT(ssize_t(*)(int, const struct iovec *, int, off_t), "pwritev")(d, v, n, o);
}
int fsync(int d) {
  if (descriptor_fails(SYNC, d)) return -1;
  return NEXT(int (*)(int), "fsync")(d);
}
int fdatasync(int d) {
  if (descriptor_fails(SYNC, d)) return -1;
  return NEXT(int (*)(int), "fdatasync")(d);
}
int rename(const char *from, const char *to) {
  if (fails(NAME, to)) return -1;
  return NEXT(int (*)(const char *, const char *), "rename")(from, to);
}
int link(const char *from, const char *to) {
  if (fails(NAME, to)) return -1;
  return NEXT(int (*)(const char *, const char *), "link")(from, to);
}
