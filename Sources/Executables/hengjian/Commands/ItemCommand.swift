import ArgumentParser

/// `hengjian item`: what can be done with codes of items.
struct ItemCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "item",
        abstract: "权力事项",
        subcommands: [ItemCheckCommand.self]
    )
}
