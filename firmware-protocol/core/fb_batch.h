/** Readings that follow each other, packed into IMU6. */
#ifndef FB_BATCH_H
#define FB_BATCH_H

#include "fb_wire.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { FB_AXES = 6, FB_IMU6_BYTES = 14 + 2 * FB_AXES * FB_MOST_READINGS };
enum { FB_BACKFILLED = 1 << 0, FB_GAP_BEFORE = 1 << 1, FB_CLIPPED = 1 << 2, FB_BATTERY_LOW = 1 << 3 };

/** One reading in counts: accelerometer x y z, gyroscope x y z. */
typedef struct {
  uint32_t index; /* counts data-ready interrupts */
  uint32_t t_us;  /* when the interrupt came */
  int16_t counts[FB_AXES];
  uint8_t flags; /* FB_CLIPPED where the chip's scale ends before that of the counts, FB_BATTERY_LOW */
} fb_reading;

typedef struct {
  uint8_t count;
  uint8_t flags;
  uint32_t last_us;
  uint16_t period_us; /* between the last two */
  uint8_t room[FB_ROOM(FB_IMU6_BYTES)];
} fb_batch;

void fb_batch_clear(fb_batch *batch);

/** Takes one more, the next by its index; there must be room. */
void fb_batch_take(fb_batch *batch, const fb_reading *reading);

/** Makes the frame, in batch->room; the batch must then be cleared. How many bytes it has. */
fb_size fb_batch_frame(fb_batch *batch, uint8_t boot_id);

#ifdef __cplusplus
}
#endif
#endif
