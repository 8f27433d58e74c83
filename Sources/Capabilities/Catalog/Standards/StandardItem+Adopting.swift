import Kernel

extension StandardItem {
    /// The fields that a standard can hold fast; where, by whom and how an item is exercised is never the standard's.
    package static let lockable: [ItemField] = [
        .name, .category, .bases, .audience, .statutoryLimit, .conditions, .materials, .fee, .permitName, .form,
    ]

    /// What most standards hold fast.
    package static let usuallyLocked: Set<ItemField> = [
        .name, .category, .bases, .statutoryLimit, .conditions, .materials, .permitName,
    ]
}

extension StandardItem.Version {
    /// Returns the draft of an item that implements the standard: its fields, and everything of one's own still open.
    package func implementation(
        of standard: PowerItem.ID,
        by agency: AgencyReference,
        in division: String
    ) -> ItemContent {
        var content = content
        content.code = ""
        content.localCode = nil
        content.agency = agency
        content.office = nil
        content.division = division
        content.levels = nil
        content.place = nil
        content.hours = nil
        content.phone = nil
        content.complaintLine = nil
        content.exercise = nil
        content.fields = nil
        content.remark = nil
        content.standard = StandardReference(item: standard, version: number)
        return content
    }

    /// Returns the content with every locked field as the standard states it.
    package func imposed(on own: ItemContent) -> ItemContent {
        var result = own
        for field in locked { content.copy(field, onto: &result) }
        return result
    }

    /// Returns what an implementation states otherwise than it may: locked fields, and a promise longer than the standard's.
    package func deviations(of own: ItemContent) -> [ContentFault] {
        var faults = StandardItem.lockable.filter(locked.contains).compactMap { field -> ContentFault? in
            let (expected, found) = (content.text(of: field), own.text(of: field))
            guard expected != found else { return nil }
            return ContentFault(
                field,
                expected: "与基本目录一致（\(expected ?? ItemField.unstated)）",
                found: found ?? ItemField.unstated
            )
        }
        if let most = content.promisedLimit, let promised = own.promisedLimit, promised.unit == most.unit,
            promised.count > most.count
        {
            faults.append(ContentFault(.promisedLimit, expected: "不超过基本目录的\(most.chinese)", found: promised.chinese))
        }
        return faults
    }
}

extension ItemContent {
    /// Copies what a standard can hold fast; every other field stays.
    fileprivate func copy(_ field: ItemField, onto other: inout ItemContent) {
        switch field {
        case .name: (other.name, other.englishName, other.mainName) = (name, englishName, mainName)
        case .category: (other.category, other.local) = (category, local)
        case .bases: other.bases = bases
        case .audience: other.audience = audience
        case .statutoryLimit: other.statutoryLimit = statutoryLimit
        case .conditions: other.conditions = conditions
        case .materials: other.materials = materials
        case .fee: other.fee = fee
        case .permitName: other.permitName = permitName
        case .form: other.form = form
        case .code, .agency, .office, .levels, .promisedLimit, .preference, .place, .hours, .phone, .complaintLine,
            .rights, .remedies, .liability, .questions, .exercise, .fields, .process, .secrecy:
            break
        }
    }
}
