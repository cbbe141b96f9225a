/** The cheapest sensor: an ATmega328P and an MPU-6050. No ring, no battery gauge. */
#include "board.h"
#include "fb_device.h"
#include "fb_port.h"
#include "mpu6050.h"

enum { RATE_CENTIHZ = 10000, SLOWEST_CENTIHZ = 1600, FASTEST_CENTIHZ = 20000, BATCH = 5 };
enum { CHIP_SILENT_MS = 500 };

static fb_identity who = {
    .imu_model = FB_IMU_MPU_6050,
    .lsb = {MPU6050_ACCEL_LSB_NANO_G, MPU6050_GYRO_LSB_MICRO_DPS},
    .features = FB_CAN_VIBRATE | FB_CAN_LIGHT,
    .firmware = {0, 1, 0},
    .name = "flatback avr",
};

static fb_device device;
static uint16_t last_ready_ms;

bool fb_port_rate(uint16_t rate_centihz) {
  return rate_centihz >= SLOWEST_CENTIHZ && rate_centihz <= FASTEST_CENTIHZ && 100000 % rate_centihz == 0 &&
         mpu6050_start(rate_centihz);
}

static void count_bus_error(void) {
  if (device.health.bus_errors < UINT16_MAX) {
    device.health.bus_errors++;
  }
}

static void listen(void) {
  for (int16_t byte = board_heard(); byte >= 0; byte = board_heard()) {
    fb_device_hear(&device, (uint8_t)byte);
  }
}

/** A reading that the bus does not bring is lost, and its index with it: the host sees how many. */
static void sense(void) {
  fb_reading reading = {.flags = 0};
  if (!board_data_ready(&reading.index, &reading.t_us)) {
    return;
  }
  last_ready_ms = fb_port_millis();
  if (mpu6050_read(&reading, &device.health.temperature_centi_c)) {
    fb_device_sense(&device, &reading);
  } else {
    count_bus_error();
  }
}

/** A chip that lost its power or its settings gives no data-ready any more. */
static void wake_silent_chip(void) {
  if ((uint16_t)(fb_port_millis() - last_ready_ms) >= CHIP_SILENT_MS) {
    last_ready_ms = fb_port_millis();
    if (!mpu6050_start(device.rate_centihz)) {
      count_bus_error();
    }
  }
}

int main(void) {
  board_start();
  board_uid(who.uid);
  device.who = &who;
  device.boot_id = board_boot_id();
  device.batch_size = BATCH;
  device.rate_centihz = RATE_CENTIHZ;
  fb_device_start(&device);
  if (!mpu6050_start(RATE_CENTIHZ)) {
    count_bus_error();
  }
  for (;;) {
    board_rest();
    listen();
    sense();
    fb_device_tick(&device);
    wake_silent_chip();
  }
}
