/** A recording CSV of one sensor, as `flatback simulate` writes it: what an emulated chip plays back. */
#ifndef FB_BENCH_MOTION_H
#define FB_BENCH_MOTION_H

enum { MOTION_AXES = 6 };

/** One reading: g, then degrees per second. */
typedef struct {
  double axis[MOTION_AXES];
} motion_row;

/** Rows of the file; exits with a word when it can't be read. */
motion_row *motion_read(const char *path, unsigned *count);

#endif
