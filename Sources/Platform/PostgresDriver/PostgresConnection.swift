private import CPq
internal import Database
private import Dispatch

/// One connection, touched only from its own serial queue, so that libpq may block.
///
/// Unchecked, because the compiler does not see that every stored variable is read and written on that queue alone.
final class PostgresConnection: @unchecked Sendable {
    private static let statementLimit = 500
    /// In libpq's blocking mode both sides would stand still if the answers of one round outgrew the socket's buffer.
    private static let pipelineLength = 256

    private let settings: PostgresSettings
    private let queue = DispatchQueue(label: "hengjian.postgres", qos: .userInitiated)
    private var handle: OpaquePointer?
    private var statements: [String: PostgresStatement] = [:]
    private var statementNumber = 0
    private var parameters = PostgresParameters()
    /// The texts of an open pipeline whose answers were not read yet; empty when there is none.
    private var sent: [String] = []

    init(_ settings: PostgresSettings) {
        self.settings = settings
    }

    deinit {
        PQfinish(handle)
    }

    /// Runs `job` on the connection's own thread.
    func async(_ job: @escaping @Sendable (PostgresConnection) -> Void) {
        queue.async { job(self) }
    }

    // MARK: Life

    /// Connects unless a connection stands.
    ///
    /// - Returns: whether a new connection was made.
    @discardableResult
    func connect() throws -> Bool {
        if handle != nil, PQstatus(handle) == CONNECTION_OK { return false }
        disconnect()
        // What the URL says goes before the first, and after it goes what we need.
        let pairs: [(String, String)] = [
            ("connect_timeout", "10"), ("keepalives_idle", "30"), ("application_name", "hengjian"),
            ("dbname", settings.url), ("client_encoding", "UTF8"),
        ]
        let handle = CStrings.with(pairs.map(\.0)) { keys in
            CStrings.with(pairs.map(\.1)) { values in PQconnectdbParams(keys, values, 1) }
        }
        guard PQstatus(handle) == CONNECTION_OK else {
            let message = PQerrorMessage(handle).map { String(cString: $0) } ?? ""
            PQfinish(handle)
            throw DatabaseError.connectionLost(message)
        }
        self.handle = handle
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        try command(sessionSettings)
        return true
    }

    func disconnect() {
        PQfinish(handle)
        handle = nil
        statements.removeAll()
        sent.removeAll()
    }

    private var sessionSettings: String {
        let path = settings.quotedSchema.map { "SET search_path TO \($0);" } ?? ""
        return """
            \(path)
            SET client_min_messages TO warning;
            SET bytea_output TO hex;
            SET extra_float_digits TO 1;
            SET lock_timeout TO '\(settings.lockTimeoutSeconds)s'
            """
    }

    /// Forgets what was prepared, here and on the server.
    func forgetStatements() throws {
        try settle()
        statements.removeAll()
        try command("DEALLOCATE ALL")
    }

    // MARK: Statements

