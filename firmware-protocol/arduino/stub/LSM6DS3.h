#pragma once
#include <Arduino.h>

enum { I2C_MODE };
typedef enum { IMU_SUCCESS, IMU_HW_ERROR } status_t;

struct LSM6DS3 {
  struct { uint16_t accelRange, accelSampleRate, gyroRange, gyroSampleRate; } settings;
  LSM6DS3(int, uint8_t) {}
  status_t begin() { return IMU_SUCCESS; }
  status_t writeRegister(uint8_t, uint8_t) { return IMU_SUCCESS; }
  status_t readRegisterRegion(uint8_t *bytes, uint8_t, uint8_t count) {
    memset(bytes, 0, count);
    int16_t values[] = {512, 10, 20, 30, (int16_t)world.readings, 0, 4098}; // temperature, gyroscope, accelerometer
    memcpy(bytes, values, sizeof values);
    return world.chipMute ? IMU_HW_ERROR : IMU_SUCCESS;
  }
};
