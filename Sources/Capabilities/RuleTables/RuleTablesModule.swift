package import EventLog

/// What rule tables bring to the composition root; a table is read from its stream, so there are no tables of rows.
package enum RuleTablesModule {
    package static let families: [any EventFamily.Type] = [RuleTableEvent.self]
}
