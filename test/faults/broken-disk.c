/* Preloaded into the product: the history's files give EIO while the file FAULT_FILE exists, at what it names
 * (`write` or `sync`); each sync of the write-ahead log is counted in the file COUNT_FILE, where that is set. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static int concerns(int fd, const char *part) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return strstr(path, part) != NULL;
}

static int broken(int fd, const char *what) {
  const char *file = getenv("FAULT_FILE");
  char text[16] = {0};
  if (file == NULL) return 0;
  int fault = open(file, O_RDONLY | O_CLOEXEC);
  if (fault < 0) return 0;
  ssize_t length = read(fault, text, sizeof text - 1);
  close(fault);
  return length > 0 && strcmp(text, what) == 0 && concerns(fd, "/history.db");
}

static void count(int fd) {
  const char *file = getenv("COUNT_FILE");
  if (file == NULL || !concerns(fd, "/history.db-wal")) return;
  int counter = open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (counter < 0) return;
  if (write(counter, ".", 1) < 0) { /* The count is only too low then. */ }
  close(counter);
}

static ssize_t put(int fd, const void *bytes, size_t size, off_t at) {
  if (broken(fd, "write")) {
    errno = EIO;
    return -1;
  }
  return syscall(SYS_pwrite64, fd, bytes, size, at);
}

static int sync_through(int fd, long call) {
  if (broken(fd, "sync")) {
    errno = EIO;
    return -1;
  }
  count(fd);
  return (int)syscall(call, fd);
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at) { return put(fd, bytes, size, at); }
ssize_t pwrite64(int fd, const void *bytes, size_t size, off_t at) { return put(fd, bytes, size, at); }
int fsync(int fd) { return sync_through(fd, SYS_fsync); }
int fdatasync(int fd) { return sync_through(fd, SYS_fdatasync); }
