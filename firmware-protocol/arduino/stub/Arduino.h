#pragma once
#include "world.h"

enum { D1 = 1, D2 = 2, LED_BLUE = 12, PIN_VBAT = 32, VBAT_ENABLE = 14, PIN_LSM6DS3TR_C_INT1 = 18 };
enum { LOW, HIGH };
enum { INPUT_PULLUP, OUTPUT, RISING, AR_INTERNAL_3_0 };
enum { TIMER_MODE_MODE_Timer = 0, TIMER_BITMODE_BITMODE_32Bit = 3 };

inline uint32_t millis() { return (uint32_t)(world.micros / 1000); }
inline void delay(uint32_t ms) { world.micros += 1000 * ms; }
inline void pinMode(int, int) {}
inline int digitalRead(int) { return world.buttonDown ? LOW : HIGH; }
inline void digitalWrite(int pin, int level) { if (pin == LED_BLUE) world.lightLevel = level; }
inline void analogWrite(int, int value) { world.motor = value; }
inline int analogRead(int) { return 1844; } // 4.0 V by the divider
inline void analogReference(int) {}
inline void analogReadResolution(int) {}
inline int digitalPinToInterrupt(int pin) { return pin; }
inline void attachInterrupt(int, void (*handler)(), int) { world.dataReady = handler; }
inline void noInterrupts() {}
inline void interrupts() {}

struct CapturedTime { operator uint32_t() const { return (uint32_t)world.micros; } };
struct Timer { uint32_t TASKS_CAPTURE[1]; CapturedTime CC[1]; uint32_t MODE, BITMODE, PRESCALER, TASKS_START; };
struct Generator { uint32_t TASKS_START, EVENTS_VALRDY = 1, VALUE = 77; };
struct Factory { uint32_t DEVICEID[2] = {0xC0BAA7F1, 0xF2A10000}; };
inline Timer timer4;
inline Generator generator;
inline Factory factory;
#define NRF_TIMER4 (&timer4)
#define NRF_RNG (&generator)
#define NRF_FICR (&factory)

struct Usb {
  void begin(unsigned long) {}
  operator bool() const { return world.usb; }
  int available() { return (int)world.fromUsb.size(); }
  int read() { int byte = (uint8_t)world.fromUsb[0]; world.fromUsb.erase(0, 1); return byte; }
  int availableForWrite() { return 256; }
  size_t write(const uint8_t *bytes, size_t count) { world.toUsb.append((const char *)bytes, count); return count; }
};
inline Usb Serial;
