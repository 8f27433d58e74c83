import Casework
import Directory
package import EventLog
import Kernel

/// Signs a drafted order as the second supervisor; it takes its number and is sent.
///
/// - Source: 山东省行政执法监督条例 §22 (two supervisors at least, with certificates).
package struct CosignOrder: Command {
    package static let name = "CosignOrder"
    package let order: CorrectionOrder.ID

    package init(order: CorrectionOrder.ID) {
        self.order = order
    }

    package func run(in session: CommandSession) throws -> CorrectionOrder.Status {
        let state = try session.order(order)
        let terms = try state.require(.draft)
        let authority = try SupervisionAuthority.requireSupervisor(of: terms.matter, in: session)
        guard authority.officer.text != state.drafter else { throw SupervisionError.sameSupervisor }
        guard authority.agency.text == terms.issuer else { throw SupervisionError.otherAgency(terms.issuerName) }
        let year = session.today.year
        let serial = try NumberSeries.next(
            "order:\(terms.issuer):\(terms.kind.rawValue):\(year)",
            for: "\(CorrectionOrder.category)/\(order.text)",
            in: session
        )
        let issuer = try session.load(AgencyEntry.self, terms.issuer).state.agency
        let number = "\(issuer?.profile.shortName ?? "")\(terms.kind.seriesWord)〔\(year)〕\(serial)号"
        let version = try session.version(of: terms.matter)
        return try session.append([.issued(OrderIssued(number: number, caseVersion: version))], to: order)
    }
}
