package org.gridrollout.jpa;

/**
 * One versioned SQL script; run in the order of versions, each once.
 *
 * @param version from 1
 * @param resource its path in the jar of rollout-jpa, named as Flyway names migrations
 * @param text its statements, each ended by a semicolon at the end of a line
 */
public record SchemaScript(int version, String resource, String text) {}
