/** The device's state machine, driven step by step. A line for each check; the exit code says how many failed. */
#include <stdio.h>
#include <string.h>

#include "board.h"
#include "fb_device.h"
#include "packet.h"

enum { RING = 64 };

static const fb_identity WHO = {
    .uid = {0xF1, 0xA7, 0xBA, 0xC0, 0, 0, 0xA1, 0xF2},
    .imu_model = FB_IMU_LSM6DS3TR_C,
    .lsb = {244000, 35000},
    .features = FB_CAN_VIBRATE | FB_CAN_BACKFILL,
    .firmware = {0, 1, 3},
    .name = "flatback A1F2",
};

static fb_device device;
static fb_reading slots[RING];
static char said[1 << 16];
static int failures;

static void check(bool good, const char *what) {
  printf("%s %s\n", good ? "ok" : "FAILED", what);
  failures += !good;
}

static void begin(uint64_t micros) {
  memset(&board, 0, sizeof board);
  memset(&device, 0, sizeof device);
  memset(slots, 0xA5, sizeof slots);
  board.micros = micros;
  board.has_output[FB_VIBRATION] = true;
  device.who = &WHO;
  device.boot_id = 7;
  device.batch_size = 5;
  device.rate_centihz = 10000;
  device.ring.slots = slots;
  device.ring.length = RING;
  fb_device_start(&device);
}

/** What was sent since the last time, as text. */
static const char *listen(void) {
  FILE *out = fmemopen(said, sizeof said, "w");
  static uint8_t bytes[506];
  fb_reader reader;
  fb_reader_start(&reader, bytes, sizeof bytes);
  for (unsigned i = 0; i < board.sent_bytes; i++) {
    if (fb_read(&reader, board.sent[i]) == FB_PACKET) {
      spell_packet(out, bytes, reader.length, 0);
    }
  }
  fclose(out);
  board.sent_bytes = 0;
  return said;
}

static void tell(const uint8_t *packet, unsigned length) {
  static uint8_t room[FB_ROOM(64)];
  memcpy(room + FB_HEAD, packet, length);
  fb_size bytes = fb_frame(room, (fb_size)length);
  for (unsigned i = 0; i < bytes; i++) {
    fb_device_hear(&device, room[i]);
  }
}

#define TELL(...) tell((const uint8_t[]){__VA_ARGS__}, sizeof((const uint8_t[]){__VA_ARGS__}))

static bool hears(const char *part) {
  return strstr(listen(), part) != NULL;
}

static void sense(uint32_t from, unsigned count) {
  for (unsigned i = 0; i < count; i++) {
    fb_reading reading = {.index = from + i, .t_us = (from + i) * 10000u, .counts = {(int16_t)(from + i), 2, 3}};
    board.micros += 10000;
    fb_device_sense(&device, &reading);
    fb_device_tick(&device);
  }
}

static unsigned times(const char *text, const char *part) {
  unsigned found = 0;
  for (const char *at = strstr(text, part); at != NULL; at = strstr(at + 1, part)) {
    found++;
  }
  return found;
}

static void says_who_it_is(void) {
  begin(0);
  check(board.sent[0] == 0, "a 00 ends what was half heard");
  check(hears("\"HELLO\", \"major\": 1, \"minor\": 0, \"boot_id\": 7, \"uid\": \"F1A7BAC00000A1F2\", \"imu_model\": 1, "
              "\"mounting\": 0, \"rate_centihz\": 10000, \"accel_lsb_nano_g\": 244000, \"gyro_lsb_micro_dps\": 35000, "
              "\"ring_samples\": 64, \"features\": 9, \"firmware\": [0, 1, 3], \"name\": \"flatback A1F2\""),
        "HELLO after the start");
  TELL(FB_GET_HELLO, 1);
  check(hears("\"HELLO\""), "HELLO when asked");
}

