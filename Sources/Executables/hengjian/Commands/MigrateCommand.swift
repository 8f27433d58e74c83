import ArgumentParser
import Composition
import Database
import EventLog

/// `hengjian migrate`: brings the database to this release; back up first.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "migrate", abstract: "升级数据库结构")

    @OptionGroup var options: DatabaseOptions

    @Flag(help: "确认所有节点都已升级到本版本，新形式的记录从此可以写入")
    var allNodesUpgraded = false

    func run() async throws {
        do {
            let database = try await House.connect(options.database, for: .upkeep)
            let ran = try await Migrator(Modules.migrations).migrate(database)
            await database.close()
            for id in ran { print(id) }
            if allNodesUpgraded { try await raiseMinimumReader() }
            print("完成 \(ran.count) 项")
        } catch let error as DatabaseError {
            throw HouseFault.database(error)
        }
    }

    private func raiseMinimumReader() async throws {
        let house = try await options.open(for: .upkeep)
        do {
            try await house.log.raiseMinimumReader(of: house.realm)
        } catch {
            await house.close()
            throw error
        }
        await house.close()
    }
}
