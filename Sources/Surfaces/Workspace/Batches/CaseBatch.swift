import Access
import CanonicalJSON
import Casework
import Cryptography
import Kernel
import WebServer

/// One act done to many cases: what was asked once for all of them, and what became of each.
///
/// What was done stands in the cases; this is the list that an officer watches, kept as long as drafts are.
struct CaseBatch: Codable, Hashable, Sendable {
    struct Row: Codable, Hashable, Sendable {
        let number: String
        /// The version of the case that was ticked.
        let seen: Int
        let step: String
        var outcome: Outcome?

        init(number: String, seen: Int, step: String, outcome: Outcome? = nil) {
            self.number = number
            self.seen = seen
            self.step = step
            self.outcome = outcome
        }
    }

    enum Outcome: Codable, Hashable, Sendable {
        case done
        /// A colleague acted meanwhile; the case was left as it is.
        case overtaken(String)
        case refused(String)
    }

    let id: String
    /// The key of the form; each case has its own beneath it.
    let key: String
    let act: String
    let label: String
    /// Names and values as the form sent them.
    let values: [FieldRecord.Value]
    let startedAt: Instant
    var rows: [Row]

    var isFinished: Bool { rows.allSatisfy { $0.outcome != nil } }

    var handled: Int { rows.count { $0.outcome != nil } }

    var done: [Row] { rows.filter { $0.outcome == .done } }

    var fields: ActFields? {
        BatchAct(act).map { ActFields($0.prefix, FormValues(values)) }
    }

    /// The key under which the act is submitted for one case, however often the form is sent.
    func key(of row: Row) -> String { "\(key)/\(row.number)" }
}

extension Workspace {
    /// Names the draft that holds a batch; nobody but its officer can find it.
    private func batchDraft(_ id: String, _ principal: Principal) -> String {
        KeyedHash.of(Array("case batch \(principal.account.text) \(id)".utf8), key: queryKey).hex
    }

    /// Names the batch that a form begins, so that the same form sent again leads to the same one.
    func batchID(of key: String, _ principal: Principal) -> String {
        String(KeyedHash.of(Array("batch form \(principal.account.text) \(key)".utf8), key: queryKey).hex.prefix(24))
    }

    func batch(_ id: String, of principal: Principal) async throws -> CaseBatch? {
        guard let text = try await drafts.draft(batchDraft(id, principal))?.answers["batch"] else { return nil }
        return try CanonicalDecoder().decode(CaseBatch.self, from: Array(text.utf8))
    }

    func keep(_ batch: CaseBatch, of principal: Principal) async throws {
        let text = String(decoding: try CanonicalEncoder().encode(batch), as: UTF8.self)
        try await drafts.save(
            SubmissionDraft(id: batchDraft(batch.id, principal), item: "batch", answers: ["batch": text])
        )
    }
}
