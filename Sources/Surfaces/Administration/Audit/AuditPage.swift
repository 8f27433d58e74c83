import Access
import HTML
import Kernel

/// The audit, the newest entry first.
struct AuditPage: Component {
    let visit: Visit
    let query: AuditQuery
    let entries: [AuditEntry]
    let hasMore: Bool
    /// Sign-in names by account.
    let names: [String: String]

    var body: any HTML {
        AdministrationFrame("安全审计", visit, part: .audit, crumbs: [Crumb("安全审计")]) {
            h1 { "安全审计" }
            p(.cssClass("quiet")) { "登录、授权、导出、查看个人信息、变更参数等均在此留痕，保存不少于六个月（网络安全法§21）。" }
            filter
            FormFrame(to: "\(AdministrationPath.audit)/check", hidden: [visit.token]) {
                ButtonRow { SubmitButton("核验完整性", weight: .secondary) }
            }
            ExportForm(
                address: "\(AdministrationPath.audit)/export",
                hidden: query.fields.map { HiddenField($0.0, $0.1) }
            )
            DataTable(
                "审计记录",
                columns: [.init("时间"), .init("事项"), .init("操作账号"), .init("对象"), .init("来源地址"), .init("说明")],
                rows: entries.map(row)
            )
            if hasMore, let last = entries.last {
                Pagination(previous: nil, next: query.address(AdministrationPath.audit, before: last.recordedAt))
            }
        }
    }

    private var filter: any HTML {
        FormFrame(to: AdministrationPath.audit, method: .get) {
            div(.cssClass("role-grid")) {
                SelectField(
                    FieldCaption("kind", label: "事项"),
                    choices: [Choice("", "全部")] + AuditEntry.Kind.allCases.map { Choice($0.rawValue, $0.chinese) },
                    chosen: query.search.kind?.rawValue ?? ""
                )
                SelectField(
                    FieldCaption("actor", label: "操作账号"),
                    choices: [Choice("", "全部")] + names.sorted { $0.value < $1.value }.map { Choice($0.key, $0.value) },
                    chosen: query.search.actor
                )
                TextField(FieldCaption("subject", label: "对象编号"), value: query.search.subject, maxLength: 100)
                day("from", "起", query.search.from)
                day("to", "止", query.search.to)
            }
            ButtonRow { SubmitButton("查询") }
        }
    }

    private func day(_ name: String, _ label: String, _ value: Day?) -> any HTML {
        TextField(
            FieldCaption(name, label: label, hint: "如 2026-01-31"),
            value: value.map { "\($0)" } ?? "",
            maxLength: 10
        )
    }

    private func row(_ entry: AuditEntry) -> DataTable.Row {
        DataTable.Row(
            [
                entry.recordedAt.minuteText, entry.kind.chinese,
                names[entry.actor] ?? (entry.actor.isEmpty ? "—" : entry.actor),
                names[entry.subject] ?? String(entry.subject.prefix(40)), entry.address, entry.remark,
            ],
            tone: AuditPage.tone(entry.kind)
        )
    }

    private static func tone(_ kind: AuditEntry.Kind) -> Tone? {
        switch kind {
        case .signInFailed, .nameLocked, .accessRefused, .codeFailed: .caution
        case .signedIn, .sessionEnded, .passwordChanged, .passwordReset, .accountCreated, .accountDisabled,
            .accountEnabled, .rolesChanged, .personalSeen, .exported, .settingChanged, .factorConfirmed, .factorProven,
            .factorRemoved, .sessionRevoked, .directoryChanged, .listPublished,
            .identityLinked, .identityUnlinked, .codeSent, .accountClosed, .numberChanged, .realNameGiven,
            .belongingAdded, .fileHeldBack, .tokenIssued, .tokenRevoked:
            nil
        }
    }
}
