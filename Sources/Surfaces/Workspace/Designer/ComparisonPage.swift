import EventLog
import HTML
import Kernel
import Processes

/// What one version of a process changes against another.
struct ComparisonPage: Component {
    let name: String
    let between: String
    let changes: [ProcessComparison.Change]
    let names: [String: String]
    /// To choose two others; `nil` where the address says which two.
    let form: ComparisonForm?

    var body: any HTML {
        h1 { "\(name)：版本比较" }
        p(.cssClass("hint")) { between }
        form ?? NoHTML()
        if changes.isEmpty {
            EmptyState("两版相同")
        } else {
            DataTable(
                "版本比较",
                columns: [.init("部分"), .init("内容"), .init("原来"), .init("现在")],
                rows: changes.map { change in
                    DataTable.Row([
                        change.part.map { names[$0] ?? $0 } ?? "流程", change.property.chinese,
                        Element("del", []) { change.before ?? "（无）" }, ins { change.after ?? "（无）" },
                    ])
                }
            )
        }
    }
}

/// Two lists to choose from, what was and what is now.
struct ComparisonForm: Component {
    let processes: [ComparableProcess]
    var from: String?
    var to: String?

    var body: any HTML {
        let choices = processes.map { Choice($0.key, $0.label) }
        Element("form", [.action(WorkspacePath.anyComparison), .method(.get)]) {
            div(.cssClass("form-grid")) {
                SelectField(FieldCaption("from", label: "原来", isRequired: true), choices: choices, chosen: from)
                SelectField(FieldCaption("to", label: "现在", isRequired: true), choices: choices, chosen: to)
            }
            SubmitButton("比较", weight: .secondary)
        }
    }
}

/// What can be compared: a published version, or a draft as it is saved.
struct ComparableProcess: Sendable {
    /// `version:KEY` or `draft:ID`.
    let key: String
    let label: String

    private static let listed = 500

    static func all(in reading: EventReading) throws -> [ComparableProcess] {
        all(try reading.publishedProcesses(limit: listed), try reading.openDrafts(limit: listed))
    }

    static func all(_ published: [ProcessVersionRow], _ drafts: [ProcessDraftRow]) -> [ComparableProcess] {
        published.map { ComparableProcess(key: "version:\($0.key)", label: "\($0.name)（第 \($0.number) 版）") }
            + drafts.map { ComparableProcess(key: "draft:\($0.id)", label: "草稿：\($0.name)（第 \($0.number) 版）") }
    }

    /// The process of a key; `nil` when there is none.
    static func definition(_ key: String, in reading: EventReading) throws -> ProcessDefinition? {
        let parts = key.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "version": return try reading.state(PublishedProcess.self, parts[1]).state.published?.definition
        case "draft": return try reading.state(ProcessDraft.self, parts[1]).state.content?.definition
        default: return nil
        }
    }
}
