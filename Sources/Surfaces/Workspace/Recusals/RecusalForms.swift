import Access
import Casework
import Directory
import EventLog
import HTML
import Kernel
import Processes
import WebServer

/// The forms about the recusal of officers: asking for one, and the decision of those in charge.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 43.
struct RecusalForms {
    let forms: [MoneyForms.Form]

    init(_ content: CaseContent) {
        guard content.isColleague, CaseVerb.askForRecusal.rule.stages.contains(content.state.stage.name) else {
            forms = []
            return
        }
        var forms: [MoneyForms.Form] = []
        func add(_ kind: SideActForm.Kind, _ verb: CaseVerb, _ prefix: String, _ posts: [Choice]) {
            forms.append((kind, WorkspacePath.share(content.number, prefix), prefix, verb.chinese, posts))
        }
        let (recusing, recusals) = (content.recusing, content.state.recusals)
        let open = recusals.filter { $0.decision == nil && $0.officer != recusing.reader }
        // Who reviews records only what those in charge decided about a head.
        let decidable = content.approving.isEmpty ? open.filter { recusing.heads.contains($0.officer) } : open
        if !decidable.isEmpty, !recusing.posts.isEmpty {
            let isOfHead = decidable.contains { recusing.heads.contains($0.officer) }
            let heads = isOfHead ? recusing.employed.filter { $0.id != decidable.first?.officer } : []
            add(
                .settleRecusal(
                    open: decidable.map { Choice($0.officer.text, $0.name) },
                    heads: heads.map { Choice($0.id.text, $0.name, hint: $0.position ?? "") }
                ),
                .settleRecusal,
                ActForm.recusalEnd,
                recusing.posts.map { Choice($0.id.text, $0.name) }
            )
        }
        let taken = Set(recusals.filter { $0.decision?.isGranted ?? true }.map(\.officer))
        let officers = recusing.employed.filter { !taken.contains($0.id) }
            .map { Choice($0.id.text, $0.name + ($0.position.map { "（\($0)）" } ?? "")) }
        if !officers.isEmpty { add(.askForRecusal(officers: officers), .askForRecusal, ActForm.recusal, []) }
        self.forms = forms
    }
}

extension Workspace {
    var recusalFileRoutes: [DeskRoute] {
        [
            DeskRoute(
                .get,
                "/desk/cases/{number}/recusals/{piece}/{file}",
                name: "RecusalFile",
                access: .permission(.readCase)
            ) { request, principal in
                try await filedFile(request, principal, of: "recusal", under: "piece") { state, number in
                    state.recusals.indices.contains(number - 1) ? state.recusals[number - 1].asked?.files : nil
                }
            }
        ]
    }
}

extension CaseAct {
    static func askForRecusal(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        var fields = ActFields(ActForm.recusal, request.form.values)
        let officer = fields.text("officer")
        if officer.isEmpty { fields.fault("officer", "“申请回避的人员”应为所列人员之一，实为未选") }
        let asker = fields.choice("by", "申请人", of: RecusalAsker.self)
        let ground = fields.choice("ground", "回避事由", of: RecusalGround.self)
        var submit: Submit?
        if let asker, let ground {
            let command = AskForRecusal(
                caseFile: content.id,
                officer: Officer.ID(officer),
                by: asker,
                ground: ground,
                reasons: fields.text("reasons")
            )
            submit = { log, act in try await log.submit(command, as: act) }
        }
        let label = CaseVerb.askForRecusal.chinese
        return CaseAct(fields, label: label, action: content.sharing.action, function: nil, submit: submit)
    }

    static func settleRecusal(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        var fields = ActFields(ActForm.recusalEnd, request.form.values)
        let (officer, decision) = (fields.text("officer"), fields.text("decision"))
        if officer.isEmpty { fields.fault("officer", "“被申请回避的人员”应为所列人员之一，实为未选") }
        if !["grant", "refuse"].contains(decision) { fields.fault("decision", "“决定”应为准予或者驳回，实为未选") }
        let command = SettleRecusal(
            caseFile: content.id,
            seen: seen(request),
            officer: Officer.ID(officer),
            isGranted: decision == "grant",
            reasons: fields.text("reasons"),
            discussedBy: fields.all("discussedBy").map { Officer.ID($0) }
        )
        let isHead = !content.approving.isEmpty
        let kind: PostKind = isHead ? .approve : .review
        let function = content.definition.posts.first { $0.kind == kind }?.id.text
        let label = CaseVerb.settleRecusal.chinese
        return CaseAct(
            fields,
            label: label,
            action: isHead ? .approveDecision : .reviewProposal,
            function: function
        ) { log, act in try await log.submit(command, as: act) }
    }
}
