#include "fb_batch.h"

#include <string.h>

enum { FLAGS_AT = 1, INDEX_AT = 2, MICROS_AT = 6, PERIOD_AT = 10, COUNT_AT = 12, BOOT_AT = 13, READINGS_AT = 14 };
enum { READING_BYTES = 2 * FB_AXES };

void fb_batch_clear(fb_batch *batch) {
  batch->count = 0;
  batch->flags = 0;
}

static uint8_t *reading_at(fb_batch *batch) {
  return batch->room + FB_HEAD + READINGS_AT + READING_BYTES * batch->count;
}

void fb_batch_take(fb_batch *batch, const fb_reading *reading) {
  if (batch->count == 0) {
    memcpy(batch->room + FB_HEAD + INDEX_AT, &reading->index, sizeof reading->index);
    memcpy(batch->room + FB_HEAD + MICROS_AT, &reading->t_us, sizeof reading->t_us);
    batch->period_us = 0;
  } else {
    batch->period_us = (uint16_t)(reading->t_us - batch->last_us);
  }
  batch->last_us = reading->t_us;
  batch->flags |= reading->flags;
  memcpy(reading_at(batch), reading->counts, READING_BYTES);
  batch->count++;
}

fb_size fb_batch_frame(fb_batch *batch, uint8_t boot_id) {
  uint8_t *packet = batch->room + FB_HEAD;
  packet[0] = FB_IMU6;
  packet[FLAGS_AT] = batch->flags;
  memcpy(packet + PERIOD_AT, &batch->period_us, sizeof batch->period_us);
  packet[COUNT_AT] = batch->count;
  packet[BOOT_AT] = boot_id;
  return fb_frame(batch->room, (fb_size)(reading_at(batch) - packet));
}
