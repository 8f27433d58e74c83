/// Every way a database can refuse; drivers translate their engine's codes into it.
package enum DatabaseError: Error, Hashable, Sendable {
    /// A unique key is taken; `key` is the constraint or `table.column` list as the engine names it.
    case uniqueViolation(key: String)
    case foreignKeyViolation(String)
    case checkViolation(String)
    /// Another writer holds what we need; the transaction may be tried again.
    case busy(String)
    /// The connection is gone; nothing of the transaction was kept.
    case connectionLost(String)
    /// COMMIT was sent and its answer lost: the transaction is either wholly kept or wholly not.
    case commitOutcomeUnknown(String)
    /// The medium refused a flush: what the operating system holds can no longer be trusted.
    case flushFailed(String)
    /// The medium is full; the transaction was rolled back.
    case storageFull(String)
    /// A column does not hold what the code expects.
    case column(String, expected: String, found: String)
    /// The statement itself is at fault.
    case statement(String)
    /// The database cannot be opened, with the reason in words for the operator.
    case unusable(DatabaseFault)
}

/// Why a database cannot be opened.
package enum DatabaseFault: Hashable, Sendable {
    case missing(path: String)
    case notADatabase(path: String)
    case damaged(String)
    /// The file, or the folder it lies in, may not be written by this user.
    case readOnly(path: String)
    /// It was written by a later release.
    case newer(found: String, known: String)
    case locked(by: String)
    case notDurable(setting: String, expected: String, found: String)
    case unreachable(String)
}
