/// What a list states of one thing an applicant hands in; what it leaves out is `nil`.
package struct ListedMaterial: Hashable, Sendable, Codable {
    package let name: String
    package var necessity: Material.Necessity?
    package var condition: String?
    package var form: Material.Form?
    package var originals: Int?
    package var copies: Int?
    package var source: Material.Source?
    package var sample: String?
    package var note: String?
    package var sourceNote: String?
    package var specification: String?
    package var acceptance: String?
    package var basis: String?
    package var remark: String?

    package init(_ name: String) { self.name = name }

    /// Whether nothing but its name is stated.
    var isBare: Bool { self == ListedMaterial(name) }

    /// Returns the material with what is stated; the rest stays as it is known, blank forms and samples too.
    func material(onto known: Material?) -> Material {
        let base = known ?? Material(name: name)
        let necessity = necessity ?? base.necessity
        var material = Material(
            name: name,
            necessity: necessity,
            // A condition is one of what is needed under it.
            condition: condition ?? (self.necessity == nil || necessity == .conditional ? base.condition : nil),
            form: form ?? base.form,
            originals: originals ?? base.originals,
            copies: copies ?? base.copies,
            source: source ?? base.source,
            sample: sample ?? base.sample,
            note: note ?? base.note,
            papers: base.papers ?? []
        )
        for fact in Material.Fact.allCases {
            material[keyPath: fact.place] = self[keyPath: fact.listed] ?? base[keyPath: fact.place]
        }
        return material
    }
}

extension Material.Fact {
    /// Where it stands in what a list states.
    var listed: WritableKeyPath<ListedMaterial, String?> {
        switch self {
        case .sourceNote: \.sourceNote
        case .specification: \.specification
        case .acceptance: \.acceptance
        case .basis: \.basis
        case .remark: \.remark
        }
    }
}
