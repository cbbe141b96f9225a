package io.flatback.form;

import io.flatback.lift.Rep;
import java.util.ArrayList;
import java.util.List;

/** Judges the reps of one set as they complete. First shape: the alarm rule follows. */
public final class SetForm {
  private final FormSettings settings;
  private final List<Rep> reps = new ArrayList<>();

  public SetForm(FormSettings settings) {
    this.settings = settings;
  }

  /** Reps in order. @return the warnings this rep gave rise to */
  public List<Warning> update(Rep rep) {
    reps.add(rep);
    return List.of();
  }

  /** The set is over. */
  public SetFindings finish() {
    return new SetFindings(VelocityLoss.fill(reps), List.of(), List.of(), List.of(), settings.history());
  }
}
