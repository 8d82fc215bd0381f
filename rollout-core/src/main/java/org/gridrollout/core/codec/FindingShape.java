package org.gridrollout.core.codec;

import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.Enforcement;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.RuleId;

/** Findings are kept in the words they had when they were made. */
final class FindingShape implements Shape {

    private final Shape document = new RecordShape(Document.class);

    /** @param enforcement left out where it is ENFORCED */
    record Document(
            RuleId rule,
            FindingOutcome outcome,
            String sentence,
            Map<String, String> values,
            Optional<Instant> until,
            List<Party> mustAct,
            List<RuleId> dueTo,
            List<Change> changes,
            Optional<Enforcement> enforcement) {

        static Document of(Finding finding) {
            return new Document(
                    finding.rule(),
                    finding.outcome(),
                    finding.sentence(),
                    finding.values(),
                    finding.until(),
                    finding.mustAct(),
                    finding.dueTo(),
                    finding.changes(),
                    Optional.of(finding.enforcement()).filter(each -> each != Enforcement.ENFORCED));
        }

        Finding finding() {
            Finding finding = new Finding(rule, outcome, sentence, values, until, mustAct)
                    .derivedFrom(dueTo)
                    .passesIf(changes);
            return enforcement.isPresent() && enforcement.get() == Enforcement.OBSERVED ? finding.observed() : finding;
        }
    }

    @Override
    public void write(JsonGenerator out, Object value) {
        document.write(out, Document.of((Finding) value));
    }

    @Override
    public Object read(JsonValue json) {
        try {
            return ((Document) document.read(json)).finding();
        } catch (InvalidValueException e) {
            throw CodecException.of(e);
        }
    }
}
