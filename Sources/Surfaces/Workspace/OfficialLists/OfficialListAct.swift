import Access
import BlobStore
import Catalog
import Kernel
import WebServer

/// What is done about a list on its page; each is a form and an address of its own.
enum OfficialListAct: String, CaseIterable, Sendable {
    case submit, sendBack = "send-back", publish, file

    var chinese: String {
        switch self {
        case .submit: "报送法制机构"
        case .sendBack: "退回修改"
        case .publish: "审核公布"
        case .file: "登记备案"
        }
    }

    var access: AccessRule {
        switch self {
        case .submit: .permission(Permission(.draftItem, .agency))
        case .sendBack, .publish, .file: .permission(Permission(.confirmItem, .agency))
        }
    }

    func isOffered(for list: OfficialList) -> Bool {
        switch self {
        case .submit: list.draft.map { $0.submitted == nil } ?? false
        case .sendBack, .publish: list.draft?.submitted != nil
        case .file: list.versions.last.map { $0.filing == nil } ?? false
        }
    }

    /// Which files its form takes.
    var question: FileQuestion? {
        let label: String? =
            switch self {
            case .submit: "签发、盖章的申请报告和证明材料"
            case .file: "盖章的清单和备案材料"
            case .sendBack, .publish: nil
            }
        return label.map { FileQuestion(name: "files", label: $0, most: 10, endings: FileQuestion.papers) }
    }

    /// The name of a field of the act's form; all forms stand on one page.
    func field(_ name: String) -> String { "\(rawValue)-\(name)" }

    /// Returns what the form asks for, with the files it took.
    ///
    /// - Throws: `CatalogError.dayMissing`.
    func deed(_ form: FormValues, _ files: [Attachment]) throws(CatalogError) -> KeepOfficialList.Deed {
        func text(_ name: String) -> String { (form[field(name)] ?? "").trimmingSpaces }
        switch self {
        case .submit:
            let report = SubmissionReport(
                document: text("document"),
                head: text("head"),
                signedOn: Day(text("on")) ?? .last,
                files: files
            )
            return .submit(report)
        case .sendBack: return .sendBack(reason: text("reason"))
        case .publish:
            guard let day = Day(text("on")) else { throw .dayMissing }
            return .publish(from: day)
        case .file:
            let remark = text("remark").isEmpty ? nil : text("remark")
            return .file(receipt: text("receipt"), remark: remark, files: files)
        }
    }
}
