import Catalog
import Codes
import Directory
import Kernel

/// The local category of an item in its form: which one, and a field for each of its questions.
extension ItemSheet {
    static let answerPrefix = "local."

    /// How the form names a category among those offered.
    static func key(_ entry: LocalCategories.Entry) -> String { "\(entry.owner).\(entry.category.code)" }

    /// The field of a question; it names the version of the catalog, so that no answer is taken for one to another question.
    static func answer(_ entry: LocalCategories.Entry, _ question: Int) -> String {
        "\(answerPrefix)\(key(entry)).\(entry.version).\(question)"
    }

    /// Fills in what an item states under its local category, as the catalog in force asks for it.
    mutating func state(_ local: StatedCategory, in division: String?, _ categories: LocalCategories) {
        let offered = categories.used(in: division)
        guard let entry = offered.first(where: { $0.owner == local.owner && $0.category.code == local.code }) else {
            return
        }
        self[.local] = ItemSheet.key(entry)
        for (index, question) in entry.category.questions.enumerated() {
            answers[ItemSheet.answer(entry, index)] = local.answer(to: question.label) ?? ""
        }
    }

    func readLocal(_ categories: LocalCategories, into reading: inout Reading) {
        guard !self[.local].isEmpty else { return }
        let offered = categories.used(in: reading.content.division)
        guard let entry = offered.first(where: { ItemSheet.key($0) == self[.local] }) else {
            return reading.fault(.local, "应为实施主体所在地区和上级的类别目录中使用的类别，实为“\(self[.local].prefix(40))”")
        }
        let like = entry.category.like
        let chosen = PowerCategory(rawValue: self[.category])
        if chosen != like {
            reading.fault(
                .local,
                "“\(entry.category.chinese)”按\(like.chinese)办理，事项类型应为\(like.chinese)，实为\(chosen?.chinese ?? "没有选择")"
            )
        }
        let given = entry.category.questions.enumerated().map { index, question in
            StatedCategory.Answer(question.label, answers[ItemSheet.answer(entry, index)] ?? "")
        }
        for (index, answer) in given.enumerated() {
            for fault in entry.category.faults(of: [answer]) {
                reading.fault(ItemSheet.answer(entry, index), "应为\(fault.expected)，实为“\(fault.found.prefix(40))”")
            }
        }
        reading.content.local = entry.stated(given)
    }
}
