/** What a board brings. Called from within the functions of fb_device.h, never from an interrupt of the core. */
#ifndef FB_PORT_H
#define FB_PORT_H

#include <stdbool.h>
#include <stdint.h>

#include "fb_wire.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Since the start; wraps. The clock of every t_us. */
uint32_t fb_port_micros(void);

/** Milliseconds of the same clock; wraps after 65 s. */
uint16_t fb_port_millis(void);

/** Takes a whole frame to be sent, or nothing of it. False when there is no room: its readings are counted as drops. */
bool fb_port_send(const uint8_t *frame, fb_size length);

/**
 * Switches motor, light or sound; intensity 0 is off. Kind 0 is nothing. False where the board
 * has none of that kind.
 */
bool fb_port_output(uint8_t kind, uint8_t intensity);

/**
 * Sets the chip's rate, 16 Hz or more; it may have it already. False where it can't: then nothing has
 * changed.
 */
bool fb_port_rate(uint16_t rate_centihz);

#ifdef __cplusplus
}
#endif
#endif
