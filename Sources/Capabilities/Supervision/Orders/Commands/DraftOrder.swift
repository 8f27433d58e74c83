import Directory
package import EventLog
import Kernel

/// Drafts a correction order about a finding that stands, and signs it as the first of two supervisors.
package struct DraftOrder: Command {
    package static let name = "DraftOrder"
    package let matter: FindingMatter
    package let finding: Int
    package let kind: OrderKind
    package let demand: String
    package let ground: OrderGround?
    package let follows: CorrectionOrder.ID?
    package let limits: OrderLimits

    package init(
        matter: FindingMatter,
        finding: Int,
        kind: OrderKind,
        demand: String,
        ground: OrderGround? = nil,
        follows: CorrectionOrder.ID? = nil,
        limits: OrderLimits
    ) {
        self.matter = matter
        self.finding = finding
        self.kind = kind
        self.demand = demand
        self.ground = ground
        self.follows = follows
        self.limits = limits
    }

    /// Answers the order's identifier.
    package func run(in session: CommandSession) throws -> CorrectionOrder.ID {
        let authority = try SupervisionAuthority.requireSupervisor(of: matter, in: session)
        let text = try SupervisionText.require(demand, "整改要求")
        let found = try session.load(Findings.self, matter.text).state.finding(finding)
        guard found.isStanding else { throw SupervisionError.wrongStatus(finding, found.status.name) }
        try requireGrounds(in: session)
        let place = try SupervisionAuthority.place(of: matter, in: session)
        guard let issuer = try session.load(AgencyEntry.self, authority.agency.text).state.agency else {
            throw SupervisionError.noSuchCase(matter.text)
        }
        let facts = found.breach.facts.map { "\($0.label)：\($0.value)" }
        let id: CorrectionOrder.ID = session.newIdentifier("D")
        let terms = OrderTerms(
            kind: kind,
            matter: matter,
            finding: finding,
            caseNumber: place.caseNumber,
            itemName: place.subject,
            agency: place.agency.text,
            agencyName: place.agencyName,
            division: place.division.text,
            issuer: authority.agency.text,
            issuerName: issuer.profile.name,
            facts: "\(found.breach.message)。" + facts.joined(separator: "；"),
            article: found.breach.article,
            demand: text,
            ground: ground,
            follows: follows,
            limits: limits
        )
        try session.append([.drafted(OrderDrafted(terms: terms))], to: id)
        return id
    }

    /// A decision has a ground and follows an opinion of the same matter that was not obeyed; nothing else has either.
    ///
    /// - Source: 山东省行政执法监督条例 §29.
    private func requireGrounds(in session: CommandSession) throws {
        guard kind == .decision else {
            guard ground == nil, follows == nil else { throw SupervisionError.groundOnlyInDecision }
            return
        }
        guard ground != nil else { throw SupervisionError.groundMissing }
        guard let follows else { throw SupervisionError.opinionMissing }
        let opinion = try session.order(follows)
        guard let terms = opinion.terms, terms.kind == .opinion, terms.matter == matter else {
            throw SupervisionError.opinionMissing
        }
        guard opinion.status == .notCorrected else { throw SupervisionError.wrongOrderStatus(opinion.status) }
    }
}
