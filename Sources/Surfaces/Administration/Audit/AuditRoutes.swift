import Access
import Database
import HTML
import Kernel
import WebServer

/// The audit, for its administrator alone: searched, checked, taken out.
struct AuditRoutes {
    let parts: AdministrationParts

    private static let page = 100
    private static let exported = 50_000

    var routes: [AdministrationRoute] {
        [
            AdministrationRoute(
                .get,
                "/administration/audit",
                name: "adminAudit",
                access: AdministrationAccess.auditing,
                handler: show
            ),
            AdministrationRoute(
                .get,
                "/administration/audit/export",
                name: "adminExportAudit",
                access: AdministrationAccess.auditing,
                handler: export
            ),
            AdministrationRoute(
                .post,
                "/administration/audit/check",
                name: "adminCheckAudit",
                access: AdministrationAccess.auditing,
                handler: check
            ),
        ]
    }

    private func show(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let principal = try principal.required(AdministrationAccess.auditing)
        let query = AuditQuery(request.query)
        let now = query.before ?? SystemClock().now + .seconds(1)
        let entries = try await parts.access.audit(query.search, before: now, limit: AuditRoutes.page + 1)
        let names = try await names()
        return .page(
            AuditPage(
                visit: Visit(parts, request, principal),
                query: query,
                entries: Array(entries.prefix(AuditRoutes.page)),
                hasMore: entries.count > AuditRoutes.page,
                names: names
            )
        )
    }

    private func export(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let principal = try principal.required(AdministrationAccess.auditing)
        let query = AuditQuery(request.query)
        guard let wish = ExportWish(request.query) else {
            return .redirect(to: query.address(AdministrationPath.audit), flash: .purposeMissing)
        }
        let now = SystemClock().now + .seconds(1)
        let entries = try await parts.access.audit(query.search, before: now, limit: AuditRoutes.exported)
        try await parts.access.record(
            .exported,
            by: principal,
            on: "audit",
            from: request.peer,
            remark: "\(entries.count) entries, \(wish.format.rawValue): \(wish.purpose)"
        )
        let file = ExportFile(
            title: "安全审计",
            columns: ["时间", "事项", "操作账号", "对象", "来源地址", "说明", "编号"],
            rows: entries.map { entry in
                [
                    entry.recordedAt.description, entry.kind.chinese, entry.actor, entry.subject, entry.address,
                    entry.remark, entry.id,
                ]
            },
            watermark: wish.watermark(principal, SystemClock().now)
        )
        return file.answer(wish.format)
    }

    private func check(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        _ = try principal.required(AdministrationAccess.auditing)
        let marks = try parts.auditMarks()
        let found = try await parts.access.checkAudit(against: marks)
        let flash =
            switch found.broken {
            case nil: FlashMessage("审计记录完整：已核验\(found.checked)条，与数据库之外保存的\(marks.count)个检查点一致。")
            case .altered(let ordinal): FlashMessage("第\(ordinal)条审计记录已被改动。", tone: .bad)
            case .missing(let ordinal): FlashMessage("第\(ordinal)条审计记录缺失。", tone: .bad)
            case .rewritten(let ordinal):
                FlashMessage("前\(ordinal)条审计记录与数据库之外保存的检查点不一致，已被重写。", tone: .bad)
            }
        return .redirect(to: AdministrationPath.audit, flash: flash)
    }

    private func names() async throws -> [String: String] {
        try await parts.access.staffAccounts(of: parts.realm).reduce(into: [:]) { names, record in
            names[record.account.id.text] = record.account.signInName.text
        }
    }
}

/// What the audit's address asks for.
struct AuditQuery: Sendable {
    let search: AuditSearch
    let before: Instant?

    init(_ values: FormValues) {
        search = AuditSearch(
            kind: AuditEntry.Kind(rawValue: values["kind"] ?? ""),
            actor: values["actor"] ?? "",
            subject: values["subject"] ?? "",
            from: Day(values["from"] ?? ""),
            to: Day(values["to"] ?? "")
        )
        before = values["before"].flatMap { Int64($0) }.map { Instant(milliseconds: $0) }
    }

    /// What it asks for, but where the page begins.
    var fields: [(String, String)] {
        [
            ("kind", search.kind?.rawValue ?? ""), ("actor", search.actor), ("subject", search.subject),
            ("from", search.from.map { "\($0)" } ?? ""), ("to", search.to.map { "\($0)" } ?? ""),
        ].filter { !$0.1.isEmpty }
    }

    /// The address that asks the same, of the page that begins before a moment.
    func address(_ path: String, before moment: Instant? = nil) -> String {
        let pairs = fields + (moment.map { [("before", "\($0.milliseconds)")] } ?? [])
        let query = pairs.map { "\($0.0)=\(URLText.encode($0.1))" }.joined(separator: "&")
        return query.isEmpty ? path : "\(path)?\(query)"
    }
}
