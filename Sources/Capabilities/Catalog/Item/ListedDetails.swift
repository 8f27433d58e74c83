package import Kernel

/// What a list states of an item beyond its name, kind and basis: its limits, its fee and what its guide is made of.
package struct ListedDetails: Hashable, Sendable, Codable {
    package var localCode: String?
    package var local: StatedCategory?
    package var audience: String?
    package var statutoryLimit: StatutoryLimit?
    package var promisedLimit: Period?
    package var fee: Fee?
    package var conditions: [String]?
    /// By name, where a list says no more of them.
    package var materials: [String]?
    /// With what else a list says of them; `nil` where it says names alone.
    package var materialRows: [ListedMaterial]?
    package var questions: [CommonQuestion]?
    package var englishName: String?
    package var permitName: String?
    package var place: String?
    package var hours: String?
    package var phone: String?
    package var complaintLine: String?
    package var rights: [String]?
    package var remedies: [String]?
    package var exercise: ItemExercise?
    package var fields: [StatedField]?
    package var remark: String?
    package var office: String?
    package var preference: String?
    package var liability: String?

    package init() {}

    /// States in an item's content what the list states; what it leaves out stays as it was.
    ///
    /// A material that keeps its name keeps what else is known of it.
    package func state(in content: inout ItemContent) {
        func take<Value>(_ value: Value?, _ field: WritableKeyPath<ItemContent, Value?>) {
            if let value { content[keyPath: field] = value }
        }
        take(localCode, \.localCode)
        take(englishName, \.englishName)
        take(questions, \.questions)
        take(local, \.local)
        take(audience, \.audience)
        take(statutoryLimit, \.statutoryLimit)
        take(promisedLimit, \.promisedLimit)
        take(fee, \.fee)
        take(conditions, \.conditions)
        let known = content.materials ?? []
        let rows = materialRows ?? materials?.map { ListedMaterial($0) }
        take(rows?.map { row in row.material(onto: known.first { $0.name == row.name }) }, \.materials)
        take(permitName, \.permitName)
        take(place, \.place)
        take(hours, \.hours)
        take(phone, \.phone)
        take(complaintLine, \.complaintLine)
        take(rights, \.rights)
        take(remedies, \.remedies)
        if let exercise { content.exercise = (content.exercise ?? ItemExercise()).updated(by: exercise) }
        if let fields { content.fields = (content.fields ?? []).updated(by: fields) }
        take(remark, \.remark)
        take(office, \.office)
        take(preference, \.preference)
        take(liability, \.liability)
    }
}
