import Access
import Directory
import EventLog
import HTML
import Kernel
import Publicity
import WebServer

/// Published decisions, seen only through the record that masks them.
struct DecisionRoutes: Sendable {
    let parts: HallParts

    private static let pageSize = 20
    /// A search is some work; who reads what was found asks more seldom.
    private static let rateLimit = RateLimit(60, per: .seconds(60))

    var routes: [HallRoute] {
        [
            HallRoute(.get, HallPath.Pattern.decisions, name: "hall.decisions", access: .everyone) { request, _ in
                // What is searched for is asked where searches are counted.
                let query = DecisionQuery(request.query)
                guard !query.isNarrowed else { return .redirect(to: query.address(after: query.cursor)) }
                return .page(try await list(request))
            },
            HallRoute(
                .get,
                HallPath.Pattern.findDecisions,
                name: "hall.decisions.find",
                access: .everyone,
                rateLimit: DecisionRoutes.rateLimit
            ) { request, _ in .page(try await list(request)) },
            HallRoute(.get, HallPath.Pattern.decision, name: "hall.decision", access: .everyone) { request, _ in
                try await decision(request.parameters["number"] ?? "")
            },
        ]
    }

    /// The latest ones, for the start page.
    static func latest(_ count: Int, from parts: HallParts) async throws -> [DecisionLink] {
        try await parts.read { [policy = parts.policy, today = parts.today] reading in
            try PublicRecord(reading, policy, on: today).list(limit: count)
        }.map { entry in
            DecisionLink(
                title: "\(entry.decision.documentNumber)　\(entry.decision.itemName)",
                agency: entry.decision.agencyName,
                publishedOn: entry.publishedOn.description,
                address: HallPath.decision(entry.decision.documentNumber)
            )
        }
    }

    private func list(_ request: WebRequest) async throws -> DecisionListPage {
        let query = DecisionQuery(request.query)
        let (found, agency) = try await parts.read { [policy = parts.policy, today = parts.today] reading in
            let record = PublicRecord(reading, policy, on: today)
            let found = try record.list(query.filter, after: query.cursor, limit: DecisionRoutes.pageSize + 1)
            return (
                found,
                try query.agency.flatMap { try reading.reader.agency(Agency.ID($0), in: reading.realm)?.profile.name }
            )
        }
        let shown = found.prefix(DecisionRoutes.pageSize)
        return DecisionListPage(
            site: parts.site,
            query: query,
            agency: agency,
            rows: shown.map { DecisionRow($0.decision) },
            next: found.count > shown.count ? shown.last.map { query.address(after: $0.cursor) } : nil,
            messages: request.messages
        )
    }

    private func decision(_ number: String) async throws -> WebAnswer {
        let (answer, chain) = try await parts.read { [policy = parts.policy, today = parts.today] reading in
            let record = PublicRecord(reading, policy, on: today)
            guard let answer = try record.decision(number) else { return (PublicRecord.Answer?.none, [PermitLink]()) }
            guard case .published(let entry) = answer else { return (answer, []) }
            return (answer, try record.chain(of: entry.caseFile))
        }
        switch answer {
        case .published(let entry): return .page(DecisionPage(entry, chain, site: parts.site, today: parts.today))
        case .withdrawn(let number, let day, let ground, let reason, let overturning):
            return .page(
                DecisionPage(site: parts.site, number, withdrawn: day, ground, reason, overturning),
                status: 410
            )
        case .ended(let number, let day, let reason):
            return .page(DecisionPage(site: parts.site, number, ended: day, reason), status: 410)
        case nil:
            return .page(MissingPage.decision(site: parts.site), status: 404)
        }
    }
}

extension DecisionRow {
    init(_ decision: PublicDecision) {
        number = decision.documentNumber
        item = decision.itemName
        party = decision.party.name
        outcome = decision.documentName
        agency = decision.agencyName
        decidedOn = decision.decidedOn.description
        address = HallPath.decision(decision.documentNumber)
    }
}

extension MissingPage {
    static func decision(site: HallSite) -> MissingPage {
        MissingPage(
            site: site,
            heading: "没有找到这份决定",
            explanation: "没有公开过这个文号的决定：地址可能有误，或尚未公开。",
            ways: [Way(label: "全部结果公示", address: HallPath.decisions)]
        )
    }
}
