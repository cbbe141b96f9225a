/** One burst of vibration, light or sound, never longer than 2 s whatever was asked for. */
#ifndef FB_BURST_H
#define FB_BURST_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { FB_NO_OUTPUT = 0, FB_VIBRATION = 1, FB_LIGHT = 2, FB_SOUND = 3 };

typedef struct {
  uint8_t kind; /* FB_NO_OUTPUT: nothing goes on */
  uint8_t intensity;
  uint16_t phases; /* on and off still to come, with the one that goes on; it is on when odd */
  uint16_t on_ms;
  uint16_t off_ms;
  uint16_t phase_ends_ms;
  uint16_t ends_ms;
} fb_burst;

/** Begins what FEEDBACK asks for, in place of what goes on. A status of ACK. */
uint8_t fb_burst_begin(fb_burst *burst, const uint8_t *feedback);
void fb_burst_tick(fb_burst *burst);

#ifdef __cplusplus
}
#endif
#endif
