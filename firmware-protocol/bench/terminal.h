/** A pseudo-terminal under a name that stays, to be unplugged and plugged in again. */
#ifndef FB_BENCH_TERMINAL_H
#define FB_BENCH_TERMINAL_H

#include <stdbool.h>
#include <stdint.h>

typedef struct {
  const char *link; /* the name: a symbolic link to the terminal */
  int device_end;   /* -1: unplugged */
  int host_end;     /* kept open, so that the terminal lives while no host has it open */
} terminal;

/** False, with a word on standard error, when the system has none to give. */
bool terminal_plug(terminal *terminal);
void terminal_unplug(terminal *terminal);

/** How many bytes were taken or had; 0 when nothing can be or nobody is there. */
unsigned terminal_write(const terminal *terminal, const uint8_t *bytes, unsigned count);
unsigned terminal_read(const terminal *terminal, uint8_t *bytes, unsigned room);

#endif
