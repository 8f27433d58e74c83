import Kernel
import Processes
import WorkflowEngine

/// How parts of a process are written in one field of the designer, and read back without loss.
enum PartText {
    // MARK: Documents: one a line, contents in brackets

    static func text(_ documents: [StepDocument]) -> String {
        documents.map { document in
            let contents = document.contents.map(\.chinese).joined(separator: "；")
            return contents.isEmpty ? document.name : "\(document.name)（\(contents)）"
        }.joined(separator: "\n")
    }

    /// Brackets that hold anything but known contents belong to the name.
    static func documents(_ text: String) -> [StepDocument] {
        lines(text).map { line in
            guard line.hasSuffix("）"), let open = line.lastIndex(of: "（"), open != line.startIndex else {
                return StepDocument(line)
            }
            let words = line[line.index(after: open)...].dropLast().split(separator: "；")
            let contents = words.compactMap { word in
                DocumentContent.allCases.first { $0.chinese == word.trimmingSpaces || $0.rawValue == word }
            }
            guard !words.isEmpty, contents.count == words.count else { return StepDocument(line) }
            return StepDocument(String(line[..<open]), contents: contents)
        }
    }

    // MARK: Countersign: 全体, 任一, 3人, 2/3, with 依次

    private static let inOrder = "依次"

    static func text(_ countersign: Countersign?) -> String {
        guard let countersign else { return "" }
        let quorum: String =
            switch countersign.quorum {
            case .all: "全体"
            case .any: "任一"
            case .count(let count): "\(count)人"
            case .share(let part, let whole): "\(part)/\(whole)"
            }
        return quorum + (countersign.inOrder ? inOrder : "")
    }

    static func quorum(_ text: String) -> (quorum: Quorum, inOrder: Bool)? {
        var text = text.filter { !$0.isWhitespace }
        let ordered = text.hasSuffix(inOrder)
        if ordered { text.removeLast(inOrder.count) }
        switch text {
        case "全体": return (.all, ordered)
        case "任一": return (.any, ordered)
        default: return Quorum(text.hasSuffix("人") ? String(text.dropLast()) : text).map { ($0, ordered) }
        }
    }

    // MARK: Joins: 全部到齐, 已出发的到齐, 先到2个, 先到2个（其余不理）

    static func text(_ rule: JoinRule) -> String {
        switch rule {
        case .all: "全部到齐"
        case .arriving: "已出发的到齐"
        case .first(let count, .cancelled): "先到\(count)个"
        case .first(let count, .absorbed): "先到\(count)个（其余不理）"
        }
    }

    static func rule(_ text: String) -> JoinRule? {
        switch text.trimmingSpaces {
        case "全部到齐": return .all
        case "已出发的到齐": return .arriving
        case let text:
            let isAbsorbed = text.hasSuffix("（其余不理）")
            let digits = text.drop { $0 != "到" }.dropFirst().prefix { $0.isNumber }
            guard text.hasPrefix("先到"), let count = Int(digits), count > 0 else { return JoinRule(text) }
            return .first(count, rest: isAbsorbed ? .absorbed : .cancelled)
        }
    }

    static func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map(\.trimmingSpaces).filter { !$0.isEmpty }
    }
}
