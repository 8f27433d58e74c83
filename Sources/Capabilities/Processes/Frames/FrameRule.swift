/// One demand of a statute on every process of a category.
package struct FrameRule: Hashable, Sendable {
    /// Stable, unique in its frame: `XK-07`.
    package let code: String
    /// The demand in one sentence of our own, for the author of the process.
    package let demand: String
    package let source: LegalSource
    package let test: FrameTest

    package init(_ code: String, _ demand: String, _ source: LegalSource, _ test: FrameTest) {
        self.code = code
        self.demand = demand
        self.source = source
        self.test = test
    }
}

/// The demands of the law on the processes of one category.
package struct Frame: Hashable, Sendable {
    package let category: ProcessDefinition.Category
    package let rules: [FrameRule]

    package static func of(_ category: ProcessDefinition.Category) -> Frame {
        switch category {
        case .licensing: .licensing
        }
    }
}
