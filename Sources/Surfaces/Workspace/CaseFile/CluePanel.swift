import HTML

/// How the agency came to the matter; only for those who work on the case.
struct CluePanel: Component {
    /// `nil` for others.
    let facts: [Definition]?

    var body: any HTML {
        Panel("线索", anchor: "clue") {
            if let facts { DefinitionList(facts) } else { p(.cssClass("hint")) { "线索含个人信息，仅办理本件的人员可以查看。" } }
        }
    }
}
