import Access
import EventLog
import Kernel
import Parties
import WebServer

/// What is known of who is signed in: the number, and the name once it was given.
struct Own: Sendable {
    let principal: Principal
    let mobile: String
    /// `nil` until the real name is given.
    let person: NaturalPerson?
    /// What one asked to act for, newest first.
    let mandates: [MandateRow]

    static func read(_ principal: Principal, from parts: HallParts) async throws -> Own {
        let (person, mandates) = try await parts.read { reading -> (NaturalPerson?, [MandateRow]) in
            guard let party = principal.party.map({ Party.ID($0) }) else { return (nil, []) }
            let mandates = try reading.mandates(ofAgent: party)
            guard case .person(let person)? = try reading.party(party)?.identity else { return (nil, mandates) }
            return (person, mandates)
        }
        let mobile = try await parts.accounts.mobile(of: principal.account) ?? ""
        return Own(principal: principal, mobile: mobile, person: person, mandates: mandates)
    }

    /// Returns one's own mandate, if one may act under it on a day.
    func mandate(_ id: String, on day: Day) -> MandateRow? {
        mandates.first { $0.id.text == id && $0.isInForce(on: day) }
    }

    /// As the account's pages show it.
    var maskedMobile: String { Masking.mobile(mobile) }
}
