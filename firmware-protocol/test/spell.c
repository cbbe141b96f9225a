/**
 * spell: bytes from standard input; what the core makes of them, a line of JSON each as in ../vectors.
 * spell --frames: instead, every sound packet framed again, as bytes.
 */
#include <stdlib.h>
#include <string.h>

#include "fb_wire.h"
#include "packet.h"

enum { LONGEST_PACKET = 504 };

static void frame_again(const uint8_t *packet, unsigned length) {
  static uint8_t room[FB_ROOM(LONGEST_PACKET)];
  memcpy(room + FB_HEAD, packet, length);
  fwrite(room, 1, fb_frame(room, (fb_size)length), stdout);
}

static void spell_fault(const char *kind, unsigned byte_offset) {
  printf("{\"fault\": \"%s\", \"byte_offset\": %u}\n", kind, byte_offset);
}

static void spell(fb_found found, const fb_reader *reader, unsigned byte_offset) {
  switch (found) {
    case FB_NOTHING: break;
    case FB_PACKET: spell_packet(stdout, reader->bytes, reader->length, byte_offset); break;
    case FB_STUFFING: spell_fault("stuffing", byte_offset); break;
    case FB_TOO_SHORT: spell_fault("too_short", byte_offset); break;
    case FB_CRC: spell_fault("crc", byte_offset); break;
    case FB_RUNAWAY: spell_fault("runaway", byte_offset); break;
  }
}

int main(int count, char **arguments) {
  bool frames = count > 1 && strcmp(arguments[1], "--frames") == 0;
  static uint8_t bytes[LONGEST_PACKET + 2];
  fb_reader reader;
  fb_reader_start(&reader, bytes, sizeof bytes);
  unsigned frame_at = 0;
  int byte;
  for (unsigned at = 0; (byte = getchar()) != EOF; at++) {
    fb_found found = fb_read(&reader, (uint8_t)byte);
    if (!frames) {
      spell(found, &reader, frame_at);
    } else if (found == FB_PACKET) {
      frame_again(reader.bytes, reader.length);
    }
    if (byte == 0) {
      frame_at = at + 1;
    }
  }
  return EXIT_SUCCESS;
}
