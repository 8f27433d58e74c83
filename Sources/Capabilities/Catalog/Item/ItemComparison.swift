import BlobStore
import Codes
import Kernel
import Law

/// What one version of an item states otherwise than another, field by field in the order of the guide.
package struct ItemComparison: Hashable, Sendable {
    package struct Change: Hashable, Sendable {
        package let field: ItemField
        /// As a page shows it; `nil` where nothing was stated.
        package let before: String?
        package let after: String?

        package init(field: ItemField, before: String?, after: String?) {
            self.field = field
            self.before = before
            self.after = after
        }
    }

    package let changes: [Change]

    package init(_ old: ItemContent?, _ new: ItemContent) {
        changes = ItemField.allCases.compactMap { field in
            let (before, after) = (old?.text(of: field), new.text(of: field))
            return before == after ? nil : Change(field: field, before: before, after: after)
        }
    }
}

extension ItemContent {
    /// Returns what is stated under a field, one thing a line; `nil` when nothing is.
    package func text(of field: ItemField) -> String? {
        switch field {
        case .code: code.isEmpty ? nil : [code, localCode.map { "地方编码 \($0)" }].lines
        case .name: name.isEmpty ? nil : [name, englishName.map { "英文名称：\($0)" }, mainName.map { "主项：\($0)" }].lines
        case .category: [category.chinese, local.map { "地方类别：\($0.chinese)" }, local?.cell].lines
        case .agency: agency.flatMap { [$0.name, $0.code, division].lines }
        case .office: office
        case .bases: bases.map { Optional($0.chinese) }.lines
        case .levels: levels.flatMap { $0.map { Optional($0.chinese) }.lines }
        case .audience: audience
        case .statutoryLimit: statutoryLimit.map { "\($0.period.chinese)（\($0.source.chinese)）" }
        case .promisedLimit: promisedLimit?.chinese
        case .conditions: conditions.flatMap { $0.map { Optional($0) }.lines }
        case .materials: materials.map { $0.isEmpty ? "不需要材料" : $0.map(\.line).joined(separator: "\n") }
        case .fee: fee?.line
        case .preference: preference
        case .permitName: permitName
        case .place: place
        case .hours: hours
        case .phone: phone
        case .complaintLine: complaintLine
        case .rights: rights.flatMap { $0.map { Optional($0) }.lines }
        case .remedies: remedies.flatMap { $0.map { Optional($0) }.lines }
        case .liability: liability
        case .questions: questions.flatMap { $0.map { Optional("\($0.question)——\($0.answer)") }.lines }
        case .exercise: exercise.flatMap { $0.facts.map { Optional("\($0.fact.chinese)：\($0.text)") }.lines }
        case .fields: fields.flatMap { $0.map { Optional("\($0.name)：\($0.text)") }.lines }
        case .process: process.map { "\($0.id) 第 \($0.version) 版" }
        case .form: form.flatMap { $0.lines(after: []).map { Optional($0) }.lines }
        case .secrecy: secrecy.map { "\($0.basis.chinese)；\($0.reason)；决定机关：\($0.decidedBy)" }
        }
    }
}

extension [String?] {
    /// One a line, what is missing left out; `nil` when all is.
    fileprivate var lines: String? {
        let stated = compactMap(\.self)
        return stated.isEmpty ? nil : stated.joined(separator: "\n")
    }
}

extension Material {
    fileprivate var line: String {
        let parts: [String?] =
            [
                necessity.chinese, condition, form.chinese, "原件 \(originals) 份、复印件 \(copies) 份", source.chinese, sample,
                note,
            ] + rest.map { "\($0.fact.chinese)：\($0.text)" }
            + (papers ?? []).map { "\($0.kind.chinese)：\($0.file.name)" }
        return "\(name)（\(parts.compactMap(\.self).joined(separator: "；"))）"
    }
}

extension Fee {
    fileprivate var line: String {
        isCharged ? (["收费"] + charges.map(\.chinese)).joined(separator: "\n") : "不收费"
    }
}

extension [FormField] {
    /// A question a line; those of a group follow it, led by its name.
    fileprivate func lines(after outer: [FormField]) -> [String] {
        enumerated().flatMap { place, field in
            let earlier = outer + prefix(place)
            let parts = (field.parts ?? []).lines(after: earlier).map { "\(field.label)：\($0)" }
            return [field.line(after: earlier)] + parts
        }
    }
}

extension FormField {
    fileprivate func line(after earlier: [FormField]) -> String {
        let when = condition.flatMap { condition in
            earlier.last { $0.key == condition.field }.map { "\(condition.chinese(of: $0))时填写" }
        }
        let marks = [
            expectation, when, kind == .group ? nil : isRequired ? "必填" : "选填", isPersonal ? "个人信息" : nil, hint,
        ]
        return "\(label)（\(marks.compactMap(\.self).joined(separator: "；"))）"
    }
}
