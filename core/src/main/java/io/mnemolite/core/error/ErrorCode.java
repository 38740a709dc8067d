package io.mnemolite.core.error;

/** The kinds of failure a caller can act on; each protocol maps them in one switch. */
public enum ErrorCode {
    /** The request cannot be understood as a whole. */
    BAD_REQUEST,
    /** A value of the request is not acceptable. */
    INVALID_VALUE,
    /** The thing named does not exist. */
    NOT_FOUND,
    /** The request contradicts what is stored. */
    CONFLICT,
    /** A condition that the request stated does not hold. */
    PRECONDITION_FAILED,
    /** Too much work waits already; the request was not started. */
    OVERLOADED,
    /** A part that the request needs does not work at the moment; the same request may succeed later. */
    UNAVAILABLE,
    /** The request took longer than its deadline. */
    DEADLINE_EXCEEDED,
    /** The disk is full: writes fail, reads go on. */
    STORAGE_FULL,
    /** The configuration does not fit the data or the machine: the start stops. */
    CONFIGURATION
}