static void streams_between_start_and_stop(void) {
  begin(0);
  listen();
  sense(0, 10);
  check(board.sent_bytes == 0, "silent before START");
  TELL(FB_START, 2);
  check(hears("\"ACK\", \"command\": 129, \"sequence\": 2, \"status\": 0"), "START is acknowledged");
  sense(10, 10);
  listen();
  check(times(said, "\"IMU6\"") == 2, "two frames of five");
  check(strstr(said, "\"flags\": 0, \"first_index\": 10, \"t_us\": 100000, \"dt_us\": 10000, \"boot_id\": 7, "
                     "\"counts\": [[10, 2, 3, 0, 0, 0], [11,") != NULL,
        "index and time went on while nobody listened");
  TELL(FB_START, 3);
  sense(20, 5);
  listen();
  check(times(said, "\"IMU6\"") == 1 && times(said, "\"STATUS\"") == 0, "START twice changes nothing");
  sense(25, 3);
  TELL(FB_STOP, 4);
  listen();
  check(times(said, "], [") == 2, "STOP sends what was begun");
  sense(28, 10);
  check(board.sent_bytes == 0, "silent after STOP");
}

static void tells_what_it_lost(void) {
  begin(0);
  TELL(FB_START, 1);
  sense(0, 5);
  listen();
  sense(5, 2);
  sense(9, 5);
  listen();
  check(strstr(said, "\"flags\": 0, \"first_index\": 5,") != NULL &&
            times(said, "\"flags\": 2, \"first_index\": 9") == 1,
        "a frame ends at a hole, and the next says so");
  board.jammed = true;
  sense(14, 5);
  board.jammed = false;
  sense(19, 5);
  check(hears("\"flags\": 2, \"first_index\": 19") && device.health.drops == 5, "what could not be sent is counted");
  device.health.drops = 65533;
  board.jammed = true;
  sense(24, 5);
  check(device.health.drops == 65535, "drops stay at 65535");
}

static void answers(void) {
  begin(4294960000u);
  listen();
  TELL(FB_PING, 9, 0, 0xEF, 0xBE);
  check(hears("\"PONG\", \"token\": 48879, \"t_rx_us\": 4294960000, \"t_tx_us\": 4294960000"), "PONG");
  TELL(0x99, 42);
  check(hears("\"command\": 153, \"sequence\": 42, \"status\": 1"), "an unknown command");
  TELL(FB_RATE, 5, 0x10);
  check(hears("\"command\": 131, \"sequence\": 5, \"status\": 2"), "a command cut short");
  TELL(FB_RATE, 6, 0x88, 0x13, 2);
  listen();
  check(strstr(said, "\"status\": 0") != NULL && strstr(said, "\"rate_centihz\": 5000") != NULL,
        "RATE, and a new HELLO");
  TELL(FB_RATE, 7, 0x20, 0x4E, 2);
  check(hears("\"status\": 4"), "a rate the chip does not have");
  TELL(FB_RATE, 8, 0x88, 0x13, 0);
  check(hears("\"status\": 2"), "a batch of none");
  TELL(FB_ACK, 1, 2, 3);
  check(board.sent_bytes == 0, "what is no command is not answered");
}

static void says_how_it_is(void) {
  begin(0);
  TELL(FB_START, 1);
  device.health.battery_mv = 3987;
  device.health.temperature_centi_c = -512;
  device.health.bus_errors = 3;
  sense(0, 250);
  listen();
  check(times(said, "\"STATUS\"") == 3, "STATUS once a second");
  check(strstr(said, "\"battery_mv\": 3987, \"battery_percent\": 255, \"temperature_centi_c\": -512, \"drops\": 0, "
                     "\"bus_errors\": 3") != NULL,
        "with what the board knows");
}

/** How long the motor ran within four seconds, in ms. */
static unsigned motor_ms(void) {
  unsigned ran = 0;
  for (unsigned ms = 0; ms < 4000; ms++) {
    ran += board.output[FB_VIBRATION] > 0;
    board.micros += 1000;
    fb_device_tick(&device);
  }
  return ran;
}

