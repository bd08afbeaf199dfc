/* Preloaded into the product: writes into the file CONNECTIONS_FILE, a line each, every name that is looked up and every
 * internet address that is turned to, but for this computer's own. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void note(const char *what, const char *where) {
  const char *file = getenv("CONNECTIONS_FILE");
  char line[512];
  if (file == NULL) return;
  int length = snprintf(line, sizeof line, "%s %s\n", what, where);
  int log = open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (log < 0) return;
  if (write(log, line, (size_t)length) < 0) { /* The test then misses a line, and fails where it waits for one. */ }
  close(log);
}

static void look(const struct sockaddr *to) {
  char text[INET6_ADDRSTRLEN] = {0};
  if (to == NULL) return;
  if (to->sa_family == AF_INET) {
    inet_ntop(AF_INET, &((const struct sockaddr_in *)to)->sin_addr, text, sizeof text);
    if (strncmp(text, "127.", 4) != 0) note("address", text);
  } else if (to->sa_family == AF_INET6) {
    inet_ntop(AF_INET6, &((const struct sockaddr_in6 *)to)->sin6_addr, text, sizeof text);
    if (strcmp(text, "::1") != 0 && strncmp(text, "::ffff:127.", 11) != 0) note("address", text);
  }
}

int connect(int fd, const struct sockaddr *to, socklen_t length) {
  static int (*real)(int, const struct sockaddr *, socklen_t);
  if (real == NULL) *(void **)&real = dlsym(RTLD_NEXT, "connect");
  int saved = errno;
  look(to);
  errno = saved;
  return real(fd, to, length);
}

ssize_t sendto(int fd, const void *bytes, size_t size, int flags, const struct sockaddr *to, socklen_t length) {
  static ssize_t (*real)(int, const void *, size_t, int, const struct sockaddr *, socklen_t);
  if (real == NULL) *(void **)&real = dlsym(RTLD_NEXT, "sendto");
  int saved = errno;
  look(to);
  errno = saved;
  return real(fd, bytes, size, flags, to, length);
}

int getaddrinfo(const char *name, const char *service, const struct addrinfo *hints, struct addrinfo **found) {
  static int (*real)(const char *, const char *, const struct addrinfo *, struct addrinfo **);
  if (real == NULL) *(void **)&real = dlsym(RTLD_NEXT, "getaddrinfo");
  int saved = errno;
  if (name != NULL && strcmp(name, "localhost") != 0 && strncmp(name, "127.", 4) != 0) note("name", name);
  errno = saved;
  return real(name, service, hints, found);
}
