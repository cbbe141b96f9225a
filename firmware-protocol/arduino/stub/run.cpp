// Runs the sketch through a day in a minute. A line for each check; the exit code says how many failed.
#include "../flatback/flatback.ino"

#include <cstdio>

#include "packet.h"

static int failures;

static void check(bool good, const char *what) {
  printf("%s %s\n", good ? "ok" : "FAILED", what);
  failures += !good;
}

// The chip gives a reading every 9615 us, whatever the sketch does.
static void pass(uint32_t ms) {
  for (uint64_t until = world.micros + 1000ull * ms; world.micros < until;) {
    while (world.readings * 9615ull <= world.micros) {
      world.readings++;
      world.dataReady();
    }
    loop();
  }
}

static std::string spelt(std::string &bytes) {
  static uint8_t packet[255];
  char line[8192];
  std::string text;
  fb_reader reader;
  fb_reader_start(&reader, packet, sizeof packet);
  for (char byte : bytes) {
    if (fb_read(&reader, (uint8_t)byte) == FB_PACKET) {
      FILE *out = fmemopen(line, sizeof line, "w");
      spell_packet(out, packet, reader.length, 0);
      fclose(out);
      text += line;
    }
  }
  bytes.clear();
  return text;
}

static std::string frame(std::string packet) {
  uint8_t room[FB_ROOM(64)];
  memcpy(room + FB_HEAD, packet.data(), packet.size());
  fb_size bytes = fb_frame(room, (fb_size)packet.size());
  return std::string((const char *)room, bytes);
}

static size_t times(const std::string &text, const char *part) {
  size_t found = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    found++;
  }
  return found;
}

static void speaksOverUsb() {
  world.usb = true;
  world.fromUsb = frame("\x80\x01") + frame("\x81\x02");
  pass(2000);
  std::string said = spelt(world.toUsb);
  check(times(said, "\"uid\": \"F1A7BAC00000A1F2\", \"imu_model\": 1") == 1, "HELLO with the chip's serial number");
  check(times(said, "\"IMU6\"") >= 40, "readings five to a frame");
  check(times(said, "\"flags\": 2") == 0 && times(said, "4098, 10, 20, 30]") >= 200, "none lost, axes in their order");
  check(times(said, "\"battery_percent\": 82") >= 1, "the battery is measured");
  check(times(said, "\"temperature_centi_c\": 2700") >= 1, "and the temperature");
}

static void losesWhatTheChipDoesNotGive() {
  world.chipMute = true;
  pass(500);
  world.chipMute = false;
  pass(500);
  std::string said = spelt(world.toUsb);
  check(times(said, "\"flags\": 2") == 1 && device.health.bus_errors > 40, "a mute chip is a gap and counted");
}

static void buzzes() {
  world.fromUsb = frame(std::string("\x85\x03\x01\x2C\x01\xC8\x00\x00\x01", 9));
  pass(5);
  check(world.motor == 200, "the motor runs as hard as asked");
  pass(400);
  check(world.motor == 0, "and stops");
}

static void speaksOverTheAirInWhatFits() {
  world.usb = false;
  pass(100);
  check(!device.streaming, "no readings when nobody listens");
  world.subscribed = true;
  world.mtu = 50;
  world.fromAir = frame("\x81\x04");
  pass(1000);
  check(device.batch_size == 2, "a small MTU makes short frames");
  check(times(spelt(world.toAir), "\"IMU6\"") > 40, "over the air");
  world.fromAir = frame(std::string("\x86\x05\x64\x00\x00\x00\x0A\x00", 8));
  pass(1000);
  check(times(spelt(world.toAir), "\"flags\": 1, \"first_index\": 100,") == 1, "the ring kept what USB had");
  check(world.encrypted, "characteristics need an encrypted link");
}

static void bondsOnlyAfterTheButton() {
  check(!world.pairable && world.lightLevel == HIGH, "closed for pairing");
  world.buttonDown = true;
  pass(50);
  world.buttonDown = false;
  pass(50);
  check(world.pairable && world.lightLevel == LOW, "open after the button, and shown");
  pass(59000);
  check(world.pairable, "for a minute");
  pass(1500);
  check(!world.pairable && world.lightLevel == HIGH, "and no longer");
  world.buttonDown = true;
  pass(9500);
  check(world.bondsCleared == 0, "a short hold forgets nothing");
  pass(1000);
  check(world.bondsCleared == 1, "ten seconds forget every bond");
}

int main() {
  setup();
  speaksOverUsb();
  losesWhatTheChipDoesNotGive();
  buzzes();
  speaksOverTheAirInWhatFits();
  bondsOnlyAfterTheButton();
  return failures;
}
