import Access
import Casework
import Catalog
import EventLog
import HTML
import Kernel
import WebServer

/// Finds drafts, shows their pages and hands applications in.
struct ApplyDesk: Sendable {
    let parts: HallParts
    let principal: Principal?

    /// Returns the draft the address names, with its item; nil if there is none, its item is not public any more, or it
    /// belongs to another account.
    func application(_ request: WebRequest) async throws -> DraftedApplication? {
        guard let draft = try await parts.drafts.draft(request.parameters["draft"] ?? "") else { return nil }
        guard draft.mayBeSeen(by: principal) else {
            // Whose session ran out meanwhile signs in and goes on.
            guard principal == nil else { return nil }
            throw WebRefusal.signInNeeded(signInPath: HallPath.signIn(from: request.path))
        }
        guard let item = try await PublicItem.read(draft.item, from: parts)
        else { return nil }
        return DraftedApplication(draft: draft, item: item)
    }

    /// Whether the mandate still holds under which a draft was begun; true for one's own.
    func mayGoOn(_ application: DraftedApplication) async throws -> Bool {
        guard let mandate = application.draft.answers[DraftKey.mandate] else { return true }
        guard let principal else { return false }
        return try await Own.read(principal, from: parts).mandate(mandate, on: parts.today) != nil
    }

    /// The code of an application's receipt: the same as often as it is shown.
    func queryCode(_ application: DraftedApplication) -> QueryCode {
        QueryCode(formKey: application.submissionKey, under: parts.queryKey)
    }

    func taskList(_ application: DraftedApplication, messages: [AlertBox]) -> TaskListPage {
        let id = application.draft.id
        var filling = [
            Checklist.Part(
                "申请人信息",
                ApplyDesk.state(
                    isBegun: application.applicant.kind != nil,
                    isDone: application.applicant.errors.isEmpty,
                    HallPath.draft(id, .applicant)
                )
            )
        ]
        let answers = application.answers
        if !answers.rules.form.isEmpty {
            let state = ApplyDesk.state(
                isBegun: answers.isSeen,
                isDone: answers.isSeen && answers.errors.isEmpty,
                HallPath.draft(id, .form)
            )
            filling.append(Checklist.Part("申请表", hint: "共 \(answers.fields.count) 项", state))
        }
        return TaskListPage(
            site: parts.site,
            draft: id,
            item: application.name,
            parts: filling,
            materials: application.materials.enumerated().map { index, material in
                part(of: material, number: index + 1, application)
            },
            openCount: application.open.count,
            keptDays: Int(SubmissionDrafts.lifetime.components.seconds / 86_400),
            isOwn: application.draft.answers[DraftKey.account] != nil,
            messages: messages + [ApplyDesk.doubt(application), ApplyDesk.restriction(application)].compactMap(\.self)
        )
    }

    /// What speaks against the application by what was filled in; nobody is kept from applying.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 29, 32.
    static func doubt(_ application: DraftedApplication) -> AlertBox? {
        guard let verdict = application.verdict, !verdict.isEligible else { return nil }
        return AlertBox("按填写的内容，可能不符合条件", tone: .caution) {
            p { "\(verdict.ground)。填写有误的，请修改；您仍然可以提交，由机关依法审查决定。" }
        }
    }

    /// Under which measures a restricted project is taken.
    static func restriction(_ application: DraftedApplication) -> AlertBox? {
        guard let entry = application.restriction else { return nil }
        return AlertBox("属于负面清单限制的项目：\(entry.category)", tone: .caution) {
            p { "管理措施：\(entry.measure)。依据：\(entry.basis)。" }
        }
    }

    private func part(
        of material: Material,
        number: Int,
        _ application: DraftedApplication
    ) -> Checklist.Part {
        let address = HallPath.material(application.draft.id, number)
        let count = application.files(of: material).count
        let demand = application.demand(for: material)
        let wanted = demand.map { "按填写的内容应当提交：\($0)" } ?? material.condition ?? material.necessity.chinese
        let hint = count > 0 ? "已上传 \(count) 个文件" : wanted
        let untouched: Checklist.State =
            application.mustHave(material) ? .open(address: address) : .optional(address: address)
        return Checklist.Part(material.name, hint: hint, count > 0 ? .changeable(address: address) : untouched)
    }

    private static func state(isBegun: Bool, isDone: Bool, _ address: String) -> Checklist.State {
        isDone ? .changeable(address: address) : isBegun ? .underWay(address: address) : .open(address: address)
    }
}

extension SubmissionDraft {
    /// Whoever knows the address of a draft continues it, unless an account began it.
    func mayBeSeen(by principal: Principal?) -> Bool {
        guard let owner = answers[DraftKey.account] else { return true }
        return owner == principal?.account.text
    }
}
