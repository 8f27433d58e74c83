import Access
import Processes
import WebServer

/// One thing that programs can do or ask: where, with what, under which authority, and what comes back.
struct Endpoint: Sendable {
    enum Answer: Hashable, Sendable {
        case json(ObjectShape)
        case file(type: String)
    }

    /// Something that can be asked for in the address.
    struct Parameter: Hashable, Sendable {
        let name: String
        let title: String
        let shape: Shape
    }

    /// Which version the caller must have seen.
    enum Seen: Hashable, Sendable {
        /// The act adds and overwrites nothing.
        case nothing
        case caseFile
        case publication
    }

    let method: WebMethod
    /// Below `/api/v1`.
    let path: String
    /// The command's or query's name.
    let name: String
    let title: String
    let sources: [LegalSource]
    let scope: TokenScope
    /// At least one of these must be among the officer's.
    let permissions: [Action]
    let seen: Seen
    let body: ObjectShape?
    let bodyLimit: Int
    let query: [Parameter]
    let status: Int
    let answer: Answer
    /// How many calls it counts as against the limit of calls.
    let weight: @Sendable (Call) -> Int
    let run: @Sendable (Call) async throws -> WebAnswer

    static let plainBody = 1 << 20
    /// Files come in base64, which makes three bytes four.
    static let bodyWithFiles = 28 << 20

    /// A question.
    static func question(
        _ path: String,
        _ name: String,
        _ title: String,
        _ permissions: [Action] = [.readCase],
        query: [Parameter] = [],
        answer: Answer,
        run: @escaping @Sendable (Call) async throws -> WebAnswer
    ) -> Endpoint {
        Endpoint(
            method: .get,
            path: path,
            name: name,
            title: title,
            sources: [],
            scope: .read,
            permissions: permissions,
            seen: .nothing,
            body: nil,
            bodyLimit: 0,
            query: query,
            status: 200,
            answer: answer,
            weight: { _ in 1 },
            run: run
        )
    }

    /// An act.
    static func act(
        _ path: String,
        _ name: String,
        _ title: String,
        _ permissions: [Action],
        _ sources: [LegalSource],
        seen: Seen = .caseFile,
        body: [Field],
        bodyLimit: Int = Endpoint.plainBody,
        status: Int = 200,
        answer: ObjectShape,
        weight: @escaping @Sendable (Call) -> Int = { _ in 1 },
        run: @escaping @Sendable (Call) async throws -> WebAnswer
    ) -> Endpoint {
        Endpoint(
            method: .post,
            path: path,
            name: name,
            title: title,
            sources: sources,
            scope: .act,
            permissions: permissions,
            seen: seen,
            body: ObjectShape(name, body),
            bodyLimit: bodyLimit,
            query: [],
            status: status,
            answer: .json(answer),
            weight: weight,
            run: run
        )
    }
}
