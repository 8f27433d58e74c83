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
            HallRoute(.get, HallPath.Pattern.checkForm, name: "hall.check.form", access: .everyone) { request, _ in
                .page(form(request, errors: []))
            },
            HallRoute(
                .post,
                HallPath.Pattern.checkForm,
                name: "hall.check.find",
                access: .everyone,
                rateLimit: FollowRoutes.rateLimit
            ) { request, _ in try await find(request) },
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

    private func form(_ request: WebRequest, number: String = "", errors: [FieldError]) -> CheckFormPage {
        CheckFormPage(site: parts.site, number: number, errors: errors, token: request.forgeryField)
    }

    private func find(_ request: WebRequest) async throws -> WebAnswer {
        let typed = request.form.values
        let (number, code) = ((typed["number"] ?? "").trimmedEnds, (typed["code"] ?? "").trimmedEnds)
        let empty = [("number", "办件编号", number), ("code", "核验码", code)].filter(\.2.isEmpty)
        guard empty.isEmpty else {
            let errors = empty.map { FieldError(field: $0.0, message: "\($0.1)应填写，实为空。") }
            return .page(form(request, number: String(number.prefix(40)), errors: errors), status: 422)
        }
        guard try await found(number, code) != nil else {
            let fault = FieldError(field: "number", message: "没有找到这份文书：应为文书二维码旁的编号和核验码，可能输入有误，也可能文书不是本系统签发的。")
            return .page(form(request, number: String(number.prefix(40)), errors: [fault]), status: 404)
        }
        return .redirect(to: HallPath.check(number, code))
    }

    private func found(_ number: String, _ code: String) async throws -> CheckedDocument? {
        try await parts.read { [key = parts.queryKey, today = parts.today] reading in
            try reading.checkedDocument(caseNumber: number, code: code, under: key, on: today)
        }
    }

    private func check(_ number: String, _ code: String) async throws -> WebAnswer {
        guard let found = try await found(number, code) else {
            return .page(MissingPage.document(site: parts.site), status: 404)
        }
        return .page(CheckPage(site: parts.site, document: found, isSigned: parts.authority != nil))
    }
}

extension MissingPage {
    static func document(site: HallSite) -> MissingPage {
        MissingPage(
            site: site,
            heading: "没有找到这份文书",
            explanation: "核验码与本系统签发的文书不符：可能输入有误，也可能文书不是本系统签发的。请向文书所载机关核实。",
            ways: [
                MissingPage.Way(label: "重新输入", address: HallPath.checkForm),
                MissingPage.Way(label: "返回首页", address: HallPath.home),
            ]
        )
    }
}
