#include "mpu6050.h"

#include "board.h"

/* InvenSense RM-MPU-6000A, register map. */
enum {
  ADDRESS = 0x68,
  SMPLRT_DIV = 0x19,
  CONFIG = 0x1A,
  GYRO_CONFIG = 0x1B,
  ACCEL_CONFIG = 0x1C,
  INT_ENABLE = 0x38,
  ACCEL_XOUT_H = 0x3B,
  PWR_MGMT_1 = 0x6B,
  WHO_AM_I = 0x75
};
enum { CLOCK_BY_GYRO = 0x01, LOW_PASS_44_HZ = 0x03, RANGE_1000_DPS = 0x10, RANGE_8_G = 0x10, DATA_READY = 0x01 };

/** With the low-pass on it samples at 1 kHz and gives every so manieth. */
static const uint32_t SAMPLES_CENTIHZ = 100000;

bool mpu6050_start(uint16_t rate_centihz) {
  uint8_t who;
  uint8_t divider = (uint8_t)(SAMPLES_CENTIHZ / rate_centihz - 1);
  return board_i2c_read(ADDRESS, WHO_AM_I, &who, 1) && who == ADDRESS &&
         board_i2c_write(ADDRESS, PWR_MGMT_1, CLOCK_BY_GYRO) && board_i2c_write(ADDRESS, CONFIG, LOW_PASS_44_HZ) &&
         board_i2c_write(ADDRESS, SMPLRT_DIV, divider) && board_i2c_write(ADDRESS, GYRO_CONFIG, RANGE_1000_DPS) &&
         board_i2c_write(ADDRESS, ACCEL_CONFIG, RANGE_8_G) && board_i2c_write(ADDRESS, INT_ENABLE, DATA_READY);
}

static int16_t big_endian(const uint8_t *at) {
  return (int16_t)((uint16_t)at[0] << 8 | at[1]);
}

bool mpu6050_read(fb_reading *reading, int16_t *temperature_centi_c) {
  uint8_t bytes[14]; /* accelerometer, temperature, gyroscope */
  if (!board_i2c_read(ADDRESS, ACCEL_XOUT_H, bytes, sizeof bytes)) {
    return false;
  }
  for (uint8_t axis = 0; axis < 3; axis++) {
    reading->counts[axis] = big_endian(bytes + 2 * axis);
    reading->counts[3 + axis] = big_endian(bytes + 8 + 2 * axis);
  }
  /* 340 counts a degree, 0 at 36.53 degrees. */
  *temperature_centi_c = (int16_t)(big_endian(bytes + 6) * 5L / 17 + 3653);
  return true;
}
