import Casework
import Directory
import EventLog
import Kernel

/// Who may speak about the findings of a case: its own agency explains, supervisors judge.
enum SupervisionAuthority {
    static func requireAgency(of matter: FindingMatter, in session: CommandSession) throws {
        let place = try place(of: matter, in: session)
        let authority = try authority(place.category, place.division, in: session)
        guard authority.agency == place.agency else { throw SupervisionError.otherAgency(place.agencyName) }
    }

    /// - Source: 山东省行政执法监督条例 §22 (a supervision certificate).
    @discardableResult
    static func requireSupervisor(of matter: FindingMatter, in session: CommandSession) throws -> Authority {
        let place = try place(of: matter, in: session)
        let authority = try authority(place.category, place.division, in: session)
        guard authority.responsibility == .supervision else { throw SupervisionError.notASupervisor }
        return authority
    }

    /// A setting names a division, and who sets it supervises there: one in which the supervisor's agency lies.
    static func requireSupervisor(over scope: RuleScope, in session: CommandSession) throws {
        guard let division = scope.division, let place = Division.Code(division) else {
            throw SupervisionError.otherDivision(scope.division ?? "")
        }
        let category = scope.category.map { EnforcementCategory(nationalCode: $0) } ?? .other
        let authority = try authority(category, place, in: session)
        guard authority.responsibility == .supervision else { throw SupervisionError.notASupervisor }
        let agency = try session.load(AgencyEntry.self, authority.agency.text).state.agency
        guard let home = agency?.profile.division, home.contains(place) else {
            throw SupervisionError.otherDivision(division)
        }
    }

    /// Whose the matter is, and for which acts of which place authority is asked; an agency's staff is of any kind.
    struct MatterPlace {
        /// Empty where the matter is no case.
        let caseNumber: String
        /// The item, or what of the agency it is about.
        let subject: String
        let agency: Agency.ID
        let agencyName: String
        let category: EnforcementCategory
        let division: Division.Code
    }

    static func place(of matter: FindingMatter, in session: CommandSession) throws -> MatterPlace {
        switch matter {
        case .caseFile(let id):
            guard let opening = try session.load(CaseFile.self, id.text).state.opening else {
                throw SupervisionError.noSuchCase(id.text)
            }
            let item = opening.item
            guard let division = Division.Code(item.division) else { throw AuthorityRefusal.noSuchPost }
            let category = EnforcementCategory(nationalCode: item.category)
            return MatterPlace(
                caseNumber: opening.number,
                subject: item.name,
                agency: Agency.ID(item.agency),
                agencyName: item.agencyName,
                category: category,
                division: division
            )
        case .staff(let id), .comparison(let id), .upkeep(let id):
            guard let profile = try session.load(AgencyEntry.self, id.text).state.agency?.profile else {
                throw SupervisionError.noSuchCase(id.text)
            }
            return MatterPlace(
                caseNumber: "",
                subject: matter.subject ?? "",
                agency: id,
                agencyName: profile.name,
                category: .other,
                division: profile.division
            )
        }
    }

    private static func authority(
        _ category: EnforcementCategory,
        _ place: Division.Code,
        in session: CommandSession
    ) throws -> Authority {
        guard session.actor.kind == .officer, let post = session.actor.post else {
            throw AuthorityRefusal.noSuchPost
        }
        return try session.authority(
            of: Officer.ID(session.actor.id),
            at: Post.ID(post),
            for: category,
            in: place
        )
    }
}
