import Access
import Casework
import EventLog
import Kernel

/// What somebody wrote to an agency, as the writer may see it: found by number and query code, or in the own account.
protocol Correspondence: Sendable {
    associatedtype Row: Sendable

    /// What it is among an account's own.
    static var belonging: Belonging.Kind { get }

    static func row(number: String, in reading: EventReading) throws -> Row?
    /// The row whose number and query code digest are given; both must fit.
    static func row(number: String, queryDigest: String, in reading: EventReading) throws -> Row?
    static func key(of row: Row) -> String

    /// `nil` where nothing was written under the row's number.
    init?(_ row: Row, by way: FollowedWay, _ reading: EventReading) throws

    var key: String { get }
    var number: String { get }
    var way: FollowedWay { get }

    /// Where it is followed: by its query code, and from the own account.
    static func address(_ number: String, _ code: QueryCode) -> String
    static func ownAddress(_ number: String) -> String
}

extension Correspondence {
    var address: String {
        switch way {
        case .code(let code), .respondent(let code): Self.address(number, code)
        case .account, .agent: Self.ownAddress(number)
        }
    }

    /// Reads what was written; nil unless number and code belong together.
    static func read(number: String, code: QueryCode, from parts: HallParts) async throws -> Self? {
        let digest = code.digest(under: parts.queryKey)
        return try await parts.read { reading in
            try row(number: number, queryDigest: digest, in: reading).flatMap { row in
                try Self(row, by: .code(code), reading)
            }
        }
    }

    /// Reads what is the account's own; nil unless it is.
    static func read(number: String, of own: Own, from parts: HallParts) async throws -> Self? {
        guard let row = try await parts.read({ try row(number: number, in: $0) }),
            try await parts.accounts.owns(Belonging(belonging, key(of: row)), own.principal)
        else { return nil }
        return try await parts.read { try Self(row, by: .account, $0) }
    }
}

/// Who writes is not known to the log beyond what was written itself.
enum Writer {
    static let actor = Actor(kind: .visitor, id: "hall")
}
