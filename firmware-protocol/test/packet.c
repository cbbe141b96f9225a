#include "packet.h"

#include <stdarg.h>
#include <stdbool.h>
#include <string.h>

#include "fb_device.h"

enum { MOST_READINGS = 40, HELLO_HEAD = 31, IMU6_HEAD = 14 };

static uint32_t number(const uint8_t *at, unsigned bytes) {
  uint32_t value = 0;
  while (bytes-- > 0) {
    value = value << 8 | at[bytes];
  }
  return value;
}

static bool within(uint32_t value, uint32_t least, uint32_t most) {
  return value >= least && value <= most;
}

static unsigned expected_length(const uint8_t *packet, unsigned length) {
  switch (packet[0]) {
    case FB_HELLO: return HELLO_HEAD + (length > 30 ? packet[30] : 0u);
    case FB_STATUS: return 16;
    case FB_PONG: return 12;
    case FB_ACK: return 4;
    case FB_IMU6: return IMU6_HEAD + 12 * (length > 12 ? packet[12] : 1u);
    case FB_GET_HELLO:
    case FB_START:
    case FB_STOP: return 2;
    case FB_RATE:
    case FB_PING: return 5;
    case FB_FEEDBACK: return 9;
    case FB_BACKFILL: return 8;
    default: return length;
  }
}

static bool hello_is_sound(const uint8_t *p) {
  bool printable = p[30] <= FB_NAME_BYTES;
  for (unsigned i = 0; i < p[30]; i++) {
    printable &= within(p[HELLO_HEAD + i], ' ', '~');
  }
  return printable && number(p + 14, 2) >= 100 && within(number(p + 16, 4), 30000, 6200000) &&
         within(number(p + 20, 4), 3000, 200000);
}

static bool values_are_sound(const uint8_t *p) {
  switch (p[0]) {
    case FB_HELLO: return hello_is_sound(p);
    case FB_STATUS: return p[8] <= 100 || p[8] == FB_BATTERY_UNKNOWN;
    case FB_IMU6: return p[12] == 1 || number(p + 10, 2) > 0;
    case FB_RATE: return number(p + 2, 2) > 0 && within(p[4], 1, MOST_READINGS);
    case FB_BACKFILL: return number(p + 6, 2) > 0;
    default: return true;
  }
}

static const char *complaint(const uint8_t *packet, unsigned length) {
  if (packet[0] == FB_HELLO && length > 2 && packet[1] != FB_PROTOCOL_MAJOR) {
    return "version";
  }
  if (packet[0] == FB_IMU6 && length > 12 && !within(packet[12], 1, MOST_READINGS)) {
    return "value";
  }
  if (length != expected_length(packet, length)) {
    return "length";
  }
  return values_are_sound(packet) ? NULL : "value";
}

static void hex(FILE *out, const uint8_t *bytes, unsigned count) {
  for (unsigned i = 0; i < count; i++) {
    fprintf(out, "%02X", bytes[i]);
  }
}

static void spell_hello(FILE *out, const uint8_t *p) {
  fprintf(out, "\"HELLO\", \"major\": %u, \"minor\": %u, \"boot_id\": %u, \"uid\": \"", p[1], p[2], p[3]);
  hex(out, p + 4, FB_UID_BYTES);
  fprintf(out, "\", \"imu_model\": %u, \"mounting\": %u, \"rate_centihz\": %u", p[12], p[13], number(p + 14, 2));
  fprintf(out, ", \"accel_lsb_nano_g\": %u, \"gyro_lsb_micro_dps\": %u", number(p + 16, 4), number(p + 20, 4));
  fprintf(out, ", \"ring_samples\": %u, \"features\": %u", number(p + 24, 2), p[26]);
  fprintf(out, ", \"firmware\": [%u, %u, %u], \"name\": \"%.*s\"", p[27], p[28], p[29], p[30], p + HELLO_HEAD);
}

static void spell_imu6(FILE *out, const uint8_t *p) {
  fprintf(out, "\"IMU6\", \"flags\": %u, \"first_index\": %u, \"t_us\": %u", p[1], number(p + 2, 4), number(p + 6, 4));
  fprintf(out, ", \"dt_us\": %u, \"boot_id\": %u, \"counts\": [", number(p + 10, 2), p[13]);
  for (unsigned i = 0; i < p[12]; i++) {
    const char *before = i == 0 ? "[" : ", [";
    for (unsigned axis = 0; axis < FB_AXES; axis++) {
      fprintf(out, "%s%d", axis == 0 ? before : ", ", (int16_t)number(p + IMU6_HEAD + 12 * i + 2 * axis, 2));
    }
    fputc(']', out);
  }
  fputc(']', out);
}

static void spell_message(FILE *out, const uint8_t *p, unsigned length) {
  switch (p[0]) {
    case FB_HELLO: spell_hello(out, p); break;
    case FB_STATUS:
      fprintf(out, "\"STATUS\", \"boot_id\": %u, \"t_us\": %u, \"battery_mv\": %u", p[1], number(p + 2, 4),
              number(p + 6, 2));
      fprintf(out, ", \"battery_percent\": %u, \"temperature_centi_c\": %d, \"drops\": %u, \"bus_errors\": %u", p[8],
              (int16_t)number(p + 10, 2), number(p + 12, 2), number(p + 14, 2));
      break;
    case FB_PONG:
      fprintf(out, "\"PONG\", \"token\": %u, \"t_rx_us\": %u, \"t_tx_us\": %u", number(p + 2, 2), number(p + 4, 4),
              number(p + 8, 4));
      break;
    case FB_ACK: fprintf(out, "\"ACK\", \"command\": %u, \"sequence\": %u, \"status\": %u", p[1], p[2], p[3]); break;
    case FB_IMU6: spell_imu6(out, p); break;
    case FB_GET_HELLO: fprintf(out, "\"GET_HELLO\", \"sequence\": %u", p[1]); break;
    case FB_START: fprintf(out, "\"START\", \"sequence\": %u", p[1]); break;
    case FB_STOP: fprintf(out, "\"STOP\", \"sequence\": %u", p[1]); break;
    case FB_RATE:
      fprintf(out, "\"RATE\", \"sequence\": %u, \"rate_centihz\": %u, \"batch\": %u", p[1], number(p + 2, 2), p[4]);
      break;
    case FB_PING: fprintf(out, "\"PING\", \"sequence\": %u, \"token\": %u", p[1], number(p + 3, 2)); break;
    case FB_FEEDBACK:
      fprintf(out, "\"FEEDBACK\", \"sequence\": %u, \"kind\": %u, \"on_ms\": %u", p[1], p[2], number(p + 3, 2));
      fprintf(out, ", \"intensity\": %u, \"off_ms\": %u, \"repeat\": %u", p[5], number(p + 6, 2), p[8]);
      break;
    case FB_BACKFILL:
      fprintf(out, "\"BACKFILL\", \"sequence\": %u, \"from_index\": %u, \"count\": %u", p[1], number(p + 2, 4),
              number(p + 6, 2));
      break;
    default:
      fprintf(out, "\"UNKNOWN\", \"type\": %u, \"payload_hex\": \"", p[0]);
      hex(out, p + 1, length - 1);
      fputc('"', out);
  }
}

void spell_packet(FILE *out, const uint8_t *packet, unsigned length, unsigned byte_offset) {
  const char *fault = complaint(packet, length);
  if (fault != NULL) {
    fprintf(out, "{\"fault\": \"%s\", \"byte_offset\": %u}\n", fault, byte_offset);
    return;
  }
  fputs("{\"message\": ", out);
  spell_message(out, packet, length);
  fputs("}\n", out);
}
