/** MPU-6050 at 0x68, plus or minus 8 g and 1000 degrees per second, low-pass at 44 Hz. */
#ifndef FB_AVR_MPU6050_H
#define FB_AVR_MPU6050_H

#include "fb_batch.h"

#define MPU6050_ACCEL_LSB_NANO_G 244141UL
#define MPU6050_GYRO_LSB_MICRO_DPS 30488UL

/** Wakes it and sets it up; false when it is not there. */
bool mpu6050_start(uint16_t rate_centihz);

/** Reads the latest counts, and the temperature in hundredths of a degree. */
bool mpu6050_read(fb_reading *reading, int16_t *temperature_centi_c);

#endif
