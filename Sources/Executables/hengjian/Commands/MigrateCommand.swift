import ArgumentParser
import Composition
import Database

/// `hengjian migrate`: brings the database to this release; back up first.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "migrate", abstract: "升级数据库结构")

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        do {
            let database = try await House.connect(options.database, for: .upkeep)
            let ran = try await Migrator(Modules.migrations).migrate(database)
            await database.close()
            for id in ran { print(id) }
            print("完成 \(ran.count) 项")
        } catch let error as DatabaseError {
            throw HouseFault.database(error)
        }
    }
}
