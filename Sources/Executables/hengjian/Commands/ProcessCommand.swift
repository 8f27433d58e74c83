import ArgumentParser
import Foundation
import Kernel
import Processes

/// `hengjian process`: what can be done with the definition of a process.
struct ProcessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "process",
        abstract: "流程定义",
        subcommands: [
            ProcessCheckCommand.self, ProcessDrawCommand.self, ProcessCompareCommand.self, ProcessExportCommand.self,
            ProcessImportCommand.self,
        ]
    )

    /// Writes what a command made to a file, or to standard output if none is named.
    ///
    /// - Throws: `ExitStatus`, after the fault was written to standard error.
    static func write(_ text: String, to output: String?) throws {
        guard output == nil else { return try write(Array(text.utf8), to: output) }
        print(text)
    }

    /// The same for a file that is no text.
    static func write(_ bytes: [UInt8], to output: String?) throws {
        guard let output else { return FileHandle.standardOutput.write(Data(bytes)) }
        do {
            try Data(bytes).write(to: URL(filePath: output), options: .atomic)
        } catch {
            StandardError.write("error: \(output): 写不了文件")
            throw ExitStatus.environment
        }
    }
}

extension ProcessDefinition {
    /// Reads a definition from a file.
    ///
    /// - Throws: `ExitStatus`, after the fault was written to standard error.
    init(file: String) throws {
        let data: Data
        do {
            data = try Data(contentsOf: URL(filePath: file))
        } catch {
            StandardError.write("error: \(file): 读不到文件")
            throw ExitStatus.environment
        }
        do {
            self = try JSONDecoder().decode(ProcessDefinition.self, from: data)
        } catch let error as DecodingError {
            StandardError.write("error: \(file): \(error.place)")
            throw ExitStatus.input
        }
    }
}

extension DecodingError {
    /// Where in the file and what was expected there.
    var place: String {
        let (context, missing): (Context, String?) =
            switch self {
            case .keyNotFound(let key, let context): (context, key.stringValue)
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                (context, nil)
            @unknown default: (Context(codingPath: [], debugDescription: "\(self)"), nil)
            }
        let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
        let at = path.isEmpty ? "" : " at \(path.hasPrefix(".") ? String(path.dropFirst()) : path)"
        return missing.map { "expected \($0), found nothing\(at)" } ?? "\(context.debugDescription)\(at)"
    }
}
