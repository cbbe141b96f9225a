#include "motion.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_BYTES = 1024, MOST_ROWS = 1000000 };

static const char HEADER[] = "t_s,acc_x_g,acc_y_g,acc_z_g,gyro_x_dps,gyro_y_dps,gyro_z_dps";

static void complain(const char *path, const char *what) {
  fprintf(stderr, "%s: %s\n", path, what);
  exit(EXIT_FAILURE);
}

static bool row_of(const char *line, motion_row *row) {
  double *v = row->axis;
  return sscanf(line, "%*f,%lf,%lf,%lf,%lf,%lf,%lf", v, v + 1, v + 2, v + 3, v + 4, v + 5) == MOTION_AXES;
}

motion_row *motion_read(const char *path, unsigned *count) {
  FILE *file = fopen(path, "r");
  if (file == NULL) {
    complain(path, "can't be opened");
  }
  motion_row *rows = malloc(MOST_ROWS * sizeof *rows);
  char line[LINE_BYTES];
  bool begun = false;
  *count = 0;
  while (fgets(line, sizeof line, file) != NULL && *count < MOST_ROWS) {
    if (!begun) {
      begun = strncmp(line, HEADER, strlen(HEADER)) == 0;
    } else if (!row_of(line, &rows[(*count)++])) {
      complain(path, "has a row that is no reading");
    }
  }
  fclose(file);
  if (*count == 0) {
    complain(path, "has no readings of one sensor");
  }
  return rows;
}
