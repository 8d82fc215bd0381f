-- Tables of rollout-jpa, schema version 1, for MariaDB.
-- Instants are microseconds since 1970-01-01T00:00:00Z; next_due is 9223372036854775807 where nothing is due.
-- Texts longer than 500,000 characters go on in rollout_part.

-- One row: the end of the journal. Each commit locks it, so that positions have no gaps and follow the order of commits.
-- last_digest is the digest of the record at last_position: the end of the hash chain.
CREATE TABLE rollout_head (
    id             INT    NOT NULL PRIMARY KEY,
    schema_version INT    NOT NULL,
    last_position  BIGINT NOT NULL,
    last_digest    VARCHAR(64) NOT NULL,
    last_notice    BIGINT NOT NULL,
    latest_instant BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
INSERT INTO rollout_head (id, schema_version, last_position, last_digest, last_notice, latest_instant)
VALUES (1, 1, 0, '0000000000000000000000000000000000000000000000000000000000000000', 0, -9223372036854775808);

CREATE TABLE rollout_change (
    id             VARCHAR(200) NOT NULL PRIMARY KEY,
    last_position  BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE rollout_stream (
    kind           VARCHAR(20) NOT NULL,
    name           VARCHAR(300) NOT NULL,
    revision       BIGINT NOT NULL,
    state          VARCHAR(40) NOT NULL,
    product        VARCHAR(128) NOT NULL,
    platform       VARCHAR(128) NOT NULL,
    next_due       BIGINT NOT NULL,
    body           MEDIUMTEXT NOT NULL,
    parts          INT NOT NULL,
    PRIMARY KEY (kind, name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX rollout_stream_state ON rollout_stream (kind, state, name);
CREATE INDEX rollout_stream_product ON rollout_stream (kind, product, platform, name);
CREATE INDEX rollout_stream_due ON rollout_stream (kind, next_due);

CREATE TABLE rollout_journal (
    position       BIGINT NOT NULL PRIMARY KEY,
    change_id      VARCHAR(200) NOT NULL,
    kind           VARCHAR(20) NOT NULL,
    name           VARCHAR(300) NOT NULL,
    revision       BIGINT NOT NULL,
    type           VARCHAR(100) NOT NULL,
    effective_at   BIGINT NOT NULL,
    recorded_at    BIGINT NOT NULL,
    actor          VARCHAR(300) NOT NULL,
    body           MEDIUMTEXT NOT NULL,
    parts          INT NOT NULL,
    digest         VARCHAR(64) NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX rollout_journal_stream ON rollout_journal (kind, name, position);

CREATE TABLE rollout_notice (
    notice_key     VARCHAR(400) NOT NULL PRIMARY KEY,
    seq            BIGINT NOT NULL,
    topic          VARCHAR(40) NOT NULL,
    recipient_kind VARCHAR(40) NOT NULL,
    recipient      VARCHAR(300) NOT NULL,
    release_id     VARCHAR(128) NOT NULL,
    told_at        BIGINT NOT NULL,
    delivered      SMALLINT NOT NULL,
    body           MEDIUMTEXT NOT NULL,
    parts          INT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX rollout_notice_waiting ON rollout_notice (delivered, seq);

CREATE TABLE rollout_part (
    owner          VARCHAR(330) NOT NULL,
    revision       BIGINT NOT NULL,
    part           INT NOT NULL,
    body           MEDIUMTEXT NOT NULL,
    PRIMARY KEY (owner, revision, part)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
