/**
 * fuzz SECONDS SEED: hostile bytes, readings and times for the core, to be built with sanitizers. Frames are
 * random, sound with random content, or sound and then damaged.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "board.h"
#include "fb_device.h"
#include "fb_port.h"
#include "packet.h"

enum { MOST_SLOTS = 300 };

static uint64_t state;

/** splitmix64. */
static uint64_t random_bits(void) {
  uint64_t z = (state += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

static unsigned below(unsigned bound) {
  return (unsigned)(random_bits() % bound);
}

/** Small and extreme values more often than others. */
static uint8_t random_byte(void) {
  static const uint8_t LIKED[] = {0, 0, 1, 5, 0x7F, 0x80, 0xFF};
  return below(3) == 0 ? LIKED[below(sizeof LIKED)] : (uint8_t)random_bits();
}

static unsigned random_frame(uint8_t *room) {
  static const uint8_t TYPES[] = {FB_HELLO, FB_STATUS, FB_PONG, FB_ACK, FB_IMU6, FB_GET_HELLO,
                                  FB_START, FB_STOP, FB_RATE, FB_PING, FB_FEEDBACK, FB_BACKFILL};
  static const uint8_t LENGTHS[] = {40, 16, 12, 4, 26, 2, 2, 2, 5, 5, 9, 8};
  unsigned which = below(sizeof TYPES);
  unsigned length = below(4) == 0 ? 1 + below(504) : LENGTHS[which];
  for (unsigned i = 0; i < length; i++) {
    room[FB_HEAD + i] = random_byte();
  }
  room[FB_HEAD] = below(20) == 0 ? random_byte() : TYPES[which];
  unsigned bytes = fb_frame(room, (fb_size)length);
  for (unsigned damage = below(3) == 0 ? 1 + below(3) : 0; damage > 0; damage--) {
    room[below(bytes)] ^= (uint8_t)(1u << below(8));
  }
  return bytes;
}

static void hear(fb_device *device, fb_reader *reader, FILE *nowhere, uint8_t byte) {
  fb_device_hear(device, byte);
  if (fb_read(reader, byte) == FB_PACKET) {
    spell_packet(nowhere, reader->bytes, reader->length, 0);
  }
}

static void live(FILE *nowhere) {
  static const fb_identity WHO = {.name = "fuzzed"};
  uint8_t packet[506];
  uint8_t room[FB_ROOM(504)];
  unsigned slots = below(MOST_SLOTS);
  fb_reading *ring = malloc(slots * sizeof *ring + 1);
  fb_device *device = calloc(1, sizeof *device);
  fb_reader reader;
  fb_reader_start(&reader, packet, sizeof packet);
  memset(&board, 0, sizeof board);
  board.has_output[FB_VIBRATION] = true;
  board.micros = random_bits();
  device->who = &WHO;
  device->batch_size = 5;
  device->rate_centihz = 10000;
  device->ring.slots = ring;
  device->ring.length = (uint16_t)slots;
  fb_device_start(device);
  uint32_t index = (uint32_t)random_bits();
  for (unsigned step = 0; step < 400; step++) {
    board.sent_bytes = 0;
    board.jammed = below(10) == 0;
    board.micros += below(40000);
    unsigned bytes = random_frame(room);
    for (unsigned i = 0; i < bytes; i++) {
      hear(device, &reader, nowhere, below(500) == 0 ? random_byte() : room[i]);
    }
    index += below(20) == 0 ? (uint32_t)random_bits() : 1;
    fb_reading reading = {.index = index, .t_us = fb_port_micros(), .counts = {(int16_t)random_bits()}};
    fb_device_sense(device, &reading);
    fb_device_tick(device);
    if (below(100) == 0) {
      fb_device_link_lost(device);
    }
  }
  free(device);
  free(ring);
}

int main(int count, char **arguments) {
  double seconds = count > 1 ? atof(arguments[1]) : 2;
  state = count > 2 ? strtoull(arguments[2], NULL, 10) : 1;
  FILE *nowhere = fopen("/dev/null", "w");
  time_t until = time(NULL) + (time_t)seconds;
  unsigned long lives = 0;
  while (time(NULL) < until) {
    live(nowhere);
    lives++;
  }
  fclose(nowhere);
  printf("%lu lives of 400 frames, no complaint\n", lives);
  return EXIT_SUCCESS;
}
