import Logging
import Decisions
import Access
package import Acting
import CanonicalJSON
import Casework
import Directory
import EventLog
import Kernel
import Processes
package import WebServer

/// One request for an operation, read as far as it can be before a case is looked at.
struct Call: Sendable {
    let operation: Endpoint
    let parts: RESTAPI.Parts
    let request: WebRequest
    let principal: Principal
    let body: Body
    /// The version that the caller saw; 0 where the operation asks for none.
    let seen: Int
    /// The caller's key; empty for a question.
    let key: String
    private let parameters: [String: String]

    /// The same request as it is about one of the cases that it names.
    init(_ call: Call, _ operation: Endpoint, parameters: [String: String], body: Body, seen: Int, key: String) {
        self.operation = operation
        (parts, request, principal) = (call.parts, call.request, call.principal)
        (self.body, self.seen, self.key, self.parameters) = (body, seen, key, parameters)
    }

    init(_ operation: Endpoint, _ parts: RESTAPI.Parts, _ request: WebRequest, _ principal: Principal) throws(Problem) {
        self.operation = operation
        self.parts = parts
        self.request = request
        self.principal = principal
        parameters = request.parameters
        key = operation.method.isSafe ? "" : try Call.key(request)
        seen = operation.seen == .nothing ? 0 : try Call.seen(request)
        body = try operation.body.map { shape throws(Problem) in try Body(request.bytes, as: shape) } ?? .none
        try Call.checkQuery(operation, request)
    }

    var log: EventLog { parts.log }
    var today: Day { parts.log.clock.today }
    /// The one post that the token is for.
    var post: PostRow? { principal.posts.first }

    /// The posts of a process that the token's post fills.
    var functions: [String] { (post?.responsibility.processPosts ?? []).sorted() }

    func parameter(_ name: String) -> String { parameters[name] ?? "" }

    func read<Value: Sendable>(_ body: @escaping @Sendable (EventReading) throws -> Value) async throws -> Value {
        try await log.read(principal.realm, body)
    }

    /// Submits a command as the officer from the token's post, under the caller's key.
    ///
    /// With `day` for that earlier day, of which only the day is known.
    func submit<C: Command>(_ command: C, on day: Day? = nil) async throws -> Receipt<C.Answer> {
        try await log.submit(command, as: act(on: day))
    }

    /// As whom and under which key the caller acts; with `day` for that earlier day, of which only the day is known.
    func act(on day: Day? = nil) async throws -> SubmittedAct {
        let (principal, post, today) = (principal, post, today)
        let actor = try await read { try $0.actor(principal, from: post, on: today) }
        let stated = day.flatMap { $0 == today ? nil : Occurrence(at: Instant($0), precision: .day, origin: .stated) }
        return SubmittedAct(realm: principal.realm, actor: actor, key: "api:\(key)", occurred: stated)
    }

    /// Makes the documents of an act; if that fails the act stands, and they are made with the next one.
    func makeDocuments(of caseFile: CaseFile.ID) async {
        do {
            _ = try await parts.issuer.issue(for: caseFile, in: principal.realm)
        } catch {
            parts.logger.error(
                "documents of a case were not made",
                metadata: ["request": "\(request.id)", "case": "\(caseFile)", "error.type": "\(type(of: error))"]
            )
        }
    }

    func seePersonal(of number: String, _ remark: String = "api") async throws {
        try await parts.access.record(.personalSeen, by: principal, on: number, from: request.peer, remark: remark)
    }

    private static func key(_ request: WebRequest) throws(Problem) -> String {
        guard let key = request.header("Idempotency-Key") else {
            throw Problem(400, "api.keyMissing", "缺少幂等键", "请求应带Idempotency-Key，实为没有")
        }
        guard (8...80).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Problem(400, "api.keyInvalid", "幂等键不符", "Idempotency-Key应为8至80个可见的ASCII字符，实为不是")
        }
        return key
    }

    private static func seen(_ request: WebRequest) throws(Problem) -> Int {
        guard let tag = request.header("If-Match") else {
            throw Problem(428, "api.versionMissing", "缺少所见版本", "请求应带If-Match，写明所见的版本（ETag），实为没有")
        }
        guard tag.hasPrefix("\""), tag.hasSuffix("\""), let seen = Int(tag.dropFirst().dropLast()), seen > 0 else {
            throw Problem(400, "api.versionInvalid", "所见版本不符", "If-Match应为一个带引号的版本号（如\"12\"），实为不是")
        }
        return seen
    }

    private static func checkQuery(_ operation: Endpoint, _ request: WebRequest) throws(Problem) {
        for pair in request.query.pairs {
            guard let parameter = operation.query.first(where: { $0.name == pair.name }) else {
                throw Problem(400, "api.query", "查询条件不符", "查询条件应为接口所列，实为有没有列出的一项")
            }
            let value = parameter.shape == .integer ? Int64(pair.value).map(JSONValue.integer) : .string(pair.value)
            guard let value, parameter.shape.faults(in: value).isEmpty else {
                throw Problem(400, "api.query", "查询条件不符", "查询条件“\(parameter.name)”应为\(parameter.title)，实为不是")
            }
        }
    }
}

extension Problem {
    /// Words a refusal of a capability; `nil` for our own fault.
    init?(refusal: any Error, _ call: Call, in definition: ProcessDefinition? = nil) {
        if case EventLogError.stale(_, _, let current, _) = refusal {
            let words = Wording(refusal: refusal).map(\.text) ?? ""
            self.init(412, "log.stale", "所见版本已旧", words, version: current, headers: [.version(current)])
            return
        }
        guard let wording = Wording(refusal: refusal, in: definition) else { return nil }
        let pointer = wording.field.flatMap { field in
            call.body.pointer(of: String(field.prefix { $0 != "-" })) ?? "/\(field.prefix { $0 != "-" })"
        }
        self.init(wording, faults: pointer.map { [Fault($0, wording.text)] } ?? [])
    }

    /// A refusal in the words that all surfaces of officers share.
    package init(_ wording: Wording, faults: [Fault] = [], headers: [WebAnswer.Header] = []) {
        self.init(
            wording.status,
            wording.code,
            Problem.title(of: wording.status),
            wording.text,
            article: wording.article,
            faults: faults,
            headers: headers
        )
    }

    /// What kind of refusal a status stands for.
    static func title(of status: Int) -> String {
        switch status {
        case 401: "请出示有效的接口令牌"
        case 403: "没有这项权限"
        case 404: "没有这个对象"
        case 409: "现在不能这样办理"
        case 410: "已依法删除"
        case 413: "内容超过限制"
        case 422: "办理内容不符"
        case 429: "操作过于频繁"
        case 503: "服务暂不可用"
        default: "系统出现错误"
        }
    }
}

extension WebAnswer.Header {
    /// The version of what is answered, as `If-Match` wants it back.
    static func version(_ version: Int) -> WebAnswer.Header { .init("ETag", "\"\(version)\"") }
}
