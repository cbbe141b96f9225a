#include "board.h"

#include <avr/boot.h>
#include <avr/eeprom.h>
#include <avr/interrupt.h>
#include <avr/io.h>
#include <avr/sleep.h>
#include <util/atomic.h>

#include "fb_device.h"
#include "fb_port.h"

enum { MOTOR = PD5, LIGHT = PB5 };
enum { SEND_BYTES = 256, HEAR_BYTES = 64 };
enum { BAUD_115200 = 16 }; /* doubled speed: 117647, 2.1 % off */
enum { BUS_400_KHZ = 12 };
enum { I2C_PATIENCE_MS = 3 };
enum { SERIAL_NUMBER_AT = 0x0E };

/* ---- time ---- */

static volatile uint32_t wraps;
static volatile uint16_t millis;

/** Every 32768 us. */
ISR(TIMER1_OVF_vect) {
  wraps++;
}

ISR(TIMER0_COMPA_vect) {
  millis++;
}

static uint32_t micros_with_interrupts_off(void) {
  uint16_t half_micros = TCNT1;
  uint32_t past = wraps;
  if ((TIFR1 & _BV(TOV1)) && half_micros < 0x8000) {
    past++;
  }
  return past << 15 | half_micros >> 1;
}

uint32_t fb_port_micros(void) {
  uint32_t now;
  ATOMIC_BLOCK(ATOMIC_RESTORESTATE) {
    now = micros_with_interrupts_off();
  }
  return now;
}

uint16_t fb_port_millis(void) {
  uint16_t now;
  ATOMIC_BLOCK(ATOMIC_RESTORESTATE) {
    now = millis;
  }
  return now;
}

/* ---- data-ready ---- */

static volatile bool ready;
static volatile uint32_t ready_count;
static volatile uint32_t ready_us;

ISR(INT0_vect) {
  ready_us = micros_with_interrupts_off();
  ready_count++;
  ready = true;
}

bool board_data_ready(uint32_t *index, uint32_t *t_us) {
  bool was;
  ATOMIC_BLOCK(ATOMIC_RESTORESTATE) {
    was = ready;
    ready = false;
    *index = ready_count - 1;
    *t_us = ready_us;
  }
  return was;
}

/* ---- serial line: rings whose indices wrap by themselves or by a mask ---- */

static uint8_t to_send[SEND_BYTES];
static volatile uint8_t send_head;
static volatile uint8_t send_tail;
static uint8_t heard[HEAR_BYTES];
static volatile uint8_t heard_head;
static volatile uint8_t heard_tail;

ISR(USART_UDRE_vect) {
  if (send_head == send_tail) {
    UCSR0B &= (uint8_t)~_BV(UDRIE0);
  } else {
    UDR0 = to_send[send_tail++];
  }
}

ISR(USART_RX_vect) {
  uint8_t byte = UDR0;
  uint8_t next = (heard_head + 1) % HEAR_BYTES;
  if (next != heard_tail) {
    heard[heard_head] = byte;
    heard_head = next;
  }
}

bool fb_port_send(const uint8_t *frame, fb_size length) {
  uint8_t room = (uint8_t)(send_tail - send_head - 1);
  if (room < length) {
    return false;
  }
  while (length-- > 0) {
    to_send[send_head] = *frame++;
    send_head++;
  }
  ATOMIC_BLOCK(ATOMIC_RESTORESTATE) {
    UCSR0B |= _BV(UDRIE0);
  }
  return true;
}

int16_t board_heard(void) {
  if (heard_tail == heard_head) {
    return -1;
  }
  uint8_t byte = heard[heard_tail];
  heard_tail = (heard_tail + 1) % HEAR_BYTES;
  return byte;
}

/* ---- I2C ---- */

enum {
  STARTED = 0x08,
  STARTED_AGAIN = 0x10,
  ADDRESS_SENT = 0x18,
  BYTE_SENT = 0x28,
  ADDRESS_SENT_TO_READ = 0x40,
  BYTE_READ = 0x50,
  LAST_BYTE_READ = 0x58,
  NO_ANSWER = 0xFF
};

static volatile bool bus_done;

/** The flag is left as it is: the bus waits until the next step. */
ISR(TWI_vect) {
  TWCR = _BV(TWEN);
  bus_done = true;
}

