import Casework
import HTML
import Kernel
import Processes

/// The records from the site that no step has taken yet, on the page of their case, for the officer who made them.
///
/// It tells what others did since the case was taken along; where the step was done, both versions stand side by side.
struct FieldRecordsNotice: Component {
    private struct Line: Sendable {
        let title: String
        let record: FieldRecord
        let standing: FieldRecord.Standing
        /// What was done since the officer took the case along, as headings.
        let meanwhile: [String]
        /// What the step says now, where it was done.
        let comparison: FieldComparison?
    }

    private let number: String
    private let lines: [Line]
    private let token: HiddenField

    init(_ content: CaseContent, _ timeline: CaseTimeline, token: HiddenField) {
        number = content.number
        self.token = token
        lines = content.fieldRecords.map { record in
            let standing = record.standing(in: content)
            let title =
                content.definition.outcome(of: record.form).map { step, outcome in
                    let papers = content.papers(of: step, ending: outcome).map { "《\($0.name)》" }.joined()
                    return "\(papers)（\(step.name)，\(outcome.name)）"
                } ?? record.form
            return Line(
                title: title,
                record: record,
                standing: standing,
                meanwhile: timeline.headings(after: record.seen),
                comparison: standing == .gone ? FieldComparison(record, content) : nil
            )
        }
    }

    var body: any HTML {
        AlertBox("有现场填写的记录还没有归入环节", tone: .caution) {
            for line in lines { row(line) }
        }
    }

    private func row(_ line: Line) -> any HTML {
        div {
            p {
                strong { line.title }
                "，\(line.record.times.chinese)，回执 \(line.record.receipt)。\(line.standing.chinese)收到后保留 30 日。"
            }
            if !line.meanwhile.isEmpty {
                p { "带到现场之后的办理：" }
                ul { for heading in line.meanwhile { li { heading } } }
            }
            line.comparison ?? NoHTML()
            FormFrame(
                to: WorkspacePath.discardFieldRecord(number),
                hidden: [token, HiddenField("form", line.record.form)]
            ) {
                ButtonRow {
                    if line.standing == .open {
                        LinkButton("填入表单", to: WorkspacePath.fieldRecord(number, line.record.form))
                    }
                    SubmitButton("删除这份记录", weight: .secondary)
                }
            }
        }
    }
}

extension FieldRecord.Standing {
    fileprivate var chinese: String {
        switch self {
        case .open: "填入表单核对后办理。"
        case .ahead: "案件到达该环节后可以填入表单。"
        case .gone: "该环节已经办结或者不再由您办理，现场记录没有归入：对照后，要用现场记录的，退回该环节后填入，或者作为证据归入；不用的，删除。"
        }
    }
}

/// What was filled in on site beside what the case says of the same step.
struct FieldComparison: Component {
    private struct Row: Sendable {
        let label: String
        let onSite: String
        let inFile: String
    }

    private let doneBy: String
    private let rows: [Row]

    init?(_ record: FieldRecord, _ content: CaseContent) {
        guard let (step, outcome) = content.definition.outcome(of: record.form) else { return nil }
        let act = content.state.lastAct(on: step.id)
        doneBy =
            act.map { "案卷（\(content.officers[$0.officer] ?? $0.officer)，\($0.at.minuteText)）" } ?? "案卷（未办理）"
        var rows = [Row(label: "意见", onSite: record.opinion, inFile: act?.opinion ?? "")]
        for paper in record.papers(content.papers(of: step, ending: outcome)) {
            let written = content.state.written.last { $0.step == step.id && $0.record.document == paper.document }
            rows += paper.entries.map { entry in
                let other = written?.record.entries.first { $0.key == entry.key }
                return Row(label: entry.label, onSite: entry.line, inFile: other?.line ?? "")
            }
        }
        self.rows = rows.filter { !$0.onSite.isEmpty || !$0.inFile.isEmpty }
    }

    var body: any HTML {
        DataTable(
            "现场记录与案卷对照",
            columns: [.init("项目"), .init("现场记录"), .init(doneBy)],
            rows: rows.map { row in
                .init(
                    [row.label, row.onSite.isEmpty ? "无" : row.onSite, row.inFile.isEmpty ? "无" : row.inFile],
                    tone: row.onSite == row.inFile ? nil : .caution
                )
            }
        )
    }
}

extension DocumentEntry {
    /// What was written, on one line.
    fileprivate var line: String {
        rows.map { rows in
            rows.map { row in row.filter { !$0.isEmpty }.joined(separator: "，") }.filter { !$0.isEmpty }
                .joined(separator: "；")
        } ?? text
    }
}
