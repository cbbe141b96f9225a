/** Lines from standard input, without waiting for them. */
#ifndef FB_BENCH_ORDERS_H
#define FB_BENCH_ORDERS_H

#include <stdbool.h>

/** Standard input is to be read without waiting. */
void orders_start(void);

/** The next whole line, without its end; null when there is none yet. Valid until the next call. */
const char *orders_next(void);

/** Whoever gave orders is gone. */
bool orders_over(void);

#endif
