package org.gridrollout.core.codec;

import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.Verdict;

/** Verdicts are their subject and findings. */
final class VerdictShape implements Shape {

    private final Shape document = new RecordShape(Document.class);

    record Document(String subject, List<Finding> findings) {}

    @Override
    public void write(JsonGenerator out, Object value) {
        Verdict verdict = (Verdict) value;
        document.write(out, new Document(verdict.subject(), verdict.findings()));
    }

    @Override
    public Object read(JsonValue json) {
        Document read = (Document) document.read(json);
        try {
            return new Verdict(read.subject(), read.findings());
        } catch (InvalidValueException e) {
            throw CodecException.of(e);
        }
    }
}
