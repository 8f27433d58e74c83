import BlobStore
import Casework
import Directory
import HTML
import Kernel
import Processes
import Sanctions

/// What a case holds beside its steps: clue, evidence, papers, what is proposed and paid, who answers for it.
extension CasePresentation {
    var clue: CluePanel? {
        guard content.opening.isExOfficio else { return nil }
        guard isOpen else { return CluePanel(facts: nil) }
        guard let clue = content.state.clue else { return CluePanel(facts: [Definition("线索", "已依法删除")]) }
        var facts = [Definition("来源", clue.source.chinese), Definition("内容") { Paragraphs(text: clue.facts) }]
        if !clue.place.isEmpty { facts.append(Definition("地点", clue.place)) }
        if let first = clue.happenedOn {
            let days = clue.endedOn.map { $0 == first ? "\(first)" : "\(first) 至 \($0)" } ?? "\(first)"
            facts.append(Definition("发生日期", days))
        }
        if clue.isGrave { facts.append(Definition("追究时效", "涉及公民生命健康安全、金融安全且有危害后果，五年（行政处罚法§36）")) }
        return CluePanel(facts: facts)
    }

    var penalty: PenaltyPanel {
        var proposal: [Definition] = []
        if isOpen, let proposed = content.state.proposal {
            proposal = [
                Definition("违反的规定", proposed.broken), Definition("处罚依据", proposed.basis),
                Definition("处罚", proposed.sanctions.chinese),
            ]
            let weighed = [content.state.weighed?.chinese ?? "", proposed.discretion].filter { !$0.isEmpty }
            if !weighed.isEmpty {
                proposal.append(Definition("裁量") { Paragraphs(text: weighed.joined(separator: "\n")) })
            }
            if let day = content.state.noticeServedOn { proposal.append(Definition("告知书送达", day.description)) }
        }
        return PenaltyPanel(
            proposal: proposal,
            owed: isOpen ? owed : [],
            payments: content.state.payments.map { payment in
                PenaltyPanel.Payment(
                    day: payment.paidOn.description,
                    amount: payment.amount.grouped,
                    surcharge: payment.surcharge.grouped,
                    receipt: payment.receipt
                        + (payment.collection.map { "（当场收缴：\($0.ground.chinese)，\($0.handedInOn)交至机关）" } ?? "")
                )
            }
        )
    }

    /// What is still to be paid by when, while money is awaited, and what stops the surcharge.
    private var owed: [Definition] {
        guard content.state.waitsForMoney(content.definition), let plan = content.paymentPlan, plan.outstanding > .zero
        else { return [] }
        let parts = plan.open.map { "\($0.due.chinese)前人民币\($0.amount.grouped)元" }
        return [
            Definition("应缴", "人民币\(plan.owed.grouped)元"), Definition("尚未缴纳", "人民币\(plan.outstanding.grouped)元"),
            Definition(content.state.deferral == nil ? "最迟缴纳" : "准予暂缓、分期", parts.joined(separator: "；")),
        ]
            + (content.state.openRemedy.map {
                [Definition("\($0.sought.kind.chinese)", "自\($0.sought.since.chinese)，其间不计加处罚款（行政处罚法§73.3）")]
            } ?? [])
    }

    /// Where evidence is gathered, and wherever there is some.
    var evidence: EvidencePanel? {
        guard content.opening.isExOfficio || !content.state.evidence.isEmpty || !content.state.assistants.isEmpty else {
            return nil
        }
        return EvidencePanel(
            pieces: isOpen ? content.state.evidence.map(piece) : nil,
            count: content.state.evidence.count,
            form: content.collecting.map { collecting in
                EvidenceForm(
                    address: WorkspacePath.evidence(content.number),
                    uploadTo: WorkspacePath.uploads(content.number, for: EvidenceForm.prefix),
                    hidden: hidden,
                    posts: collecting.posts.map { Choice($0.id.text, $0.name) },
                    companions: collecting.companions.map { Choice($0.id.text, $0.name) },
                    needsTwo: content.definition.category.isPenalty,
                    values: ActValues(
                        prefix: EvidenceForm.prefix,
                        typed: typed,
                        defaults: ["obtainedOn": today.description]
                    )
                )
            }
        )
    }

    private func piece(_ filed: FiledEvidence) -> EvidencePanel.Piece {
        let names = filed.collectors.map { content.officers[$0] ?? $0 }.joined(separator: "、")
        let evidence = filed.evidence
        return EvidencePanel.Piece(
            number: filed.number,
            name: evidence?.name ?? "已依法删除",
            kind: evidence?.kind.chinese ?? "",
            shows: evidence?.shows ?? "",
            origin: evidence?.origin ?? "",
            collectors: "\(evidence.map { "\($0.obtainedOn)，" } ?? "")\(names)",
            taking: evidence?.taking.map { taking in
                ["现场取得：\(taking.times.chinese)"] + (taking.record?.signatures.map(\.chinese) ?? [])
            } ?? [],
            files: (evidence?.files ?? []).enumerated().map { index, file in
                StoredFile(
                    name: file.name,
                    size: CasePresentation.size(file.size),
                    address: WorkspacePath.evidence(content.number, filed.number, file: index),
                    note: evidence?.photos?[file.blob]?.chinese
                )
            }
        )
    }

    var papers: PapersPanel {
        guard isOpen else { return PapersPanel(papers: []) }
        return PapersPanel(
            papers: content.state.written.map { paper in
                PapersPanel.Paper(
                    name: paper.record.document,
                    written: "\(content.definition.step(paper.step)?.name ?? paper.step.text)，\(paper.at.minuteText)",
                    entries: paper.record.entries
                )
            }
        )
    }

    var responsible: ResponsiblePanel {
        ResponsiblePanel(
            lines: content.responsible.map { person in
                let liability = person.liability.map { "，\($0.kind.chinese)" } ?? ""
                let absent = person.onBehalfOf.map { "，代\($0)" } ?? ""
                return ResponsiblePanel.Line(
                    step: content.definition.step(person.step)?.name ?? person.step.text,
                    officer: person.officerName,
                    post: "\(person.postName ?? "")\(liability)\(absent)",
                    day: person.at.day.description,
                    isVoided: person.isVoided
                )
            }
        )
    }
}
