#include <stddef.h>

#include "fb_ring.h"
#include "fb_status.h"

void fb_ring_put(fb_ring *ring, const fb_reading *reading) {
  (void)ring;
  (void)reading;
}

const fb_reading *fb_ring_get(const fb_ring *ring, uint32_t index) {
  (void)ring;
  (void)index;
  return NULL;
}

uint8_t fb_ring_ask(fb_ring *ring, uint32_t from, uint16_t count) {
  (void)ring;
  (void)from;
  (void)count;
  return FB_NOT_POSSIBLE;
}

uint16_t fb_ring_pack(const fb_ring *ring, fb_batch *batch, uint8_t most) {
  (void)ring;
  (void)batch;
  (void)most;
  return 0;
}

void fb_ring_sent(fb_ring *ring, uint16_t far) {
  (void)ring;
  (void)far;
}