static void keeps_bursts_short(void) {
  begin(65534000);
  listen();
  TELL(FB_FEEDBACK, 1, FB_VIBRATION, 120, 0, 200, 80, 0, 3);
  check(board.output[FB_VIBRATION] == 200, "the motor runs at once");
  check(motor_ms() == 360, "three times 120 ms");
  TELL(FB_FEEDBACK, 2, FB_VIBRATION, 0xFF, 0xFF, 255, 0, 0, 255);
  check(motor_ms() == 2000, "never longer than 2 s");
  TELL(FB_FEEDBACK, 3, FB_VIBRATION, 0xE8, 0x03, 255, 1, 0, 255);
  check(motor_ms() == 1999, "nor with pauses");
  TELL(FB_FEEDBACK, 4, FB_VIBRATION, 0xE8, 0x03, 255, 0, 0, 1);
  TELL(FB_FEEDBACK, 5, 0, 0, 0, 0, 0, 0, 0);
  check(board.output[FB_VIBRATION] == 0, "stopped when told");
  listen();
  TELL(FB_FEEDBACK, 6, FB_SOUND, 0xE8, 0x03, 255, 0, 0, 1);
  check(hears("\"sequence\": 6, \"status\": 4"), "a board without sound says so");
  TELL(FB_FEEDBACK, 7, 9, 0xE8, 0x03, 255, 0, 0, 1);
  check(hears("\"sequence\": 7, \"status\": 2"), "a kind that is none");
  TELL(FB_FEEDBACK, 8, FB_VIBRATION, 0, 0, 255, 0, 0, 1);
  check(hears("\"sequence\": 8, \"status\": 2"), "a burst of no length");
}

static void sends_again_what_was_lost(void) {
  begin(0);
  TELL(FB_START, 1);
  sense(0, 100);
  listen();
  TELL(FB_BACKFILL, 2, 50, 0, 0, 0, 12, 0);
  check(hears("\"command\": 134, \"sequence\": 2, \"status\": 0"), "BACKFILL is acknowledged");
  sense(100, 20);
  listen();
  check(times(said, "\"flags\": 0,") == 4, "live frames go on");
  check(times(said, "\"flags\": 1,") == 3 &&
            strstr(said, "\"flags\": 1, \"first_index\": 50, \"t_us\": 500000,") != NULL &&
            strstr(said, "\"first_index\": 60,") != NULL && strstr(said, "[61, 2") != NULL &&
            strstr(said, "[62, 2") == NULL,
        "between them what was asked for, and no more");
  TELL(FB_BACKFILL, 3, 0, 0, 0, 0, 70, 0);
  sense(120, 40);
  listen();
  check(strstr(said, "\"status\": 0") != NULL && times(said, "\"flags\": 1") == 2 &&
            strstr(said, "\"flags\": 1, \"first_index\": 61,") != NULL && strstr(said, "[69, 2") != NULL,
        "what has gone from the ring meanwhile does not come, the rest does");
  TELL(FB_BACKFILL, 4, 0, 0, 0, 0, 10, 0);
  check(hears("\"status\": 2"), "nothing of it is kept");
  TELL(FB_BACKFILL, 5, 0xFF, 0xFF, 0, 0, 10, 0);
  check(hears("\"status\": 2"), "it has not been yet");
  TELL(FB_BACKFILL, 6, 110, 0, 0, 0, 40, 0);
  fb_device_link_lost(&device);
  listen();
  sense(160, 20);
  check(board.sent_bytes == 0, "nothing after the link is lost");
  device.ring.length = 0;
  TELL(FB_BACKFILL, 7, 110, 0, 0, 0, 40, 0);
  check(hears("\"status\": 4"), "a board without a ring says so");
}

static void sends_again_over_a_hole_and_a_jam(void) {
  begin(0);
  TELL(FB_START, 1);
  sense(0, 7);
  sense(11, 29);
  listen();
  TELL(FB_BACKFILL, 2, 5, 0, 0, 0, 10, 0);
  listen();
  board.jammed = true;
  sense(40, 5);
  board.jammed = false;
  sense(45, 20);
  listen();
  check(strstr(said, "\"flags\": 1, \"first_index\": 5,") != NULL &&
            strstr(said, "\"flags\": 1, \"first_index\": 11,") != NULL,
        "frames of what follows each other; a jam loses none of them");
}

int main(void) {
  const uint8_t digits[] = "123456789";
  check(fb_crc(digits, 9) == 0x29B1, "the check sum is the named one");
  says_who_it_is();
  streams_between_start_and_stop();
  tells_what_it_lost();
  answers();
  says_how_it_is();
  keeps_bursts_short();
  sends_again_what_was_lost();
  sends_again_over_a_hole_and_a_jam();
  return failures;
}
