/**
 * bench FIRMWARE.elf MOTION.csv LINK [SPEED]
 *
 * An emulated ATmega328P that runs the firmware, an MPU-6050 on its bus that plays the motion, and its serial
 * line as a pseudo-terminal at LINK; SPEED times as fast as life. Says on standard output what happens, takes
 * orders from standard input, a line each, and ends with it:
 *
 *   play           begin the motion; until then, and after its end, the sensor stands still
 *   mute, answer   the chip does not answer on the bus; it does again
 *   reset          the processor's reset button
 *   unplug, plug   the serial line
 *   count          says "counted READINGS UNREAD", of the chip
 */
#include <math.h>
#include <simavr/avr_ioport.h>
#include <simavr/avr_uart.h>
#include <simavr/sim_avr.h>
#include <simavr/sim_elf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "motion.h"
#include "mpu6050_model.h"
#include "orders.h"
#include "terminal.h"

enum { FREQUENCY_HZ = 16000000, BYTES_PER_SECOND = 11520, LINE_BYTES = 65536 };
enum { DATA_READY_PIN = 2, MOTOR_PIN = 5 };

static avr_t *avr;
static mpu6050_model chip;
static terminal line;
static double speed = 1;
static bool reset_wanted;
static bool played;

static uint8_t to_host[LINE_BYTES];
static unsigned to_host_bytes;
static uint8_t from_host[LINE_BYTES];
static unsigned from_host_bytes;
static unsigned from_host_at;
static bool uart_takes = true;
static avr_irq_t *uart_input;

static double now_s(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static double simulated_s(void) {
  return (double)avr->cycle / FREQUENCY_HZ;
}

/* ---- the processor's pins ---- */

static void on_uart_byte(struct avr_irq_t *irq, uint32_t value, void *param) {
  (void)irq;
  (void)param;
  if (to_host_bytes < sizeof to_host) {
    to_host[to_host_bytes++] = (uint8_t)value;
  }
}

static void on_uart_takes(struct avr_irq_t *irq, uint32_t value, void *param) {
  (void)irq;
  (void)value;
  uart_takes = param != NULL;
}

static void on_motor(struct avr_irq_t *irq, uint32_t value, void *param) {
  (void)irq;
  (void)param;
  static uint32_t before;
  if (value != before) {
    before = value;
    printf("motor %u at %.4f\n", value, simulated_s());
  }
}

/* ---- what goes on beside it ---- */

static void obey(const char *order) {
  if (strcmp(order, "play") == 0) {
    chip.playing = true;
  } else if (strcmp(order, "mute") == 0) {
    chip.mute = true;
  } else if (strcmp(order, "answer") == 0) {
    chip.mute = false;
  } else if (strcmp(order, "reset") == 0) {
    reset_wanted = true;
  } else if (strcmp(order, "unplug") == 0) {
    terminal_unplug(&line);
  } else if (strcmp(order, "plug") == 0) {
    (void)terminal_plug(&line);
  } else if (strcmp(order, "count") != 0) {
    printf("unknown order '%s'\n", order);
  }
  printf("done %s\n", order);
  if (strcmp(order, "count") == 0) {
    printf("counted %lu %lu\n", chip.ticks, chip.unread);
  }
}

/** The processor's clock is not let run ahead of the world's. */
static void keep_pace(double started_s) {
  double ahead = started_s + simulated_s() / speed - now_s();
  if (ahead > 0) {
    struct timespec wait = {.tv_sec = (time_t)ahead, .tv_nsec = (long)(fmod(ahead, 1) * 1e9)};
    nanosleep(&wait, NULL);
  }
}

/** What the terminal does not take yet waits, as in a cable's own buffer; unplugged, it is lost. */
static void send_to_host(void) {
  unsigned sent = line.device_end < 0 ? to_host_bytes : terminal_write(&line, to_host, to_host_bytes);
  memmove(to_host, to_host + sent, to_host_bytes - sent);
  to_host_bytes -= sent;
}

static avr_cycle_count_t each_ms(avr_t *processor, avr_cycle_count_t when, void *param) {
  (void)processor;
  send_to_host();
  if (from_host_at == from_host_bytes) {
    from_host_at = 0;
    from_host_bytes = terminal_read(&line, from_host, sizeof from_host);
  }
  for (const char *order = orders_next(); order != NULL; order = orders_next()) {
    obey(order);
  }
  if (!played && chip.playing && model_played(&chip)) {
    played = true;
    puts("played");
  }
  keep_pace(*(double *)param);
  return when + FREQUENCY_HZ / 1000;
}

static avr_cycle_count_t each_byte(avr_t *processor, avr_cycle_count_t when, void *param) {
  (void)processor;
  (void)param;
  if (from_host_at < from_host_bytes && uart_takes) {
    avr_raise_irq(uart_input, from_host[from_host_at++]);
  }
  return when + FREQUENCY_HZ / BYTES_PER_SECOND;
}

/** Without it simavr sleeps by itself, in its own time. */
static void do_not_sleep(avr_t *processor, avr_cycle_count_t cycles) {
  (void)processor;
  (void)cycles;
}

static void begin_timers(double *started_s) {
  avr_cycle_timer_register(avr, FREQUENCY_HZ / 1000, each_ms, started_s);
  avr_cycle_timer_register(avr, FREQUENCY_HZ / BYTES_PER_SECOND, each_byte, NULL);
  model_run(&chip);
}

static void wire_uart(void) {
  static const char UART = '0';
  uint32_t flags = 0;
  avr_ioctl(avr, AVR_IOCTL_UART_GET_FLAGS(UART), &flags);
  flags &= (uint32_t)~(AVR_UART_FLAG_STDIO | AVR_UART_FLAG_POLL_SLEEP);
  avr_ioctl(avr, AVR_IOCTL_UART_SET_FLAGS(UART), &flags);
  uart_input = avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ(UART), UART_IRQ_INPUT);
  avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ(UART), UART_IRQ_OUTPUT), on_uart_byte, NULL);
  avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ(UART), UART_IRQ_OUT_XON), on_uart_takes, &avr);
  avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ(UART), UART_IRQ_OUT_XOFF), on_uart_takes, NULL);
}

