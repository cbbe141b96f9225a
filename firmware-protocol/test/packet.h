/** The host's half of the protocol: any packet, checked as PROTOCOL.md says and spelt out as a line of JSON. */
#ifndef FB_TEST_PACKET_H
#define FB_TEST_PACKET_H

#include <stdint.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Writes {"message": …} or {"fault": …} for a packet whose check sum is right. */
void spell_packet(FILE *out, const uint8_t *packet, unsigned length, unsigned byte_offset);

#ifdef __cplusplus
}
#endif

#endif
