// Seeed XIAO nRF52840 Sense: the sensor to wear. Frames over Bluetooth LE (Nordic UART Service) and USB alike.
//
//   Board "Seeed nRF52 Boards: XIAO nRF52840 Sense", library "Seeed Arduino LSM6DS3", and ../../core as a library
//   (link or copy the folder into Arduino's libraries).
//   D1 button to ground    D2 motor, by a transistor    blue light: open for pairing
//
// Pairing is "Just Works" (LE Secure Connections, bonded, encrypted): it does not protect against a man in the
// middle while the light is on. See PROTOCOL.md.
#include <Arduino.h>
#include <LSM6DS3.h>
#include <Wire.h>
#include <bluefruit.h>

#include <fb_device.h>
#include <fb_port.h>

static const uint8_t BUTTON = D1;
static const uint8_t MOTOR = D2;
static const uint8_t LIGHT = LED_BLUE; // low is on

static const uint16_t RATE_CENTIHZ = 10400;
static const uint8_t BATCH = 5;
static const uint16_t RING = 4096; // 39 s in 96 kB
static const uint32_t PAIRING_MS = 60000;
static const uint32_t FORGET_MS = 10000;
static const uint16_t MTU = 247;
static const uint8_t NOTIFICATION_HEAD = 3;
static const uint8_t FRAME_HEAD = 14 + 2 + 2; // IMU6 without readings, check sum, stuffing and 00
static const uint8_t READING_BYTES = 12;

// ST, LSM6DS3TR-C data sheet: ranges, scales, registers.
static const uint8_t IMU_ADDRESS = 0x6A;
static const uint8_t DRDY_PULSE_CFG_G = 0x0B;
static const uint8_t DRDY_PULSED = 0x80;
static const uint8_t INT1_CTRL = 0x0D;
static const uint8_t INT1_DRDY_G = 0x02;
static const uint8_t OUT_TEMP_L = 0x20; // then gyroscope, accelerometer

static LSM6DS3 imu(I2C_MODE, IMU_ADDRESS);
static BLEUart uart;
static fb_reading ring[RING];
static fb_device device;
static fb_identity who = {
    {0}, FB_IMU_LSM6DS3TR_C, 0, {244000, 35000}, FB_CAN_VIBRATE | FB_CAN_LIGHT | FB_CAN_BACKFILL | FB_CAN_GAUGE,
    {0, 1, 0}, "flatback xiao"};

static volatile uint32_t readyCount;
static volatile uint32_t readyMicros;
static volatile bool ready;
static bool heardBefore;
static bool pairing;
static uint32_t pairingEndsMs;
static uint32_t pressedSinceMs;
static bool pressed;

// ---- what the core asks of a board ----

// A timer of its own: micros() stands still while the processor sleeps.
uint32_t fb_port_micros(void) {
  NRF_TIMER4->TASKS_CAPTURE[0] = 1;
  return NRF_TIMER4->CC[0];
}

uint16_t fb_port_millis(void) {
  return (uint16_t)millis();
}

static bool listenedByUsb() {
  return (bool)Serial;
}

static bool listenedByAir() {
  return Bluefruit.connected() && uart.notifyEnabled();
}

// One whole frame per notification, or none of it.
bool fb_port_send(const uint8_t *frame, fb_size length) {
  bool usb = listenedByUsb() && Serial.availableForWrite() >= length && Serial.write(frame, length) == length;
  bool air = listenedByAir() && uart.write(frame, length) == length;
  return usb || air;
}

bool fb_port_output(uint8_t kind, uint8_t intensity) {
  switch (kind) {
    case FB_VIBRATION: analogWrite(MOTOR, intensity); return true;
    case FB_LIGHT: digitalWrite(LIGHT, intensity > 0 ? LOW : HIGH); return true;
    default: return false;
  }
}

bool fb_port_rate(uint16_t rateCentihz) {
  return rateCentihz == RATE_CENTIHZ;
}

// ---- the chip ----

static void onDataReady() {
  readyMicros = fb_port_micros();
  readyCount = readyCount + 1;
  ready = true;
}

static void startChip() {
  imu.settings.accelRange = 8;
  imu.settings.accelSampleRate = 104;
  imu.settings.gyroRange = 1000;
  imu.settings.gyroSampleRate = 104;
  bool there = imu.begin() == IMU_SUCCESS && imu.writeRegister(DRDY_PULSE_CFG_G, DRDY_PULSED) == IMU_SUCCESS &&
               imu.writeRegister(INT1_CTRL, INT1_DRDY_G) == IMU_SUCCESS;
  device.health.bus_errors += there ? 0 : 1;
  attachInterrupt(digitalPinToInterrupt(PIN_LSM6DS3TR_C_INT1), onDataReady, RISING);
}

static int16_t littleEndian(const uint8_t *at) {
  return (int16_t)(at[0] | at[1] << 8);
}

// A reading that the bus does not bring is lost, and its index with it: the host sees how many.
static void sense() {
  fb_reading reading = {};
  noInterrupts();
  bool was = ready;
  ready = false;
  reading.index = readyCount - 1;
  reading.t_us = readyMicros;
  interrupts();
  if (!was) {
    return;
  }
  uint8_t bytes[14];
  if (imu.readRegisterRegion(bytes, OUT_TEMP_L, sizeof bytes) != IMU_SUCCESS) {
    device.health.bus_errors += device.health.bus_errors < UINT16_MAX ? 1 : 0;
    return;
  }
  device.health.temperature_centi_c = (int16_t)(2500 + littleEndian(bytes) * 100L / 256);
  for (uint8_t axis = 0; axis < 3; axis++) {
    reading.counts[3 + axis] = littleEndian(bytes + 2 + 2 * axis);
    reading.counts[axis] = littleEndian(bytes + 8 + 2 * axis);
  }
  fb_device_sense(&device, &reading);
}

