import Access
import BlobStore
import Casework
import Catalog
import EventLog
import Kernel
import WebServer

/// What is done about an item's draft, or about the item, on its page; each is a form and an address of its own.
enum ItemAct: String, CaseIterable, Sendable {
    case submit, confirm, agree, record, sendBack = "send-back", publish, abolish

    var chinese: String {
        switch self {
        case .submit: "报送法制机构"
        case .confirm: "审核确认"
        case .agree: "同意"
        case .record: "登记同意文件"
        case .sendBack: "退回修改"
        case .publish: "公布"
        case .abolish: "起草取消"
        }
    }

    /// Whom the act belongs to.
    var access: AccessRule {
        switch self {
        case .submit, .abolish: .permission(Permission(.draftItem, .agency))
        case .confirm, .record: .permission(Permission(.confirmItem, .agency))
        case .agree: .permission(Permission(.agreeItem, .agency))
        case .sendBack: .anyPermission([Permission(.confirmItem, .agency), Permission(.agreeItem, .agency)])
        case .publish: .permission(Permission(.publishItem, .agency))
        }
    }

    /// Whether the item as it stands calls for it.
    func isOffered(for item: PowerItem, today: Day) -> Bool {
        switch (self, item.draft?.stage) {
        case (.submit, .drafted?): true
        case (.confirm, .submitted?), (.sendBack, .submitted?), (.sendBack, .confirmed?): true
        case (.agree, .confirmed?): item.draft?.nextStation?.isRecorded == false
        case (.record, .confirmed?): item.draft?.nextStation?.isRecorded == true
        case (.publish, .confirmed?): item.draft?.nextStation == nil
        // What the end rests on is mended by drafting it again.
        case (.abolish, .drafted?): item.draft?.endsItem == true
        case (.abolish, nil): item.abolition == nil && !item.versions.isEmpty
        default: false
        }
    }

    /// Which files its form takes.
    var question: FileQuestion? {
        let label: String? =
            switch self {
            case .submit: "签发、盖章的申请报告和证明材料"
            case .record: "同意文件"
            case .abolish: "依据文件"
            case .confirm, .agree, .sendBack, .publish: nil
            }
        return label.map { FileQuestion(name: "files", label: $0, most: 10, endings: FileQuestion.papers) }
    }

    /// The name of a field of the act's form; all forms stand on one page, and confirming and sending back share one.
    func field(_ name: String) -> String {
        switch self {
        case .confirm, .sendBack: "review-\(name)"
        case .submit, .agree, .record, .publish, .abolish: "\(rawValue)-\(name)"
        }
    }

    /// The name under which a remark on one field of the draft is sent.
    static func comment(_ field: ItemField) -> String { "comment-\(field.rawValue)" }

    /// Submits what the form says, with the files it took.
    func submit(
        _ form: FormValues,
        _ files: [Attachment],
        on item: PowerItem.ID,
        _ state: PowerItem,
        seen: Int,
        along routes: ConfirmationRoutes,
        to log: EventLog,
        as act: Act
    ) async throws {
        func text(_ name: String) -> String { (form[field(name)] ?? "").trimmingSpaces }
        func optional(_ name: String) -> String? { text(name).isEmpty ? nil : text(name) }
        let day = Day(text("on"))
        switch self {
        case .submit:
            let report = SubmissionReport(
                document: text("document"),
                head: text("head"),
                signedOn: day ?? .last,
                files: files
            )
            let command = SubmitPowerItem(
                item: item,
                seen: seen,
                note: optional("note"),
                report: report,
                along: routes
            )
            _ = try await log.submit(WithinLimits(item, command), as: act)
        case .confirm:
            let command = ConfirmPowerItem(
                item: item,
                seen: seen,
                opinion: optional("opinion"),
                comments: ItemAct.comments(form)
            )
            _ = try await log.submit(command, as: act)
        case .sendBack:
            let command = ReturnPowerItem(
                item: item,
                seen: seen,
                reason: text("opinion"),
                comments: ItemAct.comments(form)
            )
            _ = try await log.submit(command, as: act)
        case .agree, .record:
            guard let station = state.draft?.nextStation else {
                throw CatalogError.wrongStage(expected: "confirmed", found: state.draft?.stage.name ?? "none")
            }
            let command = AgreePowerItem(
                item: item,
                seen: seen,
                as: station,
                opinion: text("opinion"),
                document: optional("document"),
                files: files
            )
            _ = try await log.submit(command, as: act)
        case .publish:
            guard let day else { throw CatalogError.dayMissing }
            let command = PublishPowerItem(item: item, seen: seen, inForceFrom: day)
            _ = try await log.submit(WithinLimits(item, command), as: act)
        case .abolish:
            guard let content = state.versions.last?.content else {
                throw CatalogError.wrongStage(expected: "published", found: state.draft?.stage.name ?? "none")
            }
            guard let trigger = ItemAdjustment.Trigger(rawValue: text("trigger")) else {
                throw CatalogError.reasonMissing
            }
            let command = DraftPowerItem(
                item: item,
                content: content,
                reason: text("reason"),
                adjustment: ItemAdjustment(
                    .abolished,
                    for: trigger,
                    evidence: text("evidence"),
                    on: day,
                    files: files.isEmpty ? state.draft?.adjustment?.files ?? [] : files
                ),
                seen: seen
            )
            _ = try await log.submit(command, as: act)
        }
    }

    private static func comments(_ form: FormValues) -> [FieldComment] {
        ItemField.allCases.compactMap { field in
            let text = (form[comment(field)] ?? "").trimmingSpaces
            return text.isEmpty ? nil : FieldComment(field, text)
        }
    }
}

extension Workspace {
    /// As whom what a form of the catalog says is recorded: the officer, from the first of the own posts.
    func itemAct(_ request: WebRequest, _ principal: Principal) async throws -> Act {
        guard let key = request.formKey, !key.isEmpty, key.utf8.count <= 100 else { throw WebRefusal.forged }
        let actor = try await actor(principal, from: principal.posts.first)
        return Act(realm: principal.realm, actor: actor, key: key)
    }
}