    /// Runs a text without parameters, which may hold several statements.
    ///
    /// - Returns: the server's word for what it did, as `COMMIT` or `ROLLBACK`.
    @discardableResult
    func command(_ text: String) throws -> String {
        try settle()
        let result = PQexec(handle, text)
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return PQcmdStatus(result).map { String(cString: $0) } ?? ""
        default: throw PostgresFailure(result, on: handle, statement: text)
        }
    }

    func rows(_ sql: SQL) throws -> [Row] {
        try run(sql) { result, statement in PostgresAnswer.rows(result, of: statement) }
    }

    /// Returns how many rows were changed.
    func execute(_ sql: SQL) throws -> Int {
        try run(sql) { result, _ in PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0 }
    }

    private func run<Answer>(_ sql: SQL, _ body: (OpaquePointer, PostgresStatement) -> Answer) throws -> Answer {
        let statement = try prepared(sql)
        try settle()
        try parameters.fill(sql.values)
        let handle = handle
        let result = parameters.withPointers { count, values, lengths, formats in
            PQexecPrepared(handle, statement.name, count, values, lengths, formats, 0)
        }
        defer { PQclear(result) }
        guard let result, [PGRES_COMMAND_OK, PGRES_TUPLES_OK].contains(PQresultStatus(result)) else {
            throw PostgresFailure(result, on: handle, statement: sql.text)
        }
        return body(result, statement)
    }

    private func prepared(_ text: String) throws -> PostgresStatement {
        try statements[text] ?? prepare(text)
    }

    private func prepared(_ sql: SQL) throws -> PostgresStatement {
        let statement = try prepared(sql.text)
        guard statement.parameterCount == sql.values.count else {
            throw DatabaseError.statement(
                "expected \(statement.parameterCount) parameters, found \(sql.values.count): \(sql.text)"
            )
        }
        return statement
    }

    private func prepare(_ text: String) throws -> PostgresStatement {
        // Lists make texts of many lengths; the rest is prepared again in no time.
        if statements.count >= Self.statementLimit { try forgetStatements() }
        try settle()
        statementNumber += 1
        let statement = PostgresStatement(name: "s\(statementNumber)", text: text)
        let result = PQprepare(handle, statement.name, PostgresStatement.render(text), 0, nil)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else {
            throw PostgresFailure(result, on: handle, statement: text)
        }
        statements[text] = statement
        return statement
    }

    // MARK: Pipeline

    /// Sends the statements; the server works on them while the caller makes the next.
    ///
    /// A failure is thrown here or by what comes after, at the latest by `settle`.
    func executeMany(_ list: [SQL]) throws {
        var rest = list[...]
        while let first = rest.first {
            let statement = try prepared(first)
            let rows = statement.rows(atOnce: rest.prefix { $0.text == first.text }.count)
            let values = rows == 1 ? first.values : rest.prefix(rows).flatMap(\.values)
            try send(rows == 1 ? statement : prepared(statement.inserting(rows)), values)
            rest = rest.dropFirst(rows)
        }
        guard sent.isEmpty || PQflush(handle) >= 0 else { throw abandoned() }
    }

    /// Reads the answers to everything that was sent.
    ///
    /// - Throws: the first failure among them.
    func settle() throws {
        guard !sent.isEmpty else { return }
        guard PQpipelineSync(handle) == 1 else { throw abandoned() }
        let failure = collect()
        sent.removeAll(keepingCapacity: true)
        if PQexitPipelineMode(handle) != 1 { disconnect() }
        if let failure { throw failure }
    }

    private func send(_ statement: PostgresStatement, _ values: [SQLValue]) throws {
        if sent.count >= Self.pipelineLength { try settle() }
        try parameters.fill(values)
        if sent.isEmpty, PQenterPipelineMode(handle) != 1 { throw abandoned() }
        let handle = handle
        let isSent = parameters.withPointers { count, values, lengths, formats in
            PQsendQueryPrepared(handle, statement.name, count, values, lengths, formats, 0)
        }
        guard isSent == 1 else { throw abandoned() }
        sent.append(statement.text)
    }

    /// Reads one answer a statement and the synchronization, and returns the first failure.
    private func collect() -> PostgresFailure? {
        var failure: PostgresFailure?
        var position = sent.startIndex
        while true {
            guard let result = PQgetResult(handle) else {
                // The end of one statement's answers, unless there is nobody left to answer.
                if PQstatus(handle) == CONNECTION_BAD { return failure ?? lost() }
                position += 1
                if position > sent.endIndex { return failure ?? lost() }
                continue
            }
            defer { PQclear(result) }
            switch PQresultStatus(result) {
            case PGRES_PIPELINE_SYNC: return failure
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_PIPELINE_ABORTED: break
            default:
                let text = sent.indices.contains(position) ? sent[position] : ""
                failure = failure ?? PostgresFailure(result, on: handle, statement: text)
            }
        }
    }

    /// What was sent waits for a synchronization that will not come; the connection cannot be used on.
    private func abandoned() -> PostgresFailure {
        defer { disconnect() }
        return lost()
    }

    private func lost() -> PostgresFailure {
        PostgresFailure(nil, on: handle, statement: "")
    }
}