// ---- the links ----

static void onConnect(uint16_t connection) {
  Bluefruit.Connection(connection)->requestMtuExchange(MTU);
}

// A host that grants less gets shorter frames; with less than 33 it gets none.
static void fitBatchToMtu() {
  BLEConnection *connection = Bluefruit.Connection(Bluefruit.connHandle());
  if (!listenedByAir() || connection == NULL) {
    device.batch_size = BATCH;
    return;
  }
  int readings = (connection->getMtu() - NOTIFICATION_HEAD - FRAME_HEAD) / READING_BYTES;
  device.batch_size = (uint8_t)(readings < 1 ? 1 : readings > BATCH ? BATCH : readings);
}

static void listen() {
  while (Serial.available() > 0) {
    fb_device_hear(&device, (uint8_t)Serial.read());
  }
  while (uart.available() > 0) {
    fb_device_hear(&device, (uint8_t)uart.read());
  }
  bool heard = listenedByUsb() || listenedByAir();
  if (heardBefore && !heard) {
    fb_device_link_lost(&device);
  }
  if (device.batch.count == 0) {
    fitBatchToMtu();
  }
  heardBefore = heard;
}

// ---- bonding ----

static void setPairing(bool open) {
  pairing = open;
  pairingEndsMs = millis() + PAIRING_MS;
  Bluefruit.Security.setPairable(open);
  digitalWrite(LIGHT, open ? LOW : HIGH);
}

// Pressed: open for a minute. Held for ten seconds: every bond is forgotten.
static void watchButton() {
  bool down = digitalRead(BUTTON) == LOW;
  if (down && !pressed) {
    pressedSinceMs = millis();
    setPairing(true);
  }
  if (down && pressed && millis() - pressedSinceMs >= FORGET_MS) {
    Bluefruit.Periph.clearBonds();
    pressedSinceMs = millis();
  }
  pressed = down;
  if (pairing && (int32_t)(millis() - pairingEndsMs) >= 0) {
    setPairing(false);
  }
}

static void startRadio() {
  Bluefruit.configPrphBandwidth(BANDWIDTH_MAX);
  Bluefruit.begin();
  Bluefruit.setName(who.name);
  Bluefruit.Security.setIOCaps(false, false, false);
  Bluefruit.Security.setMITM(false);
  Bluefruit.Periph.setConnectCallback(onConnect);
  Bluefruit.Periph.setConnInterval(12, 24); // 15 to 30 ms
  uart.setPermission(SECMODE_ENC_NO_MITM, SECMODE_ENC_NO_MITM);
  uart.begin();
  Bluefruit.Advertising.addFlags(BLE_GAP_ADV_FLAGS_LE_ONLY_GENERAL_DISC_MODE);
  Bluefruit.Advertising.addService(uart);
  Bluefruit.ScanResponse.addName();
  Bluefruit.Advertising.restartOnDisconnect(true);
  Bluefruit.Advertising.start(0);
  setPairing(false);
}

// ---- life ----

static void startClock() {
  NRF_TIMER4->MODE = TIMER_MODE_MODE_Timer;
  NRF_TIMER4->BITMODE = TIMER_BITMODE_BITMODE_32Bit;
  NRF_TIMER4->PRESCALER = 4; // 16 MHz / 16
  NRF_TIMER4->TASKS_START = 1;
}

// Before the radio takes the generator.
static uint8_t chance() {
  NRF_RNG->TASKS_START = 1;
  while (NRF_RNG->EVENTS_VALRDY == 0) {
  }
  return (uint8_t)NRF_RNG->VALUE;
}

// 1 M and 510 k from the battery to ground. own: percent as a straight line from 3.5 to 4.1 V.
static void readBattery() {
  static uint32_t dueMs = 0;
  if ((int32_t)(millis() - dueMs) < 0) {
    return;
  }
  dueMs = millis() + 10000;
  uint32_t mv = (uint32_t)analogRead(PIN_VBAT) * 3000 / 4096 * 1510 / 510;
  uint32_t above = mv < 3500 ? 0 : mv - 3500;
  device.health.battery_mv = (uint16_t)mv;
  device.health.battery_percent = (uint8_t)(above / 6 > 100 ? 100 : above / 6);
}

static void startPins() {
  pinMode(BUTTON, INPUT_PULLUP);
  pinMode(MOTOR, OUTPUT);
  pinMode(LIGHT, OUTPUT);
  pinMode(VBAT_ENABLE, OUTPUT);
  digitalWrite(VBAT_ENABLE, LOW);
  analogReference(AR_INTERNAL_3_0);
  analogReadResolution(12);
}

void setup() {
  Serial.begin(115200);
  startPins();
  startClock();
  memcpy(who.uid, (const void *)NRF_FICR->DEVICEID, FB_UID_BYTES);
  device.who = &who;
  device.boot_id = chance();
  device.batch_size = BATCH;
  device.rate_centihz = RATE_CENTIHZ;
  device.ring.slots = ring;
  device.ring.length = RING;
  startRadio();
  startChip();
  fb_device_start(&device);
}

void loop() {
  listen();
  sense();
  readBattery();
  watchButton();
  fb_device_tick(&device);
  delay(1);
}
