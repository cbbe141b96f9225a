#include "board.h"

#include <string.h>

#include "fb_port.h"

board_state board;

uint32_t fb_port_micros(void) {
  return (uint32_t)board.micros;
}

uint16_t fb_port_millis(void) {
  return (uint16_t)(board.micros / 1000);
}

bool fb_port_send(const uint8_t *frame, fb_size length) {
  if (board.jammed || board.sent_bytes + length > sizeof board.sent) {
    return false;
  }
  memcpy(board.sent + board.sent_bytes, frame, length);
  board.sent_bytes += length;
  return true;
}

bool fb_port_output(uint8_t kind, uint8_t intensity) {
  if (kind > 3 || !board.has_output[kind]) {
    return false;
  }
  board.output[kind] = intensity;
  return true;
}

bool fb_port_rate(uint16_t rate_centihz) {
  return rate_centihz == 10000 || rate_centihz == 5000;
}
