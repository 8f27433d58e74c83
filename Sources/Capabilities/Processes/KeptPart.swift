/// What a definition took over from another program's file without executing it, as that program wrote it.
package struct KeptPart: Hashable, Sendable, Codable {
    /// What it was in the file.
    package enum Place: String, Hashable, Sendable, Codable {
        /// An element of another namespace among `extensionElements`.
        case extensions
        /// Attributes of other namespaces; they stand on an element made for them.
        case attributes
        case documentation
        /// Elements of BPMN that are not executed.
        case elements
    }

    /// The step, junction, timer or ending it belongs to; `nil` for the process or the file.
    package let at: Step.ID?
    package let outcome: StepOutcome.ID?
    package let place: Place
    /// One element of XML with all its namespaces.
    package let text: String

    package init(at: Step.ID? = nil, outcome: StepOutcome.ID? = nil, place: Place, text: String) {
        self.at = at
        self.outcome = outcome
        self.place = place
        self.text = text
    }
}
