import Acting
import Access
import BlobStore
import Casework
import Catalog
import Directory
import EventLog
import HTML
import Kernel
import Parties
import Processes
import Supervision
import TimeLimits
import WebServer

/// Puts the content of a case into the words of its page.
struct CasePresentation {
    /// What went wrong with the form just sent.
    struct Refused: Sendable {
        let wording: Wording
        /// The version the form was made for, if the refusal is that it was too old.
        let seen: Int?
    }

    let content: CaseContent
    let principal: Principal
    let today: Day
    let calendar: WorkingCalendar
    let token: HiddenField
    let formKey: HiddenField
    var typed = TypedForm.none
    var refused: Refused?
    /// Where the script of resumable uploads is; `nil` does without.
    var uploadScript: String?

    var page: CasePage {
        get throws {
            let isOpen = isOpen
            let timeline = CaseTimeline(content: content, isOpen: isOpen)
            return CasePage(
                number: content.number,
                item: content.opening.item.name,
                stage: content.state.stage.name.chinese,
                deadline: try CaseDeadline(content.state, on: today, in: calendar).chip,
                notices: notices(timeline),
                errors: typed.errors,
                todo: ActPanel(content, hidden: hidden, typed: typed, today: today, calendar: calendar),
                facts: facts,
                clue: clue,
                submission: content.opening.isExOfficio ? nil : submission,
                evidence: evidence,
                recordings: recordings,
                penalty: penalty,
                papers: papers,
                recusals: RecusalsPanel(number: content.number, recusals: content.state.recusals, isOpen: isOpen),
                responsible: responsible,
                documents: DocumentsPanel(documents: documents, dossier: WorkspacePath.dossier(content.number)),
                findings: FindingsPanel(findings: content.findings.map(FindingsPanel.Found.init)),
                related: RelatedPanel(content.ofSameParty, besides: content.id, of: content.opening.item.code),
                timeline: timeline.entries,
                chart: chart,
                messages: content.opening.isExOfficio
                    ? nil : (WorkspacePath.messages(content.number), content.conversation.unanswered),
                next: content.next,
                field: FieldKit.isOfUse(for: content) ? WorkspacePath.field(content.number) : nil,
                uploadScript: evidence?.form != nil || recordings?.form != nil ? uploadScript : nil
            )
        }
    }

    var isOpen: Bool { Applicant.isOpen(to: principal, isMine: content.isMine) }

    /// Token, seen version and a fresh key: a refused form did not use up its old one.
    var hidden: [HiddenField] {
        [token, formKey, HiddenField(ActForm.seen, String(content.version))]
    }

    private func notices(_ timeline: CaseTimeline) -> [any HTML] {
        guard let refused else {
            return transition + jurisdiction + legalReview + fieldRecords(timeline) + formDrafts(timeline)
        }
        let meanwhile = refused.seen.map { timeline.headings(after: $0) } ?? []
        let kept = formIsThere ? [] : typed.texts
        return [
            AlertBox(refused.wording.full, tone: .bad) {
                p(.cssClass("hint")) { "代码 \(refused.wording.code)。本次没有办理任何事项。" }
                if !meanwhile.isEmpty {
                    p { "您打开页面之后的办理：" }
                    ul { for line in meanwhile { li { line } } }
                }
                if !kept.isEmpty {
                    p { "您刚才填写的内容（未提交）：" }
                    ul { for text in kept { li { text } } }
                } else if refused.seen != nil {
                    p { "您填写的内容还在下面的表单里，看过新的情况后可以再次提交。" }
                }
            }
        ]
    }

    private func fieldRecords(_ timeline: CaseTimeline) -> [any HTML] {
        guard !content.fieldRecords.isEmpty else { return [] }
        return [FieldRecordsNotice(content, timeline, token: token)]
    }

    private func formDrafts(_ timeline: CaseTimeline) -> [any HTML] {
        guard !content.formDrafts.isEmpty else { return [] }
        return [FormDraftsNotice(content, timeline, restored: typed.prefix, token: token)]
    }

