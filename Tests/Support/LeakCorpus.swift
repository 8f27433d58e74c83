import Foundation

/// Sentences with what must never be public, and sentences that must stay as they are; all synthetic.
package enum LeakCorpus {
    package struct Leak: Hashable, Sendable {
        package let kind: String
        package let secret: String
        package let sentence: String
    }

    /// What an officer might write into a decision, a remark or an answer.
    package static let leaks: [Leak] = lines("leaks.tsv").compactMap { line in
        let parts = line.split(separator: "\t").map(String.init)
        return parts.count == 3 ? Leak(kind: parts[0], secret: parts[1], sentence: parts[2]) : nil
    }

    package static let plain = lines("plain.txt")

    private static func lines(_ name: String) -> [String] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: name)
        return ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
            .filter { !$0.hasPrefix("#") }
    }
}
