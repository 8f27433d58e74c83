import Casework
import Catalog
import HTML
import WebServer

/// The answers to an item's form, as typed.
struct AnswerSheet: Sendable {
    let rules: ItemRules
    /// The form as these answers put it.
    let form: AskedForm
    private var values: [String: String]
    let isSeen: Bool

    init(_ rules: ItemRules, _ draft: SubmissionDraft) {
        let start = DraftKey.answer("")
        let kept = draft.answers.filter { $0.key.hasPrefix(start) }.map {
            (String($0.key.dropFirst(start.count)), $0.value)
        }
        self.init(rules, AnswerSheet.known(kept, rules), isSeen: draft.answers[DraftKey.formSeen] != nil)
    }

    /// Reads what was sent; as many rows stay open as the page showed.
    init(_ rules: ItemRules, _ form: FormValues) {
        let sent = form.pairs.filter { $0.name.hasPrefix(AnswerSheet.prefix) }
            .map { (String($0.name.dropFirst(AnswerSheet.prefix.count)), $0.value) }
        var values = AnswerSheet.known(sent, rules)
        for group in rules.form where group.kind == .group {
            let rows = values.keys.compactMap { AnswerSheet.row($0, of: group) }
            values[group.key] = rows.max().map(String.init)
        }
        self.init(rules, values, isSeen: true)
    }

    private init(_ rules: ItemRules, _ values: [String: String], isSeen: Bool) {
        (self.rules, self.values, self.isSeen) = (rules, values, isSeen)
        form = AskedForm(rules.form, values)
    }

    private static let prefix = "field-"

    /// The field's name on the page.
    static func name(of field: FormField) -> String { name(ofKey: field.key) }

    static func name(ofKey key: String) -> String { prefix + key }

    /// Only what the form knows, each once.
    private static func known(_ pairs: [(String, String)], _ rules: ItemRules) -> [String: String] {
        let single = Set(rules.form.map(\.key))
        let groups = rules.form.filter { $0.kind == .group }
        let known = pairs.filter { key, _ in
            single.contains(key) || groups.contains { row(key, of: $0) != nil }
        }
        return Dictionary(known) { first, _ in first }
    }

    /// The row of a group that a key is of, from 1.
    private static func row(_ key: String, of group: FormField) -> Int? {
        let words = key.split(separator: ".", omittingEmptySubsequences: false)
        guard words.count == 3, words[0] == group.key, let row = Int(words[1]), (1...FormField.mostRows).contains(row),
            (group.parts ?? []).contains(where: { $0.key == words[2] })
        else { return nil }
        return row
    }

    subscript(field: FormField) -> String { values[field.key] ?? "" }

    /// What is to be answered.
    var fields: [FormField] { form.asked }

    func write(into draft: inout SubmissionDraft) {
        let start = DraftKey.answer("")
        let kept = draft.answers
        for key in kept.keys where key.hasPrefix(start) { draft.answers[key] = nil }
        for (key, value) in values {
            if kept[DraftKey.answer(key)] != value { draft.answers[DraftKey.source(key)] = nil }
            draft.answers[DraftKey.answer(key)] = value
        }
        draft.answers[DraftKey.formSeen] = "1"
    }

    /// What is missing, what is not an answer, and what the negative list forbids.
    var errors: [FieldError] {
        let forbidden = rules.forbidden(values).map { field, entry in
            FieldError(field: AnswerSheet.name(of: field), message: "\(field.label)：\(entry.refusal)")
        }
        return faults + (forbidden.map { [$0] } ?? [])
    }

    private var faults: [FieldError] {
        let overfull = form.overfull.map { group, count in
            FieldError(
                field: AnswerSheet.name(of: group),
                message: "\(group.label)：应为\(group.expectation)，实为 \(count) 项。"
            )
        }
        return overfull
            + fields.compactMap { field in
                let value = self[field].trimmedEnds
                let name = AnswerSheet.name(of: field)
                if value.isEmpty {
                    return field.isRequired ? FieldError(field: name, message: "\(field.label)：应填写，实为空。") : nil
                }
                guard !field.accepts(value) else { return nil }
                return FieldError(
                    field: name,
                    message: "\(field.label)：应为\(field.expectation)，实为“\(value.prefix(40))”。"
                )
            }
    }

    var answers: [FormAnswer] {
        fields.map { FormAnswer(field: $0.key, label: $0.label, value: self[$0].trimmedEnds) }
    }
}

