#include "terminal.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

enum { NAME_BYTES = 64 };

static void make_raw(int end) {
  struct termios settings;
  tcgetattr(end, &settings);
  cfmakeraw(&settings);
  tcsetattr(end, TCSANOW, &settings);
}

bool terminal_plug(terminal *terminal) {
  char name[NAME_BYTES];
  int device_end = posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
  if (device_end < 0 || grantpt(device_end) != 0 || unlockpt(device_end) != 0
      || ptsname_r(device_end, name, sizeof name) != 0) {
    perror("pseudo-terminal");
    return false;
  }
  terminal->device_end = device_end;
  terminal->host_end = open(name, O_RDWR | O_NOCTTY);
  make_raw(terminal->host_end);
  unlink(terminal->link);
  if (symlink(name, terminal->link) != 0) {
    perror(terminal->link);
    return false;
  }
  return true;
}

void terminal_unplug(terminal *terminal) {
  unlink(terminal->link);
  close(terminal->host_end);
  close(terminal->device_end);
  terminal->device_end = -1;
}

unsigned terminal_write(const terminal *terminal, const uint8_t *bytes, unsigned count) {
  ssize_t written = terminal->device_end < 0 ? 0 : write(terminal->device_end, bytes, count);
  return written < 0 ? 0 : (unsigned)written;
}

unsigned terminal_read(const terminal *terminal, uint8_t *bytes, unsigned room) {
  ssize_t had = terminal->device_end < 0 ? 0 : read(terminal->device_end, bytes, room);
  return had < 0 ? 0 : (unsigned)had;
}
