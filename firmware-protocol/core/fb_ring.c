#include "fb_ring.h"

#include <stddef.h>

#include "fb_status.h"

void fb_ring_put(fb_ring *ring, const fb_reading *reading) {
  if (ring->length == 0) {
    return;
  }
  if (!ring->any) {
    ring->any = true;
    ring->first = reading->index;
  }
  ring->newest = reading->index;
  ring->slots[reading->index % ring->length] = *reading;
}

const fb_reading *fb_ring_get(const fb_ring *ring, uint32_t index) {
  if (!ring->any || index - ring->first > ring->newest - ring->first) {
    return NULL;
  }
  const fb_reading *slot = &ring->slots[index % ring->length];
  return slot->index == index ? slot : NULL;
}

static uint32_t oldest(const fb_ring *ring) {
  return ring->newest - ring->first < ring->length ? ring->first : ring->newest - ring->length + 1;
}

/** Clamped to what can be kept, so that nothing is looked for in vain for long. */
uint8_t fb_ring_ask(fb_ring *ring, uint32_t from, uint16_t count) {
  if (ring->length == 0) {
    return FB_NOT_POSSIBLE;
  }
  if (count == 0 || !ring->any) {
    return FB_OUT_OF_RANGE;
  }
  int32_t too_old = (int32_t)(oldest(ring) - from);
  if (too_old > 0) {
    from += (uint32_t)too_old;
    count = too_old < count ? (uint16_t)(count - too_old) : 0;
  }
  int32_t kept = (int32_t)(ring->newest - from) + 1;
  if (count == 0 || kept <= 0) {
    return FB_OUT_OF_RANGE;
  }
  ring->asked_from = from;
  ring->asked_count = kept < count ? (uint16_t)kept : count;
  return FB_DONE;
}

uint16_t fb_ring_pack(const fb_ring *ring, fb_batch *batch, uint8_t most) {
  uint16_t far = 0;
  fb_batch_clear(batch);
  batch->flags = FB_BACKFILLED;
  while (far < ring->asked_count && batch->count < most) {
    const fb_reading *kept = fb_ring_get(ring, ring->asked_from + far);
    if (kept != NULL) {
      fb_batch_take(batch, kept);
    } else if (batch->count > 0) {
      break;
    }
    far++;
  }
  return far;
}

void fb_ring_sent(fb_ring *ring, uint16_t far) {
  ring->asked_from += far;
  ring->asked_count = (uint16_t)(ring->asked_count - far);
}
