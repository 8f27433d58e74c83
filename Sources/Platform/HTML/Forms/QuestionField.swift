/// A field for one question of a form that is data: the control follows from the kind of answer.
package struct QuestionField: Component {
    /// What is asked for; the raw values are those of form definitions.
    package enum Kind: String, Sendable, CaseIterable {
        case line, paragraph, number, day, choice, phone, identityNumber, creditCode, address, industry
    }

    private let caption: FieldCaption
    private let kind: Kind
    private let value: String
    private let choices: [String]
    private let maxLength: Int?

    /// More answers than this stand in a list that opens.
    private static let mostInSight = 6

    /// A field for one question.
    ///
    /// - Parameters:
    ///   - caption: name, label, hint, error.
    ///   - kind: what is asked for.
    ///   - value: what it holds at first.
    ///   - choices: the answers to choose from, of a choice.
    ///   - maxLength: of texts, in UTF-16 units.
    package init(
        _ caption: FieldCaption,
        kind: Kind,
        value: String,
        choices: [String] = [],
        maxLength: Int? = nil
    ) {
        self.caption = caption
        self.kind = kind
        self.value = value
        self.choices = choices
        self.maxLength = maxLength
    }

    package var body: any HTML {
        switch kind {
        case .line, .address: TextField(caption, value: value, maxLength: maxLength)
        case .paragraph: TextArea(caption, value: value, maxLength: maxLength)
        case .number: TextField(caption, value: value, kind: .number, width: .short)
        case .day: TextField(caption, value: value, kind: .date, width: .short)
        case .phone: TextField(caption, value: value, kind: .tel, autocomplete: "tel", width: .half)
        case .identityNumber, .creditCode: TextField(caption, value: value, maxLength: 18, width: .half)
        case .choice where choices.count <= QuestionField.mostInSight,
            .industry where choices.count <= QuestionField.mostInSight:
            ChoiceField(caption, choices: choices.map { Choice($0, $0) }, chosen: [value])
        case .choice, .industry:
            SelectField(caption, choices: choices.map { Choice($0, $0) }, chosen: value.isEmpty ? nil : value)
        }
    }
}
