import Access
import Cryptography
import Decisions
import HTML
import Kernel
import WebServer

/// Checking a paper document: what its code leads to says whether it was issued, by whom and when.
struct CheckRoutes: Sendable {
    let parts: HallParts

    var routes: [HallRoute] {
        [
            HallRoute(
                .get,
                HallPath.Pattern.check,
                name: "hall.check",
                access: .everyone,
                rateLimit: RateLimit(30, per: .seconds(60))
            ) { request, _ in
                try await check(request.parameters["number"] ?? "", request.parameters["check"] ?? "")
            },
            HallRoute(
                .get,
                HallPath.Pattern.checkAuthority,
                name: "hall.checkAuthority",
                access: .everyone,
                rateLimit: RateLimit(30, per: .seconds(60))
            ) { _, _ in
                guard let text = try parts.authority?.rootText() else { throw WebRefusal.notFound }
                let bytes = Array(text.utf8)
                return .file(named: "authority.pem", type: "application/x-pem-file", bytes: bytes)
            },
        ]
    }

    private func check(_ number: String, _ code: String) async throws -> WebAnswer {
        let found = try await parts.read { [key = parts.queryKey] reading in
            try reading.checkedDocument(caseNumber: number, code: code, under: key)
        }
        guard let found else { return .page(MissingPage.document(site: parts.site), status: 404) }
        return .page(CheckPage(site: parts.site, document: found, isSigned: parts.authority != nil))
    }
}

extension MissingPage {
    static func document(site: HallSite) -> MissingPage {
        MissingPage(
            site: site,
            heading: "没有找到这份文书",
            explanation: "核验码与本系统签发的文书不符：可能输入有误，也可能文书不是本系统签发的。请向文书所载机关核实。",
            ways: [MissingPage.Way(label: "返回首页", address: HallPath.home)]
        )
    }
}
