import HTML

/// One control in a cell of a table, with what is wrong with it right below.
struct SheetCell {
    let name: String
    let faults: [String]

    private func control(_ content: any HTML) -> any HTML {
        div {
            content
            if !faults.isEmpty {
                div(.id("\(name)-error")) { for fault in faults { p(.cssClass("field-error")) { fault } } }
            }
        }
    }

    private func attributes(_ label: String) -> [Attribute] {
        [
            .id(name), .name(name), .aria(.label, label),
            .when(!faults.isEmpty, .aria(.invalid, "true")),
            .when(!faults.isEmpty, .aria(.describedBy, "\(name)-error")),
        ]
    }

    /// One line; `hint` stands in it while it is empty.
    func line(_ value: String, _ label: String, hint: String = "") -> any HTML {
        let look: [Attribute] = [.type("text"), .value(value), .when(!hint.isEmpty, Attribute("placeholder", hint))]
        return control(Element(void: "input", attributes(label) + look))
    }

    /// Several lines, wide where they are sentences.
    func text(_ value: String, _ label: String, isWide: Bool = false) -> any HTML {
        let rows = max(2, min(value.split(separator: "\n").count + 1, 8))
        let look: [Attribute] = [.cssClass(isWide ? "wide" : ""), .rows(rows), Attribute("spellcheck", "false")]
        return control(
            Element("textarea", attributes(label) + look) {
                "\n"
                value
            }
        )
    }

    /// A list that opens; what is chosen and not offered stays.
    func choice(_ value: String, _ label: String, _ choices: [(value: String, words: String)]) -> any HTML {
        let isKnown = choices.contains { $0.value == value }
        return control(
            Element("select", attributes(label)) {
                if !isKnown { option(.value(value), .selected()) { value.isEmpty ? "请选择" : value } }
                for choice in choices {
                    option(.value(choice.value), .selected(choice.value == value)) { choice.words }
                }
            }
        )
    }

    /// Words to tick; what is ticked and not offered stays, to be seen as a fault.
    func choices(_ chosen: [String], _ label: String, _ words: [String]) -> any HTML {
        let all = words + chosen.filter { !words.contains($0) }
        return control(
            fieldset(.aria(.label, label), .when(!faults.isEmpty, .aria(.describedBy, "\(name)-error"))) {
                for (place, word) in all.enumerated() {
                    let id = place == 0 ? name : "\(name)-\(place)"
                    div(.cssClass("choice")) {
                        input(
                            .id(id),
                            .name(name),
                            .type("checkbox"),
                            .value(word),
                            .checked(chosen.contains(word))
                        )
                        Element("label", [.for(id)]) { word }
                    }
                }
            }
        )
    }

    /// Words that cannot be changed here.
    func words(_ text: String) -> any HTML { control(span(.id(name)) { text }) }
}
