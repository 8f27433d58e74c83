package import Directory
package import EventLog
import Kernel
package import Participation

/// Drafts a correction order about a finding that stands, or about a complaint that was upheld, and signs it as the first
/// of two supervisors.
package struct DraftOrder: Command {
    package static let name = "DraftOrder"
    package let matter: FindingMatter
    /// 0 where it is about a complaint.
    package let finding: Int
    package let complaint: Letter.ID?
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
        complaint = nil
        self.kind = kind
        self.demand = demand
        self.ground = ground
        self.follows = follows
        self.limits = limits
    }

    /// An order about an upheld complaint or report to the agency that has it; the matter names no case, by which the
    /// writer would be known.
    package init(
        complaint: Letter.ID,
        of agency: Agency.ID,
        kind: OrderKind,
        demand: String,
        ground: OrderGround? = nil,
        follows: CorrectionOrder.ID? = nil,
        limits: OrderLimits
    ) {
        matter = .upkeep(agency)
        finding = 0
        self.complaint = complaint
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
        let cause = try cause(in: session)
        try requireGrounds(in: session)
        let place = try SupervisionAuthority.place(of: matter, in: session)
        guard let issuer = try session.load(AgencyEntry.self, authority.agency.text).state.agency else {
            throw SupervisionError.noSuchCase(matter.text)
        }
        let id: CorrectionOrder.ID = session.newIdentifier("D")
        let terms = OrderTerms(
            kind: kind,
            matter: matter,
            finding: finding,
            complaint: complaint,
            caseNumber: place.caseNumber,
            itemName: cause.item ?? place.subject,
            agency: place.agency.text,
            agencyName: place.agencyName,
            division: place.division.text,
            issuer: authority.agency.text,
            issuerName: issuer.profile.name,
            facts: cause.facts,
            article: cause.article,
            demand: text,
            ground: ground,
            follows: follows,
            limits: limits
        )
        try session.append([.drafted(OrderDrafted(terms: terms))], to: id)
        return id
    }

    /// What the order is about.
    private struct Cause {
        var item: String?
        let facts: String
        let article: String
    }

    private func cause(in session: CommandSession) throws -> Cause {
        if let complaint { return try cause(of: complaint, in: session) }
        let found = try session.load(Findings.self, matter.text).state.finding(finding)
        guard found.isStanding else { throw SupervisionError.wrongStatus(finding, found.status.name) }
        let facts = found.breach.facts.map { "\($0.label)：\($0.value)" }
        return Cause(facts: "\(found.breach.message)。" + facts.joined(separator: "；"), article: found.breach.article)
    }

    /// In the words of the agency's own conclusion, masked: the order is read by those who were complained of, and says
    /// nothing of what was written or by whom.
    ///
    /// - Source: 河南省行政执法条例 art. 43 (举报中发现违法或者不当的); 信访工作条例 art. 30 (nothing of the complainant).
    private func cause(of complaint: Letter.ID, in session: CommandSession) throws -> Cause {
        let letter = try session.load(Letter.self, complaint.text).state
        guard let opening = letter.opening, let subject = letter.subject, matter == .upkeep(Agency.ID(subject.agency)),
            let conclusion = letter.conclusion, conclusion.outcome.isUpheld
        else { throw SupervisionError.notUpheld }
        let measures = try letter.publicLetter(hiding: []).measures.map { "处理情况：\($0)" } ?? ""
        return Cause(
            item: subject.item?.name,
            facts: "\(opening.kind.chinese)\(opening.number)经查办，结论为\(conclusion.outcome.chinese)。\(measures)",
            article: "河南省行政执法条例§43"
        )
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
        guard let terms = opinion.terms, terms.kind == .opinion, terms.matter == matter,
            terms.complaint == complaint
        else {
            throw SupervisionError.opinionMissing
        }
        guard opinion.status == .notCorrected else { throw SupervisionError.wrongOrderStatus(opinion.status) }
    }
}