    /// Why nothing is done outward for now, and who may change that.
    private var transition: [any HTML] {
        guard !content.fallen.isEmpty else { return [] }
        return [
            AlertBox("本件的依据已经变化，\(content.holding.isEmpty ? "裁量" : "对外行为")等待过渡决定", tone: .caution) {
                ul { for ground in content.fallen { li { ground.chinese } } }
                if content.holding.isEmpty {
                    p { "失去依据的部分不得据以裁量：请公布基准的新版本，或者由批准岗位在“其他操作”中决定适用原规定。其他违法行为的裁量不受影响。" }
                } else {
                    p {
                        content.approving.isEmpty
                            ? "由批准岗位决定适用原规定、现行规定，或者终止；此前可以继续调查、审查，不得受理、告知、决定、送达。期限照算。"
                            : "请在“其他操作”中作出过渡决定：适用原规定、现行规定，或者终止，并写明过渡规定和理由。期限照算。"
                    }
                }
            }
        ]
    }

    /// With whom jurisdiction is disputed, and what waits for it.
    private var jurisdiction: [any HTML] {
        guard let dispute = content.state.dispute, dispute.isOpen else { return [] }
        let standing = dispute.report == nil ? "正在协商" : "已报请\(dispute.superior.name)指定管辖"
        return [
            AlertBox("与\(dispute.other.name)的管辖权争议：\(standing)", tone: .caution) {
                p { "管辖确定以前只调查取证、保全证据、解除强制措施，其他对外行为不办理；期限照算（行政处罚法§25）。" }
                p { a(.href(WorkspacePath.dispute(content.number))) { "查看争议、协商和报请" } }
            }
        ]
    }

    /// Where the legal review stands that the case waits for.
    private var legalReview: [any HTML] {
        guard let (step, review) = content.legalReview else { return [] }
        let missing = content.state.missingMaterials(in: review)
        let due = try? review.phase.due ?? content.state.reviewDue(step, review, in: calendar)
        let time = due.map { "，至\($0.chinese)\($0 < today ? "（已逾期）" : "")" } ?? ""
        return [
            AlertBox("法制审核：\(review.phase.chinese)\(time)", tone: review.phase == .reviewing ? .active : .caution) {
                if !missing.isEmpty { p { "清单所列材料未见：\(missing.joined(separator: "、"))" } }
                p { a(.href(WorkspacePath.legalReview(content.number))) { "查看审核材料、补充、意见和复审" } }
            }
        ]
    }

    private var formIsThere: Bool {
        let prefixes =
            content.own.flatMap { own in
                own.step.outcomes.map { OutcomeForm.prefix(own.step.id, $0.id) }
            } + (content.collecting == nil ? [] : [EvidenceForm.prefix])
        return prefixes.contains(typed.prefix) || ActForm.sidePrefixes.contains { typed.prefix.hasPrefix($0) }
    }

    /// Who acts for the firm, with the office to show for it.
    private var agentFact: [Definition] {
        guard content.opening.agent != nil else { return [] }
        let name = Applicant.shown(content.agent?.name, of: content.agent, to: principal, isMine: content.isMine)
        return [Definition("代理人", "\(name)（受单位委托申请）")]
    }

    private var facts: [Definition] {
        let item = content.opening.item
        let name = Applicant.shown(
            content.party?.name,
            of: content.party,
            to: principal,
            isMine: content.isMine
        )
        let isExOfficio = content.opening.isExOfficio
        var facts =
            [
                Definition(content.partyWord, "\(name)（\(content.party?.kind.chinese ?? "")）")
            ] + agentFact + [
                Definition("事项编码", item.code),
                Definition("事项版本", "第 \(item.version) 版"), Definition("实施机关", item.agencyName),
                Definition(isExOfficio ? "线索登记日期" : "收到日期", content.opening.receivedOn.description),
            ]
        if let clock = content.state.clock {
            facts.append(Definition(isExOfficio ? "立案日期" : "受理日期", clock.acceptedOn.description))
        }
        facts.append(Definition("法定期限", "\(item.statutoryLimit.chinese)（\(item.statutorySource)）"))
        if !isExOfficio || item.promisedLimit != item.statutoryLimit {
            facts.append(Definition("承诺期限", item.promisedLimit.chinese))
        }
        facts += content.followed
        facts.append(Definition("流程", "\(content.definition.name)（第 \(item.process.version) 版）"))
        if let decision = content.state.decision {
            facts += [
                Definition("决定", "\(decision.summary)，\(decision.number)，\(decision.decidedOn)"),
                Definition("决定内容", decision.content),
            ]
            if let permit = decision.permitNumber { facts.append(Definition("证件编号", permit)) }
            facts += content.chain
            if let revoked = content.state.revocation { facts.append(Definition("撤销日期", "\(revoked.revokedOn.value)")) }
            if let void = content.state.annulment {
                let owed = content.state.refundOwed
                let refund = owed > .zero ? "，尚应退还人民币\(owed.grouped)元" : ""
                facts.append(Definition("确认无效", "\(void.declaredOn.value)，\(void.ground.value.chinese)\(refund)"))
            }
            if let reopened = content.state.reopened {
                facts.append(
                    Definition("重新办理") {
                        a(.href(WorkspacePath.caseFile(reopened.number.value))) { reopened.number.value }
                    }
                )
            }
            if let cancelled = content.state.cancellation {
                facts.append(Definition("注销日期", "\(cancelled.cancelledOn.value)，\(cancelled.ground.value.chinese)"))
            }
        }
        if let day = content.state.servedOn { facts.append(Definition("送达日期", day.description)) }
        return facts
    }

