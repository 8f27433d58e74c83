import Access
import BlobStore
import Catalog
import Kernel
import WebServer

/// What is done about a list on its page; each is a form and an address of its own.
enum OfficialListAct: String, CaseIterable, Sendable {
    case submit, sendBack = "send-back", publish
    case handIn = "hand-in", returnFiling = "return-filing", receive

    var chinese: String {
        switch self {
        case .submit: "报送法制机构"
        case .sendBack: "退回修改"
        case .publish: "审核公布"
        case .handIn: "报送备案"
        case .returnFiling: "退回备案"
        case .receive: "准予备案"
        }
    }

    var access: AccessRule {
        switch self {
        case .submit, .handIn: .permission(Permission(.draftItem, .agency))
        case .sendBack, .publish, .returnFiling, .receive: .permission(Permission(.confirmItem, .agency))
        }
    }

    func isOffered(for list: OfficialList) -> Bool {
        switch self {
        case .submit: list.draft.map { $0.submitted == nil } ?? false
        case .sendBack, .publish: list.draft?.submitted != nil
        case .handIn: list.versions.last.map { [nil, .returned].contains($0.filing.stage) } ?? false
        case .returnFiling, .receive: list.versions.last?.filing.stage == .handedIn
        }
    }

    /// Which files its form takes.
    var question: FileQuestion? {
        let label: String? =
            switch self {
            case .submit: "签发、盖章的申请报告和证明材料"
            case .handIn: "其他备案材料（编制说明、会议纪要等）"
            case .sendBack, .publish, .returnFiling, .receive: nil
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
        func written(_ name: String) -> String? { text(name).isEmpty ? nil : text(name) }
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
        case .handIn: return .handIn(note: written("note"), files: files)
        case .returnFiling: return .returnFiling(comment: text("comment"))
        case .receive: return .receive(comment: written("comment"))
        }
    }
}
