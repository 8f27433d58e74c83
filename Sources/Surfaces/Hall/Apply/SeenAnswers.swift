import CanonicalJSON
import Cryptography
import HTML
import WebServer

/// What a page of a draft showed, answer by answer: a form that comes back says with it what was changed on that page,
/// so that two windows do not overwrite each other unseen.
struct SeenAnswers: Sendable {
    static let field = "seen"

    /// Of each answer that was not empty; `nil` where the form did not say what was seen.
    private let marks: [String: String]?

    init(_ values: [String: String]) {
        marks = values.filter { !$0.value.isEmpty }.mapValues(SeenAnswers.mark)
    }

    init(_ form: FormValues) {
        marks = form[SeenAnswers.field].flatMap {
            try? CanonicalDecoder().decode([String: String].self, from: Array($0.utf8))
        }
    }

    /// As the form carries it.
    var text: String {
        get throws { String(decoding: try CanonicalEncoder().encode(marks ?? [:]), as: UTF8.self) }
    }

    var hidden: HiddenField {
        get throws { HiddenField(SeenAnswers.field, try text) }
    }

    /// What two windows make of a draft together.
    struct Merged: Sendable {
        /// What is kept: of a field that both changed, what was kept first.
        var values: [String: String] = [:]
        /// Fields that were changed elsewhere and not here, with what is kept of them.
        var taken: [String: String] = [:]
        /// Fields that both changed, with what the other window kept.
        var conflicts: [String: String] = [:]
    }

    /// Joins what a form sent with what is kept by now.
    func merge(_ sent: [String: String], onto kept: [String: String]) -> Merged {
        var merged = Merged()
        for key in Set(sent.keys).union(kept.keys) {
            let (new, old) = (sent[key] ?? "", kept[key] ?? "")
            if new == old || marks == nil || isSeen(old, key) {
                merged.values[key] = sent[key]
            } else {
                merged.values[key] = kept[key]
                if isSeen(new, key) { merged.taken[key] = old } else { merged.conflicts[key] = old }
            }
        }
        return merged
    }

    private func isSeen(_ value: String, _ key: String) -> Bool {
        marks?[key] == (value.isEmpty ? nil : SeenAnswers.mark(value))
    }

    private static func mark(_ value: String) -> String { String(SHA256Hash.of(Array(value.utf8)).hex.prefix(12)) }
}

/// One field that two windows filled in differently.
struct FieldConflict: Codable, Sendable {
    let label: String
    let other: String
    let mine: String

    /// Told above the form, whose fields hold what this window sent.
    static func alert(_ conflicts: [FieldConflict]) -> AlertBox? {
        guard !conflicts.isEmpty else { return nil }
        return AlertBox("另一个窗口也改了这份草稿", tone: .caution) {
            p { "下面的内容两个窗口填写得不同，还没有保存本窗口的。再按一次“保存”即以本窗口填写的为准；要用另一个窗口的内容，请照抄过来再保存。" }
            ul {
                for conflict in conflicts {
                    li { "\(conflict.label)：另一个窗口填写的是“\(conflict.other)”，本窗口填写的是“\(conflict.mine)”" }
                }
            }
        }
    }
}

/// What the script that saves by itself is answered.
struct SavedAnswer: Codable, Sendable {
    struct Taken: Codable, Sendable {
        let name: String
        let value: String
    }

    let seen: String
    let taken: [Taken]
    /// The ids of questions that the answers do not ask.
    let moot: [String]
    let conflicts: [FieldConflict]

    /// The field by which the script asks for this answer instead of a page.
    static let asked = "auto"

    var answer: WebAnswer {
        get throws { .json(try CanonicalEncoder().encode(self)) }
    }
}
