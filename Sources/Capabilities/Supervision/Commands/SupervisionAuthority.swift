import Casework
import Directory
import EventLog
import Kernel

/// Who may speak about the findings of a case: its own agency explains, supervisors judge.
enum SupervisionAuthority {
    static func requireAgency(of caseFile: CaseFile.ID, in session: CommandSession) throws {
        let item = try item(of: caseFile, in: session)
        let authority = try authority(item, in: session)
        guard authority.agency.text == item.agency else { throw SupervisionError.otherAgency(item.agencyName) }
    }

    /// - Source: 山东省行政执法监督条例 §22 (a supervision certificate).
    @discardableResult
    static func requireSupervisor(of caseFile: CaseFile.ID, in session: CommandSession) throws -> Authority {
        let authority = try authority(item(of: caseFile, in: session), in: session)
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

    private static func item(of caseFile: CaseFile.ID, in session: CommandSession) throws -> ItemPin {
        guard let opening = try session.load(CaseFile.self, caseFile.text).state.opening else {
            throw SupervisionError.noSuchCase(caseFile.text)
        }
        return opening.item
    }

    private static func authority(_ item: ItemPin, in session: CommandSession) throws -> Authority {
        guard let place = Division.Code(item.division) else { throw AuthorityRefusal.noSuchPost }
        return try authority(EnforcementCategory(nationalCode: item.category), place, in: session)
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
