package import Access
package import Directory
import EventLog
import HTML
import Kernel
package import WebServer

/// Whose findings somebody sees: those of one agency, or of all agencies of a division and the divisions in it.
package enum DeskScope: Hashable, Sendable {
    case agency(Agency.ID)
    case division(Division.Code)

    /// The scope in which `principal` may do the first of `actions` that reaches at least an agency.
    ///
    /// - Parameters:
    ///   - principal: who asks.
    ///   - actions: what is to be done, the wished one first.
    /// - Throws: `WebRefusal.forbidden` if there is none.
    package init(_ principal: Principal?, for actions: [Action]) throws(WebRefusal) {
        guard let principal else { throw .forbidden }
        for action in actions {
            guard let reach = principal.reach(of: action), reach >= .agency else { continue }
            if reach >= .division, let division = principal.division {
                self = .division(division)
                return
            }
            if let agency = principal.agency {
                self = .agency(agency)
                return
            }
        }
        throw .forbidden
    }

    /// The scope itself, or what of it lies in a division in it.
    ///
    /// - Throws: `WebRefusal.notFound` for a division outside.
    func narrowed(to division: Division.Code?) throws(WebRefusal) -> DeskScope {
        guard let division else { return self }
        guard case .division(let home) = self, home.contains(division) else { throw .notFound }
        return .division(division)
    }

    /// Under which name the wall's news of this scope is handed on.
    package var topic: String {
        switch self {
        case .agency(let id): "supervision/agency/\(id)"
        case .division(let code): "supervision/division/\(code)"
        }
    }
}

extension EventReading {
    /// Returns the agencies of `scope`, by division and code.
    func agencies(in scope: DeskScope, on today: Day) throws -> [DeskAgency] {
        switch scope {
        case .agency(let id): try reader.agency(id, in: realm).map { [DeskAgency($0)] } ?? []
        case .division(let code): try reader.agencies(of: code, in: realm, on: today).map(DeskAgency.init)
        }
    }
}

extension EventReading {
    /// The name of a division a list is narrowed to; empty without one.
    func name(of division: Division.Code?, on today: Day) throws -> String {
        guard let division else { return "" }
        return try reader.divisionTree(in: realm).division(division, on: today)?.name ?? division.digits
    }

    /// The division of a supervisor and those in it, to choose from.
    func choices(from home: Division.Code?, on today: Day) throws -> [Choice] {
        guard let home else { return [] }
        let tree = try reader.divisionTree(in: realm)
        let own = tree.division(home, on: today).map { [$0] } ?? []
        return (own + tree.divisions(below: home, on: today)).map {
            Choice($0.code.digits, "\($0.name)（\($0.code.digits)）")
        }
    }
}

/// An agency as the desk names it.
struct DeskAgency: Hashable, Sendable {
    let id: String
    let name: String
    /// Where it lies, as far as it is known.
    let division: Division.Code?

    init(id: String, name: String, division: Division.Code? = nil) {
        self.id = id
        self.name = name
        self.division = division
    }

    init(_ row: AgencyRow) {
        self.init(id: row.id.text, name: row.profile.name, division: row.profile.division)
    }
}
