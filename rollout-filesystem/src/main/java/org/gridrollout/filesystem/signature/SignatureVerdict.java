package org.gridrollout.filesystem.signature;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What became of checking a package's signatures against the trusted keys. Only {@link Good} is trusted.
 *
 * <p>A key's lifetime counts at the instant the signature says it was made: what was signed while a key was valid stays
 * good after it expired. Revocation counts from its instant if the key was only retired or replaced, and for everything the
 * key ever signed if it may have been stolen, or nobody said why (RFC 9580, 5.2.3.31).
 */
public sealed interface SignatureVerdict {

    /** For a person, a whole sentence. */
    String sentence();

    /** Whether a trusted key signed exactly this package. */
    default boolean isTrusted() {
        return this instanceof Good;
    }

    /**
     * A trusted key signed header and payload, and they are what was signed.
     *
     * @param until when the signature itself expires, which is rare
     */
    record Good(SigningKey key, Instant madeAt, Optional<Instant> until) implements SignatureVerdict {
        @Override
        public String sentence() {
            return "Signed on " + day(madeAt) + " by " + key + ".";
        }
    }

    /** It carries no signature. */
    record Unsigned() implements SignatureVerdict {
        @Override
        public String sentence() {
            return "It is not signed.";
        }
    }

    /**
     * The key is not among the trusted ones.
     *
     * @param key its fingerprint, or the last 16 digits of it if the signature says no more
     */
    record UnknownKey(String key) implements SignatureVerdict {
        @Override
        public String sentence() {
            return "It is signed by key " + key + ", which is not in the keyring.";
        }
    }

    /** The key had expired when the signature was made. */
    record ExpiredKey(SigningKey key, Instant expired, Instant madeAt) implements SignatureVerdict {
        @Override
        public String sentence() {
            return "It was signed on " + day(madeAt) + " by " + key + ", which had expired on " + day(expired) + ".";
        }
    }

    /**
     * The key was revoked, for this signature too.
     *
     * @param reason as its owner gave it; may be empty
     */
    record RevokedKey(SigningKey key, Instant revoked, String reason) implements SignatureVerdict {
        @Override
        public String sentence() {
            String why = reason.isEmpty() ? "" : " (" + reason + ")";
            return "It is signed by " + key + ", which was revoked on " + day(revoked) + why + ".";
        }
    }

    /** The key is trusted, but not made for signing, or not bound to its primary key as one that signs. */
    record KeyNotForSigning(SigningKey key) implements SignatureVerdict {
        @Override
        public String sentence() {
            return "It is signed by " + key + ", which is not allowed to sign.";
        }
    }

    /** The signature itself has expired. */
    record ExpiredSignature(SigningKey key, Instant expired) implements SignatureVerdict {
        @Override
        public String sentence() {
            return "The signature by " + key + " expired on " + day(expired) + ".";
        }
    }

    /** Signed in a way that can be forged. */
    record WeakSignature(SigningKey key, String weakness) implements SignatureVerdict {
        @Override
        public String sentence() {
            return "The signature by " + key + " rests on " + weakness + ", which can be forged.";
        }
    }

    /** A trusted key signed the header, but neither that nor another signature covers the payload. */
    record PartlySigned(SigningKey key) implements SignatureVerdict {
        @Override
        public String sentence() {
            return "Only its header is signed by " + key + ", and that says nothing of the payload.";
        }
    }

    /** A signature by a trusted key is wrong. */
    record BadSignature(SigningKey key, String problem) implements SignatureVerdict {
        @Override
        public String sentence() {
            return "The signature by " + key + " is wrong: " + problem + ".";
        }
    }

    /** A signature that is no signature. */
    record UnreadableSignature(String problem) implements SignatureVerdict {
        @Override
        public String sentence() {
            return "It carries a signature that cannot be read: " + problem + ".";
        }
    }

    /** The package is not what its own digests say, whoever signed it. Such a package is never taken in. */
    record DigestMismatch(String problem) implements SignatureVerdict {
        @Override
        public String sentence() {
            return "It was changed: " + problem + ".";
        }
    }

    private static String day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
