/**
 * The latest readings, kept for BACKFILL in memory that the board gives. A reading lies in the slot of its
 * index; a reading the chip did not give leaves its slot to an older one, told apart by its index.
 *
 * A board without memory for it links its own in place of fb_ring.c, as avr/no_ring.c.
 */
#ifndef FB_RING_H
#define FB_RING_H

#include "fb_batch.h"

#ifdef __cplusplus
extern "C" {
#endif

/** All zero but for slots and length, which the board gives. */
typedef struct {
  fb_reading *slots;
  uint16_t length; /* 0: no ring */
  bool any;
  uint32_t first; /* the first there ever was */
  uint32_t newest;
  uint32_t asked_from;
  uint16_t asked_count;
} fb_ring;

void fb_ring_put(fb_ring *ring, const fb_reading *reading);

/** The reading of that index; null when it is not kept. */
const fb_reading *fb_ring_get(const fb_ring *ring, uint32_t index);

/** Asks for readings again, in place of what was asked for before. A status of ACK. */
uint8_t fb_ring_ask(fb_ring *ring, uint32_t from, uint16_t count);

/**
 * Packs the next of what was asked for, as far as kept, readings that follow each other.
 *
 * @param most readings
 * @return how far the batch brings what was asked for, to be given to fb_ring_sent; 0 when nothing is left
 */
uint16_t fb_ring_pack(const fb_ring *ring, fb_batch *batch, uint8_t most);
void fb_ring_sent(fb_ring *ring, uint16_t far);

#ifdef __cplusplus
}
#endif
#endif
