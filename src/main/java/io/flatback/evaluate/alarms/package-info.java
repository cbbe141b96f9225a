/**
 * The alarm rule by simulation. In: how many sets. Out: limits, false alarms and power, with their bars. Begin
 * with {@link io.flatback.evaluate.alarms.AlarmStudy}. What is calibrated is what runs: the charts and the rule are
 * those of {@code form}.
 */
@NullMarked
package io.flatback.evaluate.alarms;

import org.jspecify.annotations.NullMarked;
