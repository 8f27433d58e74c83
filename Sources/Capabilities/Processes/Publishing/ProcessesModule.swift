package import EventLog

/// What the composition root registers.
package enum ProcessesModule {
    package static let families: [any EventFamily.Type] = [ProcessEvent.self]
}
