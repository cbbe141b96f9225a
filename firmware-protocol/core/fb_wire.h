/**
 * Frames: COBS( packet, CRC-16 ) 00, made in place and read byte by byte. Nothing allocated. See ../PROTOCOL.md.
 */
#ifndef FB_WIRE_H
#define FB_WIRE_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Numbers go over the wire as they lie in memory. */
#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "the core is for little-endian processors"
#endif

/** Readings in a frame at most: 40 by the protocol, fewer where memory is short. */
#ifndef FB_MOST_READINGS
#define FB_MOST_READINGS 5
#endif

/** Counts the bytes of a frame. */
#if FB_MOST_READINGS > 19
typedef uint16_t fb_size;
#else
typedef uint8_t fb_size;
#endif

enum {
  FB_HELLO = 0x01,
  FB_STATUS = 0x02,
  FB_PONG = 0x03,
  FB_ACK = 0x04,
  FB_IMU6 = 0x10,
  FB_GET_HELLO = 0x80,
  FB_START = 0x81,
  FB_STOP = 0x82,
  FB_RATE = 0x83,
  FB_PING = 0x84,
  FB_FEEDBACK = 0x85,
  FB_BACKFILL = 0x86
};

/** A packet is written this far into its buffer, so that stuffing never overtakes it. */
#define FB_HEAD 3

/** Room for a packet of so many bytes and for the frame it becomes. */
#define FB_ROOM(packet_bytes) (FB_HEAD + (packet_bytes) + 2 + 1)

/** CRC-16/IBM-3740; of the digits 123456789 it is 29B1. */
uint16_t fb_crc(const uint8_t *bytes, fb_size length);

/** Writes so many bytes of a number or of numbers; where the next go. */
uint8_t *fb_put(uint8_t *at, const void *value, fb_size bytes);

/**
 * Makes a frame of a packet, in place: check sum, stuffing, 00.
 *
 * @param room FB_ROOM of the packet, which lies at room + FB_HEAD; at most 504 bytes
 * @return how many bytes the frame has, from room on
 */
fb_size fb_frame(uint8_t *room, fb_size packet_bytes);

typedef enum {
  FB_NOTHING,  /* the frame goes on, or was empty */
  FB_PACKET,   /* reader->bytes[0 .. length) is a packet whose check sum is right */
  FB_STUFFING, /* a code byte points past the end */
  FB_TOO_SHORT,
  FB_CRC,
  FB_RUNAWAY /* more bytes than there is room for, told once; all up to the next 00 are dropped */
} fb_found;

/** A frame that is being read, into a buffer of the caller's with room for packet and check sum. */
typedef struct {
  uint8_t *bytes;
  fb_size capacity;
  fb_size filled;  /* unstuffed bytes of the frame that goes on */
  fb_size length;  /* of the packet that was found last */
  uint8_t block;   /* bytes of the stuffing block still to come */
  bool zero;       /* a 00 belongs before the next block */
  bool begun;
  bool runaway;
} fb_reader;

void fb_reader_start(fb_reader *reader, uint8_t *bytes, fb_size capacity);

/** Takes one byte; a packet is valid until the next call. */
fb_found fb_read(fb_reader *reader, uint8_t byte);

#ifdef __cplusplus
}
#endif
#endif
