/// What an official document of a step asks of who writes it: filling it in is doing the step.
///
/// The form asks only for what the log cannot know yet; party, item, officers, days and numbers stand in the document by
/// themselves.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 47 (全过程记录); 国办发〔2018〕118号 part 3.
package struct DocumentForm: Hashable, Sendable, Codable {
    /// The document's name as steps list it.
    package let name: String
    /// The word of its number series, as `罚告`; `nil` for papers of the file that bear no number.
    package let word: String?
    /// Whether it is handed to the party; other papers stay in the file, or go to another authority.
    package let isForParty: Bool
    /// The key of the field that names to whom it is addressed, where that is not the party; empty for the public.
    package let addressee: String?
    /// Who signs the paper by hand.
    package let signatories: [String]
    /// What it must say or bear beside what the step asks of it.
    package let contents: [DocumentContent]
    /// How it begins; `{item}` and `{party}` stand for their names, `{行政处罚法§44}` for the article in words, `{ground}` for
    /// the article of what was chosen in the field `ground`.
    package let opening: String
    package let fields: [DocumentField]
    /// When it may be written though no step lists it; `nil` for what only steps list.
    package let occasion: Occasion?

    /// Along with which steps of which categories a paper may be written where the case calls for it.
    package struct Occasion: Hashable, Sendable, Codable {
        package let categories: [ProcessDefinition.Category]
        package let kinds: [StepKind]
    }

    package init(
        name: String,
        word: String? = nil,
        isForParty: Bool = false,
        addressee: String? = nil,
        signatories: [String] = [],
        contents: [DocumentContent] = [],
        opening: String = "",
        fields: [DocumentField],
        occasion: Occasion? = nil
    ) {
        self.name = name
        self.word = word
        self.isForParty = isForParty
        self.addressee = addressee
        self.signatories = signatories
        self.contents = contents
        self.opening = opening
        self.fields = fields
        self.occasion = occasion
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        name = try container.decode(String.self, forKey: .name)
        word = try container.decodeIfPresent(String.self, forKey: .word)
        isForParty = try container.decodeIfPresent(Bool.self, forKey: .isForParty) ?? false
        addressee = try container.decodeIfPresent(String.self, forKey: .addressee)
        signatories = try container.decodeIfPresent([String].self, forKey: .signatories) ?? []
        contents = try container.decodeIfPresent([DocumentContent].self, forKey: .contents) ?? []
        opening = try container.decodeIfPresent(String.self, forKey: .opening) ?? ""
        fields = try container.decode([DocumentField].self, forKey: .fields)
        occasion = try container.decodeIfPresent(Occasion.self, forKey: .occasion)
    }

    /// Returns the form with the articles that hold for a category of power.
    package func cited(in category: ProcessDefinition.Category) -> DocumentForm {
        with(fields.map { $0.cited(in: category) })
    }

    /// Returns the form with other fields.
    func with(_ fields: [DocumentField]) -> DocumentForm {
        DocumentForm(
            name: name,
            word: word,
            isForParty: isForParty,
            addressee: addressee,
            signatories: signatories,
            contents: contents,
            opening: opening,
            fields: fields,
            occasion: occasion
        )
    }
}

/// One field of a document's form.
package struct DocumentField: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case line
        case paragraph
        /// A day of the calendar, as `2026-11-28`.
        case day
        /// A day with hour and minute, as `2026-11-28 09:30`.
        case moment
        /// Yuan with at most two decimals.
        case money
        case choice
        /// Lines of a table, each with the form's columns.
        case rows
    }

    package let key: String
    package let label: String
    package let kind: Kind
    package let isRequired: Bool
    package let hint: String
    /// Where the law asks for it; `nil` when only practice does.
    package let source: LegalSource?
    /// Where the law of a single category asks for it instead, by the category's code; `null` when it does not.
    package let sources: [String: LegalSource?]
    package let choices: [String]
    /// The choices with which the step may end well; anything else refuses an outcome that decides or passes.
    package let passing: [String]
    /// The article that each choice rests on; `nil` where all rest on one.
    package let articles: [String: LegalSource]?
    /// The titles of a table's columns.
    package let columns: [String]
    /// The least number of lines, or of characters of a text.
    package let atLeast: Int

    package init(
        _ key: String,
        _ label: String,
        kind: Kind = .line,
        isRequired: Bool = true,
        hint: String = "",
        source: LegalSource? = nil,
        sources: [String: LegalSource?] = [:],
        choices: [String] = [],
        passing: [String] = [],
        articles: [String: LegalSource]? = nil,
        columns: [String] = [],
        atLeast: Int = 1
    ) {
        self.key = key
        self.label = label
        self.kind = kind
        self.isRequired = isRequired
        self.hint = hint
        self.source = source
        self.sources = sources
        self.choices = choices
        self.passing = passing
        self.articles = articles
        self.columns = columns
        self.atLeast = atLeast
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        key = try container.decode(String.self, forKey: .key)
        label = try container.decode(String.self, forKey: .label)
        kind = try container.decodeIfPresent(Kind.self, forKey: .kind) ?? .line
        isRequired = try container.decodeIfPresent(Bool.self, forKey: .isRequired) ?? true
        hint = try container.decodeIfPresent(String.self, forKey: .hint) ?? ""
        source = try container.decodeIfPresent(LegalSource.self, forKey: .source)
        sources = try container.decodeIfPresent([String: LegalSource?].self, forKey: .sources) ?? [:]
        choices = try container.decodeIfPresent([String].self, forKey: .choices) ?? []
        passing = try container.decodeIfPresent([String].self, forKey: .passing) ?? []
        articles = try container.decodeIfPresent([String: LegalSource].self, forKey: .articles)
        columns = try container.decodeIfPresent([String].self, forKey: .columns) ?? []
        atLeast = try container.decodeIfPresent(Int.self, forKey: .atLeast) ?? 1
    }

    fileprivate func cited(in category: ProcessDefinition.Category) -> DocumentField {
        guard let own = sources[category.rawValue] else { return self }
        return DocumentField(
            key,
            label,
            kind: kind,
            isRequired: isRequired,
            hint: hint,
            source: own,
            choices: choices,
            passing: passing,
            articles: articles,
            columns: columns,
            atLeast: atLeast
        )
    }
}
