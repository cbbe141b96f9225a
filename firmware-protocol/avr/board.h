/**
 * ATmega328P at 16 MHz: clock, serial line and I2C, all by interrupt, so that whoever waits can sleep.
 *
 *   PD0, PD1   serial line, 115200 baud      PD2        data-ready of the MPU-6050
 *   PC4, PC5   SDA, SCL                      PD5        motor, by a transistor
 *                                            PB5        light
 */
#ifndef FB_AVR_BOARD_H
#define FB_AVR_BOARD_H

#include <stdbool.h>
#include <stdint.h>

void board_start(void);

/** Sleeps until the next interrupt, unless something waits to be done. */
void board_rest(void);

/** A byte of the host's; -1 when there is none. */
int16_t board_heard(void);

/**
 * Data-ready interrupts up to now, and the time of the latest.
 *
 * @return whether there was one since the last call
 */
bool board_data_ready(uint32_t *index, uint32_t *t_us);

/** Registers of a device on the bus; false when it does not answer within 3 ms. */
bool board_i2c_read(uint8_t address, uint8_t reg, uint8_t *bytes, uint8_t count);
bool board_i2c_write(uint8_t address, uint8_t reg, uint8_t value);

/** Another one with every start, kept over power-off. */
uint8_t board_boot_id(void);

/** The chip's serial number. */
void board_uid(uint8_t *uid);

#endif
