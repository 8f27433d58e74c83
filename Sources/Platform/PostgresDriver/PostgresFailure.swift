private import CPq
internal import Database

/// One refusal of the server, or the end of a connection, in the words of `DatabaseError`.
struct PostgresFailure: Error {
    /// What may be done about it.
    enum Remedy {
        case none
        /// The server chose this transaction as a victim: the same again may succeed.
        case repeatTransaction
        /// A prepared statement no longer fits the schema: forget all of them, then repeat.
        case prepareAgain
        /// Connect before anything else.
        case reconnect
    }

    let error: DatabaseError
    let remedy: Remedy

    init(_ error: DatabaseError, _ remedy: Remedy) {
        self.error = error
        self.remedy = remedy
    }

    /// Reads the failure off a result, which is `nil` when libpq had nothing to say any more.
    init(_ result: OpaquePointer?, on connection: OpaquePointer?, statement: String) {
        let state = Self.field(result, .sqlState) ?? ""
        let message =
            Self.field(result, .message)
            ?? PQerrorMessage(connection).map { String(cString: $0) }?.trimmingSuffix { $0.isNewline } ?? ""
        let isLost = PQstatus(connection) == CONNECTION_BAD || state.isEmpty || Self.endsConnection(state)
        if isLost {
            self.init(.connectionLost(message), .reconnect)
        } else if state == "0A000", Self.field(result, .sourceFunction) == "RevalidateCachedQuery" {
            self.init(.statement(message), .prepareAgain)
        } else if state == "26000" {
            self.init(.statement(message), .prepareAgain)
        } else {
            let subject = Self.field(result, .constraint) ?? Self.field(result, .column) ?? message
            self.init(
                Self.error(state, message, subject: subject, statement: statement),
                state == "40001" || state == "40P01" ? .repeatTransaction : .none
            )
        }
    }

    private static func error(_ state: String, _ message: String, subject: String, statement: String) -> DatabaseError {
        switch state {
        case "23505", "23P01": .uniqueViolation(key: subject)
        case "23503": .foreignKeyViolation(message)
        case "23514", "23502": .checkViolation(subject)
        case "40001", "40P01", "55P03": .busy(message)
        case "53100": .storageFull(message)
        case "58030": .flushFailed(message)
        case "XX001", "XX002": .unusable(.damaged(message))
        default: .statement("\(message) (\(state)): \(statement)")
        }
    }

    /// Connection exceptions, and the server going away or not being there yet.
    private static func endsConnection(_ state: String) -> Bool {
        state.hasPrefix("08") || ["57P01", "57P02", "57P03", "57P05", "25P03"].contains(state)
    }

    /// The fields of a report that are read; libpq's names for them are macros of characters.
    private enum Field: Character {
        case sqlState = "C"
        case message = "M"
        case constraint = "n"
        case column = "c"
        case sourceFunction = "R"
    }

    private static func field(_ result: OpaquePointer?, _ field: Field) -> String? {
        guard let code = field.rawValue.asciiValue, let text = PQresultErrorField(result, Int32(code)) else {
            return nil
        }
        return String(cString: text)
    }
}

extension String {
    fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> String {
        var text = self[...]
        while let last = text.last, isDropped(last) { text.removeLast() }
        return String(text)
    }
}
