package io.flatback.web;

import static io.flatback.web.Operation.get;

import io.flatback.form.evidence.Evidence;
import java.util.List;

/** What the numbers rest on, for whoever asks. */
final class EvidenceRoutes {
  private final EvidenceJson catalogue = EvidenceJson.of(Evidence.CATALOGUE);

  List<Operation> operations() {
    return List.of(
        get(
            "/api/v1/evidence",
            "getEvidence",
            "Every threshold that decides something, and the source it rests on.",
            new Operation.JsonAnswer(200, "The catalogue of this version.", EvidenceJson.class),
            ctx -> ctx.json(catalogue)));
  }
}
