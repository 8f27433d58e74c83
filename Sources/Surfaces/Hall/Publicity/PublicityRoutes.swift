import Access
import Catalog
import Directory
import Documents
import EventLog
import HTML
import Kernel
import Participation
import Publicity
import WebServer

/// The sections of agencies and governments, and the catalogs of legal bases.
///
/// - Source: 聊政办发〔2017〕74号 part 1 (行政执法公示专栏); 国办发〔2018〕118号 part 2.
struct PublicityRoutes: Sendable {
    let parts: HallParts
    /// Sets notices; its own, so that none keeps official documents waiting.
    private let renderer = DocumentRenderer()

    init(parts: HallParts) {
        self.parts = parts
    }

    private static let paperLimit = RateLimit(20, per: .seconds(60))
    private static let noticeDays = 30
    private static let ratingsShown = 20

    var routes: [HallRoute] {
        [
            HallRoute(.get, HallPath.Pattern.publicity, name: "hall.publicity", access: .everyone) { _, _ in
                .page(try await overview())
            },
            HallRoute(.get, HallPath.Pattern.agencyPublicity, name: "hall.agencyPublicity", access: .everyone) {
                request,
                _ in
                let section = try await AgencyPublicity.read(request.parameters["agency"] ?? "", from: parts)
                return .page(AgencyPublicityPage(site: parts.site, section: section))
            },
            HallRoute(.get, HallPath.Pattern.divisionPublicity, name: "hall.divisionPublicity", access: .everyone) {
                request,
                _ in
                guard let code = Division.Code(request.parameters["division"] ?? "") else { throw WebRefusal.notFound }
                let section = try await DivisionPublicity.read(code, from: parts)
                return .page(DivisionPublicityPage(site: parts.site, section: section))
            },
            HallRoute(
                .get,
                HallPath.Pattern.notice,
                name: "hall.notice",
                access: .everyone,
                rateLimit: PublicityRoutes.paperLimit
            ) {
                request,
                _ in try await notice(request.parameters["agency"] ?? "")
            },
            HallRoute(.get, HallPath.Pattern.agencyFeedback, name: "hall.agencyFeedback", access: .everyone) {
                request,
                _ in .page(try await feedback(request.parameters["agency"] ?? ""))
            },
            HallRoute(.get, HallPath.Pattern.agencyBases, name: "hall.agencyBases", access: .everyone) { request, _ in
                let section = try await AgencyPublicity.read(request.parameters["agency"] ?? "", from: parts)
                return try bases(section, as: request.parameters["file"] ?? "")
            },
        ]
    }

    private func overview() async throws -> PublicityPage {
        let today = parts.today
        let governments = try await parts.read { reading in
            let tree = try reading.reader.divisionTree(in: reading.realm)
            let agencies = try reading.reader.agencies(in: reading.realm, on: today)
            return Dictionary(grouping: agencies, by: \.profile.division).sorted { $0.key < $1.key }
                .compactMap { code, agencies in
                    tree.division(code, on: today).map { division in
                        PublicityPage.Government(
                            division: division,
                            agencies: agencies.map { ($0.id.text, $0.profile.name) }
                        )
                    }
                }
        }
        return PublicityPage(site: parts.site, governments: governments)
    }

    private func feedback(_ id: String) async throws -> AgencyFeedbackPage {
        let (today, site) = (parts.today, parts.site)
        return try await parts.read { reading in
            let agency = try reading.reader.agency(Agency.ID(id), in: reading.realm)
            guard let agency, agency.closedOn.map({ today < $0 }) ?? true else { throw WebRefusal.notFound }
            return AgencyFeedbackPage(
                site: site,
                agency: (id, agency.profile.name),
                outcomes: try OutcomeSection(agency: id, in: PublicLetters(reading)),
                ratings: RatingSection(try reading.ratings(ofAgency: id, limit: PublicityRoutes.ratingsShown))
            )
        }
    }

    private func notice(_ id: String) async throws -> WebAnswer {
        let (today, policy, site) = (parts.today, parts.policy, parts.site)
        let notice = try await parts.read { reading in
            let agency = try reading.reader.agency(Agency.ID(id), in: reading.realm)
            guard let agency, agency.closedOn.map({ today < $0 }) ?? true else { throw WebRefusal.notFound }
            let filter = PublicRecord.Filter(agency: id, from: today + -PublicityRoutes.noticeDays)
            let found = try PublicRecord(reading, policy, on: today).list(filter, limit: ResultNotice.most + 1)
            return ResultNotice(
                agency: agency.profile.name,
                decisions: found.prefix(ResultNotice.most).map(\.decision),
                days: PublicityRoutes.noticeDays,
                isCut: found.count > ResultNotice.most,
                address: site.publicAddress.map { $0 + HallPath.decisions(of: id) },
                today: today,
                isDemonstration: site.identity.banner != nil
            )
        }
        var answer = WebAnswer.file(
            named: "\(notice.agency)行政执法结果公告.pdf",
            type: "application/pdf",
            bytes: try await renderer.render(notice.document),
            isShown: true
        )
        answer.caching = .everybody(seconds: 300)
        return answer
    }

    private func bases(_ section: AgencyPublicity, as file: String) throws -> WebAnswer {
        guard file != "bases" else {
            return .page(BasisCatalogPage(site: parts.site, section: section))
        }
        let words = file.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard words.count == 2, words[0] == "bases", let format = DataFormat(rawValue: words[1]) else {
            throw WebRefusal.notFound
        }
        var writer = format.writer(sheet: "执法依据目录", columns: BasisCatalog.columns)
        for row in section.bases.rows { try writer.append(row) }
        return .file(
            named: "\(section.agency.profile.name)执法依据目录.\(format.rawValue)",
            type: format.type,
            bytes: writer.finish()
        )
    }
}
