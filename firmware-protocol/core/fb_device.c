#include "fb_device.h"

#include <stddef.h>
#include <string.h>

#include "fb_port.h"

enum { STATUS_EVERY_MS = 1000 };

/** For a command whose answer is not ACK. */
enum { ANSWERED = 0xFF };

/* ---- what the device says ---- */

/** @param end of the packet that was written from room + FB_HEAD on */
static void send(fb_device *device, const uint8_t *end) {
  fb_size packet_bytes = (fb_size)(end - device->room - FB_HEAD);
  (void)fb_port_send(device->room, fb_frame(device->room, packet_bytes));
}

static void say_hello(fb_device *device) {
  const fb_identity *who = device->who;
  uint8_t *at = device->room + FB_HEAD;
  *at++ = FB_HELLO;
  *at++ = FB_PROTOCOL_MAJOR;
  *at++ = FB_PROTOCOL_MINOR;
  *at++ = device->boot_id;
  at = fb_put(at, who->uid, FB_UID_BYTES);
  *at++ = who->imu_model;
  *at++ = who->mounting;
  at = fb_put(at, &device->rate_centihz, sizeof device->rate_centihz);
  at = fb_put(at, who->lsb, sizeof who->lsb);
  at = fb_put(at, &device->ring.length, sizeof device->ring.length);
  *at++ = who->features;
  at = fb_put(at, who->firmware, sizeof who->firmware);
  uint8_t length = (uint8_t)strlen(who->name);
  *at++ = length;
  send(device, fb_put(at, who->name, length));
}

static void say_status(fb_device *device) {
  uint32_t t_us = fb_port_micros();
  uint8_t *at = device->room + FB_HEAD;
  *at++ = FB_STATUS;
  *at++ = device->boot_id;
  at = fb_put(at, &t_us, sizeof t_us);
  send(device, fb_put(at, &device->health, sizeof device->health));
}

static void say_pong(fb_device *device, const uint8_t *ping) {
  uint32_t t_us[2];
  t_us[0] = fb_port_micros();
  uint8_t *at = device->room + FB_HEAD;
  *at++ = FB_PONG;
  at = fb_put(at, ping + 2, 3);
  t_us[1] = fb_port_micros();
  send(device, fb_put(at, t_us, sizeof t_us));
}

static void acknowledge(fb_device *device, const uint8_t *command, uint8_t status) {
  uint8_t *at = device->room + FB_HEAD;
  *at++ = FB_ACK;
  *at++ = command[0];
  *at++ = command[1];
  *at++ = status;
  send(device, at);
}

/* ---- readings ---- */

static bool send_batch(fb_device *device) {
  fb_batch *batch = &device->batch;
  return fb_port_send(batch->room, fb_batch_frame(batch, device->boot_id));
}

static void flush(fb_device *device) {
  uint8_t readings = device->batch.count;
  if (readings > 0 && !send_batch(device)) {
    uint16_t drops = (uint16_t)(device->health.drops + readings);
    device->health.drops = drops < readings ? 0xFFFF : drops;
    device->next_flags = FB_GAP_BEFORE;
  }
  fb_batch_clear(&device->batch);
}

/** As many frames again as live ones, and never instead of them: the link must carry both. */
static void fill(fb_device *device) {
  uint16_t far = fb_ring_pack(&device->ring, &device->batch, device->batch_size);
  if (device->batch.count == 0 || send_batch(device)) {
    fb_ring_sent(&device->ring, far);
  }
  fb_batch_clear(&device->batch);
}

static void stream(fb_device *device, const fb_reading *reading) {
  fb_batch *batch = &device->batch;
  if (reading->index != device->next_index) {
    flush(device);
    device->next_flags = FB_GAP_BEFORE;
  }
  batch->flags |= device->next_flags;
  device->next_flags = 0;
  fb_batch_take(batch, reading);
  if (batch->count >= device->batch_size) {
    flush(device);
    fill(device);
  }
}

