import Casework
import Kernel
import WebServer

/// What of the desk is asked for, as its address says.
struct DeskQuery: Hashable, Sendable {
    /// What a tab shows.
    enum Tab: Hashable, Sendable {
        /// What waits for a post of mine, longest waiting first.
        case mine
        case stage(Stage.Name)

        var text: String {
            switch self {
            case .mine: "mine"
            case .stage(let stage): stage.rawValue
            }
        }

        static let all: [Tab] = [.mine] + Stage.Name.allCases.map(Tab.stage)
    }

    /// Where the page before ended.
    struct Key: Hashable, Sendable {
        let moment: Instant
        let id: CaseFile.ID
    }

    let tab: Tab
    let search: String
    let key: Key?
    /// The post whose inbox is shown; `nil` for all of mine.
    let post: String?

    static let longestSearch = 100
    static let pageSize = 25

    /// Reads what the address says; what it says wrongly counts as not said.
    init(_ values: FormValues) {
        let asked = values["tab"] ?? ""
        tab = Stage.Name(rawValue: asked).map(Tab.stage) ?? .mine
        search = String((values["q"] ?? "").prefix(DeskQuery.longestSearch)).trimmingSpaces
        post = values["post"].flatMap { $0.isEmpty ? nil : $0 }
        let parts = (values["after"] ?? "").split(separator: "~", maxSplits: 1)
        key =
            parts.count == 2
            ? Int64(parts[0]).map { Key(moment: Instant(milliseconds: $0), id: CaseFile.ID(String(parts[1]))) } : nil
    }

    func address(after key: Key?) -> String {
        var values = [(name: "tab", value: tab.text)]
        if let post { values.append((name: "post", value: post)) }
        if let key { values.append((name: "after", value: "\(key.moment.milliseconds)~\(key.id)")) }
        return WorkspacePath.desk(values)
    }

    func address(tab: Tab) -> String {
        WorkspacePath.desk([(name: "tab", value: tab.text)] + (post.map { [(name: "post", value: $0)] } ?? []))
    }

    func address(post: String?) -> String {
        WorkspacePath.desk([(name: "tab", value: "mine")] + (post.map { [(name: "post", value: $0)] } ?? []))
    }
}

extension StringProtocol {
    /// Without white space at both ends.
    var trimmingSpaces: String {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? start
        return String(self[start..<end])
    }
}