    private var submission: SubmissionPanel {
        guard isOpen else { return SubmissionPanel(content: .masked) }
        guard let submission = content.state.submission else { return SubmissionPanel(content: .erased) }
        let materials = submission.materials.enumerated().map { index, material in
            SubmissionPanel.Material(
                name: material.material,
                isOnPaper: material.isOnPaper == true,
                files: material.attachments.enumerated().map { file, attachment in
                    StoredFile(
                        name: attachment.name,
                        size: CasePresentation.size(attachment.size),
                        address: WorkspacePath.file(content.number, material: index, file: file)
                    )
                }
            )
        }
        return SubmissionPanel(
            content: .open(answers: submission.answers.map { Definition($0.label, $0.value) }, materials: materials)
        )
    }

    private var documents: [DocumentsPanel.Document] {
        content.state.documents.enumerated().map { index, document in
            DocumentsPanel.Document(
                name: document.name,
                number: document.number,
                day: document.issuedOn.description,
                address: document.file == nil ? nil : WorkspacePath.document(content.number, index),
                draft: document.file == nil || !Applicant.isOpen(to: principal, isMine: content.isMine)
                    ? nil : WorkspacePath.documentDraft(content.number, index),
                wording: document.template
            )
        }
    }

    private var chart: any HTML {
        HTMLGroup([
            FlowChartFrame(
                "\(content.definition.name)，已走过的路线和当前环节已标出",
                steps: content.chart.boxes.map { box in
                    ([box.title, box.state == .current ? "（当前）" : "", box.post, box.limit] + box.exits.map(\.text))
                        .filter { !$0.isEmpty }.joined(separator: "；")
                }
            ) {
                img(.src(WorkspacePath.chart(content.number)), .alternative("流程图，文字说明见下"))
            },
            p(.cssClass("hint")) {
                "下载："
                a(.href(WorkspacePath.chart(content.number, form: "png"))) { "图片（PNG）" }
                " "
                a(.href(WorkspacePath.chart(content.number, form: "pdf"))) { "PDF" }
            },
        ])
    }

    static func size(_ bytes: Int) -> String {
        bytes >= 1 << 20 ? "\((bytes * 10 >> 20) / 10).\((bytes * 10 >> 20) % 10) MB" : "\(max(1, bytes >> 10)) KB"
    }
}

extension CaseContent {
    /// What the party of the case is called: nobody applied for what the agency takes up itself.
    var partyWord: String { opening.isExOfficio ? "当事人" : "申请人" }

    /// The chart the officers work by, as far as the case has come.
    var chart: ProcessChart {
        ProcessChart(definition, for: .internal, trace: state.trace(on: today, in: try? NationalCalendar.load()))
    }
}

extension FindingsPanel.Found {
    init(_ finding: Finding) {
        level = finding.breach.level.chinese
        tone =
            switch finding.breach.level {
            case .reminder: .active
            case .warning, .yellowCard: .caution
            case .redCard: .bad
            }
        message = finding.breach.message
        article = finding.breach.article
        raised = finding.raisedAt.minuteText
        status = finding.status.name.chinese
        explainBy = finding.status.name == .open ? finding.explainBy?.description : nil
    }
}
