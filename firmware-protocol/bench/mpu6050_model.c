#include "mpu6050_model.h"

#include <math.h>
#include <simavr/avr_ioport.h>
#include <simavr/avr_twi.h>
#include <simavr/sim_time.h>

/* InvenSense RM-MPU-6000A, register map; PS-MPU-6000A, scales. */
enum {
  ADDRESS = 0x68,
  SMPLRT_DIV = 0x19,
  CONFIG = 0x1A,
  GYRO_CONFIG = 0x1B,
  ACCEL_CONFIG = 0x1C,
  INT_ENABLE = 0x38,
  ACCEL_XOUT_H = 0x3B,
  TEMP_OUT_H = 0x41,
  GYRO_XOUT_H = 0x43,
  GYRO_ZOUT_L = 0x48,
  PWR_MGMT_1 = 0x6B,
  WHO_AM_I = 0x75
};
enum { SLEEP = 0x40, DATA_READY = 0x01 };
enum { PULSE_US = 50 };

static const double ACCEL_LSB_PER_G[] = {16384, 8192, 4096, 2048};
static const double GYRO_LSB_PER_DPS[] = {131, 65.5, 32.8, 16.4};
static const double TEMPERATURE_C = 31.5;

static unsigned range(const mpu6050_model *model, uint8_t reg) {
  return (model->registers[reg] >> 3) & 3u;
}

static void put(mpu6050_model *model, uint8_t reg, double counts) {
  long rounded = lrint(counts);
  long held = rounded > INT16_MAX ? INT16_MAX : rounded < INT16_MIN ? INT16_MIN : rounded;
  model->registers[reg] = (uint8_t)((unsigned long)held >> 8);
  model->registers[reg + 1] = (uint8_t)held;
}

static void measure(mpu6050_model *model) {
  const motion_row *row = &model->rows[model->row];
  for (unsigned axis = 0; axis < 3; axis++) {
    put(model, (uint8_t)(ACCEL_XOUT_H + 2 * axis), row->axis[axis] * ACCEL_LSB_PER_G[range(model, ACCEL_CONFIG)]);
    put(model, (uint8_t)(GYRO_XOUT_H + 2 * axis), row->axis[3 + axis] * GYRO_LSB_PER_DPS[range(model, GYRO_CONFIG)]);
  }
  put(model, TEMP_OUT_H, (TEMPERATURE_C - 36.53) * 340);
  if (model->playing && model->row + 1 < model->row_count) {
    model->row++;
  }
}

static avr_cycle_count_t end_pulse(avr_t *avr, avr_cycle_count_t when, void *param) {
  (void)avr;
  (void)when;
  avr_raise_irq(((mpu6050_model *)param)->data_ready, 0);
  return 0;
}

/** Readings at 1 kHz divided, or 8 kHz with the low-pass off. */
static avr_cycle_count_t period(const mpu6050_model *model) {
  uint8_t low_pass = model->registers[CONFIG] & 7;
  unsigned clock_hz = low_pass == 0 || low_pass == 7 ? 8000 : 1000;
  return model->avr->frequency / clock_hz * (1u + model->registers[SMPLRT_DIV]);
}

static avr_cycle_count_t tick(avr_t *avr, avr_cycle_count_t when, void *param) {
  mpu6050_model *model = param;
  if (model->registers[PWR_MGMT_1] & SLEEP) {
    return when + period(model);
  }
  model->ticks++;
  model->unread += model->fresh;
  model->fresh = true;
  measure(model);
  if (model->registers[INT_ENABLE] & DATA_READY) {
    avr_raise_irq(model->data_ready, 1);
    avr_cycle_timer_register_usec(avr, PULSE_US, end_pulse, model);
  }
  return when + period(model);
}

static void answer(mpu6050_model *model, uint8_t what, uint8_t address, uint8_t value) {
  avr_raise_irq(model->bus + TWI_IRQ_INPUT, avr_twi_irq_msg(what, address, value));
}

static void begin(mpu6050_model *model, uint8_t address) {
  model->selected = address >> 1 == ADDRESS && !model->mute;
  if (model->selected) {
    model->expects_register = !(address & 1);
    answer(model, TWI_COND_ACK, address, 1);
  }
}

static void take(mpu6050_model *model, uint8_t address, uint8_t value) {
  answer(model, TWI_COND_ACK, address, 1);
  if (model->expects_register) {
    model->at = value & 127;
    model->expects_register = false;
  } else {
    model->registers[model->at] = value;
    model->at = (model->at + 1) & 127;
  }
}

static void give(mpu6050_model *model, uint8_t address) {
  if (model->at == GYRO_ZOUT_L) {
    model->fresh = false;
  }
  answer(model, TWI_COND_READ, address, model->registers[model->at]);
  model->at = (model->at + 1) & 127;
}

static void on_bus(struct avr_irq_t *irq, uint32_t value, void *param) {
  (void)irq;
  mpu6050_model *model = param;
  avr_twi_msg_irq_t message = {.u.v = value};
  uint8_t address = message.u.twi.addr;
  if (message.u.twi.msg & TWI_COND_STOP) {
    model->selected = false;
  }
  if (message.u.twi.msg & TWI_COND_START) {
    begin(model, address);
  }
  if (model->selected && message.u.twi.msg & TWI_COND_WRITE) {
    take(model, address, message.u.twi.data);
  }
  if (model->selected && message.u.twi.msg & TWI_COND_READ) {
    give(model, address);
  }
}

void model_attach(mpu6050_model *model, avr_t *avr, char port, int pin) {
  static const char *NAMES[2] = {[TWI_IRQ_INPUT] = "8>mpu6050.out", [TWI_IRQ_OUTPUT] = "32<mpu6050.in"};
  model->avr = avr;
  model->registers[WHO_AM_I] = ADDRESS;
  model->registers[PWR_MGMT_1] = SLEEP;
  model->data_ready = avr_io_getirq(avr, AVR_IOCTL_IOPORT_GETIRQ(port), pin);
  model->bus = avr_alloc_irq(&avr->irq_pool, 0, 2, NAMES);
  avr_irq_register_notify(model->bus + TWI_IRQ_OUTPUT, on_bus, model);
  avr_connect_irq(model->bus + TWI_IRQ_INPUT, avr_io_getirq(avr, AVR_IOCTL_TWI_GETIRQ(0), TWI_IRQ_INPUT));
  avr_connect_irq(avr_io_getirq(avr, AVR_IOCTL_TWI_GETIRQ(0), TWI_IRQ_OUTPUT), model->bus + TWI_IRQ_OUTPUT);
}

void model_run(mpu6050_model *model) {
  avr_cycle_timer_register(model->avr, period(model), tick, model);
}

bool model_played(const mpu6050_model *model) {
  return model->row + 1 == model->row_count;
}