/** One step of the bus; what it came to. Asleep until then. */
static uint8_t step(uint8_t control) {
  uint16_t since_ms = fb_port_millis();
  bus_done = false;
  TWCR = control | _BV(TWINT) | _BV(TWEN) | _BV(TWIE);
  while ((uint16_t)(fb_port_millis() - since_ms) < I2C_PATIENCE_MS) {
    cli();
    if (bus_done) {
      sei();
      return TWSR & 0xF8;
    }
    sleep_enable();
    sei();
    sleep_cpu();
    sleep_disable();
  }
  TWCR = 0;
  return NO_ANSWER;
}

static bool begin(uint8_t address_and_way) {
  uint8_t status = step(_BV(TWSTA));
  if (status != STARTED && status != STARTED_AGAIN) {
    return false;
  }
  TWDR = address_and_way;
  status = step(0);
  /* The emulator simavr 1.6 says BYTE_SENT of an address to write to. */
  return status == ADDRESS_SENT || status == ADDRESS_SENT_TO_READ || status == BYTE_SENT;
}

static bool write_byte(uint8_t byte) {
  TWDR = byte;
  return step(0) == BYTE_SENT;
}

static void stop(void) {
  TWCR = _BV(TWINT) | _BV(TWEN) | _BV(TWSTO);
}

bool board_i2c_write(uint8_t address, uint8_t reg, uint8_t value) {
  bool good = begin((uint8_t)(address << 1)) && write_byte(reg) && write_byte(value);
  stop();
  return good;
}

bool board_i2c_read(uint8_t address, uint8_t reg, uint8_t *bytes, uint8_t count) {
  bool good = begin((uint8_t)(address << 1)) && write_byte(reg) && begin((uint8_t)(address << 1 | 1));
  while (good && count-- > 0) {
    bool more = count > 0;
    good = step(more ? _BV(TWEA) : 0) == (more ? BYTE_READ : LAST_BYTE_READ);
    *bytes++ = TWDR;
  }
  stop();
  return good;
}

/* ---- the rest ---- */

bool fb_port_output(uint8_t kind, uint8_t intensity) {
  switch (kind) {
    case FB_VIBRATION: PORTD = intensity > 0 ? PORTD | _BV(MOTOR) : PORTD & (uint8_t)~_BV(MOTOR); return true;
    case FB_LIGHT: PORTB = intensity > 0 ? PORTB | _BV(LIGHT) : PORTB & (uint8_t)~_BV(LIGHT); return true;
    default: return false;
  }
}

uint8_t board_boot_id(void) {
  static uint8_t EEMEM last;
  uint8_t id = (uint8_t)(eeprom_read_byte(&last) + 1);
  eeprom_write_byte(&last, id);
  return id;
}

void board_uid(uint8_t *uid) {
  for (uint8_t i = 0; i < FB_UID_BYTES; i++) {
    uid[i] = boot_signature_byte_get(SERIAL_NUMBER_AT + i);
  }
}

void board_start(void) {
  DDRD |= _BV(MOTOR);
  DDRB |= _BV(LIGHT);
  TCCR1B = _BV(CS11); /* 2 MHz */
  TIMSK1 = _BV(TOIE1);
  TCCR0A = _BV(WGM01); /* 16 MHz / 64 / 250 */
  OCR0A = 249;
  TCCR0B = _BV(CS01) | _BV(CS00);
  TIMSK0 = _BV(OCIE0A);
  UCSR0A = _BV(U2X0);
  UBRR0 = BAUD_115200;
  UCSR0C = _BV(UCSZ01) | _BV(UCSZ00);
  UCSR0B = _BV(RXEN0) | _BV(TXEN0) | _BV(RXCIE0);
  TWBR = BUS_400_KHZ;
  EICRA = _BV(ISC01) | _BV(ISC00); /* the rising edge */
  EIMSK = _BV(INT0);
  set_sleep_mode(SLEEP_MODE_IDLE);
  sei();
}

/** The clock wakes it a thousand times a second at the latest. */
void board_rest(void) {
  cli();
  if (!ready && heard_head == heard_tail) {
    sleep_enable();
    sei();
    sleep_cpu();
    sleep_disable();
  }
  sei();
}
