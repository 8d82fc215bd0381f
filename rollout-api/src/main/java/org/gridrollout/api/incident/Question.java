package org.gridrollout.api.incident;

import java.time.Instant;
import java.util.Optional;

/**
 * What the MU has to know before it can decide.
 *
 * @param answerBy when it decides without an answer
 * @param answer what was answered; absent while it waits
 */
public record Question(String text, Instant askedAt, Instant answerBy, Optional<String> answer) {

    /** The same question, answered. */
    public Question answered(String with) {
        return new Question(text, askedAt, answerBy, Optional.of(with));
    }
}
