import HTML

/// One thing to hand in, in ready words.
struct MaterialEntry: Sendable {
    let name: String
    let necessity: String
    /// When a conditional one is needed.
    let condition: String?
    let form: String
    let copies: String
    let source: String
    /// How it is filled in, when it is in order, and what else is to be known of it.
    let notes: [String]
    /// Forms and samples to take away, by what they are and their names.
    let papers: [(words: String, address: String)]
}

/// The list of materials.
struct MaterialSection: Component {
    let materials: [MaterialEntry]
    var language = PageLanguage.chinese

    var body: any HTML {
        if materials.isEmpty {
            p { ItemLabel.noMaterials.said(in: language) }
        } else {
            DataTable(
                ItemLabel.materials.said(in: language),
                columns: [ItemLabel.material, .necessity, .form, .copies, .origin].map { .init($0.said(in: language)) },
                rows: materials.map(row)
            )
            p(.cssClass("hint")) { ItemLabel.materialsRule.said(in: language) }
        }
    }

    private func row(_ material: MaterialEntry) -> DataTable.Row {
        DataTable.Row([
            div {
                strong { language.quoting(material.name) }
                if let condition = material.condition { p(.cssClass("hint")) { language.quoting(condition) } }
                for note in material.notes { p(.cssClass("hint")) { language.quoting(note) } }
                MaterialPapers(papers: material.papers, language: language)
            },
            material.necessity, material.form, material.copies, material.source,
        ])
    }
}

/// The links to a material's forms and samples.
struct MaterialPapers: Component {
    let papers: [(words: String, address: String)]
    var language = PageLanguage.chinese

    @HTMLBuilder var body: any HTML {
        if !papers.isEmpty {
            ul(.cssClass("papers")) {
                for paper in papers { li { language.quoted { a(.href(paper.address)) { paper.words } } } }
            }
        }
    }
}
