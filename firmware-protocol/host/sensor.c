/**
 * sensor MOTION.csv LINK RING [SPEED]
 *
 * The core as a program: a sensor with a ring of so many readings, as the XIAO nRF52840 Sense is one, that
 * plays the motion at 100 Hz and speaks over a pseudo-terminal at LINK; SPEED times as fast as life. Takes
 * orders from standard input, a line each, and ends with it:
 *
 *   play           begin the motion; until then, and after its end, the sensor stands still
 *   unplug, plug   the link; the device notices, as it does with Bluetooth
 *   lose, keep     the link loses every frame without anybody's notice; it no longer does
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "fb_device.h"
#include "fb_port.h"
#include "motion.h"
#include "orders.h"
#include "terminal.h"

enum { RATE_CENTIHZ = 10000, PERIOD_US = 10000, BATCH = 5 };
enum { HEARD_BYTES = 256 };

static const double LSB_G = 244e-6;
static const double LSB_DPS = 35e-3;

static const fb_identity WHO = {
    .uid = {0xF1, 0xA7, 0xBA, 0xC0, 0, 0, 0x05, 0x70},
    .imu_model = FB_IMU_SIMULATED,
    .lsb = {244000, 35000},
    .features = FB_CAN_VIBRATE | FB_CAN_BACKFILL | FB_CAN_GAUGE,
    .firmware = {0, 1, 0},
    .name = "flatback host",
};

static fb_device device;
static terminal line;
static double speed = 1;
static double started_s;
static bool losing;
static bool playing;

static double now_s(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static uint64_t device_us(void) {
  return (uint64_t)((now_s() - started_s) * speed * 1e6);
}

uint32_t fb_port_micros(void) {
  return (uint32_t)device_us();
}

uint16_t fb_port_millis(void) {
  return (uint16_t)(device_us() / 1000);
}

/** What is lost on the way the device takes for sent. */
bool fb_port_send(const uint8_t *frame, fb_size length) {
  return losing || terminal_write(&line, frame, length) == length;
}

bool fb_port_output(uint8_t kind, uint8_t intensity) {
  static uint8_t before;
  if (kind == FB_VIBRATION && intensity != before) {
    before = intensity;
    printf("motor %u at %.4f\n", intensity > 0, (double)device_us() * 1e-6);
  }
  return kind == FB_VIBRATION;
}

bool fb_port_rate(uint16_t rate_centihz) {
  return rate_centihz == RATE_CENTIHZ;
}

static void obey(const char *order) {
  if (strcmp(order, "play") == 0) {
    playing = true;
  } else if (strcmp(order, "lose") == 0 || strcmp(order, "keep") == 0) {
    losing = order[0] == 'l';
  } else if (strcmp(order, "unplug") == 0) {
    terminal_unplug(&line);
    fb_device_link_lost(&device);
  } else if (strcmp(order, "plug") == 0) {
    (void)terminal_plug(&line);
  } else {
    printf("unknown order '%s'\n", order);
  }
  printf("done %s\n", order);
}

static int16_t counts(double value, double lsb) {
  return (int16_t)lrint(fmax(INT16_MIN, fmin(INT16_MAX, value / lsb)));
}

static void sense(const motion_row *row, uint32_t index) {
  fb_reading reading = {.index = index, .t_us = index * PERIOD_US, .flags = 0};
  for (unsigned axis = 0; axis < 3; axis++) {
    reading.counts[axis] = counts(row->axis[axis], LSB_G);
    reading.counts[3 + axis] = counts(row->axis[3 + axis], LSB_DPS);
  }
  fb_device_sense(&device, &reading);
}

static void listen(void) {
  uint8_t heard[HEARD_BYTES];
  unsigned count = terminal_read(&line, heard, sizeof heard);
  for (unsigned i = 0; i < count; i++) {
    fb_device_hear(&device, heard[i]);
  }
  for (const char *order = orders_next(); order != NULL; order = orders_next()) {
    obey(order);
  }
}

static void live(const motion_row *rows, unsigned row_count) {
  unsigned row = 0;
  bool played = false;
  for (uint64_t index = 0; !orders_over();) {
    listen();
    for (; index * PERIOD_US <= device_us(); index++) {
      sense(&rows[row], (uint32_t)index);
      row += playing && row + 1 < row_count;
    }
    fb_device_tick(&device);
    if (!played && row + 1 == row_count) {
      played = true;
      puts("played");
    }
    nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
  }
}

int main(int count, char **arguments) {
  if (count < 4) {
    fputs("usage: sensor MOTION.csv LINK RING [SPEED]\n", stderr);
    return 2;
  }
  unsigned row_count;
  motion_row *rows = motion_read(arguments[1], &row_count);
  line.link = arguments[2];
  device.ring.length = (uint16_t)atoi(arguments[3]);
  device.ring.slots = malloc(device.ring.length * sizeof *device.ring.slots + 1);
  speed = count > 4 ? atof(arguments[4]) : 1;
  started_s = now_s();
  setvbuf(stdout, NULL, _IOLBF, 0);
  orders_start();
  if (!terminal_plug(&line)) {
    return EXIT_FAILURE;
  }
  device.who = &WHO;
  device.boot_id = (uint8_t)time(NULL);
  device.batch_size = BATCH;
  device.rate_centihz = RATE_CENTIHZ;
  fb_device_start(&device);
  puts("ready");
  live(rows, row_count);
  if (line.device_end >= 0) {
    terminal_unplug(&line);
  }
  return EXIT_SUCCESS;
}
