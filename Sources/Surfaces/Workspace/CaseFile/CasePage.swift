import HTML

/// One case on one page: what to do now, the facts, the trace.
struct CasePage: Component {
    let number: String
    let item: String
    let stage: String
    let deadline: DeadlineChip
    /// What is told first: a refusal, what happened meanwhile.
    let notices: [any HTML]
    let errors: [FieldError]
    let todo: ActPanel
    let facts: [Definition]
    /// Of a matter the agency took up itself.
    let clue: CluePanel?
    /// Of what somebody applied for.
    let submission: SubmissionPanel?
    let evidence: EvidencePanel?
    let recordings: RecordingsPanel?
    let penalty: PenaltyPanel
    let papers: PapersPanel
    let recusals: RecusalsPanel
    let responsible: ResponsiblePanel
    let documents: DocumentsPanel
    let findings: FindingsPanel
    let related: RelatedPanel
    let timeline: [Timeline.Entry]
    let chart: any HTML
    /// Where messages of the case are, and how many wait for an answer; `nil` where there are none and can be none.
    let messages: (address: String, unanswered: Int)?
    let next: String?
    /// Where the case is taken along to work on site; `nil` for those who have nothing to do there.
    let field: String?
    /// Sends large files part by part; `nil` where nothing is sent.
    let uploadScript: String?

    var body: any HTML {
        div(.cssClass("case-head")) {
            div {
                h1 { item }
                div(.cssClass("case-line")) {
                    strong { number }
                    Badge(stage, tone: .active)
                    deadline
                }
            }
            div(.cssClass("button-row")) {
                if let next {
                    a(.cssClass("button secondary"), .href(WorkspacePath.caseFile(next)), Attribute("accesskey", "n")) {
                        "下一件（N）"
                    }
                }
                if let messages {
                    a(.cssClass("button secondary"), .href(messages.address)) {
                        messages.unanswered > 0 ? "留言（\(messages.unanswered) 条待回复）" : "留言"
                    }
                }
                if let field { a(.cssClass("button secondary"), .href(field)) { "带到现场" } }
                a(.cssClass("button secondary"), .href(WorkspacePath.desk), Attribute("accesskey", "d")) { "返回待办（D）" }
            }
        }
        notices
        ErrorSummary(errors)
        div(.cssClass("columns")) {
            div {
                todo
                clue ?? NoHTML()
                submission ?? NoHTML()
                evidence ?? NoHTML()
                recordings ?? NoHTML()
                papers
            }
            div {
                findings
                Panel("基本情况") { DefinitionList(facts) }
                penalty
                documents
                related
                recusals
                responsible
                Panel("办理经过") { Timeline(timeline) }
            }
        }
        Panel("流程图", anchor: "chart") { chart }
        if let uploadScript { script(src: uploadScript) }
    }
}