static bool build(const char *firmware_path, const char *motion_path) {
  elf_firmware_t firmware = {.frequency = 0};
  if (elf_read_firmware(firmware_path, &firmware) != 0) {
    fprintf(stderr, "%s is no firmware\n", firmware_path);
    return false;
  }
  avr = avr_make_mcu_by_name("atmega328p");
  avr_init(avr);
  avr_load_firmware(avr, &firmware);
  avr->frequency = FREQUENCY_HZ;
  avr->sleep = do_not_sleep;
  avr->log = LOG_ERROR;
  chip.rows = motion_read(motion_path, &chip.row_count);
  model_attach(&chip, avr, 'D', DATA_READY_PIN);
  wire_uart();
  avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_IOPORT_GETIRQ('D'), MOTOR_PIN), on_motor, NULL);
  return true;
}

int main(int count, char **arguments) {
  if (count < 4) {
    fputs("usage: bench FIRMWARE.elf MOTION.csv LINK [SPEED]\n", stderr);
    return 2;
  }
  speed = count > 4 ? atof(arguments[4]) : 1;
  line.link = arguments[3];
  setvbuf(stdout, NULL, _IOLBF, 0);
  orders_start();
  if (!build(arguments[1], arguments[2]) || !terminal_plug(&line)) {
    return EXIT_FAILURE;
  }
  double started_s = now_s();
  begin_timers(&started_s);
  puts("ready");
  int state = cpu_Running;
  while (!orders_over() && state != cpu_Done && state != cpu_Crashed) {
    state = avr_run(avr);
    if (reset_wanted) {
      reset_wanted = false;
      avr_reset(avr);
      begin_timers(&started_s);
    }
  }
  if (line.device_end >= 0) {
    terminal_unplug(&line);
  }
  return state == cpu_Crashed;
}
