import ArgumentParser

/// `hengjian import`: takes lists and texts into the database.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "导入事项清单、法律文本",
        subcommands: [ImportItemsCommand.self, ImportLawCommand.self]
    )
}

/// What every import is told.
struct ImportOptions: ParsableArguments {
    @OptionGroup var database: DatabaseOptions

    @Flag(help: "数据库不存在时新建")
    var create = false

    @Flag(help: "输出一个 JSON 对象")
    var json = false
}
