/// A term and what it is here; an unknown one says so instead of staying blank.
package struct Definition: Sendable {
    let term: String
    let content: any HTML

    /// A term whose value is text; nil shows 未填报.
    package init(_ term: String, _ value: String?) {
        self.term = term
        content = value.map { $0 as any HTML } ?? span(.cssClass("unknown")) { "未填报" }
    }

    /// A term whose value is more than text.
    package init(_ term: String, @HTMLBuilder content: () -> any HTML) {
        self.term = term
        self.content = content()
    }
}

/// Terms and their values.
package struct DefinitionList: Component {
    private let definitions: [Definition]

    package init(_ definitions: [Definition]) {
        self.definitions = definitions
    }

    package var body: any HTML {
        if !definitions.isEmpty {
            dl(.cssClass("definitions")) {
                for definition in definitions {
                    div {
                        dt { definition.term }
                        dd { definition.content }
                    }
                }
            }
        }
    }
}
