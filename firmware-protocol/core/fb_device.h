/**
 * What a sensor does: answers commands, packs readings into frames, says how it is, keeps bursts short and
 * sends once more what was lost. Pure but for the functions of fb_port.h; one device, one caller at a time,
 * never from an interrupt.
 */
#ifndef FB_DEVICE_H
#define FB_DEVICE_H

#include "fb_burst.h"
#include "fb_ring.h"
#include "fb_status.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
  FB_PROTOCOL_MAJOR = 1,
  FB_PROTOCOL_MINOR = 0,
  FB_UID_BYTES = 8,
  FB_NAME_BYTES = 32,
  FB_HELLO_BYTES = 31 + FB_NAME_BYTES,
  /* A command takes 12 bytes at most; of the future's there may be longer ones, up to this. */
  FB_COMMAND_BYTES = 32
};

enum { FB_IMU_UNKNOWN = 0, FB_IMU_LSM6DS3TR_C = 1, FB_IMU_MPU_6050 = 2, FB_IMU_SIMULATED = 254 };
enum {
  FB_CAN_VIBRATE = 1 << 0,
  FB_CAN_LIGHT = 1 << 1,
  FB_CAN_SOUND = 1 << 2,
  FB_CAN_BACKFILL = 1 << 3,
  FB_CAN_GAUGE = 1 << 4
};
enum { FB_BATTERY_UNKNOWN = 255 };

/** What HELLO says and never changes while the device runs. */
typedef struct {
  uint8_t uid[FB_UID_BYTES];
  uint8_t imu_model;
  uint8_t mounting;
  uint32_t lsb[2]; /* nano-g, micro-degrees per second */
  uint8_t features;
  uint8_t firmware[3];
  const char *name; /* printable ASCII, at most FB_NAME_BYTES */
} fb_identity;

/** How the device is, in the order of STATUS. The board writes all but drops, as far as it knows it. */
typedef struct {
  uint16_t battery_mv;
  uint8_t battery_percent;
  uint8_t reserved;
  int16_t temperature_centi_c;
  uint16_t drops; /* stays at 65535, as does the next */
  uint16_t bus_errors;
} fb_health;

/*
 * What is used most stands first: an AVR reaches 64 bytes from a pointer with its short instruction.
 * The board fills in who, boot_id, batch_size, rate_centihz and the ring's slots; all else begins as zero.
 */
typedef struct {
  const fb_identity *who;
  uint8_t boot_id; /* other than the last time */
  uint8_t batch_size;
  uint16_t rate_centihz;
  bool streaming;
  uint8_t next_flags;  /* of the frame that begins next */
  uint32_t next_index; /* of the reading that would follow */
  uint16_t status_due_ms;
  fb_health health;
  fb_burst burst;
  fb_reader reader;
  fb_ring ring;
  fb_batch batch;
  uint8_t command[FB_COMMAND_BYTES];
  uint8_t room[FB_ROOM(FB_HELLO_BYTES)];
} fb_device;

/** Begins a life of the device, and says HELLO. */
void fb_device_start(fb_device *device);

/** Takes one byte of the host's, soon after it came. */
void fb_device_hear(fb_device *device, uint8_t byte);

/** Takes a reading; indices rise, and those left out are readings lost. */
void fb_device_sense(fb_device *device, const fb_reading *reading);

/** Does what time asks for: ends bursts, says STATUS. Call it a hundred times a second or more. */
void fb_device_tick(fb_device *device);

/** Nobody listens any more: no readings until the next START. */
void fb_device_link_lost(fb_device *device);

#ifdef __cplusplus
}
#endif
#endif
