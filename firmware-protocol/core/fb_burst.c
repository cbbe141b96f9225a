#include "fb_burst.h"

#include <string.h>

#include "fb_port.h"
#include "fb_status.h"

enum { KIND_AT = 2, ON_AT = 3, INTENSITY_AT = 5, OFF_AT = 6, REPEAT_AT = 8 };

/** PROTOCOL.md: the device ends every burst after 2 s. */
enum { LONGEST_MS = 2000 };

static bool reached(uint16_t now_ms, uint16_t due_ms) {
  return (int16_t)(now_ms - due_ms) >= 0;
}

static bool begin_phase(fb_burst *burst, uint16_t now_ms) {
  bool on = burst->phases & 1;
  uint16_t lasts_ms = on ? burst->on_ms : burst->off_ms;
  burst->phase_ends_ms = now_ms + (lasts_ms > LONGEST_MS ? LONGEST_MS : lasts_ms);
  return fb_port_output(burst->kind, on ? burst->intensity : 0);
}

static void end(fb_burst *burst) {
  (void)fb_port_output(burst->kind, 0);
  burst->kind = FB_NO_OUTPUT;
}

uint8_t fb_burst_begin(fb_burst *burst, const uint8_t *feedback) {
  uint16_t now_ms = fb_port_millis();
  end(burst);
  memcpy(&burst->on_ms, feedback + ON_AT, sizeof burst->on_ms);
  memcpy(&burst->off_ms, feedback + OFF_AT, sizeof burst->off_ms);
  burst->intensity = feedback[INTENSITY_AT];
  uint8_t kind = feedback[KIND_AT];
  uint8_t repeat = feedback[REPEAT_AT];
  if (kind == FB_NO_OUTPUT) {
    return FB_DONE;
  }
  if (kind > FB_SOUND || burst->on_ms == 0 || repeat == 0) {
    return FB_OUT_OF_RANGE;
  }
  burst->kind = kind;
  burst->phases = (uint16_t)(2 * repeat - 1);
  burst->ends_ms = now_ms + LONGEST_MS;
  if (begin_phase(burst, now_ms)) {
    return FB_DONE;
  }
  burst->kind = FB_NO_OUTPUT;
  return FB_NOT_POSSIBLE;
}

void fb_burst_tick(fb_burst *burst) {
  uint16_t now_ms = fb_port_millis();
  if (burst->kind == FB_NO_OUTPUT) {
    return;
  }
  if (reached(now_ms, burst->ends_ms)) {
    end(burst);
  } else if (reached(now_ms, burst->phase_ends_ms)) {
    if (--burst->phases == 0) {
      end(burst);
    } else {
      (void)begin_phase(burst, now_ms);
    }
  }
}
