import Casework
import Foundation
import Processes
import Testing

@Suite("The table of what can be done to a case")
struct VerbTableTests {
    @Test("stands in the documentation as it stands in the code")
    func documented() throws {
        let file = Recording.folder.appending(path: "../../docs/verbs.md").standardizedFileURL
        try Recording.expect(VerbTable.markdown, at: file, isReplaced: true)
    }
}

/// The table of verbs as `docs/verbs.md` shows it.
private enum VerbTable {
    static var markdown: String {
        let head = """
            # What can be done to a case

            Made from `CaseVerb.rule`; a test compares. Stages as desks name them; 依据 is where the law says so.

            | 操作 | 谁 | 何时 | 理由 | 文书 | 计时 | 告知 | 依据 |
            |---|---|---|---|---|---|---|---|
            """
        let rows = CaseVerb.allCases.map { verb in
            let rule = verb.rule
            let cells = [
                "\(verb.chinese) `\(verb.rawValue)`", rule.who.chinese,
                rule.stages.map(\.chinese).joined(separator: "、"), rule.reason > 0 ? "\(rule.reason) 字以上" : "",
                rule.document ?? "", rule.clock.chinese, rule.told.joined(separator: "、"),
                rule.sources.map(\.description).joined(separator: "、"),
            ]
            return "| " + cells.joined(separator: " | ") + " |"
        }
        return ([head] + rows).joined(separator: "\n") + "\n"
    }
}
