package import Kernel

/// The negative lists (负面清单) that bind an investment project: of the division where it is, and of those above it.
///
/// What is forbidden is neither approved nor filed; what is restricted is, under the measures of its entry.
///
/// - Source: 聊政办发〔2017〕74号 part 1 (企业投资项目管理负面清单); 国发〔2015〕55号 part 1 (forbidden: not approved).
package struct NegativeList: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package let category: String
        package let isForbidden: Bool
        /// How it is administered: 管理措施.
        package let measure: String
        package let basis: String
        /// Where the entry applies; empty for everywhere.
        package let area: String

        /// The answer that chooses it.
        package var answer: String {
            "\(category)（\(isForbidden ? "禁止" : "限制")\(area.isEmpty ? "" : "，适用于\(area)")）"
        }
    }

    /// The code of the kind among `OfficialListKind.shipped`.
    package static let kind = "negative"

    /// The answer that confirms the project as outside.
    package static let outside = "不属于所列各项，在负面清单之外"

    /// In the order of the lists, the division's own first.
    package let entries: [Entry]
    /// How an event names the versions asked: `negative-511602000000@2`.
    package let citations: [String]

    init(_ lists: [(owner: String, version: OfficialList.Version)], columns: [String]) {
        func cell(_ row: OfficialListRow, _ name: String) -> String {
            columns.firstIndex(of: name).flatMap { row.indices.contains($0) ? row[$0] : nil } ?? ""
        }
        entries = lists.flatMap { list in
            list.version.rows.map { row in
                Entry(
                    category: cell(row, "产业、项目类别"),
                    isForbidden: cell(row, "禁止或者限制") == "禁止",
                    measure: cell(row, "管理措施"),
                    basis: cell(row, "依据"),
                    area: cell(row, "适用区域")
                )
            }
        }
        citations = lists.map { "\(NegativeList.kind)-\($0.owner)@\($0.version.number)" }
    }

    package func entry(chosenBy answer: String) -> Entry? { entries.first { $0.answer == answer } }

    /// The question as it is asked today: every entry to choose from, or outside.
    func asked(_ field: FormField) -> FormField {
        var seen: Set<String> = []
        return FormField(
            key: field.key,
            label: field.label,
            kind: .choice,
            isRequired: field.isRequired,
            isPersonal: field.isPersonal,
            choices: entries.map(\.answer).filter { seen.insert($0).inserted } + [NegativeList.outside],
            hint: field.hint,
            condition: field.condition
        )
    }
}

extension ItemContent {
    /// Whether it is about investment projects, which are held against the negative lists.
    package var asksNegativeList: Bool { (form ?? []).contains { $0.kind == .industry } }

    /// The questions of the form as they are asked under `list`.
    package func form(under list: NegativeList?) -> [FormField] {
        (form ?? []).map { field in
            field.kind == .industry ? list?.asked(field) ?? field : field
        }
    }

    /// Returns the lists that bind the item's projects on a day; `nil` for an item that is not about investment.
    ///
    /// - Throws: what `list` throws, `OfficialListKind.Fault`.
    package func negativeList(
        on day: Day,
        _ list: (OfficialList.ID) throws -> OfficialList
    ) throws -> NegativeList? {
        guard asksNegativeList else { return nil }
        let kinds = try OfficialListKind.shipped()
        guard let kind = kinds.first(where: { $0.code == NegativeList.kind }) else { return nil }
        var lists: [(String, OfficialList.Version)] = []
        for owner in OfficialList.owners(binding: division) {
            guard let version = try list(OfficialList.id(kind, of: owner)).version(on: day) else { continue }
            lists.append((owner, version))
        }
        return NegativeList(lists, columns: kind.columns.map(\.name))
    }
}
