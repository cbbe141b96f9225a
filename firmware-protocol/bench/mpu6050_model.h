/**
 * An MPU-6050 as the bus sees it: a register file at 0x68, readings in the units its ranges say, a data-ready
 * pulse. Plays back a motion, and falls silent on the bus when told.
 */
#ifndef FB_BENCH_MPU6050_MODEL_H
#define FB_BENCH_MPU6050_MODEL_H

#include <simavr/sim_avr.h>
#include <simavr/sim_irq.h>
#include <stdbool.h>
#include <stdint.h>

#include "motion.h"

typedef struct {
  avr_t *avr;
  avr_irq_t *bus;
  avr_irq_t *data_ready;
  uint8_t registers[128];
  uint8_t at;
  bool selected;
  bool expects_register;
  const motion_row *rows;
  unsigned row_count;
  unsigned row;
  bool playing;
  bool mute;            /* does not answer */
  bool fresh;           /* a reading that nobody has fetched yet */
  unsigned long ticks;  /* readings there were */
  unsigned long unread; /* of these, never fetched */
} mpu6050_model;

/** Wires it to the bus and to a pin of the processor. It is asleep, as after power-on. */
void model_attach(mpu6050_model *model, avr_t *avr, char port, int pin);

/** Begins its clock; again after a reset of the processor. */
void model_run(mpu6050_model *model);

/** All rows have been given; the last goes on. */
bool model_played(const mpu6050_model *model);

#endif
