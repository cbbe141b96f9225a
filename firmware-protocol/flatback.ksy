meta:
  id: flatback
  title: Packet of a Flatback sensor
  license: Apache-2.0
  ks-version: 0.9
  endian: le
doc: |
  What a frame holds once its stuffing is undone: packet and check sum. Kaitai knows neither COBS nor this CRC:
  both are for whoever cuts the stream into frames, see PROTOCOL.md. A range that the protocol gives is checked
  here; what parses is a message.
seq:
  - id: message
    type: u1
    enum: message
  - id: body
    size: _io.size - 3
    type:
      switch-on: message
      cases:
        'message::hello': hello
        'message::status': status
        'message::pong': pong
        'message::ack': ack
        'message::imu6': imu6
        'message::get_hello': bare
        'message::start': bare
        'message::stop': bare
        'message::rate': rate
        'message::ping': ping
        'message::feedback': feedback
        'message::backfill': backfill
  - id: crc
    type: u2
    doc: CRC-16/IBM-3740 over message and body
enums:
  message:
    0x01: hello
    0x02: status
    0x03: pong
    0x04: ack
    0x10: imu6
    0x80: get_hello
    0x81: start
    0x82: stop
    0x83: rate
    0x84: ping
    0x85: feedback
    0x86: backfill
types:
  hello:
    doc: Who the device is and what its numbers mean.
    seq:
      - id: major
        type: u1
        valid: 1
      - id: minor
        type: u1
      - id: boot_id
        type: u1
      - id: uid
        size: 8
      - id: imu_model
        type: u1
      - id: mounting
        type: u1
      - id: rate_centihz
        type: u2
        valid:
          min: 100
      - id: accel_lsb_nano_g
        type: u4
        valid:
          min: 30000
          max: 6200000
      - id: gyro_lsb_micro_dps
        type: u4
        valid:
          min: 3000
          max: 200000
      - id: ring_samples
        type: u2
      - id: features
        type: u1
      - id: firmware
        type: u1
        repeat: expr
        repeat-expr: 3
      - id: num_characters
        type: u1
      - id: characters
        type: printable
        repeat: expr
        repeat-expr: num_characters
      - id: end_of_name
        size: 0
        valid:
          expr: num_characters <= 32
      - id: surplus
        size-eos: true
        valid:
          expr: _.length == 0
    instances:
      name:
        pos: 30
        type: str
        size: num_characters
        encoding: ASCII
  printable:
    seq:
      - id: code
        type: u1
        valid:
          min: 0x20
          max: 0x7e
  status:
    doc: How the device is, once a second.
    seq:
      - id: boot_id
        type: u1
      - id: t_us
        type: u4
      - id: battery_mv
        type: u2
      - id: battery_percent
        type: u1
        valid:
          expr: _ <= 100 or _ == 255
      - id: reserved
        type: u1
      - id: temperature_centi_c
        type: s2
      - id: drops
        type: u2
      - id: bus_errors
        type: u2
      - id: surplus
        size-eos: true
        valid:
          expr: _.length == 0
  pong:
    seq:
      - id: reserved
        type: u1
      - id: token
        type: u2
      - id: t_rx_us
        type: u4
      - id: t_tx_us
        type: u4
      - id: surplus
        size-eos: true
        valid:
          expr: _.length == 0
  ack:
    seq:
      - id: command
        type: u1
      - id: sequence
        type: u1
      - id: status
        type: u1
        doc: 0 done, 1 command unknown, 2 value out of range, 3 busy, 4 not possible on this device
      - id: surplus
        size-eos: true
        valid:
          expr: _.length == 0
  imu6:
    doc: Readings of accelerometer and gyroscope, in counts.
    seq:
      - id: flags
        type: u1
        doc: bit 0 back-filled, 1 gap before, 2 clipped, 3 battery low
      - id: first_index
        type: u4
      - id: t_us
        type: u4
      - id: dt_us
        type: u2
      - id: num_counts
        type: u1
        doc: 1 to 40; the period may be 0 when it is 1
        valid:
          expr: _ == 1 or (_ >= 2 and _ <= 40 and dt_us > 0)
      - id: boot_id
        type: u1
      - id: counts
        type: reading
        repeat: expr
        repeat-expr: num_counts
      - id: surplus
        size-eos: true
        valid:
          expr: _.length == 0
  reading:
    seq:
      - id: axes
        type: s2
        repeat: expr
        repeat-expr: 6
        doc: accelerometer x y z, gyroscope x y z
  bare:
    seq:
      - id: sequence
        type: u1
      - id: surplus
        size-eos: true
        valid:
          expr: _.length == 0
  rate:
    seq:
      - id: sequence
        type: u1
      - id: rate_centihz
        type: u2
        valid:
          min: 1
      - id: batch
        type: u1
        valid:
          min: 1
          max: 40
      - id: surplus
        size-eos: true
        valid:
          expr: _.length == 0
  ping:
    seq:
      - id: sequence
        type: u1
      - id: reserved
        type: u1
      - id: token
        type: u2
      - id: surplus
        size-eos: true
        valid:
          expr: _.length == 0
  feedback:
    seq:
      - id: sequence
        type: u1
      - id: kind
        type: u1
        doc: 0 stop, 1 vibration, 2 light, 3 sound
      - id: on_ms
        type: u2
      - id: intensity
        type: u1
      - id: off_ms
        type: u2
      - id: repeat
        type: u1
      - id: surplus
        size-eos: true
        valid:
          expr: _.length == 0
  backfill:
    seq:
      - id: sequence
        type: u1
      - id: from_index
        type: u4
      - id: count
        type: u2
        valid:
          min: 1
      - id: surplus
        size-eos: true
        valid:
          expr: _.length == 0
