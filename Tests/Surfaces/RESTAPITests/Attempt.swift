import TestSupport
import CanonicalJSON
import Kernel
import Testing

/// One unlawful or malformed try, and the refusal that must meet it.
struct Attempt: Sendable {
    let name: String
    let path: String
    let token: String?
    let headers: [String]
    let body: [UInt8]
    let status: Int
    let code: String
    /// The beginning of the article behind the refusal; empty where order, and no law, is behind it.
    let article: String
}

extension Attempt {
    /// A well-formed act by an officer, refused for what it does.
    static func act(
        _ name: String,
        _ path: String,
        _ body: JSONValue,
        as token: String?,
        seen: Int? = nil,
        _ status: Int,
        _ code: String,
        _ article: String = ""
    ) -> Attempt {
        let seen = seen.map { ["If-Match: \"\($0)\""] } ?? []
        return Attempt(
            name: name,
            path: path,
            token: token,
            headers: ["Content-Type: application/json", "Idempotency-Key: \(SystemRandomness().code(20))"] + seen,
            body: body.canonicalBytes,
            status: status,
            code: code,
            article: article
        )
    }
}

extension APIClient {
    /// Tries it: it is refused as it must be, and the log stands where it stood.
    func tryOut(_ attempt: Attempt, _ api: TestAPI) async throws {
        let before = try await api.position()
        let answer = try await send(
            "POST",
            attempt.path,
            token: attempt.token,
            headers: attempt.headers,
            body: attempt.body
        )
        #expect(answer.status == attempt.status, "\(attempt.name): \(answer.status) \(answer.raw.body)")
        #expect(
            answer.code == attempt.code || attempt.code.hasSuffix(".") && answer.code.hasPrefix(attempt.code),
            "\(attempt.name): \(answer.code)"
        )
        #expect(answer.article.hasPrefix(attempt.article), "\(attempt.name): \(answer.article)")
        if !attempt.article.isEmpty { #expect(!answer.article.isEmpty, "\(attempt.name) names no article") }
        #expect(try await api.position() == before, "\(attempt.name) left something in the log")
    }
}
