import Foundation
import WebServer

@testable import RESTAPI

/// The codes as they stand in the wordings: read from the sources, so that no list is kept beside them.
enum WordedCodes {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        .standardized

    /// Every code once, by code; where the interface words one itself, its words count.
    static func all() throws -> [ProblemKind] {
        let own = try kinds(in: "Sources/Surfaces/RESTAPI", constructors: ["Problem(", "self.init("], words: 3)
        let shared = try kinds(in: "Sources/Capabilities/Acting/Wording", constructors: ["self.init("], words: 2)
        let web = RefusalNotice.all.map { notice in
            ProblemKind(code: "web.\(notice.code)", status: notice.status, words: notice.advice, article: "")
        }
        let first = Dictionary((own + shared + web).map { ($0.code, $0) }) { first, _ in first }
        return first.values.sorted { $0.code < $1.code }
    }

    private static func kinds(in folder: String, constructors: [String], words: Int) throws -> [ProblemKind] {
        let names = FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.compactMap {
            $0 as? String
        }
        return try (names ?? []).filter { $0.hasSuffix(".swift") }.sorted().flatMap { name in
            let text = try String(contentsOf: root.appending(path: "\(folder)/\(name)"), encoding: .utf8)
            return constructors.flatMap { kinds(in: text, after: $0, words: words) }
        }
    }

    private static func kinds(in text: String, after constructor: String, words place: Int) -> [ProblemKind] {
        text.ranges(of: constructor).compactMap { range in
            let arguments = arguments(of: text[range.upperBound...])
            guard arguments.count > place, let status = Int(arguments[0]), let code = literal(arguments[1]) else {
                return nil
            }
            let article = arguments.first { $0.hasPrefix("article:") }?.dropFirst("article:".count)
            return ProblemKind(
                code: code,
                status: status,
                words: literal(arguments[place]) ?? "…",
                article: article.map {
                    resolved(String($0).trimmingCharacters(in: .whitespaces), in: text[..<range.lowerBound])
                } ?? ""
            )
        }
    }

    /// An article stands there itself, or under a name that was given one before.
    private static func resolved(_ expression: String, in before: Substring) -> String {
        if let text = literal(expression) { return text }
        let name = expression.split(separator: ".").last.map(String.init) ?? expression
        let whole = String(before)
        guard let range = whole.range(of: "let \(name) = ", options: .backwards) else {
            return name == "certified" ? "聊政办发〔2017〕74号（持证上岗）" : ""
        }
        return literal(String(whole[range.upperBound...].prefix { $0 != "\n" })) ?? ""
    }

    /// The text of a literal with `…` for what is filled in; `nil` for anything else.
    private static func literal(_ expression: String) -> String? {
        guard expression.first == "\"", expression.last == "\"" else { return nil }
        var (text, rest) = ("", expression.dropFirst().dropLast())
        while let character = rest.popFirst() {
            guard character == "\\" else {
                text.append(character)
                continue
            }
            guard rest.first == "(" else {
                rest.popFirst().map { text.append($0) }
                continue
            }
            var depth = 0
            while let inner = rest.popFirst() {
                if inner == "(" { depth += 1 }
                if inner == ")" { depth -= 1 }
                if depth == 0 { break }
            }
            text.append("…")
        }
        return text
    }

    /// What stands between the commas up to the closing parenthesis.
    private static func arguments(of text: Substring) -> [String] {
        var (arguments, current, depth, isText) = ([String](), "", 0, false)
        var rest = text.prefix(4_000)
        while let character = rest.popFirst() {
            if character == "\\", let next = rest.first {
                current += "\\\(next)"
                rest = rest.dropFirst()
                if next == "(" {
                    var inner = 1
                    while inner > 0, let part = rest.popFirst() {
                        current.append(part)
                        if part == "(" { inner += 1 }
                        if part == ")" { inner -= 1 }
                    }
                }
                continue
            }
            if character == "\"" { isText.toggle() }
            if !isText {
                if "([{".contains(character) { depth += 1 }
                if ")]}".contains(character) { depth -= 1 }
                if depth < 0 { break }
                if character == ",", depth == 0 {
                    arguments.append(current.trimmingCharacters(in: .whitespacesAndNewlines))
                    current = ""
                    continue
                }
            }
            current.append(character)
        }
        return arguments + [current.trimmingCharacters(in: .whitespacesAndNewlines)]
    }
}
