import Composition
import EventLog
import Foundation
import Kernel

/// A file that is imported, read whole within a limit.
struct ImportFile {
    let path: String
    let bytes: [UInt8]

    static let greatestBytes = 256 << 20

    /// Reads the file.
    ///
    /// - Throws: `ExitStatus.input` after naming the file that cannot be read.
    init(_ path: String) throws {
        self.path = path
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
            StandardError.write("error: \(path): expected a file, found \(isFolder.boolValue ? "a folder" : "nothing")")
            throw ExitStatus.input
        }
        do {
            bytes = try DurableFile.read(path, limit: ImportFile.greatestBytes)
        } catch {
            StandardError.write("error: \(path): expected a readable file of at most 256 MiB, found \(error)")
            throw ExitStatus.input
        }
    }

    var name: String { URL(fileURLWithPath: path).lastPathComponent }
}

extension ImportOptions {
    /// Opens the house, hands it to `body` and closes it again.
    func withHouse<Answer>(_ body: (House) async throws -> Answer) async throws -> Answer {
        try await ImportOptions.withHouse(database.database, folder: database.folder, create: create, body)
    }

    static func withHouse<Answer>(
        _ database: DatabaseAddress,
        folder: DataFolder,
        create: Bool,
        _ body: (House) async throws -> Answer
    ) async throws -> Answer {
        let use = create ? House.Use.serve(makingDemonstration: false) : .upkeep
        let house = try await DatabaseOptions.open(database, folder: folder, for: use)
        do {
            let answer = try await body(house)
            await house.close()
            return answer
        } catch {
            await house.close()
            throw error
        }
    }
}

extension House {
    /// An act of the operator at the command line, under a key of its own.
    func operatorAct() -> Act {
        Act(realm: realm, actor: .system("import"), key: "import-\(randomness.code(20))")
    }
}
