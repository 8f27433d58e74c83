import ArgumentParser
import DecisionTables
import Foundation
import RuleTables

/// `hengjian decision`: what can be done with a decision table in a file.
struct DecisionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decision",
        abstract: "决策表",
        discussion: "A file is a table as JSON, as Definitions/decisions holds them, or DMN 1.1 to 1.5.",
        subcommands: [
            DecisionCheckCommand.self, DecisionExportCommand.self, DecisionImportCommand.self, DecisionTryCommand.self,
        ]
    )
}

/// The tables of a file, and what of the file they do not hold.
struct DecisionFile {
    let tables: [DecisionTable]
    let remarks: [DMNFile.Remark]

    /// Reads a file of either kind.
    ///
    /// - Throws: `ExitStatus`, after the fault was written to standard error.
    init(_ file: String) throws {
        let data: Data
        do {
            data = try Data(contentsOf: URL(filePath: file))
        } catch {
            StandardError.write("error: \(file): 读不到文件")
            throw ExitStatus.environment
        }
        let first = data.first { !" \t\r\n\u{FEFF}".utf8.contains($0) }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            try self.init(json: data, isList: first == UInt8(ascii: "["), file)
        } else {
            try self.init(dmn: Array(data), file)
        }
    }

    private init(json: Data, isList: Bool, _ file: String) throws {
        do {
            let decoder = JSONDecoder()
            tables =
                isList
                ? try decoder.decode([ShippedTable].self, from: json).suffix(1).map(\.table)
                : [try decoder.decode(DecisionTable.self, from: json)]
            remarks = []
        } catch let error as DecodingError {
            StandardError.write("error: \(file): \(error.place)")
            throw ExitStatus.input
        }
    }

    private init(dmn bytes: [UInt8], _ file: String) throws {
        do {
            let dmn = try DMNFile(bytes)
            tables = dmn.tables
            remarks = dmn.remarks
        } catch {
            StandardError.write("error: \(file): \(error.chinese)")
            throw ExitStatus.input
        }
    }

    /// Returns the one table there is, or the one named.
    ///
    /// - Throws: `ExitStatus`, after the fault was written to standard error.
    func table(_ name: String?) throws -> DecisionTable {
        let found = name.map { name in tables.filter { $0.id == name || $0.name == name } } ?? tables
        guard found.count == 1, let table = found.first else {
            let names = tables.map(\.id).joined(separator: "、")
            StandardError.write("error: 应指定一个决策表，文件中有：\(names.isEmpty ? "无" : names)")
            throw ExitStatus.input
        }
        return table
    }

    /// Says on standard error what was read past.
    func warn(_ file: String) {
        for remark in remarks { StandardError.write("warning: \(file):\(remark.line): \(remark.kind.chinese)") }
    }
}
