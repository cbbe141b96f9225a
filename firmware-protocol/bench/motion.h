/** A recording CSV of one sensor, as `flatback simulate` writes it: what the model of the chip plays back. */
#ifndef FB_BENCH_MOTION_H
#define FB_BENCH_MOTION_H

#include "mpu6050_model.h"

/** Rows of the file; exits with a word when it can't be read. */
model_row *motion_read(const char *path, unsigned *count);

#endif
