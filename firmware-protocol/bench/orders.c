#include "orders.h"

#include <fcntl.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

enum { HELD_BYTES = 4096 };

static char held[HELD_BYTES];
static size_t held_bytes;
static size_t given_bytes; /* of the line that was given last */
static bool over;

void orders_start(void) {
  fcntl(STDIN_FILENO, F_SETFL, fcntl(STDIN_FILENO, F_GETFL) | O_NONBLOCK);
}

const char *orders_next(void) {
  memmove(held, held + given_bytes, held_bytes - given_bytes);
  held_bytes -= given_bytes;
  given_bytes = 0;
  ssize_t had = read(STDIN_FILENO, held + held_bytes, sizeof held - held_bytes);
  if (had > 0) {
    held_bytes += (size_t)had;
  }
  over = over || had == 0;
  char *end = memchr(held, '\n', held_bytes);
  if (end == NULL) {
    return NULL;
  }
  *end = 0;
  given_bytes = (size_t)(end - held) + 1;
  return held;
}

bool orders_over(void) {
  return over;
}
