#include "fb_wire.h"

#include <string.h>

enum { CRC_BYTES = 2, FULL_BLOCK = 0xFF };

/** Without a table: four bits of x^12 + x^5 + 1 are folded at once. */
uint16_t fb_crc(const uint8_t *bytes, fb_size length) {
  uint16_t crc = 0xFFFF;
  while (length-- > 0) {
    uint8_t x = (uint8_t)((crc >> 8) ^ *bytes++);
    x ^= x >> 4;
    crc = (uint16_t)((crc << 8) ^ ((uint16_t)x << 12) ^ ((uint16_t)x << 5) ^ x);
  }
  return crc;
}

uint8_t *fb_put(uint8_t *at, const void *value, fb_size bytes) {
  memcpy(at, value, bytes);
  return at + bytes;
}

fb_size fb_frame(uint8_t *room, fb_size packet_bytes) {
  const uint8_t *in = room + FB_HEAD;
  uint16_t crc = fb_crc(in, packet_bytes);
  const uint8_t *end = fb_put(room + FB_HEAD + packet_bytes, &crc, CRC_BYTES);
  uint8_t *code_at = room;
  uint8_t *out = room + 1;
  while (in < end) {
    uint8_t byte = *in++;
    if (byte != 0) {
      *out++ = byte;
    }
    uint8_t code = (uint8_t)(out - code_at);
    if (byte == 0 || (code == FULL_BLOCK && in < end)) {
      *code_at = code;
      code_at = out++;
    }
  }
  *code_at = (uint8_t)(out - code_at);
  *out++ = 0;
  return (fb_size)(out - room);
}

static void begin_frame(fb_reader *reader) {
  reader->filled = 0;
  reader->block = 0;
  reader->zero = false;
  reader->begun = false;
  reader->runaway = false;
}

void fb_reader_start(fb_reader *reader, uint8_t *bytes, fb_size capacity) {
  reader->bytes = bytes;
  reader->capacity = capacity;
  begin_frame(reader);
}

static fb_found whole_frame(fb_reader *reader) {
  if (reader->runaway || !reader->begun) {
    return FB_NOTHING;
  }
  if (reader->block != 0) {
    return FB_STUFFING;
  }
  if (reader->filled <= CRC_BYTES) {
    return FB_TOO_SHORT;
  }
  reader->length = (fb_size)(reader->filled - CRC_BYTES);
  uint16_t found;
  memcpy(&found, reader->bytes + reader->length, CRC_BYTES);
  return found == fb_crc(reader->bytes, reader->length) ? FB_PACKET : FB_CRC;
}

static fb_found keep(fb_reader *reader, uint8_t byte) {
  if (reader->filled == reader->capacity) {
    bool told = reader->runaway;
    reader->runaway = true;
    return told ? FB_NOTHING : FB_RUNAWAY;
  }
  reader->bytes[reader->filled++] = byte;
  return FB_NOTHING;
}

fb_found fb_read(fb_reader *reader, uint8_t byte) {
  if (byte == 0) {
    fb_found found = whole_frame(reader);
    begin_frame(reader);
    return found;
  }
  bool kept = reader->zero;
  uint8_t plain = 0;
  if (reader->block > 0) {
    kept = true;
    plain = byte;
  } else {
    reader->block = byte;
    reader->zero = byte < FULL_BLOCK;
    reader->begun = true;
  }
  reader->block--;
  return kept ? keep(reader, plain) : FB_NOTHING;
}
