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
        statements.removeAll()
        try command("DEALLOCATE ALL")
    }

    // MARK: Statements

    /// Runs a text without parameters, which may hold several statements.
    ///
    /// - Returns: the server's word for what it did, as `COMMIT` or `ROLLBACK`.
    @discardableResult
    func command(_ text: String) throws -> String {
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

    private func prepared(_ sql: SQL) throws -> PostgresStatement {
        let statement = try statements[sql.text] ?? prepare(sql.text)
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
        let rendered = PostgresStatement.render(text)
        statementNumber += 1
        let statement = PostgresStatement(name: "s\(statementNumber)", parameterCount: rendered.parameterCount)
        let result = PQprepare(handle, statement.name, rendered.text, 0, nil)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else {
            throw PostgresFailure(result, on: handle, statement: text)
        }
        statements[text] = statement
        return statement
    }

    // MARK: Pipeline

    /// Sends all statements before it waits for the first answer.
    func executeMany(_ list: [SQL]) throws {
        guard list.count > 1 else {
            for sql in list { _ = try execute(sql) }
            return
        }
        var start = list.startIndex
        while start < list.endIndex {
            let end = min(start + Self.pipelineLength, list.endIndex)
            try pipeline(list[start..<end])
            start = end
        }
    }

    private func pipeline(_ list: ArraySlice<SQL>) throws {
        // A chunk in which the limit of prepared statements is met must not lose those it has just made.
        if statements.count + list.count > Self.statementLimit { try forgetStatements() }
        for sql in list { _ = try prepared(sql) }
        guard PQenterPipelineMode(handle) == 1 else { throw lost() }
        do {
            for sql in list { try send(sql) }
        } catch {
            // Sent statements wait for a synchronization that will not come; the connection cannot be used on.
            disconnect()
            throw error
        }
        guard PQpipelineSync(handle) == 1 else { throw lost() }
        let failure = collect(list)
        if PQexitPipelineMode(handle) != 1 { disconnect() }
        if let failure { throw failure }
    }

    private func send(_ sql: SQL) throws {
        let statement = try prepared(sql)
        try parameters.fill(sql.values)
        let handle = handle
        let isSent = parameters.withPointers { count, values, lengths, formats in
            PQsendQueryPrepared(handle, statement.name, count, values, lengths, formats, 0)
        }
        guard isSent == 1 else { throw lost() }
    }

    /// Reads one answer a statement and the synchronization, and returns the first failure.
    private func collect(_ list: ArraySlice<SQL>) -> PostgresFailure? {
        var failure: PostgresFailure?
        var position = list.startIndex
        while true {
            guard let result = PQgetResult(handle) else {
                // The end of one statement's answers, unless there is nobody left to answer.
                if PQstatus(handle) == CONNECTION_BAD { return failure ?? lost() }
                position += 1
                if position > list.endIndex { return failure ?? lost() }
                continue
            }
            defer { PQclear(result) }
            switch PQresultStatus(result) {
            case PGRES_PIPELINE_SYNC: return failure
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_PIPELINE_ABORTED: break
            default:
                let text = list.indices.contains(position) ? list[position].text : ""
                failure = failure ?? PostgresFailure(result, on: handle, statement: text)
            }
        }
    }

    private func lost() -> PostgresFailure {
        PostgresFailure(nil, on: handle, statement: "")
    }
}