void fb_device_sense(fb_device *device, const fb_reading *reading) {
  fb_ring_put(&device->ring, reading);
  if (device->streaming) {
    stream(device, reading);
  }
  device->next_index = reading->index + 1;
}

/* ---- what the device does when told ---- */

static uint16_t u16(const uint8_t *at) {
  uint16_t value;
  memcpy(&value, at, sizeof value);
  return value;
}

static uint8_t ask_ring(fb_device *device, const uint8_t *command) {
  uint32_t from;
  memcpy(&from, command + 2, sizeof from);
  return fb_ring_ask(&device->ring, from, u16(command + 6));
}

static uint8_t set_rate(fb_device *device, const uint8_t *command) {
  uint16_t rate_centihz = u16(command + 2);
  uint8_t batch_size = command[4];
  if (batch_size == 0 || batch_size > FB_MOST_READINGS) {
    return FB_OUT_OF_RANGE;
  }
  if (!fb_port_rate(rate_centihz)) {
    return FB_NOT_POSSIBLE;
  }
  flush(device);
  device->rate_centihz = rate_centihz;
  device->batch_size = batch_size;
  acknowledge(device, command, FB_DONE);
  say_hello(device);
  return ANSWERED;
}

static uint8_t start_streaming(fb_device *device) {
  if (!device->streaming) {
    device->streaming = true;
    device->next_flags = 0;
    device->status_due_ms = fb_port_millis();
  }
  return FB_DONE;
}

static uint8_t stop_streaming(fb_device *device) {
  flush(device);
  device->streaming = false;
  return FB_DONE;
}

/** From GET_HELLO on. */
static const uint8_t LENGTHS[] = {2, 2, 2, 5, 5, 9, 8};

static uint8_t obey(fb_device *device, const uint8_t *command) {
  switch (command[0]) {
    case FB_GET_HELLO: say_hello(device); return ANSWERED;
    case FB_PING: say_pong(device, command); return ANSWERED;
    case FB_START: return start_streaming(device);
    case FB_STOP: return stop_streaming(device);
    case FB_RATE: return set_rate(device, command);
    case FB_FEEDBACK: return fb_burst_begin(&device->burst, command);
    default: return ask_ring(device, command);
  }
}

static uint8_t status_of(fb_device *device, const uint8_t *command) {
  uint8_t nth = (uint8_t)(command[0] - FB_GET_HELLO);
  if (nth >= sizeof LENGTHS) {
    return FB_COMMAND_UNKNOWN;
  }
  return LENGTHS[nth] == device->reader.length ? obey(device, command) : FB_OUT_OF_RANGE;
}

static void answer(fb_device *device, const uint8_t *command) {
  uint8_t status = status_of(device, command);
  if (status != ANSWERED) {
    acknowledge(device, command, status);
  }
}

void fb_device_hear(fb_device *device, uint8_t byte) {
  if (fb_read(&device->reader, byte) == FB_PACKET && device->command[0] >= FB_GET_HELLO) {
    answer(device, device->command);
  }
}

/* ---- its life ---- */

void fb_device_start(fb_device *device) {
  device->health.battery_percent = FB_BATTERY_UNKNOWN;
  fb_reader_start(&device->reader, device->command, sizeof device->command);
  const uint8_t ends_what_was_half_heard = 0;
  (void)fb_port_send(&ends_what_was_half_heard, 1);
  say_hello(device);
}

void fb_device_tick(fb_device *device) {
  fb_burst_tick(&device->burst);
  if (device->streaming && (int16_t)(fb_port_millis() - device->status_due_ms) >= 0) {
    device->status_due_ms += STATUS_EVERY_MS;
    say_status(device);
  }
}

void fb_device_link_lost(fb_device *device) {
  device->streaming = false;
  fb_batch_clear(&device->batch);
  fb_ring_sent(&device->ring, device->ring.asked_count);
}
