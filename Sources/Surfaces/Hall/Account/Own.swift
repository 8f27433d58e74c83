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

    static func read(_ principal: Principal, from parts: HallParts) async throws -> Own {
        let person = try await parts.read { reading -> NaturalPerson? in
            guard let party = principal.party,
                case .person(let person)? = try reading.party(Party.ID(party))?.identity
            else { return nil }
            return person
        }
        let mobile = try await parts.accounts.mobile(of: principal.account) ?? ""
        return Own(principal: principal, mobile: mobile, person: person)
    }

    /// As the account's pages show it.
    var maskedMobile: String { Masking.mobile(mobile) }
}
