package io.flatback.cli.doctor;

import io.flatback.web.Finding;

/** Whether this user may open a serial port, and what is missing. */
record PortCheck(Machine machine, User user) {
  private static final String SUBJECT = "port";

  Finding of(String device) {
    if (machine.mayUse(device)) {
      return Finding.good(SUBJECT, device + " may be opened");
    }
    return machine.group(device).map(group -> refused(device, group)).orElseGet(
        () -> Finding.bad(SUBJECT, device + " may not be opened by this user", "give it read and write permission"));
  }

  private Finding refused(String device, String group) {
    if (group.equals("root")) {
      return Finding.bad(
          SUBJECT, device + " belongs to root alone",
          "give it to a group: put SUBSYSTEM==\"tty\", GROUP=\"dialout\", MODE=\"0660\" into"
              + " /etc/udev/rules.d/99-flatback-ports.rules, then " + Udev.RELOAD);
    }
    if (!user.groups().contains(group) && !user.groupsNow().contains(group)) {
      return Finding.bad(
          SUBJECT, device + " belongs to the group " + group + ", which " + user.name() + " is not in",
          "sudo usermod -aG " + group + " " + user.name() + ", then log out and in again");
    }
    return user.groupsNow().contains(group)
        ? Finding.bad(
            SUBJECT, device + " may not be opened, though " + user.name() + " is in its group " + group,
            "give the group permission: sudo chmod g+rw " + device)
        : Finding.bad(
            SUBJECT, user.name() + " is in the group " + group + " of " + device + ", but logged in before that",
            "log out and in again, then start flatback anew; until then: sg " + group + " -c './flatback serve'");
  }
}