/// Two windows with one form.
extension AnswerSheet {
    /// What the page shows of each question; how many rows there are is no answer.
    var shown: [String: String] { values.filter { !$0.key.isEmpty && !isCount($0.key) } }

    var seen: SeenAnswers { SeenAnswers(shown) }

    /// What is joined of this sheet and what is kept by now.
    struct Joined: Sendable {
        /// What is kept.
        let sheet: AnswerSheet
        /// The same with what this window sent where both changed something.
        let typed: AnswerSheet
        let merged: SeenAnswers.Merged
        let conflicts: [FieldConflict]
    }

    func joined(with kept: AnswerSheet, seen: SeenAnswers) -> Joined {
        let merged = seen.merge(shown, onto: kept.shown)
        let counts = values.filter { isCount($0.key) }
        let all = AskedForm(rules.form, merged.values.merging(shown) { old, _ in old }).questions
        return Joined(
            sheet: AnswerSheet(rules, merged.values.merging(counts) { old, _ in old }, isSeen: true),
            typed: AnswerSheet(
                rules,
                merged.values.merging(shown.filter { merged.conflicts[$0.key] != nil }) { $1 }
                    .merging(counts) { old, _ in old },
                isSeen: true
            ),
            merged: merged,
            conflicts: all.map(\.field).compactMap { field in
                merged.conflicts[field.key].map {
                    FieldConflict(label: field.label, other: $0, mine: shown[field.key] ?? "")
                }
            }
        )
    }

    private func isCount(_ key: String) -> Bool { rules.form.contains { $0.kind == .group && $0.key == key } }

    /// What the script is answered that saved this sheet.
    func saved(_ joined: Joined) throws -> SavedAnswer {
        let taken = joined.merged.taken.filter { shown[$0.key] != nil }
        let showing = shown.merging(taken) { $1 }.merging(joined.merged.conflicts) { $1 }.filter {
            shown[$0.key] != nil
        }
        return SavedAnswer(
            seen: try SeenAnswers(showing).text,
            taken: taken.sorted { $0.key < $1.key }.map {
                .init(name: AnswerSheet.name(ofKey: $0.key), value: $0.value)
            },
            moot: moot,
            conflicts: joined.conflicts
        )
    }

    /// The ids of questions on the page that these answers do not ask.
    var moot: [String] { form.moot.map { AnswerSheet.name(ofKey: $0) } }
}

/// Rows of groups.
extension AnswerSheet {
    /// The sheet with a further row of a group, and the address of the row on the page.
    func adding(to key: String) -> (sheet: AnswerSheet, place: String)? {
        guard let group = rules.form.first(where: { $0.key == key && $0.kind == .group }) else { return nil }
        let shown = values[key].flatMap { Int($0) } ?? 1
        let rows = min(shown + 1, group.rows.upperBound)
        var values = values
        values[key] = String(rows)
        return (AnswerSheet(rules, values, isSeen: true), "\(key).\(rows).\(group.parts?.first?.key ?? "")")
    }

    /// The sheet without a row of a group, named `group.row`.
    func dropping(_ row: String) -> AnswerSheet? {
        guard let group = rules.form.first(where: { row.hasPrefix("\($0.key).") && $0.kind == .group }) else {
            return nil
        }
        var values = values
        for part in group.parts ?? [] { values["\(row).\(part.key)"] = nil }
        let shown = values[group.key].flatMap { Int($0) } ?? 1
        values = AskedForm.packed(rules.form, values)
        values[group.key] = String(max(1, shown - 1))
        return AnswerSheet(rules, values, isSeen: true)
    }

    /// The sheet without empty rows in between or at the end.
    var packed: AnswerSheet {
        var values = AskedForm.packed(rules.form, values)
        for group in rules.form where group.kind == .group { values[group.key] = nil }
        return AnswerSheet(rules, values, isSeen: isSeen)
    }
}

extension NegativeList.Entry {
    /// Why an application under it is not taken.
    var refusal: String {
        "项目应在负面清单禁止的范围之外，实为“\(category)”。管理措施：\(measure)。依据：\(basis)。选择有误的，请修改；有疑问的，可以先咨询。"
    }
}

extension String {
    /// Without white space at both ends.
    var trimmedEnds: String {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? start
        return String(self[start..<end])
    }
}
