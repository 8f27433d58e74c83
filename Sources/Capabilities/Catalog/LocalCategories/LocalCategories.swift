import Codes
package import EventLog
package import Kernel

/// The local categories in use on a day, of every division that publishes some.
///
/// A division's items are listed under its own and those of the divisions above it.
package struct LocalCategories: Hashable, Sendable {
    /// A category, and the version of whose catalog it stands in.
    package struct Entry: Hashable, Sendable {
        package let owner: String
        package let version: Int
        package let category: LocalCategory
    }

    package let entries: [Entry]

    package static let none = LocalCategories(entries: [])

    init(entries: [Entry]) { self.entries = entries }

    /// Makes them of the lists as they are in force on a day.
    init(_ lists: [(owner: String, version: OfficialList.Version)], columns: [String], on day: Day) {
        entries = lists.flatMap { list in
            LocalCategory.read(list.version.rows, under: columns)
                .filter { $0.isInForce(on: day) }
                .map { Entry(owner: list.owner, version: list.version.number, category: $0) }
        }
    }

    /// Those that items of a division are listed under, its own first; all where the division is not known.
    package func used(in division: String?) -> [Entry] {
        guard let division else { return entries }
        return OfficialList.owners(binding: division).flatMap { owner in entries.filter { $0.owner == owner } }
    }

    /// Those that items of some divisions are listed under, each once.
    package func used(in divisions: [String]) -> [Entry] {
        divisions.flatMap { used(in: $0) }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Returns the category a list or a form means by its name or code.
    package func entry(called text: String, in division: String?) -> Entry? {
        let used = used(in: division)
        return used.first { $0.category.chinese == text } ?? used.first { $0.category.code == text }
    }

    /// Returns the category an item states, as its catalog has it now; `nil` where it is not in use.
    func entry(of stated: StatedCategory, in division: String?) -> Entry? {
        used(in: division).first { $0.owner == stated.owner && $0.category.code == stated.code }
    }

    fileprivate static func ended(_ stated: StatedCategory, on day: Day? = nil) -> ContentFault {
        ContentFault(
            .category,
            expected: "类别目录中\(day.map { "\($0.chinese)" } ?? "现在")使用的地方类别",
            found: "“\(stated.chinese)”，不在使用"
        )
    }
}

extension LocalCategories.Entry {
    /// What an item states under the category; empty answers are left out.
    package func stated(_ answers: [StatedCategory.Answer]) -> StatedCategory {
        StatedCategory(category, of: owner, version: version, answers: answers.filter { !$0.answer.isEmpty })
    }
}

extension LocalCategory {
    /// Returns what is wrong with the answers of an item that are there.
    package func faults(of answers: [StatedCategory.Answer]) -> [ContentFault] {
        answers.compactMap { answer in
            guard let question = questions.first(where: { $0.label == answer.question }) else {
                let known = questions.map(\.label).joined(separator: "、")
                return fault(known.isEmpty ? "没有另外的填报内容" : known, found: answer.question)
            }
            if answer.answer.isEmpty || question.takes(answer.answer) { return nil }
            return fault("“\(question.label)”为\(question.expectation)", found: answer.answer)
        }
    }

    /// Returns the questions that must be answered and are not.
    package func gaps(in answers: [StatedCategory.Answer]) -> [ContentFault] {
        questions.filter { question in
            question.isRequired && !answers.contains { $0.question == question.label && !$0.answer.isEmpty }
        }.map { fault("填写“\($0.label)”（\($0.expectation)）", found: ItemField.unstated) }
    }

    private func fault(_ expected: String, found: String) -> ContentFault {
        ContentFault(.category, expected: "地方类别“\(chinese)”：\(expected)", found: found)
    }
}

extension FormField {
    static let longestAnswer = 200

    /// Whether a text answers the question; what is asked of categories are lines, numbers, days and choices.
    fileprivate func takes(_ text: String) -> Bool {
        switch kind {
        case .number: Double(text)?.isFinite ?? false
        case .day: Day(text) != nil
        case .choice: choices?.contains(text) ?? false
        case .line, .paragraph, .phone, .identityNumber, .creditCode, .address, .industry, .group:
            text.count <= FormField.longestAnswer
        }
    }
}

extension ItemContent {
    /// Returns what stands between the draft and its submission on account of its local category.
    ///
    /// The category is stated under the version of its catalog that is in force, and run like the item's national one.
    fileprivate func categoryFaults(_ local: StatedCategory, in categories: LocalCategories) -> [ContentFault] {
        guard let entry = categories.entry(of: local, in: division) else { return [LocalCategories.ended(local)] }
        guard entry.version == local.version else {
            return [
                ContentFault(
                    .category,
                    expected: "按类别目录现行的第 \(entry.version) 版填写，重新保存草稿即可",
                    found: "“\(local.chinese)”按第 \(local.version) 版填写"
                )
            ]
        }
        let like = entry.category.like
        guard like == category else {
            return [
                ContentFault(
                    .category,
                    expected: "\(like.chinese)，“\(local.chinese)”按\(like.chinese)办理",
                    found: category.chinese
                )
            ]
        }
        return entry.category.faults(of: local.answers) + entry.category.gaps(in: local.answers)
    }
}

extension LocalCategories {
    fileprivate static func find(
        among lists: [OfficialListStanding],
        on day: Day,
        _ state: (OfficialList.ID) throws -> OfficialList
    ) throws -> LocalCategories {
        let published = lists.filter { $0.kind == LocalCategory.kind && $0.version > 0 }
        guard !published.isEmpty else { return .none }
        let kind = try OfficialListKind.shipped(LocalCategory.kind)
        let versions = try published.compactMap { list in
            try state(list.id).version(on: day).map { (owner: list.owner, version: $0) }
        }
        return LocalCategories(versions, columns: kind.columns.map(\.name), on: day)
    }
}

extension EventReading {
    /// Returns the local categories in use on a day.
    package func localCategories(on day: Day) throws -> LocalCategories {
        try LocalCategories.find(among: officialLists(), on: day) { try state(OfficialList.self, $0.text).state }
    }
}

extension CommandSession {
    /// Returns what stands between a draft and its submission on account of its local category.
    func categoryFaults(of content: ItemContent) throws -> [ContentFault] {
        try content.local.map { content.categoryFaults($0, in: try localCategories(on: today)) } ?? []
    }

    /// Refuses to publish under a local category that is not in use on the day the version comes into force.
    ///
    /// - Throws: `CatalogError.incomplete`.
    func requireCategory(of content: ItemContent, on day: Day) throws {
        guard let local = content.local else { return }
        guard try localCategories(on: day).entry(of: local, in: content.division) == nil else { return }
        throw CatalogError.incomplete([LocalCategories.ended(local, on: day)])
    }

    private func localCategories(on day: Day) throws -> LocalCategories {
        try LocalCategories.find(among: reader.officialLists(in: realm), on: day) {
            try load(OfficialList.self, $0.text).state
        }
    }
}
