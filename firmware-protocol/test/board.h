/** A board in memory: a clock to be set, outputs to be looked at, and what was sent. */
#ifndef FB_TEST_BOARD_H
#define FB_TEST_BOARD_H

#include <stdbool.h>
#include <stdint.h>

typedef struct {
  uint64_t micros;
  bool jammed;          /* takes no frame */
  bool has_output[4];   /* by kind */
  uint8_t output[4];    /* intensity by kind */
  uint8_t sent[1 << 16];
  unsigned sent_bytes;
} board_state;

extern board_state board;

#endif
